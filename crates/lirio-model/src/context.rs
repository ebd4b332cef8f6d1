//! What a training job is told: hyperparameters, channels, hosts.

use crate::{FileError, Hyperparameters, Table, TableError, name_list, read_json, signal::StopSignal};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fmt::Display,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Everything a training run is given, and where its results go.
#[derive(Debug)]
pub struct TrainContext {
    prefix: PathBuf,
    hyperparameters: Hyperparameters,
    channels: BTreeMap<String, Channel>,
    resources: ResourceConfig,
    stop: StopSignal,
}

/// A folder of input files.
#[derive(Debug, Clone)]
pub struct Channel {
    name: String,
    path: PathBuf,
    content_type: Option<String>,
}

/// The hosts of a training job.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ResourceConfig {
    /// The name of this host.
    pub current_host: String,
    /// All hosts of the job, sorted.
    pub hosts: Vec<String>,
    /// The network interface through which the hosts reach each other.
    #[serde(default)]
    pub network_interface_name: String,
    /// The instance type, where the platform says it.
    #[serde(default)]
    pub current_instance_type: Option<String>,
}

/// Why the folder that a training job is given cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ContextError {
    /// A file cannot be read or understood.
    #[error(transparent)]
    File(#[from] FileError),
    /// A hyperparameter is no text; SageMaker only passes texts.
    #[error("hyperparameter \"{0}\" is not a text; SageMaker passes every hyperparameter as text")]
    NotText(String),
    /// The job has no such channel.
    #[error("the training job has no channel \"{name}\"; its channels are: {present}")]
    NoChannel {
        /// The channel that was looked for.
        name: String,
        /// Those there are.
        present: String,
    },
    /// The data of a channel arrives through a pipe, which this crate does not read.
    #[error("channel \"{0}\" has input mode Pipe; use File or FastFile")]
    PipeMode(String),
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ChannelConfig {
    #[serde(default)]
    content_type: Option<String>,
    #[serde(default)]
    training_input_mode: Option<String>,
}

impl TrainContext {
    /// Reads the configuration below `prefix` (`/opt/ml` in a container). A file that is not there counts
    /// as empty, so that a model can be trained by hand from a folder with nothing but data.
    pub(crate) fn read(prefix: &Path, stop: StopSignal) -> Result<Self, ContextError> {
        let config = prefix.join("input/config");
        let texts: BTreeMap<String, serde_json::Value> =
            read_optional(&config.join("hyperparameters.json"))?.unwrap_or_default();
        let hyperparameters = texts
            .into_iter()
            .map(|(name, value)| match value {
                serde_json::Value::String(text) => Ok((name, text)),
                _ => Err(ContextError::NotText(name)),
            })
            .collect::<Result<_, _>>()?;
        let resources =
            read_optional(&config.join("resourceconfig.json"))?.unwrap_or_else(|| ResourceConfig {
                current_host: "algo-1".to_owned(),
                hosts: vec!["algo-1".to_owned()],
                network_interface_name: String::new(),
                current_instance_type: None,
            });
        let data = prefix.join("input/data");
        let configured: Option<BTreeMap<String, ChannelConfig>> =
            read_optional(&config.join("inputdataconfig.json"))?;
        let mut channels = BTreeMap::new();
        match configured {
            Some(configured) => {
                for (name, channel) in configured {
                    if channel.training_input_mode.as_deref() == Some("Pipe") {
                        return Err(ContextError::PipeMode(name));
                    }
                    let path = data.join(&name);
                    let content_type = channel.content_type;
                    channels.insert(name.clone(), Channel { name, path, content_type });
                }
            }
            None => {
                for path in sorted_entries(&data).unwrap_or_default() {
                    if let (true, Some(name)) = (path.is_dir(), path.file_name().and_then(OsStr::to_str)) {
                        let name = name.to_owned();
                        channels.insert(name.clone(), Channel { name, path, content_type: None });
                    }
                }
            }
        }
        Ok(Self { prefix: prefix.to_owned(), hyperparameters, channels, resources, stop })
    }

    /// The hyperparameters of the job.
    pub fn hyperparameters(&self) -> &Hyperparameters {
        &self.hyperparameters
    }

    /// A channel of the job, usually `training`.
    ///
    /// # Errors
    /// When the job has no such channel; the message names those it has.
    pub fn channel(&self, name: &str) -> Result<&Channel, ContextError> {
        self.channels.get(name).ok_or_else(|| ContextError::NoChannel {
            name: name.to_owned(),
            present: match self.channels.len() {
                0 => "none".to_owned(),
                _ => name_list(&self.channels.keys().collect::<Vec<_>>()),
            },
        })
    }

    /// All channels, sorted by name.
    pub fn channels(&self) -> impl Iterator<Item = &Channel> {
        self.channels.values()
    }

    /// The hosts of the job.
    pub fn resources(&self) -> &ResourceConfig {
        &self.resources
    }

    /// Where the model goes; [`Model::save`](crate::Model::save) is given it. Becomes `model.tar.gz`.
    pub fn model_dir(&self) -> PathBuf {
        self.prefix.join("model")
    }

    /// Where other results go, such as held-out rows or plots. Becomes `output.tar.gz`.
    pub fn output_data_dir(&self) -> PathBuf {
        self.prefix.join("output/data")
    }

    /// Where checkpoints go, and where those of an interrupted run are found.
    pub fn checkpoint_dir(&self) -> PathBuf {
        self.prefix.join("checkpoints")
    }

    /// Reports a metric: prints a line `name=value;`, which a metric definition with the regular
    /// expression `name=(.*?);` reads.
    pub fn metric(&self, name: impl Display, value: f64) {
        // A log that nobody reads any more must not end the training, as `println!` would.
        let _ = writeln!(io::stdout().lock(), "{name}={value};");
    }

    /// Whether the job is being stopped (SIGTERM). SageMaker then waits 120 seconds before it kills the
    /// container, and keeps what was saved by then: return the model as it is.
    pub fn stopping(&self) -> bool {
        self.stop.is_set()
    }

    /// Calls `action` in another thread when the job is being stopped.
    pub fn on_stop(&self, action: impl FnOnce() + Send + 'static) {
        self.stop.on_set(action);
    }

    /// Creates the folders for results.
    pub(crate) fn create_dirs(&self) -> Result<(), FileError> {
        for path in [self.model_dir(), self.output_data_dir()] {
            fs::create_dir_all(&path).map_err(FileError::io("create", &path))?;
        }
        Ok(())
    }
}

impl Channel {
    /// The name of the channel.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The content type that the job gives to it.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The files of the channel, in folders too, sorted by path. Names that begin with a dot are left out.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn files(&self) -> Result<Vec<PathBuf>, FileError> {
        let mut files = Vec::new();
        // A list of folders to visit instead of recursion: depth costs no stack.
        let mut folders = vec![self.path.clone()];
        while let Some(folder) = folders.pop() {
            for path in sorted_entries(&folder).map_err(FileError::io("read", &folder))? {
                if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
                    continue;
                }
                if path.is_dir() { folders.push(path) } else { files.push(path) }
            }
        }
        files.sort();
        Ok(files)
    }

    /// The CSV files of the channel as one table. Where no file is called `.csv`, all of them are read.
    ///
    /// # Errors
    /// When there is no file or one is no usable CSV; the message names it, with line and column.
    pub fn table(&self) -> Result<Table, TableError> {
        let files = self.files()?;
        let named: Vec<&PathBuf> = files
            .iter()
            .filter(|path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv")))
            .collect();
        let chosen = if named.is_empty() { files.iter().collect() } else { named };
        if chosen.is_empty() {
            return Err(TableError::NoFile(self.path.clone()));
        }
        Table::from_csv_files(&chosen)
    }
}

fn sorted_entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn read_optional<T: serde::de::DeserializeOwned>(path: &Path) -> Result<Option<T>, FileError> {
    match read_json(path) {
        Ok(value) => Ok(Some(value)),
        Err(FileError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The folder of the contract: `/opt/ml`, or `LIRIO_MODEL_PREFIX` to try a model outside of a container.
pub(crate) fn prefix() -> PathBuf {
    std::env::var_os("LIRIO_MODEL_PREFIX").map_or_else(|| PathBuf::from("/opt/ml"), PathBuf::from)
}
