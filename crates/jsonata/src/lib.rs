//! JSONata 2 as Step Functions evaluates it: a parser and a bounded, deterministic evaluator.
//!
//! The crate does no I/O, reads no clock and draws no random numbers: all are passed in.
//!
//! There is no input document: `$` and bare names see nothing at the top of an expression, and all that is
//! read comes from variables, which are borrowed until something is taken from them.
//!
//! The language is that of the JSONata documentation (docs.jsonata.org), with the codes and texts of its
//! errors. What differs from the reference implementation (jsonata 2.2.2), and why:
//!
//! - Objects keep the order in which members were made; JavaScript puts names that are numbers first.
//! - Text is Unicode: characters beyond U+FFFF are not split in two, half of one is U+FFFD.
//! - Regular expressions run in linear time; look-around and back references are refused (`S0303`).
//! - Infinity and what is no number are errors (`D1001`) also when they are the result of an expression;
//!   dates and integers that cannot be read are errors too (`D3110`, `D3030`).
//! - `$eval` does not exist, and `$partition`, `$range`, `$hash`, `$random(seed)`, `$uuid` and `$parse` do.
//! - Time zones west of UTC with minutes, names of months in capitals, grouping of fractions, and numbers from
//!   1e21 on are written and read as XPath says.
//! - What follows the last call of a function, a predicate or a group, is applied.
//! - Of several errors in an expression, the first one in evaluation order is reported.
//! - Steps, calls, nesting and memory are bounded: see [`Limits`] and [`Error`].

mod error;
mod eval;
mod functions;
mod number;
mod regex;
mod syntax;
mod value;

use std::sync::Arc;

use serde_json::Value;

pub use crate::error::Error;

/// A parsed expression, without the `{%` and `%}` around it.
#[derive(Debug, Clone)]
pub struct Expression {
    text: Arc<str>,
    ast: Arc<syntax::ast::Ast>,
    free: Arc<[Reference]>,
}

/// A variable that an expression reads and does not bind itself, with the fields that follow it by
/// constant names: `$states.input.a` is `states` with `input` and `a`.
///
/// Built-in functions are not listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The variable's name without `$`; empty for `$` itself where nothing gives it a value, `$` for
    /// the root `$$`.
    pub variable: String,
    /// Constant names that follow.
    pub fields: Vec<String>,
    /// Offset of the `$` in the expression, in bytes.
    pub at: usize,
}

/// What an expression yields.
#[derive(Debug, Clone, PartialEq)]
pub enum Evaluated {
    /// Nothing (undefined).
    Nothing,
    /// A JSON value. Functions inside of it are null.
    Value(Value),
    /// A function, which is no JSON.
    Function,
}

/// How much one evaluation may take. Evaluation beyond is an error, never a hang.
///
/// Besides, the nesting of an expression, of calls on the stack, and of the values that are made is
/// bounded by constants that fit a stack of one megabyte (`D1011`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Steps of evaluation; work inside of functions counts by size. Beyond: `D1012`.
    pub steps: u64,
    /// Depth of calls that are not the last thing a function does. Beyond: `D1011`.
    pub depth: u32,
    /// Bytes of values that are alive at once, roughly. Beyond: `D1013`.
    pub bytes: usize,
}

impl Default for Limits {
    /// About 200 milliseconds and 64 MiB in a release build.
    fn default() -> Self {
        Limits { steps: 2_500_000, depth: 400, bytes: 64 << 20 }
    }
}

/// The value of a variable, borrowed: nothing is copied until something is made of it.
#[derive(Debug, Clone)]
pub enum Given<'a> {
    /// A value.
    Value(&'a Value),
    /// An object that is put together of members that lie elsewhere, in their order.
    Members(Vec<(&'a str, &'a Value)>),
}

impl<'a> From<&'a Value> for Given<'a> {
    fn from(value: &'a Value) -> Given<'a> {
        Given::Value(value)
    }
}

/// What an evaluation may read.
pub struct Scope<'a> {
    /// Variables by their names without `$`; the root `$` has no value in Step Functions.
    pub variables: &'a dyn Fn(&str) -> Option<Given<'a>>,
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
        let (ast, free) = syntax::parser::parse(text).map_err(|fault| *fault)?;
        Ok(Expression { text: text.into(), ast: Arc::new(ast), free: free.into() })
    }

    /// The expression as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The variables that the expression reads and does not bind, in the order of the text.
    pub fn references(&self) -> &[Reference] {
        &self.free
    }

    /// Computes the value.
    pub fn evaluate(&self, scope: &mut Scope<'_>) -> Result<Evaluated, Error> {
        eval::run(&self.ast, scope).map_err(|fault| *fault)
    }
}

/// Whether `name`, without `$`, is a built-in function.
pub fn is_function(name: &str) -> bool {
    functions::find(name).is_some()
}

/// The names of the built-in functions, without `$`.
pub fn function_names() -> impl Iterator<Item = &'static str> {
    functions::names()
}
