//! What a model package may not ask for.

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    AdditionalInferenceSpecificationDefinition, CreateModelPackageInput, ModelPackageContainerDefinition,
    ModelPackageModelCard,
};

use crate::models;
use crate::names::{given, refuse_first};

/// The most additional inference specifications of a package.
const MOST_ADDITIONAL: usize = 15;

/// Refuses what does not fit together, and by name what AWS has and lirio does not serve.
pub(super) fn check(input: &CreateModelPackageInput) -> Result<(), AwsError> {
    let versioned = given(&input.model_package_group_name);
    match (versioned, given(&input.model_package_name)) {
        (true, true) => {
            return Err(AwsError::validation(
                "Both ModelPackageName and ModelPackageGroupName are provided in the input. Cannot determine which one to use.",
            ));
        }
        (false, false) => {
            return Err(AwsError::validation(
                "Missing ARN: give ModelPackageGroupName for a version, or ModelPackageName for an unversioned model package.",
            ));
        }
        _ => {}
    }
    if versioned && input.tags.as_ref().is_some_and(|tags| !tags.is_empty()) {
        return Err(AwsError::validation(
            "Tags are not given to a version: it has those of its model package group.",
        ));
    }
    if !versioned && input.model_approval_status.is_some() {
        return Err(AwsError::validation(
            "ModelApprovalStatus does not apply to unversioned model packages; register the model in a group.",
        ));
    }
    refuse_first(&[
        (input.validation_specification.is_some(), "validation by transform jobs (ValidationSpecification)"),
        (input.source_algorithm_specification.is_some(), "algorithms (SourceAlgorithmSpecification)"),
        (input.certify_for_marketplace == Some(true), "the Marketplace (CertifyForMarketplace)"),
        (input.security_config.is_some(), "encryption with a KMS key (SecurityConfig)"),
        (input.managed_storage_type.is_some(), "managed storage (ManagedStorageType)"),
    ])?;
    if input.inference_specification.is_none() && !given(&input.source_uri) {
        return Err(AwsError::validation(
            "InferenceSpecification is required, or a SourceUri that says where the model is from.",
        ));
    }
    containers(input.inference_specification.iter().flat_map(|specification| &specification.containers))?;
    additional(input.additional_inference_specifications.as_deref().unwrap_or_default())?;
    input.model_card.as_ref().map_or(Ok(()), model_card)
}

/// Checks containers of an inference specification.
pub(super) fn containers<'a>(
    containers: impl IntoIterator<Item = &'a ModelPackageContainerDefinition>,
) -> Result<(), AwsError> {
    for container in containers {
        refuse_first(&[
            (given(&container.product_id), "the Marketplace (ProductId)"),
            (container.base_model.is_some(), "models of a hub (BaseModel)"),
            (container.is_checkpoint == Some(true), "checkpoints as models (IsCheckpoint)"),
        ])?;
        if !given(&container.image) {
            return Err(AwsError::validation(
                "A container of an inference specification needs an Image to be run.",
            ));
        }
        let data = container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
        if container.model_data_url.is_some() && data.is_some() {
            return Err(AwsError::validation("Give either ModelDataUrl or ModelDataSource, not both."));
        }
        models::check_data(container.model_data_url.iter().chain(data.map(|data| &data.s3_uri)))?;
    }
    Ok(())
}

/// Checks all the additional inference specifications that a package is to have.
pub(super) fn additional(all: &[AdditionalInferenceSpecificationDefinition]) -> Result<(), AwsError> {
    if all.len() > MOST_ADDITIONAL {
        return Err(AwsError::validation(format!(
            "A model package has at most {MOST_ADDITIONAL} AdditionalInferenceSpecifications; this one would have {}.",
            all.len()
        )));
    }
    for (index, specification) in all.iter().enumerate() {
        if all.iter().take(index).any(|earlier| earlier.name == specification.name) {
            return Err(AwsError::validation(format!(
                "The additional inference specification {} is there twice.",
                specification.name
            )));
        }
        containers(&specification.containers)?;
    }
    Ok(())
}

/// A model card is JSON.
pub(super) fn model_card(card: &ModelPackageModelCard) -> Result<(), AwsError> {
    let Some(content) = &card.model_card_content else { return Ok(()) };
    match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(content) {
        Ok(_) => Ok(()),
        Err(error) => {
            Err(AwsError::validation(format!("ModelCard.ModelCardContent is no JSON object: {error}.")))
        }
    }
}
