//! From a body to an answer, without a connection in sight.

use crate::{
    BadInput, Batch, BoxError, Model, Predictions, error_chain,
    guard::no_panic,
    media::{Format, answer_format, request_format},
};
use bytes::Bytes;
use http_body_util::Full;
use hyper::{
    Response, StatusCode,
    header::{CONTENT_TYPE, HeaderName, HeaderValue},
};

/// A status with a body.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) content_type: &'static str,
    pub(super) body: String,
    extra: Option<(HeaderName, &'static str)>,
}

impl Answer {
    fn new(status: StatusCode, content_type: &'static str, body: String) -> Self {
        Self { status, content_type, body, extra: None }
    }

    pub(super) fn empty() -> Self {
        Self::new(StatusCode::OK, "", String::new())
    }

    pub(super) fn json(body: String) -> Self {
        Self::new(StatusCode::OK, Format::Json.content_type(), body)
    }

    /// `{"error": message}`.
    pub(super) fn error(status: StatusCode, message: &str) -> Self {
        let body = serde_json::json!({ "error": message }).to_string();
        Self::new(status, Format::Json.content_type(), body)
    }

    pub(super) fn not_ready() -> Self {
        Self::error(StatusCode::SERVICE_UNAVAILABLE, "the model is still being loaded; ask again in a moment")
    }

    /// `{"error": …}` with the row and the column where they are known.
    fn bad_input(bad: &BadInput) -> Self {
        let mut members = serde_json::Map::new();
        members.insert("error".to_owned(), bad.to_string().into());
        if let Some(row) = bad.row() {
            members.insert("row".to_owned(), row.into());
        }
        if let Some(column) = bad.column() {
            members.insert("column".to_owned(), column.into());
        }
        let body = serde_json::Value::Object(members).to_string();
        Self::new(StatusCode::BAD_REQUEST, Format::Json.content_type(), body)
    }

    pub(super) fn with(mut self, name: HeaderName, value: &'static str) -> Self {
        self.extra = Some((name, value));
        self
    }

