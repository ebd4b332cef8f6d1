//! Folders that a container may change at any moment, read without being led out of them.

use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags, ResolveFlags};

/// The most files and folders that one folder may hold below it.
const MOST_ENTRIES: usize = 1_000_000;
/// Neither up, nor by an absolute link, nor through `/proc`.
const INSIDE: ResolveFlags = ResolveFlags::BENEATH.union(ResolveFlags::NO_MAGICLINKS);

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Folder,
    File,
    Link,
}

/// Tells one content of a file from another, as far as its metadata do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stamp {
    inode: u64,
    size: i64,
    seconds: i64,
    nanoseconds: u64,
}

/// A file, a folder or a link below a [`Rooted`]; sockets, pipes and devices are none.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) path: PathBuf,
    pub(crate) kind: Kind,
    pub(crate) stamp: Stamp,
}

/// An open folder: whatever the container moves or links, its content is only looked for below it.
#[derive(Debug)]
pub(crate) struct Rooted(OwnedFd);

impl Rooted {
    /// Opens a folder; `None` if there is none, or a link in its place.
    pub(crate) fn open(folder: &Path) -> io::Result<Option<Self>> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        match rustix::fs::open(folder, flags, Mode::empty()) {
            Ok(folder) => Ok(Some(Self(folder))),
            Err(rustix::io::Errno::NOENT | rustix::io::Errno::NOTDIR | rustix::io::Errno::LOOP) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Everything below it, in no order.
    ///
    /// # Errors
    ///
    /// Whatever reading a folder gives, but for those that vanish meanwhile; more than a million entries; a
    /// path that is no UTF-8 text, which no object's key could be.
    pub(crate) fn entries(&self) -> io::Result<Vec<Entry>> {
        let mut found = Vec::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(folder) = folders.pop() {
            let at = if folder.as_os_str().is_empty() { Path::new(".") } else { &folder };
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
            let resolve = INSIDE | ResolveFlags::NO_SYMLINKS;
            let open = match rustix::fs::openat2(&self.0, at, flags, Mode::empty(), resolve) {
                Ok(open) => open,
                // It was removed or replaced since it was listed.
                Err(error) if is_gone(error) => continue,
                Err(error) => return Err(error.into()),
            };
            for name in Dir::read_from(&open)? {
                let name = name?;
                let name = name.file_name();
                if matches!(name.to_bytes(), b"." | b"..") {
                    continue;
                }
                let stat = match rustix::fs::statat(&open, name, AtFlags::SYMLINK_NOFOLLOW) {
                    Ok(stat) => stat,
                    Err(error) if is_gone(error) => continue,
                    Err(error) => return Err(error.into()),
                };
                let path = folder.join(std::ffi::OsStr::from_bytes(name.to_bytes()));
                let kind = match FileType::from_raw_mode(stat.st_mode) {
                    FileType::Directory => Kind::Folder,
                    FileType::RegularFile => Kind::File,
                    FileType::Symlink => Kind::Link,
                    _ => continue,
                };
                if path.to_str().is_none() {
                    return Err(io::Error::other(format!("the name of {} is no UTF-8 text", path.display())));
                }
                if kind == Kind::Folder {
                    folders.push(path.clone());
                }
                if found.len() >= MOST_ENTRIES {
                    return Err(io::Error::other(format!("there are more than {MOST_ENTRIES} files")));
                }
                found.push(Entry { path, kind, stamp: stamp(&stat) });
            }
        }
        Ok(found)
    }

    /// Opens a plain file below it, through links that stay inside.
    pub(crate) fn file(&self, path: &Path) -> io::Result<File> {
        // A pipe in its place would hold us up.
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = File::from(rustix::fs::openat2(&self.0, path, flags, Mode::empty(), INSIDE)?);
        if !file.metadata()?.is_file() {
            return Err(io::Error::other(format!("{} is no plain file", path.display())));
        }
        Ok(file)
    }

    /// Where a link below it points, as it is written.
    pub(crate) fn link(&self, path: &Path) -> io::Result<PathBuf> {
        let flags = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let link = rustix::fs::openat2(&self.0, path, flags, Mode::empty(), INSIDE)?;
        let target = rustix::fs::readlinkat(&link, "", Vec::new())?;
        Ok(PathBuf::from(std::ffi::OsStr::from_bytes(target.as_bytes())))
    }
}

/// The stamp of an open file, which may have changed since it was listed.
pub(crate) fn stamp_of(file: &File) -> io::Result<Stamp> {
    Ok(stamp(&rustix::fs::fstat(file)?))
}

fn stamp(stat: &rustix::fs::Stat) -> Stamp {
    Stamp { inode: stat.st_ino, size: stat.st_size, seconds: stat.st_mtime, nanoseconds: stat.st_mtime_nsec }
}

fn is_gone(error: rustix::io::Errno) -> bool {
    use rustix::io::Errno;
    matches!(error, Errno::NOENT | Errno::NOTDIR | Errno::LOOP | Errno::XDEV)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn nothing_leads_out() {
        let root = std::env::temp_dir().join(format!("lirio-rooted-{}", lirio_service::hex_id::<8>()));
        fs::create_dir_all(root.join("in/sub")).unwrap();
        fs::write(root.join("secret"), "s").unwrap();
        fs::write(root.join("in/sub/file"), "f").unwrap();
        symlink("../secret", root.join("in/up")).unwrap();
        symlink("/etc/passwd", root.join("in/absolute")).unwrap();
        symlink("sub/file", root.join("in/inside")).unwrap();
        symlink("..", root.join("in/folder")).unwrap();
        symlink("in", root.join("link")).unwrap();
        let folder = Rooted::open(&root.join("in")).unwrap().unwrap();
        let mut names: Vec<_> = folder
            .entries()
            .unwrap()
            .into_iter()
            .map(|entry| (entry.path.display().to_string(), entry.kind))
            .collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        let expected = [
            ("absolute", Kind::Link),
            ("folder", Kind::Link),
            ("inside", Kind::Link),
            ("sub", Kind::Folder),
            ("sub/file", Kind::File),
            ("up", Kind::Link),
        ];
        assert_eq!(names, expected.map(|(name, kind)| (name.to_owned(), kind)));
        let check = |path: &str, good: bool| assert_eq!(folder.file(Path::new(path)).is_ok(), good, "{path}");
        check("sub/file", true);
        check("inside", true);
        check("up", false);
        check("absolute", false);
        check("folder/secret", false);
        check("sub", false);
        assert_eq!(folder.link(Path::new("up")).unwrap(), Path::new("../secret"));
        assert!(Rooted::open(&root.join("link")).unwrap().is_none());
        assert!(Rooted::open(&root.join("nothing")).unwrap().is_none());
        fs::remove_dir_all(root).unwrap();
    }
}
