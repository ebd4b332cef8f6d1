//! Tasks: what they call, what they make of the answers.

use std::sync::{Arc, Mutex};

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Body, Fields, Value};
use serde_json::{Value as Json, json};

use crate::rig::{Rig, value};

fn output(described: &sfn::DescribeExecutionOutput) -> Json {
    let cause = described.cause.as_deref().unwrap_or_default();
    assert_eq!(described.status, "SUCCEEDED", "{:?} {cause}", described.error);
    serde_json::from_str(described.output.as_deref().unwrap()).unwrap()
}

fn task(resource: &str, parameters: Json) -> Json {
    json!({"T": {"Type": "Task", "Resource": resource, "Parameters": parameters, "End": true}})
}

#[tokio::test]
async fn sdk_tasks_call_as_the_role() {
    let rig = Rig::new(|operation, input, caller| {
        assert_eq!(operation, "DescribeEndpoint");
        assert_eq!(caller.principal.arn("aws"), "arn:aws:sts::000000000000:assumed-role/states/run");
        assert!(caller.may_wait);
        let name = input.pointer(&["EndpointName"]).and_then(Value::as_str).unwrap();
        Ok(value(
            json!({"EndpointName": name, "EndpointStatus": "InService", "CreationTime": {"$t": 1_795_341_600_123_i64}}),
        ))
    });
    let resource = "arn:aws:states:::aws-sdk:sagemaker:describeEndpoint";
    let ended = rig.run(task(resource, json!({"EndpointName.$": "$.name"})), &json!({"name": "e"})).await;
    assert_eq!(
        output(&ended),
        json!({"EndpointName": "e", "EndpointStatus": "InService", "CreationTime": "2026-11-22T10:00:00.123Z"})
    );
    assert_eq!(
        rig.types(&ended.execution_arn).await,
        [
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded"
        ]
    );
}

