//! Retention is enforced.

use lirio_api::logs::*;

use crate::platform::{DAY_MS, START_MS, TestPlatform};

#[tokio::test]
async fn old_events_are_removed_day_by_day() {
    let p = TestPlatform::new();
    p.group("g").await;
    p.stream("g", "s").await;
    p.put("g", "s", &[(-2 * DAY_MS, "older")]).await;
    let texts: Vec<(i64, &str)> = (0..2500).map(|at| (at - 3000, "old")).collect();
    p.put("g", "s", &texts).await;
    p.put("g", "s", &[(DAY_MS / 24, "new")]).await;
    let timers = tokio::spawn({
        let (store, clock) = (p.platform.store.clone(), p.clock.clone());
        async move { store.run_timers(std::future::pending(), clock).await }
    });
    let policy = PutRetentionPolicyRequest { log_group_name: "g".into(), retention_in_days: 1 };
    p.call(ops::PutRetentionPolicy, policy).await.unwrap();
    let count = async || {
        let all = GetLogEventsRequest { start_from_head: Some(true), ..Default::default() };
        p.get(all).await.0.len()
    };
    while count().await != 2501 {
        tokio::task::yield_now().await;
    }
    p.clock.advance(DAY_MS);
    while count().await != 1 {
        tokio::task::yield_now().await;
    }
    let streams = DescribeLogStreamsRequest { log_group_name: Some("g".into()), ..Default::default() };
    let stream = p.call(ops::DescribeLogStreams, streams).await.unwrap().log_streams.unwrap().remove(0);
    assert_eq!(stream.first_event_timestamp, Some(START_MS + DAY_MS / 24));
    let groups = p.call(ops::DescribeLogGroups, DescribeLogGroupsRequest::default()).await.unwrap();
    let group = groups.log_groups.unwrap().remove(0);
    assert_eq!((group.stored_bytes, group.retention_in_days), (Some(29), Some(1)));
    // An event that the policy has no more is not taken.
    let answer = p.put("g", "s", &[(-1000, "late")]).await;
    assert_eq!(answer.rejected_log_events_info.unwrap().expired_log_event_end_index, Some(0));
    let delete = DeleteRetentionPolicyRequest { log_group_name: "g".into() };
    p.call(ops::DeleteRetentionPolicy, delete).await.unwrap();
    p.clock.advance(10 * DAY_MS);
    assert_eq!(count().await, 1);
    timers.abort();
}
