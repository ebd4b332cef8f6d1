//! The operations on transform jobs.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateTransformJobRequest, CreateTransformJobResponse, DescribeTransformJobRequest,
    DescribeTransformJobResponse, ListTransformJobsRequest, ListTransformJobsResponse,
    StopTransformJobRequest, TransformJobSummary,
};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use super::check::check;
use super::describe::description;
use super::row::{JobModel, TRANSFORMS, TransformRow};
use crate::SageMaker;
use crate::jobs;
use crate::listing::{self, Query};
use crate::models;
use crate::names::{self, Kind};
use crate::rows::{JobStatus, MODELS, ModelRow};

impl SageMaker {
    pub(crate) async fn create_transform_job(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateTransformJobRequest,
    ) -> Result<CreateTransformJobResponse, AwsError> {
        check(&input)?;
        let resources = &input.transform_resources;
        self.gpus.check_job([(&*resources.instance_type, resources.instance_count)])?;
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let model_key = names::key(&scope, &input.model_name);
        let missing = Kind::Model.missing(&scope, &input.model_name);
        let model = ctx.read(|read| MODELS.get(read, &model_key))?.ok_or_else(|| missing.clone())?;
        names::check_role(&ctx, &job_model(&model)?.role)?;
        let arn = Kind::TransformJob.arn(&scope, &input.transform_job_name);
        let tags = input.tags.take();
        let wakes = self.waker();
        let job_arn = arn.clone();
        ctx.commit(move |txn| {
            let model = MODELS.get(txn, &model_key)?.ok_or(missing)?;
            let row = TransformRow {
                scope,
                arn: job_arn,
                request: input,
                model: job_model(&model)?,
                status: JobStatus::InProgress,
                created: now,
                modified: now,
                started: None,
                ended: None,
                failure: None,
            };
            jobs::insert(txn, &row, tags, wakes)
        })
        .await?;
        Ok(CreateTransformJobResponse { transform_job_arn: arn })
    }

    pub(crate) async fn describe_transform_job(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeTransformJobRequest,
    ) -> Result<DescribeTransformJobResponse, AwsError> {
        let row: TransformRow = self.shown_job(&ctx, &input.transform_job_name).await?;
        Ok(description(&row))
    }

    pub(crate) async fn list_transform_jobs(
        self: Arc<Self>,
        ctx: Context,
        input: ListTransformJobsRequest,
    ) -> Result<ListTransformJobsResponse, AwsError> {
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            modified: (input.last_modified_time_after, input.last_modified_time_before),
            status: input.status_equals,
        };
        let summary = |row: TransformRow| TransformJobSummary {
            transform_job_name: row.request.transform_job_name,
            transform_job_arn: row.arn,
            creation_time: row.created,
            transform_end_time: row.ended,
            last_modified_time: Some(row.modified),
            transform_job_status: row.status.as_str().to_owned(),
            failure_reason: row.failure,
        };
        let (transform_job_summaries, next_token) =
            jobs::list(listing::rows(&ctx, TRANSFORMS)?, &query, summary)?;
        Ok(ListTransformJobsResponse { transform_job_summaries, next_token })
    }

    pub(crate) async fn stop_transform_job(
        self: Arc<Self>,
        ctx: Context,
        input: StopTransformJobRequest,
    ) -> Result<Unit, AwsError> {
        self.stop_job(ctx, input.transform_job_name, |row: &mut TransformRow, now| {
            (row.status, row.modified) = (JobStatus::Stopping, now);
        })
        .await
    }
}

/// What the job takes of its model.
fn job_model(model: &ModelRow) -> Result<JobModel, AwsError> {
    let (Some(container), Some(role)) =
        (models::container(&model.request), &model.request.execution_role_arn)
    else {
        // CreateModel sees to it.
        return Err(AwsError::internal(format_args!("the model {} has no container or no role", model.arn)));
    };
    Ok(JobModel {
        role: role.clone(),
        container: container.clone(),
        network_isolation: model.request.enable_network_isolation == Some(true),
    })
}
