//! Uploads in parts.

use std::sync::Arc;

use futures_util::StreamExt as _;
use lirio_api::s3::*;

use crate::support::{Bench, body, code, read, some};

const MIB: usize = 1 << 20;

fn bytes(seed: u8, length: usize) -> Vec<u8> {
    (0..length).map(|n| (n / 7 + n * usize::from(seed)) as u8).collect()
}

async fn create(bench: &Bench, algorithm: Option<&str>, kind: Option<&str>) -> String {
    let input = CreateMultipartUploadRequest {
        bucket: "box".into(),
        key: "k".into(),
        content_type: some("model/x"),
        checksum_algorithm: algorithm.map(str::to_owned),
        checksum_type: kind.map(str::to_owned),
        ..Default::default()
    };
    bench.call(ops::CreateMultipartUpload, input).await.unwrap().upload_id.unwrap()
}

async fn part(bench: &Bench, upload: &str, number: i64, bytes: Vec<u8>) -> CompletedPart {
    let input = UploadPartRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: upload.into(),
        part_number: number,
        body: body(bytes),
        ..Default::default()
    };
    let done = bench.call(ops::UploadPart, input).await.unwrap();
    CompletedPart { e_tag: done.e_tag, part_number: Some(number), ..Default::default() }
}

fn complete(upload: &str, parts: Vec<CompletedPart>) -> CompleteMultipartUploadRequest {
    CompleteMultipartUploadRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: upload.into(),
        multipart_upload: Some(CompletedMultipartUpload { parts: Some(parts) }),
        ..Default::default()
    }
}

fn get() -> GetObjectRequest {
    GetObjectRequest { bucket: "box".into(), key: "k".into(), ..Default::default() }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn parts_come_in_any_order_and_at_once() {
    let bench = Arc::new(Bench::with_bucket().await);
    let upload = create(&bench, None, None).await;
    let pieces = [bytes(1, 5 * MIB), bytes(2, 5 * MIB + 3), bytes(3, 100)];
    let mut tasks = Vec::new();
    for (number, piece) in [(9, 2), (2, 0), (5, 1)] {
        let (bench, upload, piece) = (bench.clone(), upload.clone(), pieces[piece].clone());
        tasks.push(tokio::spawn(async move { part(&bench, &upload, number, piece).await }));
    }
    let mut parts = Vec::new();
    for task in tasks {
        parts.push(task.await.unwrap());
    }
    parts.sort_by_key(|p| p.part_number);
    // One that is not listed in the end.
    part(&bench, &upload, 7, b"left out".to_vec()).await;
    let list = ListPartsRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: upload.clone(),
        max_parts: Some(3),
        ..Default::default()
    };
    let listed = bench.call(ops::ListParts, list.clone()).await.unwrap();
    let numbers =
        |l: &ListPartsOutput| l.parts.iter().flatten().filter_map(|p| p.part_number).collect::<Vec<_>>();
    assert_eq!((numbers(&listed), listed.is_truncated), (vec![2, 5, 7], Some(true)));
    let next = ListPartsRequest { part_number_marker: listed.next_part_number_marker, ..list };
    assert_eq!(numbers(&bench.call(ops::ListParts, next).await.unwrap()), [9]);

    let done = bench.call(ops::CompleteMultipartUpload, complete(&upload, parts.clone())).await.unwrap();
    let etag = done.e_tag.clone().unwrap();
    assert!(etag.ends_with("-3\"") && etag.len() == 36, "{etag}");
    assert_eq!(done.checksum_type.as_deref(), Some("FULL_OBJECT"));
    // A client that did not hear the answer asks again.
    let again = bench.call(ops::CompleteMultipartUpload, complete(&upload, parts)).await.unwrap();
    assert_eq!(again.e_tag, done.e_tag);

    let whole = pieces.concat();
    let found = bench.call(ops::GetObject, get()).await.unwrap();
    assert_eq!(found.content_type.as_deref(), Some("model/x"));
    assert!(read(found.body).await == whole);
    // The full-object checksum is that of the same bytes put at once.
    let put = PutObjectRequest {
        bucket: "box".into(),
        key: "same".into(),
        body: body(whole.clone()),
        ..Default::default()
    };
    let same = bench.call(ops::PutObject, put).await.unwrap();
    assert_eq!(same.checksum_crc64_nvme, done.checksum_crc64_nvme);

    let (from, to) = (5 * MIB - 5, 5 * MIB + 5);
    let range = GetObjectRequest { range: Some(format!("bytes={from}-{}", to - 1)), ..get() };
    assert_eq!(read(bench.call(ops::GetObject, range).await.unwrap().body).await, &whole[from..to]);
    let second = GetObjectRequest { part_number: Some(2), ..get() };
    let found = bench.call(ops::GetObject, second).await.unwrap();
    assert_eq!(found.parts_count, Some(3));
    assert!(read(found.body).await == pieces[1]);
    let fourth = GetObjectRequest { part_number: Some(4), ..get() };
    assert_eq!(code(bench.call(ops::GetObject, fourth).await), ("InvalidPartNumber".into(), 416));

    // A copy is one piece, and outlives its source.
    let copy = CopyObjectRequest {
        bucket: "box".into(),
        key: "copy".into(),
        copy_source: "box/k".into(),
        ..Default::default()
    };
    let copied = bench.call(ops::CopyObject, copy).await.unwrap().copy_object_result.unwrap();
    assert_eq!(copied.e_tag, same.e_tag);
    bench.s3.start();
    let delete = DeleteObjectRequest { bucket: "box".into(), key: "k".into(), ..Default::default() };
    bench.call(ops::DeleteObject, delete).await.unwrap();
    let copy = GetObjectRequest { key: "copy".into(), ..get() };
    assert!(read(bench.call(ops::GetObject, copy).await.unwrap().body).await == whole);
    bench.platform.shutdown.request();
}

