//! What Step Functions adds to JSONata, in place of its intrinsic functions.
//!
//! Source: AWS Step Functions, Developer Guide, "Transforming data with JSONata in Step Functions".

use std::fmt::Write as _;

use md5::Md5;
use serde_json::Value;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::argument;
use super::text::json_text;
use crate::error::{UNPLACED, fault, quoted};
use crate::eval::{Machine, R};
use crate::number::to_text;
use crate::value::{Key, Members, V};

/// `$partition(array, size)`: the array in parts of a size.
pub(super) fn partition<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    let V::Num(size) = argument(&mut arguments, 1) else { return Ok(V::Undef) };
    if array.is_undef() {
        return Ok(V::Undef);
    }
    if size < 1.0 || size.fract() != 0.0 {
        return Err(fault("D3144", UNPLACED, &[&to_text(size)]));
    }
    machine.reserve_items(array.len() * 4)?;
    // A size beyond the length is one part.
    let size = (size as usize).min(array.len().max(1));
    let parts = (0..array.len()).step_by(size).map(|from| {
        let to = (from + size).min(array.len());
        V::array((from..to).map(|at| array.item(at)).collect())
    });
    let parts = parts.collect();
    machine.shallow(V::array(parts))
}

/// `$range(start, end, step)`: numbers from one to another, both within.
pub(super) fn range<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let mut numbers = [0.0; 3];
    for (number, value) in numbers.iter_mut().zip(&arguments) {
        match value {
            V::Undef => return Ok(V::Undef),
            V::Num(whole) if whole.fract() == 0.0 => *number = *whole,
            other => return Err(fault("D3145", UNPLACED, &[&json_text(other)])),
        }
    }
    let [start, end, step] = numbers;
    if step == 0.0 {
        return Err(fault("D3145", UNPLACED, &["0"]));
    }
    let count = ((end - start) / step).floor() + 1.0;
    if count < 1.0 {
        return Ok(V::array(Vec::new()));
    }
    if count > 1e7 {
        return Err(fault("D2014", UNPLACED, &[&to_text(count)]));
    }
    // Below 1e7, so it is exact.
    let count = count as usize;
    machine.reserve_items(count)?;
    Ok(V::array((0..count).map(|at| V::Num(start + step * at as f64)).collect()))
}

/// `$hash(data, algorithm)`: the hash of the UTF-8 bytes, in lower case hexadecimal digits.
pub(super) fn hash<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    let Some(algorithm) = arguments.get(1).and_then(V::as_str) else { return Ok(V::Undef) };
    machine.spend(text.len() / 8 + 8)?;
    let digest: Vec<u8> = match algorithm {
        "MD5" => Md5::digest(text).to_vec(),
        "SHA-1" => Sha1::digest(text).to_vec(),
        "SHA-256" => Sha256::digest(text).to_vec(),
        "SHA-384" => Sha384::digest(text).to_vec(),
        "SHA-512" => Sha512::digest(text).to_vec(),
        other => return Err(fault("D3143", UNPLACED, &[&quoted(other)])),
    };
    let mut made = String::with_capacity(digest.len() * 2);
    for byte in digest {
        // Writing to a string does not fail.
        let _ = write!(made, "{byte:02x}");
    }
    Ok(V::text(made))
}

/// `$random()`, or `$random(seed)`: a number from 0 to below 1, the same one for the same seed.
pub(super) fn random<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let bits = match arguments.first() {
        Some(V::Num(seed)) => scramble(seed.to_bits()),
        _ => machine.random(),
    };
    Ok(V::Num((bits >> 11) as f64 / (1_u64 << 53) as f64))
}

/// SplitMix64: one step of a generator that is known to spread its seeds.
fn scramble(seed: u64) -> u64 {
    let mut bits = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

/// `$uuid()`: a random UUID, version 4.
pub(super) fn uuid<'e>(machine: &mut Machine<'e>, _: Vec<V<'e>>) -> R<'e> {
    let bits = u128::from(machine.random()) << 64 | u128::from(machine.random());
    let bits = bits & !(0xf << 76) | 0x4 << 76;
    let bits = bits & !(0x3 << 62) | 0x2 << 62;
    let digits = format!("{bits:032x}");
    Ok(V::text(format!(
        "{}-{}-{}-{}-{}",
        &digits[..8],
        &digits[8..12],
        &digits[12..16],
        &digits[16..20],
        &digits[20..]
    )))
}

/// `$parse(text)`: the value that a JSON text stands for.
pub(super) fn parse<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    // Small values take many times the memory of their text.
    machine.reserve(text.len().saturating_mul(8))?;
    let value: Value = serde_json::from_str(text)
        .map_err(|error| fault("D3142", UNPLACED, &[&quoted(&error.to_string())]))?;
    machine.shallow(owned(value))
}

/// A value that is made of JSON; its depth is what the parser allows.
fn owned<'e>(value: Value) -> V<'e> {
    match value {
        Value::Null => V::Null,
        Value::Bool(value) => V::Bool(value),
        Value::Number(number) => V::Num(number.as_f64().unwrap_or(f64::NAN)),
        Value::String(text) => V::text(text),
        Value::Array(items) => V::array(items.into_iter().map(owned).collect()),
        Value::Object(map) => {
            let mut members = Members::default();
            for (key, value) in map {
                members.set(Key::Own(crate::value::Text::new(key)), owned(value));
            }
            V::object(members)
        }
    }
}
