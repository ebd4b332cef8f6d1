//! Alarms are made, changed, deleted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lirio_api::cloudwatch::*;
use lirio_api::{AwsError, Timestamp, Unit};
use lirio_service::{Context, Scope};
use lirio_store::{Key, KeyRange, Order, Read, StoreError, Txn};
use serde_json::json;

use super::evaluate::{Comparison, Missing, State};
use super::history::{self, Subject};
use super::{ALARMS, AlarmId, AlarmRow, Definition, PARENTS, StateRow, rule, state};
use crate::CloudWatch;
use crate::query::Source;
use crate::stat::Statistic;
use crate::tags;

const DAY_MS: i64 = 24 * 3_600_000;
/// Periods and their number span at most this: a week from an hour on, else a day.
const LONGEST_MS: i64 = 7 * DAY_MS;

impl CloudWatch {
    pub(crate) async fn put_metric_alarm(
        self: Arc<Self>,
        ctx: Context,
        mut input: PutMetricAlarmInput,
    ) -> Result<Unit, AwsError> {
        check_metric_alarm(&ctx.scope, &input)?;
        let tags = input.tags.take();
        let enabled = input.actions_enabled.take().unwrap_or(true);
        let metrics = super::decide::plan(&ctx.scope, &input)?.metrics().cloned().collect::<Vec<_>>();
        let id = AlarmId::new(&ctx.scope, &input.alarm_name);
        let (watch, at) = (self.watch.clone(), id.clone());
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        ctx.commit(move |txn| {
            let row = put(txn, &scope, now, Definition::Metric(Box::new(input)), enabled, tags)?;
            row.put(txn)?;
            watch.set_after(txn, at, metrics);
            Ok::<_, AwsError>(())
        })
        .await?;
        self.look_at(id).await?;
        Ok(Unit)
    }

