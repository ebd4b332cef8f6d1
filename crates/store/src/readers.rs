//! The pool of connections that read.

use std::path::PathBuf;
use std::sync::Mutex;

use rusqlite::Connection;

use crate::shared::{Shared, lock};
use crate::writer::step;
use crate::{KeyRange, Order, Read, StoreError, rows, schema};

/// Connections kept open between reads.
/// A fifth simultaneous read opens its own and closes it again, so a read never waits for another (and a read within
/// a read cannot deadlock).
const KEPT: usize = 4;

pub(crate) struct Readers {
    database: PathBuf,
    /// None once closed.
    idle: Mutex<Option<Vec<Connection>>>,
}

impl Readers {
    pub(crate) fn new(database: PathBuf) -> Readers {
        Readers { database, idle: Mutex::new(Some(Vec::new())) }
    }

    /// Runs `f` on one snapshot.
    pub(crate) fn with<T, E: From<StoreError>>(
        &self,
        shared: &Shared,
        f: impl FnOnce(&Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let kept = lock(&self.idle).as_mut().ok_or(StoreError::Closed)?.pop();
        let conn = match kept {
            Some(conn) => conn,
            None => schema::open_reader(&self.database)?,
        };
        // If `f` panics the connection is dropped with its snapshot.
        step(&conn, shared, "BEGIN")?;
        let result = f(&Reader { conn: &conn, shared });
        step(&conn, shared, "COMMIT")?;
        if let Some(idle) = lock(&self.idle).as_mut()
            && idle.len() < KEPT
        {
            idle.push(conn);
        }
        result
    }

    pub(crate) fn close(&self) {
        lock(&self.idle).take();
    }
}

/// A consistent snapshot of all tables.
pub struct Reader<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) shared: &'a Shared,
}

impl Reader<'_> {
    fn table(&self, name: &'static str) -> Result<Option<i64>, StoreError> {
        if let Some(id) = self.shared.table(name) {
            return Ok(Some(id));
        }
        let found = rows::find_table(self.conn, self.shared, name)?;
        if let Some(id) = found {
            self.shared.remember_table(name, id);
        }
        Ok(found)
    }
}

impl Read for Reader<'_> {
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
