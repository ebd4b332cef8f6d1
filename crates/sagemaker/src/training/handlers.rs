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
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind};
use crate::rows::{JOBS, JobRow, JobStatus, PoolStatus, Secondary, WarmPool};
use crate::service::Wake;
use crate::training::describe::{description_at, warm_pool};
use crate::training::{job, pools, refuse};
use crate::{events, tags};

impl SageMaker {
    pub(crate) async fn create_training_job(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateTrainingJobRequest,
    ) -> Result<CreateTrainingJobResponse, AwsError> {
        refuse::check(&input)?;
        names::check_role(&ctx, &input.role_arn)?;
        let scope = ctx.scope.clone();
        let now = ctx.now;
        let name = input.training_job_name.clone();
        let arn = Kind::TrainingJob.arn(&scope, &name);
        let tags = input.tags.take();
        let warm_pool = pools::keep_alive(&input).map(|_| WarmPool::new(PoolStatus::InUse));
        let mut row = JobRow {
            scope: scope.clone(),
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
        let key = names::key(&scope, &name);
        let wakes = self.waker();
        ctx.commit(move |txn| {
            if !JOBS.insert(txn, &key, &row)? {
                return Err(Kind::TrainingJob.exists(&scope, &name));
            }
            tags::create(txn, &row.arn, tags)?;
            events::training_job(txn, &row)?;
            // In the hook, since a client that hangs up takes the handler with it but not the commit.
            txn.after_commit(move || drop(wakes.send(Wake::Job(key))));
            Ok(())
        })
        .await?;
        Ok(CreateTrainingJobResponse { training_job_arn: arn })
    }

    pub(crate) async fn describe_training_job(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeTrainingJobRequest,
    ) -> Result<Value, AwsError> {
        let key = names::key(&ctx.scope, &input.training_job_name);
        let read = || {
            ctx.read(|read| JOBS.get(read, &key))?
                .ok_or_else(|| Kind::TrainingJob.missing(&ctx.scope, &input.training_job_name))
        };
        let mut row = if ctx.caller.may_wait {
            self.job_changes
                .hold(&key, &self.platform.shutdown, read, |row| !row.status.is_terminal())
                .await?
        } else {
            read()?
        };
        if !row.status.is_terminal()
            && let Some(live) = self.jobs.get(&key)
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
        let mut rows = ctx.read(|read| JOBS.scan_prefix(read, &names::area(&ctx.scope), None, usize::MAX))?;
        if let Some(wanted) = &input.warm_pool_status_equals {
            let status = |row: &JobRow| row.warm_pool.as_ref().map(|pool| pool.status.as_str());
            rows.retain(|(_, row)| status(row) == Some(wanted.as_str()));
        }
        let now = ctx.now;
        let listed = |(_, row): (_, JobRow)| Listed {
            name: row.request.training_job_name.clone(),
            created: row.created,
            modified: row.modified,
            status: row.status.as_str(),
            summary: TrainingJobSummary {
                training_job_name: row.request.training_job_name,
                training_job_arn: row.arn,
                creation_time: row.created,
                training_end_time: row.ended,
                last_modified_time: Some(row.modified),
                training_job_status: row.status.as_str().to_owned(),
                secondary_status: Some(row.secondary.as_str().to_owned()),
                warm_pool_status: row.warm_pool.as_ref().map(|pool| warm_pool(pool, row.ended, now)),
                ..TrainingJobSummary::default()
            },
        };
        let (training_job_summaries, next_token) =
            listing::page(rows.into_iter().map(listed).collect(), &query)?;
        Ok(ListTrainingJobsResponse { training_job_summaries, next_token })
    }

    pub(crate) async fn stop_training_job(
        self: Arc<Self>,
        ctx: Context,
        input: StopTrainingJobRequest,
    ) -> Result<Unit, AwsError> {
        let scope = ctx.scope.clone();
        let now = ctx.now;
        let key = names::key(&scope, &input.training_job_name);
        let wakes = self.waker();
        let changes = self.job_changes.clone();
        ctx.commit(move |txn| {
            let mut row = JOBS
                .get(txn, &key)?
                .ok_or_else(|| Kind::TrainingJob.missing(&scope, &input.training_job_name))?;
            match row.status {
                JobStatus::InProgress => {}
                JobStatus::Stopping => return Ok(()),
                ended => {
                    return Err(AwsError::validation(format!(
                        "The request was rejected because the training job is in status {}.",
                        ended.as_str()
                    )));
                }
            }
            row.status = JobStatus::Stopping;
            job::transition(&mut row, now, Secondary::Stopping, "Stopping the training job");
            JOBS.put(txn, &key, &row)?;
            events::training_job(txn, &row)?;
            txn.after_commit(move || {
                changes.ring(&key);
                drop(wakes.send(Wake::StopJob(key)));
            });
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
