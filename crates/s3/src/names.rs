//! Names and small texts: buckets, keys, copy sources, tags, percent-encoding.

use std::net::Ipv4Addr;

use lirio_api::AwsError;

use crate::errors::{invalid_argument, invalid_request};
use crate::rows::Tags;

/// The longest key in bytes.
const MAX_KEY: usize = 1024;
/// All user metadata of an object, names and values, in bytes.
const MAX_METADATA: usize = 2048;

/// Checks a new bucket's name by AWS's rules for general purpose buckets.
pub(crate) fn check_bucket_name(name: &str) -> Result<(), AwsError> {
    let edge = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let bytes = name.as_bytes();
    let valid = (3..=63).contains(&bytes.len())
        && bytes.iter().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, b'.' | b'-'))
        && edge(bytes.first().copied())
        && edge(bytes.last().copied())
        && !name.contains("..")
        && name.parse::<Ipv4Addr>().is_err()
        && !["xn--", "sthree-", "amzn-s3-demo-"].iter().any(|p| name.starts_with(p))
        && !["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"].iter().any(|s| name.ends_with(s));
    if valid {
        return Ok(());
    }
    Err(AwsError::new("InvalidBucketName", 400, "The specified bucket is not valid.")
        .with("BucketName", name))
}

/// Checks a key to be written.
pub(crate) fn check_key(key: &str) -> Result<(), AwsError> {
    if key.len() > MAX_KEY {
        return Err(AwsError::new("KeyTooLongError", 400, "Your key is too long")
            .with("Size", key.len() as i64)
            .with("MaxSizeAllowed", MAX_KEY as i64));
    }
    Ok(())
}

/// Checks user metadata.
pub(crate) fn check_metadata(metadata: &std::collections::BTreeMap<String, String>) -> Result<(), AwsError> {
    let size: usize = metadata.iter().map(|(n, v)| n.len() + v.len()).sum();
    if size > MAX_METADATA {
        return Err(AwsError::new(
            "MetadataTooLarge",
            400,
            "Your metadata headers exceed the maximum allowed metadata size",
        )
        .with("Size", size as i64)
        .with("MaxSizeAllowed", MAX_METADATA as i64));
    }
    Ok(())
}

/// The object that a copy reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CopySource {
    pub(crate) bucket: String,
    pub(crate) key: String,
    pub(crate) version: Option<String>,
}

/// Reads `x-amz-copy-source`: `bucket/key` or `/bucket/key`, URL-encoded, perhaps with `?versionId=`.
pub(crate) fn parse_copy_source(text: &str) -> Result<CopySource, AwsError> {
    let invalid = || {
        invalid_argument(
            "x-amz-copy-source",
            text,
            "Copy Source must mention the source bucket and key: sourcebucket/sourcekey",
        )
    };
    if text.starts_with("arn:") {
        return Err(AwsError::not_served("Copying from an S3 access point"));
    }
    let (path, version) = match text.split_once("?versionId=") {
        Some((path, version)) => (path, Some(percent_decode(version, false).ok_or_else(invalid)?)),
        None => (text, None),
    };
    let path = percent_decode(path, false).ok_or_else(invalid)?;
    let (bucket, key) = path.strip_prefix('/').unwrap_or(&path).split_once('/').ok_or_else(invalid)?;
    if bucket.is_empty() || key.is_empty() {
        return Err(invalid());
    }
    Ok(CopySource { bucket: bucket.to_owned(), key: key.to_owned(), version })
}

/// Reads the `x-amz-tagging` header: `k=v&k2=v2`, URL-encoded.
pub(crate) fn parse_tagging(header: &str) -> Result<Tags, AwsError> {
    let invalid = || {
        invalid_argument(
            "x-amz-tagging",
            header,
            "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.",
        )
    };
    let mut tags: Tags = Vec::new();
    for pair in header.split('&').filter(|p| !p.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = percent_decode(name, true).ok_or_else(invalid)?;
        if tags.iter().any(|(n, _)| *n == name) {
            return Err(invalid());
        }
        tags.push((name, percent_decode(value, true).ok_or_else(invalid)?));
    }
    check_tags(&tags, 10)?;
    Ok(tags)
}

