//! The life of one training job.
//!
//! The stored row says how far it is.  A job whose containers died with the platform is run again from a clean
//! tree; a job whose row says `outcome` was trained to the end, and then the object store says whether its
//! artifacts were uploaded, by the mark in the metadata of the last one: uploaded, the job has ended; not, it
//! is run again.  So each job leaves one model.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use lirio_api::Timestamp;
use lirio_api::sagemaker::SecondaryStatusTransition;
use lirio_service::Caller;
use lirio_store::Key;

use super::attempt::{Attempt, End};
use super::failure::REASON;
use super::host::{LAST_LINES, Streams};
use super::hosts;
use super::inputs::told;
use super::live::LiveJob;
use super::pools;
use super::queue::{self, Place, Wish};
use super::tree::JobTree;
use crate::SageMaker;
use crate::changes::lock;
use crate::names::{SERVICE, cut};
use crate::rows::{JobRow, JobStatus, Outcome, PoolStatus, Secondary};
use crate::s3::Objects;
use crate::service::remove_tree;

/// The message of `Starting`.
pub(crate) const STARTING: &str = "Preparing the instances for training";

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

/// What became of an attempt.
enum Step {
    Next(Next),
    /// It is over, and this is its model.
    Over(Outcome, Option<String>),
}

/// What comes after an attempt.
enum Next {
    Ended,
    /// Another attempt.
    Again(Box<JobRow>),
}

impl SageMaker {
    /// Works on a job until it has ended, in the background.  `again`: an earlier process may have begun it,
    /// and this is what it stored.
    pub(crate) fn take_up_job(self: &Arc<Self>, key: Key, again: Option<&JobRow>) {
        let waits = |row: &&JobRow| row.status == JobStatus::InProgress && row.outcome.is_none();
        let wish = again.filter(waits).map(Wish::of);
        let again = again.is_some();
        self.work_on::<JobRow, _>(key, wish, move |service, key, live, place| async move {
            service.run_job(&key, &live, place, again).await;
        });
    }

    async fn run_job(self: &Arc<Self>, key: &Key, live: &LiveJob, mut place: Option<Place>, again: bool) {
        let Some(mut row) = self.open_job::<JobRow>(key).await else { return };
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
        if !matches!(row.secondary, Secondary::Starting | Secondary::Pending | Secondary::Interrupted) {
            let Some(restarted) = self.begin_again(key, &row).await else { return };
            row = restarted;
        }
        loop {
            let mut cache = None;
            // A place that was asked for keeps its turn only without a pool.
            let place = match self.take_warm(key, &row).await {
                Some((taken, warm)) => {
                    (row, cache) = (taken, Some(warm.cache));
                    warm.place
                }
                None => place.take().unwrap_or_else(|| self.queue.ask(&Wish::of(&row))),
            };
            match self.room(key, live, &row, &place).await {
                Some(admitted) => row = admitted,
                None => return,
            }
            match self.run_attempt(key, live, &row, place, cache).await {
                Next::Ended => return,
                Next::Again(next) => row = *next,
            }
        }
    }

    /// What an earlier process was doing is done again.
    async fn begin_again(&self, key: &Key, row: &JobRow) -> Option<JobRow> {
        let spot = queue::is_spot(&row.request);
        self.record(key, move |row, now| {
            row.outcome = None;
            row.artifact = None;
            row.seal = None;
            row.attempt = None;
            let (secondary, message) = if spot {
                (Secondary::Interrupted, "The platform was interrupted; the training goes on later")
            } else {
                row.started = None;
                row.metrics.clear();
                (Secondary::Starting, "The platform was interrupted; the training starts again")
            };
            transition(row, now, secondary, message);
        })
        .await
    }

    /// Waits until the machine has room for a job; `None` if it has ended instead.
    async fn room(&self, key: &Key, live: &LiveJob, row: &JobRow, place: &Place) -> Option<JobRow> {
        let mut row = row.clone();
        if !place.is_admitted() {
            if row.secondary == Secondary::Starting {
                let message = place.waits_for();
                row = self
                    .record(key, move |row, now| transition(row, now, Secondary::Pending, &message))
                    .await?;
            }
            let condition = row.request.stopping_condition.clone().unwrap_or_default();
            let pending =
                condition.max_pending_time_in_seconds.filter(|_| row.secondary == Secondary::Pending);
            let since = row.transitions.last().map_or(row.created, |last| last.start_time);
            let mut stop = live.stop.subscribe();
            let outcome = tokio::select! {
                () = place.admitted() => None,
                _ = stop.wait_for(|stop| *stop) => Some(Outcome::Stopped),
                () = self.until_some(pending.map(|seconds| since.0.saturating_add(seconds.saturating_mul(1000)))) => {
                    Some(Outcome::MaxPendingTimeExceeded)
                }
                () = self.until_some(wait_deadline(&row)) => Some(Outcome::MaxWaitTimeExceeded),
            };
            if let Some(outcome) = outcome {
                self.finish(key, outcome, None).await;
                return None;
            }
        }
        if row.secondary == Secondary::Starting {
            return Some(row);
        }
        self.record(key, |row, now| transition(row, now, Secondary::Starting, STARTING)).await
    }

