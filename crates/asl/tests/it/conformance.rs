//! The recorded executions of the conformance corpus.
//!
//! `tests/failing.txt` lists the cases that do not pass yet. It may only shrink: a case that is
//! listed and passes fails this test, and so does one that is not listed and fails.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use lirio_asl::{Data, Outcome, Started, WorkflowType, invalid_definition_message, parse_as};
use serde_json::{Value, json};

use crate::compare::Variables;
use crate::corpus::{self, spaced, substitute};
use crate::driver::{self, Run};
use crate::lambda::{Episodes, Functions, Played};

enum Verdict {
    Passed,
    Failed(String),
    /// It needs a service that is not scripted here.
    Skipped,
}

#[test]
fn recorded_executions() {
    let Some(cases) = corpus::cases("cases") else { return };
    let listed = failing();
    let mut features: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let (mut passed, mut failed, mut skipped) = (0, BTreeMap::new(), 0);
    for (name, case) in &cases {
        if !["execution", "execution-table"].contains(&case["kind"].as_str().unwrap()) {
            continue;
        }
        let verdict = catch_unwind(AssertUnwindSafe(|| judge(case)))
            .unwrap_or_else(|_| Verdict::Failed("PANIC".to_owned()));
        let good = match verdict {
            Verdict::Passed => {
                passed += 1;
                true
            }
            Verdict::Failed(why) => {
                failed.insert(name.clone(), why);
                false
            }
            Verdict::Skipped => {
                skipped += 1;
                continue;
            }
        };
        for feature in case["features"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let count = features.entry(feature.to_owned()).or_default();
            count.0 += u32::from(good);
            count.1 += 1;
        }
    }
    for (feature, (good, all)) in &features {
        println!("{good:4} of {all:4}  {feature}");
    }
    println!("{passed} cases passed, {} failed, {skipped} need services that are not scripted", failed.len());
    for (name, why) in &failed {
        println!("FAILED {name}: {why}");
    }
    let panicked: Vec<&String> =
        failed.iter().filter(|(_, why)| *why == "PANIC").map(|(name, _)| name).collect();
    assert!(panicked.is_empty(), "these panicked: {panicked:#?}");
    let unlisted: Vec<&String> = failed.keys().filter(|name| !listed.contains(*name)).collect();
    assert!(unlisted.is_empty(), "these fail and are not in failing.txt: {unlisted:#?}");
    let stale: Vec<&String> = listed.iter().filter(|name| !failed.contains_key(*name)).collect();
    assert!(stale.is_empty(), "these pass or are gone; take them out of failing.txt: {stale:#?}");
}

fn failing() -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/failing.txt");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect()
}

fn judge(case: &Value) -> Verdict {
    let result = if case["kind"] == "execution-table" {
        let rows = case["rows"].as_array().unwrap();
        rows.iter().enumerate().try_for_each(|(i, row)| {
            let mut row_case = row.clone();
            row_case["executions"] = json!([{"input": row["input"], "expected": row["expected"]}]);
            execute(&row_case).map_err(|why| format!("row {i}: {why}"))
        })
    } else {
        execute(case)
    };
    match result {
        Ok(()) => Verdict::Passed,
        Err(why) if why.contains("not scripted") => Verdict::Skipped,
        Err(why) => Verdict::Failed(why),
    }
}

fn execute(case: &Value) -> Result<(), String> {
    let definition = match case.get("definition_text") {
        Some(text) => corpus::substitute_text(text.as_str().unwrap()),
        None => spaced(&substitute(&case["definition"])),
    };
    let workflow = if case["type"] == "EXPRESS" { WorkflowType::Express } else { WorkflowType::Standard };
    let machine = parse_as(&definition, workflow).map_err(|list| invalid_definition_message(&list))?;
    let functions = Functions::of(case);
    let mut variables = Variables::new(&case["bindings"]);
    variables.unordered = case.get("normalised").is_some();
    for (i, execution) in case["executions"].as_array().unwrap().iter().enumerate() {
        let mut episodes = Episodes::of(&execution["expected"]);
        let run =
            driver::run(&machine, started(case, execution, i), &mut |task| match functions.play(task) {
                Played::Unknown(what) => episodes.next().unwrap_or(Played::Unknown(what)),
                played => played,
            })?;
        check(case, &execution["expected"], &run, &mut variables)
            .map_err(|why| format!("execution {i}: {why}"))?;
    }
    Ok(())
}

