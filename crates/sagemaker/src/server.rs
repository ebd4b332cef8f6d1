//! A container that serves, for endpoints and for batch transform: its start, `/ping`, its connections, its end.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use lirio_cdi::Edits;
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::changes::lock;
use crate::connection::Connection;
use crate::containers::{ContainerExit, PreparedImage, RunMount, RunSpec, RunningContainer};
use crate::contract::PORT;
use crate::credentials::{self, Doors};
use crate::gpus::Lease;
use crate::instance_types::Size;
use crate::logs::LogShipper;
use crate::{ContainerError, Limits, SageMaker};

/// Between two attempts at the start: at first quick, since a good container is up in milliseconds.
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LAST_PAUSE: Duration = Duration::from_millis(50);
/// The longest body of an answer to `/ping` that is read.
const PING_BODY: usize = 64 * 1024;
/// The last lines of a container, shown with the reason of its failure, and how long they may be.
const LAST_LINES: usize = 8;
const LINE: usize = 160;
/// How long a container that has ended may take to hand over its last lines.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// Idle connections kept to one container.
const MOST_IDLE: usize = 64;

/// What all containers of one kind have in common.
#[derive(Clone, Debug)]
pub(crate) struct ServerSpec {
    pub(crate) region: String,
    pub(crate) role: String,
    pub(crate) image: PreparedImage,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) hostname: String,
    /// Seen as `/opt/ml/model`; without one, what the image has there is seen.
    pub(crate) model: Option<PathBuf>,
    pub(crate) size: Size,
    /// The size of its volume (`VolumeSizeInGB`).
    pub(crate) volume_gib: Option<i64>,
    /// GPUs that a job holds; without a job, those that endpoints use least, as many as the size says.
    pub(crate) held: Option<Edits>,
    pub(crate) isolated: bool,
    /// Until it must answer `/ping`.
    pub(crate) startup: Duration,
    pub(crate) limits: Limits,
}

/// Where its output goes.
pub(crate) struct LogPlace {
    pub(crate) group: String,
    pub(crate) stream: String,
}

/// Why a container does not serve.
#[derive(Debug)]
pub(crate) enum NotServing {
    /// It could not be started; the reason begins with whose fault that is.
    NotStarted(String),
    /// It did not answer `/ping`: what happened instead, and ` Its last lines: …`, if it printed any.
    NotHealthy(String, String),
}

/// A container that answers.
pub(crate) struct Server {
    pub(crate) container: Arc<dyn RunningContainer>,
    idle: Mutex<Vec<Connection>>,
    tail: Arc<Mutex<VecDeque<String>>>,
    /// Ends when all its output is stored.
    printed: Mutex<Option<JoinHandle<()>>>,
    limits: Limits,
    _doors: Doors,
    _gpus: Option<Lease>,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Broken {
    /// The request did not reach the container.
    #[error("{0}")]
    Unreached(String),
    /// The container did not accept the connection in this time.
    #[error("it does not accept the connection within {0:?}")]
    Unaccepted(Duration),
    /// The container took the request and broke off.
    #[error("{0}")]
    Midway(String),
}

impl Server {
    /// Starts a container and waits until it answers `/ping`; if not, says why.
    pub(crate) async fn start(
        service: &SageMaker,
        spec: &ServerSpec,
        id: String,
        log: LogPlace,
    ) -> Result<Arc<Self>, NotServing> {
        let (devices, lease) = match &spec.held {
            Some(held) => (held.clone(), None),
            None => {
                let lease = service.gpus.lend(spec.size.gpus).map_err(NotServing::NotStarted)?;
                (service.gpus.edits(&lease.gpus).await.map_err(NotServing::NotStarted)?, Some(lease))
            }
        };
        let run = RunSpec {
            id,
            devices,
            image: spec.image.clone(),
            hostname: spec.hostname.clone(),
            volume_gib: spec.volume_gib,
            ..run_spec(spec.model.as_deref(), &spec.env, &spec.region, spec.size, spec.isolated)
        };
        let container = service
            .containers
            .run(run)
            .await
            .map_err(|error: ContainerError| NotServing::NotStarted(error.to_string()))?;
        let doors = credentials::serve(&service.platform, &*container, &spec.role)
            .map_err(|error| NotServing::NotStarted(error.to_string()))?;
        let tail: Arc<Mutex<VecDeque<String>>> = Arc::default();
        let printed = container.take_output().map(|mut output| {
            let logs = LogShipper::new(service.platform.door.clone(), log.group, log.stream);
            let tail = tail.clone();
            tokio::spawn(async move {
                while let Some(line) = output.recv().await {
                    keep_tail(&tail, &line.bytes);
                    logs.send(line).await;
                }
                logs.flushed().await;
            })
        });
        let server = Arc::new(Self {
            container,
            idle: Mutex::default(),
            tail,
            printed: Mutex::new(printed),
            limits: spec.limits,
            _doors: doors,
            _gpus: lease,
        });
        tokio::select! {
            biased;
            answered = server.until_healthy(spec.startup) => match answered {
                Ok(()) => Ok(server),
                Err(what) => Err(NotServing::NotHealthy(what, shown(server.lines()))),
            },
            exit = server.container.wait() => {
                let what = format!("{} before it answered /ping", ended(exit));
                Err(NotServing::NotHealthy(what, server.last_words().await))
            }
        }
    }

