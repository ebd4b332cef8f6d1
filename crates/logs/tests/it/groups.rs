//! Groups and streams.

use std::collections::BTreeMap;

use lirio_api::logs::*;

use crate::platform::{DAY_MS, START_MS, TestPlatform};

async fn group_pages(p: &TestPlatform, input: DescribeLogGroupsRequest) -> Vec<String> {
    let (mut names, mut token) = (Vec::new(), None);
    loop {
        let input = DescribeLogGroupsRequest { next_token: token, ..input.clone() };
        let page = p.call(ops::DescribeLogGroups, input).await.unwrap();
        names.extend(page.log_groups.unwrap().into_iter().map(|g| g.log_group_name.unwrap()));
        token = page.next_token;
        if token.is_none() {
            return names;
        }
    }
}

#[tokio::test]
async fn groups() {
    let p = TestPlatform::new();
    assert_eq!(p.missing_handlers(), Vec::<String>::new());
    for name in ["/aws/a", "/aws/b", "/other/a", "Zeta"] {
        p.group(name).await;
    }
    let all = DescribeLogGroupsRequest::default;
    for limit in 1..5 {
        let input = DescribeLogGroupsRequest { limit: Some(limit), ..all() };
        assert_eq!(group_pages(&p, input).await, ["/aws/a", "/aws/b", "/other/a", "Zeta"]);
        let input = DescribeLogGroupsRequest {
            limit: Some(limit),
            log_group_name_pattern: Some("/A".into()),
            ..all()
        };
        assert_eq!(group_pages(&p, input).await, ["/aws/a", "/aws/b", "/other/a"]);
    }
    let prefix = DescribeLogGroupsRequest { log_group_name_prefix: Some("/aws/".into()), ..all() };
    assert_eq!(group_pages(&p, prefix.clone()).await, ["/aws/a", "/aws/b"]);
    let both = DescribeLogGroupsRequest { log_group_name_pattern: Some("x".into()), ..prefix.clone() };
    assert_eq!(p.call(ops::DescribeLogGroups, both).await.unwrap_err().code, "InvalidParameterException");

    let seen = p.call(ops::DescribeLogGroups, prefix).await.unwrap().log_groups.unwrap().remove(0);
    assert_eq!(seen.arn.as_deref(), Some("arn:aws:logs:eu-west-1:000000000000:log-group:/aws/a:*"));
    assert_eq!(seen.log_group_arn.as_deref(), Some("arn:aws:logs:eu-west-1:000000000000:log-group:/aws/a"));
    assert_eq!((seen.log_group_class.as_deref(), seen.retention_in_days), (Some("STANDARD"), None));

    let again = CreateLogGroupRequest { log_group_name: "Zeta".into(), ..Default::default() };
    let again = p.call(ops::CreateLogGroup, again).await.unwrap_err();
    assert_eq!(again.to_string(), "ResourceAlreadyExistsException: The specified log group already exists");
    let delete = DeleteLogGroupRequest { log_group_name: "Zeta".into() };
    p.call(ops::DeleteLogGroup, delete.clone()).await.unwrap();
    let gone = p.call(ops::DeleteLogGroup, delete).await.unwrap_err();
    assert_eq!(gone.to_string(), "ResourceNotFoundException: The specified log group does not exist.");
    let odd = PutRetentionPolicyRequest { log_group_name: "/aws/a".into(), retention_in_days: 2 };
    assert_eq!(p.call(ops::PutRetentionPolicy, odd).await.unwrap_err().code, "InvalidParameterException");
}

#[tokio::test]
async fn tags() {
    let p = TestPlatform::new();
    let pair = |k: &str, v: &str| BTreeMap::from([(k.to_owned(), v.to_owned())]);
    let create = CreateLogGroupRequest {
        log_group_name: "g".into(),
        tags: Some(pair("a", "1")),
        ..Default::default()
    };
    p.call(ops::CreateLogGroup, create).await.unwrap();
    let arn = "arn:aws:logs:eu-west-1:000000000000:log-group:g";
    p.call(ops::TagResource, TagResourceRequest { resource_arn: arn.into(), tags: pair("b", "2") })
        .await
        .unwrap();
    let untag = UntagResourceRequest { resource_arn: arn.into(), tag_keys: vec!["a".into()] };
    p.call(ops::UntagResource, untag).await.unwrap();
    let tags = ListTagsForResourceRequest { resource_arn: arn.into() };
    assert_eq!(p.call(ops::ListTagsForResource, tags).await.unwrap().tags, Some(pair("b", "2")));
    let by_name = ListTagsLogGroupRequest { log_group_name: "g".into() };
    assert_eq!(p.call(ops::ListTagsLogGroup, by_name).await.unwrap().tags, Some(pair("b", "2")));
}

