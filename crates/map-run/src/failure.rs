//! Why a map run fails.

/// A failure of a run, by AWS's names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunFailure {
    /// The error's name.
    pub error: String,
    /// What a person reads.
    pub cause: String,
}

impl RunFailure {
    /// The items cannot be read.
    pub fn reader(cause: impl Into<String>) -> RunFailure {
        RunFailure { error: "States.ItemReaderFailed".to_owned(), cause: cause.into() }
    }

    /// The results cannot be written.
    pub fn writer(cause: impl Into<String>) -> RunFailure {
        RunFailure { error: "States.ResultWriterFailed".to_owned(), cause: cause.into() }
    }

    /// More items failed than may.
    pub(crate) fn threshold() -> RunFailure {
        RunFailure {
            error: "States.ExceedToleratedFailureThreshold".to_owned(),
            cause: "The specified tolerated failure threshold was exceeded".to_owned(),
        }
    }

    /// An expression of the state has no value that can be used.
    pub(crate) fn runtime(cause: impl Into<String>) -> RunFailure {
        RunFailure { error: "States.Runtime".to_owned(), cause: cause.into() }
    }

    /// The result or an input is larger than a payload may be.
    pub(crate) fn too_large(cause: impl Into<String>) -> RunFailure {
        RunFailure { error: "States.DataLimitExceeded".to_owned(), cause: cause.into() }
    }
}
