//! A reader of tar streams for bytes nobody vouches for.
//!
//! The `tar` crate reads the records that carry long names whole, however long they claim to be; here every
//! record that is kept in memory has a bound. It reads the old, POSIX (ustar and pax) and GNU formats, and
//! refuses sparse files, which no image builder writes.

use std::io::{self, Read};

const BLOCK: usize = 512;
/// The most bytes an extended header (pax) or a long name (GNU) may have.
const MAX_EXTENSION: u64 = 1 << 20;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Directory,
    Symlink,
    HardLink,
    /// A character or block device, or a FIFO.
    Special,
}

/// Owner, mode and time of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Metadata {
    pub(crate) mode: u32,
    pub(crate) uid: u64,
    pub(crate) gid: u64,
    /// Seconds since 1970 and nanoseconds.
    pub(crate) mtime: (i64, u32),
}

/// One entry; its content, if any, is read from the [`TarReader`].
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) path: Vec<u8>,
    pub(crate) kind: Kind,
    /// Where a symbolic or hard link leads.
    pub(crate) link: Vec<u8>,
    pub(crate) metadata: Metadata,
}

/// A stream of entries.
pub(crate) struct TarReader<R> {
    inner: R,
    /// Content of the current entry that was not read yet.
    content: u64,
    /// What fills the last block of the current entry.
    padding: u64,
}

/// What extension records say about the entry behind them.
#[derive(Default)]
struct Overrides {
    path: Option<Vec<u8>>,
    link: Option<Vec<u8>>,
    size: Option<u64>,
    uid: Option<u64>,
    gid: Option<u64>,
    mtime: Option<(i64, u32)>,
}

