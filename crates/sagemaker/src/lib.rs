//! SageMaker: training jobs, processing jobs, models, endpoints, invocation, batch transform, the registry of models,
//! search and lineage.
//!
//! What a caller wants is stored; a task per job and per endpoint reads it and acts, so that start, crash and
//! change are one code path.  Containers are reached through [`Containers`], whose one implementation,
//! [`SandboxContainers`], joins the platform's registry, its layer store and its sandbox runtime.
//!
//! Invariants: no status changes outside a commit, and every change of a status enqueues its event in that
//! same commit; a job ends exactly once, however often the platform is killed; nothing polls.
//!
//! Options of AWS that are not served here are refused by name when a resource is created.

mod artifacts;
mod changes;
mod connection;
mod containers;
pub mod contract;
mod credentials;
mod endpoint_configs;
mod endpoints;
mod events;
mod gpus;
mod instance_types;
mod jobs;
mod limits;
mod lineage;
mod listing;
mod logs;
mod model_data;
mod models;
mod names;
mod processing;
mod registry;
mod rehearsal;
mod rows;
mod s3;
mod sandbox;
mod search;
mod server;
mod service;
mod start;
mod tags;
mod training;
mod transform;

pub use containers::{
    ContainerError, ContainerExit, ContainerUsage, Containers, OutputLine, PreparedImage, RunMount, RunSpec,
    RunningContainer,
};
pub use limits::Limits;
pub use rehearsal::{
    Rehearsal, RehearsalRequest, TRAINING_FOLDERS, empty_model, serving_container, unpack_model,
};
pub use sandbox::SandboxContainers;
pub use service::{SageMaker, Settings, TrainingCapacity};
pub use start::start_container;
