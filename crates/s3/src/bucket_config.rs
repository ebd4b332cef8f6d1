//! Settings of buckets: stored, echoed, and, where they mean something here, obeyed.

use std::sync::Arc;

use lirio_api::s3::{
    DeleteBucketEncryptionRequest, DeleteBucketOwnershipControlsRequest, DeleteBucketTaggingRequest,
    DeletePublicAccessBlockRequest, GetBucketAccelerateConfigurationOutput,
    GetBucketAccelerateConfigurationRequest, GetBucketCorsOutput, GetBucketCorsRequest,
    GetBucketEncryptionOutput, GetBucketEncryptionRequest, GetBucketLifecycleConfigurationOutput,
    GetBucketLifecycleConfigurationRequest, GetBucketLoggingOutput, GetBucketLoggingRequest,
    GetBucketNotificationConfigurationRequest, GetBucketOwnershipControlsOutput,
    GetBucketOwnershipControlsRequest, GetBucketReplicationOutput, GetBucketReplicationRequest,
    GetBucketRequestPaymentOutput, GetBucketRequestPaymentRequest, GetBucketTaggingOutput,
    GetBucketTaggingRequest, GetBucketVersioningOutput, GetBucketVersioningRequest, GetBucketWebsiteOutput,
    GetBucketWebsiteRequest, GetObjectLockConfigurationOutput, GetObjectLockConfigurationRequest,
    GetPublicAccessBlockOutput, GetPublicAccessBlockRequest, NotificationConfiguration,
    PutBucketEncryptionRequest, PutBucketNotificationConfigurationRequest, PutBucketOwnershipControlsRequest,
    PutBucketTaggingRequest, PutBucketVersioningRequest, PutPublicAccessBlockRequest,
    ServerSideEncryptionByDefault, ServerSideEncryptionConfiguration, ServerSideEncryptionRule,
};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use crate::access::Named;
use crate::errors::{malformed_xml, refuse};
use crate::names::{check_encryption, check_tags};
use crate::rows::{BUCKETS, BucketRow, Versioning, bucket_key};
use crate::s3::S3;
use crate::tagging::{from_shapes, to_shapes};

/// Changes a bucket's row.
pub(crate) async fn change<F>(
    ctx: &Context,
    bucket: &str,
    owner: &Option<String>,
    change: F,
) -> Result<Unit, AwsError>
where
    F: FnOnce(&mut BucketRow) -> Result<(), AwsError> + Send + 'static,
{
    let named = Named::new(bucket, owner);
    ctx.commit(move |txn| {
        let mut row = named.row(txn)?;
        change(&mut row)?;
        BUCKETS.put(txn, &bucket_key(&row.name), &row)?;
        Ok(Unit)
    })
    .await
}

/// A setting that is not there.
fn not_set(code: &'static str, message: &'static str, bucket: &str) -> AwsError {
    AwsError::new(code, 404, message).with("BucketName", bucket)
}

/// Handlers of settings that nobody can set here: the bucket must exist, and then there is none.
macro_rules! never_set {
    ($($handler:ident: $input:ty => $output:ty, $code:literal, $message:literal;)*) => {
        impl S3 { $(
            pub(crate) async fn $handler(self: Arc<Self>, ctx: Context, input: $input) -> Result<$output, AwsError> {
                self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
                Err(not_set($code, $message, &input.bucket))
            }
        )* }
    };
}
never_set! {
    get_bucket_cors: GetBucketCorsRequest => GetBucketCorsOutput,
        "NoSuchCORSConfiguration", "The CORS configuration does not exist";
    get_bucket_lifecycle_configuration: GetBucketLifecycleConfigurationRequest => GetBucketLifecycleConfigurationOutput,
        "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist";
    get_bucket_replication: GetBucketReplicationRequest => GetBucketReplicationOutput,
        "ReplicationConfigurationNotFoundError", "The replication configuration was not found";
    get_bucket_website: GetBucketWebsiteRequest => GetBucketWebsiteOutput,
        "NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration";
    get_object_lock_configuration: GetObjectLockConfigurationRequest => GetObjectLockConfigurationOutput,
        "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket";
}

impl S3 {
    pub(crate) async fn get_bucket_accelerate_configuration(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketAccelerateConfigurationRequest,
    ) -> Result<GetBucketAccelerateConfigurationOutput, AwsError> {
        self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        Ok(GetBucketAccelerateConfigurationOutput::default())
    }

