//! Events of many streams of a group, by time, as far as they match.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::logs::{self, *};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order, Read, StoreError};

use crate::Logs;
use crate::pattern::Pattern;
use crate::position::{Position, parse_filter_token};
use crate::read::{MOST, PAGE_BYTES, position_of};
use crate::tables::{EVENTS, EventRow, Place, STREAMS, StreamRow, last_name};

/// Events looked at for one page; the next one goes on behind them.
const LOOKED_AT: usize = 100_000;
/// Rows fetched at a time from one stream, and from all together if there are many.
const CHUNK: usize = 64;
const CHUNKS: usize = 4096;

impl Logs {
    pub(crate) async fn filter_log_events(
        self: Arc<Self>,
        ctx: Context,
        input: FilterLogEventsRequest,
    ) -> Result<FilterLogEventsResponse, AwsError> {
        let place =
            Place::of(&ctx.scope, input.log_group_name.as_deref(), input.log_group_identifier.as_deref())?;
        let pattern = Pattern::parse(input.filter_pattern.as_deref().unwrap_or_default())?;
        let names = input.log_stream_names.filter(|names| !names.is_empty());
        if names.is_some() && input.log_stream_name_prefix.is_some() {
            return Err(logs::errors::invalid_parameter_exception(
                "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.",
            ));
        }
        if let (Some(start), Some(end)) = (input.start_time, input.end_time)
            && start > end
        {
            return Err(logs::errors::invalid_parameter_exception("startTime must not be after endTime."));
        }
        let limit = input.limit.and_then(|n| usize::try_from(n).ok()).unwrap_or(MOST).clamp(1, MOST);
        let span = Span {
            from: position_of(input.start_time.unwrap_or(0)),
            after: input.next_token.as_deref().map(parse_filter_token).transpose()?,
            // The end's own millisecond is in it.
            until: input.end_time.map(|end| position_of(end.saturating_add(1))),
        };
        let store = self.platform.store.clone();
        // A search may look at many events.
        tokio::task::spawn_blocking(move || {
            store.read(|r| {
                let streams = chosen(r, &place, names, input.log_stream_name_prefix.as_deref())?;
                search(r, streams, &span, &pattern, limit)
            })
        })
        .await
        .map_err(AwsError::internal)?
    }
}

struct Span {
    from: Position,
    after: Option<Position>,
    until: Option<Position>,
}

impl Span {
    fn range(&self, stream: u64) -> KeyRange {
        let mut range = KeyRange::prefix(&Key::new().u64(stream)).from(&self.from.key(stream));
        if let Some(after) = self.after {
            range = range.after(&after.key(stream));
        }
        match self.until {
            Some(until) => range.before(&until.key(stream)),
            None => range,
        }
    }

    /// Whether the stream has any time in it.
    fn touches(&self, row: &StreamRow) -> bool {
        let (Some(first), Some(last)) = (row.first, row.last) else { return false };
        Position::new(last, u64::MAX) >= self.from
            && self.until.is_none_or(|until| Position::new(first, 0) < until)
    }
}

fn chosen(
    read: &(impl Read + ?Sized),
    place: &Place,
    names: Option<Vec<String>>,
    prefix: Option<&str>,
) -> Result<Vec<(String, StreamRow)>, AwsError> {
    place.row(read)?;
    if let Some(names) = names {
        return names.into_iter().map(|name| place.stream(read, &name).map(|row| (name, row))).collect();
    }
    let key = place.key();
    let key = prefix.map_or_else(|| key.clone(), |prefix| key.clone().str_prefix(prefix));
    let rows = STREAMS.scan(read, KeyRange::prefix(&key), Order::Ascending, usize::MAX)?;
    Ok(rows
        .into_iter()
        .map(|(key, row)| Ok((last_name(&key)?, row)))
        .collect::<Result<Vec<_>, StoreError>>()?)
}

/// A stream on its way through the search: rows at hand, and where the rest begins.
struct Source {
    name: String,
    id: u64,
    rows: VecDeque<(Position, EventRow)>,
    rest: Option<KeyRange>,
}

impl Source {
    fn fill(&mut self, read: &(impl Read + ?Sized), chunk: usize) -> Result<(), StoreError> {
        let Some(range) = self.rest.take() else { return Ok(()) };
        let rows = EVENTS.scan(read, range.clone(), Order::Ascending, chunk)?;
        let full = rows.len() == chunk;
        for (key, row) in rows {
            self.rows.push_back((Position::of_key(&key)?, row));
        }
        if full && let Some((last, _)) = self.rows.back() {
            self.rest = Some(range.after(&last.key(self.id)));
        }
        Ok(())
    }
}

fn search(
    read: &(impl Read + ?Sized),
    streams: Vec<(String, StreamRow)>,
    span: &Span,
    pattern: &Pattern,
    limit: usize,
) -> Result<FilterLogEventsResponse, AwsError> {
    let mut sources: Vec<Source> = streams
        .into_iter()
        .filter(|(_, row)| span.touches(row))
        .map(|(name, row)| Source { name, id: row.id, rows: VecDeque::new(), rest: Some(span.range(row.id)) })
        .collect();
    let chunk = (CHUNKS / sources.len().max(1)).clamp(1, CHUNK);
    let mut heap = BinaryHeap::new();
    for (index, source) in sources.iter_mut().enumerate() {
        source.fill(read, chunk)?;
        heap.extend(source.rows.front().map(|(at, _)| Reverse((*at, index))));
    }
    let (mut events, mut bytes, mut looked_at, mut last) = (Vec::new(), 0, 0, None);
    let mut next_token = None;
    while let Some(Reverse((at, index))) = heap.pop() {
        if events.len() == limit || looked_at == LOOKED_AT || bytes >= PAGE_BYTES {
            next_token = last.map(Position::digits);
            break;
        }
        let source = &mut sources[index];
        let Some((_, row)) = source.rows.pop_front() else { continue };
        if source.rows.is_empty() {
            source.fill(read, chunk)?;
        }
        heap.extend(source.rows.front().map(|(at, _)| Reverse((*at, index))));
        looked_at += 1;
        last = Some(at);
        if pattern.matches(&row.message) {
            bytes += row.size();
            events.push(FilteredLogEvent {
                log_stream_name: Some(source.name.clone()),
                timestamp: Some(at.time()),
                message: Some(row.message),
                ingestion_time: Some(row.ingested.0),
                event_id: Some(at.digits()),
            });
        }
    }
    // AWS answers this list, empty, since 2020.
    Ok(FilterLogEventsResponse { events: Some(events), searched_log_streams: Some(Vec::new()), next_token })
}
