//! Event patterns: the recorded verdicts of EventBridge and of its published engine.
//!
//! Each case is asked twice: the pattern alone, and in a rule set.

use lirio_event_pattern::{EventError, Pattern, PatternError, RuleSet, check_event};
use serde_json::Value;

use crate::corpus::{Case, spaced};

/// Judges a case.
pub(crate) fn judge(case: &Case) -> Result<(), String> {
    if !matches!(case.kind(), "event-pattern" | "event-pattern-engine") {
        return Err(format!("cases of the kind '{}' cannot be run", case.kind()));
    }
    compare(&case.json)?;
    in_a_set(&case.json)
}

/// A rule set must say of the event what the pattern says alone.
fn in_a_set(case: &Value) -> Result<(), String> {
    let pattern = Pattern::parse(&text_of(case, "pattern"));
    let event = serde_json::from_str::<Value>(&text_of(case, "event"));
    let (Ok(pattern), Ok(event)) = (pattern, event) else { return Ok(()) };
    let mut rules = RuleSet::default();
    rules.add(0, &pattern);
    match rules.matching(&event).len() == usize::from(pattern.matches(&event)) {
        true => Ok(()),
        false => Err("a rule set says otherwise than the pattern alone".to_owned()),
    }
}

/// The text of a member of a case: as it is given, or as the recording client wrote the value.
fn text_of(case: &Value, member: &str) -> String {
    match case.get(format!("{member}_text")).and_then(Value::as_str) {
        Some(text) => text.to_owned(),
        None => spaced(&case[member]),
    }
}

/// Recordings name the partition and region by placeholders.
fn unmasked(message: &str) -> String {
    message.replace("<partition>", "aws").replace("<region>", "us-east-1")
}

/// The answer to a case as `TestEventPattern` gives it, or the engine: a verdict, or an error's code and message.
fn answer(case: &Value) -> Result<bool, (&'static str, String)> {
    let event: Option<Value> = serde_json::from_str(&text_of(case, "event")).ok();
    let checked = match (&event, case["kind"] == "event-pattern") {
        (None, _) => Err(EventError),
        (Some(event), true) => check_event(event),
        (Some(_), false) => Ok(()),
    };
    checked.map_err(|error| (EventError::CODE, error.to_string()))?;
    let pattern =
        Pattern::parse(&text_of(case, "pattern")).map_err(|error| (PatternError::CODE, error.to_string()))?;
    let event = event.unwrap_or_default();
    Ok(pattern.matches(&event))
}

/// Compares the answer with what was recorded.
fn compare(case: &Value) -> Result<(), String> {
    let shown = |answer: &Result<bool, (&str, String)>| match answer {
        Ok(matches) => format!("{matches}"),
        Err((code, message)) => format!("{code}: {message}"),
    };
    let expected_error = case.get("expected_error").filter(|expected| !expected.is_null());
    let answer = answer(case);
    let Some(expected) = expected_error else {
        let wanted = case["matches"].as_bool().ok_or("the case has no verdict")?;
        return match answer {
            Ok(matches) if matches == wanted => Ok(()),
            other => Err(format!("wanted {wanted}, got {}", shown(&other))),
        };
    };
    // What is null may be anything.
    let code = expected["code"].as_str();
    let message = expected["message_full"].as_str().or(expected["message"].as_str()).map(unmasked);
    match &answer {
        Err((our_code, our_message))
            if code.is_none_or(|code| code == *our_code)
                && message.as_ref().is_none_or(|message| message == our_message) =>
        {
            Ok(())
        }
        other => {
            let wanted = format!("{}: {}", code.unwrap_or("an error"), message.unwrap_or_default());
            Err(format!("wanted {wanted}\n  got {}", shown(other)))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn case(pattern: Value, rest: Value) -> Value {
        let mut case = json!({"kind": "event-pattern-engine", "event": {"a": 1}, "pattern": pattern});
        if let (Value::Object(case), Value::Object(rest)) = (&mut case, rest) {
            case.extend(rest);
        }
        case
    }

    #[test]
    fn cases_are_judged() {
        let check = |pattern: Value, rest: Value, passes: bool| {
            let case = case(pattern, rest);
            assert_eq!(compare(&case).is_ok(), passes, "{case}: {:?}", compare(&case));
        };
        let message = "Event pattern is not valid. Reason: Empty arrays are not allowed";
        let error =
            |code: Value, message: Value| json!({"expected_error": {"code": code, "message": message}});
        check(json!({"a": [1]}), json!({"matches": true}), true);
        check(json!({"a": [1]}), json!({"matches": false}), false);
        check(json!({"a": [2]}), json!({"matches": false}), true);
        check(json!({"a": []}), json!({"matches": false}), false);
        check(json!({"a": []}), error(json!(PatternError::CODE), Value::Null), true);
        check(json!({"a": []}), error(Value::Null, Value::Null), true);
        check(json!({"a": []}), error(json!("Other"), Value::Null), false);
        check(json!({"a": []}), error(json!(PatternError::CODE), json!(message)), false);
        check(json!({"a": [1]}), error(json!(PatternError::CODE), Value::Null), false);
        check(json!({"a": [1]}), json!({}), false);
    }
}
