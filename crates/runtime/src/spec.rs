//! What a caller asks for.

use std::path::{Component, Path, PathBuf};
use std::time::Duration;

use lirio_cdi::Edits;
use lirio_image::ImageSource;
use serde::{Deserialize, Serialize};

use crate::Roots;
use crate::error::RuntimeError;
use crate::network::NetworkMember;

/// The most listeners that one container may ask for: they travel in one message.
pub const MAX_LISTENERS: usize = 64;

/// The most layers that one root file system may have: the kernel takes them in one page of text.
pub const MAX_LAYERS: usize = 200;

/// A container to be started.
#[derive(Clone, Debug)]
pub struct ContainerSpec {
    /// A name, unique among the running containers: letters, digits, `_`, `-` and `.`, at most 128.
    pub id: String,
    /// The unpacked layers of the image, bottom first. They are only read, and may be shared. Needed by
    /// runtimes of [`Roots::Directories`].
    pub lower_dirs: Vec<PathBuf>,
    /// The image. Needed by runtimes of [`Roots::Image`].
    pub image: Option<ImageSource>,
    /// A directory of this container alone, made if it is missing and removed at the end. It must be on
    /// a file system that can hold an overlay's upper directory (ext4, xfs, btrfs, tmpfs; not overlayfs).
    pub scratch: PathBuf,
    /// The program and its arguments; a name with no slash is looked up in the container's `PATH`.
    pub argv: Vec<String>,
    /// The environment. `PATH`, `HOME` and `HOSTNAME` are added where they are missing.
    pub env: Vec<(String, String)>,
    /// Where the program starts, made if it is missing.
    pub working_dir: PathBuf,
    /// `uid[:gid]` or `name[:group]`, as in an image's configuration; names are looked up in the image.
    pub user: Option<String>,
    /// The host name seen inside.
    pub hostname: String,
    /// Bind mounts, in this order.
    pub mounts: Vec<Mount>,
    /// Devices of the machine, and what comes with them.  Without them a container has none but those that every
    /// program may expect.  The folders of `library_folders` are not looked at: [`lirio_cdi::Machine::edits`] has made
    /// links of them.
    pub devices: Edits,
    /// Limits on resources.
    pub limits: Limits,
    /// Ports on which the container finds the platform at `127.0.0.1`: [`crate::Container::take_listener`].
    pub listeners: Vec<u16>,
    /// A network with other containers; none is nothing but `lo`.
    pub network: Option<NetworkMember>,
    /// How long [`crate::Container::stop`] waits between SIGTERM and SIGKILL when it is not told.
    pub stop_grace: Duration,
}

/// A file or directory of the host seen in the container.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mount {
    /// The path on the host, which must exist.
    pub source: PathBuf,
    /// The absolute path in the container, made if it is missing.
    pub target: PathBuf,
    /// Whether writing is refused.
    pub read_only: bool,
}

/// Limits on one container; `None` is no limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Memory of all processes together, in bytes; swap is not added to it.
    pub memory_bytes: Option<u64>,
    /// Processors, for instance 1.5.
    pub cpus: Option<f64>,
    /// Processes and threads together.
    pub pids: Option<u64>,
    /// Open files of each process; never more than the platform's own hard limit.
    pub open_files: Option<u64>,
    /// The largest file a process may write, in bytes; never more than `disk_bytes`.
    pub file_size: Option<u64>,
    /// What the container may take on the disk, in bytes: its writable layer, its writable mounts with what they
    /// held before, and files that it has deleted and holds open. It is looked at a few times a second, and a
    /// container that has more is killed; by what it writes between two looks it can pass the limit.
    pub disk_bytes: Option<u64>,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            memory_bytes: None,
            cpus: None,
            pids: Some(4096),
            open_files: Some(65_536),
            file_size: None,
            disk_bytes: None,
        }
    }
}

impl Limits {
    /// The limit that the kernel sets for each file.
    pub(crate) fn largest_file(&self) -> Option<u64> {
        [self.file_size, self.disk_bytes].into_iter().flatten().min()
    }
}

