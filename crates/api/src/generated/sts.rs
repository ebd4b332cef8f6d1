// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `sts`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "sts",
    sdk_id: "sts",
    signing_name: "sts",
    endpoint_prefix: "sts",
    protocol: Protocol::Query,
    protocols: &[Protocol::Query],
    query_compatible: false,
    error_names: &[],
    api_version: "2011-06-15",
    target_prefix: "",
    xml_namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 2] = [
    Operation {
        service: &SERVICE,
        name: "AssumeRole",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::AssumeRoleRequest),
        input_root: None,
        output: Some(&schemas::AssumeRoleResponse),
        action: IamAction::None,
        resources: "{RoleArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetCallerIdentity",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetCallerIdentityRequest),
        input_root: None,
        output: Some(&schemas::GetCallerIdentityResponse),
        action: IamAction::None,
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AssumeRole`
    #[derive(Clone, Copy, Debug)]
    pub struct AssumeRole;
    impl OperationType for AssumeRole {
        type Input = super::AssumeRoleRequest;
        type Output = super::AssumeRoleResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `GetCallerIdentity`
    #[derive(Clone, Copy, Debug)]
    pub struct GetCallerIdentity;
    impl OperationType for GetCallerIdentity {
        type Input = super::GetCallerIdentityRequest;
        type Output = super::GetCallerIdentityResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation { service: &SERVICE, name: "AssumeRoleWithSAML", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "AssumeRoleWithWebIdentity", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "AssumeRoot", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DecodeAuthorizationMessage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetAccessKeyInfo", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDelegatedAccessToken", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetFederationToken", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetSessionToken", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetWebIdentityToken", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ExpiredTokenException`, status 400
    pub fn expired_token_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ExpiredTokenException", 400, message)
    }
    /// `MalformedPolicyDocument`, status 400
    pub fn malformed_policy_document_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("MalformedPolicyDocument", 400, message)
    }
    /// `PackedPolicyTooLarge`, status 400
    pub fn packed_policy_too_large_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("PackedPolicyTooLarge", 400, message)
    }
    /// `RegionDisabledException`, status 403
    pub fn region_disabled_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RegionDisabledException", 403, message)
    }
}

