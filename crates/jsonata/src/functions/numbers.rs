//! Numbers and aggregation.

use super::argument;
use super::text::json_text;
use crate::error::{Fault, UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::number::{parse_json, to_text};
use crate::value::V;

/// The numbers of the first argument, or none if it is nothing.
fn numbers<'e>(machine: &mut Machine<'e>, arguments: &[V<'e>]) -> Result<Option<Vec<f64>>, Fault> {
    let array = &arguments[0];
    if array.is_undef() {
        return Ok(None);
    }
    machine.spend(array.len() / 4)?;
    let number = |value| if let V::Num(number) = value { number } else { f64::NAN };
    Ok(Some(array.items().map(number).collect()))
}

pub(super) fn sum<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(numbers) = numbers(machine, &arguments)? else { return Ok(V::Undef) };
    // Written out: the sum of an empty iterator of floats is -0.
    Ok(V::Num(numbers.iter().fold(0.0, |sum, number| sum + number)))
}

pub(super) fn max<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let numbers = numbers(machine, &arguments)?.unwrap_or_default();
    Ok(numbers.into_iter().reduce(f64::max).map_or(V::Undef, V::Num))
}

pub(super) fn min<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let numbers = numbers(machine, &arguments)?.unwrap_or_default();
    Ok(numbers.into_iter().reduce(f64::min).map_or(V::Undef, V::Num))
}

pub(super) fn average<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let numbers = numbers(machine, &arguments)?.unwrap_or_default();
    if numbers.is_empty() {
        return Ok(V::Undef);
    }
    let sum = numbers.iter().fold(0.0, |sum, number| sum + number);
    Ok(V::Num(sum / numbers.len() as f64))
}

fn with_number<'e>(arguments: &[V<'e>], compute: impl FnOnce(f64) -> f64) -> R<'e> {
    Ok(match arguments[0] {
        V::Num(number) => V::Num(compute(number)),
        _ => V::Undef,
    })
}

pub(super) fn floor<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    with_number(&arguments, f64::floor)
}

pub(super) fn ceil<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    with_number(&arguments, f64::ceil)
}

pub(super) fn abs<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    with_number(&arguments, f64::abs)
}

/// Half to even, at a decimal place.
pub(super) fn round<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let V::Num(number) = arguments[0] else { return Ok(V::Undef) };
    let precision = match arguments.get(1) {
        Some(V::Num(precision)) => precision.trunc(),
        _ => 0.0,
    };
    Ok(V::Num(round_to(number, precision)))
}

/// Moves the decimal point in the text of the number, so that 1.005 is what it looks like.
pub(super) fn round_to(number: f64, precision: f64) -> f64 {
    if precision == 0.0 {
        return round_half_even(number);
    }
    let shifted = shift(number, precision);
    if !shifted.is_finite() {
        // So many digits a float has not.
        return number;
    }
    shift(round_half_even(shifted), -precision)
}

fn round_half_even(number: f64) -> f64 {
    // JavaScript rounds halves up; then odd results of halves step back.
    let rounded = (number + 0.5).floor();
    let rounded = if number.abs() >= 4_503_599_627_370_496.0 { number } else { rounded };
    if (rounded - number).abs() == 0.5 && (rounded % 2.0).abs() == 1.0 { rounded - 1.0 } else { rounded }
}

fn shift(number: f64, places: f64) -> f64 {
    let text = format!("{number:e}");
    let Some((mantissa, exponent)) = text.split_once('e') else { return number };
    let exponent: f64 = exponent.parse().unwrap_or(0.0);
    let exponent = (exponent + places).clamp(-400.0, 400.0);
    format!("{mantissa}e{exponent}").parse().unwrap_or(f64::NAN)
}

pub(super) fn sqrt<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    match arguments[0] {
        V::Num(number) if number < 0.0 => Err(fault("D3060", UNPLACED, &[&to_text(number)])),
        _ => with_number(&arguments, f64::sqrt),
    }
}

pub(super) fn power<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let (V::Num(base), Some(V::Num(exponent))) = (&arguments[0], arguments.get(1)) else {
        return match (&arguments[0], arguments.get(1)) {
            (V::Num(base), _) => Err(fault("D3061", UNPLACED, &[&to_text(*base), "undefined"])),
            _ => Ok(V::Undef),
        };
    };
    // A square is rounded once when it is multiplied.
    let result = if *exponent == 2.0 { base * base } else { base.powf(*exponent) };
    if !result.is_finite() {
        return Err(fault("D3061", UNPLACED, &[&to_text(*base), &to_text(*exponent)]));
    }
    Ok(V::Num(result))
}

pub(super) fn number<'e>(_: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let value = argument(&mut arguments, 0);
    let cannot = || fault("D3030", UNPLACED, &[&json_text(&value)]);
    match &value {
        V::Undef => Ok(V::Undef),
        V::Num(number) => Ok(V::Num(*number)),
        V::Bool(value) => Ok(V::Num(f64::from(u8::from(*value)))),
        _ => {
            let text = value.as_str().ok_or_else(cannot)?;
            if let Some(number) = parse_json(text) {
                return Ok(V::Num(number));
            }
            for (prefix, radix) in [("0x", 16), ("0X", 16), ("0o", 8), ("0O", 8), ("0b", 2), ("0B", 2)] {
                if let Some(digits) = text.strip_prefix(prefix) {
                    return whole_number(digits, radix).map(V::Num).ok_or_else(cannot);
                }
            }
            Err(cannot())
        }
    }
}

fn whole_number(digits: &str, radix: u32) -> Option<f64> {
    if digits.is_empty() {
        return None;
    }
    let mut number = 0.0;
    for digit in digits.chars() {
        number = number * f64::from(radix) + f64::from(digit.to_digit(radix)?);
    }
    Some(number).filter(|number: &f64| number.is_finite())
}

pub(super) fn format_base<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let V::Num(number) = arguments[0] else { return Ok(V::Undef) };
    let radix = match arguments.get(1) {
        Some(V::Num(radix)) => round_half_even(*radix),
        _ => 10.0,
    };
    if !(2.0..=36.0).contains(&radix) {
        return Err(fault("D3100", UNPLACED, &[&to_text(radix)]));
    }
    let number = round_half_even(number);
    if radix == 10.0 || !number.is_finite() {
        return Ok(V::text(to_text(number)));
    }
    let mut rest = number.abs();
    let mut digits = Vec::new();
    while rest >= 1.0 {
        // Below 36, so it is a digit.
        let digit = char::from_digit((rest % radix) as u32, radix as u32).unwrap_or('0');
        digits.push(digit);
        rest = (rest / radix).floor();
    }
    if digits.is_empty() {
        digits.push('0');
    } else if number < 0.0 {
        digits.push('-');
    }
    Ok(V::text(digits.into_iter().rev().collect::<String>()))
}
