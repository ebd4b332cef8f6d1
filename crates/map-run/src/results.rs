//! The result of a run: in the state's output, and exported.

use lirio_asl::machine::{Distributed, Transformation};
use lirio_asl::{Data, Outcome, WriterSpec};
use serde_json::{Map, Value, json};

use crate::failure::RunFailure;

/// An execution of a run that ended, or that never began.
#[derive(Debug, Clone, PartialEq)]
pub struct Child {
    /// Its ARN, as [`child_arn`] makes it.
    pub arn: String,
    /// Its name.
    pub name: String,
    /// The ARN of the machine: `stateMachine:MACHINE/LABEL`.
    pub machine_arn: String,
    /// Its input.
    pub input: Data,
    /// How it ended; nothing if it never began.
    pub outcome: Option<Outcome>,
    /// When it was started, as AWS writes times.
    pub start: String,
    /// When it ended.
    pub stop: String,
}

/// The ARN of an execution of a run, and that of its machine, by the run's ARN and its name.
pub fn child_arn(map_run_arn: &str, name: &str) -> (String, String) {
    let (labelled, _) = map_run_arn.rsplit_once(':').unwrap_or((map_run_arn, ""));
    let of = |kind: &str| labelled.replacen(":mapRun:", &format!(":{kind}:"), 1);
    (format!("{}:{name}", of("execution")), of("stateMachine"))
}

/// The output of the state when the results are not exported.
pub fn output(distributed: &Distributed, children: &[Child]) -> Result<Data, RunFailure> {
    let transformation = distributed.writer.as_ref().map_or(Transformation::Compact, |w| w.transformation);
    let mut results = Vec::with_capacity(children.len());
    for child in children {
        results.extend(shown(child, transformation));
    }
    Data::from_value(Value::Array(results)).map_err(|e| RunFailure::runtime(e.to_string()))
}

/// Results to write into a bucket.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// The bucket.
    pub bucket: String,
    /// Keys and contents; the manifest is the last.
    pub objects: Vec<(String, Vec<u8>)>,
    /// The output of the state.
    pub output: Data,
}

/// What a `ResultWriter` with a resource writes, and the output of its state.
pub fn export(
    distributed: &Distributed,
    spec: &WriterSpec,
    map_run_arn: &str,
    children: &[Child],
) -> Result<Export, RunFailure> {
    let parameters = spec.parameters.value();
    let bucket =
        parameters["Bucket"].as_str().ok_or_else(|| RunFailure::writer("The field 'Bucket' is missing"))?;
    let prefix = parameters["Prefix"].as_str().unwrap_or_default().trim_end_matches('/');
    let run = map_run_arn.rsplit(':').next().unwrap_or(map_run_arn);
    let folder = if prefix.is_empty() { run.to_owned() } else { format!("{prefix}/{run}") };
    let (transformation, lines) = match &distributed.writer {
        Some(writer) => (writer.transformation, writer.json_lines),
        None => (Transformation::None, false),
    };
    let mut objects = Vec::new();
    let mut files = Map::new();
    for status in ["FAILED", "PENDING", "SUCCEEDED"] {
        let of_status: Vec<Value> = children
            .iter()
            .filter(|child| group(child) == status)
            .flat_map(|child| shown(child, transformation))
            .collect();
        let mut list = Vec::new();
        if !of_status.is_empty() {
            let body = if lines {
                of_status.iter().map(|value| format!("{value}\n")).collect()
            } else {
                Value::Array(of_status).to_string()
            };
            let key = format!("{folder}/{status}_0.{}", if lines { "jsonl" } else { "json" });
            list.push(json!({"Key": key, "Size": body.len()}));
            objects.push((key, body.into_bytes()));
        }
        files.insert(status.to_owned(), Value::Array(list));
    }
    let manifest = json!({"DestinationBucket": bucket, "MapRunArn": map_run_arn, "ResultFiles": files});
    let key = format!("{folder}/manifest.json");
    objects.push((key.clone(), manifest.to_string().into_bytes()));
    let output = json!({"MapRunArn": map_run_arn, "ResultWriterDetails": {"Bucket": bucket, "Key": key}});
    let output = Data::from_value(output).map_err(|e| RunFailure::runtime(e.to_string()))?;
    Ok(Export { bucket: bucket.to_owned(), objects, output })
}

/// The file that an execution's result goes to.
fn group(child: &Child) -> &'static str {
    match &child.outcome {
        None => "PENDING",
        Some(Outcome::Succeeded { .. }) => "SUCCEEDED",
        Some(_) => "FAILED",
    }
}

/// What is shown of an execution. One that failed has no output to transform.
fn shown(child: &Child, transformation: Transformation) -> Vec<Value> {
    match (&child.outcome, transformation) {
        (Some(Outcome::Succeeded { output }), Transformation::Compact) => vec![output.value().clone()],
        (Some(Outcome::Succeeded { output }), Transformation::Flatten) => match output.value() {
            Value::Array(items) => items.clone(),
            other => vec![other.clone()],
        },
        _ => vec![metadata(child)],
    }
}

/// Everything there is to know of an execution.
fn metadata(child: &Child) -> Value {
    let status = child.outcome.as_ref().map_or("PENDING", Outcome::status);
    let mut shown = Map::new();
    let mut add = |name: &str, value: Value| drop(shown.insert(name.to_owned(), value));
    if let Some(Outcome::Failed { error, cause } | Outcome::Aborted { error, cause }) = &child.outcome {
        for (name, text) in [("Cause", cause), ("Error", error)] {
            if let Some(text) = text {
                add(name, text.clone().into());
            }
        }
    }
    add("ExecutionArn", child.arn.clone().into());
    add("Input", child.input.text().into());
    add("InputDetails", json!({"Included": true}));
    add("Name", child.name.clone().into());
    if let Some(Outcome::Succeeded { output }) = &child.outcome {
        add("Output", output.text().into());
        add("OutputDetails", json!({"Included": true}));
    }
    add("RedriveCount", 0.into());
    if status == "SUCCEEDED" {
        add("RedriveStatus", "NOT_REDRIVABLE".into());
        add("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven".into());
    } else {
        add("RedriveStatus", "REDRIVABLE".into());
    }
    if child.outcome.is_some() {
        add("StartDate", child.start.clone().into());
    }
    add("StateMachineArn", child.machine_arn.clone().into());
    add("Status", status.into());
    if child.outcome.is_some() {
        add("StopDate", child.stop.clone().into());
    }
    Value::Object(shown)
}
