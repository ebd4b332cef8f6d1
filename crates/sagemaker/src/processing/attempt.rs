//! One attempt at a job: its hosts from the first download to the end of the last container.

use futures_util::FutureExt as _;
use futures_util::future::try_join_all;
use lirio_runtime::NetworkMember;
use lirio_store::Key;
use tokio::sync::watch;

use super::describe::max_runtime;
use super::inputs::{self, Input, Share};
use super::keep;
use super::rows::ProcessingRow;
use super::tree::{HostTree, JobTree};
use crate::containers::{PreparedImage, RunSpec};
use crate::rows::Outcome;
use crate::s3::Objects;
use crate::training::{Cause, End, Host, HostRun, LiveJob, Place, Streams, Supplies, network, run_hosts};
use crate::{SageMaker, credentials, instance_types};

const LOG_GROUP: &str = "/aws/sagemaker/ProcessingJobs";

/// What an attempt works with.
pub(super) struct Attempt<'a> {
    pub(super) key: &'a Key,
    pub(super) live: &'a LiveJob,
    pub(super) row: &'a ProcessingRow,
    /// The room that it has.
    pub(super) place: &'a Place,
    /// Tells the containers of this attempt from all others.
    pub(super) id: &'a str,
    pub(super) hosts: &'a [Host],
    pub(super) tree: &'a JobTree,
    pub(super) objects: &'a Objects,
}

impl SageMaker {
    /// Prepares and runs the containers; their last lines may still be on the way to the log.
    pub(super) async fn processing_attempt(&self, attempt: &Attempt<'_>, streams: &mut Vec<Streams>) -> End {
        let Attempt { key, live, row, place, hosts, tree, objects, .. } = *attempt;
        let request = &row.request;
        let mut stop = live.stop.subscribe();
        let prepare = async {
            let image = async {
                let uri = &request.app_specification.image_uri;
                self.containers.image(uri, &objects.caller).await.map_err(|error| error.to_string())
            };
            let (image, supplies) = tokio::join!(image, prepare_hosts(attempt));
            supplies.and_then(|supplies| Ok((image?, supplies)))
        };
        let (image, supplies) = tokio::select! {
            prepared = prepare => match prepared {
                Ok(prepared) => prepared,
                Err(reason) => return End::Failed(reason),
            },
            _ = stop.wait_for(|stop| *stop) => return End::Over(Outcome::Stopped),
        };
        let types = hosts.iter().map(|host| host.instance_type.as_str());
        let devices = match self.gpus.of_hosts(&place.gpus(), types).await {
            Ok(devices) => devices,
            Err(reason) => return End::Failed(reason),
        };
        let started = self.platform.now();
        let noted = self.record_processing(key, |row, now| row.started = Some(now));
        let (orders, ordered) = watch::channel(None);
        let run = |((((host, tree), supplies), network), devices)| HostRun {
            service: self,
            host,
            spec: RunSpec { devices, ..spec(attempt, host, tree, &image, network) },
            role: &request.role_arn,
            log: {
                let (job, second) = (&request.processing_job_name, started.0.div_euclid(1000));
                (LOG_GROUP.to_owned(), format!("{job}/{}-{second}", host.name))
            },
            metrics: None,
            supplies,
            ordered: ordered.clone(),
            written: Box::new(|| None),
        };
        let runs = hosts.iter().zip(&tree.hosts).zip(supplies).zip(network(hosts)).zip(devices).map(run);
        let runs = runs.map(|run| run.run().boxed()).collect();
        let deadline = started.0.saturating_add(max_runtime(row).saturating_mul(1000));
        let order = async {
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => Cause::Stopped,
                () = self.until(deadline) => Cause::MaxRuntime,
            }
        };
        // Telling and starting go on at the same time; what a container does is the same either way.
        let (_, end) = tokio::join!(noted, run_hosts(runs, &orders, order, streams, hosts.len() > 1));
        end
    }
}

/// Fills the folders of all hosts.
async fn prepare_hosts(attempt: &Attempt<'_>) -> Result<Vec<Supplies>, String> {
    let Attempt { row, tree, objects, .. } = attempt;
    let inputs = row.request.processing_inputs.as_deref().unwrap_or_default();
    let found = inputs::find(objects, inputs, &row.request.role_arn).await?;
    let hosts = tree.hosts.len();
    let all = tree.hosts.iter().enumerate();
    let all = all.map(|(host, tree)| prepare_host(attempt, &found, Share { host, hosts }, tree).boxed());
    try_join_all(all.collect::<Vec<_>>()).await
}

async fn prepare_host(
    attempt: &Attempt<'_>,
    found: &[Input],
    share: Share,
    tree: &HostTree,
) -> Result<Supplies, String> {
    let pipes = inputs::fill(attempt.objects, found, share, tree).await?;
    Ok(Supplies { pipes, mirrors: keep::mirrors(attempt.row, attempt.objects, tree) })
}

fn spec(
    attempt: &Attempt<'_>,
    host: &Host,
    tree: &HostTree,
    image: &PreparedImage,
    network: Option<NetworkMember>,
) -> RunSpec {
    let Attempt { row, id, .. } = attempt;
    let request = &row.request;
    let app = request.app_specification.clone();
    let isolated =
        request.network_config.as_ref().is_some_and(|config| config.enable_network_isolation == Some(true));
    let size = instance_types::size(&host.instance_type);
    let mut env = credentials::environment(&row.scope.region, isolated);
    env.extend(request.environment.clone().into_iter().flatten());
    // As with `docker run`: another entry point takes the image's own arguments along.
    let arguments = match (&app.container_entrypoint, app.container_arguments) {
        (_, Some(arguments)) => arguments,
        (Some(_), None) => Vec::new(),
        (None, None) => image.cmd.clone(),
    };
    RunSpec {
        id: format!("job-{id}-{}", host.name),
        image: image.clone(),
        entrypoint: app.container_entrypoint,
        arguments,
        env,
        hostname: host.name.clone(),
        mounts: tree.mounts(),
        memory_bytes: size.memory_bytes,
        cpus: size.cpus,
        listeners: credentials::ports(isolated),
        network,
        volume_gib: Some(request.processing_resources.cluster_config.volume_size_in_gb),
        ..RunSpec::default()
    }
}
