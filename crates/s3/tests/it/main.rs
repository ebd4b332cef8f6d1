//! S3's behaviour, through the registry as the door calls it.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

mod audit;
mod buckets;
mod checksums;
mod copies;
mod lists;
mod markers;
mod multipart;
mod objects;
mod support;
mod versions;
