//! The task that talks with a sandboxed container's supervisor.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::process::Child;
use std::sync::Arc;
use std::time::SystemTime;

use rustix::net::{RecvFlags, SendFlags};
use tokio::io::unix::AsyncFd;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};

use crate::cgroup::CgroupSet;
use crate::container::{Command, ConnectReply, Container, Exit, MOST_PENDING, Meter, Parts, Phase, lost};
use crate::logs::LogStream;
use crate::network::Attachment;
use crate::registration::Registration;
use crate::wire::{self, Event, Request};

/// Sockets of the container's network that go along with a connection: a server that closes after each answer needs a
/// new connection for each request, and with one of these lirio makes it by itself.
const SPARES: usize = 8;

/// What [`crate::SandboxRuntime`] hands over once the program runs.
pub(crate) struct Started {
    pub(crate) id: String,
    pub(crate) pid: u32,
    pub(crate) stop_grace: std::time::Duration,
    pub(crate) cgroups: CgroupSet,
    pub(crate) control: AsyncFd<OwnedFd>,
    pub(crate) supervisor: Child,
    pub(crate) logs: LogStream,
    pub(crate) listeners: HashMap<u16, TcpListener>,
    pub(crate) directories: Vec<PathBuf>,
    pub(crate) attachment: Option<Attachment>,
    pub(crate) registration: Registration,
}

/// Starts the task, and gives the container that it works for.
pub(crate) fn attend(started: Started) -> Container {
    let (commands, requests) = mpsc::channel(16);
    let (phase_out, phase) = watch::channel(Phase::Running);
    let cgroups = Arc::new(started.cgroups);
    let control = Control {
        socket: started.control,
        supervisor: started.supervisor,
        registration: started.registration,
        attachment: started.attachment,
        cgroups: Arc::clone(&cgroups),
        phase: phase_out,
        pending: Pending::default(),
    };
    tokio::spawn(control.run(requests));
    Container::new(Parts {
        id: started.id,
        pid: started.pid,
        stop_grace: started.stop_grace,
        meter: Meter::Cgroups(cgroups),
        commands,
        phase,
        logs: started.logs,
        listeners: started.listeners,
        directories: started.directories,
    })
}

/// Connections that were asked of a supervisor and are not answered yet.
#[derive(Default)]
pub(crate) struct Pending {
    replies: HashMap<u64, ConnectReply>,
    next: u64,
}

impl Pending {
    /// Whether one more may be asked for.
    pub(crate) fn has_room(&self) -> bool {
        self.replies.len() < MOST_PENDING
    }

    /// The request of a new one.
    pub(crate) fn request(&mut self, port: u16, reply: ConnectReply) -> Request {
        let id = self.next;
        self.next += 1;
        // In a burst, each answer with all of its sockets would be more than the kernel lets a user have under way.
        let spares = if self.replies.is_empty() { SPARES } else { 0 };
        self.replies.insert(id, reply);
        Request::Connect { id, port, spares }
    }

    /// Passes an answer on; one whose caller has given up lets the connection close.
    pub(crate) fn answer(&mut self, id: u64, errno: Option<i32>, mut descriptors: VecDeque<OwnedFd>) {
        let Some(reply) = self.replies.remove(&id) else { return };
        let outcome = match (errno, descriptors.pop_front()) {
            (Some(errno), _) => Err(io::Error::from_raw_os_error(errno)),
            (None, Some(socket)) => {
                TcpStream::from_std(std::net::TcpStream::from(socket)).map(|stream| (stream, descriptors))
            }
            (None, None) => Err(io::Error::other("the connection was lost on its way")),
        };
        let _ = reply.send(outcome);
    }
}

/// The task that talks with the supervisor.
struct Control {
    socket: AsyncFd<OwnedFd>,
    supervisor: Child,
    registration: Registration,
    /// Goes with the container, whose network it holds.
    attachment: Option<Attachment>,
    cgroups: Arc<CgroupSet>,
    phase: watch::Sender<Phase>,
    pending: Pending,
}

