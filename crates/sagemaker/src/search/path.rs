//! Property paths: `ModelArtifacts.S3ModelArtifacts`, `Tags.team`, `Metrics.validation:accuracy`.

use std::borrow::Cow;

use lirio_api::schema::{Kind, Shape};
use lirio_api::{Timestamp, Value};

/// The deepest that shapes are looked into: some contain themselves.
const DEPTH: usize = 12;

/// A property's value, as filters compare it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Scalar<'a> {
    Number(f64),
    Time(Timestamp),
    Text(Cow<'a, str>),
    Bool(bool),
}

/// All values at a path; several where a list lies on the way.
pub(super) fn values<'a>(value: &'a Value, path: &str) -> Vec<Scalar<'a>> {
    let mut found = Vec::new();
    collect(value, &canonical(value, path), &mut found);
    found
}

/// Elements of the lists at a path.
pub(super) fn elements<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut found = Vec::new();
    visit(value, path, &mut |value| match value {
        Value::List(items) => found.extend(items),
        other => found.push(other),
    });
    found
}

/// A training job's metrics are searched for as `Metrics`; its description calls them otherwise.
fn canonical<'p>(value: &Value, path: &'p str) -> Cow<'p, str> {
    let has = |name| value.as_map().is_some_and(|members| members.get(name).is_some());
    match path.strip_prefix("Metrics.") {
        Some(rest) if !has("Metrics") => Cow::Owned(format!("FinalMetricDataList.{rest}")),
        _ => Cow::Borrowed(path),
    }
}

fn collect<'a>(value: &'a Value, path: &str, found: &mut Vec<Scalar<'a>>) {
    // Of what has parts, only that it is there can be told.
    visit(value, path, &mut |value| found.push(scalar(value).unwrap_or(Scalar::Text(Cow::Borrowed("")))));
}

/// Calls back with each value at a path.  Names in maps may have dots, so every name that the path begins with
/// is tried.
fn visit<'a>(value: &'a Value, path: &str, then: &mut impl FnMut(&'a Value)) {
    if path.is_empty() {
        match value {
            Value::List(items) if items.iter().all(|item| scalar(item).is_some()) => {
                items.iter().for_each(then);
            }
            value => then(value),
        }
        return;
    }
    match value {
        Value::Map(members) => {
            for (name, member) in members.iter() {
                if let Some(rest) = below(path, name) {
                    visit(member, rest, then);
                }
            }
        }
        Value::List(items) => {
            for item in items {
                match named(item) {
                    // `Tags.team`, `Metrics.accuracy`: a list of pairs is looked up like a map.
                    Some((name, Some(value))) if path == name => then(value),
                    Some((name, _)) if below(path, name).is_some_and(|rest| !rest.is_empty()) => {
                        visit(item, below(path, name).unwrap_or_default(), then);
                    }
                    _ => visit(item, path, then),
                }
            }
        }
        _ => {}
    }
}

/// The rest of a path behind a name it begins with.
fn below<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let rest = path.strip_prefix(name)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}

/// Name and value of an element that is a pair: a tag, a metric.
fn named(item: &Value) -> Option<(&str, Option<&Value>)> {
    let members = item.as_map()?;
    let text = |name| members.get(name).and_then(Value::as_str);
    if let Some(key) = text("Key") {
        return Some((key, members.get("Value")));
    }
    text("MetricName").map(|name| (name, members.get("Value").or_else(|| members.get("Last"))))
}

/// The value as it is compared; a parameter of a trial component is a structure of one member.
pub(super) fn scalar(value: &Value) -> Option<Scalar<'_>> {
    Some(match value {
        Value::Bool(flag) => Scalar::Bool(*flag),
        Value::Int(number) => Scalar::Number(*number as f64),
        Value::Float(number) => Scalar::Number(*number),
        Value::Str(text) => Scalar::Text(Cow::Borrowed(text)),
        Value::Time(time) => Scalar::Time(*time),
        Value::Map(members) => {
            let value = ["NumberValue", "StringValue", "Value"].iter().find_map(|name| members.get(name))?;
            return if matches!(value, Value::Map(_)) { None } else { scalar(value) };
        }
        _ => return None,
    })
}

/// Whether resources of a shape can have a property.
pub(super) fn is_property(shape: &Shape, path: &str) -> bool {
    if path.is_empty() {
        return true;
    }
    match &shape.kind {
        Kind::Structure(structure) => structure
            .members
            .iter()
            .filter_map(|member| Some((member, below(path, member.name)?)))
            .any(|(member, rest)| is_property(member.shape, rest)),
        // An element's member, or a pair by its name.
        Kind::List { member, .. } => is_property(member.shape, path) || is_pair(member.shape),
        Kind::Map { .. } => true,
        _ => false,
    }
}

