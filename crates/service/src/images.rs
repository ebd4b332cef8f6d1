//! The blobs of images, as those who run images need them.

use std::io::Read;

use lirio_api::AwsError;

/// Where the layers and configurations of the platform's own registry are read from.
///
/// Permission is asked before, by fetching the image's manifest through the door: a digest that a manifest
/// names belongs to the image.
pub trait ImageBlobs: Send + Sync {
    /// Opens a blob of a repository by its digest (`sha256:…`).  Blocking, as the reader is: call it on a
    /// blocking thread.
    ///
    /// Errors: `LayersNotFoundException` or `RepositoryNotFoundException` when there is no such thing.
    fn open(&self, repository: &str, digest: &str) -> Result<Box<dyn Read + Send>, AwsError>;
}
