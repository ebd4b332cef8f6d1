//! EventBridge through its operations, with a door that records what it delivers.

mod chain;
mod operations;
mod support;
