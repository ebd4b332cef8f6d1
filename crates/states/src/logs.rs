//! Events of executions in CloudWatch Logs.
//!
//! What a step is to log is a message of the outbox in the commit of that step, so that after a
//! crash nothing is missing; a message whose delivery was not noted is written again.  One consumer
//! writes them in the order of the commits.

use std::sync::Arc;
use std::time::Duration;

use lirio_api::logs::{self, CreateLogStreamRequest, InputLogEvent, PutLogEventsRequest};
use lirio_api::{AwsError, Timestamp};
use lirio_asl::Record;
use lirio_service::Caller;
use lirio_store::{Delivery, DeliveryError, StoreError, Txn};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::States;
use crate::engine::Revision;
use crate::tasks::SERVICE;

/// Events to be written; payload [`Batch`].
const TOPIC: &str = "states.logs";

/// Bytes of events in one message: CloudWatch Logs takes a mebibyte at once.
const MAX_BATCH: usize = 768 * 1024;

/// Events in one message: CloudWatch Logs takes 10,000 at once.
const MAX_EVENTS: usize = 5_000;

/// An event with more bytes loses its data, as on AWS (`truncated`).
const MAX_EVENT: usize = 248 * 1024;

/// Attempts before a message goes back to the outbox, which may change the order.
const ATTEMPTS: u32 = 5;

/// Events for one log stream.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Batch {
    group: String,
    stream: String,
    /// Times in milliseconds since the epoch, and messages.
    events: Vec<(i64, String)>,
}

/// Whether a level has events of this type (developer guide, "Log levels").
fn is_logged(level: &str, event: &str) -> bool {
    let fatal = matches!(event, "ExecutionAborted" | "ExecutionFailed" | "ExecutionTimedOut");
    match level {
        "ALL" => true,
        "ERROR" => {
            fatal
                || event == "FailStateEntered"
                || ["Failed", "TimedOut", "Aborted"].iter().any(|end| event.ends_with(end))
        }
        "FATAL" => fatal,
        _ => false,
    }
}

/// What of `records` a revision logs, ready to be enqueued; nothing for most revisions.
pub(crate) fn batches(
    revision: &Revision,
    execution: &str,
    start: Timestamp,
    redrives: u64,
    records: &[Record],
) -> Vec<Batch> {
    let Some(logging) = &revision.logging else { return Vec::new() };
    let Some(group) = logging.group() else { return Vec::new() };
    let empty = || Batch { group: group.to_owned(), stream: stream(revision, start), events: Vec::new() };
    let (mut batches, mut current, mut bytes) = (Vec::new(), empty(), 0);
    for event in records.iter().filter_map(Record::history_event) {
        if !is_logged(&logging.level, &event.event_type) {
            continue;
        }
        let details = event.details.as_ref().map_or_else(
            || json!({}),
            |(name, _)| {
                let with_data = logging.include_execution_data;
                event.to_json(with_data).get_mut(name.as_str()).map_or_else(|| json!({}), Value::take)
            },
        );
        let message = |details: Value| {
            json!({
                "id": event.id.to_string(),
                "type": event.event_type,
                "details": details,
                "previous_event_id": event.previous_event_id.to_string(),
                "event_timestamp": event.timestamp_ms.to_string(),
                "execution_arn": execution,
                "redrive_count": redrives.to_string(),
            })
            .to_string()
        };
        let mut text = message(details.clone());
        if text.len() > MAX_EVENT {
            text = message(truncated(details));
        }
        if !current.events.is_empty()
            && (bytes + text.len() > MAX_BATCH || current.events.len() >= MAX_EVENTS)
        {
            batches.push(std::mem::replace(&mut current, empty()));
            bytes = 0;
        }
        bytes += text.len();
        current.events.push((event.timestamp_ms, text));
    }
    if !current.events.is_empty() {
        batches.push(current);
    }
    batches
}

