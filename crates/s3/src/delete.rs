//! DeleteObject and DeleteObjects.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::s3::{
    DeleteObjectOutput, DeleteObjectRequest, DeleteObjectsOutput, DeleteObjectsRequest, DeletedObject,
    Error as ErrorEntry,
};
use lirio_service::Context;
use lirio_store::Txn;

use crate::access::{Named, check_version_id};
use crate::audit;
use crate::conditions::WriteConditions;
use crate::data::Leases;
use crate::errors::{malformed_xml, refuse};
use crate::rows::{BucketRow, OBJECTS, Versioning, object_key};
use crate::s3::S3;
use crate::{events, names, versions};

/// The most keys of one DeleteObjects.
const MOST: usize = 1000;

/// One object to delete.
struct Deletion {
    key: String,
    version: Option<String>,
    conditions: WriteConditions,
    reason: &'static str,
}

/// What a deletion did.
#[derive(Default)]
struct Deleted {
    /// The delete marker that it made or removed.
    marker: bool,
    /// The version that it made or removed.
    version: Option<String>,
}

/// Deletes one object.  Everything that can be wrong with the request is found before anything changes.
fn delete(
    txn: &mut Txn<'_>,
    leases: &Leases,
    ctx: &Context,
    bucket: &BucketRow,
    deletion: &Deletion,
) -> Result<Deleted, AwsError> {
    let Deletion { key, version, conditions, reason } = deletion;
    names::check_key(key)?;
    if let Some(id) = version {
        check_version_id(id)?;
        let found = versions::find(txn, &bucket.name, key, id)?;
        conditions.check(key, found.as_ref(), false)?;
        let removed = versions::remove(txn, leases, &bucket.name, key, id)?;
        if let Some(removed) = &removed {
            events::deleted(txn, ctx, bucket, key, removed, false, reason)?;
        }
        let marker = removed.is_some_and(|removed| removed.content.is_none());
        return Ok(Deleted { marker, version: Some(id.clone()) });
    }
    let current = OBJECTS.get(txn, &object_key(&bucket.name, key))?;
    conditions.check(key, current.as_ref(), false)?;
    if bucket.versioning == Versioning::Unversioned {
        if let Some(removed) = versions::remove_unversioned(txn, leases, &bucket.name, key)? {
            events::deleted(txn, ctx, bucket, key, &removed, false, reason)?;
        }
        return Ok(Deleted::default());
    }
    let now = ctx.platform.now();
    let marker = versions::put_marker(txn, leases, bucket.versioning, &bucket.name, key, now)?;
    events::deleted(txn, ctx, bucket, key, &marker, true, reason)?;
    Ok(Deleted { marker: true, version: Some(marker.public_id().to_owned()) })
}

impl S3 {
    pub(crate) async fn delete_object(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteObjectRequest,
    ) -> Result<DeleteObjectOutput, AwsError> {
        refuse(&input.mfa, "MFA delete")?;
        refuse(&input.if_match_size, "Conditional deletes by size (directory buckets)")?;
        refuse(&input.if_match_last_modified_time, "Conditional deletes by time (directory buckets)")?;
        let deletion = Deletion {
            key: input.key,
            version: input.version_id,
            conditions: WriteConditions::new(input.if_match, None)?,
            reason: "DeleteObject",
        };
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        audit::transferred(&ctx, 0, 0);
        let (leases, context) = (self.leases.clone(), ctx.clone());
        let deleted = ctx
            .commit(move |txn| {
                let bucket = named.row(txn)?;
                delete(txn, &leases, &context, &bucket, &deletion)
            })
            .await?;
        Ok(DeleteObjectOutput {
            delete_marker: deleted.marker.then_some(true),
            version_id: deleted.version,
            ..DeleteObjectOutput::default()
        })
    }

    pub(crate) async fn delete_objects(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteObjectsRequest,
    ) -> Result<DeleteObjectsOutput, AwsError> {
        refuse(&input.mfa, "MFA delete")?;
        let objects = input.delete.objects;
        if objects.is_empty() || objects.len() > MOST {
            return Err(malformed_xml());
        }
        let mut deletions = Vec::with_capacity(objects.len());
        for object in objects {
            refuse(&object.size, "Conditional deletes by size (directory buckets)")?;
            refuse(&object.last_modified_time, "Conditional deletes by time (directory buckets)")?;
            deletions.push(Deletion {
                key: object.key,
                version: object.version_id,
                conditions: WriteConditions::new(object.e_tag, None)?,
                reason: "DeleteObject",
            });
        }
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let quiet = input.delete.quiet.unwrap_or(false);
        audit::transferred(&ctx, 0, 0);
        let (leases, context) = (self.leases.clone(), ctx.clone());
        ctx.commit(move |txn| {
            let bucket = named.row(txn)?;
            let (mut done, mut failed) = (Vec::new(), Vec::new());
            for deletion in deletions {
                match delete(txn, &leases, &context, &bucket, &deletion) {
                    Ok(deleted) => done.push(DeletedObject {
                        key: Some(deletion.key),
                        delete_marker: deleted.marker.then_some(true),
                        delete_marker_version_id: deleted.version.filter(|_| deleted.marker),
                        version_id: deletion.version,
                    }),
                    // The caller's mistake with one key leaves the others alone; ours undoes everything.
                    Err(error) if error.status < 500 => failed.push(ErrorEntry {
                        key: Some(deletion.key),
                        version_id: deletion.version,
                        code: Some(error.code.into_owned()),
                        message: Some(error.message),
                    }),
                    Err(error) => return Err(error),
                }
            }
            Ok(DeleteObjectsOutput {
                deleted: (!quiet && !done.is_empty()).then_some(done),
                errors: (!failed.is_empty()).then_some(failed),
                ..DeleteObjectsOutput::default()
            })
        })
        .await
    }
}
