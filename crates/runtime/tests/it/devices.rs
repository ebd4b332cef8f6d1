//! Devices of the machine, as a vendor's file describes them; here they are ones that every machine has.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;

use lirio_cdi::{Edits, Folders, LIBRARY_FOLDER};
use lirio_runtime::{ContainerSpec, RuntimeError};

use crate::harness::{
    Folder, Test, block_on, check_with, engine_socket, mode, output_of, probe, refused, rootless,
};

pub(crate) const TESTS: &[Test] = &[
    ("devices_are_given_apart", devices_are_given_apart),
    ("devices_bring_files_and_links", devices_bring_files_and_links),
    ("devices_have_folders_of_their_own", devices_have_folders_of_their_own),
    ("devices_for_users", devices_for_users),
    ("devices_cannot_be_changed", devices_cannot_be_changed),
    ("devices_hostile_links", devices_hostile_links),
    ("devices_that_are_none_are_refused", devices_that_are_none_are_refused),
];

/// A machine with two GPUs: 1:5 (`/dev/zero`) and 1:7 (`/dev/full`).
struct Machine(Folder);

/// Any library of this machine: it says its name, which is not that of its file in the container.
fn library() -> PathBuf {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let path =
        maps.lines().find_map(|line| line.split(' ').next_back().filter(|path| path.contains("libc.so")));
    path.expect("the tests are linked to the C library").into()
}

impl Machine {
    fn new() -> Machine {
        let folder = Folder::new();
        fs::write(folder.0.join("smi"), "a program of the driver").unwrap();
        let text = format!(
            r#"cdiVersion: 0.5.0
kind: nvidia.com/gpu
devices:
  - name: "0"
    containerEdits:
      env: [GIVEN_0=yes]
      deviceNodes:
        - {{ path: /dev/nvidia0, hostPath: /dev/zero, type: c, major: 1, minor: 5 }}
        - {{ path: /dev/dri/card0, hostPath: /dev/urandom, permissions: rw }}
      hooks:
        - hookName: createContainer
          path: /nowhere/nvidia-cdi-hook
          args: [nvidia-cdi-hook, create-symlinks, --link, "../card0::/dev/dri/by-path/pci-0-card"]
        - hookName: createContainer
          path: /nowhere/nvidia-cdi-hook
          args: [nvidia-cdi-hook, chmod, --mode, "751", --path, /dev/dri]
      additionalGids: [39]
  - name: "1"
    containerEdits:
      env: [GIVEN_1=yes]
      deviceNodes:
        - {{ path: /dev/nvidia1, hostPath: /dev/full }}
containerEdits:
  env: [NVIDIA_VISIBLE_DEVICES=void]
  deviceNodes:
    - {{ path: /dev/nvidiactl, hostPath: /dev/null }}
  hooks:
    - hookName: createContainer
      path: /nowhere/nvidia-cdi-hook
      args: [nvidia-cdi-hook, create-symlinks, --link, "libcuda.so.1::/usr/lib/gpu/libcuda.so", --link, "../bin/smi::/etc/motd"]
    - hookName: createContainer
      path: /nowhere/nvidia-cdi-hook
      args: [nvidia-cdi-hook, update-ldcache, --folder, /usr/lib/gpu]
  mounts:
    - hostPath: {library}
      containerPath: /usr/lib/gpu/libcuda.so.550.1
      options: [ro, nosuid, nodev, bind]
    - hostPath: {folder}/smi
      containerPath: /usr/bin/smi
      options: [ro, nosuid, nodev, rbind, rprivate, noexec]
"#,
            library = library().display(),
            folder = folder.0.display(),
        );
        fs::write(folder.0.join("nvidia.yaml"), text).unwrap();
        Machine(folder)
    }

    /// What a container gets with some of its GPUs.
    fn edits(&self, gpus: &[&str]) -> Edits {
        let folders = Folders(vec![self.0.0.clone()]);
        let machine = folders.read();
        assert_eq!(machine.gpus(), ["nvidia.com/gpu=0", "nvidia.com/gpu=1"], "{:?}", machine.warnings());
        assert_eq!(machine.warnings(), [""; 0]);
        let names: Vec<String> = gpus.iter().map(|gpu| format!("nvidia.com/gpu={gpu}")).collect();
        machine.edits(&names, &folders).unwrap()
    }

