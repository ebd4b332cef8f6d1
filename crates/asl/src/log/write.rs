//! Values to bytes.

use std::collections::HashMap;
use std::sync::Arc;

use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant,
};
use serde::{Serialize, Serializer};

use super::{
    FALSE, FAR, FLOAT, HEAD, Kind, LIST, LogError, MAGIC, MAP, NEAR, NEAR_COUNT, NEGATIVE, NULL, SHAPE,
    SHAPE_COUNT, SHAPED, SMALL, TEXT, TRUE, UNSIGNED, VERSION, names,
};

type Done = Result<(), LogError>;

/// A shape as it was first met. The names are those of the program, so they are compared by address first.
struct Shape {
    kind: Kind,
    name: &'static str,
    fields: Vec<&'static str>,
}

/// Writes the body of a batch, and remembers what repeats in it.
pub(super) struct Writer {
    body: Vec<u8>,
    shapes: Vec<Shape>,
    /// Texts by content, with the number of each.
    texts: HashMap<Arc<str>, u64>,
    /// Long texts by address: one document is often the output of one state and the input of the next, and comparing
    /// is faster than hashing.  An address may have been used again, so the content has the last word.
    addresses: HashMap<usize, (Arc<str>, u64)>,
    /// Texts so far.
    known: u64,
}

/// Texts longer than this are looked up by address before their content is.
const LONG: usize = 32;

