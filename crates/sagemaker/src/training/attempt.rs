//! One attempt at a job: its hosts from the first download to the end of the last container.

use std::collections::VecDeque;
use std::pin::pin;

use futures_util::future::try_join_all;
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt as _, StreamExt as _};
use lirio_api::Timestamp;
use lirio_api::sagemaker::CreateTrainingJobRequest;
use lirio_runtime::NetworkMember;
use lirio_service::BoxFuture;
use lirio_store::Key;
use tokio::sync::watch;

use super::checkpoints;
use super::describe::max_runtime;
use super::failure;
use super::host::{Cause, HostEnd, HostRun, Metrics, Streams, Supplies};
use super::hosts::{self, Host};
use super::inputs;
use super::job::{transition, wait_deadline};
use super::live::LiveJob;
use super::metrics::MetricScanner;
use super::queue::Place;
use super::tree::{HostTree, JobTree};
use crate::containers::{PreparedImage, RunMount, RunSpec};
use crate::rows::{JobRow, Outcome, Secondary};
use crate::s3::Objects;
use crate::{SageMaker, credentials, instance_types};

/// What became of an attempt.
pub(crate) enum End {
    /// It is over, and this is what is left of it.
    Over(Outcome),
    /// It failed, for this reason.
    Failed(String),
    /// Its room was wanted back; it is to go on later.
    Interrupted,
}

/// What an attempt works with.
pub(crate) struct Attempt<'a> {
    pub(crate) key: &'a Key,
    pub(crate) live: &'a LiveJob,
    pub(crate) row: &'a JobRow,
    /// The room that it has.
    pub(crate) place: &'a Place,
    /// Tells the containers of this attempt from all others.
    pub(crate) id: &'a str,
    pub(crate) hosts: &'a [Host],
    pub(crate) tree: &'a JobTree,
    pub(crate) objects: &'a Objects,
}

impl SageMaker {
    /// Prepares and runs the containers; their last lines may still be on the way to the log.
    pub(crate) async fn attempt(&self, attempt: &Attempt<'_>, streams: &mut Vec<Streams>) -> End {
        let Attempt { key, live, row, place, hosts, tree, objects, .. } = *attempt;
        let request = &row.request;
        let algorithm = request.algorithm_specification.clone().unwrap_or_default();
        let uri = algorithm.training_image.unwrap_or_default();
        let scanner = match MetricScanner::new(algorithm.metric_definitions.as_deref().unwrap_or_default()) {
            Ok(scanner) => scanner,
            Err(error) => return End::Failed(format!("ClientError: {}", error.message)),
        };
        let mut stop = live.stop.subscribe();
        let prepare = async {
            // The status is told while the work goes on: it changes nothing about the work.
            let noted = self.record(key, |row, now| {
                transition(row, now, Secondary::Downloading, "Downloading input data");
            });
            let image = async {
                self.containers.image(&uri, &objects.caller).await.map_err(|error| error.to_string())
            };
            let inputs = self.prepare_hosts(attempt);
            let (_, image, inputs) = tokio::join!(noted, image, inputs);
            inputs.and_then(|inputs| Ok((image?, inputs)))
        };
        let (image, supplies) = tokio::select! {
            prepared = prepare => match prepared {
                Ok(prepared) => prepared,
                Err(reason) => return End::Failed(reason),
            },
            _ = stop.wait_for(|stop| *stop) => return End::Over(Outcome::Stopped),
            () = place.interrupted() => return End::Interrupted,
            () = self.until_some(wait_deadline(row)) => return End::Over(Outcome::MaxWaitTimeExceeded),
        };
        let types = hosts.iter().map(|host| host.instance_type.as_str());
        let devices = match self.gpus.of_hosts(&place.gpus(), types).await {
            Ok(devices) => devices,
            Err(reason) => return End::Failed(reason),
        };
        let started = self.platform.now();
        let noted = self.record(key, |row, now| {
            row.started = row.started.or(Some(now));
            row.attempt = Some(now);
            let message = "Training image download completed. Training in progress.";
            transition(row, now, Secondary::Training, message);
        });
        let (orders, ordered) = watch::channel(None);
        let networks = hosts::network(hosts);
        let run = |((((host, tree), supplies), network), devices)| HostRun {
            service: self,
            host,
            spec: RunSpec { devices, ..spec(attempt, host, tree, &image, network) },
            role: &request.role_arn,
            log: log_of(attempt, host, started),
            metrics: Some(Metrics {
                job: &request.training_job_name,
                scanner: &scanner,
                newest: &live.metrics,
            }),
            supplies,
            ordered: ordered.clone(),
            written: Box::new(move || failure::written(tree)),
        };
        let runs = hosts.iter().zip(&tree.hosts).zip(supplies).zip(networks).zip(devices).map(run);
        let runs = runs.map(|run| run.run().boxed()).collect();
        let deadline = started.0 + max_runtime(row).saturating_mul(1000) - row.spent_ms;
        let order = async {
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => Cause::Stopped,
                () = self.until(deadline) => Cause::MaxRuntime,
                () = self.until_some(wait_deadline(row)) => Cause::MaxWaitTime,
                () = place.interrupted() => Cause::Interrupted,
            }
        };
        // Telling and starting go on at the same time; what a container does is the same either way.
        let (_, end) = tokio::join!(noted, run_hosts(runs, &orders, order, streams, hosts.len() > 1));
        end
    }

    /// Fills the folders of all hosts.
    async fn prepare_hosts(&self, attempt: &Attempt<'_>) -> Result<Vec<Supplies>, String> {
        let Attempt { row, hosts, tree, objects, .. } = attempt;
        let sources = inputs::find(objects, &row.request).await?;
        let all = hosts.iter().zip(&tree.hosts);
        let all = all.map(|(host, tree)| prepare_host(attempt, &sources, host, tree).boxed());
        try_join_all(all.collect::<Vec<_>>()).await
    }
}

