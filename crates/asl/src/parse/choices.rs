//! The rules of Choice states.

use super::fields::Fields;
use super::{Parser, ScopeNames, expected};
use crate::choice::{DataType, Operator, Pattern, Rule, Test};
use crate::json::{Kind, Node};
use crate::machine::{Choice, ChoiceRule, Condition, StateId};
use crate::timestamp;

/// Every operator's name with what it compares and how. Each also exists with `Path` at the end.
const COMPARISONS: [(&str, &str, DataType, Operator); 16] = [
    ("StringEquals", "StringEqualsPath", DataType::String, Operator::Equals),
    ("StringLessThan", "StringLessThanPath", DataType::String, Operator::LessThan),
    ("StringGreaterThan", "StringGreaterThanPath", DataType::String, Operator::GreaterThan),
    ("StringLessThanEquals", "StringLessThanEqualsPath", DataType::String, Operator::LessThanEquals),
    ("StringGreaterThanEquals", "StringGreaterThanEqualsPath", DataType::String, Operator::GreaterThanEquals),
    ("NumericEquals", "NumericEqualsPath", DataType::Numeric, Operator::Equals),
    ("NumericLessThan", "NumericLessThanPath", DataType::Numeric, Operator::LessThan),
    ("NumericGreaterThan", "NumericGreaterThanPath", DataType::Numeric, Operator::GreaterThan),
    ("NumericLessThanEquals", "NumericLessThanEqualsPath", DataType::Numeric, Operator::LessThanEquals),
    (
        "NumericGreaterThanEquals",
        "NumericGreaterThanEqualsPath",
        DataType::Numeric,
        Operator::GreaterThanEquals,
    ),
    ("BooleanEquals", "BooleanEqualsPath", DataType::Boolean, Operator::Equals),
    ("TimestampEquals", "TimestampEqualsPath", DataType::Timestamp, Operator::Equals),
    ("TimestampLessThan", "TimestampLessThanPath", DataType::Timestamp, Operator::LessThan),
    ("TimestampGreaterThan", "TimestampGreaterThanPath", DataType::Timestamp, Operator::GreaterThan),
    ("TimestampLessThanEquals", "TimestampLessThanEqualsPath", DataType::Timestamp, Operator::LessThanEquals),
    (
        "TimestampGreaterThanEquals",
        "TimestampGreaterThanEqualsPath",
        DataType::Timestamp,
        Operator::GreaterThanEquals,
    ),
];

type MakeTest = fn(bool) -> Test;

/// The operators that ask for a kind of value.
const KINDS: [(&str, MakeTest); 6] = [
    ("IsNull", Test::IsNull),
    ("IsPresent", Test::IsPresent),
    ("IsNumeric", Test::IsNumeric),
    ("IsString", Test::IsString),
    ("IsBoolean", Test::IsBoolean),
    ("IsTimestamp", Test::IsTimestamp),
];

