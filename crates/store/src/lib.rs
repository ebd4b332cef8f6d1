//! Durable tables, outbox, timers and blobs: all that the platform keeps goes through here.
//!
//! A service sees ordered key-value tables ([`Table`], [`Key`]), one way to change them ([`Store::commit`]) and one
//! way to look at them ([`Store::read`]).
//! It never sees SQL, and only this crate knows bytes on disk.
//!
//! What a commit promises:
//!
//! - It is durable when the future resolves: written and synced, so `kill -9` or a power cut loses nothing.
//! - It is all or nothing, together with the messages it sends ([`Txn::enqueue`]), the timers it sets
//!   ([`Txn::set_timer`]) and the blobs it adopts ([`Txn::adopt_blob`]).
//! - Commits of concurrent callers share one sync (group commit), but an error in one rolls back that one alone.
//!
//! What this crate refuses to do: it interprets no value, it retries no commit, and it never shows half of a commit.

mod aws;
mod blobs;
mod clock;
mod error;
mod key;
mod open;
mod outbox;
mod readers;
mod rows;
mod schema;
mod shared;
mod stop;
mod store;
mod table;
mod timers;
mod txn;
mod writer;

pub use blobs::{BlobId, BlobReader, BlobStream, BlobWriter, Blobs, INLINE_LIMIT, NotABlobId, PendingBlob};
pub use clock::{Clock, ManualClock, SystemClock};
pub use error::StoreError;
pub use key::{Key, KeyParts, KeyRange, Segment};
pub use outbox::{DeadLetter, Delivery, DeliveryError, Outbox};
pub use readers::Reader;
pub use rows::{Order, Read, Row};
pub use stop::{Stop, StopAt};
pub use store::Store;
pub use table::Table;
pub use txn::Txn;
