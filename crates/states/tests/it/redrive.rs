//! Redriving executions.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Body, Fields, Value};
use lirio_service::BoxFuture;
use lirio_store::ManualClock;
use serde_json::{Value as Json, json};

use crate::rig::{Folder, Rig, Script};

/// Functions that fail until they are mended; every call is noted.
#[derive(Default)]
struct Functions {
    broken: Mutex<BTreeSet<String>>,
    calls: Mutex<Vec<String>>,
}

impl Functions {
    fn broken(names: &[&str]) -> Arc<Self> {
        let functions = Self::default();
        *functions.broken.lock().unwrap() = names.iter().map(|name| (*name).to_owned()).collect();
        Arc::new(functions)
    }

    fn mend(&self) {
        self.broken.lock().unwrap().clear();
    }

    fn calls(&self) -> String {
        std::mem::take(&mut *self.calls.lock().unwrap()).join(" ")
    }

    fn answer(&self, operation: &str, input: &Value) -> Result<Value, AwsError> {
        if operation != "Invoke" {
            return Err(AwsError::internal(operation));
        }
        let arn = input.pointer(&["FunctionName"]).and_then(Value::as_str).unwrap_or_default();
        let name = arn.rsplit(':').next().unwrap_or_default().to_owned();
        self.calls.lock().unwrap().push(name.clone());
        let mut output = Fields::new();
        output.push("StatusCode", Value::Int(200));
        let payload = if self.broken.lock().unwrap().contains(&name) {
            output.push("FunctionError", Value::from("Unhandled"));
            json!({"errorType": "Broken", "errorMessage": name})
        } else {
            json!(name)
        };
        output.push("Payload", Value::Body(Body::from_bytes(payload.to_string())));
        Ok(Value::Map(output))
    }

    fn script(self: &Arc<Self>) -> Arc<Script> {
        let functions = self.clone();
        Arc::new(move |operation, input: &Value, _: &_| -> BoxFuture<'static, Result<Value, AwsError>> {
            let answer = functions.answer(operation, input);
            Box::pin(async move { answer })
        })
    }
}

fn rig(functions: &Arc<Functions>) -> Rig {
    let functions = functions.clone();
    Rig::new(move |operation, input, _| functions.answer(operation, input))
}

fn task(name: &str, rest: Json) -> Json {
    let mut state =
        json!({"Type": "Task", "Resource": format!("arn:aws:lambda:eu-west-1:000000000000:function:{name}")});
    state.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    state
}

pub(crate) async fn redrive(rig: &Rig, execution: &str) -> Result<sfn::RedriveExecutionOutput, AwsError> {
    let input = sfn::RedriveExecutionInput { execution_arn: execution.into(), client_token: None };
    rig.call(ops::RedriveExecution, input).await
}

/// Runs `definition` until it fails, mends the functions, redrives, and gives what the redrive called
/// and came to.
async fn check(definition: Json, broken: &[&str], calls: &str, output: Json) {
    let functions = Functions::broken(broken);
    let rig = rig(&functions);
    let machine = rig.create("m", &definition).await.unwrap();
    let execution = rig.start(&machine, "e", &json!({"x": 1})).await.unwrap();
    let failed = rig.ended(&execution).await;
    assert_eq!(failed.status, "FAILED");
    assert_eq!((failed.redrive_status.as_deref(), failed.redrive_count), (Some("REDRIVABLE"), Some(0)));
    let events = rig.history(&execution).await.len();
    functions.mend();
    functions.calls();
    let redriven = redrive(&rig, &execution).await.unwrap();
    let ended = rig.ended(&execution).await;
    let mut called: Vec<_> = functions.calls().split(' ').map(str::to_owned).collect();
    called.sort_unstable();
    assert_eq!(called.join(" "), calls, "{definition}");
    let text = ended.output.unwrap_or_else(|| panic!("{definition}: {:?} {:?}", ended.error, ended.cause));
    assert_eq!(serde_json::from_str::<Json>(&text).unwrap(), output, "{definition}");
    assert_eq!((ended.redrive_count, ended.redrive_date), (Some(1), Some(redriven.redrive_date)));
    assert_eq!((ended.error, ended.redrive_status.as_deref()), (None, Some("NOT_REDRIVABLE")));
    let history = rig.history(&execution).await;
    assert_eq!(history[events].r#type, "ExecutionRedriven");
    let details = history[events].execution_redriven_event_details.clone().unwrap();
    assert_eq!(details.redrive_count, Some(1));
    let ids: Vec<i64> = history.iter().map(|event| event.id).collect();
    assert_eq!(ids, (1..=ids.len() as i64).collect::<Vec<_>>());
}

#[tokio::test]
async fn only_what_failed_is_done_again() {
    let tasks = json!({"StartAt": "A", "States": {
        "A": task("a", json!({"ResultPath": "$.a", "Next": "B"})),
        "B": task("b", json!({"ResultPath": "$.b", "Next": "C"})),
        "C": task("c", json!({"ResultPath": "$.c", "End": true}))}});
    check(tasks, &["b"], "b c", json!({"x": 1, "a": "a", "b": "b", "c": "c"})).await;

    let branch = |name: &str| json!({"StartAt": name, "States": {name: task(name, json!({"End": true}))}});
    let parallel = json!({"StartAt": "P", "States": {
        "P": {"Type": "Parallel", "Branches": [branch("a"), branch("b")], "End": true}}});
    check(parallel, &["b"], "b", json!(["a", "b"])).await;

    // A branch within a branch.
    let inner = json!({"StartAt": "Q", "States": {
        "Q": {"Type": "Parallel", "Branches": [branch("a"), branch("b")], "End": true}}});
    let nested = json!({"StartAt": "P", "States": {
        "P": {"Type": "Parallel", "Branches": [inner, branch("c")], "End": true}}});
    check(nested, &["b"], "b", json!([["a", "b"], "c"])).await;

    let map = json!({"StartAt": "I", "States": {
        "I": {"Type": "Pass", "Result": [1, 2, 3], "Next": "M"},
        "M": {"Type": "Map", "MaxConcurrency": 1, "End": true,
            "ItemProcessor": {"StartAt": "W", "States": {
                "W": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 2, "Next": "B"}], "Default": "A"},
                "A": task("a", json!({"End": true})), "B": task("b", json!({"End": true}))}}}}});
    check(map, &["b"], "a b", json!(["a", "b", "a"])).await;

    // The attempts of Retry count anew, and the context object says how often it was redriven.
    let retry = json!([{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 1}]);
    let context = json!({"StartAt": "A", "States": {
        "A": task("a", json!({"Retry": retry, "Next": "B"})),
        "B": {"Type": "Pass", "Parameters": {"count.$": "$$.Execution.RedriveCount"}, "End": true}}});
    check(context, &["a"], "a", json!({"count": 1})).await;
}

