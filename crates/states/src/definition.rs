//! Definitions: parsing them, and refusing what an execution could not run.

use std::sync::Arc;

use lirio_api::schema::{Kind, Shape};
use lirio_api::stepfunctions::{
    ValidateStateMachineDefinitionDiagnostic, ValidateStateMachineDefinitionInput,
    ValidateStateMachineDefinitionOutput, errors,
};
use lirio_api::{AwsError, Operation};
use lirio_asl::machine::Machine;
use lirio_asl::{
    Code, Diagnostic, TaskResource, WorkflowType, invalid_definition_message, nearest, parse_as,
};
use lirio_service::Context;
use serde_json::Value;

use crate::States;
use crate::integrations::{Integrations, NoIntegrations};
use crate::tasks::bridge::pascal;
use crate::tasks::integration::Integration;

/// Parses a definition for `CreateStateMachine`: `InvalidDefinition` says everything that is wrong.
pub(crate) fn read(
    text: &str,
    workflow: WorkflowType,
    extra: &dyn Integrations,
) -> Result<Machine, AwsError> {
    check(text, workflow, extra)
        .map_err(|diagnostics| errors::invalid_definition(invalid_definition_message(&diagnostics)))
}

/// Parses a definition and checks that every task can be called.
fn check(text: &str, workflow: WorkflowType, extra: &dyn Integrations) -> Result<Machine, Vec<Diagnostic>> {
    let machine = parse_as(text, workflow)?;
    let found = tasks(text, extra);
    if found.is_empty() {
        Ok(machine)
    } else {
        Err(found.into_iter().map(|problem| problem.diagnostic).collect())
    }
}

/// What is wrong with a task that the language knows nothing of: its resource, or its parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskProblem {
    /// What is wrong; without a span.
    pub diagnostic: Diagnostic,
    /// The location of the member whose name is wrong; none where a value is.
    pub member: Option<String>,
}

/// Looks at the tasks of a definition as `CreateStateMachine` does, once it is known to be good
/// otherwise. At most 100 problems are told.
pub fn check_tasks(definition: &str) -> Vec<TaskProblem> {
    tasks(definition, &NoIntegrations)
}

/// The most problems of tasks that are told, as many as the parser tells.
const MAX_PROBLEMS: usize = 100;

fn tasks(text: &str, extra: &dyn Integrations) -> Vec<TaskProblem> {
    let mut found = Vec::new();
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        scope(&value, "", extra, &mut found);
    }
    found.truncate(MAX_PROBLEMS);
    found
}

/// Looks through the states of a scope and of those below; the parser bounds how deep they nest.
fn scope(scope_of: &Value, at: &str, extra: &dyn Integrations, found: &mut Vec<TaskProblem>) {
    let Some(states) = scope_of.get("States").and_then(Value::as_object) else { return };
    for (name, state) in states {
        let at = format!("{at}/States/{name}");
        if state.get("Type").and_then(Value::as_str) == Some("Task") {
            task(state, &at, extra, found);
        }
        for (index, branch) in
            state.get("Branches").and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            scope(branch, &format!("{at}/Branches[{index}]"), extra, found);
        }
        for processor in ["ItemProcessor", "Iterator"] {
            if let Some(processor_of) = state.get(processor) {
                scope(processor_of, &format!("{at}/{processor}"), extra, found);
            }
        }
    }
}

fn task(state: &Value, at: &str, extra: &dyn Integrations, found: &mut Vec<TaskProblem>) {
    let mut say = |code, message: String, field: &str| {
        let location = Some(format!("{at}/{field}"));
        let diagnostic = Diagnostic { code, message, location, span: None, suggestion: None };
        found.push(TaskProblem { diagnostic, member: None });
    };
    let text = state.get("Resource").and_then(Value::as_str).unwrap_or_default();
    let Some(resource) = TaskResource::parse(text) else { return };
    if matches!(resource, TaskResource::Activity { .. }) {
        // Whether the activity exists is seen when the task is scheduled, as on AWS.
        return;
    }
    match Integration::of(&resource, extra) {
        Err(message) => say(Code::NotSupportedYet, message, "Resource"),
        Ok(Integration::Function { .. } | Integration::Extra { .. }) => {}
        Ok(Integration::Sdk { operation } | Integration::Optimised { operation }) => {
            for field in ["Parameters", "Arguments"] {
                if let Some(parameters) = state.get(field) {
                    members(parameters, operation, &format!("{at}/{field}"), found);
                }
            }
        }
    }
}

/// Checks the names of the members that a template writes out.
fn members(template: &Value, operation: &Operation, at: &str, found: &mut Vec<TaskProblem>) {
    if let Some(input) = operation.input {
        shape(template, input, at, found);
    }
}

