//! Records of an object: lines, RecordIO, TFRecord.
//!
//! A record is never read further than the largest payload: what says that it is longer is refused by its head.

use std::io::{self, BufRead, Read};

/// Begins every part of a RecordIO record, least byte first.
const MAGIC: [u8; 4] = 0xCED7_230A_u32.to_le_bytes();
/// Lengths have 29 bits; the three above them tell which part of a record this is.
const LENGTH_BITS: u32 = 29;
/// Is added to the turned checksums of TFRecord.
const MASK_DELTA: u32 = 0xA282_EAD8;

/// `SplitType`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Split {
    None,
    Line,
    RecordIo,
    TfRecord,
}

/// Why an object cannot be cut into records.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SplitError {
    /// A record is longer than a payload may be.
    #[error("Too much data for max payload size")]
    TooLarge,
    /// The bytes are not what `SplitType` says.
    #[error("{0}")]
    Malformed(String),
    /// They could not be read.
    #[error("{0}")]
    Read(#[from] io::Error),
}

/// The records of an object, one by one.
#[derive(Debug)]
pub(crate) struct Records<R> {
    reader: R,
    split: Split,
    /// Whether what separates and wraps records is left out.
    bare: bool,
    /// The most bytes of a record.
    limit: usize,
}

impl<R: BufRead> Records<R> {
    /// Records of a reader.  `bare`: without newline, header and padding.
    pub(crate) fn new(reader: R, split: Split, bare: bool, limit: usize) -> Self {
        Self { reader, split, bare, limit }
    }

    /// The next record; nothing behind the last one.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<u8>>, SplitError> {
        match self.split {
            Split::None => self.all(),
            Split::Line => self.line(),
            Split::RecordIo => self.record_io(),
            Split::TfRecord => self.tf_record(),
        }
    }

    /// Everything that is left.
    fn all(&mut self) -> Result<Option<Vec<u8>>, SplitError> {
        let mut bytes = Vec::new();
        let most = (self.limit as u64).saturating_add(1);
        (&mut self.reader).take(most).read_to_end(&mut bytes)?;
        if bytes.len() > self.limit {
            return Err(SplitError::TooLarge);
        }
        Ok(Some(bytes))
    }

    fn line(&mut self) -> Result<Option<Vec<u8>>, SplitError> {
        let most = self.limit.saturating_add(usize::from(self.bare));
        let mut line = Vec::new();
        loop {
            let piece = self.reader.fill_buf()?;
            if piece.is_empty() {
                break;
            }
            let end = piece.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
            let count = end.unwrap_or(piece.len());
            if line.len().saturating_add(count) > most {
                return Err(SplitError::TooLarge);
            }
            line.extend_from_slice(piece.get(..count).unwrap_or(piece));
            self.reader.consume(count);
            if end.is_some() {
                if self.bare {
                    line.pop();
                }
                return Ok(Some(line));
            }
        }
        if line.len() > self.limit {
            return Err(SplitError::TooLarge);
        }
        Ok(Some(line).filter(|line| !line.is_empty()))
    }

    /// A record whose bytes hold the magic number comes in parts, which it stands between.
    fn record_io(&mut self) -> Result<Option<Vec<u8>>, SplitError> {
        let mut record = Vec::new();
        let mut begun = false;
        loop {
            let mut head = [0; 8];
            if !self.head(&mut head)? {
                if begun {
                    return Err(cut_short("RecordIO"));
                }
                return Ok(None);
            }
            let [a, b, c, d, e, f, g, h] = head;
            if [a, b, c, d] != MAGIC {
                return Err(SplitError::Malformed(
                    "it is no RecordIO: a record does not begin with the magic number".to_owned(),
                ));
            }
            let word = u32::from_le_bytes([e, f, g, h]);
            let (flag, length) = (word >> LENGTH_BITS, (word & ((1 << LENGTH_BITS) - 1)) as usize);
            if !matches!((begun, flag), (false, 0 | 1) | (true, 2 | 3)) {
                return Err(SplitError::Malformed(format!(
                    "it is no RecordIO: a part with the mark {flag} stands where none can"
                )));
            }
            let padding = length.wrapping_neg() % 4;
            if self.bare {
                if begun {
                    record.extend_from_slice(&MAGIC);
                }
                self.take(&mut record, length, "RecordIO")?;
                self.take(&mut Vec::new(), padding, "RecordIO")?;
            } else {
                record.extend_from_slice(&head);
                self.take(&mut record, length + padding, "RecordIO")?;
            }
            if matches!(flag, 0 | 3) {
                return Ok(Some(record));
            }
            begun = true;
        }
    }

    fn tf_record(&mut self) -> Result<Option<Vec<u8>>, SplitError> {
        let mut head = [0; 12];
        if !self.head(&mut head)? {
            return Ok(None);
        }
        let [a, b, c, d, e, f, g, h, i, j, k, l] = head;
        let length = [a, b, c, d, e, f, g, h];
        if masked(&length) != u32::from_le_bytes([i, j, k, l]) {
            return Err(SplitError::Malformed(
                "it is no TFRecord: the checksum of a record's length is wrong".to_owned(),
            ));
        }
        let length = usize::try_from(u64::from_le_bytes(length)).map_err(|_| SplitError::TooLarge)?;
        let mut record = if self.bare { Vec::new() } else { head.to_vec() };
        let start = record.len();
        self.take(&mut record, length, "TFRecord")?;
        let sum = masked(record.get(start..).unwrap_or_default());
        let mut tail = Vec::new();
        self.take(&mut tail, 4, "TFRecord")?;
        if tail != sum.to_le_bytes() {
            return Err(SplitError::Malformed(
                "it is no TFRecord: the checksum of a record's data is wrong".to_owned(),
            ));
        }
        if !self.bare {
            record.append(&mut tail);
        }
        if record.len() > self.limit {
            return Err(SplitError::TooLarge);
        }
        Ok(Some(record))
    }

    /// Reads the head of a record; `false` at the end of the object.
    fn head(&mut self, head: &mut [u8]) -> Result<bool, SplitError> {
        if self.reader.fill_buf()?.is_empty() {
            return Ok(false);
        }
        match self.reader.read_exact(head) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(cut_short("a record's head")),
            Err(error) => Err(error.into()),
        }
    }

    /// Adds so many bytes to a record.
    fn take(&mut self, record: &mut Vec<u8>, count: usize, what: &str) -> Result<(), SplitError> {
        if record.len().saturating_add(count) > self.limit.max(4) {
            return Err(SplitError::TooLarge);
        }
        let read = (&mut self.reader).take(count as u64).read_to_end(record)?;
        if read < count {
            return Err(cut_short(what));
        }
        Ok(())
    }
}

