//! No bytes from outside make a decoder panic.

use bytes::Bytes;
use futures_util::FutureExt as _;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use lirio_api::{Body, OPERATIONS, Protocol, Timestamp};
use lirio_protocol::sigv4::{SigningKeys, expectation, parse, verified_body, verify};
use lirio_protocol::{RequestHead, client, route, server};
use proptest::prelude::*;

const PROTOCOLS: [Protocol; 6] = [
    Protocol::RestXml,
    Protocol::RestJson,
    Protocol::Json10,
    Protocol::Json11,
    Protocol::Query,
    Protocol::Cbor,
];

/// Bytes, texts and texts that look like what a decoder wants.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        "[<>/&;#x a-zA-Z0-9=\"'!\\[\\]-]{0,120}".prop_map(String::into_bytes),
        "[{}\\[\\]:,\"a-z0-9.eE+-]{0,120}".prop_map(String::into_bytes),
        "([A-Za-z]{1,8}(\\.(member|entry|[0-9]{1,12}|key)){0,5}=[a-z%&+]{0,6}&?){0,6}"
            .prop_map(String::into_bytes),
        "([0-9a-f]{0,9}(;chunk-signature=[0-9a-f]{0,6})?\r\n[a-z]{0,20}\r?\n){0,6}"
            .prop_map(String::into_bytes),
    ]
}

fn names() -> impl Strategy<Value = (String, String)> {
    let name = prop_oneof![
        Just("authorization"),
        Just("x-amz-date"),
        Just("x-amz-content-sha256"),
        Just("x-amz-decoded-content-length"),
        Just("x-amz-trailer"),
        Just("x-amz-target"),
        Just("content-type"),
        Just("host"),
        Just("if-modified-since"),
        Just("x-amz-meta-a"),
        Just("smithy-protocol"),
    ];
    let value = prop_oneof![
        "[ -~]{0,60}",
        Just("AWS4-HMAC-SHA256 Credential=a/20130524/r/s3/aws4_request, SignedHeaders=host;a, Signature=0000000000000000000000000000000000000000000000000000000000000000".to_owned()),
        Just("20130524T000000Z".to_owned()),
        Just("UNSIGNED-PAYLOAD".to_owned()),
        Just("STREAMING-UNSIGNED-PAYLOAD-TRAILER".to_owned()),
        Just("rpc-v2-cbor".to_owned()),
        "[0-9]{1,25}",
    ];
    (name.prop_map(str::to_owned), value)
}

fn header_map(pairs: &[(String, String)]) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in pairs {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            map.append(name, value);
        }
    }
    map
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn decoding(
        body in bodies(),
        pairs in proptest::collection::vec(names(), 0..5),
        query in "[a-zA-Z0-9%=&+.-]{0,60}",
        row in 0..OPERATIONS.len(),
        label in "\\PC{0,20}",
    ) {
        let operation = OPERATIONS[row];
        let headers = header_map(&pairs);
        let head = RequestHead { method: &Method::PUT, path: "/", query: &query, headers: &headers };
        let body = Bytes::from(body);
        for protocol in PROTOCOLS {
            let _ = server::decode(operation, protocol, &head, &[("Bucket", label.clone())], body.clone());
            for status in [StatusCode::OK, StatusCode::BAD_REQUEST] {
                let _ = client::decode_response_as(operation, protocol, status, &headers, body.clone());
            }
        }
    }

    #[test]
    fn routing_and_signatures(
        path in "/?[ -~]{0,60}",
        query in "([A-Za-z-]{0,20}=?[ -~]{0,20}&?){0,4}",
        pairs in proptest::collection::vec(names(), 0..6),
        body in bodies(),
        method in prop_oneof![Just(Method::GET), Just(Method::PUT), Just(Method::POST), Just(Method::DELETE)],
    ) {
        let headers = header_map(&pairs);
        let head = RequestHead { method: &method, path: &path, query: &query, headers: &headers };
        let form = route::form_action(&body);
        let _ = route::needs_form(&head);
        let _ = route::identify(&head, form.as_deref());
        let _ = route::identify(&head, None);
        if let Ok(Some(authorization)) = parse(&head) {
            let keys = SigningKeys::default();
            let _ = verify(&keys, &authorization, &head, "secret", Timestamp(0), Some(&body));
            let _ = verify(&keys, &authorization, &head, "secret", authorization.timestamp, Some(&body));
        }
        if let Ok(expected) = expectation(&head, None) {
            let (plain, trailers) = verified_body(Body::from_bytes(body), expected);
            let _ = plain.collect(1 << 20).now_or_never().expect("a body in memory is always ready");
            let _ = trailers.all();
        }
    }
}
