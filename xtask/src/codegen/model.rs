//! botocore's `service-2.json`.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use serde_json::Value as Json;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Model {
    pub(crate) metadata: Metadata,
    pub(crate) operations: BTreeMap<String, Operation>,
    pub(crate) shapes: BTreeMap<String, Shape>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Metadata {
    pub(crate) api_version: String,
    pub(crate) endpoint_prefix: String,
    #[serde(default)]
    pub(crate) global_endpoint: Option<String>,
    #[serde(default)]
    pub(crate) json_version: Option<String>,
    pub(crate) protocol: String,
    #[serde(default)]
    pub(crate) protocols: Vec<String>,
    #[serde(default)]
    pub(crate) aws_query_compatible: Option<Json>,
    pub(crate) service_id: String,
    #[serde(default)]
    pub(crate) signing_name: Option<String>,
    #[serde(default)]
    pub(crate) target_prefix: Option<String>,
    #[serde(default)]
    pub(crate) xml_namespace: Option<Json>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Operation {
    pub(crate) http: Http,
    #[serde(default)]
    pub(crate) input: Option<Reference>,
    #[serde(default)]
    pub(crate) output: Option<Reference>,
    #[serde(default)]
    pub(crate) errors: Vec<Reference>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Http {
    pub(crate) method: String,
    pub(crate) request_uri: String,
    #[serde(default)]
    pub(crate) response_code: Option<u16>,
}

/// A use of a shape: an operation's input, a member of a structure, an element of a list.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Reference {
    pub(crate) shape: String,
    pub(crate) location: Option<String>,
    pub(crate) location_name: Option<String>,
    pub(crate) flattened: bool,
    pub(crate) streaming: bool,
    pub(crate) xml_attribute: bool,
    pub(crate) xml_namespace: Option<Json>,
    pub(crate) idempotency_token: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Shape {
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(deserialize_with = "in_order")]
    pub(crate) members: Vec<(String, Reference)>,
    pub(crate) required: Vec<String>,
    pub(crate) member: Option<Reference>,
    pub(crate) key: Option<Reference>,
    pub(crate) value: Option<Reference>,
    pub(crate) flattened: bool,
    pub(crate) payload: Option<String>,
    pub(crate) union: bool,
    pub(crate) document: bool,
    pub(crate) eventstream: bool,
    pub(crate) exception: bool,
    pub(crate) fault: bool,
    pub(crate) error: Option<ErrorTrait>,
    #[serde(rename = "enum")]
    pub(crate) values: Vec<String>,
    pub(crate) pattern: Option<String>,
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    pub(crate) timestamp_format: Option<String>,
    pub(crate) streaming: bool,
    /// The event whose payloads an event stream carries.
    #[serde(skip)]
    pub(crate) event: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ErrorTrait {
    pub(crate) code: Option<String>,
    pub(crate) http_status_code: Option<u16>,
    pub(crate) sender_fault: bool,
}

fn in_order<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<(String, Reference)>, D::Error> {
    use serde::de::Error as _;
    let object = serde_json::Map::<String, Json>::deserialize(deserializer)?;
    object.into_iter().map(|(n, v)| Ok((n, serde_json::from_value(v).map_err(D::Error::custom)?))).collect()
}

/// Reads the newest model of a service out of botocore's wheel.
pub(crate) fn load(wheel: &Path, service: &str) -> Result<Model> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(wheel)?)?;
    let prefix = format!("botocore/data/{service}/");
    let name = archive
        .file_names()
        .filter(|n| {
            n.starts_with(&prefix) && (n.ends_with("/service-2.json.gz") || n.ends_with("/service-2.json"))
        })
        .max()
        .map(str::to_owned)
        .with_context(|| format!("botocore has no model '{service}'"))?;
    let mut bytes = Vec::new();
    archive.by_name(&name)?.read_to_end(&mut bytes)?;
    if name.ends_with(".gz") {
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut plain)?;
        bytes = plain;
    }
    serde_json::from_slice(&bytes).with_context(|| name)
}

/// An event stream with one kind of event, whose payload is bytes, is those bytes: a streamed blob.
pub(crate) fn flatten_event_streams(model: &mut Model) {
    let event = |shape: &Shape| {
        let mut events = shape.members.iter().filter(|(_, r)| !model.shapes[&r.shape].exception);
        let (name, reference) = events.next().filter(|_| events.next().is_none())?;
        let [(_, payload)] = model.shapes[&reference.shape].members.as_slice() else { return None };
        (model.shapes[&payload.shape].kind == "blob").then(|| name.clone())
    };
    let found: Vec<_> = model
        .shapes
        .iter()
        .filter(|(_, shape)| shape.eventstream)
        .filter_map(|(name, shape)| Some((name.clone(), event(shape)?)))
        .collect();
    for (name, event) in found {
        let shape =
            Shape { kind: "blob".to_owned(), streaming: true, event: Some(event), ..Shape::default() };
        model.shapes.insert(name, shape);
    }
}