/// Checks tags of an object (at most 10) or a bucket (at most 50).
pub(crate) fn check_tags(tags: &Tags, most: usize) -> Result<(), AwsError> {
    let invalid =
        |message: &str, name: &str| AwsError::new("InvalidTag", 400, message.to_owned()).with("TagKey", name);
    if tags.len() > most {
        return Err(AwsError::new(
            "BadRequest",
            400,
            format!("{} tags cannot be greater than {most}", if most == 10 { "Object" } else { "Bucket" }),
        ));
    }
    for (at, (name, value)) in tags.iter().enumerate() {
        if name.is_empty() || name.chars().count() > 128 {
            return Err(invalid("The TagKey you have provided is invalid", name));
        }
        if value.chars().count() > 256 {
            return Err(invalid("The TagValue you have provided is invalid", name));
        }
        let allowed = |c: char| c.is_alphanumeric() || c.is_whitespace() || "_.:/=+-@".contains(c);
        if !name.chars().all(allowed) {
            return Err(invalid("The TagKey you have provided is invalid", name));
        }
        if !value.chars().all(allowed) {
            return Err(invalid("The TagValue you have provided is invalid", name));
        }
        if name.starts_with("aws:") {
            return Err(invalid("System tags cannot be added/updated by requester", name));
        }
        if tags[..at].iter().any(|(n, _)| n == name) {
            return Err(invalid("Cannot provide multiple Tags with the same key", name));
        }
    }
    Ok(())
}

/// The storage class to store: `STANDARD` is stored as none.
pub(crate) fn storage_class(given: Option<String>) -> Result<Option<String>, AwsError> {
    match given.as_deref() {
        None | Some("STANDARD") => Ok(None),
        Some("REDUCED_REDUNDANCY" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "GLACIER_IR") => {
            Ok(given)
        }
        // What goes there can only be read after RestoreObject, which is not served.
        Some(archive @ ("GLACIER" | "DEEP_ARCHIVE")) => {
            Err(AwsError::not_served(format_args!("The S3 storage class {archive}")))
        }
        Some(other) => {
            Err(AwsError::new("InvalidStorageClass", 400, "The storage class you specified is not valid")
                .with("StorageClassRequested", other))
        }
    }
}

/// Checks the canned ACL of an object or upload: objects belong to the bucket's owner.
pub(crate) fn check_object_acl(
    acls_enabled: bool,
    acl: &Option<String>,
    grants: bool,
) -> Result<(), AwsError> {
    match acl.as_deref() {
        None | Some("private" | "bucket-owner-full-control") if !grants => Ok(()),
        _ if acls_enabled => Err(AwsError::not_served("Granting access with S3 access-control lists")),
        _ => Err(AwsError::new("AccessControlListNotSupported", 400, "The bucket does not allow ACLs")),
    }
}

/// Removes the signing protocol's own coding, which describes the request and not the object.
pub(crate) fn content_encoding(given: Option<String>) -> Option<String> {
    let given = given?;
    let rest: Vec<&str> = given
        .split(',')
        .map(str::trim)
        .filter(|c| !c.is_empty() && !c.eq_ignore_ascii_case("aws-chunked"))
        .collect();
    (!rest.is_empty()).then(|| rest.join(","))
}

/// Decodes `%XX`, and `+` as a blank in query strings; none if it is malformed or not UTF-8.
pub(crate) fn percent_decode(text: &str, query: bool) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |c: Option<u8>| char::from(c?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                (high * 16 + low) as u8
            }
            b'+' if query => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

/// Encodes a key for `encoding-type=url`.
pub(crate) fn percent_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~*/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// An integer argument from 0 up, with AWS's words when it is not.
pub(crate) fn page_size(name: &'static str, given: Option<i64>) -> Result<usize, AwsError> {
    match given.unwrap_or(1000) {
        n @ 0.. => Ok(usize::try_from(n).unwrap_or(1000).min(1000)),
        negative => Err(invalid_argument(
            name,
            &negative.to_string(),
            format!("Argument {name} must be an integer between 0 and 2147483647"),
        )),
    }
}

