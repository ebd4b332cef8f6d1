//! One instance of a job: its container, and its share of the objects.

use std::path::Path;
use std::sync::{Arc, Mutex};

use futures_util::{FutureExt as _, StreamExt as _};
use lirio_api::Timestamp;
use lirio_cdi::Edits;
use tokio::sync::Semaphore;

use super::client::{self, Client};
use super::data_log::DataLog;
use super::failure::Failure;
use super::inputs::{self, Input};
use super::object::Worker;
use super::parameters::{self, Parameters, Told};
use super::row::TransformRow;
use super::settings::Settings;
use crate::SageMaker;
use crate::changes::lock;
use crate::endpoints::new_id;
use crate::s3::Objects;
use crate::server::{self, LogPlace, NotServing, Server, ServerSpec};

/// Where all transform jobs log.
const GROUP: &str = "/aws/sagemaker/TransformJobs";

/// What all instances of a job share.
pub(crate) struct Run<'a> {
    pub(crate) service: &'a SageMaker,
    pub(crate) row: &'a TransformRow,
    pub(crate) settings: &'a Settings,
    pub(crate) objects: &'a Objects,
    pub(crate) spec: ServerSpec,
    /// What each instance gets of the job's GPUs.
    pub(crate) devices: Vec<Edits>,
    pub(crate) folder: &'a Path,
    pub(crate) inputs: Vec<Input>,
    /// One for each object that may be cut at a time: each takes a thread.
    pub(crate) readers: Semaphore,
    pub(crate) started: Timestamp,
    /// Containers that run, so that whoever ends the job can stop them.
    pub(crate) servers: &'a Mutex<Vec<Arc<Server>>>,
}

/// Objects that failed.
#[derive(Debug, Default)]
pub(crate) struct Failed {
    pub(crate) first: Option<Failure>,
    pub(crate) count: u64,
}

impl Failed {
    /// Adds those of another instance.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self { first: self.first.or(other.first), count: self.count + other.count }
    }
}

impl Run<'_> {
    /// Transforms the share of an instance; the error is one that ends the job at once.
    pub(crate) async fn instance(&self, number: usize, instances: usize) -> Result<Failed, Failure> {
        let id = new_id();
        let stream =
            format!("{}/{id}-{}", self.row.request.transform_job_name, self.started.0.div_euclid(1000));
        let log = DataLog::new(&self.service.platform, GROUP.to_owned(), format!("{stream}/data-log"));
        let done = self.run(number, instances, id, stream, &log).await;
        if let Err(failure) = &done {
            log.tell(&failure.what).await;
        }
        log.flushed().await;
        done
    }

    async fn run(
        &self,
        number: usize,
        instances: usize,
        id: String,
        stream: String,
        log: &DataLog,
    ) -> Result<Failed, Failure> {
        let container = format!("transform-{id}-{}", lirio_service::hex_id::<4>());
        let place = LogPlace { group: GROUP.to_owned(), stream };
        let spec = ServerSpec { held: self.devices.get(number).cloned(), ..self.spec.clone() };
        let server = Server::start(self.service, &spec, container, place).await.map_err(|why| match why {
            NotServing::NotStarted(reason) => Failure::of_reason(&reason),
            NotServing::NotHealthy(what, lines) => Failure::algorithm(format!(
                "the container did not pass the ping health check: {what}.{lines}"
            )),
        })?;
        lock(self.servers).push(server.clone());
        let work = async {
            let request = &self.row.request;
            let told = if parameters::is_complete(request) {
                Told::default()
            } else {
                client::ask_parameters(&server).await.map_err(Failure::algorithm)?
            };
            let parameters = Parameters::settle(request, self.settings, &told).map_err(Failure::client)?;
            log.tell(&parameters.shown()).await;
            let client = Client::new(server.clone(), self.settings, parameters).map_err(Failure::client)?;
            let worker = Worker {
                settings: self.settings,
                parameters,
                client,
                objects: self.objects,
                log,
                requests: Semaphore::new(parameters.concurrent),
                readers: &self.readers,
                folder: self.folder,
                share: inputs::share(&self.inputs, number, instances).collect(),
            };
            let mut objects = futures_util::stream::iter(0..worker.share.len())
                .map(|at| worker.transform_nth(at).boxed())
                .buffer_unordered(parameters.concurrent);
            let mut failed = Failed::default();
            while let Some(done) = objects.next().await {
                if let Err(failure) = done {
                    failed = failed.plus(Failed { first: Some(failure), count: 1 });
                }
            }
            Ok(failed)
        };
        tokio::select! {
            biased;
            exit = server.container.wait() => {
                let lines = server.last_words().await;
                Err(Failure::algorithm(format!("{}.{lines}", server::ended(exit))))
            }
            done = work => done,
        }
    }
}
