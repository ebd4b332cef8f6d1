//! Integrations that a host adds to those of the platform.
//!
//! A task may name what the platform serves itself: the operations of its table and AWS's own
//! integrations with them.  Whoever builds the platform may know of more services, such as a queue
//! that runs beside it or a script in a test, and registers them here.

use std::fmt;

use lirio_asl::ServiceIntegration;
use lirio_service::{BoxFuture, Caller};
use serde_json::Value;

/// Services that tasks may call besides those of the platform.
pub trait Integrations: Send + Sync {
    /// Whether tasks may name this resource; asked when a definition is checked and when a task is
    /// called.  The platform's own integrations are not asked for.
    fn serves(&self, resource: &ServiceIntegration) -> bool;

    /// Makes the call of a task.  At least once: after a crash a call may be made again.
    ///
    /// With `.waitForTaskToken` the answer is that of the call; the token comes back by
    /// `SendTaskSuccess`.  With `.sync` the answer is what the job came to.
    fn call(&self, call: IntegrationCall) -> BoxFuture<'static, Result<Value, IntegrationError>>;
}

/// The call of a task.
#[derive(Clone, Debug)]
pub struct IntegrationCall {
    /// What the task names.
    pub resource: ServiceIntegration,
    /// What it is called with.
    pub parameters: Value,
    /// The execution's role.
    pub caller: Caller,
    /// The execution.
    pub execution_arn: String,
    /// The name of the state.
    pub state_name: String,
    /// How often the state was tried before.
    pub retry_count: u64,
}

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntegrationError {
    /// The error's name, which `Retry` and `Catch` match.
    pub error: String,
    /// What a person reads.
    pub cause: String,
}

impl fmt::Display for IntegrationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.cause)
    }
}

impl std::error::Error for IntegrationError {}

/// Nothing besides what the platform serves.
#[derive(Debug)]
pub struct NoIntegrations;

impl Integrations for NoIntegrations {
    fn serves(&self, _: &ServiceIntegration) -> bool {
        false
    }

    fn call(&self, call: IntegrationCall) -> BoxFuture<'static, Result<Value, IntegrationError>> {
        let (kind, name) = (call.resource.resource_type(), call.resource.resource());
        let cause = format!("The resource {kind}:{name} is not served by this platform");
        Box::pin(async move { Err(IntegrationError { error: "States.Runtime".to_owned(), cause }) })
    }
}
