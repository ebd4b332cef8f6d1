//! How containers end, and that nothing of them stays.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use lirio_runtime::Container;

use crate::harness::{
    Folder, Test, block_on, engine_socket, finish, image, probe, rootless, runtime, source_of, start, text,
};

/// The first argument of a test binary that is to be killed while it has a container.
pub(crate) const HELPER: &str = "__helper";

pub(crate) const TESTS: &[Test] = &[
    ("stop_asks_first", stop_asks_first),
    ("stop_kills_the_stubborn", stop_kills_the_stubborn),
    ("signals_reach_the_program", signals_reach_the_program),
    ("orphans_go_with_the_program", orphans_go_with_the_program),
    ("nothing_is_left", nothing_is_left),
    ("a_dropped_container_is_killed", a_dropped_container_is_killed),
    ("containers_die_with_lirio", containers_die_with_lirio),
    ("the_supervisor_is_killed", the_supervisor_is_killed),
    ("sweep_after_a_crash", sweep_after_a_crash),
];

async fn ready(words: &[&str]) -> (Container, lirio_runtime::LogStream) {
    let container = start(probe(words)).await;
    let mut logs = container.take_logs().unwrap();
    assert_eq!(logs.recv().await.unwrap().bytes, "ready");
    (container, logs)
}

fn stop_asks_first() {
    block_on(async {
        let (container, mut logs) = ready(&["graceful"]).await;
        let exit = container.stop(None).await;
        assert_eq!((exit.code, exit.signal), (Some(7), None));
        assert_eq!(logs.recv().await.unwrap().bytes, "bye");
        // Once more is no error.
        assert_eq!(container.stop(None).await, exit);
    });
    // A program that has never heard of SIGTERM ends by it, though its number is not that of a usual one.
    block_on(async {
        let (container, _logs) = ready(&["sleep"]).await;
        assert_eq!(container.stop(Some(Duration::from_secs(600))).await.signal, Some(15));
    });
}

fn stop_kills_the_stubborn() {
    block_on(async {
        let (container, _logs) = ready(&["stubborn"]).await;
        let exit = container.stop(Some(Duration::from_millis(50))).await;
        assert_eq!((exit.code, exit.signal, exit.oom_killed), (None, Some(9), false));
    });
}

fn signals_reach_the_program() {
    for signal in [1, 2, 10, 15] {
        block_on(async {
            let (container, _logs) = ready(&["sleep"]).await;
            container.signal(signal).await.unwrap();
            assert_eq!(container.wait().await.signal, Some(signal));
            assert!(container.signal(signal).await.is_err());
        });
    }
}

fn orphans_go_with_the_program() {
    // The output ends although the child has never closed it.
    let (lines, exit) = block_on(async { finish(start(probe(&["orphans"])).await).await });
    assert!(exit.success());
    assert_eq!(text(&lines, lirio_runtime::Stream::Stdout), ["parent leaves"]);
}

/// The cgroups, anywhere on this machine, whose name ends in this.
fn cgroups_of(id: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut directories = vec![PathBuf::from("/sys/fs/cgroup")];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(directory).into_iter().flatten().flatten() {
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                if entry.file_name().to_string_lossy().ends_with(id) {
                    found.push(entry.path());
                }
                directories.push(entry.path());
            }
        }
    }
    found
}

fn nothing_is_left() {
    let spec = probe(&["sleep"]);
    let (id, scratch) = (spec.id.clone(), spec.scratch.clone());
    block_on(async {
        let container = start(spec).await;
        assert!(scratch.is_dir());
        if !rootless() {
            assert!(
                !cgroups_of(&id).is_empty() || !format!("{}", runtime().confinement()).contains("cgroup v")
            );
        }
        container.kill().await.unwrap();
        container.removed().await;
    });
    assert!(!scratch.exists());
    assert_eq!(cgroups_of(&id), Vec::<PathBuf>::new());
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap();
    assert!(!mounts.contains(&id), "{mounts}");
}

