//! Requests of a transform job to one container, and their repetition.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, Request, Response, Uri};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::{Body, Incoming};

use super::parameters::{Parameters, Told};
use super::settings::Settings;
use crate::server::{self, Broken, Server};

/// The longest answer that is kept in memory, and the most that all answers under way may take together.
const LONGEST: usize = 100 << 20;
const LONGEST_TOGETHER: usize = 1 << 30;
/// As much of an answer that is no result as is read.
const MESSAGE: usize = 64 << 10;
/// How long the container may take to say how it wants its requests.
const PARAMETERS: Duration = Duration::from_secs(10);
/// Before the first repetition; doubled each time.
const PAUSE: Duration = Duration::from_millis(100);
/// How long a container that broke off may take to be known as ended.
const END: Duration = Duration::from_millis(500);

/// Why a request has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The container answered with another status than success.
    Status(u16, String),
    /// It did not answer, or not to the end.
    Silent(String),
    /// The answer is longer than this many bytes.
    TooLong(usize),
    /// What was to be sent could not be read.
    Unsent(String),
}

impl Refused {
    /// Whether the same request may be answered later.
    fn may_pass(&self) -> bool {
        match self {
            Refused::Status(status, _) => *status >= 500,
            Refused::Silent(_) => true,
            Refused::TooLong(_) | Refused::Unsent(_) => false,
        }
    }
}

/// One container, as the requests of a job reach it.
pub(crate) struct Client {
    server: Arc<Server>,
    headers: HeaderMap,
    timeout: Duration,
    retries: u32,
    longest: usize,
}

impl Client {
    /// The requests that a job makes; the error names a header that cannot be.
    pub(crate) fn new(
        server: Arc<Server>,
        settings: &Settings,
        parameters: Parameters,
    ) -> Result<Self, String> {
        let mut headers = HeaderMap::new();
        headers.insert(http::header::HOST, HeaderValue::from_static("localhost"));
        let given =
            [(http::header::CONTENT_TYPE, &settings.content_type), (http::header::ACCEPT, &settings.accept)];
        for (name, value) in given {
            if let Some(value) = value {
                let value = HeaderValue::from_str(value)
                    .map_err(|_| format!("{value:?} cannot be the value of the header {name}"))?;
                headers.insert(name, value);
            }
        }
        let longest = (LONGEST_TOGETHER / parameters.concurrent.max(1)).min(LONGEST);
        Ok(Self { server, headers, timeout: settings.timeout, retries: settings.retries, longest })
    }

    /// The result for a payload, after so many attempts as the job allows.
    pub(crate) async fn invoke(&self, payload: &Bytes) -> Result<Bytes, Refused> {
        let mut attempts = self.attempts();
        loop {
            match self.timed(self.invoke_once(payload)).await {
                Ok(result) => return Ok(result),
                Err(refused) => attempts.after(refused).await?,
            }
        }
    }

    async fn invoke_once(&self, payload: &Bytes) -> Result<Bytes, Refused> {
        let request = || self.request(Full::new(payload.clone()));
        let (response, mut connection) = self.server.send(request).await.map_err(broken)?;
        let body = connection.drive(result(response)).await?;
        match connection.drive(Limited::new(body, self.longest).collect()).await {
            Ok(body) => {
                self.server.give_back(connection).await;
                Ok(body.to_bytes())
            }
            Err(error) if error.is::<http_body_util::LengthLimitError>() => {
                Err(Refused::TooLong(self.longest))
            }
            Err(error) => Err(Refused::Silent(error.to_string())),
        }
    }

    /// How often a request may be made.
    pub(crate) fn attempts(&self) -> Attempts {
        Attempts { left: self.retries, pause: PAUSE }
    }

