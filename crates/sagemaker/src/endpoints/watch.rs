//! What moves an update on from outside: waits that are over, alarms that ring.

use std::sync::Arc;

use lirio_api::AwsError;
use lirio_service::Scope;
use lirio_service::topics::{ALARM_STATES, AlarmState};
use lirio_store::{Delivery, DeliveryError, Key, Txn};

use crate::SageMaker;
use crate::endpoints::rollout::{Stage, Told};
use crate::endpoints::save::{Due, WAITS, save};
use crate::names;
use crate::rows::{ENDPOINTS, EndpointRow};
use crate::service::Wake;

/// Messages handled at once.
const CONCURRENCY: usize = 8;

impl SageMaker {
    /// Consumes the topics that concern endpoints until the platform stops.
    pub(crate) fn start_endpoint_consumers(self: &Arc<Self>) {
        // Taken now and not in the tasks: alarms are only told of once somebody has taken them.
        let (waits, alarms) = (self.platform.store.outbox(WAITS), self.platform.store.outbox(ALARM_STATES));
        let (service, shutdown) = (self.clone(), self.platform.shutdown.clone());
        tokio::spawn(async move {
            let handler = move |delivery: Delivery| {
                let service = service.clone();
                async move { service.wait_over(delivery).await }
            };
            waits.run(CONCURRENCY, shutdown.requested(), handler).await;
        });
        let (service, shutdown) = (self.clone(), self.platform.shutdown.clone());
        tokio::spawn(async move {
            let handler = move |delivery: Delivery| {
                let service = service.clone();
                async move { service.alarm_changed(delivery).await }
            };
            alarms.run(CONCURRENCY, shutdown.requested(), handler).await;
        });
    }

    async fn wait_over(&self, delivery: Delivery) -> Result<(), DeliveryError> {
        let due: Due = delivery.decode()?;
        let seq = delivery.seq;
        let key = Key::new().str(&due.region).str(&due.account).str(&due.endpoint);
        let (now, changes, wakes) = (self.platform.now(), self.endpoint_changes.clone(), self.waker());
        let commit = self.platform.store.commit(move |txn| {
            if !txn.ack(seq)? {
                return Ok(());
            }
            let Some(before) = ENDPOINTS.get(txn, &key)? else { return Ok(()) };
            if before.desired.as_ref().is_none_or(|desired| desired.id != due.deployment) {
                return Ok(());
            }
            let told = match due.step {
                Some(step) => Told::WaitOver { step },
                None => Told::TakeBack(format!(
                    "The update did not end within MaximumExecutionTimeoutInSeconds ({}); it was rolled back.",
                    before.rollout.as_ref().map_or(0, |rollout| rollout.plan.maximum_seconds)
                )),
            };
            let mut row = before.clone();
            if row.take(told, now) {
                save(txn, &key, Some(&before), &row)?;
                txn.after_commit(move || {
                    changes.ring(&key);
                    drop(wakes.send(Wake::Endpoint(key)));
                });
            }
            Ok::<_, AwsError>(())
        });
        commit.await.map_err(again)
    }

    async fn alarm_changed(&self, delivery: Delivery) -> Result<(), DeliveryError> {
        let alarm: AlarmState = delivery.decode()?;
        let seq = delivery.seq;
        if alarm.state != "ALARM" {
            return Ok(());
        }
        let (now, changes, wakes) = (self.platform.now(), self.endpoint_changes.clone(), self.waker());
        let commit = self.platform.store.commit(move |txn| {
            if !txn.ack(seq)? {
                return Ok(());
            }
            for (key, before) in watched_by(txn, &alarm.scope, &alarm.name)? {
                let mut row = before.clone();
                if row.take(Told::TakeBack(rang(&alarm.name)), now) {
                    save(txn, &key, Some(&before), &row)?;
                    let (changes, wakes) = (changes.clone(), wakes.clone());
                    txn.after_commit(move || {
                        changes.ring(&key);
                        drop(wakes.send(Wake::Endpoint(key)));
                    });
                }
            }
            Ok::<_, AwsError>(())
        });
        commit.await.map_err(again)
    }
}

/// Why an update is taken back.
pub(crate) fn rang(alarm: &str) -> String {
    format!("The update was rolled back because the CloudWatch alarm {alarm} is in the state ALARM.")
}

/// The endpoints whose update bakes under an alarm.
fn watched_by(txn: &Txn<'_>, scope: &Scope, alarm: &str) -> Result<Vec<(Key, EndpointRow)>, AwsError> {
    let mut rows = ENDPOINTS.scan_prefix(txn, &names::area(scope), None, usize::MAX)?;
    rows.retain(|(_, row)| {
        row.rollout.as_ref().is_some_and(|rollout| {
            matches!(rollout.stage, Stage::Baking { .. })
                && rollout.plan.alarms.iter().any(|name| name == alarm)
        })
    });
    Ok(rows)
}

fn again(error: AwsError) -> DeliveryError {
    tracing::error!(%error, detail = error.detail, "an update could not be moved on");
    DeliveryError::Retry
}
