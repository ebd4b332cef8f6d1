//! A platform with nothing but ECR on it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use lirio_api::{AwsError, Body, OperationType, Shaped as _, Timestamp, ecr};
use lirio_ecr::Ecr;
use lirio_image::Digest;
use lirio_policy::{Document, Kind};
use lirio_service::{
    BoxFuture, Caller, Context, Credential, Identity, IdentityPolicies, NamedPolicy, Platform, Principal,
    RawRequest, Registry, Scope, SessionCredentials, Source, topics, uuid_v4,
};
use lirio_store::{ManualClock, Store};
use serde_json::Value as Json;

pub(crate) const ACCOUNT: &str = "000000000000";
pub(crate) const START_MS: i64 = 1_760_000_000_000;

/// Users have the one policy that is set; the root needs none.
#[derive(Default)]
struct TestIdentity(Mutex<Option<Arc<Document>>>);

impl Identity for TestIdentity {
    fn credential(&self, _: &str) -> Result<Option<Credential>, AwsError> {
        Ok(None)
    }
    fn policies(&self, principal: &Principal) -> Result<IdentityPolicies, AwsError> {
        let document = self.0.lock().unwrap().clone().filter(|_| matches!(principal, Principal::User { .. }));
        let identity = document.map(|document| NamedPolicy { name: "test".into(), document });
        Ok(IdentityPolicies { identity: identity.into_iter().collect(), ..IdentityPolicies::default() })
    }
    fn assume_for_service(&self, _: &str, _: &str, _: &str) -> Result<Caller, AwsError> {
        Err(AwsError::internal("no roles here"))
    }
    fn session<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
        _: u32,
    ) -> BoxFuture<'a, Result<SessionCredentials, AwsError>> {
        Box::pin(async { Err(AwsError::internal("no roles here")) })
    }
}

pub(crate) struct TestPlatform {
    pub(crate) platform: Platform,
    pub(crate) clock: Arc<ManualClock>,
    registry: Registry,
    identity: Arc<TestIdentity>,
    dir: PathBuf,
    keep: bool,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
    pub(crate) fn json(&self) -> Json {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{:?}", self.body))
    }
    pub(crate) fn code(&self) -> String {
        self.json()["errors"][0]["code"].as_str().unwrap_or_default().to_owned()
    }
}

pub(crate) fn root() -> Caller {
    caller(Principal::Root { account: ACCOUNT.into() })
}

pub(crate) fn user() -> Caller {
    caller(Principal::User {
        account: ACCOUNT.into(),
        path: "/".into(),
        name: "jo".into(),
        id: "AIDA".into(),
    })
}

fn caller(principal: Principal) -> Caller {
    let source = Source::Http { address: [127, 0, 0, 1].into(), user_agent: "test".into() };
    Caller { principal, access_key: Some("AKIA".into()), source, may_wait: false }
}

impl TestPlatform {
    pub(crate) fn new() -> Self {
        Self::open(std::env::temp_dir().join(format!("lirio-ecr-{}", uuid_v4())), START_MS)
    }

    fn open(dir: PathBuf, now_ms: i64) -> Self {
        let clock = Arc::new(ManualClock::new(now_ms));
        let store = Store::open_with_clock(&dir, clock.clone()).unwrap();
        let scope = Scope { partition: "aws".into(), region: "eu-west-1".into(), account: ACCOUNT.into() };
        let platform = Platform::new(store, clock.clone(), scope, dir.clone());
        let identity = Arc::new(TestIdentity::default());
        platform.set_identity(identity.clone());
        let ecr = Ecr::new(&platform);
        let mut registry = Registry::new();
        ecr.register(&mut registry);
        ecr.start();
        Self { platform, clock, registry, identity, dir, keep: false }
    }

