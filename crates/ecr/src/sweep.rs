//! What nobody came back for: uploads that stand still, and content that no image came to need.

use lirio_service::Platform;
use lirio_store::{DeliveryError, StoreError, Txn};
use serde::{Deserialize, Serialize};

use crate::content;
use crate::tables::{LINKS, Place};

/// How long it is kept: a day, which the slowest push comes back within.
const KEPT_MS: i64 = 24 * 3600 * 1000;

const TOPIC: &str = "ecr.forgotten";

/// What may have been forgotten.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Forgotten {
    /// An upload that nothing was added to.
    Upload { place: Place, id: String },
    /// Content that no image of the repository needs.
    Link { place: Place, digest: String },
}

/// Sets the timer, or sets it anew.
pub(crate) fn forget_later(txn: &mut Txn<'_>, what: &Forgotten, now_ms: i64) -> Result<(), StoreError> {
    let id = match what {
        Forgotten::Upload { place, id } => place.timer("upload", id),
        Forgotten::Link { place, digest } => place.timer("link", digest),
    };
    txn.set_timer(&id, now_ms + KEPT_MS, TOPIC, what)
}

pub(crate) fn start(platform: &Platform) {
    let (store, shutdown) = (platform.store.clone(), platform.shutdown.clone());
    let outbox = store.outbox(TOPIC);
    tokio::spawn(async move {
        let ended = async move { shutdown.requested().await };
        outbox
            .run(1, ended, move |delivery| {
                let store = store.clone();
                async move {
                    let what: Forgotten = delivery.decode()?;
                    store
                        .commit(move |txn| {
                            if txn.ack(delivery.seq)? {
                                forget(txn, &what)?;
                            }
                            Ok::<(), StoreError>(())
                        })
                        .await
                        .map_err(DeliveryError::from)
                }
            })
            .await;
    });
}

fn forget(txn: &mut Txn<'_>, what: &Forgotten) -> Result<(), StoreError> {
    match what {
        Forgotten::Upload { place, id } => content::drop_upload(txn, place, id).map(|_| ()),
        Forgotten::Link { place, digest } => match LINKS.get(txn, &place.of_name(digest))? {
            // An image may have come to need it after the timer fired.
            Some(row) if row.images == 0 => content::unlink(txn, place, digest),
            _ => Ok(()),
        },
    }
}
