//! Alarms that follow their metrics, in the test's own time.

use lirio_api::cloudwatch::*;
use lirio_service::topics::{ALARM_STATES, AlarmState, BusEvent, EVENTS};
use lirio_store::Outbox;
use std::sync::{Arc, Mutex};

use crate::world::{MINUTE_MS, World, at, datum};

fn alarm(name: &str) -> PutMetricAlarmInput {
    PutMetricAlarmInput {
        alarm_name: name.into(),
        namespace: Some("n".into()),
        metric_name: Some("m".into()),
        statistic: Some("Average".into()),
        period: Some(60),
        evaluation_periods: Some(1),
        threshold: Some(10.0),
        comparison_operator: Some("GreaterThanThreshold".into()),
        ..Default::default()
    }
}

async fn put(world: &World, alarm: PutMetricAlarmInput) {
    world.call(ops::PutMetricAlarm, alarm).await.unwrap();
}

async fn described(world: &World, name: &str) -> MetricAlarm {
    let input = DescribeAlarmsInput { alarm_names: Some(vec![name.into()]), ..Default::default() };
    world.call(ops::DescribeAlarms, input).await.unwrap().metric_alarms.unwrap().remove(0)
}

async fn history(world: &World, name: &str) -> Vec<String> {
    let input = DescribeAlarmHistoryInput {
        alarm_name: Some(name.into()),
        scan_by: Some("TimestampAscending".into()),
        ..Default::default()
    };
    let found = world.call(ops::DescribeAlarmHistory, input).await.unwrap();
    found.alarm_history_items.unwrap().into_iter().map(|item| item.history_summary.unwrap()).collect()
}

#[tokio::test]
async fn data_change_the_state_before_the_call_returns() {
    let world = World::new();
    put(&world, alarm("a")).await;
    assert_eq!(world.state("a").await, "INSUFFICIENT_DATA");
    world.put(&[(-120, 1.0)]).await;
    assert_eq!(world.state("a").await, "OK");
    world.put(&[(-60, 11.0)]).await;
    let found = described(&world, "a").await;
    assert_eq!(found.state_value.as_deref(), Some("ALARM"));
    assert_eq!(
        found.state_reason.as_deref(),
        Some(
            "Threshold Crossed: 1 out of the last 1 datapoint [11.0 (09/10/25 08:52:00)] was greater than the threshold (10.0) (minimum 1 datapoint for OK -> ALARM transition)."
        )
    );
    let data: serde_json::Value = serde_json::from_str(&found.state_reason_data.unwrap()).unwrap();
    assert_eq!(data["recentDatapoints"], serde_json::json!([11.0]));
    // An average of the minute that runs may still change.
    world.put(&[(0, 1.0)]).await;
    assert_eq!(world.state("a").await, "ALARM");
    // What came for the minute before changes what it was.
    world.put(&[(-59, 1.0)]).await;
    assert_eq!(world.state("a").await, "OK");
    assert_eq!(
        history(&world, "a").await,
        [
            "Alarm \"a\" created",
            "Alarm updated from INSUFFICIENT_DATA to OK",
            "Alarm updated from OK to ALARM",
            "Alarm updated from ALARM to OK",
        ]
    );
}

#[tokio::test]
async fn periods_end_by_the_stored_timer() {
    let world = World::new();
    put(&world, alarm("a")).await;
    world.put(&[(1, 20.0)]).await;
    assert_eq!(world.state("a").await, "INSUFFICIENT_DATA");
    world.clock.advance(MINUTE_MS);
    world.until("a", "ALARM").await;
    // Three periods without data: nothing is known any more.  The platform was down meanwhile.
    let world = world.restart().await;
    assert_eq!(world.state("a").await, "ALARM");
    world.clock.advance(3 * MINUTE_MS);
    world.until("a", "INSUFFICIENT_DATA").await;
    // Then time alone changes nothing: no timer is left, and data wake the alarm again.
    assert_eq!(timers(&world, "a").await, None);
    world.put(&[(181, 20.0)]).await;
    assert!(timers(&world, "a").await.is_some());
}

