//! Searching in strings: by text, by regular expressions, and by functions that act as such.

use super::argument;
use crate::error::{Fault, UNPLACED, fault};
use crate::eval::function::Func;
use crate::eval::{Machine, R};
use crate::regex::Pattern;
use crate::value::{Key, Members, V};

/// A match: byte offsets, and what the groups matched.
struct Found<'e> {
    start: usize,
    end: usize,
    text: V<'e>,
    groups: Vec<V<'e>>,
}

/// What to search for.
enum Search<'e> {
    Regex(&'e Pattern),
    /// A function that answers a match with `next`.
    Function(V<'e>),
}

impl<'e> Search<'e> {
    fn new(matcher: &V<'e>) -> Search<'e> {
        if let V::Func(function) = matcher
            && let Func::Regex(pattern) = &**function
        {
            return Search::Regex(pattern);
        }
        Search::Function(matcher.clone())
    }

    /// The first match at or after a byte offset, or the next of a function.
    fn next(
        &mut self,
        machine: &mut Machine<'e>,
        text: &str,
        value: &V<'e>,
        from: usize,
    ) -> Result<Option<Found<'e>>, Fault> {
        match self {
            Search::Regex(pattern) => regex_match(machine, pattern, text, from),
            Search::Function(function) => {
                let arguments = if from == usize::MAX { Vec::new() } else { vec![value.clone()] };
                let answer = machine.call_back(function, arguments)?;
                if answer.is_undef() {
                    return Ok(None);
                }
                let wrong = || fault("T1010", UNPLACED, &["\0"]);
                let (V::Num(start), V::Num(end)) = (answer.member("start"), answer.member("end")) else {
                    return Err(wrong());
                };
                let groups = answer.member("groups");
                let next = answer.member("next");
                if !groups.is_array() || !next.is_func() {
                    return Err(wrong());
                }
                *function = next;
                let start = byte_offset(text, start);
                let end = byte_offset(text, end).max(start);
                Ok(Some(Found { start, end, text: answer.member("match"), groups: groups.to_items() }))
            }
        }
    }
}

fn regex_match<'e>(
    machine: &mut Machine<'e>,
    pattern: &'e Pattern,
    text: &str,
    from: usize,
) -> Result<Option<Found<'e>>, Fault> {
    // Nothing is left to search; only in an empty text does the search begin at its end.
    if from > 0 && from >= text.len() {
        return Ok(None);
    }
    machine.spend(1 + pattern.regex.captures_len())?;
    let Some(captures) = pattern.regex.captures_at(text, from) else {
        machine.spend((text.len() - from) / 2)?;
        return Ok(None);
    };
    let Some(whole) = captures.get(0) else { return Ok(None) };
    machine.spend(10 + (whole.end() - from) / 2)?;
    if whole.is_empty() {
        return Err(fault("D1004", UNPLACED, &[]));
    }
    let groups = captures.iter().skip(1).map(|group| {
        // A group that took no part is nothing in JavaScript; its place in the array stays.
        group.map_or(V::Undef, |group| V::text(group.as_str()))
    });
    Ok(Some(Found {
        start: whole.start(),
        end: whole.end(),
        text: V::text(whole.as_str()),
        groups: groups.collect(),
    }))
}

/// From UTF-16 units, in which matches are told, to bytes.
fn byte_offset(text: &str, units: f64) -> usize {
    let mut left = units;
    for (at, character) in text.char_indices() {
        if left < 1.0 {
            return at;
        }
        left -= character.len_utf16() as f64;
    }
    text.len()
}

fn units(text: &str) -> f64 {
    text.chars().map(char::len_utf16).sum::<usize>() as f64
}

