//! From an alarm and the data to its next state.

use std::collections::BTreeMap;

use lirio_api::cloudwatch::{Metric, MetricDataQuery, MetricStat, PutMetricAlarmInput};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Scope;
use lirio_store::{Read, StoreError};
use serde_json::json;

use super::evaluate::{self, Comparison, EXTRA, Missing, Rule, State};
use super::{AlarmRow, Definition};
use crate::CloudWatch;
use crate::math::Value;
use crate::points::{self, Window};
use crate::query::{Plan, Source};
use crate::stat::Statistic;

/// How far ahead data may lie (PutMetricData).
const AHEAD_MS: i64 = 2 * 3_600_000;

/// What an evaluation comes to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Decision {
    /// State, reason, `StateReasonData`.
    pub(crate) state: (State, String, Option<String>),
    /// When to look again though no data come.
    pub(crate) next_ms: Option<i64>,
}

/// The alarm's queries; a single metric is a query called `m1`.
pub(crate) fn plan(scope: &Scope, input: &PutMetricAlarmInput) -> Result<Plan, AwsError> {
    if let Some(queries) = &input.metrics {
        return Plan::new(scope, queries, "Metrics");
    }
    let query = MetricDataQuery {
        id: "m1".to_owned(),
        metric_stat: Some(MetricStat {
            metric: Metric {
                namespace: input.namespace.clone(),
                metric_name: input.metric_name.clone(),
                dimensions: input.dimensions.clone(),
            },
            period: input.period.unwrap_or_default(),
            stat: input.statistic.clone().or_else(|| input.extended_statistic.clone()).unwrap_or_default(),
            unit: input.unit.clone(),
        }),
        return_data: Some(true),
        ..MetricDataQuery::default()
    };
    Plan::new(scope, &[query], "Metrics")
}

/// A period as it was evaluated.
struct Point {
    at_ms: i64,
    value: f64,
    samples: Option<f64>,
}

/// The next state of a metric alarm; `None` for alarms whose definition can no longer be read.
pub(crate) fn decide(
    read: &(impl Read + ?Sized),
    row: &AlarmRow,
    now_ms: i64,
) -> Result<Option<Decision>, StoreError> {
    let Definition::Metric(input) = &row.definition else { return Ok(None) };
    let Ok(plan) = plan(&row.scope, input) else { return Ok(None) };
    let Some(watched) = plan.queries.iter().find(|q| q.returned) else { return Ok(None) };
    let (Some(comparison), Some(threshold)) =
        (input.comparison_operator.as_deref().and_then(Comparison::parse), input.threshold)
    else {
        return Ok(None);
    };
    let whole = |n: Option<i64>| n.and_then(|n| usize::try_from(n).ok());
    let periods = whole(input.evaluation_periods).unwrap_or(1).max(1);
    let rule = Rule {
        periods,
        to_alarm: whole(input.datapoints_to_alarm).unwrap_or(periods),
        missing: input.treat_missing_data.as_deref().and_then(Missing::parse).unwrap_or(Missing::Missing),
    };

    // Periods begin at multiples of their length; the one that runs is not over yet.
    let period_ms = watched.period_ms;
    let running_ms = now_ms.div_euclid(period_ms) * period_ms;
    let range_ms = (periods + EXTRA) as i64 * period_ms;
    let (start_ms, end_ms) = (running_ms - range_ms, running_ms + period_ms + AHEAD_MS);
    let points = match &watched.source {
        Source::Metric { metric, statistic, unit, .. } => {
            let window = Window { start_ms, end_ms, period_ms, unit: *unit };
            let found = match CloudWatch::metric_number(read, metric)? {
                Some(number) => points::series_of_all_units(read, number, window)?,
                None => BTreeMap::new(),
            };
            found
                .into_iter()
                .filter_map(|(at_ms, summary)| {
                    Some(Point { at_ms, value: statistic.of(&summary)?, samples: Some(summary.count) })
                })
                .collect::<Vec<_>>()
        }
        Source::Expression { .. } => {
            let start = |length: i64| start_ms.div_euclid(length) * length;
            let results = plan.run(read, start, running_ms)?;
            match results.get(&watched.id) {
                Some(Ok(Value::Series(series))) => series
                    .points
                    .iter()
                    .map(|(at_ms, value)| Point { at_ms: *at_ms, value: *value, samples: None })
                    .collect(),
                _ => Vec::new(),
            }
        }
    };

    // A running period counts as soon as nothing that may still come changes that it breaches.
    let breaches = |point: &Point| comparison.is_breach(point.value, threshold);
    let can_only_grow = match &watched.source {
        Source::Metric { statistic: Statistic::Maximum | Statistic::SampleCount, .. } => {
            comparison.is_upwards()
        }
        Source::Metric { statistic: Statistic::Minimum, .. } => !comparison.is_upwards(),
        _ => false,
    };
    let decided_early = can_only_grow && points.iter().any(|p| p.at_ms == running_ms && breaches(p));
    let last_ms = if decided_early { running_ms } else { running_ms - period_ms };
    let places: Vec<i64> =
        (0..(periods + EXTRA) as i64).rev().map(|back| last_ms - back * period_ms).collect();
    let in_range: BTreeMap<i64, &Point> =
        points.iter().filter(|p| p.at_ms <= last_ms).map(|p| (p.at_ms, p)).collect();
    let range: Vec<Option<bool>> = places.iter().map(|at| in_range.get(at).map(|p| breaches(p))).collect();
    let outcome = evaluate::evaluate(rule, &range, row.state.value);
    let used: Vec<&Point> =
        places.iter().rev().filter_map(|at| in_range.get(at).copied()).take(periods).collect();

    let keeps = input.evaluate_low_sample_count_percentile.as_deref() == Some("ignore")
        && used.iter().any(|point| too_few(&watched.source, point.samples));
    let state = if keeps || outcome.state == row.state.value {
        (row.state.value, row.state.reason.clone(), row.state.data.clone())
    } else {
        let reason =
            reason(rule, comparison, threshold, &used, outcome.filled, outcome.state, row.state.value);
        let data = reason_data(input, now_ms, period_ms, threshold, &used);
        (outcome.state, reason, Some(data))
    };
    let mut has_data = !points.is_empty();
    if let Source::Expression { .. } = watched.source {
        let window = Window { start_ms, end_ms, period_ms, unit: None };
        for metric in plan.metrics() {
            if let Some(number) = CloudWatch::metric_number(read, metric)? {
                has_data |= !points::series(read, number, window)?.is_empty();
            }
        }
    }
    // Without data in sight, and nothing filled in, time changes nothing more.
    let moves = has_data
        || plan.makes_values()
        || evaluate::evaluate(rule, &vec![None; range.len()], state.0).state != state.0;
    Ok(Some(Decision { state, next_ms: moves.then_some(running_ms + period_ms) }))
}

