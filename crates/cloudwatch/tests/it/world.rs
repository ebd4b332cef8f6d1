//! A platform with nothing but CloudWatch on it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use lirio_api::cloudwatch::*;
use lirio_api::{AwsError, OperationType, Shaped as _, Timestamp};
use lirio_cloudwatch::CloudWatch;
use lirio_service::{Caller, Context, Platform, Registry, Scope, uuid_v4};
use lirio_store::{ManualClock, Store};

/// 2025-10-09T08:53:20Z is no minute: this is 08:53:00, and a multiple of 5 minutes is 120 s before.
pub(crate) const START_MS: i64 = 1_759_999_980_000;
pub(crate) const MINUTE_MS: i64 = 60_000;
pub(crate) const HOUR_MS: i64 = 3_600_000;

pub(crate) struct World {
    pub(crate) platform: Platform,
    pub(crate) clock: Arc<ManualClock>,
    registry: Registry,
    dir: PathBuf,
    owned: bool,
}

impl World {
    pub(crate) fn new() -> Self {
        let dir = std::env::temp_dir().join(format!("lirio-cloudwatch-{}", uuid_v4()));
        Self::at(dir, Arc::new(ManualClock::new(START_MS)))
    }

    fn at(dir: PathBuf, clock: Arc<ManualClock>) -> Self {
        let store = Store::open_with_clock(&dir, clock.clone()).unwrap();
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store.clone(), clock.clone(), scope, dir.clone());
        let cloudwatch = CloudWatch::new(&platform).unwrap();
        let mut registry = Registry::new();
        cloudwatch.register(&mut registry);
        cloudwatch.start();
        let (shutdown, timers) = (platform.shutdown.clone(), clock.clone());
        tokio::spawn(
            async move { store.run_timers(async move { shutdown.requested().await }, timers).await },
        );
        Self { platform, clock, registry, dir, owned: true }
    }

    /// The same data directory, opened again.
    pub(crate) async fn restart(mut self) -> Self {
        self.platform.shutdown.request();
        self.platform.store.clone().close().await;
        self.owned = false;
        let (dir, clock) = (self.dir.clone(), self.clock.clone());
        drop(self);
        // The directory is free when the last handle is gone: background tasks hold some for a moment.
        for _ in 0..500 {
            match Store::open_with_clock(&dir, clock.clone()) {
                Ok(store) => {
                    drop(store);
                    return Self::at(dir, clock);
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        }
        panic!("the data directory stays locked");
    }

    pub(crate) fn missing_handlers(&self) -> Vec<String> {
        self.registry.missing().into_iter().filter(|name| name.starts_with("cloudwatch:")).collect()
    }

    pub(crate) async fn call<O: OperationType>(
        &self,
        operation: O,
        input: O::Input,
    ) -> Result<O::Output, AwsError> {
        self.call_as(Caller::service("test.amazonaws.com"), operation, input).await
    }

    pub(crate) async fn call_as<O: OperationType>(
        &self,
        caller: Caller,
        _: O,
        input: O::Input,
    ) -> Result<O::Output, AwsError> {
        let input = input.into_value();
        if let Some(shape) = O::OPERATION.input {
            lirio_api::validate(shape, &input)?;
        }
        let ctx = Context::new(
            self.platform.clone(),
            "request".into(),
            O::OPERATION,
            caller,
            self.platform.scope.clone(),
            self.platform.now(),
            "".into(),
            None,
        );
        let output = self.registry.handler(O::OPERATION).unwrap()(ctx, input).await?;
        Ok(O::Output::from_value(output).unwrap())
    }

    /// Puts values of the metric `m` in the namespace `n`, at seconds after [`START_MS`].
    pub(crate) async fn put(&self, values: &[(i64, f64)]) {
        let data = values.iter().map(|(at, value)| datum("m", *at, *value)).collect();
        self.put_data(data).await.unwrap();
    }

    pub(crate) async fn put_data(&self, data: Vec<MetricDatum>) -> Result<(), AwsError> {
        let input =
            PutMetricDataInput { namespace: "n".into(), metric_data: Some(data), ..Default::default() };
        self.call(ops::PutMetricData, input).await.map(|_| ())
    }

    pub(crate) async fn state(&self, alarm: &str) -> String {
        let input = DescribeAlarmsInput {
            alarm_names: Some(vec![alarm.into()]),
            alarm_types: Some(vec!["MetricAlarm".into(), "CompositeAlarm".into()]),
            ..Default::default()
        };
        let found = self.call(ops::DescribeAlarms, input).await.unwrap();
        let metric = found.metric_alarms.unwrap().into_iter().filter_map(|a| a.state_value);
        let composite = found.composite_alarms.unwrap().into_iter().filter_map(|a| a.state_value);
        metric.chain(composite).next().unwrap_or_else(|| "(gone)".into())
    }

    /// Waits until the alarm is in a state.
    pub(crate) async fn until(&self, alarm: &str, state: &str) {
        for _ in 0..1000 {
            if self.state(alarm).await == state {
                return;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("{alarm} is {}, not {state}", self.state(alarm).await);
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.platform.shutdown.request();
        if self.owned {
            let _ = std::fs::remove_dir_all(&self.dir);
        }
    }
}

pub(crate) fn at(seconds: i64) -> Timestamp {
    Timestamp(START_MS + seconds * 1000)
}

pub(crate) fn datum(name: &str, seconds: i64, value: f64) -> MetricDatum {
    MetricDatum {
        metric_name: name.into(),
        timestamp: Some(at(seconds)),
        value: Some(value),
        ..Default::default()
    }
}

pub(crate) fn dimension(name: &str, value: &str) -> Dimension {
    Dimension { name: name.into(), value: value.into() }
}
