//! The state of an execution: a plain value, folded from its log.

mod apply;
mod group;
mod reopen;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::command::{Command, Outcome, ScheduleTask, StartMapRun};
use crate::context;
use crate::data::Data;
use crate::documents::Variables;
use crate::machine::{Machine, ScopeId, StateId, StateKind};
use crate::map_run::MapRunSpec;
use crate::record::{Change, Failure, FrameId, MapRunId, RECORD_VERSION, Record, Started, TaskId, TimerId};
use crate::resource::TaskResource;

pub(crate) use apply::Effects;
pub(crate) use group::Group;
pub(crate) use reopen::Halted;

/// An execution at some point of its log.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Execution {
    info: Option<Started>,
    outcome: Option<Outcome>,
    frames: BTreeMap<FrameId, Frame>,
    tasks: BTreeMap<TaskId, Task>,
    map_runs: BTreeMap<MapRunId, MapRun>,
    timers: BTreeMap<TimerId, Timer>,
    /// Frames that can go on without anything from outside. The lowest goes first, so that a
    /// Parallel or Map state sees the end of a child before the next child moves.
    ready: BTreeSet<FrameId>,
    next_frame: FrameId,
    next_task: TaskId,
    next_map_run: MapRunId,
    next_timer: TimerId,
    last_event: u64,
    /// How often it was redriven, and when last.
    redriven: Option<(u64, i64)>,
    /// The context object that takes the place of the execution's own, of a state that is tested alone.
    given_context: Option<Box<Value>>,
    /// Not part of the fold: what the outside said before the next decision.
    missing_activities: BTreeSet<String>,
}

/// A line of control.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    pub(crate) parent: Option<FrameId>,
    /// Number of the branch or iteration.
    pub(crate) index: u32,
    pub(crate) scope: ScopeId,
    /// The innermost item of a Map state that the frame works on.
    pub(crate) item: Option<Item>,
    pub(crate) state: Option<StateId>,
    pub(crate) input: Data,
    pub(crate) entered_ms: i64,
    pub(crate) entered_event: u64,
    /// The event before the one that shows the state being entered.
    pub(crate) before_entered: u64,
    /// What the next event of the frame names as the one before.
    pub(crate) last_event: u64,
    /// How often each entry of `Retry` was used since the state was entered.
    pub(crate) attempts: BTreeMap<usize, u64>,
    pub(crate) retry_count: u64,
    /// Whether the state is a Wait.
    pub(crate) waits: bool,
    /// Whether the history shows the end of the state that failed the frame.
    pub(crate) shown_aborted: bool,
    /// The workflow variables that the frame sees.
    pub(crate) variables: Variables,
    /// What its branches or iterations were when one of them failed, for a redrive.
    pub(crate) halted: Option<Box<Halted>>,
    /// The run of its distributed Map state that a redrive goes on with.
    pub(crate) map_run: Option<Box<MapRun>>,
    pub(crate) status: Status,
}

impl Frame {
    /// A copy that leaves out what a group holds: it may be thousands of results.
    pub(crate) fn without_group(&self) -> Frame {
        let status = match &self.status {
            Status::Group(_) => Status::Entered,
            other => other.clone(),
        };
        Frame {
            item: self.item.clone(),
            input: self.input.clone(),
            attempts: self.attempts.clone(),
            variables: self.variables.clone(),
            halted: None,
            map_run: None,
            status,
            ..*self
        }
    }
}

/// An item of a Map state.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) index: u32,
    pub(crate) value: Data,
}

/// What a frame does, and so what comes next.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Status {
    /// Will enter a state.
    Ready(StateId, Data),
    /// Is in a state that has done nothing yet.
    Entered,
    /// Waits for a task.
    Task(TaskId),
    /// Has the result of a task, a Parallel or a Map state.
    Result(Data),
    /// Its task, branches or iterations failed.
    Erred(Failure),
    /// An expression of its state failed.
    Unevaluated(Failure),
    /// Its Parallel or Map state failed for good, unless something catches it.
    PastRetry(Failure),
    /// Waits in a Wait state.
    Waiting(TimerId),
    /// The wait is over.
    Waited,
    /// Waits before a retry.
    RetryWait(TimerId),
    /// Runs branches or iterations.
    Group(Box<Group>),
    /// Will start the run of a distributed Map state, whose items are known when they were computed.
    MapReady(Option<Data>),
    /// Will go on with [`Frame::map_run`].
    MapRunAgain,
    /// Waits for a map run.
    MapRun(MapRunId),
    /// Its map run cannot even begin.
    MapRunRefused(MapRunId, Failure),
    /// Its map run ended well, which the event of that number shows.
    MapRunDone(Data, u64),
    /// Its map run failed.
    MapRunErred(Failure),
    /// Ended well; the parent will collect the output.
    Succeeded(Data),
    /// Failed; the parent will see.
    Failed(Failure),
}

