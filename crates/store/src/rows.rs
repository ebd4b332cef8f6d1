//! Reading tables, shared by readers and transactions.

use rusqlite::{Connection, OptionalExtension, ToSql, params, params_from_iter};

use crate::shared::Shared;
use crate::{KeyRange, StoreError};

/// A row as stored: its key and its value.
pub type Row = (Vec<u8>, Vec<u8>);

/// The direction of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Smallest key first.
    Ascending,
    /// Greatest key first.
    Descending,
}

/// Looking at tables, inside a transaction or outside; object safe.
pub trait Read {
    /// The value of one key.
    fn get(&self, table: &'static str, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;

    /// The rows of a range in key order, at most `limit` of them.
    fn scan(
        &self,
        table: &'static str,
        range: KeyRange,
        order: Order,
        limit: usize,
    ) -> Result<Vec<Row>, StoreError>;

    /// How many rows a range has. The cost grows with that number.
    fn count(&self, table: &'static str, range: KeyRange) -> Result<u64, StoreError>;
}

/// The identifier of a table as the database holds it; none while nothing was ever put into the table.
pub(crate) fn find_table(conn: &Connection, shared: &Shared, table: &str) -> Result<Option<i64>, StoreError> {
    shared.sql(
        conn.prepare_cached("SELECT id FROM tables WHERE name = ?1")
            .and_then(|mut statement| statement.query_row([table], |row| row.get(0)).optional()),
    )
}

// A table into which nothing was ever put has no number, and no rows.

pub(crate) fn get(
    conn: &Connection,
    shared: &Shared,
    table: Option<i64>,
    key: &[u8],
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(table) = table else { return Ok(None) };
    shared.sql(
        conn.prepare_cached("SELECT value FROM rows WHERE tbl = ?1 AND key = ?2")
            .and_then(|mut statement| statement.query_row(params![table, key], |row| row.get(0)).optional()),
    )
}

pub(crate) fn scan(
    conn: &Connection,
    shared: &Shared,
    table: Option<i64>,
    range: &KeyRange,
    order: Order,
    limit: usize,
) -> Result<Vec<Row>, StoreError> {
    let Some(table) = table else { return Ok(Vec::new()) };
    let sql = match (range.end.is_some(), order) {
        (true, Order::Ascending) => {
            "SELECT key, value FROM rows WHERE tbl = ?1 AND key >= ?2 AND key < ?4 ORDER BY key LIMIT ?3"
        }
        (true, Order::Descending) => {
            "SELECT key, value FROM rows WHERE tbl = ?1 AND key >= ?2 AND key < ?4 ORDER BY key DESC LIMIT ?3"
        }
        (false, Order::Ascending) => {
            "SELECT key, value FROM rows WHERE tbl = ?1 AND key >= ?2 ORDER BY key LIMIT ?3"
        }
        (false, Order::Descending) => {
            "SELECT key, value FROM rows WHERE tbl = ?1 AND key >= ?2 ORDER BY key DESC LIMIT ?3"
        }
    };
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut values: Vec<&dyn ToSql> = vec![&table, &range.start, &limit];
    values.extend(range.end.as_ref().map(|end| end as &dyn ToSql));
    shared.sql(conn.prepare_cached(sql).and_then(|mut statement| {
        statement.query_map(params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }))
}

pub(crate) fn count(
    conn: &Connection,
    shared: &Shared,
    table: Option<i64>,
    range: &KeyRange,
) -> Result<u64, StoreError> {
    let Some(table) = table else { return Ok(0) };
    let sql = match range.end {
        Some(_) => "SELECT count(*) FROM rows WHERE tbl = ?1 AND key >= ?2 AND key < ?3",
        None => "SELECT count(*) FROM rows WHERE tbl = ?1 AND key >= ?2",
    };
    let mut values: Vec<&dyn ToSql> = vec![&table, &range.start];
    values.extend(range.end.as_ref().map(|end| end as &dyn ToSql));
    shared.sql(
        conn.prepare_cached(sql)
            .and_then(|mut statement| statement.query_row(params_from_iter(values), |row| row.get(0))),
    )
}
