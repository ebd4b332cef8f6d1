//! The containers of one deployment.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use futures_util::future::{join_all, try_join_all};
use lirio_service::Scope;
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::endpoint_configs::weight;
use crate::endpoints::capture::Capture;
use crate::endpoints::rollout::Aim;
use crate::endpoints::share::choose;
use crate::endpoints::variant::{self, Variant};
use crate::rows::{DeployedVariant, Deployment};
use crate::service::remove_tree;
use crate::{Limits, SageMaker};

/// The containers of one deployment.
pub(crate) struct Fleet {
    /// The deployment's.
    pub(crate) id: String,
    pub(crate) variants: Vec<Variant>,
    /// Variants that get copies.
    pub(crate) shadows: Vec<Variant>,
    /// Invocations that are inside.
    pub(crate) visitors: AtomicUsize,
    /// Rung when the last one leaves.
    pub(crate) empty: Notify,
    draws: AtomicU64,
    /// The share of the traffic that shadow variants get a copy of.
    pub(crate) copied: f64,
    copies: AtomicU64,
    pub(crate) capture: Option<Capture>,
    limits: Limits,
    _folder: Folder,
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
    /// Brings up the containers of a deployment, until each of them answers; if one does not, none stays.
    pub(crate) async fn bring_up(
        service: &Arc<SageMaker>,
        scope: &Scope,
        endpoint: &str,
        deployment: &Deployment,
        aim: &Aim,
    ) -> Result<Arc<Fleet>, String> {
        let path = service.folder("endpoints").join(format!("{endpoint}.{}", lirio_service::hex_id::<8>()));
        let folder = Folder(path.clone());
        std::fs::create_dir(&path)
            .map_err(|error| format!("InternalServerError: cannot make {}: {error}", path.display()))?;
        let all = deployment.variants.iter().chain(&deployment.shadows);
        let path: &Path = &path;
        let mut variants = try_join_all(all.zip(&aim.counts).map(|(deployed, count)| {
            let isolated = deployment.network_isolation || deployed.network_isolation;
            variant::bring_up(service, scope, endpoint, deployed, isolated, path, *count)
        }))
        .await?;
        let shadows = variants.split_off(deployment.variants.len());
        let roles = deployment.variants.iter().chain(&deployment.shadows);
        let roles = roles.map(|deployed| (deployed.variant.variant_name.clone(), deployed.role.clone()));
        let roles = roles.collect();
        let capture =
            deployment.capture.as_ref().and_then(|config| Capture::start(service, endpoint, config, roles));
        let fleet = Arc::new(Fleet {
            id: deployment.id.clone(),
            variants,
            shadows,
            visitors: AtomicUsize::new(0),
            empty: Notify::new(),
            draws: AtomicU64::new(0),
            copied: copied(deployment),
            copies: AtomicU64::new(0),
            capture,
            limits: service.limits,
            _folder: folder,
        });
        fleet.weigh(aim);
        Ok(fleet)
    }

    fn all(&self) -> impl Iterator<Item = &Variant> {
        self.variants.iter().chain(&self.shadows)
    }

    /// Whether it has at least the instances that are wanted.
    pub(crate) fn suffices(&self, aim: &Aim) -> bool {
        self.all().zip(&aim.counts).all(|(variant, count)| variant.count() >= *count)
    }

    /// Starts the instances that are missing; all of them answer when this returns, or none stays.
    pub(crate) async fn scale_out(&self, service: &Arc<SageMaker>, aim: &Aim) -> Result<(), String> {
        let started = try_join_all(
            self.all().zip(&aim.counts).map(|(variant, count)| variant.start_missing(service, *count)),
        )
        .await?;
        for (variant, instances) in self.all().zip(started) {
            variant.add(service, instances);
        }
        Ok(())
    }

    /// Stops the instances that are too many, once their requests have ended.
    pub(crate) fn scale_in(&self, aim: &Aim) {
        for (variant, count) in self.all().zip(&aim.counts) {
            for instance in variant.take_surplus(*count) {
                tokio::spawn(async move { instance.stop().await });
            }
        }
    }

    /// Gives the variants their weights.
    pub(crate) fn weigh(&self, aim: &Aim) {
        for (variant, weight) in self.variants.iter().zip(&aim.weights) {
            variant.set_weight(*weight);
        }
    }

    /// The place of the variant of a name, or of one by weight: of any few requests each gets its share.
    pub(crate) fn variant(&self, name: Option<&str>) -> Option<usize> {
        if let Some(name) = name {
            return self.variants.iter().position(|variant| *variant.name == *name);
        }
        if self.variants.len() == 1 {
            return Some(0);
        }
        let draw = self.draws.fetch_add(1, Ordering::Relaxed);
        choose(self.variants.iter().map(Variant::weight), draw)
    }

    /// Whether the shadow variants get a copy of this request: of any few requests their share.
    pub(crate) fn copies(&self) -> bool {
        if self.shadows.is_empty() || self.copied <= 0.0 {
            return false;
        }
        let draw = self.copies.fetch_add(1, Ordering::Relaxed);
        choose([self.copied, 1.0 - self.copied].into_iter(), draw) == Some(0)
    }

    /// The images by digest.
    pub(crate) fn images(&self) -> Vec<String> {
        self.all().map(|variant| variant.resolved.clone()).collect()
    }

    /// Lets the requests inside finish, then stops all containers.
    pub(crate) async fn retire(self: Arc<Self>) {
        let deadline = Instant::now() + self.limits.drain();
        while self.visitors.load(Ordering::Acquire) > 0 {
            if tokio::time::timeout_at(deadline, self.empty.notified()).await.is_err() {
                tracing::warn!(fleet = self.id, "requests to a replaced fleet did not end; it is stopped");
                break;
            }
        }
        join_all(self.all().flat_map(|variant| variant.take_surplus(0)).map(|instance| async move {
            instance.stop().await;
        }))
        .await;
    }
}

/// The weight of the shadow variants against that of the variants that they shadow.
fn copied(deployment: &Deployment) -> f64 {
    let sum = |all: &[DeployedVariant]| all.iter().map(|deployed| weight(&deployed.variant)).sum::<f64>();
    (sum(&deployment.shadows) / sum(&deployment.variants)).clamp(0.0, 1.0)
}

impl Drop for Fleet {
    fn drop(&mut self) {
        // A fleet that was not retired: its keepers must not start its containers again.
        for instance in self.all().flat_map(|variant| variant.take_surplus(0)) {
            instance.abandon();
        }
    }
}
