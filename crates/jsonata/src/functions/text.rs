//! Strings.

use std::fmt::Write as _;

use super::argument;
use crate::error::{Fault, UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::number;
use crate::value::V;

impl<'e> Machine<'e> {
    /// The string that a value is cast to.
    pub(crate) fn string_of(&mut self, value: &V<'e>) -> Result<String, Fault> {
        let mut text = String::new();
        self.push_string(&mut text, value)?;
        Ok(text)
    }

    /// Appends the string that a value is cast to.
    pub(crate) fn push_string(&mut self, text: &mut String, value: &V<'e>) -> Result<(), Fault> {
        if let Some(plain) = value.as_str() {
            self.reserve(plain.len())?;
            text.push_str(plain);
            return Ok(());
        }
        match value {
            V::Undef | V::Func(_) | V::Tuples(_) => Ok(()),
            _ => self.write_json(text, value, None),
        }
    }

    /// Writes JSON, as `$string` does; `indent` is the depth of a pretty form.
    fn write_json(&mut self, text: &mut String, value: &V<'e>, indent: Option<usize>) -> Result<(), Fault> {
        self.tick()?;
        self.fits(text.len())?;
        match value {
            V::Undef | V::Null => text.push_str("null"),
            V::Func(_) | V::Tuples(_) => text.push_str("\"\""),
            V::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
            V::Num(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                // Whole and small, so it is exact. Writing to a string does not fail.
                let _ = write!(text, "{}", *number as i64);
            }
            V::Num(number) if number.is_finite() => text.push_str(&number::to_text_15(*number)),
            V::Num(_) => return Err(fault("D3001", UNPLACED, &[])),
            V::Str(_) | V::Text(_) => {
                let plain = value.as_str().unwrap_or_default();
                self.reserve(plain.len())?;
                push_quoted(text, plain);
            }
            V::List(_) | V::Arr(_) => {
                let inner = indent.map(|depth| depth + 1);
                text.push('[');
                for at in 0..value.len() {
                    if at > 0 {
                        text.push(',');
                    }
                    line(text, inner);
                    self.write_json(text, &value.item(at), inner)?;
                }
                if value.len() > 0 {
                    line(text, indent);
                }
                text.push(']');
            }
            V::Map(_) | V::Obj(_) => {
                let inner = indent.map(|depth| depth + 1);
                let mut any = false;
                text.push('{');
                value.each_member(|key, member| {
                    if member.is_undef() {
                        return Ok(());
                    }
                    if any {
                        text.push(',');
                    }
                    any = true;
                    line(text, inner);
                    push_quoted(text, &key);
                    text.push_str(if inner.is_some() { ": " } else { ":" });
                    self.write_json(text, &member, inner)
                })?;
                if any {
                    line(text, indent);
                }
                text.push('}');
            }
        }
        Ok(())
    }
}

fn line(text: &mut String, indent: Option<usize>) {
    if let Some(depth) = indent {
        text.push('\n');
        for _ in 0..depth {
            text.push_str("  ");
        }
    }
}

fn push_quoted(text: &mut String, plain: &str) {
    text.push('"');
    let mut from = 0;
    for (at, byte) in plain.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x8 => "\\b",
            0xc => "\\f",
            0..0x20 => "",
            _ => continue,
        };
        text.push_str(&plain[from..at]);
        from = at + 1;
        if escape.is_empty() {
            text.push_str(&format!("\\u{byte:04x}"));
        } else {
            text.push_str(escape);
        }
    }
    text.push_str(&plain[from..]);
    text.push('"');
}

/// A value as messages show it: JSON, cut where it is long.
pub(crate) fn json_text(value: &V<'_>) -> String {
    if let V::Num(number) = value {
        return if number.is_finite() { number::to_text(*number) } else { "null".to_owned() };
    }
    if value.is_func() {
        return "{}".to_owned();
    }
    value.to_json(&mut SHOWN.clone()).map_or_else(|| "null".to_owned(), |json| json.to_string())
}

/// How large a value that messages show may be, in bytes; a larger one is shown as null.
const SHOWN: usize = 1 << 16;

