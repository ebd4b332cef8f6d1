//! The client's side: values to requests, answers to values and errors.

use bytes::Bytes;
use http::{HeaderMap, Method, Request, StatusCode, Uri};
use lirio_api::schema::{Kind, Location, Structure};
use lirio_api::{AwsError, Body, Fields, Operation, Protocol, Value};

use crate::checksum::ChecksumAlgorithm;
use crate::error::DecodeError;
use crate::text::{self, Times};
use crate::{cbor, event_stream, json, query, rest, uri, xml};

/// Writes a request, unsigned, in the service's own protocol.
///
/// `endpoint` is `scheme://host[:port][/prefix]`.  With `path_style` unset, S3's bucket goes before
/// the host.  Errors: an endpoint that is no URL, a member of the path that is missing.
pub fn encode_request(
    operation: &Operation,
    input: Value,
    endpoint: &str,
    path_style: bool,
) -> Result<Request<Body>, AwsError> {
    encode_request_as(operation, operation.service.protocol, input, endpoint, path_style)
}

/// As [`encode_request`], in another protocol the service may speak.
pub fn encode_request_as(
    operation: &Operation,
    protocol: Protocol,
    input: Value,
    endpoint: &str,
    path_style: bool,
) -> Result<Request<Body>, AwsError> {
    let fields = match input {
        Value::Map(fields) => fields,
        _ => Fields::new(),
    };
    let structure = operation.input.and_then(|shape| shape.structure());
    let endpoint = endpoint.trim_end_matches('/');
    let mut headers = HeaderMap::new();
    let mut target = format!("{endpoint}/");
    let mut method = Method::POST;
    let body = match protocol {
        Protocol::Json10 | Protocol::Json11 => {
            rest::set(
                &mut headers,
                "x-amz-target",
                &format!("{}.{}", operation.service.target_prefix, operation.name),
            );
            let kind = if protocol == Protocol::Json10 { "1.0" } else { "1.1" };
            rest::set(&mut headers, "content-type", &format!("application/x-amz-json-{kind}"));
            match structure {
                Some(structure) => Body::from_bytes(json::write_structure(structure, &fields).to_string()),
                None => Body::from_bytes("{}"),
            }
        }
        Protocol::Cbor => {
            let service = operation.service.target_prefix.rsplit('.').next().unwrap_or_default();
            target = format!("{endpoint}/service/{service}/operation/{}", operation.name);
            rest::set(&mut headers, "smithy-protocol", "rpc-v2-cbor");
            rest::set(&mut headers, "content-type", "application/cbor");
            rest::set(&mut headers, "accept", "application/cbor");
            Body::from_bytes(cbor::write_body(structure, &fields))
        }
        Protocol::Query => {
            rest::set(&mut headers, "content-type", "application/x-www-form-urlencoded; charset=utf-8");
            Body::from_bytes(query::write_form(operation, &fields))
        }
        Protocol::RestXml | Protocol::RestJson => {
            method = Method::from_bytes(operation.method.as_bytes())
                .map_err(|error| AwsError::internal(format!("{}: {error}", operation.name)))?;
            target = rest_target(operation, structure, &fields, endpoint, path_style)?;
            match structure {
                Some(structure) => {
                    rest::write_headers(structure, &fields, &mut headers);
                    rest_body(operation, protocol, structure, &fields, &mut headers)
                }
                None => Body::default(),
            }
        }
    };
    let uri: Uri = target
        .parse()
        .map_err(|error| AwsError::validation(format!("The endpoint makes no URL: {target}: {error}")))?;
    if uri.authority().is_none() {
        return Err(AwsError::validation(format!(
            "The endpoint {endpoint} is no URL such as http://127.0.0.1:4566."
        )));
    }
    let mut request = Request::new(body);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    *request.headers_mut() = headers;
    Ok(request)
}

