//! AWS's event stream framing (`application/vnd.amazon.eventstream`), both sides.
//!
//! A message is a prelude (total length, length of the headers, CRC-32 of both), headers, a payload, and the
//! CRC-32 of all that.  Numbers are big-endian.  Both sums are checked before anything is looked at, and lengths
//! before anything is kept.

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};
use futures_util::StreamExt as _;
use lirio_api::{AwsError, Body, BodyError, Value};

/// The content type of an event stream.
pub const CONTENT_TYPE: &str = "application/vnd.amazon.eventstream";

/// Prelude with its sum, and the sum at the end.
const FRAME: usize = 12 + 4;
/// The largest message that AWS allows: 16 MiB of payload, 128 KiB of headers.
const LARGEST: usize = 16 * 1024 * 1024 + LARGEST_HEADERS + FRAME;
const LARGEST_HEADERS: usize = 128 * 1024;
/// Pieces of a payload are cut to this, well below the largest.
const PIECE: usize = 1024 * 1024;
/// The header type of a text.
const TEXT: u8 = 7;

/// A message.  Only headers that are texts are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// The payload.
    pub payload: Bytes,
}

/// What is wrong with bytes that should be messages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    /// A length that no message has.
    #[error("a message of {total} bytes with {headers} of headers is impossible")]
    Length {
        /// Bytes of the whole message.
        total: usize,
        /// Bytes of its headers.
        headers: usize,
    },
    /// A sum that is not that of the bytes.
    #[error("the CRC-32 of the {0} does not match")]
    Sum(&'static str),
    /// Headers that do not fill their length.
    #[error("the headers are malformed")]
    Headers,
}

impl Message {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// The bytes on the wire.  Headers whose names or values are too long for the framing are cut.
    pub fn encode(&self) -> Bytes {
        let mut headers = Vec::new();
        for (name, value) in &self.headers {
            let name = &name.as_bytes()[..name.floor_char_boundary(255)];
            let value = &value.as_bytes()[..value.floor_char_boundary(usize::from(u16::MAX))];
            headers.put_u8(name.len() as u8);
            headers.put_slice(name);
            headers.put_u8(TEXT);
            headers.put_u16(value.len() as u16);
            headers.put_slice(value);
        }
        let total = FRAME + headers.len() + self.payload.len();
        let mut out = BytesMut::with_capacity(total);
        out.put_u32(total as u32);
        out.put_u32(headers.len() as u32);
        out.put_u32(crc32fast::hash(&out));
        out.put_slice(&headers);
        out.put_slice(&self.payload);
        out.put_u32(crc32fast::hash(&out));
        out.freeze()
    }
}

/// Turns bytes, in pieces as they come, into messages.
#[derive(Debug, Default)]
pub struct Decoder {
    waiting: BytesMut,
}

impl Decoder {
    /// Takes a piece.
    pub fn push(&mut self, piece: &[u8]) {
        self.waiting.extend_from_slice(piece);
    }

    /// Whether bytes wait that are no whole message.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The next message; `None` if more bytes are needed.  After an error nothing that follows means anything.
    ///
    /// # Errors
    ///
    /// A wrong length, a wrong sum, malformed headers.
    pub fn next_message(&mut self) -> Result<Option<Message>, FrameError> {
        let Some(mut prelude) = self.waiting.get(..12) else { return Ok(None) };
        let sum = crc32fast::hash(&self.waiting[..8]);
        let (total, headers) = (prelude.get_u32() as usize, prelude.get_u32() as usize);
        if prelude.get_u32() != sum {
            return Err(FrameError::Sum("prelude"));
        }
        if total > LARGEST || headers > LARGEST_HEADERS || headers + FRAME > total {
            return Err(FrameError::Length { total, headers });
        }
        if self.waiting.len() < total {
            return Ok(None);
        }
        let message = self.waiting.split_to(total).freeze();
        let (body, mut sum) = message.split_at(total - 4);
        if sum.get_u32() != crc32fast::hash(body) {
            return Err(FrameError::Sum("message"));
        }
        Ok(Some(Message {
            headers: read_headers(&message[12..12 + headers]).ok_or(FrameError::Headers)?,
            payload: message.slice(12 + headers..total - 4),
        }))
    }
}

