//! Express machines, and what is logged.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Value};
use lirio_service::BoxFuture;
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::rig::{Folder, ROLE, Rig, Script, value};

const GROUP: &str = "arn:aws:logs:eu-west-1:000000000000:log-group:g:*";

fn lambda() -> Json {
    json!({"StartAt": "L", "States": {"L": {"Type": "Task", "End": true,
        "Resource": "arn:aws:lambda:eu-west-1:000000000000:function:f"}}})
}

pub(crate) fn express(name: &str, definition: &Json, level: Option<&str>) -> sfn::CreateStateMachineInput {
    let destination = sfn::LogDestination {
        cloud_watch_logs_log_group: Some(sfn::CloudWatchLogsLogGroup { log_group_arn: Some(GROUP.into()) }),
    };
    sfn::CreateStateMachineInput {
        name: name.into(),
        definition: definition.to_string(),
        role_arn: ROLE.into(),
        r#type: Some("EXPRESS".into()),
        logging_configuration: level.map(|level| sfn::LoggingConfiguration {
            level: Some(level.into()),
            include_execution_data: Some(true),
            destinations: Some(vec![destination]),
        }),
        ..Default::default()
    }
}

fn sync(machine: &str) -> sfn::StartSyncExecutionInput {
    sfn::StartSyncExecutionInput {
        state_machine_arn: machine.into(),
        name: Some("s".into()),
        input: Some("{\"x\":1}".into()),
        ..Default::default()
    }
}

/// Log groups and streams, enough for a writer.
#[derive(Default)]
pub(crate) struct Logs {
    streams: Mutex<Vec<String>>,
    pub(crate) messages: Mutex<Vec<Json>>,
}

impl Logs {
    pub(crate) fn answer(&self, operation: &str, input: &Value) -> Result<Value, AwsError> {
        let text = |member: &'static str| {
            input.pointer(&[member]).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        match operation {
            "DescribeLogGroups" if text("logGroupNamePrefix") == "g" => {
                Ok(value(json!({"logGroups": [{"logGroupName": "g"}]})))
            }
            "DescribeLogGroups" => Ok(value(json!({"logGroups": []}))),
            "CreateLogStream" => {
                self.streams.lock().unwrap().push(text("logStreamName"));
                Ok(Value::Null)
            }
            "PutLogEvents" if self.streams.lock().unwrap().contains(&text("logStreamName")) => {
                let events = input.to_json()["logEvents"].clone();
                for event in events.as_array().unwrap() {
                    let message = serde_json::from_str(event["message"].as_str().unwrap()).unwrap();
                    self.messages.lock().unwrap().push(message);
                }
                Ok(Value::Null)
            }
            "PutLogEvents" => Err(AwsError::new("ResourceNotFoundException", 400, "no stream")),
            other => Err(AwsError::internal(other)),
        }
    }

    fn types(&self) -> Vec<String> {
        let messages = self.messages.lock().unwrap();
        messages.iter().map(|message| message["type"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test]
async fn synchronous_executions() {
    let rig = Rig::new(|operation, input, _| match operation {
        "Invoke" => Ok(value(json!({"StatusCode": 200}))).map(|_: Value| {
            let payload = input.pointer(&["Payload"]).is_some();
            let mut fields = lirio_api::Fields::new();
            fields.push("StatusCode", Value::Int(200));
            fields.push(
                "Payload",
                Value::Body(lirio_api::Body::from_bytes(format!("{{\"called\":{payload}}}"))),
            );
            Value::Map(fields)
        }),
        other => Err(AwsError::internal(other)),
    });
    let machine =
        rig.call(ops::CreateStateMachine, express("m", &lambda(), None)).await.unwrap().state_machine_arn;
    let ended = rig.call(ops::StartSyncExecution, sync(&machine)).await.unwrap();
    assert_eq!((ended.status.as_str(), ended.output.as_deref()), ("SUCCEEDED", Some("{\"called\":true}")));
    assert!(ended.execution_arn.starts_with("arn:aws:states:eu-west-1:000000000000:express:m:s:"));
    assert_eq!(ended.input.as_deref(), Some("{\"x\":1}"));
    assert_eq!(ended.billing_details.unwrap().billed_memory_used_in_mb, Some(64));
    let meta = sfn::StartSyncExecutionInput { included_data: Some("METADATA_ONLY".into()), ..sync(&machine) };
    let meta = rig.call(ops::StartSyncExecution, meta).await.unwrap();
    assert_eq!((meta.input, meta.output, meta.status.as_str()), (None, None, "SUCCEEDED"));

    let fails = json!({"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E", "Cause": "C"}}});
    let fails =
        rig.call(ops::CreateStateMachine, express("f", &fails, None)).await.unwrap().state_machine_arn;
    let failed = rig.call(ops::StartSyncExecution, sync(&fails)).await.unwrap();
    assert_eq!(
        (failed.status.as_str(), failed.error.as_deref(), failed.cause.as_deref()),
        ("FAILED", Some("E"), Some("C"))
    );

    let standard =
        rig.create("s", &json!({"StartAt": "S", "States": {"S": {"Type": "Succeed"}}})).await.unwrap();
    let refused = rig.call(ops::StartSyncExecution, sync(&standard)).await.unwrap_err();
    assert_eq!(refused.code, "StateMachineTypeNotSupported");
    // What is asked of an express execution, and of its machine, is told what it is.
    let list = sfn::ListExecutionsInput { state_machine_arn: Some(machine), ..Default::default() };
    assert_eq!(rig.call(ops::ListExecutions, list).await.unwrap_err().code, "StateMachineTypeNotSupported");
    let describe = sfn::DescribeExecutionInput { execution_arn: ended.execution_arn, included_data: None };
    let refused = rig.call(ops::DescribeExecution, describe).await.unwrap_err();
    assert_eq!(refused.message, "Invalid Arn: 'Resource type not valid in this context: express'");
}

#[tokio::test]
async fn five_minutes_at_most() {
    let rig = Arc::new(Rig::new(|operation, _, _| Err(AwsError::internal(operation))));
    let waits = json!({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3600, "End": true}}});
    let machine =
        rig.call(ops::CreateStateMachine, express("m", &waits, None)).await.unwrap().state_machine_arn;
    let ended = tokio::spawn({
        let rig = rig.clone();
        async move { rig.call(ops::StartSyncExecution, sync(&machine)).await }
    });
    while !ended.is_finished() {
        rig.clock.advance(10_000);
        tokio::task::yield_now().await;
    }
    let ended = ended.await.unwrap().unwrap();
    assert_eq!(ended.status, "TIMED_OUT");
    let took = ended.stop_date.0 - ended.start_date.0;
    assert!((300_000..400_000).contains(&took), "{took}");
}

