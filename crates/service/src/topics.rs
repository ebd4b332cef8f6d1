//! Topics of the store's outbox through which services hand work to each other, and their payloads.

use serde::{Deserialize, Serialize};

/// Events for an event bus; payload [`BusEvent`].  Consumed by EventBridge.
pub const EVENTS: &str = "events";

/// Audit records ([`crate::AuditEvent`]) that a trail selects.  Consumed by CloudTrail.
pub const AUDIT: &str = "audit";

/// States that CloudWatch's alarms went to; payload [`AlarmState`].  Consumed by SageMaker.
///
/// Sent only while somebody consumes it ([`lirio_store::Txn::is_consumed`]): the consumer takes the topic's
/// outbox before CloudWatch starts, and reads the alarms that it watches then (`DescribeAlarms`).
pub const ALARM_STATES: &str = "alarm-states";

/// An alarm that changed its state.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AlarmState {
    /// Where the alarm is.
    pub scope: crate::Scope,
    /// The alarm's name.
    pub name: String,
    /// The alarm's ARN.
    pub arn: String,
    /// `OK`, `ALARM` or `INSUFFICIENT_DATA`.
    pub state: String,
    /// When it changed.
    pub at: lirio_api::Timestamp,
}

/// An event on its way to a bus, in EventBridge's envelope.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BusEvent {
    /// The bus; `default` for events of AWS services.
    pub bus: String,
    /// The envelope: `version`, `id`, `detail-type`, `source`, `account`, `time`, `region`, `resources`, `detail`.
    pub event: serde_json::Value,
}

impl BusEvent {
    /// An event of an AWS service on the default bus.
    pub fn new(
        scope: &crate::Scope,
        now: lirio_api::Timestamp,
        source: &str,
        detail_type: &str,
        resources: Vec<String>,
        detail: serde_json::Value,
    ) -> Self {
        Self {
            bus: "default".to_owned(),
            event: serde_json::json!({
                "version": "0",
                "id": crate::uuid_v4(),
                "detail-type": detail_type,
                "source": source,
                "account": scope.account,
                "time": now.iso8601_seconds(),
                "region": scope.region,
                "resources": resources,
                "detail": detail,
            }),
        }
    }
}
