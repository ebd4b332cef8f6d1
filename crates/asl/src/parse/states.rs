//! The eight types of state.

use super::fields::Fields;
use super::{Parser, ScopeNames, WorkflowType, expected};
use crate::json::{Kind, Node};
use crate::machine::{
    Fail, Number, Parallel, Pass, PathField, QueryLanguage, ResultFields, ScopeId, State, StateId, StateKind,
    Task, TextField, Transition, Wait, WaitUntil,
};
use crate::resource::{Pattern, TaskResource};
use crate::timestamp;

/// The most seconds that a field may name.
const MAX_SECONDS: u64 = 99_999_999;

const TYPES: [&str; 8] = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];

impl Parser<'_> {
    pub(super) fn state(
        &mut self,
        name: &str,
        node: &Node,
        location: &str,
        id: StateId,
        names: &mut ScopeNames,
    ) -> Option<State> {
        let mut fields = Fields::new(self, node, location)?;
        fields.require(self, &["Type"]);
        let type_name = fields.choice(self, "Type", &TYPES)?;
        let comment = fields.text(self, "Comment");
        let language = self.state_language(&mut fields);
        fields.set_language(language);
        let (mut input_path, mut output_path) = (PathField::Default, PathField::Default);
        if type_name != "Fail" && !fields.is_jsonata() {
            input_path = fields.path_field(self, "InputPath");
            output_path = fields.path_field(self, "OutputPath");
        }
        let assigns = !matches!(type_name, "Succeed" | "Fail");
        let assign = if assigns { fields.assign(self) } else { None };
        let output = if type_name == "Fail" { None } else { fields.output(self) };
        let kind = match type_name {
            "Pass" => self.pass(&mut fields, id, names).map(StateKind::Pass),
            "Task" => self.task(&mut fields, id, names).map(|task| StateKind::Task(Box::new(task))),
            "Choice" => self.choice(&mut fields, id, names).map(StateKind::Choice),
            "Wait" => self.wait(&mut fields, id, names).map(StateKind::Wait),
            "Parallel" => self.parallel(&mut fields, id, names).map(StateKind::Parallel),
            "Map" => self.map(&mut fields, id, names).map(|map| StateKind::Map(Box::new(map))),
            "Succeed" => {
                names.terminal.push(id);
                Some(StateKind::Succeed)
            }
            _ => {
                names.terminal.push(id);
                Some(StateKind::Fail(self.fail(&mut fields)))
            }
        };
        fields.finish(self);
        Some(State {
            name: name.to_owned(),
            comment,
            query_language: language,
            input_path,
            output_path,
            assign,
            output,
            kind: kind?,
        })
    }

    /// A state of a JSONPath machine may speak JSONata, but not the other way around.
    fn state_language(&mut self, fields: &mut Fields<'_>) -> QueryLanguage {
        match fields.choice(self, "QueryLanguage", &["JSONPath", "JSONata"]) {
            Some("JSONata") => QueryLanguage::Jsonata,
            Some(_) if self.language == QueryLanguage::Jsonata => {
                let message =
                    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
                if let Some(node) = fields.get("QueryLanguage") {
                    self.schema(message, fields.location(), node);
                }
                QueryLanguage::JsonPath
            }
            Some(_) => QueryLanguage::JsonPath,
            None => self.language,
        }
    }

    /// `Next` or `End`, of which exactly one must be there.
    pub(super) fn next_or_end(
        &mut self,
        fields: &mut Fields<'_>,
        id: StateId,
        names: &mut ScopeNames,
    ) -> Option<Transition> {
        fields.exclusive(self, ["Next", "End"]);
        if let Some((target, node)) = fields.text_node(self, "Next") {
            return self.transition(id, target, &fields.at("Next"), node, names).map(Transition::Next);
        }
        if fields.has("Next") {
            return None;
        }
        match fields.boolean(self, "End") {
            Some(true) => {
                names.terminal.push(id);
                Some(Transition::End)
            }
            _ => {
                let message = "One of these fields is required: [Next, End]";
                self.schema(message, fields.location(), fields.node());
                None
            }
        }
    }

    fn pass(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Pass> {
        let (mut parameters, mut result) = (None, None);
        if !fields.is_jsonata() {
            parameters = fields.template(self, "Parameters");
            result = fields.get("Result").map(Node::to_value);
        }
        let result_path = fields.result_path(self);
        let transition = self.next_or_end(fields, id, names)?;
        Some(Pass { parameters, result, result_path, transition })
    }

    pub(super) fn result_fields(&mut self, fields: &mut Fields<'_>) -> ResultFields {
        let selector = if fields.is_jsonata() { None } else { fields.template(self, "ResultSelector") };
        ResultFields { selector, path: fields.result_path(self) }
    }

    fn task(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Task> {
        fields.require(self, &["Resource"]);
        let resource = self.resource(fields);
        let parameters = fields.parameters(self);
        let credentials = fields.template(self, "Credentials");
        if let Some(node) = fields.get("Credentials").filter(|node| !matches!(node.kind, Kind::Object(_))) {
            self.schema(expected("Object", node), &fields.at("Credentials"), node);
        }
        let timeout = fields.number(self, "TimeoutSeconds", "TimeoutSecondsPath", (1, MAX_SECONDS));
        let heartbeat = fields.number(self, "HeartbeatSeconds", "HeartbeatSecondsPath", (1, MAX_SECONDS));
        if let (Some(Number::Literal(timeout)), Some(Number::Literal(heartbeat))) = (&timeout, &heartbeat)
            && heartbeat >= timeout
        {
            let message = "HeartbeatSeconds must be smaller than TimeoutSeconds";
            self.schema(message, fields.location(), fields.node());
        }
        let result = self.result_fields(fields);
        let errors = self.error_fields(fields, id, names);
        let transition = self.next_or_end(fields, id, names);
        let (resource, resource_text) = resource?;
        Some(Task {
            resource,
            resource_text,
            parameters,
            credentials,
            timeout,
            heartbeat,
            result,
            errors,
            transition: transition?,
        })
    }

    fn resource(&mut self, fields: &mut Fields<'_>) -> Option<(TaskResource, String)> {
        let (text, node) = fields.text_node(self, "Resource")?;
        let location = fields.at("Resource");
        let Some(resource) = TaskResource::parse(text) else {
            self.schema("Value is not a valid resource ARN", &location, node);
            return None;
        };
        if self.workflow == WorkflowType::Express {
            // The blank before the last "at" is the service's own.
            let refused = match (&resource, resource.pattern()) {
                (TaskResource::Activity { .. }, _) => Some("Activity ARN"),
                (_, Pattern::Sync | Pattern::Sync2) => Some("'.sync' service integration"),
                (_, Pattern::WaitForTaskToken) => Some("'.waitForTaskToken' service integration "),
                _ => None,
            };
            if let Some(what) = refused {
                self.schema(format!("Express state machine does not support {what}"), &location, node);
            }
        }
        Some((resource, text.to_owned()))
    }

    fn wait(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Wait> {
        if fields.is_jsonata() {
            return self.wait_jsonata(fields, id, names);
        }
        let seconds = fields.integer(self, "Seconds", 0, MAX_SECONDS).map(WaitUntil::Seconds);
        let seconds_path = fields.path(self, "SecondsPath").map(WaitUntil::SecondsPath);
        let timestamp_path = fields.path(self, "TimestampPath").map(WaitUntil::TimestampPath);
        let timestamp = self.timestamp(fields);
        let all = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
        if all.iter().filter(|name| fields.has(name)).count() != 1 {
            let message = format!("Exactly one of these fields is required: [{}]", all.join(", "));
            self.schema(message, fields.location(), fields.node());
        }
        let transition = self.next_or_end(fields, id, names);
        let until = seconds.or(seconds_path).or(timestamp).or(timestamp_path);
        Some(Wait { until: until?, transition: transition? })
    }

    fn wait_jsonata(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Wait> {
        let all = ["Seconds", "Timestamp"];
        if all.iter().filter(|name| fields.has(name)).count() != 1 {
            let message = format!("Exactly one of these fields is required: [{}]", all.join(", "));
            self.schema(message, fields.location(), fields.node());
        }
        let seconds = match fields.query(self, "Seconds") {
            Some(query) => query.map(WaitUntil::SecondsQuery),
            None => fields.integer(self, "Seconds", 0, MAX_SECONDS).map(WaitUntil::Seconds),
        };
        let timestamp = match fields.query(self, "Timestamp") {
            Some(query) => query.map(WaitUntil::TimestampQuery),
            None => self.timestamp(fields),
        };
        let transition = self.next_or_end(fields, id, names);
        Some(Wait { until: seconds.or(timestamp)?, transition: transition? })
    }

    fn timestamp(&mut self, fields: &mut Fields<'_>) -> Option<WaitUntil> {
        let (text, node) = fields.text_node(self, "Timestamp")?;
        let nanos = timestamp::parse(text);
        if nanos.is_none() {
            self.schema("String does not match RFC3339 timestamp", &fields.at("Timestamp"), node);
        }
        nanos.map(|nanos| WaitUntil::Timestamp(timestamp::millis_rounded_up(nanos)))
    }

    fn fail(&mut self, fields: &mut Fields<'_>) -> Fail {
        let mut field = |parser: &mut Self, literal: &'static str, path: &'static str| {
            if fields.is_jsonata() {
                return match fields.query(parser, literal) {
                    Some(query) => query.map(TextField::Query),
                    None => fields.text(parser, literal).map(TextField::Literal),
                };
            }
            fields.exclusive(parser, [literal, path]);
            let text = fields.text(parser, literal).map(TextField::Literal);
            text.or(fields.expression(parser, path).map(TextField::Expression))
        };
        let error = field(self, "Error", "ErrorPath");
        let cause = field(self, "Cause", "CausePath");
        Fail { error, cause }
    }

    fn parallel(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Parallel> {
        fields.require(self, &["Branches"]);
        let mut branches = Vec::new();
        if let Some(node) = fields.get("Branches") {
            let location = fields.at("Branches");
            match &node.kind {
                Kind::Array(items) if items.is_empty() => {
                    self.schema("Value cannot be empty", &location, node)
                }
                Kind::Array(items) => {
                    for (i, item) in items.iter().enumerate() {
                        branches.push(self.branch(item, &format!("{location}[{i}]")));
                    }
                }
                _ => self.schema(expected("Array", node), &location, node),
            }
        }
        let parameters = fields.parameters(self);
        let result = self.result_fields(fields);
        let errors = self.error_fields(fields, id, names);
        let transition = self.next_or_end(fields, id, names);
        let branches = branches.into_iter().collect::<Option<Vec<_>>>();
        Some(Parallel { branches: branches?, parameters, result, errors, transition: transition? })
    }

    fn branch(&mut self, node: &Node, location: &str) -> Option<ScopeId> {
        let mut fields = Fields::new(self, node, location)?;
        fields.text(self, "Comment");
        let scope = self.scope(&mut fields, location);
        fields.finish(self);
        scope
    }
}
