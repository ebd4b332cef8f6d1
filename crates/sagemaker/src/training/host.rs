//! One host of a job: its container, its output, its checkpoints.

use std::pin::pin;
use std::sync::Mutex;
use std::time::Duration;

use lirio_api::Timestamp;
use lirio_api::sagemaker::{CreateTrainingJobRequest, MetricData};
use lirio_runtime::NetworkMember;
use tokio::sync::{mpsc, watch};

use super::attempt::{Attempt, Supplies, Tail};
use super::checkpoints::Checkpoints;
use super::failure;
use super::hosts::Host;
use super::metrics::{MetricScanner, note};
use super::pipes::Pipes;
use super::series::Series;
use super::tree::HostTree;
use crate::changes::lock;
use crate::containers::{
    ContainerError, ContainerExit, OutputLine, PreparedImage, RunMount, RunSpec, RunningContainer,
};
use crate::logs::LogShipper;
use crate::{SageMaker, credentials, instance_types};

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

/// A host to be run.
pub(crate) struct HostRun<'a> {
    pub(crate) service: &'a SageMaker,
    pub(crate) attempt: &'a Attempt<'a>,
    pub(crate) host: &'a Host,
    pub(crate) tree: &'a HostTree,
    pub(crate) image: PreparedImage,
    pub(crate) scanner: &'a MetricScanner,
    pub(crate) started: Timestamp,
    pub(crate) supplies: Supplies,
    pub(crate) ordered: watch::Receiver<Option<Cause>>,
    /// Where it meets the other hosts, if there are any.
    pub(crate) network: Option<NetworkMember>,
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
        if let Some(checkpoints) = &mut self.supplies.checkpoints
            && let Err(why) = checkpoints.sync(true).await
        {
            end.failure = Some(format!("ClientError: the checkpoints cannot be stored: {why}"));
        }
        end.failure = broken.or(end.failure);
        end.code = exit.code;
        if exit.code != 0 {
            end.reason = failure::of_program(self.tree, exit, &tail, &self.host.instance_type);
        }
        end
    }

    fn spec(&self) -> RunSpec {
        let Attempt { row, id, hosts, .. } = self.attempt;
        let request = &row.request;
        RunSpec {
            id: format!("job-{id}-{}", self.host.name),
            image: self.image.clone(),
            network: self.network.clone(),
            ..run_spec(
                request,
                &row.arn,
                &row.scope.region,
                self.tree.mounts(request, hosts, self.host),
                self.host,
            )
        }
    }

    async fn contain(
        &mut self,
        streams: &mut Option<Streams>,
        tail: &mut Tail,
    ) -> Result<(ContainerExit, Option<String>), ContainerError> {
        let service = self.service;
        let Attempt { live, row, .. } = self.attempt;
        let container = service.containers.run(self.spec()).await?;
        let doors = credentials::serve(&service.platform, &*container, &row.request.role_arn)
            .map_err(|error| ContainerError::Platform(error.to_string()))?;
        let name = &row.request.training_job_name;
        let stream = format!("{name}/{}-{}", self.host.name, self.started.0.div_euclid(1000));
        let group = "/aws/sagemaker/TrainingJobs".to_owned();
        let door = &service.platform.door;
        let series = (!self.scanner.is_empty()).then(|| Series::new(door.clone(), name.clone()));
        let streams = streams.insert(Streams { logs: LogShipper::new(door.clone(), group, stream), series });
        // Before anybody waits for the end: from then on output that nobody has taken is thrown away.
        let output = container.take_output();
        let mut lines = pin!(follow(output, self.scanner, &live.metrics, streams, tail));
        let Supplies { pipes, checkpoints } = &mut self.supplies;
        let mut ended = pin!(supervise(service, &*container, self.ordered.clone(), pipes));
        let mut syncing = pin!(keep_in_sync(service, checkpoints.as_mut()));
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

/// What the container of a job's host is given, but for its name, its image and its network.
pub(crate) fn run_spec(
    request: &CreateTrainingJobRequest,
    arn: &str,
    region: &str,
    mounts: Vec<RunMount>,
    host: &Host,
) -> RunSpec {
    let algorithm = request.algorithm_specification.clone().unwrap_or_default();
    let isolated = request.enable_network_isolation == Some(true);
    let size = instance_types::size(&host.instance_type);
    let mut env = credentials::environment(region, isolated);
    env.extend(request.environment.clone().into_iter().flatten());
    env.push(("TRAINING_JOB_NAME".to_owned(), request.training_job_name.clone()));
    env.push(("TRAINING_JOB_ARN".to_owned(), arn.to_owned()));
    RunSpec {
        entrypoint: algorithm.container_entrypoint,
        arguments: algorithm.container_arguments.unwrap_or_else(|| vec!["train".to_owned()]),
        env,
        hostname: host.name.clone(),
        mounts,
        memory_bytes: size.memory_bytes,
        cpus: size.cpus,
        listeners: credentials::ports(isolated),
        ..RunSpec::default()
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

/// Stores checkpoints as they appear.  Never ends; what could not be stored is tried again in the next look.
async fn keep_in_sync(service: &SageMaker, checkpoints: Option<&mut Checkpoints>) {
    let Some(checkpoints) = checkpoints else { return std::future::pending().await };
    loop {
        service.until(service.platform.now().0 + LOOK_MS).await;
        if let Err(why) = checkpoints.sync(false).await {
            tracing::warn!(why, "checkpoints of a training job are not stored yet");
        }
    }
}

/// Takes the container's lines: metrics as they appear, the last ones kept, all of them to the log.
async fn follow(
    output: Option<mpsc::Receiver<OutputLine>>,
    scanner: &MetricScanner,
    metrics: &Mutex<Vec<MetricData>>,
    streams: &Streams,
    tail: &mut Tail,
) {
    let Some(mut output) = output else { return };
    while let Some(line) = output.recv().await {
        let OutputLine { timestamp_ms, bytes } = &line;
        for (name, value) in scanner.scan(bytes) {
            let at = Timestamp(*timestamp_ms);
            note(&mut lock(metrics), &name, value, at);
            if let Some(series) = &streams.series {
                series.send(&name, value, at).await;
            }
        }
        if tail.len() == TAIL_LINES {
            tail.pop_front();
        }
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(failure::REASON)]);
        tail.push_back(shown.into_owned());
        streams.logs.send(line).await;
    }
}
