//! What a training job may not ask for.

use std::path::{Component, Path};

use lirio_api::AwsError;
use lirio_api::sagemaker::{CheckpointConfig, CreateTrainingJobRequest};

use crate::instance_types;
use crate::names::refuse;
use crate::s3::Location;
use crate::training::channels;
use crate::training::checkpoints;
use crate::training::metrics::MetricScanner;

/// Whether a text says something: SDKs send empty strings for what they leave out.
pub(crate) fn given(text: &Option<String>) -> bool {
    text.as_ref().is_some_and(|text| !text.is_empty())
}

fn is_true(flag: Option<bool>) -> bool {
    flag == Some(true)
}

/// Refuses what is missing, and by name what AWS has and lirio does not serve.
pub(crate) fn check(request: &CreateTrainingJobRequest) -> Result<(), AwsError> {
    let Some(algorithm) = &request.algorithm_specification else {
        return Err(AwsError::validation("AlgorithmSpecification is required."));
    };
    if given(&algorithm.algorithm_name) {
        return Err(refuse("AlgorithmName: give a TrainingImage instead"));
    }
    if !given(&algorithm.training_image) {
        return Err(AwsError::validation("AlgorithmSpecification.TrainingImage is required."));
    }
    if algorithm
        .training_image_config
        .as_ref()
        .is_some_and(|c| c.training_repository_access_mode != "Platform")
    {
        return Err(refuse("training images from a private registry in a VPC (TrainingImageConfig)"));
    }
    MetricScanner::new(algorithm.metric_definitions.as_deref().unwrap_or_default())?;
    resources(request)?;
    options(request)?;
    if Location::parse(&request.output_data_config.s3_output_path).is_none() {
        return Err(AwsError::validation(format!(
            "OutputDataConfig.S3OutputPath {:?} is not of the form s3://bucket/prefix.",
            request.output_data_config.s3_output_path
        )));
    }
    if let Some(config) = &request.checkpoint_config {
        check_checkpoints(config)?;
    }
    let mut names = Vec::new();
    for channel in request.input_data_config.iter().flatten() {
        if names.contains(&&channel.channel_name) {
            return Err(AwsError::validation(format!(
                "InputDataConfig names the channel {} twice.",
                channel.channel_name
            )));
        }
        names.push(&channel.channel_name);
        channels::check(request, channel)?;
    }
    Ok(())
}

fn check_checkpoints(config: &CheckpointConfig) -> Result<(), AwsError> {
    if Location::parse(&config.s3_uri).is_none() {
        return Err(AwsError::validation(format!(
            "CheckpointConfig.S3Uri {:?} is not of the form s3://bucket/prefix.",
            config.s3_uri
        )));
    }
    let path = checkpoints::local_path(config);
    let plain = path.components().all(|part| matches!(part, Component::RootDir | Component::Normal(_)));
    // The folders that the platform itself fills or empties, as on AWS.
    let own = ["/opt/ml/input", "/opt/ml/model", "/opt/ml/output", "/opt/ml/code", "/proc", "/sys", "/dev"];
    let taken = own.iter().any(|own| path.starts_with(own))
        || [Path::new("/"), Path::new("/opt"), Path::new("/opt/ml")].contains(&path.as_path());
    if !path.is_absolute() || !plain || taken {
        return Err(AwsError::validation(format!(
            "CheckpointConfig.LocalPath {:?} must be an absolute path outside of the folders that SageMaker itself uses.",
            path.display()
        )));
    }
    Ok(())
}

fn resources(request: &CreateTrainingJobRequest) -> Result<(), AwsError> {
    let Some(resources) = &request.resource_config else {
        return Err(AwsError::validation("ResourceConfig is required."));
    };
    let Some(instance_type) = &resources.instance_type else {
        return Err(AwsError::validation("ResourceConfig.InstanceType is required."));
    };
    instance_types::check(instance_type)?;
    match resources.instance_count {
        Some(1) => {}
        None => return Err(AwsError::validation("ResourceConfig.InstanceCount is required.")),
        Some(_) => return Err(refuse("InstanceCount above 1: a training job runs on one machine")),
    }
    let refused = [
        (
            resources.keep_alive_period_in_seconds.is_some_and(|seconds| seconds > 0),
            "warm pools (KeepAlivePeriodInSeconds)",
        ),
        (resources.instance_groups.as_ref().is_some_and(|groups| !groups.is_empty()), "InstanceGroups"),
        (given(&resources.volume_kms_key_id), "encryption of the volume (VolumeKmsKeyId)"),
        (resources.training_plan_arn.is_some(), "training plans (TrainingPlanArn)"),
        (resources.instance_placement_config.is_some(), "InstancePlacementConfig"),
        (resources.instance_preferences.as_ref().is_some_and(|all| !all.is_empty()), "InstancePreferences"),
    ];
    first(&refused)
}

fn options(request: &CreateTrainingJobRequest) -> Result<(), AwsError> {
    let output = &request.output_data_config;
    let stopping = request.stopping_condition.clone().unwrap_or_default();
    let refused = [
        (request.vpc_config.is_some(), "training in a VPC (VpcConfig)"),
        (is_true(request.enable_managed_spot_training), "spot training (EnableManagedSpotTraining)"),
        (stopping.max_wait_time_in_seconds.is_some(), "MaxWaitTimeInSeconds without spot training"),
        (given(&output.kms_key_id), "encryption of the output with a KMS key (OutputDataConfig.KmsKeyId)"),
        (
            request.debug_rule_configurations.as_ref().is_some_and(|all| !all.is_empty()),
            "DebugRuleConfigurations",
        ),
        (
            request.profiler_rule_configurations.as_ref().is_some_and(|all| !all.is_empty()),
            "ProfilerRuleConfigurations",
        ),
        (request.tensor_board_output_config.is_some(), "TensorBoardOutputConfig"),
        (request.experiment_config.is_some(), "experiments (ExperimentConfig)"),
        (
            request.remote_debug_config.as_ref().is_some_and(|config| is_true(config.enable_remote_debug)),
            "remote debugging (RemoteDebugConfig)",
        ),
        (
            request.session_chaining_config.as_ref().is_some_and(|c| is_true(c.enable_session_tag_chaining)),
            "SessionChainingConfig",
        ),
        (request.serverless_job_config.is_some(), "ServerlessJobConfig"),
        (request.mlflow_config.is_some(), "MlflowConfig"),
        (request.model_package_config.is_some(), "ModelPackageConfig"),
    ];
    first(&refused)
}

/// Refuses the first thing that was asked for.
pub(crate) fn first(refused: &[(bool, &str)]) -> Result<(), AwsError> {
    match refused.iter().find(|(asked, _)| *asked) {
        Some((_, what)) => Err(refuse(what)),
        None => Ok(()),
    }
}