fn started(case: &Value, execution: &Value, number: usize) -> Started {
    let input = match execution.get("input_text") {
        Some(text) => text.as_str().unwrap().to_owned(),
        None => spaced(&substitute(execution.get("input").unwrap_or(&json!({})))),
    };
    let bound = |name: &str, otherwise: &str| match case["bindings"].get(name).and_then(Value::as_str) {
        Some(text) => corpus::substitute_text(text),
        None => otherwise.to_owned(),
    };
    let machine_name = bound("<ArnPart_0idx>", "machine");
    let execution_name = format!("run-{number}");
    Started {
        execution_arn: format!(
            "arn:aws:states:eu-west-1:000000000000:execution:{machine_name}:{execution_name}"
        ),
        machine_arn: format!("arn:aws:states:eu-west-1:000000000000:stateMachine:{machine_name}"),
        machine_name,
        execution_name,
        role_arn: bound("<snf_role_arn>", "arn:aws:iam::000000000000:role/sfn-role"),
        input: Data::parse(&input).unwrap(),
        start_ms: driver::START_MS,
        scope: 0,
    }
}

fn check(case: &Value, expected: &Value, run: &Run, variables: &mut Variables) -> Result<(), String> {
    let (mut actual, partial) = (json!({"status": run.outcome.status()}), case.get("partial").is_some());
    match &run.outcome {
        Outcome::Succeeded { output } => actual["output"] = output.text().into(),
        Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => {
            for (name, text) in [("error", error), ("cause", cause)] {
                if let Some(text) = text {
                    actual[name] = text.clone().into();
                }
            }
        }
        Outcome::TimedOut => {}
    }
    let actual = unpacked(&actual);
    for name in ["status", "output", "error", "cause"] {
        match (expected.get(name), actual.get(name)) {
            (Some(recorded), Some(actual)) => variables.check(recorded, actual, name)?,
            (Some(recorded), None) => return Err(format!("{name}: recorded {recorded} but was not there")),
            (None, Some(actual)) if !partial && expected.get("status").is_some() => {
                return Err(format!("{name}: not recorded but was {actual}"));
            }
            _ => {}
        }
    }
    let Some(recorded) = expected.get("history").and_then(Value::as_array) else { return Ok(()) };
    let mut events: Vec<Value> = run.history().iter().map(|event| unpacked(&event.to_json(true))).collect();
    let mut recorded = recorded.clone();
    for event in recorded.iter_mut().chain(&mut events) {
        event.as_object_mut().unwrap().shift_remove("timestamp");
    }
    if recorded.iter().any(|event| event["id"] == json!([0])) {
        return check_parallel(&recorded, events, variables);
    }
    if partial {
        events.truncate(recorded.len());
    }
    if recorded.len() != events.len() {
        let types = |list: &[Value]| list.iter().map(|e| e["type"].to_string()).collect::<Vec<_>>().join(" ");
        return Err(format!("history: recorded {} but was {}", types(&recorded), types(&events)));
    }
    for (recorded, actual) in recorded.iter().zip(&events) {
        variables.check(recorded, actual, &format!("event {}", recorded["id"]))?;
    }
    Ok(())
}

/// Events inside a Parallel state have lost their numbers and order in the recording.
fn check_parallel(recorded: &[Value], events: Vec<Value>, variables: &mut Variables) -> Result<(), String> {
    let mut inside = false;
    let mut masked = Vec::new();
    let mut plain = Vec::new();
    for mut event in events {
        let kind = event["type"].as_str().unwrap_or_default().to_owned();
        if inside && ["ParallelStateSucceeded", "ParallelStateFailed"].contains(&kind.as_str()) {
            inside = false;
            let shown = recorded.iter().any(|r| r["type"] == event["type"]);
            if shown {
                plain.push(event);
            }
            continue;
        }
        if inside {
            event["id"] = json!([0]);
            event["previousEventId"] = 0.into();
            masked.push(event);
        } else {
            inside = kind == "ParallelStateStarted";
            plain.push(event);
        }
    }
    let (wanted, ordered): (Vec<Value>, Vec<Value>) =
        recorded.iter().cloned().partition(|e| e["id"] == json!([0]));
    variables.as_sets(&wanted, &masked, "inside the Parallel state")?;
    variables.check(&Value::Array(ordered), &Value::Array(plain), "history")
}

/// In every object, a text that is a JSON object is replaced by its value, one level deep.
fn unpacked(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(unpacked).collect(),
        Value::Object(members) => {
            let unpack = |member: &Value| match member {
                Value::String(text) if text.starts_with('{') => {
                    serde_json::from_str(text).unwrap_or_else(|_| member.clone())
                }
                other => unpacked(other),
            };
            Value::Object(members.iter().map(|(name, member)| (name.clone(), unpack(member))).collect())
        }
        other => other.clone(),
    }
}
