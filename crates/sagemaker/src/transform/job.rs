//! The life of one transform job.
//!
//! The stored row says that it is wanted.  A job whose containers died with the platform begins again: objects that
//! were stored are stored again, and of the others there is nothing but files of the platform's own.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::{join_all, try_join_all};
use lirio_api::Timestamp;
use lirio_store::Key;
use tokio::sync::Semaphore;

use super::failure::Failure;
use super::inputs;
use super::instance::{Failed, Run};
use super::parameters;
use super::row::TransformRow;
use super::settings::Settings;
use crate::changes::lock;
use crate::names::cut;
use crate::rows::JobStatus;
use crate::s3::Objects;
use crate::server::{Server, ServerSpec};
use crate::service::remove_tree;
use crate::training::{LiveJob, Place, Wish};
use crate::{SageMaker, artifacts, instance_types, model_data};

/// The longest `FailureReason`.
const REASON: usize = 1024;
/// How long the last lines may take to be stored after a container has ended.
const LAST_LINES: Duration = Duration::from_secs(5);

/// Objects of a job that are cut at a time.
const MOST_READERS: usize = 16;

/// How a job ends.
#[derive(Clone, Debug)]
enum Outcome {
    Completed,
    Stopped,
    Failed(Failure),
}

impl SageMaker {
    /// Works on a job until it has ended, in the background.  `again`: an earlier process may have begun it, and
    /// this is what it stored.
    pub(crate) fn take_up_transform(self: &Arc<Self>, key: Key, again: Option<&TransformRow>) {
        let wish = again.filter(|row| row.status == JobStatus::InProgress).map(wish);
        self.work_on::<TransformRow, _>(key, wish, move |service, key, live, place| async move {
            service.run_transform(&key, &live, place).await;
        });
    }

    async fn run_transform(self: &Arc<Self>, key: &Key, live: &LiveJob, place: Option<Place>) {
        let Some(row) = self.open_job::<TransformRow>(key).await else { return };
        if row.status == JobStatus::Stopping {
            return self.end_transform(key, Outcome::Stopped).await;
        }
        let place = place.unwrap_or_else(|| self.queue.ask(&wish(&row)));
        let mut stop = live.stop.subscribe();
        if !place.is_admitted() {
            tracing::info!(job = row.request.transform_job_name, "{}", place.waits_for());
            let stopped = tokio::select! {
                () = place.admitted() => false,
                _ = stop.wait_for(|stop| *stop) => true,
            };
            if stopped {
                return self.end_transform(key, Outcome::Stopped).await;
            }
        }
        let Some(row) = self.record_transform(key, |row, now| row.started = Some(now)).await else { return };
        let id = lirio_service::hex_id::<8>();
        let folder = self.folder("transforms").join(format!("{}.{id}", row.request.transform_job_name));
        let servers = Mutex::default();
        let outcome = tokio::select! {
            biased;
            _ = stop.wait_for(|stop| *stop) => Outcome::Stopped,
            done = self.transform_all(&row, &place, &folder, &servers).boxed() => match done {
                Ok(()) => Outcome::Completed,
                Err(failure) => Outcome::Failed(failure),
            },
        };
        let servers = std::mem::take(&mut *lock(&servers));
        join_all(servers.iter().map(|server| async {
            server.stop().await;
            server.flushed(LAST_LINES).await;
        }))
        .await;
        drop(servers);
        tokio::task::spawn_blocking(move || remove_tree(&folder));
        self.end_transform(key, outcome).await;
    }

