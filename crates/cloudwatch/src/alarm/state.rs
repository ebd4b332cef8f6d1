//! Changes of state: each in one commit with its history, its event, its actions, and the composite alarms that
//! it changes.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use lirio_api::cloudwatch::{self, *};
use lirio_api::{AwsError, Timestamp, Unit};
use lirio_service::{Context, Platform, topics};
use lirio_store::{Delivery, DeliveryError, KeyRange, Order, StoreError, Txn};
use serde_json::{Value as Json, json};

use super::decide::decide;
use super::evaluate::State;
use super::{AlarmId, AlarmRow, Definition, PARENTS, StateRow, actions, history, no_such_alarm, rule};
use crate::CloudWatch;
use crate::metric::MetricId;

const TOPIC: &str = "cloudwatch.alarms";
/// Composite alarms that one change may reach.
const MOST_PARENTS: usize = 1000;

/// Evaluates a metric alarm and writes what changed: its state with all that follows, its timer.
pub(crate) fn apply(
    txn: &mut Txn<'_>,
    platform: &Platform,
    id: &AlarmId,
    now_ms: i64,
) -> Result<(), StoreError> {
    let Some(mut row) = AlarmRow::get(txn, id)? else { return Ok(()) };
    let Some(decision) = decide(txn, &row, now_ms)? else { return Ok(()) };
    let (value, reason, data) = decision.state;
    if row.armed_ms != decision.next_ms {
        match decision.next_ms {
            Some(due_ms) => txn.set_timer(&id.timer(), due_ms, TOPIC, id)?,
            None => {
                txn.cancel_timer(&id.timer())?;
            }
        }
        row.armed_ms = decision.next_ms;
        row.put(txn)?;
    }
    if value != row.state.value {
        transition(txn, platform, row, value, reason, data, Timestamp(now_ms))?;
    }
    Ok(())
}

/// An alarm goes to a state (maybe the one it is in, with another reason), and the composite alarms above follow.
pub(crate) fn transition(
    txn: &mut Txn<'_>,
    platform: &Platform,
    row: AlarmRow,
    value: State,
    reason: String,
    data: Option<String>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut todo = VecDeque::from([(row, value, reason, data)]);
    let mut reached = 0;
    while let Some((mut row, value, reason, data)) = todo.pop_front() {
        let changed = row.state.value != value;
        let transitioned = if changed { now } else { row.state.transitioned };
        let new = StateRow { value, reason, data, updated: now, transitioned };
        let old = std::mem::replace(&mut row.state, new);
        row.put(txn)?;
        if !changed {
            continue;
        }
        let summary = format!("Alarm updated from {} to {}", old.value.name(), value.name());
        history::write(
            txn,
            &history::Subject::of(&row),
            now,
            "StateUpdate",
            summary,
            &history::state_data(&old, &row.state),
        )?;
        if platform.listeners.listen(&row.scope.region, "default") {
            let detail = detail(&row, &old);
            let event = topics::BusEvent::new(
                &row.scope,
                now,
                "aws.cloudwatch",
                "CloudWatch Alarm State Change",
                vec![row.arn()],
                detail,
            );
            txn.enqueue(topics::EVENTS, &event)?;
        }
        if txn.is_consumed(topics::ALARM_STATES) {
            let state = topics::AlarmState {
                scope: row.scope.clone(),
                name: row.name().to_owned(),
                arn: row.arn(),
                state: value.name().to_owned(),
                at: now,
            };
            txn.enqueue(topics::ALARM_STATES, &state)?;
        }
        actions::enqueue(txn, &row, &old, now)?;
        let prefix = AlarmId::base(&row.scope).str(row.name());
        for (key, ()) in PARENTS.scan(txn, KeyRange::prefix(&prefix), Order::Ascending, MOST_PARENTS)? {
            let Some(lirio_store::Segment::Str(name)) = key.segments()?.pop() else { continue };
            reached += 1;
            if reached > MOST_PARENTS {
                tracing::warn!(
                    alarm = row.name(),
                    "a change reaches too many composite alarms; the rest wait for the next"
                );
                return Ok(());
            }
            if let Some(parent) = AlarmRow::get(txn, &AlarmId::new(&row.scope, &name))?
                && let Some((value, reason, data)) = composite_state(txn, &parent, Some(&row), now)?
            {
                todo.push_back((parent, value, reason, data));
            }
        }
    }
    Ok(())
}