/// What a regular expression answers when it is called as a function.
pub(crate) fn match_from<'e>(
    machine: &mut Machine<'e>,
    pattern: &'e Pattern,
    text: V<'e>,
    from: usize,
) -> R<'e> {
    let Some(plain) = text.as_str() else { return Ok(V::Undef) };
    let Some(found) = regex_match(machine, pattern, plain, from)? else { return Ok(V::Undef) };
    machine.spend(found.end / 32)?;
    let start = units(&plain[..found.start]);
    let end = start + units(&plain[found.start..found.end]);
    let next = Func::Next { pattern, text: text.clone(), from: found.end };
    let mut members = Members::default();
    members.set(Key::Ref("match"), found.text);
    members.set(Key::Ref("start"), V::Num(start));
    members.set(Key::Ref("end"), V::Num(end));
    members.set(Key::Ref("groups"), V::array(found.groups));
    members.set(Key::Ref("next"), V::func(next));
    Ok(V::object(members))
}

/// The optional limit, which must not be negative.
fn limit(value: V<'_>, code: &'static str) -> Result<f64, Fault> {
    match value {
        V::Num(limit) if limit < 0.0 => Err(fault(code, UNPLACED, &[])),
        V::Num(limit) => Ok(limit),
        _ => Ok(f64::INFINITY),
    }
}

pub(super) fn find_matches<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let matcher = argument(&mut arguments, 1);
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    let limit = limit(argument(&mut arguments, 2), "D3040")?;
    let mut search = Search::new(&matcher);
    let mut results = Vec::new();
    let mut from = 0;
    let (mut counted, mut index) = (0, 0.0);
    while (results.len() as f64) < limit {
        let Some(found) = search.next(machine, text, &value, from)? else { break };
        index += units(text.get(counted..found.start).unwrap_or_default());
        counted = found.start;
        from = if matches!(search, Search::Regex(_)) { found.end } else { usize::MAX };
        let mut members = Members::default();
        members.set(Key::Ref("match"), found.text);
        members.set(Key::Ref("index"), V::Num(index));
        members.set(Key::Ref("groups"), V::array(found.groups));
        results.push(V::object(members));
        machine.tick()?;
    }
    Ok(V::seq(results))
}

pub(super) fn contains<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    let token = arguments.get(1).cloned().unwrap_or_default();
    machine.spend(text.len() / 32)?;
    match token.as_str() {
        Some(token) => Ok(V::Bool(text.contains(token))),
        None if token.is_undef() => Ok(V::Undef),
        None => {
            let found = Search::new(&token).next(machine, text, &arguments[0], 0)?;
            Ok(V::Bool(found.is_some()))
        }
    }
}

pub(super) fn split<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let separator = argument(&mut arguments, 1);
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    let limit = limit(argument(&mut arguments, 2), "D3020")?;
    machine.reserve(text.len())?;
    let mut parts = Vec::new();
    if let Some(separator) = separator.as_str() {
        let limit = limit.floor();
        if separator.is_empty() {
            machine.spend(text.len().saturating_mul(3))?;
            machine.fits(text.len().saturating_mul(64))?;
            let characters = text.chars().map(V::text);
            let most = if limit.is_finite() { limit as usize } else { usize::MAX };
            parts.extend(characters.take(most));
        } else {
            for part in text.split(separator) {
                if parts.len() as f64 >= limit {
                    break;
                }
                machine.spend(4)?;
                parts.push(V::text(part));
            }
        }
        return Ok(V::array(parts));
    }
    if separator.is_undef() {
        return Ok(V::array(vec![value.clone()]));
    }
    let mut search = Search::new(&separator);
    let mut from = 0;
    let mut start = 0;
    while (parts.len() as f64) < limit {
        machine.tick()?;
        let Some(found) = search.next(machine, text, &value, from)? else {
            parts.push(V::text(text.get(start..).unwrap_or_default()));
            break;
        };
        parts.push(V::text(text.get(start..found.start).unwrap_or_default()));
        start = found.end;
        from = if matches!(search, Search::Regex(_)) { found.end } else { usize::MAX };
    }
    Ok(V::array(parts))
}

