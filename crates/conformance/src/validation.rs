//! The recorded verdicts on definitions.

use lirio_asl::{Diagnostic, WorkflowType, invalid_definition_message, parse_as};
use serde_json::{Value, json};

use crate::corpus::{self, Case};
use crate::scripts;

/// Whether the service and lirio agree on the definition, by its code and message where recorded.
pub(crate) fn judge(case: &Case) -> Result<(), String> {
    let case = &case.json;
    let valid = case["valid"].as_bool().ok_or("the case has no 'valid'")?;
    let code = case["expected_error"]["code"].as_str();
    if code.is_some_and(|code| code != "InvalidDefinition") {
        // It is not the definition that is refused: the service is asked.
        return scripts::judge(&asked(case));
    }
    let express = case["request"]["type"] == "EXPRESS";
    let workflow = if express { WorkflowType::Express } else { WorkflowType::Standard };
    let found = parse_as(&corpus::definition(case)?, workflow).err().unwrap_or_default();
    let message = invalid_definition_message(&found);
    agree(valid, &found)?;
    if let Some(recorded) = case["expected_error"]["message"].as_str()
        && message != recorded
    {
        return Err(format!("recorded {recorded} but was {message}"));
    }
    if let Some(recorded) = case["expected"].get("diagnostics") {
        let found: Value = found.iter().map(shown).collect();
        if found != *recorded {
            return Err(format!("recorded {recorded} but was {found}"));
        }
    }
    Ok(())
}

/// The request of a case as a script of one step.
fn asked(case: &Value) -> Case {
    let mut parameters = case["request"].clone();
    parameters["definition"] = case["definition"].clone();
    if case["action"] == "CreateStateMachine" && parameters.get("roleArn").is_none() {
        parameters["roleArn"] = "arn:@@partition@@:iam::@@account@@:role/sfn-role".into();
    }
    let step = json!({
        "id": "r0",
        "service": "stepfunctions",
        "action": case["action"],
        "params": parameters,
        "expected_error": case["expected_error"],
    });
    let json = json!({"kind": "script", "bindings": case["bindings"], "steps": [step]});
    Case { id: case["id"].as_str().unwrap_or_default().to_owned(), json, broken: None }
}

/// Whether the reference linter and lirio agree that the definition is valid.
pub(crate) fn judge_lint(case: &Case) -> Result<(), String> {
    let case = &case.json;
    let valid = case["valid"].as_bool().ok_or("the case has no 'valid'")?;
    let text = match case.get("definition") {
        Some(definition) => corpus::spaced(&corpus::substitute(&with_known_resources(definition))),
        None => corpus::definition(case)?,
    };
    let found = parse_as(&text, WorkflowType::Standard).err().unwrap_or_default();
    agree(valid, &found)
}

fn agree(valid: bool, found: &[Diagnostic]) -> Result<(), String> {
    match (valid, found.is_empty()) {
        (true, false) => Err(format!("is valid, but was {}", invalid_definition_message(found))),
        (false, true) => Err("is not valid, but nothing was found".to_owned()),
        // What this version refuses by name says nothing about the definition.
        (false, false) if found.iter().all(|d| d.code == lirio_asl::Code::NotSupportedYet) => {
            Err(format!("is not valid, but was {}", invalid_definition_message(found)))
        }
        _ => Ok(()),
    }
}

/// The linter takes any URI as a resource; the service takes only resources that it knows.
fn with_known_resources(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(with_known_resources).collect(),
        Value::Object(members) => {
            let member = |(name, value): (&String, &Value)| {
                let value = match value {
                    Value::String(text) if name == "Resource" && is_foreign_uri(text) => {
                        "arn:aws:states:::lambda:invoke".into()
                    }
                    other => with_known_resources(other),
                };
                (name.clone(), value)
            };
            Value::Object(members.iter().map(member).collect())
        }
        other => other.clone(),
    }
}

fn is_foreign_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    scheme != "arn" && scheme.chars().all(plain) && !rest.is_empty() && !rest.contains(char::is_whitespace)
}

/// A diagnostic as the API shows it.
fn shown(diagnostic: &Diagnostic) -> Value {
    let mut shown =
        json!({"code": diagnostic.code.as_str(), "message": diagnostic.message, "severity": "ERROR"});
    if let Some(location) = &diagnostic.location {
        shown["location"] = location.clone().into();
    }
    shown
}