/// Whether a shape is that of a pair, which is looked up by its name.
fn is_pair(shape: &Shape) -> bool {
    shape.structure().is_some_and(|structure| {
        let has = |name| structure.member(name).is_some();
        (has("Key") && has("Value")) || has("MetricName")
    })
}

/// The names of all properties of a shape that have one value for each resource, in the model's order.
pub(super) fn properties(shape: &Shape) -> Vec<String> {
    let mut names = Vec::new();
    list(shape, "", DEPTH, &mut names);
    names
}

fn list(shape: &Shape, name: &str, depth: usize, names: &mut Vec<String>) {
    match &shape.kind {
        Kind::Structure(structure) if depth > 0 => {
            for member in structure.members {
                let name =
                    if name.is_empty() { member.name.to_owned() } else { format!("{name}.{}", member.name) };
                list(member.shape, &name, depth - 1, names);
            }
        }
        // What elements and keys there are is known from the resources alone.
        Kind::Structure(_) | Kind::List { .. } | Kind::Map { .. } => {}
        _ => names.push(name.to_owned()),
    }
}

/// The names of what a resource has in maps and lists of pairs: `Tags.team`, `HyperParameters.depth`.
pub(super) fn named_properties(value: &Value) -> Vec<String> {
    let mut names = Vec::new();
    let Some(members) = value.as_map() else { return names };
    for (name, member) in members.iter() {
        let shown = if name == "FinalMetricDataList" { "Metrics" } else { name };
        match member {
            Value::List(items) => {
                names.extend(items.iter().filter_map(named).map(|(key, _)| format!("{shown}.{key}")))
            }
            Value::Map(inner) => names.extend(
                inner
                    .iter()
                    .filter(|(_, value)| scalar(value).is_some())
                    .map(|(key, _)| format!("{shown}.{key}")),
            ),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use lirio_api::Fields;

    use super::*;

    fn map(members: &[(&'static str, Value)]) -> Value {
        Value::Map(Fields::from_iter(members.iter().map(|(name, value)| ((*name).into(), value.clone()))))
    }

    #[test]
    fn paths_lead_through_maps_lists_and_pairs() {
        let tag = |key: &str, value: &str| map(&[("Key", key.into()), ("Value", value.into())]);
        let record = map(&[
            ("Name", "a".into()),
            ("Tags", Value::List(vec![tag("team", "blue"), tag("a.b", "dotted")])),
            ("HyperParameters", map(&[("lr.rate", "0.5".into()), ("depth", "3".into())])),
            (
                "FinalMetricDataList",
                Value::List(vec![map(&[("MetricName", "v:acc".into()), ("Value", 0.9.into())])]),
            ),
            (
                "Input",
                Value::List(vec![
                    map(&[("Channel", "train".into()), ("Data", map(&[("Uri", "s3://a".into())]))]),
                    map(&[("Channel", "test".into())]),
                ]),
            ),
            ("Types", Value::List(vec!["x".into(), "y".into()])),
            ("Parameters", map(&[("p", map(&[("NumberValue", 2.0.into())]))])),
        ]);
        let check = |path: &str, expected: &[&str]| {
            let found: Vec<String> = values(&record, path)
                .into_iter()
                .map(|scalar| match scalar {
                    Scalar::Text(text) => text.into_owned(),
                    Scalar::Number(number) => number.to_string(),
                    other => format!("{other:?}"),
                })
                .collect();
            assert_eq!(found, expected, "{path}");
        };
        check("Name", &["a"]);
        check("Tags.team", &["blue"]);
        check("Tags.a.b", &["dotted"]);
        check("Tags.Key", &["team", "a.b"]);
        check("HyperParameters.lr.rate", &["0.5"]);
        check("Metrics.v:acc", &["0.9"]);
        check("Input.Channel", &["train", "test"]);
        check("Input.Data.Uri", &["s3://a"]);
        check("Types", &["x", "y"]);
        check("Parameters.p", &["2"]);
        check("Nam", &[]);
        check("None.a", &[]);
        assert_eq!(elements(&record, "Input").len(), 2);
        assert!(named_properties(&record).contains(&"Metrics.v:acc".to_owned()));
        assert!(named_properties(&record).contains(&"Tags.a.b".to_owned()));
    }
}
