//! Map runs: what distributed Map states do on the platform.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Body, Fields, Timestamp, Value};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};
use tokio::sync::Notify;

use crate::rig::{Folder, Rig, Script, value};

/// A Map state whose executions pass their input on; `fields` are added or replaced.
pub(crate) fn map(fields: Json) -> Json {
    let mut state = json!({
        "Type": "Map", "Label": "L", "End": true,
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}},
        },
    });
    for (name, value) in fields.as_object().unwrap() {
        state[name] = value.clone();
    }
    json!({ "M": state })
}

/// The same with other states for each item.
pub(crate) fn processing(states: Json, fields: Json) -> Json {
    let mut map = map(fields);
    map["M"]["ItemProcessor"]["StartAt"] = states.as_object().unwrap().keys().next().unwrap().clone().into();
    map["M"]["ItemProcessor"]["States"] = states;
    map
}

/// A call of the outside with the item's name.
pub(crate) fn call() -> Json {
    json!({"T": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:describeEndpoint",
        "Parameters": {"EndpointName.$": "$"}, "ResultSelector": {"name.$": "$.EndpointName"},
        "OutputPath": "$.name", "End": true}})
}

/// S3 and endpoints in memory.
#[derive(Default)]
pub(crate) struct Outside {
    pub(crate) objects: Mutex<BTreeMap<String, String>>,
    pub(crate) calls: AtomicUsize,
    /// The call at which the process ends, and whether its effect remains.
    pub(crate) cut: Option<(usize, bool)>,
    pub(crate) crashed: Notify,
    /// Whether what is bad or missing is not any more.
    pub(crate) mended: AtomicBool,
}

impl Outside {
    pub(crate) fn with(objects: &[(&str, &str)]) -> Arc<Outside> {
        let objects = objects.iter().map(|(key, body)| ((*key).to_owned(), (*body).to_owned())).collect();
        Arc::new(Outside { objects: Mutex::new(objects), ..Outside::default() })
    }

    async fn answer(&self, operation: &'static str, input: &Value) -> Result<Value, AwsError> {
        let text =
            |member: &str| input.pointer(&[member]).and_then(Value::as_str).unwrap_or_default().to_owned();
        match operation {
            "GetObject" => {
                let found = self.objects.lock().unwrap().get(&text("Key")).cloned();
                let missing = || AwsError::new("NoSuchKey", 404, "The specified key does not exist.");
                let mut fields = Fields::new();
                fields.push("Body", Value::Body(Body::from_bytes(found.ok_or_else(missing)?)));
                Ok(Value::Map(fields))
            }
            "PutObject" if text("Bucket") == "none" && !self.mended.load(Ordering::SeqCst) => {
                Err(AwsError::new("NoSuchBucket", 404, "The specified bucket does not exist"))
            }
            "PutObject" => {
                let body = match input.pointer(&["Body"]) {
                    Some(Value::Body(body)) => body.clone().collect(1 << 30).await.unwrap(),
                    other => panic!("{other:?} is no body"),
                };
                let body = String::from_utf8(body.to_vec()).unwrap();
                self.objects.lock().unwrap().insert(text("Key"), body);
                Ok(value(json!({})))
            }
            "ListObjectsV2" => {
                let token = text("ContinuationToken");
                let objects = self.objects.lock().unwrap();
                let mut keys = objects.iter().filter(|(k, _)| k.starts_with(&text("Prefix")) && **k > token);
                // One for each page.
                let first = keys.next().map(|(key, body)| {
                    json!({"Key": key, "Size": body.len(), "ETag": "\"e\"", "StorageClass": "STANDARD",
                        "LastModified": {"$t": 1_668_699_881_000_i64}})
                });
                let next = keys.next().and(first.as_ref()).map(|object| object["Key"].clone());
                Ok(value(
                    json!({"Contents": first.into_iter().collect::<Vec<_>>(), "NextContinuationToken": next}),
                ))
            }
            "DescribeEndpoint"
                if text("EndpointName").starts_with("bad") && !self.mended.load(Ordering::SeqCst) =>
            {
                Err(AwsError::validation("Could not find it."))
            }
            "DescribeEndpoint" => Ok(value(json!({"EndpointName": text("EndpointName"), "EndpointArn": "a",
                "EndpointStatus": "InService"}))),
            other => Err(AwsError::internal(format_args!("{other} is not in the script"))),
        }
    }

