//! Managed policies and their versions.

use std::sync::Arc;

use lirio_api::iam::{self, *};
use lirio_api::{AwsError, Timestamp, Unit};
use lirio_policy::Kind;
use lirio_service::Context;
use lirio_store::{Key, Read, Txn};

use crate::page::page;
use crate::roles::{check_document, encode};
use crate::tables::{
    ATTACHED_TO, POLICIES, PolicyRow, ROLE, ROLES, USERS, VersionRow, merge_tags, unique_id,
};
use crate::{Iam, managed};

/// A managed policy has at most five versions (IAM quotas).
const MAX_VERSIONS: usize = 5;

fn missing(arn: &str) -> AwsError {
    iam::errors::no_such_entity_exception(format!("Policy {arn} does not exist or is not attachable."))
}

fn missing_version(arn: &str, version: &str) -> AwsError {
    iam::errors::no_such_entity_exception(format!(
        "Policy {arn} version {version} does not exist or is not attachable."
    ))
}

fn version_number(id: &str) -> Option<u32> {
    id.strip_prefix('v')?.parse().ok()
}

fn described_version(version: &VersionRow, default: u32, with_document: bool) -> PolicyVersion {
    PolicyVersion {
        document: with_document.then(|| encode(&version.document)),
        version_id: Some(format!("v{}", version.number)),
        is_default_version: Some(version.number == default),
        create_date: Some(version.created),
    }
}

fn described(row: PolicyRow, attached: u64) -> Policy {
    Policy {
        policy_name: Some(row.name),
        policy_id: Some(row.id),
        arn: Some(row.arn),
        path: Some(row.path),
        default_version_id: Some(format!("v{}", row.default)),
        attachment_count: Some(attached as i64),
        permissions_boundary_usage_count: Some(0),
        is_attachable: Some(true),
        description: row.description,
        create_date: Some(row.created),
        update_date: Some(row.updated),
        tags: Some(row.tags).filter(|t| !t.is_empty()),
    }
}

/// A policy that AWS manages, in the form of a row.
fn aws_managed(arn: &str) -> Option<PolicyRow> {
    let document = managed::document(arn)?;
    let (_, path_and_name) = arn.split_once(":policy/")?;
    let (path, name) = path_and_name.rsplit_once('/').unwrap_or(("", path_and_name));
    Some(PolicyRow {
        name: name.to_owned(),
        path: if path.is_empty() { "/".to_owned() } else { format!("/{path}/") },
        arn: arn.to_owned(),
        id: format!(
            "ANPA{}",
            name.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect::<String>()
        ),
        created: Timestamp(0),
        updated: Timestamp(0),
        description: None,
        tags: Vec::new(),
        default: 1,
        next: 2,
        versions: vec![VersionRow { number: 1, created: Timestamp(0), document: document.to_owned() }],
    })
}

fn find(r: &dyn Read, arn: &str) -> Result<PolicyRow, AwsError> {
    match aws_managed(arn) {
        Some(row) => Ok(row),
        None => POLICIES.get(r, &Key::new().str(arn))?.ok_or_else(|| missing(arn)),
    }
}

impl Iam {
    /// The default version's document; `NoSuchEntity` if there is no such policy.
    pub(crate) fn policy_document(&self, _: &Context, arn: &str) -> Result<String, AwsError> {
        let row = self.platform.store.read(|r| find(r, arn))?;
        let default = row.default;
        row.versions.into_iter().find(|v| v.number == default).map(|v| v.document).ok_or_else(|| missing(arn))
    }

