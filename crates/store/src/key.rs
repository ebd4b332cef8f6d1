//! Composite keys whose byte order is the order of their segments.
//!
//! Each segment is a tag byte and a body.
//! A string's body is its bytes, with `00` written as `01 01` and `01` as `01 02`, ended by `00`.
//! So a shorter string sorts before a longer one that begins with it, and a key that ends after whole segments is a
//! byte prefix of exactly those keys that continue with more segments.

use std::ops::Deref;

use crate::StoreError;

const TAG_STR: u8 = 0x10;
const TAG_U64: u8 = 0x20;
const TAG_U64_DESC: u8 = 0x28;
const END: u8 = 0x00;
const ESCAPE: u8 = 0x01;

/// An order-preserving key made of typed segments.
///
/// ```
/// use lirio_store::Key;
/// let key = Key::new().str("bucket").str("name").u64(7);
/// assert!(key < Key::new().str("bucket").str("name").u64(8));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(Vec<u8>);

impl Key {
    /// The empty key: a prefix of every key.
    pub const fn new() -> Key {
        Key(Vec::new())
    }

    /// Appends a string segment; strings order by their bytes.
    #[must_use]
    pub fn str(mut self, segment: &str) -> Key {
        self.push_escaped(segment);
        self.0.push(END);
        self
    }

    /// Appends the beginning of a string segment: a prefix of all keys whose segment begins so.
    ///
    /// The result only serves for ranges ([`KeyRange::prefix`], [`KeyRange::from`]); it is not a whole key.
    #[must_use]
    pub fn str_prefix(mut self, beginning: &str) -> Key {
        self.push_escaped(beginning);
        self
    }

    /// Appends a number; smaller numbers first.
    #[must_use]
    pub fn u64(mut self, segment: u64) -> Key {
        self.0.push(TAG_U64);
        self.0.extend_from_slice(&segment.to_be_bytes());
        self
    }

    /// Appends a number; greater numbers first (the newest version before the older ones).
    #[must_use]
    pub fn u64_desc(mut self, segment: u64) -> Key {
        self.0.push(TAG_U64_DESC);
        self.0.extend_from_slice(&(!segment).to_be_bytes());
        self
    }

    /// The encoded bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// A key from bytes that a scan returned. They are checked when segments are taken out.
    pub fn from_bytes(bytes: Vec<u8>) -> Key {
        Key(bytes)
    }

    /// Takes segments out, first to last.
    pub fn parts(&self) -> KeyParts<'_> {
        KeyParts { whole: &self.0, rest: &self.0 }
    }

    /// All segments. An error ([`StoreError::Corrupt`]) if the bytes are no whole key.
    pub fn segments(&self) -> Result<Vec<Segment>, StoreError> {
        let mut parts = self.parts();
        let mut segments = Vec::new();
        while !parts.is_empty() {
            segments.push(parts.segment()?);
        }
        Ok(segments)
    }

    fn push_escaped(&mut self, segment: &str) {
        self.0.push(TAG_STR);
        self.0.reserve(segment.len() + 1);
        for &byte in segment.as_bytes() {
            match byte {
                END | ESCAPE => self.0.extend_from_slice(&[ESCAPE, byte + 1]),
                _ => self.0.push(byte),
            }
        }
    }
}

impl Deref for Key {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Key {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// One segment of a [`Key`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// From [`Key::str`].
    Str(String),
    /// From [`Key::u64`].
    U64(u64),
    /// From [`Key::u64_desc`].
    U64Desc(u64),
}

/// Reads the segments of a [`Key`] in order.
#[derive(Debug, Clone)]
pub struct KeyParts<'a> {
    whole: &'a [u8],
    rest: &'a [u8],
}

