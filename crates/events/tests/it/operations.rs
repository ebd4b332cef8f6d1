//! What the operations answer.

use lirio_api::events::ops;
use serde_json::{Value as Json, json};

use crate::support::{MACHINE, ROLE, World};

fn names(list: &Json) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(|item| item["Name"].as_str()).collect()
}

#[tokio::test]
async fn every_operation_is_served() {
    assert_eq!(World::new().missing(), Vec::<String>::new());
}

#[tokio::test]
async fn buses_come_and_go() {
    let world = World::new();
    let bus = world.ok(ops::DescribeEventBus, json!({})).await;
    assert_eq!(bus["Arn"], "arn:aws:events:eu-west-1:000000000000:event-bus/default");
    let made =
        world.ok(ops::CreateEventBus, json!({"Name": "orders", "Tags": [{"Key": "a", "Value": "b"}]})).await;
    let arn = made["EventBusArn"].as_str().unwrap();
    assert_eq!(
        world.err(ops::CreateEventBus, json!({"Name": "orders"})).await,
        "ResourceAlreadyExistsException: Event bus orders already exists."
    );
    assert_eq!(names(&world.ok(ops::ListEventBuses, json!({})).await["EventBuses"]), ["default", "orders"]);
    assert_eq!(world.ok(ops::DescribeEventBus, json!({"Name": arn})).await["Name"], "orders");
    world
        .ok(ops::PutRule, json!({"Name": "r", "EventBusName": arn, "EventPattern": "{\"source\":[\"x\"]}"}))
        .await;
    assert_eq!(
        world.err(ops::DeleteEventBus, json!({"Name": "orders"})).await,
        "ValidationException: Event bus can't be deleted since it has rules."
    );
    world.ok(ops::DeleteRule, json!({"Name": "r", "EventBusName": "orders"})).await;
    world.ok(ops::DeleteEventBus, json!({"Name": "orders"})).await;
    assert_eq!(
        world.err(ops::DescribeEventBus, json!({"Name": "orders"})).await,
        "ResourceNotFoundException: Event bus orders does not exist."
    );
    assert_eq!(
        world.err(ops::DeleteEventBus, json!({"Name": "default"})).await,
        "ValidationException: Cannot delete event bus default."
    );
}

#[tokio::test]
async fn rules_and_targets_live() {
    let world = World::new();
    let pattern = r#"{"source":["aws.s3"]}"#;
    let rule = world
        .ok(ops::PutRule, json!({"Name": "r", "EventPattern": pattern, "Tags": [{"Key": "k", "Value": "v"}]}))
        .await;
    let arn = rule["RuleArn"].as_str().unwrap();
    assert_eq!(arn, "arn:aws:events:eu-west-1:000000000000:rule/r");
    assert_eq!(
        world.ok(ops::DescribeRule, json!({"Name": "r"})).await,
        json!({"Name": "r", "Arn": arn, "EventPattern": pattern, "State": "ENABLED", "EventBusName": "default", "CreatedBy": "000000000000"})
    );
    world.ok(ops::DisableRule, json!({"Name": "r"})).await;
    assert_eq!(world.ok(ops::DescribeRule, json!({"Name": "r"})).await["State"], "DISABLED");
    assert_eq!(
        world.ok(ops::ListTagsForResource, json!({"ResourceARN": arn})).await["Tags"],
        json!([{"Key": "k", "Value": "v"}])
    );
    world
        .ok(
            ops::TagResource,
            json!({"ResourceARN": arn, "Tags": [{"Key": "k", "Value": "w"}, {"Key": "l", "Value": ""}]}),
        )
        .await;
    world.ok(ops::UntagResource, json!({"ResourceARN": arn, "TagKeys": ["l"]})).await;
    assert_eq!(
        world.ok(ops::ListTagsForResource, json!({"ResourceARN": arn})).await["Tags"],
        json!([{"Key": "k", "Value": "w"}])
    );

    let target = |id: &str| json!({"Id": id, "Arn": MACHINE, "RoleArn": ROLE});
    let put = world.ok(ops::PutTargets, json!({"Rule": "r", "Targets": [target("a"), target("b")]})).await;
    assert_eq!(put, json!({"FailedEntryCount": 0, "FailedEntries": []}));
    let page = world.ok(ops::ListTargetsByRule, json!({"Rule": "r", "Limit": 1})).await;
    assert_eq!(page["Targets"], json!([target("a")]));
    let rest = world.ok(ops::ListTargetsByRule, json!({"Rule": "r", "NextToken": page["NextToken"]})).await;
    assert_eq!(rest, json!({"Targets": [target("b")]}));
    assert_eq!(
        world.ok(ops::ListRuleNamesByTarget, json!({"TargetArn": MACHINE})).await,
        json!({"RuleNames": ["r"]})
    );
    let many: Vec<Json> = (0..4).map(|i| target(&format!("c{i}"))).collect();
    assert_eq!(
        world.err(ops::PutTargets, json!({"Rule": "r", "Targets": many})).await,
        "LimitExceededException: The requested resource exceeds the maximum number allowed."
    );
    assert_eq!(
        world.err(ops::DeleteRule, json!({"Name": "r"})).await,
        "ValidationException: Rule can't be deleted since it has targets."
    );
    world.ok(ops::RemoveTargets, json!({"Rule": "r", "Ids": ["a", "b"]})).await;
    world.ok(ops::DeleteRule, json!({"Name": "r"})).await;
    world.ok(ops::DeleteRule, json!({"Name": "r"})).await;
    assert_eq!(
        world.err(ops::ListTargetsByRule, json!({"Rule": "r"})).await,
        "ResourceNotFoundException: Rule r does not exist on EventBus default."
    );
}