/// Takes the data out of an event that is too long.
fn truncated(mut details: Value) -> Value {
    if let Some(members) = details.as_object_mut() {
        for (data, about) in [("input", "inputDetails"), ("output", "outputDetails")] {
            if members.remove(data).is_some() {
                members.insert(about.to_owned(), json!({"truncated": true}));
            }
        }
        for text in ["parameters", "cause"] {
            members.remove(text);
        }
    }
    details
}

/// `states/MACHINE/YYYY-MM-DD-hh-mm/HASH`: executions that began in the same minute share a stream.
fn stream(revision: &Revision, start: Timestamp) -> String {
    let minute: String =
        start.iso8601().chars().take(16).map(|c| if "T:".contains(c) { '-' } else { c }).collect();
    let digest = Sha256::digest(revision.arn.as_bytes());
    let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("states/{}/{minute}/{hash}", revision.name)
}

/// Enqueues what is to be logged.
pub(crate) fn enqueue(txn: &mut Txn<'_>, batches: &[Batch]) -> Result<(), StoreError> {
    batches.iter().try_for_each(|batch| txn.enqueue(TOPIC, batch).map(drop))
}

impl States {
    /// Writes what was enqueued, until the platform stops.
    pub(crate) fn start_log_writer(self: &Arc<Self>) {
        let states = self.clone();
        tokio::spawn(async move {
            let (outbox, shutdown) = (states.platform.store.outbox(TOPIC), states.platform.shutdown.clone());
            let handler = move |delivery: Delivery| {
                let states = states.clone();
                async move { states.write_logs(&delivery.decode::<Batch>()?).await }
            };
            // One at a time: events stay in the order of their commits.
            outbox.run(1, shutdown.requested(), handler).await;
        });
    }

    async fn write_logs(&self, batch: &Batch) -> Result<(), DeliveryError> {
        for attempt in 1..=ATTEMPTS {
            match self.put_logs(batch).await {
                Ok(()) => return Ok(()),
                Err(error) if error.status >= 500 => {
                    tracing::warn!(group = batch.group, %error, attempt, "events could not be logged yet");
                    tokio::time::sleep(Duration::from_millis(100) * attempt).await;
                }
                Err(error) => {
                    // The group was deleted, or the events are older than it takes.
                    tracing::warn!(group = batch.group, stream = batch.stream, %error, "events are not logged");
                    return Ok(());
                }
            }
        }
        Err(DeliveryError::Retry)
    }

    async fn put_logs(&self, batch: &Batch) -> Result<(), AwsError> {
        let (door, caller) = (&self.platform.door, Caller::service(SERVICE));
        let request = || PutLogEventsRequest {
            log_group_name: batch.group.clone(),
            log_stream_name: batch.stream.clone(),
            log_events: batch
                .events
                .iter()
                .map(|(timestamp, message)| InputLogEvent { timestamp: *timestamp, message: message.clone() })
                .collect(),
            ..PutLogEventsRequest::default()
        };
        match door.call(&caller, logs::ops::PutLogEvents, request()).await {
            Err(error) if error.code == "ResourceNotFoundException" => {}
            result => return result.map(drop),
        }
        let stream = CreateLogStreamRequest {
            log_group_name: batch.group.clone(),
            log_stream_name: batch.stream.clone(),
        };
        match door.call(&caller, logs::ops::CreateLogStream, stream).await {
            Err(error) if error.code != "ResourceAlreadyExistsException" => return Err(error),
            _ => {}
        }
        door.call(&caller, logs::ops::PutLogEvents, request()).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels() {
        let check = |event: &str, levels: [bool; 4]| {
            let found = ["ALL", "ERROR", "FATAL", "OFF"].map(|level| is_logged(level, event));
            assert_eq!(found, levels, "{event}");
        };
        check("PassStateEntered", [true, false, false, false]);
        check("TaskFailed", [true, true, false, false]);
        check("TaskSubmitFailed", [true, true, false, false]);
        check("FailStateEntered", [true, true, false, false]);
        check("ExecutionFailed", [true, true, true, false]);
        check("ExecutionSucceeded", [true, false, false, false]);
    }
}
