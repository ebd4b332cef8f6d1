//! The machines that are measured, the same for lirio and its peers.

use serde_json::{Map, Value as Json, json};

/// A chain of Pass states.
pub(super) fn passes(count: usize) -> Json {
    let states: Map<String, Json> = (1..=count)
        .map(|n| {
            let state = match n == count {
                true => json!({"Type": "Pass", "End": true}),
                false => json!({"Type": "Pass", "Next": format!("Pass{}", n + 1)}),
            };
            (format!("Pass{n}"), state)
        })
        .collect();
    json!({"StartAt": "Pass1", "States": states})
}

/// An inline Map with one Pass per item of its input.
pub(super) fn map() -> Json {
    json!({"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "INLINE"},
        "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}})
}

/// A distributed Map over the items of a JSON array in a bucket; it keeps no list of results, which would not fit.
pub(super) fn distributed(bucket: &str, key: &str) -> Json {
    json!({"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ResultPath": null,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
            "Parameters": {"Bucket": bucket, "Key": key}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
            "Parameters": {"Bucket": bucket, "Prefix": "results"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}})
}

/// Waits so long, then passes on.
pub(super) fn wait(seconds: u64) -> Json {
    json!({"StartAt": "Wait", "States": {
        "Wait": {"Type": "Wait", "Seconds": seconds, "Next": "Pass"}, "Pass": {"Type": "Pass", "End": true}}})
}

/// A chain of calls; each is committed before it is made, and its answer after.
pub(super) fn tasks(count: usize, machine: &str) -> Json {
    let states: Map<String, Json> = (1..=count)
        .map(|n| {
            let mut state = json!({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:listTagsForResource",
                "Parameters": {"ResourceArn": machine}});
            match n == count {
                true => state["End"] = true.into(),
                false => state["Next"] = format!("Task{}", n + 1).into(),
            }
            (format!("Task{n}"), state)
        })
        .collect();
    json!({"StartAt": "Task1", "States": states})
}
