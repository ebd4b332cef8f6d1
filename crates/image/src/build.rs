//! Building images: one layer of given files, on top of a base or of nothing.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::config::{History, ImageConfig, ProcessConfig, RootFs};
use crate::digest::Digest;
use crate::error::ImageError;
use crate::layer_writer::{Node, Written, write_layer};
use crate::manifest::{Descriptor, Manifest};
use crate::media_type::{self, Compression};
use crate::platform::Platform;

/// Images carry no real time, so that the same inputs give the same digest.
const EPOCH: &str = "1970-01-01T00:00:00Z";
const PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const PASSWD: &str = "root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/:/sbin/nologin\n";
const GROUP: &str = "root:x:0:\nnobody:x:65534:\n";

/// Where a file's content comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileSource {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file of the host, read when the image is built.
    Path(PathBuf),
}

/// The image another one is built on; its layers are where the result is pushed, or are pushed as well.
#[derive(Debug, Clone)]
pub struct BaseImage {
    /// Its manifest.
    pub manifest: Manifest,
    /// Its configuration, which the new image inherits.
    pub config: ImageConfig,
}

/// Collects what goes into an image. Paths are absolute or relative to `/`; directories on the way to a file
/// are made with mode 0755. Everything belongs to root and has the time 0.
#[derive(Debug, Clone)]
pub struct ImageBuilder {
    platform: Platform,
    nodes: BTreeMap<String, Node>,
    process: ProcessConfig,
    base: Option<BaseImage>,
    compression: Compression,
}

/// A layer of a built image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltLayer {
    /// Its blob.
    pub descriptor: Descriptor,
    /// The digest of its uncompressed content.
    pub diff_id: Digest,
    /// The blob's file; `None` for layers of the base, which are stored elsewhere already.
    pub file: Option<PathBuf>,
}

/// An image ready to be pushed: layers first, then the configuration, then the manifest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuiltImage {
    /// The layers, bottom first.
    pub layers: Vec<BuiltLayer>,
    /// The configuration blob.
    pub config: Vec<u8>,
    /// Its digest.
    pub config_digest: Digest,
    /// The manifest.
    pub manifest: Vec<u8>,
    /// Its digest, which is the image's.
    pub manifest_digest: Digest,
    /// Its media type; [`media_type::OCI_MANIFEST`] for images that were built here.
    pub media_type: String,
}

impl BuiltImage {
    /// An image whose manifest is there.
    pub(crate) fn new(layers: Vec<BuiltLayer>, config: Vec<u8>, manifest: Vec<u8>, kind: &str) -> Self {
        Self {
            layers,
            config_digest: Digest::of(&config),
            config,
            manifest_digest: Digest::of(&manifest),
            manifest,
            media_type: kind.to_owned(),
        }
    }

    /// An image with an OCI manifest of these parts.
    pub(crate) fn oci(
        layers: Vec<BuiltLayer>,
        config: Vec<u8>,
        annotations: BTreeMap<String, String>,
    ) -> Self {
        let manifest = Manifest {
            schema_version: 2,
            media_type: Some(media_type::OCI_MANIFEST.to_owned()),
            artifact_type: None,
            config: Descriptor::of(media_type::OCI_CONFIG, &config),
            layers: layers.iter().map(|layer| layer.descriptor.clone()).collect(),
            subject: None,
            annotations,
        };
        let manifest = serde_json::to_vec(&manifest).expect("a manifest has nothing JSON cannot say");
        Self::new(layers, config, manifest, media_type::OCI_MANIFEST)
    }
}

impl ImageBuilder {
    /// An empty image for a platform.
    pub fn new(platform: Platform) -> Self {
        Self {
            platform,
            nodes: BTreeMap::new(),
            process: ProcessConfig::default(),
            base: None,
            compression: Compression::Gzip,
        }
    }