/// The directories of the machine that a container of the sandbox can write to: its layer and its mounts.
pub(crate) fn written(scratch: &Path, mounts: &[Mount]) -> Vec<PathBuf> {
    std::iter::once(scratch.join("upper")).chain(writable(mounts)).collect()
}

/// The directories that containers with these mounts can write to.
pub(crate) fn writable(mounts: &[Mount]) -> impl Iterator<Item = PathBuf> + '_ {
    mounts.iter().filter(|mount| !mount.read_only).map(|mount| mount.source.clone())
}

impl ContainerSpec {
    /// A specification with defaults: no mounts, the default limits, `/` as the working directory, root.
    pub fn new(
        id: impl Into<String>,
        lower_dirs: Vec<PathBuf>,
        scratch: PathBuf,
        argv: Vec<String>,
    ) -> ContainerSpec {
        ContainerSpec {
            id: id.into(),
            lower_dirs,
            image: None,
            scratch,
            argv,
            env: Vec::new(),
            working_dir: PathBuf::from("/"),
            user: None,
            hostname: "lirio".to_owned(),
            mounts: Vec::new(),
            devices: Edits::default(),
            limits: Limits::default(),
            listeners: Vec::new(),
            network: None,
            stop_grace: Duration::from_secs(10),
        }
    }

    /// Refuses what could not work or could reach outside, before any process is started.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::InvalidSpec`] says which member and why.
    pub(crate) fn validate(&self, roots: Roots) -> Result<(), RuntimeError> {
        match self.problem(roots) {
            Some(problem) => Err(RuntimeError::InvalidSpec { id: self.id.clone(), problem }),
            None => Ok(()),
        }
    }

    fn problem(&self, roots: Roots) -> Option<String> {
        if !valid_name(&self.id, 128) {
            return Some(
                "`id` must be 1 to 128 letters, digits, '_', '-' or '.', not starting with '.'".into(),
            );
        }
        if !valid_name(&self.hostname, 63) {
            return Some(format!("`hostname` {:?} is not a host name of 1 to 63 characters", self.hostname));
        }
        if roots == Roots::Image && self.image.is_none() {
            return Some("`image` is missing, which this runtime needs".into());
        }
        if roots == Roots::Directories && (self.lower_dirs.is_empty() || self.lower_dirs.len() > MAX_LAYERS) {
            return Some(format!("`lower_dirs` has {} layers, not 1 to {MAX_LAYERS}", self.lower_dirs.len()));
        }
        if let Some(layer) = self.lower_dirs.iter().find(|layer| !layer.is_dir()) {
            return Some(format!("layer {} is not a directory", layer.display()));
        }
        if !self.scratch.is_absolute() || self.scratch.components().count() < 3 {
            return Some(format!(
                "`scratch` {} must be an absolute path of a container's own",
                self.scratch.display()
            ));
        }
        if self.argv.is_empty() || self.argv[0].is_empty() {
            return Some("`argv` names no program: the image has neither entry point nor command".into());
        }
        if !self.working_dir.is_absolute() {
            return Some(format!("`working_dir` {} is not absolute", self.working_dir.display()));
        }
        if let Some((name, _)) = self
            .env
            .iter()
            .find(|(name, value)| name.is_empty() || name.contains(['=', '\0']) || value.contains('\0'))
        {
            return Some(format!("environment variable {name:?} cannot be passed to a program"));
        }
        if self.argv.iter().any(|argument| argument.contains('\0')) {
            return Some("`argv` contains a zero byte".into());
        }
        if let Some(problem) = self.mounts.iter().find_map(mount_problem) {
            return Some(problem);
        }
        if let Err(problem) = self.devices.check() {
            return Some(format!("`devices`: {problem}"));
        }
        // Nothing here could refuse one of the two: a device is seen as it is on the machine.
        if let Some(node) = self.devices.nodes.iter().find(|node| !(node.read && node.write))
            && roots == Roots::Directories
        {
            return Some(format!(
                "`devices`: {} is to be only read or only written to, which the sandbox cannot see to; an engine can",
                node.path.display()
            ));
        }
        if self.listeners.len() > MAX_LISTENERS || self.listeners.contains(&0) {
            return Some(format!("`listeners` must be at most {MAX_LISTENERS} ports, none of them 0"));
        }
        if let Some(problem) = self.network.as_ref().and_then(NetworkMember::problem) {
            return Some(problem);
        }
        if self.limits.cpus.is_some_and(|cpus| !(cpus.is_finite() && cpus >= 0.01)) {
            return Some("`cpus` must be at least 0.01".into());
        }
        if self.limits.memory_bytes.is_some_and(|bytes| bytes < 4 << 20) {
            return Some("`memory_bytes` must be at least 4 MiB".into());
        }
        if self.limits.pids == Some(0) {
            return Some("`pids` must be at least 1".into());
        }
        None
    }
}