/// The state that a composite alarm's rule comes to, with its reason, if it is another than the alarm's.
pub(crate) fn composite_state(
    txn: &Txn<'_>,
    alarm: &AlarmRow,
    cause: Option<&AlarmRow>,
    now: Timestamp,
) -> Result<Option<(State, String, Option<String>)>, StoreError> {
    let Definition::Composite(input) = &alarm.definition else { return Ok(None) };
    let Ok(rule) = rule::parse(&input.alarm_rule) else { return Ok(None) };
    let mut states = BTreeMap::new();
    for name in rule.alarms() {
        let child = AlarmRow::get(txn, &AlarmId::new(&alarm.scope, rule::name_of(name)))?;
        states.insert(name.to_owned(), child.map(|child| child.state.value));
    }
    let value =
        if rule.holds(&|name| states.get(name).copied().flatten()) { State::Alarm } else { State::Ok };
    if value == alarm.state.value {
        return Ok(None);
    }
    let shown = now.strftime("%A %d %B, %Y %H:%M:%S UTC");
    let reason = match cause {
        Some(cause) => {
            format!("{} transitioned to {} at {shown}", cause.arn(), cause.state.value.name())
        }
        None => format!("{} was created and its alarm rule evaluates to {}", alarm.arn(), value.name()),
    };
    let data = cause.map(|cause| {
        json!({ "triggeringAlarms": [{
            "arn": cause.arn(),
            "state": { "value": cause.state.value.name(), "timestamp": time(cause.state.transitioned) },
        }] })
        .to_string()
    });
    Ok(Some((value, reason, data)))
}

/// As events write instants.
pub(crate) fn time(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S.%3f+0000")
}

/// A state as events and functions see it.
pub(crate) fn state_shown(state: &StateRow) -> Json {
    let mut shown = json!({
        "value": state.value.name(),
        "reason": state.reason,
        "timestamp": time(state.updated),
    });
    if let Some(data) = &state.data {
        shown["reasonData"] = json!(data);
    }
    shown
}

/// An alarm's configuration as events and functions see it (CloudWatch User Guide, "Alarm events and EventBridge").
pub(crate) fn configuration(row: &AlarmRow) -> Json {
    let mut shown = match &row.definition {
        Definition::Composite(input) => json!({ "alarmRule": input.alarm_rule }),
        Definition::Metric(input) => match (&input.metrics, super::decide::plan(&row.scope, input)) {
            (Some(queries), _) => json!({ "metrics": queries.iter().map(query_shown).collect::<Vec<_>>() }),
            (None, Ok(_)) => {
                let dimensions = dimensions_shown(input.dimensions.as_deref());
                json!({ "metrics": [{
                    // AWS makes an id up for the one metric.
                    "id": "m1",
                    "metricStat": {
                        "metric": {
                            "namespace": input.namespace,
                            "name": input.metric_name,
                            "dimensions": dimensions,
                        },
                        "period": input.period,
                        "stat": input.statistic.as_ref().or(input.extended_statistic.as_ref()),
                    },
                    "returnData": true,
                }] })
            }
            (None, Err(_)) => json!({}),
        },
    };
    if let Some(description) = row.description() {
        shown["description"] = json!(description);
    }
    shown
}

fn dimensions_shown(dimensions: Option<&[Dimension]>) -> Json {
    let pairs = dimensions.unwrap_or_default().iter().map(|d| (d.name.clone(), json!(d.value)));
    Json::Object(pairs.collect())
}

fn query_shown(query: &MetricDataQuery) -> Json {
    let mut shown = json!({ "id": query.id, "returnData": query.return_data.unwrap_or(true) });
    if let Some(expression) = &query.expression {
        shown["expression"] = json!(expression);
    }
    if let Some(label) = &query.label {
        shown["label"] = json!(label);
    }
    if let Some(stat) = &query.metric_stat {
        shown["metricStat"] = json!({
            "metric": {
                "namespace": stat.metric.namespace,
                "name": stat.metric.metric_name,
                "dimensions": dimensions_shown(stat.metric.dimensions.as_deref()),
            },
            "period": stat.period,
            "stat": stat.stat,
        });
    }
    shown
}

fn detail(row: &AlarmRow, old: &StateRow) -> Json {
    json!({
        "alarmName": row.name(),
        "state": state_shown(&row.state),
        "previousState": state_shown(old),
        "configuration": configuration(row),
    })
}

