//! Redriving map runs.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::map_run::{EXCEEDED, Outside, call, map, output, processing, runtime};
use crate::redrive::redrive;
use crate::rig::{Folder, Rig};

pub(crate) fn definition(states: &Json) -> Json {
    json!({"StartAt": "M", "States": states})
}

/// Runs a Map state on items until it fails.
pub(crate) async fn failing(rig: &Rig, states: &Json, items: Json) -> (String, sfn::DescribeMapRunOutput) {
    let machine = rig.create("m", &definition(states)).await.unwrap();
    let execution = rig.start(&machine, "run", &items).await.unwrap();
    let failed = rig.ended(&execution).await;
    assert_eq!((failed.status.as_str(), failed.redrive_status.as_deref()), ("FAILED", Some("REDRIVABLE")));
    let run = rig.only_run(&execution).await;
    (execution, run)
}

/// succeeded, failed, timed out, aborted, pending, waiting to be redriven, lost
pub(crate) fn counts(run: &sfn::DescribeMapRunOutput) -> [i64; 7] {
    let of = &run.execution_counts;
    let lost = of.failures_not_redrivable.unwrap();
    [of.succeeded, of.failed, of.timed_out, of.aborted, of.pending, of.pending_redrive.unwrap(), lost]
}

async fn listed(rig: &Rig, run: &str, filter: &str) -> Vec<String> {
    let input = sfn::ListExecutionsInput {
        map_run_arn: Some(run.into()),
        redrive_filter: Some(filter.into()),
        max_results: Some(2),
        ..Default::default()
    };
    let (mut all, mut input) = (Vec::new(), input);
    loop {
        let page = rig.call(ops::ListExecutions, input.clone()).await.unwrap();
        all.extend(page.executions.into_iter().map(|child| child.execution_arn));
        input.next_token = page.next_token;
        if input.next_token.is_none() {
            return all;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_succeed_goes_on_and_the_rest_starts() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let mut each = call();
    each["T"].as_object_mut().unwrap().remove("End");
    each["T"]["Next"] = json!("P");
    each["P"] = json!({"Type": "Pass", "End": true});
    let first = json!({"F": {"Type": "Pass", "Next": "T"}, "T": each["T"], "P": each["P"]});
    let states = processing(first, json!({"MaxConcurrency": 1}));
    let (execution, before) = failing(&rig, &states, json!(["a", "bad1", "b", "bad2"])).await;
    assert_eq!((before.status.as_str(), counts(&before)), ("FAILED", [1, 1, 0, 0, 2, 0, 0]));
    let [child] = rig.children(&before.map_run_arn, Some("FAILED")).await.try_into().unwrap();
    let child = child.execution_arn;
    let shown = rig.describe(&child).await;
    assert_eq!(
        (shown.redrive_status.as_deref(), shown.redrive_count),
        (Some("REDRIVABLE_BY_MAP_RUN"), Some(0))
    );
    let refused = redrive(&rig, &child).await.unwrap_err();
    assert_eq!(refused.code, "ExecutionNotRedrivable");

    // Still broken: it fails again, and is judged anew.
    redrive(&rig, &execution).await.unwrap();
    let again = rig.ended(&execution).await;
    assert_eq!((again.error.as_deref(), again.cause.as_deref()), (Some(EXCEEDED.0), Some(EXCEEDED.1)));
    let run = rig.only_run(&execution).await;
    assert_eq!(
        (run.map_run_arn.as_str(), counts(&run)),
        (before.map_run_arn.as_str(), [1, 1, 0, 0, 2, 0, 0])
    );

    outside.mended.store(true, Ordering::SeqCst);
    let redriven = redrive(&rig, &execution).await.unwrap();
    let ended = rig.ended(&execution).await;
    assert_eq!(output(&ended), json!(["a", "bad1", "b", "bad2"]));
    let run = rig.only_run(&execution).await;
    assert_eq!(run.map_run_arn, before.map_run_arn);
    assert_eq!((run.status.as_str(), counts(&run)), ("SUCCEEDED", [4, 0, 0, 0, 0, 0, 0]));
    assert_eq!((run.redrive_count, run.start_date), (Some(2), before.start_date));
    assert!(run.redrive_date >= Some(redriven.redrive_date), "{run:?}");
    let types: Vec<_> = rig
        .types(&execution)
        .await
        .into_iter()
        .filter(|t| t.contains("MapRun") || t.contains("Redriven"))
        .collect();
    let twice = ["ExecutionRedriven", "MapRunRedriven"];
    assert_eq!(
        types,
        [&["MapRunStarted", "MapRunFailed"][..], &twice, &["MapRunFailed"], &twice, &["MapRunSucceeded"]]
            .concat()
    );
    let history = rig.history(&execution).await;
    let details = history.iter().rev().find_map(|e| e.map_run_redriven_event_details.clone()).unwrap();
    assert_eq!((details.map_run_arn, details.redrive_count), (Some(run.map_run_arn.clone()), Some(2)));

    // The execution itself was redriven twice, from its second state on.
    let types = rig.types(&child).await;
    assert_eq!(types.iter().filter(|t| *t == "ExecutionRedriven").count(), 2);
    assert_eq!(types.iter().filter(|t| *t == "PassStateEntered").count(), 2);
    assert_eq!(types.iter().filter(|t| *t == "TaskScheduled").count(), 3);
    let shown = rig.describe(&child).await;
    let reason = "Execution is SUCCEEDED and cannot be redriven";
    assert_eq!((shown.redrive_count, shown.redrive_status_reason.as_deref()), (Some(2), Some(reason)));
    assert_eq!(listed(&rig, &run.map_run_arn, "REDRIVEN").await, [child]);
    assert_eq!(listed(&rig, &run.map_run_arn, "NOT_REDRIVEN").await.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_redriven_stays_failed() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    // The first fails at once, the other when the first has failed for too long.
    let mut states = call();
    states["W"] = json!({"Type": "Choice", "Default": "Wait", "Choices": [{"Variable": "$", "StringEquals": "bad1", "Next": "T"}]});
    states["Wait"] = json!({"Type": "Wait", "Seconds": 20 * 24 * 60 * 60, "Next": "T"});
    let order = json!({"W": states["W"], "Wait": states["Wait"], "T": states["T"]});
    let states = processing(order, json!({"ToleratedFailureCount": 1}));
    let machine = rig.create("m", &definition(&states)).await.unwrap();
    let execution = rig.start(&machine, "run", &json!(["bad1", "bad2"])).await.unwrap();
    while rig.only_run(&execution).await.execution_counts.failed == 0 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    rig.clock.advance(20 * 24 * 60 * 60 * 1000);
    assert_eq!(rig.ended(&execution).await.status, "FAILED");
    outside.mended.store(true, Ordering::SeqCst);
    redrive(&rig, &execution).await.unwrap();
    let ended = rig.ended(&execution).await;
    assert_eq!(ended.status, "SUCCEEDED", "{ended:?}");
    let run = rig.only_run(&execution).await;
    assert_eq!(counts(&run), [1, 1, 0, 0, 0, 0, 1]);
    assert_eq!(run.item_counts.failures_not_redrivable, Some(1));
    let [lost] = rig.children(&run.map_run_arn, Some("FAILED")).await.try_into().unwrap();
    let lost = rig.describe(&lost.execution_arn).await;
    assert_eq!((lost.redrive_status.as_deref(), lost.redrive_count), (Some("NOT_REDRIVABLE"), Some(0)));
    assert_eq!(lost.redrive_status_reason.as_deref(), Some("Execution redrivable period exceeded"));
}

#[tokio::test(flavor = "multi_thread")]
async fn items_are_read_again_when_nothing_was_started() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let reader = json!({"ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
        "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket": "b", "Key": "in.json"}}});
    let (execution, before) = failing(&rig, &map(reader), json!({})).await;
    assert_eq!(before.execution_counts.total, 0);
    outside.objects.lock().unwrap().insert("in.json".into(), "[1, 2]".into());
    redrive(&rig, &execution).await.unwrap();
    assert_eq!(output(&rig.ended(&execution).await), json!([1, 2]));
    let run = rig.only_run(&execution).await;
    assert_eq!((run.map_run_arn, run.redrive_count), (before.map_run_arn, Some(1)));
}

