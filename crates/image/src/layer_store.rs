//! Unpacked layers on disk, each once, ready to be the lower directories of an overlay mount.
//!
//! ```text
//! <store>/<diff id>/root/        the layer's files
//! <store>/<diff id>/layer.json   what it is; written last, so its presence means completeness
//! <store>/.tmp-...               being unpacked or removed; locked while somebody works on it
//! <store>/.lock                  held for the moments in which directories come and go
//! ```
//!
//! A layer appears under its name by a rename, after its content and marker are on disk. Several processes
//! may share a store: each locks what it works on, and what nobody has locked is swept.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use flate2::read::MultiGzDecoder;
use rustix::fs::{AtFlags, FlockOperation, Mode, Timespec, Timestamps};
use rustix::io::Errno;
use serde::{Deserialize, Serialize};

use crate::config::ImageConfig;
use crate::digest::{Digest, DigestReader};
use crate::error::ImageError;
use crate::manifest::{Descriptor, Manifest};
use crate::media_type::{Compression, layer_compression};
use crate::platform::Platform;
use crate::tree;
use crate::unpack::{self, Style, UnpackError, UnpackLimits, shown};

const MARKER: &str = "layer.json";
const ROOT: &str = "root";
const TEMPORARY: &str = ".tmp-";
const LOCK: &str = ".lock";
/// The most lower directories overlayfs mounts.
const MAX_LAYERS: usize = 500;

/// A directory of unpacked layers, by the digests of their uncompressed content (diff ids).
#[derive(Debug)]
pub struct LayerStore {
    path: PathBuf,
    directory: OwnedFd,
    style: Style,
    limits: UnpackLimits,
    /// One lock per layer being unpacked, so that others wait instead of doing it again.
    busy: Mutex<HashMap<Digest, Arc<Mutex<()>>>>,
    /// Shared by whoever puts an image together, exclusive for garbage collection, which would otherwise
    /// take away the first layers while the last one unpacks.
    images: RwLock<()>,
    /// How many hold each layer.
    held: Arc<Mutex<HashMap<Digest, usize>>>,
    next_name: AtomicU64,
}

/// The marker of a complete layer.
#[derive(Debug, Serialize, Deserialize)]
struct Marker {
    /// How it was unpacked; a layer of another layout is unpacked again.
    layout: String,
    diff_id: Digest,
    opaque_root: bool,
    /// Of the uncompressed tar stream.
    bytes: u64,
    entries: u64,
    skipped_specials: u64,
}

impl LayerStore {
    /// Opens a store, makes its directory (readable for this user only) where it is missing, and sweeps what
    /// earlier processes left unfinished.
    pub fn open(directory: impl Into<PathBuf>) -> Result<Self, ImageError> {
        Self::open_with(directory, UnpackLimits::default())
    }

    /// As [`LayerStore::open`], with limits for each image.
    pub fn open_with(directory: impl Into<PathBuf>, limits: UnpackLimits) -> Result<Self, ImageError> {
        Self::open_styled(directory.into(), limits, |style| style)
    }

