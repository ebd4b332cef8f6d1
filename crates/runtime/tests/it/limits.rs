//! Limits on resources, by whatever this machine enforces them with.

use lirio_runtime::{Enforcement, Mount, Stream};

use crate::harness::{
    Folder, Test, block_on, check_with, engine_socket, finish, output_of, probe, runtime, start, text,
};

pub(crate) const TESTS: &[Test] = &[
    ("a_memory_bomb_is_killed", a_memory_bomb_is_killed),
    ("a_fork_bomb_is_contained", a_fork_bomb_is_contained),
    ("a_disk_bomb_is_killed", a_disk_bomb_is_killed),
    ("files", files),
    ("processors", processors),
    ("usage_is_told", usage_is_told),
    ("what_it_has_written_is_told", what_it_has_written_is_told),
];

fn a_memory_bomb_is_killed() {
    let mut spec = probe(&["memory-bomb"]);
    spec.limits.memory_bytes = Some(64 << 20);
    let (lines, exit) = block_on(async { finish(start(spec).await).await });
    assert_eq!((exit.code, exit.signal), (None, Some(9)), "{exit:?}");
    assert!(exit.oom_killed);
    assert_eq!(text(&lines, Stream::Stdout), [""; 0]);
    // A modest program under the same limit is left alone.
    check_with(&["print", "fine"], |spec| spec.limits.memory_bytes = Some(64 << 20), "fine");
}

fn a_fork_bomb_is_contained() {
    let made = output_of(&["fork-bomb"], |spec| spec.limits.pids = Some(20));
    let made: u32 = made.parse().unwrap();
    assert!((1..20).contains(&made), "{made} processes beside the first");
}

fn a_disk_bomb_is_killed() {
    // In its own layer, in a mount, and in files that have no name.
    for (kind, target) in [("keep", "/tmp"), ("keep", "/opt/ml/model"), ("delete", "/tmp")] {
        // An engine counts only what has a name.
        if kind == "delete" && engine_socket().is_some() {
            continue;
        }
        let folder = Folder::new();
        std::fs::set_permissions(&folder.0, std::os::unix::fs::PermissionsExt::from_mode(0o777)).unwrap();
        let mut spec = probe(&["disk-bomb", target, kind]);
        spec.mounts =
            vec![Mount { source: folder.0.clone(), target: "/opt/ml/model".into(), read_only: false }];
        spec.limits.disk_bytes = Some(32 << 20);
        let (_, exit) = block_on(async { finish(start(spec).await).await });
        assert_eq!((exit.code, exit.signal), (None, Some(9)), "{exit:?}");
        assert!(exit.disk_exceeded && !exit.oom_killed);
    }
    // A modest program under the same limit is left alone.
    let limit = |spec: &mut lirio_runtime::ContainerSpec| spec.limits.disk_bytes = Some(32 << 20);
    check_with(&["write", "/tmp/x", "y"], limit, "written");
}

fn files() {
    let limit = |spec: &mut lirio_runtime::ContainerSpec| {
        spec.limits.open_files = Some(64);
        spec.limits.file_size = Some(1 << 16);
    };
    let open = output_of(&["limit", "Max open files"], limit);
    assert_eq!(open.split_whitespace().collect::<Vec<_>>(), ["64", "64", "files"]);
    check_with(&["big-file", "65536"], limit, "written");
    check_with(&["big-file", "65537"], limit, "error 27");
    let core = output_of(&["limit", "Max core file size"], |_| {});
    assert!(core.starts_with("0 "), "{core}");
}

fn processors() {
    // With a cgroup, time is rationed; without one the container is kept to whole processors.
    let allowed = output_of(&["status", "Cpus_allowed_list:"], |spec| spec.limits.cpus = Some(0.5));
    if runtime().confinement().cpus == Enforcement::Affinity {
        assert!(allowed.parse::<u32>().is_ok(), "{allowed:?} is one processor");
    }
    check_with(&["print", "x"], |spec| spec.limits.cpus = Some(100.0), "x");
}

fn what_it_has_written_is_told() {
    block_on(async {
        const MIB: u64 = 1 << 20;
        let folder = Folder::new();
        std::fs::write(folder.0.join("given"), vec![1; MIB as usize]).unwrap();
        let mut spec = probe(&["fill", "/tmp/own"]);
        spec.mounts =
            vec![Mount { source: folder.0.clone(), target: "/opt/ml/model".into(), read_only: false }];
        let container = start(spec).await;
        let mut logs = container.take_logs().unwrap();
        assert_eq!(logs.recv().await.unwrap().bytes, "ready");
        let bytes = container.disk_bytes().await.unwrap();
        assert!((3 * MIB..4 * MIB).contains(&bytes), "{bytes}");
        container.kill().await.unwrap();
        container.wait().await;
        assert_eq!(container.disk_bytes().await, None);
    });
}

fn usage_is_told() {
    block_on(async {
        let container = start(probe(&["burn", "60"])).await;
        let mut logs = container.take_logs().unwrap();
        assert_eq!(logs.recv().await.unwrap().bytes, "burnt");
        let usage = container.stats().await;
        assert!(usage.cpu_time.unwrap().as_millis() >= 30, "{usage:?}");
        assert!(usage.memory_bytes.unwrap() > 0, "{usage:?}");
        container.kill().await.unwrap();
        let usage = container.wait().await.usage;
        assert!(usage.cpu_time.unwrap().as_millis() >= 30, "{usage:?}");
    });
}
