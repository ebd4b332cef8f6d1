//! ECR through its operations and through the registry's HTTP interface.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as the tests themselves do")]

mod operations;
mod platform;
mod registry;
mod uploads;
