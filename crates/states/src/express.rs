//! Executions of express machines: in memory, for five minutes at most.
//!
//! The same core decides as for standard executions; what it decides is not stored.  An
//! asynchronous execution that was accepted is one row until it ends: after a crash it begins
//! again, at least once.  A synchronous one ends with its caller's process, at most once.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use lirio_api::stepfunctions::{
    BillingDetails, CloudWatchEventsExecutionDataDetails, StartExecutionOutput, StartSyncExecutionInput,
    StartSyncExecutionOutput, errors,
};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::{Command, Data, Execution, Input, Outcome, Record, Started, TaskId, TimerId, decide};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};
use tokio::sync::{Notify, mpsc};

use crate::engine::{Revision, random};
use crate::executions::Asked;
use crate::machines::{Target, find};
use crate::tables::{EXPRESS, ExpressRow, execution_key};
use crate::tasks::End;
use crate::{States, arn, logs};

/// Executions are billed by a step of this many milliseconds.
const BILLED_STEP_MS: i64 = 100;

/// The memory that a small execution is billed for.
const BILLED_MEMORY_MB: i64 = 64;

/// `StateMachineTypeNotSupported`, in the service's words.
pub(crate) fn not_this_type() -> AwsError {
    errors::state_machine_type_not_supported("This operation is not supported by this type of state machine")
}

/// An express execution while it runs.
struct Running {
    row: ExpressRow,
    revision: Arc<Revision>,
    execution: Execution,
    timers: BTreeMap<TimerId, i64>,
    tasks: HashMap<TaskId, Arc<Notify>>,
    /// What tasks report.
    reports: mpsc::UnboundedSender<Input>,
    inbox: mpsc::UnboundedReceiver<Input>,
}

/// How it ended.
struct Ended {
    outcome: Outcome,
    stop: Timestamp,
    /// Not logged yet.
    logs: Vec<logs::Batch>,
}

impl States {
    /// `StartExecution` of an express machine: accepted, and under way.
    pub(crate) async fn begin_express(
        self: &Arc<Self>,
        ctx: &Context,
        target: Target,
        name: String,
        input: String,
        data: Data,
    ) -> Result<StartExecutionOutput, AwsError> {
        let row = express_row(&target, name, input, self.platform.now());
        let revision = self.revision(&row.machine_uid, row.revision)?;
        let kept = row.clone();
        let machine = target.machine.arn;
        ctx.commit(move |txn| {
            // The machine may have been deleted since it was read.
            if !find(txn, &machine)?.is_some_and(|m| m.uid == kept.machine_uid && !m.deleting) {
                return Err(arn::no_machine(&machine));
            }
            Ok(EXPRESS.put(txn, &execution_key(&kept.arn), &kept)?)
        })
        .await?;
        let output = StartExecutionOutput { execution_arn: row.arn.clone(), start_date: row.start };
        self.spawn_express(row, revision, data);
        Ok(output)
    }

    fn spawn_express(self: &Arc<Self>, row: ExpressRow, revision: Arc<Revision>, data: Data) {
        let states = self.clone();
        tokio::spawn(async move {
            let key = execution_key(&row.arn);
            let Some(ended) = states.run_express(row, revision, data).await else { return };
            let done = states.platform.store.commit(move |txn| {
                logs::enqueue(txn, &ended.logs)?;
                EXPRESS.delete(txn, &key)
            });
            if let Err(error) = done.await {
                tracing::error!(%error, "an express execution ended, but the next start runs it again");
            }
        });
    }

    /// Begins again what was accepted and had not ended when the last process did.
    pub(crate) fn resume_express(self: &Arc<Self>) -> Result<(), AwsError> {
        let mut after: Option<Key> = None;
        loop {
            let range = KeyRange::all();
            let range = match &after {
                Some(key) => range.after(key),
                None => range,
            };
            let page =
                self.platform.store.read(|reader| EXPRESS.scan(reader, range, Order::Ascending, 256))?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = Some(last.clone());
            for (_, row) in page {
                let begun = self.revision(&row.machine_uid, row.revision).and_then(|revision| {
                    Ok((revision, Data::parse(&row.input).map_err(AwsError::internal)?))
                });
                match begun {
                    Ok((revision, data)) => self.spawn_express(row, revision, data),
                    Err(error) => {
                        tracing::error!(execution = row.arn, %error, detail = error.detail, "an express execution cannot be begun again");
                    }
                }
            }
        }
    }