    /// The image of a model that is one static program: `/usr/local/bin/model` with `train` and `serve`
    /// leading to it, so that SageMaker's `docker run IMAGE train` finds it, and nothing else a static
    /// program does not need.
    pub fn model(platform: Platform, program: FileSource) -> Result<Self, ImageError> {
        let mut builder = Self::new(platform);
        builder
            .file("/usr/local/bin/model", 0o755, program)?
            .symlink("/usr/local/bin/train", "model")?
            .symlink("/usr/local/bin/serve", "model")?
            .file("/etc/passwd", 0o644, FileSource::Bytes(PASSWD.into()))?
            .file("/etc/group", 0o644, FileSource::Bytes(GROUP.into()))?
            .directory("/tmp", 0o1777)?
            .directory("/root", 0o700)?
            .directory("/opt/ml", 0o755)?;
        // Where a runtime mounts; there from the start, so that the root can be read-only.
        for mount_point in ["/dev", "/proc", "/sys"] {
            builder.directory(mount_point, 0o755)?;
        }
        builder.env("PATH", PATH)?.cmd(["serve"]).expose("8080/tcp");
        Ok(builder)
    }

    /// Builds on another image. What is set on this builder wins over what the base says.
    pub fn base(&mut self, base: BaseImage) -> &mut Self {
        self.base = Some(base);
        self
    }

    /// How the layer is compressed; gzip unless said otherwise. Without compression the image is larger and
    /// made faster, which pays where it never leaves the machine.
    pub fn compression(&mut self, compression: Compression) -> &mut Self {
        self.compression = compression;
        self
    }

    /// Places a file with these permission bits (such as `0o755`).
    pub fn file(&mut self, path: &str, mode: u32, source: FileSource) -> Result<&mut Self, ImageError> {
        check_mode(path, mode)?;
        self.place(path, Node::File { mode, source })
    }

    /// Places a directory with these permission bits (such as `0o1777`).
    pub fn directory(&mut self, path: &str, mode: u32) -> Result<&mut Self, ImageError> {
        check_mode(path, mode)?;
        self.place(path, Node::Directory { mode })
    }

    /// Places a symbolic link.
    pub fn symlink(&mut self, path: &str, target: &str) -> Result<&mut Self, ImageError> {
        if target.is_empty() || target.len() >= 4096 || target.contains('\0') {
            return Err(ImageError::Build { reason: format!("the link {path} has no usable target") });
        }
        self.place(path, Node::Symlink { target: target.to_owned() })
    }

    /// Sets an environment variable.
    pub fn env(&mut self, name: &str, value: &str) -> Result<&mut Self, ImageError> {
        if name.is_empty() || name.contains(['=', '\0']) || value.contains('\0') {
            let reason = format!("{name:?} cannot be an environment variable");
            return Err(ImageError::Build { reason });
        }
        set_variable(&mut self.process.env, format!("{name}={value}"));
        Ok(self)
    }