impl Control {
    async fn run(mut self, mut requests: mpsc::Receiver<Command>) {
        let mut held = true;
        loop {
            tokio::select! {
                command = requests.recv(), if held && self.pending.has_room() => {
                    // With nobody left to hold it, the container goes.
                    held = command.is_some();
                    if self.request(command.unwrap_or(Command::Kill)).await.is_err() {
                        break;
                    }
                }
                event = receive(&self.socket) => match event {
                    Ok(Some((event, descriptors))) => self.take_event(event, descriptors),
                    Ok(None) => break,
                    Err(error) => {
                        tracing::warn!(%error, "the supervisor of a container cannot be understood");
                        break;
                    }
                },
            }
        }
        self.finish().await;
    }

    async fn request(&mut self, command: Command) -> io::Result<()> {
        let request = match command {
            Command::Connect { port, reply } => self.pending.request(port, reply),
            Command::Signal(signal) => Request::Signal(signal),
            Command::Kill => Request::Kill,
        };
        send(&self.socket, &request).await
    }

    fn take_event(&mut self, event: Event, descriptors: VecDeque<OwnedFd>) {
        match event {
            Event::Connected { id, errno } => self.pending.answer(id, errno, descriptors),
            Event::Exited { code, signal, oom_killed, disk_exceeded, usage } => {
                let exit = Exit { code, signal, oom_killed, disk_exceeded, at: SystemTime::now(), usage };
                self.phase.send_replace(Phase::Exited(exit));
            }
            // The first two belong to the start, which is over; the last is a doorkeeper's.
            Event::Started { .. } | Event::Failed(_) | Event::Finished { .. } => {}
        }
    }

    /// After the supervisor's end: what it could not do is done here.
    async fn finish(self) {
        let Control { socket, mut supervisor, registration, attachment, cgroups, phase, .. } = self;
        // If it still runs, it takes this as the order to end.
        drop((socket, attachment));
        let exit = match &*phase.borrow() {
            Phase::Running => None,
            Phase::Exited(exit) | Phase::Removed(exit) => Some(exit.clone()),
        };
        let removal = tokio::task::spawn_blocking(move || {
            let _ = supervisor.wait();
            let groups = cgroups.remove();
            let scratch = registration.remove_scratch();
            drop(registration);
            groups.and(scratch)
        });
        match removal.await {
            Ok(Err(error)) => tracing::warn!(%error, "remains of a container are left to the next sweep"),
            Err(error) => tracing::warn!(%error, "remains of a container are left to the next sweep"),
            Ok(Ok(())) => {}
        }
        phase.send_replace(Phase::Removed(exit.unwrap_or_else(lost)));
    }
}

/// Receives the next event; no event is lost when the future is dropped.
pub(crate) async fn receive(socket: &AsyncFd<OwnedFd>) -> io::Result<Option<(Event, VecDeque<OwnedFd>)>> {
    loop {
        let mut ready = socket.readable().await?;
        match ready.try_io(|socket| wire::receive(socket.get_ref(), RecvFlags::DONTWAIT)) {
            // A supervisor that was killed with requests unread resets the connection.
            Ok(Err(error)) if error.kind() == io::ErrorKind::ConnectionReset => return Ok(None),
            Ok(outcome) => return outcome,
            Err(_not_ready) => {}
        }
    }
}

/// Sends a request, when there is room for it.
pub(crate) async fn send(socket: &AsyncFd<OwnedFd>, request: &Request) -> io::Result<()> {
    loop {
        let mut ready = socket.writable().await?;
        match ready.try_io(|socket| wire::send(socket.get_ref(), request, &[], SendFlags::DONTWAIT)) {
            Ok(outcome) => return outcome,
            Err(_not_ready) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spares_go_along_with_a_connection_that_is_alone() {
        let mut pending = Pending::default();
        let ask = |pending: &mut Pending| {
            let (reply, _answer) = tokio::sync::oneshot::channel();
            match pending.request(80, reply) {
                Request::Connect { id, spares, .. } => (id, spares),
                other => panic!("{other:?}"),
            }
        };
        let (first, spares) = ask(&mut pending);
        assert_eq!(spares, SPARES);
        for _ in 1..MOST_PENDING {
            assert_eq!(ask(&mut pending).1, 0);
        }
        assert!(!pending.has_room());
        for id in first..first + MOST_PENDING as u64 {
            pending.answer(id, Some(libc::ECONNREFUSED), VecDeque::new());
        }
        assert_eq!(ask(&mut pending).1, SPARES);
    }
}
