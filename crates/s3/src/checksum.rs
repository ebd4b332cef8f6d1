//! Checksums of objects and parts: computed while bytes stream, compared with what the client says.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lirio_api::AwsError;
use serde::{Deserialize, Serialize};
use sha1::Digest as _;

use crate::errors::invalid_request;

/// An algorithm that S3 computes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ChecksumAlgorithm {
    Crc32,
    Crc32c,
    Crc64Nvme,
    Sha1,
    Sha256,
}

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

impl ChecksumAlgorithm {
    /// By the name in `x-amz-checksum-algorithm`.
    pub(crate) fn parse(name: &str) -> Result<Self, AwsError> {
        Ok(match name {
            "CRC32" => Self::Crc32,
            "CRC32C" => Self::Crc32c,
            "CRC64NVME" => Self::Crc64Nvme,
            "SHA1" => Self::Sha1,
            "SHA256" => Self::Sha256,
            "SHA512" | "MD5" | "XXHASH64" | "XXHASH3" | "XXHASH128" => {
                return Err(AwsError::not_served(format_args!("The S3 checksum algorithm {name}")));
            }
            _ => {
                return Err(invalid_request(
                    "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]",
                ));
            }
        })
    }

    /// The name as clients know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    fn length(self) -> usize {
        match self {
            Self::Crc32 | Self::Crc32c => 4,
            Self::Crc64Nvme => 8,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }

    /// The kind an upload has: the one asked for, where the algorithm can do it.
    pub(crate) fn kind(self, asked: Option<&str>) -> Result<ChecksumKind, AwsError> {
        let impossible = |kind: &str| {
            invalid_request(format!(
                "The {kind} checksum type cannot be used with the {} checksum algorithm.",
                self.name().to_ascii_lowercase()
            ))
        };
        match (self, asked) {
            (Self::Crc64Nvme, Some("COMPOSITE")) => Err(impossible("COMPOSITE")),
            (Self::Sha1 | Self::Sha256, Some("FULL_OBJECT")) => Err(impossible("FULL_OBJECT")),
            (Self::Crc64Nvme, _) | (_, Some("FULL_OBJECT")) => Ok(ChecksumKind::FullObject),
            _ => Ok(ChecksumKind::Composite),
        }
    }

    /// Checks that a client's value has the form of this algorithm's values.
    pub(crate) fn check_form(self, value: &str) -> Result<(), AwsError> {
        match STANDARD.decode(value) {
            Ok(bytes) if bytes.len() == self.length() => Ok(()),
            _ => Err(invalid_request(format!(
                "Value for x-amz-checksum-{} header is invalid.",
                self.name().to_ascii_lowercase()
            ))),
        }
    }
}

impl ChecksumKind {
    /// The name as clients know it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::FullObject => "FULL_OBJECT",
            Self::Composite => "COMPOSITE",
        }
    }
}

/// Computes a checksum piece by piece.
pub(crate) enum Hasher {
    Crc32(crc32fast::Hasher),
    Crc32c(u32),
    Crc64Nvme(crc64fast_nvme::Digest),
    Sha1(sha1::Sha1),
    Sha256(sha2::Sha256),
}

impl Hasher {
    pub(crate) fn new(algorithm: ChecksumAlgorithm) -> Self {
        match algorithm {
            ChecksumAlgorithm::Crc32 => Self::Crc32(crc32fast::Hasher::new()),
            ChecksumAlgorithm::Crc32c => Self::Crc32c(0),
            ChecksumAlgorithm::Crc64Nvme => Self::Crc64Nvme(crc64fast_nvme::Digest::new()),
            ChecksumAlgorithm::Sha1 => Self::Sha1(sha1::Sha1::new()),
            ChecksumAlgorithm::Sha256 => Self::Sha256(sha2::Sha256::new()),
        }
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        match self {
            Self::Crc32(h) => h.update(bytes),
            Self::Crc32c(crc) => *crc = crc32c::crc32c_append(*crc, bytes),
            Self::Crc64Nvme(h) => h.write(bytes),
            Self::Sha1(h) => h.update(bytes),
            Self::Sha256(h) => h.update(bytes),
        }
    }

