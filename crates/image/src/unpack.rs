//! A layer's tar stream to a directory that overlayfs can use as a lower one.
//!
//! What becomes of what:
//! - Files, directories, symbolic and hard links are made with mode, time and, as root, owner. Without the
//!   right to change owners everything belongs to the user who runs lirio.
//! - Set-user-id and set-group-id bits of files are dropped: containers run with `no_new_privs`, where they
//!   do nothing, and on the host they would be a way to become root.
//! - Devices and FIFOs are skipped and counted: a container gets its own `/dev`.
//! - Extended attributes are dropped.
//! - `.wh.name` and `.wh..wh..opq` become overlayfs's marks, when everything else is in place: they concern
//!   the layers below and never what this layer itself brings.
//! - Directories an archive leaves out are made with mode 0755.
//!
//! An entry with `..`, a hard link to something outside the layer, and anything else that makes no sense
//! refuses the whole layer; nothing outside the directory is touched, whatever the archive says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};

use rustix::fs::{AtFlags, FileType, Gid, Mode, OFlags, Timespec, Timestamps, Uid, XattrFlags};
use rustix::io::Errno;

use crate::tar_reader::{Entry, Kind, Metadata, TarReader};
use crate::tree::{self, Missing, Place, Tree, WalkError, components};

/// The most bytes of an entry's path; as the kernel's limit.
const MAX_PATH: usize = 4096;
/// The most memory for what is done after the last entry (modes of directories, whiteouts).
pub(crate) const MAX_DEFERRED_BYTES: usize = 64 << 20;
const WHITEOUT: &[u8] = b".wh.";
const WHITEOUT_META: &[u8] = b".wh..wh.";
const WHITEOUT_OPAQUE: &[u8] = b".wh..wh..opq";

/// How much the layers of one image may unpack to, together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnpackLimits {
    /// The most bytes of the uncompressed tar streams.
    pub bytes: u64,
    /// The most files, directories and links.
    pub entries: u64,
}

impl Default for UnpackLimits {
    /// 32 GiB and a million entries: above the largest images people train with.
    fn default() -> Self {
        Self { bytes: 32 << 30, entries: 1_000_000 }
    }
}

/// How this process can write what overlayfs wants; found out by trying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    /// Owners are kept, not squashed.
    pub(crate) owners: bool,
    /// Whiteouts are character devices 0/0 (else empty files with an attribute).
    pub(crate) device_whiteouts: bool,
    /// `trusted.overlay.*` attributes can be set.
    pub(crate) trusted: bool,
    /// `user.overlay.*` attributes can be set.
    pub(crate) user: bool,
}

impl Style {
    /// Tries in `directory`, which is ours, what is allowed.
    pub(crate) fn probe(directory: &OwnedFd) -> io::Result<Self> {
        const PROBE: &str = ".probe";
        tree::remove_at(directory.as_fd(), PROBE.as_bytes())?;
        let device_whiteouts =
            rustix::fs::mknodat(directory, PROBE, FileType::CharacterDevice, Mode::empty(), 0).is_ok();
        tree::remove_at(directory.as_fd(), PROBE.as_bytes())?;
        rustix::fs::mkdirat(directory, PROBE, Mode::RWXU)?;
        let probe = rustix::fs::openat(
            directory,
            PROBE,
            OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC,
            Mode::empty(),
        )?;
        let can_set = |name| rustix::fs::fsetxattr(&probe, name, b"y", XattrFlags::empty()).is_ok();
        let (trusted, user) = (can_set("trusted.overlay.opaque"), can_set("user.overlay.opaque"));
        // In a user namespace root may change owners only to those that are mapped, often only itself.
        let owners = rustix::fs::fchown(&probe, Some(Uid::from_raw(1)), Some(Gid::from_raw(1))).is_ok();
        tree::remove_at(directory.as_fd(), PROBE.as_bytes())?;
        Ok(Self { owners, device_whiteouts, trusted, user })
    }

