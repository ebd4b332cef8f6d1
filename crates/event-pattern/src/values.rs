//! What a pattern can ask of one value.

use std::cmp::Ordering;
use std::net::IpAddr;
use std::sync::Arc;

use serde_json::Value;

use crate::number::Number;
use crate::wildcard::Wildcard;

/// A scalar of an event, read once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scalar<'e> {
    String(&'e str),
    Number(Number),
    Bool(bool),
    Null,
    /// A number that is not finite. It is there, and equals nothing.
    Beyond,
}

impl<'e> Scalar<'e> {
    /// The scalar of a JSON value; none for objects and arrays.
    pub(crate) fn of(value: &'e Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::String(text)),
            Value::Number(number) => Some(Number::from_json(number).map_or(Self::Beyond, Self::Number)),
            Value::Bool(value) => Some(Self::Bool(*value)),
            Value::Null => Some(Self::Null),
            Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// By type, then by value.
    pub(crate) fn compare(self, other: Scalar<'_>) -> Ordering {
        match (self, other) {
            (Self::String(one), Scalar::String(other)) => one.cmp(other),
            (Self::Number(one), Scalar::Number(other)) => one.cmp(&other),
            (Self::Bool(one), Scalar::Bool(other)) => one.cmp(&other),
            _ => self.rank().cmp(&other.rank()),
        }
    }

    fn rank(self) -> u8 {
        match self {
            Self::Null => 0,
            Self::Bool(_) => 1,
            Self::Number(_) => 2,
            Self::String(_) => 3,
            Self::Beyond => 4,
        }
    }
}

/// An exact value. Numbers compare by value, everything else by type and text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Literal {
    Null,
    Bool(bool),
    Number(Number),
    String(Arc<str>),
}

impl Literal {
    /// The scalar that this is.
    pub(crate) fn as_scalar(&self) -> Scalar<'_> {
        match self {
            Self::Null => Scalar::Null,
            Self::Bool(value) => Scalar::Bool(*value),
            Self::Number(number) => Scalar::Number(*number),
            Self::String(text) => Scalar::String(text),
        }
    }

    /// How this literal stands to a scalar in the order of literals.
    fn compare(&self, scalar: Scalar<'_>) -> Ordering {
        self.as_scalar().compare(scalar)
    }
}

/// Numbers from one to another, both inside, in terms of [`Number::order`]. Empty if the first is the larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Range {
    pub(crate) low: u64,
    pub(crate) high: u64,
}

impl Range {
    /// Every number.
    pub(crate) const ALL: Self = Self { low: 0, high: u64::MAX };

    pub(crate) fn contains(self, order: u64) -> bool {
        (self.low..=self.high).contains(&order)
    }
}

/// A block of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Cidr {
    /// Whether this is IPv6.
    pub(crate) long: bool,
    /// How many bits count.
    pub(crate) bits: u8,
    /// The bits that count, in their places; the others are zero.
    pub(crate) start: u128,
}

impl Cidr {
    /// The block of this many leading bits around an address. None if an address has fewer bits.
    pub(crate) fn around(address: IpAddr, bits: u8) -> Option<Self> {
        let (long, width, value) = match address {
            IpAddr::V4(address) => (false, 32, u128::from(address.to_bits())),
            IpAddr::V6(address) => (true, 128, address.to_bits()),
        };
        let ignored = u32::checked_sub(width, bits.into())?;
        let start = value.checked_shr(ignored).unwrap_or(0).checked_shl(ignored).unwrap_or(0);
        Some(Self { long, bits, start })
    }

    fn contains(self, address: IpAddr) -> bool {
        Self::around(address, self.bits).is_some_and(|block| block == self)
    }
}

/// One element of the array that a pattern has for a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Test {
    Exactly(Literal),
    Prefix(Arc<str>),
    Suffix(Arc<str>),
    /// This and the two below hold their text [`folded`].
    EqualsIgnoreCase(Arc<str>),
    PrefixIgnoreCase(Arc<str>),
    SuffixIgnoreCase(Arc<str>),
    Wildcard(Arc<Wildcard>),
    Numeric(Range),
    Cidr(Cidr),
    /// `exists: true`. Its opposite is not a test of a value; see `Leaf::or_absent`.
    Exists,
    /// True of every value that does not pass this.
    AnythingBut(Arc<Leaf>),
}

impl Test {
    /// Whether a scalar passes.
    pub(crate) fn passes(&self, scalar: Scalar<'_>) -> bool {
        match (self, scalar) {
            (Self::Exactly(literal), scalar) => literal.compare(scalar).is_eq(),
            (Self::Exists, _) => true,
            (Self::AnythingBut(leaf), scalar) => !leaf.passes(scalar),
            (Self::Numeric(range), Scalar::Number(number)) => range.contains(number.order()),
            (_, Scalar::String(text)) => self.passes_text(text),
            _ => false,
        }
    }

