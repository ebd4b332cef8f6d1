//! Folders of files, whose devices are ones that every machine has.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use lirio_cdi::{Folders, LIBRARY_FOLDER, Machine};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("lirio-cdi-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(path.join("etc")).unwrap();
        fs::create_dir_all(path.join("run")).unwrap();
        Folder(path)
    }

    fn put(&self, path: &str, text: impl AsRef<[u8]>) -> &Folder {
        fs::write(self.0.join(path), text).unwrap();
        self
    }

    fn folders(&self) -> Folders {
        Folders(vec![self.0.join("etc"), self.0.join("run")])
    }

    fn read(&self) -> Machine {
        self.folders().read()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A file whose devices are `name:node` of the machine, each seen as `/dev/nvidia` and its place.
fn file(kind: &str, devices: &[&str], variable: &str) -> String {
    let devices: Vec<String> = devices
        .iter()
        .enumerate()
        .map(|(number, device)| {
            let (name, node) = device.split_once(':').unwrap();
            format!(
                r#"{{"name": "{name}", "containerEdits": {{"env": ["GPU_{number}=1"],
                     "deviceNodes": [{{"path": "/dev/nvidia{number}", "hostPath": "{node}"}}]}}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"cdiVersion": "0.6.0", "kind": "{kind}", "devices": [{}],
             "containerEdits": {{"env": ["FILE={variable}"]}}}}"#,
        devices.join(",")
    )
}

#[track_caller]
fn check(machine: &Machine, gpus: &[&str], told: &[&str]) {
    assert_eq!(machine.gpus(), gpus, "{:?}", machine.warnings());
    assert_eq!(machine.warnings().len(), told.len(), "{:?}", machine.warnings());
    for part in told {
        assert!(machine.warnings().iter().any(|one| one.contains(part)), "{part}: {:?}", machine.warnings());
    }
}

#[test]
fn gpus_are_counted_over_all_files() {
    let folder = Folder::new();
    let nvidia = file("nvidia.com/gpu", &["0:/dev/null", "GPU-1:/dev/null", "1:/dev/zero"], "nvidia");
    folder.put("etc/nvidia.json", nvidia).put("run/amd.yaml", file("amd.com/gpu", &["0:/dev/full"], "amd"));
    let machine = folder.read();
    check(&machine, &["nvidia.com/gpu=0", "nvidia.com/gpu=1", "amd.com/gpu=0"], &[]);
    let edits = |names: &[&str]| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        machine.edits(&names, &folder.folders())
    };
    let one = edits(&["nvidia.com/gpu=1"]).unwrap();
    assert_eq!(one.nodes.len(), 1);
    assert_eq!(one.nodes[0].source.to_str(), Some("/dev/zero"));
    let env: Vec<String> = one.env.iter().map(|(name, value)| format!("{name}={value}")).collect();
    assert_eq!(env, ["FILE=nvidia", "GPU_2=1"]);
    assert_eq!(edits(&["nvidia.com/gpu=0", "nvidia.com/gpu=1"]).unwrap().nodes.len(), 2);
    // An alias is as good a name, and nothing is nothing.
    assert_eq!(edits(&["nvidia.com/gpu=GPU-1"]).unwrap().nodes[0].source.to_str(), Some("/dev/null"));
    assert!(edits(&[]).unwrap().is_empty());
    let error = edits(&["nvidia.com/gpu=7"]).unwrap_err().to_string();
    assert!(error.contains("nvidia.com/gpu=7") && error.contains("etc and "), "{error}");
}

#[test]
fn the_later_folder_wins_and_one_folder_is_of_one_mind() {
    let folder = Folder::new();
    folder
        .put("etc/nvidia.json", file("nvidia.com/gpu", &["0:/dev/null"], "etc"))
        .put("run/nvidia.json", file("nvidia.com/gpu", &["0:/dev/zero"], "run"));
    let machine = folder.read();
    check(&machine, &["nvidia.com/gpu=0"], &[]);
    let edits = machine.edits(&["nvidia.com/gpu=0".to_owned()], &folder.folders()).unwrap();
    assert_eq!(edits.nodes[0].source.to_str(), Some("/dev/zero"));
    assert_eq!(edits.env[0].1, "run");
    folder.put("run/other.yaml", file("nvidia.com/gpu", &["0:/dev/full", "1:/dev/full"], "other"));
    check(&folder.read(), &["nvidia.com/gpu=1"], &["nvidia.com/gpu=0 is described by several files"]);
}

