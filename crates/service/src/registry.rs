//! Handlers by operation: what the door calls.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use lirio_api::{AwsError, Operation, OperationType, Shaped as _, Value};

use crate::{Context, HttpRoute, Scope};

/// A future in a box.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A handler over values.
pub type Handler = Arc<dyn Fn(Context, Value) -> BoxFuture<'static, Result<Value, AwsError>> + Send + Sync>;

/// A resource's own policy, for authorization: the policy's text and the account that owns the resource.
#[derive(Clone, Debug)]
pub struct ResourcePolicy {
    /// The policy document.
    pub document: Arc<lirio_policy::Document>,
    /// The account that owns the resource.
    pub account: String,
}

type PolicyLookup = Arc<dyn Fn(&Scope, &str) -> Result<Option<ResourcePolicy>, AwsError> + Send + Sync>;

/// All handlers, resource policies and raw HTTP routes of the platform.
#[derive(Default)]
pub struct Registry {
    handlers: HashMap<(&'static str, &'static str), Handler>,
    policies: HashMap<&'static str, PolicyLookup>,
    routes: Vec<Arc<dyn HttpRoute>>,
}

impl Registry {
    /// Nothing registered.
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers the handlers of one service.
    pub fn service<S: Send + Sync + 'static>(&mut self, service: &Arc<S>) -> Registrar<'_, S> {
        Registrar { registry: self, service: service.clone() }
    }

    /// Registers who knows the policies of a service's resources (`s3`: bucket policies).  The look-up gets the ARN acted on.
    pub fn resource_policies<F>(&mut self, service: &'static str, lookup: F)
    where
        F: Fn(&Scope, &str) -> Result<Option<ResourcePolicy>, AwsError> + Send + Sync + 'static,
    {
        self.policies.insert(service, Arc::new(lookup));
    }

    /// Registers a route that is not an AWS operation (the OCI registry, `/health`).
    pub fn route(&mut self, route: Arc<dyn HttpRoute>) {
        self.routes.push(route);
    }

    /// The handler of an operation.
    pub fn handler(&self, operation: &Operation) -> Option<&Handler> {
        self.handlers.get(&(operation.service.id, operation.name))
    }

    /// The policy of a resource, if it has one.
    pub fn resource_policy(
        &self,
        service: &str,
        scope: &Scope,
        arn: &str,
    ) -> Result<Option<ResourcePolicy>, AwsError> {
        match self.policies.get(service) {
            Some(lookup) => lookup(scope, arn),
            None => Ok(None),
        }
    }

    /// The raw routes, in the order registered.
    pub fn routes(&self) -> &[Arc<dyn HttpRoute>] {
        &self.routes
    }

    /// Operations of the table that nobody handles; the binary refuses to start unless it is empty.
    pub fn missing(&self) -> Vec<String> {
        lirio_api::OPERATIONS
            .iter()
            .filter(|o| self.handler(o).is_none())
            .map(|o| format!("{}:{}", o.service.id, o.name))
            .collect()
    }
}

/// Registers handlers of one service: `registry.service(&s3).on(ops::PutObject, S3::put_object)`.
pub struct Registrar<'a, S> {
    registry: &'a mut Registry,
    service: Arc<S>,
}

impl<S: Send + Sync + 'static> Registrar<'_, S> {
    /// Registers a handler: `async fn(self: Arc<Self>, Context, Input) -> Result<Output, AwsError>`.
    pub fn on<O, F, Fut>(self, operation: O, handler: F) -> Self
    where
        O: OperationType,
        F: Fn(Arc<S>, Context, O::Input) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<O::Output, AwsError>> + Send + 'static,
    {
        self.on_value(operation, move |service, context, input| {
            let future = handler(service, context, input);
            async move { future.await.map(lirio_api::Shaped::into_value) }
        })
    }

    /// Registers a handler that answers a value, for operations where AWS leaves out what its own model
    /// calls required (`ModelArtifacts` of a training job that has none yet).
    pub fn on_value<O, F, Fut>(self, _: O, handler: F) -> Self
    where
        O: OperationType,
        F: Fn(Arc<S>, Context, O::Input) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Value, AwsError>> + Send + 'static,
    {
        let service = self.service.clone();
        let erased: Handler = Arc::new(move |context, value| match O::Input::from_value(value) {
            Ok(input) => Box::pin(handler(service.clone(), context, input)),
            Err(error) => {
                Box::pin(async move { Err(AwsError::new("SerializationException", 400, error.to_string())) })
            }
        });
        let key = (O::OPERATION.service.id, O::OPERATION.name);
        let previous = self.registry.handlers.insert(key, erased);
        debug_assert!(previous.is_none(), "{key:?} was registered twice");
        self
    }
}
