//! Writes one service's Rust.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};
use serde_json::Value as Json;

use super::model::{Model, Reference, Shape};
use super::names::{field, module, sdk_id, snake, type_name};
use super::table::{Entry, Full, Row};

const HEADER: &str = "// Written by `cargo xtask codegen` from AWS's service models; do not edit.\n";

/// `mod.rs`: the modules and the whole table.
pub(crate) fn index(services: &[&str]) -> String {
    let mut out = HEADER.to_owned();
    for s in services {
        let _ = writeln!(out, "pub mod {};", module(s));
    }
    let count =
        services.iter().map(|s| format!("{}::OPERATIONS.len()", module(s))).collect::<Vec<_>>().join(" + ");
    let _ = writeln!(
        out,
        "\n/// Every served operation.\npub static OPERATIONS: [&crate::Operation; {count}] = {{"
    );
    let first = format!("&{}::OPERATIONS[0]", module(services[0]));
    let _ = writeln!(out, "let mut all: [&crate::Operation; {count}] = [{first}; {count}];\nlet mut at = 0;");
    for s in services {
        let m = module(s);
        let _ = writeln!(
            out,
            "let mut i = 0; while i < {m}::OPERATIONS.len() {{ all[at] = &{m}::OPERATIONS[i]; at += 1; i += 1; }}"
        );
    }
    let _ = writeln!(out, "let _ = at; all }};");
    let list = |sign: &str, what: &str| {
        services.iter().map(|s| format!("{sign}{}::{what}", module(s))).collect::<Vec<_>>().join(", ")
    };
    let _ = writeln!(
        out,
        "\n/// Every service of the table.\npub static SERVICES: [&crate::Service; {}] = [{}];",
        services.len(),
        list("&", "SERVICE")
    );
    let _ = writeln!(
        out,
        "\n/// What AWS has in these services and lirio does not serve, by service.\npub static UNSERVED: [&[crate::UnservedOperation]; {}] = [{}];",
        services.len(),
        list("", "UNSERVED")
    );
    out
}

struct Writer<'a> {
    model: &'a Model,
    /// Structures that contain themselves need boxes where the circle closes.
    recursive: BTreeSet<String>,
    skipped_patterns: Vec<String>,
}

/// One service's module.
pub(crate) fn service(name: &str, entry: &Entry, model: &Model) -> Result<String> {
    let mut reached = BTreeSet::new();
    for operation in entry.operations.keys() {
        let found = model
            .operations
            .get(operation)
            .with_context(|| format!("{name} has no operation {operation}"))?;
        for reference in found.input.iter().chain(&found.output) {
            reach(model, &reference.shape, &mut reached)?;
        }
    }
    let recursive = reached.iter().filter(|s| reaches_itself(model, s)).cloned().collect();
    let mut writer = Writer { model, recursive, skipped_patterns: Vec::new() };

    let mut out = HEADER.to_owned();
    let _ = writeln!(out, "//! The shapes and operations of `{name}`.\n");
    let _ =
        writeln!(out, "use crate::schema::{{Kind, Location, Member, Range, Shape, Structure, TimeFormat}};");
    let _ = writeln!(
        out,
        "use crate::{{Access, IamAction, Operation, OperationType, Protocol, Service, UnservedOperation}};\n"
    );
    out.push_str(&service_row(name, entry, model)?);
    out.push_str(&writer.operations(entry)?);
    out.push_str(&writer.unserved(entry));
    out.push_str(&writer.errors(entry));
    out.push_str(&writer.structures(&reached)?);
    out.push_str(&writer.schemas(&reached)?);
    for pattern in &writer.skipped_patterns {
        println!("note: {name}: left out a pattern that is not a regular language: {pattern}");
    }
    // Not every service uses every name of the schema module.
    out = out.replacen(
        "use crate::schema::",
        "#[allow(unused_imports, reason = \"not every service needs each\")]\nuse crate::schema::",
        1,
    );
    Ok(out)
}

