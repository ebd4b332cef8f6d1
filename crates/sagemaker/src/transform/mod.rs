//! Batch transform: a job that puts the objects of a prefix through a model's container and stores the answers.
//!
//! What is asked for is parsed once (`settings`).  Objects are cut into records (`split`) and records put
//! together to mini-batches (`batches`) as they are read; answers are joined with what they answer
//! (`processing`) and assembled in a file beside the platform's data, which becomes the output object once the
//! whole input object was transformed.

mod batches;
mod check;
mod client;
mod data_log;
mod describe;
mod failure;
mod handlers;
mod inputs;
mod instance;
mod job;
mod object;
mod parameters;
mod processing;
mod row;
mod selector;
mod settings;
mod split;
mod spool;

pub(crate) use row::TRANSFORMS;

/// Bytes of a megabyte, as `MaxPayloadInMB` counts them.
const MB: usize = 1 << 20;
/// The largest `MaxPayloadInMB`, and the most that it and `MaxConcurrentTransforms` may come to together.
const MOST_MB: u64 = 100;
