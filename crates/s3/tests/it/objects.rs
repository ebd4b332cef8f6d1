use std::sync::Arc;

use futures_util::StreamExt as _;
use lirio_api::s3::*;
use lirio_api::{AwsError, Body, BodyError, Timestamp};

use crate::support::{Bench, body, code, read, some};

fn put(key: &str, bytes: &str) -> PutObjectRequest {
    PutObjectRequest { bucket: "box".into(), key: key.into(), body: body(bytes), ..Default::default() }
}

fn get(key: &str) -> GetObjectRequest {
    GetObjectRequest { bucket: "box".into(), key: key.into(), ..Default::default() }
}

#[tokio::test]
async fn what_is_put_is_what_is_got() {
    let bench = Bench::with_bucket().await;
    let input = PutObjectRequest {
        content_type: some("text/csv"),
        content_encoding: some("gzip,aws-chunked"),
        cache_control: some("no-cache"),
        storage_class: some("STANDARD_IA"),
        tagging: some("a=1&b=2"),
        metadata: Some([("origin".to_owned(), "iris".to_owned())].into()),
        ..put("data/iris.csv", "hello\n")
    };
    let output = bench.call(ops::PutObject, input).await.unwrap();
    assert_eq!(output.e_tag.as_deref(), Some("\"b1946ac92492d2347c6235b4d2611184\""));
    assert_eq!(output.checksum_crc64_nvme.as_deref(), Some("akP7S61aVgc="));
    assert_eq!(output.server_side_encryption.as_deref(), Some("AES256"));
    assert_eq!(output.version_id, None);

    let found = bench.call(ops::GetObject, get("data/iris.csv")).await.unwrap();
    assert_eq!(found.content_length, Some(6));
    assert_eq!(found.content_type.as_deref(), Some("text/csv"));
    assert_eq!(found.content_encoding.as_deref(), Some("gzip"));
    assert_eq!(found.cache_control.as_deref(), Some("no-cache"));
    assert_eq!(found.storage_class.as_deref(), Some("STANDARD_IA"));
    assert_eq!(found.tag_count, Some(2));
    assert_eq!(found.metadata.unwrap()["origin"], "iris");
    assert_eq!(found.content_range, None);
    assert_eq!(found.checksum_crc64_nvme, None, "only where it is asked for");
    assert_eq!(read(found.body).await, b"hello\n");

    let head = HeadObjectRequest {
        bucket: "box".into(),
        key: "data/iris.csv".into(),
        checksum_mode: some("ENABLED"),
        ..Default::default()
    };
    let found = bench.call(ops::HeadObject, head).await.unwrap();
    assert_eq!(found.checksum_crc64_nvme.as_deref(), Some("akP7S61aVgc="));
    assert_eq!(found.checksum_type.as_deref(), Some("FULL_OBJECT"));

    bench.call(ops::PutObject, put("empty", "")).await.unwrap();
    let found = bench.call(ops::GetObject, get("empty")).await.unwrap();
    assert_eq!(
        (found.content_length, found.e_tag.as_deref()),
        (Some(0), Some("\"d41d8cd98f00b204e9800998ecf8427e\""))
    );
    assert_eq!(read(found.body).await, b"");
    assert_eq!(code(bench.call(ops::GetObject, get("none")).await), ("NoSuchKey".into(), 404));
}

#[tokio::test]
async fn ranges() {
    let bench = Bench::with_bucket().await;
    bench.call(ops::PutObject, put("k", "0123456789")).await.unwrap();
    let check = async |range: &str, expected: Result<(&str, Option<&str>), u16>| {
        let found = bench.call(ops::GetObject, GetObjectRequest { range: some(range), ..get("k") }).await;
        match (found, expected) {
            (Ok(found), Ok((bytes, content_range))) => {
                assert_eq!(found.content_range.as_deref(), content_range, "{range}");
                assert_eq!(found.content_length, Some(bytes.len() as i64), "{range}");
                assert_eq!(read(found.body).await, bytes.as_bytes(), "{range}");
            }
            (Err(error), Err(status)) => {
                assert_eq!(error.status, status);
                assert_eq!(error.members.get("ActualObjectSize").and_then(|v| v.as_str()), Some("10"));
            }
            (found, _) => panic!("{range}: {found:?}"),
        }
    };
    check("bytes=0-3", Ok(("0123", Some("bytes 0-3/10")))).await;
    check("bytes=7-", Ok(("789", Some("bytes 7-9/10")))).await;
    check("bytes=-2", Ok(("89", Some("bytes 8-9/10")))).await;
    check("bytes=5-100", Ok(("56789", Some("bytes 5-9/10")))).await;
    check("bytes=10-", Err(416)).await;
    check("bytes=0-1,3-4", Ok(("0123456789", None))).await;
}

