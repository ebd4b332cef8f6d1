//! The file of cases: docs/ASL-TEST.md describes it.

use std::collections::BTreeMap;
use std::fmt;

use lirio_asl::WorkflowType;
use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use crate::snippet;

/// The largest file, in bytes.
const MAX_FILE: usize = 16 * 1024 * 1024;

/// The longest delay of an outcome, in seconds: as long as a task may take.
const MAX_DELAY: f64 = 99_999_999.0;

/// A file of cases.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestFile {
    /// `STANDARD` or `EXPRESS`.
    #[serde(rename = "type", default)]
    pub workflow: WorkflowKind,
    /// Values of `${variables}` of the definition; they win over the project's.
    #[serde(default)]
    pub variables: BTreeMap<String, Value>,
    /// When executions start (ISO 8601), unless a case says otherwise.
    #[serde(default)]
    pub start: Option<String>,
    /// Outcomes of tasks by the state's name, for all cases; a case's own win.
    #[serde(default)]
    pub mocks: BTreeMap<String, Outcomes>,
    /// What the `ItemReader` of a Map state reads, by the state's name; a case's own win.
    #[serde(default)]
    pub items: BTreeMap<String, Vec<Value>>,
    /// The cases.
    pub cases: Vec<Case>,
}

/// The type of the workflow.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum WorkflowKind {
    /// Durable, with a history.
    #[default]
    #[serde(rename = "STANDARD")]
    Standard,
    /// Short.
    #[serde(rename = "EXPRESS")]
    Express,
}

impl From<WorkflowKind> for WorkflowType {
    fn from(kind: WorkflowKind) -> WorkflowType {
        match kind {
            WorkflowKind::Standard => WorkflowType::Standard,
            WorkflowKind::Express => WorkflowType::Express,
        }
    }
}

/// One execution and what is expected of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it is about.
    pub name: String,
    /// The input; `{}` by default.
    #[serde(default = "empty")]
    pub input: Value,
    /// When it starts (ISO 8601).
    #[serde(default)]
    pub start: Option<String>,
    /// The execution's name, `$$.Execution.Name`.
    #[serde(default)]
    pub execution_name: Option<String>,
    /// What jitter and random functions follow from.
    #[serde(default)]
    pub seed: u64,
    /// Stops the execution after so many seconds.
    #[serde(default)]
    pub stop_after: Option<f64>,
    /// Outcomes of tasks by the state's name.
    #[serde(default)]
    pub mocks: BTreeMap<String, Outcomes>,
    /// What the `ItemReader` of a Map state reads, by the state's name.
    #[serde(default)]
    pub items: BTreeMap<String, Vec<Value>>,
    /// What is expected; that it succeeds by default.
    #[serde(default)]
    pub expect: Expect,
}

fn empty() -> Value {
    Value::Object(serde_json::Map::new())
}

/// Outcomes of a state's task in the order in which they are used; one may stand without a list.
#[derive(Debug, Clone, Default)]
pub struct Outcomes(pub Vec<Outcome>);

impl<'de> Deserialize<'de> for Outcomes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Outcomes, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Outcomes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an outcome or a list of outcomes")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Outcomes, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(list)).map(Outcomes)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Outcomes, A::Error> {
                Outcome::deserialize(MapAccessDeserializer::new(map)).map(|outcome| Outcomes(vec![outcome]))
            }
        }
        deserializer.deserialize_any(OneOrMore)
    }
}

/// What becomes of one call of a task.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// It ends well with this result.
    #[serde(default, deserialize_with = "given")]
    pub result: Option<Value>,
    /// It fails with this error.
    #[serde(default)]
    pub error: Option<String>,
    /// What a person reads of the error.
    #[serde(default)]
    pub cause: Option<String>,
    /// Nothing is heard of it until its `TimeoutSeconds` are over.
    #[serde(default)]
    pub timeout: bool,
    /// Its heartbeat stays away after `delay` seconds.
    #[serde(default)]
    pub heartbeat_lost: bool,
    /// How long it takes, in seconds.
    #[serde(default)]
    pub delay: f64,
    /// It is for calls whose parameters contain this; for all by default.
    #[serde(default, deserialize_with = "given")]
    pub when: Option<Value>,
    /// For how many calls it is used.
    #[serde(default = "once")]
    pub times: u32,
    /// It is used for every further call.
    #[serde(default)]
    pub repeat: bool,
}

fn once() -> u32 {
    1
}

/// Tells `null` from nothing.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// What is expected of an execution.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// The status; by default `FAILED` where an error is expected, else `SUCCEEDED`.
    #[serde(default)]
    pub status: Option<Status>,
    /// Exactly this output.
    #[serde(default, deserialize_with = "given")]
    pub output: Option<Value>,
    /// An output with at least this in it.
    #[serde(default, deserialize_with = "given")]
    pub output_contains: Option<Value>,
    /// The error's name.
    #[serde(default)]
    pub error: Option<String>,
    /// A part of the cause.
    #[serde(default)]
    pub cause_contains: Option<String>,
    /// The states that the machine itself enters, in order, without those of branches and items.
    #[serde(default)]
    pub path: Option<Vec<String>>,
    /// States that are entered, wherever they are.
    #[serde(default)]
    pub visits: Vec<String>,
    /// States that are not entered.
    #[serde(default)]
    pub avoids: Vec<String>,
    /// How long it takes in seconds of virtual time.
    #[serde(default)]
    pub duration: Option<f64>,
    /// How long it takes at least.
    #[serde(default)]
    pub duration_at_least: Option<f64>,
    /// How long it takes at most.
    #[serde(default)]
    pub duration_at_most: Option<f64>,
    /// How often the task of a state is called, retries included.
    #[serde(default)]
    pub attempts: BTreeMap<String, u64>,
}

