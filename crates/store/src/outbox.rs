//! Messages that commit with their cause and are delivered at least once.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::FutureExt;
use rusqlite::{OptionalExtension, Row, params};
use serde::de::DeserializeOwned;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use crate::shared::Topic;
use crate::store::panic_message;
use crate::{Reader, Store, StoreError};

/// Messages fetched ahead of free handlers.
const AHEAD: usize = 16;
/// Failed messages that wait for another attempt (a few bytes each) before new ones are held back.
const WAITING: usize = 10_000;
const FIRST_DELAY: Duration = Duration::from_millis(100);
const LAST_DELAY: Duration = Duration::from_secs(60);

/// A message handed to a handler.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Its number, for [`Txn::ack`](crate::Txn::ack).
    pub seq: u64,
    /// 1 at the first attempt, counting failures that were recorded.
    pub attempt: u32,
    /// When it was committed, in UTC milliseconds.
    pub enqueued_at_ms: i64,
    /// The payload as JSON bytes.
    pub payload: Vec<u8>,
}

impl Delivery {
    /// The payload as a value; [`StoreError::Corrupt`] (a dead letter, by `?` in a handler) if it is another shape.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, StoreError> {
        serde_json::from_slice(&self.payload).map_err(|error| StoreError::Corrupt {
            place: format!("message {}", self.seq),
            reason: error.to_string(),
        })
    }
}

/// Why a handler did not deliver.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryError {
    /// Try again later: after 100 ms, then twice as long each time, up to a minute.
    #[error("to be tried again")]
    Retry,
    /// Trying again would not help; the message is kept as a dead letter with this reason.
    #[error("undeliverable: {0}")]
    Dead(String),
}

impl From<StoreError> for DeliveryError {
    /// Data that does not decode stays so; everything else may pass.
    fn from(error: StoreError) -> DeliveryError {
        match error {
            StoreError::Corrupt { .. } | StoreError::Encode { .. } => DeliveryError::Dead(error.to_string()),
            other => {
                tracing::warn!(error = %other, "a handler failed on the store and is tried again");
                DeliveryError::Retry
            }
        }
    }
}

/// A message that was given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLetter {
    /// Its number.
    pub seq: u64,
    /// When it was committed, in UTC milliseconds.
    pub enqueued_at_ms: i64,
    /// Attempts made.
    pub attempts: u32,
    /// When it was given up, in UTC milliseconds.
    pub died_at_ms: i64,
    /// What the handler said.
    pub reason: String,
    /// The payload as JSON bytes.
    pub payload: Vec<u8>,
}

/// The consumer side of one topic.
#[derive(Clone)]
pub struct Outbox {
    store: Store,
    name: &'static str,
    topic: Arc<Topic>,
}

impl Outbox {
    pub(crate) fn new(store: Store, name: &'static str) -> Outbox {
        let topic = store.inner.shared.topic(name);
        topic.wanted.store(true, Ordering::Release);
        Outbox { store, name, topic }
    }

