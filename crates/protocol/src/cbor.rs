//! CBOR (RFC 8949) as Smithy's RPC v2 uses it.
//!
//! Reading accepts definite and indefinite lengths, skips unknown members and tags, and bounds the
//! depth.  Writing uses definite lengths only.

use std::borrow::Cow;

use bytes::Bytes;
use lirio_api::schema::{Kind, Location, Shape, Structure};
use lirio_api::{Fields, ShapeError, Timestamp, Value};

use crate::error::DecodeError;

/// Deeper items are refused.
const MAX_DEPTH: usize = 64;

/// An item before its shape is known.
#[derive(Debug)]
enum Item {
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Item>),
    Map(Vec<(String, Item)>),
    /// Tag 1: seconds since the epoch.
    Instant(f64),
}

/// Reads a body into the members of a structure; an empty body is an empty structure.
pub(crate) fn read_body(structure: &Structure, body: &[u8]) -> Result<Fields, DecodeError> {
    if body.is_empty() {
        return Ok(Fields::new());
    }
    let mut input = Input { bytes: body, at: 0 };
    let item = input.item(0).map_err(|why| input.malformed(why))?;
    if input.at != body.len() {
        return Err(input.malformed("bytes follow the item"));
    }
    Ok(read_structure(structure, item)?)
}

struct Input<'b> {
    bytes: &'b [u8],
    at: usize,
}

/// The argument of an item's head; `None` is an indefinite length.
type Head = (u8, u8, Option<u64>);

impl<'b> Input<'b> {
    fn malformed(&self, why: &str) -> DecodeError {
        DecodeError::Malformed(format!("The body is not CBOR: {why} (byte {})", self.at))
    }

    fn take(&mut self, count: u64) -> Result<&'b [u8], &'static str> {
        let count = usize::try_from(count).map_err(|_| "a length is out of range")?;
        let end = self.at.checked_add(count).filter(|end| *end <= self.bytes.len());
        let end = end.ok_or("the body ends within an item")?;
        let taken = &self.bytes[self.at..end];
        self.at = end;
        Ok(taken)
    }

    fn head(&mut self) -> Result<Head, &'static str> {
        let first = self.take(1)?[0];
        let (major, info) = (first >> 5, first & 31);
        let argument = match info {
            0..=23 => Some(u64::from(info)),
            24..=27 => {
                let bytes = self.take(1 << (info - 24))?;
                Some(bytes.iter().fold(0, |n, b| n << 8 | u64::from(*b)))
            }
            31 if matches!(major, 2..=5 | 7) => None,
            _ => return Err("a reserved form"),
        };
        Ok((major, info, argument))
    }

    /// Whether the break of an indefinite length stands here; it is passed.
    fn at_break(&mut self) -> bool {
        let found = self.bytes.get(self.at) == Some(&0xff);
        self.at += usize::from(found);
        found
    }

    fn string(&mut self, major: u8, length: Option<u64>) -> Result<Vec<u8>, &'static str> {
        if let Some(length) = length {
            return self.take(length).map(<[u8]>::to_vec);
        }
        let mut all = Vec::new();
        while !self.at_break() {
            match self.head()? {
                (m, _, Some(length)) if m == major => all.extend_from_slice(self.take(length)?),
                _ => return Err("a piece of a string has another type"),
            }
        }
        Ok(all)
    }

    fn text(&mut self, length: Option<u64>) -> Result<String, &'static str> {
        String::from_utf8(self.string(3, length)?).map_err(|_| "a text is not UTF-8")
    }

    fn item(&mut self, depth: usize) -> Result<Item, &'static str> {
        if depth > MAX_DEPTH {
            return Err("items nest too deeply");
        }
        let (major, info, argument) = self.head()?;
        let whole = || argument.ok_or("an indefinite length stands where none can");
        Ok(match major {
            0 => i64::try_from(whole()?).map(Item::Int).map_err(|_| "an integer is out of range")?,
            1 => i64::try_from(whole()?)
                .map(|n| Item::Int(-1 - n))
                .map_err(|_| "an integer is out of range")?,
            2 => Item::Bytes(self.string(2, argument)?),
            3 => Item::Text(self.text(argument)?),
            4 => {
                let mut items = Vec::new();
                // The length is not trusted: each item takes at least one byte of the input.
                while self.goes_on(argument, items.len()) {
                    items.push(self.item(depth + 1)?);
                }
                Item::List(items)
            }
            5 => {
                let mut entries = Vec::new();
                while self.goes_on(argument, entries.len()) {
                    let (major, _, length) = self.head()?;
                    if major != 3 {
                        return Err("a key of a map is no text");
                    }
                    let name = self.text(length)?;
                    entries.push((name, self.item(depth + 1)?));
                }
                Item::Map(entries)
            }
            6 => {
                let tag = whole()?;
                match (tag, self.item(depth + 1)?) {
                    (1, Item::Int(n)) => Item::Instant(n as f64),
                    (1, Item::Float(n)) => Item::Instant(n),
                    (1, _) => return Err("an instant is no number"),
                    (_, item) => item,
                }
            }
            _ => match (info, argument) {
                (20, _) => Item::Bool(false),
                (21, _) => Item::Bool(true),
                (22 | 23, _) => Item::Null,
                (25, Some(bits)) => Item::Float(half(bits as u16)),
                (26, Some(bits)) => Item::Float(f64::from(f32::from_bits(bits as u32))),
                (27, Some(bits)) => Item::Float(f64::from_bits(bits)),
                _ => return Err("an unknown simple value"),
            },
        })
    }

    fn goes_on(&mut self, length: Option<u64>, read: usize) -> bool {
        match length {
            Some(length) => (read as u64) < length,
            None => !self.at_break(),
        }
    }
}

