//! The corpus' S3: the buckets and objects that the setup of a case makes.

use std::collections::BTreeMap;
use std::io::Read;

use lirio_asl::ScheduleTask;
use lirio_asl::map_run::{ListedObject, Listing, Objects};
use lirio_asl_sim::{Plan, Storage, Tasks};
use serde_json::Value;

use crate::corpus::substitute;

/// Objects in memory, by bucket and key.
#[derive(Debug, Default)]
pub(crate) struct Buckets(BTreeMap<String, BTreeMap<String, String>>);

impl Buckets {
    /// What the setup of a case makes.
    pub(crate) fn of(case: &Value) -> Buckets {
        let mut buckets = Buckets::default();
        let setup = substitute(&case["setup"]);
        for step in setup.as_array().into_iter().flatten().filter(|step| step["service"] == "s3") {
            let text = |name: &str| step["params"][name].as_str().unwrap_or_default().to_owned();
            match step["action"].as_str() {
                Some("CreateBucket") => drop(buckets.0.entry(text("Bucket")).or_default()),
                Some("PutObject") => {
                    let body = match &step["params"]["Body"] {
                        Value::String(text) => text.clone(),
                        Value::Object(o) if o.get("$bytes").is_some_and(Value::is_string) => {
                            o["$bytes"].as_str().unwrap_or_default().to_owned()
                        }
                        other => other.to_string(),
                    };
                    buckets.0.entry(text("Bucket")).or_default().insert(text("Key"), body);
                }
                _ => {}
            }
        }
        buckets
    }

    fn bucket(&self, name: &str) -> Result<&BTreeMap<String, String>, String> {
        self.0.get(name).ok_or_else(|| "The specified bucket does not exist".to_owned())
    }
}

impl Objects for Buckets {
    fn open<'o>(
        &'o mut self,
        bucket: &str,
        key: &str,
        _: Option<&str>,
    ) -> Result<Box<dyn Read + 'o>, String> {
        match self.bucket(bucket)?.get(key) {
            Some(content) => Ok(Box::new(content.as_bytes())),
            None => Err("The specified key does not exist.".to_owned()),
        }
    }

    fn list(&mut self, parameters: &Value, _: Option<&str>) -> Result<Listing, String> {
        let text = |name: &str| parameters[name].as_str().unwrap_or_default();
        let objects = self.bucket(text("Bucket"))?.iter().filter(|(key, _)| key.starts_with(text("Prefix")));
        let objects = objects.map(|(key, content)| ListedObject {
            etag: "\"00000000000000000000000000000000\"".to_owned(),
            key: key.clone(),
            last_modified_ms: 0,
            size: content.len() as u64,
            storage_class: "STANDARD".to_owned(),
        });
        Ok(Listing { objects: objects.collect(), next: None })
    }
}

impl Storage for Buckets {
    fn put(&mut self, bucket: &str, key: &str, content: String) -> Result<(), String> {
        self.bucket(bucket)?;
        self.0.entry(bucket.to_owned()).or_default().insert(key.to_owned(), content);
        Ok(())
    }
}

/// Tasks and objects of a case.
pub(crate) struct World<'w> {
    /// What becomes of a task.
    pub(crate) play: &'w mut dyn FnMut(&ScheduleTask, i64) -> Result<Plan, String>,
    /// The objects.
    pub(crate) buckets: &'w mut Buckets,
}

impl Tasks for World<'_> {
    fn begin(&mut self, task: &ScheduleTask, now_ms: i64) -> Result<Plan, String> {
        (self.play)(task, now_ms)
    }

    fn storage(&mut self) -> Option<&mut dyn Storage> {
        Some(self.buckets)
    }
}
