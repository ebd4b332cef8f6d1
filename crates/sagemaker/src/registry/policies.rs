//! Resource policies of model package groups: they hold for the group and for its versions.

use std::sync::Arc;

use lirio_api::sagemaker::{
    DeleteModelPackageGroupPolicyInput, GetModelPackageGroupPolicyInput, GetModelPackageGroupPolicyOutput,
    PutModelPackageGroupPolicyInput, PutModelPackageGroupPolicyOutput,
};
use lirio_api::{AwsError, Unit};
use lirio_policy::{Document, Kind};
use lirio_service::{Context, ResourcePolicy, Scope};

use super::groups::group;
use super::place::{Place, group_arn, group_name};
use super::rows::{GROUPS, GroupRow};
use crate::{SageMaker, names};

impl SageMaker {
    pub(crate) async fn put_model_package_group_policy(
        self: Arc<Self>,
        ctx: Context,
        input: PutModelPackageGroupPolicyInput,
    ) -> Result<PutModelPackageGroupPolicyOutput, AwsError> {
        parse(&input.resource_policy)
            .map_err(|why| AwsError::validation(format!("Invalid resource policy: {why}")))?;
        let arn = group_arn(&ctx.scope, &input.model_package_group_name);
        self.change_policy(&ctx, input.model_package_group_name, |row| {
            row.policy = Some(input.resource_policy);
            Ok(())
        })
        .await?;
        Ok(PutModelPackageGroupPolicyOutput { model_package_group_arn: arn })
    }

    pub(crate) async fn get_model_package_group_policy(
        self: Arc<Self>,
        ctx: Context,
        input: GetModelPackageGroupPolicyInput,
    ) -> Result<GetModelPackageGroupPolicyOutput, AwsError> {
        let row =
            self.platform.store.read(|read| group(read, &ctx.scope, &input.model_package_group_name))?;
        let policy = row.policy.as_ref().ok_or_else(|| no_policy(&row))?;
        Ok(GetModelPackageGroupPolicyOutput { resource_policy: policy.clone() })
    }

    pub(crate) async fn delete_model_package_group_policy(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteModelPackageGroupPolicyInput,
    ) -> Result<Unit, AwsError> {
        self.change_policy(&ctx, input.model_package_group_name, |row| match row.policy.take() {
            Some(_) => Ok(()),
            None => Err(no_policy(row)),
        })
        .await?;
        Ok(Unit)
    }

    async fn change_policy(
        &self,
        ctx: &Context,
        name: String,
        change: impl FnOnce(&mut GroupRow) -> Result<(), AwsError> + Send + 'static,
    ) -> Result<(), AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let mut row = group(txn, &scope, &name)?;
            change(&mut row)?;
            GROUPS.put(txn, &names::key(&scope, &row.name), &row)?;
            Ok(())
        })
        .await
    }

    /// The policy that holds for a resource, for authorization.
    pub(crate) fn policy_of(&self, scope: &Scope, arn: &str) -> Result<Option<ResourcePolicy>, AwsError> {
        // Asked of every call of the service, most of which are about something else.
        if !arn.starts_with("arn:") || !arn.contains(":model-package") {
            return Ok(None);
        }
        let name = match (group_name(scope, arn), Place::parse(scope, arn)) {
            (Ok(group), _) => group.to_owned(),
            (_, Ok(place)) if place.version > 0 => place.name,
            _ => return Ok(None),
        };
        let row = self.platform.store.read(|read| GROUPS.get(read, &names::key(scope, &name)))?;
        let Some(text) = row.and_then(|row| row.policy) else { return Ok(None) };
        // It was parsed before it was stored.
        let document = parse(&text).map_err(AwsError::internal)?;
        Ok(Some(ResourcePolicy { document: Arc::new(document), account: scope.account.to_string() }))
    }
}

/// Terraform looks for the first words.
fn no_policy(row: &GroupRow) -> AwsError {
    AwsError::validation(format!("Cannot find Model Package Group Policy of {}.", row.arn))
}

fn parse(text: &str) -> Result<Document, String> {
    Document::parse(text, Kind::Resource).map_err(|error| error.to_string())
}