#[tokio::test]
async fn conditional_reads() {
    let bench = Bench::with_bucket().await;
    let etag = bench.call(ops::PutObject, put("k", "x")).await.unwrap().e_tag;
    let check = async |change: fn(&mut GetObjectRequest, &Option<String>), expected: Option<(&str, u16)>| {
        let mut input = get("k");
        change(&mut input, &etag);
        let found = bench.call(ops::GetObject, input).await.map(drop).err();
        assert_eq!(found.as_ref().map(|e| (&*e.code, e.status)), expected);
    };
    check(|i, etag| i.if_match.clone_from(etag), None).await;
    check(|i, _| i.if_match = some("\"other\""), Some(("PreconditionFailed", 412))).await;
    check(|i, etag| i.if_none_match.clone_from(etag), Some(("NotModified", 304))).await;
    check(|i, _| i.if_none_match = some("\"other\""), None).await;
    check(|i, _| i.if_modified_since = Some(Timestamp(1_795_341_600_000)), Some(("NotModified", 304))).await;
    check(|i, _| i.if_unmodified_since = Some(Timestamp(0)), Some(("PreconditionFailed", 412))).await;
}

#[tokio::test]
async fn conditional_writes() {
    let bench = Bench::with_bucket().await;
    let with = |m: Option<&str>, n: Option<&str>, bytes: &str| PutObjectRequest {
        if_match: m.map(str::to_owned),
        if_none_match: n.map(str::to_owned),
        ..put("k", bytes)
    };
    let call = async |input| bench.call(ops::PutObject, input).await;
    assert_eq!(code(call(with(Some("\"e\""), None, "1")).await), ("NoSuchKey".into(), 404));
    let etag = call(with(None, Some("*"), "1")).await.unwrap().e_tag.unwrap();
    assert_eq!(code(call(with(None, Some("*"), "2")).await), ("PreconditionFailed".into(), 412));
    assert_eq!(code(call(with(None, Some("\"e\""), "2")).await), ("NotImplemented".into(), 501));
    call(with(Some(&etag), None, "2")).await.unwrap();
    assert_eq!(code(call(with(Some(&etag), None, "3")).await), ("PreconditionFailed".into(), 412));
    assert_eq!(read(bench.call(ops::GetObject, get("k")).await.unwrap().body).await, b"2");
}

