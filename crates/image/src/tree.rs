//! A directory tree that nothing leads out of.
//!
//! Every step is one component, opened relative to the directory before it and never following a link; where
//! a link stands in a path it is read and walked here, with the tree's root as `/` and with `..` stopping
//! there, as the container itself would see it.

use std::ffi::CString;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::rc::Rc;

use rustix::fs::{AtFlags, FileType, Mode, OFlags};
use rustix::io::Errno;

/// How deep directories may nest; keeps every walk, and every removal later, bounded.
pub(crate) const MAX_DEPTH: usize = 128;
/// As the kernel's own limit.
const MAX_LINKS: usize = 40;
/// How many components one walk may take, those of links included; more is a way to waste time.
const MAX_STEPS: usize = 4 * MAX_DEPTH;

const DIRECTORY: OFlags =
    OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

/// A directory in the tree, with its path without links (empty for the root).
#[derive(Clone)]
pub(crate) struct Place {
    directory: Rc<OwnedFd>,
    pub(crate) path: Vec<u8>,
}

impl AsFd for Place {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.directory.as_fd()
    }
}

impl Place {
    /// The path of `name` in this directory.
    pub(crate) fn join(&self, name: &[u8]) -> Vec<u8> {
        join(&self.path, name)
    }
}

/// Why a walk ended.
#[derive(Debug)]
pub(crate) enum WalkError {
    /// The path makes no sense in this tree.
    Refused(&'static str),
    /// The operating system refused.
    System(Errno),
}

impl From<Errno> for WalkError {
    fn from(errno: Errno) -> Self {
        Self::System(errno)
    }
}

/// What to do about directories that are missing on the way.
pub(crate) enum Missing<'a> {
    Refuse,
    /// Makes them, and tells the path of each.
    Create(&'a mut dyn FnMut(Vec<u8>)),
}

/// A tree below one directory.
pub(crate) struct Tree {
    root: Rc<OwnedFd>,
}

impl Tree {
    pub(crate) fn new(root: OwnedFd) -> Self {
        Self { root: Rc::new(root) }
    }

    pub(crate) fn root(&self) -> Place {
        Place { directory: Rc::clone(&self.root), path: Vec::new() }
    }

    /// Walks to the directory at `path`, through links as the container would.
    pub(crate) fn walk(&self, path: &[u8], mut missing: Missing<'_>) -> Result<Place, WalkError> {
        // What is still to walk, last component first.
        let mut ahead: Vec<Vec<u8>> = components(path).rev().map(<[u8]>::to_vec).collect();
        let mut way = vec![self.root()];
        let mut links = 0;
        let mut steps = 0;
        while let Some(name) = ahead.pop() {
            steps += 1;
            if steps > MAX_STEPS {
                return Err(WalkError::Refused("its symbolic links take too many steps"));
            }
            if name == b".." {
                // The root is its own parent.
                if way.len() > 1 {
                    way.pop();
                }
                continue;
            }
            if way.len() > MAX_DEPTH {
                return Err(WalkError::Refused("directories are nested more than 128 deep"));
            }
            let here = way.last().expect("the root is never popped");
            let opened = match open_directory(here, &name) {
                Err(Errno::NOENT) => match &mut missing {
                    Missing::Refuse => {
                        return Err(WalkError::Refused("a directory on the way does not exist"));
                    }
                    Missing::Create(created) => {
                        rustix::fs::mkdirat(here, name.as_slice(), Mode::RWXU)?;
                        created(here.join(&name));
                        open_directory(here, &name)
                    }
                },
                other => other,
            };
            match opened {
                Ok(directory) => {
                    let path = here.join(&name);
                    way.push(Place { directory: Rc::new(directory), path });
                }
                // A link where a directory is wanted is reported as either of the two.
                Err(Errno::NOTDIR | Errno::LOOP) => {
                    let target = match rustix::fs::readlinkat(here, name.as_slice(), Vec::new()) {
                        Ok(target) => target,
                        Err(Errno::INVAL) => {
                            return Err(WalkError::Refused("something on the way is not a directory"));
                        }
                        Err(errno) => return Err(errno.into()),
                    };
                    links += 1;
                    if links > MAX_LINKS {
                        return Err(WalkError::Refused("its symbolic links go in circles"));
                    }
                    if target.as_bytes().starts_with(b"/") {
                        way.truncate(1);
                    }
                    ahead.extend(components(target.as_bytes()).rev().map(<[u8]>::to_vec));
                }
                Err(errno) => return Err(errno.into()),
            }
        }
        Ok(way.pop().expect("the root is never popped"))
    }

