//! Intrinsic functions: `States.Format('{}', $.a)` and its kin.

mod functions;
mod hash;
mod parse;

use serde_json::Value;

use crate::documents::Documents;
use crate::path::{Path, PathSyntaxError, QueryError};

use functions::Name;

/// The names of all functions, for whoever mistyped one.
pub(crate) const FUNCTIONS: &[&str] = Name::ALL;

/// A parsed call.
#[derive(Debug, Clone)]
pub struct Call {
    text: String,
    name: Name,
    arguments: Vec<Argument>,
}

#[derive(Debug, Clone)]
enum Argument {
    /// A quoted text. `{` and `}` written with a backslash stay so marked for `States.Format`.
    Text(Template),
    Literal(Value),
    Path(Path),
    Call(Call),
}

/// A text literal: its plain value, and its parts between the `{}` of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Template {
    plain: String,
    parts: Vec<String>,
}

/// Why a text is not a call.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntrinsicSyntaxError {
    /// Not the syntax of a call.
    #[error("{message} at character {at}")]
    Syntax {
        /// What was expected or found.
        message: String,
        /// Offset in bytes.
        at: usize,
    },
    /// There is no such function.
    #[error("the intrinsic function '{0}' is not known")]
    UnknownFunction(String),
    /// A path in the arguments is wrong.
    #[error(transparent)]
    Path(#[from] PathSyntaxError),
}

/// Why a call has no value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntrinsicError {
    /// A path among the arguments names nothing.
    #[error("{error}")]
    Path {
        /// The path as written.
        path: String,
        /// What was missing.
        error: QueryError,
    },
    /// The values would take more than [`Scope::ROOM`].
    #[error("the values of the expression are too large")]
    TooLarge,
    /// The function refuses its arguments.
    #[error("The function '{call}' had the following error: {reason}")]
    Failed {
        /// The call as written.
        call: String,
        /// What the function refuses.
        reason: String,
    },
}

/// What a call may read.
pub struct Scope<'a> {
    /// What paths read.
    pub documents: Documents<'a>,
    /// The source of random numbers, for `States.UUID` and `States.MathRandom`.
    pub random: &'a mut dyn FnMut() -> u64,
    /// How many more bytes of values, roughly, may be made; see [`Scope::ROOM`].
    pub room: usize,
}

impl Scope<'_> {
    /// Room for one template: far more than a payload may have, and far less than memory.
    pub const ROOM: usize = 64 << 20;

    /// Takes the size of a new value from the room; false when none is left.
    pub(crate) fn takes(&mut self, value: &Value) -> bool {
        match value {
            Value::String(text) => self.takes_bytes(text.len()),
            Value::Array(items) => self.takes_bytes(0) && items.iter().all(|item| self.takes(item)),
            Value::Object(members) => {
                self.takes_bytes(0)
                    && members.iter().all(|(name, member)| self.takes_bytes(name.len()) && self.takes(member))
            }
            _ => self.takes_bytes(0),
        }
    }

    fn takes_bytes(&mut self, bytes: usize) -> bool {
        // A value takes some space of its own, whatever it holds.
        match self.room.checked_sub(bytes + 64) {
            Some(left) => {
                self.room = left;
                true
            }
            None => false,
        }
    }
}

impl Call {
    /// Parses a call, arguments included.
    pub fn parse(text: &str) -> Result<Call, IntrinsicSyntaxError> {
        parse::call(text)
    }

    /// The call as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The paths among the arguments, also of calls within.
    pub fn paths(&self) -> Vec<&Path> {
        let mut paths = Vec::new();
        // Calls nest at most ten deep.
        for argument in &self.arguments {
            match argument {
                Argument::Path(path) => paths.push(path),
                Argument::Call(call) => paths.extend(call.paths()),
                Argument::Text(_) | Argument::Literal(_) => {}
            }
        }
        paths
    }

    /// Computes the value.
    pub fn evaluate(&self, scope: &mut Scope<'_>) -> Result<Value, IntrinsicError> {
        let mut values = Vec::with_capacity(self.arguments.len());
        for argument in &self.arguments {
            let value = match argument {
                Argument::Text(text) => Value::String(text.plain.clone()),
                Argument::Literal(value) => value.clone(),
                Argument::Call(call) => call.evaluate(scope)?,
                Argument::Path(path) => scope
                    .documents
                    .query(path)
                    .map_err(|error| IntrinsicError::Path { path: path.text().to_owned(), error })?,
            };
            if !scope.takes(&value) {
                return Err(IntrinsicError::TooLarge);
            }
            values.push(value);
        }
        // The first argument of Format is a template when it is written in place.
        let parts = match (self.name, self.arguments.first()) {
            (Name::Format, Some(Argument::Text(text))) => Some(text.parts.as_slice()),
            _ => None,
        };
        functions::apply(self.name, parts, values, scope.random)
            .map_err(|reason| IntrinsicError::Failed { call: self.text.clone(), reason })
    }
}

/// 128 random bits as the text of a UUID of version 4.
pub(crate) fn uuid_v4(bits: u128) -> String {
    let version_4 = bits & !(0xf000_u128 << 64) & !(0xc_u128 << 60) | (0x4000_u128 << 64) | (0x8_u128 << 60);
    let hex = format!("{version_4:032x}");
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests;
