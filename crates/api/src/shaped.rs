//! From values to typed structs and back.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::{Body, Fields, Timestamp, Value};

/// A value does not have the form of its shape.
///
/// After [`crate::validate`] this is an error of the platform or of a remote server's answer, not of a caller.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct ShapeError {
    /// Where, as member names joined by dots, innermost first while it is being built.
    pub path: String,
    /// What is wrong.
    pub problem: String,
}

impl ShapeError {
    /// A problem at this very place.
    pub fn here(problem: impl Into<String>) -> Self {
        Self { path: String::new(), problem: problem.into() }
    }

    /// The same problem seen from the parent.
    pub fn under(mut self, name: &str) -> Self {
        self.path = if self.path.is_empty() { name.to_owned() } else { format!("{name}.{}", self.path) };
        self
    }
}

/// A Rust type that has the form of an AWS shape.
pub trait Shaped: Sized {
    /// From a value; `Null` stands for an absent one.
    fn from_value(value: Value) -> Result<Self, ShapeError>;
    /// To a value; absent members are left out.
    fn into_value(self) -> Value;
}

/// The input or output of operations that have none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unit;

impl Shaped for Unit {
    fn from_value(_: Value) -> Result<Self, ShapeError> {
        Ok(Unit)
    }
    fn into_value(self) -> Value {
        Value::Map(Fields::new())
    }
}

fn mismatch<T>(wanted: &str, found: &Value) -> Result<T, ShapeError> {
    let found = match found {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Int(_) | Value::Float(_) => "a number",
        Value::Str(_) => "a string",
        Value::Blob(_) => "bytes",
        Value::Time(_) => "an instant",
        Value::List(_) => "a list",
        Value::Map(_) => "a structure",
        Value::Document(_) => "a document",
        Value::Body(_) => "a body",
    };
    Err(ShapeError::here(format!("wanted {wanted}, found {found}")))
}

macro_rules! scalar {
    ($($t:ty, $wanted:literal, $($from:pat => $to:expr),+ ; $into:expr;)*) => { $(
        impl Shaped for $t {
            fn from_value(value: Value) -> Result<Self, ShapeError> {
                match value {
                    $($from => Ok($to),)+
                    // Requests were checked for what is required; AWS's answers leave such members out at times.
                    Value::Null => Ok(Default::default()),
                    other => mismatch($wanted, &other),
                }
            }
            fn into_value(self) -> Value { $into(self) }
        }
    )* };
}
scalar! {
    String, "a string", Value::Str(s) => s; Value::Str;
    bool, "a boolean", Value::Bool(b) => b; Value::Bool;
    i64, "an integer", Value::Int(i) => i; Value::Int;
    f64, "a number", Value::Float(f) => f, Value::Int(i) => i as f64; Value::Float;
    Bytes, "bytes", Value::Blob(b) => b; Value::Blob;
    Timestamp, "an instant", Value::Time(t) => t; Value::Time;
    Body, "a body", Value::Body(b) => b, Value::Blob(b) => Body::from_bytes(b); Value::Body;
    serde_json::Value, "a document", Value::Document(d) => d; Value::Document;
}

impl<T: Shaped> Shaped for Option<T> {
    fn from_value(value: Value) -> Result<Self, ShapeError> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
    fn into_value(self) -> Value {
        self.map(T::into_value).unwrap_or_default()
    }
}

impl<T: Shaped> Shaped for Box<T> {
    fn from_value(value: Value) -> Result<Self, ShapeError> {
        T::from_value(value).map(Box::new)
    }
    fn into_value(self) -> Value {
        (*self).into_value()
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn from_value(value: Value) -> Result<Self, ShapeError> {
        match value {
            Value::List(list) => list
                .into_iter()
                .enumerate()
                .map(|(i, v)| T::from_value(v).map_err(|e| e.under(&(i + 1).to_string())))
                .collect(),
            // Query and XML cannot tell an empty list from an absent one.
            Value::Null => Ok(Vec::new()),
            other => mismatch("a list", &other),
        }
    }
    fn into_value(self) -> Value {
        Value::List(self.into_iter().map(T::into_value).collect())
    }
}

impl<T: Shaped> Shaped for BTreeMap<String, T> {
    fn from_value(value: Value) -> Result<Self, ShapeError> {
        match value {
            Value::Map(map) => map
                .into_iter()
                .map(|(n, v)| match T::from_value(v) {
                    Ok(v) => Ok((n.into_owned(), v)),
                    Err(e) => Err(e.under(&n)),
                })
                .collect(),
            Value::Null => Ok(BTreeMap::new()),
            other => mismatch("a map", &other),
        }
    }
    fn into_value(self) -> Value {
        Value::Map(self.into_iter().map(|(n, v)| (n.into(), v.into_value())).collect())
    }
}
