//! The recorded executions.

use std::collections::BTreeMap;

use lirio_asl::machine::Machine;
use lirio_asl::{Data, Outcome, Started, WorkflowType, invalid_definition_message, parse_as};
use lirio_asl_sim::{End, Settings, Simulation};
use serde_json::{Value, json};

use crate::compare::Variables;
use crate::corpus::{self, ACCOUNT, Case, PARTITION, REGION, spaced, substitute};
use crate::episodes::Episodes;
use crate::functions::Functions;
use crate::world::World;

/// When executions start: the corpus' relative times were rendered for this moment.
const START_MS: i64 = 1_795_353_950_000;

/// Runs the executions of a case on its machine, one after the other.
pub(crate) fn judge(case: &Case) -> Result<(), String> {
    execute(&case.json)
}

/// Runs the rows of a table, each a small machine.
pub(crate) fn judge_table(case: &Case) -> Result<(), String> {
    let rows = case.json["rows"].as_array().ok_or("the table has no rows")?;
    rows.iter().enumerate().try_for_each(|(i, row)| {
        let mut row_case = row.clone();
        row_case["executions"] = json!([{"input": row["input"], "expected": row["expected"]}]);
        execute(&row_case).map_err(|why| format!("row {i}: {why}"))
    })
}

fn execute(case: &Value) -> Result<(), String> {
    let workflow = if case["type"] == "EXPRESS" { WorkflowType::Express } else { WorkflowType::Standard };
    let machine =
        parse_as(&corpus::definition(case)?, workflow).map_err(|list| invalid_definition_message(&list))?;
    let functions = Functions::of(case);
    let mut variables = Variables::new(&case["bindings"]);
    variables.unordered = case.get("normalised").is_some();
    for (i, execution) in case["executions"].as_array().into_iter().flatten().enumerate() {
        let mut expected = with_named_functions(&execution["expected"], &functions);
        if recorded_before(case, NEW_MAP_NUMBERS) {
            with_new_map_numbers(&mut expected);
        }
        let mut world = World::new(&functions, Episodes::of(&expected)?, case);
        let settings = Settings { seed: 7, check_replay: true, ..Settings::default() };
        run(&machine, started(case, execution, i)?, settings, &mut world)
            .and_then(|run| check(case, &expected, &run, &mut variables))
            .map_err(|why| format!("execution {i}: {why}"))?;
    }
    Ok(())
}

/// What a run left behind.
struct Run {
    outcome: Outcome,
    history: Vec<Value>,
}

fn run(
    machine: &Machine,
    started: Started,
    settings: Settings,
    world: &mut World<'_>,
) -> Result<Run, String> {
    let mut simulation = Simulation::new(machine, started, settings);
    let end = simulation.run(world).map_err(|e| e.to_string())?;
    let history = simulation.history().iter().map(|event| event.to_json(true)).collect();
    match end {
        End::Finished(outcome) => Ok(Run { outcome, history }),
        End::Waiting => Err("the execution waits for nothing".to_owned()),
    }
}

/// Some recordings lost the name of a function, and the brackets of the variable for it too: a
/// function that the setup never made is such a variable.
fn with_named_functions(expected: &Value, functions: &Functions) -> Value {
    let mut expected = expected.clone();
    for event in expected["history"].as_array_mut().into_iter().flatten() {
        let places = [
            "/lambdaFunctionScheduledEventDetails/resource",
            "/taskScheduledEventDetails/parameters/FunctionName",
        ];
        let Some(place) = places.into_iter().find(|place| event.pointer(place).is_some()) else { continue };
        let Some(place) = event.pointer_mut(place) else { continue };
        let Some(resource) = place.as_str() else { continue };
        if let Some((before, name)) = resource.rsplit_once(":function:")
            && !name.contains(['<', ':'])
            && !functions.has(name)
        {
            *place = format!("{before}:function:<{name}>").into();
        }
    }
    expected
}

/// From this month on, the exit of a distributed Map state names the start of its run as the event
/// before it; recordings of both kinds exist, of the same machines. Lirio does as the service does now.
const NEW_MAP_NUMBERS: (u32, u32) = (2024, 11);

/// Whether the case was recorded before a month.
fn recorded_before(case: &Value, month: (u32, u32)) -> bool {
    // 21-09-2023, 14:07:46
    let day = case["source"]["recorded"].as_str().and_then(|text| text.split(',').next()).unwrap_or_default();
    let mut parts = day.split('-').skip(1).map(|part| part.parse::<u32>().ok());
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(recorded), Some(year)) => (year, recorded) < month,
        _ => false,
    }
}

/// Brings an old recording to the numbers that the service gives now.
fn with_new_map_numbers(expected: &mut Value) {
    let mut starts: BTreeMap<u64, u64> = BTreeMap::new();
    for event in expected["history"].as_array_mut().into_iter().flatten() {
        let (id, previous) = (event["id"].as_u64(), event["previousEventId"].as_u64());
        let (Some(id), Some(previous)) = (id, previous) else { continue };
        match event["type"].as_str() {
            Some("MapRunSucceeded") => drop(starts.insert(id, previous)),
            Some("MapStateExited") => {
                if let Some(start) = starts.get(&previous) {
                    event["previousEventId"] = (*start).into();
                }
            }
            _ => {}
        }
    }
}

fn started(case: &Value, execution: &Value, number: usize) -> Result<Started, String> {
    let input = match execution.get("input_text") {
        Some(text) => text.as_str().ok_or("input_text is no text")?.to_owned(),
        None => spaced(&substitute(execution.get("input").unwrap_or(&json!({})))),
    };
    let bound = |name: &str, otherwise: String| {
        case["bindings"].get(name).and_then(Value::as_str).map_or(otherwise, corpus::substitute_text)
    };
    let machine_name = bound("<ArnPart_0idx>", "machine".to_owned());
    let execution_name = format!("run-{number}");
    let arn = |what: &str| format!("arn:{PARTITION}:states:{REGION}:{ACCOUNT}:{what}:{machine_name}");
    Ok(Started {
        execution_arn: format!("{}:{execution_name}", arn("execution")),
        machine_arn: arn("stateMachine"),
        execution_name,
        role_arn: bound("<snf_role_arn>", format!("arn:{PARTITION}:iam::{ACCOUNT}:role/sfn-role")),
        input: Data::parse(&input).map_err(|e| format!("the input is {e}"))?,
        start_ms: START_MS,
        scope: 0,
        machine_name,
    })
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
    let timeless = |event: &Value| {
        let mut event = unpacked(event);
        if let Some(members) = event.as_object_mut() {
            members.shift_remove("timestamp");
        }
        event
    };
    let recorded: Vec<Value> = recorded.iter().map(timeless).collect();
    let mut events: Vec<Value> = run.history.iter().map(timeless).collect();
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
        // A retry starts the state again, which the recording shows with its number.
        if inside && kind != "ParallelStateStarted" {
            event["id"] = json!([0]);
            event["previousEventId"] = 0.into();
            masked.push(event);
        } else {
            inside = inside || kind == "ParallelStateStarted";
            plain.push(event);
        }
    }
    let (wanted, ordered): (Vec<Value>, Vec<Value>) =
        recorded.iter().cloned().partition(|e| e["id"] == json!([0]));
    variables.as_sets(&wanted, &masked, "inside the Parallel state")?;
    variables.check(&Value::Array(ordered), &Value::Array(plain), "history")
}

/// In every object, a text that is a JSON object is replaced by its value, one level deep.
pub(crate) fn unpacked(value: &Value) -> Value {
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
