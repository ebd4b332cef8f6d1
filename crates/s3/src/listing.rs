//! ListObjects, ListObjectsV2 and ListObjectVersions.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::AwsError;
use lirio_api::s3::{
    CommonPrefix, DeleteMarkerEntry, ListObjectVersionsOutput, ListObjectVersionsRequest, ListObjectsOutput,
    ListObjectsRequest, ListObjectsV2Output, ListObjectsV2Request, Object, ObjectVersion,
};
use lirio_service::Context;
use lirio_store::Reader;

use crate::access::{Named, check_version_id, owner};
use crate::audit;
use crate::errors::invalid_argument;
use crate::list::{Entry, Query, Start};
use crate::list_versions;
use crate::names::{page_size, percent_encode};
use crate::rows::{BucketRow, OBJECTS, Version};
use crate::s3::S3;
use crate::versions;

/// Runs a look at the store that may take a while off the asynchronous threads.
pub(crate) async fn off_thread<T, F>(ctx: &Context, look: F) -> Result<T, AwsError>
where
    T: Send + 'static,
    F: FnOnce(&Reader<'_>) -> Result<T, AwsError> + Send + 'static,
{
    let store = ctx.platform.store.clone();
    match tokio::task::spawn_blocking(move || store.read(look)).await {
        Ok(result) => result,
        Err(error) => Err(AwsError::internal(error)),
    }
}

/// How keys are written in an answer.
#[derive(Clone, Copy)]
pub(crate) struct Encoding(bool);

impl Encoding {
    pub(crate) fn new(given: &Option<String>) -> Self {
        Self(given.as_deref() == Some("url"))
    }

    pub(crate) fn key(self, text: &str) -> String {
        if self.0 { percent_encode(text) } else { text.to_owned() }
    }

    pub(crate) fn optional(self, text: &Option<String>) -> Option<String> {
        text.as_deref().map(|text| self.key(text))
    }
}

/// An empty delimiter is none.
pub(crate) fn delimiter(given: &Option<String>) -> Option<String> {
    given.clone().filter(|d| !d.is_empty())
}

/// Splits a page into rows and common prefixes; each list is none if it is empty.
pub(crate) fn split<V, T>(
    entries: Vec<Entry<V>>,
    encoding: Encoding,
    mut show: impl FnMut(String, V) -> T,
) -> (Option<Vec<T>>, Option<Vec<CommonPrefix>>) {
    let (mut rows, mut prefixes) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry {
            Entry::Row { key, value, .. } => rows.push(show(encoding.key(&key), value)),
            Entry::Prefix(prefix) => prefixes.push(CommonPrefix { prefix: Some(encoding.key(&prefix)) }),
        }
    }
    ((!rows.is_empty()).then_some(rows), (!prefixes.is_empty()).then_some(prefixes))
}

fn show(key: String, version: Version, bucket: &BucketRow, with_owner: bool) -> Object {
    let content = version.content;
    let checksum = content.as_ref().and_then(|c| c.checksum.as_ref());
    Object {
        key: Some(key),
        last_modified: Some(version.modified),
        e_tag: content.as_ref().map(|c| c.quoted_etag()),
        checksum_algorithm: checksum.map(|c| vec![c.algorithm.name().to_owned()]),
        checksum_type: checksum.map(|c| c.kind.name().to_owned()),
        size: content.as_ref().map(|c| c.size as i64),
        storage_class: content.as_ref().map(|c| c.about.class().to_owned()),
        owner: with_owner.then(|| owner(&bucket.account)),
        ..Object::default()
    }
}

/// A continuation token: where to go on, not meant to be read.
fn token<V>(last: &Entry<V>) -> String {
    let kind = match last {
        Entry::Row { .. } => 'k',
        Entry::Prefix(_) => 'p',
    };
    URL_SAFE_NO_PAD.encode(format!("1{kind}{}", last.name()))
}