impl<R: Read> TarReader<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, content: 0, padding: 0 }
    }

    /// The next entry, after skipping what is left of this one; `None` at the end of the archive.
    pub(crate) fn next_entry(&mut self) -> io::Result<Option<Entry>> {
        let mut overrides = Overrides::default();
        loop {
            self.skip_rest()?;
            let Some(header) = self.header()? else { return Ok(None) };
            let size = number(&header[124..136], "size")?;
            match header[156] {
                b'x' => overrides.take_pax(&self.extension(size)?)?,
                // Global records set defaults such as a comment; nothing in them concerns a layer.
                b'g' => drop(self.extension(size)?),
                b'L' => overrides.path = Some(until_nul(&self.extension(size)?).to_vec()),
                b'K' => overrides.link = Some(until_nul(&self.extension(size)?).to_vec()),
                flag => return self.entry(&header, flag, size, overrides).map(Some),
            }
        }
    }

    /// The next header whose checksum is right.
    fn header(&mut self) -> io::Result<Option<[u8; BLOCK]>> {
        let mut block = [0; BLOCK];
        let mut filled = 0;
        while filled < BLOCK {
            match self.inner.read(&mut block[filled..]) {
                // Some writers leave the two zero blocks at the end out.
                Ok(0) if filled == 0 => return Ok(None),
                Ok(0) => return Err(invalid("the archive breaks off inside a header")),
                Ok(read) => filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if block.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let sum: u64 = block
            .iter()
            .enumerate()
            .map(|(at, byte)| if (148..156).contains(&at) { u64::from(b' ') } else { u64::from(*byte) })
            .sum();
        if number(&block[148..156], "checksum")? != sum {
            return Err(invalid("a header's checksum is wrong; this is not a tar archive, or it is damaged"));
        }
        Ok(Some(block))
    }

    /// The whole content of an extension record.
    fn extension(&mut self, size: u64) -> io::Result<Vec<u8>> {
        if size > MAX_EXTENSION {
            return Err(invalid(&format!(
                "an extended header has {size} bytes; at most {MAX_EXTENSION} are read"
            )));
        }
        self.begin_content(size);
        let mut bytes = Vec::new();
        self.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn entry(
        &mut self,
        header: &[u8; BLOCK],
        flag: u8,
        size: u64,
        overrides: Overrides,
    ) -> io::Result<Entry> {
        let path = overrides.path.unwrap_or_else(|| header_path(header));
        let kind = match flag {
            // In the oldest format a directory is a file whose name ends with a slash.
            b'0' | 0 | b'7' if path.ends_with(b"/") => Kind::Directory,
            b'0' | 0 | b'7' => Kind::File,
            b'1' => Kind::HardLink,
            b'2' => Kind::Symlink,
            b'3' | b'4' | b'6' => Kind::Special,
            b'5' => Kind::Directory,
            b'S' => return Err(invalid("it has a sparse file; write the archive without sparse files")),
            other => {
                return Err(invalid(&format!("it has an entry of unknown type {:?}", char::from(other))));
            }
        };
        // As in Docker, only files have content, whatever the size field of others says.
        let size = if kind == Kind::File { overrides.size.unwrap_or(size) } else { 0 };
        self.begin_content(size);
        let field_time = || number(&header[136..148], "mtime").map(|seconds| (seconds as i64, 0));
        Ok(Entry {
            path,
            kind,
            link: overrides.link.unwrap_or_else(|| until_nul(&header[157..257]).to_vec()),
            metadata: Metadata {
                mode: number(&header[100..108], "mode")? as u32 & 0o7777,
                uid: overrides.uid.map_or_else(|| number(&header[108..116], "uid"), Ok)?,
                gid: overrides.gid.map_or_else(|| number(&header[116..124], "gid"), Ok)?,
                mtime: overrides.mtime.map_or_else(field_time, Ok)?,
            },
        })
    }

    fn begin_content(&mut self, size: u64) {
        self.content = size;
        self.padding = (BLOCK as u64 - size % BLOCK as u64) % BLOCK as u64;
    }

    fn skip_rest(&mut self) -> io::Result<()> {
        let rest = self.content.saturating_add(self.padding);
        let skipped = io::copy(&mut self.inner.by_ref().take(rest), &mut io::sink())?;
        // Padding missing at the very end does no harm; missing content is a broken archive.
        if skipped < self.content {
            return Err(broken_off());
        }
        (self.content, self.padding) = (0, 0);
        Ok(())
    }
}

impl<R: Read> Read for TarReader<R> {
    /// Reads the content of the current entry.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = usize::try_from(self.content).unwrap_or(usize::MAX).min(buffer.len());
        if wanted == 0 {
            return Ok(0);
        }
        let read = self.inner.read(&mut buffer[..wanted])?;
        if read == 0 {
            return Err(broken_off());
        }
        self.content -= read as u64;
        Ok(read)
    }
}

impl Overrides {
    /// Takes the records `<length> <key>=<value>\n` of a pax header.
    fn take_pax(&mut self, mut records: &[u8]) -> io::Result<()> {
        let malformed = || invalid("an extended header is malformed");
        while !records.is_empty() {
            let space = records.iter().position(|byte| *byte == b' ').ok_or_else(malformed)?;
            let length =
                decimal(&records[..space]).and_then(|it| usize::try_from(it).ok()).ok_or_else(malformed)?;
            // The length counts itself, the space and the line feed.
            if length <= space + 1 || length > records.len() || records[length - 1] != b'\n' {
                return Err(malformed());
            }
            let record = &records[space + 1..length - 1];
            records = &records[length..];
            let equals = record.iter().position(|byte| *byte == b'=').ok_or_else(malformed)?;
            let (key, value) = (&record[..equals], &record[equals + 1..]);
            let unsigned = || decimal(value).ok_or_else(malformed);
            match key {
                b"path" => self.path = Some(value.to_vec()),
                b"linkpath" => self.link = Some(value.to_vec()),
                b"size" => self.size = Some(unsigned()?),
                b"uid" => self.uid = Some(unsigned()?),
                b"gid" => self.gid = Some(unsigned()?),
                b"mtime" => self.mtime = Some(pax_time(value).ok_or_else(malformed)?),
                _ if key.starts_with(b"GNU.sparse.") => {
                    return Err(invalid("it has a sparse file; write the archive without sparse files"));
                }
                // Extended attributes are left out on purpose: among them are overlayfs's own marks, which
                // a layer must not set, and file capabilities.
                _ => {}
            }
        }
        Ok(())
    }
}

/// Seconds with an optional fraction, possibly negative.
fn pax_time(value: &[u8]) -> Option<(i64, u32)> {
    let text = std::str::from_utf8(value).ok()?;
    let (seconds, fraction) = text.split_once('.').unwrap_or((text, ""));
    let seconds: i64 = seconds.parse().ok()?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits: String = fraction.chars().chain(std::iter::repeat('0')).take(9).collect();
    let nanoseconds: u32 = digits.parse().ok()?;
    // A time before 1970 counts its fraction downwards; the fraction is not worth the care.
    Some(if seconds < 0 || text.starts_with('-') { (seconds, 0) } else { (seconds, nanoseconds) })
}

fn decimal(text: &[u8]) -> Option<u64> {
    if text.is_empty() || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// A numeric field: octal digits, or big-endian bytes when the first bit is set (GNU).
fn number(field: &[u8], what: &str) -> io::Result<u64> {
    let malformed = || invalid(&format!("a header's {what} is not a number"));
    if field[0] & 0x80 != 0 {
        let (high, low) = field.split_at(field.len().saturating_sub(8));
        // Negative or huge numbers have no meaning for sizes, modes and owners here.
        let clean = match high {
            [] => return Err(malformed()),
            [first, rest @ ..] => *first == 0x80 && rest.iter().all(|byte| *byte == 0),
        };
        if !clean {
            return Err(malformed());
        }
        return Ok(low.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)));
    }
    let digits = until_nul(field).trim_ascii();
    let mut number: u64 = 0;
    for digit in digits {
        match digit {
            // Twelve octal digits fit easily, so nothing overflows.
            b'0'..=b'7' => number = number << 3 | u64::from(digit - b'0'),
            _ => return Err(malformed()),
        }
    }
    Ok(number)
}

