//! The service: its parts, its handlers, its background work.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use lirio_api::sagemaker::ops;
use lirio_api::sagemaker_runtime::ops as runtime_ops;
use lirio_api::{AwsError, Timestamp};
use lirio_cdi::Folders;
use lirio_service::{Platform, Registry};
use lirio_store::{Key, Read};
use tokio::sync::mpsc;

use crate::changes::{Changes, lock};
use crate::endpoints::{Meters, Routes, Writers};
use crate::gpus::Gpus;
use crate::jobs::{Desks, JobKind, TakeUp, unfinished};
use crate::registry::PACKAGES;
use crate::rows::ENDPOINTS;
use crate::{Containers, Limits, training};

/// Folders for things that need not outlive the process.
const FOLDERS: [&str; 3] = ["jobs", "endpoints", "transforms"];

/// What a commit leaves to be done.
#[derive(Debug)]
pub(crate) enum Wake {
    /// A job was created.
    Job(JobKind, Key),
    /// What an endpoint should be has changed.
    Endpoint(Key),
    /// A model package was registered.
    Package(Key),
}

/// What all jobs together may take; a job that does not fit waits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct TrainingCapacity {
    /// Processors; `None`: those of the machine.
    pub cpus: Option<f64>,
    /// Bytes of memory; `None`: that of the machine.
    pub memory_bytes: Option<u64>,
}

impl TrainingCapacity {
    fn amount(self, gpus: u64) -> training::Amount {
        let machine = training::machine();
        training::Amount {
            // Thousandths; a negative number or none counts as nothing, and everything then runs alone.
            millicpus: self.cpus.map_or(machine.millicpus, |cpus| (cpus * 1000.0) as u64),
            memory: self.memory_bytes.unwrap_or(machine.memory),
            gpus,
        }
    }
}

/// What can be set; the default is AWS's, on the whole machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// What training jobs share.
    pub capacity: TrainingCapacity,
    /// Times and sizes of the contracts of containers.
    pub limits: Limits,
    /// Where GPUs are described.
    pub devices: Folders,
}

