//! One file at a time.

use lirio_cdi::{Format, Node, NodeKind, Spec};
use proptest::prelude::*;

const NVIDIA: &str = include_str!("../files/nvidia.yaml");
const AMD: &str = include_str!("../files/amd.json");

fn nodes(nodes: &[Node]) -> Vec<String> {
    nodes.iter().map(|node| node.path.display().to_string()).collect()
}

#[test]
fn nvidias_file() {
    let spec = Spec::parse(NVIDIA, Format::Yaml).unwrap();
    assert_eq!(spec.kind.to_string(), "nvidia.com/gpu");
    let names: Vec<&str> = spec.devices.iter().map(|device| &*device.name).collect();
    assert_eq!(names, ["0", "1", "GPU-955ef018-3bd9-5f27-80b3-fa20ee8d19c5", "all"]);
    let first = &spec.devices[0].edits;
    assert_eq!(nodes(&first.nodes), ["/dev/nvidia0", "/dev/dri/card1", "/dev/dri/renderD128"]);
    assert_eq!((first.nodes[0].numbers, first.nodes[1].numbers), (Some((195, 0)), Some((226, 1))));
    assert_eq!(first.nodes[2].numbers, None);
    assert!(first.nodes.iter().all(|node| node.read && node.write));
    assert_eq!(first.links[0].path.to_str(), Some("/dev/dri/by-path/pci-0000:38:00.0-card"));
    assert_eq!((first.modes[0].mode, &*first.groups), (0o755, &[39][..]));
    let all = &spec.edits;
    assert_eq!(all.env, [("NVIDIA_VISIBLE_DEVICES".to_owned(), "void".to_owned())]);
    assert_eq!(nodes(&all.nodes), ["/dev/nvidia-uvm", "/dev/nvidiactl"]);
    assert_eq!(all.library_folders, [std::path::Path::new("/usr/lib/x86_64-linux-gnu")]);
    assert_eq!((all.mounts[0].no_exec, all.mounts[1].no_exec), (false, true));
    // Told once, and nothing else is.
    assert!(matches!(&*spec.warnings, [one] if one.contains("enable-cuda-compat")), "{:?}", spec.warnings);
}

#[test]
fn amds_file() {
    let spec = Spec::parse(AMD, Format::Json).unwrap();
    assert_eq!(spec.kind.to_string(), "amd.com/gpu");
    assert_eq!(spec.edits.nodes[0].kind, Some(NodeKind::Character));
    assert_eq!(nodes(&spec.devices[1].edits.nodes), ["/dev/dri/card2", "/dev/dri/renderD129"]);
    assert_eq!(spec.warnings, [""; 0]);
    // JSON is YAML too.
    assert_eq!(Spec::parse(AMD, Format::Yaml).unwrap(), spec);
}

