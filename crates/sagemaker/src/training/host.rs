//! One host of a job: its container, its output, the folders that S3 shows.

use std::pin::pin;
use std::sync::Mutex;
use std::time::Duration;

use lirio_api::Timestamp;
use lirio_api::sagemaker::MetricData;
use tokio::sync::{mpsc, watch};

use super::attempt::Tail;
use super::failure;
use super::hosts::Host;
use super::metrics::{MetricScanner, note};
use super::mirror::Mirror;
use super::pipes::Pipes;
use super::series::Series;
use crate::changes::lock;
use crate::containers::{ContainerError, ContainerExit, OutputLine, RunSpec, RunningContainer};
use crate::logs::LogShipper;
use crate::{SageMaker, credentials};

/// The last lines of output, kept for a failure without a failure file.
const TAIL_LINES: usize = 20;
/// How long the last lines may take to come through after the container has ended.
pub(crate) const LAST_LINES: Duration = Duration::from_secs(5);
/// Between two looks at the checkpoints.
const LOOK_MS: i64 = 1000;

/// Why a container is told to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    Stopped,
    MaxRuntime,
    MaxWaitTime,
    /// Another job needs the room.
    Interrupted,
    /// Another host of the job has failed.
    Peer,
}

/// What is read out of the output of a host.
#[derive(Clone, Copy)]
pub(crate) struct Metrics<'a> {
    pub(crate) job: &'a str,
    pub(crate) scanner: &'a MetricScanner,
    pub(crate) newest: &'a Mutex<Vec<MetricData>>,
}

/// What a host needs while its container runs.
pub(crate) struct Supplies {
    pub(crate) pipes: Pipes,
    /// Folders that S3 shows while it runs.
    pub(crate) mirrors: Vec<Mirror>,
}

/// A host to be run.
pub(crate) struct HostRun<'a> {
    pub(crate) service: &'a SageMaker,
    pub(crate) host: &'a Host,
    pub(crate) spec: RunSpec,
    pub(crate) role: &'a str,
    /// Group and stream of its log.
    pub(crate) log: (String, String),
    pub(crate) metrics: Option<Metrics<'a>>,
    pub(crate) supplies: Supplies,
    pub(crate) ordered: watch::Receiver<Option<Cause>>,
    /// Reads what the program has written about its failure.
    pub(crate) written: Box<dyn Fn() -> Option<String> + Send + Sync + 'a>,
}

/// Where the output of a host goes.
pub(crate) struct Streams {
    logs: LogShipper,
    series: Option<Series>,
}

impl Streams {
    /// Resolves when everything is stored, or could not be.
    pub(crate) async fn flushed(self) {
        let series = async {
            if let Some(series) = self.series {
                series.flushed().await;
            }
        };
        tokio::join!(self.logs.flushed(), series);
    }
}

/// How it ended.
pub(crate) struct HostEnd {
    pub(crate) host: String,
    pub(crate) streams: Option<Streams>,
    /// What went wrong besides the program itself.
    pub(crate) failure: Option<String>,
    pub(crate) code: i32,
    /// What the program's end means if it was not told to.
    pub(crate) reason: String,
}

