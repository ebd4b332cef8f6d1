//! The head of an HTTP request.

use http::{HeaderMap, Method};

use crate::uri;

/// The head of an HTTP request, as it came: path and query are still percent-encoded.
#[derive(Clone, Copy, Debug)]
pub struct RequestHead<'a> {
    /// The method.
    pub method: &'a Method,
    /// The path, raw.
    pub path: &'a str,
    /// The query without its question mark, raw.
    pub query: &'a str,
    /// The headers.
    pub headers: &'a HeaderMap,
}

impl<'a> RequestHead<'a> {
    /// A header's first value, if it is text.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    /// The host without its port, in the case it was sent.
    pub fn host(&self) -> Option<&'a str> {
        let host = self.header("host")?;
        // An IPv6 literal keeps its brackets.
        match host.rfind(':') {
            Some(at) if !host[at..].contains(']') => Some(&host[..at]),
            _ => Some(host),
        }
    }

    /// A query parameter's first value, decoded; an empty text where it stands without a value.
    pub fn parameter(&self, name: &str) -> Option<String> {
        uri::pairs(self.query).find(|(n, _)| n == name).map(|(_, v)| v.unwrap_or_default())
    }

    /// The parts of the credential (`key/date/region/service/aws4_request`) of the `Authorization`
    /// header or of a presigned query, without checking anything.
    pub fn credential(&self) -> Option<Credential> {
        let text = match self.header("authorization") {
            Some(header) => {
                let at = header.find("Credential=")? + "Credential=".len();
                header[at..].split([',', ' ']).next()?.to_owned()
            }
            None => self.parameter("X-Amz-Credential")?,
        };
        // The access key may hold slashes nowhere, the scope has exactly four parts.
        let mut parts = text.rsplitn(5, '/');
        let terminator = parts.next()?.to_owned();
        let service = parts.next()?.to_owned();
        let region = parts.next()?.to_owned();
        let date = parts.next()?.to_owned();
        let access_key = parts.next()?.to_owned();
        Some(Credential { access_key, date, region, service, terminator })
    }

    /// Whether the signature travels in the query.
    pub fn is_presigned(&self) -> bool {
        uri::pairs(self.query).any(|(n, _)| n == "X-Amz-Signature" || n == "X-Amz-Algorithm")
    }
}

/// A SigV4 credential, split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// The access key id.
    pub access_key: String,
    /// `yyyymmdd`.
    pub date: String,
    /// The region signed for.
    pub region: String,
    /// The service signed for, such as `s3`.
    pub service: String,
    /// `aws4_request` if the credential is well formed.
    pub terminator: String,
}
