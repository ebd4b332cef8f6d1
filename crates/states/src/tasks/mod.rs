//! Running a task: calling what its resource names, as the execution's role, and reporting.

pub(crate) mod bridge;
mod call;
mod errors;
pub(crate) mod integration;
mod jobs;
mod lambda;
mod reissue;

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sts::{self, AssumeRoleRequest};
use lirio_asl::{Data, Input, Pattern, ScheduleTask, TaskId, TaskResource};
use lirio_service::Caller;
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use tokio::sync::Notify;

use crate::States;
use call::Call;
use errors::TaskFailure;
use integration::Integration;

/// How long the credentials of a task's own role are good: the shortest that STS gives.
const CREDENTIALS_SECONDS: i64 = 900;

/// Who Step Functions is to IAM.
pub(crate) const SERVICE: &str = "states.amazonaws.com";

/// Takes the note that a task runs away again, however the task ends.
struct Running {
    states: Arc<States>,
    arn: String,
    task: TaskId,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.states.live.task_ended(&self.arn, self.task);
    }
}

/// How a task ended.
pub(crate) enum End {
    /// With a result or an error, to be put into the execution.
    Reported(Input),
    /// Its token is out, or nobody waits for it any more.
    Left,
}

impl States {
    /// Starts a task that was scheduled; a task that runs already is left alone.
    pub(crate) fn spawn_task(self: &Arc<Self>, arn: &str, task: ScheduleTask, again: bool) {
        if let TaskResource::Activity { arn } = &task.resource {
            // A worker takes it from the queue, or has taken it and will answer.
            self.workers.queued(arn);
            return;
        }
        if task.submitted.is_some() && task.resource.pattern() == Pattern::WaitForTaskToken {
            // Whoever has the token will answer.
            return;
        }
        let Some(cancelled) = self.live.task_runs(arn, task.task) else { return };
        let running = Running { states: self.clone(), arn: arn.to_owned(), task: task.task };
        tokio::spawn(async move {
            let end = running.states.run_task(&running.arn, &task, again, &cancelled).await;
            if let End::Reported(input) = end {
                let failed = matches!(input, Input::TaskFailed { .. });
                if failed && running.states.platform.shutdown.is_requested() {
                    // The failure may be that of a platform that stops; a restart calls again.
                    return;
                }
                running.states.feed_until_kept(&running.arn, input).await;
            }
        });
    }

    /// Calls what a task names, and says what became of it.
    pub(crate) async fn run_task(
        self: &Arc<Self>,
        arn: &str,
        task: &ScheduleTask,
        again: bool,
        cancelled: &Notify,
    ) -> End {
        match self.try_task(arn, task, again, cancelled).await {
            Ok(end) => end,
            Err(failure) => End::Reported(Input::TaskFailed {
                task: task.task,
                error: Some(failure.error),
                cause: Some(failure.cause),
                at_submission: failure.at_submission,
            }),
        }
    }

    async fn try_task(
        self: &Arc<Self>,
        arn: &str,
        task: &ScheduleTask,
        again: bool,
        cancelled: &Notify,
    ) -> Result<End, TaskFailure> {
        let pattern = task.resource.pattern();
        let integration = Integration::of(&task.resource, self.integrations.as_ref())
            .map_err(|message| TaskFailure::new("States.Runtime", message))?;
        let execution = |member: &str| task.context["Execution"][member].as_str().unwrap_or_default();
        let caller = self
            .caller(execution("RoleArn"), execution("Name"))
            .map_err(|error| TaskFailure::new("States.Permissions", error.message))?;
        let caller = match task.credentials.as_ref().and_then(|data| data.value()["RoleArn"].as_str()) {
            None => caller,
            Some(role_arn) => self
                .assumed(&caller, role_arn, execution("Name"))
                .await
                .map_err(|error| TaskFailure::new("States.Permissions", error.message))?,
        };
        let call = Call { states: self, arn, task, integration, caller: &caller, again };
        if task.submitted.is_none() {
            let answer = call.answer().await.map_err(|failure| match pattern {
                Pattern::RequestResponse => failure,
                _ => failure.at_submission(),
            })?;
            let output = data(answer)?;
            if pattern == Pattern::RequestResponse {
                return Ok(End::Reported(Input::TaskSucceeded { task: task.task, output }));
            }
            let input = Input::TaskSubmitted { task: task.task, output };
            if !self.feed_until_kept(arn, input).await || pattern == Pattern::WaitForTaskToken {
                // A job that was started for an execution which ended meanwhile is stopped by the
                // message that the end of the execution left (`engine::persist`).
                return Ok(End::Left);
            }
        }
        match call.follow(cancelled).await? {
            Some(result) => {
                Ok(End::Reported(Input::TaskSucceeded { task: task.task, output: data(result)? }))
            }
            None => Ok(End::Left),
        }
    }

    /// The role that a task's `Credentials` name, which must trust the execution's role.
    async fn assumed(&self, caller: &Caller, role_arn: &str, name: &str) -> Result<Caller, AwsError> {
        let input = AssumeRoleRequest {
            role_arn: role_arn.to_owned(),
            role_session_name: session_name(name),
            duration_seconds: Some(CREDENTIALS_SECONDS),
            ..AssumeRoleRequest::default()
        };
        let refused = |error: AwsError| {
            let role = caller.principal.role_arn(&self.platform.scope.partition).unwrap_or_default();
            let message =
                format!("The role {role} is not authorized to assume the task state's role, {role_arn}.");
            AwsError::access_denied(message).because(error)
        };
        let answer = self.platform.door.call(caller, sts::ops::AssumeRole, input).await.map_err(refused)?;
        let key = answer.credentials.map(|credentials| credentials.access_key_id).unwrap_or_default();
        let credential = self.platform.identity()?.credential(&key)?;
        let credential = credential.ok_or_else(|| AwsError::internal("a session was not kept"))?;
        Ok(Caller { principal: credential.principal, access_key: Some(key), ..caller.clone() })
    }

    /// The execution's role as a caller, which may wait for changes.
    pub(crate) fn caller(&self, role_arn: &str, name: &str) -> Result<Caller, AwsError> {
        let caller = self.platform.identity()?.assume_for_service(role_arn, SERVICE, &session_name(name))?;
        Ok(Caller { may_wait: true, ..caller })
    }
}

fn data(value: Json) -> Result<Data, TaskFailure> {
    Data::from_value(value).map_err(|error| TaskFailure::new("States.Runtime", error.to_string()))
}

/// A session name of 2 to 64 of IAM's characters from an execution's name.
fn session_name(name: &str) -> String {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_+=,.@-".contains(c);
    let name: String = name.chars().map(|c| if allowed(c) { c } else { '-' }).take(64).collect();
    if name.len() < 2 { format!("{name}-execution") } else { name }
}

/// A name that is the same whenever a task is issued, as a UUID is written.
fn stable_name(arn: &str, task: TaskId) -> String {
    let digest = Sha256::digest(format!("{arn}/{task}"));
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, expected) in [("run-1", "run-1"), ("a", "a-execution"), ("é x", "--x")] {
            assert_eq!(session_name(name), expected);
        }
        assert_eq!(session_name(&"x".repeat(80)).len(), 64);
        assert_eq!(stable_name("arn", 1), stable_name("arn", 1));
        assert_ne!(stable_name("arn", 1), stable_name("arn", 2));
        assert_eq!(stable_name("arn", 1).len(), 36);
    }
}
