//! Signed calls over HTTP, through the same tables and types as the platform.

use std::io::ErrorKind;
use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full};
use hyper::body::{Body, Frame, SizeHint};
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::TokioIo;
use lirio_api::{AwsError, Operation, OperationType, Shaped as _, Timestamp, Value};
use lirio_protocol::{client, sigv4};
use tokio::io::{AsyncRead as _, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Mutex;

use crate::home::Credentials;

/// The longest an answer may be: a model artifact.
const MAX_ANSWER: usize = 1 << 30;

/// A request's body: bytes, or a file on its way.
type RequestBody = UnsyncBoxBody<Bytes, std::io::Error>;

/// A client of one endpoint.
#[derive(Clone)]
pub(crate) struct Client {
    authority: Arc<str>,
    credentials: Arc<sigv4::Credentials>,
    region: Arc<str>,
    idle: Arc<Mutex<Vec<SendRequest<RequestBody>>>>,
}

/// The time of this machine.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

impl Client {
    /// A client of `http://host:port`.
    pub(crate) fn new(endpoint: &str, credentials: &Credentials, region: &str) -> Result<Self> {
        let Some(authority) = endpoint.strip_prefix("http://") else {
            bail!("{endpoint}: this command line speaks plain HTTP to its own platform only");
        };
        Ok(Self {
            authority: authority.trim_end_matches('/').into(),
            credentials: Arc::new(sigv4::Credentials {
                access_key: credentials.access_key_id.clone(),
                secret: credentials.secret_access_key.clone(),
                session_token: None,
            }),
            region: region.into(),
            idle: Arc::default(),
        })
    }

    /// One operation.
    pub(crate) async fn call<O: OperationType>(&self, _: O, input: O::Input) -> Result<O::Output, AwsError> {
        let output = self.call_value(O::OPERATION, input.into_value()).await?;
        O::Output::from_value(output).map_err(|e| AwsError::internal(format_args!("the answer: {e}")))
    }

    async fn call_value(&self, operation: &'static Operation, input: Value) -> Result<Value, AwsError> {
        let endpoint = format!("http://{}", self.authority);
        let request = client::encode_request(operation, input, &endpoint, true)?;
        let (head, body) = request.into_parts();
        let body = body.collect(u64::MAX).await.map_err(AwsError::from)?;
        let mut request = http::Request::from_parts(head, body);
        let payload = request.body().clone();
        sigv4::sign(
            &mut request,
            &self.credentials,
            &self.region,
            operation.service.signing_name,
            now(),
            sigv4::Payload::Bytes(&payload),
        );
        let response = self
            .send(request)
            .await
            .map_err(|e| AwsError::new("EndpointUnreachable", 503, format!("{e:#}")))?;
        let (head, body) = response.into_parts();
        if client::is_streaming(operation) && head.status.is_success() {
            return client::decode_response_head(operation, head.status, &head.headers, body.into());
        }
        client::decode_response(operation, head.status, &head.headers, body)
    }

    /// One HTTP exchange; the answer is collected.
    pub(crate) async fn send(&self, request: http::Request<Bytes>) -> Result<http::Response<Bytes>> {
        self.exchange(request.map(|bytes| Full::new(bytes).map_err(|never| match never {}).boxed_unsync()))
            .await
    }

    /// One HTTP exchange whose request is a file, piece by piece.
    pub(crate) async fn send_file(
        &self,
        request: http::request::Builder,
        file: FileBody,
    ) -> Result<http::Response<Bytes>> {
        self.exchange(request.body(file.boxed_unsync())?).await
    }

    async fn exchange(&self, request: http::Request<RequestBody>) -> Result<http::Response<Bytes>> {
        let (mut head, body) = request.into_parts();
        // HTTP/1.1 to an origin server: the path alone, and the host in its header.
        let path = head.uri.path_and_query().map_or("/", |p| p.as_str()).to_owned();
        head.uri = path.parse()?;
        if !head.headers.contains_key(http::header::HOST) {
            head.headers.insert(http::header::HOST, self.authority.parse()?);
        }
        let mut sender = self.connection().await?;
        let answer = sender.send_request(http::Request::from_parts(head, body)).await;
        let (head, body) = answer
            .with_context(|| format!("the platform at {} did not answer", self.authority))?
            .into_parts();
        let body = http_body_util::Limited::new(body, MAX_ANSWER);
        let body = body.collect().await.map_err(|e| anyhow::anyhow!("the answer broke off: {e}"))?.to_bytes();
        self.idle.lock().await.push(sender);
        Ok(http::Response::from_parts(head, body))
    }

    async fn connection(&self) -> Result<SendRequest<RequestBody>> {
        while let Some(mut sender) = self.idle.lock().await.pop() {
            if sender.ready().await.is_ok() {
                return Ok(sender);
            }
        }
        let stream = TcpStream::connect(&*self.authority)
            .await
            .with_context(|| format!("no platform answers at {}", self.authority))?;
        stream.set_nodelay(true)?;
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "connection ended");
            }
        });
        Ok(sender)
    }
}

/// A file as a request's body: at no time more than one piece of it is in memory.
pub(crate) struct FileBody {
    file: tokio::fs::File,
    left: u64,
}

/// How much of a file is read at once, in bytes.
const PIECE: usize = 256 << 10;

impl FileBody {
    /// The whole of a file.
    pub(crate) async fn open(path: &Path) -> std::io::Result<Self> {
        let file = tokio::fs::File::open(path).await?;
        let left = file.metadata().await?.len();
        Ok(Self { file, left })
    }
}

impl Body for FileBody {
    type Data = Bytes;
    type Error = std::io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<std::io::Result<Frame<Bytes>>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        let mut piece = vec![0; PIECE.min(usize::try_from(self.left).unwrap_or(PIECE))];
        let mut buffer = ReadBuf::new(&mut piece);
        ready!(Pin::new(&mut self.file).poll_read(cx, &mut buffer))?;
        let read = buffer.filled().len();
        if read == 0 {
            let error = std::io::Error::new(ErrorKind::UnexpectedEof, "the file became shorter");
            return Poll::Ready(Some(Err(error)));
        }
        piece.truncate(read);
        self.left -= read as u64;
        Poll::Ready(Some(Ok(Frame::data(piece.into()))))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

impl lirio_stack::Api for Client {
    async fn call<O: OperationType>(&self, operation: O, input: O::Input) -> Result<O::Output, AwsError> {
        Client::call(self, operation, input).await
    }
}