    fn with(&self, gpus: &[&str]) -> impl FnOnce(&mut ContainerSpec) {
        let devices = self.edits(gpus);
        move |spec| spec.devices = devices
    }
}

/// What there is of GPUs in a container's `/dev`.
fn seen(machine: &Machine, gpus: &[&str]) -> String {
    let all = output_of(&["list", "/dev"], machine.with(gpus));
    all.split(' ').filter(|name| name.starts_with("nvidia") || *name == "dri").collect::<Vec<_>>().join(" ")
}

fn devices_are_given_apart() {
    let machine = Machine::new();
    let check =
        |words: &[&str], gpus: &[&str], expected: &str| check_with(words, machine.with(gpus), expected);
    assert_eq!(seen(&machine, &["0"]), "dri nvidia0 nvidiactl");
    assert_eq!(seen(&machine, &["1"]), "nvidia1 nvidiactl");
    assert_eq!(seen(&machine, &["0", "1"]), "dri nvidia0 nvidia1 nvidiactl");
    assert_eq!(seen(&machine, &[]), "");
    check(&["device", "/dev/nvidia0"], &["0"], "1:5");
    check(&["device", "/dev/nvidia1"], &["0", "1"], "1:7");
    check(&["open", "/dev/nvidia0"], &["0"], "opened");
    check(&["write", "/dev/nvidia1", "x"], &["1"], "error 28");
    check(&["open", "/dev/nvidia1"], &["0"], "error 2");
    // Whoever has one cannot make the other.
    check(&["attack", "device"], &["0"], "error 1");
    check(&["env", "GIVEN_0"], &["0"], "yes");
    check(&["env", "GIVEN_1"], &["0"], "unset");
    let image = |spec: &mut ContainerSpec| {
        spec.env.push(("NVIDIA_VISIBLE_DEVICES".into(), "all".into()));
        machine.with(&["0"])(spec);
    };
    check_with(&["env", "NVIDIA_VISIBLE_DEVICES"], image, "void");
}

fn devices_bring_files_and_links() {
    let machine = Machine::new();
    let check = |words: &[&str], expected: &str| check_with(words, machine.with(&["1"]), expected);
    check(&["read", "/usr/bin/smi"], "a program of the driver");
    check(&["write", "/usr/bin/smi", "x"], "error 30");
    check(&["list", "/usr/lib/gpu"], "libcuda.so libcuda.so.550.1");
    check(&["link", "/usr/lib/gpu/libcuda.so"], "libcuda.so.1");
    // In place of a file of the image.
    check(&["link", "/etc/motd"], "../bin/smi");
    // By the names that programs ask for.
    check(&["list", LIBRARY_FOLDER], "libc.so.6 libcuda.so libcuda.so.550.1");
    check(&["link", &format!("{LIBRARY_FOLDER}/libc.so.6")], "/usr/lib/gpu/libcuda.so.550.1");
    check(&["mode", LIBRARY_FOLDER], "755");
    check(&["env", "LD_LIBRARY_PATH"], LIBRARY_FOLDER);
    let own = |spec: &mut ContainerSpec| {
        spec.env.push(("LD_LIBRARY_PATH".into(), "/opt/conda/lib".into()));
        machine.with(&["1"])(spec);
    };
    check_with(&["env", "LD_LIBRARY_PATH"], own, &format!("/opt/conda/lib:{LIBRARY_FOLDER}"));
}

fn devices_have_folders_of_their_own() {
    let machine = Machine::new();
    let check = |words: &[&str], expected: &str| check_with(words, machine.with(&["0"]), expected);
    check(&["list", "/dev/dri"], "by-path card0");
    check(&["link", "/dev/dri/by-path/pci-0-card"], "../card0");
    check(&["mode", "/dev/dri"], "751");
    check(&["mode", "/dev/dri/by-path"], "755");
}

fn devices_for_users() {
    let machine = Machine::new();
    let as_user = |user: &'static str| {
        let machine = &machine;
        move |spec: &mut ContainerSpec| {
            spec.user = Some(user.into());
            machine.with(&["0"])(spec);
        }
    };
    check_with(&["open", "/dev/nvidia0"], as_user("1234"), "opened");
    check_with(&["read", "/usr/bin/smi"], as_user("1234"), "a program of the driver");
    // An ordinary user has the groups that it has.
    if !rootless() {
        let found = output_of(&["ids"], as_user("77:88"));
        let groups: Vec<&str> = found.rsplit(' ').next().unwrap_or_default().split(',').collect();
        assert!(groups.contains(&"39"), "{found}");
    }
}

