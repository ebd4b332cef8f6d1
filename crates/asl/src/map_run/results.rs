//! What becomes of the executions' results: the output of the Map state, or files in S3.

use serde_json::{Map as Members, Value, json};

use crate::command::StartMapRun;
use crate::data::{Data, MAX_BYTES};
use crate::machine::{ResultWriter, Transformation};
use crate::map_run::feed::over_limit;
use crate::record::{Failure, FailureClass};
use crate::timestamp;

/// An execution of a run, as its result shows it.
#[derive(Debug, Clone, Copy)]
pub struct ChildResult<'a> {
    /// The execution's ARN; nothing if it was never started.
    pub execution_arn: Option<&'a str>,
    /// The execution's name; nothing if it was never started.
    pub name: Option<&'a str>,
    /// `arn:aws:states:REGION:ACCOUNT:stateMachine:MACHINE/LABEL`.
    pub machine_arn: &'a str,
    /// Its input.
    pub input: &'a str,
    /// `SUCCEEDED`, `FAILED`, `TIMED_OUT`, `ABORTED` or `PENDING`.
    pub status: &'a str,
    /// Its output, if it succeeded.
    pub output: Option<&'a str>,
    /// The error's name, if it did not.
    pub error: Option<&'a str>,
    /// What a person reads about the error.
    pub cause: Option<&'a str>,
    /// When it began, in milliseconds since the epoch.
    pub start_ms: Option<i64>,
    /// When it ended, in milliseconds since the epoch.
    pub stop_ms: Option<i64>,
    /// How often it was redriven.
    pub redrives: u64,
    /// When last, in milliseconds since the epoch.
    pub redriven_ms: Option<i64>,
    /// `redriveStatus`.
    pub redrive_status: &'a str,
    /// `redriveStatusReason`.
    pub redrive_status_reason: Option<&'a str>,
}

impl ChildResult<'_> {
    /// All that there is to know of it: what `NONE` exports, and what every transformation exports
    /// of an execution that did not succeed.
    pub fn metadata(&self) -> Value {
        let included = || json!({"Included": true});
        let date = |ms: Option<i64>| ms.map(|ms| Value::String(timestamp::format_millis(ms)));
        let text = |text: Option<&str>| text.map(Value::from);
        let started = self.start_ms.is_some();
        let members = [
            ("Cause", text(self.cause)),
            ("Error", text(self.error)),
            ("ExecutionArn", text(self.execution_arn)),
            ("Input", text(Some(self.input))),
            ("InputDetails", Some(included())),
            ("Name", text(self.name)),
            ("Output", text(self.output)),
            ("OutputDetails", self.output.map(|_| included())),
            ("RedriveCount", started.then(|| self.redrives.into())),
            ("RedriveDate", date(self.redriven_ms)),
            ("RedriveStatus", started.then(|| self.redrive_status.into())),
            ("RedriveStatusReason", text(self.redrive_status_reason).filter(|_| started)),
            ("StartDate", date(self.start_ms)),
            ("StateMachineArn", text(Some(self.machine_arn))),
            ("Status", text(Some(self.status))),
            ("StopDate", date(self.stop_ms)),
        ];
        let members = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Value::Object(members.collect())
    }

    /// What `transformation` makes of it: one value, or any number for `FLATTEN`.
    pub fn transformed(&self, transformation: Transformation) -> Vec<Value> {
        let output = self.output.and_then(|text| Data::parse(text).ok()).map(|data| data.value().clone());
        match (transformation, output) {
            (Transformation::Flatten, Some(Value::Array(items))) => items,
            (Transformation::Flatten | Transformation::Compact, Some(output)) => vec![output],
            (Transformation::None, _) | (_, None) => vec![self.metadata()],
        }
    }
}

/// How a run's results are shaped: without `WriterConfig`, exports have everything and states the
/// outputs.
pub fn transformation(writer: Option<&ResultWriter>) -> Transformation {
    writer.map_or(Transformation::Compact, |writer| writer.transformation)
}

/// The output of a Map state whose results are not exported, made of one execution at a time, in
/// the order of the items.
#[derive(Debug)]
pub struct ResultList {
    transformation: Transformation,
    results: Vec<Value>,
    bytes: usize,
}

impl ResultList {
    /// An empty list.
    pub fn new(transformation: Transformation) -> ResultList {
        ResultList { transformation, results: Vec::new(), bytes: 2 }
    }

    /// Adds an execution. `States.DataLimitExceeded` once the list is larger than a payload may
    /// be; nothing need be added then any more.
    pub fn push(&mut self, run: &StartMapRun, child: &ChildResult<'_>) -> Result<(), Failure> {
        // The text is longer than what it says only by blanks, which are not shown again.
        for value in child.transformed(self.transformation) {
            self.bytes += value.to_string().len() + usize::from(!self.results.is_empty());
            if self.bytes > MAX_BYTES {
                return Err(Failure {
                    error: Some("States.DataLimitExceeded".to_owned()),
                    cause: Some(over_limit(run)),
                    class: FailureClass::Terminal,
                });
            }
            self.results.push(value);
        }
        Ok(())
    }

