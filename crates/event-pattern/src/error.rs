//! Why a pattern is refused, in AWS's words.

use thiserror::Error;

/// A pattern that EventBridge would refuse with `InvalidEventPatternException`.
///
/// `Display` gives the whole message of the service, with the parser's position where the service gives one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("Event pattern is not valid. Reason: {reason}{position}")]
pub struct PatternError {
    reason: String,
    position: String,
    line: u32,
    column: u32,
}

impl PatternError {
    /// The error code on the wire.
    pub const CODE: &'static str = "InvalidEventPatternException";

    /// A reason with no place in the text, for what is judged after reading (addresses, complexity).
    pub(crate) fn without_position(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), position: String::new(), line: 0, column: 0 }
    }

    /// A reason at a place in the text.
    pub(crate) fn at(reason: impl Into<String>, source: &str, line: u32, column: u32) -> Self {
        let position = format!("\n at [Source: (String){}; line: {line}, column: {column}]", excerpt(source));
        Self { reason: reason.into(), position, line, column }
    }

    /// The service repeats the position when the fault is inside a list of `anything-but`.
    pub(crate) fn with_position_repeated(mut self) -> Self {
        self.position = self.position.repeat(2);
        self
    }

    /// The reason alone, without the fixed beginning and without the position.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Line and column (both from 1, columns in UTF-16 units) where reading stopped, if the fault has a place.
    pub fn location(&self) -> Option<(u32, u32)> {
        (self.line > 0).then_some((self.line, self.column))
    }
}

/// The quoted source in a position: the first 500 characters, and how many were left out.
fn excerpt(source: &str) -> String {
    const SHOWN: usize = 500;
    match source.char_indices().nth(SHOWN) {
        None => format!("\"{source}\""),
        Some((end, _)) => {
            let left_out = source[end..].chars().count();
            format!("\"{}\"[truncated {left_out} chars]", &source[..end])
        }
    }
}
