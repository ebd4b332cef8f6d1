//! From a package to what runs, and from what runs to a package.

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    ContainerDefinition, CreateModelPackageInput, InferenceSpecification, ModelPackageContainerDefinition,
};
use lirio_service::Scope;
use lirio_store::Read;

use super::check;
use super::packages::package;
use crate::models;
use crate::names::{self, Kind, given, refuse, refuse_first};
use crate::rows::MODELS;

/// Completes a container that names a model package: image, model and environment are the package's; what the
/// caller's environment has is stronger.
///
/// # Errors
///
/// No such package, one that is not approved or whose validation is not over, or several containers.
pub(crate) fn container_of_package(
    read: &impl Read,
    scope: &Scope,
    container: &mut ContainerDefinition,
) -> Result<(), AwsError> {
    let Some(name) = container.model_package_name.as_ref().filter(|name| !name.is_empty()) else {
        return Ok(());
    };
    if given(&container.image) || given(&container.model_data_url) || container.model_data_source.is_some() {
        return Err(AwsError::validation(
            "Give either ModelPackageName or Image with ModelDataUrl or ModelDataSource, not both: a model package has its own.",
        ));
    }
    let (_, row) = package(read, scope, name)?;
    let found = row.package;
    let arn = found.model_package_arn;
    if found.model_package_status != "Completed" {
        return Err(AwsError::validation(format!(
            "Model package {arn} cannot be deployed: its ModelPackageStatus is {}, not Completed.",
            found.model_package_status
        )));
    }
    // "For versioned models, the value of this parameter must be set to Approved to deploy the model."
    if let Some(status) = found.model_approval_status.filter(|status| status != "Approved") {
        return Err(AwsError::validation(format!(
            "Model package {arn} cannot be deployed: its ModelApprovalStatus is {status}, not Approved."
        )));
    }
    let containers = match container.inference_specification_name.as_ref().filter(|name| !name.is_empty()) {
        None => found.inference_specification.map(|specification| specification.containers),
        Some(wanted) => found
            .additional_inference_specifications
            .into_iter()
            .flatten()
            .find(|specification| specification.name == *wanted)
            .map(|specification| specification.containers),
    };
    let Some(mut containers) = containers else {
        return Err(AwsError::validation(match &container.inference_specification_name {
            Some(wanted) => format!("Model package {arn} has no inference specification {wanted}."),
            None => format!("Model package {arn} has no InferenceSpecification, so it cannot be deployed."),
        }));
    };
    if containers.len() > 1 {
        return Err(refuse("model packages of several containers"));
    }
    let from = containers.pop().unwrap_or_default();
    refuse_first(&[(
        from.additional_s3_data_source.is_some(),
        "AdditionalS3DataSource of a model package's container",
    )])?;
    let mut environment = from.environment.unwrap_or_default();
    environment.extend(container.environment.take().unwrap_or_default());
    container.environment = Some(environment).filter(|environment| !environment.is_empty());
    container.image = from.image.map(|image| pinned(image, from.image_digest.as_deref()));
    container.model_data_url = from.model_data_url;
    container.model_data_source = from.model_data_source;
    container.additional_model_data_sources = from.additional_model_data_sources;
    if container.container_hostname.is_none() {
        container.container_hostname = from.container_hostname;
    }
    container.model_package_name = Some(arn);
    Ok(())
}

/// The image that was registered, whatever its tag means by now.
fn pinned(image: String, digest: Option<&str>) -> String {
    match digest {
        Some(digest) if !image.contains('@') => format!("{image}@{digest}"),
        _ => image,
    }
}

/// Takes over what a new package leaves to its `SourceUri`: a model package to be cloned or a model to be
/// registered.  Any other source is only noted.
pub(super) fn source_of(
    read: &impl Read,
    scope: &Scope,
    input: &mut CreateModelPackageInput,
) -> Result<(), AwsError> {
    let Some(source) = input.source_uri.clone().filter(|_| input.inference_specification.is_none()) else {
        return Ok(());
    };
    if let Some(name) = source.strip_prefix(&Kind::Model.arn(scope, "")) {
        let model =
            MODELS.get(read, &names::key(scope, name))?.ok_or_else(|| Kind::Model.missing(scope, name))?;
        let container = models::container(&model.request).cloned().unwrap_or_default();
        let specification = InferenceSpecification {
            containers: vec![ModelPackageContainerDefinition {
                container_hostname: container.container_hostname,
                image: container.image,
                model_data_url: container.model_data_url,
                model_data_source: container.model_data_source,
                environment: container.environment,
                additional_model_data_sources: container.additional_model_data_sources,
                ..ModelPackageContainerDefinition::default()
            }],
            ..InferenceSpecification::default()
        };
        check::containers(&specification.containers)?;
        input.inference_specification = Some(specification);
    } else if source.starts_with(&scope.arn("sagemaker", "model-package/")) {
        let (_, from) = package(read, scope, &source)?;
        let from = from.package;
        input.inference_specification = from.inference_specification;
        or(&mut input.model_metrics, from.model_metrics);
        or(&mut input.drift_check_baselines, from.drift_check_baselines);
        or(&mut input.additional_inference_specifications, from.additional_inference_specifications);
        or(&mut input.customer_metadata_properties, from.customer_metadata_properties);
        or(&mut input.metadata_properties, from.metadata_properties);
        or(&mut input.model_card, from.model_card);
        or(&mut input.domain, from.domain);
        or(&mut input.task, from.task);
        or(&mut input.sample_payload_url, from.sample_payload_url);
    }
    Ok(())
}

fn or<T>(mine: &mut Option<T>, other: Option<T>) {
    if mine.is_none() {
        *mine = other;
    }
}
