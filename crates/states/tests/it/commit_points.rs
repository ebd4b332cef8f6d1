//! A crash at every commit, on both sides of it: nothing is lost and nothing is done twice.
//!
//! Each machine runs once without a crash.  Then it runs again and again, and the process ends after its first
//! commit, its second, and so on, until a run has no further commit: once right after the commit, so that nobody
//! acts on it, and once when the next commit is asked for, so that everything has happened and is not recorded.
//! The next process must come to the same history.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Shaped as _, Value};
use lirio_store::{Clock as _, ManualClock, Stop, StopAt, Store};
use serde_json::{Value as Json, json};

use crate::redrive::redrive;
use crate::rig::{Folder, ROLE, Rig, Script, value};

const ACTIVITY: &str = "arn:aws:states:eu-west-1:000000000000:activity:work";
const MACHINE: &str = "arn:aws:states:eu-west-1:000000000000:stateMachine:";

/// The case whose execution is redriven.
const REDRIVEN: &str = "map-run-redriven";

/// A machine and what may be compared of its history.
struct Case {
    name: &'static str,
    states: Json,
    input: Json,
    compare: Compare,
}

#[derive(Clone, Copy, PartialEq)]
enum Compare {
    /// Every event in its place.
    Exactly,
    /// Every event, in any order: branches overtake each other.
    AnyOrder,
    /// How it ends: a worker whose poll was cut off has lost its task, which times out and is tried again.
    End,
}

fn create(name: &str, more: Json) -> Json {
    let mut state = json!({"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createModel",
        "ResultSelector": {"arn.$": "$.ModelArn"},
        "Parameters": {"ModelName.$": name, "ExecutionRoleArn": ROLE, "PrimaryContainer": {"Image": "i"}}});
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    state
}

