//! Lists, against a model that sorts everything and looks.

use std::collections::BTreeSet;

use lirio_api::s3::{
    ListObjectVersionsRequest, ListObjectsV2Request, PutBucketVersioningRequest, PutObjectRequest,
    VersioningConfiguration, ops,
};
use proptest::prelude::*;

use crate::support::{Bench, body};

/// Keys from few letters, so that prefixes and folders overlap.
fn key() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof!["a", "b", "/", "é", "\u{ffff}"], 1..7)
        .prop_map(|parts| parts.concat())
}

/// What AWS documents: keys in byte order, those below a common prefix rolled up into it, `max_keys` of both together.
fn model(keys: &BTreeSet<String>, prefix: &str, delimiter: &str, after: &str) -> Vec<String> {
    let mut found = Vec::new();
    for key in keys.iter().filter(|k| k.starts_with(prefix) && k.as_str() > after) {
        let rest = &key[prefix.len()..];
        let entry = match rest.find(delimiter).filter(|_| !delimiter.is_empty()) {
            Some(at) => format!("{prefix}{}", &rest[..at + delimiter.len()]),
            None => key.clone(),
        };
        if found.last() != Some(&entry) {
            found.push(entry);
        }
    }
    found
}

async fn listed(bench: &Bench, prefix: &str, delimiter: &str, after: &str, max_keys: i64) -> Vec<String> {
    let mut found = Vec::new();
    let mut token = None;
    loop {
        let input = ListObjectsV2Request {
            bucket: "box".to_owned(),
            prefix: Some(prefix.to_owned()),
            delimiter: Some(delimiter.to_owned()).filter(|d| !d.is_empty()),
            start_after: Some(after.to_owned()).filter(|a| !a.is_empty()),
            max_keys: Some(max_keys),
            continuation_token: token,
            ..ListObjectsV2Request::default()
        };
        let page = bench.call(ops::ListObjectsV2, input).await.unwrap();
        let mut entries: Vec<String> = page.contents.into_iter().flatten().filter_map(|o| o.key).collect();
        entries.extend(page.common_prefixes.into_iter().flatten().filter_map(|p| p.prefix));
        assert!(entries.len() as i64 <= max_keys, "a page is too long");
        entries.sort();
        found.extend(entries);
        match page.next_continuation_token {
            Some(next) => token = Some(next),
            None => return found,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn lists_are_as_the_model_has_them(
        keys in proptest::collection::btree_set(key(), 0..40),
        prefix in proptest::option::of(key()),
        after in proptest::option::of(key()),
        delimiter in prop_oneof!["", "/", "a"],
        max_keys in 1i64..5,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let bench = Bench::with_bucket().await;
            for key in &keys {
                let input = PutObjectRequest { bucket: "box".to_owned(), key: key.clone(), body: body("x"), ..Default::default() };
                bench.call(ops::PutObject, input).await.unwrap();
            }
            let (prefix, after) = (prefix.unwrap_or_default(), after.unwrap_or_default());
            let found = listed(&bench, &prefix, &delimiter, &after, max_keys).await;
            assert_eq!(found, model(&keys, &prefix, &delimiter, &after));
        });
    }
}

#[tokio::test]
async fn versions_are_listed_newest_first() {
    let bench = Bench::with_bucket().await;
    let versioning = PutBucketVersioningRequest {
        bucket: "box".to_owned(),
        versioning_configuration: VersioningConfiguration {
            status: Some("Enabled".to_owned()),
            ..Default::default()
        },
        ..Default::default()
    };
    bench.call(ops::PutBucketVersioning, versioning).await.unwrap();
    let mut written = Vec::new();
    for text in ["one", "two", "three"] {
        bench.clock.advance(1000);
        let input = PutObjectRequest {
            bucket: "box".to_owned(),
            key: "k".to_owned(),
            body: body(text),
            ..Default::default()
        };
        written.push(bench.call(ops::PutObject, input).await.unwrap().version_id);
    }
    let input = ListObjectVersionsRequest { bucket: "box".to_owned(), ..Default::default() };
    let versions = bench.call(ops::ListObjectVersions, input).await.unwrap().versions.unwrap_or_default();
    let listed: Vec<_> = versions.iter().map(|v| v.version_id.clone()).collect();
    written.reverse();
    assert_eq!(listed, written);
    assert_eq!(
        versions.iter().map(|v| v.is_latest).collect::<Vec<_>>(),
        [Some(true), Some(false), Some(false)]
    );
}