    /// Sets the program and its first arguments.
    pub fn entrypoint(&mut self, words: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.process.entrypoint = words.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the arguments used when none are given.
    pub fn cmd(&mut self, words: impl IntoIterator<Item = impl Into<String>>) -> &mut Self {
        self.process.cmd = words.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the working directory.
    pub fn working_dir(&mut self, path: &str) -> &mut Self {
        path.clone_into(&mut self.process.working_dir);
        self
    }

    /// Sets the user, `user[:group]`, by name or number.
    pub fn user(&mut self, user: &str) -> &mut Self {
        user.clone_into(&mut self.process.user);
        self
    }

    /// Sets a label.
    pub fn label(&mut self, name: &str, value: &str) -> &mut Self {
        self.process.labels.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Says that the image listens on a port, such as `8080/tcp`.
    pub fn expose(&mut self, port: &str) -> &mut Self {
        self.process.exposed_ports.insert(port.to_owned(), serde_json::json!({}));
        self
    }

    fn place(&mut self, path: &str, node: Node) -> Result<&mut Self, ImageError> {
        let refuse = |why: &str| Err(ImageError::Build { reason: format!("{path:?} {why}") });
        let names: Vec<&str> = path.split('/').filter(|name| !name.is_empty()).collect();
        if names.is_empty() || path.len() >= 4096 {
            return refuse("cannot be a path in the image");
        }
        for name in &names {
            if matches!(*name, "." | "..")
                || name.starts_with(".wh.")
                || name.contains('\0')
                || name.len() > 255
            {
                return refuse("has a part that no file of an image may have");
            }
        }
        for end in 1..names.len() {
            let parent = names[..end].join("/");
            match self.nodes.entry(parent).or_insert(Node::Directory { mode: 0o755 }) {
                Node::Directory { .. } => {}
                _ => return refuse("is below something that is not a directory"),
            }
        }
        let full = names.join("/");
        match (self.nodes.get(&full), &node) {
            (None, _) | (Some(Node::Directory { .. }), Node::Directory { .. }) => {}
            _ => return refuse("is placed twice"),
        }
        self.nodes.insert(full, node);
        Ok(self)
    }

    /// Builds the image. The layer's blob becomes a file in `directory`, named by its digest; the caller
    /// moves or removes it.
    pub fn build(&self, directory: &Path) -> Result<BuiltImage, ImageError> {
        let mut layers = Vec::new();
        let mut process = self.process.clone();
        let mut history = Vec::new();
        if let Some(base) = &self.base {
            self.check_base(base)?;
            for (descriptor, diff_id) in base.manifest.layers.iter().zip(&base.config.rootfs.diff_ids) {
                let mut descriptor = descriptor.clone();
                oci_layer_type(&mut descriptor.media_type);
                layers.push(BuiltLayer { descriptor, diff_id: *diff_id, file: None });
            }
            process = inherit(&base.config.config, process);
            history.clone_from(&base.config.history);
        }
        if !self.nodes.is_empty() {
            layers.push(self.build_layer(directory)?);
            history.push(History {
                created: Some(EPOCH.to_owned()),
                created_by: Some("lirio build".to_owned()),
                ..History::default()
            });
        }
        let config = ImageConfig {
            created: Some(EPOCH.to_owned()),
            architecture: self.platform.architecture.clone(),
            os: self.platform.os.clone(),
            variant: self.platform.variant.clone(),
            config: process,
            rootfs: RootFs {
                diff_ids: layers.iter().map(|layer| layer.diff_id).collect(),
                ..RootFs::default()
            },
            history,
        };
        let config = serde_json::to_vec(&config).expect("a configuration has nothing JSON cannot say");
        Ok(BuiltImage::oci(layers, config, BTreeMap::new()))
    }

    fn check_base(&self, base: &BaseImage) -> Result<(), ImageError> {
        let platform = base.config.platform();
        if !platform.runs_on(&self.platform) {
            let reason = format!("the base is for {platform} and the image for {}", self.platform);
            return Err(ImageError::Build { reason });
        }
        let (blobs, diff_ids) = (base.manifest.layers.len(), base.config.rootfs.diff_ids.len());
        if blobs != diff_ids {
            let reason =
                format!("the base has {blobs} layers in its manifest and {diff_ids} in its configuration");
            return Err(ImageError::Build { reason });
        }
        Ok(())
    }

    fn build_layer(&self, directory: &Path) -> Result<BuiltLayer, ImageError> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let temporary = directory.join(format!(".layer-{}-{number}", std::process::id()));
        let result = self.write_layer_file(directory, &temporary);
        if result.is_err() {
            // The failure is what matters; what could not be removed has a name that says what it is.
            let _ = fs::remove_file(&temporary);
        }
        let (Written { digest, size, diff_id }, file) = result?;
        let media_type = match self.compression {
            Compression::None => media_type::OCI_LAYER_TAR,
            Compression::Gzip => media_type::OCI_LAYER_GZIP,
        };
        Ok(BuiltLayer { descriptor: Descriptor::new(media_type, digest, size), diff_id, file: Some(file) })
    }

    fn write_layer_file(&self, directory: &Path, temporary: &Path) -> Result<(Written, PathBuf), ImageError> {
        let doing = || ImageError::io(format!("write the layer to {}", temporary.display()));
        let file = File::create_new(temporary).map_err(doing())?;
        let written = write_layer(&self.nodes, self.compression, BufWriter::with_capacity(256 << 10, file))?;
        let named = directory.join(written.digest.hex());
        fs::rename(temporary, &named).map_err(doing())?;
        Ok((written, named))
    }
}

/// What the image runs: the base's settings with the new ones over them, as a Dockerfile would have it.
fn inherit(base: &ProcessConfig, own: ProcessConfig) -> ProcessConfig {
    let mut process = base.clone();
    for variable in own.env {
        set_variable(&mut process.env, variable);
    }
    process.labels.extend(own.labels);
    process.exposed_ports.extend(own.exposed_ports);
    if !own.entrypoint.is_empty() {
        process.entrypoint = own.entrypoint;
        // The base's arguments were meant for the base's program.
        process.cmd = Vec::new();
    }
    if !own.cmd.is_empty() {
        process.cmd = own.cmd;
    }
    if !own.working_dir.is_empty() {
        process.working_dir = own.working_dir;
    }
    if !own.user.is_empty() {
        process.user = own.user;
    }
    process
}

/// Sets `NAME=value`, in the place of an earlier value.
fn set_variable(variables: &mut Vec<String>, variable: String) {
    let name = |text: &str| text.split('=').next().map(str::to_owned);
    match variables.iter_mut().find(|other| name(other) == name(&variable)) {
        Some(other) => *other = variable,
        None => variables.push(variable),
    }
}

/// An OCI manifest names layers in OCI's words; the content is the same.
fn oci_layer_type(media_type: &mut String) {
    let renamed = match media_type.as_str() {
        media_type::DOCKER_LAYER_GZIP | media_type::DOCKER_FOREIGN_LAYER_GZIP => media_type::OCI_LAYER_GZIP,
        media_type::DOCKER_LAYER_TAR => media_type::OCI_LAYER_TAR,
        _ => return,
    };
    renamed.clone_into(media_type);
}

fn check_mode(path: &str, mode: u32) -> Result<(), ImageError> {
    if mode > 0o7777 {
        return Err(ImageError::Build { reason: format!("{path:?} has mode {mode:o}, which is not one") });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_paths() {
        let check = |path: &str, expected: &str| {
            let mut builder = ImageBuilder::new(Platform::host());
            builder.file("/taken/file", 0o644, FileSource::Bytes(Vec::new())).unwrap();
            let error = builder.file(path, 0o644, FileSource::Bytes(Vec::new())).unwrap_err().to_string();
            assert!(error.contains(expected), "{path}: {error}");
        };
        check("/", "cannot be a path");
        check("", "cannot be a path");
        check("/a/../b", "no file of an image may have");
        check("./a", "no file of an image may have");
        check("/a/.wh.b", "no file of an image may have");
        check("/taken/file", "placed twice");
        check("/taken", "placed twice");
        check("taken//file/below", "below something that is not a directory");
    }

    #[test]
    fn what_is_set_wins_over_the_base() {
        let strings = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let base = ProcessConfig {
            env: strings(&["PATH=/bin", "LANG=C"]),
            entrypoint: strings(&["python"]),
            cmd: strings(&["-c", "1"]),
            user: "nobody".to_owned(),
            ..ProcessConfig::default()
        };
        let own = ProcessConfig {
            env: strings(&["LANG=de", "A=b"]),
            entrypoint: strings(&["model"]),
            ..ProcessConfig::default()
        };
        let process = inherit(&base, own);
        assert_eq!(process.env, ["PATH=/bin", "LANG=de", "A=b"]);
        assert_eq!(process.entrypoint, ["model"]);
        assert!(process.cmd.is_empty());
        assert_eq!(process.user, "nobody");
    }
}
