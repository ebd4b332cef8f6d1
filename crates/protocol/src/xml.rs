//! XML: the bodies of REST-XML and the answers of Query.
//!
//! Documents are read into a tree whose depth is bounded; entities other than XML's own five and
//! document types are refused, so that nothing expands.

use std::borrow::Cow;

use lirio_api::schema::{Kind, Location, Member, Shape, Structure};
use lirio_api::{Fields, ShapeError, Value};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::text::{self, Times};

/// Deeper documents are refused.
const MAX_DEPTH: usize = 64;
/// Elements with more attributes are refused; AWS's have three at most.
const MAX_ATTRIBUTES: usize = 32;
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Node {
    /// The name without prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
    pub(crate) text: String,
}

impl Node {
    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|c| c.name == name)
    }
}

/// Reads a document; the error says what is wrong and where.
pub(crate) fn parse(bytes: &[u8]) -> Result<Node, String> {
    let source = std::str::from_utf8(bytes).map_err(|_| "the XML is not UTF-8".to_owned())?;
    let mut reader = Reader::from_str(source.trim_start_matches('\u{feff}'));
    let mut open: Vec<Node> = Vec::new();
    let mut root = None;
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|error| format!("{error} (byte {at})"))?;
        let mut closed = None;
        match event {
            Event::Start(start) => {
                if open.len() >= MAX_DEPTH {
                    return Err(format!("elements nest deeper than {MAX_DEPTH} (byte {at})"));
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => closed = Some(element(&start)?),
            Event::End(_) => closed = open.pop(),
            Event::Text(text) => match open.last_mut() {
                Some(node) => node.text.push_str(&text.xml10_content()),
                None if text.trim().is_empty() => {}
                None => return Err(format!("text outside of the root element (byte {at})")),
            },
            Event::CData(text) => {
                let node =
                    open.last_mut().ok_or_else(|| format!("text outside of the root element (byte {at})"))?;
                node.text.push_str(&text.xml10_content());
            }
            Event::GeneralRef(reference) => {
                let node = open
                    .last_mut()
                    .ok_or_else(|| format!("a reference outside of the root element (byte {at})"))?;
                match reference.resolve_char_ref() {
                    Ok(Some(c)) => node.text.push(c),
                    Ok(None) => node.text.push(match &*reference {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "quot" => '"',
                        "apos" => '\'',
                        _ => return Err(format!("an unknown entity (byte {at})")),
                    }),
                    Err(error) => return Err(format!("{error} (byte {at})")),
                }
            }
            Event::DocType(_) => return Err(format!("a document type is not accepted (byte {at})")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
        if let Some(node) = closed {
            match open.last_mut() {
                Some(parent) => parent.children.push(node),
                None if root.is_none() => root = Some(node),
                None => return Err(format!("a second root element (byte {at})")),
            }
        }
    }
    if let Some(node) = open.last() {
        return Err(format!("the element {} is not closed", node.name));
    }
    root.ok_or_else(|| "there is no root element".to_owned())
}

fn element(start: &BytesStart<'_>) -> Result<Node, String> {
    let mut attributes = Vec::new();
    // The reader's own search for duplicates is quadratic.
    for attribute in start.attributes().with_checks(false) {
        if attributes.len() >= MAX_ATTRIBUTES {
            return Err(format!("an element has more than {MAX_ATTRIBUTES} attributes"));
        }
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Explicit1_0)
            .map_err(|error| error.to_string())?
            .into_owned();
        attributes.push((local(attribute.key.as_ref()).to_owned(), value));
    }
    Ok(Node { name: local(start.name().as_ref()).to_owned(), attributes, ..Node::default() })
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Reads the body members of a structure from an element's children and attributes.
pub(crate) fn read_structure(structure: &Structure, node: &Node) -> Result<Fields, ShapeError> {
    let mut fields = Fields::new();
    for member in structure.members.iter().filter(|m| m.location == Location::Body) {
        let value = read_member(member, node).map_err(|e| e.under(member.wire))?;
        fields.push(member.name, value);
    }
    Ok(fields)
}

fn read_member(member: &Member, node: &Node) -> Result<Value, ShapeError> {
    if member.attribute {
        let name = local(member.wire);
        return match node.attributes.iter().find(|(n, _)| n == name) {
            Some((_, value)) => text::read(member.shape, value),
            None => Ok(Value::Null),
        };
    }
    match &member.shape.kind {
        Kind::List { member: item, flattened, .. } if *flattened || member.flattened => {
            let name = flat_name(member, item);
            let found: Vec<&Node> = node.children.iter().filter(|c| c.name == name).collect();
            if found.is_empty() {
                return Ok(Value::Null);
            }
            found.into_iter().map(|c| read(item.shape, c)).collect::<Result<_, _>>().map(Value::List)
        }
        Kind::Map { key, value, flattened, .. } if *flattened || member.flattened => {
            let entries = node.children.iter().filter(|c| c.name == member.wire);
            let fields = read_entries(entries, key, value)?;
            Ok(if fields.is_empty() { Value::Null } else { Value::Map(fields) })
        }
        _ => node.child(member.wire).map_or(Ok(Value::Null), |child| read(member.shape, child)),
    }
}

/// A flattened list's elements have the name of the list's member, or else that of the element.
fn flat_name(member: &Member, item: &Member) -> &'static str {
    if item.wire == "member" { member.wire } else { item.wire }
}

fn read_entries<'n>(
    entries: impl Iterator<Item = &'n Node>,
    key: &Member,
    value: &Member,
) -> Result<Fields, ShapeError> {
    entries
        .map(|entry| {
            let name = entry.child(key.wire).ok_or_else(|| ShapeError::here("an entry has no key"))?;
            let item = match entry.child(value.wire) {
                Some(node) => read(value.shape, node).map_err(|e| e.under(&name.text))?,
                None => Value::Null,
            };
            Ok((Cow::Owned(name.text.clone()), item))
        })
        .filter(|entry| !matches!(entry, Ok((_, Value::Null))))
        .collect()
}

