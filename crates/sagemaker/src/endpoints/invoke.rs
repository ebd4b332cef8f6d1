//! `InvokeEndpoint` and `InvokeEndpointWithResponseStream`: one request through to a container, one answer back.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt as _;
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body_util::{BodyExt as _, BodyStream, Limited};
use lirio_api::sagemaker_runtime::errors::{model_error, model_stream_error, validation_error};
use lirio_api::sagemaker_runtime::{
    InvokeEndpointInput, InvokeEndpointOutput, InvokeEndpointWithResponseStreamInput,
    InvokeEndpointWithResponseStreamOutput,
};
use lirio_api::{AwsError, Body, BodyError};
use lirio_service::Context;
use tokio::time::Instant;

use crate::SageMaker;
use crate::endpoints::call::{self, Answer, Begun, Inside, Rest};
use crate::endpoints::capture::Record;
use crate::endpoints::meter::Ending;
use crate::endpoints::route::Visit;
use crate::endpoints::shadow;
use crate::endpoints::variant::Variant;
use crate::names::{self, cut};

/// The longest message of a container that is passed on.
const MESSAGE: usize = 2048;

const ATTRIBUTES: HeaderName = HeaderName::from_static("x-amzn-sagemaker-custom-attributes");
const INFERENCE_ID: HeaderName = HeaderName::from_static("x-amzn-sagemaker-inference-id");

/// An invocation that has found its variant.
struct Entered {
    visit: Visit,
    /// The variant's place among its fleet's.
    at: usize,
    arrived: Instant,
    sent: Instant,
    inside: Arc<Inside>,
}

impl Entered {
    fn variant(&self) -> Option<&Variant> {
        self.visit.0.variants.get(self.at)
    }

    /// Counts the invocation.
    fn count(&self, ending: Ending) {
        let now = Instant::now();
        let model = now - self.sent;
        if let Some(variant) = self.variant() {
            variant.meter.count(ending, model, self.sent - self.arrived);
        }
    }
}

