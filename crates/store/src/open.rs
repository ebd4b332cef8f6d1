//! Opening a data directory: folder, lock, format, leftovers.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::StoreError;

const FORMAT: &str = "lirio data directory, format 1\n";
const DATABASE: &str = "store.db";

/// A data directory that this process holds.
pub(crate) struct Directory {
    pub(crate) database: PathBuf,
    pub(crate) blobs: PathBuf,
    pub(crate) clean: CleanMark,
    /// Whether blob files without a row may be there.
    pub(crate) sweep: bool,
    /// The lock goes with the process, however it ends.
    pub(crate) lock: Lock,
}

/// The lock on the directory.
pub(crate) struct Lock(File);

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing the file would leave the lock to a process that is being forked at this instant and has not yet
        // closed its copy. If this fails, closing remains.
        let _ = self.0.unlock();
    }
}

/// A file that says: the last process closed the store in order, so there are no orphans.
pub(crate) struct CleanMark(PathBuf);

impl CleanMark {
    pub(crate) fn set(&self) {
        // Without the mark the next start looks for orphans, nothing worse.
        let _ = File::create(&self.0);
    }
}

pub(crate) fn directory(dir: &Path) -> Result<Directory, StoreError> {
    let blobs = dir.join("blobs");
    make(dir)?;
    let lock = lock(dir)?;
    check_format(dir)?;
    make(&blobs)?;
    make(&blobs.join("tmp"))?;
    remove_leftovers(&blobs.join("tmp"))?;
    let clean = dir.join("clean");
    let database = dir.join(DATABASE);
    let sweep = fs::remove_file(&clean).is_err() && database.exists();
    Ok(Directory { database, blobs, clean: CleanMark(clean), sweep, lock })
}

/// Makes the names in a folder durable.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), StoreError> {
    File::open(dir).and_then(|dir| dir.sync_all()).map_err(|error| StoreError::io("sync folder", dir, error))
}

/// Creates a folder that only this user may enter.
pub(crate) fn make(dir: &Path) -> Result<(), StoreError> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(|error| refused(dir, error))?;
    match dir.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync_dir(parent),
        _ => Ok(()),
    }
}

fn refused(path: &Path, error: io::Error) -> StoreError {
    match StoreError::io("write", path, error) {
        StoreError::Io { path, source, .. } => StoreError::NotWritable { path, source },
        other => other,
    }
}

fn lock(dir: &Path) -> Result<Lock, StoreError> {
    let path = dir.join("lock");
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&path)
        .map_err(|error| refused(dir, error))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            // Only the first bytes: a process identifier, whatever else the file became.
            let pid = file.take(32).read_to_string(&mut text).ok().and_then(|_| text.trim().parse().ok());
            return Err(StoreError::Locked { path: dir.to_owned(), pid });
        }
        Err(TryLockError::Error(error)) => return Err(StoreError::io("lock", &path, error)),
    }
    let mut lock = Lock(file);
    lock.0
        .set_len(0)
        .and_then(|()| writeln!(lock.0, "{}", std::process::id()))
        .map_err(|error| StoreError::io("write", &path, error))?;
    Ok(lock)
}

fn check_format(dir: &Path) -> Result<(), StoreError> {
    let path = dir.join("format");
    let wanted = || FORMAT.trim().to_owned();
    match File::open(&path) {
        Ok(file) => {
            let mut found = Vec::new();
            file.take(256).read_to_end(&mut found).map_err(|error| StoreError::io("read", &path, error))?;
            if found == FORMAT.as_bytes() {
                return Ok(());
            }
            Err(StoreError::Format {
                found: format!("\"{}\" (in {})", found.trim_ascii().escape_ascii(), path.display()),
                wanted: wanted(),
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if dir.join(DATABASE).exists() {
                return Err(StoreError::Format { found: "no format file".to_owned(), wanted: wanted() });
            }
            let new = dir.join("format.new");
            File::create(&new)
                .and_then(|mut file| file.write_all(FORMAT.as_bytes()).and_then(|()| file.sync_all()))
                .and_then(|()| fs::rename(&new, &path))
                .map_err(|error| refused(&new, error))?;
            sync_dir(dir)
        }
        Err(error) => Err(StoreError::NotWritable { path, source: Arc::new(error) }),
    }
}

/// Removes what writers of a former process left: nothing refers to a temporary file.
fn remove_leftovers(dir: &Path) -> Result<(), StoreError> {
    for entry in fs::read_dir(dir).map_err(|error| refused(dir, error))? {
        let path = entry.map_err(|error| StoreError::io("list", dir, error))?.path();
        fs::remove_file(&path).map_err(|error| StoreError::io("remove", &path, error))?;
    }
    Ok(())
}
