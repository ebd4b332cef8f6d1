//! AWS's wire protocols and request signatures, for both sides, without I/O.
//!
//! A request comes in as a [`RequestHead`] and a body.  [`route::identify`] finds the operation,
//! [`sigv4`] checks who signed it, [`server::decode`] turns it into a [`lirio_api::Value`] along the
//! operation's schema, and [`server::encode`] writes the answer.  [`client`] goes the other way, so
//! that the command line signs and calls through the same schemas.
//!
//! Invariants: no sockets, no clock, no randomness; the time is passed in.  No bytes from outside
//! allocate, recurse or loop without a bound.

pub mod checksum;
pub mod client;
pub mod event_stream;
pub mod route;
pub mod server;
pub mod sigv4;
pub mod uri;

mod cbor;
mod error;
mod head;
mod json;
mod query;
mod rest;
mod text;
mod xml;

pub use head::{Credential, RequestHead};
