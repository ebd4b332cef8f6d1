//! Tags of trails.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::cloudtrail::{
    AddTagsRequest, AddTagsResponse, ListTagsRequest, ListTagsResponse, RemoveTagsRequest,
    RemoveTagsResponse, ResourceTag, Tag, errors::tags_limit_exceeded_exception,
};
use lirio_service::Context;

use crate::CloudTrail;
use crate::tables::{TRAILS, trail_key};
use crate::trails::{find, locate};

/// The most tags of a trail.
const MOST_TAGS: usize = 50;

/// Replaces tags of the same key and appends the others.
pub(crate) fn merge(tags: &mut Vec<Tag>, new: Vec<Tag>) -> Result<(), AwsError> {
    for tag in new {
        match tags.iter_mut().find(|t| t.key == tag.key) {
            Some(old) => old.value = tag.value,
            None => tags.push(tag),
        }
    }
    if tags.len() > MOST_TAGS {
        return Err(tags_limit_exceeded_exception(format!("A trail can have at most {MOST_TAGS} tags.")));
    }
    Ok(())
}

impl CloudTrail {
    pub(crate) async fn add_tags(
        self: Arc<Self>,
        ctx: Context,
        input: AddTagsRequest,
    ) -> Result<AddTagsResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.resource_id)?;
        ctx.commit(move |txn| {
            let mut row = find(txn, &place)?;
            merge(&mut row.tags, input.tags_list)?;
            TRAILS.put(txn, &trail_key(&row.region, &row.name), &row)?;
            Ok(AddTagsResponse {})
        })
        .await
    }

    pub(crate) async fn remove_tags(
        self: Arc<Self>,
        ctx: Context,
        input: RemoveTagsRequest,
    ) -> Result<RemoveTagsResponse, AwsError> {
        let place = locate(&ctx.scope.region, &input.resource_id)?;
        ctx.commit(move |txn| {
            let mut row = find(txn, &place)?;
            row.tags.retain(|tag| input.tags_list.iter().all(|gone| gone.key != tag.key));
            TRAILS.put(txn, &trail_key(&row.region, &row.name), &row)?;
            Ok(RemoveTagsResponse {})
        })
        .await
    }

    /// Every trail asked for has an entry, tagged or not: Terraform looks at the first without counting.
    pub(crate) async fn list_tags(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsRequest,
    ) -> Result<ListTagsResponse, AwsError> {
        let entries = ctx.platform.store.read(|r| {
            input
                .resource_id_list
                .iter()
                .map(|id| {
                    let row = find(r, &locate(&ctx.scope.region, id)?)?;
                    Ok(ResourceTag { resource_id: Some(id.clone()), tags_list: Some(row.tags) })
                })
                .collect::<Result<Vec<_>, AwsError>>()
        })?;
        Ok(ListTagsResponse { resource_tag_list: Some(entries), next_token: None })
    }
}
