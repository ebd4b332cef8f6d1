//! The store as its users see it, its crashes included.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod blobs;
mod child;
mod commit;
mod crash;
mod full;
mod opening;
mod outbox;
mod support;
mod timers;
