//! HTTP/1.1 on a listener, with or without TLS.

use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::{Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::upgrade::Upgraded;
use hyper_util::rt::{TokioIo, TokioTimer};
use lirio_api::{Body, BodyError};
use lirio_service::BoxFuture;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::{AwsHosts, Gateway};

/// A client that sends nothing for this long before its request is complete is cut off.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// A TLS identity.
#[derive(Clone)]
pub struct Tls(TlsAcceptor);

/// Why a TLS identity cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read.
    #[error("cannot read {path}: {source}", path = path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {path}: {source}", path = path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file does not hold what it should.
    #[error("{path}: {problem}", path = path.display())]
    Content {
        /// Which.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
}

impl Tls {
    /// From PEM files: the certificate chain and its key.
    pub fn from_files(certificate: &Path, key: &Path) -> Result<Self, TlsError> {
        use rustls::pki_types::pem::PemObject as _;
        use rustls::pki_types::{CertificateDer, PrivateKeyDer};
        let read = |path: &Path| {
            std::fs::read(path).map_err(|source| TlsError::Read { path: path.to_owned(), source })
        };
        let wrong = |path: &Path, problem: &dyn std::fmt::Display| TlsError::Content {
            path: path.to_owned(),
            problem: problem.to_string(),
        };
        let chain = CertificateDer::pem_slice_iter(&read(certificate)?)
            .collect::<Result<Vec<_>, _>>()
            .map_err(|e| wrong(certificate, &e))?;
        if chain.is_empty() {
            return Err(wrong(
                certificate,
                &"there is no certificate in it (PEM, -----BEGIN CERTIFICATE-----)",
            ));
        }
        let private = PrivateKeyDer::from_pem_slice(&read(key)?).map_err(|e| wrong(key, &e))?;
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|e| wrong(certificate, &e))?
            .with_no_client_auth()
            .with_single_cert(chain, private)
            .map_err(|e| wrong(certificate, &e))?;
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }
}

/// Accepts connections until the task is dropped.  With `hosts`, clients may also name AWS's own hosts.
pub async fn serve(
    gateway: Arc<Gateway>,
    listener: TcpListener,
    tls: Option<Tls>,
    hosts: Option<Arc<AwsHosts>>,
) {
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                // Out of file descriptors, mostly: the next connection may fare better.
                tracing::warn!(%error, "accept failed");
                tokio::time::sleep(Duration::from_millis(20)).await;
                continue;
            }
        };
        // Small answers must not wait for the client's delayed acknowledgement.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "TCP_NODELAY");
        }
        let (gateway, tls, hosts) = (gateway.clone(), tls.clone(), hosts.clone());
        tokio::spawn(async move {
            let address = peer.ip();
            match tls {
                None => connection(gateway, stream, address, hosts).await,
                Some(Tls(acceptor)) => {
                    match tokio::time::timeout(HEADER_TIMEOUT, acceptor.accept(stream)).await {
                        Ok(Ok(stream)) => connection(gateway, stream, address, hosts).await,
                        Ok(Err(error)) => tracing::debug!(%error, %address, "TLS handshake failed"),
                        Err(_) => tracing::debug!(%address, "TLS handshake took too long"),
                    }
                }
            }
        });
    }
}

async fn connection<S>(gateway: Arc<Gateway>, stream: S, address: IpAddr, hosts: Option<Arc<AwsHosts>>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let address = match address {
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or(address, IpAddr::V4),
        IpAddr::V4(Ipv4Addr { .. }) => address,
    };
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let (gateway, hosts) = (gateway.clone(), hosts.clone());
        async move {
            if request.method() == http::Method::CONNECT {
                return Ok(connect(gateway, request, address, hosts.as_deref()).map(outgoing));
            }
            let (head, body) = request.into_parts();
            let response = gateway.http(head, incoming(body), address).await;
            Ok::<_, std::convert::Infallible>(response.map(outgoing))
        }
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIMEOUT)
        .max_buf_size(256 * 1024)
        .serve_connection(TokioIo::new(stream), service)
        .with_upgrades()
        .await;
    if let Err(error) = served {
        tracing::debug!(%error, %address, "connection ended");
    }
}

/// `CONNECT HOST:443`: what follows is TLS with that host, which is this platform if it is one of AWS's.
fn connect(
    gateway: Arc<Gateway>,
    request: hyper::Request<Incoming>,
    address: IpAddr,
    hosts: Option<&AwsHosts>,
) -> http::Response<Body> {
    let host = request.uri().host().unwrap_or_default().to_owned();
    let Some(config) = hosts.and_then(|hosts| hosts.identity(&host)) else {
        let text = format!(
            "lirio is no proxy to other hosts: it answers for AWS's own host names only, and {host:?} is none. \
             Unset HTTPS_PROXY for programs that need others.\n"
        );
        let mut response = http::Response::new(Body::from_bytes(text));
        *response.status_mut() = http::StatusCode::FORBIDDEN;
        return response;
    };
    tokio::spawn(async move {
        let stream = match hyper::upgrade::on(request).await {
            Ok(stream) => TokioIo::new(stream),
            Err(error) => return tracing::debug!(%error, %address, "a tunnel did not begin"),
        };
        match tokio::time::timeout(HEADER_TIMEOUT, TlsAcceptor::from(config).accept(stream)).await {
            Ok(Ok(stream)) => inside_tunnel(gateway, stream, address).await,
            Ok(Err(error)) => {
                tracing::debug!(%error, host, "TLS handshake failed; AWS_CA_BUNDLE may be missing");
            }
            Err(_) => tracing::debug!(%address, "TLS handshake took too long"),
        }
    });
    http::Response::new(Body::default())
}

/// Boxed, because a connection in a tunnel is a connection again; but there is no tunnel in a tunnel.
fn inside_tunnel(
    gateway: Arc<Gateway>,
    stream: TlsStream<TokioIo<Upgraded>>,
    address: IpAddr,
) -> BoxFuture<'static, ()> {
    Box::pin(connection(gateway, stream, address, None))
}

fn incoming(body: Incoming) -> Body {
    use hyper::body::Body as _;
    if body.is_end_stream() {
        return Body::default();
    }
    let length = body.size_hint().exact();
    let stream = body.into_data_stream().map(|piece| piece.map_err(|e| BodyError::Incomplete(e.to_string())));
    Body::from_stream(stream, length)
}

type OutBody = http_body_util::Either<
    http_body_util::Full<Bytes>,
    Sized<StreamBody<futures_util::stream::BoxStream<'static, Result<Frame<Bytes>, BodyError>>>>,
>;

fn outgoing(body: Body) -> OutBody {
    match body.try_into_bytes() {
        Ok(bytes) => http_body_util::Either::Left(http_body_util::Full::new(bytes)),
        Err(body) => {
            let length = body.length();
            let stream = body.into_stream().map(|piece| piece.map(Frame::data)).boxed();
            http_body_util::Either::Right(Sized { inner: StreamBody::new(stream), length })
        }
    }
}

/// A streamed body whose length is known, so that the answer carries Content-Length.
struct Sized<B> {
    inner: B,
    length: Option<u64>,
}

impl<B: http_body::Body<Data = Bytes> + Unpin> http_body::Body for Sized<B> {
    type Data = Bytes;
    type Error = B::Error;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<Frame<Bytes>, B::Error>>> {
        std::pin::Pin::new(&mut self.inner).poll_frame(context)
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.length.map_or_else(http_body::SizeHint::default, http_body::SizeHint::with_exact)
    }
}
