//! `mapItemReaderData`: what an `ItemReader` would have read.

use std::io::Read;
use std::ops::ControlFlow;

use serde_json::Value;

use crate::data::Data;
use crate::machine::ItemReader;
use crate::map_run::{ListedObject, Listing, Objects, ReaderSpec, read_items};
use crate::record::{Failure, FailureClass};

/// The items in `text`, which is what stands in the one object that the reader opens, or the answer
/// of a listing; `MaxItems` is not applied yet.
pub(crate) fn items(reader: &ItemReader, spec: &ReaderSpec, text: &str) -> Result<Vec<Value>, Failure> {
    let lists = spec.resource.as_service().is_some_and(|service| service.action == "listObjectsV2");
    if lists && !reader.flatten {
        return listed(text);
    }
    let mut items = Vec::new();
    let mut keep = |item| {
        items.push(item);
        ControlFlow::Continue(())
    };
    // Where the object lies does not matter: there is only this one.
    let parameters = serde_json::json!({"Bucket": "bucket", "Key": "key"});
    let parameters = Data::from_value(parameters).map_err(|error| failed(error.to_string()))?;
    let spec = ReaderSpec { parameters, max_items: 0, ..spec.clone() };
    read_items(reader, &spec, &mut Given { text, opened: false }, &mut keep)?;
    Ok(items)
}

/// The objects of a listing, alone or as `ListObjectsV2` answers them.
fn listed(text: &str) -> Result<Vec<Value>, Failure> {
    let data = Data::parse(text).map_err(|error| failed(error.to_string()))?;
    let list = data.value().get("Contents").unwrap_or(data.value()).as_array();
    let list = list.ok_or_else(|| failed("Attempting to map over non-iterable node.".to_owned()))?;
    Ok(list.clone())
}

fn failed(cause: String) -> Failure {
    let error = Some("States.ItemReaderFailed".to_owned());
    Failure { error, cause: Some(cause), class: FailureClass::Plain }
}

/// A bucket with one object.
struct Given<'t> {
    text: &'t str,
    opened: bool,
}

impl Objects for Given<'_> {
    fn open<'o>(&'o mut self, _: &str, key: &str, _: Option<&str>) -> Result<Box<dyn Read + 'o>, String> {
        if std::mem::replace(&mut self.opened, true) {
            return Err(format!("The object '{key}' is not part of mapItemReaderData."));
        }
        Ok(Box::new(self.text.as_bytes()))
    }

    fn list(&mut self, _: &Value, _: Option<&str>) -> Result<Listing, String> {
        let object = ListedObject {
            etag: String::new(),
            key: "key".to_owned(),
            last_modified_ms: 0,
            size: self.text.len() as u64,
            storage_class: "STANDARD".to_owned(),
        };
        Ok(Listing { objects: vec![object], next: None })
    }
}
