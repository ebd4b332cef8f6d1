//! Data in, statistics out.

use lirio_api::cloudwatch::*;
use lirio_service::{Caller, Principal};

use crate::world::{HOUR_MS, MINUTE_MS, World, at, datum, dimension};

fn ask(statistics: &[&str], seconds: (i64, i64), period: i64) -> GetMetricStatisticsInput {
    let (extended, simple): (Vec<String>, Vec<String>) = statistics
        .iter()
        .map(|s| (*s).to_owned())
        .partition(|s| !["SampleCount", "Average", "Sum", "Minimum", "Maximum"].contains(&s.as_str()));
    GetMetricStatisticsInput {
        namespace: "n".into(),
        metric_name: "m".into(),
        start_time: at(seconds.0),
        end_time: at(seconds.1),
        period,
        statistics: (!simple.is_empty()).then_some(simple),
        extended_statistics: (!extended.is_empty()).then_some(extended),
        ..Default::default()
    }
}

async fn averages(world: &World, seconds: (i64, i64), period: i64) -> Vec<(i64, f64)> {
    let found = world.call(ops::GetMetricStatistics, ask(&["Average"], seconds, period)).await.unwrap();
    found
        .datapoints
        .unwrap()
        .into_iter()
        .map(|p| ((p.timestamp.unwrap().0 - at(0).0) / 1000, p.average.unwrap()))
        .collect()
}

#[tokio::test]
async fn every_operation_has_a_handler() {
    assert_eq!(World::new().missing_handlers(), Vec::<String>::new());
}

#[tokio::test]
async fn values_come_back_as_statistics() {
    let world = World::new();
    world.put(&[(-120, 1.0), (-119, 3.0), (-60, 10.0)]).await;
    assert_eq!(averages(&world, (-120, 0), 60).await, [(-120, 2.0), (-60, 10.0)]);
    assert_eq!(averages(&world, (-120, 0), 120).await, [(-120, 14.0 / 3.0)]);
    let all = ask(&["SampleCount", "Sum", "Minimum", "Maximum"], (-180, 0), 300);
    let point = world.call(ops::GetMetricStatistics, all).await.unwrap().datapoints.unwrap().remove(0);
    assert_eq!(
        (point.sample_count, point.sum, point.minimum, point.maximum, point.average),
        (Some(3.0), Some(14.0), Some(1.0), Some(10.0), None)
    );
    assert_eq!(point.unit.as_deref(), Some("None"));
    let percentiles = ask(&["p50", "p100"], (-180, 0), 300);
    let point =
        world.call(ops::GetMetricStatistics, percentiles).await.unwrap().datapoints.unwrap().remove(0);
    let values = point.extended_statistics.unwrap();
    assert_eq!((values["p50"], values["p100"]), (3.0, 10.0));
}

#[tokio::test]
async fn counted_values_and_sets() {
    let world = World::new();
    let counted = MetricDatum {
        values: Some(vec![1.0, 5.0]),
        counts: Some(vec![3.0, 1.0]),
        value: None,
        ..datum("m", -60, 0.0)
    };
    world.put_data(vec![counted]).await.unwrap();
    assert_eq!(averages(&world, (-60, 0), 60).await, [(-60, 2.0)]);
    let set = StatisticSet { sample_count: 4.0, sum: 12.0, minimum: 1.0, maximum: 6.0 };
    let set = MetricDatum { statistic_values: Some(set), value: None, ..datum("m", -59, 0.0) };
    world.put_data(vec![set]).await.unwrap();
    assert_eq!(averages(&world, (-60, 0), 60).await, [(-60, 2.5)]);
    // How the set's values are spread is not known.
    let found = world.call(ops::GetMetricStatistics, ask(&["p50"], (-60, 0), 60)).await.unwrap();
    assert_eq!(found.datapoints.unwrap(), []);
}

#[tokio::test]
async fn units_are_apart_unless_one_is_asked_for() {
    let world = World::new();
    let with = |unit: &str, value: f64| MetricDatum { unit: Some(unit.into()), ..datum("m", -30, value) };
    world.put_data(vec![with("Seconds", 1.0), with("Milliseconds", 500.0)]).await.unwrap();
    let found = world.call(ops::GetMetricStatistics, ask(&["Sum"], (-60, 0), 60)).await.unwrap();
    let units: Vec<_> =
        found.datapoints.unwrap().into_iter().map(|p| (p.unit.unwrap(), p.sum.unwrap())).collect();
    assert_eq!(units, [("Seconds".into(), 1.0), ("Milliseconds".into(), 500.0)]);
    let one = GetMetricStatisticsInput { unit: Some("Seconds".into()), ..ask(&["Sum"], (-60, 0), 60) };
    assert_eq!(world.call(ops::GetMetricStatistics, one).await.unwrap().datapoints.unwrap().len(), 1);
}

