//! JSONata 2 as Step Functions evaluates it: a parser and a bounded, deterministic evaluator.
//!
//! The crate does no I/O, reads no clock and draws no random numbers: all are passed in.

use serde_json::Value;

/// A parsed expression, without the `{%` and `%}` around it.
#[derive(Debug, Clone)]
pub struct Expression {
    text: String,
    free: Vec<Reference>,
}

/// A variable that an expression reads and does not bind itself, with the fields that follow it by
/// constant names: `$states.input.a` is `states` with `input` and `a`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The variable's name without `$`; empty for `$` itself, `$` for the root `$$`.
    pub variable: String,
    /// Constant names that follow.
    pub fields: Vec<String>,
    /// Offset of the `$` in the expression, in bytes.
    pub at: usize,
}

/// What is wrong with an expression, or why it has no value: the code and message of JSONata.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct Error {
    /// JSONata's code, such as `T1006`.
    pub code: String,
    /// JSONata's message, such as `Attempted to invoke a non-function`.
    pub message: String,
    /// Where in the expression, in bytes.
    pub at: usize,
}

/// What an expression yields.
#[derive(Debug, Clone, PartialEq)]
pub enum Evaluated {
    /// Nothing (undefined).
    Nothing,
    /// A JSON value.
    Value(Value),
    /// A function, which is no JSON.
    Function,
}

/// How much one evaluation may take. Evaluation beyond is an error, never a hang.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Steps of evaluation.
    pub steps: u64,
    /// Depth of calls.
    pub depth: u32,
    /// Bytes of values made, roughly.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { steps: 10_000_000, depth: 500, bytes: 64 << 20 }
    }
}

/// What an evaluation may read.
pub struct Scope<'a> {
    /// Variables by their names without `$`; the root `$` has no value in Step Functions.
    pub variables: &'a dyn Fn(&str) -> Option<&'a Value>,
    /// The time that `$now` and `$millis` tell, in milliseconds since the epoch.
    pub now_ms: i64,
    /// The source of `$random` and `$uuid`.
    pub random: &'a mut dyn FnMut() -> u64,
    /// Bounds.
    pub limits: Limits,
}

impl Expression {
    /// Parses an expression.
    pub fn parse(text: &str) -> Result<Expression, Error> {
        Ok(Expression { text: text.to_owned(), free: Vec::new() })
    }

    /// The expression as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The variables that the expression reads and does not bind.
    pub fn references(&self) -> &[Reference] {
        &self.free
    }

    /// Computes the value.
    pub fn evaluate(&self, scope: &mut Scope<'_>) -> Result<Evaluated, Error> {
        let _ = scope;
        Err(Error { code: "D0000".into(), message: "not there yet".into(), at: 0 })
    }
}
