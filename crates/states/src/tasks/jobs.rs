//! `.sync`: following what a task started until it ends, and stopping it when nobody waits.

use std::sync::Arc;
use std::time::Duration;

use lirio_api::sagemaker::{self, DescribeTrainingJobRequest, StopTrainingJobRequest};
use lirio_api::stepfunctions::{self, DescribeExecutionInput, StopExecutionInput};
use lirio_api::{AwsError, Operation, OperationType, Shaped as _, Value};
use lirio_asl::Pattern;
use lirio_store::DeliveryError;
use serde_json::Value as Json;
use tokio::sync::Notify;
use tokio::time::Instant;

use super::bridge::Times;
use super::call::Call;
use super::errors::TaskFailure;
use crate::States;
use crate::tables::Cancel;

/// The pause after an answer that was not held and told nothing new, or after trouble.
const PAUSE: Duration = Duration::from_secs(1);

/// Attempts to stop a job before it is left alone.
const STOP_ATTEMPTS: u32 = 10;

impl Call<'_> {
    /// Waits for the end of what was submitted; none if nobody waits for it any more.
    pub(super) async fn follow(&self, cancelled: &Notify) -> Result<Option<Json>, TaskFailure> {
        let following = async {
            match self.integration.operation().map(|operation| operation.service.id) {
                Some("stepfunctions") => self.follow_execution().await,
                Some(_) => self.follow_training_job().await,
                // The answer of the call is what the job came to.
                None => Ok(self.task.submitted.as_ref().map_or(Json::Null, |data| data.value().clone())),
            }
        };
        tokio::select! {
            ended = following => ended.map(Some),
            () = cancelled.notified() => Ok(None),
            () = self.states.platform.shutdown.requested() => Ok(None),
        }
    }

    async fn follow_training_job(&self) -> Result<Json, TaskFailure> {
        let name = self.task.parameters.value()["TrainingJobName"].as_str().unwrap_or_default();
        let input = DescribeTrainingJobRequest { training_job_name: name.to_owned() };
        let operation = <sagemaker::ops::DescribeTrainingJob as OperationType>::OPERATION;
        let mut last: Option<[Option<String>; 2]> = None;
        loop {
            let asked = Instant::now();
            // SageMaker holds the answer until the job's status changes.
            let described = self.described(operation, input.clone().into_value()).await?;
            let text = |member: &str| described.pointer(&[member]).and_then(Value::as_str).map(str::to_owned);
            let status = [text("TrainingJobStatus"), text("SecondaryStatus")];
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
        let service = cancel.resource.as_service().map_or("", |service| service.service.as_str());
        if service == "states" {
            let execution_arn = child(&cancel.execution, cancel.task, &cancel.parameters);
            let input = StopExecutionInput { execution_arn, error: None, cause: None };
            door.call(&caller, stepfunctions::ops::StopExecution, input).await.map(drop)
        } else {
            let training_job_name =
                cancel.parameters["TrainingJobName"].as_str().unwrap_or_default().to_owned();
            door.call(&caller, sagemaker::ops::StopTrainingJob, StopTrainingJobRequest { training_job_name })
                .await
                .map(drop)
        }
    }
}
