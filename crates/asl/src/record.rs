//! The log of an execution: what happened, in order. The state of an execution is a fold over it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::data::Data;
use crate::machine::ScopeId;
use crate::map_run::MapRunSpec;
use crate::resource::TaskResource;

/// The version that this crate writes. A reader refuses versions that it does not know.
pub const RECORD_VERSION: u8 = 1;

/// A line of control: the execution's own, or that of a branch or iteration.
pub type FrameId = u32;

/// A task, unique within its execution. A retry is another task.
pub type TaskId = u32;

/// A run of a distributed Map state, unique within its execution.
pub type MapRunId = u32;

/// Variables that a state assigns, by name without `$`.
pub type Assigned = BTreeMap<String, Data>;

/// A timer, unique within its execution.
pub type TimerId = u32;

/// One entry of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`RECORD_VERSION`] at the time of writing.
    #[serde(rename = "v")]
    pub version: u8,
    /// When it happened, in milliseconds since the epoch.
    #[serde(rename = "t")]
    pub at_ms: i64,
    /// The number in the history, from 1; nothing for what the history does not show.
    #[serde(rename = "e", default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventIds>,
    /// What happened.
    #[serde(rename = "c")]
    pub change: Change,
}

/// The place of an event in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventIds {
    /// `id`.
    #[serde(rename = "i")]
    pub id: u64,
    /// `previousEventId`.
    #[serde(rename = "p")]
    pub previous: u64,
}

/// The type of a state, as event names begin with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the variants are the names of the state types")]
pub enum StateType {
    Pass,
    Task,
    Choice,
    Wait,
    Succeed,
    Fail,
    Parallel,
    Map,
}

/// An execution as it was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Started {
    /// The execution's ARN.
    pub execution_arn: String,
    /// The execution's name.
    pub execution_name: String,
    /// The state machine's ARN.
    pub machine_arn: String,
    /// The state machine's name.
    pub machine_name: String,
    /// The role that the execution acts as.
    pub role_arn: String,
    /// The input.
    pub input: Data,
    /// When it was started, in milliseconds since the epoch.
    pub start_ms: i64,
    /// The scope that it runs: 0 for the machine itself, that of an item processor for a child of a
    /// map run.
    #[serde(default, skip_serializing_if = "is_machine_itself")]
    pub scope: ScopeId,
}

fn is_machine_itself(scope: &ScopeId) -> bool {
    *scope == 0
}

/// Why something failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// The error's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// What a person reads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What may catch it.
    #[serde(default, skip_serializing_if = "FailureClass::is_plain")]
    pub class: FailureClass,
}

impl Failure {
    /// What ends a state because something around it failed.
    pub(crate) fn stop() -> Failure {
        Failure { error: None, cause: None, class: FailureClass::Terminal }
    }

    /// Whether it is [`Failure::stop`].
    pub(crate) fn is_stop(&self) -> bool {
        self.error.is_none() && self.class == FailureClass::Terminal
    }
}

/// What may catch a failure, beyond its own name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FailureClass {
    /// `States.ALL`.
    #[default]
    Plain,
    /// `States.TaskFailed` as well: a task reported it.
    Task,
    /// A task's heartbeat stayed away: `States.HeartbeatTimeout` as well.
    Heartbeat,
    /// Nothing: the execution cannot go on.
    Terminal,
}

