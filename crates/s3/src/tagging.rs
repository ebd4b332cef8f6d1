//! Tags of objects.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::s3::{
    DeleteObjectTaggingOutput, DeleteObjectTaggingRequest, GetObjectTaggingOutput, GetObjectTaggingRequest,
    PutObjectTaggingOutput, PutObjectTaggingRequest, Tag,
};
use lirio_service::Context;

use crate::access::{self, Named};
use crate::rows::Tags;
use crate::s3::S3;
use crate::{events, names, versions};

/// Tags as they are stored.
pub(crate) fn from_shapes(tags: Vec<Tag>) -> Tags {
    tags.into_iter().map(|tag| (tag.key, tag.value)).collect()
}

/// Tags as clients see them.
pub(crate) fn to_shapes(tags: Tags) -> Vec<Tag> {
    tags.into_iter().map(|(key, value)| Tag { key, value }).collect()
}

impl S3 {
    pub(crate) async fn get_object_tagging(
        self: Arc<Self>,
        ctx: Context,
        input: GetObjectTaggingRequest,
    ) -> Result<GetObjectTaggingOutput, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        ctx.platform.store.read(|r| {
            let bucket = named.row(r)?;
            let (version, content) =
                access::object(r, &bucket, &input.key, input.version_id.as_deref(), "GET")?;
            Ok(GetObjectTaggingOutput {
                version_id: version.shown_id(bucket.versioning),
                tag_set: to_shapes(content.tags),
            })
        })
    }

    pub(crate) async fn put_object_tagging(
        self: Arc<Self>,
        ctx: Context,
        input: PutObjectTaggingRequest,
    ) -> Result<PutObjectTaggingOutput, AwsError> {
        let tags = from_shapes(input.tagging.tag_set);
        names::check_tags(&tags, 10)?;
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let version_id =
            set_tags(&ctx, named, input.key, input.version_id, tags, "Object Tags Added").await?;
        Ok(PutObjectTaggingOutput { version_id })
    }

    pub(crate) async fn delete_object_tagging(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteObjectTaggingRequest,
    ) -> Result<DeleteObjectTaggingOutput, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let key = input.key;
        let version_id =
            set_tags(&ctx, named, key, input.version_id, Tags::new(), "Object Tags Deleted").await?;
        Ok(DeleteObjectTaggingOutput { version_id })
    }
}

async fn set_tags(
    ctx: &Context,
    named: Named,
    key: String,
    version_id: Option<String>,
    tags: Tags,
    event: &'static str,
) -> Result<Option<String>, AwsError> {
    let context = ctx.clone();
    ctx.commit(move |txn| {
        let bucket = named.row(txn)?;
        let (mut version, mut content) = access::object(txn, &bucket, &key, version_id.as_deref(), "PUT")?;
        content.tags = tags;
        version.content = Some(content);
        versions::update(txn, &bucket.name, &key, &version)?;
        events::tagged(txn, &context, &bucket, &key, &version, event)?;
        Ok(version.shown_id(bucket.versioning))
    })
    .await
}
