use serde_json::{Value, json};

use super::*;
use crate::command::Outcome;

/// An execution under test: inputs in, what came of them out.
pub(super) struct Bench {
    pub(super) machine: Machine,
    pub(super) execution: Execution,
    pub(super) records: Vec<Record>,
    pub(super) commands: Vec<Command>,
    pub(super) now_ms: i64,
}

impl Bench {
    pub(super) fn start(states: &Value, input: Value) -> Bench {
        Bench::start_machine(&json!({"StartAt": "A", "States": states}), input)
    }

    fn start_machine(definition: &Value, input: Value) -> Bench {
        let machine = crate::parse(&definition.to_string()).unwrap_or_else(|list| panic!("{list:?}"));
        let (execution, records, commands) = (Execution::new(), Vec::new(), Vec::new());
        let mut bench = Bench { machine, execution, records, commands, now_ms: 1000 };
        bench.send(Input::Start(Box::new(Started {
            execution_arn: "arn:aws:states:eu-west-1:000000000000:execution:m:e".into(),
            execution_name: "e".into(),
            machine_arn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m".into(),
            machine_name: "m".into(),
            role_arn: "arn:aws:iam::000000000000:role/r".into(),
            input: Data::from_value(input).unwrap(),
            start_ms: 1000,
            scope: 0,
        })));
        bench
    }

    pub(super) fn send(&mut self, input: Input) {
        let step = decide(&self.machine, &mut self.execution, input, self.now_ms, &mut || 1).unwrap();
        self.records.extend(step.records);
        self.commands = step.commands;
        assert_eq!(Execution::replay(&self.machine, &self.records).unwrap(), self.execution);
    }

    fn refused(&mut self, input: Input) -> DecideError {
        let before = self.execution.clone();
        let error = decide(&self.machine, &mut self.execution, input, self.now_ms, &mut || 1).unwrap_err();
        assert_eq!(self.execution, before, "a refused input changes nothing");
        error
    }

    pub(super) fn events(&self) -> Vec<String> {
        self.records.iter().filter_map(Record::history_event).map(|e| e.event_type).collect()
    }

    pub(super) fn timers(&self) -> Vec<(TimerId, i64)> {
        let set = |c: &Command| match c {
            Command::SetTimer { timer, at_ms } => Some((*timer, *at_ms)),
            _ => None,
        };
        self.commands.iter().filter_map(set).collect()
    }

    pub(super) fn outcome(&self) -> (&'static str, String) {
        match self.execution.outcome() {
            None => ("RUNNING", String::new()),
            Some(outcome @ Outcome::Succeeded { output }) => (outcome.status(), output.text().to_owned()),
            Some(outcome @ (Outcome::Failed { error, cause } | Outcome::Aborted { error, cause })) => {
                let text = |t: &Option<String>| t.clone().unwrap_or_default();
                (outcome.status(), format!("{}: {}", text(error), text(cause)))
            }
            Some(Outcome::TimedOut) => ("TIMED_OUT", String::new()),
        }
    }
}

/// A machine that runs to its end by itself.
fn check(states: &Value, input: Value, status: &str, expected: &str) {
    let bench = Bench::start(states, input);
    assert_eq!(bench.outcome(), (status, expected.to_owned()) as (&str, String));
}

pub(super) fn data(value: Value) -> Data {
    Data::from_value(value).unwrap()
}

const TASK: &str = "arn:aws:states:::sagemaker:createTrainingJob.sync";

#[test]
fn data_flows_through_the_fields_in_order() {
    let states = json!({"A": {
        "Type": "Pass", "InputPath": "$.in", "Parameters": {"x.$": "$.n", "raw": 1},
        "ResultPath": "$.out", "OutputPath": "$['out','keep']", "End": true
    }});
    check(
        &states,
        json!({"in": {"n": 5}, "keep": true}),
        "SUCCEEDED",
        r#"{"out":{"x":5,"raw":1},"keep":true}"#,
    );
    let states = json!({"A": {"Type": "Pass", "InputPath": null, "OutputPath": null, "End": true}});
    check(&states, json!([1]), "SUCCEEDED", "{}");
}

