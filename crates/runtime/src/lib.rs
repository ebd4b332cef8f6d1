//! From an image and a specification to a running container.
//!
//! [`SandboxRuntime`] needs no daemon and no privileges: the program that embeds it executes itself as a small
//! supervisor for each container (see [`init_if_requested`]), which builds the root file system from the
//! image's layers with overlayfs and confines the program in mount, pid, ipc, uts, net and cgroup namespaces,
//! with limits by cgroup, a system call filter, few capabilities and no new privileges. Linux 5.12 or later.
//!
//! What it promises:
//!
//! - **Nothing runs with less.** If the kernel refuses a namespace, the filter or a mount, [`Runtime::start`]
//!   fails with [`RuntimeError::Setup`], which names the step, the error and the setting to look at. Only the
//!   *limits* degrade where no cgroup can be written, and [`SandboxRuntime::confinement`] says how.
//! - **Nothing outlives lirio.** However lirio ends, the kernel tells the supervisor, and the supervisor's end
//!   is the end of the container's pid namespace. [`SandboxRuntime::sweep`] removes what is left if both are
//!   killed.
//! - **No network but two doors.** A container has only `lo`. [`Container::connect`] brings a connection in;
//!   [`Container::take_listener`] accepts those that it makes to the platform. Members of a [`SharedNetwork`]
//!   reach each other besides.
//!
//! **Root, rootless.** For root there is no user namespace: layers are shared between containers as they were
//! unpacked, and mapping ids would mean a copy of every layer with other owners. Root inside is root outside,
//! held by the namespaces, the filter and a set of capabilities smaller than Docker's. Any other caller gets a
//! user namespace with one user and one group: the ones that the container asks for are, outside, the caller's
//! (so a container that runs as 1000 sees itself as 1000, and every file of the image as its own). Programs
//! that change to a second user fail there with EINVAL; such images need root, or another runtime.
//!
//! **Descriptors.** The supervisor and the container's first process come from a read-only mount or a sealed
//! copy of lirio's program, are not readable through `/proc`, and leave the program only its three standard
//! streams.
//!
//! **The disk.** [`Limits::disk_bytes`] has no quota of a file system behind it: the supervisor looks at what a
//! container has written a few times a second, and kills it.
//!
//! **An engine.** [`EngineRuntime`] has the same containers run by Docker or Podman, and keeps the same promises in
//! other ways, which the documentation of its module (`engine/mod.rs`) tells, with what an engine cannot do.

mod bpf;
mod cgroup;
mod confinement;
mod container;
mod control;
mod disk;
mod engine;
mod error;
mod init;
mod logs;
mod network;
mod process;
mod registration;
mod remove;
mod sandbox;
mod seccomp;
mod spawn;
mod spec;
// The system calls that have no safe wrapper; each block says why it is sound.
#[allow(unsafe_code)]
mod sys;
mod user;
mod wire;

use std::future::Future;
use std::pin::Pin;

pub use cgroup::{CgroupVersion, Usage};
pub use confinement::{Confinement, Enforcement};
pub use container::{Container, Exit};
pub use engine::{EngineError, EngineKind, EngineRuntime};
pub use error::{RuntimeError, SetupFailure, SetupStep};
pub use init::init_if_requested;
pub use logs::{LogLine, LogStream, MAX_LINE, Stream};
pub use network::{NetworkMember, SharedNetwork};
pub use process::Listening;
pub use sandbox::SandboxRuntime;
pub use spec::{ContainerSpec, Limits, MAX_LAYERS, MAX_LISTENERS, Mount};

/// A future behind a pointer, so that [`Runtime`] can be one too.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Something that runs containers.
pub trait Runtime: Send + Sync {
    /// Starts a container; it runs when this returns.
    ///
    /// # Errors
    ///
    /// [`RuntimeError`] says what was wrong with the specification, or what the machine refused. Nothing is
    /// left running then.
    fn start(&self, spec: ContainerSpec) -> BoxFuture<'_, Result<Container, RuntimeError>>;

    /// The name by which a user chooses it.
    fn name(&self) -> &'static str;

    /// What it makes a root file system of.
    fn roots(&self) -> Roots;
}

/// The bytes that directories take on the disk, with all that is in them; what cannot be read counts as nothing.
pub fn measure_directories(directories: &[std::path::PathBuf]) -> u64 {
    disk::measure(directories)
}

/// What a runtime makes a container's root file system of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roots {
    /// Unpacked layers: [`ContainerSpec::lower_dirs`].
    Directories,
    /// An image, which it unpacks by itself: [`ContainerSpec::image`].
    Image,
}
