//! S3: buckets and objects, durable and streamed.
//!
//! An object's bytes go straight from the request into a blob of the store, hashed on the way, so that
//! a 5 GiB object needs no more memory than a 5 MiB one.  Its row, the events it causes and the audit
//! record of its call become durable in one commit; a reader sees the old object or the new one, whole.
//!
//! What it refuses: access-control lists beyond the owner's, KMS and customer-provided keys, Object
//! Lock, archive storage classes, and notifications to anything but EventBridge.  Each such request
//! gets an error that names the option.
//!
//! Invariants: only `versions` changes the tables of objects, and only inside a commit; only `data`
//! reads and writes blobs; no handler keeps a body in memory.

mod access;
mod audit;
mod bucket;
mod bucket_config;
mod bucket_policy;
mod checksum;
mod conditions;
mod copy;
mod data;
mod delete;
mod errors;
mod events;
mod get;
mod list;
mod list_versions;
mod listing;
mod multipart;
mod multipart_complete;
mod multipart_list;
mod names;
mod put;
mod range;
mod rows;
mod s3;
mod tagging;
mod versions;

pub use audit::extended_request_id;
pub use s3::S3;