    fn passes_text(&self, text: &str) -> bool {
        match self {
            Self::Prefix(wanted) => text.starts_with(wanted.as_ref()),
            Self::Suffix(wanted) => text.ends_with(wanted.as_ref()),
            Self::EqualsIgnoreCase(wanted) => folded_chars(text).eq(wanted.chars()),
            Self::PrefixIgnoreCase(wanted) => begins(folded_chars(text), wanted.chars()),
            Self::SuffixIgnoreCase(wanted) => begins(folded_chars(text).rev(), wanted.chars().rev()),
            Self::Wildcard(wildcard) => wildcard.matches(text),
            Self::Cidr(block) => address(text).is_some_and(|address| block.contains(address)),
            Self::Exactly(_) | Self::Exists | Self::AnythingBut(_) | Self::Numeric(_) => false,
        }
    }
}

/// The address that a text is, if it is one.
pub(crate) fn address(text: &str) -> Option<IpAddr> {
    text.parse().ok()
}

/// A text without the case of its letters.
pub(crate) fn folded(text: &str) -> String {
    folded_chars(text).collect()
}

fn folded_chars(text: &str) -> impl DoubleEndedIterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

fn begins(mut text: impl Iterator<Item = char>, mut wanted: impl Iterator<Item = char>) -> bool {
    wanted.all(|c| text.next() == Some(c))
}

/// What a pattern asks of one field.
#[derive(Debug, PartialEq, Eq, Hash, Default)]
pub(crate) struct Leaf {
    /// Exact values, sorted, each once: lists of them may be long. One of these must be met ...
    exact: Box<[Literal]>,
    /// ... or one of these must pass ...
    tests: Box<[Test]>,
    /// ... or the field must be absent (`exists: false`).
    pub(crate) or_absent: bool,
}

impl Leaf {
    pub(crate) fn new(all: Vec<Test>, or_absent: bool) -> Self {
        let (mut exact, mut tests) = (Vec::new(), Vec::new());
        for test in all {
            match test {
                Test::Exactly(literal) => exact.push(literal),
                other => tests.push(other),
            }
        }
        exact.sort_unstable();
        exact.dedup();
        Self { exact: exact.into(), tests: tests.into(), or_absent }
    }

    pub(crate) fn passes(&self, scalar: Scalar<'_>) -> bool {
        let met = match &*self.exact {
            [only] => only.compare(scalar).is_eq(),
            many => many.binary_search_by(|literal| literal.compare(scalar)).is_ok(),
        };
        met || self.tests.iter().any(|test| test.passes(scalar))
    }

    /// Exact values that do.
    pub(crate) fn exact(&self) -> &[Literal] {
        &self.exact
    }

    /// How many ways there are to satisfy it: exact values, tests, absence.
    pub(crate) fn len(&self) -> usize {
        self.exact.len() + self.tests.len() + usize::from(self.or_absent)
    }

    /// The exact value without which nothing does, if there is one.
    pub(crate) fn only(&self) -> Option<&Literal> {
        match (&*self.exact, &*self.tests, self.or_absent) {
            ([only], [], false) => Some(only),
            _ => None,
        }
    }

    /// Tests that do, beside the exact values.
    pub(crate) fn tests(&self) -> &[Test] {
        &self.tests
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_of_addresses() {
        for (block, bits, inside, expected) in [
            ("10.0.0.0", 24, "10.0.0.255", true),
            ("10.0.0.7", 24, "10.0.0.255", true),
            ("10.0.0.0", 24, "10.0.1.0", false),
            ("10.0.0.0", 0, "255.255.255.255", true),
            ("10.0.0.1", 32, "10.0.0.1", true),
            ("10.0.0.1", 32, "10.0.0.2", false),
            ("2001:db8::", 32, "2001:db8:ffff::1", true),
            ("2001:db8::", 32, "2001:db9::", false),
            ("::", 0, "ffff::", true),
            ("::", 0, "10.0.0.1", false),
            ("::1", 128, "::1", true),
        ] {
            let block = Cidr::around(block.parse().unwrap(), bits).unwrap();
            assert_eq!(block.contains(inside.parse().unwrap()), expected, "{block:?} {inside}");
        }
        assert_eq!(Cidr::around("10.0.0.0".parse().unwrap(), 33), None);
    }

    #[test]
    fn long_lists_are_searched_by_type_and_value() {
        let mut tests: Vec<Test> =
            (0..100).map(|i| Test::Exactly(Literal::Number(Number::Whole(i)))).collect();
        tests.extend((0..100).map(|i| Test::Exactly(Literal::String(i.to_string().into()))));
        tests.extend([Test::Exactly(Literal::Null), Test::Exactly(Literal::Bool(true))]);
        let leaf = Leaf::new(tests, false);
        for (scalar, expected) in [
            (Scalar::Number(Number::Whole(99)), true),
            (Scalar::Number(Number::Whole(100)), false),
            (Scalar::String("42"), true),
            (Scalar::String("42.0"), false),
            (Scalar::Bool(true), true),
            (Scalar::Bool(false), false),
            (Scalar::Null, true),
            (Scalar::Beyond, false),
        ] {
            assert_eq!(leaf.passes(scalar), expected, "{scalar:?}");
        }
    }
}
