//! Which operation a request asks for.
//!
//! All services listen at one address, so the request itself must tell: by `X-Amz-Target`, by the
//! path of RPC v2, by the service in its credential, by the `Action` of a form, and last by its
//! method, path and parameters.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::LazyLock;

use lirio_api::schema::Location;
use lirio_api::{OPERATIONS, Operation, Protocol, SERVICES, Service, UNSERVED, UnservedOperation};

use crate::{RequestHead, uri};

/// What a request asks for.
#[derive(Debug)]
pub enum Routed {
    /// An operation of the table.
    Served {
        /// The row.
        operation: &'static Operation,
        /// The protocol spoken, which may differ from the service's own (CBOR for a JSON service).
        protocol: Protocol,
        /// The labels of the path, decoded, by their wire names.
        labels: Vec<(&'static str, String)>,
    },
    /// An operation AWS has and lirio does not serve.
    Unserved {
        /// Which.
        operation: &'static UnservedOperation,
        /// The protocol spoken.
        protocol: Protocol,
    },
    /// Nothing of AWS's that is known here.
    Unknown,
}

#[derive(Clone, Copy, Debug)]
enum Target {
    Served(&'static Operation),
    Unserved(&'static UnservedOperation),
}

impl Target {
    fn routed(self, protocol: Option<Protocol>, labels: Vec<(&'static str, String)>) -> Routed {
        match self {
            Target::Served(operation) => {
                Routed::Served { operation, protocol: protocol.unwrap_or(operation.service.protocol), labels }
            }
            Target::Unserved(operation) => {
                Routed::Unserved { operation, protocol: protocol.unwrap_or(operation.service.protocol) }
            }
        }
    }
    fn uri(self) -> &'static str {
        match self {
            Target::Served(o) => o.uri,
            Target::Unserved(o) => o.uri,
        }
    }
    fn method(self) -> &'static str {
        match self {
            Target::Served(o) => o.method,
            Target::Unserved(o) => o.method,
        }
    }
    fn name(self) -> &'static str {
        match self {
            Target::Served(o) => o.name,
            Target::Unserved(o) => o.name,
        }
    }
    fn service(self) -> &'static Service {
        match self {
            Target::Served(o) => o.service,
            Target::Unserved(o) => o.service,
        }
    }
}