#[tokio::test]
async fn streams_by_name_and_by_time() {
    let p = TestPlatform::new();
    p.group("g").await;
    for name in ["x", "y", "z", "a"] {
        p.stream("g", name).await;
    }
    p.put("g", "y", &[(5, "y")]).await;
    p.put("g", "x", &[(1, "x"), (9, "x")]).await;
    p.put("g", "z", &[(7, "z")]).await;
    let pages = async |order: Option<&str>, descending: bool, limit: i64| {
        let (mut names, mut token) = (Vec::new(), None);
        loop {
            let input = DescribeLogStreamsRequest {
                log_group_name: Some("g".into()),
                order_by: order.map(str::to_owned),
                descending: Some(descending),
                limit: Some(limit),
                next_token: token,
                ..Default::default()
            };
            let page = p.call(ops::DescribeLogStreams, input).await.unwrap();
            names.extend(page.log_streams.unwrap().into_iter().map(|s| s.log_stream_name.unwrap()));
            token = page.next_token;
            if token.is_none() {
                return names;
            }
        }
    };
    for limit in 1..6 {
        assert_eq!(pages(None, false, limit).await, ["a", "x", "y", "z"]);
        assert_eq!(pages(Some("LogStreamName"), true, limit).await, ["z", "y", "x", "a"]);
        assert_eq!(pages(Some("LastEventTime"), false, limit).await, ["a", "y", "z", "x"]);
        assert_eq!(pages(Some("LastEventTime"), true, limit).await, ["x", "z", "y", "a"]);
    }
    let prefix = DescribeLogStreamsRequest {
        log_group_name: Some("g".into()),
        log_stream_name_prefix: Some("x".into()),
        ..Default::default()
    };
    let seen = p.call(ops::DescribeLogStreams, prefix.clone()).await.unwrap().log_streams.unwrap();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].first_event_timestamp, Some(START_MS + 1));
    assert_eq!(seen[0].last_event_timestamp, Some(START_MS + 9));
    assert_eq!(seen[0].arn.as_deref(), Some("arn:aws:logs:eu-west-1:000000000000:log-group:g:log-stream:x"));
    let both = DescribeLogStreamsRequest { order_by: Some("LastEventTime".into()), ..prefix };
    assert_eq!(p.call(ops::DescribeLogStreams, both).await.unwrap_err().code, "InvalidParameterException");

    let delete = DeleteLogStreamRequest { log_group_name: "g".into(), log_stream_name: "x".into() };
    p.call(ops::DeleteLogStream, delete.clone()).await.unwrap();
    assert_eq!(pages(Some("LastEventTime"), true, 50).await, ["z", "y", "a"]);
    let gone = p.call(ops::DeleteLogStream, delete).await.unwrap_err();
    assert_eq!(gone.to_string(), "ResourceNotFoundException: The specified log stream does not exist.");
    let groups = p.call(ops::DescribeLogGroups, DescribeLogGroupsRequest::default()).await.unwrap();
    assert_eq!(groups.log_groups.unwrap()[0].stored_bytes, Some(2 * 27));
    // A stream of the same name begins empty.
    p.stream("g", "x").await;
    let events = GetLogEventsRequest {
        log_group_name: Some("g".into()),
        log_stream_name: "x".into(),
        ..Default::default()
    };
    assert_eq!(p.call(ops::GetLogEvents, events).await.unwrap().events.unwrap(), []);
}

#[tokio::test]
async fn rejected_events_are_told() {
    let p = TestPlatform::new();
    p.group("g").await;
    p.stream("g", "s").await;
    let answer = p.put("g", "s", &[(-1000, "old"), (0, "now")]).await;
    assert_eq!(answer.rejected_log_events_info, None);
    assert_eq!(answer.next_sequence_token.map(|t| t.len()), Some(56));
    let answer = p.put("g", "s", &[(-14 * DAY_MS - 1, "too old")]).await;
    assert_eq!(answer.rejected_log_events_info.unwrap().too_old_log_event_end_index, Some(0));
    assert_eq!(p.get(GetLogEventsRequest::default()).await.0, ["old", "now"]);
}
