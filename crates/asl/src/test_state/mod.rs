//! One state, tested by itself: the pure part of the operation `TestState`.
//!
//! [`prepare`] checks a request as the service does. [`Test::begin`] then runs the state as far as
//! its end, its call or its wait, and [`Running`] goes on from there; a mock takes the place of what
//! a Task, Parallel or Map state would do. The state runs by the decisions of every execution, which tell an [`Inspection`] what
//! the data look like at each step.

mod inspection;
mod prepare;
pub(crate) mod reading;
mod request;

use serde_json::{Value, json};

use crate::command::ScheduleTask;
use crate::data::Data;
use crate::decide::{Decider, Halt, Scene};
use crate::documents::Variables;
use crate::execution::Execution;
use crate::intrinsic::uuid_v4;
use crate::machine::{Machine, ScopeId, State, StateId, StateKind};
use crate::record::{Failure, FailureClass, Started};
use crate::timestamp;

pub use inspection::{Answer, ErrorDetails, Inspection, Status};
pub use prepare::{ResultSchemas, prepare};
pub use request::{Configuration, FieldValidation, Mock, MockError, Refusal, Request};

/// The name that a state has while it is tested, whatever its definition calls it.
const STATE_NAME: &str = "StateName";

/// What a Map state fails with when more iterations failed than it tolerates.
const THRESHOLD: (&str, &str) =
    ("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");

/// Where a state is tested: what the made-up ARNs of its context object say.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// Such as `aws`.
    pub partition: &'a str,
    /// Such as `eu-west-1`.
    pub region: &'a str,
    /// The account's number.
    pub account: &'a str,
}

/// A state that is to be tested.
#[derive(Debug)]
pub struct Test {
    machine: Machine,
    state: StateId,
    scope: ScopeId,
    /// What the definition calls the state.
    name: String,
    input: Data,
    variables: Variables,
    context: Option<Value>,
    role_arn: Option<String>,
    retry_count: u64,
    failed_iterations: Option<u64>,
    reader_data: Option<String>,
    mocked: Option<Result<Data, Failure>>,
    execution: Execution,
    inspection: Inspection,
}

/// A state that is being tested.
#[derive(Debug)]
pub struct Running(Test);

/// How far a test has come.
#[derive(Debug)]
pub enum Progress {
    /// The state came to its end.
    Done(Box<Answer>),
    /// A Wait state waits until that time, in milliseconds since the epoch: [`Running::waited`] goes on.
    Wait(i64),
    /// A Task state without a mock calls something: [`Running::called`] goes on.
    Call(Box<ScheduleTask>),
}

impl Test {
    /// The state.
    pub fn state(&self) -> &State {
        &self.machine.states[self.state]
    }

    /// Whether a mock takes the place of the state's work.
    pub fn is_mocked(&self) -> bool {
        self.mocked.is_some()
    }

    /// Runs the state from its beginning. `random` is asked for names, tokens and what expressions
    /// draw.
    pub fn begin(
        mut self,
        place: Place<'_>,
        now_ms: i64,
        random: &mut dyn FnMut() -> u64,
    ) -> (Running, Progress) {
        let progress = self.enter(place, now_ms, random);
        (Running(self), progress)
    }

    fn enter(&mut self, place: Place<'_>, now_ms: i64, random: &mut dyn FnMut() -> u64) -> Progress {
        let started = self.started(place, now_ms, random);
        let context = self.context.take().unwrap_or_else(|| self.own_context(&started));
        let retries = self.state().kind.errors().map_or(0, |errors| errors.retry.len());
        let scene =
            Scene { context, variables: self.variables.clone(), attempts: vec![self.retry_count; retries] };
        self.inspection.input = Some(self.input.clone());
        let read = self.reader_data.take();
        let halt = self.decider(now_ms, random).begin_alone(started, scene, read.as_deref());
        let result = match (&halt, self.mocked.clone()) {
            (Halt::Call(_) | Halt::Group, Some(mocked)) => mocked,
            (Halt::Group, None) => Err(Failure {
                error: Some("States.Runtime".to_owned()),
                cause: Some("A Parallel or Map state cannot be tested without a mock.".to_owned()),
                class: FailureClass::Terminal,
            }),
            _ => return self.progress(halt),
        };
        let halt = match halt {
            Halt::Call(call) => self.decider(now_ms, random).task_ended_alone(call.task, result),
            _ => {
                let result = result.and_then(|output| match self.is_beyond_tolerance() {
                    true => Err(Failure {
                        error: Some(THRESHOLD.0.to_owned()),
                        cause: Some(THRESHOLD.1.to_owned()),
                        class: FailureClass::Plain,
                    }),
                    false => Ok(output),
                });
                self.decider(now_ms, random).group_ended_alone(result)
            }
        };
        self.progress(halt)
    }

