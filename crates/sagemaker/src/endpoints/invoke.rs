//! `InvokeEndpoint`: one request through to a container, one answer back.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};
use http_body_util::{BodyExt as _, Full, Limited};
use lirio_api::sagemaker_runtime::errors::{model_error, validation_error};
use lirio_api::sagemaker_runtime::{InvokeEndpointInput, InvokeEndpointOutput};
use lirio_api::{AwsError, Body};
use lirio_service::Context;
use tokio::time::Instant;

use crate::SageMaker;
use crate::endpoints::instance::Broken;
use crate::endpoints::variant::Variant;
use crate::names::{self, cut};

/// The largest request and the largest answer: 25 MB.
const LARGEST: usize = 25 * 1024 * 1024;
/// From the request's arrival to the answer's last byte.
const LIMIT: Duration = Duration::from_secs(60);
/// Containers that may break off on the same request before it is taken to be the request's fault.
const MOST_BROKEN: usize = 2;
/// Before an instance that could not be reached is tried again.
const PAUSE: Duration = Duration::from_millis(5);
/// The longest message of a container that is passed on.
const MESSAGE: usize = 2048;

const ATTRIBUTES: HeaderName = HeaderName::from_static("x-amzn-sagemaker-custom-attributes");
const INFERENCE_ID: HeaderName = HeaderName::from_static("x-amzn-sagemaker-inference-id");

/// A container's answer.
struct Answer {
    status: u16,
    content_type: Option<String>,
    attributes: Option<String>,
    body: Bytes,
}

impl SageMaker {
    pub(crate) async fn invoke_endpoint(
        self: Arc<Self>,
        ctx: Context,
        input: InvokeEndpointInput,
    ) -> Result<InvokeEndpointOutput, AwsError> {
        let deadline = Instant::now() + LIMIT;
        check(&input)?;
        let name = input.endpoint_name.clone();
        let not_found =
            || validation_error(format!("Endpoint {name} of account {} not found.", ctx.scope.account));
        let key = names::key(&ctx.scope, &name);
        let route = self.routes.get(&key).ok_or_else(not_found)?;
        let body = input.body.clone().collect(LARGEST as u64).await?;
        let visit = route.enter(deadline, input.target_variant.as_deref()).await.ok_or_else(not_found)?;
        let fleet = &visit.0;
        let variant = fleet.variant(input.target_variant.as_deref()).ok_or_else(|| {
            validation_error(format!(
                "Endpoint {name} has no variant {}.",
                input.target_variant.as_deref().unwrap_or("with a weight")
            ))
        })?;
        let headers = headers(&input)?;
        let request = || {
            let mut request = Request::new(Full::new(body.clone()));
            *request.method_mut() = http::Method::POST;
            *request.uri_mut() = http::Uri::from_static("/invocations");
            headers.clone_into(request.headers_mut());
            request
        };
        let answer = match tokio::time::timeout_at(deadline, call(variant, request)).await {
            Ok(answer) => answer,
            Err(_) => Err("Your invocation timed out while waiting for a response from container primary. Review the latency metrics for each container in Amazon CloudWatch, resolve the issue, and try again.".to_owned()),
        };
        match answer {
            Ok(answer) if (200..300).contains(&answer.status) => Ok(InvokeEndpointOutput {
                body: Body::from_bytes(answer.body),
                content_type: answer.content_type,
                invoked_production_variant: Some(variant.name.clone()),
                custom_attributes: answer.attributes,
                ..InvokeEndpointOutput::default()
            }),
            Ok(answer) => {
                let text = String::from_utf8_lossy(&answer.body[..answer.body.len().min(MESSAGE)]);
                Err(failed(&ctx, &name, answer.status, &text))
            }
            Err(text) => Err(failed(&ctx, &name, 0, &text)),
        }
    }
}

fn check(input: &InvokeEndpointInput) -> Result<(), AwsError> {
    let refused = [
        (&input.target_model, "TargetModel: this endpoint is not a multi-model endpoint"),
        (&input.target_container_hostname, "TargetContainerHostname: this endpoint has one container"),
        (&input.enable_explanations, "EnableExplanations"),
        (&input.inference_component_name, "inference components (InferenceComponentName)"),
        (&input.session_id, "stateful sessions (SessionId)"),
        (&input.prefix_aware_id, "prefix-aware routing (PrefixAwareId)"),
    ];
    match refused.into_iter().find(|(given, _)| given.is_some()) {
        Some((_, what)) => Err(validation_error(format!("lirio does not serve {what}."))),
        None => Ok(()),
    }
}

/// The headers that reach the container: all others stay outside, as on AWS.
fn headers(input: &InvokeEndpointInput) -> Result<http::HeaderMap, AwsError> {
    let mut headers = http::HeaderMap::with_capacity(5);
    headers.insert(http::header::HOST, HeaderValue::from_static("localhost"));
    let given = [
        (http::header::CONTENT_TYPE, &input.content_type),
        (http::header::ACCEPT, &input.accept),
        (ATTRIBUTES, &input.custom_attributes),
        (INFERENCE_ID, &input.inference_id),
    ];
    for (name, value) in given {
        if let Some(value) = value {
            let value = HeaderValue::from_str(value)
                .map_err(|_| validation_error(format!("The value of {name} is not a header value.")))?;
            headers.insert(name, value);
        }
    }
    Ok(headers)
}

/// Calls one instance; another one if that has gone.
async fn call(variant: &Variant, request: impl Fn() -> Request<Full<Bytes>>) -> Result<Answer, String> {
    let mut tried = Vec::new();
    let mut broken = 0;
    loop {
        let mut healed = pin!(variant.healed.notified());
        healed.as_mut().enable();
        let Some((place, live)) = variant.enter(&tried) else {
            if !tried.is_empty() {
                // It may be on its way down without our knowing yet: not in a tight loop.
                tokio::time::sleep(PAUSE).await;
                tried.clear();
                continue;
            }
            // All have crashed: the first that is back gets it, within the time of the request.
            healed.await;
            continue;
        };
        let outcome = match live.send(&request).await {
            Ok((response, connection)) => {
                let (head, body) = response.into_parts();
                match Limited::new(body, LARGEST).collect().await {
                    Ok(body) => {
                        live.give_back(connection);
                        let text = |name: HeaderName| Some(head.headers.get(name)?.to_str().ok()?.to_owned());
                        return Ok(Answer {
                            status: head.status.as_u16(),
                            content_type: text(http::header::CONTENT_TYPE),
                            attributes: text(ATTRIBUTES),
                            body: body.to_bytes(),
                        });
                    }
                    Err(error) if error.is::<http_body_util::LengthLimitError>() => {
                        return Err(format!("The answer is longer than {LARGEST} bytes."));
                    }
                    Err(error) => Broken::Midway(error.to_string()),
                }
            }
            Err(broken) => broken,
        };
        let instance = place.0.clone();
        drop(place);
        match outcome {
            Broken::Unreached(error) => {
                tracing::debug!(instance = instance.id, error, "an instance could not be reached");
            }
            Broken::Midway(error) => {
                broken += 1;
                if broken >= MOST_BROKEN || variant.count() <= 1 {
                    return Err(format!("The container broke off before it had answered: {error}"));
                }
            }
        }
        tried.push(instance);
    }
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