    /// One attempt in a tree of its own, and what it leads to.
    async fn run_attempt(
        self: &Arc<Self>,
        key: &Key,
        live: &LiveJob,
        row: &JobRow,
        place: Place,
        cache: Option<PathBuf>,
    ) -> Next {
        let caller = match self.assume(&row.request.role_arn) {
            Ok(caller) => caller,
            Err(reason) => return self.fail(key, live, reason).await,
        };
        let objects = Objects { door: self.platform.door.clone(), caller };
        let hosts = hosts::hosts(&row.request);
        let id = lirio_service::hex_id::<8>();
        let root = self.folder("jobs").join(format!("{}.{id}", row.request.training_job_name));
        let next = match JobTree::create(root.clone(), &row.request, &hosts, cache.as_deref()) {
            Ok(tree) => {
                let (hosts, objects) = (&hosts[..], &objects);
                let attempt = Attempt { key, live, row, place: &place, id: &id, hosts, tree: &tree, objects };
                match self.run_in_tree(&attempt).await {
                    Step::Next(next) => next,
                    Step::Over(outcome, artifact) => {
                        // Before anybody is told of the end, so that who is finds the pool.
                        if outcome == Outcome::Completed {
                            self.keep_warm(key, place, &tree).await;
                        }
                        self.finish(key, outcome, artifact).await;
                        Next::Ended
                    }
                }
            }
            Err(error) => {
                let reason =
                    format!("InternalServerError: cannot make the folder {}: {error}", root.display());
                self.fail(key, live, reason).await
            }
        };
        tokio::task::spawn_blocking(move || remove_tree(&root));
        next
    }

    async fn run_in_tree(&self, attempt: &Attempt<'_>) -> Step {
        let Attempt { key, live, row, tree, objects, .. } = *attempt;
        let mut streams = Vec::new();
        match self.attempt(attempt, &mut streams).await {
            End::Failed(reason) => {
                self.flush(streams).await;
                Step::Next(self.fail(key, live, reason).await)
            }
            End::Interrupted => {
                self.flush(streams).await;
                let interrupted = self.record(key, |row, now| {
                    end_attempt(row, now);
                    let message = "The room of this spot job is needed by another; it goes on later";
                    transition(row, now, Secondary::Interrupted, message);
                });
                Step::Next(interrupted.await.map_or(Next::Ended, |row| Next::Again(Box::new(row))))
            }
            End::Over(outcome) => {
                // The last lines are stored while the model is, so that who sees the end sees them too.
                let keep = self.keep(key, live, row, tree, objects, outcome);
                match tokio::join!(keep, self.flush(streams)).0 {
                    Ok(artifact) => Step::Over(outcome, artifact),
                    Err(reason) => Step::Next(self.fail(key, live, reason).await),
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

    /// The same, if there is such a time.
    pub(crate) async fn until_some(&self, due_ms: Option<i64>) {
        match due_ms {
            Some(due_ms) => self.until(due_ms).await,
            None => std::future::pending().await,
        }
    }

    /// Waits until the output of all hosts is stored, but not for long.
    pub(crate) async fn flush(&self, streams: Vec<Streams>) {
        let all = futures_util::future::join_all(streams.into_iter().map(Streams::flushed));
        if tokio::time::timeout(LAST_LINES, all).await.is_err() {
            tracing::warn!("the last lines of a job take long to be stored; it ends without them");
        }
    }

    async fn finish(&self, key: &Key, outcome: Outcome, artifact: Option<String>) {
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
            // It may have gone on to the next job or have been ended already.
            if let Some(pool) = row.warm_pool.as_mut().filter(|pool| !pool.status.is_over()) {
                let kept = status == JobStatus::Completed && pools::keep_alive(&row.request).is_some();
                pool.status = if kept { PoolStatus::Available } else { PoolStatus::Terminated };
            }
            end_attempt(row, now);
            transition(row, now, secondary, message);
        })
        .await;
    }

    /// Ends a job that has failed, unless it is to be tried again.
    async fn fail(&self, key: &Key, live: &LiveJob, reason: String) -> Next {
        let metrics = lock(&live.metrics).clone();
        let failed = self.record(key, move |row, now| {
            end_attempt(row, now);
            row.outcome = None;
            row.artifact = None;
            row.seal = None;
            let strategy = row.request.retry_strategy.as_ref();
            let attempts = strategy.map_or(0, |strategy| strategy.maximum_retry_attempts);
            // Only faults of the platform's may be gone the next time.
            if row.status == JobStatus::InProgress
                && row.retries < attempts
                && reason.starts_with("InternalServerError")
            {
                row.retries += 1;
                let message = format!("Attempt {} of {attempts} after {reason}", row.retries);
                transition(row, now, Secondary::Starting, cut(&message, REASON));
                return;
            }
            row.status = JobStatus::Failed;
            if let Some(pool) = &mut row.warm_pool {
                pool.status = PoolStatus::Terminated;
            }
            row.ended = Some(now);
            row.failure = Some(cut(&reason, REASON).to_owned());
            row.metrics = metrics;
            transition(row, now, Secondary::Failed, "Training job failed");
        });
        match failed.await {
            Some(row) if !row.status.is_terminal() => Next::Again(Box::new(row)),
            _ => Next::Ended,
        }
    }

    /// Commits a change of a job that has not ended, with its event; `None` if it has.
    pub(crate) async fn record(
        &self,
        key: &Key,
        change: impl FnOnce(&mut JobRow, Timestamp) + Clone + Send + 'static,
    ) -> Option<JobRow> {
        self.change_job(key, move |row: &mut JobRow, now| {
            change(row, now);
            true
        })
        .await
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

/// When the time of a spot job is up that it may take with all its waiting.
pub(crate) fn wait_deadline(row: &JobRow) -> Option<i64> {
    let condition = row.request.stopping_condition.as_ref()?;
    let seconds = condition.max_wait_time_in_seconds?;
    Some(row.created.0.saturating_add(seconds.saturating_mul(1000)))
}

/// Adds the time of the attempt that ends to what was spent before.
fn end_attempt(row: &mut JobRow, now: Timestamp) {
    if let Some(began) = row.attempt.take() {
        row.spent_ms += (now.0 - began.0).max(0);
    }
}