impl Parser<'_> {
    pub(super) fn choice(
        &mut self,
        fields: &mut Fields<'_>,
        state: StateId,
        names: &mut ScopeNames,
    ) -> Option<Choice> {
        fields.require(self, &["Choices"]);
        let default = match fields.text_node(self, "Default") {
            Some((target, node)) => self.transition(state, target, &fields.at("Default"), node, names),
            None => None,
        };
        let node = fields.get("Choices")?;
        let location = fields.at("Choices");
        let Kind::Array(items) = &node.kind else {
            self.schema(expected("Array", node), &location, node);
            return None;
        };
        if items.is_empty() {
            self.schema("Value cannot be empty", &location, node);
        }
        let mut choices = Vec::new();
        for (i, item) in items.iter().enumerate() {
            let Some(rule_fields) = Fields::new(self, item, &format!("{location}[{i}]")) else { continue };
            let mut fields = rule_fields.speaking(fields.language());
            fields.require(self, &["Next"]);
            let next = match fields.text_node(self, "Next") {
                Some((target, node)) => self.transition(state, target, &fields.at("Next"), node, names),
                None => None,
            };
            let assign = fields.assign(self);
            let output = fields.output(self);
            let condition = match fields.is_jsonata() {
                true => self.condition(&mut fields),
                false => self.rule(&mut fields).map(Condition::Rule),
            };
            if let Some((condition, next)) = condition.zip(next) {
                choices.push(ChoiceRule { condition, assign, output, next });
            }
        }
        Some(Choice { choices, default })
    }

    /// `Condition`: a truth value, or an expression that yields one.
    fn condition(&mut self, fields: &mut Fields<'_>) -> Option<Condition> {
        fields.text(self, "Comment");
        fields.require(self, &["Condition"]);
        let condition = match (fields.query(self, "Condition"), fields.get("Condition").map(|n| &n.kind)) {
            (Some(query), _) => query.map(Condition::Query),
            (None, Some(Kind::Bool(holds))) => Some(Condition::Literal(*holds)),
            (None, Some(_)) => {
                let node = fields.get("Condition")?;
                let message = "The value of the field 'Condition' must be a boolean or a JSONata expression";
                self.schema(message, &fields.at("Condition"), node);
                None
            }
            (None, None) => None,
        };
        fields.finish(self);
        condition
    }

    /// A rule without its `Next`. Nesting is bounded by the depth of the JSON.
    fn rule(&mut self, fields: &mut Fields<'_>) -> Option<Rule> {
        fields.text(self, "Comment");
        let mut found: Vec<Option<Rule>> = Vec::new();
        for (name, combine) in [("And", Rule::And as fn(Vec<Rule>) -> Rule), ("Or", Rule::Or)] {
            if let Some(node) = fields.get(name) {
                found.push(self.rules(node, &fields.at(name)).map(combine));
            }
        }
        if let Some(node) = fields.get("Not") {
            let inner = self.inner_rule(node, &fields.at("Not"));
            found.push(inner.map(|rule| Rule::Not(Box::new(rule))));
        }
        let combined = found.len();
        let tests = self.tests(fields);
        if combined == 0 {
            fields.require(self, &["Variable"]);
        }
        let variable = fields.path(self, "Variable");
        let count = combined + tests.len();
        if count != 1 {
            let message = format!("A choice rule must have exactly one operator, but {count} were found");
            self.schema(message, fields.location(), fields.node());
        }
        fields.finish(self);
        for test in tests {
            found.push(variable.clone().zip(test).map(|(variable, test)| Rule::Test { variable, test }));
        }
        if count == 1 { found.into_iter().next().flatten() } else { None }
    }

    fn rules(&mut self, node: &Node, location: &str) -> Option<Vec<Rule>> {
        let Kind::Array(items) = &node.kind else {
            self.schema(expected("Array", node), location, node);
            return None;
        };
        if items.is_empty() {
            self.schema("Value cannot be empty", location, node);
        }
        items.iter().enumerate().map(|(i, item)| self.inner_rule(item, &format!("{location}[{i}]"))).collect()
    }

    fn inner_rule(&mut self, node: &Node, location: &str) -> Option<Rule> {
        let mut fields = Fields::new(self, node, location)?;
        self.rule(&mut fields)
    }

    /// The tests that the rule names; nothing in the place of one whose operand is wrong.
    fn tests(&mut self, fields: &mut Fields<'_>) -> Vec<Option<Test>> {
        let mut tests = Vec::new();
        for (name, path_name, data_type, operator) in COMPARISONS {
            if let Some(node) = fields.get(name) {
                let fits = match (data_type, &node.kind) {
                    (DataType::String, Kind::String(_))
                    | (DataType::Numeric, Kind::Number(_))
                    | (DataType::Boolean, Kind::Bool(_)) => true,
                    (DataType::Timestamp, Kind::String(text)) if timestamp::parse(text).is_some() => true,
                    (DataType::Timestamp, Kind::String(_)) => {
                        self.schema("String does not match RFC3339 timestamp", &fields.at(name), node);
                        false
                    }
                    _ => {
                        let wanted = match data_type {
                            DataType::Numeric => "Number",
                            DataType::Boolean => "Boolean",
                            DataType::String | DataType::Timestamp => "String",
                        };
                        self.schema(expected(wanted, node), &fields.at(name), node);
                        false
                    }
                };
                tests.push(fits.then(|| Test::Compare(data_type, operator, node.to_value())));
            }
            if fields.get(path_name).is_some() {
                let path = fields.path(self, path_name);
                tests.push(path.map(|path| Test::ComparePath(data_type, operator, path)));
            }
        }
        if fields.get("StringMatches").is_some() {
            let pattern = fields.text(self, "StringMatches");
            tests.push(pattern.map(|pattern| Test::StringMatches(Pattern::parse(&pattern))));
        }
        for (name, test) in KINDS {
            if fields.get(name).is_some() {
                tests.push(fields.boolean(self, name).map(test));
            }
        }
        tests
    }
}