#[tokio::test(flavor = "multi_thread")]
async fn results_are_exported_when_the_bucket_is_there() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let writer = json!({"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "none"}});
    let states = processing(call(), json!({"ResultWriter": writer, "ToleratedFailureCount": 5}));
    let (execution, run) = failing(&rig, &states, json!(["a", "bad"])).await;
    assert_eq!(counts(&run), [1, 1, 0, 0, 0, 0, 0]);
    let failed = rig.describe(&execution).await;
    assert_eq!(failed.error.as_deref(), Some("States.ResultWriterFailed"));
    outside.mended.store(true, Ordering::SeqCst);
    redrive(&rig, &execution).await.unwrap();
    let details = output(&rig.ended(&execution).await);
    let manifest = outside.object(details["ResultWriterDetails"]["Key"].as_str().unwrap());
    let file = outside.object(manifest["ResultFiles"]["SUCCEEDED"][0]["Key"].as_str().unwrap());
    let shown: Vec<_> = file.as_array().unwrap().iter().map(|child| child["RedriveCount"].clone()).collect();
    assert_eq!(shown, [json!(0), json!(1)]);
    assert_eq!(manifest["ResultFiles"]["FAILED"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_is_still_ending_ends_first() {
    let rig = Outside::with(&[]).rig();
    let waiting = json!({"W": {"Type": "Wait", "Seconds": 1_000, "End": true}});
    let states = processing(waiting, json!({"MaxConcurrency": 100}));
    let machine = rig.create("m", &definition(&states)).await.unwrap();
    let items: Vec<u32> = (0..300).collect();
    let execution = rig.start(&machine, "run", &json!(items)).await.unwrap();
    while rig.only_run(&execution).await.execution_counts.running != 100 {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    for count in 1..=3 {
        let stop = sfn::StopExecutionInput { execution_arn: execution.clone(), error: None, cause: None };
        rig.call(ops::StopExecution, stop).await.unwrap();
        redrive(&rig, &execution).await.unwrap();
        let run = rig.only_run(&execution).await;
        assert_eq!((run.status.as_str(), run.redrive_count), ("RUNNING", Some(count)));
    }
    let ended = rig.ended(&execution).await;
    assert_eq!(output(&ended), json!(items));
    let run = rig.only_run(&execution).await;
    assert_eq!((run.redrive_count, counts(&run)), (Some(3), [300, 0, 0, 0, 0, 0, 0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_more_at_once_than_may_run() {
    let outside = Outside::with(&[]);
    let rig = outside.rig();
    let states = json!({"W": {"Type": "Wait", "Seconds": 10, "Next": "T"}, "T": call()["T"]});
    let states = processing(states, json!({"MaxConcurrency": 2, "ToleratedFailureCount": 4}));
    let names: Vec<String> = (0..5).map(|n| format!("bad{n}")).collect();
    let (execution, _) = failing(&rig, &states, json!(names)).await;
    // `T` fails at once now, and the run with the fifth; nothing but time passes between.
    let mut most = 0;
    redrive(&rig, &execution).await.unwrap();
    outside.mended.store(true, Ordering::SeqCst);
    let mut seen = Vec::new();
    while rig.describe(&execution).await.status == "RUNNING" {
        let run = rig.only_run(&execution).await;
        most = most.max(run.execution_counts.running);
        seen.push(run.execution_counts.pending_redrive.unwrap());
        rig.clock.advance(1_000);
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    assert!(most <= 2, "{most}");
    assert!(seen.is_sorted_by(|a, b| a >= b), "{seen:?}");
    assert_eq!(output(&rig.ended(&execution).await), json!(names));
}

/// A run that fails, is mended and redriven, cut once at the call of that number; how many were made.
fn check_cut(cut: Option<(usize, bool)>) -> usize {
    let names: Vec<String> =
        (0..5).map(|n| if n % 2 == 1 { format!("bad{n}") } else { format!("n{n}") }).collect();
    let objects = BTreeMap::from([("in.json".to_owned(), json!(names).to_string())]);
    let outside = Arc::new(Outside { objects: Mutex::new(objects), cut, ..Outside::default() });
    let states = processing(
        call(),
        json!({
            "MaxConcurrency": 1, "ToleratedFailureCount": 1,
            "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                "Parameters": {"Bucket": "b", "Key": "in.json"}},
            "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"},
                "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSON"}},
        }),
    );
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let life = async |rig: &Rig| {
        let machine = rig.create("m", &definition(&states)).await.unwrap();
        let execution = match rig.start(&machine, "run", &json!({})).await {
            Ok(execution) => execution,
            Err(error) if error.code == "ExecutionAlreadyExists" => {
                machine.replace(":stateMachine:", ":execution:") + ":run"
            }
            Err(error) => panic!("{error:?}"),
        };
        let mut ended = rig.ended(&execution).await;
        if ended.redrive_count == Some(0) {
            assert_eq!(ended.status, "FAILED", "{cut:?}");
            outside.mended.store(true, Ordering::SeqCst);
            redrive(rig, &execution).await.unwrap();
            ended = rig.ended(&execution).await;
        }
        assert_eq!(ended.status, "SUCCEEDED", "{cut:?}: {:?} {:?}", ended.error, ended.cause);
        let manifest = outside.object(output(&ended)["ResultWriterDetails"]["Key"].as_str().unwrap());
        let file = manifest["ResultFiles"]["SUCCEEDED"][0]["Key"].as_str().unwrap();
        assert_eq!(outside.object(file), json!(names), "{cut:?}");
        let run = rig.only_run(&execution).await;
        assert_eq!((run.redrive_count, counts(&run)), (Some(1), [5, 0, 0, 0, 0, 0, 0]), "{cut:?}");
        let children = rig.children(&run.map_run_arn, None).await;
        let redriven: Vec<_> = children.iter().map(|child| child.redrive_count.unwrap()).collect();
        assert_eq!(redriven, [0, 1, 0, 1, 0], "{cut:?}");
    };
    let reached = Arc::new(AtomicBool::new(false));
    if let Some((at, _)) = cut {
        let first = runtime();
        let rig = first.block_on(async {
            let rig = Rig::open(&folder.0, clock.clone(), outside.script());
            tokio::select! {
                () = life(&rig) => {}
                () = outside.crashed.notified() => reached.store(true, Ordering::SeqCst),
            }
            rig
        });
        assert!(reached.load(Ordering::SeqCst), "{cut:?} is not reached");
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
        life(&rig).await;
        rig
    });
    second.shutdown_timeout(Duration::from_secs(10));
    rig.crash();
    outside.calls.load(Ordering::SeqCst)
}

#[test]
fn a_redriven_run_goes_on_after_a_crash_at_any_call() {
    let calls = check_cut(None);
    // Read; four of five, of which two fail; export; these two and the fifth; export.
    assert_eq!(calls, 1 + 4 + 4 + 3 + 2);
    for at in 0..calls {
        for after in [false, true] {
            check_cut(Some((at, after)));
        }
    }
}