    pub(super) fn into_response(self) -> Response<Full<Bytes>> {
        let mut response = Response::new(Full::new(Bytes::from(self.body)));
        *response.status_mut() = self.status;
        if !self.content_type.is_empty() {
            response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        }
        if let Some((name, value)) = self.extra {
            response.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

/// Answers one body.
pub(super) fn respond<M: Model>(
    model: &M,
    content_type: Option<&str>,
    accept: Option<&str>,
    default_accept: Option<Format>,
    body: &[u8],
) -> Answer {
    let format = match request_format(content_type, body) {
        Ok(format) => format,
        Err(message) => return Answer::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, &message),
    };
    let answer = match answer_format(accept, default_accept, format) {
        Ok(answer) => answer,
        Err(message) => return Answer::error(StatusCode::NOT_ACCEPTABLE, &message),
    };
    let batch = match format {
        Format::Csv { header } => Batch::from_csv(body, header, model.columns()),
        Format::Json => Batch::from_json(body),
        Format::JsonLines => Batch::from_json_lines(body),
    };
    let predictions = match batch {
        Ok(batch) => {
            no_panic("the model", || model.predict(&batch)).and_then(|found| complete(found, &batch))
        }
        Err(bad) => return Answer::bad_input(&bad),
    };
    match predictions {
        Ok(predictions) => {
            let body = match answer {
                Format::Csv { header } => predictions.to_csv(header == Some(true)),
                Format::Json => predictions.to_json(),
                Format::JsonLines => predictions.to_json_lines(),
            };
            Answer::new(StatusCode::OK, answer.content_type(), body)
        }
        Err(error) => match error.downcast_ref::<BadInput>() {
            Some(bad) => Answer::bad_input(bad),
            None => {
                let message = error_chain(error.as_ref());
                crate::log(format_args!("prediction failed: {message}"));
                Answer::error(StatusCode::INTERNAL_SERVER_ERROR, &message)
            }
        },
    }
}

/// A model that answers fewer rows than it was asked would shift every row below the gap.
fn complete(predictions: Predictions, batch: &Batch) -> Result<Predictions, BoxError> {
    if predictions.len() == batch.len() {
        return Ok(predictions);
    }
    Err(format!("the model answered {} of {} rows", predictions.len(), batch.len()).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TrainContext;
    use std::path::Path;

    /// Answers with the sum of its two columns, except for some numbers.
    struct Sum(Vec<String>);

    impl Model for Sum {
        type Error = BoxError;

        fn train(_: &TrainContext) -> Result<Self, BoxError> {
            Ok(Self(["x", "y"].map(String::from).to_vec()))
        }

        fn save(&self, _: &Path) -> Result<(), BoxError> {
            Ok(())
        }

        fn load(_: &Path) -> Result<Self, BoxError> {
            Ok(Self(["x", "y"].map(String::from).to_vec()))
        }

        fn columns(&self) -> &[String] {
            &self.0
        }

        fn predict(&self, batch: &Batch) -> Result<Predictions, BoxError> {
            let matrix = batch.numbers(&self.0)?;
            let sums: Vec<f64> = matrix.rows().map(|row| row.iter().sum()).collect();
            match sums[0] {
                13.0 => panic!("thirteen"),
                14.0 => Err("fourteen".into()),
                15.0 => Ok(Predictions::numbers(Vec::new())),
                _ => Ok(Predictions::numbers(sums)),
            }
        }
    }

    #[track_caller]
    fn check(content_type: &str, accept: &str, body: &str, status: u16, expected: &str) {
        let model = Sum::load(Path::new("")).expect("it cannot fail");
        let answer = respond(&model, Some(content_type), Some(accept), None, body.as_bytes());
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (status, expected));
    }

    #[test]
    fn bodies_are_answered_in_the_format_asked_for() {
        check("text/csv", "", "1,2\n3,4\n", 200, "3\n7\n");
        check("text/csv", "*/*", "y,x\n1,2\n", 200, "3\n");
        check("text/csv", "application/json", "1,2", 200, r#"{"predictions":[3]}"#);
        check("application/json", "", r#"{"instances":[[1,2],[3,4]]}"#, 200, r#"{"predictions":[3,7]}"#);
        check("application/json", "text/csv; header=present", "[1,2]", 200, "prediction\n3\n");
        check("application/jsonlines", "", "[1,2]\n[3,4]\n", 200, "3\n7\n");
    }

    #[test]
    fn errors_name_the_place() {
        check(
            "text/csv",
            "",
            "1,2\n3,wide\n",
            400,
            r#"{"error":"line 2, column \"y\": \"wide\" is not a number","row":2,"column":"y"}"#,
        );
        check(
            "application/json",
            "",
            r#"[{"x":1}]"#,
            400,
            r#"{"error":"there is no column \"y\"; the request has \"x\"","column":"y"}"#,
        );
        check("text/csv", "", "", 400, r#"{"error":"the request has no rows"}"#);
        check(
            "image/png",
            "",
            "1,2",
            415,
            r#"{"error":"content type \"image/png\" is not served; send text/csv, application/json or application/jsonlines"}"#,
        );
        check(
            "text/csv",
            "image/png",
            "1,2",
            406,
            r#"{"error":"cannot answer as \"image/png\"; accept text/csv, application/json or application/jsonlines"}"#,
        );
    }

    #[test]
    fn a_failing_model_does_not_end_the_server() {
        check("text/csv", "", "13,0", 500, r#"{"error":"the model panicked: thirteen"}"#);
        check("text/csv", "", "14,0", 500, r#"{"error":"fourteen"}"#);
        check("text/csv", "", "15,0", 500, r#"{"error":"the model answered 0 of 1 rows"}"#);
    }
}
