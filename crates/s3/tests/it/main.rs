//! S3's behaviour, through the registry as the door calls it.

mod buckets;
mod checksums;
mod lists;
mod objects;
mod support;
