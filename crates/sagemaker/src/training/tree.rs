//! The folder that a training container sees as `/opt/ml`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use lirio_api::sagemaker::CreateTrainingJobRequest;
use serde_json::{Value as Json, json};

use crate::artifacts::open_folder;

/// The one host of a job.
pub(crate) const HOST: &str = "algo-1";

/// A job's folder: `ml` is mounted, what lies beside it is the platform's own.  Nothing of it is synced: it
/// is made anew after a crash.
#[derive(Debug)]
pub(crate) struct JobTree {
    pub(crate) root: PathBuf,
    pub(crate) ml: PathBuf,
}

impl JobTree {
    /// Makes the folders and the configuration files.
    pub(crate) fn create(root: PathBuf, request: &CreateTrainingJobRequest) -> io::Result<Self> {
        let ml = root.join("ml");
        fs::create_dir(&root)?;
        for folder in ["", "input", "input/config", "input/data", "model", "output", "output/data", "code"] {
            open_folder(&ml.join(folder))?;
        }
        let tree = Self { root, ml };
        let write =
            |name: &str, value: Json| fs::write(tree.ml.join("input/config").join(name), value.to_string());
        write("hyperparameters.json", json!(request.hyper_parameters.clone().unwrap_or_default()))?;
        write("inputdataconfig.json", input_data_config(request))?;
        write("resourceconfig.json", resource_config(request))?;
        for channel in request.input_data_config.iter().flatten() {
            open_folder(&tree.channel(&channel.channel_name))?;
        }
        Ok(tree)
    }

    /// Where a channel's files go.
    pub(crate) fn channel(&self, name: &str) -> PathBuf {
        self.ml.join("input/data").join(name)
    }

    /// What the container left as the model.
    pub(crate) fn model(&self) -> PathBuf {
        self.ml.join("model")
    }

    /// What the container left besides the model; `None` if it replaced a folder on the way by a link.
    pub(crate) fn output(&self, name: &str) -> Option<PathBuf> {
        let folder = self.ml.join("output");
        fs::symlink_metadata(&folder).is_ok_and(|meta| meta.is_dir()).then(|| folder.join(name))
    }

    /// A file of the platform's own.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The folder to be mounted.
    pub(crate) fn mounted(&self) -> &Path {
        &self.ml
    }
}

fn input_data_config(request: &CreateTrainingJobRequest) -> Json {
    let mode = request.algorithm_specification.as_ref().map_or("File", |a| a.training_input_mode.as_str());
    let channel = |channel: &lirio_api::sagemaker::Channel| {
        let source = channel.data_source.s3_data_source.as_ref();
        let distribution = source.and_then(|source| source.s3_data_distribution_type.as_deref());
        let mut config = json!({
            "TrainingInputMode": channel.input_mode.as_deref().unwrap_or(mode),
            "S3DistributionType": distribution.unwrap_or("FullyReplicated"),
            "RecordWrapperType": channel.record_wrapper_type.as_deref().unwrap_or("None"),
        });
        if let Some(content_type) = &channel.content_type {
            config["ContentType"] = json!(content_type);
        }
        (channel.channel_name.clone(), config)
    };
    Json::Object(request.input_data_config.iter().flatten().map(channel).collect())
}

fn resource_config(request: &CreateTrainingJobRequest) -> Json {
    let instance_type = request.resource_config.as_ref().and_then(|config| config.instance_type.as_deref());
    json!({
        "current_host": HOST,
        "current_instance_type": instance_type,
        "current_group_name": "homogeneousCluster",
        "hosts": [HOST],
        "instance_groups": [{
            "instance_group_name": "homogeneousCluster",
            "instance_type": instance_type,
            "hosts": [HOST],
        }],
        "network_interface_name": "eth0",
    })
}
