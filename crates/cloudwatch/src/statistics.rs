//! GetMetricStatistics.

use std::collections::BTreeMap;
use std::sync::Arc;

use lirio_api::cloudwatch::{self, *};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Context;

use crate::CloudWatch;
use crate::metric::{MetricId, unit_code, unit_name};
use crate::points::{self, Window};
use crate::put::{invalid, missing};
use crate::stat::Statistic;

/// Data points in one answer.
const MOST: i64 = 1440;

impl CloudWatch {
    pub(crate) async fn get_metric_statistics(
        self: Arc<Self>,
        ctx: Context,
        input: GetMetricStatisticsInput,
    ) -> Result<GetMetricStatisticsOutput, AwsError> {
        let period_ms = period(input.period, "Period")?;
        let simple = input.statistics.unwrap_or_default();
        let extended = input.extended_statistics.unwrap_or_default();
        match (simple.is_empty(), extended.is_empty()) {
            (true, true) => {
                return Err(missing(
                    "At least one of the parameters Statistics and ExtendedStatistics must be specified.",
                ));
            }
            (false, false) => {
                return Err(cloudwatch::errors::invalid_parameter_combination_exception(
                    "The parameters Statistics and ExtendedStatistics are mutually exclusive.",
                ));
            }
            _ => {}
        }
        let extended = extended
            .into_iter()
            .map(|name| match Statistic::parse(&name).filter(Statistic::is_extended) {
                Some(statistic) => Ok((name, statistic)),
                None => {
                    Err(invalid(format!("The value {name} for parameter ExtendedStatistics is invalid.")))
                }
            })
            .collect::<Result<Vec<_>, _>>()?;
        if input.start_time >= input.end_time {
            return Err(invalid("The parameter StartTime must be less than the parameter EndTime."));
        }
        let window = Window {
            start_ms: aligned(input.start_time.0, period_ms),
            end_ms: input.end_time.0,
            period_ms,
            unit: input.unit.as_deref().map(|unit| unit_code(Some(unit))),
        };
        let points = (window.end_ms - window.start_ms + period_ms - 1) / period_ms;
        if points > MOST {
            return Err(cloudwatch::errors::invalid_parameter_combination_exception(format!(
                "You have requested up to {points} datapoints, which exceeds the limit of {MOST}. You may reduce the datapoints requested by increasing Period, or decreasing the time range."
            )));
        }
        let metric =
            MetricId::new(&ctx.scope, &input.namespace, &input.metric_name, input.dimensions.as_deref());
        let found = ctx.read(|r| match Self::metric_number(r, &metric)? {
            Some(number) => points::series(r, number, window),
            None => Ok(BTreeMap::new()),
        })?;
        let wants = |name: &str| simple.iter().any(|wanted| wanted == name);
        let datapoints = found
            .into_iter()
            .map(|((at, unit), summary)| {
                let of = |name: &str, statistic: Statistic| {
                    if wants(name) { statistic.of(&summary) } else { None }
                };
                let values: BTreeMap<String, f64> = extended
                    .iter()
                    .filter_map(|(name, statistic)| Some((name.clone(), statistic.of(&summary)?)))
                    .collect();
                Datapoint {
                    timestamp: Some(Timestamp(at)),
                    sample_count: of("SampleCount", Statistic::SampleCount),
                    average: of("Average", Statistic::Average),
                    sum: of("Sum", Statistic::Sum),
                    minimum: of("Minimum", Statistic::Minimum),
                    maximum: of("Maximum", Statistic::Maximum),
                    unit: Some(unit_name(unit).to_owned()),
                    extended_statistics: (!values.is_empty()).then_some(values),
                }
            })
            // Percentiles that the data do not tell leave nothing to show.
            .filter(|point| extended.is_empty() || point.extended_statistics.is_some())
            .collect();
        Ok(GetMetricStatisticsOutput { label: Some(input.metric_name), datapoints: Some(datapoints) })
    }
}

/// A period in milliseconds, if it is one of AWS's: 1, 5, 10, 20, 30 seconds or whole minutes, a day at most for
/// alarms, here as long as one likes.
pub(crate) fn period(seconds: i64, name: &str) -> Result<i64, AwsError> {
    // A year: beyond that nothing is kept long enough to fill a period.
    const LONGEST: i64 = 366 * 24 * 3600;
    if (matches!(seconds, 1 | 5 | 10 | 20 | 30) || (seconds > 0 && seconds % 60 == 0)) && seconds <= LONGEST {
        return Ok(seconds * 1000);
    }
    Err(invalid(format!(
        "The parameter {name} must be 1, 5, 10, 20, 30, or a multiple of 60 seconds (up to {LONGEST})."
    )))
}

/// Where the first period begins: the start rounded down to the minute, or to the period if that is shorter
/// (GetMetricStatistics, `StartTime`).
pub(crate) fn aligned(start_ms: i64, period_ms: i64) -> i64 {
    let step = period_ms.min(60_000);
    start_ms.div_euclid(step) * step
}
