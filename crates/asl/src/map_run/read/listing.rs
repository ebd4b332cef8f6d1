//! Items out of the listing of a bucket.

use std::ops::ControlFlow;

use serde_json::{Value, json};

use super::{Each, Objects, text};

/// An object of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedObject {
    /// Its ETag, in quotes.
    pub etag: String,
    /// Its key.
    pub key: String,
    /// When it was written, in milliseconds since the epoch.
    pub last_modified_ms: i64,
    /// Its bytes.
    pub size: u64,
    /// `STANDARD` and so on.
    pub storage_class: String,
}

/// A page of a listing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The objects, in the order of their keys.
    pub objects: Vec<ListedObject>,
    /// Continues after the page, if there is more.
    pub next: Option<String>,
}

impl ListedObject {
    /// The object as an item; the time is in whole seconds since the epoch.
    fn item(&self) -> Value {
        json!({
            "Etag": self.etag,
            "Key": self.key,
            "LastModified": self.last_modified_ms.div_euclid(1000),
            "Size": self.size,
            "StorageClass": self.storage_class,
        })
    }
}

/// What takes one thing of a listing after the other.
type EachOf<'e, T> = dyn FnMut(&mut dyn Objects, &T) -> Result<ControlFlow<()>, String> + 'e;

/// Every object is an item.
pub(super) fn items(
    parameters: &Value,
    objects: &mut dyn Objects,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    pages(parameters, objects, &mut |_, object| Ok(each(object.item())))
}

/// Every object is read; what ends with a slash stands for a folder and has nothing in it.
pub(super) fn keys(
    parameters: &Value,
    objects: &mut dyn Objects,
    each: &mut EachOf<'_, str>,
) -> Result<ControlFlow<()>, String> {
    pages(parameters, objects, &mut |objects, object| {
        if object.key.ends_with('/') && object.size == 0 {
            return Ok(ControlFlow::Continue(()));
        }
        each(objects, &object.key)
    })
}

fn pages(
    parameters: &Value,
    objects: &mut dyn Objects,
    each: &mut EachOf<'_, ListedObject>,
) -> Result<ControlFlow<()>, String> {
    text(parameters, "Bucket")?.ok_or("The field 'Bucket' is required")?;
    let mut token: Option<String> = None;
    loop {
        let page = objects.list(parameters, token.as_deref())?;
        for object in &page.objects {
            if each(objects, object)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        if page.next.is_none() || page.next == token {
            return Ok(ControlFlow::Continue(()));
        }
        token = page.next;
    }
}
