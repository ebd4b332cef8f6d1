//! Warm pools: the room and the cache that a job leaves for the next one like it.
//!
//! `KeepAlivePeriodInSeconds` of a job that completes keeps its room on the machine, so that a matching job
//! runs without waiting, and what its hosts wrote to `/opt/ml/sagemaker/warmpoolcache`.  A job matches that
//! has the same role, resources and network options.  A pool yields to any job that waits for its room, and
//! ends with the platform.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use lirio_api::sagemaker::CreateTrainingJobRequest;
use lirio_api::{AwsError, Timestamp};
use lirio_store::{Key, Txn};
use serde_json::json;
use tokio::sync::watch;

use super::queue::Place;
use super::tree::JobTree;
use crate::SageMaker;
use crate::changes::lock;
use crate::names;
use crate::rows::{JOBS, JobRow, PoolStatus, WarmPool};
use crate::service::remove_tree;

/// Where a container finds the cache.
pub(crate) const CACHE_PATH: &str = "/opt/ml/sagemaker/warmpoolcache";

/// The pools of this process, by the job that left each.
#[derive(Debug, Default)]
pub(crate) struct Pools(Mutex<HashMap<Key, Pool>>);

#[derive(Debug)]
struct Pool {
    fits: String,
    warm: Warm,
    /// When it ends, in milliseconds.
    until: watch::Sender<i64>,
}

/// What one job leaves and another takes over.
#[derive(Debug)]
pub(crate) struct Warm {
    pub(crate) place: Place,
    /// A folder for each host, by its name.
    pub(crate) cache: PathBuf,
}

impl Pools {
    /// The pool that a job can use.
    fn take(&self, row: &JobRow) -> Option<(Key, Warm)> {
        let fits = fits(row);
        let mut pools = lock(&self.0);
        let key = pools.iter().find(|(_, pool)| pool.fits == fits).map(|(key, _)| key.clone())?;
        let pool = pools.remove(&key)?;
        pool.warm.place.occupy();
        Some((key, pool.warm))
    }

    /// Moves the end of a pool, if there is one.
    pub(crate) fn extend(&self, key: &Key, until: i64) {
        if let Some(pool) = lock(&self.0).get(key) {
            pool.until.send_replace(until);
        }
    }
}

/// How long a job wants its pool kept; nothing if it wants none.
pub(crate) fn keep_alive(request: &CreateTrainingJobRequest) -> Option<i64> {
    let resources = request.resource_config.as_ref()?;
    resources.keep_alive_period_in_seconds.filter(|seconds| *seconds > 0)
}

/// What has to be the same in both jobs.
fn fits(row: &JobRow) -> String {
    let resources = row.request.resource_config.clone().unwrap_or_default();
    let groups = resources.instance_groups.iter().flatten();
    json!([
        row.scope.region,
        row.scope.account,
        row.request.role_arn,
        resources.instance_type,
        resources.instance_count,
        groups.map(|g| json!([g.instance_group_name, g.instance_type, g.instance_count])).collect::<Vec<_>>(),
        resources.volume_size_in_gb,
        row.request.enable_network_isolation.unwrap_or(false),
        row.request.enable_inter_container_traffic_encryption.unwrap_or(false),
    ])
    .to_string()
}

impl SageMaker {
    /// Takes over what a matching job has left, and says so in both jobs.
    pub(crate) async fn take_warm(&self, key: &Key, row: &JobRow) -> Option<(JobRow, Warm)> {
        let (left_by, warm) = self.pools.take(row)?;
        let name = row.request.training_job_name.clone();
        let commit = || {
            let (key, left_by, name, now) = (key.clone(), left_by.clone(), name.clone(), self.platform.now());
            let changes = self.jobs.training.changes.clone();
            self.platform.store.commit(move |txn| {
                end_pool(txn, &left_by, now, PoolStatus::Reused, Some(name))?;
                let Some(mut row) = JOBS.get(txn, &key)?.filter(|row| !row.status.is_terminal()) else {
                    return Ok(None);
                };
                row.warm_pool = Some(WarmPool::new(PoolStatus::InUse));
                JOBS.put(txn, &key, &row)?;
                txn.after_commit(move || [left_by, key].iter().for_each(|key| changes.ring(key)));
                Ok::<_, AwsError>(Some(row))
            })
        };
        let row = self.insist("record the use of a warm pool", commit).await?;
        Some((row, warm))
    }

