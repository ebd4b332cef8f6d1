//! What happens next: an input in, records and commands out.
//!
//! Every decision is a function of the machine, the execution's state and the input. What it
//! decides takes effect only by records, which [`Execution::replay`] folds in the same way.

mod data_flow;
mod group;
mod isolated;
mod leaf;
mod map_run;
mod on_error;
mod task;

use crate::command::{Command, Outcome};
use crate::context::{self, Context};
use crate::data::{Data, DataError};
use crate::execution::{Effects, Execution, Frame, ROOT, Status, TimerPurpose};
use crate::machine::{Machine, QueryLanguage, State, StateKind, Transition};
use crate::record::{
    Assigned, Change, EventIds, Failure, FailureClass, FrameId, MapRunId, RECORD_VERSION, Record, Started,
    StateType, TaskId, TimerId,
};
use crate::test_state::Inspection;

pub(crate) use group::{effective_input, items_of, map_items};
pub(crate) use isolated::{Halt, Scene};

/// The most events a history may have.
pub const MAX_EVENTS: u64 = 25_000;

/// The most records of one step; then the rest waits for [`Input::Continue`].
pub const MAX_RECORDS_PER_STEP: usize = 4_000;

/// What happened outside.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// Begin.
    Start(Box<Started>),
    /// Go on with a step that was cut.
    Continue,
    /// A worker took a task.
    TaskStarted {
        /// The task.
        task: TaskId,
        /// The worker's name, of an activity.
        worker: Option<String>,
    },
    /// The call was answered, and the job or the token goes on.
    TaskSubmitted {
        /// The task.
        task: TaskId,
        /// The answer.
        output: Data,
    },
    /// The worker is alive.
    TaskHeartbeat {
        /// The task.
        task: TaskId,
    },
    /// The task ended well.
    TaskSucceeded {
        /// The task.
        task: TaskId,
        /// Its result.
        output: Data,
    },
    /// The task ended badly.
    TaskFailed {
        /// The task.
        task: TaskId,
        /// The error's name.
        error: Option<String>,
        /// What a person reads.
        cause: Option<String>,
        /// Whether the call itself was refused, so that nothing was submitted.
        at_submission: bool,
    },
    /// A timer's time has come.
    TimerFired {
        /// The timer.
        timer: TimerId,
    },
    /// A map run ended well.
    MapRunSucceeded {
        /// The run.
        run: MapRunId,
        /// The result of the Map state.
        output: Data,
    },
    /// A map run failed.
    MapRunFailed {
        /// The run.
        run: MapRunId,
        /// The error's name.
        error: Option<String>,
        /// What a person reads.
        cause: Option<String>,
    },
    /// Somebody has an execution that ended without success go on.
    Redrive,
    /// Somebody stops the execution.
    Stop {
        /// The error's name.
        error: Option<String>,
        /// What a person reads.
        cause: Option<String>,
    },
}

/// What was decided. Make the records durable in one piece, then act on the commands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Step {
    /// What happened, to be appended to the log.
    pub records: Vec<Record>,
    /// What to do.
    pub commands: Vec<Command>,
}

/// Why an input is refused. Nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// The execution was started before.
    #[error("the execution was started before")]
    AlreadyStarted,
    /// The execution was not started.
    #[error("the execution was not started")]
    NotStarted,
    /// The execution has ended.
    #[error("the execution has ended")]
    Ended,
    /// The task has ended, or there never was one of that number.
    #[error("the task does not run")]
    UnknownTask,
    /// The map run has ended, or there never was one of that number.
    #[error("the map run does not run")]
    UnknownMapRun,
    /// The execution runs, has succeeded, or has no room left in its history.
    #[error("the execution cannot be redriven")]
    NotRedrivable,
    /// The timer fired or was cancelled before.
    #[error("the timer is not set")]
    UnknownTimer,
}