fn cases() -> Vec<Case> {
    let case = |name, compare, input, states| Case { name, states, input, compare };
    let retry =
        json!([{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 2, "MaxAttempts": 4, "BackoffRate": 1.5}]);
    vec![
        case(
            "leaves",
            Compare::Exactly,
            json!({"n": 3}),
            json!({
                "Pass": {"Type": "Pass", "Result": {"kept": true}, "ResultPath": "$.pass", "Next": "Choice"},
                "Choice": {"Type": "Choice", "Default": "Done",
                    "Choices": [{"Variable": "$.n", "NumericGreaterThan": 2, "Next": "Wait"}]},
                "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Again"},
                "Again": {"Type": "Wait", "Seconds": 3, "Next": "Done"},
                "Done": {"Type": "Succeed"},
            }),
        ),
        case(
            "tasks",
            Compare::Exactly,
            json!({"name": "m"}),
            json!({
                "Retried": create("States.Format('{}-retried-{}', $.name, $$.State.RetryCount)",
                    json!({"Retry": retry, "ResultPath": "$.made", "Next": "Caught", "TimeoutSeconds": 500})),
                "Caught": create("States.Format('{}-refused-{}', $.name, $$.State.RetryCount)", json!({"End": true,
                    "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Last"}]})),
                "Last": create("States.Format('{}-last', $.name)", json!({"ResultPath": "$.last", "End": true})),
            }),
        ),
        case(
            "failing",
            Compare::Exactly,
            json!({"name": "m"}),
            json!({"Refused": create("States.Format('{}-refused-x', $.name)", json!({"End": true}))}),
        ),
        case(
            "parallel",
            Compare::AnyOrder,
            json!({"name": "m"}),
            json!({"Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "A", "States": {"A": create("States.Format('{}-a', $.name)", json!({"End": true}))}},
                {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 4, "Next": "C"},
                    "C": create("States.Format('{}-c', $.name)", json!({"End": true}))}},
            ]}}),
        ),
        case(
            "map",
            Compare::Exactly,
            json!({"items": ["x", "y", "z"]}),
            json!({"Each": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "End": true, "ItemProcessor": {
                "StartAt": "One", "States": {"One": create("States.Format('item-{}', $)", json!({"End": true}))}}}}),
        ),
        case(
            "map-at-once",
            Compare::AnyOrder,
            json!({"items": ["x", "y", "z"]}),
            json!({"Each": {"Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": {
                "StartAt": "One", "States": {"One": create("States.Format('item-{}', $)", json!({"End": true}))}}}}),
        ),
        case(
            "callback",
            Compare::Exactly,
            json!({}),
            json!({
                "Ask": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents.waitForTaskToken",
                    "Parameters": {"Entries": [{"Source": "s", "DetailType": "d", "EventBusName": "default",
                        "Detail": {"token.$": "$$.Task.Token"}}]},
                    "HeartbeatSeconds": 100_000, "Next": "After"},
                "After": create("States.Format('{}-after', $.answer)", json!({"End": true})),
            }),
        ),
        case(
            "nested",
            Compare::Exactly,
            json!({}),
            json!({"Child": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                "Parameters": {"StateMachineArn": format!("{MACHINE}leaves"), "Input": {"n": 3}},
                "ResultSelector": {"output.$": "$.Output"}, "End": true}}),
        ),
        case(
            "job",
            Compare::Exactly,
            json!({}),
            json!({"Train": {"Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
                "Parameters": {"TrainingJobName": "job", "RoleArn": ROLE,
                    "AlgorithmSpecification": {"TrainingImage": "i", "TrainingInputMode": "File"},
                    "OutputDataConfig": {"S3OutputPath": "s3://bucket/out"},
                    "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
                    "StoppingCondition": {"MaxRuntimeInSeconds": 60}},
                "End": true}}),
        ),
        case(
            "activity",
            Compare::End,
            json!({"do": "it"}),
            json!({"Work": {"Type": "Task", "Resource": ACTIVITY, "TimeoutSeconds": 400, "End": true,
                "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 1, "MaxAttempts": 5}]}}),
        ),
        // Its second item fails until the client has seen that, mends it and redrives.
        case(
            REDRIVEN,
            Compare::Exactly,
            json!(["x", "mended", "z"]),
            json!({"Each": {"Type": "Map", "Label": "L", "MaxConcurrency": 1, "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "One", "States": {"One": create("States.Format('item-{}', $)", json!({"End": true}))}}}}),
        ),
        // Executions in memory begin again after a crash: what they call can be called twice.
        case(
            "map-run-express",
            Compare::Exactly,
            json!(["x", "y", "z"]),
            json!({"Each": {"Type": "Map", "Label": "L", "MaxConcurrency": 2, "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
                "StartAt": "Look", "States": {
                    "Look": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:describeModel",
                        "Parameters": {"ModelName.$": "$"}, "Next": "Never",
                        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "Wait"}]},
                    "Never": {"Type": "Fail"},
                    "Wait": {"Type": "Wait", "Seconds": 2, "End": true}}}}}),
        ),
    ]
}

/// What is outside of the platform, and outlives its crash.
struct Outside {
    clock: Arc<ManualClock>,
    /// Things by name, with the time of their creation.
    made: Mutex<BTreeMap<String, i64>>,
    /// Calls that change something, by operation and name.
    calls: Mutex<BTreeMap<String, usize>>,
    /// Tokens that were handed out and not answered.
    tokens: Mutex<Vec<String>>,
    /// Tokens that were ever handed out.
    issued: Mutex<Vec<String>>,
    /// Whether what was to be mended is.
    mended: AtomicBool,
}

impl Outside {
    fn new() -> Arc<Self> {
        Arc::new(Self {
            clock: Arc::new(ManualClock::new(1_795_341_600_000)),
            made: Mutex::default(),
            calls: Mutex::default(),
            tokens: Mutex::default(),
            issued: Mutex::default(),
            mended: AtomicBool::new(false),
        })
    }