#[test]
fn an_accepted_execution_begins_again_after_a_crash() {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let calls = Arc::new(AtomicUsize::new(0));
    let logs = Arc::new(Logs::default());
    let script = |hangs: bool| -> Arc<Script> {
        let (calls, logs) = (calls.clone(), logs.clone());
        Arc::new(move |operation, input: &Value, _: &_| -> BoxFuture<'static, Result<Value, AwsError>> {
            if operation != "Invoke" {
                let answer = logs.answer(operation, input);
                return Box::pin(async move { answer });
            }
            calls.fetch_add(1, Ordering::SeqCst);
            Box::pin(async move {
                if hangs {
                    std::future::pending::<()>().await;
                }
                let mut fields = lirio_api::Fields::new();
                fields.push("StatusCode", Value::Int(200));
                fields.push("Payload", Value::Body(lirio_api::Body::from_bytes("{}")));
                Ok(Value::Map(fields))
            })
        })
    };
    let execution = Rig::live(&folder.0, &clock, script(true), async |rig| {
        let create = express("m", &lambda(), Some("ALL"));
        let machine = rig.call(ops::CreateStateMachine, create).await.unwrap().state_machine_arn;
        let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
        rig.until("the function is called", || calls.load(Ordering::SeqCst) == 1).await;
        execution
    });
    Rig::live(&folder.0, &clock, script(false), async |rig| {
        let ended = || logs.types().last().is_some_and(|last| last == "ExecutionSucceeded");
        rig.until("the execution ends", ended).await;
    });
    assert_eq!(calls.load(Ordering::SeqCst), 2);
    let last = logs.messages.lock().unwrap().last().unwrap().clone();
    assert_eq!(last["execution_arn"].as_str(), Some(execution.as_str()));
    assert_eq!(last["details"]["output"].as_str(), Some("{}"));
    // It has ended: the next start leaves it alone.
    Rig::live(&folder.0, &clock, script(false), async |_| {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    });
    assert_eq!(calls.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn standard_executions_are_logged_in_order() {
    let logs = Arc::new(Logs::default());
    let rig = Rig::new({
        let logs = logs.clone();
        move |operation, input, _| logs.answer(operation, input)
    });
    let states = json!({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Next": "W"}, "W": {"Type": "Wait", "Seconds": 5, "Next": "F"},
        "F": {"Type": "Fail", "Error": "E"}}});
    let standard = |name: &str, level: &str| sfn::CreateStateMachineInput {
        r#type: None,
        ..express(name, &states, Some(level))
    };
    let machine = rig.call(ops::CreateStateMachine, standard("all", "ALL")).await.unwrap().state_machine_arn;
    let execution = rig.start(&machine, "e", &json!({"x": 1})).await.unwrap();
    rig.ended(&execution).await;
    rig.until("all is logged", || logs.types().last().is_some_and(|t| t == "ExecutionFailed")).await;
    assert_eq!(logs.types(), rig.types(&execution).await);
    let first = logs.messages.lock().unwrap()[0].clone();
    assert_eq!(first["id"], "1");
    assert_eq!(first["previous_event_id"], "0");
    assert_eq!(first["details"]["input"], "{\"x\":1}");
    assert_eq!(first["execution_arn"], execution);
    logs.messages.lock().unwrap().clear();

    let machine =
        rig.call(ops::CreateStateMachine, standard("fatal", "FATAL")).await.unwrap().state_machine_arn;
    let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
    rig.ended(&execution).await;
    rig.until("the end is logged", || !logs.types().is_empty()).await;
    assert_eq!(logs.types(), ["ExecutionFailed"]);

    let mut absent = standard("absent", "ALL");
    let other = GROUP.replace(":g:", ":h:");
    let logging = absent.logging_configuration.as_mut().unwrap();
    logging.destinations.as_mut().unwrap()[0].cloud_watch_logs_log_group.as_mut().unwrap().log_group_arn =
        Some(other);
    assert_eq!(
        rig.call(ops::CreateStateMachine, absent).await.unwrap_err().code,
        "InvalidLoggingConfiguration"
    );
}
