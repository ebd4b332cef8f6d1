//! Which workflow variables the states of a machine read, as `DescribeStateMachine` tells it.

use std::collections::{BTreeMap, BTreeSet};

use crate::choice::Rule;
use crate::machine::{
    Condition, Items, Machine, Map, Number, PathField, State, StateKind, TextField, WaitUntil,
};
use crate::path::Path;
use crate::query::Query;
use crate::template::Template;

impl Machine {
    /// The variables that each state reads, by the state's name; states that read none are left out.
    pub fn variable_references(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut references = BTreeMap::new();
        for state in &self.states {
            let mut names = Names::default();
            names.state(state);
            if !names.0.is_empty() {
                references.insert(state.name.clone(), names.0);
            }
        }
        references
    }
}

/// The names of variables seen so far.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn state(&mut self, state: &State) {
        for field in [&state.input_path, &state.output_path] {
            if let PathField::Path(path) = field {
                self.path(path);
            }
        }
        self.templates([&state.assign, &state.output]);
        match &state.kind {
            StateKind::Pass(pass) => self.templates([&pass.parameters]),
            StateKind::Task(task) => {
                self.templates([&task.parameters, &task.credentials, &task.result.selector]);
                self.numbers([&task.timeout, &task.heartbeat]);
            }
            StateKind::Choice(choice) => {
                for rule in &choice.choices {
                    self.templates([&rule.assign, &rule.output]);
                    match &rule.condition {
                        Condition::Literal(_) => {}
                        Condition::Query(query) => self.query(query),
                        Condition::Rule(rule) => self.rule(rule),
                    }
                }
            }
            StateKind::Wait(wait) => match &wait.until {
                WaitUntil::Seconds(_) | WaitUntil::Timestamp(_) => {}
                WaitUntil::SecondsPath(path) | WaitUntil::TimestampPath(path) => self.path(path),
                WaitUntil::SecondsQuery(query) | WaitUntil::TimestampQuery(query) => self.query(query),
            },
            StateKind::Succeed => {}
            StateKind::Fail(fail) => {
                for text in [&fail.error, &fail.cause].into_iter().flatten() {
                    match text {
                        TextField::Literal(_) => {}
                        TextField::Expression(expression) => {
                            expression.paths().into_iter().for_each(|path| self.path(path));
                        }
                        TextField::Query(query) => self.query(query),
                    }
                }
            }
            StateKind::Parallel(parallel) => {
                self.templates([&parallel.parameters, &parallel.result.selector])
            }
            StateKind::Map(map) => self.map(map),
        }
        for catcher in state.kind.errors().into_iter().flat_map(|errors| &errors.catch) {
            self.templates([&catcher.assign, &catcher.output]);
        }
    }

    fn map(&mut self, map: &Map) {
        match &map.items {
            Items::Input => {}
            Items::Path(path) => self.path(path),
            Items::Template(template) => self.template(template),
        }
        self.templates([&map.item_selector, &map.result.selector]);
        self.numbers([&map.max_concurrency, &map.tolerated_failure_count, &map.tolerated_failure_percentage]);
        let Some(distributed) = &map.distributed else { return };
        if let Some(reader) = &distributed.reader {
            self.templates([&reader.parameters]);
            self.numbers([&reader.max_items]);
        }
        if let Some(batcher) = &distributed.batcher {
            self.templates([&batcher.batch_input]);
            self.numbers([&batcher.max_items, &batcher.max_bytes]);
        }
        if let Some(writer) = &distributed.writer {
            self.templates([&writer.parameters]);
        }
    }

    fn path(&mut self, path: &Path) {
        self.0.extend(path.variable().map(str::to_owned));
    }

    fn query(&mut self, query: &Query) {
        let variables = query.references().iter().map(|reference| reference.variable.as_str());
        let variables = variables.filter(|name| *name != "states" && !lirio_jsonata::is_function(name));
        self.0.extend(variables.map(str::to_owned));
    }

    fn rule(&mut self, rule: &Rule) {
        rule.paths().into_iter().for_each(|path| self.path(path));
    }

    fn templates<const N: usize>(&mut self, templates: [&Option<Template>; N]) {
        for template in templates.into_iter().flatten() {
            self.template(template);
        }
    }

    fn template(&mut self, template: &Template) {
        template.each_leaf(&mut |leaf| match leaf {
            Template::Expression { expression, .. } => {
                expression.paths().into_iter().for_each(|path| self.path(path));
            }
            Template::Query(query) => self.query(query),
            Template::Literal(_) | Template::Object(_) | Template::Array(_) => {}
        });
    }

    fn numbers<const N: usize>(&mut self, numbers: [&Option<Number>; N]) {
        for number in numbers.into_iter().flatten() {
            match number {
                Number::Literal(_) => {}
                Number::Path(path) => self.path(path),
                Number::Query(query) => self.query(query),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::parse;

    fn check(states: &str, expected: &[(&str, &[&str])]) {
        let machine = parse(&format!(r#"{{"StartAt": "A", "States": {{{states}}}}}"#)).unwrap();
        let found = machine.variable_references();
        let shown: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|(state, names)| (state.as_str(), names.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(state, names)| (*state, names.to_vec())).collect();
        assert_eq!(shown, expected, "{states}");
    }

    #[test]
    fn in_both_languages() {
        check(
            r#""A": {"Type": "Pass", "InputPath": "$in.x", "Parameters": {"a": [{"b.$": "States.Array($list, $.c)"}]}, "Assign": {"x.$": "$y"}, "Next": "B"},
               "B": {"Type": "Choice", "Choices": [{"Variable": "$.v", "NumericEqualsPath": "$n", "Next": "C"}], "Default": "C"},
               "C": {"Type": "Succeed"}"#,
            &[("A", &["in", "list", "y"]), ("B", &["n"])],
        );
        check(
            r#""A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% ($z := 1; $z + $a.b + $sum($states.input)) %}", "End": true}"#,
            &[("A", &["a"])],
        );
    }
}
