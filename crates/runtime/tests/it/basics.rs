//! What every container can count on.

use lirio_runtime::{ContainerSpec, Mount, RuntimeError, SetupStep, Stream};

use crate::harness::{
    Folder, Test, block_on, check, check_with, engine_socket, finish, image, output_of, probe, refused,
    rootless, start, text,
};

pub(crate) const TESTS: &[Test] = &[
    ("exit_codes", exit_codes),
    ("output_comes_as_lines", output_comes_as_lines),
    ("a_flood_of_output_is_whole", a_flood_of_output_is_whole),
    ("environment_and_place", environment_and_place),
    ("files_of_the_image", files_of_the_image),
    ("layers_are_stacked", layers_are_stacked),
    ("mounts", mounts),
    ("users", users),
    ("programs_that_cannot_start", programs_that_cannot_start),
    ("bad_specifications", bad_specifications),
    ("two_of_one_name", two_of_one_name),
    ("devices_and_system_files", devices_and_system_files),
    ("threads_work", || check(&["threads"], "42")),
];

fn exit_codes() {
    for (code, expected) in [("0", 0), ("1", 1), ("255", 255)] {
        let (_, exit) = block_on(async { finish(start(probe(&["exit", code])).await).await });
        assert_eq!((exit.code, exit.signal, exit.oom_killed), (Some(expected), None, false));
        assert_eq!(exit.success(), expected == 0);
        // An engine does not tell after the end.
        let told = engine_socket().is_none();
        assert!(
            !told || exit.usage.cpu_time.is_some() && exit.usage.memory_peak_bytes.is_some(),
            "{:?}",
            exit.usage
        );
    }
}

fn output_comes_as_lines() {
    let (lines, _) = block_on(async { finish(start(probe(&["both"])).await).await });
    assert_eq!(text(&lines, Stream::Stdout), ["one", "two"]);
    assert_eq!(text(&lines, Stream::Stderr), ["three"]);
    assert!(lines.iter().all(|line| line.timestamp_ms > 1_600_000_000_000));

    let (lines, _) = block_on(async { finish(start(probe(&["long", "300000"])).await).await });
    let lengths: Vec<usize> = lines.iter().map(|line| line.bytes.len()).collect();
    assert_eq!(lengths, [lirio_runtime::MAX_LINE, 300_000 - lirio_runtime::MAX_LINE]);
}

fn a_flood_of_output_is_whole() {
    let (lines, exit) = block_on(async { finish(start(probe(&["flood", "20000"])).await).await });
    assert!(exit.success());
    let lines = text(&lines, Stream::Stdout);
    assert_eq!((lines.len(), lines[19_999].as_str()), (20_000, "line 19999"));
    // Nobody reads: the container is not held up.
    assert!(block_on(async { start(probe(&["flood", "20000"])).await.wait().await }).success());
}

fn environment_and_place() {
    let set = |spec: &mut ContainerSpec| spec.env.push(("MODEL".into(), "iris = 1".into()));
    check_with(&["env", "MODEL"], set, "iris = 1");
    check(&["env", "HOME"], "/root");
    check(&["env", "CARGO_MANIFEST_DIR"], "unset");
    check(&["cwd"], "/");
    check_with(&["cwd"], |spec| spec.working_dir = "/opt/made/for/it".into(), "/opt/made/for/it");
    check_with(&["hostname"], |spec| spec.hostname = "algo-1".into(), "algo-1");
    check_with(&["read", "/etc/hostname"], |spec| spec.hostname = "algo-1".into(), "algo-1");
    if engine_socket().is_none() {
        check(&["attack", "pid"], "result 2");
        check(&["status", "NSsid:"], "2");
    }
    // Nothing of lirio's is open: the three streams and the folder being read.
    check(&["descriptors"], "4");
}

fn files_of_the_image() {
    check(&["read", "/etc/motd"], "from the image");
    check(&["write", "/etc/motd", "changed"], "written");
    // The layer is shared, and still as it was.
    check(&["read", "/etc/motd"], "from the image");
    check(&["write", "/tmp/x", "y"], "written");
}

fn layers_are_stacked() {
    let top = Folder::new();
    std::fs::create_dir(top.0.join("etc")).unwrap();
    std::fs::write(top.0.join("etc/motd"), "from the top").unwrap();
    let two = |spec: &mut ContainerSpec| spec.lower_dirs = vec![image(), top.0.clone()];
    check_with(&["read", "/etc/motd"], two, "from the top");
    let two = |spec: &mut ContainerSpec| spec.lower_dirs = vec![top.0.clone(), image()];
    check_with(&["read", "/etc/motd"], two, "from the image");
    // As many as an image may have, and with characters that mount options take for their own.
    let odd = Folder::new();
    let many: Vec<_> = (0..150)
        .map(|number| {
            let layer = odd.0.join(format!("a,b:c\\{number}"));
            std::fs::create_dir(&layer).unwrap();
            std::fs::write(layer.join("number"), number.to_string()).unwrap();
            layer
        })
        .collect();
    check_with(&["read", "/number"], |spec| spec.lower_dirs.extend(many), "149");
}

