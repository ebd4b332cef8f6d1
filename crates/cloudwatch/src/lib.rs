//! CloudWatch: metrics, metric math, alarms.
//!
//! Data of a metric come in as rows of their own and are packed later (`points.rs`); alarms are evaluated when
//! data come and when their periods end, by a stored timer, and only while time alone can change them.
//!
//! What it refuses to do: no dashboards, no anomaly detection, no Metrics Insights, no searches, no metric
//! streams (such requests are refused by name).

mod alarm;
mod chunk;
mod data;
mod keep;
mod list;
mod math;
mod metric;
mod points;
mod put;
mod query;
mod stat;
mod statistics;
mod summary;
mod tags;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lirio_api::AwsError;
use lirio_api::cloudwatch::ops;
use lirio_service::{Platform, Registry};
use lirio_store::{KeyRange, Order};

use crate::alarm::{ALARMS, Watch};
use crate::keep::Keeper;
use crate::metric::MetricId;
use crate::put::Known;

/// The service.
pub struct CloudWatch {
    platform: Platform,
    watch: Arc<Watch>,
    keeper: Arc<Keeper>,
    known: Mutex<HashMap<MetricId, Known>>,
}

impl CloudWatch {
    /// The service on a platform.
    ///
    /// Errors: what the store says.
    pub fn new(platform: &Platform) -> Result<Arc<Self>, AwsError> {
        let watch = Watch::default();
        let alarms =
            platform.store.read(|r| ALARMS.scan(r, KeyRange::all(), Order::Ascending, usize::MAX))?;
        for (_, row) in alarms {
            watch.set(&row.id(), row.metrics()?);
        }
        Ok(Arc::new(Self {
            platform: platform.clone(),
            watch: Arc::new(watch),
            keeper: Arc::default(),
            known: Mutex::default(),
        }))
    }

    /// Registers every operation of CloudWatch.
    pub fn register(self: &Arc<Self>, registry: &mut Registry) {
        registry
            .service(self)
            .on(ops::PutMetricData, Self::put_metric_data)
            .on(ops::GetMetricData, Self::get_metric_data)
            .on(ops::GetMetricStatistics, Self::get_metric_statistics)
            .on(ops::ListMetrics, Self::list_metrics)
            .on(ops::PutMetricAlarm, Self::put_metric_alarm)
            .on(ops::PutCompositeAlarm, Self::put_composite_alarm)
            .on(ops::DescribeAlarms, Self::describe_alarms)
            .on(ops::DescribeAlarmsForMetric, Self::describe_alarms_for_metric)
            .on(ops::DescribeAlarmHistory, Self::describe_alarm_history)
            .on(ops::DeleteAlarms, Self::delete_alarms)
            .on(ops::EnableAlarmActions, Self::enable_alarm_actions)
            .on(ops::DisableAlarmActions, Self::disable_alarm_actions)
            .on(ops::SetAlarmState, Self::set_alarm_state)
            .on(ops::TagResource, Self::tag_resource)
            .on(ops::UntagResource, Self::untag_resource)
            .on(ops::ListTagsForResource, Self::list_tags_for_resource);
    }

    /// Starts what runs in the background: alarms whose periods end, their actions, and keeping data compact.
    /// Ends with the platform.
    pub fn start(self: &Arc<Self>) {
        alarm::state::start(&self.platform);
        alarm::actions::start(&self.platform);
        keep::start(&self.platform, &self.keeper);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<MetricId, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
