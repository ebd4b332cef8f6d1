//! What stands in for S3, Logs, IAM and containers.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use futures_util::StreamExt as _;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::Frame;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use lirio_api::{AwsError, Body, Operation, Shaped, Value, cloudwatch, ecr, logs, s3};
use lirio_sagemaker::{
    ContainerError, ContainerExit, Containers, OutputLine, PreparedImage, RunSpec, RunningContainer,
};
use lirio_service::{
    BoxFuture, Caller, Credential, Dispatch, Identity, IdentityPolicies, Principal, SessionCredentials,
    Source,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};

#[path = "batchers.rs"]
pub(crate) mod batchers;
#[path = "processors.rs"]
mod processors;
#[path = "trainers.rs"]
mod trainers;

/// The only role there is.
pub(crate) const ROLE: &str = "arn:aws:iam::000000000000:role/sm";

pub(crate) struct Roles;

impl Identity for Roles {
    fn credential(&self, _: &str) -> Result<Option<Credential>, AwsError> {
        Ok(None)
    }

    fn policies(&self, _: &Principal) -> Result<IdentityPolicies, AwsError> {
        Ok(IdentityPolicies::default())
    }

    fn assume_for_service(&self, role: &str, service: &str, session: &str) -> Result<Caller, AwsError> {
        assert_eq!((service, session), ("sagemaker.amazonaws.com", "SageMaker"));
        if role != ROLE {
            return Err(AwsError::access_denied("no such role"));
        }
        let principal = Principal::Session {
            account: "000000000000".to_owned(),
            path: "/".to_owned(),
            role: "sm".to_owned(),
            role_id: "AROA".to_owned(),
            session: session.to_owned(),
        };
        Ok(Caller { principal, access_key: None, source: Source::Service(service.into()), may_wait: false })
    }

    fn session<'a>(
        &'a self,
        _: &'a str,
        _: &'a str,
        _: &'a str,
        _: u32,
    ) -> BoxFuture<'a, Result<SessionCredentials, AwsError>> {
        Box::pin(async { Err(AwsError::internal("not in this test")) })
    }
}

type Stored = (Bytes, BTreeMap<String, String>);

/// S3 and Logs in memory.
#[derive(Default)]
pub(crate) struct Elsewhere {
    pub(crate) objects: Mutex<BTreeMap<(String, String), Stored>>,
    pub(crate) puts: Mutex<Vec<String>>,
    pub(crate) lines: Mutex<HashMap<String, Vec<String>>>,
    /// Values by namespace, dimension and metric.
    pub(crate) series: Mutex<HashMap<String, Vec<f64>>>,
    /// States of alarms by name.
    pub(crate) alarms: Mutex<HashMap<String, String>>,
    /// What was told to CloudWatch, with its namespace.
    pub(crate) metrics: Mutex<Vec<(String, cloudwatch::MetricDatum)>>,
    /// PutObject stores and then never answers, as if the platform died in between.
    pub(crate) swallow_answers: AtomicBool,
    /// HeadObject never answers.
    pub(crate) hold_heads: AtomicBool,
    /// Manifests of images by repository, and their blobs by digest.
    pub(crate) manifests: Mutex<HashMap<String, String>>,
    pub(crate) blobs: Mutex<HashMap<String, Bytes>>,
}

impl Elsewhere {
    pub(crate) fn put(&self, key: &str, content: impl Into<Bytes>) {
        let at = ("data".to_owned(), key.to_owned());
        self.objects.lock().unwrap().insert(at, (content.into(), BTreeMap::new()));
    }

    pub(crate) fn get(&self, key: &str) -> Option<Bytes> {
        self.objects.lock().unwrap().get(&("data".to_owned(), key.to_owned())).map(|(bytes, _)| bytes.clone())
    }