fn half(bits: u16) -> f64 {
    let sign = if bits & 0x8000 == 0 { 1.0 } else { -1.0 };
    let exponent = i32::from(bits >> 10 & 31);
    let fraction = f64::from(bits & 0x3ff);
    sign * match exponent {
        0 => fraction * 2f64.powi(-24),
        31 if fraction == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1.0 + fraction / 1024.0) * 2f64.powi(exponent - 15),
    }
}

fn read_structure(structure: &Structure, item: Item) -> Result<Fields, ShapeError> {
    let Item::Map(mut entries) = item else { return Err(ShapeError::here("wanted a structure")) };
    let mut fields = Fields::new();
    for member in structure.members.iter().filter(|m| m.location == Location::Body) {
        let Some(entry) = entries.iter_mut().find(|(name, _)| name == member.wire) else { continue };
        match std::mem::replace(&mut entry.1, Item::Null) {
            Item::Null => {}
            item => fields.push(member.name, read(member.shape, item).map_err(|e| e.under(member.wire))?),
        }
    }
    Ok(fields)
}

fn read(shape: &Shape, item: Item) -> Result<Value, ShapeError> {
    let wrong = |wanted: &str| Err(ShapeError::here(format!("wanted {wanted}")));
    match (&shape.kind, item) {
        (Kind::Structure(structure), item) => read_structure(structure, item).map(Value::Map),
        (Kind::List { member, .. }, Item::List(items)) => items
            .into_iter()
            .filter(|item| !matches!(item, Item::Null))
            .enumerate()
            .map(|(i, item)| read(member.shape, item).map_err(|e| e.under(&(i + 1).to_string())))
            .collect::<Result<_, _>>()
            .map(Value::List),
        (Kind::List { .. }, _) => wrong("a list"),
        (Kind::Map { value, .. }, Item::Map(entries)) => entries
            .into_iter()
            .filter(|(_, item)| !matches!(item, Item::Null))
            .map(|(name, item)| {
                let item = read(value.shape, item).map_err(|e| e.under(&name))?;
                Ok((Cow::Owned(name), item))
            })
            .collect::<Result<Fields, _>>()
            .map(Value::Map),
        (Kind::Map { .. }, _) => wrong("a map"),
        (Kind::Str { .. }, Item::Text(s)) => Ok(Value::Str(s)),
        (Kind::Str { .. }, _) => wrong("a text"),
        (Kind::Int(_), Item::Int(i)) => Ok(Value::Int(i)),
        (Kind::Int(_), Item::Float(f)) if f.fract() == 0.0 && f.abs() < 9e15 => Ok(Value::Int(f as i64)),
        (Kind::Int(_), _) => wrong("an integer"),
        (Kind::Float(_), Item::Float(f)) => Ok(Value::Float(f)),
        (Kind::Float(_), Item::Int(i)) => Ok(Value::Float(i as f64)),
        (Kind::Float(_), _) => wrong("a number"),
        (Kind::Bool, Item::Bool(b)) => Ok(Value::Bool(b)),
        (Kind::Bool, _) => wrong("a boolean"),
        (Kind::Blob(_), Item::Bytes(b)) => Ok(Value::Blob(Bytes::from(b))),
        (Kind::Blob(_), _) => wrong("bytes"),
        (Kind::Time(_), Item::Instant(s) | Item::Float(s)) => match Timestamp::from_epoch_seconds(s) {
            Some(t) => Ok(Value::Time(t)),
            None => wrong("an instant within the calendar"),
        },
        (Kind::Time(_), _) => wrong("an instant"),
        (Kind::Document, item) => document(item).map(Value::Document),
    }
}