pub(super) fn string<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    if value.is_undef() || value.as_str().is_some() {
        return Ok(value);
    }
    let pretty = argument(&mut arguments, 1).truth();
    let mut text = String::new();
    if !value.is_func() {
        machine.write_json(&mut text, &value, pretty.then_some(0))?;
    }
    machine.reserve(text.len())?;
    Ok(V::text(text))
}

pub(super) fn substring<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    machine.spend(text.len() / 32)?;
    let V::Num(start) = argument(&mut arguments, 1) else { return Ok(value.clone()) };
    let count = text.chars().count() as f64;
    let start = if count + start < 0.0 { 0.0 } else { start };
    // As slices of JavaScript: whole positions, negative ones from the end.
    let position = |place: f64| {
        let place = place.trunc();
        if place < 0.0 { (count + place).max(0.0) } else { place.min(count) }
    };
    let from = position(start);
    let to = match argument(&mut arguments, 2) {
        V::Num(length) if length <= 0.0 => return Ok(V::Str("")),
        V::Num(length) => {
            let end = if start >= 0.0 { start + length } else { count + start + length };
            position(end)
        }
        _ => count,
    };
    if to <= from {
        return Ok(V::Str(""));
    }
    let mut bounds = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let first = bounds.nth(from as usize).unwrap_or(text.len());
    let last = bounds.nth((to - from) as usize - 1).unwrap_or(text.len());
    Ok(V::text(&text[first..last]))
}

pub(super) fn substring_before<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    around(machine, &arguments, |text, at, _| &text[..at])
}

pub(super) fn substring_after<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    around(machine, &arguments, |text, at, mark| &text[at + mark.len()..])
}

fn around<'e>(
    machine: &mut Machine<'e>,
    arguments: &[V<'e>],
    part: for<'t> fn(&'t str, usize, &str) -> &'t str,
) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.spend(text.len() / 16)?;
    let Some(mark) = arguments.get(1).and_then(V::as_str) else { return Ok(arguments[0].clone()) };
    match text.find(mark) {
        Some(at) => Ok(V::text(part(text, at, mark))),
        None => Ok(arguments[0].clone()),
    }
}

pub(super) fn lowercase<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.spend(text.len() / 8)?;
    machine.fits(text.len())?;
    Ok(V::text(text.to_lowercase()))
}

pub(super) fn uppercase<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.spend(text.len() / 8)?;
    machine.fits(text.len())?;
    Ok(V::text(text.to_uppercase()))
}

pub(super) fn length<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.spend(text.len() / 64)?;
    Ok(V::Num(text.chars().count() as f64))
}

pub(super) fn trim<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.reserve(text.len())?;
    let mut made = String::with_capacity(text.len());
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !made.is_empty() {
            made.push(' ');
        }
        made.push_str(word);
    }
    Ok(V::text(made))
}

pub(super) fn pad<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    let V::Num(width) = argument(&mut arguments, 1) else { return Ok(value.clone()) };
    let filler = argument(&mut arguments, 2);
    let filler = filler.as_str().filter(|filler| !filler.is_empty()).unwrap_or(" ");
    let missing = (width.abs() - text.chars().count() as f64).floor();
    if missing.is_nan() || missing < 1.0 {
        return Ok(value.clone());
    }
    // A float beyond usize becomes its largest value, which is refused here.
    machine.reserve((missing as usize).saturating_mul(filler.len()).saturating_add(text.len()))?;
    let missing = missing as usize;
    let length = filler.chars().count();
    let mut filling = filler.repeat(missing / length);
    filling.extend(filler.chars().take(missing % length));
    Ok(V::text(if width < 0.0 { filling + text } else { text.to_owned() + &filling }))
}

pub(super) fn join<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let strings = argument(&mut arguments, 0);
    if strings.is_undef() {
        return Ok(V::Undef);
    }
    let separator = argument(&mut arguments, 1);
    let separator = separator.as_str().unwrap_or_default();
    let mut made = String::new();
    for at in 0..strings.len() {
        if at > 0 {
            made.push_str(separator);
        }
        made.push_str(strings.item(at).as_str().unwrap_or_default());
        machine.spend(1)?;
        if made.len() > 1 << 16 {
            machine.reserve(made.len() / 8)?;
        }
    }
    machine.reserve(made.len())?;
    Ok(V::text(made))
}
