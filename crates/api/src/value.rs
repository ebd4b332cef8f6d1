//! Values between the wire and the typed structs.

use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::Timestamp;

/// What any AWS shape can hold.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Absent.  Never inside a list; members that are null are left out.
    #[default]
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer or long.
    Int(i64),
    /// A float or double.
    Float(f64),
    /// A string or enum.
    Str(String),
    /// Bytes.
    Blob(Bytes),
    /// An instant.
    Time(Timestamp),
    /// A list.
    List(Vec<Value>),
    /// A structure or a map, in the order given.
    Map(Fields),
    /// A JSON document (`document` shapes).
    Document(serde_json::Value),
    /// A streamed body.
    Body(Body),
}

/// Members by name, in order.  Shapes are small: look-up is a scan.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(Cow<'static, str>, Value)>);

impl Fields {
    /// No members.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a member; a `Null` is left out.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: Value) {
        if !matches!(value, Value::Null) {
            self.0.push((name.into(), value));
        }
    }

    /// The member, if present.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v)
    }

    /// Takes the member out, `Null` if absent.
    pub fn take(&mut self, name: &str) -> Value {
        self.0.iter_mut().find(|(n, _)| n == name).map(|(_, v)| std::mem::take(v)).unwrap_or_default()
    }

    /// The members in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(n, v)| (n.as_ref(), v))
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Fields {
    type Item = (Cow<'static, str>, Value);
    type IntoIter = std::vec::IntoIter<Self::Item>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(Cow<'static, str>, Value)> for Fields {
    fn from_iter<T: IntoIterator<Item = (Cow<'static, str>, Value)>>(iter: T) -> Self {
        Self(iter.into_iter().collect())
    }
}

impl Value {
    /// The text of a string value.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(s) => Some(s),
            _ => None,
        }
    }

    /// The members of a structure or map.
    pub fn as_map(&self) -> Option<&Fields> {
        match self {
            Value::Map(m) => Some(m),
            _ => None,
        }
    }

    /// A member of a structure, through any depth of names.
    pub fn pointer(&self, names: &[&str]) -> Option<&Value> {
        names.iter().try_fold(self, |v, n| v.as_map()?.get(n))
    }

    /// The value as plain JSON: instants are epoch seconds, blobs base64, bodies are left out.
    pub fn to_json(&self) -> serde_json::Value {
        use base64::Engine as _;
        use serde_json::Value as J;
        match self {
            Value::Null | Value::Body(_) => J::Null,
            Value::Bool(b) => J::Bool(*b),
            Value::Int(i) => J::from(*i),
            Value::Float(f) => J::from(*f),
            Value::Str(s) => J::String(s.clone()),
            Value::Blob(b) => J::String(base64::engine::general_purpose::STANDARD.encode(b)),
            Value::Time(t) if t.0 % 1000 == 0 => J::from(t.0 / 1000),
            Value::Time(t) => J::from(t.epoch_seconds()),
            Value::List(l) => J::Array(l.iter().map(Value::to_json).collect()),
            Value::Map(m) => J::Object(
                m.iter()
                    .filter(|(_, v)| !matches!(v, Value::Body(_)))
                    .map(|(n, v)| (n.to_owned(), v.to_json()))
                    .collect(),
            ),
            Value::Document(d) => d.clone(),
        }
    }
}

macro_rules! from {
    ($($t:ty => $e:expr),* $(,)?) => { $(impl From<$t> for Value { fn from(v: $t) -> Self { $e(v) } })* };
}
from! {
    bool => Value::Bool, i64 => Value::Int, f64 => Value::Float, String => Value::Str, Bytes => Value::Blob,
    Timestamp => Value::Time, Vec<Value> => Value::List, Fields => Value::Map, Body => Value::Body,
    &str => |s: &str| Value::Str(s.to_owned()), i32 => |i: i32| Value::Int(i.into()), u16 => |i: u16| Value::Int(i.into()),
}

