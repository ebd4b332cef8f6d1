//! `.sync`: following what a task started until it ends, and stopping it when nobody waits.

use std::sync::Arc;
use std::time::Duration;

use lirio_api::stepfunctions::{self, DescribeExecutionInput, StopExecutionInput};
use lirio_api::{AwsError, Fields, Operation, OperationType, Shaped as _, Value};
use lirio_asl::Pattern;
use lirio_store::DeliveryError;
use serde_json::Value as Json;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::bridge::{Times, pascal};
use super::call::Call;
use super::errors::TaskFailure;
use crate::States;
use crate::tables::Cancel;

/// The pause after an answer that was not held and told nothing new, or after trouble.
const PAUSE: Duration = Duration::from_secs(1);

/// Attempts to stop a job before it is left alone.
const STOP_ATTEMPTS: u32 = 10;

/// A kind of SageMaker's jobs: the operations on one, and the members that name it and say how it is.
struct Kind {
    create: &'static str,
    describe: &'static str,
    stop: &'static str,
    name: &'static str,
    status: &'static str,
}

const KINDS: &[Kind] = &[
    Kind {
        create: "CreateTrainingJob",
        describe: "DescribeTrainingJob",
        stop: "StopTrainingJob",
        name: "TrainingJobName",
        status: "TrainingJobStatus",
    },
    Kind {
        create: "CreateProcessingJob",
        describe: "DescribeProcessingJob",
        stop: "StopProcessingJob",
        name: "ProcessingJobName",
        status: "ProcessingJobStatus",
    },
    Kind {
        create: "CreateTransformJob",
        describe: "DescribeTransformJob",
        stop: "StopTransformJob",
        name: "TransformJobName",
        status: "TransformJobStatus",
    },
];

impl Kind {
    /// The kind that an operation creates.
    fn of(create: &str) -> Option<&'static Self> {
        KINDS.iter().find(|kind| kind.create == create)
    }

    /// An operation on the job that a task's parameters name, with its input.
    fn on(&self, operation: &str, parameters: &Json) -> Option<(&'static Operation, Value)> {
        let mut input = Fields::new();
        input.push(self.name, Value::from(parameters[self.name].as_str().unwrap_or_default()));
        Some((lirio_api::operation("sagemaker", operation)?, Value::Map(input)))
    }
}

impl Call<'_> {
    /// Waits for the end of what was submitted; none if nobody waits for it any more.
    pub(super) async fn follow(&self, cancelled: &Notify) -> Result<Option<Json>, TaskFailure> {
        let following = async {
            let operation = self.integration.operation();
            match operation.map(|operation| (operation.service.id, Kind::of(operation.name))) {
                Some(("stepfunctions", _)) => self.follow_execution().await,
                Some((_, Some(kind))) => self.follow_job(kind).await,
                // The answer of the call is what the job came to.
                _ => Ok(self.task.submitted.as_ref().map_or(Json::Null, |data| data.value().clone())),
            }
        };
        tokio::select! {
            ended = following => ended.map(Some),
            () = cancelled.notified() => Ok(None),
            () = self.states.platform.shutdown.requested() => Ok(None),
        }
    }

    async fn follow_job(&self, kind: &Kind) -> Result<Json, TaskFailure> {
        let parameters = self.task.parameters.value();
        let (operation, input) = kind.on(kind.describe, parameters).ok_or_else(|| {
            TaskFailure::new("States.Runtime", format!("There is no operation {}", kind.describe))
        })?;
        let mut last: Option<[Option<String>; 2]> = None;
        loop {
            let asked = Instant::now();
            // SageMaker holds the answer until the job's status changes.
            let described = self.described(operation, input.clone()).await?;
            let text = |member: &str| described.pointer(&[member]).and_then(Value::as_str).map(str::to_owned);
            let status = [text(kind.status), text("SecondaryStatus")];
            match status[0].as_deref() {
                Some("Completed") => return self.json(operation, described, Times::Millis).await,
                Some("Failed" | "Stopped") => {
                    let job = self.json(operation, described, Times::Millis).await?;
                    return Err(TaskFailure::new("States.TaskFailed", job.to_string()));
                }
                _ => {}
            }
            if last.as_ref() == Some(&status) && asked.elapsed() < PAUSE {
                tokio::time::sleep(PAUSE).await;
            }
            last = Some(status);
        }
    }

    async fn follow_execution(&self) -> Result<Json, TaskFailure> {
        // The answer is recorded before anything is followed; without it, the name is still known.
        let submitted = self.task.submitted.as_ref().and_then(|o| o.value()["ExecutionArn"].as_str());
        let arn = match submitted {
            Some(arn) => arn.to_owned(),
            None => self.child(),
        };
        let operation = <stepfunctions::ops::DescribeExecution as OperationType>::OPERATION;
        loop {
            let ended = self.states.live.on_finish(&arn);
            let input = DescribeExecutionInput { execution_arn: arn.clone(), included_data: None };
            let described = self.described(operation, input.into_value()).await?;
            let status =
                described.pointer(&["status"]).and_then(Value::as_str).unwrap_or_default().to_owned();
            if status != "RUNNING" {
                let mut result = self.json(operation, described, Times::Millis).await?;
                tidy(&mut result, self.task.resource.pattern());
                return match status.as_str() {
                    "SUCCEEDED" => Ok(result),
                    _ => Err(TaskFailure::new("States.TaskFailed", result.to_string())),
                };
            }
            if ended.await.is_err() {
                tokio::time::sleep(PAUSE).await;
            }
        }
    }

    fn child(&self) -> String {
        child(self.arn, self.task.task, self.task.parameters.value())
    }

    /// Describes what runs; trouble of the platform passes, an error of the caller does not.
    async fn described(&self, operation: &'static Operation, input: Value) -> Result<Value, TaskFailure> {
        loop {
            match self.states.platform.door.call_value(self.caller, operation, input.clone()).await {
                Ok(value) => return Ok(value),
                Err(error) if error.status >= 500 => {
                    tracing::warn!(execution = self.arn, operation = operation.name, %error, "asked again");
                    tokio::time::sleep(PAUSE).await;
                }
                Err(error) => return Err(TaskFailure::of(&self.integration, &error)),
            }
        }
    }
}