    /// ` Its last lines: …` of a container that has ended, or nothing; what it printed last often says why.
    pub(crate) async fn last_words(&self) -> String {
        self.flushed(LAST_WORDS).await;
        shown(self.lines())
    }

    /// Resolves when the output of a container that has ended is stored, but at the latest after some time.
    pub(crate) async fn flushed(&self, limit: Duration) {
        let printed = lock(&self.printed).take();
        if let Some(printed) = printed {
            drop(tokio::time::timeout(limit, printed).await);
        }
    }

    fn lines(&self) -> Vec<String> {
        lock(&self.tail).iter().cloned().collect()
    }

    /// SIGTERM, the grace, SIGKILL.
    pub(crate) async fn stop(&self) {
        self.container.terminate().await;
        if tokio::time::timeout(self.limits.serving_grace, self.container.wait()).await.is_err() {
            self.container.kill().await;
        }
    }

    /// Asks for its health until it is well.
    async fn until_healthy(&self, limit: Duration) -> Result<(), String> {
        let deadline = Instant::now() + limit;
        let mut pause = FIRST_PAUSE;
        loop {
            let Some(last) = self.ailing().await else { return Ok(()) };
            if Instant::now() + pause > deadline {
                return Err(format!("no success on /ping in {limit:?}: {last}"));
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LAST_PAUSE);
        }
    }

    /// What is wrong with it, by one `/ping`; nothing if it answers 200 in time.
    pub(crate) async fn ailing(&self) -> Option<String> {
        match tokio::time::timeout(self.limits.ping, self.ping()).await {
            Ok(Ok(StatusCode::OK)) => None,
            Ok(Ok(status)) => Some(format!("it answers {}", status.as_u16())),
            Ok(Err(broken)) => Some(broken.to_string()),
            Err(_) => Some(format!("it gives no answer within {:?}", self.limits.ping)),
        }
    }

    async fn ping(&self) -> Result<StatusCode, Broken> {
        let (response, mut connection) = self.send(|| get("/ping")).await?;
        let status = response.status();
        // An answer that was read leaves the connection ready for an invocation.
        let body = Limited::new(response.into_body(), PING_BODY);
        if connection.drive(body.collect()).await.is_ok() {
            self.give_back(connection).await;
        }
        Ok(status)
    }

    async fn reach(&self) -> Result<TcpStream, Broken> {
        match tokio::time::timeout(self.limits.accept, self.container.connect(PORT)).await {
            Ok(connected) => connected.map_err(|error| Broken::Unreached(error.to_string())),
            Err(_) => Err(Broken::Unaccepted(self.limits.accept)),
        }
    }

