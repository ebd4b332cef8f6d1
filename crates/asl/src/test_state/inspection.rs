//! What a test shows of a state.

use serde_json::{Map, Value, json};

use crate::data::Data;
use crate::record::{Assigned, Failure};

/// The data on their way through a state: `inspectionData`. What a state does not have stays empty.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inspection {
    /// The raw input.
    pub input: Option<Data>,
    /// After `InputPath`.
    pub after_input_path: Option<Data>,
    /// After `Parameters`.
    pub after_parameters: Option<Data>,
    /// After `Arguments`, in JSONata.
    pub after_arguments: Option<Data>,
    /// The raw result of a Task, or the fixed one of a Pass state.
    pub result: Option<Data>,
    /// After `ResultSelector`.
    pub after_result_selector: Option<Data>,
    /// After `ResultPath`.
    pub after_result_path: Option<Data>,
    /// The items after `ItemsPath`.
    pub after_items_path: Option<Data>,
    /// The items after a reader's `ItemsPointer`.
    pub after_items_pointer: Option<Data>,
    /// The input of every iteration.
    pub after_item_selector: Option<Data>,
    /// The input of every batch.
    pub after_item_batcher: Option<Data>,
    /// `MaxConcurrency` of a Map state; 0 means without limit.
    pub max_concurrency: Option<u32>,
    /// `ToleratedFailureCount` of a Map state that has one.
    pub tolerated_failure_count: Option<u64>,
    /// `ToleratedFailurePercentage` of a Map state that has one.
    pub tolerated_failure_percentage: Option<f64>,
    /// The workflow variables after the state.
    pub variables: Assigned,
    /// What became of an error.
    pub error_details: ErrorDetails,
    /// How many items a Map state has, where that is known.
    pub(crate) items: Option<usize>,
    /// The last failure that `Retry` and `Catch` saw.
    pub(crate) failure: Option<Failure>,
}

/// `errorDetails`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ErrorDetails {
    /// Which entry of `Catch` took the error.
    pub catch_index: Option<usize>,
    /// Which entry of `Retry` names the error, even when it was used up.
    pub retry_index: Option<usize>,
    /// The pause before the retry, in seconds.
    pub retry_backoff_seconds: Option<u64>,
}

/// `status`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// `SUCCEEDED`.
    Succeeded,
    /// `FAILED`.
    Failed,
    /// `RETRIABLE`: an entry of `Retry` would try the state again.
    Retriable,
    /// `CAUGHT_ERROR`: an entry of `Catch` took the error.
    CaughtError,
}

impl Status {
    /// The status as the API spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Succeeded => "SUCCEEDED",
            Status::Failed => "FAILED",
            Status::Retriable => "RETRIABLE",
            Status::CaughtError => "CAUGHT_ERROR",
        }
    }
}

/// What a test came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// `status`.
    pub status: Status,
    /// `output`.
    pub output: Option<Data>,
    /// `error`.
    pub error: Option<String>,
    /// `cause`.
    pub cause: Option<String>,
    /// `nextState`.
    pub next_state: Option<String>,
    /// `inspectionData`.
    pub inspection: Inspection,
}

impl Answer {
    /// The answer in the API's names; without `inspectionData` at the level `INFO`.
    pub fn to_json(&self, inspect: bool) -> Value {
        let mut answer = Map::new();
        let mut add = |name: &str, value: Option<Value>| {
            if let Some(value) = value {
                answer.insert(name.to_owned(), value);
            }
        };
        add("output", self.output.as_ref().map(text));
        add("error", self.error.clone().map(Value::from));
        add("cause", self.cause.clone().map(Value::from));
        add("inspectionData", inspect.then(|| self.inspection.to_json()));
        add("nextState", self.next_state.clone().map(Value::from));
        add("status", Some(self.status.as_str().into()));
        Value::Object(answer)
    }
}

impl Inspection {
    /// The members of `inspectionData` that there are.
    pub fn to_json(&self) -> Value {
        let mut members = Map::new();
        let documents = [
            ("input", &self.input),
            ("afterArguments", &self.after_arguments),
            ("afterInputPath", &self.after_input_path),
            ("afterParameters", &self.after_parameters),
            ("result", &self.result),
            ("afterResultSelector", &self.after_result_selector),
            ("afterResultPath", &self.after_result_path),
            ("afterItemsPath", &self.after_items_path),
            ("afterItemsPointer", &self.after_items_pointer),
            ("afterItemSelector", &self.after_item_selector),
            ("afterItemBatcher", &self.after_item_batcher),
        ];
        for (name, data) in documents {
            if let Some(data) = data {
                members.insert(name.to_owned(), text(data));
            }
        }
        if !self.variables.is_empty() {
            let list: Vec<String> = self
                .variables
                .iter()
                .map(|(name, data)| format!("{}:{}", Value::from(name.as_str()), data.text()))
                .collect();
            members.insert("variables".to_owned(), format!("{{{}}}", list.join(",")).into());
        }
        let numbers = [
            ("maxConcurrency", self.max_concurrency.map(Value::from)),
            ("toleratedFailureCount", self.tolerated_failure_count.map(Value::from)),
            ("toleratedFailurePercentage", self.tolerated_failure_percentage.map(Value::from)),
        ];
        for (name, number) in numbers {
            if let Some(number) = number {
                members.insert(name.to_owned(), number);
            }
        }
        if self.error_details != ErrorDetails::default() {
            members.insert("errorDetails".to_owned(), self.error_details.to_json());
        }
        Value::Object(members)
    }
}

impl ErrorDetails {
    fn to_json(self) -> Value {
        let members = [
            ("catchIndex", self.catch_index.map(|index| json!(index))),
            ("retryIndex", self.retry_index.map(|index| json!(index))),
            ("retryBackoffIntervalSeconds", self.retry_backoff_seconds.map(|seconds| json!(seconds))),
        ];
        let there = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(there.collect())
    }
}

/// A document as the API carries it: its text.
fn text(data: &Data) -> Value {
    Value::String(data.text().to_owned())
}
