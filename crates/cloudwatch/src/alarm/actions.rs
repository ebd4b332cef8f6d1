//! What alarms do when they change state.
//!
//! Functions are invoked, as `lambda.alarms.cloudwatch.amazonaws.com` and if their policy lets it.  Every other
//! action is stored and shown as AWS does, and each time it would be carried out the alarm's history says that
//! it failed, and why: the services behind them are not on this platform.

use lirio_api::{AwsError, Timestamp};
use lirio_service::{Platform, invoke_function};
use lirio_store::{Delivery, DeliveryError, StoreError, Txn};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::history::{self, Subject};
use super::state::{configuration, state_shown, time};
use super::{AlarmRow, StateRow};

const TOPIC: &str = "cloudwatch.actions";
const PRINCIPAL: &str = "lambda.alarms.cloudwatch.amazonaws.com";
/// Attempts at a function that is not to be reached.
const ATTEMPTS: u32 = 8;

#[derive(Debug, Serialize, Deserialize)]
struct Action {
    alarm: Subject,
    alarm_arn: String,
    /// What is to be done.
    arn: String,
    state: String,
    payload: Json,
}

/// Sends the actions of the state that the alarm is in now.
pub(crate) fn enqueue(
    txn: &mut Txn<'_>,
    row: &AlarmRow,
    old: &StateRow,
    now: Timestamp,
) -> Result<(), StoreError> {
    if !row.actions_enabled {
        return Ok(());
    }
    for arn in row.actions(row.state.value) {
        let action = Action {
            alarm: Subject::of(row),
            alarm_arn: row.arn(),
            arn: arn.clone(),
            state: row.state.value.name().to_owned(),
            payload: payload(row, old, now),
        };
        txn.enqueue(TOPIC, &action)?;
    }
    Ok(())
}

/// What a function gets (CloudWatch User Guide, "Invoke a Lambda function from an alarm").
fn payload(row: &AlarmRow, old: &StateRow, now: Timestamp) -> Json {
    json!({
        "source": "aws.cloudwatch",
        "alarmArn": row.arn(),
        "accountId": row.scope.account,
        "time": time(now),
        "region": row.scope.region,
        "alarmData": {
            "alarmName": row.name(),
            "state": state_shown(&row.state),
            "previousState": state_shown(old),
            "configuration": configuration(row),
        },
    })
}

pub(crate) fn start(platform: &Platform) {
    let (platform, shutdown) = (platform.clone(), platform.shutdown.clone());
    let outbox = platform.store.outbox(TOPIC);
    tokio::spawn(async move {
        let ended = async move { shutdown.requested().await };
        outbox.run(4, ended, move |delivery| carry_out(platform.clone(), delivery)).await;
    });
}

async fn carry_out(platform: Platform, delivery: Delivery) -> Result<(), DeliveryError> {
    let action: Action = delivery.decode()?;
    let outcome = match action.arn.split(':').nth(2) {
        Some("lambda") => invoke(&platform, &action).await,
        service => Err(AwsError::not_served(format_args!(
            "An alarm action of {}",
            service.filter(|s| !s.is_empty()).unwrap_or("an unknown service")
        ))),
    };
    if let Err(error) = &outcome
        && error.status >= 500
        && error.status != 501
        && delivery.attempt < ATTEMPTS
    {
        return Err(DeliveryError::Retry);
    }
    let error = outcome.err().map(|error| error.to_string());
    if let Some(error) = &error {
        tracing::warn!(alarm = action.alarm.name, action = action.arn, error, "an alarm's action failed");
    }
    let now = platform.now();
    let seq = delivery.seq;
    let written = platform.store.commit(move |txn| {
        if !txn.ack(seq)? {
            return Ok(());
        }
        let summary = match error {
            None => format!("Successfully executed action {}", action.arn),
            Some(_) => format!("Failed to execute action {}", action.arn),
        };
        let mut data = json!({
            "version": "1.0",
            "actionState": if error.is_none() { "Succeeded" } else { "Failed" },
            "stateUpdateTimestamp": delivery.enqueued_at_ms,
            "notificationResource": action.arn,
            "stateValue": action.state,
        });
        if let Some(error) = error {
            data["error"] = json!(error);
        }
        history::write(txn, &action.alarm, now, "Action", summary, &data)
    });
    written.await.map_err(|error: StoreError| DeliveryError::from(error))
}

async fn invoke(platform: &Platform, action: &Action) -> Result<(), AwsError> {
    let (payload, account) = (action.payload.to_string().into(), &action.alarm.scope.account);
    invoke_function(platform, PRINCIPAL, &action.arn, &action.alarm_arn, account, payload).await
}
