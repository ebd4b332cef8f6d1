//! ECR through its operations and through the registry's HTTP interface.

mod operations;
mod platform;
mod registry;
mod uploads;
