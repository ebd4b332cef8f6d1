//! Containers of the platform's own images, run by whichever runtime was chosen.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use lirio_api::AwsError;
use lirio_api::ecr::{BatchGetImageRequest, ImageIdentifier, ops};
use lirio_image::{
    Digest, Document, HeldLayers, ImageConfig, ImageError, ImageReference, ImageSource, LayerStore, Manifest,
    media_type,
};
use lirio_runtime::{Container, Roots, Runtime, RuntimeError};
use lirio_service::{BoxFuture, Caller, ImageBlobs, Platform};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

use crate::containers::{
    ContainerError, ContainerExit, ContainerUsage, Containers, OutputLine, PreparedImage, RunSpec,
    RunningContainer, volume,
};
use crate::start::{chain, start_container};

/// Lines between the container and those who read them.
const QUEUED: usize = 256;
const SIGTERM: i32 = 15;

/// Images of the platform's registry, unpacked once in a layer store, run by a runtime.
pub struct SandboxContainers {
    platform: Platform,
    runtime: Arc<dyn Runtime>,
    layers: Arc<LayerStore>,
    scratch: PathBuf,
}

impl SandboxContainers {
    /// Containers whose scratch directories lie in `scratch` (see [`lirio_runtime::SandboxRuntime::sweep`],
    /// which the owner of the runtime calls at the start).
    pub fn new(
        platform: &Platform,
        runtime: Arc<dyn Runtime>,
        layers: Arc<LayerStore>,
        scratch: PathBuf,
    ) -> Arc<Self> {
        Arc::new(Self { platform: platform.clone(), runtime, layers, scratch })
    }

    async fn prepare(&self, uri: &str, caller: &Caller) -> Result<PreparedImage, ContainerError> {
        let reference = ImageReference::parse(uri).map_err(|error| {
            ContainerError::Client(format!("The image {uri:?} has no valid name: {error}"))
        })?;
        let registry = reference.registry.as_ref().map(ToString::to_string).unwrap_or_default();
        let account = own_registry(&registry, &self.platform.scope.region).ok_or_else(|| {
            ContainerError::Client(format!(
                "The image {uri} is not in lirio's own registry, the only one it pulls from. Push it there first."
            ))
        })?;
        let repository = reference.repository.to_string();
        let pull = Pull { platform: &self.platform, caller, uri, account, repository: &repository };
        let (digest, manifest) = pull.manifest(&reference).await?;
        let blobs = self.platform.image_blobs().map_err(|error| platform_fault(&error))?.clone();
        let layers = self.layers.clone();
        let (shown, blobs_of) = (uri.to_owned(), repository.clone());
        // Reading and unpacking block.
        let roots = self.runtime.roots();
        let read = tokio::task::spawn_blocking(move || {
            let blobs = Blobs { blobs, repository: blobs_of };
            match roots {
                Roots::Directories => unpack(&layers, &blobs, &manifest, &shown),
                Roots::Image => source(blobs, &manifest, &shown),
            }
        });
        let Root { lower_dirs, held, source, config } =
            read.await.map_err(|error| ContainerError::Platform(error.to_string()))??;
        let place = if registry.is_empty() { repository } else { format!("{registry}/{repository}") };
        Ok(PreparedImage {
            lower_dirs,
            held,
            source,
            resolved: format!("{place}@{digest}"),
            ..PreparedImage::running(config.config)
        })
    }
}

impl Containers for SandboxContainers {
    fn image<'a>(
        &'a self,
        uri: &'a str,
        caller: &'a Caller,
    ) -> BoxFuture<'a, Result<PreparedImage, ContainerError>> {
        Box::pin(self.prepare(uri, caller))
    }

    fn run(&self, spec: RunSpec) -> BoxFuture<'_, Result<Arc<dyn RunningContainer>, ContainerError>> {
        Box::pin(async move {
            let scratch = self.scratch.join(&spec.id);
            let (volume, layers) = (volume(spec.volume_gib), spec.image.held.clone());
            let container = start_container(&*self.runtime, spec, scratch).await?;
            Ok(Arc::new(Sandboxed { container, volume, _layers: layers }) as Arc<dyn RunningContainer>)
        })
    }
}

/// The account whose registry this is, if it is the platform's own: ECR's host name in this region, or the
/// platform's own address (an empty account then: the caller's).
pub(crate) fn own_registry<'a>(registry: &'a str, region: &str) -> Option<&'a str> {
    if let Some((account, rest)) = registry.split_once(".dkr.ecr.") {
        let host_region = rest.split('.').next()?;
        return (host_region == region).then_some(account);
    }
    let (host, port) = registry.rsplit_once(':')?;
    let here =
        host == "localhost" || host.parse::<std::net::IpAddr>().is_ok() || host.ends_with(".localhost");
    (here && port.parse::<u16>().is_ok()).then_some("")
}

/// One image being fetched.
struct Pull<'a> {
    platform: &'a Platform,
    caller: &'a Caller,
    uri: &'a str,
    account: &'a str,
    repository: &'a str,
}

