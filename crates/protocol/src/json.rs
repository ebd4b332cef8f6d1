//! JSON bodies: JSON 1.0 and 1.1, and the bodies of REST-JSON.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use lirio_api::schema::{Kind, Location, Shape, Structure, TimeFormat};
use lirio_api::{Fields, ShapeError, Timestamp, Value};
use serde_json::Value as Json;

use crate::error::DecodeError;
use crate::text;

/// Reads a body into the members of a structure; an empty body is an empty structure.
pub(crate) fn read_body(structure: &Structure, body: &[u8]) -> Result<Fields, DecodeError> {
    if body.iter().all(u8::is_ascii_whitespace) {
        return Ok(Fields::new());
    }
    // serde_json bounds the depth at 128.
    let json: Json = serde_json::from_slice(body)
        .map_err(|error| DecodeError::Malformed(format!("The body is not JSON: {error}")))?;
    Ok(read_structure(structure, &json)?)
}

fn read_structure(structure: &Structure, json: &Json) -> Result<Fields, ShapeError> {
    let Json::Object(object) = json else { return Err(wrong("Structure", json)) };
    let mut fields = Fields::new();
    for member in structure.members.iter().filter(|m| m.location == Location::Body) {
        match object.get(member.wire) {
            None | Some(Json::Null) => {}
            Some(json) => {
                fields.push(member.name, read(member.shape, json).map_err(|e| e.under(member.wire))?);
            }
        }
    }
    Ok(fields)
}

pub(crate) fn read(shape: &Shape, json: &Json) -> Result<Value, ShapeError> {
    match &shape.kind {
        Kind::Structure(structure) => read_structure(structure, json).map(Value::Map),
        Kind::List { member, .. } => match json {
            Json::Array(items) => items
                .iter()
                .enumerate()
                .filter(|(_, item)| !item.is_null())
                .map(|(i, item)| read(member.shape, item).map_err(|e| e.under(&(i + 1).to_string())))
                .collect::<Result<_, _>>()
                .map(Value::List),
            _ => Err(wrong("List", json)),
        },
        Kind::Map { value, .. } => match json {
            Json::Object(object) => object
                .iter()
                .filter(|(_, item)| !item.is_null())
                .map(|(name, item)| {
                    let item = read(value.shape, item).map_err(|e| e.under(name))?;
                    Ok((Cow::Owned(name.clone()), item))
                })
                .collect::<Result<Fields, _>>()
                .map(Value::Map),
            _ => Err(wrong("Map", json)),
        },
        Kind::Str { .. } => match json {
            Json::String(s) => Ok(Value::Str(s.clone())),
            _ => Err(wrong("String", json)),
        },
        Kind::Int(_) => integer(json).map(Value::Int).ok_or_else(|| wrong("Integer", json)),
        Kind::Float(_) => match json {
            Json::Number(n) => n.as_f64().map(Value::Float),
            Json::String(s) => match s.as_str() {
                "NaN" => Some(Value::Float(f64::NAN)),
                "Infinity" => Some(Value::Float(f64::INFINITY)),
                "-Infinity" => Some(Value::Float(f64::NEG_INFINITY)),
                _ => None,
            },
            _ => None,
        }
        .ok_or_else(|| wrong("Float", json)),
        Kind::Bool => json.as_bool().map(Value::Bool).ok_or_else(|| wrong("Boolean", json)),
        Kind::Blob(_) => match json {
            Json::String(s) => STANDARD
                .decode(s)
                .or_else(|_| STANDARD_NO_PAD.decode(s))
                .map(|b| Value::Blob(b.into()))
                .map_err(|_| ShapeError::here("the text is not base64")),
            _ => Err(wrong("Blob", json)),
        },
        Kind::Time(_) => match json {
            Json::Number(n) => n.as_f64().and_then(Timestamp::from_epoch_seconds),
            Json::String(s) => text::read_time(s),
            _ => None,
        }
        .map(Value::Time)
        .ok_or_else(|| wrong("Timestamp", json)),
        Kind::Document => Ok(Value::Document(json.clone())),
    }
}

/// An integer, also when it is written as `1.0` or `1e3`.
fn integer(json: &Json) -> Option<i64> {
    let number = json.as_number()?;
    number.as_i64().or_else(|| {
        let float = number.as_f64()?;
        // Beyond 2^53 a float does not name one integer.
        (float.fract() == 0.0 && float.abs() <= 9_007_199_254_740_992.0).then_some(float as i64)
    })
}

/// Worded as AWS's deserialisers do; the place is added on the way out.
fn wrong(wanted: &str, json: &Json) -> ShapeError {
    let found = match json {
        Json::Null => "NULL_VALUE",
        Json::Bool(true) => "TRUE_VALUE",
        Json::Bool(false) => "FALSE_VALUE",
        Json::Number(n) if n.is_f64() => "DECIMAL_VALUE",
        Json::Number(_) => "NUMBER_VALUE",
        Json::String(_) => "STRING_VALUE",
        Json::Array(_) => "START_ARRAY",
        Json::Object(_) => "START_OBJECT",
    };
    ShapeError::here(format!("{found} can not be converted to {} {wanted}", article(wanted)))
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['A', 'E', 'I', 'O', 'U']) { "an" } else { "a" }
}

/// Writes the body members of a structure.
pub(crate) fn write_structure(structure: &Structure, fields: &Fields) -> Json {
    let mut object = serde_json::Map::new();
    for member in structure.members.iter().filter(|m| m.location == Location::Body) {
        if let Some(value) = fields.get(member.name) {
            object.insert(member.wire.to_owned(), write(member.shape, value));
        }
    }
    Json::Object(object)
}

/// Writes a value along its shape; what does not fit the shape is written as it is.
pub(crate) fn write(shape: &Shape, value: &Value) -> Json {
    match (&shape.kind, value) {
        (Kind::Structure(structure), Value::Map(fields)) => write_structure(structure, fields),
        (Kind::List { member, .. }, Value::List(items)) => {
            Json::Array(items.iter().map(|item| write(member.shape, item)).collect())
        }
        (Kind::Map { value: member, .. }, Value::Map(fields)) => Json::Object(
            fields.iter().map(|(name, item)| (name.to_owned(), write(member.shape, item))).collect(),
        ),
        (Kind::Time(Some(TimeFormat::Iso8601)), Value::Time(t)) => Json::String(t.iso8601()),
        (Kind::Time(Some(TimeFormat::Rfc822)), Value::Time(t)) => Json::String(t.http_date()),
        (Kind::Float(_), Value::Float(f)) if !f.is_finite() => Json::from(if f.is_nan() {
            "NaN"
        } else if *f > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }),
        (_, other) => other.to_json(),
    }
}
