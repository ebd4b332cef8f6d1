//! What a program in a container might try, and what it gets.

use lirio_runtime::{RuntimeError, SetupStep};

use crate::harness::{
    Test, block_on, check, check_with, engine_socket, mode, output_of, probe, rootless, runtime,
};
use lirio_runtime::Runtime;

const EPERM: &str = "error 1";

pub(crate) const TESTS: &[Test] = &[
    ("calls_are_refused", calls_are_refused),
    ("calls_that_fall_back", calls_that_fall_back),
    ("sockets", sockets),
    ("privileges_are_gone", privileges_are_gone),
    ("the_host_is_invisible", the_host_is_invisible),
    ("proc_and_sys_cannot_be_written", proc_and_sys_cannot_be_written),
    ("the_first_process_is_out_of_reach", the_first_process_is_out_of_reach),
    ("lirio_itself_cannot_be_overwritten", lirio_itself_cannot_be_overwritten),
    ("hostile_links_in_the_image", hostile_links_in_the_image),
];

fn calls_are_refused() {
    let attacks = [
        "mount",
        "remount-proc",
        "umount",
        "ptrace-parent",
        "read-memory",
        "device",
        "user-namespace",
        "net-namespace",
        "clone-namespace",
        "chroot",
        "bpf",
        "perf",
        "io-uring",
        "keyctl",
        "kexec",
        "module",
        "reboot",
        "clock",
        "syslog",
        "userfault",
        "handle",
        "fsopen",
        "sethostname",
    ];
    for attack in attacks {
        check(&["attack", attack], EPERM);
    }
    // As a user other than root it is no different.
    for attack in ["mount", "user-namespace", "ptrace-parent", "device"] {
        check_with(&["attack", attack], |spec| spec.user = Some("1234".into()), EPERM);
    }
    check(&["attack", "fifo"], "result 0");
}

fn calls_that_fall_back() {
    check(&["attack", "clone3"], "error 38");
    check(&["attack", "future-call"], "error 38");
}

fn sockets() {
    for attack in ["raw-socket", "packet-socket", "crypto-socket"] {
        check(&["attack", attack], EPERM);
    }
}

fn privileges_are_gone() {
    check(&["status", "NoNewPrivs:"], "1");
    check(&["status", "Seccomp:"], "2");
    let kept = output_of(&["status", "CapEff:"], |_| {});
    let kept = u64::from_str_radix(&kept, 16).unwrap();
    // NET_ADMIN, NET_RAW, every SYS_ one, MKNOD.
    let dangerous: u64 =
        [12, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27].iter().map(|bit| 1 << bit).sum();
    assert_eq!(kept & dangerous, 0, "{kept:x}");
    check(&["status", "CapBnd:"], &format!("{kept:016x}"));
    if rootless() {
        check(&["attack", "setuid", "1234"], "error 22");
    } else {
        check(&["attack", "setuid", "1234"], "result 0");
    }
}

fn the_host_is_invisible() {
    // This file is on the host for certain.
    let own = std::env::current_exe().unwrap().display().to_string();
    check(&["read", &own], "error 2");
    let engine = engine_socket().is_some();
    // Engines make something of their own.
    let (first, run) = match mode().as_str() {
        "docker" => (".dockerenv ", ""),
        "podman" => ("", " run"),
        _ => ("", ""),
    };
    check(&["list", "/"], &format!("{first}bin dev etc outside proc{run} sys tmp"));
    check(&["list", "/outside"], "");
    // Of processes there is the sandbox's first and the probe.
    let processes = output_of(&["list", "/proc"], |_| {});
    let numbers: Vec<&str> = processes.split(' ').filter(|name| name.parse::<u32>().is_ok()).collect();
    // An engine numbers what it starts; its doorkeeper is the first.
    assert!(numbers.len() == 2 && numbers[0] == "1" && (engine || numbers[1] == "2"), "{numbers:?}");
    let mounts = output_of(&["read", "/proc/self/mountinfo"], |_| {});
    // Engines show a container its own groups, read-only.
    let shown = |line: &&str| {
        line.contains(" /sys/fs/cgroup") && !(engine && (line.contains(" ro,") || line.contains(" - tmpfs ")))
    };
    assert_eq!(mounts.lines().find(shown), None);
}

fn proc_and_sys_cannot_be_written() {
    for path in ["/proc/sys/kernel/core_pattern", "/proc/sys/vm/drop_caches", "/sys/x", "/proc/sysrq-trigger"]
    {
        let found = output_of(&["write", path, "x"], |_| {});
        // Some kernels are built without the last of these.
        let refused = ["error 30", "error 13", "error 1", "error 2"].contains(&found.as_str());
        assert!(refused, "{path}: {found}");
    }
    for path in ["/proc/kcore", "/proc/timer_list", "/proc/keys"] {
        // What a kernel has is hidden behind /dev/null; not every kernel has everything.
        let expected = if std::path::Path::new(path).exists() { "" } else { "error 2" };
        check(&["read", path], expected);
    }
    check(&["list", "/sys/firmware"], "");
}

fn the_first_process_is_out_of_reach() {
    for path in ["/proc/1/exe", "/proc/1/root", "/proc/1/cwd"] {
        check(&["link", path], "error 13");
    }
    for path in ["/proc/1/environ", "/proc/1/mem", "/proc/1/maps"] {
        check(&["read", path], "error 13");
    }
    check(&["attack", "kill-init"], "result 0");
}

fn lirio_itself_cannot_be_overwritten() {
    // The image's program is a link to what runs it: CVE-2019-5736. It starts as a lirio that nobody asked
    // to be a supervisor, in the sandbox, and there the file cannot be written, whoever owns it.
    let mut spec = probe(&[]);
    spec.argv = vec!["/bin/self".into(), "--list".into()];
    let started = block_on(async {
        let container = runtime().start(spec).await?;
        Ok::<_, RuntimeError>(container.wait().await)
    });
    match started {
        // Executed in the sandbox, where its loader is missing.
        Err(RuntimeError::Setup { failure, .. }) => assert_eq!(failure.step, SetupStep::Exec),
        Ok(_) => {}
        Err(other) => panic!("{other}"),
    }
}

fn hostile_links_in_the_image() {
    let layer = crate::harness::Folder::new();
    std::os::unix::fs::symlink("/tmp", layer.0.join("proc")).unwrap();
    let mut spec = probe(&["cwd"]);
    spec.lower_dirs.push(layer.0.clone());
    match block_on(crate::harness::refused(spec)) {
        RuntimeError::Setup { failure, .. } => assert_eq!(failure.step, SetupStep::Proc),
        other => panic!("{other}"),
    }
    // A link for /etc/resolv.conf is replaced, not followed.
    let layer = crate::harness::Folder::new();
    std::fs::create_dir(layer.0.join("etc")).unwrap();
    std::os::unix::fs::symlink("/bin/probe", layer.0.join("etc/resolv.conf")).unwrap();
    check_with(&["list", "/proc/self/task"], |spec| spec.lower_dirs.push(layer.0.clone()), "2");
}
