//! Bytes to values. Bytes that were damaged on their way through the checksum end in an error, never in a panic,
//! a deep recursion or a large allocation.

use serde::Deserialize;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

use super::{
    FALSE, FAR, FLOAT, Kind, LIST, LogError, MAP, NEAR, NEAR_COUNT, NEGATIVE, NULL, SHAPE, SHAPED, SMALL,
    TEXT, TRUE, UNSIGNED, names,
};

/// How deeply values nest at most: a payload's own limit, and what a record puts around it.
const MOST_DEPTH: usize = 200;

/// A shape: what it is of, its name, and those of its fields.
struct Shape<'de> {
    kind: Kind,
    name: &'de str,
    fields: Vec<&'de str>,
}

/// Reads the body of a batch.
pub(super) struct Reader<'de> {
    rest: &'de [u8],
    shapes: Vec<Shape<'de>>,
    /// Texts in the order of their first use.
    texts: Vec<&'de str>,
    depth: usize,
}

fn cut() -> LogError {
    LogError::Value("the batch is cut short".to_owned())
}

fn wrong(what: &str) -> LogError {
    LogError::Value(format!("the batch holds {what}"))
}

impl<'de> Reader<'de> {
    /// Reads the shapes.
    pub(super) fn new(rest: &'de [u8]) -> Result<Reader<'de>, LogError> {
        let mut reader = Reader { rest, shapes: Vec::new(), texts: Vec::new(), depth: 0 };
        for _ in 0..reader.count(3)? {
            let kind = match reader.byte()? {
                0 => Kind::Struct,
                1 => Kind::UnitVariant,
                2 => Kind::NewtypeVariant,
                3 => Kind::TupleVariant,
                4 => Kind::StructVariant,
                _ => return Err(wrong("a shape of an unknown kind")),
            };
            let name = reader.name()?;
            let fields = (0..reader.count(1)?).map(|_| reader.name()).collect::<Result<_, _>>()?;
            reader.shapes.push(Shape { kind, name, fields });
        }
        Ok(reader)
    }

    /// Fails unless everything was read.
    pub(super) fn end(self) -> Result<(), LogError> {
        if self.rest.is_empty() { Ok(()) } else { Err(wrong("more than its records")) }
    }

    pub(super) fn byte(&mut self) -> Result<u8, LogError> {
        let (byte, rest) = self.rest.split_first().ok_or_else(cut)?;
        self.rest = rest;
        Ok(*byte)
    }

    pub(super) fn number(&mut self) -> Result<u64, LogError> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                break;
            }
            number |= bits << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(wrong("a number of more than 64 bits"))
    }

    pub(super) fn signed(&mut self) -> Result<i64, LogError> {
        let number = self.number()?;
        Ok((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    /// How many things follow; each takes `least` bytes at least, so the bytes that are left bound it.
    pub(super) fn count(&mut self, least: usize) -> Result<usize, LogError> {
        let count = usize::try_from(self.number()?).map_err(|_| cut())?;
        if count > self.rest.len() / least { Err(cut()) } else { Ok(count) }
    }

    pub(super) fn value<T: Deserialize<'de>>(&mut self) -> Result<T, LogError> {
        T::deserialize(self)
    }

    fn name(&mut self) -> Result<&'de str, LogError> {
        match self.number()? {
            0 => self.string(),
            number => names::name(number - 1).ok_or_else(|| wrong("a name of a later program")),
        }
    }

    fn string(&mut self) -> Result<&'de str, LogError> {
        let length = self.count(1)?;
        let (text, rest) = self.rest.split_at_checked(length).ok_or_else(cut)?;
        self.rest = rest;
        std::str::from_utf8(text).map_err(|_| wrong("a text that is not UTF-8"))
    }

    fn known(&self, distance: u64) -> Result<&'de str, LogError> {
        let place =
            usize::try_from(distance).ok().and_then(|d| self.texts.len().checked_sub(d)?.checked_sub(1));
        place.and_then(|place| self.texts.get(place)).copied().ok_or_else(|| wrong("a text that never came"))
    }

    /// The number of the shape that a tag begins.
    fn shape(&mut self, tag: u8) -> Result<usize, LogError> {
        let number = if tag == SHAPED { self.number()? } else { u64::from(tag - SHAPE) };
        let number = usize::try_from(number).map_err(|_| wrong("a shape that it does not have"))?;
        if number < self.shapes.len() { Ok(number) } else { Err(wrong("a shape that it does not have")) }
    }

    /// Goes one level down for `read`.
    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, LogError>) -> Result<T, LogError> {
        if self.depth == MOST_DEPTH {
            return Err(wrong("values that nest too deeply"));
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }
}

