//! The path of a request.

use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use http::request::Parts;
use lirio_api::{AwsError, Body, BodyError, Operation, Protocol, Service, Value};
use lirio_protocol::checksum::ChecksumAlgorithm;
use lirio_protocol::route::{self, Routed};
use lirio_protocol::{RequestHead, server, sigv4};
use lirio_service::{
    AuditEvent, BoxFuture, Caller, Context, Dispatch, Platform, Principal, RawRequest, RawResponse, Registry,
    Scope, request_id, topics, uuid_v4,
};
use tokio::net::TcpListener;

use crate::authenticate::{Authenticated, Presented, authenticate, missing_token};
use crate::authorize::{authorize, resources};
use crate::body;

/// Form bodies are read before the operation is known.
const FORM_LIMIT: u64 = 1 << 20;
/// And what such a body may be when it was compressed.
const FORM_INFLATED: u64 = 16 << 20;
/// What aws-chunked framing may add to a body.
const FRAMING: u64 = 64 << 20;

/// The door.
pub struct Gateway {
    platform: Platform,
    registry: Registry,
    signing_keys: sigv4::SigningKeys,
}

/// What an error is answered with: where the request got to before it failed.
struct Failure {
    error: AwsError,
    service: Option<&'static Service>,
    protocol: Protocol,
}

impl Gateway {
    /// A door to the registered handlers; opens `platform.door`.
    pub fn open(platform: &Platform, registry: Registry) -> Arc<Self> {
        let gateway = Arc::new(Self {
            platform: platform.clone(),
            registry,
            signing_keys: sigv4::SigningKeys::default(),
        });
        platform.door.open(Arc::new(Inside(Arc::downgrade(&gateway))));
        gateway
    }

    /// A request from outside.
    pub async fn http(
        self: &Arc<Self>,
        mut head: Parts,
        body: Body,
        address: IpAddr,
    ) -> http::Response<Body> {
        if let Some(raw) = self.registry.routes().iter().find(|r| r.matches(&head)) {
            // The route's own callers (Basic authentication) come from somewhere too.
            head.extensions.insert(address);
            let caller = match self.raw_caller(&head, address) {
                Ok(sigv4) => match raw.authenticate(&head, sigv4) {
                    Ok(caller) => caller.unwrap_or_else(|| anonymous(&head, address)),
                    Err(error) => return plain_error(&error),
                },
                Err(error) => return plain_error(&error),
            };
            return raw.handle(RawRequest { head, body, caller }).await;
        }
        let id: Arc<str> = request_id().into();
        let is_head = head.method == http::Method::HEAD;
        match self.operation(&head, body, address, &id).await {
            Ok(response) => response,
            Err(Failure { error, service, protocol }) => {
                log(&error, &id, service.map_or("-", |s| s.id));
                let error = reworded(error, protocol);
                server::encode_error(service, protocol, &error, &id, is_head)
            }
        }
    }

    /// identify, authenticate, decode; then [`Gateway::call`]; then encode.
    async fn operation(
        self: &Arc<Self>,
        head: &Parts,
        body: Body,
        address: IpAddr,
        id: &Arc<str>,
    ) -> Result<http::Response<Body>, Failure> {
        let view = view(head);
        let unrouted = |error: AwsError| Failure { error, service: None, protocol: Protocol::RestXml };

        // Identify.  A form's action stands in its body.
        let (body, form) = if route::needs_form(&view) {
            let bytes = body.collect(FORM_LIMIT).await.map_err(|e| unrouted(e.into()))?;
            let plain = body::inflated(&view, bytes.clone(), FORM_INFLATED).map_err(unrouted)?;
            (Body::from_bytes(bytes), route::form_action(&plain))
        } else {
            (body, None)
        };
        let (operation, protocol, labels) = match route::identify(&view, form.as_deref()) {
            Routed::Served { operation, protocol, labels } => (operation, protocol, labels),
            Routed::Unserved { operation: row, protocol } => {
                let error = AwsError::not_served(format_args!("{}:{}", row.service.id, row.name));
                return Err(Failure { error, service: Some(row.service), protocol });
            }
            Routed::Unknown => return Err(unknown(&view)),
        };
        let failed = |error: AwsError| Failure { error, service: Some(operation.service), protocol };

        // Authenticate.  A body whose hash is signed and not declared is collected first, streamed or not.
        let authorization = sigv4::parse(&view).map_err(failed)?;
        let streamed = server::is_streaming(operation);
        let (body, collected) = if streamed && !authorization.as_ref().is_some_and(|a| a.needs_body()) {
            (body, None)
        } else {
            let bytes = body.collect(server::max_body(operation)).await.map_err(|e| failed(e.into()))?;
            (Body::default(), Some(bytes))
        };
        let identity = self.platform.identity().map_err(failed)?;
        let now = self.platform.now();
        let presented =
            Presented { head: view, authorization, protocol, body: collected.as_deref(), address };
        let Authenticated { caller, region, verified } =
            authenticate(identity.as_ref(), &self.signing_keys, presented, now).map_err(failed)?;
        if caller.principal == Principal::Anonymous && operation.service.protocol != Protocol::RestXml {
            return Err(failed(missing_token(protocol)));
        }

        // Decode.
        let limit = server::max_body(operation);
        let input = if streamed {
            if body.length().is_some_and(|length| length > limit.saturating_add(FRAMING)) {
                return Err(failed(BodyError::TooLong(limit).into()));
            }
            let body = collected.map_or(body, Body::from_bytes);
            let (body, algorithm) = body::checked(&view, verified.as_ref(), body).map_err(failed)?;
            let input = server::decode_head(operation, protocol, &view, &labels, body).map_err(failed)?;
            name_algorithm(operation, input, algorithm)
        } else {
            let body = Body::from_bytes(collected.unwrap_or_default());
            let (body, _) = body::checked(&view, verified.as_ref(), body).map_err(failed)?;
            let bytes = body.collect(limit).await.map_err(|e| failed(e.into()))?;
            // REST operations hand the encoding on (S3's objects, a function's payload).
            let bytes = match protocol {
                Protocol::RestXml | Protocol::RestJson => bytes,
                _ => body::inflated(&view, bytes, server::max_inflated(operation)).map_err(failed)?,
            };
            server::decode(operation, protocol, &view, &labels, bytes).map_err(failed)?
        };

        let mut scope = self.platform.scope.clone();
        if let Some(region) = region.filter(|_| !operation.service.global) {
            scope.region = region.into();
        }
        let host: Arc<str> = head
            .headers
            .get(http::header::HOST)
            .and_then(|h| h.to_str().ok())
            .or_else(|| head.uri.authority().map(|a| a.as_str()))
            .unwrap_or_default()
            .into();
        let output = self.call(operation, caller, scope, host, id.clone(), input).await.map_err(failed)?;
        Ok(server::encode(operation, protocol, output, id))
    }

