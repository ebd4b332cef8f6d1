//! Condition blocks.

use std::net::IpAddr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use crate::context::Facts;
use crate::glob::{self, Reading, Template};

/// How a condition treats several values of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    /// No qualifier.
    One,
    ForAll,
    ForAny,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Order {
    fn holds(self, found: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => found.is_eq(),
            Self::Less => found.is_lt(),
            Self::LessOrEqual => found.is_le(),
            Self::Greater => found.is_gt(),
            Self::GreaterOrEqual => found.is_ge(),
        }
    }
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Text,
    TextIgnoreCase,
    Like,
    Numeric(Order),
    Date(Order),
    Bool,
    Binary,
    Address,
    Arn,
    Null,
}

/// An operator such as `ForAnyValue:StringNotLikeIfExists`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Operator {
    set: Set,
    comparison: Comparison,
    negated: bool,
    if_exists: bool,
}

impl Operator {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        let (set, rest) = if let Some(rest) = name.strip_prefix("ForAllValues:") {
            (Set::ForAll, rest)
        } else if let Some(rest) = name.strip_prefix("ForAnyValue:") {
            (Set::ForAny, rest)
        } else {
            (Set::One, name)
        };
        let (rest, if_exists) = match rest.strip_suffix("IfExists") {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (comparison, negated) = match rest {
            "StringEquals" => (Comparison::Text, false),
            "StringNotEquals" => (Comparison::Text, true),
            "StringEqualsIgnoreCase" => (Comparison::TextIgnoreCase, false),
            "StringNotEqualsIgnoreCase" => (Comparison::TextIgnoreCase, true),
            "StringLike" => (Comparison::Like, false),
            "StringNotLike" => (Comparison::Like, true),
            "Bool" => (Comparison::Bool, false),
            "BinaryEquals" => (Comparison::Binary, false),
            "IpAddress" => (Comparison::Address, false),
            "NotIpAddress" => (Comparison::Address, true),
            "ArnEquals" | "ArnLike" => (Comparison::Arn, false),
            "ArnNotEquals" | "ArnNotLike" => (Comparison::Arn, true),
            // "If it exists, is it absent?" is not a question.
            "Null" if !if_exists => (Comparison::Null, false),
            other => {
                let (comparison, order): (fn(Order) -> Comparison, &str) =
                    if let Some(order) = other.strip_prefix("Numeric") {
                        (Comparison::Numeric, order)
                    } else {
                        (Comparison::Date, other.strip_prefix("Date")?)
                    };
                let (order, negated) = match order {
                    "Equals" => (Order::Equal, false),
                    "NotEquals" => (Order::Equal, true),
                    "LessThan" => (Order::Less, false),
                    "LessThanEquals" => (Order::LessOrEqual, false),
                    "GreaterThan" => (Order::Greater, false),
                    "GreaterThanEquals" => (Order::GreaterOrEqual, false),
                    _ => return None,
                };
                (comparison(order), negated)
            }
        };
        Some(Self { set, comparison, negated, if_exists })
    }

    /// Whether one value of the request is like one value of the policy.
    fn compares(self, wanted: &Template, found: &str, facts: &Facts<'_>) -> bool {
        match self.comparison {
            Comparison::Like => wanted.resolve(facts).is_some_and(|globs| {
                let found: Vec<char> = found.chars().collect();
                glob::matches(&globs, &found)
            }),
            Comparison::Arn => {
                found.starts_with("arn:")
                    && wanted.resolve(facts).is_some_and(|globs| glob::matches_arn(&globs, found))
            }
            _ => wanted.text(facts).is_some_and(|wanted| self.compares_text(&wanted, found)),
        }
    }

    fn compares_text(self, wanted: &str, found: &str) -> bool {
        match self.comparison {
            Comparison::Text | Comparison::Binary => wanted == found,
            Comparison::TextIgnoreCase => wanted.to_lowercase() == found.to_lowercase(),
            Comparison::Bool => wanted.eq_ignore_ascii_case(found),
            Comparison::Numeric(order) => match (number(wanted), number(found)) {
                (Some(wanted), Some(found)) => {
                    found.partial_cmp(&wanted).is_some_and(|ordering| order.holds(ordering))
                }
                _ => false,
            },
            Comparison::Date(order) => match (date(wanted), date(found)) {
                (Some(wanted), Some(found)) => order.holds(found.cmp(&wanted)),
                _ => false,
            },
            Comparison::Address => match (block(wanted), found.parse()) {
                (Some(block), Ok(found)) => contains(block, found),
                _ => false,
            },
            Comparison::Like | Comparison::Arn | Comparison::Null => false,
        }
    }
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
}

