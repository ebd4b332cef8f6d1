//! What this service needs of containers, and no more.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use lirio_cdi::Edits;
use lirio_image::{HeldLayers, ImageSource};
use lirio_runtime::NetworkMember;
use lirio_service::{BoxFuture, Caller};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// Why an image could not be prepared or a container not started.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContainerError {
    /// The request is at fault: no such image, no permission, nothing to run.
    #[error("ClientError: {0}")]
    Client(String),
    /// The platform or the machine is.
    #[error("InternalServerError: {0}")]
    Platform(String),
}

/// An image whose layers are on this machine.
#[derive(Clone, Debug, Default)]
pub struct PreparedImage {
    /// The unpacked layers, bottom first, for a runtime that takes directories.
    pub lower_dirs: Vec<PathBuf>,
    /// Keeps them there.
    pub held: Option<HeldLayers>,
    /// The image itself, for a runtime that takes one.
    pub source: Option<ImageSource>,
    /// The image by digest, as `DescribeEndpoint` shows it (`ResolvedImage`).
    pub resolved: String,
    /// The program and its first arguments.
    pub entrypoint: Vec<String>,
    /// The arguments behind it, where a job gives none.
    pub cmd: Vec<String>,
    /// Environment variables.
    pub env: Vec<(String, String)>,
    /// The working directory; empty is `/`.
    pub working_dir: String,
    /// `user[:group]`; empty is root.
    pub user: String,
}

/// A file or directory of the host, seen in the container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunMount {
    /// The path on the host.
    pub source: PathBuf,
    /// The absolute path in the container.
    pub target: PathBuf,
    /// Whether writing is refused.
    pub read_only: bool,
}

/// A container to be run.
#[derive(Clone, Debug, Default)]
pub struct RunSpec {
    /// A name, unique among the running containers.
    pub id: String,
    /// The image.
    pub image: PreparedImage,
    /// Replaces the image's own program.
    pub entrypoint: Option<Vec<String>>,
    /// Arguments behind the program.
    pub arguments: Vec<String>,
    /// Added to the image's environment, and stronger.
    pub env: Vec<(String, String)>,
    /// The host name seen inside.
    pub hostname: String,
    /// Directories.
    pub mounts: Vec<RunMount>,
    /// GPUs, and what comes with them.
    pub devices: Edits,
    /// Memory in bytes.
    pub memory_bytes: Option<u64>,
    /// Processors.
    pub cpus: Option<f64>,
    /// Ports at which the container finds listeners of the platform at `127.0.0.1`.
    pub listeners: Vec<u16>,
    /// A network with other containers.
    pub network: Option<NetworkMember>,
    /// The size of its volume in GiB (`VolumeSizeInGB`).
    pub volume_gib: Option<i64>,
}

/// AWS's default size of a volume, in GiB.
const LEAST_VOLUME: u64 = 30;

/// The size of a container's volume in GiB: what it may write besides what it is given.  One that is smaller than the
/// default does not bind it, as on the instance types of AWS that come with a disk of their own.
pub(crate) fn volume(asked: Option<i64>) -> u64 {
    asked.and_then(|gib| u64::try_from(gib).ok()).unwrap_or_default().max(LEAST_VOLUME)
}

/// One line that a container printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputLine {
    /// When, in milliseconds of Unix time.
    pub timestamp_ms: i64,
    /// The line without its newline; any bytes.
    pub bytes: Bytes,
}

/// How a container ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContainerExit {
    /// The exit code; 128 and the signal's number when a signal ended it.
    pub code: i32,
    /// Whether the memory limit ended it.
    pub out_of_memory: bool,
}

/// What a container uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ContainerUsage {
    /// Memory in use, in bytes.
    pub memory_bytes: Option<u64>,
    /// Processor time of all its processes so far.
    pub cpu_time: Option<Duration>,
    /// Bytes on the disk: what it has written, and what it was given to write to.
    pub disk_bytes: Option<u64>,
}

/// A running container.  Dropping it kills it and removes what was made for it.
pub trait RunningContainer: Send + Sync {
    /// The lines of its output; they can be taken once, before the first [`RunningContainer::wait`], and end
    /// when its processes have.
    fn take_output(&self) -> Option<mpsc::Receiver<OutputLine>>;

    /// The listener asked for on a port; it can be taken once.
    fn take_listener(&self, port: u16) -> Option<TcpListener>;

    /// Waits until it has ended.
    fn wait(&self) -> BoxFuture<'_, ContainerExit>;

    /// Asks it to end (SIGTERM).  One that has ended is fine.
    fn terminate(&self) -> BoxFuture<'_, ()>;

    /// Ends it (SIGKILL).  One that has ended is fine.
    fn kill(&self) -> BoxFuture<'_, ()>;

    /// What it uses now, where that can be known.
    fn usage(&self) -> BoxFuture<'_, ContainerUsage> {
        Box::pin(std::future::ready(ContainerUsage::default()))
    }

    /// Connects to a port that it listens on.
    fn connect(&self, port: u16) -> BoxFuture<'_, io::Result<TcpStream>>;
}

/// Images and containers.
pub trait Containers: Send + Sync {
    /// Brings an image here, as `caller`, who must be allowed to.
    fn image<'a>(
        &'a self,
        uri: &'a str,
        caller: &'a Caller,
    ) -> BoxFuture<'a, Result<PreparedImage, ContainerError>>;

    /// Starts a container; it runs when this returns.
    fn run(&self, spec: RunSpec) -> BoxFuture<'_, Result<Arc<dyn RunningContainer>, ContainerError>>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn volumes_are_never_smaller_than_the_default() {
        let check = |asked, expected| assert_eq!(volume(asked), expected, "{asked:?}");
        check(None, 30);
        check(Some(-1), 30);
        check(Some(5), 30);
        check(Some(200), 200);
        check(Some(i64::MAX), i64::MAX as u64);
    }
}
