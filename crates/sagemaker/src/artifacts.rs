//! Trees of files as tar.gz, and back.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Write as _};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use flate2::{Compression, GzBuilder};
use tar::{Builder, EntryType, Header};

/// The most a model may unpack to.
const MOST_BYTES: u64 = 256 << 30;
/// The most files of a model.
const MOST_ENTRIES: usize = 1_000_000;

/// Whether the path is a folder (not a link to one) with something in it.
pub(crate) fn has_files(folder: &Path) -> bool {
    is_folder(folder) && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some())
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir())
}

/// Writes a folder's content as a gzip-compressed tar file: the same content gives the same bytes.
///
/// A container may have put anything there: links stay links and are never followed, sockets and pipes are
/// left out.  A folder that is missing, or was replaced by a link, counts as empty.
pub(crate) fn pack(folder: &Path, to: &Path) -> io::Result<()> {
    let file = BufWriter::with_capacity(64 * 1024, File::create(to)?);
    let gzip = GzBuilder::new().mtime(0).write(file, Compression::fast());
    let mut tar = Builder::new(gzip);
    let mut folders = if is_folder(folder) { vec![PathBuf::new()] } else { Vec::new() };
    while let Some(relative) = folders.pop() {
        let mut names: Vec<_> = fs::read_dir(folder.join(&relative))?
            .map(|entry| Ok(entry?.file_name()))
            .collect::<io::Result<_>>()?;
        names.sort();
        // Subfolders are visited last first, since the stack turns them round.
        let mut below = Vec::new();
        for name in names {
            let inside = relative.join(&name);
            if append(&mut tar, folder, &inside)? {
                below.push(inside);
            }
        }
        folders.extend(below.into_iter().rev());
    }
    tar.into_inner()?.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?.flush()
}

/// Appends one entry; whether it is a folder.
fn append<W: io::Write>(tar: &mut Builder<W>, root: &Path, inside: &Path) -> io::Result<bool> {
    let path = root.join(inside);
    let meta = fs::symlink_metadata(&path)?;
    let mut header = Header::new_gnu();
    header.set_mtime(0);
    if meta.is_dir() {
        header.set_entry_type(EntryType::Directory);
        header.set_mode(0o755);
        header.set_size(0);
        tar.append_data(&mut header, inside, io::empty())?;
        return Ok(true);
    }
    if meta.is_symlink() {
        header.set_entry_type(EntryType::Symlink);
        header.set_mode(0o777);
        header.set_size(0);
        tar.append_link(&mut header, inside, fs::read_link(&path)?)?;
    } else if meta.is_file() {
        header.set_mode(if mode(&meta) & 0o111 == 0 { 0o644 } else { 0o755 });
        header.set_size(meta.len());
        // A file that still grows would not fit its header.
        tar.append_data(&mut header, inside, File::open(&path)?.take(meta.len()))?;
    }
    Ok(false)
}

fn mode(meta: &fs::Metadata) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&meta.permissions())
}

/// Unpacks a gzip-compressed tar stream below a folder, and never outside of it.
///
/// # Errors
///
/// A stream that is none, that leads outside, that has devices, or that is too large; the text says which.
pub(crate) fn unpack(stream: impl Read, folder: &Path) -> io::Result<()> {
    let decoder = Bounded { inner: MultiGzDecoder::new(io::BufReader::new(stream)), left: MOST_BYTES };
    let mut archive = tar::Archive::new(decoder);
    archive.set_preserve_mtime(false);
    for (count, entry) in archive.entries()?.enumerate() {
        let mut entry = entry?;
        let name = || String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if count >= MOST_ENTRIES {
            return Err(io::Error::other(format!("the archive has more than {MOST_ENTRIES} entries")));
        }
        let kind = entry.header().entry_type();
        let plain = kind.is_file()
            || kind.is_dir()
            || kind.is_symlink()
            || kind.is_hard_link()
            || kind.is_gnu_sparse()
            || kind.is_contiguous();
        if !plain {
            return Err(io::Error::other(format!("{} is neither a file nor a folder nor a link", name())));
        }
        let shown = name();
        if !entry.unpack_in(folder)? {
            return Err(io::Error::other(format!("{shown} leads out of the archive")));
        }
    }
    Ok(())
}

