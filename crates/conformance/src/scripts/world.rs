//! The platform that scripts play on: Step Functions and Logs of lirio, the rest scripted.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lirio_api::{AwsError, Body, Fields, Operation, Value as Wire};
use lirio_asl::ServiceIntegration;
use lirio_logs::Logs;
use lirio_service::{
    BoxFuture, Caller, Context, Credential, Dispatch, Identity, IdentityPolicies, Platform, Principal,
    Registry, Scope, SessionCredentials, Source,
};
use lirio_states::{IntegrationCall, IntegrationError, Integrations, States};
use lirio_store::{Clock, ManualClock, Store};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::queues::Queues;
use crate::corpus::{ACCOUNT, PARTITION, REGION, spaced};
use crate::functions::Functions;

/// When the scripts begin.
const START_MS: i64 = 1_795_353_950_000;

/// A platform on a temporary folder.
pub(super) struct World {
    platform: Platform,
    clock: Arc<ManualClock>,
    inside: Arc<Inside>,
    folder: Folder,
}

/// What stands behind the door, and beside it.
struct Inside {
    /// Taken out at the end: both hold the store open.
    served: Mutex<Option<(Platform, Registry)>>,
    clock: Arc<ManualClock>,
    functions: Mutex<Vec<Value>>,
    queues: Mutex<Queues>,
    /// Objects in S3 by bucket and key.
    objects: Mutex<BTreeMap<(String, String), String>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder that goes away.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind is in the folder for temporary files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl World {
    /// Opens the platform.
    pub(super) fn open() -> Result<Arc<Self>, String> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("lirio-script-{}-{number}", std::process::id()));
        let folder = Folder(folder);
        let clock = Arc::new(ManualClock::new(START_MS));
        let store = Store::open_with_clock(&folder.0, clock.clone()).map_err(|e| e.to_string())?;
        let scope = Scope { partition: PARTITION.into(), region: REGION.into(), account: ACCOUNT.into() };
        let platform = Platform::new(store, clock.clone(), scope, folder.0.clone());
        platform.set_identity(Arc::new(Trust));
        let inside = Arc::new(Inside {
            served: Mutex::default(),
            clock: clock.clone(),
            functions: Mutex::default(),
            queues: Mutex::default(),
            objects: Mutex::default(),
        });
        let states =
            States::with_integrations(&platform, inside.clone()).map_err(|error| error.to_string())?;
        let mut registry = Registry::new();
        states.register(&mut registry);
        Logs::new(&platform).register(&mut registry);
        *lock(&inside.served) = Some((platform.clone(), registry));
        platform.door.open(inside.clone());
        states.start();
        let (store, timers, shutdown) = (platform.store.clone(), clock.clone(), platform.shutdown.clone());
        tokio::spawn(async move { store.run_timers(shutdown.requested(), timers).await });
        Ok(Arc::new(Self { platform, clock, inside, folder }))
    }

    /// Where it keeps its data.
    pub(super) fn folder(&self) -> &std::path::Path {
        &self.folder.0
    }

    /// Ends what runs.
    pub(super) fn close(&self) {
        self.platform.shutdown.request();
        lock(&self.inside.served).take();
        debug_assert!(self.folder.0.is_absolute(), "the folder goes with this value");
    }

    /// Lets time pass.
    pub(super) fn advance(&self, by_ms: i64) {
        self.clock.advance(by_ms);
    }

    /// Adds a Lambda function of the corpus.
    pub(super) fn add_function(&self, function: &Value) {
        lock(&self.inside.functions).push(function.clone());
    }

    /// A client's call, with the names of the wire; an error is its code and message.
    pub(super) async fn call(
        &self,
        service: &str,
        action: &str,
        params: &Value,
    ) -> Result<Value, (String, String)> {
        if ["sqs", "sns"].contains(&service) {
            let answer = lock(&self.inside.queues).call(service, action, params, self.clock.now_ms());
            return answer.ok_or_else(|| unscripted(service, action));
        }
        if service == "s3" {
            if action == "PutObject" {
                let text = |name: &str| params[name].as_str().unwrap_or_default().to_owned();
                lock(&self.inside.objects).insert((text("Bucket"), text("Key")), text("Body"));
            }
            return Ok(json!({}));
        }
        let operation = lirio_api::operation(service, action).ok_or_else(|| unscripted(service, action))?;
        let caller =
            Caller { principal: Principal::Root { account: ACCOUNT.into() }, ..Caller::service("script") };
        let input: Wire = serde_json::from_value(without_nulls(params))
            .map_err(|error| ("SerializationException".to_owned(), error.to_string()))?;
        match self.platform.door.call_value(&caller, operation, input).await {
            Ok(answer) => Ok(without_nulls(&answer.to_json())),
            Err(error) => Err((error.code.into_owned(), error.message)),
        }
    }
}

