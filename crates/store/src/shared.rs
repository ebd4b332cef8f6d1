//! What the writer thread, readers, consumers and blobs all hold.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};

use tokio::sync::Notify;

use crate::blobs::sweep::Janitor;
use crate::{BlobId, Clock, StoreError};

/// One topic of the outbox, while the process runs.
#[derive(Default)]
pub(crate) struct Topic {
    /// Rung after a commit that enqueued to the topic.
    pub(crate) bell: Notify,
    /// Whether somebody consumes it.
    pub(crate) taken: AtomicBool,
    /// Whether somebody asked for it, to consume it.
    pub(crate) wanted: AtomicBool,
}

pub(crate) struct Shared {
    pub(crate) database: PathBuf,
    pub(crate) blobs_dir: PathBuf,
    pub(crate) clock: Arc<dyn Clock>,
    /// Identifiers of tables that are known to be committed.
    tables: Mutex<HashMap<&'static str, i64>>,
    topics: Mutex<HashMap<String, Arc<Topic>>>,
    /// Rung after a commit that changed timers.
    pub(crate) timers: Notify,
    /// Blobs whose file has its final name and whose row is not committed yet; the sweep leaves them alone.
    pub(crate) pending_blobs: Mutex<HashSet<BlobId>>,
    pub(crate) janitor: mpsc::Sender<Janitor>,
}

impl Shared {
    pub(crate) fn new(
        database: PathBuf,
        blobs_dir: PathBuf,
        clock: Arc<dyn Clock>,
        janitor: mpsc::Sender<Janitor>,
    ) -> Shared {
        Shared {
            database,
            blobs_dir,
            clock,
            tables: Mutex::default(),
            topics: Mutex::default(),
            timers: Notify::new(),
            pending_blobs: Mutex::default(),
            janitor,
        }
    }

    /// Gives a database error its place.
    pub(crate) fn sql<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::sqlite(&self.database, &error))
    }

    pub(crate) fn table(&self, name: &'static str) -> Option<i64> {
        lock(&self.tables).get(name).copied()
    }

    pub(crate) fn remember_table(&self, name: &'static str, id: i64) {
        lock(&self.tables).insert(name, id);
    }

    pub(crate) fn topic(&self, name: &str) -> Arc<Topic> {
        let mut topics = lock(&self.topics);
        match topics.get(name) {
            Some(topic) => topic.clone(),
            None => topics.entry(name.to_owned()).or_default().clone(),
        }
    }

    pub(crate) fn remove_later(&self, path: PathBuf) {
        // The janitor is gone only when the store is closed; the sweep at the next start finds the file.
        let _ = self.janitor.send(Janitor::Remove(path));
    }
}

/// Locks; what our mutexes guard is whole at every instant, so a panic elsewhere spoils nothing.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