impl Writer {
    pub(super) fn new() -> Writer {
        Writer {
            body: Vec::with_capacity(256),
            shapes: Vec::new(),
            texts: HashMap::new(),
            addresses: HashMap::new(),
            known: 0,
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        let mut bytes = vec![MAGIC, VERSION, 0, 0, 0, 0];
        push_number(&mut bytes, self.shapes.len() as u64);
        for shape in &self.shapes {
            bytes.push(shape.kind as u8);
            push_name(&mut bytes, shape.name);
            push_number(&mut bytes, shape.fields.len() as u64);
            for field in &shape.fields {
                push_name(&mut bytes, field);
            }
        }
        bytes.extend_from_slice(&self.body);
        let checksum = crc32fast::hash(&bytes[HEAD..]).to_le_bytes();
        bytes[2..HEAD].copy_from_slice(&checksum);
        bytes
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.body.push(byte);
    }

    pub(super) fn number(&mut self, number: u64) {
        push_number(&mut self.body, number);
    }

    pub(super) fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    pub(super) fn signed(&mut self, number: i64) {
        // Small numbers of either sign are short.
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    pub(super) fn value(&mut self, value: &impl Serialize) -> Done {
        value.serialize(self)
    }

    fn text(&mut self, text: &str) {
        if text.len() <= LONG {
            return match self.texts.get(text) {
                Some(number) => self.repeat(*number),
                None => drop(self.first(text)),
            };
        }
        let address = text.as_ptr() as usize;
        if let Some((known, number)) = self.addresses.get(&address)
            && **known == *text
        {
            return self.repeat(*number);
        }
        let (known, number) = match self.texts.get_key_value(text) {
            Some((known, number)) => {
                let found = (known.clone(), *number);
                self.repeat(found.1);
                found
            }
            None => self.first(text),
        };
        self.addresses.insert(address, (known, number));
    }

    fn repeat(&mut self, number: u64) {
        let distance = self.known - 1 - number;
        if distance < NEAR_COUNT {
            // Below 64, so the sum is below the next tag.
            self.body.push(NEAR + distance as u8);
        } else {
            self.body.push(FAR);
            self.number(distance);
        }
    }

    fn first(&mut self, text: &str) -> (Arc<str>, u64) {
        self.body.push(TEXT);
        self.count(text.len());
        self.body.extend_from_slice(text.as_bytes());
        let (known, number): (Arc<str>, u64) = (text.into(), self.known);
        self.texts.insert(known.clone(), number);
        self.known += 1;
        (known, number)
    }

    /// Leaves room for the number of a shape that is known when its fields are written.
    fn open(&mut self, kind: Kind, name: &'static str) -> Open<'_> {
        let at = self.body.len();
        self.body.push(SHAPED);
        Open { writer: self, at, kind, name, fields: [""; MOST_FIELDS], count: 0 }
    }

    fn shape(&mut self, kind: Kind, name: &'static str, fields: &[&'static str]) -> u64 {
        let same =
            |shape: &Shape| shape.kind == kind && shape.name == name && shape.fields.as_slice() == fields;
        let number = self.shapes.iter().position(same).unwrap_or_else(|| {
            self.shapes.push(Shape { kind, name, fields: fields.to_vec() });
            self.shapes.len() - 1
        });
        number as u64
    }

    fn unit(&mut self, name: &'static str) {
        self.open(Kind::UnitVariant, name).close();
    }
}

fn push_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn push_name(bytes: &mut Vec<u8>, name: &str) {
    match names::number(name) {
        Some(number) => push_number(bytes, number + 1),
        None => {
            push_number(bytes, 0);
            push_number(bytes, name.len() as u64);
            bytes.extend_from_slice(name.as_bytes());
        }
    }
}

/// The most fields of a structure in a record.
const MOST_FIELDS: usize = 24;

/// A structure that is being written.
pub(super) struct Open<'a> {
    writer: &'a mut Writer,
    at: usize,
    kind: Kind,
    name: &'static str,
    fields: [&'static str; MOST_FIELDS],
    count: usize,
}

impl Open<'_> {
    fn field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Done {
        let place = self
            .fields
            .get_mut(self.count)
            .ok_or_else(|| LogError::Value(format!("{} has more than {MOST_FIELDS} fields", self.name)))?;
        *place = name;
        self.count += 1;
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        let number = self.writer.shape(self.kind, self.name, &self.fields[..self.count]);
        if number < SHAPE_COUNT {
            self.writer.body[self.at] = SHAPE + number as u8;
        } else {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            self.writer.body.splice(self.at + 1..self.at + 1, bytes);
        }
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = LogError;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Open<'a>;
    type SerializeMap = Self;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Open<'a>;

    fn serialize_bool(self, value: bool) -> Done {
        self.byte(if value { TRUE } else { FALSE });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Done {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Done {
        match u64::try_from(value) {
            Ok(value) => self.serialize_u64(value),
            Err(_) => {
                self.byte(NEGATIVE);
                self.number((!value).cast_unsigned());
                Ok(())
            }
        }
    }

    fn serialize_u8(self, value: u8) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Done {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Done {
        if value <= u64::from(SMALL) {
            self.byte(value as u8);
        } else {
            self.byte(UNSIGNED);
            self.number(value);
        }
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Done {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Done {
        self.byte(FLOAT);
        self.body.extend_from_slice(&value.to_le_bytes());
        Ok(())
    }

    fn serialize_char(self, value: char) -> Done {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Done {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(LogError::Value("a batch holds no bytes".to_owned()))
    }

    fn serialize_none(self) -> Done {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Done {
        self.byte(NULL);
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Done {
        self.unit(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Done {
        let mut open = self.open(Kind::NewtypeVariant, variant);
        open.field("", value)?;
        open.close();
        Ok(())
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, LogError> {
        let length = length.ok_or_else(|| LogError::Value("a list without a length".to_owned()))?;
        self.byte(LIST);
        self.count(length);
        Ok(self)
    }

    fn serialize_tuple(self, length: usize) -> Result<Self, LogError> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Self, LogError> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, LogError> {
        Ok(self.open(Kind::TupleVariant, variant))
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self, LogError> {
        let length = length.ok_or_else(|| LogError::Value("a map without a length".to_owned()))?;
        self.byte(MAP);
        self.count(length);
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, LogError> {
        Ok(self.open(Kind::Struct, ""))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, LogError> {
        Ok(self.open(Kind::StructVariant, variant))
    }

    fn is_human_readable(&self) -> bool {
        // Types write themselves as they do in JSON, so that both forms of a log mean the same.
        true
    }
}

impl SerializeSeq for &mut Writer {
    type Ok = ();
    type Error = LogError;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

impl SerializeTuple for &mut Writer {
    type Ok = ();
    type Error = LogError;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

impl SerializeTupleStruct for &mut Writer {
    type Ok = ();
    type Error = LogError;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

impl SerializeMap for &mut Writer {
    type Ok = ();
    type Error = LogError;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Done {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        Ok(())
    }
}

impl SerializeTupleVariant for Open<'_> {
    type Ok = ();
    type Error = LogError;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, value: &T) -> Done {
        self.field("", value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = LogError;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Done {
        self.field(name, value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}

impl SerializeStructVariant for Open<'_> {
    type Ok = ();
    type Error = LogError;

    fn serialize_field<T: ?Sized + Serialize>(&mut self, name: &'static str, value: &T) -> Done {
        self.field(name, value)
    }

    fn end(self) -> Done {
        self.close();
        Ok(())
    }
}