    fn script(self: &Arc<Self>) -> Arc<Script> {
        let outside = self.clone();
        Arc::new(move |operation, input, _| {
            let answer = outside.answer(operation, input);
            Box::pin(async move { answer })
        })
    }

    fn answer(&self, operation: &'static str, input: &Value) -> Result<Value, AwsError> {
        let text = |path: &[&str]| input.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (model, job) = (text(&["ModelName"]), text(&["TrainingJobName"]));
        match operation {
            "CreateModel" => {
                self.count(operation, &model);
                if model.ends_with("-mended") && !self.mended.load(Ordering::SeqCst) {
                    return Err(AwsError::new("ThrottlingException", 400, "Rate exceeded"));
                }
                if ["-retried-0", "-retried-1", "-refused-"].iter().any(|refused| model.contains(refused)) {
                    return Err(AwsError::new("ThrottlingException", 400, "Rate exceeded"));
                }
                self.make(&model, AwsError::validation("Cannot create already existing model"))?;
                Ok(value(json!({"ModelArn": format!("arn:{model}")})))
            }
            "CreateTrainingJob" => {
                self.count(operation, &job);
                self.make(&job, AwsError::new("ResourceInUse", 400, "Training job names must be unique."))?;
                Ok(value(json!({"TrainingJobArn": format!("arn:{job}")})))
            }
            "DescribeModel" | "DescribeTrainingJob" => {
                let name = if model.is_empty() { job } else { model };
                let created = self.made.lock().unwrap().get(&name).copied();
                let created = created.ok_or_else(|| AwsError::validation("Could not find it."))?;
                Ok(value(json!({
                    "ModelArn": format!("arn:{name}"), "TrainingJobArn": format!("arn:{name}"), "TrainingJobName": name,
                    "CreationTime": {"$t": created}, "TrainingJobStatus": "Completed", "SecondaryStatus": "Completed",
                })))
            }
            "PutEvents" => {
                let entries = input.to_json();
                let detail = entries["Entries"][0]["Detail"].as_str().unwrap().to_owned();
                let detail: Json = serde_json::from_str(&detail).unwrap();
                let token = detail["token"].as_str().unwrap().to_owned();
                self.count(operation, "");
                self.issued.lock().unwrap().push(token.clone());
                self.tokens.lock().unwrap().push(token);
                Ok(value(json!({"FailedEntryCount": 0, "Entries": [{"EventId": "event"}]})))
            }
            other => Err(AwsError::internal(format_args!("{other} is not in the script"))),
        }
    }

    fn count(&self, operation: &str, name: &str) {
        *self.calls.lock().unwrap().entry(format!("{operation} {name}")).or_default() += 1;
    }

    fn make(&self, name: &str, taken: AwsError) -> Result<(), AwsError> {
        match self.made.lock().unwrap().entry(name.to_owned()) {
            Entry::Occupied(_) => Err(taken),
            Entry::Vacant(free) => {
                free.insert(self.clock.now_ms());
                Ok(())
            }
        }
    }
}

/// What a run came to.
#[derive(Debug, Clone)]
struct Ended {
    status: String,
    output: Option<String>,
    events: Vec<String>,
}

impl Ended {
    fn check(&self, expected: &Ended, here: &str) {
        assert_eq!((&self.status, &self.output), (&expected.status, &expected.output), "{here}");
        for (number, (event, expected)) in self.events.iter().zip(&expected.events).enumerate() {
            assert_eq!(event, expected, "{here}, event {number}");
        }
        assert_eq!(self.events.len(), expected.events.len(), "{here}");
    }
}

