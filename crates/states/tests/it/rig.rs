//! A platform with Step Functions on a temporary store, and a world of other services behind the door.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Operation, OperationType, Value};
use lirio_service::{
    BoxFuture, Caller, Context, Credential, Dispatch, Identity, IdentityPolicies, Platform, Principal,
    Registry, Scope, SessionCredentials, Source,
};
use lirio_states::States;
use lirio_store::{ManualClock, Store};
use serde_json::Value as Json;
use tokio::net::TcpListener;

pub(crate) const ROLE: &str = "arn:aws:iam::000000000000:role/states";

/// Answers a call of another service: operation, input, who calls.
pub(crate) type Script =
    dyn Fn(&'static str, &Value, &Caller) -> BoxFuture<'static, Result<Value, AwsError>> + Send + Sync;

/// What stands behind the door.
pub(crate) struct World {
    /// Taken out by a crash: both hold the store open.
    inside: Mutex<Option<(Platform, Registry)>>,
    script: Arc<Script>,
    /// Operations of other services in the order called.
    pub(crate) calls: Mutex<Vec<&'static str>>,
}

impl Dispatch for World {
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        if let Some(Err(error)) = operation.input.map(|shape| lirio_api::validate(shape, &input)) {
            return Box::pin(async move { Err(error) });
        }
        if operation.service.id != "stepfunctions" {
            self.calls.lock().unwrap().push(operation.name);
            return (self.script)(operation.name, &input, &caller);
        }
        let inside = self.inside.lock().unwrap();
        let Some((platform, registry)) = inside.as_ref() else {
            return Box::pin(async { Err(AwsError::internal("the platform has crashed")) });
        };
        let context = Context::new(
            platform.clone(),
            lirio_service::request_id().into(),
            operation,
            caller,
            platform.scope.clone(),
            platform.now(),
            "127.0.0.1".into(),
            None,
        );
        registry.handler(operation).unwrap()(context, input)
    }

    fn serve(&self, _: TcpListener) -> tokio::task::AbortHandle {
        unreachable!("nothing serves here")
    }
}

/// Trusts every role but `…/untrusted`.
struct Trust;

impl Identity for Trust {
    fn credential(&self, _: &str) -> Result<Option<Credential>, AwsError> {
        Ok(None)
    }

    fn policies(&self, _: &Principal) -> Result<IdentityPolicies, AwsError> {
        Ok(IdentityPolicies::default())
    }

