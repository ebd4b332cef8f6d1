//! A platform in a temporary folder, whose other services only record how they are called.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use lirio_api::{AwsError, Operation, OperationType, Shaped as _, Value};
use lirio_events::Events;
use lirio_service::{
    BoxFuture, Caller, Context, Credential, Dispatch, Identity, IdentityPolicies, Platform, Principal,
    Registry, Scope, SessionCredentials, Source, request_id,
};
use lirio_store::{ManualClock, Store};
use serde_json::Value as Json;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// 2026-11-22T10:00:00Z
pub(crate) const NOW_MS: i64 = 1_795_341_600_000;
pub(crate) const ROLE: &str = "arn:aws:iam::000000000000:role/events";
pub(crate) const MACHINE: &str = "arn:aws:states:eu-west-1:000000000000:stateMachine:iris";

/// A call of another service.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    pub(crate) caller: Caller,
    pub(crate) operation: &'static str,
    pub(crate) input: Json,
}

/// What the other services answer.
pub(crate) type Answer = Box<dyn Fn(&Call) -> Result<Value, AwsError> + Send + Sync>;

/// The other services.
pub(crate) struct Others {
    calls: watch::Sender<Vec<Call>>,
    answer: Mutex<Answer>,
}

impl Dispatch for Others {
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        let mut json = input.to_json();
        if let Some(Value::Body(body)) = input.as_map().and_then(|m| m.get("Payload")) {
            let bytes = body.clone().try_into_bytes().expect("the payload is at hand");
            json["Payload"] = String::from_utf8_lossy(&bytes).into();
        }
        let call = Call { caller, operation: operation.name, input: json };
        if call.operation == "GetPolicy" {
            let answer = function_policy(&call.input);
            return Box::pin(async move { answer });
        }
        let answer = (self.answer.lock().expect("no test panics in it"))(&call);
        self.calls.send_modify(|calls| calls.push(call));
        Box::pin(async move { answer })
    }

    fn serve(&self, _: TcpListener) -> tokio::task::AbortHandle {
        tokio::spawn(async {}).abort_handle()
    }
}

/// The policy of a function; a function named `closed` has none.
fn function_policy(input: &Json) -> Result<Value, AwsError> {
    let arn = input["FunctionName"].as_str().unwrap_or_default();
    if arn.ends_with(":closed") {
        return Err(AwsError::new("ResourceNotFoundException", 404, "no policy"));
    }
    let policy = serde_json::json!({
        "Version": "2012-10-17", "Id": "default",
        "Statement": [{
            "Sid": "events", "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
            "Action": "lambda:InvokeFunction", "Resource": arn,
            "Condition": {"ArnLike": {"AWS:SourceArn": "arn:aws:events:eu-west-1:000000000000:rule/*"}},
        }],
    });
    Ok(Value::Map([("Policy".into(), Value::from(policy.to_string()))].into_iter().collect()))
}

/// An IAM whose roles trust EventBridge, all but those named `stranger`.
struct Roles;

impl Identity for Roles {
    fn credential(&self, _: &str) -> Result<Option<Credential>, AwsError> {
        Ok(None)
    }

    fn policies(&self, _: &Principal) -> Result<IdentityPolicies, AwsError> {
        Ok(IdentityPolicies::default())
    }

    fn assume_for_service(&self, role_arn: &str, service: &str, session: &str) -> Result<Caller, AwsError> {
        let role = role_arn.rsplit('/').next().unwrap_or_default().to_owned();
        if role == "stranger" {
            return Err(AwsError::access_denied("the role does not trust the service"));
        }
        Ok(Caller {
            principal: Principal::Session {
                account: "000000000000".into(),
                path: "/".into(),
                role,
                role_id: "AROA".into(),
                session: session.into(),
            },
            access_key: None,
            source: Source::Service(service.into()),
            may_wait: false,
        })
    }

    fn session<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
        _: u32,
    ) -> BoxFuture<'a, Result<SessionCredentials, AwsError>> {
        Box::pin(async { Err(AwsError::internal("EventBridge asks for no credentials")) })
    }
}

/// A running EventBridge.
pub(crate) struct World {
    pub(crate) platform: Platform,
    pub(crate) clock: Arc<ManualClock>,
    others: Arc<Others>,
    registry: Registry,
    dir: PathBuf,
}

impl World {
    pub(crate) fn new() -> World {
        World::at(std::env::temp_dir().join(format!("lirio-events-{}", lirio_service::uuid_v4())))
    }

    fn at(dir: PathBuf) -> World {
        let clock = Arc::new(ManualClock::new(NOW_MS));
        let store = Store::open_with_clock(&dir, clock.clone()).expect("a temporary store opens");
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store, clock.clone(), scope, dir.clone());
        let others = Arc::new(Others {
            calls: watch::Sender::new(Vec::new()),
            answer: Mutex::new(Box::new(|_| Ok(started()))),
        });
        platform.door.open(others.clone());
        platform.set_identity(Arc::new(Roles));
        let events = Events::new(&platform).expect("an index loads");
        let mut registry = Registry::new();
        events.register(&mut registry);
        events.start();
        let (store, shutdown, timer_clock) =
            (platform.store.clone(), platform.shutdown.clone(), clock.clone());
        tokio::spawn(async move { store.run_timers(shutdown.requested(), timer_clock).await });
        World { platform, clock, others, registry, dir }
    }

    /// What the other services answer from now on.
    pub(crate) fn answer(&self, answer: impl Fn(&Call) -> Result<Value, AwsError> + Send + Sync + 'static) {
        *self.others.answer.lock().expect("no test panics in it") = Box::new(answer);
    }

    /// The calls of other services, once there are so many.
    pub(crate) async fn calls(&self, count: usize) -> Vec<Call> {
        let mut calls = self.others.calls.subscribe();
        calls.wait_for(|calls| calls.len() >= count).await.expect("the sender lives").clone()
    }

    /// The calls so far.
    pub(crate) fn calls_now(&self) -> Vec<Call> {
        self.others.calls.borrow().clone()
    }

    /// Waits until nothing is under way.
    pub(crate) async fn quiet(&self) {
        for topic in ["events", "events.schedules", "events.deliveries"] {
            while self.platform.store.outbox(topic).pending().expect("the store reads") > 0 {
                tokio::task::yield_now().await;
            }
        }
    }

    /// Calls an operation of EventBridge, with its input as JSON.
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

    /// Whether every operation of EventBridge has a handler.
    pub(crate) fn missing(&self) -> Vec<String> {
        self.registry.missing().into_iter().filter(|name| name.starts_with("events:")).collect()
    }
}

impl Drop for World {
    fn drop(&mut self) {
        self.platform.shutdown.request();
        // The folder is temporary; what cannot be removed now goes with it.
        let _ = std::fs::remove_dir_all(&self.dir);
    }
}

/// What `StartExecution` answers.
pub(crate) fn started() -> Value {
    Value::Map(
        [
            ("executionArn".into(), Value::from("arn:execution")),
            ("startDate".into(), lirio_api::Timestamp(NOW_MS).into()),
        ]
        .into_iter()
        .collect(),
    )
}