#[tokio::test]
async fn what_is_refused() {
    let world = World::new();
    let check = async |data: MetricDatum, code: &str, part: &str| {
        let error = world.put_data(vec![data]).await.unwrap_err();
        assert_eq!(error.code, code, "{error}");
        assert!(error.message.contains(part), "{error}");
    };
    let plain = || datum("m", 0, 1.0);
    check(MetricDatum { value: Some(f64::NAN), ..plain() }, "InvalidParameterValue", "NaN").await;
    check(
        MetricDatum { value: Some(1e200), ..plain() },
        "InvalidParameterValue",
        "MetricData.member.1.Value",
    )
    .await;
    check(MetricDatum { value: None, ..plain() }, "MissingParameter", "Values").await;
    let both = MetricDatum { values: Some(vec![1.0]), ..plain() };
    check(both, "InvalidParameterCombination", "mutually exclusive").await;
    check(datum("m", -15 * 24 * 3600, 1.0), "InvalidParameterValue", "two weeks").await;
    check(datum("m", 7201, 1.0), "InvalidParameterValue", "two hours").await;
    check(
        MetricDatum { storage_resolution: Some(5), ..plain() },
        "InvalidParameterValue",
        "StorageResolution",
    )
    .await;
    let twice = MetricDatum { dimensions: Some(vec![dimension("a", "1"), dimension("a", "2")]), ..plain() };
    check(twice, "InvalidParameterValue", "twice").await;
    let many = MetricDatum {
        dimensions: Some((0..31).map(|i| dimension(&format!("d{i}"), "v")).collect()),
        ..plain()
    };
    check(many, "ValidationException", "length less than or equal to 30").await;
    let counts =
        MetricDatum { value: None, values: Some(vec![1.0, 2.0]), counts: Some(vec![1.0]), ..plain() };
    check(counts, "InvalidParameterValue", "same size").await;
    let values = MetricDatum { value: None, values: Some(vec![1.0; 151]), ..plain() };
    check(values, "InvalidParameterValue", "150").await;
    let error = world.put_data((0..1001).map(|_| plain()).collect()).await.unwrap_err();
    assert!(error.message.contains("1000"), "{error}");

    let user =
        Caller { principal: Principal::Root { account: "000000000000".into() }, ..Caller::service("test") };
    let reserved = PutMetricDataInput {
        namespace: "AWS/Lambda".into(),
        metric_data: Some(vec![plain()]),
        ..Default::default()
    };
    let error = world.call_as(user, ops::PutMetricData, reserved.clone()).await.unwrap_err();
    assert_eq!(error.code, "InvalidParameterValue");
    world.call(ops::PutMetricData, reserved).await.unwrap();
    let error = world.call(ops::GetMetricStatistics, ask(&["Sum"], (-90_000, 0), 60)).await.unwrap_err();
    assert_eq!(error.code, "InvalidParameterCombination");
    let error = world.call(ops::GetMetricStatistics, ask(&["Sum"], (-60, 0), 7)).await.unwrap_err();
    assert!(error.message.contains("Period"), "{error}");
}

