//! Versions, delete markers, null versions.

use lirio_api::AwsError;
use lirio_api::s3::*;

use crate::support::{Bench, body, code, read, some};

async fn set(bench: &Bench, status: &str) {
    let input = PutBucketVersioningRequest {
        bucket: "box".into(),
        versioning_configuration: VersioningConfiguration { status: some(status), ..Default::default() },
        ..Default::default()
    };
    bench.call(ops::PutBucketVersioning, input).await.unwrap();
}

async fn put(bench: &Bench, key: &str, bytes: &str) -> Option<String> {
    let input =
        PutObjectRequest { bucket: "box".into(), key: key.into(), body: body(bytes), ..Default::default() };
    bench.call(ops::PutObject, input).await.unwrap().version_id
}

async fn get(bench: &Bench, version: Option<&str>) -> Result<String, AwsError> {
    let input = GetObjectRequest {
        bucket: "box".into(),
        key: "k".into(),
        version_id: version.map(str::to_owned),
        ..Default::default()
    };
    let found = bench.call(ops::GetObject, input).await?;
    Ok(String::from_utf8(read(found.body).await).unwrap())
}

async fn delete(bench: &Bench, version: Option<&str>) -> (Option<bool>, Option<String>) {
    let input = DeleteObjectRequest {
        bucket: "box".into(),
        key: "k".into(),
        version_id: version.map(str::to_owned),
        ..Default::default()
    };
    let done = bench.call(ops::DeleteObject, input).await.unwrap();
    (done.delete_marker, done.version_id)
}

/// Every version as `key:id[*]`, markers as `key:id!`, in the order of the two lists.
async fn versions(bench: &Bench, most: i64) -> Vec<String> {
    let mut all = Vec::new();
    let (mut key, mut id) = (None, None);
    loop {
        let input = ListObjectVersionsRequest {
            bucket: "box".into(),
            max_keys: Some(most),
            key_marker: key,
            version_id_marker: id,
            ..Default::default()
        };
        let page = bench.call(ops::ListObjectVersions, input).await.unwrap();
        let show = |key: &Option<String>, id: &Option<String>, latest: Option<bool>, end: &str| {
            let star = if latest == Some(true) { "*" } else { "" };
            format!("{}:{}{star}{end}", key.as_deref().unwrap(), id.as_deref().unwrap())
        };
        for v in page.versions.iter().flatten() {
            all.push(show(&v.key, &v.version_id, v.is_latest, ""));
        }
        for m in page.delete_markers.iter().flatten() {
            all.push(show(&m.key, &m.version_id, m.is_latest, "!"));
        }
        if page.is_truncated != Some(true) {
            return all;
        }
        (key, id) = (page.next_key_marker, page.next_version_id_marker);
    }
}

#[tokio::test]
async fn life_of_versions() {
    let bench = Bench::with_bucket().await;
    assert_eq!(put(&bench, "k", "0").await, None);
    set(&bench, "Enabled").await;
    let one = put(&bench, "k", "1").await.unwrap();
    let two = put(&bench, "k", "2").await.unwrap();
    assert_eq!(get(&bench, None).await.unwrap(), "2");
    assert_eq!(get(&bench, Some(&one)).await.unwrap(), "1");
    assert_eq!(get(&bench, Some("null")).await.unwrap(), "0");
    assert_eq!(code(get(&bench, Some("bogus")).await), ("InvalidArgument".into(), 400));
    assert_eq!(code(get(&bench, Some(&"0".repeat(32))).await), ("NoSuchVersion".into(), 404));

    // A delete hides the object behind a marker.
    let (marker, marker_id) = delete(&bench, None).await;
    let marker_id = marker_id.unwrap();
    assert_eq!(marker, Some(true));
    let error = get(&bench, None).await.unwrap_err();
    assert_eq!((&*error.code, error.status), ("NoSuchKey", 404));
    assert!(error.headers.contains(&("x-amz-delete-marker", "true".to_owned())), "{:?}", error.headers);
    let error = get(&bench, Some(&marker_id)).await.unwrap_err();
    assert_eq!((&*error.code, error.status), ("MethodNotAllowed", 405));
    assert!(error.headers.contains(&("x-amz-version-id", marker_id.clone())));
    let expected = [format!("k:{two}"), format!("k:{one}"), "k:null".into(), format!("k:{marker_id}*!")];
    assert_eq!(versions(&bench, 1000).await, expected);
    let mut paged = versions(&bench, 1).await;
    paged.sort();
    let mut sorted = expected.to_vec();
    sorted.sort();
    assert_eq!(paged, sorted);
    let list = ListObjectsV2Request { bucket: "box".into(), ..Default::default() };
    assert_eq!(bench.call(ops::ListObjectsV2, list).await.unwrap().contents, None);
    let bucket = DeleteBucketRequest { bucket: "box".into(), ..Default::default() };
    assert_eq!(code(bench.call(ops::DeleteBucket, bucket.clone()).await).0, "BucketNotEmpty");

    // Without the marker the object is back; without its newest version the one before is.
    assert_eq!(delete(&bench, Some(&marker_id)).await, (Some(true), Some(marker_id)));
    assert_eq!(get(&bench, None).await.unwrap(), "2");
    assert_eq!(delete(&bench, Some(&two)).await, (None, Some(two)));
    assert_eq!(get(&bench, None).await.unwrap(), "1");
    delete(&bench, Some(&one)).await;
    assert_eq!(get(&bench, None).await.unwrap(), "0");
    delete(&bench, Some("null")).await;
    assert_eq!(code(get(&bench, None).await).0, "NoSuchKey");
    assert!(versions(&bench, 1000).await.is_empty());
    bench.call(ops::DeleteBucket, bucket).await.unwrap();
}

