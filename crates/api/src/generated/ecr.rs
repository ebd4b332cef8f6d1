// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `ecr`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "ecr",
    sdk_id: "ecr",
    signing_name: "ecr",
    endpoint_prefix: "api.ecr",
    protocol: Protocol::Json11,
    protocols: &[Protocol::Json11],
    query_compatible: false,
    error_names: &[],
    api_version: "2015-09-21",
    target_prefix: "AmazonEC2ContainerRegistry_V20150921",
    xml_namespace: "",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 17] = [
    Operation {
        service: &SERVICE,
        name: "BatchCheckLayerAvailability",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::BatchCheckLayerAvailabilityRequest),
        input_root: None,
        output: Some(&schemas::BatchCheckLayerAvailabilityResponse),
        action: IamAction::Named("ecr:BatchCheckLayerAvailability"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "BatchDeleteImage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::BatchDeleteImageRequest),
        input_root: None,
        output: Some(&schemas::BatchDeleteImageResponse),
        action: IamAction::Named("ecr:BatchDeleteImage"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "BatchGetImage",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::BatchGetImageRequest),
        input_root: None,
        output: Some(&schemas::BatchGetImageResponse),
        action: IamAction::Named("ecr:BatchGetImage"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateRepository",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::CreateRepositoryRequest),
        input_root: None,
        output: Some(&schemas::CreateRepositoryResponse),
        action: IamAction::Named("ecr:CreateRepository"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRepository",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRepositoryRequest),
        input_root: None,
        output: Some(&schemas::DeleteRepositoryResponse),
        action: IamAction::Named("ecr:DeleteRepository"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteRepositoryPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DeleteRepositoryPolicyRequest),
        input_root: None,
        output: Some(&schemas::DeleteRepositoryPolicyResponse),
        action: IamAction::Named("ecr:DeleteRepositoryPolicy"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeImages",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeImagesRequest),
        input_root: None,
        output: Some(&schemas::DescribeImagesResponse),
        action: IamAction::Named("ecr:DescribeImages"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DescribeRepositories",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::DescribeRepositoriesRequest),
        input_root: None,
        output: Some(&schemas::DescribeRepositoriesResponse),
        action: IamAction::Named("ecr:DescribeRepositories"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetAuthorizationToken",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetAuthorizationTokenRequest),
        input_root: None,
        output: Some(&schemas::GetAuthorizationTokenResponse),
        action: IamAction::Named("ecr:GetAuthorizationToken"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetRepositoryPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::GetRepositoryPolicyRequest),
        input_root: None,
        output: Some(&schemas::GetRepositoryPolicyResponse),
        action: IamAction::Named("ecr:GetRepositoryPolicy"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListImages",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListImagesRequest),
        input_root: None,
        output: Some(&schemas::ListImagesResponse),
        action: IamAction::Named("ecr:ListImages"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListTagsForResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListTagsForResourceRequest),
        input_root: None,
        output: Some(&schemas::ListTagsForResourceResponse),
        action: IamAction::Named("ecr:ListTagsForResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutImageScanningConfiguration",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutImageScanningConfigurationRequest),
        input_root: None,
        output: Some(&schemas::PutImageScanningConfigurationResponse),
        action: IamAction::Named("ecr:PutImageScanningConfiguration"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutImageTagMutability",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::PutImageTagMutabilityRequest),
        input_root: None,
        output: Some(&schemas::PutImageTagMutabilityResponse),
        action: IamAction::Named("ecr:PutImageTagMutability"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "SetRepositoryPolicy",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::SetRepositoryPolicyRequest),
        input_root: None,
        output: Some(&schemas::SetRepositoryPolicyResponse),
        action: IamAction::Named("ecr:SetRepositoryPolicy"),
        resources: "arn:{partition}:ecr:{region}:{account}:repository/{repositoryName}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "TagResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::TagResourceRequest),
        input_root: None,
        output: Some(&schemas::TagResourceResponse),
        action: IamAction::Named("ecr:TagResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UntagResource",
        method: "POST",
        uri: "/",
        status: 200,
        input: Some(&schemas::UntagResourceRequest),
        input_root: None,
        output: Some(&schemas::UntagResourceResponse),
        action: IamAction::Named("ecr:UntagResource"),
        resources: "{resourceArn}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `BatchCheckLayerAvailability`
    #[derive(Clone, Copy, Debug)]
    pub struct BatchCheckLayerAvailability;
    impl OperationType for BatchCheckLayerAvailability {
        type Input = super::BatchCheckLayerAvailabilityRequest;
        type Output = super::BatchCheckLayerAvailabilityResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `BatchDeleteImage`
    #[derive(Clone, Copy, Debug)]
    pub struct BatchDeleteImage;
    impl OperationType for BatchDeleteImage {
        type Input = super::BatchDeleteImageRequest;
        type Output = super::BatchDeleteImageResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `BatchGetImage`
    #[derive(Clone, Copy, Debug)]
    pub struct BatchGetImage;
    impl OperationType for BatchGetImage {
        type Input = super::BatchGetImageRequest;
        type Output = super::BatchGetImageResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `CreateRepository`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateRepository;
    impl OperationType for CreateRepository {
        type Input = super::CreateRepositoryRequest;
        type Output = super::CreateRepositoryResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `DeleteRepository`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRepository;
    impl OperationType for DeleteRepository {
        type Input = super::DeleteRepositoryRequest;
        type Output = super::DeleteRepositoryResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `DeleteRepositoryPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteRepositoryPolicy;
    impl OperationType for DeleteRepositoryPolicy {
        type Input = super::DeleteRepositoryPolicyRequest;
        type Output = super::DeleteRepositoryPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `DescribeImages`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeImages;
    impl OperationType for DescribeImages {
        type Input = super::DescribeImagesRequest;
        type Output = super::DescribeImagesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `DescribeRepositories`
    #[derive(Clone, Copy, Debug)]
    pub struct DescribeRepositories;
    impl OperationType for DescribeRepositories {
        type Input = super::DescribeRepositoriesRequest;
        type Output = super::DescribeRepositoriesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `GetAuthorizationToken`
    #[derive(Clone, Copy, Debug)]
    pub struct GetAuthorizationToken;
    impl OperationType for GetAuthorizationToken {
        type Input = super::GetAuthorizationTokenRequest;
        type Output = super::GetAuthorizationTokenResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `GetRepositoryPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetRepositoryPolicy;
    impl OperationType for GetRepositoryPolicy {
        type Input = super::GetRepositoryPolicyRequest;
        type Output = super::GetRepositoryPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `ListImages`
    #[derive(Clone, Copy, Debug)]
    pub struct ListImages;
    impl OperationType for ListImages {
        type Input = super::ListImagesRequest;
        type Output = super::ListImagesResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `ListTagsForResource`
    #[derive(Clone, Copy, Debug)]
    pub struct ListTagsForResource;
    impl OperationType for ListTagsForResource {
        type Input = super::ListTagsForResourceRequest;
        type Output = super::ListTagsForResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `PutImageScanningConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct PutImageScanningConfiguration;
    impl OperationType for PutImageScanningConfiguration {
        type Input = super::PutImageScanningConfigurationRequest;
        type Output = super::PutImageScanningConfigurationResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `PutImageTagMutability`
    #[derive(Clone, Copy, Debug)]
    pub struct PutImageTagMutability;
    impl OperationType for PutImageTagMutability {
        type Input = super::PutImageTagMutabilityRequest;
        type Output = super::PutImageTagMutabilityResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `SetRepositoryPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct SetRepositoryPolicy;
    impl OperationType for SetRepositoryPolicy {
        type Input = super::SetRepositoryPolicyRequest;
        type Output = super::SetRepositoryPolicyResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `TagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct TagResource;
    impl OperationType for TagResource {
        type Input = super::TagResourceRequest;
        type Output = super::TagResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `UntagResource`
    #[derive(Clone, Copy, Debug)]
    pub struct UntagResource;
    impl OperationType for UntagResource {
        type Input = super::UntagResourceRequest;
        type Output = super::UntagResourceResponse;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation {
        service: &SERVICE,
        name: "BatchGetRepositoryScanningConfiguration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "CompleteLayerUpload", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "CreatePullThroughCacheRule", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateRepositoryCreationTemplate",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteLifecyclePolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeletePullThroughCacheRule", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DeleteRegistryPolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteRepositoryCreationTemplate",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DeleteSigningConfiguration", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeregisterPullTimeUpdateExclusion",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "DescribeImageReplicationStatus", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeImageScanFindings", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeImageSigningStatus", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribePullThroughCacheRules", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "DescribeRegistry", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeReplicationBackfillResults",
        method: "POST",
        uri: "/",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DescribeRepositoryCreationTemplates",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GetAccountSetting", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetDownloadUrlForLayer", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLifecyclePolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetLifecyclePolicyPreview", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "GetRegistryPolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetRegistryScanningConfiguration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "GetSigningConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "InitiateLayerUpload", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListImageReferrers", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListPullTimeUpdateExclusions", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ListReplicationBackfills", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutAccountSetting", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutImage", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutLifecyclePolicy", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutRegistryPolicy", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "PutRegistryScanningConfiguration",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "PutReplicationConfiguration", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "PutSigningConfiguration", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "RegisterPullTimeUpdateExclusion",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "StartImageScan", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartLifecyclePolicyPreview", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StartReplicationBackfill", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "StopReplicationBackfill", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdateImageStorageClass", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "UpdatePullThroughCacheRule", method: "POST", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateRepositoryCreationTemplate",
        method: "POST",
        uri: "/",
    },
    UnservedOperation { service: &SERVICE, name: "UploadLayerPart", method: "POST", uri: "/" },
    UnservedOperation { service: &SERVICE, name: "ValidatePullThroughCacheRule", method: "POST", uri: "/" },
];

/// The errors that these operations declare.
pub mod errors {
    /// `ImageNotFoundException`, status 400
    pub fn image_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ImageNotFoundException", 400, message)
    }
    /// `InvalidParameterException`, status 400
    pub fn invalid_parameter_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidParameterException", 400, message)
    }
    /// `InvalidTagParameterException`, status 400
    pub fn invalid_tag_parameter_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidTagParameterException", 400, message)
    }
    /// `KmsException`, status 400
    pub fn kms_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("KmsException", 400, message)
    }
    /// `LimitExceededException`, status 400
    pub fn limit_exceeded_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("LimitExceededException", 400, message)
    }
    /// `RepositoryAlreadyExistsException`, status 400
    pub fn repository_already_exists_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RepositoryAlreadyExistsException", 400, message)
    }
    /// `RepositoryNotEmptyException`, status 400
    pub fn repository_not_empty_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RepositoryNotEmptyException", 400, message)
    }
    /// `RepositoryNotFoundException`, status 400
    pub fn repository_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RepositoryNotFoundException", 400, message)
    }
    /// `RepositoryPolicyNotFoundException`, status 400
    pub fn repository_policy_not_found_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("RepositoryPolicyNotFoundException", 400, message)
    }
    /// `ServerException`, status 500
    pub fn server_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ServerException", 500, message)
    }
    /// `TooManyTagsException`, status 400
    pub fn too_many_tags_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TooManyTagsException", 400, message)
    }
    /// `UnableToGetUpstreamImageException`, status 400
    pub fn unable_to_get_upstream_image_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("UnableToGetUpstreamImageException", 400, message)
    }
    /// `ValidationException`, status 400
    pub fn validation_exception(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ValidationException", 400, message)
    }
}

crate::macros::structures! {
/// `AuthorizationData`
AuthorizationData {
authorization_token: Option<::std::string::String> = "authorizationToken",
expires_at: Option<crate::Timestamp> = "expiresAt",
proxy_endpoint: Option<::std::string::String> = "proxyEndpoint",
}
/// `BatchCheckLayerAvailabilityRequest`
BatchCheckLayerAvailabilityRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
layer_digests: Vec<::std::string::String> = "layerDigests",
}
/// `BatchCheckLayerAvailabilityResponse`
BatchCheckLayerAvailabilityResponse {
layers: Option<Vec<Layer>> = "layers",
failures: Option<Vec<LayerFailure>> = "failures",
}
/// `BatchDeleteImageRequest`
BatchDeleteImageRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
image_ids: Vec<ImageIdentifier> = "imageIds",
}
/// `BatchDeleteImageResponse`
BatchDeleteImageResponse {
image_ids: Option<Vec<ImageIdentifier>> = "imageIds",
failures: Option<Vec<ImageFailure>> = "failures",
}
/// `BatchGetImageRequest`
BatchGetImageRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
image_ids: Vec<ImageIdentifier> = "imageIds",
accepted_media_types: Option<Vec<::std::string::String>> = "acceptedMediaTypes",
}
/// `BatchGetImageResponse`
BatchGetImageResponse {
images: Option<Vec<Image>> = "images",
failures: Option<Vec<ImageFailure>> = "failures",
}
/// `CreateRepositoryRequest`
CreateRepositoryRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
tags: Option<Vec<Tag>> = "tags",
image_tag_mutability: Option<::std::string::String> = "imageTagMutability",
image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>> = "imageTagMutabilityExclusionFilters",
image_scanning_configuration: Option<ImageScanningConfiguration> = "imageScanningConfiguration",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
}
/// `CreateRepositoryResponse`
CreateRepositoryResponse {
repository: Option<Repository> = "repository",
}
/// `DeleteRepositoryPolicyRequest`
DeleteRepositoryPolicyRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
}
/// `DeleteRepositoryPolicyResponse`
DeleteRepositoryPolicyResponse {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
policy_text: Option<::std::string::String> = "policyText",
}
/// `DeleteRepositoryRequest`
DeleteRepositoryRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
force: Option<bool> = "force",
}
/// `DeleteRepositoryResponse`
DeleteRepositoryResponse {
repository: Option<Repository> = "repository",
}
/// `DescribeImagesFilter`
DescribeImagesFilter {
tag_status: Option<::std::string::String> = "tagStatus",
image_status: Option<::std::string::String> = "imageStatus",
}
/// `DescribeImagesRequest`
DescribeImagesRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
image_ids: Option<Vec<ImageIdentifier>> = "imageIds",
next_token: Option<::std::string::String> = "nextToken",
max_results: Option<i64> = "maxResults",
filter: Option<DescribeImagesFilter> = "filter",
}
/// `DescribeImagesResponse`
DescribeImagesResponse {
image_details: Option<Vec<ImageDetail>> = "imageDetails",
next_token: Option<::std::string::String> = "nextToken",
}
/// `DescribeRepositoriesRequest`
DescribeRepositoriesRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_names: Option<Vec<::std::string::String>> = "repositoryNames",
next_token: Option<::std::string::String> = "nextToken",
max_results: Option<i64> = "maxResults",
}
/// `DescribeRepositoriesResponse`
DescribeRepositoriesResponse {
repositories: Option<Vec<Repository>> = "repositories",
next_token: Option<::std::string::String> = "nextToken",
}
/// `EncryptionConfiguration`
EncryptionConfiguration {
encryption_type: ::std::string::String = "encryptionType",
kms_key: Option<::std::string::String> = "kmsKey",
}
/// `GetAuthorizationTokenRequest`
GetAuthorizationTokenRequest {
registry_ids: Option<Vec<::std::string::String>> = "registryIds",
}
/// `GetAuthorizationTokenResponse`
GetAuthorizationTokenResponse {
authorization_data: Option<Vec<AuthorizationData>> = "authorizationData",
}
/// `GetRepositoryPolicyRequest`
GetRepositoryPolicyRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
}
/// `GetRepositoryPolicyResponse`
GetRepositoryPolicyResponse {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
policy_text: Option<::std::string::String> = "policyText",
}
/// `Image`
Image {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
image_id: Option<ImageIdentifier> = "imageId",
image_manifest: Option<::std::string::String> = "imageManifest",
image_manifest_media_type: Option<::std::string::String> = "imageManifestMediaType",
}
/// `ImageDetail`
ImageDetail {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
image_digest: Option<::std::string::String> = "imageDigest",
image_tags: Option<Vec<::std::string::String>> = "imageTags",
image_size_in_bytes: Option<i64> = "imageSizeInBytes",
image_pushed_at: Option<crate::Timestamp> = "imagePushedAt",
image_scan_status: Option<ImageScanStatus> = "imageScanStatus",
image_scan_findings_summary: Option<ImageScanFindingsSummary> = "imageScanFindingsSummary",
image_manifest_media_type: Option<::std::string::String> = "imageManifestMediaType",
artifact_media_type: Option<::std::string::String> = "artifactMediaType",
last_recorded_pull_time: Option<crate::Timestamp> = "lastRecordedPullTime",
subject_manifest_digest: Option<::std::string::String> = "subjectManifestDigest",
image_status: Option<::std::string::String> = "imageStatus",
last_archived_at: Option<crate::Timestamp> = "lastArchivedAt",
last_activated_at: Option<crate::Timestamp> = "lastActivatedAt",
}
/// `ImageFailure`
ImageFailure {
image_id: Option<ImageIdentifier> = "imageId",
failure_code: Option<::std::string::String> = "failureCode",
failure_reason: Option<::std::string::String> = "failureReason",
}
/// `ImageIdentifier`
ImageIdentifier {
image_digest: Option<::std::string::String> = "imageDigest",
image_tag: Option<::std::string::String> = "imageTag",
}
/// `ImageScanFindingsSummary`
ImageScanFindingsSummary {
image_scan_completed_at: Option<crate::Timestamp> = "imageScanCompletedAt",
vulnerability_source_updated_at: Option<crate::Timestamp> = "vulnerabilitySourceUpdatedAt",
finding_severity_counts: Option<::std::collections::BTreeMap<::std::string::String, i64>> = "findingSeverityCounts",
}
/// `ImageScanStatus`
ImageScanStatus {
status: Option<::std::string::String> = "status",
description: Option<::std::string::String> = "description",
}
/// `ImageScanningConfiguration`
ImageScanningConfiguration {
scan_on_push: Option<bool> = "scanOnPush",
}
/// `ImageTagMutabilityExclusionFilter`
ImageTagMutabilityExclusionFilter {
filter_type: ::std::string::String = "filterType",
filter: ::std::string::String = "filter",
}
/// `Layer`
Layer {
layer_digest: Option<::std::string::String> = "layerDigest",
layer_availability: Option<::std::string::String> = "layerAvailability",
layer_size: Option<i64> = "layerSize",
media_type: Option<::std::string::String> = "mediaType",
}
/// `LayerFailure`
LayerFailure {
layer_digest: Option<::std::string::String> = "layerDigest",
failure_code: Option<::std::string::String> = "failureCode",
failure_reason: Option<::std::string::String> = "failureReason",
}
/// `ListImagesFilter`
ListImagesFilter {
tag_status: Option<::std::string::String> = "tagStatus",
image_status: Option<::std::string::String> = "imageStatus",
}
/// `ListImagesRequest`
ListImagesRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
next_token: Option<::std::string::String> = "nextToken",
max_results: Option<i64> = "maxResults",
filter: Option<ListImagesFilter> = "filter",
}
/// `ListImagesResponse`
ListImagesResponse {
image_ids: Option<Vec<ImageIdentifier>> = "imageIds",
next_token: Option<::std::string::String> = "nextToken",
}
/// `ListTagsForResourceRequest`
ListTagsForResourceRequest {
resource_arn: ::std::string::String = "resourceArn",
}
/// `ListTagsForResourceResponse`
ListTagsForResourceResponse {
tags: Option<Vec<Tag>> = "tags",
}
/// `PutImageScanningConfigurationRequest`
PutImageScanningConfigurationRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
image_scanning_configuration: ImageScanningConfiguration = "imageScanningConfiguration",
}
/// `PutImageScanningConfigurationResponse`
PutImageScanningConfigurationResponse {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
image_scanning_configuration: Option<ImageScanningConfiguration> = "imageScanningConfiguration",
}
/// `PutImageTagMutabilityRequest`
PutImageTagMutabilityRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
image_tag_mutability: ::std::string::String = "imageTagMutability",
image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>> = "imageTagMutabilityExclusionFilters",
}
/// `PutImageTagMutabilityResponse`
PutImageTagMutabilityResponse {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
image_tag_mutability: Option<::std::string::String> = "imageTagMutability",
image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>> = "imageTagMutabilityExclusionFilters",
}
/// `Repository`
Repository {
repository_arn: Option<::std::string::String> = "repositoryArn",
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
repository_uri: Option<::std::string::String> = "repositoryUri",
created_at: Option<crate::Timestamp> = "createdAt",
image_tag_mutability: Option<::std::string::String> = "imageTagMutability",
image_tag_mutability_exclusion_filters: Option<Vec<ImageTagMutabilityExclusionFilter>> = "imageTagMutabilityExclusionFilters",
image_scanning_configuration: Option<ImageScanningConfiguration> = "imageScanningConfiguration",
encryption_configuration: Option<EncryptionConfiguration> = "encryptionConfiguration",
}
/// `SetRepositoryPolicyRequest`
SetRepositoryPolicyRequest {
registry_id: Option<::std::string::String> = "registryId",
repository_name: ::std::string::String = "repositoryName",
policy_text: ::std::string::String = "policyText",
force: Option<bool> = "force",
}
/// `SetRepositoryPolicyResponse`
SetRepositoryPolicyResponse {
registry_id: Option<::std::string::String> = "registryId",
repository_name: Option<::std::string::String> = "repositoryName",
policy_text: Option<::std::string::String> = "policyText",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `TagResourceRequest`
TagResourceRequest {
resource_arn: ::std::string::String = "resourceArn",
tags: Vec<Tag> = "tags",
}
/// `TagResourceResponse`
TagResourceResponse {
}
/// `UntagResourceRequest`
UntagResourceRequest {
resource_arn: ::std::string::String = "resourceArn",
tag_keys: Vec<::std::string::String> = "tagKeys",
}
/// `UntagResourceResponse`
UntagResourceResponse {
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
    pub static Arn: Shape =
        Shape { name: "Arn", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AuthorizationData: Shape = Shape {
        name: "AuthorizationData",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("authorizationToken", &Base64),
                Member::new("expiresAt", &ExpirationTimestamp),
                Member::new("proxyEndpoint", &ProxyEndpoint),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AuthorizationDataList: Shape = Shape {
        name: "AuthorizationDataList",
        kind: Kind::List {
            member: Member::new("member", &AuthorizationData),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Base64: Shape =
        Shape { name: "Base64", kind: Kind::Str { values: &[], pattern: "^\\S+$", range: Range::ANY } };
    pub static BatchCheckLayerAvailabilityRequest: Shape = Shape {
        name: "BatchCheckLayerAvailabilityRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("layerDigests", &BatchedOperationLayerDigestList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchCheckLayerAvailabilityResponse: Shape = Shape {
        name: "BatchCheckLayerAvailabilityResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("layers", &LayerList), Member::new("failures", &LayerFailureList)],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDeleteImageRequest: Shape = Shape {
        name: "BatchDeleteImageRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("imageIds", &ImageIdentifierList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchDeleteImageResponse: Shape = Shape {
        name: "BatchDeleteImageResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("imageIds", &ImageIdentifierList),
                Member::new("failures", &ImageFailureList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchGetImageRequest: Shape = Shape {
        name: "BatchGetImageRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("imageIds", &ImageIdentifierList).required(),
                Member::new("acceptedMediaTypes", &MediaTypeList),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BatchGetImageResponse: Shape = Shape {
        name: "BatchGetImageResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("images", &ImageList), Member::new("failures", &ImageFailureList)],
            payload: None,
            union: false,
        }),
    };
    pub static BatchedOperationLayerDigest: Shape = Shape {
        name: "BatchedOperationLayerDigest",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 1000.0) },
    };
    pub static BatchedOperationLayerDigestList: Shape = Shape {
        name: "BatchedOperationLayerDigestList",
        kind: Kind::List {
            member: Member::new("member", &BatchedOperationLayerDigest),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static CreateRepositoryRequest: Shape = Shape {
        name: "CreateRepositoryRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("tags", &TagList),
                Member::new("imageTagMutability", &ImageTagMutability),
                Member::new("imageTagMutabilityExclusionFilters", &ImageTagMutabilityExclusionFilters),
                Member::new("imageScanningConfiguration", &ImageScanningConfiguration),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateRepositoryResponse: Shape = Shape {
        name: "CreateRepositoryResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("repository", &Repository)],
            payload: None,
            union: false,
        }),
    };
    pub static CreationTimestamp: Shape = Shape { name: "CreationTimestamp", kind: Kind::Time(None) };
    pub static DeleteRepositoryPolicyRequest: Shape = Shape {
        name: "DeleteRepositoryPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRepositoryPolicyResponse: Shape = Shape {
        name: "DeleteRepositoryPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("policyText", &RepositoryPolicyText),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRepositoryRequest: Shape = Shape {
        name: "DeleteRepositoryRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("force", &ForceFlag),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteRepositoryResponse: Shape = Shape {
        name: "DeleteRepositoryResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("repository", &Repository)],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeImagesFilter: Shape = Shape {
        name: "DescribeImagesFilter",
        kind: Kind::Structure(Structure {
            members: &[Member::new("tagStatus", &TagStatus), Member::new("imageStatus", &ImageStatusFilter)],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeImagesRequest: Shape = Shape {
        name: "DescribeImagesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("imageIds", &ImageIdentifierList),
                Member::new("nextToken", &NextToken),
                Member::new("maxResults", &MaxResults),
                Member::new("filter", &DescribeImagesFilter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeImagesResponse: Shape = Shape {
        name: "DescribeImagesResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("imageDetails", &ImageDetailList), Member::new("nextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeRepositoriesRequest: Shape = Shape {
        name: "DescribeRepositoriesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryNames", &RepositoryNameList),
                Member::new("nextToken", &NextToken),
                Member::new("maxResults", &MaxResults),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DescribeRepositoriesResponse: Shape = Shape {
        name: "DescribeRepositoriesResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("repositories", &RepositoryList), Member::new("nextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static EncryptionConfiguration: Shape = Shape {
        name: "EncryptionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("encryptionType", &EncryptionType).required(),
                Member::new("kmsKey", &KmsKey),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static EncryptionType: Shape = Shape {
        name: "EncryptionType",
        kind: Kind::Str { values: &["AES256", "KMS", "KMS_DSSE"], pattern: "", range: Range::ANY },
    };
    pub static ExpirationTimestamp: Shape = Shape { name: "ExpirationTimestamp", kind: Kind::Time(None) };
    pub static FindingSeverity: Shape = Shape {
        name: "FindingSeverity",
        kind: Kind::Str {
            values: &["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL", "UNDEFINED"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static FindingSeverityCounts: Shape = Shape {
        name: "FindingSeverityCounts",
        kind: Kind::Map {
            key: Member::new("key", &FindingSeverity),
            value: Member::new("value", &SeverityCount),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ForceFlag: Shape = Shape { name: "ForceFlag", kind: Kind::Bool };
    pub static GetAuthorizationTokenRegistryIdList: Shape = Shape {
        name: "GetAuthorizationTokenRegistryIdList",
        kind: Kind::List {
            member: Member::new("member", &RegistryId),
            flattened: false,
            range: Range::between(1.0, 10.0),
        },
    };
    pub static GetAuthorizationTokenRequest: Shape = Shape {
        name: "GetAuthorizationTokenRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("registryIds", &GetAuthorizationTokenRegistryIdList)],
            payload: None,
            union: false,
        }),
    };
    pub static GetAuthorizationTokenResponse: Shape = Shape {
        name: "GetAuthorizationTokenResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("authorizationData", &AuthorizationDataList)],
            payload: None,
            union: false,
        }),
    };
    pub static GetRepositoryPolicyRequest: Shape = Shape {
        name: "GetRepositoryPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetRepositoryPolicyResponse: Shape = Shape {
        name: "GetRepositoryPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("policyText", &RepositoryPolicyText),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Image: Shape = Shape {
        name: "Image",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("imageId", &ImageIdentifier),
                Member::new("imageManifest", &ImageManifest),
                Member::new("imageManifestMediaType", &MediaType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageDetail: Shape = Shape {
        name: "ImageDetail",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("imageDigest", &ImageDigest),
                Member::new("imageTags", &ImageTagList),
                Member::new("imageSizeInBytes", &ImageSizeInBytes),
                Member::new("imagePushedAt", &PushTimestamp),
                Member::new("imageScanStatus", &ImageScanStatus),
                Member::new("imageScanFindingsSummary", &ImageScanFindingsSummary),
                Member::new("imageManifestMediaType", &MediaType),
                Member::new("artifactMediaType", &MediaType),
                Member::new("lastRecordedPullTime", &RecordedPullTimestamp),
                Member::new("subjectManifestDigest", &ImageDigest),
                Member::new("imageStatus", &ImageStatus),
                Member::new("lastArchivedAt", &LastArchivedAtTimestamp),
                Member::new("lastActivatedAt", &LastActivatedAtTimestamp),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageDetailList: Shape = Shape {
        name: "ImageDetailList",
        kind: Kind::List { member: Member::new("member", &ImageDetail), flattened: false, range: Range::ANY },
    };
    pub static ImageDigest: Shape =
        Shape { name: "ImageDigest", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ImageFailure: Shape = Shape {
        name: "ImageFailure",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("imageId", &ImageIdentifier),
                Member::new("failureCode", &ImageFailureCode),
                Member::new("failureReason", &ImageFailureReason),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageFailureCode: Shape = Shape {
        name: "ImageFailureCode",
        kind: Kind::Str {
            values: &[
                "InvalidImageDigest",
                "InvalidImageTag",
                "ImageTagDoesNotMatchDigest",
                "ImageNotFound",
                "MissingDigestAndTag",
                "ImageReferencedByManifestList",
                "KmsError",
                "UpstreamAccessDenied",
                "UpstreamTooManyRequests",
                "UpstreamUnavailable",
                "ImageInaccessible",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ImageFailureList: Shape = Shape {
        name: "ImageFailureList",
        kind: Kind::List {
            member: Member::new("member", &ImageFailure),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ImageFailureReason: Shape =
        Shape { name: "ImageFailureReason", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ImageIdentifier: Shape = Shape {
        name: "ImageIdentifier",
        kind: Kind::Structure(Structure {
            members: &[Member::new("imageDigest", &ImageDigest), Member::new("imageTag", &ImageTag)],
            payload: None,
            union: false,
        }),
    };
    pub static ImageIdentifierList: Shape = Shape {
        name: "ImageIdentifierList",
        kind: Kind::List {
            member: Member::new("member", &ImageIdentifier),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static ImageList: Shape = Shape {
        name: "ImageList",
        kind: Kind::List { member: Member::new("member", &Image), flattened: false, range: Range::ANY },
    };
    pub static ImageManifest: Shape = Shape {
        name: "ImageManifest",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 4194304.0) },
    };
    pub static ImageScanFindingsSummary: Shape = Shape {
        name: "ImageScanFindingsSummary",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("imageScanCompletedAt", &ScanTimestamp),
                Member::new("vulnerabilitySourceUpdatedAt", &VulnerabilitySourceUpdateTimestamp),
                Member::new("findingSeverityCounts", &FindingSeverityCounts),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageScanStatus: Shape = Shape {
        name: "ImageScanStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("status", &ScanStatus),
                Member::new("description", &ScanStatusDescription),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageScanningConfiguration: Shape = Shape {
        name: "ImageScanningConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("scanOnPush", &ScanOnPushFlag)],
            payload: None,
            union: false,
        }),
    };
    pub static ImageSizeInBytes: Shape = Shape { name: "ImageSizeInBytes", kind: Kind::Int(Range::ANY) };
    pub static ImageStatus: Shape = Shape {
        name: "ImageStatus",
        kind: Kind::Str { values: &["ACTIVE", "ARCHIVED", "ACTIVATING"], pattern: "", range: Range::ANY },
    };
    pub static ImageStatusFilter: Shape = Shape {
        name: "ImageStatusFilter",
        kind: Kind::Str {
            values: &["ACTIVE", "ARCHIVED", "ACTIVATING", "ANY"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ImageTag: Shape = Shape {
        name: "ImageTag",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 300.0) },
    };
    pub static ImageTagList: Shape = Shape {
        name: "ImageTagList",
        kind: Kind::List { member: Member::new("member", &ImageTag), flattened: false, range: Range::ANY },
    };
    pub static ImageTagMutability: Shape = Shape {
        name: "ImageTagMutability",
        kind: Kind::Str {
            values: &["MUTABLE", "IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ImageTagMutabilityExclusionFilter: Shape = Shape {
        name: "ImageTagMutabilityExclusionFilter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("filterType", &ImageTagMutabilityExclusionFilterType).required(),
                Member::new("filter", &ImageTagMutabilityExclusionFilterValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ImageTagMutabilityExclusionFilterType: Shape = Shape {
        name: "ImageTagMutabilityExclusionFilterType",
        kind: Kind::Str { values: &["WILDCARD"], pattern: "", range: Range::ANY },
    };
    pub static ImageTagMutabilityExclusionFilterValue: Shape = Shape {
        name: "ImageTagMutabilityExclusionFilterValue",
        kind: Kind::Str {
            values: &[],
            pattern: "^[0-9a-zA-Z._*-]{1,128}$",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static ImageTagMutabilityExclusionFilters: Shape = Shape {
        name: "ImageTagMutabilityExclusionFilters",
        kind: Kind::List {
            member: Member::new("member", &ImageTagMutabilityExclusionFilter),
            flattened: false,
            range: Range::between(1.0, 5.0),
        },
    };
    pub static KmsKey: Shape = Shape {
        name: "KmsKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(1.0, 2048.0) },
    };
    pub static LastActivatedAtTimestamp: Shape =
        Shape { name: "LastActivatedAtTimestamp", kind: Kind::Time(None) };
    pub static LastArchivedAtTimestamp: Shape =
        Shape { name: "LastArchivedAtTimestamp", kind: Kind::Time(None) };
    pub static Layer: Shape = Shape {
        name: "Layer",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("layerDigest", &LayerDigest),
                Member::new("layerAvailability", &LayerAvailability),
                Member::new("layerSize", &LayerSizeInBytes),
                Member::new("mediaType", &MediaType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LayerAvailability: Shape = Shape {
        name: "LayerAvailability",
        kind: Kind::Str { values: &["AVAILABLE", "UNAVAILABLE", "ARCHIVED"], pattern: "", range: Range::ANY },
    };
    pub static LayerDigest: Shape = Shape {
        name: "LayerDigest",
        kind: Kind::Str { values: &[], pattern: "[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+", range: Range::ANY },
    };
    pub static LayerFailure: Shape = Shape {
        name: "LayerFailure",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("layerDigest", &BatchedOperationLayerDigest),
                Member::new("failureCode", &LayerFailureCode),
                Member::new("failureReason", &LayerFailureReason),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LayerFailureCode: Shape = Shape {
        name: "LayerFailureCode",
        kind: Kind::Str {
            values: &["InvalidLayerDigest", "MissingLayerDigest"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static LayerFailureList: Shape = Shape {
        name: "LayerFailureList",
        kind: Kind::List {
            member: Member::new("member", &LayerFailure),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static LayerFailureReason: Shape =
        Shape { name: "LayerFailureReason", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static LayerList: Shape = Shape {
        name: "LayerList",
        kind: Kind::List { member: Member::new("member", &Layer), flattened: false, range: Range::ANY },
    };
    pub static LayerSizeInBytes: Shape = Shape { name: "LayerSizeInBytes", kind: Kind::Int(Range::ANY) };
    pub static ListImagesFilter: Shape = Shape {
        name: "ListImagesFilter",
        kind: Kind::Structure(Structure {
            members: &[Member::new("tagStatus", &TagStatus), Member::new("imageStatus", &ImageStatusFilter)],
            payload: None,
            union: false,
        }),
    };
    pub static ListImagesRequest: Shape = Shape {
        name: "ListImagesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("nextToken", &NextToken),
                Member::new("maxResults", &MaxResults),
                Member::new("filter", &ListImagesFilter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListImagesResponse: Shape = Shape {
        name: "ListImagesResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("imageIds", &ImageIdentifierList), Member::new("nextToken", &NextToken)],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceRequest: Shape = Shape {
        name: "ListTagsForResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("resourceArn", &Arn).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ListTagsForResourceResponse: Shape = Shape {
        name: "ListTagsForResourceResponse",
        kind: Kind::Structure(Structure {
            members: &[Member::new("tags", &TagList)],
            payload: None,
            union: false,
        }),
    };
    pub static MaxResults: Shape = Shape { name: "MaxResults", kind: Kind::Int(Range::between(1.0, 1000.0)) };
    pub static MediaType: Shape =
        Shape { name: "MediaType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MediaTypeList: Shape = Shape {
        name: "MediaTypeList",
        kind: Kind::List {
            member: Member::new("member", &MediaType),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static NextToken: Shape =
        Shape { name: "NextToken", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ProxyEndpoint: Shape =
        Shape { name: "ProxyEndpoint", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static PushTimestamp: Shape = Shape { name: "PushTimestamp", kind: Kind::Time(None) };
    pub static PutImageScanningConfigurationRequest: Shape = Shape {
        name: "PutImageScanningConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("imageScanningConfiguration", &ImageScanningConfiguration).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutImageScanningConfigurationResponse: Shape = Shape {
        name: "PutImageScanningConfigurationResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("imageScanningConfiguration", &ImageScanningConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutImageTagMutabilityRequest: Shape = Shape {
        name: "PutImageTagMutabilityRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("imageTagMutability", &ImageTagMutability).required(),
                Member::new("imageTagMutabilityExclusionFilters", &ImageTagMutabilityExclusionFilters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutImageTagMutabilityResponse: Shape = Shape {
        name: "PutImageTagMutabilityResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("imageTagMutability", &ImageTagMutability),
                Member::new("imageTagMutabilityExclusionFilters", &ImageTagMutabilityExclusionFilters),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RecordedPullTimestamp: Shape = Shape { name: "RecordedPullTimestamp", kind: Kind::Time(None) };
    pub static RegistryId: Shape = Shape {
        name: "RegistryId",
        kind: Kind::Str { values: &[], pattern: "[0-9]{12}", range: Range::ANY },
    };
    pub static Repository: Shape = Shape {
        name: "Repository",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("repositoryArn", &Arn),
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("repositoryUri", &Url),
                Member::new("createdAt", &CreationTimestamp),
                Member::new("imageTagMutability", &ImageTagMutability),
                Member::new("imageTagMutabilityExclusionFilters", &ImageTagMutabilityExclusionFilters),
                Member::new("imageScanningConfiguration", &ImageScanningConfiguration),
                Member::new("encryptionConfiguration", &EncryptionConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RepositoryList: Shape = Shape {
        name: "RepositoryList",
        kind: Kind::List { member: Member::new("member", &Repository), flattened: false, range: Range::ANY },
    };
    pub static RepositoryName: Shape = Shape {
        name: "RepositoryName",
        kind: Kind::Str {
            values: &[],
            pattern: "[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(\\/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*",
            range: Range::between(2.0, 256.0),
        },
    };
    pub static RepositoryNameList: Shape = Shape {
        name: "RepositoryNameList",
        kind: Kind::List {
            member: Member::new("member", &RepositoryName),
            flattened: false,
            range: Range::between(1.0, 100.0),
        },
    };
    pub static RepositoryPolicyText: Shape = Shape {
        name: "RepositoryPolicyText",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 10240.0) },
    };
    pub static ScanOnPushFlag: Shape = Shape { name: "ScanOnPushFlag", kind: Kind::Bool };
    pub static ScanStatus: Shape = Shape {
        name: "ScanStatus",
        kind: Kind::Str {
            values: &[
                "IN_PROGRESS",
                "COMPLETE",
                "FAILED",
                "UNSUPPORTED_IMAGE",
                "ACTIVE",
                "PENDING",
                "SCAN_ELIGIBILITY_EXPIRED",
                "FINDINGS_UNAVAILABLE",
                "LIMIT_EXCEEDED",
                "IMAGE_ARCHIVED",
                "IMAGE_SIZE_EXCEEDED",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ScanStatusDescription: Shape = Shape {
        name: "ScanStatusDescription",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ScanTimestamp: Shape = Shape { name: "ScanTimestamp", kind: Kind::Time(None) };
    pub static SetRepositoryPolicyRequest: Shape = Shape {
        name: "SetRepositoryPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName).required(),
                Member::new("policyText", &RepositoryPolicyText).required(),
                Member::new("force", &ForceFlag),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SetRepositoryPolicyResponse: Shape = Shape {
        name: "SetRepositoryPolicyResponse",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("registryId", &RegistryId),
                Member::new("repositoryName", &RepositoryName),
                Member::new("policyText", &RepositoryPolicyText),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SeverityCount: Shape = Shape { name: "SeverityCount", kind: Kind::Int(Range::min(0.0)) };
    pub static Tag: Shape = Shape {
        name: "Tag",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Key", &TagKey).required(), Member::new("Value", &TagValue).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TagKey: Shape =
        Shape { name: "TagKey", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static TagKeyList: Shape = Shape {
        name: "TagKeyList",
        kind: Kind::List { member: Member::new("member", &TagKey), flattened: false, range: Range::ANY },
    };
    pub static TagList: Shape = Shape {
        name: "TagList",
        kind: Kind::List { member: Member::new("member", &Tag), flattened: false, range: Range::ANY },
    };
    pub static TagResourceRequest: Shape = Shape {
        name: "TagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[Member::new("resourceArn", &Arn).required(), Member::new("tags", &TagList).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TagResourceResponse: Shape = Shape {
        name: "TagResourceResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static TagStatus: Shape = Shape {
        name: "TagStatus",
        kind: Kind::Str { values: &["TAGGED", "UNTAGGED", "ANY"], pattern: "", range: Range::ANY },
    };
    pub static TagValue: Shape =
        Shape { name: "TagValue", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static UntagResourceRequest: Shape = Shape {
        name: "UntagResourceRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("resourceArn", &Arn).required(),
                Member::new("tagKeys", &TagKeyList).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UntagResourceResponse: Shape = Shape {
        name: "UntagResourceResponse",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static Url: Shape =
        Shape { name: "Url", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static VulnerabilitySourceUpdateTimestamp: Shape =
        Shape { name: "VulnerabilitySourceUpdateTimestamp", kind: Kind::Time(None) };
}