    /// Keeps what a job has left until its time is up, somebody takes it, or somebody needs its room.
    /// Called when the job's work is done and before it has ended.
    pub(crate) async fn keep_warm(self: &Arc<Self>, key: &Key, place: Place, tree: &JobTree) {
        // As it is now: `UpdateTrainingJob` may have changed it since.
        let Some(row) = self.open_job::<JobRow>(key).await else { return };
        let Some(seconds) = keep_alive(&row.request) else { return };
        let cache = self.folder("jobs").join(format!("cache.{}", lirio_service::hex_id::<8>()));
        if let Err(error) = tree.move_caches(&cache) {
            tracing::warn!(%error, "the cache of a warm pool cannot be kept; it starts empty");
        }
        let now = self.platform.now().0;
        let until = watch::Sender::new(now.saturating_add(seconds.saturating_mul(1000)));
        let due = until.subscribe();
        let wanted = place.lend();
        let pool = Pool { fits: fits(&row), warm: Warm { place, cache }, until };
        lock(&self.pools.0).insert(key.clone(), pool);
        let (service, key) = (self.clone(), key.clone());
        tokio::spawn(async move {
            tokio::select! {
                () = service.until_due(due) => {}
                () = wanted => {}
                () = service.platform.shutdown.requested() => return,
            }
            // It may have been taken in this instant.
            let Some(pool) = lock(&service.pools.0).remove(&key) else { return };
            let cache = pool.warm.cache.clone();
            let commit = || {
                let (key, now, changes) =
                    (key.clone(), service.platform.now(), service.jobs.training.changes.clone());
                service.platform.store.commit(move |txn| {
                    end_pool(txn, &key, now, PoolStatus::Terminated, None)?;
                    txn.after_commit(move || changes.ring(&key));
                    Ok::<_, AwsError>(())
                })
            };
            service.insist("record the end of a warm pool", commit).await;
            // The room is free when the job says so.
            drop(pool);
            tokio::task::spawn_blocking(move || remove_tree(&cache));
        });
    }

    async fn until_due(&self, mut due: watch::Receiver<i64>) {
        loop {
            let at = *due.borrow_and_update();
            tokio::select! {
                () = self.until(at) => return,
                changed = due.changed() => {
                    // Somebody has taken the pool.
                    if changed.is_err() {
                        return;
                    }
                }
            }
        }
    }
}

/// Ends a pool in its job's row.
pub(crate) fn end_pool(
    txn: &mut Txn<'_>,
    key: &Key,
    now: Timestamp,
    status: PoolStatus,
    reused_by: Option<String>,
) -> Result<(), AwsError> {
    let Some(mut row) = JOBS.get(txn, key)? else { return Ok(()) };
    let Some(pool) = row.warm_pool.as_mut().filter(|pool| !pool.status.is_over()) else { return Ok(()) };
    let since = row.ended.unwrap_or(now);
    pool.retained_ms = (now.0 - since.0).max(0);
    pool.status = status;
    pool.reused_by = reused_by;
    row.modified = now;
    JOBS.put(txn, key, &row)?;
    Ok(())
}

/// Pools that an earlier process kept are gone; `now` is when this one began.
pub(crate) fn end_all(txn: &mut Txn<'_>, now: Timestamp) -> Result<(), AwsError> {
    for (key, row) in JOBS.scan_prefix(txn, &Key::new(), None, usize::MAX)? {
        if row.ended.is_some_and(|ended| ended < now)
            && row.warm_pool.is_some_and(|pool| !pool.status.is_over())
        {
            end_pool(txn, &key, now, PoolStatus::Terminated, None)?;
        }
    }
    Ok(())
}

/// The refusal of what only a job with a pool can be asked.
pub(crate) fn none(name: &str) -> AwsError {
    AwsError::validation(format!(
        "The training job {name} has no warm pool that is in use or available, so its KeepAlivePeriodInSeconds cannot be changed."
    ))
}

/// Refuses what does not go with a pool.
pub(crate) fn check(request: &CreateTrainingJobRequest) -> Result<(), AwsError> {
    if keep_alive(request).is_some() && super::queue::is_spot(request) {
        return Err(names::refuse(
            "KeepAlivePeriodInSeconds with EnableManagedSpotTraining, and neither does SageMaker",
        ));
    }
    Ok(())
}
