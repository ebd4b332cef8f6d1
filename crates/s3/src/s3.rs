//! The service: what it owns and which handler serves which operation.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use lirio_api::AwsError;
use lirio_api::s3::ops;
use lirio_policy::Document;
use lirio_service::{Platform, Registry};

use crate::data::{self, Leases};

/// S3.
pub struct S3 {
    pub(crate) platform: Platform,
    pub(crate) leases: Leases,
    /// Bucket policies as they were last parsed, each with its text.
    pub(crate) policies: Mutex<HashMap<String, (String, Arc<Document>)>>,
}

impl std::fmt::Debug for S3 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "S3({:?})", self.platform)
    }
}

impl S3 {
    /// The service on a platform.
    pub fn new(platform: &Platform) -> Result<Arc<Self>, AwsError> {
        Ok(Arc::new(Self {
            platform: platform.clone(),
            leases: Leases::default(),
            policies: Mutex::default(),
        }))
    }

    /// Starts what runs in the background: the removal of the bytes of replaced multipart objects.
    pub fn start(self: &Arc<Self>) {
        tokio::spawn(data::collect(self.platform.clone(), self.leases.clone()));
    }

    /// Registers the handlers and the bucket policies.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateBucket, Self::create_bucket)
            .on(ops::DeleteBucket, Self::delete_bucket)
            .on(ops::HeadBucket, Self::head_bucket)
            .on(ops::ListBuckets, Self::list_buckets)
            .on(ops::GetBucketLocation, Self::get_bucket_location)
            .on(ops::GetBucketAcl, Self::get_bucket_acl)
            .on(ops::GetBucketVersioning, Self::get_bucket_versioning)
            .on(ops::PutBucketVersioning, Self::put_bucket_versioning)
            .on(ops::GetBucketTagging, Self::get_bucket_tagging)
            .on(ops::PutBucketTagging, Self::put_bucket_tagging)
            .on(ops::DeleteBucketTagging, Self::delete_bucket_tagging)
            .on(ops::GetBucketEncryption, Self::get_bucket_encryption)
            .on(ops::PutBucketEncryption, Self::put_bucket_encryption)
            .on(ops::DeleteBucketEncryption, Self::delete_bucket_encryption)
            .on(ops::GetBucketOwnershipControls, Self::get_bucket_ownership_controls)
            .on(ops::PutBucketOwnershipControls, Self::put_bucket_ownership_controls)
            .on(ops::DeleteBucketOwnershipControls, Self::delete_bucket_ownership_controls)
            .on(ops::GetPublicAccessBlock, Self::get_public_access_block)
            .on(ops::PutPublicAccessBlock, Self::put_public_access_block)
            .on(ops::DeletePublicAccessBlock, Self::delete_public_access_block)
            .on(ops::GetBucketNotificationConfiguration, Self::get_bucket_notification_configuration)
            .on(ops::PutBucketNotificationConfiguration, Self::put_bucket_notification_configuration)
            .on(ops::GetBucketPolicy, Self::get_bucket_policy)
            .on(ops::PutBucketPolicy, Self::put_bucket_policy)
            .on(ops::DeleteBucketPolicy, Self::delete_bucket_policy)
            .on(ops::GetBucketAccelerateConfiguration, Self::get_bucket_accelerate_configuration)
            .on(ops::GetBucketCors, Self::get_bucket_cors)
            .on(ops::GetBucketLifecycleConfiguration, Self::get_bucket_lifecycle_configuration)
            .on(ops::GetBucketLogging, Self::get_bucket_logging)
            .on(ops::GetBucketReplication, Self::get_bucket_replication)
            .on(ops::GetBucketRequestPayment, Self::get_bucket_request_payment)
            .on(ops::GetBucketWebsite, Self::get_bucket_website)
            .on(ops::GetObjectLockConfiguration, Self::get_object_lock_configuration);
        registry
            .service(self)
            .on(ops::PutObject, Self::put_object)
            .on(ops::GetObject, Self::get_object)
            .on(ops::HeadObject, Self::head_object)
            .on(ops::GetObjectAttributes, Self::get_object_attributes)
            .on(ops::CopyObject, Self::copy_object)
            .on(ops::DeleteObject, Self::delete_object)
            .on(ops::DeleteObjects, Self::delete_objects)
            .on(ops::GetObjectTagging, Self::get_object_tagging)
            .on(ops::PutObjectTagging, Self::put_object_tagging)
            .on(ops::DeleteObjectTagging, Self::delete_object_tagging)
            .on(ops::ListObjects, Self::list_objects)
            .on(ops::ListObjectsV2, Self::list_objects_v2)
            .on(ops::ListObjectVersions, Self::list_object_versions)
            .on(ops::CreateMultipartUpload, Self::create_multipart_upload)
            .on(ops::UploadPart, Self::upload_part)
            .on(ops::UploadPartCopy, Self::upload_part_copy)
            .on(ops::CompleteMultipartUpload, Self::complete_multipart_upload)
            .on(ops::AbortMultipartUpload, Self::abort_multipart_upload)
            .on(ops::ListParts, Self::list_parts)
            .on(ops::ListMultipartUploads, Self::list_multipart_uploads);
        let s3 = self.clone();
        registry.resource_policies("s3", move |_, arn| s3.policy_of(arn));
    }
}
