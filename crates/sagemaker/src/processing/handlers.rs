//! The operations on processing jobs.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateProcessingJobRequest, CreateProcessingJobResponse, DeleteProcessingJobRequest,
    DescribeProcessingJobRequest, ListProcessingJobsRequest, ListProcessingJobsResponse,
    ProcessingJobSummary, StopProcessingJobRequest, errors,
};
use lirio_api::{AwsError, Unit, Value};
use lirio_service::Context;

use super::describe::{description, exit_message, with_defaults};
use super::refuse;
use super::rows::{PROCESSING_JOBS, ProcessingRow};
use crate::SageMaker;
use crate::listing::{self, Listed, Query};
use crate::names::{self, Kind};
use crate::rows::{JobStatus, TAGS};
use crate::service::Wake;
use crate::{events, tags};

impl SageMaker {
    pub(crate) async fn create_processing_job(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateProcessingJobRequest,
    ) -> Result<CreateProcessingJobResponse, AwsError> {
        refuse::check(&input)?;
        names::check_role(&ctx, &input.role_arn)?;
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let name = input.processing_job_name.clone();
        let arn = Kind::ProcessingJob.arn(&scope, &name);
        let tags = input.tags.take();
        let row = ProcessingRow {
            scope: scope.clone(),
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
        let key = names::key(&scope, &name);
        let wakes = self.waker();
        ctx.commit(move |txn| {
            if !PROCESSING_JOBS.insert(txn, &key, &row)? {
                return Err(Kind::ProcessingJob.exists(&scope, &name));
            }
            tags::create(txn, &row.arn, tags)?;
            events::processing_job(txn, &row)?;
            // In the hook, since a client that hangs up takes the handler with it but not the commit.
            txn.after_commit(move || drop(wakes.send(Wake::ProcessingJob(key))));
            Ok(())
        })
        .await?;
        Ok(CreateProcessingJobResponse { processing_job_arn: arn })
    }

    pub(crate) async fn describe_processing_job(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeProcessingJobRequest,
    ) -> Result<Value, AwsError> {
        let key = names::key(&ctx.scope, &input.processing_job_name);
        let read = || {
            ctx.read(|read| PROCESSING_JOBS.get(read, &key))?
                .ok_or_else(|| Kind::ProcessingJob.missing(&ctx.scope, &input.processing_job_name))
        };
        let row = if ctx.caller.may_wait {
            let in_transition = |row: &ProcessingRow| !row.status.is_terminal();
            self.processing_changes.hold(&key, &self.platform.shutdown, read, in_transition).await?
        } else {
            read()?
        };
        Ok(description(&row))
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
        let area = names::area(&ctx.scope);
        let rows = ctx.read(|read| PROCESSING_JOBS.scan_prefix(read, &area, None, usize::MAX))?;
        let listed = |(_, row): (_, ProcessingRow)| Listed {
            name: row.request.processing_job_name.clone(),
            created: row.created,
            modified: row.modified,
            status: row.status.as_str(),
            summary: ProcessingJobSummary {
                exit_message: exit_message(&row),
                processing_job_name: row.request.processing_job_name,
                processing_job_arn: row.arn,
                creation_time: row.created,
                processing_end_time: row.ended,
                last_modified_time: Some(row.modified),
                processing_job_status: row.status.as_str().to_owned(),
                failure_reason: row.failure,
            },
        };
        let (processing_job_summaries, next_token) =
            listing::page(rows.into_iter().map(listed).collect(), &query)?;
        Ok(ListProcessingJobsResponse { processing_job_summaries, next_token })
    }

    pub(crate) async fn stop_processing_job(
        self: Arc<Self>,
        ctx: Context,
        input: StopProcessingJobRequest,
    ) -> Result<Unit, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let key = names::key(&scope, &input.processing_job_name);
        let (wakes, changes) = (self.waker(), self.processing_changes.clone());
        ctx.commit(move |txn| {
            let mut row = PROCESSING_JOBS
                .get(txn, &key)?
                .ok_or_else(|| Kind::ProcessingJob.missing(&scope, &input.processing_job_name))?;
            match row.status {
                JobStatus::InProgress => {}
                JobStatus::Stopping => return Ok(()),
                ended => {
                    return Err(AwsError::validation(format!(
                        "The request was rejected because the processing job is in status {}.",
                        ended.as_str()
                    )));
                }
            }
            (row.status, row.modified) = (JobStatus::Stopping, now);
            PROCESSING_JOBS.put(txn, &key, &row)?;
            events::processing_job(txn, &row)?;
            txn.after_commit(move || {
                changes.ring(&key);
                drop(wakes.send(Wake::StopProcessingJob(key)));
            });
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    /// Forgets a job that has ended; what it left in S3 stays.
    pub(crate) async fn delete_processing_job(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteProcessingJobRequest,
    ) -> Result<Unit, AwsError> {
        let key = names::key(&ctx.scope, &input.processing_job_name);
        let name = input.processing_job_name;
        ctx.commit(move |txn| {
            let row = PROCESSING_JOBS.get(txn, &key)?.ok_or_else(|| {
                errors::resource_not_found(format!("Could not find requested job with name: {name}"))
            })?;
            if !row.status.is_terminal() {
                let status = row.status.as_str();
                let hint = if row.status == JobStatus::InProgress { ": stop it first" } else { "" };
                return Err(errors::resource_in_use(format!("The processing job {name} is {status}{hint}.")));
            }
            PROCESSING_JOBS.delete(txn, &key)?;
            TAGS.delete(txn, &tags::key(&row.arn))?;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}