fn parse_token(token: &str) -> Result<Start, AwsError> {
    let invalid =
        || invalid_argument("continuation-token", token, "The continuation token provided is incorrect");
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid())?;
    let text = String::from_utf8(bytes).map_err(|_| invalid())?;
    match (text.get(..2), text.get(2..)) {
        (Some("1k"), Some(key)) => Ok(Start::After(key.to_owned())),
        (Some("1p"), Some(prefix)) => Ok(Start::AfterPrefix(prefix.to_owned())),
        _ => Err(invalid()),
    }
}

impl S3 {
    pub(crate) async fn list_objects_v2(
        self: Arc<Self>,
        ctx: Context,
        input: ListObjectsV2Request,
    ) -> Result<ListObjectsV2Output, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let most = page_size("max-keys", input.max_keys)?;
        let query = Query {
            bucket: input.bucket.clone(),
            prefix: input.prefix.clone().unwrap_or_default(),
            delimiter: delimiter(&input.delimiter),
            start: match (&input.continuation_token, &input.start_after) {
                (Some(token), _) => parse_token(token)?,
                (None, Some(key)) if !key.is_empty() => Start::After(key.clone()),
                _ => Start::Beginning,
            },
            most,
        };
        let (bucket, (entries, more)) =
            off_thread(&ctx, move |r| Ok((named.row(r)?, query.page(r, OBJECTS)?))).await?;
        audit::transferred(&ctx, 0, 0);
        let encoding = Encoding::new(&input.encoding_type);
        let next = entries.last().filter(|_| more).map(token);
        let count = entries.len();
        let with_owner = input.fetch_owner.unwrap_or(false);
        let (contents, common_prefixes) =
            split(entries, encoding, |key, version| show(key, version, &bucket, with_owner));
        Ok(ListObjectsV2Output {
            is_truncated: Some(more),
            contents,
            name: Some(input.bucket),
            prefix: Some(encoding.key(input.prefix.as_deref().unwrap_or_default())),
            delimiter: encoding.optional(&input.delimiter),
            max_keys: Some(most as i64),
            common_prefixes,
            encoding_type: input.encoding_type,
            key_count: Some(count as i64),
            continuation_token: input.continuation_token,
            next_continuation_token: next,
            start_after: encoding.optional(&input.start_after),
            ..ListObjectsV2Output::default()
        })
    }

    pub(crate) async fn list_objects(
        self: Arc<Self>,
        ctx: Context,
        input: ListObjectsRequest,
    ) -> Result<ListObjectsOutput, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let most = page_size("max-keys", input.max_keys)?;
        let delimiter = delimiter(&input.delimiter);
        let query = Query {
            bucket: input.bucket.clone(),
            prefix: input.prefix.clone().unwrap_or_default(),
            start: Start::from_marker(input.marker.as_deref(), delimiter.as_deref()),
            delimiter,
            most,
        };
        let with_delimiter = query.delimiter.is_some();
        let (bucket, (entries, more)) =
            off_thread(&ctx, move |r| Ok((named.row(r)?, query.page(r, OBJECTS)?))).await?;
        audit::transferred(&ctx, 0, 0);
        let encoding = Encoding::new(&input.encoding_type);
        // Without a delimiter clients go on from the last key themselves.
        let next = entries.last().filter(|_| more && with_delimiter).map(|e| encoding.key(e.name()));
        let (contents, common_prefixes) =
            split(entries, encoding, |key, version| show(key, version, &bucket, true));
        Ok(ListObjectsOutput {
            is_truncated: Some(more),
            marker: Some(encoding.key(input.marker.as_deref().unwrap_or_default())),
            next_marker: next,
            contents,
            name: Some(input.bucket),
            prefix: Some(encoding.key(input.prefix.as_deref().unwrap_or_default())),
            delimiter: encoding.optional(&input.delimiter),
            max_keys: Some(most as i64),
            common_prefixes,
            encoding_type: input.encoding_type,
            ..ListObjectsOutput::default()
        })
    }

    pub(crate) async fn list_object_versions(
        self: Arc<Self>,
        ctx: Context,
        input: ListObjectVersionsRequest,
    ) -> Result<ListObjectVersionsOutput, AwsError> {
        let named = Named::new(&input.bucket, &input.expected_bucket_owner);
        let most = page_size("max-keys", input.max_keys)?;
        let delimiter = delimiter(&input.delimiter);
        let key_marker = input.key_marker.clone().filter(|k| !k.is_empty());
        let version_marker = input.version_id_marker.clone().filter(|v| !v.is_empty());
        if let Some(id) = &version_marker {
            check_version_id(id)?;
            if key_marker.is_none() {
                return Err(invalid_argument(
                    "version-id-marker",
                    id,
                    "A version-id marker cannot be specified without a key marker.",
                ));
            }
        }
        // Within a key the marker is a place among its versions; else it is past all of them.
        let start = match &version_marker {
            Some(_) => Start::Beginning,
            None => Start::from_marker(key_marker.as_deref(), delimiter.as_deref()),
        };
        let query = Query {
            bucket: input.bucket.clone(),
            prefix: input.prefix.clone().unwrap_or_default(),
            delimiter,
            start,
            most,
        };
        let (bucket, (entries, more)) = off_thread(&ctx, move |r| {
            let bucket = named.row(r)?;
            let inside = match (&key_marker, &version_marker) {
                (Some(key), Some(id)) => {
                    // A null version that is gone has no place: what is left of the key is past it.
                    let place = versions::sequence_of(r, &bucket.name, key, id)?.unwrap_or(0);
                    Some((key.as_str(), place))
                }
                _ => None,
            };
            let page = list_versions::page(r, &query, inside)?;
            Ok((bucket, page))
        })
        .await?;
        audit::transferred(&ctx, 0, 0);
        let encoding = Encoding::new(&input.encoding_type);
        let last = entries.last().filter(|_| more);
        let next_key_marker = last.map(|e| encoding.key(e.name()));
        let next_version_id_marker = last.and_then(|e| match e {
            Entry::Row { value, .. } => Some(value.version.public_id().to_owned()),
            Entry::Prefix(_) => None,
        });
        let (mut found, mut markers) = (Vec::new(), Vec::new());
        let (_, common_prefixes) = split(entries, encoding, |key, listed| {
            let id = listed.version.public_id().to_owned();
            if listed.version.content.is_none() {
                markers.push(DeleteMarkerEntry {
                    owner: Some(owner(&bucket.account)),
                    key: Some(key),
                    version_id: Some(id),
                    is_latest: Some(listed.latest),
                    last_modified: Some(listed.version.modified),
                });
                return;
            }
            let object = show(key, listed.version, &bucket, true);
            found.push(ObjectVersion {
                e_tag: object.e_tag,
                checksum_algorithm: object.checksum_algorithm,
                checksum_type: object.checksum_type,
                size: object.size,
                storage_class: object.storage_class,
                key: object.key,
                version_id: Some(id),
                is_latest: Some(listed.latest),
                last_modified: object.last_modified,
                owner: object.owner,
                ..ObjectVersion::default()
            });
        });
        Ok(ListObjectVersionsOutput {
            is_truncated: Some(more),
            key_marker: Some(encoding.key(input.key_marker.as_deref().unwrap_or_default())),
            version_id_marker: Some(input.version_id_marker.unwrap_or_default()),
            next_key_marker,
            next_version_id_marker,
            versions: (!found.is_empty()).then_some(found),
            delete_markers: (!markers.is_empty()).then_some(markers),
            name: Some(input.bucket),
            prefix: Some(encoding.key(input.prefix.as_deref().unwrap_or_default())),
            delimiter: encoding.optional(&input.delimiter),
            max_keys: Some(most as i64),
            common_prefixes,
            encoding_type: input.encoding_type,
            ..ListObjectVersionsOutput::default()
        })
    }
}
