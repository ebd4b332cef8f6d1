//! Endpoints: handlers, the task that each endpoint has, its fleet of containers, and invocation.

mod actor;
mod alarms;
mod describe;
mod fleet;
mod handlers;
mod instance;
mod invoke;
mod plan;
mod rollout;
mod route;
mod save;
mod share;
mod variant;
mod watch;

pub(crate) use describe::description;
pub(crate) use rollout::{Left, Rollout, Scaling};
pub(crate) use route::Routes;
