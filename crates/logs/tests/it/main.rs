//! CloudWatch Logs through its operations.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as the tests themselves do")]

mod filter;
mod groups;
mod pages;
mod platform;
mod retention;
