//! Containers with less memory than any instance type has: so a test can use it up in a moment.

use std::sync::Arc;

use lirio_sagemaker::{ContainerError, Containers, PreparedImage, RunSpec, RunningContainer};
use lirio_service::{BoxFuture, Caller, Platform};

/// The memory of each container, in bytes.
pub(crate) const MEMORY: u64 = 64 << 20;

struct Narrow(Arc<dyn Containers>);

/// Makes them.
pub(crate) fn containers(platform: &Platform) -> Arc<dyn Containers> {
    Arc::new(Narrow(crate::containers(platform)))
}

impl Containers for Narrow {
    fn image<'a>(
        &'a self,
        uri: &'a str,
        caller: &'a Caller,
    ) -> BoxFuture<'a, Result<PreparedImage, ContainerError>> {
        self.0.image(uri, caller)
    }

    fn run(&self, spec: RunSpec) -> BoxFuture<'_, Result<Arc<dyn RunningContainer>, ContainerError>> {
        self.0.run(RunSpec { memory_bytes: Some(MEMORY), ..spec })
    }
}