#[tokio::test]
async fn completion_is_strict() {
    let bench = Bench::with_bucket().await;
    let upload = create(&bench, None, None).await;
    let one = part(&bench, &upload, 1, bytes(1, 100)).await;
    let two = part(&bench, &upload, 2, bytes(2, 100)).await;
    let check = async |parts: Vec<CompletedPart>, expected: &str| {
        let result = bench.call(ops::CompleteMultipartUpload, complete(&upload, parts)).await;
        assert_eq!(code(result), (expected.into(), 400));
    };
    check(vec![], "MalformedXML").await;
    check(vec![two.clone(), one.clone()], "InvalidPartOrder").await;
    check(vec![one.clone(), two.clone()], "EntityTooSmall").await;
    check(vec![CompletedPart { e_tag: some("\"x\""), ..one.clone() }], "InvalidPart").await;
    check(vec![CompletedPart { part_number: Some(3), ..one.clone() }], "InvalidPart").await;
    check(vec![CompletedPart { checksum_crc64_nvme: some("AAAAAAAAAAA="), ..one.clone() }], "InvalidPart")
        .await;
    let sized =
        CompleteMultipartUploadRequest { mpu_object_size: Some(7), ..complete(&upload, vec![one.clone()]) };
    assert_eq!(code(bench.call(ops::CompleteMultipartUpload, sized).await).0, "InvalidRequest");
    // After all that the upload is as it was.
    bench.call(ops::CompleteMultipartUpload, complete(&upload, vec![one])).await.unwrap();
    let late = UploadPartRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: upload,
        part_number: 3,
        ..Default::default()
    };
    assert_eq!(code(bench.call(ops::UploadPart, late).await), ("NoSuchUpload".into(), 404));
}

#[tokio::test]
async fn checksums_of_uploads() {
    let bench = Bench::with_bucket().await;
    let upload = create(&bench, Some("SHA256"), None).await;
    let input = UploadPartRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: upload.clone(),
        part_number: 1,
        body: body("hello\n"),
        checksum_crc32: some("NjowIA=="),
        ..Default::default()
    };
    assert_eq!(code(bench.call(ops::UploadPart, input.clone()).await).0, "InvalidRequest");
    let sha = "WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=";
    let input = UploadPartRequest {
        checksum_crc32: None,
        checksum_sha256: some(sha),
        body: body("hello\n"),
        ..input
    };
    let done = bench.call(ops::UploadPart, input).await.unwrap();
    assert_eq!(done.checksum_sha256.as_deref(), Some(sha));
    let parts = vec![CompletedPart {
        e_tag: done.e_tag,
        part_number: Some(1),
        checksum_sha256: some(sha),
        ..Default::default()
    }];
    let done = bench.call(ops::CompleteMultipartUpload, complete(&upload, parts)).await.unwrap();
    assert_eq!(done.checksum_type.as_deref(), Some("COMPOSITE"));
    assert!(done.checksum_sha256.unwrap().ends_with("=-1"));
    let attributes = GetObjectAttributesRequest {
        bucket: "box".into(),
        key: "k".into(),
        object_attributes: vec!["ObjectParts".into()],
        ..Default::default()
    };
    let found = bench.call(ops::GetObjectAttributes, attributes).await.unwrap().object_parts.unwrap();
    assert_eq!(found.parts.unwrap()[0].checksum_sha256.as_deref(), Some(sha));
    let bad = CreateMultipartUploadRequest {
        bucket: "box".into(),
        key: "k".into(),
        checksum_algorithm: some("SHA256"),
        checksum_type: some("FULL_OBJECT"),
        ..Default::default()
    };
    assert_eq!(code(bench.call(ops::CreateMultipartUpload, bad).await).0, "InvalidRequest");
}