/// When the alarm's timer is due, from its row.
async fn timers(world: &World, name: &str) -> Option<i64> {
    use lirio_store::{Key, Read as _};
    let key = Key::new().str("eu-west-1").str("000000000000").str(name);
    let row = world.platform.store.read(|r| r.get("cloudwatch.alarms", &key)).unwrap().unwrap();
    serde_json::from_slice::<serde_json::Value>(&row[1..]).unwrap()["armed_ms"].as_i64()
}

#[tokio::test]
async fn a_maximum_is_not_waited_for() {
    let world = World::new();
    let input = PutMetricAlarmInput { statistic: Some("Maximum".into()), ..alarm("a") };
    put(&world, input).await;
    world.put(&[(0, 1.0)]).await;
    assert_eq!(world.state("a").await, "INSUFFICIENT_DATA");
    world.put(&[(1, 11.0)]).await;
    assert_eq!(world.state("a").await, "ALARM");
}

#[tokio::test]
async fn m_out_of_n_and_missing_data() {
    let check = async |missing: &str, (m, n): (i64, i64), values: &[(i64, f64)], expected: &str| {
        let world = World::new();
        let input = PutMetricAlarmInput {
            datapoints_to_alarm: Some(m),
            evaluation_periods: Some(n),
            treat_missing_data: Some(missing.into()),
            ..alarm("a")
        };
        world.put(values).await;
        put(&world, input).await;
        assert_eq!(world.state("a").await, expected, "{missing} {m}/{n} {values:?}");
    };
    check("missing", (2, 3), &[(-180, 20.0), (-120, 1.0), (-60, 20.0)], "ALARM").await;
    check("missing", (3, 3), &[(-180, 20.0), (-120, 1.0), (-60, 20.0)], "OK").await;
    check("breaching", (1, 1), &[], "ALARM").await;
    check("notBreaching", (1, 1), &[], "OK").await;
    check("ignore", (1, 1), &[], "INSUFFICIENT_DATA").await;
    check("missing", (2, 3), &[(-120, 20.0)], "ALARM").await;
    check("missing", (3, 3), &[(-60, 20.0)], "INSUFFICIENT_DATA").await;
    check("breaching", (2, 3), &[(-60, 1.0)], "ALARM").await;
}

#[tokio::test]
async fn every_comparison() {
    for (operator, breaching, good) in [
        ("GreaterThanThreshold", 10.5, 10.0),
        ("GreaterThanOrEqualToThreshold", 10.0, 9.5),
        ("LessThanThreshold", 9.5, 10.0),
        ("LessThanOrEqualToThreshold", 10.0, 10.5),
    ] {
        let world = World::new();
        put(&world, PutMetricAlarmInput { comparison_operator: Some(operator.into()), ..alarm("a") }).await;
        world.put(&[(-120, breaching)]).await;
        assert_eq!(world.state("a").await, "ALARM", "{operator}");
        world.put(&[(-60, good)]).await;
        assert_eq!(world.state("a").await, "OK", "{operator}");
    }
}

#[tokio::test]
async fn percentiles_of_few_values_may_be_ignored() {
    let world = World::new();
    let percentile = |name: &str, low: &str| PutMetricAlarmInput {
        statistic: None,
        extended_statistic: Some("p90".into()),
        evaluate_low_sample_count_percentile: Some(low.into()),
        ..alarm(name)
    };
    put(&world, percentile("evaluates", "evaluate")).await;
    put(&world, percentile("ignores", "ignore")).await;
    world.put(&[(-60, 20.0)]).await;
    assert_eq!(world.state("evaluates").await, "ALARM");
    assert_eq!(world.state("ignores").await, "INSUFFICIENT_DATA");
    // A hundred are enough for p90.
    let many = MetricDatum {
        value: None,
        values: Some(vec![20.0]),
        counts: Some(vec![99.0]),
        ..datum("m", -60, 0.0)
    };
    world.put_data(vec![many]).await.unwrap();
    assert_eq!(world.state("ignores").await, "ALARM");
}