    fn decider<'a>(&'a mut self, now_ms: i64, random: &'a mut dyn FnMut() -> u64) -> Decider<'a> {
        Decider::alone(&self.machine, &mut self.execution, &mut self.inspection, now_ms, random)
    }

    fn progress(&mut self, halt: Halt) -> Progress {
        let (status, output, next, failure) = match halt {
            Halt::Wait(until_ms) => return Progress::Wait(until_ms),
            Halt::Call(call) => return Progress::Call(call),
            Halt::Exited { output, next, assigned } => {
                self.variables = match assigned {
                    Some(assigned) => {
                        let mut variables = (*self.variables).clone();
                        variables.extend(assigned);
                        variables.into()
                    }
                    None => self.variables.clone(),
                };
                let caught = self.inspection.error_details.catch_index.is_some();
                let failure = self.inspection.failure.clone().filter(|_| caught);
                let status = if caught { Status::CaughtError } else { Status::Succeeded };
                (status, Some(output), next, failure)
            }
            Halt::Retry => (Status::Retriable, None, None, self.inspection.failure.clone()),
            Halt::Failed(failure) => {
                self.inspection.error_details.catch_index = None;
                (Status::Failed, None, None, Some(failure))
            }
            Halt::Group => (Status::Failed, None, None, None),
        };
        let (error, cause) = failure.map_or((None, None), |failure| (failure.error, failure.cause));
        let mut inspection = std::mem::take(&mut self.inspection);
        inspection.variables = (*self.variables).clone();
        let next_state = next.map(|next| if next == STATE_NAME { self.name.clone() } else { next });
        Progress::Done(Box::new(Answer { status, output, error, cause, next_state, inspection }))
    }

    /// Whether more iterations failed than the Map state tolerates; one that says nothing of it is
    /// not asked.
    fn is_beyond_tolerance(&self) -> bool {
        let Some(failed) = self.failed_iterations else { return false };
        let count = self.inspection.tolerated_failure_count.is_some_and(|most| failed > most);
        let percentage = match (self.inspection.tolerated_failure_percentage, self.inspection.items) {
            (Some(most), Some(items)) if items > 0 => failed as f64 * 100.0 / items as f64 > most,
            _ => false,
        };
        count || percentage
    }

    fn started(&self, place: Place<'_>, now_ms: i64, random: &mut dyn FnMut() -> u64) -> Started {
        let mut uuid = || uuid_v4((u128::from(random()) << 64) | u128::from(random()));
        let (machine_name, execution_name) = (uuid(), uuid());
        let Place { partition, region, account } = place;
        Started {
            execution_arn: format!(
                "arn:{partition}:states:{region}:{account}:express:{machine_name}:{execution_name}"
            ),
            machine_arn: format!("arn:{partition}:states:{region}:{account}:stateMachine:{machine_name}"),
            execution_name,
            machine_name,
            role_arn: self.role_arn.clone().unwrap_or_default(),
            input: self.input.clone(),
            start_ms: now_ms,
            scope: self.scope,
        }
    }

    /// The context object of a state whose test gives none.
    fn own_context(&self, started: &Started) -> Value {
        let now = timestamp::format_millis(started.start_ms);
        let mut context = json!({
            "Execution": {
                "Id": started.execution_arn,
                "Input": started.input.value(),
                "StartTime": now,
                "Name": started.execution_name,
                "RoleArn": self.role_arn,
            },
            "StateMachine": {"Id": started.machine_arn, "Name": started.machine_name},
            "State": {"Name": STATE_NAME, "EnteredTime": now},
        });
        if matches!(self.state().kind, StateKind::Task(_) | StateKind::Parallel(_) | StateKind::Map(_)) {
            context["State"]["RetryCount"] = self.retry_count.into();
        }
        context
    }
}

impl Running {
    /// Goes on after a wait.
    pub fn waited(&mut self, now_ms: i64, random: &mut dyn FnMut() -> u64) -> Progress {
        let halt = self.0.decider(now_ms, random).waited_alone();
        self.0.progress(halt)
    }

    /// Goes on after a call: with its result, or with the error's name and cause.
    pub fn called(
        &mut self,
        call: &ScheduleTask,
        result: Result<Data, (Option<String>, Option<String>)>,
        now_ms: i64,
        random: &mut dyn FnMut() -> u64,
    ) -> Progress {
        let result = result.map_err(|(error, cause)| Failure { error, cause, class: FailureClass::Task });
        let halt = self.0.decider(now_ms, random).task_ended_alone(call.task, result);
        self.0.progress(halt)
    }

    /// The answer of a state that takes longer than the service tests it.
    pub fn timed_out(&mut self) -> Answer {
        let mut inspection = std::mem::take(&mut self.0.inspection);
        inspection.variables = (*self.0.variables).clone();
        Answer {
            status: Status::Failed,
            output: None,
            error: Some("States.Timeout".to_owned()),
            cause: None,
            next_state: None,
            inspection,
        }
    }
}

#[cfg(test)]
mod tests;
