//! What S3 says about checksums of objects and parts; they are computed by `lirio_protocol::checksum`.

use lirio_api::AwsError;
pub(crate) use lirio_protocol::checksum::{ChecksumAlgorithm, Hasher};
use serde::{Deserialize, Serialize};

use crate::errors::invalid_request;

/// What a checksum of a multipart object covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ChecksumKind {
    /// The object's bytes.
    FullObject,
    /// The parts' checksums.
    Composite,
}

/// A checksum with its value in base64 (and `-N` behind it, where it is composite).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checksum {
    pub(crate) algorithm: ChecksumAlgorithm,
    pub(crate) kind: ChecksumKind,
    pub(crate) value: String,
}

/// The algorithm of a name in `x-amz-checksum-algorithm`.
pub(crate) fn parse(name: &str) -> Result<ChecksumAlgorithm, AwsError> {
    match (ChecksumAlgorithm::ALL.into_iter().find(|served| served.name() == name), name) {
        (Some(algorithm), _) => Ok(algorithm),
        (None, "SHA512" | "MD5" | "XXHASH64" | "XXHASH3" | "XXHASH128") => {
            Err(AwsError::not_served(format_args!("The S3 checksum algorithm {name}")))
        }
        _ => Err(invalid_request(
            "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]",
        )),
    }
}

impl ChecksumKind {
    /// The kind that an upload has: the one asked for, where the algorithm can do it.
    pub(crate) fn of(algorithm: ChecksumAlgorithm, asked: Option<&str>) -> Result<Self, AwsError> {
        use ChecksumAlgorithm::{Crc64Nvme, Sha1, Sha256};
        let impossible = |kind: &str| {
            invalid_request(format!(
                "The {kind} checksum type cannot be used with the {} checksum algorithm.",
                algorithm.name().to_ascii_lowercase()
            ))
        };
        match (algorithm, asked) {
            (Crc64Nvme, Some("COMPOSITE")) => Err(impossible("COMPOSITE")),
            (Sha1 | Sha256, Some("FULL_OBJECT")) => Err(impossible("FULL_OBJECT")),
            (Crc64Nvme, _) | (_, Some("FULL_OBJECT")) => Ok(Self::FullObject),
            _ => Ok(Self::Composite),
        }
    }

    /// The name as clients know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::FullObject => "FULL_OBJECT",
            Self::Composite => "COMPOSITE",
        }
    }
}

/// Checks that a client's value has the form of the algorithm's values.
pub(crate) fn check_form(algorithm: ChecksumAlgorithm, value: &str) -> Result<(), AwsError> {
    if algorithm.is_well_formed(value) {
        return Ok(());
    }
    Err(invalid_request(format!("Value for {} header is invalid.", algorithm.header())))
}

/// The checksum of an object from those of its parts, in order; each with its part's size in bytes.
///
/// Errors: a stored part checksum that is not one (500).
pub(crate) fn of_parts(
    algorithm: ChecksumAlgorithm,
    kind: ChecksumKind,
    parts: &[(&str, u64)],
) -> Result<Checksum, AwsError> {
    let value = match kind {
        ChecksumKind::Composite => algorithm.composite(parts.iter().map(|(value, _)| *value)),
        ChecksumKind::FullObject => algorithm.full_object(parts.iter().copied()),
    };
    let value = value.ok_or_else(|| {
        let (kind, name) = (kind.name(), algorithm.name());
        AwsError::internal(format_args!("the stored checksums of the parts make no {kind} {name}"))
    })?;
    Ok(Checksum { algorithm, kind, value })
}

/// The one checksum among a request's `x-amz-checksum-*` members, with its algorithm.
pub(crate) fn given(
    served: [(ChecksumAlgorithm, &Option<String>); 5],
    unserved: bool,
) -> Result<Option<(ChecksumAlgorithm, String)>, AwsError> {
    if unserved {
        return Err(AwsError::not_served("This S3 checksum algorithm"));
    }
    let mut found = None;
    for (algorithm, value) in served {
        let Some(value) = value else { continue };
        if found.is_some() {
            return Err(invalid_request(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
            ));
        }
        found = Some((algorithm, value.clone()));
    }
    Ok(found)
}

