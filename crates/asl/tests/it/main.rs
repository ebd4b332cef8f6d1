//! Integration tests of the States Language core.

mod compare;
mod conformance;
mod corpus;
mod driver;
mod lambda;
mod validation;
