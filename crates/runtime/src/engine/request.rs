//! What the engine is asked to make.

use std::path::{Path, PathBuf};

use lirio_cdi::Node;
use serde_json::{Value, json};

use super::facts::Facts;
use crate::init::{DOOR_ARGUMENT, DOOR_SOCKET, HAND_OVER};
use crate::network::DEVICE;
use crate::spec::{ContainerSpec, Mount};

/// The capabilities that root in a container keeps: those of the sandbox.
const KEPT: [&str; 9] =
    ["CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP", "NET_BIND_SERVICE"];
/// Where the doorkeeper's program is.
const PROGRAM: &str = "/lirio/program";
const LIBRARIES: &str = "/lirio/libraries";
/// Says which GPUs NVIDIA's runtime for Docker gives a container.
const GPU_VARIABLE: &str = "NVIDIA_VISIBLE_DEVICES";
/// The processes of one user, where our own limit is higher: what Podman has as root.
const MOST_PROCESSES: u64 = 32_768;
/// Open files of a doorkeeper: connections pass through it, and none stays; the kernel takes this as the bound of
/// those that are under way from all doorkeepers together, too.
const DOOR_FILES: u64 = 16_384;

/// This program, as a doorkeeper needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnFiles {
    pub(super) program: PathBuf,
    /// The loader and what it loads; empty for a static program.
    pub(super) libraries: Vec<PathBuf>,
}

/// Files that are made for one container.
#[derive(Debug, Default)]
pub(super) struct GivenFiles {
    /// The system call filter, where it is not the engine's own.
    pub(super) filter: Option<PathBuf>,
    /// `/etc/hosts`, where it does not come with the doorkeeper's network.
    pub(super) hosts: Option<PathBuf>,
}

