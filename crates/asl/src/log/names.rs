//! Names of structures, variants and fields that a batch writes as a number.
//!
//! A number is never given to another name: new names are added at the end.  A name that is not here is written out
//! in each batch that has it, so that leaving one out costs bytes and nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The names by their numbers.
const NAMES: &[&str] = &[
    "",
    "Pass",
    "Task",
    "Choice",
    "Wait",
    "Succeed",
    "Fail",
    "Parallel",
    "Map",
    "execution_arn",
    "execution_name",
    "machine_arn",
    "machine_name",
    "role_arn",
    "input",
    "start_ms",
    "error",
    "cause",
    "class",
    "Plain",
    "Heartbeat",
    "Terminal",
    "ExecutionStarted",
    "StateEntered",
    "frame",
    "kind",
    "name",
    "StateExited",
    "output",
    "next",
    "StateAborted",
    "TaskScheduled",
    "task",
    "resource",
    "region",
    "parameters",
    "credentials",
    "token",
    "timeout_seconds",
    "heartbeat_seconds",
    "TaskStarted",
    "worker",
    "TaskSubmitted",
    "TaskHeartbeat",
    "TaskSucceeded",
    "TaskFailed",
    "failure",
    "at_submission",
    "TaskTimedOut",
    "heartbeat",
    "WaitStarted",
    "until_ms",
    "RetryScheduled",
    "retrier",
    "TimerFired",
    "timer",
    "ParallelStarted",
    "BranchStarted",
    "parent",
    "index",
    "BranchSucceeded",
    "BranchFailed",
    "BranchAborted",
    "ParallelSucceeded",
    "ParallelFailed",
    "MapStarted",
    "length",
    "concurrency",
    "IterationStarted",
    "IterationSucceeded",
    "IterationFailed",
    "IterationAborted",
    "MapSucceeded",
    "MapFailed",
    "FrameFailed",
    "ExecutionSucceeded",
    "ExecutionFailed",
    "ExecutionAborted",
    "ExecutionTimedOut",
    "Lambda",
    "arn",
    "Activity",
    "Service",
    "sdk",
    "service",
    "action",
    "pattern",
    "RequestResponse",
    "Sync",
    "WaitForTaskToken",
    "Sync2",
    "scope",
    "assigned",
    "EvaluationFailed",
    "location",
    "items",
    "MapRunStarted",
    "run",
    "spec",
    "MapRunSucceeded",
    "MapRunFailed",
    "MapRunAborted",
    "MapRunRedriven",
    "count",
];

/// The numbers by their names.
static NUMBERS: LazyLock<HashMap<&str, u64>> =
    LazyLock::new(|| (0..).zip(NAMES).map(|(n, name)| (*name, n)).collect());

/// The number of a name, if it has one.
pub(super) fn number(name: &str) -> Option<u64> {
    NUMBERS.get(name).copied()
}

/// The name of a number.
pub(super) fn name(number: u64) -> Option<&'static str> {
    NAMES.get(usize::try_from(number).ok()?).copied()
}
