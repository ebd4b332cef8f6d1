//! The service: its parts, its handlers, its background work.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use lirio_api::AwsError;
use lirio_api::sagemaker::ops;
use lirio_api::sagemaker_runtime::ops as runtime_ops;
use lirio_service::{Platform, Registry};
use lirio_store::Key;
use tokio::sync::mpsc;

use crate::Containers;
use crate::changes::{Changes, lock};
use crate::endpoints::{Meters, Routes, Writers};
use crate::rows::{ENDPOINTS, JOBS};
use crate::training::LiveJobs;

/// What a commit leaves to be done.
#[derive(Debug)]
pub(crate) enum Wake {
    /// A training job was created.
    Job(Key),
    /// A training job is to be stopped.
    StopJob(Key),
    /// What an endpoint should be has changed.
    Endpoint(Key),
}

/// SageMaker and SageMaker Runtime.
pub struct SageMaker {
    pub(crate) platform: Platform,
    pub(crate) containers: Arc<dyn Containers>,
    pub(crate) jobs: LiveJobs,
    pub(crate) job_changes: Arc<Changes>,
    pub(crate) routes: Routes,
    pub(crate) captures: Writers,
    pub(crate) meters: Meters,
    pub(crate) endpoint_changes: Arc<Changes>,
    wakes: mpsc::UnboundedSender<Wake>,
    woken: Mutex<Option<mpsc::UnboundedReceiver<Wake>>>,
}

impl SageMaker {
    /// The service on a platform, with what runs its containers.
    ///
    /// # Errors
    ///
    /// When its folders in the data directory cannot be made.
    pub fn new(platform: &Platform, containers: Arc<dyn Containers>) -> Result<Arc<Self>, AwsError> {
        let (wakes, woken) = mpsc::unbounded_channel();
        let service = Arc::new(Self {
            platform: platform.clone(),
            containers,
            jobs: LiveJobs::default(),
            job_changes: Arc::default(),
            routes: Routes::default(),
            captures: Writers::default(),
            meters: Meters::default(),
            endpoint_changes: Arc::default(),
            wakes,
            woken: Mutex::new(Some(woken)),
        });
        for folder in [service.folder("jobs"), service.folder("endpoints")] {
            std::fs::create_dir_all(&folder).map_err(|error| {
                AwsError::internal(format_args!("cannot make the folder {}: {error}", folder.display()))
            })?;
        }
        Ok(service)
    }

    /// Registers the handlers of all its operations.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateTrainingJob, Self::create_training_job)
            .on_value(ops::DescribeTrainingJob, Self::describe_training_job)
            .on(ops::ListTrainingJobs, Self::list_training_jobs)
            .on(ops::StopTrainingJob, Self::stop_training_job)
            .on(ops::CreateModel, Self::create_model)
            .on(ops::DescribeModel, Self::describe_model)
            .on(ops::ListModels, Self::list_models)
            .on(ops::DeleteModel, Self::delete_model)
            .on(ops::CreateEndpointConfig, Self::create_endpoint_config)
            .on(ops::DescribeEndpointConfig, Self::describe_endpoint_config)
            .on(ops::ListEndpointConfigs, Self::list_endpoint_configs)
            .on(ops::DeleteEndpointConfig, Self::delete_endpoint_config)
            .on(ops::CreateEndpoint, Self::create_endpoint)
            .on(ops::DescribeEndpoint, Self::describe_endpoint)
            .on(ops::ListEndpoints, Self::list_endpoints)
            .on(ops::UpdateEndpoint, Self::update_endpoint)
            .on(ops::UpdateEndpointWeightsAndCapacities, Self::update_weights_and_capacities)
            .on(ops::DeleteEndpoint, Self::delete_endpoint)
            .on(ops::AddTags, Self::add_tags)
            .on(ops::ListTags, Self::list_tags)
            .on(ops::DeleteTags, Self::delete_tags)
            .on(runtime_ops::InvokeEndpoint, Self::invoke_endpoint)
            .on(runtime_ops::InvokeEndpointWithResponseStream, Self::invoke_endpoint_with_response_stream);
    }

    /// Takes up what an earlier process left (jobs that ran are run again, endpoints are brought up) and
    /// starts the background work, which ends with the platform.  Called once, inside a tokio runtime.
    ///
    /// # Errors
    ///
    /// When the stored state cannot be read.
    pub fn start(self: &Arc<Self>) -> Result<(), AwsError> {
        let Some(mut woken) = lock(&self.woken).take() else { return Ok(()) };
        self.sweep();
        let all = Key::new();
        let (jobs, endpoints) = self.platform.store.read(|read| {
            let mut jobs = JOBS.scan_prefix(read, &all, None, usize::MAX)?;
            jobs.retain(|(_, row)| !row.status.is_terminal());
            Ok::<_, AwsError>((jobs, ENDPOINTS.scan_prefix(read, &all, None, usize::MAX)?))
        })?;
        for (key, row) in endpoints {
            // The route is there before anybody can ask for it, so that an invocation waits for the fleet.
            self.take_up_endpoint(key, row.live.is_some());
        }
        self.start_endpoint_consumers();
        self.start_publishing();
        for (key, _) in jobs {
            self.take_up_job(key, true);
        }
        let service = self.clone();
        tokio::spawn(async move {
            loop {
                let wake = tokio::select! {
                    wake = woken.recv() => wake,
                    () = service.platform.shutdown.requested() => None,
                };
                match wake {
                    Some(Wake::Job(key)) => service.take_up_job(key, false),
                    Some(Wake::StopJob(key)) => service.jobs.stop(&key),
                    Some(Wake::Endpoint(key)) => service.take_up_endpoint(key, false),
                    None => return,
                }
            }
        });
        Ok(())
    }

    /// Hands over what is collected in memory (captured invocations, metrics); called once the platform stops,
    /// before the store closes.
    pub async fn hand_over(&self) {
        self.captures.finish().await;
        self.publish().await;
    }

    /// What a commit hook calls: cheap, and never blocks.
    pub(crate) fn waker(&self) -> mpsc::UnboundedSender<Wake> {
        self.wakes.clone()
    }

    /// A folder for things that need not outlive the process.
    pub(crate) fn folder(&self, name: &str) -> PathBuf {
        self.platform.data_dir.join("sagemaker").join(name)
    }

    /// Removes the trees of containers that died with an earlier process.  Names are never used twice, so
    /// this may go on while new ones are made.
    fn sweep(&self) {
        for folder in [self.folder("jobs"), self.folder("endpoints")] {
            let left: Vec<_> = std::fs::read_dir(&folder)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path())
                .collect();
            if !left.is_empty() {
                tokio::task::spawn_blocking(move || left.into_iter().for_each(|path| remove_tree(&path)));
            }
        }
    }
}

/// Removes a folder of scratch files; what cannot be removed is left to the next start.
pub(crate) fn remove_tree(path: &std::path::Path) {
    match std::fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(path = %path.display(), %error, "cannot remove scratch files; the next start tries again");
        }
        _ => {}
    }
}

impl std::fmt::Debug for SageMaker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SageMaker")
    }
}
