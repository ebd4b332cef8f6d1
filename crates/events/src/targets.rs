//! Targets of rules: what kinds are served, and what each needs.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::events::{
    ListTargetsByRuleRequest, ListTargetsByRuleResponse, PutTargetsRequest, PutTargetsResponse,
    RemoveTargetsRequest, RemoveTargetsResponse, Target, errors::limit_exceeded_exception,
};
use lirio_event_pattern::transform::{InputPath, InputTransformer};
use lirio_service::Context;
use serde_json::Value as Json;

use crate::Events;
use crate::names::bus_name;
use crate::page::page;
use crate::rules::require_rule;
use crate::tables::{TARGETS, rule_key};

/// EventBridge's quota.
const TARGETS_PER_RULE: u64 = 5;

/// A kind of target that events are delivered to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A Step Functions state machine (also a version or an alias of one).
    StateMachine,
    /// A Lambda function.
    Function,
    /// A log group, by its name.
    LogGroup(String),
    /// Another bus, by its region and name.
    Bus {
        /// Region.
        region: String,
        /// Name.
        bus: String,
    },
}

impl Kind {
    /// The kind of a target by its ARN; kinds that are not served are refused by name.
    pub(crate) fn of(arn: &str) -> Result<Self, AwsError> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let ["arn", _, service, region, _, resource] = parts.as_slice() else {
            return Err(AwsError::validation(format!(
                "Parameter {arn} is not valid. Reason: Provided Arn is not in correct format."
            )));
        };
        if *service == "states" && resource.starts_with("stateMachine:") {
            return Ok(Self::StateMachine);
        }
        if *service == "lambda" && resource.starts_with("function:") {
            return Ok(Self::Function);
        }
        if *service == "logs"
            && let Some(group) = resource.strip_prefix("log-group:")
        {
            return Ok(Self::LogGroup(group.strip_suffix(":*").unwrap_or(group).to_owned()));
        }
        if *service == "events"
            && let Some(bus) = resource.strip_prefix("event-bus/")
        {
            return Ok(Self::Bus { region: (*region).to_owned(), bus: bus.to_owned() });
        }
        Err(AwsError::not_served(format_args!(
            "An EventBridge target of the kind {service} ({arn}); state machines, Lambda functions, log groups and event buses are,"
        )))
    }
}

/// Options of a target that belong to kinds of targets that are not served.
fn unserved_option(target: &Target) -> Option<&'static str> {
    [
        (target.kinesis_parameters.is_some(), "KinesisParameters"),
        (target.run_command_parameters.is_some(), "RunCommandParameters"),
        (target.ecs_parameters.is_some(), "EcsParameters"),
        (target.batch_parameters.is_some(), "BatchParameters"),
        (target.sqs_parameters.is_some(), "SqsParameters"),
        (target.http_parameters.is_some(), "HttpParameters"),
        (target.redshift_data_parameters.is_some(), "RedshiftDataParameters"),
        (target.sage_maker_pipeline_parameters.is_some(), "SageMakerPipelineParameters"),
        (target.app_sync_parameters.is_some(), "AppSyncParameters"),
        (target.dead_letter_config.as_ref().is_some_and(|d| d.arn.is_some()), "DeadLetterConfig (SQS)"),
    ]
    .into_iter()
    .find_map(|(given, name)| given.then_some(name))
}

/// Refuses a target that could not be delivered to.
fn check(target: &Target, own_bus: &str, region: &str) -> Result<(), AwsError> {
    let kind = Kind::of(&target.arn)?;
    if let Some(option) = unserved_option(target) {
        return Err(AwsError::not_served(format_args!("{option} of target {}", target.id)));
    }
    if kind == Kind::StateMachine && target.role_arn.is_none() {
        return Err(AwsError::validation(format!("RoleArn is required for target {}.", target.arn)));
    }
    if kind == (Kind::Bus { region: region.to_owned(), bus: own_bus.to_owned() }) {
        return Err(AwsError::validation(format!(
            "Parameter {} is not valid. Reason: an event bus cannot be a target of its own rules.",
            target.arn
        )));
    }
    let forms = [target.input.is_some(), target.input_path.is_some(), target.input_transformer.is_some()];
    if forms.into_iter().filter(|given| *given).count() > 1 {
        return Err(AwsError::validation(format!(
            "Only one of Input, InputPath, or InputTransformer must be provided for target {}.",
            target.id
        )));
    }
    if let Some(input) = &target.input {
        serde_json::from_str::<Json>(input).map_err(|error| {
            AwsError::validation(format!("JSON syntax error in input for target {}: {error}", target.id))
        })?;
    }
    if let Some(path) = &target.input_path {
        InputPath::parse(path).map_err(|error| {
            AwsError::validation(format!("Invalid InputPath for target {}: {error}.", target.id))
        })?;
    }
    if let Some(transformer) = &target.input_transformer {
        let paths = transformer.input_paths_map.iter().flatten().map(|(n, p)| (n.as_str(), p.as_str()));
        InputTransformer::parse(paths, &transformer.input_template).map_err(|error| {
            AwsError::validation(format!("Invalid InputTemplate for target {}: {error}.", target.id))
        })?;
    }
    Ok(())
}