    /// One attempt, within the time that it has.
    pub(crate) async fn timed<T>(
        &self,
        attempt: impl Future<Output = Result<T, Refused>>,
    ) -> Result<T, Refused> {
        match tokio::time::timeout(self.timeout, attempt).await {
            Ok(done) => {
                if let Err(Refused::Silent(_)) = &done {
                    self.unless_ended().await;
                }
                done
            }
            Err(_) => {
                Err(Refused::Silent(format!("there was no answer within {} s", self.timeout.as_secs())))
            }
        }
    }

    /// Never resolves if the container has ended: the instance tells of that, and not each request.
    async fn unless_ended(&self) {
        if tokio::time::timeout(END, self.server.container.wait()).await.is_ok() {
            std::future::pending::<()>().await;
        }
    }

    /// Sends a body of any kind on a connection of its own; the result as it comes.
    pub(crate) async fn stream<B>(&self, body: B) -> Result<Incoming, Refused>
    where
        B: Body + Send + 'static,
        B::Data: Send,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let silent = |error: &dyn std::fmt::Display| Refused::Silent(error.to_string());
        let mut connection = self.server.connect_apart().await.map_err(|error| silent(&error))?;
        let response = connection.send_request(self.request(body)).await.map_err(|error| silent(&error))?;
        result(response).await
    }

    fn request<B>(&self, body: B) -> Request<B> {
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        *request.uri_mut() = Uri::from_static("/invocations");
        self.headers.clone_into(request.headers_mut());
        request
    }
}

/// The attempts that a request has left.
pub(crate) struct Attempts {
    left: u32,
    pause: Duration,
}

impl Attempts {
    /// Waits a little after an attempt that failed; the error is the end of it.
    pub(crate) async fn after(&mut self, refused: Refused) -> Result<(), Refused> {
        if self.left == 0 || !refused.may_pass() {
            return Err(refused);
        }
        tracing::debug!(?refused, "a request of a transform job is repeated");
        self.left -= 1;
        tokio::time::sleep(self.pause).await;
        self.pause *= 2;
        Ok(())
    }
}

/// The body of an answer that is a result.
async fn result(response: Response<Incoming>) -> Result<Incoming, Refused> {
    let (head, body) = response.into_parts();
    if head.status.is_success() {
        return Ok(body);
    }
    Err(Refused::Status(head.status.as_u16(), message(body).await))
}

fn broken(broken: Broken) -> Refused {
    match broken {
        Broken::Unaccepted(limit) => {
            Refused::Silent(format!("the container did not accept the connection within {limit:?}"))
        }
        Broken::Unreached(why) => Refused::Silent(format!("the container could not be reached: {why}")),
        Broken::Midway(why) => Refused::Silent(format!("the container broke off: {why}")),
    }
}

/// The beginning of an answer.
async fn message(mut body: Incoming) -> String {
    let mut bytes = Vec::new();
    while let Some(Ok(frame)) = body.frame().await {
        bytes.extend_from_slice(frame.data_ref().map_or(&[][..], |data| data));
        if bytes.len() >= MESSAGE {
            bytes.truncate(MESSAGE);
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// How a container wants its requests, if it says so: `GET /execution-parameters`.
///
/// # Errors
///
/// When it answers an object with members of other kinds than AWS's.
pub(crate) async fn ask_parameters(server: &Server) -> Result<Told, String> {
    let asked = async {
        let (response, mut connection) = server.send(|| server::get("/execution-parameters")).await.ok()?;
        let is_answer = response.status() == http::StatusCode::OK;
        let body = connection.drive(Limited::new(response.into_body(), MESSAGE).collect()).await.ok()?;
        server.give_back(connection).await;
        is_answer.then(|| body.to_bytes())
    };
    let answer = tokio::time::timeout(PARAMETERS, asked).await.ok().flatten();
    // A server that answers anything to everything says nothing by it.
    match answer.filter(|answer| serde_json::from_slice::<serde_json::Map<_, _>>(answer).is_ok()) {
        Some(answer) => serde_json::from_slice(&answer)
            .map_err(|error| format!("the container's answer to GET /execution-parameters: {error}")),
        None => Ok(Told::default()),
    }
}
