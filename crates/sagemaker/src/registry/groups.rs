//! Model package groups.

use std::sync::Arc;

use lirio_api::sagemaker::{
    CreateModelPackageGroupInput, CreateModelPackageGroupOutput, DeleteModelPackageGroupInput,
    DescribeModelPackageGroupInput, DescribeModelPackageGroupOutput, ListModelPackageGroupsInput,
    ListModelPackageGroupsOutput, ModelPackageGroupSummary, errors,
};
use lirio_api::{AwsError, Unit};
use lirio_service::{Context, Scope};
use lirio_store::Read;

use super::place::{group_arn, group_missing, group_name};
use super::rows::{GROUPS, GroupRow, packages_of, user_context};
use crate::SageMaker;
use crate::listing::{self, Listed, Query};
use crate::names::{self, refuse};
use crate::rows::TAGS;
use crate::tags;

/// A group needs nothing to be made ready.
const STATUS: &str = "Completed";

impl SageMaker {
    pub(crate) async fn create_model_package_group(
        self: Arc<Self>,
        ctx: Context,
        input: CreateModelPackageGroupInput,
    ) -> Result<CreateModelPackageGroupOutput, AwsError> {
        if input.managed_configuration.is_some() {
            return Err(refuse("managed storage of packages (ManagedConfiguration)"));
        }
        let scope = ctx.scope.clone();
        let row = GroupRow {
            arn: group_arn(&scope, &input.model_package_group_name),
            name: input.model_package_group_name,
            description: input.model_package_group_description,
            created: ctx.now,
            created_by: user_context(&scope, &ctx.caller.principal),
            last_version: 0,
            policy: None,
        };
        let arn = row.arn.clone();
        ctx.commit(move |txn| {
            if !GROUPS.insert(txn, &names::key(&scope, &row.name), &row)? {
                // The SDKs and Airflow look for the first words.
                return Err(AwsError::validation(format!("Model Package Group already exists: {}", row.arn)));
            }
            tags::create(txn, &row.arn, input.tags)
        })
        .await?;
        Ok(CreateModelPackageGroupOutput { model_package_group_arn: arn })
    }

    pub(crate) async fn describe_model_package_group(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeModelPackageGroupInput,
    ) -> Result<DescribeModelPackageGroupOutput, AwsError> {
        let row =
            self.platform.store.read(|read| group(read, &ctx.scope, &input.model_package_group_name))?;
        Ok(describe(row))
    }

    pub(crate) async fn list_model_package_groups(
        self: Arc<Self>,
        ctx: Context,
        input: ListModelPackageGroupsInput,
    ) -> Result<ListModelPackageGroupsOutput, AwsError> {
        refuse_other_accounts(input.cross_account_filter_option.as_deref())?;
        let query = Query {
            sort_by: input.sort_by,
            descending: input.sort_order.as_deref() != Some("Ascending"),
            next_token: input.next_token,
            max_results: input.max_results,
            name_contains: input.name_contains,
            created: (input.creation_time_after, input.creation_time_before),
            ..Query::default()
        };
        let listed = |row: GroupRow| Listed {
            name: row.name.clone(),
            created: row.created,
            modified: row.created,
            status: STATUS,
            summary: ModelPackageGroupSummary {
                model_package_group_name: row.name,
                model_package_group_arn: row.arn,
                model_package_group_description: row.description,
                creation_time: row.created,
                model_package_group_status: STATUS.to_owned(),
                managed_configuration: None,
            },
        };
        let (list, next_token) = listing::list(&ctx, GROUPS, &query, listed)?;
        Ok(ListModelPackageGroupsOutput { model_package_group_summary_list: list, next_token })
    }

    pub(crate) async fn delete_model_package_group(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteModelPackageGroupInput,
    ) -> Result<Unit, AwsError> {
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let row = group(txn, &scope, &input.model_package_group_name)?;
            let packages = packages_of(txn, &scope, &row.name)?.len();
            if packages > 0 {
                return Err(errors::conflict_exception(format!(
                    "Model Package Group {} cannot be deleted because it contains {packages} Model Packages. Delete them first.",
                    row.arn
                )));
            }
            GROUPS.delete(txn, &names::key(&scope, &row.name))?;
            TAGS.delete(txn, &tags::key(&row.arn))?;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }
}

/// What is described of a group.
pub(crate) fn describe(row: GroupRow) -> DescribeModelPackageGroupOutput {
    DescribeModelPackageGroupOutput {
        model_package_group_name: row.name,
        model_package_group_arn: row.arn,
        model_package_group_description: row.description,
        creation_time: row.created,
        created_by: row.created_by,
        model_package_group_status: STATUS.to_owned(),
        managed_configuration: None,
    }
}

/// The group of a name or an ARN.
pub(super) fn group(read: &impl Read, scope: &Scope, text: &str) -> Result<GroupRow, AwsError> {
    let name = group_name(scope, text)?;
    GROUPS.get(read, &names::key(scope, name))?.ok_or_else(|| group_missing(scope, name))
}

/// There is one account whose resources can be seen.
pub(crate) fn refuse_other_accounts(filter: Option<&str>) -> Result<(), AwsError> {
    match filter {
        Some("CrossAccount") => Err(refuse("resources of other accounts (CrossAccountFilterOption)")),
        _ => Ok(()),
    }
}
