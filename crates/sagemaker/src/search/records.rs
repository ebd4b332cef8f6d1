//! What can be searched: every resource as it is described, with its tags.

use lirio_api::sagemaker::{ModelDashboardEndpoint, Tag};
use lirio_api::{AwsError, Fields, Shaped as _, Timestamp, Value};
use lirio_service::Scope;
use lirio_store::Read;

use crate::jobs::Job as _;
use crate::names::{self, refuse};
use crate::registry::{self, GROUPS, PACKAGES};
use crate::rows::{ENDPOINTS, EndpointRow, JOBS, MODELS, TAGS};
use crate::{endpoints, lineage, models, tags};

/// A resource that may be found.
pub(super) struct Record {
    pub(super) arn: String,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
    /// As the member of a `SearchRecord`.
    pub(super) value: Value,
}

/// The member of a `SearchRecord` that holds a resource of this type.
///
/// # Errors
///
/// Names a type that AWS has and that cannot be here.
pub(super) fn member(resource: &str) -> Result<&'static str, AwsError> {
    Ok(match resource {
        "TrainingJob" => "TrainingJob",
        "ModelPackage" => "ModelPackage",
        "ModelPackageGroup" => "ModelPackageGroup",
        "Model" => "Model",
        "Endpoint" => "Endpoint",
        "ExperimentTrialComponent" => "TrialComponent",
        other => return Err(refuse(&format!("the search for resources of type {other}"))),
    })
}

/// All resources of a type.
pub(super) fn records(read: &impl Read, scope: &Scope, resource: &str) -> Result<Vec<Record>, AwsError> {
    let area = names::area(scope);
    let mut found = Vec::new();
    match resource {
        "TrainingJob" => {
            for (_, row) in JOBS.scan_prefix(read, &area, None, usize::MAX)? {
                let value = tagged(read, row.description(), &row.arn)?;
                found.push(Record { arn: row.arn, created: row.created, modified: row.modified, value });
            }
        }
        "ExperimentTrialComponent" => {
            for component in lineage::trial_components(read, scope)? {
                found.push(Record {
                    arn: component.trial_component_arn.clone().unwrap_or_default(),
                    created: component.creation_time.unwrap_or_default(),
                    modified: component.last_modified_time.unwrap_or_default(),
                    value: component.into_value(),
                });
            }
        }
        "ModelPackage" => {
            for (_, row) in PACKAGES.scan_prefix(read, &area, None, usize::MAX)? {
                let package = &row.package;
                let (arn, created) = (package.model_package_arn.clone(), package.creation_time);
                let modified = package.last_modified_time.unwrap_or(created);
                let value = tagged(read, registry::description(&row), &tags::owner(&arn))?;
                found.push(Record { arn, created, modified, value });
            }
        }
        "ModelPackageGroup" => {
            for (_, row) in GROUPS.scan_prefix(read, &area, None, usize::MAX)? {
                let (arn, created) = (row.arn.clone(), row.created);
                let value = tagged(read, registry::describe_group(row).into_value(), &arn)?;
                found.push(Record { arn, created, modified: created, value });
            }
        }
        "Endpoint" => {
            for (_, row) in ENDPOINTS.scan_prefix(read, &area, None, usize::MAX)? {
                let value = tagged(read, endpoints::description(&row).into_value(), &row.arn)?;
                found.push(Record { arn: row.arn, created: row.created, modified: row.modified, value });
            }
        }
        _ => {
            let live = ENDPOINTS.scan_prefix(read, &area, None, usize::MAX)?;
            for (_, row) in MODELS.scan_prefix(read, &area, None, usize::MAX)? {
                let served: Vec<Value> = live
                    .iter()
                    .filter(|(_, endpoint)| serves(endpoint, &row.request.model_name))
                    .map(|(_, endpoint)| summary(endpoint).into_value())
                    .collect();
                let (arn, created) = (row.arn.clone(), row.created);
                let mut members = Fields::new();
                members.push("Model", tagged(read, models::description(row).into_value(), &arn)?);
                members.push("Endpoints", Value::List(served));
                found.push(Record { arn, created, modified: created, value: Value::Map(members) });
            }
        }
    }
    Ok(found)
}

/// A description with the tags of a resource, as search results have them.
fn tagged(read: &impl Read, value: Value, arn: &str) -> Result<Value, AwsError> {
    let tags: Vec<Tag> = TAGS.get(read, &tags::key(arn))?.unwrap_or_default();
    Ok(match value {
        Value::Map(mut members) if !tags.is_empty() => {
            members.push("Tags", tags.into_value());
            Value::Map(members)
        }
        value => value,
    })
}

fn serves(endpoint: &EndpointRow, model: &str) -> bool {
    endpoint.live.iter().flat_map(|live| &live.variants).any(|variant| variant.model == model)
}

fn summary(row: &EndpointRow) -> ModelDashboardEndpoint {
    ModelDashboardEndpoint {
        endpoint_name: row.name.clone(),
        endpoint_arn: row.arn.clone(),
        creation_time: row.created,
        last_modified_time: row.modified,
        endpoint_status: row.status.as_str().to_owned(),
    }
}
