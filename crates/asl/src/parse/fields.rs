//! Typed reading of an object's members, with a diagnostic for each that is wrong.

use std::collections::HashSet;

use super::{MAX_DIAGNOSTICS, Parser, expected};
use crate::diagnostic::{Code, nearest};
use crate::intrinsic::{FUNCTIONS, IntrinsicSyntaxError};
use crate::json::{Kind, Member, Node};
use crate::machine::{Number, PathField, QueryLanguage, ResultPath};
use crate::path::{Path, PathSyntaxError, ReferencePath};
use crate::query::Query;
use crate::template::{Expression, ExpressionError, Template, TemplateError, TemplateFault};

/// Fields that only JSONPath has.
const ONLY_JSONPATH: [&str; 24] = [
    "InputPath",
    "OutputPath",
    "ResultPath",
    "Parameters",
    "ResultSelector",
    "Result",
    "ItemsPath",
    "SecondsPath",
    "TimestampPath",
    "TimeoutSecondsPath",
    "HeartbeatSecondsPath",
    "ErrorPath",
    "CausePath",
    "MaxConcurrencyPath",
    "ToleratedFailureCountPath",
    "ToleratedFailurePercentagePath",
    "MaxItemsPath",
    "MaxItemsPerBatchPath",
    "MaxInputBytesPerBatchPath",
    "Variable",
    "And",
    "Or",
    "Not",
    "Iterator",
];

/// Fields that only JSONata has.
const ONLY_JSONATA: [&str; 4] = ["Arguments", "Output", "Items", "Condition"];

/// An object's members, with a note of which were read.
pub(super) struct Fields<'n> {
    node: &'n Node,
    members: &'n [Member],
    location: String,
    known: HashSet<&'static str>,
    language: QueryLanguage,
}

