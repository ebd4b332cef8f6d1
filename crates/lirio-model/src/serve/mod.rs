//! `/ping` and `/invocations`.
//!
//! The socket is bound before the model is loaded, so that no caller is ever refused; requests that come
//! in between wait a moment for the model. SIGTERM ends the listening, then the process once the requests
//! under way are answered.

mod answer;

use crate::{
    BoxError, FileError, Model,
    context::prefix,
    guard::no_panic,
    media::{Format, default_accept},
    signal::StopSignal,
};
use answer::{Answer, respond};
use bytes::Bytes;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::{
    Method, Request, Response, StatusCode,
    body::Incoming,
    header::{ACCEPT, ALLOW, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, HeaderName},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use std::{
    convert::Infallible,
    fs,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::Path,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{sync::watch, task::JoinSet, time::timeout};

/// SageMaker's limit of a request, in bytes.
const BODY_LIMIT: usize = 25 << 20;
/// What `/execution-parameters` asks a batch transform to send at most, in MB.
const BATCH_PAYLOAD_MB: usize = 6;
/// SageMaker gives up on a ping after 2 s; until then it is better to wait for the model than to say no.
const LOAD_WAIT: Duration = Duration::from_millis(1500);
/// A body that takes longer than SageMaker waits for an answer is of no use to anybody.
const BODY_TIMEOUT: Duration = Duration::from_secs(60);
/// SageMaker kills the container 30 s after SIGTERM.
const STOP_TIMEOUT: Duration = Duration::from_secs(25);
/// Larger bodies are answered by a thread of their own, so that `/ping` is never behind them.
const INLINE_BODY: usize = 64 << 10;
/// So are all bodies of a model that usually takes longer than this.
const INLINE_NANOS: u64 = 2_000_000;

/// What the process is told by its environment.
struct Settings {
    port: u16,
    workers: usize,
    body_limit: usize,
    default_accept: Option<Format>,
}

impl Settings {
    fn from_env() -> Result<Self, BoxError> {
        let cpus = std::thread::available_parallelism().map_or(1, usize::from);
        let megabytes: usize = env_number("SAGEMAKER_MAX_PAYLOAD_IN_MB")?.unwrap_or(0);
        Ok(Self {
            port: env_number("SAGEMAKER_BIND_TO_PORT")?.unwrap_or(8080),
            workers: env_number("SAGEMAKER_MODEL_SERVER_WORKERS")?.unwrap_or(cpus).clamp(1, 1024),
            // A batch transform may be configured for more than an endpoint takes.
            body_limit: BODY_LIMIT.max(megabytes.min(100) << 20),
            default_accept: default_accept(),
        })
    }
}

fn env_number<T: std::str::FromStr>(name: &str) -> Result<Option<T>, BoxError> {
    match std::env::var(name) {
        Err(_) => Ok(None),
        Ok(text) if text.is_empty() => Ok(None),
        Ok(text) => match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(format!("environment variable {name} is \"{text}\", which is not a number").into()),
        },
    }
}

struct App<M> {
    model: OnceLock<M>,
    loaded: watch::Sender<bool>,
    settings: Settings,
    /// A moving average of how long a prediction takes.
    nanos: AtomicU64,
}

/// Serves until SIGTERM.
pub(crate) fn serve<M: Model>() -> Result<(), BoxError> {
    let settings = Settings::from_env()?;
    let stop = StopSignal::listen()?;
    let address = SocketAddr::from((Ipv4Addr::UNSPECIFIED, settings.port));
    let listener = TcpListener::bind(address)
        .map_err(|error| format!("cannot listen on {address}: {error}; is another server running there?"))?;
    listener.set_nonblocking(true)?;
    // One worker needs no threads that wake each other; more share the connections.
    let runtime = match settings.workers {
        1 => tokio::runtime::Builder::new_current_thread().enable_all().build()?,
        workers => {
            tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build()?
        }
    };
    let app = Arc::new(App::<M> {
        model: OnceLock::new(),
        loaded: watch::Sender::new(false),
        settings,
        nanos: AtomicU64::new(0),
    });
    runtime.block_on(run(listener, app, stop))?;
    // A prediction that outlasts the patience of the platform does not hold the process.
    runtime.shutdown_background();
    Ok(())
}

async fn run<M: Model>(listener: TcpListener, app: Arc<App<M>>, stop: StopSignal) -> Result<(), BoxError> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    crate::log(format_args!("serving on {}", listener.local_addr()?));
    let stopping = watch::Sender::new(false);
    let notify = stopping.clone();
    stop.on_set(move || {
        notify.send_replace(true);
    });
    let mut loading = tokio::task::spawn_blocking({
        let app = Arc::clone(&app);
        move || load(&app)
    });
    let mut connections = JoinSet::new();
    let mut stopped = stopping.subscribe();
    let mut loaded = false;
    loop {
        tokio::select! {
            _ = stopped.wait_for(|stop| *stop) => break,
            result = &mut loading, if !loaded => {
                result??;
                loaded = true;
            }
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    // An answer is one small write; waiting to fill a packet only delays it.
                    let _ = stream.set_nodelay(true);
                    connections.spawn(connection(stream, Arc::clone(&app), stopping.subscribe()));
                }
                // Out of descriptors, or a caller that left: others can still be served.
                Err(error) => {
                    crate::log(format_args!("cannot accept a connection: {error}"));
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            },
            Some(_) = connections.join_next(), if !connections.is_empty() => {}
        }
    }
    drop(listener);
    if timeout(STOP_TIMEOUT, async { while connections.join_next().await.is_some() {} }).await.is_err() {
        crate::log(format_args!(
            "{} requests were still under way when the time to stop was over",
            connections.len()
        ));
    }
    Ok(())
}

