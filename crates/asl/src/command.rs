//! What an execution asks of the outside.

use serde_json::Value;

use crate::data::Data;
use crate::documents::Variables;
use crate::machine::{ScopeId, StateId};
use crate::map_run::MapRunSpec;
use crate::record::{MapRunId, TaskId, TimerId};
use crate::resource::TaskResource;

/// A request to the outside. Act on it only after the records of its step are durable.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Run a task and report what becomes of it.
    ScheduleTask(Box<ScheduleTask>),
    /// The task is no longer wanted; stop it if it can be stopped.
    CancelTask {
        /// The task.
        task: TaskId,
    },
    /// Run the items of a distributed Map state and report what becomes of them; those that are left
    /// of a run that is redriven.
    StartMapRun(Box<StartMapRun>),
    /// The map run is no longer wanted; stop its executions.
    CancelMapRun {
        /// The run.
        run: MapRunId,
    },
    /// Report when the time has come.
    SetTimer {
        /// The timer.
        timer: TimerId,
        /// When, in milliseconds since the epoch.
        at_ms: i64,
    },
    /// The timer is no longer wanted.
    CancelTimer {
        /// The timer.
        timer: TimerId,
    },
    /// The step was cut because it grew long; send `Input::Continue`.
    Continue,
    /// The execution has ended.
    Finish(Outcome),
}

/// A task to run.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduleTask {
    /// The task.
    pub task: TaskId,
    /// The token of an activity or callback; the only thing that may end such a task.
    pub token: Option<String>,
    /// What to call.
    pub resource: TaskResource,
    /// What to call it with.
    pub parameters: Data,
    /// `Credentials`, evaluated; names the role to call as.
    pub credentials: Option<Data>,
    /// `TimeoutSeconds` in milliseconds. The execution keeps its own timer for it.
    pub timeout_ms: Option<u64>,
    /// `HeartbeatSeconds` in milliseconds. The execution keeps its own timer for it.
    pub heartbeat_ms: Option<u64>,
    /// The name of the state.
    pub state_name: String,
    /// How often the state was tried before.
    pub retry_count: u64,
    /// The context object of the state.
    pub context: Value,
    /// Whether the task was reported as started, when it is issued again.
    pub started: bool,
    /// What the call answered, when it is issued again after its submission: do not call twice.
    pub submitted: Option<Data>,
}

/// A map run to start.
#[derive(Debug, Clone, PartialEq)]
pub struct StartMapRun {
    /// The run.
    pub run: MapRunId,
    /// Its ARN.
    pub arn: String,
    /// How often it was redriven: 0 when it starts.
    pub redrives: u64,
    /// What was computed when the Map state began.
    pub spec: MapRunSpec,
    /// The Map state; its `Distributed` says the rest.
    pub state: StateId,
    /// The state's name.
    pub state_name: String,
    /// The scope that each execution runs.
    pub scope: ScopeId,
    /// The state's input, after `InputPath`.
    pub input: Data,
    /// The context object of the state.
    pub context: Value,
    /// The workflow variables that the state sees.
    pub variables: Variables,
}

/// How an execution ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// `SUCCEEDED`.
    Succeeded {
        /// The output.
        output: Data,
    },
    /// `FAILED`.
    Failed {
        /// The error's name.
        error: Option<String>,
        /// What a person reads.
        cause: Option<String>,
    },
    /// `ABORTED`: stopped from outside.
    Aborted {
        /// The error's name.
        error: Option<String>,
        /// What a person reads.
        cause: Option<String>,
    },
    /// `TIMED_OUT`: longer than the machine's `TimeoutSeconds`.
    TimedOut,
}

impl Outcome {
    /// The status as `DescribeExecution` spells it.
    pub fn status(&self) -> &'static str {
        match self {
            Outcome::Succeeded { .. } => "SUCCEEDED",
            Outcome::Failed { .. } => "FAILED",
            Outcome::Aborted { .. } => "ABORTED",
            Outcome::TimedOut => "TIMED_OUT",
        }
    }
}
