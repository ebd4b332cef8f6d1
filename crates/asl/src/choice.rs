//! The rules of Choice states.

use std::cmp::Ordering;

use serde_json::Value;

use crate::documents::Documents;
use crate::path::Path;
use crate::timestamp;

/// A rule.
#[derive(Debug, Clone)]
pub enum Rule {
    /// `And`: all hold.
    And(Vec<Rule>),
    /// `Or`: one holds.
    Or(Vec<Rule>),
    /// `Not`.
    Not(Box<Rule>),
    /// A test of one variable.
    Test {
        /// `Variable`.
        variable: Path,
        /// The operator.
        test: Test,
    },
}

/// A test of a value.
#[derive(Debug, Clone)]
pub enum Test {
    /// `StringEquals`, `NumericLessThan` and so on.
    Compare(DataType, Operator, Value),
    /// The same with `Path` at the end: the other side is read from the input.
    ComparePath(DataType, Operator, Path),
    /// `StringMatches`, its pattern parsed.
    StringMatches(Pattern),
    /// `IsNull`.
    IsNull(bool),
    /// `IsPresent`.
    IsPresent(bool),
    /// `IsNumeric`.
    IsNumeric(bool),
    /// `IsString`.
    IsString(bool),
    /// `IsBoolean`.
    IsBoolean(bool),
    /// `IsTimestamp`.
    IsTimestamp(bool),
}

/// What a comparison takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataType {
    /// Texts, ordered by their code points.
    String,
    /// Numbers.
    Numeric,
    /// Truth values.
    Boolean,
    /// RFC 3339 timestamps.
    Timestamp,
}

/// How a comparison compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// The same value.
    Equals,
    /// Less.
    LessThan,
    /// Less or the same.
    LessThanEquals,
    /// Greater.
    GreaterThan,
    /// Greater or the same.
    GreaterThanEquals,
}

/// A `StringMatches` pattern: texts with `*` between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<String>);

/// A rule's path names nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Invalid path '{0}': The choice state's condition path references an invalid value.")]
pub struct ChoiceError(pub String);

impl Rule {
    /// The paths that the rule reads.
    pub fn paths(&self) -> Vec<&Path> {
        match self {
            Rule::And(rules) | Rule::Or(rules) => rules.iter().flat_map(Rule::paths).collect(),
            Rule::Not(rule) => rule.paths(),
            Rule::Test { variable, test: Test::ComparePath(_, _, path) } => vec![variable, path],
            Rule::Test { variable, .. } => vec![variable],
        }
    }

