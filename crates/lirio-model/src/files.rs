//! JSON files of a model directory.

use serde::{Serialize, de::DeserializeOwned};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A file that could not be read, written or understood; the message names it.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file system refused.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was attempted: `read`, `write`.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's reason.
        source: io::Error,
    },
    /// The file is not the JSON that was expected.
    #[error("{} is not what was expected", path.display())]
    Json {
        /// The file.
        path: PathBuf,
        /// Where and why.
        source: serde_json::Error,
    },
}

impl FileError {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }
}

/// Writes a value as JSON. The file appears whole or not at all: it is written under another name first.
///
/// # Errors
/// When the value cannot be serialised or the file system refuses.
pub fn write_json<T: Serialize + ?Sized>(path: &Path, value: &T) -> Result<(), FileError> {
    let bytes =
        serde_json::to_vec(value).map_err(|source| FileError::Json { path: path.to_owned(), source })?;
    let partial = path.with_extension("partial");
    fs::write(&partial, bytes).map_err(FileError::io("write", &partial))?;
    fs::rename(&partial, path).map_err(FileError::io("write", path))
}

/// Reads a value from a JSON file.
///
/// # Errors
/// When the file is missing or is not JSON of this shape; the message names the file, line and column.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, FileError> {
    let bytes = fs::read(path).map_err(FileError::io("read", path))?;
    serde_json::from_slice(&bytes).map_err(|source| FileError::Json { path: path.to_owned(), source })
}
