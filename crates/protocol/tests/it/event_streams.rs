//! Event streams: AWS's published messages, what is written is read, damage is found.

use bytes::Bytes;
use futures_util::{FutureExt as _, StreamExt as _};
use http::{HeaderMap, StatusCode};
use lirio_api::{AwsError, Body, BodyError, Fields, Protocol, Value};
use lirio_protocol::event_stream::{Decoder, FrameError, Message};
use lirio_protocol::{client, server};
use proptest::prelude::*;

fn decode(bytes: &[u8]) -> Result<Vec<Message>, FrameError> {
    let mut decoder = Decoder::default();
    decoder.push(bytes);
    let mut found = Vec::new();
    while let Some(message) = decoder.next_message()? {
        found.push(message);
    }
    Ok(found)
}

fn message(headers: &[(&str, &str)], payload: &str) -> Message {
    Message {
        headers: headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        payload: Bytes::copy_from_slice(payload.as_bytes()),
    }
}

#[test]
fn published_messages() {
    let check = |hex: &str, expected: Message| {
        let bytes: Vec<u8> =
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
        assert_eq!(decode(&bytes).unwrap(), std::slice::from_ref(&expected));
        assert_eq!(expected.encode(), bytes);
    };
    check("000000100000000005c248eb7d98c8ff", message(&[], ""));
    check("0000001d00000000fd528c5a7b27666f6f273a27626172277dc3653936", message(&[], "{'foo':'bar'}"));
    check(
        "0000003d0000002007fd83960c636f6e74656e742d747970650700106170706c69636174696f6e2f6a736f6e7b27666f6f273a27626172277d8d9c08b1",
        message(&[("content-type", "application/json")], "{'foo':'bar'}"),
    );
}

proptest! {
    #[test]
    fn what_is_written_is_read_in_any_pieces(
        payloads in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 1..5),
        cut in 1usize..64,
    ) {
        let messages: Vec<_> = payloads
            .into_iter()
            .map(|payload| Message {
                headers: vec![(":event-type".to_owned(), "PayloadPart".to_owned())],
                payload: payload.into(),
            })
            .collect();
        let bytes: Vec<u8> = messages.iter().flat_map(|message| message.encode()).collect();
        let mut decoder = Decoder::default();
        let mut found = Vec::new();
        for piece in bytes.chunks(cut) {
            decoder.push(piece);
            while let Some(message) = decoder.next_message().unwrap() {
                found.push(message);
            }
        }
        prop_assert_eq!(found, messages);
        prop_assert!(decoder.is_empty());
    }

    #[test]
    fn one_wrong_byte_is_found(at in 0usize..80, flip in 1u8..=255) {
        let mut bytes = message(&[(":event-type", "PayloadPart"), (":message-type", "event")], "data").encode().to_vec();
        let at = at % bytes.len();
        bytes[at] ^= flip;
        prop_assert!(decode(&bytes).is_err());
    }

    #[test]
    fn any_bytes_are_an_error_or_nothing(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        drop(decode(&bytes));
    }
}

#[test]
fn lengths_are_checked_before_anything_is_kept() {
    let mut prelude = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0].to_vec();
    let sum = crc32fast::hash(&prelude);
    prelude.extend(sum.to_be_bytes());
    assert_eq!(decode(&prelude), Err(FrameError::Length { total: 0xffff_ffff, headers: 0 }));
}

/// An answer of `InvokeEndpointWithResponseStream`, written and read again.
fn through(pieces: Vec<Result<Bytes, BodyError>>) -> Vec<Result<Bytes, BodyError>> {
    let operation = lirio_api::operation("sagemaker-runtime", "InvokeEndpointWithResponseStream").unwrap();
    let body = Body::from_stream(futures_util::stream::iter(pieces), None);
    let output = Value::Map(Fields::from_iter([
        ("Body".into(), Value::Body(body)),
        ("ContentType".into(), Value::from("text/plain")),
    ]));
    let response = server::encode(operation, Protocol::RestJson, output, "id");
    assert_eq!(response.headers()["content-type"], "application/vnd.amazon.eventstream");
    assert_eq!(response.headers()["x-amzn-sagemaker-content-type"], "text/plain");
    let (head, body) = response.into_parts();
    let headers: HeaderMap = head.headers;
    let read = client::decode_response_head(operation, StatusCode::OK, &headers, body).unwrap();
    let Value::Map(mut fields) = read else { panic!("no structure") };
    let Value::Body(body) = fields.take("Body") else { panic!("no body") };
    body.into_stream().collect().now_or_never().unwrap()
}

#[test]
fn an_answer_in_pieces() {
    let found = through(vec![Ok(Bytes::from_static(b"one")), Ok(Bytes::from_static(b"two"))]);
    let found: Vec<_> = found.into_iter().map(Result::unwrap).collect();
    assert_eq!(found, ["one", "two"]);
    // A piece that is too large for one event comes in several.
    let found = through(vec![Ok(Bytes::from(vec![7; 2_500_000]))]);
    assert_eq!(
        found.iter().map(|piece| piece.as_ref().unwrap().len()).collect::<Vec<_>>(),
        [1 << 20, 1 << 20, 402_848]
    );
}

#[test]
fn an_answer_that_breaks_off() {
    let error = AwsError::new("ModelStreamError", 400, "it broke").with("ErrorCode", "StreamBroken");
    let found = through(vec![
        Ok(Bytes::from_static(b"one")),
        Err(BodyError::Exception(Box::new(error))),
        Ok(Bytes::from_static(b"never")),
    ]);
    assert_eq!(found.len(), 2);
    let Err(BodyError::Exception(error)) = &found[1] else { panic!("{found:?}") };
    assert_eq!((error.code.as_ref(), error.message.as_str()), ("ModelStreamError", "it broke"));
    assert_eq!(error.members.get("ErrorCode").and_then(Value::as_str), Some("StreamBroken"));
    let found = through(vec![Err(BodyError::Source("disk".to_owned()))]);
    let Err(BodyError::Exception(error)) = &found[0] else { panic!("{found:?}") };
    assert_eq!(error.code, "InternalStreamFailure");
}
