//! `Retry` and `Catch`, and where a failure goes that nothing catches.

use serde_json::{Value, json};

use super::data_flow::{Fault, Leaving, Sight};
use super::{Decider, is_root};
use crate::data::Data;
use crate::machine::{Catcher, QueryLanguage, Retrier, StateKind, Transition};
use crate::record::{Assigned, Change, Failure, FailureClass, FrameId};

/// The longest pause before a retry.
const MAX_DELAY_MS: f64 = 99_999_999.0 * 1000.0;

impl Decider<'_> {
    /// Handles a failure of the frame's state. `group` says that branches or iterations had begun,
    /// so that the history shows the end of the Parallel or Map state too.
    pub(super) fn on_error(&mut self, id: FrameId, failure: Failure, group: bool) {
        let Some((frame, state)) = self.frame_and_state(id) else { return };
        let retry = state.kind.errors().and_then(|errors| {
            let mut entries = errors.retry.iter().enumerate();
            // The first entry that names the error decides; when it is used up, no other is tried.
            entries.find(|(_, retrier)| matches(&retrier.error_equals, &failure))
        });
        self.note(|trace| trace.failure = Some(failure.clone()));
        if let Some((retrier, entry)) = retry {
            self.note(|trace| trace.error_details.retry_index = Some(retrier));
            let attempts = frame.attempts.get(&retrier).copied().unwrap_or(0);
            if attempts < entry.max_attempts {
                let delay_ms = delay_ms(entry, attempts, self.random);
                self.note(|trace| {
                    trace.error_details.retry_backoff_seconds = Some(delay_ms.unsigned_abs() / 1000);
                });
                let until_ms = self.now_ms.saturating_add(delay_ms);
                return self.record(Change::RetryScheduled { frame: id, retrier, until_ms });
            }
        }
        match (&state.kind, group) {
            (StateKind::Map(_), true) => self.record(Change::MapFailed { frame: id, failure }),
            (_, true) => self.record(Change::ParallelFailed { frame: id, failure }),
            (_, false) => self.after_retry(id, failure),
        }
    }

    /// Handles a failure that no entry of `Retry` takes.
    pub(super) fn after_retry(&mut self, id: FrameId, failure: Failure) {
        let Some((_, state)) = self.frame_and_state(id) else { return };
        let errors = state.kind.errors();
        let catcher = errors.and_then(|errors| {
            errors.catch.iter().enumerate().find(|(_, catcher)| matches(&catcher.error_equals, &failure))
        });
        match catcher {
            Some((index, catcher)) => {
                self.note(|trace| trace.error_details.catch_index = Some(index));
                self.catch(id, &failure, catcher);
            }
            None => self.give_up(id, failure),
        }
    }

    fn catch(&mut self, id: FrameId, failure: &Failure, catcher: &Catcher) {
        match self.caught(id, failure, catcher) {
            Ok((output, _)) if output.is_too_large() => {
                let failure = self.data_limit(&self.state_name(id));
                self.give_up(id, failure);
            }
            Ok((output, assigned)) => self.exit(id, Transition::Next(catcher.next), output, assigned),
            // Nothing catches what goes wrong in a Catch.
            Err(fault) => self.give_up(id, fault.failure),
        }
    }

    fn caught(
        &mut self,
        id: FrameId,
        failure: &Failure,
        catcher: &Catcher,
    ) -> Result<(Data, Option<Assigned>), Fault> {
        let Some((frame, state)) = self.frame_and_state(id) else { return Err(failure.clone().into()) };
        // What a task did not say is null, as recorded of a SendTaskFailure without an error; what the
        // interpreter itself does not say is empty, as recorded of timeouts.
        let unsaid = if failure.class == FailureClass::Task { Value::Null } else { Value::from("") };
        let text = |field: &Option<String>| field.clone().map_or_else(|| unsaid.clone(), Value::String);
        let error = json!({"Error": text(&failure.error), "Cause": text(&failure.cause)});
        let error = Data::from_value(error).map_err(|error| self.too_deep(id, &error))?;
        match state.query_language {
            QueryLanguage::Jsonata => {
                let sight = Sight { error_output: Some(&error), ..Sight::default() };
                let leaving = Leaving { output: catcher.output.as_ref(), assign: catcher.assign.as_ref() };
                self.leave_jsonata(id, &frame, &leaving, error.clone(), sight)
            }
            QueryLanguage::JsonPath => {
                let output = self.place(id, &frame, catcher.result_path.as_ref(), &error)?;
                let assigned =
                    self.assigned(id, &frame, catcher.assign.as_ref(), &error, Sight::default())?;
                Ok((output, assigned))
            }
        }
    }

    fn state_name(&self, id: FrameId) -> String {
        let state = self.execution.frame(id).and_then(|frame| frame.state);
        state.map_or_else(String::new, |state| self.machine.states[state].name.clone())
    }

    /// Nothing catches the failure here: it goes to the state around, or ends the execution.
    fn give_up(&mut self, id: FrameId, failure: Failure) {
        self.record(if is_root(id) {
            Change::ExecutionFailed { failure }
        } else {
            Change::FrameFailed { frame: id, failure }
        });
    }
}