/// Runs all hosts to their end.  When one fails, the others are asked to end too.
pub(crate) async fn run_hosts(
    mut running: FuturesUnordered<BoxFuture<'_, HostEnd>>,
    orders: &watch::Sender<Option<Cause>>,
    order: impl Future<Output = Cause>,
    streams: &mut Vec<Streams>,
    several: bool,
) -> End {
    let mut order = pin!(order);
    let mut given = None;
    let mut failed = None;
    while !running.is_empty() {
        tokio::select! {
            cause = &mut order, if given.is_none() => {
                given = Some(cause);
                orders.send_replace(given);
            }
            Some(mut end) = running.next() => {
                streams.extend(end.streams.take());
                // Whoever was told to end may do so with any code.
                let reason = match end.failure {
                    Some(reason) => Some(reason),
                    None if given.is_none() && end.code != 0 => Some(end.reason),
                    None => None,
                };
                if let Some(reason) = reason
                    && failed.is_none()
                {
                    failed = Some(if several { failure::of_host(&end.host, &reason) } else { reason });
                    given = given.or(Some(Cause::Peer));
                    orders.send_replace(given);
                }
            }
        }
    }
    match (failed, given) {
        (Some(reason), _) => End::Failed(reason),
        (None, None | Some(Cause::Peer)) => End::Over(Outcome::Completed),
        (None, Some(Cause::Stopped)) => End::Over(Outcome::Stopped),
        (None, Some(Cause::MaxRuntime)) => End::Over(Outcome::MaxRuntimeExceeded),
        (None, Some(Cause::MaxWaitTime)) => End::Over(Outcome::MaxWaitTimeExceeded),
        (None, Some(Cause::Interrupted)) => End::Interrupted,
    }
}

/// Fills the folders of one host.
async fn prepare_host(
    attempt: &Attempt<'_>,
    sources: &inputs::Sources,
    host: &Host,
    tree: &HostTree,
) -> Result<Supplies, String> {
    let Attempt { row, hosts, objects, .. } = attempt;
    let request = &row.request;
    let pipes = inputs::fill(objects, request, sources, hosts, host, tree).await?;
    let mirrors = match &request.checkpoint_config {
        Some(config) => vec![checkpoints::restore(objects, config, tree.checkpoints()).await?],
        None => Vec::new(),
    };
    Ok(Supplies { pipes, mirrors })
}

fn spec(
    attempt: &Attempt<'_>,
    host: &Host,
    tree: &HostTree,
    image: &PreparedImage,
    network: Option<NetworkMember>,
) -> RunSpec {
    let Attempt { row, id, hosts, .. } = attempt;
    let request = &row.request;
    RunSpec {
        id: format!("job-{id}-{}", host.name),
        image: image.clone(),
        network,
        ..run_spec(request, &row.arn, &row.scope.region, tree.mounts(request, hosts, host), host)
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
        volume_gib: request.resource_config.as_ref().and_then(|resources| resources.volume_size_in_gb),
        ..RunSpec::default()
    }
}

fn log_of(attempt: &Attempt<'_>, host: &Host, started: Timestamp) -> (String, String) {
    let name = &attempt.row.request.training_job_name;
    let stream = format!("{name}/{}-{}", host.name, started.0.div_euclid(1000));
    ("/aws/sagemaker/TrainingJobs".to_owned(), stream)
}

/// The last lines of a container's output.
pub(crate) type Tail = VecDeque<String>;
