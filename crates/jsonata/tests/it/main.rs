//! Tests of the language, of its bounds, and of what Step Functions adds.

mod bounds;
mod generated;
mod references;
mod states;
mod support;
mod tables;
