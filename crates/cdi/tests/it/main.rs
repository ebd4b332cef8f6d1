//! CDI files as vendors' tools write them, and as nobody should.

mod folders;
mod parse;
