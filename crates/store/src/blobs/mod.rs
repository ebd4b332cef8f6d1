//! Byte strings of any size, verified when they are read.
//!
//! Up to [`INLINE_LIMIT`] bytes live in the database and share its group commit.
//! Larger ones are files (see `format`): written under a temporary name, synced, renamed, and only then named by a row.
//! So a row always has its file; a file without a row is an orphan of a crash and is swept.

mod format;
mod read;
pub(crate) mod sweep;
mod writer;

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use futures_util::TryStreamExt;
use serde::{Deserialize, Serialize};

use crate::shared::{Shared, lock};
use crate::{Store, StoreError};

pub use read::{BlobReader, BlobStream};
pub use writer::BlobWriter;

/// The most bytes that a blob inside the database has.
pub const INLINE_LIMIT: usize = format::BLOCK;

/// The name of a blob: 128 random bits, written as 32 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BlobId([u8; 16]);

impl BlobId {
    fn random() -> BlobId {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("the operating system has random bytes");
        BlobId(bytes)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobId({self})")
    }
}

impl From<BlobId> for String {
    fn from(id: BlobId) -> String {
        id.to_string()
    }
}

/// A text that is not 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a blob identifier (32 lower-case hexadecimal digits)")]
pub struct NotABlobId;

impl FromStr for BlobId {
    type Err = NotABlobId;

    fn from_str(text: &str) -> Result<BlobId, NotABlobId> {
        let digits = text.as_bytes();
        if digits.len() != 32 || !digits.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(NotABlobId);
        }
        let number = u128::from_str_radix(text, 16).map_err(|_| NotABlobId)?;
        Ok(BlobId(number.to_be_bytes()))
    }
}

impl TryFrom<String> for BlobId {
    type Error = NotABlobId;

    fn try_from(text: String) -> Result<BlobId, NotABlobId> {
        text.parse()
    }
}

/// Where the file of a blob is: 256 folders, so that none gets too large.
pub(crate) fn path(blobs_dir: &Path, id: &BlobId) -> PathBuf {
    blobs_dir.join(format!("{:02x}", id.0[0])).join(id.to_string())
}

/// Writes and reads blobs.
#[derive(Clone)]
pub struct Blobs {
    store: Store,
}

impl Blobs {
    pub(crate) fn new(store: Store) -> Blobs {
        Blobs { store }
    }

    /// A writer of a new blob. Nothing is kept until the finished blob is adopted in a commit.
    pub fn writer(&self) -> BlobWriter {
        BlobWriter::new(self.store.inner.shared.clone())
    }

    /// Opens a blob for reading. What was opened can be read to its end, even if the blob is released meanwhile.
    ///
    /// Errors: [`StoreError::NoSuchBlob`], and [`StoreError::Corrupt`] if the file is missing or damaged at its head.
    pub fn open(&self, id: &BlobId) -> Result<BlobReader, StoreError> {
        BlobReader::open(&self.store, id)
    }

    /// The bytes of `range` (cut at the blob's end), in pieces of up to 256 KiB, each verified.
    ///
    /// The blob is opened by this call; an error of it is the first item.
    pub fn read(&self, id: &BlobId, range: Range<u64>) -> BlobStream {
        match self.open(id) {
            Ok(reader) => reader.stream(range),
            Err(error) => Box::pin(futures_util::stream::iter([Err(error)])),
        }
    }

    /// The length in bytes.
    pub fn len(&self, id: &BlobId) -> Result<u64, StoreError> {
        read::row(&self.store, id).map(|row| row.len)
    }

    /// The whole blob, which may have `max` bytes at most ([`StoreError::TooLarge`]).
    pub async fn read_all(&self, id: &BlobId, max: u64) -> Result<Bytes, StoreError> {
        let reader = self.open(id)?;
        let size = reader.len();
        if size > max {
            return Err(StoreError::TooLarge { what: format!("blob {id}"), size, limit: max });
        }
        let mut pieces = reader.stream(0..size);
        let first = pieces.try_next().await?.unwrap_or_default();
        if first.len() as u64 == size {
            return Ok(first);
        }
        let mut whole = BytesMut::with_capacity(usize::try_from(size).unwrap_or(first.len()));
        whole.extend_from_slice(&first);
        while let Some(piece) = pieces.try_next().await? {
            whole.extend_from_slice(&piece);
        }
        Ok(whole.freeze())
    }

    /// Writes the verified bytes to a new file `path` (replacing one that is there), without a sync.
    ///
    /// On an error the file is removed.
    pub async fn copy_to(&self, id: &BlobId, path: &Path) -> Result<(), StoreError> {
        let reader = self.open(id)?;
        let path = path.to_owned();
        blocking(&self.store.inner.shared, move || reader.copy_to(&path)).await
    }

    /// A new blob of the bytes of others, one after the other (the parts of a multipart upload).
    pub async fn concat(&self, parts: &[BlobId]) -> Result<PendingBlob, StoreError> {
        let mut writer = self.writer();
        for part in parts {
            let mut pieces = self.read(part, 0..u64::MAX);
            while let Some(piece) = pieces.try_next().await? {
                writer.write(&piece).await?;
            }
        }
        writer.finish().await
    }
}

/// A finished blob that no commit has adopted yet; its bytes are durable (or in memory, if few).
///
/// Dropping it removes them.
pub struct PendingBlob {
    id: BlobId,
    len: u64,
    body: Body,
}

enum Body {
    Inline { bytes: Bytes, crc: u32 },
    File(PendingFile),
}

impl PendingBlob {
    /// The name it will have.
    pub fn id(&self) -> BlobId {
        self.id
    }

    /// The length in bytes.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether it has no bytes.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    pub(crate) fn inline(&self) -> Option<(&[u8], u32)> {
        match &self.body {
            Body::Inline { bytes, crc } => Some((bytes, *crc)),
            Body::File(_) => None,
        }
    }

    /// The row is committed: the file stays.
    pub(crate) fn keep(self) {
        if let Body::File(mut file) = self.body {
            file.keep = true;
        }
    }
}

impl fmt::Debug for PendingBlob {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PendingBlob").field("id", &self.id).field("len", &self.len).finish_non_exhaustive()
    }
}

/// A file with its final name and no row; removed when dropped.
struct PendingFile {
    shared: Arc<Shared>,
    id: BlobId,
    keep: bool,
}

impl PendingFile {
    /// To be called before the file gets its name, so that the sweep never takes it for an orphan.
    fn announce(shared: Arc<Shared>, id: BlobId) -> PendingFile {
        lock(&shared.pending_blobs).insert(id);
        PendingFile { shared, id, keep: false }
    }
}

impl Drop for PendingFile {
    fn drop(&mut self) {
        if !self.keep {
            self.shared.remove_later(path(&self.shared.blobs_dir, &self.id));
        }
        lock(&self.shared.pending_blobs).remove(&self.id);
    }
}

/// Runs file operations off the asynchronous threads.
async fn blocking<T: Send + 'static>(
    shared: &Shared,
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|error| {
        // The work panicked, or the runtime is shutting down and did not start it.
        Err(StoreError::io("work in", &shared.blobs_dir, std::io::Error::other(error)))
    })
}
