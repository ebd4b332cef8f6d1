//! CloudTrail: trails, event selectors, the audit record.
//!
//! Every call passes the [`Auditor`]: from memory, it says whether a trail selects the call.
//! The calls that one does come in on [`lirio_service::topics::AUDIT`], committed with their effect.
//! `record` turns each into CloudTrail's record; the end of the message, the event for EventBridge and the record
//! that waits for its log file are one commit, and the event's id is the call's, so that nothing doubles.
//! Log files are written to the trail's bucket within about five minutes, by a stored timer.
//!
//! What this crate refuses to do: it never looks at bodies, and it records none of its own deliveries.

mod deliver;
mod record;
mod selectors;
mod tables;
mod tags;
mod trails;

use std::sync::{Arc, PoisonError, RwLock};

use lirio_api::{Access, AwsError, Operation, cloudtrail::ops};
use lirio_service::{Auditor, Platform, Registry, topics};
use lirio_store::{Key, KeyRange, Order, Read, StoreError};

use crate::selectors::Call;
use crate::tables::{TRAILS, TrailRow};

/// The service's principal.
pub(crate) const PRINCIPAL: &str = "cloudtrail.amazonaws.com";

/// Records that are made at the same time.
const RECORDING: usize = 8;

/// The trails that are logging, as every call sees them.
type ActiveTrails = RwLock<Arc<Vec<TrailRow>>>;

/// The service.
#[derive(Debug)]
pub struct CloudTrail {
    pub(crate) platform: Platform,
    active: Arc<ActiveTrails>,
}

/// The logging trails of a store.
fn load(read: &impl Read) -> Result<Vec<TrailRow>, StoreError> {
    let rows = TRAILS.scan(read, KeyRange::prefix(&Key::new()), Order::Ascending, usize::MAX)?;
    Ok(rows.into_iter().map(|(_, row)| row).filter(|row| row.logging).collect())
}

impl CloudTrail {
    /// The service, with the logging trails of the store in memory.
    pub fn new(platform: &Platform) -> Result<Arc<Self>, AwsError> {
        let active = platform.store.read(|reader| load(reader)).map_err(AwsError::from)?;
        Ok(Arc::new(Self { platform: platform.clone(), active: Arc::new(RwLock::new(Arc::new(active))) }))
    }

    /// Registers every operation of CloudTrail.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::CreateTrail, CloudTrail::create_trail)
            .on(ops::UpdateTrail, CloudTrail::update_trail)
            .on(ops::DeleteTrail, CloudTrail::delete_trail)
            .on(ops::GetTrail, CloudTrail::get_trail)
            .on(ops::DescribeTrails, CloudTrail::describe_trails)
            .on(ops::ListTrails, CloudTrail::list_trails)
            .on(ops::GetTrailStatus, CloudTrail::get_trail_status)
            .on(ops::StartLogging, CloudTrail::start_logging)
            .on(ops::StopLogging, CloudTrail::stop_logging)
            .on(ops::PutEventSelectors, CloudTrail::put_event_selectors)
            .on(ops::GetEventSelectors, CloudTrail::get_event_selectors)
            .on(ops::AddTags, CloudTrail::add_tags)
            .on(ops::RemoveTags, CloudTrail::remove_tags)
            .on(ops::ListTags, CloudTrail::list_tags);
    }

    /// Starts recording and delivering; both end on `platform.shutdown`.
    ///
    /// Log files need [`lirio_store::Store::run_timers`], which one task of the platform runs.
    pub fn start(self: &Arc<Self>) {
        let shutdown = self.platform.shutdown.clone();
        let this = self.clone();
        let outbox = self.platform.store.outbox(topics::AUDIT);
        tokio::spawn(async move {
            outbox.run(RECORDING, shutdown.requested(), move |m| this.clone().record(m)).await;
        });
        let shutdown = self.platform.shutdown.clone();
        let this = self.clone();
        let outbox = self.platform.store.outbox(deliver::LOG_FILES);
        tokio::spawn(async move {
            outbox.run(1, shutdown.requested(), move |m| this.clone().write_log_files(m)).await;
        });
    }

    /// The logging trails now.
    pub(crate) fn active(&self) -> Arc<Vec<TrailRow>> {
        self.active.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Follows a change of a trail, in an `after_commit` hook: `row` is the trail now, if there is one.
    pub(crate) fn follow(&self, arn: String, row: Option<TrailRow>) -> impl FnOnce() + Send + 'static {
        let active = self.active.clone();
        move || {
            let mut active = active.write().unwrap_or_else(PoisonError::into_inner);
            let others = active.iter().filter(|trail| trail.arn != arn).cloned();
            *active = Arc::new(others.chain(row.filter(|row| row.logging)).collect());
        }
    }
}

impl Auditor for CloudTrail {
    fn wants(&self, operation: &'static Operation, resources: &[String]) -> bool {
        let active = self.active.read().unwrap_or_else(PoisonError::into_inner);
        // Where the call takes place is not known here; the record's own check looks at that.
        !active.is_empty() && {
            let call = Call {
                service: operation.service,
                operation: operation.name,
                read_only: operation.access == Access::Read,
                data_event: operation.data_event,
                resources,
            };
            active.iter().any(|trail| trail.selectors.select(&call))
        }
    }
}
