//! Positions of events: their time, then their number.

use lirio_api::{AwsError, logs};
use lirio_store::{Key, StoreError};

/// Where an event lies among all events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position(pub(crate) u128);

impl Position {
    pub(crate) fn new(time: u64, number: u64) -> Self {
        Self(u128::from(time) << 64 | u128::from(number))
    }

    /// Of the key of an event.
    pub(crate) fn of_key(key: &Key) -> Result<Self, StoreError> {
        let mut parts = key.parts();
        parts.u64()?;
        Ok(Self::new(parts.u64()?, parts.u64()?))
    }

    /// The key that an event here has, or would have, in a stream.
    pub(crate) fn key(self, stream: u64) -> Key {
        // The halves of 128 bits.
        Key::new().u64(stream).u64((self.0 >> 64) as u64).u64(self.0 as u64)
    }

    pub(crate) fn time(self) -> i64 {
        i64::try_from(self.0 >> 64).unwrap_or(i64::MAX)
    }

    pub(crate) fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    pub(crate) fn after(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// 56 digits, as AWS writes ids and tokens.
    pub(crate) fn digits(self) -> String {
        format!("{:056}", self.0)
    }

    fn parse(digits: &str) -> Option<Self> {
        (digits.len() == 56 && digits.bytes().all(|b| b.is_ascii_digit()))
            .then(|| digits.parse().ok().map(Self))
            .flatten()
    }
}

/// Where `GetLogEvents` goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cursor {
    /// With what lies behind this position.
    Forward(Position),
    /// With what lies before it.
    Backward(Position),
}

impl Cursor {
    pub(crate) fn parse(token: &str) -> Result<Self, AwsError> {
        let parsed = match token.split_once('/') {
            Some(("f", digits)) => Position::parse(digits).map(Self::Forward),
            Some(("b", digits)) => Position::parse(digits).map(Self::Backward),
            _ => None,
        };
        parsed.ok_or_else(invalid_token)
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Forward(position) => write!(f, "f/{}", position.digits()),
            Self::Backward(position) => write!(f, "b/{}", position.digits()),
        }
    }
}

/// The token of `FilterLogEvents`.
pub(crate) fn parse_filter_token(token: &str) -> Result<Position, AwsError> {
    Position::parse(token).ok_or_else(invalid_token)
}

pub(crate) fn invalid_token() -> AwsError {
    logs::errors::invalid_parameter_exception("The specified nextToken is invalid.")
}
