//! The result of a run: the output of its Map state, or files in S3.

use std::sync::Arc;

use lirio_api::s3::{self, PutObjectRequest};
use lirio_api::{AwsError, Body};
use lirio_asl::machine::ResultWriter;
use lirio_asl::map_run::{
    ChildInput, ChildResult, Destination, FileText, ResultFile, ResultList, transformation, writer_failed,
};
use lirio_asl::{Data, Failure, StartMapRun};
use lirio_service::Caller;
use lirio_store::{Key, KeyRange, Order};

use super::reader::s3_cause;
use super::rows::{CHILDREN, ChildRow, MapRunRow, uid_key};
use crate::States;
use crate::engine::Revision;
use crate::tables::{EXECUTIONS, ExecutionRow, execution_key};

/// A file of results is ended when it has so many bytes; the rest goes to the next one.
pub(super) const MAX_FILE: usize = 8 << 20;

/// Executions that are read at once.
const PAGE: usize = 128;

/// An execution of a run, or what waits to be one.
enum Member {
    /// With its `redriveStatus` and the reason.
    Started(Box<ExecutionRow>, (&'static str, Option<String>)),
    Pending(String),
}

impl States {
    /// What the Map state gets of a run that is over.  What a failed run has is exported too; a
    /// failure to do so does not hide why it failed.
    pub(super) async fn map_run_result(
        self: &Arc<Self>,
        row: &MapRunRow,
        start: &StartMapRun,
        revision: &Revision,
        pending: Vec<ChildInput>,
        failure: Option<Failure>,
    ) -> Result<Result<Data, Failure>, AwsError> {
        let distributed = start.distributed(&revision.machine);
        let writer = distributed.and_then(|distributed| distributed.writer.as_ref());
        let exports = writer.filter(|writer| writer.resource.is_some()).zip(start.spec.writer.as_ref());
        let result = match exports {
            Some((writer, spec)) => {
                let destination = Destination::of(start, writer, spec.parameters.value());
                match destination {
                    Ok(destination) => self.export(row, start, writer, &destination, pending).await?,
                    Err(failure) => Err(failure),
                }
            }
            None if failure.is_none() => self.listed(row, start, writer)?,
            None => Ok(Data::empty_object()),
        };
        Ok(match failure {
            Some(failure) => Err(failure),
            None => result,
        })
    }

    /// The executions of a run from `after` on, in the order of their items.
    fn children(&self, row: &MapRunRow, after: &mut Option<Key>) -> Result<Vec<Member>, AwsError> {
        let now = self.platform.now();
        self.platform.store.read(|reader| {
            let range = KeyRange::prefix(&uid_key(&row.arn));
            let range = match &after {
                Some(key) => range.after(key),
                None => range,
            };
            let mut children = Vec::new();
            for (key, child) in CHILDREN.scan(reader, range, Order::Ascending, PAGE)? {
                match child {
                    ChildRow::Pending { input, .. } => children.push(Member::Pending(input)),
                    ChildRow::Started { name } => {
                        let found = EXECUTIONS.get(reader, &execution_key(&row.child_arn(&name)))?;
                        if let Some(row) = found {
                            let redrive = row.redrive_status(reader, now)?;
                            children.push(Member::Started(Box::new(row), redrive));
                        }
                    }
                }
                *after = Some(key);
            }
            Ok(children)
        })
    }

    fn listed(
        &self,
        row: &MapRunRow,
        start: &StartMapRun,
        writer: Option<&ResultWriter>,
    ) -> Result<Result<Data, Failure>, AwsError> {
        let mut list = ResultList::new(transformation(writer));
        let mut after = None;
        loop {
            let page = self.children(row, &mut after)?;
            if page.is_empty() {
                return Ok(list.finish(start));
            }
            for child in &page {
                if let Err(failure) = list.push(start, &child.shown(&row.machine_arn)) {
                    return Ok(Err(failure));
                }
            }
        }
    }

    async fn export(
        self: &Arc<Self>,
        row: &MapRunRow,
        start: &StartMapRun,
        writer: &ResultWriter,
        destination: &Destination,
        pending: Vec<ChildInput>,
    ) -> Result<Result<Data, Failure>, AwsError> {
        let name = start.context["Execution"]["Name"].as_str().unwrap_or_default();
        let caller = match self.caller(&row.role_arn, name) {
            Ok(caller) => caller,
            Err(error) => return Ok(Err(writer_failed(error.message))),
        };
        let mut export = Export {
            states: self,
            caller: &caller,
            destination,
            open: ResultFile::ALL.map(|file| (file, destination.begin())),
            files: Vec::new(),
        };
        let mut after = None;
        loop {
            let page = self.children(row, &mut after)?;
            let last = page.is_empty();
            let rest = if last { pending.as_slice() } else { &[] };
            let rest = rest.iter().map(|input| Member::Pending(input.input.text().to_owned()));
            for child in page.into_iter().chain(rest) {
                let shown = child.shown(&row.machine_arn);
                for value in shown.transformed(writer.transformation) {
                    if let Err(error) = export.push(ResultFile::of(shown.status), &value).await {
                        return told(error);
                    }
                }
            }
            if last {
                break;
            }
        }
        if let Err(error) = export.finish().await {
            return told(error);
        }
        Ok(Data::from_value(destination.output()).map_err(|error| writer_failed(error.to_string())))
    }
}

/// Trouble of the platform passes; everything else fails the run.
fn told(error: AwsError) -> Result<Result<Data, Failure>, AwsError> {
    if error.status >= 500 { Err(error) } else { Ok(Err(writer_failed(s3_cause(&error)))) }
}

/// Files that are being written.
struct Export<'a> {
    states: &'a Arc<States>,
    caller: &'a Caller,
    destination: &'a Destination,
    open: [(ResultFile, FileText); 3],
    files: Vec<(ResultFile, String, u64)>,
}

impl Export<'_> {
    async fn push(&mut self, file: ResultFile, value: &serde_json::Value) -> Result<(), AwsError> {
        let Some((_, text)) = self.open.iter_mut().find(|(of, _)| *of == file) else { return Ok(()) };
        text.push(value);
        if text.len() < MAX_FILE {
            return Ok(());
        }
        let full = std::mem::replace(text, self.destination.begin());
        self.write(file, full).await
    }

