//! What a rule's target receives: `InputPath` and `InputTransformer`.
//!
//! Where AWS's documents are silent, this is what is done here:
//! a variable whose path is not in the event is empty inside quotes and in plain text, and `null` where a JSON
//! template needs a value, so that the output stays JSON;
//! an object or list inside quotes or plain text loses its own quotes, as it does on AWS.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::Value;
use thiserror::Error;

/// An `InputPath` or `InputTransformer` that cannot be used, or an output that may not be sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TransformError {
    /// The path is not of the form that EventBridge reads.
    #[error("JSONPath \"{path}\" is not valid at character {at}: {reason}")]
    Path {
        /// The path as given.
        path: String,
        /// Where, counted from 1 in characters.
        at: usize,
        /// What is wrong there.
        reason: &'static str,
    },
    /// A variable's name is not allowed.
    #[error(
        "InputPathsMap key \"{0}\" is not valid: use letters, digits, '_' and '-', not beginning with \"AWS.\""
    )]
    Name(String),
    /// Too many variables.
    #[error("InputPathsMap has {0} entries, more than the 100 allowed")]
    TooMany(usize),
    /// The template is empty or longer than 8192 characters.
    #[error("InputTemplate has {0} characters; it must have 1 to 8192")]
    TemplateLength(usize),
    /// The template names a variable that is not defined.
    #[error("InputTemplate names <{0}>, which InputPathsMap does not define")]
    Undefined(String),
    /// The template begins like JSON but is not.
    #[error("InputTemplate is not valid JSON: {0}")]
    Json(String),
    /// The output is larger than a target may receive.
    #[error("the transformed input is larger than {MOST_OUTPUT} bytes")]
    TooLarge,
}

/// The largest output in bytes, which is what a target may receive.
pub const MOST_OUTPUT: usize = 256 * 1024;

/// A simple JSONPath: `$`, `.name`, `[2]`, and `*` for all elements or members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputPath {
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Member(String),
    Element(usize),
    All,
}

impl InputPath {
    /// Reads a path.
    ///
    /// # Errors
    /// [`TransformError::Path`] says where it stops being one.
    pub fn parse(path: &str) -> Result<Self, TransformError> {
        let chars: Vec<char> = path.chars().collect();
        let error = |at: usize, reason| TransformError::Path { path: path.to_owned(), at: at + 1, reason };
        if chars.first() != Some(&'$') {
            return Err(error(0, "a path begins with '$'"));
        }
        let mut steps = Vec::new();
        let mut at = 1;
        while let Some(c) = chars.get(at) {
            let start = at + 1;
            match c {
                '.' => {
                    at = start + chars[start..].iter().take_while(|c| !matches!(c, '.' | '[')).count();
                    let name: String = chars[start..at].iter().collect();
                    if name.is_empty() {
                        return Err(error(start, "a name is missing"));
                    }
                    let odd = |c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | ':' | '@'));
                    match name.as_str() {
                        "*" => steps.push(Step::All),
                        other => match other.chars().position(odd) {
                            Some(offset) => {
                                return Err(error(start + offset, "a name cannot have this character"));
                            }
                            None => steps.push(Step::Member(name)),
                        },
                    }
                }
                '[' => {
                    let length = chars[start..].iter().position(|c| *c == ']');
                    let length = length.ok_or_else(|| error(at, "the bracket is not closed"))?;
                    let inside: String = chars[start..start + length].iter().collect();
                    steps.push(if inside == "*" {
                        Step::All
                    } else if !inside.is_empty() && inside.chars().all(|c| c.is_ascii_digit()) {
                        Step::Element(inside.parse().map_err(|_| error(start, "the index is too large"))?)
                    } else {
                        return Err(error(
                            start,
                            "only an index or '*' can be in brackets; write names with a dot",
                        ));
                    });
                    at = start + length + 1;
                }
                _ => return Err(error(at, "expected '.' or '['")),
            }
        }
        Ok(Self { steps })
    }

    /// The part of the event that the path names, or none. With `*` it is the list of all parts.
    pub fn apply(&self, event: &Value) -> Option<Value> {
        let mut found = vec![event];
        for step in &self.steps {
            found = match step {
                Step::Member(name) => found.into_iter().filter_map(|value| value.get(name)).collect(),
                Step::Element(index) => found.into_iter().filter_map(|value| value.get(index)).collect(),
                Step::All => found
                    .into_iter()
                    .flat_map(|value| match value {
                        Value::Array(values) => values.iter().collect::<Vec<_>>(),
                        Value::Object(members) => members.values().collect(),
                        _ => Vec::new(),
                    })
                    .collect(),
            };
        }
        if self.steps.contains(&Step::All) {
            Some(Value::Array(found.into_iter().cloned().collect()))
        } else {
            found.first().map(|value| (*value).clone())
        }
    }
}

