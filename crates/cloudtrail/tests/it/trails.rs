//! What the operations answer.

use lirio_api::cloudtrail::ops;
use serde_json::{Value as Json, json};

use crate::support::{NOW_MS, World};

const ARN: &str = "arn:aws:cloudtrail:eu-west-1:000000000000:trail/iris";

#[tokio::test]
async fn every_operation_is_served() {
    assert_eq!(World::new().missing(), Vec::<String>::new());
}

#[tokio::test]
async fn trails_live_as_terraform_expects() {
    let world = World::new();
    let create = json!({"Name": "iris", "S3BucketName": "logs", "TagsList": [{"Key": "a", "Value": "b"}]});
    let made = world.ok(ops::CreateTrail, create.clone()).await;
    assert_eq!(
        made,
        json!({
            "Name": "iris", "S3BucketName": "logs", "IncludeGlobalServiceEvents": true, "IsMultiRegionTrail": false,
            "TrailARN": ARN, "LogFileValidationEnabled": false, "IsOrganizationTrail": false,
        })
    );
    assert_eq!(
        world.err(ops::CreateTrail, create).await,
        "TrailAlreadyExistsException: Trail iris already exists for customer: 000000000000"
    );
    let described = json!({
        "Name": "iris", "S3BucketName": "logs", "IncludeGlobalServiceEvents": true, "IsMultiRegionTrail": false,
        "HomeRegion": "eu-west-1", "TrailARN": ARN, "LogFileValidationEnabled": false,
        "HasCustomEventSelectors": false, "HasInsightSelectors": false, "IsOrganizationTrail": false,
    });
    for name in ["iris", ARN] {
        let trails = world.ok(ops::DescribeTrails, json!({"trailNameList": [name]})).await;
        assert_eq!(trails, json!({"trailList": [described]}));
        assert_eq!(world.ok(ops::GetTrail, json!({"Name": name})).await["Trail"], described);
    }
    assert_eq!(
        world.ok(ops::DescribeTrails, json!({"trailNameList": ["other"]})).await,
        json!({"trailList": []})
    );
    assert_eq!(
        world.ok(ops::ListTrails, json!({})).await,
        json!({"Trails": [{"TrailARN": ARN, "Name": "iris", "HomeRegion": "eu-west-1"}]})
    );
    let status = world.ok(ops::GetTrailStatus, json!({"Name": ARN})).await;
    assert_eq!((&status["IsLogging"], &status["TimeLoggingStarted"]), (&json!(false), &json!("")));
    world.ok(ops::StartLogging, json!({"Name": ARN})).await;
    let status = world.ok(ops::GetTrailStatus, json!({"Name": ARN})).await;
    assert_eq!((&status["IsLogging"], &status["StartLoggingTime"]), (&json!(true), &json!(NOW_MS / 1000)));

    let shown = |selectors: Json| json!({"TrailARN": ARN, "EventSelectors": selectors});
    assert_eq!(
        world.ok(ops::GetEventSelectors, json!({"TrailName": ARN})).await,
        shown(
            json!([{"ReadWriteType": "All", "IncludeManagementEvents": true, "DataResources": [], "ExcludeManagementEventSources": []}])
        )
    );
    let data = json!([{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::iris/"]}]);
    let selectors = json!([{"ReadWriteType": "WriteOnly", "IncludeManagementEvents": false, "DataResources": data, "ExcludeManagementEventSources": []}]);
    let put = world.ok(ops::PutEventSelectors, json!({"TrailName": ARN, "EventSelectors": selectors})).await;
    assert_eq!(put, shown(selectors.clone()));
    assert_eq!(world.ok(ops::GetEventSelectors, json!({"TrailName": "iris"})).await, shown(selectors));
    let trails = world.ok(ops::DescribeTrails, json!({})).await;
    assert_eq!(trails["trailList"][0]["HasCustomEventSelectors"], true);
    assert!(world.wants("s3", "PutObject", "arn:aws:s3:::iris/x.csv"));
    assert!(!world.wants("s3", "GetObject", "arn:aws:s3:::iris/x.csv"));
    assert!(!world.wants("s3", "CreateBucket", "arn:aws:s3:::iris"));

    world.ok(ops::RemoveTags, json!({"ResourceId": ARN, "TagsList": [{"Key": "a"}]})).await;
    assert_eq!(
        world.ok(ops::ListTags, json!({"ResourceIdList": [ARN]})).await,
        json!({"ResourceTagList": [{"ResourceId": ARN, "TagsList": []}]})
    );
    world.ok(ops::AddTags, json!({"ResourceId": ARN, "TagsList": [{"Key": "c", "Value": "d"}]})).await;
    assert_eq!(
        world.ok(ops::ListTags, json!({"ResourceIdList": [ARN]})).await["ResourceTagList"][0]["TagsList"],
        json!([{"Key": "c", "Value": "d"}])
    );
    world.ok(ops::UpdateTrail, json!({"Name": ARN, "S3KeyPrefix": "p", "IsMultiRegionTrail": true})).await;
    assert_eq!(world.ok(ops::GetTrail, json!({"Name": "iris"})).await["Trail"]["S3KeyPrefix"], "p");

    world.ok(ops::StopLogging, json!({"Name": ARN})).await;
    assert!(!world.wants("s3", "PutObject", "arn:aws:s3:::iris/x.csv"));
    world.ok(ops::StartLogging, json!({"Name": ARN})).await;
    assert!(world.wants("s3", "PutObject", "arn:aws:s3:::iris/x.csv"));
    world.ok(ops::DeleteTrail, json!({"Name": ARN})).await;
    assert!(!world.wants("s3", "PutObject", "arn:aws:s3:::iris/x.csv"));
    assert_eq!(
        world.err(ops::GetTrailStatus, json!({"Name": ARN})).await,
        format!("TrailNotFoundException: Unknown trail: {ARN}")
    );
}

#[tokio::test]
async fn bad_trails_are_refused() {
    let world = World::new();
    for (input, expected) in [
        (
            json!({"Name": "iris", "S3BucketName": "nothing"}),
            "S3BucketDoesNotExistException: S3 bucket nothing does not exist!",
        ),
        (json!({"Name": "-iris", "S3BucketName": "logs"}), "InvalidTrailNameException: "),
        (
            json!({"Name": "iris", "S3BucketName": "logs", "EnableLogFileValidation": true}),
            "NotImplemented: Log file validation",
        ),
        (
            json!({"Name": "iris", "S3BucketName": "logs", "SnsTopicName": "t"}),
            "NotImplemented: SnsTopicName",
        ),
        (
            json!({"Name": "iris", "S3BucketName": "logs", "IsMultiRegionTrail": true, "IncludeGlobalServiceEvents": false}),
            "InvalidParameterCombinationException: ",
        ),
    ] {
        let message = world.err(ops::CreateTrail, input).await;
        assert!(message.starts_with(expected), "{message}");
    }
    for i in 0..5 {
        world.ok(ops::CreateTrail, json!({"Name": format!("trail-{i}"), "S3BucketName": "logs"})).await;
    }
    let message = world.err(ops::CreateTrail, json!({"Name": "iris", "S3BucketName": "logs"})).await;
    assert!(message.starts_with("MaximumNumberOfTrailsExceededException: "), "{message}");
}