fn document(item: Item) -> Result<serde_json::Value, ShapeError> {
    use serde_json::Value as J;
    Ok(match item {
        Item::Null => J::Null,
        Item::Bool(b) => J::Bool(b),
        Item::Int(i) => J::from(i),
        Item::Float(f) | Item::Instant(f) => J::from(f),
        Item::Text(s) => J::String(s),
        Item::Bytes(_) => return Err(ShapeError::here("a document holds no bytes")),
        Item::List(items) => J::Array(items.into_iter().map(document).collect::<Result<_, _>>()?),
        Item::Map(entries) => J::Object(
            entries.into_iter().map(|(n, i)| Ok((n, document(i)?))).collect::<Result<_, ShapeError>>()?,
        ),
    })
}

/// Writes the members of a structure as a map.
pub(crate) fn write_body(structure: Option<&Structure>, fields: &Fields) -> Vec<u8> {
    let mut out = Vec::new();
    match structure {
        Some(structure) => write_structure(&mut out, structure, fields),
        None => head(&mut out, 5, 0),
    }
    out
}

/// Writes an error: its type, message and members.
pub(crate) fn write_error(code: &str, message: &str, members: &Fields) -> Vec<u8> {
    let mut out = Vec::new();
    head(&mut out, 5, 2 + members.len() as u64);
    for (name, text) in [("__type", code), ("message", message)] {
        write_text(&mut out, name);
        write_text(&mut out, text);
    }
    for (name, value) in members.iter() {
        write_text(&mut out, name);
        write_any(&mut out, value);
    }
    out
}

/// Reads an error: its code and message.
pub(crate) fn read_error(body: &[u8]) -> Option<(String, String)> {
    let Ok(Item::Map(entries)) = (Input { bytes: body, at: 0 }).item(0) else { return None };
    let text = |wanted: &str| {
        entries.iter().find_map(|(name, item)| match item {
            Item::Text(text) if name.eq_ignore_ascii_case(wanted) => Some(text.clone()),
            _ => None,
        })
    };
    Some((text("__type")?, text("message").unwrap_or_default()))
}