    /// The value in base64.
    pub(crate) fn finish(self) -> String {
        match self {
            Self::Crc32(h) => STANDARD.encode(h.finalize().to_be_bytes()),
            Self::Crc32c(crc) => STANDARD.encode(crc.to_be_bytes()),
            Self::Crc64Nvme(h) => STANDARD.encode(h.sum64().to_be_bytes()),
            Self::Sha1(h) => STANDARD.encode(h.finalize()),
            Self::Sha256(h) => STANDARD.encode(h.finalize()),
        }
    }
}

/// The checksum of an object from those of its parts, in order; each with its part's size in bytes.
///
/// Errors: a stored part checksum that is not one (500).
pub(crate) fn of_parts(
    algorithm: ChecksumAlgorithm,
    kind: ChecksumKind,
    parts: &[(&str, u64)],
) -> Result<Checksum, AwsError> {
    let decode = |value: &str| match STANDARD.decode(value) {
        Ok(bytes) if bytes.len() == algorithm.length() => Ok(bytes),
        _ => Err(AwsError::internal(format_args!("stored part checksum {value:?} is malformed"))),
    };
    let value = match kind {
        ChecksumKind::Composite => {
            let mut hasher = Hasher::new(algorithm);
            for (value, _) in parts {
                hasher.update(&decode(value)?);
            }
            format!("{}-{}", hasher.finish(), parts.len())
        }
        ChecksumKind::FullObject => {
            let polynomial = match algorithm {
                ChecksumAlgorithm::Crc32 => 0xEDB8_8320,
                ChecksumAlgorithm::Crc32c => 0x82F6_3B78,
                ChecksumAlgorithm::Crc64Nvme => 0x9A6C_9329_AC4B_C9B5,
                ChecksumAlgorithm::Sha1 | ChecksumAlgorithm::Sha256 => {
                    return Err(AwsError::internal("a SHA checksum has no full-object form"));
                }
            };
            let mut whole = 0u64;
            for (value, size) in parts {
                let part = decode(value)?.iter().fold(0u64, |n, byte| n << 8 | u64::from(*byte));
                whole = combine(polynomial, algorithm.length() as u32 * 8, whole, part, *size);
            }
            let bytes = whole.to_be_bytes();
            STANDARD.encode(&bytes[8 - algorithm.length()..])
        }
    };
    Ok(Checksum { algorithm, kind, value })
}

