//! Distributed Map states in virtual time.

use lirio_asl::machine::Machine;
use lirio_asl::{Data, Failure, Outcome, ScheduleTask, StartMapRun, Started, parse};
use lirio_asl_sim::{End, Export, Plan, Settings, Simulation, Tasks};
use serde_json::{Value, json};

/// Tasks take `delay` times ten seconds and fail where the input says so.
#[derive(Default)]
struct World {
    running: Vec<i64>,
    most_at_once: usize,
    exports: Vec<Export>,
}

impl Tasks for World {
    fn begin(&mut self, task: &ScheduleTask, now_ms: i64) -> Result<Plan, String> {
        let input = task.parameters.value();
        let after_ms = input["delay"].as_i64().unwrap_or(1) * 10_000;
        self.running.retain(|end| *end > now_ms);
        self.running.push(now_ms + after_ms);
        self.most_at_once = self.most_at_once.max(self.running.len());
        Ok(match input["error"].as_str() {
            Some(error) => Plan::fails(error, "as told", after_ms),
            None => Plan::succeeds(task.parameters.clone(), after_ms),
        })
    }

    fn items(&mut self, _: &Machine, _: &StartMapRun) -> Result<Result<Vec<Value>, Failure>, String> {
        Ok(Ok(vec![json!({"read": 1}), json!({"read": 2})]))
    }

    fn export(&mut self, _: &StartMapRun, export: Export) -> Result<(), String> {
        self.exports.push(export);
        Ok(())
    }
}

fn started(input: Value) -> Started {
    Started {
        execution_arn: "arn:aws:states:eu-west-1:000000000000:execution:m:e".into(),
        execution_name: "e".into(),
        machine_arn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m".into(),
        machine_name: "m".into(),
        role_arn: "arn:aws:iam::000000000000:role/r".into(),
        input: Data::from_value(input).unwrap(),
        start_ms: 0,
        scope: 0,
    }
}

/// Runs a machine that is one distributed Map with a Task in it, and the fields given.
fn run(fields: Value, input: Value) -> (Value, i64, World) {
    let mut map = json!({
        "Type": "Map",
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Each",
            "States": {"Each": {
                "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:f", "End": true
            }}
        },
        "End": true
    });
    for (name, value) in fields.as_object().unwrap() {
        map[name] = value.clone();
    }
    let machine = parse(&json!({"StartAt": "All", "States": {"All": map}}).to_string()).unwrap();
    let settings = Settings { check_replay: true, ..Settings::default() };
    let mut simulation = Simulation::new(&machine, started(input), settings);
    let mut world = World::default();
    let shown = match simulation.run(&mut world).unwrap() {
        End::Finished(Outcome::Succeeded { output }) => output.value().clone(),
        End::Finished(Outcome::Failed { error, .. }) => error.into(),
        other => panic!("{other:?}"),
    };
    (shown, simulation.elapsed_ms(), world)
}

fn check(fields: Value, input: Value, expected: Value, seconds: i64) {
    let (shown, elapsed, _) = run(fields, input);
    assert_eq!((shown, elapsed), (expected, seconds * 1000));
}

#[test]
fn items_run_side_by_side() {
    let items = json!([{"delay": 1}, {"delay": 3}, {"delay": 2}, {"delay": 1}]);
    check(json!({}), items.clone(), items.clone(), 30);
    let (shown, elapsed, world) = run(json!({"MaxConcurrency": 2}), items.clone());
    assert_eq!((shown, elapsed, world.most_at_once), (items, 40_000, 2));
    check(json!({}), json!([]), json!([]), 0);
}

#[test]
fn failures_up_to_the_threshold() {
    let items = json!([{"delay": 1, "error": "E"}, {"delay": 2}, {"delay": 3, "error": "E"}]);
    check(json!({}), items.clone(), json!("States.ExceedToleratedFailureThreshold"), 10);
    check(
        json!({"ToleratedFailureCount": 1}),
        items.clone(),
        json!("States.ExceedToleratedFailureThreshold"),
        30,
    );
    check(
        json!({"ToleratedFailurePercentage": 60}),
        items.clone(),
        json!("States.ExceedToleratedFailureThreshold"),
        30,
    );
    let (shown, _, _) = run(json!({"ToleratedFailurePercentage": 67}), items);
    // What failed is shown with all there is to know of it.
    assert_eq!(
        (&shown[1], &shown[0]["Status"], &shown[0]["Error"]),
        (&json!({"delay": 2}), &json!("FAILED"), &json!("E"))
    );
}