/// The path of a header, with the prefix that only POSIX headers have.
fn header_path(header: &[u8; BLOCK]) -> Vec<u8> {
    let name = until_nul(&header[..100]);
    let prefix = until_nul(&header[345..500]);
    if &header[257..263] == b"ustar\0" && !prefix.is_empty() {
        [prefix, b"/", name].concat()
    } else {
        name.to_vec()
    }
}

fn until_nul(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == 0).next().unwrap_or(bytes)
}

fn broken_off() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "the archive breaks off inside an entry")
}

fn invalid(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn names(archive: &[u8]) -> io::Result<Vec<String>> {
        let mut reader = TarReader::new(archive);
        let mut names = Vec::new();
        while let Some(entry) = reader.next_entry()? {
            let mut content = String::new();
            reader.read_to_string(&mut content)?;
            let path = String::from_utf8_lossy(&entry.path).into_owned();
            names.push(format!("{:?} {path} {} {content}", entry.kind, String::from_utf8_lossy(&entry.link)));
        }
        Ok(names)
    }

    fn file_header(size: u64) -> tar::Header {
        let mut header = tar::Header::new_gnu();
        header.set_size(size);
        header.set_mode(0o644);
        header
    }

    #[test]
    fn reads_what_the_tar_crate_writes() {
        let long = "d/".repeat(80) + "name";
        let mut builder = tar::Builder::new(Vec::new());
        builder.append_data(&mut file_header(2), "a", &b"hi"[..]).unwrap();
        builder.append_data(&mut file_header(1), &long, &b"x"[..]).unwrap();
        builder
            .append_pax_extensions([("path", b"pax/name".as_slice()), ("SCHILY.xattr.user.a", b"b")])
            .unwrap();
        builder.append_data(&mut file_header(3), "short", &b"pax"[..]).unwrap();
        let mut link = file_header(0);
        link.set_entry_type(tar::EntryType::Symlink);
        builder.append_link(&mut link, "s", &long).unwrap();
        let archive = builder.into_inner().unwrap();
        assert_eq!(
            names(&archive).unwrap(),
            [
                "File a  hi".to_owned(),
                format!("File {long}  x"),
                "File pax/name  pax".to_owned(),
                format!("Symlink s {long} ")
            ]
        );
    }

    #[test]
    fn refused_archives() {
        let check = |archive: &[u8], expected: &str| {
            let error = names(archive).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(&[1; 100], "inside a header");
        check(&[1; 512], "checksum");
        let mut builder = tar::Builder::new(Vec::new());
        builder.append_data(&mut file_header(600), "a", &[b'x'; 600][..]).unwrap();
        let archive = builder.into_inner().unwrap();
        check(&archive[..600], "breaks off inside an entry");
        let mut name = file_header(1 << 30);
        name.set_entry_type(tar::EntryType::GNULongName);
        name.set_cksum();
        check(name.as_bytes(), "at most 1048576 are read");
        let mut sparse = file_header(0);
        sparse.set_entry_type(tar::EntryType::GNUSparse);
        sparse.set_cksum();
        check(sparse.as_bytes(), "sparse");
    }

    #[test]
    fn numbers() {
        let check = |field: &[u8], expected: Option<u64>| {
            assert_eq!(number(field, "size").ok(), expected, "{field:?}")
        };
        check(b"0000644\0", Some(0o644));
        check(b"   12 \0\0", Some(0o12));
        check(b"\0\0\0\0\0\0\0\0", Some(0));
        check(b"0000008\0", None);
        check(b"\x80\0\0\0\0\0\0\0\0\0\x01\0", Some(256));
        check(b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", None);
    }

    #[test]
    fn times() {
        let check = |text: &str, expected| assert_eq!(pax_time(text.as_bytes()), expected, "{text}");
        check("12.5", Some((12, 500_000_000)));
        check("12", Some((12, 0)));
        check("-1.5", Some((-1, 0)));
        check("1.x", None);
        check("", None);
    }

    proptest! {
        #[test]
        fn reading_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let _ = names(&bytes);
        }

        #[test]
        fn pax_records_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let _ = Overrides::default().take_pax(&bytes);
        }
    }
}
