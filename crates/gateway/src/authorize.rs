//! IAM in the path: may this caller do this here?

use std::collections::BTreeMap;

use lirio_api::{AwsError, IamAction, Operation, Protocol, Value};
use lirio_policy::{Decision, Policies, Request};
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
    let check = |action: &str, resource: &str| -> Result<(), AwsError> {
        let service = action.split(':').next().unwrap_or_default();
        let resource_policy = registry.resource_policy(service, scope, resource)?;
        let request = Request {
            principal: principal(&caller.principal, &scope.partition),
            action: action.to_owned(),
            resource: resource.to_owned(),
            context: context(scope, caller),
        };
        let decision = lirio_policy::evaluate(
            &request,
            &Policies {
                identity: policies.identity.clone(),
                boundary: policies.boundary.clone(),
                session: policies.session.clone(),
                resource: resource_policy.map(|p| (p.document, p.account)),
                ..Policies::default()
            },
        );
        if decision.allowed() { Ok(()) } else { Err(denied(operation, &decision)) }
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

fn principal(principal: &Principal, partition: &str) -> lirio_policy::Principal {
    use lirio_policy::Principal as P;
    match principal {
        Principal::Root { account } => P::Root { account: account.clone() },
        Principal::User { account, .. } => {
            P::User { account: account.clone(), arn: principal.arn(partition) }
        }
        Principal::Session { account, session, .. } => P::Session {
            account: account.clone(),
            role_arn: principal.role_arn(partition).unwrap_or_default(),
            session: session.clone(),
        },
        Principal::Service { name } => P::Service { name: name.clone() },
        Principal::Anonymous => P::Anonymous,
    }
}

/// Global condition keys (IAM User Guide, "AWS global condition context keys").
fn context(scope: &Scope, caller: &Caller) -> BTreeMap<String, Vec<String>> {
    let mut keys = BTreeMap::new();
    let mut set = |key: &str, value: String| keys.insert(key.to_owned(), vec![value]);
    set("aws:RequestedRegion", scope.region.clone());
    set("aws:PrincipalAccount", scope.account.clone());
    set(
        "aws:PrincipalArn",
        match caller.principal.role_arn(&scope.partition) {
            Some(role) => role,
            None => caller.principal.arn(&scope.partition),
        },
    );
    set("aws:userid", caller.principal.user_id());
    if let Principal::User { name, .. } = &caller.principal {
        set("aws:username", name.clone());
    }
    match &caller.source {
        Source::Http { address, user_agent } => {
            set("aws:SourceIp", address.to_string());
            set("aws:UserAgent", user_agent.to_string());
            set("aws:ViaAWSService", "false".to_owned());
        }
        Source::Service(name) => {
            set("aws:ViaAWSService", "true".to_owned());
            set("aws:CalledVia", name.to_string());
        }
    }
    keys
}

fn denied(operation: &Operation, decision: &Decision) -> AwsError {
    let message = decision.explain();
    match operation.service.protocol {
        Protocol::RestXml | Protocol::Query => AwsError::new("AccessDenied", 403, message),
        Protocol::RestJson => AwsError::new("AccessDeniedException", 403, message),
        Protocol::Json10 | Protocol::Json11 | Protocol::Cbor => AwsError::access_denied(message),
    }
}
