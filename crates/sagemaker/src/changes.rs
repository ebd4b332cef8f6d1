//! Who waits for a change of which resource.

use std::collections::HashMap;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lirio_api::AwsError;
use lirio_service::Context;
use lirio_store::Key;
use tokio::sync::Notify;

/// How long an answer is held for a caller that waits: well below the read timeout of every SDK.
const HELD: Duration = Duration::from_secs(20);

/// A lock whose data stay whole even if a holder panicked: they are changed by single assignments.
pub(crate) fn lock<T: ?Sized>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Bells by resource; there is one only while somebody waits for it.
#[derive(Debug, Default)]
pub(crate) struct Changes(Mutex<HashMap<Key, Arc<Notify>>>);

impl Changes {
    /// Wakes those who wait for this resource.  Called right after the commit of the change.
    pub(crate) fn ring(&self, key: &Key) {
        if let Some(bell) = lock(&self.0).get(key) {
            bell.notify_waiters();
        }
    }

    /// Reads the resource, and for callers who may wait again after each change while it is `in_transition`; at most
    /// twenty seconds.
    ///
    /// A status between (`Stopping` of a job that was `InProgress`) ends no wait: a client's waiter would sleep
    /// for a minute or two after it.
    pub(crate) async fn hold<T>(
        &self,
        ctx: &Context,
        key: &Key,
        read: impl Fn() -> Result<T, AwsError>,
        in_transition: impl Fn(&T) -> bool,
    ) -> Result<T, AwsError> {
        let first = read()?;
        if !in_transition(&first) || !ctx.caller.may_wait {
            return Ok(first);
        }
        let seat = Seat { changes: self, key, bell: lock(&self.0).entry(key.clone()).or_default().clone() };
        let mut time_is_up = pin!(tokio::time::sleep(HELD));
        loop {
            // Listening begins before reading, so that no change falls between the two.
            let mut rung = pin!(seat.bell.notified());
            rung.as_mut().enable();
            let now = read()?;
            if !in_transition(&now) {
                return Ok(now);
            }
            tokio::select! {
                () = &mut rung => {}
                () = &mut time_is_up => return read(),
                () = ctx.platform.shutdown.requested() => return Ok(now),
            }
        }
    }
}

/// A waiter's place; the last one takes the bell away.
struct Seat<'a> {
    changes: &'a Changes,
    key: &'a Key,
    bell: Arc<Notify>,
}

impl Drop for Seat<'_> {
    fn drop(&mut self) {
        let mut bells = lock(&self.changes.0);
        // The map and this seat hold it; more means that others wait too.
        if Arc::strong_count(&self.bell) <= 2 {
            bells.remove(self.key);
        }
    }
}
