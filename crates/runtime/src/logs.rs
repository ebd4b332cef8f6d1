//! What a container prints, as lines.

use std::os::fd::OwnedFd;
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::{Bytes, BytesMut};
use tokio::io::AsyncReadExt;
use tokio::net::unix::pipe;
use tokio::sync::mpsc;

/// The longest line; what is longer comes in pieces of this many bytes.
pub const MAX_LINE: usize = 256 * 1024;

/// Lines that wait to be taken before the container has to wait in turn.
const QUEUED_LINES: usize = 1024;

/// Which descriptor a line was written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// One line of output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Where it was written.
    pub stream: Stream,
    /// When it was read, in milliseconds of Unix time.
    pub timestamp_ms: u64,
    /// The line without its newline; any bytes at all.
    pub bytes: Bytes,
}

/// The lines of both streams, in the order of each; it ends when every process of the container has.
///
/// A reader that falls behind makes the container wait; a reader that is dropped lets the output vanish.
pub type LogStream = mpsc::Receiver<LogLine>;

/// The two ends of a container's output.
pub(crate) fn channel() -> (mpsc::Sender<LogLine>, LogStream) {
    mpsc::channel(QUEUED_LINES)
}

/// Starts reading both pipes.
pub(crate) fn follow(stdout: OwnedFd, stderr: OwnedFd) -> std::io::Result<LogStream> {
    let (sender, receiver) = channel();
    for (descriptor, stream) in [(stdout, Stream::Stdout), (stderr, Stream::Stderr)] {
        let pipe = pipe::Receiver::from_owned_fd(descriptor)?;
        tokio::spawn(read_lines(pipe, Splitter::new(stream, sender.clone())));
    }
    Ok(receiver)
}

async fn read_lines(mut pipe: pipe::Receiver, mut lines: Splitter) {
    loop {
        lines.buffer.reserve(8 * 1024);
        if !matches!(pipe.read_buf(&mut lines.buffer).await, Ok(1..)) {
            return lines.end().await;
        }
        lines.pass_on(false).await;
    }
}

/// Makes lines of the bytes of one stream.
pub(crate) struct Splitter {
    stream: Stream,
    lines: mpsc::Sender<LogLine>,
    buffer: BytesMut,
    searched: usize,
}

impl Splitter {
    pub(crate) fn new(stream: Stream, lines: mpsc::Sender<LogLine>) -> Splitter {
        Splitter { stream, lines, buffer: BytesMut::with_capacity(16 * 1024), searched: 0 }
    }

    /// Takes some bytes.
    pub(crate) async fn add(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(bytes);
        self.pass_on(false).await;
    }

    /// Passes on what has no newline at its end.
    pub(crate) async fn end(&mut self) {
        self.pass_on(true).await;
    }

    async fn pass_on(&mut self, ended: bool) {
        for line in split_lines(&mut self.buffer, &mut self.searched, ended) {
            let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            let timestamp_ms = u64::try_from(since_epoch.as_millis()).unwrap_or(u64::MAX);
            // With nobody listening the stream is still emptied, so that the container is not held up.
            let _ = self.lines.send(LogLine { stream: self.stream, timestamp_ms, bytes: line }).await;
        }
    }
}

/// Takes the whole lines out of the buffer; `searched` is how far it holds no newline.
fn split_lines(buffer: &mut BytesMut, searched: &mut usize, ended: bool) -> Vec<Bytes> {
    let mut lines = Vec::new();
    loop {
        match buffer[*searched..].iter().position(|byte| *byte == b'\n') {
            // A newline just past a full piece ends that piece; an empty line is not made of it.
            Some(offset) if *searched + offset <= MAX_LINE => {
                let mut line = buffer.split_to(*searched + offset + 1);
                line.truncate(line.len() - 1);
                lines.push(line.freeze());
            }
            _ if buffer.len() > MAX_LINE => lines.push(buffer.split_to(MAX_LINE).freeze()),
            _ => {
                *searched = buffer.len();
                break;
            }
        }
        *searched = 0;
    }
    if ended && !buffer.is_empty() {
        lines.push(buffer.split().freeze());
        *searched = 0;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pieces: &[&[u8]], expected: &[&[u8]]) {
        let (mut buffer, mut searched, mut lines) = (BytesMut::new(), 0, Vec::new());
        for piece in pieces {
            buffer.extend_from_slice(piece);
            lines.extend(split_lines(&mut buffer, &mut searched, false));
        }
        lines.extend(split_lines(&mut buffer, &mut searched, true));
        assert!(lines.iter().eq(expected.iter()), "{:?}", lines.iter().map(Bytes::len).collect::<Vec<_>>());
    }

    #[test]
    fn lines_are_whole_whatever_the_pieces() {
        check(&[], &[]);
        check(&[b"a\nb\n"], &[b"a", b"b"]);
        check(&[b"a", b"b\n", b"\nc"], &[b"ab", b"", b"c"]);
        check(&[b"\xff\x00\r\n"], &[b"\xff\x00\r"]);
    }

    #[test]
    fn a_long_line_comes_in_pieces() {
        let full = vec![b'x'; MAX_LINE];
        check(&[&full, b"\n", b"y\n"], &[&full, b"y"]);
        check(&[&full, b"z\ny"], &[&full, b"z", b"y"]);
        check(&[&full, &full, b"\n"], &[&full, &full]);
    }
}
