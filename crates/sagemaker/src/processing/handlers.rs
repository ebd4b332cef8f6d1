//! The operations on processing jobs.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateProcessingJobRequest, CreateProcessingJobResponse, DeleteProcessingJobRequest,
    DescribeProcessingJobRequest, ListProcessingJobsRequest, ListProcessingJobsResponse,
    ProcessingJobSummary, StopProcessingJobRequest, errors,
};
use lirio_api::{AwsError, Unit, Value};
use lirio_service::Context;

use super::describe::{exit_message, with_defaults};
use super::refuse;
use super::rows::{PROCESSING_JOBS, ProcessingRow};
use crate::SageMaker;
use crate::jobs::{self, Job as _};
use crate::listing::{self, Query};
use crate::names::{self, Kind};
use crate::rows::JobStatus;

impl SageMaker {
    pub(crate) async fn create_processing_job(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateProcessingJobRequest,
    ) -> Result<CreateProcessingJobResponse, AwsError> {
        refuse::check(&input)?;
        let cluster = &input.processing_resources.cluster_config;
        let instance_type = cluster.instance_type.as_deref().unwrap_or_default();
        self.gpus.check_job([(instance_type, cluster.instance_count.unwrap_or(1))])?;
        names::check_role(&ctx, &input.role_arn)?;
        let now = ctx.now;
        let arn = Kind::ProcessingJob.arn(&ctx.scope, &input.processing_job_name);
        let tags = input.tags.take();
        let row = ProcessingRow {
            scope: ctx.scope.clone(),
            arn: arn.clone(),
            request: with_defaults(input),
            mark: lirio_service::uuid_v4(),
            status: JobStatus::InProgress,
            created: now,
            modified: now,
            started: None,
            ended: None,
            failure: None,
            exit_message: None,
            outcome: None,
            seal: None,
        };
        let wakes = self.waker();
        ctx.commit(move |txn| jobs::insert(txn, &row, tags, wakes)).await?;
        Ok(CreateProcessingJobResponse { processing_job_arn: arn })
    }

    pub(crate) async fn describe_processing_job(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeProcessingJobRequest,
    ) -> Result<Value, AwsError> {
        let row: ProcessingRow = self.shown_job(&ctx, &input.processing_job_name).await?;
        Ok(row.description())
    }

    pub(crate) async fn list_processing_jobs(
        self: Arc<Self>,
        ctx: Context,
        input: ListProcessingJobsRequest,
    ) -> Result<ListProcessingJobsResponse, AwsError> {
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
        let summary = |row: ProcessingRow| ProcessingJobSummary {
            exit_message: exit_message(&row),
            processing_job_name: row.request.processing_job_name,
            processing_job_arn: row.arn,
            creation_time: row.created,
            processing_end_time: row.ended,
            last_modified_time: Some(row.modified),
            processing_job_status: row.status.as_str().to_owned(),
            failure_reason: row.failure,
        };
        let (processing_job_summaries, next_token) =
            jobs::list(listing::rows(&ctx, PROCESSING_JOBS)?, &query, summary)?;
        Ok(ListProcessingJobsResponse { processing_job_summaries, next_token })
    }

    pub(crate) async fn stop_processing_job(
        self: Arc<Self>,
        ctx: Context,
        input: StopProcessingJobRequest,
    ) -> Result<Unit, AwsError> {
        self.stop_job(ctx, input.processing_job_name, |row: &mut ProcessingRow, now| {
            (row.status, row.modified) = (JobStatus::Stopping, now);
        })
        .await
    }

    /// Forgets a job that has ended; what it left in S3 stays.
    pub(crate) async fn delete_processing_job(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteProcessingJobRequest,
    ) -> Result<Unit, AwsError> {
        let missing = |name: &str| {
            errors::resource_not_found(format!("Could not find requested job with name: {name}"))
        };
        self.delete_job(ctx, input.processing_job_name, missing, |_: &ProcessingRow, _| Ok(())).await
    }
}
