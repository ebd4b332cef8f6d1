//! How data goes through a state: `InputPath`, templates, `ResultPath`, `OutputPath`.

use serde_json::Value;

use super::{Decider, context_of, too_large};
use crate::context::Context;
use crate::data::Data;
use crate::execution::Frame;
use crate::intrinsic::Scope;
use crate::machine::{Number, PathField, ResultFields, ResultPath, State, StateKind, Transition};
use crate::path::{Path, QueryError, Root};
use crate::record::{Failure, FailureClass, FrameId};
use crate::template::{EvaluationError, Expression, Template};

impl Decider<'_> {
    /// `InputPath` or `OutputPath` applied to `data`.
    pub(super) fn filter(
        &self,
        id: FrameId,
        frame: &Frame,
        field: &PathField,
        data: &Data,
    ) -> Result<Data, Failure> {
        match field {
            PathField::Default => Ok(data.clone()),
            PathField::Null => Ok(Data::empty_object()),
            PathField::Path(path) if path.text() == "$" => Ok(data.clone()),
            PathField::Path(path) => {
                let value = self.read(id, frame, path, data.value())?;
                Data::from_value(value).map_err(|error| self.too_deep(id, &error))
            }
        }
    }

    /// Reads a path of a field other than a template.
    pub(super) fn read(
        &self,
        id: FrameId,
        frame: &Frame,
        path: &Path,
        input: &Value,
    ) -> Result<Value, Failure> {
        let context = context_of(self.machine, self.execution, frame, None);
        query(path, input, &context).map_err(|error| {
            let detail = format!("Invalid path '{}' : {error}", path.text());
            self.runtime_failure(id, "States.Runtime", &detail)
        })
    }

    pub(super) fn evaluate_template(
        &mut self,
        id: FrameId,
        frame: &Frame,
        template: &Template,
        input: &Data,
        token: Option<&str>,
    ) -> Result<Data, Failure> {
        let context = context_of(self.machine, self.execution, frame, token);
        let value = template.evaluate(&mut Scope {
            input: input.value(),
            context: &context,
            random: &mut *self.random,
            room: Scope::ROOM,
        });
        drop(context);
        let value = value.map_err(|error| self.evaluation_failure(id, frame, input, error))?;
        Data::from_value(value).map_err(|error| self.too_deep(id, &error))
    }

    pub(super) fn evaluate_expression(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        expression: &Expression,
        input: &Data,
    ) -> Result<Value, Failure> {
        let context = context_of(self.machine, self.execution, frame, None);
        let mut scope =
            Scope { input: input.value(), context: &context, random: &mut *self.random, room: Scope::ROOM };
        let value = expression.evaluate(field, &mut scope);
        drop(context);
        value.map_err(|error| self.evaluation_failure(id, frame, input, error))
    }

    /// States that can catch errors fail with the specified names; in others everything is a runtime error.
    fn evaluation_failure(
        &self,
        id: FrameId,
        frame: &Frame,
        input: &Data,
        error: EvaluationError,
    ) -> Failure {
        let catches = frame.state.is_some_and(|state| self.machine.states[state].kind.errors().is_some());
        match error {
            EvaluationError::Path { field, path, error: QueryError::NotFound(_) } => {
                let name = if catches { "States.ParameterPathFailure" } else { "States.Runtime" };
                let detail = format!(
                    "The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{}'",
                    input.text()
                );
                self.runtime_failure(id, name, &detail)
            }
            EvaluationError::Path { path, error, .. } => {
                self.runtime_failure(id, "States.Runtime", &format!("Invalid path '{path}' : {error}"))
            }
            EvaluationError::TooLarge => {
                let name = frame.state.map_or("", |state| self.machine.states[state].name.as_str());
                let (error, cause) = (Some("States.DataLimitExceeded".to_owned()), Some(too_large(name)));
                Failure { error, cause, class: FailureClass::Terminal }
            }
            EvaluationError::Intrinsic(detail) => {
                self.runtime_failure(id, "States.IntrinsicFailure", &detail)
            }
        }
    }

    /// `ResultPath`: `result` put into the state's raw input.
    pub(super) fn place(
        &self,
        id: FrameId,
        frame: &Frame,
        path: Option<&ResultPath>,
        result: &Data,
    ) -> Result<Data, Failure> {
        match path {
            None => Ok(result.clone()),
            Some(ResultPath::Discard) => Ok(frame.input.clone()),
            Some(ResultPath::Path(path)) if path.text() == "$" => Ok(result.clone()),
            Some(ResultPath::Path(path)) => {
                let placed = path.write(frame.input.value().clone(), result.value().clone());
                let placed = placed.map_err(|error| {
                    self.runtime_failure(id, "States.ResultPathMatchFailure", &error.to_string())
                })?;
                Data::from_value(placed).map_err(|error| self.too_deep(id, &error))
            }
        }
    }

    /// A number given or read: `Err` is a failure, `Ok(None)` no number at all.
    pub(super) fn read_number(
        &self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        number: Option<&Number>,
        input: &Value,
    ) -> Result<Option<i64>, Failure> {
        match number {
            None => Ok(None),
            Some(Number::Literal(number)) => Ok(Some(i64::try_from(*number).unwrap_or(i64::MAX))),
            Some(Number::Path(path)) => {
                let value = self.read(id, frame, path, input)?;
                match value.as_i64() {
                    Some(number) => Ok(Some(number)),
                    None => {
                        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                        let detail = format!(
                            "The {field} field refers to value \"{shown}\" which is not a valid integer: {}",
                            path.text()
                        );
                        Err(self.runtime_failure(id, "States.Runtime", &detail))
                    }
                }
            }
        }
    }

    /// Leaves a state that passes its input through `InputPath` and `OutputPath` only.
    pub(super) fn leave_unchanged(&mut self, id: FrameId, frame: &Frame) {
        let Some(state) = frame.state.map(|state| &self.machine.states[state]) else { return };
        let transition = match &state.kind {
            StateKind::Wait(wait) => wait.transition,
            _ => Transition::End,
        };
        let output = self
            .filter(id, frame, &state.input_path, &frame.input)
            .and_then(|input| self.filter(id, frame, &state.output_path, &input));
        self.exit_with(id, transition, output);
    }

    pub(super) fn exit_with(&mut self, id: FrameId, transition: Transition, output: Result<Data, Failure>) {
        match output {
            Ok(output) => self.exit(id, transition, output),
            Err(failure) => self.on_error(id, failure, false),
        }
    }

    /// What becomes of the result of a Task, Parallel or Map state.
    pub(super) fn take_result(&mut self, id: FrameId, result: &Data) {
        let Some((frame, state)) = self.frame_and_state(id) else { return };
        let (fields, transition) = match &state.kind {
            StateKind::Task(task) => (&task.result, task.transition),
            StateKind::Parallel(parallel) => (&parallel.result, parallel.transition),
            StateKind::Map(map) => (&map.result, map.transition),
            _ => return,
        };
        let output = self.shape_result(id, &frame, state, fields, result);
        self.exit_with(id, transition, output);
    }

    fn shape_result(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        fields: &ResultFields,
        result: &Data,
    ) -> Result<Data, Failure> {
        let selected = match &fields.selector {
            Some(template) => self.evaluate_template(id, frame, template, result, None)?,
            None => result.clone(),
        };
        let placed = self.place(id, frame, fields.path.as_ref(), &selected)?;
        self.filter(id, frame, &state.output_path, &placed)
    }
}

pub(super) fn query(path: &Path, input: &Value, context: &Context<'_>) -> Result<Value, QueryError> {
    match path.root() {
        Root::Input => path.query(input),
        Root::Context => path.query(context.get()),
    }
}
