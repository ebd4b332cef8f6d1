//! S3's checksums: streaming, encoded as S3 writes them, and combined from parts.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

/// An algorithm of S3's additional checksums.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChecksumAlgorithm {
    /// CRC-32 (ISO-HDLC).
    Crc32,
    /// CRC-32C (Castagnoli).
    Crc32c,
    /// CRC-64/NVME.
    Crc64Nvme,
    /// SHA-1.
    Sha1,
    /// SHA-256.
    Sha256,
}

/// The reflected polynomials.
const CRC32: u64 = 0xedb8_8320;
const CRC32C: u64 = 0x82f6_3b78;
const CRC64_NVME: u64 = 0x9a6c_9329_ac4b_c9b5;

impl ChecksumAlgorithm {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Crc32, Self::Crc32c, Self::Crc64Nvme, Self::Sha1, Self::Sha256];

    /// By AWS's name in any case: `CRC32`, `CRC32C`, `CRC64NVME`, `SHA1`, `SHA256`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.name().eq_ignore_ascii_case(name))
    }

    /// By the header or trailer, such as `x-amz-checksum-crc32`.
    pub fn from_header(header: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.header().eq_ignore_ascii_case(header))
    }

    /// AWS's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    /// The header that carries it.
    pub fn header(self) -> &'static str {
        match self {
            Self::Crc32 => "x-amz-checksum-crc32",
            Self::Crc32c => "x-amz-checksum-crc32c",
            Self::Crc64Nvme => "x-amz-checksum-crc64nvme",
            Self::Sha1 => "x-amz-checksum-sha1",
            Self::Sha256 => "x-amz-checksum-sha256",
        }
    }

    /// Bytes of a checksum.
    fn length(self) -> usize {
        match self {
            Self::Crc32 | Self::Crc32c => 4,
            Self::Crc64Nvme => 8,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }

    /// Whether the text is a checksum of this algorithm in base64.
    pub fn is_well_formed(self, text: &str) -> bool {
        STANDARD.decode(text).is_ok_and(|bytes| bytes.len() == self.length())
    }

    /// The checksum of bytes at hand, in base64.
    pub fn of(self, bytes: &[u8]) -> String {
        let mut hasher = Hasher::new(self);
        hasher.update(bytes);
        hasher.finish()
    }

    /// The composite checksum of parts: the checksum of their checksums, and their number
    /// (`base64-N`).  `None` if a part's checksum is not of this algorithm.
    pub fn composite<'a>(self, parts: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let mut hasher = Hasher::new(self);
        let mut count = 0;
        for part in parts {
            let bytes = STANDARD.decode(part).ok().filter(|bytes| bytes.len() == self.length())?;
            hasher.update(&bytes);
            count += 1;
        }
        Some(format!("{}-{count}", hasher.finish()))
    }

    /// The checksum of the whole from those of its parts and their lengths in bytes: for the CRCs.
    /// `None` for the others, or if a part's checksum is not of this algorithm.
    pub fn full_object<'a>(self, parts: impl IntoIterator<Item = (&'a str, u64)>) -> Option<String> {
        let (polynomial, width) = match self {
            Self::Crc32 => (CRC32, 32),
            Self::Crc32c => (CRC32C, 32),
            Self::Crc64Nvme => (CRC64_NVME, 64),
            Self::Sha1 | Self::Sha256 => return None,
        };
        let mut whole = 0;
        for (part, length) in parts {
            let bytes = STANDARD.decode(part).ok().filter(|bytes| bytes.len() == self.length())?;
            let crc = bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b));
            whole =
                times(power_of_x(u128::from(length) * 8, polynomial, width), whole, polynomial, width) ^ crc;
        }
        let bytes = whole.to_be_bytes();
        Some(STANDARD.encode(&bytes[8 - self.length()..]))
    }
}

/// The product of two polynomials modulo the CRC's; the highest bit is the lowest power.
fn times(mut a: u64, mut b: u64, polynomial: u64, width: u32) -> u64 {
    let mut product = 0;
    let top = 1 << (width - 1);
    while a != 0 {
        if a & top != 0 {
            product ^= b;
        }
        a = (a << 1) & (top | (top - 1));
        b = if b & 1 == 1 { b >> 1 ^ polynomial } else { b >> 1 };
    }
    product
}

/// x to the n-th modulo the CRC's polynomial.
fn power_of_x(mut n: u128, polynomial: u64, width: u32) -> u64 {
    let mut power = 1 << (width - 1);
    let mut square = 1 << (width - 2);
    while n > 0 {
        if n & 1 == 1 {
            power = times(square, power, polynomial, width);
        }
        square = times(square, square, polynomial, width);
        n >>= 1;
    }
    power
}

/// A checksum being computed.
pub struct Hasher {
    algorithm: ChecksumAlgorithm,
    state: State,
}

enum State {
    Crc32(crc32fast::Hasher),
    Crc32c(u32),
    Crc64Nvme(crc64fast_nvme::Digest),
    Sha1(sha1::Sha1),
    Sha256(ring::digest::Context),
}