/// A date as AWS writes it: ISO 8601 with or without time and zone, or seconds since 1970.
fn date(text: &str) -> Option<Timestamp> {
    let utc = |time: DateTime| time.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp());
    if let Ok(seconds) = text.parse::<i64>()
        && text.len() != 4
    {
        return Timestamp::from_second(seconds).ok();
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    if let Ok(time) = text.parse::<DateTime>() {
        return utc(time);
    }
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    full.parse::<Date>().ok().and_then(|date| utc(date.to_datetime(jiff::civil::Time::midnight())))
}

fn block(text: &str) -> Option<(IpAddr, u32)> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address.parse::<IpAddr>().ok()?, Some(bits.parse::<u32>().ok()?)),
        None => (text.parse::<IpAddr>().ok()?, None),
    };
    let most = if address.is_ipv4() { 32 } else { 128 };
    let bits = bits.unwrap_or(most);
    (bits <= most).then_some((address, bits))
}

fn contains((block, bits): (IpAddr, u32), found: IpAddr) -> bool {
    let differ = match (block, found) {
        (IpAddr::V4(block), IpAddr::V4(found)) => {
            u128::from((block.to_bits() ^ found.to_bits()).checked_shr(32 - bits).unwrap_or(0))
        }
        (IpAddr::V6(block), IpAddr::V6(found)) => {
            (block.to_bits() ^ found.to_bits()).checked_shr(128 - bits).unwrap_or(0)
        }
        _ => return false,
    };
    differ == 0
}

/// One operator with one key and the values it is compared with.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Condition {
    operator: Operator,
    key: String,
    values: Vec<Template>,
}

