//! Processing jobs: a container of the caller's, data in, data out.
//!
//! They run on the machinery of training jobs: the same queue for the machine's room, the same hosts, pipes,
//! logs and credentials.  Of their own they have their paths in the container, their configuration files and
//! their outputs.

mod attempt;
mod config;
mod describe;
mod handlers;
mod inputs;
mod job;
mod keep;
mod message;
mod refuse;
mod rows;
mod tree;

pub(crate) use rows::{PROCESSING_JOBS, ProcessingRow};
