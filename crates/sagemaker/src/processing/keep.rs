//! What a job leaves in S3.
//!
//! The files of an output, each below the output's location; links are left out, as on AWS.  Of several hosts'
//! files of the same name the last host's counts.  Outputs with `EndOfJob` are uploaded when all containers
//! have ended, and one object last of all, which bears the job's mark: with it there, all is there.  Outputs
//! with `Continuous` are uploaded as they change, by each host for itself.

use std::path::PathBuf;

use futures_util::{StreamExt as _, TryStreamExt as _};
use lirio_api::AwsError;
use lirio_api::sagemaker::ProcessingS3Output;

use super::attempt::Attempt;
use super::rows::ProcessingRow;
use super::tree::{HostTree, JobTree, local_path};
use crate::SageMaker;
use crate::rows::Outcome;
use crate::s3::{Location, Objects};
use crate::training::{Failed, Leavings, Mirror, refused, send};

/// Objects uploaded at a time.
const AT_ONCE: usize = 8;

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

/// A file of an output, and where it goes.
struct Upload {
    /// Which of the outputs it belongs to.
    output: usize,
    path: PathBuf,
    at: Location,
}

/// What is to be uploaded at the end, the last one last.
#[derive(Default)]
struct Plan {
    outputs: Vec<Leavings>,
    uploads: Vec<Upload>,
}

impl Plan {
    /// Looks through the folders.
    fn make(places: Vec<(Vec<PathBuf>, Location)>) -> std::io::Result<Self> {
        let mut plan = Self::default();
        for (folders, at) in places {
            let leavings = Leavings::collect(&folders)?;
            let output = plan.outputs.len();
            let upload = |path: PathBuf| {
                let at = at.below(&path.to_string_lossy());
                Upload { output, path, at }
            };
            plan.uploads.extend(leavings.plain_files().map(upload));
            plan.outputs.push(leavings);
        }
        Ok(plan)
    }

    async fn send(&self, number: usize, objects: &Objects, mark: &str) -> Result<(), Failed> {
        let Some(upload) = self.uploads.get(number) else { return Ok(()) };
        let file = match self.outputs.get(upload.output) {
            Some(leavings) => leavings.open(&upload.path),
            None => Err(std::io::ErrorKind::NotFound.into()),
        };
        send(objects, file, &upload.at, None, mark).await
    }

    async fn send_all(&self, objects: &Objects, mark: &str) -> Result<(), Failed> {
        let Some(last) = self.uploads.len().checked_sub(1) else { return Ok(()) };
        futures_util::stream::iter(0..last)
            .map(|number| self.send(number, objects, mark))
            .buffer_unordered(AT_ONCE)
            .try_collect::<Vec<()>>()
            .await?;
        self.send(last, objects, mark).await
    }
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
        let plan = tokio::task::spawn_blocking(move || Plan::make(places));
        let plan = plan
            .await
            .map_err(|error| format!("InternalServerError: looking through the outputs failed: {error}"))?
            .map_err(|error| format!("ClientError: the outputs cannot be stored: {error}"))?;
        let seal = plan.uploads.last().map(|last| (last.at.bucket.clone(), last.at.key.clone()));
        let noted = self.record_processing(key, move |row, _| {
            row.outcome = Some(outcome);
            row.exit_message = message;
            row.seal = seal;
        });
        if noted.await.is_none() {
            return Ok(());
        }
        let sent = plan.send_all(objects, &row.mark).await;
        sent.map_err(|failed: (Location, AwsError)| refused("Output upload", &failed, &row.request.role_arn))
    }
}
