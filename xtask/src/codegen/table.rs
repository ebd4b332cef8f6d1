//! `operations.toml`, parsed strictly.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// A service of the table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    /// Prefix of its IAM actions.
    pub(crate) iam: String,
    /// Its operations.
    pub(crate) operations: BTreeMap<String, Row>,
}

/// A row: a resource template, or the template with more.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Row {
    Resource(String),
    Full(Full),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Full {
    pub(crate) resource: String,
    pub(crate) action: Option<String>,
    #[serde(default)]
    pub(crate) data: bool,
    #[serde(default)]
    pub(crate) read: bool,
    #[serde(default)]
    pub(crate) also: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    service: BTreeMap<String, Entry>,
}

/// Reads the table.
pub(crate) fn read(path: &Path) -> Result<BTreeMap<String, Entry>> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let file: File = toml::from_str(&text).with_context(|| path.display().to_string())?;
    Ok(file.service)
}
