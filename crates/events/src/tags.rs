//! Tags of rules and buses.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::events::{
    ListTagsForResourceRequest, ListTagsForResourceResponse, Tag, TagResourceRequest, TagResourceResponse,
    UntagResourceRequest, UntagResourceResponse, errors::limit_exceeded_exception,
};
use lirio_service::Context;
use lirio_store::{Read, Txn};

use crate::Events;
use crate::buses::require_bus;
use crate::names::Resource;
use crate::rules::require_rule;
use crate::tables::{BUSES, RULES, bus_key, rule_key};

/// The most tags of a resource.
const MOST_TAGS: usize = 50;

fn tags(read: &impl Read, resource: &Resource) -> Result<Vec<Tag>, AwsError> {
    match resource {
        Resource::Bus { region, bus } => Ok(require_bus(read, region, bus)?.tags),
        Resource::Rule { region, bus, rule } => Ok(require_rule(read, region, bus, rule)?.tags),
    }
}

fn change(
    txn: &mut Txn<'_>,
    resource: &Resource,
    change: impl FnOnce(&mut Vec<Tag>) -> Result<(), AwsError>,
) -> Result<(), AwsError> {
    match resource {
        Resource::Bus { region, bus } => {
            let mut row = require_bus(txn, region, bus)?;
            change(&mut row.tags)?;
            BUSES.put(txn, &bus_key(region, bus), &row)?;
        }
        Resource::Rule { region, bus, rule } => {
            let mut row = require_rule(txn, region, bus, rule)?;
            change(&mut row.tags)?;
            RULES.put(txn, &rule_key(region, bus, rule), &row)?;
        }
    }
    Ok(())
}

impl Events {
    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceRequest,
    ) -> Result<TagResourceResponse, AwsError> {
        let resource = Resource::parse(&input.resource_arn)?;
        ctx.commit(move |txn| {
            change(txn, &resource, |tags| {
                for tag in input.tags {
                    match tags.iter_mut().find(|t| t.key == tag.key) {
                        Some(old) => old.value = tag.value,
                        None => tags.push(tag),
                    }
                }
                if tags.len() > MOST_TAGS {
                    return Err(limit_exceeded_exception(format!(
                        "A resource can have at most {MOST_TAGS} tags."
                    )));
                }
                Ok(())
            })
        })
        .await?;
        Ok(TagResourceResponse {})
    }

    pub(crate) async fn untag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: UntagResourceRequest,
    ) -> Result<UntagResourceResponse, AwsError> {
        let resource = Resource::parse(&input.resource_arn)?;
        ctx.commit(move |txn| {
            change(txn, &resource, |tags| {
                tags.retain(|tag| !input.tag_keys.contains(&tag.key));
                Ok(())
            })
        })
        .await?;
        Ok(UntagResourceResponse {})
    }

    pub(crate) async fn list_tags_for_resource(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsForResourceRequest,
    ) -> Result<ListTagsForResourceResponse, AwsError> {
        let resource = Resource::parse(&input.resource_arn)?;
        let tags = ctx.platform.store.read(|r| tags(r, &resource))?;
        Ok(ListTagsForResourceResponse { tags: Some(tags) })
    }
}
