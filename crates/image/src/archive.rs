//! Images in an archive, as `docker save`, `podman save` and OCI layouts in a tar stream carry them.
//!
//! Nothing is written under a name that the archive chooses: contents go to files with names of our own, and
//! the archive's names are only compared with each other.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;
use serde::Deserialize;

use crate::build::{BuiltImage, BuiltLayer};
use crate::config::{ImageConfig, null_is_default};
use crate::digest::{Digest, DigestReader, DigestWriter};
use crate::error::ImageError;
use crate::manifest::{Descriptor, Document, Index, MAX_DOCUMENT_BYTES, check_size};
use crate::media_type::{self, Compression};
use crate::platform::Platform;
use crate::tar_reader::{Entry, Kind, TarReader};

/// More entries than the archive of any image has: a layer takes four, and an image has a few hundred at most.
const MAX_ENTRIES: usize = 20_000;
/// The most bytes of names that are remembered.
const MAX_NAMES: usize = 4 << 20;
/// What may follow the end of an archive: tar fills its last record.
const MAX_TRAILER: u64 = 16 << 20;
/// A link to a link and so on, this often.
const MAX_HOPS: usize = 8;
/// An index in an index, as `docker buildx` writes, and no deeper.
const MAX_INDEXES: usize = 2;

/// Reads archives of images.
#[derive(Debug, Clone)]
pub struct ArchiveReader {
    /// Which image of an archive with several platforms is wanted.
    pub platform: Platform,
    /// What a manifest that is made here says about itself; an OCI layout's manifest stays as it is.
    pub annotations: BTreeMap<String, String>,
    /// The most bytes that an archive, and one layer of it uncompressed, may have.
    pub max_bytes: u64,
}

impl ArchiveReader {
    /// A reader of images for a platform, with 64 GiB as the limit.
    pub fn new(platform: Platform) -> Self {
        Self { platform, annotations: BTreeMap::new(), max_bytes: 64 << 30 }
    }

    /// Reads the one image of an archive. Its layers become files in `directory`, named by their digests;
    /// the caller moves or removes them, and after an error whatever else is there.
    ///
    /// Every content is compared with the digest that the image promises for it.
    ///
    /// # Errors
    ///
    /// [`ImageError::Archive`] for anything that is no such archive, and the errors of the image's documents.
    pub fn read(&self, source: impl Read, directory: &Path) -> Result<BuiltImage, ImageError> {
        let spooled = Spooled::read(source, directory, self.max_bytes)?;
        let image = if spooled.has("manifest.json") {
            self.docker_archive(&spooled, directory)
        } else if spooled.has("index.json") {
            self.oci_layout(&spooled, directory)
        } else {
            Err(refuse("it has neither manifest.json nor index.json; write it with `docker save`"))
        };
        spooled.remove();
        image
    }

    fn docker_archive(&self, spooled: &Spooled, directory: &Path) -> Result<BuiltImage, ImageError> {
        let list = spooled.document("manifest.json")?;
        let list: Vec<SavedImage> =
            serde_json::from_slice(&list).map_err(|error| refuse(format!("manifest.json: {error}")))?;
        let [saved] = list.as_slice() else {
            let images = list.len();
            return Err(refuse(format!(
                "it has {images} images and must have one; save one by its id or tag"
            )));
        };
        let config = spooled.document(&saved.config)?;
        let parsed = ImageConfig::parse(&config)?;
        let diff_ids = &parsed.rootfs.diff_ids;
        if saved.layers.len() != diff_ids.len() {
            return Err(refuse(format!(
                "it has {} layers where the image's configuration has {}",
                saved.layers.len(),
                diff_ids.len()
            )));
        }
        let mut found = Vec::with_capacity(diff_ids.len());
        for (name, diff_id) in saved.layers.iter().zip(diff_ids) {
            let file = spooled.file(name)?;
            let compression = file.compression()?;
            self.check_content(file, compression, *diff_id)?;
            let media_type = match compression {
                Compression::None => media_type::OCI_LAYER_TAR,
                Compression::Gzip => media_type::OCI_LAYER_GZIP,
            };
            found.push((file, Descriptor::new(media_type, file.digest, file.size), *diff_id));
        }
        let layers = placed(found, directory)?;
        Ok(BuiltImage::oci(layers, config, self.annotations.clone()))
    }

