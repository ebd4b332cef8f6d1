//! Reading blobs.

use std::ops::Range;

use futures_util::StreamExt as _;
use http::{StatusCode, header};
use lirio_api::{Body, BodyError};
use lirio_image::{Digest, RepositoryName};
use lirio_service::RawResponse;
use lirio_store::{Key, StoreError};

use super::Call;
use super::answer::{DIGEST, Refusal, answer, with_body};
use crate::authorize::{CHECK_BLOB, COMPLETE_UPLOAD, PULL_BLOB};
use crate::tables::{CONTENT, ContentRow, LINKS, Place};

/// The digest a client named.
pub(super) fn parse_digest(text: &str) -> Result<Digest, Refusal> {
    Digest::parse(text).map_err(|error| Refusal::bad("DIGEST_INVALID", error.to_string()).detail(text))
}

fn unknown(digest: &Digest) -> Refusal {
    Refusal::missing("BLOB_UNKNOWN", "blob unknown to registry")
        .detail(serde_json::json!({ "digest": digest.to_string() }))
}

impl Call {
    /// Content that the repository has.
    pub(super) fn content(&self, place: &Place, digest: &Digest) -> Result<Option<ContentRow>, Refusal> {
        let digest = digest.to_string();
        Ok(self.ecr.platform.store.read(|r| {
            if LINKS.exists(r, &place.of_name(&digest))? {
                CONTENT.get(r, &Key::new().str(&digest))
            } else {
                Ok::<_, StoreError>(None)
            }
        })?)
    }

    pub(super) fn blob(&self, name: &RepositoryName, digest: &str) -> Result<RawResponse, Refusal> {
        // A push asks too, and roles that only push have no other permission for it.
        let actions: &[&str] =
            if self.is_head() { &[CHECK_BLOB, PULL_BLOB, COMPLETE_UPLOAD] } else { &[PULL_BLOB] };
        let (place, _) = self.repository(name, actions)?;
        let digest = parse_digest(digest)?;
        let content = self.content(&place, &digest)?.ok_or_else(|| unknown(&digest))?;
        let start = |status| {
            answer(status)
                .header(header::CONTENT_TYPE, "application/octet-stream")
                .header(header::ACCEPT_RANGES, "bytes")
                .header(header::CACHE_CONTROL, "max-age=31536000")
                .header(header::ETAG, format!("\"{digest}\""))
                .header(DIGEST, digest.to_string())
        };
        if self.is_head() {
            let builder = start(StatusCode::OK).header(header::CONTENT_LENGTH, content.size);
            return Ok(with_body(builder, Body::default()));
        }
        let reader = self.ecr.platform.store.blobs().open(&content.blob).map_err(|error| match error {
            StoreError::NoSuchBlob(_) => unknown(&digest),
            other => other.into(),
        })?;
        let asked = self.header(header::RANGE).and_then(|range| parse_range(range, content.size));
        let (builder, range) = match asked {
            None => (start(StatusCode::OK), 0..content.size),
            Some(Some(range)) => {
                let told = format!("bytes {}-{}/{}", range.start, range.end - 1, content.size);
                (start(StatusCode::PARTIAL_CONTENT).header(header::CONTENT_RANGE, told), range)
            }
            Some(None) => {
                return Err(Refusal::new(
                    StatusCode::RANGE_NOT_SATISFIABLE,
                    "SIZE_INVALID",
                    "The range begins behind the blob's end",
                )
                .header(header::CONTENT_RANGE, format!("bytes */{}", content.size)));
            }
        };
        let length = range.end - range.start;
        let stream = reader.stream(range).map(|piece| piece.map_err(|e| BodyError::Source(e.to_string())));
        let builder = builder.header(header::CONTENT_LENGTH, length);
        Ok(with_body(builder, Body::from_stream(stream, Some(length))))
    }
}

/// `bytes=1-2`, `bytes=1-`, `bytes=-2`: `None` for what is none of these (and is then ignored, as HTTP has
/// it), `Some(None)` for a range that begins behind the end.
fn parse_range(text: &str, size: u64) -> Option<Option<Range<u64>>> {
    let (first, last) = text.trim().strip_prefix("bytes=")?.split_once('-')?;
    let range = if first.is_empty() {
        let suffix: u64 = last.parse().ok()?;
        size.saturating_sub(suffix)..size
    } else {
        let first: u64 = first.parse().ok()?;
        let last: u64 = if last.is_empty() { u64::MAX } else { last.parse().ok()? };
        if last < first {
            return None;
        }
        first..last.saturating_add(1).min(size)
    };
    Some((range.start < range.end).then_some(range))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let check = |text: &str, expected: Option<Option<Range<u64>>>| {
            assert_eq!(parse_range(text, 10), expected, "{text}");
        };
        check("bytes=0-3", Some(Some(0..4)));
        check("bytes=4-", Some(Some(4..10)));
        check("bytes=4-100", Some(Some(4..10)));
        check("bytes=-3", Some(Some(7..10)));
        check("bytes=-30", Some(Some(0..10)));
        check("bytes=10-", Some(None));
        check("bytes=-0", Some(None));
        check("bytes=3-2", None);
        check("bytes=0-1,4-5", None);
        check("lines=0-1", None);
    }
}