#[tokio::test]
async fn metrics_are_listed() {
    let world = World::new();
    let with = |name: &str, dimensions: &[(&str, &str)]| MetricDatum {
        dimensions: Some(dimensions.iter().map(|(n, v)| dimension(n, v)).collect()),
        ..datum(name, 0, 1.0)
    };
    // The order of dimensions is nothing.
    let data = vec![
        with("a", &[("x", "1"), ("y", "2")]),
        with("a", &[("y", "2"), ("x", "1")]),
        with("a", &[("x", "1")]),
        with("b", &[("y", "3")]),
    ];
    world.put_data(data).await.unwrap();
    let check = async |input: ListMetricsInput, expected: &[&str]| {
        let found = world.call(ops::ListMetrics, input).await.unwrap().metrics.unwrap();
        let shown: Vec<String> = found
            .into_iter()
            .map(|m| {
                let dimensions =
                    m.dimensions.unwrap().into_iter().map(|d| format!(" {}={}", d.name, d.value));
                format!("{}{}", m.metric_name.unwrap(), dimensions.collect::<String>())
            })
            .collect();
        assert_eq!(shown, expected);
    };
    check(ListMetricsInput::default(), &["a x=1", "a x=1 y=2", "b y=3"]).await;
    check(ListMetricsInput { metric_name: Some("b".into()), ..Default::default() }, &["b y=3"]).await;
    check(ListMetricsInput { namespace: Some("other".into()), ..Default::default() }, &[]).await;
    let filter = |name: &str, value: Option<&str>| {
        Some(vec![DimensionFilter { name: name.into(), value: value.map(str::to_owned) }])
    };
    check(ListMetricsInput { dimensions: filter("y", None), ..Default::default() }, &["a x=1 y=2", "b y=3"])
        .await;
    check(ListMetricsInput { dimensions: filter("y", Some("3")), ..Default::default() }, &["b y=3"]).await;
    world.clock.advance(4 * HOUR_MS);
    world.put_data(vec![with("b", &[("y", "3")])]).await.unwrap();
    check(ListMetricsInput { recently_active: Some("PT3H".into()), ..Default::default() }, &["b y=3"]).await;
    let many: Vec<MetricDatum> = (0..999).map(|i| datum(&format!("m{i:03}"), 4 * 3600, 1.0)).collect();
    world.put_data(many).await.unwrap();
    let (mut token, mut found) = (None, 0);
    loop {
        let input = ListMetricsInput { next_token: token, ..Default::default() };
        let page = world.call(ops::ListMetrics, input).await.unwrap();
        found += page.metrics.unwrap().len();
        token = page.next_token;
        if token.is_none() {
            break;
        }
    }
    assert_eq!(found, 999 + 3);
}

#[tokio::test]
async fn seconds_become_minutes_and_hours_and_lose_nothing() {
    let world = World::new();
    for second in 0..120 {
        let fine =
            MetricDatum { storage_resolution: Some(1), ..datum("m", second - 120, f64::from(second as i32)) };
        world.put_data(vec![fine]).await.unwrap();
    }
    let total = async |period: i64| -> (f64, usize) {
        let input = ask(&["Sum"], (-120 - 900, 480), period);
        let found = world.call(ops::GetMetricStatistics, input).await.unwrap().datapoints.unwrap();
        (found.iter().filter_map(|p| p.sum).sum(), found.len())
    };
    let sum = f64::from((0..120).sum::<i32>());
    assert_eq!(total(5).await, (sum, 24));
    assert_eq!(total(60).await, (sum, 2));
    let p50 = async || {
        let input = ask(&["p50"], (-120, 0), 120);
        let point = world.call(ops::GetMetricStatistics, input).await.unwrap().datapoints.unwrap().remove(0);
        point.extended_statistics.unwrap()["p50"]
    };
    assert_eq!(p50().await, 59.5);
    let rows = || {
        world.platform.store.read(|r| {
            use lirio_store::Read as _;
            r.count("cloudwatch.points", lirio_store::KeyRange::all())
        })
    };
    let until_rows = async |expected: u64| {
        for _ in 0..1000 {
            if rows().unwrap() == expected {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        panic!("{} rows, not {expected}", rows().unwrap());
    };
    assert_eq!(rows().unwrap(), 120);
    // The rows of a minute become one.
    world.clock.advance(5 * MINUTE_MS);
    until_rows(2).await;
    assert_eq!(total(5).await, (sum, 24));
    assert_eq!(p50().await, 59.5);
    // Three hours later seconds are minutes.
    world.clock.advance(4 * HOUR_MS);
    let minutes = async || {
        for _ in 0..1000 {
            if total(5).await == (sum, 2) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        panic!("{:?}", total(5).await);
    };
    minutes().await;
    let p50 = p50().await;
    assert!((p50 - 59.5).abs() < 0.5, "{p50}");
    // A year and a half later the metric is gone.
    for _ in 0..6 {
        world.clock.advance(100 * 24 * HOUR_MS);
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    until_rows(0).await;
    let metrics = world.platform.store.read(|r| {
        use lirio_store::Read as _;
        r.count("cloudwatch.metrics", lirio_store::KeyRange::all())
    });
    assert_eq!(metrics.unwrap(), 0);
    // And comes again as a new one.
    let again = MetricDatum { timestamp: None, ..datum("m", 0, 1.0) };
    world.put_data(vec![again]).await.unwrap();
}

#[tokio::test]
async fn data_outlive_the_process() {
    let world = World::new();
    world.put(&[(-60, 7.0)]).await;
    let world = world.restart().await;
    world.put(&[(-59, 9.0)]).await;
    assert_eq!(averages(&world, (-60, 0), 60).await, [(-60, 8.0)]);
}
