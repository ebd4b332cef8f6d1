//! What the REST protocols share: members in headers, parameters, paths and bodies.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use lirio_api::schema::{Kind, Location, Member, Structure};
use lirio_api::{Body, Fields, Protocol, Value};

use crate::error::DecodeError;
use crate::text::{self, Times};
use crate::{event_stream, json, xml};

/// The member that is the whole body, if there is one.
pub(crate) fn payload(structure: &Structure) -> Option<&Member> {
    structure.payload.and_then(|name| structure.member(name))
}

/// Reads the members that travel in headers.
pub(crate) fn read_headers(
    structure: &Structure,
    headers: &HeaderMap,
    fields: &mut Fields,
) -> Result<(), DecodeError> {
    for member in structure.members {
        match member.location {
            Location::Header => {
                // The length of a framed body is that of its data.
                let is_framed_length = member.wire.eq_ignore_ascii_case("content-length")
                    && headers.contains_key("x-amz-decoded-content-length");
                let name = if is_framed_length { "x-amz-decoded-content-length" } else { member.wire };
                let mut values: Vec<Cow<'_, str>> = headers.get_all(name).iter().map(header_text).collect();
                if member.wire.eq_ignore_ascii_case("content-encoding") {
                    values.iter_mut().for_each(strip_framing);
                }
                values.retain(|value| !value.is_empty());
                if values.is_empty() {
                    continue;
                }
                let value = read_header(member, &values)?;
                fields.push(member.name, value);
            }
            Location::Headers => {
                let prefix = member.wire.to_ascii_lowercase();
                let mut map = Fields::new();
                for name in headers.keys() {
                    let Some(key) = name.as_str().strip_prefix(&prefix) else { continue };
                    let values: Vec<_> = headers.get_all(name).iter().map(header_text).collect();
                    map.push(key.to_owned(), Value::Str(values.join(",")));
                }
                if !map.is_empty() {
                    fields.push(member.name, Value::Map(map));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// `aws-chunked` frames the request's body and is no encoding of what is stored.
fn strip_framing(value: &mut Cow<'_, str>) {
    if value.contains("aws-chunked") {
        let kept: Vec<&str> = value
            .split(',')
            .map(str::trim)
            .filter(|coding| !coding.is_empty() && *coding != "aws-chunked")
            .collect();
        *value = Cow::Owned(kept.join(","));
    }
}

fn header_text(value: &HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => Cow::Borrowed(text),
        // Older clients send Latin-1: every byte is a character.
        Err(_) => Cow::Owned(value.as_bytes().iter().map(|b| char::from(*b)).collect()),
    }
}

/// Reads a header's member from its values.
pub(crate) fn read_header(member: &Member, values: &[Cow<'_, str>]) -> Result<Value, DecodeError> {
    if let Kind::List { member: item, .. } = &member.shape.kind {
        let parts = values.iter().flat_map(|v| v.split(',')).map(str::trim).filter(|part| !part.is_empty());
        return parts
            .map(|part| read_scalar(item, member.wire, part))
            .collect::<Result<_, _>>()
            .map(Value::List);
    }
    match read_scalar(member, member.wire, &values[0]) {
        // RFC 9110: a condition with a date that cannot be read is ignored.
        Err(_)
            if matches!(member.shape.kind, Kind::Time(_))
                && member.wire.to_ascii_lowercase().contains("if-") =>
        {
            Ok(Value::Null)
        }
        answer => answer,
    }
}

fn read_scalar(member: &Member, name: &str, text: &str) -> Result<Value, DecodeError> {
    text::read(member.shape, text).map_err(|error| DecodeError::Argument {
        name: name.to_owned(),
        value: text.chars().take(256).collect(),
        problem: error.problem,
    })
}

/// Reads the members that travel in the query.
pub(crate) fn read_query(
    structure: &Structure,
    query: &[(String, Option<String>)],
    fields: &mut Fields,
) -> Result<(), DecodeError> {
    for member in structure.members.iter().filter(|m| m.location == Location::Query) {
        let mut values = query
            .iter()
            .filter(|(name, _)| name == member.wire)
            .map(|(_, value)| value.as_deref().unwrap_or_default());
        let value = match &member.shape.kind {
            Kind::List { member: item, .. } => {
                let items =
                    values.map(|v| read_scalar(item, member.wire, v)).collect::<Result<Vec<_>, _>>()?;
                if items.is_empty() { Value::Null } else { Value::List(items) }
            }
            Kind::Map { value: item, .. } => {
                let taken = |name: &str| {
                    structure
                        .members
                        .iter()
                        .any(|m| m.location == Location::Query && m.wire == name && m.name != member.name)
                };
                let mut map = Fields::new();
                for (name, value) in query.iter().filter(|(name, _)| !taken(name)) {
                    let value = read_scalar(item, name, value.as_deref().unwrap_or_default())?;
                    map.push(name.clone(), value);
                }
                if map.is_empty() { Value::Null } else { Value::Map(map) }
            }
            _ => match values.next() {
                Some(text) => read_scalar(member, member.wire, text)?,
                None => Value::Null,
            },
        };
        fields.push(member.name, value);
    }
    Ok(())
}

/// Reads the members that travel in the path.
pub(crate) fn read_labels(
    structure: &Structure,
    labels: &[(&'static str, String)],
    fields: &mut Fields,
) -> Result<(), DecodeError> {
    for member in structure.members.iter().filter(|m| m.location == Location::Uri) {
        if let Some((_, text)) = labels.iter().find(|(name, _)| *name == member.wire) {
            fields.push(member.name, read_scalar(member, member.wire, text)?);
        }
    }
    Ok(())
}

/// Reads the members that travel in a body at hand.
pub(crate) fn read_body(
    protocol: Protocol,
    structure: &Structure,
    body: &Bytes,
    fields: &mut Fields,
) -> Result<(), DecodeError> {
    if let Some(member) = payload(structure) {
        let value = match &member.shape.kind {
            Kind::Blob(_) if member.streaming => Value::Body(Body::from_bytes(body.clone())),
            Kind::Blob(_) => Value::Blob(body.clone()),
            _ if body.is_empty() && member.required => return Err(DecodeError::NoBody),
            _ if body.is_empty() => Value::Null,
            Kind::Str { .. } => match std::str::from_utf8(body) {
                Ok(text) => Value::Str(text.to_owned()),
                Err(_) => return Err(DecodeError::Malformed("The body is not UTF-8.".to_owned())),
            },
            _ if protocol == Protocol::RestXml => {
                let root = xml::parse(body).map_err(DecodeError::Malformed)?;
                xml::read(member.shape, &root)?
            }
            _ => {
                let json = serde_json::from_slice(body)
                    .map_err(|error| DecodeError::Malformed(format!("The body is not JSON: {error}")))?;
                json::read(member.shape, &json)?
            }
        };
        fields.push(member.name, value);
        return Ok(());
    }
    if !has_body_members(structure) || body.is_empty() {
        return Ok(());
    }
    let read = if protocol == Protocol::RestXml {
        let root = xml::parse(body).map_err(DecodeError::Malformed)?;
        xml::read_structure(structure, &root)?
    } else {
        json::read_body(structure, body)?
    };
    for (name, value) in read {
        fields.push(name, value);
    }
    Ok(())
}

/// Whether any member travels in a body that is not one member's alone.
pub(crate) fn has_body_members(structure: &Structure) -> bool {
    structure.payload.is_none() && structure.members.iter().any(|m| m.location == Location::Body)
}

/// Writes the members that travel in headers.
pub(crate) fn write_headers(structure: &Structure, fields: &Fields, headers: &mut HeaderMap) {
    for member in structure.members {
        let Some(value) = fields.get(member.name) else { continue };
        match (member.location, value) {
            (Location::Header, Value::List(items)) => {
                let item = match &member.shape.kind {
                    Kind::List { member, .. } => member.shape,
                    _ => member.shape,
                };
                let texts: Vec<_> = items.iter().map(|v| text::write(item, v, Times::HEADER)).collect();
                set(headers, member.wire, &texts.join(", "));
            }
            (Location::Header, value) => {
                set(headers, member.wire, &text::write(member.shape, value, Times::HEADER))
            }
            (Location::Headers, Value::Map(map)) => {
                for (name, value) in map.iter() {
                    set(
                        headers,
                        &format!("{}{name}", member.wire),
                        &text::write(member.shape, value, Times::HEADER),
                    );
                }
            }
            _ => {}
        }
    }
}

/// Sets a header.  A name that cannot be a header's is left out; control characters in the value
/// become blanks, so that a value can never start another header.
pub(crate) fn set(headers: &mut HeaderMap, name: &str, value: &str) {
    let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { return };
    let value = HeaderValue::from_str(value).or_else(|_| {
        let clean: Vec<u8> = value.bytes().map(|b| if b.is_ascii_control() { b' ' } else { b }).collect();
        HeaderValue::from_bytes(&clean)
    });
    if let Ok(value) = value {
        headers.insert(name, value);
    }
}

/// A body to be sent, with its content type unless a header member sets one.
pub(crate) struct Written {
    pub(crate) body: Body,
    pub(crate) content_type: Option<&'static str>,
}

/// Writes the members that travel in the body.
///
/// `root` is the XML element and namespace around members without a payload member, and the
/// namespace of a payload's element.
pub(crate) fn write_body(
    protocol: Protocol,
    structure: &Structure,
    fields: &Fields,
    root: (&str, &str),
) -> Written {
    let empty = Written { body: Body::default(), content_type: None };
    let xml_type = Some("application/xml");
    if let Some(member) = payload(structure) {
        let (body, content_type) = match fields.get(member.name) {
            None => return empty,
            Some(Value::Body(body)) if member.events.is_some() => {
                let event = member.events.unwrap_or_default();
                (event_stream::encode(body.clone(), event), Some(event_stream::CONTENT_TYPE))
            }
            Some(Value::Body(body)) => (body.clone(), Some("application/octet-stream")),
            Some(Value::Blob(bytes)) => (Body::from_bytes(bytes.clone()), Some("application/octet-stream")),
            // Policies are JSON; no other payload is a text.
            Some(Value::Str(text)) => (Body::from_bytes(text.clone()), Some("application/json")),
            Some(value) if protocol == Protocol::RestXml => {
                let mut out = xml::DECLARATION.to_owned();
                xml::write(&mut out, member.wire, root.1, member.shape, value, Times::XML);
                (Body::from_bytes(out), xml_type)
            }
            Some(value) => {
                (Body::from_bytes(json::write(member.shape, value).to_string()), Some("application/json"))
            }
        };
        return Written { body, content_type };
    }
    if !has_body_members(structure) {
        return empty;
    }
    if protocol == Protocol::RestXml {
        let mut out = xml::DECLARATION.to_owned();
        xml::open(&mut out, root.0, root.1);
        xml::write_structure(&mut out, structure, fields, Times::XML);
        xml::close(&mut out, root.0);
        Written { body: Body::from_bytes(out), content_type: xml_type }
    } else {
        let json = json::write_structure(structure, fields);
        Written { body: Body::from_bytes(json.to_string()), content_type: Some("application/json") }
    }
}