#[test]
fn bad_files_are_named_and_the_others_used() {
    let folder = Folder::new();
    folder
        .put("etc/a.json", "{\"kind\": \"nvidia.com/gpu\"")
        .put("etc/b.yaml", b"\xff\xfe/gpu".as_slice())
        .put("etc/c.yml", "")
        .put("etc/d.txt", "anything")
        .put("etc/net.json", "{\"kind\": \"vendor.com/net\", and something wrong")
        .put("etc/net.yaml", file("vendor.com/net", &["0:/dev/null"], ""))
        .put("etc/good.json", file("nvidia.com/gpu", &["0:/dev/null", "1:/dev/no-such", "2:/etc/passwd"], ""))
        .put("etc/huge.yaml", vec![b' '; 5 << 20]);
    fs::create_dir(folder.0.join("etc/folder.json")).unwrap();
    std::os::unix::fs::symlink("/nowhere", folder.0.join("etc/link.json")).unwrap();
    let told = [
        "a.json",
        "b.yaml: it is no text",
        "c.yml: CDI files end in .yaml or .json",
        "folder.json: it is no file",
        "link.json",
        "nvidia.com/gpu=1 is left out: /dev/no-such: No such file",
        "nvidia.com/gpu=2 is left out: /etc/passwd is no device",
    ];
    check(&folder.read(), &["nvidia.com/gpu=0"], &told);
    check(&Folders(vec![folder.0.join("nowhere")]).read(), &[], &[]);
}

#[test]
fn a_machine_without_gpus_says_what_to_do() {
    let folder = Folder::new();
    let words = |nvidia| folder.read().why_none(&folder.folders(), nvidia);
    for part in ["no CDI file in ", "/etc and ", "nvidia-ctk cdi generate --output=/etc/cdi/nvidia.yaml"] {
        assert!(words(false).contains(part), "{}", words(false));
    }
    assert!(!words(false).contains("/dev/nvidia0 is there") && words(true).contains("/dev/nvidia0 is there"));
    folder.put("etc/nvidia.json", file("nvidia.com/gpu", &["0:/dev/no-such"], ""));
    assert!(
        words(true).contains("give none that can be used (nvidia.com/gpu=0 is left out"),
        "{}",
        words(true)
    );
}

#[test]
fn libraries_are_linked_by_the_names_that_they_say() {
    let folder = Folder::new();
    // Any library of this machine's, under another name, as a driver's is under its version.
    let loaded = fs::read_to_string("/proc/self/maps").unwrap();
    let library =
        loaded.lines().find_map(|line| line.split(' ').next_back().filter(|path| path.contains("libc.so")));
    let Some(library) = library else { return };
    let text = format!(
        r#"{{"cdiVersion": "0.6.0", "kind": "nvidia.com/gpu",
            "devices": [{{"name": "0", "containerEdits": {{"deviceNodes": [{{"path": "/dev/nvidia0", "hostPath": "/dev/null"}}]}}}}],
            "containerEdits": {{
              "mounts": [{{"hostPath": "{library}", "containerPath": "/usr/lib64/libcuda.so.550.54"}}],
              "hooks": [{{"hookName": "createContainer", "path": "/x", "args": ["x", "update-ldcache", "--folder", "/usr/lib64"]}}]
            }}}}"#
    );
    folder.put("etc/nvidia.json", text);
    let edits = folder.read().edits(&["nvidia.com/gpu=0".to_owned()], &folder.folders()).unwrap();
    let links: Vec<String> =
        edits.links.iter().map(|one| format!("{} {}", one.path.display(), one.target.display())).collect();
    let expected = ["libc.so.6", "libcuda.so.550.54"];
    assert_eq!(links, expected.map(|name| format!("{LIBRARY_FOLDER}/{name} /usr/lib64/libcuda.so.550.54")));
}
