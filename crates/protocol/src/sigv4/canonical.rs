//! The texts that are signed, and the keys that sign them.

use http::HeaderMap;
use lirio_api::Timestamp;
use ring::{digest, hmac};

use super::keys::SigningKey;
use super::{ALGORITHM, TERMINATOR};
use crate::uri;

/// The hexadecimal SHA-256 of bytes.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
        text
    })
}

/// The signature of a text, hexadecimal.
pub(super) fn signature(key: &SigningKey, text: &str) -> String {
    hex(hmac::sign(&key.0, text.as_bytes()).as_ref())
}

/// The key for one day, region and service.
pub(super) fn signing_key(secret: &str, date: &str, region: &str, service: &str) -> SigningKey {
    let key = |bytes: &[u8]| hmac::Key::new(hmac::HMAC_SHA256, bytes);
    let first = key(format!("AWS4{secret}").as_bytes());
    let last = [date, region, service, TERMINATOR]
        .iter()
        .fold(first, |last, part| key(hmac::sign(&last, part.as_bytes()).as_ref()));
    SigningKey(last.into())
}

/// The credential scope.
pub(super) fn scope(date: &str, region: &str, service: &str) -> String {
    format!("{date}/{region}/{service}/{TERMINATOR}")
}

/// The text whose HMAC is the signature.
pub(super) fn string_to_sign(timestamp: Timestamp, scope: &str, canonical_request: &str) -> String {
    format!("{ALGORITHM}\n{}\n{scope}\n{}", timestamp.compact(), sha256_hex(canonical_request.as_bytes()))
}

/// The parts of a request that are signed.
pub(super) struct Signed<'a> {
    pub(super) method: &'a str,
    /// Raw.
    pub(super) path: &'a str,
    /// Raw; `X-Amz-Signature` is left out.
    pub(super) query: &'a str,
    pub(super) headers: &'a HeaderMap,
    /// Lower case, sorted.
    pub(super) signed_headers: &'a [String],
    /// S3 signs the path as it is; the others encode it twice and resolve dots.
    pub(super) is_s3: bool,
    pub(super) payload_hash: &'a str,
}

/// The canonical request.
pub(super) fn canonical_request(signed: &Signed<'_>) -> String {
    let path = if signed.is_s3 { s3_path(signed.path) } else { normal_path(signed.path) };
    let mut text = String::with_capacity(1024);
    for part in [signed.method, &path, &canonical_query(signed.query)] {
        text.push_str(part);
        text.push('\n');
    }
    for name in signed.signed_headers {
        text.push_str(name);
        text.push(':');
        for (i, value) in signed.headers.get_all(name.as_str()).iter().enumerate() {
            if i > 0 {
                text.push(',');
            }
            push_trimmed(&mut text, &String::from_utf8_lossy(value.as_bytes()));
        }
        text.push('\n');
    }
    text.push('\n');
    for (i, name) in signed.signed_headers.iter().enumerate() {
        if i > 0 {
            text.push(';');
        }
        text.push_str(name);
    }
    text.push('\n');
    text.push_str(signed.payload_hash);
    text
}

/// Without blanks around, and with one blank for several.
fn push_trimmed(text: &mut String, value: &str) {
    for (i, word) in value.split([' ', '\t']).filter(|word| !word.is_empty()).enumerate() {
        if i > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

fn s3_path(path: &str) -> String {
    let path = uri::encode(&uri::decode_bytes(path, false), true);
    if path.is_empty() { "/".to_owned() } else { path }
}

fn normal_path(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let slash = if path.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    uri::encode(format!("/{}{slash}", parts.join("/")).as_bytes(), true)
}

/// The parameters encoded anew and sorted.
pub(super) fn canonical_query(query: &str) -> String {
    let encode = |text: &str| uri::encode(&uri::decode_bytes(text, true), false);
    let mut pairs: Vec<(String, String)> = query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| part.split_once('=').unwrap_or((part, "")))
        .filter(|(name, _)| *name != "X-Amz-Signature")
        .map(|(name, value)| (encode(name), encode(value)))
        .collect();
    pairs.sort();
    pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_queries() {
        let check = |found: String, expected: &str| assert_eq!(found, expected);
        check(s3_path("/b/a%20b//c/../d$"), "/b/a%20b//c/../d%24");
        check(s3_path(""), "/");
        check(normal_path("/"), "/");
        check(normal_path("/example/.."), "/");
        check(normal_path("//a//b/./c/"), "/a/b/c/");
        check(normal_path("/tags/arn%3Aaws"), "/tags/arn%253Aaws");
        check(canonical_query("b=2&a=%7e&a=1&c&X-Amz-Signature=0"), "a=1&a=~&b=2&c=");
        check(canonical_query(""), "");
        check(
            signature(
                &signing_key("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830", "us-east-1", "iam"),
                "AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/us-east-1/iam/aws4_request\nf536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59",
            ),
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        );
    }
}
