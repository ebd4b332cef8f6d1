//! A platform with Lambda on it, and a door that keeps what is logged.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use lirio_api::{AwsError, Fields, Operation, OperationType, Shaped as _, Value, lambda};
use lirio_lambda::{Lambda, Launcher};
use lirio_service::{
    BoxFuture, Caller, Context, Credential, Dispatch, Identity, IdentityPolicies, Platform, Principal,
    Registry, Scope, SessionCredentials, uuid_v4,
};
use lirio_store::{Store, SystemClock};

pub(crate) const ROLE: &str = "arn:aws:iam::000000000000:role/f";

struct TestIdentity;

fn principal() -> Principal {
    Principal::Service { name: "lambda.amazonaws.com".into() }
}

impl Identity for TestIdentity {
    fn credential(&self, _: &str) -> Result<Option<Credential>, AwsError> {
        Ok(None)
    }
    fn policies(&self, _: &Principal) -> Result<IdentityPolicies, AwsError> {
        Ok(IdentityPolicies::default())
    }
    fn assume_for_service(&self, role: &str, _: &str, _: &str) -> Result<Caller, AwsError> {
        if role == ROLE { Ok(Caller::service("test")) } else { Err(AwsError::access_denied("no such role")) }
    }
    fn session<'a>(
        &'a self,
        _: &'a str,
        service: &'a str,
        _: &'a str,
        seconds: u32,
    ) -> BoxFuture<'a, Result<SessionCredentials, AwsError>> {
        assert_eq!(service, "lambda.amazonaws.com");
        let expires = lirio_store::Clock::now_ms(&SystemClock) + i64::from(seconds) * 1000;
        Box::pin(async move {
            Ok(SessionCredentials {
                access_key: "ASIATEST".into(),
                secret: "secret".into(),
                session_token: "token".into(),
                expires: lirio_api::Timestamp(expires),
                principal: principal(),
            })
        })
    }
}

#[derive(Default)]
struct Logged(Mutex<Vec<String>>, tokio::sync::Notify);

impl Dispatch for Logged {
    fn dispatch(
        &self,
        _: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        if let Some(Value::List(events)) = input.pointer(&["logEvents"]) {
            let lines = events.iter().filter_map(|e| e.pointer(&["message"])?.as_str().map(str::to_owned));
            self.0.lock().unwrap().extend(lines);
            self.1.notify_waiters();
        }
        assert_eq!(operation.service.id, "logs");
        Box::pin(async { Ok(Value::Map(Fields::new())) })
    }

    fn serve(&self, listener: tokio::net::TcpListener) -> tokio::task::AbortHandle {
        tokio::spawn(async move { while listener.accept().await.is_ok() {} }).abort_handle()
    }
}

pub(crate) struct TestPlatform {
    pub(crate) platform: Platform,
    registry: Registry,
    logged: Arc<Logged>,
    dir: PathBuf,
}

impl Drop for TestPlatform {
    fn drop(&mut self) {
        self.platform.shutdown.request();
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

impl TestPlatform {
    pub(crate) fn new(launcher: impl FnOnce(&Platform) -> Maker) -> Self {
        let dir = std::env::temp_dir().join(format!("lirio-lambda-{}", uuid_v4()));
        let store = Store::open(&dir).unwrap();
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store, Arc::new(SystemClock), scope, dir.clone());
        platform.set_identity(Arc::new(TestIdentity));
        let logged = Arc::new(Logged::default());
        platform.door.open(logged.clone());
        let lambda = match launcher(&platform) {
            Maker::Launcher(launcher) => Lambda::with_launcher(&platform, launcher),
            Maker::Runtime(runtime) => Lambda::new(&platform, runtime).unwrap(),
        };
        let mut registry = Registry::new();
        lambda.register(&mut registry);
        lambda.start();
        let (timers, shutdown) = (platform.store.clone(), platform.shutdown.clone());
        tokio::spawn(async move { timers.run_timers(shutdown.requested(), Arc::new(SystemClock)).await });
        Self { platform, registry, logged, dir }
    }

    pub(crate) fn missing(&self) -> Vec<String> {
        self.registry.missing().into_iter().filter(|name| name.starts_with("lambda:")).collect()
    }

    pub(crate) async fn value<O: OperationType>(&self, _: O, input: O::Input) -> Result<Value, AwsError> {
        let ctx = Context::new(
            self.platform.clone(),
            uuid_v4().into(),
            O::OPERATION,
            Caller::service("test"),
            self.platform.scope.clone(),
            self.platform.now(),
            "".into(),
            None,
        );
        self.registry.handler(O::OPERATION).unwrap()(ctx, input.into_value()).await
    }

    pub(crate) async fn call<O: OperationType>(&self, op: O, input: O::Input) -> Result<O::Output, AwsError> {
        self.value(op, input).await.map(|value| O::Output::from_value(value).unwrap())
    }

    pub(crate) fn policy(&self, arn: &str) -> Option<lirio_service::ResourcePolicy> {
        self.registry.resource_policy("lambda", &self.platform.scope, arn).unwrap()
    }

    /// Waits until some lines of the log fit.
    pub(crate) async fn logged(&self, fits: impl Fn(&[String]) -> bool) -> Vec<String> {
        loop {
            let more = self.logged.1.notified();
            tokio::pin!(more);
            more.as_mut().enable();
            let lines = self.logged.0.lock().unwrap().clone();
            if fits(&lines) {
                return lines;
            }
            more.await;
        }
    }

    pub(crate) async fn invoke(&self, payload: &str) -> (Option<String>, String) {
        let input = lambda::InvocationRequest {
            function_name: "f".into(),
            payload: Bytes::copy_from_slice(payload.as_bytes()).into(),
            ..Default::default()
        };
        let answer = self.call(lambda::ops::Invoke, input).await.unwrap();
        let body = answer.payload.collect(1 << 24).await.unwrap();
        (answer.function_error, String::from_utf8(body.to_vec()).unwrap())
    }
}

pub(crate) enum Maker {
    Launcher(Arc<dyn Launcher>),
    Runtime(Arc<dyn lirio_runtime::Runtime>),
}

pub(crate) fn zip(bootstrap: &[u8]) -> Bytes {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.start_file("bootstrap", zip::write::SimpleFileOptions::default()).unwrap();
    writer.write_all(bootstrap).unwrap();
    writer.finish().unwrap().into_inner().into()
}

pub(crate) fn create(zip: Bytes) -> lambda::CreateFunctionRequest {
    lambda::CreateFunctionRequest {
        function_name: "f".into(),
        role: ROLE.into(),
        runtime: Some("provided.al2023".into()),
        handler: Some("bootstrap".into()),
        code: lambda::FunctionCode { zip_file: Some(zip), ..Default::default() },
        ..Default::default()
    }
}