/// A reader that fails past a limit, instead of filling the disk.
struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or_else(|| {
            io::Error::other(format!("the archive unpacks to more than {MOST_BYTES} bytes"))
        })?;
        Ok(count)
    }
}

/// The first `limit` bytes of a plain file, as text; nothing if it is anything else or missing.
pub(crate) fn read_text(path: &Path, limit: u64) -> Option<String> {
    // A pipe in its place would hold us up, a link would lead elsewhere.
    if !fs::symlink_metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(limit).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8_lossy(&bytes).trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Makes a folder that any user of a container may write to; its parent is only the platform's.
pub(crate) fn open_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o777))
}

/// A name as the last part of a path.
pub(crate) fn file_name(path: &Path) -> &OsStr {
    path.file_name().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    type Archive = Builder<flate2::write::GzEncoder<Vec<u8>>>;

    struct Folder(PathBuf);

    impl Folder {
        fn new() -> Self {
            let path = std::env::temp_dir().join(format!("lirio-artifacts-{}", lirio_service::hex_id::<8>()));
            fs::create_dir(&path).unwrap();
            Self(path)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_same_tree_gives_the_same_bytes_and_comes_back() {
        let folder = Folder::new();
        let make = |name: &str, order: [&str; 3]| {
            let root = folder.0.join(name);
            fs::create_dir_all(root.join("sub")).unwrap();
            for file in order {
                fs::write(root.join(file), file).unwrap();
            }
            std::os::unix::fs::symlink("/etc/passwd", root.join("link")).unwrap();
            let packed = folder.0.join(format!("{name}.tar.gz"));
            pack(&root, &packed).unwrap();
            fs::read(packed).unwrap()
        };
        let one = make("one", ["b", "sub/c", "a"]);
        assert_eq!(one, make("two", ["a", "b", "sub/c"]));
        let back = folder.0.join("back");
        fs::create_dir(&back).unwrap();
        unpack(&one[..], &back).unwrap();
        assert_eq!(fs::read_to_string(back.join("sub/c")).unwrap(), "sub/c");
        assert_eq!(fs::read_link(back.join("link")).unwrap(), Path::new("/etc/passwd"));
    }

    #[test]
    fn archives_that_lead_out_or_are_none_are_refused() {
        let folder = Folder::new();
        let check = |change: fn(&mut Archive), expected: &str| {
            let mut tar = Builder::new(GzBuilder::new().write(Vec::new(), Compression::fast()));
            change(&mut tar);
            let bytes = tar.into_inner().unwrap().finish().unwrap();
            let inside = folder.0.join("inside");
            let _ = fs::remove_dir_all(&inside);
            fs::create_dir(&inside).unwrap();
            let error = unpack(&bytes[..], &inside).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
            assert!(!folder.0.join("out").exists());
        };
        check(
            |tar| {
                let mut header = Header::new_gnu();
                header.set_size(1);
                header.as_gnu_mut().unwrap().name[..6].copy_from_slice(b"../out");
                header.set_cksum();
                tar.append(&header, &b"x"[..]).unwrap();
            },
            "leads out",
        );
        check(
            |tar| {
                let mut header = Header::new_gnu();
                header.set_entry_type(EntryType::Symlink);
                header.set_size(0);
                tar.append_link(&mut header, "up", "..").unwrap();
                let mut header = Header::new_gnu();
                header.set_size(1);
                header.set_mode(0o644);
                tar.append_data(&mut header, "up/out", &b"x"[..]).unwrap();
            },
            "",
        );
        check(
            |tar| {
                let mut header = Header::new_gnu();
                header.set_entry_type(EntryType::Fifo);
                header.set_size(0);
                tar.append_data(&mut header, "pipe", io::empty()).unwrap();
            },
            "neither a file",
        );
        assert!(unpack(&b"no gzip"[..], &folder.0).is_err());
    }

    #[test]
    fn a_failure_file_that_is_a_link_is_not_read() {
        let folder = Folder::new();
        std::os::unix::fs::symlink("/etc/passwd", folder.0.join("failure")).unwrap();
        assert_eq!(read_text(&folder.0.join("failure"), 10), None);
        fs::write(folder.0.join("text"), "0123456789abc").unwrap();
        assert_eq!(read_text(&folder.0.join("text"), 10).as_deref(), Some("0123456789"));
    }
}