/// What a client does, from the beginning: it can be done again where it was cut off.
async fn client(rig: &Rig, outside: &Outside, case: &Case) -> Ended {
    let definition = |states: &Json| json!({"StartAt": states.as_object().unwrap().keys().next().unwrap(), "States": states});
    if case.name == "nested" {
        rig.create("leaves", &definition(&cases()[0].states)).await.unwrap();
    }
    let activity = sfn::CreateActivityInput { name: "work".into(), ..Default::default() };
    rig.call(ops::CreateActivity, activity).await.unwrap();
    let machine = rig.create(case.name, &definition(&case.states)).await.unwrap();
    let execution = match rig.start(&machine, "run", &case.input).await {
        Ok(execution) => execution,
        // It has ended already.
        Err(error) if error.code == "ExecutionAlreadyExists" => {
            format!("arn:aws:states:eu-west-1:000000000000:execution:{}:run", case.name)
        }
        Err(error) => panic!("{error:?}"),
    };
    let worker = async {
        loop {
            let poll = sfn::GetActivityTaskInput { activity_arn: ACTIVITY.into(), worker_name: None };
            let task = rig.call(ops::GetActivityTask, poll).await.unwrap();
            if let Some(token) = task.task_token.filter(|token| !token.is_empty()) {
                answer(rig, &token).await;
            }
        }
    };
    let watcher = async {
        for _ in 0..20_000 {
            let waiting: Vec<String> = outside.tokens.lock().unwrap().clone();
            // Whoever answers before the call itself is recorded leaves another history, on AWS too.
            let submitted =
                !waiting.is_empty() && rig.types(&execution).await.iter().any(|kind| kind == "TaskSubmitted");
            for token in waiting {
                // A token that is not out yet is answered the next time.
                if submitted && answer(rig, &token).await {
                    outside.tokens.lock().unwrap().retain(|waiting| *waiting != token);
                }
            }
            let described = rig.describe(&execution).await;
            if case.name == REDRIVEN
                && (described.status.as_str(), described.redrive_count) == ("FAILED", Some(0))
            {
                outside.mended.store(true, Ordering::SeqCst);
                redrive(rig, &execution).await.unwrap();
            } else if described.status != "RUNNING" {
                return described;
            }
            outside.clock.advance(1_000);
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("{} does not end", case.name)
    };
    let described = tokio::select! {
        described = watcher => described,
        () = worker, if case.name == "activity" => unreachable!("the worker polls for ever"),
    };
    if case.name == REDRIVEN {
        let run = rig.only_run(&execution).await;
        assert_eq!((run.redrive_count, run.execution_counts.succeeded), (Some(1), 3), "{run:?}");
        let children = rig.children(&run.map_run_arn, None).await;
        let redriven: Vec<_> = children.iter().map(|child| child.redrive_count.unwrap()).collect();
        assert_eq!(redriven, [0, 1, 0]);
    }
    let events = rig.history(&execution).await;
    let ids: Vec<i64> = events.iter().map(|event| event.id).collect();
    assert_eq!(ids, (1..=ids.len() as i64).collect::<Vec<_>>(), "{}", case.name);
    let mut events: Vec<String> =
        events.into_iter().map(|event| shown(event, outside, case.compare)).collect();
    match case.compare {
        Compare::Exactly => {}
        Compare::AnyOrder => events.sort(),
        Compare::End => events.clear(),
    }
    Ended { status: described.status, output: described.output.map(|text| steady(&text)), events }
}

/// Answers a token; whether it counted, or had counted before.
async fn answer(rig: &Rig, token: &str) -> bool {
    let output = json!({"answer": "yes"}).to_string();
    let input = sfn::SendTaskSuccessInput { task_token: token.into(), output };
    match rig.call(ops::SendTaskSuccess, input).await {
        Ok(_) => true,
        Err(error) => error.code == "TaskTimedOut",
    }
}

/// An event without what differs from run to run.
fn shown(event: sfn::HistoryEvent, outside: &Outside, compare: Compare) -> String {
    let mut json = event.into_value().to_json();
    let members = json.as_object_mut().unwrap();
    members.remove("timestamp");
    if compare == Compare::AnyOrder {
        members.remove("id");
        members.remove("previousEventId");
    }
    let mut text = json.to_string();
    for token in outside.issued.lock().unwrap().iter() {
        text = text.replace(token, "TOKEN");
    }
    steady(&text)
}

/// A text with times and request ids blotted out.
fn steady(text: &str) -> String {
    let mut steady = String::new();
    let mut run = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_ascii_alphanumeric() || c == '-' {
            run.push(c);
            continue;
        }
        let digits = run.chars().filter(char::is_ascii_digit).count();
        // A request id, or a time in milliseconds.
        steady.push_str(if run.len() >= 10 && digits >= 3 { "#" } else { &run });
        run.clear();
        steady.push(c);
    }
    // `Sun, 22 Nov 2026 10:00:12 GMT`, of answers.
    while let Some(at) = steady.find(" GMT") {
        steady.replace_range(at.saturating_sub(25)..at + 4, "#");
    }
    steady.replace("##", "#").trim_end_matches('\0').to_owned()
}

