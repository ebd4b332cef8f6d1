//! What is stored of a processing job.

use lirio_api::Timestamp;
use lirio_api::sagemaker::CreateProcessingJobRequest;
use lirio_service::Scope;
use lirio_store::Table;
use serde::{Deserialize, Serialize};

use crate::rows::{JobStatus, Outcome};

pub(crate) const PROCESSING_JOBS: Table<ProcessingRow> = Table::new("sagemaker.processing_jobs");

/// A processing job.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ProcessingRow {
    pub(crate) scope: Scope,
    pub(crate) arn: String,
    /// As it was asked for, without tags and with what AWS puts in for what was left out.
    pub(crate) request: CreateProcessingJobRequest,
    /// Marks the outputs of this job, so that they are told from others under the same keys.
    pub(crate) mark: String,
    pub(crate) status: JobStatus,
    pub(crate) created: Timestamp,
    pub(crate) modified: Timestamp,
    /// When the containers of the attempt that now goes on were started.
    pub(crate) started: Option<Timestamp>,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) failure: Option<String>,
    /// What the containers have left to be told.
    pub(crate) exit_message: Option<String>,
    /// Set before anything is uploaded: the processing itself is over and this is how the job will end.
    pub(crate) outcome: Option<Outcome>,
    /// Bucket and key of the object that is uploaded last: with the mark there, everything else is there too.
    pub(crate) seal: Option<(String, String)>,
}