fn cut_short(what: &str) -> SplitError {
    SplitError::Malformed(format!("the object ends inside {what}"))
}

/// The checksum of TFRecord: CRC-32C, turned by 15 bits, and a constant.
fn masked(bytes: &[u8]) -> u32 {
    crc32c::crc32c(bytes).rotate_right(15).wrapping_add(MASK_DELTA)
}

/// What tests write.
#[cfg(test)]
pub(crate) mod written {
    use super::*;

    /// One RecordIO record, in parts where it holds the magic number, as MXNet writes it.
    pub(crate) fn record_io(data: &[u8]) -> Vec<u8> {
        let mut parts = vec![Vec::new()];
        let mut rest = data;
        let mut at = 0;
        while at + 4 <= rest.len() {
            if rest[at..at + 4] == MAGIC {
                parts.last_mut().unwrap().extend_from_slice(&rest[..at]);
                parts.push(Vec::new());
                rest = &rest[at + 4..];
                at = 0;
            } else {
                at += 4;
            }
        }
        parts.last_mut().unwrap().extend_from_slice(rest);
        let last = parts.len() - 1;
        let mut out = Vec::new();
        for (number, part) in parts.iter().enumerate() {
            let flag: u32 = match number {
                0 if last == 0 => 0,
                0 => 1,
                n if n == last => 3,
                _ => 2,
            };
            out.extend_from_slice(&MAGIC);
            out.extend_from_slice(&(flag << LENGTH_BITS | part.len() as u32).to_le_bytes());
            out.extend_from_slice(part);
            out.resize(out.len().next_multiple_of(4), 0);
        }
        out
    }

