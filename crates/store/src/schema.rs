//! The database schema and its migrations.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::StoreError;

/// "liri" in ASCII: tells a database of ours from any other SQLite file.
const APPLICATION_ID: i32 = 0x6c69_7269;

/// One step per version, applied in order, never edited once released.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE tables (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    );
    CREATE TABLE rows (
        tbl INTEGER NOT NULL,
        key BLOB NOT NULL,
        value BLOB NOT NULL,
        PRIMARY KEY (tbl, key)
    ) WITHOUT ROWID;
    -- AUTOINCREMENT, so that a sequence number is never given twice and a late acknowledgement hits nothing else.
    CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        topic TEXT NOT NULL,
        enqueued_ms INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        payload BLOB NOT NULL
    );
    CREATE INDEX outbox_topic ON outbox (topic, seq);
    CREATE TABLE dead_letters (
        seq INTEGER PRIMARY KEY,
        topic TEXT NOT NULL,
        enqueued_ms INTEGER NOT NULL,
        attempts INTEGER NOT NULL,
        died_ms INTEGER NOT NULL,
        reason TEXT NOT NULL,
        payload BLOB NOT NULL
    );
    CREATE TABLE timers (
        id TEXT PRIMARY KEY,
        due_ms INTEGER NOT NULL,
        topic TEXT NOT NULL,
        payload BLOB NOT NULL
    );
    CREATE INDEX timers_due ON timers (due_ms);
    CREATE TABLE sequences (
        name TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) WITHOUT ROWID;
    -- `content` is null where the bytes are a file; `crc` covers `content`.
    CREATE TABLE blobs (
        id BLOB PRIMARY KEY,
        refs INTEGER NOT NULL,
        len INTEGER NOT NULL,
        crc INTEGER,
        content BLOB
    );
"];

/// Opens the connection that writes, and brings the schema up to date.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, StoreError> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = |error: rusqlite::Error| StoreError::sqlite(path, &error);
    let mut conn = Connection::open_with_flags(path, flags).map_err(sql)?;
    let found: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(sql)?;
    let application: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(sql)?;
    let wanted = u32::try_from(MIGRATIONS.len()).expect("a handful of migrations");
    if found > wanted || (found > 0 && application != APPLICATION_ID) {
        return Err(StoreError::Format {
            found: format!("schema {found} (application {application:#x})"),
            wanted: format!("schema {wanted} (application {APPLICATION_ID:#x})"),
        });
    }
    // A checkpoint each 16 MiB: rows of one table that lie apart share its writes and its two syncs, and the log is
    // still read within some tens of milliseconds after a crash.  The cache holds the inner pages of a large database
    // and those that the next commits change again.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA wal_autocheckpoint = 4000;
         PRAGMA journal_size_limit = 33554432;
         PRAGMA busy_timeout = 5000;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -8192;",
    )
    .map_err(sql)?;
    conn.set_prepared_statement_cache_capacity(48);
    if found < wanted {
        let txn = conn.transaction().map_err(sql)?;
        for (version, migration) in (1_u32..).zip(MIGRATIONS).skip(found as usize) {
            txn.execute_batch(migration).map_err(sql)?;
            txn.pragma_update(None, "user_version", version).map_err(sql)?;
        }
        txn.pragma_update(None, "application_id", APPLICATION_ID).map_err(sql)?;
        txn.commit().map_err(sql)?;
        // The database file gets its pages now: on a full disk a checkpoint then needs little or no growth.
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).map_err(sql)?;
    }
    Ok(conn)
}

/// Opens a connection that only reads.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = |error: rusqlite::Error| StoreError::sqlite(path, &error);
    let conn = Connection::open_with_flags(path, flags).map_err(sql)?;
    conn.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -512;")
        .map_err(sql)?;
    conn.set_prepared_statement_cache_capacity(24);
    Ok(conn)
}