    /// What a layer unpacked this way is good for, as one word in its marker.
    pub(crate) fn layout(&self) -> String {
        let owners = if self.owners { "owners" } else { "squashed" };
        let whiteouts = if self.device_whiteouts { "devices" } else { "attributes" };
        let marks = match (self.trusted, self.user) {
            (true, _) => "trusted",
            (false, true) => "user",
            (false, false) => "none",
        };
        format!("1-{owners}-{whiteouts}-{marks}")
    }
}

/// What a layer unpacked to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Unpacked {
    pub(crate) entries: u64,
    pub(crate) skipped_specials: u64,
    /// The layer hides everything below it.
    pub(crate) opaque_root: bool,
}

/// Why a layer was not unpacked.
#[derive(Debug)]
pub(crate) enum UnpackError {
    /// The stream could not be read.
    Read(io::Error),
    /// An entry is refused.
    Entry { path: Vec<u8>, reason: String },
    /// More entries than the limit.
    TooManyEntries,
    /// More bytes of names to remember than any image has.
    TooManyNames,
    /// The operating system refused.
    System { doing: String, source: io::Error },
}

/// Unpacks a tar stream into `root`, an empty directory that nobody else changes meanwhile.
pub(crate) fn unpack(
    root: OwnedFd,
    stream: impl Read,
    style: Style,
    max_entries: u64,
) -> Result<Unpacked, UnpackError> {
    let mut archive = TarReader::new(stream);
    let mut unpacker = Unpacker {
        tree: Tree::new(root),
        style,
        max_entries,
        report: Unpacked::default(),
        directories: BTreeMap::new(),
        whiteouts: BTreeSet::new(),
        opaque: BTreeSet::new(),
        deferred_bytes: 0,
        last_parent: None,
        buffer: vec![0; 128 << 10],
    };
    while let Some(entry) = archive.next_entry().map_err(UnpackError::Read)? {
        unpacker.entry(&entry, &mut archive).map_err(|failure| failure.at(&entry.path))?;
    }
    unpacker.finish()
}

struct Unpacker {
    tree: Tree,
    style: Style,
    max_entries: u64,
    report: Unpacked,
    /// Modes, owners and times of directories, given once nothing is written into them any more.
    directories: BTreeMap<Vec<u8>, Metadata>,
    /// Directory and name of what is hidden in the layers below.
    whiteouts: BTreeSet<(Vec<u8>, Vec<u8>)>,
    opaque: BTreeSet<Vec<u8>>,
    deferred_bytes: usize,
    /// Entries of one directory follow each other; the path as written, and where it led.
    last_parent: Option<(Vec<u8>, Place)>,
    buffer: Vec<u8>,
}

/// A failure at an entry, before its path is put to it.
enum Failure {
    Refused(String),
    TooManyEntries,
    TooManyNames,
    Read(io::Error),
    System(io::Error),
}

impl Failure {
    fn at(self, path: &[u8]) -> UnpackError {
        match self {
            Self::Refused(reason) => UnpackError::Entry { path: path.to_vec(), reason },
            Self::TooManyEntries => UnpackError::TooManyEntries,
            Self::TooManyNames => UnpackError::TooManyNames,
            Self::Read(error) => UnpackError::Read(error),
            Self::System(source) => {
                UnpackError::System { doing: format!("unpack {:?}", shown(path)), source }
            }
        }
    }
}

impl From<Errno> for Failure {
    fn from(errno: Errno) -> Self {
        Self::System(errno.into())
    }
}

impl From<WalkError> for Failure {
    fn from(error: WalkError) -> Self {
        match error {
            WalkError::Refused(reason) => Self::Refused(reason.to_owned()),
            WalkError::System(errno) => errno.into(),
        }
    }
}

fn refused<T>(reason: &str) -> Result<T, Failure> {
    Err(Failure::Refused(reason.to_owned()))
}