#[tokio::test]
async fn bad_rules_and_targets_are_refused_in_awss_words() {
    let world = World::new();
    for (input, expected) in [
        (
            json!({"Name": "r"}),
            "ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.",
        ),
        (
            json!({"Name": "r", "EventPattern": "{\"a\": 1}"}),
            "InvalidEventPatternException: Event pattern is not valid. Reason: ",
        ),
        (
            json!({"Name": "r", "ScheduleExpression": "rate(1 minutes)"}),
            "ValidationException: Parameter ScheduleExpression is not valid.",
        ),
        (
            json!({"Name": "r", "EventBusName": "no", "EventPattern": "{\"a\":[1]}"}),
            "ResourceNotFoundException: Event bus no does not exist.",
        ),
        (
            json!({"Name": "r", "EventBusName": "b", "ScheduleExpression": "rate(1 minute)"}),
            "ValidationException: ScheduleExpression is supported only on the default event bus.",
        ),
        (
            json!({"Name": "r", "EventPattern": "{\"a\":[1]}", "RoleArn": "arn:aws:iam::000000000000:role/stranger"}),
            "ValidationException: Provided role 'arn:aws:iam::000000000000:role/stranger' cannot be assumed by principal 'events.amazonaws.com'.",
        ),
    ] {
        let message = world.err(ops::PutRule, input).await;
        assert!(message.starts_with(expected), "{message}");
    }
    assert_eq!(
        world.err(ops::PutTargets, json!({"Rule": "r", "Targets": [{"Id": "1", "Arn": MACHINE}]})).await,
        format!("ValidationException: RoleArn is required for target {MACHINE}.")
    );
    assert_eq!(
        world
            .err(
                ops::PutTargets,
                json!({"Rule": "r", "Targets": [{"Id": "1", "Arn": MACHINE, "RoleArn": ROLE}]})
            )
            .await,
        "ResourceNotFoundException: Rule r does not exist on EventBus default."
    );
}

#[tokio::test]
async fn patterns_are_tested() {
    let world = World::new();
    let event = json!({"id": "1", "account": "0", "source": "aws.s3", "time": "t", "region": "r", "detail-type": "d"});
    for (pattern, expected) in [
        (r#"{"source":["aws.s3"]}"#, true),
        (r#"{"source":[{"prefix":"aws."}]}"#, true),
        (r#"{"source":["aws.ec2"]}"#, false),
    ] {
        let answer = world
            .ok(ops::TestEventPattern, json!({"EventPattern": pattern, "Event": event.to_string()}))
            .await;
        assert_eq!(answer, json!({"Result": expected}), "{pattern}");
    }
    for event in ["{", "[]", "{}"] {
        assert_eq!(
            world.err(ops::TestEventPattern, json!({"EventPattern": "{\"a\":[1]}", "Event": event})).await,
            "ValidationException: Parameter Event is not valid."
        );
    }
    let message =
        world.err(ops::TestEventPattern, json!({"EventPattern": "{", "Event": event.to_string()})).await;
    assert!(
        message.starts_with("InvalidEventPatternException: Event pattern is not valid. Reason: "),
        "{message}"
    );
}

#[tokio::test]
async fn entries_fail_one_by_one() {
    let world = World::new();
    let answer = world
        .ok(
            ops::PutEvents,
            json!({"Entries": [
                {"Source": "my.app", "DetailType": "Order", "Detail": "{}"},
                {"Source": "aws.s3", "DetailType": "Order", "Detail": "{}"},
                {"Source": "my.app", "DetailType": "Order", "Detail": "{"},
            ]}),
        )
        .await;
    assert_eq!(answer["FailedEntryCount"], 2);
    assert_eq!(answer["Entries"][0]["EventId"].as_str().unwrap().len(), 36);
    assert_eq!(
        answer["Entries"][1],
        json!({"ErrorCode": "NotAuthorizedForSourceException", "ErrorMessage": "Not authorized for the source."})
    );
    assert_eq!(
        answer["Entries"][2],
        json!({"ErrorCode": "MalformedDetail", "ErrorMessage": "Detail is malformed."})
    );
    let large = format!("{{\"a\":\"{}\"}}", "x".repeat(256 * 1024));
    assert_eq!(
        world
            .err(ops::PutEvents, json!({"Entries": [{"Source": "a", "DetailType": "b", "Detail": large}]}))
            .await,
        "ValidationException: Total size of the entries in the request is over the limit."
    );
}
