//! ListMetrics.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use lirio_api::AwsError;
use lirio_api::cloudwatch::*;
use lirio_service::Context;
use lirio_store::{Key, KeyRange, Order};

use crate::CloudWatch;
use crate::metric::MetricId;
use crate::points::{METRICS, SEEN_STEP_MS};
use crate::put::invalid;

/// Metrics on a page.
const PAGE: usize = 500;
/// Metrics looked at for a page.
const LOOKED_AT: usize = 20_000;
const HOUR_MS: i64 = 3_600_000;
/// Metrics without data for two weeks are not listed.
const LISTED_MS: i64 = 14 * 24 * HOUR_MS;

impl CloudWatch {
    pub(crate) async fn list_metrics(
        self: Arc<Self>,
        ctx: Context,
        input: ListMetricsInput,
    ) -> Result<ListMetricsOutput, AwsError> {
        if input.include_linked_accounts == Some(true) || input.owning_account.is_some() {
            return Err(AwsError::not_served("ListMetrics of linked accounts"));
        }
        let base = Key::new().str(&ctx.scope.region).str(&ctx.scope.account);
        let prefix = match (&input.namespace, &input.metric_name) {
            (Some(namespace), Some(name)) => base.str(namespace).str(name),
            (Some(namespace), None) => base.str(namespace),
            (None, _) => base,
        };
        let mut range = KeyRange::prefix(&prefix);
        if let Some(token) = &input.next_token {
            let key = URL_SAFE_NO_PAD
                .decode(token)
                .map_err(|_| invalid("The value for parameter NextToken is invalid."))?;
            range = range.after(&Key::from_bytes(key));
        }
        let age = if input.recently_active.is_some() { 3 * HOUR_MS } else { LISTED_MS };
        let since = ctx.now.0 - age - SEEN_STEP_MS;
        let filters = input.dimensions.unwrap_or_default();
        let rows = ctx.read(|r| METRICS.scan(r, range, Order::Ascending, LOOKED_AT))?;
        let looked_at = rows.len();
        let mut metrics = Vec::new();
        let mut last = None;
        for (key, row) in rows {
            if metrics.len() == PAGE {
                return Ok(page(metrics, last));
            }
            let metric = MetricId::of_key(&key)?;
            let fits = row.seen_ms >= since
                && input.metric_name.as_ref().is_none_or(|name| *name == metric.name)
                && filters.iter().all(|filter| {
                    metric.dimensions.iter().any(|(name, value)| {
                        *name == filter.name && filter.value.as_ref().is_none_or(|wanted| wanted == value)
                    })
                });
            if fits {
                metrics.push(metric.shown());
            }
            last = Some(key);
        }
        Ok(page(metrics, last.filter(|_| looked_at == LOOKED_AT)))
    }
}

fn page(metrics: Vec<Metric>, last: Option<Key>) -> ListMetricsOutput {
    ListMetricsOutput {
        metrics: Some(metrics),
        next_token: last.map(|key| URL_SAFE_NO_PAD.encode(key.as_bytes())),
        owning_accounts: None,
    }
}
