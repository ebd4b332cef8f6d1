//! Between the JSON of a task and the values of an operation.
//!
//! Tasks write every member's name with a capital letter, whatever the service's own protocol does.

use bytes::Bytes;
use lirio_api::schema::{Kind, Shape};
use lirio_api::{Body, BodyError, Fields, Timestamp, Value};
use serde_json::{Map, Value as Json};

/// The most bytes of a streamed answer that a task may read; payloads have a limit of 256 KiB.
const MAX_BODY: u64 = lirio_asl::MAX_BYTES as u64;

/// Why parameters do not fit an operation, in the words of the service.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum BridgeError {
    /// No member of that name.
    #[error("The field \"{0}\" is not supported by Step Functions")]
    Unknown(String),
    /// A required member is absent.
    #[error("The field \"{0}\" is required but was missing")]
    Missing(String),
    /// A value of another type.
    #[error("The value for the field '{field}' must be {wanted}")]
    Type {
        /// The member.
        field: String,
        /// What belongs there.
        wanted: &'static str,
    },
}

/// How instants look in a task's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Times {
    /// `aws-sdk`: ISO 8601.
    Iso,
    /// AWS's own integrations: milliseconds since the epoch.
    Millis,
}

/// `stateMachineArn` as `StateMachineArn`.
pub(crate) fn pascal(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The input of an operation from a task's parameters.
pub(crate) fn to_input(json: &Json, shape: Option<&Shape>) -> Result<Value, BridgeError> {
    match shape {
        Some(shape) => to_value(json, shape, "Parameters", pascal),
        None => Ok(Value::Map(Fields::new())),
    }
}

/// A value in the model's own names, such as an event of the history.
pub(crate) fn from_wire(json: &Json, shape: &Shape) -> Result<Value, BridgeError> {
    to_value(json, shape, shape.name, str::to_owned)
}

fn to_value(
    json: &Json,
    shape: &Shape,
    field: &str,
    named: fn(&str) -> String,
) -> Result<Value, BridgeError> {
    let wrong = |wanted| BridgeError::Type { field: field.to_owned(), wanted };
    if json.is_null() {
        return Ok(Value::Null);
    }
    Ok(match &shape.kind {
        Kind::Structure(structure) => {
            let given = json.as_object().ok_or_else(|| wrong("an object"))?;
            if let Some(unknown) =
                given.keys().find(|k| !structure.members.iter().any(|m| named(m.name) == **k))
            {
                return Err(BridgeError::Unknown(unknown.clone()));
            }
            let mut fields = Fields::new();
            for member in structure.members {
                let name = named(member.name);
                match given.get(&name).filter(|value| !value.is_null()) {
                    Some(value) if member.streaming => {
                        fields.push(member.name, Value::Body(Body::from_bytes(text(value))));
                    }
                    Some(value) => fields.push(member.name, to_value(value, member.shape, &name, named)?),
                    None if member.idempotency_token => {
                        fields.push(member.name, Value::Str(lirio_service::uuid_v4()));
                    }
                    None if member.required => return Err(BridgeError::Missing(name)),
                    None => {}
                }
            }
            Value::Map(fields)
        }
        Kind::List { member, .. } => {
            let items = json.as_array().ok_or_else(|| wrong("a list"))?;
            let items = items.iter().filter(|item| !item.is_null());
            Value::List(
                items.map(|item| to_value(item, member.shape, field, named)).collect::<Result<_, _>>()?,
            )
        }
        Kind::Map { value, .. } => {
            let entries = json.as_object().ok_or_else(|| wrong("an object"))?;
            let entries = entries.iter().filter(|(_, entry)| !entry.is_null());
            Value::Map(
                entries
                    .map(|(key, entry)| Ok((key.clone().into(), to_value(entry, value.shape, key, named)?)))
                    .collect::<Result<Fields, BridgeError>>()?,
            )
        }
        // The service writes what is not text as JSON: `Input` of an execution, `Detail` of an event.
        Kind::Str { .. } => Value::Str(plain(json)),
        Kind::Blob(_) => Value::Blob(text(json)),
        Kind::Int(_) => Value::Int(json.as_i64().or_else(|| whole(json)).ok_or_else(|| wrong("an integer"))?),
        Kind::Float(_) => Value::Float(json.as_f64().ok_or_else(|| wrong("a number"))?),
        Kind::Bool => Value::Bool(json.as_bool().ok_or_else(|| wrong("a boolean"))?),
        Kind::Time(_) => Value::Time(instant(json).ok_or_else(|| wrong("a timestamp"))?),
        Kind::Document => Value::Document(json.clone()),
    })
}

/// A whole number that JSONPath arithmetic wrote with a fraction of zero.
fn whole(json: &Json) -> Option<i64> {
    json.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15).map(|n| n as i64)
}

fn plain(json: &Json) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}

