//! Reading blobs, every byte verified.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream};
use rusqlite::OptionalExtension;
use tokio::task::{JoinHandle, spawn_blocking};

use super::format::{self, BLOCK, CRC, HEADER, PIECE};
use super::{BlobId, path};
use crate::{Store, StoreError};

/// The bytes of a blob, in pieces; ends after the first error.
pub type BlobStream = BoxStream<'static, Result<Bytes, StoreError>>;

pub(super) struct BlobRow {
    pub(super) len: u64,
    crc: Option<u32>,
}

/// Everything but the content.
pub(super) fn row(store: &Store, id: &BlobId) -> Result<BlobRow, StoreError> {
    let found = store.read(|reader| {
        let sql = "SELECT len, crc FROM blobs WHERE id = ?1";
        reader.shared.sql(reader.conn.prepare_cached(sql).and_then(|mut statement| {
            statement
                .query_row([id.as_bytes()], |row| Ok(BlobRow { len: row.get(0)?, crc: row.get(1)? }))
                .optional()
        }))
    })?;
    found.ok_or(StoreError::NoSuchBlob(*id))
}

fn content(store: &Store, id: &BlobId) -> Result<Option<Vec<u8>>, StoreError> {
    store.read(|reader| {
        let sql = "SELECT content FROM blobs WHERE id = ?1";
        reader.shared.sql(
            reader
                .conn
                .prepare_cached(sql)
                .and_then(|mut statement| statement.query_row([id.as_bytes()], |row| row.get(0)).optional()),
        )
    })
}

fn corrupt(id: &BlobId, reason: impl Into<String>) -> StoreError {
    StoreError::Corrupt { place: format!("blob {id}"), reason: reason.into() }
}

/// An open blob.
pub struct BlobReader {
    len: u64,
    source: Source,
}

enum Source {
    Inline(Bytes),
    File(BlobFile),
}

struct BlobFile {
    file: File,
    path: PathBuf,
    id: BlobId,
    len: u64,
}

impl BlobReader {
    pub(super) fn open(store: &Store, id: &BlobId) -> Result<BlobReader, StoreError> {
        let row = row(store, id)?;
        let source = match row.crc {
            Some(crc) => {
                let bytes = content(store, id)?.ok_or(StoreError::NoSuchBlob(*id))?;
                if bytes.len() as u64 != row.len || crc32c::crc32c(&bytes) != crc {
                    return Err(corrupt(id, "the checksum of its bytes in the database is wrong"));
                }
                Source::Inline(bytes.into())
            }
            None => Source::File(BlobFile::open(&store.inner.shared.blobs_dir, id, row.len)?),
        };
        Ok(BlobReader { len: row.len, source })
    }

    /// The length in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of `range`, cut at the end, in pieces of up to 256 KiB. One piece is read ahead.
    pub fn stream(self, range: Range<u64>) -> BlobStream {
        let range = range.start.min(self.len)..range.end.min(self.len);
        if range.is_empty() {
            return Box::pin(stream::empty());
        }
        match self.source {
            Source::Inline(bytes) => {
                // An inline blob has at most 64 KiB, so the numbers fit.
                let piece = bytes.slice(range.start as usize..range.end as usize);
                Box::pin(stream::iter([Ok(piece)]))
            }
            Source::File(file) => file_stream(Arc::new(file), range),
        }
    }

    /// Blocks; see [`Blobs::copy_to`](super::Blobs::copy_to).
    pub(super) fn copy_to(&self, path: &Path) -> Result<(), StoreError> {
        let result = self.copy(path);
        if result.is_err() {
            // The error is what counts; the partial file may not even be there.
            let _ = fs::remove_file(path);
        }
        result
    }

    fn copy(&self, path: &Path) -> Result<(), StoreError> {
        let write_error = |error| StoreError::io("write", path, error);
        let mut out = BufWriter::with_capacity(0, File::create(path).map_err(write_error)?);
        match &self.source {
            Source::Inline(bytes) => out.write_all(bytes).map_err(write_error)?,
            Source::File(file) => {
                let mut at = 0;
                while at < self.len {
                    let piece = file.piece(at, self.len)?;
                    out.write_all(&piece).map_err(write_error)?;
                    at += piece.len() as u64;
                }
            }
        }
        out.flush().map_err(write_error)
    }
}

impl BlobFile {
    fn open(blobs_dir: &Path, id: &BlobId, len: u64) -> Result<BlobFile, StoreError> {
        let path = path(blobs_dir, id);
        let mut file = match File::open(&path) {
            Ok(file) => file,
            // Either released since the row was read, or lost: a second look at the row would tell, the caller's too.
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(StoreError::NoSuchBlob(*id)),
            Err(error) => return Err(StoreError::io("open", &path, error)),
        };
        let size = file.metadata().map_err(|error| StoreError::io("inspect", &path, error))?.len();
        let expected = format::file_len(len);
        if size != expected {
            return Err(corrupt(id, format!("its file has {size} bytes instead of {expected}")));
        }
        let mut header = [0; HEADER];
        file.read_exact(&mut header).map_err(|error| StoreError::io("read", &path, error))?;
        if header != format::header(id) {
            return Err(corrupt(id, "its file has a damaged header"));
        }
        Ok(BlobFile { file, path, id: *id, len })
    }

    /// Verified bytes from `at` to at most `end`: as many as a piece has. Blocks.
    fn piece(&self, at: u64, end: u64) -> Result<Bytes, StoreError> {
        let first = at / BLOCK as u64;
        let last = (end - 1) / BLOCK as u64;
        let blocks = (last - first + 1).min(PIECE as u64);
        let from = format::block_offset(first);
        let until = format::block_offset(first + blocks).min(format::file_len(self.len));
        let size = usize::try_from(until - from).expect("at most four blocks");
        debug_assert!(size <= PIECE * (BLOCK + CRC));
        let mut data = vec![0; size];
        // One piece is read at a time, so the shared file position is ours.
        let mut file = &self.file;
        file.seek(SeekFrom::Start(from))
            .and_then(|_| file.read_exact(&mut data))
            .map_err(|error| StoreError::io("read", &self.path, error))?;
        format::strip(&self.id, first, &mut data)
            .map_err(|block| corrupt(&self.id, format!("the checksum of block {block} is wrong")))?;
        let skip = (at - first * BLOCK as u64) as usize;
        let take = (end - first * BLOCK as u64).min(data.len() as u64) as usize;
        Ok(Bytes::from(data).slice(skip..take))
    }
}

fn read_ahead(file: Arc<BlobFile>, at: u64, end: u64) -> Option<JoinHandle<Result<Bytes, StoreError>>> {
    (at < end).then(|| spawn_blocking(move || file.piece(at, end)))
}

fn file_stream(file: Arc<BlobFile>, range: Range<u64>) -> BlobStream {
    let Range { start, end } = range;
    // The first piece is read when the stream is polled, not when it is made.
    let begin = Some((None, start));
    Box::pin(stream::unfold(begin, move |state| {
        let file = file.clone();
        async move {
            let (ahead, at) = state?;
            let handle = match ahead {
                Some(handle) => handle,
                None => read_ahead(file.clone(), at, end)?,
            };
            let piece = handle
                .await
                .unwrap_or_else(|error| Err(StoreError::io("read", &file.path, io::Error::other(error))));
            Some(match piece {
                Ok(piece) => {
                    let next = at + piece.len() as u64;
                    let ahead = read_ahead(file, next, end);
                    let state = ahead.map(|handle| (Some(handle), next));
                    (Ok(piece), state)
                }
                Err(error) => (Err(error), None),
            })
        }
    }))
}