    pub(crate) fn script(self: &Arc<Self>) -> Arc<Script> {
        let outside = self.clone();
        Arc::new(move |operation, input, _| {
            let number = outside.calls.fetch_add(1, Ordering::SeqCst);
            let (outside, input) = (outside.clone(), input.clone());
            Box::pin(async move {
                match outside.cut {
                    Some((at, after)) if at == number => {
                        if after {
                            drop(outside.answer(operation, &input).await);
                        }
                        outside.crashed.notify_one();
                        std::future::pending().await
                    }
                    _ => outside.answer(operation, &input).await,
                }
            })
        })
    }

    pub(crate) fn rig(self: &Arc<Self>) -> Rig {
        let script = self.script();
        Rig::with(move |operation, input, caller| script(operation, input, caller))
    }

    pub(crate) fn object(&self, key: &str) -> Json {
        serde_json::from_str(&self.objects.lock().unwrap()[key]).unwrap()
    }
}

impl Rig {
    pub(crate) async fn only_run(&self, execution: &str) -> sfn::DescribeMapRunOutput {
        let input = sfn::ListMapRunsInput { execution_arn: execution.into(), ..Default::default() };
        let runs = self.call(ops::ListMapRuns, input).await.unwrap().map_runs;
        assert_eq!(runs.len(), 1);
        let input = sfn::DescribeMapRunInput { map_run_arn: runs[0].map_run_arn.clone() };
        self.call(ops::DescribeMapRun, input).await.unwrap()
    }

    /// The executions of a run, oldest first.
    pub(crate) async fn children(&self, run: &str, status: Option<&str>) -> Vec<sfn::ExecutionListItem> {
        let (mut all, mut next) = (Vec::new(), None);
        loop {
            let input = sfn::ListExecutionsInput {
                map_run_arn: Some(run.into()),
                status_filter: status.map(str::to_owned),
                max_results: Some(7),
                next_token: next,
                ..Default::default()
            };
            let page = self.call(ops::ListExecutions, input).await.unwrap();
            all.extend(page.executions);
            next = page.next_token;
            if next.is_none() {
                all.reverse();
                return all;
            }
        }
    }
}

pub(crate) fn output(described: &sfn::DescribeExecutionOutput) -> Json {
    match &described.output {
        Some(output) => serde_json::from_str(output).unwrap(),
        None => panic!("{:?} {:?}", described.error, described.cause),
    }
}

/// Runs a Map state on the input and compares the output, or error and cause.
async fn check(states: Json, input: Json, expected: Result<Json, (&str, &str)>) {
    let outside = Outside::with(&[("in.json", "[\"a\", \"b\", \"c\"]"), ("p/1", "x"), ("p/2", "yy")]);
    let rig = outside.rig();
    let described = rig.run(states, &input).await;
    match expected {
        Ok(expected) => assert_eq!(output(&described), expected),
        Err((error, cause)) => {
            assert_eq!((described.error.as_deref(), described.cause.as_deref()), (Some(error), Some(cause)));
        }
    }
}

pub(crate) const EXCEEDED: (&str, &str) =
    ("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");