/// Decides what follows from `input` at `now_ms` and applies it to `execution`.
///
/// `random` is asked for jitter, tokens, `States.UUID` and `States.MathRandom`; tokens are as hard
/// to guess as its numbers are.
pub fn decide(
    machine: &Machine,
    execution: &mut Execution,
    input: Input,
    now_ms: i64,
    random: &mut dyn FnMut() -> u64,
) -> Result<Step, DecideError> {
    match (&input, execution.info(), execution.outcome()) {
        (Input::Start(_), Some(_), _) => return Err(DecideError::AlreadyStarted),
        (Input::Start(_), None, _) => {}
        (_, None, _) => return Err(DecideError::NotStarted),
        (Input::Redrive, _, None | Some(Outcome::Succeeded { .. })) => {
            return Err(DecideError::NotRedrivable);
        }
        (Input::Redrive, _, Some(_)) if execution.next_event() >= MAX_EVENTS => {
            return Err(DecideError::NotRedrivable);
        }
        (Input::Redrive, _, Some(_)) => {}
        (_, _, Some(_)) => return Err(DecideError::Ended),
        _ => {}
    }
    let mut decider = Decider { machine, execution, now_ms, random, step: Step::default(), trace: None };
    decider.input(input)?;
    decider.run();
    Ok(decider.step)
}

pub(crate) struct Decider<'a> {
    machine: &'a Machine,
    execution: &'a mut Execution,
    now_ms: i64,
    random: &'a mut dyn FnMut() -> u64,
    step: Step,
    /// What one state does step by step, where somebody looks at it (`TestState`).
    trace: Option<&'a mut Inspection>,
}

impl<'a> Decider<'a> {
    fn input(&mut self, input: Input) -> Result<(), DecideError> {
        match input {
            Input::Start(started) => self.record(Change::ExecutionStarted(started)),
            Input::Continue => {}
            Input::Stop { error, cause } => {
                let failure = Failure { error, cause, class: FailureClass::Terminal };
                self.record(Change::ExecutionAborted { failure });
            }
            Input::Redrive => {
                let count = self.execution.redriven().map_or(1, |(count, _)| count + 1);
                self.record(Change::ExecutionRedriven { count });
            }
            Input::TimerFired { timer } => self.timer_fired(timer)?,
            Input::TaskStarted { task, worker } => self.task_started(task, worker)?,
            Input::TaskSubmitted { task, output } => self.task_submitted(task, output)?,
            Input::TaskHeartbeat { task } => {
                self.execution.task(task).ok_or(DecideError::UnknownTask)?;
                self.record(Change::TaskHeartbeat { task });
            }
            Input::MapRunSucceeded { run, output } => self.map_run_succeeded(run, output)?,
            Input::MapRunFailed { run, error, cause } => {
                self.map_run_failed(run, Failure { error, cause, class: FailureClass::Plain })?;
            }
            Input::TaskSucceeded { task, output } => self.task_succeeded(task, output)?,
            Input::TaskFailed { task, error, cause, at_submission } => {
                self.task_failed(task, Failure { error, cause, class: FailureClass::Task }, at_submission)?;
            }
        }
        Ok(())
    }

    fn timer_fired(&mut self, timer: TimerId) -> Result<(), DecideError> {
        let purpose = self.execution.timer(timer).ok_or(DecideError::UnknownTimer)?.purpose;
        match purpose {
            TimerPurpose::Execution => self.record(Change::ExecutionTimedOut),
            TimerPurpose::Wait(_) | TimerPurpose::Retry(_) => self.record(Change::TimerFired { timer }),
            TimerPurpose::Timeout(task) => self.task_timed_out(task, false)?,
            TimerPurpose::Heartbeat(task) => self.task_timed_out(task, true)?,
        }
        Ok(())
    }

    /// Lets frames go on until all wait, the execution ends, or the step is long enough.
    fn run(&mut self) {
        while let Some(id) = self.execution.first_ready() {
            if self.step.records.len() >= MAX_RECORDS_PER_STEP {
                self.step.commands.push(Command::Continue);
                return;
            }
            self.advance(id);
        }
    }

