//! Invocations: waited for, handed over, or only asked about.

use std::sync::Arc;

use base64::Engine as _;
use bytes::Bytes;
use lirio_api::lambda::{InvocationRequest, InvocationResponse, errors};
use lirio_api::{AwsError, Body};
use lirio_service::{Context, Scope};
use lirio_store::{Delivery, DeliveryError, StoreError};

use crate::Lambda;
use crate::names::{LATEST, function_name};
use crate::rows::{ASYNC, AsyncRow, function};

/// The largest payload of an invocation that is waited for, and of one that is not, in bytes.
const MOST_WAITED: u64 = 6_291_456;
const MOST_EVENT: u64 = 1_048_576;
/// An event is tried once, and twice more.
const ATTEMPTS: u32 = 3;
/// How long the next attempt waits after a failure of the function, doubled each time; minutes on AWS.
const FIRST_DELAY_MS: i64 = 100;
/// How long an event is kept that the platform cannot run, in milliseconds: AWS's `MaximumEventAgeInSeconds`.
const MOST_AGE_MS: i64 = 6 * 3600 * 1000;

impl Lambda {
    pub(crate) async fn invoke(
        self: Arc<Self>,
        ctx: Context,
        input: InvocationRequest,
    ) -> Result<InvocationResponse, AwsError> {
        let name = function_name(&ctx.scope, &input.function_name, input.qualifier.as_deref())?;
        if input.tenant_id.is_some() || input.durable_execution_name.is_some() {
            return Err(AwsError::not_served("Tenants and durable executions of Lambda"));
        }
        let row = ctx.platform.store.read(|read| function(read, &ctx.scope, &name))?;
        let kind = input.invocation_type.as_deref().unwrap_or("RequestResponse");
        let answer = |status| InvocationResponse {
            status_code: Some(status),
            executed_version: Some(LATEST.to_owned()),
            ..InvocationResponse::default()
        };
        if kind == "DryRun" {
            return Ok(InvocationResponse { executed_version: None, ..answer(204) });
        }
        let limit = if kind == "Event" { MOST_EVENT } else { MOST_WAITED };
        let payload = payload(input.payload, limit).await?;
        if kind == "Event" {
            let message = AsyncRow {
                region: ctx.scope.region.to_string(),
                name,
                request_id: ctx.request_id.to_string(),
                client_context: input.client_context,
                payload: String::from_utf8(payload.to_vec()).map_err(|_| {
                    errors::invalid_request_content_exception(
                        "Could not parse request body into json: it is not UTF-8",
                    )
                })?,
                failures: 0,
                accepted_ms: ctx.now.0,
            };
            ctx.commit(move |txn| txn.enqueue(ASYNC, &message).map_err(AwsError::from)).await?;
            return Ok(InvocationResponse { executed_version: None, ..answer(202) });
        }
        let outcome = self.pool.invoke(&row, &ctx.request_id, input.client_context, payload).await?;
        let log_result = match input.log_type.as_deref() {
            Some("Tail") => {
                let tail = outcome.tail.await.unwrap_or_default();
                Some(base64::engine::general_purpose::STANDARD.encode(tail))
            }
            _ => None,
        };
        Ok(InvocationResponse {
            function_error: outcome.failed.then(|| "Unhandled".to_owned()),
            log_result,
            payload: Body::from_bytes(outcome.payload),
            ..answer(200)
        })
    }

    /// Delivers one invocation that nobody waits for.
    pub(crate) async fn deliver(self: Arc<Self>, delivery: Delivery) -> Result<(), DeliveryError> {
        let message: AsyncRow = delivery.decode()?;
        let scope = Scope { region: message.region.as_str().into(), ..self.platform.scope.clone() };
        let found = self.platform.store.read(|read| function(read, &scope, &message.name));
        let row = match found {
            Ok(row) => row,
            Err(error) if error.status == 404 => return Err(DeliveryError::Dead(error.to_string())),
            Err(error) => return self.platform_failed(&message, &error),
        };
        let payload = Bytes::from(message.payload.clone());
        let context = message.client_context.clone();
        match self.pool.invoke(&row, &message.request_id, context, payload).await {
            Ok(outcome) if outcome.failed => {
                self.function_failed(&delivery, message, &String::from_utf8_lossy(&outcome.payload)).await
            }
            Ok(_) => Ok(()),
            // What no later attempt can change: a role that is gone, code that is none.
            Err(error) if error.status < 500 && error.status != 429 => {
                self.function_failed(&delivery, message, &error.to_string()).await
            }
            Err(error) => self.platform_failed(&message, &error),
        }
    }

    /// Counts an attempt that the function failed, and orders the next in the same commit, if there is one.
    async fn function_failed(
        &self,
        delivery: &Delivery,
        message: AsyncRow,
        reason: &str,
    ) -> Result<(), DeliveryError> {
        let failures = message.failures + 1;
        if failures >= ATTEMPTS {
            let reason = reason.chars().take(1000).collect::<String>();
            return Err(DeliveryError::Dead(format!("{ATTEMPTS} attempts failed: {reason}")));
        }
        let due = self.platform.now().0 + (FIRST_DELAY_MS << (failures - 1));
        let (seq, again) = (delivery.seq, AsyncRow { failures, ..message });
        let timer = format!("lambda.async/{}/{}", again.request_id, failures);
        let ordered = self.platform.store.commit(move |txn| {
            // Without the message, an earlier delivery has ordered it already.
            if txn.ack(seq)? {
                txn.set_timer(&timer, due, ASYNC, &again)?;
            }
            Ok::<_, StoreError>(())
        });
        Ok(ordered.await?)
    }

    /// The platform or its load is at fault, not the function: no room, say.  This does not use up the attempts.
    fn platform_failed(&self, message: &AsyncRow, error: &AwsError) -> Result<(), DeliveryError> {
        let age = self.platform.now().0 - message.accepted_ms;
        if message.accepted_ms > 0 && age > MOST_AGE_MS {
            return Err(DeliveryError::Dead(format!("not run within six hours: {error}")));
        }
        tracing::warn!(function = message.name, %error, detail = error.detail, "an event waits: it cannot be run now");
        Err(DeliveryError::Retry)
    }
}

async fn payload(body: Body, limit: u64) -> Result<Bytes, AwsError> {
    let too_large = || {
        errors::request_too_large_exception(format!(
            "Request must be smaller than {limit} bytes for the InvokeFunction operation"
        ))
    };
    if body.length().is_some_and(|length| length > limit) {
        return Err(too_large());
    }
    let bytes = match body.collect(limit).await {
        Ok(bytes) => bytes,
        Err(lirio_api::BodyError::TooLong(_)) => return Err(too_large()),
        Err(error) => return Err(error.into()),
    };
    if bytes.is_empty() {
        return Ok(Bytes::from_static(b"{}"));
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(&bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(errors::invalid_request_content_exception(format!(
            "Could not parse request body into json: {error}"
        ))),
    }
}
