//! Pictures of whole numbers, as XPath's `format-integer` reads them.

use super::argument;
use super::integer_words::{from_letters, from_roman, from_words, to_letters, to_roman, to_words};
use crate::error::{Fault, UNPLACED, fault, quoted};
use crate::eval::{Machine, R};
use crate::value::V;

/// Upper, lower or title case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    Lower,
    Title,
}

/// How a whole number is written.
#[derive(Debug, Clone)]
pub(super) enum Style {
    Letters(Case),
    Roman(Case),
    Words(Case),
    Digits(Digits),
}

/// Decimal digits.
#[derive(Debug, Clone)]
pub(super) struct Digits {
    /// The digit zero of the family.
    pub(super) zero: char,
    pub(super) mandatory: usize,
    pub(super) optional: usize,
    /// Separators with their places from the right, the rightmost first.
    pub(super) separators: Vec<(usize, char)>,
    /// The distance of separators that are alike and evenly spaced; zero if they are not.
    pub(super) regular: usize,
}

/// A parsed picture.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub(super) style: Style,
    pub(super) ordinal: bool,
}

/// The zeros of the families of decimal digits that pictures may use.
const ZEROS: [char; 33] = [
    '\u{30}', '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}',
    '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}', '\u{de6}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}',
    '\u{1090}', '\u{17e0}', '\u{1810}', '\u{1946}', '\u{19d0}', '\u{1a80}', '\u{1a90}', '\u{1b50}',
    '\u{1bb0}', '\u{1c40}', '\u{1c50}', '\u{a620}', '\u{a8d0}', '\u{a900}', '\u{ff10}',
];

fn zero_of(digit: char) -> Option<char> {
    ZEROS.into_iter().find(|zero| (u32::from(*zero)..u32::from(*zero) + 10).contains(&u32::from(digit)))
}

impl Picture {
    pub(super) fn parse(text: &str) -> Result<Picture, Fault> {
        let (primary, ordinal) = match text.rsplit_once(';') {
            Some((primary, modifier)) => (primary, modifier.starts_with('o')),
            None => (text, false),
        };
        let style = match primary {
            "A" => Style::Letters(Case::Upper),
            "a" => Style::Letters(Case::Lower),
            "I" => Style::Roman(Case::Upper),
            "i" => Style::Roman(Case::Lower),
            "W" => Style::Words(Case::Upper),
            "w" => Style::Words(Case::Lower),
            "Ww" => Style::Words(Case::Title),
            _ => Style::Digits(digits(primary)?),
        };
        Ok(Picture { style, ordinal })
    }

    /// Writes a number; its fraction is cut off.
    pub(super) fn format(&self, machine: &mut Machine<'_>, number: f64) -> Result<String, Fault> {
        let whole = number.floor();
        let negative = whole < 0.0;
        let whole = whole.abs();
        let cased = |text: String, case| match case {
            Case::Upper => text.to_uppercase(),
            Case::Lower => text.to_lowercase(),
            Case::Title => text,
        };
        let text = match &self.style {
            Style::Letters(case) => to_letters(whole, if *case == Case::Upper { b'A' } else { b'a' }),
            Style::Roman(case) => {
                // Thousands are letters, one each.
                machine.reserve(if whole < 1e12 { whole as usize / 1000 } else { usize::MAX })?;
                cased(to_roman(if whole < 4e9 { whole as u32 } else { 0 }), *case)
            }
            Style::Words(case) => cased(to_words(whole, self.ordinal), *case),
            Style::Digits(digits) => {
                machine.reserve(digits.mandatory.saturating_mul(8))?;
                let mut text = digits.format(whole);
                if self.ordinal {
                    text.push_str(ordinal_suffix(whole));
                }
                text
            }
        };
        Ok(if negative { format!("-{text}") } else { text })
    }

    /// Reads a number.
    pub(super) fn read(&self, text: &str) -> Option<f64> {
        match &self.style {
            Style::Letters(_) => from_letters(text),
            Style::Roman(_) => from_roman(text),
            Style::Words(_) => from_words(text),
            Style::Digits(digits) => digits.read(text),
        }
    }
}

