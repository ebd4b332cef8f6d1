//! Batches of records as bytes: what one step adds to an execution's log.
//!
//! A batch is `magic, version, checksum` (1, 1 and 4 bytes), the shapes of its structures, and its
//! records.  What repeats within a batch is stored once: a text (a state's output is the next
//! one's input, byte for byte), a name, an instant.  Every value says what it is, so a reader of
//! a later program finds its way by the names of fields, as in JSON; a record's type may grow.
//!
//! ```text
//! batch   = 'L' version crc32(rest, little endian) rest
//! rest    = count shape* count record*
//! shape   = kind name count name*            name = static number + 1 | 0 text
//! record  = flags [version] [at_ms] [id] [previous] change
//! change  = value, see the tags below
//! ```

mod names;
mod read;
mod write;

use crate::record::{EventIds, RECORD_VERSION, Record};

use read::Reader;
use write::Writer;

/// The first byte of every batch.
const MAGIC: u8 = b'L';

/// The version that is written, and the only one that is read.
const VERSION: u8 = 1;

/// Magic, version and checksum.
const HEAD: usize = 6;

/// Numbers up to here are a tag themselves.
const SMALL: u8 = 0x7f;
/// A text that came before, by its distance: up to this many are a tag themselves.
const NEAR: u8 = 0x80;
const NEAR_COUNT: u64 = 0x40;
const FAR: u8 = 0xc0;
/// A text that comes for the first time.
const TEXT: u8 = 0xc1;
const UNSIGNED: u8 = 0xc2;
/// A negative number, as its complement.
const NEGATIVE: u8 = 0xc3;
const FLOAT: u8 = 0xc4;
const NULL: u8 = 0xc5;
const TRUE: u8 = 0xc6;
const FALSE: u8 = 0xc7;
const LIST: u8 = 0xc8;
const MAP: u8 = 0xc9;
/// A structure or a variant by the number of its shape: the first ones are a tag themselves.
const SHAPED: u8 = 0xca;
const SHAPE: u8 = 0xd0;
const SHAPE_COUNT: u64 = 0x30;

/// What a shape is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Struct = 0,
    UnitVariant = 1,
    NewtypeVariant = 2,
    TupleVariant = 3,
    StructVariant = 4,
}

/// The record is of another version than [`RECORD_VERSION`].
const OTHER_VERSION: u8 = 1;
/// The record's time differs from that of the one before.
const OTHER_TIME: u8 = 2;
/// The record has an event.
const EVENT: u8 = 4;
/// Its number does not follow that of the last event.
const OTHER_ID: u8 = 8;
/// What it names as the event before it is not simply the number before its own.
const OTHER_PREVIOUS: u8 = 16;

/// Why a batch cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// The bytes are no batch.
    #[error("this is no batch of records")]
    Magic,
    /// A later version wrote it.
    #[error("the batch has format {0}, but this program reads format {VERSION}")]
    Version(u8),
    /// The bytes are not those that were written.
    #[error("the batch is damaged: its checksum differs")]
    Checksum,
    /// A value is of no kind that a batch holds, or not of the kind that its place wants.
    #[error("{0}")]
    Value(String),
}

impl serde::ser::Error for LogError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        LogError::Value(message.to_string())
    }
}

impl serde::de::Error for LogError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        LogError::Value(message.to_string())
    }
}

/// Writes a batch. An error means that a record holds what a batch cannot (bytes, 128-bit numbers).
pub fn encode(records: &[Record]) -> Result<Vec<u8>, LogError> {
    let mut writer = Writer::new();
    writer.count(records.len());
    let (mut time, mut id) = (0, 0_u64);
    for record in records {
        let mut flags = 0;
        flags |= if record.version == RECORD_VERSION { 0 } else { OTHER_VERSION };
        flags |= if record.at_ms == time { 0 } else { OTHER_TIME };
        if let Some(event) = record.event {
            flags |= EVENT;
            flags |= if id.checked_add(1) == Some(event.id) { 0 } else { OTHER_ID };
            flags |= if event.previous.checked_add(1) == Some(event.id) { 0 } else { OTHER_PREVIOUS };
        }
        writer.byte(flags);
        if flags & OTHER_VERSION != 0 {
            writer.byte(record.version);
        }
        if flags & OTHER_TIME != 0 {
            writer.signed(record.at_ms);
            time = record.at_ms;
        }
        if let Some(event) = record.event {
            if flags & OTHER_ID != 0 {
                writer.number(event.id);
            }
            if flags & OTHER_PREVIOUS != 0 {
                writer.number(event.previous);
            }
            id = event.id;
        }
        writer.value(&record.change)?;
    }
    Ok(writer.finish())
}

/// Reads a batch; the error says what is wrong with it.
pub fn decode(bytes: &[u8]) -> Result<Vec<Record>, LogError> {
    let (head, rest) = bytes.split_first_chunk::<HEAD>().ok_or(LogError::Magic)?;
    let [magic, version, checksum @ ..] = *head;
    if magic != MAGIC {
        return Err(LogError::Magic);
    }
    if version != VERSION {
        return Err(LogError::Version(version));
    }
    if crc32fast::hash(rest) != u32::from_le_bytes(checksum) {
        return Err(LogError::Checksum);
    }
    let mut reader = Reader::new(rest)?;
    // Each record has two bytes at least, so the list cannot be longer than that.
    let count = reader.count(2)?;
    let mut records = Vec::with_capacity(count);
    let (mut time, mut id) = (0, 0_u64);
    for _ in 0..count {
        let flags = reader.byte()?;
        let version = if flags & OTHER_VERSION == 0 { RECORD_VERSION } else { reader.byte()? };
        if flags & OTHER_TIME != 0 {
            time = reader.signed()?;
        }
        let event = if flags & EVENT == 0 {
            None
        } else {
            id = if flags & OTHER_ID == 0 { id.wrapping_add(1) } else { reader.number()? };
            let previous = if flags & OTHER_PREVIOUS == 0 { id.wrapping_sub(1) } else { reader.number()? };
            Some(EventIds { id, previous })
        };
        records.push(Record { version, at_ms: time, event, change: reader.value()? });
    }
    reader.end()?;
    Ok(records)
}

#[cfg(test)]
mod tests;