impl SageMaker {
    pub(crate) async fn invoke_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: InvokeEndpointInput,
    ) -> Result<InvokeEndpointOutput, AwsError> {
        let arrived = Instant::now();
        check(&[
            (input.target_model.is_some(), "TargetModel: this endpoint is not a multi-model endpoint"),
            (input.target_container_hostname.is_some(), HOSTNAME),
            (input.enable_explanations.is_some(), "EnableExplanations"),
            (input.inference_component_name.is_some(), COMPONENTS),
            (input.session_id.is_some(), SESSIONS),
            (input.prefix_aware_id.is_some(), "prefix-aware routing (PrefixAwareId)"),
        ])?;
        let headers = headers(&[
            (http::header::CONTENT_TYPE, &input.content_type),
            (http::header::ACCEPT, &input.accept),
            (ATTRIBUTES, &input.custom_attributes),
            (INFERENCE_ID, &input.inference_id),
        ])?;
        let name = input.endpoint_name;
        let entered =
            self.enter(&ctx, &name, input.target_variant.as_deref(), arrived, headers, input.body).await?;
        let Some(variant) = entered.variant() else { return Err(not_found(&ctx, &name)) };
        let fleet = &entered.visit.0;
        if fleet.copies() {
            shadow::copy(&self, fleet, &entered.inside, input.inference_id.as_ref());
        }
        let work = call::call(variant, &entered.inside, self.limits.body);
        let answer = match tokio::time::timeout_at(arrived + self.limits.answer, work).await {
            Ok(answer) => answer,
            Err(_) => Err(TIMED_OUT.to_owned()),
        };
        match answer {
            Ok(answer) if (200..300).contains(&answer.status()) => {
                entered.count(Ending::Status(answer.status()));
                let content_type = answer.header(&http::header::CONTENT_TYPE);
                if let Some(capture) = fleet.capture.as_ref().filter(|capture| capture.wants()) {
                    capture.offer(Record {
                        variant: variant.name.clone(),
                        input: entered.inside.body.clone(),
                        input_type: input.content_type,
                        output: answer.body.clone(),
                        output_type: content_type.clone(),
                        inference_id: input.inference_id,
                        at: ctx.now,
                    });
                }
                Ok(InvokeEndpointOutput {
                    content_type,
                    invoked_production_variant: Some(variant.name.to_string()),
                    custom_attributes: answer.header(&ATTRIBUTES),
                    body: Body::from_bytes(answer.body),
                    ..InvokeEndpointOutput::default()
                })
            }
            Ok(answer) => {
                entered.count(Ending::Status(answer.status()));
                Err(refused(&ctx, &name, &answer))
            }
            Err(text) => {
                entered.count(Ending::Broken);
                Err(failed(&ctx, &name, 0, &text))
            }
        }
    }

    pub(crate) async fn invoke_endpoint_with_response_stream(
        self: Arc<Self>,
        ctx: Context,
        input: InvokeEndpointWithResponseStreamInput,
    ) -> Result<InvokeEndpointWithResponseStreamOutput, AwsError> {
        let arrived = Instant::now();
        check(&[
            (input.target_container_hostname.is_some(), HOSTNAME),
            (input.inference_component_name.is_some(), COMPONENTS),
            (input.session_id.is_some(), SESSIONS),
        ])?;
        let headers = headers(&[
            (http::header::CONTENT_TYPE, &input.content_type),
            (http::header::ACCEPT, &input.accept),
            (ATTRIBUTES, &input.custom_attributes),
            (INFERENCE_ID, &input.inference_id),
        ])?;
        let name = input.endpoint_name;
        let entered =
            self.enter(&ctx, &name, input.target_variant.as_deref(), arrived, headers, input.body).await?;
        let Some(variant) = entered.variant() else { return Err(not_found(&ctx, &name)) };
        let (deadline, headed) = (arrived + self.limits.stream, arrived + self.limits.answer);
        // Until the answer begins, it is an invocation like any other.
        let begun = match tokio::time::timeout_at(headed, call::begin(variant, &entered.inside)).await {
            Ok(begun) => begun,
            Err(_) => Err(TIMED_OUT.to_owned()),
        };
        let begun = begun.map_err(|text| {
            entered.count(Ending::Broken);
            failed(&ctx, &name, 0, &text)
        })?;
        let status = begun.head.status.as_u16();
        if !(200..300).contains(&status) {
            entered.count(Ending::Status(status));
            let head = begun.head.clone();
            let (body, mut rest) = begun.split();
            let collected = rest.drive(Limited::new(body, self.limits.body).collect());
            let body = tokio::time::timeout_at(headed, collected).await;
            let body = body.ok().and_then(Result::ok).map(|body| body.to_bytes()).unwrap_or_default();
            return Err(refused(&ctx, &name, &Answer { head, body }));
        }
        Ok(InvokeEndpointWithResponseStreamOutput {
            content_type: call::text(&begun.head, &http::header::CONTENT_TYPE),
            custom_attributes: call::text(&begun.head, &ATTRIBUTES),
            invoked_production_variant: Some(variant.name.to_string()),
            body: streamed(entered, begun, deadline),
        })
    }

    /// Finds the fleet and the variant of an invocation, and gets ready what the container is sent.
    async fn enter(
        &self,
        ctx: &Context,
        name: &str,
        target: Option<&str>,
        arrived: Instant,
        headers: HeaderMap,
        body: Body,
    ) -> Result<Entered, AwsError> {
        let route = self.routes.get(&names::key(&ctx.scope, name)).ok_or_else(|| not_found(ctx, name))?;
        let body = body.collect(self.limits.body as u64).await?;
        let visit =
            route.enter(arrived + self.limits.answer, target).await.ok_or_else(|| not_found(ctx, name))?;
        let at = visit.0.variant(target).ok_or_else(|| {
            validation_error(format!("Endpoint {name} has no variant {}.", target.unwrap_or("with a weight")))
        })?;
        let inside = Arc::new(Inside { headers, body });
        Ok(Entered { visit, at, arrived, sent: Instant::now(), inside })
    }
}

const HOSTNAME: &str = "TargetContainerHostname: this endpoint has one container";
const COMPONENTS: &str = "inference components (InferenceComponentName)";
const SESSIONS: &str = "stateful sessions (SessionId)";
const TIMED_OUT: &str = "Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.";

