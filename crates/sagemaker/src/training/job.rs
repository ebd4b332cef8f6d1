//! The life of one training job.
//!
//! The stored row says how far it is.  A job whose containers died with the platform is run again from a clean
//! tree; a job whose row says `outcome` was trained to the end, and then the object store says whether its
//! artifacts were uploaded, by the mark in the metadata of the last one: uploaded, the job has ended; not, it
//! is run again.  So each job leaves one model.

use std::sync::Arc;
use std::time::Duration;

use lirio_api::sagemaker::SecondaryStatusTransition;
use lirio_api::{AwsError, Timestamp};
use lirio_service::Caller;
use lirio_store::Key;

use super::attempt::{Attempt, End};
use super::failure::REASON;
use super::host::LAST_LINES;
use super::hosts;
use super::inputs::told;
use super::live::LiveJob;
use super::tree::JobTree;
use crate::SageMaker;
use crate::changes::lock;
use crate::events;
use crate::logs::LogShipper;
use crate::names::{SERVICE, cut};
use crate::rows::{JOBS, JobRow, JobStatus, Outcome, Secondary};
use crate::s3::Objects;
use crate::service::remove_tree;

/// Enters a secondary status, and with it ends the one before.
pub(crate) fn transition(row: &mut JobRow, now: Timestamp, secondary: Secondary, message: &str) {
    if let Some(last) = row.transitions.last_mut()
        && last.end_time.is_none()
    {
        last.end_time = Some(now);
    }
    row.secondary = secondary;
    row.modified = now;
    row.transitions.push(SecondaryStatusTransition {
        status: secondary.as_str().to_owned(),
        start_time: now,
        end_time: row.status.is_terminal().then_some(now),
        status_message: Some(message.to_owned()),
    });
}

