//! Bodies that are checked while they stream through.
//!
//! aws-chunked frames the body within HTTP's own framing: `size[;chunk-signature=…]` CRLF, data,
//! CRLF, and after a chunk of size 0 the trailers.  Each chunk's signature covers the one before it.

use std::sync::{Arc, Mutex};

use bytes::{Bytes, BytesMut};
use futures_util::StreamExt as _;
use lirio_api::{AwsError, Body, BodyError, BodyStream, Timestamp};
use ring::digest::{Context, SHA256};
use subtle::ConstantTimeEq as _;

use super::canonical::{hex, sha256_hex};
use super::keys::SigningKey;
use super::verify::{PayloadHash, Verified, payload_mismatch};
use crate::RequestHead;

/// A chunk's head is about a hundred bytes.
const MAX_LINE: usize = 1024;
/// All trailers together.
const MAX_TRAILERS: usize = 8 * 1024;

/// What a body must be.
#[derive(Debug)]
pub enum Expectation {
    /// Anything.
    Unchecked,
    /// Of this SHA-256, hexadecimal.
    Sha256(String),
    /// Framed as aws-chunked.
    Chunked(Chunked),
}

/// How a body is framed.
#[derive(Debug)]
pub struct Chunked {
    decoded_length: u64,
    /// Names of the trailers the head announces, lower case.
    announced: Vec<String>,
    signer: Option<Signer>,
    has_trailers: bool,
}

#[derive(Debug)]
struct Signer {
    key: SigningKey,
    timestamp: Timestamp,
    scope: String,
    previous: String,
}

impl Signer {
    /// Checks a signature and makes it the previous one.
    fn check(&mut self, kind: &str, hashes: &str, signature: &str) -> Result<(), BodyError> {
        let text =
            format!("{kind}\n{}\n{}\n{}\n{hashes}", self.timestamp.compact(), self.scope, self.previous);
        let expected = super::canonical::signature(&self.key, &text);
        if !bool::from(expected.as_bytes().ct_eq(signature.as_bytes())) {
            let error = AwsError::new(
                "SignatureDoesNotMatch",
                403,
                "The signature of a chunk of the body does not match the one calculated. Check your key and signing method.",
            );
            return Err(refused(error.with("StringToSign", text)));
        }
        self.previous = expected;
        Ok(())
    }
}

fn refused(error: AwsError) -> BodyError {
    BodyError::Refused(Box::new(error))
}

/// What the body of a request must be, by its head; `verified` is `None` for anonymous requests.
///
/// Errors: a framing without `x-amz-decoded-content-length`, signed chunks without a signature.
pub fn expectation(head: &RequestHead<'_>, verified: Option<&Verified>) -> Result<Expectation, AwsError> {
    let (signed, has_trailers) = match PayloadHash::of_head(head)? {
        None | Some(PayloadHash::OfBody | PayloadHash::Unsigned) => return Ok(Expectation::Unchecked),
        Some(PayloadHash::Literal(hash)) => return Ok(Expectation::Sha256(hash)),
        Some(PayloadHash::StreamingSigned) => (true, false),
        Some(PayloadHash::StreamingSignedTrailer) => (true, true),
        Some(PayloadHash::StreamingUnsignedTrailer) => (false, true),
    };
    let signer = match (signed, verified) {
        (false, _) => None,
        (true, Some(verified)) => Some(Signer {
            key: verified.key.clone(),
            timestamp: verified.timestamp,
            scope: verified.scope.clone(),
            previous: verified.signature.clone(),
        }),
        (true, None) => {
            return Err(AwsError::new("InvalidRequest", 400, "Signed chunks need a request that is signed."));
        }
    };
    let decoded_length = head.header("x-amz-decoded-content-length").and_then(|v| v.parse().ok()).ok_or_else(|| {
        AwsError::new(
            "MissingContentLength",
            411,
            "You must provide the x-amz-decoded-content-length HTTP header with the length of the body before it is framed.",
        )
    })?;
    let announced = head
        .headers
        .get_all("x-amz-trailer")
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .map(|name| name.trim().to_ascii_lowercase())
        .filter(|name| !name.is_empty())
        .collect();
    Ok(Expectation::Chunked(Chunked { decoded_length, announced, signer, has_trailers }))
}

/// The trailers of a body, there once it has been read to its end.
#[derive(Clone, Debug, Default)]
pub struct Trailers(Arc<Mutex<Option<Pairs>>>);

