//! Numbers that compare equal however they are written: 300, 300.0 and 3e2 are one.

use serde_json::Number as JsonNumber;

/// A number in a form that can be a key of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Number {
    /// Any whole number that is exact.
    Whole(i128),
    /// The bits of any other finite number.
    Other(u64),
}

/// Below this, every whole `f64` converts to `i128` and back without loss.
const EXACT: f64 = 1e30;

impl Number {
    /// The number in a JSON text, if it is finite.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Ok(whole) = text.parse::<i128>() {
            return Some(Self::Whole(whole));
        }
        text.parse::<f64>().ok().and_then(Self::from_f64)
    }

    fn from_f64(value: f64) -> Option<Self> {
        if !value.is_finite() {
            None
        } else if value.fract() == 0.0 && value.abs() < EXACT {
            Some(Self::Whole(value as i128))
        } else {
            Some(Self::Other(value.to_bits()))
        }
    }

    /// The number of a JSON value.
    pub(crate) fn from_json(value: &JsonNumber) -> Option<Self> {
        if let Some(whole) = value.as_i64() {
            Some(Self::Whole(whole.into()))
        } else if let Some(whole) = value.as_u64() {
            Some(Self::Whole(whole.into()))
        } else {
            value.as_f64().and_then(Self::from_f64)
        }
    }

    /// The nearest `f64`, for ranges.
    pub(crate) fn as_f64(self) -> f64 {
        match self {
            Self::Whole(whole) => whole as f64,
            Self::Other(bits) => f64::from_bits(bits),
        }
    }

    /// A whole number that is ordered as the nearest `f64` is, so that ranges of numbers are ranges of integers.
    /// Finite numbers never give 0 or the largest value.
    pub(crate) fn order(self) -> u64 {
        const SIGN: u64 = 1 << 63;
        // Adding zero makes the two zeros one.
        let bits = (self.as_f64() + 0.0).to_bits();
        if bits & SIGN == 0 { bits | SIGN } else { !bits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_matter() {
        for (one, other, same) in [
            ("300", "300.0", true),
            ("3e2", "300", true),
            ("-0", "0.0", true),
            ("301.8", "3.018e2", true),
            ("9007199254740993", "9007199254740992", false),
            ("1", "2", false),
        ] {
            assert_eq!(Number::parse(one) == Number::parse(other), same, "{one} {other}");
        }
        assert_eq!(Number::parse("1e999"), None);
    }

    #[test]
    fn the_order_is_that_of_the_numbers() {
        let texts = ["-1e308", "-5e9", "-1.5", "-1", "-1e-9", "0", "1e-9", "0.5", "1", "5e9", "1e308"];
        let orders: Vec<u64> = texts.iter().map(|text| Number::parse(text).unwrap().order()).collect();
        assert!(orders.is_sorted_by(|one, other| one < other), "{orders:?}");
        assert_eq!(Number::Other((-0.0f64).to_bits()).order(), Number::Whole(0).order());
        assert!(orders[0] > 0 && orders[10] < u64::MAX);
    }
}
