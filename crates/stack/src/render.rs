//! `${variables}` in a definition.

use std::collections::BTreeMap;

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
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(start) = rest.find("${") {
        let line = text[..text.len() - rest.len() + start].matches('\n').count() + 1;
        let after = &rest[start + 2..];
        let end = after.find('}').ok_or(RenderError::Open { line })?;
        let name = &after[..end];
        let value = variables.get(name).ok_or_else(|| RenderError::Unknown {
            line,
            name: name.to_owned(),
            hint: nearest(name, variables.keys().map(String::as_str))
                .map_or_else(String::new, |near| format!("; did you mean '${{{near}}}'?")),
        })?;
        let whole = rest[..start].ends_with('"') && after[end + 1..].starts_with('"');
        match value {
            serde_json::Value::String(s) => {
                out.push_str(&rest[..start]);
                let quoted = serde_json::Value::String(s.clone()).to_string();
                out.push_str(&quoted[1..quoted.len() - 1]);
                rest = &after[end + 1..];
            }
            other if whole => {
                out.push_str(&rest[..start - 1]);
                out.push_str(&other.to_string());
                rest = &after[end + 2..];
            }
            other => {
                out.push_str(&rest[..start]);
                out.push_str(&other.to_string());
                rest = &after[end + 1..];
            }
        }
    }
    out.push_str(rest);
    Ok(out)
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
}
