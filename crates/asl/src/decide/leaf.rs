//! States that call nothing: Pass, Choice, Wait, Fail.

use serde_json::Value;

use super::data_flow::{Fault, Leaving, Sight, leaving, type_name};
use super::{Decider, context_of};
use crate::data::Data;
use crate::documents::Documents;
use crate::execution::Frame;
use crate::machine::{
    Choice, Condition, Fail, Pass, QueryLanguage, State, StateId, TextField, Transition, Wait, WaitUntil,
};
use crate::record::{Assigned, Change, Failure, FailureClass, FrameId};
use crate::timestamp;

/// The longest wait: a number of seconds that 31 bits hold.
const MAX_WAIT_MS: i64 = (i32::MAX as i64) * 1000;

impl Decider<'_> {
    pub(super) fn pass(&mut self, id: FrameId, frame: &Frame, state: &State, pass: &Pass) {
        let left = match state.query_language {
            QueryLanguage::JsonPath => self.pass_output(id, frame, state, pass),
            QueryLanguage::Jsonata => {
                self.leave_jsonata(id, frame, &leaving(state), frame.input.clone(), Sight::default())
            }
        };
        self.exit_with(id, pass.transition, left);
    }

    fn pass_output(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        pass: &Pass,
    ) -> Result<(Data, Option<Assigned>), Fault> {
        let mut data = self.filter(id, frame, &state.input_path, &frame.input)?;
        // A fixed result takes the place of the input, which the service does not show then.
        let shows_input = pass.result.is_none();
        if shows_input {
            self.note_input(state, &data);
        }
        if let Some(template) = &pass.parameters {
            data = self.compute(id, frame, template, &data, Sight::default())?;
        }
        if shows_input {
            self.note(|trace| trace.after_parameters = Some(data.clone()));
        }
        if let Some(result) = &pass.result {
            data = Data::from_value(result.clone()).map_err(|error| self.too_deep(id, &error))?;
            self.note(|trace| trace.result = Some(data.clone()));
        }
        self.note(|trace| trace.after_result_selector = Some(data.clone()));
        let placed = self.place(id, frame, pass.result_path.as_ref(), &data)?;
        self.note(|trace| trace.after_result_path = Some(placed.clone()));
        let output = self.filter(id, frame, &state.output_path, &placed)?;
        let assigned = self.assigned(id, frame, state.assign.as_ref(), &data, Sight::default())?;
        Ok((output, assigned))
    }

    pub(super) fn choice(&mut self, id: FrameId, frame: &Frame, state: &State, choice: &Choice) {
        match self.chosen(id, frame, state, choice) {
            Ok((next, left)) => self.exit(id, Transition::Next(next), left.0, left.1),
            Err(fault) => self.fault(id, fault),
        }
    }

    fn chosen(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        choice: &Choice,
    ) -> Result<(StateId, (Data, Option<Assigned>)), Fault> {
        let input = self.filter(id, frame, &state.input_path, &frame.input)?;
        self.note_input(state, &input);
        let mut rule = None;
        for entry in &choice.choices {
            if self.holds(id, frame, &entry.condition, &input)? {
                rule = Some(entry);
                break;
            }
        }
        let (next, leaving) = match (rule, choice.default) {
            // A rule that is chosen stands for itself: the state's own fields belong to Default.
            (Some(rule), _) => {
                (rule.next, Leaving { output: rule.output.as_ref(), assign: rule.assign.as_ref() })
            }
            (None, Some(default)) => (default, leaving(state)),
            (None, None) => {
                let detail =
                    "Failed to transition out of the state. The state does not point to a next state.";
                return Err(self.runtime_failure(id, "States.NoChoiceMatched", detail).into());
            }
        };
        let left = match state.query_language {
            QueryLanguage::Jsonata => {
                self.leave_jsonata(id, frame, &leaving, frame.input.clone(), Sight::default())?
            }
            QueryLanguage::JsonPath => {
                let output = self.filter(id, frame, &state.output_path, &input)?;
                (output, self.assigned(id, frame, leaving.assign, &input, Sight::default())?)
            }
        };
        Ok((next, left))
    }

    fn holds(
        &mut self,
        id: FrameId,
        frame: &Frame,
        condition: &Condition,
        input: &Data,
    ) -> Result<bool, Fault> {
        match condition {
            Condition::Literal(holds) => Ok(*holds),
            Condition::Query(query) => {
                self.compute_query(id, frame, query, Sight::default(), "boolean", Value::as_bool)
            }
            Condition::Rule(rule) => {
                let context = context_of(self.machine, self.execution, frame, None);
                let documents =
                    Documents { input: input.value(), context: &context, variables: &frame.variables };
                rule.holds(&documents)
                    .map_err(|error| self.runtime_failure(id, "States.Runtime", &error.to_string()).into())
            }
        }
    }

    pub(super) fn wait(&mut self, id: FrameId, frame: &Frame, state: &State, wait: &Wait) {
        let until =
            self.filter(id, frame, &state.input_path, &frame.input).map_err(Fault::from).and_then(|input| {
                self.note_input(state, &input);
                self.wait_until(id, frame, wait, input.value())
            });
        match until {
            Err(fault) => self.fault(id, fault),
            Ok(until_ms) if until_ms <= self.now_ms => self.leave_unchanged(id, frame),
            Ok(until_ms) => self.record(Change::WaitStarted { frame: id, until_ms }),
        }
    }

    fn wait_until(&mut self, id: FrameId, frame: &Frame, wait: &Wait, input: &Value) -> Result<i64, Fault> {
        let until_ms = match &wait.until {
            WaitUntil::Seconds(seconds) => self.after(i64::try_from(*seconds).unwrap_or(i64::MAX)),
            WaitUntil::Timestamp(ms) => *ms,
            WaitUntil::SecondsPath(path) => {
                let value = self.read(id, frame, path, input)?;
                let (shown, path) = (shown(&value), path.text());
                match value.as_i64() {
                    None => {
                        return Err(self.wait_failure(id, &format!(
                            "The SecondsPath parameter cannot be parsed as a long value: {path} == {shown}"
                        )));
                    }
                    Some(seconds) if seconds < 0 => {
                        return Err(self.wait_failure(
                            id,
                            &format!(
                                "The SecondsPath parameter references a negative value: {path} == {shown}"
                            ),
                        ));
                    }
                    Some(seconds) => self.after(seconds),
                }
            }
            WaitUntil::TimestampPath(path) => {
                let value = self.read(id, frame, path, input)?;
                match value.as_str().and_then(timestamp::parse) {
                    Some(nanos) => timestamp::millis_rounded_up(nanos),
                    None => {
                        return Err(self.wait_failure(id, &format!(
                            "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {} == {}",
                            path.text(),
                            shown(&value)
                        )));
                    }
                }
            }
            WaitUntil::SecondsQuery(query) => {
                let whole = |value: &Value| {
                    let number = value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15)?;
                    Some(number as i64)
                };
                let seconds = self.compute_query(id, frame, query, Sight::default(), "integer", whole)?;
                if seconds < 0 {
                    let detail = format!("The Seconds field cannot be negative: {seconds}");
                    return Err(self.query_fault(id, Some(query.location().to_owned()), &detail));
                }
                self.after(seconds)
            }
            WaitUntil::TimestampQuery(query) => {
                let text = |value: &Value| value.as_str().map(str::to_owned);
                let text = self.compute_query(id, frame, query, Sight::default(), "string", text)?;
                match timestamp::parse(&text) {
                    Some(nanos) => timestamp::millis_rounded_up(nanos),
                    None => {
                        let detail = format!(
                            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text}"
                        );
                        return Err(self.query_fault(id, Some(query.location().to_owned()), &detail));
                    }
                }
            }
        };
        if until_ms.saturating_sub(self.now_ms) > MAX_WAIT_MS {
            return Err(self.wait_failure(id, "Wait state delay is too long."));
        }
        Ok(until_ms)
    }

    fn after(&self, seconds: i64) -> i64 {
        self.now_ms.saturating_add(seconds.saturating_mul(1000))
    }

    fn wait_failure(&self, id: FrameId, detail: &str) -> Fault {
        self.runtime_failure(id, "States.Runtime", detail).into()
    }

    pub(super) fn fail(&mut self, id: FrameId, frame: &Frame, state: &State, fail: &Fail) {
        self.note_input(state, &frame.input);
        let texts = self.fail_text(id, frame, "ErrorPath", fail.error.as_ref()).and_then(|error| {
            let cause = self.fail_text(id, frame, "CausePath", fail.cause.as_ref())?;
            Ok(Failure { error, cause, class: FailureClass::Plain })
        });
        match texts {
            Ok(failure) => self.on_error(id, failure, false),
            Err(fault) => self.fault(id, fault),
        }
    }

    fn fail_text(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        text: Option<&TextField>,
    ) -> Result<Option<String>, Fault> {
        match text {
            None => Ok(None),
            Some(TextField::Literal(text)) => Ok(Some(text.clone())),
            Some(TextField::Query(query)) => {
                let text = |value: &Value| value.as_str().map(str::to_owned);
                self.compute_query(id, frame, query, Sight::default(), "string", text).map(Some)
            }
            Some(TextField::Expression(expression)) => {
                match self.compute_expression(id, frame, field, expression, &frame.input)? {
                    Value::String(text) => Ok(Some(text)),
                    other => {
                        let detail = format!(
                            "The {field} field must refer to a string, but was {}: {other}",
                            type_name(&other)
                        );
                        Err(self.runtime_failure(id, "States.Runtime", &detail).into())
                    }
                }
            }
        }
    }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
