//! IAM in the path: may this caller do this here?

use std::cell::OnceCell;

use lirio_api::{AwsError, IamAction, Operation, Protocol, Value};
use lirio_policy::{Context, Policies, Request};
use lirio_service::{Caller, Identity, Principal, Registry, Scope, Source};

use crate::resource::resolve;

/// The resources the operation acts on, by its row.
pub(crate) fn resources(operation: &Operation, input: &Value, scope: &Scope, caller: &Caller) -> Vec<String> {
    operation
        .resources
        .split(' ')
        .flat_map(|template| {
            let found = resolve(template, input, scope, caller);
            // An optional member that is absent means "any".
            if found.is_empty() { vec!["*".to_owned()] } else { found }
        })
        .collect()
}

/// Fails with the service's own access-denied error unless every action is allowed on every resource.
pub(crate) fn authorize(
    identity: &dyn Identity,
    registry: &Registry,
    operation: &'static Operation,
    input: &Value,
    scope: &Scope,
    caller: &Caller,
    resources: &[String],
) -> Result<(), AwsError> {
    let IamAction::Named(action) = operation.action else { return Ok(()) };
    // A service acting for itself is the platform; what it does for a role it does as that role.
    if matches!(caller.principal, Principal::Service { .. }) {
        return Ok(());
    }
    let policies = identity.policies(&caller.principal)?;
    let is_root = matches!(&caller.principal, Principal::Root { account } if **account == *scope.account);
    let asked = OnceCell::new();
    let check = |action: &str, resource: &str| -> Result<(), AwsError> {
        let service = action.split(':').next().unwrap_or_default();
        let resource_policy = registry.resource_policy(service, scope, resource)?;
        // The account itself is allowed what no policy of the resource speaks of.
        if is_root && resource_policy.is_none() {
            return Ok(());
        }
        let (principal, context) = asked.get_or_init(|| {
            (caller.principal.for_policy(&scope.partition), context(operation, input, scope, caller))
        });
        let request = Request { principal, action, resource, context };
        let decision = lirio_policy::evaluate(
            &request,
            &Policies {
                resource: resource_policy
                    .as_ref()
                    .map(|p| lirio_policy::Policy { name: "resource policy", document: &p.document }),
                resource_account: Some(resource_policy.as_ref().map_or(&*scope.account, |p| &p.account)),
                ..policies.view()
            },
        );
        if decision.is_allowed() { Ok(()) } else { Err(denied(operation, decision.explain(&request))) }
    };
    for resource in resources {
        check(action_for(action, input), resource)?;
    }
    for (action, template) in operation.also {
        for resource in resolve(template, input, scope, caller) {
            check(action, &resource)?;
        }
    }
    Ok(())
}

/// S3 has actions of its own for named versions of an object.
fn action_for<'a>(action: &'a str, input: &Value) -> &'a str {
    let versioned = input.as_map().is_some_and(|m| m.get("VersionId").is_some());
    match action {
        "s3:GetObject" if versioned => "s3:GetObjectVersion",
        "s3:DeleteObject" if versioned => "s3:DeleteObjectVersion",
        "s3:GetObjectTagging" if versioned => "s3:GetObjectVersionTagging",
        "s3:PutObjectTagging" if versioned => "s3:PutObjectVersionTagging",
        "s3:DeleteObjectTagging" if versioned => "s3:DeleteObjectVersionTagging",
        other => other,
    }
}

/// Global condition keys (IAM User Guide, "AWS global condition context keys"), and those of services
/// that policies commonly ask for (Service Authorization Reference).
fn context(operation: &Operation, input: &Value, scope: &Scope, caller: &Caller) -> Context {
    let mut keys = Context::new()
        .with("aws:RequestedRegion", [&*scope.region])
        .with("aws:PrincipalAccount", [&*scope.account])
        .with("aws:userid", [caller.principal.user_id()]);
    // Who gets the roles that the operation hands over.
    if let (IamAction::Named(action), false) = (operation.action, operation.also.is_empty()) {
        let service = action.split(':').next().unwrap_or_default();
        keys.insert("iam:PassedToService", [format!("{service}.amazonaws.com")]);
    }
    if operation.service.id == "s3" && operation.name.starts_with("List") {
        for (key, member) in [("s3:prefix", "Prefix"), ("s3:delimiter", "Delimiter")] {
            if let Some(text) = input.pointer(&[member]).and_then(Value::as_str) {
                keys.insert(key, [text]);
            }
        }
    }
    if operation.service.id == "cloudwatch" {
        match operation.name {
            "PutMetricData" => {
                if let Some(text) = input.pointer(&["Namespace"]).and_then(Value::as_str) {
                    keys.insert("cloudwatch:namespace", [text]);
                }
            }
            "PutMetricAlarm" | "PutCompositeAlarm" => {
                let actions: Vec<&str> = ["OKActions", "AlarmActions", "InsufficientDataActions"]
                    .iter()
                    .filter_map(|member| match input.pointer(&[member]) {
                        Some(Value::List(items)) => Some(items),
                        _ => None,
                    })
                    .flatten()
                    .filter_map(Value::as_str)
                    .collect();
                if !actions.is_empty() {
                    keys.insert("cloudwatch:AlarmActions", actions);
                }
            }
            _ => {}
        }
    }
    match &caller.source {
        Source::Http { address, user_agent } => {
            keys.insert("aws:SourceIp", [address.to_string()]);
            keys.insert("aws:UserAgent", [user_agent.to_string()]);
            keys.insert("aws:ViaAWSService", ["false"]);
        }
        Source::Service(name) => {
            keys.insert("aws:ViaAWSService", ["true"]);
            keys.insert("aws:CalledVia", [name.to_string()]);
        }
    }
    keys
}

fn denied(operation: &Operation, message: String) -> AwsError {
    match operation.service.protocol {
        Protocol::RestXml | Protocol::Query => AwsError::new("AccessDenied", 403, message),
        Protocol::RestJson => AwsError::new("AccessDeniedException", 403, message),
        Protocol::Json10 | Protocol::Json11 | Protocol::Cbor => AwsError::access_denied(message),
    }
}