#[tokio::test]
async fn an_alarm_on_an_expression() {
    let world = World::new();
    let metric = |id: &str| MetricDataQuery {
        id: id.into(),
        metric_stat: Some(MetricStat {
            metric: Metric { namespace: Some("n".into()), metric_name: Some(id.into()), dimensions: None },
            period: 60,
            stat: "Sum".into(),
            unit: None,
        }),
        return_data: Some(false),
        ..Default::default()
    };
    let rate = MetricDataQuery {
        id: "rate".into(),
        expression: Some("100 * errors / FILL(calls, 1)".into()),
        return_data: Some(true),
        ..Default::default()
    };
    let input = PutMetricAlarmInput {
        alarm_name: "a".into(),
        metrics: Some(vec![metric("errors"), metric("calls"), rate]),
        evaluation_periods: Some(1),
        threshold: Some(5.0),
        comparison_operator: Some("GreaterThanThreshold".into()),
        ..Default::default()
    };
    put(&world, input).await;
    world.put_data(vec![datum("calls", -60, 100.0), datum("errors", -60, 4.0)]).await.unwrap();
    assert_eq!(world.state("a").await, "OK");
    world.put_data(vec![datum("errors", -59, 2.0)]).await.unwrap();
    assert_eq!(world.state("a").await, "ALARM");
}

/// Collects the messages of a topic.
fn listen<T: serde::de::DeserializeOwned + Send + 'static>(
    world: &World,
    outbox: Outbox,
) -> Arc<Mutex<Vec<T>>> {
    let (found, shutdown) = (Arc::new(Mutex::new(Vec::new())), world.platform.shutdown.clone());
    let into = found.clone();
    tokio::spawn(async move {
        let ended = async move { shutdown.requested().await };
        outbox
            .run(1, ended, move |delivery| {
                into.lock().unwrap().push(delivery.decode().unwrap());
                async { Ok(()) }
            })
            .await;
    });
    found
}

