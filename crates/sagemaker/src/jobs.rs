//! What training, processing and transform jobs have in common: how they come and go, how their rows change, and
//! who works on them.  What a kind does while it runs, and its words, are its own module's.

use std::sync::Arc;

use lirio_api::sagemaker::{Tag, errors};
use lirio_api::{AwsError, Timestamp, Unit, Value};
use lirio_service::{Context, Scope};
use lirio_store::{Key, Read, Table, Txn};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc;

use crate::changes::Changes;
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind};
use crate::rows::{JobStatus, TAGS};
use crate::service::Wake;
use crate::training::{LiveJob, LiveJobs, Place, Wish};
use crate::{SageMaker, events, tags};

/// The kinds of jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JobKind {
    Training,
    Processing,
    Transform,
}

impl JobKind {
    /// The resource that it is in ARNs and messages.
    pub(crate) fn resource(self) -> Kind {
        match self {
            JobKind::Training => Kind::TrainingJob,
            JobKind::Processing => Kind::ProcessingJob,
            JobKind::Transform => Kind::TransformJob,
        }
    }

    /// The type, as lineage and trial components have it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            JobKind::Training => "TrainingJob",
            JobKind::Processing => "ProcessingJob",
            JobKind::Transform => "TransformJob",
        }
    }
}

/// The row of a job.
pub(crate) trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    const KIND: JobKind;
    const ROWS: Table<Self>;

    /// What the rows of all kinds tell.
    fn facts(&self) -> Facts<'_>;

    /// The answer of Describe, which its events have as their detail.
    fn description(&self) -> Value;

    /// Whether it has ended.
    fn has_ended(&self) -> bool {
        self.facts().status.is_terminal()
    }
}

/// What the rows of all kinds tell.
pub(crate) struct Facts<'a> {
    pub(crate) kind: JobKind,
    pub(crate) scope: &'a Scope,
    pub(crate) name: &'a str,
    pub(crate) arn: &'a str,
    pub(crate) status: JobStatus,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    pub(crate) started: Option<Timestamp>,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) failure: Option<&'a str>,
}

/// The jobs of one kind in this process.
#[derive(Default)]
pub(crate) struct Desk {
    /// Those that are worked on.
    pub(crate) live: Arc<LiveJobs>,
    /// Who waits for a change of one.
    pub(crate) changes: Arc<Changes>,
}

/// The jobs of all kinds in this process.
#[derive(Default)]
pub(crate) struct Desks {
    pub(crate) training: Desk,
    processing: Desk,
    transform: Desk,
}

impl Desks {
    fn of(&self, kind: JobKind) -> &Desk {
        match kind {
            JobKind::Training => &self.training,
            JobKind::Processing => &self.processing,
            JobKind::Transform => &self.transform,
        }
    }
}

/// Stores a new job with its tags and its event, and has it taken up.
///
/// # Errors
///
/// There is one of its name.
pub(crate) fn insert<J: Job>(
    txn: &mut Txn<'_>,
    row: &J,
    tags: Option<Vec<Tag>>,
    wakes: mpsc::UnboundedSender<Wake>,
) -> Result<(), AwsError> {
    let Facts { scope, name, arn, .. } = row.facts();
    let key = names::key(scope, name);
    if !J::ROWS.insert(txn, &key, row)? {
        return Err(J::KIND.resource().exists(scope, name));
    }
    tags::create(txn, arn, tags)?;
    events::job(txn, row)?;
    // In the hook, since a client that hangs up takes the handler with it but not the commit.
    txn.after_commit(move || drop(wakes.send(Wake::Job(J::KIND, key))));
    Ok(())
}

/// What takes a job up that an earlier process has left.
pub(crate) type TakeUp = Box<dyn FnOnce(&Arc<SageMaker>) + Send>;

/// The jobs of a kind that have not ended, each with when it was created.
pub(crate) fn unfinished<J: Job>(
    read: &impl Read,
    take_up: fn(&Arc<SageMaker>, Key, Option<&J>),
) -> Result<Vec<(Timestamp, TakeUp)>, AwsError> {
    let rows = J::ROWS.scan_prefix(read, &Key::new(), None, usize::MAX)?;
    let left = |(key, row): (Key, J)| {
        let created = row.facts().created;
        let take_up: TakeUp = Box::new(move |service| take_up(service, key, Some(&row)));
        (created, take_up)
    };
    Ok(rows.into_iter().filter(|(_, row)| !row.has_ended()).map(left).collect())
}

/// A page of the caller's jobs, and the token of the next one.
pub(crate) fn list<J: Job, T>(
    jobs: Vec<J>,
    query: &Query,
    summary: impl Fn(J) -> T,
) -> Result<(Vec<T>, Option<String>), AwsError> {
    let listed = |row: J| {
        let Facts { name, created, modified, status, .. } = row.facts();
        let (name, status) = (name.to_owned(), status.as_str());
        Listed { name, created, modified, status, summary: summary(row) }
    };
    listing::page(jobs.into_iter().map(listed).collect(), query)
}

