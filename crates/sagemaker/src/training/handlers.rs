//! The operations on training jobs.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateTrainingJobRequest, CreateTrainingJobResponse, DescribeTrainingJobRequest, ListTrainingJobsRequest,
    ListTrainingJobsResponse, StopTrainingJobRequest, TrainingJobSummary,
};
use lirio_api::{AwsError, Unit, Value};
use lirio_service::Context;

use crate::SageMaker;
use crate::changes::lock;
use crate::jobs;
use crate::listing::{self, Query};
use crate::names::{self, Kind};
use crate::rows::{JOBS, JobRow, JobStatus, PoolStatus, Secondary, WarmPool};
use crate::training::describe::{description_at, warm_pool};
use crate::training::{hosts, job, pools, refuse};

impl SageMaker {
    pub(crate) async fn create_training_job(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateTrainingJobRequest,
    ) -> Result<CreateTrainingJobResponse, AwsError> {
        refuse::check(&input)?;
        self.gpus.check_job(hosts::instances(&input))?;
        names::check_role(&ctx, &input.role_arn)?;
        let now = ctx.now;
        let arn = Kind::TrainingJob.arn(&ctx.scope, &input.training_job_name);
        let tags = input.tags.take();
        let warm_pool = pools::keep_alive(&input).map(|_| WarmPool::new(PoolStatus::InUse));
        let mut row = JobRow {
            scope: ctx.scope.clone(),
            arn: arn.clone(),
            request: input,
            mark: lirio_service::uuid_v4(),
            status: JobStatus::InProgress,
            secondary: Secondary::Starting,
            transitions: Vec::new(),
            created: now,
            modified: now,
            started: None,
            attempt: None,
            spent_ms: 0,
            retries: 0,
            ended: None,
            failure: None,
            metrics: Vec::new(),
            outcome: None,
            warm_pool,
            seal: None,
            artifact: None,
        };
        job::transition(&mut row, now, Secondary::Starting, job::STARTING);
        let wakes = self.waker();
        ctx.commit(move |txn| jobs::insert(txn, &row, tags, wakes)).await?;
        Ok(CreateTrainingJobResponse { training_job_arn: arn })
    }

    pub(crate) async fn describe_training_job(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeTrainingJobRequest,
    ) -> Result<Value, AwsError> {
        let mut row: JobRow = self.shown_job(&ctx, &input.training_job_name).await?;
        let key = names::key(&ctx.scope, &input.training_job_name);
        if !row.status.is_terminal()
            && let Some(live) = self.jobs.training.live.get(&key)
        {
            // Metrics are stored when the training ends; until then they are read where they appear.
            let metrics = lock(&live.metrics);
            if !metrics.is_empty() {
                row.metrics.clone_from(&metrics);
            }
        }
        Ok(description_at(&row, self.platform.now()))
    }

    pub(crate) async fn list_training_jobs(
        self: Arc<Self>,
        ctx: Context,
        input: ListTrainingJobsRequest,
    ) -> Result<ListTrainingJobsResponse, AwsError> {
        if input.training_plan_arn_equals.is_some() {
            return Err(names::refuse("TrainingPlanArnEquals"));
        }
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() == Some("Descending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            modified: (input.last_modified_time_after, input.last_modified_time_before),
            status: input.status_equals,
        };
        let mut rows = listing::rows(&ctx, JOBS)?;
        if let Some(wanted) = &input.warm_pool_status_equals {
            let status = |row: &JobRow| row.warm_pool.as_ref().map(|pool| pool.status.as_str());
            rows.retain(|row| status(row) == Some(wanted.as_str()));
        }
        let now = ctx.now;
        let summary = |row: JobRow| TrainingJobSummary {
            training_job_name: row.request.training_job_name,
            training_job_arn: row.arn,
            creation_time: row.created,
            training_end_time: row.ended,
            last_modified_time: Some(row.modified),
            training_job_status: row.status.as_str().to_owned(),
            secondary_status: Some(row.secondary.as_str().to_owned()),
            warm_pool_status: row.warm_pool.as_ref().map(|pool| warm_pool(pool, row.ended, now)),
            ..TrainingJobSummary::default()
        };
        let (training_job_summaries, next_token) = jobs::list(rows, &query, summary)?;
        Ok(ListTrainingJobsResponse { training_job_summaries, next_token })
    }

    pub(crate) async fn stop_training_job(
        self: Arc<Self>,
        ctx: Context,
        input: StopTrainingJobRequest,
    ) -> Result<Unit, AwsError> {
        self.stop_job(ctx, input.training_job_name, |row: &mut JobRow, now| {
            row.status = JobStatus::Stopping;
            job::transition(row, now, Secondary::Stopping, "Stopping the training job");
        })
        .await
    }
}
