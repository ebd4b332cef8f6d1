//! What a container prints, out of the engine's one stream.

use bytes::{Buf, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::sync::mpsc;

use crate::logs::{self, LogStream, Splitter, Stream};

/// The head of a frame: the stream, three zeros, and the length.
const HEAD: usize = 8;

/// Starts reading frames; the lines end when the stream does.
pub(super) fn follow(stream: impl AsyncRead + Send + Unpin + 'static) -> LogStream {
    let (lines, receiver) = logs::channel();
    tokio::spawn(read_frames(stream, lines));
    receiver
}

async fn read_frames(mut stream: impl AsyncRead + Unpin, lines: mpsc::Sender<logs::LogLine>) {
    let mut splitters = [Splitter::new(Stream::Stdout, lines.clone()), Splitter::new(Stream::Stderr, lines)];
    let mut buffer = BytesMut::with_capacity(16 * 1024);
    let (mut current, mut left) = (0, 0_usize);
    loop {
        // A frame may be larger than what is worth holding: it is passed on in pieces.
        if left > 0 && !buffer.is_empty() {
            let piece = buffer.split_to(left.min(buffer.len()));
            left -= piece.len();
            splitters[current].add(&piece).await;
            continue;
        }
        if left == 0 && buffer.len() >= HEAD {
            (current, left) = match head(&buffer) {
                Some(head) => head,
                None => {
                    tracing::warn!("the engine's output stream is not understood; the rest of it is lost");
                    break;
                }
            };
            buffer.advance(HEAD);
            continue;
        }
        buffer.reserve(8 * 1024);
        if !matches!(stream.read_buf(&mut buffer).await, Ok(1..)) {
            break;
        }
    }
    for splitter in &mut splitters {
        splitter.end().await;
    }
}

/// Which stream a frame is of (0 output, 1 errors), and its length.
fn head(bytes: &[u8]) -> Option<(usize, usize)> {
    let [kind, 0, 0, 0, length @ ..] = bytes.first_chunk::<HEAD>()? else { return None };
    let stream = match kind {
        // 0 is standard input, which some engines name when they mean output.
        0 | 1 => 0,
        2 => 1,
        _ => return None,
    };
    Some((stream, u32::from_be_bytes(*length) as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(stream: u8, text: &str) -> Vec<u8> {
        let mut frame = vec![stream, 0, 0, 0];
        frame.extend((text.len() as u32).to_be_bytes());
        frame.extend(text.as_bytes());
        frame
    }

    #[track_caller]
    fn check(bytes: &[u8], expected: &[(Stream, &str)]) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        // However the bytes arrive.
        for size in [1, 7, bytes.len().max(1)] {
            let pieces = bytes.chunks(size).map(<[u8]>::to_vec).collect::<Vec<_>>();
            let found = runtime.block_on(async {
                let (mut writer, reader) = tokio::io::duplex(64);
                let mut lines = follow(reader);
                tokio::spawn(async move {
                    for piece in pieces {
                        tokio::io::AsyncWriteExt::write_all(&mut writer, &piece).await.unwrap();
                    }
                });
                let mut found = Vec::new();
                while let Some(line) = lines.recv().await {
                    found.push((line.stream, String::from_utf8_lossy(&line.bytes).into_owned()));
                }
                found
            });
            let expected: Vec<_> =
                expected.iter().map(|(stream, text)| (*stream, (*text).to_owned())).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn frames_become_lines() {
        check(&[], &[]);
        let frames = [frame(1, "one\ntw"), frame(2, "three\n"), frame(1, ""), frame(1, "o\nfour")].concat();
        let expected = [
            (Stream::Stdout, "one"),
            (Stream::Stderr, "three"),
            (Stream::Stdout, "two"),
            (Stream::Stdout, "four"),
        ];
        check(&frames, &expected);
        check(b"no frames at all\n", &[]);
        // Cut short, what came counts.
        check(&frame(1, "half a line")[..12], &[(Stream::Stdout, "half")]);
    }
}
