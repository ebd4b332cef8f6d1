//! A state machine as parsed: typed, checked, and ready to run.
//!
//! Scopes (the machine itself, every branch, every item processor) and states lie in two flat
//! lists, so that an execution refers to them by number and nothing recurses over the nesting.

use std::collections::HashMap;

use serde_json::Value;

use crate::choice::Rule;
use crate::path::{Path, ReferencePath};
use crate::query::Query;
use crate::resource::TaskResource;
use crate::template::{Expression, Template};

/// A parsed state machine.
#[derive(Debug, Clone)]
pub struct Machine {
    /// `Comment`.
    pub comment: Option<String>,
    /// `Version`, always "1.0" when given.
    pub version: Option<String>,
    /// `TimeoutSeconds` of the whole execution.
    pub timeout_seconds: Option<u64>,
    /// The language of states that name none.
    pub query_language: QueryLanguage,
    /// All scopes; the machine's own is the first.
    pub scopes: Vec<Scope>,
    /// All states of all scopes.
    pub states: Vec<State>,
}

/// The language in which expressions are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryLanguage {
    /// Paths and intrinsic functions.
    JsonPath,
    /// Texts between `{%` and `%}`.
    Jsonata,
}

/// The number of a scope in [`Machine::scopes`].
pub type ScopeId = usize;

/// The number of a state in [`Machine::states`].
pub type StateId = usize;

/// States that transition among each other.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Where a run of the scope begins.
    pub start_at: StateId,
    /// The scope's states.
    pub states: Vec<StateId>,
    /// The same by name.
    pub names: HashMap<String, StateId>,
    /// How long an execution of this scope may take, when it is that of the EXPRESS executions of
    /// map runs: [`EXPRESS_SECONDS`].
    pub timeout_seconds: Option<u64>,
}

/// The longest that an express execution may take, in seconds (service quotas).
pub const EXPRESS_SECONDS: u64 = 300;

impl Machine {
    /// How long an execution of a scope may take, in seconds; nothing when there is no limit.
    pub(crate) fn timeout_of(&self, scope: ScopeId) -> Option<u64> {
        // The machine's timeout is that of the execution that runs all of it.
        match scope {
            0 => self.timeout_seconds,
            scope => self.scopes.get(scope)?.timeout_seconds,
        }
    }
}

/// One state.
#[derive(Debug, Clone)]
pub struct State {
    /// The name, unique in the machine.
    pub name: String,
    /// `Comment`.
    pub comment: Option<String>,
    /// The language of its expressions.
    pub query_language: QueryLanguage,
    /// `InputPath`.
    pub input_path: PathField,
    /// `OutputPath`.
    pub output_path: PathField,
    /// `Assign`.
    pub assign: Option<Template>,
    /// `Output`, in JSONata.
    pub output: Option<Template>,
    /// What the state does.
    pub kind: StateKind,
}

/// `InputPath` or `OutputPath`.
#[derive(Debug, Clone)]
pub enum PathField {
    /// Not written, which means `$`.
    Default,
    /// `null`: the empty object.
    Null,
    /// A path.
    Path(Path),
}

/// `ResultPath`.
#[derive(Debug, Clone)]
pub enum ResultPath {
    /// `null`: the result is thrown away.
    Discard,
    /// Where the result goes; `$` replaces everything.
    Path(ReferencePath),
}

/// Where to go after a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transition {
    /// `Next`.
    Next(StateId),
    /// `"End": true`.
    End,
}

/// The eight types of state.
#[derive(Debug, Clone)]
pub enum StateKind {
    /// Passes its input on, or a fixed result.
    Pass(Pass),
    /// Calls something outside.
    Task(Box<Task>),
    /// Branches on its input.
    Choice(Choice),
    /// Waits.
    Wait(Wait),
    /// Ends its scope well.
    Succeed,
    /// Ends the execution badly.
    Fail(Fail),
    /// Runs branches at once.
    Parallel(Parallel),
    /// Runs one scope per item.
    Map(Box<Map>),
}