    /// Whether the rule holds.
    pub fn holds(&self, documents: &Documents<'_>) -> Result<bool, ChoiceError> {
        match self {
            Rule::And(rules) => {
                for rule in rules {
                    if !rule.holds(documents)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Rule::Or(rules) => {
                for rule in rules {
                    if rule.holds(documents)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Rule::Not(rule) => Ok(!rule.holds(documents)?),
            Rule::Test { variable, test } => test.holds(variable, documents),
        }
    }
}

fn read(path: &Path, documents: &Documents<'_>) -> Result<Value, ChoiceError> {
    documents.query(path).map_err(|_| ChoiceError(path.text().to_owned()))
}

impl Test {
    fn holds(&self, variable: &Path, documents: &Documents<'_>) -> Result<bool, ChoiceError> {
        let value = read(variable, documents);
        if let Test::IsPresent(expected) = self {
            // A path that may name several places is present when it names one.
            let present =
                value.is_ok_and(|v| variable.is_definite() || v.as_array().is_some_and(|l| !l.is_empty()));
            return Ok(present == *expected);
        }
        let value = value?;
        Ok(match self {
            Test::Compare(data_type, operator, other) => compare(*data_type, *operator, &value, other),
            Test::ComparePath(data_type, operator, path) => {
                compare(*data_type, *operator, &value, &read(path, documents)?)
            }
            Test::StringMatches(pattern) => value.as_str().is_some_and(|text| pattern.matches(text)),
            Test::IsNull(expected) => value.is_null() == *expected,
            Test::IsPresent(_) => unreachable!("answered above"),
            Test::IsNumeric(expected) => value.is_number() == *expected,
            Test::IsString(expected) => value.is_string() == *expected,
            Test::IsBoolean(expected) => value.is_boolean() == *expected,
            Test::IsTimestamp(expected) => instant(&value).is_some() == *expected,
        })
    }
}

fn instant(value: &Value) -> Option<timestamp::Nanos> {
    timestamp::parse(value.as_str()?)
}

fn compare(data_type: DataType, operator: Operator, left: &Value, right: &Value) -> bool {
    let order = match data_type {
        DataType::String => left.as_str().zip(right.as_str()).map(|(a, b)| a.cmp(b)),
        DataType::Boolean => left.as_bool().zip(right.as_bool()).map(|(a, b)| a.cmp(&b)),
        DataType::Timestamp => instant(left).zip(instant(right)).map(|(a, b)| a.cmp(&b)),
        DataType::Numeric => match (left.as_i64(), right.as_i64()) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => left.as_f64().zip(right.as_f64()).and_then(|(a, b)| a.partial_cmp(&b)),
        },
    };
    match (operator, order) {
        (_, None) => false,
        (Operator::Equals, Some(order)) => order == Ordering::Equal,
        (Operator::LessThan, Some(order)) => order == Ordering::Less,
        (Operator::LessThanEquals, Some(order)) => order != Ordering::Greater,
        (Operator::GreaterThan, Some(order)) => order == Ordering::Greater,
        (Operator::GreaterThanEquals, Some(order)) => order != Ordering::Less,
    }
}

impl Pattern {
    /// Parses a pattern; `\*` is an asterisk and `\\` a backslash.
    pub fn parse(text: &str) -> Pattern {
        let mut parts = vec![String::new()];
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            let part = parts.last_mut().expect("there is always a last part");
            match c {
                '*' => parts.push(String::new()),
                '\\' => part.extend(characters.next()),
                c => part.push(c),
            }
        }
        Pattern(parts)
    }

    /// Whether the whole text matches, in time linear in the text for each part.
    pub fn matches(&self, text: &str) -> bool {
        let [first, rest @ ..] = self.0.as_slice() else { return false };
        let [middle @ .., last] = rest else { return text == first };
        let Some(mut text) = text.strip_prefix(first.as_str()) else { return false };
        for part in middle {
            let Some(at) = text.find(part.as_str()) else { return false };
            text = &text[at + part.len()..];
        }
        text.ends_with(last.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;
    use crate::context::Context;

    fn check(data_type: DataType, operator: Operator, left: Value, right: Value, expected: bool) {
        assert_eq!(compare(data_type, operator, &left, &right), expected, "{left} {operator:?} {right}");
    }

    #[test]
    fn comparisons() {
        check(DataType::Numeric, Operator::Equals, json!(1), json!(1.0), true);
        check(
            DataType::Numeric,
            Operator::LessThan,
            json!(9007199254740993_i64),
            json!(9007199254740994_i64),
            true,
        );
        check(DataType::Numeric, Operator::LessThanEquals, json!("1"), json!(1), false);
        check(DataType::String, Operator::GreaterThan, json!("b"), json!("a"), true);
        check(DataType::Boolean, Operator::Equals, json!(false), json!(false), true);
        let (utc, local) = (json!("2016-03-14T01:59:00Z"), json!("2016-03-14T02:59:00+01:00"));
        check(DataType::Timestamp, Operator::GreaterThanEquals, utc, local, true);
        check(DataType::Timestamp, Operator::Equals, json!("yesterday"), json!("yesterday"), false);
    }

    #[test]
    fn patterns() {
        let check = |pattern: &str, text: &str, expected: bool| {
            assert_eq!(Pattern::parse(pattern).matches(text), expected, "{pattern} {text}");
        };
        check("log-*.txt", "log-1.txt", true);
        check("log-*.txt", "log-.txt", true);
        check("log-*.txt", "log.txt", false);
        check("*", "", true);
        check("a*b*c", "a-c-b-c", true);
        check("a*b*c", "a-c", false);
        check("ab*ba", "aba", false);
        check(r"a\*", "a*", true);
        check(r"a\*", "ab", false);
        check(r"a\\*", r"a\b", true);
        check("plain", "plain", true);
        check("plain", "plainer", false);
    }

    #[test]
    fn presence_is_asked_without_an_error() {
        let rule = |test| Rule::Test { variable: Path::parse("$.a.b").unwrap(), test };
        let (input, context) = (json!({"a": {}}), Context::fixed(json!({})));
        let documents = Documents { input: &input, context: &context, variables: &BTreeMap::new() };
        assert_eq!(rule(Test::IsPresent(false)).holds(&documents), Ok(true));
        assert_eq!(
            rule(Test::IsNull(true)).holds(&documents).unwrap_err().to_string(),
            "Invalid path '$.a.b': The choice state's condition path references an invalid value."
        );
    }
}