/// How an execution ends, in AWS's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Status {
    /// It reached its end.
    Succeeded,
    /// Nothing caught an error.
    Failed,
    /// It took longer than the machine's `TimeoutSeconds`.
    TimedOut,
    /// It was stopped.
    Aborted,
}

impl Status {
    /// As the API spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Succeeded => "SUCCEEDED",
            Status::Failed => "FAILED",
            Status::TimedOut => "TIMED_OUT",
            Status::Aborted => "ABORTED",
        }
    }
}

impl Expect {
    /// The status that is expected.
    pub fn status(&self) -> Status {
        let fails = self.error.is_some() || self.cause_contains.is_some();
        self.status.unwrap_or(if fails { Status::Failed } else { Status::Succeeded })
    }
}

/// What is wrong with a file of cases.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TestFileError {
    /// It is longer than it may be.
    #[error("the file has more than {MAX_FILE} bytes")]
    TooLong,
    /// It is not the YAML of a file of cases.
    #[error("{message}")]
    Yaml {
        /// What is wrong.
        message: String,
        /// Its line and column, the column in characters, both from 1.
        place: Option<(usize, usize)>,
    },
    /// It has no cases.
    #[error("the file has no cases")]
    NoCases,
    /// Two cases have one name.
    #[error("two cases are called '{0}'")]
    SameName(String),
    /// An outcome contradicts itself.
    #[error("{place}: {reason}")]
    Outcome {
        /// Which.
        place: String,
        /// Why.
        reason: String,
    },
}

impl TestFileError {
    fn yaml(error: &serde_saphyr::Error) -> TestFileError {
        let error = error.without_snippet();
        let place = error.location().and_then(|location| {
            Some((usize::try_from(location.line()).ok()?, usize::try_from(location.column()).ok()?))
        });
        let mut message = error.to_string();
        if let Some((line, column)) = place {
            let suffix = format!(" at line {line}, column {column}");
            message.truncate(message.trim_end_matches(&suffix).len());
        }
        TestFileError::Yaml { message, place }
    }

    /// What a person reads: what is wrong in the file of this name and text, and where.
    pub fn text(&self, name: &str, text: &str) -> String {
        let message = format!("error: {}\n", snippet::printable(&self.to_string()));
        let place = match self {
            TestFileError::Yaml { place: Some((line, column)), .. } => snippet::offset(text, *line, *column),
            _ => None,
        };
        match place {
            Some(at) => message + &snippet::block(name, text, at..at, ""),
            None => format!("{message}  --> {}\n", snippet::printable(name)),
        }
    }
}

impl TestFile {
    /// Reads the text of a file. Aliases, depth and size are bounded.
    pub fn parse(text: &str) -> Result<TestFile, TestFileError> {
        if text.len() > MAX_FILE {
            return Err(TestFileError::TooLong);
        }
        let file: TestFile = serde_saphyr::from_str_with_options(text, options())
            .map_err(|error| TestFileError::yaml(&error))?;
        file.check()?;
        Ok(file)
    }

    fn check(&self) -> Result<(), TestFileError> {
        if self.cases.is_empty() {
            return Err(TestFileError::NoCases);
        }
        for (i, case) in self.cases.iter().enumerate() {
            if self.cases[..i].iter().any(|other| other.name == case.name) {
                return Err(TestFileError::SameName(case.name.clone()));
            }
            if case.stop_after.is_some_and(|seconds| !(0.0..=MAX_DELAY).contains(&seconds)) {
                let place = format!("case '{}'", case.name);
                return Err(TestFileError::Outcome { place, reason: "stop_after: no such time".to_owned() });
            }
            check_mocks(&format!("case '{}', ", case.name), &case.mocks)?;
        }
        check_mocks("", &self.mocks)
    }
}

fn check_mocks(whose: &str, mocks: &BTreeMap<String, Outcomes>) -> Result<(), TestFileError> {
    for (state, Outcomes(outcomes)) in mocks {
        for (i, outcome) in outcomes.iter().enumerate() {
            let last = i + 1 == outcomes.len();
            if let Some(reason) = outcome.contradiction(last) {
                let place = format!("{whose}mocks of state '{state}', outcome {}", i + 1);
                return Err(TestFileError::Outcome { place, reason: reason.to_owned() });
            }
        }
    }
    Ok(())
}

impl Outcome {
    fn contradiction(&self, last: bool) -> Option<&'static str> {
        let ends = [self.result.is_some(), self.error.is_some(), self.timeout, self.heartbeat_lost];
        if ends.iter().filter(|end| **end).count() != 1 {
            return Some("say one of result, error, timeout, heartbeat_lost");
        }
        if self.cause.is_some() && self.error.is_none() {
            return Some("a cause needs an error");
        }
        if !(0.0..=MAX_DELAY).contains(&self.delay) {
            return Some("delay must be from 0 to 99999999 seconds");
        }
        if self.timeout && self.delay != 0.0 {
            return Some("how long a timeout takes is the state's TimeoutSeconds, not a delay");
        }
        if self.times == 0 {
            return Some("times must be at least 1");
        }
        if self.repeat && self.when.is_none() && !last {
            return Some("it repeats, so what follows it is never used");
        }
        None
    }
}

fn options() -> serde_saphyr::Options {
    // `serde_saphyr::Options` cannot be written as a literal; its macros need the crate's own path.
    let mut options = serde_saphyr::Options::default();
    options.strict_booleans = true;
    options.alias_limits.max_total_replayed_events = 100_000;
    options.alias_limits.max_replay_stack_depth = 16;
    if let Some(budget) = &mut options.budget {
        budget.max_aliases = 1_000;
        budget.max_depth = 100;
        budget.max_documents = 1;
    }
    options
}
