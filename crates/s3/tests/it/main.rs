//! S3's behaviour, through the registry as the door calls it.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod buckets;
mod checksums;
mod lists;
mod objects;
mod support;
