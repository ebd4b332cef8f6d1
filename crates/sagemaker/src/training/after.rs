//! The operations on training jobs that have begun or ended: `UpdateTrainingJob`, `DeleteTrainingJob`.

use std::sync::Arc;

use lirio_api::sagemaker::{
    DeleteTrainingJobRequest, UpdateTrainingJobRequest, UpdateTrainingJobResponse, errors,
};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use super::pools;
use crate::SageMaker;
use crate::names::{self, refuse_first};
use crate::rows::{JOBS, JobRow, PoolStatus};

impl SageMaker {
    /// Changes how long a warm pool is kept: of a job that runs, or of one whose pool is available.
    pub(crate) async fn update_training_job(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateTrainingJobRequest,
    ) -> Result<UpdateTrainingJobResponse, AwsError> {
        let rules = input.profiler_rule_configurations.as_ref();
        refuse_first(&[
            (input.profiler_config.is_some(), "ProfilerConfig in UpdateTrainingJob"),
            (rules.is_some_and(|all| !all.is_empty()), "ProfilerRuleConfigurations"),
            (input.remote_debug_config.is_some(), "remote debugging (RemoteDebugConfig)"),
        ])?;
        let Some(resources) = input.resource_config else {
            return Err(AwsError::validation(
                "UpdateTrainingJob has nothing to change: ResourceConfig is missing.",
            ));
        };
        let seconds = resources.keep_alive_period_in_seconds;
        let key = names::key(&ctx.scope, &input.training_job_name);
        let (name, service, changes) =
            (input.training_job_name, self.clone(), self.jobs.training.changes.clone());
        let now = ctx.now;
        let arn = ctx
            .commit(move |txn| {
                let mut row = JOBS.get(txn, &key)?.ok_or_else(|| missing(&name))?;
                let status = row.warm_pool.as_ref().map(|pool| pool.status);
                if !matches!(status, Some(PoolStatus::InUse | PoolStatus::Available)) {
                    return Err(pools::none(&name));
                }
                if let Some(resources) = &mut row.request.resource_config {
                    resources.keep_alive_period_in_seconds = Some(seconds);
                }
                row.modified = now;
                JOBS.put(txn, &key, &row)?;
                let since = row.ended.unwrap_or(now).0;
                let arn = row.arn;
                txn.after_commit(move || {
                    // A job that runs has its pool later, and reads then how long.
                    service.pools.extend(&key, since.saturating_add(seconds.saturating_mul(1000)));
                    changes.ring(&key);
                });
                Ok(arn)
            })
            .await?;
        Ok(UpdateTrainingJobResponse { training_job_arn: arn })
    }

    /// Forgets a job that has ended; what it left in S3 stays.
    pub(crate) async fn delete_training_job(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteTrainingJobRequest,
    ) -> Result<Unit, AwsError> {
        self.delete_job(ctx, input.training_job_name, missing, |row: &JobRow, name| match &row.warm_pool {
            Some(pool) if pool.status == PoolStatus::Available => Err(errors::resource_in_use(format!(
                "The training job {name} retains an available warm pool: set its KeepAlivePeriodInSeconds to 0 with UpdateTrainingJob first."
            ))),
            _ => Ok(()),
        })
        .await
    }
}

fn missing(name: &str) -> AwsError {
    errors::resource_not_found(format!("Requested resource not found: the training job {name}."))
}
