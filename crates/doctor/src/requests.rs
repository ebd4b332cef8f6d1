//! Requests to a serving container, timed.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Request, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use lirio_runtime::{Container, RuntimeError};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// As much of an answer as is read.
const MOST: usize = 8 << 20;
/// As much of an answer as is shown, in characters.
const SHOWN: usize = 160;

/// What a client sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// The body.
    pub body: Bytes,
    /// Its type.
    pub content_type: String,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    /// Its beginning, in one line.
    pub(crate) text: String,
    pub(crate) bytes: usize,
    pub(crate) took: Duration,
}

/// What became of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reply {
    Answer(Answer),
    /// The connection was refused or broke.
    Broken(String),
    /// There was none in time.
    Late(Duration),
}

/// Opens a connection; how long that took.
pub(crate) async fn connect(container: &Container, port: u16) -> io::Result<(TcpStream, Duration)> {
    let since = Instant::now();
    let stream = container.connect(port).await.map_err(|error| match error {
        RuntimeError::Connect { source, .. } => source,
        other => io::Error::other(other),
    })?;
    Ok((stream, since.elapsed()))
}

/// `GET /ping`
pub(crate) async fn ping(container: &Container, port: u16, limit: Duration) -> Reply {
    send(container, port, Method::GET, "/ping", None, limit).await
}

/// `POST /invocations`
pub(crate) async fn invoke(container: &Container, port: u16, payload: &Payload, limit: Duration) -> Reply {
    send(container, port, Method::POST, "/invocations", Some(payload), limit).await
}

async fn send(
    container: &Container,
    port: u16,
    method: Method,
    path: &'static str,
    payload: Option<&Payload>,
    limit: Duration,
) -> Reply {
    let since = Instant::now();
    let exchange = async {
        let (stream, _) = connect(container, port).await?;
        stream.set_nodelay(true)?;
        let (mut sender, connection) =
            http1::handshake(TokioIo::new(stream)).await.map_err(io::Error::other)?;
        let connection = tokio::spawn(connection);
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "localhost:8080");
        if let Some(payload) = payload {
            request = request.header(header::CONTENT_TYPE, &payload.content_type);
        }
        let body = payload.map(|payload| payload.body.clone()).unwrap_or_default();
        let request = request.body(Full::new(body)).map_err(io::Error::other)?;
        let response = sender.send_request(request).await.map_err(io::Error::other)?;
        let (head, body) = response.into_parts();
        let body = Limited::new(body, MOST).collect().await.map_err(io::Error::other)?.to_bytes();
        connection.abort();
        let content_type =
            head.headers.get(header::CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
        Ok::<_, io::Error>(Answer {
            status: head.status.as_u16(),
            content_type: content_type.unwrap_or_default().into_owned(),
            text: one_line(&body),
            bytes: body.len(),
            took: since.elapsed(),
        })
    };
    match tokio::time::timeout(limit, exchange).await {
        Ok(Ok(answer)) => Reply::Answer(answer),
        Ok(Err(error)) => Reply::Broken(innermost(&error)),
        Err(_) => Reply::Late(limit),
    }
}

/// The beginning of a body, in one line.
fn one_line(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body.get(..4 * SHOWN).unwrap_or(body));
    let words: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    words.trim().chars().take(SHOWN).collect()
}

/// The cause that says most: hyper's own words are about itself.
fn innermost(error: &io::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    let text = cause.to_string();
    match text.as_str() {
        "connection closed before message completed" => {
            "it closed the connection without an answer".to_owned()
        }
        _ => text,
    }
}