#[tokio::test]
async fn uploads_are_listed_aborted_and_end_with_their_bucket() {
    let bench = Bench::with_bucket().await;
    let first = create(&bench, None, None).await;
    let second = create(&bench, Some("CRC32"), Some("FULL_OBJECT")).await;
    part(&bench, &first, 1, bytes(1, 100_000)).await;
    let list =
        ListMultipartUploadsRequest { bucket: "box".into(), max_uploads: Some(1), ..Default::default() };
    let page = bench.call(ops::ListMultipartUploads, list.clone()).await.unwrap();
    let id = |page: &ListMultipartUploadsOutput| page.uploads.as_ref().unwrap()[0].upload_id.clone().unwrap();
    assert_eq!((id(&page), page.is_truncated), (first.clone(), Some(true)));
    let next = ListMultipartUploadsRequest {
        key_marker: page.next_key_marker,
        upload_id_marker: page.next_upload_id_marker,
        ..list
    };
    let page = bench.call(ops::ListMultipartUploads, next).await.unwrap();
    assert_eq!((id(&page), page.is_truncated), (second, Some(false)));
    let abort = AbortMultipartUploadRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: first,
        ..Default::default()
    };
    bench.call(ops::AbortMultipartUpload, abort.clone()).await.unwrap();
    assert_eq!(code(bench.call(ops::AbortMultipartUpload, abort).await), ("NoSuchUpload".into(), 404));
    bench
        .call(ops::DeleteBucket, DeleteBucketRequest { bucket: "box".into(), ..Default::default() })
        .await
        .unwrap();
}

#[tokio::test]
async fn parts_are_copied_by_range() {
    let bench = Bench::with_bucket().await;
    let put = PutObjectRequest {
        bucket: "box".into(),
        key: "source".into(),
        body: body("0123456789"),
        ..Default::default()
    };
    bench.call(ops::PutObject, put).await.unwrap();
    let upload = create(&bench, None, None).await;
    let copy = |range: &str| UploadPartCopyRequest {
        bucket: "box".into(),
        key: "k".into(),
        upload_id: upload.clone(),
        part_number: 1,
        copy_source: "box/source".into(),
        copy_source_range: some(range),
        ..Default::default()
    };
    assert_eq!(
        code(bench.call(ops::UploadPartCopy, copy("bytes=5-10")).await),
        ("InvalidArgument".into(), 400)
    );
    let done = bench.call(ops::UploadPartCopy, copy("bytes=2-4")).await.unwrap().copy_part_result.unwrap();
    let parts = vec![CompletedPart { e_tag: done.e_tag, part_number: Some(1), ..Default::default() }];
    bench.call(ops::CompleteMultipartUpload, complete(&upload, parts)).await.unwrap();
    assert_eq!(read(bench.call(ops::GetObject, get()).await.unwrap().body).await, b"234");
}

#[tokio::test]
async fn a_reader_of_many_parts_ends_what_it_began() {
    let bench = Bench::with_bucket().await;
    bench.s3.start();
    let upload = create(&bench, None, None).await;
    let pieces = [bytes(1, 5 * MIB), bytes(2, 300_000)];
    let mut parts = Vec::new();
    for (n, piece) in pieces.iter().enumerate() {
        parts.push(part(&bench, &upload, n as i64 + 1, piece.clone()).await);
    }
    bench.call(ops::CompleteMultipartUpload, complete(&upload, parts)).await.unwrap();
    let mut stream = bench.call(ops::GetObject, get()).await.unwrap().body.into_stream();
    let mut found = stream.next().await.unwrap().unwrap().to_vec();
    let put =
        PutObjectRequest { bucket: "box".into(), key: "k".into(), body: body("new"), ..Default::default() };
    bench.call(ops::PutObject, put).await.unwrap();
    let files = || {
        let mut all = Vec::new();
        let mut folders = vec![bench.platform.data_dir.join("blobs")];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.path().is_dir() { folders.push(entry.path()) } else { all.push(entry.path()) }
            }
        }
        all.len()
    };
    assert_eq!(files(), 2, "both parts stay while they are read");
    while let Some(piece) = stream.next().await {
        found.extend_from_slice(&piece.unwrap());
    }
    assert!(found == pieces.concat());
    drop(stream);
    // The last reader is gone, and with it the bytes.  The limit only ends a test that would hang.
    let gone = async {
        while files() > 0 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(60), gone).await.expect("the parts are removed");
    bench.platform.shutdown.request();
}