/// SageMaker and SageMaker Runtime.
pub struct SageMaker {
    pub(crate) platform: Platform,
    pub(crate) limits: Limits,
    pub(crate) containers: Arc<dyn Containers>,
    pub(crate) jobs: Desks,
    pub(crate) queue: Arc<training::Queue>,
    pub(crate) gpus: Gpus,
    pub(crate) pools: training::Pools,
    pub(crate) routes: Routes,
    pub(crate) captures: Writers,
    pub(crate) meters: Meters,
    pub(crate) endpoint_changes: Arc<Changes>,
    pub(crate) package_changes: Arc<Changes>,
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
        Self::with(platform, containers, Settings::default())
    }

    /// The same with settings.
    ///
    /// # Errors
    ///
    /// When its folders in the data directory cannot be made.
    pub fn with(
        platform: &Platform,
        containers: Arc<dyn Containers>,
        settings: Settings,
    ) -> Result<Arc<Self>, AwsError> {
        let (wakes, woken) = mpsc::unbounded_channel();
        let gpus = Gpus::find(settings.devices);
        let room = settings.capacity.amount(gpus.count());
        let service = Arc::new(Self {
            platform: platform.clone(),
            limits: settings.limits,
            containers,
            jobs: Desks::default(),
            queue: training::Queue::new(room, platform.shutdown.clone()),
            gpus,
            pools: training::Pools::default(),
            routes: Routes::default(),
            captures: Writers::default(),
            meters: Meters::default(),
            endpoint_changes: Arc::default(),
            package_changes: Arc::default(),
            wakes,
            woken: Mutex::new(Some(woken)),
        });
        for folder in FOLDERS.map(|name| service.folder(name)) {
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
            .on(ops::UpdateTrainingJob, Self::update_training_job)
            .on(ops::DeleteTrainingJob, Self::delete_training_job)
            .on(ops::CreateProcessingJob, Self::create_processing_job)
            .on_value(ops::DescribeProcessingJob, Self::describe_processing_job)
            .on(ops::ListProcessingJobs, Self::list_processing_jobs)
            .on(ops::StopProcessingJob, Self::stop_processing_job)
            .on(ops::DeleteProcessingJob, Self::delete_processing_job)
            .on(ops::CreateTransformJob, Self::create_transform_job)
            .on(ops::DescribeTransformJob, Self::describe_transform_job)
            .on(ops::ListTransformJobs, Self::list_transform_jobs)
            .on(ops::StopTransformJob, Self::stop_transform_job)
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
            .on(ops::CreateModelPackageGroup, Self::create_model_package_group)
            .on(ops::DescribeModelPackageGroup, Self::describe_model_package_group)
            .on(ops::ListModelPackageGroups, Self::list_model_package_groups)
            .on(ops::DeleteModelPackageGroup, Self::delete_model_package_group)
            .on(ops::PutModelPackageGroupPolicy, Self::put_model_package_group_policy)
            .on(ops::GetModelPackageGroupPolicy, Self::get_model_package_group_policy)
            .on(ops::DeleteModelPackageGroupPolicy, Self::delete_model_package_group_policy)
            .on(ops::CreateModelPackage, Self::create_model_package)
            .on_value(ops::DescribeModelPackage, Self::describe_model_package)
            .on(ops::BatchDescribeModelPackage, Self::batch_describe_model_package)
            .on(ops::ListModelPackages, Self::list_model_packages)
            .on(ops::UpdateModelPackage, Self::update_model_package)
            .on(ops::DeleteModelPackage, Self::delete_model_package)
            .on(ops::CreateAction, Self::create_action)
            .on(ops::DescribeAction, Self::describe_action)
            .on(ops::UpdateAction, Self::update_action)
            .on(ops::DeleteAction, Self::delete_action)
            .on(ops::CreateContext, Self::create_context)
            .on(ops::DescribeContext, Self::describe_context)
            .on(ops::UpdateContext, Self::update_context)
            .on(ops::DeleteContext, Self::delete_context)
            .on(ops::CreateArtifact, Self::create_artifact)
            .on(ops::DescribeArtifact, Self::describe_artifact)
            .on(ops::UpdateArtifact, Self::update_artifact)
            .on(ops::DeleteArtifact, Self::delete_artifact)
            .on(ops::ListActions, Self::list_actions)
            .on(ops::ListContexts, Self::list_contexts)
            .on(ops::ListArtifacts, Self::list_artifacts)
            .on(ops::AddAssociation, Self::add_association)
            .on(ops::DeleteAssociation, Self::delete_association)
            .on(ops::ListAssociations, Self::list_associations)
            .on(ops::QueryLineage, Self::query_lineage)
            .on(ops::DescribeTrialComponent, Self::describe_trial_component)
            .on(ops::ListTrialComponents, Self::list_trial_components)
            .on_value(ops::Search, Self::search)
            .on(ops::GetSearchSuggestions, Self::get_search_suggestions)
            .on(ops::AddTags, Self::add_tags)
            .on(ops::ListTags, Self::list_tags)
            .on(ops::DeleteTags, Self::delete_tags)
            .on(runtime_ops::InvokeEndpoint, Self::invoke_endpoint)
            .on(runtime_ops::InvokeEndpointWithResponseStream, Self::invoke_endpoint_with_response_stream);
        let policies = self.clone();
        registry.resource_policies("sagemaker", move |scope, arn| policies.policy_of(scope, arn));
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
        let (jobs, endpoints, packages) = self.platform.store.read(|read| {
            let mut packages = PACKAGES.scan_prefix(read, &all, None, usize::MAX)?;
            packages.retain(|(_, row)| !row.is_settled());
            let endpoints = ENDPOINTS.scan_prefix(read, &all, None, usize::MAX)?;
            Ok::<_, AwsError>((unfinished_jobs(read)?, endpoints, packages))
        })?;
        for (key, row) in endpoints {
            // The route is there before anybody can ask for it, so that an invocation waits for the fleet.
            self.take_up_endpoint(key, row.live.is_some());
        }
        self.start_endpoint_consumers();
        self.start_publishing();
        // The oldest asks first for the machine's room.
        for (_, take_up) in jobs {
            take_up(self);
        }
        for (key, _) in packages {
            self.take_up_package(key);
        }
        let (service, now) = (self.clone(), self.platform.now());
        tokio::spawn(async move {
            let commit = || service.platform.store.commit(move |txn| training::end_all_pools(txn, now));
            tokio::select! {
                () = service.insist("end the warm pools of an earlier process", commit) => {}
                () = service.platform.shutdown.requested() => {}
            }
        });
        let service = self.clone();
        tokio::spawn(async move {
            loop {
                let wake = tokio::select! {
                    wake = woken.recv() => wake,
                    () = service.platform.shutdown.requested() => None,
                };
                match wake {
                    Some(Wake::Job(JobKind::Training, key)) => service.take_up_job(key, None),
                    Some(Wake::Job(JobKind::Processing, key)) => service.take_up_processing_job(key, None),
                    Some(Wake::Job(JobKind::Transform, key)) => service.take_up_transform(key, None),
                    Some(Wake::Endpoint(key)) => service.take_up_endpoint(key, false),
                    Some(Wake::Package(key)) => service.take_up_package(key),
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
        for folder in FOLDERS.map(|name| self.folder(name)) {
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

/// The jobs of all kinds that have not ended, in the order of their creation.
fn unfinished_jobs(read: &impl Read) -> Result<Vec<(Timestamp, TakeUp)>, AwsError> {
    let mut jobs = unfinished(read, SageMaker::take_up_job)?;
    jobs.extend(unfinished(read, SageMaker::take_up_processing_job)?);
    jobs.extend(unfinished(read, SageMaker::take_up_transform)?);
    jobs.sort_by_key(|(created, _)| *created);
    Ok(jobs)
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
