//! Which objects a reader needs, and the items they have.

use std::collections::VecDeque;
use std::io::Read as _;

use lirio_asl::machine::{InputType, ItemReader};
use lirio_asl::{ReaderSpec, TaskResource};
use serde_json::{Value, json};

use crate::failure::RunFailure;
use crate::items;

/// The most items of a run, as on AWS.
const MAX_ITEMS: u64 = 100_000_000;

/// The largest object that is read, in bytes; also of what a compressed one holds.
pub const MAX_OBJECT: u64 = 1 << 30;

/// What a reader needs next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// The bytes of an object: [`Reading::object`].
    Object {
        /// Its bucket.
        bucket: String,
        /// Its key.
        key: String,
        /// Its version, if one was named.
        version: Option<String>,
    },
    /// A page of a listing: [`Reading::page`].
    Page {
        /// The bucket.
        bucket: String,
        /// What the keys begin with.
        prefix: Option<String>,
        /// Where the page before ended.
        token: Option<String>,
    },
}

/// A reader at work.
#[derive(Debug)]
pub struct Reading<'m> {
    reader: &'m ItemReader,
    items: Vec<Value>,
    most: usize,
    needs: VecDeque<Need>,
    /// The columns of the inventory whose files are read.
    inventory: Option<Vec<String>>,
}

impl<'m> Reading<'m> {
    /// Begins. What cannot be read is a failure of the run.
    pub fn new(reader: &'m ItemReader, spec: &ReaderSpec) -> Result<Reading<'m>, RunFailure> {
        let parameters = spec.parameters.value();
        let text = |name: &str| parameters[name].as_str().map(str::to_owned);
        let required = |name: &str| {
            text(name).ok_or_else(|| RunFailure::reader(format!("The field '{name}' is missing")))
        };
        let action = match &spec.resource {
            TaskResource::Service(service) if service.service == "s3" => service.action.as_str(),
            _ => "",
        };
        let need = match action {
            "getObject" => Need::Object {
                bucket: required("Bucket")?,
                key: required("Key")?,
                version: text("VersionId"),
            },
            "listObjectsV2" => {
                Need::Page { bucket: required("Bucket")?, prefix: text("Prefix"), token: None }
            }
            _ => return Err(RunFailure::reader("Items are read by s3:getObject and s3:listObjectsV2")),
        };
        let most = if spec.max_items == 0 { MAX_ITEMS } else { spec.max_items.min(MAX_ITEMS) };
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Ok(Reading { reader, items: Vec::new(), most, needs: VecDeque::from([need]), inventory: None })
    }

    /// What it needs next; nothing when it has read all.
    pub fn need(&self) -> Option<&Need> {
        self.needs.front().filter(|_| self.items.len() < self.most)
    }

    /// The items.
    pub fn items(self) -> Vec<Value> {
        self.items
    }

    /// Gives the object that it needs.
    pub fn object(&mut self, bytes: &[u8]) -> Result<(), RunFailure> {
        let left = self.most - self.items.len();
        let need = self.needs.pop_front();
        if let Some(schema) = &self.inventory {
            let bytes = if bytes.starts_with(&[0x1f, 0x8b]) { unpacked(bytes)? } else { bytes.to_vec() };
            self.items.extend(items::inventory(schema, &bytes, left)?);
        } else if self.reader.input_type == InputType::Manifest {
            let bucket = match need {
                Some(Need::Object { bucket, .. }) => bucket,
                _ => String::new(),
            };
            self.manifest(&bucket, bytes)?;
        } else {
            self.items.extend(items::items(self.reader, bytes, left)?);
        }
        Ok(())
    }

    /// Gives the page that it needs: objects as `ListObjectsV2` shows them, and where the next page
    /// begins.
    pub fn page(&mut self, objects: Vec<Value>, token: Option<String>) {
        let Some(Need::Page { bucket, prefix, .. }) = self.needs.pop_front() else { return };
        if self.reader.flatten {
            // The objects are read, not listed.
            let keys = objects.iter().filter_map(|object| object["Key"].as_str());
            self.needs.extend(keys.map(|key| Need::Object {
                bucket: bucket.clone(),
                key: key.to_owned(),
                version: None,
            }));
        } else {
            let left = self.most - self.items.len();
            self.items.extend(objects.into_iter().take(left));
        }
        if token.is_some() {
            self.needs.push_back(Need::Page { bucket, prefix, token });
        }
    }

    /// An S3 inventory: a list of files, each with rows of objects.
    fn manifest(&mut self, bucket: &str, bytes: &[u8]) -> Result<(), RunFailure> {
        let wrong = |what: &str| RunFailure::reader(format!("The manifest is not valid: {what}"));
        let manifest: Value = serde_json::from_slice(bytes).map_err(|e| wrong(&e.to_string()))?;
        if manifest.get("fileFormat").is_some_and(|format| *format != json!("CSV")) {
            return Err(wrong("its files must be CSV"));
        }
        let schema = manifest["fileSchema"].as_str().ok_or_else(|| wrong("it has no fileSchema"))?;
        self.inventory = Some(schema.split(',').map(|name| name.trim().to_owned()).collect());
        let destination = manifest["destinationBucket"].as_str().and_then(|arn| arn.rsplit(":::").next());
        let bucket = destination.unwrap_or(bucket);
        let files = manifest["files"].as_array().ok_or_else(|| wrong("it has no files"))?;
        for file in files {
            let key = file["key"].as_str().ok_or_else(|| wrong("a file has no key"))?;
            self.needs.push_back(Need::Object {
                bucket: bucket.to_owned(),
                key: key.to_owned(),
                version: None,
            });
        }
        Ok(())
    }
}

fn unpacked(bytes: &[u8]) -> Result<Vec<u8>, RunFailure> {
    let mut out = Vec::new();
    let read = flate2::read::MultiGzDecoder::new(bytes).take(MAX_OBJECT + 1).read_to_end(&mut out);
    match read {
        Ok(length) if length as u64 > MAX_OBJECT => {
            Err(RunFailure::reader("A file of the inventory is larger than 1 GiB"))
        }
        Ok(_) => Ok(out),
        Err(error) => Err(RunFailure::reader(format!("A file of the inventory cannot be unpacked: {error}"))),
    }
}
