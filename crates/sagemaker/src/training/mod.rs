//! Training jobs.

mod handlers;
mod inputs;
mod job;
mod metrics;
mod refuse;
mod tree;

pub(crate) use handlers::description;
pub(crate) use inputs::{download_prefix, told};
pub(crate) use job::LiveJobs;
pub(crate) use refuse::{first as refuse_first, given as refuse_given};
