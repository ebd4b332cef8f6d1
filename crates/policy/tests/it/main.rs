//! Whole-crate tests: tables of requests and their decisions, and properties of any policies.

mod properties;
mod tables;
