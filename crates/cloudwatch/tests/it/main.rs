//! CloudWatch on a store of its own, with a clock that the tests move.

mod alarms;
mod math;
mod metrics;
mod world;
