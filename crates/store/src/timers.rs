//! Stored timers: at the due time, a message.

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use rusqlite::params;

use crate::{Clock, Store, StoreError, Txn};

/// Timers that fire in one commit.
const AT_ONCE: usize = 256;
/// The wait after a failed commit.
const TROUBLE: Duration = Duration::from_millis(200);

impl Store {
    /// Fires timers until `shutdown` resolves; one task per store runs this.
    ///
    /// A timer fires in one commit that removes it and enqueues its message, so it fires once, whatever happens.
    /// Timers that came due while no process ran fire at the start, in the order of their times.
    pub async fn run_timers(&self, shutdown: impl Future<Output = ()> + Send, clock: Arc<dyn Clock>) {
        let mut shutdown = pin!(shutdown);
        loop {
            let now_ms = clock.now_ms();
            match self.next_timer() {
                Ok(Some(due_ms)) if due_ms <= now_ms => match self.commit(move |txn| fire(txn, now_ms)).await
                {
                    Ok(()) => {}
                    Err(StoreError::Closed) => return,
                    Err(error) => {
                        tracing::error!(%error, "cannot fire timers");
                        tokio::select! {
                            () = &mut shutdown => return,
                            () = tokio::time::sleep(TROUBLE) => {}
                        }
                    }
                },
                Ok(Some(due_ms)) => tokio::select! {
                    () = &mut shutdown => return,
                    () = self.inner.shared.timers.notified() => {}
                    () = clock.sleep_until(due_ms) => {}
                },
                Ok(None) => tokio::select! {
                    () = &mut shutdown => return,
                    () = self.inner.shared.timers.notified() => {}
                },
                Err(StoreError::Closed) => return,
                Err(error) => {
                    tracing::error!(%error, "cannot read timers");
                    tokio::select! {
                        () = &mut shutdown => return,
                        () = tokio::time::sleep(TROUBLE) => {}
                    }
                }
            }
        }
    }

    fn next_timer(&self) -> Result<Option<i64>, StoreError> {
        self.read(|reader| {
            reader.shared.sql(
                reader
                    .conn
                    .prepare_cached("SELECT min(due_ms) FROM timers")
                    .and_then(|mut statement| statement.query_row([], |row| row.get(0))),
            )
        })
    }
}

fn fire(txn: &mut Txn<'_>, now_ms: i64) -> Result<(), StoreError> {
    let due: Vec<(String, String, Vec<u8>)> = txn.statement(
        "SELECT id, topic, payload FROM timers WHERE due_ms <= ?1 ORDER BY due_ms, id LIMIT ?2",
        |statement| {
            let rows = statement
                .query_map(params![now_ms, AT_ONCE], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            rows.collect()
        },
    )?;
    for (id, topic, payload) in due {
        txn.cancel_timer(&id)?;
        txn.enqueue_bytes(&topic, &payload)?;
    }
    Ok(())
}
