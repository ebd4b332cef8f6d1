//! What a decision means for the store.

use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Change, Command, Outcome, Pattern, Record, Step, TaskId, TimerId};
use lirio_service::topics::{self, BusEvent};
use lirio_store::Txn;

use super::Loaded;
use crate::outcome::status_event;
use crate::tables::{
    BY_STATUS, CANCELS, Cancel, EXECUTIONS, ExecutionRow, KEPT_MS, LOG, TIMERS, TOKENS, Timer, TokenRow,
    batch_key, by_status_key, execution_key, timer_id,
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
    /// The row at the end, and the event that tells of it.
    end: Option<(Box<ExecutionRow>, BusEvent)>,
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
                }
                loaded.tasks.insert(task.task, (**task).clone());
            }
            Command::CancelTask { task } => {
                // Only a job that the task waits for outlives it.
                if let Some(task) = loaded.tasks.remove(task)
                    && matches!(task.resource.pattern(), Pattern::Sync | Pattern::Sync2)
                {
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
            Command::Continue | Command::StartMapRun(_) | Command::CancelMapRun { .. } => {}
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
                self.end = Some((Box::new(row.clone()), status_event(row, now)));
            }
        }
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
            let row = TokenRow { execution: self.arn.clone(), task };
            TOKENS.put(txn, &execution_key(&token), &row)?;
        }
        for cancel in self.cancels {
            txn.enqueue(CANCELS, &cancel)?;
        }
        if let Some((row, event)) = self.end {
            let (uid, start, name) = (&row.machine_uid, row.start, &row.name);
            EXECUTIONS.put(txn, &execution_key(&row.arn), &row)?;
            BY_STATUS.delete(txn, &by_status_key("RUNNING", uid, start, name))?;
            BY_STATUS.put(txn, &by_status_key(&row.status, uid, start, name), &row.arn)?;
            txn.enqueue(topics::EVENTS, &event)?;
            let forget = Timer::Forget { execution: row.arn.clone() };
            let due = row.stop.unwrap_or(row.start).0.saturating_add(KEPT_MS);
            txn.set_timer(&format!("states/{}/forget", row.arn), due, TIMERS, &forget)?;
        }
        Ok(())
    }
}
