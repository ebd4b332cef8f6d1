//! Looking buckets and objects up, with the errors that every operation shares.

use lirio_api::s3::Owner;
use lirio_api::{AwsError, Timestamp};
use lirio_service::Context;
use lirio_store::{Read, Txn};

use crate::audit;
use crate::conditions::WriteConditions;
use crate::data::hex;
use crate::errors::{
    access_denied, invalid_argument, method_not_allowed, no_such_bucket, no_such_key, no_such_version,
};
use crate::rows::{BUCKETS, BucketRow, Content, OBJECTS, Version, Versioning, bucket_key, object_key};
use crate::s3::S3;
use crate::{events, versions};

/// A bucket as a request names it.
#[derive(Clone, Debug)]
pub(crate) struct Named {
    pub(crate) bucket: String,
    /// `x-amz-expected-bucket-owner`.
    pub(crate) owner: Option<String>,
}

impl Named {
    /// From the two members that every request has.
    pub(crate) fn new(bucket: &str, owner: &Option<String>) -> Self {
        Self { bucket: bucket.to_owned(), owner: owner.clone() }
    }

    /// The bucket's row.
    ///
    /// Errors: `NoSuchBucket`; `AccessDenied` if it is not the expected account's.
    pub(crate) fn row(&self, read: &(impl Read + ?Sized)) -> Result<BucketRow, AwsError> {
        let row =
            BUCKETS.get(read, &bucket_key(&self.bucket))?.ok_or_else(|| no_such_bucket(&self.bucket))?;
        match &self.owner {
            Some(owner) if *owner != row.account => Err(access_denied("Access Denied")),
            _ => Ok(row),
        }
    }
}

/// The canonical id of an account, as S3 shows owners.
pub(crate) fn canonical_id(account: &str) -> String {
    use sha2::{Digest as _, Sha256};
    hex(&Sha256::digest(format!("canonical user of account {account}")))
}

/// An account as the owner of something.
pub(crate) fn owner(account: &str) -> Owner {
    Owner { id: Some(canonical_id(account)), ..Owner::default() }
}

/// Checks the form of a version id.
pub(crate) fn check_version_id(id: &str) -> Result<(), AwsError> {
    if id == "null" || versions::parse_id(id).is_some() {
        return Ok(());
    }
    Err(invalid_argument("versionId", id, "Invalid version id specified"))
}

/// The object of a key, or of one of its versions.
///
/// Errors: `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker asked for by its id.
pub(crate) fn object(
    read: &(impl Read + ?Sized),
    bucket: &BucketRow,
    key: &str,
    version: Option<&str>,
    method: &str,
) -> Result<(Version, Content), AwsError> {
    let found = match version {
        Some(id) => {
            check_version_id(id)?;
            versions::find(read, &bucket.name, key, id)?.ok_or_else(|| no_such_version(key, id))?
        }
        None => {
            versions::current(read, bucket.versioning, &bucket.name, key)?.ok_or_else(|| no_such_key(key))?
        }
    };
    match found.content.clone() {
        Some(content) => Ok((found, content)),
        None => {
            let error = match version {
                Some(_) => method_not_allowed(method).header("Last-Modified", found.modified.http_date()),
                None => no_such_key(key),
            };
            Err(error.header("x-amz-delete-marker", "true").header("x-amz-version-id", found.public_id()))
        }
    }
}

/// An object to be written: where, and under which conditions.
pub(crate) struct Write {
    pub(crate) named: Named,
    pub(crate) key: String,
    pub(crate) conditions: WriteConditions,
    /// Whether there was an object when the request came.
    pub(crate) seen: bool,
    /// The reason that the event gives.
    pub(crate) reason: &'static str,
}

impl S3 {
    /// The bucket of a request.
    pub(crate) fn bucket(
        &self,
        ctx: &Context,
        name: &str,
        owner: &Option<String>,
    ) -> Result<BucketRow, AwsError> {
        ctx.platform.store.read(|r| Named::new(name, owner).row(r))
    }

    /// Judges the conditions of a write before its body comes, so that a lost cause ends early.
    pub(crate) fn begin_write(
        &self,
        ctx: &Context,
        named: Named,
        key: String,
        conditions: WriteConditions,
        reason: &'static str,
    ) -> Result<(Write, BucketRow), AwsError> {
        let (row, object) = ctx.platform.store.read(|r| {
            let row = named.row(r)?;
            let object = OBJECTS.get(r, &object_key(&named.bucket, &key))?;
            Ok::<_, AwsError>((row, object))
        })?;
        conditions.check(&key, object.as_ref(), false)?;
        Ok((Write { named, key, conditions, seen: object.is_some(), reason }, row))
    }

    /// Writes a version: its row, what it displaces, its event and the audit record, in one commit.
    ///
    /// `make` adopts the bytes inside the commit.
    pub(crate) async fn commit_write<F>(
        &self,
        ctx: &Context,
        write: Write,
        make: F,
    ) -> Result<(Version, Content, Versioning), AwsError>
    where
        F: FnOnce(&mut Txn<'_>) -> Result<Content, AwsError> + Send + 'static,
    {
        let leases = self.leases.clone();
        let context = ctx.clone();
        ctx.commit(move |txn| {
            let Write { named, key, conditions, seen, reason } = write;
            let bucket = named.row(txn)?;
            let object = OBJECTS.get(txn, &object_key(&bucket.name, &key))?;
            conditions.check(&key, object.as_ref(), seen)?;
            let content = make(txn)?;
            let now: Timestamp = context.platform.now();
            let version =
                versions::put(txn, &leases, bucket.versioning, &bucket.name, &key, content.clone(), now)?;
            events::created(txn, &context, &bucket, &key, &version, reason)?;
            audit::response(&context, written(&version, bucket.versioning));
            Ok((version, content, bucket.versioning))
        })
        .await
    }
}

/// `responseElements` of a write.
fn written(version: &Version, versioning: Versioning) -> serde_json::Value {
    let mut elements = serde_json::json!({ "x-amz-server-side-encryption": "AES256" });
    if let Some(id) = version.shown_id(versioning) {
        elements["x-amz-version-id"] = id.into();
    }
    elements
}
