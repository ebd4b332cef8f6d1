//! The engine: one input at a time into an execution, one commit per decision.
//!
//! An input is decided on the execution's state in memory, the records of the decision are
//! committed with everything that follows from them (timers, tokens, the status and its event),
//! and only then tasks are started.  A commit that fails drops the state; the next input folds it
//! anew from the log, so memory never runs ahead of the disk.

mod background;
mod live;
mod persist;
mod revisions;

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_asl::{Command, DecideError, Input, Step, TaskResource, decide};
use lirio_service::Context;
use lirio_store::{StoreError, Txn};

pub(crate) use live::{Live, Loaded};
pub(crate) use persist::Persist;
pub(crate) use revisions::{Revision, Revisions};

use crate::States;

/// Why an input had no effect.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum FeedError {
    /// There is no such execution, or it was forgotten.
    #[error("the execution does not exist")]
    NoExecution,
    /// The execution refuses it.
    #[error(transparent)]
    Refused(#[from] DecideError),
    /// It could not be made durable.
    #[error("{0}")]
    Platform(AwsError),
}

impl From<AwsError> for FeedError {
    fn from(error: AwsError) -> Self {
        FeedError::Platform(error)
    }
}

/// A change that belongs in the commit of a decision.
pub(crate) type Extra = Box<dyn FnOnce(&mut Txn<'_>) -> Result<(), StoreError> + Send>;

/// Numbers from the operating system.
pub(crate) fn random() -> u64 {
    u64::from_ne_bytes(lirio_service::random_bytes())
}

impl States {
    /// Puts an input into an execution; durable when this returns, and its commands are under way.
    ///
    /// `context` is the call that asks, whose audit record joins the commit; `extra` joins it too.
    pub(crate) async fn feed(
        self: &Arc<Self>,
        arn: &str,
        input: Input,
        context: Option<&Context>,
        extra: Option<Extra>,
    ) -> Result<(), FeedError> {
        let cell = self.live.cell(arn);
        let mut guard = cell.lock().await;
        let mut loaded = match guard.take() {
            Some(loaded) => loaded,
            None => self.load(arn)?.ok_or(FeedError::NoExecution)?,
        };
        self.tell_missing_activities(&mut loaded)?;
        let now = self.platform.now();
        let (machine, execution) = (loaded.machine.clone(), &mut loaded.execution);
        let step = match decide(&machine, execution, input, now.0, &mut random) {
            Ok(step) => step,
            Err(refused) => {
                // Nothing has changed.
                *guard = Some(loaded);
                return Err(refused.into());
            }
        };
        let (persist, commands) = self.prepare(&mut loaded, step);
        let change = move |txn: &mut Txn<'_>| -> Result<(), AwsError> {
            persist.write(txn)?;
            match extra {
                Some(extra) => Ok(extra(txn)?),
                None => Ok(()),
            }
        };
        match context {
            Some(context) => context.commit(change).await?,
            None => self.platform.store.commit(change).await?,
        }
        let mut ended_of = None;
        if loaded.execution.outcome().is_none() {
            self.live.weigh(arn, loaded.weight());
            *guard = Some(loaded);
        } else {
            ended_of = loaded.row.map_run.map(|child| child.run);
        }
        drop(guard);
        drop(cell);
        self.act(arn, commands, false);
        if let Some(run) = ended_of {
            self.map_runs.wake(&run);
        }
        Ok(())
    }

    /// What a step means for the store, and the commands left to act on once it is durable.
    ///
    /// A task counts as started in the commit that schedules it: a task that is issued again after
    /// a crash may therefore have been called already (`reissue.rs`).  That of an activity counts as
    /// started when a worker takes it.
    pub(crate) fn prepare(&self, loaded: &mut Loaded, mut step: Step) -> (Persist, Vec<Command>) {
        let now = self.platform.now();
        let scheduled: Vec<_> = step
            .commands
            .iter()
            .filter_map(|command| match command {
                Command::ScheduleTask(task) if matches!(task.resource, TaskResource::Activity { .. }) => None,
                Command::ScheduleTask(task) => Some(task.task),
                _ => None,
            })
            .collect();
        for task in scheduled {
            let input = Input::TaskStarted { task, worker: None };
            // A task that was scheduled a moment ago runs, unless the history is full.
            if let Ok(started) = decide(&loaded.machine, &mut loaded.execution, input, now.0, &mut random) {
                step.records.extend(started.records);
                step.commands.extend(started.commands);
            }
        }
        let persist = Persist::new(loaded, &step, now, self.platform.listeners.clone());
        let commands = step
            .commands
            .into_iter()
            .filter(|c| {
                matches!(
                    c,
                    Command::ScheduleTask(_)
                        | Command::CancelTask { .. }
                        | Command::StartMapRun(_)
                        | Command::CancelMapRun { .. }
                        | Command::Continue
                        | Command::Finish(_)
                )
            })
            .collect();
        (persist, commands)
    }

    /// Acts on commands whose records are durable.  `again`: they were issued before a restart.
    pub(crate) fn act(self: &Arc<Self>, arn: &str, commands: Vec<Command>, again: bool) {
        let ended = commands.iter().any(|c| matches!(c, Command::Finish(_)));
        for command in commands {
            match command {
                Command::ScheduleTask(task) if !ended => self.spawn_task(arn, *task, again),
                Command::CancelTask { task } => self.live.cancel(arn, task),
                Command::Continue => {
                    let (states, arn) = (self.clone(), arn.to_owned());
                    tokio::spawn(async move { states.feed_until_kept(&arn, Input::Continue).await });
                }
                Command::StartMapRun(run) if !ended => self.spawn_map_run(&run.arn.clone(), Some(run)),
                Command::CancelMapRun { run } => self.wake_cancelled(arn, run),
                Command::Finish(_) => self.live.finished(arn),
                Command::ScheduleTask(_)
                | Command::StartMapRun(_)
                | Command::SetTimer { .. }
                | Command::CancelTimer { .. } => {}
            }
        }
    }

    /// Puts in an input that the platform itself produced, trying again while the store is in
    /// trouble; gives up when the platform stops, since a restart issues everything again.
    /// False when the execution has no use for it.
    pub(crate) async fn feed_until_kept(self: &Arc<Self>, arn: &str, input: Input) -> bool {
        let mut pause = std::time::Duration::from_millis(100);
        loop {
            match self.feed(arn, input.clone(), None, None).await {
                Ok(()) => return true,
                Err(FeedError::NoExecution | FeedError::Refused(_)) => return false,
                Err(FeedError::Platform(error)) => {
                    tracing::error!(execution = arn, %error, detail = error.detail, "an execution cannot go on");
                }
            }
            tokio::select! {
                () = self.platform.shutdown.requested() => return true,
                () = tokio::time::sleep(pause) => {}
            }
            pause = (pause * 2).min(std::time::Duration::from_secs(30));
        }
    }
}
