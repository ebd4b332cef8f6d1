//! Roles.

use std::sync::Arc;

use lirio_api::iam::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_policy::{Document, Kind, Policies, Policy, Request};
use lirio_service::{Context, IdentityPolicies};
use lirio_store::{Key, Txn};

use crate::page::page;
use crate::tables::{ATTACHED, INLINE, ROLE, ROLES, RoleRow, merge_tags, unique_id};
use crate::{Iam, no_such_entity};

/// An hour, unless the role says otherwise (`MaxSessionDuration`).
const DEFAULT_SESSION_SECONDS: i64 = 3600;

impl Iam {
    pub(crate) fn role_arn(&self, role: &RoleRow) -> String {
        self.platform.scope.global_arn("iam", &format!("role{}{}", role.path, role.name))
    }

    /// Whether the role's trust policy lets the principal assume it.
    pub(crate) fn trusts(
        &self,
        role: &RoleRow,
        arn: &str,
        principal: &lirio_policy::Principal,
        bearing: &IdentityPolicies,
    ) -> Result<bool, AwsError> {
        let trust = Document::parse(&role.trust, Kind::Trust).map_err(AwsError::internal)?;
        let context = lirio_policy::Context::new();
        let request = Request { principal, action: "sts:AssumeRole", resource: arn, context: &context };
        let policies = Policies {
            resource: Some(Policy { name: "trust policy", document: &trust }),
            resource_account: Some(&self.platform.scope.account),
            ..bearing.view()
        };
        Ok(lirio_policy::evaluate(&request, &policies).is_allowed())
    }

    fn described(&self, row: RoleRow) -> Role {
        Role {
            arn: self.role_arn(&row),
            assume_role_policy_document: Some(encode(&row.trust)),
            path: row.path,
            role_name: row.name,
            role_id: row.id,
            create_date: row.created,
            description: row.description,
            max_session_duration: Some(row.max_session),
            permissions_boundary: row.boundary.map(boundary),
            tags: Some(row.tags).filter(|t| !t.is_empty()),
            ..Role::default()
        }
    }

