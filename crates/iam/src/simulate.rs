//! SimulatePrincipalPolicy.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::iam::*;
use lirio_policy::{Context as Conditions, Policies, Policy, Request};
use lirio_service::{Context, Identity as _, NamedPolicy, Principal};
use lirio_store::Key;

use crate::identity::parsed;
use crate::tables::{USERS, UserRow};
use crate::{Iam, no_such_entity};

impl Iam {
    pub(crate) async fn simulate_principal_policy(
        self: Arc<Self>,
        ctx: Context,
        input: SimulatePrincipalPolicyRequest,
    ) -> Result<SimulatePolicyResponse, AwsError> {
        let principal = self.simulated(&ctx, &input.policy_source_arn)?;
        let mut bearing = self.policies(&principal)?;
        for (i, text) in input.policy_input_list.unwrap_or_default().iter().enumerate() {
            bearing.identity.extend(parsed(&format!("PolicyInputList.{}", i + 1), text));
        }
        let mut conditions = Conditions::new();
        for entry in input.context_entries.unwrap_or_default() {
            if let (Some(key), Some(values)) = (entry.context_key_name, entry.context_key_values) {
                conditions.insert(key, values);
            }
        }
        let resource_policy = input.resource_policy.as_deref().map(|text| {
            lirio_policy::Document::parse(text, lirio_policy::Kind::Resource)
                .map_err(|e| lirio_api::iam::errors::invalid_input_exception(e.to_string()))
        });
        let resource_policy = resource_policy.transpose()?;
        let who = principal.for_policy(&ctx.scope.partition);
        let resources = input.resource_arns.unwrap_or_else(|| vec!["*".to_owned()]);

        let mut results = Vec::new();
        for action in &input.action_names {
            for resource in &resources {
                let decision = lirio_policy::evaluate(
                    &Request { principal: &who, action, resource, context: &conditions },
                    &Policies {
                        identity: bearing.identity.iter().map(NamedPolicy::view).collect(),
                        boundary: bearing.boundary.as_ref().map(NamedPolicy::view),
                        resource: resource_policy
                            .as_ref()
                            .map(|document| Policy { name: "ResourcePolicy", document }),
                        resource_account: Some(&ctx.scope.account),
                        ..Policies::default()
                    },
                );
                let verdict = match decision.outcome {
                    lirio_policy::Outcome::Allowed => "allowed",
                    lirio_policy::Outcome::ExplicitDeny => "explicitDeny",
                    lirio_policy::Outcome::ImplicitDeny => "implicitDeny",
                };
                results.push(EvaluationResult {
                    eval_action_name: action.clone(),
                    eval_resource_name: Some(resource.clone()),
                    eval_decision: verdict.to_owned(),
                    matched_statements: Some(Vec::new()),
                    missing_context_values: Some(Vec::new()),
                    ..EvaluationResult::default()
                });
            }
        }
        Ok(SimulatePolicyResponse {
            evaluation_results: Some(results),
            is_truncated: Some(false),
            marker: None,
        })
    }

    /// The user or role of an ARN, as a principal.
    fn simulated(&self, ctx: &Context, arn: &str) -> Result<Principal, AwsError> {
        if let Some(role) = self.role_by_arn(arn)? {
            return Ok(self.session_principal(role, "simulation"));
        }
        let users = self.platform.scope.global_arn("iam", "user/");
        if let Some(name) = arn.strip_prefix(&users).and_then(|path| path.rsplit('/').next()) {
            let row: Option<UserRow> = ctx.read(|r| USERS.get(r, &Key::new().str(name)))?;
            let row = row.ok_or_else(|| no_such_entity("user", name))?;
            return Ok(Principal::User {
                account: ctx.scope.account.to_string(),
                path: row.path,
                name: row.name,
                id: row.id,
            });
        }
        if arn == ctx.scope.global_arn("iam", "root") {
            return Ok(Principal::Root { account: ctx.scope.account.to_string() });
        }
        Err(lirio_api::iam::errors::no_such_entity_exception(format!("The entity {arn} cannot be found.")))
    }
}