/// A task that was handed out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Task {
    pub(crate) frame: FrameId,
    pub(crate) resource: TaskResource,
    pub(crate) parameters: Data,
    pub(crate) credentials: Option<Data>,
    pub(crate) token: Option<String>,
    pub(crate) timeout_seconds: Option<u64>,
    pub(crate) heartbeat_seconds: Option<u64>,
    pub(crate) started: bool,
    pub(crate) submitted: Option<Data>,
    pub(crate) timeout_timer: Option<TimerId>,
    pub(crate) heartbeat_timer: Option<TimerId>,
}

/// A map run that was handed out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MapRun {
    pub(crate) id: MapRunId,
    pub(crate) frame: FrameId,
    pub(crate) arn: String,
    pub(crate) redrives: u64,
    pub(crate) spec: MapRunSpec,
}

/// A timer that was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Timer {
    pub(crate) at_ms: i64,
    pub(crate) purpose: TimerPurpose,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimerPurpose {
    Execution,
    Wait(FrameId),
    Retry(FrameId),
    Timeout(TaskId),
    Heartbeat(TaskId),
}

/// Why a log cannot be folded.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// A later version wrote it.
    #[error("record {position} has version {version}, but this program reads version {RECORD_VERSION}")]
    Version {
        /// Number of the record, from 0.
        position: usize,
        /// Its version.
        version: u8,
    },
    /// It does not continue the records before it, or belongs to another state machine.
    #[error("record {position} does not continue the log: {reason}")]
    Broken {
        /// Number of the record, from 0.
        position: usize,
        /// What is wrong with it.
        reason: &'static str,
    },
}

impl Execution {
    /// An execution that has not begun.
    pub fn new() -> Execution {
        Execution::default()
    }

