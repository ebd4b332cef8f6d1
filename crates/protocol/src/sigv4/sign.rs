//! Signing requests.

use http::{HeaderMap, HeaderValue, Request};
use lirio_api::Timestamp;

use super::canonical::{self, Signed};
use super::{ALGORITHM, UNSIGNED};
use crate::{rest, uri};

/// An access key with its secret.
#[derive(Clone)]
pub struct Credentials {
    /// The access key id.
    pub access_key: String,
    /// The secret access key.
    pub secret: String,
    /// The token of temporary credentials.
    pub session_token: Option<String>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Credentials({})", self.access_key)
    }
}

/// What of the body is signed.
#[derive(Clone, Copy, Debug)]
pub enum Payload<'a> {
    /// The hash of these bytes.
    Bytes(&'a [u8]),
    /// A hash known already, hexadecimal SHA-256.
    Sha256(&'a str),
    /// Nothing: S3 only.
    Unsigned,
}

/// Headers that proxies and HTTP libraries change on the way.
const NOT_SIGNED: [&str; 7] = [
    "authorization",
    "user-agent",
    "expect",
    "content-length",
    "transfer-encoding",
    "connection",
    "x-amzn-trace-id",
];

/// Signs a request: adds `host`, `x-amz-date`, `x-amz-content-sha256`, the session token and
/// `authorization`, and signs all headers it has by then.
pub fn sign<B>(
    request: &mut Request<B>,
    credentials: &Credentials,
    region: &str,
    service: &str,
    now: Timestamp,
    payload: Payload<'_>,
) {
    let hash = match payload {
        Payload::Bytes(bytes) => canonical::sha256_hex(bytes),
        Payload::Sha256(hash) => hash.to_owned(),
        Payload::Unsigned => UNSIGNED.to_owned(),
    };
    let host = request.uri().authority().map(|a| a.as_str().to_owned());
    let headers = request.headers_mut();
    if let Some(host) = host
        && !headers.contains_key("host")
    {
        rest::set(headers, "host", &host);
    }
    rest::set(headers, "x-amz-date", &now.compact());
    rest::set(headers, "x-amz-content-sha256", &hash);
    if let Some(token) = &credentials.session_token {
        rest::set(headers, "x-amz-security-token", token);
    }
    let mut signed_headers: Vec<String> = headers
        .keys()
        .map(|name| name.as_str().to_owned())
        .filter(|name| !NOT_SIGNED.contains(&name.as_str()))
        .collect();
    signed_headers.sort();
    let date = &now.compact()[..8];
    let scope = canonical::scope(date, region, service);
    let text = canonical::canonical_request(&Signed {
        method: request.method().as_str(),
        path: request.uri().path(),
        query: request.uri().query().unwrap_or_default(),
        headers: request.headers(),
        signed_headers: &signed_headers,
        is_s3: service == "s3",
        payload_hash: &hash,
    });
    let key = canonical::signing_key(&credentials.secret, date, region, service);
    let to_sign = canonical::string_to_sign(now, &scope, &text);
    let signature = canonical::signature(&key, &to_sign);
    let authorization = format!(
        "{ALGORITHM} Credential={}/{scope}, SignedHeaders={}, Signature={signature}",
        credentials.access_key,
        signed_headers.join(";")
    );
    rest::set(request.headers_mut(), "authorization", &authorization);
}

/// A URL that carries its signature, good for `expires` seconds.  Only the host is signed besides
/// method, path and query; the body is not (S3).
///
/// `None` if the URL has no host.
pub fn presign(
    method: &http::Method,
    url: &http::Uri,
    credentials: &Credentials,
    region: &str,
    service: &str,
    now: Timestamp,
    expires: u64,
) -> Option<String> {
    let host = url.authority()?.as_str();
    let date = &now.compact()[..8];
    let scope = canonical::scope(date, region, service);
    let mut query = url.query().map(|q| format!("{q}&")).unwrap_or_default();
    let expires = expires.to_string();
    let compact = now.compact();
    let credential = format!("{}/{scope}", credentials.access_key);
    let mut parameters = vec![
        ("X-Amz-Algorithm", ALGORITHM),
        ("X-Amz-Credential", &credential),
        ("X-Amz-Date", &compact),
        ("X-Amz-Expires", &expires),
    ];
    if let Some(token) = &credentials.session_token {
        parameters.push(("X-Amz-Security-Token", token));
    }
    parameters.push(("X-Amz-SignedHeaders", "host"));
    let encoded: Vec<String> = parameters
        .iter()
        .map(|(name, value)| format!("{name}={}", uri::encode(value.as_bytes(), false)))
        .collect();
    query.push_str(&encoded.join("&"));
    let mut headers = HeaderMap::new();
    headers.insert("host", HeaderValue::from_str(host).ok()?);
    let is_s3 = service == "s3";
    let empty = canonical::sha256_hex(b"");
    let text = canonical::canonical_request(&Signed {
        method: method.as_str(),
        path: url.path(),
        query: &query,
        headers: &headers,
        signed_headers: &["host".to_owned()],
        is_s3,
        payload_hash: if is_s3 { UNSIGNED } else { &empty },
    });
    let key = canonical::signing_key(&credentials.secret, date, region, service);
    let to_sign = canonical::string_to_sign(now, &scope, &text);
    let signature = canonical::signature(&key, &to_sign);
    let scheme = url.scheme_str().unwrap_or("https");
    Some(format!("{scheme}://{host}{}?{query}&X-Amz-Signature={signature}", url.path()))
}
