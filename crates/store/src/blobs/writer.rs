//! Writing a blob, with bounded memory whatever its size.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

use super::format::{self, BLOCK, CRC, PIECE};
use super::{BlobId, Body, PendingBlob, PendingFile, blocking, path};
use crate::shared::Shared;
use crate::{StoreError, open};

/// Takes the bytes of a new blob. Dropping it unfinished leaves nothing behind.
pub struct BlobWriter {
    shared: Arc<Shared>,
    id: BlobId,
    len: u64,
    /// Complete blocks with their checksums, then the block that is filled now.
    buffer: Vec<u8>,
    /// Data bytes in the block that is filled now.
    filled: usize,
    /// Its number.
    block: u64,
    temporary: Option<Temporary>,
    /// Set while bytes are on their way to the file, and forever if that did not end well.
    broken: bool,
}

impl BlobWriter {
    pub(super) fn new(shared: Arc<Shared>) -> BlobWriter {
        BlobWriter {
            shared,
            id: BlobId::random(),
            len: 0,
            buffer: Vec::new(),
            filled: 0,
            block: 0,
            temporary: None,
            broken: false,
        }
    }

    /// Bytes written so far.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether no byte was written.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Appends bytes. After an error ([`StoreError::DiskFull`] and others) the writer is of no more use.
    pub async fn write(&mut self, mut bytes: &[u8]) -> Result<(), StoreError> {
        while !bytes.is_empty() {
            if self.filled == BLOCK {
                self.end_block();
                if self.buffer.len() >= PIECE * (BLOCK + CRC) {
                    self.flush().await?;
                }
            }
            let (now, later) = bytes.split_at(bytes.len().min(BLOCK - self.filled));
            self.buffer.extend_from_slice(now);
            self.filled += now.len();
            self.len += now.len() as u64;
            bytes = later;
        }
        Ok(())
    }

    /// Makes a large blob's file durable under its name; a small blob stays in memory for the commit.
    pub async fn finish(mut self) -> Result<PendingBlob, StoreError> {
        if self.block == 0 && !self.broken {
            let crc = crc32c::crc32c(&self.buffer);
            let body = Body::Inline { bytes: self.buffer.into(), crc };
            return Ok(PendingBlob { id: self.id, len: self.len, body });
        }
        self.end_block();
        self.flush().await?;
        let temporary = self.temporary.take().expect("a flush without error leaves the file");
        let (shared, id) = (self.shared.clone(), self.id);
        let file = blocking(&self.shared, move || temporary.publish(shared, id)).await?;
        Ok(PendingBlob { id: self.id, len: self.len, body: Body::File(file) })
    }

    fn end_block(&mut self) {
        if self.block == 0 {
            // It will be a file: from here on the buffer keeps this size.
            self.buffer.reserve_exact(PIECE * (BLOCK + CRC) - self.buffer.len());
        }
        let data = &self.buffer[self.buffer.len() - self.filled..];
        let crc = format::block_crc(&self.id, self.block, data);
        self.buffer.extend_from_slice(&crc.to_le_bytes());
        self.filled = 0;
        self.block += 1;
    }

    /// Moves the buffer to the file.
    async fn flush(&mut self) -> Result<(), StoreError> {
        if std::mem::replace(&mut self.broken, true) {
            let error = io::Error::other("an earlier write failed or was abandoned");
            return Err(StoreError::io("continue", &path(&self.shared.blobs_dir, &self.id), error));
        }
        let mut buffer = std::mem::take(&mut self.buffer);
        let temporary = self.temporary.take();
        let (shared, id) = (self.shared.clone(), self.id);
        // If this future is dropped meanwhile, the file is removed where the work ends.
        let (buffer, temporary) = blocking(&self.shared, move || {
            let mut temporary = match temporary {
                Some(temporary) => temporary,
                None => Temporary::create(shared, &id)?,
            };
            temporary.write(&buffer)?;
            buffer.clear();
            Ok((buffer, temporary))
        })
        .await?;
        self.buffer = buffer;
        self.temporary = Some(temporary);
        self.broken = false;
        Ok(())
    }
}

/// A file that has no name yet; removed when dropped.
struct Temporary {
    shared: Arc<Shared>,
    path: PathBuf,
    file: File,
    published: bool,
}

impl Temporary {
    fn create(shared: Arc<Shared>, id: &BlobId) -> Result<Temporary, StoreError> {
        let path = shared.blobs_dir.join("tmp").join(id.to_string());
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)
            .map_err(|error| StoreError::io("create", &path, error))?;
        let mut temporary = Temporary { shared, path, file, published: false };
        temporary.write(&format::header(id))?;
        Ok(temporary)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.file.write_all(bytes).map_err(|error| StoreError::io("write", &self.path, error))
    }

    /// Syncs, renames and syncs the folder: from here on the file is there after any crash.
    fn publish(mut self, shared: Arc<Shared>, id: BlobId) -> Result<PendingFile, StoreError> {
        self.file.sync_all().map_err(|error| StoreError::io("sync", &self.path, error))?;
        let name = path(&shared.blobs_dir, &id);
        let folder = name.parent().expect("a blob is in a folder");
        open::make(folder)?;
        let pending = PendingFile::announce(shared.clone(), id);
        fs::rename(&self.path, &name).map_err(|error| StoreError::io("rename", &self.path, error))?;
        self.published = true;
        open::sync_dir(folder)?;
        Ok(pending)
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.published {
            self.shared.remove_later(std::mem::take(&mut self.path));
        }
    }
}
