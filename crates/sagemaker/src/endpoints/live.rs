//! A container that serves, and the connections to it.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use tokio::time::Instant;

use crate::Limits;
use crate::changes::lock;
use crate::containers::RunningContainer;
use crate::contract::PORT;
use crate::credentials::Doors;
use crate::endpoints::connection::Connection;

/// Between two attempts at the start: at first quick, since a good container is up in milliseconds.
const FIRST_PAUSE: Duration = Duration::from_millis(1);
const LAST_PAUSE: Duration = Duration::from_millis(50);
/// The longest body of an answer to `/ping` that is read.
const PING_BODY: usize = 64 * 1024;
/// Idle connections kept to one container.
const MOST_IDLE: usize = 64;

/// A container that answers.
pub(crate) struct Live {
    pub(crate) container: Arc<dyn RunningContainer>,
    idle: Mutex<Vec<Connection>>,
    limits: Limits,
    _doors: Doors,
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

impl Live {
    pub(crate) fn new(container: Arc<dyn RunningContainer>, limits: Limits, doors: Doors) -> Self {
        Self { container, idle: Mutex::default(), limits, _doors: doors }
    }

    /// Asks for its health until it is well.
    pub(crate) async fn until_healthy(&self, limit: Duration) -> Result<(), String> {
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
        let request = || {
            let mut request = Request::new(Full::default());
            *request.uri_mut() = http::Uri::from_static("/ping");
            request.headers_mut().insert(http::header::HOST, http::HeaderValue::from_static("localhost"));
            request
        };
        let (response, mut connection) = self.send(request).await?;
        let status = response.status();
        // An answer that was read leaves the connection ready for an invocation.
        let body = Limited::new(response.into_body(), PING_BODY);
        if connection.drive(body.collect()).await.is_ok() {
            self.give_back(connection).await;
        }
        Ok(status)
    }

    /// SIGTERM, the grace, SIGKILL.
    pub(crate) async fn end(&self, grace: Duration) {
        self.container.terminate().await;
        if tokio::time::timeout(grace, self.container.wait()).await.is_err() {
            self.container.kill().await;
        }
    }

    async fn connect(&self) -> Result<Connection, Broken> {
        let stream = match tokio::time::timeout(self.limits.accept, self.container.connect(PORT)).await {
            Ok(connected) => connected.map_err(|error| Broken::Unreached(error.to_string()))?,
            Err(_) => return Err(Broken::Unaccepted(self.limits.accept)),
        };
        Connection::over(stream).await.map_err(|error| Broken::Unreached(error.to_string()))
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
