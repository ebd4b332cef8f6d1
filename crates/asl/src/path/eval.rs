//! Reads a path's values from a document.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use regex::Regex;
use serde_json::{Map, Value};

use super::filter::Pattern;
use super::{MAX_VISITS, Path, QueryError, Step};

/// What is left of the work that one query may do, and the patterns it has compiled.
pub(super) struct Budget {
    left: Cell<usize>,
    patterns: RefCell<Vec<(Pattern, Rc<Regex>)>>,
}

impl Budget {
    pub(super) fn visit(&self, nodes: usize) -> Result<(), QueryError> {
        let left = self.left.get().checked_sub(nodes).ok_or(QueryError::TooExpensive)?;
        self.left.set(left);
        Ok(())
    }

    /// The compiled pattern, which one query compiles once.
    pub(super) fn compiled(&self, pattern: &Pattern) -> Option<Rc<Regex>> {
        let mut patterns = self.patterns.borrow_mut();
        if let Some((_, regex)) = patterns.iter().find(|(known, _)| known == pattern) {
            return Some(regex.clone());
        }
        let regex = Rc::new(pattern.compile().ok()?);
        patterns.push((pattern.clone(), regex.clone()));
        Some(regex)
    }
}

pub(super) fn query(path: &Path, document: &Value) -> Result<Value, QueryError> {
    query_within(
        path,
        document,
        document,
        &Budget { left: Cell::new(MAX_VISITS), patterns: RefCell::default() },
    )
}

pub(super) fn query_within(
    path: &Path,
    start: &Value,
    document: &Value,
    budget: &Budget,
) -> Result<Value, QueryError> {
    let found = if path.definite && path.function.is_none() || steps_are_definite(path) {
        walk_definite(path, start, budget)?
    } else {
        let mut found = vec![start];
        let mut steps = path.steps.iter();
        while let Some(step) = steps.next() {
            let mut next = Vec::new();
            if let Step::Descend = step {
                let Some(tried) = steps.next() else { break };
                for value in found {
                    descend(value, tried, document, budget, &mut next)?;
                }
            } else {
                for value in found {
                    apply(step, value, document, budget, &mut next)?;
                }
            }
            found = next;
        }
        // The same large value may be found many times over, so copying counts as visiting.
        for value in &found {
            weigh(value, budget)?;
        }
        Value::Array(found.into_iter().cloned().collect())
    };
    match path.function {
        None => Ok(found),
        Some(function) => function.apply(&found),
    }
}

/// Whether the steps before a function name at most one place.
fn steps_are_definite(path: &Path) -> bool {
    path.steps.iter().all(|step| matches!(step, Step::Child(_) | Step::Index(_)))
}

fn walk_definite(path: &Path, start: &Value, budget: &Budget) -> Result<Value, QueryError> {
    let mut value = start;
    let count = path.steps.len();
    for (i, step) in path.steps.iter().enumerate() {
        let next = match step {
            Step::Child(name) => value.as_object().and_then(|members| members.get(name)),
            Step::Index(index) => {
                value.as_array().and_then(|items| items.get(position(*index, items.len())?))
            }
            Step::Children(names) => {
                // The last step of a definite path: the members that are there, as one object.
                let Some(members) = value.as_object() else {
                    return Err(QueryError::NotFound(format!(
                        "No results for path: {}",
                        path.normal_form(count)
                    )));
                };
                let merged: Map<String, Value> = names
                    .iter()
                    .filter_map(|name| members.get(name).map(|v| (name.clone(), v.clone())))
                    .collect();
                return Ok(Value::Object(merged));
            }
            _ => None,
        };
        value = next.ok_or_else(|| {
            QueryError::NotFound(match step {
                Step::Child(_) if i + 1 < count => {
                    format!("Missing property in path {}", path.normal_form(i + 1))
                }
                _ => format!("No results for path: {}", path.normal_form(count)),
            })
        })?;
    }
    weigh(value, budget)?;
    Ok(value.clone())
}

/// Takes the cost of copying `value` from the budget.
fn weigh(value: &Value, budget: &Budget) -> Result<(), QueryError> {
    match value {
        Value::String(text) => budget.visit(1 + text.len() / 32),
        Value::Array(items) => {
            budget.visit(1)?;
            items.iter().try_for_each(|item| weigh(item, budget))
        }
        Value::Object(members) => {
            budget.visit(1)?;
            members.iter().try_for_each(|(name, member)| {
                budget.visit(name.len() / 32)?;
                weigh(member, budget)
            })
        }
        _ => budget.visit(1),
    }
}

fn position(index: i64, length: usize) -> Option<usize> {
    if index >= 0 {
        usize::try_from(index).ok()
    } else {
        length.checked_sub(usize::try_from(index.unsigned_abs()).ok()?)
    }
}

fn apply<'a>(
    step: &Step,
    value: &'a Value,
    document: &Value,
    budget: &Budget,
    out: &mut Vec<&'a Value>,
) -> Result<(), QueryError> {
    budget.visit(1)?;
    match (step, value) {
        (Step::Child(name), Value::Object(members)) => out.extend(members.get(name)),
        (Step::Children(names), Value::Object(members)) => {
            out.extend(names.iter().filter_map(|name| members.get(name)));
        }
        (Step::Wildcard, Value::Object(members)) => {
            budget.visit(members.len())?;
            out.extend(members.values());
        }
        (Step::Wildcard, Value::Array(items)) => {
            budget.visit(items.len())?;
            out.extend(items);
        }
        (Step::Index(index), Value::Array(items)) => {
            out.extend(position(*index, items.len()).and_then(|i| items.get(i)));
        }
        (Step::Indices(list), Value::Array(items)) => {
            budget.visit(list.len())?;
            out.extend(list.iter().filter_map(|index| items.get(position(*index, items.len())?)));
        }
        (Step::Slice(from, to), Value::Array(items)) => {
            let bound = |n: &Option<i64>, default: usize| match n {
                None => default,
                Some(n) => position(*n, items.len()).unwrap_or(0).min(items.len()),
            };
            let (from, to) = (bound(from, 0), bound(to, items.len()));
            if from < to {
                budget.visit(to - from)?;
                out.extend(&items[from..to]);
            }
        }
        (Step::Filter(filter), Value::Array(items)) => {
            for item in items {
                if filter.accepts(item, document, budget)? {
                    out.push(item);
                }
            }
        }
        (Step::Filter(filter), Value::Object(_)) if filter.accepts(value, document, budget)? => {
            out.push(value);
        }
        _ => {}
    }
    Ok(())
}

/// Tries `step` at `value` and everything below. Depth is that of the document, which is bounded.
fn descend<'a>(
    value: &'a Value,
    step: &Step,
    document: &Value,
    budget: &Budget,
    out: &mut Vec<&'a Value>,
) -> Result<(), QueryError> {
    if let Step::Filter(filter) = step {
        // At every depth a filter asks each value itself, so that none is found twice.
        let accepted = filter.accepts(value, document, budget)?;
        out.extend(accepted.then_some(value));
    } else {
        apply(step, value, document, budget, out)?;
    }
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| descend(item, step, document, budget, out)),
        Value::Object(members) => {
            members.values().try_for_each(|member| descend(member, step, document, budget, out))
        }
        _ => Ok(()),
    }
}