#[test]
fn readers_selectors_batches_and_writers() {
    let reader = json!({
        "Resource": "arn:aws:states:::s3:getObject",
        "Parameters": {"Bucket": "b", "Key": "k"},
        "ReaderConfig": {"InputType": "JSON"}
    });
    check(json!({"ItemReader": reader}), json!({}), json!([{"read": 1}, {"read": 2}]), 10);
    check(
        json!({"ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value"}}),
        json!(["a", "b"]),
        json!([{"i": 0, "v": "a"}, {"i": 1, "v": "b"}]),
        10,
    );
    check(
        json!({"ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"x": 1}}}),
        json!([1, 2, 3]),
        json!([{"BatchInput": {"x": 1}, "Items": [1, 2]}, {"BatchInput": {"x": 1}, "Items": [3]}]),
        10,
    );
    let writer = json!({
        "Resource": "arn:aws:states:::s3:putObject",
        "Parameters": {"Bucket": "results", "Prefix": "p"},
        "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"}
    });
    let (shown, _, world) = run(json!({"ResultWriter": writer}), json!([1, 2]));
    let export = &world.exports[0];
    assert_eq!(shown["ResultWriterDetails"], json!({"Bucket": "results", "Key": export.objects[1].0}));
    assert!(export.objects[0].0.ends_with("/SUCCEEDED_0.jsonl"));
    assert_eq!(String::from_utf8_lossy(&export.objects[0].1), "1\n2\n");
    let manifest: Value = serde_json::from_slice(&export.objects[1].1).unwrap();
    assert_eq!(manifest["ResultFiles"]["SUCCEEDED"], json!([{"Key": export.objects[0].0, "Size": 4}]));
}

#[test]
fn express_executions_take_five_minutes_at_most() {
    let processor = |kind: &str| {
        json!({"ToleratedFailureCount": 1, "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": "Each",
            "States": {"Each": {"Type": "Task", "End": true,
                "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:f"}}}})
    };
    let items = json!([{"delay": 1}, {"delay": 40}]);
    check(processor("STANDARD"), items.clone(), items.clone(), 400);
    let (shown, elapsed, _) = run(processor("EXPRESS"), items);
    assert_eq!((&shown[0], &shown[1]["Status"]), (&json!({"delay": 1}), &json!("TIMED_OUT")));
    assert_eq!(elapsed, 300_000);
}

/// Found by the properties: a log that was cut after its map run was stopped went on otherwise.
#[test]
fn a_run_that_is_stopped_with_its_branch() {
    let wait = json!({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 5, "Next": "F"}, "F": {"Type": "Fail", "Error": "E"}}});
    let map = json!({"StartAt": "M", "States": {"M": {
        "Type": "Map",
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Each",
            "States": {"Each": {"Type": "Wait", "Seconds": 60, "End": true}}
        },
        "End": true
    }}});
    let both = json!({"Type": "Parallel", "Branches": [wait, map], "End": true});
    let machine = parse(&json!({"StartAt": "Both", "States": {"Both": both}}).to_string()).unwrap();
    let settings = Settings { check_replay: true, ..Settings::default() };
    let mut simulation = Simulation::new(&machine, started(json!([1, 2])), settings);
    let end = simulation.run(&mut World::default()).unwrap();
    assert!(matches!(end, End::Finished(Outcome::Failed { .. })), "{end:?}");
    assert_eq!(simulation.elapsed_ms(), 5_000);
    let types: Vec<String> = simulation.history().into_iter().map(|event| event.event_type).collect();
    assert!(types.contains(&"MapRunAborted".to_owned()), "{types:?}");
    // Both executions had begun.
    assert_eq!(simulation.child_logs().len(), 2);
}
