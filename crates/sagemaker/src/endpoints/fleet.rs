//! The containers of one deployment.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::future::{join_all, try_join_all};
use lirio_service::Scope;
use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::SageMaker;
use crate::artifacts;
use crate::endpoint_configs::weight;
use crate::endpoints::instance::{Instance, VariantSpec};
use crate::instance_types;
use crate::rows::{DeployedVariant, Deployment};
use crate::s3::{self, Location, Objects};
use crate::service::remove_tree;
use crate::training::{download_prefix, told};

/// Until a container must answer `/ping`, unless the variant says otherwise.
const STARTUP: Duration = Duration::from_secs(240);
/// How long the download of a model may take, unless the variant says otherwise.
const DOWNLOAD: Duration = Duration::from_secs(3600);
/// Between SIGTERM and SIGKILL, as on AWS.
const STOP_GRACE: Duration = Duration::from_secs(30);
/// How long requests to a replaced fleet may go on: longer than any invocation.
const DRAIN: Duration = Duration::from_secs(65);
/// Before a crashed container is started again; doubled while it keeps crashing.
const FIRST_DELAY: Duration = Duration::from_millis(100);
const LAST_DELAY: Duration = Duration::from_secs(30);
/// A container that lived so long has not just failed to start.
const STEADY: Duration = Duration::from_secs(60);

/// The containers of one deployment.
pub(crate) struct Fleet {
    /// The deployment's.
    pub(crate) id: String,
    pub(crate) variants: Vec<Variant>,
    /// Invocations that are inside.
    pub(crate) visitors: AtomicUsize,
    /// Rung when the last one leaves.
    pub(crate) empty: Notify,
    /// Rung when a container answers again.
    pub(crate) healed: Arc<Notify>,
    closing: watch::Sender<bool>,
    draws: AtomicU64,
    _folder: Folder,
}

/// The instances of a variant.
pub(crate) struct Variant {
    pub(crate) name: String,
    weight: f64,
    pub(crate) instances: Vec<Arc<Instance>>,
    turn: AtomicUsize,
    /// The image by digest.
    pub(crate) resolved: String,
}

/// A folder that goes with its owner.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let path = std::mem::take(&mut self.0);
        match tokio::runtime::Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn_blocking(move || remove_tree(&path))),
            // The next start sweeps.
            Err(_) => tracing::debug!(path = %path.display(), "left for the next start"),
        }
    }
}

impl Fleet {
    /// Brings up all containers of a deployment, until each of them answers; if one does not, none stays.
    pub(crate) async fn bring_up(
        service: &Arc<SageMaker>,
        scope: &Scope,
        endpoint: &str,
        deployment: &Deployment,
    ) -> Result<Arc<Fleet>, String> {
        let path = service.folder("endpoints").join(format!("{endpoint}.{}", lirio_service::hex_id::<8>()));
        let folder = Folder(path.clone());
        std::fs::create_dir(&path)
            .map_err(|error| format!("InternalServerError: cannot make {}: {error}", path.display()))?;
        let variants = try_join_all(deployment.variants.iter().map(|variant| {
            let isolated = deployment.network_isolation || variant.network_isolation;
            bring_up_variant(service, scope, endpoint, variant, isolated, &path)
        }))
        .await?;
        let fleet = Arc::new(Fleet {
            id: deployment.id.clone(),
            variants,
            visitors: AtomicUsize::new(0),
            empty: Notify::new(),
            healed: Arc::default(),
            closing: watch::Sender::new(false),
            draws: AtomicU64::new(0),
            _folder: folder,
        });
        for instance in fleet.variants.iter().flat_map(|variant| &variant.instances) {
            tokio::spawn(keep_alive(
                service.clone(),
                instance.clone(),
                fleet.healed.clone(),
                fleet.closing.subscribe(),
            ));
        }
        Ok(fleet)
    }

    /// The variant of a name, or one by weight: over any few requests each gets its share.
    pub(crate) fn variant(&self, name: Option<&str>) -> Option<&Variant> {
        if let Some(name) = name {
            return self.variants.iter().find(|variant| variant.name == name);
        }
        if let [only] = self.variants.as_slice() {
            return Some(only);
        }
        let draw = self.draws.fetch_add(1, Ordering::Relaxed);
        choose(self.variants.iter().map(|variant| variant.weight), draw).and_then(|at| self.variants.get(at))
    }

