//! The server's side: requests to values, values and errors to answers.

use base64::Engine as _;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use lirio_api::schema::{Kind, Location, Structure};
use lirio_api::{AwsError, Body, Fault, Fields, Operation, Protocol, Service, Value};
use sha2::Digest as _;

use crate::error::DecodeError;
use crate::{RequestHead, cbor, json, query, rest, uri, xml};

const MIB: u64 = 1024 * 1024;

/// Whether the body of a request is handed to the operation unread (use [`decode_head`]).
pub fn is_streaming(operation: &Operation) -> bool {
    let structure = operation.input.and_then(|shape| shape.structure());
    structure
        .and_then(rest::payload)
        .is_some_and(|member| member.streaming && matches!(member.shape.kind, Kind::Blob(_)))
}

/// The most bytes a request's body may have: of those collected before decoding, and of those streamed.
pub fn max_body(operation: &Operation) -> u64 {
    match (operation.service.id, operation.name) {
        // AWS's own: 5 GiB in one PUT, 25 MB to an endpoint, 6 MB to a function.
        ("s3", "PutObject" | "UploadPart") => 5 * 1024 * MIB,
        ("sagemaker-runtime", _) => 25 * MIB,
        ("lambda", "Invoke") => 6 * MIB,
        // 50 MiB of zip as base64.
        ("lambda", "CreateFunction" | "UpdateFunctionCode") => 70 * MIB,
        // 10000 parts, and 1000 keys of 1024 bytes that may be escaped.
        ("s3", "CompleteMultipartUpload" | "DeleteObjects") => 8 * MIB,
        // 1 MiB of messages, escaped.
        ("logs", "PutLogEvents") => 8 * MIB,
        ("ecr", "UploadLayerPart") => 28 * MIB,
        // 256 KiB of input or event, escaped.
        ("stepfunctions" | "events", _) => 2 * MIB,
        _ => MIB,
    }
}

/// The most bytes a body may have that came compressed; [`max_body`] bounds what comes.
pub fn max_inflated(operation: &Operation) -> u64 {
    match (operation.service.id, operation.name) {
        // 1000 data of 150 values and counts each, in 1 MiB of gzip.
        ("cloudwatch", "PutMetricData") => 16 * MIB,
        _ => max_body(operation),
    }
}

