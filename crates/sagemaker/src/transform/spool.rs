//! The file in which an output grows.

use std::io;
use std::path::{Path, PathBuf};

use tokio::fs::File;
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _, BufWriter};

use super::failure::Failure;

/// The longest output: what one PutObject takes.
const LONGEST_OUTPUT: u64 = 5 << 30;
/// What is written at once.
const BUFFER: usize = 64 * 1024;

/// An output that grows.
pub(crate) struct Spool {
    path: PathBuf,
    file: BufWriter<File>,
    written: u64,
    /// The last byte, if there is one.
    pub(crate) last: Option<u8>,
}

impl Spool {
    pub(crate) async fn create(path: PathBuf) -> Result<Self, Failure> {
        let file = File::create_new(&path).await.map_err(|error| unwritable(&path, &error))?;
        Ok(Self { path, file: BufWriter::with_capacity(BUFFER, file), written: 0, last: None })
    }

    pub(crate) async fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let Some(last) = bytes.last() else { return Ok(()) };
        self.written = self.written.saturating_add(bytes.len() as u64);
        if self.written > LONGEST_OUTPUT {
            return Err(Failure::client(format!(
                "the output is longer than {LONGEST_OUTPUT} bytes, the most that one object can be stored with"
            )));
        }
        self.last = Some(*last);
        self.file.write_all(bytes).await.map_err(|error| unwritable(&self.path, &error))
    }

    /// Forgets what was written.
    pub(crate) async fn clear(&mut self) -> Result<(), Failure> {
        let cleared = async {
            self.file.flush().await?;
            let file = self.file.get_mut();
            file.set_len(0).await?;
            file.rewind().await
        };
        cleared.await.map_err(|error| unwritable(&self.path, &error))?;
        self.written = 0;
        self.last = None;
        Ok(())
    }

    pub(crate) async fn finish(&mut self) -> Result<(), Failure> {
        self.file.flush().await.map_err(|error| unwritable(&self.path, &error))
    }
}

/// A failure of the platform's own disk.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::platform(format!("cannot write {}: {error}", path.display()))
}
