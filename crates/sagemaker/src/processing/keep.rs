//! What a job leaves in S3.
//!
//! The files of an output, each below the output's location; links are left out, as on AWS.  Of several hosts'
//! files of the same name the last host's counts.  Outputs with `EndOfJob` are uploaded when all containers
//! have ended, and one object last of all, which bears the job's mark: with it there, all is there.  Outputs
//! with `Continuous` are uploaded as they change, by each host for itself.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_api::sagemaker::ProcessingS3Output;

use super::attempt::Attempt;
use super::rows::ProcessingRow;
use super::tree::{HostTree, JobTree, local_path};
use crate::SageMaker;
use crate::rows::Outcome;
use crate::s3::{Location, Objects};
use crate::training::{Leavings, Mirror, Upload, upload_all};

/// The outputs of a job by their names.
fn outputs(row: &ProcessingRow) -> impl Iterator<Item = (&str, &ProcessingS3Output)> {
    let all = row.request.processing_output_config.iter().flat_map(|config| &config.outputs);
    all.filter_map(|output| Some((output.output_name.as_str(), output.s3_output.as_ref()?)))
}

fn is_continuous(target: &ProcessingS3Output) -> bool {
    target.s3_upload_mode == "Continuous"
}

/// The folders of a host that S3 shows while it runs.
pub(super) fn mirrors(row: &ProcessingRow, objects: &Objects, tree: &HostTree) -> Vec<Mirror> {
    let continuous = outputs(row).filter(|(_, target)| is_continuous(target));
    let mirror = |(name, target): (&str, &ProcessingS3Output)| {
        let folder = tree.folder(&local_path(&target.local_path))?;
        let mut at = Location::parse(&target.s3_uri)?;
        at.key.truncate(at.key.trim_end_matches('/').len());
        Some(Mirror::new(format!("the output {name}"), objects, at, folder, false))
    };
    continuous.filter_map(mirror).collect()
}

/// Looks through the folders; what is to be uploaded at the end.
fn plan(places: Vec<(Vec<PathBuf>, Location)>) -> std::io::Result<Vec<Upload>> {
    let mut uploads = Vec::new();
    for (folders, at) in places {
        let leavings = Arc::new(Leavings::collect(&folders)?);
        uploads.extend(leavings.plain_files().map(|path| Upload::left(&leavings, path, &at)));
    }
    Ok(uploads)
}

fn places(row: &ProcessingRow, tree: &JobTree) -> Vec<(Vec<PathBuf>, Location)> {
    let at_end = outputs(row).filter(|(_, target)| !is_continuous(target));
    at_end
        .filter_map(|(_, target)| {
            Some((tree.each(&local_path(&target.local_path)), Location::parse(&target.s3_uri)?))
        })
        .collect()
}

impl SageMaker {
    /// Stores how a job will end, and uploads what its containers have left.
    pub(super) async fn keep_outputs(
        &self,
        attempt: &Attempt<'_>,
        outcome: Outcome,
        message: Option<String>,
    ) -> Result<(), String> {
        let Attempt { key, row, tree, objects, .. } = *attempt;
        let places = places(row, tree);
        let uploads = tokio::task::spawn_blocking(move || plan(places));
        let uploads = uploads
            .await
            .map_err(|error| format!("InternalServerError: looking through the outputs failed: {error}"))?
            .map_err(|error| format!("ClientError: the outputs cannot be stored: {error}"))?;
        let seal = uploads.last().map(|last| (last.at.bucket.clone(), last.at.key.clone()));
        let noted = self.record_processing(key, move |row, _| {
            row.outcome = Some(outcome);
            row.exit_message = message;
            row.seal = seal;
        });
        if noted.await.is_none() {
            return Ok(());
        }
        upload_all(uploads, objects, &row.mark, "Output upload", &row.request.role_arn).await
    }
}
