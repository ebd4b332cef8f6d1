//! A running container, as its caller holds it.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::Ipv4Addr;
use std::os::fd::OwnedFd;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{mpsc, oneshot, watch};

use crate::cgroup::{CgroupSet, Usage};
use crate::error::RuntimeError;
use crate::logs::LogStream;
use crate::process::{self, Listening};

/// Requests that wait for an answer at one time; more wait for their turn.
pub(crate) const MOST_PENDING: usize = 128;

/// How a container ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The exit code of the program, unless a signal ended it.
    pub code: Option<i32>,
    /// The signal that ended the program.
    pub signal: Option<i32>,
    /// Whether a process of the container was killed because the memory limit was reached.
    pub oom_killed: bool,
    /// Whether it was killed because it had written more than [`crate::Limits::disk_bytes`].
    pub disk_exceeded: bool,
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
pub(crate) enum Phase {
    Running,
    Exited(Exit),
    /// And everything that was made for it is removed.
    Removed(Exit),
}

/// How long a connection may take; on loopback only a full queue makes one wait.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// A connection, and sockets of the container's network for those to come.
pub(crate) type ConnectReply = oneshot::Sender<io::Result<(TcpStream, VecDeque<OwnedFd>)>>;

pub(crate) enum Command {
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
    meter: Meter,
    commands: mpsc::Sender<Command>,
    phase: watch::Receiver<Phase>,
    logs: Mutex<Option<LogStream>>,
    listeners: Mutex<HashMap<u16, TcpListener>>,
    directories: Vec<PathBuf>,
    /// Sockets of the container's network. A socket stays in the network that it was made in, whoever connects it.
    spares: Mutex<VecDeque<OwnedFd>>,
}

/// What tells how much a container uses.
#[derive(Debug)]
pub(crate) enum Meter {
    /// Its cgroups, and `/proc` where there are none.
    Cgroups(Arc<CgroupSet>),
    /// The engine that runs it.
    Engine(crate::engine::EngineMeter),
}

/// What a runtime hands over once the program runs.
pub(crate) struct Parts {
    pub(crate) id: String,
    pub(crate) pid: u32,
    pub(crate) stop_grace: Duration,
    pub(crate) meter: Meter,
    pub(crate) commands: mpsc::Sender<Command>,
    pub(crate) phase: watch::Receiver<Phase>,
    pub(crate) logs: LogStream,
    pub(crate) listeners: HashMap<u16, TcpListener>,
    /// What it writes to, but for an engine's layer.
    pub(crate) directories: Vec<PathBuf>,
}

impl Container {
    pub(crate) fn new(parts: Parts) -> Container {
        Container {
            id: parts.id,
            pid: parts.pid,
            stop_grace: parts.stop_grace,
            meter: parts.meter,
            commands: parts.commands,
            phase: parts.phase,
            logs: Mutex::new(Some(parts.logs)),
            listeners: Mutex::new(parts.listeners),
            directories: parts.directories,
            spares: Mutex::default(),
        }
    }

    /// The container's name.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The process number, on the machine that runs it, of the container's first process (the sandbox's own) or
    /// of its program (an engine's).
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
        self.ended().await
    }

    /// The same for who does not hold the container, and must not: a container ends when it is dropped.
    pub fn ended(&self) -> impl Future<Output = Exit> + Send + use<> {
        let mut phase = self.phase.clone();
        async move {
            loop {
                if let Phase::Exited(exit) | Phase::Removed(exit) = &*phase.borrow_and_update() {
                    return exit.clone();
                }
                if phase.changed().await.is_err() {
                    return lost();
                }
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
        if self.exit().is_some() {
            self.spares().clear();
            return Err(failed(ended()));
        }
        let spare = self.spares().pop_front();
        if let Some(socket) = spare {
            let socket = TcpSocket::from_std_stream(std::net::TcpStream::from(socket));
            let connected = socket.connect((Ipv4Addr::LOCALHOST, port).into());
            let connected = tokio::time::timeout(CONNECT_TIMEOUT, connected).await;
            return connected.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())).map_err(failed);
        }
        let (reply, answer) = oneshot::channel();
        self.command(Command::Connect { port, reply }).await.map_err(|_| failed(ended()))?;
        let (stream, spares) = answer.await.unwrap_or_else(|_| Err(ended())).map_err(failed)?;
        // Those of a container that has ended meanwhile would keep its network.
        if self.exit().is_none() && self.spares().is_empty() {
            *self.spares() = spares;
        }
        Ok(stream)
    }

    fn spares(&self) -> MutexGuard<'_, VecDeque<OwnedFd>> {
        self.spares.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the program catches a signal, by its number, at this moment: as the first process of a container
    /// elsewhere, it would not notice one that it does not catch. Nothing if that cannot be seen.
    pub fn catches(&self, signal: u32) -> Option<bool> {
        let program = match &self.meter {
            Meter::Cgroups(_) => process::first_child(self.pid)?,
            Meter::Engine(_) => self.pid,
        };
        process::catches(program, signal)
    }

    /// Where its programs listen on a port. Nothing if that cannot be seen.
    pub fn listening(&self, port: u16) -> Option<Listening> {
        process::listening(self.pid, port)
    }

    /// What the container uses now. Without cgroups it is counted process by process, and the peak is only
    /// known at the end; an engine that cannot be asked tells nothing.
    pub async fn stats(&self) -> Usage {
        if let Some(exit) = self.exit() {
            return exit.usage;
        }
        let cgroups = match &self.meter {
            Meter::Cgroups(cgroups) => cgroups,
            Meter::Engine(meter) => return meter.usage().await,
        };
        let mut usage = cgroups.usage();
        if usage.memory_bytes.is_none() {
            usage.memory_bytes =
                Some(process::tree(self.pid).into_iter().map(process::anonymous_memory).sum());
        }
        usage.cpu_time = usage.cpu_time.or_else(|| Some(process::cpu_time(&process::tree(self.pid))));
        usage
    }

    /// The bytes on the disk that it has written or was given to write to: its own layer and its writable mounts.
    /// They are counted file by file.  Nothing after its end, or where an engine does not tell.
    pub async fn disk_bytes(&self) -> Option<u64> {
        if self.exit().is_some() {
            return None;
        }
        let layer = match &self.meter {
            Meter::Cgroups(_) => 0,
            Meter::Engine(meter) => meter.layer_bytes().await?,
        };
        let directories = self.directories.clone();
        let written = tokio::task::spawn_blocking(move || crate::disk::measure(&directories)).await.ok()?;
        Some(written.saturating_add(layer))
    }

    async fn command(&self, command: Command) -> Result<(), RuntimeError> {
        if self.exit().is_some() {
            return Err(RuntimeError::Ended { id: self.id.clone() });
        }
        self.commands.send(command).await.map_err(|_| RuntimeError::Ended { id: self.id.clone() })
    }
}

/// The end of a container whose supervisor was killed: the kernel killed the rest.
pub(crate) fn lost() -> Exit {
    Exit {
        code: None,
        signal: Some(libc::SIGKILL),
        oom_killed: false,
        disk_exceeded: false,
        at: SystemTime::now(),
        usage: Usage::default(),
    }
}
