//! IAM policies: parse, evaluate, explain.
//!
//! This crate does no I/O and reads no clock: what a condition may ask (time, address, tags) is in the [`Context`]
//! of a [`Request`].
//! [`Document::parse`] is strict: what AWS would refuse, or what would silently never apply, is an error with a place.
//! [`evaluate`] combines all policies that bear on a request by AWS's published evaluation logic, and its
//! [`Decision`] names the statement that decided.

mod condition;
mod context;
mod decision;
mod document;
mod error;
mod evaluate;
mod glob;
mod json;
mod parse;
mod principal;

pub use context::Context;
pub use decision::{Decision, Layer, Outcome, Reason, StatementName};
pub use document::{Document, Effect, Kind};
pub use error::PolicyError;
pub use evaluate::{Policies, Policy, Request, evaluate};
pub use principal::Principal;
