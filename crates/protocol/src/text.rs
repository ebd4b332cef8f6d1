//! Scalars as text: in headers, parameters, paths, XML and forms.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lirio_api::schema::{Kind, Shape, TimeFormat};
use lirio_api::{ShapeError, Timestamp, Value};

/// How a protocol writes instants where the model fixes nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    /// The form.
    pub(crate) format: TimeFormat,
    /// ISO 8601 with milliseconds always (S3) instead of whole seconds (IAM).
    pub(crate) millis: bool,
}

impl Times {
    /// In headers.
    pub(crate) const HEADER: Times = Times { format: TimeFormat::Rfc822, millis: false };
    /// In parameters, paths and forms, and in the XML of the Query protocol.
    pub(crate) const QUERY: Times = Times { format: TimeFormat::Iso8601, millis: false };
    /// In S3's XML.
    pub(crate) const XML: Times = Times { format: TimeFormat::Iso8601, millis: true };
}

/// Reads a scalar.
pub(crate) fn read(shape: &Shape, text: &str) -> Result<Value, ShapeError> {
    let wrong = |wanted: &str| {
        let shown: String = text.chars().take(64).collect();
        ShapeError::here(format!("'{shown}' is not {wanted}"))
    };
    match &shape.kind {
        Kind::Str { .. } => Ok(Value::Str(text.to_owned())),
        Kind::Int(_) => text.trim().parse().map(Value::Int).map_err(|_| wrong("an integer")),
        Kind::Float(_) => text.trim().parse().map(Value::Float).map_err(|_| wrong("a number")),
        Kind::Bool => match text.trim() {
            t if t.eq_ignore_ascii_case("true") => Ok(Value::Bool(true)),
            t if t.eq_ignore_ascii_case("false") => Ok(Value::Bool(false)),
            _ => Err(wrong("true or false")),
        },
        Kind::Blob(_) => {
            STANDARD.decode(text.trim()).map(|b| Value::Blob(b.into())).map_err(|_| wrong("base64"))
        }
        Kind::Time(_) => read_time(text).map(Value::Time).ok_or_else(|| wrong("an instant")),
        Kind::Document => serde_json::from_str(text).map(Value::Document).map_err(|_| wrong("JSON")),
        Kind::Structure(_) | Kind::List { .. } | Kind::Map { .. } => Err(wrong("a structure")),
    }
}

/// Reads an instant in any of AWS's forms: clients differ, and the forms cannot be mixed up.
pub(crate) fn read_time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    Timestamp::parse_iso8601(text)
        .or_else(|| Timestamp::parse_http_date(text))
        .or_else(|| text.parse().ok().and_then(Timestamp::from_epoch_seconds))
}

/// Writes a scalar; what is none becomes JSON.
pub(crate) fn write(shape: &Shape, value: &Value, times: Times) -> String {
    match value {
        Value::Null | Value::Body(_) => String::new(),
        Value::Bool(b) => b.to_string(),
        Value::Int(i) => i.to_string(),
        Value::Float(f) => number(*f),
        Value::Str(s) => s.clone(),
        Value::Blob(b) => STANDARD.encode(b),
        Value::Time(t) => {
            let fixed = match shape.kind {
                Kind::Time(fixed) => fixed,
                _ => None,
            };
            match fixed.unwrap_or(times.format) {
                TimeFormat::Rfc822 => t.http_date(),
                TimeFormat::Epoch => number(t.epoch_seconds()),
                TimeFormat::Iso8601 if times.millis => t.iso8601_millis(),
                TimeFormat::Iso8601 => t.iso8601_seconds(),
            }
        }
        other => other.to_json().to_string(),
    }
}

fn number(f: f64) -> String {
    if f.is_nan() {
        "NaN".to_owned()
    } else if f.is_infinite() {
        if f > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else {
        f.to_string()
    }
}
