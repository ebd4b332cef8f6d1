//! Queries for metric data, as GetMetricData and alarms have them: metrics and expressions over each other.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use lirio_api::AwsError;
use lirio_api::cloudwatch::MetricDataQuery;
use lirio_service::Scope;
use lirio_store::{Read, StoreError};

use crate::CloudWatch;
use crate::math::{self, Env, Expr, Function, Series, Value};
use crate::metric::{MetricId, unit_code};
use crate::points::{self, Window};
use crate::stat::Statistic;
use crate::statistics::period;

/// Queries in one request.
const MOST: usize = 500;
/// Data points that expressions may copy.
const BUDGET: usize = 2_000_000;

/// Queries, checked.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) queries: Vec<Query>,
    /// The order in which they can be evaluated.
    order: Vec<usize>,
}

#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) id: String,
    pub(crate) label: Option<String>,
    pub(crate) returned: bool,
    pub(crate) period_ms: i64,
    pub(crate) source: Source,
}

#[derive(Clone, Debug)]
pub(crate) enum Source {
    Metric { metric: MetricId, statistic: Statistic, name: String, unit: Option<u8> },
    Expression { expr: Expr },
}

/// What a query came to, or what was wrong with it.
pub(crate) type Results = BTreeMap<String, Result<Value, String>>;

impl Plan {
    /// Checks queries; the errors are `ValidationError`s that name the query.
    pub(crate) fn new(scope: &Scope, queries: &[MetricDataQuery], member: &str) -> Result<Self, AwsError> {
        if queries.is_empty() {
            return Err(AwsError::validation(format!("The collection {member} must not be empty.")));
        }
        if queries.len() > MOST {
            return Err(AwsError::validation(format!(
                "The collection {member} must not have a size greater than {MOST}."
            )));
        }
        let mut ids = BTreeSet::new();
        let mut checked = Vec::new();
        for query in queries {
            let id = &query.id;
            let well_formed = id.starts_with(|c: char| c.is_ascii_lowercase())
                && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
            if !well_formed {
                return Err(AwsError::validation(format!(
                    "The value {id} for parameter Id is invalid: an id begins with a lower-case letter and is made of letters, digits and underscores."
                )));
            }
            if !ids.insert(id.as_str()) {
                return Err(AwsError::validation(format!("The id {id} is used by two queries of {member}.")));
            }
            checked.push(Query::new(scope, query)?);
        }
        let mut plan = Self { order: Vec::new(), queries: checked };
        plan.order = plan.ordered()?;
        plan.inherit_periods();
        Ok(plan)
    }

    /// Each after those that it names; a circle is refused.
    fn ordered(&self) -> Result<Vec<usize>, AwsError> {
        let places: BTreeMap<&str, usize> =
            self.queries.iter().enumerate().map(|(i, query)| (query.id.as_str(), i)).collect();
        let mut needs: Vec<BTreeSet<usize>> = Vec::new();
        for query in &self.queries {
            let mut needed = BTreeSet::new();
            if let Source::Expression { expr } = &query.source {
                let mut names = Vec::new();
                expr.ids(&mut names);
                for name in names {
                    let place = places.get(name).ok_or_else(|| {
                        AwsError::validation(format!(
                            "Error in expression '{}': there is no query with the id {name}.",
                            query.id
                        ))
                    })?;
                    needed.insert(*place);
                }
                if expr.calls(Function::Metrics) {
                    needed.extend((0..self.queries.len()).filter(|i| self.queries[*i].is_metric()));
                }
            }
            needs.push(needed);
        }
        let mut order: Vec<usize> = Vec::new();
        let mut done = vec![false; self.queries.len()];
        while order.len() < self.queries.len() {
            let before = order.len();
            for (i, needed) in needs.iter().enumerate() {
                if !done[i] && needed.iter().all(|n| done[*n]) {
                    done[i] = true;
                    order.push(i);
                }
            }
            if order.len() == before {
                let stuck = done.iter().position(|d| !d).map_or("", |i| self.queries[i].id.as_str());
                return Err(AwsError::validation(format!(
                    "Error in expression '{stuck}': expressions name each other in a circle."
                )));
            }
        }
        Ok(order)
    }

    /// An expression without a period of its own has the longest of what it is made of.
    fn inherit_periods(&mut self) {
        for place in self.order.clone() {
            if self.queries[place].period_ms != 0 {
                continue;
            }
            let mut names = Vec::new();
            let mut all = false;
            if let Source::Expression { expr } = &self.queries[place].source {
                expr.ids(&mut names);
                all = expr.calls(Function::Metrics) || names.is_empty();
            }
            let longest = self
                .queries
                .iter()
                .filter(|q| names.contains(&q.id.as_str()) || (all && q.is_metric()))
                .map(|q| q.period_ms)
                .max();
            self.queries[place].period_ms = longest.filter(|p| *p > 0).unwrap_or(60_000);
        }
    }

    /// The metrics that it reads.
    pub(crate) fn metrics(&self) -> impl Iterator<Item = &MetricId> {
        self.queries.iter().filter_map(|query| match &query.source {
            Source::Metric { metric, .. } => Some(metric),
            Source::Expression { .. } => None,
        })
    }

