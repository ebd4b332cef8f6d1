//! HTTP over the engine's socket.

use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode, header};
use http_body::{Body, Frame};
use http_body_util::{BodyExt, Either, Full, Limited};
use hyper::body::Incoming;
use hyper::client::conn::http1;
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::net::UnixStream;
use tokio::sync::mpsc;

/// The largest answer that is read.
const LARGEST_ANSWER: usize = 32 << 20;
/// How long a call may take that has nothing to wait for; a busy disk makes removals slow.
const CALL_LIMIT: Duration = Duration::from_secs(120);

/// Why an engine did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// There is nobody, or the connection broke.
    #[error("the engine at {} cannot be reached: {problem}", socket.display())]
    Unreachable {
        /// Its socket.
        socket: PathBuf,
        /// What happened.
        problem: String,
    },
    /// It answered that it will not.
    #[error("{message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Its own words.
        message: String,
    },
    /// It answered something that is none.
    #[error("the engine's answer to {call} is not understood: {problem}")]
    Odd {
        /// What it was asked.
        call: String,
        /// What is wrong.
        problem: String,
    },
}

impl EngineError {
    /// Whether what was asked for is not there (or not any more).
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, EngineError::Refused { status: 404, .. })
    }
}

/// An engine's socket, and the version of the interface that is spoken.
#[derive(Clone, Debug)]
pub(super) struct Client {
    socket: PathBuf,
    /// `/v1.41`, or nothing before the version is known.
    prefix: String,
}

type Outgoing = Either<Full<Bytes>, Pieces>;

impl Client {
    pub(super) fn new(socket: &Path, version: Option<&str>) -> Client {
        let prefix = version.map(|version| format!("/v{version}")).unwrap_or_default();
        Client { socket: socket.to_owned(), prefix }
    }

    /// Calls, and reads the answer as JSON.
    pub(super) async fn json<T: DeserializeOwned>(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<T, EngineError> {
        let call = format!("{method} {path}");
        let bytes = self.call(method, path, body).await?;
        serde_json::from_slice(&bytes).map_err(|error| EngineError::Odd { call, problem: error.to_string() })
    }

    /// Calls, and reads the answer's bytes.
    pub(super) async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Bytes, EngineError> {
        let limit = tokio::time::timeout(CALL_LIMIT, self.wait_for(method, path, body));
        limit.await.unwrap_or_else(|_| {
            Err(self.unreachable(format!("no answer in {} s to {path}", CALL_LIMIT.as_secs())))
        })
    }

    /// The same for a call that is answered when something has happened.
    pub(super) async fn wait_for(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Bytes, EngineError> {
        let bytes = body.map(|body| Bytes::from(body.to_string())).unwrap_or_default();
        let response =
            self.send(method, path, "application/json", Either::Left(Full::new(bytes)), false).await?;
        self.collect(response).await
    }

    /// Sends an archive as it is made, and reads the answer.
    pub(super) async fn upload(
        &self,
        path: &str,
        pieces: mpsc::Receiver<io::Result<Bytes>>,
    ) -> Result<Bytes, EngineError> {
        let body = Either::Right(Pieces(pieces));
        let response = self.send(Method::POST, path, "application/x-tar", body, false).await?;
        self.collect(response).await
    }

    /// Sends an archive whole.
    pub(super) async fn put_archive(&self, path: &str, archive: Vec<u8>) -> Result<Bytes, EngineError> {
        let body = Either::Left(Full::new(Bytes::from(archive)));
        let put = async {
            let response = self.send(Method::PUT, path, "application/x-tar", body, false).await?;
            self.collect(response).await
        };
        tokio::time::timeout(CALL_LIMIT, put).await.unwrap_or_else(|_| {
            Err(self.unreachable(format!("no answer in {} s to {path}", CALL_LIMIT.as_secs())))
        })
    }

    /// Turns a call into a stream of bytes in both directions.
    pub(super) async fn upgrade(&self, path: &str) -> Result<TokioIo<Upgraded>, EngineError> {
        let empty = Either::Left(Full::default());
        let response = self.send(Method::POST, path, "application/json", empty, true).await?;
        if response.status() != StatusCode::SWITCHING_PROTOCOLS {
            // Its text says why.
            self.collect(response).await?;
            return Err(self.odd(path, "no stream"));
        }
        let upgraded = hyper::upgrade::on(response).await;
        upgraded.map(TokioIo::new).map_err(|error| self.unreachable(error.to_string()))
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        content_type: &str,
        body: Outgoing,
        upgrade: bool,
    ) -> Result<Response<Incoming>, EngineError> {
        let stream = UnixStream::connect(&self.socket).await;
        let stream = stream.map_err(|error| self.unreachable(error.to_string()))?;
        let handshake = http1::handshake::<_, Outgoing>(TokioIo::new(stream)).await;
        let (mut sender, connection) = handshake.map_err(|error| self.unreachable(error.to_string()))?;
        tokio::spawn(async move {
            // Who waits for the answer hears of it.
            if let Err(error) = connection.with_upgrades().await {
                tracing::debug!(%error, "a connection to the engine broke");
            }
        });
        let mut request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.prefix))
            .header(header::HOST, "engine")
            .header(header::CONTENT_TYPE, content_type);
        if upgrade {
            request = request.header(header::CONNECTION, "Upgrade").header(header::UPGRADE, "tcp");
        }
        let request = request.body(body).map_err(|error| self.odd(path, &error.to_string()))?;
        sender.send_request(request).await.map_err(|error| self.unreachable(error.to_string()))
    }

    async fn collect(&self, response: Response<Incoming>) -> Result<Bytes, EngineError> {
        let status = response.status();
        let body = Limited::new(response.into_body(), LARGEST_ANSWER).collect().await;
        let bytes = body.map_err(|error| self.unreachable(error.to_string()))?.to_bytes();
        // 304: it is already so.
        if status.is_success() || status == StatusCode::NOT_MODIFIED {
            return Ok(bytes);
        }
        let message = serde_json::from_slice::<Value>(&bytes)
            .ok()
            .and_then(|answer| Some(answer.get("message")?.as_str()?.to_owned()))
            .unwrap_or_else(|| String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).into_owned());
        Err(EngineError::Refused { status: status.as_u16(), message: message.trim().to_owned() })
    }

    fn unreachable(&self, problem: String) -> EngineError {
        EngineError::Unreachable { socket: self.socket.clone(), problem }
    }

    fn odd(&self, call: &str, problem: &str) -> EngineError {
        EngineError::Odd { call: call.to_owned(), problem: problem.to_owned() }
    }
}

/// A body that comes in pieces.
#[derive(Debug)]
pub(super) struct Pieces(mpsc::Receiver<io::Result<Bytes>>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

/// A value of a query, with everything but letters, digits and `-_.` as `%XX`.
pub(super) fn quoted(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_are_quoted() {
        let check = |text: &str, expected: &str| assert_eq!(quoted(text), expected);
        check("a-b_c.D9", "a-b_c.D9");
        check("{\"label\":[\"x=y\"]}", "%7B%22label%22%3A%5B%22x%3Dy%22%5D%7D");
        check("é/", "%C3%A9%2F");
    }
}