    /// Changes a role in one commit.
    async fn change_role<F>(&self, ctx: &Context, name: String, change: F) -> Result<RoleRow, AwsError>
    where
        F: FnOnce(&mut RoleRow, &mut Txn<'_>) -> Result<(), AwsError> + Send + 'static,
    {
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            let key = Key::new().str(&name);
            let mut row = ROLES.get(txn, &key)?.ok_or_else(|| no_such_entity("role", &name))?;
            change(&mut row, txn)?;
            ROLES.put(txn, &key, &row)?;
            txn.after_commit(move || cache.clear());
            Ok(row)
        })
        .await
    }

    pub(crate) fn role(&self, ctx: &Context, name: &str) -> Result<RoleRow, AwsError> {
        ctx.read(|r| ROLES.get(r, &Key::new().str(name)))?.ok_or_else(|| no_such_entity("role", name))
    }

    pub(crate) async fn create_role(
        self: Arc<Self>,
        ctx: Context,
        input: CreateRoleRequest,
    ) -> Result<CreateRoleResponse, AwsError> {
        check_document(&input.assume_role_policy_document, Kind::Trust)?;
        let mut tags = Vec::new();
        merge_tags(&mut tags, input.tags.unwrap_or_default())?;
        let row = RoleRow {
            name: input.role_name,
            path: input.path.unwrap_or_else(|| "/".to_owned()),
            id: unique_id("AROA"),
            created: ctx.now,
            trust: input.assume_role_policy_document,
            description: input.description,
            max_session: input.max_session_duration.unwrap_or(DEFAULT_SESSION_SECONDS),
            boundary: input.permissions_boundary,
            tags,
        };
        let (stored, cache) = (row.clone(), self.cache.clone());
        ctx.commit(move |txn| {
            if !ROLES.insert(txn, &Key::new().str(&stored.name), &stored)? {
                let message = format!("Role with name {} already exists.", stored.name);
                return Err(iam::errors::entity_already_exists_exception(message));
            }
            txn.after_commit(move || cache.clear());
            Ok(())
        })
        .await?;
        Ok(CreateRoleResponse { role: self.described(row) })
    }

    pub(crate) async fn get_role(
        self: Arc<Self>,
        ctx: Context,
        input: GetRoleRequest,
    ) -> Result<GetRoleResponse, AwsError> {
        Ok(GetRoleResponse { role: self.described(self.role(&ctx, &input.role_name)?) })
    }

    pub(crate) async fn list_roles(
        self: Arc<Self>,
        ctx: Context,
        input: ListRolesRequest,
    ) -> Result<ListRolesResponse, AwsError> {
        let prefix = input.path_prefix.unwrap_or_else(|| "/".to_owned());
        let rows = ctx.read(|r| ROLES.scan_prefix(r, &Key::new(), None, usize::MAX))?;
        let rows = rows.into_iter().map(|(_, row)| row).filter(|row| row.path.starts_with(&prefix)).collect();
        let page = page(rows, |r: &RoleRow| &r.name, input.marker.as_deref(), input.max_items);
        Ok(ListRolesResponse {
            roles: page.items.into_iter().map(|r| Role { tags: None, ..self.described(r) }).collect(),
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }

    pub(crate) async fn delete_role(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteRoleRequest,
    ) -> Result<Unit, AwsError> {
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            let key = Key::new().str(&input.role_name);
            if !ROLES.exists(txn, &key)? {
                return Err(no_such_entity("role", &input.role_name));
            }
            let owner = Key::new().str(ROLE).str(&input.role_name);
            if ATTACHED.count(txn, &owner)? > 0 {
                return Err(iam::errors::delete_conflict_exception(
                    "Cannot delete entity, must detach all policies first.",
                ));
            }
            if INLINE.count(txn, &owner)? > 0 {
                return Err(iam::errors::delete_conflict_exception(
                    "Cannot delete entity, must delete policies first.",
                ));
            }
            ROLES.delete(txn, &key)?;
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn update_role(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateRoleRequest,
    ) -> Result<UpdateRoleResponse, AwsError> {
        self.change_role(&ctx, input.role_name, move |row, _| {
            // AWS: a description that is left out becomes empty.
            row.description = input.description;
            row.max_session = input.max_session_duration.unwrap_or(DEFAULT_SESSION_SECONDS);
            Ok(())
        })
        .await?;
        Ok(UpdateRoleResponse {})
    }

    pub(crate) async fn update_role_description(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateRoleDescriptionRequest,
    ) -> Result<UpdateRoleDescriptionResponse, AwsError> {
        let row = self
            .change_role(&ctx, input.role_name, move |row, _| {
                row.description = Some(input.description);
                Ok(())
            })
            .await?;
        Ok(UpdateRoleDescriptionResponse { role: Some(self.described(row)) })
    }

    pub(crate) async fn update_assume_role_policy(
        self: Arc<Self>,
        ctx: Context,
        input: UpdateAssumeRolePolicyRequest,
    ) -> Result<Unit, AwsError> {
        check_document(&input.policy_document, Kind::Trust)?;
        self.change_role(&ctx, input.role_name, move |row, _| {
            row.trust = input.policy_document;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    pub(crate) async fn put_role_permissions_boundary(
        self: Arc<Self>,
        ctx: Context,
        input: PutRolePermissionsBoundaryRequest,
    ) -> Result<Unit, AwsError> {
        let arn = input.permissions_boundary;
        self.policy_document(&ctx, &arn)?;
        self.change_role(&ctx, input.role_name, move |row, _| {
            row.boundary = Some(arn);
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    pub(crate) async fn delete_role_permissions_boundary(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteRolePermissionsBoundaryRequest,
    ) -> Result<Unit, AwsError> {
        self.change_role(&ctx, input.role_name, |row, _| {
            row.boundary = None;
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    pub(crate) async fn tag_role(
        self: Arc<Self>,
        ctx: Context,
        input: TagRoleRequest,
    ) -> Result<Unit, AwsError> {
        self.change_role(&ctx, input.role_name, move |row, _| merge_tags(&mut row.tags, input.tags)).await?;
        Ok(Unit)
    }

    pub(crate) async fn untag_role(
        self: Arc<Self>,
        ctx: Context,
        input: UntagRoleRequest,
    ) -> Result<Unit, AwsError> {
        self.change_role(&ctx, input.role_name, move |row, _| {
            row.tags.retain(|t| !input.tag_keys.contains(&t.key));
            Ok(())
        })
        .await?;
        Ok(Unit)
    }

    pub(crate) async fn list_role_tags(
        self: Arc<Self>,
        ctx: Context,
        input: ListRoleTagsRequest,
    ) -> Result<ListRoleTagsResponse, AwsError> {
        let row = self.role(&ctx, &input.role_name)?;
        let page = page(row.tags, |t: &Tag| &t.key, input.marker.as_deref(), input.max_items);
        Ok(ListRoleTagsResponse { tags: page.items, is_truncated: page.truncated, marker: page.marker })
    }

    /// Instance profiles belong to EC2, which is not here: no role has one.
    pub(crate) async fn list_instance_profiles_for_role(
        self: Arc<Self>,
        ctx: Context,
        input: ListInstanceProfilesForRoleRequest,
    ) -> Result<ListInstanceProfilesForRoleResponse, AwsError> {
        self.role(&ctx, &input.role_name)?;
        Ok(ListInstanceProfilesForRoleResponse { is_truncated: Some(false), ..Default::default() })
    }
}

/// The permissions boundary as Describe answers show it.
pub(crate) fn boundary(arn: String) -> AttachedPermissionsBoundary {
    AttachedPermissionsBoundary {
        permissions_boundary_type: Some("Policy".to_owned()),
        permissions_boundary_arn: Some(arn),
    }
}

/// `MalformedPolicyDocument` unless the document parses.
pub(crate) fn check_document(text: &str, kind: Kind) -> Result<(), AwsError> {
    Document::parse(text, kind)
        .map(|_| ())
        .map_err(|e| iam::errors::malformed_policy_document_exception(e.to_string()))
}

/// Documents come back percent-encoded (RFC 3986), as IAM's Query protocol has it.
pub(crate) fn encode(document: &str) -> String {
    let mut out = String::with_capacity(document.len() * 2);
    for byte in document.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
