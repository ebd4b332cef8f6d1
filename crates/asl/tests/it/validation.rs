//! The recorded verdicts on definitions.

use lirio_asl::{WorkflowType, invalid_definition_message, parse_as};
use serde_json::Value;

use crate::corpus::{self, spaced, substitute};

#[test]
fn recorded_verdicts() {
    let Some(cases) = corpus::cases("validation") else { return };
    let (mut compared, mut later) = (0, Vec::new());
    for (name, case) in &cases {
        let text = match (case.get("definition_text"), case.get("definition")) {
            (Some(text), _) => corpus::substitute_text(text.as_str().unwrap()),
            (None, Some(definition)) => spaced(&substitute(definition)),
            (None, None) => continue,
        };
        let express = case["request"]["type"] == "EXPRESS";
        let result = parse_as(&text, if express { WorkflowType::Express } else { WorkflowType::Standard });
        if case["kind"] == "lint" {
            // The linter takes any URI as a resource; the service does not.
            let result = parse_as(
                &text.replace("foo:bar\"", "arn:aws:states:::lambda:invoke\""),
                WorkflowType::Standard,
            );
            let valid = case["valid"].as_bool().unwrap();
            let shown = result.as_ref().err().map(|list| invalid_definition_message(list));
            if result.is_ok() != valid {
                later.push(format!("{name}: {shown:?}"));
            }
            compared += 1;
            continue;
        }
        let message = result.as_ref().err().map(|list| invalid_definition_message(list));
        if message.as_ref().is_some_and(|m| m.contains("NOT_SUPPORTED_YET")) {
            continue;
        }
        if let Some(recorded) =
            case["expected_error"]["message"].as_str().filter(|m| m.contains("State Machine Def"))
        {
            compared += 1;
            if message.as_deref() != Some(recorded) {
                later.push(format!("{name}: recorded {recorded} but was {message:?}"));
            }
        }
        if let Some(recorded) = case["expected"]["diagnostics"].as_array() {
            compared += 1;
            let found: Vec<Value> = result.err().unwrap_or_default().iter().map(shown).collect();
            if &found != recorded {
                later.push(format!("{name}: recorded {recorded:?} but was {found:?}"));
            }
        }
    }
    println!("{compared} verdicts compared, {} differ", later.len());
    assert!(later.is_empty(), "{later:#?}");
}

/// A diagnostic as the API shows it.
fn shown(diagnostic: &lirio_asl::Diagnostic) -> Value {
    let mut shown = serde_json::json!({"code": diagnostic.code.as_str(), "message": diagnostic.message, "severity": "ERROR"});
    if let Some(location) = &diagnostic.location {
        shown["location"] = location.clone().into();
    }
    shown
}
