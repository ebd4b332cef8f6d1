//! Inline and attached policies, the same for roles and users.

use std::sync::Arc;

use lirio_api::iam::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_policy::Kind;
use lirio_service::Context;
use lirio_store::{Key, Read};

use crate::page::{Page, page};
use crate::roles::{check_document, encode};
use crate::tables::{ATTACHED, ATTACHED_TO, INLINE, ROLE, ROLES, USER, USERS};
use crate::{Iam, no_such_entity};

/// Policies attached to one role or user (IAM quotas).
const MAX_ATTACHED: u64 = 20;

fn exists(r: &dyn Read, kind: &str, name: &str) -> Result<(), AwsError> {
    let key = Key::new().str(name);
    let found = if kind == ROLE { ROLES.exists(r, &key)? } else { USERS.exists(r, &key)? };
    if found { Ok(()) } else { Err(no_such_entity(kind, name)) }
}

fn inline_key(kind: &str, owner: &str, policy: &str) -> Key {
    Key::new().str(kind).str(owner).str(policy)
}

fn no_such_policy(kind: &str, policy: &str) -> AwsError {
    iam::errors::no_such_entity_exception(format!("The {kind} policy with name {policy} cannot be found."))
}

impl Iam {
    async fn put_inline(
        &self,
        ctx: &Context,
        kind: &'static str,
        owner: String,
        policy: String,
        document: String,
    ) -> Result<Unit, AwsError> {
        check_document(&document, Kind::Identity)?;
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            exists(txn, kind, &owner)?;
            INLINE.put(txn, &inline_key(kind, &owner, &policy), &document)?;
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    async fn delete_inline(
        &self,
        ctx: &Context,
        kind: &'static str,
        owner: String,
        policy: String,
    ) -> Result<Unit, AwsError> {
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            exists(txn, kind, &owner)?;
            if !INLINE.delete(txn, &inline_key(kind, &owner, &policy))? {
                return Err(no_such_policy(kind, &policy));
            }
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    fn inline(
        &self,
        ctx: &Context,
        kind: &'static str,
        owner: &str,
        policy: &str,
    ) -> Result<String, AwsError> {
        self.platform.store.read(|r| exists(r, kind, owner))?;
        ctx.read(|r| INLINE.get(r, &inline_key(kind, owner, policy)))?
            .map(|d| encode(&d))
            .ok_or_else(|| no_such_policy(kind, policy))
    }

    fn inline_names(
        &self,
        kind: &'static str,
        owner: &str,
        marker: Option<&str>,
        max_items: Option<i64>,
    ) -> Result<Page<String>, AwsError> {
        let names = self.platform.store.read(|r| {
            exists(r, kind, owner)?;
            let rows = INLINE.scan_prefix(r, &Key::new().str(kind).str(owner), None, usize::MAX)?;
            rows.into_iter().map(|(key, _)| last_segment(&key)).collect::<Result<Vec<_>, AwsError>>()
        })?;
        Ok(page(names, |n: &String| n, marker, max_items))
    }

    async fn attach(
        &self,
        ctx: &Context,
        kind: &'static str,
        owner: String,
        arn: String,
    ) -> Result<Unit, AwsError> {
        self.policy_document(ctx, &arn)?;
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            exists(txn, kind, &owner)?;
            let of = Key::new().str(kind).str(&owner);
            if ATTACHED.count(txn, &of)? >= MAX_ATTACHED && !ATTACHED.exists(txn, &of.clone().str(&arn))? {
                let message = format!("Cannot exceed quota for PoliciesPer{}: {MAX_ATTACHED}", capital(kind));
                return Err(iam::errors::limit_exceeded_exception(message));
            }
            ATTACHED.put(txn, &of.str(&arn), &())?;
            ATTACHED_TO.put(txn, &Key::new().str(&arn).str(kind).str(&owner), &())?;
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    async fn detach(
        &self,
        ctx: &Context,
        kind: &'static str,
        owner: String,
        arn: String,
    ) -> Result<Unit, AwsError> {
        let cache = self.cache.clone();
        ctx.commit(move |txn| {
            exists(txn, kind, &owner)?;
            if !ATTACHED.delete(txn, &Key::new().str(kind).str(&owner).str(&arn))? {
                return Err(iam::errors::no_such_entity_exception(format!("Policy {arn} was not found.")));
            }
            ATTACHED_TO.delete(txn, &Key::new().str(&arn).str(kind).str(&owner))?;
            txn.after_commit(move || cache.clear());
            Ok(Unit)
        })
        .await
    }

    fn attached(
        &self,
        kind: &'static str,
        owner: &str,
        path_prefix: Option<&str>,
        marker: Option<&str>,
        max_items: Option<i64>,
    ) -> Result<Page<AttachedPolicy>, AwsError> {
        let arns = self.platform.store.read(|r| {
            exists(r, kind, owner)?;
            let rows = ATTACHED.scan_prefix(r, &Key::new().str(kind).str(owner), None, usize::MAX)?;
            rows.into_iter().map(|(key, ())| last_segment(&key)).collect::<Result<Vec<_>, AwsError>>()
        })?;
        let mut policies: Vec<AttachedPolicy> = arns
            .into_iter()
            .filter(|arn| {
                let path = arn.split_once(":policy").map_or("/", |(_, p)| p);
                path.starts_with(path_prefix.unwrap_or("/"))
            })
            .map(|arn| AttachedPolicy {
                policy_name: arn.rsplit('/').next().map(str::to_owned),
                policy_arn: Some(arn),
            })
            .collect();
        policies.sort_by(|a, b| a.policy_arn.cmp(&b.policy_arn));
        Ok(page(
            policies,
            |p: &AttachedPolicy| p.policy_arn.as_deref().unwrap_or_default(),
            marker,
            max_items,
        ))
    }

    pub(crate) async fn put_role_policy(
        self: Arc<Self>,
        ctx: Context,
        i: PutRolePolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.put_inline(&ctx, ROLE, i.role_name, i.policy_name, i.policy_document).await
    }

    pub(crate) async fn put_user_policy(
        self: Arc<Self>,
        ctx: Context,
        i: PutUserPolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.put_inline(&ctx, USER, i.user_name, i.policy_name, i.policy_document).await
    }

    pub(crate) async fn get_role_policy(
        self: Arc<Self>,
        ctx: Context,
        i: GetRolePolicyRequest,
    ) -> Result<GetRolePolicyResponse, AwsError> {
        let policy_document = self.inline(&ctx, ROLE, &i.role_name, &i.policy_name)?;
        Ok(GetRolePolicyResponse { role_name: i.role_name, policy_name: i.policy_name, policy_document })
    }

    pub(crate) async fn get_user_policy(
        self: Arc<Self>,
        ctx: Context,
        i: GetUserPolicyRequest,
    ) -> Result<GetUserPolicyResponse, AwsError> {
        let policy_document = self.inline(&ctx, USER, &i.user_name, &i.policy_name)?;
        Ok(GetUserPolicyResponse { user_name: i.user_name, policy_name: i.policy_name, policy_document })
    }

    pub(crate) async fn list_role_policies(
        self: Arc<Self>,
        _: Context,
        i: ListRolePoliciesRequest,
    ) -> Result<ListRolePoliciesResponse, AwsError> {
        let page = self.inline_names(ROLE, &i.role_name, i.marker.as_deref(), i.max_items)?;
        Ok(ListRolePoliciesResponse {
            policy_names: page.items,
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }

    pub(crate) async fn list_user_policies(
        self: Arc<Self>,
        _: Context,
        i: ListUserPoliciesRequest,
    ) -> Result<ListUserPoliciesResponse, AwsError> {
        let page = self.inline_names(USER, &i.user_name, i.marker.as_deref(), i.max_items)?;
        Ok(ListUserPoliciesResponse {
            policy_names: page.items,
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }

    pub(crate) async fn delete_role_policy(
        self: Arc<Self>,
        ctx: Context,
        i: DeleteRolePolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.delete_inline(&ctx, ROLE, i.role_name, i.policy_name).await
    }

    pub(crate) async fn delete_user_policy(
        self: Arc<Self>,
        ctx: Context,
        i: DeleteUserPolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.delete_inline(&ctx, USER, i.user_name, i.policy_name).await
    }

    pub(crate) async fn attach_role_policy(
        self: Arc<Self>,
        ctx: Context,
        i: AttachRolePolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.attach(&ctx, ROLE, i.role_name, i.policy_arn).await
    }

    pub(crate) async fn attach_user_policy(
        self: Arc<Self>,
        ctx: Context,
        i: AttachUserPolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.attach(&ctx, USER, i.user_name, i.policy_arn).await
    }

    pub(crate) async fn detach_role_policy(
        self: Arc<Self>,
        ctx: Context,
        i: DetachRolePolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.detach(&ctx, ROLE, i.role_name, i.policy_arn).await
    }

    pub(crate) async fn detach_user_policy(
        self: Arc<Self>,
        ctx: Context,
        i: DetachUserPolicyRequest,
    ) -> Result<Unit, AwsError> {
        self.detach(&ctx, USER, i.user_name, i.policy_arn).await
    }

    pub(crate) async fn list_attached_role_policies(
        self: Arc<Self>,
        _: Context,
        i: ListAttachedRolePoliciesRequest,
    ) -> Result<ListAttachedRolePoliciesResponse, AwsError> {
        let page =
            self.attached(ROLE, &i.role_name, i.path_prefix.as_deref(), i.marker.as_deref(), i.max_items)?;
        Ok(ListAttachedRolePoliciesResponse {
            attached_policies: Some(page.items),
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }

    pub(crate) async fn list_attached_user_policies(
        self: Arc<Self>,
        _: Context,
        i: ListAttachedUserPoliciesRequest,
    ) -> Result<ListAttachedUserPoliciesResponse, AwsError> {
        let page =
            self.attached(USER, &i.user_name, i.path_prefix.as_deref(), i.marker.as_deref(), i.max_items)?;
        Ok(ListAttachedUserPoliciesResponse {
            attached_policies: Some(page.items),
            is_truncated: page.truncated,
            marker: page.marker,
        })
    }
}

fn capital(kind: &str) -> &'static str {
    if kind == ROLE { "Role" } else { "User" }
}

fn last_segment(key: &Key) -> Result<String, AwsError> {
    let mut parts = key.parts();
    let mut last = String::new();
    while !parts.is_empty() {
        last = parts.str()?;
    }
    Ok(last)
}
