//! From what SageMaker asks of a container to one that runs.

use std::path::PathBuf;

use lirio_image::ProcessConfig;
use lirio_runtime::{
    Container, ContainerSpec, Limits, Mount, Runtime, RuntimeError, SetupStep, measure_directories,
};

use crate::containers::{ContainerError, PreparedImage, RunSpec, volume};

impl PreparedImage {
    /// What an image's configuration says about its program; where the image is, the caller adds.
    pub fn running(process: ProcessConfig) -> Self {
        let env = process.env.iter().map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.to_owned())
        });
        Self {
            env: env.collect(),
            entrypoint: process.entrypoint,
            cmd: process.cmd,
            working_dir: process.working_dir,
            user: process.user,
            ..Self::default()
        }
    }
}

/// Starts a container; `scratch` is a directory of its own, which goes with it.
///
/// # Errors
///
/// [`ContainerError::Client`] where the image is at fault, [`ContainerError::Platform`] where the machine is.
pub async fn start_container(
    runtime: &dyn Runtime,
    spec: RunSpec,
    scratch: PathBuf,
) -> Result<Container, ContainerError> {
    let volume = volume(spec.volume_gib).saturating_mul(1 << 30);
    let mut argv = spec.entrypoint.unwrap_or(spec.image.entrypoint);
    argv.extend(spec.arguments);
    let mut container = ContainerSpec::new(spec.id, spec.image.lower_dirs, scratch, argv);
    container.image = spec.image.source;
    container.env = spec.image.env;
    for (name, value) in spec.env {
        match container.env.iter_mut().find(|(known, _)| *known == name) {
            Some(pair) => pair.1 = value,
            None => container.env.push((name, value)),
        }
    }
    if !spec.image.working_dir.is_empty() {
        container.working_dir = spec.image.working_dir.into();
    }
    container.user = Some(spec.image.user).filter(|user| !user.is_empty());
    container.hostname = spec.hostname;
    container.mounts = spec
        .mounts
        .into_iter()
        .map(|mount| Mount { source: mount.source, target: mount.target, read_only: mount.read_only })
        .collect();
    let mounted: Vec<PathBuf> = container.mounts.iter().map(|mount| mount.source.clone()).collect();
    let there = tokio::task::spawn_blocking(move || measure_directories(&mounted)).await;
    let there = there.map_err(|error| ContainerError::Platform(error.to_string()))?;
    container.limits = Limits {
        memory_bytes: spec.memory_bytes,
        cpus: spec.cpus,
        disk_bytes: Some(there.saturating_add(volume)),
        ..Limits::default()
    };
    container.devices = spec.devices;
    container.listeners = spec.listeners;
    container.network = spec.network;
    runtime.start(container).await.map_err(|error| match error {
        RuntimeError::InvalidSpec { .. } => ContainerError::Client(chain(&error)),
        // The image is at fault: no such program, none for this machine, none that may be run.
        RuntimeError::Setup { failure, advice, .. } if failure.step == SetupStep::Exec => {
            ContainerError::Client(format!("The container cannot be started: {failure}. {advice}"))
        }
        error => ContainerError::Platform(chain(&error)),
    })
}

/// An error with its causes.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}
