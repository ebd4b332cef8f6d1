//! Answers and refusals, in the registry's form.

use http::{HeaderName, HeaderValue, Response, StatusCode, header};
use lirio_api::{AwsError, Body, BodyError};
use lirio_service::{RawResponse, Scope};
use lirio_store::StoreError;

use crate::no_such_repository_text;
use crate::tables::Place;

pub(super) const DIGEST: HeaderName = HeaderName::from_static("docker-content-digest");
pub(super) const UPLOAD: HeaderName = HeaderName::from_static("docker-upload-uuid");
const VERSION: HeaderName = HeaderName::from_static("docker-distribution-api-version");

/// A request that is refused: `{"errors":[{"code","message","detail"}]}`.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
    detail: serde_json::Value,
    headers: Vec<(HeaderName, String)>,
}

impl Refusal {
    pub(super) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self { status, code, message: message.into(), detail: serde_json::Value::Null, headers: Vec::new() }
    }

    /// 400 with a code.
    pub(super) fn bad(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, message)
    }

    /// 404 with a code.
    pub(super) fn missing(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, code, message)
    }

    pub(super) fn unknown_repository(place: &Place) -> Self {
        Self::missing("NAME_UNKNOWN", no_such_repository_text(&place.name, &place.scope.account))
    }

    /// Nobody is known to call: they are asked to say who they are.
    pub(super) fn challenge(scope: &Scope) -> Self {
        let realm = format!("https://{}.dkr.ecr.{}.amazonaws.com/", scope.account, scope.region);
        Self::new(StatusCode::UNAUTHORIZED, "UNAUTHORIZED", "authentication required").header(
            header::WWW_AUTHENTICATE,
            format!("Basic realm=\"{realm}\",service=\"ecr.amazonaws.com\""),
        )
    }

    /// IAM says no.
    pub(super) fn denied(error: AwsError) -> Self {
        if error.status >= 500 {
            return error.into();
        }
        Self::new(StatusCode::FORBIDDEN, "DENIED", error.message)
    }

    pub(super) fn detail(mut self, detail: impl Into<serde_json::Value>) -> Self {
        self.detail = detail.into();
        self
    }

    pub(super) fn header(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(super) fn into_response(self, is_head: bool) -> RawResponse {
        let text = serde_json::json!({
            "errors": [{ "code": self.code, "message": self.message, "detail": self.detail }],
        })
        .to_string();
        let mut response = answer(self.status)
            .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
            .header(header::CONTENT_LENGTH, text.len())
            .body(if is_head { Body::default() } else { Body::from_bytes(text) })
            .expect("the headers are constants and numbers");
        for (name, value) in self.headers {
            // What a client sent and is told back may not be fit for a header.
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

impl From<AwsError> for Refusal {
    fn from(error: AwsError) -> Self {
        if let Some(detail) = &error.detail {
            tracing::error!(code = %error.code, "registry: {detail}");
        }
        let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let code = if status.is_server_error() { "UNKNOWN" } else { "UNSUPPORTED" };
        Self::new(status, code, error.message)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        AwsError::from(error).into()
    }
}

impl From<BodyError> for Refusal {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLong(limit) => Self::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "SIZE_INVALID",
                format!("The body is longer than the {limit} bytes that are taken here"),
            ),
            BodyError::Incomplete(_) => Self::bad("SIZE_INVALID", "The body ended early"),
            BodyError::Refused(error) => Self::bad("BLOB_UPLOAD_INVALID", error.message),
            other @ (BodyError::Taken | BodyError::Source(_) | BodyError::Exception(_)) => {
                AwsError::internal(other).into()
            }
        }
    }
}

/// An answer's beginning.
pub(super) fn answer(status: StatusCode) -> http::response::Builder {
    Response::builder().status(status).header(VERSION, "registry/2.0")
}

/// A whole answer; its headers hold only names and digests that were checked.
pub(super) fn with_body(builder: http::response::Builder, body: Body) -> RawResponse {
    builder.body(body).expect("names, tags, digests and types were checked before they came into a header")
}

/// An answer in JSON.
pub(super) fn json(status: StatusCode, value: &serde_json::Value) -> RawResponse {
    let text = value.to_string();
    let builder = answer(status)
        .header(header::CONTENT_TYPE, "application/json; charset=utf-8")
        .header(header::CONTENT_LENGTH, text.len());
    with_body(builder, Body::from_bytes(text))
}
