//! Records as `GetExecutionHistory` shows them.

use serde_json::{Map, Value, json};

use crate::data::Data;
use crate::record::{Change, Failure, Record, StateType};
use crate::resource::TaskResource;

/// An event of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct HistoryEvent {
    /// When, in milliseconds since the epoch.
    pub timestamp_ms: i64,
    /// `id`, from 1.
    pub id: u64,
    /// `previousEventId`.
    pub previous_event_id: u64,
    /// `type`.
    pub event_type: String,
    /// The member with the details and its name, of the types that have one.
    pub details: Option<(String, Value)>,
}

impl HistoryEvent {
    /// The event as the JSON protocol writes it; `timestamp` is in seconds with a fraction.
    /// Without execution data, inputs, outputs and parameters are left out.
    pub fn to_json(&self, include_execution_data: bool) -> Value {
        let mut event = json!({
            "timestamp": self.timestamp_ms as f64 / 1000.0,
            "type": self.event_type,
            "id": self.id,
            "previousEventId": self.previous_event_id,
        });
        if let Some((name, details)) = &self.details {
            let mut details = details.clone();
            if let (false, Some(members)) = (include_execution_data, details.as_object_mut()) {
                for hidden in [
                    "input",
                    "inputDetails",
                    "output",
                    "outputDetails",
                    "parameters",
                    "assignedVariables",
                    "assignedVariablesDetails",
                ] {
                    members.remove(hidden);
                }
            }
            event[name.as_str()] = details;
        }
        event
    }
}

impl Record {
    /// The record's event, if the history shows it.
    pub fn history_event(&self) -> Option<HistoryEvent> {
        let ids = self.event?;
        let (event_type, details) = event_of(&self.change)?;
        let details = details.map(|(name, value)| (format!("{name}EventDetails"), value));
        Some(HistoryEvent {
            timestamp_ms: self.at_ms,
            id: ids.id,
            previous_event_id: ids.previous,
            event_type,
            details,
        })
    }
}

type Details = Option<(String, Value)>;

fn event_of(change: &Change) -> Option<(String, Details)> {
    let plain = |name: &str| Some((name.to_owned(), None));
    let iteration = |end: &str, name: &str, index: u32| {
        let details = json!({"name": name, "index": index});
        Some((format!("MapIteration{end}"), Some((format!("mapIteration{end}"), details))))
    };
    match change {
        Change::ExecutionStarted(started) => {
            let mut details = with_input(&started.input);
            details.insert("roleArn".into(), started.role_arn.clone().into());
            Some(("ExecutionStarted".into(), Some(("executionStarted".into(), details.into()))))
        }
        Change::StateEntered { kind, name, input, .. } => {
            let mut details = with_input(input);
            details.insert("name".into(), name.clone().into());
            Some((format!("{}StateEntered", prefix(*kind)), Some(("stateEntered".into(), details.into()))))
        }
        Change::StateExited { kind, name, output, assigned, .. } => {
            let mut details = with_output(output);
            details.insert("name".into(), name.clone().into());
            if let Some(assigned) = assigned {
                let texts = assigned.iter().map(|(name, data)| (name.clone(), Value::from(data.text())));
                details.insert("assignedVariables".into(), texts.collect());
                details.insert("assignedVariablesDetails".into(), json!({"truncated": false}));
            }
            Some((format!("{}StateExited", prefix(*kind)), Some(("stateExited".into(), details.into()))))
        }
        Change::StateAborted { kind, .. } => Some((format!("{}StateAborted", prefix(*kind)), None)),
        Change::TaskScheduled { .. } => Some(scheduled(change)),
        Change::TaskStarted { resource, worker, .. } => Some(match resource {
            // The event of a Lambda function has no details at all.
            TaskResource::Lambda { .. } => ("LambdaFunctionStarted".into(), None),
            TaskResource::Activity { .. } => {
                let details = worker.as_ref().map_or_else(|| json!({}), |name| json!({"workerName": name}));
                ("ActivityStarted".into(), Some(("activityStarted".into(), details)))
            }
            TaskResource::Service(_) => task_event(resource, "Started", Map::new()),
        }),
        Change::TaskSubmitted { resource, output, .. } => {
            Some(task_event(resource, "Submitted", with_output(output)))
        }
        Change::TaskSucceeded { resource, output, .. } => {
            Some(task_event(resource, "Succeeded", with_output(output)))
        }
        Change::TaskFailed { resource, failure, at_submission, .. } => {
            let end = if *at_submission { "SubmitFailed" } else { "Failed" };
            Some(task_event(resource, end, with_failure(failure)))
        }
        Change::TaskTimedOut { resource, .. } => {
            let error = Map::from_iter([("error".to_owned(), Value::from("States.Timeout"))]);
            Some(task_event(resource, "TimedOut", error))
        }
        Change::ParallelStarted { .. } => plain("ParallelStateStarted"),
        Change::ParallelSucceeded { .. } => plain("ParallelStateSucceeded"),
        Change::ParallelFailed { .. } => plain("ParallelStateFailed"),
        Change::MapStarted { length, .. } => {
            Some(("MapStateStarted".into(), Some(("mapStateStarted".into(), json!({"length": length})))))
        }
        Change::EvaluationFailed { name, location, failure, .. } => {
            let mut details = with_failure(failure);
            details.insert("state".into(), name.clone().into());
            if let Some(location) = location {
                details.insert("location".into(), location.clone().into());
            }
            Some(("EvaluationFailed".into(), Some(("evaluationFailed".into(), details.into()))))
        }
        Change::MapRunStarted { arn, .. } => {
            Some(("MapRunStarted".into(), Some(("mapRunStarted".into(), json!({"mapRunArn": arn})))))
        }
        Change::MapRunRedriven { arn, count, .. } => {
            let details = json!({"mapRunArn": arn, "redriveCount": count});
            Some(("MapRunRedriven".into(), Some(("mapRunRedriven".into(), details))))
        }
        Change::MapRunSucceeded { .. } => plain("MapRunSucceeded"),
        Change::MapRunFailed { failure, .. } => {
            Some(("MapRunFailed".into(), Some(("mapRunFailed".into(), with_failure(failure).into()))))
        }
        Change::MapRunAborted { .. } => plain("MapRunAborted"),
        Change::MapSucceeded { .. } => plain("MapStateSucceeded"),
        Change::MapFailed { .. } => plain("MapStateFailed"),
        Change::IterationStarted { name, index, .. } => iteration("Started", name, *index),
        Change::IterationSucceeded { name, index, .. } => iteration("Succeeded", name, *index),
        Change::IterationFailed { name, index, .. } => iteration("Failed", name, *index),
        Change::IterationAborted { name, index, .. } => iteration("Aborted", name, *index),
        Change::ExecutionSucceeded { output } => {
            let details = with_output(output).into();
            Some(("ExecutionSucceeded".into(), Some(("executionSucceeded".into(), details))))
        }
        Change::ExecutionFailed { failure } => {
            Some(("ExecutionFailed".into(), Some(("executionFailed".into(), with_failure(failure).into()))))
        }
        Change::ExecutionAborted { failure } => {
            Some(("ExecutionAborted".into(), Some(("executionAborted".into(), with_failure(failure).into()))))
        }
        Change::ExecutionRedriven { count } => {
            let details = json!({"redriveCount": count});
            Some(("ExecutionRedriven".into(), Some(("executionRedriven".into(), details))))
        }
        Change::ExecutionTimedOut => {
            Some(("ExecutionTimedOut".into(), Some(("executionTimedOut".into(), json!({})))))
        }
        Change::TaskHeartbeat { .. }
        | Change::WaitStarted { .. }
        | Change::RetryScheduled { .. }
        | Change::TimerFired { .. }
        | Change::BranchStarted { .. }
        | Change::BranchSucceeded { .. }
        | Change::BranchFailed { .. }
        | Change::BranchAborted { .. }
        | Change::FrameFailed { .. } => None,
    }
}

