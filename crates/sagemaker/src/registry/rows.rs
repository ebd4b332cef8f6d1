//! What is stored of the registry.

use lirio_api::sagemaker::{DescribeModelPackageOutput, UserContext};
use lirio_api::{AwsError, Timestamp};
use lirio_service::{Principal, Scope};
use lirio_store::{Key, Read, Table};
use serde::{Deserialize, Serialize};

use crate::names;

/// By group; names that differ only in case are the same.
pub(crate) const GROUPS: Table<GroupRow> = Table::new("sagemaker.model_package_groups");
/// By group and version; an unversioned package by its name and zero.
pub(crate) const PACKAGES: Table<PackageRow> = Table::new("sagemaker.model_packages");
/// By client token: which package it made.
pub(super) const TOKENS: Table<TokenRow> = Table::new("sagemaker.model_package_tokens");

/// A model package group.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct GroupRow {
    pub(crate) name: String,
    pub(crate) arn: String,
    pub(crate) description: Option<String>,
    pub(crate) created: Timestamp,
    pub(crate) created_by: UserContext,
    /// The highest version so far: a version's number is never given twice.
    pub(crate) last_version: u64,
    /// The resource policy, as it was put.
    pub(crate) policy: Option<String>,
}

/// A model package.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PackageRow {
    pub(crate) scope: Scope,
    /// As it is described; the name is empty for a version.
    pub(crate) package: DescribeModelPackageOutput,
    /// Who registered it: images and models are looked up with these permissions.
    pub(crate) principal: Principal,
    /// The client tokens of its creation and of its last update.
    pub(crate) token: Option<String>,
    pub(crate) update_token: Option<String>,
}

impl PackageRow {
    /// Whether its validation has ended.
    pub(crate) fn is_settled(&self) -> bool {
        matches!(self.package.model_package_status.as_str(), "Completed" | "Failed")
    }
}

/// A call that made a package.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct TokenRow {
    pub(super) arn: String,
    /// Of what was asked for.
    pub(super) digest: String,
}

/// Where a client token is stored.
pub(super) fn token_key(scope: &Scope, token: &str) -> Key {
    names::area(scope).str(token)
}

/// The versions of a group, oldest first.
pub(crate) fn packages_of(read: &impl Read, scope: &Scope, group: &str) -> Result<Vec<PackageRow>, AwsError> {
    // An unversioned package may have the group's name; its number is zero.
    let rows = PACKAGES.scan_prefix(read, &names::key(scope, group), None, usize::MAX)?;
    Ok(rows
        .into_iter()
        .map(|(_, row)| row)
        .filter(|row| row.package.model_package_version.is_some())
        .collect())
}

/// The caller, as resources show who made or changed them.
pub(crate) fn user_context(scope: &Scope, principal: &Principal) -> UserContext {
    UserContext {
        iam_identity: Some(lirio_api::sagemaker::IamIdentity {
            arn: Some(principal.arn(&scope.partition)),
            principal_id: Some(principal.user_id()),
            source_identity: None,
        }),
        ..UserContext::default()
    }
}
