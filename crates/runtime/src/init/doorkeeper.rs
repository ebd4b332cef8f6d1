//! The doorkeeper of a container that an engine runs: the first process of the network and of the process tree
//! that the container joins (see [`crate::EngineRuntime`]).
//!
//! It is the supervisor's half that an engine has no call for: it listens and connects inside the container's
//! network and passes the sockets to lirio, it collects orphans, and when lirio ends it ends, and the kernel
//! ends the process tree with its first process.  It never starts a thread.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::fs::lchown;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketAddrUnix, SocketFlags, SocketType};
use rustix::process::{DumpableBehavior, WaitOptions};

use super::connects::{self, Asked, PendingConnect};
use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::network;
use crate::sys;
use crate::wire::{self, Event, Request};

/// The first argument by which the embedding program knows that it is a doorkeeper.
pub(crate) const DOOR_ARGUMENT: &str = "__lirio_door";
/// Where lirio's socket is found.
pub(crate) const DOOR_SOCKET: &str = "/lirio/door/socket";
/// Below it, the container's writable mounts, when what is written there is to be handed over.
pub(crate) const HAND_OVER: &str = "/lirio/written";

/// The life of a doorkeeper; `ports` are those to listen on, `address` is its container's in a network of several.
pub(super) fn run(ports: &[u16], address: Option<Ipv4Addr>) -> io::Result<()> {
    let flags = SocketFlags::CLOEXEC;
    let control = rustix::net::socket_with(AddressFamily::UNIX, SocketType::SEQPACKET, flags, None)?;
    rustix::net::connect(&control, &SocketAddrUnix::new(DOOR_SOCKET)?)?;
    match start(ports, address) {
        Ok((signals, listeners, interface)) => {
            let descriptors: Vec<_> =
                listeners.iter().map(AsFd::as_fd).chain(interface.iter().map(AsFd::as_fd)).collect();
            let event = Event::Started { pid: std::process::id() };
            wire::send(&control, &event, &descriptors, SendFlags::empty())?;
            drop((listeners, interface));
            keep(&control, &signals)
        }
        Err(failure) => wire::send(&control, &Event::Failed(failure), &[], SendFlags::empty()),
    }
}

type Opened = (OwnedFd, Vec<TcpListener>, Option<OwnedFd>);

fn start(ports: &[u16], address: Option<Ipv4Addr>) -> Result<Opened, SetupFailure> {
    // The container sees this process as /proc/1, and nobody without CAP_SYS_PTRACE may look into it.
    rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable).at(SetupStep::Capabilities, "")?;
    let handled = [libc::SIGCHLD];
    sys::set_blocked_signals(Some(&handled)).at(SetupStep::Supervisor, "sigprocmask")?;
    let signals = sys::signal_descriptor(&handled).at(SetupStep::Supervisor, "")?;
    let listeners = ports
        .iter()
        .map(|port| {
            TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).at(SetupStep::Listener, format_args!("{port}"))
        })
        .collect::<Result<_, _>>()?;
    let interface = address.map(|address| sys::network_interface(address, network::NETMASK, network::MTU));
    let interface = interface.transpose().at(SetupStep::NetworkInterface, network::DEVICE)?;
    Ok((signals, listeners, interface))
}

/// Serves until lirio says that it is over, or is gone.
fn keep(control: &OwnedFd, signals: &OwnedFd) -> io::Result<()> {
    let mut pending: Vec<PendingConnect> = Vec::new();
    loop {
        let mut polled = vec![PollFd::new(control, PollFlags::IN), PollFd::new(signals, PollFlags::IN)];
        polled.extend(pending.iter().map(|one| PollFd::new(&one.socket, PollFlags::OUT)));
        let timeout = pending.iter().map(|one| one.deadline).min().map(|wake| {
            let left = wake.saturating_duration_since(Instant::now());
            Timespec { tv_sec: left.as_secs() as i64, tv_nsec: left.subsec_nanos().into() }
        });
        match rustix::event::poll(&mut polled, timeout.as_ref()) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let ready: Vec<bool> = polled.iter().map(|one| !one.revents().is_empty()).collect();
        if ready[1] {
            while sys::next_signal(signals).is_some() {}
            while let Ok(Some(_)) = rustix::process::wait(WaitOptions::NOHANG) {}
        }
        connects::settle(control, &mut pending, &ready[2..])?;
        if !ready[0] {
            continue;
        }
        match wire::receive::<Request>(control, RecvFlags::DONTWAIT) {
            Ok(Some((Request::Connect { id, port, spares }, _))) => {
                connects::begin(control, &mut pending, Asked { id, port, spares })?;
            }
            Ok(Some((Request::Finish { hand_over }, _))) => {
                end_others();
                let outcome = match hand_over {
                    Some((uid, gid)) => give_to(Path::new(HAND_OVER), uid, gid),
                    None => Ok(()),
                };
                let errno = outcome.err().map(|error| error.raw_os_error().unwrap_or(libc::EIO));
                wire::send(control, &Event::Finished { errno }, &[], SendFlags::empty())?;
            }
            // The engine sends signals; lirio does not ask them of us.
            Ok(Some((Request::Signal(_) | Request::Kill, _))) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            // lirio has gone, and with this process goes the whole tree.
            Ok(None) | Err(_) => return Ok(()),
        }
    }
}

/// Kills every other process of the tree and waits until none is left.
fn end_others() {
    loop {
        match sys::kill_all_others() {
            // Those that the engine started are waited for by the engine, the others by us.
            Ok(()) => {
                while let Ok(Some(_)) = rustix::process::wait(WaitOptions::NOHANG) {}
                std::thread::sleep(Duration::from_millis(1));
            }
            Err(_) => return,
        }
    }
}

/// Gives a directory's content to a user and group; nothing runs that could change it meanwhile.
fn give_to(top: &Path, uid: u32, gid: u32) -> io::Result<()> {
    let mut directories: Vec<PathBuf> = vec![top.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(&directory)? {
            let entry = entry?;
            // Neither call follows a link, so nothing outside is touched.
            if entry.file_type()?.is_dir() {
                directories.push(entry.path());
            }
            lchown(entry.path(), Some(uid), Some(gid))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[test]
    fn a_tree_is_handed_over_and_links_are_not_followed() {
        let top = std::env::temp_dir().join(format!("lirio-hand-over-{}", std::process::id()));
        fs::create_dir_all(top.join("mount/inner")).unwrap();
        let outside = top.with_extension("outside");
        fs::write(&outside, "x").unwrap();
        fs::write(top.join("mount/inner/file"), "x").unwrap();
        std::os::unix::fs::symlink(&outside, top.join("mount/link")).unwrap();
        let (uid, gid) = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
        // Only root may give away; everybody may give to themselves.
        let (uid, gid) = if uid == 0 { (1234, 1235) } else { (uid, gid) };
        give_to(&top, uid, gid).unwrap();
        for path in ["mount", "mount/inner", "mount/inner/file", "mount/link"] {
            let found = fs::symlink_metadata(top.join(path)).unwrap();
            assert_eq!((found.uid(), found.gid()), (uid, gid), "{path}");
        }
        assert_eq!(fs::metadata(&outside).unwrap().uid(), rustix::process::geteuid().as_raw());
        fs::remove_dir_all(top).unwrap();
        fs::remove_file(outside).unwrap();
    }
}