pub(crate) fn alive(pid: u32) -> bool {
    // A process that nobody has waited for yet is as good as gone.
    std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| !stat.contains(") Z "))
}

/// Waits for a state; a test that waits for ever has failed, and the harness's caller ends it.
pub(crate) fn until(mut reached: impl FnMut() -> bool) {
    while !reached() {
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn a_dropped_container_is_killed() {
    let spec = probe(&["stubborn"]);
    let scratch = spec.scratch.clone();
    block_on(async {
        let container = start(spec).await;
        let pid = container.pid();
        assert!(alive(pid));
        drop(container);
        until(|| !alive(pid) && !scratch.exists());
    });
}

/// Starts another process of this binary that starts a container; returns it with the container's number.
fn start_helper(scratch: &Path) -> (Child, u32) {
    let mut child = Command::new("/proc/self/exe")
        .arg(HELPER)
        .arg(image())
        .arg(scratch)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let pid = line.trim().parse().expect("the helper tells the container's number");
    (child, pid)
}

/// What the helper does: start a container, tell its number, and wait to be killed.
pub(crate) fn helper(arguments: &[String]) {
    let [layer, scratch] = arguments else { panic!("a layer and a scratch directory") };
    block_on(async {
        let argv = vec!["/bin/probe".into(), "stubborn".into()];
        let id = format!("helper-{}", std::process::id());
        let mut spec = lirio_runtime::ContainerSpec::new(id, vec![layer.into()], scratch.into(), argv);
        let folder = Path::new(scratch).parent().unwrap();
        spec.image = engine_socket().map(|_| source_of(Path::new(layer), folder));
        let container = start(spec).await;
        println!("{}", container.pid());
        container.wait().await;
    });
}

fn containers_die_with_lirio() {
    let parent = Folder::new();
    let scratch = parent.0.join("c1");
    let (mut helper, pid) = start_helper(&scratch);
    assert!(alive(pid) && scratch.exists());
    helper.kill().unwrap();
    helper.wait().unwrap();
    // The supervisor, which nobody has killed, ends the container and removes everything.
    until(|| !alive(pid) && !scratch.exists());
    until(|| cgroups_of(&format!("helper-{}", helper.id())).is_empty());
}

fn parent_of(pid: u32) -> u32 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    status.lines().find_map(|line| line.strip_prefix("PPid:")).unwrap().trim().parse().unwrap()
}

pub(crate) fn kill(pid: u32) {
    let pid = rustix::process::Pid::from_raw(pid as i32).unwrap();
    rustix::process::kill_process(pid, rustix::process::Signal::KILL).unwrap();
}

fn the_supervisor_is_killed() {
    let spec = probe(&["stubborn"]);
    let (id, scratch) = (spec.id.clone(), spec.scratch.clone());
    block_on(async {
        let container = start(spec).await;
        kill(parent_of(container.pid()));
        let exit = container.removed().await;
        assert_eq!((exit.code, exit.signal), (None, Some(9)));
        until(|| !alive(container.pid()));
    });
    assert!(!scratch.exists());
    assert_eq!(cgroups_of(&id), Vec::<PathBuf>::new());
}

fn sweep_after_a_crash() {
    let parent = Folder::new();
    let scratch = parent.0.join("c1");
    let (mut helper, pid) = start_helper(&scratch);
    let supervisor = parent_of(pid);
    // It stops first, so that it cannot tidy up between the two deaths.
    let stopped = rustix::process::Pid::from_raw(supervisor as i32).unwrap();
    rustix::process::kill_process(stopped, rustix::process::Signal::STOP).unwrap();
    // While its lirio lives, nothing is swept.
    runtime().sweep(&parent.0).unwrap();
    assert!(alive(pid) && scratch.exists());
    helper.kill().unwrap();
    helper.wait().unwrap();
    kill(supervisor);
    until(|| !alive(pid));
    assert!(scratch.exists());
    assert!(runtime().sweep(&parent.0).unwrap() >= 1);
    assert!(!scratch.exists());
    assert_eq!(cgroups_of(&format!("helper-{}", helper.id())), Vec::<PathBuf>::new());
}
