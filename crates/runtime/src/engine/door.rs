//! The socket at which a container's doorkeeper calls.

use std::collections::VecDeque;
use std::fs;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};
use rustix::net::{AddressFamily, SocketAddrUnix, SocketFlags, SocketType};
use tokio::io::unix::AsyncFd;

use crate::control;
use crate::error::SetupFailure;
use crate::sys;
use crate::wire::Event;

/// The socket's name in its directory.
const NAME: &str = "socket";

/// A listening socket in a directory of a container's scratch directory.
#[derive(Debug)]
pub(super) struct Door {
    listener: AsyncFd<OwnedFd>,
    folder: PathBuf,
}

/// What the doorkeeper says first.
pub(super) enum Opened {
    /// Its socket, and the listeners in the order in which they were asked for.
    Ready(AsyncFd<OwnedFd>, VecDeque<OwnedFd>),
    Failed(SetupFailure),
}

impl Door {
    /// Listens; the scratch directory exists.
    pub(super) fn open(scratch: &Path) -> io::Result<Door> {
        // What lies below is open to every user, because the doorkeeper may be another one outside than lirio;
        // the way there is not.
        fs::set_permissions(scratch, fs::Permissions::from_mode(0o700))?;
        let folder = scratch.join("door");
        fs::create_dir(&folder)?;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755))?;
        let directory =
            rustix::fs::open(&folder, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty())?;
        // Addresses of sockets are short, and paths of data directories may be long.
        let address = SocketAddrUnix::new(format!("/proc/self/fd/{}/{NAME}", directory.as_raw_fd()))?;
        let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
        let listener = rustix::net::socket_with(AddressFamily::UNIX, SocketType::SEQPACKET, flags, None)?;
        rustix::net::bind(&listener, &address)?;
        rustix::net::listen(&listener, 1)?;
        fs::set_permissions(folder.join(NAME), fs::Permissions::from_mode(0o666))?;
        Ok(Door { listener: sys::register(listener)?, folder })
    }

    /// The directory that the doorkeeper needs to see.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits for the doorkeeper.
    pub(super) async fn accept(&self) -> io::Result<Opened> {
        let socket = loop {
            let mut ready = self.listener.readable().await?;
            let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
            let accept = |listener: &AsyncFd<OwnedFd>| {
                Ok(rustix::net::accept_with(listener.get_ref().as_fd(), flags)?)
            };
            match ready.try_io(accept) {
                Ok(socket) => break socket?,
                Err(_not_ready) => {}
            }
        };
        let socket = sys::register(socket)?;
        match control::receive(&socket).await? {
            Some((Event::Started { .. }, descriptors)) => Ok(Opened::Ready(socket, descriptors)),
            Some((Event::Failed(failure), _)) => Ok(Opened::Failed(failure)),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}