    async fn answer(&self, operation: &'static Operation, input: Value) -> Result<Value, AwsError> {
        match operation.name {
            "ListObjectsV2" => {
                let input = s3::ListObjectsV2Request::from_value(input).unwrap();
                let prefix = input.prefix.unwrap_or_default();
                let objects = self.objects.lock().unwrap();
                let contents = objects
                    .keys()
                    .filter(|(bucket, key)| *bucket == input.bucket && key.starts_with(&prefix))
                    .map(|(_, key)| s3::Object { key: Some(key.clone()), ..s3::Object::default() })
                    .collect();
                Ok(s3::ListObjectsV2Output { contents: Some(contents), ..Default::default() }.into_value())
            }
            "GetObject" => {
                let input = s3::GetObjectRequest::from_value(input).unwrap();
                let objects = self.objects.lock().unwrap();
                let (bytes, _) = objects
                    .get(&(input.bucket, input.key))
                    .ok_or_else(|| AwsError::new("NoSuchKey", 404, "The specified key does not exist."))?;
                Ok(s3::GetObjectOutput { body: Body::from_bytes(bytes.clone()), ..Default::default() }
                    .into_value())
            }
            "HeadObject" => {
                let input = s3::HeadObjectRequest::from_value(input).unwrap();
                if self.hold_heads.load(Ordering::SeqCst) {
                    std::future::pending::<()>().await;
                }
                let e_tag = Some(format!("\"etag-of-{}\"", input.key));
                let objects = self.objects.lock().unwrap();
                let (_, metadata) = objects
                    .get(&(input.bucket, input.key))
                    .ok_or_else(|| AwsError::new("404", 404, "Not Found"))?;
                Ok(s3::HeadObjectOutput { metadata: Some(metadata.clone()), e_tag, ..Default::default() }
                    .into_value())
            }
            "PutObject" => {
                let input = s3::PutObjectRequest::from_value(input).unwrap();
                if input.bucket == "refuses" {
                    return Err(AwsError::access_denied("not this bucket"));
                }
                let bytes = input.body.collect(1 << 30).await.unwrap();
                let swallow = self.swallow_answers.load(Ordering::SeqCst);
                let key = input.key.clone();
                self.objects
                    .lock()
                    .unwrap()
                    .insert((input.bucket, input.key), (bytes, input.metadata.unwrap_or_default()));
                self.puts.lock().unwrap().push(key);
                if swallow {
                    std::future::pending::<()>().await;
                }
                Ok(s3::PutObjectOutput::default().into_value())
            }
            "DeleteObject" => {
                let input = s3::DeleteObjectRequest::from_value(input).unwrap();
                self.objects.lock().unwrap().remove(&(input.bucket, input.key));
                Ok(s3::DeleteObjectOutput::default().into_value())
            }
            "PutLogEvents" => {
                let input = logs::PutLogEventsRequest::from_value(input).unwrap();
                let name = format!("{}:{}", input.log_group_name, input.log_stream_name);
                let messages = input.log_events.into_iter().map(|event| event.message);
                self.lines.lock().unwrap().entry(name).or_default().extend(messages);
                Ok(Value::Map(lirio_api::Fields::new()))
            }
            "BatchGetImage" => {
                let input = ecr::BatchGetImageRequest::from_value(input).unwrap();
                let manifest = self.manifests.lock().unwrap().get(&input.repository_name).cloned();
                let image =
                    manifest.map(|text| ecr::Image { image_manifest: Some(text), ..Default::default() });
                let images = Some(image.into_iter().collect());
                Ok(ecr::BatchGetImageResponse { images, failures: None }.into_value())
            }
            "DescribeAlarms" => {
                let input = cloudwatch::DescribeAlarmsInput::from_value(input).unwrap();
                let alarms = self.alarms.lock().unwrap();
                let found = input.alarm_names.into_iter().flatten().filter_map(|name| {
                    let state = alarms.get(&name).cloned();
                    state.map(|state| cloudwatch::MetricAlarm {
                        alarm_name: Some(name),
                        state_value: Some(state),
                        ..Default::default()
                    })
                });
                let metric_alarms = Some(found.collect());
                Ok(cloudwatch::DescribeAlarmsOutput { metric_alarms, ..Default::default() }.into_value())
            }
            "PutMetricData" => {
                let input = cloudwatch::PutMetricDataInput::from_value(input).unwrap();
                for datum in input.metric_data.into_iter().flatten() {
                    if let Some(value) = datum.value {
                        let dimension = &datum.dimensions.as_ref().unwrap()[0];
                        let (namespace, metric) = (&input.namespace, &datum.metric_name);
                        let name = format!("{namespace} {}={} {metric}", dimension.name, dimension.value);
                        self.series.lock().unwrap().entry(name).or_default().push(value);
                    }
                    self.metrics.lock().unwrap().push((input.namespace.clone(), datum));
                }
                Ok(Value::Map(lirio_api::Fields::new()))
            }
            "CreateLogGroup" | "CreateLogStream" => Ok(Value::Map(lirio_api::Fields::new())),
            other => panic!("{other} is not made up"),
        }
    }
}

