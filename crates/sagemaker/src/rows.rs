//! What is stored.

use lirio_api::Timestamp;
use lirio_api::sagemaker::{
    ContainerDefinition, CreateEndpointConfigInput, CreateModelInput, CreateTrainingJobRequest,
    DataCaptureConfig, DeploymentConfig, MetricData, ProductionVariant, SecondaryStatusTransition, Tag,
};
use lirio_service::Scope;
use lirio_store::Table;
use serde::{Deserialize, Serialize};

use crate::endpoints::{Left, Rollout, Scaling};

pub(crate) const JOBS: Table<JobRow> = Table::new("sagemaker.training_jobs");
pub(crate) const MODELS: Table<ModelRow> = Table::new("sagemaker.models");
pub(crate) const CONFIGS: Table<ConfigRow> = Table::new("sagemaker.endpoint_configs");
pub(crate) const ENDPOINTS: Table<EndpointRow> = Table::new("sagemaker.endpoints");
/// By ARN, in the order in which they were added.
pub(crate) const TAGS: Table<Vec<Tag>> = Table::new("sagemaker.tags");

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($word:ident),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(crate) enum $name { $($word),* }
        impl $name {
            /// AWS's word.
            pub(crate) fn as_str(self) -> &'static str {
                match self { $($name::$word => stringify!($word)),* }
            }
        }
    )* };
}
words! {
    /// `TrainingJobStatus`
    JobStatus { InProgress, Completed, Failed, Stopping, Stopped }
    /// `SecondaryStatus`
    Secondary {
        Starting, Pending, Downloading, Training, Interrupted, Uploading, Stopping, Completed, Failed, Stopped,
        MaxRuntimeExceeded, MaxWaitTimeExceeded
    }
    /// `WarmPoolStatus`
    PoolStatus { InUse, Available, Reused, Terminated }
    /// `EndpointStatus`
    EndpointStatus { Creating, Updating, RollingBack, InService, UpdateRollbackFailed, Failed, Deleting }
}

impl JobStatus {
    /// Whether the job has ended.
    pub(crate) fn is_terminal(self) -> bool {
        matches!(self, JobStatus::Completed | JobStatus::Failed | JobStatus::Stopped)
    }
}

impl PoolStatus {
    /// Whether there is no pool any more.
    pub(crate) fn is_over(self) -> bool {
        matches!(self, PoolStatus::Reused | PoolStatus::Terminated)
    }
}

/// The warm pool of a job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct WarmPool {
    pub(crate) status: PoolStatus,
    /// How long it was kept, in milliseconds.
    pub(crate) retained_ms: i64,
    pub(crate) reused_by: Option<String>,
}

impl WarmPool {
    pub(crate) fn new(status: PoolStatus) -> Self {
        Self { status, retained_ms: 0, reused_by: None }
    }
}

impl EndpointStatus {
    /// Whether it is about to change.
    pub(crate) fn is_transient(self) -> bool {
        matches!(
            self,
            EndpointStatus::Creating
                | EndpointStatus::Updating
                | EndpointStatus::RollingBack
                | EndpointStatus::Deleting
        )
    }
}

/// How a job ends that has something to upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Outcome {
    Completed,
    Stopped,
    MaxRuntimeExceeded,
    MaxWaitTimeExceeded,
    /// `MaxPendingTimeInSeconds` went by before there was room for it.
    MaxPendingTimeExceeded,
}

/// A training job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct JobRow {
    pub(crate) scope: Scope,
    pub(crate) arn: String,
    /// As it was asked for, without tags.
    pub(crate) request: CreateTrainingJobRequest,
    /// Marks the artifacts of this job, so that they are told from others under the same key.
    pub(crate) mark: String,
    pub(crate) status: JobStatus,
    pub(crate) secondary: Secondary,
    pub(crate) transitions: Vec<SecondaryStatusTransition>,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    /// When it was trained first.
    pub(crate) started: Option<Timestamp>,
    /// When the attempt that now goes on began to train.
    #[serde(default)]
    pub(crate) attempt: Option<Timestamp>,
    /// Milliseconds of training in the attempts before this one.
    #[serde(default)]
    pub(crate) spent_ms: i64,
    /// How often it was tried again after a fault of the platform's.
    #[serde(default)]
    pub(crate) retries: i64,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) failure: Option<String>,
    pub(crate) metrics: Vec<MetricData>,
    /// Set before anything is uploaded: the training itself is over and this is how the job will end.
    pub(crate) outcome: Option<Outcome>,
    /// What it keeps for the next job.
    #[serde(default)]
    pub(crate) warm_pool: Option<WarmPool>,
    /// The object that is uploaded last: with the mark there, everything else is there too.
    #[serde(default)]
    pub(crate) seal: Option<String>,
    /// `s3://…/model.tar.gz`, or the folder of a model that is no archive.
    pub(crate) artifact: Option<String>,
}

/// A model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ModelRow {
    pub(crate) request: CreateModelInput,
    pub(crate) arn: String,
    pub(crate) created: Timestamp,
}

/// An endpoint configuration.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ConfigRow {
    pub(crate) request: CreateEndpointConfigInput,
    pub(crate) arn: String,
    pub(crate) created: Timestamp,
}

/// An endpoint.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct EndpointRow {
    pub(crate) scope: Scope,
    pub(crate) name: String,
    pub(crate) arn: String,
    pub(crate) status: EndpointStatus,
    pub(crate) failure: Option<String>,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    /// What is served.
    pub(crate) live: Option<Deployment>,
    /// What is to be served instead.
    pub(crate) desired: Option<Deployment>,
    /// How far the way there is.
    pub(crate) rollout: Option<Rollout>,
    /// What a rollback that failed has left beside `live`.
    pub(crate) left: Option<Left>,
    /// Weights and counts that `live` is to get.
    pub(crate) scaling: Option<Scaling>,
    /// The configuration of a creation that failed.
    pub(crate) failed_config: Option<String>,
    pub(crate) deployment_config: Option<DeploymentConfig>,
}

/// What an endpoint serves: a copy, so that configuration and models may be deleted meanwhile.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Deployment {
    /// Tells this deployment from all others.
    pub(crate) id: String,
    pub(crate) config_name: String,
    pub(crate) started: Timestamp,
    pub(crate) variants: Vec<DeployedVariant>,
    /// Variants that get a copy of the traffic and whose answers nobody sees.
    #[serde(default)]
    pub(crate) shadows: Vec<DeployedVariant>,
    pub(crate) capture: Option<DataCaptureConfig>,
    pub(crate) network_isolation: bool,
}

/// A variant with its model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct DeployedVariant {
    pub(crate) variant: ProductionVariant,
    pub(crate) model: String,
    pub(crate) role: String,
    pub(crate) container: ContainerDefinition,
    pub(crate) network_isolation: bool,
    /// The image by digest, and when that was found out.
    pub(crate) resolved: Option<(String, Timestamp)>,
}
