//! What an event must have before it is matched through the API.

use serde_json::Value;
use thiserror::Error;

/// An event that `TestEventPattern` refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("Parameter Event is not valid.")]
pub struct EventError;

impl EventError {
    /// The error code on the wire.
    pub const CODE: &'static str = "ValidationException";
}

/// Checks that `event` is an object with the envelope that `TestEventPattern` demands
/// (`id`, `account`, `source`, `time`, `region`, `detail-type`).
///
/// # Errors
/// [`EventError`] when it is not an object or a member of the envelope is missing.
pub fn check_event(event: &Value) -> Result<(), EventError> {
    const ENVELOPE: [&str; 6] = ["id", "account", "source", "time", "region", "detail-type"];
    let members = event.as_object().ok_or(EventError)?;
    if ENVELOPE.iter().all(|name| members.contains_key(*name)) { Ok(()) } else { Err(EventError) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_envelope_is_demanded() {
        let mut event =
            json!({"id": "1", "account": "0", "source": "s", "time": "t", "region": "r", "detail-type": "d"});
        assert_eq!(check_event(&event), Ok(()));
        event.as_object_mut().expect("an object").remove("time");
        assert_eq!(check_event(&event), Err(EventError));
        assert_eq!(check_event(&json!(["plain string"])), Err(EventError));
    }
}
