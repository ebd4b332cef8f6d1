//! RFC 3339 timestamps as the States Language demands them, and as the service prints them.

/// An instant: nanoseconds since 1970-01-01T00:00:00Z. `i128` holds every year that four digits can name.
pub(crate) type Nanos = i128;

/// Reads `2016-03-14T01:59:00.5Z` or with an offset; `T` and `Z` must be upper case.
pub(crate) fn parse(text: &str) -> Option<Nanos> {
    let b = text.as_bytes();
    if b.len() < 20 || b.len() > 64 || !b.is_ascii() {
        return None;
    }
    let separators = b[4] == b'-' && b[7] == b'-' && b[10] == b'T' && b[13] == b':' && b[16] == b':';
    if !separators {
        return None;
    }
    let (year, month, day) = (digits(&b[0..4])?, digits(&b[5..7])?, digits(&b[8..10])?);
    let (hour, minute, second) = (digits(&b[11..13])?, digits(&b[14..16])?, digits(&b[17..19])?);
    if !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
        return None;
    }
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let mut rest = &b[19..];
    let mut nanos: i128 = 0;
    if rest.first() == Some(&b'.') {
        let count = rest[1..].iter().take_while(|c| c.is_ascii_digit()).count();
        if count == 0 || count > 9 {
            return None;
        }
        nanos = i128::from(digits(&rest[1..=count])?) * 10_i128.pow(9 - count as u32);
        rest = &rest[count + 1..];
    }
    let offset_seconds = match rest {
        b"Z" => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let (h, m) = (digits(&[*h1, *h2])?, digits(&[*m1, *m2])?);
            if h > 18 || m > 59 {
                return None;
            }
            let seconds = h * 3600 + m * 60;
            if *sign == b'+' { seconds } else { -seconds }
        }
        _ => return None,
    };
    let seconds =
        days_from_civil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset_seconds;
    Some(i128::from(seconds) * 1_000_000_000 + nanos)
}

/// Whole milliseconds, never before the instant.
pub(crate) fn millis_rounded_up(nanos: Nanos) -> i64 {
    // Years of four digits fit into milliseconds many times over.
    i64::try_from(-(-nanos).div_euclid(1_000_000)).unwrap_or(i64::MAX)
}

/// Prints milliseconds since the epoch as `2024-11-04T11:40:50.123Z`.
pub(crate) fn format_millis(ms: i64) -> String {
    let (days, in_day) = (ms.div_euclid(86_400_000), ms.rem_euclid(86_400_000));
    let (year, month, day) = civil_from_days(days);
    let (seconds, millis) = (in_day / 1000, in_day % 1000);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}.{millis:03}Z",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

fn digits(bytes: &[u8]) -> Option<i64> {
    bytes.iter().try_fold(0_i64, |n, b| b.is_ascii_digit().then(|| n * 10 + i64::from(b - b'0')))
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar; years begin in March here,
/// so that the leap day is the last day of a year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let shifted_year = if month <= 2 { year - 1 } else { year };
    let era = shifted_year.div_euclid(400);
    let year_of_era = shifted_year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected_ms: Option<i64>) {
        assert_eq!(parse(text).map(|n| (n / 1_000_000) as i64), expected_ms, "{text}");
    }

    #[test]
    fn reads() {
        check("1970-01-01T00:00:00Z", Some(0));
        check("2016-03-14T01:59:00Z", Some(1_457_920_740_000));
        check("2016-03-14T01:59:00.250+01:00", Some(1_457_917_140_250));
        check("2000-02-29T00:00:00-00:30", Some(951_784_200_000));
        check("2001-02-29T00:00:00Z", None);
        check("2016-13-05T21:29:29Z", None);
        check("2016-12-05T25:29:29Z", None);
        check("2016-12-05 21:29:29Z", None);
        check("2016-12-05T21:29:29", None);
        check("05-12-2016T21:29:29Z", None);
        check("2016-12-05T21:29:29.Z", None);
    }

    #[test]
    fn prints_what_it_reads() {
        for ms in [0, 951_784_200_123, 1_457_920_740_000, 4_102_444_799_999, -1] {
            assert_eq!(parse(&format_millis(ms)).unwrap(), i128::from(ms) * 1_000_000);
        }
    }
}
