//! Alarms: their rows, and who is to be looked at when data come or another alarm changes.

pub(crate) mod actions;
pub(crate) mod decide;
pub(crate) mod describe;
pub(crate) mod evaluate;
pub(crate) mod history;
pub(crate) mod put;
pub(crate) mod rule;
pub(crate) mod state;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, RwLock};

use lirio_api::cloudwatch::{PutCompositeAlarmInput, PutMetricAlarmInput};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Scope;
use lirio_store::{Key, Read, StoreError, Table, Txn};
use serde::{Deserialize, Serialize};

use self::evaluate::State;
use crate::metric::MetricId;

/// Alarms by region, account, name.
pub(crate) const ALARMS: Table<AlarmRow> = Table::new("cloudwatch.alarms");
/// Composite alarms by region, account, the name of an alarm in their rule, their own name.
pub(crate) const PARENTS: Table<()> = Table::new("cloudwatch.alarm_parents");

/// An alarm's name and place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct AlarmId {
    pub(crate) region: String,
    pub(crate) account: String,
    pub(crate) name: String,
}

impl AlarmId {
    pub(crate) fn new(scope: &Scope, name: &str) -> Self {
        Self { region: scope.region.to_string(), account: scope.account.to_string(), name: name.to_owned() }
    }

    pub(crate) fn base(scope: &Scope) -> Key {
        Key::new().str(&scope.region).str(&scope.account)
    }

    pub(crate) fn key(&self) -> Key {
        Key::new().str(&self.region).str(&self.account).str(&self.name)
    }

    /// The name of its timer.
    pub(crate) fn timer(&self) -> String {
        format!("cloudwatch.alarm/{}/{}/{}", self.region, self.account, self.name)
    }
}

/// An alarm.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AlarmRow {
    pub(crate) scope: Scope,
    pub(crate) definition: Definition,
    pub(crate) actions_enabled: bool,
    pub(crate) created: Timestamp,
    pub(crate) configured: Timestamp,
    pub(crate) state: StateRow,
    pub(crate) tags: BTreeMap<String, String>,
    /// When its timer is due, if it has one.
    pub(crate) armed_ms: Option<i64>,
}

/// What an alarm was put with; tags, and whether actions are enabled, are in the row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Definition {
    Metric(Box<PutMetricAlarmInput>),
    Composite(Box<PutCompositeAlarmInput>),
}

/// The state that an alarm is in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct StateRow {
    pub(crate) value: State,
    pub(crate) reason: String,
    pub(crate) data: Option<String>,
    /// When the value or the reason changed.
    pub(crate) updated: Timestamp,
    /// When the value changed.
    pub(crate) transitioned: Timestamp,
}

impl AlarmRow {
    pub(crate) fn name(&self) -> &str {
        match &self.definition {
            Definition::Metric(input) => &input.alarm_name,
            Definition::Composite(input) => &input.alarm_name,
        }
    }

    pub(crate) fn description(&self) -> Option<&String> {
        match &self.definition {
            Definition::Metric(input) => input.alarm_description.as_ref(),
            Definition::Composite(input) => input.alarm_description.as_ref(),
        }
    }

    pub(crate) fn id(&self) -> AlarmId {
        AlarmId::new(&self.scope, self.name())
    }

    pub(crate) fn arn(&self) -> String {
        self.scope.arn("cloudwatch", &format!("alarm:{}", self.name()))
    }

    /// `MetricAlarm` or `CompositeAlarm`.
    pub(crate) fn kind(&self) -> &'static str {
        match self.definition {
            Definition::Metric(_) => "MetricAlarm",
            Definition::Composite(_) => "CompositeAlarm",
        }
    }

    /// What is to be done when it goes to a state.
    pub(crate) fn actions(&self, state: State) -> &[String] {
        let (ok, alarm, insufficient) = match &self.definition {
            Definition::Metric(i) => (&i.ok_actions, &i.alarm_actions, &i.insufficient_data_actions),
            Definition::Composite(i) => (&i.ok_actions, &i.alarm_actions, &i.insufficient_data_actions),
        };
        let actions = match state {
            State::Ok => ok,
            State::Alarm => alarm,
            State::InsufficientData => insufficient,
        };
        actions.as_deref().unwrap_or_default()
    }

    /// All actions, whatever the state.
    pub(crate) fn all_actions(&self) -> impl Iterator<Item = &String> {
        [State::Ok, State::Alarm, State::InsufficientData].into_iter().flat_map(|state| self.actions(state))
    }

    /// The metrics that it reads.
    pub(crate) fn metrics(&self) -> Result<Vec<MetricId>, AwsError> {
        match &self.definition {
            Definition::Metric(input) => {
                let plan = decide::plan(&self.scope, input)?;
                Ok(plan.metrics().cloned().collect())
            }
            Definition::Composite(_) => Ok(Vec::new()),
        }
    }

    pub(crate) fn get(read: &(impl Read + ?Sized), id: &AlarmId) -> Result<Option<AlarmRow>, StoreError> {
        ALARMS.get(read, &id.key())
    }

    pub(crate) fn put(&self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        ALARMS.put(txn, &self.id().key(), self)
    }
}

/// Which alarms read which metrics; in memory, as the committed rows have it.
#[derive(Debug, Default)]
pub(crate) struct Watch(RwLock<Watched>);

#[derive(Debug, Default)]
struct Watched {
    by_metric: HashMap<MetricId, BTreeSet<AlarmId>>,
    metrics: HashMap<AlarmId, Vec<MetricId>>,
}

impl Watch {
    /// The alarms of a metric.
    pub(crate) fn alarms(&self, metrics: &[MetricId]) -> BTreeSet<AlarmId> {
        let watched = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner);
        if watched.by_metric.is_empty() {
            return BTreeSet::new();
        }
        metrics.iter().filter_map(|metric| watched.by_metric.get(metric)).flatten().cloned().collect()
    }

    /// The alarm reads these metrics from now on, and no others.
    pub(crate) fn set(&self, alarm: &AlarmId, metrics: Vec<MetricId>) {
        let mut watched = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        for metric in watched.metrics.remove(alarm).unwrap_or_default() {
            if let Some(alarms) = watched.by_metric.get_mut(&metric) {
                alarms.remove(alarm);
                if alarms.is_empty() {
                    watched.by_metric.remove(&metric);
                }
            }
        }
        for metric in &metrics {
            watched.by_metric.entry(metric.clone()).or_default().insert(alarm.clone());
        }
        if !metrics.is_empty() {
            watched.metrics.insert(alarm.clone(), metrics);
        }
    }

    /// The same, once the commit is durable.
    pub(crate) fn set_after(self: &Arc<Self>, txn: &mut Txn<'_>, alarm: AlarmId, metrics: Vec<MetricId>) {
        let watch = self.clone();
        txn.after_commit(move || watch.set(&alarm, metrics));
    }
}

/// `ResourceNotFound` of an alarm.
pub(crate) fn no_such_alarm(name: &str) -> AwsError {
    lirio_api::cloudwatch::errors::resource_not_found(format!("Unknown alarm: {name}"))
}
