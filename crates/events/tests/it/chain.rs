//! From an event to its targets.

use lirio_api::events::ops;
use lirio_api::{AwsError, Value};
use lirio_service::Principal;
use lirio_service::topics::{self, BusEvent};
use serde_json::{Value as Json, json};

use crate::support::{MACHINE, ROLE, World, started};

const FUNCTION: &str = "arn:aws:lambda:eu-west-1:000000000000:function:f";
const EVENT_ID: &str = "11111111-2222-4333-8444-555555555555";

async fn rule(world: &World, name: &str, pattern: &Json, target: Json) {
    world.ok(ops::PutRule, json!({"Name": name, "EventPattern": pattern.to_string()})).await;
    world.ok(ops::PutTargets, json!({"Rule": name, "Targets": [target]})).await;
}

fn machine() -> Json {
    json!({"Id": "m", "Arn": MACHINE, "RoleArn": ROLE})
}

fn put_object() -> Json {
    json!({
        "version": "0", "id": EVENT_ID, "detail-type": "AWS API Call via CloudTrail", "source": "aws.s3",
        "account": "000000000000", "time": "2026-11-22T10:00:00Z", "region": "eu-west-1", "resources": [],
        "detail": {
            "eventSource": "s3.amazonaws.com", "eventName": "PutObject", "readOnly": false, "managementEvent": false,
            "requestParameters": {"bucketName": "iris", "key": "iris_final.csv"},
        },
    })
}

async fn send(world: &World, event: Json) {
    let event = BusEvent { bus: "default".into(), event };
    world
        .platform
        .store
        .commit(move |txn| txn.enqueue(topics::EVENTS, &event).map(|_| ()))
        .await
        .unwrap_or_else(|error: lirio_store::StoreError| panic!("{error}"));
}

fn pattern() -> Json {
    json!({
        "source": ["aws.s3"], "detail-type": ["AWS API Call via CloudTrail"],
        "detail": {
            "eventSource": ["s3.amazonaws.com"], "eventName": ["PutObject"],
            "requestParameters": {"bucketName": ["iris"]},
        },
    })
}

#[tokio::test]
async fn an_event_starts_an_execution_once() {
    let world = World::new();
    rule(&world, "csv", &pattern(), machine()).await;
    rule(&world, "other", &json!({"source": ["aws.ec2"]}), machine()).await;
    send(&world, put_object()).await;
    let first = world.calls(1).await.remove(0);
    assert_eq!(first.operation, "StartExecution");
    assert!(matches!(&first.caller.principal, Principal::Session { role, .. } if role == "events"));
    assert_eq!(first.input["stateMachineArn"], MACHINE);
    let name = first.input["name"].as_str().unwrap();
    assert!(name.starts_with(EVENT_ID) && name.len() == 45, "{name}");
    let input: Json = serde_json::from_str(first.input["input"].as_str().unwrap()).unwrap();
    assert_eq!(input, put_object());

    // The same event again has the same name, and that the execution exists is success.
    world.answer(|_| Err(AwsError::new("ExecutionAlreadyExists", 400, "")));
    send(&world, put_object()).await;
    let second = world.calls(2).await.remove(1);
    assert_eq!(second.input["name"], name);
    world.quiet().await;
    assert_eq!(world.calls_now().len(), 2);
    assert_eq!(world.platform.store.outbox("events.deliveries").dead_letters(0, 10).unwrap(), []);
}

#[tokio::test]
async fn rules_follow_their_state() {
    let world = World::new();
    rule(&world, "csv", &pattern(), machine()).await;
    world.ok(ops::DisableRule, json!({"Name": "csv"})).await;
    send(&world, put_object()).await;
    world.quiet().await;
    assert_eq!(world.calls_now().len(), 0);
    world.ok(ops::EnableRule, json!({"Name": "csv"})).await;
    send(&world, put_object()).await;
    world.calls(1).await;
    let other = json!({"source": ["aws.s3"], "detail": {"eventName": ["GetObject"]}});
    world.ok(ops::PutRule, json!({"Name": "csv", "EventPattern": other.to_string()})).await;
    send(&world, put_object()).await;
    world.quiet().await;
    assert_eq!(world.calls_now().len(), 1);
}

