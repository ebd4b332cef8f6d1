//! A job as `DescribeProcessingJob` and its events show it.

use lirio_api::sagemaker::{
    CreateProcessingJobRequest, DescribeProcessingJobResponse, ProcessingStoppingCondition,
};
use lirio_api::{Shaped as _, Value};
use lirio_store::Table;

use super::rows::{PROCESSING_JOBS, ProcessingRow};
use crate::jobs::{Facts, Job, JobKind};

/// A day, as on AWS.
const DEFAULT_MAX_RUNTIME: i64 = 86_400;

/// Puts in what AWS does for what was left out.
pub(super) fn with_defaults(mut request: CreateProcessingJobRequest) -> CreateProcessingJobRequest {
    let or = |value: &mut Option<String>, usual: &str| {
        value.get_or_insert_with(|| usual.to_owned());
    };
    for input in request.processing_inputs.iter_mut().flatten() {
        input.app_managed.get_or_insert(false);
        if let Some(source) = &mut input.s3_input {
            or(&mut source.s3_input_mode, "File");
            or(&mut source.s3_data_distribution_type, "FullyReplicated");
            or(&mut source.s3_compression_type, "None");
        }
    }
    for output in request.processing_output_config.iter_mut().flat_map(|config| &mut config.outputs) {
        output.app_managed.get_or_insert(false);
    }
    request.processing_resources.cluster_config.instance_count.get_or_insert(1);
    request
        .stopping_condition
        .get_or_insert(ProcessingStoppingCondition { max_runtime_in_seconds: DEFAULT_MAX_RUNTIME });
    request
}

impl Job for ProcessingRow {
    const KIND: JobKind = JobKind::Processing;
    const ROWS: Table<Self> = PROCESSING_JOBS;

    fn facts(&self) -> Facts<'_> {
        let Self { scope, request, arn, failure, .. } = self;
        Facts {
            kind: Self::KIND,
            scope,
            name: &request.processing_job_name,
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
        let request = self.request.clone();
        let response = DescribeProcessingJobResponse {
            processing_inputs: request.processing_inputs,
            processing_output_config: request.processing_output_config,
            processing_job_name: request.processing_job_name,
            processing_resources: request.processing_resources,
            stopping_condition: request.stopping_condition,
            app_specification: request.app_specification,
            environment: request.environment,
            network_config: request.network_config,
            role_arn: Some(request.role_arn),
            processing_job_arn: self.arn.clone(),
            processing_job_status: self.status.as_str().to_owned(),
            exit_message: exit_message(self),
            failure_reason: self.failure.clone(),
            processing_end_time: self.ended,
            processing_start_time: self.started,
            last_modified_time: Some(self.modified),
            creation_time: self.created,
            ..DescribeProcessingJobResponse::default()
        };
        response.into_value()
    }
}

/// What the containers have left to be told, once the job has ended.
pub(super) fn exit_message(row: &ProcessingRow) -> Option<String> {
    row.exit_message.clone().filter(|_| row.status.is_terminal())
}

/// The longest that the containers may run, in seconds.
pub(super) fn max_runtime(row: &ProcessingRow) -> i64 {
    let condition = row.request.stopping_condition.as_ref();
    condition.map_or(DEFAULT_MAX_RUNTIME, |condition| condition.max_runtime_in_seconds)
}
