//! What happened to alarms, kept for 30 days as AWS does.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::cloudwatch::{self, *};
use lirio_api::{AwsError, Timestamp};
use lirio_service::{Context, Scope};
use lirio_store::{Key, KeyRange, Order, Read, StoreError, Table, Txn};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::{AlarmId, AlarmRow, StateRow};
use crate::CloudWatch;

/// Items by region, account, time, number.
const BY_TIME: Table<HistoryRow> = Table::new("cloudwatch.history");
/// The same by region, account, alarm, time, number.
const BY_ALARM: Table<()> = Table::new("cloudwatch.history_by_alarm");

const KEPT_MS: i64 = 30 * 24 * 3_600_000;
/// Old items removed with each new one: they go as fast as they come, and a little faster.
const REMOVED: usize = 4;
/// Items looked at for a page.
const LOOKED_AT: usize = 5000;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct HistoryRow {
    alarm: String,
    kind: String,
    item: String,
    summary: String,
    data: String,
}

/// The alarm that an item is of; it may be gone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Subject {
    pub(crate) scope: Scope,
    pub(crate) name: String,
    pub(crate) kind: String,
}

impl Subject {
    pub(crate) fn of(row: &AlarmRow) -> Self {
        Self { scope: row.scope.clone(), name: row.name().to_owned(), kind: row.kind().to_owned() }
    }
}

/// Writes an item: `StateUpdate`, `ConfigurationUpdate` or `Action`.
pub(crate) fn write(
    txn: &mut Txn<'_>,
    alarm: &Subject,
    now: Timestamp,
    item: &str,
    summary: String,
    data: &Json,
) -> Result<(), StoreError> {
    let number = txn.next_sequence("cloudwatch.history")?;
    let base = AlarmId::base(&alarm.scope);
    let time = now.0.unsigned_abs();
    let mut data = data.to_string();
    while data.len() > 4095 {
        data.pop();
    }
    let written = HistoryRow {
        alarm: alarm.name.clone(),
        kind: alarm.kind.clone(),
        item: item.to_owned(),
        summary: summary.chars().take(255).collect(),
        data,
    };
    BY_TIME.put(txn, &base.clone().u64(time).u64(number), &written)?;
    BY_ALARM.put(txn, &base.clone().str(&alarm.name).u64(time).u64(number), &())?;
    let old = KeyRange::prefix(&base).before(&base.clone().u64((now.0 - KEPT_MS).max(0).unsigned_abs()));
    for (key, gone) in BY_TIME.scan(txn, old, Order::Ascending, REMOVED)? {
        let (time, number) = place(&key)?;
        BY_ALARM.delete(txn, &base.clone().str(&gone.alarm).u64(time).u64(number))?;
        BY_TIME.delete(txn, &key)?;
    }
    Ok(())
}

/// Time and number, the last segments of a key.
fn place(key: &Key) -> Result<(u64, u64), StoreError> {
    match key.segments()?.as_slice() {
        [.., lirio_store::Segment::U64(time), lirio_store::Segment::U64(number)] => Ok((*time, *number)),
        _ => Err(StoreError::Corrupt {
            place: "a key of an alarm's history".to_owned(),
            reason: "it does not end with time and number".to_owned(),
        }),
    }
}

/// A change of state, as the history tells it.
pub(crate) fn state_data(old: &StateRow, new: &StateRow) -> Json {
    let state = |state: &StateRow| {
        let mut shown = json!({ "stateValue": state.value.name(), "stateReason": state.reason });
        if let Some(data) = state.data.as_deref().and_then(|data| serde_json::from_str::<Json>(data).ok()) {
            shown["stateReasonData"] = data;
        }
        shown
    };
    json!({ "version": "1.0", "oldState": state(old), "newState": state(new) })
}

