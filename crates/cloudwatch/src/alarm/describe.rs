//! DescribeAlarms, DescribeAlarmsForMetric.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::AwsError;
use lirio_api::cloudwatch::{self, *};
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order, StoreError};

use super::put::{children_of, parents_of};
use super::{ALARMS, AlarmId, AlarmRow, Definition};
use crate::CloudWatch;
use crate::metric::MetricId;

/// Alarms looked at for a page.
const LOOKED_AT: usize = 5000;

impl CloudWatch {
    pub(crate) async fn describe_alarms(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeAlarmsInput,
    ) -> Result<DescribeAlarmsOutput, AwsError> {
        if input.alarm_names.is_some() && input.alarm_name_prefix.is_some() {
            return Err(cloudwatch::errors::invalid_parameter_combination_exception(
                "AlarmNames and AlarmNamePrefix are mutually exclusive.",
            ));
        }
        let most = usize::try_from(input.max_records.unwrap_or(50)).unwrap_or(50).clamp(1, 100);
        // "By default, only metric alarms are returned" where the type is not asked for.
        let kinds = input.alarm_types.unwrap_or_default();
        let wants_kind = |row: &AlarmRow| match kinds.is_empty() {
            true => row.kind() == "MetricAlarm",
            false => kinds.iter().any(|kind| kind == row.kind()),
        };
        let fits = |row: &AlarmRow| {
            input.state_value.as_ref().is_none_or(|state| state == row.state.value.name())
                && input
                    .action_prefix
                    .as_ref()
                    .is_none_or(|prefix| row.all_actions().any(|action| action.starts_with(prefix.as_str())))
        };
        if input.children_of_alarm_name.is_some() || input.parents_of_alarm_name.is_some() {
            return self.relatives(&ctx, input.children_of_alarm_name, input.parents_of_alarm_name);
        }
        if let Some(names) = &input.alarm_names {
            let rows = ctx.read(|r| {
                let mut rows = Vec::new();
                for name in names {
                    rows.extend(AlarmRow::get(r, &AlarmId::new(&ctx.scope, name))?);
                }
                Ok(rows)
            })?;
            return Ok(answer(rows.into_iter().filter(|row| wants_kind(row) && fits(row)), None));
        }
        let base = AlarmId::base(&ctx.scope);
        let mut range = KeyRange::prefix(&match &input.alarm_name_prefix {
            Some(prefix) => base.str_prefix(prefix),
            None => base,
        });
        if let Some(token) = &input.next_token {
            let key = URL_SAFE_NO_PAD.decode(token).map_err(|_| {
                cloudwatch::errors::invalid_next_token("The value for parameter NextToken is invalid.")
            })?;
            range = range.after(&Key::from_bytes(key));
        }
        let rows = ctx.read(|r| ALARMS.scan(r, range, Order::Ascending, LOOKED_AT))?;
        let looked_at = rows.len();
        let mut shown = Vec::new();
        let mut last = None;
        for (key, row) in rows {
            if shown.len() == most {
                return Ok(answer(shown.into_iter(), last));
            }
            if wants_kind(&row) && fits(&row) {
                shown.push(row);
            }
            last = Some(key);
        }
        Ok(answer(shown.into_iter(), last.filter(|_| looked_at == LOOKED_AT)))
    }

    /// The alarms in a composite alarm's rule, or the composite alarms that name an alarm.
    fn relatives(
        &self,
        ctx: &Context,
        children: Option<String>,
        parents: Option<String>,
    ) -> Result<DescribeAlarmsOutput, AwsError> {
        let rows = ctx.read(|r| {
            let mut rows = Vec::new();
            let names: Vec<String> = match (&children, &parents) {
                (Some(name), _) => children_of(r, &AlarmId::new(&ctx.scope, name))?.into_iter().collect(),
                (None, Some(name)) => parents_of(r, &ctx.scope, name)?,
                (None, None) => Vec::new(),
            };
            for name in names {
                rows.extend(AlarmRow::get(r, &AlarmId::new(&ctx.scope, &name))?);
            }
            Ok(rows)
        })?;
        Ok(answer(rows.into_iter(), None))
    }

