//! A layer's files to a tar stream, compressed and digested on the way; the same files give the same bytes.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Write};

use flate2::{Compression as Level, GzBuilder};

use crate::build::FileSource;
use crate::digest::{Digest, DigestWriter};
use crate::error::ImageError;
use crate::media_type::Compression;

/// What stands at a path of the layer.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    Directory { mode: u32 },
    File { mode: u32, source: FileSource },
    Symlink { target: String },
}

/// What was written.
pub(crate) struct Written {
    pub(crate) digest: Digest,
    pub(crate) size: u64,
    pub(crate) diff_id: Digest,
}

/// Writes the nodes, sorted by path, so that a directory comes before what is in it.
pub(crate) fn write_layer(
    nodes: &BTreeMap<String, Node>,
    compression: Compression,
    out: impl Write,
) -> Result<Written, ImageError> {
    let blob = DigestWriter::new(out);
    let (mut blob, diff_id) = match compression {
        Compression::None => {
            let (blob, tar) = write_tar(nodes, blob)?;
            (blob, tar)
        }
        Compression::Gzip => {
            // No time and no name in the header, and level 1: binaries hardly shrink further, and the
            // person waits.
            let gzip = GzBuilder::new().mtime(0).write(blob, Level::fast());
            let (gzip, diff_id) = write_tar(nodes, gzip)?;
            (gzip.finish().map_err(ImageError::io("write the layer"))?, diff_id)
        }
    };
    blob.flush().map_err(ImageError::io("write the layer"))?;
    let (_, digester) = blob.into_parts();
    let size = digester.length();
    Ok(Written { digest: digester.finish(), size, diff_id })
}

fn write_tar<W: Write>(nodes: &BTreeMap<String, Node>, out: W) -> Result<(W, Digest), ImageError> {
    let mut archive = tar::Builder::new(DigestWriter::new(out));
    for (path, node) in nodes {
        append(&mut archive, path, node)?;
    }
    let out = archive.into_inner().map_err(ImageError::io("write the layer"))?;
    let (out, digester) = out.into_parts();
    Ok((out, digester.finish()))
}

fn append(archive: &mut tar::Builder<impl Write>, path: &str, node: &Node) -> Result<(), ImageError> {
    let doing = || ImageError::io(format!("write /{path} to the layer"));
    match node {
        Node::Directory { mode } => {
            let mut header = header(tar::EntryType::Directory, *mode, 0);
            archive.append_data(&mut header, format!("{path}/"), io::empty()).map_err(doing())
        }
        Node::Symlink { target } => {
            let mut header = header(tar::EntryType::Symlink, 0o777, 0);
            archive.append_link(&mut header, path, target).map_err(doing())
        }
        Node::File { mode, source: FileSource::Bytes(bytes) } => {
            let mut header = header(tar::EntryType::Regular, *mode, bytes.len() as u64);
            archive.append_data(&mut header, path, bytes.as_slice()).map_err(doing())
        }
        Node::File { mode, source: FileSource::Path(from) } => {
            let reading = || ImageError::io(format!("read {}, which becomes /{path}", from.display()));
            let file = File::open(from).map_err(reading())?;
            let metadata = file.metadata().map_err(reading())?;
            if !metadata.is_file() {
                return Err(ImageError::Build { reason: format!("{} is not a file", from.display()) });
            }
            let mut header = header(tar::EntryType::Regular, *mode, metadata.len());
            // The header has promised a size; a file that changes meanwhile must not break the archive.
            let mut content = Exactly { inner: file, rest: metadata.len() };
            archive.append_data(&mut header, path, &mut content).map_err(reading())
        }
    }
}

fn header(kind: tar::EntryType, mode: u32, size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(kind);
    header.set_mode(mode);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_size(size);
    header
}

/// A reader of exactly so many bytes.
struct Exactly {
    inner: File,
    rest: u64,
}

impl Read for Exactly {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = usize::try_from(self.rest).unwrap_or(usize::MAX).min(buffer.len());
        if wanted == 0 {
            return Ok(0);
        }
        let read = self.inner.read(&mut buffer[..wanted])?;
        if read == 0 {
            return Err(io::Error::other("the file became shorter while it was read; build again"));
        }
        self.rest -= read as u64;
        Ok(read)
    }
}
