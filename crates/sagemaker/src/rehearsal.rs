//! Containers given what a training job and an endpoint give them, without a platform: for `lirio doctor`.
//!
//! There is no S3, no role and no network: a rehearsal is what `EnableNetworkIsolation` makes of a job.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use lirio_api::sagemaker::{
    AlgorithmSpecification, Channel, CreateTrainingJobRequest, DataSource, ResourceConfig, S3DataSource,
};

use crate::artifacts;
use crate::containers::{PreparedImage, RunMount, RunSpec};
use crate::instance_types;
use crate::server;
use crate::training::{self, Host, JobTree, Leavings, ML, Mode, hosts, training_spec};

/// Names that a container may show; nothing of that account is there.
const REGION: &str = "eu-west-1";
const ARN: &str = "arn:aws:sagemaker:eu-west-1:000000000000:training-job/";

/// What a job that is rehearsed asks for.
#[derive(Clone, Debug, Default)]
pub struct RehearsalRequest {
    /// Its hyperparameters.
    pub hyperparameters: BTreeMap<String, String>,
    /// Its one channel, and the content type that the channel says it has.
    pub channel: (String, Option<String>),
    /// Its instance type, whose size limits the container.
    pub instance_type: String,
    /// Whether all of `/opt/ml` is a folder of the rehearsal, and not only what a job has there: what a container
    /// leaves elsewhere in there is found then.  It hides what the image has there.
    pub whole: bool,
}

/// What a training container has of the job in `/opt/ml`; what else is there is the image's.
pub const TRAINING_FOLDERS: [&str; 3] = training::OWN;

/// One training container's folders and variables.
#[derive(Debug)]
pub struct Rehearsal {
    request: CreateTrainingJobRequest,
    hosts: Vec<Host>,
    tree: JobTree,
    whole: bool,
}

impl Rehearsal {
    /// Makes the folders of a job in `root`, which must not exist yet; its channel is empty.
    ///
    /// # Errors
    ///
    /// Making a folder or a file failed.
    pub fn create(root: PathBuf, name: &str, asked: &RehearsalRequest) -> io::Result<Self> {
        let (channel, content_type) = asked.channel.clone();
        let request = CreateTrainingJobRequest {
            training_job_name: name.to_owned(),
            hyper_parameters: Some(asked.hyperparameters.clone().into_iter().collect()),
            algorithm_specification: Some(AlgorithmSpecification {
                training_input_mode: "File".to_owned(),
                ..AlgorithmSpecification::default()
            }),
            input_data_config: Some(vec![Channel {
                channel_name: channel,
                content_type,
                data_source: DataSource {
                    s3_data_source: Some(S3DataSource::default()),
                    ..DataSource::default()
                },
                ..Channel::default()
            }]),
            resource_config: Some(ResourceConfig {
                instance_type: Some(asked.instance_type.clone()),
                instance_count: Some(1),
                ..ResourceConfig::default()
            }),
            enable_network_isolation: Some(true),
            ..CreateTrainingJobRequest::default()
        };
        let hosts = hosts(&request);
        let tree = JobTree::create(root, &request, &hosts, None)?;
        Ok(Self { request, hosts, tree, whole: asked.whole })
    }

    /// What the container sees of the rehearsal in `/opt/ml`.
    pub fn ml(&self) -> &Path {
        &self.tree.hosts[0].ml
    }

    /// Where the channel's files go.
    pub fn channel(&self) -> PathBuf {
        let name =
            self.request.input_data_config.iter().flatten().next().map(|channel| &channel.channel_name);
        self.tree.hosts[0].channel(name.map_or("", String::as_str), Mode::File)
    }

    /// The container of the job.
    pub fn container(&self, image: &PreparedImage, id: String) -> RunSpec {
        let host = &self.hosts[0];
        let mut mounts = self.tree.hosts[0].mounts(&self.request, &self.hosts, host);
        if self.whole {
            mounts = vec![RunMount { source: self.ml().to_owned(), target: ML.into(), read_only: false }];
        }
        let arn = format!("{ARN}{}", self.request.training_job_name);
        RunSpec { id, image: image.clone(), ..training_spec(&self.request, &arn, REGION, mounts, host) }
    }

    /// The failure file's text, as `FailureReason` shows it.
    pub fn failure(&self) -> Option<String> {
        let file = self.tree.hosts[0].output("failure")?;
        artifacts::read_text(&file, crate::training::REASON as u64)
    }

    /// Puts the model into a new folder as an endpoint finds it: what is left of it when it has been an archive.
    ///
    /// # Errors
    ///
    /// The archive cannot be made or unpacked; the text says why.
    pub fn model_into(&self, folder: &Path) -> io::Result<()> {
        unpack_model(&self.tree.hosts[0].model(), folder)
    }
}

/// Puts a model into a new folder as an endpoint finds it: a `model.tar.gz`, or what is left of a folder's content
/// when it has been one.
///
/// # Errors
///
/// The archive cannot be made or unpacked; the text says why.
pub fn unpack_model(from: &Path, folder: &Path) -> io::Result<()> {
    empty_model(folder)?;
    if fs::metadata(from).is_ok_and(|from| from.is_file()) {
        return artifacts::unpack(fs::File::open(from)?, folder);
    }
    let archive = folder.with_extension("tar.gz");
    Leavings::collect(&[from.to_owned()])?.pack(&archive)?;
    artifacts::unpack(fs::File::open(&archive)?, folder)?;
    fs::remove_file(archive)
}

/// Makes the folder of a model that has nothing in it.
///
/// # Errors
///
/// Making it failed.
pub fn empty_model(folder: &Path) -> io::Result<()> {
    artifacts::open_folder(folder)
}

/// The container of an endpoint whose model is in a folder, or in the image where there is none.
pub fn serving_container(
    image: &PreparedImage,
    id: String,
    model: Option<&Path>,
    instance_type: &str,
) -> RunSpec {
    let size = instance_types::size(instance_type);
    RunSpec {
        id,
        image: image.clone(),
        hostname: "model".to_owned(),
        ..server::run_spec(model, &[], REGION, size, true)
    }
}