    pub(crate) async fn describe_alarms_for_metric(
        self: Arc<Self>,
        ctx: Context,
        input: DescribeAlarmsForMetricInput,
    ) -> Result<DescribeAlarmsForMetricOutput, AwsError> {
        let metric =
            MetricId::new(&ctx.scope, &input.namespace, &input.metric_name, input.dimensions.as_deref());
        let ids = self.watch.alarms(std::slice::from_ref(&metric));
        let rows = ctx.read(|r| {
            let mut rows = Vec::new();
            for id in &ids {
                rows.extend(AlarmRow::get(r, id)?);
            }
            Ok::<_, StoreError>(rows)
        })?;
        let fits = |alarm: &PutMetricAlarmInput| {
            (input.statistic.is_none() || alarm.statistic == input.statistic)
                && (input.extended_statistic.is_none()
                    || alarm.extended_statistic == input.extended_statistic)
                && (input.period.is_none() || alarm.period == input.period)
                && (input.unit.is_none() || alarm.unit == input.unit)
        };
        let alarms = rows
            .into_iter()
            .filter(|row| matches!(&row.definition, Definition::Metric(alarm) if fits(alarm)))
            .filter_map(metric_alarm)
            .collect();
        Ok(DescribeAlarmsForMetricOutput { metric_alarms: Some(alarms) })
    }
}

fn answer(rows: impl Iterator<Item = AlarmRow>, next: Option<Key>) -> DescribeAlarmsOutput {
    let (mut metric, mut composite) = (Vec::new(), Vec::new());
    for row in rows {
        match row.definition {
            Definition::Metric(_) => metric.extend(metric_alarm(row)),
            Definition::Composite(_) => composite.extend(composite_alarm(row)),
        }
    }
    DescribeAlarmsOutput {
        composite_alarms: Some(composite),
        metric_alarms: Some(metric),
        log_alarms: None,
        next_token: next.map(|key| URL_SAFE_NO_PAD.encode(key.as_bytes())),
    }
}

fn metric_alarm(row: AlarmRow) -> Option<MetricAlarm> {
    let arn = row.arn();
    let Definition::Metric(input) = row.definition else { return None };
    let dimensions = match &input.metrics {
        Some(_) => None,
        None => Some(input.dimensions.unwrap_or_default()),
    };
    Some(MetricAlarm {
        alarm_name: Some(input.alarm_name),
        alarm_arn: Some(arn),
        alarm_description: input.alarm_description,
        alarm_configuration_updated_timestamp: Some(row.configured),
        actions_enabled: Some(row.actions_enabled),
        ok_actions: Some(input.ok_actions.unwrap_or_default()),
        alarm_actions: Some(input.alarm_actions.unwrap_or_default()),
        insufficient_data_actions: Some(input.insufficient_data_actions.unwrap_or_default()),
        state_value: Some(row.state.value.name().to_owned()),
        state_reason: Some(row.state.reason),
        state_reason_data: row.state.data,
        state_updated_timestamp: Some(row.state.updated),
        metric_name: input.metric_name,
        namespace: input.namespace,
        statistic: input.statistic,
        extended_statistic: input.extended_statistic,
        dimensions,
        period: input.period,
        unit: input.unit,
        evaluation_periods: input.evaluation_periods,
        datapoints_to_alarm: input.datapoints_to_alarm,
        threshold: input.threshold,
        comparison_operator: input.comparison_operator,
        treat_missing_data: input.treat_missing_data,
        evaluate_low_sample_count_percentile: input.evaluate_low_sample_count_percentile,
        metrics: input.metrics,
        state_transitioned_timestamp: Some(row.state.transitioned),
        ..MetricAlarm::default()
    })
}

fn composite_alarm(row: AlarmRow) -> Option<CompositeAlarm> {
    let arn = row.arn();
    let Definition::Composite(input) = row.definition else { return None };
    Some(CompositeAlarm {
        alarm_name: Some(input.alarm_name),
        alarm_arn: Some(arn),
        alarm_description: input.alarm_description,
        alarm_configuration_updated_timestamp: Some(row.configured),
        actions_enabled: Some(row.actions_enabled),
        ok_actions: Some(input.ok_actions.unwrap_or_default()),
        alarm_actions: Some(input.alarm_actions.unwrap_or_default()),
        insufficient_data_actions: Some(input.insufficient_data_actions.unwrap_or_default()),
        alarm_rule: Some(input.alarm_rule),
        state_value: Some(row.state.value.name().to_owned()),
        state_reason: Some(row.state.reason),
        state_reason_data: row.state.data,
        state_updated_timestamp: Some(row.state.updated),
        state_transitioned_timestamp: Some(row.state.transitioned),
        ..CompositeAlarm::default()
    })
}