#[tokio::test]
async fn what_was_stopped_goes_on() {
    let functions = Functions::broken(&[]);
    let rig = rig(&functions);
    let machine = rig
        .create(
            "m",
            &json!({"StartAt": "A", "States": {
        "A": task("a", json!({"Next": "W"})),
        "W": {"Type": "Wait", "Seconds": 60, "Next": "B"}, "B": task("b", json!({"End": true}))}}),
        )
        .await
        .unwrap();
    let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
    while rig.types(&execution).await.last().unwrap() != "WaitStateEntered" {
        tokio::task::yield_now().await;
    }
    let stop = sfn::StopExecutionInput { execution_arn: execution.clone(), error: None, cause: None };
    let running = redrive(&rig, &execution).await.unwrap_err();
    assert_eq!(running.code, "ExecutionNotRedrivable");
    assert_eq!(running.message, "Execution is RUNNING and cannot be redriven");
    rig.call(ops::StopExecution, stop).await.unwrap();
    let token =
        sfn::RedriveExecutionInput { execution_arn: execution.clone(), client_token: Some("once".into()) };
    let first = rig.call(ops::RedriveExecution, token.clone()).await.unwrap();
    let list = |filter: &str| sfn::ListExecutionsInput {
        state_machine_arn: Some(machine.clone()),
        redrive_filter: Some(filter.into()),
        ..Default::default()
    };
    assert_eq!(rig.call(ops::ListExecutions, list("REDRIVEN")).await.unwrap().executions.len(), 1);
    assert_eq!(rig.call(ops::ListExecutions, list("NOT_REDRIVEN")).await.unwrap().executions.len(), 0);
    let ended = rig.ended(&execution).await;
    assert_eq!((ended.status.as_str(), ended.output.as_deref()), ("SUCCEEDED", Some("\"b\"")));
    assert_eq!(functions.calls(), "a b");
    // The same request again is the same redrive.
    assert_eq!(rig.call(ops::RedriveExecution, token).await.unwrap(), first);
    let succeeded = redrive(&rig, &execution).await.unwrap_err();
    assert_eq!(succeeded.message, "Execution is SUCCEEDED and cannot be redriven");
}

#[tokio::test]
async fn not_for_ever() {
    let functions = Functions::broken(&["a"]);
    let rig = rig(&functions);
    let machine = rig
        .create("m", &json!({"StartAt": "A", "States": {"A": task("a", json!({"End": true}))}}))
        .await
        .unwrap();
    let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
    rig.ended(&execution).await;
    rig.clock.advance(15 * 24 * 60 * 60 * 1000);
    let late = redrive(&rig, &execution).await.unwrap_err();
    assert_eq!(late.message, "Execution redrivable period exceeded");
    let reason = rig.describe(&execution).await.redrive_status_reason;
    assert_eq!(reason.as_deref(), Some("Execution redrivable period exceeded"));
}

#[test]
fn a_redrive_survives_a_crash() {
    let folder = Folder::new();
    let clock = Arc::new(ManualClock::new(1_795_341_600_000));
    let functions = Functions::broken(&["b"]);
    let branch = |name: &str| json!({"StartAt": name, "States": {name: task(name, json!({"End": true}))}});
    let wait = json!({"StartAt": "W", "States": {
        "W": {"Type": "Wait", "Seconds": 100, "Next": "C"}, "C": task("c", json!({"End": true}))}});
    let definition = json!({"StartAt": "P", "States": {
        "P": {"Type": "Parallel", "Branches": [branch("a"), branch("b"), wait], "End": true}}});
    let execution = Rig::live(&folder.0, &clock, functions.script(), async |rig| {
        let machine = rig.create("m", &definition).await.unwrap();
        let execution = rig.start(&machine, "e", &json!({})).await.unwrap();
        assert_eq!(rig.ended(&execution).await.status, "FAILED");
        functions.mend();
        redrive(rig, &execution).await.unwrap();
        assert_eq!(rig.describe(&execution).await.status, "RUNNING");
        execution
    });
    Rig::live(&folder.0, &clock, functions.script(), async |rig| {
        let ended = rig.ended(&execution).await;
        assert_eq!(
            ended.output.as_deref(),
            Some("[\"a\",\"b\",\"c\"]"),
            "{:?} {:?}",
            ended.error,
            ended.cause
        );
        assert_eq!(ended.redrive_count, Some(1));
    });
}
