//! A running container, as its caller holds it.

use std::collections::HashMap;
use std::io;
use std::os::fd::OwnedFd;
use std::process::Child;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use rustix::net::{RecvFlags, SendFlags};
use tokio::io::unix::AsyncFd;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};

use crate::cgroup::{CgroupSet, Usage};
use crate::error::RuntimeError;
use crate::logs::LogStream;
use crate::network::Attachment;
use crate::process;
use crate::sandbox::Registration;
use crate::wire::{self, Event, Request};

/// Requests that wait for an answer at one time; more wait for their turn.
const MOST_PENDING: usize = 128;

/// How a container ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The exit code of the program, unless a signal ended it.
    pub code: Option<i32>,
    /// The signal that ended the program.
    pub signal: Option<i32>,
    /// Whether a process of the container was killed because the memory limit was reached.
    pub oom_killed: bool,
    /// When lirio heard of it.
    pub at: SystemTime,
    /// What the container used in all.
    pub usage: Usage,
}

impl Exit {
    /// Whether the program ended by itself with code 0.
    pub fn success(&self) -> bool {
        self.code == Some(0)
    }
}

#[derive(Clone, Debug)]
enum Phase {
    Running,
    Exited(Exit),
    /// And everything that was made for it is removed.
    Removed(Exit),
}

type ConnectReply = oneshot::Sender<io::Result<TcpStream>>;

enum Command {
    Connect { port: u16, reply: ConnectReply },
    Signal(i32),
    Kill,
}

/// A running container. Dropping it kills the container and removes what was made for it.
#[derive(Debug)]
pub struct Container {
    id: String,
    pid: u32,
    stop_grace: Duration,
    cgroups: Arc<CgroupSet>,
    commands: mpsc::Sender<Command>,
    phase: watch::Receiver<Phase>,
    logs: Mutex<Option<LogStream>>,
    listeners: Mutex<HashMap<u16, TcpListener>>,
}

/// What [`crate::SandboxRuntime`] hands over once the program runs.
pub(crate) struct Started {
    pub(crate) id: String,
    pub(crate) pid: u32,
    pub(crate) stop_grace: Duration,
    pub(crate) cgroups: CgroupSet,
    pub(crate) control: AsyncFd<OwnedFd>,
    pub(crate) supervisor: Child,
    pub(crate) logs: LogStream,
    pub(crate) listeners: HashMap<u16, TcpListener>,
    pub(crate) attachment: Option<Attachment>,
    pub(crate) registration: Registration,
}

