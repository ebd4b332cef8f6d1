//! Tags of state machines and activities.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::stepfunctions::{
    ListTagsForResourceInput, ListTagsForResourceOutput, Tag, TagResourceInput, TagResourceOutput,
    UntagResourceInput, UntagResourceOutput, errors,
};
use lirio_service::Context;
use lirio_store::{Read, StoreError, Txn};

use crate::activities::find_activity;
use crate::machines::find;
use crate::tables::{ACTIVITIES, ActivityRow, MACHINES, MachineRow, machine_key};
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

/// What has tags.
enum Tagged {
    Machine(MachineRow),
    Activity(ActivityRow),
}

impl Tagged {
    fn find(read: &(impl Read + ?Sized), arn: &str) -> Result<Option<Self>, StoreError> {
        Ok(match find(read, arn)? {
            Some(row) => Some(Tagged::Machine(row)),
            None => find_activity(read, arn)?.map(Tagged::Activity),
        })
    }

    fn tags(&mut self) -> &mut BTreeMap<String, String> {
        match self {
            Tagged::Machine(row) => &mut row.tags,
            Tagged::Activity(row) => &mut row.tags,
        }
    }

    fn put(&self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        match self {
            Tagged::Machine(row) => MACHINES.put(txn, &machine_key(&row.arn), row),
            Tagged::Activity(row) => ACTIVITIES.put(txn, &machine_key(&row.arn), row),
        }
    }
}

impl States {
    /// `ListTagsForResource`.
    pub(crate) async fn list_tags_for_resource(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsForResourceInput,
    ) -> Result<ListTagsForResourceOutput, AwsError> {
        arn::parse(&input.resource_arn)?;
        let found = ctx.read(|reader| Tagged::find(reader, &input.resource_arn))?;
        let mut found = found.ok_or_else(|| not_found(&input.resource_arn))?;
        let tag =
            |(key, value): (&String, &String)| Tag { key: Some(key.clone()), value: Some(value.clone()) };
        Ok(ListTagsForResourceOutput { tags: Some(found.tags().iter().map(tag).collect()) })
    }

    /// `TagResource`.
    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceInput,
    ) -> Result<TagResourceOutput, AwsError> {
        arn::parse(&input.resource_arn)?;
        ctx.commit(move |txn| {
            let found = Tagged::find(txn, &input.resource_arn)?;
            let mut found = found.ok_or_else(|| not_found(&input.resource_arn))?;
            *found.tags() = merged(std::mem::take(found.tags()), input.tags)?;
            Ok(found.put(txn)?)
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
            let found = Tagged::find(txn, &input.resource_arn)?;
            let mut found = found.ok_or_else(|| not_found(&input.resource_arn))?;
            found.tags().retain(|key, _| !input.tag_keys.contains(key));
            Ok(found.put(txn)?)
        })
        .await?;
        Ok(UntagResourceOutput {})
    }
}
