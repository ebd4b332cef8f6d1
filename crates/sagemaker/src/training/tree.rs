//! The folders that the training containers see in `/opt/ml`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use lirio_api::sagemaker::{Channel, CreateTrainingJobRequest};
use serde_json::{Value as Json, json};

use super::channels::{self, Mode};
use super::checkpoints;
use super::hosts::Host;
use super::pools;
use crate::artifacts::open_folder;
use crate::containers::RunMount;

/// What of `/opt/ml` is the job's.  Everything else there is the image's: AWS's guide to own containers has the
/// program copied to `/opt/ml/code` ("Adapt your own training container").
pub(crate) const OWN: [&str; 3] = ["input", "model", "output"];

/// The folders of FastFile channels, beside what is mounted.
const FAST: &str = "fast";

/// Where a container finds them.
pub(crate) const ML: &str = "/opt/ml";

/// What is handed on from job to job of a warm pool.
const CACHE: &str = "cache";

/// A job's folder.  Nothing of it is synced: it is made anew after a crash.
#[derive(Debug)]
pub(crate) struct JobTree {
    root: PathBuf,
    pub(crate) hosts: Vec<HostTree>,
}

/// One host's part: of `ml` the folders are mounted, what lies beside it is the platform's own.
#[derive(Clone, Debug)]
pub(crate) struct HostTree {
    root: PathBuf,
    pub(crate) ml: PathBuf,
}

impl JobTree {
    /// Makes the folders and the configuration files of every host.
    pub(crate) fn create(
        root: PathBuf,
        request: &CreateTrainingJobRequest,
        hosts: &[Host],
        cache: Option<&Path>,
    ) -> io::Result<Self> {
        fs::create_dir(&root)?;
        let trees = hosts.iter().map(|host| HostTree::create(root.join(&host.name), request, host, hosts));
        let trees = trees.collect::<io::Result<Vec<_>>>()?;
        if let Some(cache) = cache {
            for (host, tree) in hosts.iter().zip(&trees) {
                // One that is not there is made empty.
                let _ = fs::rename(cache.join(&host.name), tree.root.join(CACHE));
            }
            fs::remove_dir_all(cache)?;
        }
        if cache.is_some() || pools::keep_alive(request).is_some() {
            for tree in &trees {
                match open_folder(&tree.root.join(CACHE)) {
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
                    _ => {}
                }
            }
        }
        Ok(Self { root, hosts: trees })
    }

    /// Puts the caches of all hosts into a new folder, each under its host's name.
    pub(crate) fn move_caches(&self, to: &Path) -> io::Result<()> {
        fs::create_dir(to)?;
        for host in &self.hosts {
            fs::rename(host.root.join(CACHE), to.join(host.root.file_name().unwrap_or_default()))?;
        }
        Ok(())
    }

    /// A file of the platform's own.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// The same folder of every host.
    pub(crate) fn each(&self, folder: impl Fn(&HostTree) -> Option<PathBuf>) -> Vec<PathBuf> {
        self.hosts.iter().filter_map(folder).collect()
    }
}

impl HostTree {
    fn create(
        root: PathBuf,
        request: &CreateTrainingJobRequest,
        host: &Host,
        hosts: &[Host],
    ) -> io::Result<Self> {
        let ml = root.join("ml");
        fs::create_dir(&root)?;
        for folder in ["", "input", "input/config", "input/data", "model", "output", "output/data"] {
            open_folder(&ml.join(folder))?;
        }
        if request.checkpoint_config.is_some() {
            open_folder(&root.join("checkpoints"))?;
        }
        let tree = Self { root, ml };
        let write =
            |name: &str, value: Json| fs::write(tree.ml.join("input/config").join(name), value.to_string());
        write("hyperparameters.json", json!(request.hyper_parameters.clone().unwrap_or_default()))?;
        write("inputdataconfig.json", input_data_config(request, hosts, host))?;
        write("resourceconfig.json", resource_config(host, hosts))?;
        open_folder(&tree.root.join(FAST))?;
        for channel in channels::of_host(request, hosts, host) {
            let name = &channel.channel_name;
            match channels::mode(request, channel) {
                Mode::Pipe => {}
                Mode::File => open_folder(&tree.channel(name, Mode::File))?,
                Mode::FastFile => {
                    open_folder(&tree.channel(name, Mode::FastFile))?;
                    // Where it is mounted.
                    open_folder(&tree.channel(name, Mode::File))?;
                }
            }
        }
        Ok(tree)
    }

