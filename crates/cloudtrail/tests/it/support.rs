//! A platform in a temporary folder, with an S3 that keeps what is put into it and one bucket, `logs`.

use std::io::Read as _;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;

use flate2::read::GzDecoder;
use lirio_api::{AwsError, Fields, Operation, OperationType, Shaped as _, Timestamp, Value};
use lirio_cloudtrail::CloudTrail;
use lirio_service::topics::{self, BusEvent};
use lirio_service::{
    AuditEvent, Auditor as _, BoxFuture, Caller, Context, Dispatch, Platform, Principal, Registry, Scope,
    Source, request_id,
};
use lirio_store::{ManualClock, Store, StoreError};
use serde_json::Value as Json;
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};

/// 2026-11-22T10:00:00Z
pub(crate) const NOW_MS: i64 = 1_795_341_600_000;
pub(crate) const EVENT_ID: &str = "11111111-2222-4333-8444-555555555555";

/// S3, as far as CloudTrail sees it.
struct Bucket(watch::Sender<Vec<(String, Json)>>);

impl Dispatch for Bucket {
    fn dispatch(
        &self,
        _: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        let text = |name: &str| input.pointer(&[name]).and_then(Value::as_str).unwrap_or_default().to_owned();
        if text("Bucket") != "logs" {
            return Box::pin(async { Err(AwsError::new("NoSuchBucket", 404, "")) });
        }
        if operation.name == "PutObject" {
            let Some(Value::Body(body)) = input.pointer(&["Body"]) else { panic!("an object has a body") };
            let bytes = body.clone().try_into_bytes().expect("the body is at hand");
            let mut json = String::new();
            GzDecoder::new(&bytes[..]).read_to_string(&mut json).expect("log files are gzip");
            let file = (text("Key"), serde_json::from_str(&json).expect("log files are JSON"));
            self.0.send_modify(|files| files.push(file));
        }
        Box::pin(async { Ok(Value::Map(Fields::new())) })
    }

    fn serve(&self, _: TcpListener) -> tokio::task::AbortHandle {
        tokio::spawn(async {}).abort_handle()
    }
}

/// A running CloudTrail.
pub(crate) struct World {
    pub(crate) platform: Platform,
    pub(crate) clock: Arc<ManualClock>,
    trail: Arc<CloudTrail>,
    files: watch::Sender<Vec<(String, Json)>>,
    events: mpsc::UnboundedReceiver<BusEvent>,
    registry: Registry,
    dir: PathBuf,
}