impl Pull<'_> {
    /// The manifest of the image for this machine, and its digest.
    async fn manifest(&self, reference: &ImageReference) -> Result<(Digest, Manifest), ContainerError> {
        let wanted = match &reference.digest {
            Some(digest) => by_digest(digest),
            None => ImageIdentifier {
                image_digest: None,
                image_tag: Some(
                    reference.tag.as_ref().map_or_else(|| "latest".to_owned(), ToString::to_string),
                ),
            },
        };
        match self.document(wanted).await? {
            (digest, Document::Manifest(manifest)) => Ok((digest, manifest)),
            (_, Document::Index(index)) => {
                let chosen = index
                    .select(&lirio_image::Platform::host())
                    .map_err(|error| ContainerError::Client(format!("The image {}: {error}", self.uri)))?;
                match self.document(by_digest(&chosen.digest)).await? {
                    (digest, Document::Manifest(manifest)) => Ok((digest, manifest)),
                    _ => Err(ContainerError::Client(format!("The image {} is a list of lists.", self.uri))),
                }
            }
        }
    }

    async fn document(&self, id: ImageIdentifier) -> Result<(Digest, Document), ContainerError> {
        let input = BatchGetImageRequest {
            registry_id: Some(self.account.to_owned()).filter(|account| !account.is_empty()),
            repository_name: self.repository.to_owned(),
            image_ids: vec![id],
            accepted_media_types: Some(
                [
                    media_type::OCI_MANIFEST,
                    media_type::DOCKER_MANIFEST,
                    media_type::OCI_INDEX,
                    media_type::DOCKER_MANIFEST_LIST,
                ]
                .map(str::to_owned)
                .to_vec(),
            ),
        };
        let answer =
            self.platform.door.call(self.caller, ops::BatchGetImage, input).await.map_err(|error| {
                if error.status >= 500 {
                    platform_fault(&error)
                } else {
                    ContainerError::Client(format!(
                        "Cannot pull the image {} as {}: {} ({})",
                        self.uri,
                        self.caller.principal.arn(&self.platform.scope.partition),
                        error.message,
                        error.code
                    ))
                }
            })?;
        let missing = || {
            let why = answer.failures.iter().flatten().find_map(|failure| failure.failure_reason.clone());
            ContainerError::Client(format!(
                "The image {} does not exist in the registry{}",
                self.uri,
                why.map(|why| format!(": {why}")).unwrap_or_default()
            ))
        };
        let image = answer.images.iter().flatten().next().ok_or_else(missing)?;
        let text = image.image_manifest.as_deref().ok_or_else(missing)?;
        let digest = Digest::of(text);
        let document = Document::parse(text.as_bytes(), image.image_manifest_media_type.as_deref())
            .map_err(|error| ContainerError::Client(format!("The image {}: {error}", self.uri)))?;
        Ok((digest, document))
    }
}

fn by_digest(digest: &Digest) -> ImageIdentifier {
    ImageIdentifier { image_digest: Some(digest.to_string()), image_tag: None }
}

/// The blobs of one repository.
struct Blobs {
    blobs: Arc<dyn ImageBlobs>,
    repository: String,
}

impl Blobs {
    fn open(&self, digest: &Digest) -> io::Result<Box<dyn io::Read>> {
        let opened = self.blobs.open(&self.repository, &digest.to_string());
        Ok(Box::new(opened.map_err(|error: AwsError| io::Error::other(error.to_string()))?))
    }

    fn config(&self, manifest: &Manifest, uri: &str) -> Result<Vec<u8>, ContainerError> {
        let mut bytes = Vec::new();
        let read = self.open(&manifest.config.digest).and_then(|blob| {
            let limit = lirio_image::MAX_DOCUMENT_BYTES as u64 + 1;
            io::Read::read_to_end(&mut io::Read::take(blob, limit), &mut bytes)
        });
        read.map_err(|error| of_image(uri, &chain(&error)))?;
        if Digest::of(&bytes) != manifest.config.digest {
            return Err(of_image(uri, "its configuration is damaged"));
        }
        Ok(bytes)
    }
}

fn of_image(uri: &str, problem: &str) -> ContainerError {
    ContainerError::Client(format!("The image {uri}: {problem}"))
}

/// An image that cannot be unpacked: it is at fault, unless the platform's disk is full.
fn unpacking(uri: &str, error: &ImageError) -> ContainerError {
    use io::ErrorKind::{QuotaExceeded, StorageFull};
    match error {
        ImageError::Io { source, .. } if matches!(source.kind(), StorageFull | QuotaExceeded) => {
            ContainerError::Platform(format!("The image {uri}: {}", chain(error)))
        }
        _ => of_image(uri, &chain(error)),
    }
}

/// What a container's root file system is made of.
struct Root {
    lower_dirs: Vec<PathBuf>,
    held: Option<HeldLayers>,
    source: Option<ImageSource>,
    config: ImageConfig,
}