/// Checks a part number.
pub(crate) fn part_number(given: i64) -> Result<u64, AwsError> {
    u64::try_from(given).ok().filter(|n| (1..=10_000).contains(n)).ok_or_else(|| {
        invalid_argument(
            "partNumber",
            &given.to_string(),
            "Part number must be an integer between 1 and 10000, inclusive",
        )
    })
}

/// Refuses encryption that lirio does not do: KMS keys and customers' keys.
pub(crate) fn check_encryption(
    algorithm: &Option<String>,
    kms_key: &Option<String>,
    customer: &Option<String>,
) -> Result<(), AwsError> {
    if customer.is_some() {
        return Err(AwsError::not_served("Server-side encryption with customer-provided keys (SSE-C)"));
    }
    match algorithm.as_deref() {
        None | Some("AES256") if kms_key.is_none() => Ok(()),
        Some("aws:kms" | "aws:kms:dsse") => {
            Err(AwsError::not_served("Server-side encryption with AWS KMS keys"))
        }
        None | Some("AES256") => Err(invalid_request(
            "Server-side encryption with a KMS key requires x-amz-server-side-encryption: aws:kms",
        )),
        Some(_) => Err(AwsError::new(
            "InvalidEncryptionAlgorithmError",
            400,
            "The encryption request you specified is not valid. The valid value is AES256.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bucket_names() {
        let check = |name: &str, valid: bool| assert_eq!(check_bucket_name(name).is_ok(), valid, "{name}");
        check("abc", true);
        check("my.bucket-1", true);
        check(&"a".repeat(63), true);
        check(&"a".repeat(64), false);
        check("ab", false);
        check("Abc", false);
        check("-abc", false);
        check("abc-", false);
        check("a..b", false);
        check("192.168.5.4", false);
        check("xn--abc", false);
        check("abc-s3alias", false);
        check("a_b", false);
        check("bücket", false);
    }

    #[test]
    fn copy_sources() {
        let check = |text: &str, expected: Option<(&str, &str, Option<&str>)>| {
            let found = parse_copy_source(text).ok();
            let found = found.as_ref().map(|s| (s.bucket.as_str(), s.key.as_str(), s.version.as_deref()));
            assert_eq!(found, expected, "{text}");
        };
        check("b/k", Some(("b", "k", None)));
        check("/b/a%20b/c", Some(("b", "a b/c", None)));
        check("b%2Fk%2Bx+y", Some(("b", "k+x+y", None)));
        check("b/k?versionId=abc", Some(("b", "k", Some("abc"))));
        check("b", None);
        check("b/", None);
        check("b/%zz", None);
        check("b/%ff", None);
    }

    #[test]
    fn tags() {
        let check =
            |text: &str, expected: Result<&[(&str, &str)], &str>| match (parse_tagging(text), expected) {
                (Ok(found), Ok(expected)) => {
                    let found: Vec<_> = found.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
                    assert_eq!(found, expected, "{text}");
                }
                (Err(found), Err(code)) => assert_eq!(found.code, code, "{text}"),
                (found, _) => panic!("{text}: {found:?}"),
            };
        check("", Ok(&[]));
        check("a=b&c=d+e%2F", Ok(&[("a", "b"), ("c", "d e/")]));
        check("a", Ok(&[("a", "")]));
        check("a=1&a=2", Err("InvalidArgument"));
        check("aws:x=1", Err("InvalidTag"));
        check("a=%3C", Err("InvalidTag"));
        check("a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1", Err("BadRequest"));
    }

    #[test]
    fn percent() {
        assert_eq!(percent_encode("a b/ü+&"), "a%20b/%C3%BC%2B%26");
        assert_eq!(percent_decode("a%20b/%C3%BC%2B%26", false).as_deref(), Some("a b/ü+&"));
        assert_eq!(percent_decode("%4", false), None);
    }

    #[test]
    fn codings() {
        let check = |given: &str, expected: Option<&str>| {
            assert_eq!(content_encoding(Some(given.to_owned())).as_deref(), expected);
        };
        check("aws-chunked", None);
        check("gzip, aws-chunked", Some("gzip"));
        check("gzip", Some("gzip"));
    }
}
