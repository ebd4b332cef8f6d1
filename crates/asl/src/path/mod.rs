//! JSONPath in the dialect of Step Functions, which is Jayway's.
//!
//! A path that can name at most one place is *definite* and yields that value or an error;
//! any other path yields a list, empty when nothing matches. Reading is bounded: a query that
//! visits more than [`MAX_VISITS`] nodes is refused instead of holding up the interpreter.

mod eval;
mod filter;
mod functions;
mod parse;
mod reference;

use serde_json::Value;

use filter::Filter;
pub(crate) use filter::same;
use functions::Function;
pub use reference::{ReferenceError, ReferencePath};

/// The most nodes one query may visit.
pub const MAX_VISITS: usize = 2_000_000;

/// Where a path starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Root {
    /// `$`: the state's data.
    Input,
    /// `$$`: the context object.
    Context,
    /// `$name`: a workflow variable.
    Variable(String),
}

/// A parsed JSONPath.
#[derive(Debug, Clone)]
pub struct Path {
    text: String,
    root: Root,
    steps: Vec<Step>,
    function: Option<Function>,
    definite: bool,
}

/// One step of a path.
#[derive(Debug, Clone)]
enum Step {
    /// `.name` or `['name']`.
    Child(String),
    /// `['a','b']`.
    Children(Vec<String>),
    /// `.*` or `[*]`.
    Wildcard,
    /// `[3]`, from the end when negative.
    Index(i64),
    /// `[1,2]`.
    Indices(Vec<i64>),
    /// `[from:to]`, the end excluded.
    Slice(Option<i64>, Option<i64>),
    /// `[?(...)]`.
    Filter(Filter),
    /// `..`: the next step is tried at every depth.
    Descend,
}

/// Why a text is not a path.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message} at character {at}")]
pub struct PathSyntaxError {
    /// What was expected or found.
    pub message: String,
    /// Offset in bytes.
    pub at: usize,
}

/// Why a path yields nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    /// A definite path names a place that is not there; the text is Jayway's.
    #[error("{0}")]
    NotFound(String),
    /// The query visits too many nodes.
    #[error("The path visits more than {MAX_VISITS} nodes")]
    TooExpensive,
    /// A function such as `min()` got what it cannot work on.
    #[error("{0}")]
    Function(String),
}

impl Path {
    /// Parses a path, whose text begins with `$` or `$$`.
    pub fn parse(text: &str) -> Result<Path, PathSyntaxError> {
        parse::path(text)
    }

    /// The path as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the path starts.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// The workflow variable that the path reads, if it reads one.
    pub fn variable(&self) -> Option<&str> {
        match &self.root {
            Root::Variable(name) => Some(name),
            _ => None,
        }
    }

    /// Whether the path is `$`, the whole input.
    pub(crate) fn is_input(&self) -> bool {
        self.text == "$"
    }

    /// Whether the path names at most one place.
    pub fn is_definite(&self) -> bool {
        self.definite
    }

    /// Reads from `document`, which must be the one that [`Path::root`] names.
    pub fn query(&self, document: &Value) -> Result<Value, QueryError> {
        eval::query(self, document)
    }

    /// The path in Jayway's normal form, as its messages print it: `$['a'][0]`.
    fn normal_form(&self, steps: usize) -> String {
        let mut out = String::from("$");
        if let Root::Variable(name) = &self.root {
            out.push_str(name);
        }
        for step in &self.steps[..steps] {
            match step {
                Step::Child(name) => out.push_str(&format!("['{name}']")),
                Step::Children(names) => out.push_str(&format!("['{}']", names.join("','"))),
                Step::Wildcard => out.push_str("[*]"),
                Step::Index(i) => out.push_str(&format!("[{i}]")),
                Step::Indices(list) => {
                    let list: Vec<String> = list.iter().map(i64::to_string).collect();
                    out.push_str(&format!("[{}]", list.join(",")));
                }
                Step::Slice(from, to) => {
                    let show = |n: &Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
                    out.push_str(&format!("[{}:{}]", show(from), show(to)));
                }
                Step::Filter(_) => out.push_str("[?]"),
                Step::Descend => out.push_str(".."),
            }
        }
        out
    }
}

#[cfg(test)]
mod tests;
