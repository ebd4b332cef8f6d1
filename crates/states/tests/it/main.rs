//! Step Functions against a scripted platform: what the tasks call is recorded and answered here.

#![allow(clippy::unwrap_used, reason = "a test that unwraps says where it failed")]

mod activities;
mod api;
mod commit_points;
mod crash;
mod express;
mod history;
mod map_run;
mod map_run_express;
mod map_run_redrive;
mod redrive;
mod rig;
mod tasks;
mod test_state;
mod versions;