    /// One TFRecord record.
    pub(crate) fn tf_record(data: &[u8]) -> Vec<u8> {
        let length = (data.len() as u64).to_le_bytes();
        [&length[..], &masked(&length).to_le_bytes(), data, &masked(data).to_le_bytes()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(bytes: &[u8], split: Split, bare: bool, limit: usize) -> Result<Vec<Vec<u8>>, String> {
        // A small buffer, so that records lie across its ends.
        let reader = io::BufReader::with_capacity(3, bytes);
        let mut records = Records::new(reader, split, bare, limit);
        let mut all = Vec::new();
        while let Some(record) = records.next().map_err(|error| error.to_string())? {
            all.push(record);
            if split == Split::None {
                break;
            }
        }
        Ok(all)
    }

    #[test]
    fn lines() {
        let check = |text: &str, bare: bool, limit: usize, expected: Result<&[&str], &str>| {
            let found = records(text.as_bytes(), Split::Line, bare, limit);
            let found =
                found.map(|all| all.into_iter().map(|r| String::from_utf8(r).unwrap()).collect::<Vec<_>>());
            assert_eq!(
                found,
                expected.map(|all| all.iter().map(|r| (*r).to_owned()).collect()).map_err(str::to_owned)
            );
        };
        check("a\nbb\n", true, 2, Ok(&["a", "bb"]));
        check("a\nbb\n", false, 3, Ok(&["a\n", "bb\n"]));
        check("a\nbb", false, 3, Ok(&["a\n", "bb"]));
        check("a\n\nb\r\n", true, 9, Ok(&["a", "", "b\r"]));
        check("", true, 9, Ok(&[]));
        check("\n", true, 0, Ok(&[""]));
        check("abc\n", true, 2, Err("Too much data for max payload size"));
        check("abc", true, 2, Err("Too much data for max payload size"));
        check("abc", true, 3, Ok(&["abc"]));
        check("ab\n", false, 2, Err("Too much data for max payload size"));
    }

    #[test]
    fn whole_objects() {
        assert_eq!(records(b"a\nb", Split::None, true, 3).unwrap(), [b"a\nb"]);
        assert_eq!(records(b"", Split::None, true, 3).unwrap(), [b""]);
        assert_eq!(records(b"a\nb", Split::None, true, 2).unwrap_err(), "Too much data for max payload size");
    }

    #[test]
    fn framed_records() {
        let magic = [&b"1234"[..], &MAGIC, b"56", &MAGIC, b"x"].concat();
        let data: [&[u8]; 4] = [b"", b"a", &magic, b"bcde"];
        type Write = fn(&[u8]) -> Vec<u8>;
        let formats: [(Split, Write); 2] =
            [(Split::RecordIo, written::record_io), (Split::TfRecord, written::tf_record)];
        for (split, write) in formats {
            let framed: Vec<Vec<u8>> = data.iter().map(|one| write(one)).collect();
            let file = framed.concat();
            assert_eq!(records(&file, split, true, 100).unwrap(), data, "{split:?}");
            assert_eq!(records(&file, split, false, 100).unwrap(), framed, "{split:?}");
            // Every cut but those between records is noticed.
            let ends: Vec<usize> = framed
                .iter()
                .scan(0, |end, one| {
                    *end += one.len();
                    Some(*end)
                })
                .collect();
            for at in 1..file.len() {
                let found = records(&file[..at], split, true, 100);
                assert_eq!(found.is_ok(), ends.contains(&at), "{split:?} {at}");
            }
            assert_eq!(records(&file, split, true, 8).unwrap_err(), "Too much data for max payload size");
        }
    }

    #[test]
    fn heads_that_lie_are_refused() {
        let check = |bytes: &[u8], split: Split, expected: &str| {
            let error = records(bytes, split, true, 100).unwrap_err();
            assert!(error.contains(expected), "{error}");
        };
        check(b"no magic", Split::RecordIo, "no RecordIO");
        check(&[&MAGIC[..], &u32::MAX.to_le_bytes()].concat(), Split::RecordIo, "mark 7");
        check(&[&MAGIC[..], &0x1fff_ffff_u32.to_le_bytes()].concat(), Split::RecordIo, "Too much data");
        check(&[&MAGIC[..], &(3_u32 << LENGTH_BITS).to_le_bytes()].concat(), Split::RecordIo, "mark 3");
        check(&[0; 12], Split::TfRecord, "checksum of a record's length");
        let huge = u64::MAX.to_le_bytes();
        check(&[&huge[..], &masked(&huge).to_le_bytes()].concat(), Split::TfRecord, "Too much data");
        let mut wrong = written::tf_record(b"abc");
        wrong[13] ^= 1;
        check(&wrong, Split::TfRecord, "checksum of a record's data");
    }
}
