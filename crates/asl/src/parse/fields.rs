//! Typed reading of an object's members, with a diagnostic for each that is wrong.

use std::collections::HashSet;

use super::{MAX_DIAGNOSTICS, Parser, expected};
use crate::diagnostic::{Code, nearest};
use crate::json::{Kind, Member, Node};
use crate::machine::{Number, PathField, ResultPath};
use crate::path::{Path, PathSyntaxError, ReferencePath};
use crate::template::{Expression, ExpressionError, Template};

/// An object's members, with a note of which were read.
pub(super) struct Fields<'n> {
    node: &'n Node,
    members: &'n [Member],
    location: String,
    known: HashSet<&'static str>,
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
        Some(Fields { node, members, location: location.to_owned(), known: HashSet::new() })
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

    /// A number in `literal`, or a path to one in `path`.
    pub(super) fn number_or_path(
        &mut self,
        parser: &mut Parser<'_>,
        literal: &'static str,
        path: &'static str,
        least: u64,
    ) -> Option<Number> {
        self.exclusive(parser, [literal, path]);
        let number = self.integer(parser, literal, least, 99_999_999).map(Number::Literal);
        let path = self.path(parser, path).map(Number::Path);
        number.or(path)
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
        match error {
            PathSyntaxError::Variable(variable) => {
                parser.not_yet(&format!("The workflow variable '${variable}'"), &self.at(name), node);
            }
            error => {
                let message = format!("The value for the field '{name}' must be a valid {kind}: {error}");
                parser.schema(message, &self.at(name), node);
            }
        }
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

    /// A payload template.
    pub(super) fn template(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<Template> {
        let node = self.get(name)?;
        match Template::parse(&node.to_value()) {
            Ok(template) => Some(template),
            Err(errors) => {
                for error in errors.into_iter().take(MAX_DIAGNOSTICS) {
                    let place = member_named(node, &error.field).unwrap_or(node);
                    let location = self.at(name);
                    match error.error.as_ref().and_then(ExpressionError::variable) {
                        Some(variable) => {
                            parser.not_yet(&format!("The workflow variable '${variable}'"), &location, place);
                        }
                        None => {
                            let message = format!(
                                "The value for the field '{}' must be a valid JSONPath or a valid intrinsic function call",
                                error.field
                            );
                            parser.schema(message, &location, place);
                        }
                    }
                }
                None
            }
        }
    }

    /// A path or an intrinsic call, as `ErrorPath` takes it.
    pub(super) fn expression(&mut self, parser: &mut Parser<'_>, name: &'static str) -> Option<Expression> {
        let (text, node) = self.text_node(parser, name)?;
        match Expression::parse(text) {
            Ok(expression) => Some(expression),
            Err(error) => {
                match error.variable() {
                    Some(variable) => {
                        parser.not_yet(&format!("The workflow variable '${variable}'"), &self.at(name), node);
                    }
                    None => {
                        let message = format!(
                            "The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call: {error}"
                        );
                        parser.schema(message, &self.at(name), node);
                    }
                }
                None
            }
        }
    }

    /// Reports the members that nothing asked for. `later` are features of a later version: field, feature.
    pub(super) fn finish(&self, parser: &mut Parser<'_>, later: &[(&str, &str)]) {
        for member in self.members {
            let name = member.key.as_str();
            if self.known.contains(name) {
                continue;
            }
            let location = shown(&self.location);
            let feature = later.iter().find(|(field, _)| *field == name);
            let (code, message) = match (feature, name) {
                (Some((_, feature)), _) => {
                    (Code::NotSupportedYet, format!("{feature} (field '{name}') is not supported yet"))
                }
                (None, "Arguments" | "Output" | "Items" | "Condition") => (
                    Code::SchemaValidationFailed,
                    format!(
                        "The QueryLanguage is set to 'JSONPath', but field '{name}' is only supported for the 'JSONata' QueryLanguage"
                    ),
                ),
                _ => (Code::SchemaValidationFailed, format!("Field '{name}' is not supported")),
            };
            if let Some(report) = parser.report(code, message, location, member.key_start, member.key_end) {
                let missing = self.known.iter().copied().filter(|known| !self.has(known));
                report.suggestion = nearest(name, missing);
            }
        }
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
