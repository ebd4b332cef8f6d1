//! Removal of what a container has left behind.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::error::RuntimeError;
use crate::process::ProcessKey;

/// In each scratch directory, the process that made it.
const OWNER_FILE: &str = "owner";
/// Begins the name of a scratch directory that comes or goes, whose owner file may be missing: the owner and the
/// name it has otherwise follow.
const UNFINISHED: &str = ".of-";

fn unfinished(path: &Path, owner: ProcessKey) -> io::Result<PathBuf> {
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => {
            Ok(parent.join(format!("{UNFINISHED}{owner}.{}", name.to_string_lossy())))
        }
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "a scratch directory needs a name")),
    }
}

/// Makes a scratch directory that says whose it is, so that a sweep finds it whenever we end: it has its name only
/// when the owner is in it.
pub(crate) fn make_scratch(path: &Path, owner: ProcessKey) -> io::Result<()> {
    let write = |folder: &Path| fs::write(folder.join(OWNER_FILE), owner.to_string());
    if path.is_dir() {
        return write(path);
    }
    let unfinished = unfinished(path, owner)?;
    unfinished.parent().map_or(Ok(()), fs::create_dir_all)?;
    let made = fs::create_dir(&unfinished)
        .and_then(|()| write(&unfinished))
        .and_then(|()| fs::rename(&unfinished, path));
    if made.is_err() {
        // The error is what counts; what is left is swept.
        let _ = remove_tree(&unfinished);
    }
    made
}

/// Removes a scratch directory of `owner`'s and everything in it.  Whoever is killed over it leaves something that a
/// sweep finds: the directory loses its name before it loses the file that says whose it is.
///
/// # Errors
///
/// Those of [`remove_tree`].
pub(crate) fn remove_scratch(path: &Path, owner: ProcessKey) -> io::Result<()> {
    let leaving = unfinished(path, owner)?;
    // Of a removal that was broken off.
    remove_tree(&leaving)?;
    match fs::rename(path, &leaving) {
        Ok(()) => remove_tree(&leaving),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        // As well as it goes, then.
        Err(_) => remove_tree(path),
    }
}

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
        if let Some(owner) = abandoned_by(&path) {
            let done = match owner {
                Some(owner) => remove_scratch(&path, owner),
                None => remove_tree(&path),
            };
            done.map_err(|source| RuntimeError::Sweep { path, source })?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// The lirio that has ended whose scratch a directory is, or nothing.  What does not say whose it is belongs to
/// somebody else; what comes or goes needs no owner to be removed, and what names one in no readable way was damaged
/// by a power cut, which no owner survived.
fn abandoned_by(path: &Path) -> Option<Option<ProcessKey>> {
    let name = path.file_name().and_then(|name| name.to_str()?.strip_prefix(UNFINISHED)?.split('.').next());
    if let Some(owner) = name {
        return owner.parse::<ProcessKey>().is_ok_and(|owner| !owner.is_alive()).then_some(None);
    }
    match fs::read_to_string(path.join(OWNER_FILE)).ok()?.parse::<ProcessKey>() {
        Ok(owner) => (!owner.is_alive()).then_some(Some(owner)),
        Err(()) => Some(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_owns_any_more_is_swept() {
        let parent = std::env::temp_dir().join(format!("lirio-sweep-{}", std::process::id()));
        let own = ProcessKey::current().unwrap();
        let ended: ProcessKey = "1-1".parse().unwrap();
        make_scratch(&parent.join("ours"), own).unwrap();
        make_scratch(&parent.join("left"), ended).unwrap();
        fs::create_dir(parent.join("other")).unwrap();
        // Killed before the owner was written.
        fs::create_dir(parent.join(format!("{UNFINISHED}{ended}.c1"))).unwrap();
        fs::create_dir(parent.join(format!("{UNFINISHED}{own}.c2"))).unwrap();
        // After a power cut.
        fs::create_dir(parent.join("empty")).unwrap();
        fs::write(parent.join("empty").join(OWNER_FILE), "").unwrap();
        assert_eq!(sweep_scratch(&parent).unwrap(), 3);
        let mut left: Vec<_> = fs::read_dir(&parent)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        assert_eq!(left, [format!("{UNFINISHED}{own}.c2"), "other".to_owned(), "ours".to_owned()]);
        // A removal that was broken off is taken up by the next.
        fs::write(parent.join("ours").join("upper"), "").unwrap();
        remove_scratch(&parent.join("c2"), own).unwrap();
        remove_scratch(&parent.join("ours"), own).unwrap();
        assert_eq!(fs::read_dir(&parent).unwrap().count(), 1);
        fs::remove_dir_all(&parent).unwrap();
    }

    #[test]
    fn a_scratch_that_cannot_be_made_leaves_nothing() {
        let parent = std::env::temp_dir().join(format!("lirio-scratch-{}", std::process::id()));
        fs::create_dir_all(&parent).unwrap();
        fs::write(parent.join("taken"), "").unwrap();
        assert!(make_scratch(&parent.join("taken"), ProcessKey::current().unwrap()).is_err());
        assert_eq!(fs::read_dir(&parent).unwrap().count(), 1);
        fs::remove_dir_all(&parent).unwrap();
    }
}
