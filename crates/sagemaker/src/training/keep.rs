//! What a job leaves in S3.
//!
//! As archives `model.tar.gz` and `output.tar.gz`, or, with `CompressionType` `NONE`, as the files themselves
//! below `model/` and `data/`.  One object is uploaded last and bears the job's mark: an upload of one object
//! is all or nothing, so with it there, all is there.

use std::fs::File;
use std::path::PathBuf;

use futures_util::{StreamExt as _, TryStreamExt as _};
use lirio_api::AwsError;
use lirio_service::Caller;
use lirio_store::Key;

use super::inputs::told;
use super::job::transition;
use super::leavings::Leavings;
use super::live::LiveJob;
use super::tree::JobTree;
use crate::SageMaker;
use crate::changes::lock;
use crate::names::SERVICE;
use crate::rows::{JobRow, Outcome, Secondary};
use crate::s3::{Location, Objects};

/// Objects uploaded at a time.
const AT_ONCE: usize = 8;
const GZIP: &str = "application/x-gzip";

/// What is to be uploaded, the last one last.
enum Upload {
    Archive(PathBuf, Location),
    Files(Leavings, Location),
}

/// What is going to be there.
struct Plan {
    uploads: Vec<Upload>,
    /// The object that is uploaded last.
    seal: Option<Location>,
    /// As `ModelArtifacts` shows it.
    artifact: Option<String>,
}

impl SageMaker {
    /// Uploads what the containers have left; the model's URI, if there is a model.
    pub(crate) async fn keep(
        &self,
        key: &Key,
        live: &LiveJob,
        row: &JobRow,
        tree: &JobTree,
        objects: &Objects,
        outcome: Outcome,
    ) -> Result<Option<String>, String> {
        let place = output_folder(row)?;
        let models = tree.each(|host| Some(host.model()));
        let data = tree.each(|host| host.output("data"));
        let packed = (tree.beside("model.tar.gz"), tree.beside("output.tar.gz"));
        let plain = row.request.output_data_config.compression_type.as_deref() == Some("NONE");
        let planned = tokio::task::spawn_blocking(move || {
            let (model, data) = (Leavings::collect(&models)?, Leavings::collect(&data)?);
            // A completed job always has a model, be it an empty one; a stopped job what it wrote by then.
            let has_model = outcome == Outcome::Completed || !model.is_empty();
            if plain {
                plan_files(model, data, has_model, &place)
            } else {
                plan_archives(&model, &data, has_model, &place, packed)
            }
        });
        let planned = planned
            .await
            .map_err(|error| format!("InternalServerError: packing the artifacts failed: {error}"))?
            .map_err(|error| format!("ClientError: the artifacts cannot be stored: {error}"))?;
        let metrics = lock(&live.metrics).clone();
        let (seal, artifact) = (planned.seal.as_ref().map(|at| at.key.clone()), planned.artifact.clone());
        let noted = self.record(key, move |row, now| {
            row.outcome = Some(outcome);
            row.metrics = metrics;
            row.seal = seal;
            row.artifact = artifact;
            transition(row, now, Secondary::Uploading, "Uploading generated training model");
        });
        if noted.await.is_none() {
            return Ok(None);
        }
        for upload in planned.uploads {
            let result = match upload {
                Upload::Archive(file, at) => {
                    send(objects, File::open(file), &at, Some(GZIP), &row.mark).await
                }
                Upload::Files(leavings, at) => send_all(objects, &leavings, &at, &row.mark).await,
            };
            result.map_err(|failed| refused("Artifact upload", &failed, &row.request.role_arn))?;
        }
        Ok(planned.artifact)
    }

    /// Whether an earlier process has uploaded everything.
    pub(crate) async fn is_uploaded(&self, row: &JobRow) -> bool {
        let (Ok(place), Some(seal)) = (output_folder(row), row.seal.clone()) else { return false };
        self.is_sealed(&Location { bucket: place.bucket, key: seal }, &row.mark).await
    }

