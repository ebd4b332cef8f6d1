//! What a commit may do.

use std::cell::RefCell;

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use serde::Serialize;

use crate::blobs::{self, BlobId, PendingBlob};
use crate::shared::Shared;
use crate::{KeyRange, Order, Read, StoreError, rows};

/// A commit in the making; given to the closure of [`Store::commit`](crate::Store::commit).
///
/// It reads its own writes.
/// Everything it does, messages, timers and blobs included, becomes durable together or not at all.
pub struct Txn<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) shared: &'a Shared,
    pub(crate) effects: Effects,
    /// Why SQLite gave up the whole transaction, if it did.
    lost: RefCell<Option<StoreError>>,
}

/// What happens once the commit is durable.
#[derive(Default)]
pub(crate) struct Effects {
    new_tables: Vec<(&'static str, i64)>,
    topics: Vec<String>,
    timers: bool,
    adopted: Vec<PendingBlob>,
    released: Vec<BlobId>,
    hooks: Vec<Box<dyn FnOnce() + Send>>,
}

impl Effects {
    /// Runs on the writer thread, right after the sync.
    pub(crate) fn apply(self, shared: &Shared) {
        for (name, id) in self.new_tables {
            shared.remember_table(name, id);
        }
        for blob in self.adopted {
            blob.keep();
        }
        for id in self.released {
            shared.remove_later(blobs::path(&shared.blobs_dir, &id));
        }
        for topic in self.topics {
            shared.topic(&topic).bell.notify_one();
        }
        if self.timers {
            shared.timers.notify_one();
        }
        for hook in self.hooks {
            if std::panic::catch_unwind(std::panic::AssertUnwindSafe(hook)).is_err() {
                tracing::error!("an after_commit hook panicked; the commit itself is durable");
            }
        }
    }
}

impl<'a> Txn<'a> {
    pub(crate) fn new(conn: &'a Connection, shared: &'a Shared) -> Txn<'a> {
        Txn { conn, shared, effects: Effects::default(), lost: RefCell::default() }
    }

    /// Writes a row, new or not.
    pub fn put(&mut self, table: &'static str, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        let table = self.table_or_new(table)?;
        self.execute(
            "INSERT INTO rows (tbl, key, value) VALUES (?1, ?2, ?3)
             ON CONFLICT (tbl, key) DO UPDATE SET value = excluded.value",
            params![table, key, value],
        )?;
        Ok(())
    }

    /// Writes a new row; false, and nothing changed, if the key has one already.
    pub fn insert(&mut self, table: &'static str, key: &[u8], value: &[u8]) -> Result<bool, StoreError> {
        let table = self.table_or_new(table)?;
        let changed = self.execute(
            "INSERT INTO rows (tbl, key, value) VALUES (?1, ?2, ?3) ON CONFLICT (tbl, key) DO NOTHING",
            params![table, key, value],
        )?;
        Ok(changed == 1)
    }

    /// Removes a row; whether there was one.
    pub fn delete(&mut self, table: &'static str, key: &[u8]) -> Result<bool, StoreError> {
        match self.table(table)? {
            Some(table) => {
                Ok(self.execute("DELETE FROM rows WHERE tbl = ?1 AND key = ?2", params![table, key])? == 1)
            }
            None => Ok(false),
        }
    }

    /// Removes the rows of a range; how many there were.
    pub fn delete_range(&mut self, table: &'static str, range: KeyRange) -> Result<u64, StoreError> {
        let Some(table) = self.table(table)? else { return Ok(0) };
        let changed = match range.end {
            Some(end) => self.execute(
                "DELETE FROM rows WHERE tbl = ?1 AND key >= ?2 AND key < ?3",
                params![table, range.start, end],
            )?,
            None => {
                self.execute("DELETE FROM rows WHERE tbl = ?1 AND key >= ?2", params![table, range.start])?
            }
        };
        Ok(changed as u64)
    }

