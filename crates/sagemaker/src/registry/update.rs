//! Changes of a model package, first of all of its approval.

use std::sync::Arc;

use lirio_api::sagemaker::{DescribeModelPackageOutput, UpdateModelPackageInput, UpdateModelPackageOutput};
use lirio_api::{AwsError, Shaped as _};
use lirio_service::Context;
use serde_json::Value as Json;

use super::check;
use super::packages::package;
use super::rows::{PACKAGES, user_context};
use crate::{SageMaker, events};

/// The most pairs of `CustomerMetadataProperties`.
const MOST_METADATA: usize = 50;

impl SageMaker {
    pub(crate) async fn update_model_package(
        self: Arc<Self>,
        ctx: Context,
        mut input: UpdateModelPackageInput,
    ) -> Result<UpdateModelPackageOutput, AwsError> {
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        let principal = ctx.caller.principal.clone();
        let changes = self.package_changes.clone();
        let token = input.client_token.take();
        let arn = ctx
            .commit(move |txn| {
                let (place, mut row) = package(txn, &scope, &input.model_package_arn)?;
                let arn = row.package.model_package_arn.clone();
                if token.is_some() && row.update_token == token {
                    return Ok(arn);
                }
                let before = row.package.clone();
                update(&mut row.package, input)?;
                row.update_token = token;
                let changed = changed(&before, &row.package);
                if !changed.is_empty() {
                    row.package.last_modified_time = Some(now);
                    row.package.last_modified_by = Some(user_context(&scope, &principal));
                }
                let key = place.key(&scope);
                PACKAGES.put(txn, &key, &row)?;
                if !changed.is_empty() {
                    events::model_package(txn, &row, now, &changed)?;
                    txn.after_commit(move || changes.ring(&key));
                }
                Ok(arn)
            })
            .await?;
        Ok(UpdateModelPackageOutput { model_package_arn: arn })
    }
}

/// Changes a package as it was asked for.
///
/// # Errors
///
/// What does not apply to this package; nothing is to be stored then.
fn update(package: &mut DescribeModelPackageOutput, input: UpdateModelPackageInput) -> Result<(), AwsError> {
    let arn = &package.model_package_arn;
    if package.model_package_version.is_none()
        && (input.model_approval_status.is_some() || input.approval_description.is_some())
    {
        return Err(AwsError::validation(format!(
            "ModelApprovalStatus applies to versions only; {arn} is an unversioned model package."
        )));
    }
    if let Some(status) = input.model_approval_status {
        if status == "Approved" && package.model_package_status == "Failed" {
            return Err(AwsError::validation(format!(
                "{arn} cannot be approved: its ModelPackageStatus is Failed."
            )));
        }
        package.model_approval_status = Some(status);
    }
    replace(&mut package.approval_description, input.approval_description);
    replace(&mut package.model_package_registration_type, input.model_package_registration_type);
    replace(&mut package.source_uri, input.source_uri);
    replace(&mut package.model_life_cycle, input.model_life_cycle);
    if let Some(card) = input.model_card {
        check::model_card(&card)?;
        package.model_card = Some(card);
    }
    if let Some(specification) = input.inference_specification {
        check::containers(&specification.containers)?;
        if package.inference_specification.as_ref().is_some_and(|old| *old != specification) {
            return Err(AwsError::validation(format!(
                "{arn} has an InferenceSpecification already, which does not change: register another version."
            )));
        }
        package.inference_specification = Some(specification);
    }
    if let Some(added) = input.additional_inference_specifications_to_add {
        let mut all = package.additional_inference_specifications.take().unwrap_or_default();
        all.extend(added);
        check::additional(&all)?;
        package.additional_inference_specifications = Some(all);
    }
    let removed = input.customer_metadata_properties_to_remove.unwrap_or_default();
    let added = input.customer_metadata_properties.unwrap_or_default();
    if !removed.is_empty() || !added.is_empty() {
        let mut all = package.customer_metadata_properties.take().unwrap_or_default();
        all.retain(|key, _| !removed.contains(key));
        all.extend(added);
        if all.len() > MOST_METADATA {
            return Err(AwsError::validation(format!(
                "A model package has at most {MOST_METADATA} CustomerMetadataProperties; {arn} would have {}.",
                all.len()
            )));
        }
        package.customer_metadata_properties = Some(all).filter(|all| !all.is_empty());
    }
    Ok(())
}

/// The names of the members that differ.
fn changed(before: &DescribeModelPackageOutput, after: &DescribeModelPackageOutput) -> Vec<String> {
    let (before, after) = (before.clone().into_value().to_json(), after.clone().into_value().to_json());
    let names = |json: &Json| -> Vec<String> {
        json.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
    };
    let mut all = names(&after);
    all.extend(names(&before).into_iter().filter(|name| after.get(name).is_none()));
    all.retain(|name| before.get(name) != after.get(name));
    all
}

fn replace<T>(old: &mut Option<T>, new: Option<T>) {
    if new.is_some() {
        *old = new;
    }
}