impl Hasher {
    /// Of nothing yet.
    pub fn new(algorithm: ChecksumAlgorithm) -> Self {
        let state = match algorithm {
            ChecksumAlgorithm::Crc32 => State::Crc32(crc32fast::Hasher::new()),
            ChecksumAlgorithm::Crc32c => State::Crc32c(0),
            ChecksumAlgorithm::Crc64Nvme => State::Crc64Nvme(crc64fast_nvme::Digest::new()),
            ChecksumAlgorithm::Sha1 => State::Sha1(sha1::Sha1::new()),
            ChecksumAlgorithm::Sha256 => State::Sha256(ring::digest::Context::new(&ring::digest::SHA256)),
        };
        Self { algorithm, state }
    }

    /// Adds bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        match &mut self.state {
            State::Crc32(hasher) => hasher.update(bytes),
            State::Crc32c(crc) => *crc = crc32c::crc32c_append(*crc, bytes),
            State::Crc64Nvme(digest) => digest.write(bytes),
            State::Sha1(hasher) => hasher.update(bytes),
            State::Sha256(hasher) => hasher.update(bytes),
        }
    }

    /// The checksum in base64, as S3 writes it: CRCs big-endian.
    pub fn finish(self) -> String {
        match self.state {
            State::Crc32(hasher) => STANDARD.encode(hasher.finalize().to_be_bytes()),
            State::Crc32c(crc) => STANDARD.encode(crc.to_be_bytes()),
            State::Crc64Nvme(digest) => STANDARD.encode(digest.sum64().to_be_bytes()),
            State::Sha1(hasher) => STANDARD.encode(hasher.finalize()),
            State::Sha256(hasher) => STANDARD.encode(hasher.finish()),
        }
    }
}

impl std::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hasher({})", self.algorithm.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_values() {
        let check = |algorithm: ChecksumAlgorithm, text: &str, expected: &str| {
            assert_eq!(algorithm.of(text.as_bytes()), expected, "{}", algorithm.name());
            assert!(algorithm.is_well_formed(expected));
        };
        check(ChecksumAlgorithm::Crc64Nvme, "hello\n", "akP7S61aVgc=");
        check(ChecksumAlgorithm::Crc32, "hello\n", "NjowIA==");
        // CRC catalogue: the check value of "123456789" is e3069283.
        check(ChecksumAlgorithm::Crc32c, "123456789", "4waSgw==");
        check(ChecksumAlgorithm::Sha1, "hello\n", "9XLTlvrpIGYocU+yzgD3LpTyJY8=");
        check(ChecksumAlgorithm::Sha1, "", "2jmj7l5rSw0yVb/vlWAYkK/YBwk=");
        check(ChecksumAlgorithm::Sha256, "hello\n", "WJG1tSLV3whtD/CxEPvZ0hu0/HFjrzTQgoai6Eb2vgM=");
        check(ChecksumAlgorithm::Sha256, "", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn parts_make_the_whole() {
        let bytes: Vec<u8> = (0..100_000u32).map(|n| (n * 7 + n / 251) as u8).collect();
        let check = |algorithm: ChecksumAlgorithm, cuts: &[usize]| {
            let mut from = 0;
            let mut sums = Vec::new();
            for to in cuts.iter().copied().chain([bytes.len()]) {
                sums.push((algorithm.of(&bytes[from..to]), (to - from) as u64));
                from = to;
            }
            let whole = algorithm.full_object(sums.iter().map(|(sum, length)| (sum.as_str(), *length)));
            match algorithm {
                ChecksumAlgorithm::Sha1 | ChecksumAlgorithm::Sha256 => assert_eq!(whole, None),
                _ => assert_eq!(whole, Some(algorithm.of(&bytes)), "{} {cuts:?}", algorithm.name()),
            }
            let raw: Vec<u8> = sums.iter().flat_map(|(sum, _)| STANDARD.decode(sum).unwrap()).collect();
            let composite = algorithm.composite(sums.iter().map(|(sum, _)| sum.as_str()));
            assert_eq!(composite, Some(format!("{}-{}", algorithm.of(&raw), sums.len())));
        };
        for algorithm in ChecksumAlgorithm::ALL {
            for cuts in [&[][..], &[0], &[1, 2], &[65_536, 99_999], &[10, 10, 50_000]] {
                check(algorithm, cuts);
            }
            assert_eq!(algorithm.composite(["AA=="]), None);
            assert_eq!(algorithm.full_object([("AA==", 1)]), None);
        }
    }

    #[test]
    fn names_and_headers() {
        for algorithm in ChecksumAlgorithm::ALL {
            assert_eq!(ChecksumAlgorithm::from_name(&algorithm.name().to_lowercase()), Some(algorithm));
            assert_eq!(ChecksumAlgorithm::from_header(algorithm.header()), Some(algorithm));
        }
        assert_eq!(ChecksumAlgorithm::from_name("MD5"), None);
    }
}
