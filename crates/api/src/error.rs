//! The error that every operation answers with.

use std::borrow::Cow;
use std::fmt;

use crate::{Fields, Value};

/// Who is at fault, as AWS tells it (`Sender` is the caller, `Receiver` the platform).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The request is wrong; repeating it unchanged will not help.
    Sender,
    /// The platform is at fault.
    Receiver,
}

/// An error as AWS clients see it: a code, a text, an HTTP status, sometimes more members.
///
/// Protocol crates render it; services construct it, mostly through the generated
/// `errors` module of their service, which knows each code's status.
#[derive(Clone, Debug)]
pub struct AwsError {
    /// The code clients branch on, such as `NoSuchBucket` or `ValidationException`.
    pub code: Cow<'static, str>,
    /// The text for the caller: what is wrong, where, and what to do.
    pub message: String,
    /// The HTTP status.
    pub status: u16,
    /// Further members of the error shape (`OriginalStatusCode` of `ModelError`, `Resource` of S3's errors).
    pub members: Fields,
    /// Further HTTP headers (`x-amz-bucket-region`, `Retry-After`).
    pub headers: Vec<(&'static str, String)>,
    /// The text for the log, never shown to the caller.
    pub detail: Option<String>,
}

impl AwsError {
    /// An error with a code, an HTTP status and a text.
    pub fn new(code: impl Into<Cow<'static, str>>, status: u16, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            status,
            members: Fields::new(),
            headers: Vec::new(),
            detail: None,
        }
    }

    /// `ValidationException`, status 400: the words are shown as they are.
    pub fn validation(message: impl Into<String>) -> Self {
        Self::new("ValidationException", 400, message)
    }

    /// `AccessDeniedException`, status 400 as the JSON protocols have it; the door changes code and
    /// status for the services that word it otherwise.
    pub fn access_denied(message: impl Into<String>) -> Self {
        Self::new("AccessDeniedException", 400, message)
    }

    /// An error of the platform itself, status 500: the caller sees that something failed and the
    /// request id, the log sees `detail`.
    pub fn internal(detail: impl fmt::Display) -> Self {
        let mut error = Self::new(
            "InternalFailure",
            500,
            "The request failed because of an internal error; the log of the platform has the details under this request id.",
        );
        error.detail = Some(detail.to_string());
        error
    }

    /// `InsufficientStorage`, status 507: the platform's disk is full, which the caller may be able to change.
    pub fn no_room(detail: impl fmt::Display) -> Self {
        let mut error = Self::new(
            "InsufficientStorage",
            507,
            "There is no space left on the platform's disk: nothing of this request was kept. Free some space and try again.",
        );
        error.detail = Some(detail.to_string());
        error
    }

    /// An error with a file of the platform's own: [`AwsError::no_room`] where the disk is full, else
    /// [`AwsError::internal`].  `doing` is for the log.
    pub fn file(doing: impl fmt::Display, error: &std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, StorageFull};
        let detail = format!("{doing}: {error}");
        match error.kind() {
            StorageFull | QuotaExceeded => Self::no_room(detail),
            _ => Self::internal(detail),
        }
    }

    /// `NotImplemented`, status 501: an operation or option that AWS has and lirio does not serve.
    pub fn not_served(what: impl fmt::Display) -> Self {
        Self::new("NotImplemented", 501, format!("{what} is not served by this platform."))
    }

    /// Adds a member to the error's body.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.members.push(name, value.into());
        self
    }

    /// Adds an HTTP header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Sets the text for the log.
    pub fn because(mut self, detail: impl fmt::Display) -> Self {
        self.detail = Some(detail.to_string());
        self
    }

    /// Who is at fault, by the status.
    pub fn fault(&self) -> Fault {
        if self.status >= 500 { Fault::Receiver } else { Fault::Sender }
    }
}

impl fmt::Display for AwsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for AwsError {}
