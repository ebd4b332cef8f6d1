//! What a decision means for the store.

use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Change, Command, MapRunId, Outcome, Pattern, Step, TaskId, TaskResource, TimerId};
use lirio_service::{Listeners, topics};
use lirio_store::{Key, StoreError, Txn};

use super::Loaded;
use crate::map_run;
use crate::outcome::status_event;
use crate::redrive::MAX_EVENTS;
use crate::tables::{
    BY_START, BY_STATUS, BY_STOP, CANCELS, Cancel, EXECUTIONS, ExecutionRow, QUEUE, QueuedTask, TIMERS,
    TOKENS, Timer, TokenRow, batch_key, by_start_key, by_status_key, by_stop_key, execution_key, queue_key,
    timer_id,
};
use crate::{log, logs};

/// The rows, timers and messages of one decision; written in one commit.
pub(crate) struct Persist {
    arn: String,
    first_event: u64,
    batch: u64,
    /// The records as the log stores them; encoded here, so that the one thread that writes need not. None without
    /// records.
    records: Option<Result<Vec<u8>, StoreError>>,
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
    /// The status before a redrive, and the row after it.
    reopened: Option<(String, Box<ExecutionRow>)>,
    /// When it had ended before the redrive.
    stopped_before: Option<Timestamp>,
    /// The row of an execution that begins with this decision.
    begun: Option<Box<ExecutionRow>>,
    /// The row of an execution that ends with it.
    ended: Option<Box<ExecutionRow>>,
    /// The last of the two as it is stored.
    row: Option<Result<Vec<u8>, StoreError>>,
    now: Timestamp,
    listeners: Listeners,
}

impl Persist {
    /// Collects what `step` asks for, and brings `loaded` up to date with it.
    pub(crate) fn new(loaded: &mut Loaded, step: &Step, now: Timestamp, listeners: Listeners) -> Self {
        let arn = loaded.row.arn.clone();
        let events = step.records.iter().filter(|r| r.event.is_some()).count() as u64;
        let mut persist = Persist {
            first_event: loaded.execution.events() + 1 - events,
            batch: loaded.next_batch,
            records: (!step.records.is_empty()).then(|| log::encode(&step.records)),
            timers_set: Vec::new(),
            timers_cancelled: Vec::new(),
            tokens: Vec::new(),
            cancels: Vec::new(),
            queued: Vec::new(),
            unqueued: Vec::new(),
            logs: Vec::new(),
            runs: Vec::new(),
            runs_cancelled: Vec::new(),
            reopened: None,
            stopped_before: None,
            begun: None,
            ended: None,
            row: None,
            now,
            listeners,
            arn,
        };
        if step.records.iter().any(|record| matches!(record.change, Change::ExecutionRedriven { .. })) {
            persist.reopen(loaded, now);
        }
        let redrives = loaded.row.redrives.count;
        persist.logs =
            logs::batches(&loaded.revision, &loaded.row.arn, loaded.row.start, redrives, &step.records);
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
        if let Some(records) = &persist.records {
            loaded.log_bytes += records.as_ref().map_or(0, Vec::len);
            loaded.next_batch += 1;
        }
        persist
    }

    /// The execution runs again.
    fn reopen(&mut self, loaded: &mut Loaded, now: Timestamp) {
        let row = &mut loaded.row;
        let was = row.status.clone();
        self.stopped_before = row.stop;
        row.run_again();
        row.redrives.note(now);
        self.reopened = Some((was, Box::new(row.clone())));
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
                let events = loaded.execution.events();
                let row = &mut loaded.row;
                row.events = events;
                if let Some(child) = &mut row.map_run {
                    child.lost = events >= MAX_EVENTS && !matches!(outcome, Outcome::Succeeded { .. });
                }
                row.end(outcome, now);
                self.row = Some(EXECUTIONS.encode(row));
                self.ended = Some(Box::new(row.clone()));
            }
        }
    }

    /// Leaves the execution's row to the caller, who has it as it is after the decision.
    pub(crate) fn take_row(&mut self) {
        (self.reopened, self.ended, self.row) = (None, None, None);
    }

    /// Says that the execution begins with this decision; `row` is what it is while it runs.
    pub(crate) fn begins(mut self, row: ExecutionRow) -> Self {
        if self.ended.is_none() {
            self.row = Some(EXECUTIONS.encode(&row));
        }
        self.begun = Some(Box::new(row));
        self
    }

    /// Writes it all.
    pub(crate) fn write(self, txn: &mut Txn<'_>) -> Result<(), AwsError> {
        if let Some(records) = self.records {
            let key = batch_key(&self.arn, self.first_event, self.batch);
            if !log::insert(txn, &key, &records?)? {
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
        let listened = self.listeners.listen(self.arn.split(':').nth(3).unwrap_or_default(), "default");
        let tell = |txn: &mut Txn<'_>, row: &ExecutionRow| -> Result<(), StoreError> {
            // Looked at in the commit: a rule that was there before it sees the event. Nothing tells of the
            // executions of map runs.
            if listened && row.map_run.is_none() {
                txn.enqueue(topics::EVENTS, &status_event(row, self.now))?;
            }
            Ok(())
        };
        let status = |row: &ExecutionRow| by_status_key(&row.status, &row.machine_uid, row.start, &row.name);
        if let Some((was, row)) = &self.reopened {
            EXECUTIONS.put(txn, &execution_key(&row.arn), row)?;
            BY_STATUS.delete(txn, &by_status_key(was, &row.machine_uid, row.start, &row.name))?;
            BY_STATUS.put(txn, &status(row), &row.arn)?;
            row.index_qualifiers(txn, Some(was))?;
            if let Some(stop) = self.stopped_before {
                BY_STOP.delete(txn, &by_stop_key(stop, &row.arn))?;
            }
            tell(txn, row)?;
        }
        if let Some(row) = self.ended.as_ref().filter(|row| row.map_run.is_some()) {
            return Ok(map_run::child_ended(txn, row)?);
        }
        if let Some(row) = self.ended.as_ref().filter(|row| row.redrives.count > 0) {
            // The tokens of those who asked for it are in the stored row alone.
            let there = EXECUTIONS.get(txn, &execution_key(&row.arn))?;
            let redrives = there.map_or_else(|| row.redrives.clone(), |there| there.redrives);
            EXECUTIONS.put(txn, &execution_key(&row.arn), &ExecutionRow { redrives, ..(**row).clone() })?;
        } else if let Some(encoded) = self.row {
            EXECUTIONS.put_encoded(txn, &execution_key(&self.arn), &encoded?)?;
        }
        // An execution that begins and ends in one commit is never listed as running.
        if let Some(row) = &self.begun {
            tell(txn, row)?;
            BY_START.put(txn, &by_start_key(&row.machine_uid, row.start, &row.name), &row.name)?;
            if self.ended.is_none() {
                BY_STATUS.put(txn, &status(row), &row.arn)?;
                row.index_qualifiers(txn, None)?;
            }
        }
        if let Some(row) = &self.ended {
            tell(txn, row)?;
            let was = match self.begun {
                Some(_) => None,
                None => {
                    let running = by_status_key("RUNNING", &row.machine_uid, row.start, &row.name);
                    BY_STATUS.delete(txn, &running)?;
                    Some("RUNNING")
                }
            };
            BY_STATUS.put(txn, &status(row), &row.arn)?;
            row.index_qualifiers(txn, was)?;
            BY_STOP.put(txn, &by_stop_key(row.stop.unwrap_or(row.start), &row.arn), &())?;
        }
        Ok(())
    }
}