/// Collects the checksum members of a generated structure.
macro_rules! given_checksum {
    ($input:expr) => {
        $crate::checksum::given(
            [
                ($crate::checksum::ChecksumAlgorithm::Crc32, &$input.checksum_crc32),
                ($crate::checksum::ChecksumAlgorithm::Crc32c, &$input.checksum_crc32_c),
                ($crate::checksum::ChecksumAlgorithm::Crc64Nvme, &$input.checksum_crc64_nvme),
                ($crate::checksum::ChecksumAlgorithm::Sha1, &$input.checksum_sha1),
                ($crate::checksum::ChecksumAlgorithm::Sha256, &$input.checksum_sha256),
            ],
            $input.checksum_sha512.is_some()
                || $input.checksum_md5.is_some()
                || $input.checksum_xxhash64.is_some()
                || $input.checksum_xxhash3.is_some()
                || $input.checksum_xxhash128.is_some(),
        )
    };
}

/// Sets the checksum member of a generated structure.
macro_rules! show_checksum {
    ($output:expr, $algorithm:expr, $value:expr) => {{
        let value: Option<String> = Some($value);
        match $algorithm {
            $crate::checksum::ChecksumAlgorithm::Crc32 => $output.checksum_crc32 = value,
            $crate::checksum::ChecksumAlgorithm::Crc32c => $output.checksum_crc32_c = value,
            $crate::checksum::ChecksumAlgorithm::Crc64Nvme => $output.checksum_crc64_nvme = value,
            $crate::checksum::ChecksumAlgorithm::Sha1 => $output.checksum_sha1 = value,
            $crate::checksum::ChecksumAlgorithm::Sha256 => $output.checksum_sha256 = value,
        }
    }};
}

pub(crate) use {given_checksum, show_checksum};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let check = |algorithm: ChecksumAlgorithm, asked: Option<&str>, expected: Option<ChecksumKind>| {
            assert_eq!(ChecksumKind::of(algorithm, asked).ok(), expected, "{algorithm:?} {asked:?}");
        };
        check(ChecksumAlgorithm::Crc32, None, Some(ChecksumKind::Composite));
        check(ChecksumAlgorithm::Crc32, Some("FULL_OBJECT"), Some(ChecksumKind::FullObject));
        check(ChecksumAlgorithm::Crc64Nvme, None, Some(ChecksumKind::FullObject));
        check(ChecksumAlgorithm::Crc64Nvme, Some("COMPOSITE"), None);
        check(ChecksumAlgorithm::Sha256, Some("FULL_OBJECT"), None);
        check(ChecksumAlgorithm::Sha1, Some("COMPOSITE"), Some(ChecksumKind::Composite));
    }

    #[test]
    fn names() {
        let check = |name: &str, expected: Result<ChecksumAlgorithm, &str>| match (parse(name), expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(error), Err(expected)) => assert!(error.message.contains(expected), "{error:?}"),
            (found, _) => panic!("{name}: {found:?}"),
        };
        check("CRC64NVME", Ok(ChecksumAlgorithm::Crc64Nvme));
        check("SHA1", Ok(ChecksumAlgorithm::Sha1));
        check("sha1", Err("is unsupported"));
        check("MD5", Err("MD5"));
        check("", Err("is unsupported"));
    }

    /// Rows on disk have these words.
    #[test]
    fn stored_form() {
        let stored = ChecksumAlgorithm::ALL.map(|algorithm| serde_json::to_string(&algorithm).unwrap());
        assert_eq!(stored, ["\"Crc32\"", "\"Crc32c\"", "\"Crc64Nvme\"", "\"Sha1\"", "\"Sha256\""]);
    }

    #[test]
    fn parts() {
        let (a, b) = (ChecksumAlgorithm::Sha256.of(b"a"), ChecksumAlgorithm::Sha256.of(b"b"));
        let check = |kind, parts: &[(&str, u64)], expected: Result<&str, u16>| {
            let found = of_parts(ChecksumAlgorithm::Sha256, kind, parts);
            match (found, expected) {
                (Ok(found), Ok(end)) => assert!(found.value.ends_with(end), "{found:?}"),
                (Err(error), Err(status)) => assert_eq!(error.status, status),
                (found, _) => panic!("{found:?}"),
            }
        };
        check(ChecksumKind::Composite, &[(&a, 1), (&b, 1)], Ok("-2"));
        check(ChecksumKind::Composite, &[(&a, 1), ("AA==", 1)], Err(500));
        check(ChecksumKind::FullObject, &[(&a, 1)], Err(500));
    }
}