async fn arrived<T>(messages: &Arc<Mutex<Vec<T>>>, count: usize) {
    for _ in 0..1000 {
        if messages.lock().unwrap().len() >= count {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("{} messages, not {count}", messages.lock().unwrap().len());
}

#[tokio::test]
async fn changes_are_told() {
    let world = World::new();
    put(&world, alarm("a")).await;
    // Nobody consumes the states: nothing piles up.
    world.put(&[(-180, 1.0)]).await;
    let states: Outbox = world.platform.store.outbox(ALARM_STATES);
    assert_eq!(states.pending().unwrap(), 0);
    let states = listen::<AlarmState>(&world, states);
    let events = listen::<BusEvent>(&world, world.platform.store.outbox(EVENTS));
    world.put(&[(-120, 20.0)]).await;
    arrived(&states, 1).await;
    arrived(&events, 2).await;
    let state = states.lock().unwrap()[0].clone();
    assert_eq!((state.name.as_str(), state.state.as_str(), state.at), ("a", "ALARM", at(0)));
    assert_eq!(state.arn, "arn:aws:cloudwatch:eu-west-1:000000000000:alarm:a");
    let event = events.lock().unwrap()[1].event.clone();
    assert_eq!(event["source"], "aws.cloudwatch");
    assert_eq!(event["detail-type"], "CloudWatch Alarm State Change");
    assert_eq!(event["resources"][0], state.arn);
    assert_eq!(event["detail"]["state"]["value"], "ALARM");
    assert_eq!(event["detail"]["previousState"]["value"], "OK");
    let stat = &event["detail"]["configuration"]["metrics"][0]["metricStat"];
    assert_eq!((&stat["stat"], &stat["metric"]["name"]), (&"Average".into(), &"m".into()));
}

#[tokio::test]
async fn composites_follow_in_the_same_commit() {
    let world = World::new();
    put(&world, alarm("a")).await;
    put(&world, PutMetricAlarmInput { metric_name: Some("other".into()), ..alarm("b") }).await;
    let composite = |name: &str, rule: &str| PutCompositeAlarmInput {
        alarm_name: name.into(),
        alarm_rule: rule.into(),
        ..Default::default()
    };
    let put = async |input| world.call(ops::PutCompositeAlarm, input).await;
    put(composite("both", "ALARM(a) AND ALARM(b)")).await.unwrap();
    put(composite("any", "ALARM(a) OR ALARM(b)")).await.unwrap();
    put(composite("top", "ALARM(any) AND NOT ALARM(both)")).await.unwrap();
    let check = async |expected: [&str; 3]| {
        for (name, expected) in ["both", "any", "top"].into_iter().zip(expected) {
            assert_eq!(world.state(name).await, expected, "{name}");
        }
    };
    check(["OK", "OK", "OK"]).await;
    world.put(&[(-60, 20.0)]).await;
    check(["OK", "ALARM", "ALARM"]).await;
    world.put_data(vec![datum("other", -60, 20.0)]).await.unwrap();
    check(["ALARM", "ALARM", "OK"]).await;
    let set = SetAlarmStateInput {
        alarm_name: "a".into(),
        state_value: "OK".into(),
        state_reason: "drill".into(),
        state_reason_data: None,
    };
    world.call(ops::SetAlarmState, set).await.unwrap();
    check(["OK", "ALARM", "ALARM"]).await;

    let error = put(composite("any", "ALARM(top)")).await.unwrap_err();
    assert!(error.message.contains("itself"), "{error}");
    let error = put(composite("c", "ALARM(nobody)")).await.unwrap_err();
    assert!(error.message.contains("do not exist"), "{error}");
    let error = put(composite("a", "TRUE")).await.unwrap_err();
    assert!(error.message.contains("MetricAlarm"), "{error}");
    let error = put(composite("c", "ALARM(a")).await.unwrap_err();
    assert!(error.message.contains("character 8"), "{error}");
    let family = async |input: DescribeAlarmsInput| {
        let found = world.call(ops::DescribeAlarms, input).await.unwrap();
        let metric = found.metric_alarms.unwrap().into_iter().filter_map(|a| a.alarm_name);
        metric
            .chain(found.composite_alarms.unwrap().into_iter().filter_map(|a| a.alarm_name))
            .collect::<Vec<_>>()
    };
    let children = DescribeAlarmsInput { children_of_alarm_name: Some("both".into()), ..Default::default() };
    assert_eq!(family(children).await, ["a", "b"]);
    let parents = DescribeAlarmsInput { parents_of_alarm_name: Some("any".into()), ..Default::default() };
    assert_eq!(family(parents).await, ["top"]);
}

#[tokio::test]
async fn alarms_are_described_changed_and_deleted() {
    let world = World::new();
    for name in ["a-1", "a-2", "b-1"] {
        put(&world, alarm(name)).await;
    }
    let names = async |input: DescribeAlarmsInput| -> (Vec<String>, Option<String>) {
        let found = world.call(ops::DescribeAlarms, input).await.unwrap();
        (found.metric_alarms.unwrap().into_iter().filter_map(|a| a.alarm_name).collect(), found.next_token)
    };
    let page = DescribeAlarmsInput { max_records: Some(2), ..Default::default() };
    let (first, token) = names(page.clone()).await;
    assert_eq!(first, ["a-1", "a-2"]);
    assert_eq!(names(DescribeAlarmsInput { next_token: token, ..page }).await, (vec!["b-1".into()], None));
    let prefix = DescribeAlarmsInput { alarm_name_prefix: Some("a-".into()), ..Default::default() };
    assert_eq!(names(prefix).await.0, ["a-1", "a-2"]);
    let of_state = DescribeAlarmsInput { state_value: Some("ALARM".into()), ..Default::default() };
    assert_eq!(names(of_state).await.0, Vec::<String>::new());
    let metric =
        DescribeAlarmsForMetricInput { namespace: "n".into(), metric_name: "m".into(), ..Default::default() };
    let found = world.call(ops::DescribeAlarmsForMetric, metric).await.unwrap();
    assert_eq!(found.metric_alarms.unwrap().len(), 3);

    world
        .call(ops::DisableAlarmActions, DisableAlarmActionsInput { alarm_names: vec!["a-1".into()] })
        .await
        .unwrap();
    assert_eq!(described(&world, "a-1").await.actions_enabled, Some(false));
    world.put(&[(-60, 20.0)]).await;
    put(&world, PutMetricAlarmInput { threshold: Some(30.0), ..alarm("a-1") }).await;
    let changed = described(&world, "a-1").await;
    assert_eq!((changed.threshold, changed.state_value.as_deref()), (Some(30.0), Some("OK")));

    let delete =
        |names: &[&str]| DeleteAlarmsInput { alarm_names: names.iter().map(|n| (*n).to_owned()).collect() };
    let error = world.call(ops::DeleteAlarms, delete(&["a-1", "nobody"])).await.unwrap_err();
    assert_eq!((error.code.as_ref(), error.status), ("ResourceNotFound", 404));
    assert_eq!(world.state("a-1").await, "OK");
    world.call(ops::DeleteAlarms, delete(&["a-1", "a-2"])).await.unwrap();
    assert_eq!(world.state("a-1").await, "(gone)");
    assert_eq!(history(&world, "a-1").await.last().unwrap(), "Alarm \"a-1\" deleted");
    world.put(&[(-60, 1.0)]).await;
}

#[tokio::test]
async fn alarms_that_are_refused() {
    let world = World::new();
    let check = async |input: PutMetricAlarmInput, part: &str| {
        let error = world.call(ops::PutMetricAlarm, input).await.unwrap_err();
        assert!(error.to_string().contains(part), "{error}");
    };
    check(PutMetricAlarmInput { threshold: None, ..alarm("a") }, "Threshold is required").await;
    check(PutMetricAlarmInput { evaluation_periods: None, ..alarm("a") }, "EvaluationPeriods is required")
        .await;
    check(PutMetricAlarmInput { comparison_operator: None, ..alarm("a") }, "ComparisonOperator is required")
        .await;
    check(PutMetricAlarmInput { datapoints_to_alarm: Some(2), ..alarm("a") }, "DatapointsToAlarm").await;
    check(PutMetricAlarmInput { period: Some(7), ..alarm("a") }, "Period").await;
    check(PutMetricAlarmInput { period: Some(5), ..alarm("a") }, "10, 20, 30").await;
    check(PutMetricAlarmInput { statistic: None, ..alarm("a") }, "Exactly one of Statistic").await;
    check(PutMetricAlarmInput { treat_missing_data: Some("maybe".into()), ..alarm("a") }, "TreatMissingData")
        .await;
    check(PutMetricAlarmInput { evaluation_periods: Some(1441), ..alarm("a") }, "a day").await;
    check(PutMetricAlarmInput { threshold_metric_id: Some("x".into()), ..alarm("a") }, "NotImplemented")
        .await;
    let band =
        PutMetricAlarmInput { comparison_operator: Some("GreaterThanUpperThreshold".into()), ..alarm("a") };
    check(band, "NotImplemented").await;
    check(PutMetricAlarmInput { alarm_actions: Some(vec!["x".into()]), ..alarm("a") }, "Invalid arn syntax")
        .await;
    let both = PutMetricAlarmInput { metrics: Some(Vec::new()), ..alarm("a") };
    check(both, "Metrics excludes").await;
}

#[tokio::test]
async fn actions_that_nobody_carries_out_are_in_the_history() {
    let world = World::new();
    let topic = "arn:aws:sns:eu-west-1:000000000000:t";
    put(&world, PutMetricAlarmInput { alarm_actions: Some(vec![topic.into()]), ..alarm("a") }).await;
    world.put(&[(-60, 20.0)]).await;
    for _ in 0..1000 {
        if history(&world, "a").await.last().unwrap() == &format!("Failed to execute action {topic}") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("{:?}", history(&world, "a").await);
}
