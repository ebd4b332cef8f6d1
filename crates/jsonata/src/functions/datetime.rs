//! Dates and times, with the pictures of XPath's `format-dateTime`.

use super::argument;
use super::calendar::{Civil, days_from_civil};
use super::date_picture::MINUTE;
use super::text::json_text;
use crate::error::{UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::value::V;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// The last moment that JavaScript's dates know, in milliseconds.
const LAST: f64 = 8.64e15;
/// What is written without a picture.
const ISO: &str = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

/// Writes a moment.
fn format<'e>(machine: &mut Machine<'e>, millis: f64, picture: &V<'e>, zone: &V<'e>) -> R<'e> {
    if millis.is_nan() || millis.abs() > LAST {
        return Err(fault("D1001", UNPLACED, &["null"]));
    }
    let minutes = match zone.as_str() {
        Some(zone) => zone_minutes(zone).ok_or_else(|| fault("D1001", UNPLACED, &["null"]))?,
        None => 0,
    };
    // Bounded above, so it is exact.
    let moment = Civil::new(millis.trunc() as i64 + minutes * MINUTE, minutes);
    let picture = picture.as_str().unwrap_or(ISO);
    machine.reserve(picture.len() * 16)?;
    let parsed = machine.date_picture(picture)?;
    parsed.format(machine, &moment).map(V::text)
}

/// `+0530` and such: hours and minutes.
fn zone_minutes(zone: &str) -> Option<i64> {
    let number: i64 = zone.trim().parse().ok()?;
    let number = Some(number).filter(|number| number.abs() <= 9999)?;
    Some(number / 100 * 60 + number % 100)
}

pub(super) fn from_millis<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let V::Num(millis) = argument(&mut arguments, 0) else { return Ok(V::Undef) };
    let picture = argument(&mut arguments, 1);
    let zone = argument(&mut arguments, 2);
    format(machine, millis, &picture, &zone)
}

pub(super) fn now<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let picture = argument(&mut arguments, 0);
    let zone = argument(&mut arguments, 1);
    let millis = machine.now_ms as f64;
    format(machine, millis, &picture, &zone)
}

pub(super) fn millis<'e>(machine: &mut Machine<'e>, _: Vec<V<'e>>) -> R<'e> {
    Ok(V::Num(machine.now_ms as f64))
}

pub(super) fn to_millis<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    let picture = argument(&mut arguments, 1);
    match picture.as_str() {
        None => match iso_millis(text) {
            Some(millis) => Ok(V::Num(millis as f64)),
            None => Err(fault("D3110", UNPLACED, &[&json_text(&value)])),
        },
        Some(picture) => {
            machine.reserve(picture.len() * 16)?;
            machine.spend(text.len() / 4)?;
            let parsed = machine.date_picture(picture)?;
            let now = Civil::new(machine.now_ms, 0);
            Ok(parsed.read(machine, text, &now)?.map_or(V::Undef, V::Num))
        }
    }
}

/// An ISO 8601 timestamp as far as JSONata reads it: a date of which month and day may be missing, a time
/// with seconds, a fraction, and a zone. Without a zone it is UTC.
fn iso_millis(text: &str) -> Option<i64> {
    let mut rest = text;
    let year = number(&mut rest, 4)?;
    let mut month = 1;
    let mut day = 1;
    let mut time = 0;
    if take(&mut rest, '-') {
        month = number(&mut rest, 2)?;
        if take(&mut rest, '-') {
            day = number(&mut rest, 2)?;
        }
    }
    if take(&mut rest, 'T') {
        let hour = number(&mut rest, 2)?;
        take(&mut rest, ':').then_some(())?;
        let minute = number(&mut rest, 2)?;
        take(&mut rest, ':').then_some(())?;
        let second = number(&mut rest, 2)?;
        let mut fraction = 0;
        if take(&mut rest, '.') {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let shown = &rest[..digits.min(3)];
            fraction = shown.parse::<i64>().ok()? * 10_i64.pow(3 - u32::try_from(shown.len()).ok()?);
            rest = &rest[digits..];
        }
        if hour > 24 || minute > 59 || second > 59 || hour == 24 && minute + second + fraction > 0 {
            return None;
        }
        time = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
    }
    let mut zone = 0;
    if !rest.is_empty() && !take(&mut rest, 'Z') {
        let sign = if take(&mut rest, '-') {
            -1
        } else {
            take(&mut rest, '+').then_some(())?;
            1
        };
        let hours = number(&mut rest, 2)?;
        take(&mut rest, ':');
        let minutes = number(&mut rest, 2)?;
        if hours > 23 || minutes > 59 {
            return None;
        }
        zone = sign * (hours * 60 + minutes);
    }
    if !rest.is_empty() || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // The 30th of February is two days after the 28th.
    Some((days_from_civil(year, month, 1) + day - 1) * DAY + time - zone * MINUTE)
}

fn take(rest: &mut &str, wanted: char) -> bool {
    match rest.strip_prefix(wanted) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}

fn number(rest: &mut &str, digits: usize) -> Option<i64> {
    let (text, after) = (rest.get(..digits)?, rest.get(digits..)?);
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    *rest = after;
    text.parse().ok()
}
