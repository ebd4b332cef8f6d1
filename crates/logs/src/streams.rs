//! Log streams.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::logs::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};

use crate::Logs;
use crate::groups::after_token;
use crate::position::invalid_token;
use crate::tables::{BY_TIME, BYTES, EVENTS, Place, STREAMS, StreamRow, last_name};

/// Events summed up at a time when a stream goes.
const CHUNK: usize = 1000;

impl Logs {
    pub(crate) async fn create_log_stream(
        self: Arc<Self>,
        ctx: Context,
        input: CreateLogStreamRequest,
    ) -> Result<Unit, AwsError> {
        let place = Place::new(&ctx.scope, &input.log_group_name);
        let now = ctx.now;
        ctx.commit(move |txn| {
            place.row(txn)?;
            let key = place.key().str(&input.log_stream_name);
            if STREAMS.exists(txn, &key)? {
                return Err(logs::errors::resource_already_exists_exception(
                    "The specified log stream already exists",
                ));
            }
            let id = txn.next_sequence("logs.streams")?;
            let row = StreamRow { id, created: now, first: None, last: None, ingested: None };
            STREAMS.put(txn, &key, &row)?;
            BY_TIME.put(txn, &place.by_time(&row, &input.log_stream_name), &())?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn delete_log_stream(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteLogStreamRequest,
    ) -> Result<Unit, AwsError> {
        let place = Place::new(&ctx.scope, &input.log_group_name);
        ctx.commit(move |txn| {
            let name = &input.log_stream_name;
            let row = place.stream(txn, name)?;
            STREAMS.delete(txn, &place.key().str(name))?;
            BY_TIME.delete(txn, &place.by_time(&row, name))?;
            let events = Key::new().u64(row.id);
            let (mut bytes, mut last) = (0, None);
            loop {
                let rows = EVENTS.scan_prefix(txn, &events, last.as_ref(), CHUNK)?;
                bytes += rows.iter().map(|(_, event)| event.size()).sum::<u64>();
                match rows.into_iter().next_back() {
                    Some((key, _)) => last = Some(key),
                    None => break,
                }
            }
            EVENTS.delete_prefix(txn, &events)?;
            let total = BYTES.get(txn, &place.key())?.unwrap_or(0);
            BYTES.put(txn, &place.key(), &total.saturating_sub(bytes))?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn describe_log_streams(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeLogStreamsRequest,
    ) -> Result<DescribeLogStreamsResponse, AwsError> {
        let place =
            Place::of(&ctx.scope, input.log_group_name.as_deref(), input.log_group_identifier.as_deref())?;
        let by_time = input.order_by.as_deref() == Some("LastEventTime");
        let prefix = input.log_stream_name_prefix.as_deref();
        if by_time && prefix.is_some() {
            return Err(logs::errors::invalid_parameter_exception(
                "Cannot order by LastEventTime with a logStreamNamePrefix.",
            ));
        }
        let limit = input.limit.and_then(|n| usize::try_from(n).ok()).unwrap_or(50).clamp(1, 50);
        let descending = input.descending.unwrap_or(false);
        let order = if descending { Order::Descending } else { Order::Ascending };
        let whole = place.key();
        let range = KeyRange::prefix(&prefix.map_or_else(|| whole.clone(), |p| whole.clone().str_prefix(p)));
        let token = input.next_token.as_deref();
        let range = match token {
            Some(token) if descending => {
                let key = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid_token())?;
                range.before(&Key::from_bytes(key))
            }
            token => after_token(range, token)?,
        };
        self.platform.store.read(|r| {
            place.row(r)?;
            let mut keys: Vec<Key> = if by_time {
                BY_TIME.scan(r, range, order, limit + 1)?.into_iter().map(|(key, ())| key).collect()
            } else {
                STREAMS.scan(r, range, order, limit + 1)?.into_iter().map(|(key, _)| key).collect()
            };
            let more = keys.len() > limit;
            keys.truncate(limit);
            let next_token = keys.last().filter(|_| more).map(|key| URL_SAFE_NO_PAD.encode(key.as_bytes()));
            let mut streams = Vec::new();
            for key in keys {
                let name = last_name(&key)?;
                let row = place.stream(r, &name)?;
                streams.push(shown(&place, name, &row));
            }
            Ok(DescribeLogStreamsResponse { log_streams: Some(streams), next_token })
        })
    }
}

fn shown(place: &Place, name: String, row: &StreamRow) -> LogStream {
    let time = |at: Option<u64>| at.and_then(|at| i64::try_from(at).ok());
    LogStream {
        arn: Some(format!("{}:log-stream:{name}", place.arn())),
        log_stream_name: Some(name),
        creation_time: Some(row.created.0),
        first_event_timestamp: time(row.first),
        last_event_timestamp: time(row.last),
        last_ingestion_time: row.ingested.map(|t| t.0),
        upload_sequence_token: None,
        // AWS has answered 0 here for every stream since June 2019.
        stored_bytes: Some(0),
    }
}
