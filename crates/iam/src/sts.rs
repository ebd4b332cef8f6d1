//! STS.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::sts::*;
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
            account: Some(ctx.scope.account.to_string()),
            arn: Some(ctx.caller.principal.arn(&ctx.scope.partition)),
        })
    }

    /// The role's trust policy and the caller's own are weighed together: a trust policy that names the
    /// caller suffices, one that names the account leaves it to the caller's policies.
    pub(crate) async fn assume_role(
        self: Arc<Self>,
        ctx: Context,
        input: AssumeRoleRequest,
    ) -> Result<AssumeRoleResponse, AwsError> {
        let unserved = [
            (input.serial_number.is_some() || input.token_code.is_some(), "sts:AssumeRole with MFA"),
            (input.policy.is_some(), "sts:AssumeRole with a session policy"),
            (input.policy_arns.as_ref().is_some_and(|p| !p.is_empty()), "sts:AssumeRole with PolicyArns"),
        ];
        if let Some((_, what)) = unserved.iter().find(|(asked, _)| *asked) {
            return Err(AwsError::not_served(what));
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
        let bearing = self.policies(&ctx.caller.principal)?;
        let principal = ctx.caller.principal.for_policy(&ctx.scope.partition);
        if !self.trusts(&role, &input.role_arn, &principal, &bearing)? {
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
        let credentials = self.open_session(principal, seconds).await?;
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
