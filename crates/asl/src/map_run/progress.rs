//! How far a map run is: what may start, what has ended, and when it is over.

use serde::{Deserialize, Serialize};

use crate::map_run::MapRunSpec;
use crate::record::{Failure, FailureClass};

/// How many executions of a run may run at once, whatever the state machine says.
///
/// The service's own limit (developer guide, "MaxConcurrency").
pub const MAX_CONCURRENCY: u64 = 10_000;

/// How a child of a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChildEnd {
    /// `SUCCEEDED`.
    Succeeded,
    /// `FAILED`.
    Failed,
    /// `TIMED_OUT`.
    TimedOut,
    /// `ABORTED`.
    Aborted,
}

/// Numbers of executions, or of the items that they work on, as `DescribeMapRun` shows them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Found, but not started.
    pub pending: u64,
    /// Started, but not ended.
    pub running: u64,
    /// Ended well.
    pub succeeded: u64,
    /// Ended badly.
    pub failed: u64,
    /// Took too long.
    pub timed_out: u64,
    /// Were stopped.
    pub aborted: u64,
    /// Whose results are part of the run's result.
    pub results_written: u64,
}

impl Counts {
    /// All of them, however they ended.
    pub fn total(&self) -> u64 {
        self.pending + self.running + self.ended()
    }

    /// Those that have ended.
    pub fn ended(&self) -> u64 {
        self.succeeded + self.failed + self.timed_out + self.aborted
    }

    fn end(&mut self, how: ChildEnd, number: u64) {
        self.running = self.running.saturating_sub(number);
        match how {
            ChildEnd::Succeeded => self.succeeded += number,
            ChildEnd::Failed => self.failed += number,
            ChildEnd::TimedOut => self.timed_out += number,
            ChildEnd::Aborted => self.aborted += number,
        }
    }
}

/// What a run may do; it can be changed while the run goes on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// `MaxConcurrency`; 0 means as many as the platform likes.
    pub concurrency: u64,
    /// `ToleratedFailureCount`.
    pub tolerated_failure_count: Option<u64>,
    /// `ToleratedFailurePercentage`, from 0 to 100.
    pub tolerated_failure_percentage: Option<f64>,
}

/// What comes next in a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// So many executions may start, if there are as many.
    Start(u64),
    /// Nothing, until an execution ends or more items are found.
    Wait,
    /// The run has failed: stop the executions that run.
    Stop,
    /// Nothing runs any more. The failure, if it failed.
    Finish(Option<Failure>),
}

/// How far a run is. Small, however large the run: it says what to do, not what was done.
///
/// Children are numbered in the order of their items. `found` and `start` may be reported one by
/// one or many at once; whoever stores this stores it with what it counts, in one commit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What the run may do.
    pub limits: Limits,
    /// Of the executions.
    pub executions: Counts,
    /// Of the items.
    pub items: Counts,
    /// The number of the next execution to start, from 0.
    pub next_child: u64,
    /// Items that executions were started for, which are the first of the source.
    pub items_taken: u64,
    /// Whether all items are known.
    pub counted: bool,
    /// Whether no execution will be found any more.
    pub complete: bool,
    /// Why the run fails.
    pub failure: Option<Failure>,
}

impl Progress {
    /// A run that has found nothing yet.
    pub fn new(spec: &MapRunSpec) -> Progress {
        Progress {
            limits: Limits {
                concurrency: u64::from(spec.concurrency),
                tolerated_failure_count: spec.tolerated_failure_count,
                tolerated_failure_percentage: spec.tolerated_failure_percentage,
            },
            executions: Counts::default(),
            items: Counts::default(),
            next_child: 0,
            items_taken: 0,
            counted: false,
            complete: false,
            failure: None,
        }
    }

    /// So many executions of so many items wait to be started.
    pub fn found(&mut self, executions: u64, items: u64) {
        self.executions.pending += executions;
        self.items.pending += items;
    }

    /// There are no more items than those that were found.
    pub fn all_counted(&mut self) {
        self.counted = true;
        self.judge();
    }

    /// There are no more executions than those that were found.
    pub fn all_found(&mut self) {
        self.complete = true;
        self.all_counted();
    }

    /// An execution of so many items starts; answers its number.
    pub fn start(&mut self, items: u64) -> u64 {
        self.executions.pending = self.executions.pending.saturating_sub(1);
        self.items.pending = self.items.pending.saturating_sub(items);
        self.executions.running += 1;
        self.items.running += items;
        self.items_taken += items;
        self.next_child += 1;
        self.next_child - 1
    }

    /// An execution of so many items has ended.
    pub fn end(&mut self, items: u64, how: ChildEnd) {
        self.executions.end(how, 1);
        self.items.end(how, items);
        self.judge();
    }

    /// The run cannot go on; the first reason stays.
    pub fn fail(&mut self, failure: Failure) {
        self.failure.get_or_insert(failure);
    }

    /// The limits are others from now on.
    pub fn set_limits(&mut self, limits: Limits) {
        self.limits = limits;
        self.judge();
    }

    /// The results of all that ended are where they belong.
    pub fn results_written(&mut self) {
        for counts in [&mut self.executions, &mut self.items] {
            counts.results_written = counts.ended();
        }
    }

    /// How many executions may start now.
    pub fn room(&self) -> u64 {
        if self.failure.is_some() {
            return 0;
        }
        let most = match self.limits.concurrency {
            0 => MAX_CONCURRENCY,
            number => number.min(MAX_CONCURRENCY),
        };
        most.saturating_sub(self.executions.running)
    }