    /// Sends `payload` (as JSON) to the consumer of `topic`; the sequence number of the message.
    ///
    /// Numbers grow over all topics and are never given twice.
    pub fn enqueue(&mut self, topic: &'static str, payload: &impl Serialize) -> Result<u64, StoreError> {
        let payload = json(topic, payload)?;
        self.enqueue_bytes(topic, &payload)
    }

    /// Whether somebody took the consumer side of `topic` ([`Store::outbox`](crate::Store::outbox)) since the store
    /// was opened: messages of a topic that nobody consumes would lie there for ever.
    ///
    /// Who relies on such messages takes its side before those start that send them.
    pub fn is_consumed(&self, topic: &'static str) -> bool {
        self.shared.topic(topic).wanted.load(std::sync::atomic::Ordering::Acquire)
    }

    pub(crate) fn enqueue_bytes(&mut self, topic: &str, payload: &[u8]) -> Result<u64, StoreError> {
        self.execute(
            "INSERT INTO outbox (topic, enqueued_ms, payload) VALUES (?1, ?2, ?3)",
            params![topic, self.shared.clock.now_ms(), payload],
        )?;
        self.ring(topic);
        Ok(self.conn.last_insert_rowid().unsigned_abs())
    }

    /// Marks a message as done; false if it was already, and then its effects are there and the caller does nothing.
    pub fn ack(&mut self, seq: u64) -> Result<bool, StoreError> {
        Ok(self.execute("DELETE FROM outbox WHERE seq = ?1", params![seq])? == 1)
    }

    /// At `due_ms` (UTC milliseconds) sends `payload` to `topic`. A timer of the same `id` is replaced.
    pub fn set_timer(
        &mut self,
        id: &str,
        due_ms: i64,
        topic: &'static str,
        payload: &impl Serialize,
    ) -> Result<(), StoreError> {
        let payload = json(topic, payload)?;
        self.execute(
            "INSERT INTO timers (id, due_ms, topic, payload) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE
             SET due_ms = excluded.due_ms, topic = excluded.topic, payload = excluded.payload",
            params![id, due_ms, topic, payload],
        )?;
        self.effects.timers = true;
        Ok(())
    }

    /// Removes a timer; false if there is none, because it fired or was never set.
    pub fn cancel_timer(&mut self, id: &str) -> Result<bool, StoreError> {
        Ok(self.execute("DELETE FROM timers WHERE id = ?1", params![id])? == 1)
    }

    /// Counts `name` up by one: 1 at the first call, and never the same number twice in committed data.
    pub fn next_sequence(&mut self, name: &str) -> Result<u64, StoreError> {
        self.statement(
            "INSERT INTO sequences (name, value) VALUES (?1, 1)
             ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            |statement| statement.query_row([name], |row| row.get(0)),
        )
    }

    /// Runs `hook` on the writer thread right after the commit is durable and before its caller resumes.
    ///
    /// For wake-ups and caches; it must not block, since all commits wait for it.
    pub fn after_commit(&mut self, hook: impl FnOnce() + Send + 'static) {
        self.effects.hooks.push(Box::new(hook));
    }

    /// Makes a finished blob part of this commit, with one reference.
    pub fn adopt_blob(&mut self, blob: PendingBlob) -> Result<BlobId, StoreError> {
        let id = blob.id();
        let (crc, content) = match blob.inline() {
            Some((bytes, crc)) => (Some(crc), Some(bytes)),
            None => (None, None),
        };
        self.execute(
            "INSERT INTO blobs (id, refs, len, crc, content) VALUES (?1, 1, ?2, ?3, ?4)",
            params![id.as_bytes(), blob.len(), crc, content],
        )?;
        self.effects.adopted.push(blob);
        Ok(id)
    }

