//! PutMetricData.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use lirio_api::cloudwatch::{self, *};
use lirio_api::{AwsError, Unit};
use lirio_service::{Context, Principal};
use lirio_store::StoreError;

use crate::CloudWatch;
use crate::chunk::Bucket;
use crate::metric::{MetricId, unit_code};
use crate::points::{self, Chunk, METRICS, SEEN_STEP_MS, TIERS};
use crate::summary::Summary;

const MAX_DATA: usize = 1000;
const MAX_VALUES: usize = 150;
const DAY_MS: i64 = 24 * 3_600_000;
/// How old a datum may be, and how far ahead (MetricDatum in the API reference).
const OLDEST_MS: i64 = 14 * DAY_MS;
const NEWEST_MS: i64 = 2 * 3_600_000;
/// Values of a larger size are refused: 2^360.
const LARGEST: f64 = 2.348_542_582_773_833e108;
/// Metrics remembered with their numbers, so that their rows need not be read.
const REMEMBERED: usize = 200_000;

/// A metric as it was last seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    id: u64,
    seen_ms: i64,
}

/// A datum, checked.
struct Datum {
    metric: MetricId,
    at_ms: i64,
    fine: bool,
    unit: u8,
    summary: Summary,
}

/// Buckets of one metric by fineness, minute and so on.
type Data = BTreeMap<MetricId, BTreeMap<(u8, i64, u8), Summary>>;

impl CloudWatch {
    pub(crate) async fn put_metric_data(
        self: Arc<Self>,
        ctx: Context,
        input: PutMetricDataInput,
    ) -> Result<Unit, AwsError> {
        if input.entity_metric_data.is_some_and(|data| !data.is_empty()) {
            return Err(AwsError::not_served("PutMetricData with EntityMetricData"));
        }
        let is_service = matches!(ctx.caller.principal, Principal::Service { .. });
        if input.namespace.starts_with("AWS/") && !is_service {
            return Err(invalid(format!(
                "The value {} for parameter Namespace is invalid: namespaces that begin with AWS/ belong to AWS's services.",
                input.namespace
            )));
        }
        let data = input.metric_data.unwrap_or_default();
        if data.is_empty() {
            return Err(missing("The parameter MetricData is required."));
        }
        if data.len() > MAX_DATA {
            return Err(AwsError::validation(format!(
                "The collection MetricData must not have a size greater than {MAX_DATA}."
            )));
        }
        let now_ms = ctx.now.0;
        let mut gathered: Data = BTreeMap::new();
        for (datum, n) in data.into_iter().zip(1..) {
            let datum = checked(&ctx, &input.namespace, datum, &format!("MetricData.member.{n}"))?;
            let fine = datum.fine && datum.at_ms > now_ms - TIERS[0].keep_ms;
            let tier = u8::from(!fine);
            let bucket_ms = TIERS[usize::from(tier)].bucket_ms;
            let bucket = datum.at_ms.div_euclid(bucket_ms) * bucket_ms;
            let place = gathered.entry(datum.metric).or_default();
            place.entry((tier, bucket, datum.unit)).or_default().merge(&datum.summary);
        }
        let metrics: Vec<MetricId> = gathered.keys().cloned().collect();
        self.store_data(&ctx, gathered).await?;
        // After the commit: an alarm that was put meanwhile either is known now or has seen the data itself.
        self.data_came(&metrics).await;
        Ok(Unit)
    }

    async fn store_data(&self, ctx: &Context, gathered: Data) -> Result<(), AwsError> {
        let now_ms = ctx.now.0;
        let epoch = self.keeper.epoch.load(Ordering::Acquire);
        let mut remembered = HashMap::new();
        {
            let known = self.known();
            for metric in gathered.keys() {
                if let Some(found) = known.get(metric) {
                    remembered.insert(metric.clone(), *found);
                }
            }
        }
        let keeper = self.keeper.clone();
        let fresh = ctx
            .commit(move |txn| {
                // Metrics may have gone since they were remembered.
                let trust = keeper.epoch.load(Ordering::Acquire) == epoch;
                let call = txn.next_sequence("cloudwatch.calls")?;
                let mut fresh = Vec::new();
                let mut due = i64::MAX;
                for (metric, buckets) in gathered {
                    let known =
                        remembered.get(&metric).filter(|k| trust && k.seen_ms > now_ms - SEEN_STEP_MS);
                    let id = match known {
                        Some(known) => known.id,
                        None => {
                            let key = metric.key();
                            let row = match METRICS.get(txn, &key)? {
                                Some(mut row) => {
                                    row.seen_ms = row.seen_ms.max(now_ms);
                                    METRICS.put(txn, &key, &row)?;
                                    row
                                }
                                None => points::create_metric(txn, &key, now_ms)?,
                            };
                            fresh.push((metric, Known { id: row.id, seen_ms: row.seen_ms }));
                            row.id
                        }
                    };
                    let mut chunks: BTreeMap<Chunk, Vec<Bucket>> = BTreeMap::new();
                    for ((tier, at_ms, unit), mut summary) in buckets {
                        summary.settle();
                        let (chunk, at) = Chunk::at(id, tier, at_ms);
                        chunks.entry(chunk).or_default().push(Bucket { unit, at, summary });
                    }
                    for (chunk, buckets) in chunks {
                        due = due.min(points::append(txn, chunk, call, &buckets, now_ms)?);
                    }
                }
                keeper.arm(txn, due)?;
                Ok::<_, AwsError>(fresh)
            })
            .await?;
        let mut known = self.known();
        if self.keeper.epoch.load(Ordering::Acquire) != epoch || known.len() > REMEMBERED {
            known.clear();
        }
        if self.keeper.epoch.load(Ordering::Acquire) == epoch {
            known.extend(fresh);
        }
        Ok(())
    }

