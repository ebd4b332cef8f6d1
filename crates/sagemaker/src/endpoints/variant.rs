//! The instances of one variant.

use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use futures_util::future::try_join_all;
use lirio_service::Scope;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::SageMaker;
use crate::artifacts;
use crate::endpoint_configs::weight;
use crate::endpoints::instance::{Instance, Occupied, VariantSpec};
use crate::endpoints::meter::Meter;
use crate::instance_types;
use crate::model_data;
use crate::rows::DeployedVariant;
use crate::s3::Objects;
use crate::server::{Server, ServerSpec};

/// How long the download of a model may take, unless the variant says otherwise.
const DOWNLOAD: Duration = Duration::from_secs(3600);
/// Before a crashed container is started again; doubled while it keeps crashing.
const FIRST_DELAY: Duration = Duration::from_millis(100);
const LAST_DELAY: Duration = Duration::from_secs(30);
/// A container that lived so long has not just failed to start.
const STEADY: Duration = Duration::from_secs(60);

type Instances = Arc<Vec<Arc<Instance>>>;

/// The instances of a variant.
pub(crate) struct Variant {
    pub(crate) name: Arc<str>,
    pub(crate) meter: Arc<Meter>,
    /// The bits of an `f64`.
    weight: AtomicU64,
    spec: Arc<VariantSpec>,
    instances: RwLock<Instances>,
    /// Whether instances are drawn blindly (`RANDOM`) instead of by their load.
    random: bool,
    turn: AtomicUsize,
    left_out: AtomicU64,
    /// Rung when a container answers that did not.
    pub(crate) healed: Arc<Notify>,
    /// The image by digest.
    pub(crate) resolved: String,
}

impl Variant {
    pub(crate) fn weight(&self) -> f64 {
        f64::from_bits(self.weight.load(Ordering::Relaxed))
    }

    pub(crate) fn set_weight(&self, weight: f64) {
        self.weight.store(weight.to_bits(), Ordering::Relaxed);
    }

    pub(crate) fn instances(&self) -> Instances {
        self.instances.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn count(&self) -> i64 {
        i64::try_from(self.instances().len()).unwrap_or(i64::MAX)
    }

    /// Requests that are inside.
    pub(crate) fn outstanding(&self) -> usize {
        self.instances().iter().map(|instance| instance.outstanding()).sum()
    }

    /// Whether any instance answers.
    pub(crate) fn any_live(&self) -> bool {
        self.instances().iter().any(|instance| instance.is_live())
    }

    /// Counts a copy that was not sent; the first of many is told of.
    pub(crate) fn left_out(&self) {
        if self.left_out.fetch_add(1, Ordering::Relaxed).is_multiple_of(1000) {
            tracing::warn!(
                endpoint = self.spec.endpoint,
                variant = &*self.name,
                "a shadow variant is too slow for its copies; some are left out"
            );
        }
    }

    /// An instance that answers and was not tried, with a place in it: the one with the fewest requests, or,
    /// with `RANDOM`, any.
    pub(crate) fn enter(&self, tried: &[Arc<Instance>]) -> Option<(Occupied, Arc<Server>)> {
        loop {
            let instances = self.instances();
            // One that was closed or has crashed in this moment is not chosen again.
            if let Some(entered) = self.choose(&instances, tried)?.occupy() {
                return Some(entered);
            }
        }
    }

    fn choose<'a>(&self, instances: &'a Instances, tried: &[Arc<Instance>]) -> Option<&'a Arc<Instance>> {
        let fresh = |instance: &Arc<Instance>| {
            instance.is_live() && !tried.iter().any(|other| Arc::ptr_eq(other, instance))
        };
        if let [only] = instances.as_slice() {
            return Some(only).filter(|only| fresh(only));
        }
        let count = instances.len().max(1);
        let turn = self.turn.fetch_add(1, Ordering::Relaxed);
        // Consecutive numbers, scattered, are random enough.
        let first =
            if self.random { (turn as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33 } else { turn as u64 };
        let first = usize::try_from(first % count as u64).unwrap_or(0);
        let mut in_turn = (0..count)
            .filter_map(|step| instances.get((first + step) % count))
            .filter(|instance| fresh(instance));
        if self.random { in_turn.next() } else { in_turn.min_by_key(|instance| instance.outstanding()) }
    }

    /// Starts as many instances as are missing.
    pub(crate) async fn start_missing(
        &self,
        service: &Arc<SageMaker>,
        wanted: i64,
    ) -> Result<Vec<Arc<Instance>>, String> {
        start(service, &self.spec, wanted - self.count()).await
    }

    /// Takes instances in.
    pub(crate) fn add(&self, service: &Arc<SageMaker>, new: Vec<Arc<Instance>>) {
        if new.is_empty() {
            return;
        }
        for instance in &new {
            tokio::spawn(keep_alive(service.clone(), instance.clone(), self.healed.clone()));
        }
        let mut instances = self.instances.write().unwrap_or_else(PoisonError::into_inner);
        *instances = Arc::new(instances.iter().cloned().chain(new).collect());
        self.meter.instances.store(instances.len() as i64, Ordering::Relaxed);
        drop(instances);
        self.healed.notify_waiters();
    }

