// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `iam`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "iam",
    sdk_id: "iam",
    signing_name: "iam",
    endpoint_prefix: "iam",
    protocol: Protocol::Query,
    protocols: &[Protocol::Query],
    query_compatible: false,
    error_names: &[],
    api_version: "2010-05-08",
    target_prefix: "",
    xml_namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    global: true,
};

/// The served operations.
pub static OPERATIONS: [Operation; 49] = [
    Operation {
        service: &SERVICE,
        name: "AttachRolePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::AttachRolePolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:AttachRolePolicy"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "AttachUserPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::AttachUserPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:AttachUserPolicy"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateAccessKey",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateAccessKeyRequest),
        input_root: None,
        output: Some(&schemas::CreateAccessKeyResponse),
        action: IamAction::Named("iam:CreateAccessKey"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreatePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreatePolicyRequest),
        input_root: None,
        output: Some(&schemas::CreatePolicyResponse),
        action: IamAction::Named("iam:CreatePolicy"),
        resources: "arn:{partition}:iam::{account}:policy/{PolicyName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreatePolicyVersion",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreatePolicyVersionRequest),
        input_root: None,
        output: Some(&schemas::CreatePolicyVersionResponse),
        action: IamAction::Named("iam:CreatePolicyVersion"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateRoleRequest),
        input_root: None,
        output: Some(&schemas::CreateRoleResponse),
        action: IamAction::Named("iam:CreateRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateUser",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateUserRequest),
        input_root: None,
        output: Some(&schemas::CreateUserResponse),
        action: IamAction::Named("iam:CreateUser"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteAccessKey",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteAccessKeyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeleteAccessKey"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeletePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeletePolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeletePolicy"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeletePolicyVersion",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeletePolicyVersionRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeletePolicyVersion"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRoleRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeleteRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRolePermissionsBoundary",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRolePermissionsBoundaryRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeleteRolePermissionsBoundary"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRolePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRolePolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeleteRolePolicy"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteUser",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteUserRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeleteUser"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteUserPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteUserPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DeleteUserPolicy"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DetachRolePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DetachRolePolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DetachRolePolicy"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DetachUserPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DetachUserPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:DetachUserPolicy"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetPolicyRequest),
        input_root: None,
        output: Some(&schemas::GetPolicyResponse),
        action: IamAction::Named("iam:GetPolicy"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetPolicyVersion",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetPolicyVersionRequest),
        input_root: None,
        output: Some(&schemas::GetPolicyVersionResponse),
        action: IamAction::Named("iam:GetPolicyVersion"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetRoleRequest),
        input_root: None,
        output: Some(&schemas::GetRoleResponse),
        action: IamAction::Named("iam:GetRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetRolePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetRolePolicyRequest),
        input_root: None,
        output: Some(&schemas::GetRolePolicyResponse),
        action: IamAction::Named("iam:GetRolePolicy"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetUser",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetUserRequest),
        input_root: None,
        output: Some(&schemas::GetUserResponse),
        action: IamAction::Named("iam:GetUser"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetUserPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetUserPolicyRequest),
        input_root: None,
        output: Some(&schemas::GetUserPolicyResponse),
        action: IamAction::Named("iam:GetUserPolicy"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListAccessKeys",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListAccessKeysRequest),
        input_root: None,
        output: Some(&schemas::ListAccessKeysResponse),
        action: IamAction::Named("iam:ListAccessKeys"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListAttachedRolePolicies",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListAttachedRolePoliciesRequest),
        input_root: None,
        output: Some(&schemas::ListAttachedRolePoliciesResponse),
        action: IamAction::Named("iam:ListAttachedRolePolicies"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListAttachedUserPolicies",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListAttachedUserPoliciesRequest),
        input_root: None,
        output: Some(&schemas::ListAttachedUserPoliciesResponse),
        action: IamAction::Named("iam:ListAttachedUserPolicies"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListEntitiesForPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListEntitiesForPolicyRequest),
        input_root: None,
        output: Some(&schemas::ListEntitiesForPolicyResponse),
        action: IamAction::Named("iam:ListEntitiesForPolicy"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListInstanceProfilesForRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListInstanceProfilesForRoleRequest),
        input_root: None,
        output: Some(&schemas::ListInstanceProfilesForRoleResponse),
        action: IamAction::Named("iam:ListInstanceProfilesForRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListPolicies",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListPoliciesRequest),
        input_root: None,
        output: Some(&schemas::ListPoliciesResponse),
        action: IamAction::Named("iam:ListPolicies"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListPolicyTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListPolicyTagsRequest),
        input_root: None,
        output: Some(&schemas::ListPolicyTagsResponse),
        action: IamAction::Named("iam:ListPolicyTags"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListPolicyVersions",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListPolicyVersionsRequest),
        input_root: None,
        output: Some(&schemas::ListPolicyVersionsResponse),
        action: IamAction::Named("iam:ListPolicyVersions"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListRolePolicies",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListRolePoliciesRequest),
        input_root: None,
        output: Some(&schemas::ListRolePoliciesResponse),
        action: IamAction::Named("iam:ListRolePolicies"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListRoleTags",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListRoleTagsRequest),
        input_root: None,
        output: Some(&schemas::ListRoleTagsResponse),
        action: IamAction::Named("iam:ListRoleTags"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListRoles",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListRolesRequest),
        input_root: None,
        output: Some(&schemas::ListRolesResponse),
        action: IamAction::Named("iam:ListRoles"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListUserPolicies",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListUserPoliciesRequest),
        input_root: None,
        output: Some(&schemas::ListUserPoliciesResponse),
        action: IamAction::Named("iam:ListUserPolicies"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListUsers",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListUsersRequest),
        input_root: None,
        output: Some(&schemas::ListUsersResponse),
        action: IamAction::Named("iam:ListUsers"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutRolePermissionsBoundary",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutRolePermissionsBoundaryRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:PutRolePermissionsBoundary"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutRolePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutRolePolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:PutRolePolicy"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutUserPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutUserPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:PutUserPolicy"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "SetDefaultPolicyVersion",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SetDefaultPolicyVersionRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:SetDefaultPolicyVersion"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "SimulatePrincipalPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SimulatePrincipalPolicyRequest),
        input_root: None,
        output: Some(&schemas::SimulatePolicyResponse),
        action: IamAction::Named("iam:SimulatePrincipalPolicy"),
        resources: "{PolicySourceArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TagPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::TagPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:TagPolicy"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TagRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::TagRoleRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:TagRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UntagPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UntagPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:UntagPolicy"),
        resources: "{PolicyArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UntagRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UntagRoleRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:UntagRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateAccessKey",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateAccessKeyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:UpdateAccessKey"),
        resources: "arn:{partition}:iam::{account}:user/{UserName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateAssumeRolePolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateAssumeRolePolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("iam:UpdateAssumeRolePolicy"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateRoleRequest),
        input_root: None,
        output: Some(&schemas::UpdateRoleResponse),
        action: IamAction::Named("iam:UpdateRole"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UpdateRoleDescription",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UpdateRoleDescriptionRequest),
        input_root: None,
        output: Some(&schemas::UpdateRoleDescriptionResponse),
        action: IamAction::Named("iam:UpdateRoleDescription"),
        resources: "arn:{partition}:iam::{account}:role/{RoleName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AttachRolePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct AttachRolePolicy;
    impl OperationType for AttachRolePolicy {
        type Input = super::AttachRolePolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `AttachUserPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct AttachUserPolicy;
    impl OperationType for AttachUserPolicy {
        type Input = super::AttachUserPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `CreateAccessKey`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateAccessKey;
    impl OperationType for CreateAccessKey {
        type Input = super::CreateAccessKeyRequest;
        type Output = super::CreateAccessKeyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `CreatePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct CreatePolicy;
    impl OperationType for CreatePolicy {
        type Input = super::CreatePolicyRequest;
        type Output = super::CreatePolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `CreatePolicyVersion`
    #[derive(Clone, Copy, Debug)]
    pub struct CreatePolicyVersion;
    impl OperationType for CreatePolicyVersion {
        type Input = super::CreatePolicyVersionRequest;
        type Output = super::CreatePolicyVersionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `CreateRole`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateRole;
    impl OperationType for CreateRole {
        type Input = super::CreateRoleRequest;
        type Output = super::CreateRoleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `CreateUser`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateUser;
    impl OperationType for CreateUser {
        type Input = super::CreateUserRequest;
        type Output = super::CreateUserResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `DeleteAccessKey`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteAccessKey;
    impl OperationType for DeleteAccessKey {
        type Input = super::DeleteAccessKeyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `DeletePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeletePolicy;
    impl OperationType for DeletePolicy {
        type Input = super::DeletePolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `DeletePolicyVersion`
    #[derive(Clone, Copy, Debug)]
    pub struct DeletePolicyVersion;
    impl OperationType for DeletePolicyVersion {
        type Input = super::DeletePolicyVersionRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `DeleteRole`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRole;
    impl OperationType for DeleteRole {
        type Input = super::DeleteRoleRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `DeleteRolePermissionsBoundary`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRolePermissionsBoundary;
    impl OperationType for DeleteRolePermissionsBoundary {
        type Input = super::DeleteRolePermissionsBoundaryRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `DeleteRolePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRolePolicy;
    impl OperationType for DeleteRolePolicy {
        type Input = super::DeleteRolePolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `DeleteUser`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteUser;
    impl OperationType for DeleteUser {
        type Input = super::DeleteUserRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `DeleteUserPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteUserPolicy;
    impl OperationType for DeleteUserPolicy {
        type Input = super::DeleteUserPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `DetachRolePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DetachRolePolicy;
    impl OperationType for DetachRolePolicy {
        type Input = super::DetachRolePolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `DetachUserPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DetachUserPolicy;
    impl OperationType for DetachUserPolicy {
        type Input = super::DetachUserPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }

    /// `GetPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetPolicy;
    impl OperationType for GetPolicy {
        type Input = super::GetPolicyRequest;
        type Output = super::GetPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[17];
    }

    /// `GetPolicyVersion`
    #[derive(Clone, Copy, Debug)]
    pub struct GetPolicyVersion;
    impl OperationType for GetPolicyVersion {
        type Input = super::GetPolicyVersionRequest;
        type Output = super::GetPolicyVersionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[18];
    }

    /// `GetRole`
    #[derive(Clone, Copy, Debug)]
    pub struct GetRole;
    impl OperationType for GetRole {
        type Input = super::GetRoleRequest;
        type Output = super::GetRoleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[19];
    }

    /// `GetRolePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetRolePolicy;
    impl OperationType for GetRolePolicy {
        type Input = super::GetRolePolicyRequest;
        type Output = super::GetRolePolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[20];
    }

    /// `GetUser`
    #[derive(Clone, Copy, Debug)]
    pub struct GetUser;
    impl OperationType for GetUser {
        type Input = super::GetUserRequest;
        type Output = super::GetUserResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[21];
    }

    /// `GetUserPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetUserPolicy;
    impl OperationType for GetUserPolicy {
        type Input = super::GetUserPolicyRequest;
        type Output = super::GetUserPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[22];
    }

    /// `ListAccessKeys`
    #[derive(Clone, Copy, Debug)]
    pub struct ListAccessKeys;
    impl OperationType for ListAccessKeys {
        type Input = super::ListAccessKeysRequest;
        type Output = super::ListAccessKeysResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[23];
    }

    /// `ListAttachedRolePolicies`
    #[derive(Clone, Copy, Debug)]
    pub struct ListAttachedRolePolicies;
    impl OperationType for ListAttachedRolePolicies {
        type Input = super::ListAttachedRolePoliciesRequest;
        type Output = super::ListAttachedRolePoliciesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[24];
    }

    /// `ListAttachedUserPolicies`
    #[derive(Clone, Copy, Debug)]
    pub struct ListAttachedUserPolicies;
    impl OperationType for ListAttachedUserPolicies {
        type Input = super::ListAttachedUserPoliciesRequest;
        type Output = super::ListAttachedUserPoliciesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[25];
    }

    /// `ListEntitiesForPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct ListEntitiesForPolicy;
    impl OperationType for ListEntitiesForPolicy {
        type Input = super::ListEntitiesForPolicyRequest;
        type Output = super::ListEntitiesForPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[26];
    }

    /// `ListInstanceProfilesForRole`
    #[derive(Clone, Copy, Debug)]
    pub struct ListInstanceProfilesForRole;
    impl OperationType for ListInstanceProfilesForRole {
        type Input = super::ListInstanceProfilesForRoleRequest;
        type Output = super::ListInstanceProfilesForRoleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[27];
    }

    /// `ListPolicies`
    #[derive(Clone, Copy, Debug)]
    pub struct ListPolicies;
    impl OperationType for ListPolicies {
        type Input = super::ListPoliciesRequest;
        type Output = super::ListPoliciesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[28];
    }

    /// `ListPolicyTags`
    #[derive(Clone, Copy, Debug)]
    pub struct ListPolicyTags;
    impl OperationType for ListPolicyTags {
        type Input = super::ListPolicyTagsRequest;
        type Output = super::ListPolicyTagsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[29];
    }

    /// `ListPolicyVersions`
    #[derive(Clone, Copy, Debug)]
    pub struct ListPolicyVersions;
    impl OperationType for ListPolicyVersions {
        type Input = super::ListPolicyVersionsRequest;
        type Output = super::ListPolicyVersionsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[30];
    }

    /// `ListRolePolicies`
    #[derive(Clone, Copy, Debug)]
    pub struct ListRolePolicies;
    impl OperationType for ListRolePolicies {
        type Input = super::ListRolePoliciesRequest;
        type Output = super::ListRolePoliciesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[31];
    }

    /// `ListRoleTags`
    #[derive(Clone, Copy, Debug)]
    pub struct ListRoleTags;
    impl OperationType for ListRoleTags {
        type Input = super::ListRoleTagsRequest;
        type Output = super::ListRoleTagsResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[32];
    }

    /// `ListRoles`
    #[derive(Clone, Copy, Debug)]
    pub struct ListRoles;
    impl OperationType for ListRoles {
        type Input = super::ListRolesRequest;
        type Output = super::ListRolesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[33];
    }

    /// `ListUserPolicies`
    #[derive(Clone, Copy, Debug)]
    pub struct ListUserPolicies;
    impl OperationType for ListUserPolicies {
        type Input = super::ListUserPoliciesRequest;
        type Output = super::ListUserPoliciesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[34];
    }

    /// `ListUsers`
    #[derive(Clone, Copy, Debug)]
    pub struct ListUsers;
    impl OperationType for ListUsers {
        type Input = super::ListUsersRequest;
        type Output = super::ListUsersResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[35];
    }

    /// `PutRolePermissionsBoundary`
    #[derive(Clone, Copy, Debug)]
    pub struct PutRolePermissionsBoundary;
    impl OperationType for PutRolePermissionsBoundary {
        type Input = super::PutRolePermissionsBoundaryRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[36];
    }

    /// `PutRolePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct PutRolePolicy;
    impl OperationType for PutRolePolicy {
        type Input = super::PutRolePolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[37];
    }

    /// `PutUserPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct PutUserPolicy;
    impl OperationType for PutUserPolicy {
        type Input = super::PutUserPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[38];
    }

    /// `SetDefaultPolicyVersion`
    #[derive(Clone, Copy, Debug)]
    pub struct SetDefaultPolicyVersion;
    impl OperationType for SetDefaultPolicyVersion {
        type Input = super::SetDefaultPolicyVersionRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[39];
    }

    /// `SimulatePrincipalPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct SimulatePrincipalPolicy;
    impl OperationType for SimulatePrincipalPolicy {
        type Input = super::SimulatePrincipalPolicyRequest;
        type Output = super::SimulatePolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[40];
    }

    /// `TagPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct TagPolicy;
    impl OperationType for TagPolicy {
        type Input = super::TagPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[41];
    }

    /// `TagRole`
    #[derive(Clone, Copy, Debug)]
    pub struct TagRole;
    impl OperationType for TagRole {
        type Input = super::TagRoleRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[42];
    }

    /// `UntagPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagPolicy;
    impl OperationType for UntagPolicy {
        type Input = super::UntagPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[43];
    }

    /// `UntagRole`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagRole;
    impl OperationType for UntagRole {
        type Input = super::UntagRoleRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[44];
    }

    /// `UpdateAccessKey`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateAccessKey;
    impl OperationType for UpdateAccessKey {
        type Input = super::UpdateAccessKeyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[45];
    }

    /// `UpdateAssumeRolePolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateAssumeRolePolicy;
    impl OperationType for UpdateAssumeRolePolicy {
        type Input = super::UpdateAssumeRolePolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[46];
    }

    /// `UpdateRole`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateRole;
    impl OperationType for UpdateRole {
        type Input = super::UpdateRoleRequest;
        type Output = super::UpdateRoleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[47];
    }

    /// `UpdateRoleDescription`
    #[derive(Clone, Copy, Debug)]
    pub struct UpdateRoleDescription;
    impl OperationType for UpdateRoleDescription {
        type Input = super::UpdateRoleDescriptionRequest;
        type Output = super::UpdateRoleDescriptionResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[48];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "AcceptDelegationRequest", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "AcquireRole", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "AddClientIDToOpenIDConnectProvider",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "AddRoleToInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "AddUserToGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "AssociateDelegationRequest", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "AttachGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ChangePassword", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateAccountAlias", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateDelegationRequest", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateLoginProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateOpenIDConnectProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateSAMLProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreateServiceLinkedRole", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateServiceSpecificCredential",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CreateVirtualMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeactivateMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAccountAlias", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteAccountPasswordPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteLoginProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteOpenIDConnectProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteSAMLProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteSSHPublicKey", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteServerCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteServiceLinkedRole", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteServiceSpecificCredential",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteSigningCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteUserPermissionsBoundary", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteVirtualMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DetachGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DisableOrganizationsRootCredentialsManagement",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DisableOrganizationsRootSessions",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DisableOutboundWebIdentityFederation",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "EnableMFADevice", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "EnableOrganizationsRootCredentialsManagement",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "EnableOrganizationsRootSessions",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "EnableOutboundWebIdentityFederation",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GenerateCredentialReport", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GenerateOrganizationsAccessReport",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GenerateServiceLastAccessedDetails",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GetAccessKeyLastUsed", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetAccountAuthorizationDetails", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetAccountPasswordPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetAccountProperties", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetAccountSummary", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetContextKeysForCustomPolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetContextKeysForPrincipalPolicy",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GetCredentialReport", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDelegationRequest", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetHumanReadableSummary", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLoginProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetOpenIDConnectProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetOrganizationsAccessReport", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetOutboundWebIdentityFederationInfo",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GetRoleTemplateVersion", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetSAMLProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetSSHPublicKey", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetServerCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetServiceLastAccessedDetails", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetServiceLastAccessedDetailsWithEntities",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetServiceLinkedRoleDeletionStatus",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListAccountAliases", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListAttachedGroupPolicies", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListDelegationRequests", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListGroupPolicies", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListGroups", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListGroupsForUser", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListInstanceProfileTags", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListInstanceProfiles", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMFADeviceTags", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListMFADevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListOpenIDConnectProviderTags", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListOpenIDConnectProviders", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListOrganizationsFeatures", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListPoliciesGrantingServiceAccess",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "ListSAMLProviderTags", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListSAMLProviders", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListSSHPublicKeys", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListServerCertificateTags", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListServerCertificates", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListServiceSpecificCredentials", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListSigningCertificates", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListUserTags", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListVirtualMFADevices", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutAccountProperties", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutGroupPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutUserPermissionsBoundary", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RejectDelegationRequest", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "RemoveClientIDFromOpenIDConnectProvider",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "RemoveRoleFromInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "RemoveUserFromGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ResetServiceSpecificCredential", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ResyncMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "SendDelegationToken", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "SetSecurityTokenServicePreferences",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "SimulateCustomPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagOpenIDConnectProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagSAMLProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagServerCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "TagUser", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagInstanceProfile", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagMFADevice", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagOpenIDConnectProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagSAMLProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagServerCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UntagUser", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateAccountPasswordPolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateDelegationRequest", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateGroup", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateLoginProfile", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateOpenIDConnectProviderThumbprint",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "UpdateSAMLProvider", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateSSHPublicKey", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateServerCertificate", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateServiceSpecificCredential",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "UpdateSigningCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateUser", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UploadSSHPublicKey", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UploadServerCertificate", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UploadSigningCertificate", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ConcurrentModification`, status 409
    pub fn concurrent_modification_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ConcurrentModification", 409, message)
    }
    /// `DeleteConflict`, status 409
    pub fn delete_conflict_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("DeleteConflict", 409, message)
    }
    /// `EntityAlreadyExists`, status 409
    pub fn entity_already_exists_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EntityAlreadyExists", 409, message)
    }
    /// `InvalidInput`, status 400
    pub fn invalid_input_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidInput", 400, message)
    }
    /// `LimitExceeded`, status 409
    pub fn limit_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("LimitExceeded", 409, message)
    }
    /// `MalformedPolicyDocument`, status 400
    pub fn malformed_policy_document_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("MalformedPolicyDocument", 400, message)
    }
    /// `NoSuchEntity`, status 404
    pub fn no_such_entity_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NoSuchEntity", 404, message)
    }
    /// `PolicyEvaluation`, status 500
    pub fn policy_evaluation_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("PolicyEvaluation", 500, message)
    }
    /// `PolicyNotAttachable`, status 400
    pub fn policy_not_attachable_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("PolicyNotAttachable", 400, message)
    }
    /// `ServiceFailure`, status 500
    pub fn service_failure_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServiceFailure", 500, message)
    }
    /// `UnmodifiableEntity`, status 400
    pub fn unmodifiable_entity_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("UnmodifiableEntity", 400, message)
    }
}

crate::macros::structures! {
/// `AccessKey`
AccessKey {
user_name: ::std::string::String = "UserName",
access_key_id: ::std::string::String = "AccessKeyId",
status: ::std::string::String = "Status",
secret_access_key: ::std::string::String = "SecretAccessKey",
create_date: Option<crate::Timestamp> = "CreateDate",
}
/// `AccessKeyMetadata`
AccessKeyMetadata {
user_name: Option<::std::string::String> = "UserName",
access_key_id: Option<::std::string::String> = "AccessKeyId",
status: Option<::std::string::String> = "Status",
create_date: Option<crate::Timestamp> = "CreateDate",
}
/// `AttachRolePolicyRequest`
AttachRolePolicyRequest {
role_name: ::std::string::String = "RoleName",
policy_arn: ::std::string::String = "PolicyArn",
}
/// `AttachUserPolicyRequest`
AttachUserPolicyRequest {
user_name: ::std::string::String = "UserName",
policy_arn: ::std::string::String = "PolicyArn",
}
/// `AttachedPermissionsBoundary`
AttachedPermissionsBoundary {
permissions_boundary_type: Option<::std::string::String> = "PermissionsBoundaryType",
permissions_boundary_arn: Option<::std::string::String> = "PermissionsBoundaryArn",
}
/// `AttachedPolicy`
AttachedPolicy {
policy_name: Option<::std::string::String> = "PolicyName",
policy_arn: Option<::std::string::String> = "PolicyArn",
}
/// `ContextEntry`
ContextEntry {
context_key_name: Option<::std::string::String> = "ContextKeyName",
context_key_values: Option<Vec<::std::string::String>> = "ContextKeyValues",
context_key_type: Option<::std::string::String> = "ContextKeyType",
}
/// `CreateAccessKeyRequest`
CreateAccessKeyRequest {
user_name: Option<::std::string::String> = "UserName",
}
/// `CreateAccessKeyResponse`
CreateAccessKeyResponse {
access_key: AccessKey = "AccessKey",
}
/// `CreatePolicyRequest`
CreatePolicyRequest {
policy_name: ::std::string::String = "PolicyName",
path: Option<::std::string::String> = "Path",
policy_document: ::std::string::String = "PolicyDocument",
description: Option<::std::string::String> = "Description",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreatePolicyResponse`
CreatePolicyResponse {
policy: Option<Policy> = "Policy",
}
/// `CreatePolicyVersionRequest`
CreatePolicyVersionRequest {
policy_arn: ::std::string::String = "PolicyArn",
policy_document: ::std::string::String = "PolicyDocument",
set_as_default: Option<bool> = "SetAsDefault",
}
/// `CreatePolicyVersionResponse`
CreatePolicyVersionResponse {
policy_version: Option<PolicyVersion> = "PolicyVersion",
}
/// `CreateRoleRequest`
CreateRoleRequest {
path: Option<::std::string::String> = "Path",
role_name: ::std::string::String = "RoleName",
assume_role_policy_document: ::std::string::String = "AssumeRolePolicyDocument",
description: Option<::std::string::String> = "Description",
max_session_duration: Option<i64> = "MaxSessionDuration",
permissions_boundary: Option<::std::string::String> = "PermissionsBoundary",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateRoleResponse`
CreateRoleResponse {
role: Role = "Role",
}
/// `CreateUserRequest`
CreateUserRequest {
path: Option<::std::string::String> = "Path",
user_name: ::std::string::String = "UserName",
permissions_boundary: Option<::std::string::String> = "PermissionsBoundary",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateUserResponse`
CreateUserResponse {
user: Option<User> = "User",
}
/// `DeleteAccessKeyRequest`
DeleteAccessKeyRequest {
user_name: Option<::std::string::String> = "UserName",
access_key_id: ::std::string::String = "AccessKeyId",
}
/// `DeletePolicyRequest`
DeletePolicyRequest {
policy_arn: ::std::string::String = "PolicyArn",
}
/// `DeletePolicyVersionRequest`
DeletePolicyVersionRequest {
policy_arn: ::std::string::String = "PolicyArn",
version_id: ::std::string::String = "VersionId",
}
/// `DeleteRolePermissionsBoundaryRequest`
DeleteRolePermissionsBoundaryRequest {
role_name: ::std::string::String = "RoleName",
}
/// `DeleteRolePolicyRequest`
DeleteRolePolicyRequest {
role_name: ::std::string::String = "RoleName",
policy_name: ::std::string::String = "PolicyName",
}
/// `DeleteRoleRequest`
DeleteRoleRequest {
role_name: ::std::string::String = "RoleName",
}
/// `DeleteUserPolicyRequest`
DeleteUserPolicyRequest {
user_name: ::std::string::String = "UserName",
policy_name: ::std::string::String = "PolicyName",
}
/// `DeleteUserRequest`
DeleteUserRequest {
user_name: ::std::string::String = "UserName",
}
/// `DetachRolePolicyRequest`
DetachRolePolicyRequest {
role_name: ::std::string::String = "RoleName",
policy_arn: ::std::string::String = "PolicyArn",
}
/// `DetachUserPolicyRequest`
DetachUserPolicyRequest {
user_name: ::std::string::String = "UserName",
policy_arn: ::std::string::String = "PolicyArn",
}
/// `EvaluationResult`
EvaluationResult {
eval_action_name: ::std::string::String = "EvalActionName",
eval_resource_name: Option<::std::string::String> = "EvalResourceName",
eval_decision: ::std::string::String = "EvalDecision",
matched_statements: Option<Vec<Statement>> = "MatchedStatements",
missing_context_values: Option<Vec<::std::string::String>> = "MissingContextValues",
organizations_decision_detail: Option<OrganizationsDecisionDetail> = "OrganizationsDecisionDetail",
permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail> = "PermissionsBoundaryDecisionDetail",
eval_decision_details: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "EvalDecisionDetails",
resource_specific_results: Option<Vec<ResourceSpecificResult>> = "ResourceSpecificResults",
}
/// `GetPolicyRequest`
GetPolicyRequest {
policy_arn: ::std::string::String = "PolicyArn",
}
/// `GetPolicyResponse`
GetPolicyResponse {
policy: Option<Policy> = "Policy",
}
/// `GetPolicyVersionRequest`
GetPolicyVersionRequest {
policy_arn: ::std::string::String = "PolicyArn",
version_id: ::std::string::String = "VersionId",
}
/// `GetPolicyVersionResponse`
GetPolicyVersionResponse {
policy_version: Option<PolicyVersion> = "PolicyVersion",
}
/// `GetRolePolicyRequest`
GetRolePolicyRequest {
role_name: ::std::string::String = "RoleName",
policy_name: ::std::string::String = "PolicyName",
}
/// `GetRolePolicyResponse`
GetRolePolicyResponse {
role_name: ::std::string::String = "RoleName",
policy_name: ::std::string::String = "PolicyName",
policy_document: ::std::string::String = "PolicyDocument",
}
/// `GetRoleRequest`
GetRoleRequest {
role_name: ::std::string::String = "RoleName",
}
/// `GetRoleResponse`
GetRoleResponse {
role: Role = "Role",
}
/// `GetUserPolicyRequest`
GetUserPolicyRequest {
user_name: ::std::string::String = "UserName",
policy_name: ::std::string::String = "PolicyName",
}
/// `GetUserPolicyResponse`
GetUserPolicyResponse {
user_name: ::std::string::String = "UserName",
policy_name: ::std::string::String = "PolicyName",
policy_document: ::std::string::String = "PolicyDocument",
}
/// `GetUserRequest`
GetUserRequest {
user_name: Option<::std::string::String> = "UserName",
}
/// `GetUserResponse`
GetUserResponse {
user: User = "User",
}
/// `InlinePolicyIdentifierType`
InlinePolicyIdentifierType {
policy_name: ::std::string::String = "PolicyName",
attachment_type: ::std::string::String = "AttachmentType",
attachment_name: ::std::string::String = "AttachmentName",
}
/// `InstanceProfile`
InstanceProfile {
path: ::std::string::String = "Path",
instance_profile_name: ::std::string::String = "InstanceProfileName",
instance_profile_id: ::std::string::String = "InstanceProfileId",
arn: ::std::string::String = "Arn",
create_date: crate::Timestamp = "CreateDate",
roles: Vec<Role> = "Roles",
tags: Option<Vec<Tag>> = "Tags",
}
/// `ListAccessKeysRequest`
ListAccessKeysRequest {
user_name: Option<::std::string::String> = "UserName",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListAccessKeysResponse`
ListAccessKeysResponse {
access_key_metadata: Vec<AccessKeyMetadata> = "AccessKeyMetadata",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListAttachedRolePoliciesRequest`
ListAttachedRolePoliciesRequest {
role_name: ::std::string::String = "RoleName",
path_prefix: Option<::std::string::String> = "PathPrefix",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListAttachedRolePoliciesResponse`
ListAttachedRolePoliciesResponse {
attached_policies: Option<Vec<AttachedPolicy>> = "AttachedPolicies",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListAttachedUserPoliciesRequest`
ListAttachedUserPoliciesRequest {
user_name: ::std::string::String = "UserName",
path_prefix: Option<::std::string::String> = "PathPrefix",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListAttachedUserPoliciesResponse`
ListAttachedUserPoliciesResponse {
attached_policies: Option<Vec<AttachedPolicy>> = "AttachedPolicies",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListEntitiesForPolicyRequest`
ListEntitiesForPolicyRequest {
policy_arn: ::std::string::String = "PolicyArn",
entity_filter: Option<::std::string::String> = "EntityFilter",
path_prefix: Option<::std::string::String> = "PathPrefix",
policy_usage_filter: Option<::std::string::String> = "PolicyUsageFilter",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListEntitiesForPolicyResponse`
ListEntitiesForPolicyResponse {
policy_groups: Option<Vec<PolicyGroup>> = "PolicyGroups",
policy_users: Option<Vec<PolicyUser>> = "PolicyUsers",
policy_roles: Option<Vec<PolicyRole>> = "PolicyRoles",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListInstanceProfilesForRoleRequest`
ListInstanceProfilesForRoleRequest {
role_name: ::std::string::String = "RoleName",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListInstanceProfilesForRoleResponse`
ListInstanceProfilesForRoleResponse {
instance_profiles: Vec<InstanceProfile> = "InstanceProfiles",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListPoliciesRequest`
ListPoliciesRequest {
scope: Option<::std::string::String> = "Scope",
only_attached: Option<bool> = "OnlyAttached",
path_prefix: Option<::std::string::String> = "PathPrefix",
policy_usage_filter: Option<::std::string::String> = "PolicyUsageFilter",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListPoliciesResponse`
ListPoliciesResponse {
policies: Option<Vec<Policy>> = "Policies",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListPolicyTagsRequest`
ListPolicyTagsRequest {
policy_arn: ::std::string::String = "PolicyArn",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListPolicyTagsResponse`
ListPolicyTagsResponse {
tags: Vec<Tag> = "Tags",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListPolicyVersionsRequest`
ListPolicyVersionsRequest {
policy_arn: ::std::string::String = "PolicyArn",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListPolicyVersionsResponse`
ListPolicyVersionsResponse {
versions: Option<Vec<PolicyVersion>> = "Versions",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListRolePoliciesRequest`
ListRolePoliciesRequest {
role_name: ::std::string::String = "RoleName",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListRolePoliciesResponse`
ListRolePoliciesResponse {
policy_names: Vec<::std::string::String> = "PolicyNames",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListRoleTagsRequest`
ListRoleTagsRequest {
role_name: ::std::string::String = "RoleName",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListRoleTagsResponse`
ListRoleTagsResponse {
tags: Vec<Tag> = "Tags",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListRolesRequest`
ListRolesRequest {
path_prefix: Option<::std::string::String> = "PathPrefix",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListRolesResponse`
ListRolesResponse {
roles: Vec<Role> = "Roles",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListUserPoliciesRequest`
ListUserPoliciesRequest {
user_name: ::std::string::String = "UserName",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListUserPoliciesResponse`
ListUserPoliciesResponse {
policy_names: Vec<::std::string::String> = "PolicyNames",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `ListUsersRequest`
ListUsersRequest {
path_prefix: Option<::std::string::String> = "PathPrefix",
marker: Option<::std::string::String> = "Marker",
max_items: Option<i64> = "MaxItems",
}
/// `ListUsersResponse`
ListUsersResponse {
users: Vec<User> = "Users",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `OrganizationsDecisionDetail`
OrganizationsDecisionDetail {
allowed_by_organizations: Option<bool> = "AllowedByOrganizations",
}
/// `PermissionsBoundaryDecisionDetail`
PermissionsBoundaryDecisionDetail {
allowed_by_permissions_boundary: Option<bool> = "AllowedByPermissionsBoundary",
}
/// `Policy`
Policy {
policy_name: Option<::std::string::String> = "PolicyName",
policy_id: Option<::std::string::String> = "PolicyId",
arn: Option<::std::string::String> = "Arn",
path: Option<::std::string::String> = "Path",
default_version_id: Option<::std::string::String> = "DefaultVersionId",
attachment_count: Option<i64> = "AttachmentCount",
permissions_boundary_usage_count: Option<i64> = "PermissionsBoundaryUsageCount",
is_attachable: Option<bool> = "IsAttachable",
description: Option<::std::string::String> = "Description",
create_date: Option<crate::Timestamp> = "CreateDate",
update_date: Option<crate::Timestamp> = "UpdateDate",
tags: Option<Vec<Tag>> = "Tags",
}
/// `PolicyGroup`
PolicyGroup {
group_name: Option<::std::string::String> = "GroupName",
group_id: Option<::std::string::String> = "GroupId",
}
/// `PolicyIdentifier`
PolicyIdentifier {
policy_type: Option<::std::string::String> = "PolicyType",
policy_arn: Option<::std::string::String> = "PolicyArn",
inline_policy_identifier: Option<InlinePolicyIdentifierType> = "InlinePolicyIdentifier",
}
/// `PolicyRole`
PolicyRole {
role_name: Option<::std::string::String> = "RoleName",
role_id: Option<::std::string::String> = "RoleId",
}
/// `PolicyUser`
PolicyUser {
user_name: Option<::std::string::String> = "UserName",
user_id: Option<::std::string::String> = "UserId",
}
/// `PolicyVersion`
PolicyVersion {
document: Option<::std::string::String> = "Document",
version_id: Option<::std::string::String> = "VersionId",
is_default_version: Option<bool> = "IsDefaultVersion",
create_date: Option<crate::Timestamp> = "CreateDate",
}
/// `Position`
Position {
line: Option<i64> = "Line",
column: Option<i64> = "Column",
}
/// `PutRolePermissionsBoundaryRequest`
PutRolePermissionsBoundaryRequest {
role_name: ::std::string::String = "RoleName",
permissions_boundary: ::std::string::String = "PermissionsBoundary",
}
/// `PutRolePolicyRequest`
PutRolePolicyRequest {
role_name: ::std::string::String = "RoleName",
policy_name: ::std::string::String = "PolicyName",
policy_document: ::std::string::String = "PolicyDocument",
}
/// `PutUserPolicyRequest`
PutUserPolicyRequest {
user_name: ::std::string::String = "UserName",
policy_name: ::std::string::String = "PolicyName",
policy_document: ::std::string::String = "PolicyDocument",
}
/// `ResourceSpecificResult`
ResourceSpecificResult {
eval_resource_name: ::std::string::String = "EvalResourceName",
eval_resource_decision: ::std::string::String = "EvalResourceDecision",
matched_statements: Option<Vec<Statement>> = "MatchedStatements",
missing_context_values: Option<Vec<::std::string::String>> = "MissingContextValues",
eval_decision_details: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "EvalDecisionDetails",
permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail> = "PermissionsBoundaryDecisionDetail",
}
/// `Role`
Role {
path: ::std::string::String = "Path",
role_name: ::std::string::String = "RoleName",
role_id: ::std::string::String = "RoleId",
arn: ::std::string::String = "Arn",
create_date: crate::Timestamp = "CreateDate",
assume_role_policy_document: Option<::std::string::String> = "AssumeRolePolicyDocument",
description: Option<::std::string::String> = "Description",
max_session_duration: Option<i64> = "MaxSessionDuration",
permissions_boundary: Option<AttachedPermissionsBoundary> = "PermissionsBoundary",
tags: Option<Vec<Tag>> = "Tags",
role_last_used: Option<RoleLastUsed> = "RoleLastUsed",
source_role_template: Option<SourceRoleTemplate> = "SourceRoleTemplate",
}
/// `RoleLastUsed`
RoleLastUsed {
last_used_date: Option<crate::Timestamp> = "LastUsedDate",
region: Option<::std::string::String> = "Region",
}
/// `SetDefaultPolicyVersionRequest`
SetDefaultPolicyVersionRequest {
policy_arn: ::std::string::String = "PolicyArn",
version_id: ::std::string::String = "VersionId",
}
/// `SimulatePolicyResponse`
SimulatePolicyResponse {
evaluation_results: Option<Vec<EvaluationResult>> = "EvaluationResults",
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
}
/// `SimulatePrincipalPolicyRequest`
SimulatePrincipalPolicyRequest {
policy_source_arn: ::std::string::String = "PolicySourceArn",
policy_input_list: Option<Vec<::std::string::String>> = "PolicyInputList",
permissions_boundary_policy_input_list: Option<Vec<::std::string::String>> = "PermissionsBoundaryPolicyInputList",
policy_exclusion_list: Option<Vec<PolicyIdentifier>> = "PolicyExclusionList",
action_names: Vec<::std::string::String> = "ActionNames",
resource_arns: Option<Vec<::std::string::String>> = "ResourceArns",
resource_policy: Option<::std::string::String> = "ResourcePolicy",
resource_owner: Option<::std::string::String> = "ResourceOwner",
caller_arn: Option<::std::string::String> = "CallerArn",
context_entries: Option<Vec<ContextEntry>> = "ContextEntries",
resource_handling_option: Option<::std::string::String> = "ResourceHandlingOption",
max_items: Option<i64> = "MaxItems",
marker: Option<::std::string::String> = "Marker",
}
/// `SourceRoleTemplate`
SourceRoleTemplate {
template_arn: ::std::string::String = "TemplateArn",
template_minor_version: i64 = "TemplateMinorVersion",
}
/// `Statement`
Statement {
source_policy_id: Option<::std::string::String> = "SourcePolicyId",
source_policy_type: Option<::std::string::String> = "SourcePolicyType",
start_position: Option<Position> = "StartPosition",
end_position: Option<Position> = "EndPosition",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `TagPolicyRequest`
TagPolicyRequest {
policy_arn: ::std::string::String = "PolicyArn",
tags: Vec<Tag> = "Tags",
}
/// `TagRoleRequest`
TagRoleRequest {
role_name: ::std::string::String = "RoleName",
tags: Vec<Tag> = "Tags",
}
/// `UntagPolicyRequest`
UntagPolicyRequest {
policy_arn: ::std::string::String = "PolicyArn",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `UntagRoleRequest`
UntagRoleRequest {
role_name: ::std::string::String = "RoleName",
tag_keys: Vec<::std::string::String> = "TagKeys",
}
/// `UpdateAccessKeyRequest`
UpdateAccessKeyRequest {
user_name: Option<::std::string::String> = "UserName",
access_key_id: ::std::string::String = "AccessKeyId",
status: ::std::string::String = "Status",
}
/// `UpdateAssumeRolePolicyRequest`
UpdateAssumeRolePolicyRequest {
role_name: ::std::string::String = "RoleName",
policy_document: ::std::string::String = "PolicyDocument",
}
/// `UpdateRoleDescriptionRequest`
UpdateRoleDescriptionRequest {
role_name: ::std::string::String = "RoleName",
description: ::std::string::String = "Description",
}
/// `UpdateRoleDescriptionResponse`
UpdateRoleDescriptionResponse {
role: Option<Role> = "Role",
}
/// `UpdateRoleRequest`
UpdateRoleRequest {
role_name: ::std::string::String = "RoleName",
description: Option<::std::string::String> = "Description",
max_session_duration: Option<i64> = "MaxSessionDuration",
}
/// `UpdateRoleResponse`
UpdateRoleResponse {
}
/// `User`
User {
path: ::std::string::String = "Path",
user_name: ::std::string::String = "UserName",
user_id: ::std::string::String = "UserId",
arn: ::std::string::String = "Arn",
create_date: crate::Timestamp = "CreateDate",
password_last_used: Option<crate::Timestamp> = "PasswordLastUsed",
permissions_boundary: Option<AttachedPermissionsBoundary> = "PermissionsBoundary",
tags: Option<Vec<Tag>> = "Tags",
}
}

/// What the protocols walk.
#[allow(non_upper_case_globals, reason = "the names are the model's")]
#[allow(
    clippy::declare_interior_mutable_const,
    missing_docs,
    reason = "one static a shape, named as in the model"
)]
pub mod schemas {
    use super::*;
    pub static AccessKey: Shape = Shape {
        name: "AccessKey",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &userNameType).required(),
                Member::new("AccessKeyId", &accessKeyIdType).required(),
                Member::new("Status", &statusType).required(),
                Member::new("SecretAccessKey", &accessKeySecretType).required(),
                Member::new("CreateDate", &dateType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AccessKeyMetadata: Shape = Shape {
        name: "AccessKeyMetadata",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &userNameType),
                Member::new("AccessKeyId", &accessKeyIdType),
                Member::new("Status", &statusType),
                Member::new("CreateDate", &dateType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ActionNameListType: Shape = Shape {
        name: "ActionNameListType",
        kind: Kind::List {
            member: Member::new("member", &ActionNameType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ActionNameType: Shape = Shape {
        name: "ActionNameType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(3.0, 128.0) },
    };
    pub static AttachRolePolicyRequest: Shape = Shape {
        name: "AttachRolePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyArn", &arnType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AttachUserPolicyRequest: Shape = Shape {
        name: "AttachUserPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &userNameType).required(),
                Member::new("PolicyArn", &arnType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AttachedPermissionsBoundary: Shape = Shape {
        name: "AttachedPermissionsBoundary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PermissionsBoundaryType", &PermissionsBoundaryAttachmentType),
                Member::new("PermissionsBoundaryArn", &arnType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AttachedPolicy: Shape = Shape {
        name: "AttachedPolicy",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PolicyName", &policyNameType), Member::new("PolicyArn", &arnType)],
            payload: None,
            union: false,
        }),
    };
    pub static AttachmentName: Shape = Shape {
        name: "AttachmentName",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 128.0) },
    };
    pub static AttachmentType: Shape = Shape {
        name: "AttachmentType",
        kind: Kind::Str { values: &["user", "group", "role"], pattern: "", range: Range::ANY },
    };
    pub static ColumnNumber: Shape = Shape { name: "ColumnNumber", kind: Kind::Int(Range::ANY) };
    pub static ContextEntry: Shape = Shape {
        name: "ContextEntry",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ContextKeyName", &ContextKeyNameType),
                Member::new("ContextKeyValues", &ContextKeyValueListType),
                Member::new("ContextKeyType", &ContextKeyTypeEnum),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ContextEntryListType: Shape = Shape {
        name: "ContextEntryListType",
        kind: Kind::List {
            member: Member::new("member", &ContextEntry),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ContextKeyNameType: Shape = Shape {
        name: "ContextKeyNameType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(5.0, 256.0) },
    };
    pub static ContextKeyNamesResultListType: Shape = Shape {
        name: "ContextKeyNamesResultListType",
        kind: Kind::List {
            member: Member::new("member", &ContextKeyNameType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ContextKeyTypeEnum: Shape = Shape {
        name: "ContextKeyTypeEnum",
        kind: Kind::Str {
            values: &[
                "string",
                "stringList",
                "numeric",
                "numericList",
                "boolean",
                "booleanList",
                "ip",
                "ipList",
                "binary",
                "binaryList",
                "date",
                "dateList",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ContextKeyValueListType: Shape = Shape {
        name: "ContextKeyValueListType",
        kind: Kind::List {
            member: Member::new("member", &ContextKeyValueType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ContextKeyValueType: Shape = Shape {
        name: "ContextKeyValueType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static CreateAccessKeyRequest: Shape = Shape {
        name: "CreateAccessKeyRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("UserName", &existingUserNameType)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateAccessKeyResponse: Shape = Shape {
        name: "CreateAccessKeyResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AccessKey", &AccessKey).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreatePolicyRequest: Shape = Shape {
        name: "CreatePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyName", &policyNameType).required(),
                Member::new("Path", &policyPathType),
                Member::new("PolicyDocument", &policyDocumentType).required(),
                Member::new("Description", &policyDescriptionType),
                Member::new("Tags", &tagListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreatePolicyResponse: Shape = Shape {
        name: "CreatePolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Policy", &Policy)],
            payload: None,
            union: false,
        }),
    };
    pub static CreatePolicyVersionRequest: Shape = Shape {
        name: "CreatePolicyVersionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("PolicyDocument", &policyDocumentType).required(),
                Member::new("SetAsDefault", &booleanType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreatePolicyVersionResponse: Shape = Shape {
        name: "CreatePolicyVersionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PolicyVersion", &PolicyVersion)],
            payload: None,
            union: false,
        }),
    };
    pub static CreateRoleRequest: Shape = Shape {
        name: "CreateRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Path", &pathType),
                Member::new("RoleName", &roleNameType).required(),
                Member::new("AssumeRolePolicyDocument", &policyDocumentType).required(),
                Member::new("Description", &roleDescriptionType),
                Member::new("MaxSessionDuration", &roleMaxSessionDurationType),
                Member::new("PermissionsBoundary", &arnType),
                Member::new("Tags", &tagListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateRoleResponse: Shape = Shape {
        name: "CreateRoleResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Role", &Role).required()],
            payload: None,
            union: false,
        }),
    };
    pub static CreateUserRequest: Shape = Shape {
        name: "CreateUserRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Path", &pathType),
                Member::new("UserName", &userNameType).required(),
                Member::new("PermissionsBoundary", &arnType),
                Member::new("Tags", &tagListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateUserResponse: Shape = Shape {
        name: "CreateUserResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("User", &User)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteAccessKeyRequest: Shape = Shape {
        name: "DeleteAccessKeyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType),
                Member::new("AccessKeyId", &accessKeyIdType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeletePolicyRequest: Shape = Shape {
        name: "DeletePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PolicyArn", &arnType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeletePolicyVersionRequest: Shape = Shape {
        name: "DeletePolicyVersionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("VersionId", &policyVersionIdType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRolePermissionsBoundaryRequest: Shape = Shape {
        name: "DeleteRolePermissionsBoundaryRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RoleName", &roleNameType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRolePolicyRequest: Shape = Shape {
        name: "DeleteRolePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRoleRequest: Shape = Shape {
        name: "DeleteRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RoleName", &roleNameType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteUserPolicyRequest: Shape = Shape {
        name: "DeleteUserPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteUserRequest: Shape = Shape {
        name: "DeleteUserRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("UserName", &existingUserNameType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static DetachRolePolicyRequest: Shape = Shape {
        name: "DetachRolePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyArn", &arnType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DetachUserPolicyRequest: Shape = Shape {
        name: "DetachUserPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &userNameType).required(),
                Member::new("PolicyArn", &arnType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EntityType: Shape = Shape {
        name: "EntityType",
        kind: Kind::Str {
            values: &["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EvalDecisionDetailsType: Shape = Shape {
        name: "EvalDecisionDetailsType",
        kind: Kind::Map {
            key: Member::new("key", &EvalDecisionSourceType),
            value: Member::new("value", &PolicyEvaluationDecisionType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static EvalDecisionSourceType: Shape = Shape {
        name: "EvalDecisionSourceType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(3.0, 256.0) },
    };
    pub static EvaluationResult: Shape = Shape {
        name: "EvaluationResult",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EvalActionName", &ActionNameType).required(),
                Member::new("EvalResourceName", &ResourceNameType),
                Member::new("EvalDecision", &PolicyEvaluationDecisionType).required(),
                Member::new("MatchedStatements", &StatementListType),
                Member::new("MissingContextValues", &ContextKeyNamesResultListType),
                Member::new("OrganizationsDecisionDetail", &OrganizationsDecisionDetail),
                Member::new("PermissionsBoundaryDecisionDetail", &PermissionsBoundaryDecisionDetail),
                Member::new("EvalDecisionDetails", &EvalDecisionDetailsType),
                Member::new("ResourceSpecificResults", &ResourceSpecificResultListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EvaluationResultsListType: Shape = Shape {
        name: "EvaluationResultsListType",
        kind: Kind::List {
            member: Member::new("member", &EvaluationResult),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static GetPolicyRequest: Shape = Shape {
        name: "GetPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PolicyArn", &arnType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetPolicyResponse: Shape = Shape {
        name: "GetPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Policy", &Policy)],
            payload: None,
            union: false,
        }),
    };
    pub static GetPolicyVersionRequest: Shape = Shape {
        name: "GetPolicyVersionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("VersionId", &policyVersionIdType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetPolicyVersionResponse: Shape = Shape {
        name: "GetPolicyVersionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PolicyVersion", &PolicyVersion)],
            payload: None,
            union: false,
        }),
    };
    pub static GetRolePolicyRequest: Shape = Shape {
        name: "GetRolePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetRolePolicyResponse: Shape = Shape {
        name: "GetRolePolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
                Member::new("PolicyDocument", &policyDocumentType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetRoleRequest: Shape = Shape {
        name: "GetRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RoleName", &roleNameType).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetRoleResponse: Shape = Shape {
        name: "GetRoleResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Role", &Role).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetUserPolicyRequest: Shape = Shape {
        name: "GetUserPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetUserPolicyResponse: Shape = Shape {
        name: "GetUserPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
                Member::new("PolicyDocument", &policyDocumentType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetUserRequest: Shape = Shape {
        name: "GetUserRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("UserName", &existingUserNameType)],
            payload: None,
            union: false,
        }),
    };
    pub static GetUserResponse: Shape = Shape {
        name: "GetUserResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("User", &User).required()],
            payload: None,
            union: false,
        }),
    };
    pub static InlinePolicyIdentifierType: Shape = Shape {
        name: "InlinePolicyIdentifierType",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyName", &policyNameType).required(),
                Member::new("AttachmentType", &AttachmentType).required(),
                Member::new("AttachmentName", &AttachmentName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static InstanceProfile: Shape = Shape {
        name: "InstanceProfile",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Path", &pathType).required(),
                Member::new("InstanceProfileName", &instanceProfileNameType).required(),
                Member::new("InstanceProfileId", &idType).required(),
                Member::new("Arn", &arnType).required(),
                Member::new("CreateDate", &dateType).required(),
                Member::new("Roles", &roleListType).required(),
                Member::new("Tags", &tagListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LineNumber: Shape = Shape { name: "LineNumber", kind: Kind::Int(Range::ANY) };
    pub static ListAccessKeysRequest: Shape = Shape {
        name: "ListAccessKeysRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAccessKeysResponse: Shape = Shape {
        name: "ListAccessKeysResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AccessKeyMetadata", &accessKeyMetadataListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAttachedRolePoliciesRequest: Shape = Shape {
        name: "ListAttachedRolePoliciesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PathPrefix", &policyPathType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAttachedRolePoliciesResponse: Shape = Shape {
        name: "ListAttachedRolePoliciesResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AttachedPolicies", &attachedPoliciesListType),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAttachedUserPoliciesRequest: Shape = Shape {
        name: "ListAttachedUserPoliciesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &userNameType).required(),
                Member::new("PathPrefix", &policyPathType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListAttachedUserPoliciesResponse: Shape = Shape {
        name: "ListAttachedUserPoliciesResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AttachedPolicies", &attachedPoliciesListType),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEntitiesForPolicyRequest: Shape = Shape {
        name: "ListEntitiesForPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("EntityFilter", &EntityType),
                Member::new("PathPrefix", &pathType),
                Member::new("PolicyUsageFilter", &PolicyUsageType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListEntitiesForPolicyResponse: Shape = Shape {
        name: "ListEntitiesForPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyGroups", &PolicyGroupListType),
                Member::new("PolicyUsers", &PolicyUserListType),
                Member::new("PolicyRoles", &PolicyRoleListType),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListInstanceProfilesForRoleRequest: Shape = Shape {
        name: "ListInstanceProfilesForRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListInstanceProfilesForRoleResponse: Shape = Shape {
        name: "ListInstanceProfilesForRoleResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("InstanceProfiles", &instanceProfileListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPoliciesRequest: Shape = Shape {
        name: "ListPoliciesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Scope", &policyScopeType),
                Member::new("OnlyAttached", &booleanType),
                Member::new("PathPrefix", &policyPathType),
                Member::new("PolicyUsageFilter", &PolicyUsageType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPoliciesResponse: Shape = Shape {
        name: "ListPoliciesResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Policies", &policyListType),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPolicyTagsRequest: Shape = Shape {
        name: "ListPolicyTagsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPolicyTagsResponse: Shape = Shape {
        name: "ListPolicyTagsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Tags", &tagListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPolicyVersionsRequest: Shape = Shape {
        name: "ListPolicyVersionsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPolicyVersionsResponse: Shape = Shape {
        name: "ListPolicyVersionsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Versions", &policyDocumentVersionListType),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRolePoliciesRequest: Shape = Shape {
        name: "ListRolePoliciesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRolePoliciesResponse: Shape = Shape {
        name: "ListRolePoliciesResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyNames", &policyNameListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRoleTagsRequest: Shape = Shape {
        name: "ListRoleTagsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRoleTagsResponse: Shape = Shape {
        name: "ListRoleTagsResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Tags", &tagListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRolesRequest: Shape = Shape {
        name: "ListRolesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PathPrefix", &pathPrefixType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListRolesResponse: Shape = Shape {
        name: "ListRolesResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Roles", &roleListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListUserPoliciesRequest: Shape = Shape {
        name: "ListUserPoliciesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType).required(),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListUserPoliciesResponse: Shape = Shape {
        name: "ListUserPoliciesResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyNames", &policyNameListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListUsersRequest: Shape = Shape {
        name: "ListUsersRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PathPrefix", &pathPrefixType),
                Member::new("Marker", &markerType),
                Member::new("MaxItems", &maxItemsType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListUsersResponse: Shape = Shape {
        name: "ListUsersResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Users", &userListType).required(),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static OrganizationsDecisionDetail: Shape = Shape {
        name: "OrganizationsDecisionDetail",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AllowedByOrganizations", &booleanType)],
            payload: None,
            union: false,
        }),
    };
    pub static PermissionsBoundaryAttachmentType: Shape = Shape {
        name: "PermissionsBoundaryAttachmentType",
        kind: Kind::Str { values: &["PermissionsBoundaryPolicy"], pattern: "", range: Range::ANY },
    };
    pub static PermissionsBoundaryDecisionDetail: Shape = Shape {
        name: "PermissionsBoundaryDecisionDetail",
        kind: Kind::Structure(Structure {
            members: &[Member::new("AllowedByPermissionsBoundary", &booleanType)],
            payload: None,
            union: false,
        }),
    };
    pub static Policy: Shape = Shape {
        name: "Policy",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyName", &policyNameType),
                Member::new("PolicyId", &idType),
                Member::new("Arn", &arnType),
                Member::new("Path", &policyPathType),
                Member::new("DefaultVersionId", &policyVersionIdType),
                Member::new("AttachmentCount", &attachmentCountType),
                Member::new("PermissionsBoundaryUsageCount", &attachmentCountType),
                Member::new("IsAttachable", &booleanType),
                Member::new("Description", &policyDescriptionType),
                Member::new("CreateDate", &dateType),
                Member::new("UpdateDate", &dateType),
                Member::new("Tags", &tagListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PolicyEvaluationDecisionType: Shape = Shape {
        name: "PolicyEvaluationDecisionType",
        kind: Kind::Str {
            values: &["allowed", "explicitDeny", "implicitDeny"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static PolicyExclusionsListType: Shape = Shape {
        name: "PolicyExclusionsListType",
        kind: Kind::List {
            member: Member::new("member", &PolicyIdentifier),
            flattened: false,
            range: Range::max(256.0),
        },
    };
    pub static PolicyGroup: Shape = Shape {
        name: "PolicyGroup",
        kind: Kind::Structure(Structure {
            members: &[Member::new("GroupName", &groupNameType), Member::new("GroupId", &idType)],
            payload: None,
            union: false,
        }),
    };
    pub static PolicyGroupListType: Shape = Shape {
        name: "PolicyGroupListType",
        kind: Kind::List { member: Member::new("member", &PolicyGroup), flattened: false, range: Range::ANY },
    };
    pub static PolicyIdentifier: Shape = Shape {
        name: "PolicyIdentifier",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyType", &PolicyIdentifierPolicyType),
                Member::new("PolicyArn", &arnType),
                Member::new("InlinePolicyIdentifier", &InlinePolicyIdentifierType),
            ],
            payload: None,
            union: true,
        }),
    };
    pub static PolicyIdentifierPolicyType: Shape = Shape {
        name: "PolicyIdentifierPolicyType",
        kind: Kind::Str {
            values: &["inline", "aws-managed", "user-managed", "permission-boundary", "scp", "rcp"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static PolicyIdentifierType: Shape = Shape {
        name: "PolicyIdentifierType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static PolicyRole: Shape = Shape {
        name: "PolicyRole",
        kind: Kind::Structure(Structure {
            members: &[Member::new("RoleName", &roleNameType), Member::new("RoleId", &idType)],
            payload: None,
            union: false,
        }),
    };
    pub static PolicyRoleListType: Shape = Shape {
        name: "PolicyRoleListType",
        kind: Kind::List { member: Member::new("member", &PolicyRole), flattened: false, range: Range::ANY },
    };
    pub static PolicySourceType: Shape = Shape {
        name: "PolicySourceType",
        kind: Kind::Str {
            values: &["user", "group", "role", "aws-managed", "user-managed", "resource", "none"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static PolicyUsageType: Shape = Shape {
        name: "PolicyUsageType",
        kind: Kind::Str {
            values: &["PermissionsPolicy", "PermissionsBoundary"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static PolicyUser: Shape = Shape {
        name: "PolicyUser",
        kind: Kind::Structure(Structure {
            members: &[Member::new("UserName", &userNameType), Member::new("UserId", &idType)],
            payload: None,
            union: false,
        }),
    };
    pub static PolicyUserListType: Shape = Shape {
        name: "PolicyUserListType",
        kind: Kind::List { member: Member::new("member", &PolicyUser), flattened: false, range: Range::ANY },
    };
    pub static PolicyVersion: Shape = Shape {
        name: "PolicyVersion",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Document", &policyDocumentType),
                Member::new("VersionId", &policyVersionIdType),
                Member::new("IsDefaultVersion", &booleanType),
                Member::new("CreateDate", &dateType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Position: Shape = Shape {
        name: "Position",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Line", &LineNumber), Member::new("Column", &ColumnNumber)],
            payload: None,
            union: false,
        }),
    };
    pub static PutRolePermissionsBoundaryRequest: Shape = Shape {
        name: "PutRolePermissionsBoundaryRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PermissionsBoundary", &arnType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutRolePolicyRequest: Shape = Shape {
        name: "PutRolePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
                Member::new("PolicyDocument", &policyDocumentType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutUserPolicyRequest: Shape = Shape {
        name: "PutUserPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType).required(),
                Member::new("PolicyName", &policyNameType).required(),
                Member::new("PolicyDocument", &policyDocumentType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ResourceHandlingOptionType: Shape = Shape {
        name: "ResourceHandlingOptionType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 64.0) },
    };
    pub static ResourceNameListType: Shape = Shape {
        name: "ResourceNameListType",
        kind: Kind::List {
            member: Member::new("member", &ResourceNameType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ResourceNameType: Shape = Shape {
        name: "ResourceNameType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static ResourceSpecificResult: Shape = Shape {
        name: "ResourceSpecificResult",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EvalResourceName", &ResourceNameType).required(),
                Member::new("EvalResourceDecision", &PolicyEvaluationDecisionType).required(),
                Member::new("MatchedStatements", &StatementListType),
                Member::new("MissingContextValues", &ContextKeyNamesResultListType),
                Member::new("EvalDecisionDetails", &EvalDecisionDetailsType),
                Member::new("PermissionsBoundaryDecisionDetail", &PermissionsBoundaryDecisionDetail),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ResourceSpecificResultListType: Shape = Shape {
        name: "ResourceSpecificResultListType",
        kind: Kind::List {
            member: Member::new("member", &ResourceSpecificResult),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Role: Shape = Shape {
        name: "Role",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Path", &pathType).required(),
                Member::new("RoleName", &roleNameType).required(),
                Member::new("RoleId", &idType).required(),
                Member::new("Arn", &arnType).required(),
                Member::new("CreateDate", &dateType).required(),
                Member::new("AssumeRolePolicyDocument", &policyDocumentType),
                Member::new("Description", &roleDescriptionType),
                Member::new("MaxSessionDuration", &roleMaxSessionDurationType),
                Member::new("PermissionsBoundary", &AttachedPermissionsBoundary),
                Member::new("Tags", &tagListType),
                Member::new("RoleLastUsed", &RoleLastUsed),
                Member::new("SourceRoleTemplate", &SourceRoleTemplate),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RoleLastUsed: Shape = Shape {
        name: "RoleLastUsed",
        kind: Kind::Structure(Structure {
            members: &[Member::new("LastUsedDate", &dateType), Member::new("Region", &stringType)],
            payload: None,
            union: false,
        }),
    };
    pub static SetDefaultPolicyVersionRequest: Shape = Shape {
        name: "SetDefaultPolicyVersionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("VersionId", &policyVersionIdType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SimulatePolicyResponse: Shape = Shape {
        name: "SimulatePolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("EvaluationResults", &EvaluationResultsListType),
                Member::new("IsTruncated", &booleanType),
                Member::new("Marker", &responseMarkerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SimulatePrincipalPolicyRequest: Shape = Shape {
        name: "SimulatePrincipalPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicySourceArn", &arnType).required(),
                Member::new("PolicyInputList", &SimulationPolicyListType),
                Member::new("PermissionsBoundaryPolicyInputList", &SimulationPolicyListType),
                Member::new("PolicyExclusionList", &PolicyExclusionsListType),
                Member::new("ActionNames", &ActionNameListType).required(),
                Member::new("ResourceArns", &ResourceNameListType),
                Member::new("ResourcePolicy", &policyDocumentType),
                Member::new("ResourceOwner", &ResourceNameType),
                Member::new("CallerArn", &ResourceNameType),
                Member::new("ContextEntries", &ContextEntryListType),
                Member::new("ResourceHandlingOption", &ResourceHandlingOptionType),
                Member::new("MaxItems", &maxItemsType),
                Member::new("Marker", &markerType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SimulationPolicyListType: Shape = Shape {
        name: "SimulationPolicyListType",
        kind: Kind::List {
            member: Member::new("member", &policyDocumentType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static SourceRoleTemplate: Shape = Shape {
        name: "SourceRoleTemplate",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TemplateArn", &arnType).required(),
                Member::new("TemplateMinorVersion", &integerType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Statement: Shape = Shape {
        name: "Statement",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SourcePolicyId", &PolicyIdentifierType),
                Member::new("SourcePolicyType", &PolicySourceType),
                Member::new("StartPosition", &Position),
                Member::new("EndPosition", &Position),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static StatementListType: Shape = Shape {
        name: "StatementListType",
        kind: Kind::List { member: Member::new("member", &Statement), flattened: false, range: Range::ANY },
    };
    pub static Tag: Shape = Shape {
        name: "Tag",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &tagKeyType).required(),
                Member::new("Value", &tagValueType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TagPolicyRequest: Shape = Shape {
        name: "TagPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("Tags", &tagListType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TagRoleRequest: Shape = Shape {
        name: "TagRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("Tags", &tagListType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UntagPolicyRequest: Shape = Shape {
        name: "UntagPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PolicyArn", &arnType).required(),
                Member::new("TagKeys", &tagKeyListType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UntagRoleRequest: Shape = Shape {
        name: "UntagRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("TagKeys", &tagKeyListType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateAccessKeyRequest: Shape = Shape {
        name: "UpdateAccessKeyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserName", &existingUserNameType),
                Member::new("AccessKeyId", &accessKeyIdType).required(),
                Member::new("Status", &statusType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateAssumeRolePolicyRequest: Shape = Shape {
        name: "UpdateAssumeRolePolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("PolicyDocument", &policyDocumentType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateRoleDescriptionRequest: Shape = Shape {
        name: "UpdateRoleDescriptionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("Description", &roleDescriptionType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateRoleDescriptionResponse: Shape = Shape {
        name: "UpdateRoleDescriptionResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Role", &Role)],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateRoleRequest: Shape = Shape {
        name: "UpdateRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleName", &roleNameType).required(),
                Member::new("Description", &roleDescriptionType),
                Member::new("MaxSessionDuration", &roleMaxSessionDurationType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UpdateRoleResponse: Shape = Shape {
        name: "UpdateRoleResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static User: Shape = Shape {
        name: "User",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Path", &pathType).required(),
                Member::new("UserName", &userNameType).required(),
                Member::new("UserId", &idType).required(),
                Member::new("Arn", &arnType).required(),
                Member::new("CreateDate", &dateType).required(),
                Member::new("PasswordLastUsed", &dateType),
                Member::new("PermissionsBoundary", &AttachedPermissionsBoundary),
                Member::new("Tags", &tagListType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static accessKeyIdType: Shape = Shape {
        name: "accessKeyIdType",
        kind: Kind::Str { values: &[], pattern: "[\\w]+", range: Range::between(16.0, 128.0) },
    };
    pub static accessKeyMetadataListType: Shape = Shape {
        name: "accessKeyMetadataListType",
        kind: Kind::List {
            member: Member::new("member", &AccessKeyMetadata),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static accessKeySecretType: Shape = Shape {
        name: "accessKeySecretType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static arnType: Shape = Shape {
        name: "arnType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(20.0, 2048.0) },
    };
    pub static attachedPoliciesListType: Shape = Shape {
        name: "attachedPoliciesListType",
        kind: Kind::List {
            member: Member::new("member", &AttachedPolicy),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static attachmentCountType: Shape =
        Shape { name: "attachmentCountType", kind: Kind::Int(Range::ANY) };
    pub static booleanType: Shape = Shape { name: "booleanType", kind: Kind::Bool };
    pub static dateType: Shape = Shape { name: "dateType", kind: Kind::Time(None) };
    pub static existingUserNameType: Shape = Shape {
        name: "existingUserNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 128.0) },
    };
    pub static groupNameType: Shape = Shape {
        name: "groupNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 128.0) },
    };
    pub static idType: Shape = Shape {
        name: "idType",
        kind: Kind::Str { values: &[], pattern: "[\\w]+", range: Range::between(16.0, 128.0) },
    };
    pub static instanceProfileListType: Shape = Shape {
        name: "instanceProfileListType",
        kind: Kind::List {
            member: Member::new("member", &InstanceProfile),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static instanceProfileNameType: Shape = Shape {
        name: "instanceProfileNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 128.0) },
    };
    pub static integerType: Shape = Shape { name: "integerType", kind: Kind::Int(Range::ANY) };
    pub static markerType: Shape = Shape {
        name: "markerType",
        kind: Kind::Str { values: &[], pattern: "[\\u0020-\\u00FF]+", range: Range::between(1.0, 320.0) },
    };
    pub static maxItemsType: Shape =
        Shape { name: "maxItemsType", kind: Kind::Int(Range::between(1.0, 1000.0)) };
    pub static pathPrefixType: Shape = Shape {
        name: "pathPrefixType",
        kind: Kind::Str {
            values: &[],
            pattern: "\\u002F[\\u0021-\\u007F]*",
            range: Range::between(1.0, 512.0),
        },
    };
    pub static pathType: Shape = Shape {
        name: "pathType",
        kind: Kind::Str {
            values: &[],
            pattern: "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)",
            range: Range::between(1.0, 512.0),
        },
    };
    pub static policyDescriptionType: Shape = Shape {
        name: "policyDescriptionType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::max(1000.0) },
    };
    pub static policyDocumentType: Shape = Shape {
        name: "policyDocumentType",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
            range: Range::between(1.0, 131072.0),
        },
    };
    pub static policyDocumentVersionListType: Shape = Shape {
        name: "policyDocumentVersionListType",
        kind: Kind::List {
            member: Member::new("member", &PolicyVersion),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static policyListType: Shape = Shape {
        name: "policyListType",
        kind: Kind::List { member: Member::new("member", &Policy), flattened: false, range: Range::ANY },
    };
    pub static policyNameListType: Shape = Shape {
        name: "policyNameListType",
        kind: Kind::List {
            member: Member::new("member", &policyNameType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static policyNameType: Shape = Shape {
        name: "policyNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 128.0) },
    };
    pub static policyPathType: Shape = Shape {
        name: "policyPathType",
        kind: Kind::Str {
            values: &[],
            pattern: "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/",
            range: Range::between(1.0, 512.0),
        },
    };
    pub static policyScopeType: Shape = Shape {
        name: "policyScopeType",
        kind: Kind::Str { values: &["All", "AWS", "Local"], pattern: "", range: Range::ANY },
    };
    pub static policyVersionIdType: Shape = Shape {
        name: "policyVersionIdType",
        kind: Kind::Str { values: &[], pattern: "v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?", range: Range::ANY },
    };
    pub static responseMarkerType: Shape =
        Shape { name: "responseMarkerType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static roleDescriptionType: Shape = Shape {
        name: "roleDescriptionType",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*",
            range: Range::max(1000.0),
        },
    };
    pub static roleListType: Shape = Shape {
        name: "roleListType",
        kind: Kind::List { member: Member::new("member", &Role), flattened: false, range: Range::ANY },
    };
    pub static roleMaxSessionDurationType: Shape =
        Shape { name: "roleMaxSessionDurationType", kind: Kind::Int(Range::between(3600.0, 43200.0)) };
    pub static roleNameType: Shape = Shape {
        name: "roleNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 64.0) },
    };
    pub static statusType: Shape = Shape {
        name: "statusType",
        kind: Kind::Str { values: &["Active", "Inactive", "Expired"], pattern: "", range: Range::ANY },
    };
    pub static stringType: Shape =
        Shape { name: "stringType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static tagKeyListType: Shape = Shape {
        name: "tagKeyListType",
        kind: Kind::List {
            member: Member::new("member", &tagKeyType),
            flattened: false,
            range: Range::max(50.0),
        },
    };
    pub static tagKeyType: Shape = Shape {
        name: "tagKeyType",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static tagListType: Shape = Shape {
        name: "tagListType",
        kind: Kind::List { member: Member::new("member", &Tag), flattened: false, range: Range::max(50.0) },
    };
    pub static tagValueType: Shape = Shape {
        name: "tagValueType",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*",
            range: Range::between(0.0, 256.0),
        },
    };
    pub static userListType: Shape = Shape {
        name: "userListType",
        kind: Kind::List { member: Member::new("member", &User), flattened: false, range: Range::ANY },
    };
    pub static userNameType: Shape = Shape {
        name: "userNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]+", range: Range::between(1.0, 64.0) },
    };
}
