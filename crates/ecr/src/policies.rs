//! Policies of repositories.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::ecr::{self, *};
use lirio_policy::{Document, Kind};
use lirio_service::{Context, ResourcePolicy, Scope};

use crate::repositories::change;
use crate::tables::{Place, REPOSITORIES, RepositoryRow};
use crate::{Ecr, authorize};

impl Ecr {
    pub(crate) async fn set_repository_policy(
        self: Arc<Self>,
        ctx: Context,
        input: SetRepositoryPolicyRequest,
    ) -> Result<SetRepositoryPolicyResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let document = parse(&input.policy_text)
            .map_err(|why| invalid(&format!("Invalid repository policy provided: {why}")))?;
        if !input.force.unwrap_or(false) {
            let again = authorize::check(
                &self.platform,
                &ctx.scope,
                &ctx.caller,
                "ecr:SetRepositoryPolicy",
                &place.arn(),
                Some(&document),
            );
            if again.is_err() {
                return Err(invalid(
                    "The policy would prevent you from setting another policy in the future; use force to set it anyway",
                ));
            }
        }
        let text = input.policy_text.clone();
        change(&ctx, place.clone(), move |row| {
            row.policy = Some(text);
            Ok(())
        })
        .await?;
        Ok(SetRepositoryPolicyResponse {
            registry_id: Some(place.scope.account.to_string()),
            repository_name: Some(place.name),
            policy_text: Some(input.policy_text),
        })
    }

    pub(crate) async fn get_repository_policy(
        self: Arc<Self>,
        ctx: Context,
        input: GetRepositoryPolicyRequest,
    ) -> Result<GetRepositoryPolicyResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let row = self.platform.store.read(|r| place.repository(r))?;
        let text = row.policy.ok_or_else(|| no_policy(&place))?;
        Ok(GetRepositoryPolicyResponse {
            registry_id: Some(place.scope.account.to_string()),
            repository_name: Some(place.name),
            policy_text: Some(text),
        })
    }

    pub(crate) async fn delete_repository_policy(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteRepositoryPolicyRequest,
    ) -> Result<DeleteRepositoryPolicyResponse, AwsError> {
        let place = Place::of(&ctx.scope, input.registry_id.as_deref(), &input.repository_name)?;
        let at = place.clone();
        let text =
            change(&ctx, place.clone(), move |row| row.policy.take().ok_or_else(|| no_policy(&at))).await?;
        Ok(DeleteRepositoryPolicyResponse {
            registry_id: Some(place.scope.account.to_string()),
            repository_name: Some(place.name),
            policy_text: Some(text),
        })
    }

    /// The policy of the repository with this ARN, for authorization.
    pub(crate) fn policy_of(&self, scope: &Scope, arn: &str) -> Result<Option<ResourcePolicy>, AwsError> {
        let prefix = scope.arn("ecr", "repository/");
        let Some(name) = arn.strip_prefix(&prefix) else { return Ok(None) };
        let place = Place::new(scope, name);
        let row = self.platform.store.read(|r| REPOSITORIES.get(r, &place.key()))?;
        let document = row.as_ref().map(document).transpose()?.flatten();
        Ok(document.map(|document| ResourcePolicy {
            document: Arc::new(document),
            account: scope.account.to_string(),
        }))
    }
}

/// The repository's policy, parsed.
pub(crate) fn document(row: &RepositoryRow) -> Result<Option<Document>, AwsError> {
    // It was parsed before it was stored.
    row.policy.as_deref().map(parse).transpose().map_err(AwsError::internal)
}

/// Reads a repository policy, whose statements name no resource: it is the repository.
fn parse(text: &str) -> Result<Document, String> {
    let mut json: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let complete = |statement: &mut serde_json::Value| {
        if let Some(members) = statement.as_object_mut()
            && !members.contains_key("Resource")
            && !members.contains_key("NotResource")
        {
            members.insert("Resource".to_owned(), "*".into());
        }
    };
    match json.get_mut("Statement") {
        Some(serde_json::Value::Array(all)) => all.iter_mut().for_each(complete),
        Some(one) => complete(one),
        None => {}
    }
    Document::parse(&json.to_string(), Kind::Resource).map_err(|e| e.to_string())
}

fn invalid(why: &str) -> AwsError {
    ecr::errors::invalid_parameter_exception(format!(
        "Invalid parameter at 'PolicyText' failed to satisfy constraint: '{why}'"
    ))
}

fn no_policy(place: &Place) -> AwsError {
    ecr::errors::repository_policy_not_found_exception(format!(
        "Repository policy does not exist for the repository with name '{}' in the registry with id '{}'",
        place.name, place.scope.account
    ))
}