    /// Delivers every message of the topic, old ones first, until `shutdown` resolves; then waits for the handlers
    /// that run. Dropping the future stops at once, which loses nothing.
    ///
    /// At most `concurrency` handlers run at a time; with 1, messages come in the order of their commits, except
    /// that one which failed comes again later.
    /// Delivery is at least once. A handler makes it exactly once by
    /// [`Txn::ack`](crate::Txn::ack) in the commit of its effects; a message that it did not acknowledge is
    /// acknowledged when it returns `Ok`. A panic counts as [`DeliveryError::Retry`].
    ///
    /// A topic has one consumer: a second `run` of the same topic logs an error and returns.
    pub async fn run<H, F>(self, concurrency: usize, shutdown: impl Future<Output = ()> + Send, handler: H)
    where
        H: Fn(Delivery) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), DeliveryError>> + Send + 'static,
    {
        if self.topic.taken.swap(true, Ordering::AcqRel) {
            tracing::error!(topic = self.name, "the topic has a consumer already");
            return;
        }
        let _release = Release(self.topic.clone());
        let concurrency = concurrency.max(1);
        let handler = Arc::new(handler);
        let mut shutdown = pin!(shutdown);
        let mut running = JoinSet::new();
        let mut feed = Feed::default();
        loop {
            let mut trouble = false;
            while running.len() < concurrency {
                match feed.next(&self) {
                    Ok(Some(delivery)) => {
                        running.spawn(attempt(self.clone(), handler.clone(), delivery));
                    }
                    Ok(None) => break,
                    Err(StoreError::Closed) => return,
                    Err(error) => {
                        tracing::error!(topic = self.name, %error, "cannot read messages");
                        trouble = true;
                        break;
                    }
                }
            }
            let free = running.len() < concurrency;
            let wake = match feed.waiting.peek() {
                _ if trouble => Some(Instant::now() + FIRST_DELAY),
                Some(Reverse((due, _))) if free => Some(*due),
                _ => None,
            };
            tokio::select! {
                () = &mut shutdown => break,
                Some(done) = running.join_next() => {
                    // The task catches its handler's panic; it is never aborted while we are here.
                    if let Ok(Some(failed)) = done {
                        feed.waiting.push(Reverse(failed));
                    }
                }
                () = self.topic.bell.notified(), if free && !trouble => {}
                () = sleep_until(wake.unwrap_or_else(Instant::now)), if wake.is_some() => {}
            }
        }
        while running.join_next().await.is_some() {}
    }

    /// How many messages are not acknowledged.
    pub fn pending(&self) -> Result<u64, StoreError> {
        self.store.read(|reader| {
            reader.shared.sql(reader.conn.query_row(
                "SELECT count(*) FROM outbox WHERE topic = ?1",
                [self.name],
                |row| row.get(0),
            ))
        })
    }

    /// Messages of this topic that were given up, numbers greater than `after`, at most `limit`.
    pub fn dead_letters(&self, after: u64, limit: usize) -> Result<Vec<DeadLetter>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        self.store.read(|reader| {
            let sql = "SELECT seq, enqueued_ms, attempts, died_ms, reason, payload FROM dead_letters
                       WHERE topic = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3";
            reader.shared.sql(reader.conn.prepare_cached(sql).and_then(|mut statement| {
                let letters = statement.query_map(params![self.name, after, limit], |row| {
                    Ok(DeadLetter {
                        seq: row.get(0)?,
                        enqueued_at_ms: row.get(1)?,
                        attempts: row.get(2)?,
                        died_at_ms: row.get(3)?,
                        reason: row.get(4)?,
                        payload: row.get(5)?,
                    })
                })?;
                letters.collect()
            }))
        })
    }

    /// Sends a dead letter again, as a new message; its number, or none if there is no such letter.
    pub async fn redeliver(&self, seq: u64) -> Result<Option<u64>, StoreError> {
        let topic = self.name;
        self.store
            .commit(move |txn| {
                let payload: Option<Vec<u8>> = txn.statement(
                    "DELETE FROM dead_letters WHERE seq = ?1 AND topic = ?2 RETURNING payload",
                    |statement| statement.query_row(params![seq, topic], |row| row.get(0)).optional(),
                )?;
                payload.map(|payload| txn.enqueue_bytes(topic, &payload)).transpose()
            })
            .await
    }

    async fn finish(&self, seq: u64) -> Result<(), StoreError> {
        // Looking first saves the sync when the handler acknowledged in its own commit, as it should.
        let there = self.store.read(|reader| load(reader, seq))?.is_some();
        if there {
            self.store.commit(move |txn| txn.ack(seq)).await?;
        }
        Ok(())
    }

    async fn count_failure(&self, seq: u64) -> Result<(), StoreError> {
        self.store
            .commit(move |txn| {
                txn.execute("UPDATE outbox SET attempts = attempts + 1 WHERE seq = ?1", [seq]).map(drop)
            })
            .await
    }

    async fn bury(&self, seq: u64, reason: String) -> Result<(), StoreError> {
        self.store
            .commit(move |txn| {
                txn.execute(
                    "INSERT INTO dead_letters (seq, topic, enqueued_ms, attempts, died_ms, reason, payload)
                     SELECT seq, topic, enqueued_ms, attempts + 1, ?2, ?3, payload FROM outbox WHERE seq = ?1",
                    params![seq, txn.shared.clock.now_ms(), reason],
                )?;
                txn.ack(seq).map(drop)
            })
            .await
    }
}

