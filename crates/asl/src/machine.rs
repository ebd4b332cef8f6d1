//! A state machine as parsed: typed, checked, and ready to run.
//!
//! Scopes (the machine itself, every branch, every item processor) and states lie in two flat
//! lists, so that an execution refers to them by number and nothing recurses over the nesting.

use std::collections::HashMap;

use serde_json::Value;

use crate::choice::Rule;
use crate::path::{Path, ReferencePath};
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
    /// The language of all expressions.
    pub query_language: QueryLanguage,
    /// All scopes; the machine's own is the first.
    pub scopes: Vec<Scope>,
    /// All states of all scopes.
    pub states: Vec<State>,
}

/// The language in which expressions are written. JSONata is refused until a later version runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryLanguage {
    /// Paths and intrinsic functions.
    JsonPath,
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
}

/// One state.
#[derive(Debug, Clone)]
pub struct State {
    /// The name, unique in the machine.
    pub name: String,
    /// `Comment`.
    pub comment: Option<String>,
    /// `InputPath`.
    pub input_path: PathField,
    /// `OutputPath`.
    pub output_path: PathField,
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
    /// `Parameters`.
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
    Literal(u64),
    /// Where to read it.
    Path(Path),
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
    /// `Next`.
    pub next: StateId,
}

/// A Choice state.
#[derive(Debug, Clone)]
pub struct Choice {
    /// `Choices`: rules in order with their targets.
    pub choices: Vec<(Rule, StateId)>,
    /// `Default`.
    pub default: Option<StateId>,
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

/// A Map state that runs inline; distributed maps are refused until a later version runs them.
#[derive(Debug, Clone)]
pub struct Map {
    /// `ItemProcessor` or `Iterator`.
    pub processor: ScopeId,
    /// `ItemsPath`.
    pub items_path: Option<Path>,
    /// `ItemSelector` or `Parameters`.
    pub item_selector: Option<Template>,
    /// `MaxConcurrency` or `MaxConcurrencyPath`; zero means without limit.
    pub max_concurrency: Option<Number>,
    /// What becomes of the list of results.
    pub result: ResultFields,
    /// `Retry` and `Catch`.
    pub errors: ErrorFields,
    /// `Next` or `End`.
    pub transition: Transition,
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
