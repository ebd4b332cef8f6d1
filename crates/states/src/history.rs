//! `GetExecutionHistory`: pages of the log.

use std::sync::Arc;

use lirio_api::stepfunctions::{GetExecutionHistoryInput, GetExecutionHistoryOutput, HistoryEvent, schemas};
use lirio_api::{AwsError, Shaped as _};
use lirio_asl::Record;
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order, StoreError};

use crate::tables::execution_key;
use crate::tasks::bridge;
use crate::{States, log, page};

/// Batches read at once.
const BATCHES: usize = 32;

impl States {
    /// `GetExecutionHistory`; the token holds the number of the next event.
    pub(crate) async fn get_execution_history(
        self: Arc<Self>,
        ctx: Context,
        input: GetExecutionHistoryInput,
    ) -> Result<GetExecutionHistoryOutput, AwsError> {
        let row = self.row(&ctx, &input.execution_arn)?;
        let reverse = input.reverse_order.unwrap_or(false);
        let listing = format!("history/{}/{reverse}", row.arn);
        let size = page::size(input.max_results);
        let from = match page::after(&listing, input.next_token.as_deref())? {
            Some(key) => Some(key.parts().u64().map_err(AwsError::from)?),
            None => None,
        };
        let mut records = ctx.read(|reader| {
            if reverse {
                backward(reader, &row.arn, from, size + 1)
            } else {
                forward(reader, &row.arn, from, size + 1)
            }
        })?;
        let next = if records.len() > size { records[size].event.map(|ids| ids.id) } else { None };
        records.truncate(size);
        let with_data = input.include_execution_data.unwrap_or(true);
        let events = records.iter().map(|record| event(record, with_data)).collect::<Result<Vec<_>, _>>()?;
        let next_token = next.map(|id| page::token(&listing, &Key::new().u64(id)));
        Ok(GetExecutionHistoryOutput { events, next_token })
    }
}

/// The records of events from number `from`, oldest first.
fn forward(
    reader: &lirio_store::Reader<'_>,
    arn: &str,
    from: Option<u64>,
    wanted: usize,
) -> Result<Vec<Record>, StoreError> {
    let whole = KeyRange::prefix(&execution_key(arn));
    let from = from.unwrap_or(1);
    // The batch that the event is in: the last that begins at or before it.
    let up_to = KeyRange::prefix(&execution_key(arn)).before(&execution_key(arn).u64(from + 1));
    let mut range = match log::scan(reader, up_to, Order::Descending, 1)?.into_iter().next() {
        Some((key, _)) => whole.from(&key),
        None => whole,
    };
    let mut records = Vec::new();
    loop {
        let batches = log::scan(reader, range.clone(), Order::Ascending, BATCHES)?;
        let Some((last, _)) = batches.last() else { return Ok(records) };
        range = range.after(&last.clone());
        for record in batches.into_iter().flat_map(|(_, batch)| batch) {
            if record.event.is_some_and(|ids| ids.id >= from) {
                records.push(record);
            }
            if records.len() == wanted {
                return Ok(records);
            }
        }
    }
}

/// The records of events from number `from`, newest first.
fn backward(
    reader: &lirio_store::Reader<'_>,
    arn: &str,
    from: Option<u64>,
    wanted: usize,
) -> Result<Vec<Record>, StoreError> {
    let mut range = KeyRange::prefix(&execution_key(arn));
    if let Some(from) = from {
        range = range.before(&execution_key(arn).u64(from + 1));
    }
    let mut records = Vec::new();
    loop {
        let batches = log::scan(reader, range.clone(), Order::Descending, BATCHES)?;
        let Some((last, _)) = batches.last() else { return Ok(records) };
        range = range.before(&last.clone());
        for record in batches.into_iter().flat_map(|(_, batch)| batch.into_iter().rev()) {
            if record.event.is_some_and(|ids| from.is_none_or(|from| ids.id <= from)) {
                records.push(record);
            }
            if records.len() == wanted {
                return Ok(records);
            }
        }
    }
}

fn event(record: &Record, with_data: bool) -> Result<HistoryEvent, AwsError> {
    let event = record.history_event().ok_or_else(|| AwsError::internal("a record has no event to show"))?;
    let value =
        bridge::from_wire(&event.to_json(with_data), &schemas::HistoryEvent).map_err(AwsError::internal)?;
    HistoryEvent::from_value(value).map_err(AwsError::internal)
}
