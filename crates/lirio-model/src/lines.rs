//! Line numbers as an editor shows them.

/// Turns byte offsets, asked in ascending order, into 1-based line numbers in one pass over the text.
/// A line ends with LF, CRLF or a lone CR.
pub(crate) struct LineCounter<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line of the first byte at or after `offset` that is not a line ending.
    /// The CSV reader reports where the previous record ended, which may lie before blank lines.
    pub(crate) fn record_at(&mut self, offset: u64) -> u64 {
        let mut target = usize::try_from(offset).unwrap_or(usize::MAX).min(self.bytes.len());
        while target < self.bytes.len() && matches!(self.bytes[target], b'\r' | b'\n') {
            target += 1;
        }
        self.line_of(target)
    }

    /// The line of the byte at `offset`.
    pub(crate) fn line_of(&mut self, offset: usize) -> u64 {
        while self.at < offset.min(self.bytes.len()) {
            let ends_line = match self.bytes[self.at] {
                b'\n' => true,
                b'\r' => self.bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends_line);
            self.at += 1;
        }
        self.line
    }
}