impl Events {
    pub(crate) async fn put_targets(
        self: Arc<Self>,
        ctx: Context,
        input: PutTargetsRequest,
    ) -> Result<PutTargetsResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        for target in &input.targets {
            check(target, &bus, &ctx.scope.region)?;
            if let Some(role) = &target.role_arn {
                self.check_role(role)?;
            }
        }
        let (region, rule) = (ctx.scope.region.clone(), input.rule);
        ctx.commit(move |txn| {
            require_rule(txn, &region, &bus, &rule)?;
            let key = rule_key(&region, &bus, &rule);
            for target in &input.targets {
                TARGETS.put(txn, &key.clone().str(&target.id), target)?;
            }
            if TARGETS.count(txn, &key)? > TARGETS_PER_RULE {
                return Err(limit_exceeded_exception(
                    "The requested resource exceeds the maximum number allowed.",
                ));
            }
            Ok(())
        })
        .await?;
        Ok(PutTargetsResponse { failed_entry_count: Some(0), failed_entries: Some(Vec::new()) })
    }

    pub(crate) async fn remove_targets(
        self: Arc<Self>,
        ctx: Context,
        input: RemoveTargetsRequest,
    ) -> Result<RemoveTargetsResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        let (region, rule) = (ctx.scope.region.clone(), input.rule);
        ctx.commit(move |txn| {
            require_rule(txn, &region, &bus, &rule)?;
            for id in &input.ids {
                TARGETS.delete(txn, &rule_key(&region, &bus, &rule).str(id))?;
            }
            Ok::<_, AwsError>(())
        })
        .await?;
        Ok(RemoveTargetsResponse { failed_entry_count: Some(0), failed_entries: Some(Vec::new()) })
    }

    pub(crate) async fn list_targets_by_rule(
        self: Arc<Self>,
        ctx: Context,
        input: ListTargetsByRuleRequest,
    ) -> Result<ListTargetsByRuleResponse, AwsError> {
        let bus = bus_name(input.event_bus_name.as_deref());
        let region = &ctx.scope.region;
        let targets: Vec<Target> = ctx.platform.store.read(|r| {
            require_rule(r, region, &bus, &input.rule)?;
            let rows = TARGETS.scan_prefix(r, &rule_key(region, &bus, &input.rule), None, usize::MAX)?;
            Ok::<_, AwsError>(rows.into_iter().map(|(_, target)| target).collect())
        })?;
        let page = page(targets, |target| &target.id, input.next_token.as_deref(), input.limit)?;
        Ok(ListTargetsByRuleResponse { targets: Some(page.items), next_token: page.next_token })
    }
}

#[cfg(test)]
mod tests {
    use lirio_api::events::InputTransformer;

    use super::*;

    #[test]
    fn kinds_go_by_arn() {
        let check = |arn: &str, expected: Option<Kind>| assert_eq!(Kind::of(arn).ok(), expected, "{arn}");
        check("arn:aws:states:eu-west-1:000000000000:stateMachine:iris", Some(Kind::StateMachine));
        check("arn:aws:states:eu-west-1:000000000000:activity:iris", None);
        check("arn:aws:lambda:eu-west-1:000000000000:function:f:live", Some(Kind::Function));
        check(
            "arn:aws:logs:eu-west-1:000000000000:log-group:/aws/events/x:*",
            Some(Kind::LogGroup("/aws/events/x".into())),
        );
        check(
            "arn:aws:events:eu-west-1:000000000000:event-bus/b",
            Some(Kind::Bus { region: "eu-west-1".into(), bus: "b".into() }),
        );
        check("arn:aws:sqs:eu-west-1:000000000000:queue", None);
        check("queue", None);
    }

    #[test]
    fn targets_are_checked_in_awss_words() {
        let lambda = || Target {
            id: "t".into(),
            arn: "arn:aws:lambda:r:000000000000:function:f".into(),
            ..Target::default()
        };
        let check = |target: Target, expected: &str| {
            let message = check(&target, "default", "r").err().map(|e| e.message).unwrap_or_default();
            assert!(message.contains(expected) && message.is_empty() == expected.is_empty(), "{message}");
        };
        check(lambda(), "");
        check(Target { input: Some("{\"a\":1}".into()), ..lambda() }, "");
        check(Target { input: Some("{".into()), ..lambda() }, "JSON syntax error in input for target t");
        check(
            Target { input: Some("{}".into()), input_path: Some("$".into()), ..lambda() },
            "Only one of Input, InputPath, or InputTransformer must be provided for target t.",
        );
        check(Target { input_path: Some("detail".into()), ..lambda() }, "Invalid InputPath for target t");
        let transformer = InputTransformer { input_paths_map: None, input_template: "{\"a\": <x>}".into() };
        check(
            Target { input_transformer: Some(transformer), ..lambda() },
            "Invalid InputTemplate for target t",
        );
        check(
            Target { arn: "arn:aws:states:r:000000000000:stateMachine:m".into(), ..lambda() },
            "RoleArn is required for target arn:aws:states:r:000000000000:stateMachine:m.",
        );
        check(Target { arn: "arn:aws:sqs:r:000000000000:q".into(), ..lambda() }, "of the kind sqs");
        check(
            Target { arn: "arn:aws:events:r:000000000000:event-bus/default".into(), ..lambda() },
            "its own rules",
        );
    }
}
