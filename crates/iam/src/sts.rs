//! STS.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sts::{self, *};
use lirio_policy::{Document, Kind};
use lirio_service::{Context, Identity as _};

use crate::Iam;

impl Iam {
    pub(crate) async fn get_caller_identity(
        self: Arc<Self>,
        ctx: Context,
        _: GetCallerIdentityRequest,
    ) -> Result<GetCallerIdentityResponse, AwsError> {
        Ok(GetCallerIdentityResponse {
            user_id: Some(ctx.caller.principal.user_id()),
            account: Some(ctx.scope.account.clone()),
            arn: Some(ctx.caller.principal.arn(&ctx.scope.partition)),
        })
    }

    /// The door has checked that the caller's own policies allow the role's ARN; here the role's
    /// trust policy must allow the caller.
    pub(crate) async fn assume_role(
        self: Arc<Self>,
        ctx: Context,
        input: AssumeRoleRequest,
    ) -> Result<AssumeRoleResponse, AwsError> {
        let unserved = [
            (input.serial_number.is_some() || input.token_code.is_some(), "sts:AssumeRole with MFA"),
            (input.policy_arns.as_ref().is_some_and(|p| !p.is_empty()), "sts:AssumeRole with PolicyArns"),
        ];
        if let Some((_, what)) = unserved.iter().find(|(asked, _)| *asked) {
            return Err(AwsError::not_served(what));
        }
        let policies: Vec<String> = input.policy.into_iter().collect();
        for policy in &policies {
            Document::parse(policy, Kind::Identity)
                .map_err(|e| sts::errors::malformed_policy_document_exception(e.to_string()))?;
        }
        let caller = ctx.caller.principal.arn(&ctx.scope.partition);
        let refused = || {
            let message = format!(
                "User: {caller} is not authorized to perform: sts:AssumeRole on resource: {}",
                input.role_arn
            );
            AwsError::new("AccessDenied", 403, message)
        };
        let role = self.role_by_arn(&input.role_arn)?.ok_or_else(refused)?;
        let identity = self.policies(&ctx.caller.principal)?.identity;
        let principal = ctx.caller.principal.for_policy(&ctx.scope.partition);
        if !self.trusts(&role, &input.role_arn, &principal, &identity)? {
            return Err(refused());
        }
        let seconds = input.duration_seconds.unwrap_or(3600);
        if seconds > role.max_session {
            return Err(AwsError::new(
                "ValidationError",
                400,
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
            ));
        }
        let principal = self.session_principal(role, &input.role_session_name);
        let seconds = u32::try_from(seconds)
            .map_err(|_| AwsError::new("ValidationError", 400, "DurationSeconds is out of range."))?;
        let credentials = self.open_session(principal, seconds, policies).await?;
        Ok(AssumeRoleResponse {
            credentials: Some(Credentials {
                access_key_id: credentials.access_key,
                secret_access_key: credentials.secret,
                session_token: credentials.session_token,
                expiration: credentials.expires,
            }),
            assumed_role_user: Some(AssumedRoleUser {
                assumed_role_id: credentials.principal.user_id(),
                arn: credentials.principal.arn(&ctx.scope.partition),
            }),
            ..AssumeRoleResponse::default()
        })
    }
}
