//! Which containers this process runs.

use std::collections::HashSet;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use crate::process::ProcessKey;
use crate::remove::remove_scratch;
use crate::spec::ContainerSpec;

static RUNNING: Mutex<Option<HashSet<Name>>> = Mutex::new(None);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Name {
    Id(String),
    Scratch(PathBuf),
}

/// The right of one container to its name and its directory, until it is removed: a second one of the same
/// name would share, and in the end remove, the first one's cgroups or directory.
#[derive(Debug)]
pub(crate) struct Registration {
    names: [Name; 2],
    scratch: PathBuf,
}

impl Registration {
    pub(crate) fn new(spec: &ContainerSpec) -> Result<Registration, String> {
        let names = [Name::Id(spec.id.clone()), Name::Scratch(spec.scratch.clone())];
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        let running = running.get_or_insert_default();
        if names.iter().any(|name| running.contains(name)) {
            return Err("a container with this `id` or `scratch` is running".into());
        }
        running.extend(names.clone());
        Ok(Registration { names, scratch: spec.scratch.clone() })
    }

    /// Removes the directory. Blocks.
    pub(crate) fn remove_scratch(&self) -> io::Result<()> {
        remove_scratch(&self.scratch, ProcessKey::current()?)
    }
}

impl Drop for Registration {
    fn drop(&mut self) {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        for name in &self.names {
            running.get_or_insert_default().remove(name);
        }
    }
}
