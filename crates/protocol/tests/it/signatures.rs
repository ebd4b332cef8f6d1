//! The examples of AWS's documentation of Signature Version 4 for S3, and what must be refused.

use bytes::Bytes;
use http::{HeaderMap, Method, Request};
use lirio_api::{AwsError, Body, BodyError, Timestamp};
use lirio_protocol::RequestHead;
use lirio_protocol::sigv4::{
    Credentials, Expectation, Payload, SigningKeys, Verified, expectation, parse, presign, sign,
    verified_body, verify,
};

use crate::{collect, headers};

const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/// 2013-05-24T00:00:00Z
const NOW: Timestamp = Timestamp(1_369_353_600_000);

fn authorization(signed: &str, signature: &str) -> String {
    format!(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders={signed},Signature={signature}"
    )
}

fn check_at(
    method: &Method,
    target: &str,
    headers: &HeaderMap,
    now: Timestamp,
    body: Option<&[u8]>,
) -> Result<Verified, AwsError> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let head = RequestHead { method, path, query, headers };
    let authorization = parse(&head)?.expect("the request is signed");
    let keys = SigningKeys::default();
    let first = verify(&keys, &authorization, &head, SECRET, now, body);
    // Again, with the key that was kept.
    let again = verify(&keys, &authorization, &head, SECRET, now, body);
    assert_eq!(first.is_ok(), again.is_ok());
    again
}

const HOST: (&str, &str) = ("host", "examplebucket.s3.amazonaws.com");
const DATE: (&str, &str) = ("x-amz-date", "20130524T000000Z");

