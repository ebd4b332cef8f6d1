//! Which resources a task may name, and what each calls.

use lirio_api::{OPERATIONS, Operation, lambda};
use lirio_asl::{Pattern, ServiceIntegration, TaskResource};

use crate::integrations::Integrations;

/// The integrations that AWS made by hand, and how each may be waited for.
const OPTIMISED: &[(&str, &str, &str, &[Pattern])] = {
    use Pattern::{RequestResponse, Sync, Sync2, WaitForTaskToken};
    &[
        ("sagemaker", "createTrainingJob", "sagemaker", &[RequestResponse, Sync]),
        ("sagemaker", "createProcessingJob", "sagemaker", &[RequestResponse, Sync]),
        ("sagemaker", "createTransformJob", "sagemaker", &[RequestResponse, Sync]),
        ("sagemaker", "createModel", "sagemaker", &[RequestResponse]),
        ("sagemaker", "createEndpointConfig", "sagemaker", &[RequestResponse]),
        ("sagemaker", "createEndpoint", "sagemaker", &[RequestResponse]),
        ("sagemaker", "updateEndpoint", "sagemaker", &[RequestResponse]),
        ("lambda", "invoke", "lambda", &[RequestResponse, WaitForTaskToken]),
        ("states", "startExecution", "stepfunctions", &[RequestResponse, Sync, Sync2, WaitForTaskToken]),
        ("events", "putEvents", "events", &[RequestResponse, WaitForTaskToken]),
    ]
};

/// What a task calls.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Integration<'a> {
    /// A Lambda function by its ARN.
    Function {
        /// The ARN.
        arn: &'a str,
    },
    /// `aws-sdk`: an operation as it is.
    Sdk {
        /// The operation.
        operation: &'static Operation,
    },
    /// One of AWS's own integrations.
    Optimised {
        /// The operation.
        operation: &'static Operation,
    },
    /// What the host of the platform serves besides.
    Extra {
        /// The resource.
        resource: &'a ServiceIntegration,
    },
}

impl<'a> Integration<'a> {
    /// What a resource calls; the error says why nothing does.
    pub(crate) fn of(resource: &'a TaskResource, extra: &dyn Integrations) -> Result<Self, String> {
        match resource {
            TaskResource::Lambda { arn } => Ok(Integration::Function { arn }),
            TaskResource::Activity { .. } => Err("Workers take the tasks of activities".to_owned()),
            TaskResource::Service(service) => match service_integration(service) {
                Some(integration) => Ok(integration),
                None if extra.serves(service) => Ok(Integration::Extra { resource: service }),
                None => {
                    let (kind, name) = (service.resource_type(), service.resource());
                    Err(format!("The resource {kind}:{name} is not served by this platform"))
                }
            },
        }
    }

    /// The operation of the platform that is called; none for what the host serves.
    pub(crate) fn operation(self) -> Option<&'static Operation> {
        match self {
            Integration::Function { .. } => {
                Some(<lambda::ops::Invoke as lirio_api::OperationType>::OPERATION)
            }
            Integration::Sdk { operation } | Integration::Optimised { operation } => Some(operation),
            Integration::Extra { .. } => None,
        }
    }
}

fn service_integration(service: &ServiceIntegration) -> Option<Integration<'static>> {
    let name = super::bridge::pascal(&service.action);
    if service.sdk {
        let waits = matches!(service.pattern, Pattern::RequestResponse | Pattern::WaitForTaskToken);
        let operation = OPERATIONS
            .iter()
            .find(|o| o.service.sdk_id == service.service && o.name == name)
            .filter(|_| waits && !service.action.starts_with(char::is_uppercase))?;
        return Some(Integration::Sdk { operation });
    }
    let (_, _, model, _) = OPTIMISED.iter().find(|(prefix, action, _, patterns)| {
        *prefix == service.service && *action == service.action && patterns.contains(&service.pattern)
    })?;
    let operation = lirio_api::operation(model, &name)?;
    Some(Integration::Optimised { operation })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::integrations::NoIntegrations;

    #[test]
    fn every_optimised_integration_has_its_operation() {
        for (service, action, _, patterns) in OPTIMISED {
            for pattern in *patterns {
                let arn = format!("arn:aws:states:::{service}:{action}{}", pattern.suffix());
                let resource = TaskResource::parse(&arn).unwrap();
                assert!(Integration::of(&resource, &NoIntegrations).is_ok(), "{arn}");
            }
        }
    }
}