impl HostRun<'_> {
    /// From the start of the container to its end.
    pub(crate) async fn run(mut self) -> HostEnd {
        let mut end = HostEnd {
            host: self.host.name.clone(),
            streams: None,
            failure: None,
            code: 0,
            reason: String::new(),
        };
        let mut tail = Tail::new();
        let (exit, broken) = match self.contain(&mut end.streams, &mut tail).await {
            Ok(ended) => ended,
            Err(error) => {
                end.failure = Some(failure::not_started(&error));
                return end;
            }
        };
        for mirror in &mut self.supplies.mirrors {
            if let Err(why) = mirror.sync(true).await {
                end.failure = Some(format!("ClientError: {} cannot be stored: {why}", mirror.what));
            }
        }
        end.failure = broken.or(end.failure);
        end.code = exit.code;
        if exit.code != 0 {
            end.reason = failure::of_program((self.written)(), exit, &tail, &self.host.instance_type);
        }
        end
    }

    async fn contain(
        &mut self,
        streams: &mut Option<Streams>,
        tail: &mut Tail,
    ) -> Result<(ContainerExit, Option<String>), ContainerError> {
        let service = self.service;
        let container = service.containers.run(std::mem::take(&mut self.spec)).await?;
        let doors = credentials::serve(&service.platform, &*container, self.role)
            .map_err(|error| ContainerError::Platform(error.to_string()))?;
        let door = &service.platform.door;
        let (group, stream) = self.log.clone();
        let metrics = self.metrics.filter(|metrics| !metrics.scanner.is_empty());
        let series = metrics.map(|metrics| Series::new(door.clone(), metrics.job.to_owned()));
        let streams = streams.insert(Streams { logs: LogShipper::new(door.clone(), group, stream), series });
        // Before anybody waits for the end: from then on output that nobody has taken is thrown away.
        let output = container.take_output();
        let mut lines = pin!(follow(output, metrics, streams, tail));
        let Supplies { pipes, mirrors } = &mut self.supplies;
        let mut ended = pin!(supervise(service, &*container, self.ordered.clone(), pipes));
        let mut syncing = pin!(keep_in_sync(service, mirrors));
        let mut all_lines = false;
        let ended = loop {
            tokio::select! {
                ended = &mut ended => break ended,
                () = &mut lines, if !all_lines => all_lines = true,
                () = &mut syncing => {}
            }
        };
        if !all_lines {
            let _ = tokio::time::timeout(LAST_LINES, &mut lines).await;
        }
        drop(doors);
        Ok(ended)
    }
}

/// Waits for the end of a container, and brings it about when that is ordered, or when a pipe has failed: the
/// container would take what has come for the whole.  The reason of the pipe, if that was first.
async fn supervise(
    service: &SageMaker,
    container: &dyn RunningContainer,
    mut ordered: watch::Receiver<Option<Cause>>,
    pipes: &Pipes,
) -> (ContainerExit, Option<String>) {
    let broken = tokio::select! {
        // It may have ended because of the pipe.
        exit = container.wait() => return (exit, pipes.failure()),
        _ = ordered.wait_for(Option::is_some) => None,
        reason = pipes.failed() => Some(reason),
    };
    container.terminate().await;
    let grace = i64::try_from(service.limits.training_grace.as_millis()).unwrap_or(i64::MAX);
    let exit = tokio::select! {
        exit = container.wait() => exit,
        () = service.until(service.platform.now().0.saturating_add(grace)) => {
            container.kill().await;
            container.wait().await
        }
    };
    (exit, broken)
}

/// Stores files as they appear.  Never ends; what could not be stored is tried again in the next look.
async fn keep_in_sync(service: &SageMaker, mirrors: &mut [Mirror]) {
    if mirrors.is_empty() {
        return std::future::pending().await;
    }
    loop {
        service.until(service.platform.now().0 + LOOK_MS).await;
        for mirror in &mut *mirrors {
            if let Err(why) = mirror.sync(false).await {
                tracing::warn!(why, what = mirror.what, "files of a job are not stored yet");
            }
        }
    }
}

/// Keeps a line among the last ones.
fn remember(tail: &mut Tail, line: &[u8]) {
    if tail.len() == TAIL_LINES {
        tail.pop_front();
    }
    let shown = String::from_utf8_lossy(&line[..line.len().min(failure::REASON)]);
    tail.push_back(shown.into_owned());
}

/// Takes the container's lines: metrics as they appear, the last ones kept, all of them to the log.
async fn follow(
    output: Option<mpsc::Receiver<OutputLine>>,
    metrics: Option<Metrics<'_>>,
    streams: &Streams,
    tail: &mut Tail,
) {
    let Some(mut output) = output else { return };
    while let Some(line) = output.recv().await {
        let OutputLine { timestamp_ms, bytes } = &line;
        if let Some(Metrics { scanner, newest, .. }) = metrics {
            for (name, value) in scanner.scan(bytes) {
                let at = Timestamp(*timestamp_ms);
                note(&mut lock(newest), &name, value, at);
                if let Some(series) = &streams.series {
                    series.send(&name, value, at).await;
                }
            }
        }
        remember(tail, bytes);
        streams.logs.send(line).await;
    }
}