impl KeyParts<'_> {
    /// Whether all segments were taken.
    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next segment, which must be a string.
    pub fn str(&mut self) -> Result<String, StoreError> {
        match self.segment()? {
            Segment::Str(text) => Ok(text),
            _ => Err(self.corrupt("a string was expected")),
        }
    }

    /// The next segment, which must be a number (of either order).
    pub fn u64(&mut self) -> Result<u64, StoreError> {
        match self.segment()? {
            Segment::U64(number) | Segment::U64Desc(number) => Ok(number),
            Segment::Str(_) => Err(self.corrupt("a number was expected")),
        }
    }

    /// The next segment, whatever it is.
    pub fn segment(&mut self) -> Result<Segment, StoreError> {
        let Some((&tag, body)) = self.rest.split_first() else {
            return Err(self.corrupt("a further segment was expected"));
        };
        match tag {
            TAG_STR => self.string(body).map(Segment::Str),
            TAG_U64 => self.number(body).map(Segment::U64),
            TAG_U64_DESC => self.number(body).map(|inverted| Segment::U64Desc(!inverted)),
            _ => Err(self.corrupt("unknown segment tag")),
        }
    }

    fn string(&mut self, body: &[u8]) -> Result<String, StoreError> {
        let mut text = Vec::new();
        let mut bytes = body.iter().enumerate();
        while let Some((at, &byte)) = bytes.next() {
            match byte {
                END => {
                    self.rest = &self.rest[at + 2..];
                    return String::from_utf8(text).map_err(|_| self.corrupt("a string is not UTF-8"));
                }
                ESCAPE => match bytes.next() {
                    Some((_, &escaped @ 1..=2)) => text.push(escaped - 1),
                    _ => return Err(self.corrupt("unknown escape in a string")),
                },
                _ => text.push(byte),
            }
        }
        Err(self.corrupt("a string has no end"))
    }

    fn number(&mut self, body: &[u8]) -> Result<u64, StoreError> {
        let Some((number, _)) = body.split_first_chunk::<8>() else {
            return Err(self.corrupt("a number is cut short"));
        };
        self.rest = &self.rest[9..];
        Ok(u64::from_be_bytes(*number))
    }

    fn corrupt(&self, reason: &str) -> StoreError {
        StoreError::Corrupt { place: format!("key {}", show(self.whole)), reason: reason.to_owned() }
    }
}

/// A key for people: printable bytes as they are, the rest in hexadecimal.
pub(crate) fn show(key: &[u8]) -> String {
    format!("\"{}\"", key.escape_ascii())
}

/// A range of encoded keys, start included, end excluded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRange {
    pub(crate) start: Vec<u8>,
    pub(crate) end: Option<Vec<u8>>,
}

impl KeyRange {
    /// Every key.
    pub const fn all() -> KeyRange {
        KeyRange { start: Vec::new(), end: None }
    }

    /// The keys that begin with these segments (and, after [`Key::str_prefix`], with this beginning).
    pub fn prefix(prefix: &Key) -> KeyRange {
        KeyRange { start: prefix.0.clone(), end: successor(&prefix.0) }
    }

    /// The keys from `start` (included) to `end` (excluded).
    pub fn between(start: &Key, end: &Key) -> KeyRange {
        KeyRange { start: start.0.clone(), end: Some(end.0.clone()) }
    }

    /// The same range without the keys up to and including `key`: the next page of a listing.
    #[must_use]
    pub fn after(self, key: &Key) -> KeyRange {
        let mut next = key.0.clone();
        next.push(0);
        self.starting(next)
    }

    /// The same range without the keys before `key`.
    #[must_use]
    pub fn from(self, key: &Key) -> KeyRange {
        self.starting(key.0.clone())
    }

    /// The same range without the keys up to and including all that begin with `prefix`: past a common prefix.
    #[must_use]
    pub fn after_prefix(self, prefix: &Key) -> KeyRange {
        match successor(&prefix.0) {
            Some(next) => self.starting(next),
            None => KeyRange { end: Some(self.start.clone()), start: self.start },
        }
    }

    /// The same range without `key` and what follows it.
    #[must_use]
    pub fn before(mut self, key: &Key) -> KeyRange {
        if self.end.as_ref().is_none_or(|end| *end > key.0) {
            self.end = Some(key.0.clone());
        }
        self
    }

    fn starting(mut self, start: Vec<u8>) -> KeyRange {
        if start > self.start {
            self.start = start;
        }
        self
    }
}

