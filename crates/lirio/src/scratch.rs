//! Folders for a while.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

/// A folder of one command, which goes away with this value.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// A folder in `parent`, named after its family, what it is for and this process. What processes that were
    /// killed have left there of the family is removed.
    pub(crate) fn new(parent: &Path, family: &str, what: &str) -> Result<Self> {
        sweep(parent, family);
        let path = parent.join(format!("{family}{what}-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

/// Removes the folders whose process was killed.
fn sweep(parent: &Path, family: &str) {
    let Ok(entries) = std::fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let pid = name
            .to_str()
            .and_then(|name| name.strip_prefix(family)?.rsplit_once('-')?.1.parse().ok())
            .and_then(Pid::from_raw);
        if pid.is_some_and(|pid| test_kill_process(pid) == Err(Errno::SRCH))
            && let Err(error) = std::fs::remove_dir_all(entry.path())
        {
            tracing::debug!(%error, "an old folder stays");
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::debug!(%error, "a folder stays");
        }
    }
}
