//! A small signed AWS client, for functions that a platform runs beside it.
//!
//! Credentials, region and endpoint come from the environment variables that Lambda and every AWS SDK use:
//! `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_REGION` (or
//! `AWS_DEFAULT_REGION`), and `AWS_ENDPOINT_URL`, or `AWS_ENDPOINT_URL_S3` and
//! `AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME` for one service.
//!
//! It speaks plain HTTP to a numeric address and nothing else: against AWS itself, which needs TLS, use an
//! AWS SDK. Without an endpoint URL every call fails with that advice.

mod sign;

use crate::{
    clip,
    http1::{Authority, Connection},
};
use sign::{Request, Scope, sign};
use std::{
    collections::BTreeMap,
    env, io,
    time::{Duration, SystemTime},
};

/// The largest answer that is read into memory, in bytes.
const MAX_ANSWER: u64 = 256 << 20;
/// SageMaker gives a prediction 60 s.
const READ_TIMEOUT: Duration = Duration::from_secs(70);

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AwsError {
    /// An environment variable is missing.
    #[error("environment variable {0} is not set")]
    NoVariable(&'static str),
    /// There is no endpoint that this client can speak to.
    #[error(
        "{0}; this client speaks plain HTTP to the numeric address in AWS_ENDPOINT_URL, and AWS itself needs an AWS SDK"
    )]
    Endpoint(String),
    /// The connection failed.
    #[error("{action} failed")]
    Io {
        /// The call in words.
        action: String,
        /// The system's reason.
        source: io::Error,
    },
    /// The service refused.
    #[error("{action} was refused with status {status}: {message}")]
    Refused {
        /// The call in words.
        action: String,
        /// The HTTP status.
        status: u16,
        /// The start of the answer's body.
        message: String,
    },
    /// An `s3://` address is not one.
    #[error("\"{0}\" is not an address of an object, such as s3://bucket/key")]
    NotAnObject(String),
}

/// Who calls.
#[derive(Clone)]
pub struct Credentials {
    /// The public half.
    pub access_key_id: String,
    /// The secret half.
    pub secret_access_key: String,
    /// Present with temporary credentials.
    pub session_token: Option<String>,
}

impl std::fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Credentials({}, …)", self.access_key_id)
    }
}

/// The answer to a call.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The HTTP status, below 300.
    pub status: u16,
    /// The `Content-Type`, or nothing.
    pub content_type: String,
    /// The body.
    pub body: Vec<u8>,
}

/// A signed client. It keeps one connection for each endpoint it has called.
#[derive(Debug)]
pub struct Client {
    credentials: Credentials,
    region: String,
    /// Endpoints by service; the empty name is for all others.
    endpoints: BTreeMap<&'static str, String>,
    connections: BTreeMap<String, Connection>,
}

impl Client {
    /// A client with what the environment says.
    ///
    /// # Errors
    /// When credentials or the region are missing.
    pub fn from_env() -> Result<Self, AwsError> {
        let optional = |name: &str| env::var(name).ok().filter(|text| !text.is_empty());
        let needed = |name: &'static str| optional(name).ok_or(AwsError::NoVariable(name));
        let credentials = Credentials {
            access_key_id: needed("AWS_ACCESS_KEY_ID")?,
            secret_access_key: needed("AWS_SECRET_ACCESS_KEY")?,
            session_token: optional("AWS_SESSION_TOKEN"),
        };
        let region = optional("AWS_REGION")
            .or_else(|| optional("AWS_DEFAULT_REGION"))
            .ok_or(AwsError::NoVariable("AWS_REGION"))?;
        let endpoints = [
            ("", "AWS_ENDPOINT_URL"),
            ("s3", "AWS_ENDPOINT_URL_S3"),
            ("sagemaker", "AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME"),
        ]
        .into_iter()
        .filter_map(|(service, name)| Some((service, optional(name)?)))
        .collect();
        Ok(Self { credentials, region, endpoints, connections: BTreeMap::new() })
    }

    /// A client for one endpoint of all services, such as `http://127.0.0.1:4566`.
    pub fn new(credentials: Credentials, region: &str, endpoint: &str) -> Self {
        let endpoints = BTreeMap::from([("", endpoint.to_owned())]);
        Self { credentials, region: region.to_owned(), endpoints, connections: BTreeMap::new() }
    }

    /// Reads an object whose address is `s3://bucket/key`.
    ///
    /// # Errors
    /// When the address is none, the connection fails, or S3 refuses.
    pub fn get_object(&mut self, address: &str) -> Result<Vec<u8>, AwsError> {
        let (bucket, key) = address
            .strip_prefix("s3://")
            .and_then(|rest| rest.split_once('/'))
            .filter(|(bucket, key)| !bucket.is_empty() && !key.is_empty())
            .ok_or_else(|| AwsError::NotAnObject(clip(address, 100)))?;
        let path = format!("/{bucket}/{key}");
        self.call("s3", &format!("reading {address}"), "GET", &path, &[], &[]).map(|answer| answer.body)
    }