/// For a runtime that takes directories.
fn unpack(
    layers: &LayerStore,
    blobs: &Blobs,
    manifest: &Manifest,
    uri: &str,
) -> Result<Root, ContainerError> {
    let config = ImageConfig::parse(&blobs.config(manifest, uri)?);
    let config = config.map_err(|error| of_image(uri, &chain(&error)))?;
    let root = layers
        .root_filesystem(manifest, &config, |digest| blobs.open(digest))
        .map_err(|error| unpacking(uri, &error))?;
    if root.lower_dirs.is_empty() {
        return Err(no_layers(uri));
    }
    Ok(Root { lower_dirs: root.lower_dirs, held: Some(root.held), source: None, config })
}

/// For a runtime that unpacks by itself.
fn source(blobs: Blobs, manifest: &Manifest, uri: &str) -> Result<Root, ContainerError> {
    let bytes = blobs.config(manifest, uri)?;
    let config = ImageConfig::parse(&bytes).map_err(|error| of_image(uri, &chain(&error)))?;
    let (image, host) = (config.platform(), lirio_image::Platform::host());
    if !image.runs_on(&host) {
        return Err(of_image(uri, &chain(&ImageError::Architecture { image, host })));
    }
    if manifest.layers.is_empty() {
        return Err(no_layers(uri));
    }
    let source = ImageSource::new(manifest, bytes, move |digest| blobs.open(digest));
    Ok(Root {
        lower_dirs: Vec::new(),
        held: None,
        source: Some(source.map_err(|problem| of_image(uri, &problem))?),
        config,
    })
}

fn no_layers(uri: &str) -> ContainerError {
    ContainerError::Client(format!("The image {uri} has no layers: there is nothing to run."))
}

fn platform_fault(error: &AwsError) -> ContainerError {
    ContainerError::Platform(error.detail.clone().unwrap_or_else(|| error.to_string()))
}

struct Sandboxed {
    container: Container,
    /// What it may write, in GiB.
    volume: u64,
    _layers: Option<HeldLayers>,
}

impl RunningContainer for Sandboxed {
    fn take_output(&self) -> Option<mpsc::Receiver<OutputLine>> {
        let mut logs = self.container.take_logs()?;
        let (lines, output) = mpsc::channel(QUEUED);
        let (ended, volume) = (self.container.ended(), self.volume);
        tokio::spawn(async move {
            while let Some(line) = logs.recv().await {
                let timestamp_ms = i64::try_from(line.timestamp_ms).unwrap_or(i64::MAX);
                // With nobody reading any more, the container's output is still taken from it.
                let _ = lines.send(OutputLine { timestamp_ms, bytes: line.bytes }).await;
            }
            let exit = ended.await;
            if exit.disk_exceeded {
                let since_epoch = exit.at.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
                let timestamp_ms = i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX);
                let words = format!(
                    "The container was ended: it wrote more than the {volume} GiB that it may on this machine's disk"
                );
                let _ = lines.send(OutputLine { timestamp_ms, bytes: words.into() }).await;
            }
        });
        Some(output)
    }

    fn take_listener(&self, port: u16) -> Option<TcpListener> {
        self.container.take_listener(port)
    }

    fn wait(&self) -> BoxFuture<'_, ContainerExit> {
        Box::pin(async {
            let exit = self.container.wait().await;
            let code = exit.code.unwrap_or_else(|| 128 + exit.signal.unwrap_or_default());
            ContainerExit { code, out_of_memory: exit.oom_killed }
        })
    }

    fn terminate(&self) -> BoxFuture<'_, ()> {
        // An error says that it has ended.
        Box::pin(async { drop(self.container.signal(SIGTERM).await) })
    }

    fn kill(&self) -> BoxFuture<'_, ()> {
        Box::pin(async { drop(self.container.kill().await) })
    }

    fn usage(&self) -> BoxFuture<'_, ContainerUsage> {
        Box::pin(async {
            let usage = self.container.stats().await;
            let disk_bytes = self.container.disk_bytes().await;
            ContainerUsage { memory_bytes: usage.memory_bytes, cpu_time: usage.cpu_time, disk_bytes }
        })
    }

    fn connect(&self, port: u16) -> BoxFuture<'_, io::Result<TcpStream>> {
        Box::pin(async move {
            self.container.connect(port).await.map_err(|error| match error {
                RuntimeError::Connect { source, .. } => source,
                other => io::Error::other(other),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_platforms_own_registry() {
        let check = |registry: &str, expected: Option<&str>| {
            assert_eq!(own_registry(registry, "eu-west-1"), expected, "{registry}");
        };
        check("000000000000.dkr.ecr.eu-west-1.amazonaws.com", Some("000000000000"));
        check("000000000000.dkr.ecr.eu-west-1.localhost:4566", Some("000000000000"));
        check("000000000000.dkr.ecr.us-east-1.amazonaws.com", None);
        check("127.0.0.1:4566", Some(""));
        check("localhost:4566", Some(""));
        check("docker.io", None);
        check("registry.example.com:5000", None);
        check("", None);
    }
}