const TOO_LONG: &str = "The model did not finish its answer within the time that a streamed answer may take.";

fn check(refused: &[(bool, &str)]) -> Result<(), AwsError> {
    match refused.iter().find(|(given, _)| *given) {
        Some((_, what)) => Err(validation_error(format!("lirio does not serve {what}."))),
        None => Ok(()),
    }
}

fn not_found(ctx: &Context, name: &str) -> AwsError {
    validation_error(format!("Endpoint {name} of account {} not found.", ctx.scope.account))
}

/// The headers that reach the container: all others stay outside, as on AWS.
fn headers(given: &[(HeaderName, &Option<String>)]) -> Result<HeaderMap, AwsError> {
    let mut headers = HeaderMap::with_capacity(5);
    headers.insert(http::header::HOST, HeaderValue::from_static("localhost"));
    for (name, value) in given {
        if let Some(value) = value {
            let value = HeaderValue::from_str(value)
                .map_err(|_| validation_error(format!("The value of {name} is not a header value.")))?;
            headers.insert(name, value);
        }
    }
    Ok(headers)
}

/// An answer under way.  The invocation stays inside its fleet, and in its instance, until the last piece.
struct Streaming {
    entered: Entered,
    rest: Option<Rest>,
    ending: Ending,
}

impl Drop for Streaming {
    /// However it ends, by its last piece or by a client that goes away, it is counted once.
    fn drop(&mut self) {
        self.entered.count(self.ending);
    }
}

/// The pieces of an answer as they come.
fn streamed(entered: Entered, begun: Begun, deadline: Instant) -> Body {
    let (body, rest) = begun.split();
    let held = Streaming { entered, rest: Some(rest), ending: Ending::Status(200) };
    let state = (BodyStream::new(body), Some(held));
    let pieces = futures_util::stream::unfold(state, move |(mut body, held)| async move {
        let mut held = held?;
        let error = loop {
            // It is there until the body's end.
            let rest = held.rest.as_mut()?;
            match tokio::time::timeout_at(deadline, rest.drive(body.next())).await {
                Ok(Some(Ok(frame))) => match frame.into_data() {
                    Ok(bytes) if !bytes.is_empty() => {
                        return Some((Ok::<Bytes, BodyError>(bytes), (body, Some(held))));
                    }
                    // Trailers, or nothing.
                    _ => {}
                },
                Ok(None) => {
                    if let Some(rest) = held.rest.take() {
                        rest.read().await;
                    }
                    return None;
                }
                Ok(Some(Err(error))) => {
                    let text = format!("The container broke off before it had answered: {error}");
                    break model_stream_error(text).with("ErrorCode", "StreamBroken");
                }
                Err(_) => {
                    break model_stream_error(TOO_LONG).with("ErrorCode", "ModelInvocationTimeExceeded");
                }
            }
        };
        held.ending = Ending::Broken;
        Some((Err(BodyError::Exception(Box::new(error))), (body, None)))
    });
    Body::from_stream(pieces, None)
}

fn refused(ctx: &Context, endpoint: &str, answer: &Answer) -> AwsError {
    let text = String::from_utf8_lossy(answer.body.get(..MESSAGE).unwrap_or(&answer.body));
    failed(ctx, endpoint, answer.status(), &text)
}

/// `ModelError`, in AWS's words.
fn failed(ctx: &Context, endpoint: &str, status: u16, text: &str) -> AwsError {
    let scope = &ctx.scope;
    let text = cut(text, MESSAGE);
    let kind = if (400..500).contains(&status) { "client" } else { "server" };
    let group = format!("/aws/sagemaker/Endpoints/{endpoint}");
    let message = format!(
        "Received {kind} error ({status}) from primary with message \"{text}\". See https://{region}.console.aws.amazon.com/cloudwatch/home?region={region}#logEventViewer:group={group} in account {account} for more information.",
        region = scope.region,
        account = scope.account,
    );
    model_error(message)
        .with("OriginalStatusCode", i64::from(status))
        .with("OriginalMessage", text)
        .with("LogStreamArn", scope.arn("logs", &format!("log-group:{group}")))
}
