//! `PutEvents` and `TestEventPattern`.

use std::sync::Arc;

use lirio_api::events::{
    PutEventsRequest, PutEventsRequestEntry, PutEventsResponse, PutEventsResultEntry,
    TestEventPatternRequest, TestEventPatternResponse, errors::invalid_event_pattern_exception,
};
use lirio_api::{AwsError, Timestamp};
use lirio_event_pattern::{Pattern, check_event};
use lirio_service::topics::{self, BusEvent};
use lirio_service::{Context, Scope};
use serde_json::Value as Json;

use crate::Events;
use crate::buses::find_bus;
use crate::names::bus_name;

/// The most bytes of all entries of a request, and of one event.
const MOST_BYTES: usize = 256 * 1024;

/// Why one entry is refused, in AWS's words.
#[derive(Debug, PartialEq, Eq)]
struct Refused {
    code: &'static str,
    message: String,
}

/// Size of an entry as EventBridge counts it.
fn size(entry: &PutEventsRequestEntry) -> usize {
    let text = |text: &Option<String>| text.as_ref().map_or(0, String::len);
    entry.time.map_or(0, |_| 14)
        + text(&entry.source)
        + text(&entry.detail_type)
        + text(&entry.detail)
        + entry.resources.iter().flatten().map(String::len).sum::<usize>()
}

/// The event of an entry.
fn event(entry: PutEventsRequestEntry, scope: &Scope, now: Timestamp) -> Result<BusEvent, Refused> {
    let required = |name: &str, value: Option<String>| {
        value.filter(|v| !v.is_empty()).ok_or_else(|| Refused {
            code: "InvalidArgument",
            message: format!("Parameter {name} is not valid. Reason: {name} is a required argument."),
        })
    };
    let source = required("Source", entry.source)?;
    if source.starts_with("aws.") {
        return Err(Refused {
            code: "NotAuthorizedForSourceException",
            message: "Not authorized for the source.".to_owned(),
        });
    }
    let detail_type = required("DetailType", entry.detail_type)?;
    let detail = required("Detail", entry.detail)?;
    let detail = match serde_json::from_str(&detail) {
        Ok(detail @ Json::Object(_)) => detail,
        _ => return Err(Refused { code: "MalformedDetail", message: "Detail is malformed.".to_owned() }),
    };
    let resources = entry.resources.unwrap_or_default();
    let mut event = BusEvent::new(scope, entry.time.unwrap_or(now), &source, &detail_type, resources, detail);
    event.bus = bus_name(entry.event_bus_name.as_deref());
    Ok(event)
}

impl Events {
    pub(crate) async fn put_events(
        self: Arc<Self>,
        ctx: Context,
        input: PutEventsRequest,
    ) -> Result<PutEventsResponse, AwsError> {
        if input.endpoint_id.is_some() {
            return Err(AwsError::not_served("PutEvents to a global endpoint (EndpointId)"));
        }
        if input.entries.iter().map(size).sum::<usize>() > MOST_BYTES {
            return Err(AwsError::validation("Total size of the entries in the request is over the limit."));
        }
        let mut accepted = Vec::new();
        let mut failed = 0;
        let mut entries = Vec::with_capacity(input.entries.len());
        for entry in input.entries {
            match event(entry, &ctx.scope, ctx.now) {
                Ok(event) => {
                    let event_id = event.event["id"].as_str().map(str::to_owned);
                    entries.push(PutEventsResultEntry { event_id, ..PutEventsResultEntry::default() });
                    // AWS accepts events for a bus that does not exist, and they go nowhere.
                    if ctx.read(|r| find_bus(r, &ctx.scope.region, &event.bus))?.is_some() {
                        accepted.push(event);
                    } else {
                        tracing::warn!(bus = event.bus, "an event for a bus that does not exist was dropped");
                    }
                }
                Err(Refused { code, message }) => {
                    failed += 1;
                    entries.push(PutEventsResultEntry {
                        event_id: None,
                        error_code: Some(code.to_owned()),
                        error_message: Some(message),
                    });
                }
            }
        }
        if !accepted.is_empty() {
            ctx.commit(move |txn| {
                for event in &accepted {
                    txn.enqueue(topics::EVENTS, event)?;
                }
                Ok(())
            })
            .await?;
        }
        Ok(PutEventsResponse { failed_entry_count: Some(failed), entries: Some(entries) })
    }

    pub(crate) async fn test_event_pattern(
        self: Arc<Self>,
        _: Context,
        input: TestEventPatternRequest,
    ) -> Result<TestEventPatternResponse, AwsError> {
        let pattern = Pattern::parse(&input.event_pattern)
            .map_err(|error| invalid_event_pattern_exception(error.to_string()))?;
        let event: Json = serde_json::from_str(&input.event)
            .map_err(|error| AwsError::validation("Parameter Event is not valid.").because(error))?;
        check_event(&event).map_err(|error| AwsError::validation(error.to_string()))?;
        Ok(TestEventPatternResponse { result: Some(pattern.matches(&event)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(source: &str, detail_type: &str, detail: &str) -> PutEventsRequestEntry {
        let given = |text: &str| (text != "-").then(|| text.to_owned());
        PutEventsRequestEntry {
            source: given(source),
            detail_type: given(detail_type),
            detail: given(detail),
            ..PutEventsRequestEntry::default()
        }
    }

    #[test]
    fn entries_are_judged_one_by_one() {
        let scope = Scope { partition: "aws".into(), region: "r".into(), account: "000000000000".into() };
        let check = |source: &str, detail_type: &str, detail: &str, expected: Option<&str>| {
            let refused = event(entry(source, detail_type, detail), &scope, Timestamp(0)).err();
            assert_eq!(refused.as_ref().map(|r| r.code), expected, "{refused:?}");
        };
        check("my.app", "Order", "{}", None);
        check("-", "Order", "{}", Some("InvalidArgument"));
        check("", "Order", "{}", Some("InvalidArgument"));
        check("my.app", "-", "{}", Some("InvalidArgument"));
        check("my.app", "Order", "-", Some("InvalidArgument"));
        check("my.app", "Order", "{", Some("MalformedDetail"));
        check("my.app", "Order", "[1]", Some("MalformedDetail"));
        check("aws.s3", "Order", "{}", Some("NotAuthorizedForSourceException"));
    }
}
