//! Runs recorded cases of AWS's languages against ours, and says what differs.
//!
//! `cargo xtask conformance LANGUAGE [--corpus DIR] [--json]` runs this; the format of the cases is described in the
//! README of the corpus, which lies beside the repository at `../shared/conformance`.

pub mod events;