impl World {
    pub(crate) fn new() -> World {
        let dir = std::env::temp_dir().join(format!("lirio-cloudtrail-{}", lirio_service::uuid_v4()));
        let clock = Arc::new(ManualClock::new(NOW_MS));
        let store = Store::open_with_clock(&dir, clock.clone()).expect("a temporary store opens");
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store, clock.clone(), scope, dir.clone());
        let files = watch::Sender::new(Vec::new());
        platform.door.open(Arc::new(Bucket(files.clone())));
        let trail = CloudTrail::new(&platform).expect("trails load");
        let mut registry = Registry::new();
        trail.register(&mut registry);
        trail.start();
        let (store, shutdown, timer_clock) =
            (platform.store.clone(), platform.shutdown.clone(), clock.clone());
        tokio::spawn(async move { store.run_timers(shutdown.requested(), timer_clock).await });
        let (seen, events) = mpsc::unbounded_channel();
        let (outbox, shutdown) = (platform.store.outbox(topics::EVENTS), platform.shutdown.clone());
        tokio::spawn(async move {
            let handler = move |message: lirio_store::Delivery| {
                let sent = message.decode().map(|event| seen.send(event).is_ok());
                async move { sent.map(|_| ()).map_err(Into::into) }
            };
            outbox.run(1, shutdown.requested(), handler).await;
        });
        World { platform, clock, trail, files, events, registry, dir }
    }

    /// A trail that logs, with selectors.
    pub(crate) async fn trail(&self, selectors: Json) {
        use lirio_api::cloudtrail::ops;
        let create = serde_json::json!({"Name": "iris", "S3BucketName": "logs", "S3KeyPrefix": "audit"});
        self.ok(ops::CreateTrail, create).await;
        self.ok(
            ops::PutEventSelectors,
            serde_json::json!({"TrailName": "iris", "EventSelectors": selectors}),
        )
        .await;
        self.ok(ops::StartLogging, serde_json::json!({"Name": "iris"})).await;
    }

    pub(crate) fn wants(&self, service: &str, operation: &str, resource: &str) -> bool {
        let operation = lirio_api::operation(service, operation).expect("the operation is served");
        self.trail.wants(operation, &[resource.to_owned()])
    }

    /// Sends an audit record as the door does.
    pub(crate) async fn audit(&self, event: AuditEvent) {
        self.platform
            .store
            .commit(move |txn| txn.enqueue(topics::AUDIT, &event).map(|_| ()))
            .await
            .unwrap_or_else(|error: StoreError| panic!("{error}"));
    }

    /// The next event for the bus.
    pub(crate) async fn event(&mut self) -> BusEvent {
        self.events.recv().await.expect("the consumer runs")
    }

    /// Waits until every audit record was looked at; the events that were not taken yet.
    pub(crate) async fn quiet(&mut self) -> Vec<BusEvent> {
        for topic in [topics::AUDIT, topics::EVENTS, "cloudtrail.log_files"] {
            while self.platform.store.outbox(topic).pending().expect("the store reads") > 0 {
                tokio::task::yield_now().await;
            }
        }
        std::iter::from_fn(|| self.events.try_recv().ok()).collect()
    }

    /// The log files, once there are so many.
    pub(crate) async fn files(&self, count: usize) -> Vec<(String, Json)> {
        let mut files = self.files.subscribe();
        files.wait_for(|files| files.len() >= count).await.expect("the sender lives").clone()
    }

    /// Calls an operation of CloudTrail, with its input as JSON.
    pub(crate) async fn call<O: OperationType>(&self, _: O, input: Json) -> Result<Json, AwsError> {
        let input: O::Input = serde_json::from_value::<Value>(input)
            .map_err(AwsError::internal)
            .and_then(|value| O::Input::from_value(value).map_err(AwsError::internal))?;
        let ctx = Context::new(
            self.platform.clone(),
            request_id().into(),
            O::OPERATION,
            Caller::service("test"),
            self.platform.scope.clone(),
            self.platform.now(),
            "".into(),
            None,
        );
        let handler = self.registry.handler(O::OPERATION).expect("every operation has a handler");
        handler(ctx, input.into_value()).await.map(|value| value.to_json())
    }

    /// Calls an operation that succeeds.
    pub(crate) async fn ok<O: OperationType>(&self, operation: O, input: Json) -> Json {
        self.call(operation, input).await.expect(O::OPERATION.name)
    }

    /// Calls an operation that fails; code and message.
    pub(crate) async fn err<O: OperationType>(&self, operation: O, input: Json) -> String {
        self.call(operation, input).await.expect_err(O::OPERATION.name).to_string()
    }

    /// Operations of CloudTrail without a handler.
    pub(crate) fn missing(&self) -> Vec<String> {
        self.registry.missing().into_iter().filter(|name| name.starts_with("cloudtrail:")).collect()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.platform.shutdown.request();
        // The folder is temporary; what cannot be removed now goes with it.
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// A user's call from outside, as the door records it.
pub(crate) fn call(service: &str, name: &str, input: Json, resources: &[&str]) -> AuditEvent {
    let operation = lirio_api::operation(service, name).expect("the operation is served");
    AuditEvent {
        event_id: EVENT_ID.to_owned(),
        request_id: "request-1".to_owned(),
        time: Timestamp(NOW_MS),
        service: service.to_owned(),
        operation: name.to_owned(),
        read_only: operation.access == lirio_api::Access::Read,
        data_event: operation.data_event,
        scope: Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() },
        caller: Caller {
            principal: Principal::User {
                account: "000000000000".into(),
                path: "/".into(),
                name: "ana".into(),
                id: "AIDAEXAMPLE".into(),
            },
            access_key: Some("AKIAEXAMPLE".into()),
            source: Source::Http {
                address: IpAddr::V4(Ipv4Addr::LOCALHOST),
                user_agent: "aws-cli/2.36.7".into(),
            },
            may_wait: false,
        },
        input,
        resources: resources.iter().map(|r| (*r).to_owned()).collect(),
        response_elements: Json::Null,
        additional: Json::Null,
        error: None,
    }
}
