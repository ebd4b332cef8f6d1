//! Statistics: the simple ones, percentiles, trimmed and winsorized means, percentile ranks.
//!
//! Source: CloudWatch User Guide, "CloudWatch statistics definitions".

use crate::summary::Summary;

/// A statistic by its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Statistic {
    SampleCount,
    Average,
    Sum,
    Minimum,
    Maximum,
    Percentile(f64),
    /// TM: the mean of what lies in the range.
    TrimmedMean(Range),
    /// TC: how many lie in it.
    TrimmedCount(Range),
    /// TS: their sum.
    TrimmedSum(Range),
    /// WM: the mean where what lies outside counts as the border.
    WinsorizedMean(Range),
    /// PR: how many percent of the values lie in it.
    PercentileRank(Range),
}

/// From (exclusive) to (inclusive).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Range {
    /// Of the values in order, in percent.
    Percent(f64, f64),
    /// Of the values themselves.
    Absolute(f64, f64),
}

impl Statistic {
    /// Reads `Average`, `p99.9`, `tm90`, `TM(10%:90%)`, `PR(:300)`, `IQM`; `None` for what is none.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name {
            "SampleCount" => return Some(Self::SampleCount),
            "Average" => return Some(Self::Average),
            "Sum" => return Some(Self::Sum),
            "Minimum" => return Some(Self::Minimum),
            "Maximum" => return Some(Self::Maximum),
            _ => {}
        }
        let upper = name.to_ascii_uppercase();
        if upper == "IQM" {
            return Some(Self::TrimmedMean(Range::Percent(25.0, 75.0)));
        }
        if let Some((kind, range)) = upper.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
            let range = Range::parse(range)?;
            return match kind {
                "PR" if matches!(range, Range::Absolute(..)) => Some(Self::PercentileRank(range)),
                "PR" => None,
                kind => Self::trimmed(kind, range),
            };
        }
        let digits = upper.find(|c: char| c.is_ascii_digit())?;
        let (kind, number) = upper.split_at(digits);
        let percent = plain_number(number).filter(|p| (0.0..=100.0).contains(p))?;
        match kind {
            "P" => Some(Self::Percentile(percent)),
            kind => Self::trimmed(kind, Range::Percent(0.0, percent)),
        }
    }

    fn trimmed(kind: &str, range: Range) -> Option<Self> {
        match kind {
            "TM" => Some(Self::TrimmedMean(range)),
            "TC" => Some(Self::TrimmedCount(range)),
            "TS" => Some(Self::TrimmedSum(range)),
            "WM" => Some(Self::WinsorizedMean(range)),
            _ => None,
        }
    }

    /// Whether it needs to know how the values are spread.
    pub(crate) fn is_extended(&self) -> bool {
        !matches!(self, Self::SampleCount | Self::Average | Self::Sum | Self::Minimum | Self::Maximum)
    }

    /// Of settled values; `None` where they do not tell: there are none, or it needs their spread and they came
    /// as statistic sets or are negative.
    pub(crate) fn of(&self, summary: &Summary) -> Option<f64> {
        if summary.count <= 0.0 || (self.is_extended() && (summary.opaque || summary.min < 0.0)) {
            return None;
        }
        let mean = |(count, sum): (f64, f64)| (count > 0.0).then(|| sum / count);
        match self {
            Self::SampleCount => Some(summary.count),
            Self::Average => Some(summary.sum / summary.count),
            Self::Sum => Some(summary.sum),
            Self::Minimum => Some(summary.min),
            Self::Maximum => Some(summary.max),
            Self::Percentile(percent) => Some(percentile(summary, *percent)),
            Self::TrimmedMean(range) => mean(within(summary, *range)),
            Self::TrimmedCount(range) => Some(within(summary, *range).0),
            Self::TrimmedSum(range) => Some(within(summary, *range).1),
            Self::WinsorizedMean(range) => {
                let (low, high) = match *range {
                    Range::Percent(low, high) => (percentile(summary, low), percentile(summary, high)),
                    Range::Absolute(low, high) => (low, high),
                };
                let sum: f64 = summary.values.iter().map(|(v, n)| v.max(low).min(high) * n).sum();
                Some(sum / summary.count)
            }
            Self::PercentileRank(range) => Some(within(summary, *range).0 / summary.count * 100.0),
        }
    }
}

