//! IAM and STS: roles, users, policies, credentials.
//!
//! [`Iam`] serves both services' operations and is the platform's [`Identity`](lirio_service::Identity):
//! it knows every access key, the policies of every principal, and which service may assume which role.
//! Policies are parsed once; what bears on a principal is cached until anything in IAM changes.
//!
//! Access keys of the account's root are given by the binary and are not in the store.

mod cache;
mod identity;
mod managed;
mod owned;
mod page;
mod policies;
mod roles;
mod simulate;
mod sts;
mod tables;
mod users;

use std::sync::Arc;

use lirio_api::{AwsError, iam::ops, sts::ops as sts_ops};
use lirio_service::{Platform, Registry};

use crate::cache::Cache;

/// An access key of the account's root.
#[derive(Clone, Debug)]
pub struct RootKey {
    /// The key's id.
    pub access_key: String,
    /// Its secret.
    pub secret: String,
}

/// The service.
pub struct Iam {
    platform: Platform,
    root: Vec<RootKey>,
    cache: Cache,
}

impl Iam {
    /// The service; `root` are the root's keys.
    pub fn new(platform: &Platform, root: Vec<RootKey>) -> Arc<Self> {
        Arc::new(Self { platform: platform.clone(), root, cache: Cache::default() })
    }

    /// Registers every operation of IAM and STS.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateRole, Iam::create_role)
            .on(ops::GetRole, Iam::get_role)
            .on(ops::ListRoles, Iam::list_roles)
            .on(ops::DeleteRole, Iam::delete_role)
            .on(ops::UpdateRole, Iam::update_role)
            .on(ops::UpdateRoleDescription, Iam::update_role_description)
            .on(ops::UpdateAssumeRolePolicy, Iam::update_assume_role_policy)
            .on(ops::PutRolePermissionsBoundary, Iam::put_role_permissions_boundary)
            .on(ops::DeleteRolePermissionsBoundary, Iam::delete_role_permissions_boundary)
            .on(ops::TagRole, Iam::tag_role)
            .on(ops::UntagRole, Iam::untag_role)
            .on(ops::ListRoleTags, Iam::list_role_tags)
            .on(ops::ListInstanceProfilesForRole, Iam::list_instance_profiles_for_role)
            .on(ops::PutRolePolicy, Iam::put_role_policy)
            .on(ops::GetRolePolicy, Iam::get_role_policy)
            .on(ops::ListRolePolicies, Iam::list_role_policies)
            .on(ops::DeleteRolePolicy, Iam::delete_role_policy)
            .on(ops::AttachRolePolicy, Iam::attach_role_policy)
            .on(ops::DetachRolePolicy, Iam::detach_role_policy)
            .on(ops::ListAttachedRolePolicies, Iam::list_attached_role_policies)
            .on(ops::CreatePolicy, Iam::create_policy)
            .on(ops::GetPolicy, Iam::get_policy)
            .on(ops::ListPolicies, Iam::list_policies)
            .on(ops::DeletePolicy, Iam::delete_policy)
            .on(ops::CreatePolicyVersion, Iam::create_policy_version)
            .on(ops::GetPolicyVersion, Iam::get_policy_version)
            .on(ops::ListPolicyVersions, Iam::list_policy_versions)
            .on(ops::DeletePolicyVersion, Iam::delete_policy_version)
            .on(ops::SetDefaultPolicyVersion, Iam::set_default_policy_version)
            .on(ops::TagPolicy, Iam::tag_policy)
            .on(ops::UntagPolicy, Iam::untag_policy)
            .on(ops::ListPolicyTags, Iam::list_policy_tags)
            .on(ops::ListEntitiesForPolicy, Iam::list_entities_for_policy)
            .on(ops::CreateUser, Iam::create_user)
            .on(ops::GetUser, Iam::get_user)
            .on(ops::ListUsers, Iam::list_users)
            .on(ops::DeleteUser, Iam::delete_user)
            .on(ops::PutUserPolicy, Iam::put_user_policy)
            .on(ops::GetUserPolicy, Iam::get_user_policy)
            .on(ops::ListUserPolicies, Iam::list_user_policies)
            .on(ops::DeleteUserPolicy, Iam::delete_user_policy)
            .on(ops::AttachUserPolicy, Iam::attach_user_policy)
            .on(ops::DetachUserPolicy, Iam::detach_user_policy)
            .on(ops::ListAttachedUserPolicies, Iam::list_attached_user_policies)
            .on(ops::CreateAccessKey, Iam::create_access_key)
            .on(ops::ListAccessKeys, Iam::list_access_keys)
            .on(ops::UpdateAccessKey, Iam::update_access_key)
            .on(ops::DeleteAccessKey, Iam::delete_access_key)
            .on(ops::SimulatePrincipalPolicy, Iam::simulate_principal_policy)
            .on(sts_ops::GetCallerIdentity, Iam::get_caller_identity)
            .on(sts_ops::AssumeRole, Iam::assume_role);
    }
}

/// `NoSuchEntity`, in IAM's words.
pub(crate) fn no_such_entity(what: &str, name: &str) -> AwsError {
    lirio_api::iam::errors::no_such_entity_exception(format!("The {what} with name {name} cannot be found."))
}