impl Unpacker {
    fn entry(&mut self, entry: &Entry, content: &mut impl Read) -> Result<(), Failure> {
        self.count(1)?;
        check_path(&entry.path)?;
        let names: Vec<&[u8]> = components(&entry.path).collect();
        let Some((&name, parents)) = names.split_last() else {
            // The layer's root itself, usually written "./".
            if entry.kind != Kind::Directory {
                return refused("the root can only be a directory");
            }
            return self.defer_directory(Vec::new(), entry.metadata);
        };
        // What a union file system of old kept for itself.
        let meta = |name: &&[u8]| name.starts_with(WHITEOUT_META) && *name != WHITEOUT_OPAQUE;
        if names.iter().any(meta) {
            return Ok(());
        }
        if parents.iter().any(|parent| parent.starts_with(WHITEOUT)) {
            return refused("names that start with .wh. are whiteouts and have nothing below them");
        }
        if name.starts_with(WHITEOUT) {
            return self.whiteout(parents, name);
        }
        if entry.kind == Kind::Special {
            self.report.skipped_specials += 1;
            return Ok(());
        }
        let parent = self.parent(parents)?;
        match entry.kind {
            Kind::Directory => self.directory(&parent, name, entry.metadata),
            Kind::File => self.file(&parent, name, entry.metadata, content),
            Kind::Symlink => self.symlink(&parent, name, entry),
            Kind::HardLink => self.hard_link(&parent, name, &entry.link),
            Kind::Special => Ok(()),
        }
    }

    fn count(&mut self, entries: u64) -> Result<(), Failure> {
        self.report.entries += entries;
        if self.report.entries > self.max_entries {
            return Err(Failure::TooManyEntries);
        }
        Ok(())
    }

    /// The directory of an entry, made if the archive left it out.
    fn parent(&mut self, parents: &[&[u8]]) -> Result<Place, Failure> {
        let path = parents.join(&b'/');
        if let Some((last, place)) = &self.last_parent
            && *last == path
        {
            return Ok(place.clone());
        }
        let mut created = Vec::new();
        let place = self.tree.walk(&path, Missing::Create(&mut |path| created.push(path)))?;
        self.count(created.len() as u64)?;
        for path in created {
            self.defer_directory(path, Metadata { mode: 0o755, uid: 0, gid: 0, mtime: (0, 0) })?;
        }
        self.last_parent = Some((path, place.clone()));
        Ok(place)
    }

    /// Keeps what is done after the last entry within its bound.
    fn defer(&mut self, bytes: usize) -> Result<(), Failure> {
        // What the maps need besides the paths.
        self.deferred_bytes += bytes + 64;
        if self.deferred_bytes > MAX_DEFERRED_BYTES {
            return Err(Failure::TooManyNames);
        }
        Ok(())
    }

    fn defer_directory(&mut self, path: Vec<u8>, metadata: Metadata) -> Result<(), Failure> {
        check_owner(&metadata)?;
        self.defer(path.len())?;
        self.directories.insert(path, metadata);
        Ok(())
    }

    fn whiteout(&mut self, parents: &[&[u8]], name: &[u8]) -> Result<(), Failure> {
        let parent = self.parent(parents)?.path;
        if name == WHITEOUT_OPAQUE {
            self.defer(parent.len())?;
            self.opaque.insert(parent);
            return Ok(());
        }
        let hidden = &name[WHITEOUT.len()..];
        if matches!(hidden, b"" | b"." | b"..") {
            return refused("it hides nothing that can have a name");
        }
        self.defer(parent.len() + hidden.len())?;
        self.whiteouts.insert((parent, hidden.to_vec()));
        Ok(())
    }

    fn directory(&mut self, parent: &Place, name: &[u8], metadata: Metadata) -> Result<(), Failure> {
        if components(&parent.path).count() >= tree::MAX_DEPTH {
            return refused("directories are nested more than 128 deep");
        }
        if tree::kind_at(parent, name)? != Some(FileType::Directory) {
            self.make(parent, name, || rustix::fs::mkdirat(parent, name, Mode::RWXU))?;
        }
        self.defer_directory(parent.join(name), metadata)
    }

