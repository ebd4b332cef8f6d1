//! Training jobs.

mod attempt;
mod channels;
mod checkpoints;
mod describe;
mod failure;
mod handlers;
mod host;
mod hosts;
mod inputs;
mod job;
mod keep;
mod leavings;
mod live;
mod metrics;
mod pipes;
mod recordio;
mod refuse;
mod rooted;
mod source;
mod tree;

pub(crate) use describe::description;
pub(crate) use inputs::{download_prefix, told};
pub(crate) use live::LiveJobs;
pub(crate) use refuse::{first as refuse_first, given as refuse_given};