    /// The number of a metric, if there is one.
    pub(crate) fn metric_number(
        read: &(impl lirio_store::Read + ?Sized),
        metric: &MetricId,
    ) -> Result<Option<u64>, StoreError> {
        Ok(METRICS.get(read, &metric.key())?.map(|row| row.id))
    }
}

fn checked(ctx: &Context, namespace: &str, datum: MetricDatum, at: &str) -> Result<Datum, AwsError> {
    let dimensions = datum.dimensions.as_deref().unwrap_or_default();
    for (i, dimension) in dimensions.iter().enumerate() {
        if dimensions[..i].iter().any(|other| other.name == dimension.name) {
            return Err(invalid(format!(
                "The parameter {at}.Dimensions names the dimension {} twice.",
                dimension.name
            )));
        }
    }
    let fine = match datum.storage_resolution {
        None | Some(60) => false,
        Some(1) => true,
        Some(other) => {
            return Err(invalid(format!(
                "The value {other} for parameter {at}.StorageResolution is invalid. Valid values are 1 and 60."
            )));
        }
    };
    let when = datum.timestamp.unwrap_or(ctx.now);
    if when.0 < ctx.now.0 - OLDEST_MS {
        return Err(invalid(format!(
            "The parameter {at}.Timestamp must specify a time within the past two weeks."
        )));
    }
    if when.0 > ctx.now.0 + NEWEST_MS {
        return Err(invalid(format!(
            "The parameter {at}.Timestamp must specify a time no more than two hours in the future."
        )));
    }
    let given = [
        ("Value", datum.value.is_some()),
        ("StatisticValues", datum.statistic_values.is_some()),
        ("Values", datum.values.is_some()),
    ];
    let names: Vec<&str> = given.iter().filter(|(_, there)| *there).map(|(name, _)| *name).collect();
    if let [first, second, ..] = names.as_slice() {
        return Err(cloudwatch::errors::invalid_parameter_combination_exception(format!(
            "The parameters {at}.{first} and {at}.{second} are mutually exclusive and you have specified both."
        )));
    }
    let mut summary = Summary::default();
    if let Some(value) = datum.value {
        summary.add(number(value, at, "Value")?, 1.0);
    } else if let Some(set) = datum.statistic_values {
        let count = number(set.sample_count, at, "StatisticValues.SampleCount")?;
        let sum = number(set.sum, at, "StatisticValues.Sum")?;
        let min = number(set.minimum, at, "StatisticValues.Minimum")?;
        let max = number(set.maximum, at, "StatisticValues.Maximum")?;
        if count <= 0.0 {
            return Err(invalid(format!(
                "The value {count} for parameter {at}.StatisticValues.SampleCount is invalid: it must be greater than zero."
            )));
        }
        if min > max {
            return Err(invalid(format!(
                "The parameter {at}.StatisticValues.Maximum must be greater than {at}.StatisticValues.Minimum."
            )));
        }
        summary.add_set(count, sum, min, max);
    } else if let Some(values) = datum.values {
        let counts = datum.counts.as_deref();
        if values.is_empty() {
            return Err(missing(format!("The parameter {at}.Values must not be empty.")));
        }
        if values.len() > MAX_VALUES {
            return Err(invalid(format!(
                "The collection {at}.Values must not have a size greater than {MAX_VALUES}."
            )));
        }
        if counts.is_some_and(|counts| counts.len() != values.len()) {
            return Err(invalid(format!(
                "The parameters {at}.Values and {at}.Counts must be of the same size."
            )));
        }
        for (i, value) in values.iter().enumerate() {
            let count = counts.map_or(1.0, |counts| counts[i]);
            let count = number(count, at, "Counts")?;
            if count < 0.0 {
                return Err(invalid(format!(
                    "The value {count} for parameter {at}.Counts is invalid: it is negative."
                )));
            }
            summary.add(number(*value, at, "Values")?, count);
        }
        if summary.count <= 0.0 {
            return Err(invalid(format!("The parameter {at}.Counts counts nothing.")));
        }
    } else {
        return Err(missing(format!(
            "At least one of the parameters {at}.Value, {at}.Values and {at}.StatisticValues must be specified."
        )));
    }
    Ok(Datum {
        metric: MetricId::new(&ctx.scope, namespace, &datum.metric_name, datum.dimensions.as_deref()),
        at_ms: when.0,
        fine,
        unit: unit_code(datum.unit.as_deref()),
        summary,
    })
}

fn number(value: f64, at: &str, name: &str) -> Result<f64, AwsError> {
    if value.is_finite() && value.abs() <= LARGEST {
        // Minus zero is zero.
        return Ok(value + 0.0);
    }
    Err(invalid(format!("The value {value} for parameter {at}.{name} is invalid.")))
}

/// `InvalidParameterValue`.
pub(crate) fn invalid(message: impl Into<String>) -> AwsError {
    cloudwatch::errors::invalid_parameter_value_exception(message)
}

/// `MissingParameter`.
pub(crate) fn missing(message: impl Into<String>) -> AwsError {
    cloudwatch::errors::missing_required_parameter_exception(message)
}
