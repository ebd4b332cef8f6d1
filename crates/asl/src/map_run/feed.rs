//! From items to the inputs of executions: `ItemSelector` and `ItemBatcher`.

use serde_json::{Map as Members, Value};

use crate::command::StartMapRun;
use crate::data::{Data, MAX_BYTES};
use crate::machine::Machine;
use crate::map_run::BatcherSpec;
use crate::record::{Failure, FailureClass};
use crate::template::EvaluationError;

/// The input of an execution of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct ChildInput {
    /// How many items it has.
    pub items: u64,
    /// The input.
    pub input: Data,
}

/// Makes inputs of items, which come one at a time in the order of the source.
///
/// It holds at most one batch, which is no larger than a payload.
#[derive(Debug)]
pub struct Feeder {
    batcher: Option<BatcherSpec>,
    /// The number of the next item.
    index: u64,
    batch: Vec<Value>,
    /// The length of the text of an input of `batch`.
    bytes: u64,
}

impl Feeder {
    /// A feeder whose first item has this number.
    pub fn new(batcher: Option<BatcherSpec>, first: u64) -> Feeder {
        let mut feeder = Feeder { batcher, index: first, batch: Vec::new(), bytes: 0 };
        feeder.bytes = feeder.bare();
        feeder
    }

    /// The length of an input without items: `{"Items":[]}` and what belongs to every batch.
    fn bare(&self) -> u64 {
        let input = self.batcher.as_ref().and_then(|batcher| batcher.batch_input.as_ref());
        12 + input.map_or(0, |input| r#""BatchInput":,"#.len() + input.text().len()) as u64
    }

    /// Takes the next item. An input comes out when one is full; the item may then begin the next.
    pub fn item(
        &mut self,
        machine: &Machine,
        run: &StartMapRun,
        item: Value,
        now_ms: i64,
        random: &mut dyn FnMut() -> u64,
    ) -> Result<Option<ChildInput>, Failure> {
        let selected =
            run.select(machine, self.index, item, now_ms, random).map_err(|error| selection(run, error))?;
        self.selected(run, selected)
    }

    /// The same with what `ItemSelector` made of the item.
    pub(crate) fn selected(
        &mut self,
        run: &StartMapRun,
        selected: Value,
    ) -> Result<Option<ChildInput>, Failure> {
        let index = self.index;
        self.index += 1;
        let Some(batcher) = &self.batcher else {
            let input = Data::from_value(selected).map_err(|error| too_deep(run, &error))?;
            return if input.is_too_large() {
                Err(too_large(run, index))
            } else {
                Ok(Some(ChildInput { items: 1, input }))
            };
        };
        let length = selected.to_string().len() as u64;
        let most_items = batcher.max_items.unwrap_or(u64::MAX);
        let most_bytes = batcher.max_bytes.unwrap_or(u64::MAX).min(MAX_BYTES as u64);
        if self.bare() + length > most_bytes {
            return Err(too_large(run, index));
        }
        let mut full = None;
        if !self.batch.is_empty() && self.bytes + 1 + length > most_bytes {
            full = self.flush(run)?;
        }
        self.bytes += length + u64::from(!self.batch.is_empty());
        self.batch.push(selected);
        if full.is_none() && self.batch.len() as u64 >= most_items {
            // With one item for each batch none is ever left over, so `full` is free then.
            full = self.flush(run)?;
        }
        Ok(full)
    }

    /// The last input, once there are no more items.
    pub fn finish(&mut self, run: &StartMapRun) -> Result<Option<ChildInput>, Failure> {
        if self.batch.is_empty() { Ok(None) } else { self.flush(run) }
    }

    fn flush(&mut self, run: &StartMapRun) -> Result<Option<ChildInput>, Failure> {
        let batch = std::mem::take(&mut self.batch);
        self.bytes = self.bare();
        let items = batch.len() as u64;
        let mut members = Members::new();
        if let Some(input) = self.batcher.as_ref().and_then(|batcher| batcher.batch_input.as_ref()) {
            members.insert("BatchInput".to_owned(), input.value().clone());
        }
        members.insert("Items".to_owned(), Value::Array(batch));
        let input = Data::from_value(Value::Object(members)).map_err(|error| too_deep(run, &error))?;
        Ok(Some(ChildInput { items, input }))
    }
}

fn failure(error: &str, cause: String, class: FailureClass) -> Failure {
    Failure { error: Some(error.to_owned()), cause: Some(cause), class }
}

fn in_state(run: &StartMapRun, detail: impl std::fmt::Display) -> String {
    format!("An error occurred while executing the state '{}'. {detail}", run.state_name)
}

/// Why `ItemSelector` has no value, as the service says it of templates elsewhere.
fn selection(run: &StartMapRun, error: EvaluationError) -> Failure {
    let (name, detail) = match error {
        EvaluationError::Path { field, path, error: crate::path::QueryError::NotFound(_) } => {
            let input = run.input.text();
            let detail = format!(
                "The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{input}'"
            );
            ("States.ParameterPathFailure", detail)
        }
        EvaluationError::Path { path, error, .. } => {
            ("States.Runtime", format!("Invalid path '{path}' : {error}"))
        }
        EvaluationError::Intrinsic(detail) => ("States.IntrinsicFailure", detail),
        EvaluationError::Query { message, .. } => ("States.QueryEvaluationError", message),
        EvaluationError::TooLarge => {
            return failure("States.DataLimitExceeded", over_limit(run), FailureClass::Terminal);
        }
    };
    failure(name, in_state(run, detail), FailureClass::Plain)
}

fn too_deep(run: &StartMapRun, error: &crate::data::DataError) -> Failure {
    failure("States.Runtime", in_state(run, error), FailureClass::Plain)
}

fn too_large(run: &StartMapRun, index: u64) -> Failure {
    let detail = format!("Item {index} is larger than an input of the child workflow executions may be.");
    failure("States.DataLimitExceeded", in_state(run, detail), FailureClass::Terminal)
}

/// What the service says of a result that is too large.
pub(crate) fn over_limit(run: &StartMapRun) -> String {
    crate::decide::too_large(&run.state_name)
}