/// Reads an element of a shape.
pub(crate) fn read(shape: &Shape, node: &Node) -> Result<Value, ShapeError> {
    match &shape.kind {
        Kind::Structure(structure) => read_structure(structure, node).map(Value::Map),
        Kind::List { member, .. } => node
            .children
            .iter()
            .filter(|c| c.name == member.wire)
            .enumerate()
            .map(|(i, c)| read(member.shape, c).map_err(|e| e.under(&(i + 1).to_string())))
            .collect::<Result<_, _>>()
            .map(Value::List),
        Kind::Map { key, value, .. } => {
            read_entries(node.children.iter().filter(|c| c.name == "entry"), key, value).map(Value::Map)
        }
        _ => text::read(shape, &node.text),
    }
}

/// The start of every document.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Opens an element, in a default namespace unless that is empty.
pub(crate) fn open(out: &mut String, name: &str, namespace: &str) {
    out.push('<');
    out.push_str(name);
    if !namespace.is_empty() {
        out.push_str(" xmlns=\"");
        escape(out, namespace);
        out.push('"');
    }
    out.push('>');
}

/// Closes an element.
pub(crate) fn close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// An element with text.
pub(crate) fn text_element(out: &mut String, name: &str, text: &str) {
    open(out, name, "");
    escape(out, text);
    close(out, name);
}

/// Writes text; control characters become references, as S3 writes them.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_ascii_control() => out.push_str(&format!("&#{};", u32::from(c))),
            c => out.push(c),
        }
    }
}

/// Writes the body members of a structure, without the structure's own element.
pub(crate) fn write_structure(out: &mut String, structure: &Structure, fields: &Fields, times: Times) {
    for member in structure.members.iter().filter(|m| m.location == Location::Body && !m.attribute) {
        let Some(value) = fields.get(member.name) else { continue };
        match (&member.shape.kind, value) {
            (Kind::List { member: item, flattened, .. }, Value::List(items))
                if *flattened || member.flattened =>
            {
                for value in items {
                    write(out, flat_name(member, item), "", item.shape, value, times);
                }
            }
            (Kind::Map { key, value: item, flattened, .. }, Value::Map(fields))
                if *flattened || member.flattened =>
            {
                for (name, value) in fields.iter() {
                    write_entry(out, member.wire, (key, name), (item, value), times);
                }
            }
            _ => {
                let namespace =
                    member.namespace.filter(|(prefix, _)| prefix.is_empty()).map_or("", |(_, uri)| uri);
                write(out, member.wire, namespace, member.shape, value, times);
            }
        }
    }
}

fn write_entry(out: &mut String, name: &str, key: (&Member, &str), value: (&Member, &Value), times: Times) {
    open(out, name, "");
    text_element(out, key.0.wire, key.1);
    write(out, value.0.wire, "", value.0.shape, value.1, times);
    close(out, name);
}

/// Writes one element of a shape.
pub(crate) fn write(
    out: &mut String,
    name: &str,
    namespace: &str,
    shape: &Shape,
    value: &Value,
    times: Times,
) {
    match (&shape.kind, value) {
        (Kind::Structure(structure), Value::Map(fields)) => {
            open(out, name, namespace);
            let mut attributes = String::new();
            for member in structure.members.iter().filter(|m| m.attribute) {
                let Some(value) = fields.get(member.name) else { continue };
                if member.wire.starts_with("xsi:") {
                    attributes.push_str(&format!(" xmlns:xsi=\"{XSI}\""));
                }
                attributes.push_str(&format!(" {}=\"", member.wire));
                escape(&mut attributes, &text::write(member.shape, value, times));
                attributes.push('"');
            }
            if !attributes.is_empty() {
                out.truncate(out.len() - 1);
                out.push_str(&attributes);
                out.push('>');
            }
            write_structure(out, structure, fields, times);
            close(out, name);
        }
        (Kind::List { member, .. }, Value::List(items)) => {
            open(out, name, namespace);
            for item in items {
                write(out, member.wire, "", member.shape, item, times);
            }
            close(out, name);
        }
        (Kind::Map { key, value: item, .. }, Value::Map(fields)) => {
            open(out, name, namespace);
            for (entry, value) in fields.iter() {
                write_entry(out, "entry", (key, entry), (item, value), times);
            }
            close(out, name);
        }
        _ => {
            open(out, name, namespace);
            escape(out, &text::write(shape, value, times));
            close(out, name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_documents_are_refused() {
        let check = |xml: &str, expected: &str| {
            let answer = parse(xml.as_bytes()).map(|node| node.text).unwrap_or_else(|error| error);
            assert!(answer.contains(expected), "{xml}: {answer}");
        };
        check("<a>x &amp;&#x41;&#10;<![CDATA[<]]></a>", "x &A\n<");
        check("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "document type");
        check("<a>&b;</a>", "unknown entity");
        check(&"<a>".repeat(100), "nest deeper");
        check("<a><b></a>", "byte");
        check(&format!("<a{}/>", " b=''".repeat(100)), "attributes");
        check("<a/><b/>", "second root");
        check("<a>", "not closed");
        check("", "no root");
    }
}
