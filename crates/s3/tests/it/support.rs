//! A platform with S3 on a temporary store, and calls through the registry.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use lirio_api::s3::{CreateBucketConfiguration, CreateBucketRequest, ops};
use lirio_api::{AwsError, Body, OperationType, Shaped as _};
use lirio_s3::S3;
use lirio_service::{AuditEvent, Caller, Context, Platform, Principal, Registry, Scope, Source, topics};
use lirio_store::{ManualClock, Store};
use serde_json::Value as Json;

pub(crate) struct Bench {
    pub(crate) platform: Platform,
    pub(crate) registry: Registry,
    pub(crate) s3: Arc<S3>,
    pub(crate) clock: Arc<ManualClock>,
    folder: PathBuf,
}

impl Bench {
    pub(crate) fn new() -> Self {
        Self::in_region("eu-west-1")
    }

    pub(crate) fn in_region(region: &str) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let folder = std::env::temp_dir().join(format!(
            "lirio-s3-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        ));
        let clock = Arc::new(ManualClock::new(1_795_341_600_000));
        let store = Store::open_with_clock(&folder, clock.clone()).unwrap();
        let scope = Scope { partition: "aws".into(), region: region.into(), account: "000000000000".into() };
        let platform = Platform::new(store, clock.clone(), scope, folder.clone());
        let s3 = S3::new(&platform).unwrap();
        let mut registry = Registry::new();
        s3.register(&mut registry);
        Self { platform, registry, s3, clock, folder }
    }

    /// A bench with the bucket `box`.
    pub(crate) async fn with_bucket() -> Self {
        let bench = Self::new();
        bench.create_bucket("box").await.unwrap();
        bench
    }

    pub(crate) async fn create_bucket(&self, name: &str) -> Result<(), AwsError> {
        let input = CreateBucketRequest {
            bucket: name.to_owned(),
            create_bucket_configuration: Some(CreateBucketConfiguration {
                location_constraint: Some("eu-west-1".to_owned()),
                ..CreateBucketConfiguration::default()
            }),
            ..CreateBucketRequest::default()
        };
        self.call(ops::CreateBucket, input).await.map(drop)
    }

    /// Calls an operation as the account itself.
    pub(crate) async fn call<O: OperationType>(&self, op: O, input: O::Input) -> Result<O::Output, AwsError> {
        self.call_in(&self.context(op, None), op, input).await
    }

    /// The context of a call, with the record that a trail wants of it.
    pub(crate) fn context<O: OperationType>(&self, _: O, audit: Option<AuditEvent>) -> Context {
        let caller = Caller {
            principal: Principal::Root { account: "000000000000".to_owned() },
            access_key: Some("AKIATEST".to_owned()),
            source: Source::Http { address: [127, 0, 0, 1].into(), user_agent: "test".into() },
            may_wait: false,
        };
        Context::new(
            self.platform.clone(),
            lirio_service::request_id().into(),
            O::OPERATION,
            caller,
            self.platform.scope.clone(),
            self.platform.now(),
            "127.0.0.1:4566".into(),
            audit,
        )
    }

    /// Calls an operation in a context.
    pub(crate) async fn call_in<O: OperationType>(
        &self,
        ctx: &Context,
        _: O,
        input: O::Input,
    ) -> Result<O::Output, AwsError> {
        let handler = self.registry.handler(O::OPERATION).expect("every operation has a handler");
        let output = handler(ctx.clone(), input.into_value()).await?;
        Ok(O::Output::from_value(output).expect("the output has its shape"))
    }

    /// The events waiting for the bus: `detail-type` and the envelope.
    pub(crate) async fn events(&self) -> Vec<Json> {
        let pending = self.platform.store.outbox(topics::EVENTS).pending().unwrap() as usize;
        let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
        let store = self.platform.store.clone();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let consumer = tokio::spawn(store.clone().outbox(topics::EVENTS).run(
            1,
            async {
                let _ = stopped.await;
            },
            move |delivery| {
                let (store, sender) = (store.clone(), sender.clone());
                async move {
                    let event: topics::BusEvent = delivery.decode().unwrap();
                    store
                        .commit(move |txn| {
                            txn.ack(delivery.seq)?;
                            Ok::<_, lirio_store::StoreError>(())
                        })
                        .await
                        .unwrap();
                    sender.send(event.event).unwrap();
                    Ok(())
                }
            },
        ));
        let mut events = Vec::new();
        for _ in 0..pending {
            events.push(receiver.recv().await.unwrap());
        }
        drop(stop);
        consumer.await.unwrap();
        events
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        // The folder of a failed test is as temporary as any.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

pub(crate) fn body(bytes: impl Into<Vec<u8>>) -> Body {
    Body::from_bytes(bytes.into())
}

pub(crate) async fn read(body: Body) -> Vec<u8> {
    body.collect(u64::MAX).await.unwrap().to_vec()
}

pub(crate) fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[track_caller]
pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, AwsError>) -> (String, u16) {
    let error = result.unwrap_err();
    (error.code.clone().into_owned(), error.status)
}