fn text(json: &Json) -> Bytes {
    plain(json).into_bytes().into()
}

fn instant(json: &Json) -> Option<Timestamp> {
    match json {
        Json::String(text) => Timestamp::parse_iso8601(text),
        Json::Number(number) => Timestamp::from_epoch_seconds(number.as_f64()?),
        _ => None,
    }
}

/// The result of a task from an operation's output; reads streamed bodies as text.
pub(crate) async fn from_output(
    value: Value,
    shape: Option<&Shape>,
    times: Times,
) -> Result<Json, BodyError> {
    let Value::Map(fields) = value else { return Ok(Json::Object(Map::new())) };
    // Only the outermost structure can have a streamed member.
    let mut result = Map::new();
    for (name, value) in fields {
        let member = shape.and_then(Shape::structure).and_then(|s| s.member(&name));
        let json = match value {
            Value::Body(body) => {
                let bytes = body.collect(MAX_BODY).await?;
                Json::String(String::from_utf8_lossy(&bytes).into_owned())
            }
            value => to_json(&value, member.map(|m| m.shape), times),
        };
        result.insert(pascal(&name), json);
    }
    Ok(Json::Object(result))
}

fn to_json(value: &Value, shape: Option<&Shape>, times: Times) -> Json {
    match value {
        Value::Map(fields) => {
            let structure = shape.and_then(Shape::structure);
            let entry = shape.and_then(|s| match &s.kind {
                Kind::Map { value, .. } => Some(value.shape),
                _ => None,
            });
            let json = fields.iter().map(|(name, value)| match structure {
                // The keys of a map are the user's own.
                None => (name.to_owned(), to_json(value, entry, times)),
                Some(s) => (pascal(name), to_json(value, s.member(name).map(|m| m.shape), times)),
            });
            Json::Object(json.collect())
        }
        Value::List(items) => {
            let item = shape.and_then(|s| match &s.kind {
                Kind::List { member, .. } => Some(member.shape),
                _ => None,
            });
            Json::Array(items.iter().map(|value| to_json(value, item, times)).collect())
        }
        Value::Time(time) => match times {
            Times::Iso => Json::String(time.iso8601()),
            Times::Millis => Json::from(time.0),
        },
        Value::Blob(bytes) => Json::String(String::from_utf8_lossy(bytes).into_owned()),
        other => other.to_json(),
    }
}

#[cfg(test)]
mod tests {
    use lirio_api::{s3, sagemaker, stepfunctions};
    use serde_json::json;

    use super::*;

    fn check(json: Json, shape: &Shape, expected: Result<Json, &str>) {
        let value = to_input(&json, Some(shape));
        assert_eq!(
            value.map(|v| v.to_json()).map_err(|e| e.to_string()),
            expected.map_err(str::to_owned),
            "{json}"
        );
    }

    #[test]
    fn parameters() {
        check(
            json!({"StateMachineArn": "a", "Input": {"x": [1]}}),
            &stepfunctions::schemas::StartExecutionInput,
            Ok(json!({"stateMachineArn": "a", "input": "{\"x\":[1]}"})),
        );
        check(
            json!({"EndpointName": "e", "Colour": 1}),
            &sagemaker::schemas::DescribeEndpointInput,
            Err("The field \"Colour\" is not supported by Step Functions"),
        );
        check(
            json!({"EndpointName": null}),
            &sagemaker::schemas::DescribeEndpointInput,
            Err("The field \"EndpointName\" is required but was missing"),
        );
        check(
            json!({"MaxResults": 3.0, "CreationTimeAfter": "2026-11-22T10:00:00Z"}),
            &sagemaker::schemas::ListEndpointsInput,
            Ok(json!({"CreationTimeAfter": 1_795_341_600, "MaxResults": 3})),
        );
        check(
            json!({"MaxResults": "three"}),
            &sagemaker::schemas::ListEndpointsInput,
            Err("The value for the field 'MaxResults' must be an integer"),
        );
    }

    #[tokio::test]
    async fn bodies_are_text() {
        let input = to_input(
            &json!({"Bucket": "b", "Key": "k", "Body": {"a": 1}}),
            Some(&s3::schemas::PutObjectRequest),
        );
        let Ok(Value::Map(mut fields)) = input else { panic!("{input:?}") };
        let Value::Body(body) = fields.take("Body") else { panic!("no body") };
        assert_eq!(body.collect(100).await.unwrap(), Bytes::from_static(b"{\"a\":1}"));

        let mut output = Fields::new();
        output.push("Body", Value::Body(Body::from_bytes("text data")));
        output.push("LastModified", Value::Time(Timestamp(1_795_341_600_123)));
        let json =
            from_output(Value::Map(output), Some(&s3::schemas::GetObjectOutput), Times::Iso).await.unwrap();
        assert_eq!(json, json!({"Body": "text data", "LastModified": "2026-11-22T10:00:00.123Z"}));
    }
}
