//! A result against a shape, in the words of Step Functions.

use regex::Regex;
use serde_json::Value;

use crate::service::{Bounds, Service, Shape};

/// Whether `result` fits the output `shape`. Members named by `free` may be anything.
pub(crate) fn output(
    service: &Service,
    shape: &Shape,
    result: &Value,
    strict: bool,
    free: &[&str],
) -> Result<(), String> {
    Check { service, strict, free }.value(shape, "result", result)
}

struct Check<'a> {
    service: &'a Service,
    strict: bool,
    free: &'a [&'a str],
}

impl Check<'_> {
    fn value(&self, shape: &Shape, field: &str, value: &Value) -> Result<(), String> {
        let must_be = |what: &str| Err(format!("Field '{field}' must be {what}"));
        let length = |bounds: &Bounds, length: usize| within(bounds, length as f64, field, LENGTH);
        match (shape, value) {
            // The service's own clients make no difference between null and nothing.
            (_, Value::Null) | (Shape::Any, _) => Ok(()),
            (Shape::Structure(members), Value::Object(given)) => {
                let there = |name: &str| given.get(name).is_some_and(|value| !value.is_null());
                if self.strict
                    && let Some((name, ..)) =
                        members.iter().find(|(name, _, required)| *required && !there(&pascal(name)))
                {
                    return Err(format!("Required field '{}' is missing", pascal(name)));
                }
                given.iter().filter(|(name, _)| !self.free.contains(&name.as_str())).try_for_each(
                    |(name, value)| match members.iter().find(|(member, ..)| pascal(member) == *name) {
                        Some((_, shape, _)) => self.value(self.service.shape(*shape), name, value),
                        // What the model does not know may be there.
                        None => Ok(()),
                    },
                )
            }
            (Shape::Structure(_) | Shape::Map(..), other) if !other.is_object() => must_be("an object"),
            (Shape::Map(shape, bounds), Value::Object(entries)) => {
                length(bounds, entries.len())?;
                let shape = self.service.shape(*shape);
                entries.iter().try_for_each(|(name, value)| self.value(shape, name, value))
            }
            (Shape::List(shape, bounds), Value::Array(items)) => {
                length(bounds, items.len())?;
                let shape = self.service.shape(*shape);
                items.iter().try_for_each(|item| self.value(shape, field, item))
            }
            (Shape::List(..), _) => must_be("an array"),
            (Shape::Text(bounds, values, pattern), Value::String(text)) => {
                length(bounds, text.chars().count())?;
                if !values.is_empty() && !values.contains(text) {
                    return Err(format!("Field '{field}' is not an expected value"));
                }
                // Patterns that look around are no regular expressions: nothing checks them.
                let pattern = pattern.as_deref().and_then(|pattern| Regex::new(pattern).ok());
                match pattern.is_none_or(|pattern| pattern.is_match(text)) {
                    true => Ok(()),
                    false => Err(format!("Field '{field}' does not match the expected pattern")),
                }
            }
            (Shape::Blob(bounds), Value::String(text)) => length(bounds, text.len()),
            (Shape::Time, Value::String(_)) | (Shape::Truth, Value::Bool(_)) => Ok(()),
            (Shape::Text(..) | Shape::Blob(_) | Shape::Time, _) => must_be("a string"),
            (Shape::Truth, _) => must_be("a boolean"),
            (Shape::Integer(bounds), Value::Number(number)) => {
                let number = number.as_f64().unwrap_or_default();
                if number.fract() != 0.0 {
                    return must_be("an integer");
                }
                within(bounds, number, field, VALUE)
            }
            (Shape::Number(bounds), Value::Number(number)) => {
                within(bounds, number.as_f64().unwrap_or_default(), field, VALUE)
            }
            (Shape::Integer(_) | Shape::Number(_), _) => must_be("a number"),
            // The guard above took everything that is no object.
            (Shape::Structure(_) | Shape::Map(..), _) => Ok(()),
        }
    }
}

/// What is too little, and what is too much.
const LENGTH: (&str, &str) = ("is smaller than the minimum length", "exceeds the maximum length");
const VALUE: (&str, &str) = ("is less than the minimum value", "exceeds the maximum value");

fn within(bounds: &Bounds, value: f64, field: &str, words: (&str, &str)) -> Result<(), String> {
    if bounds.0.is_some_and(|min| value < min) {
        return Err(format!("Field '{field}' {}", words.0));
    }
    if bounds.1.is_some_and(|max| value > max) {
        return Err(format!("Field '{field}' {}", words.1));
    }
    Ok(())
}

/// A member's name as tasks write it: with a capital letter, whatever the protocol does.
fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
