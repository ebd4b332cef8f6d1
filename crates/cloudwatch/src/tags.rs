//! Tags of alarms.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::cloudwatch::{self, *};
use lirio_service::{Context, Scope};

use crate::CloudWatch;
use crate::alarm::{AlarmId, AlarmRow};
use crate::put::invalid;

const MAX_TAGS: usize = 50;

impl CloudWatch {
    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceInput,
    ) -> Result<TagResourceOutput, AwsError> {
        let id = id_of(&ctx.scope, &input.resource_arn)?;
        ctx.commit(move |txn| {
            let mut row = AlarmRow::get(txn, &id)?.ok_or_else(|| not_found(&id))?;
            row.tags = merged(row.tags, input.tags)?;
            row.put(txn)?;
            Ok(TagResourceOutput {})
        })
        .await
    }

    pub(crate) async fn untag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: UntagResourceInput,
    ) -> Result<UntagResourceOutput, AwsError> {
        let id = id_of(&ctx.scope, &input.resource_arn)?;
        ctx.commit(move |txn| {
            let mut row = AlarmRow::get(txn, &id)?.ok_or_else(|| not_found(&id))?;
            row.tags.retain(|key, _| !input.tag_keys.contains(key));
            row.put(txn)?;
            Ok(UntagResourceOutput {})
        })
        .await
    }

    pub(crate) async fn list_tags_for_resource(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput, AwsError> {
        let id = id_of(&ctx.scope, &input.resource_arn)?;
        let row = ctx.read(|r| AlarmRow::get(r, &id))?.ok_or_else(|| not_found(&id))?;
        let tags = row.tags.into_iter().map(|(key, value)| Tag { key, value }).collect();
        Ok(ListTagsForResourceOutput { tags: Some(tags) })
    }
}

fn id_of(scope: &Scope, arn: &str) -> Result<AlarmId, AwsError> {
    match arn.strip_prefix(&scope.arn("cloudwatch", "alarm:")) {
        Some(name) => Ok(AlarmId::new(scope, name)),
        None => {
            Err(invalid(format!("The value {arn} for parameter ResourceARN is no ARN of an alarm here.")))
        }
    }
}

fn not_found(id: &AlarmId) -> AwsError {
    cloudwatch::errors::resource_not_found_exception(format!("Unknown alarm: {}", id.name))
        .with("ResourceType", "Alarm")
        .with("ResourceId", id.name.as_str())
}

/// Tags with others added, if they are within AWS's rules.
pub(crate) fn merged(
    mut tags: BTreeMap<String, String>,
    added: Vec<Tag>,
) -> Result<BTreeMap<String, String>, AwsError> {
    tags.extend(added.into_iter().map(|tag| (tag.key, tag.value)));
    if tags.keys().any(|key| key.to_ascii_lowercase().starts_with("aws:")) {
        return Err(invalid("Tag keys must not begin with aws:"));
    }
    if tags.len() > MAX_TAGS {
        return Err(invalid("A resource can have 50 tags at most."));
    }
    Ok(tags)
}
