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

    fn of(&mut self, how: ChildEnd) -> &mut u64 {
        match how {
            ChildEnd::Succeeded => &mut self.succeeded,
            ChildEnd::Failed => &mut self.failed,
            ChildEnd::TimedOut => &mut self.timed_out,
            ChildEnd::Aborted => &mut self.aborted,
        }
    }

    fn end(&mut self, how: ChildEnd, number: u64) {
        self.running = self.running.saturating_sub(number);
        *self.of(how) += number;
    }

    fn start_again(&mut self, how: ChildEnd, number: u64) {
        let ended = self.of(how);
        *ended = ended.saturating_sub(number);
        self.running += number;
    }
}

/// Executions of a run that did not succeed, or their items: a part of [`Counts`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsuccessful {
    /// Those that failed.
    pub failed: u64,
    /// Those that took too long.
    pub timed_out: u64,
    /// Those that were stopped.
    pub aborted: u64,
}

impl Unsuccessful {
    /// All of them.
    pub fn total(&self) -> u64 {
        self.failed + self.timed_out + self.aborted
    }

    fn of(&mut self, how: ChildEnd) -> Option<&mut u64> {
        match how {
            ChildEnd::Succeeded => None,
            ChildEnd::Failed => Some(&mut self.failed),
            ChildEnd::TimedOut => Some(&mut self.timed_out),
            ChildEnd::Aborted => Some(&mut self.aborted),
        }
    }

    fn add(&mut self, how: ChildEnd, number: u64) {
        if let Some(count) = self.of(how) {
            *count += number;
        }
    }

    fn take(&mut self, how: ChildEnd, number: u64) {
        if let Some(count) = self.of(how) {
            *count = count.saturating_sub(number);
        }
    }

    /// Those of `counts` that are not among `lost`.
    fn rest(counts: &Counts, lost: &Unsuccessful) -> Unsuccessful {
        Unsuccessful {
            failed: counts.failed.saturating_sub(lost.failed),
            timed_out: counts.timed_out.saturating_sub(lost.timed_out),
            aborted: counts.aborted.saturating_sub(lost.aborted),
        }
    }
}

