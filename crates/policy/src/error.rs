//! Why a document is refused.

use thiserror::Error;

/// A policy document that IAM would refuse with `MalformedPolicyDocument`.
///
/// `Display` is the message for the caller, in AWS's words where they are known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct PolicyError {
    message: String,
    location: String,
}

impl PolicyError {
    /// The error code on the wire. (S3 calls the same thing `MalformedPolicy`.)
    pub const CODE: &'static str = "MalformedPolicyDocument";

    pub(crate) fn new(location: impl Into<String>, message: impl Into<String>) -> Self {
        Self { message: message.into(), location: location.into() }
    }

    /// Where: a member such as `Statement[0].Action[1]`, or line and column if the text is not JSON.
    pub fn location(&self) -> &str {
        &self.location
    }
}