    /// Takes the instances out that are more than `wanted`; no request reaches them any more.
    pub(crate) fn take_surplus(&self, wanted: i64) -> Vec<Arc<Instance>> {
        let mut instances = self.instances.write().unwrap_or_else(PoisonError::into_inner);
        let keep = usize::try_from(wanted).unwrap_or(0).min(instances.len());
        let surplus = instances.split_at(keep).1.to_vec();
        if !surplus.is_empty() {
            *instances = Arc::new(instances.split_at(keep).0.to_vec());
            if keep > 0 {
                self.meter.instances.store(keep as i64, Ordering::Relaxed);
            }
        }
        surplus
    }
}

/// Starts instances; each of them answers when this returns, or none stays.
async fn start(
    service: &Arc<SageMaker>,
    spec: &Arc<VariantSpec>,
    count: i64,
) -> Result<Vec<Arc<Instance>>, String> {
    try_join_all((0..count.max(0)).map(|_| async {
        let instance = Arc::new(Instance::new(spec.clone()));
        let live = instance.start(service).await?;
        instance.set_live(Some(live));
        Ok::<_, String>(instance)
    }))
    .await
}

/// Brings up `count` instances of a variant.
pub(crate) async fn bring_up(
    service: &Arc<SageMaker>,
    scope: &Scope,
    endpoint: &str,
    deployed: &DeployedVariant,
    isolated: bool,
    folder: &Path,
    count: i64,
) -> Result<Variant, String> {
    let variant = &deployed.variant;
    let caller = service.assume(&deployed.role)?;
    let model = folder.join(&variant.variant_name);
    artifacts::open_folder(&model)
        .map_err(|error| format!("InternalServerError: cannot make {}: {error}", model.display()))?;
    let uri = deployed.container.image.clone().unwrap_or_default();
    let objects = Objects { door: service.platform.door.clone(), caller: caller.clone() };
    let seconds = |given: Option<i64>, default: Duration| {
        given.and_then(|given| u64::try_from(given).ok()).map_or(default, Duration::from_secs)
    };
    let limit = seconds(variant.model_data_download_timeout_in_seconds, DOWNLOAD);
    let data = async {
        tokio::time::timeout(limit, model_data::fetch(&objects, &deployed.container, &model))
            .await
            .unwrap_or_else(|_| {
                Err(format!("the model's data could not be downloaded in {} s", limit.as_secs()))
            })
    };
    let image = async { service.containers.image(&uri, &caller).await.map_err(|error| error.to_string()) };
    let (image, ()) = tokio::try_join!(image, data)?;
    let resolved = image.resolved.clone();
    let spec = Arc::new(VariantSpec {
        endpoint: endpoint.to_owned(),
        variant: variant.variant_name.clone(),
        server: ServerSpec {
            region: scope.region.to_string(),
            role: deployed.role.clone(),
            image,
            env: deployed.container.environment.clone().unwrap_or_default().into_iter().collect(),
            hostname: deployed.container.container_hostname.clone().unwrap_or_else(|| "model".to_owned()),
            // A container may bring its model along.
            model: model_data::is_given(&deployed.container).then_some(model),
            size: instance_types::size(variant.instance_type.as_deref().unwrap_or_default()),
            volume_gib: variant.volume_size_in_gb,
            held: None,
            isolated,
            startup: seconds(
                variant.container_startup_health_check_timeout_in_seconds,
                service.limits.startup,
            ),
            limits: service.limits,
        },
    });
    let instances = start(service, &spec, count).await?;
    let routing = variant.routing_config.as_ref().map(|config| config.routing_strategy.as_str());
    let variant = Variant {
        name: variant.variant_name.as_str().into(),
        meter: service.meters.add(Meter::new(endpoint, &variant.variant_name)),
        weight: AtomicU64::new(weight(variant).to_bits()),
        spec,
        instances: RwLock::default(),
        random: routing == Some("RANDOM"),
        turn: AtomicUsize::new(0),
        left_out: AtomicU64::new(0),
        healed: Arc::default(),
        resolved,
    };
    variant.add(service, instances);
    Ok(variant)
}

/// Starts an instance's container again whenever it has ended, until the instance is closed.
async fn keep_alive(service: Arc<SageMaker>, instance: Arc<Instance>, healed: Arc<Notify>) {
    let work = async {
        let mut delay = FIRST_DELAY;
        loop {
            let since = Instant::now();
            if let Some(live) = instance.live() {
                tokio::select! {
                    exit = live.container.wait() => {
                        instance.set_live(None);
                        tracing::warn!(
                            endpoint = instance.spec.endpoint,
                            instance = instance.id,
                            code = exit.code,
                            out_of_memory = exit.out_of_memory,
                            "a serving container ended; it is started again"
                        );
                    }
                    why = instance.unhealthy(&live) => {
                        // No more requests for it.
                        instance.set_live(None);
                        tracing::warn!(
                            endpoint = instance.spec.endpoint,
                            instance = instance.id,
                            why,
                            "a serving container does not pass the ping health check any more; it is replaced"
                        );
                        live.stop().await;
                    }
                }
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
        () = service.platform.shutdown.requested() => instance.abandon(),
        () = instance.closed() => {}
    }
}
