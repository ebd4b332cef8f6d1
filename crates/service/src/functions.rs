//! Functions that services of AWS invoke of their own accord: for a rule, for an alarm.

use bytes::Bytes;
use lirio_api::{AwsError, Body, lambda};
use lirio_policy::{Context, Document, Kind, Policies, Policy, Principal, Request};

use crate::{Caller, Platform};

/// Invokes a function without waiting for what it does, as the service of this name
/// (`events.amazonaws.com`) and for the resource `source` of an account.
///
/// The door lets services of the platform do what they like; on AWS the function's own policy
/// (`AddPermission`) decides, and so it does here.
///
/// Errors: 403 where the policy does not allow it; those of `GetPolicy` and `Invoke`.
pub async fn invoke_function(
    platform: &Platform,
    service: &str,
    function: &str,
    source: &str,
    account: &str,
    payload: Bytes,
) -> Result<(), AwsError> {
    let caller = Caller::service(service);
    let denied = |why: &str| {
        let text = format!("{service} may not invoke the function for {source}: {why}");
        AwsError::new("AccessDeniedException", 403, text)
    };
    // `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`
    let parts: Vec<&str> = function.split(':').collect();
    let input = lambda::GetPolicyRequest {
        function_name: parts.iter().take(7).copied().collect::<Vec<_>>().join(":"),
        qualifier: parts.get(7).map(|qualifier| (*qualifier).to_owned()),
    };
    let policy = match platform.door.call(&caller, lambda::ops::GetPolicy, input).await {
        Ok(answer) => answer.policy.unwrap_or_default(),
        Err(error) if error.code == "ResourceNotFoundException" => {
            return Err(denied("the function does not exist or has no policy").because(error));
        }
        Err(error) => return Err(error),
    };
    let document = Document::parse(&policy, Kind::Resource).map_err(AwsError::internal)?;
    let context = Context::new().with("aws:SourceArn", [source]).with("aws:SourceAccount", [account]);
    let principal = Principal::Service { name: service.to_owned() };
    let action = "lambda:InvokeFunction";
    let request = Request { principal: &principal, action, resource: function, context: &context };
    let policies = Policies {
        resource: Some(Policy { name: "function policy", document: &document }),
        resource_account: Some(account),
        ..Policies::default()
    };
    if !lirio_policy::evaluate(&request, &policies).is_allowed() {
        return Err(denied("the function's policy does not allow it"));
    }
    let input = lambda::InvocationRequest {
        function_name: function.to_owned(),
        invocation_type: Some("Event".to_owned()),
        payload: Body::from_bytes(payload),
        ..lambda::InvocationRequest::default()
    };
    platform.door.call(&caller, lambda::ops::Invoke, input).await.map(|_| ())
}