impl Range {
    fn parse(text: &str) -> Option<Self> {
        let (low, high) = text.split_once(':')?;
        let (low, high) = (low.trim(), high.trim());
        if low.is_empty() && high.is_empty() {
            return None;
        }
        let is_percent = |side: &str| side.ends_with('%');
        let number = |side: &str, default: f64| match side.trim_end_matches('%') {
            "" => Some(default),
            text => plain_number(text),
        };
        let (any_percent, all_percent) = (
            is_percent(low) || is_percent(high),
            (low.is_empty() || is_percent(low)) && (high.is_empty() || is_percent(high)),
        );
        match (any_percent, all_percent) {
            (true, true) => {
                let (low, high) = (number(low, 0.0)?, number(high, 100.0)?);
                (low < high && high <= 100.0).then_some(Self::Percent(low, high))
            }
            (false, _) => {
                let (low, high) = (number(low, f64::NEG_INFINITY)?, number(high, f64::INFINITY)?);
                (low < high).then_some(Self::Absolute(low, high))
            }
            _ => None,
        }
    }
}

/// Digits with a point: no sign, no exponent, no `inf`.
fn plain_number(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    plain.then(|| text.parse().ok()).flatten()
}

/// The percentile of settled values, interpolated between the two that are nearest.
fn percentile(summary: &Summary, percent: f64) -> f64 {
    let rank = percent / 100.0 * (summary.count - 1.0).max(0.0);
    let mut before = 0.0;
    let mut values = summary.values.iter().peekable();
    while let Some((value, count)) = values.next() {
        let last = before + count - 1.0;
        if rank <= last {
            return value.clamp(summary.min, summary.max);
        }
        if let Some((next, _)) = values.peek()
            && rank < last + 1.0
        {
            let share = rank - last;
            return (value + (next - value) * share).clamp(summary.min, summary.max);
        }
        before += count;
    }
    summary.max
}

/// Number and sum of the values in a range; of a value that lies on a border in percent, its share.
fn within(summary: &Summary, range: Range) -> (f64, f64) {
    let (mut count, mut sum, mut before) = (0.0, 0.0, 0.0);
    for (value, n) in &summary.values {
        let share = match range {
            Range::Absolute(low, high) => {
                if *value > low && *value <= high {
                    *n
                } else {
                    0.0
                }
            }
            Range::Percent(low, high) => {
                let (low, high) = (low / 100.0 * summary.count, high / 100.0 * summary.count);
                ((before + n).min(high) - before.max(low)).max(0.0)
            }
        };
        count += share;
        sum += share * value;
        before += n;
    }
    (count, sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Summary {
        let mut summary = Summary::default();
        values.iter().for_each(|v| summary.add(*v, 1.0));
        summary.settle();
        summary
    }

    #[test]
    fn statistics_of_values() {
        let check = |values: &[f64], name: &str, expected: Option<f64>| {
            let found = Statistic::parse(name).expect(name).of(&of(values));
            let close = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
                (found, expected) => found == expected,
            };
            assert!(close, "{name} of {values:?}: {found:?}, not {expected:?}");
        };
        let ten: Vec<f64> = (1..=10).map(f64::from).collect();
        check(&ten, "SampleCount", Some(10.0));
        check(&ten, "Average", Some(5.5));
        check(&ten, "Sum", Some(55.0));
        check(&ten, "Minimum", Some(1.0));
        check(&ten, "Maximum", Some(10.0));
        check(&ten, "p0", Some(1.0));
        check(&ten, "p50", Some(5.5));
        check(&ten, "p90", Some(9.1));
        check(&ten, "P99.9", Some(9.991));
        check(&ten, "p100", Some(10.0));
        check(&[7.0], "p99", Some(7.0));
        check(&[1.0, 1.0, 1.0, 5.0], "p50", Some(1.0));
        check(&ten, "tm90", Some(5.0));
        check(&ten, "TM(10%:90%)", Some(5.5));
        check(&ten, "TM(2:4)", Some(3.5));
        check(&ten, "TM(100:)", None);
        check(&ten, "IQM", Some(5.5));
        check(&ten, "tc80", Some(8.0));
        check(&ten, "TC(:3)", Some(3.0));
        check(&ten, "ts80", Some(36.0));
        check(&ten, "TS(8:)", Some(19.0));
        check(&ten, "wm90", Some(5.41));
        check(&ten, "WM(3:5)", Some(4.3));
        check(&ten, "PR(:3)", Some(30.0));
        check(&ten, "PR(3:8)", Some(50.0));
        check(&[-1.0, 2.0], "p50", None);
        check(&[-1.0, 2.0], "Average", Some(0.5));
        check(&[], "Sum", None);
    }

    #[test]
    fn what_is_no_statistic() {
        for name in [
            "",
            "p",
            "p101",
            "p-1",
            "pinf",
            "q50",
            "TM",
            "TM()",
            "TM(:)",
            "TM(5%:3)",
            "PR(1%:2%)",
            "TM(9:3)",
            "average",
            "p50 ",
            "tm1e1",
            "é5",
        ] {
            assert_eq!(Statistic::parse(name), None, "{name}");
        }
    }
}
