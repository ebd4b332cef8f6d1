//! Runs of distributed Map states, in virtual time.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Read;

use lirio_asl::map_run::{Listing, Objects};
use lirio_asl::{Data, Outcome, ScheduleTask, Started, parse};
use lirio_asl_sim::{End, Plan, Settings, Simulation, Storage, Tasks};
use serde_json::{Value, json};

/// Calls of functions take as many seconds as the input says, or fail if it says nothing; objects
/// are in memory.
#[derive(Default)]
struct World {
    objects: BTreeMap<String, String>,
    running: Cell<usize>,
}

impl Tasks for World {
    fn begin(&mut self, task: &ScheduleTask, _: i64) -> Result<Plan, String> {
        self.running.set(self.running.get() + 1);
        Ok(match task.parameters.value().as_i64() {
            Some(seconds) => Plan::succeeds(task.parameters.clone(), seconds * 1000),
            None => Plan::fails("Bad", "no number", 0),
        })
    }

    fn storage(&mut self) -> Option<&mut dyn Storage> {
        Some(self)
    }
}

impl Objects for World {
    fn open<'o>(&'o mut self, _: &str, key: &str, _: Option<&str>) -> Result<Box<dyn Read + 'o>, String> {
        let object = self.objects.get(key).ok_or("The specified key does not exist.")?;
        Ok(Box::new(object.as_bytes()))
    }

    fn list(&mut self, _: &Value, _: Option<&str>) -> Result<Listing, String> {
        Err("nothing is listed here".to_owned())
    }
}

impl Storage for World {
    fn put(&mut self, bucket: &str, key: &str, content: String) -> Result<(), String> {
        if bucket == "closed" {
            return Err("Access Denied".to_owned());
        }
        self.objects.insert(key.to_owned(), content);
        Ok(())
    }
}

/// A machine of one distributed Map state whose executions call a function; `fields` are added.
fn machine(fields: Value) -> String {
    let mut state = json!({
        "Type": "Map", "Label": "L", "End": true,
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Call",
            "States": {"Call": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:f", "End": true}},
        },
    });
    for (name, value) in fields.as_object().unwrap() {
        state[name] = value.clone();
    }
    json!({"StartAt": "M", "States": {"M": state}}).to_string()
}

/// Runs it; the outcome and the seconds that it took.
fn run(definition: &str, input: Value, world: &mut World) -> (Outcome, i64) {
    let machine = parse(definition).unwrap();
    let started = Started {
        execution_arn: "arn:aws:states:eu-west-1:000000000000:execution:m:e".into(),
        execution_name: "e".into(),
        machine_arn: "arn:aws:states:eu-west-1:000000000000:stateMachine:m".into(),
        machine_name: "m".into(),
        role_arn: "arn:aws:iam::000000000000:role/r".into(),
        input: Data::from_value(input).unwrap(),
        start_ms: 0,
        scope: 0,
    };
    let mut simulation =
        Simulation::new(&machine, started, Settings { check_replay: true, ..Settings::default() });
    match simulation.run(world).unwrap() {
        End::Finished(outcome) => (outcome, simulation.elapsed_ms() / 1000),
        End::Waiting => panic!("it waits"),
    }
}

fn check(fields: Value, input: Value, expected: Result<Value, (&str, &str)>, seconds: i64) {
    let (outcome, took) = run(&machine(fields.clone()), input, &mut World::default());
    let expected = match expected {
        Ok(output) => Outcome::Succeeded { output: Data::from_value(output).unwrap() },
        Err((error, cause)) => Outcome::Failed { error: Some(error.into()), cause: Some(cause.into()) },
    };
    assert_eq!((outcome, took), (expected, seconds), "{fields}");
}

const EXCEEDED: (&str, &str) =
    ("States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");

#[test]
fn executions_run_side_by_side() {
    let input = || json!([30, 10, 20]);
    check(json!({}), input(), Ok(input()), 30);
    check(json!({"MaxConcurrency": 1}), input(), Ok(input()), 60);
    check(json!({"MaxConcurrency": 2}), input(), Ok(input()), 30);
    check(json!({}), json!([]), Ok(json!([])), 0);
}