impl SageMaker {
    /// A job, for Describe: to callers who wait it is shown when it has ended.
    pub(crate) async fn shown_job<J: Job>(&self, ctx: &Context, name: &str) -> Result<J, AwsError> {
        let key = names::key(&ctx.scope, name);
        let read = || {
            let missing = || J::KIND.resource().missing(&ctx.scope, name);
            ctx.read(|read| J::ROWS.get(read, &key))?.ok_or_else(missing)
        };
        self.jobs.of(J::KIND).changes.hold(ctx, &key, read, |row| !row.has_ended()).await
    }

    /// Asks a job to stop, once; `stop` changes its row.
    pub(crate) async fn stop_job<J: Job>(
        &self,
        ctx: Context,
        name: String,
        stop: impl FnOnce(&mut J, Timestamp) + Send + 'static,
    ) -> Result<Unit, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &name);
        let Desk { live, changes } = self.jobs.of(J::KIND);
        let (live, changes) = (live.clone(), changes.clone());
        ctx.commit(move |txn| {
            let kind = J::KIND.resource();
            let mut row = J::ROWS.get(txn, &key)?.ok_or_else(|| kind.missing(&scope, &name))?;
            match row.facts().status {
                JobStatus::InProgress => {}
                JobStatus::Stopping => return Ok(()),
                ended => {
                    return Err(AwsError::validation(format!(
                        "The request was rejected because the {} is in status {}.",
                        kind.words(),
                        ended.as_str()
                    )));
                }
            }
            stop(&mut row, now);
            J::ROWS.put(txn, &key, &row)?;
            events::job(txn, &row)?;
            txn.after_commit(move || {
                changes.ring(&key);
                // Who takes it up only now finds its status.
                live.stop(&key);
            });
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    /// Forgets a job that has ended; what it left in S3 stays.  `missing` are the words for one that is not there,
    /// `check` says what else holds it.
    pub(crate) async fn delete_job<J: Job>(
        &self,
        ctx: Context,
        name: String,
        missing: fn(&str) -> AwsError,
        check: fn(&J, &str) -> Result<(), AwsError>,
    ) -> Result<Unit, AwsError> {
        let key = names::key(&ctx.scope, &name);
        ctx.commit(move |txn| {
            let row = J::ROWS.get(txn, &key)?.ok_or_else(|| missing(&name))?;
            let Facts { arn, status, .. } = row.facts();
            if !status.is_terminal() {
                let hint = if status == JobStatus::InProgress { ": stop it first" } else { "" };
                let (kind, status) = (J::KIND.resource().words(), status.as_str());
                return Err(errors::resource_in_use(format!("The {kind} {name} is {status}{hint}.")));
            }
            check(&row, &name)?;
            J::ROWS.delete(txn, &key)?;
            TAGS.delete(txn, &tags::key(arn))?;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    /// Works on a job until it has ended, in the background.  `wish`: the room that an earlier process wanted for
    /// it.
    pub(crate) fn work_on<J: Job, F: Future<Output = ()> + Send>(
        self: &Arc<Self>,
        key: Key,
        wish: Option<Wish>,
        work: impl FnOnce(Arc<Self>, Key, Arc<LiveJob>, Option<Place>) -> F + Send + 'static,
    ) {
        let Some(live) = self.jobs.of(J::KIND).live.begin(&key) else { return };
        // In the order in which this is called, so that the queue is again as it was.
        let place = wish.map(|wish| self.queue.ask(&wish));
        let service = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = work(service.clone(), key.clone(), live, place) => {}
                // The containers end with their handles; the next process takes the job up.
                () = service.platform.shutdown.requested() => return,
            }
            service.jobs.of(J::KIND).live.end(&key);
            // Meanwhile the job may have been deleted, and another one of its name created.
            let next = service.platform.store.read(|read| J::ROWS.get(read, &key));
            if next.is_ok_and(|row| row.is_some_and(|row| !row.has_ended())) {
                drop(service.waker().send(Wake::Job(J::KIND, key)));
            }
        });
    }

    /// The stored row of a job that has not ended.
    pub(crate) async fn open_job<J: Job>(&self, key: &Key) -> Option<J> {
        let read = || std::future::ready(self.platform.store.read(|read| J::ROWS.get(read, key)));
        let what = format!("read a {}", J::KIND.resource().words());
        self.insist(&what, read).await.filter(|row| !row.has_ended())
    }

    /// Commits a change of a job that has not ended; `None` if it has.  `change` says whether an event tells of it.
    pub(crate) async fn change_job<J: Job>(
        &self,
        key: &Key,
        change: impl FnOnce(&mut J, Timestamp) -> bool + Clone + Send + 'static,
    ) -> Option<J> {
        let commit = || {
            let (key, change) = (key.clone(), change.clone());
            let (now, changes) = (self.platform.now(), self.jobs.of(J::KIND).changes.clone());
            self.platform.store.commit(move |txn| {
                let Some(mut row) = J::ROWS.get(txn, &key)?.filter(|row| !row.has_ended()) else {
                    return Ok(None);
                };
                let is_told = change(&mut row, now);
                J::ROWS.put(txn, &key, &row)?;
                if is_told {
                    events::job(txn, &row)?;
                }
                txn.after_commit(move || changes.ring(&key));
                Ok::<_, AwsError>(Some(row))
            })
        };
        let what = format!("record a {}", J::KIND.resource().words());
        self.insist(&what, commit).await
    }
}