/// The elements of a list, or the entries of a map.
struct Several<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Several<'_, 'de> {
    type Error = LogError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, LogError> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Several<'_, 'de> {
    type Error = LogError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, LogError> {
        self.next_element_seed(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, LogError> {
        seed.deserialize(&mut *self.reader)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// The fields of a structure.
struct Fields<'r, 'de> {
    reader: &'r mut Reader<'de>,
    shape: usize,
    next: usize,
}

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = LogError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, LogError> {
        let Some(field) = self.reader.shapes[self.shape].fields.get(self.next) else { return Ok(None) };
        self.next += 1;
        seed.deserialize(BorrowedStrDeserializer::new(field)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, LogError> {
        seed.deserialize(&mut *self.reader)
    }
}

/// A variant of an enumeration.
struct Variant<'r, 'de> {
    reader: &'r mut Reader<'de>,
    shape: usize,
}

impl Variant<'_, '_> {
    fn wanted(&self, kind: Kind) -> Result<(), LogError> {
        let shape = &self.reader.shapes[self.shape];
        if shape.kind == kind { Ok(()) } else { Err(wrong(&format!("another form of {}", shape.name))) }
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = LogError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), LogError> {
        let name = self.reader.shapes[self.shape].name;
        Ok((seed.deserialize(BorrowedStrDeserializer::<LogError>::new(name))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = LogError;

    fn unit_variant(self) -> Result<(), LogError> {
        self.wanted(Kind::UnitVariant)
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, LogError> {
        self.wanted(Kind::NewtypeVariant)?;
        seed.deserialize(&mut *self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, LogError> {
        self.wanted(Kind::TupleVariant)?;
        let left = self.reader.shapes[self.shape].fields.len();
        visitor.visit_seq(Several { reader: self.reader, left })
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, LogError> {
        self.wanted(Kind::StructVariant)?;
        visitor.visit_map(Fields { reader: self.reader, shape: self.shape, next: 0 })
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = LogError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, LogError> {
        let tag = self.byte()?;
        match tag {
            0..=SMALL => visitor.visit_u64(tag.into()),
            UNSIGNED => visitor.visit_u64(self.number()?),
            NEGATIVE => visitor.visit_i64(!self.number()?.cast_signed()),
            FLOAT => {
                let (bytes, rest) = self.rest.split_first_chunk::<8>().ok_or_else(cut)?;
                self.rest = rest;
                visitor.visit_f64(f64::from_le_bytes(*bytes))
            }
            NULL => visitor.visit_unit(),
            TRUE => visitor.visit_bool(true),
            FALSE => visitor.visit_bool(false),
            TEXT => {
                let text = self.string()?;
                self.texts.push(text);
                visitor.visit_borrowed_str(text)
            }
            FAR => {
                let distance = self.number()?;
                visitor.visit_borrowed_str(self.known(distance)?)
            }
            LIST => {
                let left = self.count(1)?;
                self.deeper(|reader| visitor.visit_seq(Several { reader, left }))
            }
            MAP => {
                let left = self.count(2)?;
                self.deeper(|reader| visitor.visit_map(Several { reader, left }))
            }
            tag if (NEAR..FAR).contains(&tag) => {
                const { assert!(NEAR as u64 + NEAR_COUNT == FAR as u64) };
                visitor.visit_borrowed_str(self.known(u64::from(tag - NEAR))?)
            }
            tag if tag == SHAPED || tag >= SHAPE => {
                let shape = self.shape(tag)?;
                match self.shapes[shape].kind {
                    Kind::Struct => {
                        self.deeper(|reader| visitor.visit_map(Fields { reader, shape, next: 0 }))
                    }
                    Kind::UnitVariant => visitor.visit_borrowed_str(self.shapes[shape].name),
                    _ => Err(wrong("a variant where a plain value is wanted")),
                }
            }
            _ => Err(wrong("an unknown tag")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, LogError> {
        if self.rest.first() == Some(&NULL) {
            self.byte()?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, LogError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, LogError> {
        let tag = self.byte()?;
        if tag != SHAPED && tag < SHAPE {
            return Err(wrong("a plain value where a variant is wanted"));
        }
        let shape = self.shape(tag)?;
        self.deeper(|reader| visitor.visit_enum(Variant { reader, shape }))
    }

    fn is_human_readable(&self) -> bool {
        // As the writer says.
        true
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