/// Whether a percentile is of too few values to mean something (CloudWatch User Guide, "Percentile-based alarms
/// and low data samples"): fewer than 10/(1-p), or 10/p below the median.
fn too_few(source: &Source, samples: Option<f64>) -> bool {
    match (source, samples) {
        (Source::Metric { statistic: Statistic::Percentile(percent), .. }, Some(samples)) => {
            let share = percent / 100.0;
            samples < 10.0 / if share >= 0.5 { 1.0 - share } else { share }
        }
        _ => false,
    }
}

/// As AWS words it, for people.
fn reason(
    rule: Rule,
    comparison: Comparison,
    threshold: f64,
    used: &[&Point],
    filled: usize,
    to: State,
    from: State,
) -> String {
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    if to == State::InsufficientData {
        let verb = if filled == 1 { "was" } else { "were" };
        return format!("Insufficient Data: {filled} datapoint{} {verb} unknown.", plural(filled));
    }
    if used.is_empty() {
        let kind = if rule.missing == Missing::Breaching { "Breaching" } else { "NonBreaching" };
        return format!(
            "Threshold Crossed: no datapoints were received for {filled} period{} and {filled} missing datapoint{} {} treated as [{kind}].",
            plural(filled),
            plural(filled),
            if filled == 1 { "was" } else { "were" }
        );
    }
    let counts = |point: &&&Point| comparison.is_breach(point.value, threshold) == (to == State::Alarm);
    let matching: Vec<&&Point> = used.iter().filter(counts).collect();
    let listed: Vec<String> = matching
        .iter()
        .take(10)
        .map(|p| format!("{} ({})", float(p.value), Timestamp(p.at_ms).strftime("%d/%m/%y %H:%M:%S")))
        .collect();
    let (needed, verb) = match to {
        State::Alarm => (rule.to_alarm, ""),
        _ => (rule.periods + 1 - rule.to_alarm, "not "),
    };
    let mut text = format!(
        "Threshold Crossed: {} out of the last {} datapoint{} [{}] {} {verb}{} the threshold ({}) (minimum {needed} datapoint{} for {} -> {} transition).",
        matching.len(),
        used.len(),
        plural(used.len()),
        listed.join(", "),
        if matching.len() == 1 { "was" } else { "were" },
        comparison.words(),
        float(threshold),
        plural(needed),
        from.name(),
        to.name(),
    );
    // All of it is ASCII.
    text.truncate(1023);
    text
}

/// A number as AWS's texts show it: with a point.
fn float(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("{value:.1}") } else { value.to_string() }
}

fn reason_data(
    input: &PutMetricAlarmInput,
    now_ms: i64,
    period_ms: i64,
    threshold: f64,
    used: &[&Point],
) -> String {
    let time = |at_ms: i64| Timestamp(at_ms).strftime("%Y-%m-%dT%H:%M:%S.%3f+0000");
    // Newest first, as they were used; the text has an end.
    let evaluated: Vec<_> = used
        .iter()
        .take(20)
        .map(|point| {
            let mut shown = json!({ "timestamp": time(point.at_ms), "value": point.value });
            if let Some(samples) = point.samples {
                shown["sampleCount"] = json!(samples);
            }
            shown
        })
        .collect();
    let recent: Vec<f64> = used.iter().take(20).rev().map(|point| point.value).collect();
    let mut data = json!({ "version": "1.0", "queryDate": time(now_ms) });
    if let Some(oldest) = used.last() {
        data["startDate"] = json!(time(oldest.at_ms));
    }
    if let Some(statistic) = input.statistic.as_ref().or(input.extended_statistic.as_ref()) {
        data["statistic"] = json!(statistic);
    }
    if let Some(unit) = &input.unit {
        data["unit"] = json!(unit);
    }
    data["period"] = json!(period_ms / 1000);
    data["recentDatapoints"] = json!(recent);
    data["threshold"] = json!(threshold);
    data["evaluatedDatapoints"] = json!(evaluated);
    data.to_string()
}