    async fn connect(&self) -> Result<Connection, Broken> {
        let stream = self.reach().await?;
        Connection::over(stream).await.map_err(|error| Broken::Unreached(error.to_string()))
    }

    /// A new connection for one request with any kind of body, in a task of its own: it moves while nobody waits for
    /// an answer.
    pub(crate) async fn connect_apart<B>(&self) -> Result<SendRequest<B>, Broken>
    where
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let stream = self.reach().await?;
        let unreached = |error: &dyn std::fmt::Display| Broken::Unreached(error.to_string());
        stream.set_nodelay(true).map_err(|error| unreached(&error))?;
        let (sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(|error| unreached(&error))?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection to a container broke");
            }
        });
        Ok(sender)
    }

    /// Sends a request; the answer's head, and the connection to be given back after its body.
    ///
    /// A connection that was kept may have been closed by the container meanwhile: then once more, on a new one.
    pub(crate) async fn send(
        &self,
        request: impl Fn() -> Request<Full<Bytes>>,
    ) -> Result<(Response<Incoming>, Connection), Broken> {
        loop {
            let kept = lock(&self.idle).pop();
            let Some(mut connection) = kept else { break };
            if !connection.is_ready().await {
                continue;
            }
            match connection.send(request()).await {
                Ok(response) => return Ok((response, connection)),
                Err(error) => {
                    tracing::debug!(%error, "a kept connection was stale");
                    break;
                }
            }
        }
        let mut connection = self.connect().await?;
        match connection.send(request()).await {
            Ok(response) => Ok((response, connection)),
            Err(error) => Err(Broken::Midway(error.to_string())),
        }
    }

    /// Keeps a connection whose answer was read to the end.
    pub(crate) async fn give_back(&self, mut connection: Connection) {
        if !connection.stays().await {
            return;
        }
        let mut idle = lock(&self.idle);
        if idle.len() < MOST_IDLE {
            idle.push(connection);
        }
    }
}

/// What a serving container is given, but for its names and its image.
pub(crate) fn run_spec(
    model: Option<&Path>,
    environment: &[(String, String)],
    region: &str,
    size: Size,
    isolated: bool,
) -> RunSpec {
    let mut env = credentials::environment(region, isolated);
    env.extend(environment.iter().cloned());
    RunSpec {
        arguments: vec!["serve".to_owned()],
        env,
        mounts: model
            .map(|model| RunMount {
                source: model.to_owned(),
                target: "/opt/ml/model".into(),
                read_only: false,
            })
            .into_iter()
            .collect(),
        memory_bytes: size.memory_bytes,
        cpus: size.cpus,
        listeners: credentials::ports(isolated),
        ..RunSpec::default()
    }
}

/// A request without a body.
pub(crate) fn get(path: &'static str) -> Request<Full<Bytes>> {
    Request::get(path)
        .header(http::header::HOST, "localhost")
        .body(Full::default())
        .expect("a fixed request is well formed")
}

/// How a container ended that should go on.
pub(crate) fn ended(exit: ContainerExit) -> String {
    let why = match exit.code {
        126 => ": its program cannot be run",
        127 => ": it has no program for `serve`",
        _ if exit.out_of_memory => ", out of memory",
        _ => "",
    };
    format!("the container ended with exit code {}{why}", exit.code)
}

fn shown(lines: Vec<String>) -> String {
    if lines.is_empty() { String::new() } else { format!(" Its last lines: {}", lines.join(" | ")) }
}

fn keep_tail(tail: &Mutex<VecDeque<String>>, line: &[u8]) {
    let text = String::from_utf8_lossy(line.get(..LINE).unwrap_or(line));
    let text = text.trim_end();
    if text.is_empty() {
        return;
    }
    let mut tail = lock(tail);
    if tail.len() >= LAST_LINES {
        tail.pop_front();
    }
    tail.push_back(text.to_owned());
}
