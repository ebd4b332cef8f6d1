//! Pictures of numbers, as XPath's `format-number` reads them.

use super::argument;
use super::numbers::round_to;
use super::picture::regular;
use crate::error::{Fault, UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::value::V;

/// The characters that have a meaning.
struct Symbols {
    decimal: String,
    grouping: String,
    exponent: String,
    infinity: String,
    minus: String,
    not_a_number: String,
    percent: String,
    per_mille: String,
    zero: char,
    digit: String,
    pattern: String,
}

impl Symbols {
    fn new(options: &V<'_>) -> Symbols {
        let text = |name: &str, usual: &str| options.member(name).as_str().unwrap_or(usual).to_owned();
        Symbols {
            decimal: text("decimal-separator", "."),
            grouping: text("grouping-separator", ","),
            exponent: text("exponent-separator", "e"),
            infinity: text("infinity", "Infinity"),
            minus: text("minus-sign", "-"),
            not_a_number: text("NaN", "NaN"),
            percent: text("percent", "%"),
            per_mille: text("per-mille", "\u{2030}"),
            zero: text("zero-digit", "0").chars().next().unwrap_or('0'),
            digit: text("digit", "#"),
            pattern: text("pattern-separator", ";"),
        }
    }

    fn is_digit(&self, character: char) -> bool {
        let zero = u32::from(self.zero);
        (zero..zero.saturating_add(10)).contains(&u32::from(character))
    }

    fn is(&self, symbol: &str, character: char) -> bool {
        let mut characters = symbol.chars();
        characters.next() == Some(character) && characters.next().is_none()
    }

    fn is_active(&self, character: char) -> bool {
        self.is_digit(character)
            || [&self.decimal, &self.grouping, &self.exponent, &self.digit]
                .iter()
                .any(|symbol| self.is(symbol, character))
    }
}

/// A part of a picture, for numbers of one sign.
struct Part {
    prefix: String,
    suffix: String,
    /// Separators of the integer part with their places from the right, and their distance if it is even.
    grouping: Vec<usize>,
    regular: usize,
    /// Separators of the fraction with their places from the left.
    fraction_grouping: Vec<usize>,
    least_integer: usize,
    scaling: i32,
    least_fraction: usize,
    most_fraction: usize,
    least_exponent: usize,
    percent: bool,
    per_mille: bool,
}

pub(super) fn format_number<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let V::Num(number) = argument(&mut arguments, 0) else { return Ok(V::Undef) };
    let picture = argument(&mut arguments, 1);
    let picture = picture.as_str().unwrap_or_default();
    let symbols = Symbols::new(&argument(&mut arguments, 2));
    machine.reserve(picture.len() * 8)?;
    // Places of separators are compared with places of digits.
    machine.spend(40 + (picture.len() / 64).saturating_mul(picture.len()))?;
    let parts: Vec<&str> = if symbols.pattern.is_empty() {
        vec![picture]
    } else {
        picture.split(symbols.pattern.as_str()).collect()
    };
    if parts.len() > 2 {
        return Err(fault("D3080", UNPLACED, &[]));
    }
    let mut analysed = Vec::with_capacity(2);
    for part in &parts {
        analysed.push(analyse(part, &symbols)?);
    }
    let negative = number < 0.0;
    let chosen = if negative { analysed.len() - 1 } else { 0 };
    let part = &analysed[chosen];
    let mut made = String::new();
    if negative && analysed.len() == 1 {
        made.push_str(&symbols.minus);
    }
    made.push_str(&part.prefix);
    if number.is_nan() {
        made.push_str(&symbols.not_a_number);
    } else if number.is_infinite() {
        made.push_str(&symbols.infinity);
    } else {
        push_number(&mut made, number.abs(), part, &symbols);
    }
    made.push_str(&part.suffix);
    Ok(V::text(made))
}

fn count_of(text: &str, symbol: &str) -> usize {
    if symbol.is_empty() { 0 } else { text.matches(symbol).count() }
}