    pub(crate) async fn put_composite_alarm(
        self: Arc<Self>,
        ctx: Context,
        mut input: PutCompositeAlarmInput,
    ) -> Result<Unit, AwsError> {
        let suppressed = input.actions_suppressor.is_some()
            || input.actions_suppressor_wait_period.is_some()
            || input.actions_suppressor_extension_period.is_some();
        if suppressed {
            return Err(AwsError::not_served("PutCompositeAlarm with ActionsSuppressor"));
        }
        if input.action_configuration.is_some() {
            return Err(AwsError::not_served("PutCompositeAlarm with ActionConfiguration"));
        }
        let rule = rule::parse(&input.alarm_rule)
            .map_err(|why| AwsError::validation(format!("AlarmRule is not valid: {why}.")))?;
        let mut children = BTreeSet::new();
        for alarm in rule.alarms() {
            let name = rule::name_of(alarm);
            let own = alarm == name || alarm == ctx.arn("cloudwatch", &format!("alarm:{name}"));
            if !own {
                return Err(AwsError::not_served(format_args!(
                    "A composite alarm over the alarm {alarm} of another account or region"
                )));
            }
            children.insert(name.to_owned());
        }
        check_actions([&input.ok_actions, &input.alarm_actions, &input.insufficient_data_actions])?;
        let tags = input.tags.take();
        let enabled = input.actions_enabled.take().unwrap_or(true);
        let (platform, watch) = (self.platform.clone(), self.watch.clone());
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        ctx.commit(move |txn| {
            let id = AlarmId::new(&scope, &input.alarm_name);
            for name in &children {
                if AlarmRow::get(txn, &AlarmId::new(&scope, name))?.is_none() {
                    return Err(AwsError::validation(format!(
                        "Could not save the composite alarm as alarms [{name}] in the alarm rule do not exist"
                    )));
                }
            }
            check_circle(txn, &scope, &id.name, &children)?;
            let before = children_of(txn, &id)?;
            let row = put(txn, &scope, now, Definition::Composite(Box::new(input)), enabled, tags)?;
            row.put(txn)?;
            for gone in before.difference(&children) {
                PARENTS.delete(txn, &parent_key(&scope, gone, &id.name))?;
            }
            for child in &children {
                PARENTS.put(txn, &parent_key(&scope, child, &id.name), &())?;
            }
            // A metric alarm of this name reads its metrics no more.
            watch.set_after(txn, id.clone(), Vec::new());
            txn.cancel_timer(&id.timer())?;
            if let Some((value, reason, data)) = state::composite_state(txn, &row, None, now)? {
                state::transition(txn, &platform, row, value, reason, data, now)?;
            }
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn delete_alarms(
        self: Arc<Self>,
        ctx: Context,
        input: DeleteAlarmsInput,
    ) -> Result<Unit, AwsError> {
        let watch = self.watch.clone();
        let (scope, now) = (ctx.scope.clone(), ctx.now);
        ctx.commit(move |txn| {
            let names: BTreeSet<&str> = input.alarm_names.iter().map(String::as_str).collect();
            let mut rows = Vec::new();
            for name in &names {
                // "If you specify an incorrect alarm name or make any other error in the DeleteAlarms operation,
                // no alarms are deleted"
                let row = AlarmRow::get(txn, &AlarmId::new(&scope, name))?;
                rows.push(row.ok_or_else(|| {
                    lirio_api::cloudwatch::errors::resource_not_found(format!("Alarms not found: {name}"))
                })?);
            }
            for row in rows {
                let id = row.id();
                for child in children_of(txn, &id)? {
                    PARENTS.delete(txn, &parent_key(&scope, &child, &id.name))?;
                }
                ALARMS.delete(txn, &id.key())?;
                txn.cancel_timer(&id.timer())?;
                history::deleted(txn, &row, now)?;
                watch.set_after(txn, id, Vec::new());
            }
            Ok(Unit)
        })
        .await
    }

    pub(crate) async fn enable_alarm_actions(
        self: Arc<Self>,
        ctx: Context,
        input: EnableAlarmActionsInput,
    ) -> Result<Unit, AwsError> {
        set_actions(&ctx, input.alarm_names, true).await
    }

    pub(crate) async fn disable_alarm_actions(
        self: Arc<Self>,
        ctx: Context,
        input: DisableAlarmActionsInput,
    ) -> Result<Unit, AwsError> {
        set_actions(&ctx, input.alarm_names, false).await
    }
}

async fn set_actions(ctx: &Context, names: Vec<String>, enabled: bool) -> Result<Unit, AwsError> {
    let (scope, now) = (ctx.scope.clone(), ctx.now);
    ctx.commit(move |txn| {
        for name in &names {
            // Names that no alarm has are passed over, as on AWS.
            let Some(mut row) = AlarmRow::get(txn, &AlarmId::new(&scope, name))? else { continue };
            if row.actions_enabled == enabled {
                continue;
            }
            row.actions_enabled = enabled;
            row.configured = now;
            row.put(txn)?;
            let data =
                json!({ "version": "1.0", "type": "Update", "updatedAlarm": { "actionsEnabled": enabled } });
            let summary = format!("Alarm \"{name}\" updated");
            history::write(txn, &Subject::of(&row), now, "ConfigurationUpdate", summary, &data)?;
        }
        Ok(Unit)
    })
    .await
}

/// The alarm's new row, with its history: the state stays where the alarm was there before, and so do its tags.
fn put(
    txn: &mut Txn<'_>,
    scope: &Scope,
    now: Timestamp,
    definition: Definition,
    actions_enabled: bool,
    given: Option<Vec<Tag>>,
) -> Result<AlarmRow, AwsError> {
    let name = match &definition {
        Definition::Metric(input) => &input.alarm_name,
        Definition::Composite(input) => &input.alarm_name,
    };
    let old = AlarmRow::get(txn, &AlarmId::new(scope, name))?;
    if let Some(old) = &old
        && std::mem::discriminant(&old.definition) != std::mem::discriminant(&definition)
    {
        return Err(AwsError::validation(format!(
            "The alarm {name} is a {}: it cannot become an alarm of another type.",
            old.kind()
        )));
    }
    let created = old.is_none();
    let row = match old {
        // Tags of an alarm that is there are changed with TagResource only.
        Some(old) => AlarmRow { definition, actions_enabled, configured: now, ..old },
        None => AlarmRow {
            scope: scope.clone(),
            definition,
            actions_enabled,
            created: now,
            configured: now,
            state: StateRow {
                value: State::InsufficientData,
                reason: "Unchecked: Initial alarm creation".to_owned(),
                data: None,
                updated: now,
                transitioned: now,
            },
            tags: tags::merged(BTreeMap::new(), given.unwrap_or_default())?,
            armed_ms: None,
        },
    };
    let (kind, member, verb) = match created {
        true => ("Create", "createdAlarm", "created"),
        false => ("Update", "updatedAlarm", "updated"),
    };
    let data = json!({ "version": "1.0", "type": kind, member: state::configuration(&row) });
    let summary = format!("Alarm \"{}\" {verb}", row.name());
    history::write(txn, &Subject::of(&row), now, "ConfigurationUpdate", summary, &data)?;
    Ok(row)
}

fn parent_key(scope: &Scope, child: &str, parent: &str) -> Key {
    AlarmId::base(scope).str(child).str(parent)
}

/// The alarms that a composite alarm's rule names, as it is stored.
pub(crate) fn children_of(read: &(impl Read + ?Sized), id: &AlarmId) -> Result<BTreeSet<String>, StoreError> {
    let Some(row) = AlarmRow::get(read, id)? else { return Ok(BTreeSet::new()) };
    let Definition::Composite(input) = &row.definition else { return Ok(BTreeSet::new()) };
    let rule = rule::parse(&input.alarm_rule).ok();
    Ok(rule
        .map(|rule| rule.alarms().into_iter().map(|alarm| rule::name_of(alarm).to_owned()).collect())
        .unwrap_or_default())
}

/// The composite alarms whose rules name an alarm.
pub(crate) fn parents_of(
    read: &(impl Read + ?Sized),
    scope: &Scope,
    name: &str,
) -> Result<Vec<String>, StoreError> {
    let prefix = AlarmId::base(scope).str(name);
    let mut parents = Vec::new();
    for (key, ()) in PARENTS.scan(read, KeyRange::prefix(&prefix), Order::Ascending, usize::MAX)? {
        if let Some(lirio_store::Segment::Str(parent)) = key.segments()?.pop() {
            parents.push(parent);
        }
    }
    Ok(parents)
}

/// Refuses a rule that names, through other composite alarms, the alarm itself.
fn check_circle(
    txn: &Txn<'_>,
    scope: &Scope,
    name: &str,
    children: &BTreeSet<String>,
) -> Result<(), AwsError> {
    let mut todo: Vec<String> = children.iter().cloned().collect();
    let mut seen = BTreeSet::new();
    while let Some(child) = todo.pop() {
        if child == name {
            return Err(AwsError::validation(format!(
                "The alarm rule of {name} names, maybe through other composite alarms, the alarm itself."
            )));
        }
        if seen.insert(child.clone()) {
            todo.extend(children_of(txn, &AlarmId::new(scope, &child))?);
        }
    }
    Ok(())
}

fn check_actions(lists: [&Option<Vec<String>>; 3]) -> Result<(), AwsError> {
    for arn in lists.into_iter().flatten().flatten() {
        if !arn.starts_with("arn:") || arn.split(':').count() < 6 {
            return Err(AwsError::validation(format!("Invalid arn syntax: {arn}")));
        }
    }
    Ok(())
}

/// Checks what the model does not.
fn check_metric_alarm(scope: &Scope, input: &PutMetricAlarmInput) -> Result<(), AwsError> {
    let wrong = |text: String| Err(AwsError::validation(text));
    for (given, member) in [
        (input.threshold_metric_id.is_some(), "ThresholdMetricId (anomaly detection)"),
        (input.evaluation_window.is_some(), "EvaluationWindow"),
        (input.warm_up_configuration.is_some(), "WarmUpConfiguration"),
        (input.evaluation_criteria.is_some(), "EvaluationCriteria"),
        (input.evaluation_interval.is_some(), "EvaluationInterval"),
        (input.action_configuration.is_some(), "ActionConfiguration"),
    ] {
        if given {
            return Err(AwsError::not_served(format_args!("PutMetricAlarm with {member}")));
        }
    }
    let Some(operator) = &input.comparison_operator else {
        return wrong("ComparisonOperator is required.".to_owned());
    };
    if Comparison::parse(operator).is_none() {
        return Err(AwsError::not_served(format_args!("ComparisonOperator {operator} (anomaly detection)")));
    }
    let Some(threshold) = input.threshold else { return wrong("Threshold is required.".to_owned()) };
    if !threshold.is_finite() {
        return wrong(format!("The value {threshold} for parameter Threshold is invalid."));
    }
    let Some(periods) = input.evaluation_periods else {
        return wrong("EvaluationPeriods is required.".to_owned());
    };
    if input.datapoints_to_alarm.is_some_and(|m| m > periods) {
        return wrong("DatapointsToAlarm must be less than or equal to EvaluationPeriods.".to_owned());
    }
    if let Some(missing) = input.treat_missing_data.as_deref()
        && Missing::parse(missing).is_none()
    {
        return wrong(format!(
            "The value {missing} for parameter TreatMissingData is invalid. Valid values are breaching, notBreaching, ignore, missing."
        ));
    }
    let low = input.evaluate_low_sample_count_percentile.as_deref();
    if low.is_some_and(|low| low != "evaluate" && low != "ignore") {
        return wrong("EvaluateLowSampleCountPercentile is evaluate or ignore.".to_owned());
    }
    if low.is_some() && input.extended_statistic.is_none() {
        return wrong("EvaluateLowSampleCountPercentile is for alarms on a percentile only.".to_owned());
    }
    check_actions([&input.ok_actions, &input.alarm_actions, &input.insufficient_data_actions])?;
    if input.metrics.is_some() {
        let single = [
            input.metric_name.is_some(),
            input.namespace.is_some(),
            input.dimensions.is_some(),
            input.period.is_some(),
            input.unit.is_some(),
            input.statistic.is_some(),
            input.extended_statistic.is_some(),
        ];
        if single.contains(&true) {
            return wrong(
                "Metrics excludes MetricName, Namespace, Dimensions, Period, Unit, Statistic and ExtendedStatistic."
                    .to_owned(),
            );
        }
    } else {
        if input.metric_name.is_none() || input.namespace.is_none() || input.period.is_none() {
            return wrong("Either Metrics, or MetricName, Namespace and Period are required.".to_owned());
        }
        match (&input.statistic, &input.extended_statistic) {
            (None, Some(name)) => {
                if !Statistic::parse(name).is_some_and(|s| s.is_extended()) {
                    return wrong(format!("The value {name} for parameter ExtendedStatistic is invalid."));
                }
            }
            (Some(_), None) => {}
            _ => return wrong("Exactly one of Statistic and ExtendedStatistic is required.".to_owned()),
        }
    }
    let plan = super::decide::plan(scope, input)?;
    let returned: Vec<_> = plan.queries.iter().filter(|q| q.returned).collect();
    let [watched] = returned.as_slice() else {
        return wrong("Exactly one element of Metrics must return data (ReturnData).".to_owned());
    };
    if matches!(&watched.source, Source::Expression { expr } if !expr.may_be_series()) {
        return wrong(format!(
            "The expression {} comes to a scalar or an array, not to one time series.",
            watched.id
        ));
    }
    if matches!(watched.period_ms, 1000 | 5000) {
        return wrong("The period of an alarm is 10, 20, 30, or a multiple of 60 seconds.".to_owned());
    }
    let span = watched.period_ms.saturating_mul(periods);
    let longest = if watched.period_ms >= 3_600_000 { LONGEST_MS } else { DAY_MS };
    if span > longest {
        return wrong(format!(
            "Metrics cannot be checked across more than {} ({periods} periods of {} seconds).",
            if longest == DAY_MS { "a day" } else { "a week" },
            watched.period_ms / 1000
        ));
    }
    Ok(())
}