/// The ARN of a task's child execution.
fn child(arn: &str, task: lirio_asl::TaskId, parameters: &Json) -> String {
    let machine = parameters["StateMachineArn"].as_str().unwrap_or_default();
    let name = parameters["Name"].as_str().map_or_else(|| super::stable_name(arn, task), str::to_owned);
    crate::arn::of_execution(machine, &name)
}

/// Shapes the description of a child as the integration does.
fn tidy(result: &mut Json, pattern: Pattern) {
    let Some(members) = result.as_object_mut() else { return };
    if pattern == Pattern::Sync2 {
        for name in ["Input", "Output"] {
            if let Some(parsed) =
                members.get(name).and_then(Json::as_str).and_then(|t| serde_json::from_str(t).ok())
            {
                members.insert(name.to_owned(), parsed);
            }
        }
    }
}

impl States {
    /// Stops a job or child execution that nobody waits for any more.
    pub(crate) async fn cancel_job(
        self: &Arc<Self>,
        cancel: &Cancel,
        attempt: u32,
    ) -> Result<(), DeliveryError> {
        if self.live.is_running(&cancel.execution, cancel.task) {
            // The call that starts the job may still be on its way.
            return Err(DeliveryError::Retry);
        }
        match self.stop_job(cancel).await {
            Ok(()) => Ok(()),
            Err(error) if error.status >= 500 && attempt < STOP_ATTEMPTS => Err(DeliveryError::Retry),
            Err(error) => {
                // Most often the job has ended, or was never started.
                tracing::info!(execution = cancel.execution, task = cancel.task, %error, "nothing was stopped");
                Ok(())
            }
        }
    }

    async fn stop_job(&self, cancel: &Cancel) -> Result<(), AwsError> {
        let caller = self.caller(&cancel.role_arn, &cancel.name)?;
        let door = &self.platform.door;
        let Some(service) = cancel.resource.as_service() else { return Ok(()) };
        if service.service == "states" {
            let execution_arn = child(&cancel.execution, cancel.task, &cancel.parameters);
            let input = StopExecutionInput { execution_arn, error: None, cause: None };
            door.call(&caller, stepfunctions::ops::StopExecution, input).await.map(drop)
        } else {
            let stop =
                Kind::of(&pascal(&service.action)).and_then(|kind| kind.on(kind.stop, &cancel.parameters));
            // What the host of the platform serves besides has nothing to be stopped.
            let Some((operation, input)) = stop else { return Ok(()) };
            door.call_value(&caller, operation, input).await.map(drop)
        }
    }
}