    /// Where calls from outside and from inside meet: validate, authorize, call, audit.
    async fn call(
        self: &Arc<Self>,
        operation: &'static Operation,
        caller: Caller,
        scope: Scope,
        host: Arc<str>,
        id: Arc<str>,
        input: Value,
    ) -> Result<Value, AwsError> {
        if let Some(shape) = operation.input {
            lirio_api::validate(shape, &input)?;
        }
        let now = self.platform.now();
        let resources = resources(operation, &input, &scope, &caller);
        let audit = self.platform.auditor().wants(operation, &resources).then(|| AuditEvent {
            event_id: uuid_v4(),
            request_id: id.to_string(),
            time: now,
            service: operation.service.id.to_owned(),
            operation: operation.name.to_owned(),
            read_only: operation.access == lirio_api::Access::Read,
            data_event: operation.data_event,
            scope: scope.clone(),
            caller: caller.clone(),
            input: input.to_json(),
            resources: resources.clone(),
            response_elements: serde_json::Value::Null,
            // S3's records name the host that the client used.
            additional: match operation.service.id {
                "s3" if !host.is_empty() => serde_json::json!({ "Host": &*host }),
                _ => serde_json::Value::Null,
            },
            error: None,
        });
        let context = Context::new(self.platform.clone(), id, operation, caller, scope, now, host, audit);

        let unwritten = context.unwritten();
        let identity = self.platform.identity()?;
        let allowed = authorize(
            identity.as_ref(),
            &self.registry,
            operation,
            &input,
            &context.scope,
            &context.caller,
            &resources,
        );
        let result = match (allowed, self.registry.handler(operation)) {
            (Err(denied), _) => Err(denied),
            (Ok(()), Some(handler)) => handler(context, input).await,
            (Ok(()), None) => Err(AwsError::internal(format_args!("{} has no handler", operation.name))),
        };
        // What is taken away under a call that is still running has no other meaning.
        let result = match result {
            Err(error) if error.status >= 500 && self.platform.shutdown.is_requested() => {
                tracing::debug!(%error, detail = error.detail, "failed while the platform stops");
                Err(closed())
            }
            result => result,
        };
        if let Some(event) = unwritten.take() {
            self.write_audit(event, &result).await?;
        }
        result
    }

    /// Records a call that changed nothing durable: reads and failures.
    async fn write_audit(
        &self,
        mut event: AuditEvent,
        result: &Result<Value, AwsError>,
    ) -> Result<(), AwsError> {
        event.error = result.as_ref().err().map(|e| (e.code.to_string(), e.message.clone()));
        self.platform
            .store
            .commit(move |txn| txn.enqueue(topics::AUDIT, &event).map(|_| ()).map_err(AwsError::from))
            .await
    }