/// Lets the topic be consumed again, even when `run` is dropped halfway.
struct Release(Arc<Topic>);

impl Drop for Release {
    fn drop(&mut self) {
        self.0.taken.store(false, Ordering::Release);
    }
}

/// Which message comes next.
#[derive(Default)]
struct Feed {
    /// The last number fetched. One thread commits, so numbers become visible in order and none is skipped.
    fetched: u64,
    ahead: VecDeque<Delivery>,
    /// When to try which message again, the earliest on top.
    waiting: BinaryHeap<Reverse<(Instant, u64)>>,
}

impl Feed {
    fn next(&mut self, outbox: &Outbox) -> Result<Option<Delivery>, StoreError> {
        while let Some(&Reverse((due, seq))) = self.waiting.peek()
            && due <= Instant::now()
        {
            let again = outbox.store.read(|reader| load(reader, seq))?;
            self.waiting.pop();
            if again.is_some() {
                return Ok(again);
            }
        }
        if self.ahead.is_empty() && self.waiting.len() < WAITING {
            let after = self.fetched;
            self.ahead = outbox.store.read(|reader| fetch(reader, outbox.name, after))?;
            self.fetched = self.ahead.back().map_or(after, |last| last.seq);
        }
        Ok(self.ahead.pop_front())
    }
}

/// One attempt with its bookkeeping; when to try again, if it has to be.
async fn attempt<H, F>(outbox: Outbox, handler: Arc<H>, delivery: Delivery) -> Option<(Instant, u64)>
where
    H: Fn(Delivery) -> F + Send + Sync + 'static,
    F: Future<Output = Result<(), DeliveryError>> + Send + 'static,
{
    let (seq, number) = (delivery.seq, delivery.attempt);
    let handling = AssertUnwindSafe(async move { handler(delivery).await });
    let outcome = handling.catch_unwind().await.unwrap_or_else(|panic| {
        let reason = panic_message(&*panic);
        tracing::error!(topic = outbox.name, seq, reason, "a handler panicked and is tried again");
        Err(DeliveryError::Retry)
    });
    let retry = outcome == Err(DeliveryError::Retry);
    let kept = match outcome {
        Ok(()) => outbox.finish(seq).await,
        Err(DeliveryError::Retry) => outbox.count_failure(seq).await,
        Err(DeliveryError::Dead(reason)) => {
            tracing::warn!(topic = outbox.name, seq, reason, "a message was given up");
            outbox.bury(seq, reason).await
        }
    };
    if let Err(error) = &kept {
        tracing::error!(topic = outbox.name, seq, %error, "cannot record an attempt");
    }
    (retry || kept.is_err()).then(|| (Instant::now() + delay(number), seq))
}

/// How long to wait after the failure of this attempt.
fn delay(attempt: u32) -> Duration {
    FIRST_DELAY.saturating_mul(1 << attempt.saturating_sub(1).min(16)).min(LAST_DELAY)
}

const COLUMNS: &str = "seq, attempts, enqueued_ms, payload";

fn delivery(row: &Row<'_>) -> rusqlite::Result<Delivery> {
    Ok(Delivery {
        seq: row.get(0)?,
        attempt: row.get::<_, u32>(1)?.saturating_add(1),
        enqueued_at_ms: row.get(2)?,
        payload: row.get(3)?,
    })
}

fn load(reader: &Reader<'_>, seq: u64) -> Result<Option<Delivery>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE seq = ?1");
    reader.shared.sql(
        reader
            .conn
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_row([seq], delivery).optional()),
    )
}

fn fetch(reader: &Reader<'_>, topic: &str, after: u64) -> Result<VecDeque<Delivery>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM outbox WHERE topic = ?1 AND seq > ?2 ORDER BY seq LIMIT {AHEAD}");
    reader.shared.sql(
        reader
            .conn
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.query_map(params![topic, after], delivery)?.collect()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_double_up_to_a_minute() {
        let check = |attempt, millis| assert_eq!(delay(attempt), Duration::from_millis(millis));
        check(1, 100);
        check(2, 200);
        check(5, 1_600);
        check(10, 51_200);
        check(11, 60_000);
        check(u32::MAX, 60_000);
    }
}
