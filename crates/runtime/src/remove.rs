//! Removal of what a container has left behind.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::error::RuntimeError;
use crate::process::ProcessKey;

/// In each scratch directory, the process that made it.
pub(crate) const OWNER_FILE: &str = "owner";

/// Removes a directory and everything in it, also what a container has made unreadable.
///
/// # Errors
///
/// The first thing that cannot be removed. A directory that is not there is fine.
pub(crate) fn remove_tree(path: &Path) -> io::Result<()> {
    // The overlay's own work directory has mode 000, so without privileges the plain way fails.
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_up(path)?;
            fs::remove_dir_all(path)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Makes every directory below `path` readable and writable for its owner, with no recursion.
fn open_up(path: &Path) -> io::Result<()> {
    let mut directories = vec![path.to_owned()];
    while let Some(directory) = directories.pop() {
        fs::set_permissions(&directory, fs::Permissions::from_mode(0o700))?;
        for entry in fs::read_dir(&directory)? {
            let entry = entry?;
            // `file_type` does not follow links, so nothing outside is touched.
            if entry.file_type()?.is_dir() {
                directories.push(entry.path());
            }
        }
    }
    Ok(())
}

/// Removes the scratch directories directly below `parent` whose lirio has ended; returns how many.
pub(crate) fn sweep_scratch(parent: &Path) -> Result<usize, RuntimeError> {
    let mut removed = 0;
    for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
        let path = entry.path();
        let owner =
            fs::read_to_string(path.join(OWNER_FILE)).ok().and_then(|text| text.parse::<ProcessKey>().ok());
        if owner.is_some_and(|owner| !owner.is_alive()) {
            remove_tree(&path).map_err(|source| RuntimeError::Sweep { path, source })?;
            removed += 1;
        }
    }
    Ok(removed)
}
