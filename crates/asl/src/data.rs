//! A JSON document that flows between states: its value and its exact text.
//!
//! The text is kept because the service passes an input that nothing touched on to the next
//! state as it was written, blanks included, and because limits are counted in bytes of it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// How deeply a payload may nest. Below serde_json's own limit of 128, so that every text
/// that we write can be read again.
pub const MAX_DEPTH: usize = 120;

/// The most bytes of UTF-8 text a payload may have (256 KiB).
pub const MAX_BYTES: usize = 262_144;

/// A JSON document, cheap to clone.
#[derive(Clone)]
pub struct Data(Arc<Inner>);

struct Inner {
    value: Value,
    text: Box<str>,
}

/// Why a text or value cannot be a payload.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DataError {
    /// The text is not JSON.
    #[error("not valid JSON: {0}")]
    Syntax(String),
    /// The document nests deeper than [`MAX_DEPTH`].
    #[error("the JSON document nests deeper than {MAX_DEPTH} levels")]
    TooDeep,
}

impl Data {
    /// Reads a JSON text and keeps it as it was written.
    pub fn parse(text: &str) -> Result<Data, DataError> {
        let value: Value = serde_json::from_str(text).map_err(|e| DataError::Syntax(e.to_string()))?;
        check_depth(&value)?;
        Ok(Data(Arc::new(Inner { value, text: text.into() })))
    }

    /// Wraps a value; its text is the compact form.
    pub fn from_value(value: Value) -> Result<Data, DataError> {
        check_depth(&value)?;
        let text = value.to_string().into_boxed_str();
        Ok(Data(Arc::new(Inner { value, text })))
    }

    /// The empty object, which a null `InputPath` or `OutputPath` stands for.
    pub fn empty_object() -> Data {
        Data(Arc::new(Inner { value: Value::Object(serde_json::Map::new()), text: "{}".into() }))
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.0.value
    }

    /// The JSON text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether the text is larger than the service limit of [`MAX_BYTES`].
    pub fn is_too_large(&self) -> bool {
        self.0.text.len() > MAX_BYTES
    }
}

fn check_depth(value: &Value) -> Result<(), DataError> {
    if depth_within(value, MAX_DEPTH) { Ok(()) } else { Err(DataError::TooDeep) }
}

/// Whether `value` nests at most `limit` levels; looks no deeper than that.
fn depth_within(value: &Value, limit: usize) -> bool {
    match value {
        Value::Array(items) => limit > 0 && items.iter().all(|v| depth_within(v, limit - 1)),
        Value::Object(members) => limit > 0 && members.values().all(|v| depth_within(v, limit - 1)),
        _ => true,
    }
}

impl PartialEq for Data {
    fn eq(&self, other: &Data) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.text == other.0.text
    }
}

impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl<'de> Deserialize<'de> for Data {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Data, D::Error> {
        let text = String::deserialize(deserializer)?;
        Data::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_and_depth_is_bounded() {
        let data = Data::parse("{\"a\":  1}").unwrap();
        assert_eq!(data.text(), "{\"a\":  1}");
        let back: Data = serde_json::from_str(&serde_json::to_string(&data).unwrap()).unwrap();
        assert_eq!(back, data);
        let mut value = Value::Null;
        for _ in 0..MAX_DEPTH + 1 {
            value = Value::Array(vec![value]);
        }
        assert_eq!(Data::from_value(value), Err(DataError::TooDeep));
        assert!(matches!(Data::parse("{"), Err(DataError::Syntax(_))));
    }
}