#[test]
fn failures_are_tolerated_up_to_a_number() {
    check(json!({}), json!([5, "x"]), Err(EXCEEDED), 0);
    check(json!({"ToleratedFailurePercentage": 40}), json!([5, "x"]), Err(EXCEEDED), 0);
    let (outcome, _) =
        run(&machine(json!({"ToleratedFailureCount": 1})), json!([5, "x"]), &mut World::default());
    let Outcome::Succeeded { output } = outcome else { panic!("{outcome:?}") };
    let failed = &output.value()[1];
    assert_eq!((&output.value()[0], &failed["Status"]), (&json!(5), &json!("FAILED")));
    assert_eq!((&failed["Error"], &failed["Input"]), (&json!("Bad"), &json!("\"x\"")));
}

#[test]
fn batches() {
    let batched = json!({
        "ItemBatcher": {"MaxItemsPerBatch": 2, "BatchInput": {"a": 1}},
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}},
        },
    });
    let batch = |items: Value| json!({"BatchInput": {"a": 1}, "Items": items});
    check(batched.clone(), json!([1, 2, 3]), Ok(json!([batch(json!([1, 2])), batch(json!([3]))])), 0);
    let mut by_bytes = batched;
    by_bytes["ItemBatcher"] = json!({"MaxInputBytesPerBatch": 22});
    // {"Items":["aaa","bb"]} is as long as a batch may be.
    let batch = |items: Value| json!({ "Items": items });
    let expected = json!([batch(json!(["aaa", "bb"])), batch(json!(["cccc"]))]);
    check(by_bytes.clone(), json!(["aaa", "bb", "cccc"]), Ok(expected), 0);
    let cause = "An error occurred while executing the state 'M'. Item 1 is larger than an input of the child workflow executions may be.";
    check(by_bytes, json!(["a", "b".repeat(20)]), Err(("States.DataLimitExceeded", cause)), 0);
}

#[test]
fn results_that_are_too_large() {
    let fields = json!({
        "ItemSelector": {"all.$": "$", "one.$": "$$.Map.Item.Value"},
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}},
        },
    });
    let input = json!((0..40).map(|n| format!("{n:0500}")).collect::<Vec<_>>());
    let cause = "The state/task 'M' returned a result with a size exceeding the maximum number of bytes service limit.";
    check(fields, input, Err(("States.DataLimitExceeded", cause)), 0);
}

#[test]
fn readers_and_writers() {
    let fields = |bucket: &str| {
        json!({
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "ReaderConfig": {"InputType": "JSON", "MaxItems": 3},
                "Parameters": {"Bucket": "b", "Key.$": "$.key"},
            },
            "ToleratedFailurePercentage": 100,
            "ResultWriter": {
                "Resource": "arn:aws:states:::s3:putObject",
                "Parameters": {"Bucket": bucket, "Prefix": "out"},
                "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"},
            },
        })
    };
    let objects = || BTreeMap::from([("in.json".to_owned(), "[1, \"x\", 2, 3]".to_owned())]);
    let mut world = World { objects: objects(), ..World::default() };
    let (outcome, _) = run(&machine(fields("b")), json!({"key": "in.json"}), &mut world);
    let Outcome::Succeeded { output } = outcome else { panic!("{outcome:?}") };
    let key = output.value()["ResultWriterDetails"]["Key"].as_str().unwrap().to_owned();
    let manifest: Value = serde_json::from_str(&world.objects[&key]).unwrap();
    let file = |name: &str| manifest["ResultFiles"][name][0]["Key"].as_str().unwrap().to_owned();
    assert_eq!(world.objects[&file("SUCCEEDED")], "1\n2\n");
    assert!(world.objects[&file("FAILED")].starts_with("{\"Cause\":\"no number\""));
    assert_eq!(manifest["ResultFiles"]["PENDING"], json!([]));

    let mut world = World { objects: objects(), ..World::default() };
    let (outcome, _) = run(&machine(fields("closed")), json!({"key": "in.json"}), &mut world);
    let failed =
        |error: &str, cause: &str| Outcome::Failed { error: Some(error.into()), cause: Some(cause.into()) };
    assert_eq!(outcome, failed("States.ResultWriterFailed", "Access Denied"));
    let (outcome, _) = run(&machine(fields("b")), json!({"key": "none"}), &mut World::default());
    assert_eq!(outcome, failed("States.ItemReaderFailed", "The specified key does not exist."));
}