fn reach(model: &Model, name: &str, reached: &mut BTreeSet<String>) -> Result<()> {
    if !reached.insert(name.to_owned()) {
        return Ok(());
    }
    let shape = model.shapes.get(name).with_context(|| format!("no shape {name}"))?;
    if shape.eventstream {
        bail!("{name} is an event stream: generating those comes with the operation that needs one");
    }
    for reference in references(shape) {
        reach(model, &reference.shape, reached)?;
    }
    Ok(())
}

fn references(shape: &Shape) -> impl Iterator<Item = &Reference> {
    shape.members.iter().map(|(_, r)| r).chain(&shape.member).chain(&shape.key).chain(&shape.value)
}

fn reaches_itself(model: &Model, start: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut todo = vec![start];
    while let Some(name) = todo.pop() {
        for reference in references(&model.shapes[name]) {
            if reference.shape == start {
                return true;
            }
            if seen.insert(reference.shape.as_str()) {
                todo.push(&reference.shape);
            }
        }
    }
    false
}

fn protocol(service: &str, name: &str, json_version: Option<&str>) -> Result<&'static str> {
    Ok(match (name, json_version) {
        ("rest-xml", _) => "RestXml",
        ("rest-json", _) => "RestJson",
        ("json", Some("1.0")) => "Json10",
        ("json", _) => "Json11",
        ("query", _) => "Query",
        ("smithy-rpc-v2-cbor", _) => "Cbor",
        (other, _) => bail!("{service} speaks {other}, which is not known here"),
    })
}

/// The codes of errors whose shapes have other names; clients of Query knew the codes.
fn error_names(entry: &Entry, model: &Model) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for operation in entry.operations.keys() {
        for error in model.operations.get(operation).map(|o| o.errors.as_slice()).unwrap_or_default() {
            let code = model.shapes.get(&error.shape).and_then(|s| s.error.as_ref()?.code.clone());
            if let Some(code) = code.filter(|code| *code != error.shape) {
                names.insert(code, error.shape.clone());
            }
        }
    }
    names
}

fn service_row(name: &str, entry: &Entry, model: &Model) -> Result<String> {
    let m = &model.metadata;
    let own = protocol(name, &m.protocol, m.json_version.as_deref())?;
    let mut protocols = vec![own];
    for other in &m.protocols {
        let other = protocol(name, other, m.json_version.as_deref())?;
        if !protocols.contains(&other) {
            protocols.push(other);
        }
    }
    let protocols: Vec<String> = protocols.iter().map(|p| format!("Protocol::{p}")).collect();
    let compatible = m.aws_query_compatible.is_some();
    let names: Vec<(String, String)> =
        if compatible { error_names(entry, model).into_iter().collect() } else { Vec::new() };
    let namespace = match (&m.xml_namespace, name) {
        (Some(Json::String(uri)), _) => uri.clone(),
        (_, "s3") => "http://s3.amazonaws.com/doc/2006-03-01/".to_owned(),
        (_, "sts") => "https://sts.amazonaws.com/doc/2011-06-15/".to_owned(),
        _ => String::new(),
    };
    let sdk_id = sdk_id(&m.service_id);
    Ok(format!(
        "/// The service.\npub static SERVICE: Service = Service {{ id: {name:?}, sdk_id: {sdk_id:?}, signing_name: {:?}, endpoint_prefix: {:?}, protocol: Protocol::{own}, protocols: &[{}], query_compatible: {compatible}, error_names: &{names:?}, api_version: {:?}, target_prefix: {:?}, xml_namespace: {namespace:?}, global: {} }};\n\n",
        m.signing_name.as_deref().unwrap_or(&m.endpoint_prefix),
        m.endpoint_prefix,
        protocols.join(", "),
        m.api_version,
        m.target_prefix.as_deref().unwrap_or(""),
        m.global_endpoint.is_some() && name == "iam",
    ))
}

