//! EventBridge event patterns: parse, diagnose, match.
//!
//! This crate does no I/O and reads no clock.
//! A [`Pattern`] is parsed once, with AWS's error texts, and then matches any number of events.
//! A [`RuleSet`] holds many patterns and finds those that match one event without looking at the others.
//! [`transform`] is what a rule's target does with a matched event: `InputPath` and `InputTransformer`.

mod conditions;
mod error;
mod event;
mod fields;
mod index;
mod json;
mod marks;
mod number;
mod parse;
mod paths;
mod rules;
mod solve;
pub mod transform;
mod tree;
mod values;
mod wildcard;

pub use error::PatternError;
pub use event::{EventError, check_event};
pub use parse::Pattern;
pub use rules::RuleSet;
