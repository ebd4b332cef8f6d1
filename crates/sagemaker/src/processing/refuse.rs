//! What a processing job may not ask for.

use std::path::{Component, Path};

use lirio_api::AwsError;
use lirio_api::sagemaker::{
    CreateProcessingJobRequest, ProcessingInput, ProcessingOutput, ProcessingResources, ProcessingS3Input,
};

use super::tree::local_path;
use crate::instance_types;
use crate::names::{given, refuse_first};
use crate::s3::Location;

/// Where all paths of a job lie.
const PROCESSING: &str = "/opt/ml/processing";

/// Refuses what is missing, and by name what AWS has and lirio does not serve.
pub(super) fn check(request: &CreateProcessingJobRequest) -> Result<(), AwsError> {
    resources(&request.processing_resources)?;
    let network = request.network_config.clone().unwrap_or_default();
    refuse_first(&[
        (network.vpc_config.is_some(), "processing in a VPC (NetworkConfig.VpcConfig)"),
        (request.experiment_config.is_some(), "experiments (ExperimentConfig)"),
    ])?;
    let mut names = Vec::new();
    for input in request.processing_inputs.iter().flatten() {
        unique(&mut names, "ProcessingInputs", &input.input_name)?;
        check_input(input)?;
    }
    let Some(config) = &request.processing_output_config else { return Ok(()) };
    refuse_first(&[(
        given(&config.kms_key_id),
        "encryption of the output with a KMS key (ProcessingOutputConfig.KmsKeyId)",
    )])?;
    let mut names = Vec::new();
    for output in &config.outputs {
        unique(&mut names, "ProcessingOutputConfig.Outputs", &output.output_name)?;
        check_output(output)?;
    }
    Ok(())
}

fn resources(resources: &ProcessingResources) -> Result<(), AwsError> {
    let cluster = &resources.cluster_config;
    refuse_first(&[
        (given(&cluster.volume_kms_key_id), "encryption of the volume (VolumeKmsKeyId)"),
        (cluster.instance_preferences.is_some(), "InstancePreferences: give an InstanceType instead"),
    ])?;
    if cluster.selected_instance_type.is_some() || cluster.selected_instance_count.is_some() {
        return Err(AwsError::validation(
            "SelectedInstanceType and SelectedInstanceCount are read-only: they cannot be asked for.",
        ));
    }
    let Some(instance_type) = &cluster.instance_type else {
        return Err(AwsError::validation("ProcessingResources.ClusterConfig.InstanceType is required."));
    };
    instance_types::check(instance_type)
}

fn unique<'a>(names: &mut Vec<&'a str>, list: &str, name: &'a str) -> Result<(), AwsError> {
    if names.contains(&name) {
        return Err(AwsError::validation(format!("{list} has the name {name:?} twice.")));
    }
    names.push(name);
    Ok(())
}

fn check_input(input: &ProcessingInput) -> Result<(), AwsError> {
    let name = &input.input_name;
    let app = input.app_managed == Some(true);
    let dataset = input.dataset_definition.is_some();
    refuse_first(&[
        (dataset, &format!("input {name}: DatasetDefinition (Athena, Redshift): give an S3Input instead")),
        (app, &format!("input {name}: inputs that the application itself manages (AppManaged)")),
    ])?;
    let Some(source) = &input.s3_input else {
        return Err(AwsError::validation(format!("Input {name}: S3Input is required.")));
    };
    check_path(&format!("Input {name}"), &source.local_path)?;
    check_uri(&format!("Input {name}"), &source.s3_uri)?;
    check_compression(name, source)
}

fn check_compression(name: &str, source: &ProcessingS3Input) -> Result<(), AwsError> {
    let is = |value: &Option<String>, word| value.as_deref() == Some(word);
    if is(&source.s3_compression_type, "Gzip") && !is(&source.s3_input_mode, "Pipe") {
        return Err(AwsError::validation(format!(
            "Input {name}: S3CompressionType Gzip can only be used if the S3InputMode is Pipe."
        )));
    }
    Ok(())
}

fn check_output(output: &ProcessingOutput) -> Result<(), AwsError> {
    let name = &output.output_name;
    refuse_first(&[
        (
            output.feature_store_output.is_some(),
            &format!("output {name}: the Feature Store (FeatureStoreOutput): give an S3Output instead"),
        ),
        (
            output.app_managed == Some(true),
            &format!("output {name}: outputs that the application itself manages (AppManaged)"),
        ),
    ])?;
    let Some(target) = &output.s3_output else {
        return Err(AwsError::validation(format!("Output {name}: S3Output is required.")));
    };
    check_path(&format!("Output {name}"), &target.local_path)?;
    check_uri(&format!("Output {name}"), &target.s3_uri)
}

fn check_path(what: &str, path: &Option<String>) -> Result<(), AwsError> {
    let Some(text) = path.as_ref().filter(|path| !path.is_empty()) else {
        return Err(AwsError::validation(format!("{what}: LocalPath is required.")));
    };
    let parsed = local_path(path);
    let plain = parsed.components().all(|part| matches!(part, Component::RootDir | Component::Normal(_)));
    if !plain || !parsed.starts_with(PROCESSING) || parsed == Path::new(PROCESSING) || text.contains('\0') {
        return Err(AwsError::validation(format!(
            "{what}: LocalPath {text:?} must be an absolute path that begins with {PROCESSING}/."
        )));
    }
    Ok(())
}

fn check_uri(what: &str, uri: &str) -> Result<(), AwsError> {
    Location::required(&format!("{what}: S3Uri"), uri).map(drop).map_err(AwsError::validation)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lie_below_the_folder_of_processing() {
        let check = |path: &str, good: bool| {
            assert_eq!(check_path("Input x", &Some(path.to_owned())).is_ok(), good, "{path}");
        };
        check("/opt/ml/processing/input", true);
        check("/opt/ml/processing/input/deep/er/", true);
        check("/opt/ml/processing", false);
        check("/opt/ml/processing/", false);
        check("/opt/ml/processing/../config", false);
        check("/opt/ml/processing-2/x", false);
        check("/opt/ml/output", false);
        check("opt/ml/processing/x", false);
        check("", false);
        assert!(check_path("Input x", &None).is_err());
    }
}