impl FailureClass {
    fn is_plain(&self) -> bool {
        *self == FailureClass::Plain
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// The execution began.
    ExecutionStarted(Box<Started>),
    /// A frame entered a state.
    StateEntered {
        /// The frame.
        frame: FrameId,
        /// The state's type.
        kind: StateType,
        /// The state's name.
        name: String,
        /// Its input.
        input: Data,
    },
    /// A frame left a state.
    StateExited {
        /// The frame.
        frame: FrameId,
        /// The state's type.
        kind: StateType,
        /// The state's name.
        name: String,
        /// Its output.
        output: Data,
        /// The state that follows; nothing when the frame is done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        next: Option<String>,
        /// The variables that it assigns.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        assigned: Option<Box<Assigned>>,
    },
    /// An expression of a state has no value that can be used.
    EvaluationFailed {
        /// The frame.
        frame: FrameId,
        /// The state's name.
        name: String,
        /// The field that the expression stands in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        location: Option<String>,
        /// Why.
        failure: Failure,
    },
    /// A state was left because something else in its Parallel or Map failed.
    StateAborted {
        /// The frame.
        frame: FrameId,
        /// The state's type.
        kind: StateType,
    },
    /// A task was handed out.
    TaskScheduled {
        /// The frame that waits for it.
        frame: FrameId,
        /// The task.
        task: TaskId,
        /// What to call.
        resource: TaskResource,
        /// `REGION` of the state machine, for the history.
        region: String,
        /// What to call it with.
        parameters: Data,
        /// `Credentials`, evaluated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        credentials: Option<Data>,
        /// The token of activities and callbacks.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        token: Option<String>,
        /// `TimeoutSeconds`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        timeout_seconds: Option<u64>,
        /// `HeartbeatSeconds`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        heartbeat_seconds: Option<u64>,
    },
    /// A worker took the task.
    TaskStarted {
        /// The task.
        task: TaskId,
        /// What it calls.
        resource: TaskResource,
        /// The worker of an activity.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        worker: Option<String>,
    },
    /// The call was answered, and the task goes on: a job runs, or a token is out.
    TaskSubmitted {
        /// The task.
        task: TaskId,
        /// What it calls.
        resource: TaskResource,
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
        /// What it called.
        resource: TaskResource,
        /// Its result.
        output: Data,
    },
    /// The task ended badly.
    TaskFailed {
        /// The task.
        task: TaskId,
        /// What it called.
        resource: TaskResource,
        /// Why.
        failure: Failure,
        /// Whether the call itself was refused, so that nothing was submitted.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        at_submission: bool,
    },
    /// The task took too long, or its heartbeat stayed away.
    TaskTimedOut {
        /// The task.
        task: TaskId,
        /// What it called.
        resource: TaskResource,
        /// Whether it was the heartbeat.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        heartbeat: bool,
    },
    /// A Wait state waits.
    WaitStarted {
        /// The frame.
        frame: FrameId,
        /// Until when, in milliseconds since the epoch.
        until_ms: i64,
    },
    /// A failed state will be tried again.
    RetryScheduled {
        /// The frame.
        frame: FrameId,
        /// The number of the entry in `Retry`.
        retrier: usize,
        /// When, in milliseconds since the epoch.
        until_ms: i64,
    },
    /// A Wait or the pause before a retry is over.
    TimerFired {
        /// The timer.
        timer: TimerId,
    },
    /// A Parallel state began.
    ParallelStarted {
        /// The frame.
        frame: FrameId,
        /// The input of every branch, when it is not the state's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        input: Option<Data>,
    },
    /// One of its branches began.
    BranchStarted {
        /// The branch's frame.
        frame: FrameId,
        /// The frame of the Parallel state.
        parent: FrameId,
        /// The branch's number.
        index: u32,
    },
    /// A branch ended well.
    BranchSucceeded {
        /// The branch's frame, which is gone now.
        frame: FrameId,
    },
    /// A branch failed, and the others end with it.
    BranchFailed {
        /// The branch's frame, which is gone now.
        frame: FrameId,
    },
    /// A branch was ended because another failed.
    BranchAborted {
        /// The branch's frame, which is gone now.
        frame: FrameId,
    },
    /// All branches ended well.
    ParallelSucceeded {
        /// The frame.
        frame: FrameId,
    },
    /// The Parallel state failed.
    ParallelFailed {
        /// The frame.
        frame: FrameId,
        /// Why; it is past being retried.
        failure: Failure,
    },
    /// A Map state began.
    MapStarted {
        /// The frame.
        frame: FrameId,
        /// How many items it has.
        length: u32,
        /// How many iterations may run at once; 0 means all.
        concurrency: u32,
        /// The items, where they do not follow from the state's input and a path alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        items: Option<Data>,
    },
    /// The run of a distributed Map state began.
    MapRunStarted {
        /// The frame of the Map state.
        frame: FrameId,
        /// The run.
        run: MapRunId,
        /// Its ARN.
        arn: String,
        /// What it was asked to do.
        spec: Box<MapRunSpec>,
    },
    /// A run that had not succeeded goes on, because its execution was redriven.
    MapRunRedriven {
        /// The frame of the Map state.
        frame: FrameId,
        /// The run.
        run: MapRunId,
        /// Its ARN.
        arn: String,
        /// How often it was redriven, this time included.
        count: u64,
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
        /// Why.
        failure: Failure,
    },
    /// A map run was stopped because something around it failed.
    MapRunAborted {
        /// The run.
        run: MapRunId,
    },
    /// An iteration began.
    IterationStarted {
        /// The iteration's frame.
        frame: FrameId,
        /// The frame of the Map state.
        parent: FrameId,
        /// The Map state's name.
        name: String,
        /// The item's number.
        index: u32,
        /// The iteration's input.
        input: Data,
    },
    /// An iteration ended well.
    IterationSucceeded {
        /// The iteration's frame, which is gone now.
        frame: FrameId,
        /// The Map state's name.
        name: String,
        /// The item's number.
        index: u32,
    },
    /// An iteration failed, and the others end with it.
    IterationFailed {
        /// The iteration's frame, which is gone now.
        frame: FrameId,
        /// The Map state's name.
        name: String,
        /// The item's number.
        index: u32,
    },
    /// An iteration was ended because another failed.
    IterationAborted {
        /// The iteration's frame, which is gone now.
        frame: FrameId,
        /// The Map state's name.
        name: String,
        /// The item's number.
        index: u32,
    },
    /// All iterations ended well.
    MapSucceeded {
        /// The frame.
        frame: FrameId,
    },
    /// The Map state failed.
    MapFailed {
        /// The frame.
        frame: FrameId,
        /// Why; it is past being retried.
        failure: Failure,
    },
    /// Nothing caught a failure in a branch or iteration.
    FrameFailed {
        /// The frame.
        frame: FrameId,
        /// Why.
        failure: Failure,
    },
    /// The execution ended well.
    ExecutionSucceeded {
        /// Its output.
        output: Data,
    },
    /// The execution failed.
    ExecutionFailed {
        /// Why.
        failure: Failure,
    },
    /// The execution was stopped.
    ExecutionAborted {
        /// The reason given.
        failure: Failure,
    },
    /// The execution took longer than the machine's `TimeoutSeconds`.
    ExecutionTimedOut,
    /// An execution that had not succeeded goes on from where it ended.
    ExecutionRedriven {
        /// How often it was redriven, this time included.
        count: u64,
    },
}

impl Change {
    /// Whether the history shows it.
    pub fn has_event(&self) -> bool {
        !matches!(
            self,
            Change::TaskHeartbeat { .. }
                | Change::WaitStarted { .. }
                | Change::RetryScheduled { .. }
                | Change::TimerFired { .. }
                | Change::BranchStarted { .. }
                | Change::BranchSucceeded { .. }
                | Change::BranchFailed { .. }
                | Change::BranchAborted { .. }
                | Change::FrameFailed { .. }
        )
    }

    /// Whether it ends the execution.
    pub fn is_end(&self) -> bool {
        matches!(
            self,
            Change::ExecutionSucceeded { .. }
                | Change::ExecutionFailed { .. }
                | Change::ExecutionAborted { .. }
                | Change::ExecutionTimedOut
        )
    }
}