/// The smallest byte string greater than all that begin with `prefix`; none if there is no such string.
fn successor(prefix: &[u8]) -> Option<Vec<u8>> {
    let last = prefix.iter().rposition(|&byte| byte != u8::MAX)?;
    let mut next = prefix[..=last].to_vec();
    next[last] += 1;
    Some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A segment as a person orders it: strings before numbers before descending numbers, each by value.
    #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
    enum Model {
        Str(Vec<u8>),
        U64(u64),
        U64Desc(std::cmp::Reverse<u64>),
    }

    fn encode(segments: &[Segment]) -> Key {
        segments.iter().fold(Key::new(), |key, segment| match segment {
            Segment::Str(text) => key.str(text),
            Segment::U64(number) => key.u64(*number),
            Segment::U64Desc(number) => key.u64_desc(*number),
        })
    }

    fn model(segments: &[Segment]) -> Vec<Model> {
        segments
            .iter()
            .map(|segment| match segment {
                Segment::Str(text) => Model::Str(text.clone().into_bytes()),
                Segment::U64(number) => Model::U64(*number),
                Segment::U64Desc(number) => Model::U64Desc(std::cmp::Reverse(*number)),
            })
            .collect()
    }

    fn text() -> impl Strategy<Value = String> {
        // Few letters, so that prefixes and equal strings are frequent; the bytes around the escapes among them.
        prop::collection::vec(
            prop::sample::select(vec!['\0', '\u{1}', '\u{2}', '/', 'a', 'é', '\u{10ffff}']),
            0..5,
        )
        .prop_map(|letters| letters.into_iter().collect())
    }

    fn segments() -> impl Strategy<Value = Vec<Segment>> {
        let number = || prop_oneof![Just(0), Just(1), Just(255), Just(256), Just(u64::MAX), any::<u64>()];
        let segment = prop_oneof![
            4 => text().prop_map(Segment::Str),
            1 => number().prop_map(Segment::U64),
            1 => number().prop_map(Segment::U64Desc),
        ];
        prop::collection::vec(segment, 0..4)
    }

    fn contains(range: &KeyRange, key: &Key) -> bool {
        key.0 >= range.start && range.end.as_ref().is_none_or(|end| key.0 < *end)
    }

    proptest! {
        #[test]
        fn order_of_bytes_is_order_of_segments(left in segments(), right in segments()) {
            prop_assert_eq!(encode(&left).cmp(&encode(&right)), model(&left).cmp(&model(&right)));
        }

        #[test]
        fn segments_come_back(segments in segments()) {
            prop_assert_eq!(encode(&segments).segments().unwrap(), segments);
        }

        #[test]
        fn prefix_means_whole_segments(prefix in segments(), other in segments()) {
            let inside = contains(&KeyRange::prefix(&encode(&prefix)), &encode(&other));
            prop_assert_eq!(inside, other.starts_with(&prefix));
        }

        #[test]
        fn string_prefix_means_beginning(bucket in text(), beginning in text(), name in text(), tail in segments()) {
            let range = KeyRange::prefix(&Key::new().str(&bucket).str_prefix(&beginning));
            let mut key = vec![Segment::Str(bucket), Segment::Str(name.clone())];
            key.extend(tail);
            prop_assert_eq!(contains(&range, &encode(&key)), name.starts_with(&beginning));
        }

        #[test]
        fn after_leaves_out_the_key_alone(at in segments(), other in segments()) {
            let (at, other) = (encode(&at), encode(&other));
            prop_assert_eq!(contains(&KeyRange::all().after(&at), &other), other > at);
            prop_assert_eq!(contains(&KeyRange::all().before(&at), &other), other < at);
            prop_assert_eq!(contains(&KeyRange::all().from(&at), &other), other >= at);
        }

        #[test]
        fn any_bytes_decode_or_fail_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            let _ = Key::from_bytes(bytes).segments();
        }
    }

    #[test]
    fn after_prefix_skips_a_folder() {
        let bucket = Key::new().str("b");
        let range = KeyRange::prefix(&bucket).after_prefix(&Key::new().str("b").str_prefix("logs/"));
        assert!(!contains(&range, &Key::new().str("b").str("logs/z")));
        assert!(contains(&range, &Key::new().str("b").str("logs0")));
        assert!(!contains(&KeyRange::all().after_prefix(&Key::new()), &Key::new().str("x")));
    }
}