    fn oci_layout(&self, spooled: &Spooled, directory: &Path) -> Result<BuiltImage, ImageError> {
        let index = spooled.document("index.json")?;
        let mut document = Document::parse(&index, Some(media_type::OCI_INDEX))?;
        let mut bytes = index;
        for _ in 0..MAX_INDEXES {
            let Document::Index(index) = &document else { break };
            let wanted = self.choose(index)?;
            bytes = spooled.blob_document(&wanted.digest)?;
            document = Document::parse(&bytes, Some(&wanted.media_type))?;
        }
        let Document::Manifest(manifest) = document else {
            return Err(refuse("its indexes lie too deep in each other"));
        };
        if !media_type::is_config(&manifest.config.media_type) {
            return Err(refuse(format!("its configuration is {}, no image's", manifest.config.media_type)));
        }
        let config = spooled.blob_document(&manifest.config.digest)?;
        let parsed = ImageConfig::parse(&config)?;
        let diff_ids = &parsed.rootfs.diff_ids;
        if manifest.layers.len() != diff_ids.len() {
            let (blobs, layers) = (manifest.layers.len(), diff_ids.len());
            return Err(refuse(format!(
                "it has {blobs} layers where the image's configuration has {layers}"
            )));
        }
        let mut found = Vec::with_capacity(diff_ids.len());
        for (descriptor, diff_id) in manifest.layers.iter().zip(diff_ids) {
            let file = spooled.blob(&descriptor.digest)?;
            let compression = media_type::layer_compression(&descriptor.media_type).ok_or_else(|| {
                ImageError::LayerMediaType {
                    layer: descriptor.digest,
                    media_type: descriptor.media_type.clone(),
                }
            })?;
            if file.size != descriptor.size {
                return Err(ImageError::SizeMismatch {
                    layer: descriptor.digest,
                    expected: descriptor.size,
                    actual: file.size.to_string(),
                });
            }
            self.check_content(file, compression, *diff_id)?;
            found.push((file, descriptor.clone(), *diff_id));
        }
        let layers = placed(found, directory)?;
        let kind = manifest.media_type.as_deref().unwrap_or(media_type::OCI_MANIFEST).to_owned();
        Ok(BuiltImage::new(layers, config, bytes, &kind))
    }

    /// The image for this platform; of an index with one image, that one.
    fn choose<'a>(&self, index: &'a Index) -> Result<&'a Descriptor, ImageError> {
        match index.manifests.as_slice() {
            [only] => Ok(only),
            _ => index.select(&self.platform),
        }
    }

    /// The layer's content is the one that the configuration promises.
    fn check_content(
        &self,
        file: &SpooledFile,
        compression: Compression,
        diff_id: Digest,
    ) -> Result<(), ImageError> {
        let actual = match compression {
            Compression::None => file.digest,
            Compression::Gzip => {
                let source = MultiGzDecoder::new(BufReader::with_capacity(128 << 10, file.open()?));
                let mut reader = DigestReader::new(source, self.max_bytes);
                reader.drain().map_err(|error| ImageError::LayerFormat {
                    layer: file.digest,
                    reason: error.to_string(),
                })?;
                reader.finish().expect("it was not made to count only")
            }
        };
        if actual != diff_id {
            let what = "a layer of the archive";
            return Err(ImageError::DigestMismatch { what, expected: diff_id, actual });
        }
        Ok(())
    }
}

/// Gives the layers, all of which were checked, their final names.
fn placed(
    found: Vec<(&SpooledFile, Descriptor, Digest)>,
    directory: &Path,
) -> Result<Vec<BuiltLayer>, ImageError> {
    found
        .into_iter()
        .map(|(file, descriptor, diff_id)| {
            Ok(BuiltLayer { descriptor, diff_id, file: Some(file.place(directory)?) })
        })
        .collect()
}