    /// Folds a log, which must be of `machine`, into the state it describes.
    pub fn replay<'r>(
        machine: &Machine,
        records: impl IntoIterator<Item = &'r Record>,
    ) -> Result<Execution, ReplayError> {
        let mut execution = Execution::new();
        for (position, record) in records.into_iter().enumerate() {
            if record.version != RECORD_VERSION {
                return Err(ReplayError::Version { position, version: record.version });
            }
            execution.apply(machine, record).map_err(|reason| ReplayError::Broken { position, reason })?;
        }
        Ok(execution)
    }

    /// How it was started; nothing before it was.
    pub fn info(&self) -> Option<&Started> {
        self.info.as_ref()
    }

    /// How it ended; nothing while it runs.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// How often it was redriven, and when last, in milliseconds since the epoch.
    pub fn redriven(&self) -> Option<(u64, i64)> {
        self.redriven
    }

    /// Says which of the machine's activities do not exist now: tasks of these fail when they would
    /// be scheduled.  Nothing that is recorded depends on it later.
    pub fn set_missing_activities(&mut self, arns: BTreeSet<String>) {
        self.missing_activities = arns;
    }

    pub(crate) fn lacks_activity(&self, arn: &str) -> bool {
        self.missing_activities.contains(arn)
    }

    /// The number of events in the history.
    pub fn events(&self) -> u64 {
        self.last_event
    }

    /// The task with this token, while it runs.
    pub fn task_by_token(&self, token: &str) -> Option<TaskId> {
        self.tasks.iter().find(|(_, task)| task.token.as_deref() == Some(token)).map(|(id, _)| *id)
    }

    /// The commands to issue again after a restart: tasks that have not ended, timers that have not
    /// fired, the rest of a step that was cut, or the outcome. All are safe to issue twice.
    pub fn outstanding(&self, machine: &Machine) -> Vec<Command> {
        if let Some(outcome) = &self.outcome {
            return vec![Command::Finish(outcome.clone())];
        }
        let tasks = self.tasks.keys().filter_map(|id| self.schedule_command(machine, *id));
        let timers =
            self.timers.iter().map(|(id, timer)| Command::SetTimer { timer: *id, at_ms: timer.at_ms });
        let wanted = self.map_runs.iter().filter(|(_, run)| run.spec.refused.is_none());
        let runs = wanted.map(|(id, _)| id).filter_map(|id| self.map_run_command(machine, *id));
        let rest = (!self.ready.is_empty()).then_some(Command::Continue);
        tasks.chain(runs).chain(timers).chain(rest).collect()
    }

    pub(crate) fn map_run_command(&self, machine: &Machine, id: MapRunId) -> Option<Command> {
        let run = self.map_runs.get(&id)?;
        let frame = self.frames.get(&run.frame)?;
        let state_id = frame.state?;
        let state = machine.states.get(state_id)?;
        let StateKind::Map(map) = &state.kind else { return None };
        Some(Command::StartMapRun(Box::new(StartMapRun {
            run: id,
            arn: run.arn.clone(),
            redrives: run.redrives,
            spec: run.spec.clone(),
            state: state_id,
            state_name: state.name.clone(),
            scope: map.processor,
            input: crate::decide::effective_input(machine, self, frame),
            context: context::object(machine, self, frame, None),
            variables: frame.variables.clone(),
        })))
    }

    pub(crate) fn schedule_command(&self, machine: &Machine, id: TaskId) -> Option<Command> {
        let task = self.tasks.get(&id)?;
        let frame = self.frames.get(&task.frame)?;
        let state = &machine.states[frame.state?];
        Some(Command::ScheduleTask(Box::new(ScheduleTask {
            task: id,
            token: task.token.clone(),
            resource: task.resource.clone(),
            parameters: task.parameters.clone(),
            credentials: task.credentials.clone(),
            timeout_ms: task.timeout_seconds.map(|s| s.saturating_mul(1000)),
            heartbeat_ms: task.heartbeat_seconds.map(|s| s.saturating_mul(1000)),
            state_name: state.name.clone(),
            retry_count: frame.retry_count,
            context: context::object(machine, self, frame, task.token.as_deref()),
            started: task.started,
            submitted: task.submitted.clone(),
        })))
    }

    pub(crate) fn given_context(&self) -> Option<&Value> {
        self.given_context.as_deref()
    }

    /// Puts a state that is tested alone where the caller says it is: with this context object and
    /// these variables, its entries of `Retry` used so many times.
    pub(crate) fn set_scene(&mut self, context: Value, variables: Variables, attempts: &[u64]) {
        self.given_context = Some(Box::new(context));
        if let Some(frame) = self.frames.get_mut(&ROOT) {
            frame.variables = variables;
            frame.retry_count = attempts.iter().copied().max().unwrap_or(0);
            frame.attempts = attempts.iter().copied().enumerate().collect();
        }
    }

    pub(crate) fn frame(&self, id: FrameId) -> Option<&Frame> {
        self.frames.get(&id)
    }

    pub(crate) fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.get(&id)
    }

    pub(crate) fn map_run(&self, id: MapRunId) -> Option<&MapRun> {
        self.map_runs.get(&id)
    }

    pub(crate) fn new_map_run_id(&self) -> MapRunId {
        self.next_map_run
    }

    pub(crate) fn timer(&self, id: TimerId) -> Option<&Timer> {
        self.timers.get(&id)
    }

    pub(crate) fn first_ready(&self) -> Option<FrameId> {
        self.ready.first().copied()
    }

    pub(crate) fn new_frame_id(&self) -> FrameId {
        self.next_frame
    }

    pub(crate) fn new_task_id(&self) -> TaskId {
        self.next_task
    }

    /// The frames below `id`, nearest first.
    pub(crate) fn children(&self, id: FrameId) -> Vec<FrameId> {
        match self.frames.get(&id).map(|frame| &frame.status) {
            Some(Status::Group(group)) => group.running.iter().copied().collect(),
            _ => Vec::new(),
        }
    }

    /// What the event of `change` names as the event before it.
    pub(crate) fn previous_event(&self, change: &Change) -> u64 {
        let last = |frame: &FrameId| self.frames.get(frame).map_or(0, |frame| frame.last_event);
        let task = |task: &TaskId| self.tasks.get(task).map_or(0, |task| last(&task.frame));
        match change {
            Change::StateEntered { frame, .. }
            | Change::StateExited { frame, .. }
            | Change::StateAborted { frame, .. }
            | Change::TaskScheduled { frame, .. }
            | Change::ParallelStarted { frame, .. }
            | Change::ParallelSucceeded { frame }
            | Change::ParallelFailed { frame, .. }
            | Change::MapStarted { frame, .. }
            | Change::MapRunStarted { frame, .. }
            | Change::MapRunRedriven { frame, .. }
            | Change::MapFailed { frame, .. }
            | Change::IterationSucceeded { frame, .. }
            | Change::IterationFailed { frame, .. }
            | Change::IterationAborted { frame, .. } => last(frame),
            Change::MapSucceeded { frame } => match self.frames.get(frame).map(|f| (&f.status, f.last_event))
            {
                Some((Status::MapRunDone(_, event), _)) => *event,
                Some((_, last)) => last,
                None => 0,
            },
            Change::MapRunSucceeded { run, .. }
            | Change::MapRunFailed { run, .. }
            | Change::MapRunAborted { run } => self.map_runs.get(run).map_or(0, |run| last(&run.frame)),
            Change::EvaluationFailed { frame, .. } => self.frames.get(frame).map_or(0, |f| {
                // The service enters a state and computes its fields in one step, except for a Wait:
                // what fails in that step follows what was there before it.
                if f.last_event == f.entered_event && !f.waits { f.before_entered } else { f.last_event }
            }),
            Change::TaskStarted { task: id, .. }
            | Change::TaskSubmitted { task: id, .. }
            | Change::TaskSucceeded { task: id, .. }
            | Change::TaskFailed { task: id, .. }
            | Change::TaskTimedOut { task: id, .. } => task(id),
            // An iteration that takes the place of another follows that one's last event.
            Change::IterationStarted { parent, .. } => match self.frames.get(parent).map(|f| &f.status) {
                Some(Status::Group(group)) => group.slot_event,
                _ => 0,
            },
            Change::ExecutionSucceeded { .. } | Change::ExecutionFailed { .. } => last(&ROOT),
            Change::ExecutionRedriven { .. } => self.last_event,
            _ => 0,
        }
    }

    pub(crate) fn next_event(&self) -> u64 {
        self.last_event + 1
    }
}

/// The execution's own frame.
pub(crate) const ROOT: FrameId = 0;