impl Container {
    pub(crate) fn new(started: Started) -> Container {
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
            pending: HashMap::new(),
            next: 0,
        };
        tokio::spawn(control.run(requests));
        Container {
            id: started.id,
            pid: started.pid,
            stop_grace: started.stop_grace,
            cgroups,
            commands,
            phase,
            logs: Mutex::new(Some(started.logs)),
            listeners: Mutex::new(started.listeners),
        }
    }

    /// The container's name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The process number, on the host, of the container's first process; when it ends, so have all others.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// The container's output. It can be taken once, and not after the first [`Container::wait`]: output that
    /// nobody has asked for by then is thrown away, so that it cannot hold the container up.
    pub fn take_logs(&self) -> Option<LogStream> {
        self.logs.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// The listener that the container reaches at `127.0.0.1:port`, if it was asked for; it can be taken once.
    pub fn take_listener(&self, port: u16) -> Option<TcpListener> {
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).remove(&port)
    }

    /// Waits until the program has ended, and with it every process of the container.
    pub async fn wait(&self) -> Exit {
        drop(self.take_logs());
        let mut phase = self.phase.clone();
        loop {
            if let Phase::Exited(exit) | Phase::Removed(exit) = &*phase.borrow_and_update() {
                return exit.clone();
            }
            if phase.changed().await.is_err() {
                return lost();
            }
        }
    }

    /// Waits until, in addition, the scratch directory, the mounts and the cgroups are gone.
    pub async fn removed(&self) -> Exit {
        drop(self.take_logs());
        let mut phase = self.phase.clone();
        loop {
            if let Phase::Removed(exit) = &*phase.borrow_and_update() {
                return exit.clone();
            }
            if phase.changed().await.is_err() {
                return lost();
            }
        }
    }

    /// How it ended, if it has.
    pub fn exit(&self) -> Option<Exit> {
        match &*self.phase.borrow() {
            Phase::Running => None,
            Phase::Exited(exit) | Phase::Removed(exit) => Some(exit.clone()),
        }
    }

    /// Sends a signal, by number, to the program.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Ended`] when there is no program any more.
    pub async fn signal(&self, signal: i32) -> Result<(), RuntimeError> {
        self.command(Command::Signal(signal)).await
    }

    /// Kills every process of the container at once.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Ended`] when there is none any more.
    pub async fn kill(&self) -> Result<(), RuntimeError> {
        self.command(Command::Kill).await
    }

    /// Sends SIGTERM to the program and, when the grace is over (`None`: the specification's), SIGKILL to
    /// every process. Returns when all have ended; a container that has ended already is fine.
    pub async fn stop(&self, grace: Option<Duration>) -> Exit {
        if self.signal(libc::SIGTERM).await.is_ok() {
            let grace = grace.unwrap_or(self.stop_grace);
            if let Ok(exit) = tokio::time::timeout(grace, self.wait()).await {
                return exit;
            }
            // It may have ended in this instant.
            let _ = self.kill().await;
        }
        self.wait().await
    }

    /// Connects to a port that a program of the container listens on, at its 127.0.0.1.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Connect`]: refused when nothing listens, timed out after ten seconds.
    pub async fn connect(&self, port: u16) -> Result<TcpStream, RuntimeError> {
        let failed = |source| RuntimeError::Connect { id: self.id.clone(), port, source };
        let ended = || io::Error::new(io::ErrorKind::NotConnected, "the container has ended");
        let (reply, answer) = oneshot::channel();
        self.command(Command::Connect { port, reply }).await.map_err(|_| failed(ended()))?;
        answer.await.unwrap_or_else(|_| Err(ended())).map_err(failed)
    }

    /// What the container uses now. Without cgroups it is counted process by process, and the peak is only
    /// known at the end.
    pub fn stats(&self) -> Usage {
        if let Some(exit) = self.exit() {
            return exit.usage;
        }
        let mut usage = self.cgroups.usage();
        if usage.memory_bytes.is_none() {
            usage.memory_bytes =
                Some(process::tree(self.pid).into_iter().map(process::anonymous_memory).sum());
        }
        usage.cpu_time = usage.cpu_time.or_else(|| Some(process::cpu_time(&process::tree(self.pid))));
        usage
    }

    async fn command(&self, command: Command) -> Result<(), RuntimeError> {
        if self.exit().is_some() {
            return Err(RuntimeError::Ended { id: self.id.clone() });
        }
        self.commands.send(command).await.map_err(|_| RuntimeError::Ended { id: self.id.clone() })
    }
}

/// The end of a container whose supervisor was killed: the kernel killed the rest.
fn lost() -> Exit {
    Exit {
        code: None,
        signal: Some(libc::SIGKILL),
        oom_killed: false,
        at: SystemTime::now(),
        usage: Usage::default(),
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
    pending: HashMap<u64, ConnectReply>,
    next: u64,
}

impl Control {
    async fn run(mut self, mut requests: mpsc::Receiver<Command>) {
        let mut held = true;
        loop {
            tokio::select! {
                command = requests.recv(), if held && self.pending.len() < MOST_PENDING => {
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
            Command::Connect { port, reply } => {
                let id = self.next;
                self.next += 1;
                self.pending.insert(id, reply);
                Request::Connect { id, port }
            }
            Command::Signal(signal) => Request::Signal(signal),
            Command::Kill => Request::Kill,
        };
        send(&self.socket, &request).await
    }

    fn take_event(&mut self, event: Event, mut descriptors: std::collections::VecDeque<OwnedFd>) {
        match event {
            Event::Connected { id, errno } => {
                let Some(reply) = self.pending.remove(&id) else { return };
                let outcome = match (errno, descriptors.pop_front()) {
                    (Some(errno), _) => Err(io::Error::from_raw_os_error(errno)),
                    (None, Some(socket)) => TcpStream::from_std(std::net::TcpStream::from(socket)),
                    (None, None) => Err(io::Error::other("the connection was lost on its way")),
                };
                // A caller that has given up lets the connection close.
                let _ = reply.send(outcome);
            }
            Event::Exited { code, signal, oom_killed, usage } => {
                let exit = Exit { code, signal, oom_killed, at: SystemTime::now(), usage };
                self.phase.send_replace(Phase::Exited(exit));
            }
            // Both belong to the start, which is over.
            Event::Started { .. } | Event::Failed(_) => {}
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
            let scratch = crate::remove::remove_tree(registration.scratch());
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
pub(crate) async fn receive(
    socket: &AsyncFd<OwnedFd>,
) -> io::Result<Option<(Event, std::collections::VecDeque<OwnedFd>)>> {
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

async fn send(socket: &AsyncFd<OwnedFd>, request: &Request) -> io::Result<()> {
    loop {
        let mut ready = socket.writable().await?;
        match ready.try_io(|socket| wire::send(socket.get_ref(), request, &[], SendFlags::DONTWAIT)) {
            Ok(outcome) => return outcome,
            Err(_not_ready) => {}
        }
    }
}