    /// Takes one frame one step further. Each arm records at least one change.
    fn advance(&mut self, id: FrameId) {
        let Some(frame) = self.execution.frame(id) else { return };
        if let Status::Group(_) = frame.status {
            // A group may hold thousands of results: it is never cloned.
            return self.advance_group(id);
        }
        match frame.status.clone() {
            Status::Ready(state, input) => {
                let state = &self.machine.states[state];
                let (kind, name) = (state_type(&state.kind), state.name.clone());
                self.record(Change::StateEntered { frame: id, kind, name, input });
            }
            Status::Entered => self.enter(id),
            Status::Waited => {
                let frame = frame.clone();
                self.leave_unchanged(id, &frame);
            }
            Status::Result(result) => self.take_result(id, &result),
            Status::Erred(failure) => self.on_error(id, failure, false),
            Status::PastRetry(failure) => self.after_retry(id, failure),
            Status::Unevaluated(failure) => {
                // The history shows the end of a Parallel or Map state that could not even begin.
                let group = self.frame_and_state(id).is_some_and(|(_, state)| {
                    matches!(state.kind, StateKind::Parallel(_) | StateKind::Map(_))
                });
                self.on_error(id, failure, group);
            }
            Status::MapReady(_) => self.start_map_run(id),
            Status::MapRunAgain => self.redrive_map_run(id),
            Status::MapRunRefused(run, failure) => self.record(Change::MapRunFailed { run, failure }),
            Status::MapRunDone(..) => self.record(Change::MapSucceeded { frame: id }),
            Status::MapRunErred(failure) => self.on_error(id, failure, true),
            Status::Succeeded(output) => self.record(Change::ExecutionSucceeded { output }),
            Status::Failed(failure) => self.record(Change::ExecutionFailed { failure }),
            // These are never ready, or were answered above.
            Status::Task(_)
            | Status::Waiting(_)
            | Status::RetryWait(_)
            | Status::MapRun(_)
            | Status::Group(_) => {}
        }
    }

    /// Does what the state of a frame is there for.
    fn enter(&mut self, id: FrameId) {
        let Some((frame, state)) = self.frame_and_state(id) else { return };
        match &state.kind {
            StateKind::Pass(pass) => self.pass(id, &frame, state, pass),
            StateKind::Succeed => self.leave_unchanged(id, &frame),
            StateKind::Fail(fail) => self.fail(id, &frame, state, fail),
            StateKind::Choice(choice) => self.choice(id, &frame, state, choice),
            StateKind::Wait(wait) => self.wait(id, &frame, state, wait),
            StateKind::Task(task) => self.schedule(id, &frame, state, task),
            StateKind::Parallel(parallel) => self.start_parallel(id, &frame, state, parallel),
            StateKind::Map(map) => self.start_map(id, &frame, state, map),
        }
    }

    /// A copy of a frame without its branches or iterations, and the state it is in.
    fn frame_and_state(&self, id: FrameId) -> Option<(Frame, &'a State)> {
        let frame = self.execution.frame(id)?.without_group();
        let machine = self.machine;
        let state = machine.states.get(frame.state?)?;
        Some((frame, state))
    }

    /// Leaves a state with `output`, or fails when it is too large.
    fn exit(&mut self, id: FrameId, transition: Transition, output: Data, assigned: Option<Assigned>) {
        let Some((_, state)) = self.frame_and_state(id) else { return };
        if output.is_too_large() {
            let failure = self.data_limit(&state.name);
            return self.on_error(id, failure, false);
        }
        let next = match transition {
            Transition::Next(next) => Some(self.machine.states[next].name.clone()),
            Transition::End => None,
        };
        let (kind, name) = (state_type(&state.kind), state.name.clone());
        let assigned = assigned.map(Box::new);
        self.record(Change::StateExited { frame: id, kind, name, output, next, assigned });
    }

    /// A failure of the state itself, worded as the service words it.
    fn runtime_failure(&self, id: FrameId, error: &str, detail: &str) -> Failure {
        let (name, event) = match self.execution.frame(id) {
            Some(frame) => {
                (frame.state.map_or("", |s| self.machine.states[s].name.as_str()), frame.entered_event)
            }
            None => ("", 0),
        };
        let cause = format!(
            "An error occurred while executing the state '{name}' (entered at the event id #{event}). {detail}"
        );
        let class = if error == "States.Runtime" { FailureClass::Terminal } else { FailureClass::Plain };
        Failure { error: Some(error.to_owned()), cause: Some(cause), class }
    }

    fn too_deep(&self, id: FrameId, error: &DataError) -> Failure {
        self.runtime_failure(id, "States.Runtime", &format!("The output is not allowed: {error}."))
    }

