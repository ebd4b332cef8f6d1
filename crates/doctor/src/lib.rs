//! Whether a container keeps SageMaker's contract.
//!
//! The contract is a table ([`Id::check`]): for each promise its sentence, where it comes from, how it is checked
//! and how to mend a container that breaks it. [`examine`] looks at an image, runs it as a training job and as an
//! endpoint's container would be run, and tells a [`Finding`] for every check; [`text`] writes one for a person.
//!
//! It needs no platform: containers are started with a runtime, in a folder of the caller's, and nothing of them is
//! left when [`examine`] returns. What was observed is judged by functions that do no I/O.

mod bench;
mod checks;
mod configuration;
mod examine;
mod files;
mod finding;
mod leavings;
mod program;
mod requests;
mod serve;
mod stop;
pub mod text;
mod train;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

pub use bench::Bench;
pub use checks::{Check, Id};
pub use examine::{Image, examine};
pub use finding::{Finding, Verdict};
pub use requests::Payload;

use lirio_sagemaker::contract;

/// What a container is tried with.
#[derive(Clone, Debug)]
pub struct Trial {
    /// The hyperparameters of the training.
    pub hyperparameters: BTreeMap<String, String>,
    /// The name of its channel.
    pub channel: String,
    /// The content type that the channel is said to have.
    pub channel_type: Option<String>,
    /// What the channel holds: a file, or a folder's content.
    pub data: Option<PathBuf>,
    /// What the file is called in the channel; its own name unless said otherwise.
    pub data_name: Option<String>,
    /// The model that is served: a `model.tar.gz`, or a folder's content. With it training is not looked at.
    /// Without it the model is the training's, or, where there are no data, the one that the image has in
    /// `/opt/ml/model`.
    pub model: Option<PathBuf>,
    /// A request that the server should answer.
    pub payload: Option<Payload>,
    /// The instance type of the training, whose size limits its containers.
    pub training_type: String,
    /// The instance type of the endpoint.
    pub endpoint_type: String,
    /// How long is waited.
    pub limits: Limits,
}

impl Default for Trial {
    fn default() -> Self {
        Self {
            hyperparameters: BTreeMap::new(),
            channel: "training".to_owned(),
            channel_type: None,
            data: None,
            data_name: None,
            model: None,
            payload: None,
            training_type: "ml.m5.large".to_owned(),
            endpoint_type: "ml.m5.large".to_owned(),
            limits: Limits::default(),
        }
    }
}

/// How long is waited for what may never come.
#[derive(Clone, Debug)]
pub struct Limits {
    /// For a training to end, and for a server to be healthy.
    pub patience: Duration,
    /// For the training that must fail.
    pub failure: Duration,
    /// For a training to set its handler of SIGTERM, once it has its data.
    pub handler: Duration,
    /// For the end of a training behind SIGTERM.
    pub training_stop: Duration,
    /// For the end of a server behind SIGTERM.
    pub serving_stop: Duration,
    /// For an answer to an invocation.
    pub invocation: Duration,
    /// For a server that is told another port.
    pub other_port: Duration,
    /// For a server without a model to end or to answer.
    pub no_model: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            patience: contract::STARTUP,
            failure: Duration::from_secs(60),
            handler: Duration::from_secs(10),
            // The contract has 120 s; who needs more than this is told so.
            training_stop: Duration::from_secs(30),
            serving_stop: contract::SERVING_STOP,
            invocation: contract::INVOCATION,
            other_port: Duration::from_secs(60),
            // Beside three trainings that import as much as it does.
            no_model: Duration::from_secs(60),
        }
    }
}

/// Why nothing could be found out.
#[derive(Debug, thiserror::Error)]
pub enum DoctorError {
    /// This machine does not run containers.
    #[error("containers cannot be run here: {0}")]
    Machine(String),
    /// Files.
    #[error("cannot {doing}")]
    Io {
        /// What was done.
        doing: String,
        /// Why it failed.
        #[source]
        source: std::io::Error,
    },
}

impl DoctorError {
    pub(crate) fn io(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let doing = doing.into();
        move |source| DoctorError::Io { doing, source }
    }
}