pub(super) fn replace<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let pattern = argument(&mut arguments, 1);
    let replacement = argument(&mut arguments, 2);
    let limit = argument(&mut arguments, 3);
    if value.is_undef() {
        return Ok(V::Undef);
    }
    if pattern.as_str() == Some("") {
        return Err(fault("D3010", UNPLACED, &[]));
    }
    let limit = self::limit(limit, "D3011")?;
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    let mut made = String::new();
    let mut start = 0;
    let mut count = 0.0;
    if let Some(pattern) = pattern.as_str() {
        let with = replacement.as_str();
        let with_value = if with.is_none() && !replacement.is_undef() { Some(&replacement) } else { None };
        while count < limit {
            let found = text[start..].find(pattern);
            machine.spend(found.unwrap_or(text.len() - start) / 32)?;
            let Some(at) = found else { break };
            made.push_str(&text[start..start + at]);
            start += at + pattern.len();
            match (with, with_value) {
                (Some(with), _) => made.push_str(with),
                (None, Some(function)) => {
                    let mut members = Members::default();
                    members.set(Key::Ref("match"), V::text(pattern));
                    let answer = machine.call_back(function, vec![V::object(members)])?;
                    made.push_str(answer.as_str().ok_or_else(|| fault("D3012", UNPLACED, &[]))?);
                }
                (None, None) => {}
            }
            count += 1.0;
            machine.reserve(at + with.map_or(0, str::len))?;
            if made.len() > 1 << 16 {
                machine.reserve(made.len() / 64)?;
            }
        }
        made.push_str(&text[start..]);
        machine.reserve(made.len())?;
        return Ok(V::text(made));
    }
    let mut search = Search::new(&pattern);
    let mut from = 0;
    while count < limit {
        machine.tick()?;
        let Some(found) = search.next(machine, text, &value, from)? else { break };
        made.push_str(text.get(start..found.start).unwrap_or_default());
        let before = made.len();
        match replacement.as_str() {
            Some(with) => expand(&mut made, with, &found),
            None => {
                let mut members = Members::default();
                members.set(Key::Ref("match"), found.text.clone());
                members.set(Key::Ref("start"), V::Num(units(text.get(..found.start).unwrap_or_default())));
                members.set(Key::Ref("end"), V::Num(units(text.get(..found.end).unwrap_or_default())));
                members.set(Key::Ref("groups"), V::array(found.groups.clone()));
                machine.spend(found.end / 32)?;
                let answer = machine.call_back(&replacement, vec![V::object(members)])?;
                made.push_str(answer.as_str().ok_or_else(|| fault("D3012", UNPLACED, &[]))?);
            }
        }
        machine.reserve(made.len() - before)?;
        if made.len() > 1 << 16 {
            machine.reserve(made.len() / 64)?;
        }
        start = found.end;
        from = if matches!(search, Search::Regex(_)) { found.end } else { usize::MAX };
        count += 1.0;
    }
    made.push_str(text.get(start..).unwrap_or_default());
    machine.reserve(made.len())?;
    Ok(V::text(made))
}

/// `$1` is a group, `$0` the match, `$$` a dollar; of the digits, as many count as there are groups for.
fn expand(made: &mut String, with: &str, found: &Found<'_>) {
    let mut rest = with;
    while let Some(at) = rest.find('$') {
        made.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('$') {
            made.push('$');
            rest = after;
            continue;
        }
        if let Some(after) = rest.strip_prefix('0') {
            made.push_str(found.text.as_str().unwrap_or_default());
            rest = after;
            continue;
        }
        let widest = if found.groups.is_empty() { 1 } else { found.groups.len().to_string().len() };
        let digits = rest.bytes().take(widest).take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            made.push('$');
            continue;
        }
        let mut used = digits;
        let mut group: usize = rest[..used].parse().unwrap_or(usize::MAX);
        if used > 1 && group > found.groups.len() {
            used -= 1;
            group = rest[..used].parse().unwrap_or(usize::MAX);
        }
        if let Some(text) = group.checked_sub(1).and_then(|group| found.groups.get(group)) {
            made.push_str(text.as_str().unwrap_or_default());
        }
        rest = &rest[used..];
    }
    made.push_str(rest);
}
