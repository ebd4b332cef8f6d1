//! EXPRESS executions of map runs.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::express::{Logs, express};
use crate::map_run::{Outside, call, map, output, processing, runtime};
use crate::map_run_redrive::{counts, definition, failing};
use crate::redrive::redrive;
use crate::rig::{Folder, Rig};

/// The same with EXPRESS executions.
fn in_memory(mut states: Json) -> Json {
    states["M"]["ItemProcessor"]["ProcessorConfig"]["ExecutionType"] = json!("EXPRESS");
    states
}

#[tokio::test(flavor = "multi_thread")]
async fn results_in_the_order_of_the_items() {
    let rig = Outside::with(&[]).rig();
    let items: Vec<String> = (0..300).map(|n| format!("n{n}")).collect();
    let described =
        rig.run(in_memory(processing(call(), json!({"MaxConcurrency": 40}))), &json!(items)).await;
    assert_eq!(output(&described), json!(items));
    let batched = json!({"ItemBatcher": {"MaxItemsPerBatch": 2}});
    let described = rig.run(in_memory(map(batched)), &json!([1, 2, 3])).await;
    assert_eq!(output(&described), json!([{"Items": [1, 2]}, {"Items": [3]}]));
    let items: Vec<u32> = (0..10_000).collect();
    let described = rig.run(in_memory(map(json!({"MaxConcurrency": 10}))), &json!(items)).await;
    assert_eq!(output(&described), json!(items));
    let run = rig.only_run(&described.execution_arn).await;
    assert_eq!((run.execution_counts.succeeded, run.item_counts.succeeded), (10_000, 10_000));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_api_shows() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let writer = json!({"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}});
    let fields = json!({"ToleratedFailureCount": 1, "MaxConcurrency": 2, "ResultWriter": writer});
    let described = rig.run(in_memory(processing(call(), fields)), &json!(["a", "bad", "c"])).await;
    let details = output(&described);
    let run = rig.only_run(&described.execution_arn).await;
    assert_eq!(counts(&run), [2, 1, 0, 0, 0, 0, 0]);
    let all = rig.children(&run.map_run_arn, None).await;
    let [failed] = rig.children(&run.map_run_arn, Some("FAILED")).await.try_into().unwrap();
    assert_eq!((all.len(), &all[1]), (3, &failed));
    let child = failed.execution_arn;
    let machine = described.state_machine_arn.replace(":stateMachine:", ":express:");
    assert_eq!(child, format!("{machine}/L:{}:{}", failed.name, child.rsplit(':').next().unwrap()));
    let shown = rig.describe(&child).await;
    assert_eq!((shown.status.as_str(), shown.input.as_deref()), ("FAILED", Some("\"bad\"")));
    assert_eq!(shown.map_run_arn.as_deref(), Some(run.map_run_arn.as_str()));
    assert_eq!(shown.redrive_status.as_deref(), Some("REDRIVABLE_BY_MAP_RUN"));
    let message = "Invalid Arn: 'Resource type not valid in this context: express'";
    let history = sfn::GetExecutionHistoryInput { execution_arn: child.clone(), ..Default::default() };
    assert_eq!(rig.call(ops::GetExecutionHistory, history).await.unwrap_err().message, message);
    assert_eq!(redrive(&rig, &child).await.unwrap_err().message, message);
    let other = sfn::DescribeExecutionInput { execution_arn: format!("{child}0"), included_data: None };
    assert_eq!(rig.call(ops::DescribeExecution, other).await.unwrap_err().message, message);
    let manifest = outside.object(details["ResultWriterDetails"]["Key"].as_str().unwrap());
    let file = outside.object(manifest["ResultFiles"]["FAILED"][0]["Key"].as_str().unwrap());
    assert_eq!(
        (&file[0]["ExecutionArn"], &file[0]["RedriveStatus"]),
        (&json!(child), &json!("REDRIVABLE_BY_MAP_RUN"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn five_minutes_at_most_and_a_redrive_begins_again() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    // What is not mended waits for too long, after a call that is made again.
    let mut states = call();
    states["T"].as_object_mut().unwrap().remove("End");
    states["T"]["Next"] = json!("C");
    states["T"]["Catch"] = json!([{"ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "W"}]);
    let order = json!({"T": states["T"], "C": {"Type": "Pass", "End": true},
        "W": {"Type": "Wait", "Seconds": 600, "End": true}});
    let states = in_memory(processing(order, json!({"MaxConcurrency": 1})));
    let (execution, run) = failing(&rig, &states, json!(["a", "bad", "c"])).await;
    assert_eq!(counts(&run), [1, 0, 1, 0, 1, 0, 0]);
    let [late] = rig.children(&run.map_run_arn, Some("TIMED_OUT")).await.try_into().unwrap();
    let took = late.stop_date.unwrap().0 - late.start_date.0;
    assert!((300_000..400_000).contains(&took), "{took}");
    outside.mended.store(true, Ordering::SeqCst);
    let before = outside.calls.load(Ordering::SeqCst);
    redrive(&rig, &execution).await.unwrap();
    assert_eq!(output(&rig.ended(&execution).await), json!(["a", "bad", "c"]));
    assert_eq!(outside.calls.load(Ordering::SeqCst), before + 2);
    let run = rig.only_run(&execution).await;
    assert_eq!((run.redrive_count, counts(&run)), (Some(1), [3, 0, 0, 0, 0, 0, 0]));
    let again = rig.children(&run.map_run_arn, None).await[1].clone();
    assert_eq!((again.execution_arn, again.redrive_count), (late.execution_arn, Some(1)));
    assert_eq!((again.redrive_date, again.status.as_str()), (None, "SUCCEEDED"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_execution_stops_them() {
    let rig = Outside::with(&[]).rig();
    let waiting = json!({"W": {"Type": "Wait", "Seconds": 200, "End": true}});
    let states = in_memory(processing(waiting, json!({"MaxConcurrency": 3})));
    let machine = rig.create("m", &definition(&states)).await.unwrap();
    let execution = rig.start(&machine, "run", &json!([1, 2, 3, 4, 5])).await.unwrap();
    while rig.only_run(&execution).await.execution_counts.running != 3 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let stop = sfn::StopExecutionInput { execution_arn: execution.clone(), error: None, cause: None };
    rig.call(ops::StopExecution, stop).await.unwrap();
    while rig.only_run(&execution).await.status == "RUNNING" {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    let run = rig.only_run(&execution).await;
    assert_eq!((run.status.as_str(), counts(&run)), ("ABORTED", [0, 0, 0, 3, 2, 0, 0]));
    redrive(&rig, &execution).await.unwrap();
    assert_eq!(output(&rig.ended(&execution).await), json!([1, 2, 3, 4, 5]));
}

#[test]
fn those_that_ran_are_stopped_after_a_crash_too() {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let outside = Outside::with(&[]);
    let waiting = json!({"W": {"Type": "Wait", "Seconds": 200, "End": true}});
    let definition = definition(&in_memory(processing(waiting, json!({}))));
    let execution = Rig::live(&folder.0, &clock, outside.script(), async |rig| {
        let machine = rig.create("m", &definition).await.unwrap();
        let execution = rig.start(&machine, "run", &json!([1, 2, 3])).await.unwrap();
        while rig.only_run(&execution).await.execution_counts.running != 3 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        execution
    });
    Rig::live(&folder.0, &clock, outside.script(), async |rig| {
        let stop = sfn::StopExecutionInput { execution_arn: execution.clone(), error: None, cause: None };
        rig.call(ops::StopExecution, stop).await.unwrap();
        while rig.only_run(&execution).await.status == "RUNNING" {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert_eq!(counts(&rig.only_run(&execution).await), [0, 0, 0, 3, 0, 0, 0]);
    });
}

#[tokio::test]
async fn they_are_logged() {
    let logs = Arc::new(Logs::default());
    let rig = Rig::new({
        let logs = logs.clone();
        move |operation, input, _| logs.answer(operation, input)
    });
    let each = json!({"P": {"Type": "Pass", "Next": "W"}, "W": {"Type": "Wait", "Seconds": 5, "End": true}});
    let states = in_memory(processing(each, json!({})));
    let create =
        sfn::CreateStateMachineInput { r#type: None, ..express("m", &definition(&states), Some("ALL")) };
    let machine = rig.call(ops::CreateStateMachine, create).await.unwrap().state_machine_arn;
    let execution = rig.start(&machine, "run", &json!([1, 2])).await.unwrap();
    assert_eq!(rig.ended(&execution).await.status, "SUCCEEDED");
    let run = rig.only_run(&execution).await;
    let types = |of: &str| -> Vec<String> {
        let messages = logs.messages.lock().unwrap();
        let own = messages.iter().filter(|message| message["execution_arn"] == of);
        own.map(|message| message["type"].as_str().unwrap().to_owned()).collect()
    };
    let all = [
        "ExecutionStarted",
        "PassStateEntered",
        "PassStateExited",
        "WaitStateEntered",
        "WaitStateExited",
        "ExecutionSucceeded",
    ];
    for child in rig.children(&run.map_run_arn, None).await {
        rig.until("all is logged", || types(&child.execution_arn).len() == all.len()).await;
        assert_eq!(types(&child.execution_arn), all);
    }
}

/// A run that reads, calls and exports, cut once at the call of that number; how many were made.
fn check_cut(cut: Option<(usize, bool)>) -> usize {
    let names: Vec<String> =
        (0..6).map(|n| if n == 4 { "bad".to_owned() } else { format!("n{n}") }).collect();
    let objects = BTreeMap::from([("in.json".to_owned(), json!(names).to_string())]);
    let outside = Arc::new(Outside { objects: Mutex::new(objects), cut, ..Outside::default() });
    let states = in_memory(processing(
        call(),
        json!({
            "MaxConcurrency": 2, "ToleratedFailureCount": 1,
            "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                "Parameters": {"Bucket": "b", "Key": "in.json"}},
            "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"},
                "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSON"}},
        }),
    ));
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let mut execution = None;
    if let Some((at, _)) = cut {
        let first = runtime();
        let rig = first.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), outside.script());
            let machine = rig.create("m", &definition(&states)).await.unwrap();
            execution = Some(rig.start(&machine, "run", &json!({})).await.unwrap());
            outside.crashed.notified().await;
            rig
        });
        if at == 0 {
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
                let machine = rig.create("m", &definition(&states)).await.unwrap();
                rig.start(&machine, "run", &json!({})).await.unwrap()
            }
        };
        let ended = rig.ended(&execution).await;
        assert_eq!(ended.status, "SUCCEEDED", "{cut:?}: {:?} {:?}", ended.error, ended.cause);
        let manifest = outside.object(output(&ended)["ResultWriterDetails"]["Key"].as_str().unwrap());
        let file = manifest["ResultFiles"]["SUCCEEDED"][0]["Key"].as_str().unwrap();
        assert_eq!(outside.object(file), json!(["n0", "n1", "n2", "n3", "n5"]), "{cut:?}");
        let run = rig.only_run(&execution).await;
        assert_eq!(counts(&run), [5, 1, 0, 0, 0, 0, 0], "{cut:?}");
        assert_eq!(rig.children(&run.map_run_arn, None).await.len(), 6, "{cut:?}");
        rig
    });
    second.shutdown_timeout(Duration::from_secs(10));
    rig.crash();
    outside.calls.load(Ordering::SeqCst)
}

#[test]
fn a_crash_at_any_call_loses_nothing() {
    let calls = check_cut(None);
    assert_eq!(calls, 1 + 6 + 3);
    for at in 0..calls {
        for after in [false, true] {
            // Of two that ran, both call again.
            let made = check_cut(Some((at, after)));
            assert!((calls..=calls + 4).contains(&made), "{at} {after}: {made}");
        }
    }
}