/// The stored form: plain JSON, with `{"$t": ms}` for instants and `{"$b": base64}` for bytes, so that
/// reading it back needs no schema.  Bodies have no stored form.
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use base64::Engine as _;
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(b) => serializer.serialize_bool(*b),
            Value::Int(i) => serializer.serialize_i64(*i),
            Value::Float(f) => serializer.serialize_f64(*f),
            Value::Str(s) => serializer.serialize_str(s),
            Value::Blob(b) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("$b", &base64::engine::general_purpose::STANDARD.encode(b))?;
                map.end()
            }
            Value::Time(t) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("$t", &t.0)?;
                map.end()
            }
            Value::Document(d) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("$d", d)?;
                map.end()
            }
            Value::List(l) => serializer.collect_seq(l),
            Value::Map(m) => serializer.collect_map(m.iter()),
            Value::Body(_) => Err(serde::ser::Error::custom("a streamed body cannot be stored in a row")),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_stored(serde_json::Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

fn from_stored(json: serde_json::Value) -> Result<Value, String> {
    use base64::Engine as _;
    use serde_json::Value as J;
    Ok(match json {
        J::Null => Value::Null,
        J::Bool(b) => Value::Bool(b),
        J::Number(n) => match n.as_i64() {
            Some(i) => Value::Int(i),
            None => Value::Float(n.as_f64().ok_or_else(|| format!("number {n} is out of range"))?),
        },
        J::String(s) => Value::Str(s),
        J::Array(a) => Value::List(a.into_iter().map(from_stored).collect::<Result<_, _>>()?),
        J::Object(mut o) => {
            if o.len() == 1 {
                if let Some(t) = o.get("$t").and_then(J::as_i64) {
                    return Ok(Value::Time(Timestamp(t)));
                }
                if let Some(b) = o.get("$b").and_then(J::as_str) {
                    let bytes =
                        base64::engine::general_purpose::STANDARD.decode(b).map_err(|e| e.to_string())?;
                    return Ok(Value::Blob(bytes.into()));
                }
                if let Some(d) = o.get_mut("$d") {
                    return Ok(Value::Document(d.take()));
                }
            }
            Value::Map(
                o.into_iter()
                    .map(|(n, v)| Ok((Cow::Owned(n), from_stored(v)?)))
                    .collect::<Result<Fields, String>>()?,
            )
        }
    })
}

/// Why a body could not be read to its end.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BodyError {
    /// The client went away or broke the framing.
    #[error("the request body ended early: {0}")]
    Incomplete(String),
    /// A chunk's signature, a trailer's checksum or a declared digest does not match.
    #[error("{0}")]
    Refused(Box<crate::AwsError>),
    /// Somebody read the body before.
    #[error("the body was already taken")]
    Taken,
    /// The body is longer than the reader's bound.
    #[error("the body is longer than {0} bytes")]
    TooLong(u64),
    /// The source failed.
    #[error("{0}")]
    Source(String),
    /// The source failed in a way that the model of an event stream has an exception for.
    #[error("{0}")]
    Exception(Box<crate::AwsError>),
}

impl From<BodyError> for crate::AwsError {
    fn from(error: BodyError) -> Self {
        use crate::AwsError;
        match error {
            BodyError::Refused(e) | BodyError::Exception(e) => *e,
            BodyError::Incomplete(_) => AwsError::new(
                "IncompleteBody",
                400,
                "You did not provide the number of bytes specified by the Content-Length HTTP header.",
            )
            .because(error),
            BodyError::TooLong(limit) => AwsError::new(
                "RequestEntityTooLargeException",
                413,
                format!("The body is longer than the {limit} bytes this operation takes."),
            ),
            BodyError::Taken | BodyError::Source(_) => AwsError::internal(error),
        }
    }
}

/// A stream of pieces of a body.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, BodyError>> + Send>>;

/// A body that can be read once: bytes at hand, or a stream with a length if it is known.
///
/// Cloning shares it: the first reader takes it.
#[derive(Clone)]
pub struct Body {
    inner: Arc<Mutex<Option<Inner>>>,
    length: Option<u64>,
}

enum Inner {
    Bytes(Bytes),
    Stream(BodyStream),
}

impl Body {
    /// A body at hand.
    pub fn from_bytes(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let length = Some(bytes.len() as u64);
        Self { inner: Arc::new(Mutex::new(Some(Inner::Bytes(bytes)))), length }
    }

    /// A streamed body; `length` in bytes where it is known beforehand.
    pub fn from_stream(
        stream: impl Stream<Item = Result<Bytes, BodyError>> + Send + 'static,
        length: Option<u64>,
    ) -> Self {
        Self { inner: Arc::new(Mutex::new(Some(Inner::Stream(Box::pin(stream))))), length }
    }

    /// Bytes in all, where known.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    fn take(&self) -> Option<Inner> {
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take()
    }

    /// The pieces; the second reader gets [`BodyError::Taken`].
    pub fn into_stream(self) -> BodyStream {
        match self.take() {
            Some(Inner::Stream(stream)) => stream,
            Some(Inner::Bytes(bytes)) => Box::pin(futures_util::stream::once(async move { Ok(bytes) })),
            None => Box::pin(futures_util::stream::once(async { Err(BodyError::Taken) })),
        }
    }

    /// The whole body if it is at hand already and no one took it: no copy, no wait.
    pub fn try_into_bytes(self) -> Result<Bytes, Body> {
        let mut guard = self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        match guard.take() {
            Some(Inner::Bytes(bytes)) => Ok(bytes),
            other => {
                *guard = other;
                drop(guard);
                Err(self)
            }
        }
    }

    /// Reads all of it, at most `limit` bytes.
    pub async fn collect(self, limit: u64) -> Result<Bytes, BodyError> {
        if self.length.is_some_and(|l| l > limit) {
            return Err(BodyError::TooLong(limit));
        }
        let mut stream = match self.take() {
            Some(Inner::Bytes(bytes)) => return Ok(bytes),
            Some(Inner::Stream(stream)) => stream,
            None => return Err(BodyError::Taken),
        };
        let mut all = Vec::new();
        while let Some(piece) = stream.next().await {
            let piece = piece?;
            if (all.len() + piece.len()) as u64 > limit {
                return Err(BodyError::TooLong(limit));
            }
            all.extend_from_slice(&piece);
        }
        Ok(all.into())
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::from_bytes(Bytes::new())
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Body({:?} bytes)", self.length)
    }
}

impl PartialEq for Body {
    /// Bodies are streams: equal only when they are the same one.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.inner, &other.inner)
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self::from_bytes(bytes)
    }
}