/// A file with one member changed: its place among those of the file, and the new value.
fn changed(pointer: &str, value: &str) -> String {
    let mut json: serde_json::Value = serde_json::from_str(
        r#"{
            "cdiVersion": "0.6.0", "kind": "nvidia.com/gpu", "containerEdits": {},
            "devices": [{ "name": "0", "containerEdits": {
                "env": ["A=1"],
                "deviceNodes": [{ "path": "/dev/nvidia0" }],
                "mounts": [{ "hostPath": "/usr/a", "containerPath": "/usr/b" }],
                "hooks": [{ "hookName": "createContainer", "path": "/x", "args": ["x", "y"] }]
            } }]
        }"#,
    )
    .unwrap();
    let (parent, member) = pointer.rsplit_once('/').unwrap();
    let value: serde_json::Value = serde_json::from_str(value).unwrap();
    match json.pointer_mut(parent).unwrap() {
        serde_json::Value::Array(list) => list[member.parse::<usize>().unwrap()] = value,
        serde_json::Value::Object(object) => drop(object.insert(member.to_owned(), value)),
        other => panic!("{other}"),
    }
    json.to_string()
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let check = |pointer: &str, value: &str, expected: &str| {
        for format in [Format::Json, Format::Yaml] {
            let found = Spec::parse(&changed(pointer, value), format).err().map(|error| error.to_string());
            let found = found.unwrap_or_default();
            assert!(
                found.contains(expected) && found.is_empty() == expected.is_empty(),
                "{pointer} {value}: {found:?}"
            );
        }
    };
    let device = "/devices/0/containerEdits";
    let at = |rest: &str| format!("{device}{rest}");
    check("/cdiVersion", r#""1.1.0""#, "");
    check("/cdiVersion", r#""0.2.0""#, "cdiVersion: \"0.2.0\"");
    check("/cdiVersion", r#""2.0.0""#, "cdiVersion");
    check("/cdiVersion", r#""""#, "cdiVersion");
    check("/kind", r#""gpu""#, "kind: \"gpu\" is not vendor.com/class");
    check("/kind", r#""nvidia.com/gpu/x""#, "kind");
    check("/devices/0/name", r#""""#, "devices[0].name");
    check("/devices/0/name", r#""a=b""#, "devices[0].name");
    check("/devices/0/annotations", r#"{"a": "b"}"#, "");
    check("/anything", "1", "");
    check(&at("/anything"), "1", "anything");
    check(&at("/intelRdt"), r#"{"closID": "x"}"#, "intelRdt");
    check(&at("/netDevices"), "[]", "netDevices");
    check(&at("/env/0"), r#""A""#, "devices[0].containerEdits.env[0]: \"A\" is not NAME=value");
    check(&at("/env/0"), r#""=1""#, "env[0]");
    check(
        &at("/deviceNodes/0/path"),
        r#""/etc/passwd""#,
        "devices[0].containerEdits.deviceNodes[0]: /etc/passwd",
    );
    check(&at("/deviceNodes/0/path"), r#""/dev/null""#, "the container's own");
    check(&at("/deviceNodes/0/hostPath"), r#""../x""#, "deviceNodes[0]");
    check(&at("/deviceNodes/0/hostPath"), r#""/run/other/nvidia0""#, "");
    check(&at("/deviceNodes/0/type"), r#""p""#, "deviceNodes[0]: type \"p\"");
    check(&at("/deviceNodes/0/type"), r#""c""#, "");
    check(&at("/deviceNodes/0/major"), "-1", "deviceNodes[0]");
    check(&at("/deviceNodes/0/permissions"), r#""rx""#, "deviceNodes[0]: permissions");
    check(&at("/deviceNodes/0/permissions"), r#""r""#, "");
    check(&at("/mounts/0/containerPath"), r#""/proc/x""#, "mounts[0]: /proc/x is the container's own");
    check(&at("/mounts/0/containerPath"), r#""/""#, "mounts[0]");
    check(&at("/mounts/0/containerPath"), r#""usr""#, "mounts[0]");
    check(&at("/mounts/0/type"), r#""tmpfs""#, "mounts[0]: type \"tmpfs\"");
    check(&at("/mounts/0/type"), r#""bind""#, "");
    check(&at("/hooks/0/args"), r#"["x", "create-symlinks", "--link", "a"]"#, "hooks[0]: \"a\" is not");
    check("/devices", r#"[{"name": "0"}, {"name": "0"}]"#, "devices[1].name: 0 is there twice");
}

#[test]
fn what_is_left_out_is_told() {
    let check = |pointer: &str, value: &str, expected: &str| {
        let spec = Spec::parse(&changed(pointer, value), Format::Json).unwrap();
        assert!(spec.warnings.iter().any(|warning| warning.contains(expected)), "{:?}", spec.warnings);
    };
    let device = "/devices/0/containerEdits";
    check(&format!("{device}/env"), "[]", "the hook /x y (createContainer) is not known");
    check(&format!("{device}/mounts/0/options"), r#"["rw", "rbind"]"#, "/usr/b is mounted read-only");
}

#[test]
fn bounds_hold() {
    let refused = |text: &str, format, expected: &str| {
        let error = Spec::parse(text, format).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    refused(&" ".repeat((4 << 20) + 1), Format::Json, "longer than 4 MiB");
    let devices: Vec<String> = (0..1025).map(|number| format!(r#"{{"name": "{number}"}}"#)).collect();
    refused(&changed("/devices", &format!("[{}]", devices.join(","))), Format::Json, "more than 1024");
    let variables = vec![r#""A=1""#; 4097].join(",");
    refused(&changed("/containerEdits/env", &format!("[{variables}]")), Format::Json, "containerEdits.env");
    refused(&"[".repeat(100_000), Format::Json, "");
    refused(&"[".repeat(100_000), Format::Yaml, "");
    refused(&"- ".repeat(100_000), Format::Yaml, "");
    // Aliases of aliases.
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let all = vec![format!("*a{}", level - 1); 9].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{all}]\n"));
    }
    bomb.push_str("cdiVersion: 0.6.0\nkind: nvidia.com/gpu\n");
    let _ = Spec::parse(&bomb, Format::Yaml);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        let _ = Spec::parse(&text, Format::Json);
        let _ = Spec::parse(&text, Format::Yaml);
    }

    #[test]
    fn no_change_makes_it_panic(at in 0_usize..4000, length in 0_usize..60, new in "\\PC{0,20}") {
        for (text, format) in [(NVIDIA, Format::Yaml), (AMD, Format::Json)] {
            let begin = at % text.len();
            let end = (begin + length).min(text.len());
            let changed = format!("{}{new}{}", &text[..begin], &text[end..]);
            // What is read is safe to use, whatever it is.
            if let Ok(spec) = Spec::parse(&changed, format) {
                let edits = std::iter::once(&spec.edits).chain(spec.devices.iter().map(|device| &device.edits));
                for edits in edits {
                    prop_assert!(edits.nodes.iter().all(|node| node.path.starts_with("/dev")));
                    let up = |path: &std::path::Path| path.components().any(|part| part.as_os_str() == "..");
                    prop_assert!(!edits.mounts.iter().any(|mount| up(&mount.target) || up(&mount.source)));
                    prop_assert!(!edits.links.iter().any(|link| up(&link.path)));
                }
            }
        }
    }
}
