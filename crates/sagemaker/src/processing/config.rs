//! `/opt/ml/config/processingjobconfig.json` (Developer Guide, "How to Build Your Own Processing Container").

use lirio_api::sagemaker::{ProcessingInput, ProcessingOutput};
use serde_json::{Value as Json, json};

use super::rows::ProcessingRow;

/// What the file says of a job: members that were not given are there and null.
pub(super) fn processing_job_config(row: &ProcessingRow) -> Json {
    let request = &row.request;
    let app = &request.app_specification;
    let output = request.processing_output_config.as_ref();
    let outputs = output.map_or(&[][..], |config| &config.outputs);
    let cluster = &request.processing_resources.cluster_config;
    json!({
        "ProcessingJobArn": row.arn,
        "ProcessingJobName": request.processing_job_name,
        "AppSpecification": {
            "ImageUri": app.image_uri,
            "ContainerEntrypoint": app.container_entrypoint,
            "ContainerArguments": app.container_arguments,
        },
        "Environment": request.environment.clone().unwrap_or_default(),
        "ProcessingInputs": request.processing_inputs.iter().flatten().map(input_of).collect::<Vec<_>>(),
        "ProcessingOutputConfig": {
            "Outputs": outputs.iter().map(output_of).collect::<Vec<_>>(),
            "KmsKeyId": output.and_then(|config| config.kms_key_id.clone()),
        },
        "ProcessingResources": {
            "ClusterConfig": {
                "InstanceCount": cluster.instance_count,
                "InstanceType": cluster.instance_type,
                "VolumeSizeInGB": cluster.volume_size_in_gb,
                "VolumeKmsKeyId": cluster.volume_kms_key_id,
            },
        },
        "RoleArn": request.role_arn,
        "StoppingCondition": {
            "MaxRuntimeInSeconds": super::describe::max_runtime(row),
        },
    })
}

fn input_of(input: &ProcessingInput) -> Json {
    let source = input.s3_input.as_ref();
    json!({
        "InputName": input.input_name,
        "AppManaged": input.app_managed,
        "S3Input": source.map(|source| json!({
            "LocalPath": source.local_path,
            "S3Uri": source.s3_uri,
            "S3DataDistributionType": source.s3_data_distribution_type,
            "S3DataType": source.s3_data_type,
            "S3InputMode": source.s3_input_mode,
            "S3CompressionType": source.s3_compression_type,
            "S3DownloadMode": "StartOfJob",
        })),
    })
}

fn output_of(output: &ProcessingOutput) -> Json {
    let target = output.s3_output.as_ref();
    json!({
        "OutputName": output.output_name,
        "AppManaged": output.app_managed,
        "S3Output": target.map(|target| json!({
            "LocalPath": target.local_path,
            "S3Uri": target.s3_uri,
            "S3UploadMode": target.s3_upload_mode,
        })),
    })
}
