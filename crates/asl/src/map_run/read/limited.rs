//! Bounds and compression of what is read.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, Read};
use std::rc::Rc;

use flate2::bufread::MultiGzDecoder;

/// How many bytes may still be read before an item has to be complete.
#[derive(Debug, Clone, Default)]
pub(super) struct Budget(Rc<Cell<Option<usize>>>);

impl Budget {
    /// The next item may take so many bytes.
    pub(super) fn set(&self, bytes: usize) {
        self.0.set(Some(bytes));
    }

    /// What follows is skipped and takes no memory.
    pub(super) fn lift(&self) {
        self.0.set(None);
    }
}

/// A reader that fails when an item takes more bytes than it may.
pub(super) struct Limited<R> {
    inner: R,
    budget: Budget,
}

impl<R> Limited<R> {
    pub(super) fn new(inner: R, budget: Budget) -> Limited<R> {
        Limited { inner, budget }
    }
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        if let Some(left) = self.budget.0.get() {
            let left = left.checked_sub(read).ok_or_else(|| io::Error::other("an item is too large"))?;
            self.budget.0.set(Some(left));
        }
        Ok(read)
    }
}

/// The content of an object, unpacked if it is a gzip file.
pub(super) fn unpacked<'o>(content: Box<dyn Read + 'o>) -> Result<Box<dyn BufRead + 'o>, String> {
    let mut content = BufReader::with_capacity(64 * 1024, content);
    let packed = content.fill_buf().map_err(|e| unreadable(&e))?.starts_with(&[0x1f, 0x8b]);
    Ok(if packed {
        Box::new(BufReader::with_capacity(64 * 1024, MultiGzDecoder::new(content)))
    } else {
        Box::new(content)
    })
}

pub(super) fn unreadable(error: &dyn std::fmt::Display) -> String {
    format!("The object cannot be read: {error}")
}
