//! The first version of lists, whose clients go on from names; and the small print of both.

use std::collections::BTreeSet;

use lirio_api::s3::{ListObjectsRequest, ListObjectsV2Request, PutObjectRequest, ops};
use proptest::prelude::*;

use crate::support::{Bench, body, code, some};

async fn fill(bench: &Bench, keys: impl IntoIterator<Item = String>) {
    for key in keys {
        let input = PutObjectRequest {
            bucket: "box".to_owned(),
            key,
            body: body("x"),
            ..PutObjectRequest::default()
        };
        bench.call(ops::PutObject, input).await.unwrap();
    }
}

/// All pages: keys and common prefixes, each in the order they came.
async fn listed(bench: &Bench, input: ListObjectsRequest) -> (Vec<String>, Vec<String>) {
    let (mut keys, mut prefixes): (Vec<String>, Vec<String>) = Default::default();
    let mut marker = None;
    loop {
        let page =
            bench.call(ops::ListObjects, ListObjectsRequest { marker, ..input.clone() }).await.unwrap();
        keys.extend(page.contents.into_iter().flatten().filter_map(|o| o.key));
        prefixes.extend(page.common_prefixes.into_iter().flatten().filter_map(|p| p.prefix));
        if page.is_truncated != Some(true) {
            return (keys, prefixes);
        }
        // Without a delimiter there is no next marker: the last key is it.
        marker = page.next_marker.or_else(|| keys.last().cloned());
    }
}

/// What a listing must have, by looking at every key.
fn model(keys: &BTreeSet<String>, prefix: &str, delimiter: Option<&str>) -> (Vec<String>, Vec<String>) {
    let (mut rows, mut prefixes) = (Vec::new(), BTreeSet::new());
    for key in keys.iter().filter(|k| k.starts_with(prefix)) {
        match delimiter.and_then(|d| key[prefix.len()..].find(d).map(|at| prefix.len() + at + d.len())) {
            Some(end) => {
                prefixes.insert(key[..end].to_owned());
            }
            None => rows.push(key.clone()),
        }
    }
    (rows, prefixes.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn pages_together_are_what_a_look_at_every_key_finds(
        keys in proptest::collection::btree_set("[ab/é\u{1}]{1,6}", 1..100),
        prefix in "[ab/é]{0,2}",
        delimiter in proptest::option::of("[/b]"),
        most in 1i64..9,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let bench = Bench::with_bucket().await;
            fill(&bench, keys.iter().cloned()).await;
            let input = ListObjectsRequest {
                bucket: "box".to_owned(),
                prefix: Some(prefix.clone()),
                delimiter: delimiter.clone(),
                max_keys: Some(most),
                ..ListObjectsRequest::default()
            };
            assert_eq!(listed(&bench, input).await, model(&keys, &prefix, delimiter.as_deref()));
        });
    }
}

#[tokio::test]
async fn hundreds_of_keys_under_a_few_prefixes() {
    let bench = Bench::with_bucket().await;
    let names = ["a", "b", "c"].iter().flat_map(|p| (0..200).map(move |n| format!("{p}/{n:04}")));
    fill(&bench, names.chain(["z".to_owned()])).await;
    let input = ListObjectsRequest { bucket: "box".to_owned(), max_keys: Some(97), ..Default::default() };
    assert_eq!(listed(&bench, input.clone()).await.0.len(), 601);
    let input = ListObjectsRequest { delimiter: some("/"), max_keys: Some(2), ..input };
    let expected = (vec!["z".to_owned()], ["a/", "b/", "c/"].map(str::to_owned).to_vec());
    assert_eq!(listed(&bench, input).await, expected);
}

#[tokio::test]
async fn the_small_print_of_lists() {
    let bench = Bench::with_bucket().await;
    fill(&bench, ["a b/ü".to_owned(), "c".to_owned()]).await;
    let list = ListObjectsV2Request { bucket: "box".to_owned(), ..Default::default() };
    let encoded =
        ListObjectsV2Request { encoding_type: some("url"), fetch_owner: Some(true), ..list.clone() };
    let found = bench.call(ops::ListObjectsV2, encoded).await.unwrap();
    let first = &found.contents.unwrap()[0];
    assert_eq!(first.key.as_deref(), Some("a%20b/%C3%BC"));
    assert!(first.owner.is_some());
    assert_eq!((first.size, first.storage_class.as_deref()), (Some(1), Some("STANDARD")));
    let none = ListObjectsV2Request { max_keys: Some(0), ..list.clone() };
    let found = bench.call(ops::ListObjectsV2, none).await.unwrap();
    assert_eq!((found.contents, found.is_truncated, found.key_count), (None, Some(false), Some(0)));
    let negative = ListObjectsV2Request { max_keys: Some(-1), ..list.clone() };
    assert_eq!(code(bench.call(ops::ListObjectsV2, negative).await), ("InvalidArgument".into(), 400));
    let token = ListObjectsV2Request { continuation_token: some("???"), ..list };
    assert_eq!(code(bench.call(ops::ListObjectsV2, token).await), ("InvalidArgument".into(), 400));
}
