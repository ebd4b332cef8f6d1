//! One CDI file, from its text.
//!
//! The format is that of the [specification](https://github.com/cncf-tags/container-device-interface/blob/main/SPEC.md),
//! versions 0.3 to 1.x.  Members that this crate does not know are refused where they would change a container, since
//! leaving one out could leave a device half given, and ignored elsewhere.

use std::fmt;

use serde::Deserialize;

use crate::edits::{Bind, Edits};
use crate::hook;
use crate::node::{Node, NodeKind};

/// The largest file, in bytes.  A machine of sixteen GPUs, each cut into seven, has some hundred kilobytes.
const MOST_BYTES: usize = 4 << 20;
/// The most devices of one file.
const MOST_DEVICES: usize = 1024;
/// The most entries of one list.
const MOST_ENTRIES: usize = 4096;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

/// What devices of a file are: `nvidia.com/gpu`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// Whose: `nvidia.com`.
    pub vendor: String,
    /// Which: `gpu`.
    pub class: String,
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.vendor, self.class)
    }
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// What its devices are.
    pub kind: Kind,
    /// Its devices, in its order.
    pub devices: Vec<Device>,
    /// What every container gets that is given one of them.
    pub edits: Edits,
    /// What is left out, in words.
    pub warnings: Vec<String>,
}

/// One device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its name among those of its kind.
    pub name: String,
    /// What a container gets that is given it.
    pub edits: Edits,
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpecError {
    /// It is too long.
    #[error("it is longer than {} MiB", MOST_BYTES >> 20)]
    TooLong,
    /// It is not what its name says, or not a CDI file.
    #[error("{0}")]
    Unreadable(String),
    /// Something in it cannot be done.
    #[error("{place}: {problem}")]
    Wrong {
        /// Where.
        place: String,
        /// What.
        problem: String,
    },
}

