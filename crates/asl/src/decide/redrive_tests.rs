//! What a redrive does with the runs of distributed Map states.

use serde_json::{Value, json};

use super::tests::{Bench, data};
use super::*;

fn distributed(more: Value) -> Value {
    let mut state = json!({"Type": "Map", "Label": "L", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}});
    for (name, value) in more.as_object().unwrap() {
        state[name] = value.clone();
    }
    state
}

fn failed(run: MapRunId, error: &str) -> Input {
    Input::MapRunFailed { run, error: Some(error.into()), cause: None }
}

/// The events since the last one of this type, and the run that is to start with its count.
fn since(bench: &Bench, event: &str) -> (Vec<String>, Option<(MapRunId, u64)>) {
    let events = bench.events();
    let at = events.iter().rposition(|e| e == event).unwrap();
    let run = bench.commands.iter().find_map(|command| match command {
        Command::StartMapRun(start) => Some((start.run, start.redrives)),
        _ => None,
    });
    (events[at..].to_vec(), run)
}

/// Ends the run of a Map state so, redrives, and compares what follows.
fn check(end: Input, events: &[&str], run: Option<(MapRunId, u64)>) {
    let mut bench = Bench::start(&json!({"A": distributed(json!({"OutputPath": "$[1]"}))}), json!([1]));
    bench.send(end.clone());
    assert!(bench.execution.outcome().is_some(), "{end:?}");
    bench.send(Input::Redrive);
    let events: Vec<String> = events.iter().map(|event| (*event).to_owned()).collect();
    assert_eq!(since(&bench, "ExecutionRedriven"), (events, run), "{end:?}");
}

#[test]
fn a_run_goes_on_or_another_one_starts() {
    let same = ["ExecutionRedriven", "MapRunRedriven"];
    let other = ["ExecutionRedriven", "MapStateStarted", "MapRunStarted"];
    check(failed(0, "States.ExceedToleratedFailureThreshold"), &same, Some((0, 1)));
    check(failed(0, "States.ItemReaderFailed"), &same, Some((0, 1)));
    check(failed(0, "States.ResultWriterFailed"), &same, Some((0, 1)));
    check(Input::Stop { error: None, cause: None }, &same, Some((0, 1)));
    check(failed(0, "States.DataLimitExceeded"), &other, Some((1, 0)));
    check(failed(0, "States.Runtime"), &other, Some((1, 0)));
    // The run succeeded, and its result has nothing at `OutputPath`.
    check(Input::MapRunSucceeded { run: 0, output: data(json!([1])) }, &other, Some((1, 0)));
}

#[test]
fn events_hang_together() {
    let mut bench = Bench::start(&json!({"A": distributed(json!({}))}), json!([1]));
    bench.send(failed(0, "E"));
    for count in 1..=3 {
        bench.send(Input::Redrive);
        let last = bench.records.last().unwrap();
        let event = last.history_event().unwrap();
        assert_eq!(event.previous_event_id + 1, event.id);
        let (name, details) = event.details.unwrap();
        assert_eq!((name.as_str(), &details["redriveCount"]), ("mapRunRedrivenEventDetails", &json!(count)));
        let started = bench.records.iter().find_map(|record| match &record.change {
            Change::MapRunStarted { arn, .. } => Some(arn.clone()),
            _ => None,
        });
        assert_eq!(details["mapRunArn"].as_str(), started.as_deref());
        // After a crash it is issued again as it was.
        assert_eq!(bench.execution.outstanding(&bench.machine), bench.commands, "{count}");
        bench.send(failed(0, "E"));
    }
    bench.send(Input::Redrive);
    bench.send(Input::MapRunSucceeded { run: 0, output: data(json!([2])) });
    assert_eq!(bench.outcome(), ("SUCCEEDED", "[2]".to_owned()));
    let (events, _) = since(&bench, "MapRunRedriven");
    let end =
        ["MapRunRedriven", "MapRunSucceeded", "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded"];
    assert_eq!(events, end);
}

#[test]
fn a_run_in_a_branch_goes_on() {
    let branch = |state: Value| json!({"StartAt": "M", "States": {"M": state}});
    let other = json!({"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync"}}});
    let both =
        json!({"A": {"Type": "Parallel", "End": true, "Branches": [branch(distributed(json!({}))), other]}});
    // Either the run fails, or it is aborted because the other branch does.
    let task = Input::TaskFailed { task: 0, error: None, cause: None, at_submission: false };
    for end in [failed(0, "E"), task] {
        let mut bench = Bench::start(&both, json!([1]));
        bench.send(end.clone());
        assert_eq!(bench.outcome().0, "FAILED", "{end:?}");
        bench.send(Input::Redrive);
        assert_eq!(since(&bench, "MapRunRedriven").1, Some((0, 1)), "{end:?}");
        bench.send(Input::MapRunSucceeded { run: 0, output: data(json!([3])) });
        bench.send(Input::TaskSucceeded { task: 1, output: data(json!(4)) });
        assert_eq!(bench.outcome(), ("SUCCEEDED", "[[3],4]".to_owned()), "{end:?}");
    }
}

#[test]
fn a_retry_starts_another_run_and_that_one_goes_on() {
    let retry = json!({"Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 1, "IntervalSeconds": 1}]});
    let mut bench = Bench::start(&json!({"A": distributed(retry)}), json!([1]));
    bench.send(failed(0, "E"));
    let (timer, at_ms) = bench.timers()[0];
    bench.now_ms = at_ms;
    bench.send(Input::TimerFired { timer });
    assert_eq!(since(&bench, "MapRunStarted").1, Some((1, 0)));
    bench.send(failed(1, "E"));
    bench.send(Input::Redrive);
    assert_eq!(since(&bench, "MapRunRedriven").1, Some((1, 1)));
}

#[test]
fn a_thousand_times_at_most() {
    let mut bench = Bench::start(&json!({"A": distributed(json!({}))}), json!([1]));
    bench.send(failed(0, "E"));
    // Replaying the whole log a thousand times would test nothing more.
    let mut send = |input| {
        let step = decide(&bench.machine, &mut bench.execution, input, 1000, &mut || 1).unwrap();
        bench.records.extend(step.records);
    };
    for _ in 0..1000 {
        send(Input::Redrive);
        send(failed(0, "E"));
    }
    for _ in 0..2 {
        bench.send(Input::Redrive);
        assert!(bench.outcome().1.starts_with("States.Runtime: "), "{:?}", bench.outcome());
        assert_eq!(
            since(&bench, "ExecutionRedriven").0,
            ["ExecutionRedriven", "MapStateFailed", "ExecutionFailed"]
        );
    }
}

#[test]
fn a_result_that_cannot_be_used_is_got_again() {
    let task = json!({"A": {"Type": "Task", "OutputPath": "$.x", "End": true,
        "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync"}});
    let mut bench = Bench::start(&task, json!({}));
    bench.send(Input::TaskSucceeded { task: 0, output: data(json!({})) });
    assert_eq!(bench.outcome().0, "FAILED");
    bench.send(Input::Redrive);
    bench.send(Input::TaskSucceeded { task: 1, output: data(json!({"x": 1})) });
    assert_eq!(bench.outcome(), ("SUCCEEDED", "1".to_owned()));
}
