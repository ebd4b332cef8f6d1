//! Training jobs.

mod after;
mod attempt;
mod capacity;
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
mod pools;
mod queue;
mod recordio;
mod refuse;
mod rooted;
mod series;
mod source;
mod tree;

pub(crate) use capacity::Amount;
pub(crate) use describe::description;
pub(crate) use inputs::{download_prefix, told};
pub(crate) use live::{LiveJob, LiveJobs};
pub(crate) use pools::{Pools, end_all as end_all_pools};
pub(crate) use queue::{Place, Queue, Wish, machine};
pub(crate) use refuse::{first as refuse_first, given as refuse_given};
pub(crate) use source::{manifest_entries, read as read_manifest};
