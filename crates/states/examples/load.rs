//! Runs executions in process, without HTTP: for profiling the engine, and for filling a data directory.
//!
//! `cargo run --release -p lirio-states --example load -- DIR EXECUTIONS [PASSES [CALLERS]]`, or
//! `… -- DIR map ITEMS STANDARD|EXPRESS` for one distributed Map state over so many items.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use lirio_api::stepfunctions::{self as sfn, ops};
use lirio_api::{AwsError, Operation, Value};
use lirio_service::{
    BoxFuture, Caller, Context, Credential, Dispatch, Identity, IdentityPolicies, Platform, Principal,
    Registry, Scope, SessionCredentials, Source,
};
use lirio_states::States;
use lirio_store::{Store, SystemClock};
use serde_json::json;
use tokio::net::TcpListener;

const ROLE: &str = "arn:aws:iam::000000000000:role/states";

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.get(1).is_some_and(|word| word == "map") {
        let items = args.get(2).map_or(Ok(100_000), |text| text.parse())?;
        return map(Path::new(&args[0]), items, args.get(3).map_or("STANDARD", String::as_str)).await;
    }
    let number = |at: usize, default: u64| args.get(at).map_or(Ok(default), |text| text.parse());
    let folder = args
        .first()
        .ok_or("usage: load DIR EXECUTIONS [PASSES [CALLERS]] | load DIR map ITEMS STANDARD|EXPRESS")?;
    let (executions, passes, callers) = (number(1, 1000)?, number(2, 1)?, number(3, 64)?);
    let platform = open(Path::new(folder))?;
    let machine = create(&platform, passes).await?;
    let start = Instant::now();
    let next = Arc::new(AtomicU64::new(0));
    let tasks: Vec<_> = (0..callers)
        .map(|_| {
            let (platform, machine, next) = (platform.clone(), machine.clone(), next.clone());
            tokio::spawn(async move {
                while next.fetch_add(1, Ordering::Relaxed) < executions {
                    let input = sfn::StartExecutionInput {
                        state_machine_arn: machine.clone(),
                        name: None,
                        input: Some(r#"{"order": 4711, "customer": "c-1"}"#.into()),
                        trace_header: None,
                    };
                    platform.door.call(&root(), ops::StartExecution, input).await?;
                }
                Ok::<_, AwsError>(())
            })
        })
        .collect();
    for task in tasks {
        task.await??;
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{executions} executions of {passes} Pass states by {callers} callers: {seconds:.2} s, {:.0} executions/s, {:.0} transitions/s",
        executions as f64 / seconds,
        (executions * passes) as f64 / seconds,
    );
    platform.shutdown.request();
    let store = platform.store.clone();
    drop(platform);
    store.close().await;
    Ok(())
}

/// One execution whose Map state has an execution with a Pass state for each item.
async fn map(folder: &Path, items: usize, kind: &str) -> Result<(), Box<dyn Error>> {
    let platform = open(folder)?;
    let states = json!({"Each": {"Type": "Map", "End": true, "ItemProcessor": {
        "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind},
        "StartAt": "Pass", "States": {"Pass": {"Type": "Pass", "End": true}}}}});
    let input = sfn::CreateStateMachineInput {
        name: format!("map-{kind}"),
        definition: json!({"StartAt": "Each", "States": states}).to_string(),
        role_arn: ROLE.into(),
        ..Default::default()
    };
    let machine = platform.door.call(&root(), ops::CreateStateMachine, input).await?.state_machine_arn;
    let start = Instant::now();
    let input = sfn::StartExecutionInput {
        state_machine_arn: machine,
        name: None,
        input: Some(serde_json::Value::from(vec![1; items]).to_string()),
        trace_header: None,
    };
    let execution = platform.door.call(&root(), ops::StartExecution, input).await?.execution_arn;
    let described = loop {
        let input = sfn::DescribeExecutionInput { execution_arn: execution.clone(), included_data: None };
        let described = platform.door.call(&root(), ops::DescribeExecution, input).await?;
        if described.status != "RUNNING" {
            break described;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    let seconds = start.elapsed().as_secs_f64();
    println!("{items} items, {kind}: {} in {seconds:.2} s", described.status);
    platform.shutdown.request();
    let store = platform.store.clone();
    drop(platform);
    store.close().await;
    Ok(())
}

async fn create(platform: &Platform, passes: u64) -> Result<String, AwsError> {
    let states: serde_json::Map<_, _> = (1..=passes)
        .map(|n| {
            let state = match n == passes {
                true => json!({"Type": "Pass", "End": true}),
                false => json!({"Type": "Pass", "Next": format!("Pass{}", n + 1)}),
            };
            (format!("Pass{n}"), state)
        })
        .collect();
    let input = sfn::CreateStateMachineInput {
        name: format!("passes-{passes}"),
        definition: json!({"StartAt": "Pass1", "States": states}).to_string(),
        role_arn: ROLE.into(),
        ..Default::default()
    };
    Ok(platform.door.call(&root(), ops::CreateStateMachine, input).await?.state_machine_arn)
}

fn root() -> Caller {
    Caller { principal: Principal::Root { account: "000000000000".into() }, ..Caller::service("load") }
}

fn open(folder: &Path) -> Result<Platform, Box<dyn Error>> {
    let clock = Arc::new(SystemClock);
    let store = Store::open(folder)?;
    let scope = Scope { partition: "aws".into(), region: "us-east-1".into(), account: "000000000000".into() };
    let platform = Platform::new(store, clock.clone(), scope, folder.to_owned());
    platform.set_identity(Arc::new(Trust));
    // As on a platform without rules.
    platform.listeners.set(Arc::new(NoRules));
    let states = States::new(&platform)?;
    let mut registry = Registry::new();
    states.register(&mut registry);
    platform.door.open(Arc::new(Inside { platform: platform.clone(), registry }));
    states.start();
    let (store, shutdown) = (platform.store.clone(), platform.shutdown.clone());
    tokio::spawn(async move { store.run_timers(shutdown.requested(), clock).await });
    Ok(platform)
}

/// Step Functions alone behind the door.
struct Inside {
    platform: Platform,
    registry: Registry,
}

impl Dispatch for Inside {
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        let context = Context::new(
            self.platform.clone(),
            lirio_service::request_id().into(),
            operation,
            caller,
            self.platform.scope.clone(),
            self.platform.now(),
            "127.0.0.1".into(),
            None,
        );
        match self.registry.handler(operation) {
            Some(handler) => handler(context, input),
            None => Box::pin(async { Err(AwsError::internal("only Step Functions is here")) }),
        }
    }

    fn serve(&self, _: TcpListener) -> tokio::task::AbortHandle {
        tokio::spawn(async {}).abort_handle()
    }
}

/// Has no rules.
struct NoRules;

impl lirio_service::Bus for NoRules {
    fn has_rules(&self, _: &str, _: &str) -> bool {
        false
    }
}

/// Trusts every role.
struct Trust;

impl Identity for Trust {
    fn credential(&self, _: &str) -> Result<Option<Credential>, AwsError> {
        Ok(None)
    }

    fn policies(&self, _: &Principal) -> Result<IdentityPolicies, AwsError> {
        Ok(IdentityPolicies::default())
    }

    fn assume_for_service(&self, _: &str, service: &str, session: &str) -> Result<Caller, AwsError> {
        Ok(Caller {
            principal: Principal::Session {
                account: "000000000000".into(),
                path: "/".into(),
                role: "states".into(),
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
