//! What a run ended with.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context as _, Result};
use lirio_api::{Timestamp, s3, sagemaker, stepfunctions::HistoryEvent};
use lirio_stack::Stack;
use serde::Serialize;
use serde_json::{Value as Json, json};
use sha2::Digest as _;

use crate::client::Client;
use crate::commands::build::Image;
use crate::commands::follow::Followed;

/// The longest model artifact that is read to be hashed.
const MAX_ARTIFACT: u64 = 1 << 30;

/// Milliseconds by step.
#[derive(Default, Serialize)]
#[serde(transparent)]
pub(crate) struct Timings(BTreeMap<String, f64>);

impl Timings {
    pub(crate) fn add(&mut self, step: &str, took: Duration) {
        self.0.insert(step.to_owned(), (took.as_secs_f64() * 10_000.0).round() / 10.0);
    }

    fn between(&mut self, step: &str, from: Timestamp, to: Timestamp) {
        self.0.insert(step.to_owned(), (to.0 - from.0) as f64);
    }
}

/// The report object of `--json`.
#[derive(Serialize)]
pub(crate) struct Report {
    pub(crate) status: String,
    execution_arn: String,
    dataset: Json,
    image: Json,
    training_job: Json,
    model: Json,
    endpoint: Json,
    validation: Json,
    #[serde(skip_serializing_if = "Json::is_null")]
    model_package: Json,
    timings_ms: Timings,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Json>,
}

impl Report {
    pub(crate) fn succeeded(&self) -> bool {
        self.status == "SUCCEEDED"
    }

    /// For a person: the result, and what to type next.
    pub(crate) fn print(&self, stack: &Stack, stopped: bool, endpoint_url: &str) {
        let v = &self.validation;
        let rows = v["rows"].as_i64().unwrap_or_default();
        let accuracy = v["accuracy"].as_f64().unwrap_or_default();
        println!();
        println!("Accuracy on {rows} held-out rows: {:.1} %", accuracy * 100.0);
        print_confusion(v);
        if let Some(ms) = self.timings_ms.0.get("put_to_validated") {
            println!();
            println!("From upload to validated: {ms:.0} ms");
        }
        if stopped {
            return;
        }
        let (name, folder) = (stack.project.endpoint_name(), stack.project.folder.display());
        println!();
        if let Some((group, version)) = self.model_package.as_str().and_then(version_of) {
            println!("Registered as version {version} of {group}.");
            println!();
        }
        println!("Next:");
        if stack.project.registry.is_some() {
            println!("  versions    lirio models {folder}");
            println!("  approve     lirio approve {folder}");
            println!("  go back     lirio reject {folder}");
        }
        println!("  predict     lirio predict {name} 'ROW'");
        println!("  new data    lirio upload {folder} FILE.csv");
        println!("              or any S3 client to s3://{}/{}", stack.bucket(), stack.project.data_key());
        println!("              at {endpoint_url}, with eval \"$(lirio env)\"");
        println!("  logs        lirio logs");
        println!("  overview    lirio status");
        println!("  stop        lirio down");
    }
}

/// Group and version of a model package's ARN.
fn version_of(arn: &str) -> Option<(&str, &str)> {
    arn.split_once(":model-package/")?.1.split_once('/')
}

fn print_confusion(validation: &Json) {
    let (Some(labels), Some(matrix)) =
        (validation["labels"].as_array(), validation["confusion_matrix"].as_array())
    else {
        return;
    };
    let labels: Vec<&str> = labels.iter().filter_map(Json::as_str).collect();
    let width = labels.iter().map(|l| l.chars().count()).max().unwrap_or(0).clamp(5, 14);
    println!();
    let header: Vec<String> = labels.iter().map(|l| format!("{:>width$.width$}", l)).collect();
    println!("  {:<16}{}", "true \\ predicted", header.join(" "));
    for (label, row) in labels.iter().zip(matrix) {
        let cells: Vec<String> = row
            .as_array()
            .map(|cells| {
                cells.iter().map(|c| format!("{:>width$}", c.as_i64().unwrap_or_default())).collect()
            })
            .unwrap_or_default();
        println!("  {label:<16.16}{}", cells.join(" "));
    }
}

