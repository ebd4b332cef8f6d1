//! What runs containers, as the command line names it.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use lirio_runtime::{EngineKind, EngineRuntime, Runtime, RuntimeError, SandboxRuntime};

use crate::cli::RuntimeName;

/// How long an engine gets to remove its records of containers.
const END_LIMIT: Duration = Duration::from_secs(5);

/// What runs containers.
pub(crate) enum Chosen {
    Sandbox(Arc<SandboxRuntime>),
    Docker(Arc<EngineRuntime>),
}

impl Chosen {
    /// Opens the one of this name; an engine knows its containers by what `instance` says.
    pub(crate) async fn open(name: RuntimeName, instance: impl FnOnce() -> Result<String>) -> Result<Chosen> {
        Ok(match name {
            RuntimeName::Sandbox => Chosen::Sandbox(Arc::new(SandboxRuntime::new().context(
                "the sandbox (Docker or Podman can run containers instead: --runtime docker or podman)",
            )?)),
            RuntimeName::Docker | RuntimeName::Podman => {
                let wanted = match name {
                    RuntimeName::Podman => EngineKind::Podman,
                    _ => EngineKind::Any,
                };
                let engine = EngineRuntime::connect(wanted, &instance()?).await?;
                tracing::info!(engine = %engine.describe(), "containers are an engine's");
                Chosen::Docker(Arc::new(engine))
            }
        })
    }

    /// Removes what an earlier platform left behind.
    pub(crate) async fn sweep(&self, scratch: &Path) -> Result<usize, RuntimeError> {
        match self {
            Chosen::Sandbox(sandbox) => sandbox.sweep(scratch),
            Chosen::Docker(engine) => engine.sweep(scratch).await,
        }
    }

    /// The runtime itself.
    pub(crate) fn runtime(&self) -> Arc<dyn Runtime> {
        match self {
            Chosen::Sandbox(sandbox) => sandbox.clone(),
            Chosen::Docker(engine) => engine.clone(),
        }
    }

    /// Sandboxed containers end with this process; an engine's do too, but it keeps a record of each.
    pub(crate) async fn end(&self) {
        let Chosen::Docker(engine) = self else { return };
        match tokio::time::timeout(END_LIMIT, engine.remove_all()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "containers are left with the engine"),
            Err(_) => tracing::warn!("containers are left with the engine: the engine takes too long"),
        }
    }
}