/// The size of `/dev/shm`. Docker gives 64 MiB; programs that share arrays between processes need a part of their
/// memory limit.
pub(crate) fn shared_memory(memory_bytes: Option<u64>) -> u64 {
    memory_bytes.map_or(64 << 20, |bytes| (bytes / 2).max(64 << 20).min(bytes))
}

fn valid_name(name: &str, longest: usize) -> bool {
    (1..=longest).contains(&name.len())
        && !name.starts_with('.')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

fn mount_problem(mount: &Mount) -> Option<String> {
    let target = mount.target.display();
    if !mount.source.is_absolute() || !mount.source.exists() {
        return Some(format!("mount source {} does not exist", mount.source.display()));
    }
    if !mount.target.is_absolute() || mount.target.components().any(|part| part == Component::ParentDir) {
        return Some(format!("mount target {target} is not an absolute path without '..'"));
    }
    let reserved = ["/proc", "/sys", "/dev"].iter().any(|reserved| mount.target.starts_with(reserved));
    if mount.target == Path::new("/") || reserved {
        return Some(format!("mount target {target} is the sandbox's own"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(change: impl FnOnce(&mut ContainerSpec), expected: &str) {
        let mut spec = ContainerSpec::new("c1", vec!["/".into()], "/tmp/c1".into(), vec!["/bin/true".into()]);
        assert_eq!(spec.problem(Roots::Directories), None);
        change(&mut spec);
        let problem = spec.problem(Roots::Directories).unwrap_or_default();
        assert!(problem.contains(expected), "{problem:?} does not say {expected:?}");
    }

    #[test]
    fn bad_specifications_are_refused_by_name() {
        check(|spec| spec.id = "../x".into(), "`id`");
        check(|spec| spec.id = String::new(), "`id`");
        check(|spec| spec.hostname = "a b".into(), "`hostname`");
        check(|spec| spec.lower_dirs.clear(), "`lower_dirs`");
        check(|spec| spec.lower_dirs = vec!["/nowhere/at/all".into()], "/nowhere/at/all");
        check(|spec| spec.scratch = "/".into(), "`scratch`");
        check(|spec| spec.argv.clear(), "`argv`");
        check(|spec| spec.argv = vec!["a\0b".into()], "zero byte");
        check(|spec| spec.working_dir = "x".into(), "`working_dir`");
        check(|spec| spec.env = vec![("A=B".into(), "c".into())], "A=B");
        check(|spec| spec.listeners = vec![0], "`listeners`");
        check(|spec| spec.limits.cpus = Some(f64::NAN), "`cpus`");
        check(|spec| spec.limits.memory_bytes = Some(1), "`memory_bytes`");
        check(|spec| spec.limits.pids = Some(0), "`pids`");
    }

    #[test]
    fn bad_mounts_are_refused() {
        let mount = |source: &str, target: &str| {
            let mount = Mount { source: source.into(), target: target.into(), read_only: false };
            move |spec: &mut ContainerSpec| spec.mounts = vec![mount]
        };
        check(mount("/nowhere/at/all", "/data"), "does not exist");
        check(mount("/tmp", "data"), "not an absolute path");
        check(mount("/tmp", "/data/../proc"), "not an absolute path");
        check(mount("/tmp", "/proc/sys"), "sandbox's own");
        check(mount("/tmp", "/"), "sandbox's own");
    }
}
