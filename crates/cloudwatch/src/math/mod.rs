//! Metric math: expressions over time series.
//!
//! Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics".  Searches, anomaly detection,
//! rules, quotas and data sources of other services are refused by name.

mod eval;
mod functions;
mod parse;

pub(crate) use eval::{Env, Series, Value, evaluate};
pub(crate) use parse::{Expr, Function, Problem, parse};