#[test]
fn documented_examples() {
    let check = |method: Method, target: &str, extra: &[(&str, &str)], signed: &str, signature: &str| {
        let authorization = authorization(signed, signature);
        let all = [HOST, DATE, ("authorization", &authorization)].into_iter().chain(extra.iter().copied());
        let headers = headers(all);
        check_at(&method, target, &headers, NOW, None)
            .unwrap_or_else(|e| panic!("{target}: {e} {:?}", e.members));
    };
    check(
        Method::GET,
        "/test.txt",
        &[("range", "bytes=0-9"), ("x-amz-content-sha256", EMPTY)],
        "host;range;x-amz-content-sha256;x-amz-date",
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
    check(
        Method::PUT,
        "/test%24file.text",
        &[
            ("date", "Fri, 24 May 2013 00:00:00 GMT"),
            ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
            ("x-amz-content-sha256", "44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"),
        ],
        "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
        "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    );
    check(
        Method::GET,
        "/?lifecycle",
        &[("x-amz-content-sha256", EMPTY)],
        "host;x-amz-content-sha256;x-amz-date",
        "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    );
    check(
        Method::GET,
        "/?max-keys=2&prefix=J",
        &[("x-amz-content-sha256", EMPTY)],
        "host;x-amz-content-sha256;x-amz-date",
        "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    );
}

const PRESIGNED: &str = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

fn credentials() -> Credentials {
    Credentials {
        access_key: "AKIAIOSFODNN7EXAMPLE".to_owned(),
        secret: SECRET.to_owned(),
        session_token: None,
    }
}

#[test]
fn presigned_requests() {
    let headers = headers([HOST]);
    let check = |target: &str, seconds: i64, expected: &str| {
        let now = Timestamp(NOW.0 + seconds * 1000);
        let answer = check_at(&Method::GET, target, &headers, now, None);
        let found = answer.map_or_else(|e| format!("{} {}", e.code, e.message), |_| String::new());
        assert!(
            if expected.is_empty() { found.is_empty() } else { found.contains(expected) },
            "{target}: {found}"
        );
    };
    check(PRESIGNED, 0, "");
    check(PRESIGNED, 86_400, "");
    check(PRESIGNED, 86_401, "AccessDenied Request has expired");
    check(PRESIGNED, -3600, "AccessDenied Request is not yet valid");
    check(&PRESIGNED.replace("test.txt", "other.txt"), 0, "SignatureDoesNotMatch");
    check(&format!("{PRESIGNED}&versionId=1"), 0, "SignatureDoesNotMatch");
    check(&PRESIGNED.replace("Expires=86400", "Expires=604801"), 0, "AuthorizationQueryParametersError");
    check(&PRESIGNED.replace("Expires=86400", "Expires=-1"), 0, "AuthorizationQueryParametersError");
    check(&PRESIGNED.replace("&X-Amz-SignedHeaders=host", ""), 0, "AuthorizationQueryParametersError");
    check("/b/k?AWSAccessKeyId=AK&Signature=s&Expires=1", 0, "InvalidRequest The authorization mechanism");
    // A hash that is added to a presigned request does not break it.
    let with_hash = crate::headers([HOST, ("x-amz-content-sha256", EMPTY)]);
    check_at(&Method::GET, PRESIGNED, &with_hash, NOW, None).unwrap();
    let url = "https://examplebucket.s3.amazonaws.com/test.txt".parse().unwrap();
    let made = presign(&Method::GET, &url, &credentials(), "us-east-1", "s3", NOW, 86_400).unwrap();
    assert_eq!(made, format!("https://examplebucket.s3.amazonaws.com{PRESIGNED}"));
}

#[test]
fn what_is_refused() {
    let good = authorization(
        "host;range;x-amz-content-sha256;x-amz-date",
        "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    );
    let check = |authorization: &str, extra: &[(&str, &str)], minutes: i64, expected: &str| {
        let base = [HOST, DATE, ("range", "bytes=0-9"), ("x-amz-content-sha256", EMPTY)];
        let all = base.into_iter().chain([("authorization", authorization)]).chain(extra.iter().copied());
        let answer =
            check_at(&Method::GET, "/test.txt", &headers(all), Timestamp(NOW.0 + minutes * 60_000), None);
        let found = answer.map_or_else(|e| format!("{} {}", e.code, e.message), |_| "accepted".to_owned());
        assert!(found.starts_with(expected), "{authorization}: {found}");
    };
    check(&good, &[], 15, "accepted");
    check(&good, &[], 16, "RequestTimeTooSkewed");
    check(&good, &[], -16, "RequestTimeTooSkewed");
    check(&good.replace("=f0e8", "=f0e9"), &[], 0, "SignatureDoesNotMatch");
    check(&good, &[("x-amz-acl", "public-read")], 0, "AccessDenied There were headers present");
    check(&good.replace("host;", ""), &[], 0, "AuthorizationHeaderMalformed");
    check(&good.replace("/20130524/", "/20130525/"), &[], 0, "AuthorizationHeaderMalformed");
    check(&good.replace("aws4_request", "aws5_request"), &[], 0, "AuthorizationHeaderMalformed");
    check(&good.replace("Signature=", "Sig="), &[], 0, "AuthorizationHeaderMalformed");
    check(&good.replace("=f0e8", "=ñ"), &[], 0, "AuthorizationHeaderMalformed");
    check("AWS AKIAIOSFODNN7EXAMPLE:c2ln", &[], 0, "InvalidRequest");
    check("Bearer x", &[], 0, "InvalidArgument");
}

#[test]
fn signed_requests_verify_for_every_service() {
    for (service, target) in [
        ("s3", "http://127.0.0.1:4566/b/k%20%2B/x?list-type=2&prefix=a%2Fb&x-id=GetObject"),
        ("lambda", "http://127.0.0.1:4566/2017-03-31/tags/arn%3Aaws%3Alambda"),
        ("states", "http://127.0.0.1:4566/"),
    ] {
        let body = br#"{"name":"x"}"#;
        let mut request =
            Request::builder().method("POST").uri(target).header("x-amz-target", "A.B").body(()).unwrap();
        let credentials = Credentials { session_token: Some("token".to_owned()), ..credentials() };
        sign(&mut request, &credentials, "eu-west-1", service, NOW, Payload::Bytes(body));
        let target = request.uri().path_and_query().unwrap().as_str();
        let verify = |body: &[u8]| check_at(&Method::POST, target, request.headers(), NOW, Some(body));
        verify(body).unwrap_or_else(|e| panic!("{service}: {e}"));
        assert_eq!(verify(b"other").unwrap_err().code, "XAmzContentSHA256Mismatch");
    }
}

#[test]
fn errors_of_the_json_services_have_their_own_words() {
    let mut request = Request::builder().method("POST").uri("http://h/").body(()).unwrap();
    sign(&mut request, &credentials(), "eu-west-1", "states", NOW, Payload::Bytes(b"{}"));
    let late = Timestamp(NOW.0 + 20 * 60_000);
    let error = check_at(&Method::POST, "/", request.headers(), late, Some(b"{}")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "InvalidSignatureException: Signature expired: 20130524T000000Z is now earlier than 20130524T000500Z (20130524T002000Z - 15 min.)"
    );
    let error = check_at(&Method::POST, "/x", request.headers(), NOW, Some(b"{}")).unwrap_err();
    assert_eq!((error.code.as_ref(), error.status), ("InvalidSignatureException", 400));
}

/// The documentation's chunked upload: 65 KiB of `a` in chunks of 64 KiB.
fn chunked(trailer: bool) -> (HeaderMap, Vec<u8>) {
    let signatures = if trailer {
        [
            "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
            "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
            "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
            "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
        ]
    } else {
        [
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
        ]
    };
    let mut pairs = vec![
        ("host", "s3.amazonaws.com"),
        DATE,
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ("content-encoding", "aws-chunked"),
        ("x-amz-decoded-content-length", "66560"),
    ];
    let authorization = if trailer {
        pairs.push(("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"));
        pairs.push(("x-amz-trailer", "x-amz-checksum-crc32c"));
        authorization(
            "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer",
            signatures[0],
        )
    } else {
        pairs.push(("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"));
        pairs.push(("content-length", "66824"));
        authorization(
            "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class",
            signatures[0],
        )
    };
    pairs.push(("authorization", &authorization));
    let mut body = Vec::new();
    for (size, signature) in [(65_536, signatures[1]), (1024, signatures[2])] {
        body.extend_from_slice(format!("{size:x};chunk-signature={signature}\r\n").as_bytes());
        body.extend_from_slice(&vec![b'a'; size]);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("0;chunk-signature={}\r\n", signatures[3]).as_bytes());
    if trailer {
        body.extend_from_slice(b"x-amz-checksum-crc32c:sOO8/Q==\r\n");
        body.extend_from_slice(
            b"x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n",
        );
    }
    body.extend_from_slice(b"\r\n");
    (headers(pairs), body)
}

fn expected_of(headers: &HeaderMap, verified: Option<&Verified>) -> Expectation {
    let head = RequestHead { method: &Method::PUT, path: "/", query: "", headers };
    expectation(&head, verified).unwrap()
}

/// The body in pieces, so that chunks and lines are cut everywhere.
fn pieces(body: &[u8], size: usize) -> Body {
    let pieces: Vec<Result<Bytes, BodyError>> =
        body.chunks(size.max(1)).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    Body::from_stream(futures_util::stream::iter(pieces), Some(body.len() as u64))
}

fn code(answer: Result<Bytes, BodyError>) -> String {
    match answer {
        Ok(bytes) => format!("{} bytes", bytes.len()),
        Err(BodyError::Refused(error)) => error.code.into_owned(),
        Err(BodyError::Incomplete(_)) => "incomplete".to_owned(),
        Err(other) => other.to_string(),
    }
}

#[test]
fn documented_chunked_uploads() {
    for trailer in [false, true] {
        let (headers, body) = chunked(trailer);
        let verified = check_at(&Method::PUT, "/examplebucket/chunkObject.txt", &headers, NOW, None).unwrap();
        for size in [1, 7, 1000, 1 << 20] {
            let (plain, trailers) =
                verified_body(pieces(&body, size), expected_of(&headers, Some(&verified)));
            assert_eq!(plain.length(), Some(66_560));
            assert_eq!(trailers.all(), None);
            assert_eq!(collect(plain).unwrap(), vec![b'a'; 66_560]);
            let checksum = trailers.get("x-amz-checksum-crc32c");
            assert_eq!(checksum.as_deref(), trailer.then_some("sOO8/Q=="));
        }
        let check = |change: &dyn Fn(&mut Vec<u8>), expected: &str| {
            let mut body = body.clone();
            change(&mut body);
            let (plain, _) = verified_body(pieces(&body, 4096), expected_of(&headers, Some(&verified)));
            assert_eq!(code(collect(plain)), expected);
        };
        check(&|body| body[1000] = b'b', "SignatureDoesNotMatch");
        check(&|body| body[66_000] = b'b', "SignatureDoesNotMatch");
        check(&|body| body.truncate(70), "incomplete");
        check(&|body| body.truncate(66_000), "incomplete");
        check(&|body| body[0] = b'f', "incomplete");
        check(&|body| body[0] = b'z', "incomplete");
        check(&|body| body.extend_from_slice(b"more"), "incomplete");
        if trailer {
            check(&|body| body.truncate(body.len() - 100), "incomplete");
            let at = body.len() - 120;
            check(&|body| body[at] = b'=', "MalformedTrailerError");
        }
    }
}

#[test]
fn unsigned_chunks_and_declared_hashes() {
    let base = [
        ("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
        ("x-amz-decoded-content-length", "5"),
        ("x-amz-trailer", "x-amz-checksum-crc32"),
    ];
    let check = |body: &str, expected: &str| {
        for size in [1, 3, 100] {
            let (plain, _) = verified_body(pieces(body.as_bytes(), size), expected_of(&headers(base), None));
            assert_eq!(code(collect(plain)), expected, "{body:?}");
        }
    };
    check("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n", "5 bytes");
    check("2\r\nhe\r\n3\r\nllo\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n", "5 bytes");
    check("5\r\nhello\r\n0\r\n\r\n", "MalformedTrailerError");
    check("5\r\nhello\r\n0\r\nx-other:1\r\n\r\n", "MalformedTrailerError");
    check("4\r\nhell\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n", "incomplete");
    check("6\r\nhello!\r\n0\r\n\r\n", "incomplete");
    check("5\r\nhello0\r\n\r\n", "incomplete");
    check("+5\r\nhello\r\n0\r\n\r\n", "incomplete");
    check("", "incomplete");
    check(&"0".repeat(5000), "incomplete");

    let hash = |declared: &str, body: &'static [u8]| {
        let headers = headers([("x-amz-content-sha256", declared)]);
        let (plain, trailers) = verified_body(Body::from_bytes(body), expected_of(&headers, None));
        let answer = code(collect(plain));
        assert_eq!(trailers.all(), Some(Vec::new()));
        answer
    };
    assert_eq!(hash(EMPTY, b""), "0 bytes");
    assert_eq!(hash(EMPTY, b"x"), "XAmzContentSHA256Mismatch");
    assert_eq!(hash("UNSIGNED-PAYLOAD", b"x"), "1 bytes");
    let nonsense = headers([("x-amz-content-sha256", "nonsense")]);
    let head = RequestHead { method: &Method::PUT, path: "/", query: "", headers: &nonsense };
    assert_eq!(expectation(&head, None).unwrap_err().code, "InvalidArgument");
}
