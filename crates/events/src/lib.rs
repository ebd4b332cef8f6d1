//! EventBridge: buses, rules, targets.
//!
//! An event reaches its targets in three durable steps, each of which commits with the end of the one before:
//! it is enqueued on [`lirio_service::topics::EVENTS`] together with its cause; `route` finds the rules that match
//! and enqueues one message per target; `deliver` hands each message over.
//! Delivery is at least once, and a state machine starts once all the same, since the execution's name is derived
//! from event, rule and target.
//! A rule's schedule is a stored timer that fires into the same chain.
//!
//! What this crate refuses to do: it never looks for work by polling, and it accepts no kind of target that it
//! cannot deliver to.

mod buses;
mod deliver;
mod index;
mod names;
mod page;
mod put_events;
mod route;
mod rules;
mod schedule;
mod tables;
mod tags;
mod targets;

use std::sync::Arc;

use lirio_api::{AwsError, events::ops};
use lirio_service::{Platform, Registry, topics};

pub use schedule::{Schedule, ScheduleError};

use crate::index::Index;

/// The service's principal.
pub(crate) const PRINCIPAL: &str = "events.amazonaws.com";

/// Events that are matched at the same time.
const ROUTING: usize = 8;
/// Deliveries under way at the same time.
const DELIVERING: usize = 32;

/// The service.
pub struct Events {
    pub(crate) platform: Platform,
    pub(crate) index: Arc<Index>,
}

impl Events {
    /// The service, with the rules of the store in memory.
    pub fn new(platform: &Platform) -> Result<Arc<Self>, AwsError> {
        let index = Arc::new(platform.store.read(|reader| Index::load(reader)).map_err(AwsError::from)?);
        platform.listeners.set(index.clone());
        Ok(Arc::new(Self { platform: platform.clone(), index }))
    }

    /// Registers every operation of EventBridge.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateEventBus, Events::create_event_bus)
            .on(ops::DeleteEventBus, Events::delete_event_bus)
            .on(ops::DescribeEventBus, Events::describe_event_bus)
            .on(ops::ListEventBuses, Events::list_event_buses)
            .on(ops::PutRule, Events::put_rule)
            .on(ops::DeleteRule, Events::delete_rule)
            .on(ops::DescribeRule, Events::describe_rule)
            .on(ops::EnableRule, Events::enable_rule)
            .on(ops::DisableRule, Events::disable_rule)
            .on(ops::ListRules, Events::list_rules)
            .on(ops::ListRuleNamesByTarget, Events::list_rule_names_by_target)
            .on(ops::PutTargets, Events::put_targets)
            .on(ops::RemoveTargets, Events::remove_targets)
            .on(ops::ListTargetsByRule, Events::list_targets_by_rule)
            .on(ops::PutEvents, Events::put_events)
            .on(ops::TestEventPattern, Events::test_event_pattern)
            .on(ops::TagResource, Events::tag_resource)
            .on(ops::UntagResource, Events::untag_resource)
            .on(ops::ListTagsForResource, Events::list_tags_for_resource);
    }

    /// Starts matching, delivering and scheduling; they end on `platform.shutdown`.
    ///
    /// Schedules need [`lirio_store::Store::run_timers`], which one task of the platform runs.
    pub fn start(self: &Arc<Self>) {
        let shutdown = self.platform.shutdown.clone();
        let this = self.clone();
        let outbox = self.platform.store.outbox(topics::EVENTS);
        tokio::spawn(async move {
            outbox.run(ROUTING, shutdown.requested(), move |m| this.clone().route(m)).await;
        });
        let shutdown = self.platform.shutdown.clone();
        let this = self.clone();
        let outbox = self.platform.store.outbox(deliver::DELIVERIES);
        tokio::spawn(async move {
            outbox.run(DELIVERING, shutdown.requested(), move |m| this.clone().deliver(m)).await;
        });
        let shutdown = self.platform.shutdown.clone();
        let this = self.clone();
        let outbox = self.platform.store.outbox(route::SCHEDULES);
        tokio::spawn(async move {
            outbox.run(1, shutdown.requested(), move |m| this.clone().fire(m)).await;
        });
    }
}

impl std::fmt::Debug for Events {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Events").field("index", &self.index).finish_non_exhaustive()
    }
}