/// A Pass state.
#[derive(Debug, Clone)]
pub struct Pass {
    /// `Parameters`.
    pub parameters: Option<Template>,
    /// `Result`.
    pub result: Option<Value>,
    /// `ResultPath`.
    pub result_path: Option<ResultPath>,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// A Task state.
#[derive(Debug, Clone)]
pub struct Task {
    /// `Resource`.
    pub resource: TaskResource,
    /// `Resource` as it was written.
    pub resource_text: String,
    /// `Parameters` or `Arguments`.
    pub parameters: Option<Template>,
    /// `Credentials`.
    pub credentials: Option<Template>,
    /// `TimeoutSeconds` or `TimeoutSecondsPath`.
    pub timeout: Option<Number>,
    /// `HeartbeatSeconds` or `HeartbeatSecondsPath`.
    pub heartbeat: Option<Number>,
    /// What becomes of the result.
    pub result: ResultFields,
    /// `Retry` and `Catch`.
    pub errors: ErrorFields,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// A number given in the definition or read from the input.
#[derive(Debug, Clone)]
pub enum Number {
    /// The number itself.
    Literal(f64),
    /// Where to read it.
    Path(Path),
    /// How to compute it.
    Query(Query),
}

/// `ResultSelector` and `ResultPath`.
#[derive(Debug, Clone)]
pub struct ResultFields {
    /// `ResultSelector`.
    pub selector: Option<Template>,
    /// `ResultPath`.
    pub path: Option<ResultPath>,
}

/// `Retry` and `Catch`.
#[derive(Debug, Clone, Default)]
pub struct ErrorFields {
    /// `Retry`, in order.
    pub retry: Vec<Retrier>,
    /// `Catch`, in order.
    pub catch: Vec<Catcher>,
}

/// One entry of `Retry`.
#[derive(Debug, Clone)]
pub struct Retrier {
    /// `ErrorEquals`.
    pub error_equals: Vec<String>,
    /// `IntervalSeconds`, 1 by default.
    pub interval_seconds: u64,
    /// `MaxAttempts`, 3 by default; 0 means never.
    pub max_attempts: u64,
    /// `BackoffRate`, 2.0 by default.
    pub backoff_rate: f64,
    /// `MaxDelaySeconds`.
    pub max_delay_seconds: Option<u64>,
    /// `JitterStrategy` is `FULL`.
    pub full_jitter: bool,
}

/// One entry of `Catch`.
#[derive(Debug, Clone)]
pub struct Catcher {
    /// `ErrorEquals`.
    pub error_equals: Vec<String>,
    /// `ResultPath`, where the error goes.
    pub result_path: Option<ResultPath>,
    /// `Assign`.
    pub assign: Option<Template>,
    /// `Output`, in JSONata.
    pub output: Option<Template>,
    /// `Next`.
    pub next: StateId,
}

/// A Choice state.
#[derive(Debug, Clone)]
pub struct Choice {
    /// `Choices`, in order.
    pub choices: Vec<ChoiceRule>,
    /// `Default`.
    pub default: Option<StateId>,
}

/// One entry of `Choices`.
#[derive(Debug, Clone)]
pub struct ChoiceRule {
    /// When it is chosen.
    pub condition: Condition,
    /// `Assign`.
    pub assign: Option<Template>,
    /// `Output`, in JSONata.
    pub output: Option<Template>,
    /// `Next`.
    pub next: StateId,
}

/// When an entry of `Choices` is chosen.
#[derive(Debug, Clone)]
pub enum Condition {
    /// A rule of JSONPath.
    Rule(Rule),
    /// `Condition`: a truth value.
    Literal(bool),
    /// `Condition`: an expression.
    Query(Query),
}

/// A Wait state.
#[derive(Debug, Clone)]
pub struct Wait {
    /// For how long, or until when.
    pub until: WaitUntil,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// For how long to wait, or until when.
#[derive(Debug, Clone)]
pub enum WaitUntil {
    /// `Seconds`.
    Seconds(u64),
    /// `SecondsPath`.
    SecondsPath(Path),
    /// `Seconds`, in JSONata.
    SecondsQuery(Query),
    /// `Timestamp`, in JSONata.
    TimestampQuery(Query),
    /// `Timestamp`, in milliseconds since the epoch, rounded up.
    Timestamp(i64),
    /// `TimestampPath`.
    TimestampPath(Path),
}

/// A Fail state.
#[derive(Debug, Clone)]
pub struct Fail {
    /// `Error` or `ErrorPath`.
    pub error: Option<TextField>,
    /// `Cause` or `CausePath`.
    pub cause: Option<TextField>,
}

/// A text given in the definition or computed.
#[derive(Debug, Clone)]
pub enum TextField {
    /// The text itself.
    Literal(String),
    /// How to compute it.
    Expression(Expression),
    /// How to compute it in JSONata.
    Query(Query),
}

/// A Parallel state.
#[derive(Debug, Clone)]
pub struct Parallel {
    /// `Branches`.
    pub branches: Vec<ScopeId>,
    /// `Parameters`.
    pub parameters: Option<Template>,
    /// What becomes of the list of results.
    pub result: ResultFields,
    /// `Retry` and `Catch`.
    pub errors: ErrorFields,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// A Map state.
#[derive(Debug, Clone)]
pub struct Map {
    /// `ItemProcessor` or `Iterator`.
    pub processor: ScopeId,
    /// What the items are.
    pub items: Items,
    /// `ItemSelector` or `Parameters`.
    pub item_selector: Option<Template>,
    /// `MaxConcurrency` or `MaxConcurrencyPath`; zero means without limit.
    pub max_concurrency: Option<Number>,
    /// `ToleratedFailureCount` or its path.
    pub tolerated_failure_count: Option<Number>,
    /// `ToleratedFailurePercentage` or its path.
    pub tolerated_failure_percentage: Option<Number>,
    /// How the items are run, when each gets an execution of its own; nothing for an inline Map.
    pub distributed: Option<Box<Distributed>>,
    /// What becomes of the list of results.
    pub result: ResultFields,
    /// `Retry` and `Catch`.
    pub errors: ErrorFields,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// What the items of a Map state are.
#[derive(Debug, Clone)]
pub enum Items {
    /// The state's input.
    Input,
    /// `ItemsPath`.
    Path(Path),
    /// `Items`, in JSONata.
    Template(Template),
}

/// What a distributed Map state has besides.
#[derive(Debug, Clone)]
pub struct Distributed {
    /// `ExecutionType` is `EXPRESS`.
    pub express: bool,
    /// `Label`.
    pub label: Option<String>,
    /// `ItemReader`.
    pub reader: Option<ItemReader>,
    /// `ItemBatcher`.
    pub batcher: Option<ItemBatcher>,
    /// `ResultWriter`.
    pub writer: Option<ResultWriter>,
}

/// `ItemReader`: where the items of a distributed Map state come from.
#[derive(Debug, Clone)]
pub struct ItemReader {
    /// `Resource`.
    pub resource: TaskResource,
    /// `Parameters` or `Arguments`.
    pub parameters: Option<Template>,
    /// `InputType`.
    pub input_type: InputType,
    /// `ManifestType` is `ATHENA_DATA`: the object lists files of `input_type`.
    pub athena: bool,
    /// `Transformation` is `LOAD_AND_FLATTEN`: the listed objects are read, not only listed.
    pub flatten: bool,
    /// `CSVHeaderLocation` and `CSVHeaders`: the names of the columns, none when the first row has them.
    pub csv_headers: Option<Vec<String>>,
    /// `CSVDelimiter`.
    pub csv_delimiter: char,
    /// `ItemsPointer`: a JSON Pointer to the array within a JSON document.
    pub items_pointer: Option<String>,
    /// `MaxItems` or its path.
    pub max_items: Option<Number>,
}

/// `InputType` of a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum InputType {
    /// None was named: the objects of a listing.
    Objects,
    /// `CSV`.
    Csv,
    /// `JSON`.
    Json,
    /// `JSONL`.
    JsonLines,
    /// `MANIFEST` of `S3 Inventory`.
    Manifest,
    /// `MANIFEST` with `ManifestType` `ATHENA_DATA`.
    AthenaManifest,
    /// `PARQUET`.
    Parquet,
}

/// `ItemBatcher`: several items for each execution.
#[derive(Debug, Clone)]
pub struct ItemBatcher {
    /// `BatchInput`.
    pub batch_input: Option<Template>,
    /// `MaxItemsPerBatch` or its path.
    pub max_items: Option<Number>,
    /// `MaxInputBytesPerBatch` or its path.
    pub max_bytes: Option<Number>,
}

/// `ResultWriter`: where the results of a distributed Map state go.
#[derive(Debug, Clone)]
pub struct ResultWriter {
    /// `Resource`; nothing when only the form of the output is configured.
    pub resource: Option<TaskResource>,
    /// `Parameters` or `Arguments`.
    pub parameters: Option<Template>,
    /// `WriterConfig.Transformation`.
    pub transformation: Transformation,
    /// `WriterConfig.OutputType` is `JSONL`.
    pub json_lines: bool,
}

/// `WriterConfig.Transformation`: what of the executions is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Transformation {
    /// Everything there is to know of each.
    None,
    /// The outputs.
    Compact,
    /// The outputs, lists taken apart.
    Flatten,
}

impl StateKind {
    /// The state's `Type`.
    pub fn type_name(&self) -> &'static str {
        match self {
            StateKind::Pass(_) => "Pass",
            StateKind::Task(_) => "Task",
            StateKind::Choice(_) => "Choice",
            StateKind::Wait(_) => "Wait",
            StateKind::Succeed => "Succeed",
            StateKind::Fail(_) => "Fail",
            StateKind::Parallel(_) => "Parallel",
            StateKind::Map(_) => "Map",
        }
    }

    /// `Retry` and `Catch` of the types that have them.
    pub fn errors(&self) -> Option<&ErrorFields> {
        match self {
            StateKind::Task(task) => Some(&task.errors),
            StateKind::Parallel(parallel) => Some(&parallel.errors),
            StateKind::Map(map) => Some(&map.errors),
            _ => None,
        }
    }
}

impl Machine {
    /// The state named `name` in `scope`.
    pub fn state_named(&self, scope: ScopeId, name: &str) -> Option<StateId> {
        self.scopes.get(scope)?.names.get(name).copied()
    }
}
