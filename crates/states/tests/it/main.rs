//! Step Functions against a scripted platform: what the tasks call is recorded and answered here.

mod api;
mod crash;
mod history;
mod rig;
mod tasks;