fn wrong(place: impl Into<String>, problem: impl Into<String>) -> SpecError {
    SpecError::Wrong { place: place.into(), problem: problem.into() }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Raw {
    cdi_version: String,
    kind: String,
    #[serde(default)]
    devices: Vec<RawDevice>,
    #[serde(default)]
    container_edits: Option<RawEdits>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawDevice {
    name: String,
    #[serde(default)]
    container_edits: Option<RawEdits>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct RawEdits {
    env: Option<Vec<String>>,
    device_nodes: Option<Vec<RawNode>>,
    mounts: Option<Vec<RawMount>>,
    hooks: Option<Vec<RawHook>>,
    additional_gids: Option<Vec<u32>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RawNode {
    path: String,
    host_path: Option<String>,
    r#type: Option<String>,
    #[serde(default)]
    major: i64,
    #[serde(default)]
    minor: i64,
    permissions: Option<String>,
    // What the node has on the host counts: it is that node which a container sees.
    #[serde(rename = "fileMode")]
    _file_mode: Option<u32>,
    #[serde(rename = "uid")]
    _uid: Option<u32>,
    #[serde(rename = "gid")]
    _gid: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RawMount {
    host_path: String,
    container_path: String,
    options: Option<Vec<String>>,
    r#type: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct RawHook {
    hook_name: String,
    path: String,
    args: Option<Vec<String>>,
    #[serde(rename = "env")]
    _env: Option<Vec<String>>,
    #[serde(rename = "timeout")]
    _timeout: Option<i64>,
}

impl Spec {
    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// [`SpecError`] says what is wrong and where.
    pub fn parse(text: &str, format: Format) -> Result<Spec, SpecError> {
        if text.len() > MOST_BYTES {
            return Err(SpecError::TooLong);
        }
        let raw: Raw = match format {
            Format::Json => {
                serde_json::from_str(text).map_err(|error| SpecError::Unreadable(error.to_string()))?
            }
            Format::Yaml => serde_saphyr::from_str_with_options(text, yaml_options())
                .map_err(|error| SpecError::Unreadable(error.without_snippet().to_string()))?,
        };
        check_version(&raw.cdi_version)?;
        let kind = kind(&raw.kind)?;
        if raw.devices.len() > MOST_DEVICES {
            return Err(wrong("devices", format!("there are more than {MOST_DEVICES}")));
        }
        let mut warnings = Vec::new();
        let edits = edits("containerEdits", raw.container_edits, &mut warnings)?;
        let mut devices: Vec<Device> = Vec::new();
        let mut names = std::collections::HashSet::new();
        for (number, device) in raw.devices.into_iter().enumerate() {
            let place = format!("devices[{number}]");
            if !is_device_name(&device.name) {
                return Err(wrong(place + ".name", format!("{:?} is no name of a device", device.name)));
            }
            if !names.insert(device.name.clone()) {
                return Err(wrong(place + ".name", format!("{} is there twice", device.name)));
            }
            let edits = self::edits(&(place + ".containerEdits"), device.container_edits, &mut warnings)?;
            devices.push(Device { name: device.name, edits });
        }
        let mut told = std::collections::HashSet::new();
        warnings.retain(|warning| told.insert(warning.clone()));
        Ok(Spec { kind, devices, edits, warnings })
    }
}

fn yaml_options() -> serde_saphyr::Options {
    // `serde_saphyr::Options` cannot be written as a literal; its macros need the crate's own path.
    let mut options = serde_saphyr::Options::default();
    options.alias_limits.max_total_replayed_events = 100_000;
    options.alias_limits.max_replay_stack_depth = 16;
    if let Some(budget) = &mut options.budget {
        budget.max_aliases = 1_000;
        budget.max_depth = 100;
        budget.max_documents = 1;
    }
    options
}

/// Versions before 0.3 have other members.
fn check_version(version: &str) -> Result<(), SpecError> {
    let mut numbers = version.split('.').map(|number| number.parse::<u32>().ok());
    match (numbers.next().flatten(), numbers.next().flatten()) {
        (Some(0), Some(3..)) | (Some(1), Some(_)) => Ok(()),
        _ => Err(wrong("cdiVersion", format!("{version:?} is not one of 0.3 to 1.x, which are known here"))),
    }
}

fn kind(text: &str) -> Result<Kind, SpecError> {
    let problem = || wrong("kind", format!("{text:?} is not vendor.com/class"));
    let (vendor, class) = text.split_once('/').ok_or_else(problem)?;
    let good = |part: &str, longest: usize| {
        part.len() <= longest
            && part.starts_with(|first: char| first.is_ascii_alphanumeric())
            && part.ends_with(|last: char| last.is_ascii_alphanumeric())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    if !good(vendor, 253) || !good(class, 63) {
        return Err(problem());
    }
    Ok(Kind { vendor: vendor.to_owned(), class: class.to_owned() })
}

fn is_device_name(name: &str) -> bool {
    (1..=253).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.ends_with(|last: char| last.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.:".contains(&byte))
}

fn edits(place: &str, raw: Option<RawEdits>, warnings: &mut Vec<String>) -> Result<Edits, SpecError> {
    let Some(raw) = raw else { return Ok(Edits::default()) };
    let mut edits = Edits::default();
    let long = |name: &str| wrong(format!("{place}.{name}"), format!("there are more than {MOST_ENTRIES}"));
    for (number, pair) in bounded(raw.env, || long("env"))?.into_iter().enumerate() {
        match pair.split_once('=') {
            Some((name, value)) if !name.is_empty() && !pair.contains('\0') => {
                edits.env.push((name.to_owned(), value.to_owned()));
            }
            _ => return Err(wrong(format!("{place}.env[{number}]"), format!("{pair:?} is not NAME=value"))),
        }
    }
    for (number, node) in bounded(raw.device_nodes, || long("deviceNodes"))?.into_iter().enumerate() {
        let node = node_of(node).map_err(|what| wrong(format!("{place}.deviceNodes[{number}]"), what))?;
        edits.nodes.push(node);
    }
    for (number, mount) in bounded(raw.mounts, || long("mounts"))?.into_iter().enumerate() {
        let place = format!("{place}.mounts[{number}]");
        edits.mounts.push(bind_of(&mount, warnings).map_err(|what| wrong(place, what))?);
    }
    for (number, hook) in bounded(raw.hooks, || long("hooks"))?.into_iter().enumerate() {
        let arguments = hook.args.unwrap_or_default();
        let done = hook::apply(&mut edits, &hook.hook_name, &hook.path, &arguments);
        match done {
            Ok(None) => {}
            Ok(Some(warning)) => warnings.push(warning),
            Err(what) => return Err(wrong(format!("{place}.hooks[{number}]"), what)),
        }
    }
    edits.groups = bounded(raw.additional_gids, || long("additionalGids"))?;
    // 0 means none, as in the specification's own reader.
    edits.groups.retain(|group| *group != 0);
    Ok(edits)
}

fn bounded<T>(list: Option<Vec<T>>, long: impl FnOnce() -> SpecError) -> Result<Vec<T>, SpecError> {
    let list = list.unwrap_or_default();
    if list.len() > MOST_ENTRIES { Err(long()) } else { Ok(list) }
}

fn node_of(raw: RawNode) -> Result<Node, String> {
    let kind = match raw.r#type.as_deref() {
        None | Some("") => None,
        Some("c" | "u") => Some(NodeKind::Character),
        Some("b") => Some(NodeKind::Block),
        Some(other) => return Err(format!("type {other:?} is no device: c, u or b")),
    };
    // Both are left out as 0; a minor number alone says nothing.
    let numbers = match (u32::try_from(raw.major), u32::try_from(raw.minor)) {
        (Ok(0), Ok(_)) => None,
        (Ok(major), Ok(minor)) => Some((major, minor)),
        _ => return Err(format!("{}:{} are no numbers of a device", raw.major, raw.minor)),
    };
    let permissions = raw.permissions.as_deref().filter(|given| !given.is_empty()).unwrap_or("rw");
    if let Some(other) = permissions.chars().find(|one| !"rwm".contains(*one)) {
        return Err(format!("permissions {permissions:?}: {other:?} is none of r, w, m"));
    }
    let source = raw.host_path.as_deref().filter(|given| !given.is_empty()).unwrap_or(&raw.path);
    let (read, write) = (permissions.contains('r'), permissions.contains('w'));
    Node::new(&raw.path, source, kind, numbers, (read, write))
}

fn bind_of(raw: &RawMount, warnings: &mut Vec<String>) -> Result<Bind, String> {
    if let Some(other) = raw.r#type.as_deref().filter(|kind| !matches!(*kind, "" | "none" | "bind")) {
        return Err(format!("type {other:?}: only files and folders of the machine (bind) can be mounted"));
    }
    let options = raw.options.as_deref().unwrap_or_default();
    if options.iter().any(|option| option == "rw") {
        warnings.push(format!("{} is mounted read-only, though `rw` is asked for", raw.container_path));
    }
    Bind::new(&raw.host_path, &raw.container_path, options.iter().any(|option| option == "noexec"))
}