fn load<M: Model>(app: &App<M>) -> Result<(), BoxError> {
    let dir = prefix().join("model");
    check_dir(&dir)?;
    let model = no_panic("the model", || M::load(&dir))?;
    if app.model.set(model).is_ok() {
        app.loaded.send_replace(true);
    }
    Ok(())
}

fn check_dir(dir: &Path) -> Result<(), FileError> {
    fs::read_dir(dir).map(drop).map_err(FileError::io("read", dir))
}

async fn connection<M: Model>(
    stream: tokio::net::TcpStream,
    app: Arc<App<M>>,
    mut stopping: watch::Receiver<bool>,
) {
    let service = service_fn(move |request| {
        let app = Arc::clone(&app);
        async move { Ok::<_, Infallible>(handle(&app, request).await) }
    });
    let served = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let mut served = std::pin::pin!(served);
    // What a caller does to its connection is its own affair: there is nobody to tell.
    tokio::select! {
        _ = served.as_mut() => return,
        _ = stopping.wait_for(|stop| *stop) => served.as_mut().graceful_shutdown(),
    }
    let _ = served.await;
}

async fn handle<M: Model>(app: &Arc<App<M>>, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let get = matches!(*request.method(), Method::GET | Method::HEAD);
    match request.uri().path() {
        "/ping" if get => match app.ready().await {
            Some(_) => Answer::empty(),
            None => Answer::not_ready(),
        },
        "/invocations" if request.method() == Method::POST => invoke(app, request).await,
        "/execution-parameters" if get => Answer::json(format!(
            "{{\"MaxConcurrentTransforms\":{},\"BatchStrategy\":\"MULTI_RECORD\",\"MaxPayloadInMB\":{BATCH_PAYLOAD_MB}}}",
            app.settings.workers.min(100 / BATCH_PAYLOAD_MB),
        )),
        "/ping" | "/execution-parameters" => Answer::error(StatusCode::METHOD_NOT_ALLOWED, "use GET").with(ALLOW, "GET, HEAD"),
        "/invocations" => Answer::error(StatusCode::METHOD_NOT_ALLOWED, "use POST").with(ALLOW, "POST"),
        path => Answer::error(
            StatusCode::NOT_FOUND,
            &format!(
                "there is no {}; this container serves /ping, /invocations and /execution-parameters",
                crate::clip(path, 80)
            ),
        ),
    }
    .into_response()
}

impl<M: Model> App<M> {
    /// The model, once it is loaded; `None` when that takes too long.
    async fn ready(&self) -> Option<&M> {
        if let Some(model) = self.model.get() {
            return Some(model);
        }
        let mut loaded = self.loaded.subscribe();
        let _ = timeout(LOAD_WAIT, loaded.wait_for(|loaded| *loaded)).await;
        self.model.get()
    }
}

async fn invoke<M: Model>(app: &Arc<App<M>>, request: Request<Incoming>) -> Answer {
    if app.ready().await.is_none() {
        return Answer::not_ready();
    }
    let limit = app.settings.body_limit;
    let too_large = || {
        let message = format!("the body is larger than {limit} bytes; send the rows in parts");
        Answer::error(StatusCode::PAYLOAD_TOO_LARGE, &message)
    };
    let (parts, body) = request.into_parts();
    // Said before the body is read, so that a caller who asked first does not send it at all.
    let announced = header(&parts.headers, CONTENT_LENGTH).and_then(|text| text.parse::<usize>().ok());
    if announced.is_some_and(|length| length > limit) {
        return too_large();
    }
    let body = match timeout(BODY_TIMEOUT, Limited::new(body, limit).collect()).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(error)) if error.is::<LengthLimitError>() => return too_large(),
        Ok(Err(error)) => {
            return Answer::error(StatusCode::BAD_REQUEST, &format!("the body did not arrive: {error}"));
        }
        Err(_) => return Answer::error(StatusCode::REQUEST_TIMEOUT, "the body took too long to arrive"),
    };
    if body.len() <= INLINE_BODY && app.nanos.load(Ordering::Relaxed) <= INLINE_NANOS {
        return predict(app, &parts.headers, &body);
    }
    let app = Arc::clone(app);
    match tokio::task::spawn_blocking(move || predict(&app, &parts.headers, &body)).await {
        Ok(answer) => answer,
        Err(_) => Answer::error(StatusCode::INTERNAL_SERVER_ERROR, "the prediction was abandoned"),
    }
}

fn predict<M: Model>(app: &App<M>, headers: &HeaderMap, body: &[u8]) -> Answer {
    let Some(model) = app.model.get() else { return Answer::not_ready() };
    let started = Instant::now();
    let (content_type, accept) = (header(headers, CONTENT_TYPE), header(headers, ACCEPT));
    let answer = respond(model, content_type, accept, app.settings.default_accept, body);
    let nanos = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
    let average = app.nanos.load(Ordering::Relaxed);
    // One eighth of the new value: a single slow request does not change how the next are treated. Two
    // threads that write at once lose one of two estimates, which does no harm.
    app.nanos.store(average - average / 8 + nanos / 8, Ordering::Relaxed);
    answer
}

fn header(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
