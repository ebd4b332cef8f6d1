//! Connections to the container's own loopback, made from inside its network for lirio outside of it.

use std::io;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::os::fd::{AsFd, OwnedFd};
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::net::{AddressFamily, SendFlags, SocketFlags, SocketType};

use crate::wire::{self, Event};

/// How long a connection may take; on loopback only a full queue makes one wait.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How often an answer is tried while the user that we are has too many descriptors under way, a millisecond apart.
const ANSWER_TRIES: u32 = 1000;

/// A connection that lirio asks for.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) id: u64,
    pub(super) port: u16,
    pub(super) spares: usize,
}

/// A connection that is being made.
pub(super) struct PendingConnect {
    asked: Asked,
    pub(super) socket: OwnedFd,
    pub(super) deadline: Instant,
}

/// Starts what was asked for; what is decided at once is answered at once.
pub(super) fn begin(control: &OwnedFd, pending: &mut Vec<PendingConnect>, asked: Asked) -> io::Result<()> {
    match begin_connect(asked.port) {
        Ok((socket, true)) => answer(control, asked, Ok(&socket)),
        Ok((socket, false)) => {
            pending.push(PendingConnect { asked, socket, deadline: Instant::now() + CONNECT_TIMEOUT });
            Ok(())
        }
        Err(error) => answer(control, asked, Err(error)),
    }
}

/// Starts a connection to the container's own loopback; tells whether it is made already.
fn begin_connect(port: u16) -> Result<(OwnedFd, bool), Errno> {
    let socket = socket()?;
    match rustix::net::connect(&socket, &SocketAddrV4::new(Ipv4Addr::LOCALHOST, port)) {
        Ok(()) => Ok((socket, true)),
        Err(Errno::INPROGRESS) => Ok((socket, false)),
        Err(error) => Err(error),
    }
}

fn socket() -> Result<OwnedFd, Errno> {
    let flags = SocketFlags::CLOEXEC | SocketFlags::NONBLOCK;
    rustix::net::socket_with(AddressFamily::INET, SocketType::STREAM, flags, None)
}

/// Answers for the connections that are decided or overdue.
pub(super) fn settle(control: &OwnedFd, pending: &mut Vec<PendingConnect>, ready: &[bool]) -> io::Result<()> {
    let now = Instant::now();
    let mut kept = Vec::new();
    for (index, one) in pending.drain(..).enumerate() {
        if ready.get(index).copied().unwrap_or(false) {
            match rustix::net::sockopt::socket_error(&one.socket).and_then(|outcome| outcome) {
                Ok(()) => answer(control, one.asked, Ok(&one.socket))?,
                Err(error) => answer(control, one.asked, Err(error))?,
            }
        } else if now >= one.deadline {
            answer(control, one.asked, Err(Errno::TIMEDOUT))?;
        } else {
            kept.push(one);
        }
    }
    *pending = kept;
    Ok(())
}

fn answer(control: &OwnedFd, asked: Asked, outcome: Result<&OwnedFd, Errno>) -> io::Result<()> {
    let id = asked.id;
    let mut outcome = outcome;
    // Fewer will do.
    let mut spares: Vec<OwnedFd> = match outcome {
        Ok(_) => (0..asked.spares).map_while(|_| socket().ok()).collect(),
        Err(_) => Vec::new(),
    };
    let mut tries = 0;
    loop {
        let descriptors: Vec<_> =
            outcome.iter().map(|socket| socket.as_fd()).chain(spares.iter().map(AsFd::as_fd)).collect();
        let errno = outcome.err().map(Errno::raw_os_error);
        match wire::send(control, &Event::Connected { id, errno }, &descriptors, SendFlags::empty()) {
            // lirio has gone; the next poll of the socket says so too, and ends the loop.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            // The kernel counts, for each user, the descriptors that were sent and not yet received, those of other
            // containers among them, and lirio is about to receive them.
            Err(error) if error.raw_os_error() == Some(Errno::TOOMANYREFS.raw_os_error()) => {
                spares.clear();
                tries += 1;
                if tries == ANSWER_TRIES {
                    outcome = Err(Errno::TOOMANYREFS);
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            other => return other,
        }
    }
}