#[test]
fn failures_are_worded_as_the_service_words_them() {
    let at = "An error occurred while executing the state 'A' (entered at the event id #2).";
    let fails = |state: Value, input: Value, expected: &str| {
        check(&json!({"A": state, "B": {"Type": "Succeed"}}), input, "FAILED", &expected.replace("@", at));
    };
    let unreached = |mut state: Value| {
        // A second way out keeps B reachable.
        state["Catch"] = json!([{"ErrorEquals": ["Never"], "Next": "B"}]);
        state
    };
    fails(
        json!({"Type": "Choice", "Choices": [{"Variable": "$.x", "NumericEquals": 1, "Next": "B"}]}),
        json!({}),
        "States.Runtime: @ Invalid path '$.x': The choice state's condition path references an invalid value.",
    );
    fails(
        json!({"Type": "Choice", "Choices": [{"Variable": "$.x", "NumericEquals": 1, "Next": "B"}]}),
        json!({"x": 2}),
        "States.NoChoiceMatched: @ Failed to transition out of the state. The state does not point to a next state.",
    );
    fails(
        json!({"Type": "Pass", "Parameters": {"v.$": "States.StringToJson($.x)"}, "Next": "B"}),
        json!({"x": "{"}),
        "States.IntrinsicFailure: @ The function 'States.StringToJson($.x)' had the following error: Invalid arguments in States.StringToJson",
    );
    fails(
        json!({"Type": "Pass", "ResultPath": "$.x.y", "Next": "B"}),
        json!({"x": 1}),
        "States.ResultPathMatchFailure: @ Unable to apply step \"y\" to input 1",
    );
    fails(
        unreached(json!({"Type": "Task", "Resource": TASK, "Parameters": {"v.$": "$.x"}, "End": true})),
        json!({}),
        "States.ParameterPathFailure: @ The JSONPath '$.x' specified for the field 'v.$' could not be found in the input '{}'",
    );
    let map = |more: Value| {
        let mut map = json!({"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "End": true});
        map.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        unreached(map)
    };
    fails(map(json!({})), json!({}), "States.Runtime: @ Reference path \"$\" must point to array.");
    fails(
        map(json!({"ItemsPath": "$.a.items"})),
        json!({"b": 1}),
        "States.ReferencePathConflict: @ Unable to apply step \"items\" to input {\"b\":1}",
    );
}

#[test]
fn payloads_are_bounded() {
    let long = "a".repeat(200_000);
    let states = json!({"A": {"Type": "Pass", "Parameters": {"x.$": "$", "y.$": "$"}, "End": true}});
    let cause = "States.DataLimitExceeded: The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.";
    check(&states, json!(long), "FAILED", cause);
    // Each turn nests one level deeper, without end.
    let states = json!({"A": {"Type": "Pass", "Parameters": {"x.$": "$"}, "Next": "B"},
        "B": {"Type": "Choice", "Choices": [{"Variable": "$.never", "IsPresent": true, "Next": "C"}], "Default": "A"},
        "C": {"Type": "Succeed"}});
    let bench = Bench::start(&states, json!({}));
    assert!(bench.outcome().1.contains("nests deeper than 120 levels"), "{:?}", bench.outcome());
}

#[test]
fn a_task_runs_retries_and_is_caught() {
    let mut bench = Bench::start(
        &json!({
            "A": {"Type": "Task", "Resource": TASK, "Parameters": {"n.$": "$.name"}, "ResultPath": "$.r", "End": true,
                "Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 2, "MaxAttempts": 2}],
                "Catch": [{"ErrorEquals": ["States.TaskFailed"], "ResultPath": "$.e", "Next": "B"}]},
            "B": {"Type": "Pass", "End": true}
        }),
        json!({"name": "job"}),
    );
    let Command::ScheduleTask(task) = &bench.commands[0] else { panic!("{:?}", bench.commands) };
    assert_eq!(
        (task.parameters.text(), task.retry_count, task.state_name.as_str()),
        (r#"{"n":"job"}"#, 0, "A")
    );
    assert_eq!(task.context["State"]["RetryCount"], 0);
    let fail = |task, error: &str| Input::TaskFailed {
        task,
        error: Some(error.into()),
        cause: None,
        at_submission: false,
    };
    bench.send(Input::TaskStarted { task: 0, worker: None });
    bench.send(Input::TaskStarted { task: 0, worker: None });
    bench.send(Input::TaskSubmitted { task: 0, output: data(json!({"TrainingJobArn": "a"})) });
    let Command::ScheduleTask(again) = &bench.execution.outstanding(&bench.machine)[0] else { panic!() };
    assert_eq!(again.submitted.as_ref().unwrap().text(), r#"{"TrainingJobArn":"a"}"#);
    bench.send(fail(0, "X"));
    assert_eq!(bench.timers(), [(0, 3000)]);
    assert_eq!(
        bench.refused(Input::TaskSucceeded { task: 0, output: data(json!(1)) }),
        DecideError::UnknownTask
    );
    bench.now_ms = 3000;
    bench.send(Input::TimerFired { timer: 0 });
    assert_eq!(bench.refused(Input::TimerFired { timer: 0 }), DecideError::UnknownTimer);
    bench.send(fail(1, "X"));
    assert_eq!(bench.timers(), [(1, 7000)]);
    bench.now_ms = 7000;
    bench.send(Input::TimerFired { timer: 1 });
    bench.send(fail(2, "X"));
    assert_eq!(bench.outcome(), ("SUCCEEDED", r#"{"name":"job","e":{"Error":"X","Cause":null}}"#.into()));
    assert_eq!(bench.refused(Input::Continue), DecideError::Ended);
    let failed = bench.events().iter().filter(|e| *e == "TaskFailed").count();
    assert_eq!((failed, bench.events().iter().filter(|e| *e == "TaskStarted").count()), (3, 1));
}

#[test]
fn timeouts_and_heartbeats() {
    let state = json!({"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"t.$": "$$.Task.Token"}, "TimeoutSeconds": 60, "HeartbeatSecondsPath": "$.h", "End": true,
        "Retry": [{"ErrorEquals": ["States.HeartbeatTimeout"], "MaxAttempts": 1, "IntervalSeconds": 1}]}});
    let mut bench = Bench::start(&state, json!({"h": 10}));
    assert_eq!(bench.timers(), [(0, 61_000), (1, 11_000)]);
    let Some(Command::ScheduleTask(task)) =
        bench.commands.iter().find(|c| matches!(c, Command::ScheduleTask(_)))
    else {
        panic!()
    };
    let token = task.token.clone().unwrap();
    assert_eq!(task.parameters.value()["t"], token.as_str());
    assert_eq!(bench.execution.task_by_token(&token), Some(0));
    bench.now_ms = 9000;
    bench.send(Input::TaskHeartbeat { task: 0 });
    assert_eq!(bench.timers(), [(2, 19_000)]);
    assert!(bench.commands.contains(&Command::CancelTimer { timer: 1 }));
    bench.now_ms = 19_000;
    bench.send(Input::TimerFired { timer: 2 });
    assert!(bench.commands.contains(&Command::CancelTask { task: 0 }));
    assert_eq!(bench.execution.task_by_token(&token), None);
    bench.now_ms = 20_000;
    bench.send(Input::TimerFired { timer: 3 });
    bench.now_ms = 80_000;
    bench.send(Input::TimerFired { timer: 4 });
    assert_eq!(bench.outcome(), ("FAILED", "States.Timeout: ".into()));
}

#[test]
fn the_execution_times_out_or_is_stopped() {
    let definition = json!({"StartAt": "A", "TimeoutSeconds": 5, "States": {"A": {"Type": "Wait", "Seconds": 60, "End": true}}});
    let mut bench = Bench::start_machine(&definition, json!({}));
    assert_eq!(bench.timers(), [(0, 6000), (1, 61_000)]);
    let outstanding = bench.execution.outstanding(&bench.machine);
    assert_eq!(
        outstanding,
        [Command::SetTimer { timer: 0, at_ms: 6000 }, Command::SetTimer { timer: 1, at_ms: 61_000 }]
    );
    bench.send(Input::TimerFired { timer: 0 });
    assert_eq!(bench.outcome().0, "TIMED_OUT");
    let mut bench = Bench::start_machine(&definition, json!({}));
    bench.send(Input::Stop { error: Some("E".into()), cause: None });
    assert_eq!(bench.outcome(), ("ABORTED", "E: ".into()));
    let last = bench.records.last().unwrap().history_event().unwrap();
    assert_eq!((last.event_type.as_str(), last.id, last.previous_event_id), ("ExecutionAborted", 3, 0));
}

#[test]
fn a_failing_branch_ends_the_others() {
    let states = json!({
        "A": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}], "Branches": [
            {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": TASK, "End": true}}},
            {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "W", "States": {
                "W": {"Type": "Wait", "Seconds": 9, "End": true}}}}}},
            {"StartAt": "U", "States": {"U": {"Type": "Task", "Resource": TASK, "End": true}}}
        ]},
        "C": {"Type": "Pass", "End": true}
    });
    let mut bench = Bench::start(&states, json!([1, 2]));
    assert_eq!((bench.commands.len(), bench.timers().len()), (4, 2));
    bench.send(Input::TaskFailed {
        task: 1,
        error: Some("X".into()),
        cause: Some("c".into()),
        at_submission: false,
    });
    assert_eq!(bench.outcome(), ("SUCCEEDED", r#"{"Error":"X","Cause":"c"}"#.into()));
    let events = bench.events();
    let tail: Vec<&str> = events[events.len() - 13..].iter().map(String::as_str).collect();
    assert_eq!(
        tail,
        [
            "TaskFailed",
            // The state that failed the branch, then what still ran.
            "TaskStateAborted",
            "TaskStateAborted",
            "WaitStateAborted",
            "MapIterationAborted",
            "WaitStateAborted",
            "MapIterationAborted",
            "MapStateAborted",
            "ParallelStateFailed",
            "ParallelStateExited",
            "PassStateEntered",
            "PassStateExited",
            "ExecutionSucceeded"
        ]
    );
    assert!(bench.commands.contains(&Command::CancelTask { task: 0 }));
    assert_eq!(bench.commands.iter().filter(|c| matches!(c, Command::CancelTimer { .. })).count(), 2);
}

#[test]
fn a_map_runs_at_most_so_many_iterations_at_once() {
    let states = json!({"A": {"Type": "Map", "MaxConcurrency": 2, "ItemsPath": "$.list", "End": true,
        "ItemSelector": {"v.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index", "all.$": "$.n"},
        "ResultSelector": {"first.$": "$[0]"}, "ResultPath": "$.out",
        "ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": TASK, "End": true}}}}});
    let mut bench = Bench::start(&states, json!({"list": ["a", "b", "c"], "n": 1}));
    assert_eq!(bench.commands.len(), 2);
    bench.send(Input::TaskSucceeded { task: 1, output: data(json!("B")) });
    let Command::ScheduleTask(third) = &bench.commands[0] else { panic!() };
    assert_eq!(third.parameters.text(), r#"{"v":"c","i":2,"all":1}"#);
    assert_eq!(third.context["Map"]["Item"], json!({"Index": 2, "Value": "c"}));
    bench.send(Input::TaskSucceeded { task: 2, output: data(json!("C")) });
    bench.send(Input::TaskSucceeded { task: 0, output: data(json!("A")) });
    assert_eq!(bench.outcome(), ("SUCCEEDED", r#"{"list":["a","b","c"],"n":1,"out":{"first":"A"}}"#.into()));
    let states = json!({"A": {"Type": "Map", "End": true, "Iterator": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}}});
    check(&states, json!([]), "SUCCEEDED", "[]");
}

#[test]
fn a_step_is_bounded_and_so_is_the_history() {
    let machine = json!({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Next": "B"},
        "B": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "C"}], "Default": "A"},
        "C": {"Type": "Succeed"}}});
    let machine = crate::parse(&machine.to_string()).unwrap();
    let mut execution = Execution::new();
    let started = Started {
        execution_arn: String::new(),
        execution_name: String::new(),
        machine_arn: String::new(),
        machine_name: String::new(),
        role_arn: String::new(),
        input: data(json!({})),
        start_ms: 0,
        scope: 0,
    };
    let mut input = Input::Start(Box::new(started));
    let mut steps = 0;
    while execution.outcome().is_none() {
        let step = decide(&machine, &mut execution, input, 0, &mut || 0).unwrap();
        assert!(step.records.len() <= MAX_RECORDS_PER_STEP);
        steps += 1;
        input = Input::Continue;
    }
    assert_eq!((steps, execution.events()), (7, MAX_EVENTS));
    let Some(Outcome::Failed { cause, .. }) = execution.outcome() else { panic!() };
    assert_eq!(cause.as_deref(), Some("The execution reached the maximum number of history events (25000)."));
}

#[test]
fn broken_logs_are_refused() {
    let bench = Bench::start(&json!({"A": {"Type": "Succeed"}}), json!({}));
    let broken = |change: &dyn Fn(&mut Vec<Record>)| {
        let mut records = bench.records.clone();
        change(&mut records);
        Execution::replay(&bench.machine, &records).is_err()
    };
    assert!(broken(&|records| records[1].version = 9));
    assert!(broken(&|records| drop(records.remove(1))));
    assert!(broken(&|records| drop(records.remove(0))));
    assert!(broken(&|records| records.swap(1, 2)));
    assert!(broken(&|records| records.push(records[3].clone())));
    assert!(!broken(&|records| records.truncate(2)));
}
