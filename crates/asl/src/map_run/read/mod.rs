//! `ItemReader`: the items of a run, out of objects in S3.
//!
//! Nothing here calls S3: whoever drives a run opens objects and lists buckets ([`Objects`]), and
//! gets the items one at a time. No more than one item is ever in memory.

mod csv;
mod json;
mod limited;
mod listing;
mod manifest;

use std::io::Read;
use std::ops::ControlFlow;

use serde_json::Value;

use crate::machine::{InputType, ItemReader};
use crate::map_run::ReaderSpec;
use crate::record::{Failure, FailureClass};

pub use listing::{ListedObject, Listing};

/// The most bytes that one item, row or name may take while it is read.
const MAX_ITEM: usize = 8 << 20;

/// Where the items are: S3, or what stands for it.
pub trait Objects {
    /// The content of an object; the error is a cause for a person.
    fn open<'o>(
        &'o mut self,
        bucket: &str,
        key: &str,
        version: Option<&str>,
    ) -> Result<Box<dyn Read + 'o>, String>;

    /// A page of `ListObjectsV2` with these parameters; `token` continues the page before.
    fn list(&mut self, parameters: &Value, token: Option<&str>) -> Result<Listing, String>;
}

/// What takes the items; it may want no more.
type Each<'e> = dyn FnMut(Value) -> ControlFlow<()> + 'e;

/// Reads the items in their order, at most `MaxItems` of them.
///
/// `States.ItemReaderFailed` says why they cannot be read; those before the place were taken.
pub fn read_items(
    reader: &ItemReader,
    spec: &ReaderSpec,
    objects: &mut dyn Objects,
    each: &mut Each<'_>,
) -> Result<(), Failure> {
    let mut left = match spec.max_items {
        0 => u64::MAX,
        number => number,
    };
    let mut counted = |item| {
        left -= 1;
        let more = each(item);
        if left == 0 { ControlFlow::Break(()) } else { more }
    };
    all(reader, spec.parameters.value(), spec, objects, &mut counted).map(drop).map_err(|cause| Failure {
        error: Some("States.ItemReaderFailed".to_owned()),
        cause: Some(cause),
        class: FailureClass::Plain,
    })
}

fn all(
    reader: &ItemReader,
    parameters: &Value,
    spec: &ReaderSpec,
    objects: &mut dyn Objects,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    let lists = spec.resource.as_service().is_some_and(|service| service.action == "listObjectsV2");
    match (lists, reader.flatten) {
        (true, false) => listing::items(parameters, objects, each),
        (true, true) => {
            let bucket = text(parameters, "Bucket")?.ok_or("The field 'Bucket' is required")?.to_owned();
            listing::keys(parameters, objects, &mut |objects, key| {
                object(reader, objects, &bucket, key, None, each)
            })
        }
        (false, _) => {
            let bucket = text(parameters, "Bucket")?.ok_or("The field 'Bucket' is required")?;
            let key = text(parameters, "Key")?.ok_or("The field 'Key' is required")?;
            let version = text(parameters, "VersionId")?;
            if reader.athena {
                return manifest::athena(reader, objects, (bucket, key, version), each);
            }
            object(reader, objects, bucket, key, version, each)
        }
    }
}

fn text<'p>(parameters: &'p Value, name: &str) -> Result<Option<&'p str>, String> {
    match parameters.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("The field '{name}' must be a string")),
    }
}

/// The items of one object.
fn object(
    reader: &ItemReader,
    objects: &mut dyn Objects,
    bucket: &str,
    key: &str,
    version: Option<&str>,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    let refused = |what: &str| Err(format!("The input type {what} is not served by this platform"));
    match reader.input_type {
        InputType::Csv => {
            let content = limited::unpacked(objects.open(bucket, key, version)?)?;
            csv::items(content, reader.csv_headers.as_deref(), reader.csv_delimiter, each)
        }
        InputType::Json => {
            let content = limited::unpacked(objects.open(bucket, key, version)?)?;
            json::array_items(content, reader.items_pointer.as_deref().unwrap_or_default(), each)
        }
        InputType::JsonLines => json::lines(limited::unpacked(objects.open(bucket, key, version)?)?, each),
        InputType::Manifest => manifest::inventory(objects, (bucket, key, version), each),
        InputType::Objects => Err("The field 'ReaderConfig/InputType' is required".to_owned()),
        InputType::AthenaManifest => refused("MANIFEST of ATHENA_DATA without the type of its data"),
        InputType::Parquet => refused("PARQUET"),
    }
}

#[cfg(test)]
mod tests;
