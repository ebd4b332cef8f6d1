//! What each intrinsic function computes. Errors are the reasons that follow
//! "had the following error" in the service's message.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value};

use super::hash;
use crate::path::same;

/// The most items that `States.ArrayRange` may make.
const MAX_ARRAY: usize = 1000;

/// The most characters that the encoding and hashing functions take.
const MAX_TEXT: usize = 10_000;

macro_rules! names {
    ($($variant:ident $text:literal $least:literal $most:expr;)*) => {
        /// A function's name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Name { $($variant),* }

        impl Name {
            /// The name with its `States.` prefix.
            pub(super) fn as_str(self) -> &'static str {
                match self { $(Name::$variant => $text),* }
            }

            pub(super) fn parse(text: &str) -> Option<Name> {
                match text { $($text => Some(Name::$variant),)* _ => None }
            }

            /// Every name, with its prefix.
            pub(super) const ALL: &[&str] = &[$($text),*];

            /// The least and the most arguments.
            pub(super) fn arity(self) -> (usize, usize) {
                match self { $(Name::$variant => ($least, $most)),* }
            }
        }
    };
}

names! {
    Array "States.Array" 0 usize::MAX;
    ArrayContains "States.ArrayContains" 2 2;
    ArrayGetItem "States.ArrayGetItem" 2 2;
    ArrayLength "States.ArrayLength" 1 1;
    ArrayPartition "States.ArrayPartition" 2 2;
    ArrayRange "States.ArrayRange" 3 3;
    ArrayUnique "States.ArrayUnique" 1 1;
    Base64Decode "States.Base64Decode" 1 1;
    Base64Encode "States.Base64Encode" 1 1;
    Format "States.Format" 1 usize::MAX;
    Hash "States.Hash" 2 2;
    JsonMerge "States.JsonMerge" 3 3;
    JsonToString "States.JsonToString" 1 1;
    MathAdd "States.MathAdd" 2 2;
    MathRandom "States.MathRandom" 2 3;
    StringSplit "States.StringSplit" 2 2;
    StringToJson "States.StringToJson" 1 1;
    Uuid "States.UUID" 0 0;
}

