//! What was made for a container and has to go.

use std::path::PathBuf;

use http::Method;

use super::client::{Client, EngineError};
use crate::process::ProcessKey;
use crate::remove::remove_scratch;

/// Containers of the engine and a directory; removed by [`Remains::remove`].
#[derive(Debug)]
pub(super) struct Remains {
    client: Client,
    containers: Vec<String>,
    scratch: PathBuf,
}

impl Remains {
    pub(super) fn new(client: &Client, scratch: PathBuf) -> Remains {
        Remains { client: client.clone(), containers: Vec::new(), scratch }
    }

    pub(super) fn add(&mut self, container: &str) {
        self.containers.push(container.to_owned());
    }

    /// Removes everything; what cannot be removed is left to the next sweep.
    pub(super) async fn remove(self) {
        let Remains { client, containers, scratch } = self;
        // The last one first: it is in the namespaces of the one before.
        for container in containers.iter().rev() {
            if let Err(error) = remove_container(&client, container).await {
                tracing::warn!(%error, container, "a container is left to the next sweep");
            }
        }
        let removed =
            tokio::task::spawn_blocking(move || remove_scratch(&scratch, ProcessKey::current()?)).await;
        if let Ok(Err(error)) = removed {
            tracing::warn!(%error, "a scratch directory is left to the next sweep");
        }
    }
}

/// Kills and removes a container with its volumes; one that is gone is fine.
pub(super) async fn remove_container(client: &Client, container: &str) -> Result<(), EngineError> {
    match client.call(Method::DELETE, &format!("/containers/{container}?force=1&v=1"), None).await {
        Ok(_) => Ok(()),
        Err(error) if error.is_missing() => Ok(()),
        // Its removal is under way already.
        Err(EngineError::Refused { status: 409, message }) if message.contains("already in progress") => {
            Ok(())
        }
        Err(error) => Err(error),
    }
}
