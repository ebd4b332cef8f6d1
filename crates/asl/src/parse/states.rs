//! The eight types of state.

use super::fields::Fields;
use super::{Parser, ScopeNames, WorkflowType, expected};
use crate::json::{Kind, Node};
use crate::machine::{
    Fail, Map, Number, Parallel, Pass, PathField, ResultFields, ScopeId, State, StateId, StateKind, Task,
    TextField, Transition, Wait, WaitUntil,
};
use crate::resource::{Pattern, TaskResource};
use crate::timestamp;

const TYPES: [&str; 8] = ["Task", "Wait", "Pass", "Succeed", "Fail", "Choice", "Parallel", "Map"];

/// Fields of any state that a later version brings.
const LATER: [(&str, &str); 1] = [("Assign", "Assigning workflow variables")];

/// Fields of Map states that a later version brings.
const LATER_IN_MAP: [(&str, &str); 9] = [
    ("Assign", "Assigning workflow variables"),
    ("ItemReader", "Distributed Map"),
    ("ItemBatcher", "Distributed Map"),
    ("ResultWriter", "Distributed Map"),
    ("Label", "Distributed Map"),
    ("ToleratedFailureCount", "Tolerated failure of Distributed Map"),
    ("ToleratedFailureCountPath", "Tolerated failure of Distributed Map"),
    ("ToleratedFailurePercentage", "Tolerated failure of Distributed Map"),
    ("ToleratedFailurePercentagePath", "Tolerated failure of Distributed Map"),
];

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
        if fields.choice(self, "QueryLanguage", &["JSONPath", "JSONata"]) == Some("JSONata") {
            let node = fields.get("QueryLanguage")?;
            self.not_yet("The query language JSONata", &fields.at("QueryLanguage"), node);
            return None;
        }
        let (mut input_path, mut output_path) = (PathField::Default, PathField::Default);
        if type_name != "Fail" {
            input_path = fields.path_field(self, "InputPath");
            output_path = fields.path_field(self, "OutputPath");
        }
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
        fields.finish(self, if type_name == "Map" { &LATER_IN_MAP } else { &LATER });
        Some(State { name: name.to_owned(), comment, input_path, output_path, kind: kind? })
    }

    /// `Next` or `End`, of which exactly one must be there.
    fn next_or_end(
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
        let parameters = fields.template(self, "Parameters");
        let result = fields.get("Result").map(Node::to_value);
        let result_path = fields.result_path(self);
        let transition = self.next_or_end(fields, id, names)?;
        Some(Pass { parameters, result, result_path, transition })
    }

    fn result_fields(&mut self, fields: &mut Fields<'_>) -> ResultFields {
        ResultFields { selector: fields.template(self, "ResultSelector"), path: fields.result_path(self) }
    }

    fn task(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Task> {
        fields.require(self, &["Resource"]);
        let resource = self.resource(fields);
        let parameters = fields.template(self, "Parameters");
        let credentials = fields.template(self, "Credentials");
        if let Some(node) = fields.get("Credentials").filter(|node| !matches!(node.kind, Kind::Object(_))) {
            self.schema(expected("Object", node), &fields.at("Credentials"), node);
        }
        let timeout = fields.number_or_path(self, "TimeoutSeconds", "TimeoutSecondsPath", 1);
        let heartbeat = fields.number_or_path(self, "HeartbeatSeconds", "HeartbeatSecondsPath", 1);
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
        let seconds = fields.integer(self, "Seconds", 0, 99_999_999).map(WaitUntil::Seconds);
        let seconds_path = fields.path(self, "SecondsPath").map(WaitUntil::SecondsPath);
        let timestamp_path = fields.path(self, "TimestampPath").map(WaitUntil::TimestampPath);
        let mut timestamp = None;
        if let Some((text, node)) = fields.text_node(self, "Timestamp") {
            match timestamp::parse(text) {
                Some(nanos) => timestamp = Some(WaitUntil::Timestamp(timestamp::millis_rounded_up(nanos))),
                None => self.schema("String does not match RFC3339 timestamp", &fields.at("Timestamp"), node),
            }
        }
        let all = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"];
        if all.iter().filter(|name| fields.has(name)).count() != 1 {
            let message = format!("Exactly one of these fields is required: [{}]", all.join(", "));
            self.schema(message, fields.location(), fields.node());
        }
        let transition = self.next_or_end(fields, id, names);
        let until = seconds.or(seconds_path).or(timestamp).or(timestamp_path);
        Some(Wait { until: until?, transition: transition? })
    }

    fn fail(&mut self, fields: &mut Fields<'_>) -> Fail {
        let mut field = |parser: &mut Self, literal: &'static str, path: &'static str| {
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
                        branches.push(self.inner_scope(item, &format!("{location}[{i}]"), false));
                    }
                }
                _ => self.schema(expected("Array", node), &location, node),
            }
        }
        let parameters = fields.template(self, "Parameters");
        let result = self.result_fields(fields);
        let errors = self.error_fields(fields, id, names);
        let transition = self.next_or_end(fields, id, names);
        let branches = branches.into_iter().collect::<Option<Vec<_>>>();
        Some(Parallel { branches: branches?, parameters, result, errors, transition: transition? })
    }

    /// A branch, or an item processor, which may say how it runs.
    fn inner_scope(&mut self, node: &Node, location: &str, processor: bool) -> Option<ScopeId> {
        let mut fields = Fields::new(self, node, location)?;
        fields.text(self, "Comment");
        if processor && let Some(config) = fields.get("ProcessorConfig") {
            let place = fields.at("ProcessorConfig");
            let mut config = Fields::new(self, config, &place)?;
            let mode = config.choice(self, "Mode", &["INLINE", "DISTRIBUTED"]);
            let execution_type = config.choice(self, "ExecutionType", &["STANDARD", "EXPRESS"]);
            config.finish(self, &[]);
            if mode == Some("DISTRIBUTED") || execution_type.is_some() {
                self.not_yet("Distributed Map", &place, config.node());
            }
        }
        let scope = self.scope(&mut fields, location);
        fields.finish(self, &[]);
        scope
    }

    fn map(&mut self, fields: &mut Fields<'_>, id: StateId, names: &mut ScopeNames) -> Option<Map> {
        fields.exclusive(self, ["ItemProcessor", "Iterator"]);
        fields.exclusive(self, ["ItemSelector", "Parameters"]);
        let name = if fields.has("Iterator") { "Iterator" } else { "ItemProcessor" };
        fields.require(self, &[name]);
        let node = fields.get(name);
        let processor = node.and_then(|node| self.inner_scope(node, &fields.at(name), true));
        let items_path = fields.path(self, "ItemsPath");
        let item_selector = fields.template(self, "ItemSelector");
        let item_selector = item_selector.or(fields.template(self, "Parameters"));
        let max_concurrency = fields.number_or_path(self, "MaxConcurrency", "MaxConcurrencyPath", 0);
        let result = self.result_fields(fields);
        let errors = self.error_fields(fields, id, names);
        let transition = self.next_or_end(fields, id, names);
        Some(Map {
            processor: processor?,
            items_path,
            item_selector,
            max_concurrency,
            result,
            errors,
            transition: transition?,
        })
    }
}
