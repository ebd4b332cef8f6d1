//! Runs of distributed Map states: what the interpreter hands out, and the input of each execution.
//!
//! The interpreter decides that a run starts and what it needs; whoever carries it out reads the
//! items, starts an execution for each, and reports the result.

mod feed;
mod progress;
mod read;
mod results;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::command::StartMapRun;
use crate::context::Context;
use crate::data::Data;
use crate::documents::Documents;
use crate::intrinsic::Scope;
use crate::machine::{Distributed, Machine, QueryLanguage, StateKind};
use crate::query::{QueryScope, StateData};
use crate::record::Failure;
use crate::resource::TaskResource;
use crate::template::EvaluationError;

pub use feed::{ChildInput, Feeder};
pub use progress::{ChildEnd, Counts, Limits, MAX_CONCURRENCY, Next, Progress, Redrive, Unsuccessful};
pub use read::{ListedObject, Listing, Objects, read_items};
pub use results::{
    ChildResult, Destination, FileText, ResultFile, ResultList, transformation, writer_failed,
};

/// What a map run is to do, computed when its Map state began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MapRunSpec {
    /// How many executions may run at once; 0 means as many as the platform likes.
    #[serde(rename = "c")]
    pub concurrency: u32,
    /// `ToleratedFailureCount`.
    #[serde(rename = "tc", default, skip_serializing_if = "Option::is_none")]
    pub tolerated_failure_count: Option<u64>,
    /// `ToleratedFailurePercentage`, from 0 to 100.
    #[serde(rename = "tp", default, skip_serializing_if = "Option::is_none")]
    pub tolerated_failure_percentage: Option<f64>,
    /// The items, unless a reader reads them: an array.
    #[serde(rename = "i", default, skip_serializing_if = "Option::is_none")]
    pub items: Option<Data>,
    /// `ItemReader`.
    #[serde(rename = "r", default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<ReaderSpec>,
    /// `ItemBatcher`.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub batcher: Option<BatcherSpec>,
    /// `ResultWriter`.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub writer: Option<WriterSpec>,
    /// Why the run cannot even begin.
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    pub refused: Option<Failure>,
}

/// The computed part of an `ItemReader`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReaderSpec {
    /// What to call.
    pub resource: TaskResource,
    /// What to call it with.
    pub parameters: Data,
    /// `MaxItems`; 0 means all.
    pub max_items: u64,
}

/// The computed part of an `ItemBatcher`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BatcherSpec {
    /// `BatchInput`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch_input: Option<Data>,
    /// `MaxItemsPerBatch`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_items: Option<u64>,
    /// `MaxInputBytesPerBatch`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_bytes: Option<u64>,
}

/// The computed part of a `ResultWriter`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WriterSpec {
    /// What to call; nothing when the results are not exported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<TaskResource>,
    /// What to call it with.
    pub parameters: Data,
}

impl StartMapRun {
    /// What the definition says of the run; nothing if `machine` is another one.
    pub fn distributed<'m>(&self, machine: &'m Machine) -> Option<&'m Distributed> {
        match machine.states.get(self.state).map(|state| &state.kind) {
            Some(StateKind::Map(map)) => map.distributed.as_deref(),
            _ => None,
        }
    }

    /// `arn:aws:states:REGION:ACCOUNT:stateMachine:MACHINE/LABEL`, which its executions are of.
    pub fn machine_arn(&self) -> String {
        let (run, _) = self.arn.rsplit_once(':').unwrap_or((&self.arn, ""));
        run.replacen(":mapRun:", ":stateMachine:", 1)
    }

    /// What `ItemSelector` makes of an item: the input of an execution, or a part of its batch.
    ///
    /// The error is the detail of a failure, without the words about the state around it.
    pub fn select(
        &self,
        machine: &Machine,
        index: u64,
        item: Value,
        now_ms: i64,
        random: &mut dyn FnMut() -> u64,
    ) -> Result<Value, EvaluationError> {
        let state = machine.states.get(self.state);
        let Some((StateKind::Map(map), language)) = state.map(|s| (&s.kind, s.query_language)) else {
            return Ok(item);
        };
        let Some(template) = &map.item_selector else { return Ok(item) };
        let mut context = self.context.clone();
        context["Map"] = json!({"Item": {"Index": index, "Value": item}});
        let context = Context::fixed(context);
        let variables: &BTreeMap<String, Data> = &self.variables;
        match language {
            QueryLanguage::JsonPath => {
                let documents = Documents { input: self.input.value(), context: &context, variables };
                template.evaluate(&mut Scope { documents, random, room: Scope::ROOM })
            }
            QueryLanguage::Jsonata => template.evaluate_jsonata(&mut QueryScope {
                data: StateData {
                    input: self.input.value(),
                    result: None,
                    error_output: None,
                    context: &context,
                    variables,
                },
                now_ms,
                random,
            }),
        }
    }
}
