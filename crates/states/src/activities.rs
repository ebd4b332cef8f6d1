//! Activities: tasks that workers outside of the platform fetch and answer.
//!
//! A scheduled task is a row in [`QUEUE`], written in the commit that schedules it.  A worker's
//! poll takes the oldest row: in one commit the row goes and the execution learns that the task
//! was started, so that after a crash a task is either still in the queue or taken for good, and
//! its token answers.  A poll waits for the wake-up after such a commit; nothing is polled inside.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lirio_api::AwsError;
use lirio_api::stepfunctions::{
    ActivityListItem, CreateActivityInput, CreateActivityOutput, DeleteActivityInput, DeleteActivityOutput,
    DescribeActivityInput, DescribeActivityOutput, GetActivityTaskInput, GetActivityTaskOutput,
    ListActivitiesInput, ListActivitiesOutput, errors,
};
use lirio_asl::Input;
use lirio_service::Context;
use lirio_store::{Key, Read, StoreError, Txn};
use tokio::sync::Notify;

use crate::engine::{FeedError, Loaded};
use crate::machines::owned_key;
use crate::tables::{ACTIVITIES, ActivityRow, QUEUE, QueuedTask, machine_key};
use crate::{States, arn, page, tags};

/// The most activities of an account in a region.
const MAX_ACTIVITIES: u64 = 10_000;

/// How long a poll waits (API reference, `GetActivityTask`).
const POLL_MS: i64 = 60_000;

/// The most polls that wait for one activity.
const MAX_POLLS: usize = 1_000;

/// Queued tasks looked at together.
const PAGE: usize = 64;

/// The polls of this process.
#[derive(Default)]
pub(crate) struct Workers {
    /// Rings for the polls of an activity, which wait in turn.
    bells: Mutex<HashMap<String, Arc<Notify>>>,
    /// Queued tasks that a poll is taking now.
    claimed: Mutex<HashSet<Key>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Workers {
    fn bell(&self, activity: &str) -> Arc<Notify> {
        lock(&self.bells).entry(activity.to_owned()).or_default().clone()
    }

    /// A task was queued: the poll that waits longest looks again.
    pub(crate) fn queued(&self, activity: &str) {
        if let Some(bell) = lock(&self.bells).get(activity) {
            bell.notify_one();
        }
    }

    /// Forgets the bell of an activity that nobody polls any more.
    fn tidy(&self, activity: &str) {
        let mut bells = lock(&self.bells);
        if bells.get(activity).is_some_and(|bell| Arc::strong_count(bell) == 1) {
            bells.remove(activity);
        }
    }

    /// Takes a queued task for one poll; none if another is taking it.
    fn claim(&self, key: &Key) -> Option<Claim<'_>> {
        lock(&self.claimed).insert(key.clone()).then(|| Claim { workers: self, key: key.clone() })
    }
}

/// A queued task in the hands of one poll.
struct Claim<'a> {
    workers: &'a Workers,
    key: Key,
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        lock(&self.workers.claimed).remove(&self.key);
    }
}

/// A poll that waits; its bell goes with the last one.
struct Poll<'a> {
    workers: &'a Workers,
    activity: &'a str,
    bell: Option<Arc<Notify>>,
}

impl Drop for Poll<'_> {
    fn drop(&mut self) {
        self.bell = None;
        self.workers.tidy(self.activity);
    }
}

/// An activity's row.
pub(crate) fn find_activity(
    read: &(impl Read + ?Sized),
    arn: &str,
) -> Result<Option<ActivityRow>, StoreError> {
    ACTIVITIES.get(read, &machine_key(arn))
}

impl States {
    /// `CreateActivity`: the same name twice is created once.
    pub(crate) async fn create_activity(
        self: Arc<Self>,
        ctx: Context,
        input: CreateActivityInput,
    ) -> Result<CreateActivityOutput, AwsError> {
        arn::check_name(&input.name)?;
        if input.encryption_configuration.is_some_and(|e| e.r#type != "AWS_OWNED_KEY") {
            return Err(AwsError::not_served("Encryption of activities with customer managed keys"));
        }
        let tags = tags::merged(BTreeMap::new(), input.tags.unwrap_or_default())?;
        let row = ActivityRow {
            arn: arn::of_activity(&ctx.scope, &input.name),
            name: input.name,
            created: ctx.now,
            tags,
        };
        let of_scope = Key::new().str_prefix(&arn::of_activity(&ctx.scope, ""));
        ctx.commit(move |txn| {
            let row = match find_activity(txn, &row.arn)? {
                Some(there) => there,
                None => {
                    if ACTIVITIES.count(txn, &of_scope)? >= MAX_ACTIVITIES {
                        return Err(errors::activity_limit_exceeded(format!(
                            "Activity Limit Exceeded: '{MAX_ACTIVITIES}'"
                        )));
                    }
                    ACTIVITIES.put(txn, &machine_key(&row.arn), &row)?;
                    row
                }
            };
            Ok(CreateActivityOutput { activity_arn: row.arn, creation_date: row.created })
        })
        .await
    }

    /// `DescribeActivity`.
    pub(crate) async fn describe_activity(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeActivityInput,
    ) -> Result<DescribeActivityOutput, AwsError> {
        let row = self.activity(&ctx, &input.activity_arn)?;
        Ok(DescribeActivityOutput {
            activity_arn: row.arn,
            name: row.name,
            creation_date: row.created,
            encryption_configuration: Some(owned_key()),
        })
    }

