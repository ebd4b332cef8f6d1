//! What a training job may not ask for.

use std::path::{Component, Path};

use lirio_api::AwsError;
use lirio_api::sagemaker::{CheckpointConfig, CreateTrainingJobRequest};

use crate::names::{given, refuse, refuse_first};
use crate::s3::Location;
use crate::training::channels;
use crate::training::checkpoints;
use crate::training::describe::DEFAULT_MAX_RUNTIME;
use crate::training::hosts;
use crate::training::metrics::MetricScanner;
use crate::training::pools;

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
    Location::required("OutputDataConfig.S3OutputPath", &request.output_data_config.s3_output_path)
        .map_err(AwsError::validation)?;
    spot(request)?;
    pools::check(request)?;
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

/// `MaxWaitTimeInSeconds` belongs to spot training, and holds the time of the training itself.
fn spot(request: &CreateTrainingJobRequest) -> Result<(), AwsError> {
    let stopping = request.stopping_condition.clone().unwrap_or_default();
    let runtime = stopping.max_runtime_in_seconds.unwrap_or(DEFAULT_MAX_RUNTIME);
    let wrong = match (is_true(request.enable_managed_spot_training), stopping.max_wait_time_in_seconds) {
        (false, None) => return Ok(()),
        (true, Some(wait)) if wait >= runtime => return Ok(()),
        (true, Some(wait)) => format!(
            "StoppingCondition.MaxWaitTimeInSeconds is {wait}, which is less than MaxRuntimeInSeconds, {runtime}."
        ),
        (true, None) => "EnableManagedSpotTraining needs StoppingCondition.MaxWaitTimeInSeconds.".to_owned(),
        (false, Some(_)) => {
            "StoppingCondition.MaxWaitTimeInSeconds can only be given with EnableManagedSpotTraining."
                .to_owned()
        }
    };
    Err(AwsError::validation(wrong))
}

fn check_checkpoints(config: &CheckpointConfig) -> Result<(), AwsError> {
    Location::required("CheckpointConfig.S3Uri", &config.s3_uri).map_err(AwsError::validation)?;
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
    hosts::check(resources)?;
    let refused = [
        (given(&resources.volume_kms_key_id), "encryption of the volume (VolumeKmsKeyId)"),
        (resources.training_plan_arn.is_some(), "training plans (TrainingPlanArn)"),
        (resources.instance_placement_config.is_some(), "InstancePlacementConfig"),
        (resources.instance_preferences.as_ref().is_some_and(|all| !all.is_empty()), "InstancePreferences"),
    ];
    refuse_first(&refused)
}

fn options(request: &CreateTrainingJobRequest) -> Result<(), AwsError> {
    let output = &request.output_data_config;
    let refused = [
        (request.vpc_config.is_some(), "training in a VPC (VpcConfig)"),
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
    refuse_first(&refused)
}
