use lirio_asl::TaskResource;
use lirio_asl::test_state::ResultSchemas as _;
use serde_json::{Value, json};

use super::*;

fn check(resource: &str, result: Value, strict: bool, expected: Result<(), &str>) {
    let arn = format!("arn:aws:states:::{resource}");
    let parsed = TaskResource::parse(&arn).unwrap();
    let found = Outputs.check(parsed.as_service().unwrap(), &result, strict);
    let expected = expected.map_err(|what| format!("Mock result schema validation error: {what}"));
    assert_eq!(found, expected, "{resource} {result}");
}

#[test]
fn fields_that_do_not_fit() {
    let encrypt = "aws-sdk:kms:encrypt";
    check(encrypt, json!({"CiphertextBlob": 1}), false, Err("Field 'CiphertextBlob' must be a string"));
    check(
        encrypt,
        json!({"CiphertextBlob": ""}),
        false,
        Err("Field 'CiphertextBlob' is smaller than the minimum length"),
    );
    check(
        "aws-sdk:s3:getObject",
        json!({"StorageClass": "Papyrus"}),
        true,
        Err("Field 'StorageClass' is not an expected value"),
    );
    let get = "aws-sdk:lambda:getFunction";
    let memory = |size: i64| json!({"Configuration": {"MemorySize": size}});
    check(get, memory(127), true, Err("Field 'MemorySize' is less than the minimum value"));
    check(get, memory(10_241), true, Err("Field 'MemorySize' exceeds the maximum value"));
    check(get, memory(128), true, Ok(()));
    let put = "events:putEvents";
    check(put, json!({"Entries": 1}), true, Err("Field 'Entries' must be an array"));
    check(put, json!({"Entries": [{"EventId": []}]}), true, Err("Field 'EventId' must be a string"));
    check(put, json!([]), true, Err("Field 'result' must be an object"));
    check(put, json!({"FailedEntryCount": 0.5}), true, Err("Field 'FailedEntryCount' must be an integer"));
    check("dynamodb:getItem", json!({"Item": {"id": {"S": 1}}}), true, Err("Field 'S' must be a string"));
}

#[test]
fn required_fields_only_where_asked_for() {
    let start = "states:startExecution";
    check(start, json!({}), true, Err("Required field 'ExecutionArn' is missing"));
    check(start, json!({}), false, Ok(()));
    check(start, json!({"executionArn": 1, "More": 1}), false, Ok(()));
}

#[test]
fn results_that_are_not_the_answer_of_the_call() {
    check("lambda:invoke", json!({"Payload": {"any": 1}, "StatusCode": 200}), true, Ok(()));
    check("aws-sdk:lambda:invoke", json!({"Payload": {}}), true, Err("Field 'Payload' must be a string"));
    check("apigateway:invoke", json!({"any": 1}), true, Ok(()));
    let job = "states:startExecution.sync:2";
    check(job, json!({}), true, Err("Required field 'ExecutionArn' is missing"));
    check(
        job,
        json!({"Output": {"a": 1}, "Status": "X"}),
        false,
        Err("Field 'Status' is not an expected value"),
    );
    check("ecs:runTask.sync", json!({"LastStatus": 1}), false, Err("Field 'LastStatus' must be a string"));
    check(
        "glue:startJobRun.sync",
        json!({"JobRunState": "X"}),
        false,
        Err("Field 'JobRunState' is not an expected value"),
    );
}

#[test]
fn what_is_not_known_is_named() {
    let unknown = |resource: &str, what: &str| {
        let parsed = TaskResource::parse(&format!("arn:aws:states:::{resource}")).unwrap();
        let why = Outputs.check(parsed.as_service().unwrap(), &json!({}), true).unwrap_err();
        assert!(why.contains(resource) && why.contains(what), "{why}");
    };
    unknown("aws-sdk:nosuchservice:doIt", "'nosuchservice'");
    unknown("aws-sdk:s3:doIt", "no operation DoIt");
    unknown("glue:startCrawler.sync", "job");
}

#[test]
fn every_model_can_be_read_and_every_job_is_in_one() {
    for (name, packed) in generated::SERVICES {
        assert!(Service::unpack(packed).is_ok(), "{name}");
    }
    for resource in target::jobs() {
        check(&resource, json!({}), false, Ok(()));
    }
}
