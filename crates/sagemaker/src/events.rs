//! Events of state changes, in AWS's shape.

use lirio_api::{AwsError, Timestamp, Value};
use lirio_service::{Scope, topics};
use lirio_store::Txn;
use serde_json::{Value as Json, json};

use crate::jobs::{Facts, Job, JobKind};
use crate::registry::{self, PackageRow};
use crate::rows::{EndpointRow, EndpointStatus, TAGS};
use crate::{endpoints, tags};

/// Enqueues the change of a job, such as `SageMaker Training Job State Change`, with the detail of its Describe.
pub(crate) fn job<J: Job>(txn: &mut Txn<'_>, row: &J) -> Result<(), AwsError> {
    let detail_type = match J::KIND {
        JobKind::Training => "SageMaker Training Job State Change",
        JobKind::Processing => "SageMaker Processing Job State Change",
        JobKind::Transform => "SageMaker Transform Job State Change",
    };
    let Facts { scope, arn, modified, .. } = row.facts();
    let mut detail = with_epoch_ms(row.description());
    add_tags(txn, arn, &mut detail)?;
    enqueue(txn, scope, modified, detail_type, arn, detail)
}

/// Enqueues `SageMaker Endpoint State Change`.
pub(crate) fn endpoint(txn: &mut Txn<'_>, row: &EndpointRow) -> Result<(), AwsError> {
    endpoint_event(txn, row, "SageMaker Endpoint State Change")
}

/// Enqueues `SageMaker Endpoint Deployment State Change`.
pub(crate) fn deployment(txn: &mut Txn<'_>, row: &EndpointRow) -> Result<(), AwsError> {
    endpoint_event(txn, row, "SageMaker Endpoint Deployment State Change")
}

fn endpoint_event(txn: &mut Txn<'_>, row: &EndpointRow, detail_type: &str) -> Result<(), AwsError> {
    let mut detail = with_epoch_ms(lirio_api::Shaped::into_value(endpoints::description(row)));
    detail["EndpointStatus"] = json!(match row.status {
        EndpointStatus::Creating => "CREATING",
        EndpointStatus::Updating => "UPDATING",
        EndpointStatus::RollingBack => "ROLLING_BACK",
        EndpointStatus::InService => "IN_SERVICE",
        EndpointStatus::UpdateRollbackFailed => "UPDATE_ROLLBACK_FAILED",
        EndpointStatus::Failed => "FAILED",
        EndpointStatus::Deleting => "DELETING",
    });
    add_tags(txn, &row.arn, &mut detail)?;
    enqueue(txn, &row.scope, row.modified, detail_type, &row.arn, detail)
}

/// Enqueues `SageMaker Model Package State Change`, with the detail of `DescribeModelPackage`; after an update
/// with the names of the members that it changed, by which rules tell an approval from a note.
pub(crate) fn model_package(
    txn: &mut Txn<'_>,
    row: &PackageRow,
    now: Timestamp,
    updated: &[String],
) -> Result<(), AwsError> {
    let mut detail = with_iso_times(registry::description(row));
    if !updated.is_empty() {
        detail["UpdatedModelPackageFields"] = json!(updated);
    }
    let arn = &row.package.model_package_arn;
    add_tags(txn, &tags::owner(arn), &mut detail)?;
    enqueue(txn, &row.scope, now, "SageMaker Model Package State Change", arn, detail)
}

fn enqueue(
    txn: &mut Txn<'_>,
    scope: &Scope,
    now: Timestamp,
    detail_type: &str,
    arn: &str,
    detail: Json,
) -> Result<(), AwsError> {
    let event = topics::BusEvent::new(scope, now, "aws.sagemaker", detail_type, vec![arn.to_owned()], detail);
    txn.enqueue(topics::EVENTS, &event)?;
    Ok(())
}

fn add_tags(txn: &Txn<'_>, arn: &str, detail: &mut Json) -> Result<(), AwsError> {
    let tags = TAGS.get(txn, &crate::tags::key(arn))?.unwrap_or_default();
    detail["Tags"] =
        tags.iter().map(|tag| (tag.key.clone(), json!(tag.value))).collect::<serde_json::Map<_, _>>().into();
    Ok(())
}

/// The value as JSON, with instants in epoch milliseconds, as SageMaker's events of jobs and endpoints have them.
fn with_epoch_ms(value: Value) -> Json {
    with_times(value, |Timestamp(ms)| json!(ms))
}

/// The value as JSON, with instants as texts, as events of model packages have them.
fn with_iso_times(value: Value) -> Json {
    with_times(value, |time| json!(time.iso8601_seconds()))
}

fn with_times(value: Value, show: fn(Timestamp) -> Json) -> Json {
    match value {
        Value::Time(time) => show(time),
        Value::List(items) => items.into_iter().map(|item| with_times(item, show)).collect(),
        Value::Map(members) => Json::Object(
            members.into_iter().map(|(name, value)| (name.into_owned(), with_times(value, show))).collect(),
        ),
        other => other.to_json(),
    }
}