    /// `DeleteActivity`: its tasks wait for their timeouts, or for an activity of the same name.
    pub(crate) async fn delete_activity(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteActivityInput,
    ) -> Result<DeleteActivityOutput, AwsError> {
        arn::activity(&input.activity_arn)?;
        let key = machine_key(&input.activity_arn);
        ctx.commit(move |txn| Ok(ACTIVITIES.delete(txn, &key)?)).await?;
        // Polls that wait learn that there is nothing to wait for.
        self.workers.bell(&input.activity_arn).notify_waiters();
        self.workers.tidy(&input.activity_arn);
        Ok(DeleteActivityOutput {})
    }

    /// `ListActivities`, by name.
    pub(crate) async fn list_activities(
        self: Arc<Self>,
        ctx: Context,
        input: ListActivitiesInput,
    ) -> Result<ListActivitiesOutput, AwsError> {
        let size = page::size(input.max_results);
        let after = page::after("activities", input.next_token.as_deref())?;
        let prefix = Key::new().str_prefix(&arn::of_activity(&ctx.scope, ""));
        let rows = ctx.read(|reader| ACTIVITIES.scan_prefix(reader, &prefix, after.as_ref(), size + 1))?;
        let next_token = (rows.len() > size).then(|| page::token("activities", &rows[size - 1].0));
        let activities = rows
            .into_iter()
            .take(size)
            .map(|(_, row)| ActivityListItem {
                activity_arn: row.arn,
                name: row.name,
                creation_date: row.created,
            })
            .collect();
        Ok(ListActivitiesOutput { activities, next_token })
    }

    /// `GetActivityTask`: the oldest task that no worker has, or none after a minute.
    pub(crate) async fn get_activity_task(
        self: Arc<Self>,
        ctx: Context,
        input: GetActivityTaskInput,
    ) -> Result<GetActivityTaskOutput, AwsError> {
        let activity = input.activity_arn.as_str();
        let until = self.platform.now().0.saturating_add(POLL_MS);
        self.activity(&ctx, activity)?;
        let bell = self.workers.bell(activity);
        let _poll = Poll { workers: &self.workers, activity, bell: Some(bell.clone()) };
        if Arc::strong_count(&bell) > 2 * MAX_POLLS {
            // Each poll holds its bell twice.
            return Err(errors::activity_worker_limit_exceeded(format!(
                "Activity Worker Limit Exceeded: '{activity}'"
            )));
        }
        loop {
            // Heard from here on, so that nothing that is queued meanwhile is missed.
            let mut rung = pin!(bell.notified());
            rung.as_mut().enable();
            self.activity(&ctx, activity)?;
            if let Some(task) = self.take(&ctx, &input).await? {
                return Ok(GetActivityTaskOutput { task_token: Some(task.token), input: Some(task.input) });
            }
            tokio::select! {
                () = rung => {}
                () = self.platform.clock.sleep_until(until) => {}
                () = self.platform.shutdown.requested() => return Ok(GetActivityTaskOutput::default()),
            }
            if self.platform.now().0 >= until {
                return Ok(GetActivityTaskOutput::default());
            }
        }
    }

    fn activity(&self, ctx: &Context, arn: &str) -> Result<ActivityRow, AwsError> {
        arn::activity(arn)?;
        ctx.read(|reader| find_activity(reader, arn))?.ok_or_else(|| arn::no_activity(arn))
    }

    /// [`States::try_take`] for a call, which may go away without taking the effect along.
    async fn take(
        self: &Arc<Self>,
        ctx: &Context,
        input: &GetActivityTaskInput,
    ) -> Result<Option<QueuedTask>, AwsError> {
        let (states, ctx) = (self.clone(), ctx.clone());
        let (activity, worker) = (input.activity_arn.clone(), input.worker_name.clone());
        tokio::spawn(async move { states.try_take(&ctx, &activity, worker).await })
            .await
            .map_err(AwsError::internal)?
    }

    async fn try_take(
        self: &Arc<Self>,
        ctx: &Context,
        activity: &str,
        worker: Option<String>,
    ) -> Result<Option<QueuedTask>, AwsError> {
        let prefix = Key::new().str(activity);
        let mut after: Option<Key> = None;
        loop {
            let page = ctx.read(|reader| QUEUE.scan_prefix(reader, &prefix, after.as_ref(), PAGE))?;
            let Some((last, _)) = page.last() else { return Ok(None) };
            after = Some(last.clone());
            for (key, task) in page {
                let Some(claim) = self.workers.claim(&key) else { continue };
                // Another poll may have taken it since the page was read.
                if !ctx.read(|reader| QUEUE.exists(reader, &claim.key))? {
                    continue;
                }
                let taken = key.clone();
                let extra = Box::new(move |txn: &mut Txn<'_>| QUEUE.delete(txn, &taken).map(drop));
                let started = Input::TaskStarted { task: task.task, worker: worker.clone() };
                match self.feed(&task.execution, started, Some(ctx), Some(extra)).await {
                    Ok(()) => return Ok(Some(task)),
                    Err(FeedError::NoExecution | FeedError::Refused(_)) => {
                        // The task has ended without a worker.
                        self.platform.store.commit(move |txn| QUEUE.delete(txn, &key).map(drop)).await?;
                    }
                    Err(FeedError::Platform(error)) => return Err(error),
                }
            }
        }
    }

    /// Tells an execution which activities of its machine are gone, before it decides.
    pub(crate) fn tell_missing_activities(&self, loaded: &mut Loaded) -> Result<(), AwsError> {
        let named = &loaded.revision.activities;
        if named.is_empty() {
            return Ok(());
        }
        let missing = self.platform.store.read(|reader| {
            let mut missing = BTreeSet::new();
            for arn in named {
                if !ACTIVITIES.exists(reader, &machine_key(arn))? {
                    missing.insert(arn.clone());
                }
            }
            Ok::<_, StoreError>(missing)
        })?;
        loaded.execution.set_missing_activities(missing);
        Ok(())
    }
}