    /// Asks an endpoint for predictions.
    ///
    /// # Errors
    /// When the connection fails, or SageMaker or the model refuses.
    pub fn invoke_endpoint(
        &mut self,
        endpoint_name: &str,
        content_type: &str,
        accept: &str,
        body: &[u8],
    ) -> Result<Answer, AwsError> {
        let headers = [("content-type", content_type), ("accept", accept)];
        let path = format!("/endpoints/{endpoint_name}/invocations");
        self.call("sagemaker", &format!("invoking endpoint {endpoint_name}"), "POST", &path, &headers, body)
    }

    /// Makes any signed call without a query. `service` is the signing name, `path` is not yet encoded, and
    /// `action` is what error messages call it.
    ///
    /// # Errors
    /// When the connection fails, or the status is not below 300.
    pub fn call(
        &mut self,
        service: &'static str,
        action: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer, AwsError> {
        let url = self
            .endpoints
            .get(service)
            .or_else(|| self.endpoints.get(""))
            .ok_or_else(|| AwsError::Endpoint("AWS_ENDPOINT_URL is not set".to_owned()))?;
        let connection = match self.connections.entry(url.clone()) {
            std::collections::btree_map::Entry::Occupied(kept) => kept.into_mut(),
            std::collections::btree_map::Entry::Vacant(empty) => {
                let authority = authority(url).map_err(AwsError::Endpoint)?;
                empty.insert(Connection::new(authority, Some(READ_TIMEOUT), MAX_ANSWER))
            }
        };
        let scope = Scope { region: &self.region, service };
        let request = Request { method, host: connection.host(), path, query: "", headers, body };
        let headers = sign(&request, &self.credentials, &scope, SystemTime::now());
        let response = connection
            .send(method, &sign::encode_path(path), &headers, body)
            .map_err(|source| AwsError::Io { action: action.to_owned(), source })?;
        if response.status >= 300 {
            return Err(AwsError::Refused {
                action: action.to_owned(),
                status: response.status,
                message: clip(String::from_utf8_lossy(&response.body).trim(), 500),
            });
        }
        let content_type = response.header("content-type").unwrap_or_default().to_owned();
        Ok(Answer { status: response.status, content_type, body: response.body })
    }
}

/// The address of an endpoint URL without a path.
fn authority(url: &str) -> Result<Authority, String> {
    let rest = url
        .strip_prefix("http://")
        .ok_or_else(|| format!("the endpoint URL \"{}\" does not begin with http://", clip(url, 100)))?;
    Authority::parse(rest.trim_end_matches('/')).map_err(|reason| format!("in the endpoint URL, {reason}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        io::{BufRead, BufReader, Read, Write},
        net::TcpListener,
        thread,
    };

    fn client(endpoint: &str) -> Client {
        let credentials = Credentials {
            access_key_id: "AKID".to_owned(),
            secret_access_key: "secret".to_owned(),
            session_token: Some("token".to_owned()),
        };
        Client::new(credentials, "eu-west-1", endpoint)
    }

    #[test]
    fn endpoints_that_cannot_be_used_are_explained() {
        let check = |endpoint: &str, expected: &str| {
            let error = client(endpoint).get_object("s3://b/k").expect_err("it cannot be used").to_string();
            assert!(error.starts_with(expected), "{error}");
        };
        check("https://127.0.0.1:1", "the endpoint URL \"https://127.0.0.1:1\" does not begin with http://");
        check("http://s3.example.org", "in the endpoint URL, \"s3.example.org\" is no numeric address");
        let error = client("http://127.0.0.1:1").get_object("s3://b").expect_err("no key").to_string();
        assert_eq!(error, "\"s3://b\" is not an address of an object, such as s3://bucket/key");
    }

    #[test]
    fn calls_are_signed_and_share_a_connection() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("bound");
        let server = thread::spawn(move || {
            let (stream, _) = listener.accept().expect("a connection");
            let mut stream = BufReader::new(stream);
            let mut heads = Vec::new();
            for answer in [
                "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno",
            ] {
                let mut head = String::new();
                while !head.ends_with("\r\n\r\n") {
                    assert_ne!(stream.read_line(&mut head).expect("text"), 0);
                }
                let length =
                    head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
                let mut body = vec![0; length.parse().expect("a number")];
                stream.read_exact(&mut body).expect("the body");
                stream.get_mut().write_all(answer.as_bytes()).expect("sent");
                heads.push(head);
            }
            heads
        });
        let mut client = client(&format!("http://{address}"));
        assert_eq!(client.get_object("s3://bucket/a b/c").expect("there"), b"abc");
        let error = client.invoke_endpoint("iris", "text/csv", "text/csv", b"1,2").expect_err("refused");
        assert_eq!(error.to_string(), "invoking endpoint iris was refused with status 403: no");
        let heads = server.join().expect("the server saw what it expects");
        assert!(heads[0].starts_with("GET /bucket/a%20b/c HTTP/1.1\r\n"), "{}", heads[0]);
        assert!(heads[1].starts_with("POST /endpoints/iris/invocations HTTP/1.1\r\n"), "{}", heads[1]);
        for (head, service) in heads.iter().zip(["s3", "sagemaker"]) {
            assert!(head.contains(&format!("/eu-west-1/{service}/aws4_request, SignedHeaders=")), "{head}");
            assert!(head.contains("x-amz-security-token: token\r\n"), "{head}");
        }
    }
}
