//! From a call to its event and its log file.

use lirio_api::cloudtrail::ops;
use lirio_event_pattern::Pattern;
use lirio_service::{Caller, Principal, Source};
use serde_json::{Value as Json, json};

use crate::support::{EVENT_ID, World, call};

fn objects() -> Json {
    json!([{"IncludeManagementEvents": false, "DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::iris/"]}]}])
}

fn everything() -> Json {
    json!([{"DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3"]}]}])
}

fn put_object() -> lirio_service::AuditEvent {
    let input = json!({"Bucket": "iris", "Key": "iris_final.csv", "ContentType": "text/csv", "ServerSideEncryption": "AES256"});
    let mut event = call("s3", "PutObject", input, &["arn:aws:s3:::iris/iris_final.csv"]);
    event.response_elements = json!({"x-amz-server-side-encryption": "AES256"});
    event.additional = json!({"Host": "127.0.0.1:4566", "SignatureVersion": "SigV4", "bytesTransferredIn": 2734, "bytesTransferredOut": 0});
    event
}

#[tokio::test]
async fn an_upload_becomes_the_event_that_the_rule_matches() {
    let mut world = World::new();
    world.trail(objects()).await;
    world.audit(put_object()).await;
    let event = world.event().await;
    assert_eq!(event.bus, "default");
    let golden: Json = serde_json::from_str(include_str!("put_object.json")).unwrap();
    assert_eq!(event.event, golden);
    let order = |json: &Json| json.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(order(&event.event["detail"]), order(&golden["detail"]));
    let pattern = json!({
        "source": ["aws.s3"], "detail-type": ["AWS API Call via CloudTrail"],
        "detail": {
            "eventSource": ["s3.amazonaws.com"], "eventName": ["PutObject"],
            "requestParameters": {"bucketName": ["iris"]},
        },
    });
    assert!(Pattern::parse(&pattern.to_string()).unwrap().matches(&event.event));
}

#[tokio::test]
async fn the_same_call_has_the_same_event() {
    let mut world = World::new();
    world.trail(objects()).await;
    world.audit(put_object()).await;
    world.audit(put_object()).await;
    let (first, second) = (world.event().await, world.event().await);
    assert_eq!(first.event, second.event);
    assert_eq!(first.event["id"], EVENT_ID);
}

#[tokio::test]
async fn what_no_trail_selects_leaves_nothing() {
    let mut world = World::new();
    world.trail(objects()).await;
    world
        .audit(call("s3", "PutObject", json!({"Bucket": "other", "Key": "x"}), &["arn:aws:s3:::other/x"]))
        .await;
    let mut own = put_object();
    own.caller = Caller::service("cloudtrail.amazonaws.com");
    world.audit(own).await;
    let mut lookup = call("lambda", "GetPolicy", json!({"FunctionName": "f"}), &[]);
    lookup.caller = Caller::service("events.amazonaws.com");
    world.audit(lookup).await;
    let mut elsewhere = put_object();
    elsewhere.scope.region = "us-east-1".into();
    world.audit(elsewhere).await;
    assert_eq!(world.quiet().await.len(), 0);
}

#[tokio::test]
async fn other_services_show_their_members_in_camel_case() {
    let mut world = World::new();
    world.trail(everything()).await;
    let input = json!({"Name": "r", "EventPattern": "{}", "Tags": [{"Key": "K", "Value": "V"}]});
    let mut event = call("events", "PutRule", input, &["arn:aws:events:eu-west-1:000000000000:rule/r"]);
    event.caller.principal = Principal::Session {
        account: "000000000000".into(),
        path: "/".into(),
        role: "pipeline".into(),
        role_id: "AROAEXAMPLE".into(),
        session: "run".into(),
    };
    event.caller.access_key = None;
    event.caller.source = Source::Service("states.amazonaws.com".into());
    event.error = Some(("LimitExceededException".into(), "too many".into()));
    world.audit(event).await;
    let detail = world.event().await.event["detail"].take();
    assert_eq!(
        detail["requestParameters"],
        json!({"name": "r", "eventPattern": "{}", "tags": [{"key": "K", "value": "V"}]})
    );
    assert_eq!((&detail["managementEvent"], &detail["eventCategory"]), (&json!(true), &json!("Management")));
    assert_eq!(
        (&detail["errorCode"], &detail["errorMessage"]),
        (&json!("LimitExceededException"), &json!("too many"))
    );
    assert_eq!(
        (&detail["userIdentity"]["type"], &detail["userIdentity"]["invokedBy"]),
        (&json!("AssumedRole"), &json!("states.amazonaws.com"))
    );
    assert_eq!(
        (&detail["userAgent"], &detail["sourceIPAddress"]),
        (&json!("states.amazonaws.com"), &json!("states.amazonaws.com"))
    );
    assert_eq!(detail.get("resources"), None);
}

#[tokio::test]
async fn secrets_and_bulk_stay_out() {
    let mut world = World::new();
    world.trail(everything()).await;
    let input = json!({"Bucket": "b", "Key": "k", "SSECustomerKey": "c2VjcmV0"});
    world.audit(call("s3", "PutObject", input, &["arn:aws:s3:::b/k"])).await;
    let event = world.event().await.event.to_string();
    assert!(!event.contains("c2VjcmV0") && event.contains("HIDDEN_DUE_TO_SECURITY_REASONS"), "{event}");
    let input = json!({"FunctionName": "f", "Code": {"ZipFile": "UEsDBA=="}});
    world.audit(call("lambda", "CreateFunction", input, &[])).await;
    let detail = world.event().await.event["detail"].take();
    assert_eq!(detail["requestParameters"], json!({"functionName": "f", "code": {}}));
    let input = json!({"Name": "r", "EventPattern": "x".repeat(200 * 1024)});
    world.audit(call("events", "PutRule", input, &[])).await;
    let detail = world.event().await.event["detail"].take();
    assert_eq!(detail["requestParameters"]["omitted"], true);
}

#[tokio::test]
async fn log_files_come_within_five_minutes() {
    let mut world = World::new();
    world.trail(objects()).await;
    world.audit(put_object()).await;
    world.audit(put_object()).await;
    let detail = world.event().await.event["detail"].take();
    world.quiet().await;
    world.clock.advance(300_000);
    let (key, file) = world.files(1).await.remove(0);
    assert_eq!(file, json!({"Records": [detail, detail]}));
    let (path, name) = key.rsplit_once('/').unwrap();
    assert_eq!(path, "audit/AWSLogs/000000000000/CloudTrail/eu-west-1/2026/11/22");
    let unique = name.strip_prefix("000000000000_CloudTrail_eu-west-1_20261122T1005Z_").unwrap();
    assert_eq!(unique.strip_suffix(".json.gz").unwrap().len(), 16);
    world.quiet().await;
    let status = world.ok(ops::GetTrailStatus, json!({"Name": "iris"})).await;
    assert_eq!(status["LatestDeliveryAttemptSucceeded"], "2026-11-22T10:05:00Z");
    assert!(status.get("LatestDeliveryTime").is_some() && status.get("LatestDeliveryError").is_none());

    // The next record has the next file, and nothing is delivered twice.
    world.audit(put_object()).await;
    world.quiet().await;
    world.clock.advance(300_000);
    assert_eq!(world.files(2).await[1].1["Records"].as_array().unwrap().len(), 1);
}