#[tokio::test]
async fn an_object_that_is_gone_when_its_condition_is_judged_is_a_conflict() {
    let bench = Arc::new(Bench::with_bucket().await);
    let etag = bench.call(ops::PutObject, put("k", "1")).await.unwrap().e_tag;
    let (sender, receiver) = tokio::sync::oneshot::channel::<()>();
    let (started, begun) = tokio::sync::oneshot::channel::<()>();
    let slow = futures_util::stream::once(async move {
        started.send(()).unwrap();
        receiver.await.unwrap();
        Ok(bytes::Bytes::from_static(b"2"))
    });
    let input = PutObjectRequest { if_match: etag, body: Body::from_stream(slow, None), ..put("k", "") };
    let writer = bench.clone();
    let write = tokio::spawn(async move { writer.call(ops::PutObject, input).await });
    begun.await.unwrap();
    let delete = DeleteObjectRequest { bucket: "box".into(), key: "k".into(), ..Default::default() };
    bench.call(ops::DeleteObject, delete).await.unwrap();
    sender.send(()).unwrap();
    assert_eq!(code(write.await.unwrap()), ("ConditionalRequestConflict".into(), 409));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_writers_that_must_be_first_exactly_one_is() {
    let bench = Arc::new(Bench::with_bucket().await);
    let mut writers = Vec::new();
    for n in 0..50 {
        let bench = bench.clone();
        writers.push(tokio::spawn(async move {
            let input = PutObjectRequest { if_none_match: some("*"), ..put("lock", &n.to_string()) };
            bench.call(ops::PutObject, input).await.map(|_| n).map_err(|e| e.status)
        }));
    }
    let mut winners = Vec::new();
    for writer in writers {
        match writer.await.unwrap() {
            Ok(n) => winners.push(n),
            Err(status) => assert_eq!(status, 412),
        }
    }
    assert_eq!(winners.len(), 1);
    let found = bench.call(ops::GetObject, get("lock")).await.unwrap();
    assert_eq!(read(found.body).await, winners[0].to_string().into_bytes());
}

#[tokio::test]
async fn a_reader_ends_what_it_began_while_the_object_is_replaced_and_deleted() {
    let bench = Bench::with_bucket().await;
    let large: Vec<u8> = (0..3_000_000u32).map(|n| (n % 251) as u8).collect();
    let input = PutObjectRequest { body: body(large.clone()), ..put("k", "") };
    bench.call(ops::PutObject, input).await.unwrap();
    let found = bench.call(ops::GetObject, get("k")).await.unwrap();
    let mut stream = found.body.into_stream();
    let mut bytes = stream.next().await.unwrap().unwrap().to_vec();
    bench.call(ops::PutObject, put("k", "new")).await.unwrap();
    let delete = DeleteObjectRequest { bucket: "box".into(), key: "k".into(), ..Default::default() };
    bench.call(ops::DeleteObject, delete).await.unwrap();
    while let Some(piece) = stream.next().await {
        bytes.extend_from_slice(&piece.unwrap());
    }
    assert!(bytes == large);
}

#[tokio::test]
async fn a_body_that_breaks_off_leaves_the_former_object() {
    let bench = Bench::with_bucket().await;
    bench.call(ops::PutObject, put("k", "old")).await.unwrap();
    let check = async |body: Body, length: Option<i64>, expected: &str| {
        let input = PutObjectRequest { body, content_length: length, ..put("k", "") };
        assert_eq!(code(bench.call(ops::PutObject, input).await).0, expected);
        assert_eq!(read(bench.call(ops::GetObject, get("k")).await.unwrap().body).await, b"old");
    };
    let broken = |error: BodyError| {
        Body::from_stream(
            futures_util::stream::iter([Ok(bytes::Bytes::from_static(b"ne")), Err(error)]),
            None,
        )
    };
    check(broken(BodyError::Incomplete("gone".into())), None, "IncompleteBody").await;
    let refused = BodyError::Refused(Box::new(AwsError::new("BadDigest", 400, "no")));
    check(broken(refused), None, "BadDigest").await;
    check(body("ne"), Some(3), "IncompleteBody").await;
    check(body("ne"), Some(6 << 30), "EntityTooLarge").await;
}

#[tokio::test]
async fn what_is_not_served_is_said() {
    let bench = Bench::with_bucket().await;
    let check = async |change: fn(&mut PutObjectRequest), expected: (&str, u16)| {
        let mut input = put("k", "x");
        change(&mut input);
        let (code, status) = code(bench.call(ops::PutObject, input).await);
        assert_eq!((code.as_str(), status), expected);
    };
    check(|i| i.server_side_encryption = some("aws:kms"), ("NotImplemented", 501)).await;
    check(|i| i.sse_customer_algorithm = some("AES256"), ("NotImplemented", 501)).await;
    check(|i| i.storage_class = some("GLACIER"), ("NotImplemented", 501)).await;
    check(|i| i.storage_class = some("NONE"), ("InvalidStorageClass", 400)).await;
    check(|i| i.object_lock_mode = some("GOVERNANCE"), ("NotImplemented", 501)).await;
    check(|i| i.acl = some("public-read"), ("AccessControlListNotSupported", 400)).await;
    check(|i| i.key = "k".repeat(1025), ("KeyTooLongError", 400)).await;
    check(|i| i.metadata = Some([("m".into(), "v".repeat(2048))].into()), ("MetadataTooLarge", 400)).await;
    check(|i| i.bucket = "none".into(), ("NoSuchBucket", 404)).await;
}

#[tokio::test]
async fn tags_of_objects() {
    let bench = Bench::with_bucket().await;
    bench.call(ops::PutObject, put("k", "x")).await.unwrap();
    let tags = vec![Tag { key: "stage".into(), value: "raw".into() }];
    let input = PutObjectTaggingRequest {
        bucket: "box".into(),
        key: "k".into(),
        tagging: Tagging { tag_set: tags.clone() },
        ..Default::default()
    };
    bench.call(ops::PutObjectTagging, input).await.unwrap();
    let get = GetObjectTaggingRequest { bucket: "box".into(), key: "k".into(), ..Default::default() };
    assert_eq!(bench.call(ops::GetObjectTagging, get.clone()).await.unwrap().tag_set, tags);
    let delete = DeleteObjectTaggingRequest { bucket: "box".into(), key: "k".into(), ..Default::default() };
    bench.call(ops::DeleteObjectTagging, delete).await.unwrap();
    assert!(bench.call(ops::GetObjectTagging, get).await.unwrap().tag_set.is_empty());
}

#[tokio::test]
async fn events_come_with_what_they_tell() {
    let bench = Bench::with_bucket().await;
    bench.call(ops::PutObject, put("before", "x")).await.unwrap();
    let notification = PutBucketNotificationConfigurationRequest {
        bucket: "box".into(),
        notification_configuration: NotificationConfiguration {
            event_bridge_configuration: Some(EventBridgeConfiguration::default()),
            ..Default::default()
        },
        ..Default::default()
    };
    bench.call(ops::PutBucketNotificationConfiguration, notification).await.unwrap();
    bench.call(ops::PutObject, put("data/iris 1.csv", "hello\n")).await.unwrap();
    let failed = PutObjectRequest { content_md5: some("1B2M2Y8AsgTpgAmY7PhCfg=="), ..put("bad", "x") };
    assert_eq!(code(bench.call(ops::PutObject, failed).await).0, "BadDigest");
    for key in ["data/iris 1.csv", "never-there"] {
        let delete = DeleteObjectRequest { bucket: "box".into(), key: key.into(), ..Default::default() };
        bench.call(ops::DeleteObject, delete).await.unwrap();
    }
    let events = bench.events().await;
    let kinds: Vec<_> = events.iter().map(|e| e["detail-type"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["Object Created", "Object Deleted"]);
    let created = &events[0];
    assert_eq!(created["source"], "aws.s3");
    assert_eq!(created["resources"], serde_json::json!(["arn:aws:s3:::box"]));
    assert_eq!(created["region"], "eu-west-1");
    let detail = &created["detail"];
    assert_eq!(detail["version"], "0");
    assert_eq!(detail["bucket"]["name"], "box");
    assert_eq!(detail["object"]["key"], "data/iris 1.csv");
    assert_eq!(detail["object"]["size"], 6);
    assert_eq!(detail["object"]["etag"], "b1946ac92492d2347c6235b4d2611184");
    assert_eq!(detail["reason"], "PutObject");
    assert_eq!(detail["requester"], "000000000000");
    assert_eq!(detail["source-ip-address"], "127.0.0.1");
    assert!(detail["object"].get("version-id").is_none());
    let deleted = &events[1]["detail"];
    assert_eq!(deleted["deletion-type"], "Permanently Deleted");
    assert!(deleted["object"]["sequencer"].as_str() > detail["object"]["sequencer"].as_str());
}

#[tokio::test]
async fn many_are_deleted_at_once() {
    let bench = Bench::with_bucket().await;
    for key in ["a", "box"] {
        bench.call(ops::PutObject, put(key, "x")).await.unwrap();
    }
    let objects = |ids: &[(&str, Option<&str>)]| {
        ids.iter()
            .map(|(key, version)| ObjectIdentifier {
                key: (*key).into(),
                version_id: version.map(str::to_owned),
                ..Default::default()
            })
            .collect::<Vec<_>>()
    };
    let call = async |objects: Vec<ObjectIdentifier>, quiet: bool| {
        let delete = Delete { objects, quiet: Some(quiet) };
        bench
            .call(
                ops::DeleteObjects,
                DeleteObjectsRequest { bucket: "box".into(), delete, ..Default::default() },
            )
            .await
    };
    let done = call(objects(&[("a", None), ("none", None), ("box", Some("bogus"))]), false).await.unwrap();
    assert_eq!(done.deleted.unwrap().len(), 2);
    let errors = done.errors.unwrap();
    assert_eq!((errors[0].key.as_deref(), errors[0].code.as_deref()), (Some("box"), Some("InvalidArgument")));
    let done = call(objects(&[("box", Some("null"))]), true).await.unwrap();
    assert_eq!((done.deleted, done.errors), (None, None));
    assert_eq!(code(bench.call(ops::GetObject, get("box")).await).0, "NoSuchKey");
    assert_eq!(code(call(Vec::new(), false).await), ("MalformedXML".into(), 400));
}

#[tokio::test]
async fn attributes() {
    let bench = Bench::with_bucket().await;
    bench.call(ops::PutObject, put("k", "hello\n")).await.unwrap();
    let input = GetObjectAttributesRequest {
        bucket: "box".into(),
        key: "k".into(),
        object_attributes: vec!["ETag".into(), "Checksum,ObjectSize".into()],
        ..Default::default()
    };
    let found = bench.call(ops::GetObjectAttributes, input).await.unwrap();
    assert_eq!(found.e_tag.as_deref(), Some("b1946ac92492d2347c6235b4d2611184"));
    assert_eq!(found.object_size, Some(6));
    assert_eq!(found.checksum.unwrap().checksum_crc64_nvme.as_deref(), Some("akP7S61aVgc="));
    assert_eq!((found.storage_class, found.object_parts), (None, None));
}
