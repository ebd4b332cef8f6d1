//! SHA-256 digests as images write them: `sha256:` and 64 lowercase hexadecimal digits.

use std::fmt;
use std::io::{self, Read, Write};
use std::str::FromStr;

use ring::digest::{Context, SHA256};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

const PREFIX: &str = "sha256:";
const HEX_LENGTH: usize = 64;

/// The SHA-256 digest of a blob, manifest or configuration; valid by construction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

/// Why a text is not a digest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DigestError {
    /// Another algorithm, or no algorithm at all.
    #[error("only sha256 digests are supported: write sha256: and 64 lowercase hexadecimal digits")]
    Algorithm,
    /// `sha256:` with something other than 64 lowercase hexadecimal digits behind it.
    #[error("a sha256 digest has 64 lowercase hexadecimal digits")]
    Hexadecimal,
}

impl Digest {
    /// The digest of these bytes.
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        let mut digester = Digester::new();
        digester.update(bytes.as_ref());
        digester.finish()
    }

    /// Reads `sha256:<64 lowercase hexadecimal digits>`.
    pub fn parse(text: &str) -> Result<Self, DigestError> {
        let hex = text.strip_prefix(PREFIX).ok_or(DigestError::Algorithm)?;
        Self::from_hex(hex)
    }

    /// Reads the 64 hexadecimal digits without the algorithm, as in a file name.
    pub fn from_hex(hex: &str) -> Result<Self, DigestError> {
        let hex = hex.as_bytes();
        if hex.len() != HEX_LENGTH {
            return Err(DigestError::Hexadecimal);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(hex.chunks_exact(2)) {
            *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
        }
        Ok(Self(bytes))
    }

    /// The 64 hexadecimal digits, without the algorithm.
    pub fn hex(&self) -> String {
        use fmt::Write as _;
        let mut hex = String::with_capacity(HEX_LENGTH);
        for byte in self.0 {
            write!(hex, "{byte:02x}").expect("writing to a String cannot fail");
        }
        hex
    }

    /// The 32 bytes of the digest.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

fn nibble(digit: u8) -> Result<u8, DigestError> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        _ => Err(DigestError::Hexadecimal),
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        f.write_str(&self.hex())
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = DigestError;

    fn from_str(text: &str) -> Result<Self, DigestError> {
        Self::parse(text)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// A digest in the making, for content that arrives in pieces.
#[derive(Clone)]
pub struct Digester {
    hash: Context,
    length: u64,
}

impl Default for Digester {
    fn default() -> Self {
        Self { hash: Context::new(&SHA256), length: 0 }
    }
}

impl fmt::Debug for Digester {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digester({} bytes)", self.length)
    }
}

impl Digester {
    /// A digester that has seen nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.hash.update(piece);
        self.length += piece.len() as u64;
    }

    /// How many bytes were taken so far.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The digest of everything taken.
    pub fn finish(self) -> Digest {
        let digest = self.hash.finish();
        Digest(digest.as_ref().try_into().expect("SHA-256 has 32 bytes"))
    }
}

/// A writer that digests what passes through.
#[derive(Debug)]
pub(crate) struct DigestWriter<W> {
    inner: W,
    digester: Digester,
}

impl<W: Write> DigestWriter<W> {
    pub(crate) fn new(inner: W) -> Self {
        Self { inner, digester: Digester::new() }
    }

    pub(crate) fn into_parts(self) -> (W, Digester) {
        (self.inner, self.digester)
    }
}

impl<W: Write> Write for DigestWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.digester.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// A reader that digests what passes through and fails once more than `limit` bytes come.
#[cfg(target_os = "linux")]
pub(crate) struct DigestReader<R> {
    inner: R,
    digester: Option<Digester>,
    length: u64,
    limit: u64,
    exceeded: bool,
}

#[cfg(target_os = "linux")]
impl<R: Read> DigestReader<R> {
    pub(crate) fn new(inner: R, limit: u64) -> Self {
        Self { inner, digester: Some(Digester::new()), length: 0, limit, exceeded: false }
    }

    /// One that only counts: somebody else digests the same bytes.
    pub(crate) fn counting(inner: R, limit: u64) -> Self {
        Self { inner, digester: None, length: 0, limit, exceeded: false }
    }

    /// Whether reading failed because the stream is longer than its limit.
    pub(crate) fn exceeded(&self) -> bool {
        self.exceeded
    }

    /// Reads to the end, so that the digest covers everything.
    pub(crate) fn drain(&mut self) -> io::Result<()> {
        io::copy(self, &mut io::sink()).map(drop)
    }

    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Nothing if it only counts.
    pub(crate) fn finish(self) -> Option<Digest> {
        self.digester.map(Digester::finish)
    }
}

#[cfg(target_os = "linux")]
impl<R: Read> Read for DigestReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if read as u64 > self.limit - self.length {
            self.exceeded = true;
            // The count stays within the limit, so a caller that reads on meets the same error.
            return Err(io::Error::other("the stream is longer than allowed"));
        }
        self.length += read as u64;
        if let Some(digester) = &mut self.digester {
            digester.update(&buffer[..read]);
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn parses_only_lowercase_sha256() {
        let check = |text: &str, expected: Result<Digest, DigestError>| {
            assert_eq!(Digest::parse(text), expected, "{text}")
        };
        check(EMPTY, Ok(Digest::of(b"")));
        check(&EMPTY.to_uppercase(), Err(DigestError::Algorithm));
        check(&EMPTY.replace('e', "E"), Err(DigestError::Hexadecimal));
        check(&EMPTY[..EMPTY.len() - 1], Err(DigestError::Hexadecimal));
        check(&format!("{EMPTY}0"), Err(DigestError::Hexadecimal));
        check("sha512:00", Err(DigestError::Algorithm));
        check("", Err(DigestError::Algorithm));
        check(&format!("sha256:{}", "é".repeat(32)), Err(DigestError::Hexadecimal));
    }

    #[test]
    fn pieces_and_whole_agree() {
        let mut digester = Digester::new();
        digester.update(b"iris ");
        digester.update(b"setosa");
        assert_eq!(digester.length(), 11);
        assert_eq!(digester.finish(), Digest::of("iris setosa"));
    }

    #[test]
    fn json_is_the_text() {
        let digest = Digest::of(b"");
        assert_eq!(serde_json::to_string(&digest).unwrap(), format!("\"{EMPTY}\""));
        assert_eq!(serde_json::from_str::<Digest>(&format!("\"{EMPTY}\"")).unwrap(), digest);
        assert!(serde_json::from_str::<Digest>("\"sha256:12\"").is_err());
    }
}