pub(crate) struct Gateway(pub(crate) Arc<Elsewhere>);

impl Dispatch for Gateway {
    fn dispatch(
        &self,
        _: Caller,
        operation: &'static Operation,
        input: Value,
    ) -> BoxFuture<'_, Result<Value, AwsError>> {
        Box::pin(self.0.answer(operation, input))
    }

    fn serve(&self, listener: TcpListener) -> tokio::task::AbortHandle {
        let accept = async move { while listener.accept().await.is_ok() {} };
        tokio::spawn(accept).abort_handle()
    }
}

impl lirio_service::ImageBlobs for Elsewhere {
    fn open(&self, _: &str, digest: &str) -> Result<Box<dyn io::Read + Send>, AwsError> {
        let blob = self.blobs.lock().unwrap().get(digest).cloned();
        let blob = blob.ok_or_else(|| AwsError::new("LayersNotFoundException", 400, "no such blob"))?;
        Ok(Box::new(io::Cursor::new(blob)))
    }
}

/// Containers that are tasks; the image's name says what they do.
#[derive(Default)]
pub(crate) struct Tasks {
    pub(crate) specs: Mutex<Vec<RunSpec>>,
    pub(crate) running: Mutex<Vec<Arc<Task>>>,
    pub(crate) trainings: AtomicUsize,
    /// So many containers of the image `flaky` do not start.
    pub(crate) faults: AtomicUsize,
    /// Containers of the image `slow` answer no /ping while this is set.
    held: Arc<watch::Sender<bool>>,
    /// The next container that is to serve ends at once.
    breaks: AtomicBool,
    /// Counts up when requests that stay may go.
    stays: Arc<watch::Sender<usize>>,
}

impl Tasks {
    pub(crate) fn hold(&self, held: bool) {
        self.held.send_replace(held);
    }

    pub(crate) fn break_next(&self) {
        self.breaks.store(true, Ordering::SeqCst);
    }

    pub(crate) fn let_go(&self) {
        self.stays.send_modify(|count| *count += 1);
    }

    pub(crate) fn trainings(&self) -> usize {
        self.trainings.load(Ordering::SeqCst)
    }
}

pub(crate) struct Task {
    pub(crate) image: String,
    pub(crate) exit: watch::Sender<Option<ContainerExit>>,
    asked: watch::Sender<bool>,
    output: Mutex<Option<mpsc::Receiver<OutputLine>>>,
    address: Option<std::net::SocketAddr>,
    held: Arc<watch::Sender<bool>>,
    stays: Arc<watch::Sender<usize>>,
    staying: AtomicUsize,
    answered: AtomicUsize,
    /// What a container of batch transform was asked.
    pub(crate) seen: Mutex<Vec<batchers::Seen>>,
}

impl Task {
    pub(crate) fn is_alive(&self) -> bool {
        self.exit.borrow().is_none()
    }

    pub(crate) fn ended_with(&self) -> Option<i32> {
        self.exit.borrow().map(|exit| exit.code)
    }

    /// Requests that stay until they may go.
    pub(crate) fn staying(&self) -> usize {
        self.staying.load(Ordering::SeqCst)
    }