    /// What comes next.
    pub fn next(&self) -> Next {
        let running = self.executions.running;
        match &self.failure {
            Some(_) if running > 0 => Next::Stop,
            Some(failure) => Next::Finish(Some(failure.clone())),
            None if running == 0 && self.complete && self.executions.pending == 0 => Next::Finish(None),
            None => match self.room() {
                0 => Next::Wait,
                _ if self.complete && self.executions.pending == 0 => Next::Wait,
                room => Next::Start(room),
            },
        }
    }

    /// Fails the run when more has failed than it tolerates.
    fn judge(&mut self) {
        if self.exceeds() {
            self.fail(Failure {
                error: Some("States.ExceedToleratedFailureThreshold".to_owned()),
                cause: Some("The specified tolerated failure threshold was exceeded".to_owned()),
                class: FailureClass::Plain,
            });
        }
    }

    /// Items that failed or took too long count; those that somebody stopped do not.
    fn exceeds(&self) -> bool {
        let failed = self.items.failed + self.items.timed_out;
        let (count, percentage) =
            (self.limits.tolerated_failure_count, self.limits.tolerated_failure_percentage);
        if failed == 0 {
            return false;
        }
        if count.is_none() && percentage.is_none() {
            return true;
        }
        // A part of an unknown number is unknown, unless it is nothing.
        let too_large_a_part = percentage.is_some_and(|percentage| match self.counted {
            true => failed as f64 * 100.0 > percentage * self.items.total() as f64,
            false => percentage <= 0.0,
        });
        count.is_some_and(|count| failed > count) || too_large_a_part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(concurrency: u64, count: Option<u64>, percentage: Option<f64>) -> Progress {
        Progress {
            limits: Limits {
                concurrency,
                tolerated_failure_count: count,
                tolerated_failure_percentage: percentage,
            },
            executions: Counts::default(),
            items: Counts::default(),
            next_child: 0,
            items_taken: 0,
            counted: false,
            complete: false,
            failure: None,
        }
    }

    #[test]
    fn a_run_from_begin_to_end() {
        let mut run = progress(2, None, None);
        assert_eq!(run.next(), Next::Start(2));
        run.found(3, 3);
        run.all_found();
        assert_eq!((run.start(1), run.start(1)), (0, 1));
        assert_eq!(run.next(), Next::Wait);
        run.end(1, ChildEnd::Succeeded);
        assert_eq!(run.next(), Next::Start(1));
        assert_eq!(run.start(1), 2);
        run.end(1, ChildEnd::Succeeded);
        run.end(1, ChildEnd::Aborted);
        assert_eq!(run.next(), Next::Finish(None));
        run.results_written();
        let expected = Counts { succeeded: 2, aborted: 1, results_written: 3, ..Counts::default() };
        assert_eq!((run.executions, run.items, run.items_taken), (expected, expected, 3));
    }

    #[test]
    fn zero_concurrency_is_the_services_limit() {
        assert_eq!(progress(0, None, None).next(), Next::Start(MAX_CONCURRENCY));
        assert_eq!(progress(50_000, None, None).next(), Next::Start(MAX_CONCURRENCY));
    }

    /// Of `total` items in one execution each, `failed` fail one after the other.
    fn check(
        count: Option<u64>,
        percentage: Option<f64>,
        total: u64,
        counted: bool,
        failed: u64,
        fails: bool,
    ) {
        let mut run = progress(0, count, percentage);
        run.found(total, total);
        for number in 0..total {
            assert_eq!(run.start(1), number);
        }
        if counted {
            run.all_found();
        }
        (0..failed).for_each(|_| run.end(1, ChildEnd::Failed));
        let what = format!("{count:?} {percentage:?} {failed} of {total}, counted: {counted}");
        assert_eq!(run.failure.is_some(), fails, "{what}");
    }

    #[test]
    fn tolerance() {
        check(None, None, 3, true, 0, false);
        check(None, None, 3, true, 1, true);
        check(Some(1), None, 3, true, 1, false);
        check(Some(1), None, 3, true, 2, true);
        check(None, Some(50.0), 4, true, 2, false);
        check(None, Some(50.0), 4, true, 3, true);
        check(None, Some(100.0), 4, true, 4, false);
        check(None, Some(0.0), 4, false, 1, true);
        // While items are still being read, a part of them cannot be exceeded.
        check(None, Some(50.0), 4, false, 4, false);
        check(Some(3), Some(10.0), 10, true, 1, false);
        check(Some(3), Some(10.0), 10, true, 2, true);
    }

    #[test]
    fn a_part_is_judged_when_the_last_item_is_known() {
        let mut run = progress(0, None, Some(50.0));
        run.found(1, 1);
        run.start(1);
        run.end(1, ChildEnd::TimedOut);
        assert!(run.failure.is_none());
        run.all_found();
        assert_eq!(run.failure.and_then(|f| f.error).unwrap(), "States.ExceedToleratedFailureThreshold");
    }

    #[test]
    fn a_failed_run_stops_what_runs() {
        let mut run = progress(0, None, None);
        run.found(3, 3);
        run.start(1);
        run.start(1);
        run.end(1, ChildEnd::Failed);
        assert_eq!(run.next(), Next::Stop);
        run.end(1, ChildEnd::Aborted);
        assert!(matches!(run.next(), Next::Finish(Some(_))));
        assert_eq!(run.executions.pending, 1);
    }
}
