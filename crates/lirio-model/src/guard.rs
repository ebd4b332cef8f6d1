//! Panics of a user's code as errors.

use crate::BoxError;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a panic said; the standard panic message on standard error says where.
#[derive(Debug, thiserror::Error)]
#[error("{who} panicked: {words}")]
pub(crate) struct Panicked {
    who: &'static str,
    words: String,
}

/// Runs a user's code; a panic becomes an error.
pub(crate) fn no_panic<T, E: Into<BoxError>>(
    who: &'static str,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, BoxError> {
    // What the code borrowed may be half changed. It is the user's own, and the caller only reports.
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(Into::into),
        Err(payload) => {
            let words = payload
                .downcast_ref::<&str>()
                .map(|words| (*words).to_owned())
                .or_else(|| payload.downcast_ref::<String>().cloned())
                .unwrap_or_else(|| "without words".to_owned());
            Err(Panicked { who, words }.into())
        }
    }
}
