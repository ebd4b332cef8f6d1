//! What a pattern can ask of one value.

use std::net::IpAddr;

use serde_json::Value;

use crate::number::Number;
use crate::wildcard::Wildcard;

/// An exact value. Numbers compare by value, everything else by type and text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Literal {
    String(String),
    Number(Number),
    Bool(bool),
    Null,
}

impl Literal {
    /// The literal of a JSON scalar; none for objects and arrays.
    pub(crate) fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::String(text.clone())),
            Value::Number(number) => Number::from_json(number).map(Self::Number),
            Value::Bool(value) => Some(Self::Bool(*value)),
            Value::Null => Some(Self::Null),
            Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn equals(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::String(wanted), Value::String(text)) => wanted == text,
            (Self::Number(wanted), Value::Number(number)) => Number::from_json(number) == Some(*wanted),
            (Self::Bool(wanted), Value::Bool(value)) => wanted == value,
            (Self::Null, Value::Null) => true,
            _ => false,
        }
    }
}

/// One end of a numeric range, and whether the end itself is inside.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bound {
    pub(crate) value: f64,
    pub(crate) inclusive: bool,
}

/// A block of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cidr {
    pub(crate) address: IpAddr,
    pub(crate) bits: u8,
}

impl Cidr {
    fn contains(self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(block), IpAddr::V4(address)) => {
                same_start(block.to_bits().into(), address.to_bits().into(), 32 - u32::from(self.bits))
            }
            (IpAddr::V6(block), IpAddr::V6(address)) => {
                same_start(block.to_bits(), address.to_bits(), 128 - u32::from(self.bits))
            }
            _ => false,
        }
    }
}

/// Whether two addresses agree without their lowest `ignored` bits.
fn same_start(one: u128, other: u128, ignored: u32) -> bool {
    (one ^ other).checked_shr(ignored).unwrap_or(0) == 0
}

/// One element of the array that a pattern has for a field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    Exactly(Literal),
    Prefix(String),
    Suffix(String),
    EqualsIgnoreCase(String),
    PrefixIgnoreCase(String),
    SuffixIgnoreCase(String),
    Wildcard(Wildcard),
    Numeric {
        low: Option<Bound>,
        high: Option<Bound>,
    },
    Cidr(Cidr),
    /// `exists: true`. Its opposite is not a test of a value; see `Leaf::or_absent`.
    Exists,
    /// True of every value of which none of these is.
    AnythingBut(Vec<Test>),
}

impl Test {
    /// Whether a scalar passes.
    pub(crate) fn passes(&self, value: &Value) -> bool {
        match self {
            Self::Exactly(literal) => literal.equals(value),
            Self::Exists => true,
            Self::AnythingBut(tests) => !tests.iter().any(|test| test.passes(value)),
            Self::Numeric { low, high } => {
                let Value::Number(number) = value else { return false };
                let Some(number) = Number::from_json(number).map(Number::as_f64) else { return false };
                low.is_none_or(|low| if low.inclusive { number >= low.value } else { number > low.value })
                    && high.is_none_or(|high| {
                        if high.inclusive { number <= high.value } else { number < high.value }
                    })
            }
            _ => value.as_str().is_some_and(|text| self.passes_text(text)),
        }
    }

    fn passes_text(&self, text: &str) -> bool {
        match self {
            Self::Prefix(wanted) => text.starts_with(wanted.as_str()),
            Self::Suffix(wanted) => text.ends_with(wanted.as_str()),
            Self::EqualsIgnoreCase(wanted) => folded(text).eq(folded(wanted)),
            Self::PrefixIgnoreCase(wanted) => begins(folded(text), folded(wanted)),
            Self::SuffixIgnoreCase(wanted) => begins(folded(text).rev(), folded(wanted).rev()),
            Self::Wildcard(wildcard) => wildcard.matches(text),
            Self::Cidr(block) => text.parse().is_ok_and(|address| block.contains(address)),
            Self::Exactly(_) | Self::Exists | Self::AnythingBut(_) | Self::Numeric { .. } => false,
        }
    }
}

/// The characters of a text without their case.
fn folded(text: &str) -> impl DoubleEndedIterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

fn begins(mut text: impl Iterator<Item = char>, mut wanted: impl Iterator<Item = char>) -> bool {
    wanted.all(|c| text.next() == Some(c))
}

/// What a pattern asks of one field.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Leaf {
    /// One of these must pass.
    pub(crate) tests: Vec<Test>,
    /// Or the field must be absent (`exists: false`).
    pub(crate) or_absent: bool,
}

impl Leaf {
    pub(crate) fn passes(&self, value: &Value) -> bool {
        self.tests.iter().any(|test| test.passes(value))
    }

    /// The exact values this leaf waits for, if it waits for nothing else.
    pub(crate) fn literals(&self) -> Option<Vec<&Literal>> {
        if self.or_absent {
            return None;
        }
        self.tests
            .iter()
            .map(|test| match test {
                Test::Exactly(literal) => Some(literal),
                _ => None,
            })
            .collect()
    }
}
