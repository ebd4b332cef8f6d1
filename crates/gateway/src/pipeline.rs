//! The path of a request.

use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use http::request::Parts;
use lirio_api::{AwsError, Body, Operation, Protocol, Service, Value};
use lirio_protocol::route::{self, Routed};
use lirio_protocol::{RequestHead, server, sigv4};
use lirio_service::{
    AuditEvent, BoxFuture, Caller, Context, Dispatch, Platform, Principal, RawRequest, RawResponse, Registry,
    Scope, request_id, topics, uuid_v4,
};
use tokio::net::TcpListener;

use crate::authenticate::{Authenticated, authenticate, missing_token};
use crate::authorize::{authorize, resources};

/// Form bodies are read before the operation is known.
const FORM_LIMIT: u64 = 1 << 20;

/// The door.
pub struct Gateway {
    platform: Platform,
    registry: Registry,
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
        let gateway = Arc::new(Self { platform: platform.clone(), registry });
        platform.door.open(Arc::new(Inside(Arc::downgrade(&gateway))));
        gateway
    }

    /// A request from outside.
    pub async fn http(self: &Arc<Self>, head: Parts, body: Body, address: IpAddr) -> http::Response<Body> {
        if let Some(raw) = self.registry.routes().iter().find(|r| r.matches(&head)) {
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
                server::encode_error(service, protocol, &error, &id, &view(&head), is_head)
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
        let unrouted =
            |error: AwsError| Failure { error, service: None, protocol: route::protocol_hint(&view) };

        // Identify.  A form's action stands in its body.
        let (body, form) = if route::needs_form(&view) {
            let bytes = body.collect(FORM_LIMIT).await.map_err(|e| unrouted(e.into()))?;
            (Body::from_bytes(bytes.clone()), Some(bytes))
        } else {
            (body, None)
        };
        let routed = route::identify(&view, form.as_deref());
        let (operation, protocol, labels) = match routed {
            Routed::Served { operation, protocol, labels } => (operation, protocol, labels),
            Routed::Unserved { operation, protocol } => {
                let error = AwsError::not_served(format_args!("{}:{}", operation.service.id, operation.name));
                return Err(Failure { error, service: Some(operation.service), protocol });
            }
            Routed::Unknown { reason, protocol, service } => {
                return Err(Failure {
                    error: AwsError::new("UnknownOperationException", 404, reason),
                    service,
                    protocol,
                });
            }
        };
        let failed = |error: AwsError| Failure { error, service: Some(operation.service), protocol };

        // Authenticate.  Bodies that are not streamed are collected first: their hash is signed.
        let streamed = server::is_streaming(operation);
        let (body, collected) = if streamed {
            (body, None)
        } else {
            let bytes = body.collect(server::max_body(operation)).await.map_err(|e| failed(e.into()))?;
            (Body::default(), Some(bytes))
        };
        let hash = collected.as_deref().map(sigv4::sha256_hex);
        let identity = self.platform.identity().map_err(failed)?;
        let now = self.platform.now();
        let Authenticated { caller, region, verified } =
            authenticate(identity.as_ref(), &view, Some(operation.service), hash.as_deref(), address, now)
                .map_err(failed)?;
        if caller.principal == Principal::Anonymous && operation.service.protocol != Protocol::RestXml {
            return Err(failed(missing_token(operation.service)));
        }

        // Decode.
        let input = match collected {
            Some(bytes) => {
                let bytes = sigv4::unframe(verified, bytes).map_err(failed)?;
                server::decode(operation, protocol, &view, &labels, bytes).map_err(failed)?
            }
            None => {
                let body = sigv4::verified_body(verified, &view, body).map_err(failed)?;
                server::decode_streaming(operation, protocol, &view, &labels, body).map_err(failed)?
            }
        };

        let mut scope = self.platform.scope.clone();
        if let Some(region) = region.filter(|_| !operation.service.global) {
            scope.region = region;
        }
        let host: Arc<str> = head
            .headers
            .get(http::header::HOST)
            .and_then(|h| h.to_str().ok())
            .or_else(|| head.uri.authority().map(|a| a.as_str()))
            .unwrap_or_default()
            .into();
        let output = self.call(operation, caller, scope, host, id.clone(), input).await.map_err(failed)?;
        Ok(server::encode(operation, protocol, output, id, &view))
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
            additional: serde_json::Value::Null,
            error: None,
        });
        let context = Context::new(self.platform.clone(), id, operation, caller, scope, now, host, audit);

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
            (Ok(()), Some(handler)) => handler(context.clone(), input).await,
            (Ok(()), None) => Err(AwsError::internal(format_args!("{} has no handler", operation.name))),
        };
        self.write_audit(&context, &result).await?;
        result
    }

    /// Records a call that changed nothing durable: reads and failures.
    async fn write_audit(&self, context: &Context, result: &Result<Value, AwsError>) -> Result<(), AwsError> {
        let Some(mut event) = context.unwritten_audit() else { return Ok(()) };
        event.error = result.as_ref().err().map(|e| (e.code.to_string(), e.message.clone()));
        self.platform
            .store
            .commit(move |txn| txn.enqueue(topics::AUDIT, &event).map(|_| ()))
            .await
            .map_err(|e: lirio_store::StoreError| AwsError::from(e))
    }

    /// The caller of a raw route by its AWS signature, if it carries one.
    fn raw_caller(&self, head: &Parts, address: IpAddr) -> Result<Option<Caller>, AwsError> {
        let view = view(head);
        if !sigv4::is_signed(&view) {
            return Ok(None);
        }
        let identity = self.platform.identity()?;
        let authenticated = authenticate(identity.as_ref(), &view, None, None, address, self.platform.now())?;
        Ok(Some(authenticated.caller))
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
                crate::serve(gateway, listener, None).await;
            }
        })
        .abort_handle()
    }
}

fn closed() -> AwsError {
    AwsError::new("ServiceUnavailable", 503, "The platform is stopping.")
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
