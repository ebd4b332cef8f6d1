//! `GetLogEvents`: its pages and tokens.

use lirio_api::logs::*;
use proptest::prelude::*;

use crate::platform::{START_MS, TestPlatform};

fn limited(limit: i64, from_head: bool, token: Option<String>) -> GetLogEventsRequest {
    GetLogEventsRequest {
        limit: Some(limit),
        start_from_head: Some(from_head),
        next_token: token,
        ..Default::default()
    }
}

#[tokio::test]
async fn the_token_at_an_end_is_the_one_that_was_given() {
    let p = TestPlatform::new();
    p.group("g").await;
    p.stream("g", "s").await;
    let (none, forward, backward) = p.get(limited(2, true, None)).await;
    assert!(none.is_empty() && forward.starts_with("f/") && backward.starts_with("b/"));
    p.put("g", "s", &[(0, "0"), (1, "1"), (1, "1b"), (2, "2"), (3, "3")]).await;
    // What came after an empty page is behind it.
    assert_eq!(p.get(limited(2, true, Some(forward))).await.0, ["0", "1"]);

    let (page, forward, _) = p.get(limited(2, true, None)).await;
    assert_eq!(page, ["0", "1"]);
    let (page, forward, backward) = p.get(limited(3, true, Some(forward))).await;
    assert_eq!(page, ["1b", "2", "3"]);
    assert_eq!(p.get(limited(9, true, Some(backward))).await.0, ["0", "1"]);
    let (page, same, back) = p.get(limited(3, true, Some(forward.clone()))).await;
    assert_eq!((page.len(), &same), (0, &forward));
    // Back from the end nothing is passed over.
    assert_eq!(p.get(limited(2, true, Some(back))).await.0, ["2", "3"]);
    p.put("g", "s", &[(4, "4")]).await;
    assert_eq!(p.get(limited(3, true, Some(forward))).await.0, ["4"]);

    let (page, _, backward) = p.get(limited(2, false, None)).await;
    assert_eq!(page, ["3", "4"]);
    let (page, _, backward) = p.get(limited(9, false, Some(backward))).await;
    assert_eq!(page, ["0", "1", "1b", "2"]);
    let (page, on, same) = p.get(limited(9, false, Some(backward.clone()))).await;
    assert_eq!((page.len(), &same), (0, &backward));
    assert_eq!(p.get(limited(1, false, Some(on))).await.0, ["0"]);

    let span = GetLogEventsRequest {
        start_time: Some(START_MS + 1),
        end_time: Some(START_MS + 3),
        start_from_head: Some(true),
        ..Default::default()
    };
    assert_eq!(p.get(span).await.0, ["1", "1b", "2"]);
    for token in ["x", "f/12", "f/", &format!("g/{}", "0".repeat(56)), &format!("f/{}", "9".repeat(56))] {
        let input = GetLogEventsRequest {
            log_group_name: Some("g".into()),
            log_stream_name: "s".into(),
            ..limited(1, true, Some(token.to_owned()))
        };
        let error = p.call(ops::GetLogEvents, input).await.unwrap_err();
        assert_eq!(error.code, "InvalidParameterException", "{token}");
    }
}

#[tokio::test]
async fn a_page_has_a_mebibyte() {
    let p = TestPlatform::new();
    p.group("g").await;
    p.stream("g", "s").await;
    let large = "x".repeat(400_000);
    for at in 0..5 {
        p.put("g", "s", &[(at, &large)]).await;
    }
    let (page, forward, _) = p.get(limited(10_000, true, None)).await;
    assert_eq!(page.len(), 2);
    let (page, forward, _) = p.get(limited(10_000, true, Some(forward))).await;
    assert_eq!(page.len(), 2);
    assert_eq!(p.get(limited(10_000, true, Some(forward))).await.0.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn pages_in_both_directions_are_the_whole(
        batches in prop::collection::vec(prop::collection::vec(0_i64..50, 1..12), 1..6),
        limit in 1_i64..7,
        start in prop::option::of(0_i64..50),
        end in prop::option::of(0_i64..60),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let p = TestPlatform::new();
            p.group("g").await;
            p.stream("g", "s").await;
            let mut model: Vec<(i64, String)> = Vec::new();
            for (batch, times) in batches.iter().enumerate() {
                let mut times = times.clone();
                times.sort_unstable();
                let texts: Vec<(i64, String)> =
                    times.iter().enumerate().map(|(i, at)| (*at, format!("{batch}.{i}"))).collect();
                let events: Vec<(i64, &str)> = texts.iter().map(|(at, text)| (*at, text.as_str())).collect();
                p.put("g", "s", &events).await;
                model.extend(texts);
            }
            // By time, and within a time by arrival.
            model.sort_by_key(|(at, _)| *at);
            let expected: Vec<String> = model
                .into_iter()
                .filter(|(at, _)| start.is_none_or(|s| *at >= s) && end.is_none_or(|e| *at < e))
                .map(|(_, text)| text)
                .collect();
            for from_head in [true, false] {
                let (mut all, mut token) = (Vec::new(), None);
                loop {
                    let input = GetLogEventsRequest {
                        start_time: start.map(|s| START_MS + s),
                        end_time: end.map(|e| START_MS + e),
                        ..limited(limit, from_head, token.clone())
                    };
                    let (page, forward, backward) = p.get(input).await;
                    prop_assert!(page.len() <= limit as usize);
                    let next = if from_head { forward } else { backward };
                    if page.is_empty() {
                        if let Some(token) = token {
                            prop_assert_eq!(next, token);
                        }
                        break;
                    }
                    if from_head {
                        all.extend(page);
                    } else {
                        all.splice(0..0, page);
                    }
                    token = Some(next);
                }
                prop_assert_eq!(&all, &expected);
            }
            Ok(())
        })?;
    }
}
