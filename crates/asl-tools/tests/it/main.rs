//! Tests of `lirio asl check` and `lirio asl test`.
#![allow(clippy::unwrap_used, reason = "all of it is test code, where a panic is the message")]

mod check;
mod example;
mod test_files;