    fn assume_for_service(&self, role_arn: &str, service: &str, session: &str) -> Result<Caller, AwsError> {
        if role_arn.ends_with("/untrusted") {
            return Err(AwsError::access_denied("not trusted"));
        }
        let role = role_arn.rsplit('/').next().unwrap_or_default().to_owned();
        Ok(Caller {
            principal: Principal::Session {
                account: "000000000000".into(),
                path: "/".into(),
                role,
                role_id: "AROA0".into(),
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
        Box::pin(async { Err(AwsError::internal("no sessions here")) })
    }
}

/// A folder that goes away.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let name = format!("lirio-states-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// One life of the platform.
pub(crate) struct Rig {
    pub(crate) platform: Platform,
    pub(crate) clock: Arc<ManualClock>,
    pub(crate) world: Arc<World>,
    _folder: Option<Folder>,
}

impl Rig {
    /// A platform of its own; `script` answers for the other services.
    pub(crate) fn new(
        script: impl Fn(&'static str, &Value, &Caller) -> Result<Value, AwsError> + Send + Sync + 'static,
    ) -> Self {
        Self::with(move |operation, input, caller| {
            let answer = script(operation, input, caller);
            Box::pin(async move { answer })
        })
    }

    /// The same, with answers that take their time.
    pub(crate) fn with(
        script: impl Fn(&'static str, &Value, &Caller) -> BoxFuture<'static, Result<Value, AwsError>>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        let folder = Folder::new();
        let clock = Arc::new(ManualClock::new(1_795_341_600_000));
        let mut rig = Self::open(&folder.0, clock, Arc::new(script));
        rig._folder = Some(folder);
        rig
    }

    /// A platform on a folder, as it is found there.
    pub(crate) fn open(folder: &Path, clock: Arc<ManualClock>, script: Arc<Script>) -> Self {
        Self::on(Store::open_with_clock(folder, clock.clone()).unwrap(), folder, clock, script)
    }

    /// A platform on a store.
    pub(crate) fn on(store: Store, folder: &Path, clock: Arc<ManualClock>, script: Arc<Script>) -> Self {
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store, clock.clone(), scope, folder.to_owned());
        platform.set_identity(Arc::new(Trust));
        let states = States::new(&platform).unwrap();
        let mut registry = Registry::new();
        states.register(&mut registry);
        assert!(!registry.missing().iter().any(|name| name.starts_with("stepfunctions:")));
        let world = Arc::new(World {
            inside: Mutex::new(Some((platform.clone(), registry))),
            script,
            calls: Mutex::default(),
        });
        platform.door.open(world.clone());
        states.start();
        let (store, timers, shutdown) = (platform.store.clone(), clock.clone(), platform.shutdown.clone());
        tokio::spawn(async move { store.run_timers(shutdown.requested(), timers).await });
        Self { platform, clock, world, _folder: None }
    }

    /// One life of a platform on a folder: runs `life` and crashes.
    pub(crate) fn live<T>(
        folder: &Path,
        clock: &Arc<ManualClock>,
        script: Arc<Script>,
        life: impl AsyncFnOnce(&Rig) -> T,
    ) -> T {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let (rig, result) = runtime.block_on(async {
            let rig = Rig::open(folder, clock.clone(), script);
            let result = life(&rig).await;
            (rig, result)
        });
        // Everything of the process is gone at once.
        runtime.shutdown_timeout(Duration::from_secs(10));
        rig.crash();
        result
    }

    /// Lets go of everything that holds the store open.
    pub(crate) fn crash(self) {
        self.world.inside.lock().unwrap().take();
    }

    pub(crate) async fn call<O: OperationType>(
        &self,
        operation: O,
        input: O::Input,
    ) -> Result<O::Output, AwsError> {
        let caller = Caller {
            principal: Principal::Root { account: "000000000000".into() },
            ..Caller::service("test")
        };
        self.platform.door.call(&caller, operation, input).await
    }

    pub(crate) async fn create(&self, name: &str, definition: &Json) -> Result<String, AwsError> {
        let input = sfn::CreateStateMachineInput {
            name: name.into(),
            definition: definition.to_string(),
            role_arn: ROLE.into(),
            ..Default::default()
        };
        Ok(self.call(ops::CreateStateMachine, input).await?.state_machine_arn)
    }

    pub(crate) async fn start(&self, machine: &str, name: &str, input: &Json) -> Result<String, AwsError> {
        let input = sfn::StartExecutionInput {
            state_machine_arn: machine.into(),
            name: Some(name.into()),
            input: Some(input.to_string()),
            trace_header: None,
        };
        Ok(self.call(ops::StartExecution, input).await?.execution_arn)
    }

    pub(crate) async fn describe(&self, execution: &str) -> sfn::DescribeExecutionOutput {
        let input = sfn::DescribeExecutionInput { execution_arn: execution.into(), included_data: None };
        self.call(ops::DescribeExecution, input).await.unwrap()
    }

    /// Lets time pass until the execution ends.
    pub(crate) async fn ended(&self, execution: &str) -> sfn::DescribeExecutionOutput {
        for _ in 0..20_000 {
            let described = self.describe(execution).await;
            if described.status != "RUNNING" {
                return described;
            }
            self.clock.advance(1_000);
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("{execution} does not end; calls: {:?}", self.world.calls.lock().unwrap());
    }

    /// Waits until something is so.
    pub(crate) async fn until(&self, what: &str, mut so: impl FnMut() -> bool) {
        for _ in 0..10_000 {
            if so() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        panic!("waited in vain until {what}");
    }

    pub(crate) async fn history(&self, execution: &str) -> Vec<sfn::HistoryEvent> {
        let input = sfn::GetExecutionHistoryInput {
            execution_arn: execution.into(),
            max_results: Some(1000),
            ..Default::default()
        };
        self.call(ops::GetExecutionHistory, input).await.unwrap().events
    }

    pub(crate) async fn types(&self, execution: &str) -> Vec<String> {
        self.history(execution).await.into_iter().map(|event| event.r#type).collect()
    }

    /// Creates and runs a machine of these states to its end.
    pub(crate) async fn run(&self, states: Json, input: &Json) -> sfn::DescribeExecutionOutput {
        let first = states.as_object().unwrap().keys().next().unwrap().clone();
        let name = format!("machine-{}", lirio_service::hex_id::<4>());
        let machine =
            self.create(&name, &serde_json::json!({"StartAt": first, "States": states})).await.unwrap();
        let execution = self.start(&machine, "run", input).await.unwrap();
        self.ended(&execution).await
    }
}

/// A value of a service from JSON with the model's names.
pub(crate) fn value(json: Json) -> Value {
    serde_json::from_value(json).unwrap()
}
