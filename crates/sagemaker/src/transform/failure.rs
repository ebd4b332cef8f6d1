//! `FailureReason` of a transform job: AWS's words, and behind them what they hide.

use std::fmt;

use lirio_api::AwsError;

use crate::training::told;

/// Whose fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Blame {
    /// What was asked for, or the data.
    Client,
    /// The container.
    Algorithm,
    /// The platform or its machine.
    Platform,
}

/// Why a job, or an object of it, failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) blame: Blame,
    pub(crate) what: String,
}

impl Failure {
    pub(crate) fn client(what: impl Into<String>) -> Self {
        Self { blame: Blame::Client, what: what.into() }
    }

    pub(crate) fn algorithm(what: impl Into<String>) -> Self {
        Self { blame: Blame::Algorithm, what: what.into() }
    }

    pub(crate) fn platform(what: impl Into<String>) -> Self {
        Self { blame: Blame::Platform, what: what.into() }
    }

    /// An error of another service.
    pub(crate) fn of(error: &AwsError, doing: impl fmt::Display) -> Self {
        let blame = if error.status >= 500 { Blame::Platform } else { Blame::Client };
        Self { blame, what: format!("{doing}: {}", told(error)) }
    }

    /// A reason that begins with whose fault it is, as images, models and roles give it.
    pub(crate) fn of_reason(reason: &str) -> Self {
        match reason.split_once(": ") {
            Some(("ClientError", what)) => Self::client(what),
            Some(("InternalServerError", what)) => Self::platform(what),
            _ => Self::platform(reason),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self.blame {
            Blame::Client => "ClientError: See job logs for more information",
            Blame::Algorithm => "AlgorithmError: See job logs for more information",
            Blame::Platform => "InternalServerError: We encountered an internal error.  Please try again.",
        };
        write!(f, "{words} ({})", self.what)
    }
}
