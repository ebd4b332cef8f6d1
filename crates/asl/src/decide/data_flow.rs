//! How data goes through a state.
//!
//! JSONPath: `InputPath`, `Parameters`, the work, `ResultSelector`, `ResultPath`, `OutputPath`.
//! JSONata: `Arguments`, the work, `Output`. In both, `Assign` sets variables when the state is left.

use serde_json::Value;

use super::{Decider, context_of, too_large};
use crate::context::Context;
use crate::data::Data;
use crate::documents::Documents;
use crate::execution::Frame;
use crate::intrinsic::Scope;
use crate::machine::{
    Number, PathField, QueryLanguage, ResultFields, ResultPath, State, StateKind, Transition,
};
use crate::path::{Path, QueryError};
use crate::query::{Query, QueryScope, StateData};
use crate::record::{Assigned, Change, Failure, FailureClass, FrameId};
use crate::template::{EvaluationError, Evaluator as _, Expression, Template};

/// The most bytes that one `Assign` may set.
const MAX_ASSIGNED: usize = crate::data::MAX_BYTES;

/// The most bytes of all variables of a frame (10 MiB).
const MAX_VARIABLES: usize = 10 << 20;

/// A failure of a state, and whether the history shows it as that of an expression.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) failure: Failure,
    pub(super) evaluation: Option<Evaluation>,
}

/// Where an expression stands that failed; nothing where the service does not say.
#[derive(Debug, Clone)]
pub(super) struct Evaluation {
    pub(super) location: Option<String>,
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Fault {
        Fault { failure, evaluation: None }
    }
}

/// What an expression may read besides the state's input, variables and context.
#[derive(Clone, Copy, Default)]
pub(super) struct Sight<'a> {
    /// The result of a Task, Parallel or Map state.
    pub(super) result: Option<&'a Data>,
    /// What a Catch caught.
    pub(super) error_output: Option<&'a Data>,
    /// The token of the task.
    pub(super) token: Option<&'a str>,
}

/// How a state is left.
pub(super) struct Leaving<'a> {
    /// `Output` of what decides: the state, a rule, or a catcher.
    pub(super) output: Option<&'a Template>,
    /// `Assign` of the same.
    pub(super) assign: Option<&'a Template>,
}