#[derive(Debug)]
enum Segment {
    Literal(&'static str),
    Label(&'static str),
    Greedy(&'static str),
}

/// A row of a REST table.
#[derive(Debug)]
struct Row {
    segments: Vec<Segment>,
    /// Parameters that must be there, some with a fixed value.
    fixed: Vec<(&'static str, Option<&'static str>)>,
    /// S3 tells operations on one path apart by required parameters: one of these must be there.
    some_of: Vec<&'static str>,
    /// S3 tells copies from uploads by a header.
    headers: Vec<&'static str>,
    target: Target,
}

impl Row {
    fn new(target: Target) -> Self {
        let (path, query) = target.uri().split_once('?').unwrap_or((target.uri(), ""));
        let segments = path
            .split('/')
            .filter(|s| !s.is_empty())
            .map(|s| match s.strip_prefix('{').and_then(|s| s.strip_suffix('}')) {
                Some(label) => match label.strip_suffix('+') {
                    Some(greedy) => Segment::Greedy(greedy),
                    None => Segment::Label(label),
                },
                None => Segment::Literal(s),
            })
            .collect();
        let fixed: Vec<_> = query
            .split('&')
            .filter(|q| !q.is_empty())
            .map(|q| q.split_once('=').map_or((q, None), |(n, v)| (n, Some(v))))
            .collect();
        let (mut some_of, mut headers) = (Vec::new(), Vec::new());
        if let Target::Served(operation) = target
            && operation.service.protocol == Protocol::RestXml
            && fixed.is_empty()
            && let Some(structure) = operation.input.and_then(|shape| shape.structure())
        {
            for member in structure.members.iter().filter(|m| m.required) {
                match member.location {
                    Location::Query => some_of.push(member.wire),
                    Location::Header => headers.push(member.wire),
                    _ => {}
                }
            }
        }
        Self { segments, fixed, some_of, headers, target }
    }

    /// More specific rows are tried first; of equal ones the served.
    fn rank(&self) -> (usize, usize, bool) {
        let literals = self.segments.iter().filter(|s| matches!(s, Segment::Literal(_))).count();
        let extras = self.fixed.len() + usize::from(!self.some_of.is_empty()) + self.headers.len();
        (literals, extras, matches!(self.target, Target::Served(_)))
    }

    fn matches(&self, parts: &Parts<'_>, head: &RequestHead<'_>) -> Option<Vec<(&'static str, String)>> {
        let has = |name: &str| parts.query.iter().any(|(n, _)| n == name);
        if self.segments.len() > parts.segments.len() {
            return None;
        }
        let query_fits = self.fixed.iter().all(|(name, value)| {
            parts
                .query
                .iter()
                .any(|(n, v)| n == name && value.is_none_or(|value| v.as_deref() == Some(value)))
        });
        if !query_fits
            || !(self.some_of.is_empty() || self.some_of.iter().any(|name| has(name)))
            || !self.headers.iter().all(|name| head.headers.contains_key(*name))
        {
            return None;
        }
        let mut labels = Vec::new();
        for (i, segment) in self.segments.iter().enumerate() {
            let raw = parts.segments[i];
            match segment {
                Segment::Literal(literal) if raw == *literal => {}
                Segment::Literal(_) => return None,
                Segment::Label(name) => {
                    if raw.is_empty() {
                        return None;
                    }
                    labels.push((*name, uri::decode(raw)?.into_owned()));
                }
                Segment::Greedy(name) => {
                    let rest = parts.segments[i..].join("/");
                    if rest.is_empty() {
                        return None;
                    }
                    labels.push((*name, uri::decode(&rest)?.into_owned()));
                    return Some(labels);
                }
            }
        }
        (self.segments.len() == parts.segments.len()).then_some(labels)
    }
}

/// A request's path and parameters, split once.
struct Parts<'a> {
    segments: Vec<&'a str>,
    query: Vec<(String, Option<String>)>,
}

struct Tables {
    /// By the last part of the target prefix and the operation's name.
    targets: HashMap<(&'static str, &'static str), Target>,
    /// By the name of a Query service's operation; services follow each other.
    actions: HashMap<&'static str, Vec<Target>>,
    /// By the service's model name and the method, most specific first.
    rest: HashMap<(&'static str, &'static str), Vec<Row>>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let served = OPERATIONS.iter().copied().map(Target::Served);
    let unserved = UNSERVED.iter().flat_map(|list| list.iter()).map(Target::Unserved);
    let mut tables = Tables { targets: HashMap::new(), actions: HashMap::new(), rest: HashMap::new() };
    for target in served.chain(unserved) {
        let service = target.service();
        if !service.target_prefix.is_empty() {
            tables.targets.entry((last_part(service.target_prefix), target.name())).or_insert(target);
        }
        if service.speaks(Protocol::Query) {
            tables.actions.entry(target.name()).or_default().push(target);
        }
        match service.protocol {
            Protocol::RestJson | Protocol::RestXml => {
                tables.rest.entry((service.id, target.method())).or_default().push(Row::new(target));
            }
            _ => {}
        }
    }
    for rows in tables.rest.values_mut() {
        rows.sort_by_key(|row| std::cmp::Reverse(row.rank()));
    }
    tables
});

fn last_part(text: &str) -> &str {
    text.rsplit('.').next().unwrap_or(text)
}

/// Finds the operation of a request.
///
/// `form_action` is the `Action` of the form in the body, where [`needs_form`] asks for it.
/// Hosts that are IP addresses or `localhost` are path style; `bucket.localhost` is virtual-host style.
pub fn identify(head: &RequestHead<'_>, form_action: Option<&str>) -> Routed {
    identify_at(head, form_action, &[])
}

/// As [`identify`], with further host names of this server: `bucket.<name>` is virtual-host style.
pub fn identify_at(head: &RequestHead<'_>, form_action: Option<&str>, base_hosts: &[&str]) -> Routed {
    if let Some(target) = head.header("x-amz-target") {
        // Newer clients send CloudTrail's prefix with a package before it, older ones without.
        let Some((prefix, name)) = target.rsplit_once('.') else { return Routed::Unknown };
        return match TABLES.targets.get(&(last_part(prefix), name)) {
            Some(target) => target.routed(json_version(head), Vec::new()),
            None => Routed::Unknown,
        };
    }
    if head.header("smithy-protocol") == Some("rpc-v2-cbor") {
        let mut parts = head.path.trim_matches('/').split('/');
        return match (parts.next(), parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("service"), Some(service), Some("operation"), Some(name), None) => {
                match TABLES.targets.get(&(last_part(service), name)) {
                    Some(target) => target.routed(Some(Protocol::Cbor), Vec::new()),
                    None => Routed::Unknown,
                }
            }
            _ => Routed::Unknown,
        };
    }
    let scope = head.credential().map(|c| c.service);
    match scope.as_deref() {
        Some("s3" | "s3-object-lambda" | "s3express") => return rest("s3", head, base_hosts),
        Some(scope) => {
            let Some(service) = SERVICES.iter().copied().find(|s| s.signing_name == scope && is_by_path(s))
            else {
                return Routed::Unknown;
            };
            return match service.speaks(Protocol::Query) {
                true => action(head, form_action, Some(scope)),
                false => rest(service.id, head, base_hosts),
            };
        }
        None => {}
    }
    match action(head, form_action, None) {
        Routed::Unknown => {}
        found => return found,
    }
    if form_action.is_some() {
        return Routed::Unknown;
    }
    for service in SERVICES.iter().filter(|s| s.protocol == Protocol::RestJson) {
        match rest(service.id, head, base_hosts) {
            Routed::Unknown => {}
            found => return found,
        }
    }
    // Anonymous requests and SigV2 ones.
    rest("s3", head, base_hosts)
}

