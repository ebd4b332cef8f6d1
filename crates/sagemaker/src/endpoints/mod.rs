//! Endpoints: handlers, the task that each endpoint has, its fleet of containers, and invocation.

mod actor;
mod call;
mod capture;
mod cloudwatch;
mod describe;
mod fleet;
mod handlers;
mod instance;
mod invoke;
mod meter;
mod plan;
mod publish;
mod rollout;
mod route;
mod save;
mod shadow;
mod share;
mod variant;
mod watch;

pub(crate) use capture::Writers;
pub(crate) use describe::description;
pub(crate) use instance::new_id;
pub(crate) use publish::Meters;
pub(crate) use rollout::{Left, Rollout, Scaling};
pub(crate) use route::Routes;
