//! Handing an event to one target.

use std::sync::Arc;

use lirio_api::events::Target;
use lirio_api::{AwsError, Timestamp, logs, stepfunctions};
use lirio_service::{Caller, invoke_function};
use lirio_store::{Delivery, DeliveryError};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

use crate::targets::Kind;
use crate::{Events, PRINCIPAL};

/// Deliveries to targets; payload [`TargetDelivery`].
pub(crate) const DELIVERIES: &str = "events.deliveries";

/// EventBridge's defaults of a `RetryPolicy`.
const MOST_RETRIES: i64 = 185;
const MOST_AGE_SECONDS: i64 = 86_400;

/// One event on its way to one target, as both were when the event was matched.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TargetDelivery {
    pub(crate) rule_arn: String,
    pub(crate) event_id: String,
    /// What the target receives, or why that could not be made.
    pub(crate) input: Result<String, String>,
    /// Whether the event came from another bus: it does not go on to a third.
    pub(crate) hop: bool,
    pub(crate) target: Target,
}

impl TargetDelivery {
    /// A name that is the same at every attempt and differs between events, rules and targets; made of letters,
    /// digits and hyphens, and short enough to name an execution and the jobs that take its name.
    pub(crate) fn name(&self) -> String {
        let hash = |parts: &[&str]| -> String {
            let mut hasher = Sha256::new();
            for part in parts {
                hasher.update(part.as_bytes());
                hasher.update([0]);
            }
            hasher.finalize().iter().take(16).map(|b| format!("{b:02x}")).collect()
        };
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let event = if self.event_id.len() == 36 && self.event_id.chars().all(plain) {
            self.event_id.clone()
        } else {
            hash(&[&self.event_id])
        };
        format!("{event}-{}", &hash(&[&self.rule_arn, &self.target.id])[..8])
    }
}

/// Whether trying again cannot help: the request is wrong, or the target or the permission is missing.
fn is_permanent(error: &AwsError) -> bool {
    let passing = error.status >= 500
        || error.status == 429
        || error.code.contains("Throttl")
        || error.code.contains("TooManyRequests")
        || matches!(
            &*error.code,
            "ExecutionLimitExceeded" | "OperationAbortedException" | "ConflictException"
        );
    // What the platform does not serve, it will not serve a minute later.
    !passing || error.status == 501
}

impl Events {
    /// One attempt at a delivery.
    pub(crate) async fn deliver(self: Arc<Self>, message: Delivery) -> Result<(), DeliveryError> {
        let delivery: TargetDelivery = message.decode()?;
        let arn = &delivery.target.arn;
        let input = match &delivery.input {
            Ok(input) => input.clone(),
            Err(reason) => return Err(DeliveryError::Dead(format!("{arn}: {reason}"))),
        };
        let outcome = match Kind::of(arn) {
            Ok(Kind::Bus { region, bus }) => {
                return self.to_bus(&message, &delivery, &region, &bus, &input).await;
            }
            Ok(Kind::StateMachine) => self.start_execution(&delivery, input).await,
            Ok(Kind::Function) => self.invoke(&delivery, input).await,
            Ok(Kind::LogGroup(group)) => self.log(&delivery, group, input, message.enqueued_at_ms).await,
            Err(error) => Err(error),
        };
        let Err(error) = outcome else {
            tracing::debug!(event = delivery.event_id, rule = delivery.rule_arn, target = arn, "delivered");
            return Ok(());
        };
        if is_permanent(&error) {
            return Err(DeliveryError::Dead(format!("{arn}: {error}")));
        }
        let policy = delivery.target.retry_policy.clone().unwrap_or_default();
        let retries = policy.maximum_retry_attempts.unwrap_or(MOST_RETRIES);
        let age = policy.maximum_event_age_in_seconds.unwrap_or(MOST_AGE_SECONDS);
        let too_old = self.platform.now().0 > message.enqueued_at_ms.saturating_add(age.saturating_mul(1000));
        if i64::from(message.attempt) > retries || too_old {
            return Err(DeliveryError::Dead(format!("{arn}: {error} (at attempt {})", message.attempt)));
        }
        tracing::warn!(target = arn, attempt = message.attempt, %error, "a delivery failed and is tried again");
        Err(DeliveryError::Retry)
    }

