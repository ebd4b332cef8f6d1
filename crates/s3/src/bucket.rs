//! Buckets: create, delete, look at, list.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::Unit;
use lirio_api::s3::{
    Bucket, CreateBucketOutput, CreateBucketRequest, DeleteBucketRequest, GetBucketAclOutput,
    GetBucketAclRequest, GetBucketLocationOutput, GetBucketLocationRequest, Grant, Grantee, HeadBucketOutput,
    HeadBucketRequest, ListBucketsOutput, ListBucketsRequest, OwnershipControls, OwnershipControlsRule,
    PublicAccessBlockConfiguration, errors,
};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};

use crate::access::{Named, canonical_id, owner};
use crate::errors::invalid_argument;
use crate::multipart::remove_upload;
use crate::names::{check_bucket_name, check_tags};
use crate::rows::{BUCKETS, BucketRow, OBJECTS, UPLOADS, VERSIONS, Versioning, bucket_key};
use crate::s3::S3;
use crate::tagging::from_shapes;

impl S3 {
    /// The region of a bucket, whoever owns it; none if there is no such bucket.
    ///
    /// For the door: S3 names the region in `x-amz-bucket-region` even where it refuses a request.
    pub fn bucket_region(&self, name: &str) -> Result<Option<String>, AwsError> {
        let row = self.platform.store.read(|r| BUCKETS.get(r, &bucket_key(name)))?;
        Ok(row.map(|row| row.region))
    }

    pub(crate) async fn create_bucket(
        self: Arc<Self>,
        ctx: Context,
        input: CreateBucketRequest,
    ) -> Result<CreateBucketOutput, AwsError> {
        check_bucket_name(&input.bucket)?;
        if input.object_lock_enabled_for_bucket == Some(true) {
            return Err(AwsError::not_served("S3 Object Lock"));
        }
        if input.bucket_namespace.as_deref().is_some_and(|n| n != "global") {
            return Err(AwsError::not_served("A bucket namespace of the account"));
        }
        let configuration = input.create_bucket_configuration.unwrap_or_default();
        if configuration.bucket.is_some() || configuration.location.is_some() {
            return Err(AwsError::not_served("S3 directory buckets"));
        }
        let region = region_of(&ctx.scope.region, configuration.location_constraint.as_deref())?;
        let ownership = input.object_ownership.unwrap_or_else(|| "BucketOwnerEnforced".to_owned());
        let grants = input.grant_full_control.is_some()
            || input.grant_read.is_some()
            || input.grant_read_acp.is_some()
            || input.grant_write.is_some()
            || input.grant_write_acp.is_some();
        match input.acl.as_deref() {
            None | Some("private") if !grants => {}
            _ if ownership == "BucketOwnerEnforced" => {
                return Err(AwsError::new(
                    "InvalidBucketAclWithObjectOwnership",
                    400,
                    "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
                ));
            }
            _ => return Err(AwsError::not_served("Granting access with S3 access-control lists")),
        }
        let tags = from_shapes(configuration.tags.unwrap_or_default());
        check_tags(&tags, 50)?;
        let row = BucketRow {
            name: input.bucket.clone(),
            account: ctx.scope.account.to_string(),
            region: region.clone(),
            created: ctx.now,
            versioning: Versioning::default(),
            tags,
            policy: None,
            encryption: None,
            // What every new bucket has had on AWS since April 2023.
            public_access_block: Some(PublicAccessBlockConfiguration {
                block_public_acls: Some(true),
                ignore_public_acls: Some(true),
                block_public_policy: Some(true),
                restrict_public_buckets: Some(true),
            }),
            ownership: Some(OwnershipControls {
                rules: vec![OwnershipControlsRule { object_ownership: ownership }],
            }),
            notification: None,
        };
        let arn = row.arn();
        ctx.commit(move |txn| {
            let key = bucket_key(&row.name);
            match BUCKETS.get(txn, &key)? {
                None => Ok(BUCKETS.put(txn, &key, &row)?),
                Some(there) if there.account != row.account => {
                    Err(errors::bucket_already_exists("The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.")
                        .with("BucketName", row.name))
                }
                // The first region has always answered a repetition with success.
                Some(there) if there.region == "us-east-1" && row.region == "us-east-1" => Ok(()),
                Some(_) => Err(errors::bucket_already_owned_by_you("Your previous request to create the named bucket succeeded and you already own it.")
                    .with("BucketName", row.name)),
            }
        })
        .await?;
        let location = match region.as_str() {
            "us-east-1" => format!("/{}", input.bucket),
            _ => format!("http://{}.s3.amazonaws.com/", input.bucket),
        };
        Ok(CreateBucketOutput { location: Some(location), bucket_arn: Some(arn) })
    }

    pub(crate) async fn delete_bucket(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteBucketRequest,
    ) -> Result<Unit, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        ctx.commit(move |txn| {
            let bucket = named.row(txn)?;
            let inside = Key::new().str(&bucket.name);
            let not_empty = |message: &str| {
                AwsError::new("BucketNotEmpty", 409, message).with("BucketName", bucket.name.as_str())
            };
            if !OBJECTS.scan_prefix(txn, &inside, None, 1)?.is_empty() {
                return Err(not_empty("The bucket you tried to delete is not empty"));
            }
            if !VERSIONS.scan_prefix(txn, &inside, None, 1)?.is_empty() {
                return Err(not_empty("The bucket you tried to delete is not empty. You must delete all versions in the bucket."));
            }
            // Uploads in progress do not keep a bucket; they end with it.
            for (row, _) in UPLOADS.scan_prefix(txn, &inside, None, usize::MAX)? {
                let mut segments = row.parts();
                let (_, key, upload) = (segments.str()?, segments.str()?, segments.str()?);
                remove_upload(txn, &bucket.name, &key, &upload)?;
            }
            BUCKETS.delete(txn, &bucket_key(&bucket.name))?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn head_bucket(
        self: Arc<Self>,
        ctx: Context,
        input: HeadBucketRequest,
    ) -> Result<HeadBucketOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        Ok(HeadBucketOutput {
            bucket_arn: Some(row.arn()),
            bucket_region: Some(row.region),
            access_point_alias: Some(false),
            ..HeadBucketOutput::default()
        })
    }

    pub(crate) async fn get_bucket_location(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketLocationRequest,
    ) -> Result<GetBucketLocationOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        // The first region has no name here.
        Ok(GetBucketLocationOutput {
            location_constraint: Some(row.region).filter(|region| region != "us-east-1"),
        })
    }

