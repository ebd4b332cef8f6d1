//! What is stored of a transform job.

use lirio_api::Timestamp;
use lirio_api::sagemaker::{ContainerDefinition, CreateTransformJobRequest};
use lirio_service::Scope;
use lirio_store::Table;
use serde::{Deserialize, Serialize};

use crate::rows::JobStatus;

pub(crate) const TRANSFORMS: Table<TransformRow> = Table::new("sagemaker.transform_jobs");

/// A transform job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TransformRow {
    pub(crate) scope: Scope,
    pub(crate) arn: String,
    /// As it was asked for, without tags.
    pub(crate) request: CreateTransformJobRequest,
    /// The model as it was when the job was created: it may be deleted meanwhile.
    pub(crate) model: JobModel,
    pub(crate) status: JobStatus,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    /// When its containers were last to be started.
    pub(crate) started: Option<Timestamp>,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) failure: Option<String>,
}

/// What a job takes of its model.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct JobModel {
    pub(crate) role: String,
    pub(crate) container: ContainerDefinition,
    pub(crate) network_isolation: bool,
}
