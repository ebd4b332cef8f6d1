//! Instants as AWS writes them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An instant: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

/// Beyond these, calendars do not reach (years -9999 to 9999).
const MIN_MS: i64 = -377_705_023_201_000;
const MAX_MS: i64 = 253_402_207_200_999;

impl Timestamp {
    /// From seconds since the epoch with a fraction, rounded to a millisecond; `None` if out of the calendar.
    pub fn from_epoch_seconds(seconds: f64) -> Option<Self> {
        let ms = (seconds * 1000.0).round();
        (ms.is_finite() && ms >= MIN_MS as f64 && ms <= MAX_MS as f64).then_some(Self(ms as i64))
    }

    /// Seconds since the epoch with a fraction.
    pub fn epoch_seconds(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    fn jiff(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0.clamp(MIN_MS, MAX_MS)).unwrap_or_default()
    }

    /// `2026-11-22T10:00:00.123Z`; the fraction is left out when it is zero (ISO 8601, AWS's `date-time`).
    pub fn iso8601(self) -> String {
        let format =
            if self.0.rem_euclid(1000) == 0 { "%Y-%m-%dT%H:%M:%SZ" } else { "%Y-%m-%dT%H:%M:%S.%3fZ" };
        self.jiff().strftime(format).to_string()
    }

    /// `2026-11-22T10:00:00.000Z`: always with milliseconds, as S3 and Step Functions write them.
    pub fn iso8601_millis(self) -> String {
        self.jiff().strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string()
    }

    /// `2026-11-22T10:00:00Z`: whole seconds, as CloudTrail and EventBridge write them.
    pub fn iso8601_seconds(self) -> String {
        self.jiff().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// `Sun, 22 Nov 2026 10:00:00 GMT` (RFC 9110, HTTP dates).
    pub fn http_date(self) -> String {
        self.jiff().strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
    }

    /// `20261122T100000Z`, the form of SigV4.
    pub fn compact(self) -> String {
        let t = jiff::tz::Offset::UTC.to_datetime(self.jiff());
        let (year, month, day) = (t.year(), t.month(), t.day());
        let (hour, minute, second) = (t.hour(), t.minute(), t.second());
        format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
    }

    /// The instant in any format string of `strftime`, in UTC.
    pub fn strftime(self, format: &str) -> String {
        self.jiff().strftime(format).to_string()
    }

    /// Reads ISO 8601 with an offset or `Z`.
    pub fn parse_iso8601(text: &str) -> Option<Self> {
        text.parse::<jiff::Timestamp>().ok().map(|t| Self(t.as_millisecond()))
    }

    /// Reads an HTTP date (RFC 9110, the fixed form).
    pub fn parse_http_date(text: &str) -> Option<Self> {
        let civil = jiff::civil::DateTime::strptime("%a, %d %b %Y %H:%M:%S GMT", text.trim()).ok()?;
        civil.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|z| Self(z.timestamp().as_millisecond()))
    }

    /// Reads SigV4's `20261122T100000Z`.
    pub fn parse_compact(text: &str) -> Option<Self> {
        // Of every signed request, so without a format that is read anew each time.
        let bytes: &[u8; 16] = text.as_bytes().try_into().ok()?;
        if bytes[8] != b'T' || bytes[15] != b'Z' {
            return None;
        }
        let number = |from: usize, to: usize| {
            bytes[from..to].iter().try_fold(0_i16, |number, digit| {
                digit.is_ascii_digit().then(|| number * 10 + i16::from(digit - b'0'))
            })
        };
        let small = |from: usize| number(from, from + 2).and_then(|number| i8::try_from(number).ok());
        let civil = jiff::civil::DateTime::new(
            number(0, 4)?,
            small(4)?,
            small(6)?,
            small(9)?,
            small(11)?,
            small(13)?,
            0,
        );
        let at = jiff::tz::Offset::UTC.to_timestamp(civil.ok()?).ok()?;
        Some(Self(at.as_millisecond()))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso8601())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_round_trip() {
        let t = Timestamp(1_795_341_600_123);
        assert_eq!(t.iso8601(), "2026-11-22T10:00:00.123Z");
        assert_eq!(Timestamp(1_795_341_600_000).iso8601(), "2026-11-22T10:00:00Z");
        assert_eq!(t.http_date(), "Sun, 22 Nov 2026 10:00:00 GMT");
        assert_eq!(t.compact(), "20261122T100000Z");
        assert_eq!(Timestamp::parse_iso8601(&t.iso8601()), Some(t));
        assert_eq!(Timestamp::parse_http_date(&t.http_date()), Some(Timestamp(1_795_341_600_000)));
        assert_eq!(Timestamp::parse_compact(&t.compact()), Some(Timestamp(1_795_341_600_000)));
        for wrong in [
            "",
            "20261122T100000",
            "20261322T100000Z",
            "20261122T250000Z",
            "2026112aT100000Z",
            "+0261122T100000Z",
        ] {
            assert_eq!(Timestamp::parse_compact(wrong), None, "{wrong}");
        }
        assert_eq!(Timestamp::from_epoch_seconds(f64::NAN), None);
        assert_eq!(Timestamp::from_epoch_seconds(1e300), None);
        assert_eq!(Timestamp(i64::MAX).iso8601().len(), 24);
    }
}