crate::macros::structures! {
/// `AssumeRoleRequest`
AssumeRoleRequest {
role_arn: ::std::string::String = "RoleArn",
role_session_name: ::std::string::String = "RoleSessionName",
policy_arns: Option<Vec<PolicyDescriptorType>> = "PolicyArns",
policy: Option<::std::string::String> = "Policy",
duration_seconds: Option<i64> = "DurationSeconds",
tags: Option<Vec<Tag>> = "Tags",
transitive_tag_keys: Option<Vec<::std::string::String>> = "TransitiveTagKeys",
external_id: Option<::std::string::String> = "ExternalId",
serial_number: Option<::std::string::String> = "SerialNumber",
token_code: Option<::std::string::String> = "TokenCode",
source_identity: Option<::std::string::String> = "SourceIdentity",
provided_contexts: Option<Vec<ProvidedContext>> = "ProvidedContexts",
minimum_session_token_size: Option<i64> = "MinimumSessionTokenSize",
}
/// `AssumeRoleResponse`
AssumeRoleResponse {
credentials: Option<Credentials> = "Credentials",
assumed_role_user: Option<AssumedRoleUser> = "AssumedRoleUser",
packed_policy_size: Option<i64> = "PackedPolicySize",
source_identity: Option<::std::string::String> = "SourceIdentity",
session_token_utilization: Option<i64> = "SessionTokenUtilization",
session_token_size: Option<i64> = "SessionTokenSize",
}
/// `AssumedRoleUser`
AssumedRoleUser {
assumed_role_id: ::std::string::String = "AssumedRoleId",
arn: ::std::string::String = "Arn",
}
/// `Credentials`
Credentials {
access_key_id: ::std::string::String = "AccessKeyId",
secret_access_key: ::std::string::String = "SecretAccessKey",
session_token: ::std::string::String = "SessionToken",
expiration: crate::Timestamp = "Expiration",
}
/// `GetCallerIdentityRequest`
GetCallerIdentityRequest {
}
/// `GetCallerIdentityResponse`
GetCallerIdentityResponse {
user_id: Option<::std::string::String> = "UserId",
account: Option<::std::string::String> = "Account",
arn: Option<::std::string::String> = "Arn",
}
/// `PolicyDescriptorType`
PolicyDescriptorType {
arn: Option<::std::string::String> = "arn",
}
/// `ProvidedContext`
ProvidedContext {
provider_arn: Option<::std::string::String> = "ProviderArn",
context_assertion: Option<::std::string::String> = "ContextAssertion",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
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
    pub static AssumeRoleRequest: Shape = Shape {
        name: "AssumeRoleRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RoleArn", &arnType).required(),
                Member::new("RoleSessionName", &roleSessionNameType).required(),
                Member::new("PolicyArns", &policyDescriptorListType),
                Member::new("Policy", &unrestrictedSessionPolicyDocumentType),
                Member::new("DurationSeconds", &roleDurationSecondsType),
                Member::new("Tags", &tagListType),
                Member::new("TransitiveTagKeys", &tagKeyListType),
                Member::new("ExternalId", &externalIdType),
                Member::new("SerialNumber", &serialNumberType),
                Member::new("TokenCode", &tokenCodeType),
                Member::new("SourceIdentity", &sourceIdentityType),
                Member::new("ProvidedContexts", &ProvidedContextsListType),
                Member::new("MinimumSessionTokenSize", &minimumSessionTokenSizeType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AssumeRoleResponse: Shape = Shape {
        name: "AssumeRoleResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Credentials", &Credentials),
                Member::new("AssumedRoleUser", &AssumedRoleUser),
                Member::new("PackedPolicySize", &nonNegativeIntegerType),
                Member::new("SourceIdentity", &sourceIdentityType),
                Member::new("SessionTokenUtilization", &sessionTokenUtilizationType),
                Member::new("SessionTokenSize", &sessionTokenSizeType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AssumedRoleUser: Shape = Shape {
        name: "AssumedRoleUser",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AssumedRoleId", &assumedRoleIdType).required(),
                Member::new("Arn", &arnType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Credentials: Shape = Shape {
        name: "Credentials",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AccessKeyId", &accessKeyIdType).required(),
                Member::new("SecretAccessKey", &accessKeySecretType).required(),
                Member::new("SessionToken", &tokenType).required(),
                Member::new("Expiration", &dateType).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetCallerIdentityRequest: Shape = Shape {
        name: "GetCallerIdentityRequest",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static GetCallerIdentityResponse: Shape = Shape {
        name: "GetCallerIdentityResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UserId", &userIdType),
                Member::new("Account", &accountType),
                Member::new("Arn", &arnType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PolicyDescriptorType: Shape = Shape {
        name: "PolicyDescriptorType",
        kind: Kind::Structure(Structure {
            members: &[Member::new("arn", &arnType)],
            payload: None,
            union: false,
        }),
    };
    pub static ProvidedContext: Shape = Shape {
        name: "ProvidedContext",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ProviderArn", &arnType),
                Member::new("ContextAssertion", &contextAssertionType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ProvidedContextsListType: Shape = Shape {
        name: "ProvidedContextsListType",
        kind: Kind::List {
            member: Member::new("member", &ProvidedContext),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
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
    pub static accessKeyIdType: Shape = Shape {
        name: "accessKeyIdType",
        kind: Kind::Str { values: &[], pattern: "[\\w]*", range: Range::between(16.0, 128.0) },
    };
    pub static accessKeySecretType: Shape = Shape {
        name: "accessKeySecretType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static accountType: Shape =
        Shape { name: "accountType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static arnType: Shape = Shape {
        name: "arnType",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+",
            range: Range::between(20.0, 2048.0),
        },
    };
    pub static assumedRoleIdType: Shape = Shape {
        name: "assumedRoleIdType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@:-]*", range: Range::between(2.0, 193.0) },
    };
    pub static contextAssertionType: Shape = Shape {
        name: "contextAssertionType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(4.0, 2048.0) },
    };
    pub static dateType: Shape = Shape { name: "dateType", kind: Kind::Time(None) };
    pub static externalIdType: Shape = Shape {
        name: "externalIdType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@:\\/-]*", range: Range::between(2.0, 1224.0) },
    };
    pub static minimumSessionTokenSizeType: Shape =
        Shape { name: "minimumSessionTokenSizeType", kind: Kind::Int(Range::between(0.0, 4096.0)) };
    pub static nonNegativeIntegerType: Shape =
        Shape { name: "nonNegativeIntegerType", kind: Kind::Int(Range::min(0.0)) };
    pub static policyDescriptorListType: Shape = Shape {
        name: "policyDescriptorListType",
        kind: Kind::List {
            member: Member::new("member", &PolicyDescriptorType),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static roleDurationSecondsType: Shape =
        Shape { name: "roleDurationSecondsType", kind: Kind::Int(Range::between(900.0, 43200.0)) };
    pub static roleSessionNameType: Shape = Shape {
        name: "roleSessionNameType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]*", range: Range::between(2.0, 64.0) },
    };
    pub static serialNumberType: Shape = Shape {
        name: "serialNumberType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=/:,.@-]*", range: Range::between(9.0, 256.0) },
    };
    pub static sessionTokenSizeType: Shape =
        Shape { name: "sessionTokenSizeType", kind: Kind::Int(Range::min(0.0)) };
    pub static sessionTokenUtilizationType: Shape =
        Shape { name: "sessionTokenUtilizationType", kind: Kind::Int(Range::min(0.0)) };
    pub static sourceIdentityType: Shape = Shape {
        name: "sourceIdentityType",
        kind: Kind::Str { values: &[], pattern: "[\\w+=,.@-]*", range: Range::between(2.0, 64.0) },
    };
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
    pub static tokenCodeType: Shape = Shape {
        name: "tokenCodeType",
        kind: Kind::Str { values: &[], pattern: "[\\d]*", range: Range::between(6.0, 6.0) },
    };
    pub static tokenType: Shape =
        Shape { name: "tokenType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static unrestrictedSessionPolicyDocumentType: Shape = Shape {
        name: "unrestrictedSessionPolicyDocumentType",
        kind: Kind::Str {
            values: &[],
            pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
            range: Range::min(1.0),
        },
    };
    pub static userIdType: Shape =
        Shape { name: "userIdType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
}