/// The CRC of two pieces from theirs: the first is shifted by the length of the second.
///
/// A shift by one zero bit is a linear map over GF(2); its powers of two by squaring make any length
/// a matter of some sixty products.
fn combine(polynomial: u64, width: u32, first: u64, second: u64, second_bytes: u64) -> u64 {
    let width = width as usize;
    let mut shift = [0u64; 64];
    shift[0] = polynomial;
    for (bit, row) in shift.iter_mut().enumerate().take(width).skip(1) {
        *row = 1 << (bit - 1);
    }
    let apply = |matrix: &[u64; 64], mut vector: u64| {
        let mut sum = 0;
        let mut row = 0;
        while vector != 0 {
            if vector & 1 == 1 {
                sum ^= matrix[row];
            }
            vector >>= 1;
            row += 1;
        }
        sum
    };
    let square = |matrix: &[u64; 64]| {
        let mut squared = [0u64; 64];
        for row in 0..width {
            squared[row] = apply(matrix, matrix[row]);
        }
        squared
    };
    // From one bit to one byte.
    for _ in 0..3 {
        shift = square(&shift);
    }
    let (mut result, mut left) = (first, second_bytes);
    while left != 0 {
        if left & 1 == 1 {
            result = apply(&shift, result);
        }
        left >>= 1;
        shift = square(&shift);
    }
    result ^ second
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

    const CRCS: [ChecksumAlgorithm; 3] =
        [ChecksumAlgorithm::Crc32, ChecksumAlgorithm::Crc32c, ChecksumAlgorithm::Crc64Nvme];

    fn value(algorithm: ChecksumAlgorithm, bytes: &[u8]) -> String {
        let mut hasher = Hasher::new(algorithm);
        hasher.update(bytes);
        hasher.finish()
    }

    #[test]
    fn known_values() {
        let check = |algorithm: ChecksumAlgorithm, expected: &str| {
            assert_eq!(value(algorithm, b"hello\n"), expected, "{algorithm:?}");
            algorithm.check_form(expected).unwrap();
        };
        check(ChecksumAlgorithm::Crc32, "NjowIA==");
        check(ChecksumAlgorithm::Crc64Nvme, "akP7S61aVgc=");
        check(ChecksumAlgorithm::Sha1, "9XLTlvrpIGYocU+yzgD3LpTyJY8=");
        check(ChecksumAlgorithm::Sha256, "WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=");
        // The check value of CRC-32/ISCSI for "123456789" is e3069283.
        assert_eq!(value(ChecksumAlgorithm::Crc32c, b"123456789"), STANDARD.encode([0xe3, 0x06, 0x92, 0x83]));
        assert_eq!(value(ChecksumAlgorithm::Sha1, b""), "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");
        assert_eq!(value(ChecksumAlgorithm::Sha256, b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn full_object_checksums_of_parts_are_those_of_the_whole() {
        let bytes: Vec<u8> = (0..100_000u32).map(|n| (n * 7 + n / 251) as u8).collect();
        for algorithm in &CRCS {
            for cuts in [vec![0], vec![1, 2], vec![65_536, 99_999], vec![10, 10, 50_000]] {
                let mut from = 0;
                let mut parts = Vec::new();
                for to in cuts.into_iter().chain([bytes.len()]) {
                    parts.push((value(*algorithm, &bytes[from..to]), (to - from) as u64));
                    from = to;
                }
                let parts: Vec<(&str, u64)> = parts.iter().map(|(v, s)| (v.as_str(), *s)).collect();
                let whole = of_parts(*algorithm, ChecksumKind::FullObject, &parts).unwrap();
                assert_eq!(whole.value, value(*algorithm, &bytes), "{algorithm:?}");
            }
        }
    }

    #[test]
    fn composite_checksums_cover_the_parts_checksums() {
        let (a, b) = (value(ChecksumAlgorithm::Sha256, b"a"), value(ChecksumAlgorithm::Sha256, b"b"));
        let raw = [STANDARD.decode(&a).unwrap(), STANDARD.decode(&b).unwrap()].concat();
        let found =
            of_parts(ChecksumAlgorithm::Sha256, ChecksumKind::Composite, &[(&a, 1), (&b, 1)]).unwrap();
        assert_eq!(found.value, format!("{}-2", value(ChecksumAlgorithm::Sha256, &raw)));
    }

    #[test]
    fn kinds() {
        let check = |algorithm: ChecksumAlgorithm, asked: Option<&str>, expected: Option<ChecksumKind>| {
            assert_eq!(algorithm.kind(asked).ok(), expected, "{algorithm:?} {asked:?}");
        };
        check(ChecksumAlgorithm::Crc32, None, Some(ChecksumKind::Composite));
        check(ChecksumAlgorithm::Crc32, Some("FULL_OBJECT"), Some(ChecksumKind::FullObject));
        check(ChecksumAlgorithm::Crc64Nvme, None, Some(ChecksumKind::FullObject));
        check(ChecksumAlgorithm::Crc64Nvme, Some("COMPOSITE"), None);
        check(ChecksumAlgorithm::Sha256, Some("FULL_OBJECT"), None);
        check(ChecksumAlgorithm::Sha1, Some("COMPOSITE"), Some(ChecksumKind::Composite));
    }
}