impl Writer<'_> {
    fn operations(&self, entry: &Entry) -> Result<String> {
        let mut rows = String::new();
        let mut types = String::new();
        for (index, (name, row)) in entry.operations.iter().enumerate() {
            let operation = &self.model.operations[name];
            let full = match row {
                Row::Resource(resource) => &Full {
                    resource: resource.clone(),
                    action: None,
                    data: false,
                    read: false,
                    also: Vec::new(),
                },
                Row::Full(full) => full,
            };
            let action = match full.action.as_deref() {
                Some("none") => "IamAction::None".to_owned(),
                Some(action) => format!("IamAction::Named({action:?})"),
                None => format!("IamAction::Named({:?})", format!("{}:{name}", entry.iam)),
            };
            let read = full.read
                || ["Get", "List", "Describe", "Head", "Lookup"].iter().any(|v| name.starts_with(v));
            let shape = |r: &Option<Reference>| {
                r.as_ref().map_or("None".to_owned(), |r| format!("Some(&schemas::{})", r.shape))
            };
            let root = operation.input.as_ref().and_then(|i| {
                let uri =
                    i.xml_namespace.as_ref().and_then(|n| n.get("uri")).and_then(Json::as_str).unwrap_or("");
                i.location_name.as_ref().map(|n| format!("Some(({n:?}, {uri:?}))"))
            });
            let also: Vec<(&str, &str)> = full
                .also
                .iter()
                .map(|pair| {
                    pair.split_once(' ')
                        .with_context(|| format!("{name}: '{pair}' is not \"action resource\""))
                })
                .collect::<Result<_>>()?;
            let _ = writeln!(
                rows,
                "Operation {{ service: &SERVICE, name: {name:?}, method: {:?}, uri: {:?}, status: {}, input: {}, input_root: {}, output: {}, action: {action}, resources: {:?}, also: &{also:?}, access: Access::{}, data_event: {} }},",
                operation.http.method,
                operation.http.request_uri,
                operation.http.response_code.unwrap_or(200),
                shape(&operation.input),
                root.unwrap_or("None".to_owned()),
                shape(&operation.output),
                full.resource,
                if read { "Read" } else { "Write" },
                full.data,
            );
            let rust_type = |r: &Option<Reference>| {
                r.as_ref().map_or("crate::Unit".to_owned(), |r| format!("super::{}", type_name(&r.shape)))
            };
            let _ = writeln!(
                types,
                "/// `{name}`\n#[derive(Clone, Copy, Debug)]\npub struct {name};\nimpl OperationType for {name} {{ type Input = {}; type Output = {}; const OPERATION: &'static Operation = &super::OPERATIONS[{index}]; }}\n",
                rust_type(&operation.input),
                rust_type(&operation.output),
            );
        }
        Ok(format!(
            "/// The served operations.\npub static OPERATIONS: [Operation; {}] = [{rows}];\n\n/// The served operations as types.\npub mod ops {{ use super::{{Operation, OperationType}};\n{types} }}\n\n",
            entry.operations.len()
        ))
    }

    fn unserved(&self, entry: &Entry) -> String {
        let rows: String = self
            .model
            .operations
            .iter()
            .filter(|(name, _)| !entry.operations.contains_key(*name))
            .map(|(name, o)| {
                format!(
                    "UnservedOperation {{ service: &SERVICE, name: {name:?}, method: {:?}, uri: {:?} }},\n",
                    o.http.method, o.http.request_uri
                )
            })
            .collect();
        format!(
            "/// What AWS has here and lirio does not serve.\npub static UNSERVED: &[UnservedOperation] = &[{rows}];\n\n"
        )
    }

    /// A constructor for every error that a served operation declares.
    fn errors(&self, entry: &Entry) -> String {
        let mut found = BTreeMap::new();
        for name in entry.operations.keys() {
            for error in &self.model.operations[name].errors {
                let shape = &self.model.shapes[&error.shape];
                let code = shape.error.as_ref().and_then(|e| e.code.as_deref()).unwrap_or(&error.shape);
                let server = shape.fault && !shape.error.as_ref().is_some_and(|e| e.sender_fault);
                let status = shape.error.as_ref().and_then(|e| e.http_status_code).unwrap_or(if server {
                    500
                } else {
                    400
                });
                found.insert(snake(&error.shape), (code.to_owned(), status));
            }
        }
        let rows: String = found
            .iter()
            .map(|(name, (code, status))| {
                format!(
                    "/// `{code}`, status {status}\npub fn {name}(message: impl Into<String>) -> crate::AwsError {{ crate::AwsError::new({code:?}, {status}, message) }}\n"
                )
            })
            .collect();
        format!("/// The errors that these operations declare.\npub mod errors {{\n{rows}}}\n\n")
    }

    fn structures(&self, reached: &BTreeSet<String>) -> Result<String> {
        let mut out = "crate::macros::structures! {\n".to_owned();
        for name in reached {
            let shape = &self.model.shapes[name];
            if shape.kind != "structure" || shape.document {
                continue;
            }
            let _ = writeln!(out, "/// `{name}`\n{} {{", type_name(name));
            for (member, reference) in &shape.members {
                let streaming = reference.streaming
                    || (shape.payload.as_deref() == Some(member)
                        && self.model.shapes[&reference.shape].streaming)
                    || (shape.payload.as_deref() == Some(member)
                        && self.model.shapes[&reference.shape].kind == "blob");
                let mut rust =
                    if streaming { "crate::Body".to_owned() } else { self.rust_type(&reference.shape)? };
                if self.recursive.contains(&reference.shape)
                    && self.model.shapes[&reference.shape].kind == "structure"
                    && self.recursive.contains(name)
                {
                    rust = format!("Box<{rust}>");
                }
                if !shape.required.contains(member) && !streaming {
                    rust = format!("Option<{rust}>");
                }
                let _ = writeln!(out, "{}: {rust} = {member:?},", field(member));
            }
            out.push_str("}\n");
        }
        out.push_str("}\n\n");
        Ok(out)
    }

    fn rust_type(&self, name: &str) -> Result<String> {
        let shape = &self.model.shapes[name];
        Ok(match shape.kind.as_str() {
            "structure" if shape.document => "::serde_json::Value".to_owned(),
            "structure" => type_name(name),
            "list" => {
                let member = shape.member.as_ref().with_context(|| format!("{name} has no member"))?;
                format!("Vec<{}>", self.rust_type(&member.shape)?)
            }
            "map" => {
                let value = shape.value.as_ref().with_context(|| format!("{name} has no value"))?;
                format!(
                    "::std::collections::BTreeMap<::std::string::String, {}>",
                    self.rust_type(&value.shape)?
                )
            }
            "string" => "::std::string::String".to_owned(),
            "integer" | "long" => "i64".to_owned(),
            "float" | "double" => "f64".to_owned(),
            "boolean" => "bool".to_owned(),
            "blob" => "::bytes::Bytes".to_owned(),
            "timestamp" => "crate::Timestamp".to_owned(),
            other => bail!("{name} has the type {other}, which is not known here"),
        })
    }

    fn schemas(&mut self, reached: &BTreeSet<String>) -> Result<String> {
        let mut out = "/// What the protocols walk.\n#[allow(non_upper_case_globals, reason = \"the names are the model's\")]\n#[allow(clippy::declare_interior_mutable_const, missing_docs, reason = \"one static a shape, named as in the model\")]\npub mod schemas {\nuse super::*;\n".to_owned();
        for name in reached {
            let model = self.model;
            let shape = &model.shapes[name];
            let kind = self.kind(name, shape)?;
            let _ = writeln!(out, "pub static {name}: Shape = Shape {{ name: {name:?}, kind: {kind} }};");
        }
        out.push_str("}\n");
        Ok(out)
    }

    fn kind(&mut self, name: &str, shape: &Shape) -> Result<String> {
        let range = range(shape.min, shape.max);
        Ok(match shape.kind.as_str() {
            "structure" if shape.document => "Kind::Document".to_owned(),
            "structure" => {
                let members: String = shape
                    .members
                    .iter()
                    .map(|(n, r)| format!("{},", self.member(n, n, r, Some(shape))))
                    .collect();
                format!(
                    "Kind::Structure(Structure {{ members: &[{members}], payload: {:?}, union: {} }})",
                    shape.payload, shape.union
                )
            }
            "list" => {
                let member = shape.member.as_ref().with_context(|| format!("{name} has no member"))?;
                format!(
                    "Kind::List {{ member: {}, flattened: {}, range: {range} }}",
                    self.member("member", "member", member, None),
                    shape.flattened
                )
            }
            "map" => {
                let key = shape.key.as_ref().with_context(|| format!("{name} has no key"))?;
                let value = shape.value.as_ref().with_context(|| format!("{name} has no value"))?;
                format!(
                    "Kind::Map {{ key: {}, value: {}, flattened: {}, range: {range} }}",
                    self.member("key", "key", key, None),
                    self.member("value", "value", value, None),
                    shape.flattened
                )
            }
            "string" => {
                let mut pattern = shape.pattern.clone().unwrap_or_default();
                if regex::Regex::new(&format!("^(?s:{pattern})$")).is_err() {
                    self.skipped_patterns.push(format!("{name} {pattern}"));
                    pattern.clear();
                }
                let values = listed(name, &shape.values);
                format!("Kind::Str {{ values: &{values:?}, pattern: {pattern:?}, range: {range} }}")
            }
            "integer" | "long" => format!("Kind::Int({range})"),
            "float" | "double" => format!("Kind::Float({range})"),
            "boolean" => "Kind::Bool".to_owned(),
            "blob" => format!("Kind::Blob({range})"),
            "timestamp" => match time_format(shape.timestamp_format.as_deref()) {
                Some(format) => format!("Kind::Time(Some(TimeFormat::{format}))"),
                None => "Kind::Time(None)".to_owned(),
            },
            other => bail!("{name} has the type {other}, which is not known here"),
        })
    }

    fn member(
        &self,
        name: &str,
        default_wire: &str,
        reference: &Reference,
        parent: Option<&Shape>,
    ) -> String {
        let mut out = format!("Member::new({name:?}, &{})", reference.shape);
        if let Some(wire) = reference.location_name.as_deref().filter(|w| *w != default_wire) {
            let _ = write!(out, ".wire({wire:?})");
        }
        let location = match reference.location.as_deref() {
            Some("header") => "Header",
            Some("headers") => "Headers",
            Some("querystring") => "Query",
            Some("uri") => "Uri",
            Some("statusCode") => "Status",
            _ => "Body",
        };
        if location != "Body" {
            let _ = write!(out, ".at(Location::{location})");
        }
        let shape = &self.model.shapes[&reference.shape];
        if parent.is_some_and(|p| p.required.iter().any(|r| r == name)) {
            out.push_str(".required()");
        }
        if reference.flattened {
            out.push_str(".flattened()");
        }
        if reference.xml_attribute {
            out.push_str(".attribute()");
        }
        if reference.idempotency_token {
            out.push_str(".token()");
        }
        if reference.streaming
            || shape.streaming
            || parent.is_some_and(|p| p.payload.as_deref() == Some(name) && shape.kind == "blob")
        {
            out.push_str(".streaming()");
        }
        if let Some(event) = &shape.event {
            let _ = write!(out, ".events({event:?})");
        }
        if let Some(namespace) = &reference.xml_namespace {
            let text = |key: &str| namespace.get(key).and_then(Json::as_str).unwrap_or("").to_owned();
            let _ = write!(out, ".namespace({:?}, {:?})", text("prefix"), text("uri"));
        }
        out
    }
}

fn range(min: Option<f64>, max: Option<f64>) -> String {
    match (min, max) {
        (None, None) => "Range::ANY".to_owned(),
        (Some(min), None) => format!("Range::min({min:?})"),
        (None, Some(max)) => format!("Range::max({max:?})"),
        (Some(min), Some(max)) => format!("Range::between({min:?}, {max:?})"),
    }
}

fn time_format(name: Option<&str>) -> Option<&'static str> {
    match name? {
        "iso8601" => Some("Iso8601"),
        "rfc822" => Some("Rfc822"),
        _ => Some("Epoch"),
    }
}

/// Enumerations whose values a service's messages list in another order than its model does.
const LISTED: &[(&str, &[&str])] =
    &[("ExecutionStatus", &["SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING"])];

/// The values of an enumeration in the order of the service's messages; new ones come last.
fn listed(name: &str, values: &[String]) -> Vec<String> {
    let order = LISTED.iter().find(|(shape, _)| *shape == name).map_or(&[][..], |(_, order)| order);
    let mut values = values.to_vec();
    values.sort_by_key(|value| order.iter().position(|known| known == value).unwrap_or(order.len()));
    values
}
