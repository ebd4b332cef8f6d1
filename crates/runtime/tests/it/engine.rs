//! What is particular about an engine, and which tests are not about one.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use lirio_runtime::{Runtime, RuntimeError};

use crate::harness::{
    Folder, INSTANCE, Test, block_on, check, engine_of, engine_socket, finish, image, probe, refused, start,
};
use crate::lifetime::{HELPER, alive, kill, until};

pub(crate) const TESTS: &[Test] = &[
    ("engine_containers_die_with_lirio", engine_containers_die_with_lirio),
    ("engine_sweep_after_a_crash", engine_sweep_after_a_crash),
    ("engine_nothing_is_left", engine_nothing_is_left),
    ("engine_failures_are_told", engine_failures_are_told),
    ("engine_doorkeeper_is_killed", engine_doorkeeper_is_killed),
    ("engine_attacks_are_refused", engine_attacks_are_refused),
];

/// The sandbox's tests that say nothing about an engine, and why.
const OF_THE_SANDBOX: &[(&str, &str)] = &[
    ("calls_are_refused", "the engine's filter is another one: engine_attacks_are_refused"),
    ("calls_that_fall_back", "the engine's filter is another one"),
    ("sockets", "the engine's filter is another one: engine_attacks_are_refused"),
    ("layers_are_stacked", "the engine stacks an image's layers"),
    ("hostile_links_in_the_image", "the engine unpacks images"),
    ("devices_hostile_links", "the engine unpacks images, and the archive of links within them"),
    ("devices_have_folders_of_their_own", "the engine makes /dev, and has no links in it"),
    ("programs_that_cannot_start", "the words are the engine's: engine_failures_are_told"),
    ("nothing_is_left", "cgroups and mounts are the engine's: engine_nothing_is_left"),
    ("containers_die_with_lirio", "what is stopped is swept: engine_containers_die_with_lirio"),
    ("the_supervisor_is_killed", "there is none: engine_doorkeeper_is_killed"),
    ("sweep_after_a_crash", "engine_sweep_after_a_crash"),
];

/// What is tried with Podman beside Docker when nobody asks for all of it: where the two differ.  A start with Podman
/// takes a second or two, and a test may need dozens.
const WITH_PODMAN: &[&str] = &[
    "environment_and_place",
    "users",
    "the_host_is_invisible",
    "privileges_are_gone",
    "a_memory_bomb_is_killed",
    "connections_go_in",
    "members_of_a_network_reach_each_other",
    "what_it_has_written_is_told",
    "mounts",
    "devices_are_given_apart",
    "devices_for_users",
    "engine_containers_die_with_lirio",
    "engine_sweep_after_a_crash",
    "engine_failures_are_told",
    "engine_doorkeeper_is_killed",
];

/// Whether a test is among those.
pub(crate) fn tells_podman_apart(name: &str) -> bool {
    WITH_PODMAN.contains(&name)
}

/// Whether a test is for this kind of run.
pub(crate) fn applies(name: &str, with_an_engine: bool) -> bool {
    if with_an_engine {
        !OF_THE_SANDBOX.iter().any(|(other, _)| *other == name)
    } else {
        !name.starts_with("engine_")
    }
}