    fn open_styled(
        path: PathBuf,
        limits: UnpackLimits,
        choose: impl FnOnce(Style) -> Style,
    ) -> Result<Self, ImageError> {
        let doing = || format!("open the layer store {}", path.display());
        // Only this user may look inside: files of images keep their modes and owners.
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&path).map_err(ImageError::io(doing()))?;
        let directory = tree::open_root(&path).map_err(ImageError::io(doing()))?;
        let lock = lock(&path).map_err(ImageError::io(doing()))?;
        let style = choose(Style::probe(&directory).map_err(ImageError::io(doing()))?);
        let store = Self {
            path: path.clone(),
            directory,
            style,
            limits,
            busy: Mutex::default(),
            images: RwLock::default(),
            held: Arc::default(),
            next_name: AtomicU64::new(0),
        };
        store.sweep().map_err(ImageError::io(doing()))?;
        drop(lock);
        Ok(store)
    }

    /// Whether an overlay of these layers must be mounted with the option `userxattr`: so it is without root.
    pub fn needs_userxattr(&self) -> bool {
        !self.style.trusted
    }

    /// The lower directories of an image's root file system, **bottom first** (overlayfs's `lowerdir` wants
    /// them the other way round). Layers that are not there yet are fetched by `open_blob`, by blob digest,
    /// and unpacked; digests and sizes are checked.
    ///
    /// An image without layers gives no directories. A layer that hides everything below it leaves out what
    /// it hides.
    pub fn root_filesystem(
        &self,
        manifest: &Manifest,
        config: &ImageConfig,
        open_blob: impl Fn(&Digest) -> io::Result<Box<dyn Read>>,
    ) -> Result<RootFilesystem, ImageError> {
        let host = Platform::host();
        if !config.platform().runs_on(&host) {
            return Err(ImageError::Architecture { image: config.platform(), host });
        }
        let diff_ids = &config.rootfs.diff_ids;
        let invalid = |reason| Err(ImageError::Document { document: "manifest", reason });
        if manifest.layers.len() != diff_ids.len() {
            return invalid(format!(
                "it has {} layers and its configuration {}",
                manifest.layers.len(),
                diff_ids.len()
            ));
        }
        if diff_ids.len() > MAX_LAYERS {
            return invalid(format!("it has {} layers; Linux mounts at most {MAX_LAYERS}", diff_ids.len()));
        }
        let _image = self.images.read().unwrap_or_else(PoisonError::into_inner);
        let held = self.hold(diff_ids);
        let mut lower = Vec::new();
        let mut left = self.limits;
        for (descriptor, diff_id) in manifest.layers.iter().zip(diff_ids) {
            let marker = self.ensure(descriptor, diff_id, left, &open_blob)?;
            self.note_use(diff_id);
            // A layer that was there already counts as well.
            let layer = descriptor.digest;
            left.bytes = left.bytes.checked_sub(marker.bytes).ok_or_else(|| self.too_many_bytes(layer))?;
            left.entries =
                left.entries.checked_sub(marker.entries).ok_or_else(|| self.too_many_entries(layer))?;
            if marker.opaque_root {
                lower.clear();
            }
            let root = self.layer_path(diff_id).join(ROOT);
            // Overlayfs refuses the same directory twice; a repeated layer counts where it is uppermost.
            lower.retain(|other| *other != root);
            lower.push(root);
        }
        Ok(RootFilesystem { lower_dirs: lower, held })
    }

    fn hold(&self, diff_ids: &[Digest]) -> HeldLayers {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        for diff_id in diff_ids {
            *held.entry(*diff_id).or_default() += 1;
        }
        HeldLayers(Arc::new(Hold { diff_ids: diff_ids.to_vec(), held: self.held.clone() }))
    }

    /// The marker's time is that of the last use.
    fn note_use(&self, diff_id: &Digest) {
        let now = Timespec { tv_sec: 0, tv_nsec: rustix::fs::UTIME_NOW };
        let times = Timestamps { last_access: now, last_modification: now };
        let marker = self.layer_path(diff_id).join(MARKER);
        // At worst it goes too early and is unpacked again.
        let _ = rustix::fs::utimensat(rustix::fs::CWD, &marker, &times, AtFlags::empty());
    }

    /// How long ago a layer was last asked for.
    fn unused_for(&self, diff_id: &Digest) -> Duration {
        let marker = fs::metadata(self.layer_path(diff_id).join(MARKER));
        let used = marker.and_then(|marker| marker.modified());
        used.map_or(Duration::MAX, |used| used.elapsed().unwrap_or_default())
    }

    /// Removes every layer that nobody in this process holds and nobody has asked for in this time; gives back how many
    /// went.  Only one process may use the store then.
    ///
    /// Waits until no image is being put together.
    pub fn collect_garbage(&self, unused_for: Duration) -> Result<usize, ImageError> {
        let _alone = self.images.write().unwrap_or_else(PoisonError::into_inner);
        let in_use = |digest: &Digest| {
            let held = self.held.lock().unwrap_or_else(PoisonError::into_inner).contains_key(digest);
            held || self.unused_for(digest) < unused_for
        };
        let doing = || ImageError::io(format!("collect garbage in the layer store {}", self.path.display()));
        let mut removed = 0;
        for name in tree::children(self.directory.as_fd()).map_err(io::Error::from).map_err(doing())? {
            if let Some(digest) = layer_name(name.as_bytes())
                && !in_use(&digest)
            {
                self.discard(name.as_bytes()).map_err(doing())?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    fn too_many_bytes(&self, layer: Digest) -> ImageError {
        ImageError::TooLarge { layer, limit: format!("{} bytes", self.limits.bytes) }
    }

    fn too_many_entries(&self, layer: Digest) -> ImageError {
        ImageError::TooLarge { layer, limit: format!("{} entries", self.limits.entries) }
    }

    fn layer_path(&self, diff_id: &Digest) -> PathBuf {
        self.path.join(diff_id.hex())
    }

    /// The layer, unpacked now or earlier.
    fn ensure(
        &self,
        descriptor: &Descriptor,
        diff_id: &Digest,
        left: UnpackLimits,
        open_blob: &impl Fn(&Digest) -> io::Result<Box<dyn Read>>,
    ) -> Result<Marker, ImageError> {
        if let Some(marker) = self.marker(diff_id) {
            return Ok(marker);
        }
        let turn = {
            let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(busy.entry(*diff_id).or_default())
        };
        let held = turn.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever had the turn before may have done it.
        let result = match self.marker(diff_id) {
            Some(marker) => Ok(marker),
            None => self.unpack(descriptor, diff_id, left, open_blob),
        };
        drop(held);
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        // The map and this call hold the turn; more means that others still wait for it.
        if Arc::strong_count(&turn) <= 2 {
            busy.remove(diff_id);
        }
        result
    }

    /// The marker of a complete layer of this store's layout.
    fn marker(&self, diff_id: &Digest) -> Option<Marker> {
        let bytes = fs::read(self.layer_path(diff_id).join(MARKER)).ok()?;
        let marker: Marker = serde_json::from_slice(&bytes).ok()?;
        (marker.diff_id == *diff_id && marker.layout == self.style.layout()).then_some(marker)
    }

    fn unpack(
        &self,
        descriptor: &Descriptor,
        diff_id: &Digest,
        left: UnpackLimits,
        open_blob: &impl Fn(&Digest) -> io::Result<Box<dyn Read>>,
    ) -> Result<Marker, ImageError> {
        let layer = descriptor.digest;
        let Some(compression) = layer_compression(&descriptor.media_type) else {
            let media_type = descriptor.media_type.clone();
            return Err(ImageError::LayerMediaType { layer, media_type });
        };
        let doing = |what: &str| ImageError::io(format!("{what} layer {layer}"));
        let blob = open_blob(&layer).map_err(doing("read"))?;
        let temporary = self.temporary(diff_id).map_err(doing("make a directory for"))?;
        let result =
            self.unpack_into(&temporary, (blob, compression), descriptor, diff_id, left).and_then(|marker| {
                self.publish(&temporary, diff_id).map_err(doing("store"))?;
                Ok(marker)
            });
        if result.is_err() {
            // The failure is what matters; a remainder is swept at the next start.
            let _ = tree::remove_at(self.directory.as_fd(), temporary.name.as_bytes());
        }
        result
    }

    fn unpack_into(
        &self,
        temporary: &Temporary,
        (blob, compression): (Box<dyn Read>, Compression),
        descriptor: &Descriptor,
        diff_id: &Digest,
        left: UnpackLimits,
    ) -> Result<Marker, ImageError> {
        let layer = descriptor.digest;
        let doing = |what: &str| ImageError::io(format!("{what} layer {layer}"));
        rustix::fs::mkdirat(&temporary.directory, ROOT, Mode::from_raw_mode(0o755))
            .map_err(io::Error::from)
            .map_err(doing("make a directory for"))?;
        let path = self.path.join(&temporary.name);
        let root = tree::open_root(&path.join(ROOT)).map_err(doing("make a directory for"))?;
        rustix::fs::fchmod(&root, Mode::from_raw_mode(0o755))
            .map_err(io::Error::from)
            .map_err(doing("unpack"))?;

        let mut blob = DigestReader::new(blob, descriptor.size);
        let mut stream = {
            let buffered = BufReader::with_capacity(64 << 10, &mut blob);
            let read: Box<dyn Read + '_> = match compression {
                Compression::None => Box::new(buffered),
                Compression::Gzip => Box::new(MultiGzDecoder::new(buffered)),
            };
            match compression {
                // The layer is the blob, and digested as such.
                Compression::None => DigestReader::counting(read, left.bytes),
                Compression::Gzip => DigestReader::new(read, left.bytes),
            }
        };
        let unpacked = unpack::unpack(root, &mut stream, self.style, left.entries)
            // The digest covers what follows the archive's end, too.
            .and_then(|unpacked| stream.drain().map(|()| unpacked).map_err(UnpackError::Read));
        let too_long = stream.exceeded();
        let bytes = stream.length();
        let actual_diff_id = stream.finish().unwrap_or(layer);

        let unpacked = match unpacked {
            Ok(unpacked) => unpacked,
            Err(UnpackError::Read(error)) if !too_long => {
                // A damaged blob is better told by its digest than by where the damage made nonsense.
                check_blob(blob, descriptor)?;
                return Err(ImageError::LayerFormat { layer, reason: error.to_string() });
            }
            Err(UnpackError::Read(_)) => return Err(self.too_many_bytes(layer)),
            Err(UnpackError::TooManyEntries) => return Err(self.too_many_entries(layer)),
            Err(UnpackError::TooManyNames) => {
                let limit = format!("{} bytes of directory names", unpack::MAX_DEFERRED_BYTES);
                return Err(ImageError::TooLarge { layer, limit });
            }
            Err(UnpackError::Entry { path, reason }) => {
                return Err(ImageError::Entry { layer, path: shown(&path), reason });
            }
            Err(UnpackError::System { doing, source }) => return Err(ImageError::Io { doing, source }),
        };
        check_blob(blob, descriptor)?;
        if actual_diff_id != *diff_id {
            return Err(ImageError::DigestMismatch {
                what: "the uncompressed layer",
                expected: *diff_id,
                actual: actual_diff_id,
            });
        }

        let marker = Marker {
            layout: self.style.layout(),
            diff_id: *diff_id,
            opaque_root: unpacked.opaque_root,
            bytes,
            entries: unpacked.entries,
            skipped_specials: unpacked.skipped_specials,
        };
        // The marker promises the files, so they go to disk before it: one call for all of them.
        rustix::fs::syncfs(&temporary.directory).map_err(io::Error::from).map_err(doing("write"))?;
        let bytes = serde_json::to_vec(&marker).expect("a marker has nothing JSON cannot say");
        let mut file = File::create_new(path.join(MARKER)).map_err(doing("write"))?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(doing("write"))?;
        rustix::fs::fsync(&temporary.directory).map_err(io::Error::from).map_err(doing("write"))?;
        Ok(marker)
    }

    /// Gives an unpacked layer its name.
    fn publish(&self, temporary: &Temporary, diff_id: &Digest) -> io::Result<()> {
        let name = diff_id.hex();
        let rename = || rustix::fs::renameat(&self.directory, &temporary.name, &self.directory, &name);
        match rename() {
            Err(Errno::NOTEMPTY | Errno::EXIST) if self.marker(diff_id).is_some() => {
                // Another process was faster, with the same content.
                tree::remove_at(self.directory.as_fd(), temporary.name.as_bytes())?;
            }
            Err(Errno::NOTEMPTY | Errno::EXIST) => {
                self.discard(name.as_bytes())?;
                rename()?;
            }
            other => other?,
        }
        Ok(rustix::fs::fsync(&self.directory)?)
    }

    /// A new directory to unpack into, locked for as long as it is held.
    fn temporary(&self, diff_id: &Digest) -> io::Result<Temporary> {
        let name = self.temporary_name(&diff_id.hex()[..12]);
        let _lock = lock(&self.path)?;
        rustix::fs::mkdirat(&self.directory, &name, Mode::RWXU)?;
        let directory = tree::open_root(&self.path.join(&name))?;
        rustix::fs::flock(&directory, FlockOperation::NonBlockingLockExclusive)?;
        Ok(Temporary { name, directory })
    }

    fn temporary_name(&self, what: &str) -> String {
        let number = self.next_name.fetch_add(1, Ordering::Relaxed);
        format!("{TEMPORARY}{what}-{}-{number}", std::process::id())
    }

    /// Removes a layer: first its name, then its files, so that half a layer never has a name.
    fn discard(&self, name: &[u8]) -> io::Result<()> {
        let doomed = loop {
            let doomed = self.temporary_name("old");
            match rustix::fs::renameat(&self.directory, name, &self.directory, &doomed) {
                Ok(()) => break doomed,
                // A process with our number died here before; the next name is free at some point.
                Err(Errno::NOTEMPTY | Errno::EXIST) => {}
                Err(Errno::NOENT) => return Ok(()),
                Err(errno) => return Err(errno.into()),
            }
        };
        Ok(tree::remove_at(self.directory.as_fd(), doomed.as_bytes())?)
    }

    /// Removes what nobody works on and layers this store could not use.
    fn sweep(&self) -> io::Result<()> {
        for name in tree::children(self.directory.as_fd())? {
            let name = name.as_bytes();
            if name.starts_with(TEMPORARY.as_bytes()) {
                let path = self.path.join(OsStr::from_bytes(name));
                let unlocked = tree::open_root(&path).is_ok_and(|directory| {
                    rustix::fs::flock(&directory, FlockOperation::NonBlockingLockExclusive).is_ok()
                });
                if unlocked {
                    tree::remove_at(self.directory.as_fd(), name)?;
                }
            } else if let Some(digest) = layer_name(name)
                && self.marker(&digest).is_none()
            {
                self.discard(name)?;
            }
        }
        Ok(())
    }
}

/// An image's unpacked layers.
#[derive(Clone, Debug)]
pub struct RootFilesystem {
    /// Their directories, **bottom first**.
    pub lower_dirs: Vec<PathBuf>,
    /// Keeps them where they are.
    pub held: HeldLayers,
}

/// Layers that are in use: while this or a clone of it is there, [`LayerStore::collect_garbage`] leaves them.
#[derive(Clone, Debug)]
pub struct HeldLayers(#[expect(dead_code, reason = "its end is what counts")] Arc<Hold>);

#[derive(Debug)]
struct Hold {
    diff_ids: Vec<Digest>,
    held: Arc<Mutex<HashMap<Digest, usize>>>,
}

impl Drop for Hold {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        for diff_id in &self.diff_ids {
            if let Some(count) = held.get_mut(diff_id) {
                *count -= 1;
                if *count == 0 {
                    held.remove(diff_id);
                }
            }
        }
    }
}

/// A directory being unpacked into; its lock ends with it.
struct Temporary {
    name: String,
    directory: OwnedFd,
}

/// The lock for moments in which a directory exists and is not locked itself yet.
fn lock(store: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).open(store.join(LOCK))?;
    rustix::fs::flock(&file, FlockOperation::LockExclusive)?;
    Ok(file)
}

fn layer_name(name: &[u8]) -> Option<Digest> {
    Digest::from_hex(std::str::from_utf8(name).ok()?).ok()
}

/// Reads the rest of the blob and compares size and digest with what the manifest says.
fn check_blob(mut blob: DigestReader<Box<dyn Read>>, descriptor: &Descriptor) -> Result<(), ImageError> {
    let layer = descriptor.digest;
    let mismatch = |actual: String| ImageError::SizeMismatch { layer, expected: descriptor.size, actual };
    let drained = if blob.exceeded() { Ok(()) } else { blob.drain() };
    match drained {
        _ if blob.exceeded() => return Err(mismatch("more".to_owned())),
        Err(source) => return Err(ImageError::Io { doing: format!("read layer {layer}"), source }),
        Ok(()) => {}
    }
    if blob.length() != descriptor.size {
        return Err(mismatch(blob.length().to_string()));
    }
    let actual = blob.finish().expect("a blob is digested");
    if actual == layer {
        Ok(())
    } else {
        Err(ImageError::DigestMismatch { what: "the layer", expected: layer, actual })
    }
}

#[cfg(test)]
mod tests;