    /// Requests that were answered.
    pub(crate) fn answered(&self) -> usize {
        self.answered.load(Ordering::SeqCst)
    }

    /// Ends it as a crash does.
    pub(crate) fn crash(&self) {
        self.exit.send_replace(Some(ContainerExit { code: 139, out_of_memory: false }));
    }

    /// Ends it, if it has not.
    fn end(&self, code: i32) {
        self.exit.send_if_modified(|exit| {
            let first = exit.is_none();
            exit.get_or_insert(ContainerExit { code, out_of_memory: false });
            first
        });
    }

    pub(crate) async fn asked(&self) {
        let _ = self.asked.subscribe().wait_for(|asked| *asked).await;
    }
}

struct Handle(Arc<Task>);

impl Drop for Handle {
    fn drop(&mut self) {
        self.0.end(137);
    }
}

impl RunningContainer for Handle {
    fn take_output(&self) -> Option<mpsc::Receiver<OutputLine>> {
        self.0.output.lock().unwrap().take()
    }

    fn take_listener(&self, _: u16) -> Option<TcpListener> {
        None
    }

    fn wait(&self) -> BoxFuture<'_, ContainerExit> {
        Box::pin(async {
            let mut exit = self.0.exit.subscribe();
            let exit = exit.wait_for(Option::is_some).await.unwrap();
            exit.unwrap()
        })
    }

    fn terminate(&self) -> BoxFuture<'_, ()> {
        self.0.asked.send_replace(true);
        Box::pin(async {})
    }

    fn kill(&self) -> BoxFuture<'_, ()> {
        self.0.end(137);
        Box::pin(async {})
    }

    fn connect(&self, port: u16) -> BoxFuture<'_, io::Result<TcpStream>> {
        assert_eq!(port, 8080);
        Box::pin(async {
            let gone = self.0.exit.borrow().is_some();
            match self.0.address {
                Some(address) if !gone => TcpStream::connect(address).await,
                _ => Err(io::ErrorKind::ConnectionRefused.into()),
            }
        })
    }
}

impl Containers for Tasks {
    fn image<'a>(
        &'a self,
        uri: &'a str,
        _: &'a Caller,
    ) -> BoxFuture<'a, Result<PreparedImage, ContainerError>> {
        Box::pin(async move {
            if uri == "missing" {
                return Err(ContainerError::Client("The image missing does not exist".to_owned()));
            }
            Ok(PreparedImage { resolved: uri.to_owned(), ..PreparedImage::default() })
        })
    }

    fn run(&self, spec: RunSpec) -> BoxFuture<'_, Result<Arc<dyn RunningContainer>, ContainerError>> {
        Box::pin(async move {
            let image = spec.image.resolved.clone();
            let fault = |left: usize| left.checked_sub(1);
            if image == "flaky" && self.faults.fetch_update(Ordering::SeqCst, Ordering::SeqCst, fault).is_ok()
            {
                return Err(ContainerError::Platform("no memory for it just now".to_owned()));
            }
            let (lines, output) = mpsc::channel(16);
            let serves = spec.arguments == ["serve"];
            let listener = if serves { Some(TcpListener::bind("127.0.0.1:0").await.unwrap()) } else { None };
            let task = Arc::new(Task {
                image: image.clone(),
                exit: watch::Sender::new(None),
                asked: watch::Sender::new(false),
                output: Mutex::new(Some(output)),
                address: listener.as_ref().map(|listener| listener.local_addr().unwrap()),
                held: self.held.clone(),
                stays: self.stays.clone(),
                staying: AtomicUsize::new(0),
                answered: AtomicUsize::new(0),
                seen: Mutex::default(),
            });
            let image =
                if serves && self.breaks.swap(false, Ordering::SeqCst) { "broken".to_owned() } else { image };
            let mount = spec.mounts.first().map(|mount| mount.source.clone()).unwrap_or_default();
            self.specs.lock().unwrap().push(spec.clone());
            self.running.lock().unwrap().push(task.clone());
            if let Some(listener) = listener {
                tokio::spawn(serve(task.clone(), image, mount, listener, lines));
            } else {
                self.trainings.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(trainers::train(task.clone(), spec, lines));
            }
            Ok(Arc::new(Handle(task)) as Arc<dyn RunningContainer>)
        })
    }
}

