//! Prints what putting data costs: `cargo run --release -p lirio-cloudwatch --example measure [METRICS] [SECONDS]`.
//!
//! Every second of the clock's time each metric gets one datum of one second, in calls of 1000 data; an alarm
//! watches the first metric.  Then what lies on disk per datum, before and after the rows of a minute became one.

use std::sync::Arc;
use std::time::{Duration, Instant};

use lirio_api::cloudwatch::*;
use lirio_api::{OperationType, Shaped as _};
use lirio_cloudwatch::CloudWatch;
use lirio_service::{Caller, Context, Platform, Registry, Scope, uuid_v4};
use lirio_store::{KeyRange, ManualClock, Order, Read as _, Store};

async fn call<O: OperationType>(platform: &Platform, registry: &Registry, _: O, input: O::Input) {
    let ctx = Context::new(
        platform.clone(),
        "request".into(),
        O::OPERATION,
        Caller::service("measure.amazonaws.com"),
        platform.scope.clone(),
        platform.now(),
        "".into(),
        None,
    );
    let handler = registry.handler(O::OPERATION).expect("every operation has a handler");
    handler(ctx, input.into_value()).await.expect("the call succeeds");
}

fn rows(platform: &Platform) -> (usize, usize) {
    let all =
        platform.store.read(|r| r.scan("cloudwatch.points", KeyRange::all(), Order::Ascending, usize::MAX));
    let all = all.expect("the store reads");
    (all.len(), all.iter().map(|(key, value)| key.len() + value.len()).sum())
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1).filter_map(|a| a.parse::<usize>().ok());
    let (metrics, seconds) = (arguments.next().unwrap_or(1000), arguments.next().unwrap_or(60));
    let dir = std::env::temp_dir().join(format!("lirio-cloudwatch-{}", uuid_v4()));
    let clock = Arc::new(ManualClock::new(1_759_999_980_000));
    let store = Store::open_with_clock(&dir, clock.clone()).expect("a store opens");
    let scope = Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
    let platform = Platform::new(store.clone(), clock.clone(), scope, dir.clone());
    let cloudwatch = CloudWatch::new(&platform).expect("it starts");
    let mut registry = Registry::new();
    cloudwatch.register(&mut registry);
    let alarm = PutMetricAlarmInput {
        alarm_name: "a".into(),
        namespace: Some("n".into()),
        metric_name: Some("m0".into()),
        statistic: Some("Maximum".into()),
        period: Some(10),
        evaluation_periods: Some(3),
        threshold: Some(1e9),
        comparison_operator: Some("GreaterThanThreshold".into()),
        ..Default::default()
    };
    call(&platform, &registry, ops::PutMetricAlarm, alarm).await;

    let started = Instant::now();
    for second in 0..seconds {
        for part in (0..metrics).collect::<Vec<_>>().chunks(1000) {
            let data = part
                .iter()
                .map(|i| MetricDatum {
                    metric_name: format!("m{i}"),
                    dimensions: Some(vec![Dimension { name: "Host".into(), value: format!("h{}", i % 7) }]),
                    value: Some((i * 7919 + second * 104_729) as f64 % 997.0 / 3.0),
                    storage_resolution: Some(1),
                    ..Default::default()
                })
                .collect();
            let input =
                PutMetricDataInput { namespace: "n".into(), metric_data: Some(data), ..Default::default() };
            call(&platform, &registry, ops::PutMetricData, input).await;
        }
        clock.advance(1000);
    }
    let (taken, data) = (started.elapsed(), metrics * seconds);
    println!("put {data} data in {taken:.2?}: {:.0} data/s", data as f64 / taken.as_secs_f64());
    let (count, bytes) = rows(&platform);
    println!("as they came: {count} rows, {:.1} bytes a datum", bytes as f64 / data as f64);

    cloudwatch.start();
    let (timers, shutdown) = (clock.clone(), platform.shutdown.clone());
    tokio::spawn(async move { store.run_timers(async move { shutdown.requested().await }, timers).await });
    let settled = async |step_ms: i64| {
        let before = rows(&platform).1;
        clock.advance(step_ms);
        let started = Instant::now();
        // It is done when the bytes have become fewer and stay so.
        let mut last = before;
        while started.elapsed() < Duration::from_secs(120) {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let bytes = rows(&platform).1;
            if bytes < before && bytes == last {
                break;
            }
            last = bytes;
        }
        let (count, bytes) = rows(&platform);
        (started.elapsed(), count, bytes as f64 / data as f64)
    };
    let (taken, count, bytes) = settled(5 * 60_000).await;
    println!("packed within {taken:.2?}: {count} rows, {bytes:.1} bytes a datum");
    let (taken, count, bytes) = settled(4 * 3_600_000).await;
    println!("seconds became minutes within {taken:.2?}: {count} rows, {bytes:.1} bytes a datum");
    platform.shutdown.request();
    let _ = std::fs::remove_dir_all(dir);
}