/// The containers that the engine has of an instance: their names.
fn containers_of(instance: &str) -> Vec<String> {
    use std::io::{Read, Write};
    let socket = engine_socket().unwrap();
    let mut stream = std::os::unix::net::UnixStream::connect(socket).unwrap();
    let filters = format!("%7B%22label%22%3A%5B%22lirio.instance%3D{instance}%22%5D%7D");
    let request =
        format!("GET /v1.40/containers/json?all=1&filters={filters} HTTP/1.0\r\nHost: engine\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(answer.contains(" 200 "), "{answer}");
    answer.split("\"Id\":\"").skip(1).map(|rest| rest.chars().take(12).collect()).collect()
}

/// Another process of this binary with a container of an instance; its number and the container's.
fn start_helper(instance: &str, scratch: &std::path::Path) -> (Child, u32) {
    let mut child = Command::new("/proc/self/exe")
        .arg(HELPER)
        .arg(image())
        .arg(scratch)
        .env(INSTANCE, instance)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let pid = line.trim().parse().expect("the helper tells the container's number");
    (child, pid)
}

fn engine_containers_die_with_lirio() {
    let parent = Folder::new();
    let instance = format!("die{}", std::process::id());
    let (mut helper, pid) = start_helper(&instance, &parent.0.join("c1"));
    assert!(alive(pid));
    assert_eq!(containers_of(&instance).len(), 2, "the program's and the doorkeeper's");
    helper.kill().unwrap();
    helper.wait().unwrap();
    // Nobody asks the engine: the kernel ends the doorkeeper's process tree.
    until(|| !alive(pid));
    block_on(async { engine_of(&instance).await.sweep(&parent.0).await.unwrap() });
    assert_eq!(containers_of(&instance), [""; 0]);
}

fn engine_sweep_after_a_crash() {
    let parent = Folder::new();
    let instance = format!("sweep{}", std::process::id());
    let (mut helper, pid) = start_helper(&instance, &parent.0.join("c1"));
    let sweep = || block_on(async { engine_of(&instance).await.sweep(&parent.0).await.unwrap() });
    let other = || block_on(async { engine_of("another").await.sweep(&parent.0).await.unwrap() });
    // While its lirio lives, nothing is swept.
    assert_eq!(sweep(), 0);
    assert!(alive(pid) && parent.0.join("c1").exists());
    helper.kill().unwrap();
    helper.wait().unwrap();
    // Another instance sweeps its own containers only.
    std::fs::remove_file(parent.0.join("c1/owner")).unwrap();
    assert_eq!(other(), 0);
    assert_eq!(containers_of(&instance).len(), 2);
    assert_eq!(sweep(), 2);
    assert_eq!(containers_of(&instance), [""; 0]);
}

fn engine_nothing_is_left() {
    let instance = format!("left{}", std::process::id());
    let spec = probe(&["graceful"]);
    let scratch = spec.scratch.clone();
    block_on(async {
        let container = engine_of(&instance).await.start(spec).await.unwrap();
        let mut logs = container.take_logs().unwrap();
        assert_eq!(logs.recv().await.unwrap().bytes, "ready");
        assert_eq!(containers_of(&instance).len(), 2);
        container.stop(None).await;
        container.removed().await;
    });
    assert_eq!(containers_of(&instance), [""; 0]);
    assert!(!scratch.exists());
    // Neither of a start that was given up on the way.
    block_on(async {
        let engine = engine_of(&instance).await;
        for milliseconds in [0, 5, 20, 60, 150] {
            let start = engine.start(probe(&["sleep"]));
            let _ = tokio::time::timeout(std::time::Duration::from_millis(milliseconds), start).await;
        }
        while !containers_of(&instance).is_empty() {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    });
}

fn engine_failures_are_told() {
    let failing = |change: &dyn Fn(&mut lirio_runtime::ContainerSpec), expected: &str| {
        let mut spec = probe(&["cwd"]);
        change(&mut spec);
        let scratch = spec.scratch.clone();
        let error = block_on(refused(spec));
        let cause = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        let text = format!("{error}: {cause}");
        assert!(text.contains(expected), "{text}");
        assert!(!scratch.exists(), "nothing is left of a failed start");
    };
    failing(&|spec| spec.argv = vec!["no-such-program".into()], "no-such-program");
    failing(&|spec| spec.argv = vec!["/etc/motd".into()], "permission denied");
    failing(&|spec| spec.user = Some("nobody-at-all".into()), "nobody-at-all");
    failing(&|spec| spec.image = None, "`image` is missing");
    failing(&|spec| spec.listeners = vec![9000, 9000], "listening on a port");
    let nobody = block_on(lirio_runtime::EngineRuntime::connect_to("/nowhere/at/all".as_ref(), "x"));
    assert!(matches!(nobody, Err(RuntimeError::NoEngine(_))));
}

/// The attacks that an engine's own filter and the dropped capabilities stop, and with which error.
fn engine_attacks_are_refused() {
    let attacks = [
        "mount",
        "remount-proc",
        "umount",
        "ptrace-parent",
        "device",
        "user-namespace",
        "net-namespace",
        "clone-namespace",
        "chroot",
        "bpf",
        "perf",
        "keyctl",
        "kexec",
        "module",
        "reboot",
        "clock",
        "syslog",
        "handle",
        "fsopen",
        "sethostname",
        "raw-socket",
        "packet-socket",
    ];
    for attack in attacks {
        check(&["attack", attack], "error 1");
    }
    block_on(async {
        let (lines, exit) = finish(start(probe(&["attack", "read-memory"])).await).await;
        let text = String::from_utf8_lossy(&lines[0].bytes).into_owned();
        assert!(exit.success() && text.starts_with("error"), "{text}");
    });
}

fn engine_doorkeeper_is_killed() {
    block_on(async {
        let container = start(probe(&["stubborn"])).await;
        let mut logs = container.take_logs().unwrap();
        assert_eq!(logs.recv().await.unwrap().bytes, "ready");
        // Outside, the first process of the tree is the one whose number inside is 1.
        let namespace = |pid: &str| std::fs::read_link(format!("/proc/{pid}/ns/pid")).ok();
        let wanted = namespace(&container.pid().to_string()).unwrap();
        let doorkeeper = std::fs::read_dir("/proc").unwrap().flatten().find_map(|entry| {
            let pid = entry.file_name().to_string_lossy().into_owned();
            let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
            let first = status.lines().any(|line| line.starts_with("NSpid:") && line.ends_with("\t1"));
            (namespace(&pid)? == wanted && first).then_some(pid)
        });
        kill(doorkeeper.expect("the doorkeeper runs").parse().unwrap());
        let exit = container.removed().await;
        assert_eq!((exit.code, exit.signal), (None, Some(9)));
    });
}
