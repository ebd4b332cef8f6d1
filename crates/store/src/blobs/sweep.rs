//! The janitor: a thread that removes files nobody refers to.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};

use super::BlobId;
use crate::shared::{Shared, lock};
use crate::{StoreError, schema};

pub(crate) enum Janitor {
    /// Remove a file; unlinking gigabytes takes long, so no one waits for it.
    Remove(PathBuf),
    Stop,
}

/// The body of the thread. `sweep` is given after a disorderly end of the former process.
/// Returns whether no orphans are left, as far as a janitor can tell.
pub(crate) fn run(sweep: Option<Arc<Shared>>, chores: &Receiver<Janitor>) -> bool {
    let mut swept = true;
    if let Some(shared) = sweep {
        match orphans(&shared, chores) {
            Ok(Pause::Go) => {}
            Ok(Pause::Stop) => return false,
            Err(error) => {
                tracing::warn!(%error, "the sweep for orphaned blobs stopped early");
                swept = false;
            }
        }
    }
    while let Ok(Janitor::Remove(path)) = chores.recv() {
        remove(&path);
    }
    swept
}

#[derive(PartialEq, Eq)]
enum Pause {
    Go,
    Stop,
}

/// Removes the files that have no row. One connection for the time of the sweep.
fn orphans(shared: &Shared, chores: &Receiver<Janitor>) -> Result<Pause, StoreError> {
    let conn = schema::open_reader(&shared.database)?;
    let mut removed = 0_u64;
    for folder in list(&shared.blobs_dir)? {
        if folder.file_name().is_some_and(|name| name == "tmp") || !folder.is_dir() {
            continue;
        }
        for (count, file) in list(&folder)?.into_iter().enumerate() {
            if count % 64 == 0 && pause(chores) == Pause::Stop {
                return Ok(Pause::Stop);
            }
            if orphaned(shared, &conn, &file)? {
                remove(&file);
                removed += 1;
            }
        }
    }
    if removed > 0 {
        tracing::info!(removed, "removed blob files that a crash left without a row");
    }
    Ok(Pause::Go)
}

fn orphaned(shared: &Shared, conn: &Connection, file: &Path) -> Result<bool, StoreError> {
    let name = file.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<BlobId>().ok());
    let Some(id) = name else { return Ok(false) };
    // In this order: a blob leaves the pending ones only after its row is committed.
    if lock(&shared.pending_blobs).contains(&id) {
        return Ok(false);
    }
    let row = shared.sql(
        conn.prepare_cached("SELECT 1 FROM blobs WHERE id = ?1 AND content IS NULL")
            .and_then(|mut statement| statement.query_row([id.as_bytes()], |_| Ok(())).optional()),
    )?;
    Ok(row.is_none())
}

/// Does what was asked meanwhile, and leaves the processor to others for a moment.
fn pause(chores: &Receiver<Janitor>) -> Pause {
    loop {
        match chores.try_recv() {
            Ok(Janitor::Remove(path)) => remove(&path),
            Ok(Janitor::Stop) => return Pause::Stop,
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
        }
    }
    std::thread::sleep(Duration::from_micros(500));
    Pause::Go
}

fn list(dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    fs::read_dir(dir)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect())
        .map_err(|error| StoreError::io("list", dir, error))
}

fn remove(path: &Path) {
    match fs::remove_file(path) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => tracing::warn!(path = %path.display(), %error, "cannot remove a file nobody refers to"),
    }
}
