//! The service on a real store, with made-up containers, S3, Logs and roles.

// A panic is how these tests fail; clippy only knows functions marked as tests.
#![allow(clippy::unwrap_used)]

mod endpoints;
mod endpoints_capacity;
mod endpoints_invoke;
mod endpoints_updates;
mod fakes;
mod gpus;
mod lineage;
mod processing;
mod processing_outputs;
mod registry;
mod search;
mod serving;
mod training;
mod training_channels;
mod training_hosts;
mod training_output;
mod training_pools;
mod training_queue;
mod transform;
mod transform_data;
mod world;