    /// Whether the object is there that a job uploads last.
    pub(crate) async fn is_sealed(&self, at: &Location, mark: &str) -> bool {
        // Not as the role, which may be allowed to write there and not to read: the platform looks at its own
        // upload, and only at the mark.
        let objects = Objects { door: self.platform.door.clone(), caller: Caller::service(SERVICE) };
        self.insist("look for what a job has left", || async {
            match objects.has(at, mark).await {
                Err(error) if error.status >= 500 => Err(error),
                found => Ok(found.unwrap_or(false)),
            }
        })
        .await
    }
}

fn plan_archives(
    model: &Leavings,
    data: &Leavings,
    has_model: bool,
    place: &Location,
    packed: (PathBuf, PathBuf),
) -> std::io::Result<Plan> {
    let mut uploads = Vec::new();
    if !data.is_empty() {
        data.pack(&packed.1)?;
        uploads.push(Upload::Archive(packed.1, place.below("output.tar.gz")));
    }
    if has_model {
        model.pack(&packed.0)?;
        uploads.push(Upload::Archive(packed.0, place.below("model.tar.gz")));
    }
    let seal = uploads.last().map(|(Upload::Archive(_, at) | Upload::Files(_, at))| at.clone());
    let artifact = has_model.then(|| place.below("model.tar.gz").to_string());
    Ok(Plan { uploads, seal, artifact })
}

fn plan_files(model: Leavings, data: Leavings, has_model: bool, place: &Location) -> std::io::Result<Plan> {
    let mut plan = Plan { uploads: Vec::new(), seal: None, artifact: None };
    for (leavings, folder) in [(data, "data"), (model, "model")] {
        let at = place.below(folder);
        if let Some(last) = leavings.files()?.last() {
            plan.seal = Some(at.below(&last.to_string_lossy()));
            plan.uploads.push(Upload::Files(leavings, at));
        }
    }
    plan.artifact = has_model.then(|| format!("{}/", place.below("model")));
    Ok(plan)
}

/// What could not be uploaded, and why.
pub(crate) type Failed = (Location, AwsError);

/// The same as a reason why a job fails.
pub(crate) fn refused(what: &str, (at, error): &Failed, role: &str) -> String {
    let blame = if error.status >= 500 { "InternalServerError" } else { "ClientError" };
    format!("{blame}: {what} failed: {at} as the role {role}: {}", told(error))
}

/// Uploads one file.
pub(crate) async fn send(
    objects: &Objects,
    file: std::io::Result<File>,
    at: &Location,
    content_type: Option<&str>,
    mark: &str,
) -> Result<(), Failed> {
    let file = file.map_err(|error| {
        let error = AwsError::internal(format_args!("cannot open the file for it: {error}"));
        (at.clone(), error)
    })?;
    objects.upload(file, at, content_type, Some(mark)).await.map_err(|error| (at.clone(), error))
}

/// All files below a location, the last one when all others are there.
async fn send_all(
    objects: &Objects,
    leavings: &Leavings,
    below: &Location,
    mark: &str,
) -> Result<(), Failed> {
    let unreadable = |error: std::io::Error| {
        (below.clone(), AwsError::internal(format_args!("cannot read the files for it: {error}")))
    };
    let mut files = leavings.files().map_err(unreadable)?;
    let Some(last) = files.pop() else { return Ok(()) };
    futures_util::stream::iter(files)
        .map(|path| send_one(objects, leavings, path, below, mark))
        .buffer_unordered(AT_ONCE)
        .try_collect::<Vec<()>>()
        .await?;
    send_one(objects, leavings, last, below, mark).await
}

async fn send_one(
    objects: &Objects,
    leavings: &Leavings,
    path: PathBuf,
    below: &Location,
    mark: &str,
) -> Result<(), Failed> {
    let at = below.below(&path.to_string_lossy());
    send(objects, leavings.open(&path), &at, None, mark).await
}

/// `<S3OutputPath>/<job>/output`
fn output_folder(row: &JobRow) -> Result<Location, String> {
    let path = &row.request.output_data_config.s3_output_path;
    Location::parse(path)
        .map(|at| at.below(&row.request.training_job_name).below("output"))
        .ok_or_else(|| format!("ClientError: OutputDataConfig.S3OutputPath {path:?} is no S3 URI"))
}
