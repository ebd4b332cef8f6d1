//! Audit records, which come with what they tell.

use lirio_api::s3::{PutObjectRequest, ops};
use lirio_service::{AuditEvent, Caller, topics};
use serde_json::Value as Json;

use crate::support::{Bench, body, code, some};

fn record(bench: &Bench) -> AuditEvent {
    AuditEvent {
        event_id: "event".to_owned(),
        request_id: "request".to_owned(),
        time: bench.platform.now(),
        service: "s3".to_owned(),
        operation: "PutObject".to_owned(),
        read_only: false,
        data_event: true,
        scope: bench.platform.scope.clone(),
        caller: Caller::service("test"),
        input: Json::Null,
        resources: Vec::new(),
        response_elements: Json::Null,
        additional: Json::Null,
        error: None,
    }
}

#[tokio::test]
async fn the_record_of_a_write_is_committed_with_it() {
    let bench = Bench::with_bucket().await;
    let put = |md5: Option<&str>| PutObjectRequest {
        bucket: "box".to_owned(),
        key: "k".to_owned(),
        body: body("hello\n"),
        content_md5: md5.map(str::to_owned),
        ..PutObjectRequest::default()
    };
    let pending = || bench.platform.store.outbox(topics::AUDIT).pending().unwrap();

    // What fails leaves its record to the door, which knows the error.
    let ctx = bench.context(ops::PutObject, Some(record(&bench)));
    let failed = bench.call_in(&ctx, ops::PutObject, put(some("1B2M2Y8AsgTpgAmY7PhCfg==").as_deref())).await;
    assert_eq!(code(failed).0, "BadDigest");
    assert_eq!(pending(), 0);
    assert!(ctx.unwritten().take().is_some());

    let ctx = bench.context(ops::PutObject, Some(record(&bench)));
    bench.call_in(&ctx, ops::PutObject, put(None)).await.unwrap();
    assert_eq!(pending(), 1);
    assert!(ctx.unwritten().take().is_none(), "written once");
}

#[tokio::test]
async fn a_read_leaves_a_complete_record_to_the_door() {
    let bench = Bench::with_bucket().await;
    let put = PutObjectRequest {
        bucket: "box".to_owned(),
        key: "k".to_owned(),
        body: body("hello\n"),
        ..PutObjectRequest::default()
    };
    bench.call(ops::PutObject, put).await.unwrap();
    let ctx = bench.context(ops::GetObject, Some(record(&bench)));
    let get = lirio_api::s3::GetObjectRequest {
        bucket: "box".to_owned(),
        key: "k".to_owned(),
        range: some("bytes=0-3"),
        ..Default::default()
    };
    bench.call_in(&ctx, ops::GetObject, get).await.unwrap();
    let additional = ctx.unwritten().take().unwrap().additional;
    assert_eq!(additional["bytesTransferredOut"], 4);
    assert_eq!(additional["SignatureVersion"], "SigV4");
    assert_eq!(additional["x-amz-id-2"], lirio_s3::extended_request_id(&ctx.request_id));
}
