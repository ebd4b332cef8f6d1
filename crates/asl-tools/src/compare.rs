//! Where two JSON values differ.

use serde_json::Value;

/// The most differences of one comparison.
const MAX_DIFFERENCES: usize = 10;

/// The longest text of a value in a difference, in characters.
const MAX_SHOWN: usize = 200;

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Nothing may be missing or more.
    Exact,
    /// Objects may have more members than expected; lists are compared whole.
    Contains,
}

/// Says where `actual` is not as expected.
pub(crate) fn differences(expected: &Value, actual: &Value, mode: Mode, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    compare(expected, actual, mode, place, &mut found);
    if found.len() > MAX_DIFFERENCES {
        found.truncate(MAX_DIFFERENCES);
        found.push(format!("{place}: and more"));
    }
    found
}

/// Whether `actual` has everything that `expected` has.
pub(crate) fn contains(expected: &Value, actual: &Value) -> bool {
    differences(expected, actual, Mode::Contains, "").is_empty()
}

fn compare(expected: &Value, actual: &Value, mode: Mode, place: &str, found: &mut Vec<String>) {
    // Enough to know that there are more.
    if found.len() > MAX_DIFFERENCES {
        return;
    }
    match (expected, actual) {
        (Value::Object(wanted), Value::Object(members)) => {
            for (name, value) in wanted {
                match members.get(name) {
                    Some(member) => compare(value, member, mode, &format!("{place}.{name}"), found),
                    None => {
                        found.push(format!("{place}.{name}: expected {} but it is missing", shown(value)))
                    }
                }
            }
            if mode == Mode::Exact {
                for (name, member) in members.iter().filter(|(name, _)| !wanted.contains_key(*name)) {
                    found.push(format!("{place}.{name}: not expected but is {}", shown(member)));
                }
            }
        }
        (Value::Array(wanted), Value::Array(items)) if wanted.len() == items.len() => {
            for (i, (value, item)) in wanted.iter().zip(items).enumerate() {
                compare(value, item, mode, &format!("{place}[{i}]"), found);
            }
        }
        (Value::Array(wanted), Value::Array(items)) => {
            let (wanted, items) = (wanted.len(), items.len());
            found.push(format!("{place}: expected {wanted} items but there are {items}: {}", shown(actual)));
        }
        // YAML and JSON write the same number in more than one way.
        (Value::Number(a), Value::Number(b)) if a == b || a.as_f64() == b.as_f64() => {}
        (a, b) if a == b => {}
        _ => found.push(format!("{place}: expected {} but is {}", shown(expected), shown(actual))),
    }
}

/// A value as a person reads it, cut where it is long.
pub(crate) fn shown(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(MAX_SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(mode: Mode, expected: Value, actual: Value, differences: &[&str]) {
        assert_eq!(super::differences(&expected, &actual, mode, "output"), differences);
    }

    #[test]
    fn exact() {
        check(Mode::Exact, json!({"a": 1}), json!({"a": 1.0}), &[]);
        check(
            Mode::Exact,
            json!({"a": [1, {"b": 2}]}),
            json!({"a": [1, {"b": 3}]}),
            &["output.a[1].b: expected 2 but is 3"],
        );
        check(
            Mode::Exact,
            json!({"a": 1}),
            json!({"c": null}),
            &["output.a: expected 1 but it is missing", "output.c: not expected but is null"],
        );
        check(Mode::Exact, json!([1]), json!([]), &["output: expected 1 items but there are 0: []"]);
    }

    #[test]
    fn contains_ignores_what_is_more() {
        check(Mode::Contains, json!({"a": {"b": 1}}), json!({"a": {"b": 1, "c": 2}, "d": 3}), &[]);
        check(
            Mode::Contains,
            json!([1]),
            json!([1, 2]),
            &["output: expected 1 items but there are 2: [1,2]"],
        );
    }

    #[test]
    fn long_lists_of_differences_are_cut() {
        let list = |n: u64| Value::Array((0..50).map(|i| json!(i * n)).collect());
        let found = differences(&list(1), &list(2), Mode::Exact, "x");
        assert_eq!((found.len(), found.last().map(String::as_str)), (11, Some("x: and more")));
    }
}
