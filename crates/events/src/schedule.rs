//! `ScheduleExpression`: `rate(5 minutes)` and `cron(0 12 * * ? *)`, in UTC.
//!
//! The rules are those of EventBridge's user guide: six fields, one of day-of-month and day-of-week is `?`, and the
//! wildcards `,` `-` `*` `?` `/` `L` `W` `#`. The finest grain is a minute.

use jiff::civil::{Date, Weekday};
use lirio_api::Timestamp;

const MINUTE_MS: i64 = 60_000;
const FIRST_YEAR: i16 = 1970;
const LAST_YEAR: i16 = 2199;

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/// Why an expression is no schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleError(String);

impl std::fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ScheduleError {}

fn error<T>(text: impl Into<String>) -> Result<T, ScheduleError> {
    Err(ScheduleError(text.into()))
}

/// When a rule runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Every so many milliseconds, counted from when the rule was put or enabled.
    Rate(i64),
    /// At times of the calendar.
    Cron(Box<Cron>),
}

/// Times of the calendar, in UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cron {
    minutes: Set,
    hours: Set,
    days: Days,
    months: Set,
    years: Set,
}

/// A set of small numbers with its lower bound.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Set {
    first: i16,
    has: Vec<bool>,
}

impl Set {
    fn contains(&self, value: i16) -> bool {
        usize::try_from(value - self.first).is_ok_and(|at| self.has.get(at).copied().unwrap_or(false))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Days {
    OfMonth(Vec<OfMonth>),
    OfWeek(Vec<OfWeek>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum OfMonth {
    Set(Set),
    /// `L`
    Last,
    /// `LW`
    LastWeekday,
    /// `3W`: the weekday nearest to the third, within the month.
    Nearest(i8),
}

/// Days of the week count from 1 for Sunday.
#[derive(Clone, Debug, PartialEq, Eq)]
enum OfWeek {
    Set(Set),
    /// `6L`: the last Friday of the month.
    Last(i16),
    /// `6#3`: the third Friday of the month.
    Nth(i16, i8),
}

impl Schedule {
    /// Reads an expression.
    ///
    /// # Errors
    /// [`ScheduleError`] says what is wrong; EventBridge itself only says that the parameter is not valid.
    pub fn parse(text: &str) -> Result<Self, ScheduleError> {
        let inside = |name: &str| text.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
        if let Some(inside) = inside("rate") {
            return rate(inside);
        }
        match inside("cron") {
            Some(inside) => cron(inside).map(|cron| Schedule::Cron(Box::new(cron))),
            None => error(format!("'{text}' is neither rate(...) nor cron(...)")),
        }
    }

    /// The first run after `after`; `start` is where a rate counts from. None when there is none any more.
    pub fn next(&self, start: Timestamp, after: Timestamp) -> Option<Timestamp> {
        match self {
            Schedule::Rate(period) => {
                let runs = after.0.saturating_sub(start.0).max(0) / period + 1;
                Some(Timestamp(start.0.checked_add(runs.checked_mul(*period)?)?))
            }
            Schedule::Cron(cron) => cron.next(after),
        }
    }
}

fn rate(text: &str) -> Result<Schedule, ScheduleError> {
    let mut words = text.split_ascii_whitespace();
    let (Some(value), Some(unit), None) = (words.next(), words.next(), words.next()) else {
        return error(format!("rate({text}) is not a value and a unit"));
    };
    if !value.bytes().all(|b| b.is_ascii_digit()) {
        return error(format!("'{value}' is not a positive whole number"));
    }
    let count: i64 = match value.parse() {
        Ok(count) if count > 0 => count,
        _ => return error(format!("'{value}' is not a positive whole number")),
    };
    // One takes the singular, all else the plural.
    let minutes = match (unit, count) {
        ("minute", 1) | ("minutes", 2..) => 1,
        ("hour", 1) | ("hours", 2..) => 60,
        ("day", 1) | ("days", 2..) => 24 * 60,
        _ => return error(format!("'{unit}' is not the unit of {count}")),
    };
    match count.checked_mul(minutes * MINUTE_MS) {
        Some(period) if period <= 366 * 100 * 24 * 60 * MINUTE_MS => Ok(Schedule::Rate(period)),
        _ => error(format!("rate({text}) is too long")),
    }
}

fn cron(text: &str) -> Result<Cron, ScheduleError> {
    let fields: Vec<&str> = text.split_ascii_whitespace().collect();
    let [minutes, hours, day_of_month, months, day_of_week, years] = fields.as_slice() else {
        return error(format!("cron({text}) has {} fields, not 6", fields.len()));
    };
    let days = match (*day_of_month, *day_of_week) {
        ("?", "?") => return error("day-of-month and day-of-week cannot both be '?'"),
        (of_month, "?") => Days::OfMonth(parts(of_month, day_of_month_part)?),
        ("?", of_week) => {
            let parts = parts(of_week, day_of_week_part)?;
            let nth = parts.iter().filter(|part| matches!(part, OfWeek::Nth(..))).count();
            if nth > 0 && parts.len() > 1 {
                return error("'#' stands alone in day-of-week");
            }
            Days::OfWeek(parts)
        }
        _ => return error("one of day-of-month and day-of-week must be '?'"),
    };
    Ok(Cron {
        minutes: set("minutes", minutes, 0, 59, &[])?,
        hours: set("hours", hours, 0, 23, &[])?,
        days,
        months: set("month", months, 1, 12, &MONTHS)?,
        years: set("year", years, FIRST_YEAR, LAST_YEAR, &[])?,
    })
}

fn parts<T>(field: &str, part: impl Fn(&str) -> Result<T, ScheduleError>) -> Result<Vec<T>, ScheduleError> {
    field.split(',').map(part).collect()
}

fn day_of_month_part(part: &str) -> Result<OfMonth, ScheduleError> {
    match part {
        "L" => return Ok(OfMonth::Last),
        "LW" => return Ok(OfMonth::LastWeekday),
        _ => {}
    }
    match part.strip_suffix('W') {
        Some(day) => match number("day-of-month", day, 1, 31, &[])? {
            day @ 1..=31 => Ok(OfMonth::Nearest(day as i8)),
            _ => error(format!("'{part}' is not a day of the month")),
        },
        None => set("day-of-month", part, 1, 31, &[]).map(OfMonth::Set),
    }
}

fn day_of_week_part(part: &str) -> Result<OfWeek, ScheduleError> {
    const NAME: &str = "day-of-week";
    // `L` alone is the last day of the week; an `L` after a day is the last such day of the month.
    if part == "L" {
        return set(NAME, "7", 1, 7, &DAYS).map(OfWeek::Set);
    }
    if let Some((day, nth)) = part.split_once('#') {
        let nth = number(NAME, nth, 1, 5, &[])?;
        return Ok(OfWeek::Nth(number(NAME, day, 1, 7, &DAYS)?, nth as i8));
    }
    match part.strip_suffix('L') {
        Some(day) => Ok(OfWeek::Last(number(NAME, day, 1, 7, &DAYS)?)),
        None => set(NAME, part, 1, 7, &DAYS).map(OfWeek::Set),
    }
}

/// A field of numbers: lists of `*`, `a`, `a-b`, and each with `/step`.
fn set(name: &str, field: &str, min: i16, max: i16, names: &[&str]) -> Result<Set, ScheduleError> {
    let mut has = vec![false; (max - min + 1) as usize];
    for part in field.split(',') {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, Some(number(name, step, 1, max.max(1), &[])?)),
            None => (part, None),
        };
        let (first, last) = match range.split_once('-') {
            _ if range == "*" => (min, max),
            Some((first, last)) => {
                (number(name, first, min, max, names)?, number(name, last, min, max, names)?)
            }
            None => {
                let first = number(name, range, min, max, names)?;
                // `5/10` goes on to the end, `5` is itself alone.
                (first, if step.is_some() { max } else { first })
            }
        };
        if first > last {
            return error(format!("{name}: '{part}' ends before it begins"));
        }
        for value in (first..=last).step_by(step.unwrap_or(1).unsigned_abs().into()) {
            has[(value - min) as usize] = true;
        }
    }
    Ok(Set { first: min, has })
}

fn number(name: &str, text: &str, min: i16, max: i16, names: &[&str]) -> Result<i16, ScheduleError> {
    if let Some(at) = names.iter().position(|known| known.eq_ignore_ascii_case(text)) {
        return Ok(min + at as i16);
    }
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.parse::<i16>() {
        Ok(value) if digits && (min..=max).contains(&value) => Ok(value),
        _ => error(format!("{name}: '{text}' is not between {min} and {max}")),
    }
}

impl Cron {
    fn next(&self, after: Timestamp) -> Option<Timestamp> {
        let start_ms = after.0.div_euclid(MINUTE_MS).checked_add(1)?.checked_mul(MINUTE_MS)?;
        let start = jiff::Timestamp::from_millisecond(start_ms.max(0)).ok()?;
        let start = start.to_zoned(jiff::tz::TimeZone::UTC).datetime();
        let mut month = start.date().first_of_month();
        while month.year() <= LAST_YEAR {
            if self.years.contains(month.year()) && self.months.contains(month.month().into()) {
                for day in 1..=month.days_in_month() {
                    let date = Date::new(month.year(), month.month(), day).ok()?;
                    if date < start.date() || !self.days.contain(date) {
                        continue;
                    }
                    let from = if date == start.date() { (start.hour(), start.minute()) } else { (0, 0) };
                    if let Some((hour, minute)) = self.time(from) {
                        let time = date.at(hour, minute, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).ok()?;
                        return Some(Timestamp(time.timestamp().as_millisecond()));
                    }
                }
            }
            month = month.last_of_month().tomorrow().ok()?;
        }
        None
    }

    /// The first time of a day, not before `from`.
    fn time(&self, from: (i8, i8)) -> Option<(i8, i8)> {
        (from.0..24)
            .filter(|hour| self.hours.contains((*hour).into()))
            .flat_map(|hour| (0..60).map(move |minute| (hour, minute)))
            .find(|time| *time >= from && self.minutes.contains(time.1.into()))
    }
}

impl Days {
    fn contain(&self, date: Date) -> bool {
        match self {
            Days::OfMonth(parts) => parts.iter().any(|part| match part {
                OfMonth::Set(set) => set.contains(date.day().into()),
                OfMonth::Last => date == date.last_of_month(),
                OfMonth::LastWeekday => date == nearest_weekday(date.last_of_month()),
                OfMonth::Nearest(day) => Date::new(date.year(), date.month(), *day)
                    .is_ok_and(|wanted| date == nearest_weekday(wanted)),
            }),
            Days::OfWeek(parts) => {
                let weekday = i16::from(date.weekday().to_sunday_one_offset());
                parts.iter().any(|part| match part {
                    OfWeek::Set(set) => set.contains(weekday),
                    OfWeek::Last(day) => *day == weekday && date.day() > date.days_in_month() - 7,
                    OfWeek::Nth(day, nth) => *day == weekday && (date.day() - 1) / 7 + 1 == *nth,
                })
            }
        }
    }
}

/// The weekday (Monday to Friday) nearest to a date, in the same month.
fn nearest_weekday(date: Date) -> Date {
    let days: i8 = match date.weekday() {
        Weekday::Saturday if date.day() == 1 => 2,
        Weekday::Saturday => -1,
        Weekday::Sunday if date == date.last_of_month() => -2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    Date::new(date.year(), date.month(), date.day() + days).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, after: &str, expected: &[&str]) {
        let schedule = Schedule::parse(expression).unwrap();
        let start = Timestamp::parse_iso8601(after).unwrap();
        let mut at = start;
        for wanted in expected {
            at = schedule.next(start, at).unwrap_or_else(|| panic!("{expression} ends before {wanted}"));
            assert_eq!(&at.iso8601(), wanted, "{expression} after {after}");
        }
    }

    #[test]
    fn next_times() {
        let now = "2026-11-22T10:07:30Z"; // A Sunday.
        check("rate(1 minute)", now, &["2026-11-22T10:08:30Z", "2026-11-22T10:09:30Z"]);
        check("rate(5 hours)", now, &["2026-11-22T15:07:30Z", "2026-11-22T20:07:30Z"]);
        check("rate(7 days)", now, &["2026-11-29T10:07:30Z"]);
        check("cron(0 10 * * ? *)", now, &["2026-11-23T10:00:00Z", "2026-11-24T10:00:00Z"]);
        check("cron(15 12 * * ? *)", now, &["2026-11-22T12:15:00Z"]);
        check("cron(0 18 ? * MON-FRI *)", now, &["2026-11-23T18:00:00Z"]);
        check("cron(0 8 1 * ? *)", now, &["2026-12-01T08:00:00Z", "2027-01-01T08:00:00Z"]);
        check(
            "cron(0/15 * * * ? *)",
            now,
            &["2026-11-22T10:15:00Z", "2026-11-22T10:30:00Z", "2026-11-22T10:45:00Z", "2026-11-22T11:00:00Z"],
        );
        check("cron(*/10 * ? * mon-fri *)", now, &["2026-11-23T00:00:00Z"]);
        check("cron(0/5 8-17 ? * MON-FRI *)", "2026-11-20T17:55:00Z", &["2026-11-23T08:00:00Z"]);
        check("cron(0 9 ? * 2#1 *)", now, &["2026-12-07T09:00:00Z", "2027-01-04T09:00:00Z"]);
        check("cron(0 9 ? * FRIL *)", now, &["2026-11-27T09:00:00Z", "2026-12-25T09:00:00Z"]);
        check("cron(0 9 ? * L *)", now, &["2026-11-28T09:00:00Z"]);
        check("cron(0 9 L * ? *)", now, &["2026-11-30T09:00:00Z", "2026-12-31T09:00:00Z"]);
        check("cron(0 9 LW 1 ? *)", now, &["2027-01-29T09:00:00Z"]);
        // The first of May 2027 is a Saturday, the nearest weekday in May is the third.
        check("cron(0 9 1W 5 ? 2027)", now, &["2027-05-03T09:00:00Z"]);
        check("cron(0 9 15W * ? *)", "2026-08-01T00:00:00Z", &["2026-08-14T09:00:00Z"]);
        check("cron(59 23 29 2 ? *)", now, &["2028-02-29T23:59:00Z", "2032-02-29T23:59:00Z"]);
        check("cron(0 0 1 1,JUL ? 2027-2028)", now, &["2027-01-01T00:00:00Z", "2027-07-01T00:00:00Z"]);
        check("cron(8 10 22 11 ? 2026)", now, &["2026-11-22T10:08:00Z"]);
    }

    #[test]
    fn schedules_end() {
        let next = |expression: &str| {
            let after = Timestamp::parse_iso8601("2026-11-22T10:07:30Z").unwrap();
            Schedule::parse(expression).unwrap().next(after, after)
        };
        assert_eq!(next("cron(0 0 1 1 ? 2020)"), None);
        assert_eq!(next("cron(0 0 31 2 ? *)"), None);
    }

    #[test]
    fn what_is_refused() {
        for expression in [
            "",
            "rate(5 minute)",
            "rate(1 minutes)",
            "rate(0 minutes)",
            "rate(-1 minutes)",
            "rate(5 seconds)",
            "rate(5minutes)",
            "rate(99999999999999 days)",
            "cron(0 12 * * *)",
            "cron(0 12 * * * *)",
            "cron(0 12 ? * ? *)",
            "cron(60 12 * * ? *)",
            "cron(0 24 * * ? *)",
            "cron(0 12 0 * ? *)",
            "cron(0 12 * 13 ? *)",
            "cron(0 12 ? * 8 *)",
            "cron(0 12 ? * MON#6 *)",
            "cron(0 12 ? * MON#1,FRI *)",
            "cron(0 12 * * ? 2200)",
            "cron(5-1 12 * * ? *)",
            "cron(0/0 12 * * ? *)",
            "cron(+1 12 * * ? *)",
            "cron(0 12 , * ? *)",
            "at(2026-11-22T10:00:00)",
            "every day",
        ] {
            assert!(Schedule::parse(expression).is_err(), "{expression}");
        }
    }
}
