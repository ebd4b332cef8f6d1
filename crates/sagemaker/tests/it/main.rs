//! The service on a real store, with made-up containers, S3, Logs and roles.

mod endpoints;
mod fakes;
mod training;
mod world;