    fn file(
        &mut self,
        parent: &Place,
        name: &[u8],
        metadata: Metadata,
        content: &mut impl Read,
    ) -> Result<(), Failure> {
        check_owner(&metadata)?;
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let made =
            self.make(parent, name, || rustix::fs::openat(parent, name, flags, Mode::RUSR | Mode::WUSR))?;
        let mut file = File::from(made);
        loop {
            let read = match content.read(&mut self.buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::Read(error)),
            };
            file.write_all(&self.buffer[..read]).map_err(Failure::System)?;
        }
        if self.style.owners {
            let (uid, gid) = owner(&metadata);
            rustix::fs::fchown(&file, Some(uid), Some(gid))?;
        }
        rustix::fs::fchmod(&file, Mode::from_raw_mode(metadata.mode & 0o777))?;
        rustix::fs::futimens(&file, &times(&metadata))?;
        Ok(())
    }

    fn symlink(&mut self, parent: &Place, name: &[u8], entry: &Entry) -> Result<(), Failure> {
        check_owner(&entry.metadata)?;
        let target = entry.link.as_slice();
        if target.is_empty() || target.len() >= MAX_PATH || target.contains(&0) {
            return refused("its target is empty, longer than 4095 bytes or has a zero byte");
        }
        // Where it leads is the container's business; nothing here ever follows it.
        self.make(parent, name, || rustix::fs::symlinkat(target, parent, name))?;
        if self.style.owners {
            let (uid, gid) = owner(&entry.metadata);
            rustix::fs::chownat(parent, name, Some(uid), Some(gid), AtFlags::SYMLINK_NOFOLLOW)?;
        }
        rustix::fs::utimensat(parent, name, &times(&entry.metadata), AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(())
    }

    fn hard_link(&mut self, parent: &Place, name: &[u8], link: &[u8]) -> Result<(), Failure> {
        check_path(link)?;
        let target: Vec<&[u8]> = components(link).collect();
        let Some((&target_name, target_parents)) = target.split_last() else {
            return refused("a hard link cannot lead to the root");
        };
        let target_parent = self.tree.walk(&target_parents.join(&b'/'), Missing::Refuse)?;
        match tree::kind_at(&target_parent, target_name)? {
            None => return refused("the target of the hard link is not in this layer"),
            Some(FileType::Directory) => return refused("a hard link cannot lead to a directory"),
            Some(_) => {}
        }
        if target_parent.path == parent.path && target_name == name {
            return refused("the hard link leads to itself");
        }
        // Without AT_SYMLINK_FOLLOW a link to a symbolic link is a second name of that link.
        self.make(parent, name, || {
            rustix::fs::linkat(&target_parent, target_name, parent, name, AtFlags::empty())
        })?;
        Ok(())
    }

    /// Makes something at `name`; what an earlier entry put there goes first.
    fn make<T>(
        &mut self,
        parent: &Place,
        name: &[u8],
        make: impl Fn() -> Result<T, Errno>,
    ) -> Result<T, Failure> {
        match make() {
            Err(Errno::EXIST) => {
                tree::remove_at(parent.as_fd(), name)?;
                // The directory remembered may be the one just removed.
                self.last_parent = None;
                Ok(make()?)
            }
            Err(Errno::NAMETOOLONG) => refused("a name has more than 255 bytes"),
            other => Ok(other?),
        }
    }

    /// Everything that must wait for the last entry.
    fn finish(mut self) -> Result<Unpacked, UnpackError> {
        let whiteouts = std::mem::take(&mut self.whiteouts);
        for (parent, name) in &whiteouts {
            self.apply_whiteout(parent, name)
                .map_err(|failure| failure.at(&[parent, b"/.wh.".as_slice(), name].concat()))?;
        }
        let opaque = std::mem::take(&mut self.opaque);
        for path in &opaque {
            self.apply_opaque(path).map_err(|failure| failure.at(path))?;
        }
        // Children come before parents, so that a directory closed to its owner is closed last.
        for (path, metadata) in self.directories.iter().rev() {
            self.apply_directory(path, metadata).map_err(|failure| failure.at(path))?;
        }
        Ok(self.report)
    }

    fn apply_whiteout(&mut self, parent: &[u8], name: &[u8]) -> Result<(), Failure> {
        if self.opaque.contains(parent) {
            // Everything below is hidden already, and such a directory may hold no whiteouts.
            return Ok(());
        }
        let Some(directory) = self.tree.open_exactly(parent)? else { return Ok(()) };
        match tree::kind_at(&directory, name)? {
            // The layer removes a directory and brings a new one with that name.
            Some(FileType::Directory) => {
                let path = directory.join(name);
                self.opaque.insert(path.clone());
                return self.apply_opaque(&path);
            }
            // What the layer brings hides what is below by itself.
            Some(_) => return Ok(()),
            None => {}
        }
        if self.style.device_whiteouts {
            rustix::fs::mknodat(&directory, name, FileType::CharacterDevice, Mode::empty(), 0)?;
            return Ok(());
        }
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let file = rustix::fs::openat(&directory, name, flags, Mode::RUSR | Mode::WUSR)?;
        self.mark(&file, "whiteout", b"y")?;
        // The kernel looks for such whiteouts only in directories, and in layers, marked with an x.
        self.mark(&directory, "opaque", b"x")?;
        self.mark(&self.tree.root(), "opaque", b"x")
    }

    fn apply_opaque(&mut self, path: &[u8]) -> Result<(), Failure> {
        if path.is_empty() {
            // Overlayfs does not look at the root's mark; the layers below are left out instead.
            self.report.opaque_root = true;
            return Ok(());
        }
        match self.tree.open_exactly(path)? {
            Some(directory) => self.mark(&directory, "opaque", b"y"),
            None => Ok(()),
        }
    }

    /// Sets an attribute of overlayfs in every name space that is allowed, so that a mount with and one
    /// without `userxattr` both find it.
    fn mark(&self, file: &impl AsFd, name: &str, value: &[u8]) -> Result<(), Failure> {
        let mut marked = false;
        for (allowed, space) in [(self.style.trusted, "trusted"), (self.style.user, "user")] {
            if allowed {
                rustix::fs::fsetxattr(file, format!("{space}.overlay.{name}"), value, XattrFlags::empty())?;
                marked = true;
            }
        }
        if !marked {
            return Err(Failure::System(io::Error::other(
                "the layer hides files of layers below it, and the file system of the layer store has no \
                 extended attributes to say so; put the data directory on ext4, xfs or btrfs",
            )));
        }
        Ok(())
    }

    fn apply_directory(&self, path: &[u8], metadata: &Metadata) -> Result<(), Failure> {
        let Some(directory) = self.tree.open_exactly(path)? else { return Ok(()) };
        if self.style.owners {
            let (uid, gid) = owner(metadata);
            rustix::fs::fchown(&directory, Some(uid), Some(gid))?;
        }
        // Of a directory the sticky and the set-group-id bit are harmless, and /tmp needs the first.
        rustix::fs::fchmod(&directory, Mode::from_raw_mode(metadata.mode & 0o3777))?;
        rustix::fs::futimens(&directory, &times(metadata))?;
        Ok(())
    }
}