#[tokio::test]
async fn management_reads_are_only_for_those_who_ask() {
    let world = World::new();
    let all = json!({"source": ["aws.s3"]});
    rule(&world, "writes", &all, machine()).await;
    world
        .ok(ops::PutRule, json!({"Name": "reads", "EventPattern": all.to_string(), "State": "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"}))
        .await;
    world.ok(ops::PutTargets, json!({"Rule": "reads", "Targets": [{"Id": "f", "Arn": FUNCTION}]})).await;
    let mut event = put_object();
    event["detail"]["managementEvent"] = true.into();
    event["detail"]["readOnly"] = true.into();
    send(&world, event).await;
    world.quiet().await;
    let calls = world.calls_now();
    assert_eq!(calls.iter().map(|c| c.operation).collect::<Vec<_>>(), ["Invoke"]);
}

#[tokio::test]
async fn inputs_are_transformed() {
    let world = World::new();
    rule(
        &world,
        "path",
        &pattern(),
        json!({"Id": "p", "Arn": FUNCTION, "InputPath": "$.detail.requestParameters"}),
    )
    .await;
    send(&world, put_object()).await;
    let call = world.calls(1).await.remove(0);
    assert_eq!((call.operation, &call.input["InvocationType"]), ("Invoke", &json!("Event")));
    assert_eq!(call.input["Payload"], r#"{"bucketName":"iris","key":"iris_final.csv"}"#);
    world.ok(ops::DisableRule, json!({"Name": "path"})).await;

    let transformer = json!({
        "InputPathsMap": {"key": "$.detail.requestParameters.key"},
        "InputTemplate": "{\"csv\": <key>, \"by\": \"<aws.events.rule-name>\"}",
    });
    rule(
        &world,
        "template",
        &pattern(),
        json!({"Id": "t", "Arn": FUNCTION, "InputTransformer": transformer}),
    )
    .await;
    send(&world, put_object()).await;
    let call = world.calls(2).await.remove(1);
    assert_eq!(call.input["Payload"], r#"{"csv": "iris_final.csv", "by": "template"}"#);
    world.ok(ops::DisableRule, json!({"Name": "template"})).await;

    rule(&world, "constant", &pattern(), json!({"Id": "c", "Arn": FUNCTION, "Input": "[1]"})).await;
    send(&world, put_object()).await;
    assert_eq!(world.calls(3).await[2].input["Payload"], "[1]");
}

#[tokio::test]
async fn failures_are_tried_again_or_given_up() {
    let world = World::new();
    rule(&world, "csv", &pattern(), machine()).await;
    let attempts = std::sync::atomic::AtomicUsize::new(0);
    world.answer(move |_| match attempts.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
        0 | 1 => Err(AwsError::new("ServiceUnavailable", 503, "not yet")),
        _ => Ok(started()),
    });
    send(&world, put_object()).await;
    let calls = world.calls(3).await;
    assert!(calls.iter().all(|call| call.input["name"] == calls[0].input["name"]));
    world.quiet().await;

    world.answer(|_| Err(AwsError::new("StateMachineDoesNotExist", 400, "gone")));
    send(&world, put_object()).await;
    world.calls(4).await;
    world.quiet().await;
    let dead = world.platform.store.outbox("events.deliveries").dead_letters(0, 10).unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(dead[0].reason, format!("{MACHINE}: StateMachineDoesNotExist: gone"));

    world.ok(ops::PutTargets, json!({"Rule": "csv", "Targets": [{"Id": "m", "Arn": MACHINE, "RoleArn": ROLE, "RetryPolicy": {"MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 60}}]})).await;
    world.answer(|_| Err(AwsError::new("ServiceUnavailable", 503, "busy")));
    send(&world, put_object()).await;
    world.calls(5).await;
    world.quiet().await;
    let dead = world.platform.store.outbox("events.deliveries").dead_letters(dead[0].seq, 10).unwrap();
    assert_eq!(dead[0].reason, format!("{MACHINE}: ServiceUnavailable: busy (at attempt 1)"));
    assert_eq!(world.calls_now().len(), 5);
}

#[tokio::test]
async fn functions_must_let_eventbridge_in() {
    let world = World::new();
    let closed = "arn:aws:lambda:eu-west-1:000000000000:function:closed";
    rule(&world, "csv", &pattern(), json!({"Id": "f", "Arn": closed})).await;
    send(&world, put_object()).await;
    world.quiet().await;
    let dead = world.platform.store.outbox("events.deliveries").dead_letters(0, 10).unwrap();
    assert!(dead[0].reason.contains("AccessDeniedException"), "{}", dead[0].reason);
    assert_eq!(world.calls_now().len(), 0);
}

#[tokio::test]
async fn buses_pass_events_on_once() {
    let world = World::new();
    for bus in ["second", "third"] {
        world.ok(ops::CreateEventBus, json!({"Name": bus})).await;
    }
    let arn = |bus: &str| format!("arn:aws:events:eu-west-1:000000000000:event-bus/{bus}");
    rule(&world, "on", &pattern(), json!({"Id": "b", "Arn": arn("second")})).await;
    world
        .ok(
            ops::PutRule,
            json!({"Name": "further", "EventBusName": "second", "EventPattern": pattern().to_string()}),
        )
        .await;
    world.ok(ops::PutTargets, json!({"Rule": "further", "EventBusName": "second", "Targets": [machine(), {"Id": "b", "Arn": arn("third")}]})).await;
    world
        .ok(
            ops::PutRule,
            json!({"Name": "never", "EventBusName": "third", "EventPattern": pattern().to_string()}),
        )
        .await;
    world
        .ok(ops::PutTargets, json!({"Rule": "never", "EventBusName": "third", "Targets": [machine()]}))
        .await;
    send(&world, put_object()).await;
    world.calls(1).await;
    world.quiet().await;
    assert_eq!(world.calls_now().len(), 1);
    let dead = world.platform.store.outbox("events.deliveries").dead_letters(0, 10).unwrap();
    assert!(dead[0].reason.contains("do not go on to a third"), "{}", dead[0].reason);
}

#[tokio::test]
async fn log_groups_get_a_line() {
    let world = World::new();
    world.answer(|_| Ok(Value::Map(lirio_api::Fields::new())));
    rule(
        &world,
        "log",
        &pattern(),
        json!({"Id": "l", "Arn": "arn:aws:logs:eu-west-1:000000000000:log-group:/aws/events/x:*"}),
    )
    .await;
    send(&world, put_object()).await;
    let calls = world.calls(2).await;
    assert_eq!(calls.iter().map(|c| c.operation).collect::<Vec<_>>(), ["CreateLogStream", "PutLogEvents"]);
    assert_eq!(calls[1].input["logGroupName"], "/aws/events/x");
    assert_eq!(calls[1].input["logEvents"][0]["message"], put_object().to_string());
}

#[tokio::test]
async fn put_events_reach_rules() {
    let world = World::new();
    rule(
        &world,
        "orders",
        &json!({"source": ["my.app"], "detail": {"n": [{"numeric": [">", 1]}]}}),
        machine(),
    )
    .await;
    let answer = world
        .ok(
            ops::PutEvents,
            json!({"Entries": [
                {"Source": "my.app", "DetailType": "Order", "Detail": "{\"n\":1}"},
                {"Source": "my.app", "DetailType": "Order", "Detail": "{\"n\":2}"},
            ]}),
        )
        .await;
    let call = world.calls(1).await.remove(0);
    let event: Json = serde_json::from_str(call.input["input"].as_str().unwrap()).unwrap();
    assert_eq!(event["id"], answer["Entries"][1]["EventId"]);
    assert_eq!(event["detail"], json!({"n": 2}));
    world.quiet().await;
    assert_eq!(world.calls_now().len(), 1);
}

#[tokio::test]
async fn schedules_run_and_stop() {
    let world = World::new();
    world.ok(ops::PutRule, json!({"Name": "tick", "ScheduleExpression": "rate(5 minutes)"})).await;
    world.ok(ops::PutTargets, json!({"Rule": "tick", "Targets": [machine()]})).await;
    for (run, time) in ["2026-11-22T10:05:00Z", "2026-11-22T10:10:00Z"].into_iter().enumerate() {
        world.clock.advance(300_000);
        let call = world.calls(run + 1).await.remove(run);
        let event: Json = serde_json::from_str(call.input["input"].as_str().unwrap()).unwrap();
        assert_eq!(
            (&event["source"], &event["detail-type"]),
            (&json!("aws.events"), &json!("Scheduled Event"))
        );
        assert_eq!(event["time"], time);
        assert_eq!(event["resources"], json!(["arn:aws:events:eu-west-1:000000000000:rule/tick"]));
    }
    // After a long absence it runs once, and then goes on in its phase.
    world.clock.advance(3_600_000);
    world.calls(3).await;
    world.quiet().await;
    world.clock.advance(300_000);
    assert_eq!(world.calls(4).await.len(), 4);
    world.quiet().await;
    world.ok(ops::DisableRule, json!({"Name": "tick"})).await;
    world.clock.advance(3_600_000);
    world.ok(ops::EnableRule, json!({"Name": "tick"})).await;
    world.quiet().await;
    assert_eq!(world.calls_now().len(), 4);
    world.clock.advance(300_000);
    world.calls(5).await;
}