/// Reads a request whose body is at hand.
pub fn decode(
    operation: &Operation,
    protocol: Protocol,
    head: &RequestHead<'_>,
    labels: &[(&'static str, String)],
    body: Bytes,
) -> Result<Value, AwsError> {
    read(operation, protocol, head, labels, body).map(Value::Map).map_err(|error| error.for_server(protocol))
}

fn read(
    operation: &Operation,
    protocol: Protocol,
    head: &RequestHead<'_>,
    labels: &[(&'static str, String)],
    body: Bytes,
) -> Result<Fields, DecodeError> {
    let Some(structure) = operation.input.and_then(|shape| shape.structure()) else {
        return Ok(Fields::new());
    };
    match protocol {
        Protocol::Json10 | Protocol::Json11 => json::read_body(structure, &body),
        Protocol::Cbor => cbor::read_body(structure, &body),
        Protocol::Query => {
            let form = std::str::from_utf8(&body)
                .map_err(|_| DecodeError::Malformed("The form is not UTF-8.".to_owned()))?;
            query::read_form(structure, if form.is_empty() { head.query } else { form })
        }
        Protocol::RestXml | Protocol::RestJson => {
            let mut fields = read_bindings(protocol, structure, head, labels)?;
            rest::read_body(protocol, structure, &body, &mut fields)?;
            Ok(fields)
        }
    }
}

/// Reads the head of a request whose body is the streamed payload; the body passes through unread.
pub fn decode_head(
    operation: &Operation,
    protocol: Protocol,
    head: &RequestHead<'_>,
    labels: &[(&'static str, String)],
    body: Body,
) -> Result<Value, AwsError> {
    let Some(structure) = operation.input.and_then(|shape| shape.structure()) else {
        return Ok(Value::Map(Fields::new()));
    };
    let mut fields =
        read_bindings(protocol, structure, head, labels).map_err(|error| error.for_server(protocol))?;
    if let Some(member) = rest::payload(structure) {
        fields.push(member.name, Value::Body(body));
    }
    Ok(Value::Map(fields))
}

fn read_bindings(
    protocol: Protocol,
    structure: &Structure,
    head: &RequestHead<'_>,
    labels: &[(&'static str, String)],
) -> Result<Fields, DecodeError> {
    let mut fields = Fields::new();
    rest::read_labels(structure, labels, &mut fields)?;
    let query: Vec<_> = uri::pairs(head.query).collect();
    rest::read_query(structure, &query, &mut fields)?;
    rest::read_headers(structure, head.headers, &mut fields)?;
    if protocol == Protocol::RestXml && head.is_presigned() {
        // Some signers move `x-amz-*` headers of presigned requests into the query.
        for member in structure.members.iter().filter(|m| m.location == Location::Header) {
            if fields.get(member.name).is_some() {
                continue;
            }
            if let Some((_, Some(text))) =
                query.iter().find(|(name, _)| name.eq_ignore_ascii_case(member.wire))
            {
                fields.push(member.name, rest::read_header(member, &[text.into()])?);
            }
        }
    }
    Ok(fields)
}

/// The XML element around an output of S3's.  AWS's Smithy model names them; botocore's does not.
pub(crate) fn output_root(operation: &Operation) -> &'static str {
    match operation.name {
        "CompleteMultipartUpload" => "CompleteMultipartUploadResult",
        "CreateMultipartUpload" => "InitiateMultipartUploadResult",
        "DeleteObjects" => "DeleteResult",
        "GetBucketAccelerateConfiguration" => "AccelerateConfiguration",
        "GetBucketAcl" => "AccessControlPolicy",
        "GetBucketCors" => "CORSConfiguration",
        "GetBucketLifecycleConfiguration" => "LifecycleConfiguration",
        "GetBucketLocation" => "LocationConstraint",
        "GetBucketLogging" => "BucketLoggingStatus",
        "GetBucketNotificationConfiguration" => "NotificationConfiguration",
        "GetBucketRequestPayment" => "RequestPaymentConfiguration",
        "GetBucketTagging" | "GetObjectTagging" => "Tagging",
        "GetBucketVersioning" => "VersioningConfiguration",
        "GetBucketWebsite" => "WebsiteConfiguration",
        "GetObjectAttributes" => "GetObjectAttributesResponse",
        "ListBuckets" => "ListAllMyBucketsResult",
        "ListMultipartUploads" => "ListMultipartUploadsResult",
        "ListObjectVersions" => "ListVersionsResult",
        "ListObjects" | "ListObjectsV2" => "ListBucketResult",
        "ListParts" => "ListPartsResult",
        _ => operation.output.map_or("Result", |shape| shape.name),
    }
}

/// Writes the answer of an operation.
pub fn encode(operation: &Operation, protocol: Protocol, output: Value, request_id: &str) -> Response<Body> {
    let fields = match output {
        Value::Map(fields) => fields,
        _ => Fields::new(),
    };
    let structure = operation.output.and_then(|shape| shape.structure());
    let mut headers = HeaderMap::new();
    request_ids(&mut headers, protocol, request_id);
    let mut status = StatusCode::from_u16(operation.status).unwrap_or(StatusCode::OK);
    let (body, content_type) = match protocol {
        Protocol::Json10 | Protocol::Json11 => match structure {
            Some(structure) => (
                Body::from_bytes(json::write_structure(structure, &fields).to_string()),
                Some(json_type(protocol)),
            ),
            None => (Body::default(), Some(json_type(protocol))),
        },
        Protocol::Cbor => {
            headers.insert("smithy-protocol", HeaderValue::from_static("rpc-v2-cbor"));
            (Body::from_bytes(cbor::write_body(structure, &fields)), Some("application/cbor"))
        }
        Protocol::Query => {
            (Body::from_bytes(query::write_answer(operation, &fields, request_id)), Some("text/xml"))
        }
        Protocol::RestXml | Protocol::RestJson => {
            if let Some(code) = structure.and_then(|s| status_of(operation, s, &fields)) {
                status = code;
            }
            match structure {
                Some(structure) => {
                    rest::write_headers(structure, &fields, &mut headers);
                    let written = write_rest_body(operation, protocol, structure, &fields);
                    (written.body, written.content_type)
                }
                None => (Body::default(), None),
            }
        }
    };
    finish(status, headers, body, content_type)
}

fn write_rest_body(
    operation: &Operation,
    protocol: Protocol,
    structure: &Structure,
    fields: &Fields,
) -> rest::Written {
    let namespace = operation.service.xml_namespace;
    if operation.service.id == "s3" && operation.name == "GetBucketLocation" {
        // The one answer whose root is the value itself.
        let mut out = xml::DECLARATION.to_owned();
        xml::open(&mut out, "LocationConstraint", namespace);
        xml::escape(&mut out, fields.get("LocationConstraint").and_then(Value::as_str).unwrap_or_default());
        xml::close(&mut out, "LocationConstraint");
        return rest::Written { body: Body::from_bytes(out), content_type: Some("application/xml") };
    }
    rest::write_body(protocol, structure, fields, (output_root(operation), namespace))
}

/// A status that the output decides: its status member, or 206 where a range was read.
fn status_of(operation: &Operation, structure: &Structure, fields: &Fields) -> Option<StatusCode> {
    let member = structure.members.iter().find(|m| m.location == Location::Status);
    if let Some(Value::Int(code)) = member.and_then(|m| fields.get(m.name)) {
        return u16::try_from(*code).ok().and_then(|code| StatusCode::from_u16(code).ok());
    }
    let is_object = matches!(operation.name, "GetObject" | "HeadObject");
    (is_object && fields.get("ContentRange").is_some()).then_some(StatusCode::PARTIAL_CONTENT)
}

fn finish(
    status: StatusCode,
    mut headers: HeaderMap,
    body: Body,
    content_type: Option<&'static str>,
) -> Response<Body> {
    if let Some(content_type) = content_type
        && !headers.contains_key("content-type")
    {
        headers.insert("content-type", HeaderValue::from_static(content_type));
    }
    let bodiless = matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    if let Some(length) = body.length()
        && !headers.contains_key("content-length")
        && !bodiless
    {
        headers.insert("content-length", HeaderValue::from(length));
    }
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response
}

fn json_type(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Json10 => "application/x-amz-json-1.0",
        _ => "application/x-amz-json-1.1",
    }
}

fn request_ids(headers: &mut HeaderMap, protocol: Protocol, request_id: &str) {
    if protocol == Protocol::RestXml {
        rest::set(headers, "x-amz-request-id", request_id);
        rest::set(headers, "x-amz-id-2", &host_id(request_id));
    } else {
        rest::set(headers, "x-amzn-RequestId", request_id);
    }
}

/// S3's second request id: long and opaque; here it follows from the first.
fn host_id(request_id: &str) -> String {
    base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(request_id))
}

/// Writes an error.  `service` is that of the request, if it is known; the answer to a `HEAD`
/// request has no body.
pub fn encode_error(
    service: Option<&Service>,
    protocol: Protocol,
    error: &AwsError,
    request_id: &str,
    head_request: bool,
) -> Response<Body> {
    let mut headers = HeaderMap::new();
    request_ids(&mut headers, protocol, request_id);
    for (name, value) in &error.headers {
        rest::set(&mut headers, name, value);
    }
    let sender = match error.fault() {
        Fault::Sender => "Sender",
        Fault::Receiver => "Receiver",
    };
    let query_error_code = || {
        let code =
            if service.is_some_and(|s| s.query_compatible) { query_code(&error.code) } else { &error.code };
        format!("{code};{sender}")
    };
    let name = shape_name(service, &error.code);
    let (body, content_type) = match protocol {
        Protocol::RestXml => (s3_error(error, request_id), "application/xml"),
        Protocol::Query => (query_error(service, error, sender, request_id), "text/xml"),
        Protocol::Cbor => {
            headers.insert("smithy-protocol", HeaderValue::from_static("rpc-v2-cbor"));
            rest::set(&mut headers, "x-amzn-query-error", &query_error_code());
            (Bytes::from(cbor::write_error(name, &error.message, &error.members)), "application/cbor")
        }
        Protocol::Json10 | Protocol::Json11 => {
            // Read by clients of services that spoke Query once; the others ignore it.
            rest::set(&mut headers, "x-amzn-query-error", &query_error_code());
            rest::set(&mut headers, "x-amzn-ErrorType", name);
            (json_error(error, &[("__type", name), ("message", &error.message)]), json_type(protocol))
        }
        Protocol::RestJson => {
            rest::set(&mut headers, "x-amzn-ErrorType", &error.code);
            let kind = match error.fault() {
                Fault::Sender => "User",
                Fault::Receiver => "Service",
            };
            let body = if service.is_some_and(|s| s.id == "lambda") {
                json_error(error, &[("Type", kind), ("Message", &error.message)])
            } else {
                json_error(error, &[("ErrorCode", &error.code), ("Message", &error.message)])
            };
            (body, "application/json")
        }
    };
    let status = StatusCode::from_u16(error.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let bodiless = head_request || matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
    if bodiless {
        return finish(status, headers, Body::default(), None);
    }
    finish(status, headers, Body::from_bytes(body), Some(content_type))
}

/// The code of an error in the Query protocol, where the other protocols word it otherwise.
pub fn query_code(code: &str) -> &str {
    match code {
        "ValidationException" => "ValidationError",
        "AccessDeniedException" => "AccessDenied",
        "SerializationException" => "MalformedInput",
        other => other,
    }
}

/// The name of an error's shape: the error is known by its code, which Query clients read.
fn shape_name<'e>(service: Option<&Service>, code: &'e str) -> &'e str {
    let names = service.map_or(&[] as &'static [_], |s| s.error_names);
    names.iter().find(|(known, _)| *known == code).map_or(code, |(_, name)| name)
}

fn json_error(error: &AwsError, first: &[(&str, &str)]) -> Bytes {
    let mut object = serde_json::Map::new();
    for (name, text) in first {
        object.insert((*name).to_owned(), (*text).into());
    }
    for (name, value) in error.members.iter() {
        object.insert(name.to_owned(), value.to_json());
    }
    serde_json::Value::Object(object).to_string().into()
}

fn s3_error(error: &AwsError, request_id: &str) -> Bytes {
    let mut out = xml::DECLARATION.to_owned();
    xml::open(&mut out, "Error", "");
    xml::text_element(&mut out, "Code", &error.code);
    xml::text_element(&mut out, "Message", &error.message);
    members(&mut out, error);
    xml::text_element(&mut out, "RequestId", request_id);
    xml::text_element(&mut out, "HostId", &host_id(request_id));
    xml::close(&mut out, "Error");
    out.into()
}

fn query_error(service: Option<&Service>, error: &AwsError, sender: &str, request_id: &str) -> Bytes {
    let mut out = String::new();
    xml::open(&mut out, "ErrorResponse", service.map_or("", |s| s.xml_namespace));
    xml::open(&mut out, "Error", "");
    xml::text_element(&mut out, "Type", sender);
    xml::text_element(&mut out, "Code", &error.code);
    xml::text_element(&mut out, "Message", &error.message);
    members(&mut out, error);
    xml::close(&mut out, "Error");
    xml::text_element(&mut out, "RequestId", request_id);
    xml::close(&mut out, "ErrorResponse");
    out.into()
}

fn members(out: &mut String, error: &AwsError) {
    for (name, value) in error.members.iter() {
        let text = match value {
            Value::Str(text) => text.clone(),
            other => other.to_json().to_string(),
        };
        xml::text_element(out, name, &text);
    }
}
