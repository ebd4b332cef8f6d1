//! Base64 and percent encoding.

use super::text::json_text;
use crate::error::{UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::value::V;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// As `btoa`: characters are bytes, so there are none beyond U+00FF; those are encoded as UTF-8.
pub(super) fn base64_encode<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.reserve(text.len() * 2)?;
    let bytes: Vec<u8> = match text.chars().map(|character| u8::try_from(u32::from(character))).collect() {
        Ok(bytes) => bytes,
        Err(_) => text.bytes().collect(),
    };
    let mut made = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for chunk in bytes.chunks(3) {
        let mut group = [0_u8; 3];
        group[..chunk.len()].copy_from_slice(chunk);
        let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
        for place in 0..4 {
            if place <= chunk.len() {
                made.push(char::from(ALPHABET[(bits >> (18 - 6 * place) & 63) as usize]));
            } else {
                made.push('=');
            }
        }
    }
    Ok(V::text(made))
}

/// As `atob` of Node: other characters are skipped, the URL alphabet is read too.
pub(super) fn base64_decode<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.reserve(text.len() * 2)?;
    let mut bits = 0_u32;
    let mut count = 0;
    let mut made = String::with_capacity(text.len());
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            made.push(char::from((bits >> count & 255) as u8));
        }
    }
    Ok(V::text(made))
}

fn encode<'e>(machine: &mut Machine<'e>, arguments: &[V<'e>], kept: &str) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.reserve(text.len() * 3)?;
    let mut made = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.as_bytes().contains(&byte) {
            made.push(char::from(byte));
        } else {
            made.push_str(&format!("%{byte:02X}"));
        }
    }
    Ok(V::text(made))
}

/// What `encodeURIComponent` leaves as it is.
const COMPONENT: &str = "-_.!~*'()";
/// What `encodeURI` leaves as it is, besides.
const RESERVED: &str = ";/?:@&=+$,#";

pub(super) fn encode_component<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    encode(machine, &arguments, COMPONENT)
}

pub(super) fn encode_url<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    encode(machine, &arguments, &format!("{COMPONENT}{RESERVED}"))
}

fn decode<'e>(machine: &mut Machine<'e>, arguments: &[V<'e>], name: &str, kept: &str) -> R<'e> {
    let Some(text) = arguments[0].as_str() else { return Ok(V::Undef) };
    machine.reserve(text.len())?;
    let malformed = || fault("D3140", UNPLACED, &[name, &json_text(&arguments[0])]);
    let mut made = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            made.push(byte);
            continue;
        }
        let mut digit = || bytes.next().and_then(|byte| char::from(byte).to_digit(16));
        let (Some(high), Some(low)) = (digit(), digit()) else { return Err(malformed()) };
        // Two hexadecimal digits are one byte.
        let decoded = (high * 16 + low) as u8;
        if kept.as_bytes().contains(&decoded) {
            made.extend(format!("%{decoded:02X}").bytes());
        } else {
            made.push(decoded);
        }
    }
    String::from_utf8(made).map(V::text).map_err(|_| malformed())
}

pub(super) fn decode_component<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    decode(machine, &arguments, "decodeUrlComponent", "")
}

pub(super) fn decode_url<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    decode(machine, &arguments, "decodeUrl", RESERVED)
}
