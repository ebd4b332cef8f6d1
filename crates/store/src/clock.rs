//! The time of day, passed in, so that tests can move it.

use std::future::Future;
use std::pin::Pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

/// A source of time and of waiting for it.
pub trait Clock: Send + Sync + 'static {
    /// Milliseconds since 1970 in UTC.
    fn now_ms(&self) -> i64;

    /// Resolves when the time may have come. It may wake early: the caller looks at [`Clock::now_ms`] again.
    fn sleep_until(&self, due_ms: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>>;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now_ms(&self) -> i64 {
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX)
    }

    fn sleep_until(&self, due_ms: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        // A minute at most, so that a machine whose clock is set forward is noticed.
        let millis = due_ms.saturating_sub(self.now_ms()).clamp(0, 60_000);
        Box::pin(tokio::time::sleep(Duration::from_millis(millis.unsigned_abs())))
    }
}

/// A clock for tests: it stands still until it is advanced, which wakes those who wait.
#[derive(Debug)]
pub struct ManualClock {
    now_ms: watch::Sender<i64>,
}

impl ManualClock {
    /// A clock that shows `now_ms`.
    pub fn new(now_ms: i64) -> ManualClock {
        ManualClock { now_ms: watch::Sender::new(now_ms) }
    }

    /// Moves the clock forward by `by_ms`.
    pub fn advance(&self, by_ms: i64) {
        self.now_ms.send_modify(|now_ms| *now_ms += by_ms);
    }
}

impl Clock for ManualClock {
    fn now_ms(&self) -> i64 {
        *self.now_ms.borrow()
    }

    fn sleep_until(&self, due_ms: i64) -> Pin<Box<dyn Future<Output = ()> + Send + '_>> {
        let mut changes = self.now_ms.subscribe();
        Box::pin(async move {
            changes
                .wait_for(|now_ms| *now_ms >= due_ms)
                .await
                .expect("the sender is borrowed, so it is open");
        })
    }
}