    /// The output.
    pub fn finish(self, run: &StartMapRun) -> Result<Data, Failure> {
        Data::from_value(Value::Array(self.results)).map_err(|error| Failure {
            error: Some("States.Runtime".to_owned()),
            cause: Some(format!("The result of the state '{}': {error}", run.state_name)),
            class: FailureClass::Plain,
        })
    }
}

/// Which of the exported files an execution belongs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResultFile {
    /// `FAILED_n.json`: those that ended otherwise than well.
    Failed,
    /// `PENDING_n.json`: those that were never started.
    Pending,
    /// `SUCCEEDED_n.json`.
    Succeeded,
}

impl ResultFile {
    /// All of them, in the order of the manifest.
    pub const ALL: [ResultFile; 3] = [ResultFile::Failed, ResultFile::Pending, ResultFile::Succeeded];

    /// The file of an execution with this status.
    pub fn of(status: &str) -> ResultFile {
        match status {
            "SUCCEEDED" => ResultFile::Succeeded,
            "PENDING" => ResultFile::Pending,
            _ => ResultFile::Failed,
        }
    }

    /// `SUCCEEDED` and so on.
    pub fn name(self) -> &'static str {
        match self {
            ResultFile::Failed => "FAILED",
            ResultFile::Pending => "PENDING",
            ResultFile::Succeeded => "SUCCEEDED",
        }
    }
}

/// Where a run's results are exported to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// The bucket.
    pub bucket: String,
    /// `PREFIX/RUN/`, with which every key begins.
    folder: String,
    run_arn: String,
    json_lines: bool,
}

impl Destination {
    /// Reads the parameters of a `ResultWriter`; the error is a failure of the run.
    pub fn of(run: &StartMapRun, writer: &ResultWriter, parameters: &Value) -> Result<Destination, Failure> {
        let Some(bucket) = parameters["Bucket"].as_str().filter(|bucket| !bucket.is_empty()) else {
            return Err(writer_failed("The field 'Bucket' of the ResultWriter must be a string"));
        };
        let prefix = match parameters.get("Prefix") {
            None | Some(Value::Null) => "",
            Some(Value::String(prefix)) => prefix.trim_end_matches('/'),
            Some(_) => return Err(writer_failed("The field 'Prefix' of the ResultWriter must be a string")),
        };
        let uuid = run.arn.rsplit(':').next().unwrap_or_default();
        let folder = if prefix.is_empty() { format!("{uuid}/") } else { format!("{prefix}/{uuid}/") };
        Ok(Destination {
            bucket: bucket.to_owned(),
            folder,
            run_arn: run.arn.clone(),
            json_lines: writer.json_lines,
        })
    }

    /// The key of the manifest.
    pub fn manifest_key(&self) -> String {
        format!("{}manifest.json", self.folder)
    }

    /// The key of a file of results.
    pub fn key(&self, file: ResultFile, number: usize) -> String {
        let extension = if self.json_lines { "jsonl" } else { "json" };
        format!("{}{}_{number}.{extension}", self.folder, file.name())
    }

    /// The manifest; `files` are the keys of all files with their sizes in bytes.
    pub fn manifest(&self, files: &[(ResultFile, String, u64)]) -> Value {
        let list = |file: ResultFile| -> Value {
            let own = files.iter().filter(|(of, ..)| *of == file);
            own.map(|(_, key, size)| json!({"Key": key, "Size": size})).collect()
        };
        let result_files: Members<String, Value> =
            ResultFile::ALL.iter().map(|file| (file.name().to_owned(), list(*file))).collect();
        json!({
            "DestinationBucket": self.bucket,
            "MapRunArn": self.run_arn,
            "ResultFiles": result_files,
        })
    }

    /// The output of the Map state.
    pub fn output(&self) -> Value {
        json!({
            "MapRunArn": self.run_arn,
            "ResultWriterDetails": {"Bucket": self.bucket, "Key": self.manifest_key()},
        })
    }

    /// A file that is empty so far.
    pub fn begin(&self) -> FileText {
        FileText { json_lines: self.json_lines, text: String::new(), filled: false }
    }
}

/// The text of a file of results.
#[derive(Debug)]
pub struct FileText {
    json_lines: bool,
    text: String,
    filled: bool,
}

impl FileText {
    /// Adds a result.
    pub fn push(&mut self, result: &Value) {
        if !self.json_lines {
            self.text.push(if self.filled { ',' } else { '[' });
        }
        self.filled = true;
        self.text.push_str(&result.to_string());
        if self.json_lines {
            self.text.push('\n');
        }
    }

    /// Bytes so far.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        !self.filled
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        if !self.json_lines {
            self.text.push_str(if self.filled { "]" } else { "[]" });
        }
        self.text
    }
}

/// `States.ResultWriterFailed`.
pub fn writer_failed(cause: impl Into<String>) -> Failure {
    Failure {
        error: Some("States.ResultWriterFailed".to_owned()),
        cause: Some(cause.into()),
        class: FailureClass::Plain,
    }
}
