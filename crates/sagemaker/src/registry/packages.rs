//! Model packages: registering, describing, listing, deleting.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::sagemaker::{
    BatchDescribeModelPackageError, BatchDescribeModelPackageInput, BatchDescribeModelPackageOutput,
    BatchDescribeModelPackageSummary, CreateModelPackageInput, CreateModelPackageOutput,
    DeleteModelPackageInput, DescribeModelPackageInput, DescribeModelPackageOutput, ListModelPackagesInput,
    ListModelPackagesOutput, ModelPackageStatusDetails, ModelPackageSummary, errors,
};
use lirio_api::{AwsError, Shaped as _, Unit, Value};
use lirio_image::Digest;
use lirio_service::{Context, Scope};
use lirio_store::{Read, Txn};

use super::check;
use super::deploy::source_of;
use super::groups::group;
use super::place::{Place, group_name};
use super::rows::{GROUPS, PACKAGES, PackageRow, TOKENS, TokenRow, packages_of, token_key, user_context};
use crate::listing::{self, Listed, Query};
use crate::rows::TAGS;
use crate::service::Wake;
use crate::{SageMaker, events, names, tags};

impl SageMaker {
    pub(crate) async fn create_model_package(
        self: Arc<Self>,
        ctx: Context,
        mut input: CreateModelPackageInput,
    ) -> Result<CreateModelPackageOutput, AwsError> {
        check::check(&input)?;
        let scope = ctx.scope.clone();
        let tags = input.tags.take();
        let token = input.client_token.take();
        let asked = serde_json::to_string(&(&input, &tags)).map_err(AwsError::internal)?;
        let digest = Digest::of(asked).to_string();
        let principal = ctx.caller.principal.clone();
        let now = ctx.now;
        let (wakes, changes) = (self.waker(), self.package_changes.clone());
        let arn = ctx
            .commit(move |txn| {
                if let Some(token) = &token
                    && let Some(made) = TOKENS.get(txn, &token_key(&scope, token))?
                {
                    return if made.digest == digest { Ok(made.arn) } else { Err(other_request(&made.arn)) };
                }
                let place = allot(txn, &scope, &input)?;
                let arn = place.arn(&scope);
                source_of(txn, &scope, &mut input)?;
                let by = user_context(&scope, &principal);
                let versioned = place.version > 0;
                let package = DescribeModelPackageOutput {
                    model_package_name: if versioned { String::new() } else { place.name.clone() },
                    model_package_group_name: versioned.then(|| place.name.clone()),
                    model_package_version: i64::try_from(place.version).ok().filter(|version| *version > 0),
                    model_package_registration_type: Some(
                        input.model_package_registration_type.unwrap_or_else(|| "Registered".to_owned()),
                    ),
                    model_package_arn: arn.clone(),
                    model_package_description: input.model_package_description,
                    creation_time: now,
                    inference_specification: input.inference_specification,
                    model_package_status: "Pending".to_owned(),
                    model_package_status_details: ModelPackageStatusDetails {
                        validation_statuses: Vec::new(),
                        image_scan_statuses: Some(Vec::new()),
                    },
                    certify_for_marketplace: Some(false),
                    model_approval_status: versioned.then(|| {
                        input.model_approval_status.unwrap_or_else(|| "PendingManualApproval".to_owned())
                    }),
                    created_by: Some(by),
                    metadata_properties: input.metadata_properties,
                    model_metrics: input.model_metrics,
                    domain: input.domain,
                    task: input.task,
                    sample_payload_url: input.sample_payload_url,
                    customer_metadata_properties: input.customer_metadata_properties,
                    drift_check_baselines: input.drift_check_baselines,
                    additional_inference_specifications: input.additional_inference_specifications,
                    skip_model_validation: input.skip_model_validation,
                    source_uri: input.source_uri,
                    model_card: input.model_card,
                    model_life_cycle: input.model_life_cycle,
                    ..DescribeModelPackageOutput::default()
                };
                let key = place.key(&scope);
                if let Some(token) = &token {
                    TOKENS.put(txn, &token_key(&scope, token), &TokenRow { arn: arn.clone(), digest })?;
                }
                let row = PackageRow { scope, package, principal, token, update_token: None };
                if !PACKAGES.insert(txn, &key, &row)? {
                    return Err(AwsError::validation(format!("Model Package already exists: {arn}")));
                }
                tags::create(txn, &arn, tags)?;
                events::model_package(txn, &row, now, &[])?;
                // In the hook, since a client that hangs up takes the handler with it but not the commit.
                txn.after_commit(move || {
                    changes.ring(&key);
                    drop(wakes.send(Wake::Package(key)));
                });
                Ok(arn)
            })
            .await?;
        Ok(CreateModelPackageOutput { model_package_arn: arn })
    }