    /// Lets the requests inside finish, then stops all containers.
    pub(crate) async fn retire(self: Arc<Self>) {
        let deadline = Instant::now() + DRAIN;
        while self.visitors.load(Ordering::Acquire) > 0 {
            if tokio::time::timeout_at(deadline, self.empty.notified()).await.is_err() {
                tracing::warn!(fleet = self.id, "requests to a replaced fleet did not end; it is stopped");
                break;
            }
        }
        self.closing.send_replace(true);
        let instances = self.variants.iter().flat_map(|variant| &variant.instances);
        join_all(instances.filter_map(|instance| instance.live()).map(|live| async move {
            live.container.terminate().await;
            if tokio::time::timeout(STOP_GRACE, live.container.wait()).await.is_err() {
                live.container.kill().await;
            }
        }))
        .await;
        for instance in self.variants.iter().flat_map(|variant| &variant.instances) {
            instance.set_live(None);
        }
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        // A fleet that was not retired: its keepers must not start its containers again.
        self.closing.send_replace(true);
        for instance in self.variants.iter().flat_map(|variant| &variant.instances) {
            instance.set_live(None);
        }
    }
}

/// The index whose share of the weights the draw falls into; consecutive draws are spread evenly.
fn choose(weights: impl Iterator<Item = f64> + Clone, draw: u64) -> Option<usize> {
    // Multiples of the golden ratio, modulo one, leave no gap unfilled for long.
    const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;
    let at = draw.wrapping_mul(GOLDEN) as f64 / 2f64.powi(64);
    let total: f64 = weights.clone().sum();
    let mut left = at * total;
    let mut last = None;
    for (index, weight) in weights.enumerate().filter(|(_, weight)| *weight > 0.0) {
        last = Some(index);
        if left < weight {
            return last;
        }
        left -= weight;
    }
    last
}

impl Variant {
    /// The instance with the fewest requests among those that answer and were not tried.
    pub(crate) fn least_busy(&self, tried: &[String]) -> Option<&Arc<Instance>> {
        let count = self.instances.len();
        let first = if count > 1 { self.turn.fetch_add(1, Ordering::Relaxed) } else { 0 };
        (0..count)
            .filter_map(|step| self.instances.get((first.wrapping_add(step)) % count))
            .filter(|instance| !tried.contains(&instance.id) && instance.live().is_some())
            .min_by_key(|instance| instance.outstanding.load(Ordering::Acquire))
    }
}

async fn bring_up_variant(
    service: &Arc<SageMaker>,
    scope: &Scope,
    endpoint: &str,
    variant: &DeployedVariant,
    isolated: bool,
    folder: &Path,
) -> Result<Variant, String> {
    let caller = service.assume(&variant.role)?;
    let model = folder.join(&variant.variant.variant_name);
    artifacts::open_folder(&model)
        .map_err(|error| format!("InternalServerError: cannot make {}: {error}", model.display()))?;
    let uri = variant.container.image.clone().unwrap_or_default();
    let objects = Objects { door: service.platform.door.clone(), caller: caller.clone() };
    let seconds = |given: Option<i64>, default: Duration| {
        given.and_then(|given| u64::try_from(given).ok()).map_or(default, Duration::from_secs)
    };
    let limit = seconds(variant.variant.model_data_download_timeout_in_seconds, DOWNLOAD);
    let data = async {
        tokio::time::timeout(limit, fetch_model(&objects, variant, &model)).await.unwrap_or_else(|_| {
            Err(format!("the model's data could not be downloaded in {} s", limit.as_secs()))
        })
    };
    let image = async { service.containers.image(&uri, &caller).await.map_err(|error| error.to_string()) };
    let (image, ()) = tokio::try_join!(image, data)?;
    let resolved = image.resolved.clone();
    let spec = Arc::new(VariantSpec {
        endpoint: endpoint.to_owned(),
        variant: variant.variant.variant_name.clone(),
        region: scope.region.clone(),
        role: variant.role.clone(),
        image,
        env: variant.container.environment.clone().unwrap_or_default().into_iter().collect(),
        hostname: variant.container.container_hostname.clone().unwrap_or_else(|| "model".to_owned()),
        model,
        size: instance_types::size(variant.variant.instance_type.as_deref().unwrap_or_default()),
        isolated,
        startup: seconds(variant.variant.container_startup_health_check_timeout_in_seconds, STARTUP),
    });
    let count = variant.variant.initial_instance_count.unwrap_or(1).max(1);
    let instances = try_join_all((0..count).map(|_| async {
        let instance = Arc::new(Instance::new(spec.clone()));
        let live = instance.start(service).await?;
        instance.set_live(Some(live));
        Ok::<_, String>(instance)
    }))
    .await?;
    Ok(Variant {
        name: variant.variant.variant_name.clone(),
        weight: weight(&variant.variant),
        instances,
        turn: AtomicUsize::new(0),
        resolved,
    })
}

