//! The door, as services see it.

use std::sync::{Arc, OnceLock};

use lirio_api::{AwsError, Operation, OperationType, Shaped as _, Value};
use tokio::net::TcpListener;

use crate::{BoxFuture, Caller};

/// What stands behind the door: the gateway.
pub trait Dispatch: Send + Sync {
    /// One operation, with a caller, in process: validated, authorized, audited like any other.
    fn dispatch(
        &self,
        caller: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>>;

    /// Serves the platform's HTTP interface on a further listener, such as one inside a container's
    /// network, until the returned guard is dropped.
    fn serve(&self, listener: TcpListener) -> tokio::task::AbortHandle;
}

/// The way from one service to another.  Cheap to clone.
#[derive(Clone, Default)]
pub struct Door(Arc<OnceLock<Arc<dyn Dispatch>>>);

impl Door {
    /// A door that leads nowhere until it is opened.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens it, once, when everything is wired up.
    pub fn open(&self, dispatch: Arc<dyn Dispatch>) {
        if self.0.set(dispatch).is_err() {
            tracing::error!("the door was opened twice; the first gateway stays");
        }
    }

    fn inside(&self) -> Result<&Arc<dyn Dispatch>, AwsError> {
        self.0.get().ok_or_else(|| {
            AwsError::new("ServiceUnavailable", 503, "The platform is still starting; try again.")
        })
    }

    /// Calls an operation with typed input and output.
    pub async fn call<O: OperationType>(
        &self,
        caller: &Caller,
        _: O,
        input: O::Input,
    ) -> Result<O::Output, AwsError> {
        let output = self.call_value(caller, O::OPERATION, input.into_value()).await?;
        O::Output::from_value(output).map_err(AwsError::internal)
    }

    /// Calls an operation with values.
    pub async fn call_value(
        &self,
        caller: &Caller,
        operation: &'static Operation,
        input: Value,
    ) -> Result<Value, AwsError> {
        self.inside()?.dispatch(caller.clone(), operation, input).await
    }

    /// See [`Dispatch::serve`].
    pub fn serve(&self, listener: TcpListener) -> Result<tokio::task::AbortHandle, AwsError> {
        Ok(self.inside()?.serve(listener))
    }
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.get().is_some() { "Door(open)" } else { "Door(closed)" })
    }
}
