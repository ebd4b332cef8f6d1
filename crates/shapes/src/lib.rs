//! The shapes of AWS's answers, to compare mocked results with.
//!
//! Step Functions integrates with services that lirio does not serve, and `TestState` compares
//! what a mock says they answer with their models. `cargo xtask codegen` packs the output shapes of
//! the services that workflows call most; [`Outputs`] unpacks one service when it is asked for, so
//! that nothing else carries their weight. A service that is not packed is named by the error.

mod check;
mod generated;
mod service;
mod target;

use lirio_asl::ServiceIntegration;
use lirio_asl::test_state::ResultSchemas;
use serde_json::Value;

use service::Service;
use target::Target;

/// The packed output shapes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Outputs;

impl ResultSchemas for Outputs {
    fn check(&self, integration: &ServiceIntegration, result: &Value, strict: bool) -> Result<(), String> {
        let unknown = |what: &str| {
            let (kind, name) = (integration.resource_type(), integration.resource());
            Err(format!(
                "The mocked result of {kind}:{name} cannot be validated: {what} (fieldValidationMode NONE accepts any result)"
            ))
        };
        let target = match target::of(integration) {
            Target::Anything => return Ok(()),
            Target::Unknown => return unknown("what the job answers is not known to this platform"),
            Target::Output(output) => output,
        };
        let Some(packed) = generated::SERVICES.iter().find(|(name, _)| *name == target.service) else {
            return unknown(&format!(
                "the model of the service '{}' is not on this platform",
                target.service
            ));
        };
        let service = match Service::unpack(packed.1) {
            Ok(service) => service,
            Err(why) => return unknown(&format!("its model cannot be read ({why})")),
        };
        match service.output(&target.operation, target.inside) {
            None => unknown(&format!("the service has no operation {}", target.operation)),
            Some(None) => Ok(()),
            Some(Some(shape)) => check::output(&service, shape, result, strict, target.free)
                .map_err(|what| format!("Mock result schema validation error: {what}")),
        }
    }
}

#[cfg(test)]
mod tests;
