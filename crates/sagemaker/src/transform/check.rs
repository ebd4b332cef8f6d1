//! What a transform job may not ask for.

use lirio_api::AwsError;
use lirio_api::sagemaker::CreateTransformJobRequest;

use super::MOST_MB;
use super::parameters::{Parameters, Told};
use super::settings::Settings;
use crate::instance_types;
use crate::names::{given, refuse_first};

/// The most instances of one job, as on AWS.
const MOST_INSTANCES: i64 = 100;

/// Refuses what cannot be, and by name what AWS has and lirio does not serve.
pub(crate) fn check(request: &CreateTransformJobRequest) -> Result<(), AwsError> {
    let (input, output) = (&request.transform_input, &request.transform_output);
    let resources = &request.transform_resources;
    let data_type = input.data_source.s3_data_source.s3_data_type.as_str();
    refuse_first(&[
        (given(&output.kms_key_id), "encryption of the output with a KMS key (TransformOutput.KmsKeyId)"),
        (given(&resources.volume_kms_key_id), "encryption of the volume (TransformResources.VolumeKmsKeyId)"),
        (
            resources.transform_ami_version.is_some(),
            "images of the machine (TransformResources.TransformAmiVersion)",
        ),
        (request.data_capture_config.is_some(), "the capture of a transform job's data (DataCaptureConfig)"),
        (request.experiment_config.is_some(), "experiments (ExperimentConfig)"),
        (
            !matches!(data_type, "S3Prefix" | "ManifestFile"),
            "a transform job's S3DataType other than S3Prefix and ManifestFile",
        ),
    ])?;
    instance_types::check(&resources.instance_type)?;
    if resources.instance_count > MOST_INSTANCES {
        return Err(AwsError::validation(format!(
            "TransformResources.InstanceCount is {}: a transform job has at most {MOST_INSTANCES} instances.",
            resources.instance_count
        )));
    }
    payload(request)?;
    let settings = Settings::of(request).map_err(AwsError::validation)?;
    let settled = Parameters::settle(request, &settings, &Told::default());
    settled.map_err(|why| AwsError::validation(format!("{why}.")))?;
    Ok(())
}

/// At most 100 MB in one payload, and in all that are on their way.
fn payload(request: &CreateTransformJobRequest) -> Result<(), AwsError> {
    let Some(mb) = request.max_payload_in_mb else { return Ok(()) };
    let most = MOST_MB.cast_signed();
    if mb > most {
        return Err(AwsError::validation(format!("MaxPayloadInMB is {mb}: it cannot be more than {most}.")));
    }
    let concurrent = request.max_concurrent_transforms.unwrap_or(0);
    if mb.saturating_mul(concurrent) > most || concurrent > most {
        return Err(AwsError::validation(format!(
            "MaxConcurrentTransforms is {concurrent} and MaxPayloadInMB is {mb}: their product cannot be more than {most} MB."
        )));
    }
    Ok(())
}
