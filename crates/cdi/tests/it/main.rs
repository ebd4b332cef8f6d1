//! CDI files as vendors' tools write them, and as nobody should.

// A panic is how these tests fail; clippy only knows functions marked as tests.
#![allow(clippy::unwrap_used)]

mod folders;
mod parse;