/// What the reserved variables `<aws.events...>` stand for, besides the event.
#[derive(Debug, Clone, Copy)]
pub struct RuleContext<'a> {
    /// `<aws.events.rule-arn>`
    pub rule_arn: &'a str,
    /// `<aws.events.rule-name>`
    pub rule_name: &'a str,
    /// `<aws.events.event.ingestion-time>`: ISO 8601, when the bus took the event.
    pub ingestion_time: &'a str,
}

/// An `InputTransformer`, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputTransformer {
    variables: HashMap<String, InputPath>,
    pieces: Vec<Piece>,
    shape: Shape,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Variable { name: String, quoted: bool },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// An object, list, quoted text or single variable: values are written as JSON.
    Json,
    /// Anything else: values are written as text.
    Text,
}

impl InputTransformer {
    /// Checks `InputPathsMap` and `InputTemplate`.
    ///
    /// # Errors
    /// [`TransformError`] says which path, name or placeholder cannot be used.
    pub fn parse<'a>(
        paths: impl IntoIterator<Item = (&'a str, &'a str)>,
        template: &str,
    ) -> Result<Self, TransformError> {
        let mut variables = HashMap::new();
        for (name, path) in paths {
            let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
            if name.is_empty() || !name.chars().all(allowed) {
                return Err(TransformError::Name(name.to_owned()));
            }
            variables.insert(name.to_owned(), InputPath::parse(path)?);
        }
        if variables.len() > 100 {
            return Err(TransformError::TooMany(variables.len()));
        }
        let length = template.chars().count();
        if !(1..=8192).contains(&length) {
            return Err(TransformError::TemplateLength(length));
        }
        let pieces = split(template);
        for piece in &pieces {
            if let Piece::Variable { name, .. } = piece
                && !RESERVED.contains(&name.as_str())
                && !variables.contains_key(name)
            {
                return Err(TransformError::Undefined(name.clone()));
            }
        }
        let shape = match (pieces.as_slice(), template.trim_start().chars().next()) {
            ([Piece::Variable { .. }], _) | (_, Some('{' | '[')) => Shape::Json,
            _ => Shape::Text,
        };
        let this = Self { variables, pieces, shape };
        if shape == Shape::Json {
            let sample = this.fill(|_| Some(Value::Null))?;
            serde_json::from_str::<Value>(&sample)
                .map_err(|error| TransformError::Json(error.to_string()))?;
        }
        Ok(this)
    }

    /// The text for the target.
    ///
    /// # Errors
    /// [`TransformError::TooLarge`] when it is larger than a target may receive.
    pub fn apply(&self, event: &Value, context: &RuleContext<'_>) -> Result<String, TransformError> {
        let text = |text: &str| Some(Value::from(text));
        self.fill(|name| match name {
            "aws.events.rule-arn" => text(context.rule_arn),
            "aws.events.rule-name" => text(context.rule_name),
            "aws.events.event.ingestion-time" => text(context.ingestion_time),
            "aws.events.event.json" => Some(event.clone()),
            "aws.events.event" => {
                let mut event = event.clone();
                if let Some(members) = event.as_object_mut() {
                    // `shift_remove` keeps the order of the members.
                    members.shift_remove("detail");
                }
                Some(event)
            }
            name => self.variables.get(name).and_then(|path| path.apply(event)),
        })
    }

    fn fill(&self, value_of: impl Fn(&str) -> Option<Value>) -> Result<String, TransformError> {
        // A variable may be named often; each is worked out once.
        let mut known: HashMap<&str, Option<Value>> = HashMap::new();
        let mut output = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => output.push_str(text),
                Piece::Variable { name, quoted } => {
                    let value = known.entry(name).or_insert_with(|| value_of(name));
                    write_value(&mut output, value.as_ref(), *quoted, self.shape);
                }
            }
            if output.len() > MOST_OUTPUT {
                return Err(TransformError::TooLarge);
            }
        }
        Ok(output)
    }
}

