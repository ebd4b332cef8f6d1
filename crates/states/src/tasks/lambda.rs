//! Lambda functions: by their ARN, or by `lambda:invoke`.

use lirio_api::lambda::{InvocationRequest, InvocationResponse, ops};
use lirio_api::{Body, Operation, OperationType, Shaped as _};
use serde_json::{Map, Value as Json};

use super::call::{Call, with_metadata};
use super::errors::TaskFailure;

/// The operation that invokes.
const INVOKE: &Operation = <ops::Invoke as OperationType>::OPERATION;

/// A function's own limit for a synchronous answer (6 MiB); the payload's limit is checked after.
const MAX_ANSWER: u64 = 6 * 1024 * 1024;

/// Invokes the function of a task whose resource is the function itself: the result is the payload.
pub(super) async fn function(call: &Call<'_>, arn: &str, input: &Json) -> Result<Json, TaskFailure> {
    let request = InvocationRequest {
        function_name: arn.to_owned(),
        payload: Body::from_bytes(input.to_string()),
        ..InvocationRequest::default()
    };
    let response = invoked(call, request.into_value()).await?;
    Ok(payload(call, response).await?.1.unwrap_or(Json::Null))
}

/// `lambda:invoke`: the result tells the payload and how the call went.
pub(super) async fn invoke(call: &Call<'_>, parameters: &Json) -> Result<Json, TaskFailure> {
    let mut parameters = parameters.clone();
    if let Some(members) = parameters.as_object_mut() {
        // A null is no payload: the function gets an empty object, as the service was seen to do.
        let payload = members.remove("Payload").filter(|payload| !payload.is_null());
        let payload = payload.unwrap_or_else(|| Json::Object(Map::new()));
        // Whatever the payload is, the function gets it as JSON.
        members.insert("Payload".to_owned(), Json::String(payload.to_string()));
    }
    let output = call.operation(INVOKE, &parameters).await?;
    let response = InvocationResponse::from_value(output)
        .map_err(|error| TaskFailure::new("Lambda.Unknown", error.to_string()))?;
    let (mut response, payload) = payload(call, response).await?;
    let mut result = Map::new();
    let mut add = |name: &str, value: Option<Json>| {
        if let Some(value) = value {
            result.insert(name.to_owned(), value);
        }
    };
    add("ExecutedVersion", response.executed_version.take().map(Json::from));
    add("LogResult", response.log_result.take().map(Json::from));
    add("Payload", payload);
    let length = result.get("Payload").map_or(0, |payload| payload.to_string().len());
    let mut result =
        with_metadata(Json::Object(result), "application/json", length, call.states.platform.now());
    result["StatusCode"] = response.status_code.unwrap_or(200).into();
    Ok(result)
}

async fn invoked(call: &Call<'_>, input: lirio_api::Value) -> Result<InvocationResponse, TaskFailure> {
    let output =
        call.call_value(INVOKE, input).await.map_err(|error| TaskFailure::of(&call.integration, &error))?;
    InvocationResponse::from_value(output)
        .map_err(|error| TaskFailure::new("Lambda.Unknown", error.to_string()))
}

/// Reads the payload; a function's error becomes the task's.
async fn payload(
    call: &Call<'_>,
    mut response: InvocationResponse,
) -> Result<(InvocationResponse, Option<Json>), TaskFailure> {
    let body = std::mem::take(&mut response.payload);
    let bytes = body.collect(MAX_ANSWER).await.map_err(|error| call.body_failure(&error))?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if response.function_error.is_some() {
        return Err(function_error(text));
    }
    if bytes.is_empty() {
        return Ok((response, None));
    }
    let json = serde_json::from_str(&text).unwrap_or(Json::String(text));
    Ok((response, Some(json)))
}

fn function_error(text: String) -> TaskFailure {
    let named = serde_json::from_str::<Json>(&text).ok();
    match named.as_ref().and_then(|error| error["errorType"].as_str()) {
        Some(name) => TaskFailure::new(name, text),
        None => TaskFailure::new(
            "Lambda.Unknown",
            format!(
                "The cause could not be determined because Lambda did not return an error type. Returned payload: {text}"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_functions() {
        let check =
            |text: &str, error: &str| assert_eq!(function_error(text.to_owned()).error, error, "{text}");
        check(r#"{"errorMessage": "no", "errorType": "ValueError"}"#, "ValueError");
        check(r#"{"errorMessage": "Task timed out after 3.00 seconds"}"#, "Lambda.Unknown");
        check("not JSON", "Lambda.Unknown");
    }
}
