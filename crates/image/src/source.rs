//! An image on its way to a container engine: the archive that `docker load` and `podman load` read.

use std::fmt;
use std::fs::File;
use std::io::{self, Read, Write};
use std::sync::Arc;

use serde_json::json;

use crate::build::BuiltImage;
use crate::config::ImageConfig;
use crate::digest::Digest;
use crate::manifest::{Descriptor, Manifest};

type OpenBlob = dyn Fn(&Digest) -> io::Result<Box<dyn Read>> + Send + Sync;

/// An image whose blobs can be opened, for an engine that unpacks it by itself.
#[derive(Clone)]
pub struct ImageSource {
    config_digest: Digest,
    config: Vec<u8>,
    diff_ids: Vec<Digest>,
    layers: Vec<Descriptor>,
    open: Arc<OpenBlob>,
}

impl ImageSource {
    /// An image by its manifest and the bytes of its configuration; `open` opens a layer's blob, as it is stored.
    ///
    /// # Errors
    ///
    /// What is wrong, if the configuration is not the manifest's, or the two do not agree about the layers.
    pub fn new(
        manifest: &Manifest,
        config: Vec<u8>,
        open: impl Fn(&Digest) -> io::Result<Box<dyn Read>> + Send + Sync + 'static,
    ) -> Result<ImageSource, String> {
        let config_digest = Digest::of(&config);
        if config_digest != manifest.config.digest {
            return Err("its configuration is damaged".to_owned());
        }
        let parsed = ImageConfig::parse(&config).map_err(|error| error.to_string())?;
        let (blobs, ids) = (manifest.layers.len(), parsed.rootfs.diff_ids.len());
        if blobs != ids {
            return Err(format!("it has {blobs} layers in its manifest and {ids} in its configuration"));
        }
        if let Some(layer) = manifest
            .layers
            .iter()
            .find(|layer| crate::media_type::layer_compression(&layer.media_type).is_none())
        {
            return Err(format!(
                "its layer {} is of type {}, which cannot be unpacked",
                layer.digest, layer.media_type
            ));
        }
        Ok(ImageSource {
            config_digest,
            config,
            diff_ids: parsed.rootfs.diff_ids,
            layers: manifest.layers.clone(),
            open: Arc::new(open),
        })
    }

    /// An image that was built here; its layers' files must stay where they are.
    ///
    /// # Errors
    ///
    /// A layer that is not on this machine (a base's).
    pub fn built(image: &BuiltImage) -> Result<ImageSource, String> {
        let manifest = Manifest::parse(&image.manifest).map_err(|error| error.to_string())?;
        let mut files = std::collections::HashMap::new();
        for layer in &image.layers {
            let digest = layer.descriptor.digest;
            let file = layer.file.clone().ok_or_else(|| format!("layer {digest} is not on this machine"))?;
            files.insert(digest, file);
        }
        ImageSource::new(&manifest, image.config.clone(), move |digest| {
            let path = files.get(digest).ok_or(io::ErrorKind::NotFound)?;
            Ok(Box::new(File::open(path)?))
        })
    }

    /// The digest of its configuration: the identity of an image whatever its layers' compression.
    pub fn config_digest(&self) -> &Digest {
        &self.config_digest
    }

    /// The digests of its layers' content, bottom first.
    pub fn diff_ids(&self) -> &[Digest] {
        &self.diff_ids
    }

    /// Writes the archive; the image gets the name `tag` (`repository:tag`).
    ///
    /// The engine checks each layer against its digest in the configuration; here only sizes are.
    ///
    /// # Errors
    ///
    /// Reading a blob or writing failed, or a blob has not the size that the manifest says.
    pub fn write_docker_archive(&self, tag: &str, output: &mut dyn Write) -> io::Result<()> {
        let mut archive = tar::Builder::new(output);
        let config = format!("{}.json", self.config_digest.hex());
        let layer_path = |layer: &Descriptor| format!("{}/layer.tar", layer.digest.hex());
        let manifest = json!([{
            "Config": config,
            "RepoTags": [tag],
            "Layers": self.layers.iter().map(layer_path).collect::<Vec<_>>(),
        }]);
        append(&mut archive, "manifest.json", manifest.to_string().as_bytes())?;
        append(&mut archive, &config, &self.config)?;
        let mut written = std::collections::HashSet::new();
        for layer in self.layers.iter().filter(|layer| written.insert(layer.digest)) {
            let blob = (self.open)(&layer.digest)?;
            // A tar entry of another size than its header says would take its neighbours along.
            let mut exact = Exact { inner: blob, left: layer.size };
            archive.append_data(&mut header(layer.size), layer_path(layer), &mut exact)?;
        }
        archive.finish()
    }
}

