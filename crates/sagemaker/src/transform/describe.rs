//! A job as `DescribeTransformJob` and its events show it.

use lirio_api::sagemaker::DescribeTransformJobResponse;
use lirio_api::{Shaped as _, Value};
use lirio_store::Table;

use super::row::{TRANSFORMS, TransformRow};
use crate::jobs::{Facts, Job, JobKind};

impl Job for TransformRow {
    const KIND: JobKind = JobKind::Transform;
    const ROWS: Table<Self> = TRANSFORMS;

    fn facts(&self) -> Facts<'_> {
        let Self { scope, request, arn, failure, .. } = self;
        Facts {
            kind: Self::KIND,
            scope,
            name: &request.transform_job_name,
            arn,
            status: self.status,
            created: self.created,
            modified: self.modified,
            started: self.started,
            ended: self.ended,
            failure: failure.as_deref(),
        }
    }

    fn description(&self) -> Value {
        description(self).into_value()
    }
}

/// The answer of `DescribeTransformJob`.
pub(crate) fn description(row: &TransformRow) -> DescribeTransformJobResponse {
    let request = row.request.clone();
    DescribeTransformJobResponse {
        transform_job_name: request.transform_job_name,
        transform_job_arn: row.arn.clone(),
        transform_job_status: row.status.as_str().to_owned(),
        failure_reason: row.failure.clone(),
        model_name: request.model_name,
        max_concurrent_transforms: request.max_concurrent_transforms,
        model_client_config: request.model_client_config,
        max_payload_in_mb: request.max_payload_in_mb,
        batch_strategy: request.batch_strategy,
        environment: request.environment,
        transform_input: request.transform_input,
        transform_output: Some(request.transform_output),
        transform_resources: request.transform_resources,
        creation_time: row.created,
        transform_start_time: row.started,
        transform_end_time: row.ended,
        data_processing: request.data_processing,
        ..DescribeTransformJobResponse::default()
    }
}
