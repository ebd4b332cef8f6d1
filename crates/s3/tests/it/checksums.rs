use lirio_api::s3::*;

use crate::support::{Bench, body, code, some};

#[tokio::test]
async fn a_body_must_be_what_its_sender_says() {
    let bench = Bench::with_bucket().await;
    let check = async |change: fn(&mut PutObjectRequest), expected: Result<(), &str>| {
        let mut input = PutObjectRequest {
            bucket: "box".into(),
            key: "k".into(),
            body: body("hello\n"),
            ..Default::default()
        };
        change(&mut input);
        let found = bench.call(ops::PutObject, input).await.map(drop).map_err(|e| e.code.into_owned());
        assert_eq!(found.as_ref().copied().map_err(|e| e.as_str()), expected);
    };
    check(|i| i.content_md5 = some("sZRqySSS0jR8YjW00mERhA=="), Ok(())).await;
    check(|i| i.content_md5 = some("1B2M2Y8AsgTpgAmY7PhCfg=="), Err("BadDigest")).await;
    check(|i| i.content_md5 = some("short"), Err("InvalidDigest")).await;
    check(|i| i.checksum_crc32 = some("NjowIA=="), Ok(())).await;
    check(|i| i.checksum_crc32 = some("AAAAAA=="), Err("BadDigest")).await;
    check(|i| i.checksum_crc32 = some("not base64"), Err("InvalidRequest")).await;
    check(|i| i.checksum_crc64_nvme = some("akP7S61aVgc="), Ok(())).await;
    check(|i| i.checksum_sha256 = some("WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM="), Ok(())).await;
    check(|i| i.checksum_sha1 = some("9XLTlvrpIGYocU+yzgD3LpTyJY8="), Ok(())).await;
    check(
        |i| {
            i.checksum_crc32 = some("NjowIA==");
            i.checksum_sha1 = some("9XLTlvrpIGYocU+yzgD3LpTyJY8=");
        },
        Err("InvalidRequest"),
    )
    .await;
    check(
        |i| {
            i.checksum_crc32 = some("NjowIA==");
            i.checksum_algorithm = some("SHA1");
        },
        Err("InvalidRequest"),
    )
    .await;
    check(|i| i.checksum_algorithm = some("XXHASH3"), Err("NotImplemented")).await;
}

#[tokio::test]
async fn the_algorithm_that_is_named_is_the_one_that_is_kept() {
    let bench = Bench::with_bucket().await;
    let input = PutObjectRequest {
        bucket: "box".into(),
        key: "k".into(),
        body: body("hello\n"),
        checksum_algorithm: some("CRC32"),
        ..Default::default()
    };
    let output = bench.call(ops::PutObject, input).await.unwrap();
    assert_eq!(output.checksum_crc32.as_deref(), Some("NjowIA=="));
    let get = GetObjectRequest {
        bucket: "box".into(),
        key: "k".into(),
        checksum_mode: some("ENABLED"),
        ..Default::default()
    };
    let whole = bench.call(ops::GetObject, get.clone()).await.unwrap();
    assert_eq!(whole.checksum_crc32.as_deref(), Some("NjowIA=="));
    let piece = GetObjectRequest { range: some("bytes=0-1"), ..get.clone() };
    assert_eq!(bench.call(ops::GetObject, piece).await.unwrap().checksum_crc32, None);
    let all = GetObjectRequest { range: some("bytes=0-5"), ..get };
    assert!(bench.call(ops::GetObject, all).await.unwrap().checksum_crc32.is_some());
    let none = GetObjectRequest { bucket: "box".into(), key: "z".into(), ..Default::default() };
    assert_eq!(code(bench.call(ops::GetObject, none).await).0, "NoSuchKey");
}