impl<'n> Fields<'n> {
    /// Nothing, with a diagnostic, when `node` is not an object.
    pub(super) fn new(parser: &mut Parser<'_>, node: &'n Node, location: &str) -> Option<Fields<'n>> {
        let Kind::Object(members) = &node.kind else {
            parser.schema(expected("Object", node), location, node);
            return None;
        };
        let mut seen = HashSet::new();
        for member in members {
            if !seen.insert(member.key.as_str()) {
                let message = format!("Field '{}' appears more than once", member.key);
                parser.report(
                    Code::SchemaValidationFailed,
                    message,
                    shown(location),
                    member.key_start,
                    member.key_end,
                );
            }
        }
        Some(Fields {
            node,
            members,
            location: location.to_owned(),
            known: HashSet::new(),
            language: QueryLanguage::JsonPath,
        })
    }

    /// The same fields in the language of their state.
    pub(super) fn speaking(mut self, language: QueryLanguage) -> Fields<'n> {
        self.language = language;
        self
    }

    pub(super) fn set_language(&mut self, language: QueryLanguage) {
        self.language = language;
    }

    pub(super) fn language(&self) -> QueryLanguage {
        self.language
    }

    pub(super) fn is_jsonata(&self) -> bool {
        self.language == QueryLanguage::Jsonata
    }

    pub(super) fn location(&self) -> &str {
        &self.location
    }

    pub(super) fn node(&self) -> &'n Node {
        self.node
    }

    /// The place of a member, for diagnostics.
    pub(super) fn at(&self, name: &str) -> String {
        format!("{}/{name}", self.location)
    }

    /// The member's value; the name counts as known from now on.
    pub(super) fn get(&mut self, name: &'static str) -> Option<&'n Node> {
        self.known.insert(name);
        self.members.iter().rev().find(|m| m.key == name).map(|m| &m.value)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.members.iter().any(|m| m.key == name)
    }

    /// Reports the names that are not there, all in one diagnostic.
    pub(super) fn require(&self, parser: &mut Parser<'_>, names: &[&str]) {
        let missing: Vec<&str> = names.iter().copied().filter(|name| !self.has(name)).collect();
        if !missing.is_empty() {
            let message = format!("These fields are required: [{}]", missing.join(", "));
            parser.schema(message, shown(&self.location), self.node);
        }
    }

    /// Reports two fields that exclude each other.
    pub(super) fn exclusive(&self, parser: &mut Parser<'_>, names: [&str; 2]) {
        if names.iter().all(|name| self.has(name)) {
            let message = format!("You may have only one of these fields: [{}, {}]", names[0], names[1]);
            parser.schema(message, &self.location, self.node);
        }
    }

    pub(super) fn text_node(
        &mut self,
        parser: &mut Parser<'_>,
        name: &'static str,
    ) -> Option<(&'n str, &'n Node)> {
        let node = self.get(name)?;
        match &node.kind {
            Kind::String(text) => Some((text, node)),
            _ => {
                parser.schema(expected("String", node), &self.at(name), node);
                None
            }
        }
    }

    pub(super) fn text(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<String> {
        self.text_node(parser, name).map(|(text, _)| text.to_owned())
    }

    /// A text that must be one of `allowed`.
    pub(super) fn choice(
        &mut self,
        parser: &mut Parser<'_>,
        name: &'static str,
        allowed: &[&'static str],
    ) -> Option<&'static str> {
        let (text, node) = self.text_node(parser, name)?;
        let found = allowed.iter().copied().find(|a| *a == text);
        if found.is_none() {
            let message =
                format!("The field '{name}' should have one of these values: [{}]", allowed.join(", "));
            let (at, code) = (self.at(name), Code::SchemaValidationFailed);
            if let Some(report) = parser.report(code, message, &at, node.start, node.end) {
                report.suggestion = nearest(text, allowed.iter().copied());
            }
        }
        found
    }

    pub(super) fn boolean(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<bool> {
        let node = self.get(name)?;
        match node.kind {
            Kind::Bool(value) => Some(value),
            _ => {
                parser.schema(expected("Boolean", node), &self.at(name), node);
                None
            }
        }
    }

    /// A whole number between the bounds, both included.
    pub(super) fn integer(
        &mut self,
        parser: &mut Parser<'_>,
        name: &'static str,
        least: u64,
        most: u64,
    ) -> Option<u64> {
        let node = self.get(name)?;
        let Kind::Number(number) = &node.kind else {
            parser.schema(expected("Integer", node), &self.at(name), node);
            return None;
        };
        let found = number.as_u64().filter(|n| (least..=most).contains(n));
        if found.is_none() {
            let message = format!("The value {number} must be an integer from {least} to {most}");
            parser.schema(message, &self.at(name), node);
        }
        found
    }

    /// A number from `least` to `most` in `literal`; or, in JSONPath, a path to one in `path`, and in
    /// JSONata an expression.
    pub(super) fn number(
        &mut self,
        parser: &mut Parser<'_>,
        literal: &'static str,
        path: &'static str,
        bounds: (u64, u64),
    ) -> Option<Number> {
        if self.is_jsonata() {
            if let Some(query) = self.query(parser, literal) {
                return query.map(Number::Query);
            }
            return self.integer(parser, literal, bounds.0, bounds.1).map(|n| Number::Literal(n as f64));
        }
        self.exclusive(parser, [literal, path]);
        let number = self.integer(parser, literal, bounds.0, bounds.1).map(|n| Number::Literal(n as f64));
        let path = self.path(parser, path).map(Number::Path);
        number.or(path)
    }

    /// The same for a percentage, which may have a fraction.
    pub(super) fn percentage(
        &mut self,
        parser: &mut Parser<'_>,
        literal: &'static str,
        path: &'static str,
    ) -> Option<Number> {
        if self.is_jsonata() {
            if let Some(query) = self.query(parser, literal) {
                return query.map(Number::Query);
            }
        } else {
            self.exclusive(parser, [literal, path]);
        }
        let number = match self.get(literal).map(|node| (&node.kind, node)) {
            None => None,
            Some((Kind::Number(number), node)) => {
                let found = number.as_f64().filter(|n| (0.0..=100.0).contains(n));
                if found.is_none() {
                    let message = format!("The value {number} must be a number from 0 to 100");
                    parser.schema(message, &self.at(literal), node);
                }
                found.map(Number::Literal)
            }
            Some((_, node)) => {
                parser.schema(expected("Number", node), &self.at(literal), node);
                None
            }
        };
        if self.is_jsonata() {
            return number;
        }
        let path = self.path(parser, path).map(Number::Path);
        number.or(path)
    }

    /// A JSONata expression: the outer `None` says that the member is not there or no expression.
    pub(super) fn query(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<Option<Query>> {
        let node = self.get(name)?;
        let Kind::String(text) = &node.kind else { return None };
        let inner = Query::within(text)?;
        let location = format!("{}{name}", self.prefix());
        Some(match Query::parse(inner, &location) {
            Ok(query) => Some(query),
            Err(error) => {
                bad_query(parser, &error, inner, &self.at(name), node);
                None
            }
        })
    }

    /// What a field's name follows in the places that the service names: nothing in a state itself,
    /// `Choices[0]/` in a rule.
    fn prefix(&self) -> String {
        match self.location.rfind("/States/") {
            Some(at) => {
                let rest = &self.location[at + "/States/".len()..];
                rest.split_once('/').map_or_else(String::new, |(_, inner)| format!("{inner}/"))
            }
            None => String::new(),
        }
    }

    pub(super) fn path(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<Path> {
        let (text, node) = self.text_node(parser, name)?;
        match Path::parse(text) {
            Ok(path) => Some(path),
            Err(error) => {
                self.bad_path(parser, name, &error, "JSONPath", node);
                None
            }
        }
    }

    fn bad_path(
        &self,
        parser: &mut Parser<'_>,
        name: &str,
        error: &PathSyntaxError,
        kind: &str,
        node: &Node,
    ) {
        let message = format!("The value for the field '{name}' must be a valid {kind}: {error}");
        parser.schema(message, &self.at(name), node);
    }

    /// `InputPath` or `OutputPath`.
    pub(super) fn path_field(&mut self, parser: &mut Parser<'_>, name: &'static str) -> PathField {
        match self.get(name).map(|node| &node.kind) {
            None => PathField::Default,
            Some(Kind::Null) => PathField::Null,
            Some(_) => self.path(parser, name).map_or(PathField::Default, PathField::Path),
        }
    }

    pub(super) fn result_path(&mut self, parser: &mut Parser<'_>) -> Option<ResultPath> {
        if self.is_jsonata() {
            return None;
        }
        let name = "ResultPath";
        if matches!(self.get(name)?.kind, Kind::Null) {
            return Some(ResultPath::Discard);
        }
        let (text, node) = self.text_node(parser, name)?;
        match ReferencePath::parse(text) {
            Ok(path) => Some(ResultPath::Path(path)),
            Err(error) => {
                self.bad_path(parser, name, &error, "Reference Path", node);
                None
            }
        }
    }

    /// The payload of a call: `Parameters` in JSONPath, `Arguments` in JSONata.
    pub(super) fn parameters(&mut self, parser: &mut Parser<'_>) -> Option<Template> {
        let name = if self.is_jsonata() { "Arguments" } else { "Parameters" };
        self.template(parser, name)
    }

    /// `Output`, which only JSONata has.
    pub(super) fn output(&mut self, parser: &mut Parser<'_>) -> Option<Template> {
        if self.is_jsonata() { self.template(parser, "Output") } else { None }
    }

    /// `Assign`: an object whose members name variables.
    pub(super) fn assign(&mut self, parser: &mut Parser<'_>) -> Option<Template> {
        let node = self.get("Assign")?;
        let Kind::Object(members) = &node.kind else {
            parser.schema(expected("Object", node), &self.at("Assign"), node);
            return None;
        };
        for member in members {
            let name = match self.language {
                QueryLanguage::JsonPath => member.key.strip_suffix(".$").unwrap_or(&member.key),
                QueryLanguage::Jsonata => &member.key,
            };
            if let Some(why) = bad_variable(name) {
                let message = format!("Invalid variable name '{name}': {why}");
                let (at, code) = (self.at("Assign"), Code::SchemaValidationFailed);
                parser.report(code, message, &at, member.key_start, member.key_end);
            }
        }
        self.template(parser, "Assign")
    }

    /// A payload template in the language of the state.
    pub(super) fn template(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<Template> {
        let node = self.get(name)?;
        let root = format!("{}{name}", self.prefix());
        let parsed = match self.language {
            QueryLanguage::JsonPath => Template::parse(&node.to_value()),
            QueryLanguage::Jsonata => Template::parse_jsonata(&node.to_value(), &root),
        };
        match parsed {
            Ok(template) => Some(template),
            Err(errors) => {
                for error in errors.into_iter().take(MAX_DIAGNOSTICS) {
                    self.bad_template(parser, name, node, &root, &error);
                }
                None
            }
        }
    }

    fn bad_template(
        &self,
        parser: &mut Parser<'_>,
        name: &str,
        node: &Node,
        root: &str,
        error: &TemplateError,
    ) {
        match &error.error {
            TemplateFault::Query(why) => {
                let place = located(node, root, &error.field).unwrap_or(node);
                let text = match &place.kind {
                    Kind::String(text) => Query::within(text).unwrap_or_default(),
                    _ => "",
                };
                let location = format!("{}{}", self.at(name), &error.field[root.len()..]);
                bad_query(parser, why, text, &location, place);
            }
            TemplateFault::NotText | TemplateFault::Expression(_) => {
                let place = member_named(node, &error.field).unwrap_or(node);
                let message = format!(
                    "The value for the field '{}' must be a valid JSONPath or a valid intrinsic function call",
                    error.field
                );
                let code = Code::SchemaValidationFailed;
                let report = parser.report(code, message, &self.at(name), place.start, place.end);
                if let (Some(report), TemplateFault::Expression(why)) = (report, &error.error) {
                    report.suggestion = near(why);
                }
            }
        }
    }

    /// A path or an intrinsic call, as `ErrorPath` takes it.
    pub(super) fn expression(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<Expression> {
        let (text, node) = self.text_node(parser, name)?;
        match Expression::parse(text) {
            Ok(expression) => Some(expression),
            Err(error) => {
                let message = format!(
                    "The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call: {error}"
                );
                let code = Code::SchemaValidationFailed;
                if let Some(report) = parser.report(code, message, &self.at(name), node.start, node.end) {
                    report.suggestion = near(&error);
                }
                None
            }
        }
    }

    /// Reports the members that nothing asked for.
    pub(super) fn finish(&self, parser: &mut Parser<'_>) {
        for member in self.members {
            let name = member.key.as_str();
            if self.known.contains(name) {
                continue;
            }
            let (location, code) = (shown(&self.location), Code::SchemaValidationFailed);
            let other = match self.language {
                QueryLanguage::JsonPath if ONLY_JSONATA.contains(&name) => Some(("JSONPath", "JSONata")),
                QueryLanguage::Jsonata if ONLY_JSONPATH.contains(&name) => Some(("JSONata", "JSONPath")),
                _ => None,
            };
            let message = match other {
                Some((this, other)) => format!(
                    "The QueryLanguage is set to '{this}', but field '{name}' is only supported for the '{other}' QueryLanguage"
                ),
                None => format!("Field '{name}' is not supported"),
            };
            if let Some(report) = parser.report(code, message, location, member.key_start, member.key_end) {
                let missing = self.known.iter().copied().filter(|known| !self.has(known));
                report.suggestion = nearest(name, missing);
            }
        }
    }
}

/// The intrinsic function that was meant by one that does not exist.
fn near(error: &ExpressionError) -> Option<String> {
    let ExpressionError::Intrinsic(IntrinsicSyntaxError::UnknownFunction(name)) = error else { return None };
    nearest(name, FUNCTIONS.iter().copied())
}

/// Why a name cannot be that of a variable.
fn bad_variable(name: &str) -> Option<&'static str> {
    let mut letters = name.chars();
    let begins = letters.next().is_some_and(|c| c.is_alphabetic() || c == '_');
    if !begins || !letters.all(|c| c.is_alphanumeric() || c == '_') {
        return Some("it must be a letter followed by letters, digits and underscores");
    }
    if name.chars().count() > 80 {
        return Some("it must have at most 80 characters");
    }
    (name == "states").then_some("'states' is reserved")
}

fn bad_query(parser: &mut Parser<'_>, error: &lirio_jsonata::Error, text: &str, location: &str, node: &Node) {
    let message = format!("The JSONata expression '{text}' is invalid at character {}: {error}", error.at);
    // The expression's own place, where nothing before it is written with an escape.
    let inner = match &node.kind {
        Kind::String(whole) if node.end - node.start == whole.len() + 2 => {
            whole.find(text).map(|at| node.start + 1 + at + error.at.min(text.len()))
        }
        _ => None,
    };
    let (start, end) = inner.map_or((node.start, node.end), |at| (at, node.end - 1));
    parser.report(Code::SchemaValidationFailed, message, location, start, end);
}

/// The value at a location within `node`, which stands at `at` itself.
fn located<'n>(node: &'n Node, at: &str, wanted: &str) -> Option<&'n Node> {
    if at == wanted {
        return Some(node);
    }
    if !wanted.starts_with(at) {
        return None;
    }
    match &node.kind {
        Kind::Object(members) => {
            members.iter().find_map(|m| located(&m.value, &format!("{at}/{}", m.key), wanted))
        }
        Kind::Array(items) => {
            items.iter().enumerate().find_map(|(i, item)| located(item, &format!("{at}[{i}]"), wanted))
        }
        _ => None,
    }
}

/// The service writes the machine itself as `/`.
fn shown(location: &str) -> &str {
    if location.is_empty() { "/" } else { location }
}

/// The value of the first member with that name, at any depth.
fn member_named<'n>(node: &'n Node, name: &str) -> Option<&'n Node> {
    match &node.kind {
        Kind::Object(members) => members
            .iter()
            .find(|m| m.key == name)
            .map(|m| &m.value)
            .or_else(|| members.iter().find_map(|m| member_named(&m.value, name))),
        Kind::Array(items) => items.iter().find_map(|item| member_named(item, name)),
        _ => None,
    }
}