async fn serve(
    task: Arc<Task>,
    image: String,
    model: PathBuf,
    listener: TcpListener,
    lines: mpsc::Sender<OutputLine>,
) {
    if image == "broken" {
        let line = OutputLine { timestamp_ms: 1, bytes: Bytes::from_static(b"no such file: weights.bin") };
        lines.send(line).await.unwrap();
        task.end(1);
        return;
    }
    let word = std::fs::read_to_string(model.join("model.txt")).unwrap_or_default();
    let prefix = format!("{image}:{word}");
    let mut exit = task.exit.subscribe();
    let accept = async {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (prefix, mut exit, task) = (prefix.clone(), task.exit.subscribe(), task.clone());
            tokio::spawn(async move {
                let service = service_fn(|request| answer(request, prefix.clone(), task.clone()));
                let connection = hyper::server::conn::http1::Builder::new()
                    .serve_connection(TokioIo::new(stream), service);
                tokio::select! {
                    _ = connection => {}
                    _ = exit.wait_for(Option::is_some) => {}
                }
            });
        }
    };
    tokio::select! {
        () = accept => {}
        () = task.asked() => {
            task.end(0);
        }
        _ = exit.wait_for(Option::is_some) => {}
    }
}

pub(crate) type Content = UnsyncBoxBody<Bytes, io::Error>;

async fn answer(
    request: http::Request<hyper::body::Incoming>,
    prefix: String,
    task: Arc<Task>,
) -> Result<http::Response<Content>, Infallible> {
    let path = request.uri().path().to_owned();
    let kind = request.headers().get("content-type").cloned();
    let (head, body) = request.into_parts();
    let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let response = http::Response::builder();
    if path == "/ping" && prefix.starts_with("slow:") {
        let _ = task.held.subscribe().wait_for(|held| !held).await;
    }
    if path == "/invocations" {
        task.answered.fetch_add(1, Ordering::SeqCst);
    }
    if body == "stay" {
        let mut stays = task.stays.subscribe();
        stays.mark_unchanged();
        task.staying.fetch_add(1, Ordering::SeqCst);
        let _ = stays.changed().await;
        task.staying.fetch_sub(1, Ordering::SeqCst);
    }
    if let Some(answer) = batchers::answer(&task, &prefix, &head, &body) {
        return Ok(answer);
    }
    let full = |text: &str| Full::from(text.to_owned()).map_err(|error| match error {}).boxed_unsync();
    Ok(match (path.as_str(), &body[..]) {
        ("/ping", _) => response.body(full("")),
        (_, b"bad") => response.status(400).body(full("row 1 is no number")),
        (_, b"fault") => response.status(500).body(full("it broke")),
        (_, b"stream" | b"break") => {
            let breaks = &body[..] == b"break";
            let mut stays = task.stays.subscribe();
            stays.mark_unchanged();
            let second = async move {
                let _ = stays.changed().await;
                if breaks {
                    return Err(io::Error::other("broken"));
                }
                Ok(Frame::data(Bytes::from_static(b"second")))
            };
            let first = std::future::ready(Ok(Frame::data(Bytes::from_static(b"first "))));
            let pieces = futures_util::stream::once(first).chain(futures_util::stream::once(second));
            response.header("content-type", "text/csv").body(StreamBody::new(pieces).boxed_unsync())
        }
        _ => {
            let text = String::from_utf8_lossy(&[prefix.as_bytes(), b":", &body].concat()).into_owned();
            let mut response = response.header("x-amzn-sagemaker-custom-attributes", "seen");
            if let Some(kind) = kind {
                response = response.header("content-type", kind);
            }
            response.body(full(&text))
        }
    }
    .unwrap())
}
