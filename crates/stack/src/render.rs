//! `${variables}` in a definition.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::nearest;

/// A variable that is not known.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// Nobody gives it a value.
    #[error("line {line}: unknown variable '${{{name}}}'{hint}")]
    Unknown {
        /// Its line, from 1.
        line: usize,
        /// Its name.
        name: String,
        /// The nearest known one.
        hint: String,
    },
    /// `${` without `}`.
    #[error("line {line}: '${{' is not closed")]
    Open {
        /// Its line, from 1.
        line: usize,
    },
}

/// Replaces each `${name}` inside a JSON text; `"${name}"` as a whole JSON string becomes the value
/// as JSON if the value is not a string (a number, an object).
pub fn render(text: &str, variables: &BTreeMap<String, serde_json::Value>) -> Result<String, RenderError> {
    let rendered = render_known(text, variables);
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    match rendered.unknown.into_iter().next() {
        None => Ok(rendered.text),
        Some(Unknown { name: None, at }) => Err(RenderError::Open { line: line(at.start) }),
        Some(Unknown { name: Some(name), at }) => {
            let hint = nearest(&name, variables.keys().map(String::as_str))
                .map_or_else(String::new, |near| format!("; did you mean '${{{near}}}'?"));
            Err(RenderError::Unknown { line: line(at.start), name, hint })
        }
    }
}

/// A definition in which the known variables have their values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// What was left as it was written.
    pub unknown: Vec<Unknown>,
    /// Where values stand, and what they took the place of, in order.
    values: Vec<(Range<usize>, Range<usize>)>,
}

/// A `${` that was left as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The variable's name; nothing where no `}` follows.
    pub name: Option<String>,
    /// Where, in bytes of the text as it was written.
    pub at: Range<usize>,
}

impl Rendered {
    /// The bytes of the text as it was written that a part of the rendered text comes from. A part
    /// that begins or ends inside of a value gets all of what the value took the place of.
    pub fn written(&self, part: Range<usize>) -> Range<usize> {
        let start = self.place(part.start, |_, written| written.start);
        // The end of a value is the end of what it replaced.
        let end = self.place(part.end, |inside, written| if inside { written.end } else { written.start });
        start..end.max(start)
    }

    /// `chosen` picks a byte of the replaced text, told whether `at` lies past the value's first byte.
    fn place(&self, at: usize, chosen: impl Fn(bool, &Range<usize>) -> usize) -> usize {
        let before = self.values.partition_point(|(value, _)| value.start <= at);
        match before.checked_sub(1).and_then(|last| self.values.get(last)) {
            None => at,
            Some((value, written)) if at < value.end => chosen(at > value.start, written),
            Some((value, written)) => written.end + (at - value.end),
        }
    }
}

/// As [`render`], but leaves variables that are not known as they were written.
pub fn render_known(text: &str, variables: &BTreeMap<String, serde_json::Value>) -> Rendered {
    let mut rendered =
        Rendered { text: String::with_capacity(text.len() * 2), unknown: Vec::new(), values: Vec::new() };
    let mut copied = 0;
    let mut at = 0;
    while let Some(start) = text[at..].find("${").map(|found| at + found) {
        let Some(end) = text[start..].find('}').map(|found| start + found) else {
            rendered.unknown.push(Unknown { name: None, at: start..start + 2 });
            break;
        };
        let name = &text[start + 2..end];
        let Some(value) = variables.get(name) else {
            rendered.unknown.push(Unknown { name: Some(name.to_owned()), at: start..end + 1 });
            // What looks like a variable may hold one: `${a: ${b}}`.
            at = start + 2;
            continue;
        };
        // The quote before it must not belong to the value before.
        let whole = start > copied && text[..start].ends_with('"') && text[end + 1..].starts_with('"');
        let (shown, written) = match value {
            serde_json::Value::String(_) => {
                let quoted = value.to_string();
                (quoted[1..quoted.len() - 1].to_owned(), start..end + 1)
            }
            other if whole => (other.to_string(), start - 1..end + 2),
            other => (other.to_string(), start..end + 1),
        };
        rendered.text.push_str(&text[copied..written.start]);
        let value_start = rendered.text.len();
        rendered.text.push_str(&shown);
        rendered.values.push((value_start..rendered.text.len(), written.clone()));
        copied = written.end;
        at = written.end;
    }
    rendered.text.push_str(&text[copied..]);
    rendered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_replaced() {
        let variables = BTreeMap::from([
            ("role".to_owned(), serde_json::json!("arn:aws:iam::1:role/x")),
            ("count".to_owned(), serde_json::json!(2)),
            ("hyper".to_owned(), serde_json::json!({"label": "a\"b"})),
        ]);
        let check = |text: &str, expected: &str| {
            let found = render(text, &variables).unwrap_or_else(|e| e.to_string());
            assert_eq!(found, expected);
        };
        check(r#"{"R": "${role}"}"#, r#"{"R": "arn:aws:iam::1:role/x"}"#);
        check(r#"{"N": "${count}"}"#, r#"{"N": 2}"#);
        check(r#"{"H": "${hyper}"}"#, r#"{"H": {"label":"a\"b"}}"#);
        check(r#"{"S": "n-${count}-x"}"#, r#"{"S": "n-2-x"}"#);
        check("{\n\"R\": \"${rol}\"}", "line 2: unknown variable '${rol}'; did you mean '${role}'?");
        check("${role", "line 1: '${' is not closed");
    }

    #[test]
    fn places_lead_back_to_what_was_written() {
        let variables = BTreeMap::from([
            ("n".to_owned(), serde_json::json!(12345)),
            ("s".to_owned(), serde_json::json!("x")),
        ]);
        let written = r#"{"A": "${n}", "B": "-${s}-${t}", "C": 1}"#;
        let rendered = render_known(written, &variables);
        assert_eq!(rendered.text, r#"{"A": 12345, "B": "-x-${t}", "C": 1}"#);
        let names: Vec<_> =
            rendered.unknown.iter().map(|u| (u.name.as_deref(), &written[u.at.clone()])).collect();
        assert_eq!(names, [(Some("t"), "${t}")]);
        let check = |part: &str, expected: &str| {
            let start = rendered.text.find(part).expect("the part is there");
            assert_eq!(&written[rendered.written(start..start + part.len())], expected, "{part}");
        };
        check("\"A\"", "\"A\"");
        check("12345", "\"${n}\"");
        check("234", "\"${n}\"");
        check("\"-x-${t}\"", "\"-${s}-${t}\"");
        check("\"C\": 1", "\"C\": 1");
        check("5, \"B\"", "\"${n}\", \"B\"");
        // No JSON, but no reason to panic.
        assert_eq!(render_known("\"${n}\"${n}\"", &variables).text, "1234512345\"");
    }
}