/// The service and protocol a request most likely means, for the answer to one that is [`Routed::Unknown`]
/// or refused before it is routed.
pub fn likely(head: &RequestHead<'_>) -> (Option<&'static Service>, Protocol) {
    if let Some(target) = head.header("x-amz-target") {
        let prefix = target.rsplit_once('.').map_or(target, |(prefix, _)| last_part(prefix));
        let service = SERVICES
            .iter()
            .copied()
            .find(|s| !s.target_prefix.is_empty() && last_part(s.target_prefix) == prefix);
        let own = service.map_or(Protocol::Json11, |s| s.protocol);
        return (service, json_version(head).unwrap_or(own));
    }
    if head.header("smithy-protocol") == Some("rpc-v2-cbor") {
        return (None, Protocol::Cbor);
    }
    if let Some(credential) = head.credential() {
        let mut services = SERVICES.iter().copied().filter(|s| s.signing_name == credential.service);
        let (first, second) = (services.next(), services.next());
        if let Some(service) = second.filter(|s| is_by_path(s)).or(first) {
            // What came without a target and a path of its own is a form, where the service takes forms.
            let protocol = if service.speaks(Protocol::Query) { Protocol::Query } else { service.protocol };
            return (Some(service), protocol);
        }
    }
    if needs_form(head) {
        return (None, Protocol::Query);
    }
    (SERVICES.iter().copied().find(|s| s.id == "s3"), Protocol::RestXml)
}

/// Whether requests of the service are told by path or form, not by `X-Amz-Target`.
fn is_by_path(service: &Service) -> bool {
    service.speaks(Protocol::Query) || matches!(service.protocol, Protocol::RestJson | Protocol::RestXml)
}

fn json_version(head: &RequestHead<'_>) -> Option<Protocol> {
    let kind = head.header("content-type")?;
    if kind.contains("x-amz-json-1.0") {
        Some(Protocol::Json10)
    } else if kind.contains("x-amz-json-1.1") {
        Some(Protocol::Json11)
    } else {
        None
    }
}

fn action(head: &RequestHead<'_>, form_action: Option<&str>, scope: Option<&str>) -> Routed {
    let in_query = match form_action {
        Some(_) => None,
        None => head.parameter("Action"),
    };
    let Some(name) = form_action.or(in_query.as_deref()) else { return Routed::Unknown };
    let candidates = TABLES.actions.get(name).map(Vec::as_slice).unwrap_or_default();
    let fits = |target: &&Target| scope.is_none_or(|scope| target.service().signing_name == scope);
    candidates
        .iter()
        .find(fits)
        .map_or(Routed::Unknown, |target| target.routed(Some(Protocol::Query), Vec::new()))
}

