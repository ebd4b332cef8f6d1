//! Files on their way to S3 when a job's containers have ended.
//!
//! One object is uploaded last of all and bears the job's mark: an upload of one object is all or nothing, so with
//! it there, all is there.

use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::{StreamExt as _, TryStreamExt as _};
use lirio_api::AwsError;

use super::inputs::told;
use super::leavings::Leavings;
use crate::s3::{Location, Objects};

/// Objects uploaded at a time.
const AT_ONCE: usize = 8;
const GZIP: &str = "application/x-gzip";

/// A file, and where it goes.
pub(crate) struct Upload {
    what: What,
    pub(crate) at: Location,
}

enum What {
    Archive(PathBuf),
    Left(Arc<Leavings>, PathBuf),
}

impl Upload {
    /// An archive of the platform's own making.
    pub(crate) fn archive(path: PathBuf, at: Location) -> Self {
        Self { what: What::Archive(path), at }
    }

    /// One of the files that containers have left, at its path below a location.
    pub(crate) fn left(leavings: &Arc<Leavings>, path: PathBuf, below: &Location) -> Self {
        let at = below.below(&path.to_string_lossy());
        Self { what: What::Left(leavings.clone(), path), at }
    }

    async fn send(self, objects: &Objects, mark: &str) -> Result<(), Failed> {
        let (file, content_type) = match &self.what {
            What::Archive(path) => (File::open(path), Some(GZIP)),
            What::Left(leavings, path) => (leavings.open(path), None),
        };
        let sent = match file {
            Ok(file) => objects.upload(file, &self.at, content_type, Some(mark)).await,
            Err(error) => Err(AwsError::internal(format_args!("cannot open the file for it: {error}"))),
        };
        sent.map_err(|error| (self.at, error))
    }
}

/// What could not be uploaded, and why.
type Failed = (Location, AwsError);

/// Uploads everything, the last one when all others are there.  `what` and `role` are for the words of the reason
/// why it cannot be.
pub(crate) async fn upload_all(
    mut uploads: Vec<Upload>,
    objects: &Objects,
    mark: &str,
    what: &str,
    role: &str,
) -> Result<(), String> {
    let Some(last) = uploads.pop() else { return Ok(()) };
    let all = async {
        futures_util::stream::iter(uploads)
            .map(|upload| upload.send(objects, mark))
            .buffer_unordered(AT_ONCE)
            .try_collect::<Vec<()>>()
            .await?;
        last.send(objects, mark).await
    };
    all.await.map_err(|(at, error): Failed| {
        let blame = if error.status >= 500 { "InternalServerError" } else { "ClientError" };
        format!("{blame}: {what} failed: {at} as the role {role}: {}", told(&error))
    })
}