impl SageMaker {
    /// Works on a job until it has ended, in the background.  `again`: an earlier process may have begun it.
    pub(crate) fn take_up_job(self: &Arc<Self>, key: Key, again: bool) {
        let Some(live) = self.jobs.begin(&key) else { return };
        let service = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = service.run_job(&key, &live, again) => {}
                // The container ends with its handle; the next process takes the job up.
                () = service.platform.shutdown.requested() => {}
            }
            service.jobs.end(&key);
        });
    }

    async fn run_job(self: &Arc<Self>, key: &Key, live: &LiveJob, again: bool) {
        let read = || std::future::ready(self.platform.store.read(|read| JOBS.get(read, key)));
        let Some(mut row) = self.insist("read a training job", read).await else { return };
        if row.status.is_terminal() {
            return;
        }
        if again && let Some(outcome) = row.outcome {
            // Without a seal there was nothing to upload.
            if row.seal.is_none() || self.is_uploaded(&row).await {
                return self.finish(key, outcome, row.artifact).await;
            }
            if outcome != Outcome::Completed {
                return self.finish(key, outcome, None).await;
            }
        }
        if row.status == JobStatus::Stopping {
            return self.finish(key, Outcome::Stopped, None).await;
        }
        if row.secondary != Secondary::Starting {
            let restarted = self
                .record(key, |row, now| {
                    row.outcome = None;
                    row.started = None;
                    row.attempt = None;
                    row.artifact = None;
                    row.seal = None;
                    row.metrics.clear();
                    let message = "The platform was interrupted; the training starts again";
                    transition(row, now, Secondary::Starting, message);
                })
                .await;
            let Some(restarted) = restarted else { return };
            row = restarted;
        }
        self.run_attempt(key, live, &row).await;
    }

    /// One attempt in a tree of its own, and what it leads to.
    async fn run_attempt(self: &Arc<Self>, key: &Key, live: &LiveJob, row: &JobRow) {
        let caller = match self.assume(&row.request.role_arn) {
            Ok(caller) => caller,
            Err(reason) => return self.fail(key, live, reason).await,
        };
        let objects = Objects { door: self.platform.door.clone(), caller };
        let hosts = hosts::hosts(&row.request);
        let id = lirio_service::hex_id::<8>();
        let root = self.folder("jobs").join(format!("{}.{id}", row.request.training_job_name));
        match JobTree::create(root.clone(), &row.request, &hosts) {
            Ok(tree) => {
                let attempt =
                    Attempt { key, live, row, id: &id, hosts: &hosts, tree: &tree, objects: &objects };
                self.run_in_tree(&attempt).await;
            }
            Err(error) => {
                let reason =
                    format!("InternalServerError: cannot make the folder {}: {error}", root.display());
                self.fail(key, live, reason).await;
            }
        }
        tokio::task::spawn_blocking(move || remove_tree(&root));
    }

    async fn run_in_tree(&self, attempt: &Attempt<'_>) {
        let Attempt { key, live, row, tree, objects, .. } = attempt;
        let mut shippers = Vec::new();
        match self.attempt(attempt, &mut shippers).await {
            End::Failed(reason) => {
                self.flush(shippers).await;
                self.fail(key, live, reason).await;
            }
            End::Over(outcome) => {
                // The last lines are stored while the model is, so that who sees the end sees them too.
                let keep = self.keep(key, live, row, tree, objects, outcome);
                match tokio::join!(keep, self.flush(shippers)).0 {
                    Ok(artifact) => self.finish(key, outcome, artifact).await,
                    Err(reason) => self.fail(key, live, reason).await,
                }
            }
        }
    }

    /// Resolves when the platform's clock has come so far.
    pub(crate) async fn until(&self, due_ms: i64) {
        while self.platform.clock.now_ms() < due_ms {
            self.platform.clock.sleep_until(due_ms).await;
        }
    }

    async fn flush(&self, shippers: Vec<LogShipper>) {
        let all = futures_util::future::join_all(shippers.into_iter().map(LogShipper::flushed));
        if tokio::time::timeout(LAST_LINES, all).await.is_err() {
            tracing::warn!("the last lines of a training job take long to be stored; it ends without them");
        }
    }

    pub(crate) async fn finish(&self, key: &Key, outcome: Outcome, artifact: Option<String>) {
        let (status, secondary, message) = match outcome {
            Outcome::Completed => (JobStatus::Completed, Secondary::Completed, "Training job completed"),
            Outcome::Stopped => (JobStatus::Stopped, Secondary::Stopped, "Training job stopped"),
            Outcome::MaxRuntimeExceeded => (
                JobStatus::Stopped,
                Secondary::MaxRuntimeExceeded,
                "Training job runtime exceeded MaxRuntimeInSeconds provided",
            ),
            Outcome::MaxWaitTimeExceeded => (
                JobStatus::Stopped,
                Secondary::MaxWaitTimeExceeded,
                "Training job exceeded MaxWaitTimeInSeconds provided",
            ),
            Outcome::MaxPendingTimeExceeded => (
                JobStatus::Stopped,
                Secondary::Stopped,
                "Training job was pending for longer than MaxPendingTimeInSeconds provided",
            ),
        };
        self.record(key, move |row, now| {
            row.status = status;
            row.ended = Some(now);
            row.artifact = artifact;
            end_attempt(row, now);
            transition(row, now, secondary, message);
        })
        .await;
    }

    pub(crate) async fn fail(&self, key: &Key, live: &LiveJob, reason: String) {
        let metrics = lock(&live.metrics).clone();
        self.record(key, move |row, now| {
            row.status = JobStatus::Failed;
            row.ended = Some(now);
            row.failure = Some(cut(&reason, REASON).to_owned());
            row.metrics = metrics;
            row.artifact = None;
            end_attempt(row, now);
            transition(row, now, Secondary::Failed, "Training job failed");
        })
        .await;
    }

    /// Commits a change of a job that has not ended, with its event; `None` if it has.
    pub(crate) async fn record(
        &self,
        key: &Key,
        change: impl FnOnce(&mut JobRow, Timestamp) + Clone + Send + 'static,
    ) -> Option<JobRow> {
        let commit = || {
            let (key, change) = (key.clone(), change.clone());
            let (now, changes) = (self.platform.now(), self.job_changes.clone());
            self.platform.store.commit(move |txn| {
                let Some(mut row) = JOBS.get(txn, &key)?.filter(|row| !row.status.is_terminal()) else {
                    return Ok(None);
                };
                change(&mut row, now);
                JOBS.put(txn, &key, &row)?;
                events::training_job(txn, &row)?;
                txn.after_commit(move || changes.ring(&key));
                Ok::<_, AwsError>(Some(row))
            })
        };
        self.insist("record a training job", commit).await
    }

    /// Does something until it succeeds: a full disk, say, is waited out.  Ends with the platform, whose
    /// shutdown drops whoever waits here.
    pub(crate) async fn insist<T, E: std::fmt::Debug, F: Future<Output = Result<T, E>>>(
        &self,
        what: &str,
        act: impl Fn() -> F,
    ) -> T {
        let mut delay = Duration::from_millis(50);
        loop {
            match act().await {
                Ok(done) => return done,
                Err(error) => tracing::error!(?error, "cannot {what}; trying again"),
            }
            tokio::time::sleep(delay).await;
            delay = (delay * 2).min(Duration::from_secs(10));
        }
    }

    /// The caller for a role, or why not, as a failure reason.
    pub(crate) fn assume(&self, role: &str) -> Result<Caller, String> {
        self.platform
            .identity()
            .and_then(|identity| identity.assume_for_service(role, SERVICE, "SageMaker"))
            .map_err(|error| format!("ClientError: the role {role} cannot be assumed: {}", told(&error)))
    }
}

/// Adds the time of the attempt that ends to what was spent before.
pub(crate) fn end_attempt(row: &mut JobRow, now: Timestamp) {
    if let Some(began) = row.attempt.take() {
        row.spent_ms += (now.0 - began.0).max(0);
    }
}