    /// Starts an execution as the target's role. That it was started before is success.
    async fn start_execution(&self, delivery: &TargetDelivery, input: String) -> Result<(), AwsError> {
        let role = delivery.target.role_arn.as_deref().unwrap_or_default();
        let name = delivery.name();
        let caller = self.platform.identity()?.assume_for_service(role, PRINCIPAL, &name)?;
        let input = stepfunctions::StartExecutionInput {
            state_machine_arn: delivery.target.arn.clone(),
            name: Some(name),
            input: Some(input),
            trace_header: None,
        };
        match self.platform.door.call(&caller, stepfunctions::ops::StartExecution, input).await {
            Err(error) if error.code != "ExecutionAlreadyExists" => Err(error),
            _ => Ok(()),
        }
    }

    async fn invoke(&self, delivery: &TargetDelivery, input: String) -> Result<(), AwsError> {
        let (function, account) = (&delivery.target.arn, &self.platform.scope.account);
        invoke_function(&self.platform, PRINCIPAL, function, &delivery.rule_arn, account, input.into()).await
    }

    /// Writes the event to a log group, in a stream of its own.
    async fn log(
        &self,
        delivery: &TargetDelivery,
        group: String,
        message: String,
        at_ms: i64,
    ) -> Result<(), AwsError> {
        let caller = Caller::service(PRINCIPAL);
        let stream = delivery.name();
        let create =
            logs::CreateLogStreamRequest { log_group_name: group.clone(), log_stream_name: stream.clone() };
        match self.platform.door.call(&caller, logs::ops::CreateLogStream, create).await {
            Err(error) if error.code != "ResourceAlreadyExistsException" => return Err(error),
            _ => {}
        }
        let put = logs::PutLogEventsRequest {
            log_group_name: group,
            log_stream_name: stream,
            log_events: vec![logs::InputLogEvent { timestamp: at_ms, message }],
            ..logs::PutLogEventsRequest::default()
        };
        self.platform.door.call(&caller, logs::ops::PutLogEvents, put).await.map(|_| ())
    }

    /// Matches the event on another bus, within the commit that ends this delivery.
    async fn to_bus(
        &self,
        message: &Delivery,
        delivery: &TargetDelivery,
        region: &str,
        bus: &str,
        input: &str,
    ) -> Result<(), DeliveryError> {
        if delivery.hop {
            let reason = "events that come from another bus do not go on to a third";
            return Err(DeliveryError::Dead(format!("{}: {reason}", delivery.target.arn)));
        }
        let event: Json = serde_json::from_str(input)
            .map_err(|error| DeliveryError::Dead(format!("{}: {error}", delivery.target.arn)))?;
        let ingested = Timestamp(message.enqueued_at_ms).iso8601_seconds();
        let found = self.platform.store.read(|r| self.matched(r, region, bus, &event, &ingested, true))?;
        self.hand_over(message.seq, found).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delivery(event_id: &str, rule_arn: &str, target: &str) -> TargetDelivery {
        TargetDelivery {
            rule_arn: rule_arn.into(),
            event_id: event_id.into(),
            input: Ok("{}".into()),
            hop: false,
            target: Target { id: target.into(), ..Target::default() },
        }
    }

    #[test]
    fn names_are_stable_and_fit_jobs() {
        let uuid = "0a1b2c3d-0000-4000-8000-000000000001";
        let name = delivery(uuid, "rule", "t").name();
        assert_eq!(name, delivery(uuid, "rule", "t").name());
        assert!(name.starts_with(uuid) && name.len() == 45);
        assert_ne!(name, delivery(uuid, "rule", "u").name());
        assert_ne!(name, delivery(uuid, "other", "t").name());
        for id in ["", "not a uuid", &"x".repeat(500), "0a1b2c3d_0000_4000_8000_000000000001"] {
            let name = delivery(id, "rule", "t").name();
            assert!(
                name.len() <= 63 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
                "{name}"
            );
        }
    }

    #[test]
    fn what_is_tried_again() {
        let check = |code: &'static str, status: u16, permanent: bool| {
            assert_eq!(is_permanent(&AwsError::new(code, status, "")), permanent, "{code}");
        };
        check("AccessDeniedException", 400, true);
        check("StateMachineDoesNotExist", 400, true);
        check("InvalidExecutionInput", 400, true);
        check("NotImplemented", 501, true);
        check("ExecutionLimitExceeded", 400, false);
        check("ThrottlingException", 400, false);
        check("ServiceUnavailable", 503, false);
        check("TooManyRequestsException", 429, false);
        check("InternalFailure", 500, false);
    }
}
