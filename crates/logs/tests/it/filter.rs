//! `FilterLogEvents`.

use lirio_api::logs::*;

use crate::platform::{START_MS, TestPlatform};

async fn found(p: &TestPlatform, input: FilterLogEventsRequest) -> (Vec<String>, Option<String>) {
    let input = FilterLogEventsRequest { log_group_name: Some("g".into()), ..input };
    let output = p.call(ops::FilterLogEvents, input).await.unwrap();
    (output.events.unwrap().into_iter().map(|e| e.message.unwrap()).collect(), output.next_token)
}

async fn two_streams() -> TestPlatform {
    let p = TestPlatform::new();
    p.group("g").await;
    p.stream("g", "a/1").await;
    p.stream("g", "b/1").await;
    p.stream("g", "empty").await;
    p.put("g", "a/1", &[(0, "a0 ERROR"), (2, "a2"), (4, "a4 ERROR")]).await;
    p.put("g", "b/1", &[(1, "b1 ERROR"), (2, "b2"), (3, r#"{"level":"error","code":500}"#)]).await;
    p
}

#[tokio::test]
async fn streams_are_interleaved_by_time() {
    let p = two_streams().await;
    let json = r#"{"level":"error","code":500}"#;
    let check = async |input: FilterLogEventsRequest, expected: &[&str]| {
        assert_eq!(found(&p, input).await.0, expected);
    };
    let all = FilterLogEventsRequest::default;
    check(all(), &["a0 ERROR", "b1 ERROR", "a2", "b2", json, "a4 ERROR"]).await;
    check(
        FilterLogEventsRequest { start_time: Some(START_MS + 1), end_time: Some(START_MS + 2), ..all() },
        &["b1 ERROR", "a2", "b2"],
    )
    .await;
    check(
        FilterLogEventsRequest { log_stream_name_prefix: Some("b/".into()), ..all() },
        &["b1 ERROR", "b2", json],
    )
    .await;
    check(
        FilterLogEventsRequest { log_stream_names: Some(vec!["a/1".into()]), ..all() },
        &["a0 ERROR", "a2", "a4 ERROR"],
    )
    .await;
    let pattern = |text: &str| FilterLogEventsRequest { filter_pattern: Some(text.into()), ..all() };
    check(pattern("ERROR"), &["a0 ERROR", "b1 ERROR", "a4 ERROR"]).await;
    check(pattern("ERROR -b1"), &["a0 ERROR", "a4 ERROR"]).await;
    check(pattern("{ $.code >= 500 && $.level = \"err*\" }"), &[json]).await;
    let arn = "arn:aws:logs:eu-west-1:000000000000:log-group:g";
    let by_arn = FilterLogEventsRequest { log_group_identifier: Some(arn.into()), limit: Some(1), ..all() };
    let by_arn = p.call(ops::FilterLogEvents, by_arn).await.unwrap();
    assert_eq!(by_arn.events.unwrap()[0].log_stream_name.as_deref(), Some("a/1"));
}

#[tokio::test]
async fn pages_have_every_event_once() {
    let p = two_streams().await;
    for limit in 1..7 {
        let (mut all, mut token) = (Vec::new(), None);
        loop {
            let input =
                FilterLogEventsRequest { limit: Some(limit), next_token: token, ..Default::default() };
            let (page, next) = found(&p, input).await;
            all.extend(page);
            token = next;
            if token.is_none() {
                break;
            }
        }
        assert_eq!(all, found(&p, FilterLogEventsRequest::default()).await.0, "{limit}");
    }
}

#[tokio::test]
async fn event_ids_are_unique_and_stay() {
    let p = two_streams().await;
    let ids = async || {
        let input = FilterLogEventsRequest { log_group_name: Some("g".into()), ..Default::default() };
        let output = p.call(ops::FilterLogEvents, input).await.unwrap();
        output.events.unwrap().into_iter().map(|e| e.event_id.unwrap()).collect::<Vec<_>>()
    };
    let before = ids().await;
    let distinct: std::collections::BTreeSet<_> = before.iter().collect();
    assert_eq!(distinct.len(), 6);
    p.put("g", "empty", &[(0, "new")]).await;
    assert!(before.iter().all(|id| distinct.contains(id)));
    let after = ids().await;
    assert!(before.iter().all(|id| after.contains(id)));
}

#[tokio::test]
async fn refusals() {
    let p = two_streams().await;
    let base = || FilterLogEventsRequest { log_group_name: Some("g".into()), ..Default::default() };
    let check = async |input: FilterLogEventsRequest, code: &str| {
        let error = p.call(ops::FilterLogEvents, input).await.unwrap_err();
        assert_eq!(error.code, code, "{error}");
    };
    check(
        FilterLogEventsRequest { log_group_name: Some("none".into()), ..base() },
        "ResourceNotFoundException",
    )
    .await;
    check(
        FilterLogEventsRequest { log_stream_names: Some(vec!["none".into()]), ..base() },
        "ResourceNotFoundException",
    )
    .await;
    check(FilterLogEventsRequest { log_group_name: None, ..base() }, "InvalidParameterException").await;
    check(FilterLogEventsRequest { filter_pattern: Some("{".into()), ..base() }, "InvalidParameterException")
        .await;
    check(FilterLogEventsRequest { filter_pattern: Some("[a, b]".into()), ..base() }, "NotImplemented").await;
    check(FilterLogEventsRequest { next_token: Some("x".into()), ..base() }, "InvalidParameterException")
        .await;
    check(
        FilterLogEventsRequest { start_time: Some(2), end_time: Some(1), ..base() },
        "InvalidParameterException",
    )
    .await;
}

#[tokio::test]
async fn a_large_group_is_read_from_where_it_is_asked() {
    let p = TestPlatform::new();
    p.group("g").await;
    p.stream("g", "s").await;
    for batch in 0..10 {
        let texts: Vec<String> = (0..10_000).map(|i| format!("{}", batch * 10_000 + i)).collect();
        let events: Vec<(i64, &str)> =
            texts.iter().enumerate().map(|(i, text)| (batch * 10_000 + i as i64, text.as_str())).collect();
        p.put("g", "s", &events).await;
    }
    let last = FilterLogEventsRequest { start_time: Some(START_MS + 99_998), ..Default::default() };
    assert_eq!(found(&p, last).await.0, ["99998", "99999"]);
    // A search that finds nothing looks at all of them, in pages.
    let needle = FilterLogEventsRequest { filter_pattern: Some("99999".into()), ..Default::default() };
    let (texts, next) = found(&p, needle).await;
    assert_eq!((texts, next), (vec!["99999".to_owned()], None));
    let tail = GetLogEventsRequest { limit: Some(2), ..Default::default() };
    assert_eq!(p.get(tail).await.0, ["99998", "99999"]);
}