impl Decider<'_> {
    /// Ends the state's work with a fault: the history shows an expression's before what follows.
    pub(super) fn fault(&mut self, id: FrameId, fault: Fault) {
        match fault.evaluation {
            Some(Evaluation { location }) => {
                let frame = self.execution.frame(id);
                let state = frame.and_then(|frame| frame.state).map(|state| &self.machine.states[state]);
                let name = state.map_or_else(String::new, |state| state.name.clone());
                self.record(Change::EvaluationFailed { frame: id, name, location, failure: fault.failure });
            }
            None => self.on_error(id, fault.failure, false),
        }
    }

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
            PathField::Path(path) if path.is_input() => Ok(data.clone()),
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
        query(path, input, &context, frame).map_err(|error| {
            let detail = format!("Invalid path '{}' : {error}", path.text());
            self.runtime_failure(id, "States.Runtime", &detail)
        })
    }

    /// Computes a template of either language. `input` is `$` of JSONPath.
    pub(super) fn compute(
        &mut self,
        id: FrameId,
        frame: &Frame,
        template: &Template,
        input: &Data,
        sight: Sight<'_>,
    ) -> Result<Data, Fault> {
        let context = context_of(self.machine, self.execution, frame, sight.token);
        let value = match self.language(frame) {
            QueryLanguage::JsonPath => {
                let documents =
                    Documents { input: input.value(), context: &context, variables: &frame.variables };
                template.evaluate(&mut Scope { documents, random: &mut *self.random, room: Scope::ROOM })
            }
            QueryLanguage::Jsonata => template.evaluate_jsonata(&mut QueryScope {
                data: state_data(frame, &context, sight),
                now_ms: self.now_ms,
                random: &mut *self.random,
            }),
        };
        drop(context);
        let value = value.map_err(|error| self.evaluation_fault(id, frame, input, error))?;
        Data::from_value(value).map_err(|error| self.too_deep(id, &error).into())
    }

    /// Computes one JSONata expression, whose value must be of a type.
    pub(super) fn compute_query<T>(
        &mut self,
        id: FrameId,
        frame: &Frame,
        query: &Query,
        sight: Sight<'_>,
        expected: &str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<T, Fault> {
        let context = context_of(self.machine, self.execution, frame, sight.token);
        let mut scope = QueryScope {
            data: state_data(frame, &context, sight),
            now_ms: self.now_ms,
            random: &mut *self.random,
        };
        let value = scope.evaluate(query);
        drop(context);
        let value = value.map_err(|error| self.evaluation_fault(id, frame, &frame.input, error))?;
        read(&value).ok_or_else(|| self.unexpected_type(id, query, expected, &value))
    }

    /// An expression yields a value of another type than the field takes.
    pub(super) fn unexpected_type(&self, id: FrameId, query: &Query, expected: &str, value: &Value) -> Fault {
        let detail = format!(
            "The JSONata expression '{}' specified for the field '{}' returned an unexpected result type. Expected '{expected}', but was '{}' for value: {}",
            query.text(),
            query.location(),
            type_name(value),
            shortened(&value.to_string()),
        );
        self.query_fault(id, Some(query.location().to_owned()), &detail)
    }

    /// `States.QueryEvaluationError`.
    pub(super) fn query_fault(&self, id: FrameId, location: Option<String>, detail: &str) -> Fault {
        let failure = self.runtime_failure(id, "States.QueryEvaluationError", detail);
        Fault { failure, evaluation: Some(Evaluation { location }) }
    }

    pub(super) fn compute_expression(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        expression: &Expression,
        input: &Data,
    ) -> Result<Value, Fault> {
        let context = context_of(self.machine, self.execution, frame, None);
        let documents = Documents { input: input.value(), context: &context, variables: &frame.variables };
        let mut scope = Scope { documents, random: &mut *self.random, room: Scope::ROOM };
        let value = expression.evaluate(field, &mut scope);
        drop(context);
        value.map_err(|error| self.evaluation_fault(id, frame, input, error))
    }

    /// The language of the state that `frame` is in.
    pub(super) fn language(&self, frame: &Frame) -> QueryLanguage {
        frame.state.map_or(self.machine.query_language, |state| self.machine.states[state].query_language)
    }

    /// States that can catch errors fail with the specified names; in others everything is a runtime error.
    fn evaluation_fault(&self, id: FrameId, frame: &Frame, input: &Data, error: EvaluationError) -> Fault {
        let state = frame.state.map(|state| &self.machine.states[state]);
        let catches = state.is_some_and(|state| state.kind.errors().is_some());
        match error {
            EvaluationError::Path { field, path, error: QueryError::NotFound(_) } => {
                let name = if catches { "States.ParameterPathFailure" } else { "States.Runtime" };
                let detail = format!(
                    "The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{}'",
                    input.text()
                );
                self.runtime_failure(id, name, &detail).into()
            }
            EvaluationError::Path { path, error, .. } => {
                self.runtime_failure(id, "States.Runtime", &format!("Invalid path '{path}' : {error}")).into()
            }
            EvaluationError::TooLarge => self.data_limit(state.map_or("", |s| s.name.as_str())).into(),
            EvaluationError::Intrinsic(detail) => {
                self.runtime_failure(id, "States.IntrinsicFailure", &detail).into()
            }
            EvaluationError::Query { location, message } => self.query_fault(id, Some(location), &message),
        }
    }

    /// `States.DataLimitExceeded` of a state's data, which nothing catches.
    pub(super) fn data_limit(&self, state: &str) -> Failure {
        let (error, cause) = (Some("States.DataLimitExceeded".to_owned()), Some(too_large(state)));
        Failure { error, cause, class: FailureClass::Terminal }
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

    /// A whole number given, read or computed: `Ok(None)` when there is none.
    ///
    /// `field` is the field that holds a path, as messages name it.
    pub(super) fn integer(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        number: Option<&Number>,
        input: &Value,
    ) -> Result<Option<i64>, Fault> {
        match number {
            None => Ok(None),
            Some(Number::Literal(number)) => Ok(Some(*number as i64)),
            Some(Number::Path(path)) => {
                let value = self.read(id, frame, path, input)?;
                // The service reads a text that is a number like the number itself.
                match value.as_i64().or_else(|| value.as_str()?.parse().ok()) {
                    Some(number) => Ok(Some(number)),
                    None => Err(self.not_a_number(id, field, path, &value, "integer")),
                }
            }
            Some(Number::Query(query)) => {
                let read = |value: &Value| {
                    value.as_i64().or_else(|| {
                        value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15).map(|n| n as i64)
                    })
                };
                self.compute_query(id, frame, query, Sight::default(), "integer", read).map(Some)
            }
        }
    }

    /// The same for a number that may have a fraction.
    pub(super) fn float(
        &mut self,
        id: FrameId,
        frame: &Frame,
        field: &str,
        number: Option<&Number>,
        input: &Value,
    ) -> Result<Option<f64>, Fault> {
        match number {
            None => Ok(None),
            Some(Number::Literal(number)) => Ok(Some(*number)),
            Some(Number::Path(path)) => {
                let value = self.read(id, frame, path, input)?;
                match value.as_f64().or_else(|| value.as_str()?.parse().ok()) {
                    Some(number) => Ok(Some(number)),
                    None => Err(self.not_a_number(id, field, path, &value, "float")),
                }
            }
            Some(Number::Query(query)) => {
                self.compute_query(id, frame, query, Sight::default(), "number", Value::as_f64).map(Some)
            }
        }
    }

    fn not_a_number(&self, id: FrameId, field: &str, path: &Path, value: &Value, kind: &str) -> Fault {
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let detail = format!(
            "The {field} field refers to value \"{shown}\" which is not a valid {kind}: {}",
            path.text()
        );
        self.runtime_failure(id, "States.Runtime", &detail).into()
    }

    /// Leaves a state that passes its input through.
    pub(super) fn leave_unchanged(&mut self, id: FrameId, frame: &Frame) {
        let Some(state) = frame.state.map(|state| &self.machine.states[state]) else { return };
        let transition = match &state.kind {
            StateKind::Wait(wait) => wait.transition,
            _ => Transition::End,
        };
        let leaving = leaving(state);
        let left = match state.query_language {
            QueryLanguage::Jsonata => {
                self.leave_jsonata(id, frame, &leaving, frame.input.clone(), Sight::default())
            }
            QueryLanguage::JsonPath => self
                .filter(id, frame, &state.input_path, &frame.input)
                .map_err(Fault::from)
                .and_then(|input| {
                    self.note(|trace| trace.after_input_path = Some(input.clone()));
                    let output = self.filter(id, frame, &state.output_path, &input)?;
                    let assigned = self.assigned(id, frame, leaving.assign, &input, Sight::default())?;
                    Ok((output, assigned))
                }),
        };
        self.exit_with(id, transition, left);
    }

    pub(super) fn exit_with(
        &mut self,
        id: FrameId,
        transition: Transition,
        left: Result<(Data, Option<Assigned>), Fault>,
    ) {
        match left {
            Ok((output, assigned)) => self.exit(id, transition, output, assigned),
            Err(fault) => self.fault(id, fault),
        }
    }

    /// The output and the variables of a JSONata state that is left; `otherwise` is the output
    /// where the state says nothing of it.
    pub(super) fn leave_jsonata(
        &mut self,
        id: FrameId,
        frame: &Frame,
        leaving: &Leaving<'_>,
        otherwise: Data,
        sight: Sight<'_>,
    ) -> Result<(Data, Option<Assigned>), Fault> {
        let assigned = self.assigned(id, frame, leaving.assign, &frame.input, sight)?;
        let output = match leaving.output {
            Some(template) => self.compute(id, frame, template, &frame.input, sight)?,
            None => otherwise,
        };
        Ok((output, assigned))
    }

    /// The variables that `Assign` sets, all computed from what was before; `input` is `$` of JSONPath.
    pub(super) fn assigned(
        &mut self,
        id: FrameId,
        frame: &Frame,
        assign: Option<&Template>,
        input: &Data,
        sight: Sight<'_>,
    ) -> Result<Option<Assigned>, Fault> {
        let Some(template) = assign else { return Ok(None) };
        let computed = self.compute(id, frame, template, input, sight)?;
        let name = frame.state.map_or("", |state| self.machine.states[state].name.as_str());
        if computed.text().len() > MAX_ASSIGNED {
            return Err(self.data_limit(name).into());
        }
        let mut assigned = Assigned::new();
        for (name, value) in computed.value().as_object().into_iter().flatten() {
            let data = Data::from_value(value.clone()).map_err(|error| self.too_deep(id, &error))?;
            assigned.insert(name.clone(), data);
        }
        let kept = frame.variables.iter().filter(|(name, _)| !assigned.contains_key(*name));
        let total: usize = kept.chain(&assigned).map(|(name, data)| name.len() + data.text().len()).sum();
        if total > MAX_VARIABLES {
            return Err(self.data_limit(name).into());
        }
        Ok(Some(assigned))
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
        if matches!(state.kind, StateKind::Task(_)) {
            self.note(|trace| trace.result = Some(result.clone()));
        }
        let sight = Sight { result: Some(result), ..Sight::default() };
        let leaving = leaving(state);
        let left = match state.query_language {
            QueryLanguage::Jsonata => self.leave_jsonata(id, &frame, &leaving, result.clone(), sight),
            QueryLanguage::JsonPath => self.shape_result(id, &frame, state, fields, result),
        };
        self.exit_with(id, transition, left);
    }

    fn shape_result(
        &mut self,
        id: FrameId,
        frame: &Frame,
        state: &State,
        fields: &ResultFields,
        result: &Data,
    ) -> Result<(Data, Option<Assigned>), Fault> {
        let selected = match &fields.selector {
            Some(template) => self.compute(id, frame, template, result, Sight::default())?,
            None => result.clone(),
        };
        self.note(|trace| trace.after_result_selector = Some(selected.clone()));
        let placed = self.place(id, frame, fields.path.as_ref(), &selected)?;
        self.note(|trace| trace.after_result_path = Some(placed.clone()));
        let output = self.filter(id, frame, &state.output_path, &placed)?;
        let assigned = self.assigned(id, frame, state.assign.as_ref(), &selected, Sight::default())?;
        Ok((output, assigned))
    }
}

/// How a state is left when nothing but the state itself decides.
pub(super) fn leaving(state: &State) -> Leaving<'_> {
    Leaving { output: state.output.as_ref(), assign: state.assign.as_ref() }
}

fn state_data<'a>(frame: &'a Frame, context: &'a Context<'a>, sight: Sight<'a>) -> StateData<'a> {
    StateData {
        input: frame.input.value(),
        result: sight.result.map(Data::value),
        error_output: sight.error_output.map(Data::value),
        context,
        variables: &frame.variables,
    }
}

pub(super) fn query(
    path: &Path,
    input: &Value,
    context: &Context<'_>,
    frame: &Frame,
) -> Result<Value, QueryError> {
    Documents { input, context, variables: &frame.variables }.query(path)
}

/// A JSON type as the service's messages call it.
pub(super) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// A text cut so that a message stays a message.
pub(super) fn shortened(text: &str) -> String {
    if text.len() <= 4_000 {
        text.to_owned()
    } else {
        text.chars().take(4_000).chain("...".chars()).collect()
    }
}