#[tokio::test]
async fn suspended_buckets_have_one_null_version() {
    let bench = Bench::with_bucket().await;
    set(&bench, "Enabled").await;
    let one = put(&bench, "k", "1").await.unwrap();
    set(&bench, "Suspended").await;
    assert_eq!(put(&bench, "k", "2").await.as_deref(), Some("null"));
    assert_eq!(put(&bench, "k", "3").await.as_deref(), Some("null"));
    assert_eq!(versions(&bench, 1000).await, ["k:null*".to_owned(), format!("k:{one}")]);
    assert_eq!(get(&bench, Some("null")).await.unwrap(), "3");

    assert_eq!(delete(&bench, None).await, (Some(true), some("null")));
    assert_eq!(versions(&bench, 1000).await, [format!("k:{one}"), "k:null*!".to_owned()]);
    assert_eq!(delete(&bench, None).await, (Some(true), some("null")));
    assert_eq!(versions(&bench, 1000).await, [format!("k:{one}"), "k:null*!".to_owned()]);

    // A null version that was pushed aside is still the one that the next null write replaces.
    put(&bench, "k", "4").await;
    set(&bench, "Enabled").await;
    let five = put(&bench, "k", "5").await.unwrap();
    assert_eq!(versions(&bench, 1000).await, [format!("k:{five}*"), "k:null".into(), format!("k:{one}")]);
    set(&bench, "Suspended").await;
    put(&bench, "k", "6").await;
    assert_eq!(versions(&bench, 1000).await, ["k:null*".into(), format!("k:{five}"), format!("k:{one}")]);
}

#[tokio::test]
async fn versions_of_many_keys_roll_up_and_page() {
    let bench = Bench::with_bucket().await;
    set(&bench, "Enabled").await;
    for key in ["a/1", "a/2", "b", "c/1"] {
        for bytes in ["1", "2"] {
            put(&bench, key, bytes).await;
        }
    }
    let list = ListObjectVersionsRequest {
        bucket: "box".into(),
        delimiter: some("/"),
        max_keys: Some(1),
        ..Default::default()
    };
    let mut seen = Vec::new();
    let (mut key_marker, mut version_id_marker) = (None, None);
    loop {
        let input = ListObjectVersionsRequest { key_marker, version_id_marker, ..list.clone() };
        let page = bench.call(ops::ListObjectVersions, input).await.unwrap();
        seen.extend(page.common_prefixes.into_iter().flatten().filter_map(|p| p.prefix));
        seen.extend(page.versions.into_iter().flatten().filter_map(|v| v.key));
        if page.is_truncated != Some(true) {
            break;
        }
        (key_marker, version_id_marker) = (page.next_key_marker, page.next_version_id_marker);
    }
    assert_eq!(seen, ["a/", "b", "b", "c/"]);
}

#[tokio::test]
async fn a_former_version_keeps_its_tags_apart() {
    let bench = Bench::with_bucket().await;
    set(&bench, "Enabled").await;
    let one = put(&bench, "k", "1").await.unwrap();
    put(&bench, "k", "2").await;
    let input = PutObjectTaggingRequest {
        bucket: "box".into(),
        key: "k".into(),
        version_id: Some(one.clone()),
        tagging: Tagging { tag_set: vec![Tag { key: "t".into(), value: "v".into() }] },
        ..Default::default()
    };
    assert_eq!(bench.call(ops::PutObjectTagging, input).await.unwrap().version_id, Some(one.clone()));
    let tags = async |version: Option<String>| {
        let input = GetObjectTaggingRequest {
            bucket: "box".into(),
            key: "k".into(),
            version_id: version,
            ..Default::default()
        };
        bench.call(ops::GetObjectTagging, input).await.unwrap().tag_set.len()
    };
    assert_eq!((tags(None).await, tags(Some(one)).await), (0, 1));
}