impl CloudWatch {
    pub(crate) async fn describe_alarm_history(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeAlarmHistoryInput,
    ) -> Result<DescribeAlarmHistoryOutput, AwsError> {
        if input.alarm_contributor_id.is_some() {
            return Err(AwsError::not_served("DescribeAlarmHistory of a contributor (AlarmContributorId)"));
        }
        let most = usize::try_from(input.max_records.unwrap_or(100)).unwrap_or(100).clamp(1, 100);
        let start = input.start_date.map_or(0, |t| t.0.max(0)).max(ctx.now.0 - KEPT_MS).unsigned_abs();
        let end = input.end_date.map_or(u64::MAX, |t| t.0.max(0).unsigned_abs());
        let order = match input.scan_by.as_deref() {
            Some("TimestampAscending") => Order::Ascending,
            _ => Order::Descending,
        };
        let base = AlarmId::base(&ctx.scope);
        let prefix = match &input.alarm_name {
            Some(name) => base.clone().str(name),
            None => base.clone(),
        };
        let mut range = KeyRange::prefix(&prefix).from(&prefix.clone().u64(start));
        if end < u64::MAX {
            range = range.before(&prefix.clone().u64(end.saturating_add(1)));
        }
        if let Some(token) = &input.next_token {
            let key = URL_SAFE_NO_PAD.decode(token).map_err(|_| {
                cloudwatch::errors::invalid_next_token("The value for parameter NextToken is invalid.")
            })?;
            let key = Key::from_bytes(key);
            range = match order {
                Order::Ascending => range.after(&key),
                Order::Descending => range.before(&key),
            };
        }
        let found = ctx.read(|r| rows(r, &base, range, order, input.alarm_name.is_some()))?;
        let looked_at = found.len();
        let mut items = Vec::new();
        let mut last = None;
        for (key, time, row) in found {
            if items.len() == most {
                return Ok(page(items, last));
            }
            let fits = input.history_item_type.as_ref().is_none_or(|item| *item == row.item)
                && input
                    .alarm_types
                    .as_ref()
                    .is_none_or(|kinds| kinds.is_empty() || kinds.contains(&row.kind));
            if fits {
                items.push(AlarmHistoryItem {
                    alarm_name: Some(row.alarm),
                    alarm_type: Some(row.kind),
                    timestamp: Some(Timestamp(i64::try_from(time).unwrap_or(i64::MAX))),
                    history_item_type: Some(row.item),
                    history_summary: Some(row.summary),
                    history_data: Some(row.data),
                    ..AlarmHistoryItem::default()
                });
            }
            last = Some(key);
        }
        Ok(page(items, last.filter(|_| looked_at == LOOKED_AT)))
    }
}

fn page(items: Vec<AlarmHistoryItem>, last: Option<Key>) -> DescribeAlarmHistoryOutput {
    DescribeAlarmHistoryOutput {
        alarm_history_items: Some(items),
        next_token: last.map(|key| URL_SAFE_NO_PAD.encode(key.as_bytes())),
    }
}

fn rows(
    read: &(impl Read + ?Sized),
    base: &Key,
    range: KeyRange,
    order: Order,
    by_alarm: bool,
) -> Result<Vec<(Key, u64, HistoryRow)>, StoreError> {
    let mut found = Vec::new();
    if by_alarm {
        for (key, ()) in BY_ALARM.scan(read, range, order, LOOKED_AT)? {
            let (time, number) = place(&key)?;
            if let Some(row) = BY_TIME.get(read, &base.clone().u64(time).u64(number))? {
                found.push((key, time, row));
            }
        }
    } else {
        for (key, row) in BY_TIME.scan(read, range, order, LOOKED_AT)? {
            let (time, _) = place(&key)?;
            found.push((key, time, row));
        }
    }
    Ok(found)
}

/// An alarm was deleted.  Its history stays, as on AWS.
pub(crate) fn deleted(txn: &mut Txn<'_>, row: &AlarmRow, now: Timestamp) -> Result<(), StoreError> {
    let data = json!({ "version": "1.0", "type": "Delete" });
    write(
        txn,
        &Subject::of(row),
        now,
        "ConfigurationUpdate",
        format!("Alarm \"{}\" deleted", row.name()),
        &data,
    )
}
