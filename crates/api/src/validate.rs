//! AWS's constraints, answered in AWS's words.

use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use regex::Regex;

use crate::schema::{Kind, Range, Shape};
use crate::{AwsError, Value};

/// Deeper than any shape of the table; a recursive shape beyond it is refused.
const MAX_DEPTH: usize = 32;

/// Characters of a list in a message.
const MAX_PRINTED: usize = 1_024;

/// Checks a value against its shape's constraints.
///
/// All violations (at most ten) stand in one `ValidationException`, worded as AWS does:
/// `1 validation error detected: Value '…' at 'trainingJobName' failed to satisfy constraint: …`.
pub fn validate(shape: &Shape, value: &Value) -> Result<(), AwsError> {
    let found = violations(shape, value);
    if found.is_empty() {
        return Ok(());
    }
    let plural = if found.len() == 1 { "error" } else { "errors" };
    Err(AwsError::validation(format!("{} validation {plural} detected: {}", found.len(), found.join("; "))))
}

/// The violations, each as one sentence; empty when the value is good.
pub fn violations(shape: &Shape, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(shape, value, &Path::ROOT, &mut found);
    found
}

/// Where a value stands. It becomes a text only for a message: most values are good.
struct Path<'a> {
    before: Option<&'a Path<'a>>,
    step: Step<'a>,
    depth: usize,
}

enum Step<'a> {
    Root,
    Member(&'a str),
    /// Of a list, counted from one.
    Item(usize),
    /// Of a map.
    Key(&'a str),
}

impl Path<'_> {
    const ROOT: Path<'static> = Path { before: None, step: Step::Root, depth: 0 };

    fn to<'a>(&'a self, step: Step<'a>) -> Path<'a> {
        Path { before: Some(self), step, depth: self.depth + 1 }
    }
}

impl std::fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(before) = self.before {
            before.fmt(f)?;
            if !matches!(before.step, Step::Root) {
                f.write_str(".")?;
            }
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Member(name) => f.write_str(&lower_first(name)),
            Step::Item(number) => write!(f, "{number}.member"),
            Step::Key(name) => write!(f, "{name}.member"),
        }
    }
}

fn check(shape: &Shape, value: &Value, path: &Path<'_>, found: &mut Vec<String>) {
    if found.len() >= 10 {
        return;
    }
    if path.depth > MAX_DEPTH {
        fail(found, value, path, "Member must not be nested so deeply");
        return;
    }
    match (&shape.kind, value) {
        (Kind::Structure(structure), Value::Map(fields)) => {
            for member in structure.members {
                let path = path.to(Step::Member(member.name));
                match fields.get(member.name) {
                    Some(value) => check(member.shape, value, &path, found),
                    None if member.required && !member.streaming => {
                        found.push(format!(
                            "Value null at '{path}' failed to satisfy constraint: Member must not be null"
                        ));
                    }
                    None => {}
                }
            }
            if structure.union && fields.len() != 1 {
                fail(found, value, path, "Exactly one member must be set");
            }
        }
        (Kind::List { member, range, .. }, Value::List(items)) => {
            if range.min.is_some_and(|min| (items.len() as f64) < min)
                || range.max.is_some_and(|max| (items.len() as f64) > max)
            {
                let text = Value::Str(printed(shape, value, 0).chars().take(MAX_PRINTED).collect());
                length(range, items.len(), &text, path, found);
            }
            for (i, item) in items.iter().enumerate() {
                check(member.shape, item, &path.to(Step::Item(i + 1)), found);
            }
        }
        (Kind::Map { key, value: member, range, .. }, Value::Map(fields)) => {
            length(range, fields.len(), value, path, found);
            for (name, item) in fields.iter() {
                let path = path.to(Step::Key(name));
                check(key.shape, &Value::Str(name.to_owned()), &path, found);
                check(member.shape, item, &path, found);
            }
        }
        (Kind::Str { values, pattern, range }, Value::Str(text)) => {
            length(range, text.chars().count(), value, path, found);
            if !values.is_empty() && !values.contains(&text.as_str()) {
                let constraint = format!("Member must satisfy enum value set: [{}]", values.join(", "));
                fail(found, value, path, &constraint);
            }
            if !pattern.is_empty() && !matches_pattern(pattern, text) {
                let constraint = format!("Member must satisfy regular expression pattern: {pattern}");
                fail(found, value, path, &constraint);
            }
        }
        (Kind::Int(range), Value::Int(i)) => number(range, *i as f64, value, path, found),
        (Kind::Float(range), Value::Float(f)) => number(range, *f, value, path, found),
        (Kind::Float(range), Value::Int(i)) => number(range, *i as f64, value, path, found),
        (Kind::Blob(range), Value::Blob(bytes)) => length(range, bytes.len(), value, path, found),
        (Kind::Bool, Value::Bool(_))
        | (Kind::Time(_), Value::Time(_))
        | (Kind::Document, Value::Document(_))
        | (Kind::Blob(_), Value::Body(_)) => {}
        _ => fail(found, value, path, "Member must have the type of its shape"),
    }
}

