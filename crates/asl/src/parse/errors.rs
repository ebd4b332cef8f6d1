//! `Retry` and `Catch`.

use super::fields::Fields;
use super::{Parser, ScopeNames, expected};
use crate::json::{Kind, Node};
use crate::machine::{Catcher, ErrorFields, Retrier, StateId};

impl Parser<'_> {
    pub(super) fn error_fields(
        &mut self,
        fields: &mut Fields<'_>,
        state: StateId,
        names: &mut ScopeNames,
    ) -> ErrorFields {
        let retry = self.entries(fields, "Retry", |parser, fields| parser.retrier(fields));
        let catch = self.entries(fields, "Catch", |parser, fields| parser.catcher(fields, state, names));
        ErrorFields { retry, catch }
    }

    fn entries<T>(
        &mut self,
        fields: &mut Fields<'_>,
        name: &'static str,
        mut read: impl FnMut(&mut Self, &mut Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(node) = fields.get(name) else { return Vec::new() };
        let Kind::Array(items) = &node.kind else {
            self.schema(expected("Array", node), &fields.at(name), node);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (i, item) in items.iter().enumerate() {
            let location = format!("{}[{i}]", fields.at(name));
            if let Some(entry) = Fields::new(self, item, &location) {
                let mut entry = entry.speaking(fields.language());
                self.check_catch_all(&mut entry, i + 1 == items.len());
                entries.extend(read(self, &mut entry));
                entry.finish(self);
            }
        }
        entries
    }

    /// `States.ALL` stands alone and last.
    fn check_catch_all(&mut self, fields: &mut Fields<'_>, last: bool) {
        let Some(Node { kind: Kind::Array(list), .. }) = fields.get("ErrorEquals") else { return };
        let all = |node: &Node| matches!(&node.kind, Kind::String(name) if name == "States.ALL");
        if let Some(node) = list.iter().find(|node| all(node))
            && (list.len() > 1 || !last)
        {
            let message = "States.ALL must appear alone in ErrorEquals, and only in the last entry";
            self.schema(message, &fields.at("ErrorEquals"), node);
        }
    }

    fn error_equals(&mut self, fields: &mut Fields<'_>) -> Option<Vec<String>> {
        fields.require(self, &["ErrorEquals"]);
        let node = fields.get("ErrorEquals")?;
        let location = fields.at("ErrorEquals");
        let Kind::Array(items) = &node.kind else {
            self.schema(expected("Array", node), &location, node);
            return None;
        };
        if items.is_empty() {
            self.schema("Value cannot be empty", &location, node);
        }
        let mut names = Vec::new();
        for item in items {
            match &item.kind {
                Kind::String(name) => names.push(name.clone()),
                _ => self.schema(expected("String", item), &location, item),
            }
        }
        Some(names)
    }

    fn retrier(&mut self, fields: &mut Fields<'_>) -> Option<Retrier> {
        let error_equals = self.error_equals(fields);
        fields.text(self, "Comment");
        let interval_seconds = fields.integer(self, "IntervalSeconds", 1, 99_999_999).unwrap_or(1);
        let max_attempts = fields.integer(self, "MaxAttempts", 0, 99_999_999).unwrap_or(3);
        let max_delay_seconds = fields.integer(self, "MaxDelaySeconds", 1, 31_622_399);
        let jitter = fields.choice(self, "JitterStrategy", &["FULL", "NONE"]);
        let mut backoff_rate = 2.0;
        if let Some(node) = fields.get("BackoffRate") {
            match &node.kind {
                Kind::Number(number) if number.as_f64().is_some_and(|rate| rate >= 1.0) => {
                    backoff_rate = number.as_f64().unwrap_or(backoff_rate);
                }
                Kind::Number(number) => {
                    let message = format!("The value {number} must be a number of at least 1.0");
                    self.schema(message, &fields.at("BackoffRate"), node);
                }
                _ => self.schema(expected("Number", node), &fields.at("BackoffRate"), node),
            }
        }
        if max_delay_seconds.is_some_and(|most| most <= interval_seconds) && fields.has("IntervalSeconds") {
            let message = "MaxDelaySeconds must be greater than IntervalSeconds";
            self.schema(message, fields.location(), fields.node());
        }
        Some(Retrier {
            error_equals: error_equals?,
            interval_seconds,
            max_attempts,
            backoff_rate,
            max_delay_seconds,
            full_jitter: jitter == Some("FULL"),
        })
    }

    fn catcher(
        &mut self,
        fields: &mut Fields<'_>,
        state: StateId,
        names: &mut ScopeNames,
    ) -> Option<Catcher> {
        let error_equals = self.error_equals(fields);
        fields.text(self, "Comment");
        let result_path = fields.result_path(self);
        let output = fields.output(self);
        let assign = fields.assign(self);
        fields.require(self, &["Next"]);
        let (next, node) = fields.text_node(self, "Next")?;
        let next = self.transition(state, next, &fields.at("Next"), node, names);
        Some(Catcher { error_equals: error_equals?, result_path, assign, output, next: next? })
    }
}