/// An image in `manifest.json` of a Docker archive.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SavedImage {
    config: String,
    #[serde(default, deserialize_with = "null_is_default")]
    layers: Vec<String>,
}

/// A file of the archive, under a name of ours.
#[derive(Debug)]
struct SpooledFile {
    path: PathBuf,
    digest: Digest,
    size: u64,
}

impl SpooledFile {
    fn open(&self) -> Result<File, ImageError> {
        File::open(&self.path).map_err(ImageError::io(format!("read {}", self.path.display())))
    }

    /// How the content is compressed, by its first bytes: newer engines save layers as they were pulled.
    fn compression(&self) -> Result<Compression, ImageError> {
        let mut first = Vec::with_capacity(4);
        let doing = || ImageError::io(format!("read {}", self.path.display()));
        self.open()?.take(4).read_to_end(&mut first).map_err(doing())?;
        match first.as_slice() {
            [0x1f, 0x8b, ..] => Ok(Compression::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd] => Err(ImageError::LayerMediaType {
                layer: self.digest,
                media_type: media_type::OCI_LAYER_ZSTD.to_owned(),
            }),
            _ => Ok(Compression::None),
        }
    }

    /// Gives the content its final name. A content that several layers share has it already.
    fn place(&self, directory: &Path) -> Result<PathBuf, ImageError> {
        let named = directory.join(self.digest.hex());
        if !named.exists() {
            fs::rename(&self.path, &named)
                .map_err(ImageError::io(format!("name the layer {}", named.display())))?;
        }
        Ok(named)
    }
}

/// What a name of the archive stands for.
#[derive(Debug)]
enum Named {
    File(SpooledFile),
    /// Another name of the archive.
    Link(String),
}

/// An archive's files on disk.
struct Spooled {
    entries: HashMap<String, Named>,
}

impl Spooled {
    fn read(mut source: impl Read, directory: &Path, max_bytes: u64) -> Result<Self, ImageError> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let broken = |error: io::Error| refuse(format!("it cannot be read: {error}"));
        let mut archive = TarReader::new(BufReader::with_capacity(256 << 10, &mut source));
        let mut spooled = Self { entries: HashMap::new() };
        let (mut seen, mut names, mut left) = (0_usize, 0_usize, max_bytes);
        while let Some(entry) = archive.next_entry().map_err(broken)? {
            seen += 1;
            names += entry.path.len() + entry.link.len();
            if seen > MAX_ENTRIES || names > MAX_NAMES {
                return Err(refuse("it has more entries than an image's archive"));
            }
            let Some(name) = plain_name(&entry.path, "")? else { continue };
            let named = match entry.kind {
                Kind::Directory => continue,
                Kind::Special => return Err(refuse(format!("{name:?} is a device or a pipe"))),
                Kind::Symlink | Kind::HardLink => Named::Link(link_target(&entry, &name)?),
                Kind::File => {
                    let number = NEXT.fetch_add(1, Ordering::Relaxed);
                    let path = directory.join(format!(".entry-{}-{number}", std::process::id()));
                    let file = spool(&mut archive, path, left)?;
                    left -= file.size;
                    Named::File(file)
                }
            };
            if spooled.entries.insert(name.clone(), named).is_some() {
                return Err(refuse(format!("{name:?} is in it twice")));
            }
        }
        drop(archive);
        // Whoever writes into a pipe may have more zeros to write.
        io::copy(&mut source.take(MAX_TRAILER), &mut io::sink()).map_err(broken)?;
        Ok(spooled)
    }

    fn has(&self, name: &str) -> bool {
        self.entries.contains_key(name)
    }

    fn file(&self, name: &str) -> Result<&SpooledFile, ImageError> {
        let mut at = name;
        for _ in 0..MAX_HOPS {
            match self.entries.get(at) {
                Some(Named::File(file)) => return Ok(file),
                Some(Named::Link(target)) => at = target,
                None => return Err(refuse(format!("{at:?} is missing; the archive is not whole"))),
            }
        }
        Err(refuse(format!("{name:?} is a link that leads nowhere")))
    }

    /// A content of an OCI layout, whose digest is its name.
    fn blob(&self, digest: &Digest) -> Result<&SpooledFile, ImageError> {
        let file = self.file(&format!("blobs/sha256/{}", digest.hex()))?;
        if file.digest != *digest {
            let what = "a blob of the archive";
            return Err(ImageError::DigestMismatch { what, expected: *digest, actual: file.digest });
        }
        Ok(file)
    }

    fn document(&self, name: &str) -> Result<Vec<u8>, ImageError> {
        document_of(self.file(name)?)
    }

    fn blob_document(&self, digest: &Digest) -> Result<Vec<u8>, ImageError> {
        document_of(self.blob(digest)?)
    }

    /// Removes our names; what got a final one stays under that.
    fn remove(self) {
        for named in self.entries.into_values() {
            if let Named::File(file) = named {
                // What could not be removed has a name that says what it is, in a folder that is the caller's.
                let _ = fs::remove_file(file.path);
            }
        }
    }
}