fn length(range: &Range, length: usize, value: &Value, path: &Path<'_>, found: &mut Vec<String>) {
    if let Some(min) = range.min.filter(|min| (length as f64) < *min) {
        fail(found, value, path, &format!("Member must have length greater than or equal to {min}"));
    }
    if let Some(max) = range.max.filter(|max| (length as f64) > *max) {
        fail(found, value, path, &format!("Member must have length less than or equal to {max}"));
    }
}

fn number(range: &Range, number: f64, value: &Value, path: &Path<'_>, found: &mut Vec<String>) {
    if let Some(min) = range.min.filter(|min| number < *min) {
        fail(found, value, path, &format!("Member must have value greater than or equal to {min}"));
    }
    if let Some(max) = range.max.filter(|max| number > *max) {
        fail(found, value, path, &format!("Member must have value less than or equal to {max}"));
    }
}

/// A list as AWS's services print it in their messages: structures by the names of their shapes.
fn printed(shape: &Shape, value: &Value, depth: usize) -> String {
    match (&shape.kind, value) {
        (Kind::List { member, .. }, Value::List(items)) if depth < MAX_DEPTH => {
            let items: Vec<_> = items.iter().map(|item| printed(member.shape, item, depth + 1)).collect();
            format!("[{}]", items.join(", "))
        }
        (Kind::Structure(structure), Value::Map(fields)) if depth < MAX_DEPTH => {
            let members: Vec<_> = structure
                .members
                .iter()
                .filter_map(|member| {
                    let value = fields.get(member.name)?;
                    Some(format!("{}={}", member.name, printed(member.shape, value, depth + 1)))
                })
                .collect();
            format!("{}({})", shape.name, members.join(", "))
        }
        (_, Value::Str(text)) => text.clone(),
        (_, other) => other.to_json().to_string(),
    }
}

fn fail(found: &mut Vec<String>, value: &Value, path: &Path<'_>, constraint: &str) {
    let shown = match value {
        Value::Str(s) => s.chars().take(MAX_PRINTED).collect(),
        other => {
            let mut text = other.to_json().to_string();
            if text.len() > 256 {
                text = format!("{}…", text.chars().take(256).collect::<String>());
            }
            text
        }
    };
    found.push(format!("Value '{shown}' at '{path}' failed to satisfy constraint: {constraint}"));
}

fn lower_first(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Patterns of the models by their places in memory, each with its regular expression if it is a regular language.
type Patterns = HashMap<(usize, usize), Option<Regex>>;

/// They are compiled at first use and kept: a platform uses few of the thousands in the models.
static PATTERNS: LazyLock<RwLock<Patterns>> = LazyLock::new(RwLock::default);

fn matches_pattern(pattern: &'static str, text: &str) -> bool {
    // A pattern with look-around is not a regular language: codegen leaves those out and says so.
    let matches = |regex: &Option<Regex>| regex.as_ref().is_none_or(|regex| regex.is_match(text));
    let place = (pattern.as_ptr().addr(), pattern.len());
    if let Some(regex) = PATTERNS.read().unwrap_or_else(PoisonError::into_inner).get(&place) {
        return matches(regex);
    }
    let regex = Regex::new(&format!("^(?s:{pattern})$")).ok();
    let good = matches(&regex);
    PATTERNS.write().unwrap_or_else(PoisonError::into_inner).insert(place, regex);
    good
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Member, Structure};

    static NAME: Shape = Shape {
        name: "Name",
        kind: Kind::Str { values: &[], pattern: "[a-z]+", range: Range::between(1.0, 4.0) },
    };
    static COLOR: Shape =
        Shape { name: "Color", kind: Kind::Str { values: &["Red", "Blue"], pattern: "", range: Range::ANY } };
    static COLORS: Shape = Shape {
        name: "Colors",
        kind: Kind::List { member: Member::new("member", &COLOR), flattened: false, range: Range::max(2.0) },
    };
    static INPUT: Shape = Shape {
        name: "Input",
        kind: Kind::Structure(Structure {
            members: &[Member::new("JobName", &NAME).required(), Member::new("Colors", &COLORS)],
            payload: None,
            union: false,
        }),
    };

    fn check_text(members: &[(&'static str, Value)], expected: &str) {
        let fields = members.iter().map(|(n, v)| ((*n).into(), v.clone())).collect();
        let answer = validate(&INPUT, &Value::Map(fields)).map_err(|e| e.message);
        assert_eq!(answer.err().unwrap_or_default(), expected);
    }

    #[test]
    fn violations_are_worded_as_aws_does() {
        check_text(&[("JobName", "abc".into())], "");
        check_text(
            &[],
            "1 validation error detected: Value null at 'jobName' failed to satisfy constraint: Member must not be null",
        );
        check_text(
            &[("JobName", "ABCDE".into())],
            "2 validation errors detected: Value 'ABCDE' at 'jobName' failed to satisfy constraint: Member must have length less than or equal to 4; Value 'ABCDE' at 'jobName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+",
        );
        check_text(
            &[("JobName", "a".into()), ("Colors", Value::List(vec!["Red".into(), "Green".into()]))],
            "1 validation error detected: Value 'Green' at 'colors.2.member' failed to satisfy constraint: Member must satisfy enum value set: [Red, Blue]",
        );
    }
}
