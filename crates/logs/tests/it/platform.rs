//! A platform with nothing but CloudWatch Logs on it.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_api::logs::*;
use lirio_api::{AwsError, OperationType, Shaped as _};
use lirio_logs::Logs;
use lirio_service::{Caller, Context, Platform, Registry, Scope, uuid_v4};
use lirio_store::{ManualClock, Store};

pub(crate) const START_MS: i64 = 1_760_000_000_000;
pub(crate) const DAY_MS: i64 = 24 * 3_600_000;

pub(crate) struct TestPlatform {
    pub(crate) platform: Platform,
    pub(crate) clock: Arc<ManualClock>,
    registry: Registry,
    dir: PathBuf,
}

impl TestPlatform {
    pub(crate) fn new() -> Self {
        let dir = std::env::temp_dir().join(format!("lirio-logs-{}", uuid_v4()));
        let clock = Arc::new(ManualClock::new(START_MS));
        let store = Store::open_with_clock(&dir, clock.clone()).unwrap();
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store, clock.clone(), scope, dir.clone());
        let logs = Logs::new(&platform);
        let mut registry = Registry::new();
        logs.register(&mut registry);
        logs.start();
        Self { platform, clock, registry, dir }
    }

    pub(crate) fn missing_handlers(&self) -> Vec<String> {
        self.registry.missing().into_iter().filter(|name| name.starts_with("logs:")).collect()
    }

    pub(crate) async fn call<O: OperationType>(&self, _: O, input: O::Input) -> Result<O::Output, AwsError> {
        let input = input.into_value();
        if let Some(shape) = O::OPERATION.input {
            lirio_api::validate(shape, &input)?;
        }
        let ctx = Context::new(
            self.platform.clone(),
            "request".into(),
            O::OPERATION,
            Caller::service("test.amazonaws.com"),
            self.platform.scope.clone(),
            self.platform.now(),
            "".into(),
            None,
        );
        let output = self.registry.handler(O::OPERATION).unwrap()(ctx, input).await?;
        Ok(O::Output::from_value(output).unwrap())
    }

    pub(crate) async fn group(&self, name: &str) {
        let input = CreateLogGroupRequest { log_group_name: name.into(), ..Default::default() };
        self.call(ops::CreateLogGroup, input).await.unwrap();
    }

    pub(crate) async fn stream(&self, group: &str, name: &str) {
        let input = CreateLogStreamRequest { log_group_name: group.into(), log_stream_name: name.into() };
        self.call(ops::CreateLogStream, input).await.unwrap();
    }

    /// Puts events at times after [`START_MS`].
    pub(crate) async fn put(
        &self,
        group: &str,
        stream: &str,
        events: &[(i64, &str)],
    ) -> PutLogEventsResponse {
        let log_events = events
            .iter()
            .map(|(at, text)| InputLogEvent { timestamp: START_MS + at, message: (*text).to_owned() })
            .collect();
        let input = PutLogEventsRequest {
            log_group_name: group.into(),
            log_stream_name: stream.into(),
            log_events,
            ..Default::default()
        };
        self.call(ops::PutLogEvents, input).await.unwrap()
    }

    pub(crate) async fn get(&self, input: GetLogEventsRequest) -> (Vec<String>, String, String) {
        let input =
            GetLogEventsRequest { log_group_name: Some("g".into()), log_stream_name: "s".into(), ..input };
        let output = self.call(ops::GetLogEvents, input).await.unwrap();
        let texts = output.events.unwrap().into_iter().map(|e| e.message.unwrap()).collect();
        (texts, output.next_forward_token.unwrap(), output.next_backward_token.unwrap())
    }
}

impl Drop for TestPlatform {
    fn drop(&mut self) {
        self.platform.shutdown.request();
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}
