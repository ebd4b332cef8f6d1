//! Retention: once a day the events that a group keeps no longer are removed.

use lirio_service::Platform;
use lirio_store::{Delivery, DeliveryError, Key, KeyRange, Order, Store, StoreError, Txn};

use crate::position::Position;
use crate::tables::{BY_TIME, BYTES, EVENTS, GROUPS, Place, STREAMS, last_name};

const TOPIC: &str = "logs.retention";
const DAY_MS: i64 = 24 * 3_600_000;
/// Events removed in one commit: others want to commit too.
const AT_ONCE: usize = 1000;

/// Sets the timer of a group's next round.
pub(crate) fn arm(txn: &mut Txn<'_>, place: &Place, due_ms: i64) -> Result<(), StoreError> {
    txn.set_timer(&place.timer(), due_ms, TOPIC, place)
}

pub(crate) fn start(platform: &Platform) {
    let (platform, shutdown) = (platform.clone(), platform.shutdown.clone());
    let outbox = platform.store.outbox(TOPIC);
    tokio::spawn(async move {
        let ended = async move { shutdown.requested().await };
        outbox
            .run(1, ended, move |delivery| {
                let (store, now_ms) = (platform.store.clone(), platform.now().0);
                async move { round(&store, delivery, now_ms).await }
            })
            .await;
    });
}

async fn round(store: &Store, delivery: Delivery, now_ms: i64) -> Result<(), DeliveryError> {
    let place: Place = delivery.decode()?;
    let group = store.read(|r| GROUPS.get(r, &place.key()))?;
    if let Some(days) = group.and_then(|group| group.retention_days) {
        let oldest = u64::try_from(now_ms - days * DAY_MS).unwrap_or(0);
        let streams = store.read(|r| STREAMS.scan_prefix(r, &place.key(), None, usize::MAX))?;
        for (key, row) in streams {
            if row.first.is_none_or(|first| first >= oldest) {
                continue;
            }
            let name = last_name(&key)?;
            loop {
                let (at, name) = (place.clone(), name.clone());
                if !store.commit(move |txn| remove(txn, &at, &name, oldest)).await? {
                    break;
                }
            }
        }
    }
    store
        .commit(move |txn| {
            // The next round is set with the end of this one, unless the policy is gone meanwhile.
            if txn.ack(delivery.seq)?
                && GROUPS.get(txn, &place.key())?.is_some_and(|group| group.retention_days.is_some())
            {
                arm(txn, &place, now_ms + DAY_MS)?;
            }
            Ok::<(), StoreError>(())
        })
        .await
        .map_err(DeliveryError::from)
}

/// Removes some old events of a stream; whether there may be more.
fn remove(txn: &mut Txn<'_>, place: &Place, name: &str, oldest: u64) -> Result<bool, StoreError> {
    let at = place.key().str(name);
    let Some(mut row) = STREAMS.get(txn, &at)? else { return Ok(false) };
    let all = KeyRange::prefix(&Key::new().u64(row.id));
    let old = all.clone().before(&Position::new(oldest, 0).key(row.id));
    let events = EVENTS.scan(txn, old, Order::Ascending, AT_ONCE)?;
    let mut bytes = 0;
    for (key, event) in &events {
        bytes += event.size();
        EVENTS.delete(txn, key)?;
    }
    let first = EVENTS.scan(txn, all, Order::Ascending, 1)?;
    let first = first.first().map(|(key, _)| Position::of_key(key)).transpose()?;
    let by_time = place.by_time(&row, name);
    row.first = first.map(|first| first.time().unsigned_abs());
    row.last = row.first.and(row.last);
    BY_TIME.delete(txn, &by_time)?;
    BY_TIME.put(txn, &place.by_time(&row, name), &())?;
    STREAMS.put(txn, &at, &row)?;
    let total = BYTES.get(txn, &place.key())?.unwrap_or(0);
    BYTES.put(txn, &place.key(), &total.saturating_sub(bytes))?;
    Ok(events.len() == AT_ONCE)
}
