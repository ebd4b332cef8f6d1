//! A container that serves, for endpoints and for batch transform: its start, `/ping`, its connections, its end.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::changes::lock;
use crate::containers::{ContainerExit, PreparedImage, RunMount, RunSpec, RunningContainer};
use crate::credentials::{self, Doors};
use crate::instance_types::Size;
use crate::logs::LogShipper;
use crate::{ContainerError, SageMaker};

/// Where a serving container listens.
const PORT: u16 = 8080;
/// How long one `/ping` may take.
const PING: Duration = Duration::from_secs(2);
/// Between two attempts: at first quick, since a good container is up in milliseconds.
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LAST_PAUSE: Duration = Duration::from_millis(50);
/// Between SIGTERM and SIGKILL, as on AWS.
const STOP_GRACE: Duration = Duration::from_secs(30);
/// The last lines of a container, shown with the reason of its failure, and how long they may be.
const LAST_LINES: usize = 8;
const LINE: usize = 160;
/// How long a container that has ended may take to hand over its last lines.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// Idle connections kept to one container.
const MOST_IDLE: usize = 64;
/// Until a container must answer `/ping`, unless its endpoint says otherwise.
pub(crate) const STARTUP: Duration = Duration::from_secs(240);

/// What all containers of one kind have in common.
#[derive(Clone, Debug)]
pub(crate) struct ServerSpec {
    pub(crate) region: String,
    pub(crate) role: String,
    pub(crate) image: PreparedImage,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) hostname: String,
    /// Seen as `/opt/ml/model`.
    pub(crate) model: PathBuf,
    pub(crate) size: Size,
    pub(crate) isolated: bool,
    /// Until it must answer `/ping`.
    pub(crate) startup: Duration,
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
    _doors: Doors,
}

pub(crate) type Connection = SendRequest<Full<Bytes>>;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Broken {
    /// The request did not reach the container.
    Unreached(String),
    /// The container took the request and broke off.
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
        let mut env = credentials::environment(&spec.region, spec.isolated);
        env.extend(spec.env.iter().cloned());
        let run = RunSpec {
            id,
            image: spec.image.clone(),
            entrypoint: None,
            arguments: vec!["serve".to_owned()],
            env,
            hostname: spec.hostname.clone(),
            mounts: vec![RunMount {
                source: spec.model.clone(),
                target: "/opt/ml/model".into(),
                read_only: false,
            }],
            memory_bytes: spec.size.memory_bytes,
            cpus: spec.size.cpus,
            listeners: credentials::ports(spec.isolated),
            ..RunSpec::default()
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
            _doors: doors,
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

    /// SIGTERM, thirty seconds, SIGKILL.
    pub(crate) async fn stop(&self) {
        self.container.terminate().await;
        if tokio::time::timeout(STOP_GRACE, self.container.wait()).await.is_err() {
            self.container.kill().await;
        }
    }

    async fn until_healthy(&self, limit: Duration) -> Result<(), String> {
        let deadline = Instant::now() + limit;
        let mut pause = FIRST_PAUSE;
        loop {
            let last = match tokio::time::timeout(PING, self.ping()).await {
                Ok(Ok(StatusCode::OK)) => return Ok(()),
                Ok(Ok(status)) => format!("it answers {}", status.as_u16()),
                Ok(Err(error)) => error.to_string(),
                Err(_) => "it gives no answer within 2 seconds".to_owned(),
            };
            if Instant::now() + pause > deadline {
                return Err(format!("no success on /ping in {} s: {last}", limit.as_secs()));
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(LAST_PAUSE);
        }
    }

    async fn ping(&self) -> io::Result<StatusCode> {
        let mut connection = self.connect().await?;
        let response = connection.send_request(get("/ping")).await.map_err(io::Error::other)?;
        let status = response.status();
        // An answer without a body leaves the connection ready for the first invocation.
        if http_body_util::BodyExt::collect(response.into_body()).await.is_ok() {
            self.give_back(connection);
        }
        Ok(status)
    }

    /// A new connection, for requests with any kind of body.
    pub(crate) async fn connect<B>(&self) -> io::Result<SendRequest<B>>
    where
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let stream = self.container.connect(PORT).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
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
            if connection.ready().await.is_err() {
                continue;
            }
            match connection.send_request(request()).await {
                Ok(response) => return Ok((response, connection)),
                Err(error) => {
                    tracing::debug!(%error, "a kept connection was stale");
                    break;
                }
            }
        }
        let mut connection = self.connect().await.map_err(|error| Broken::Unreached(error.to_string()))?;
        match connection.send_request(request()).await {
            Ok(response) => Ok((response, connection)),
            Err(error) => Err(Broken::Midway(error.to_string())),
        }
    }

    /// Keeps a connection whose answer was read to the end.
    pub(crate) fn give_back(&self, connection: Connection) {
        let mut idle = lock(&self.idle);
        if !connection.is_closed() && idle.len() < MOST_IDLE {
            idle.push(connection);
        }
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
