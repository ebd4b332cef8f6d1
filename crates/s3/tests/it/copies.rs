//! Copies of objects.

use lirio_api::s3::*;

use crate::support::{Bench, body, code, read, some};

async fn bench() -> Bench {
    let bench = Bench::with_bucket().await;
    let input = PutObjectRequest {
        bucket: "box".into(),
        key: "from key".into(),
        body: body("hello\n"),
        content_type: some("text/plain"),
        tagging: some("t=1"),
        metadata: Some([("m".to_owned(), "1".to_owned())].into()),
        ..Default::default()
    };
    bench.call(ops::PutObject, input).await.unwrap();
    bench
}

fn copy(to: &str) -> CopyObjectRequest {
    CopyObjectRequest {
        bucket: "box".into(),
        key: to.into(),
        copy_source: "/box/from%20key".into(),
        ..Default::default()
    }
}

async fn get(bench: &Bench, key: &str) -> GetObjectOutput {
    let input = GetObjectRequest { bucket: "box".into(), key: key.into(), ..Default::default() };
    bench.call(ops::GetObject, input).await.unwrap()
}

#[tokio::test]
async fn a_copy_has_bytes_metadata_and_tags_of_its_own() {
    let bench = bench().await;
    let done = bench.call(ops::CopyObject, copy("to")).await.unwrap().copy_object_result.unwrap();
    assert_eq!(done.e_tag.as_deref(), Some("\"b1946ac92492d2347c6235b4d2611184\""));
    assert_eq!(done.checksum_crc64_nvme.as_deref(), Some("akP7S61aVgc="));
    let delete = DeleteObjectRequest { bucket: "box".into(), key: "from key".into(), ..Default::default() };
    bench.call(ops::DeleteObject, delete).await.unwrap();
    let found = get(&bench, "to").await;
    assert_eq!((found.content_type.as_deref(), found.tag_count), (Some("text/plain"), Some(1)));
    assert_eq!(found.metadata.as_ref().unwrap()["m"], "1");
    assert_eq!(read(found.body).await, b"hello\n");
}

#[tokio::test]
async fn directives_replace() {
    let bench = bench().await;
    let input = CopyObjectRequest {
        metadata_directive: some("REPLACE"),
        tagging_directive: some("REPLACE"),
        content_type: some("text/csv"),
        checksum_algorithm: some("CRC32"),
        ..copy("to")
    };
    let done = bench.call(ops::CopyObject, input).await.unwrap().copy_object_result.unwrap();
    assert_eq!(done.checksum_crc32.as_deref(), Some("NjowIA=="));
    let found = get(&bench, "to").await;
    assert_eq!((found.content_type.as_deref(), found.tag_count), (Some("text/csv"), None));
    assert_eq!(found.metadata, None);
}

#[tokio::test]
async fn a_copy_onto_itself_must_change_something() {
    let bench = bench().await;
    assert_eq!(code(bench.call(ops::CopyObject, copy("from key")).await), ("InvalidRequest".into(), 400));
    let input = CopyObjectRequest { metadata_directive: some("REPLACE"), ..copy("from key") };
    bench.call(ops::CopyObject, input).await.unwrap();
    let found = get(&bench, "from key").await;
    assert_eq!((found.metadata, found.tag_count), (None, Some(1)));
    assert_eq!(read(found.body).await, b"hello\n");
}

#[tokio::test]
async fn conditions_of_copies() {
    let bench = bench().await;
    let check = async |change: fn(&mut CopyObjectRequest), expected: Option<(&str, u16)>| {
        let mut input = copy("to");
        change(&mut input);
        let found = bench.call(ops::CopyObject, input).await.map(drop).err();
        assert_eq!(found.as_ref().map(|e| (&*e.code, e.status)), expected);
    };
    check(|i| i.copy_source_if_match = some("\"b1946ac92492d2347c6235b4d2611184\""), None).await;
    check(|i| i.copy_source_if_match = some("\"x\""), Some(("PreconditionFailed", 412))).await;
    check(|i| i.copy_source_if_none_match = some("*"), Some(("PreconditionFailed", 412))).await;
    check(|i| i.if_none_match = some("*"), Some(("PreconditionFailed", 412))).await;
    check(|i| i.copy_source = "box/none".into(), Some(("NoSuchKey", 404))).await;
    check(|i| i.copy_source = "none/k".into(), Some(("NoSuchBucket", 404))).await;
    check(|i| i.copy_source = "box".into(), Some(("InvalidArgument", 400))).await;
}
