//! States that call nothing: Pass, Choice, Wait, Fail.

use serde_json::Value;

use super::{Decider, context_of};
use crate::data::Data;
use crate::execution::Frame;
use crate::machine::{Choice, Fail, Pass, State, TextField, Transition, Wait, WaitUntil};
use crate::record::{Change, Failure, FailureClass, FrameId};
use crate::timestamp;

/// The longest wait: a number of seconds that 31 bits hold.
const MAX_WAIT_MS: i64 = (i32::MAX as i64) * 1000;

impl Decider<'_> {
    pub(super) fn pass(&mut self, id: FrameId, frame: &Frame, state: &State, pass: &Pass) {
        let output = self.pass_output(id, frame, state, pass);
        self.exit_with(id, pass.transition, output);
    }

    fn pass_output(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        pass: &Pass,
    ) -> Result<Data, Failure> {
        let mut data = self.filter(id, frame, &state.input_path, &frame.input)?;
        if let Some(template) = &pass.parameters {
            data = self.evaluate_template(id, frame, template, &data, None)?;
        }
        if let Some(result) = &pass.result {
            data = Data::from_value(result.clone()).map_err(|error| self.too_deep(id, &error))?;
        }
        let placed = self.place(id, frame, pass.result_path.as_ref(), &data)?;
        self.filter(id, frame, &state.output_path, &placed)
    }

    pub(super) fn choice(&mut self, id: FrameId, frame: &Frame, state: &State, choice: &Choice) {
        let chosen = self.filter(id, frame, &state.input_path, &frame.input).and_then(|input| {
            let context = context_of(self.machine, self.execution, frame, None);
            for (rule, next) in &choice.choices {
                let holds = rule
                    .holds(input.value(), &context)
                    .map_err(|error| self.runtime_failure(id, "States.Runtime", &error.to_string()))?;
                if holds {
                    return Ok((input, *next));
                }
            }
            match choice.default {
                Some(next) => Ok((input, next)),
                None => {
                    let detail =
                        "Failed to transition out of the state. The state does not point to a next state.";
                    Err(self.runtime_failure(id, "States.NoChoiceMatched", detail))
                }
            }
        });
        match chosen {
            Ok((input, next)) => {
                let output = self.filter(id, frame, &state.output_path, &input);
                self.exit_with(id, Transition::Next(next), output);
            }
            Err(failure) => self.on_error(id, failure, false),
        }
    }

    pub(super) fn wait(&mut self, id: FrameId, frame: &Frame, state: &State, wait: &Wait) {
        let until = self
            .filter(id, frame, &state.input_path, &frame.input)
            .and_then(|input| self.wait_until(id, frame, wait, input.value()));
        match until {
            Err(failure) => self.on_error(id, failure, false),
            Ok(until_ms) if until_ms <= self.now_ms => self.leave_unchanged(id, frame),
            Ok(until_ms) => self.record(Change::WaitStarted { frame: id, until_ms }),
        }
    }

    fn wait_until(&self, id: FrameId, frame: &Frame, wait: &Wait, input: &Value) -> Result<i64, Failure> {
        let fail = |detail: String| Err(self.runtime_failure(id, "States.Runtime", &detail));
        let until_ms = match &wait.until {
            WaitUntil::Seconds(seconds) => {
                let ms = i64::try_from(*seconds).unwrap_or(i64::MAX).saturating_mul(1000);
                self.now_ms.saturating_add(ms)
            }
            WaitUntil::Timestamp(ms) => *ms,
            WaitUntil::SecondsPath(path) => {
                let value = self.read(id, frame, path, input)?;
                let shown = shown(&value);
                let path = path.text();
                match value.as_i64() {
                    None => {
                        return fail(format!(
                            "The SecondsPath parameter cannot be parsed as a long value: {path} == {shown}"
                        ));
                    }
                    Some(seconds) if seconds < 0 => {
                        return fail(format!(
                            "The SecondsPath parameter references a negative value: {path} == {shown}"
                        ));
                    }
                    Some(seconds) => self.now_ms.saturating_add(seconds.saturating_mul(1000)),
                }
            }
            WaitUntil::TimestampPath(path) => {
                let value = self.read(id, frame, path, input)?;
                match value.as_str().and_then(timestamp::parse) {
                    Some(nanos) => timestamp::millis_rounded_up(nanos),
                    None => {
                        return fail(format!(
                            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {} == {}",
                            path.text(),
                            shown(&value)
                        ));
                    }
                }
            }
        };
        if until_ms.saturating_sub(self.now_ms) > MAX_WAIT_MS {
            return fail("Wait state delay is too long.".to_owned());
        }
        Ok(until_ms)
    }

    pub(super) fn fail(&mut self, id: FrameId, frame: &Frame, fail: &Fail) {
        let error = self.fail_text(id, frame, "ErrorPath", fail.error.as_ref());
        let failure = error.and_then(|error| {
            let cause = self.fail_text(id, frame, "CausePath", fail.cause.as_ref())?;
            Ok(Failure { error, cause, class: FailureClass::Plain })
        });
        let failure = failure.unwrap_or_else(|failure| failure);
        self.on_error(id, failure, false);
    }

    fn fail_text(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        text: Option<&TextField>,
    ) -> Result<Option<String>, Failure> {
        match text {
            None => Ok(None),
            Some(TextField::Literal(text)) => Ok(Some(text.clone())),
            Some(TextField::Expression(expression)) => {
                match self.evaluate_expression(id, frame, field, expression, &frame.input)? {
                    Value::String(text) => Ok(Some(text)),
                    other => {
                        let detail = format!("The {field} field must refer to a string, but was: {other}");
                        Err(self.runtime_failure(id, "States.Runtime", &detail))
                    }
                }
            }
        }
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