    /// `StartSyncExecution`: answers when the execution has ended, however it did.
    pub(crate) async fn start_sync_execution(
        self: Arc<Self>,
        ctx: Context,
        input: StartSyncExecutionInput,
    ) -> Result<StartSyncExecutionOutput, AwsError> {
        let Asked { target, name, text, data } =
            self.asked_to_start(&ctx, &input.state_machine_arn, input.input, input.name)?;
        if !target.machine.express {
            return Err(not_this_type());
        }
        let row = express_row(&target, name, text, self.platform.now());
        let revision = self.revision(&row.machine_uid, row.revision)?;
        let (states, kept) = (self.clone(), row.clone());
        // The execution goes on when its caller goes away.
        let ended = tokio::spawn(async move { states.run_sync(kept, revision, data).await });
        let ended = ended.await.map_err(AwsError::internal)??;
        let all = input.included_data.as_deref() != Some("METADATA_ONLY");
        let details = || Some(CloudWatchEventsExecutionDataDetails { included: Some(all) });
        let status = ended.outcome.status().to_owned();
        let (output, error, cause) = match ended.outcome {
            Outcome::Succeeded { output } => (Some(output.text().to_owned()), None, None),
            Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => (None, error, cause),
            Outcome::TimedOut => (None, Some("States.Timeout".to_owned()), None),
        };
        let took = ended.stop.0.saturating_sub(row.start.0).max(1);
        Ok(StartSyncExecutionOutput {
            execution_arn: row.arn,
            state_machine_arn: Some(target.machine.arn),
            name: Some(row.name),
            start_date: row.start,
            stop_date: ended.stop,
            status,
            error,
            cause,
            input: all.then_some(row.input),
            input_details: details(),
            output_details: output.as_ref().and_then(|_| details()),
            output: output.filter(|_| all),
            trace_header: input.trace_header,
            billing_details: Some(BillingDetails {
                billed_memory_used_in_mb: Some(BILLED_MEMORY_MB),
                billed_duration_in_milliseconds: Some(
                    took.div_euclid(BILLED_STEP_MS).saturating_add(i64::from(took % BILLED_STEP_MS != 0))
                        * BILLED_STEP_MS,
                ),
            }),
        })
    }

    async fn run_sync(
        self: &Arc<Self>,
        row: ExpressRow,
        revision: Arc<Revision>,
        data: Data,
    ) -> Result<Ended, AwsError> {
        let mut ended = self.run_express(row, revision, data).await.ok_or_else(|| {
            AwsError::new("ServiceUnavailable", 503, "The platform stops; the execution ends with it.")
        })?;
        let batches = std::mem::take(&mut ended.logs);
        if !batches.is_empty() {
            self.platform.store.commit(move |txn| logs::enqueue(txn, &batches)).await?;
        }
        Ok(ended)
    }

    /// Runs an execution to its end; none if the platform stops before.
    async fn run_express(
        self: &Arc<Self>,
        row: ExpressRow,
        revision: Arc<Revision>,
        data: Data,
    ) -> Option<Ended> {
        let (reports, inbox) = mpsc::unbounded_channel();
        let started = Started {
            execution_arn: row.arn.clone(),
            execution_name: row.name.clone(),
            machine_arn: revision.arn.clone(),
            machine_name: revision.name.clone(),
            role_arn: revision.role_arn.clone(),
            input: data,
            start_ms: row.start.0,
            scope: 0,
        };
        let mut running = Running {
            row,
            revision,
            execution: Execution::new(),
            timers: BTreeMap::new(),
            tasks: HashMap::new(),
            reports,
            inbox,
        };
        let mut next = Some(Input::Start(Box::new(started)));
        loop {
            let input = match next.take() {
                Some(input) => input,
                None => running.input(self).await?,
            };
            let (records, more) = running.step(self, input);
            let batches = running.logs(&records);
            if let Some(outcome) = running.execution.outcome() {
                return Some(Ended { outcome: outcome.clone(), stop: self.platform.now(), logs: batches });
            }
            if !batches.is_empty() {
                // What is logged is durable before the execution goes on, so that the order stays.
                if let Err(error) = self.platform.store.commit(move |txn| logs::enqueue(txn, &batches)).await
                {
                    tracing::error!(execution = running.row.arn, %error, "events of an express execution are not logged");
                }
            }
            if more {
                next = Some(Input::Continue);
            }
        }
    }
}

