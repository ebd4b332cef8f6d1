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
use crate::listing::{self, Listed, Query};
use crate::models;
use crate::names::{self, Kind};
use crate::rows::{JobStatus, MODELS, ModelRow};
use crate::service::Wake;
use crate::{events, tags};

impl SageMaker {
    pub(crate) async fn create_transform_job(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateTransformJobRequest,
    ) -> Result<CreateTransformJobResponse, AwsError> {
        check(&input)?;
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let model_key = names::key(&scope, &input.model_name);
        let missing = Kind::Model.missing(&scope, &input.model_name);
        let model = ctx.read(|read| MODELS.get(read, &model_key))?.ok_or_else(|| missing.clone())?;
        names::check_role(&ctx, &job_model(&model)?.role)?;
        let name = input.transform_job_name.clone();
        let arn = Kind::TransformJob.arn(&scope, &name);
        let tags = input.tags.take();
        let key = names::key(&scope, &name);
        let wakes = self.waker();
        let job_arn = arn.clone();
        ctx.commit(move |txn| {
            let model = MODELS.get(txn, &model_key)?.ok_or(missing)?;
            let row = TransformRow {
                scope: scope.clone(),
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
            if !TRANSFORMS.insert(txn, &key, &row)? {
                return Err(Kind::TransformJob.exists(&scope, &name));
            }
            tags::create(txn, &row.arn, tags)?;
            events::transform_job(txn, &row)?;
            // In the hook, since a client that hangs up takes the handler with it but not the commit.
            txn.after_commit(move || drop(wakes.send(Wake::Transform(key))));
            Ok(())
        })
        .await?;
        Ok(CreateTransformJobResponse { transform_job_arn: arn })
    }

    pub(crate) async fn describe_transform_job(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeTransformJobRequest,
    ) -> Result<DescribeTransformJobResponse, AwsError> {
        let key = names::key(&ctx.scope, &input.transform_job_name);
        let read = || {
            ctx.read(|read| TRANSFORMS.get(read, &key))?
                .ok_or_else(|| Kind::TransformJob.missing(&ctx.scope, &input.transform_job_name))
        };
        let row = if ctx.caller.may_wait {
            let is_open = |row: &TransformRow| !row.status.is_terminal();
            self.transform_changes.hold(&key, &self.platform.shutdown, read, is_open).await?
        } else {
            read()?
        };
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
        let rows =
            ctx.read(|read| TRANSFORMS.scan_prefix(read, &names::area(&ctx.scope), None, usize::MAX))?;
        let listed = |(_, row): (_, TransformRow)| Listed {
            name: row.request.transform_job_name.clone(),
            created: row.created,
            modified: row.modified,
            status: row.status.as_str(),
            summary: TransformJobSummary {
                transform_job_name: row.request.transform_job_name,
                transform_job_arn: row.arn,
                creation_time: row.created,
                transform_end_time: row.ended,
                last_modified_time: Some(row.modified),
                transform_job_status: row.status.as_str().to_owned(),
                failure_reason: row.failure,
            },
        };
        let (transform_job_summaries, next_token) =
            listing::page(rows.into_iter().map(listed).collect(), &query)?;
        Ok(ListTransformJobsResponse { transform_job_summaries, next_token })
    }

    pub(crate) async fn stop_transform_job(
        self: Arc<Self>,
        ctx: Context,
        input: StopTransformJobRequest,
    ) -> Result<Unit, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.transform_job_name);
        let (wakes, changes) = (self.waker(), self.transform_changes.clone());
        ctx.commit(move |txn| {
            let mut row = TRANSFORMS
                .get(txn, &key)?
                .ok_or_else(|| Kind::TransformJob.missing(&scope, &input.transform_job_name))?;
            match row.status {
                JobStatus::InProgress => {}
                JobStatus::Stopping => return Ok(()),
                ended => {
                    return Err(AwsError::validation(format!(
                        "The request was rejected because the transform job is in status {}.",
                        ended.as_str()
                    )));
                }
            }
            row.status = JobStatus::Stopping;
            row.modified = now;
            TRANSFORMS.put(txn, &key, &row)?;
            events::transform_job(txn, &row)?;
            txn.after_commit(move || {
                changes.ring(&key);
                drop(wakes.send(Wake::StopTransform(key)));
            });
            Ok(())
        })
        .await?;
        Ok(Unit)
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
