//! `SendTaskSuccess`, `SendTaskFailure` and `SendTaskHeartbeat`: what comes back with a token.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lirio_api::AwsError;
use lirio_api::stepfunctions::{
    SendTaskFailureInput, SendTaskFailureOutput, SendTaskHeartbeatInput, SendTaskHeartbeatOutput,
    SendTaskSuccessInput, SendTaskSuccessOutput, errors,
};
use lirio_asl::{Input, TaskId};
use lirio_service::Context;

use crate::States;
use crate::engine::FeedError;
use crate::executions::payload;
use crate::tables::{TOKENS, execution_key};

impl States {
    /// `SendTaskSuccess`.
    pub(crate) async fn send_task_success(
        self: Arc<Self>,
        ctx: Context,
        input: SendTaskSuccessInput,
    ) -> Result<SendTaskSuccessOutput, AwsError> {
        let output = payload(&input.output)
            .map_err(|why| errors::invalid_output(format!("Invalid Output: '{why}'")))?;
        if output.is_too_large() {
            return Err(errors::invalid_output("Invalid Output: 'The output has more than 262144 bytes'"));
        }
        self.answer(&ctx, &input.task_token, |task| Input::TaskSucceeded { task, output }).await?;
        Ok(SendTaskSuccessOutput {})
    }

    /// `SendTaskFailure`.
    pub(crate) async fn send_task_failure(
        self: Arc<Self>,
        ctx: Context,
        input: SendTaskFailureInput,
    ) -> Result<SendTaskFailureOutput, AwsError> {
        let SendTaskFailureInput { task_token, error, cause } = input;
        let failed = |task| Input::TaskFailed { task, error, cause, at_submission: false };
        self.answer(&ctx, &task_token, failed).await?;
        Ok(SendTaskFailureOutput {})
    }

    /// `SendTaskHeartbeat`.
    pub(crate) async fn send_task_heartbeat(
        self: Arc<Self>,
        ctx: Context,
        input: SendTaskHeartbeatInput,
    ) -> Result<SendTaskHeartbeatOutput, AwsError> {
        self.answer(&ctx, &input.task_token, |task| Input::TaskHeartbeat { task }).await?;
        Ok(SendTaskHeartbeatOutput {})
    }

    /// Puts an answer into the execution that the token is of.
    async fn answer(
        self: &Arc<Self>,
        ctx: &Context,
        token: &str,
        input: impl FnOnce(TaskId) -> Input,
    ) -> Result<(), AwsError> {
        let found = ctx.read(|reader| TOKENS.get(reader, &execution_key(token)))?;
        let Some(row) = found else {
            return Err(if is_token(token) {
                errors::task_does_not_exist("Task Does Not Exist: 'Provided task does not exist'")
            } else {
                errors::invalid_token("Invalid Token: 'Invalid token'")
            });
        };
        match self.feed_for(ctx, &row.execution, input(row.task), None).await {
            Ok(()) => Ok(()),
            Err(FeedError::Platform(error)) => Err(error),
            Err(FeedError::NoExecution | FeedError::Refused(_)) => {
                Err(errors::task_timed_out("Task Timed Out: 'Provided task does not exist anymore'"))
            }
        }
    }
}

/// Whether a text looks like a token: 256 bits in Base64.
fn is_token(text: &str) -> bool {
    STANDARD.decode(text).is_ok_and(|bytes| bytes.len() == 32)
}