/// One life of the platform; none where it was cut off.
fn live(folder: &Folder, outside: &Arc<Outside>, case: &Case, stop: Option<Stop>) -> Option<Ended> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let (rig, ended) = runtime.block_on(async {
        let store = match &stop {
            Some(stop) => Store::open_stopping(&folder.0, outside.clock.clone(), stop.clone()),
            None => Store::open_with_clock(&folder.0, outside.clock.clone()),
        };
        let rig = Rig::on(store.unwrap(), &folder.0, outside.clock.clone(), outside.script());
        let reached = async {
            match &stop {
                Some(stop) => stop.reached().await,
                None => std::future::pending().await,
            }
        };
        let ended = tokio::select! {
            ended = client(&rig, outside, case) => Some(ended),
            () = reached => None,
        };
        (rig, ended)
    });
    // Everything of the process is gone at once.
    runtime.shutdown_timeout(Duration::from_secs(10));
    rig.crash();
    ended
}

/// Runs a case with a crash after each commit; how many there were.
fn check(case: &Case) -> u64 {
    let run = || {
        let (folder, outside) = (Folder::new(), Outside::new());
        let ended = live(&folder, &outside, case, None).unwrap();
        (ended, outside.calls.lock().unwrap().clone())
    };
    let (expected, calls) = run();
    run().0.check(&expected, &format!("{}, two runs without a crash", case.name));
    let mut points = 0;
    for at in [StopAt::Commit, StopAt::NextCommit] {
        for commit in 1.. {
            let (folder, outside) = (Folder::new(), Outside::new());
            if let Some(ended) = live(&folder, &outside, case, Some(Stop::new(commit, at))) {
                ended.check(&expected, &format!("{}, without a crash after all", case.name));
                break;
            }
            points += 1;
            let ended = live(&folder, &outside, case, None).unwrap();
            let here = format!("{}, {at:?} {commit}", case.name);
            ended.check(&expected, &here);
            // A call that was under way is made again, once; what it makes is there once, or the histories differ.
            let made = outside.calls.lock().unwrap();
            assert_eq!(made.keys().collect::<Vec<_>>(), calls.keys().collect::<Vec<_>>(), "{here}");
            for (call, count) in made.iter() {
                let before = calls[call];
                assert!((before..=before + 1).contains(count), "{here}: {call} was called {count} times");
            }
        }
    }
    points
}

#[test]
fn a_crash_after_any_commit_changes_nothing() {
    // Two at a time: each run waits for its own disk more than for the processor.
    let cases = cases();
    let next = std::sync::atomic::AtomicUsize::new(0);
    let points = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = check(case);
                    points.lock().unwrap().insert(case.name, found);
                }
            });
        }
    });
    let points = points.into_inner().unwrap();
    println!("{} commit points: {points:?}", points.values().sum::<u64>());
    assert!(points.values().all(|found| *found > 4), "{points:?}");
}
