//! A platform in a temporary folder.

use std::path::PathBuf;
use std::sync::Arc;

use lirio_api::sagemaker::{
    AlgorithmSpecification, Channel, CreateTrainingJobRequest, DataSource, DescribeTrainingJobRequest,
    OutputDataConfig, ResourceConfig, S3DataSource, StoppingCondition, ops,
};
use lirio_api::{AwsError, OperationType, Shaped as _};
use lirio_cdi::Folders;
use lirio_sagemaker::{Containers, Limits, SageMaker, Settings, TrainingCapacity};
use lirio_service::{Caller, Context, Platform, Registry, Scope, topics};
use lirio_store::{Clock, Store};
use serde_json::Value as Json;

use crate::fakes::{Elsewhere, Gateway, ROLE, Roles, Tasks};

/// One process of the platform, and what outlives it.
pub(crate) struct World {
    pub(crate) platform: Platform,
    pub(crate) elsewhere: Arc<Elsewhere>,
    pub(crate) tasks: Arc<Tasks>,
    pub(crate) service: Arc<SageMaker>,
    registry: Registry,
    folder: Arc<Folder>,
    clock: Arc<dyn Clock>,
    real: Option<MakeContainers>,
    settings: Settings,
}

/// Room for whatever a test runs at a time.
pub(crate) fn large() -> Settings {
    Settings {
        capacity: TrainingCapacity { cpus: Some(256.0), memory_bytes: Some(1 << 40) },
        limits: Limits::default(),
        // Not those of the machine that the test runs on.
        devices: Folders(Vec::new()),
    }
}

/// A machine with so many processors, and four GiB of memory for each.
pub(crate) fn of_cpus(cpus: u32) -> Settings {
    let capacity =
        TrainingCapacity { cpus: Some(f64::from(cpus)), memory_bytes: Some(u64::from(cpus) << 32) };
    Settings { capacity, ..large() }
}

/// Makes other containers than the made-up ones.
pub(crate) type MakeContainers = fn(&Platform) -> Arc<dyn Containers>;

struct Folder(PathBuf);

impl Folder {
    fn new() -> Arc<Self> {
        let name = format!("lirio-sagemaker-{}", lirio_service::hex_id::<8>());
        Arc::new(Self(std::env::temp_dir().join(name)))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // An overlay's own folder is closed to everybody but root, its owner too.
        open_up(&self.0);
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Lets the owner into all folders below.
fn open_up(folder: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let _ = std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700));
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open_up(&entry.path());
        }
    }
}

impl World {
    pub(crate) async fn new() -> Self {
        Self::with_clock(Arc::new(lirio_store::SystemClock)).await
    }

    pub(crate) async fn with_clock(clock: Arc<dyn Clock>) -> Self {
        Self::start(Folder::new(), Arc::default(), Arc::default(), clock, None, large()).await
    }

    /// A machine with these settings, and made-up containers.
    #[allow(dead_code, reason = "the other test binary does not use it")]
    pub(crate) async fn set(settings: Settings, clock: Arc<dyn Clock>) -> Self {
        Self::start(Folder::new(), Arc::default(), Arc::default(), clock, None, settings).await
    }

    /// A machine with so many processors, and four GiB of memory for each.
    #[allow(dead_code, reason = "the other test binary does not use it")]
    pub(crate) async fn of_size(cpus: u32, clock: Arc<dyn Clock>) -> Self {
        Self::set(of_cpus(cpus), clock).await
    }

    #[allow(dead_code, reason = "the other test binary uses it")]
    pub(crate) async fn with_containers(make: MakeContainers) -> Self {
        Self::with_settings(Arc::new(lirio_store::SystemClock), make, large()).await
    }

    #[allow(dead_code, reason = "the other test binary uses it")]
    pub(crate) async fn with_settings(
        clock: Arc<dyn Clock>,
        make: MakeContainers,
        settings: Settings,
    ) -> Self {
        Self::start(Folder::new(), Arc::default(), Arc::default(), clock, Some(make), settings).await
    }

    async fn start(
        folder: Arc<Folder>,
        elsewhere: Arc<Elsewhere>,
        tasks: Arc<Tasks>,
        clock: Arc<dyn Clock>,
        real: Option<MakeContainers>,
        settings: Settings,
    ) -> Self {
        // The lock goes with the last handle of the process before.
        let store = loop {
            match Store::open_with_clock(&folder.0, clock.clone()) {
                Ok(store) => break store,
                Err(lirio_store::StoreError::Locked { .. }) => tokio::task::yield_now().await,
                Err(error) => panic!("{error}"),
            }
        };
        let scope =
            Scope { partition: "aws".into(), region: "eu-west-1".into(), account: "000000000000".into() };
        let platform = Platform::new(store, clock.clone(), scope, folder.0.clone());
        platform.set_identity(Arc::new(Roles));
        platform.door.open(Arc::new(Gateway(elsewhere.clone())));
        platform.set_image_blobs(elsewhere.clone());
        let containers = match real {
            Some(make) => make(&platform),
            None => tasks.clone(),
        };
        let service = SageMaker::with(&platform, containers, settings.clone()).unwrap();
        let mut registry = Registry::new();
        service.register(&mut registry);
        service.start().unwrap();
        let (timers, shutdown, time) = (platform.store.clone(), platform.shutdown.clone(), clock.clone());
        tokio::spawn(async move { timers.run_timers(async move { shutdown.requested().await }, time).await });
        Self { platform, elsewhere, tasks, service, registry, folder, clock, real, settings }
    }

