//! Streamed bodies, checked while they pass.

use std::io::Read as _;

use bytes::Bytes;
use futures_util::StreamExt as _;
use lirio_api::{AwsError, Body, BodyError};
use lirio_protocol::RequestHead;
use lirio_protocol::checksum::{ChecksumAlgorithm, Hasher};
use lirio_protocol::sigv4::{self, Trailers, Verified};

/// The body without its framing, failing at its end unless hash, chunk signatures and the checksum in
/// the trailer are right; and the algorithm of that checksum.
pub(crate) fn checked(
    head: &RequestHead<'_>,
    verified: Option<&Verified>,
    body: Body,
) -> Result<(Body, Option<ChecksumAlgorithm>), AwsError> {
    let announced = head
        .headers
        .get_all("x-amz-trailer")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .find_map(|name| ChecksumAlgorithm::from_header(name.trim()));
    let (body, trailers) = sigv4::verified_body(body, sigv4::expectation(head, verified)?);
    Ok(match announced {
        Some(algorithm) => (compared(body, algorithm, trailers), Some(algorithm)),
        None => (body, None),
    })
}

/// Compares the trailer's checksum with what passed.
fn compared(body: Body, algorithm: ChecksumAlgorithm, trailers: Trailers) -> Body {
    let length = body.length();
    let state = (body.into_stream(), Some(Hasher::new(algorithm)), trailers);
    let stream =
        futures_util::stream::try_unfold(state, move |(mut input, mut hasher, trailers)| async move {
            if let Some(piece) = input.next().await {
                let piece = piece?;
                if let Some(hasher) = &mut hasher {
                    hasher.update(&piece);
                }
                return Ok(Some((piece, (input, hasher, trailers))));
            }
            let Some(hasher) = hasher.take() else { return Ok(None) };
            let found = hasher.finish();
            match trailers.get(algorithm.header()) {
                Some(sent) if sent == found => Ok(None),
                Some(_) => Err(refused(
                    "BadDigest",
                    format!("The {} you specified did not match the calculated checksum.", algorithm.name()),
                )),
                None => Err(refused(
                    "InvalidRequest",
                    format!("The trailer {} was announced and did not come.", algorithm.header()),
                )),
            }
        });
    Body::from_stream(stream, length)
}

/// A body that the client compressed (`Content-Encoding: gzip`, the SDKs' request compression), inflated;
/// any other as it is.  The signature is that of the compressed bytes.
///
/// Errors: `RequestEntityTooLarge` above `limit` bytes, `SerializationException` for what is not gzip.
pub(crate) fn inflated(head: &RequestHead<'_>, body: Bytes, limit: u64) -> Result<Bytes, AwsError> {
    let is_gzip = head
        .header("content-encoding")
        .is_some_and(|value| value.split(',').any(|name| name.trim().eq_ignore_ascii_case("gzip")));
    if !is_gzip || body.is_empty() {
        return Ok(body);
    }
    let mut plain = Vec::new();
    let mut reader = flate2::read::MultiGzDecoder::new(&*body).take(limit.saturating_add(1));
    reader.read_to_end(&mut plain).map_err(|error| {
        AwsError::new(
            "SerializationException",
            400,
            format!("The body is not gzip, as its Content-Encoding says: {error}"),
        )
    })?;
    if plain.len() as u64 > limit {
        return Err(AwsError::new(
            "RequestEntityTooLarge",
            413,
            format!("The body is longer than {limit} bytes when it is inflated."),
        ));
    }
    Ok(plain.into())
}

fn refused(code: &'static str, message: String) -> BodyError {
    BodyError::Refused(Box::new(AwsError::new(code, 400, message)))
}