    pub(crate) async fn get_bucket_acl(
        self: Arc<Self>,
        ctx: Context,
        input: GetBucketAclRequest,
    ) -> Result<GetBucketAclOutput, AwsError> {
        let row = self.bucket(&ctx, &input.bucket, &input.expected_bucket_owner)?;
        let grantee = Grantee {
            id: Some(canonical_id(&row.account)),
            r#type: "CanonicalUser".to_owned(),
            ..Grantee::default()
        };
        let grant = Grant { grantee: Some(grantee), permission: Some("FULL_CONTROL".to_owned()) };
        Ok(GetBucketAclOutput { owner: Some(owner(&row.account)), grants: Some(vec![grant]) })
    }

    pub(crate) async fn list_buckets(
        self: Arc<Self>,
        ctx: Context,
        input: ListBucketsRequest,
    ) -> Result<ListBucketsOutput, AwsError> {
        let most = match input.max_buckets.unwrap_or(10_000) {
            n @ 1..=10_000 => n as usize,
            other => {
                return Err(invalid_argument(
                    "max-buckets",
                    &other.to_string(),
                    "Argument max-buckets must be an integer between 1 and 10000",
                ));
            }
        };
        let prefix = input.prefix.clone().unwrap_or_default();
        let mut range = KeyRange::prefix(&Key::new().str_prefix(&prefix));
        if let Some(token) = &input.continuation_token {
            // The token is the last name shown; a name that is none finds its place all the same.
            range = range.after(&bucket_key(token));
        }
        let mut buckets = Vec::new();
        let mut next = None;
        let rows = ctx.read(|r| BUCKETS.scan(r, range, Order::Ascending, usize::MAX))?;
        let mine = rows.into_iter().map(|(_, row)| row).filter(|row| {
            *row.account == *ctx.scope.account
                && input.bucket_region.as_ref().is_none_or(|region| *region == row.region)
        });
        for row in mine {
            if buckets.len() == most {
                next = buckets.last().and_then(|b: &Bucket| b.name.clone());
                break;
            }
            buckets.push(Bucket {
                bucket_arn: Some(row.arn()),
                name: Some(row.name),
                creation_date: Some(row.created),
                bucket_region: Some(row.region),
            });
        }
        Ok(ListBucketsOutput {
            buckets: Some(buckets),
            owner: Some(owner(&ctx.scope.account)),
            continuation_token: next,
            prefix: input.prefix,
        })
    }
}

/// The region of a new bucket, by where the request is made and what it asks.
fn region_of(here: &str, constraint: Option<&str>) -> Result<String, AwsError> {
    let illegal = |constraint: &str| {
        AwsError::new(
            "IllegalLocationConstraintException",
            400,
            format!(
                "The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to."
            ),
        )
    };
    let asked = match constraint {
        Some("EU") => Some("eu-west-1"),
        other => other.filter(|c| !c.is_empty()),
    };
    match (here, asked) {
        (_, Some(asked)) if asked == "us-east-1" || !is_region(asked) => Err(AwsError::new(
            "InvalidLocationConstraint",
            400,
            "The specified location-constraint is not valid",
        )
        .with("LocationConstraint", asked)),
        ("us-east-1", asked) => Ok(asked.unwrap_or("us-east-1").to_owned()),
        (here, Some(asked)) if asked == here => Ok(here.to_owned()),
        (_, asked) => Err(illegal(asked.unwrap_or("unspecified"))),
    }
}

/// Whether a text has the form of a region's name, such as `eu-west-1` or `us-gov-east-1`.
fn is_region(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.len() >= 3
        && parts.iter().all(|p| !p.is_empty())
        && parts[..parts.len() - 1].iter().all(|p| p.bytes().all(|b| b.is_ascii_lowercase()))
        && parts[parts.len() - 1].bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_of_new_buckets() {
        let check = |here: &str, asked: Option<&str>, expected: Result<&str, &str>| {
            let found = region_of(here, asked).map_err(|e| e.code.into_owned());
            assert_eq!(found.as_deref().map_err(|e| e.as_str()), expected, "{here} {asked:?}");
        };
        check("us-east-1", None, Ok("us-east-1"));
        check("us-east-1", Some("us-east-1"), Err("InvalidLocationConstraint"));
        check("us-east-1", Some("eu-west-1"), Ok("eu-west-1"));
        check("us-east-1", Some("nowhere"), Err("InvalidLocationConstraint"));
        check("eu-west-1", Some("eu-west-1"), Ok("eu-west-1"));
        check("eu-west-1", Some("EU"), Ok("eu-west-1"));
        check("eu-west-1", None, Err("IllegalLocationConstraintException"));
        check("eu-west-1", Some("us-west-2"), Err("IllegalLocationConstraintException"));
    }
}
