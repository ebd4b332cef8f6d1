//! Alarms that invoke functions: the door's other side is a stand-in for Lambda.

use std::sync::{Arc, Mutex};

use lirio_api::cloudwatch::*;
use lirio_api::{AwsError, Operation, Value};
use lirio_service::{BoxFuture, Caller, Dispatch};
use serde_json::json;
use tokio::net::TcpListener;

use crate::world::{World, datum};

const FUNCTION: &str = "arn:aws:lambda:eu-west-1:000000000000:function:f";
const ALARM: &str = "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:a";

/// A function with a policy; what it is invoked with.
struct Function {
    policy: Option<String>,
    invoked: Arc<Mutex<Vec<serde_json::Value>>>,
}

impl Dispatch for Function {
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        Box::pin(async move {
            assert_eq!(caller.address(), "lambda.alarms.cloudwatch.amazonaws.com");
            let Value::Map(mut fields) = input else { panic!("a structure") };
            assert_eq!(fields.get("FunctionName").and_then(Value::as_str), Some(FUNCTION));
            match operation.name {
                "GetPolicy" => match &self.policy {
                    Some(policy) => {
                        let mut answer = lirio_api::Fields::new();
                        answer.push("Policy", Value::Str(policy.clone()));
                        Ok(Value::Map(answer))
                    }
                    None => Err(AwsError::new("ResourceNotFoundException", 404, "none")),
                },
                "Invoke" => {
                    assert_eq!(fields.get("InvocationType").and_then(Value::as_str), Some("Event"));
                    let Value::Body(body) = fields.take("Payload") else { panic!("a body") };
                    let bytes = body.collect(1 << 20).await.unwrap();
                    self.invoked.lock().unwrap().push(serde_json::from_slice(&bytes).unwrap());
                    Ok(Value::Map(lirio_api::Fields::new()))
                }
                other => panic!("{other}"),
            }
        })
    }

    fn serve(&self, _: TcpListener) -> tokio::task::AbortHandle {
        panic!("nothing is served")
    }
}

/// What an alarm's action came to, and what the function got.
async fn raised(policy: Option<serde_json::Value>) -> (String, Vec<serde_json::Value>) {
    let world = World::new();
    let invoked = Arc::new(Mutex::new(Vec::new()));
    let policy = policy.map(|policy| policy.to_string());
    world.platform.door.open(Arc::new(Function { policy, invoked: invoked.clone() }));
    let alarm = PutMetricAlarmInput {
        alarm_name: "a".into(),
        namespace: Some("n".into()),
        metric_name: Some("m".into()),
        statistic: Some("Sum".into()),
        period: Some(60),
        evaluation_periods: Some(1),
        threshold: Some(1.0),
        comparison_operator: Some("GreaterThanThreshold".into()),
        alarm_actions: Some(vec![FUNCTION.into()]),
        ..Default::default()
    };
    world.call(ops::PutMetricAlarm, alarm).await.unwrap();
    world.put_data(vec![datum("m", -60, 5.0)]).await.unwrap();
    for _ in 0..1000 {
        let input = DescribeAlarmHistoryInput {
            alarm_name: Some("a".into()),
            history_item_type: Some("Action".into()),
            ..Default::default()
        };
        let items = world.call(ops::DescribeAlarmHistory, input).await.unwrap().alarm_history_items.unwrap();
        if let Some(item) = items.into_iter().next() {
            let invoked = invoked.lock().unwrap().clone();
            return (item.history_summary.unwrap(), invoked);
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("nothing was done");
}

fn policy(source: &str) -> serde_json::Value {
    json!({ "Version": "2012-10-17", "Statement": [{
        "Sid": "s", "Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": FUNCTION,
        "Principal": { "Service": "lambda.alarms.cloudwatch.amazonaws.com" },
        "Condition": { "ArnLike": { "aws:SourceArn": source } },
    }] })
}

#[tokio::test]
async fn a_function_is_invoked_if_its_policy_lets_the_alarm() {
    let (summary, invoked) = raised(Some(policy(ALARM))).await;
    assert_eq!(summary, format!("Successfully executed action {FUNCTION}"));
    let [payload] = invoked.as_slice() else { panic!("{invoked:?}") };
    assert_eq!(payload["source"], "aws.cloudwatch");
    assert_eq!(payload["alarmArn"], ALARM);
    assert_eq!(payload["accountId"], "000000000000");
    assert_eq!(payload["alarmData"]["alarmName"], "a");
    assert_eq!(payload["alarmData"]["state"]["value"], "ALARM");
    assert_eq!(payload["alarmData"]["previousState"]["value"], "INSUFFICIENT_DATA");
}

#[tokio::test]
async fn a_function_that_does_not_let_the_alarm_is_left_alone() {
    for policy in [None, Some(policy("arn:aws:cloudwatch:eu-west-1:000000000000:alarm:other"))] {
        let (summary, invoked) = raised(policy).await;
        assert_eq!(summary, format!("Failed to execute action {FUNCTION}"));
        assert_eq!(invoked, Vec::<serde_json::Value>::new());
    }
}
