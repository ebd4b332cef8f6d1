//! The outside of a case: its functions, its recorded answers, and its objects in memory.

use std::collections::BTreeMap;
use std::io::Read;
use std::ops::ControlFlow;

use lirio_asl::machine::Machine;
use lirio_asl::map_run::{ListedObject, Listing, Objects, read_items};
use lirio_asl::{Failure, ScheduleTask, StartMapRun};
use lirio_asl_sim::{Export, Plan, Tasks};
use md5::{Digest as _, Md5};
use serde_json::Value;

use crate::corpus::substitute;
use crate::episodes::Episodes;
use crate::functions::Functions;

/// When the objects of a case were last changed, in milliseconds since the epoch.
const MODIFIED_MS: i64 = 1_795_353_900_000;

/// What a case's executions call.
pub(crate) struct World<'c> {
    functions: &'c Functions,
    episodes: Episodes,
    /// Contents by bucket and key; a bucket without objects has none.
    buckets: Buckets,
}

impl<'c> World<'c> {
    /// With the objects that the case's setup puts.
    pub(crate) fn new(functions: &'c Functions, episodes: Episodes, case: &Value) -> World<'c> {
        let mut buckets = Buckets::new();
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
}

/// Contents by bucket and key.
type Buckets = BTreeMap<String, BTreeMap<String, Vec<u8>>>;

/// The buckets as a reader sees them.
struct Stored<'b>(&'b Buckets);

impl Objects for Stored<'_> {
    fn open<'o>(
        &'o mut self,
        bucket: &str,
        key: &str,
        _: Option<&str>,
    ) -> Result<Box<dyn Read + 'o>, String> {
        let objects = self.0.get(bucket).ok_or_else(no_bucket)?;
        let missing = || refused("NoSuchKey", "The specified key does not exist.");
        Ok(Box::new(objects.get(key).ok_or_else(missing)?.as_slice()))
    }

    fn list(&mut self, parameters: &Value, _: Option<&str>) -> Result<Listing, String> {
        let text = |name: &str| parameters[name].as_str().unwrap_or_default();
        let objects = self.0.get(text("Bucket")).ok_or_else(no_bucket)?;
        let own = objects.iter().filter(|(key, _)| key.starts_with(text("Prefix")));
        let listed = own.map(|(key, body)| {
            let digest: String = Md5::digest(body).iter().map(|byte| format!("{byte:02x}")).collect();
            ListedObject {
                etag: format!("\"{digest}\""),
                key: key.clone(),
                last_modified_ms: MODIFIED_MS,
                size: body.len() as u64,
                storage_class: "STANDARD".to_owned(),
            }
        });
        Ok(Listing { objects: listed.collect(), next: None })
    }
}

fn no_bucket() -> String {
    refused("NoSuchBucket", "The specified bucket does not exist")
}

/// What S3 answers when it refuses, in the words of its client.
fn refused(code: &str, message: &str) -> String {
    let id = "00000000-0000-4000-8000-000000000000";
    format!(
        "{message} (Service: Amazon S3; Status Code: 404; Error Code: {code}; Request ID: {id}; S3 Extended Request ID: r; Proxy: null)"
    )
}

impl Tasks for World<'_> {
    fn begin(&mut self, task: &ScheduleTask, _: i64) -> Result<Plan, String> {
        // The recording's own answer is used up either way, so that the next one fits.
        let recorded = self.episodes.next(task);
        self.functions.plan(task)?.map_or(recorded, Ok)
    }

    fn items(&mut self, machine: &Machine, run: &StartMapRun) -> Result<Result<Vec<Value>, Failure>, String> {
        let reader = run.distributed(machine).and_then(|distributed| distributed.reader.as_ref());
        let (Some(reader), Some(spec)) = (reader, &run.spec.reader) else {
            return Err("the map run has no reader".to_owned());
        };
        let mut items = Vec::new();
        let read = read_items(reader, spec, &mut Stored(&self.buckets), &mut |item| {
            items.push(item);
            ControlFlow::Continue(())
        });
        Ok(read.map(|()| items))
    }

    fn export(&mut self, _: &StartMapRun, export: Export) -> Result<(), String> {
        self.buckets.get_mut(&export.bucket).ok_or_else(no_bucket)?.extend(export.objects);
        Ok(())
    }
}