impl fmt::Debug for ImageSource {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ImageSource")
            .field("config_digest", &self.config_digest)
            .finish_non_exhaustive()
    }
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o644);
    header
}

fn append(archive: &mut tar::Builder<&mut dyn Write>, path: &str, bytes: &[u8]) -> io::Result<()> {
    archive.append_data(&mut header(bytes.len() as u64), path, bytes)
}

/// A reader that gives exactly as many bytes as were promised.
struct Exact {
    inner: Box<dyn Read>,
    left: u64,
}

impl Read for Exact {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wrong = |what| {
            io::Error::new(io::ErrorKind::InvalidData, format!("a layer is {what} than its manifest says"))
        };
        if buffer.is_empty() {
            return Ok(0);
        }
        if self.left == 0 {
            return match self.inner.read(&mut [0])? {
                0 => Ok(0),
                _ => Err(wrong("longer")),
            };
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        match self.inner.read(&mut buffer[..most])? {
            0 => Err(wrong("shorter")),
            count => {
                self.left -= count as u64;
                Ok(count)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FileSource, ImageBuilder, Platform};

    fn source(folder: &std::path::Path) -> (ImageSource, BuiltImage) {
        let mut builder = ImageBuilder::new(Platform::host());
        builder.file("/etc/motd", 0o644, FileSource::Bytes(b"hello".to_vec())).unwrap();
        let image = builder.build(folder).unwrap();
        (ImageSource::built(&image).unwrap(), image)
    }

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("lirio-archive-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_archive_names_its_parts() {
        let folder = folder("names");
        let (source, image) = source(&folder);
        let mut bytes = Vec::new();
        source.write_docker_archive("lirio:x", &mut bytes).unwrap();
        let mut parts = std::collections::HashMap::new();
        for entry in tar::Archive::new(&bytes[..]).entries().unwrap() {
            let mut entry = entry.unwrap();
            let path = entry.path().unwrap().display().to_string();
            let mut content = Vec::new();
            entry.read_to_end(&mut content).unwrap();
            parts.insert(path, content);
        }
        let manifest: serde_json::Value = serde_json::from_slice(&parts["manifest.json"]).unwrap();
        assert_eq!(manifest[0]["RepoTags"][0], "lirio:x");
        assert_eq!(parts[manifest[0]["Config"].as_str().unwrap()], image.config);
        let layer = &parts[manifest[0]["Layers"][0].as_str().unwrap()];
        assert_eq!(Digest::of(layer), image.layers[0].descriptor.digest);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_blob_of_another_size_is_refused() {
        let folder = folder("sizes");
        let (source, image) = source(&folder);
        let file = image.layers[0].file.as_ref().unwrap();
        let whole = std::fs::read(file).unwrap();
        let longer = [&whole[..], b"x"].concat();
        for (bytes, expected) in [(&whole[..whole.len() - 1], "shorter"), (&longer[..], "longer")] {
            std::fs::write(file, bytes).unwrap();
            let error = source.write_docker_archive("lirio:x", &mut io::sink()).unwrap_err();
            assert!(error.to_string().contains(expected), "{error}");
        }
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_configuration_of_another_image_is_refused() {
        let folder = folder("config");
        let (_, image) = source(&folder);
        let manifest = Manifest::parse(&image.manifest).unwrap();
        let error =
            ImageSource::new(&manifest, b"{}".to_vec(), |_| Err(io::ErrorKind::NotFound.into())).unwrap_err();
        assert_eq!(error, "its configuration is damaged");
        std::fs::remove_dir_all(folder).unwrap();
    }
}
