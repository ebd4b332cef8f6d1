//! What a decision means for the store.

use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Change, Command, MapRunId, Outcome, Pattern, Record, Step, TaskId, TaskResource, TimerId};
use lirio_service::topics::{self, BusEvent};
use lirio_store::{Key, Txn};

use super::Loaded;
use crate::logs;
use crate::map_run;
use crate::outcome::status_event;
use crate::tables::{
    BY_STATUS, CANCELS, Cancel, EXECUTIONS, ExecutionRow, KEPT_MS, LOG, QUEUE, QueuedTask, TIMERS, TOKENS,
    Timer, TokenRow, batch_key, by_status_key, execution_key, queue_key, timer_id,
};

/// The rows, timers and messages of one decision; written in one commit.
pub(crate) struct Persist {
    arn: String,
    first_event: u64,
    batch: u64,
    records: Vec<Record>,
    timers_set: Vec<(TimerId, i64)>,
    timers_cancelled: Vec<TimerId>,
    tokens: Vec<(String, TaskId)>,
    cancels: Vec<Cancel>,
    /// Tasks of activities, for workers to take.
    queued: Vec<(Key, QueuedTask)>,
    /// Tokens of activities' tasks that nobody needs to take any more.
    unqueued: Vec<String>,
    /// Events for CloudWatch Logs.
    logs: Vec<logs::Batch>,
    /// Map runs that start, and those that nobody waits for any more.
    runs: Vec<map_run::Begun>,
    runs_cancelled: Vec<MapRunId>,
    /// The row at the end, and the event that tells of it; none tells of those of a map run.
    end: Option<(Box<ExecutionRow>, Option<BusEvent>)>,
}

impl Persist {
    /// Collects what `step` asks for, and brings `loaded` up to date with it.
    pub(crate) fn new(loaded: &mut Loaded, step: &Step, now: Timestamp) -> Self {
        let arn = loaded.row.arn.clone();
        let events = step.records.iter().filter(|r| r.event.is_some()).count() as u64;
        let mut persist = Persist {
            first_event: loaded.execution.events() + 1 - events,
            batch: loaded.next_batch,
            records: step.records.clone(),
            timers_set: Vec::new(),
            timers_cancelled: Vec::new(),
            tokens: Vec::new(),
            cancels: Vec::new(),
            queued: Vec::new(),
            unqueued: Vec::new(),
            logs: logs::batches(&loaded.revision, &arn, loaded.row.start, 0, &step.records),
            runs: Vec::new(),
            runs_cancelled: Vec::new(),
            end: None,
            arn,
        };
        for command in &step.commands {
            persist.command(loaded, command, now);
        }
        for record in &step.records {
            if let Change::TaskSucceeded { task, .. } | Change::TaskFailed { task, .. } = &record.change {
                loaded.tasks.remove(task);
            }
            if let (Change::TaskSubmitted { task, output, .. }, false) =
                (&record.change, loaded.tasks.is_empty())
                && let Some(task) = loaded.tasks.get_mut(task)
            {
                task.submitted = Some(output.clone());
            }
        }
        if !persist.records.is_empty() {
            loaded.next_batch += 1;
        }
        persist
    }

