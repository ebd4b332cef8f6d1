//! The Runtime API: what the program in an execution environment speaks, version 2018-06-01.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::{Notify, oneshot, watch};
use tokio::task::JoinSet;

/// The largest answer of a function, in bytes, as Lambda has it.
pub(crate) const MOST_RESPONSE: usize = 6_291_556;
/// What comes before the paths.
const VERSION: &str = "/2018-06-01/runtime/";

/// An invocation for the program.
#[derive(Debug)]
pub(crate) struct Invocation {
    pub(crate) request_id: String,
    /// When it is over, in milliseconds of Unix time.
    pub(crate) deadline_ms: i64,
    pub(crate) function_arn: String,
    pub(crate) client_context: Option<String>,
    pub(crate) payload: Bytes,
}

/// What the program made of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Its answer.
    Response(Bytes),
    /// Its error, as JSON.
    Error(Bytes),
    /// An answer over the limit, of this many bytes or more.
    TooLarge,
}

/// How far the program is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Init {
    /// It has not asked for an invocation yet.
    Running,
    /// It has.
    Done,
    /// It said that it cannot start, with this JSON.
    Failed(Bytes),
}

/// One environment's side of the Runtime API.
#[derive(Debug)]
pub(crate) struct RuntimeApi {
    work: Mutex<Work>,
    queued: Notify,
    init: watch::Sender<Init>,
}

#[derive(Debug, Default)]
struct Work {
    waiting: Option<(Invocation, oneshot::Sender<Answer>)>,
    running: Option<(String, oneshot::Sender<Answer>)>,
}

impl RuntimeApi {
    pub(crate) fn new() -> Arc<RuntimeApi> {
        Arc::new(RuntimeApi {
            work: Mutex::default(),
            queued: Notify::new(),
            init: watch::Sender::new(Init::Running),
        })
    }

    /// Hands an invocation to the program; the receiver gets its answer, or an error if there will be none.
    pub(crate) fn submit(&self, invocation: Invocation) -> oneshot::Receiver<Answer> {
        let (sender, receiver) = oneshot::channel();
        self.work().waiting = Some((invocation, sender));
        self.queued.notify_one();
        receiver
    }

    /// How far the program is.
    pub(crate) fn init(&self) -> watch::Receiver<Init> {
        self.init.subscribe()
    }

