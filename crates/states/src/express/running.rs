//! An execution that runs in memory: of an express machine, or an EXPRESS one of a map run.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use lirio_api::Timestamp;
use lirio_asl::{Command, Execution, Input, Outcome, Record, Started, TaskId, TimerId, decide};
use tokio::sync::{Notify, mpsc};

use crate::engine::{Revision, random};
use crate::tasks::End;
use crate::{States, logs};

/// An execution at its first wait, or at its end.  Nothing was done outside yet.
pub(crate) struct Begun {
    identity: Identity,
    execution: Execution,
    commands: Vec<Command>,
    /// Not logged yet.
    pub(crate) logs: Vec<logs::Batch>,
}

/// How an execution ended.
pub(crate) struct Ended {
    /// Its end.
    pub(crate) outcome: Outcome,
    /// When.
    pub(crate) stop: Timestamp,
    /// Not logged yet.
    pub(crate) logs: Vec<logs::Batch>,
}

/// What its events are logged under.
struct Identity {
    arn: String,
    start: Timestamp,
    redrives: u64,
}

/// An execution while it runs.
struct Running {
    identity: Identity,
    revision: Arc<Revision>,
    execution: Execution,
    timers: BTreeMap<TimerId, i64>,
    tasks: HashMap<TaskId, Arc<Notify>>,
    /// What tasks report.
    reports: mpsc::UnboundedSender<Input>,
    inbox: mpsc::UnboundedReceiver<Input>,
    /// Tells it to stop.
    stop: Arc<Notify>,
}

/// What was decided, and whether the step was cut and goes on.
struct Decided {
    records: Vec<Record>,
    commands: Vec<Command>,
    more: bool,
}

impl Begun {
    /// How it ended, if it has.
    pub(crate) fn outcome(&self) -> Option<&Outcome> {
        self.execution.outcome()
    }
}

impl States {
    /// Begins an execution; `redrives` says how often it was redriven.
    pub(crate) fn begin_in_memory(&self, revision: &Revision, started: Started, redrives: u64) -> Begun {
        let arn = started.execution_arn.clone();
        let identity = Identity { arn, start: Timestamp(started.start_ms), redrives };
        let mut begun =
            Begun { identity, execution: Execution::new(), commands: Vec::new(), logs: Vec::new() };
        let mut input = Input::Start(Box::new(started));
        loop {
            let Decided { records, commands, more } =
                self.decide_in_memory(revision, &mut begun.execution, input);
            begun.logs.extend(begun.identity.logs(revision, &records));
            begun.commands.extend(commands);
            if !more {
                return begun;
            }
            input = Input::Continue;
        }
    }

    /// Goes on to the end, unless `stop` tells it to end before; none if the platform stops.
    pub(crate) async fn go_on_in_memory(
        self: &Arc<Self>,
        revision: Arc<Revision>,
        begun: Begun,
        stop: Arc<Notify>,
    ) -> Option<Ended> {
        let Begun { identity, execution, commands, mut logs } = begun;
        let (reports, inbox) = mpsc::unbounded_channel();
        let (timers, tasks) = (BTreeMap::new(), HashMap::new());
        let mut running = Running { identity, revision, execution, timers, tasks, reports, inbox, stop };
        let mut commands = commands;
        let mut next = None;
        loop {
            let ended = running.execution.outcome().cloned();
            if let Some(outcome) = ended {
                running.act(self, commands);
                return Some(Ended { outcome, stop: self.platform.now(), logs });
            }
            if !logs.is_empty() {
                // What is logged is durable before the execution goes on, so that the order stays.
                let batches = std::mem::take(&mut logs);
                if let Err(error) = self.platform.store.commit(move |txn| logs::enqueue(txn, &batches)).await
                {
                    tracing::error!(execution = running.identity.arn, %error, "events of an express execution are not logged");
                }
            }
            running.act(self, commands);
            let input = match next.take() {
                Some(input) => input,
                None => running.input(self).await?,
            };
            if let Input::TaskSucceeded { task, .. } | Input::TaskFailed { task, .. } = &input {
                running.tasks.remove(task);
            }
            let decided = self.decide_in_memory(&running.revision, &mut running.execution, input);
            logs = running.identity.logs(&running.revision, &decided.records);
            commands = decided.commands;
            next = decided.more.then_some(Input::Continue);
        }
    }

    /// Decides on an input; tasks count as started with the decision that schedules them.
    fn decide_in_memory(&self, revision: &Revision, execution: &mut Execution, input: Input) -> Decided {
        let now = self.platform.now().0;
        let machine = &revision.machine;
        // A report of a task that ended otherwise is refused, and changes nothing.
        let Ok(mut step) = decide(machine, execution, input, now, &mut random) else {
            return Decided { records: Vec::new(), commands: Vec::new(), more: false };
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
            if let Ok(more) = decide(machine, execution, started, now, &mut random) {
                step.records.extend(more.records);
                step.commands.extend(more.commands);
            }
        }
        let more = step.commands.contains(&Command::Continue);
        Decided { records: step.records, commands: step.commands, more }
    }
}

impl Identity {
    fn logs(&self, revision: &Revision, records: &[Record]) -> Vec<logs::Batch> {
        logs::batches(revision, &self.arn, self.start, self.redrives, records)
    }
}

impl Running {
    /// What happens next: a report, a timer that is due, or the end that somebody wants.  None when
    /// the platform stops.
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
                () = self.stop.notified() => return Some(Input::Stop { error: None, cause: None }),
                () = states.platform.shutdown.requested() => return None,
            }
        }
    }

    /// Acts on what was decided.
    fn act(&mut self, states: &Arc<States>, commands: Vec<Command>) {
        let ended = self.execution.outcome().is_some();
        for command in commands {
            match command {
                Command::ScheduleTask(task) if !ended => {
                    let cancelled = self.tasks.entry(task.task).or_default().clone();
                    let (states, reports) = (states.clone(), self.reports.clone());
                    let arn = self.identity.arn.clone();
                    tokio::spawn(async move {
                        let End::Reported(report) = states.run_task(&arn, &task, false, &cancelled).await
                        else {
                            return;
                        };
                        // The failure may be that of a platform that stops; a restart begins again.
                        let failed = matches!(report, Input::TaskFailed { .. });
                        if !failed || !states.platform.shutdown.is_requested() {
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
                // Express executions have no distributed maps: their definitions are refused.
                Command::StartMapRun(_) | Command::CancelMapRun { .. } => {}
                Command::ScheduleTask(_) | Command::Continue | Command::Finish(_) => {}
            }
        }
    }
}
