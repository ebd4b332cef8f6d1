//! What a container finds of the platform: its interface, and credentials of its role.
//!
//! Credentials are issued when they are asked for, as on AWS: `AWS_CONTAINER_CREDENTIALS_FULL_URI` leads to a
//! listener inside the container's own network, which nobody else reaches.  SDKs ask again before they
//! expire, so that an endpoint can live longer than any session, and a container that never asks costs nothing.

use std::convert::Infallible;
use std::sync::Arc;

use bytes::Bytes;
use http_body_util::Full;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use lirio_api::AwsError;
use lirio_service::{Platform, SessionCredentials};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::Mutex;
use tokio::task::AbortHandle;

use crate::RunningContainer;
use crate::names::SERVICE;

/// Where containers find the platform.
const PLATFORM_PORT: u16 = 4566;
/// Where containers find their credentials.
const CREDENTIALS_PORT: u16 = 4567;
/// How long a session lasts, and how long before its end a new one is issued.
const SESSION_SECONDS: u32 = 3600;
const RENEW_BEFORE_MS: i64 = 15 * 60 * 1000;

/// The ports to listen on in a container.
pub(crate) fn ports(isolated: bool) -> Vec<u16> {
    if isolated { Vec::new() } else { vec![PLATFORM_PORT, CREDENTIALS_PORT] }
}

/// The environment that leads SDKs to those ports.
pub(crate) fn environment(region: &str, isolated: bool) -> Vec<(String, String)> {
    let mut env = vec![
        ("AWS_REGION".to_owned(), region.to_owned()),
        ("AWS_DEFAULT_REGION".to_owned(), region.to_owned()),
    ];
    if !isolated {
        let here = |port| format!("http://127.0.0.1:{port}");
        env.push(("AWS_ENDPOINT_URL".to_owned(), here(PLATFORM_PORT)));
        // SDKs put `sync-` before the host of some operations, and no name resolves in there.
        env.push(("AWS_DISABLE_HOST_PREFIX_INJECTION".to_owned(), "true".to_owned()));
        env.push((
            "AWS_CONTAINER_CREDENTIALS_FULL_URI".to_owned(),
            format!("{}/credentials", here(CREDENTIALS_PORT)),
        ));
    }
    env
}

/// Ends what serves a container when it is dropped.
pub(crate) struct Doors(Vec<AbortHandle>);

impl Drop for Doors {
    fn drop(&mut self) {
        self.0.iter().for_each(AbortHandle::abort);
    }
}

/// Serves a container that was started with [`ports`].
pub(crate) fn serve(
    platform: &Platform,
    container: &dyn RunningContainer,
    role: &str,
) -> Result<Doors, AwsError> {
    let mut doors = Doors(Vec::new());
    if let Some(listener) = container.take_listener(PLATFORM_PORT) {
        doors.0.push(platform.door.serve(listener)?);
    }
    if let Some(listener) = container.take_listener(CREDENTIALS_PORT) {
        let issuer =
            Arc::new(Issuer { platform: platform.clone(), role: role.to_owned(), issued: Mutex::new(None) });
        doors.0.push(tokio::spawn(accept(listener, issuer)).abort_handle());
    }
    Ok(doors)
}

struct Issuer {
    platform: Platform,
    role: String,
    issued: Mutex<Option<SessionCredentials>>,
}

impl Issuer {
    async fn credentials(&self) -> Result<SessionCredentials, AwsError> {
        let mut issued = self.issued.lock().await;
        let now = self.platform.now();
        if let Some(session) = issued.as_ref().filter(|session| session.expires.0 - RENEW_BEFORE_MS > now.0) {
            return Ok(session.clone());
        }
        let session =
            self.platform.identity()?.session(&self.role, SERVICE, "SageMaker", SESSION_SECONDS).await?;
        Ok(issued.insert(session).clone())
    }

    async fn answer(&self) -> http::Response<Full<Bytes>> {
        let (status, body) = match self.credentials().await {
            Ok(session) => {
                let body = json!({
                    "RoleArn": self.role,
                    "AccessKeyId": session.access_key,
                    "SecretAccessKey": session.secret,
                    "Token": session.session_token,
                    "Expiration": session.expires.iso8601_seconds(),
                });
                (200, body)
            }
            Err(error) => (error.status, json!({ "code": error.code, "message": error.message })),
        };
        let mut response = http::Response::new(Full::from(body.to_string()));
        *response.status_mut() =
            http::StatusCode::from_u16(status).unwrap_or(http::StatusCode::INTERNAL_SERVER_ERROR);
        response
            .headers_mut()
            .insert(http::header::CONTENT_TYPE, http::HeaderValue::from_static("application/json"));
        response
    }
}

async fn accept(listener: TcpListener, issuer: Arc<Issuer>) {
    // An error here means that the container's network is gone.
    while let Ok((stream, _)) = listener.accept().await {
        let issuer = issuer.clone();
        tokio::spawn(async move {
            let service = service_fn(move |_| {
                let issuer = issuer.clone();
                async move { Ok::<_, Infallible>(issuer.answer().await) }
            });
            let served = hyper::server::conn::http1::Builder::new()
                .keep_alive(false)
                .serve_connection(TokioIo::new(stream), service)
                .await;
            if let Err(error) = served {
                tracing::debug!(%error, "a connection for credentials broke");
            }
        });
    }
}