    /// Serves the program's connections until it is dropped.
    pub(crate) async fn serve(self: Arc<Self>, listener: TcpListener) {
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                accepted = listener.accept() => match accepted {
                    Ok((stream, _)) => {
                        // Small answers must not wait for the program's delayed acknowledgement.
                        let _ = stream.set_nodelay(true);
                        let api = Arc::clone(&self);
                        let service = hyper::service::service_fn(move |request| {
                            let api = Arc::clone(&api);
                            async move { Ok::<_, Infallible>(api.answer(request).await) }
                        });
                        let connection = hyper::server::conn::http1::Builder::new()
                            .serve_connection(TokioIo::new(stream), service);
                        // A connection that breaks is the program's own affair.
                        connections.spawn(async move { drop(connection.await) });
                    }
                    Err(error) => {
                        tracing::warn!(%error, "the Runtime API cannot accept");
                        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                    }
                },
                Some(_) = connections.join_next() => {}
            }
        }
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let path = request.uri().path().to_owned();
        let Some(path) = path.strip_prefix(VERSION) else { return unknown() };
        match (request.method(), path.split('/').collect::<Vec<_>>().as_slice()) {
            (&Method::GET, ["invocation", "next"]) => self.next().await,
            (&Method::POST, ["invocation", id, "response"]) => {
                let body = Limited::new(request.into_body(), MOST_RESPONSE).collect().await;
                match body {
                    Ok(body) => self.finish(id, Answer::Response(body.to_bytes())),
                    Err(error) if error.is::<http_body_util::LengthLimitError>() => {
                        self.finish(id, Answer::TooLarge);
                        let words = format!("Exceeded maximum allowed payload size ({MOST_RESPONSE} bytes).");
                        failure(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", &words)
                    }
                    Err(_) => failure(StatusCode::BAD_REQUEST, "InvalidRequest", "the body ended early"),
                }
            }
            (&Method::POST, ["invocation", id, "error"]) => match error_body(request).await {
                Ok(body) => self.finish(id, Answer::Error(body)),
                Err(answer) => answer,
            },
            (&Method::POST, ["init", "error"]) => match error_body(request).await {
                Ok(body) => {
                    self.init.send_replace(Init::Failed(body));
                    accepted()
                }
                Err(answer) => answer,
            },
            _ => unknown(),
        }
    }

    async fn next(&self) -> Response<Full<Bytes>> {
        self.init.send_if_modified(|init| {
            let first = *init == Init::Running;
            if first {
                *init = Init::Done;
            }
            first
        });
        loop {
            let taken = {
                let mut work = self.work();
                work.waiting.take().map(|(invocation, reply)| {
                    work.running = Some((invocation.request_id.clone(), reply));
                    invocation
                })
            };
            if let Some(invocation) = taken {
                return invocation.into_response();
            }
            self.queued.notified().await;
        }
    }

    fn finish(&self, id: &str, answer: Answer) -> Response<Full<Bytes>> {
        let reply = {
            let mut work = self.work();
            match work.running.take() {
                Some((running, reply)) if running == id => reply,
                other => {
                    work.running = other;
                    return failure(StatusCode::BAD_REQUEST, "InvalidRequestID", "Invalid request ID");
                }
            }
        };
        // Whoever asked may have given up.
        let _ = reply.send(answer);
        accepted()
    }

    fn work(&self) -> std::sync::MutexGuard<'_, Work> {
        self.work.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Invocation {
    fn into_response(self) -> Response<Full<Bytes>> {
        let trace: u128 = u128::from_le_bytes(lirio_service::random_bytes());
        let seconds = self.deadline_ms / 1000;
        let trace = format!("Root=1-{seconds:08x}-{:024x};Sampled=0", trace >> 32);
        let mut builder = Response::builder()
            .header("content-type", "application/json")
            .header("lambda-runtime-aws-request-id", &self.request_id)
            .header("lambda-runtime-deadline-ms", self.deadline_ms)
            .header("lambda-runtime-invoked-function-arn", &self.function_arn)
            .header("lambda-runtime-trace-id", trace);
        if let Some(context) = &self.client_context {
            builder = builder.header("lambda-runtime-client-context", context);
        }
        builder.body(Full::new(self.payload)).unwrap_or_else(|error| {
            failure(StatusCode::INTERNAL_SERVER_ERROR, "InternalError", &error.to_string())
        })
    }
}

async fn error_body(request: Request<Incoming>) -> Result<Bytes, Response<Full<Bytes>>> {
    let kind = request
        .headers()
        .get("lambda-runtime-function-error-type")
        .and_then(|value| value.to_str().ok())
        .unwrap_or("Unhandled")
        .to_owned();
    let body = Limited::new(request.into_body(), 1 << 20).collect().await.map_err(|_| {
        failure(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", "an error has at most 1 MiB")
    })?;
    let body = body.to_bytes();
    // What a caller gets is JSON even if the program sent nothing.
    let json = serde_json::from_slice::<serde::de::IgnoredAny>(&body).is_ok();
    Ok(if json { body } else { serde_json::json!({ "errorType": kind }).to_string().into() })
}

fn accepted() -> Response<Full<Bytes>> {
    json(StatusCode::ACCEPTED, &serde_json::json!({ "status": "OK" }))
}

fn unknown() -> Response<Full<Bytes>> {
    failure(StatusCode::NOT_FOUND, "NotFound", "404 page not found")
}

fn failure(status: StatusCode, kind: &str, words: &str) -> Response<Full<Bytes>> {
    json(status, &serde_json::json!({ "errorMessage": words, "errorType": kind }))
}

fn json(status: StatusCode, body: &serde_json::Value) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body.to_string().into()));
    *response.status_mut() = status;
    response.headers_mut().insert("content-type", http::HeaderValue::from_static("application/json"));
    response
}