fn rest_target(
    operation: &Operation,
    structure: Option<&Structure>,
    fields: &Fields,
    endpoint: &str,
    path_style: bool,
) -> Result<String, AwsError> {
    let (path, fixed) = operation.uri.split_once('?').unwrap_or((operation.uri, ""));
    let value_of = |label: &str| {
        let member = structure?.members.iter().find(|m| m.location == Location::Uri && m.wire == label)?;
        fields.get(member.name).map(|value| text::write(member.shape, value, Times::QUERY))
    };
    let mut target = endpoint.to_owned();
    let mut before_host = None;
    for segment in path.split('/').skip(1) {
        let label = segment.strip_prefix('{').and_then(|s| s.strip_suffix('}'));
        let Some(label) = label else {
            target.push('/');
            target.push_str(segment);
            continue;
        };
        let greedy = label.ends_with('+');
        let label = label.trim_end_matches('+');
        let value = value_of(label).filter(|value| !value.is_empty()).ok_or_else(|| {
            AwsError::validation(format!(
                "{} needs the member {label}: it is part of the path.",
                operation.name
            ))
        })?;
        if operation.service.id == "s3" && label == "Bucket" && !path_style {
            before_host = Some(value);
            continue;
        }
        target.push('/');
        target.push_str(&uri::encode(value.as_bytes(), greedy));
    }
    if let Some(bucket) = before_host {
        target = target.replacen("://", &format!("://{bucket}."), 1);
        if target.len() == endpoint.len() + bucket.len() + 1 {
            target.push('/');
        }
    }
    let mut parameters: Vec<String> = fixed.split('&').filter(|p| !p.is_empty()).map(str::to_owned).collect();
    let mut add = |name: &str, value: String| {
        parameters.push(format!(
            "{}={}",
            uri::encode(name.as_bytes(), false),
            uri::encode(value.as_bytes(), false)
        ));
    };
    for member in structure.map_or(&[][..], |s| s.members).iter().filter(|m| m.location == Location::Query) {
        match (&member.shape.kind, fields.get(member.name)) {
            (Kind::List { member: item, .. }, Some(Value::List(items))) => {
                items.iter().for_each(|value| add(member.wire, text::write(item.shape, value, Times::QUERY)));
            }
            (Kind::Map { value: item, .. }, Some(Value::Map(map))) => {
                map.iter().for_each(|(name, value)| add(name, text::write(item.shape, value, Times::QUERY)));
            }
            (_, Some(value)) => add(member.wire, text::write(member.shape, value, Times::QUERY)),
            (_, None) => {}
        }
    }
    if !parameters.is_empty() {
        target.push('?');
        target.push_str(&parameters.join("&"));
    }
    Ok(target)
}

fn rest_body(
    operation: &Operation,
    protocol: Protocol,
    structure: &Structure,
    fields: &Fields,
    headers: &mut HeaderMap,
) -> Body {
    let namespace = rest::payload(structure).and_then(|m| m.namespace).map_or("", |(_, uri)| uri);
    let root = operation.input_root.unwrap_or((operation.name, namespace));
    let written = rest::write_body(protocol, structure, fields, root);
    if let Some(kind) = written.content_type
        && !headers.contains_key("content-type")
    {
        rest::set(headers, "content-type", kind);
    }
    let choice = structure.members.iter().find(|m| m.wire == "x-amz-sdk-checksum-algorithm");
    let Some(choice) = choice.filter(|_| !is_payload_streamed(structure)) else { return written.body };
    let algorithm = match fields.get(choice.name).and_then(Value::as_str) {
        Some(name) => ChecksumAlgorithm::from_name(name),
        None => Some(ChecksumAlgorithm::Crc32),
    };
    let given = ChecksumAlgorithm::ALL.iter().any(|a| headers.contains_key(a.header()));
    let Some(algorithm) = algorithm.filter(|_| !given) else { return written.body };
    // S3 wants a checksum of some configurations and takes one of all.
    match written.body.try_into_bytes() {
        Ok(bytes) => {
            if !bytes.is_empty() {
                rest::set(headers, "x-amz-sdk-checksum-algorithm", algorithm.name());
                rest::set(headers, algorithm.header(), &algorithm.of(&bytes));
            }
            Body::from_bytes(bytes)
        }
        Err(body) => body,
    }
}

fn is_payload_streamed(structure: &Structure) -> bool {
    rest::payload(structure).is_some_and(|member| member.streaming)
}

/// Whether the body of an answer is handed on unread (use [`decode_response_head`]).
pub fn is_streaming(operation: &Operation) -> bool {
    let structure = operation.output.and_then(|shape| shape.structure());
    structure
        .and_then(rest::payload)
        .is_some_and(|member| member.streaming && matches!(member.shape.kind, Kind::Blob(_)))
}