    /// The process ends and starts again.
    pub(crate) async fn restarted(mut self) -> Self {
        use lirio_store::Clock as _;
        let (dir, now) = (self.dir.clone(), self.clock.now_ms());
        self.keep = true;
        self.platform.shutdown.request();
        drop(self);
        // The consumers end by themselves; the store's lock tells when.
        loop {
            match Store::open(&dir) {
                Ok(store) => {
                    drop(store);
                    return Self::open(dir, now);
                }
                Err(lirio_store::StoreError::Locked { .. }) => tokio::task::yield_now().await,
                Err(error) => panic!("{error}"),
            }
        }
    }

    pub(crate) fn missing_handlers(&self) -> Vec<String> {
        self.registry.missing().into_iter().filter(|name| name.starts_with("ecr:")).collect()
    }

    pub(crate) fn allow(&self, policy: &str) {
        let document = Document::parse(policy, Kind::Identity).unwrap();
        *self.identity.0.lock().unwrap() = Some(Arc::new(document));
    }

    pub(crate) async fn call<O: OperationType>(&self, _: O, input: O::Input) -> Result<O::Output, AwsError> {
        self.call_as(root(), "127.0.0.1:4566", O::OPERATION, input.into_value())
            .await
            .map(|value| O::Output::from_value(value).unwrap())
    }

    pub(crate) async fn call_as(
        &self,
        caller: Caller,
        host: &str,
        operation: &'static lirio_api::Operation,
        input: lirio_api::Value,
    ) -> Result<lirio_api::Value, AwsError> {
        if let Some(shape) = operation.input {
            lirio_api::validate(shape, &input)?;
        }
        let scope = self.platform.scope.clone();
        let now = self.platform.now();
        let ctx = Context::new(
            self.platform.clone(),
            "request".into(),
            operation,
            caller,
            scope,
            now,
            host.into(),
            None,
        );
        self.registry.handler(operation).unwrap()(ctx, input).await
    }

    pub(crate) fn resource_policy(&self, arn: &str) -> Option<lirio_service::ResourcePolicy> {
        self.registry.resource_policy("ecr", &self.platform.scope, arn).unwrap()
    }

    pub(crate) async fn repository(&self, name: &str) {
        let input = ecr::CreateRepositoryRequest { repository_name: name.into(), ..Default::default() };
        self.call(ecr::ops::CreateRepository, input).await.unwrap();
    }

    pub(crate) async fn token(&self, caller: Caller) -> String {
        let operation = ecr::ops::GetAuthorizationToken::OPERATION;
        let input = ecr::GetAuthorizationTokenRequest::default().into_value();
        let answer = self.call_as(caller, "127.0.0.1:4566", operation, input).await.unwrap();
        let answer = ecr::GetAuthorizationTokenResponse::from_value(answer).unwrap();
        let data = answer.authorization_data.unwrap().remove(0);
        assert_eq!(data.proxy_endpoint.as_deref(), Some("http://127.0.0.1:4566"));
        assert_eq!(data.expires_at, Some(Timestamp(self.platform.now().0 + 12 * 3600 * 1000)));
        data.authorization_token.unwrap()
    }

    /// A request as the root.
    pub(crate) async fn http(
        &self,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let token = self.token(root()).await;
        self.http_with(Some(&token), method, uri, headers, Body::from_bytes(body.to_vec())).await
    }

