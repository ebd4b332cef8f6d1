//! Tests of the simulator.
#![allow(clippy::unwrap_used, reason = "all of it is test code, where a panic is the message")]

mod generator;
mod map_runs;
mod properties;
mod time;
