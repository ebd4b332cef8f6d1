//! The recorded verdicts of EventBridge and of its published engine.
//!
//! `tests/failing.txt` lists cases that do not pass yet. It may only shrink: a listed case that passes fails the
//! test just as an unlisted case that does not.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use lirio_event_pattern::{EventError, Pattern, PatternError, RuleSet, check_event};
use serde_json::Value;

/// The corpus lies beside the repository.
fn corpus() -> Option<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2)?;
    // A worktree lies one folder deeper than the repository itself.
    repository
        .ancestors()
        .skip(1)
        .take(2)
        .map(|around| around.join("shared/conformance/events"))
        .find(|folder| folder.is_dir())
}

fn text_of(case: &Value, member: &str) -> String {
    match case.get(format!("{member}_text")) {
        Some(text) => text.as_str().expect("a text").to_owned(),
        None => spaced(&case[member]),
    }
}

/// JSON with a blank after each comma and colon, as the recording client wrote it, so that positions agree.
fn spaced(value: &Value) -> String {
    fn list(items: impl Iterator<Item = String>, open: char, close: char) -> String {
        format!("{open}{}{close}", items.collect::<Vec<_>>().join(", "))
    }
    match value {
        Value::Object(members) => list(
            members.iter().map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), spaced(value))),
            '{',
            '}',
        ),
        Value::Array(values) => list(values.iter().map(spaced), '[', ']'),
        scalar => scalar.to_string(),
    }
}

/// Recordings name the partition and region by placeholders.
fn unmasked(message: &str) -> String {
    message.replace("<partition>", "aws").replace("<region>", "us-east-1")
}

fn judge(case: &Value) -> Result<(), String> {
    let expected_error = case.get("expected_error");
    let wanted_code = expected_error.map(|error| error["code"].as_str().unwrap_or_default());
    let event: Option<Value> = serde_json::from_str(&text_of(case, "event")).ok();
    if case["kind"] == "event-pattern" {
        let checked = event.as_ref().map_or(Err(EventError), check_event);
        if let Err(error) = checked {
            let message = expected_error.map(|expected| expected["message"].as_str().unwrap_or_default());
            return if wanted_code == Some(EventError::CODE) && message == Some(&error.to_string()) {
                Ok(())
            } else {
                Err(format!("event refused: {error}"))
            };
        }
    }
    let pattern = match (Pattern::parse(&text_of(case, "pattern")), wanted_code) {
        (Ok(pattern), None) => pattern,
        (Ok(_), Some(code)) => return Err(format!("accepted, wanted {code}")),
        (Err(error), None) => return Err(format!("refused: {error}")),
        (Err(error), Some(code)) => {
            let expected = expected_error.expect("there is a code");
            let message = expected.get("message_full").unwrap_or(&expected["message"]);
            let message = unmasked(message.as_str().expect("a text"));
            return if code == PatternError::CODE && message == error.to_string() {
                Ok(())
            } else {
                Err(format!("said: {error}\n  wanted: {message}"))
            };
        }
    };
    let event = event.ok_or("the event is not JSON")?;
    let wanted = case["matches"].as_bool().expect("a verdict");
    if pattern.matches(&event) != wanted {
        return Err(format!("wanted {wanted}"));
    }
    let mut rules = RuleSet::new();
    rules.add((), &pattern);
    if rules.matching(&event).is_empty() == wanted {
        return Err(format!("wanted {wanted} of the rule set"));
    }
    Ok(())
}

#[test]
fn corpus_verdicts() {
    let Some(folder) = corpus() else {
        eprintln!(
            "\n*** NOT RUN: ../shared/conformance/events is absent, so no recorded verdict was checked ***\n"
        );
        return;
    };
    let listed: BTreeSet<&str> = include_str!("../failing.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    let mut rules = RuleSet::new();
    let mut events = Vec::new();
    for entry in fs::read_dir(folder).expect("the corpus is readable") {
        let path = entry.expect("the corpus is readable").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let case: Value = serde_json::from_str(&fs::read_to_string(&path).expect("readable")).expect("JSON");
        match (judge(&case), listed.contains(name.as_str())) {
            (Ok(()), true) => wrong.push(format!("{name}: passes now; take it off tests/failing.txt")),
            (Err(why), false) => wrong.push(format!("{name}: {why}")),
            _ => {}
        }
        if let Ok(pattern) = Pattern::parse(&text_of(&case, "pattern")) {
            rules.add(name.clone(), &pattern);
            events.extend(
                serde_json::from_str::<Value>(&text_of(&case, "event"))
                    .ok()
                    .map(|event| (event, name.clone(), pattern)),
            );
        }
        seen.insert(name);
    }
    wrong.extend(
        listed.iter().filter(|name| !seen.contains(**name)).map(|name| format!("{name}: no such case")),
    );
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), seen.len(), wrong.join("\n"));
    // All rules in one set must say the same of every event as each rule alone.
    for (event, ..) in &events {
        let together: BTreeSet<String> = rules.matching(event).into_iter().collect();
        let alone: BTreeSet<String> = events
            .iter()
            .filter(|(_, _, pattern)| pattern.matches(event))
            .map(|(_, name, _)| name.clone())
            .collect();
        assert_eq!(together, alone);
    }
    eprintln!("{} recorded verdicts, {} listed as failing", seen.len(), listed.len());
}
