//! The Query protocol: forms in, XML out.

use std::borrow::Cow;
use std::collections::BTreeMap;

use lirio_api::schema::{Kind, Location, Member, Shape, Structure};
use lirio_api::{Fields, Operation, ShapeError, Value};

use crate::error::DecodeError;
use crate::text::{self, Times};
use crate::{uri, xml};

/// Names with more parts are refused.
const MAX_DEPTH: usize = 32;

/// The parameters as a tree: `Tags.member.1.Key` is four levels deep.
#[derive(Default)]
struct Tree {
    text: Option<String>,
    children: BTreeMap<String, Tree>,
}

/// Reads a form into the members of a structure.
pub(crate) fn read_form(structure: &Structure, form: &str) -> Result<Fields, DecodeError> {
    let mut root = Tree::default();
    for (name, value) in uri::pairs(form) {
        let mut at = &mut root;
        for (depth, part) in name.split('.').enumerate() {
            if depth >= MAX_DEPTH {
                return Err(DecodeError::Malformed(format!("A parameter nests deeper than {MAX_DEPTH}.")));
            }
            at = at.children.entry(part.to_owned()).or_default();
        }
        at.text = Some(value.unwrap_or_default());
    }
    Ok(read_structure(structure, &root)?)
}

fn read_structure(structure: &Structure, tree: &Tree) -> Result<Fields, ShapeError> {
    let mut fields = Fields::new();
    for member in structure.members.iter().filter(|m| m.location == Location::Body) {
        if let Some(child) = tree.children.get(member.wire) {
            fields.push(member.name, read(member, member.shape, child).map_err(|e| e.under(member.wire))?);
        }
    }
    Ok(fields)
}

fn read(member: &Member, shape: &Shape, tree: &Tree) -> Result<Value, ShapeError> {
    match &shape.kind {
        Kind::Structure(structure) => read_structure(structure, tree).map(Value::Map),
        Kind::List { member: item, flattened, .. } => {
            let items =
                if *flattened || member.flattened { Some(tree) } else { tree.children.get(item.wire) };
            numbered(items)?
                .into_iter()
                .map(|(n, child)| read(item, item.shape, child).map_err(|e| e.under(&n.to_string())))
                .collect::<Result<_, _>>()
                .map(Value::List)
        }
        Kind::Map { key, value, flattened, .. } => {
            let entries =
                if *flattened || member.flattened { Some(tree) } else { tree.children.get("entry") };
            numbered(entries)?
                .into_iter()
                .map(|(n, entry)| {
                    let name = entry.children.get(key.wire).and_then(|k| k.text.clone());
                    let name =
                        name.ok_or_else(|| ShapeError::here("an entry has no key").under(&n.to_string()))?;
                    let item = match entry.children.get(value.wire) {
                        Some(tree) => read(value, value.shape, tree)?,
                        None => return Err(ShapeError::here("an entry has no value").under(&name)),
                    };
                    Ok((Cow::Owned(name), item))
                })
                .collect::<Result<Fields, _>>()
                .map(Value::Map)
        }
        _ => match &tree.text {
            Some(text) => text::read(shape, text),
            None => Err(ShapeError::here("a structure stands where a value must")),
        },
    }
}

/// The children `1`, `2`, … in the order of their numbers.
fn numbered(tree: Option<&Tree>) -> Result<Vec<(u32, &Tree)>, ShapeError> {
    let Some(tree) = tree else { return Ok(Vec::new()) };
    let mut items = tree
        .children
        .iter()
        .map(|(name, child)| match name.parse::<u32>() {
            Ok(n) => Ok((n, child)),
            Err(_) => Err(ShapeError::here(format!("'{name}' is not a number in a list"))),
        })
        .collect::<Result<Vec<_>, _>>()?;
    items.sort_by_key(|(n, _)| *n);
    Ok(items)
}

/// Writes a request as a form.
pub(crate) fn write_form(operation: &Operation, fields: &Fields) -> String {
    let mut pairs = vec![
        ("Action".to_owned(), operation.name.to_owned()),
        ("Version".to_owned(), operation.service.api_version.to_owned()),
    ];
    if let Some(structure) = operation.input.and_then(|shape| shape.structure()) {
        write_structure(&mut pairs, "", structure, fields);
    }
    let encoded: Vec<String> = pairs
        .iter()
        .map(|(n, v)| format!("{}={}", uri::encode(n.as_bytes(), false), uri::encode(v.as_bytes(), false)))
        .collect();
    encoded.join("&")
}

fn write_structure(out: &mut Vec<(String, String)>, prefix: &str, structure: &Structure, fields: &Fields) {
    for member in structure.members.iter().filter(|m| m.location == Location::Body) {
        if let Some(value) = fields.get(member.name) {
            let name =
                if prefix.is_empty() { member.wire.to_owned() } else { format!("{prefix}.{}", member.wire) };
            write(out, name, member.flattened, member.shape, value);
        }
    }
}

fn write(out: &mut Vec<(String, String)>, name: String, flat: bool, shape: &Shape, value: &Value) {
    match (&shape.kind, value) {
        (Kind::Structure(structure), Value::Map(fields)) => write_structure(out, &name, structure, fields),
        // An empty list is written as an empty value, so that it is not taken as absent.
        (Kind::List { .. }, Value::List(items)) if items.is_empty() => out.push((name, String::new())),
        (Kind::List { member, flattened, .. }, Value::List(items)) => {
            let prefix = if flat || *flattened { name } else { format!("{name}.{}", member.wire) };
            for (i, item) in items.iter().enumerate() {
                write(out, format!("{prefix}.{}", i + 1), false, member.shape, item);
            }
        }
        (Kind::Map { key, value: item, flattened, .. }, Value::Map(fields)) => {
            let prefix = if flat || *flattened { name } else { format!("{name}.entry") };
            for (i, (entry, value)) in fields.iter().enumerate() {
                out.push((format!("{prefix}.{}.{}", i + 1, key.wire), entry.to_owned()));
                write(out, format!("{prefix}.{}.{}", i + 1, item.wire), false, item.shape, value);
            }
        }
        _ => out.push((name, text::write(shape, value, Times::QUERY))),
    }
}

/// Writes an answer.
pub(crate) fn write_answer(operation: &Operation, fields: &Fields, request_id: &str) -> String {
    let response = format!("{}Response", operation.name);
    let mut out = String::new();
    xml::open(&mut out, &response, operation.service.xml_namespace);
    if let Some(structure) = operation.output.and_then(|shape| shape.structure()) {
        let result = format!("{}Result", operation.name);
        xml::open(&mut out, &result, "");
        xml::write_structure(&mut out, structure, fields, Times::QUERY);
        xml::close(&mut out, &result);
    }
    xml::open(&mut out, "ResponseMetadata", "");
    xml::text_element(&mut out, "RequestId", request_id);
    xml::close(&mut out, "ResponseMetadata");
    xml::close(&mut out, &response);
    out
}

/// Reads an answer.
pub(crate) fn read_answer(operation: &Operation, body: &[u8]) -> Result<Fields, DecodeError> {
    let Some(structure) = operation.output.and_then(|shape| shape.structure()) else {
        return Ok(Fields::new());
    };
    let root = xml::parse(body).map_err(DecodeError::Malformed)?;
    match root.child(&format!("{}Result", operation.name)) {
        Some(result) => Ok(xml::read_structure(structure, result)?),
        None => Ok(Fields::new()),
    }
}
