//! What S3 adds to CloudTrail's records.

use base64::Engine as _;
use lirio_service::{Context, Source};
use serde_json::json;
use sha2::{Digest as _, Sha256};

/// The `x-amz-id-2` that goes with a request id: the answer's header and the audit record agree on it
/// because both compute it.
pub fn extended_request_id(request_id: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(Sha256::digest(request_id))
}

/// Notes how many bytes the call moved; to be called before its commit.
pub(crate) fn transferred(ctx: &Context, bytes_in: u64, bytes_out: u64) {
    let id = extended_request_id(&ctx.request_id);
    let signed = ctx.caller.access_key.is_some() && matches!(ctx.caller.source, Source::Http { .. });
    ctx.audit(|event| {
        // What the door has noted (the host) stays.
        let mut additional = if event.additional.is_object() { event.additional.take() } else { json!({}) };
        additional["bytesTransferredIn"] = bytes_in.into();
        additional["bytesTransferredOut"] = bytes_out.into();
        additional["x-amz-id-2"] = id.into();
        if signed {
            additional["SignatureVersion"] = "SigV4".into();
            additional["AuthenticationMethod"] = "AuthHeader".into();
        }
        event.additional = additional;
    });
}

/// Sets `responseElements`; to be called before the call's commit.
pub(crate) fn response(ctx: &Context, elements: serde_json::Value) {
    ctx.audit(|event| event.response_elements = elements);
}
