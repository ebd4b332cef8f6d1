//! The conditions of `[?(...)]`.

use std::cmp::Ordering;

use regex::{Regex, RegexBuilder};
use serde_json::Value;

use super::eval::Budget;
use super::{Path, QueryError, eval};

/// A condition on one item.
#[derive(Debug, Clone)]
pub(super) enum Filter {
    All(Vec<Filter>),
    Any(Vec<Filter>),
    Not(Box<Filter>),
    /// The path yields something; true means that it starts at the item (`@`), not the document.
    Exists(Box<Path>, bool),
    Compare(Operand, Comparison, Operand),
}

#[derive(Debug, Clone)]
pub(super) enum Operand {
    Path(Box<Path>, bool),
    Literal(Value),
    Pattern(Pattern),
}

/// `/source/flags`. It was compiled once to see that it can be; a query compiles it again and
/// forgets it, so that a definition full of patterns takes no more memory than its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) source: String,
    pub(super) flags: String,
}

impl Pattern {
    pub(super) fn compile(&self) -> Result<Regex, regex::Error> {
        let has = |flag| self.flags.contains(flag);
        // Jayway asks whether the whole text matches.
        RegexBuilder::new(&format!("^(?:{})$", self.source))
            .size_limit(1 << 16)
            .dfa_size_limit(1 << 18)
            .case_insensitive(has('i'))
            .multi_line(has('m'))
            .dot_matches_new_line(has('s'))
            .ignore_whitespace(has('x'))
            .build()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    SameType,
    NotSameType,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches,
    In,
    NotIn,
    Contains,
    SubsetOf,
    AnyOf,
    NoneOf,
    Size,
    Empty,
}

impl Filter {
    pub(super) fn accepts(
        &self,
        item: &Value,
        document: &Value,
        budget: &Budget,
    ) -> Result<bool, QueryError> {
        budget.visit(1)?;
        match self {
            Filter::All(list) => {
                for filter in list {
                    if !filter.accepts(item, document, budget)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Filter::Any(list) => {
                for filter in list {
                    if filter.accepts(item, document, budget)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Filter::Not(inner) => Ok(!inner.accepts(item, document, budget)?),
            Filter::Exists(path, from_item) => {
                let found = read(path, *from_item, item, document, budget)?;
                // An indefinite path always yields a list; only a filled one exists.
                Ok(match found {
                    Some(Value::Array(list)) if !path.definite => !list.is_empty(),
                    found => found.is_some(),
                })
            }
            Filter::Compare(left, comparison, right) => {
                let left = value_of(left, item, document, budget)?;
                if let Operand::Pattern(pattern) = right {
                    let Some(regex) = budget.compiled(pattern) else { return Ok(false) };
                    return Ok(left
                        .as_ref()
                        .and_then(Value::as_str)
                        .is_some_and(|text| regex.is_match(text)));
                }
                let right = value_of(right, item, document, budget)?;
                compare(left.as_ref(), *comparison, right.as_ref(), budget)
            }
        }
    }
}

fn value_of(
    operand: &Operand,
    item: &Value,
    document: &Value,
    budget: &Budget,
) -> Result<Option<Value>, QueryError> {
    match operand {
        Operand::Literal(value) => Ok(Some(value.clone())),
        Operand::Path(path, from_item) => read(path, *from_item, item, document, budget),
        Operand::Pattern(_) => Ok(None),
    }
}

fn read(
    path: &Path,
    from_item: bool,
    item: &Value,
    document: &Value,
    budget: &Budget,
) -> Result<Option<Value>, QueryError> {
    let start = if from_item { item } else { document };
    match eval::query_within(path, start, document, budget) {
        Ok(value) => Ok(Some(value)),
        Err(QueryError::NotFound(_) | QueryError::Function(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn compare(
    left: Option<&Value>,
    comparison: Comparison,
    right: Option<&Value>,
    budget: &Budget,
) -> Result<bool, QueryError> {
    let order = || match (left?, right?) {
        (Value::Number(a), Value::Number(b)) => a.as_f64()?.partial_cmp(&b.as_f64()?),
        (Value::String(a), Value::String(b)) => Some(a.as_str().cmp(b.as_str())),
        _ => None,
    };
    let equal = || match (left, right) {
        (Some(a), Some(b)) => same(a, b),
        (a, b) => a.is_none() && b.is_none(),
    };
    let list = |side: Option<&Value>| side.and_then(Value::as_array).cloned();
    Ok(match comparison {
        Comparison::Equal => equal(),
        Comparison::NotEqual => !equal(),
        Comparison::SameType => left.is_some() && equal(),
        Comparison::NotSameType => !equal(),
        Comparison::Less => order() == Some(Ordering::Less),
        Comparison::LessOrEqual => matches!(order(), Some(Ordering::Less | Ordering::Equal)),
        Comparison::Greater => order() == Some(Ordering::Greater),
        Comparison::GreaterOrEqual => matches!(order(), Some(Ordering::Greater | Ordering::Equal)),
        Comparison::Matches => false,
        Comparison::In | Comparison::NotIn => {
            let Some(choices) = list(right) else { return Ok(false) };
            budget.visit(choices.len())?;
            let found = left.is_some_and(|value| choices.iter().any(|choice| same(choice, value)));
            found == (comparison == Comparison::In)
        }
        Comparison::Contains => match (left, right) {
            (Some(Value::Array(items)), Some(value)) => {
                budget.visit(items.len())?;
                items.iter().any(|item| same(item, value))
            }
            (Some(Value::String(text)), Some(Value::String(part))) => text.contains(part.as_str()),
            _ => false,
        },
        Comparison::SubsetOf | Comparison::AnyOf | Comparison::NoneOf => {
            let (Some(items), Some(choices)) = (list(left), list(right)) else { return Ok(false) };
            budget.visit(items.len().saturating_mul(choices.len()))?;
            let is_choice = |item: &Value| choices.iter().any(|choice| same(choice, item));
            match comparison {
                Comparison::SubsetOf => items.iter().all(is_choice),
                Comparison::AnyOf => items.iter().any(is_choice),
                _ => !items.iter().any(is_choice),
            }
        }
        Comparison::Size => length(left).is_some_and(|n| right.and_then(Value::as_u64) == Some(n as u64)),
        Comparison::Empty => length(left).is_some_and(|n| right.and_then(Value::as_bool) == Some(n == 0)),
    })
}

fn length(value: Option<&Value>) -> Option<usize> {
    match value? {
        Value::Array(items) => Some(items.len()),
        Value::String(text) => Some(text.chars().count()),
        _ => None,
    }
}

/// Equality with numbers compared by value: 1 equals 1.0.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(x), Value::Number(y)) => x == y || x.as_f64() == y.as_f64(),
        _ => a == b,
    }
}
