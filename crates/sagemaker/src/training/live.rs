//! The jobs that this process works on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use lirio_api::sagemaker::MetricData;
use lirio_store::Key;
use tokio::sync::watch;

use crate::changes::lock;

/// All of them, by the key of their row.
#[derive(Default)]
pub(crate) struct LiveJobs(Mutex<HashMap<Key, Arc<LiveJob>>>);

/// One of them.
#[derive(Default)]
pub(crate) struct LiveJob {
    /// Set once: the job is to end.
    pub(crate) stop: watch::Sender<bool>,
    /// The newest value of each metric.
    pub(crate) metrics: Mutex<Vec<MetricData>>,
}

impl LiveJobs {
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<LiveJob>> {
        lock(&self.0).get(key).cloned()
    }

    /// Asks a job to stop; one that has ended meanwhile is fine.
    pub(crate) fn stop(&self, key: &Key) {
        if let Some(live) = self.get(key) {
            live.stop.send_replace(true);
        }
    }

    /// A new entry, unless there is one.
    pub(crate) fn begin(&self, key: &Key) -> Option<Arc<LiveJob>> {
        let mut live = lock(&self.0);
        if live.contains_key(key) {
            return None;
        }
        let job = Arc::new(LiveJob::default());
        live.insert(key.clone(), job.clone());
        Some(job)
    }

    pub(crate) fn end(&self, key: &Key) {
        lock(&self.0).remove(key);
    }
}