    /// The caller of a raw route by its AWS signature, if it carries one.
    fn raw_caller(&self, head: &Parts, address: IpAddr) -> Result<Option<Caller>, AwsError> {
        let identity = self.platform.identity()?;
        let view = view(head);
        // Another scheme (Basic) is the route's own to read.
        if !view.is_presigned() && !view.header("authorization").is_some_and(|a| a.starts_with("AWS4-")) {
            return Ok(None);
        }
        let authorization = sigv4::parse(&view)?;
        let now = self.platform.now();
        let protocol = lirio_api::ecr::SERVICE.protocol;
        let presented = Presented { head: view, authorization, protocol, body: Some(&[]), address };
        let found = authenticate(identity.as_ref(), &self.signing_keys, presented, now)?;
        Ok(Some(found.caller))
    }
}

/// The door as services hold it.  Weak: the gateway owns the registry, whose services own the door.
struct Inside(std::sync::Weak<Gateway>);

impl Dispatch for Inside {
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        Box::pin(async move {
            let gateway = self.0.upgrade().ok_or_else(closed)?;
            let id: Arc<str> = request_id().into();
            let scope = gateway.platform.scope.clone();
            let result = gateway.call(operation, caller, scope, "".into(), id.clone(), input).await;
            if let Err(error) = &result {
                log(error, &id, operation.service.id);
            }
            result
        })
    }

    fn serve(&self, listener: TcpListener) -> tokio::task::AbortHandle {
        let gateway = self.0.clone();
        tokio::spawn(async move {
            if let Some(gateway) = gateway.upgrade() {
                crate::serve(gateway, listener, None, None).await;
            }
        })
        .abort_handle()
    }
}

/// The same error by the name it has in the protocol's family of services.
fn reworded(mut error: AwsError, protocol: Protocol) -> AwsError {
    let code = match (protocol, error.code.as_ref()) {
        (Protocol::Query, "AccessDeniedException") => {
            error.status = 403;
            "AccessDenied"
        }
        (Protocol::Query, "ValidationException") => "ValidationError",
        (Protocol::RestXml, "InternalFailure") => "InternalError",
        (Protocol::RestXml, "ValidationException" | "SerializationException") => "InvalidRequest",
        (Protocol::RestJson, "InvalidSignatureException") => {
            error.status = 403;
            return error;
        }
        _ => return error,
    };
    error.code = code.into();
    error
}

fn closed() -> AwsError {
    AwsError::new("ServiceUnavailable", 503, "The platform is stopping.")
}

/// A streamed checksum's algorithm that was announced in a trailer only, told to the operation.
fn name_algorithm(operation: &Operation, input: Value, algorithm: Option<ChecksumAlgorithm>) -> Value {
    let takes = operation
        .input
        .and_then(|shape| shape.structure())
        .is_some_and(|structure| structure.member("ChecksumAlgorithm").is_some());
    match (input, algorithm) {
        (Value::Map(mut fields), Some(algorithm)) if takes && fields.get("ChecksumAlgorithm").is_none() => {
            fields.push("ChecksumAlgorithm", algorithm.name().into());
            Value::Map(fields)
        }
        (input, _) => input,
    }
}

/// A request that is none of AWS's that are known here: said in the words of the service it is signed for.
fn unknown(head: &RequestHead<'_>) -> Failure {
    let signed_for = head.credential().map(|c| c.service);
    let service = lirio_api::SERVICES.iter().copied().find(|s| Some(s.signing_name) == signed_for.as_deref());
    let what = match (head.header("x-amz-target"), &signed_for) {
        (Some(target), _) => format!("The operation {target}"),
        (None, Some(name)) => format!("{} {} of the service {name}", head.method, head.path),
        (None, None) => format!("{} {}", head.method, head.path),
    };
    let message = format!(
        "{what} is not known here. lirio serves S3, IAM, STS, ECR, CloudTrail, EventBridge, Step Functions, SageMaker, Lambda, CloudWatch and CloudWatch Logs."
    );
    let protocol = service.map_or(Protocol::Json11, |_| route::likely(head).1);
    Failure { error: AwsError::new("UnknownOperationException", 404, message), service, protocol }
}

fn view(head: &Parts) -> RequestHead<'_> {
    RequestHead {
        method: &head.method,
        path: head.uri.path(),
        query: head.uri.query().unwrap_or_default(),
        headers: &head.headers,
    }
}

fn anonymous(head: &Parts, address: IpAddr) -> Caller {
    let user_agent =
        head.headers.get(http::header::USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    Caller {
        principal: Principal::Anonymous,
        access_key: None,
        source: lirio_service::Source::Http { address, user_agent: user_agent.into() },
        may_wait: false,
    }
}

fn plain_error(error: &AwsError) -> RawResponse {
    let text = serde_json::json!({ "code": error.code, "message": error.message }).to_string();
    let mut response = http::Response::new(Body::from_bytes(Bytes::from(text)));
    *response.status_mut() =
        http::StatusCode::from_u16(error.status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
    response
        .headers_mut()
        .insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
    response
}

fn log(error: &AwsError, id: &str, service: &str) {
    match &error.detail {
        Some(detail) if error.status >= 500 => tracing::error!(service, id, code = %error.code, "{detail}"),
        _ => tracing::debug!(service, id, code = %error.code, "{}", error.message),
    }
}
