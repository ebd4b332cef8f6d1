//! Taking events in.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::logs::{self, *};
use lirio_service::Context;

use crate::Logs;
use crate::position::Position;
use crate::tables::{BY_TIME, BYTES, EVENTS, EventRow, OVERHEAD, Place, STREAMS};

/// Bytes of one batch, each event counted with [`OVERHEAD`].
const LARGEST: u64 = 1_048_576;
const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// Older events are rejected, whatever the group keeps.
const OLDEST_MS: i64 = 14 * DAY_MS;
/// Events further in the future are rejected.
const NEWEST_MS: i64 = 2 * HOUR_MS;
/// Numbers of one batch: more than the 10,000 events it may have.
const NUMBERS: u64 = 1 << 14;

impl Logs {
    pub(crate) async fn put_log_events(
        self: Arc<Self>,
        ctx: Context,
        input: PutLogEventsRequest,
    ) -> Result<PutLogEventsResponse, AwsError> {
        check(&input.log_events)?;
        let place = Place::new(&ctx.scope, &input.log_group_name);
        let now = ctx.now;
        ctx.commit(move |txn| {
            let name = &input.log_stream_name;
            let group = place.row(txn)?;
            let mut stream = place.stream(txn, name)?;
            let retention_ms = group.retention_days.map(|days| days * DAY_MS);
            let sorted = sort_out(&input.log_events, now.0, retention_ms);
            let batch = txn.next_sequence("logs.batches")?;
            let (mut bytes, mut first, mut last) = (0, stream.first, stream.last);
            for (index, event) in input.log_events.into_iter().enumerate() {
                if !sorted.taken.contains(&index) {
                    continue;
                }
                // The door refuses negative times.
                let time = event.timestamp.unsigned_abs();
                let position = Position::new(time, batch * NUMBERS + index as u64);
                let row = EventRow { message: event.message, ingested: now };
                bytes += row.size();
                EVENTS.put(txn, &position.key(stream.id), &row)?;
                first = Some(first.map_or(time, |f| f.min(time)));
                last = Some(last.map_or(time, |l| l.max(time)));
            }
            if bytes > 0 {
                BY_TIME.delete(txn, &place.by_time(&stream, name))?;
                (stream.first, stream.last, stream.ingested) = (first, last, Some(now));
                BY_TIME.put(txn, &place.by_time(&stream, name), &())?;
                STREAMS.put(txn, &place.key().str(name), &stream)?;
                let total = BYTES.get(txn, &place.key())?.unwrap_or(0);
                BYTES.put(txn, &place.key(), &(total + bytes))?;
            }
            Ok(PutLogEventsResponse {
                next_sequence_token: Some(format!("{batch:056}")),
                rejected_log_events_info: sorted.rejected,
                rejected_entity_info: None,
            })
        })
        .await
    }
}

/// What a batch as a whole must keep to.
fn check(events: &[InputLogEvent]) -> Result<(), AwsError> {
    let refuse = |why: String| Err(logs::errors::invalid_parameter_exception(why));
    let size: u64 = events.iter().map(|e| e.message.len() as u64 + OVERHEAD).sum();
    if size > LARGEST {
        return refuse(format!("Upload too large: {size} bytes exceeds limit of {LARGEST}"));
    }
    if events.windows(2).any(|pair| pair[0].timestamp > pair[1].timestamp) {
        return refuse(
            "Log events in a single PutLogEvents request must be in chronological order.".to_owned(),
        );
    }
    if let (Some(first), Some(last)) = (events.first(), events.last())
        && last.timestamp.saturating_sub(first.timestamp) > DAY_MS
    {
        return refuse(
            "The batch of log events in a single PutLogEvents request cannot span more than 24 hours."
                .to_owned(),
        );
    }
    Ok(())
}

struct Sorted {
    /// Indices of the events that are taken.
    taken: std::ops::Range<usize>,
    rejected: Option<RejectedLogEventsInfo>,
}

/// Which events of a batch in chronological order are taken, and what is told of the others.
fn sort_out(events: &[InputLogEvent], now_ms: i64, retention_ms: Option<i64>) -> Sorted {
    let older_than = |age: i64| events.partition_point(|e| e.timestamp < now_ms - age);
    let too_old = older_than(OLDEST_MS);
    let expired = retention_ms.map_or(0, older_than);
    let too_new = events.partition_point(|e| e.timestamp <= now_ms + NEWEST_MS);
    // The index of the last one of them, as AWS tells it.
    let last_of = |count: usize| count.checked_sub(1).and_then(|last| i64::try_from(last).ok());
    let info = RejectedLogEventsInfo {
        too_new_log_event_start_index: i64::try_from(too_new).ok().filter(|_| too_new < events.len()),
        too_old_log_event_end_index: last_of(too_old),
        expired_log_event_end_index: last_of(expired),
    };
    let rejected = (info != RejectedLogEventsInfo::default()).then_some(info);
    let start = too_old.max(expired);
    Sorted { taken: start..too_new.max(start), rejected }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(times: &[i64]) -> Vec<InputLogEvent> {
        times.iter().map(|t| InputLogEvent { timestamp: *t, message: "m".into() }).collect()
    }

    #[test]
    fn events_that_are_too_old_or_too_new_are_rejected() {
        let now = 100 * DAY_MS;
        let check =
            |times: &[i64], retention: Option<i64>, taken: std::ops::Range<usize>, told: [Option<i64>; 3]| {
                let times: Vec<i64> = times.iter().map(|t| now + t).collect();
                let sorted = sort_out(&events(&times), now, retention);
                assert_eq!(sorted.taken, taken, "{times:?}");
                let info = sorted.rejected.unwrap_or_default();
                let found = [
                    info.too_new_log_event_start_index,
                    info.too_old_log_event_end_index,
                    info.expired_log_event_end_index,
                ];
                assert_eq!(found, told, "{times:?}");
            };
        check(&[-1, 0, 1], None, 0..3, [None, None, None]);
        check(&[-OLDEST_MS - 1, -OLDEST_MS, 0], None, 1..3, [None, Some(0), None]);
        check(&[0, NEWEST_MS, NEWEST_MS + 1], None, 0..2, [Some(2), None, None]);
        check(&[-3 * DAY_MS, -2 * DAY_MS, 0], Some(DAY_MS), 2..3, [None, None, Some(1)]);
        check(&[NEWEST_MS + 1], None, 0..0, [Some(0), None, None]);
    }

    #[test]
    fn batches() {
        let refused = |events: &[InputLogEvent], words: &str| {
            assert!(check(events).unwrap_err().message.contains(words), "{words}");
        };
        refused(&events(&[2, 1]), "chronological");
        refused(&events(&[0, DAY_MS + 1]), "24 hours");
        let large = [InputLogEvent { timestamp: 0, message: "x".repeat(1_048_551) }];
        refused(&large, "Upload too large: 1048577 bytes");
        assert!(check(&events(&[0, DAY_MS])).is_ok());
    }
}