    fn command(&mut self, loaded: &mut Loaded, command: &Command, now: Timestamp) {
        match command {
            Command::ScheduleTask(task) => {
                if let Some(token) = &task.token {
                    self.tokens.push((token.clone(), task.task));
                    if let TaskResource::Activity { arn } = &task.resource {
                        let queued = QueuedTask {
                            execution: self.arn.clone(),
                            task: task.task,
                            token: token.clone(),
                            input: task.parameters.text().to_owned(),
                        };
                        self.queued.push((queue_key(arn, now, &self.arn, task.task), queued));
                    }
                }
                loaded.tasks.insert(task.task, (**task).clone());
            }
            Command::CancelTask { task } => {
                let Some(task) = loaded.tasks.remove(task) else { return };
                if let (TaskResource::Activity { .. }, Some(token)) = (&task.resource, &task.token) {
                    self.unqueued.push(token.clone());
                }
                // Only a job that the task waits for outlives it.
                if matches!(task.resource.pattern(), Pattern::Sync | Pattern::Sync2) {
                    self.cancels.push(Cancel {
                        execution: loaded.row.arn.clone(),
                        task: task.task,
                        role_arn: loaded.role_arn.clone(),
                        name: loaded.row.name.clone(),
                        resource: task.resource,
                        parameters: task.parameters.value().clone(),
                    });
                }
            }
            Command::SetTimer { timer, at_ms } => self.timers_set.push((*timer, *at_ms)),
            Command::CancelTimer { timer } => self.timers_cancelled.push(*timer),
            Command::StartMapRun(run) => self.runs.push(map_run::Begun::of(loaded, run, now)),
            Command::CancelMapRun { run } => self.runs_cancelled.push(*run),
            Command::Continue => {}
            Command::Finish(outcome) => {
                let row = &mut loaded.row;
                row.status = outcome.status().to_owned();
                row.stop = Some(now);
                match outcome {
                    Outcome::Succeeded { output } => row.output = Some(output.text().to_owned()),
                    Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => {
                        row.error.clone_from(error);
                        row.cause.clone_from(cause);
                    }
                    Outcome::TimedOut => {}
                }
                let event = row.map_run.is_none().then(|| status_event(row, now));
                self.end = Some((Box::new(row.clone()), event));
            }
        }
    }

    /// Leaves the row at the end to the caller, who has it.
    pub(crate) fn take_end(&mut self) {
        self.end = None;
    }

    /// Writes it all.
    pub(crate) fn write(self, txn: &mut Txn<'_>) -> Result<(), AwsError> {
        if !self.records.is_empty() {
            let key = batch_key(&self.arn, self.first_event, self.batch);
            if !LOG.insert(txn, &key, &self.records)? {
                // A commit of somebody who went away came first: the state in memory is behind.
                return Err(AwsError::internal("the log has this batch already; the state is folded again"));
            }
        }
        for (timer, at_ms) in self.timers_set {
            let payload = Timer::Fired { execution: self.arn.clone(), timer };
            txn.set_timer(&timer_id(&self.arn, timer), at_ms, TIMERS, &payload)?;
        }
        for timer in self.timers_cancelled {
            txn.cancel_timer(&timer_id(&self.arn, timer))?;
        }
        for (token, task) in self.tokens {
            let queued = self.queued.iter().find(|(_, row)| row.token == token);
            let queued = queued.map(|(key, _)| key.as_bytes().to_vec());
            let row = TokenRow { execution: self.arn.clone(), task, queued };
            TOKENS.put(txn, &execution_key(&token), &row)?;
        }
        for cancel in self.cancels {
            txn.enqueue(CANCELS, &cancel)?;
        }
        for (key, queued) in self.queued {
            QUEUE.put(txn, &key, &queued)?;
        }
        for token in self.unqueued {
            let row = TOKENS.get(txn, &execution_key(&token))?;
            if let Some(key) = row.and_then(|row| row.queued) {
                QUEUE.delete(txn, &Key::from_bytes(key))?;
            }
        }
        logs::enqueue(txn, &self.logs)?;
        for run in self.runs {
            run.write(txn)?;
        }
        for run in self.runs_cancelled {
            map_run::cancel(txn, &self.arn, run)?;
        }
        match self.end {
            Some((row, _)) if row.map_run.is_some() => map_run::child_ended(txn, &row)?,
            Some((row, event)) => end(txn, &row, event)?,
            None => {}
        }
        Ok(())
    }
}

/// Writes the row of an execution that has ended, and tells of it.
fn end(txn: &mut Txn<'_>, row: &ExecutionRow, event: Option<BusEvent>) -> Result<(), AwsError> {
    let (uid, start, name) = (&row.machine_uid, row.start, &row.name);
    EXECUTIONS.put(txn, &execution_key(&row.arn), row)?;
    BY_STATUS.delete(txn, &by_status_key("RUNNING", uid, start, name))?;
    BY_STATUS.put(txn, &by_status_key(&row.status, uid, start, name), &row.arn)?;
    row.index_qualifiers(txn, Some("RUNNING"))?;
    if let Some(event) = event {
        txn.enqueue(topics::EVENTS, &event)?;
    }
    let forget = Timer::Forget { execution: row.arn.clone() };
    let due = row.stop.unwrap_or(row.start).0.saturating_add(KEPT_MS);
    Ok(txn.set_timer(&format!("states/{}/forget", row.arn), due, TIMERS, &forget)?)
}
