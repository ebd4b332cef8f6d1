//! Tags of state machines.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::stepfunctions::{
    ListTagsForResourceInput, ListTagsForResourceOutput, Tag, TagResourceInput, TagResourceOutput,
    UntagResourceInput, UntagResourceOutput, errors,
};
use lirio_service::Context;

use crate::machines::find;
use crate::tables::{MACHINES, machine_key};
use crate::{States, arn};

/// The most tags of a resource.
const MAX_TAGS: usize = 50;

/// Tags with further ones; later values win.
pub(crate) fn merged(
    mut tags: BTreeMap<String, String>,
    more: Vec<Tag>,
) -> Result<BTreeMap<String, String>, AwsError> {
    for tag in more {
        let key = tag.key.unwrap_or_default();
        if key.starts_with("aws:") {
            let message = format!("Tag keys that begin with aws: are reserved: '{key}'");
            return Err(errors::validation_exception(message));
        }
        tags.insert(key, tag.value.unwrap_or_default());
    }
    if tags.len() > MAX_TAGS {
        return Err(errors::too_many_tags(format!("A resource has at most {MAX_TAGS} tags.")));
    }
    Ok(tags)
}

fn not_found(arn: &str) -> AwsError {
    errors::resource_not_found(format!("Resource not found: '{arn}'")).with("resourceName", arn)
}

impl States {
    /// `ListTagsForResource`.
    pub(crate) async fn list_tags_for_resource(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput, AwsError> {
        arn::parse(&input.resource_arn)?;
        let row = ctx.read(|reader| find(reader, &input.resource_arn))?;
        let row = row.ok_or_else(|| not_found(&input.resource_arn))?;
        Ok(ListTagsForResourceOutput { tags: Some(row.shown_tags()) })
    }

    /// `TagResource`.
    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceInput,
    ) -> Result<TagResourceOutput, AwsError> {
        arn::parse(&input.resource_arn)?;
        ctx.commit(move |txn| {
            let mut row = find(txn, &input.resource_arn)?.ok_or_else(|| not_found(&input.resource_arn))?;
            row.tags = merged(row.tags, input.tags)?;
            Ok(MACHINES.put(txn, &machine_key(&row.arn), &row)?)
        })
        .await?;
        Ok(TagResourceOutput {})
    }

    /// `UntagResource`.
    pub(crate) async fn untag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: UntagResourceInput,
    ) -> Result<UntagResourceOutput, AwsError> {
        arn::parse(&input.resource_arn)?;
        ctx.commit(move |txn| {
            let mut row = find(txn, &input.resource_arn)?.ok_or_else(|| not_found(&input.resource_arn))?;
            row.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(MACHINES.put(txn, &machine_key(&row.arn), &row)?)
        })
        .await?;
        Ok(UntagResourceOutput {})
    }
}