impl Running {
    /// What happens next: a report, or a timer that is due.  None when the platform stops.
    async fn input(&mut self, states: &Arc<States>) -> Option<Input> {
        let clock = &states.platform.clock;
        loop {
            let first = self.timers.iter().min_by_key(|(id, at)| (**at, **id)).map(|(id, at)| (*id, *at));
            if let Some((timer, at_ms)) = first.filter(|(_, at)| *at <= clock.now_ms()) {
                self.timers.remove(&timer);
                debug_assert!(at_ms <= clock.now_ms(), "only what is due fires");
                return Some(Input::TimerFired { timer });
            }
            let due = async {
                match first {
                    Some((_, at_ms)) => clock.sleep_until(at_ms).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                // The sender lives in `self`, so the channel cannot close while this waits.
                report = self.inbox.recv() => return report,
                () = due => {}
                () = states.platform.shutdown.requested() => return None,
            }
        }
    }

    /// Decides on an input and acts on what was decided.  Answers the records, and whether the step
    /// was cut and goes on.
    fn step(&mut self, states: &Arc<States>, input: Input) -> (Vec<Record>, bool) {
        let now = states.platform.now().0;
        let machine = self.revision.machine.clone();
        if let Input::TaskSucceeded { task, .. } | Input::TaskFailed { task, .. } = &input {
            self.tasks.remove(task);
        }
        // A report of a task that ended otherwise is refused, and changes nothing.
        let Ok(mut step) = decide(&machine, &mut self.execution, input, now, &mut random) else {
            return (Vec::new(), false);
        };
        let scheduled: Vec<_> = step
            .commands
            .iter()
            .filter_map(|command| match command {
                Command::ScheduleTask(task) => Some(task.task),
                _ => None,
            })
            .collect();
        for task in scheduled {
            let started = Input::TaskStarted { task, worker: None };
            if let Ok(more) = decide(&machine, &mut self.execution, started, now, &mut random) {
                step.records.extend(more.records);
                step.commands.extend(more.commands);
            }
        }
        let ended = self.execution.outcome().is_some();
        let mut more = false;
        for command in step.commands {
            match command {
                Command::ScheduleTask(task) if !ended => {
                    let cancelled = self.tasks.entry(task.task).or_default().clone();
                    let (states, reports, arn) = (states.clone(), self.reports.clone(), self.row.arn.clone());
                    tokio::spawn(async move {
                        if let End::Reported(report) = states.run_task(&arn, &task, false, &cancelled).await {
                            // An execution that has ended needs no report.
                            let _ = reports.send(report);
                        }
                    });
                }
                Command::CancelTask { task } => {
                    if let Some(cancelled) = self.tasks.remove(&task) {
                        cancelled.notify_one();
                    }
                }
                Command::SetTimer { timer, at_ms } => drop(self.timers.insert(timer, at_ms)),
                Command::CancelTimer { timer } => drop(self.timers.remove(&timer)),
                Command::Continue => more = true,
                // Express machines have no distributed maps: their definitions are refused.
                Command::StartMapRun(_) | Command::CancelMapRun { .. } => {}
                Command::ScheduleTask(_) | Command::Finish(_) => {}
            }
        }
        (step.records, more)
    }

    fn logs(&self, records: &[Record]) -> Vec<logs::Batch> {
        logs::batches(&self.revision, &self.row.arn, self.row.start, 0, records)
    }
}

fn express_row(target: &Target, name: String, input: String, now: Timestamp) -> ExpressRow {
    ExpressRow {
        arn: arn::of_express(&target.machine.arn, &name, &lirio_service::uuid_v4()),
        name,
        machine_uid: target.machine.uid.clone(),
        revision: target.revision,
        start: now,
        input,
    }
}
