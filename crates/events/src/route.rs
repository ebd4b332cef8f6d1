//! From an event to its deliveries, and from a schedule to its event.

use std::sync::Arc;

use lirio_api::Timestamp;
use lirio_api::events::Target;
use lirio_event_pattern::transform::{InputPath, InputTransformer, RuleContext};
use lirio_service::topics::BusEvent;
use lirio_store::{Delivery, DeliveryError, Read, StoreError, Txn};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

use crate::Events;
use crate::deliver::{DELIVERIES, TargetDelivery};
use crate::rules::stored_schedule;
use crate::schedule::Schedule;
use crate::tables::{DISABLED, RULES, RuleRow, TARGETS, rule_key};

/// Schedules that came due; payload [`Due`].
pub(crate) const SCHEDULES: &str = "events.schedules";

/// A schedule that came due.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Due {
    region: String,
    bus: String,
    rule: String,
    /// Whether the rule is still the one that set the timer.
    generation: u64,
    /// Where a rate counts from.
    start: Timestamp,
    at: Timestamp,
}

fn timer_id(region: &str, bus: &str, rule: &str) -> String {
    format!("events/{region}/{bus}/{rule}")
}

/// Sets the timer of a rule's next run; a schedule that has ended leaves none.
pub(crate) fn set_schedule(
    txn: &mut Txn<'_>,
    region: &str,
    row: &RuleRow,
    schedule: &Schedule,
    start: Timestamp,
    after: Timestamp,
) -> Result<(), StoreError> {
    let id = timer_id(region, &row.bus, &row.name);
    match schedule.next(start, after) {
        Some(at) => {
            let due = Due {
                region: region.to_owned(),
                bus: row.bus.clone(),
                rule: row.name.clone(),
                generation: row.generation,
                start,
                at,
            };
            txn.set_timer(&id, at.0, SCHEDULES, &due)
        }
        None => txn.cancel_timer(&id).map(|_| ()),
    }
}

/// Removes the timer of a rule, if it has one.
pub(crate) fn cancel_schedule(
    txn: &mut Txn<'_>,
    region: &str,
    bus: &str,
    rule: &str,
) -> Result<(), StoreError> {
    txn.cancel_timer(&timer_id(region, bus, rule)).map(|_| ())
}

/// A UUID that follows from its seed, so that an event made twice is the same event.
fn derived_uuid(seed: &str) -> String {
    let hash = Sha256::digest(seed);
    let mut bytes: [u8; 16] = std::array::from_fn(|at| hash[at]);
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// What a target receives of an event; the reason when it cannot be made.
fn input(target: &Target, rule: &RuleRow, event: &Json, ingested: &str) -> Result<String, String> {
    if let Some(input) = &target.input {
        return Ok(input.clone());
    }
    if let Some(path) = &target.input_path {
        let parsed = InputPath::parse(path).map_err(|error| error.to_string())?;
        let part = parsed.apply(event).ok_or_else(|| format!("the event has nothing at InputPath {path}"))?;
        return Ok(part.to_string());
    }
    if let Some(transformer) = &target.input_transformer {
        let paths = transformer.input_paths_map.iter().flatten().map(|(n, p)| (n.as_str(), p.as_str()));
        let context = RuleContext { rule_arn: &rule.arn, rule_name: &rule.name, ingestion_time: ingested };
        return InputTransformer::parse(paths, &transformer.input_template)
            .and_then(|parsed| parsed.apply(event, &context))
            .map_err(|error| error.to_string());
    }
    Ok(event.to_string())
}

/// The deliveries of an event to the targets of one rule.
pub(crate) fn deliveries(
    read: &impl Read,
    region: &str,
    rule: &RuleRow,
    event: &Json,
    ingested: &str,
    hop: bool,
) -> Result<Vec<TargetDelivery>, StoreError> {
    let targets = TARGETS.scan_prefix(read, &rule_key(region, &rule.bus, &rule.name), None, usize::MAX)?;
    Ok(targets
        .into_iter()
        .map(|(_, target)| TargetDelivery {
            rule_arn: rule.arn.clone(),
            event_id: event["id"].as_str().unwrap_or_default().to_owned(),
            input: input(&target, rule, event, ingested),
            hop,
            target,
        })
        .collect())
}

impl Events {
    /// The deliveries of an event on a bus. `hop` says that it came from another bus.
    pub(crate) fn matched(
        &self,
        read: &impl Read,
        region: &str,
        bus: &str,
        event: &Json,
        ingested: &str,
        hop: bool,
    ) -> Result<Vec<TargetDelivery>, StoreError> {
        let mut all = Vec::new();
        for name in self.index.matching(region, bus, event) {
            // The rule may have gone since it was matched.
            if let Some(rule) = RULES.get(read, &rule_key(region, bus, &name))?
                && rule.state != DISABLED
            {
                all.extend(deliveries(read, region, &rule, event, ingested, hop)?);
            }
        }
        Ok(all)
    }

    /// Matches one event: its end and the beginning of its deliveries are one commit.
    pub(crate) async fn route(self: Arc<Self>, message: Delivery) -> Result<(), DeliveryError> {
        let BusEvent { bus, event } = message.decode()?;
        let region = event["region"].as_str().unwrap_or(&self.platform.scope.region).to_owned();
        let ingested = Timestamp(message.enqueued_at_ms).iso8601_seconds();
        let found = self.platform.store.read(|r| self.matched(r, &region, &bus, &event, &ingested, false))?;
        tracing::debug!(id = %event["id"], source = %event["source"], deliveries = found.len(), "an event was matched");
        self.hand_over(message.seq, found).await
    }

    /// Ends a message with the deliveries that come of it.
    pub(crate) async fn hand_over(&self, seq: u64, found: Vec<TargetDelivery>) -> Result<(), DeliveryError> {
        self.platform
            .store
            .commit(move |txn| {
                if txn.ack(seq)? {
                    for delivery in &found {
                        txn.enqueue(DELIVERIES, delivery)?;
                    }
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        Ok(())
    }

    /// Runs a rule whose schedule came due, and sets the timer of the next run.
    ///
    /// Runs that were missed while the platform was down are made up for by one.
    pub(crate) async fn fire(self: Arc<Self>, message: Delivery) -> Result<(), DeliveryError> {
        let due: Due = message.decode()?;
        let (now, scope, seq) = (self.platform.now(), self.platform.scope.clone(), message.seq);
        self.platform
            .store
            .commit(move |txn| {
                if !txn.ack(seq)? {
                    return Ok(());
                }
                let Some(rule) = RULES.get(txn, &rule_key(&due.region, &due.bus, &due.rule))? else {
                    return Ok(());
                };
                if rule.generation != due.generation || rule.state == DISABLED {
                    return Ok(());
                }
                let Ok(Some(schedule)) = stored_schedule(&rule) else { return Ok(()) };
                let after = if due.at > now { due.at } else { now };
                set_schedule(txn, &due.region, &rule, &schedule, due.start, after)?;
                let event = json!({
                    "version": "0",
                    "id": derived_uuid(&format!("{} {} {}", rule.arn, rule.generation, due.at.0)),
                    "detail-type": "Scheduled Event",
                    "source": "aws.events",
                    "account": scope.account,
                    "time": due.at.iso8601_seconds(),
                    "region": due.region,
                    "resources": [rule.arn],
                    "detail": {},
                });
                let ingested = now.iso8601_seconds();
                for delivery in deliveries(txn, &due.region, &rule, &event, &ingested, false)? {
                    txn.enqueue(DELIVERIES, &delivery)?;
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        Ok(())
    }
}
