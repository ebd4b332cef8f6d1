//! Archives that models come in, and files that containers leave.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

/// The most a model may unpack to.
const MOST_BYTES: u64 = 256 << 30;
/// The most files of a model.
const MOST_ENTRIES: usize = 1_000_000;

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
    use std::path::PathBuf;

    use flate2::{Compression, GzBuilder};
    use tar::{Builder, EntryType, Header};

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
