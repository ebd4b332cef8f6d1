//! Whole-crate tests: the language as data, sets of rules, and properties of any input.

mod language;
mod properties;
mod sets;