const RESERVED: [&str; 5] = [
    "aws.events.rule-arn",
    "aws.events.rule-name",
    "aws.events.event",
    "aws.events.event.ingestion-time",
    "aws.events.event.json",
];

fn write_value(output: &mut String, value: Option<&Value>, quoted: bool, shape: Shape) {
    match (value, quoted, shape) {
        (None, false, Shape::Json) => output.push_str("null"),
        (None, ..) => {}
        (Some(Value::String(text)), true, _) => {
            let escaped = Value::from(text.as_str()).to_string();
            // Between the quotes of the template, the text's own escapes but not its own quotes.
            output.push_str(&escaped[1..escaped.len() - 1]);
        }
        (Some(Value::String(text)), false, Shape::Text) => output.push_str(text),
        (Some(value @ (Value::Object(_) | Value::Array(_))), quoted, shape)
            if quoted || shape == Shape::Text =>
        {
            // Without its quotes; a backslash left behind would begin an escape.
            output.extend(value.to_string().chars().filter(|c| !matches!(c, '"' | '\\')));
        }
        (Some(value), ..) => write!(output, "{value}").expect("writing to a String cannot fail"),
    }
}

/// Cuts a template at its placeholders and notes which of them lie inside quotes.
fn split(template: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut quoted = false;
    let mut rest = template;
    while let Some(c) = rest.chars().next() {
        if c == '<'
            && let Some(end) = rest.find('>')
            && let name = &rest[1..end]
            && !name.is_empty()
            && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        {
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Variable { name: name.to_owned(), quoted });
            rest = &rest[end + 1..];
            continue;
        }
        let mut taken = c.len_utf8();
        match c {
            '"' => quoted = !quoted,
            // An escaped character is part of the text, above all an escaped quote.
            '\\' => taken += rest[taken..].chars().next().map_or(0, char::len_utf8),
            _ => {}
        }
        text.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn event() -> Value {
        json!({
            "id": "7bf7", "detail-type": "State \"changed\"", "resources": ["arn:1", "arn:2"],
            "detail": {"instance-id": "i-1", "state": "RUNNING", "n": 3, "on": true, "tags": [{"k": "a"}, {"k": "b"}]}
        })
    }

    #[test]
    fn paths_name_parts() {
        for (path, expected) in [
            ("$", Some(event())),
            ("$.detail.state", Some(json!("RUNNING"))),
            ("$.detail.instance-id", Some(json!("i-1"))),
            ("$.resources[1]", Some(json!("arn:2"))),
            ("$.resources[2]", None),
            ("$.detail.tags[0].k", Some(json!("a"))),
            ("$.detail.tags[*].k", Some(json!(["a", "b"]))),
            ("$.detail.none", None),
            ("$.detail.state.x", None),
        ] {
            assert_eq!(InputPath::parse(path).expect(path).apply(&event()), expected, "{path}");
        }
    }

    #[test]
    fn wrong_paths_say_where() {
        for (path, place) in [
            ("", 1),
            ("detail", 1),
            ("$detail", 2),
            ("$.", 3),
            ("$.a..b", 5),
            ("$['a']", 3),
            ("$.a[1", 4),
            ("$.a b", 4),
        ] {
            match InputPath::parse(path) {
                Err(TransformError::Path { at, .. }) => assert_eq!(at, place, "{path}"),
                other => panic!("{path}: {other:?}"),
            }
        }
    }

    const PATHS: [(&str, &str); 7] = [
        ("id", "$.detail.instance-id"),
        ("state", "$.detail.state"),
        ("type", "$.detail-type"),
        ("n", "$.detail.n"),
        ("on", "$.detail.on"),
        ("tags", "$.detail.tags"),
        ("none", "$.detail.none"),
    ];

    const CONTEXT: RuleContext<'_> =
        RuleContext { rule_arn: "arn:rule", rule_name: "r", ingestion_time: "2024-01-01T00:00:00Z" };

    #[test]
    fn templates_are_filled() {
        for (template, expected) in [
            (r#""<id> is <state>""#, r#""i-1 is RUNNING""#),
            ("<id> is <state>", "i-1 is RUNNING"),
            ("<state>", r#""RUNNING""#),
            ("<n>", "3"),
            (
                r#"{"a": <id>, "b": "<id>/<n>", "c": <n>, "d": <on>}"#,
                r#"{"a": "i-1", "b": "i-1/3", "c": 3, "d": true}"#,
            ),
            (r#"{"a": <tags>, "b": "<tags>"}"#, r#"{"a": [{"k":"a"},{"k":"b"}], "b": "[{k:a},{k:b}]"}"#),
            (r#"{"a": <none>, "b": "x<none>y"}"#, r#"{"a": null, "b": "xy"}"#),
            (r#"{"a": "say \"<state>\"", "b": <n>}"#, r#"{"a": "say \"RUNNING\"", "b": 3}"#),
            (r#"{"a": "<type>", "b": <type>}"#, r#"{"a": "State \"changed\"", "b": "State \"changed\""}"#),
            (r#"["<aws.events.rule-arn>", <aws.events.rule-name>]"#, r#"["arn:rule", "r"]"#),
            (r#"{"t": <aws.events.event.ingestion-time>}"#, r#"{"t": "2024-01-01T00:00:00Z"}"#),
            ("1 < 2 and <n> > 2", "1 < 2 and 3 > 2"),
        ] {
            let transformer = InputTransformer::parse(PATHS, template).expect(template);
            assert_eq!(transformer.apply(&event(), &CONTEXT).expect("small"), expected, "{template}");
        }
    }

    #[test]
    fn whole_events_come_with_and_without_their_detail() {
        let apply = |template| {
            let transformer = InputTransformer::parse([], template).expect("valid");
            let output = transformer.apply(&event(), &CONTEXT).expect("small");
            serde_json::from_str::<Value>(&output).expect("JSON")
        };
        assert_eq!(apply("<aws.events.event.json>"), event());
        let mut less = event();
        less.as_object_mut().expect("an object").shift_remove("detail");
        assert_eq!(apply(r#"{"e": <aws.events.event>}"#), json!({"e": less}));
    }

    #[test]
    fn bad_transformers_are_refused() {
        let template = |template: &str| InputTransformer::parse(PATHS, template).expect_err(template);
        assert_eq!(template("<what>"), TransformError::Undefined("what".into()));
        assert_eq!(template("<aws.events.what>"), TransformError::Undefined("aws.events.what".into()));
        assert_eq!(template(""), TransformError::TemplateLength(0));
        assert!(matches!(template(r#"{"a": <id>"#), TransformError::Json(_)));
        assert!(matches!(template(r#"{<id>: 1}"#), TransformError::Json(_)));
        let name = InputTransformer::parse([("AWS.x", "$")], "x").expect_err("reserved");
        assert_eq!(name, TransformError::Name("AWS.x".into()));
        let large = json!({"detail": "x".repeat(200_000)});
        let twice = InputTransformer::parse([("d", "$.detail")], "<d><d>").expect("valid");
        assert_eq!(twice.apply(&large, &CONTEXT), Err(TransformError::TooLarge));
    }

    proptest! {
        #[test]
        fn json_templates_give_json(text in any::<String>(), template in r#"[{}":,<>ab \\]{0,12}"#) {
            let event = json!({"a": text, "b": {"c": [text]}});
            let _ = InputPath::parse(&text);
            let paths = [("a", "$.a"), ("b", "$.b")];
            if let Ok(transformer) = InputTransformer::parse(paths, &format!("{{\"x\": {template}}}")) {
                let output = transformer.apply(&event, &CONTEXT).expect("small");
                prop_assert!(serde_json::from_str::<Value>(&output).is_ok(), "{}", output);
            }
        }
    }
}
