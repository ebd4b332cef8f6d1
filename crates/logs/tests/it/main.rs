//! CloudWatch Logs through its operations.

mod filter;
mod groups;
mod pages;
mod platform;
mod retention;