fn check_path(path: &[u8]) -> Result<(), Failure> {
    if path.len() >= MAX_PATH {
        return refused("its path has more than 4095 bytes");
    }
    if path.contains(&0) {
        return refused("its path has a zero byte");
    }
    if components(path).any(|component| component == b"..") {
        return refused("its path has a '..' in it");
    }
    Ok(())
}

fn check_owner(metadata: &Metadata) -> Result<(), Failure> {
    // The largest number means "leave it" to the kernel.
    let valid = |id: u64| id < u64::from(u32::MAX);
    if valid(metadata.uid) && valid(metadata.gid) {
        Ok(())
    } else {
        refused("its owner is not a user or group")
    }
}

fn owner(metadata: &Metadata) -> (Uid, Gid) {
    // `check_owner` was there first, so nothing is cut off.
    (Uid::from_raw(metadata.uid as u32), Gid::from_raw(metadata.gid as u32))
}

fn times(metadata: &Metadata) -> Timestamps {
    let (seconds, nanoseconds) = metadata.mtime;
    let time = Timespec { tv_sec: seconds, tv_nsec: nanoseconds.into() };
    Timestamps { last_access: time, last_modification: time }
}

/// A path for a message: readable and bounded.
pub(crate) fn shown(path: &[u8]) -> String {
    const SHOWN: usize = 200;
    let text = String::from_utf8_lossy(&path[..path.len().min(SHOWN)]).into_owned();
    if path.len() > SHOWN { text + "..." } else { text }
}
