//! Keeping data compact: chunks that are over become one row, old ones move to coarser tiers, the oldest go.
//!
//! One stored timer for all of it, set to the first entry of the queue.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use lirio_service::Platform;
use lirio_store::{Delivery, DeliveryError, Key, KeyRange, Order, Read as _, Store, StoreError, Txn};

use crate::points::{self, Chunk, DUE, TIERS};

const TOPIC: &str = "cloudwatch.keep";
const TIMER: &str = "cloudwatch.keep";
/// Chunks settled in one commit: others want to commit too.
const AT_ONCE: usize = 64;

/// What the keeper and those who write data both know.
#[derive(Debug, Default)]
pub(crate) struct Keeper {
    /// When the timer is due, as committed; 0 where that is not known.
    armed_ms: AtomicI64,
    /// Counts up when metrics are removed: what was remembered of metrics before counts no more.
    pub(crate) epoch: AtomicU64,
}

impl Keeper {
    /// Sees that the timer is due at `due_ms` at the latest.
    pub(crate) fn arm(self: &Arc<Self>, txn: &mut Txn<'_>, due_ms: i64) -> Result<(), StoreError> {
        let armed = self.armed_ms.load(Ordering::Acquire);
        if armed != 0 && armed <= due_ms {
            return Ok(());
        }
        // Another chunk may be due before, where this process does not know yet.
        let first = first_due(txn)?.map_or(due_ms, |first| first.min(due_ms));
        txn.set_timer(TIMER, first, TOPIC, &())?;
        let keeper = self.clone();
        txn.after_commit(move || keeper.armed_ms.store(first, Ordering::Release));
        Ok(())
    }
}

fn first_due(txn: &Txn<'_>) -> Result<Option<i64>, StoreError> {
    let first = txn.scan(DUE, KeyRange::all(), Order::Ascending, 1)?;
    Ok(first.first().and_then(|(key, _)| Chunk::of_due_key(key)).map(|(due, _)| due))
}

pub(crate) fn start(platform: &Platform, keeper: &Arc<Keeper>) {
    let (platform, shutdown, keeper) = (platform.clone(), platform.shutdown.clone(), keeper.clone());
    let outbox = platform.store.outbox(TOPIC);
    tokio::spawn(async move {
        let ended = async move { shutdown.requested().await };
        outbox
            .run(1, ended, move |delivery| {
                let (store, now_ms, keeper) = (platform.store.clone(), platform.now().0, keeper.clone());
                async move { round(&store, delivery, now_ms, keeper).await }
            })
            .await;
    });
}

async fn round(
    store: &Store,
    delivery: Delivery,
    now_ms: i64,
    keeper: Arc<Keeper>,
) -> Result<(), DeliveryError> {
    loop {
        let keeper = keeper.clone();
        if !store.commit(move |txn| settle_some(txn, now_ms, &keeper)).await? {
            break;
        }
    }
    store
        .commit(move |txn| {
            if txn.ack(delivery.seq)? {
                let first = first_due(txn)?;
                if let Some(first) = first {
                    txn.set_timer(TIMER, first, TOPIC, &())?;
                }
                txn.after_commit(move || keeper.armed_ms.store(first.unwrap_or(0), Ordering::Release));
            }
            Ok::<(), StoreError>(())
        })
        .await
        .map_err(DeliveryError::from)
}

/// Settles the chunks that are due first; whether there may be more.
fn settle_some(txn: &mut Txn<'_>, now_ms: i64, keeper: &Keeper) -> Result<bool, StoreError> {
    let end = Key::from_bytes(now_ms.saturating_add(1).unsigned_abs().to_be_bytes().to_vec());
    let due = txn.scan(DUE, KeyRange::all().before(&end), Order::Ascending, AT_ONCE)?;
    for (key, _) in &due {
        txn.delete(DUE, key)?;
        let Some((_, chunk)) = Chunk::of_due_key(key) else { continue };
        points::settle(txn, chunk, now_ms)?;
        let was_last = usize::from(chunk.tier) + 1 == TIERS.len() && chunk.leave_due() <= now_ms;
        if was_last && !points::has_data(txn, chunk.metric)? {
            // Before the commit: a call that remembers the metric and commits after this one looks again.
            keeper.epoch.fetch_add(1, Ordering::AcqRel);
            points::delete_metric(txn, chunk.metric)?;
        }
    }
    Ok(due.len() == AT_ONCE)
}
