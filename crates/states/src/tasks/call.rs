//! The call of a task: parameters in, the answer as the integration shapes it out.

use std::sync::Arc;

use lirio_api::{BodyError, Operation, Timestamp, Value};
use lirio_asl::ScheduleTask;
use lirio_service::Caller;
use serde_json::{Value as Json, json};

use super::bridge::{self, Times};
use super::errors::TaskFailure;
use super::integration::Integration;
use super::{lambda, reissue, stable_name};
use crate::States;
use crate::integrations::IntegrationCall;

/// A task about to be called.
pub(super) struct Call<'a> {
    pub(super) states: &'a Arc<States>,
    /// The execution.
    pub(super) arn: &'a str,
    pub(super) task: &'a ScheduleTask,
    pub(super) integration: Integration<'a>,
    /// The execution's role.
    pub(super) caller: &'a Caller,
    /// Whether a former process may have made this call.
    pub(super) again: bool,
}

impl Call<'_> {
    /// Makes the call.
    pub(super) async fn answer(&self) -> Result<Json, TaskFailure> {
        let parameters = self.task.parameters.value();
        match self.integration {
            Integration::Function { arn } => lambda::function(self, arn, parameters).await,
            Integration::Extra { resource } => {
                let call = IntegrationCall {
                    resource: resource.clone(),
                    parameters: parameters.clone(),
                    caller: self.caller.clone(),
                    execution_arn: self.arn.to_owned(),
                    state_name: self.task.state_name.clone(),
                    retry_count: self.task.retry_count,
                };
                let answer = self.states.integrations.call(call).await;
                answer.map_err(|error| TaskFailure::new(error.error, error.cause))
            }
            Integration::Sdk { operation } => {
                let output = self.operation(operation, parameters).await?;
                self.json(operation, output, Times::Iso).await
            }
            Integration::Optimised { operation } => match operation.service.id {
                "lambda" => lambda::invoke(self, parameters).await,
                "events" => self.put_events(operation, parameters).await,
                "stepfunctions" => {
                    let mut parameters = parameters.clone();
                    if let Some(members) = parameters.as_object_mut() {
                        // A name of our own makes a second call find the first one's execution.
                        members.entry("Name").or_insert_with(|| stable_name(self.arn, self.task.task).into());
                    }
                    let output = self.operation(operation, &parameters).await?;
                    let length = output.to_json().to_string().len();
                    Ok(with_metadata(
                        self.json(operation, output, Times::Millis).await?,
                        "application/x-amz-json-1.0",
                        length,
                        self.states.platform.now(),
                    ))
                }
                _ => {
                    let output = self.operation(operation, parameters).await?;
                    let length = output.to_json().to_string().len();
                    Ok(with_metadata(
                        self.json(operation, output, Times::Millis).await?,
                        "application/x-amz-json-1.1",
                        length,
                        self.states.platform.now(),
                    ))
                }
            },
        }
    }

    /// Calls an operation with a task's parameters.
    pub(super) async fn operation(
        &self,
        operation: &'static Operation,
        parameters: &Json,
    ) -> Result<Value, TaskFailure> {
        let input = bridge::to_input(parameters, operation.input).map_err(|error| {
            let state = &self.task.state_name;
            let cause = format!(
                "An error occurred while executing the state '{state}'. The Parameters '{parameters}' could not be used to start the Task: [{error}]"
            );
            TaskFailure::new("States.Runtime", cause)
        })?;
        self.call_value(operation, input).await.map_err(|error| TaskFailure::of(&self.integration, &error))
    }

    /// Calls an operation with its input as it is; a call that was made before is recognised.
    pub(super) async fn call_value(
        &self,
        operation: &'static Operation,
        input: Value,
    ) -> Result<Value, lirio_api::AwsError> {
        let door = &self.states.platform.door;
        let kept = self.again.then(|| input.clone());
        match (door.call_value(self.caller, operation, input).await, kept) {
            (Err(error), Some(input)) => reissue::adopt(self, operation, &input, error).await,
            (result, _) => result,
        }
    }

    /// An operation's output as the task's result.
    pub(super) async fn json(
        &self,
        operation: &'static Operation,
        output: Value,
        times: Times,
    ) -> Result<Json, TaskFailure> {
        bridge::from_output(output, operation.output, times).await.map_err(|error| self.body_failure(&error))
    }

    /// Why a streamed answer could not be read.
    pub(super) fn body_failure(&self, error: &BodyError) -> TaskFailure {
        match error {
            BodyError::TooLong(_) => TaskFailure::new(
                "States.DataLimitExceeded",
                format!(
                    "The state/task '{}' returned a result with a size exceeding the maximum number of bytes service limit.",
                    self.task.state_name
                ),
            ),
            error => TaskFailure::new("States.TaskFailed", error.to_string()),
        }
    }

    /// `events:putEvents`: entries that the bus refuses fail the task, and every entry names the
    /// execution and its machine among its resources.
    async fn put_events(
        &self,
        operation: &'static Operation,
        parameters: &Json,
    ) -> Result<Json, TaskFailure> {
        let mut parameters = parameters.clone();
        let machine = self.task.context["StateMachine"]["Id"].clone();
        for entry in
            parameters["Entries"].as_array_mut().into_iter().flatten().filter_map(Json::as_object_mut)
        {
            let resources = entry.entry("Resources").or_insert_with(|| json!([]));
            if let Some(resources) = resources.as_array_mut() {
                resources.extend([json!(self.arn), machine.clone()]);
            }
        }
        let output = self.operation(operation, &parameters).await?;
        let output = self.json(operation, output, Times::Millis).await?;
        match output["FailedEntryCount"].as_i64() {
            None | Some(0) => Ok(output),
            Some(_) => Err(TaskFailure::new("EventBridge.FailedEntry", output.to_string())),
        }
    }
}

/// Adds what the hand-made integrations tell about the HTTP answer, as it would be over HTTP.
pub(super) fn with_metadata(mut result: Json, content_type: &str, length: usize, now: Timestamp) -> Json {
    let (request_id, length, date) = (lirio_service::request_id(), length.to_string(), now.http_date());
    if let Some(members) = result.as_object_mut() {
        members.insert(
            "SdkHttpMetadata".to_owned(),
            json!({
                "AllHttpHeaders": {
                    "x-amzn-RequestId": [request_id],
                    "connection": ["keep-alive"],
                    "Content-Length": [length],
                    "Date": [date],
                    "Content-Type": [content_type],
                },
                "HttpHeaders": {
                    "connection": "keep-alive",
                    "Content-Length": length,
                    "Content-Type": content_type,
                    "Date": date,
                    "x-amzn-RequestId": request_id,
                },
                "HttpStatusCode": 200,
            }),
        );
        members.insert("SdkResponseMetadata".to_owned(), json!({ "RequestId": request_id }));
    }
    result
}