/// Reads an answer whose body is at hand, in the service's own protocol.
///
/// A status of 300 or more is an error: that of the answer, with the server's code and text.
pub fn decode_response(
    operation: &Operation,
    status: StatusCode,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Value, AwsError> {
    decode_response_as(operation, operation.service.protocol, status, headers, body)
}

/// As [`decode_response`], in another protocol.
pub fn decode_response_as(
    operation: &Operation,
    protocol: Protocol,
    status: StatusCode,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Value, AwsError> {
    if !status.is_success() {
        return Err(decode_error(protocol, status, headers, &body));
    }
    read_answer(operation, protocol, status, headers, body).map(Value::Map).map_err(DecodeError::for_client)
}

fn read_answer(
    operation: &Operation,
    protocol: Protocol,
    status: StatusCode,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Fields, DecodeError> {
    let Some(structure) = operation.output.and_then(|shape| shape.structure()) else {
        return Ok(Fields::new());
    };
    match protocol {
        Protocol::Json10 | Protocol::Json11 => json::read_body(structure, &body),
        Protocol::Cbor => cbor::read_body(structure, &body),
        Protocol::Query => query::read_answer(operation, &body),
        Protocol::RestXml | Protocol::RestJson => {
            let mut fields = answer_head(structure, status, headers)?;
            if operation.service.id == "s3" && operation.name == "GetBucketLocation" {
                let root = xml::parse(&body).map_err(DecodeError::Malformed)?;
                if !root.text.is_empty() {
                    fields.push("LocationConstraint", Value::Str(root.text));
                }
                return Ok(fields);
            }
            rest::read_body(protocol, structure, &body, &mut fields)?;
            Ok(fields)
        }
    }
}

fn answer_head(
    structure: &Structure,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<Fields, DecodeError> {
    let mut fields = Fields::new();
    rest::read_headers(structure, headers, &mut fields)?;
    if let Some(member) = structure.members.iter().find(|m| m.location == Location::Status) {
        fields.push(member.name, Value::Int(status.as_u16().into()));
    }
    Ok(fields)
}

/// Reads the head of a successful answer whose body is the streamed payload.
///
/// Collect the body of an answer that is no success and give it to [`decode_response`].
pub fn decode_response_head(
    operation: &Operation,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body,
) -> Result<Value, AwsError> {
    let Some(structure) = operation.output.and_then(|shape| shape.structure()) else {
        return Ok(Value::Map(Fields::new()));
    };
    let mut fields = answer_head(structure, status, headers).map_err(DecodeError::for_client)?;
    if let Some(member) = rest::payload(structure) {
        let body = if member.events.is_some() { event_stream::decode(body) } else { body };
        fields.push(member.name, Value::Body(body));
    }
    Ok(Value::Map(fields))
}

/// Reads an error from an answer.
fn decode_error(protocol: Protocol, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> AwsError {
    let header = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let found = match protocol {
        Protocol::RestXml | Protocol::Query => xml_error(body),
        Protocol::Cbor => cbor::read_error(body),
        _ => json_error(body),
    };
    let (code, message) = match (found, header("x-amzn-errortype")) {
        (Some((code, message)), None) => (code, message),
        (Some((_, message)), Some(code)) => (code, message),
        (None, Some(code)) => (code, String::new()),
        // The answer to HEAD has no body: the status is all there is.
        (None, None) => (status.as_str().to_owned(), String::new()),
    };
    // `com.amazonaws.states#ExecutionDoesNotExist:http://…` is `ExecutionDoesNotExist`.
    let code = code.rsplit('#').next().unwrap_or_default().split(':').next().unwrap_or_default().to_owned();
    let message =
        if message.is_empty() { status.canonical_reason().unwrap_or("Unknown").to_owned() } else { message };
    let mut error = AwsError::new(code, status.as_u16(), message);
    if let Some(id) = header("x-amzn-requestid").or_else(|| header("x-amz-request-id")) {
        error = error.because(format!("request id {id}"));
    }
    error
}

fn json_error(body: &[u8]) -> Option<(String, String)> {
    let json: serde_json::Value = serde_json::from_slice(body).ok()?;
    let text = |names: &[&str]| names.iter().find_map(|name| json.get(*name)?.as_str()).map(str::to_owned);
    let code = text(&["__type", "code", "Code", "ErrorCode", "Type"]).unwrap_or_default();
    Some((code, text(&["message", "Message", "errorMessage"]).unwrap_or_default()))
}

fn xml_error(body: &[u8]) -> Option<(String, String)> {
    let root = xml::parse(body).ok()?;
    let error = if root.name == "Error" { &root } else { root.child("Error")? };
    let text = |name: &str| error.child(name).map(|node| node.text.clone());
    Some((text("Code")?, text("Message").unwrap_or_default()))
}
