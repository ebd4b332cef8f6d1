//! IAM for the registry's own interface, whose calls are no operations of the table.

use lirio_api::AwsError;
use lirio_policy::{Context, Document, Policies, Policy, Request};
use lirio_service::{Caller, Platform, Principal, Scope, Source};

/// What every pull needs.
pub(crate) const PULL_MANIFEST: &str = "ecr:BatchGetImage";
/// What reading a blob needs.
pub(crate) const PULL_BLOB: &str = "ecr:GetDownloadUrlForLayer";
/// What asking for a blob needs.
pub(crate) const CHECK_BLOB: &str = "ecr:BatchCheckLayerAvailability";
/// What beginning an upload needs.
pub(crate) const BEGIN_UPLOAD: &str = "ecr:InitiateLayerUpload";
/// What each part of one needs.
pub(crate) const UPLOAD_PART: &str = "ecr:UploadLayerPart";
/// What ending one needs.
pub(crate) const COMPLETE_UPLOAD: &str = "ecr:CompleteLayerUpload";
/// What pushing a manifest needs.
pub(crate) const PUT_IMAGE: &str = "ecr:PutImage";
/// What deleting one needs.
pub(crate) const DELETE_IMAGE: &str = "ecr:BatchDeleteImage";
/// What listing tags needs.
pub(crate) const LIST_IMAGES: &str = "ecr:ListImages";
/// What listing repositories needs.
pub(crate) const LIST_REPOSITORIES: &str = "ecr:DescribeRepositories";

/// Whether the caller's policies, and the resource's if it has one, allow the action; the error has AWS's words.
pub(crate) fn check(
    platform: &Platform,
    scope: &Scope,
    caller: &Caller,
    action: &str,
    resource: &str,
    policy: Option<&Document>,
) -> Result<(), AwsError> {
    // A service acting for itself is the platform; what it does for a role it does as that role.
    if matches!(caller.principal, Principal::Service { .. }) {
        return Ok(());
    }
    let policies = platform.identity()?.policies(&caller.principal)?;
    let principal = caller.principal.for_policy(&scope.partition);
    let context = context(scope, caller);
    let request = Request { principal: &principal, action, resource, context: &context };
    let decision = lirio_policy::evaluate(
        &request,
        &Policies {
            resource: policy.map(|document| Policy { name: "repository policy", document }),
            resource_account: Some(&scope.account),
            ..policies.view()
        },
    );
    if decision.is_allowed() { Ok(()) } else { Err(AwsError::access_denied(decision.explain(&request))) }
}

/// The keys that conditions may ask for.
fn context(scope: &Scope, caller: &Caller) -> Context {
    let mut keys = Context::new()
        .with("aws:RequestedRegion", [&*scope.region])
        .with("aws:userid", [caller.principal.user_id()]);
    match &caller.source {
        Source::Http { address, user_agent } => {
            keys.insert("aws:UserAgent", [user_agent.to_string()]);
            keys.insert("aws:ViaAWSService", ["false"]);
            // An address that is not known must match no range.
            if !address.is_unspecified() {
                keys.insert("aws:SourceIp", [address.to_string()]);
            }
        }
        Source::Service(name) => {
            keys.insert("aws:ViaAWSService", ["true"]);
            keys.insert("aws:CalledVia", [name.to_string()]);
        }
    }
    keys
}