    /// Ends this process without a word to anybody, and starts the next.
    pub(crate) async fn restart(self) -> Self {
        self.platform.shutdown.request();
        let Self { platform, elsewhere, tasks, service, registry, folder, clock, real, settings } = self;
        drop(service);
        drop(registry);
        platform.store.clone().close().await;
        drop(platform);
        Self::start(folder, elsewhere, tasks, clock, real, settings).await
    }

    pub(crate) async fn value<O: OperationType>(
        &self,
        operation: O,
        input: O::Input,
        may_wait: bool,
    ) -> Result<lirio_api::Value, AwsError> {
        let _ = operation;
        let mut caller = Caller::service("test");
        caller.may_wait = may_wait;
        let context = Context::new(
            self.platform.clone(),
            "request".into(),
            O::OPERATION,
            caller,
            self.platform.scope.clone(),
            self.platform.now(),
            "127.0.0.1:4566".into(),
            None,
        );
        let input = input.into_value();
        if let Some(shape) = O::OPERATION.input {
            lirio_api::validate(shape, &input)?;
        }
        self.registry.handler(O::OPERATION).expect("registered")(context, input).await
    }

    pub(crate) async fn call<O: OperationType>(
        &self,
        operation: O,
        input: O::Input,
    ) -> Result<O::Output, AwsError> {
        self.value(operation, input, true).await.map(|value| O::Output::from_value(value).unwrap())
    }

    /// The policy of a resource, as the door asks for it.
    #[allow(dead_code, reason = "the other test binary does not use it")]
    pub(crate) fn policy_of(&self, arn: &str) -> Option<lirio_service::ResourcePolicy> {
        self.registry.resource_policy("sagemaker", &self.platform.scope, arn).unwrap()
    }

    /// The job as described, without waiting.
    pub(crate) async fn job(&self, name: &str) -> Json {
        let input = DescribeTrainingJobRequest { training_job_name: name.to_owned() };
        self.value(ops::DescribeTrainingJob, input, false).await.unwrap().to_json()
    }

    /// The job when it has ended.
    pub(crate) async fn ended(&self, name: &str) -> Json {
        loop {
            let input = DescribeTrainingJobRequest { training_job_name: name.to_owned() };
            let job = self.value(ops::DescribeTrainingJob, input, true).await.unwrap().to_json();
            if matches!(job["TrainingJobStatus"].as_str(), Some("Completed" | "Failed" | "Stopped")) {
                return job;
            }
        }
    }

    /// Waits until a condition holds.
    pub(crate) async fn until(&self, what: impl AsyncFn() -> bool) {
        while !what().await {
            tokio::task::yield_now().await;
        }
    }

    /// What was enqueued for the bus, as `(detail-type, detail)`.
    pub(crate) async fn events(&self) -> Vec<(String, Json)> {
        let (sender, mut events) = tokio::sync::mpsc::unbounded_channel();
        let outbox = self.platform.store.outbox(topics::EVENTS);
        let count = outbox.pending().unwrap();
        let run = tokio::spawn(outbox.run(1, std::future::pending(), move |delivery| {
            let event: topics::BusEvent = delivery.decode().unwrap();
            let _ = sender.send(event.event);
            async { Ok(()) }
        }));
        let mut found = Vec::new();
        for _ in 0..count {
            let mut event = events.recv().await.unwrap();
            assert_eq!(event["source"], "aws.sagemaker");
            found.push((event["detail-type"].as_str().unwrap().to_owned(), event["detail"].take()));
        }
        run.abort();
        found
    }
}

/// A training job on `s3://data/in/`.
pub(crate) fn job(name: &str, image: &str) -> CreateTrainingJobRequest {
    CreateTrainingJobRequest {
        training_job_name: name.to_owned(),
        role_arn: ROLE.to_owned(),
        hyper_parameters: Some([("depth".to_owned(), "3".to_owned())].into()),
        algorithm_specification: Some(AlgorithmSpecification {
            training_image: Some(image.to_owned()),
            training_input_mode: "File".to_owned(),
            metric_definitions: Some(vec![lirio_api::sagemaker::MetricDefinition {
                name: "accuracy".to_owned(),
                regex: "accuracy=([0-9.]+)".to_owned(),
            }]),
            ..AlgorithmSpecification::default()
        }),
        input_data_config: Some(vec![Channel {
            channel_name: "train".to_owned(),
            content_type: Some("text/csv".to_owned()),
            data_source: DataSource {
                s3_data_source: Some(S3DataSource {
                    s3_data_type: "S3Prefix".to_owned(),
                    s3_uri: "s3://data/in/".to_owned(),
                    ..S3DataSource::default()
                }),
                ..DataSource::default()
            },
            ..Channel::default()
        }]),
        output_data_config: OutputDataConfig {
            s3_output_path: "s3://data/out".to_owned(),
            ..OutputDataConfig::default()
        },
        resource_config: Some(ResourceConfig {
            instance_type: Some("ml.m5.large".to_owned()),
            instance_count: Some(1),
            volume_size_in_gb: Some(1),
            ..ResourceConfig::default()
        }),
        stopping_condition: Some(StoppingCondition {
            max_runtime_in_seconds: Some(60),
            ..StoppingCondition::default()
        }),
        ..CreateTrainingJobRequest::default()
    }
}