    /// A request with a token, or none.
    pub(crate) async fn http_with(
        &self,
        token: Option<&str>,
        method: &str,
        uri: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let mut builder = http::Request::builder().method(method).uri(uri).header("host", "127.0.0.1:4566");
        if let Some(token) = token {
            builder = builder.header("authorization", format!("Basic {token}"));
        }
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        let (head, ()) = builder.body(()).unwrap().into_parts();
        let route = self.registry.routes().iter().find(|r| r.matches(&head)).expect("the route").clone();
        let caller = route.authenticate(&head, None).unwrap();
        let caller = caller.unwrap_or_else(|| Caller { access_key: None, ..caller_of_nobody() });
        let (parts, body) = route.handle(RawRequest { head, body, caller }).await.into_parts();
        let body = body.collect(1 << 24).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Uploads a blob at once.
    pub(crate) async fn blob(&self, repository: &str, bytes: &[u8]) -> String {
        let digest = Digest::of(bytes).to_string();
        let uri = format!("/v2/{repository}/blobs/uploads/?digest={digest}");
        let answer = self.http("POST", &uri, &[], bytes).await;
        assert_eq!(answer.status, 201, "{:?}", answer.body);
        digest
    }

    /// Pushes an image of one layer; its digest.
    pub(crate) async fn image(&self, repository: &str, tag: &str, layer: &[u8]) -> String {
        self.blob(repository, b"{}").await;
        self.blob(repository, layer).await;
        let answer = self.put_manifest(repository, tag, &manifest(b"{}", &[layer])).await;
        assert_eq!(answer.status, 201, "{:?}", answer.body);
        answer.header("docker-content-digest").to_owned()
    }

    pub(crate) async fn put_manifest(&self, repository: &str, reference: &str, manifest: &Json) -> Answer {
        let kind = manifest["mediaType"].as_str().unwrap().to_owned();
        let uri = format!("/v2/{repository}/manifests/{reference}");
        self.http("PUT", &uri, &[("content-type", &kind)], manifest.to_string().as_bytes()).await
    }

    /// Blob files and rows of content: what garbage would show in.
    pub(crate) fn contents(&self) -> usize {
        const CONTENT: lirio_store::Table<Json> = lirio_store::Table::new("ecr.content");
        let store = &self.platform.store;
        let rows: Result<_, lirio_store::StoreError> =
            store.read(|r| CONTENT.count(r, &lirio_store::Key::new()));
        usize::try_from(rows.unwrap()).unwrap()
    }

    /// Blob files on the disk.
    pub(crate) fn blob_files(&self) -> usize {
        let folders = std::fs::read_dir(self.dir.join("blobs")).unwrap();
        folders
            .flatten()
            .filter(|folder| folder.path().is_dir() && folder.file_name() != "tmp")
            .map(|folder| std::fs::read_dir(folder.path()).unwrap().count())
            .sum()
    }

    /// Events that were sent so far and not fetched before.
    pub(crate) async fn events(&self, count: usize) -> Vec<Json> {
        let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
        let outbox = self.platform.store.outbox(topics::EVENTS);
        let consumer = tokio::spawn(outbox.run(1, std::future::pending(), move |delivery| {
            let sent = sender.send(delivery.decode::<topics::BusEvent>().unwrap().event);
            async move { sent.map_err(|_| lirio_store::DeliveryError::Retry) }
        }));
        let mut events = Vec::new();
        while events.len() < count {
            events.push(receiver.recv().await.unwrap());
        }
        consumer.abort();
        events
    }
}

fn caller_of_nobody() -> Caller {
    caller(Principal::Anonymous)
}

impl Drop for TestPlatform {
    fn drop(&mut self) {
        self.platform.shutdown.request();
        if !self.keep {
            let _ = std::fs::remove_dir_all(&self.dir);
        }
    }
}

/// Decodes a token, changes it, encodes it again.
pub(crate) fn changed(token: &str, change: impl Fn(String) -> String) -> String {
    STANDARD.encode(change(String::from_utf8(STANDARD.decode(token).unwrap()).unwrap()))
}

pub(crate) fn descriptor(kind: &str, bytes: &[u8]) -> Json {
    serde_json::json!({ "mediaType": kind, "digest": Digest::of(bytes).to_string(), "size": bytes.len() })
}

pub(crate) fn manifest(config: &[u8], layers: &[&[u8]]) -> Json {
    let layer = "application/vnd.oci.image.layer.v1.tar+gzip";
    serde_json::json!({
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": descriptor("application/vnd.oci.image.config.v1+json", config),
        "layers": layers.iter().map(|bytes| descriptor(layer, bytes)).collect::<Vec<_>>(),
    })
}
