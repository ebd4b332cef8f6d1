//! Integration tests of the States Language core.
#![allow(clippy::unwrap_used, reason = "all of it is test code, where a panic is the message")]

mod compare;
mod conformance;
mod corpus;
mod driver;
mod lambda;
mod validation;