    /// Transforms all objects on all instances.
    async fn transform_all(
        &self,
        row: &TransformRow,
        place: &Place,
        folder: &Path,
        servers: &Mutex<Vec<Arc<Server>>>,
    ) -> Result<(), Failure> {
        let (request, model) = (&row.request, &row.model);
        let settings = Settings::of(request).map_err(Failure::client)?;
        let caller = self.assume(&model.role).map_err(|reason| Failure::of_reason(&reason))?;
        let objects = Objects { door: self.platform.door.clone(), caller };
        let data = folder.join("model");
        std::fs::create_dir(folder).and_then(|()| artifacts::open_folder(&data)).map_err(|error| {
            Failure::platform(format!("cannot make the folder {}: {error}", data.display()))
        })?;
        let uri = model.container.image.clone().unwrap_or_default();
        let image = async {
            let image = self.containers.image(&uri, &objects.caller).await;
            image.map_err(|error| Failure::of_reason(&error.to_string()))
        };
        let fetched = async {
            let fetched = model_data::fetch(&objects, &model.container, &data).await;
            fetched.map_err(|reason| Failure::of_reason(&reason))
        };
        let found = inputs::find(&objects, &settings, row);
        let (image, (), inputs) = tokio::try_join!(image, fetched, found)?;
        // What the job says is stronger than what the model says.
        let mut env: Vec<(String, String)> =
            model.container.environment.clone().unwrap_or_default().into_iter().collect();
        for (name, value) in
            request.environment.clone().into_iter().flatten().chain(parameters::environment(request))
        {
            match env.iter_mut().find(|(known, _)| *known == name) {
                Some(pair) => pair.1 = value,
                None => env.push((name, value)),
            }
        }
        let spec = ServerSpec {
            region: row.scope.region.to_string(),
            role: model.role.clone(),
            image,
            env,
            hostname: model.container.container_hostname.clone().unwrap_or_else(|| "model".to_owned()),
            model: model_data::is_given(&model.container).then_some(data),
            size: instance_types::size(&request.transform_resources.instance_type),
            volume_gib: None,
            held: None,
            isolated: model.network_isolation,
            startup: self.limits.startup,
            limits: self.limits,
        };
        let resources = &request.transform_resources;
        let count = usize::try_from(resources.instance_count).unwrap_or(1);
        let types = std::iter::repeat_n(&*resources.instance_type, count);
        let devices = self.gpus.of_hosts(&place.gpus(), types).await;
        let run = Run {
            service: self,
            row,
            settings: &settings,
            objects: &objects,
            spec,
            devices: devices.map_err(|reason| Failure::of_reason(&reason))?,
            folder,
            inputs,
            readers: Semaphore::new(MOST_READERS),
            started: row.started.unwrap_or(row.created),
            servers,
        };
        let all = try_join_all((0..count).map(|number| run.instance(number, count).boxed())).await?;
        match all.into_iter().fold(Failed::default(), Failed::plus) {
            Failed { first: None, .. } => Ok(()),
            Failed { first: Some(failure), count: 1 } => Err(failure),
            Failed { first: Some(failure), count } => {
                let what = format!("{} of {} objects failed; {}", count, run.inputs.len(), failure.what);
                Err(Failure { what, ..failure })
            }
        }
    }

    async fn end_transform(&self, key: &Key, outcome: Outcome) {
        self.record_transform(key, move |row, now| {
            row.ended = Some(now);
            row.status = match &outcome {
                Outcome::Failed(failure) => {
                    row.failure = Some(cut(&failure.to_string(), REASON).to_owned());
                    JobStatus::Failed
                }
                // Whoever has asked for the stop is told of it.
                Outcome::Completed if row.status != JobStatus::Stopping => JobStatus::Completed,
                Outcome::Completed | Outcome::Stopped => JobStatus::Stopped,
            };
        })
        .await;
    }

    /// Commits a change of a job that has not ended, with its event if its status changes; `None` if it has ended.
    async fn record_transform(
        &self,
        key: &Key,
        change: impl FnOnce(&mut TransformRow, Timestamp) + Clone + Send + 'static,
    ) -> Option<TransformRow> {
        self.change_job(key, move |row: &mut TransformRow, now| {
            let before = row.status;
            change(row, now);
            row.modified = now;
            row.status != before
        })
        .await
    }
}

/// What a job takes of the machine.
fn wish(row: &TransformRow) -> Wish {
    let resources = &row.request.transform_resources;
    let instances = vec![(resources.instance_type.clone(), resources.instance_count)];
    Wish::new(&row.scope, &row.model.role, row.created, instances)
}