impl Condition {
    /// Reads the values; the error is the number of the wrong one and a reason.
    pub(crate) fn parse(
        operator: Operator,
        key: &str,
        values: &[String],
        variables: bool,
    ) -> Result<Self, (usize, String)> {
        let wildcards = matches!(operator.comparison, Comparison::Like | Comparison::Arn);
        let reading = Reading { wildcards, variables };
        let mut templates = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            let template = Template::parse(value, reading).map_err(|reason| (at, reason))?;
            let readable = !template.is_plain()
                || match operator.comparison {
                    Comparison::Numeric(_) => number(value).is_some(),
                    Comparison::Date(_) => date(value).is_some(),
                    Comparison::Address => block(value).is_some(),
                    Comparison::Bool | Comparison::Null => {
                        value.eq_ignore_ascii_case("true") || value.eq_ignore_ascii_case("false")
                    }
                    _ => true,
                };
            if !readable {
                return Err((at, format!("\"{value}\" is not a value that this operator can compare")));
            }
            templates.push(template);
        }
        Ok(Self { operator, key: key.to_owned(), values: templates })
    }

    /// Whether the condition holds. `doubtful` is the answer when a negated operator has a variable without a value:
    /// nothing can be said to differ from what is not known, so a grant then takes false and a refusal true.
    pub(crate) fn holds(&self, facts: &Facts<'_>, doubtful: bool) -> bool {
        let operator = self.operator;
        let found = facts.get(&self.key).filter(|values| !values.is_empty());
        if operator.comparison == Comparison::Null {
            return self.values.iter().any(|wanted| {
                wanted
                    .text(facts)
                    .is_some_and(|wanted| wanted.eq_ignore_ascii_case("true") == found.is_none())
            });
        }
        let Some(found) = found else {
            return operator.if_exists
                || match operator.set {
                    Set::One => operator.negated,
                    Set::ForAll => true,
                    Set::ForAny => false,
                };
        };
        if operator.negated && self.values.iter().any(|wanted| wanted.resolve(facts).is_none()) {
            return doubtful;
        }
        let alike = |found: &String| self.values.iter().any(|wanted| operator.compares(wanted, found, facts));
        match (operator.set, operator.negated) {
            (Set::One | Set::ForAny, false) => found.iter().any(alike),
            (Set::One | Set::ForAll, true) => !found.iter().any(alike),
            (Set::ForAll, false) => found.iter().all(alike),
            (Set::ForAny, true) => !found.iter().all(alike),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::principal::Principal;

    fn check(operator: &str, key: &str, values: &[&str], expected: bool) {
        let context = Context::new()
            .with("s", ["Blue"])
            .with("n", ["10"])
            .with("d", ["2024-05-01T12:00:00Z"])
            .with("b", ["true"])
            .with("ip", ["10.1.2.3"])
            .with("ip6", ["2001:db8::1"])
            .with("arn", ["arn:aws:s3:::bucket/key"])
            .with("tags", ["a", "b"])
            .with("none", Vec::<String>::new())
            .with("aws:username", ["Blue"]);
        let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let parsed = Operator::parse(operator).expect(operator);
        let condition = Condition::parse(parsed, key, &values, true).expect(operator);
        assert_eq!(
            condition.holds(&Facts::new(&context, &Principal::Anonymous), false),
            expected,
            "{operator} {key} {values:?}"
        );
    }

    #[test]
    fn operators_compare() {
        check("StringEquals", "S", &["Red", "Blue"], true);
        check("StringEquals", "s", &["blue"], false);
        check("StringEquals", "s", &["B*"], false);
        check("StringEquals", "s", &["${aws:username}"], true);
        check("StringNotEquals", "s", &["Red", "Blue"], false);
        check("StringEqualsIgnoreCase", "s", &["blue"], true);
        check("StringNotEqualsIgnoreCase", "s", &["blue"], false);
        check("StringLike", "s", &["B?u*"], true);
        check("StringNotLike", "s", &["R*"], true);
        check("NumericEquals", "n", &["10.0"], true);
        check("NumericNotEquals", "n", &["10"], false);
        check("NumericLessThan", "n", &["10"], false);
        check("NumericLessThanEquals", "n", &["10"], true);
        check("NumericGreaterThan", "n", &["9.5"], true);
        check("NumericGreaterThanEquals", "s", &["1"], false);
        check("DateGreaterThan", "d", &["2024-05-01"], true);
        check("DateLessThan", "d", &["2024-05-01T13:00:00+02:00"], false);
        check("DateLessThanEquals", "d", &["1714564800"], true);
        check("DateNotEquals", "d", &["2024-05-01T12:00:00Z"], false);
        check("Bool", "b", &["TRUE"], true);
        check("Bool", "b", &["false"], false);
        check("BinaryEquals", "s", &["Blue"], true);
        check("IpAddress", "ip", &["10.0.0.0/8"], true);
        check("IpAddress", "ip", &["10.1.2.3"], true);
        check("IpAddress", "ip", &["0.0.0.0/0"], true);
        check("IpAddress", "ip6", &["2001:db8::/32"], true);
        check("IpAddress", "ip6", &["10.0.0.0/8"], false);
        check("NotIpAddress", "ip", &["10.0.0.0/8"], false);
        check("ArnLike", "arn", &["arn:aws:s3:::buck*"], true);
        check("ArnEquals", "arn", &["arn:aws:s3:::bucket"], false);
        check("ArnNotLike", "arn", &["arn:aws:s3:::x*"], true);
        check("ArnLike", "s", &["*"], false);
    }

    #[test]
    fn absence_is_judged_by_operator() {
        check("StringEquals", "x", &["a"], false);
        check("StringNotEquals", "x", &["a"], true);
        check("StringEqualsIfExists", "x", &["a"], true);
        check("StringEqualsIfExists", "s", &["a"], false);
        check("Null", "x", &["true"], true);
        check("Null", "x", &["false"], false);
        check("Null", "s", &["false"], true);
        check("Null", "none", &["true"], true);
        check("ForAllValues:StringEquals", "x", &["a"], true);
        check("ForAnyValue:StringEquals", "x", &["a"], false);
        check("ForAnyValue:StringNotEquals", "x", &["a"], false);
        check("StringEquals", "s", &["${x}"], false);
        check("StringNotEquals", "s", &["${x}"], false);
        check("StringNotEquals", "s", &["${x, 'Red'}"], true);
    }

    #[test]
    fn several_values_are_judged_by_set() {
        check("ForAllValues:StringEquals", "tags", &["a", "b", "c"], true);
        check("ForAllValues:StringEquals", "tags", &["a"], false);
        check("ForAnyValue:StringEquals", "tags", &["a", "c"], true);
        check("ForAnyValue:StringEquals", "tags", &["c"], false);
        check("ForAllValues:StringNotEquals", "tags", &["a"], false);
        check("ForAllValues:StringNotEquals", "tags", &["c"], true);
        check("ForAnyValue:StringNotEquals", "tags", &["a"], true);
        check("ForAnyValue:StringNotEquals", "tags", &["a", "b"], false);
        check("ForAnyValue:StringLikeIfExists", "x", &["a"], true);
    }

    #[test]
    fn other_operators_and_unreadable_values_are_refused() {
        for name in ["", "stringequals", "NullIfExists", "NumericLike", "ForEach:StringEquals", "BoolNot"] {
            assert_eq!(Operator::parse(name), None, "{name}");
        }
        for (operator, value) in
            [("NumericEquals", "ten"), ("DateEquals", "soon"), ("IpAddress", "10.0.0.0/33"), ("Bool", "yes")]
        {
            let parsed = Operator::parse(operator).expect(operator);
            assert!(Condition::parse(parsed, "k", &[value.to_owned()], true).is_err(), "{operator}");
        }
    }
}