fn read_headers(mut bytes: &[u8]) -> Option<Vec<(String, String)>> {
    fn take<'a>(bytes: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = bytes.split_at_checked(count)?;
        *bytes = rest;
        Some(taken)
    }
    let mut headers = Vec::new();
    while !bytes.is_empty() {
        let length = usize::from(take(&mut bytes, 1)?[0]);
        let name = std::str::from_utf8(take(&mut bytes, length)?).ok()?.to_owned();
        match take(&mut bytes, 1)?[0] {
            // True and false.
            0 | 1 => {}
            // Integers of one, two, four, eight bytes; a time; a UUID.
            kind @ (2..=5 | 8 | 9) => {
                let length = match kind {
                    2 => 1,
                    3 => 2,
                    4 => 4,
                    9 => 16,
                    _ => 8,
                };
                take(&mut bytes, length)?;
            }
            kind @ (6 | TEXT) => {
                let length = usize::from(take(&mut bytes, 2)?.get_u16());
                let value = take(&mut bytes, length)?;
                if kind == TEXT {
                    headers.push((name, std::str::from_utf8(value).ok()?.to_owned()));
                }
            }
            _ => return None,
        }
    }
    Some(headers)
}

fn headers<const N: usize>(all: [(&str, &str); N]) -> Vec<(String, String)> {
    all.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// Pieces of bytes as events of one kind; an error as the exception that it is, and then the end.
pub fn encode(body: Body, event: &'static str) -> Body {
    let events = body.into_stream().scan(false, move |over, piece| {
        let message = (!*over).then(|| match piece {
            Ok(bytes) => parts(bytes, event),
            Err(error) => {
                *over = true;
                exception(error)
            }
        });
        std::future::ready(message.map(Ok))
    });
    Body::from_stream(events, None)
}

fn parts(mut bytes: Bytes, event: &str) -> Bytes {
    let mut out = BytesMut::new();
    while !bytes.is_empty() {
        let payload = bytes.split_to(bytes.len().min(PIECE));
        let headers = headers([
            (":event-type", event),
            (":content-type", "application/octet-stream"),
            (":message-type", "event"),
        ]);
        let message = Message { headers, payload }.encode();
        if bytes.is_empty() && out.is_empty() {
            return message;
        }
        out.extend_from_slice(&message);
    }
    out.freeze()
}

fn exception(error: BodyError) -> Bytes {
    let error = match error {
        BodyError::Exception(error) => *error,
        other => AwsError::new("InternalStreamFailure", 500, other.to_string()),
    };
    let mut json = serde_json::Map::from_iter([("Message".to_owned(), error.message.into())]);
    for (name, value) in error.members.iter() {
        json.insert(name.to_string(), value.to_json());
    }
    let headers = headers([
        (":exception-type", &error.code),
        (":content-type", "application/json"),
        (":message-type", "exception"),
    ]);
    Message { headers, payload: serde_json::Value::Object(json).to_string().into() }.encode()
}

/// The other way round: the payloads of events; an exception as the error that it tells of.
pub fn decode(body: Body) -> Body {
    let state = (body.into_stream(), Decoder::default(), false);
    let pieces = futures_util::stream::unfold(state, |(mut stream, mut decoder, over)| async move {
        if over {
            return None;
        }
        loop {
            match decoder.next_message() {
                Ok(Some(message)) => {
                    let piece = read_event(message);
                    let over = piece.is_err();
                    return Some((piece, (stream, decoder, over)));
                }
                Ok(None) => {}
                Err(error) => {
                    return Some((Err(BodyError::Incomplete(error.to_string())), (stream, decoder, true)));
                }
            }
            match stream.next().await {
                Some(Ok(piece)) => decoder.push(&piece),
                Some(Err(error)) => return Some((Err(error), (stream, decoder, true))),
                None if decoder.is_empty() => return None,
                None => {
                    let error = BodyError::Incomplete("it ended within a message".to_owned());
                    return Some((Err(error), (stream, decoder, true)));
                }
            }
        }
    });
    Body::from_stream(pieces, None)
}

fn read_event(message: Message) -> Result<Bytes, BodyError> {
    let kind = message.header(":message-type").unwrap_or("event");
    if kind == "event" {
        return Ok(message.payload);
    }
    let code = message.header(":exception-type").or(message.header(":error-code")).unwrap_or("Unknown");
    let json: serde_json::Value = serde_json::from_slice(&message.payload).unwrap_or_default();
    let text = json.get("Message").or(json.get("message")).and_then(|text| text.as_str());
    let text = text.or(message.header(":error-message")).unwrap_or_default();
    let mut error = AwsError::new(code.to_owned(), 500, text.to_owned());
    if let Some(inner) = json.get("ErrorCode").and_then(|inner| inner.as_str()) {
        error = error.with("ErrorCode", Value::from(inner));
    }
    Err(BodyError::Exception(Box::new(error)))
}
