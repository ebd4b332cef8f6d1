//! What a channel asks for, and who gets it.

use lirio_api::AwsError;
use lirio_api::sagemaker::{Channel, CreateTrainingJobRequest, S3DataSource};

use super::hosts::Host;
use crate::names::refuse;
use crate::s3::Location;

/// How the data come to the container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Downloaded before the start.
    File,
    /// As files that cannot be written to.  They are downloaded before the start too, since a file system
    /// that fetches what is read needs a driver of the kernel's that not every machine offers.
    FastFile,
    /// Through named pipes, one for each epoch.
    Pipe,
}

/// The mode of a channel: its own, or the job's.
pub(crate) fn mode(request: &CreateTrainingJobRequest, channel: &Channel) -> Mode {
    let own = channel.input_mode.as_deref();
    let jobs = request.algorithm_specification.as_ref().map(|all| all.training_input_mode.as_str());
    // The model of the API allows no fourth word.
    match own.or(jobs) {
        Some("Pipe") => Mode::Pipe,
        Some("FastFile") => Mode::FastFile,
        _ => Mode::File,
    }
}

/// The word for it, as requests and configuration files have it.
pub(crate) fn word(mode: Mode) -> &'static str {
    match mode {
        Mode::File => "File",
        Mode::FastFile => "FastFile",
        Mode::Pipe => "Pipe",
    }
}

/// The hosts that get a channel's data: all, or those of the groups that it names.
pub(crate) fn receivers<'a>(channel: &'a Channel, hosts: &'a [Host]) -> impl Iterator<Item = &'a Host> {
    let source = channel.data_source.s3_data_source.as_ref();
    let groups = source.and_then(|source| source.instance_group_names.as_deref()).unwrap_or_default();
    hosts.iter().filter(move |host| groups.is_empty() || groups.contains(&host.group))
}

/// The channels that a host gets.
pub(crate) fn of_host<'a>(
    request: &'a CreateTrainingJobRequest,
    hosts: &'a [Host],
    host: &'a Host,
) -> impl Iterator<Item = &'a Channel> {
    let all = request.input_data_config.iter().flatten();
    all.filter(move |channel| receivers(channel, hosts).any(|receiver| receiver == host))
}

/// Refuses what is wrong with a channel, and what is not served of it.
pub(crate) fn check(request: &CreateTrainingJobRequest, channel: &Channel) -> Result<(), AwsError> {
    let name = &channel.channel_name;
    let wrong = |what: &str| Err(AwsError::validation(format!("Channel {name}: {what}")));
    if matches!(name.as_str(), "." | "..") {
        return wrong("its name cannot be a folder's name.");
    }
    let Some(source) = &channel.data_source.s3_data_source else {
        return Err(refuse(&format!("channel {name}: data sources other than S3DataSource")));
    };
    Location::required("S3Uri", &source.s3_uri).map(drop).or_else(|what| wrong(&what))?;
    if source.hub_access_config.is_some() || source.model_access_config.is_some() {
        return Err(refuse(&format!("channel {name}: HubAccessConfig or ModelAccessConfig")));
    }
    let mode = mode(request, channel);
    let names = source.attribute_names.as_deref().unwrap_or_default();
    match (source.s3_data_type.as_str(), mode) {
        ("S3Prefix", _) | ("ManifestFile", Mode::File | Mode::Pipe) => {}
        ("ManifestFile", Mode::FastFile) => return wrong("FastFile mode needs the S3DataType S3Prefix."),
        ("AugmentedManifestFile", Mode::Pipe) if names.is_empty() => {
            return wrong("an AugmentedManifestFile needs AttributeNames.");
        }
        ("AugmentedManifestFile", Mode::Pipe) => {}
        ("AugmentedManifestFile", _) => {
            return wrong("AugmentedManifestFile can only be used if the channel's input mode is Pipe.");
        }
        (other, _) => return Err(refuse(&format!("channel {name}: S3DataType {other}"))),
    }
    if !names.is_empty() && source.s3_data_type != "AugmentedManifestFile" {
        return wrong("AttributeNames can only be given with the S3DataType AugmentedManifestFile.");
    }
    if is_wrapped(channel) && mode != Mode::Pipe {
        return wrong("RecordWrapperType RecordIO can only be used if the channel's input mode is Pipe.");
    }
    if is_gzip(channel) && mode == Mode::FastFile {
        return wrong("CompressionType Gzip cannot be used in FastFile mode.");
    }
    groups(request, name, source)
}

fn groups(request: &CreateTrainingJobRequest, name: &str, source: &S3DataSource) -> Result<(), AwsError> {
    let resources = request.resource_config.as_ref();
    let known = resources.and_then(|resources| resources.instance_groups.as_deref()).unwrap_or_default();
    for wanted in source.instance_group_names.iter().flatten() {
        if known.iter().all(|group| group.instance_group_name != *wanted) {
            return Err(AwsError::validation(format!(
                "Channel {name}: InstanceGroupNames has {wanted:?}, which is none of ResourceConfig.InstanceGroups."
            )));
        }
    }
    Ok(())
}

/// Whether every object or attribute is to be a RecordIO record.
pub(crate) fn is_wrapped(channel: &Channel) -> bool {
    channel.record_wrapper_type.as_deref() == Some("RecordIO")
}

/// Whether the objects are compressed.
pub(crate) fn is_gzip(channel: &Channel) -> bool {
    channel.compression_type.as_deref() == Some("Gzip")
}