    /// Tells whoever looks at the data on its way through the state.
    fn note(&mut self, note: impl FnOnce(&mut Inspection)) {
        if let Some(trace) = self.trace.as_deref_mut() {
            note(trace);
        }
    }

    /// Tells the same what `InputPath` left, which only JSONPath has.
    fn note_input(&mut self, state: &State, input: &Data) {
        if state.query_language == QueryLanguage::JsonPath {
            self.note(|trace| trace.after_input_path = Some(input.clone()));
        }
    }

    /// Writes a record, applies it, and collects the commands that follow from it.
    fn record(&mut self, change: Change) {
        if self.execution.outcome().is_some() && !matches!(change, Change::ExecutionRedriven { .. }) {
            // The history was full before the decision was complete.
            return;
        }
        let full = change.has_event() && !change.is_end() && self.execution.next_event() >= MAX_EVENTS;
        let change = if full {
            let cause = format!("The execution reached the maximum number of history events ({MAX_EVENTS}).");
            let error = Some("States.Runtime".to_owned());
            Change::ExecutionFailed {
                failure: Failure { error, cause: Some(cause), class: FailureClass::Terminal },
            }
        } else {
            change
        };
        let event = change.has_event().then(|| EventIds {
            id: self.execution.next_event(),
            previous: self.execution.previous_event(&change),
        });
        let record = Record { version: RECORD_VERSION, at_ms: self.now_ms, event, change };
        let effects = self.execution.apply(self.machine, &record).expect("a decision follows from the state");
        self.step.records.push(record);
        self.command(effects);
    }

    fn command(&mut self, effects: Effects) {
        let commands = &mut self.step.commands;
        // What was set and cancelled within one step need not be known outside.
        for timer in effects.timers_cancelled {
            match commands.iter().position(|c| matches!(c, Command::SetTimer { timer: t, .. } if *t == timer))
            {
                Some(position) => drop(commands.remove(position)),
                None => commands.push(Command::CancelTimer { timer }),
            }
        }
        for task in effects.tasks_cancelled {
            match commands.iter().position(|c| matches!(c, Command::ScheduleTask(t) if t.task == task)) {
                Some(position) => drop(commands.remove(position)),
                None => commands.push(Command::CancelTask { task }),
            }
        }
        for run in effects.map_runs_cancelled {
            match commands.iter().position(|c| matches!(c, Command::StartMapRun(r) if r.run == run)) {
                Some(position) => drop(commands.remove(position)),
                None => commands.push(Command::CancelMapRun { run }),
            }
        }
        commands.extend(effects.map_run.and_then(|run| self.execution.map_run_command(self.machine, run)));
        for timer in effects.timers_set {
            if let Some(set) = self.execution.timer(timer) {
                commands.push(Command::SetTimer { timer, at_ms: set.at_ms });
            }
        }
        commands
            .extend(effects.scheduled.and_then(|task| self.execution.schedule_command(self.machine, task)));
        if let (true, Some(outcome)) = (effects.finished, self.execution.outcome()) {
            commands.push(Command::Finish(outcome.clone()));
        }
    }
}

/// The context object for `frame`, made when it is read.
pub(crate) fn context_of<'a>(
    machine: &'a Machine,
    execution: &'a Execution,
    frame: &'a Frame,
    token: Option<&'a str>,
) -> Context<'a> {
    Context::lazy(move || context::object(machine, execution, frame, token))
}

pub(crate) fn too_large(name: &str) -> String {
    format!(
        "The state/task '{name}' returned a result with a size exceeding the maximum number of bytes service limit."
    )
}

fn state_type(kind: &StateKind) -> StateType {
    match kind {
        StateKind::Pass(_) => StateType::Pass,
        StateKind::Task(_) => StateType::Task,
        StateKind::Choice(_) => StateType::Choice,
        StateKind::Wait(_) => StateType::Wait,
        StateKind::Succeed => StateType::Succeed,
        StateKind::Fail(_) => StateType::Fail,
        StateKind::Parallel(_) => StateType::Parallel,
        StateKind::Map(_) => StateType::Map,
    }
}

/// Whether the frame is the execution's own.
fn is_root(id: FrameId) -> bool {
    id == ROOT
}

#[cfg(test)]
mod redrive_tests;
#[cfg(test)]
mod tests;