fn scheduled(change: &Change) -> (String, Details) {
    let Change::TaskScheduled {
        resource,
        region,
        parameters,
        credentials,
        timeout_seconds,
        heartbeat_seconds,
        ..
    } = change
    else {
        return (String::new(), None);
    };
    let mut details = match resource {
        TaskResource::Lambda { arn } | TaskResource::Activity { arn } => {
            let mut details = with_input(parameters);
            details.insert("resource".into(), arn.clone().into());
            details
        }
        TaskResource::Service(_) => Map::from_iter([
            ("region".to_owned(), Value::from(region.clone())),
            ("parameters".to_owned(), Value::from(parameters.text())),
        ]),
    };
    if let Some(seconds) = timeout_seconds {
        details.insert("timeoutInSeconds".into(), (*seconds).into());
    }
    if let (Some(seconds), false) = (heartbeat_seconds, matches!(resource, TaskResource::Lambda { .. })) {
        details.insert("heartbeatInSeconds".into(), (*seconds).into());
    }
    let role = credentials.as_ref().and_then(|c| c.value().get("RoleArn").cloned());
    if let (Some(role), false) = (role, matches!(resource, TaskResource::Activity { .. })) {
        details.insert("taskCredentials".into(), json!({"roleArn": role}));
    }
    task_event(resource, "Scheduled", details)
}

fn task_event(resource: &TaskResource, end: &str, mut details: Map<String, Value>) -> (String, Details) {
    let (event, member) = match resource {
        TaskResource::Lambda { .. } => ("LambdaFunction", "lambdaFunction"),
        TaskResource::Activity { .. } => ("Activity", "activity"),
        TaskResource::Service(service) => {
            details.insert("resource".into(), service.resource().into());
            details.insert("resourceType".into(), service.resource_type().into());
            ("Task", "task")
        }
    };
    (format!("{event}{end}"), Some((format!("{member}{end}"), details.into())))
}

fn with_input(input: &Data) -> Map<String, Value> {
    Map::from_iter([
        ("input".to_owned(), Value::from(input.text())),
        ("inputDetails".to_owned(), json!({"truncated": false})),
    ])
}

fn with_output(output: &Data) -> Map<String, Value> {
    Map::from_iter([
        ("output".to_owned(), Value::from(output.text())),
        ("outputDetails".to_owned(), json!({"truncated": false})),
    ])
}

fn with_failure(failure: &Failure) -> Map<String, Value> {
    let mut details = Map::new();
    if let Some(error) = &failure.error {
        details.insert("error".into(), error.clone().into());
    }
    if let Some(cause) = &failure.cause {
        details.insert("cause".into(), cause.clone().into());
    }
    details
}

fn prefix(kind: StateType) -> &'static str {
    match kind {
        StateType::Pass => "Pass",
        StateType::Task => "Task",
        StateType::Choice => "Choice",
        StateType::Wait => "Wait",
        StateType::Succeed => "Succeed",
        StateType::Fail => "Fail",
        StateType::Parallel => "Parallel",
        StateType::Map => "Map",
    }
}
