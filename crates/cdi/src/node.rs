//! Devices as files.

use std::path::{Path, PathBuf};

use rustix::fs::FileType;
use serde::{Deserialize, Serialize};

use crate::edits::absolute;

/// What a runtime makes of `/dev` for every container.
const OWN: [&str; 14] = [
    "null", "zero", "full", "random", "urandom", "tty", "console", "ptmx", "pts", "shm", "mqueue", "fd",
    "stdin", "stdout",
];

/// Which kind of device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NodeKind {
    /// A character device.
    Character,
    /// A block device.
    Block,
}

/// A device of the machine that a container sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// The path in the container, below `/dev`.
    pub path: PathBuf,
    /// The path on the machine.
    pub source: PathBuf,
    /// What it must be; `None`: any device.
    pub kind: Option<NodeKind>,
    /// Its major and minor number, which it must have; `None`: any.
    pub numbers: Option<(u32, u32)>,
    /// Whether it may be read.
    pub read: bool,
    /// Whether it may be written to.
    pub write: bool,
}

impl Node {
    pub(crate) fn new(
        path: &str,
        source: &str,
        kind: Option<NodeKind>,
        numbers: Option<(u32, u32)>,
        (read, write): (bool, bool),
    ) -> Result<Node, String> {
        let (path, source) = (absolute(path)?, absolute(source)?);
        let node = Node { path, source, kind, numbers, read, write };
        node.place().map(|()| node)
    }

    /// Whether it is where a device can be.
    pub(crate) fn place(&self) -> Result<(), String> {
        let path = absolute(&self.path.to_string_lossy())?;
        let Ok(below) = path.strip_prefix("/dev") else {
            return Err(format!("{} is not below /dev", path.display()));
        };
        let first = below.components().next().map(|first| first.as_os_str().to_string_lossy().into_owned());
        match first {
            None => Err("/dev is no device".to_owned()),
            Some(own) if OWN.contains(&&*own) || own == "stderr" => {
                Err(format!("{} is the container's own", path.display()))
            }
            Some(_) => Ok(()),
        }
    }

    /// Compares what is said of the device with what is there.
    ///
    /// # Errors
    ///
    /// What is there instead.
    pub fn check(&self) -> Result<(), String> {
        let path = self.source.display();
        let stat = rustix::fs::stat(&self.source).map_err(|error| {
            let text = std::io::Error::from(error).to_string();
            format!("{path}: {}", text.split(" (os error").next().unwrap_or_default())
        })?;
        let kind = match FileType::from_raw_mode(stat.st_mode) {
            FileType::CharacterDevice => NodeKind::Character,
            FileType::BlockDevice => NodeKind::Block,
            _ => return Err(format!("{path} is no device")),
        };
        if self.kind.is_some_and(|wanted| wanted != kind) {
            return Err(format!("{path} is another kind of device than its CDI file says"));
        }
        let found = (rustix::fs::major(stat.st_rdev), rustix::fs::minor(stat.st_rdev));
        match self.numbers {
            Some((major, minor)) if found != (major, minor) => Err(format!(
                "{path} is device {}:{}, and its CDI file says {major}:{minor}: it is older than the driver",
                found.0, found.1
            )),
            _ => Ok(()),
        }
    }

    /// What tells one device from another, whatever a container calls it.
    pub(crate) fn identity(&self) -> &Path {
        &self.source
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_below_dev_and_not_the_containers_own() {
        let check = |path: &str, good: bool| {
            assert_eq!(Node::new(path, path, None, None, (true, true)).is_ok(), good, "{path}");
        };
        check("/dev/nvidia0", true);
        check("/dev/dri/renderD128", true);
        check("/dev", false);
        check("/dev/null", false);
        check("/dev/shm/x", false);
        check("/dev/../etc/passwd", false);
        check("/etc/passwd", false);
    }

    #[test]
    fn what_is_there_is_compared() {
        let check = |source: &str, kind: Option<NodeKind>, numbers: Option<(u32, u32)>, expected: &str| {
            let node = Node::new("/dev/nvidia0", source, kind, numbers, (true, true)).unwrap();
            let found = node.check().err().unwrap_or_default();
            assert!(
                if expected.is_empty() { found.is_empty() } else { found.contains(expected) },
                "{found:?}"
            );
        };
        check("/dev/null", None, None, "");
        check("/dev/null", Some(NodeKind::Character), Some((1, 3)), "");
        check("/dev/null", Some(NodeKind::Block), None, "another kind");
        check("/dev/null", None, Some((195, 0)), "is device 1:3, and its CDI file says 195:0");
        check("/etc/passwd", None, None, "is no device");
        check("/dev/no-such-device", None, None, "No such file");
    }
}