fn rest(service: &'static str, head: &RequestHead<'_>, base_hosts: &[&str]) -> Routed {
    let Some(rows) = TABLES.rest.get(&(service, head.method.as_str())) else { return Routed::Unknown };
    let path = head.path.strip_prefix('/').unwrap_or(head.path);
    let bucket = (service == "s3").then(|| head.host().and_then(|h| bucket_of_host(h, base_hosts))).flatten();
    let mut segments: Vec<&str> = bucket.into_iter().collect();
    if !path.is_empty() {
        segments.extend(path.split('/'));
    }
    // `/bucket/` is the bucket, `/functions/` the functions; in a key the last slash counts.
    let counts_slash = service == "s3" && segments.len() > 2;
    if !counts_slash && segments.last().is_some_and(|s| s.is_empty()) {
        segments.pop();
    }
    let parts = Parts { segments, query: uri::pairs(head.query).collect() };
    rows.iter()
        .find_map(|row| row.matches(&parts, head).map(|labels| row.target.routed(None, labels)))
        .unwrap_or(Routed::Unknown)
}

/// The bucket of a virtual-host style host (without port), if it is one.
///
/// Bases are `localhost`, Amazon's own hosts and the given ones, each also with `s3.` or
/// `s3.<region>.` before it.  Clients put `sync-` and `stream-` before the host of some operations;
/// those are no buckets.
pub fn bucket_of_host<'h>(host: &'h str, base_hosts: &[&str]) -> Option<&'h str> {
    if host.starts_with('[') || host.parse::<IpAddr>().is_ok() {
        return None;
    }
    let base = ["localhost", "amazonaws.com"]
        .into_iter()
        .chain(base_hosts.iter().copied())
        .filter(|base| is_below(host, base))
        .max_by_key(|base| base.len())?;
    let before = &host[..host.len() - base.len() - 1];
    let labels: Vec<&str> = before.split('.').collect();
    // `bucket.s3.eu-west-1` and `bucket.s3`; a bucket may hold dots, so `s3` is sought from the end.
    let end = labels
        .iter()
        .rposition(|label| *label == "s3")
        .filter(|at| labels.len() - at <= 2)
        .unwrap_or(if base == "amazonaws.com" { 0 } else { labels.len() });
    if end == 0 {
        return None;
    }
    let bucket = &before[..labels[..end].iter().map(|l| l.len() + 1).sum::<usize>() - 1];
    (bucket.len() >= 3).then_some(bucket)
}

fn is_below(host: &str, base: &str) -> bool {
    let at = host.len().checked_sub(base.len() + 1);
    at.is_some_and(|at| {
        at > 0
            && host.is_char_boundary(at)
            && host.as_bytes()[at] == b'.'
            && host[at + 1..].eq_ignore_ascii_case(base)
    })
}