fn document_of(file: &SpooledFile) -> Result<Vec<u8>, ImageError> {
    let mut bytes = Vec::new();
    let doing = ImageError::io(format!("read {}", file.path.display()));
    file.open()?.take(MAX_DOCUMENT_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(doing)?;
    check_size("archive", &bytes)?;
    Ok(bytes)
}

/// The content of the current entry, digested on its way to a file.
fn spool(archive: &mut impl Read, path: PathBuf, left: u64) -> Result<SpooledFile, ImageError> {
    let writing = |path: &Path| ImageError::io(format!("write {}", path.display()));
    let file = File::create_new(&path).map_err(writing(&path))?;
    let mut writer = DigestWriter::new(BufWriter::with_capacity(256 << 10, file));
    let mut buffer = vec![0; 256 << 10];
    let mut size = 0_u64;
    loop {
        let read = match archive.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(refuse(format!("it cannot be read: {error}"))),
        };
        size += read as u64;
        if size > left {
            return Err(refuse("it is larger than allowed"));
        }
        writer.write_all(&buffer[..read]).map_err(writing(&path))?;
    }
    writer.flush().map_err(writing(&path))?;
    let (_, digester) = writer.into_parts();
    Ok(SpooledFile { path, digest: digester.finish(), size })
}

/// Where a link of the archive leads, as a name of the archive.
fn link_target(entry: &Entry, name: &str) -> Result<String, ImageError> {
    // A symbolic link starts at its own folder, a hard link at the archive's root.
    let folder = match entry.kind {
        Kind::Symlink => name.rsplit_once('/').map_or("", |(folder, _)| folder),
        _ => "",
    };
    plain_name(&entry.link, folder)?.ok_or_else(|| refuse(format!("{name:?} is a link to nothing")))
}

/// A path without `.`, `..` and doubled slashes; `None` for the root itself.
fn plain_name(path: &[u8], folder: &str) -> Result<Option<String>, ImageError> {
    let shown = || String::from_utf8_lossy(&path[..path.len().min(200)]).into_owned();
    let text = std::str::from_utf8(path)
        .map_err(|_| refuse(format!("{:?} is no name that an image's archive has", shown())))?;
    if text.starts_with('/') {
        return Err(refuse(format!("{:?} leads out of it", shown())));
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in text.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.pop().is_none() => return Err(refuse(format!("{:?} leads out of it", shown()))),
            ".." => {}
            part => parts.push(part),
        }
    }
    Ok((!parts.is_empty()).then(|| parts.join("/")))
}

fn refuse(reason: impl Into<String>) -> ImageError {
    ImageError::Archive { reason: reason.into() }
}

#[cfg(test)]
mod tests;
