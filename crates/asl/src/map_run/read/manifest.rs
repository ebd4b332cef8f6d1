//! Items out of the files that a manifest names.

use std::io::{BufRead, Read as _};
use std::ops::ControlFlow;

use serde::Deserialize;

use super::limited::{unpacked, unreadable};
use super::{Each, MAX_ITEM, Objects, csv, object};
use crate::machine::ItemReader;

/// A bucket, a key and a version in it.
type Place<'a> = (&'a str, &'a str, Option<&'a str>);

/// `manifest.json` of S3 Inventory, as far as it is read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Inventory {
    destination_bucket: Option<String>,
    file_format: String,
    #[serde(default)]
    file_schema: String,
    files: Vec<InventoryFile>,
}

#[derive(Debug, Deserialize)]
struct InventoryFile {
    key: String,
}

/// Every row of the files of an inventory is an item.
pub(super) fn inventory(
    objects: &mut dyn Objects,
    (bucket, key, version): Place<'_>,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    let mut text = Vec::new();
    let most = MAX_ITEM as u64 + 1;
    objects
        .open(bucket, key, version)?
        .take(most)
        .read_to_end(&mut text)
        .map_err(|error| unreadable(&error))?;
    if text.len() > MAX_ITEM {
        return Err(format!("The manifest is larger than {MAX_ITEM} bytes"));
    }
    let manifest: Inventory = serde_json::from_slice(&text)
        .map_err(|error| format!("The object is not the manifest of an S3 inventory: {error}"))?;
    if manifest.file_format != "CSV" {
        let format = manifest.file_format;
        return Err(format!("Inventories of the format {format} are not served by this platform"));
    }
    let names: Vec<String> = manifest
        .file_schema
        .split(',')
        .map(|name| name.trim().to_owned())
        .filter(|n| !n.is_empty())
        .collect();
    let destination = manifest.destination_bucket.unwrap_or_else(|| bucket.to_owned());
    let destination = destination.rsplit(':').next().unwrap_or(bucket);
    for file in &manifest.files {
        let content = unpacked(objects.open(destination, &file.key, None)?)?;
        if csv::items(content, Some(&names), ',', each)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}

/// The manifest of Athena's `UNLOAD`: a line `s3://BUCKET/KEY` for each file.
pub(super) fn athena(
    reader: &ItemReader,
    objects: &mut dyn Objects,
    (bucket, key, version): Place<'_>,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    let mut files = Vec::new();
    let mut bytes = 0;
    for line in unpacked(objects.open(bucket, key, version)?)?.take(MAX_ITEM as u64 + 1).lines() {
        let line = line.map_err(|error| unreadable(&error))?;
        bytes += line.len() + 1;
        let line = line.trim().trim_matches('"').to_owned();
        if !line.is_empty() {
            files.push(line);
        }
    }
    if bytes > MAX_ITEM {
        return Err(format!("The manifest is larger than {MAX_ITEM} bytes"));
    }
    for file in files {
        let place = file.strip_prefix("s3://").and_then(|rest| rest.split_once('/'));
        let Some((bucket, key)) = place else {
            return Err(format!("The manifest names '{file}', which is no object in S3"));
        };
        if object(reader, objects, bucket, key, None, each)?.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    Ok(ControlFlow::Continue(()))
}
