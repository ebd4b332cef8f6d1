//! A job as `DescribeTrainingJob` and its events show it.

use lirio_api::sagemaker::{DescribeTrainingJobResponse, ModelArtifacts, StoppingCondition, WarmPoolStatus};
use lirio_api::{Shaped as _, Timestamp, Value};
use lirio_store::Table;

use crate::jobs::{Facts, Job, JobKind};
use crate::rows::{JOBS, JobRow, PoolStatus, WarmPool};

/// A day, as on AWS.
pub(crate) const DEFAULT_MAX_RUNTIME: i64 = 86_400;

impl Job for JobRow {
    const KIND: JobKind = JobKind::Training;
    const ROWS: Table<Self> = JOBS;

    fn facts(&self) -> Facts<'_> {
        let Self { scope, request, arn, failure, .. } = self;
        Facts {
            kind: Self::KIND,
            scope,
            name: &request.training_job_name,
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
        description_at(self, self.modified)
    }
}

/// The answer of `DescribeTrainingJob` at a time: how long a warm pool has been kept goes on with it.
pub(crate) fn description_at(row: &JobRow, now: Timestamp) -> Value {
    let request = row.request.clone();
    let seconds = |milliseconds: i64| (milliseconds.max(0) + 999) / 1000;
    let trained = row.started.zip(row.ended).map(|(from, to)| seconds(to.0 - from.0));
    // In an event of the upload it is not there yet.
    let artifact = row.artifact.clone().filter(|_| row.status.is_terminal());
    let has_artifact = artifact.is_some();
    let response = DescribeTrainingJobResponse {
        training_job_name: request.training_job_name,
        training_job_arn: row.arn.clone(),
        model_artifacts: ModelArtifacts { s3_model_artifacts: artifact.unwrap_or_default() },
        training_job_status: row.status.as_str().to_owned(),
        secondary_status: row.secondary.as_str().to_owned(),
        failure_reason: row.failure.clone(),
        hyper_parameters: request.hyper_parameters,
        algorithm_specification: request.algorithm_specification,
        role_arn: Some(request.role_arn),
        input_data_config: request.input_data_config,
        output_data_config: Some(request.output_data_config),
        resource_config: request.resource_config,
        stopping_condition: StoppingCondition {
            max_runtime_in_seconds: Some(max_runtime(row)),
            ..request.stopping_condition.unwrap_or_default()
        },
        creation_time: row.created,
        training_start_time: row.started,
        training_end_time: row.ended,
        last_modified_time: Some(row.modified),
        secondary_status_transitions: Some(row.transitions.clone()),
        final_metric_data_list: Some(row.metrics.clone()).filter(|metrics| !metrics.is_empty()),
        enable_network_isolation: Some(request.enable_network_isolation.unwrap_or(false)),
        enable_inter_container_traffic_encryption: Some(
            request.enable_inter_container_traffic_encryption.unwrap_or(false),
        ),
        enable_managed_spot_training: Some(request.enable_managed_spot_training.unwrap_or(false)),
        checkpoint_config: request.checkpoint_config,
        warm_pool_status: row.warm_pool.as_ref().map(|pool| warm_pool(pool, row.ended, now)),
        training_time_in_seconds: trained,
        billable_time_in_seconds: trained.map(|_| seconds(row.spent_ms)),
        debug_hook_config: request.debug_hook_config,
        profiler_config: request.profiler_config,
        environment: request.environment,
        retry_strategy: request.retry_strategy,
        remote_debug_config: request.remote_debug_config,
        infra_check_config: request.infra_check_config,
        ..DescribeTrainingJobResponse::default()
    };
    match response.into_value() {
        // AWS leaves the member out until there is something, though its model calls it required.
        Value::Map(members) if !has_artifact => {
            Value::Map(members.into_iter().filter(|(name, _)| name != "ModelArtifacts").collect())
        }
        value => value,
    }
}

/// A warm pool, with the time for which it has been kept.
pub(crate) fn warm_pool(pool: &WarmPool, since: Option<Timestamp>, now: Timestamp) -> WarmPoolStatus {
    let kept = match (pool.status, since) {
        (PoolStatus::Available, Some(since)) => (now.0 - since.0).max(0),
        _ => pool.retained_ms,
    };
    WarmPoolStatus {
        status: pool.status.as_str().to_owned(),
        resource_retained_billable_time_in_seconds: Some(kept / 1000),
        reused_by_job: pool.reused_by.clone(),
    }
}

/// The longest that the job may run, in seconds.
pub(crate) fn max_runtime(row: &JobRow) -> i64 {
    row.request
        .stopping_condition
        .as_ref()
        .and_then(|condition| condition.max_runtime_in_seconds)
        .unwrap_or(DEFAULT_MAX_RUNTIME)
}