/// Whether the body is a form that must be read to know the operation (see [`form_action`]).
pub fn needs_form(head: &RequestHead<'_>) -> bool {
    if head.method != http::Method::POST
        || !head.path.trim_matches('/').is_empty()
        || head.headers.contains_key("x-amz-target")
        || !head
            .header("content-type")
            .is_some_and(|kind| kind.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded"))
    {
        return false;
    }
    match head.credential() {
        None => true,
        Some(credential) => {
            SERVICES.iter().any(|s| s.speaks(Protocol::Query) && s.signing_name == credential.service)
        }
    }
}

/// The `Action` of a form.
pub fn form_action(body: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(body).ok()?;
    text.split('&').find_map(|part| part.strip_prefix("Action=")).map(uri::decode_form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderMap, HeaderName, HeaderValue, Method};

    fn describe(method: &str, target: &str, headers: &[(&str, &str)], form: Option<&str>) -> String {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name: HeaderName = name.parse().unwrap();
            map.insert(name, HeaderValue::from_str(value).unwrap());
        }
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let method: Method = method.parse().unwrap();
        let head = RequestHead { method: &method, path, query, headers: &map };
        match identify_at(&head, form, &["lirio.example"]) {
            Routed::Served { operation, protocol, labels } => {
                let labels: Vec<_> = labels.iter().map(|(n, v)| format!("{n}={v}")).collect();
                format!("{} {protocol:?} {}", operation.name, labels.join(" ")).trim_end().to_owned()
            }
            Routed::Unserved { operation, .. } => format!("not {}", operation.name),
            Routed::Unknown => "unknown".to_owned(),
        }
    }

    const S3: (&str, &str) = (
        "authorization",
        "AWS4-HMAC-SHA256 Credential=AK/20261122/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0",
    );

    #[test]
    fn s3_by_path_and_parameters() {
        let check = |method: &str, target: &str, expected: &str| {
            assert_eq!(describe(method, target, &[S3], None), expected, "{method} {target}");
            // Anonymous requests go to S3 too.
            assert_eq!(describe(method, target, &[], None), expected, "{method} {target}");
        };
        check("GET", "/", "ListBuckets RestXml");
        check("GET", "/b?list-type=2&prefix=a", "ListObjectsV2 RestXml Bucket=b");
        check("GET", "/b/?prefix=", "ListObjects RestXml Bucket=b");
        check("GET", "/b?versions", "ListObjectVersions RestXml Bucket=b");
        check("GET", "/b?location", "GetBucketLocation RestXml Bucket=b");
        check("GET", "/b?notification", "GetBucketNotificationConfiguration RestXml Bucket=b");
        check("PUT", "/b?lifecycle", "not PutBucketLifecycle");
        check("PUT", "/b", "CreateBucket RestXml Bucket=b");
        check("PUT", "/b/k%20ey//x/?x-id=PutObject", "PutObject RestXml Bucket=b Key=k ey//x/");
        check("PUT", "/b/a/", "PutObject RestXml Bucket=b Key=a/");
        check("PUT", "/b/k?partNumber=1&uploadId=u", "UploadPart RestXml Bucket=b Key=k");
        check("PUT", "/b/k?tagging", "PutObjectTagging RestXml Bucket=b Key=k");
        check("PUT", "/b/k?acl", "not PutObjectAcl");
        check("POST", "/b/k?uploads", "CreateMultipartUpload RestXml Bucket=b Key=k");
        check("POST", "/b/k?uploadId=u", "CompleteMultipartUpload RestXml Bucket=b Key=k");
        check("DELETE", "/b/k?uploadId=u", "AbortMultipartUpload RestXml Bucket=b Key=k");
        check("DELETE", "/b/k?versionId=v", "DeleteObject RestXml Bucket=b Key=k");
        check("GET", "/b/k?uploadId=u", "ListParts RestXml Bucket=b Key=k");
        check("GET", "/b/k?attributes", "GetObjectAttributes RestXml Bucket=b Key=k");
        check("GET", "/b/k?partNumber=1", "GetObject RestXml Bucket=b Key=k");
        check("HEAD", "/b/k", "HeadObject RestXml Bucket=b Key=k");
        check("HEAD", "/b", "HeadBucket RestXml Bucket=b");
        check("POST", "/b?delete", "DeleteObjects RestXml Bucket=b");
        check("POST", "/b", "unknown");
        check("GET", "/b/%ff", "unknown");
        check("OPTIONS", "/b/k", "unknown");
        let copy = ("x-amz-copy-source", "b/k");
        assert_eq!(describe("PUT", "/b/c", &[S3, copy], None), "CopyObject RestXml Bucket=b Key=c");
        assert_eq!(
            describe("PUT", "/b/c?partNumber=2&uploadId=u", &[S3, copy], None),
            "UploadPartCopy RestXml Bucket=b Key=c"
        );
    }

    #[test]
    fn s3_by_host() {
        let check = |host: &str, target: &str, expected: &str| {
            assert_eq!(describe("GET", target, &[S3, ("host", host)], None), expected, "{host} {target}");
        };
        check("127.0.0.1:4566", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("[::1]:4566", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("localhost:4566", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("lirio.example", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("sync-lirio.example", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("s3.lirio.example", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("s3.eu-west-1.amazonaws.com", "/b/k", "GetObject RestXml Bucket=b Key=k");
        check("bkt.localhost:4566", "/k/l/", "GetObject RestXml Bucket=bkt Key=k/l/");
        check("my.bkt.lirio.example", "/k", "GetObject RestXml Bucket=my.bkt Key=k");
        check("bkt.s3.eu-west-1.amazonaws.com", "/", "ListObjects RestXml Bucket=bkt");
        check("bkt.s3.localhost", "/?list-type=2", "ListObjectsV2 RestXml Bucket=bkt");
    }

    #[test]
    fn the_other_services() {
        let check =
            |method: &str, target: &str, headers: &[(&str, &str)], form: Option<&str>, expected: &str| {
                assert_eq!(describe(method, target, headers, form), expected);
            };
        let json = |target| [("x-amz-target", target), ("content-type", "application/x-amz-json-1.1")];
        check("POST", "/", &json("SageMaker.CreateTrainingJob"), None, "CreateTrainingJob Json11");
        check("POST", "/", &json("SageMaker.Nonsense"), None, "unknown");
        check("POST", "/", &json("CloudTrail_20131101.DescribeTrails"), None, "DescribeTrails Json11");
        check(
            "POST",
            "/",
            &json("com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.DescribeTrails"),
            None,
            "DescribeTrails Json11",
        );
        check(
            "POST",
            "/service/AWSStepFunctions/operation/StartExecution",
            &[("smithy-protocol", "rpc-v2-cbor")],
            None,
            "StartExecution Cbor",
        );
        // CloudWatch speaks three protocols.
        let json10 = [
            ("x-amz-target", "GraniteServiceVersion20100801.PutMetricData"),
            ("content-type", "application/x-amz-json-1.0"),
        ];
        check("POST", "/", &json10, None, "PutMetricData Json10");
        check(
            "POST",
            "/service/GraniteServiceVersion20100801/operation/PutMetricData",
            &[("smithy-protocol", "rpc-v2-cbor")],
            None,
            "PutMetricData Cbor",
        );
        let monitoring = S3.1.replace("/s3/", "/monitoring/");
        let signed = [("authorization", monitoring.as_str())];
        check("POST", "/", &signed, Some("PutMetricData"), "PutMetricData Query");
        check("GET", "/?Action=ListMetrics&Version=2010-08-01", &signed, None, "ListMetrics Query");
        check("POST", "/", &signed, Some("PutDashboard"), "not PutDashboard");
        check("POST", "/", &[], Some("GetCallerIdentity"), "GetCallerIdentity Query");
        check("GET", "/?Action=GetCallerIdentity&Version=2011-06-15", &[], None, "GetCallerIdentity Query");
        check("POST", "/", &[], Some("CreateRole"), "CreateRole Query");
        let invoke = "/endpoints/e%2D1/invocations";
        check("POST", invoke, &[], None, "InvokeEndpoint RestJson EndpointName=e-1");
        check("GET", "/2015-03-31/functions/", &[], None, "ListFunctions RestJson");
        check(
            "GET",
            "/2017-03-31/tags/arn%3Aaws%3Alambda%3Aeu-west-1%3A0%3Afunction%3Af",
            &[],
            None,
            "ListTags RestJson Resource=arn:aws:lambda:eu-west-1:0:function:f",
        );
        check("GET", "/2015-03-31/functions/f/aliases", &[], None, "not ListAliases");
    }

    #[test]
    fn likely_services() {
        let check = |pairs: &[(&str, &str)], expected: (Option<&str>, Protocol)| {
            let mut map = HeaderMap::new();
            for (name, value) in pairs {
                map.insert(name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap());
            }
            let head = RequestHead { method: &Method::POST, path: "/", query: "", headers: &map };
            let (service, protocol) = likely(&head);
            assert_eq!((service.map(|s| s.id), protocol), expected);
        };
        check(&[("x-amz-target", "SageMaker.Nonsense")], (Some("sagemaker"), Protocol::Json11));
        check(&[("x-amz-target", "DynamoDB_20120810.GetItem")], (None, Protocol::Json11));
        check(&[("smithy-protocol", "rpc-v2-cbor")], (None, Protocol::Cbor));
        check(&[("content-type", "application/x-www-form-urlencoded")], (None, Protocol::Query));
        check(&[S3], (Some("s3"), Protocol::RestXml));
        let credential = S3.1.replace("/s3/", "/sagemaker/");
        check(&[("authorization", &credential)], (Some("sagemaker-runtime"), Protocol::RestJson));
        check(&[], (Some("s3"), Protocol::RestXml));
    }

    #[test]
    fn forms_are_asked_for_where_they_decide() {
        let kind = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        let check = |target: &str, headers: &[(&str, &str)], expected: bool| {
            let mut map = HeaderMap::new();
            for (name, value) in headers {
                map.insert(name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap());
            }
            let head = RequestHead { method: &Method::POST, path: target, query: "", headers: &map };
            assert_eq!(needs_form(&head), expected, "{target}");
        };
        check("/", &[kind], true);
        check("/", &[kind, S3], false);
        check("/endpoints/e/invocations", &[kind], false);
        check("/", &[], false);
        assert_eq!(form_action(b"Version=1&Action=Get%41").as_deref(), Some("GetA"));
        assert_eq!(form_action(b"\xff"), None);
    }
}