fn unscripted(service: &str, action: &str) -> (String, String) {
    ("NotScripted".to_owned(), format!("{service}:{action} is not scripted"))
}

/// Clients do not send what is null, and do not see it.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        Value::Object(members) => Value::Object(
            members
                .iter()
                .filter(|(_, member)| !member.is_null())
                .map(|(name, member)| (name.clone(), without_nulls(member)))
                .collect(),
        ),
        other => other.clone(),
    }
}

impl Dispatch for Inside {
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Wire,
    ) -> BoxFuture<'_, Result<Wire, AwsError>> {
        if let Some(Err(error)) = operation.input.map(|shape| lirio_api::validate(shape, &input)) {
            return Box::pin(async move { Err(error) });
        }
        match (operation.service.id, operation.name) {
            ("lambda", "Invoke") => return Box::pin(self.invoke(input)),
            ("s3", "ListBuckets") => {
                return Box::pin(async { Ok(wire(json!({"Buckets": [], "Owner": {"ID": "owner"}}))) });
            }
            ("s3", "GetObject") => {
                let place = (text(&input, "Bucket"), text(&input, "Key"));
                let object = lock(&self.objects).get(&place).cloned();
                return Box::pin(async move {
                    let missing = || AwsError::new("NoSuchKey", 404, "The specified key does not exist.");
                    let mut output = Fields::new();
                    output.push("Body", Wire::Body(Body::from_bytes(object.ok_or_else(missing)?)));
                    Ok(Wire::Map(output))
                });
            }
            ("sts", "AssumeRole") => {
                let role = text(&input, "RoleArn");
                let name = role.rsplit('/').next().unwrap_or_default().to_owned();
                return Box::pin(async move {
                    Ok(wire(json!({"Credentials": {
                        "AccessKeyId": format!("ASIA{name}"), "SecretAccessKey": "s", "SessionToken": "t",
                        "Expiration": {"$t": START_MS + 3_600_000},
                    }})))
                });
            }
            _ => {}
        }
        let served = lock(&self.served);
        let Some((platform, registry)) = served.as_ref() else {
            return Box::pin(async { Err(AwsError::internal("the script has ended")) });
        };
        let Some(handler) = registry.handler(operation) else {
            return Box::pin(async move { Err(AwsError::not_served(operation.name)) });
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
        handler(context, input)
    }

    fn serve(&self, _: TcpListener) -> tokio::task::AbortHandle {
        tokio::spawn(async {}).abort_handle()
    }
}

fn wire(json: Value) -> Wire {
    serde_json::from_value(json).unwrap_or(Wire::Null)
}

fn text(input: &Wire, member: &'static str) -> String {
    input.pointer(&[member]).and_then(Wire::as_str).unwrap_or_default().to_owned()
}

