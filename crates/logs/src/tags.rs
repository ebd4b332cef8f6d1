//! Tags of log groups.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::logs::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use crate::Logs;
use crate::tables::{GROUPS, Place};

const MAX_TAGS: usize = 50;

impl Logs {
    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceRequest,
    ) -> Result<Unit, AwsError> {
        let place = Place::of_arn(&ctx.scope, &input.resource_arn)?;
        ctx.commit(move |txn| {
            let mut row = place.row(txn)?;
            row.tags.extend(input.tags);
            row.tags = checked(row.tags)?;
            GROUPS.put(txn, &place.key(), &row)?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn untag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: UntagResourceRequest,
    ) -> Result<Unit, AwsError> {
        let place = Place::of_arn(&ctx.scope, &input.resource_arn)?;
        ctx.commit(move |txn| {
            let mut row = place.row(txn)?;
            row.tags.retain(|key, _| !input.tag_keys.contains(key));
            GROUPS.put(txn, &place.key(), &row)?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn list_tags_for_resource(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResponse, AwsError> {
        let place = Place::of_arn(&ctx.scope, &input.resource_arn)?;
        let row = self.platform.store.read(|r| place.row(r))?;
        Ok(ListTagsForResourceResponse { tags: Some(row.tags) })
    }

    pub(crate) async fn list_tags_log_group(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsLogGroupRequest,
    ) -> Result<ListTagsLogGroupResponse, AwsError> {
        let place = Place::new(&ctx.scope, &input.log_group_name);
        let row = self.platform.store.read(|r| place.row(r))?;
        Ok(ListTagsLogGroupResponse { tags: Some(row.tags) })
    }
}

/// The tags, if they are within AWS's rules.
pub(crate) fn checked(tags: BTreeMap<String, String>) -> Result<BTreeMap<String, String>, AwsError> {
    if tags.keys().any(|key| key.to_ascii_lowercase().starts_with("aws:")) {
        return Err(logs::errors::invalid_parameter_exception("Tag keys must not begin with aws:"));
    }
    if tags.len() > MAX_TAGS {
        return Err(logs::errors::too_many_tags_exception("A resource can have 50 tags at most."));
    }
    Ok(tags)
}
