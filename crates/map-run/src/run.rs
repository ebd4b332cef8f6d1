//! Which executions to start, how they ended, and when the run is over.

use lirio_asl::MapRunSpec;

use crate::failure::RunFailure;

/// The most executions at once where the state names no limit.
const DEFAULT_CONCURRENCY: u32 = 10_000;

/// How a run stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Executions run, or are to be started.
    Running,
    /// All ended, and no more failed than may.
    Succeeded,
    /// More failed than may; those that run are to be stopped.
    Failed(RunFailure),
}

/// The counters of a run. Executions are told apart by their number, from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    concurrency: u32,
    tolerated_count: Option<u64>,
    tolerated_percentage: Option<f64>,
    total: u64,
    started: u64,
    succeeded: u64,
    failed: u64,
}

impl Run {
    /// A run of so many executions.
    pub fn new(spec: &MapRunSpec, total: u64) -> Run {
        let concurrency = if spec.concurrency == 0 { DEFAULT_CONCURRENCY } else { spec.concurrency };
        Run {
            concurrency: concurrency.min(DEFAULT_CONCURRENCY),
            tolerated_count: spec.tolerated_failure_count,
            tolerated_percentage: spec.tolerated_failure_percentage,
            total,
            started: 0,
            succeeded: 0,
            failed: 0,
        }
    }

    /// The number of the next execution to start, if one may start now.
    pub fn start(&mut self) -> Option<u64> {
        let running = self.started - self.succeeded - self.failed;
        let may = self.started < self.total && running < u64::from(self.concurrency);
        if !may || self.verdict() != Verdict::Running {
            return None;
        }
        self.started += 1;
        Some(self.started - 1)
    }

    /// An execution ended. One that was stopped or timed out has failed.
    pub fn ended(&mut self, succeeded: bool) {
        if succeeded {
            self.succeeded += 1;
        } else {
            self.failed += 1;
        }
    }

    /// How the run stands. Either of two thresholds that is exceeded ends it; without any, none may
    /// fail.
    pub fn verdict(&self) -> Verdict {
        let share = if self.total == 0 { 0.0 } else { self.failed as f64 * 100.0 / self.total as f64 };
        let by_count = match (self.tolerated_count, self.tolerated_percentage) {
            (Some(most), _) => self.failed > most,
            (None, Some(_)) => false,
            (None, None) => self.failed > 0,
        };
        if by_count || self.tolerated_percentage.is_some_and(|most| share > most) {
            return Verdict::Failed(RunFailure::threshold());
        }
        if self.succeeded + self.failed == self.total { Verdict::Succeeded } else { Verdict::Running }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(concurrency: u32, count: Option<u64>, percentage: Option<f64>) -> MapRunSpec {
        MapRunSpec {
            concurrency,
            tolerated_failure_count: count,
            tolerated_failure_percentage: percentage,
            items: None,
            reader: None,
            batcher: None,
            writer: None,
            refused: None,
        }
    }

    /// Runs ten executions of which so many fail at the end; answers how many failures it took.
    fn failures(count: Option<u64>, percentage: Option<f64>) -> Option<u64> {
        let mut run = Run::new(&spec(0, count, percentage), 10);
        while run.start().is_some() {}
        for failures in 1..=10 {
            run.ended(false);
            if let Verdict::Failed(_) = run.verdict() {
                return Some(failures);
            }
        }
        None
    }

    #[test]
    fn thresholds() {
        assert_eq!(failures(None, None), Some(1));
        assert_eq!(failures(Some(0), None), Some(1));
        assert_eq!(failures(Some(3), None), Some(4));
        assert_eq!(failures(None, Some(0.0)), Some(1));
        assert_eq!(failures(None, Some(25.0)), Some(3));
        assert_eq!(failures(None, Some(100.0)), None);
        assert_eq!(failures(Some(5), Some(20.0)), Some(3));
    }

    #[test]
    fn concurrency_and_end() {
        let mut run = Run::new(&spec(2, None, None), 3);
        assert_eq!((run.start(), run.start(), run.start()), (Some(0), Some(1), None));
        run.ended(true);
        assert_eq!((run.start(), run.start()), (Some(2), None));
        run.ended(true);
        assert_eq!(run.verdict(), Verdict::Running);
        run.ended(true);
        assert_eq!(run.verdict(), Verdict::Succeeded);
        assert_eq!(Run::new(&spec(0, None, None), 0).verdict(), Verdict::Succeeded);
    }
}