fn head(out: &mut Vec<u8>, major: u8, argument: u64) {
    let bytes = argument.to_be_bytes();
    let (info, from) = match argument {
        0..=23 => (argument as u8, 8),
        24..=0xff => (24, 7),
        0x100..=0xffff => (25, 6),
        0x1_0000..=0xffff_ffff => (26, 4),
        _ => (27, 0),
    };
    out.push(major << 5 | info);
    out.extend_from_slice(&bytes[from..]);
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    head(out, 3, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

fn write_structure(out: &mut Vec<u8>, structure: &Structure, fields: &Fields) {
    let present: Vec<_> = structure
        .members
        .iter()
        .filter(|m| m.location == Location::Body)
        .filter_map(|m| fields.get(m.name).map(|value| (m, value)))
        .collect();
    head(out, 5, present.len() as u64);
    for (member, value) in present {
        write_text(out, member.wire);
        write(out, member.shape, value);
    }
}

fn write(out: &mut Vec<u8>, shape: &Shape, value: &Value) {
    match (&shape.kind, value) {
        (Kind::Structure(structure), Value::Map(fields)) => write_structure(out, structure, fields),
        (Kind::List { member, .. }, Value::List(items)) => {
            head(out, 4, items.len() as u64);
            items.iter().for_each(|item| write(out, member.shape, item));
        }
        (Kind::Map { value: member, .. }, Value::Map(fields)) => {
            head(out, 5, fields.len() as u64);
            for (name, item) in fields.iter() {
                write_text(out, name);
                write(out, member.shape, item);
            }
        }
        _ => write_any(out, value),
    }
}

fn write_any(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null | Value::Body(_) => out.push(0xf6),
        Value::Bool(b) => out.push(if *b { 0xf5 } else { 0xf4 }),
        Value::Int(i) if *i >= 0 => head(out, 0, i.unsigned_abs()),
        Value::Int(i) => head(out, 1, (-1 - i).unsigned_abs()),
        Value::Float(f) => write_float(out, *f),
        Value::Str(s) => write_text(out, s),
        Value::Blob(b) => {
            head(out, 2, b.len() as u64);
            out.extend_from_slice(b);
        }
        Value::Time(t) => {
            head(out, 6, 1);
            write_float(out, t.epoch_seconds());
        }
        Value::List(items) => {
            head(out, 4, items.len() as u64);
            items.iter().for_each(|item| write_any(out, item));
        }
        Value::Map(fields) => {
            head(out, 5, fields.len() as u64);
            for (name, item) in fields.iter() {
                write_text(out, name);
                write_any(out, item);
            }
        }
        Value::Document(document) => write_document(out, document),
    }
}

fn write_float(out: &mut Vec<u8>, f: f64) {
    out.push(0xfb);
    out.extend_from_slice(&f.to_bits().to_be_bytes());
}

fn write_document(out: &mut Vec<u8>, document: &serde_json::Value) {
    use serde_json::Value as J;
    match document {
        J::Null => out.push(0xf6),
        J::Bool(b) => write_any(out, &Value::Bool(*b)),
        J::Number(n) => match n.as_i64() {
            Some(i) => write_any(out, &Value::Int(i)),
            None => write_float(out, n.as_f64().unwrap_or(f64::NAN)),
        },
        J::String(s) => write_text(out, s),
        J::Array(items) => {
            head(out, 4, items.len() as u64);
            items.iter().for_each(|item| write_document(out, item));
        }
        J::Object(entries) => {
            head(out, 5, entries.len() as u64);
            for (name, item) in entries {
                write_text(out, name);
                write_document(out, item);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str) {
        let mut input = Input { bytes, at: 0 };
        let found = match input.item(0) {
            Ok(item) => format!("{item:?}"),
            Err(why) => why.to_owned(),
        };
        assert_eq!(found, expected, "{bytes:x?}");
    }

    #[test]
    fn items_of_the_rfc() {
        check(&[0x18, 0x64], "Int(100)");
        check(&[0x38, 0x63], "Int(-100)");
        check(&[0x1b, 0xff, 0, 0, 0, 0, 0, 0, 0], "an integer is out of range");
        check(&[0xf9, 0x3c, 0x00], "Float(1.0)");
        check(&[0xf9, 0x00, 0x01], "Float(5.960464477539063e-8)");
        check(&[0xfa, 0x47, 0xc3, 0x50, 0x00], "Float(100000.0)");
        check(&[0xc1, 0x1a, 0x51, 0x4b, 0x67, 0xb0], "Instant(1363896240.0)");
        check(&[0x7f, 0x62, b'a', b'b', 0x61, b'c', 0xff], "Text(\"abc\")");
        check(&[0x9f, 0x01, 0x82, 0x02, 0x03, 0xff], "List([Int(1), List([Int(2), Int(3)])])");
        check(&[0xbf, 0x61, b'a', 0xf6, 0xff], "Map([(\"a\", Null)])");
        check(&[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], "the body ends within an item");
        check(&[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], "the body ends within an item");
        check(&[0x81; 100], "items nest too deeply");
        check(&[0xc1, 0x61, b'a'], "an instant is no number");
        check(&[0x1c], "a reserved form");
    }
}
