//! GetMetricData.

use std::sync::Arc;

use lirio_api::cloudwatch::{self, *};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Context;
use lirio_store::StoreError;

use crate::CloudWatch;
use crate::math::{Series, Value};
use crate::put::invalid;
use crate::query::Plan;
use crate::statistics::aligned;

/// Data points on a page.
const PAGE: i64 = 100_800;
/// Data points that all queries together may come to: what one request holds in memory.
const MOST: i64 = 2_000_000;

impl CloudWatch {
    pub(crate) async fn get_metric_data(
        self: Arc<Self>,
        ctx: Context,
        input: GetMetricDataInput,
    ) -> Result<GetMetricDataOutput, AwsError> {
        let plan = Plan::new(&ctx.scope, &input.metric_data_queries, "MetricDataQueries")?;
        if !plan.queries.iter().any(|q| q.returned) {
            return Err(AwsError::validation("At least one query must return data (ReturnData)."));
        }
        let (start_ms, end_ms) = (input.start_time.0, input.end_time.0);
        if start_ms >= end_ms {
            return Err(AwsError::validation(
                "The parameter StartTime must be less than the parameter EndTime.",
            ));
        }
        let points = plan.points(end_ms.saturating_sub(start_ms));
        if points > MOST {
            return Err(AwsError::validation(format!(
                "The queries come to up to {points} data points, more than {MOST}: make the periods longer or the time range shorter."
            )));
        }
        let page = input.max_datapoints.unwrap_or(PAGE);
        if !(1..=PAGE).contains(&page) {
            return Err(invalid(format!("The parameter MaxDatapoints must be between 1 and {PAGE}.")));
        }
        let skip: usize = match &input.next_token {
            None => 0,
            Some(token) => token.parse().map_err(|_| {
                cloudwatch::errors::invalid_next_token("The value for parameter NextToken is invalid.")
            })?,
        };
        // Long windows take a while to read.
        let store = self.platform.store.clone();
        let (plan, results) = tokio::task::spawn_blocking(move || {
            let results = store.read(|r| plan.run(r, |period_ms| aligned(start_ms, period_ms), end_ms))?;
            Ok::<_, StoreError>((plan, results))
        })
        .await
        .map_err(AwsError::internal)??;

        let mut shown = Vec::new();
        for query in plan.queries.iter().filter(|q| q.returned) {
            let label = query.shown_label();
            let series = match results.get(&query.id) {
                Some(Ok(Value::Series(series))) => vec![(label, series)],
                Some(Ok(Value::Array(all))) => all
                    .iter()
                    .map(|series| (format!("{label} {}", series.label).trim().to_owned(), series))
                    .collect(),
                Some(Ok(_)) => {
                    return Err(AwsError::validation(format!(
                        "Error in expression '{}': it comes to a scalar; TIME_SERIES makes a time series of it.",
                        query.id
                    )));
                }
                Some(Err(problem)) => {
                    return Err(AwsError::validation(format!(
                        "Error in expression '{}': {problem}.",
                        query.id
                    )));
                }
                None => Vec::new(),
            };
            shown.extend(series.into_iter().map(|(label, series)| (query.id.clone(), label, series)));
        }
        let ascending = input.scan_by.as_deref() == Some("TimestampAscending");
        Ok(paged(shown, ascending, skip, usize::try_from(page).unwrap_or(1)))
    }
}

/// The data points from number `skip` on, at most `page` of them, over all results one after the other.
fn paged(
    shown: Vec<(String, String, &Series)>,
    ascending: bool,
    skip: usize,
    page: usize,
) -> GetMetricDataOutput {
    let (mut before, mut left) = (0usize, page);
    let mut results = Vec::new();
    let mut more = false;
    for (id, label, series) in shown {
        let length = series.points.len();
        let from = skip.saturating_sub(before).min(length);
        let count = (length - from).min(left);
        let complete = from + count == length;
        // A result that earlier pages had to its end is not shown again.
        let shown_before = skip > 0 && before + length <= skip;
        before += length;
        left -= count;
        more |= !complete;
        if shown_before {
            continue;
        }
        let all: Box<dyn Iterator<Item = (&i64, &f64)>> =
            if ascending { Box::new(series.points.iter()) } else { Box::new(series.points.iter().rev()) };
        let (times, values): (Vec<Timestamp>, Vec<f64>) =
            all.skip(from).take(count).map(|(at, value)| (Timestamp(*at), *value)).unzip();
        results.push(MetricDataResult {
            id: Some(id),
            label: Some(label),
            timestamps: Some(times),
            values: Some(values),
            status_code: Some(if complete { "Complete" } else { "PartialData" }.to_owned()),
            messages: None,
        });
    }
    GetMetricDataOutput {
        metric_data_results: Some(results),
        next_token: more.then(|| (skip + page).to_string()),
        messages: Some(Vec::new()),
    }
}
