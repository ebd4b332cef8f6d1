//! What expressions come to.

use std::cell::Cell;
use std::collections::BTreeMap;

use super::functions;
use super::parse::{Expr, Operator};

/// Values by time.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Series {
    /// Its name in an array.
    pub(crate) label: String,
    pub(crate) period_ms: i64,
    /// By the beginning of the period, in milliseconds.
    pub(crate) points: BTreeMap<i64, f64>,
}

/// What an expression may come to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Scalar(f64),
    Series(Series),
    Array(Vec<Series>),
    Text(String),
}

/// What expressions are evaluated in.
pub(crate) struct Env<'e> {
    /// The results of other queries.
    pub(crate) results: &'e BTreeMap<String, Value>,
    /// The ids of the queries that are metrics, in the order of the request.
    pub(crate) metrics: &'e [String],
    /// Where periods begin.
    pub(crate) grid: &'e [i64],
    pub(crate) period_ms: i64,
    /// Data points that may still be copied: an expression names a series as often as it likes.
    pub(crate) budget: &'e Cell<usize>,
}

/// Evaluates an expression; the text says what is wrong with it.
pub(crate) fn evaluate(expr: &Expr, env: &Env<'_>) -> Result<Value, String> {
    Ok(match expr {
        Expr::Number(number) => Value::Scalar(*number),
        Expr::Text(text) => Value::Text(text.clone()),
        Expr::Id(id) => {
            let found = env.results.get(id).ok_or_else(|| format!("there is no query with the id {id}"))?;
            spend(env, found)?;
            found.clone()
        }
        Expr::Array(items) => {
            let mut all = Vec::new();
            for item in items {
                match evaluate(item, env)? {
                    Value::Series(mut series) => {
                        if let Expr::Id(id) = item
                            && series.label.is_empty()
                        {
                            series.label.clone_from(id);
                        }
                        all.push(series);
                    }
                    Value::Array(more) => all.extend(more),
                    Value::Scalar(_) | Value::Text(_) => return Err("an array is of time series".to_owned()),
                }
            }
            Value::Array(all)
        }
        Expr::Negate(inner) => map(evaluate(inner, env)?, |v| Some(-v))?,
        Expr::Binary(operator, left, right) => {
            binary(*operator, evaluate(left, env)?, evaluate(right, env)?)?
        }
        Expr::Call(function, arguments) => {
            let arguments = arguments.iter().map(|a| evaluate(a, env)).collect::<Result<Vec<_>, _>>()?;
            functions::call(*function, arguments, env)
                .map_err(|problem| format!("{}: {problem}", function.name()))?
        }
    })
}

/// Takes a copy of a value from the budget.
pub(super) fn spend(env: &Env<'_>, value: &Value) -> Result<(), String> {
    let points = match value {
        Value::Series(series) => series.points.len(),
        Value::Array(all) => all.iter().map(|series| series.points.len()).sum(),
        Value::Scalar(_) | Value::Text(_) => 0,
    };
    let left = env.budget.get().checked_sub(points + 1);
    env.budget.set(left.ok_or("it takes more data points than one request may")?);
    Ok(())
}

/// Each value of what it is; points for which there is none are left out.
pub(super) fn map(value: Value, change: impl Fn(f64) -> Option<f64> + Copy) -> Result<Value, String> {
    let series = |series: Series| Series {
        points: series
            .points
            .iter()
            .filter_map(|(at, v)| Some((*at, change(*v).filter(|v| v.is_finite())?)))
            .collect(),
        ..series
    };
    Ok(match value {
        Value::Scalar(v) => Value::Scalar(change(v).ok_or("the scalar has no such value")?),
        Value::Series(one) => Value::Series(series(one)),
        Value::Array(all) => Value::Array(all.into_iter().map(series).collect()),
        Value::Text(text) => return Err(format!("'{text}' is no number")),
    })
}

/// An operator on two numbers; comparisons come to 1 or 0, a division by zero to nothing.
fn apply(operator: Operator, left: f64, right: f64) -> Option<f64> {
    let truth = |t: bool| f64::from(u8::from(t));
    let result = match operator {
        Operator::Or => truth(left != 0.0 || right != 0.0),
        Operator::And => truth(left != 0.0 && right != 0.0),
        Operator::Equal => truth(left == right),
        Operator::NotEqual => truth(left != right),
        Operator::LessOrEqual => truth(left <= right),
        Operator::GreaterOrEqual => truth(left >= right),
        Operator::Less => truth(left < right),
        Operator::Greater => truth(left > right),
        Operator::Add => left + right,
        Operator::Subtract => left - right,
        Operator::Multiply => left * right,
        Operator::Divide => left / right,
        Operator::Power => left.powf(right),
    };
    result.is_finite().then_some(result)
}

fn binary(operator: Operator, left: Value, right: Value) -> Result<Value, String> {
    let both = |a: &Series, b: &Series| Series {
        label: a.label.clone(),
        period_ms: a.period_ms.max(b.period_ms),
        points: a
            .points
            .iter()
            .filter_map(|(at, left)| Some((*at, apply(operator, *left, *b.points.get(at)?)?)))
            .collect(),
    };
    Ok(match (left, right) {
        (Value::Scalar(a), Value::Scalar(b)) => {
            Value::Scalar(apply(operator, a, b).ok_or("the scalars come to no finite number")?)
        }
        (value, Value::Scalar(b)) => map(value, |a| apply(operator, a, b))?,
        (Value::Scalar(a), value) => map(value, |b| apply(operator, a, b))?,
        (Value::Series(a), Value::Series(b)) => Value::Series(both(&a, &b)),
        (Value::Array(all), Value::Series(b)) => Value::Array(all.iter().map(|a| both(a, &b)).collect()),
        (Value::Series(a), Value::Array(all)) => {
            Value::Array(all.iter().map(|b| Series { label: b.label.clone(), ..both(&a, b) }).collect())
        }
        (Value::Array(_), Value::Array(_)) => {
            return Err("an operator does not take two arrays of time series".to_owned());
        }
        _ => return Err("an operator does not take a text".to_owned()),
    })
}