/// Names in lower case, with their values.
type Pairs = Vec<(String, String)>;

impl Trailers {
    /// A trailer's value by its name in lower case; `None` while the body has not been read.
    pub fn get(&self, name: &str) -> Option<String> {
        let guard = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        guard.as_ref()?.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone())
    }

    /// All of them; `None` while the body has not been read to its end.
    pub fn all(&self) -> Option<Vec<(String, String)>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }

    fn set(&self, trailers: Pairs) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(trailers);
    }
}

/// The body without its framing, checked while it is read: what does not fit the expectation is an
/// error at the latest where the body would end, so nothing may be kept before that.
pub fn verified_body(body: Body, expectation: Expectation) -> (Body, Trailers) {
    let trailers = Trailers::default();
    let length = body.length();
    let body = match expectation {
        Expectation::Unchecked => {
            trailers.set(Vec::new());
            body
        }
        Expectation::Sha256(expected) => {
            trailers.set(Vec::new());
            let state = (body.into_stream(), Context::new(&SHA256), expected, false);
            let stream =
                futures_util::stream::try_unfold(state, |(mut input, mut hash, expected, done)| async move {
                    if done {
                        return Ok(None);
                    }
                    match input.next().await {
                        Some(piece) => {
                            let piece = piece?;
                            hash.update(&piece);
                            Ok(Some((piece, (input, hash, expected, false))))
                        }
                        None => {
                            let found = hex(hash.clone().finish().as_ref());
                            if found == expected {
                                Ok(None)
                            } else {
                                Err(refused(payload_mismatch(&expected, &found)))
                            }
                        }
                    }
                });
            Body::from_stream(stream, length)
        }
        Expectation::Chunked(chunked) => {
            let length = chunked.decoded_length;
            let reader = Reader {
                input: body.into_stream(),
                buffer: BytesMut::new(),
                left: chunked.decoded_length,
                chunked,
                state: State::Head,
                hash: Context::new(&SHA256),
                trailers: trailers.clone(),
            };
            let stream = futures_util::stream::try_unfold(reader, |mut reader| async move {
                Ok(reader.next().await?.map(|piece| (piece, reader)))
            });
            Body::from_stream(stream, Some(length))
        }
    };
    (body, trailers)
}

enum State {
    Head,
    Data { left: u64, signature: Option<String> },
    End,
}

struct Reader {
    input: BodyStream,
    buffer: BytesMut,
    /// Bytes of data still to come, of the whole.
    left: u64,
    chunked: Chunked,
    state: State,
    hash: Context,
    trailers: Trailers,
}

impl Reader {
    async fn next(&mut self) -> Result<Option<Bytes>, BodyError> {
        loop {
            match &mut self.state {
                State::Head => {
                    let line = self.line(MAX_LINE).await?;
                    let (size, signature) = self.chunk_head(&line)?;
                    if size > self.left {
                        return Err(incomplete("the chunks hold more than x-amz-decoded-content-length"));
                    }
                    self.left -= size;
                    self.hash = Context::new(&SHA256);
                    if size > 0 {
                        self.state = State::Data { left: size, signature };
                        continue;
                    }
                    self.check_chunk(signature.as_deref())?;
                    if self.left > 0 {
                        return Err(incomplete("the chunks hold less than x-amz-decoded-content-length"));
                    }
                    self.read_trailers().await?;
                    // Reading on to the end lets the connection be used again.
                    while self.buffer.is_empty() {
                        match self.input.next().await {
                            Some(piece) => self.buffer.extend_from_slice(&piece?),
                            None => break,
                        }
                    }
                    if !self.buffer.is_empty() {
                        return Err(incomplete("bytes follow the last chunk"));
                    }
                    self.state = State::End;
                }
                State::Data { left: 0, signature } => {
                    let signature = signature.take();
                    if !self.line(0).await?.is_empty() {
                        return Err(incomplete("a chunk is longer than it says"));
                    }
                    self.check_chunk(signature.as_deref())?;
                    self.state = State::Head;
                }
                State::Data { left, .. } => {
                    if self.buffer.is_empty() {
                        match self.input.next().await {
                            Some(piece) => self.buffer = BytesMut::from(piece?),
                            None => return Err(incomplete("the body ends within a chunk")),
                        }
                        continue;
                    }
                    let count = usize::try_from(*left).unwrap_or(usize::MAX).min(self.buffer.len());
                    let piece = self.buffer.split_to(count).freeze();
                    *left -= piece.len() as u64;
                    if self.chunked.signer.is_some() {
                        self.hash.update(&piece);
                    }
                    return Ok(Some(piece));
                }
                State::End => return Ok(None),
            }
        }
    }