    async fn write(&mut self, file: ResultFile, text: FileText) -> Result<(), AwsError> {
        let number = self.files.iter().filter(|(of, ..)| *of == file).count();
        let (key, text) = (self.destination.key(file, number), text.finish());
        self.files.push((file, key.clone(), text.len() as u64));
        self.put(key, text).await
    }

    async fn put(&self, key: String, text: String) -> Result<(), AwsError> {
        let input = PutObjectRequest {
            bucket: self.destination.bucket.clone(),
            key,
            content_type: Some("application/json".to_owned()),
            body: Body::from_bytes(text),
            ..PutObjectRequest::default()
        };
        self.states.platform.door.call(self.caller, s3::ops::PutObject, input).await.map(drop)
    }

    async fn finish(mut self) -> Result<(), AwsError> {
        let open = std::mem::replace(&mut self.open, ResultFile::ALL.map(|f| (f, self.destination.begin())));
        for (file, text) in open {
            if !text.is_empty() {
                self.write(file, text).await?;
            }
        }
        let manifest = self.destination.manifest(&self.files).to_string();
        self.put(self.destination.manifest_key(), manifest).await
    }
}

impl Member {
    fn shown<'r>(&'r self, machine_arn: &'r str) -> ChildResult<'r> {
        match self {
            Member::Started(row, (redrive_status, reason)) => ChildResult {
                execution_arn: Some(&row.arn),
                name: Some(&row.name),
                machine_arn,
                input: &row.input,
                status: &row.status,
                output: row.output.as_deref(),
                error: row.error.as_deref(),
                cause: row.cause.as_deref(),
                start_ms: Some(row.start.0),
                stop_ms: row.stop.map(|stop| stop.0),
                redrives: row.redrives.count,
                redriven_ms: row.redrives.last.map(|last| last.0),
                redrive_status,
                redrive_status_reason: reason.as_deref(),
            },
            Member::Pending(input) => ChildResult {
                execution_arn: None,
                name: None,
                machine_arn,
                input,
                status: "PENDING",
                output: None,
                error: None,
                cause: None,
                start_ms: None,
                stop_ms: None,
                redrives: 0,
                redriven_ms: None,
                redrive_status: "NOT_REDRIVABLE",
                redrive_status_reason: None,
            },
        }
    }
}
