//! The head of an HTTP request.

use std::borrow::Cow;

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
    pub fn credential(&self) -> Option<Credential<'a>> {
        match self.header("authorization") {
            Some(header) => {
                let at = header.find("Credential=")? + "Credential=".len();
                Credential::split(header[at..].split([',', ' ']).next()?, Cow::Borrowed)
            }
            None => Credential::split(&self.parameter("X-Amz-Credential")?, |part| part.to_owned().into()),
        }
    }

    /// Whether the signature travels in the query.
    pub fn is_presigned(&self) -> bool {
        uri::pairs(self.query).any(|(n, _)| n == "X-Amz-Signature" || n == "X-Amz-Algorithm")
    }
}

/// A SigV4 credential, split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential<'a> {
    /// The access key id.
    pub access_key: Cow<'a, str>,
    /// `yyyymmdd`.
    pub date: Cow<'a, str>,
    /// The region signed for.
    pub region: Cow<'a, str>,
    /// The service signed for, such as `s3`.
    pub service: Cow<'a, str>,
    /// `aws4_request` if the credential is well formed.
    pub terminator: Cow<'a, str>,
}

impl<'a> Credential<'a> {
    fn split<'t>(text: &'t str, keep: impl Fn(&'t str) -> Cow<'a, str>) -> Option<Self> {
        // The access key may hold slashes nowhere, the scope has exactly four parts.
        let mut parts = text.rsplitn(5, '/').map(keep);
        let (terminator, service) = (parts.next()?, parts.next()?);
        let (region, date, access_key) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { access_key, date, region, service, terminator })
    }
}
