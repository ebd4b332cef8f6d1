//! One stream's events, page by page.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::logs::*;
use lirio_service::Context;
use lirio_store::{KeyRange, Order, Read, StoreError};

use crate::Logs;
use crate::position::{Cursor, Position};
use crate::tables::{EVENTS, EventRow, Place};

/// Events of a page at most.
pub(crate) const MOST: usize = 10_000;
/// Bytes of a page, as AWS counts them.
pub(crate) const PAGE_BYTES: u64 = 1 << 20;
/// Rows fetched at a time: they may be large, and a page ends with its bytes.
const CHUNK: usize = 64;

impl Logs {
    pub(crate) async fn get_log_events(
        self: Arc<Self>,
        ctx: Context,
        input: GetLogEventsRequest,
    ) -> Result<GetLogEventsResponse, AwsError> {
        let place =
            Place::of(&ctx.scope, input.log_group_name.as_deref(), input.log_group_identifier.as_deref())?;
        let cursor = input.next_token.as_deref().map(Cursor::parse).transpose()?;
        let limit = input.limit.and_then(|n| usize::try_from(n).ok()).unwrap_or(MOST).clamp(1, MOST);
        let start = position_of(input.start_time.unwrap_or(0));
        let end = input.end_time.map(position_of);
        let from_head = input.start_from_head.unwrap_or(false);
        let forward = match cursor {
            Some(Cursor::Forward(_)) => true,
            Some(Cursor::Backward(_)) => false,
            None => from_head,
        };
        let (stream, mut events) = self.platform.store.read(|r| {
            let stream = place.stream(r, &input.log_stream_name)?;
            let mut range =
                KeyRange::prefix(&lirio_store::Key::new().u64(stream.id)).from(&start.key(stream.id));
            if let Some(end) = end {
                range = range.before(&end.key(stream.id));
            }
            match cursor {
                Some(Cursor::Forward(at)) => range = range.after(&at.key(stream.id)),
                Some(Cursor::Backward(at)) => range = range.before(&at.key(stream.id)),
                None => {}
            }
            let order = if forward { Order::Ascending } else { Order::Descending };
            Ok::<_, AwsError>((stream.id, page(r, stream.id, range, order, limit)?))
        })?;
        debug_assert!(events.iter().all(|(at, _)| at.key(stream) >= start.key(stream)));
        if !forward {
            events.reverse();
        }
        let (next_forward, next_backward) = match (events.first(), events.last(), cursor) {
            (Some((first, _)), Some((last, _)), _) => (*last, *first),
            // At an end the token is the one that was given, and the other way nothing is passed over.
            (_, _, Some(Cursor::Forward(at))) => (at, at.after()),
            (_, _, Some(Cursor::Backward(at))) => (at.before(), at),
            _ => (Position(0), Position(0)),
        };
        Ok(GetLogEventsResponse {
            events: Some(events.into_iter().map(|(at, row)| shown(at, row)).collect()),
            next_forward_token: Some(Cursor::Forward(next_forward).to_string()),
            next_backward_token: Some(Cursor::Backward(next_backward).to_string()),
        })
    }
}

/// Before all events of this time.
pub(crate) fn position_of(time_ms: i64) -> Position {
    Position::new(u64::try_from(time_ms).unwrap_or(0), 0)
}

/// Events of a range until the page is full; one at least, if there is one.
fn page(
    read: &(impl Read + ?Sized),
    stream: u64,
    mut range: KeyRange,
    order: Order,
    limit: usize,
) -> Result<Vec<(Position, EventRow)>, StoreError> {
    let (mut events, mut bytes) = (Vec::new(), 0);
    loop {
        let wanted = CHUNK.min(limit - events.len());
        let rows = EVENTS.scan(read, range.clone(), order, wanted)?;
        let exhausted = rows.len() < wanted;
        for (key, row) in rows {
            bytes += row.size();
            if bytes > PAGE_BYTES && !events.is_empty() {
                return Ok(events);
            }
            events.push((Position::of_key(&key)?, row));
        }
        let Some((last, _)) = events.last() else { return Ok(events) };
        if exhausted || events.len() == limit {
            return Ok(events);
        }
        range = match order {
            Order::Ascending => range.after(&last.key(stream)),
            Order::Descending => range.before(&last.key(stream)),
        };
    }
}

fn shown(at: Position, row: EventRow) -> OutputLogEvent {
    OutputLogEvent {
        timestamp: Some(at.time()),
        message: Some(row.message),
        ingestion_time: Some(row.ingested.0),
    }
}