fn analyse(text: &str, symbols: &Symbols) -> Result<Part, Fault> {
    let wrong = |code| Err(fault(code, UNPLACED, &[]));
    let starts = |character: char| symbols.is_active(character) && !symbols.is(&symbols.exponent, character);
    let from = text.find(starts).unwrap_or(text.len());
    let to = text.char_indices().rfind(|(_, character)| starts(*character));
    let to = to.map_or(from, |(at, character)| at + character.len_utf8()).max(from);
    let (prefix, active, suffix) = (&text[..from], &text[from..to], &text[to..]);
    let exponent_at = active.find(symbols.exponent.as_str()).filter(|_| !symbols.exponent.is_empty());
    let (mantissa, exponent) = match exponent_at {
        Some(at) => (&active[..at], Some(&active[at + symbols.exponent.len()..])),
        None => (active, None),
    };
    let (integer, fraction) = match mantissa.split_once(symbols.decimal.as_str()) {
        Some((integer, fraction)) if !symbols.decimal.is_empty() => (integer, Some(fraction)),
        _ => (mantissa, None),
    };
    let percents = count_of(text, &symbols.percent);
    let per_milles = count_of(text, &symbols.per_mille);
    if count_of(text, &symbols.decimal) > 1 {
        return wrong("D3081");
    }
    if percents > 1 {
        return wrong("D3082");
    }
    if per_milles > 1 {
        return wrong("D3083");
    }
    if percents > 0 && per_milles > 0 {
        return wrong("D3084");
    }
    let is_digit = |character| symbols.is_digit(character);
    let is_optional = |character| symbols.is(&symbols.digit, character);
    if !mantissa.chars().any(|character| is_digit(character) || is_optional(character)) {
        return wrong("D3085");
    }
    if active.chars().any(|character| !symbols.is_active(character)) {
        return wrong("D3086");
    }
    let grouping = symbols.grouping.as_str();
    if fraction.is_some() {
        let fraction = fraction.unwrap_or_default();
        if !grouping.is_empty() && (integer.ends_with(grouping) || fraction.starts_with(grouping)) {
            return wrong("D3087");
        }
    } else if !grouping.is_empty() && integer.ends_with(grouping) {
        return wrong("D3088");
    }
    if count_of(text, &format!("{grouping}{grouping}")) > 0 {
        return wrong("D3089");
    }
    let fraction_text = fraction.unwrap_or_default();
    if integer.find(is_digit).is_some_and(|at| integer[at..].contains(is_optional)) {
        return wrong("D3090");
    }
    if fraction_text.find(is_optional).is_some_and(|at| fraction_text[at..].contains(is_digit)) {
        return wrong("D3091");
    }
    if let Some(exponent) = exponent {
        if !exponent.is_empty() && percents + per_milles > 0 {
            return wrong("D3092");
        }
        if exponent.is_empty() || !exponent.chars().all(is_digit) {
            return wrong("D3093");
        }
    }
    let is_place = |character: &char| is_digit(*character) || is_optional(*character);
    let places = |text: &str| text.chars().filter(is_place).count();
    let mut separators = Vec::new();
    if !grouping.is_empty() {
        separators.extend(integer.match_indices(grouping).map(|(at, _)| places(&integer[at..])));
        separators.reverse();
    }
    let marked: Vec<(usize, char)> = separators.iter().map(|place| (*place, ',')).collect();
    let mut fraction_grouping = Vec::new();
    if !grouping.is_empty() {
        fraction_grouping
            .extend(fraction_text.match_indices(grouping).map(|(at, _)| places(&fraction_text[..at])));
    }
    let mut least_integer = integer.chars().filter(|character| is_digit(*character)).count();
    let scaling = i32::try_from(least_integer).unwrap_or(i32::MAX);
    let mut least_fraction = fraction_text.chars().filter(|character| is_digit(*character)).count();
    let mut most_fraction = places(fraction_text);
    if least_integer == 0 && most_fraction == 0 {
        if exponent.is_some() {
            least_fraction = 1;
            most_fraction = 1;
        } else {
            least_integer = 1;
        }
    }
    if exponent.is_some() && least_integer == 0 && integer.contains(is_optional) {
        least_integer = 1;
    }
    if least_integer == 0 && least_fraction == 0 {
        least_fraction = 1;
    }
    Ok(Part {
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
        regular: regular(&marked),
        grouping: separators,
        fraction_grouping,
        least_integer,
        scaling,
        least_fraction,
        most_fraction,
        least_exponent: exponent.map_or(0, |exponent| exponent.chars().count()),
        percent: percents > 0,
        per_mille: per_milles > 0,
    })
}

/// Beyond these a float has no more digits.
const MOST_DIGITS: usize = 400;

fn push_number(made: &mut String, number: f64, part: &Part, symbols: &Symbols) {
    let mut mantissa = number;
    if part.percent {
        mantissa = number * 100.0;
    } else if part.per_mille {
        mantissa = number * 1000.0;
    }
    let mut exponent = 0_i32;
    if part.least_exponent > 0 && mantissa != 0.0 {
        let most = 10_f64.powi(part.scaling.min(300));
        let least = 10_f64.powi(part.scaling.min(300) - 1);
        while mantissa < least {
            mantissa *= 10.0;
            exponent -= 1;
        }
        while mantissa > most {
            mantissa /= 10.0;
            exponent += 1;
        }
    }
    let most_fraction = part.most_fraction.min(MOST_DIGITS);
    let rounded = round_to(mantissa, most_fraction as f64);
    let plain = format!("{rounded:.most_fraction$}");
    let (integer, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let integer = integer.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let missing = part.least_integer.saturating_sub(integer.len());
    let integer: Vec<char> = std::iter::repeat_n('0', missing).chain(integer.chars()).collect();
    let missing = part.least_fraction.saturating_sub(fraction.len());
    let fraction: Vec<char> = fraction.chars().chain(std::iter::repeat_n('0', missing)).collect();
    let digit = |ascii: char| {
        let offset = ascii.to_digit(10).unwrap_or(0);
        char::from_u32(u32::from(symbols.zero) + offset).unwrap_or(ascii)
    };
    let count = integer.len();
    for (at, ascii) in integer.into_iter().enumerate() {
        let place = count - at;
        let separated = if part.regular > 0 {
            place.is_multiple_of(part.regular)
        } else {
            part.grouping.contains(&place)
        };
        if at > 0 && separated {
            made.push_str(&symbols.grouping);
        }
        made.push(digit(ascii));
    }
    if !fraction.is_empty() {
        made.push_str(&symbols.decimal);
        for (at, ascii) in fraction.into_iter().enumerate() {
            if at > 0 && part.fraction_grouping.contains(&at) {
                made.push_str(&symbols.grouping);
            }
            made.push(digit(ascii));
        }
    }
    if part.least_exponent > 0 {
        made.push_str(&symbols.exponent);
        if exponent < 0 {
            made.push_str(&symbols.minus);
        }
        let digits = exponent.unsigned_abs().to_string();
        let missing = part.least_exponent.saturating_sub(digits.len());
        made.extend(std::iter::repeat_n('0', missing).chain(digits.chars()).map(digit));
    }
}