impl OwnFiles {
    fn loader(&self) -> Option<&Path> {
        let is_loader = |path: &&PathBuf| file_name(path).starts_with("ld");
        self.libraries.iter().find(is_loader).map(PathBuf::as_path)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn in_libraries(path: &Path) -> String {
    format!("{LIBRARIES}/{}", file_name(path))
}

fn bind(source: &Path, target: &str, read_only: bool) -> Value {
    json!({ "Type": "bind", "Source": source, "Target": target, "ReadOnly": read_only })
}

/// The doorkeeper's container.
pub(super) fn doorkeeper(
    spec: &ContainerSpec,
    image: &str,
    own: &OwnFiles,
    door: &Path,
    labels: &Value,
    hand_over: bool,
) -> Value {
    let mut command = vec![];
    if let Some(loader) = own.loader() {
        command.extend([in_libraries(loader), "--library-path".to_owned(), LIBRARIES.to_owned()]);
    }
    command.extend([PROGRAM.to_owned(), DOOR_ARGUMENT.to_owned()]);
    command.extend(spec.network.iter().map(|member| member.address.to_string()));
    command.extend(spec.listeners.iter().map(ToString::to_string));
    let door_target = Path::new(DOOR_SOCKET).parent().unwrap_or(Path::new("/")).display().to_string();
    let mut mounts = vec![bind(&own.program, PROGRAM, true), bind(door, &door_target, true)];
    mounts.extend(own.libraries.iter().map(|library| bind(library, &in_libraries(library), true)));
    let mut capabilities = vec!["KILL"];
    if hand_over {
        capabilities.extend(["CHOWN", "DAC_OVERRIDE"]);
        let writable = spec.mounts.iter().filter(|mount| !mount.read_only).enumerate();
        mounts.extend(
            writable.map(|(number, mount)| bind(&mount.source, &format!("{HAND_OVER}/{number}"), false)),
        );
    }
    let mut devices = vec![];
    let mut hosts = vec![format!("{}:127.0.0.1", spec.hostname)];
    if let Some(member) = &spec.network {
        // The doorkeeper alone makes the interface; the container that joins its network has no such power.
        capabilities.push("NET_ADMIN");
        devices.push(json!({ "PathOnHost": DEVICE, "PathInContainer": DEVICE, "CgroupPermissions": "rw" }));
        hosts = member.names.iter().map(|(name, address)| format!("{name}:{address}")).collect();
    }
    json!({
        "Image": image,
        "Entrypoint": command,
        "Cmd": [],
        "User": "0:0",
        // The container that joins its network has its name and its /etc/hosts.
        "Hostname": spec.hostname,
        "Labels": labels,
        "HostConfig": {
            "NetworkMode": "none",
            "ExtraHosts": hosts,
            "Devices": devices,
            // There is nobody else on this network, so any user may serve on port 80.
            "Sysctls": { "net.ipv4.ip_unprivileged_port_start": "0" },
            "ReadonlyRootfs": true,
            "Init": false,
            "CapDrop": ["ALL"],
            "CapAdd": capabilities,
            "SecurityOpt": ["no-new-privileges"],
            "PidsLimit": 16,
            "Ulimits": door_limits(),
            "LogConfig": { "Type": "json-file", "Config": { "max-size": "64k" } },
            "Mounts": mounts,
        },
    })
}

fn door_limits() -> Vec<Value> {
    let mut limits = vec![limit("nofile", DOOR_FILES.min(most_files())), limit("core", 0)];
    limits.extend(own_processes());
    limits
}

/// Our own limit on processes, where there is one: Podman asks for more by itself, which not every machine gives.
fn own_processes() -> Option<Value> {
    let own = rustix::process::getrlimit(rustix::process::Resource::Nproc).maximum?;
    Some(limit("nproc", own.min(MOST_PROCESSES)))
}

/// Our own hard limit: an engine that may not raise its own fails to give a container more, and most have ours.
fn most_files() -> u64 {
    rustix::process::getrlimit(rustix::process::Resource::Nofile).maximum.unwrap_or(u64::MAX)
}

fn limit(name: &str, value: u64) -> Value {
    json!({ "Name": name, "Soft": value, "Hard": value })
}

/// The program's container, in the doorkeeper's network and process tree.
pub(super) fn program(
    spec: &ContainerSpec,
    image: &str,
    doorkeeper: &str,
    labels: &Value,
    facts: &Facts,
    files: &GivenFiles,
) -> Value {
    let join = format!("container:{doorkeeper}");
    let mount = |mount: &Mount| bind(&mount.source, &mount.target.display().to_string(), mount.read_only);
    let given = |mount: &lirio_cdi::Bind| bind(&mount.source, &mount.target.display().to_string(), true);
    let mut env = spec.env.clone();
    // Otherwise every GPU of the machine, if the image was made for GPUs.
    if facts.gives_gpus {
        env.retain(|(name, _)| name != GPU_VARIABLE);
        env.push((GPU_VARIABLE.to_owned(), "void".to_owned()));
    }
    spec.devices.apply_environment(&mut env);
    let limits = &spec.limits;
    let mut ulimits = vec![limit("core", 0)];
    ulimits.extend(own_processes());
    ulimits.extend(limits.open_files.map(|files| limit("nofile", files.min(most_files()))));
    ulimits.extend(limits.largest_file().map(|bytes| limit("fsize", bytes)));
    let mut security = vec!["no-new-privileges".to_owned()];
    security.extend(files.filter.iter().map(|file| format!("seccomp={}", file.display())));
    let own = files.hosts.iter().map(|file| bind(file, "/etc/hosts", true));
    // The rest of what an engine would do by itself: health checks and an init of its own.
    let mut host = json!({
        "NetworkMode": join,
        "PidMode": join,
        "IpcMode": "private",
        "Init": false,
        "CapDrop": ["ALL"],
        // Podman gives what is added to any user, as Docker does to root alone.
        "CapAdd": if facts.is_podman && !is_root(spec) { &[][..] } else { &KEPT[..] },
        "SecurityOpt": security,
        "Ulimits": ulimits,
        "LogConfig": { "Type": "none" },
        "Mounts":
            own.chain(spec.devices.mounts.iter().map(given))
                .chain(spec.mounts.iter().map(mount))
                .collect::<Vec<_>>(),
    });
    if !spec.devices.nodes.is_empty() {
        host["Devices"] = spec.devices.nodes.iter().map(device).collect();
    }
    if !spec.devices.groups.is_empty() {
        host["GroupAdd"] = spec.devices.groups.iter().map(ToString::to_string).collect();
    }
    if let Some(bytes) = limits.memory_bytes {
        host["Memory"] = json!(bytes);
        // Swap is not added to it.
        host["MemorySwap"] = json!(bytes);
    }
    host["ShmSize"] = json!(crate::spec::shared_memory(limits.memory_bytes));
    if let Some(pids) = limits.pids {
        host["PidsLimit"] = json!(pids);
    }
    if let Some(cpus) = limits.cpus {
        // More than the machine has is refused by engines, and is no limit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0.01 to the processors")]
        let billionths = (cpus.min(f64::from(facts.processors)) * 1e9) as u64;
        host["NanoCpus"] = json!(billionths);
    }
    let mut asked = json!({
        "Image": image,
        "Entrypoint": spec.argv,
        "Cmd": [],
        "Env": env.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>(),
        "WorkingDir": spec.working_dir,
        "User": spec.user.as_deref().unwrap_or(""),
        "Labels": labels,
        "Healthcheck": { "Test": ["NONE"] },
        "AttachStdout": true,
        "AttachStderr": true,
        "HostConfig": host,
    });
    if facts.is_podman {
        // With Docker it comes with the doorkeeper's network, and may not be given.
        asked["Hostname"] = json!(spec.hostname);
    }
    asked
}

fn device(node: &Node) -> Value {
    let permissions = [(node.read, 'r'), (node.write, 'w')];
    let permissions: String = permissions.iter().filter(|(has, _)| *has).map(|(_, letter)| letter).collect();
    json!({ "PathOnHost": node.source, "PathInContainer": node.path, "CgroupPermissions": permissions })
}

/// The links that come with a container's devices, as an archive for its root; none if there are none.  In `/dev` none
/// can be made before it is there: those (`/dev/dri/by-path`) are left out.
pub(super) fn links(spec: &ContainerSpec) -> std::io::Result<Option<Vec<u8>>> {
    let links: Vec<_> = spec.devices.links.iter().filter(|link| !link.path.starts_with("/dev")).collect();
    if links.is_empty() {
        return Ok(None);
    }
    let mut archive = tar::Builder::new(Vec::new());
    let inside = |path: &Path| path.strip_prefix("/").unwrap_or(path).to_owned();
    let own = Path::new(lirio_cdi::LIBRARY_FOLDER);
    if links.iter().any(|link| link.path.starts_with(own)) {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(tar::EntryType::Directory);
        header.set_mode(0o755);
        header.set_size(0);
        archive.append_data(&mut header, inside(own), std::io::empty())?;
    }
    for link in links {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(tar::EntryType::Symlink);
        header.set_mode(0o777);
        header.set_size(0);
        archive.append_link(&mut header, inside(&link.path), &link.target)?;
    }
    archive.into_inner().map(Some)
}

/// Whether a container's program is run by root.
fn is_root(spec: &ContainerSpec) -> bool {
    let user = spec.user.as_deref().unwrap_or_default();
    matches!(user.split(':').next(), None | Some("" | "0" | "root"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec() -> ContainerSpec {
        let mut spec = ContainerSpec::new("c1", vec![], "/tmp/x/c1".into(), vec!["train".into()]);
        spec.listeners = vec![4566, 9001];
        spec.hostname = "algo-1".into();
        let mount = |source: &str, target: &str, read_only| Mount {
            source: source.into(),
            target: target.into(),
            read_only,
        };
        spec.mounts = vec![mount("/in", "/data", true), mount("/out", "/opt/ml", false)];
        spec
    }

    #[test]
    fn a_dynamic_program_is_started_by_its_own_loader() {
        let own = OwnFiles {
            program: "/x/lirio".into(),
            libraries: vec!["/lib/libc.so.6".into(), "/lib64/ld-linux-x86-64.so.2".into()],
        };
        let asked = doorkeeper(&spec(), "i", &own, Path::new("/s/door"), &json!({}), false);
        let command = json!([
            "/lirio/libraries/ld-linux-x86-64.so.2",
            "--library-path",
            "/lirio/libraries",
            "/lirio/program",
            "__lirio_door",
            "4566",
            "9001"
        ]);
        assert_eq!(asked["Entrypoint"], command);
        assert_eq!(asked["HostConfig"]["CapAdd"], json!(["KILL"]));
        assert!(asked["HostConfig"]["Mounts"].as_array().unwrap().iter().all(|one| one["ReadOnly"] == true));
        let fixed = OwnFiles { libraries: vec![], ..own };
        let asked = doorkeeper(&spec(), "i", &fixed, Path::new("/s/door"), &json!({}), true);
        assert_eq!(asked["Entrypoint"], json!(["/lirio/program", "__lirio_door", "4566", "9001"]));
        // Only what the container can write to is handed over.
        let writable: Vec<_> = asked["HostConfig"]["Mounts"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| one["ReadOnly"] == false)
            .map(|one| &one["Source"])
            .collect();
        assert_eq!(writable, ["/out"]);
    }

    #[test]
    fn the_doorkeeper_alone_may_set_up_a_network() {
        let own = OwnFiles { program: "/bin/lirio".into(), libraries: vec![] };
        let mut spec = spec();
        let address = std::net::Ipv4Addr::new(10, 0, 0, 2);
        let names =
            vec![("algo-1".to_owned(), std::net::Ipv4Addr::new(10, 0, 0, 1)), ("algo-2".to_owned(), address)];
        spec.network =
            Some(crate::NetworkMember { network: crate::SharedNetwork::default(), address, names });
        let door = doorkeeper(&spec, "i", &own, Path::new("/s/door"), &json!({}), false);
        assert_eq!(door["Entrypoint"], json!(["/lirio/program", "__lirio_door", "10.0.0.2", "4566", "9001"]));
        assert_eq!(door["HostConfig"]["CapAdd"], json!(["KILL", "NET_ADMIN"]));
        assert_eq!(door["HostConfig"]["ExtraHosts"], json!(["algo-1:10.0.0.1", "algo-2:10.0.0.2"]));
        assert_eq!(door["HostConfig"]["Devices"][0]["PathOnHost"], "/dev/net/tun");
        let files = GivenFiles { filter: None, hosts: Some("/s/hosts".into()) };
        let host = &program(&spec, "i", "d", &json!({}), &facts(true), &files)["HostConfig"];
        assert!(!host["CapAdd"].to_string().contains("NET_ADMIN") && host.get("Devices").is_none(), "{host}");
        assert_eq!(host["Mounts"][0], bind(Path::new("/s/hosts"), "/etc/hosts", true));
    }

    #[test]
    fn limits_are_the_engines() {
        let mut asked = spec();
        asked.limits.memory_bytes = Some(64 << 20);
        asked.limits.cpus = Some(100.0);
        asked.limits.file_size = Some(7);
        let host =
            &program(&asked, "i", "d", &json!({}), &facts(false), &GivenFiles::default())["HostConfig"];
        assert_eq!(host["Memory"], host["MemorySwap"]);
        assert_eq!(host["NanoCpus"], json!(2_000_000_000_u64));
        assert_eq!(host["PidsLimit"], json!(4096));
        let limits = host["Ulimits"].as_array().unwrap();
        assert!(limits.contains(&json!({ "Name": "fsize", "Soft": 7, "Hard": 7 })), "{limits:?}");
        assert_eq!(host["NetworkMode"], "container:d");
        assert_eq!(host["PidMode"], "container:d");
        assert!(
            program(&spec(), "i", "d", &json!({}), &facts(false), &GivenFiles::default())["HostConfig"]
                .get("Memory")
                .is_none()
        );
    }

    fn facts(is_podman: bool) -> Facts {
        Facts {
            name: "x".into(),
            is_podman,
            rootless: false,
            filter: None,
            processors: 2,
            gives_gpus: false,
            unlimited: vec![],
        }
    }

    #[test]
    fn devices_are_given_by_themselves() {
        let mut asked = spec();
        asked.env =
            vec![("LD_LIBRARY_PATH".into(), "/own".into()), ("NVIDIA_VISIBLE_DEVICES".into(), "all".into())];
        let plain = program(&asked, "i", "d", &json!({}), &facts(false), &GivenFiles::default());
        assert_eq!(
            (&plain["HostConfig"]["Devices"], &plain["HostConfig"]["GroupAdd"]),
            (&json!(null), &json!(null))
        );
        assert_eq!(plain["Env"], json!(["LD_LIBRARY_PATH=/own", "NVIDIA_VISIBLE_DEVICES=all"]));
        assert_eq!(links(&asked).unwrap(), None);
        // An engine that would give all GPUs by itself is told not to.
        let giving = Facts { gives_gpus: true, ..facts(false) };
        let plain = program(&asked, "i", "d", &json!({}), &giving, &GivenFiles::default());
        assert_eq!(plain["Env"], json!(["LD_LIBRARY_PATH=/own", "NVIDIA_VISIBLE_DEVICES=void"]));
        let link = |path: &str| lirio_cdi::Link { path: path.into(), target: "x".into() };
        asked.devices = lirio_cdi::Edits {
            nodes: vec![Node {
                path: "/dev/nvidia0".into(),
                source: "/dev/null".into(),
                kind: None,
                numbers: None,
                read: true,
                write: false,
            }],
            mounts: vec![lirio_cdi::Bind { source: "/etc".into(), target: "/usr/x".into(), no_exec: false }],
            links: vec![link("/usr/local/lib/lirio-devices/a"), link("/dev/dri/by-path/a")],
            library_path: vec!["/usr/local/lib/lirio-devices".into()],
            groups: vec![39],
            ..lirio_cdi::Edits::default()
        };
        let given = program(&asked, "i", "d", &json!({}), &facts(false), &GivenFiles::default());
        let device =
            json!({ "PathOnHost": "/dev/null", "PathInContainer": "/dev/nvidia0", "CgroupPermissions": "r" });
        let host = &given["HostConfig"];
        assert_eq!((&host["Devices"], &host["GroupAdd"]), (&json!([device]), &json!(["39"])));
        assert_eq!(host["Mounts"][0], bind(Path::new("/etc"), "/usr/x", true));
        assert_eq!(given["Env"][0], "LD_LIBRARY_PATH=/own:/usr/local/lib/lirio-devices");
        let archive = links(&asked).unwrap().unwrap();
        let names: Vec<String> = tar::Archive::new(&archive[..])
            .entries()
            .unwrap()
            .map(|entry| entry.unwrap().path().unwrap().display().to_string())
            .collect();
        assert_eq!(names, ["usr/local/lib/lirio-devices", "usr/local/lib/lirio-devices/a"]);
    }

    #[test]
    fn podman_is_told_what_docker_does_by_itself() {
        let check = |is_podman: bool, user: Option<&str>, kept: usize, hostname: Value| {
            let asked = ContainerSpec { user: user.map(str::to_owned), ..spec() };
            let files = GivenFiles { filter: Some("/s/f".into()), hosts: None };
            let asked = program(&asked, "i", "d", &json!({}), &facts(is_podman), &files);
            let security = asked["HostConfig"]["SecurityOpt"].clone();
            assert_eq!(security, json!(["no-new-privileges", "seccomp=/s/f"]));
            let added = asked["HostConfig"]["CapAdd"].as_array().unwrap().len();
            assert_eq!((added, &asked["Hostname"]), (kept, &hostname), "{user:?}");
        };
        check(false, None, KEPT.len(), json!(null));
        check(false, Some("model"), KEPT.len(), json!(null));
        check(true, Some("0:0"), KEPT.len(), json!("algo-1"));
        check(true, None, KEPT.len(), json!("algo-1"));
        check(true, Some("model"), 0, json!("algo-1"));
        check(true, Some("1234:1235"), 0, json!("algo-1"));
    }
}