    /// Opens the directory at a path without links; `None` when something else stands there by now.
    pub(crate) fn open_exactly(&self, path: &[u8]) -> Result<Option<Place>, Errno> {
        let mut place = self.root();
        for name in components(path) {
            match open_directory(&place, name) {
                Ok(directory) => place = Place { directory: Rc::new(directory), path: place.join(name) },
                Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => return Ok(None),
                Err(errno) => return Err(errno),
            }
        }
        Ok(Some(place))
    }
}

/// The components of a path without empty ones and `.`.
pub(crate) fn components(path: &[u8]) -> impl DoubleEndedIterator<Item = &[u8]> {
    path.split(|byte| *byte == b'/').filter(|component| !component.is_empty() && *component != b".")
}

fn join(path: &[u8], name: &[u8]) -> Vec<u8> {
    if path.is_empty() { name.to_vec() } else { [path, b"/", name].concat() }
}

fn open_directory(parent: impl AsFd, name: &[u8]) -> Result<OwnedFd, Errno> {
    rustix::fs::openat(parent, name, DIRECTORY, Mode::empty())
}

/// Opens a directory by its path; for directories that are ours, not for paths of layers.
pub(crate) fn open_root(path: &std::path::Path) -> io::Result<OwnedFd> {
    Ok(rustix::fs::open(path, DIRECTORY, Mode::empty())?)
}

/// What stands at `name`, without following a link; `None` for nothing.
pub(crate) fn kind_at(parent: impl AsFd, name: &[u8]) -> Result<Option<FileType>, Errno> {
    match rustix::fs::statat(parent, name, AtFlags::SYMLINK_NOFOLLOW) {
        Ok(stat) => Ok(Some(FileType::from_raw_mode(stat.st_mode))),
        Err(Errno::NOENT) => Ok(None),
        Err(errno) => Err(errno),
    }
}

/// Removes whatever stands at `name`, with everything below it, also directories that forbid it to their
/// owner; nothing there is no error. The recursion is as deep as the tree, at most [`MAX_DEPTH`].
pub(crate) fn remove_at(parent: BorrowedFd<'_>, name: &[u8]) -> Result<(), Errno> {
    match rustix::fs::unlinkat(parent, name, AtFlags::empty()) {
        Ok(()) | Err(Errno::NOENT) => return Ok(()),
        Err(Errno::ISDIR | Errno::PERM) => {}
        Err(errno) => return Err(errno),
    }
    match kind_at(parent, name)? {
        Some(FileType::Directory) => {}
        // Two processes may sweep the same remainder.
        None => return Ok(()),
        Some(_) => return Err(Errno::PERM),
    }
    let directory = match open_directory(parent, name) {
        Err(Errno::NOENT) => return Ok(()),
        Err(Errno::ACCESS) => {
            rustix::fs::chmodat(parent, name, Mode::RWXU, AtFlags::empty())?;
            open_directory(parent, name)?
        }
        other => other?,
    };
    let children = children(directory.as_fd())?;
    if !children.is_empty() {
        rustix::fs::fchmod(&directory, Mode::RWXU)?;
    }
    for child in children {
        remove_at(directory.as_fd(), child.as_bytes())?;
    }
    match rustix::fs::unlinkat(parent, name, AtFlags::REMOVEDIR) {
        Err(Errno::NOENT) => Ok(()),
        other => other,
    }
}

/// The names in a directory, without `.` and `..`.
pub(crate) fn children(directory: BorrowedFd<'_>) -> Result<Vec<CString>, Errno> {
    let mut names = Vec::new();
    for entry in rustix::fs::Dir::read_from(directory)? {
        let entry = entry?;
        if !matches!(entry.file_name().to_bytes(), b"." | b"..") {
            names.push(entry.file_name().to_owned());
        }
    }
    Ok(names)
}