    /// A line without its end, of at most `limit` bytes.
    async fn line(&mut self, limit: usize) -> Result<String, BodyError> {
        match self.line_or_end(limit).await? {
            Some(line) => Ok(line),
            None => Err(incomplete("the body ends before its last chunk")),
        }
    }

    async fn line_or_end(&mut self, limit: usize) -> Result<Option<String>, BodyError> {
        loop {
            if let Some(at) = self.buffer.iter().take(limit + 2).position(|b| *b == b'\n') {
                let mut line = self.buffer.split_to(at + 1);
                line.truncate(at);
                if line.last() == Some(&b'\r') {
                    line.truncate(at - 1);
                }
                let text = std::str::from_utf8(&line).map_err(|_| incomplete("the framing is not text"))?;
                return Ok(Some(text.to_owned()));
            }
            if self.buffer.len() >= limit + 2 {
                return Err(incomplete("the framing of aws-chunked is broken"));
            }
            match self.input.next().await {
                Some(piece) => self.buffer.extend_from_slice(&piece?),
                None if self.buffer.is_empty() => return Ok(None),
                None => return Err(incomplete("the body ends within a line of the framing")),
            }
        }
    }

    fn chunk_head(&self, line: &str) -> Result<(u64, Option<String>), BodyError> {
        let (size, extension) = line.split_once(';').map_or((line, None), |(s, e)| (s, Some(e)));
        // `from_str_radix` would take a sign.
        let size = Some(size.trim()).filter(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_hexdigit()));
        let size = size.and_then(|s| u64::from_str_radix(s, 16).ok());
        let size = size.ok_or_else(|| incomplete("the size of a chunk is not a hexadecimal number"))?;
        let signature = extension.and_then(|e| e.trim().strip_prefix("chunk-signature=")).map(str::to_owned);
        Ok((size, signature))
    }

    fn check_chunk(&mut self, signature: Option<&str>) -> Result<(), BodyError> {
        let Some(signer) = &mut self.chunked.signer else { return Ok(()) };
        let signature = signature.ok_or_else(|| incomplete("a chunk has no signature"))?;
        let found = hex(self.hash.clone().finish().as_ref());
        let hashes = format!("{}\n{found}", sha256_hex(b""));
        signer.check("AWS4-HMAC-SHA256-PAYLOAD", &hashes, signature)
    }

    async fn read_trailers(&mut self) -> Result<(), BodyError> {
        let mut trailers = Pairs::new();
        let mut signature = None;
        let mut left = MAX_TRAILERS;
        // The blank line may be missing where the body ends.
        while let Some(line) = self.line_or_end(left).await? {
            if line.is_empty() {
                // Without trailers this is the line end of the empty last chunk.
                break;
            }
            left = left.saturating_sub(line.len());
            let (name, value) = line.split_once(':').ok_or_else(malformed_trailer)?;
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            if name == "x-amz-trailer-signature" {
                signature = Some(value.to_owned());
            } else if self.chunked.announced.contains(&name) && !trailers.iter().any(|(n, _)| *n == name) {
                trailers.push((name, value.to_owned()));
            } else {
                return Err(malformed_trailer());
            }
        }
        if self.chunked.has_trailers && trailers.len() != self.chunked.announced.len() {
            return Err(malformed_trailer());
        }
        if self.chunked.has_trailers
            && let Some(signer) = &mut self.chunked.signer
        {
            let signature = signature.ok_or_else(malformed_trailer)?;
            let text: String = trailers.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
            signer.check("AWS4-HMAC-SHA256-TRAILER", &sha256_hex(text.as_bytes()), &signature)?;
        }
        self.trailers.set(trailers);
        Ok(())
    }
}

fn incomplete(why: &str) -> BodyError {
    BodyError::Incomplete(why.to_owned())
}

fn malformed_trailer() -> BodyError {
    refused(AwsError::new(
        "MalformedTrailerError",
        400,
        "The request contained trailing data that was not well-formed or did not conform to our published schema.",
    ))
}