fn mounts() {
    let job = Folder::new();
    std::fs::create_dir(job.0.join("input")).unwrap();
    std::fs::write(job.0.join("input/data.csv"), "1,2").unwrap();
    let at = |target: &str, read_only| {
        let mount = Mount { source: job.0.clone(), target: target.into(), read_only };
        move |spec: &mut ContainerSpec| spec.mounts.push(mount)
    };
    check_with(&["read", "/opt/ml/input/data.csv"], at("/opt/ml", false), "1,2");
    check_with(&["write", "/opt/ml/model", "weights"], at("/opt/ml", false), "written");
    assert_eq!(std::fs::read_to_string(job.0.join("model")).unwrap(), "weights");
    check_with(&["read", "/opt/ml/model"], at("/opt/ml", true), "weights");
    check_with(&["write", "/opt/ml/model", "x"], at("/opt/ml", true), "error 30");
    // A link of the image leads to a place inside, not to the host's /tmp.
    check_with(&["read", "/tmp/deep/model"], at("/outside/deep", true), "weights");
    assert!(!std::env::temp_dir().join("deep").exists());
    // A single file, over one of the image's.
    let file = Mount { source: job.0.join("model"), target: "/etc/motd".into(), read_only: true };
    check_with(&["read", "/etc/motd"], |spec| spec.mounts.push(file), "weights");
    // A read-only mount inside a writable one.
    let both = |spec: &mut ContainerSpec| {
        at("/opt/ml", false)(spec);
        let source = job.0.join("input");
        spec.mounts.push(Mount { source, target: "/opt/ml/input".into(), read_only: true });
    };
    check_with(&["write", "/opt/ml/input/new", "x"], both, "error 30");
    check_with(&["write", "/opt/ml/new", "x"], both, "written");
}

/// A list of numbers in order.
fn sorted(list: &str) -> String {
    let mut numbers: Vec<u32> = list.split(',').filter_map(|one| one.parse().ok()).collect();
    numbers.sort_unstable();
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn users() {
    let as_user = |user: &'static str| move |spec: &mut ContainerSpec| spec.user = Some(user.into());
    // An ordinary user brings its own groups along, as numbers that nobody has inside.
    let groups = |own: &str| if rootless() { String::new() } else { own.to_owned() };
    let ids = |user, expected: &str, own: &str| {
        // Engines add the user's first group to the others.
        let first = expected.split(' ').next_back().unwrap_or_default();
        let joined = [own, first].into_iter().filter(|group| !group.is_empty()).collect::<Vec<_>>().join(",");
        let own = if engine_socket().is_some() { sorted(&joined) } else { own.to_owned() };
        let found = output_of(&["ids"], as_user(user));
        assert_eq!(found.trim_end(), format!("{expected} {}", groups(&own)).trim_end(), "{user}");
    };
    check(&["env", "HOME"], "/root");
    ids("0", "0 0", "");
    ids("model", "1234 1235", "44");
    ids("1234", "1234 1235", "44");
    ids("77:88", "77 88", "");
    check_with(&["env", "HOME"], as_user("model"), "/home/model");
    check_with(&["status", "CapEff:"], as_user("model"), "0000000000000000");
    check_with(&["write", "/tmp/mine", "x"], as_user("model"), "written");
    if !rootless() {
        check_with(&["write", "/etc/motd", "x"], as_user("model"), "error 13");
    }
    let mut spec = probe(&["ids"]);
    spec.user = Some("stranger".into());
    let error = block_on(refused(spec));
    let error =
        format!("{error} {}", std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default());
    // Docker says `passwd file`.
    assert!(error.contains("stranger") && error.contains("passwd"), "{error}");
}

fn programs_that_cannot_start() {
    let failing = |program: &str, errno| {
        let mut spec = probe(&[]);
        spec.argv = vec![program.into()];
        let scratch = spec.scratch.clone();
        match block_on(refused(spec)) {
            RuntimeError::Setup { failure, advice, .. } => {
                assert_eq!((failure.step, failure.errno), (SetupStep::Exec, errno), "{program}");
                assert!(
                    failure.detail.contains(program) && !advice.contains("--runtime docker"),
                    "{failure} {advice}"
                );
            }
            other => panic!("{other}"),
        }
        assert!(!scratch.exists(), "nothing is left of a failed start");
    };
    failing("no-such-program", 2);
    failing("/bin/no-such-program", 2);
    failing("/etc/motd", 13);
    let mut spec = probe(&["cwd"]);
    spec.working_dir = "/etc/motd/x".into();
    match block_on(refused(spec)) {
        RuntimeError::Setup { failure, .. } => assert_eq!(failure.step, SetupStep::WorkingDirectory),
        other => panic!("{other}"),
    }
}

fn bad_specifications() {
    let mut spec = probe(&["cwd"]);
    spec.mounts.push(Mount { source: "/nowhere/at/all".into(), target: "/x".into(), read_only: true });
    let error = block_on(refused(spec));
    assert!(matches!(&error, RuntimeError::InvalidSpec { .. }), "{error}");
    assert!(error.to_string().contains("/nowhere/at/all"));
}

fn two_of_one_name() {
    block_on(async {
        let spec = probe(&["sleep"]);
        let first = start(spec.clone()).await;
        assert!(matches!(refused(spec.clone()).await, RuntimeError::InvalidSpec { .. }));
        first.kill().await.unwrap();
        first.removed().await;
        // The name is free again.
        start(spec).await.kill().await.unwrap();
    });
}

fn devices_and_system_files() {
    check(&["write", "/dev/null", "x"], "written");
    check(&["write", "/dev/full", "x"], "error 28");
    check(&["write", "/dev/shm/x", "x"], "written");
    check(&["list", "/dev/pts"], "ptmx");
    let own = if engine_socket().is_some() { "mqueue " } else { "" };
    check(
        &["list", "/dev"],
        &format!("fd full {own}null ptmx pts random shm stderr stdin stdout tty urandom zero"),
    );
    check(&["list", "/sys/class/net"], "lo");
    check(&["link", "/dev/fd"], "/proc/self/fd");
    let hosts = output_of(&["read", "/etc/hosts"], |_| {});
    assert!(hosts.starts_with("127.0.0.1\tlocalhost"), "{hosts}");
}