    async fn change_policy<T, F>(&self, ctx: &Context, arn: String, change: F) -> Result<T, AwsError>
    where
        T: Send + 'static,
        F: FnOnce(&mut PolicyRow, &mut Txn<'_>) -> Result<T, AwsError> + Send + 'static,
    {
        let (cache, now) = (self.cache.clone(), ctx.now);
        ctx.commit(move |txn| {
            let key = Key::new().str(&arn);
            let mut row = POLICIES.get(txn, &key)?.ok_or_else(|| missing(&arn))?;
            let result = change(&mut row, txn)?;
            row.updated = now;
            POLICIES.put(txn, &key, &row)?;
            txn.after_commit(move || cache.clear());
            Ok(result)
        })
        .await
    }

    pub(crate) async fn create_policy(
        self: Arc<Self>,
        ctx: Context,
        input: CreatePolicyRequest,
    ) -> Result<CreatePolicyResponse, AwsError> {
        check_document(&input.policy_document, Kind::Identity)?;
        let path = input.path.unwrap_or_else(|| "/".to_owned());
        let mut tags = Vec::new();
        merge_tags(&mut tags, input.tags.unwrap_or_default())?;
        let row = PolicyRow {
            arn: self.platform.scope.global_arn("iam", &format!("policy{path}{}", input.policy_name)),
            name: input.policy_name,
            path,
            id: unique_id("ANPA"),
            created: ctx.now,
            updated: ctx.now,
            description: input.description,
            tags,
            default: 1,
            next: 2,
            versions: vec![VersionRow { number: 1, created: ctx.now, document: input.policy_document }],
        };
        let stored = row.clone();
        ctx.commit(move |txn| {
            if POLICIES.insert(txn, &Key::new().str(&stored.arn), &stored)? {
                return Ok(());
            }
            let message =
                format!("A policy called {} already exists. Duplicate names are not allowed.", stored.name);
            Err(iam::errors::entity_already_exists_exception(message))
        })
        .await?;
        Ok(CreatePolicyResponse { policy: Some(described(row, 0)) })
    }

    pub(crate) async fn get_policy(
        self: Arc<Self>,
        _: Context,
        input: GetPolicyRequest,
    ) -> Result<GetPolicyResponse, AwsError> {
        let policy = self.platform.store.read(|r| {
            let row = find(r, &input.policy_arn)?;
            let attached = ATTACHED_TO.count(r, &Key::new().str(&input.policy_arn))?;
            Ok::<_, AwsError>(described(row, attached))
        })?;
        Ok(GetPolicyResponse { policy: Some(policy) })
    }

    pub(crate) async fn list_policies(
        self: Arc<Self>,
        _: Context,
        input: ListPoliciesRequest,
    ) -> Result<ListPoliciesResponse, AwsError> {
        let scope = input.scope.as_deref().unwrap_or("All");
        let prefix = input.path_prefix.unwrap_or_else(|| "/".to_owned());
        let policies = self.platform.store.read(|r| {
            let mut rows: Vec<PolicyRow> = Vec::new();
            if scope != "AWS" {
                rows.extend(
                    POLICIES.scan_prefix(r, &Key::new(), None, usize::MAX)?.into_iter().map(|(_, row)| row),
                );
            }
            if scope != "Local" {
                let arn =
                    |name: &str| format!("arn:{}:iam::aws:policy/{name}", self.platform.scope.partition);
                rows.extend(managed::MANAGED.iter().filter_map(|(name, _)| aws_managed(&arn(name))));
            }
            let mut policies = Vec::new();
            for row in rows.into_iter().filter(|row| row.path.starts_with(&prefix)) {
                let attached = ATTACHED_TO.count(r, &Key::new().str(&row.arn))?;
                if attached > 0 || input.only_attached != Some(true) {
                    policies.push(Policy { description: None, tags: None, ..described(row, attached) });
                }
            }
            Ok::<_, AwsError>(policies)
        })?;
        let mut policies = policies;
        policies.sort_by(|a, b| a.arn.cmp(&b.arn));
        let arn = |p: &Policy| -> String { p.arn.clone().unwrap_or_default() };
        let named: Vec<(String, Policy)> = policies.into_iter().map(|p| (arn(&p), p)).collect();
        let page = page(named, |(arn, _)| arn, input.marker.as_deref(), input.max_items);
        Ok(ListPoliciesResponse {
            policies: Some(page.items.into_iter().map(|(_, p)| p).collect()),
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }

    pub(crate) async fn delete_policy(
        self: Arc<Self>,
        ctx: Context,
        input: DeletePolicyRequest,
    ) -> Result<Unit, AwsError> {
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            let key = Key::new().str(&input.policy_arn);
            let row = POLICIES.get(txn, &key)?.ok_or_else(|| missing(&input.policy_arn))?;
            if ATTACHED_TO.count(txn, &key)? > 0 {
                return Err(iam::errors::delete_conflict_exception("Cannot delete a policy attached to entities."));
            }
            if row.versions.len() > 1 {
                return Err(iam::errors::delete_conflict_exception(
                    "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
                ));
            }
            POLICIES.delete(txn, &key)?;
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn create_policy_version(
        self: Arc<Self>,
        ctx: Context,
        input: CreatePolicyVersionRequest,
    ) -> Result<CreatePolicyVersionResponse, AwsError> {
        check_document(&input.policy_document, Kind::Identity)?;
        let now = ctx.now;
        let version = self
            .change_policy(&ctx, input.policy_arn, move |row, _| {
                if row.versions.len() >= MAX_VERSIONS {
                    return Err(iam::errors::limit_exceeded_exception(
                        "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.",
                    ));
                }
                let version = VersionRow { number: row.next, created: now, document: input.policy_document };
                row.next += 1;
                if input.set_as_default == Some(true) {
                    row.default = version.number;
                }
                let described = described_version(&version, row.default, false);
                row.versions.push(version);
                Ok(described)
            })
            .await?;
        Ok(CreatePolicyVersionResponse { policy_version: Some(version) })
    }

    pub(crate) async fn get_policy_version(
        self: Arc<Self>,
        _: Context,
        input: GetPolicyVersionRequest,
    ) -> Result<GetPolicyVersionResponse, AwsError> {
        let row = self.platform.store.read(|r| find(r, &input.policy_arn))?;
        let number = version_number(&input.version_id);
        let version = row
            .versions
            .iter()
            .find(|v| Some(v.number) == number)
            .ok_or_else(|| missing_version(&input.policy_arn, &input.version_id))?;
        Ok(GetPolicyVersionResponse { policy_version: Some(described_version(version, row.default, true)) })
    }

    pub(crate) async fn list_policy_versions(
        self: Arc<Self>,
        _: Context,
        input: ListPolicyVersionsRequest,
    ) -> Result<ListPolicyVersionsResponse, AwsError> {
        let row = self.platform.store.read(|r| find(r, &input.policy_arn))?;
        let versions = row.versions.iter().rev().map(|v| described_version(v, row.default, false)).collect();
        Ok(ListPolicyVersionsResponse { versions: Some(versions), is_truncated: Some(false), marker: None })
    }

    pub(crate) async fn delete_policy_version(
        self: Arc<Self>,
        ctx: Context,
        input: DeletePolicyVersionRequest,
    ) -> Result<Unit, AwsError> {
        let arn = input.policy_arn.clone();
        self.change_policy(&ctx, input.policy_arn, move |row, _| {
            let number = version_number(&input.version_id);
            if number == Some(row.default) {
                return Err(iam::errors::delete_conflict_exception(
                    "Cannot delete the default version of a policy.",
                ));
            }
            let before = row.versions.len();
            row.versions.retain(|v| Some(v.number) != number);
            if row.versions.len() == before {
                Err(missing_version(&arn, &input.version_id))
            } else {
                Ok(Unit)
            }
        })
        .await
    }

    pub(crate) async fn set_default_policy_version(
        self: Arc<Self>,
        ctx: Context,
        input: SetDefaultPolicyVersionRequest,
    ) -> Result<Unit, AwsError> {
        let arn = input.policy_arn.clone();
        self.change_policy(&ctx, input.policy_arn, move |row, _| {
            let number =
                version_number(&input.version_id).filter(|n| row.versions.iter().any(|v| v.number == *n));
            row.default = number.ok_or_else(|| missing_version(&arn, &input.version_id))?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn tag_policy(
        self: Arc<Self>,
        ctx: Context,
        input: TagPolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.change_policy(&ctx, input.policy_arn, move |row, _| {
            merge_tags(&mut row.tags, input.tags).map(|()| Unit)
        })
        .await
    }

    pub(crate) async fn untag_policy(
        self: Arc<Self>,
        ctx: Context,
        input: UntagPolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.change_policy(&ctx, input.policy_arn, move |row, _| {
            row.tags.retain(|t| !input.tag_keys.contains(&t.key));
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn list_policy_tags(
        self: Arc<Self>,
        _: Context,
        input: ListPolicyTagsRequest,
    ) -> Result<ListPolicyTagsResponse, AwsError> {
        let row = self.platform.store.read(|r| find(r, &input.policy_arn))?;
        let page = page(row.tags, |t: &Tag| &t.key, input.marker.as_deref(), input.max_items);
        Ok(ListPolicyTagsResponse { tags: page.items, is_truncated: page.truncated, marker: page.marker })
    }

    pub(crate) async fn list_entities_for_policy(
        self: Arc<Self>,
        _: Context,
        input: ListEntitiesForPolicyRequest,
    ) -> Result<ListEntitiesForPolicyResponse, AwsError> {
        let filter = input.entity_filter.as_deref();
        self.platform.store.read(|r| {
            find(r, &input.policy_arn)?;
            let mut answer = ListEntitiesForPolicyResponse {
                policy_groups: Some(Vec::new()),
                policy_users: Some(Vec::new()),
                policy_roles: Some(Vec::new()),
                is_truncated: Some(false),
                marker: None,
            };
            for (key, ()) in
                ATTACHED_TO.scan_prefix(r, &Key::new().str(&input.policy_arn), None, usize::MAX)?
            {
                let mut parts = key.parts();
                let (_, kind, name) = (parts.str()?, parts.str()?, parts.str()?);
                let owner = Key::new().str(&name);
                if kind == ROLE && filter.is_none_or(|f| f == "Role") {
                    let role_id = ROLES.get(r, &owner)?.map(|row| row.id);
                    let roles = answer.policy_roles.get_or_insert_default();
                    roles.push(PolicyRole { role_name: Some(name), role_id });
                } else if kind != ROLE && filter.is_none_or(|f| f == "User") {
                    let user_id = USERS.get(r, &owner)?.map(|row| row.id);
                    let users = answer.policy_users.get_or_insert_default();
                    users.push(PolicyUser { user_name: Some(name), user_id });
                }
            }
            Ok::<_, AwsError>(answer)
        })
    }
}