fn devices_cannot_be_changed() {
    let machine = Machine::new();
    let before = ["/dev/zero", "/dev/null"].map(|path| fs::metadata(path).unwrap().permissions().mode());
    for path in ["/dev/nvidia0", "/dev/nvidiactl", "/dev/null"] {
        let found = output_of(&["chmod", path, "600"], machine.with(&["0"]));
        // An engine's are nodes of the container's own.
        if engine_socket().is_none() {
            assert_eq!(found, "error 30", "{path}");
        }
    }
    let after = ["/dev/zero", "/dev/null"].map(|path| fs::metadata(path).unwrap().permissions().mode());
    assert_eq!(before, after);
}

fn devices_hostile_links() {
    let machine = Machine::new();
    let victim = Folder::new();
    let with_links = |links: &[(&str, &str)]| {
        let layer = Folder::new();
        for (path, target) in links {
            let path = layer.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            symlink(target, path).unwrap();
        }
        let mut spec = probe(&["list", "/usr/lib/gpu"]);
        spec.lower_dirs.push(layer.0.clone());
        spec.devices = machine.edits(&["1"]);
        (spec, layer)
    };
    // A folder of the machine's is one inside, which there is not: it is made there.
    let outside = format!("../../../../../../..{}", victim.0.display());
    let (spec, _layer) = with_links(&[("usr/lib/gpu", &outside)]);
    let started = block_on(crate::harness::try_start(spec));
    assert!(matches!(&started, Err(RuntimeError::Setup { .. })), "a link that leads nowhere holds nothing");
    // Through /proc nothing is reached, for it is not there yet; whichever descriptor it would be.
    for number in 3..40 {
        let target = format!("/proc/self/fd/{number}");
        let (spec, _layer) = with_links(&[("usr/local/lib/lirio-devices", &target)]);
        match block_on(crate::harness::try_start(spec)) {
            Err(RuntimeError::Setup { .. }) => {}
            Err(other) => panic!("{other}"),
            Ok(_) => panic!("{target} was followed"),
        }
    }
    assert_eq!(fs::read_dir(&victim.0).unwrap().count(), 0);
    // A link to a place inside is as good as a folder.
    let (spec, _layer) = with_links(&[("usr/lib/gpu", "/tmp")]);
    let (lines, exit) = block_on(async { crate::harness::finish(crate::harness::start(spec).await).await });
    assert!(exit.success());
    assert_eq!(lines[0].bytes, "libcuda.so libcuda.so.550.1");
}

fn devices_that_are_none_are_refused() {
    let machine = Machine::new();
    let check = |change: &dyn Fn(&mut Edits), expected: &str| {
        let mut spec = probe(&["cwd"]);
        spec.devices = machine.edits(&["0"]);
        change(&mut spec.devices);
        let error = block_on(refused(spec));
        assert!(matches!(&error, RuntimeError::InvalidSpec { .. }), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(&|edits| edits.nodes[0].source = "/etc/passwd".into(), "/etc/passwd is no device");
    check(&|edits| edits.nodes[0].source = "/dev/no-such".into(), "/dev/no-such: No such file");
    check(&|edits| edits.nodes[0].numbers = Some((195, 0)), "its CDI file says 195:0");
    check(&|edits| edits.nodes[0].path = "/dev/../etc/passwd".into(), "without '..'");
    check(&|edits| edits.nodes[0].path = "/dev/null".into(), "the container's own");
    check(&|edits| edits.mounts[0].target = "/proc/x".into(), "the container's own");
    check(&|edits| edits.mounts[0].source = "/no/such".into(), "/no/such does not exist");
    check(&|edits| edits.links[0].path = "/proc/self/x".into(), "the container's own");
    check(&|edits| edits.library_path[0] = "/a:/b".into(), "/a:/b");
    if mode() == "root" {
        check(&|edits| edits.nodes[0].write = false, "is to be only read or only written to");
    }
}
