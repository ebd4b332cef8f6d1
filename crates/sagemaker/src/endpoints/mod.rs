//! Endpoints: handlers, the task that each endpoint has, its fleet of containers, and invocation.

mod actor;
mod fleet;
mod handlers;
mod instance;
mod invoke;
mod route;

pub(crate) use handlers::description;
pub(crate) use route::Routes;