/// Applies a function to its evaluated arguments, whose number [`Name::arity`] allows.
pub(super) fn apply(
    name: Name,
    template: Option<&[String]>,
    mut arguments: Vec<Value>,
    random: &mut dyn FnMut() -> u64,
) -> Result<Value, String> {
    let invalid = || format!("Invalid arguments in {}", name.as_str());
    match name {
        Name::Array => Ok(Value::Array(arguments)),
        Name::ArrayContains => {
            let items = arguments[0].as_array().ok_or_else(invalid)?;
            Ok(items.iter().any(|item| same(item, &arguments[1])).into())
        }
        Name::ArrayGetItem => {
            let items = arguments[0].as_array().ok_or_else(invalid)?;
            let index = integer(&arguments[1]).ok_or_else(invalid)?;
            usize::try_from(index).ok().and_then(|i| items.get(i)).cloned().ok_or_else(|| {
                format!(
                    "Index {index} is out of bounds for an array of length {} in {}",
                    items.len(),
                    name.as_str()
                )
            })
        }
        Name::ArrayLength => Ok(arguments[0].as_array().ok_or_else(invalid)?.len().into()),
        Name::ArrayPartition => {
            let items = arguments[0].as_array().ok_or_else(invalid)?;
            let size = integer(&arguments[1]).and_then(|n| usize::try_from(n).ok()).filter(|n| *n > 0);
            Ok(items.chunks(size.ok_or_else(invalid)?).map(|chunk| Value::Array(chunk.to_vec())).collect())
        }
        Name::ArrayRange => range(&arguments).ok_or_else(invalid)?,
        Name::ArrayUnique => {
            let items = arguments[0].as_array().ok_or_else(invalid)?;
            let mut unique: Vec<Value> = Vec::new();
            for item in items {
                if !unique.iter().any(|known| same(known, item)) {
                    // Comparing everything with everything must stay affordable.
                    if unique.len() > 20 * MAX_ARRAY {
                        return Err(format!("Too many distinct items in {}", name.as_str()));
                    }
                    unique.push(item.clone());
                }
            }
            Ok(Value::Array(unique))
        }
        Name::Base64Encode => Ok(STANDARD.encode(short_text(&arguments[0]).ok_or_else(invalid)?).into()),
        Name::Base64Decode => {
            let text = short_text(&arguments[0]).ok_or_else(invalid)?;
            let bytes = STANDARD.decode(text).map_err(|_| invalid())?;
            Ok(String::from_utf8(bytes).map_err(|_| invalid())?.into())
        }
        Name::Format => format_text(template, &arguments).ok_or_else(invalid),
        Name::Hash => {
            let text = match &arguments[0] {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            if text.chars().count() > MAX_TEXT {
                return Err(invalid());
            }
            let algorithm = arguments[1].as_str().ok_or_else(invalid)?;
            hash::hex_digest(algorithm, text.as_bytes()).map(Value::String).ok_or_else(invalid)
        }
        Name::JsonMerge => {
            if arguments[2] != Value::Bool(false) {
                return Err(format!(
                    "{} supports only shallow merging: its third argument must be false",
                    name.as_str()
                ));
            }
            let right = arguments[1].as_object().cloned().ok_or_else(invalid)?;
            let left = arguments[0].as_object_mut().ok_or_else(invalid)?;
            left.extend(right);
            Ok(Value::Object(std::mem::take(left)))
        }
        Name::JsonToString => Ok(arguments[0].to_string().into()),
        Name::MathAdd => {
            let (a, b) = (integer(&arguments[0]), integer(&arguments[1]));
            let sum = a.zip(b).and_then(|(a, b)| a.checked_add(b)).ok_or_else(invalid)?;
            Ok(sum.into())
        }
        Name::MathRandom => {
            let start = integer(&arguments[0]).ok_or_else(invalid)?;
            let end = integer(&arguments[1]).ok_or_else(invalid)?;
            let width = end.checked_sub(start).filter(|width| *width > 0).ok_or_else(invalid)?;
            let number = match arguments.get(2) {
                // With a seed the number is the same every time, though not the one AWS draws.
                Some(seed) => mix(integer(seed).ok_or_else(invalid)? as u64),
                None => random(),
            };
            Ok((start + (number % width as u64) as i64).into())
        }
        Name::StringSplit => {
            let text = arguments[0].as_str().ok_or_else(invalid)?;
            // Each character of the second argument separates, and empty parts are dropped.
            let separators: Vec<char> =
                arguments[1].as_str().ok_or_else(invalid)?.chars().take(MAX_TEXT).collect();
            Ok(text.split(separators.as_slice()).filter(|part| !part.is_empty()).map(Value::from).collect())
        }
        Name::StringToJson => {
            let text = arguments[0].as_str().ok_or_else(invalid)?;
            if text.trim().is_empty() {
                return Ok(Value::Null);
            }
            let value: Value = serde_json::from_str(text).map_err(|_| invalid())?;
            // Java's parser reads minus zero as the integer zero.
            Ok(if text.trim() == "-0" { Value::from(0) } else { value })
        }
        Name::Uuid => Ok(super::uuid_v4((u128::from(random()) << 64) | u128::from(random())).into()),
    }
}

/// A whole number; the service rounds others to the nearest.
fn integer(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| {
        let rounded = value.as_f64()?.round();
        (rounded.abs() < 9.0e18).then_some(rounded as i64)
    })
}

fn short_text(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| text.chars().count() <= MAX_TEXT)
}

fn range(arguments: &[Value]) -> Option<Result<Value, String>> {
    let (start, end, step) = (integer(&arguments[0])?, integer(&arguments[1])?, integer(&arguments[2])?);
    if step == 0 {
        return None;
    }
    let mut items = Vec::new();
    let mut next = Some(start);
    while let Some(number) = next.filter(|n| if step > 0 { *n <= end } else { *n >= end }) {
        if items.len() == MAX_ARRAY {
            return Some(Err(format!("States.ArrayRange may not make more than {MAX_ARRAY} items")));
        }
        items.push(Value::from(number));
        next = number.checked_add(step);
    }
    Some(Ok(Value::Array(items)))
}

fn format_text(template: Option<&[String]>, arguments: &[Value]) -> Option<Value> {
    let dynamic: Vec<String>;
    let parts = match template {
        Some(parts) => parts,
        None => {
            dynamic = arguments[0].as_str()?.split("{}").map(str::to_owned).collect();
            &dynamic
        }
    };
    if parts.len() != arguments.len() {
        return None;
    }
    let mut out = parts[0].clone();
    for (part, value) in parts[1..].iter().zip(&arguments[1..]) {
        match value {
            Value::String(text) => out.push_str(text),
            other => java_text(other, &mut out),
        }
        out.push_str(part);
    }
    Some(out.into())
}

/// The text of a value as Java's collections print it, which is what the service does: `{a=1, b=[]}`.
fn java_text(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => out.push_str(text),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i == 0 { "" } else { ", " });
                java_text(item, out);
            }
            out.push(']');
        }
        Value::Object(members) => java_members(members, out),
        other => out.push_str(&other.to_string()),
    }
}

fn java_members(members: &Map<String, Value>, out: &mut String) {
    out.push('{');
    for (i, (key, value)) in members.iter().enumerate() {
        out.push_str(if i == 0 { "" } else { ", " });
        out.push_str(key);
        out.push('=');
        java_text(value, out);
    }
    out.push('}');
}

/// One step of splitmix64: spreads a small seed over all bits.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
