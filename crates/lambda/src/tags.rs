//! Tags of functions.

use std::sync::Arc;

use lirio_api::lambda::{ListTagsRequest, ListTagsResponse, TagResourceRequest, UntagResourceRequest};
use lirio_api::{AwsError, Unit};
use lirio_service::Context;

use crate::Lambda;
use crate::config::invalid;
use crate::names::function_name;
use crate::rows::{FUNCTIONS, function, key};

/// AWS's limit on a resource's tags.
const MOST: usize = 50;

impl Lambda {
    pub(crate) async fn list_tags(
        self: Arc<Self>,
        ctx: Context,
        input: ListTagsRequest,
    ) -> Result<ListTagsResponse, AwsError> {
        let name = function_name(&ctx.scope, &input.resource, None)?;
        let row = ctx.platform.store.read(|read| function(read, &ctx.scope, &name))?;
        Ok(ListTagsResponse { tags: Some(row.tags) })
    }

    pub(crate) async fn tag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: TagResourceRequest,
    ) -> Result<Unit, AwsError> {
        let name = function_name(&ctx.scope, &input.resource, None)?;
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let mut row = function(txn, &scope, &name)?;
            row.tags.extend(input.tags);
            if row.tags.len() > MOST {
                return Err(invalid(format!("A function has at most {MOST} tags.")));
            }
            FUNCTIONS.put(txn, &key(&scope, &name), &row)?;
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn untag_resource(
        self: Arc<Self>,
        ctx: Context,
        input: UntagResourceRequest,
    ) -> Result<Unit, AwsError> {
        let name = function_name(&ctx.scope, &input.resource, None)?;
        let scope = ctx.scope.clone();
        ctx.commit(move |txn| {
            let mut row = function(txn, &scope, &name)?;
            row.tags.retain(|tag, _| !input.tag_keys.contains(tag));
            FUNCTIONS.put(txn, &key(&scope, &name), &row)?;
            Ok(Unit)
        })
        .await
    }
}