/// Brings the model's data to the folder that containers see as `/opt/ml/model`.
async fn fetch_model(objects: &Objects, variant: &DeployedVariant, folder: &Path) -> Result<(), String> {
    let source =
        variant.container.model_data_source.as_ref().and_then(|source| source.s3_data_source.as_ref());
    let failed = |uri: &str, why: String| {
        format!(
            "ClientError: Failed to download model data for container \"container_1\" from URL: \"{uri}\". Please ensure that there is an object located at the URL and that the role passed to CreateModel has permissions to download the model. ({why})"
        )
    };
    let at = |uri: &str| Location::parse(uri).ok_or_else(|| failed(uri, "it is no S3 URI".to_owned()));
    let archive = match (&variant.container.model_data_url, source) {
        (Some(uri), _) => uri.clone(),
        (None, Some(source)) if source.compression_type == "Gzip" => source.s3_uri.clone(),
        (None, Some(source)) => {
            let uri = &source.s3_uri;
            return download_prefix(objects, &at(uri)?, folder).await.map_err(|why| failed(uri, why));
        }
        // A container may bring its model along.
        (None, None) => return Ok(()),
    };
    let place = at(&archive)?;
    let body =
        objects.get(&place.bucket, &place.key).await.map_err(|error| failed(&archive, told(&error)))?;
    let reader = s3::reader(body);
    let folder = folder.to_owned();
    tokio::task::spawn_blocking(move || artifacts::unpack(reader, &folder))
        .await
        .map_err(|error| format!("InternalServerError: {error}"))?
        .map_err(|error| failed(&archive, format!("it must be a gzip-compressed tar archive: {error}")))
}

/// Starts an instance's container again whenever it has ended, until the fleet closes.
async fn keep_alive(
    service: Arc<SageMaker>,
    instance: Arc<Instance>,
    healed: Arc<Notify>,
    mut closing: watch::Receiver<bool>,
) {
    let work = async {
        let mut delay = FIRST_DELAY;
        loop {
            let since = Instant::now();
            if let Some(live) = instance.live() {
                let exit = live.container.wait().await;
                instance.set_live(None);
                tracing::warn!(
                    endpoint = instance.spec.endpoint,
                    instance = instance.id,
                    code = exit.code,
                    out_of_memory = exit.out_of_memory,
                    "a serving container ended; it is started again"
                );
            }
            if since.elapsed() >= STEADY {
                delay = FIRST_DELAY;
            }
            tokio::time::sleep(delay).await;
            delay = (delay * 2).min(LAST_DELAY);
            match instance.start(&service).await {
                Ok(live) => {
                    instance.set_live(Some(live));
                    healed.notify_waiters();
                }
                Err(reason) => tracing::warn!(endpoint = instance.spec.endpoint, reason, "a restart failed"),
            }
        }
    };
    tokio::select! {
        () = work => {}
        () = service.platform.shutdown.requested() => instance.set_live(None),
        // An error means that the fleet is gone.
        _ = closing.wait_for(|closing| *closing) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_honoured_over_few_requests() {
        let check = |weights: &[f64], expected: &[usize]| {
            let mut counts = vec![0usize; weights.len()];
            for draw in 0..100 {
                counts[choose(weights.iter().copied(), draw).unwrap()] += 1;
            }
            for (count, expected) in counts.iter().zip(expected) {
                assert!(count.abs_diff(*expected) <= 2, "{counts:?}");
            }
        };
        check(&[1.0, 1.0], &[50, 50]);
        check(&[9.0, 1.0], &[90, 10]);
        check(&[0.0, 1.0, 0.0], &[0, 100, 0]);
        check(&[0.5, 0.25, 0.25], &[50, 25, 25]);
        assert_eq!(choose([0.0].into_iter(), 0), None);
    }
}