fn shape(template: &Value, shape_of: &Shape, at: &str, found: &mut Vec<TaskProblem>) {
    match (&shape_of.kind, template) {
        (Kind::Structure(structure), Value::Object(given)) => {
            let mut say = |message: String| {
                let code = Code::SchemaValidationFailed;
                let location = Some(at.to_owned());
                let diagnostic = Diagnostic { code, message, location, span: None, suggestion: None };
                found.push(TaskProblem { diagnostic, member: None });
            };
            let plain = |key: &str| key.strip_suffix(".$").unwrap_or(key).to_owned();
            for member in structure.members.iter().filter(|m| m.required && !m.idempotency_token) {
                let name = pascal(member.name);
                if !given.keys().any(|key| plain(key) == name) {
                    say(format!("The field \"{name}\" is required but was missing"));
                }
            }
            for (key, value) in given {
                match structure.members.iter().find(|m| pascal(m.name) == plain(key)) {
                    // What was mistyped is sought only as often as it is told.
                    None if found.len() >= MAX_PROBLEMS => {}
                    None => {
                        let names: Vec<String> = structure.members.iter().map(|m| pascal(m.name)).collect();
                        let missing = names.iter().filter(|name| !given.keys().any(|k| plain(k) == **name));
                        let diagnostic = Diagnostic {
                            code: Code::SchemaValidationFailed,
                            message: format!(
                                "The field \"{}\" is not supported by Step Functions",
                                plain(key)
                            ),
                            location: Some(at.to_owned()),
                            span: None,
                            suggestion: nearest(&plain(key), missing.map(String::as_str)),
                        };
                        found.push(TaskProblem { diagnostic, member: Some(format!("{at}/{key}")) });
                    }
                    Some(member) if !key.ends_with(".$") => {
                        shape(value, member.shape, &format!("{at}/{key}"), found);
                    }
                    Some(_) => {}
                }
            }
        }
        (Kind::List { member, .. }, Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                shape(item, member.shape, &format!("{at}[{index}]"), found);
            }
        }
        (Kind::Map { value, .. }, Value::Object(entries)) => {
            for (key, entry) in entries.iter().filter(|(key, _)| !key.ends_with(".$")) {
                shape(entry, value.shape, &format!("{at}/{key}"), found);
            }
        }
        _ => {}
    }
}

impl States {
    /// `ValidateStateMachineDefinition`: what `CreateStateMachine` would say, as a list.
    pub(crate) async fn validate_state_machine_definition(
        self: Arc<Self>,
        _: Context,
        input: ValidateStateMachineDefinitionInput,
    ) -> Result<ValidateStateMachineDefinitionOutput, AwsError> {
        let workflow = match input.r#type.as_deref() {
            Some("EXPRESS") => WorkflowType::Express,
            _ => WorkflowType::Standard,
        };
        let found = check(&input.definition, workflow, self.integrations.as_ref()).err().unwrap_or_default();
        let shown = crate::page::size(input.max_results).min(100);
        let result = if found.is_empty() { "OK" } else { "FAIL" };
        Ok(ValidateStateMachineDefinitionOutput {
            result: result.to_owned(),
            truncated: Some(found.len() > shown),
            diagnostics: found
                .into_iter()
                .take(shown)
                .map(|diagnostic| ValidateStateMachineDefinitionDiagnostic {
                    severity: "ERROR".to_owned(),
                    code: diagnostic.code.as_str().to_owned(),
                    message: diagnostic.message,
                    location: diagnostic.location,
                })
                .collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_task(fields: &str, expected: &[&str]) {
        let text =
            format!(r#"{{"StartAt": "T", "States": {{"T": {{"Type": "Task", {fields}, "End": true}}}}}}"#);
        let found: Vec<String> = check(&text, WorkflowType::Standard, &NoIntegrations)
            .err()
            .unwrap_or_default()
            .iter()
            .map(Diagnostic::to_string)
            .collect();
        assert_eq!(found, expected, "{fields}");
    }

    #[test]
    fn tasks_that_can_be_called() {
        check_task(r#""Resource": "arn:aws:lambda:eu-west-1:000000000000:function:f""#, &[]);
        check_task(
            r#""Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Key.$": "$.k"}"#,
            &[],
        );
        check_task(r#""Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync""#, &[]);
        check_task(r#""Resource": "arn:aws:states:eu-west-1:000000000000:activity:a""#, &[]);
        check_task(
            r#""Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {"StateMachineArn": "a", "Input": {"x.$": "$"}}"#,
            &[],
        );
    }

    #[test]
    fn tasks_that_cannot() {
        check_task(
            r#""Resource": "arn:aws:states:::sqs:sendMessage""#,
            &[
                "NOT_SUPPORTED_YET: The resource sqs:sendMessage is not served by this platform at /States/T/Resource",
            ],
        );
        check_task(
            r#""Resource": "arn:aws:states:::sagemaker:createEndpoint.sync""#,
            &[
                "NOT_SUPPORTED_YET: The resource sagemaker:createEndpoint.sync is not served by this platform at /States/T/Resource",
            ],
        );
        check_task(
            r#""Resource": "arn:aws:states:::aws-sdk:s3:getObjectTorrent""#,
            &[
                "NOT_SUPPORTED_YET: The resource aws-sdk:s3:getObjectTorrent is not served by this platform at /States/T/Resource",
            ],
        );
        check_task(
            r#""Resource": "arn:aws:states:::aws-sdk:s3:getObject", "Parameters": {"Bucket": "b", "Kee": "k"}"#,
            &[
                "SCHEMA_VALIDATION_FAILED: The field \"Key\" is required but was missing at /States/T/Parameters",
                "SCHEMA_VALIDATION_FAILED: The field \"Kee\" is not supported by Step Functions at /States/T/Parameters",
            ],
        );
    }
}
