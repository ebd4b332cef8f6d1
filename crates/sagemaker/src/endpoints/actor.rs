//! The task that each endpoint has: it compares what is stored with what runs, and acts.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use lirio_api::{AwsError, Timestamp};
use lirio_store::Key;

use crate::SageMaker;
use crate::endpoints::fleet::Fleet;
use crate::endpoints::route::{Route, Serving};
use crate::names::cut;
use crate::rows::{Deployment, ENDPOINTS, EndpointRow, EndpointStatus, TAGS};
use crate::{events, tags};

/// The longest `FailureReason`.
const REASON: usize = 1024;
/// Before a fleet that could not be brought up again after a restart is tried once more.
const FIRST_DELAY: Duration = Duration::from_millis(200);
const LAST_DELAY: Duration = Duration::from_secs(30);

/// How bringing up a fleet ended.
enum Up {
    Ready(Arc<Fleet>),
    Failed(String),
    /// It is no longer wanted.
    Changed,
}

impl SageMaker {
    /// Sees to it that the endpoint has its task, and that the task looks again.  `soon`: it served before
    /// the platform was started, so that invocations wait for it.
    pub(crate) fn take_up_endpoint(self: &Arc<Self>, key: Key, soon: bool) {
        let (route, new) = self.routes.get_or_new(&key, soon);
        if !new {
            route.wake.notify_one();
            return;
        }
        let service = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = service.tend(&key, &route) => {}
                // Containers end with their handles; endpoints come back with the next process.
                () = service.platform.shutdown.requested() => drop(route.switch(Serving::Soon)),
            }
        });
    }

    async fn tend(self: &Arc<Self>, key: &Key, route: &Route) {
        let mut current: Option<Arc<Fleet>> = None;
        let mut delay = FIRST_DELAY;
        loop {
            let Some(row) = self.endpoint_row(key).await else {
                self.routes.remove(key);
                // One that was created in this moment has woken a task that ends here.
                if self.endpoint_row(key).await.is_some() {
                    self.take_up_endpoint(key.clone(), false);
                }
                return;
            };
            if row.status == EndpointStatus::Deleting {
                self.take_down(key, route, current.take(), &row).await;
                // A create that came right after the deletion finds no route and makes its own.
                return;
            }
            if let Some(live) = &row.live
                && current.as_ref().is_none_or(|fleet| fleet.id != live.id)
            {
                match self.bring_up(key, route, &row, live).await {
                    Up::Ready(fleet) => {
                        route.switch(Serving::Fleet(fleet.clone()));
                        current = Some(fleet);
                        delay = FIRST_DELAY;
                    }
                    Up::Changed => {}
                    Up::Failed(reason) => {
                        tracing::error!(
                            endpoint = row.name,
                            reason,
                            "an endpoint could not be brought up again"
                        );
                        // A change may be what helps, so it is not slept through.
                        let _ = tokio::time::timeout(delay, route.wake.notified()).await;
                        delay = (delay * 2).min(LAST_DELAY);
                    }
                }
                // A wanted change of an endpoint that does not come up again must not wait for it.
                if current.is_some() || row.desired.is_none() {
                    continue;
                }
            }
            let Some(desired) = &row.desired else {
                route.wake.notified().await;
                continue;
            };
            match self.bring_up(key, route, &row, desired).await {
                Up::Changed => {}
                Up::Failed(reason) => self.deployment_failed(key, desired.id.clone(), reason).await,
                Up::Ready(fleet) => {
                    // Switched before it is told: who reads that the change is done gets the new fleet.
                    let old = route.switch(Serving::Fleet(fleet.clone()));
                    if self.deployment_done(key, desired, &fleet).await {
                        let old = current.replace(fleet);
                        if let Some(old) = old {
                            tokio::spawn(old.retire());
                        }
                    } else {
                        route.switch(old);
                        tokio::spawn(fleet.retire());
                    }
                }
            }
        }
    }

    async fn endpoint_row(&self, key: &Key) -> Option<EndpointRow> {
        let read = || std::future::ready(self.platform.store.read(|read| ENDPOINTS.get(read, key)));
        self.insist("read an endpoint", read).await
    }

    /// Brings up a deployment for as long as it is wanted.
    async fn bring_up(
        self: &Arc<Self>,
        key: &Key,
        route: &Route,
        row: &EndpointRow,
        deployment: &Deployment,
    ) -> Up {
        let mut fleet = pin!(Fleet::bring_up(self, &row.scope, &row.name, deployment));
        loop {
            tokio::select! {
                fleet = &mut fleet => return match fleet {
                    Ok(fleet) => Up::Ready(fleet),
                    Err(reason) => Up::Failed(reason),
                },
                () = route.wake.notified() => {
                    let wanted = self.endpoint_row(key).await.is_some_and(|row| {
                        row.status != EndpointStatus::Deleting
                            && [&row.live, &row.desired]
                                .into_iter()
                                .flatten()
                                .any(|wanted| wanted.id == deployment.id)
                    });
                    if !wanted {
                        return Up::Changed;
                    }
                }
            }
        }
    }

    /// Stores that a deployment serves; false if it is no longer wanted.
    async fn deployment_done(&self, key: &Key, desired: &Deployment, fleet: &Fleet) -> bool {
        let images: Vec<String> = fleet.variants.iter().map(|variant| variant.resolved.clone()).collect();
        self.change(key, desired.id.clone(), move |row, mut done, now| {
            for (variant, image) in done.variants.iter_mut().zip(images) {
                variant.resolved = Some((image, now));
            }
            row.live = Some(done);
            row.status = EndpointStatus::InService;
            row.failure = None;
            row.failed_config = None;
        })
        .await
    }

    async fn deployment_failed(&self, key: &Key, id: String, reason: String) {
        self.change(key, id, move |row, failed, _| {
            row.failure = Some(cut(&reason, REASON).to_owned());
            // What served before goes on serving.
            row.status = if row.live.is_some() { EndpointStatus::InService } else { EndpointStatus::Failed };
            row.failed_config = Some(failed.config_name);
        })
        .await;
    }

    /// Commits the end of a deployment that is still wanted, with its event; whether it was.
    async fn change(
        &self,
        key: &Key,
        id: String,
        change: impl FnOnce(&mut EndpointRow, Deployment, Timestamp) + Clone + Send + 'static,
    ) -> bool {
        let commit = || {
            let (key, id, change) = (key.clone(), id.clone(), change.clone());
            let (now, changes) = (self.platform.now(), self.endpoint_changes.clone());
            self.platform.store.commit(move |txn| {
                let Some(mut row) = ENDPOINTS.get(txn, &key)? else { return Ok(false) };
                if row.status == EndpointStatus::Deleting {
                    return Ok(false);
                }
                match row.desired.take() {
                    Some(desired) if desired.id == id => change(&mut row, desired, now),
                    _ => return Ok(false),
                }
                row.modified = now;
                ENDPOINTS.put(txn, &key, &row)?;
                events::endpoint(txn, &row)?;
                txn.after_commit(move || changes.ring(&key));
                Ok::<_, AwsError>(true)
            })
        };
        self.insist("record an endpoint", commit).await
    }

    /// Ends an endpoint: no more requests, then no more containers, then no more row.
    async fn take_down(&self, key: &Key, route: &Route, current: Option<Arc<Fleet>>, row: &EndpointRow) {
        drop(route.switch(Serving::Nothing));
        // Its name is free as soon as the row is gone; the containers end behind the scene.
        if let Some(fleet) = current {
            tokio::spawn(fleet.retire());
        }
        let commit = || {
            let (key, arn, changes) = (key.clone(), row.arn.clone(), self.endpoint_changes.clone());
            let created = row.created;
            self.platform.store.commit(move |txn| {
                // Never another endpoint of the same name.
                let same =
                    |row: EndpointRow| row.status == EndpointStatus::Deleting && row.created == created;
                if ENDPOINTS.get(txn, &key)?.is_some_and(same) {
                    ENDPOINTS.delete(txn, &key)?;
                    TAGS.delete(txn, &tags::key(&arn))?;
                    txn.after_commit(move || changes.ring(&key));
                }
                Ok::<_, AwsError>(())
            })
        };
        // The route goes first: whoever creates the endpoint anew must find none, so that it gets a task.
        self.routes.remove(key);
        self.insist("remove an endpoint", commit).await;
    }
}
