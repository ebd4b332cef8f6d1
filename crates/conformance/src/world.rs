//! The outside of a case: its functions, its recorded answers, and its objects in memory.

use std::collections::BTreeMap;

use lirio_asl::machine::{Machine, StateKind};
use lirio_asl::{ScheduleTask, StartMapRun};
use lirio_asl_sim::{Plan, Tasks};
use lirio_map_run::{Export, Need, Reading, RunFailure};
use md5::{Digest as _, Md5};
use serde_json::{Value, json};

use crate::corpus::substitute;
use crate::episodes::Episodes;
use crate::functions::Functions;

/// When the objects of a case were last changed, in seconds since the epoch.
const MODIFIED: i64 = 1_795_353_900;

/// What a case's executions call.
pub(crate) struct World<'c> {
    functions: &'c Functions,
    episodes: Episodes,
    /// Contents by bucket and key; a bucket without objects has none.
    buckets: BTreeMap<String, BTreeMap<String, Vec<u8>>>,
}

impl<'c> World<'c> {
    /// With the objects that the case's setup puts.
    pub(crate) fn new(functions: &'c Functions, episodes: Episodes, case: &Value) -> World<'c> {
        let mut buckets: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
        let setup = substitute(&case["setup"]);
        for entry in setup.as_array().into_iter().flatten().filter(|entry| entry["service"] == "s3") {
            let parameters = &entry["params"];
            let text = |name: &str| parameters[name].as_str().unwrap_or_default().to_owned();
            let objects = buckets.entry(text("Bucket")).or_default();
            if entry["action"] == "PutObject" {
                let body = parameters["Body"].as_str().or_else(|| parameters["Body"]["$bytes"].as_str());
                objects.insert(text("Key"), body.unwrap_or_default().as_bytes().to_vec());
            }
        }
        World { functions, episodes, buckets }
    }

    fn bucket(&self, name: &str) -> Result<&BTreeMap<String, Vec<u8>>, RunFailure> {
        self.buckets
            .get(name)
            .ok_or_else(|| refused("NoSuchBucket", "The specified bucket does not exist").into_reader())
    }

    fn listed(&self, bucket: &str, prefix: &str) -> Result<Vec<Value>, RunFailure> {
        let objects = self.bucket(bucket)?.iter().filter(|(key, _)| key.starts_with(prefix));
        Ok(objects
            .map(|(key, body)| {
                let etag: String = Md5::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
                json!({
                    "Etag": format!("\"{etag}\""), "Key": key, "LastModified": MODIFIED,
                    "Size": body.len(), "StorageClass": "STANDARD"
                })
            })
            .collect())
    }
}

/// What S3 answers when it refuses, in the words of its client.
struct Refused(String);

fn refused(code: &str, message: &str) -> Refused {
    let id = "00000000-0000-4000-8000-000000000000";
    Refused(format!(
        "{message} (Service: Amazon S3; Status Code: 404; Error Code: {code}; Request ID: {id}; S3 Extended Request ID: r; Proxy: null)"
    ))
}

impl Refused {
    fn into_reader(self) -> RunFailure {
        RunFailure::reader(self.0)
    }

    fn into_writer(self) -> RunFailure {
        RunFailure::writer(self.0)
    }
}

impl Tasks for World<'_> {
    fn begin(&mut self, task: &ScheduleTask, _: i64) -> Result<Plan, String> {
        // The recording's own answer is used up either way, so that the next one fits.
        let recorded = self.episodes.next(task);
        self.functions.plan(task)?.map_or(recorded, Ok)
    }

    fn items(
        &mut self,
        machine: &Machine,
        run: &StartMapRun,
    ) -> Result<Result<Vec<Value>, RunFailure>, String> {
        let reader = match machine.states.get(run.state).map(|state| &state.kind) {
            Some(StateKind::Map(map)) => map.distributed.as_ref().and_then(|d| d.reader.as_ref()),
            _ => None,
        };
        let (Some(reader), Some(spec)) = (reader, &run.spec.reader) else {
            return Err("the map run has no reader".to_owned());
        };
        Ok(Reading::new(reader, spec).and_then(|mut reading| {
            while let Some(need) = reading.need().cloned() {
                match need {
                    Need::Object { bucket, key, .. } => {
                        let body = self.bucket(&bucket)?.get(&key).ok_or_else(|| {
                            refused("NoSuchKey", "The specified key does not exist.").into_reader()
                        })?;
                        reading.object(body)?;
                    }
                    Need::Page { bucket, prefix, .. } => {
                        reading.page(self.listed(&bucket, &prefix.unwrap_or_default())?, None);
                    }
                }
            }
            Ok(reading.items())
        }))
    }

    fn export(&mut self, _: &StartMapRun, export: Export) -> Result<(), RunFailure> {
        match self.buckets.get_mut(&export.bucket) {
            Some(objects) => {
                objects.extend(export.objects);
                Ok(())
            }
            None => Err(refused("NoSuchBucket", "The specified bucket does not exist").into_writer()),
        }
    }
}
