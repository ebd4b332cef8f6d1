//! The one error type of the crate.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::BlobId;

/// Why the store could not do what it was asked.
///
/// Cloneable, because one failed group commit is answered to every caller that took part in it.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// Another process has the data directory open.
    #[error("{} is in use by {}: stop it first, or choose another data directory", .path.display(), holder(*.pid))]
    Locked {
        /// The data directory.
        path: PathBuf,
        /// The process that holds the lock, when it could be read.
        pid: Option<u32>,
    },
    /// The data directory cannot be created or written.
    #[error("cannot write in {}: make it a folder that this user may write, or choose another data directory", .path.display())]
    NotWritable {
        /// The folder or file that was refused.
        path: PathBuf,
        /// What the operating system answered.
        source: Arc<io::Error>,
    },
    /// No space left (or a quota or file size limit reached). Nothing of the failed commit or blob was kept.
    #[error("no space left for {}: free some space and try again", .path.display())]
    DiskFull {
        /// The file that could not grow.
        path: PathBuf,
    },
    /// Stored bytes are not what was written.
    #[error("corrupt data in {place}: {reason}")]
    Corrupt {
        /// Which table and key, blob and block, or file.
        place: String,
        /// What is wrong there.
        reason: String,
    },
    /// The data directory was written by another version, or is not ours.
    #[error("the data directory has format {found}, this version needs {wanted}")]
    Format {
        /// What the directory says.
        found: String,
        /// What this version reads.
        wanted: String,
    },
    /// No blob with this identifier.
    #[error("blob {0} does not exist")]
    NoSuchBlob(BlobId),
    /// A value exceeds the bound that the caller gave.
    #[error("{what} has {size} bytes, more than the {limit} allowed here")]
    TooLarge {
        /// What was read.
        what: String,
        /// Its size in bytes.
        size: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A value could not be written as JSON.
    #[error("cannot encode a value for {place}: {reason}")]
    Encode {
        /// The table or topic it was meant for.
        place: String,
        /// What the serializer said.
        reason: String,
    },
    /// The store was closed while, or before, this was asked.
    #[error("the store is closed")]
    Closed,
    /// The closure given to `commit` panicked; its changes were rolled back.
    #[error("a commit panicked: {0}")]
    Panicked(String),
    /// A file operation failed.
    #[error("{action} {} failed", .path.display())]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the operating system answered.
        source: Arc<io::Error>,
    },
    /// The embedded database refused a statement.
    #[error("database error {code} in {}: {message}", .path.display())]
    Sqlite {
        /// The database file.
        path: PathBuf,
        /// SQLite's extended result code.
        code: i32,
        /// SQLite's message.
        message: String,
    },
}

impl StoreError {
    /// Classifies a file error: a full disk is told apart from the rest.
    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> StoreError {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        match source.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => StoreError::DiskFull { path: path.to_owned() },
            _ => StoreError::Io { action, path: path.to_owned(), source: Arc::new(source) },
        }
    }

    /// Classifies a database error on the database file `path`.
    pub(crate) fn sqlite(path: &Path, error: &rusqlite::Error) -> StoreError {
        use rusqlite::ErrorCode;
        let (code, kind) = match error {
            rusqlite::Error::SqliteFailure(failure, _) => (failure.extended_code, Some(failure.code)),
            _ => (0, None),
        };
        match kind {
            Some(ErrorCode::DiskFull) => StoreError::DiskFull { path: path.to_owned() },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                StoreError::Corrupt { place: path.display().to_string(), reason: error.to_string() }
            }
            _ => StoreError::Sqlite { path: path.to_owned(), code, message: error.to_string() },
        }
    }
}

fn holder(pid: Option<u32>) -> String {
    pid.map_or_else(|| "another process".to_owned(), |pid| format!("process {pid}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(error: StoreError, expected: &str) {
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn messages_say_where_and_what_to_do() {
        let path = PathBuf::from("/data");
        check(
            StoreError::Locked { path: path.clone(), pid: Some(7) },
            "/data is in use by process 7: stop it first, or choose another data directory",
        );
        check(
            StoreError::Locked { path: path.clone(), pid: None },
            "/data is in use by another process: stop it first, or choose another data directory",
        );
        check(
            StoreError::io("write", &path, io::Error::from(io::ErrorKind::StorageFull)),
            "no space left for /data: free some space and try again",
        );
        check(StoreError::io("write", &path, io::Error::from(io::ErrorKind::NotFound)), "write /data failed");
    }
}
