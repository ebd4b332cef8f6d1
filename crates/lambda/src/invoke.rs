//! Invocations: waited for, handed over, or only asked about.

use std::sync::Arc;

use base64::Engine as _;
use bytes::Bytes;
use lirio_api::lambda::{InvocationRequest, InvocationResponse, errors};
use lirio_api::{AwsError, Body};
use lirio_service::{Context, Scope};
use lirio_store::{Delivery, DeliveryError};

use crate::Lambda;
use crate::names::{LATEST, function_name};
use crate::rows::{ASYNC, AsyncRow, function};

/// The largest payload of an invocation that is waited for, and of one that is not, in bytes.
const MOST_WAITED: u64 = 6_291_456;
const MOST_EVENT: u64 = 1_048_576;
/// An event is tried once, and twice more.
const ATTEMPTS: u32 = 3;

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
                region: ctx.scope.region.clone(),
                name,
                request_id: ctx.request_id.to_string(),
                client_context: input.client_context,
                payload: String::from_utf8(payload.to_vec()).map_err(|_| {
                    errors::invalid_request_content_exception(
                        "Could not parse request body into json: it is not UTF-8",
                    )
                })?,
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
        let scope = Scope { region: message.region, ..self.platform.scope.clone() };
        let found = self.platform.store.read(|read| function(read, &scope, &message.name));
        let row = match found {
            Ok(row) => row,
            Err(error) if error.status == 404 => return Err(DeliveryError::Dead(error.to_string())),
            Err(error) => return retry(&delivery, &error.to_string()),
        };
        let payload = Bytes::from(message.payload);
        match self.pool.invoke(&row, &message.request_id, message.client_context, payload).await {
            Ok(outcome) if outcome.failed => retry(&delivery, &String::from_utf8_lossy(&outcome.payload)),
            Ok(_) => Ok(()),
            // The platform or its load is at fault, not the function: this does not use up the attempts.
            Err(error) if error.status == 429 => Err(DeliveryError::Retry),
            Err(error) => retry(&delivery, &error.to_string()),
        }
    }
}

fn retry(delivery: &Delivery, reason: &str) -> Result<(), DeliveryError> {
    if delivery.attempt < ATTEMPTS {
        return Err(DeliveryError::Retry);
    }
    Err(DeliveryError::Dead(format!(
        "{ATTEMPTS} attempts failed: {}",
        reason.chars().take(1000).collect::<String>()
    )))
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
