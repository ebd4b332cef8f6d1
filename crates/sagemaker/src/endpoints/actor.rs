//! The task that each endpoint has: it compares what is stored with what runs, and acts.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join_all;
use lirio_api::AwsError;
use lirio_store::Key;

use crate::SageMaker;
use crate::endpoints::fleet::Fleet;
use crate::endpoints::rollout::{Aim, Stage, Told, aims};
use crate::endpoints::route::{Route, Serving, Traffic};
use crate::endpoints::save::save;
use crate::endpoints::watch::rang;
use crate::rows::{Deployment, ENDPOINTS, EndpointRow, EndpointStatus, TAGS};
use crate::tags;

/// Before a fleet that could not be brought up again after a restart is tried once more.
const FIRST_DELAY: Duration = Duration::from_millis(200);
const LAST_DELAY: Duration = Duration::from_secs(30);

/// How far what runs is from what is wanted.
enum Outcome {
    /// It is what is wanted.
    Reached,
    /// What is wanted has changed meanwhile.
    Changed,
    /// The new deployment, or more instances, do not come up.
    Failed(String),
    /// What served before does not come up again.
    NotAgain(String),
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
        let mut running: Vec<Arc<Fleet>> = Vec::new();
        let mut delay = FIRST_DELAY;
        let mut looked_at = None;
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
                self.take_down(key, route, running, &row).await;
                // A create that came right after the deletion finds no route and makes its own.
                return;
            }
            let wanted = aims(&row);
            match self.reconcile(key, route, &row, &wanted, &mut running).await {
                Outcome::Changed => {}
                Outcome::Failed(reason) => self.tell(key, &wanted, &running, Told::Failed(reason)).await,
                Outcome::NotAgain(reason) => {
                    tracing::error!(endpoint = row.name, reason, "an endpoint could not be brought up again");
                    // A change may be what helps, so it is not slept through.
                    let _ = tokio::time::timeout(delay, route.wake.notified()).await;
                    delay = (delay * 2).min(LAST_DELAY);
                }
                Outcome::Reached => {
                    delay = FIRST_DELAY;
                    let stage = row.rollout.as_ref().map(|rollout| rollout.stage);
                    let goes_on = row.scaling.is_some()
                        || matches!(stage, Some(Stage::Moving { .. } | Stage::Returning { .. }))
                        || (row.live.is_none() && row.desired.is_some());
                    // Alarms that ring are looked at before a step bakes and once it does: what changes after
                    // that comes by itself.
                    let watched = matches!(stage, Some(Stage::Moving { .. } | Stage::Baking { .. }))
                        && looked_at != stage;
                    if watched {
                        let alarms =
                            row.rollout.iter().flat_map(|rollout| rollout.plan.alarms.clone()).collect();
                        if let Some(reason) = self.ringing(alarms, route, key, &wanted).await {
                            self.tell(key, &wanted, &running, Told::TakeBack(reason)).await;
                            continue;
                        }
                        looked_at = stage;
                    }
                    if goes_on {
                        self.tell(key, &wanted, &running, Told::Reached).await;
                    } else {
                        route.wake.notified().await;
                    }
                }
            }
        }
    }

    async fn endpoint_row(&self, key: &Key) -> Option<EndpointRow> {
        let read = || std::future::ready(self.platform.store.read(|read| ENDPOINTS.get(read, key)));
        self.insist("read an endpoint", read).await
    }

    /// Whether an endpoint still wants this.
    async fn still(&self, key: &Key, wanted: &[Aim]) -> bool {
        self.endpoint_row(key)
            .await
            .is_some_and(|row| row.status != EndpointStatus::Deleting && aims(&row) == wanted)
    }

    /// Makes what runs what is wanted: more instances first, then the traffic, then fewer.
    async fn reconcile(
        self: &Arc<Self>,
        key: &Key,
        route: &Route,
        row: &EndpointRow,
        wanted: &[Aim],
        running: &mut Vec<Arc<Fleet>>,
    ) -> Outcome {
        let results = {
            let mut work = pin!(join_all(wanted.iter().map(|aim| self.provide(row, aim, running))));
            loop {
                tokio::select! {
                    results = &mut work => break results,
                    () = route.wake.notified() => {
                        if !self.still(key, wanted).await {
                            return Outcome::Changed;
                        }
                    }
                }
            }
        };
        let (mut fleets, mut not_again) = (Vec::new(), None);
        for (aim, result) in wanted.iter().zip(results) {
            match result {
                Ok(fleet) => fleets.push((aim, fleet)),
                Err(reason) => {
                    let new = row.desired.as_ref().is_some_and(|desired| desired.id == aim.id);
                    let returns = row
                        .rollout
                        .as_ref()
                        .is_some_and(|rollout| matches!(rollout.stage, Stage::Returning { .. }));
                    if new && !returns || row.scaling.is_some() || (returns && !running.is_empty()) {
                        return Outcome::Failed(reason);
                    }
                    not_again = Some(reason);
                }
            }
        }
        // Without what served before, what is there serves: a change of an endpoint that does not come up again
        // must not wait for it.
        if fleets.iter().all(|(aim, _)| aim.share <= 0.0)
            && let Some(reason) = not_again
        {
            return Outcome::NotAgain(reason);
        }
        // Switched before it is told: who reads that a change is done gets the new fleet.
        let traffic: Vec<_> = fleets
            .iter()
            .filter(|(aim, _)| aim.share > 0.0)
            .map(|(aim, fleet)| (aim.share, fleet.clone()))
            .collect();
        if traffic.is_empty() {
            drop(route.switch(Serving::Nothing));
        } else if !route.serves(&traffic) {
            drop(route.switch(Serving::Fleets(Traffic::new(traffic))));
        }
        for (aim, fleet) in &fleets {
            fleet.weigh(aim);
            fleet.scale_in(aim);
        }
        for fleet in std::mem::take(running) {
            if !fleets.iter().any(|(_, kept)| Arc::ptr_eq(kept, &fleet)) {
                tokio::spawn(fleet.retire());
            }
        }
        *running = fleets.into_iter().map(|(_, fleet)| fleet).collect();
        Outcome::Reached
    }

    /// A fleet with at least the instances that are wanted of it.
    async fn provide(
        self: &Arc<Self>,
        row: &EndpointRow,
        aim: &Aim,
        running: &[Arc<Fleet>],
    ) -> Result<Arc<Fleet>, String> {
        if let Some(fleet) = running.iter().find(|fleet| fleet.id == aim.id) {
            if !fleet.suffices(aim) {
                fleet.scale_out(self, aim).await?;
            }
            return Ok(fleet.clone());
        }
        let deployments =
            row.live.iter().chain(&row.desired).chain(row.left.as_ref().map(|left| &left.deployment));
        let deployment = { deployments }
            .find(|deployment: &&Deployment| deployment.id == aim.id)
            .ok_or_else(|| "InternalServerError: a deployment is missing".to_owned())?;
        Fleet::bring_up(self, &row.scope, &row.name, deployment, aim).await
    }

    /// The alarm that rings, as the reason to take an update back.  Nothing, if what is wanted changes meanwhile.
    async fn ringing(&self, alarms: Vec<String>, route: &Route, key: &Key, wanted: &[Aim]) -> Option<String> {
        if alarms.is_empty() {
            return None;
        }
        let mut delay = FIRST_DELAY;
        loop {
            match self.alarm_states(&alarms).await {
                Ok(states) => {
                    return alarms.iter().find_map(|alarm| match states.get(alarm).map(String::as_str) {
                        Some("ALARM") => Some(rang(alarm)),
                        Some(_) => None,
                        None => Some(format!(
                            "The update was rolled back because the CloudWatch alarm {alarm} does not exist."
                        )),
                    });
                }
                Err(error) => {
                    tracing::error!(%error, detail = error.detail, "alarms could not be read; trying again")
                }
            }
            let _ = tokio::time::timeout(delay, route.wake.notified()).await;
            if !self.still(key, wanted).await {
                return None;
            }
            delay = (delay * 2).min(LAST_DELAY);
        }
    }

    /// Commits the next stage, if what is told is about what is still wanted.
    async fn tell(&self, key: &Key, wanted: &[Aim], running: &[Arc<Fleet>], told: Told) {
        let images: Vec<_> = running.iter().map(|fleet| (fleet.id.clone(), fleet.images())).collect();
        let commit = || {
            let (key, wanted, told, images) = (key.clone(), wanted.to_vec(), told.clone(), images.clone());
            let (now, changes) = (self.platform.now(), self.endpoint_changes.clone());
            self.platform.store.commit(move |txn| {
                let Some(before) = ENDPOINTS.get(txn, &key)? else { return Ok(()) };
                if aims(&before) != wanted {
                    return Ok(());
                }
                let mut row = before.clone();
                for deployment in row.live.iter_mut().chain(&mut row.desired) {
                    let found = images.iter().find(|(id, _)| *id == deployment.id);
                    let variants = deployment.variants.iter_mut().chain(&mut deployment.shadows);
                    for (variant, image) in variants.zip(found.iter().flat_map(|(_, images)| images)) {
                        if variant.resolved.as_ref().is_none_or(|(known, _)| known != image) {
                            variant.resolved = Some((image.clone(), now));
                        }
                    }
                }
                if row.take(told, now) {
                    save(txn, &key, Some(&before), &row)?;
                    txn.after_commit(move || changes.ring(&key));
                }
                Ok::<_, AwsError>(())
            })
        };
        self.insist("record an endpoint", commit).await;
    }

    /// Ends an endpoint: no more requests, then no more containers, then no more row.
    async fn take_down(&self, key: &Key, route: &Route, running: Vec<Arc<Fleet>>, row: &EndpointRow) {
        drop(route.switch(Serving::Nothing));
        // Its name is free as soon as the row is gone; the containers end behind the scene.
        for fleet in running {
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