/// Gathers the report of an ended execution.
pub(crate) async fn report(
    api: &Client,
    stack: &Stack,
    image: Image,
    sha256: String,
    followed: Followed,
    mut timings: Timings,
) -> Result<Report> {
    waterfall(&followed, &mut timings);
    let job = match &followed.job {
        Some(name) => {
            let input = sagemaker::DescribeTrainingJobRequest { training_job_name: name.clone() };
            Some(api.call(sagemaker::ops::DescribeTrainingJob, input).await.context("the training job")?)
        }
        None => None,
    };
    if let Some(job) = &job {
        for phase in job.secondary_status_transitions.iter().flatten() {
            if let Some(end) = phase.end_time {
                let step = format!("job_{}", phase.status.to_lowercase());
                timings.between(&step, phase.start_time, end);
            }
        }
    }
    let endpoint =
        sagemaker::DescribeEndpointInput { endpoint_name: stack.project.endpoint_name().to_owned() };
    // After a failed first run there is none.
    let endpoint = api.call(sagemaker::ops::DescribeEndpoint, endpoint).await.ok();
    let validation =
        followed.output.as_ref().and_then(|o| o.get("validation")).cloned().unwrap_or(Json::Null);
    let model_package =
        followed.output.as_ref().and_then(|o| o.get("model_package")).cloned().unwrap_or(Json::Null);
    let artifact =
        job.as_ref().map(|j| j.model_artifacts.s3_model_artifacts.clone()).filter(|uri| !uri.is_empty());
    Ok(Report {
        status: followed.status,
        execution_arn: followed.arn,
        dataset: json!({ "bucket": stack.bucket(), "key": stack.project.data_key(), "sha256": sha256 }),
        image: json!({ "uri": image.uri, "digest": image.digest }),
        training_job: training_job(job.as_ref()),
        model: json!({
            "name": job.as_ref().map(|j| j.training_job_name.clone()),
            "artifact": artifact,
            "artifact_sha256": match &artifact {
                Some(uri) => Some(artifact_sha256(api, uri).await?),
                None => None,
            },
        }),
        endpoint: json!({
            "name": stack.project.endpoint_name(),
            "status": endpoint.as_ref().map(|e| e.endpoint_status.clone()),
            "config": endpoint.as_ref().and_then(|e| e.endpoint_config_name.clone()),
        }),
        validation,
        model_package,
        timings_ms: timings,
        error: followed.failure.map(|(error, cause)| json!({ "error": error, "cause": cause })),
    })
}

fn training_job(job: Option<&sagemaker::DescribeTrainingJobResponse>) -> Json {
    let Some(job) = job else { return Json::Null };
    let metrics: BTreeMap<&str, f64> = job
        .final_metric_data_list
        .iter()
        .flatten()
        .filter_map(|m| Some((m.metric_name.as_deref()?, m.value?)))
        .collect();
    json!({
        "name": job.training_job_name,
        "status": job.training_job_status,
        "metrics": metrics,
        "failure_reason": job.failure_reason,
    })
}

async fn artifact_sha256(api: &Client, uri: &str) -> Result<String> {
    let (bucket, key) = uri
        .strip_prefix("s3://")
        .and_then(|rest| rest.split_once('/'))
        .with_context(|| format!("{uri} is not an S3 URI"))?;
    let input = s3::GetObjectRequest { bucket: bucket.to_owned(), key: key.to_owned(), ..Default::default() };
    let object =
        api.call(s3::ops::GetObject, input).await.with_context(|| format!("the model artifact {uri}"))?;
    let bytes = object.body.collect(MAX_ARTIFACT).await?;
    Ok(format!("{:x}", sha2::Sha256::digest(&bytes)))
}

/// Where the time went, by the history's own clock.
fn waterfall(followed: &Followed, timings: &mut Timings) {
    let mut entered: Option<(&str, Timestamp)> = None;
    for event in &followed.history {
        let entered_name = event.state_entered_event_details.as_ref().map(|d| d.name.as_str());
        let exited_name = event.state_exited_event_details.as_ref().map(|d| d.name.as_str());
        if event.r#type == "ExecutionStarted" {
            timings.between("put_to_started", followed.put_at, event.timestamp);
        } else if let (Some(name), true) = (entered_name, event.r#type == "TaskStateEntered") {
            entered = Some((name, event.timestamp));
        } else if let (Some(name), Some((started, since))) = (exited_name, entered)
            && name == started
        {
            timings.between(&format!("state_{}", snake(name)), since, event.timestamp);
            entered = None;
        }
    }
    if let Some(answer) = validated_at(&followed.history) {
        timings.between("put_to_validated", followed.put_at, answer);
    }
}

/// When the validation function answered: the success of the task of the state `Validate`.
fn validated_at(history: &[HistoryEvent]) -> Option<Timestamp> {
    let entered = history
        .iter()
        .rposition(|e| e.state_entered_event_details.as_ref().is_some_and(|d| d.name == "Validate"))?;
    let mut inside = history[entered..].iter().take_while(|e| e.r#type != "TaskStateExited");
    inside.find(|e| e.r#type == "TaskSucceeded").map(|e| e.timestamp)
}

fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}