    pub(crate) async fn describe_model_package(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeModelPackageInput,
    ) -> Result<Value, AwsError> {
        let place = Place::parse(&ctx.scope, &input.model_package_name)?;
        let key = place.key(&ctx.scope);
        let read = || ctx.read(|read| PACKAGES.get(read, &key))?.ok_or_else(|| place.missing(&ctx.scope));
        let mut row = self.package_changes.hold(&ctx, &key, read, |row| !row.is_settled()).await?;
        if input.included_data.as_deref() == Some("MetadataOnly") {
            // The one member that can be sensitive, by AWS's documentation of IncludedData.
            row.package.model_card = None;
        }
        Ok(description(&row))
    }

    pub(crate) async fn batch_describe_model_package(
        self: Arc<Self>,
        ctx: Context,
        input: BatchDescribeModelPackageInput,
    ) -> Result<BatchDescribeModelPackageOutput, AwsError> {
        let (mut found, mut failed) = (BTreeMap::new(), BTreeMap::new());
        for arn in input.model_package_arn_list {
            let row = self.platform.store.read(|read| package(read, &ctx.scope, &arn));
            match row {
                Ok((_, row)) => drop(found.insert(arn, batch_summary(row.package))),
                Err(error) if error.status < 500 => {
                    let error = BatchDescribeModelPackageError {
                        error_code: error.code.into_owned(),
                        error_response: error.message,
                    };
                    failed.insert(arn, error);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(BatchDescribeModelPackageOutput {
            model_package_summaries: Some(found),
            batch_describe_model_package_error_map: Some(failed).filter(|failed| !failed.is_empty()),
        })
    }

    pub(crate) async fn list_model_packages(
        self: Arc<Self>,
        ctx: Context,
        input: ListModelPackagesInput,
    ) -> Result<ListModelPackagesOutput, AwsError> {
        let wanted_type = match (&input.model_package_group_name, input.model_package_type.as_deref()) {
            (Some(_), None | Some("Versioned")) => "Versioned",
            (Some(_), Some(other)) => {
                return Err(AwsError::validation(format!(
                    "ModelPackageType {other} does not go with ModelPackageGroupName: a group has versions."
                )));
            }
            (None, kind) => kind.unwrap_or("Unversioned"),
        };
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() == Some("Descending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            ..Query::default()
        };
        let rows = self.platform.store.read(|read| match &input.model_package_group_name {
            Some(text) => {
                let row = group(read, &ctx.scope, text)?;
                packages_of(read, &ctx.scope, &row.name)
            }
            None => {
                let rows = PACKAGES.scan_prefix(read, &names::area(&ctx.scope), None, usize::MAX)?;
                Ok::<_, AwsError>(rows.into_iter().map(|(_, row)| row).collect())
            }
        })?;
        let wanted = |row: &PackageRow| {
            let versioned = row.package.model_package_version.is_some();
            let kind = match wanted_type {
                "Versioned" => versioned,
                "Unversioned" => !versioned,
                _ => true,
            };
            kind && (input.model_approval_status.is_none()
                || row.package.model_approval_status == input.model_approval_status)
        };
        let listed = rows.into_iter().filter(wanted).map(|row| listed(row.package)).collect();
        let (list, next_token) = listing::page(listed, &query)?;
        Ok(ListModelPackagesOutput { model_package_summary_list: list, next_token })
    }

    pub(crate) async fn delete_model_package(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteModelPackageInput,
    ) -> Result<Unit, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let changes = self.package_changes.clone();
        ctx.commit(move |txn| {
            let (place, mut row) = package(txn, &scope, &input.model_package_name)?;
            let key = place.key(&scope);
            PACKAGES.delete(txn, &key)?;
            if let Some(token) = &row.token {
                TOKENS.delete(txn, &token_key(&scope, token))?;
            }
            row.package.model_package_status = "Deleting".to_owned();
            events::model_package(txn, &row, now, &[])?;
            TAGS.delete(txn, &tags::key(&row.package.model_package_arn))?;
            txn.after_commit(move || changes.ring(&key));
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// The package of a name or an ARN.
pub(super) fn package(read: &impl Read, scope: &Scope, text: &str) -> Result<(Place, PackageRow), AwsError> {
    let place = Place::parse(scope, text)?;
    let row = PACKAGES.get(read, &place.key(scope))?.ok_or_else(|| place.missing(scope))?;
    Ok((place, row))
}

/// The answer of `DescribeModelPackage`.
pub(crate) fn description(row: &PackageRow) -> Value {
    match row.package.clone().into_value() {
        // A version has no name of its own, though the model calls the member required.
        Value::Map(members) if row.package.model_package_name.is_empty() => {
            Value::Map(members.into_iter().filter(|(name, _)| name != "ModelPackageName").collect())
        }
        value => value,
    }
}

/// The place of a new package: the group's next version, or its name.
fn allot(txn: &mut Txn<'_>, scope: &Scope, input: &CreateModelPackageInput) -> Result<Place, AwsError> {
    let Some(text) = &input.model_package_group_name else {
        return Ok(Place { name: input.model_package_name.clone().unwrap_or_default(), version: 0 });
    };
    let name = group_name(scope, text)?;
    let mut row = group(txn, scope, name)?;
    row.last_version += 1;
    GROUPS.put(txn, &names::key(scope, &row.name), &row)?;
    Ok(Place { version: row.last_version, name: row.name })
}

fn other_request(arn: &str) -> AwsError {
    errors::conflict_exception(format!(
        "The ClientToken was given with another request before, which made {arn}. Use a new one."
    ))
}

fn listed(package: DescribeModelPackageOutput) -> Listed<ModelPackageSummary> {
    let name = Some(package.model_package_name).filter(|name| !name.is_empty());
    let version = package.model_package_version;
    let shown = package.model_package_group_name.clone().or_else(|| name.clone()).unwrap_or_default();
    Listed {
        // Versions of one group and instant stay in their order: ten digits hold any version.
        name: version.map_or_else(|| shown.clone(), |version| format!("{shown}/{version:010}")),
        created: package.creation_time,
        modified: package.last_modified_time.unwrap_or(package.creation_time),
        status: "",
        summary: ModelPackageSummary {
            model_package_name: name,
            model_package_group_name: package.model_package_group_name,
            model_package_version: version,
            model_package_arn: package.model_package_arn,
            model_package_description: package.model_package_description,
            creation_time: package.creation_time,
            model_package_status: package.model_package_status,
            model_approval_status: package.model_approval_status,
            model_life_cycle: package.model_life_cycle,
            model_package_registration_type: package.model_package_registration_type,
        },
    }
}

fn batch_summary(package: DescribeModelPackageOutput) -> BatchDescribeModelPackageSummary {
    BatchDescribeModelPackageSummary {
        model_package_group_name: package.model_package_group_name.unwrap_or_default(),
        model_package_version: package.model_package_version,
        model_package_arn: package.model_package_arn,
        model_package_description: package.model_package_description,
        creation_time: package.creation_time,
        inference_specification: package.inference_specification.unwrap_or_default(),
        model_package_status: package.model_package_status,
        model_approval_status: package.model_approval_status,
        model_package_registration_type: package.model_package_registration_type,
    }
}