    /// Where a channel's files go.
    pub(crate) fn channel(&self, name: &str, mode: Mode) -> PathBuf {
        match mode {
            Mode::FastFile => self.root.join(FAST).join(name),
            Mode::File | Mode::Pipe => self.ml.join("input/data").join(name),
        }
    }

    /// Where pipes stand, and a folder for what is on its way to them.
    pub(crate) fn pipes(&self) -> (PathBuf, PathBuf) {
        (self.ml.join("input/data"), self.root.clone())
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

    /// The folder of checkpoints.
    pub(crate) fn checkpoints(&self) -> PathBuf {
        self.root.join("checkpoints")
    }

    /// What the container sees of it.
    pub(crate) fn mounts(
        &self,
        request: &CreateTrainingJobRequest,
        hosts: &[Host],
        host: &Host,
    ) -> Vec<RunMount> {
        let mount =
            |source: &Path, target: PathBuf| RunMount { source: source.to_owned(), target, read_only: false };
        let own = |name: &&str| mount(&self.ml.join(name), Path::new(ML).join(name));
        let mut mounts: Vec<RunMount> = OWN.iter().map(own).collect();
        for channel in channels::of_host(request, hosts, host) {
            let name = &channel.channel_name;
            if channels::mode(request, channel) == Mode::FastFile {
                let target = Path::new(ML).join("input/data").join(name);
                let source = self.channel(name, Mode::FastFile);
                mounts.push(RunMount { source, target, read_only: true });
            }
        }
        let cache = self.root.join(CACHE);
        if cache.is_dir() {
            mounts.push(mount(&cache, pools::CACHE_PATH.into()));
        }
        if let Some(config) = &request.checkpoint_config {
            mounts.push(mount(&self.checkpoints(), checkpoints::local_path(config)));
        }
        mounts
    }
}

fn input_data_config(request: &CreateTrainingJobRequest, hosts: &[Host], host: &Host) -> Json {
    let channel = |channel: &Channel| {
        let source = channel.data_source.s3_data_source.as_ref();
        let distribution = source.and_then(|source| source.s3_data_distribution_type.as_deref());
        let mut config = json!({
            "TrainingInputMode": channels::word(channels::mode(request, channel)),
            "S3DistributionType": distribution.unwrap_or("FullyReplicated"),
            "RecordWrapperType": channel.record_wrapper_type.as_deref().unwrap_or("None"),
        });
        if let Some(content_type) = &channel.content_type {
            config["ContentType"] = json!(content_type);
        }
        (channel.channel_name.clone(), config)
    };
    Json::Object(channels::of_host(request, hosts, host).map(channel).collect())
}

/// `resourceconfig.json`.  Hosts are sorted as texts, as on AWS: `algo-10` comes before `algo-2`.
pub(crate) fn resource_config(host: &Host, hosts: &[Host]) -> Json {
    let sorted = |group: Option<&str>| {
        let mut names: Vec<&str> = hosts
            .iter()
            .filter(|host| group.is_none_or(|group| group == host.group))
            .map(|host| host.name.as_str())
            .collect();
        names.sort_unstable();
        names
    };
    let mut groups: Vec<&Host> = Vec::new();
    for member in hosts {
        if groups.iter().all(|group| group.group != member.group) {
            groups.push(member);
        }
    }
    let groups: Vec<Json> = groups
        .into_iter()
        .map(|group| {
            json!({
                "instance_group_name": group.group,
                "instance_type": group.instance_type,
                "hosts": sorted(Some(&group.group)),
            })
        })
        .collect();
    json!({
        "current_host": host.name,
        "current_instance_type": host.instance_type,
        "current_group_name": host.group,
        "hosts": sorted(None),
        "instance_groups": groups,
        "network_interface_name": "eth0",
    })
}
