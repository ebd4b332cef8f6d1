//! The life of one processing job.
//!
//! The stored row says how far it is, as with training jobs: a job whose containers died with the platform is
//! run again from a clean tree; a job whose row says `outcome` was processed to the end, and then the object
//! store says whether its outputs were uploaded, by the mark of the last one.

use std::sync::Arc;

use lirio_api::Timestamp;
use lirio_store::Key;

use super::attempt::Attempt;
use super::message;
use super::rows::ProcessingRow;
use super::tree::JobTree;
use crate::SageMaker;
use crate::names::cut;
use crate::rows::{JobStatus, Outcome};
use crate::s3::{Location, Objects};
use crate::service::remove_tree;
use crate::training::{End, Host, LiveJob, ONE_GROUP, Place, REASON, Wish, numbered};

/// What a job leaves that has ended.
struct Ended {
    status: JobStatus,
    failure: Option<String>,
    message: Option<String>,
}

impl Ended {
    fn well(outcome: Outcome, message: Option<String>) -> Self {
        let (status, failure) = match outcome {
            Outcome::Completed => (JobStatus::Completed, None),
            Outcome::MaxRuntimeExceeded => {
                (JobStatus::Stopped, Some("Processing job runtime exceeded MaxRuntimeInSeconds provided"))
            }
            _ => (JobStatus::Stopped, None),
        };
        Self { status, failure: failure.map(str::to_owned), message }
    }

    fn badly(reason: &str, message: Option<String>) -> Self {
        Self { status: JobStatus::Failed, failure: Some(cut(reason, REASON).to_owned()), message }
    }
}

/// The hosts of a job.
fn hosts(row: &ProcessingRow) -> Vec<Host> {
    let (instance_type, count) = instances(row);
    numbered(vec![(ONE_GROUP, &instance_type, count)])
}

fn instances(row: &ProcessingRow) -> (String, i64) {
    let cluster = &row.request.processing_resources.cluster_config;
    (cluster.instance_type.clone().unwrap_or_default(), cluster.instance_count.unwrap_or(1))
}

fn wish(row: &ProcessingRow) -> Wish {
    Wish::new(&row.scope, &row.request.role_arn, row.created, vec![instances(row)])
}

impl SageMaker {
    /// Works on a job until it has ended, in the background.  `again`: an earlier process may have begun it,
    /// and this is what it stored.
    pub(crate) fn take_up_processing_job(self: &Arc<Self>, key: Key, again: Option<&ProcessingRow>) {
        let waits = |row: &&ProcessingRow| row.status == JobStatus::InProgress && row.outcome.is_none();
        let wish = again.filter(waits).map(wish);
        let again = again.is_some();
        self.work_on::<ProcessingRow, _>(key, wish, move |service, key, live, place| async move {
            service.run_processing_job(&key, &live, place, again).await;
        });
    }

    async fn run_processing_job(&self, key: &Key, live: &LiveJob, place: Option<Place>, again: bool) {
        let Some(mut row) = self.open_job::<ProcessingRow>(key).await else { return };
        if again && let Some(outcome) = row.outcome {
            let uploaded = match row.seal.clone() {
                // There was nothing to upload.
                None => true,
                Some((bucket, key)) => self.is_sealed(&Location { bucket, key }, &row.mark).await,
            };
            if uploaded || outcome != Outcome::Completed {
                return self.end_processing(key, Ended::well(outcome, row.exit_message)).await;
            }
        }
        if row.status == JobStatus::Stopping {
            return self.end_processing(key, Ended::well(Outcome::Stopped, None)).await;
        }
        if row.started.is_some() {
            // What an earlier process was doing is done again.
            let begun = self.record_processing(key, |row, _| {
                (row.started, row.outcome, row.exit_message, row.seal) = (None, None, None, None);
            });
            match begun.await {
                Some(begun) => row = begun,
                None => return,
            }
        }
        let place = place.unwrap_or_else(|| self.queue.ask(&wish(&row)));
        let mut stop = live.stop.subscribe();
        let admitted = tokio::select! {
            () = place.admitted() => true,
            _ = stop.wait_for(|stop| *stop) => false,
        };
        let ended = match admitted {
            true => self.process(key, live, &row, &place).await,
            false => Ended::well(Outcome::Stopped, None),
        };
        // The room is free when the job says that it has ended.
        drop(place);
        self.end_processing(key, ended).await;
    }

    /// One attempt in a tree of its own.
    async fn process(&self, key: &Key, live: &LiveJob, row: &ProcessingRow, place: &Place) -> Ended {
        let caller = match self.assume(&row.request.role_arn) {
            Ok(caller) => caller,
            Err(reason) => return Ended::badly(&reason, None),
        };
        let objects = Objects { door: self.platform.door.clone(), caller };
        let hosts = hosts(row);
        let id = lirio_service::hex_id::<8>();
        let root = self.folder("jobs").join(format!("{}.{id}", row.request.processing_job_name));
        let ended = match JobTree::create(&root, row, &hosts) {
            Ok(tree) => {
                let (hosts, objects) = (&hosts[..], &objects);
                let attempt = Attempt { key, live, row, place, id: &id, hosts, tree: &tree, objects };
                self.process_in_tree(&attempt).await
            }
            Err(error) => {
                let reason =
                    format!("InternalServerError: cannot make the folder {}: {error}", root.display());
                Ended::badly(&reason, None)
            }
        };
        tokio::task::spawn_blocking(move || remove_tree(&root));
        ended
    }

    async fn process_in_tree(&self, attempt: &Attempt<'_>) -> Ended {
        let mut streams = Vec::new();
        let end = self.processing_attempt(attempt, &mut streams).await;
        let folders = attempt.tree.outputs();
        let message = tokio::task::spawn_blocking(move || message::collect(&folders)).await;
        let message = message.unwrap_or_else(|error| Err(format!("InternalServerError: {error}")));
        let outcome = match end {
            End::Over(outcome) => outcome,
            End::Failed(reason) => {
                self.flush(streams).await;
                return Ended::badly(&reason, message.unwrap_or_default());
            }
            // Nobody takes room from processing jobs.
            End::Interrupted => Outcome::Stopped,
        };
        let message = match message {
            Ok(message) => message,
            Err(reason) => {
                self.flush(streams).await;
                return Ended::badly(&reason, None);
            }
        };
        // The last lines are stored while the outputs are, so that who sees the end sees them too.
        let keep = self.keep_outputs(attempt, outcome, message.clone());
        match tokio::join!(keep, self.flush(streams)).0 {
            Ok(()) => Ended::well(outcome, message),
            Err(reason) => Ended::badly(&reason, message),
        }
    }

    async fn end_processing(&self, key: &Key, ended: Ended) {
        let Ended { status, failure, message } = ended;
        self.record_processing(key, move |row, now| {
            row.status = status;
            row.ended = Some(now);
            row.failure = failure;
            row.exit_message = message;
        })
        .await;
    }

    /// Commits a change of a job that has not ended, with its event if it shows; `None` if it has ended.
    pub(super) async fn record_processing(
        &self,
        key: &Key,
        change: impl FnOnce(&mut ProcessingRow, Timestamp) + Clone + Send + 'static,
    ) -> Option<ProcessingRow> {
        self.change_job(key, move |row: &mut ProcessingRow, now| {
            let before = (row.status, row.started);
            change(row, now);
            let shows = before != (row.status, row.started);
            if shows {
                row.modified = now;
            }
            shows
        })
        .await
    }
}