/// Whether `ErrorEquals` names the failure.
fn matches(error_equals: &[String], failure: &Failure) -> bool {
    failure.class != FailureClass::Terminal
        && error_equals.iter().any(|name| match name.as_str() {
            "States.ALL" => true,
            "States.TaskFailed" if failure.class == FailureClass::Task => true,
            "States.HeartbeatTimeout" if failure.class == FailureClass::Heartbeat => true,
            name => failure.error.as_deref() == Some(name),
        })
}

/// The pause before the retry that follows `attempts` others.
fn delay_ms(retrier: &Retrier, attempts: u64, random: &mut dyn FnMut() -> u64) -> i64 {
    let exponent = i32::try_from(attempts).unwrap_or(i32::MAX);
    let grown = retrier.interval_seconds as f64 * 1000.0 * retrier.backoff_rate.powi(exponent);
    let most = retrier.max_delay_seconds.map_or(MAX_DELAY_MS, |seconds| seconds as f64 * 1000.0);
    let delay = grown.min(most) as i64;
    if retrier.full_jitter { (random() % (delay as u64 + 1)) as i64 } else { delay }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(error_equals: &str, error: &str, class: FailureClass, expected: bool) {
        let failure = Failure { error: Some(error.into()), cause: None, class };
        assert_eq!(
            matches(&[error_equals.to_owned()], &failure),
            expected,
            "{error_equals} {error} {class:?}"
        );
    }

    #[test]
    fn names() {
        check("States.ALL", "X", FailureClass::Plain, true);
        check("States.ALL", "States.Runtime", FailureClass::Terminal, false);
        check("States.Runtime", "States.Runtime", FailureClass::Terminal, false);
        check("X", "X", FailureClass::Task, true);
        check("States.TaskFailed", "X", FailureClass::Task, true);
        check("States.TaskFailed", "X", FailureClass::Plain, false);
        check("States.TaskFailed", "States.Timeout", FailureClass::Plain, false);
        check("States.Timeout", "States.Timeout", FailureClass::Heartbeat, true);
        check("States.HeartbeatTimeout", "States.Timeout", FailureClass::Heartbeat, true);
        check("States.HeartbeatTimeout", "States.Timeout", FailureClass::Plain, false);
    }

    #[test]
    fn delays() {
        let retrier = Retrier {
            error_equals: Vec::new(),
            interval_seconds: 3,
            max_attempts: 9,
            backoff_rate: 2.0,
            max_delay_seconds: Some(10),
            full_jitter: false,
        };
        let delays: Vec<i64> = (0..4).map(|n| delay_ms(&retrier, n, &mut || 0)).collect();
        assert_eq!(delays, [3000, 6000, 10_000, 10_000]);
        let jittered = Retrier { full_jitter: true, ..retrier };
        assert_eq!(delay_ms(&jittered, 0, &mut || 3002), 1);
        assert!(delay_ms(&jittered, u64::MAX, &mut || u64::MAX) <= 10_000);
    }
}
