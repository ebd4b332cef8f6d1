//! Whole-crate tests: the conformance corpus, and properties of any input.

mod conformance;
mod properties;
mod sets;
