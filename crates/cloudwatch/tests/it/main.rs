//! CloudWatch on a store of its own, with a clock that the tests move.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as the tests themselves do")]

mod alarms;
mod functions;
mod math;
mod metrics;
mod world;