/// What a redrive of a run does with the executions that were started before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Redrive {
    /// How often the run was redriven.
    pub count: u64,
    /// Executions that ended without success and wait to be redriven.
    pub waiting: Unsuccessful,
    /// The items of these.
    pub waiting_items: Unsuccessful,
    /// Executions that ended without success and cannot be redriven.
    pub lost: Unsuccessful,
    /// The items of these.
    pub lost_items: Unsuccessful,
    /// The number of the execution from which on those that wait are found.
    pub next: u64,
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
    /// So many executions that wait for it may be redriven.
    Redrive(u64),
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
    /// What was done before, when the run was redriven.
    #[serde(default)]
    pub redrive: Redrive,
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
            redrive: Redrive::default(),
        }
    }

    /// The run is redriven, for the time of that number.  Its executions that did not succeed wait
    /// to be redriven, and failures are judged anew.
    pub fn redrive(&mut self, count: u64) {
        let redrive = &mut self.redrive;
        redrive.count = count;
        redrive.waiting = Unsuccessful::rest(&self.executions, &redrive.lost);
        redrive.waiting_items = Unsuccessful::rest(&self.items, &redrive.lost_items);
        redrive.next = 0;
        self.failure = None;
        self.judge();
    }

    /// The run is redriven before any execution was started: its items are found again.
    pub fn redrive_from_start(&mut self, count: u64) {
        *self = Progress {
            limits: self.limits,
            executions: Counts::default(),
            items: Counts::default(),
            next_child: 0,
            items_taken: 0,
            counted: false,
            complete: false,
            failure: None,
            redrive: Redrive { count, ..Redrive::default() },
        };
    }

    /// The execution of that number, which waited for it, runs again.
    pub fn start_again(&mut self, index: u64, items: u64, how: ChildEnd) {
        self.no_longer_waits(index, items, how);
        self.executions.start_again(how, 1);
        self.items.start_again(how, items);
    }

    /// The execution of that number, which waited for it, cannot be redriven.
    pub fn leave_as_failed(&mut self, index: u64, items: u64, how: ChildEnd) {
        self.no_longer_waits(index, items, how);
        self.lose(items, how);
        self.judge();
    }

    /// An execution that ended so can never be redriven.
    pub fn lose(&mut self, items: u64, how: ChildEnd) {
        self.redrive.lost.add(how, 1);
        self.redrive.lost_items.add(how, items);
    }

    fn no_longer_waits(&mut self, index: u64, items: u64, how: ChildEnd) {
        self.redrive.waiting.take(how, 1);
        self.redrive.waiting_items.take(how, items);
        self.redrive.next = index + 1;
    }

    /// No execution of those that wait is there any more.
    pub fn none_waits(&mut self) {
        self.redrive.waiting = Unsuccessful::default();
        self.redrive.waiting_items = Unsuccessful::default();
        self.judge();
    }

    /// The run is over: the results of all that ended are where they belong, and none waits to be
    /// redriven.
    pub fn over(&mut self) {
        self.redrive.waiting = Unsuccessful::default();
        self.redrive.waiting_items = Unsuccessful::default();
        for counts in [&mut self.executions, &mut self.items] {
            counts.results_written = counts.ended();
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
        let waiting = self.redrive.waiting.total();
        match &self.failure {
            Some(_) if running > 0 => Next::Stop,
            Some(failure) => Next::Finish(Some(failure.clone())),
            None if running == 0 && waiting == 0 && self.complete && self.executions.pending == 0 => {
                Next::Finish(None)
            }
            None => match self.room() {
                0 => Next::Wait,
                room if waiting > 0 => Next::Redrive(room.min(waiting)),
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

    /// Items that failed or took too long count, unless they are about to be done again; those that
    /// somebody stopped do not.
    fn exceeds(&self) -> bool {
        let again = self.redrive.waiting_items;
        let failed = self.items.failed + self.items.timed_out;
        let failed = failed.saturating_sub(again.failed + again.timed_out);
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
            redrive: Redrive::default(),
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
        run.over();
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

    #[test]
    fn a_redriven_run_starts_again_what_did_not_succeed() {
        let mut run = progress(2, None, None);
        run.found(4, 8);
        run.all_found();
        assert_eq!((run.start(2), run.start(2)), (0, 1));
        run.end(2, ChildEnd::Succeeded);
        run.start(2);
        run.end(2, ChildEnd::Failed);
        run.end(2, ChildEnd::Aborted);
        assert!(matches!(run.next(), Next::Finish(Some(_))));
        run.redrive(1);
        let waiting = |run: &Progress| (run.redrive.waiting.total(), run.redrive.waiting_items.total());
        assert_eq!((run.next(), waiting(&run)), (Next::Redrive(2), (2, 4)));
        // What waits is still counted by how it ended.
        assert_eq!((run.executions.failed, run.executions.aborted, run.executions.total()), (1, 1, 4));
        run.start_again(1, 2, ChildEnd::Failed);
        assert_eq!((run.next(), waiting(&run), run.redrive.next), (Next::Redrive(1), (1, 2), 2));
        run.start_again(2, 2, ChildEnd::Aborted);
        assert_eq!((run.next(), run.executions.failed, run.executions.running), (Next::Wait, 0, 2));
        run.end(2, ChildEnd::Succeeded);
        assert_eq!((run.next(), run.start(2)), (Next::Start(1), 3));
        run.end(2, ChildEnd::Succeeded);
        run.end(2, ChildEnd::Succeeded);
        assert_eq!((run.next(), run.items.succeeded), (Next::Finish(None), 8));
    }

    #[test]
    fn what_cannot_be_redriven_counts_as_failed() {
        let ended = |tolerated| {
            let mut run = progress(0, Some(tolerated), None);
            run.found(3, 3);
            run.all_found();
            for how in [ChildEnd::Failed, ChildEnd::TimedOut, ChildEnd::Failed] {
                run.start(1);
                run.end(1, how);
            }
            run.redrive(1);
            assert_eq!(run.failure, None);
            run.leave_as_failed(0, 1, ChildEnd::Failed);
            run
        };
        assert!(ended(0).failure.is_some());
        let mut run = ended(1);
        assert_eq!((run.failure.is_some(), run.redrive.lost.total()), (false, 1));
        run.start_again(1, 1, ChildEnd::TimedOut);
        run.end(1, ChildEnd::Failed);
        assert!(run.failure.is_some());
        run.over();
        assert_eq!((run.redrive.waiting.total(), run.executions.results_written), (0, 3));
        // It is lost for every redrive after this one too.
        run.redrive(2);
        assert_eq!((run.redrive.waiting.total(), run.redrive.count, run.failure), (2, 2, None));
    }

    #[test]
    fn a_run_that_started_nothing_begins_again() {
        let mut run = progress(3, Some(5), None);
        run.found(2, 2);
        run.fail(Failure { error: None, cause: None, class: FailureClass::Plain });
        run.limits.concurrency = 7;
        run.redrive_from_start(1);
        assert_eq!((run.executions.total(), run.limits.concurrency, run.redrive.count), (0, 7, 1));
        assert_eq!(run.next(), Next::Start(7));
    }
}