    /// Adds a reference to a blob: one more [`Txn::release_blob`] is needed until it goes.
    pub fn retain_blob(&mut self, id: &BlobId) -> Result<(), StoreError> {
        match self.execute("UPDATE blobs SET refs = refs + 1 WHERE id = ?1", params![id.as_bytes()])? {
            0 => Err(StoreError::NoSuchBlob(*id)),
            _ => Ok(()),
        }
    }

    /// Takes a reference from a blob; after the last one its bytes go once this commit is durable.
    pub fn release_blob(&mut self, id: &BlobId) -> Result<(), StoreError> {
        let row: Option<(i64, bool)> = self.statement(
            "UPDATE blobs SET refs = refs - 1 WHERE id = ?1 RETURNING refs, content IS NULL",
            |statement| statement.query_row([id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?))).optional(),
        )?;
        let (refs, is_file) = row.ok_or(StoreError::NoSuchBlob(*id))?;
        if refs <= 0 {
            self.execute("DELETE FROM blobs WHERE id = ?1", params![id.as_bytes()])?;
            if is_file {
                self.effects.released.push(*id);
            }
        }
        Ok(())
    }

    pub(crate) fn execute(&self, sql: &str, values: impl rusqlite::Params) -> Result<usize, StoreError> {
        self.statement(sql, |statement| statement.execute(values))
    }

    /// Runs a statement that may change something.
    pub(crate) fn statement<T>(
        &self,
        sql: &str,
        run: impl FnOnce(&mut CachedStatement<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        // After SQLite gave up the transaction, a further change would commit by itself: never.
        if self.conn.is_autocommit() {
            return Err(self.lost());
        }
        let result =
            self.shared.sql(self.conn.prepare_cached(sql).and_then(|mut statement| run(&mut statement)));
        if let Err(error) = &result
            && self.conn.is_autocommit()
        {
            self.lost.replace(Some(error.clone()));
        }
        result
    }

    /// The error that ended the transaction.
    pub(crate) fn lost(&self) -> StoreError {
        self.lost.borrow().clone().unwrap_or_else(|| StoreError::Sqlite {
            path: self.shared.database.clone(),
            code: rusqlite::ffi::SQLITE_ABORT,
            message: "the transaction ended while a closure ran".to_owned(),
        })
    }

    pub(crate) fn ring(&mut self, topic: &str) {
        if !self.effects.topics.iter().any(|rung| rung == topic) {
            self.effects.topics.push(topic.to_owned());
        }
    }

    fn table(&self, name: &'static str) -> Result<Option<i64>, StoreError> {
        // A row found here may come from an earlier closure of an uncommitted batch, so only the commit remembers it.
        let new = || self.effects.new_tables.iter().find(|(known, _)| *known == name).map(|&(_, id)| id);
        match self.shared.table(name).or_else(new) {
            Some(id) => Ok(Some(id)),
            None => rows::find_table(self.conn, self.shared, name),
        }
    }

    fn table_or_new(&mut self, name: &'static str) -> Result<i64, StoreError> {
        if let Some(id) = self.table(name)? {
            return Ok(id);
        }
        self.execute("INSERT INTO tables (name) VALUES (?1)", params![name])?;
        let id = self.conn.last_insert_rowid();
        self.effects.new_tables.push((name, id));
        Ok(id)
    }
}

impl Read for Txn<'_> {
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        rows::get(self.conn, self.shared, self.table(table)?, key)
    }

    fn scan(
        &self,
        table: &'static str,
        range: KeyRange,
        order: Order,
        limit: usize,
    ) -> Result<Vec<rows::Row>, StoreError> {
        rows::scan(self.conn, self.shared, self.table(table)?, &range, order, limit)
    }

    fn count(&self, table: &'static str, range: KeyRange) -> Result<u64, StoreError> {
        rows::count(self.conn, self.shared, self.table(table)?, &range)
    }
}

/// A payload as JSON bytes.
pub(crate) fn json(topic: &str, payload: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(payload)
        .map_err(|error| StoreError::Encode { place: format!("topic {topic}"), reason: error.to_string() })
}
