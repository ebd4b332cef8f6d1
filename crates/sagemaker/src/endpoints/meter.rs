//! What is counted of a variant's invocations: a few atomic additions each, no lock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// The numbers of one variant of one deployment since they were last taken.
pub(crate) struct Meter {
    pub(crate) endpoint: String,
    pub(crate) variant: String,
    /// Instances, for the invocations of each.
    pub(crate) instances: AtomicI64,
    client_errors: AtomicU64,
    server_errors: AtomicU64,
    model_errors: AtomicU64,
    model: Histogram,
    overhead: Histogram,
}

/// How an invocation ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The container's status.
    Status(u16),
    /// No answer: a broken connection, or none in time.
    Broken,
}

/// The numbers, taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Taken {
    pub(crate) client_errors: u64,
    pub(crate) server_errors: u64,
    pub(crate) model_errors: u64,
    /// Values in microseconds and how often each was met; there are as many as invocations.
    pub(crate) model: Vec<(f64, f64)>,
    pub(crate) overhead: Vec<(f64, f64)>,
}

impl Meter {
    pub(crate) fn new(endpoint: &str, variant: &str) -> Arc<Self> {
        Arc::new(Self {
            endpoint: endpoint.to_owned(),
            variant: variant.to_owned(),
            instances: AtomicI64::new(1),
            client_errors: AtomicU64::new(0),
            server_errors: AtomicU64::new(0),
            model_errors: AtomicU64::new(0),
            model: Histogram::new(),
            overhead: Histogram::new(),
        })
    }

    /// Counts an invocation: what the container took, and what was taken beside it.
    pub(crate) fn count(&self, ending: Ending, model: Duration, overhead: Duration) {
        match ending {
            Ending::Status(200..=299) => {}
            Ending::Status(status) => {
                if let 400..=499 = status {
                    self.client_errors.fetch_add(1, Ordering::Relaxed);
                } else if status >= 500 {
                    self.server_errors.fetch_add(1, Ordering::Relaxed);
                }
                self.model_errors.fetch_add(1, Ordering::Relaxed);
            }
            Ending::Broken => drop(self.model_errors.fetch_add(1, Ordering::Relaxed)),
        }
        self.overhead.add(overhead);
        self.model.add(model);
    }

    /// Takes the numbers; nothing if there was no invocation.
    pub(crate) fn take(&self) -> Option<Taken> {
        let take = |counter: &AtomicU64| counter.swap(0, Ordering::Relaxed);
        let taken = Taken {
            model: self.model.take(),
            overhead: self.overhead.take(),
            client_errors: take(&self.client_errors),
            server_errors: take(&self.server_errors),
            model_errors: take(&self.model_errors),
        };
        (taken != Taken::default()).then_some(taken)
    }
}

/// Steps of a doubling: values of one bucket differ by three per cent at most.
const STEPS: u64 = 32;
const STEP_BITS: u32 = STEPS.trailing_zeros();
/// The longest duration that is told from longer ones: two minutes, in microseconds.
const LONGEST: u64 = (1 << 27) - 1;
const BUCKETS: usize = (STEPS as usize) * (27 - STEP_BITS as usize + 1);
/// Below this bit of a bucket stands the sum of its values, above it their number.
const SUM_BITS: u32 = 44;

/// Durations by size.  A bucket's count and the sum of its values are one number, so that they are always taken
/// together and the mean stays exact.
struct Histogram(Box<[AtomicU64]>);

impl Histogram {
    fn new() -> Self {
        Self((0..BUCKETS).map(|_| AtomicU64::new(0)).collect())
    }

    fn add(&self, duration: Duration) {
        let micros = u64::try_from(duration.as_micros()).unwrap_or(LONGEST).min(LONGEST);
        if let Some(bucket) = self.0.get(bucket(micros)) {
            bucket.fetch_add((1 << SUM_BITS) | micros, Ordering::Relaxed);
        }
    }

    fn take(&self) -> Vec<(f64, f64)> {
        let taken = self.0.iter().filter(|bucket| bucket.load(Ordering::Relaxed) > 0);
        taken
            .map(|bucket| {
                let both = bucket.swap(0, Ordering::Relaxed);
                let (count, sum) = (both >> SUM_BITS, both & ((1 << SUM_BITS) - 1));
                (sum as f64 / count.max(1) as f64, count as f64)
            })
            .collect()
    }
}

fn bucket(micros: u64) -> usize {
    if micros < STEPS {
        return micros as usize;
    }
    let doubling = u64::BITS - 1 - micros.leading_zeros() - STEP_BITS;
    let step = (micros >> doubling) & (STEPS - 1);
    (u64::from(doubling + 1) * STEPS + step) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_are_in_order_and_narrow() {
        let mut last = 0;
        for micros in (0..100_000).chain([1 << 20, (1 << 26) + 5, LONGEST]) {
            let found = bucket(micros);
            assert!(found >= last && found < BUCKETS, "{micros}: {found}");
            if found == last && micros > STEPS {
                // The same bucket as a value three per cent smaller at most.
                assert_ne!(bucket(micros - micros / STEPS - 1), found);
            }
            last = found;
        }
    }

    #[test]
    fn what_is_counted_is_taken_once() {
        let meter = Meter::new("e", "v");
        assert_eq!(meter.take(), None);
        let count = |ending, micros| {
            meter.count(ending, Duration::from_micros(micros), Duration::from_micros(7));
        };
        count(Ending::Status(200), 1000);
        count(Ending::Status(200), 1002);
        count(Ending::Status(404), 5);
        count(Ending::Status(500), 5);
        count(Ending::Broken, 60_000_000_000);
        let taken = meter.take().unwrap();
        assert_eq!((taken.client_errors, taken.server_errors, taken.model_errors), (1, 1, 3));
        assert_eq!(taken.model, [(5.0, 2.0), (1001.0, 2.0), (LONGEST as f64, 1.0)]);
        assert_eq!(taken.overhead, [(7.0, 5.0)]);
        assert_eq!(meter.take(), None);
    }
}
