//! What a job leaves in S3.
//!
//! As archives `model.tar.gz` and `output.tar.gz`, or, with `CompressionType` `NONE`, as the files themselves
//! below `model/` and `data/`.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_service::Caller;
use lirio_store::Key;

use super::job::transition;
use super::leavings::Leavings;
use super::live::LiveJob;
use super::tree::JobTree;
use super::uploads::{Upload, upload_all};
use crate::SageMaker;
use crate::changes::lock;
use crate::names::SERVICE;
use crate::rows::{JobRow, Outcome, Secondary};
use crate::s3::{Location, Objects};

/// What is going to be there.
struct Plan {
    /// The last one last.
    uploads: Vec<Upload>,
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
        let (seal, artifact) =
            (planned.uploads.last().map(|last| last.at.key.clone()), planned.artifact.clone());
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
        let role = &row.request.role_arn;
        upload_all(planned.uploads, objects, &row.mark, "Artifact upload", role).await?;
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
        uploads.push(Upload::archive(packed.1, place.below("output.tar.gz")));
    }
    if has_model {
        model.pack(&packed.0)?;
        uploads.push(Upload::archive(packed.0, place.below("model.tar.gz")));
    }
    let artifact = has_model.then(|| place.below("model.tar.gz").to_string());
    Ok(Plan { uploads, artifact })
}

fn plan_files(model: Leavings, data: Leavings, has_model: bool, place: &Location) -> std::io::Result<Plan> {
    let mut uploads = Vec::new();
    for (leavings, folder) in [(data, "data"), (model, "model")] {
        let (leavings, at) = (Arc::new(leavings), place.below(folder));
        uploads.extend(leavings.files()?.into_iter().map(|path| Upload::left(&leavings, path, &at)));
    }
    let artifact = has_model.then(|| format!("{}/", place.below("model")));
    Ok(Plan { uploads, artifact })
}

/// `<S3OutputPath>/<job>/output`
fn output_folder(row: &JobRow) -> Result<Location, String> {
    let path = &row.request.output_data_config.s3_output_path;
    Location::parse(path)
        .map(|at| at.below(&row.request.training_job_name).below("output"))
        .ok_or_else(|| format!("ClientError: OutputDataConfig.S3OutputPath {path:?} is no S3 URI"))
}
