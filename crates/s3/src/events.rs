//! Events for EventBridge, in AWS's shape, sent in the commit of what they tell.

use lirio_api::AwsError;
use lirio_service::topics::{self, BusEvent};
use lirio_service::{Context, Principal, Scope};
use lirio_store::Txn;
use serde_json::{Value as Json, json};

use crate::rows::{BucketRow, Version};

/// `Object Created`; the reason is the operation's name.
pub(crate) fn created(
    txn: &mut Txn<'_>,
    ctx: &Context,
    bucket: &BucketRow,
    key: &str,
    version: &Version,
    reason: &str,
) -> Result<(), AwsError> {
    let Some(content) = &version.content else { return Ok(()) };
    let mut object = json!({ "key": key, "size": content.size, "etag": content.etag });
    if let Some(id) = &version.id {
        object["version-id"] = id.as_str().into();
    }
    object["sequencer"] = sequencer(version.sequence).into();
    send(txn, ctx, bucket, "Object Created", object, json!({ "reason": reason }))
}

/// `Object Deleted`: `Permanently Deleted`, or `Delete Marker Created` if `version` is a marker.
pub(crate) fn deleted(
    txn: &mut Txn<'_>,
    ctx: &Context,
    bucket: &BucketRow,
    key: &str,
    version: &Version,
    marker_created: bool,
    reason: &str,
) -> Result<(), AwsError> {
    if !bucket.sends_events() {
        return Ok(());
    }
    let mut object = json!({ "key": key });
    if let Some(content) = &version.content {
        object["etag"] = content.etag.as_str().into();
    }
    if let Some(id) = &version.id {
        object["version-id"] = id.as_str().into();
    }
    // The order among the events of a key: a deletion comes after the version it deletes.
    let sequence = if marker_created { version.sequence } else { txn.next_sequence("s3.version")? };
    object["sequencer"] = sequencer(sequence).into();
    let kind = if marker_created { "Delete Marker Created" } else { "Permanently Deleted" };
    send(txn, ctx, bucket, "Object Deleted", object, json!({ "reason": reason, "deletion-type": kind }))
}

/// `Object Tags Added` and `Object Tags Deleted`.
pub(crate) fn tagged(
    txn: &mut Txn<'_>,
    ctx: &Context,
    bucket: &BucketRow,
    key: &str,
    version: &Version,
    detail_type: &str,
) -> Result<(), AwsError> {
    let mut object = json!({ "key": key });
    if let Some(content) = &version.content {
        object["etag"] = content.etag.as_str().into();
    }
    if let Some(id) = &version.id {
        object["version-id"] = id.as_str().into();
    }
    send(txn, ctx, bucket, detail_type, object, json!({}))
}

fn sequencer(sequence: u64) -> String {
    format!("{sequence:016X}")
}

fn send(
    txn: &mut Txn<'_>,
    ctx: &Context,
    bucket: &BucketRow,
    detail_type: &str,
    object: Json,
    more: Json,
) -> Result<(), AwsError> {
    if !bucket.sends_events() {
        return Ok(());
    }
    let requester = match &ctx.caller.principal {
        Principal::Root { account }
        | Principal::User { account, .. }
        | Principal::Session { account, .. } => account.as_str(),
        Principal::Service { name } => name.as_str(),
        Principal::Anonymous => "anonymous",
    };
    let mut detail = json!({
        "version": "0",
        "bucket": { "name": bucket.name },
        "object": object,
        "request-id": &*ctx.request_id,
        "requester": requester,
        "source-ip-address": ctx.caller.address(),
    });
    if let (Json::Object(detail), Json::Object(more)) = (&mut detail, more) {
        detail.extend(more);
    }
    let scope = Scope {
        partition: ctx.scope.partition.clone(),
        region: bucket.region.as_str().into(),
        account: bucket.account.as_str().into(),
    };
    let event = BusEvent::new(&scope, ctx.platform.now(), "aws.s3", detail_type, vec![bucket.arn()], detail);
    txn.enqueue(topics::EVENTS, &event)?;
    Ok(())
}