    /// Whether it may have values where no metric has.
    pub(crate) fn makes_values(&self) -> bool {
        self.queries.iter().any(|query| match &query.source {
            Source::Expression { expr } => expr.calls(Function::Fill) || expr.calls(Function::TimeSeries),
            Source::Metric { .. } => false,
        })
    }

    /// How many data points it comes to at most.
    pub(crate) fn points(&self, window_ms: i64) -> i64 {
        self.queries.iter().map(|q| (window_ms / q.period_ms.max(1)).saturating_add(1)).sum()
    }

    /// Reads and evaluates all queries.  `start` says where the first period of a length begins.
    pub(crate) fn run(
        &self,
        read: &(impl Read + ?Sized),
        start: impl Fn(i64) -> i64,
        end_ms: i64,
    ) -> Result<Results, StoreError> {
        let mut failed = Results::new();
        let mut results: BTreeMap<String, Value> = BTreeMap::new();
        let metrics: Vec<String> =
            self.queries.iter().filter(|q| q.is_metric()).map(|q| q.id.clone()).collect();
        let budget = Cell::new(BUDGET);
        for place in &self.order {
            let query = &self.queries[*place];
            let start_ms = start(query.period_ms);
            match &query.source {
                Source::Metric { metric, statistic, unit, .. } => {
                    let window = Window { start_ms, end_ms, period_ms: query.period_ms, unit: *unit };
                    let found = match CloudWatch::metric_number(read, metric)? {
                        Some(number) => points::series_of_all_units(read, number, window)?,
                        None => BTreeMap::new(),
                    };
                    let points = found
                        .into_iter()
                        .filter_map(|(at, summary)| Some((at, statistic.of(&summary)?)))
                        .collect();
                    let series = Series { label: String::new(), period_ms: query.period_ms, points };
                    results.insert(query.id.clone(), Value::Series(series));
                }
                Source::Expression { expr } => {
                    let grid: Vec<i64> =
                        std::iter::successors(Some(start_ms), |at| Some(at + query.period_ms))
                            .take_while(|at| *at < end_ms)
                            .collect();
                    let env = Env {
                        results: &results,
                        metrics: &metrics,
                        grid: &grid,
                        period_ms: query.period_ms,
                        budget: &budget,
                    };
                    match math::evaluate(expr, &env) {
                        Ok(value) => {
                            results.insert(query.id.clone(), value);
                        }
                        Err(problem) => {
                            // What is made of it has no data.
                            results.insert(query.id.clone(), Value::Series(Series::default()));
                            failed.insert(query.id.clone(), Err(problem));
                        }
                    }
                }
            }
        }
        for (id, value) in results {
            failed.entry(id).or_insert(Ok(value));
        }
        Ok(failed)
    }
}

impl Query {
    fn new(scope: &Scope, query: &MetricDataQuery) -> Result<Self, AwsError> {
        let id = &query.id;
        if query.account_id.as_ref().is_some_and(|account| **account != *scope.account) {
            return Err(AwsError::not_served("Metric data of another account (AccountId)"));
        }
        let own_period = query.period.map(|seconds| period(seconds, "Period")).transpose()?;
        let (source, period_ms) = match (&query.metric_stat, &query.expression) {
            (Some(stat), None) => {
                let statistic = Statistic::parse(&stat.stat).ok_or_else(|| {
                    AwsError::validation(format!(
                        "The value {} for parameter Stat of {id} is invalid.",
                        stat.stat
                    ))
                })?;
                let (Some(namespace), Some(name)) = (&stat.metric.namespace, &stat.metric.metric_name) else {
                    return Err(AwsError::validation(format!(
                        "The metric of {id} needs both Namespace and MetricName."
                    )));
                };
                let metric = MetricId::new(scope, namespace, name, stat.metric.dimensions.as_deref());
                let source = Source::Metric {
                    metric,
                    statistic,
                    name: name.clone(),
                    unit: stat.unit.as_deref().map(|unit| unit_code(Some(unit))),
                };
                (source, period(stat.period, "Period")?)
            }
            (None, Some(text)) => match math::parse(text) {
                Ok(expr) => (Source::Expression { expr }, own_period.unwrap_or(0)),
                Err(math::Problem::Unserved(what)) => return Err(AwsError::not_served(what)),
                Err(math::Problem::Wrong(why)) => {
                    return Err(AwsError::validation(format!("Error in expression '{id}': {why}.")));
                }
            },
            _ => {
                return Err(AwsError::validation(format!(
                    "The query {id} must have either MetricStat or Expression, and not both."
                )));
            }
        };
        Ok(Self {
            id: id.clone(),
            label: query.label.clone(),
            returned: query.return_data.unwrap_or(true),
            period_ms,
            source,
        })
    }

    pub(crate) fn is_metric(&self) -> bool {
        matches!(self.source, Source::Metric { .. })
    }

    /// What an answer calls it: its own label, or the metric's name, or the id.
    pub(crate) fn shown_label(&self) -> String {
        match (&self.label, &self.source) {
            (Some(label), _) if !label.is_empty() => label.clone(),
            (_, Source::Metric { name, .. }) => name.clone(),
            (_, Source::Expression { .. }) => self.id.clone(),
        }
    }
}