fn digits(primary: &str) -> Result<Digits, Fault> {
    let mut made = Digits { zero: '0', mandatory: 0, optional: 0, separators: Vec::new(), regular: 0 };
    let mut family = None;
    let mut place = 0;
    for character in primary.chars().rev() {
        if let Some(zero) = zero_of(character) {
            if *family.get_or_insert(zero) != zero {
                return Err(fault("D3131", UNPLACED, &[]));
            }
            made.mandatory += 1;
            place += 1;
        } else if character == '#' {
            made.optional += 1;
            place += 1;
        } else {
            made.separators.push((place, character));
        }
    }
    let Some(zero) = family else {
        return Err(fault("D3130", UNPLACED, &[&quoted(primary)]));
    };
    made.zero = zero;
    made.regular = regular(&made.separators);
    Ok(made)
}

/// The distance of separators that are alike and stand at all its multiples.
pub(super) fn regular(separators: &[(usize, char)]) -> usize {
    let Some((_, character)) = separators.first() else { return 0 };
    if separators.iter().any(|(_, other)| other != character) {
        return 0;
    }
    let divisor = separators.iter().fold(0, |divisor, (place, _)| common_divisor(divisor, *place));
    // The places are in order, so the multiples are looked for from the first one.
    let mut wanted = divisor;
    for (place, _) in separators {
        if divisor == 0 || *place != wanted {
            return 0;
        }
        wanted += divisor;
    }
    divisor
}

fn common_divisor(left: usize, right: usize) -> usize {
    let (mut left, mut right) = (left, right);
    while right != 0 {
        (left, right) = (right, left % right);
    }
    left
}

fn ordinal_suffix(number: f64) -> &'static str {
    let last = number % 100.0;
    match last as u32 {
        11..=13 => "th",
        other => match other % 10 {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        },
    }
}

impl Digits {
    fn digit(&self, ascii: char) -> char {
        let offset = ascii.to_digit(10).unwrap_or(0);
        char::from_u32(u32::from(self.zero) + offset).unwrap_or(ascii)
    }

    pub(super) fn format(&self, whole: f64) -> String {
        let plain = format!("{whole:.0}");
        let missing = self.mandatory.saturating_sub(plain.len());
        let all = std::iter::repeat_n('0', missing).chain(plain.chars());
        let all: Vec<char> = all.map(|ascii| self.digit(ascii)).collect();
        let mut made = String::with_capacity(all.len() * 2);
        let count = all.len();
        let mut separators = self.separators.iter().rev().peekable();
        for (at, digit) in all.into_iter().enumerate() {
            let place = count - at;
            if self.regular > 0 {
                if at > 0 && place.is_multiple_of(self.regular) {
                    made.push(self.separators[0].1);
                }
            } else {
                // Separators left of all digits are not written.
                while let Some((wanted, separator)) = separators.next_if(|(wanted, _)| *wanted >= place) {
                    if *wanted == place {
                        made.push(*separator);
                    }
                }
            }
            made.push(digit);
        }
        if self.regular == 0 {
            made.extend(separators.map(|(_, separator)| *separator));
        }
        made
    }

    /// Reads digits up to the first character that is none; separators and ordinal suffixes are skipped.
    pub(super) fn read(&self, text: &str) -> Option<f64> {
        let mut plain = String::new();
        for character in text.chars() {
            let offset = u32::from(character).wrapping_sub(u32::from(self.zero));
            if let Some(digit) = char::from_digit(offset, 10).filter(|_| offset < 10) {
                plain.push(digit);
            } else if character == '-' && plain.is_empty() {
                plain.push('-');
            } else if self.separators.iter().any(|(_, separator)| *separator == character) {
                continue;
            } else {
                break;
            }
        }
        plain.parse().ok().filter(|number: &f64| number.is_finite())
    }
}

pub(super) fn format_integer<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let V::Num(number) = arguments[0] else { return Ok(V::Undef) };
    let picture = Picture::parse(arguments.get(1).and_then(V::as_str).unwrap_or_default())?;
    if !number.is_finite() {
        return Err(fault("D1001", UNPLACED, &["null"]));
    }
    machine.spend(8)?;
    picture.format(machine, number).map(V::text)
}

pub(super) fn parse_integer<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let Some(text) = value.as_str() else { return Ok(V::Undef) };
    let picture = Picture::parse(arguments.get(1).and_then(V::as_str).unwrap_or_default())?;
    machine.spend(8 + text.len() / 16)?;
    // What cannot be read is no number, which JSON does not have.
    picture.read(text).map(V::Num).ok_or_else(|| fault("D3030", UNPLACED, &[&quoted(text)]))
}