#[tokio::test(flavor = "multi_thread")]
async fn items_of_the_input() {
    check(map(json!({})), json!([1, {"a": 2}, null]), Ok(json!([1, {"a": 2}, null]))).await;
    check(map(json!({})), json!([]), Ok(json!([]))).await;
    let selected = json!({"ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value"}});
    check(map(selected), json!(["x", "y"]), Ok(json!([{"i": 0, "v": "x"}, {"i": 1, "v": "y"}]))).await;
    let batched =
        json!({"ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"b": 1}}, "MaxConcurrency": 1});
    let batch = |items: Json| json!({"BatchInput": {"b": 1}, "Items": items});
    check(map(batched), json!([1, 2, 3]), Ok(json!([batch(json!([1, 2])), batch(json!([3]))]))).await;
    check(
        processing(call(), json!({"MaxConcurrency": 2})),
        json!(["a", "b", "c"]),
        Ok(json!(["a", "b", "c"])),
    )
    .await;
    let nested = map(json!({"Label": "Inner"}))["M"].clone();
    let nested = processing(json!({ "N": nested }), json!({}));
    check(nested, json!([[1, 2], [3]]), Ok(json!([[1, 2], [3]]))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_and_tolerance() {
    let failing = |fields: Json| processing(call(), fields);
    check(failing(json!({})), json!(["a", "bad"]), Err(EXCEEDED)).await;
    check(failing(json!({"ToleratedFailurePercentage": 40})), json!(["a", "bad"]), Err(EXCEEDED)).await;
    let caught = json!({"Catch": [{"ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "Next": "C"}]});
    let mut states = failing(caught);
    states["C"] = json!({"Type": "Pass", "Result": "caught", "End": true});
    check(states, json!(["bad"]), Ok(json!("caught"))).await;
    let select = json!({"ItemSelector": {"x.$": "$.none"}});
    let cause = "An error occurred while executing the state 'M'. The JSONPath '$.none' specified for the field 'x.$' could not be found in the input '[1]'";
    check(map(select), json!([1]), Err(("States.ParameterPathFailure", cause))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn items_of_s3() {
    let reader = |action: &str, config: Json, parameters: Json| {
        map(
            json!({"ItemReader": {"Resource": format!("arn:aws:states:::s3:{action}"), "ReaderConfig": config, "Parameters": parameters}}),
        )
    };
    let json_items =
        |key: &str| reader("getObject", json!({"InputType": "JSON"}), json!({"Bucket": "b", "Key": key}));
    check(json_items("in.json"), json!({}), Ok(json!(["a", "b", "c"]))).await;
    let cause =
        "The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey)";
    check(json_items("none"), json!({}), Err(("States.ItemReaderFailed", cause))).await;
    let listed = reader("listObjectsV2", json!({}), json!({"Bucket": "b", "Prefix": "p/"}));
    let item = |key: &str, size: u64| json!({"Etag": "\"e\"", "Key": key, "LastModified": 1_668_699_881, "Size": size, "StorageClass": "STANDARD"});
    check(listed, json!({}), Ok(json!([item("p/1", 1), item("p/2", 2)]))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_api_shows() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let states = processing(call(), json!({"ToleratedFailureCount": 5, "MaxConcurrency": 4}));
    let machine = rig.create("m", &json!({"StartAt": "M", "States": states})).await.unwrap();
    let names: Vec<String> =
        (0..20).map(|n| if n % 7 == 3 { format!("bad{n}") } else { format!("n{n}") }).collect();
    let execution = rig.start(&machine, "run", &json!(names)).await.unwrap();
    assert_eq!(rig.ended(&execution).await.status, "SUCCEEDED");
    let run = rig.only_run(&execution).await;
    let counts = &run.execution_counts;
    let shown = (counts.total, counts.succeeded, counts.failed, counts.results_written, counts.running);
    assert_eq!((run.status.as_str(), shown), ("SUCCEEDED", (20, 17, 3, 20, 0)));
    assert_eq!((run.max_concurrency, run.tolerated_failure_count, run.item_counts.total), (4, 5, 20));
    let all = rig.children(&run.map_run_arn, None).await;
    assert_eq!(all.len(), 20);
    assert!(
        all.iter()
            .all(|child| child.item_count == Some(1) && child.map_run_arn.as_ref() == Some(&run.map_run_arn))
    );
    let failed = rig.children(&run.map_run_arn, Some("FAILED")).await;
    assert_eq!((failed.len(), rig.children(&run.map_run_arn, Some("SUCCEEDED")).await.len()), (3, 17));
    let child = rig.describe(&failed[0].execution_arn).await;
    assert_eq!(child.state_machine_arn, format!("{machine}/L"));
    assert_eq!(
        (child.map_run_arn.as_ref(), child.input.as_deref()),
        (Some(&run.map_run_arn), Some("\"bad3\""))
    );
    let types = rig.types(&failed[0].execution_arn).await;
    assert_eq!((types[0].as_str(), types.last().unwrap().as_str()), ("ExecutionStarted", "ExecutionFailed"));
    let input = sfn::DescribeStateMachineForExecutionInput {
        execution_arn: failed[0].execution_arn.clone(),
        included_data: None,
    };
    let of = rig.call(ops::DescribeStateMachineForExecution, input).await.unwrap();
    assert_eq!((of.label.as_deref(), of.map_run_arn), (Some("L"), Some(run.map_run_arn.clone())));
    // Only the execution itself is listed by the machine.
    let input = sfn::ListExecutionsInput { state_machine_arn: Some(machine), ..Default::default() };
    assert_eq!(rig.call(ops::ListExecutions, input).await.unwrap().executions.len(), 1);
    let ended = sfn::UpdateMapRunInput {
        map_run_arn: run.map_run_arn.clone(),
        max_concurrency: Some(1),
        ..Default::default()
    };
    assert_eq!(rig.call(ops::UpdateMapRun, ended).await.unwrap_err().code, "ValidationException");
    let none = sfn::DescribeMapRunInput { map_run_arn: format!("{}x", run.map_run_arn) };
    assert_eq!(rig.call(ops::DescribeMapRun, none).await.unwrap_err().code, "ResourceNotFound");
}

#[tokio::test(flavor = "multi_thread")]
async fn results_are_exported() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let writer =
        json!({"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b", "Prefix": "out"}});
    let states = processing(call(), json!({"ResultWriter": writer, "ToleratedFailurePercentage": 50}));
    let described = rig.run(states, &json!(["x", "bad", "y"])).await;
    let details = output(&described);
    let manifest = outside.object(details["ResultWriterDetails"]["Key"].as_str().unwrap());
    assert_eq!(
        (&manifest["DestinationBucket"], &manifest["MapRunArn"]),
        (&json!("b"), &details["MapRunArn"])
    );
    let file = |name: &str| outside.object(manifest["ResultFiles"][name][0]["Key"].as_str().unwrap());
    let succeeded = file("SUCCEEDED");
    let outputs: Vec<_> = succeeded.as_array().unwrap().iter().map(|child| child["Output"].clone()).collect();
    assert_eq!(outputs, [json!("\"x\""), json!("\"y\"")]);
    let failed = file("FAILED")[0].clone();
    assert_eq!((&failed["Status"], &failed["Input"]), (&json!("FAILED"), &json!("\"bad\"")));
    assert_eq!(manifest["ResultFiles"]["PENDING"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_execution_stops_its_run() {
    let rig = Outside::with(&[]).rig();
    let waiting = json!({"W": {"Type": "Wait", "Seconds": 1_000_000, "End": true}});
    let states = processing(waiting, json!({"MaxConcurrency": 3}));
    let machine = rig.create("m", &json!({"StartAt": "M", "States": states})).await.unwrap();
    let execution = rig.start(&machine, "run", &json!((0..10).collect::<Vec<_>>())).await.unwrap();
    let run = loop {
        let run = rig.only_run(&execution).await;
        if run.execution_counts.running == 3 {
            break run;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    };
    assert_eq!(run.execution_counts.pending, 7);
    // More may run at once from now on.
    let more = sfn::UpdateMapRunInput {
        map_run_arn: run.map_run_arn.clone(),
        max_concurrency: Some(5),
        ..Default::default()
    };
    rig.call(ops::UpdateMapRun, more).await.unwrap();
    while rig.only_run(&execution).await.execution_counts.running != 5 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    // One is stopped alone, and the next takes its place.
    let stop = |arn: &str| sfn::StopExecutionInput { execution_arn: arn.into(), error: None, cause: None };
    let child = rig.children(&run.map_run_arn, Some("RUNNING")).await[0].execution_arn.clone();
    rig.call(ops::StopExecution, stop(&child)).await.unwrap();
    while rig.only_run(&execution).await.execution_counts.pending != 4 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    rig.call(ops::StopExecution, stop(&execution)).await.unwrap();
    let run = loop {
        let run = rig.only_run(&execution).await;
        if run.status != "RUNNING" {
            break run;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    };
    let counts = &run.execution_counts;
    assert_eq!((run.status.as_str(), counts.aborted, counts.running, counts.pending), ("ABORTED", 6, 0, 4));
    assert!(run.stop_date.is_some_and(|stop| stop >= Timestamp(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_items() {
    let rig = Outside::with(&[]).rig();
    let items: Vec<u32> = (0..10_000).collect();
    let described = rig.run(map(json!({"MaxConcurrency": 10})), &json!(items)).await;
    assert_eq!(output(&described), json!(items));
    let run = rig.only_run(&described.execution_arn).await;
    assert_eq!((run.execution_counts.succeeded, run.item_counts.succeeded), (10_000, 10_000));
}

pub(crate) fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// A run that reads, calls and exports, cut once at the call of that number; how many were made.
fn check_cut(cut: Option<(usize, bool)>) -> usize {
    let names: Vec<String> = (0..6).map(|n| format!("n{n}")).collect();
    let objects = BTreeMap::from([("in.json".to_owned(), json!(names).to_string())]);
    let outside = Arc::new(Outside { objects: Mutex::new(objects), cut, ..Outside::default() });
    let states = processing(
        call(),
        json!({
            "MaxConcurrency": 2,
            "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                "Parameters": {"Bucket": "b", "Key": "in.json"}},
            "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"},
                "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSON"}},
        }),
    );
    let definition = json!({"StartAt": "M", "States": states});
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let mut execution = None;
    if cut.is_some() {
        let first = runtime();
        let rig = first.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), outside.script());
            let machine = rig.create("m", &definition).await.unwrap();
            execution = Some(rig.start(&machine, "run", &json!({})).await.unwrap());
            outside.crashed.notified().await;
            rig
        });
        if matches!(cut, Some((0, _))) {
            // The thread that reads the object waits for it; only this lets go of it.
            rig.platform.shutdown.request();
        }
        first.shutdown_timeout(Duration::from_secs(10));
        rig.crash();
    }
    let second = runtime();
    let rig = second.block_on(async {
        let rig = Rig::open(&folder.0, clock.clone(), outside.script());
        let execution = match execution {
            Some(execution) => execution,
            None => {
                let machine = rig.create("m", &definition).await.unwrap();
                rig.start(&machine, "run", &json!({})).await.unwrap()
            }
        };
        let ended = rig.ended(&execution).await;
        assert_eq!(ended.status, "SUCCEEDED", "{cut:?}: {:?} {:?}", ended.error, ended.cause);
        let manifest = outside.object(output(&ended)["ResultWriterDetails"]["Key"].as_str().unwrap());
        let file = manifest["ResultFiles"]["SUCCEEDED"][0]["Key"].as_str().unwrap();
        assert_eq!(outside.object(file), json!(names), "{cut:?}");
        let run = rig.only_run(&execution).await;
        assert_eq!((run.execution_counts.total, run.execution_counts.succeeded), (6, 6), "{cut:?}");
        assert_eq!(rig.children(&run.map_run_arn, None).await.len(), 6, "{cut:?}");
        rig
    });
    second.shutdown_timeout(Duration::from_secs(10));
    rig.crash();
    outside.calls.load(Ordering::SeqCst)
}

#[test]
fn a_run_goes_on_after_a_crash_at_any_call() {
    let calls = check_cut(None);
    assert_eq!(calls, 1 + 6 + 2);
    for at in 0..calls {
        for after in [false, true] {
            check_cut(Some((at, after)));
        }
    }
}

/// Executions that call nothing are cut at moments of their run, wherever it is then.
#[test]
fn a_run_goes_on_after_a_crash_at_any_moment() {
    let items: Vec<u32> = (0..3_000).collect();
    let definition = json!({"StartAt": "M", "States": map(json!({"MaxConcurrency": 7}))});
    for moment in 0..12_u64 {
        let folder = Folder::new();
        let clock = Arc::new(ManualClock::new(1_795_341_600_000));
        let outside = Outside::with(&[]);
        let first = runtime();
        let (rig, execution) = first.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), outside.script());
            let machine = rig.create("m", &definition).await.unwrap();
            let execution = rig.start(&machine, "run", &json!(items)).await.unwrap();
            tokio::time::sleep(Duration::from_millis(moment * 8)).await;
            (rig, execution)
        });
        first.shutdown_timeout(Duration::from_secs(10));
        rig.crash();
        let second = runtime();
        let rig = second.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), outside.script());
            let ended = rig.ended(&execution).await;
            assert_eq!(output(&ended), json!(items), "after {moment}");
            let run = rig.only_run(&execution).await;
            assert_eq!((run.execution_counts.total, run.item_counts.succeeded), (3_000, 3_000));
            rig
        });
        second.shutdown_timeout(Duration::from_secs(10));
        rig.crash();
    }
}

/// Prints how long 100,000 items take: `cargo test -p lirio-states -- --ignored --nocapture hundred`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures, and asserts nothing about time"]
async fn a_hundred_thousand_items() {
    for kind in ["STANDARD", "EXPRESS"] {
        let mut states = map(json!({}));
        states["M"]["ItemProcessor"]["ProcessorConfig"]["ExecutionType"] = kind.into();
        measure(kind, states).await;
    }
}

async fn measure(kind: &str, states: Json) {
    let rig = Outside::with(&[]).rig();
    let items = vec![1; 100_000];
    let definition = json!({"StartAt": "M", "States": states});
    let machine = rig.create("m", &definition).await.unwrap();
    let begun = std::time::Instant::now();
    let execution = rig.start(&machine, "run", &json!(items)).await.unwrap();
    while rig.only_run(&execution).await.status == "RUNNING" {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    println!("100,000 items, {kind}: {:?}", begun.elapsed());
    assert_eq!(output(&rig.describe(&execution).await), json!(items));
}