    pub(crate) async fn get_bucket_logging(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketLoggingRequest,
    ) -> Result<GetBucketLoggingOutput, AwsError> {
        self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        Ok(GetBucketLoggingOutput::default())
    }

    pub(crate) async fn get_bucket_request_payment(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketRequestPaymentRequest,
    ) -> Result<GetBucketRequestPaymentOutput, AwsError> {
        self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        Ok(GetBucketRequestPaymentOutput { payer: Some("BucketOwner".to_owned()) })
    }

    pub(crate) async fn get_bucket_versioning(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketVersioningRequest,
    ) -> Result<GetBucketVersioningOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        let status = match row.versioning {
            Versioning::Unversioned => None,
            Versioning::Enabled => Some("Enabled".to_owned()),
            Versioning::Suspended => Some("Suspended".to_owned()),
        };
        Ok(GetBucketVersioningOutput { status, ..GetBucketVersioningOutput::default() })
    }

    pub(crate) async fn put_bucket_versioning(
        self: Arc<Self>,
        ctx: Context,
        input: PutBucketVersioningRequest,
    ) -> Result<Unit, AwsError> {
        refuse(&input.mfa, "MFA delete")?;
        let configuration = input.versioning_configuration;
        if configuration.mfa_delete.as_deref() == Some("Enabled") {
            return Err(AwsError::not_served("MFA delete"));
        }
        let versioning = match configuration.status.as_deref() {
            Some("Enabled") => Versioning::Enabled,
            Some("Suspended") => Versioning::Suspended,
            _ => {
                return Err(AwsError::new(
                    "IllegalVersioningConfigurationException",
                    400,
                    "The Versioning element must be specified",
                ));
            }
        };
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            row.versioning = versioning;
            Ok(())
        })
        .await
    }

    pub(crate) async fn get_bucket_tagging(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketTaggingRequest,
    ) -> Result<GetBucketTaggingOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        if row.tags.is_empty() {
            return Err(not_set("NoSuchTagSet", "The TagSet does not exist", &input.bucket));
        }
        Ok(GetBucketTaggingOutput { tag_set: to_shapes(row.tags) })
    }

    pub(crate) async fn put_bucket_tagging(
        self: Arc<Self>,
        ctx: Context,
        input: PutBucketTaggingRequest,
    ) -> Result<Unit, AwsError> {
        let tags = from_shapes(input.tagging.tag_set);
        check_tags(&tags, 50)?;
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            row.tags = tags;
            Ok(())
        })
        .await
    }

    pub(crate) async fn delete_bucket_tagging(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteBucketTaggingRequest,
    ) -> Result<Unit, AwsError> {
        change(&ctx, &input.bucket, &input.expected_bucket_owner, |row| {
            row.tags.clear();
            Ok(())
        })
        .await
    }

    pub(crate) async fn get_bucket_encryption(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketEncryptionRequest,
    ) -> Result<GetBucketEncryptionOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        // Since 2023 every bucket of AWS has this default.
        let configuration = row.encryption.unwrap_or_else(|| ServerSideEncryptionConfiguration {
            rules: vec![ServerSideEncryptionRule {
                apply_server_side_encryption_by_default: Some(ServerSideEncryptionByDefault {
                    sse_algorithm: "AES256".to_owned(),
                    kms_master_key_id: None,
                }),
                bucket_key_enabled: Some(false),
                ..ServerSideEncryptionRule::default()
            }],
        });
        Ok(GetBucketEncryptionOutput { server_side_encryption_configuration: Some(configuration) })
    }

    pub(crate) async fn put_bucket_encryption(
        self: Arc<Self>,
        ctx: Context,
        input: PutBucketEncryptionRequest,
    ) -> Result<Unit, AwsError> {
        let configuration = input.server_side_encryption_configuration;
        if configuration.rules.len() != 1 {
            return Err(malformed_xml());
        }
        for rule in &configuration.rules {
            let Some(default) = &rule.apply_server_side_encryption_by_default else { continue };
            check_encryption(&Some(default.sse_algorithm.clone()), &default.kms_master_key_id, &None)?;
        }
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            row.encryption = Some(configuration);
            Ok(())
        })
        .await
    }

    pub(crate) async fn delete_bucket_encryption(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteBucketEncryptionRequest,
    ) -> Result<Unit, AwsError> {
        change(&ctx, &input.bucket, &input.expected_bucket_owner, |row| {
            row.encryption = None;
            Ok(())
        })
        .await
    }

    pub(crate) async fn get_bucket_ownership_controls(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketOwnershipControlsRequest,
    ) -> Result<GetBucketOwnershipControlsOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        match row.ownership {
            Some(controls) => Ok(GetBucketOwnershipControlsOutput { ownership_controls: Some(controls) }),
            None => Err(not_set(
                "OwnershipControlsNotFoundError",
                "The bucket ownership controls were not found",
                &input.bucket,
            )),
        }
    }

    pub(crate) async fn put_bucket_ownership_controls(
        self: Arc<Self>,
        ctx: Context,
        input: PutBucketOwnershipControlsRequest,
    ) -> Result<Unit, AwsError> {
        let controls = input.ownership_controls;
        if controls.rules.len() != 1 {
            return Err(malformed_xml());
        }
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            row.ownership = Some(controls);
            Ok(())
        })
        .await
    }

    pub(crate) async fn delete_bucket_ownership_controls(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteBucketOwnershipControlsRequest,
    ) -> Result<Unit, AwsError> {
        change(&ctx, &input.bucket, &input.expected_bucket_owner, |row| {
            row.ownership = None;
            Ok(())
        })
        .await
    }

    pub(crate) async fn get_public_access_block(
        self: Arc<Self>,
        ctx: Context,
        input: GetPublicAccessBlockRequest,
    ) -> Result<GetPublicAccessBlockOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        match row.public_access_block {
            Some(block) => Ok(GetPublicAccessBlockOutput { public_access_block_configuration: Some(block) }),
            None => Err(not_set(
                "NoSuchPublicAccessBlockConfiguration",
                "The public access block configuration was not found",
                &input.bucket,
            )),
        }
    }

    pub(crate) async fn put_public_access_block(
        self: Arc<Self>,
        ctx: Context,
        input: PutPublicAccessBlockRequest,
    ) -> Result<Unit, AwsError> {
        let mut block = input.public_access_block_configuration;
        // What is left out is false, and reads back as such.
        for member in [
            &mut block.block_public_acls,
            &mut block.ignore_public_acls,
            &mut block.block_public_policy,
            &mut block.restrict_public_buckets,
        ] {
            member.get_or_insert(false);
        }
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            row.public_access_block = Some(block);
            Ok(())
        })
        .await
    }

    pub(crate) async fn delete_public_access_block(
        self: Arc<Self>,
        ctx: Context,
        input: DeletePublicAccessBlockRequest,
    ) -> Result<Unit, AwsError> {
        change(&ctx, &input.bucket, &input.expected_bucket_owner, |row| {
            row.public_access_block = None;
            Ok(())
        })
        .await
    }

    pub(crate) async fn get_bucket_notification_configuration(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketNotificationConfigurationRequest,
    ) -> Result<NotificationConfiguration, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        Ok(row.notification.unwrap_or_default())
    }

    pub(crate) async fn put_bucket_notification_configuration(
        self: Arc<Self>,
        ctx: Context,
        input: PutBucketNotificationConfigurationRequest,
    ) -> Result<Unit, AwsError> {
        let given = input.notification_configuration;
        let any = |targets: usize, what: &str| match targets {
            0 => Ok(()),
            _ => Err(AwsError::not_served(format_args!(
                "Sending S3 notifications to {what} (turn on EventBridge for the bucket and let a rule do it)"
            ))),
        };
        any(given.lambda_function_configurations.as_ref().map_or(0, Vec::len), "Lambda functions")?;
        any(given.queue_configurations.as_ref().map_or(0, Vec::len), "SQS queues")?;
        any(given.topic_configurations.as_ref().map_or(0, Vec::len), "SNS topics")?;
        let notification = given.event_bridge_configuration.map(|bridge| NotificationConfiguration {
            event_bridge_configuration: Some(bridge),
            ..NotificationConfiguration::default()
        });
        change(&ctx, &input.bucket, &input.expected_bucket_owner, move |row| {
            row.notification = notification;
            Ok(())
        })
        .await
    }
}