impl CloudWatch {
    /// Looks at an alarm, and commits only where something changes.
    pub(crate) async fn look_at(&self, id: AlarmId) -> Result<(), StoreError> {
        let now_ms = self.platform.now().0;
        let changes = self.platform.store.read(|r| {
            let Some(row) = AlarmRow::get(r, &id)? else { return Ok::<_, StoreError>(false) };
            let decision = decide(r, &row, now_ms)?;
            Ok(decision.is_some_and(|d| d.state.0 != row.state.value || d.next_ms != row.armed_ms))
        })?;
        if changes {
            let platform = self.platform.clone();
            self.platform.store.commit(move |txn| apply(txn, &platform, &id, now_ms)).await?;
        }
        Ok(())
    }

    /// Looks at the alarms of metrics that data came for.
    pub(crate) async fn data_came(&self, metrics: &[MetricId]) {
        for id in self.watch.alarms(metrics) {
            let name = id.name.clone();
            // The data are stored: the call succeeds, and the alarm is looked at again at the next data or
            // at the end of its period.
            if let Err(error) = self.look_at(id).await {
                tracing::error!(alarm = name, %error, "an alarm cannot be evaluated");
            }
        }
    }

    pub(crate) async fn set_alarm_state(
        self: Arc<Self>,
        ctx: Context,
        input: SetAlarmStateInput,
    ) -> Result<Unit, AwsError> {
        if let Some(data) = &input.state_reason_data
            && serde_json::from_str::<Json>(data).is_err()
        {
            return Err(cloudwatch::errors::invalid_format_fault("StateReasonData was not valid JSON"));
        }
        let id = AlarmId::new(&ctx.scope, &input.alarm_name);
        let value = State::parse(&input.state_value)
            .ok_or_else(|| AwsError::validation(format!("{} is no state of an alarm.", input.state_value)))?;
        let (platform, now) = (self.platform.clone(), ctx.now);
        let again = id.clone();
        ctx.commit(move |txn| {
            let row = AlarmRow::get(txn, &id)?.ok_or_else(|| no_such_alarm(&id.name))?;
            transition(txn, &platform, row, value, input.state_reason, input.state_reason_data, now)?;
            // The state that was set lasts until the alarm is evaluated: at the end of its period, or when
            // data come.
            if let Some(mut row) = AlarmRow::get(txn, &id)?
                && row.armed_ms.is_none()
                && let Some(decision) = decide(txn, &row, now.0)?
                && let Some(due_ms) = next_look(&row, decision.next_ms, now.0)
            {
                txn.set_timer(&id.timer(), due_ms, TOPIC, &id)?;
                row.armed_ms = Some(due_ms);
                row.put(txn)?;
            }
            Ok::<_, AwsError>(())
        })
        .await?;
        tracing::debug!(alarm = again.name, state = value.name(), "an alarm's state was set");
        Ok(Unit)
    }
}

/// When an alarm whose state was set is evaluated again: at the next period's end at the latest.
fn next_look(row: &AlarmRow, decided: Option<i64>, now_ms: i64) -> Option<i64> {
    let Definition::Metric(input) = &row.definition else { return None };
    let period_ms = super::decide::plan(&row.scope, input)
        .ok()
        .and_then(|plan| plan.queries.iter().find(|q| q.returned).map(|q| q.period_ms))?;
    Some(decided.unwrap_or_else(|| (now_ms.div_euclid(period_ms) + 1) * period_ms))
}

pub(crate) fn start(platform: &Platform) {
    let (platform, shutdown) = (platform.clone(), platform.shutdown.clone());
    let outbox = platform.store.outbox(TOPIC);
    tokio::spawn(async move {
        let ended = async move { shutdown.requested().await };
        outbox.run(4, ended, move |delivery| due(platform.clone(), delivery)).await;
    });
}

/// A period of an alarm has ended.
async fn due(platform: Platform, delivery: Delivery) -> Result<(), DeliveryError> {
    let id: AlarmId = delivery.decode()?;
    let store = platform.store.clone();
    store
        .commit(move |txn| {
            if !txn.ack(delivery.seq)? {
                return Ok(());
            }
            let now_ms = platform.now().0;
            if let Some(mut row) = AlarmRow::get(txn, &id)?
                && row.armed_ms.is_some_and(|due_ms| due_ms <= now_ms)
            {
                row.armed_ms = None;
                row.put(txn)?;
            }
            apply(txn, &platform, &id, now_ms)
        })
        .await
        .map_err(|error: StoreError| DeliveryError::from(error))
}