#[tokio::test]
async fn errors_are_named_and_caught() {
    let rig = Rig::new(|operation, _, _| match operation {
        "GetObject" => Err(AwsError::new("NoSuchKey", 404, "The specified key does not exist.")),
        _ => Err(AwsError::access_denied("User: x is not authorized to perform: sagemaker:CreateModel")),
    });
    let catching = |resource: &str, parameters: Json, error: &str| {
        json!({
            "T": {"Type": "Task", "Resource": resource, "Parameters": parameters, "End": true,
                  "Catch": [{"ErrorEquals": [error], "Next": "Caught"}]},
            "Caught": {"Type": "Pass", "End": true},
        })
    };
    let get = "arn:aws:states:::aws-sdk:s3:getObject";
    let ended = rig
        .run(catching(get, json!({"Bucket": "bucket", "Key": "k"}), "S3.NoSuchKeyException"), &json!({}))
        .await;
    let cause = output(&ended)["Cause"].as_str().unwrap().to_owned();
    assert!(
        cause.starts_with("The specified key does not exist. (Service: S3, Status Code: 404, Request ID: "),
        "{cause}"
    );
    let create = "arn:aws:states:::sagemaker:createModel";
    let model = json!({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::000000000000:role/model"});
    let ended = rig.run(catching(create, model, "States.TaskFailed"), &json!({})).await;
    assert_eq!(output(&ended)["Error"], "SageMaker.AmazonSageMakerException");
    let wrong = task(get, json!({"Bucket": "bucket", "Key": "k", "IfModifiedSince.$": "$.when"}));
    let ended = rig.run(wrong, &json!({"when": "tomorrow"})).await;
    assert_eq!(ended.error.as_deref(), Some("States.Runtime"));
}

#[tokio::test]
async fn lambda_functions() {
    let rig = Rig::with(|operation, input, _| {
        assert_eq!(operation, "Invoke");
        let name = input.pointer(&["FunctionName"]).and_then(Value::as_str).unwrap().to_owned();
        let Some(Value::Body(body)) = input.pointer(&["Payload"]).cloned() else { panic!("no payload") };
        Box::pin(async move {
            let payload = String::from_utf8(body.collect(1000).await.unwrap().to_vec()).unwrap();
            let mut answer = Fields::new();
            answer.push("StatusCode", Value::Int(200));
            answer.push("ExecutedVersion", "$LATEST".into());
            if name.ends_with("broken") {
                answer.push("FunctionError", "Unhandled".into());
                let error = r#"{"errorMessage": "no", "errorType": "ValueError"}"#;
                answer.push("Payload", Value::Body(Body::from_bytes(error)));
            } else {
                answer.push("Payload", Value::Body(Body::from_bytes(format!("{{\"got\":{payload}}}"))));
            }
            Ok(Value::Map(answer))
        })
    });
    let invoke = "arn:aws:states:::lambda:invoke";
    let ended =
        rig.run(task(invoke, json!({"FunctionName": "f", "Payload": "HelloWorld"})), &json!({})).await;
    let result = output(&ended);
    assert_eq!(result["Payload"], json!({"got": "HelloWorld"}));
    assert_eq!((&result["StatusCode"], &result["ExecutedVersion"]), (&json!(200), &json!("$LATEST")));
    let ended = rig.run(task(invoke, json!({"FunctionName": "broken"})), &json!({})).await;
    assert_eq!(ended.error.as_deref(), Some("ValueError"));
    let function = json!({"T": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:f", "End": true}});
    let ended = rig.run(function, &json!({"a": [1]})).await;
    assert_eq!(output(&ended), json!({"got": {"a": [1]}}));
    let types = rig.types(&ended.execution_arn).await;
    assert_eq!(types[2..5], ["LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded"]);
}

#[tokio::test]
async fn events_that_the_bus_refuses() {
    let seen = Arc::new(Mutex::new(Json::Null));
    let kept = seen.clone();
    let rig = Rig::new(move |_, input, _| {
        *kept.lock().unwrap() = input.to_json();
        Ok(value(
            json!({"FailedEntryCount": 1, "Entries": [{"ErrorCode": "MalformedDetail", "ErrorMessage": "Detail is malformed."}]}),
        ))
    });
    let entries = json!({"Entries": [{"Detail": {"a": 1}, "DetailType": "t", "Source": "s"}]});
    let ended = rig.run(task("arn:aws:states:::events:putEvents", entries), &json!({})).await;
    assert_eq!(ended.error.as_deref(), Some("EventBridge.FailedEntry"));
    let seen = seen.lock().unwrap();
    assert_eq!(seen["Entries"][0]["Detail"], "{\"a\":1}");
    assert_eq!(seen["Entries"][0]["Resources"], json!([ended.execution_arn, ended.state_machine_arn]));
}

#[tokio::test]
async fn tokens() {
    let token = Arc::new(Mutex::new(None));
    let kept = token.clone();
    let rig = Rig::with(move |_, input, _| {
        let Some(Value::Body(body)) = input.pointer(&["Payload"]).cloned() else { panic!("no payload") };
        let kept = kept.clone();
        Box::pin(async move {
            let payload: Json = serde_json::from_slice(&body.collect(1000).await.unwrap()).unwrap();
            *kept.lock().unwrap() = payload["token"].as_str().map(str::to_owned);
            Ok(value(json!({"StatusCode": 200})))
        })
    });
    let definition = json!({"StartAt": "T", "States": {"T": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 100,
        "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}}, "End": true,
    }}});
    let machine = rig.create("m", &definition).await.unwrap();
    let execution = rig.start(&machine, "good", &json!({})).await.unwrap();
    while !rig.types(&execution).await.contains(&"TaskSubmitted".to_owned()) {
        tokio::task::yield_now().await;
    }
    let task_token = token.lock().unwrap().clone().unwrap();
    for _ in 0..3 {
        rig.clock.advance(80_000);
        let beat = sfn::SendTaskHeartbeatInput { task_token: task_token.clone() };
        rig.call(ops::SendTaskHeartbeat, beat).await.unwrap();
    }
    let answer =
        |output: &str| sfn::SendTaskSuccessInput { task_token: task_token.clone(), output: output.into() };
    assert_eq!(rig.call(ops::SendTaskSuccess, answer("not JSON")).await.unwrap_err().code, "InvalidOutput");
    rig.call(ops::SendTaskSuccess, answer("{\"x\": 1}")).await.unwrap();
    assert_eq!(output(&rig.describe(&execution).await), json!({"x": 1}));
    assert_eq!(rig.call(ops::SendTaskSuccess, answer("1")).await.unwrap_err().code, "TaskTimedOut");
    let wrong = sfn::SendTaskHeartbeatInput { task_token: "?".into() };
    assert_eq!(rig.call(ops::SendTaskHeartbeat, wrong).await.unwrap_err().code, "InvalidToken");

    let execution = rig.start(&machine, "silent", &json!({})).await.unwrap();
    assert_eq!(rig.ended(&execution).await.error.as_deref(), Some("States.Timeout"));
}

#[tokio::test(flavor = "multi_thread")]
async fn child_executions() {
    let rig = Rig::new(|operation, _, _| Err(AwsError::internal(operation)));
    let child = json!({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 5, "Next": "P"},
        "P": {"Type": "Pass", "Result": {"done": true}, "End": true}}});
    let child = rig.create("child", &child).await.unwrap();
    let start = |suffix: &str| format!("arn:aws:states:::states:startExecution{suffix}");
    let parameters = json!({"StateMachineArn": child, "Input": {"a": 1}});
    let result = output(&rig.run(task(&start(".sync:2"), parameters.clone()), &json!({})).await);
    assert_eq!(result["Output"], json!({"done": true}));
    assert_eq!(result["Input"], json!({"a": 1}));
    let result = output(&rig.run(task(&start(".sync"), parameters.clone()), &json!({})).await);
    assert_eq!(result["Output"], "{\"done\":true}");
    let result = output(&rig.run(task(&start(""), parameters.clone()), &json!({})).await);
    assert!(result["ExecutionArn"].as_str().unwrap().contains(":execution:child:"));

    // A parent that is stopped stops its child.
    let definition = json!({"StartAt": "T", "States": task(&start(".sync"), json!({"StateMachineArn": child, "Name": "orphan"}))});
    let parent = rig.create("parent", &definition).await.unwrap();
    let execution = rig.start(&parent, "e", &json!({})).await.unwrap();
    while !rig.types(&execution).await.contains(&"TaskSubmitted".to_owned()) {
        tokio::task::yield_now().await;
    }
    let stop = sfn::StopExecutionInput { execution_arn: execution.clone(), error: None, cause: None };
    rig.call(ops::StopExecution, stop).await.unwrap();
    let orphan = format!("{}:orphan", child.replace(":stateMachine:", ":execution:"));
    while rig.describe(&orphan).await.status == "RUNNING" {
        tokio::task::yield_now().await;
    }
    assert_eq!(rig.describe(&orphan).await.status, "ABORTED");
}