impl Inside {
    /// `lambda:Invoke` of a function of the corpus, which may take its time.
    async fn invoke(&self, mut input: Wire) -> Result<Wire, AwsError> {
        let name = text(&input, "FunctionName");
        let name = name.rsplit("function:").next().unwrap_or(&name).to_owned();
        let payload = match &mut input {
            Wire::Map(fields) => fields.take("Payload"),
            _ => Wire::Null,
        };
        let event = match payload {
            Wire::Body(body) => {
                let bytes = body.collect(1 << 24).await.map_err(AwsError::internal)?;
                serde_json::from_slice(&bytes).unwrap_or(Value::Null)
            }
            _ => Value::Null,
        };
        let function = lock(&self.functions).iter().find(|function| function["name"] == *name).cloned();
        let Some(function) = function else {
            let message =
                format!("Function not found: arn:{PARTITION}:lambda:{REGION}:{ACCOUNT}:function:{name}");
            return Err(AwsError::new("ResourceNotFoundException", 404, message));
        };
        let (answer, failed, after_ms) = Functions::answer(&function, &event).map_err(AwsError::internal)?;
        let due = self.clock.now_ms().saturating_add(after_ms);
        if after_ms >= 1_000 {
            self.clock.sleep_until(due).await;
        }
        let mut output = Fields::new();
        output.push("StatusCode", Wire::Int(200));
        output.push("ExecutedVersion", Wire::from("$LATEST"));
        if failed {
            output.push("FunctionError", Wire::from("Unhandled"));
        }
        output.push("Payload", Wire::Body(Body::from_bytes(spaced(&answer))));
        Ok(Wire::Map(output))
    }
}

impl Integrations for Inside {
    fn serves(&self, resource: &ServiceIntegration) -> bool {
        // What AWS serves and lirio does not: a definition that names it is a good one.
        ["sqs", "sns", "dynamodb", "apigateway", "s3"].contains(&resource.service.as_str())
    }

    fn call(&self, call: IntegrationCall) -> BoxFuture<'static, Result<Value, IntegrationError>> {
        let service = call.resource.service.clone();
        let action = capitalised(&call.resource.action);
        let answer = lock(&self.queues).call(&service, &action, &call.parameters, self.clock.now_ms());
        let answer = match answer {
            Some(answer) if call.resource.sdk => Ok(answer),
            Some(answer) => {
                let kind = if service == "sns" { "text/xml" } else { "application/x-amz-json-1.0" };
                Ok(with_metadata(answer, kind))
            }
            None => Err(IntegrationError {
                error: "States.Runtime".to_owned(),
                cause: format!("{service}:{action} is not scripted"),
            }),
        };
        Box::pin(async move { answer })
    }
}

fn capitalised(action: &str) -> String {
    let mut letters = action.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn with_metadata(mut answer: Value, content_type: &str) -> Value {
    let id = lirio_service::request_id();
    answer["SdkHttpMetadata"] = json!({
        "AllHttpHeaders": {"x-amzn-RequestId": [id], "Content-Type": [content_type]},
        "HttpHeaders": {"x-amzn-RequestId": id, "Content-Type": content_type},
        "HttpStatusCode": 200,
    });
    answer["SdkResponseMetadata"] = json!({"RequestId": id});
    answer
}

/// Trusts every role.
struct Trust;

impl Trust {
    fn session(role: &str, session: &str) -> Principal {
        Principal::Session {
            account: ACCOUNT.into(),
            path: "/".into(),
            role: role.into(),
            role_id: "AROA0".into(),
            session: session.into(),
        }
    }
}

impl Identity for Trust {
    fn credential(&self, access_key: &str) -> Result<Option<Credential>, AwsError> {
        Ok(access_key.strip_prefix("ASIA").map(|role| Credential {
            principal: Trust::session(role, "session"),
            secret: "s".to_owned(),
            session_token: Some("t".to_owned()),
            expires: None,
        }))
    }

    fn policies(&self, _: &Principal) -> Result<IdentityPolicies, AwsError> {
        Ok(IdentityPolicies::default())
    }

    fn assume_for_service(&self, role_arn: &str, service: &str, session: &str) -> Result<Caller, AwsError> {
        let role = role_arn.rsplit('/').next().unwrap_or_default();
        Ok(Caller {
            principal: Trust::session(role, session),
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
