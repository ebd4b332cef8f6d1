// Written by `cargo xtask codegen` from AWS's service models; do not edit.
//! The shapes and operations of `s3`.

#[allow(unused_imports, reason = "not every service needs each")]
use crate::schema::{Kind, Location, Member, Range, Shape, Structure, TimeFormat};
use crate::{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation};

/// The service.
pub static SERVICE: Service = Service {
    id: "s3",
    sdk_id: "s3",
    signing_name: "s3",
    endpoint_prefix: "s3",
    protocol: Protocol::RestXml,
    protocols: &[Protocol::RestXml],
    query_compatible: false,
    error_names: &[],
    api_version: "2006-03-01",
    target_prefix: "",
    xml_namespace: "http://s3.amazonaws.com/doc/2006-03-01/",
    global: false,
};

/// The served operations.
pub static OPERATIONS: [Operation; 53] = [
    Operation {
        service: &SERVICE,
        name: "AbortMultipartUpload",
        method: "DELETE",
        uri: "/{Bucket}/{Key+}",
        status: 204,
        input: Some(&schemas::AbortMultipartUploadRequest),
        input_root: None,
        output: Some(&schemas::AbortMultipartUploadOutput),
        action: IamAction::Named("s3:AbortMultipartUpload"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CompleteMultipartUpload",
        method: "POST",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::CompleteMultipartUploadRequest),
        input_root: None,
        output: Some(&schemas::CompleteMultipartUploadOutput),
        action: IamAction::Named("s3:PutObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "CopyObject",
        method: "PUT",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::CopyObjectRequest),
        input_root: None,
        output: Some(&schemas::CopyObjectOutput),
        action: IamAction::Named("s3:PutObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[("s3:GetObject", "{CopySource|object}")],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "CreateBucket",
        method: "PUT",
        uri: "/{Bucket}",
        status: 200,
        input: Some(&schemas::CreateBucketRequest),
        input_root: None,
        output: Some(&schemas::CreateBucketOutput),
        action: IamAction::Named("s3:CreateBucket"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "CreateMultipartUpload",
        method: "POST",
        uri: "/{Bucket}/{Key+}?uploads",
        status: 200,
        input: Some(&schemas::CreateMultipartUploadRequest),
        input_root: None,
        output: Some(&schemas::CreateMultipartUploadOutput),
        action: IamAction::Named("s3:PutObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteBucket",
        method: "DELETE",
        uri: "/{Bucket}",
        status: 204,
        input: Some(&schemas::DeleteBucketRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:DeleteBucket"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteBucketEncryption",
        method: "DELETE",
        uri: "/{Bucket}?encryption",
        status: 204,
        input: Some(&schemas::DeleteBucketEncryptionRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutEncryptionConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteBucketOwnershipControls",
        method: "DELETE",
        uri: "/{Bucket}?ownershipControls",
        status: 204,
        input: Some(&schemas::DeleteBucketOwnershipControlsRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketOwnershipControls"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteBucketPolicy",
        method: "DELETE",
        uri: "/{Bucket}?policy",
        status: 204,
        input: Some(&schemas::DeleteBucketPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:DeleteBucketPolicy"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteBucketTagging",
        method: "DELETE",
        uri: "/{Bucket}?tagging",
        status: 204,
        input: Some(&schemas::DeleteBucketTaggingRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketTagging"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteObject",
        method: "DELETE",
        uri: "/{Bucket}/{Key+}",
        status: 204,
        input: Some(&schemas::DeleteObjectRequest),
        input_root: None,
        output: Some(&schemas::DeleteObjectOutput),
        action: IamAction::Named("s3:DeleteObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteObjectTagging",
        method: "DELETE",
        uri: "/{Bucket}/{Key+}?tagging",
        status: 204,
        input: Some(&schemas::DeleteObjectTaggingRequest),
        input_root: None,
        output: Some(&schemas::DeleteObjectTaggingOutput),
        action: IamAction::Named("s3:DeleteObjectTagging"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "DeleteObjects",
        method: "POST",
        uri: "/{Bucket}?delete",
        status: 200,
        input: Some(&schemas::DeleteObjectsRequest),
        input_root: None,
        output: Some(&schemas::DeleteObjectsOutput),
        action: IamAction::Named("s3:DeleteObject"),
        resources: "arn:{partition}:s3:::{Bucket}/*",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "DeletePublicAccessBlock",
        method: "DELETE",
        uri: "/{Bucket}?publicAccessBlock",
        status: 204,
        input: Some(&schemas::DeletePublicAccessBlockRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketPublicAccessBlock"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketAccelerateConfiguration",
        method: "GET",
        uri: "/{Bucket}?accelerate",
        status: 200,
        input: Some(&schemas::GetBucketAccelerateConfigurationRequest),
        input_root: None,
        output: Some(&schemas::GetBucketAccelerateConfigurationOutput),
        action: IamAction::Named("s3:GetAccelerateConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketAcl",
        method: "GET",
        uri: "/{Bucket}?acl",
        status: 200,
        input: Some(&schemas::GetBucketAclRequest),
        input_root: None,
        output: Some(&schemas::GetBucketAclOutput),
        action: IamAction::Named("s3:GetBucketAcl"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketCors",
        method: "GET",
        uri: "/{Bucket}?cors",
        status: 200,
        input: Some(&schemas::GetBucketCorsRequest),
        input_root: None,
        output: Some(&schemas::GetBucketCorsOutput),
        action: IamAction::Named("s3:GetBucketCORS"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketEncryption",
        method: "GET",
        uri: "/{Bucket}?encryption",
        status: 200,
        input: Some(&schemas::GetBucketEncryptionRequest),
        input_root: None,
        output: Some(&schemas::GetBucketEncryptionOutput),
        action: IamAction::Named("s3:GetEncryptionConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketLifecycleConfiguration",
        method: "GET",
        uri: "/{Bucket}?lifecycle",
        status: 200,
        input: Some(&schemas::GetBucketLifecycleConfigurationRequest),
        input_root: None,
        output: Some(&schemas::GetBucketLifecycleConfigurationOutput),
        action: IamAction::Named("s3:GetLifecycleConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketLocation",
        method: "GET",
        uri: "/{Bucket}?location",
        status: 200,
        input: Some(&schemas::GetBucketLocationRequest),
        input_root: None,
        output: Some(&schemas::GetBucketLocationOutput),
        action: IamAction::Named("s3:GetBucketLocation"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketLogging",
        method: "GET",
        uri: "/{Bucket}?logging",
        status: 200,
        input: Some(&schemas::GetBucketLoggingRequest),
        input_root: None,
        output: Some(&schemas::GetBucketLoggingOutput),
        action: IamAction::Named("s3:GetBucketLogging"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketNotificationConfiguration",
        method: "GET",
        uri: "/{Bucket}?notification",
        status: 200,
        input: Some(&schemas::GetBucketNotificationConfigurationRequest),
        input_root: None,
        output: Some(&schemas::NotificationConfiguration),
        action: IamAction::Named("s3:GetBucketNotification"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketOwnershipControls",
        method: "GET",
        uri: "/{Bucket}?ownershipControls",
        status: 200,
        input: Some(&schemas::GetBucketOwnershipControlsRequest),
        input_root: None,
        output: Some(&schemas::GetBucketOwnershipControlsOutput),
        action: IamAction::Named("s3:GetBucketOwnershipControls"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketPolicy",
        method: "GET",
        uri: "/{Bucket}?policy",
        status: 200,
        input: Some(&schemas::GetBucketPolicyRequest),
        input_root: None,
        output: Some(&schemas::GetBucketPolicyOutput),
        action: IamAction::Named("s3:GetBucketPolicy"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketReplication",
        method: "GET",
        uri: "/{Bucket}?replication",
        status: 200,
        input: Some(&schemas::GetBucketReplicationRequest),
        input_root: None,
        output: Some(&schemas::GetBucketReplicationOutput),
        action: IamAction::Named("s3:GetReplicationConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketRequestPayment",
        method: "GET",
        uri: "/{Bucket}?requestPayment",
        status: 200,
        input: Some(&schemas::GetBucketRequestPaymentRequest),
        input_root: None,
        output: Some(&schemas::GetBucketRequestPaymentOutput),
        action: IamAction::Named("s3:GetBucketRequestPayment"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketTagging",
        method: "GET",
        uri: "/{Bucket}?tagging",
        status: 200,
        input: Some(&schemas::GetBucketTaggingRequest),
        input_root: None,
        output: Some(&schemas::GetBucketTaggingOutput),
        action: IamAction::Named("s3:GetBucketTagging"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketVersioning",
        method: "GET",
        uri: "/{Bucket}?versioning",
        status: 200,
        input: Some(&schemas::GetBucketVersioningRequest),
        input_root: None,
        output: Some(&schemas::GetBucketVersioningOutput),
        action: IamAction::Named("s3:GetBucketVersioning"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetBucketWebsite",
        method: "GET",
        uri: "/{Bucket}?website",
        status: 200,
        input: Some(&schemas::GetBucketWebsiteRequest),
        input_root: None,
        output: Some(&schemas::GetBucketWebsiteOutput),
        action: IamAction::Named("s3:GetBucketWebsite"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetObject",
        method: "GET",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::GetObjectRequest),
        input_root: None,
        output: Some(&schemas::GetObjectOutput),
        action: IamAction::Named("s3:GetObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "GetObjectAttributes",
        method: "GET",
        uri: "/{Bucket}/{Key+}?attributes",
        status: 200,
        input: Some(&schemas::GetObjectAttributesRequest),
        input_root: None,
        output: Some(&schemas::GetObjectAttributesOutput),
        action: IamAction::Named("s3:GetObjectAttributes"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "GetObjectLockConfiguration",
        method: "GET",
        uri: "/{Bucket}?object-lock",
        status: 200,
        input: Some(&schemas::GetObjectLockConfigurationRequest),
        input_root: None,
        output: Some(&schemas::GetObjectLockConfigurationOutput),
        action: IamAction::Named("s3:GetBucketObjectLockConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "GetObjectTagging",
        method: "GET",
        uri: "/{Bucket}/{Key+}?tagging",
        status: 200,
        input: Some(&schemas::GetObjectTaggingRequest),
        input_root: None,
        output: Some(&schemas::GetObjectTaggingOutput),
        action: IamAction::Named("s3:GetObjectTagging"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "GetPublicAccessBlock",
        method: "GET",
        uri: "/{Bucket}?publicAccessBlock",
        status: 200,
        input: Some(&schemas::GetPublicAccessBlockRequest),
        input_root: None,
        output: Some(&schemas::GetPublicAccessBlockOutput),
        action: IamAction::Named("s3:GetBucketPublicAccessBlock"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "HeadBucket",
        method: "HEAD",
        uri: "/{Bucket}",
        status: 200,
        input: Some(&schemas::HeadBucketRequest),
        input_root: None,
        output: Some(&schemas::HeadBucketOutput),
        action: IamAction::Named("s3:ListBucket"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "HeadObject",
        method: "HEAD",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::HeadObjectRequest),
        input_root: None,
        output: Some(&schemas::HeadObjectOutput),
        action: IamAction::Named("s3:GetObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "ListBuckets",
        method: "GET",
        uri: "/",
        status: 200,
        input: Some(&schemas::ListBucketsRequest),
        input_root: None,
        output: Some(&schemas::ListBucketsOutput),
        action: IamAction::Named("s3:ListAllMyBuckets"),
        resources: "*",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListMultipartUploads",
        method: "GET",
        uri: "/{Bucket}?uploads",
        status: 200,
        input: Some(&schemas::ListMultipartUploadsRequest),
        input_root: None,
        output: Some(&schemas::ListMultipartUploadsOutput),
        action: IamAction::Named("s3:ListBucketMultipartUploads"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "ListObjectVersions",
        method: "GET",
        uri: "/{Bucket}?versions",
        status: 200,
        input: Some(&schemas::ListObjectVersionsRequest),
        input_root: None,
        output: Some(&schemas::ListObjectVersionsOutput),
        action: IamAction::Named("s3:ListBucketVersions"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "ListObjects",
        method: "GET",
        uri: "/{Bucket}",
        status: 200,
        input: Some(&schemas::ListObjectsRequest),
        input_root: None,
        output: Some(&schemas::ListObjectsOutput),
        action: IamAction::Named("s3:ListBucket"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "ListObjectsV2",
        method: "GET",
        uri: "/{Bucket}?list-type=2",
        status: 200,
        input: Some(&schemas::ListObjectsV2Request),
        input_root: None,
        output: Some(&schemas::ListObjectsV2Output),
        action: IamAction::Named("s3:ListBucket"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "ListParts",
        method: "GET",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::ListPartsRequest),
        input_root: None,
        output: Some(&schemas::ListPartsOutput),
        action: IamAction::Named("s3:ListMultipartUploadParts"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Read,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "PutBucketEncryption",
        method: "PUT",
        uri: "/{Bucket}?encryption",
        status: 200,
        input: Some(&schemas::PutBucketEncryptionRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutEncryptionConfiguration"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutBucketNotificationConfiguration",
        method: "PUT",
        uri: "/{Bucket}?notification",
        status: 200,
        input: Some(&schemas::PutBucketNotificationConfigurationRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketNotification"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutBucketOwnershipControls",
        method: "PUT",
        uri: "/{Bucket}?ownershipControls",
        status: 200,
        input: Some(&schemas::PutBucketOwnershipControlsRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketOwnershipControls"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutBucketPolicy",
        method: "PUT",
        uri: "/{Bucket}?policy",
        status: 200,
        input: Some(&schemas::PutBucketPolicyRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketPolicy"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutBucketTagging",
        method: "PUT",
        uri: "/{Bucket}?tagging",
        status: 200,
        input: Some(&schemas::PutBucketTaggingRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketTagging"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutBucketVersioning",
        method: "PUT",
        uri: "/{Bucket}?versioning",
        status: 200,
        input: Some(&schemas::PutBucketVersioningRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketVersioning"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "PutObject",
        method: "PUT",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::PutObjectRequest),
        input_root: None,
        output: Some(&schemas::PutObjectOutput),
        action: IamAction::Named("s3:PutObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "PutObjectTagging",
        method: "PUT",
        uri: "/{Bucket}/{Key+}?tagging",
        status: 200,
        input: Some(&schemas::PutObjectTaggingRequest),
        input_root: None,
        output: Some(&schemas::PutObjectTaggingOutput),
        action: IamAction::Named("s3:PutObjectTagging"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "PutPublicAccessBlock",
        method: "PUT",
        uri: "/{Bucket}?publicAccessBlock",
        status: 200,
        input: Some(&schemas::PutPublicAccessBlockRequest),
        input_root: None,
        output: None,
        action: IamAction::Named("s3:PutBucketPublicAccessBlock"),
        resources: "arn:{partition}:s3:::{Bucket}",
        also: &[],
        access: Access::Write,
        data_event: false,
    },
    Operation {
        service: &SERVICE,
        name: "UploadPart",
        method: "PUT",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::UploadPartRequest),
        input_root: None,
        output: Some(&schemas::UploadPartOutput),
        action: IamAction::Named("s3:PutObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[],
        access: Access::Write,
        data_event: true,
    },
    Operation {
        service: &SERVICE,
        name: "UploadPartCopy",
        method: "PUT",
        uri: "/{Bucket}/{Key+}",
        status: 200,
        input: Some(&schemas::UploadPartCopyRequest),
        input_root: None,
        output: Some(&schemas::UploadPartCopyOutput),
        action: IamAction::Named("s3:PutObject"),
        resources: "arn:{partition}:s3:::{Bucket}/{Key}",
        also: &[("s3:GetObject", "{CopySource|object}")],
        access: Access::Write,
        data_event: true,
    },
];

/// The served operations as types.
pub mod ops {
    use super::{Operation, OperationType};
    /// `AbortMultipartUpload`
    #[derive(Clone, Copy, Debug)]
    pub struct AbortMultipartUpload;
    impl OperationType for AbortMultipartUpload {
        type Input = super::AbortMultipartUploadRequest;
        type Output = super::AbortMultipartUploadOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[0];
    }

    /// `CompleteMultipartUpload`
    #[derive(Clone, Copy, Debug)]
    pub struct CompleteMultipartUpload;
    impl OperationType for CompleteMultipartUpload {
        type Input = super::CompleteMultipartUploadRequest;
        type Output = super::CompleteMultipartUploadOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[1];
    }

    /// `CopyObject`
    #[derive(Clone, Copy, Debug)]
    pub struct CopyObject;
    impl OperationType for CopyObject {
        type Input = super::CopyObjectRequest;
        type Output = super::CopyObjectOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[2];
    }

    /// `CreateBucket`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateBucket;
    impl OperationType for CreateBucket {
        type Input = super::CreateBucketRequest;
        type Output = super::CreateBucketOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[3];
    }

    /// `CreateMultipartUpload`
    #[derive(Clone, Copy, Debug)]
    pub struct CreateMultipartUpload;
    impl OperationType for CreateMultipartUpload {
        type Input = super::CreateMultipartUploadRequest;
        type Output = super::CreateMultipartUploadOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[4];
    }

    /// `DeleteBucket`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteBucket;
    impl OperationType for DeleteBucket {
        type Input = super::DeleteBucketRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[5];
    }

    /// `DeleteBucketEncryption`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteBucketEncryption;
    impl OperationType for DeleteBucketEncryption {
        type Input = super::DeleteBucketEncryptionRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[6];
    }

    /// `DeleteBucketOwnershipControls`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteBucketOwnershipControls;
    impl OperationType for DeleteBucketOwnershipControls {
        type Input = super::DeleteBucketOwnershipControlsRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[7];
    }

    /// `DeleteBucketPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteBucketPolicy;
    impl OperationType for DeleteBucketPolicy {
        type Input = super::DeleteBucketPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[8];
    }

    /// `DeleteBucketTagging`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteBucketTagging;
    impl OperationType for DeleteBucketTagging {
        type Input = super::DeleteBucketTaggingRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[9];
    }

    /// `DeleteObject`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteObject;
    impl OperationType for DeleteObject {
        type Input = super::DeleteObjectRequest;
        type Output = super::DeleteObjectOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[10];
    }

    /// `DeleteObjectTagging`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteObjectTagging;
    impl OperationType for DeleteObjectTagging {
        type Input = super::DeleteObjectTaggingRequest;
        type Output = super::DeleteObjectTaggingOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[11];
    }

    /// `DeleteObjects`
    #[derive(Clone, Copy, Debug)]
    pub struct DeleteObjects;
    impl OperationType for DeleteObjects {
        type Input = super::DeleteObjectsRequest;
        type Output = super::DeleteObjectsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[12];
    }

    /// `DeletePublicAccessBlock`
    #[derive(Clone, Copy, Debug)]
    pub struct DeletePublicAccessBlock;
    impl OperationType for DeletePublicAccessBlock {
        type Input = super::DeletePublicAccessBlockRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[13];
    }

    /// `GetBucketAccelerateConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketAccelerateConfiguration;
    impl OperationType for GetBucketAccelerateConfiguration {
        type Input = super::GetBucketAccelerateConfigurationRequest;
        type Output = super::GetBucketAccelerateConfigurationOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[14];
    }

    /// `GetBucketAcl`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketAcl;
    impl OperationType for GetBucketAcl {
        type Input = super::GetBucketAclRequest;
        type Output = super::GetBucketAclOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[15];
    }

    /// `GetBucketCors`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketCors;
    impl OperationType for GetBucketCors {
        type Input = super::GetBucketCorsRequest;
        type Output = super::GetBucketCorsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[16];
    }

    /// `GetBucketEncryption`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketEncryption;
    impl OperationType for GetBucketEncryption {
        type Input = super::GetBucketEncryptionRequest;
        type Output = super::GetBucketEncryptionOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[17];
    }

    /// `GetBucketLifecycleConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketLifecycleConfiguration;
    impl OperationType for GetBucketLifecycleConfiguration {
        type Input = super::GetBucketLifecycleConfigurationRequest;
        type Output = super::GetBucketLifecycleConfigurationOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[18];
    }

    /// `GetBucketLocation`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketLocation;
    impl OperationType for GetBucketLocation {
        type Input = super::GetBucketLocationRequest;
        type Output = super::GetBucketLocationOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[19];
    }

    /// `GetBucketLogging`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketLogging;
    impl OperationType for GetBucketLogging {
        type Input = super::GetBucketLoggingRequest;
        type Output = super::GetBucketLoggingOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[20];
    }

    /// `GetBucketNotificationConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketNotificationConfiguration;
    impl OperationType for GetBucketNotificationConfiguration {
        type Input = super::GetBucketNotificationConfigurationRequest;
        type Output = super::NotificationConfiguration;
        const OPERATION: &'static Operation = &super::OPERATIONS[21];
    }

    /// `GetBucketOwnershipControls`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketOwnershipControls;
    impl OperationType for GetBucketOwnershipControls {
        type Input = super::GetBucketOwnershipControlsRequest;
        type Output = super::GetBucketOwnershipControlsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[22];
    }

    /// `GetBucketPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketPolicy;
    impl OperationType for GetBucketPolicy {
        type Input = super::GetBucketPolicyRequest;
        type Output = super::GetBucketPolicyOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[23];
    }

    /// `GetBucketReplication`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketReplication;
    impl OperationType for GetBucketReplication {
        type Input = super::GetBucketReplicationRequest;
        type Output = super::GetBucketReplicationOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[24];
    }

    /// `GetBucketRequestPayment`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketRequestPayment;
    impl OperationType for GetBucketRequestPayment {
        type Input = super::GetBucketRequestPaymentRequest;
        type Output = super::GetBucketRequestPaymentOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[25];
    }

    /// `GetBucketTagging`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketTagging;
    impl OperationType for GetBucketTagging {
        type Input = super::GetBucketTaggingRequest;
        type Output = super::GetBucketTaggingOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[26];
    }

    /// `GetBucketVersioning`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketVersioning;
    impl OperationType for GetBucketVersioning {
        type Input = super::GetBucketVersioningRequest;
        type Output = super::GetBucketVersioningOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[27];
    }

    /// `GetBucketWebsite`
    #[derive(Clone, Copy, Debug)]
    pub struct GetBucketWebsite;
    impl OperationType for GetBucketWebsite {
        type Input = super::GetBucketWebsiteRequest;
        type Output = super::GetBucketWebsiteOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[28];
    }

    /// `GetObject`
    #[derive(Clone, Copy, Debug)]
    pub struct GetObject;
    impl OperationType for GetObject {
        type Input = super::GetObjectRequest;
        type Output = super::GetObjectOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[29];
    }

    /// `GetObjectAttributes`
    #[derive(Clone, Copy, Debug)]
    pub struct GetObjectAttributes;
    impl OperationType for GetObjectAttributes {
        type Input = super::GetObjectAttributesRequest;
        type Output = super::GetObjectAttributesOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[30];
    }

    /// `GetObjectLockConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct GetObjectLockConfiguration;
    impl OperationType for GetObjectLockConfiguration {
        type Input = super::GetObjectLockConfigurationRequest;
        type Output = super::GetObjectLockConfigurationOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[31];
    }

    /// `GetObjectTagging`
    #[derive(Clone, Copy, Debug)]
    pub struct GetObjectTagging;
    impl OperationType for GetObjectTagging {
        type Input = super::GetObjectTaggingRequest;
        type Output = super::GetObjectTaggingOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[32];
    }

    /// `GetPublicAccessBlock`
    #[derive(Clone, Copy, Debug)]
    pub struct GetPublicAccessBlock;
    impl OperationType for GetPublicAccessBlock {
        type Input = super::GetPublicAccessBlockRequest;
        type Output = super::GetPublicAccessBlockOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[33];
    }

    /// `HeadBucket`
    #[derive(Clone, Copy, Debug)]
    pub struct HeadBucket;
    impl OperationType for HeadBucket {
        type Input = super::HeadBucketRequest;
        type Output = super::HeadBucketOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[34];
    }

    /// `HeadObject`
    #[derive(Clone, Copy, Debug)]
    pub struct HeadObject;
    impl OperationType for HeadObject {
        type Input = super::HeadObjectRequest;
        type Output = super::HeadObjectOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[35];
    }

    /// `ListBuckets`
    #[derive(Clone, Copy, Debug)]
    pub struct ListBuckets;
    impl OperationType for ListBuckets {
        type Input = super::ListBucketsRequest;
        type Output = super::ListBucketsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[36];
    }

    /// `ListMultipartUploads`
    #[derive(Clone, Copy, Debug)]
    pub struct ListMultipartUploads;
    impl OperationType for ListMultipartUploads {
        type Input = super::ListMultipartUploadsRequest;
        type Output = super::ListMultipartUploadsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[37];
    }

    /// `ListObjectVersions`
    #[derive(Clone, Copy, Debug)]
    pub struct ListObjectVersions;
    impl OperationType for ListObjectVersions {
        type Input = super::ListObjectVersionsRequest;
        type Output = super::ListObjectVersionsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[38];
    }

    /// `ListObjects`
    #[derive(Clone, Copy, Debug)]
    pub struct ListObjects;
    impl OperationType for ListObjects {
        type Input = super::ListObjectsRequest;
        type Output = super::ListObjectsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[39];
    }

    /// `ListObjectsV2`
    #[derive(Clone, Copy, Debug)]
    pub struct ListObjectsV2;
    impl OperationType for ListObjectsV2 {
        type Input = super::ListObjectsV2Request;
        type Output = super::ListObjectsV2Output;
        const OPERATION: &'static Operation = &super::OPERATIONS[40];
    }

    /// `ListParts`
    #[derive(Clone, Copy, Debug)]
    pub struct ListParts;
    impl OperationType for ListParts {
        type Input = super::ListPartsRequest;
        type Output = super::ListPartsOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[41];
    }

    /// `PutBucketEncryption`
    #[derive(Clone, Copy, Debug)]
    pub struct PutBucketEncryption;
    impl OperationType for PutBucketEncryption {
        type Input = super::PutBucketEncryptionRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[42];
    }

    /// `PutBucketNotificationConfiguration`
    #[derive(Clone, Copy, Debug)]
    pub struct PutBucketNotificationConfiguration;
    impl OperationType for PutBucketNotificationConfiguration {
        type Input = super::PutBucketNotificationConfigurationRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[43];
    }

    /// `PutBucketOwnershipControls`
    #[derive(Clone, Copy, Debug)]
    pub struct PutBucketOwnershipControls;
    impl OperationType for PutBucketOwnershipControls {
        type Input = super::PutBucketOwnershipControlsRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[44];
    }

    /// `PutBucketPolicy`
    #[derive(Clone, Copy, Debug)]
    pub struct PutBucketPolicy;
    impl OperationType for PutBucketPolicy {
        type Input = super::PutBucketPolicyRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[45];
    }

    /// `PutBucketTagging`
    #[derive(Clone, Copy, Debug)]
    pub struct PutBucketTagging;
    impl OperationType for PutBucketTagging {
        type Input = super::PutBucketTaggingRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[46];
    }

    /// `PutBucketVersioning`
    #[derive(Clone, Copy, Debug)]
    pub struct PutBucketVersioning;
    impl OperationType for PutBucketVersioning {
        type Input = super::PutBucketVersioningRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[47];
    }

    /// `PutObject`
    #[derive(Clone, Copy, Debug)]
    pub struct PutObject;
    impl OperationType for PutObject {
        type Input = super::PutObjectRequest;
        type Output = super::PutObjectOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[48];
    }

    /// `PutObjectTagging`
    #[derive(Clone, Copy, Debug)]
    pub struct PutObjectTagging;
    impl OperationType for PutObjectTagging {
        type Input = super::PutObjectTaggingRequest;
        type Output = super::PutObjectTaggingOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[49];
    }

    /// `PutPublicAccessBlock`
    #[derive(Clone, Copy, Debug)]
    pub struct PutPublicAccessBlock;
    impl OperationType for PutPublicAccessBlock {
        type Input = super::PutPublicAccessBlockRequest;
        type Output = crate::Unit;
        const OPERATION: &'static Operation = &super::OPERATIONS[50];
    }

    /// `UploadPart`
    #[derive(Clone, Copy, Debug)]
    pub struct UploadPart;
    impl OperationType for UploadPart {
        type Input = super::UploadPartRequest;
        type Output = super::UploadPartOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[51];
    }

    /// `UploadPartCopy`
    #[derive(Clone, Copy, Debug)]
    pub struct UploadPartCopy;
    impl OperationType for UploadPartCopy {
        type Input = super::UploadPartCopyRequest;
        type Output = super::UploadPartCopyOutput;
        const OPERATION: &'static Operation = &super::OPERATIONS[52];
    }
}

/// What AWS has here and lirio does not serve.
pub static UNSERVED: &[UnservedOperation] = &[
    UnservedOperation {
        service: &SERVICE,
        name: "CreateBucketMetadataConfiguration",
        method: "POST",
        uri: "/{Bucket}?metadataConfiguration",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "CreateBucketMetadataTableConfiguration",
        method: "POST",
        uri: "/{Bucket}?metadataTable",
    },
    UnservedOperation { service: &SERVICE, name: "CreateSession", method: "GET", uri: "/{Bucket}?session" },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketAnalyticsConfiguration",
        method: "DELETE",
        uri: "/{Bucket}?analytics",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketCors",
        method: "DELETE",
        uri: "/{Bucket}?cors",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketIntelligentTieringConfiguration",
        method: "DELETE",
        uri: "/{Bucket}?intelligent-tiering",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketInventoryConfiguration",
        method: "DELETE",
        uri: "/{Bucket}?inventory",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketLifecycle",
        method: "DELETE",
        uri: "/{Bucket}?lifecycle",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketMetadataConfiguration",
        method: "DELETE",
        uri: "/{Bucket}?metadataConfiguration",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketMetadataTableConfiguration",
        method: "DELETE",
        uri: "/{Bucket}?metadataTable",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketMetricsConfiguration",
        method: "DELETE",
        uri: "/{Bucket}?metrics",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketReplication",
        method: "DELETE",
        uri: "/{Bucket}?replication",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteBucketWebsite",
        method: "DELETE",
        uri: "/{Bucket}?website",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "DeleteObjectAnnotation",
        method: "DELETE",
        uri: "/{Bucket}/{Key+}?annotation",
    },
    UnservedOperation { service: &SERVICE, name: "GetBucketAbac", method: "GET", uri: "/{Bucket}?abac" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketAnalyticsConfiguration",
        method: "GET",
        uri: "/{Bucket}?analytics",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketIntelligentTieringConfiguration",
        method: "GET",
        uri: "/{Bucket}?intelligent-tiering",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketInventoryConfiguration",
        method: "GET",
        uri: "/{Bucket}?inventory",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketLifecycle",
        method: "GET",
        uri: "/{Bucket}?lifecycle",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketMetadataConfiguration",
        method: "GET",
        uri: "/{Bucket}?metadataConfiguration",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketMetadataTableConfiguration",
        method: "GET",
        uri: "/{Bucket}?metadataTable",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketMetricsConfiguration",
        method: "GET",
        uri: "/{Bucket}?metrics",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketNotification",
        method: "GET",
        uri: "/{Bucket}?notification",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetBucketPolicyStatus",
        method: "GET",
        uri: "/{Bucket}?policyStatus",
    },
    UnservedOperation { service: &SERVICE, name: "GetObjectAcl", method: "GET", uri: "/{Bucket}/{Key+}?acl" },
    UnservedOperation {
        service: &SERVICE,
        name: "GetObjectAnnotation",
        method: "GET",
        uri: "/{Bucket}/{Key+}?annotation",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetObjectLegalHold",
        method: "GET",
        uri: "/{Bucket}/{Key+}?legal-hold",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetObjectRetention",
        method: "GET",
        uri: "/{Bucket}/{Key+}?retention",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "GetObjectTorrent",
        method: "GET",
        uri: "/{Bucket}/{Key+}?torrent",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListBucketAnalyticsConfigurations",
        method: "GET",
        uri: "/{Bucket}?analytics",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListBucketIntelligentTieringConfigurations",
        method: "GET",
        uri: "/{Bucket}?intelligent-tiering",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListBucketInventoryConfigurations",
        method: "GET",
        uri: "/{Bucket}?inventory",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "ListBucketMetricsConfigurations",
        method: "GET",
        uri: "/{Bucket}?metrics",
    },
    UnservedOperation { service: &SERVICE, name: "ListDirectoryBuckets", method: "GET", uri: "/" },
    UnservedOperation {
        service: &SERVICE,
        name: "ListObjectAnnotations",
        method: "GET",
        uri: "/{Bucket}/{Key+}?annotation",
    },
    UnservedOperation { service: &SERVICE, name: "PutBucketAbac", method: "PUT", uri: "/{Bucket}?abac" },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketAccelerateConfiguration",
        method: "PUT",
        uri: "/{Bucket}?accelerate",
    },
    UnservedOperation { service: &SERVICE, name: "PutBucketAcl", method: "PUT", uri: "/{Bucket}?acl" },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketAnalyticsConfiguration",
        method: "PUT",
        uri: "/{Bucket}?analytics",
    },
    UnservedOperation { service: &SERVICE, name: "PutBucketCors", method: "PUT", uri: "/{Bucket}?cors" },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketIntelligentTieringConfiguration",
        method: "PUT",
        uri: "/{Bucket}?intelligent-tiering",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketInventoryConfiguration",
        method: "PUT",
        uri: "/{Bucket}?inventory",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketLifecycle",
        method: "PUT",
        uri: "/{Bucket}?lifecycle",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketLifecycleConfiguration",
        method: "PUT",
        uri: "/{Bucket}?lifecycle",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketLogging",
        method: "PUT",
        uri: "/{Bucket}?logging",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketMetricsConfiguration",
        method: "PUT",
        uri: "/{Bucket}?metrics",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketNotification",
        method: "PUT",
        uri: "/{Bucket}?notification",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketReplication",
        method: "PUT",
        uri: "/{Bucket}?replication",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketRequestPayment",
        method: "PUT",
        uri: "/{Bucket}?requestPayment",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutBucketWebsite",
        method: "PUT",
        uri: "/{Bucket}?website",
    },
    UnservedOperation { service: &SERVICE, name: "PutObjectAcl", method: "PUT", uri: "/{Bucket}/{Key+}?acl" },
    UnservedOperation {
        service: &SERVICE,
        name: "PutObjectAnnotation",
        method: "PUT",
        uri: "/{Bucket}/{Key+}?annotation",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutObjectLegalHold",
        method: "PUT",
        uri: "/{Bucket}/{Key+}?legal-hold",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutObjectLockConfiguration",
        method: "PUT",
        uri: "/{Bucket}?object-lock",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "PutObjectRetention",
        method: "PUT",
        uri: "/{Bucket}/{Key+}?retention",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "RenameObject",
        method: "PUT",
        uri: "/{Bucket}/{Key+}?renameObject",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "RestoreObject",
        method: "POST",
        uri: "/{Bucket}/{Key+}?restore",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "SelectObjectContent",
        method: "POST",
        uri: "/{Bucket}/{Key+}?select&select-type=2",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateBucketMetadataAnnotationTableConfiguration",
        method: "PUT",
        uri: "/{Bucket}?metadataAnnotationTable",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateBucketMetadataInventoryTableConfiguration",
        method: "PUT",
        uri: "/{Bucket}?metadataInventoryTable",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateBucketMetadataJournalTableConfiguration",
        method: "PUT",
        uri: "/{Bucket}?metadataJournalTable",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "UpdateObjectEncryption",
        method: "PUT",
        uri: "/{Bucket}/{Key+}?encryption",
    },
    UnservedOperation {
        service: &SERVICE,
        name: "WriteGetObjectResponse",
        method: "POST",
        uri: "/WriteGetObjectResponse",
    },
];

/// The errors that these operations declare.
pub mod errors {
    /// `BucketAlreadyExists`, status 409
    pub fn bucket_already_exists(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("BucketAlreadyExists", 409, message)
    }
    /// `BucketAlreadyOwnedByYou`, status 409
    pub fn bucket_already_owned_by_you(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("BucketAlreadyOwnedByYou", 409, message)
    }
    /// `EncryptionTypeMismatch`, status 400
    pub fn encryption_type_mismatch(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("EncryptionTypeMismatch", 400, message)
    }
    /// `InvalidObjectState`, status 403
    pub fn invalid_object_state(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidObjectState", 403, message)
    }
    /// `InvalidRequest`, status 400
    pub fn invalid_request(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidRequest", 400, message)
    }
    /// `InvalidWriteOffset`, status 400
    pub fn invalid_write_offset(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("InvalidWriteOffset", 400, message)
    }
    /// `NoSuchBucket`, status 404
    pub fn no_such_bucket(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NoSuchBucket", 404, message)
    }
    /// `NoSuchKey`, status 404
    pub fn no_such_key(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NoSuchKey", 404, message)
    }
    /// `NoSuchUpload`, status 404
    pub fn no_such_upload(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("NoSuchUpload", 404, message)
    }
    /// `ObjectNotInActiveTierError`, status 403
    pub fn object_not_in_active_tier_error(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("ObjectNotInActiveTierError", 403, message)
    }
    /// `TooManyParts`, status 400
    pub fn too_many_parts(message: impl Into<String>) -> crate::AwsError {
        crate::AwsError::new("TooManyParts", 400, message)
    }
}

crate::macros::structures! {
/// `AbortIncompleteMultipartUpload`
AbortIncompleteMultipartUpload {
days_after_initiation: Option<i64> = "DaysAfterInitiation",
}
/// `AbortMultipartUploadOutput`
AbortMultipartUploadOutput {
request_charged: Option<::std::string::String> = "RequestCharged",
version_id: Option<::std::string::String> = "VersionId",
}
/// `AbortMultipartUploadRequest`
AbortMultipartUploadRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
upload_id: ::std::string::String = "UploadId",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
if_match_initiated_time: Option<crate::Timestamp> = "IfMatchInitiatedTime",
}
/// `AccessControlTranslation`
AccessControlTranslation {
owner: ::std::string::String = "Owner",
}
/// `BlockedEncryptionTypes`
BlockedEncryptionTypes {
encryption_type: Option<Vec<::std::string::String>> = "EncryptionType",
}
/// `Bucket`
Bucket {
name: Option<::std::string::String> = "Name",
creation_date: Option<crate::Timestamp> = "CreationDate",
bucket_region: Option<::std::string::String> = "BucketRegion",
bucket_arn: Option<::std::string::String> = "BucketArn",
}
/// `BucketInfo`
BucketInfo {
data_redundancy: Option<::std::string::String> = "DataRedundancy",
r#type: Option<::std::string::String> = "Type",
}
/// `CORSRule`
CORSRule {
id: Option<::std::string::String> = "ID",
allowed_headers: Option<Vec<::std::string::String>> = "AllowedHeaders",
allowed_methods: Vec<::std::string::String> = "AllowedMethods",
allowed_origins: Vec<::std::string::String> = "AllowedOrigins",
expose_headers: Option<Vec<::std::string::String>> = "ExposeHeaders",
max_age_seconds: Option<i64> = "MaxAgeSeconds",
}
/// `Checksum`
Checksum {
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
checksum_type: Option<::std::string::String> = "ChecksumType",
}
/// `CommonPrefix`
CommonPrefix {
prefix: Option<::std::string::String> = "Prefix",
}
/// `CompleteMultipartUploadOutput`
CompleteMultipartUploadOutput {
location: Option<::std::string::String> = "Location",
bucket: Option<::std::string::String> = "Bucket",
key: Option<::std::string::String> = "Key",
expiration: Option<::std::string::String> = "Expiration",
e_tag: Option<::std::string::String> = "ETag",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
checksum_type: Option<::std::string::String> = "ChecksumType",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
version_id: Option<::std::string::String> = "VersionId",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `CompleteMultipartUploadRequest`
CompleteMultipartUploadRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
multipart_upload: Option<CompletedMultipartUpload> = "MultipartUpload",
upload_id: ::std::string::String = "UploadId",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
checksum_type: Option<::std::string::String> = "ChecksumType",
mpu_object_size: Option<i64> = "MpuObjectSize",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
if_match: Option<::std::string::String> = "IfMatch",
if_none_match: Option<::std::string::String> = "IfNoneMatch",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
}
/// `CompletedMultipartUpload`
CompletedMultipartUpload {
parts: Option<Vec<CompletedPart>> = "Parts",
}
/// `CompletedPart`
CompletedPart {
e_tag: Option<::std::string::String> = "ETag",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
part_number: Option<i64> = "PartNumber",
}
/// `Condition`
Condition {
http_error_code_returned_equals: Option<::std::string::String> = "HttpErrorCodeReturnedEquals",
key_prefix_equals: Option<::std::string::String> = "KeyPrefixEquals",
}
/// `CopyObjectOutput`
CopyObjectOutput {
copy_object_result: Option<CopyObjectResult> = "CopyObjectResult",
expiration: Option<::std::string::String> = "Expiration",
copy_source_version_id: Option<::std::string::String> = "CopySourceVersionId",
version_id: Option<::std::string::String> = "VersionId",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
ssekms_encryption_context: Option<::std::string::String> = "SSEKMSEncryptionContext",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `CopyObjectRequest`
CopyObjectRequest {
acl: Option<::std::string::String> = "ACL",
bucket: ::std::string::String = "Bucket",
cache_control: Option<::std::string::String> = "CacheControl",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
content_disposition: Option<::std::string::String> = "ContentDisposition",
content_encoding: Option<::std::string::String> = "ContentEncoding",
content_language: Option<::std::string::String> = "ContentLanguage",
content_type: Option<::std::string::String> = "ContentType",
copy_source: ::std::string::String = "CopySource",
copy_source_if_match: Option<::std::string::String> = "CopySourceIfMatch",
copy_source_if_modified_since: Option<crate::Timestamp> = "CopySourceIfModifiedSince",
copy_source_if_none_match: Option<::std::string::String> = "CopySourceIfNoneMatch",
copy_source_if_unmodified_since: Option<crate::Timestamp> = "CopySourceIfUnmodifiedSince",
expires: Option<::std::string::String> = "Expires",
grant_full_control: Option<::std::string::String> = "GrantFullControl",
grant_read: Option<::std::string::String> = "GrantRead",
grant_read_acp: Option<::std::string::String> = "GrantReadACP",
grant_write_acp: Option<::std::string::String> = "GrantWriteACP",
if_match: Option<::std::string::String> = "IfMatch",
if_none_match: Option<::std::string::String> = "IfNoneMatch",
key: ::std::string::String = "Key",
metadata: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Metadata",
metadata_directive: Option<::std::string::String> = "MetadataDirective",
tagging_directive: Option<::std::string::String> = "TaggingDirective",
annotation_directive: Option<::std::string::String> = "AnnotationDirective",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
storage_class: Option<::std::string::String> = "StorageClass",
website_redirect_location: Option<::std::string::String> = "WebsiteRedirectLocation",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
ssekms_encryption_context: Option<::std::string::String> = "SSEKMSEncryptionContext",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
copy_source_sse_customer_algorithm: Option<::std::string::String> = "CopySourceSSECustomerAlgorithm",
copy_source_sse_customer_key: Option<::std::string::String> = "CopySourceSSECustomerKey",
copy_source_sse_customer_key_md5: Option<::std::string::String> = "CopySourceSSECustomerKeyMD5",
request_payer: Option<::std::string::String> = "RequestPayer",
tagging: Option<::std::string::String> = "Tagging",
object_lock_mode: Option<::std::string::String> = "ObjectLockMode",
object_lock_retain_until_date: Option<crate::Timestamp> = "ObjectLockRetainUntilDate",
object_lock_legal_hold_status: Option<::std::string::String> = "ObjectLockLegalHoldStatus",
object_lock_event_hold: Option<::std::string::String> = "ObjectLockEventHold",
object_lock_event_hold_duration_days: Option<i64> = "ObjectLockEventHoldDurationDays",
object_lock_event_hold_duration_years: Option<i64> = "ObjectLockEventHoldDurationYears",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
expected_source_bucket_owner: Option<::std::string::String> = "ExpectedSourceBucketOwner",
}
/// `CopyObjectResult`
CopyObjectResult {
e_tag: Option<::std::string::String> = "ETag",
last_modified: Option<crate::Timestamp> = "LastModified",
checksum_type: Option<::std::string::String> = "ChecksumType",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
}
/// `CopyPartResult`
CopyPartResult {
e_tag: Option<::std::string::String> = "ETag",
last_modified: Option<crate::Timestamp> = "LastModified",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
}
/// `CreateBucketConfiguration`
CreateBucketConfiguration {
location_constraint: Option<::std::string::String> = "LocationConstraint",
location: Option<LocationInfo> = "Location",
bucket: Option<BucketInfo> = "Bucket",
tags: Option<Vec<Tag>> = "Tags",
}
/// `CreateBucketOutput`
CreateBucketOutput {
location: Option<::std::string::String> = "Location",
bucket_arn: Option<::std::string::String> = "BucketArn",
}
/// `CreateBucketRequest`
CreateBucketRequest {
acl: Option<::std::string::String> = "ACL",
bucket: ::std::string::String = "Bucket",
create_bucket_configuration: Option<CreateBucketConfiguration> = "CreateBucketConfiguration",
grant_full_control: Option<::std::string::String> = "GrantFullControl",
grant_read: Option<::std::string::String> = "GrantRead",
grant_read_acp: Option<::std::string::String> = "GrantReadACP",
grant_write: Option<::std::string::String> = "GrantWrite",
grant_write_acp: Option<::std::string::String> = "GrantWriteACP",
object_lock_enabled_for_bucket: Option<bool> = "ObjectLockEnabledForBucket",
object_ownership: Option<::std::string::String> = "ObjectOwnership",
bucket_namespace: Option<::std::string::String> = "BucketNamespace",
}
/// `CreateMultipartUploadOutput`
CreateMultipartUploadOutput {
abort_date: Option<crate::Timestamp> = "AbortDate",
abort_rule_id: Option<::std::string::String> = "AbortRuleId",
bucket: Option<::std::string::String> = "Bucket",
key: Option<::std::string::String> = "Key",
upload_id: Option<::std::string::String> = "UploadId",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
ssekms_encryption_context: Option<::std::string::String> = "SSEKMSEncryptionContext",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_charged: Option<::std::string::String> = "RequestCharged",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
checksum_type: Option<::std::string::String> = "ChecksumType",
version_id: Option<::std::string::String> = "VersionId",
}
/// `CreateMultipartUploadRequest`
CreateMultipartUploadRequest {
acl: Option<::std::string::String> = "ACL",
bucket: ::std::string::String = "Bucket",
cache_control: Option<::std::string::String> = "CacheControl",
content_disposition: Option<::std::string::String> = "ContentDisposition",
content_encoding: Option<::std::string::String> = "ContentEncoding",
content_language: Option<::std::string::String> = "ContentLanguage",
content_type: Option<::std::string::String> = "ContentType",
expires: Option<::std::string::String> = "Expires",
grant_full_control: Option<::std::string::String> = "GrantFullControl",
grant_read: Option<::std::string::String> = "GrantRead",
grant_read_acp: Option<::std::string::String> = "GrantReadACP",
grant_write_acp: Option<::std::string::String> = "GrantWriteACP",
key: ::std::string::String = "Key",
metadata: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Metadata",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
storage_class: Option<::std::string::String> = "StorageClass",
website_redirect_location: Option<::std::string::String> = "WebsiteRedirectLocation",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
ssekms_encryption_context: Option<::std::string::String> = "SSEKMSEncryptionContext",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_payer: Option<::std::string::String> = "RequestPayer",
tagging: Option<::std::string::String> = "Tagging",
object_lock_mode: Option<::std::string::String> = "ObjectLockMode",
object_lock_retain_until_date: Option<crate::Timestamp> = "ObjectLockRetainUntilDate",
object_lock_legal_hold_status: Option<::std::string::String> = "ObjectLockLegalHoldStatus",
object_lock_event_hold: Option<::std::string::String> = "ObjectLockEventHold",
object_lock_event_hold_duration_days: Option<i64> = "ObjectLockEventHoldDurationDays",
object_lock_event_hold_duration_years: Option<i64> = "ObjectLockEventHoldDurationYears",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
checksum_type: Option<::std::string::String> = "ChecksumType",
}
/// `DefaultRetention`
DefaultRetention {
mode: Option<::std::string::String> = "Mode",
days: Option<i64> = "Days",
years: Option<i64> = "Years",
default_event_hold: Option<EventHoldDuration> = "DefaultEventHold",
}
/// `Delete`
Delete {
objects: Vec<ObjectIdentifier> = "Objects",
quiet: Option<bool> = "Quiet",
}
/// `DeleteBucketEncryptionRequest`
DeleteBucketEncryptionRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeleteBucketOwnershipControlsRequest`
DeleteBucketOwnershipControlsRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeleteBucketPolicyRequest`
DeleteBucketPolicyRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeleteBucketRequest`
DeleteBucketRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeleteBucketTaggingRequest`
DeleteBucketTaggingRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeleteMarkerEntry`
DeleteMarkerEntry {
owner: Option<Owner> = "Owner",
key: Option<::std::string::String> = "Key",
version_id: Option<::std::string::String> = "VersionId",
is_latest: Option<bool> = "IsLatest",
last_modified: Option<crate::Timestamp> = "LastModified",
}
/// `DeleteMarkerReplication`
DeleteMarkerReplication {
status: Option<::std::string::String> = "Status",
}
/// `DeleteObjectOutput`
DeleteObjectOutput {
delete_marker: Option<bool> = "DeleteMarker",
version_id: Option<::std::string::String> = "VersionId",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `DeleteObjectRequest`
DeleteObjectRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
mfa: Option<::std::string::String> = "MFA",
version_id: Option<::std::string::String> = "VersionId",
request_payer: Option<::std::string::String> = "RequestPayer",
bypass_governance_retention: Option<bool> = "BypassGovernanceRetention",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
if_match: Option<::std::string::String> = "IfMatch",
if_match_last_modified_time: Option<crate::Timestamp> = "IfMatchLastModifiedTime",
if_match_size: Option<i64> = "IfMatchSize",
}
/// `DeleteObjectTaggingOutput`
DeleteObjectTaggingOutput {
version_id: Option<::std::string::String> = "VersionId",
}
/// `DeleteObjectTaggingRequest`
DeleteObjectTaggingRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
version_id: Option<::std::string::String> = "VersionId",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeleteObjectsOutput`
DeleteObjectsOutput {
deleted: Option<Vec<DeletedObject>> = "Deleted",
request_charged: Option<::std::string::String> = "RequestCharged",
errors: Option<Vec<Error>> = "Errors",
}
/// `DeleteObjectsRequest`
DeleteObjectsRequest {
bucket: ::std::string::String = "Bucket",
delete: Delete = "Delete",
mfa: Option<::std::string::String> = "MFA",
request_payer: Option<::std::string::String> = "RequestPayer",
bypass_governance_retention: Option<bool> = "BypassGovernanceRetention",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
}
/// `DeletePublicAccessBlockRequest`
DeletePublicAccessBlockRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `DeletedObject`
DeletedObject {
key: Option<::std::string::String> = "Key",
version_id: Option<::std::string::String> = "VersionId",
delete_marker: Option<bool> = "DeleteMarker",
delete_marker_version_id: Option<::std::string::String> = "DeleteMarkerVersionId",
}
/// `Destination`
Destination {
bucket: ::std::string::String = "Bucket",
account: Option<::std::string::String> = "Account",
storage_class: Option<::std::string::String> = "StorageClass",
access_control_translation: Option<AccessControlTranslation> = "AccessControlTranslation",
encryption_configuration: Option<EncryptionConfiguration> = "EncryptionConfiguration",
replication_time: Option<ReplicationTime> = "ReplicationTime",
metrics: Option<Metrics> = "Metrics",
}
/// `EncryptionConfiguration`
EncryptionConfiguration {
replica_kms_key_id: Option<::std::string::String> = "ReplicaKmsKeyID",
}
/// `Error`
Error {
key: Option<::std::string::String> = "Key",
version_id: Option<::std::string::String> = "VersionId",
code: Option<::std::string::String> = "Code",
message: Option<::std::string::String> = "Message",
}
/// `ErrorDocument`
ErrorDocument {
key: ::std::string::String = "Key",
}
/// `EventBridgeConfiguration`
EventBridgeConfiguration {
}
/// `EventHoldDuration`
EventHoldDuration {
days: Option<i64> = "Days",
years: Option<i64> = "Years",
}
/// `ExistingObjectReplication`
ExistingObjectReplication {
status: ::std::string::String = "Status",
}
/// `FilterRule`
FilterRule {
name: Option<::std::string::String> = "Name",
value: Option<::std::string::String> = "Value",
}
/// `GetBucketAccelerateConfigurationOutput`
GetBucketAccelerateConfigurationOutput {
status: Option<::std::string::String> = "Status",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `GetBucketAccelerateConfigurationRequest`
GetBucketAccelerateConfigurationRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
request_payer: Option<::std::string::String> = "RequestPayer",
}
/// `GetBucketAclOutput`
GetBucketAclOutput {
owner: Option<Owner> = "Owner",
grants: Option<Vec<Grant>> = "Grants",
}
/// `GetBucketAclRequest`
GetBucketAclRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketCorsOutput`
GetBucketCorsOutput {
cors_rules: Option<Vec<CORSRule>> = "CORSRules",
}
/// `GetBucketCorsRequest`
GetBucketCorsRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketEncryptionOutput`
GetBucketEncryptionOutput {
server_side_encryption_configuration: Option<ServerSideEncryptionConfiguration> = "ServerSideEncryptionConfiguration",
}
/// `GetBucketEncryptionRequest`
GetBucketEncryptionRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketLifecycleConfigurationOutput`
GetBucketLifecycleConfigurationOutput {
rules: Option<Vec<LifecycleRule>> = "Rules",
transition_default_minimum_object_size: Option<::std::string::String> = "TransitionDefaultMinimumObjectSize",
}
/// `GetBucketLifecycleConfigurationRequest`
GetBucketLifecycleConfigurationRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketLocationOutput`
GetBucketLocationOutput {
location_constraint: Option<::std::string::String> = "LocationConstraint",
}
/// `GetBucketLocationRequest`
GetBucketLocationRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketLoggingOutput`
GetBucketLoggingOutput {
logging_enabled: Option<LoggingEnabled> = "LoggingEnabled",
}
/// `GetBucketLoggingRequest`
GetBucketLoggingRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketNotificationConfigurationRequest`
GetBucketNotificationConfigurationRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketOwnershipControlsOutput`
GetBucketOwnershipControlsOutput {
ownership_controls: Option<OwnershipControls> = "OwnershipControls",
}
/// `GetBucketOwnershipControlsRequest`
GetBucketOwnershipControlsRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketPolicyOutput`
GetBucketPolicyOutput {
policy: Option<::std::string::String> = "Policy",
}
/// `GetBucketPolicyRequest`
GetBucketPolicyRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketReplicationOutput`
GetBucketReplicationOutput {
replication_configuration: Option<ReplicationConfiguration> = "ReplicationConfiguration",
}
/// `GetBucketReplicationRequest`
GetBucketReplicationRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketRequestPaymentOutput`
GetBucketRequestPaymentOutput {
payer: Option<::std::string::String> = "Payer",
}
/// `GetBucketRequestPaymentRequest`
GetBucketRequestPaymentRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketTaggingOutput`
GetBucketTaggingOutput {
tag_set: Vec<Tag> = "TagSet",
}
/// `GetBucketTaggingRequest`
GetBucketTaggingRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketVersioningOutput`
GetBucketVersioningOutput {
status: Option<::std::string::String> = "Status",
mfa_delete: Option<::std::string::String> = "MFADelete",
}
/// `GetBucketVersioningRequest`
GetBucketVersioningRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetBucketWebsiteOutput`
GetBucketWebsiteOutput {
redirect_all_requests_to: Option<RedirectAllRequestsTo> = "RedirectAllRequestsTo",
index_document: Option<IndexDocument> = "IndexDocument",
error_document: Option<ErrorDocument> = "ErrorDocument",
routing_rules: Option<Vec<RoutingRule>> = "RoutingRules",
}
/// `GetBucketWebsiteRequest`
GetBucketWebsiteRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetObjectAttributesOutput`
GetObjectAttributesOutput {
delete_marker: Option<bool> = "DeleteMarker",
last_modified: Option<crate::Timestamp> = "LastModified",
version_id: Option<::std::string::String> = "VersionId",
request_charged: Option<::std::string::String> = "RequestCharged",
e_tag: Option<::std::string::String> = "ETag",
checksum: Option<Checksum> = "Checksum",
object_parts: Option<GetObjectAttributesParts> = "ObjectParts",
storage_class: Option<::std::string::String> = "StorageClass",
object_size: Option<i64> = "ObjectSize",
}
/// `GetObjectAttributesParts`
GetObjectAttributesParts {
total_parts_count: Option<i64> = "TotalPartsCount",
part_number_marker: Option<i64> = "PartNumberMarker",
next_part_number_marker: Option<i64> = "NextPartNumberMarker",
max_parts: Option<i64> = "MaxParts",
is_truncated: Option<bool> = "IsTruncated",
parts: Option<Vec<ObjectPart>> = "Parts",
}
/// `GetObjectAttributesRequest`
GetObjectAttributesRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
version_id: Option<::std::string::String> = "VersionId",
max_parts: Option<i64> = "MaxParts",
part_number_marker: Option<i64> = "PartNumberMarker",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
object_attributes: Vec<::std::string::String> = "ObjectAttributes",
}
/// `GetObjectLockConfigurationOutput`
GetObjectLockConfigurationOutput {
object_lock_configuration: Option<ObjectLockConfiguration> = "ObjectLockConfiguration",
}
/// `GetObjectLockConfigurationRequest`
GetObjectLockConfigurationRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `GetObjectOutput`
GetObjectOutput {
body: crate::Body = "Body",
delete_marker: Option<bool> = "DeleteMarker",
accept_ranges: Option<::std::string::String> = "AcceptRanges",
expiration: Option<::std::string::String> = "Expiration",
restore: Option<::std::string::String> = "Restore",
last_modified: Option<crate::Timestamp> = "LastModified",
content_length: Option<i64> = "ContentLength",
e_tag: Option<::std::string::String> = "ETag",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
checksum_type: Option<::std::string::String> = "ChecksumType",
missing_meta: Option<i64> = "MissingMeta",
version_id: Option<::std::string::String> = "VersionId",
cache_control: Option<::std::string::String> = "CacheControl",
content_disposition: Option<::std::string::String> = "ContentDisposition",
content_encoding: Option<::std::string::String> = "ContentEncoding",
content_language: Option<::std::string::String> = "ContentLanguage",
content_range: Option<::std::string::String> = "ContentRange",
content_type: Option<::std::string::String> = "ContentType",
expires: Option<::std::string::String> = "Expires",
website_redirect_location: Option<::std::string::String> = "WebsiteRedirectLocation",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
metadata: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Metadata",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
storage_class: Option<::std::string::String> = "StorageClass",
request_charged: Option<::std::string::String> = "RequestCharged",
replication_status: Option<::std::string::String> = "ReplicationStatus",
parts_count: Option<i64> = "PartsCount",
tag_count: Option<i64> = "TagCount",
object_lock_mode: Option<::std::string::String> = "ObjectLockMode",
object_lock_retain_until_date: Option<crate::Timestamp> = "ObjectLockRetainUntilDate",
object_lock_legal_hold_status: Option<::std::string::String> = "ObjectLockLegalHoldStatus",
object_lock_event_hold: Option<::std::string::String> = "ObjectLockEventHold",
object_lock_event_hold_duration_days: Option<i64> = "ObjectLockEventHoldDurationDays",
object_lock_event_hold_duration_years: Option<i64> = "ObjectLockEventHoldDurationYears",
}
/// `GetObjectRequest`
GetObjectRequest {
bucket: ::std::string::String = "Bucket",
if_match: Option<::std::string::String> = "IfMatch",
if_modified_since: Option<crate::Timestamp> = "IfModifiedSince",
if_none_match: Option<::std::string::String> = "IfNoneMatch",
if_unmodified_since: Option<crate::Timestamp> = "IfUnmodifiedSince",
key: ::std::string::String = "Key",
range: Option<::std::string::String> = "Range",
response_cache_control: Option<::std::string::String> = "ResponseCacheControl",
response_content_disposition: Option<::std::string::String> = "ResponseContentDisposition",
response_content_encoding: Option<::std::string::String> = "ResponseContentEncoding",
response_content_language: Option<::std::string::String> = "ResponseContentLanguage",
response_content_type: Option<::std::string::String> = "ResponseContentType",
response_expires: Option<crate::Timestamp> = "ResponseExpires",
version_id: Option<::std::string::String> = "VersionId",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
request_payer: Option<::std::string::String> = "RequestPayer",
part_number: Option<i64> = "PartNumber",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
checksum_mode: Option<::std::string::String> = "ChecksumMode",
}
/// `GetObjectTaggingOutput`
GetObjectTaggingOutput {
version_id: Option<::std::string::String> = "VersionId",
tag_set: Vec<Tag> = "TagSet",
}
/// `GetObjectTaggingRequest`
GetObjectTaggingRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
version_id: Option<::std::string::String> = "VersionId",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
request_payer: Option<::std::string::String> = "RequestPayer",
}
/// `GetPublicAccessBlockOutput`
GetPublicAccessBlockOutput {
public_access_block_configuration: Option<PublicAccessBlockConfiguration> = "PublicAccessBlockConfiguration",
}
/// `GetPublicAccessBlockRequest`
GetPublicAccessBlockRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `Grant`
Grant {
grantee: Option<Grantee> = "Grantee",
permission: Option<::std::string::String> = "Permission",
}
/// `Grantee`
Grantee {
display_name: Option<::std::string::String> = "DisplayName",
email_address: Option<::std::string::String> = "EmailAddress",
id: Option<::std::string::String> = "ID",
r#type: ::std::string::String = "Type",
uri: Option<::std::string::String> = "URI",
}
/// `HeadBucketOutput`
HeadBucketOutput {
bucket_arn: Option<::std::string::String> = "BucketArn",
bucket_location_type: Option<::std::string::String> = "BucketLocationType",
bucket_location_name: Option<::std::string::String> = "BucketLocationName",
bucket_region: Option<::std::string::String> = "BucketRegion",
access_point_alias: Option<bool> = "AccessPointAlias",
}
/// `HeadBucketRequest`
HeadBucketRequest {
bucket: ::std::string::String = "Bucket",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `HeadObjectOutput`
HeadObjectOutput {
delete_marker: Option<bool> = "DeleteMarker",
accept_ranges: Option<::std::string::String> = "AcceptRanges",
expiration: Option<::std::string::String> = "Expiration",
restore: Option<::std::string::String> = "Restore",
archive_status: Option<::std::string::String> = "ArchiveStatus",
last_modified: Option<crate::Timestamp> = "LastModified",
content_length: Option<i64> = "ContentLength",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
checksum_type: Option<::std::string::String> = "ChecksumType",
e_tag: Option<::std::string::String> = "ETag",
missing_meta: Option<i64> = "MissingMeta",
version_id: Option<::std::string::String> = "VersionId",
cache_control: Option<::std::string::String> = "CacheControl",
content_disposition: Option<::std::string::String> = "ContentDisposition",
content_encoding: Option<::std::string::String> = "ContentEncoding",
content_language: Option<::std::string::String> = "ContentLanguage",
content_type: Option<::std::string::String> = "ContentType",
content_range: Option<::std::string::String> = "ContentRange",
expires: Option<::std::string::String> = "Expires",
website_redirect_location: Option<::std::string::String> = "WebsiteRedirectLocation",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
metadata: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Metadata",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
storage_class: Option<::std::string::String> = "StorageClass",
request_charged: Option<::std::string::String> = "RequestCharged",
replication_status: Option<::std::string::String> = "ReplicationStatus",
parts_count: Option<i64> = "PartsCount",
tag_count: Option<i64> = "TagCount",
object_lock_mode: Option<::std::string::String> = "ObjectLockMode",
object_lock_retain_until_date: Option<crate::Timestamp> = "ObjectLockRetainUntilDate",
object_lock_legal_hold_status: Option<::std::string::String> = "ObjectLockLegalHoldStatus",
object_lock_event_hold: Option<::std::string::String> = "ObjectLockEventHold",
object_lock_event_hold_duration_days: Option<i64> = "ObjectLockEventHoldDurationDays",
object_lock_event_hold_duration_years: Option<i64> = "ObjectLockEventHoldDurationYears",
}
/// `HeadObjectRequest`
HeadObjectRequest {
bucket: ::std::string::String = "Bucket",
if_match: Option<::std::string::String> = "IfMatch",
if_modified_since: Option<crate::Timestamp> = "IfModifiedSince",
if_none_match: Option<::std::string::String> = "IfNoneMatch",
if_unmodified_since: Option<crate::Timestamp> = "IfUnmodifiedSince",
key: ::std::string::String = "Key",
range: Option<::std::string::String> = "Range",
response_cache_control: Option<::std::string::String> = "ResponseCacheControl",
response_content_disposition: Option<::std::string::String> = "ResponseContentDisposition",
response_content_encoding: Option<::std::string::String> = "ResponseContentEncoding",
response_content_language: Option<::std::string::String> = "ResponseContentLanguage",
response_content_type: Option<::std::string::String> = "ResponseContentType",
response_expires: Option<crate::Timestamp> = "ResponseExpires",
version_id: Option<::std::string::String> = "VersionId",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
request_payer: Option<::std::string::String> = "RequestPayer",
part_number: Option<i64> = "PartNumber",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
checksum_mode: Option<::std::string::String> = "ChecksumMode",
}
/// `IndexDocument`
IndexDocument {
suffix: ::std::string::String = "Suffix",
}
/// `Initiator`
Initiator {
id: Option<::std::string::String> = "ID",
display_name: Option<::std::string::String> = "DisplayName",
}
/// `LambdaFunctionConfiguration`
LambdaFunctionConfiguration {
id: Option<::std::string::String> = "Id",
lambda_function_arn: ::std::string::String = "LambdaFunctionArn",
events: Vec<::std::string::String> = "Events",
filter: Option<NotificationConfigurationFilter> = "Filter",
}
/// `LifecycleExpiration`
LifecycleExpiration {
date: Option<crate::Timestamp> = "Date",
days: Option<i64> = "Days",
expired_object_delete_marker: Option<bool> = "ExpiredObjectDeleteMarker",
}
/// `LifecycleRule`
LifecycleRule {
expiration: Option<LifecycleExpiration> = "Expiration",
id: Option<::std::string::String> = "ID",
prefix: Option<::std::string::String> = "Prefix",
filter: Option<LifecycleRuleFilter> = "Filter",
status: ::std::string::String = "Status",
transitions: Option<Vec<Transition>> = "Transitions",
noncurrent_version_transitions: Option<Vec<NoncurrentVersionTransition>> = "NoncurrentVersionTransitions",
noncurrent_version_expiration: Option<NoncurrentVersionExpiration> = "NoncurrentVersionExpiration",
abort_incomplete_multipart_upload: Option<AbortIncompleteMultipartUpload> = "AbortIncompleteMultipartUpload",
}
/// `LifecycleRuleAndOperator`
LifecycleRuleAndOperator {
prefix: Option<::std::string::String> = "Prefix",
tags: Option<Vec<Tag>> = "Tags",
object_size_greater_than: Option<i64> = "ObjectSizeGreaterThan",
object_size_less_than: Option<i64> = "ObjectSizeLessThan",
}
/// `LifecycleRuleFilter`
LifecycleRuleFilter {
prefix: Option<::std::string::String> = "Prefix",
tag: Option<Tag> = "Tag",
object_size_greater_than: Option<i64> = "ObjectSizeGreaterThan",
object_size_less_than: Option<i64> = "ObjectSizeLessThan",
and: Option<LifecycleRuleAndOperator> = "And",
}
/// `ListBucketsOutput`
ListBucketsOutput {
buckets: Option<Vec<Bucket>> = "Buckets",
owner: Option<Owner> = "Owner",
continuation_token: Option<::std::string::String> = "ContinuationToken",
prefix: Option<::std::string::String> = "Prefix",
}
/// `ListBucketsRequest`
ListBucketsRequest {
max_buckets: Option<i64> = "MaxBuckets",
continuation_token: Option<::std::string::String> = "ContinuationToken",
prefix: Option<::std::string::String> = "Prefix",
bucket_region: Option<::std::string::String> = "BucketRegion",
}
/// `ListMultipartUploadsOutput`
ListMultipartUploadsOutput {
bucket: Option<::std::string::String> = "Bucket",
key_marker: Option<::std::string::String> = "KeyMarker",
upload_id_marker: Option<::std::string::String> = "UploadIdMarker",
next_key_marker: Option<::std::string::String> = "NextKeyMarker",
prefix: Option<::std::string::String> = "Prefix",
delimiter: Option<::std::string::String> = "Delimiter",
next_upload_id_marker: Option<::std::string::String> = "NextUploadIdMarker",
max_uploads: Option<i64> = "MaxUploads",
is_truncated: Option<bool> = "IsTruncated",
uploads: Option<Vec<MultipartUpload>> = "Uploads",
common_prefixes: Option<Vec<CommonPrefix>> = "CommonPrefixes",
encoding_type: Option<::std::string::String> = "EncodingType",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `ListMultipartUploadsRequest`
ListMultipartUploadsRequest {
bucket: ::std::string::String = "Bucket",
delimiter: Option<::std::string::String> = "Delimiter",
encoding_type: Option<::std::string::String> = "EncodingType",
key_marker: Option<::std::string::String> = "KeyMarker",
max_uploads: Option<i64> = "MaxUploads",
prefix: Option<::std::string::String> = "Prefix",
upload_id_marker: Option<::std::string::String> = "UploadIdMarker",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
request_payer: Option<::std::string::String> = "RequestPayer",
}
/// `ListObjectVersionsOutput`
ListObjectVersionsOutput {
is_truncated: Option<bool> = "IsTruncated",
key_marker: Option<::std::string::String> = "KeyMarker",
version_id_marker: Option<::std::string::String> = "VersionIdMarker",
next_key_marker: Option<::std::string::String> = "NextKeyMarker",
next_version_id_marker: Option<::std::string::String> = "NextVersionIdMarker",
versions: Option<Vec<ObjectVersion>> = "Versions",
delete_markers: Option<Vec<DeleteMarkerEntry>> = "DeleteMarkers",
name: Option<::std::string::String> = "Name",
prefix: Option<::std::string::String> = "Prefix",
delimiter: Option<::std::string::String> = "Delimiter",
max_keys: Option<i64> = "MaxKeys",
common_prefixes: Option<Vec<CommonPrefix>> = "CommonPrefixes",
encoding_type: Option<::std::string::String> = "EncodingType",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `ListObjectVersionsRequest`
ListObjectVersionsRequest {
bucket: ::std::string::String = "Bucket",
delimiter: Option<::std::string::String> = "Delimiter",
encoding_type: Option<::std::string::String> = "EncodingType",
key_marker: Option<::std::string::String> = "KeyMarker",
max_keys: Option<i64> = "MaxKeys",
prefix: Option<::std::string::String> = "Prefix",
version_id_marker: Option<::std::string::String> = "VersionIdMarker",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
request_payer: Option<::std::string::String> = "RequestPayer",
optional_object_attributes: Option<Vec<::std::string::String>> = "OptionalObjectAttributes",
}
/// `ListObjectsOutput`
ListObjectsOutput {
is_truncated: Option<bool> = "IsTruncated",
marker: Option<::std::string::String> = "Marker",
next_marker: Option<::std::string::String> = "NextMarker",
contents: Option<Vec<Object>> = "Contents",
name: Option<::std::string::String> = "Name",
prefix: Option<::std::string::String> = "Prefix",
delimiter: Option<::std::string::String> = "Delimiter",
max_keys: Option<i64> = "MaxKeys",
common_prefixes: Option<Vec<CommonPrefix>> = "CommonPrefixes",
encoding_type: Option<::std::string::String> = "EncodingType",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `ListObjectsRequest`
ListObjectsRequest {
bucket: ::std::string::String = "Bucket",
delimiter: Option<::std::string::String> = "Delimiter",
encoding_type: Option<::std::string::String> = "EncodingType",
marker: Option<::std::string::String> = "Marker",
max_keys: Option<i64> = "MaxKeys",
prefix: Option<::std::string::String> = "Prefix",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
optional_object_attributes: Option<Vec<::std::string::String>> = "OptionalObjectAttributes",
}
/// `ListObjectsV2Output`
ListObjectsV2Output {
is_truncated: Option<bool> = "IsTruncated",
contents: Option<Vec<Object>> = "Contents",
name: Option<::std::string::String> = "Name",
prefix: Option<::std::string::String> = "Prefix",
delimiter: Option<::std::string::String> = "Delimiter",
max_keys: Option<i64> = "MaxKeys",
common_prefixes: Option<Vec<CommonPrefix>> = "CommonPrefixes",
encoding_type: Option<::std::string::String> = "EncodingType",
key_count: Option<i64> = "KeyCount",
continuation_token: Option<::std::string::String> = "ContinuationToken",
next_continuation_token: Option<::std::string::String> = "NextContinuationToken",
start_after: Option<::std::string::String> = "StartAfter",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `ListObjectsV2Request`
ListObjectsV2Request {
bucket: ::std::string::String = "Bucket",
delimiter: Option<::std::string::String> = "Delimiter",
encoding_type: Option<::std::string::String> = "EncodingType",
max_keys: Option<i64> = "MaxKeys",
prefix: Option<::std::string::String> = "Prefix",
continuation_token: Option<::std::string::String> = "ContinuationToken",
fetch_owner: Option<bool> = "FetchOwner",
start_after: Option<::std::string::String> = "StartAfter",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
optional_object_attributes: Option<Vec<::std::string::String>> = "OptionalObjectAttributes",
}
/// `ListPartsOutput`
ListPartsOutput {
abort_date: Option<crate::Timestamp> = "AbortDate",
abort_rule_id: Option<::std::string::String> = "AbortRuleId",
bucket: Option<::std::string::String> = "Bucket",
key: Option<::std::string::String> = "Key",
upload_id: Option<::std::string::String> = "UploadId",
part_number_marker: Option<i64> = "PartNumberMarker",
next_part_number_marker: Option<i64> = "NextPartNumberMarker",
max_parts: Option<i64> = "MaxParts",
is_truncated: Option<bool> = "IsTruncated",
parts: Option<Vec<Part>> = "Parts",
initiator: Option<Initiator> = "Initiator",
owner: Option<Owner> = "Owner",
storage_class: Option<::std::string::String> = "StorageClass",
request_charged: Option<::std::string::String> = "RequestCharged",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
checksum_type: Option<::std::string::String> = "ChecksumType",
version_id: Option<::std::string::String> = "VersionId",
}
/// `ListPartsRequest`
ListPartsRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
max_parts: Option<i64> = "MaxParts",
part_number_marker: Option<i64> = "PartNumberMarker",
upload_id: ::std::string::String = "UploadId",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
}
/// `LocationInfo`
LocationInfo {
r#type: Option<::std::string::String> = "Type",
name: Option<::std::string::String> = "Name",
}
/// `LoggingEnabled`
LoggingEnabled {
target_bucket: ::std::string::String = "TargetBucket",
target_grants: Option<Vec<TargetGrant>> = "TargetGrants",
target_prefix: ::std::string::String = "TargetPrefix",
target_object_key_format: Option<TargetObjectKeyFormat> = "TargetObjectKeyFormat",
}
/// `Metrics`
Metrics {
status: ::std::string::String = "Status",
event_threshold: Option<ReplicationTimeValue> = "EventThreshold",
}
/// `MultipartUpload`
MultipartUpload {
upload_id: Option<::std::string::String> = "UploadId",
key: Option<::std::string::String> = "Key",
initiated: Option<crate::Timestamp> = "Initiated",
storage_class: Option<::std::string::String> = "StorageClass",
owner: Option<Owner> = "Owner",
initiator: Option<Initiator> = "Initiator",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
checksum_type: Option<::std::string::String> = "ChecksumType",
version_id: Option<::std::string::String> = "VersionId",
}
/// `NoncurrentVersionExpiration`
NoncurrentVersionExpiration {
noncurrent_days: Option<i64> = "NoncurrentDays",
newer_noncurrent_versions: Option<i64> = "NewerNoncurrentVersions",
}
/// `NoncurrentVersionTransition`
NoncurrentVersionTransition {
noncurrent_days: Option<i64> = "NoncurrentDays",
storage_class: Option<::std::string::String> = "StorageClass",
newer_noncurrent_versions: Option<i64> = "NewerNoncurrentVersions",
}
/// `NotificationConfiguration`
NotificationConfiguration {
topic_configurations: Option<Vec<TopicConfiguration>> = "TopicConfigurations",
queue_configurations: Option<Vec<QueueConfiguration>> = "QueueConfigurations",
lambda_function_configurations: Option<Vec<LambdaFunctionConfiguration>> = "LambdaFunctionConfigurations",
event_bridge_configuration: Option<EventBridgeConfiguration> = "EventBridgeConfiguration",
}
/// `NotificationConfigurationFilter`
NotificationConfigurationFilter {
key: Option<S3KeyFilter> = "Key",
}
/// `Object`
Object {
key: Option<::std::string::String> = "Key",
last_modified: Option<crate::Timestamp> = "LastModified",
e_tag: Option<::std::string::String> = "ETag",
checksum_algorithm: Option<Vec<::std::string::String>> = "ChecksumAlgorithm",
checksum_type: Option<::std::string::String> = "ChecksumType",
size: Option<i64> = "Size",
storage_class: Option<::std::string::String> = "StorageClass",
owner: Option<Owner> = "Owner",
restore_status: Option<RestoreStatus> = "RestoreStatus",
}
/// `ObjectIdentifier`
ObjectIdentifier {
key: ::std::string::String = "Key",
version_id: Option<::std::string::String> = "VersionId",
e_tag: Option<::std::string::String> = "ETag",
last_modified_time: Option<crate::Timestamp> = "LastModifiedTime",
size: Option<i64> = "Size",
}
/// `ObjectLockConfiguration`
ObjectLockConfiguration {
object_lock_enabled: Option<::std::string::String> = "ObjectLockEnabled",
rule: Option<ObjectLockRule> = "Rule",
}
/// `ObjectLockRule`
ObjectLockRule {
default_retention: Option<DefaultRetention> = "DefaultRetention",
}
/// `ObjectPart`
ObjectPart {
part_number: Option<i64> = "PartNumber",
size: Option<i64> = "Size",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
}
/// `ObjectVersion`
ObjectVersion {
e_tag: Option<::std::string::String> = "ETag",
checksum_algorithm: Option<Vec<::std::string::String>> = "ChecksumAlgorithm",
checksum_type: Option<::std::string::String> = "ChecksumType",
size: Option<i64> = "Size",
storage_class: Option<::std::string::String> = "StorageClass",
key: Option<::std::string::String> = "Key",
version_id: Option<::std::string::String> = "VersionId",
is_latest: Option<bool> = "IsLatest",
last_modified: Option<crate::Timestamp> = "LastModified",
owner: Option<Owner> = "Owner",
restore_status: Option<RestoreStatus> = "RestoreStatus",
}
/// `Owner`
Owner {
display_name: Option<::std::string::String> = "DisplayName",
id: Option<::std::string::String> = "ID",
}
/// `OwnershipControls`
OwnershipControls {
rules: Vec<OwnershipControlsRule> = "Rules",
}
/// `OwnershipControlsRule`
OwnershipControlsRule {
object_ownership: ::std::string::String = "ObjectOwnership",
}
/// `Part`
Part {
part_number: Option<i64> = "PartNumber",
last_modified: Option<crate::Timestamp> = "LastModified",
e_tag: Option<::std::string::String> = "ETag",
size: Option<i64> = "Size",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
}
/// `PartitionedPrefix`
PartitionedPrefix {
partition_date_source: Option<::std::string::String> = "PartitionDateSource",
}
/// `PublicAccessBlockConfiguration`
PublicAccessBlockConfiguration {
block_public_acls: Option<bool> = "BlockPublicAcls",
ignore_public_acls: Option<bool> = "IgnorePublicAcls",
block_public_policy: Option<bool> = "BlockPublicPolicy",
restrict_public_buckets: Option<bool> = "RestrictPublicBuckets",
}
/// `PutBucketEncryptionRequest`
PutBucketEncryptionRequest {
bucket: ::std::string::String = "Bucket",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
server_side_encryption_configuration: ServerSideEncryptionConfiguration = "ServerSideEncryptionConfiguration",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `PutBucketNotificationConfigurationRequest`
PutBucketNotificationConfigurationRequest {
bucket: ::std::string::String = "Bucket",
notification_configuration: NotificationConfiguration = "NotificationConfiguration",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
skip_destination_validation: Option<bool> = "SkipDestinationValidation",
}
/// `PutBucketOwnershipControlsRequest`
PutBucketOwnershipControlsRequest {
bucket: ::std::string::String = "Bucket",
content_md5: Option<::std::string::String> = "ContentMD5",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
ownership_controls: OwnershipControls = "OwnershipControls",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
}
/// `PutBucketPolicyRequest`
PutBucketPolicyRequest {
bucket: ::std::string::String = "Bucket",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
confirm_remove_self_bucket_access: Option<bool> = "ConfirmRemoveSelfBucketAccess",
policy: ::std::string::String = "Policy",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `PutBucketTaggingRequest`
PutBucketTaggingRequest {
bucket: ::std::string::String = "Bucket",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
tagging: Tagging = "Tagging",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `PutBucketVersioningRequest`
PutBucketVersioningRequest {
bucket: ::std::string::String = "Bucket",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
mfa: Option<::std::string::String> = "MFA",
versioning_configuration: VersioningConfiguration = "VersioningConfiguration",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `PutObjectOutput`
PutObjectOutput {
expiration: Option<::std::string::String> = "Expiration",
e_tag: Option<::std::string::String> = "ETag",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
checksum_type: Option<::std::string::String> = "ChecksumType",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
version_id: Option<::std::string::String> = "VersionId",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
ssekms_encryption_context: Option<::std::string::String> = "SSEKMSEncryptionContext",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
size: Option<i64> = "Size",
request_charged: Option<::std::string::String> = "RequestCharged",
}
/// `PutObjectRequest`
PutObjectRequest {
acl: Option<::std::string::String> = "ACL",
body: crate::Body = "Body",
bucket: ::std::string::String = "Bucket",
cache_control: Option<::std::string::String> = "CacheControl",
content_disposition: Option<::std::string::String> = "ContentDisposition",
content_encoding: Option<::std::string::String> = "ContentEncoding",
content_language: Option<::std::string::String> = "ContentLanguage",
content_length: Option<i64> = "ContentLength",
content_md5: Option<::std::string::String> = "ContentMD5",
content_type: Option<::std::string::String> = "ContentType",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
expires: Option<::std::string::String> = "Expires",
if_match: Option<::std::string::String> = "IfMatch",
if_none_match: Option<::std::string::String> = "IfNoneMatch",
grant_full_control: Option<::std::string::String> = "GrantFullControl",
grant_read: Option<::std::string::String> = "GrantRead",
grant_read_acp: Option<::std::string::String> = "GrantReadACP",
grant_write_acp: Option<::std::string::String> = "GrantWriteACP",
key: ::std::string::String = "Key",
write_offset_bytes: Option<i64> = "WriteOffsetBytes",
metadata: Option<::std::collections::BTreeMap<::std::string::String, ::std::string::String>> = "Metadata",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
storage_class: Option<::std::string::String> = "StorageClass",
website_redirect_location: Option<::std::string::String> = "WebsiteRedirectLocation",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
ssekms_encryption_context: Option<::std::string::String> = "SSEKMSEncryptionContext",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_payer: Option<::std::string::String> = "RequestPayer",
tagging: Option<::std::string::String> = "Tagging",
object_lock_mode: Option<::std::string::String> = "ObjectLockMode",
object_lock_retain_until_date: Option<crate::Timestamp> = "ObjectLockRetainUntilDate",
object_lock_legal_hold_status: Option<::std::string::String> = "ObjectLockLegalHoldStatus",
object_lock_event_hold: Option<::std::string::String> = "ObjectLockEventHold",
object_lock_event_hold_duration_days: Option<i64> = "ObjectLockEventHoldDurationDays",
object_lock_event_hold_duration_years: Option<i64> = "ObjectLockEventHoldDurationYears",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `PutObjectTaggingOutput`
PutObjectTaggingOutput {
version_id: Option<::std::string::String> = "VersionId",
}
/// `PutObjectTaggingRequest`
PutObjectTaggingRequest {
bucket: ::std::string::String = "Bucket",
key: ::std::string::String = "Key",
version_id: Option<::std::string::String> = "VersionId",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
tagging: Tagging = "Tagging",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
request_payer: Option<::std::string::String> = "RequestPayer",
}
/// `PutPublicAccessBlockRequest`
PutPublicAccessBlockRequest {
bucket: ::std::string::String = "Bucket",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
public_access_block_configuration: PublicAccessBlockConfiguration = "PublicAccessBlockConfiguration",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `QueueConfiguration`
QueueConfiguration {
id: Option<::std::string::String> = "Id",
queue_arn: ::std::string::String = "QueueArn",
events: Vec<::std::string::String> = "Events",
filter: Option<NotificationConfigurationFilter> = "Filter",
}
/// `Redirect`
Redirect {
host_name: Option<::std::string::String> = "HostName",
http_redirect_code: Option<::std::string::String> = "HttpRedirectCode",
protocol: Option<::std::string::String> = "Protocol",
replace_key_prefix_with: Option<::std::string::String> = "ReplaceKeyPrefixWith",
replace_key_with: Option<::std::string::String> = "ReplaceKeyWith",
}
/// `RedirectAllRequestsTo`
RedirectAllRequestsTo {
host_name: ::std::string::String = "HostName",
protocol: Option<::std::string::String> = "Protocol",
}
/// `ReplicaModifications`
ReplicaModifications {
status: ::std::string::String = "Status",
}
/// `ReplicationConfiguration`
ReplicationConfiguration {
role: ::std::string::String = "Role",
rules: Vec<ReplicationRule> = "Rules",
}
/// `ReplicationRule`
ReplicationRule {
id: Option<::std::string::String> = "ID",
priority: Option<i64> = "Priority",
prefix: Option<::std::string::String> = "Prefix",
filter: Option<ReplicationRuleFilter> = "Filter",
status: ::std::string::String = "Status",
source_selection_criteria: Option<SourceSelectionCriteria> = "SourceSelectionCriteria",
existing_object_replication: Option<ExistingObjectReplication> = "ExistingObjectReplication",
destination: Destination = "Destination",
delete_marker_replication: Option<DeleteMarkerReplication> = "DeleteMarkerReplication",
}
/// `ReplicationRuleAndOperator`
ReplicationRuleAndOperator {
prefix: Option<::std::string::String> = "Prefix",
tags: Option<Vec<Tag>> = "Tags",
}
/// `ReplicationRuleFilter`
ReplicationRuleFilter {
prefix: Option<::std::string::String> = "Prefix",
tag: Option<Tag> = "Tag",
and: Option<ReplicationRuleAndOperator> = "And",
}
/// `ReplicationTime`
ReplicationTime {
status: ::std::string::String = "Status",
time: ReplicationTimeValue = "Time",
}
/// `ReplicationTimeValue`
ReplicationTimeValue {
minutes: Option<i64> = "Minutes",
}
/// `RestoreStatus`
RestoreStatus {
is_restore_in_progress: Option<bool> = "IsRestoreInProgress",
restore_expiry_date: Option<crate::Timestamp> = "RestoreExpiryDate",
}
/// `RoutingRule`
RoutingRule {
condition: Option<Condition> = "Condition",
redirect: Redirect = "Redirect",
}
/// `S3KeyFilter`
S3KeyFilter {
filter_rules: Option<Vec<FilterRule>> = "FilterRules",
}
/// `ServerSideEncryptionByDefault`
ServerSideEncryptionByDefault {
sse_algorithm: ::std::string::String = "SSEAlgorithm",
kms_master_key_id: Option<::std::string::String> = "KMSMasterKeyID",
}
/// `ServerSideEncryptionConfiguration`
ServerSideEncryptionConfiguration {
rules: Vec<ServerSideEncryptionRule> = "Rules",
}
/// `ServerSideEncryptionRule`
ServerSideEncryptionRule {
apply_server_side_encryption_by_default: Option<ServerSideEncryptionByDefault> = "ApplyServerSideEncryptionByDefault",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
blocked_encryption_types: Option<BlockedEncryptionTypes> = "BlockedEncryptionTypes",
}
/// `SimplePrefix`
SimplePrefix {
}
/// `SourceSelectionCriteria`
SourceSelectionCriteria {
sse_kms_encrypted_objects: Option<SseKmsEncryptedObjects> = "SseKmsEncryptedObjects",
replica_modifications: Option<ReplicaModifications> = "ReplicaModifications",
}
/// `SseKmsEncryptedObjects`
SseKmsEncryptedObjects {
status: ::std::string::String = "Status",
}
/// `Tag`
Tag {
key: ::std::string::String = "Key",
value: ::std::string::String = "Value",
}
/// `Tagging`
Tagging {
tag_set: Vec<Tag> = "TagSet",
}
/// `TargetGrant`
TargetGrant {
grantee: Option<Grantee> = "Grantee",
permission: Option<::std::string::String> = "Permission",
}
/// `TargetObjectKeyFormat`
TargetObjectKeyFormat {
simple_prefix: Option<SimplePrefix> = "SimplePrefix",
partitioned_prefix: Option<PartitionedPrefix> = "PartitionedPrefix",
}
/// `TopicConfiguration`
TopicConfiguration {
id: Option<::std::string::String> = "Id",
topic_arn: ::std::string::String = "TopicArn",
events: Vec<::std::string::String> = "Events",
filter: Option<NotificationConfigurationFilter> = "Filter",
}
/// `Transition`
Transition {
date: Option<crate::Timestamp> = "Date",
days: Option<i64> = "Days",
storage_class: Option<::std::string::String> = "StorageClass",
}
/// `UploadPartCopyOutput`
UploadPartCopyOutput {
copy_source_version_id: Option<::std::string::String> = "CopySourceVersionId",
copy_part_result: Option<CopyPartResult> = "CopyPartResult",
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_charged: Option<::std::string::String> = "RequestCharged",
version_id: Option<::std::string::String> = "VersionId",
}
/// `UploadPartCopyRequest`
UploadPartCopyRequest {
bucket: ::std::string::String = "Bucket",
copy_source: ::std::string::String = "CopySource",
copy_source_if_match: Option<::std::string::String> = "CopySourceIfMatch",
copy_source_if_modified_since: Option<crate::Timestamp> = "CopySourceIfModifiedSince",
copy_source_if_none_match: Option<::std::string::String> = "CopySourceIfNoneMatch",
copy_source_if_unmodified_since: Option<crate::Timestamp> = "CopySourceIfUnmodifiedSince",
copy_source_range: Option<::std::string::String> = "CopySourceRange",
key: ::std::string::String = "Key",
part_number: i64 = "PartNumber",
upload_id: ::std::string::String = "UploadId",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
copy_source_sse_customer_algorithm: Option<::std::string::String> = "CopySourceSSECustomerAlgorithm",
copy_source_sse_customer_key: Option<::std::string::String> = "CopySourceSSECustomerKey",
copy_source_sse_customer_key_md5: Option<::std::string::String> = "CopySourceSSECustomerKeyMD5",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
expected_source_bucket_owner: Option<::std::string::String> = "ExpectedSourceBucketOwner",
}
/// `UploadPartOutput`
UploadPartOutput {
server_side_encryption: Option<::std::string::String> = "ServerSideEncryption",
e_tag: Option<::std::string::String> = "ETag",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
ssekms_key_id: Option<::std::string::String> = "SSEKMSKeyId",
bucket_key_enabled: Option<bool> = "BucketKeyEnabled",
request_charged: Option<::std::string::String> = "RequestCharged",
version_id: Option<::std::string::String> = "VersionId",
}
/// `UploadPartRequest`
UploadPartRequest {
body: crate::Body = "Body",
bucket: ::std::string::String = "Bucket",
content_length: Option<i64> = "ContentLength",
content_md5: Option<::std::string::String> = "ContentMD5",
checksum_algorithm: Option<::std::string::String> = "ChecksumAlgorithm",
checksum_crc32: Option<::std::string::String> = "ChecksumCRC32",
checksum_crc32_c: Option<::std::string::String> = "ChecksumCRC32C",
checksum_crc64_nvme: Option<::std::string::String> = "ChecksumCRC64NVME",
checksum_sha1: Option<::std::string::String> = "ChecksumSHA1",
checksum_sha256: Option<::std::string::String> = "ChecksumSHA256",
checksum_sha512: Option<::std::string::String> = "ChecksumSHA512",
checksum_md5: Option<::std::string::String> = "ChecksumMD5",
checksum_xxhash64: Option<::std::string::String> = "ChecksumXXHASH64",
checksum_xxhash3: Option<::std::string::String> = "ChecksumXXHASH3",
checksum_xxhash128: Option<::std::string::String> = "ChecksumXXHASH128",
key: ::std::string::String = "Key",
part_number: i64 = "PartNumber",
upload_id: ::std::string::String = "UploadId",
sse_customer_algorithm: Option<::std::string::String> = "SSECustomerAlgorithm",
sse_customer_key: Option<::std::string::String> = "SSECustomerKey",
sse_customer_key_md5: Option<::std::string::String> = "SSECustomerKeyMD5",
request_payer: Option<::std::string::String> = "RequestPayer",
expected_bucket_owner: Option<::std::string::String> = "ExpectedBucketOwner",
}
/// `VersioningConfiguration`
VersioningConfiguration {
mfa_delete: Option<::std::string::String> = "MFADelete",
status: Option<::std::string::String> = "Status",
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
    pub static AbortDate: Shape = Shape { name: "AbortDate", kind: Kind::Time(None) };
    pub static AbortIncompleteMultipartUpload: Shape = Shape {
        name: "AbortIncompleteMultipartUpload",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DaysAfterInitiation", &DaysAfterInitiation)],
            payload: None,
            union: false,
        }),
    };
    pub static AbortMultipartUploadOutput: Shape = Shape {
        name: "AbortMultipartUploadOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AbortMultipartUploadRequest: Shape = Shape {
        name: "AbortMultipartUploadRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("UploadId", &MultipartUploadId).wire("uploadId").at(Location::Query).required(),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("IfMatchInitiatedTime", &IfMatchInitiatedTime)
                    .wire("x-amz-if-match-initiated-time")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static AbortRuleId: Shape =
        Shape { name: "AbortRuleId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AcceptRanges: Shape =
        Shape { name: "AcceptRanges", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AccessControlTranslation: Shape = Shape {
        name: "AccessControlTranslation",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Owner", &OwnerOverride).required()],
            payload: None,
            union: false,
        }),
    };
    pub static AccessPointAlias: Shape = Shape { name: "AccessPointAlias", kind: Kind::Bool };
    pub static AccountId: Shape =
        Shape { name: "AccountId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AllowedHeader: Shape =
        Shape { name: "AllowedHeader", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AllowedHeaders: Shape = Shape {
        name: "AllowedHeaders",
        kind: Kind::List {
            member: Member::new("member", &AllowedHeader),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static AllowedMethod: Shape =
        Shape { name: "AllowedMethod", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AllowedMethods: Shape = Shape {
        name: "AllowedMethods",
        kind: Kind::List {
            member: Member::new("member", &AllowedMethod),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static AllowedOrigin: Shape =
        Shape { name: "AllowedOrigin", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static AllowedOrigins: Shape = Shape {
        name: "AllowedOrigins",
        kind: Kind::List {
            member: Member::new("member", &AllowedOrigin),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static AnnotationDirective: Shape = Shape {
        name: "AnnotationDirective",
        kind: Kind::Str { values: &["COPY", "EXCLUDE"], pattern: "", range: Range::ANY },
    };
    pub static ArchiveStatus: Shape = Shape {
        name: "ArchiveStatus",
        kind: Kind::Str {
            values: &["ARCHIVE_ACCESS", "DEEP_ARCHIVE_ACCESS"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static BlockedEncryptionTypes: Shape = Shape {
        name: "BlockedEncryptionTypes",
        kind: Kind::Structure(Structure {
            members: &[Member::new("EncryptionType", &EncryptionTypeList)],
            payload: None,
            union: false,
        }),
    };
    pub static Body: Shape = Shape { name: "Body", kind: Kind::Blob(Range::ANY) };
    pub static Bucket: Shape = Shape {
        name: "Bucket",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Name", &BucketName),
                Member::new("CreationDate", &CreationDate),
                Member::new("BucketRegion", &BucketRegion),
                Member::new("BucketArn", &S3RegionalOrS3ExpressBucketArnString),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static BucketAccelerateStatus: Shape = Shape {
        name: "BucketAccelerateStatus",
        kind: Kind::Str { values: &["Enabled", "Suspended"], pattern: "", range: Range::ANY },
    };
    pub static BucketCannedACL: Shape = Shape {
        name: "BucketCannedACL",
        kind: Kind::Str {
            values: &["private", "public-read", "public-read-write", "authenticated-read"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static BucketInfo: Shape = Shape {
        name: "BucketInfo",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DataRedundancy", &DataRedundancy), Member::new("Type", &BucketType)],
            payload: None,
            union: false,
        }),
    };
    pub static BucketKeyEnabled: Shape = Shape { name: "BucketKeyEnabled", kind: Kind::Bool };
    pub static BucketLocationConstraint: Shape = Shape {
        name: "BucketLocationConstraint",
        kind: Kind::Str {
            values: &[
                "af-south-1",
                "ap-east-1",
                "ap-east-2",
                "ap-northeast-1",
                "ap-northeast-2",
                "ap-northeast-3",
                "ap-south-1",
                "ap-south-2",
                "ap-southeast-1",
                "ap-southeast-2",
                "ap-southeast-3",
                "ap-southeast-4",
                "ap-southeast-5",
                "ap-southeast-6",
                "ap-southeast-7",
                "ca-central-1",
                "ca-west-1",
                "cn-north-1",
                "cn-northwest-1",
                "EU",
                "eu-central-1",
                "eu-central-2",
                "eu-north-1",
                "eu-south-1",
                "eu-south-2",
                "eu-west-1",
                "eu-west-2",
                "eu-west-3",
                "il-central-1",
                "me-central-1",
                "me-south-1",
                "mx-central-1",
                "sa-east-1",
                "us-east-2",
                "us-gov-east-1",
                "us-gov-west-1",
                "us-west-1",
                "us-west-2",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static BucketLocationName: Shape =
        Shape { name: "BucketLocationName", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static BucketLogsPermission: Shape = Shape {
        name: "BucketLogsPermission",
        kind: Kind::Str { values: &["FULL_CONTROL", "READ", "WRITE"], pattern: "", range: Range::ANY },
    };
    pub static BucketName: Shape =
        Shape { name: "BucketName", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static BucketNamespace: Shape = Shape {
        name: "BucketNamespace",
        kind: Kind::Str { values: &["account-regional", "global"], pattern: "", range: Range::ANY },
    };
    pub static BucketRegion: Shape =
        Shape { name: "BucketRegion", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static BucketType: Shape = Shape {
        name: "BucketType",
        kind: Kind::Str { values: &["Directory"], pattern: "", range: Range::ANY },
    };
    pub static BucketVersioningStatus: Shape = Shape {
        name: "BucketVersioningStatus",
        kind: Kind::Str { values: &["Enabled", "Suspended"], pattern: "", range: Range::ANY },
    };
    pub static Buckets: Shape = Shape {
        name: "Buckets",
        kind: Kind::List {
            member: Member::new("member", &Bucket).wire("Bucket"),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static BypassGovernanceRetention: Shape =
        Shape { name: "BypassGovernanceRetention", kind: Kind::Bool };
    pub static CORSRule: Shape = Shape {
        name: "CORSRule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ID", &ID),
                Member::new("AllowedHeaders", &AllowedHeaders).wire("AllowedHeader"),
                Member::new("AllowedMethods", &AllowedMethods).wire("AllowedMethod").required(),
                Member::new("AllowedOrigins", &AllowedOrigins).wire("AllowedOrigin").required(),
                Member::new("ExposeHeaders", &ExposeHeaders).wire("ExposeHeader"),
                Member::new("MaxAgeSeconds", &MaxAgeSeconds),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CORSRules: Shape = Shape {
        name: "CORSRules",
        kind: Kind::List { member: Member::new("member", &CORSRule), flattened: true, range: Range::ANY },
    };
    pub static CacheControl: Shape =
        Shape { name: "CacheControl", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Checksum: Shape = Shape {
        name: "Checksum",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
                Member::new("ChecksumType", &ChecksumType),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ChecksumAlgorithm: Shape = Shape {
        name: "ChecksumAlgorithm",
        kind: Kind::Str {
            values: &[
                "CRC32",
                "CRC32C",
                "SHA1",
                "SHA256",
                "CRC64NVME",
                "SHA512",
                "MD5",
                "XXHASH64",
                "XXHASH3",
                "XXHASH128",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ChecksumAlgorithmList: Shape = Shape {
        name: "ChecksumAlgorithmList",
        kind: Kind::List {
            member: Member::new("member", &ChecksumAlgorithm),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static ChecksumCRC32: Shape =
        Shape { name: "ChecksumCRC32", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumCRC32C: Shape =
        Shape { name: "ChecksumCRC32C", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumCRC64NVME: Shape =
        Shape { name: "ChecksumCRC64NVME", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumMD5: Shape =
        Shape { name: "ChecksumMD5", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumMode: Shape = Shape {
        name: "ChecksumMode",
        kind: Kind::Str { values: &["ENABLED"], pattern: "", range: Range::ANY },
    };
    pub static ChecksumSHA1: Shape =
        Shape { name: "ChecksumSHA1", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumSHA256: Shape =
        Shape { name: "ChecksumSHA256", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumSHA512: Shape =
        Shape { name: "ChecksumSHA512", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumType: Shape = Shape {
        name: "ChecksumType",
        kind: Kind::Str { values: &["COMPOSITE", "FULL_OBJECT"], pattern: "", range: Range::ANY },
    };
    pub static ChecksumXXHASH128: Shape =
        Shape { name: "ChecksumXXHASH128", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumXXHASH3: Shape =
        Shape { name: "ChecksumXXHASH3", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ChecksumXXHASH64: Shape =
        Shape { name: "ChecksumXXHASH64", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Code: Shape =
        Shape { name: "Code", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static CommonPrefix: Shape = Shape {
        name: "CommonPrefix",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Prefix", &Prefix)],
            payload: None,
            union: false,
        }),
    };
    pub static CommonPrefixList: Shape = Shape {
        name: "CommonPrefixList",
        kind: Kind::List { member: Member::new("member", &CommonPrefix), flattened: true, range: Range::ANY },
    };
    pub static CompleteMultipartUploadOutput: Shape = Shape {
        name: "CompleteMultipartUploadOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Location", &Location),
                Member::new("Bucket", &BucketName),
                Member::new("Key", &ObjectKey),
                Member::new("Expiration", &Expiration).wire("x-amz-expiration").at(Location::Header),
                Member::new("ETag", &ETag),
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
                Member::new("ChecksumType", &ChecksumType),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CompleteMultipartUploadRequest: Shape = Shape {
        name: "CompleteMultipartUploadRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("MultipartUpload", &CompletedMultipartUpload)
                    .wire("CompleteMultipartUpload")
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("UploadId", &MultipartUploadId).wire("uploadId").at(Location::Query).required(),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("ChecksumType", &ChecksumType).wire("x-amz-checksum-type").at(Location::Header),
                Member::new("MpuObjectSize", &MpuObjectSize)
                    .wire("x-amz-mp-object-size")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("IfMatch", &IfMatch).wire("If-Match").at(Location::Header),
                Member::new("IfNoneMatch", &IfNoneMatch).wire("If-None-Match").at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
            ],
            payload: Some("MultipartUpload"),
            union: false,
        }),
    };
    pub static CompletedMultipartUpload: Shape = Shape {
        name: "CompletedMultipartUpload",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Parts", &CompletedPartList).wire("Part")],
            payload: None,
            union: false,
        }),
    };
    pub static CompletedPart: Shape = Shape {
        name: "CompletedPart",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ETag", &ETag),
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
                Member::new("PartNumber", &PartNumber),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CompletedPartList: Shape = Shape {
        name: "CompletedPartList",
        kind: Kind::List {
            member: Member::new("member", &CompletedPart),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Condition: Shape = Shape {
        name: "Condition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("HttpErrorCodeReturnedEquals", &HttpErrorCodeReturnedEquals),
                Member::new("KeyPrefixEquals", &KeyPrefixEquals),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ConfirmRemoveSelfBucketAccess: Shape =
        Shape { name: "ConfirmRemoveSelfBucketAccess", kind: Kind::Bool };
    pub static ContentDisposition: Shape =
        Shape { name: "ContentDisposition", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ContentEncoding: Shape =
        Shape { name: "ContentEncoding", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ContentLanguage: Shape =
        Shape { name: "ContentLanguage", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ContentLength: Shape = Shape { name: "ContentLength", kind: Kind::Int(Range::ANY) };
    pub static ContentMD5: Shape =
        Shape { name: "ContentMD5", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ContentRange: Shape =
        Shape { name: "ContentRange", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ContentType: Shape =
        Shape { name: "ContentType", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static CopyObjectOutput: Shape = Shape {
        name: "CopyObjectOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CopyObjectResult", &CopyObjectResult),
                Member::new("Expiration", &Expiration).wire("x-amz-expiration").at(Location::Header),
                Member::new("CopySourceVersionId", &CopySourceVersionId)
                    .wire("x-amz-copy-source-version-id")
                    .at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("SSEKMSEncryptionContext", &SSEKMSEncryptionContext)
                    .wire("x-amz-server-side-encryption-context")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: Some("CopyObjectResult"),
            union: false,
        }),
    };
    pub static CopyObjectRequest: Shape = Shape {
        name: "CopyObjectRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ACL", &ObjectCannedACL).wire("x-amz-acl").at(Location::Header),
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("CacheControl", &CacheControl).wire("Cache-Control").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ContentDisposition", &ContentDisposition)
                    .wire("Content-Disposition")
                    .at(Location::Header),
                Member::new("ContentEncoding", &ContentEncoding)
                    .wire("Content-Encoding")
                    .at(Location::Header),
                Member::new("ContentLanguage", &ContentLanguage)
                    .wire("Content-Language")
                    .at(Location::Header),
                Member::new("ContentType", &ContentType).wire("Content-Type").at(Location::Header),
                Member::new("CopySource", &CopySource)
                    .wire("x-amz-copy-source")
                    .at(Location::Header)
                    .required(),
                Member::new("CopySourceIfMatch", &CopySourceIfMatch)
                    .wire("x-amz-copy-source-if-match")
                    .at(Location::Header),
                Member::new("CopySourceIfModifiedSince", &CopySourceIfModifiedSince)
                    .wire("x-amz-copy-source-if-modified-since")
                    .at(Location::Header),
                Member::new("CopySourceIfNoneMatch", &CopySourceIfNoneMatch)
                    .wire("x-amz-copy-source-if-none-match")
                    .at(Location::Header),
                Member::new("CopySourceIfUnmodifiedSince", &CopySourceIfUnmodifiedSince)
                    .wire("x-amz-copy-source-if-unmodified-since")
                    .at(Location::Header),
                Member::new("Expires", &Expires).at(Location::Header),
                Member::new("GrantFullControl", &GrantFullControl)
                    .wire("x-amz-grant-full-control")
                    .at(Location::Header),
                Member::new("GrantRead", &GrantRead).wire("x-amz-grant-read").at(Location::Header),
                Member::new("GrantReadACP", &GrantReadACP).wire("x-amz-grant-read-acp").at(Location::Header),
                Member::new("GrantWriteACP", &GrantWriteACP)
                    .wire("x-amz-grant-write-acp")
                    .at(Location::Header),
                Member::new("IfMatch", &IfMatch).wire("If-Match").at(Location::Header),
                Member::new("IfNoneMatch", &IfNoneMatch).wire("If-None-Match").at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("Metadata", &Metadata).wire("x-amz-meta-").at(Location::Headers),
                Member::new("MetadataDirective", &MetadataDirective)
                    .wire("x-amz-metadata-directive")
                    .at(Location::Header),
                Member::new("TaggingDirective", &TaggingDirective)
                    .wire("x-amz-tagging-directive")
                    .at(Location::Header),
                Member::new("AnnotationDirective", &AnnotationDirective)
                    .wire("x-amz-object-annotation-directive")
                    .at(Location::Header),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("StorageClass", &StorageClass).wire("x-amz-storage-class").at(Location::Header),
                Member::new("WebsiteRedirectLocation", &WebsiteRedirectLocation)
                    .wire("x-amz-website-redirect-location")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("SSEKMSEncryptionContext", &SSEKMSEncryptionContext)
                    .wire("x-amz-server-side-encryption-context")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("CopySourceSSECustomerAlgorithm", &CopySourceSSECustomerAlgorithm)
                    .wire("x-amz-copy-source-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("CopySourceSSECustomerKey", &CopySourceSSECustomerKey)
                    .wire("x-amz-copy-source-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("CopySourceSSECustomerKeyMD5", &CopySourceSSECustomerKeyMD5)
                    .wire("x-amz-copy-source-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("Tagging", &TaggingHeader).wire("x-amz-tagging").at(Location::Header),
                Member::new("ObjectLockMode", &ObjectLockMode)
                    .wire("x-amz-object-lock-mode")
                    .at(Location::Header),
                Member::new("ObjectLockRetainUntilDate", &ObjectLockRetainUntilDate)
                    .wire("x-amz-object-lock-retain-until-date")
                    .at(Location::Header),
                Member::new("ObjectLockLegalHoldStatus", &ObjectLockLegalHoldStatus)
                    .wire("x-amz-object-lock-legal-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHold", &ObjectLockEventHold)
                    .wire("x-amz-object-lock-event-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationDays", &ObjectLockEventHoldDurationDays)
                    .wire("x-amz-object-lock-event-hold-duration-days")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationYears", &ObjectLockEventHoldDurationYears)
                    .wire("x-amz-object-lock-event-hold-duration-years")
                    .at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ExpectedSourceBucketOwner", &AccountId)
                    .wire("x-amz-source-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CopyObjectResult: Shape = Shape {
        name: "CopyObjectResult",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ETag", &ETag),
                Member::new("LastModified", &LastModified),
                Member::new("ChecksumType", &ChecksumType),
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CopyPartResult: Shape = Shape {
        name: "CopyPartResult",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ETag", &ETag),
                Member::new("LastModified", &LastModified),
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CopySource: Shape = Shape {
        name: "CopySource",
        kind: Kind::Str { values: &[], pattern: "\\/?.+\\/.+", range: Range::ANY },
    };
    pub static CopySourceIfMatch: Shape =
        Shape { name: "CopySourceIfMatch", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static CopySourceIfModifiedSince: Shape =
        Shape { name: "CopySourceIfModifiedSince", kind: Kind::Time(None) };
    pub static CopySourceIfNoneMatch: Shape = Shape {
        name: "CopySourceIfNoneMatch",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static CopySourceIfUnmodifiedSince: Shape =
        Shape { name: "CopySourceIfUnmodifiedSince", kind: Kind::Time(None) };
    pub static CopySourceRange: Shape =
        Shape { name: "CopySourceRange", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static CopySourceSSECustomerAlgorithm: Shape = Shape {
        name: "CopySourceSSECustomerAlgorithm",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static CopySourceSSECustomerKey: Shape = Shape {
        name: "CopySourceSSECustomerKey",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static CopySourceSSECustomerKeyMD5: Shape = Shape {
        name: "CopySourceSSECustomerKeyMD5",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static CopySourceVersionId: Shape = Shape {
        name: "CopySourceVersionId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static CreateBucketConfiguration: Shape = Shape {
        name: "CreateBucketConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("LocationConstraint", &BucketLocationConstraint),
                Member::new("Location", &LocationInfo),
                Member::new("Bucket", &BucketInfo),
                Member::new("Tags", &TagSet),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateBucketOutput: Shape = Shape {
        name: "CreateBucketOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Location", &Location).at(Location::Header),
                Member::new("BucketArn", &S3RegionalOrS3ExpressBucketArnString)
                    .wire("x-amz-bucket-arn")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateBucketRequest: Shape = Shape {
        name: "CreateBucketRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ACL", &BucketCannedACL).wire("x-amz-acl").at(Location::Header),
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("CreateBucketConfiguration", &CreateBucketConfiguration)
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("GrantFullControl", &GrantFullControl)
                    .wire("x-amz-grant-full-control")
                    .at(Location::Header),
                Member::new("GrantRead", &GrantRead).wire("x-amz-grant-read").at(Location::Header),
                Member::new("GrantReadACP", &GrantReadACP).wire("x-amz-grant-read-acp").at(Location::Header),
                Member::new("GrantWrite", &GrantWrite).wire("x-amz-grant-write").at(Location::Header),
                Member::new("GrantWriteACP", &GrantWriteACP)
                    .wire("x-amz-grant-write-acp")
                    .at(Location::Header),
                Member::new("ObjectLockEnabledForBucket", &ObjectLockEnabledForBucket)
                    .wire("x-amz-bucket-object-lock-enabled")
                    .at(Location::Header),
                Member::new("ObjectOwnership", &ObjectOwnership)
                    .wire("x-amz-object-ownership")
                    .at(Location::Header),
                Member::new("BucketNamespace", &BucketNamespace)
                    .wire("x-amz-bucket-namespace")
                    .at(Location::Header),
            ],
            payload: Some("CreateBucketConfiguration"),
            union: false,
        }),
    };
    pub static CreateMultipartUploadOutput: Shape = Shape {
        name: "CreateMultipartUploadOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AbortDate", &AbortDate).wire("x-amz-abort-date").at(Location::Header),
                Member::new("AbortRuleId", &AbortRuleId).wire("x-amz-abort-rule-id").at(Location::Header),
                Member::new("Bucket", &BucketName),
                Member::new("Key", &ObjectKey),
                Member::new("UploadId", &MultipartUploadId),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("SSEKMSEncryptionContext", &SSEKMSEncryptionContext)
                    .wire("x-amz-server-side-encryption-context")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ChecksumType", &ChecksumType).wire("x-amz-checksum-type").at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreateMultipartUploadRequest: Shape = Shape {
        name: "CreateMultipartUploadRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ACL", &ObjectCannedACL).wire("x-amz-acl").at(Location::Header),
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("CacheControl", &CacheControl).wire("Cache-Control").at(Location::Header),
                Member::new("ContentDisposition", &ContentDisposition)
                    .wire("Content-Disposition")
                    .at(Location::Header),
                Member::new("ContentEncoding", &ContentEncoding)
                    .wire("Content-Encoding")
                    .at(Location::Header),
                Member::new("ContentLanguage", &ContentLanguage)
                    .wire("Content-Language")
                    .at(Location::Header),
                Member::new("ContentType", &ContentType).wire("Content-Type").at(Location::Header),
                Member::new("Expires", &Expires).at(Location::Header),
                Member::new("GrantFullControl", &GrantFullControl)
                    .wire("x-amz-grant-full-control")
                    .at(Location::Header),
                Member::new("GrantRead", &GrantRead).wire("x-amz-grant-read").at(Location::Header),
                Member::new("GrantReadACP", &GrantReadACP).wire("x-amz-grant-read-acp").at(Location::Header),
                Member::new("GrantWriteACP", &GrantWriteACP)
                    .wire("x-amz-grant-write-acp")
                    .at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("Metadata", &Metadata).wire("x-amz-meta-").at(Location::Headers),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("StorageClass", &StorageClass).wire("x-amz-storage-class").at(Location::Header),
                Member::new("WebsiteRedirectLocation", &WebsiteRedirectLocation)
                    .wire("x-amz-website-redirect-location")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("SSEKMSEncryptionContext", &SSEKMSEncryptionContext)
                    .wire("x-amz-server-side-encryption-context")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("Tagging", &TaggingHeader).wire("x-amz-tagging").at(Location::Header),
                Member::new("ObjectLockMode", &ObjectLockMode)
                    .wire("x-amz-object-lock-mode")
                    .at(Location::Header),
                Member::new("ObjectLockRetainUntilDate", &ObjectLockRetainUntilDate)
                    .wire("x-amz-object-lock-retain-until-date")
                    .at(Location::Header),
                Member::new("ObjectLockLegalHoldStatus", &ObjectLockLegalHoldStatus)
                    .wire("x-amz-object-lock-legal-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHold", &ObjectLockEventHold)
                    .wire("x-amz-object-lock-event-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationDays", &ObjectLockEventHoldDurationDays)
                    .wire("x-amz-object-lock-event-hold-duration-days")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationYears", &ObjectLockEventHoldDurationYears)
                    .wire("x-amz-object-lock-event-hold-duration-years")
                    .at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ChecksumType", &ChecksumType).wire("x-amz-checksum-type").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static CreationDate: Shape = Shape { name: "CreationDate", kind: Kind::Time(None) };
    pub static DataRedundancy: Shape = Shape {
        name: "DataRedundancy",
        kind: Kind::Str {
            values: &["SingleAvailabilityZone", "SingleLocalZone"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Date: Shape = Shape { name: "Date", kind: Kind::Time(Some(TimeFormat::Iso8601)) };
    pub static Days: Shape = Shape { name: "Days", kind: Kind::Int(Range::ANY) };
    pub static DaysAfterInitiation: Shape =
        Shape { name: "DaysAfterInitiation", kind: Kind::Int(Range::ANY) };
    pub static DefaultRetention: Shape = Shape {
        name: "DefaultRetention",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Mode", &ObjectLockRetentionMode),
                Member::new("Days", &Days),
                Member::new("Years", &Years),
                Member::new("DefaultEventHold", &EventHoldDuration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Delete: Shape = Shape {
        name: "Delete",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Objects", &ObjectIdentifierList).wire("Object").required(),
                Member::new("Quiet", &Quiet),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteBucketEncryptionRequest: Shape = Shape {
        name: "DeleteBucketEncryptionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteBucketOwnershipControlsRequest: Shape = Shape {
        name: "DeleteBucketOwnershipControlsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteBucketPolicyRequest: Shape = Shape {
        name: "DeleteBucketPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteBucketRequest: Shape = Shape {
        name: "DeleteBucketRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteBucketTaggingRequest: Shape = Shape {
        name: "DeleteBucketTaggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteMarker: Shape = Shape { name: "DeleteMarker", kind: Kind::Bool };
    pub static DeleteMarkerEntry: Shape = Shape {
        name: "DeleteMarkerEntry",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Owner", &Owner),
                Member::new("Key", &ObjectKey),
                Member::new("VersionId", &ObjectVersionId),
                Member::new("IsLatest", &IsLatest),
                Member::new("LastModified", &LastModified),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteMarkerReplication: Shape = Shape {
        name: "DeleteMarkerReplication",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Status", &DeleteMarkerReplicationStatus)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteMarkerReplicationStatus: Shape = Shape {
        name: "DeleteMarkerReplicationStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static DeleteMarkerVersionId: Shape = Shape {
        name: "DeleteMarkerVersionId",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static DeleteMarkers: Shape = Shape {
        name: "DeleteMarkers",
        kind: Kind::List {
            member: Member::new("member", &DeleteMarkerEntry),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static DeleteObjectOutput: Shape = Shape {
        name: "DeleteObjectOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DeleteMarker", &DeleteMarker).wire("x-amz-delete-marker").at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteObjectRequest: Shape = Shape {
        name: "DeleteObjectRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("MFA", &MFA).wire("x-amz-mfa").at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("BypassGovernanceRetention", &BypassGovernanceRetention)
                    .wire("x-amz-bypass-governance-retention")
                    .at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("IfMatch", &IfMatch).wire("If-Match").at(Location::Header),
                Member::new("IfMatchLastModifiedTime", &IfMatchLastModifiedTime)
                    .wire("x-amz-if-match-last-modified-time")
                    .at(Location::Header),
                Member::new("IfMatchSize", &IfMatchSize).wire("x-amz-if-match-size").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteObjectTaggingOutput: Shape = Shape {
        name: "DeleteObjectTaggingOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("VersionId", &ObjectVersionId)
                .wire("x-amz-version-id")
                .at(Location::Header)],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteObjectTaggingRequest: Shape = Shape {
        name: "DeleteObjectTaggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteObjectsOutput: Shape = Shape {
        name: "DeleteObjectsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Deleted", &DeletedObjects),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("Errors", &Errors).wire("Error"),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeleteObjectsRequest: Shape = Shape {
        name: "DeleteObjectsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Delete", &Delete)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("MFA", &MFA).wire("x-amz-mfa").at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("BypassGovernanceRetention", &BypassGovernanceRetention)
                    .wire("x-amz-bypass-governance-retention")
                    .at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
            ],
            payload: Some("Delete"),
            union: false,
        }),
    };
    pub static DeletePublicAccessBlockRequest: Shape = Shape {
        name: "DeletePublicAccessBlockRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeletedObject: Shape = Shape {
        name: "DeletedObject",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &ObjectKey),
                Member::new("VersionId", &ObjectVersionId),
                Member::new("DeleteMarker", &DeleteMarker),
                Member::new("DeleteMarkerVersionId", &DeleteMarkerVersionId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DeletedObjects: Shape = Shape {
        name: "DeletedObjects",
        kind: Kind::List {
            member: Member::new("member", &DeletedObject),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Delimiter: Shape =
        Shape { name: "Delimiter", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Destination: Shape = Shape {
        name: "Destination",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).required(),
                Member::new("Account", &AccountId),
                Member::new("StorageClass", &StorageClass),
                Member::new("AccessControlTranslation", &AccessControlTranslation),
                Member::new("EncryptionConfiguration", &EncryptionConfiguration),
                Member::new("ReplicationTime", &ReplicationTime),
                Member::new("Metrics", &Metrics),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static DisplayName: Shape =
        Shape { name: "DisplayName", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ETag: Shape =
        Shape { name: "ETag", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static EmailAddress: Shape =
        Shape { name: "EmailAddress", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static EncodingType: Shape =
        Shape { name: "EncodingType", kind: Kind::Str { values: &["url"], pattern: "", range: Range::ANY } };
    pub static EncryptionConfiguration: Shape = Shape {
        name: "EncryptionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ReplicaKmsKeyID", &ReplicaKmsKeyID)],
            payload: None,
            union: false,
        }),
    };
    pub static EncryptionType: Shape = Shape {
        name: "EncryptionType",
        kind: Kind::Str { values: &["NONE", "SSE-C"], pattern: "", range: Range::ANY },
    };
    pub static EncryptionTypeList: Shape = Shape {
        name: "EncryptionTypeList",
        kind: Kind::List {
            member: Member::new("member", &EncryptionType).wire("EncryptionType"),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Error: Shape = Shape {
        name: "Error",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &ObjectKey),
                Member::new("VersionId", &ObjectVersionId),
                Member::new("Code", &Code),
                Member::new("Message", &Message),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ErrorDocument: Shape = Shape {
        name: "ErrorDocument",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Key", &ObjectKey).required()],
            payload: None,
            union: false,
        }),
    };
    pub static Errors: Shape = Shape {
        name: "Errors",
        kind: Kind::List { member: Member::new("member", &Error), flattened: true, range: Range::ANY },
    };
    pub static Event: Shape = Shape {
        name: "Event",
        kind: Kind::Str {
            values: &[
                "s3:ReducedRedundancyLostObject",
                "s3:ObjectCreated:*",
                "s3:ObjectCreated:Put",
                "s3:ObjectCreated:Post",
                "s3:ObjectCreated:Copy",
                "s3:ObjectCreated:CompleteMultipartUpload",
                "s3:ObjectRemoved:*",
                "s3:ObjectRemoved:Delete",
                "s3:ObjectRemoved:DeleteMarkerCreated",
                "s3:ObjectRestore:*",
                "s3:ObjectRestore:Post",
                "s3:ObjectRestore:Completed",
                "s3:Replication:*",
                "s3:Replication:OperationFailedReplication",
                "s3:Replication:OperationNotTracked",
                "s3:Replication:OperationMissedThreshold",
                "s3:Replication:OperationReplicatedAfterThreshold",
                "s3:ObjectRestore:Delete",
                "s3:LifecycleTransition",
                "s3:IntelligentTiering",
                "s3:ObjectAcl:Put",
                "s3:LifecycleExpiration:*",
                "s3:LifecycleExpiration:Delete",
                "s3:LifecycleExpiration:DeleteMarkerCreated",
                "s3:ObjectTagging:*",
                "s3:ObjectTagging:Put",
                "s3:ObjectTagging:Delete",
                "s3:ObjectAnnotation:*",
                "s3:ObjectAnnotation:Put",
                "s3:ObjectAnnotation:Delete",
                "s3:ObjectRetention:Put",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static EventBridgeConfiguration: Shape = Shape {
        name: "EventBridgeConfiguration",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static EventHoldDuration: Shape = Shape {
        name: "EventHoldDuration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Days", &Days), Member::new("Years", &Years)],
            payload: None,
            union: false,
        }),
    };
    pub static EventList: Shape = Shape {
        name: "EventList",
        kind: Kind::List { member: Member::new("member", &Event), flattened: true, range: Range::ANY },
    };
    pub static ExistingObjectReplication: Shape = Shape {
        name: "ExistingObjectReplication",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Status", &ExistingObjectReplicationStatus).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ExistingObjectReplicationStatus: Shape = Shape {
        name: "ExistingObjectReplicationStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static Expiration: Shape =
        Shape { name: "Expiration", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ExpirationStatus: Shape = Shape {
        name: "ExpirationStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static ExpiredObjectDeleteMarker: Shape =
        Shape { name: "ExpiredObjectDeleteMarker", kind: Kind::Bool };
    pub static Expires: Shape =
        Shape { name: "Expires", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ExposeHeader: Shape =
        Shape { name: "ExposeHeader", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ExposeHeaders: Shape = Shape {
        name: "ExposeHeaders",
        kind: Kind::List { member: Member::new("member", &ExposeHeader), flattened: true, range: Range::ANY },
    };
    pub static FetchOwner: Shape = Shape { name: "FetchOwner", kind: Kind::Bool };
    pub static FilterRule: Shape = Shape {
        name: "FilterRule",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Name", &FilterRuleName), Member::new("Value", &FilterRuleValue)],
            payload: None,
            union: false,
        }),
    };
    pub static FilterRuleList: Shape = Shape {
        name: "FilterRuleList",
        kind: Kind::List { member: Member::new("member", &FilterRule), flattened: true, range: Range::ANY },
    };
    pub static FilterRuleName: Shape = Shape {
        name: "FilterRuleName",
        kind: Kind::Str { values: &["prefix", "suffix"], pattern: "", range: Range::ANY },
    };
    pub static FilterRuleValue: Shape =
        Shape { name: "FilterRuleValue", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static GetBucketAccelerateConfigurationOutput: Shape = Shape {
        name: "GetBucketAccelerateConfigurationOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &BucketAccelerateStatus),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketAccelerateConfigurationRequest: Shape = Shape {
        name: "GetBucketAccelerateConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketAclOutput: Shape = Shape {
        name: "GetBucketAclOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Owner", &Owner),
                Member::new("Grants", &Grants).wire("AccessControlList"),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketAclRequest: Shape = Shape {
        name: "GetBucketAclRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketCorsOutput: Shape = Shape {
        name: "GetBucketCorsOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("CORSRules", &CORSRules).wire("CORSRule")],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketCorsRequest: Shape = Shape {
        name: "GetBucketCorsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketEncryptionOutput: Shape = Shape {
        name: "GetBucketEncryptionOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ServerSideEncryptionConfiguration", &ServerSideEncryptionConfiguration)],
            payload: Some("ServerSideEncryptionConfiguration"),
            union: false,
        }),
    };
    pub static GetBucketEncryptionRequest: Shape = Shape {
        name: "GetBucketEncryptionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketLifecycleConfigurationOutput: Shape = Shape {
        name: "GetBucketLifecycleConfigurationOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Rules", &LifecycleRules).wire("Rule"),
                Member::new("TransitionDefaultMinimumObjectSize", &TransitionDefaultMinimumObjectSize)
                    .wire("x-amz-transition-default-minimum-object-size")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketLifecycleConfigurationRequest: Shape = Shape {
        name: "GetBucketLifecycleConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketLocationOutput: Shape = Shape {
        name: "GetBucketLocationOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("LocationConstraint", &BucketLocationConstraint)],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketLocationRequest: Shape = Shape {
        name: "GetBucketLocationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketLoggingOutput: Shape = Shape {
        name: "GetBucketLoggingOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("LoggingEnabled", &LoggingEnabled)],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketLoggingRequest: Shape = Shape {
        name: "GetBucketLoggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketNotificationConfigurationRequest: Shape = Shape {
        name: "GetBucketNotificationConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketOwnershipControlsOutput: Shape = Shape {
        name: "GetBucketOwnershipControlsOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("OwnershipControls", &OwnershipControls)],
            payload: Some("OwnershipControls"),
            union: false,
        }),
    };
    pub static GetBucketOwnershipControlsRequest: Shape = Shape {
        name: "GetBucketOwnershipControlsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketPolicyOutput: Shape = Shape {
        name: "GetBucketPolicyOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Policy", &Policy)],
            payload: Some("Policy"),
            union: false,
        }),
    };
    pub static GetBucketPolicyRequest: Shape = Shape {
        name: "GetBucketPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketReplicationOutput: Shape = Shape {
        name: "GetBucketReplicationOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ReplicationConfiguration", &ReplicationConfiguration)],
            payload: Some("ReplicationConfiguration"),
            union: false,
        }),
    };
    pub static GetBucketReplicationRequest: Shape = Shape {
        name: "GetBucketReplicationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketRequestPaymentOutput: Shape = Shape {
        name: "GetBucketRequestPaymentOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Payer", &Payer)],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketRequestPaymentRequest: Shape = Shape {
        name: "GetBucketRequestPaymentRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketTaggingOutput: Shape = Shape {
        name: "GetBucketTaggingOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TagSet", &TagSet).required()],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketTaggingRequest: Shape = Shape {
        name: "GetBucketTaggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketVersioningOutput: Shape = Shape {
        name: "GetBucketVersioningOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &BucketVersioningStatus),
                Member::new("MFADelete", &MFADeleteStatus).wire("MfaDelete"),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketVersioningRequest: Shape = Shape {
        name: "GetBucketVersioningRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketWebsiteOutput: Shape = Shape {
        name: "GetBucketWebsiteOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("RedirectAllRequestsTo", &RedirectAllRequestsTo),
                Member::new("IndexDocument", &IndexDocument),
                Member::new("ErrorDocument", &ErrorDocument),
                Member::new("RoutingRules", &RoutingRules),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetBucketWebsiteRequest: Shape = Shape {
        name: "GetBucketWebsiteRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectAttributesOutput: Shape = Shape {
        name: "GetObjectAttributesOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DeleteMarker", &DeleteMarker).wire("x-amz-delete-marker").at(Location::Header),
                Member::new("LastModified", &LastModified).wire("Last-Modified").at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("ETag", &ETag),
                Member::new("Checksum", &Checksum),
                Member::new("ObjectParts", &GetObjectAttributesParts),
                Member::new("StorageClass", &StorageClass),
                Member::new("ObjectSize", &ObjectSize),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectAttributesParts: Shape = Shape {
        name: "GetObjectAttributesParts",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TotalPartsCount", &PartsCount).wire("PartsCount"),
                Member::new("PartNumberMarker", &PartNumberMarker),
                Member::new("NextPartNumberMarker", &NextPartNumberMarker),
                Member::new("MaxParts", &MaxParts),
                Member::new("IsTruncated", &IsTruncated),
                Member::new("Parts", &PartsList).wire("Part"),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectAttributesRequest: Shape = Shape {
        name: "GetObjectAttributesRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("MaxParts", &MaxParts).wire("x-amz-max-parts").at(Location::Header),
                Member::new("PartNumberMarker", &PartNumberMarker)
                    .wire("x-amz-part-number-marker")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ObjectAttributes", &ObjectAttributesList)
                    .wire("x-amz-object-attributes")
                    .at(Location::Header)
                    .required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectLockConfigurationOutput: Shape = Shape {
        name: "GetObjectLockConfigurationOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ObjectLockConfiguration", &ObjectLockConfiguration)],
            payload: Some("ObjectLockConfiguration"),
            union: false,
        }),
    };
    pub static GetObjectLockConfigurationRequest: Shape = Shape {
        name: "GetObjectLockConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectOutput: Shape = Shape {
        name: "GetObjectOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Body", &Body).streaming(),
                Member::new("DeleteMarker", &DeleteMarker).wire("x-amz-delete-marker").at(Location::Header),
                Member::new("AcceptRanges", &AcceptRanges).wire("accept-ranges").at(Location::Header),
                Member::new("Expiration", &Expiration).wire("x-amz-expiration").at(Location::Header),
                Member::new("Restore", &Restore).wire("x-amz-restore").at(Location::Header),
                Member::new("LastModified", &LastModified).wire("Last-Modified").at(Location::Header),
                Member::new("ContentLength", &ContentLength).wire("Content-Length").at(Location::Header),
                Member::new("ETag", &ETag).at(Location::Header),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("ChecksumType", &ChecksumType).wire("x-amz-checksum-type").at(Location::Header),
                Member::new("MissingMeta", &MissingMeta).wire("x-amz-missing-meta").at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("CacheControl", &CacheControl).wire("Cache-Control").at(Location::Header),
                Member::new("ContentDisposition", &ContentDisposition)
                    .wire("Content-Disposition")
                    .at(Location::Header),
                Member::new("ContentEncoding", &ContentEncoding)
                    .wire("Content-Encoding")
                    .at(Location::Header),
                Member::new("ContentLanguage", &ContentLanguage)
                    .wire("Content-Language")
                    .at(Location::Header),
                Member::new("ContentRange", &ContentRange).wire("Content-Range").at(Location::Header),
                Member::new("ContentType", &ContentType).wire("Content-Type").at(Location::Header),
                Member::new("Expires", &Expires).at(Location::Header),
                Member::new("WebsiteRedirectLocation", &WebsiteRedirectLocation)
                    .wire("x-amz-website-redirect-location")
                    .at(Location::Header),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("Metadata", &Metadata).wire("x-amz-meta-").at(Location::Headers),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("StorageClass", &StorageClass).wire("x-amz-storage-class").at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("ReplicationStatus", &ReplicationStatus)
                    .wire("x-amz-replication-status")
                    .at(Location::Header),
                Member::new("PartsCount", &PartsCount).wire("x-amz-mp-parts-count").at(Location::Header),
                Member::new("TagCount", &TagCount).wire("x-amz-tagging-count").at(Location::Header),
                Member::new("ObjectLockMode", &ObjectLockMode)
                    .wire("x-amz-object-lock-mode")
                    .at(Location::Header),
                Member::new("ObjectLockRetainUntilDate", &ObjectLockRetainUntilDate)
                    .wire("x-amz-object-lock-retain-until-date")
                    .at(Location::Header),
                Member::new("ObjectLockLegalHoldStatus", &ObjectLockLegalHoldStatus)
                    .wire("x-amz-object-lock-legal-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHold", &ObjectLockEventHold)
                    .wire("x-amz-object-lock-event-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationDays", &ObjectLockEventHoldDurationDays)
                    .wire("x-amz-object-lock-event-hold-duration-days")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationYears", &ObjectLockEventHoldDurationYears)
                    .wire("x-amz-object-lock-event-hold-duration-years")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static GetObjectRequest: Shape = Shape {
        name: "GetObjectRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("IfMatch", &IfMatch).wire("If-Match").at(Location::Header),
                Member::new("IfModifiedSince", &IfModifiedSince)
                    .wire("If-Modified-Since")
                    .at(Location::Header),
                Member::new("IfNoneMatch", &IfNoneMatch).wire("If-None-Match").at(Location::Header),
                Member::new("IfUnmodifiedSince", &IfUnmodifiedSince)
                    .wire("If-Unmodified-Since")
                    .at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("Range", &Range).at(Location::Header),
                Member::new("ResponseCacheControl", &ResponseCacheControl)
                    .wire("response-cache-control")
                    .at(Location::Query),
                Member::new("ResponseContentDisposition", &ResponseContentDisposition)
                    .wire("response-content-disposition")
                    .at(Location::Query),
                Member::new("ResponseContentEncoding", &ResponseContentEncoding)
                    .wire("response-content-encoding")
                    .at(Location::Query),
                Member::new("ResponseContentLanguage", &ResponseContentLanguage)
                    .wire("response-content-language")
                    .at(Location::Query),
                Member::new("ResponseContentType", &ResponseContentType)
                    .wire("response-content-type")
                    .at(Location::Query),
                Member::new("ResponseExpires", &ResponseExpires).wire("response-expires").at(Location::Query),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("PartNumber", &PartNumber).wire("partNumber").at(Location::Query),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ChecksumMode", &ChecksumMode).wire("x-amz-checksum-mode").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectTaggingOutput: Shape = Shape {
        name: "GetObjectTaggingOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("TagSet", &TagSet).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetObjectTaggingRequest: Shape = Shape {
        name: "GetObjectTaggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static GetPublicAccessBlockOutput: Shape = Shape {
        name: "GetPublicAccessBlockOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PublicAccessBlockConfiguration", &PublicAccessBlockConfiguration)],
            payload: Some("PublicAccessBlockConfiguration"),
            union: false,
        }),
    };
    pub static GetPublicAccessBlockRequest: Shape = Shape {
        name: "GetPublicAccessBlockRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Grant: Shape = Shape {
        name: "Grant",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Grantee", &Grantee), Member::new("Permission", &Permission)],
            payload: None,
            union: false,
        }),
    };
    pub static GrantFullControl: Shape =
        Shape { name: "GrantFullControl", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static GrantRead: Shape =
        Shape { name: "GrantRead", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static GrantReadACP: Shape =
        Shape { name: "GrantReadACP", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static GrantWrite: Shape =
        Shape { name: "GrantWrite", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static GrantWriteACP: Shape =
        Shape { name: "GrantWriteACP", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Grantee: Shape = Shape {
        name: "Grantee",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DisplayName", &DisplayName),
                Member::new("EmailAddress", &EmailAddress),
                Member::new("ID", &ID),
                Member::new("Type", &Type).wire("xsi:type").required().attribute(),
                Member::new("URI", &URI),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Grants: Shape = Shape {
        name: "Grants",
        kind: Kind::List {
            member: Member::new("member", &Grant).wire("Grant"),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static HeadBucketOutput: Shape = Shape {
        name: "HeadBucketOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("BucketArn", &S3RegionalOrS3ExpressBucketArnString)
                    .wire("x-amz-bucket-arn")
                    .at(Location::Header),
                Member::new("BucketLocationType", &LocationType)
                    .wire("x-amz-bucket-location-type")
                    .at(Location::Header),
                Member::new("BucketLocationName", &BucketLocationName)
                    .wire("x-amz-bucket-location-name")
                    .at(Location::Header),
                Member::new("BucketRegion", &Region).wire("x-amz-bucket-region").at(Location::Header),
                Member::new("AccessPointAlias", &AccessPointAlias)
                    .wire("x-amz-access-point-alias")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HeadBucketRequest: Shape = Shape {
        name: "HeadBucketRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HeadObjectOutput: Shape = Shape {
        name: "HeadObjectOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("DeleteMarker", &DeleteMarker).wire("x-amz-delete-marker").at(Location::Header),
                Member::new("AcceptRanges", &AcceptRanges).wire("accept-ranges").at(Location::Header),
                Member::new("Expiration", &Expiration).wire("x-amz-expiration").at(Location::Header),
                Member::new("Restore", &Restore).wire("x-amz-restore").at(Location::Header),
                Member::new("ArchiveStatus", &ArchiveStatus)
                    .wire("x-amz-archive-status")
                    .at(Location::Header),
                Member::new("LastModified", &LastModified).wire("Last-Modified").at(Location::Header),
                Member::new("ContentLength", &ContentLength).wire("Content-Length").at(Location::Header),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("ChecksumType", &ChecksumType).wire("x-amz-checksum-type").at(Location::Header),
                Member::new("ETag", &ETag).at(Location::Header),
                Member::new("MissingMeta", &MissingMeta).wire("x-amz-missing-meta").at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("CacheControl", &CacheControl).wire("Cache-Control").at(Location::Header),
                Member::new("ContentDisposition", &ContentDisposition)
                    .wire("Content-Disposition")
                    .at(Location::Header),
                Member::new("ContentEncoding", &ContentEncoding)
                    .wire("Content-Encoding")
                    .at(Location::Header),
                Member::new("ContentLanguage", &ContentLanguage)
                    .wire("Content-Language")
                    .at(Location::Header),
                Member::new("ContentType", &ContentType).wire("Content-Type").at(Location::Header),
                Member::new("ContentRange", &ContentRange).wire("Content-Range").at(Location::Header),
                Member::new("Expires", &Expires).at(Location::Header),
                Member::new("WebsiteRedirectLocation", &WebsiteRedirectLocation)
                    .wire("x-amz-website-redirect-location")
                    .at(Location::Header),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("Metadata", &Metadata).wire("x-amz-meta-").at(Location::Headers),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("StorageClass", &StorageClass).wire("x-amz-storage-class").at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("ReplicationStatus", &ReplicationStatus)
                    .wire("x-amz-replication-status")
                    .at(Location::Header),
                Member::new("PartsCount", &PartsCount).wire("x-amz-mp-parts-count").at(Location::Header),
                Member::new("TagCount", &TagCount).wire("x-amz-tagging-count").at(Location::Header),
                Member::new("ObjectLockMode", &ObjectLockMode)
                    .wire("x-amz-object-lock-mode")
                    .at(Location::Header),
                Member::new("ObjectLockRetainUntilDate", &ObjectLockRetainUntilDate)
                    .wire("x-amz-object-lock-retain-until-date")
                    .at(Location::Header),
                Member::new("ObjectLockLegalHoldStatus", &ObjectLockLegalHoldStatus)
                    .wire("x-amz-object-lock-legal-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHold", &ObjectLockEventHold)
                    .wire("x-amz-object-lock-event-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationDays", &ObjectLockEventHoldDurationDays)
                    .wire("x-amz-object-lock-event-hold-duration-days")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationYears", &ObjectLockEventHoldDurationYears)
                    .wire("x-amz-object-lock-event-hold-duration-years")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HeadObjectRequest: Shape = Shape {
        name: "HeadObjectRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("IfMatch", &IfMatch).wire("If-Match").at(Location::Header),
                Member::new("IfModifiedSince", &IfModifiedSince)
                    .wire("If-Modified-Since")
                    .at(Location::Header),
                Member::new("IfNoneMatch", &IfNoneMatch).wire("If-None-Match").at(Location::Header),
                Member::new("IfUnmodifiedSince", &IfUnmodifiedSince)
                    .wire("If-Unmodified-Since")
                    .at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("Range", &Range).at(Location::Header),
                Member::new("ResponseCacheControl", &ResponseCacheControl)
                    .wire("response-cache-control")
                    .at(Location::Query),
                Member::new("ResponseContentDisposition", &ResponseContentDisposition)
                    .wire("response-content-disposition")
                    .at(Location::Query),
                Member::new("ResponseContentEncoding", &ResponseContentEncoding)
                    .wire("response-content-encoding")
                    .at(Location::Query),
                Member::new("ResponseContentLanguage", &ResponseContentLanguage)
                    .wire("response-content-language")
                    .at(Location::Query),
                Member::new("ResponseContentType", &ResponseContentType)
                    .wire("response-content-type")
                    .at(Location::Query),
                Member::new("ResponseExpires", &ResponseExpires).wire("response-expires").at(Location::Query),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("PartNumber", &PartNumber).wire("partNumber").at(Location::Query),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ChecksumMode", &ChecksumMode).wire("x-amz-checksum-mode").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static HostName: Shape =
        Shape { name: "HostName", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static HttpErrorCodeReturnedEquals: Shape = Shape {
        name: "HttpErrorCodeReturnedEquals",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static HttpRedirectCode: Shape =
        Shape { name: "HttpRedirectCode", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ID: Shape =
        Shape { name: "ID", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static IfMatch: Shape =
        Shape { name: "IfMatch", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static IfMatchInitiatedTime: Shape =
        Shape { name: "IfMatchInitiatedTime", kind: Kind::Time(Some(TimeFormat::Rfc822)) };
    pub static IfMatchLastModifiedTime: Shape =
        Shape { name: "IfMatchLastModifiedTime", kind: Kind::Time(Some(TimeFormat::Rfc822)) };
    pub static IfMatchSize: Shape = Shape { name: "IfMatchSize", kind: Kind::Int(Range::ANY) };
    pub static IfModifiedSince: Shape = Shape { name: "IfModifiedSince", kind: Kind::Time(None) };
    pub static IfNoneMatch: Shape =
        Shape { name: "IfNoneMatch", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static IfUnmodifiedSince: Shape = Shape { name: "IfUnmodifiedSince", kind: Kind::Time(None) };
    pub static IndexDocument: Shape = Shape {
        name: "IndexDocument",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Suffix", &Suffix).required()],
            payload: None,
            union: false,
        }),
    };
    pub static Initiated: Shape = Shape { name: "Initiated", kind: Kind::Time(None) };
    pub static Initiator: Shape = Shape {
        name: "Initiator",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ID", &ID), Member::new("DisplayName", &DisplayName)],
            payload: None,
            union: false,
        }),
    };
    pub static IsLatest: Shape = Shape { name: "IsLatest", kind: Kind::Bool };
    pub static IsRestoreInProgress: Shape = Shape { name: "IsRestoreInProgress", kind: Kind::Bool };
    pub static IsTruncated: Shape = Shape { name: "IsTruncated", kind: Kind::Bool };
    pub static KeyCount: Shape = Shape { name: "KeyCount", kind: Kind::Int(Range::ANY) };
    pub static KeyMarker: Shape =
        Shape { name: "KeyMarker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static KeyPrefixEquals: Shape =
        Shape { name: "KeyPrefixEquals", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static LambdaFunctionArn: Shape =
        Shape { name: "LambdaFunctionArn", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static LambdaFunctionConfiguration: Shape = Shape {
        name: "LambdaFunctionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Id", &NotificationId),
                Member::new("LambdaFunctionArn", &LambdaFunctionArn).wire("CloudFunction").required(),
                Member::new("Events", &EventList).wire("Event").required(),
                Member::new("Filter", &NotificationConfigurationFilter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LambdaFunctionConfigurationList: Shape = Shape {
        name: "LambdaFunctionConfigurationList",
        kind: Kind::List {
            member: Member::new("member", &LambdaFunctionConfiguration),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static LastModified: Shape = Shape { name: "LastModified", kind: Kind::Time(None) };
    pub static LastModifiedTime: Shape =
        Shape { name: "LastModifiedTime", kind: Kind::Time(Some(TimeFormat::Rfc822)) };
    pub static LifecycleExpiration: Shape = Shape {
        name: "LifecycleExpiration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Date", &Date),
                Member::new("Days", &Days),
                Member::new("ExpiredObjectDeleteMarker", &ExpiredObjectDeleteMarker),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LifecycleRule: Shape = Shape {
        name: "LifecycleRule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Expiration", &LifecycleExpiration),
                Member::new("ID", &ID),
                Member::new("Prefix", &Prefix),
                Member::new("Filter", &LifecycleRuleFilter),
                Member::new("Status", &ExpirationStatus).required(),
                Member::new("Transitions", &TransitionList).wire("Transition"),
                Member::new("NoncurrentVersionTransitions", &NoncurrentVersionTransitionList)
                    .wire("NoncurrentVersionTransition"),
                Member::new("NoncurrentVersionExpiration", &NoncurrentVersionExpiration),
                Member::new("AbortIncompleteMultipartUpload", &AbortIncompleteMultipartUpload),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LifecycleRuleAndOperator: Shape = Shape {
        name: "LifecycleRuleAndOperator",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Prefix", &Prefix),
                Member::new("Tags", &TagSet).wire("Tag").flattened(),
                Member::new("ObjectSizeGreaterThan", &ObjectSizeGreaterThanBytes),
                Member::new("ObjectSizeLessThan", &ObjectSizeLessThanBytes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LifecycleRuleFilter: Shape = Shape {
        name: "LifecycleRuleFilter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Prefix", &Prefix),
                Member::new("Tag", &Tag),
                Member::new("ObjectSizeGreaterThan", &ObjectSizeGreaterThanBytes),
                Member::new("ObjectSizeLessThan", &ObjectSizeLessThanBytes),
                Member::new("And", &LifecycleRuleAndOperator),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static LifecycleRules: Shape = Shape {
        name: "LifecycleRules",
        kind: Kind::List {
            member: Member::new("member", &LifecycleRule),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static ListBucketsOutput: Shape = Shape {
        name: "ListBucketsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Buckets", &Buckets),
                Member::new("Owner", &Owner),
                Member::new("ContinuationToken", &NextToken),
                Member::new("Prefix", &Prefix),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListBucketsRequest: Shape = Shape {
        name: "ListBucketsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MaxBuckets", &MaxBuckets).wire("max-buckets").at(Location::Query),
                Member::new("ContinuationToken", &Token).wire("continuation-token").at(Location::Query),
                Member::new("Prefix", &Prefix).wire("prefix").at(Location::Query),
                Member::new("BucketRegion", &BucketRegion).wire("bucket-region").at(Location::Query),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListMultipartUploadsOutput: Shape = Shape {
        name: "ListMultipartUploadsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName),
                Member::new("KeyMarker", &KeyMarker),
                Member::new("UploadIdMarker", &UploadIdMarker),
                Member::new("NextKeyMarker", &NextKeyMarker),
                Member::new("Prefix", &Prefix),
                Member::new("Delimiter", &Delimiter),
                Member::new("NextUploadIdMarker", &NextUploadIdMarker),
                Member::new("MaxUploads", &MaxUploads),
                Member::new("IsTruncated", &IsTruncated),
                Member::new("Uploads", &MultipartUploadList).wire("Upload"),
                Member::new("CommonPrefixes", &CommonPrefixList),
                Member::new("EncodingType", &EncodingType),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListMultipartUploadsRequest: Shape = Shape {
        name: "ListMultipartUploadsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Delimiter", &Delimiter).wire("delimiter").at(Location::Query),
                Member::new("EncodingType", &EncodingType).wire("encoding-type").at(Location::Query),
                Member::new("KeyMarker", &KeyMarker).wire("key-marker").at(Location::Query),
                Member::new("MaxUploads", &MaxUploads).wire("max-uploads").at(Location::Query),
                Member::new("Prefix", &Prefix).wire("prefix").at(Location::Query),
                Member::new("UploadIdMarker", &UploadIdMarker).wire("upload-id-marker").at(Location::Query),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListObjectVersionsOutput: Shape = Shape {
        name: "ListObjectVersionsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("IsTruncated", &IsTruncated),
                Member::new("KeyMarker", &KeyMarker),
                Member::new("VersionIdMarker", &VersionIdMarker),
                Member::new("NextKeyMarker", &NextKeyMarker),
                Member::new("NextVersionIdMarker", &NextVersionIdMarker),
                Member::new("Versions", &ObjectVersionList).wire("Version"),
                Member::new("DeleteMarkers", &DeleteMarkers).wire("DeleteMarker"),
                Member::new("Name", &BucketName),
                Member::new("Prefix", &Prefix),
                Member::new("Delimiter", &Delimiter),
                Member::new("MaxKeys", &MaxKeys),
                Member::new("CommonPrefixes", &CommonPrefixList),
                Member::new("EncodingType", &EncodingType),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListObjectVersionsRequest: Shape = Shape {
        name: "ListObjectVersionsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Delimiter", &Delimiter).wire("delimiter").at(Location::Query),
                Member::new("EncodingType", &EncodingType).wire("encoding-type").at(Location::Query),
                Member::new("KeyMarker", &KeyMarker).wire("key-marker").at(Location::Query),
                Member::new("MaxKeys", &MaxKeys).wire("max-keys").at(Location::Query),
                Member::new("Prefix", &Prefix).wire("prefix").at(Location::Query),
                Member::new("VersionIdMarker", &VersionIdMarker)
                    .wire("version-id-marker")
                    .at(Location::Query),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("OptionalObjectAttributes", &OptionalObjectAttributesList)
                    .wire("x-amz-optional-object-attributes")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListObjectsOutput: Shape = Shape {
        name: "ListObjectsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("IsTruncated", &IsTruncated),
                Member::new("Marker", &Marker),
                Member::new("NextMarker", &NextMarker),
                Member::new("Contents", &ObjectList),
                Member::new("Name", &BucketName),
                Member::new("Prefix", &Prefix),
                Member::new("Delimiter", &Delimiter),
                Member::new("MaxKeys", &MaxKeys),
                Member::new("CommonPrefixes", &CommonPrefixList),
                Member::new("EncodingType", &EncodingType),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListObjectsRequest: Shape = Shape {
        name: "ListObjectsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Delimiter", &Delimiter).wire("delimiter").at(Location::Query),
                Member::new("EncodingType", &EncodingType).wire("encoding-type").at(Location::Query),
                Member::new("Marker", &Marker).wire("marker").at(Location::Query),
                Member::new("MaxKeys", &MaxKeys).wire("max-keys").at(Location::Query),
                Member::new("Prefix", &Prefix).wire("prefix").at(Location::Query),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("OptionalObjectAttributes", &OptionalObjectAttributesList)
                    .wire("x-amz-optional-object-attributes")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListObjectsV2Output: Shape = Shape {
        name: "ListObjectsV2Output",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("IsTruncated", &IsTruncated),
                Member::new("Contents", &ObjectList),
                Member::new("Name", &BucketName),
                Member::new("Prefix", &Prefix),
                Member::new("Delimiter", &Delimiter),
                Member::new("MaxKeys", &MaxKeys),
                Member::new("CommonPrefixes", &CommonPrefixList),
                Member::new("EncodingType", &EncodingType),
                Member::new("KeyCount", &KeyCount),
                Member::new("ContinuationToken", &Token),
                Member::new("NextContinuationToken", &NextToken),
                Member::new("StartAfter", &StartAfter),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListObjectsV2Request: Shape = Shape {
        name: "ListObjectsV2Request",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Delimiter", &Delimiter).wire("delimiter").at(Location::Query),
                Member::new("EncodingType", &EncodingType).wire("encoding-type").at(Location::Query),
                Member::new("MaxKeys", &MaxKeys).wire("max-keys").at(Location::Query),
                Member::new("Prefix", &Prefix).wire("prefix").at(Location::Query),
                Member::new("ContinuationToken", &Token).wire("continuation-token").at(Location::Query),
                Member::new("FetchOwner", &FetchOwner).wire("fetch-owner").at(Location::Query),
                Member::new("StartAfter", &StartAfter).wire("start-after").at(Location::Query),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("OptionalObjectAttributes", &OptionalObjectAttributesList)
                    .wire("x-amz-optional-object-attributes")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPartsOutput: Shape = Shape {
        name: "ListPartsOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("AbortDate", &AbortDate).wire("x-amz-abort-date").at(Location::Header),
                Member::new("AbortRuleId", &AbortRuleId).wire("x-amz-abort-rule-id").at(Location::Header),
                Member::new("Bucket", &BucketName),
                Member::new("Key", &ObjectKey),
                Member::new("UploadId", &MultipartUploadId),
                Member::new("PartNumberMarker", &PartNumberMarker),
                Member::new("NextPartNumberMarker", &NextPartNumberMarker),
                Member::new("MaxParts", &MaxParts),
                Member::new("IsTruncated", &IsTruncated),
                Member::new("Parts", &Parts).wire("Part"),
                Member::new("Initiator", &Initiator),
                Member::new("Owner", &Owner),
                Member::new("StorageClass", &StorageClass),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm),
                Member::new("ChecksumType", &ChecksumType),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ListPartsRequest: Shape = Shape {
        name: "ListPartsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("MaxParts", &MaxParts).wire("max-parts").at(Location::Query),
                Member::new("PartNumberMarker", &PartNumberMarker)
                    .wire("part-number-marker")
                    .at(Location::Query),
                Member::new("UploadId", &MultipartUploadId).wire("uploadId").at(Location::Query).required(),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Location: Shape =
        Shape { name: "Location", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static LocationInfo: Shape = Shape {
        name: "LocationInfo",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Type", &LocationType), Member::new("Name", &LocationNameAsString)],
            payload: None,
            union: false,
        }),
    };
    pub static LocationNameAsString: Shape = Shape {
        name: "LocationNameAsString",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static LocationType: Shape = Shape {
        name: "LocationType",
        kind: Kind::Str { values: &["AvailabilityZone", "LocalZone"], pattern: "", range: Range::ANY },
    };
    pub static LoggingEnabled: Shape = Shape {
        name: "LoggingEnabled",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TargetBucket", &TargetBucket).required(),
                Member::new("TargetGrants", &TargetGrants),
                Member::new("TargetPrefix", &TargetPrefix).required(),
                Member::new("TargetObjectKeyFormat", &TargetObjectKeyFormat),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MFA: Shape =
        Shape { name: "MFA", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MFADelete: Shape = Shape {
        name: "MFADelete",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static MFADeleteStatus: Shape = Shape {
        name: "MFADeleteStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static Marker: Shape =
        Shape { name: "Marker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MaxAgeSeconds: Shape = Shape { name: "MaxAgeSeconds", kind: Kind::Int(Range::ANY) };
    pub static MaxBuckets: Shape =
        Shape { name: "MaxBuckets", kind: Kind::Int(Range::between(1.0, 10000.0)) };
    pub static MaxKeys: Shape = Shape { name: "MaxKeys", kind: Kind::Int(Range::ANY) };
    pub static MaxParts: Shape = Shape { name: "MaxParts", kind: Kind::Int(Range::ANY) };
    pub static MaxUploads: Shape = Shape { name: "MaxUploads", kind: Kind::Int(Range::ANY) };
    pub static Message: Shape =
        Shape { name: "Message", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Metadata: Shape = Shape {
        name: "Metadata",
        kind: Kind::Map {
            key: Member::new("key", &MetadataKey),
            value: Member::new("value", &MetadataValue),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static MetadataDirective: Shape = Shape {
        name: "MetadataDirective",
        kind: Kind::Str { values: &["COPY", "REPLACE"], pattern: "", range: Range::ANY },
    };
    pub static MetadataKey: Shape =
        Shape { name: "MetadataKey", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MetadataValue: Shape =
        Shape { name: "MetadataValue", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Metrics: Shape = Shape {
        name: "Metrics",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &MetricsStatus).required(),
                Member::new("EventThreshold", &ReplicationTimeValue),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MetricsStatus: Shape = Shape {
        name: "MetricsStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static Minutes: Shape = Shape { name: "Minutes", kind: Kind::Int(Range::ANY) };
    pub static MissingMeta: Shape = Shape { name: "MissingMeta", kind: Kind::Int(Range::ANY) };
    pub static MpuObjectSize: Shape = Shape { name: "MpuObjectSize", kind: Kind::Int(Range::ANY) };
    pub static MultipartUpload: Shape = Shape {
        name: "MultipartUpload",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("UploadId", &MultipartUploadId),
                Member::new("Key", &ObjectKey),
                Member::new("Initiated", &Initiated),
                Member::new("StorageClass", &StorageClass),
                Member::new("Owner", &Owner),
                Member::new("Initiator", &Initiator),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm),
                Member::new("ChecksumType", &ChecksumType),
                Member::new("VersionId", &ObjectVersionId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static MultipartUploadId: Shape =
        Shape { name: "MultipartUploadId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static MultipartUploadList: Shape = Shape {
        name: "MultipartUploadList",
        kind: Kind::List {
            member: Member::new("member", &MultipartUpload),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static NextKeyMarker: Shape =
        Shape { name: "NextKeyMarker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static NextMarker: Shape =
        Shape { name: "NextMarker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static NextPartNumberMarker: Shape =
        Shape { name: "NextPartNumberMarker", kind: Kind::Int(Range::ANY) };
    pub static NextToken: Shape =
        Shape { name: "NextToken", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static NextUploadIdMarker: Shape =
        Shape { name: "NextUploadIdMarker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static NextVersionIdMarker: Shape = Shape {
        name: "NextVersionIdMarker",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static NoncurrentVersionExpiration: Shape = Shape {
        name: "NoncurrentVersionExpiration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NoncurrentDays", &Days),
                Member::new("NewerNoncurrentVersions", &VersionCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static NoncurrentVersionTransition: Shape = Shape {
        name: "NoncurrentVersionTransition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("NoncurrentDays", &Days),
                Member::new("StorageClass", &TransitionStorageClass),
                Member::new("NewerNoncurrentVersions", &VersionCount),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static NoncurrentVersionTransitionList: Shape = Shape {
        name: "NoncurrentVersionTransitionList",
        kind: Kind::List {
            member: Member::new("member", &NoncurrentVersionTransition),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static NotificationConfiguration: Shape = Shape {
        name: "NotificationConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("TopicConfigurations", &TopicConfigurationList).wire("TopicConfiguration"),
                Member::new("QueueConfigurations", &QueueConfigurationList).wire("QueueConfiguration"),
                Member::new("LambdaFunctionConfigurations", &LambdaFunctionConfigurationList)
                    .wire("CloudFunctionConfiguration"),
                Member::new("EventBridgeConfiguration", &EventBridgeConfiguration),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static NotificationConfigurationFilter: Shape = Shape {
        name: "NotificationConfigurationFilter",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Key", &S3KeyFilter).wire("S3Key")],
            payload: None,
            union: false,
        }),
    };
    pub static NotificationId: Shape =
        Shape { name: "NotificationId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Object: Shape = Shape {
        name: "Object",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &ObjectKey),
                Member::new("LastModified", &LastModified),
                Member::new("ETag", &ETag),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithmList),
                Member::new("ChecksumType", &ChecksumType),
                Member::new("Size", &Size),
                Member::new("StorageClass", &ObjectStorageClass),
                Member::new("Owner", &Owner),
                Member::new("RestoreStatus", &RestoreStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ObjectAttributes: Shape = Shape {
        name: "ObjectAttributes",
        kind: Kind::Str {
            values: &["ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ObjectAttributesList: Shape = Shape {
        name: "ObjectAttributesList",
        kind: Kind::List {
            member: Member::new("member", &ObjectAttributes),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static ObjectCannedACL: Shape = Shape {
        name: "ObjectCannedACL",
        kind: Kind::Str {
            values: &[
                "private",
                "public-read",
                "public-read-write",
                "authenticated-read",
                "aws-exec-read",
                "bucket-owner-read",
                "bucket-owner-full-control",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ObjectIdentifier: Shape = Shape {
        name: "ObjectIdentifier",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Key", &ObjectKey).required(),
                Member::new("VersionId", &ObjectVersionId),
                Member::new("ETag", &ETag),
                Member::new("LastModifiedTime", &LastModifiedTime),
                Member::new("Size", &Size),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ObjectIdentifierList: Shape = Shape {
        name: "ObjectIdentifierList",
        kind: Kind::List {
            member: Member::new("member", &ObjectIdentifier),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static ObjectKey: Shape =
        Shape { name: "ObjectKey", kind: Kind::Str { values: &[], pattern: "", range: Range::min(1.0) } };
    pub static ObjectList: Shape = Shape {
        name: "ObjectList",
        kind: Kind::List { member: Member::new("member", &Object), flattened: true, range: Range::ANY },
    };
    pub static ObjectLockConfiguration: Shape = Shape {
        name: "ObjectLockConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ObjectLockEnabled", &ObjectLockEnabled),
                Member::new("Rule", &ObjectLockRule),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ObjectLockEnabled: Shape = Shape {
        name: "ObjectLockEnabled",
        kind: Kind::Str { values: &["Enabled"], pattern: "", range: Range::ANY },
    };
    pub static ObjectLockEnabledForBucket: Shape =
        Shape { name: "ObjectLockEnabledForBucket", kind: Kind::Bool };
    pub static ObjectLockEventHold: Shape = Shape {
        name: "ObjectLockEventHold",
        kind: Kind::Str { values: &["ON", "OFF"], pattern: "", range: Range::ANY },
    };
    pub static ObjectLockEventHoldDurationDays: Shape =
        Shape { name: "ObjectLockEventHoldDurationDays", kind: Kind::Int(Range::ANY) };
    pub static ObjectLockEventHoldDurationYears: Shape =
        Shape { name: "ObjectLockEventHoldDurationYears", kind: Kind::Int(Range::ANY) };
    pub static ObjectLockLegalHoldStatus: Shape = Shape {
        name: "ObjectLockLegalHoldStatus",
        kind: Kind::Str { values: &["ON", "OFF"], pattern: "", range: Range::ANY },
    };
    pub static ObjectLockMode: Shape = Shape {
        name: "ObjectLockMode",
        kind: Kind::Str { values: &["GOVERNANCE", "COMPLIANCE"], pattern: "", range: Range::ANY },
    };
    pub static ObjectLockRetainUntilDate: Shape =
        Shape { name: "ObjectLockRetainUntilDate", kind: Kind::Time(Some(TimeFormat::Iso8601)) };
    pub static ObjectLockRetentionMode: Shape = Shape {
        name: "ObjectLockRetentionMode",
        kind: Kind::Str { values: &["GOVERNANCE", "COMPLIANCE"], pattern: "", range: Range::ANY },
    };
    pub static ObjectLockRule: Shape = Shape {
        name: "ObjectLockRule",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DefaultRetention", &DefaultRetention)],
            payload: None,
            union: false,
        }),
    };
    pub static ObjectOwnership: Shape = Shape {
        name: "ObjectOwnership",
        kind: Kind::Str {
            values: &["BucketOwnerPreferred", "ObjectWriter", "BucketOwnerEnforced"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ObjectPart: Shape = Shape {
        name: "ObjectPart",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PartNumber", &PartNumber),
                Member::new("Size", &Size),
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ObjectSize: Shape = Shape { name: "ObjectSize", kind: Kind::Int(Range::ANY) };
    pub static ObjectSizeGreaterThanBytes: Shape =
        Shape { name: "ObjectSizeGreaterThanBytes", kind: Kind::Int(Range::ANY) };
    pub static ObjectSizeLessThanBytes: Shape =
        Shape { name: "ObjectSizeLessThanBytes", kind: Kind::Int(Range::ANY) };
    pub static ObjectStorageClass: Shape = Shape {
        name: "ObjectStorageClass",
        kind: Kind::Str {
            values: &[
                "STANDARD",
                "REDUCED_REDUNDANCY",
                "GLACIER",
                "STANDARD_IA",
                "ONEZONE_IA",
                "INTELLIGENT_TIERING",
                "DEEP_ARCHIVE",
                "OUTPOSTS",
                "GLACIER_IR",
                "SNOW",
                "EXPRESS_ONEZONE",
                "FSX_OPENZFS",
                "FSX_ONTAP",
                "AWS_BACKUP_WARM",
                "AWS_BACKUP_LOW_COST_WARM",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ObjectVersion: Shape = Shape {
        name: "ObjectVersion",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ETag", &ETag),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithmList),
                Member::new("ChecksumType", &ChecksumType),
                Member::new("Size", &Size),
                Member::new("StorageClass", &ObjectVersionStorageClass),
                Member::new("Key", &ObjectKey),
                Member::new("VersionId", &ObjectVersionId),
                Member::new("IsLatest", &IsLatest),
                Member::new("LastModified", &LastModified),
                Member::new("Owner", &Owner),
                Member::new("RestoreStatus", &RestoreStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ObjectVersionId: Shape =
        Shape { name: "ObjectVersionId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ObjectVersionList: Shape = Shape {
        name: "ObjectVersionList",
        kind: Kind::List {
            member: Member::new("member", &ObjectVersion),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static ObjectVersionStorageClass: Shape = Shape {
        name: "ObjectVersionStorageClass",
        kind: Kind::Str { values: &["STANDARD"], pattern: "", range: Range::ANY },
    };
    pub static OptionalObjectAttributes: Shape = Shape {
        name: "OptionalObjectAttributes",
        kind: Kind::Str { values: &["RestoreStatus"], pattern: "", range: Range::ANY },
    };
    pub static OptionalObjectAttributesList: Shape = Shape {
        name: "OptionalObjectAttributesList",
        kind: Kind::List {
            member: Member::new("member", &OptionalObjectAttributes),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Owner: Shape = Shape {
        name: "Owner",
        kind: Kind::Structure(Structure {
            members: &[Member::new("DisplayName", &DisplayName), Member::new("ID", &ID)],
            payload: None,
            union: false,
        }),
    };
    pub static OwnerOverride: Shape = Shape {
        name: "OwnerOverride",
        kind: Kind::Str { values: &["Destination"], pattern: "", range: Range::ANY },
    };
    pub static OwnershipControls: Shape = Shape {
        name: "OwnershipControls",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Rules", &OwnershipControlsRules).wire("Rule").required()],
            payload: None,
            union: false,
        }),
    };
    pub static OwnershipControlsRule: Shape = Shape {
        name: "OwnershipControlsRule",
        kind: Kind::Structure(Structure {
            members: &[Member::new("ObjectOwnership", &ObjectOwnership).required()],
            payload: None,
            union: false,
        }),
    };
    pub static OwnershipControlsRules: Shape = Shape {
        name: "OwnershipControlsRules",
        kind: Kind::List {
            member: Member::new("member", &OwnershipControlsRule),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Part: Shape = Shape {
        name: "Part",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("PartNumber", &PartNumber),
                Member::new("LastModified", &LastModified),
                Member::new("ETag", &ETag),
                Member::new("Size", &Size),
                Member::new("ChecksumCRC32", &ChecksumCRC32),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME),
                Member::new("ChecksumSHA1", &ChecksumSHA1),
                Member::new("ChecksumSHA256", &ChecksumSHA256),
                Member::new("ChecksumSHA512", &ChecksumSHA512),
                Member::new("ChecksumMD5", &ChecksumMD5),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PartNumber: Shape = Shape { name: "PartNumber", kind: Kind::Int(Range::ANY) };
    pub static PartNumberMarker: Shape = Shape { name: "PartNumberMarker", kind: Kind::Int(Range::ANY) };
    pub static PartitionDateSource: Shape = Shape {
        name: "PartitionDateSource",
        kind: Kind::Str { values: &["EventTime", "DeliveryTime"], pattern: "", range: Range::ANY },
    };
    pub static PartitionedPrefix: Shape = Shape {
        name: "PartitionedPrefix",
        kind: Kind::Structure(Structure {
            members: &[Member::new("PartitionDateSource", &PartitionDateSource)],
            payload: None,
            union: false,
        }),
    };
    pub static Parts: Shape = Shape {
        name: "Parts",
        kind: Kind::List { member: Member::new("member", &Part), flattened: true, range: Range::ANY },
    };
    pub static PartsCount: Shape = Shape { name: "PartsCount", kind: Kind::Int(Range::ANY) };
    pub static PartsList: Shape = Shape {
        name: "PartsList",
        kind: Kind::List { member: Member::new("member", &ObjectPart), flattened: true, range: Range::ANY },
    };
    pub static Payer: Shape = Shape {
        name: "Payer",
        kind: Kind::Str { values: &["Requester", "BucketOwner"], pattern: "", range: Range::ANY },
    };
    pub static Permission: Shape = Shape {
        name: "Permission",
        kind: Kind::Str {
            values: &["FULL_CONTROL", "WRITE", "WRITE_ACP", "READ", "READ_ACP"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Policy: Shape =
        Shape { name: "Policy", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Prefix: Shape =
        Shape { name: "Prefix", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Priority: Shape = Shape { name: "Priority", kind: Kind::Int(Range::ANY) };
    pub static Protocol: Shape = Shape {
        name: "Protocol",
        kind: Kind::Str { values: &["http", "https"], pattern: "", range: Range::ANY },
    };
    pub static PublicAccessBlockConfiguration: Shape = Shape {
        name: "PublicAccessBlockConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("BlockPublicAcls", &Setting),
                Member::new("IgnorePublicAcls", &Setting),
                Member::new("BlockPublicPolicy", &Setting),
                Member::new("RestrictPublicBuckets", &Setting),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutBucketEncryptionRequest: Shape = Shape {
        name: "PutBucketEncryptionRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ServerSideEncryptionConfiguration", &ServerSideEncryptionConfiguration)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("ServerSideEncryptionConfiguration"),
            union: false,
        }),
    };
    pub static PutBucketNotificationConfigurationRequest: Shape = Shape {
        name: "PutBucketNotificationConfigurationRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("NotificationConfiguration", &NotificationConfiguration)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("SkipDestinationValidation", &SkipValidation)
                    .wire("x-amz-skip-destination-validation")
                    .at(Location::Header),
            ],
            payload: Some("NotificationConfiguration"),
            union: false,
        }),
    };
    pub static PutBucketOwnershipControlsRequest: Shape = Shape {
        name: "PutBucketOwnershipControlsRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("OwnershipControls", &OwnershipControls)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
            ],
            payload: Some("OwnershipControls"),
            union: false,
        }),
    };
    pub static PutBucketPolicyRequest: Shape = Shape {
        name: "PutBucketPolicyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ConfirmRemoveSelfBucketAccess", &ConfirmRemoveSelfBucketAccess)
                    .wire("x-amz-confirm-remove-self-bucket-access")
                    .at(Location::Header),
                Member::new("Policy", &Policy).required(),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("Policy"),
            union: false,
        }),
    };
    pub static PutBucketTaggingRequest: Shape = Shape {
        name: "PutBucketTaggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("Tagging", &Tagging)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("Tagging"),
            union: false,
        }),
    };
    pub static PutBucketVersioningRequest: Shape = Shape {
        name: "PutBucketVersioningRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("MFA", &MFA).wire("x-amz-mfa").at(Location::Header),
                Member::new("VersioningConfiguration", &VersioningConfiguration)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("VersioningConfiguration"),
            union: false,
        }),
    };
    pub static PutObjectOutput: Shape = Shape {
        name: "PutObjectOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Expiration", &Expiration).wire("x-amz-expiration").at(Location::Header),
                Member::new("ETag", &ETag).at(Location::Header),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("ChecksumType", &ChecksumType).wire("x-amz-checksum-type").at(Location::Header),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("SSEKMSEncryptionContext", &SSEKMSEncryptionContext)
                    .wire("x-amz-server-side-encryption-context")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("Size", &Size).wire("x-amz-object-size").at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static PutObjectRequest: Shape = Shape {
        name: "PutObjectRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ACL", &ObjectCannedACL).wire("x-amz-acl").at(Location::Header),
                Member::new("Body", &Body).streaming(),
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("CacheControl", &CacheControl).wire("Cache-Control").at(Location::Header),
                Member::new("ContentDisposition", &ContentDisposition)
                    .wire("Content-Disposition")
                    .at(Location::Header),
                Member::new("ContentEncoding", &ContentEncoding)
                    .wire("Content-Encoding")
                    .at(Location::Header),
                Member::new("ContentLanguage", &ContentLanguage)
                    .wire("Content-Language")
                    .at(Location::Header),
                Member::new("ContentLength", &ContentLength).wire("Content-Length").at(Location::Header),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ContentType", &ContentType).wire("Content-Type").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("Expires", &Expires).at(Location::Header),
                Member::new("IfMatch", &IfMatch).wire("If-Match").at(Location::Header),
                Member::new("IfNoneMatch", &IfNoneMatch).wire("If-None-Match").at(Location::Header),
                Member::new("GrantFullControl", &GrantFullControl)
                    .wire("x-amz-grant-full-control")
                    .at(Location::Header),
                Member::new("GrantRead", &GrantRead).wire("x-amz-grant-read").at(Location::Header),
                Member::new("GrantReadACP", &GrantReadACP).wire("x-amz-grant-read-acp").at(Location::Header),
                Member::new("GrantWriteACP", &GrantWriteACP)
                    .wire("x-amz-grant-write-acp")
                    .at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("WriteOffsetBytes", &WriteOffsetBytes)
                    .wire("x-amz-write-offset-bytes")
                    .at(Location::Header),
                Member::new("Metadata", &Metadata).wire("x-amz-meta-").at(Location::Headers),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("StorageClass", &StorageClass).wire("x-amz-storage-class").at(Location::Header),
                Member::new("WebsiteRedirectLocation", &WebsiteRedirectLocation)
                    .wire("x-amz-website-redirect-location")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("SSEKMSEncryptionContext", &SSEKMSEncryptionContext)
                    .wire("x-amz-server-side-encryption-context")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("Tagging", &TaggingHeader).wire("x-amz-tagging").at(Location::Header),
                Member::new("ObjectLockMode", &ObjectLockMode)
                    .wire("x-amz-object-lock-mode")
                    .at(Location::Header),
                Member::new("ObjectLockRetainUntilDate", &ObjectLockRetainUntilDate)
                    .wire("x-amz-object-lock-retain-until-date")
                    .at(Location::Header),
                Member::new("ObjectLockLegalHoldStatus", &ObjectLockLegalHoldStatus)
                    .wire("x-amz-object-lock-legal-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHold", &ObjectLockEventHold)
                    .wire("x-amz-object-lock-event-hold")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationDays", &ObjectLockEventHoldDurationDays)
                    .wire("x-amz-object-lock-event-hold-duration-days")
                    .at(Location::Header),
                Member::new("ObjectLockEventHoldDurationYears", &ObjectLockEventHoldDurationYears)
                    .wire("x-amz-object-lock-event-hold-duration-years")
                    .at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static PutObjectTaggingOutput: Shape = Shape {
        name: "PutObjectTaggingOutput",
        kind: Kind::Structure(Structure {
            members: &[Member::new("VersionId", &ObjectVersionId)
                .wire("x-amz-version-id")
                .at(Location::Header)],
            payload: None,
            union: false,
        }),
    };
    pub static PutObjectTaggingRequest: Shape = Shape {
        name: "PutObjectTaggingRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("VersionId", &ObjectVersionId).wire("versionId").at(Location::Query),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("Tagging", &Tagging)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
            ],
            payload: Some("Tagging"),
            union: false,
        }),
    };
    pub static PutPublicAccessBlockRequest: Shape = Shape {
        name: "PutPublicAccessBlockRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("PublicAccessBlockConfiguration", &PublicAccessBlockConfiguration)
                    .required()
                    .namespace("", "http://s3.amazonaws.com/doc/2006-03-01/"),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("PublicAccessBlockConfiguration"),
            union: false,
        }),
    };
    pub static QueueArn: Shape =
        Shape { name: "QueueArn", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static QueueConfiguration: Shape = Shape {
        name: "QueueConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Id", &NotificationId),
                Member::new("QueueArn", &QueueArn).wire("Queue").required(),
                Member::new("Events", &EventList).wire("Event").required(),
                Member::new("Filter", &NotificationConfigurationFilter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static QueueConfigurationList: Shape = Shape {
        name: "QueueConfigurationList",
        kind: Kind::List {
            member: Member::new("member", &QueueConfiguration),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Quiet: Shape = Shape { name: "Quiet", kind: Kind::Bool };
    pub static Range: Shape =
        Shape { name: "Range", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Redirect: Shape = Shape {
        name: "Redirect",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("HostName", &HostName),
                Member::new("HttpRedirectCode", &HttpRedirectCode),
                Member::new("Protocol", &Protocol),
                Member::new("ReplaceKeyPrefixWith", &ReplaceKeyPrefixWith),
                Member::new("ReplaceKeyWith", &ReplaceKeyWith),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static RedirectAllRequestsTo: Shape = Shape {
        name: "RedirectAllRequestsTo",
        kind: Kind::Structure(Structure {
            members: &[Member::new("HostName", &HostName).required(), Member::new("Protocol", &Protocol)],
            payload: None,
            union: false,
        }),
    };
    pub static Region: Shape = Shape {
        name: "Region",
        kind: Kind::Str { values: &[], pattern: "", range: Range::between(0.0, 20.0) },
    };
    pub static ReplaceKeyPrefixWith: Shape = Shape {
        name: "ReplaceKeyPrefixWith",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ReplaceKeyWith: Shape =
        Shape { name: "ReplaceKeyWith", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ReplicaKmsKeyID: Shape =
        Shape { name: "ReplicaKmsKeyID", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ReplicaModifications: Shape = Shape {
        name: "ReplicaModifications",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Status", &ReplicaModificationsStatus).required()],
            payload: None,
            union: false,
        }),
    };
    pub static ReplicaModificationsStatus: Shape = Shape {
        name: "ReplicaModificationsStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static ReplicationConfiguration: Shape = Shape {
        name: "ReplicationConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Role", &Role).required(),
                Member::new("Rules", &ReplicationRules).wire("Rule").required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ReplicationRule: Shape = Shape {
        name: "ReplicationRule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ID", &ID),
                Member::new("Priority", &Priority),
                Member::new("Prefix", &Prefix),
                Member::new("Filter", &ReplicationRuleFilter),
                Member::new("Status", &ReplicationRuleStatus).required(),
                Member::new("SourceSelectionCriteria", &SourceSelectionCriteria),
                Member::new("ExistingObjectReplication", &ExistingObjectReplication),
                Member::new("Destination", &Destination).required(),
                Member::new("DeleteMarkerReplication", &DeleteMarkerReplication),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ReplicationRuleAndOperator: Shape = Shape {
        name: "ReplicationRuleAndOperator",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Prefix", &Prefix), Member::new("Tags", &TagSet).wire("Tag").flattened()],
            payload: None,
            union: false,
        }),
    };
    pub static ReplicationRuleFilter: Shape = Shape {
        name: "ReplicationRuleFilter",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Prefix", &Prefix),
                Member::new("Tag", &Tag),
                Member::new("And", &ReplicationRuleAndOperator),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ReplicationRuleStatus: Shape = Shape {
        name: "ReplicationRuleStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static ReplicationRules: Shape = Shape {
        name: "ReplicationRules",
        kind: Kind::List {
            member: Member::new("member", &ReplicationRule),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static ReplicationStatus: Shape = Shape {
        name: "ReplicationStatus",
        kind: Kind::Str {
            values: &["COMPLETE", "PENDING", "FAILED", "REPLICA", "COMPLETED"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ReplicationTime: Shape = Shape {
        name: "ReplicationTime",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Status", &ReplicationTimeStatus).required(),
                Member::new("Time", &ReplicationTimeValue).required(),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ReplicationTimeStatus: Shape = Shape {
        name: "ReplicationTimeStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static ReplicationTimeValue: Shape = Shape {
        name: "ReplicationTimeValue",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Minutes", &Minutes)],
            payload: None,
            union: false,
        }),
    };
    pub static RequestCharged: Shape = Shape {
        name: "RequestCharged",
        kind: Kind::Str { values: &["requester"], pattern: "", range: Range::ANY },
    };
    pub static RequestPayer: Shape = Shape {
        name: "RequestPayer",
        kind: Kind::Str { values: &["requester"], pattern: "", range: Range::ANY },
    };
    pub static ResponseCacheControl: Shape = Shape {
        name: "ResponseCacheControl",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ResponseContentDisposition: Shape = Shape {
        name: "ResponseContentDisposition",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ResponseContentEncoding: Shape = Shape {
        name: "ResponseContentEncoding",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ResponseContentLanguage: Shape = Shape {
        name: "ResponseContentLanguage",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ResponseContentType: Shape = Shape {
        name: "ResponseContentType",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static ResponseExpires: Shape =
        Shape { name: "ResponseExpires", kind: Kind::Time(Some(TimeFormat::Rfc822)) };
    pub static Restore: Shape =
        Shape { name: "Restore", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static RestoreExpiryDate: Shape = Shape { name: "RestoreExpiryDate", kind: Kind::Time(None) };
    pub static RestoreStatus: Shape = Shape {
        name: "RestoreStatus",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("IsRestoreInProgress", &IsRestoreInProgress),
                Member::new("RestoreExpiryDate", &RestoreExpiryDate),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static Role: Shape =
        Shape { name: "Role", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static RoutingRule: Shape = Shape {
        name: "RoutingRule",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Condition", &Condition), Member::new("Redirect", &Redirect).required()],
            payload: None,
            union: false,
        }),
    };
    pub static RoutingRules: Shape = Shape {
        name: "RoutingRules",
        kind: Kind::List {
            member: Member::new("member", &RoutingRule).wire("RoutingRule"),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static S3KeyFilter: Shape = Shape {
        name: "S3KeyFilter",
        kind: Kind::Structure(Structure {
            members: &[Member::new("FilterRules", &FilterRuleList).wire("FilterRule")],
            payload: None,
            union: false,
        }),
    };
    pub static S3RegionalOrS3ExpressBucketArnString: Shape = Shape {
        name: "S3RegionalOrS3ExpressBucketArnString",
        kind: Kind::Str {
            values: &[],
            pattern: "arn:[^:]+:(s3|s3express):.*",
            range: Range::between(1.0, 128.0),
        },
    };
    pub static SSECustomerAlgorithm: Shape = Shape {
        name: "SSECustomerAlgorithm",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static SSECustomerKey: Shape =
        Shape { name: "SSECustomerKey", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static SSECustomerKeyMD5: Shape =
        Shape { name: "SSECustomerKeyMD5", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static SSEKMSEncryptionContext: Shape = Shape {
        name: "SSEKMSEncryptionContext",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static SSEKMSKeyId: Shape =
        Shape { name: "SSEKMSKeyId", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static ServerSideEncryption: Shape = Shape {
        name: "ServerSideEncryption",
        kind: Kind::Str {
            values: &["AES256", "aws:fsx", "aws:backup", "aws:kms", "aws:kms:dsse"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static ServerSideEncryptionByDefault: Shape = Shape {
        name: "ServerSideEncryptionByDefault",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SSEAlgorithm", &ServerSideEncryption).required(),
                Member::new("KMSMasterKeyID", &SSEKMSKeyId),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ServerSideEncryptionConfiguration: Shape = Shape {
        name: "ServerSideEncryptionConfiguration",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Rules", &ServerSideEncryptionRules).wire("Rule").required()],
            payload: None,
            union: false,
        }),
    };
    pub static ServerSideEncryptionRule: Shape = Shape {
        name: "ServerSideEncryptionRule",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ApplyServerSideEncryptionByDefault", &ServerSideEncryptionByDefault),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled),
                Member::new("BlockedEncryptionTypes", &BlockedEncryptionTypes),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static ServerSideEncryptionRules: Shape = Shape {
        name: "ServerSideEncryptionRules",
        kind: Kind::List {
            member: Member::new("member", &ServerSideEncryptionRule),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Setting: Shape = Shape { name: "Setting", kind: Kind::Bool };
    pub static SimplePrefix: Shape = Shape {
        name: "SimplePrefix",
        kind: Kind::Structure(Structure { members: &[], payload: None, union: false }),
    };
    pub static Size: Shape = Shape { name: "Size", kind: Kind::Int(Range::ANY) };
    pub static SkipValidation: Shape = Shape { name: "SkipValidation", kind: Kind::Bool };
    pub static SourceSelectionCriteria: Shape = Shape {
        name: "SourceSelectionCriteria",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SseKmsEncryptedObjects", &SseKmsEncryptedObjects),
                Member::new("ReplicaModifications", &ReplicaModifications),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static SseKmsEncryptedObjects: Shape = Shape {
        name: "SseKmsEncryptedObjects",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Status", &SseKmsEncryptedObjectsStatus).required()],
            payload: None,
            union: false,
        }),
    };
    pub static SseKmsEncryptedObjectsStatus: Shape = Shape {
        name: "SseKmsEncryptedObjectsStatus",
        kind: Kind::Str { values: &["Enabled", "Disabled"], pattern: "", range: Range::ANY },
    };
    pub static StartAfter: Shape =
        Shape { name: "StartAfter", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static StorageClass: Shape = Shape {
        name: "StorageClass",
        kind: Kind::Str {
            values: &[
                "STANDARD",
                "REDUCED_REDUNDANCY",
                "STANDARD_IA",
                "ONEZONE_IA",
                "INTELLIGENT_TIERING",
                "GLACIER",
                "DEEP_ARCHIVE",
                "OUTPOSTS",
                "GLACIER_IR",
                "SNOW",
                "EXPRESS_ONEZONE",
                "FSX_OPENZFS",
                "FSX_ONTAP",
                "AWS_BACKUP_WARM",
                "AWS_BACKUP_LOW_COST_WARM",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Suffix: Shape =
        Shape { name: "Suffix", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Tag: Shape = Shape {
        name: "Tag",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Key", &ObjectKey).required(), Member::new("Value", &Value).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TagCount: Shape = Shape { name: "TagCount", kind: Kind::Int(Range::ANY) };
    pub static TagSet: Shape = Shape {
        name: "TagSet",
        kind: Kind::List {
            member: Member::new("member", &Tag).wire("Tag"),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static Tagging: Shape = Shape {
        name: "Tagging",
        kind: Kind::Structure(Structure {
            members: &[Member::new("TagSet", &TagSet).required()],
            payload: None,
            union: false,
        }),
    };
    pub static TaggingDirective: Shape = Shape {
        name: "TaggingDirective",
        kind: Kind::Str { values: &["COPY", "REPLACE"], pattern: "", range: Range::ANY },
    };
    pub static TaggingHeader: Shape =
        Shape { name: "TaggingHeader", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static TargetBucket: Shape =
        Shape { name: "TargetBucket", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static TargetGrant: Shape = Shape {
        name: "TargetGrant",
        kind: Kind::Structure(Structure {
            members: &[Member::new("Grantee", &Grantee), Member::new("Permission", &BucketLogsPermission)],
            payload: None,
            union: false,
        }),
    };
    pub static TargetGrants: Shape = Shape {
        name: "TargetGrants",
        kind: Kind::List {
            member: Member::new("member", &TargetGrant).wire("Grant"),
            flattened: false,
            range: Range::ANY,
        },
    };
    pub static TargetObjectKeyFormat: Shape = Shape {
        name: "TargetObjectKeyFormat",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("SimplePrefix", &SimplePrefix),
                Member::new("PartitionedPrefix", &PartitionedPrefix),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TargetPrefix: Shape =
        Shape { name: "TargetPrefix", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static Token: Shape =
        Shape { name: "Token", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static TopicArn: Shape =
        Shape { name: "TopicArn", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static TopicConfiguration: Shape = Shape {
        name: "TopicConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Id", &NotificationId),
                Member::new("TopicArn", &TopicArn).wire("Topic").required(),
                Member::new("Events", &EventList).wire("Event").required(),
                Member::new("Filter", &NotificationConfigurationFilter),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TopicConfigurationList: Shape = Shape {
        name: "TopicConfigurationList",
        kind: Kind::List {
            member: Member::new("member", &TopicConfiguration),
            flattened: true,
            range: Range::ANY,
        },
    };
    pub static Transition: Shape = Shape {
        name: "Transition",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Date", &Date),
                Member::new("Days", &Days),
                Member::new("StorageClass", &TransitionStorageClass),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static TransitionDefaultMinimumObjectSize: Shape = Shape {
        name: "TransitionDefaultMinimumObjectSize",
        kind: Kind::Str {
            values: &["varies_by_storage_class", "all_storage_classes_128K"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static TransitionList: Shape = Shape {
        name: "TransitionList",
        kind: Kind::List { member: Member::new("member", &Transition), flattened: true, range: Range::ANY },
    };
    pub static TransitionStorageClass: Shape = Shape {
        name: "TransitionStorageClass",
        kind: Kind::Str {
            values: &[
                "GLACIER",
                "STANDARD_IA",
                "ONEZONE_IA",
                "INTELLIGENT_TIERING",
                "DEEP_ARCHIVE",
                "GLACIER_IR",
            ],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static Type: Shape = Shape {
        name: "Type",
        kind: Kind::Str {
            values: &["CanonicalUser", "AmazonCustomerByEmail", "Group"],
            pattern: "",
            range: Range::ANY,
        },
    };
    pub static URI: Shape =
        Shape { name: "URI", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static UploadIdMarker: Shape =
        Shape { name: "UploadIdMarker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static UploadPartCopyOutput: Shape = Shape {
        name: "UploadPartCopyOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("CopySourceVersionId", &CopySourceVersionId)
                    .wire("x-amz-copy-source-version-id")
                    .at(Location::Header),
                Member::new("CopyPartResult", &CopyPartResult),
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
            ],
            payload: Some("CopyPartResult"),
            union: false,
        }),
    };
    pub static UploadPartCopyRequest: Shape = Shape {
        name: "UploadPartCopyRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("CopySource", &CopySource)
                    .wire("x-amz-copy-source")
                    .at(Location::Header)
                    .required(),
                Member::new("CopySourceIfMatch", &CopySourceIfMatch)
                    .wire("x-amz-copy-source-if-match")
                    .at(Location::Header),
                Member::new("CopySourceIfModifiedSince", &CopySourceIfModifiedSince)
                    .wire("x-amz-copy-source-if-modified-since")
                    .at(Location::Header),
                Member::new("CopySourceIfNoneMatch", &CopySourceIfNoneMatch)
                    .wire("x-amz-copy-source-if-none-match")
                    .at(Location::Header),
                Member::new("CopySourceIfUnmodifiedSince", &CopySourceIfUnmodifiedSince)
                    .wire("x-amz-copy-source-if-unmodified-since")
                    .at(Location::Header),
                Member::new("CopySourceRange", &CopySourceRange)
                    .wire("x-amz-copy-source-range")
                    .at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("PartNumber", &PartNumber).wire("partNumber").at(Location::Query).required(),
                Member::new("UploadId", &MultipartUploadId).wire("uploadId").at(Location::Query).required(),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("CopySourceSSECustomerAlgorithm", &CopySourceSSECustomerAlgorithm)
                    .wire("x-amz-copy-source-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("CopySourceSSECustomerKey", &CopySourceSSECustomerKey)
                    .wire("x-amz-copy-source-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("CopySourceSSECustomerKeyMD5", &CopySourceSSECustomerKeyMD5)
                    .wire("x-amz-copy-source-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
                Member::new("ExpectedSourceBucketOwner", &AccountId)
                    .wire("x-amz-source-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UploadPartOutput: Shape = Shape {
        name: "UploadPartOutput",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("ServerSideEncryption", &ServerSideEncryption)
                    .wire("x-amz-server-side-encryption")
                    .at(Location::Header),
                Member::new("ETag", &ETag).at(Location::Header),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("SSEKMSKeyId", &SSEKMSKeyId)
                    .wire("x-amz-server-side-encryption-aws-kms-key-id")
                    .at(Location::Header),
                Member::new("BucketKeyEnabled", &BucketKeyEnabled)
                    .wire("x-amz-server-side-encryption-bucket-key-enabled")
                    .at(Location::Header),
                Member::new("RequestCharged", &RequestCharged)
                    .wire("x-amz-request-charged")
                    .at(Location::Header),
                Member::new("VersionId", &ObjectVersionId).wire("x-amz-version-id").at(Location::Header),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static UploadPartRequest: Shape = Shape {
        name: "UploadPartRequest",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("Body", &Body).streaming(),
                Member::new("Bucket", &BucketName).at(Location::Uri).required(),
                Member::new("ContentLength", &ContentLength).wire("Content-Length").at(Location::Header),
                Member::new("ContentMD5", &ContentMD5).wire("Content-MD5").at(Location::Header),
                Member::new("ChecksumAlgorithm", &ChecksumAlgorithm)
                    .wire("x-amz-sdk-checksum-algorithm")
                    .at(Location::Header),
                Member::new("ChecksumCRC32", &ChecksumCRC32)
                    .wire("x-amz-checksum-crc32")
                    .at(Location::Header),
                Member::new("ChecksumCRC32C", &ChecksumCRC32C)
                    .wire("x-amz-checksum-crc32c")
                    .at(Location::Header),
                Member::new("ChecksumCRC64NVME", &ChecksumCRC64NVME)
                    .wire("x-amz-checksum-crc64nvme")
                    .at(Location::Header),
                Member::new("ChecksumSHA1", &ChecksumSHA1).wire("x-amz-checksum-sha1").at(Location::Header),
                Member::new("ChecksumSHA256", &ChecksumSHA256)
                    .wire("x-amz-checksum-sha256")
                    .at(Location::Header),
                Member::new("ChecksumSHA512", &ChecksumSHA512)
                    .wire("x-amz-checksum-sha512")
                    .at(Location::Header),
                Member::new("ChecksumMD5", &ChecksumMD5).wire("x-amz-checksum-md5").at(Location::Header),
                Member::new("ChecksumXXHASH64", &ChecksumXXHASH64)
                    .wire("x-amz-checksum-xxhash64")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH3", &ChecksumXXHASH3)
                    .wire("x-amz-checksum-xxhash3")
                    .at(Location::Header),
                Member::new("ChecksumXXHASH128", &ChecksumXXHASH128)
                    .wire("x-amz-checksum-xxhash128")
                    .at(Location::Header),
                Member::new("Key", &ObjectKey).at(Location::Uri).required(),
                Member::new("PartNumber", &PartNumber).wire("partNumber").at(Location::Query).required(),
                Member::new("UploadId", &MultipartUploadId).wire("uploadId").at(Location::Query).required(),
                Member::new("SSECustomerAlgorithm", &SSECustomerAlgorithm)
                    .wire("x-amz-server-side-encryption-customer-algorithm")
                    .at(Location::Header),
                Member::new("SSECustomerKey", &SSECustomerKey)
                    .wire("x-amz-server-side-encryption-customer-key")
                    .at(Location::Header),
                Member::new("SSECustomerKeyMD5", &SSECustomerKeyMD5)
                    .wire("x-amz-server-side-encryption-customer-key-MD5")
                    .at(Location::Header),
                Member::new("RequestPayer", &RequestPayer).wire("x-amz-request-payer").at(Location::Header),
                Member::new("ExpectedBucketOwner", &AccountId)
                    .wire("x-amz-expected-bucket-owner")
                    .at(Location::Header),
            ],
            payload: Some("Body"),
            union: false,
        }),
    };
    pub static Value: Shape =
        Shape { name: "Value", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static VersionCount: Shape = Shape { name: "VersionCount", kind: Kind::Int(Range::ANY) };
    pub static VersionIdMarker: Shape =
        Shape { name: "VersionIdMarker", kind: Kind::Str { values: &[], pattern: "", range: Range::ANY } };
    pub static VersioningConfiguration: Shape = Shape {
        name: "VersioningConfiguration",
        kind: Kind::Structure(Structure {
            members: &[
                Member::new("MFADelete", &MFADelete).wire("MfaDelete"),
                Member::new("Status", &BucketVersioningStatus),
            ],
            payload: None,
            union: false,
        }),
    };
    pub static WebsiteRedirectLocation: Shape = Shape {
        name: "WebsiteRedirectLocation",
        kind: Kind::Str { values: &[], pattern: "", range: Range::ANY },
    };
    pub static WriteOffsetBytes: Shape = Shape { name: "WriteOffsetBytes", kind: Kind::Int(Range::ANY) };
    pub static Years: Shape = Shape { name: "Years", kind: Kind::Int(Range::ANY) };
}
