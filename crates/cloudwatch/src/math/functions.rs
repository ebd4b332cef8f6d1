//! The functions of metric math.

use std::collections::BTreeMap;

use lirio_api::Timestamp;

use super::eval::{Env, Series, Value, map, spend};
use super::parse::Function;

/// Calls a function; the parser has counted the arguments.
pub(super) fn call(function: Function, arguments: Vec<Value>, env: &Env<'_>) -> Result<Value, String> {
    let mut arguments = arguments.into_iter();
    let first = arguments.next();
    let second = arguments.next();
    if function == Function::Metrics {
        return metrics(first, env);
    }
    let first = first.ok_or("it takes an argument")?;
    match function {
        Function::Metrics => metrics(None, env),
        Function::Abs => map(first, |v| Some(v.abs())),
        Function::Ceil => map(first, |v| Some(v.ceil())),
        Function::Floor => map(first, |v| Some(v.floor())),
        Function::Log => map(first, |v| Some(v.ln())),
        Function::Log10 => map(first, |v| Some(v.log10())),
        Function::Avg => reduce(first, |v| Some(v.iter().sum::<f64>() / v.len() as f64)),
        Function::Sum => reduce(first, |v| Some(v.iter().sum())),
        Function::Min => reduce(first, |v| v.iter().copied().reduce(f64::min)),
        Function::Max => reduce(first, |v| v.iter().copied().reduce(f64::max)),
        Function::Stddev => reduce(first, |v| {
            let mean = v.iter().sum::<f64>() / v.len() as f64;
            Some((v.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / v.len() as f64).sqrt())
        }),
        Function::DatapointCount => match first {
            Value::Series(series) => Ok(Value::Scalar(series.points.len() as f64)),
            Value::Array(all) => {
                Ok(Value::Array(all.into_iter().map(|s| constant(&s, s.points.len() as f64, env)).collect()))
            }
            _ => Err(wants_series()),
        },
        Function::MetricCount => match first {
            Value::Array(all) => Ok(Value::Scalar(all.len() as f64)),
            _ => Err("it takes an array of time series".to_owned()),
        },
        Function::Rate => pairs(first, |(t0, v0), (t1, v1)| (v1 - v0) / ((t1 - t0) as f64 / 1000.0)),
        Function::Diff => pairs(first, |(_, v0), (_, v1)| v1 - v0),
        Function::DiffTime => pairs(first, |(t0, _), (t1, _)| (t1 - t0) as f64 / 1000.0),
        Function::RunningSum => each(first, |series| {
            let mut sum = 0.0;
            let points = series.points.iter().map(|(at, v)| {
                sum += v;
                (*at, sum)
            });
            points.collect()
        }),
        Function::Epoch => of_time(first, |at| at.0.div_euclid(1000) as f64),
        Function::Minute => of_time(first, |at| calendar(at, "%-M")),
        Function::Hour => of_time(first, |at| calendar(at, "%-H")),
        // Monday is 1.
        Function::Day => of_time(first, |at| calendar(at, "%u")),
        Function::Date => of_time(first, |at| calendar(at, "%-d")),
        Function::Month => of_time(first, |at| calendar(at, "%-m")),
        Function::Year => of_time(first, |at| calendar(at, "%Y")),
        Function::Period => match first {
            Value::Series(series) => Ok(Value::Scalar(series.period_ms as f64 / 1000.0)),
            _ => Err(wants_series()),
        },
        Function::TimeSeries => match first {
            Value::Scalar(value) => Ok(Value::Series(Series {
                label: String::new(),
                period_ms: env.period_ms,
                points: env.grid.iter().map(|at| (*at, value)).collect(),
            })),
            _ => Err("it takes a scalar".to_owned()),
        },
        Function::First => end(first, |all| all.into_iter().next()),
        Function::Last => end(first, |all| all.into_iter().next_back()),
        Function::RemoveEmpty => match first {
            Value::Array(all) => Ok(Value::Array(all.into_iter().filter(|s| !s.points.is_empty()).collect())),
            _ => Err("it takes an array of time series".to_owned()),
        },
        Function::Fill => fill(first, second.ok_or("it takes a filling")?, env),
        Function::If => condition(first, second.ok_or("it takes a value")?, arguments.next(), env),
        Function::Slice => slice(first, second.ok_or("it takes a start")?, arguments.next()),
        Function::Sort => {
            sort(first, second.ok_or("it takes a function")?, arguments.next(), arguments.next())
        }
    }
}

fn wants_series() -> String {
    "it takes a time series".to_owned()
}

fn metrics(filter: Option<Value>, env: &Env<'_>) -> Result<Value, String> {
    let wanted = match filter {
        None => String::new(),
        Some(Value::Text(text)) => text,
        Some(_) => return Err("it takes a text that ids contain".to_owned()),
    };
    let mut all = Vec::new();
    for id in env.metrics.iter().filter(|id| id.contains(&wanted)) {
        if let Some(value @ Value::Series(series)) = env.results.get(id) {
            spend(env, value)?;
            all.push(Series { label: id.clone(), ..series.clone() });
        }
    }
    Ok(Value::Array(all))
}

/// A time series becomes a scalar, an array the time series of what its values are at each time.
fn reduce(value: Value, fold: impl Fn(&[f64]) -> Option<f64>) -> Result<Value, String> {
    match value {
        Value::Series(series) => {
            let values: Vec<f64> = series.points.into_values().collect();
            let folded = if values.is_empty() { None } else { fold(&values) };
            // Without data there is no scalar; what is made of it has no data either.
            Ok(folded.map_or_else(|| Value::Series(Series::default()), Value::Scalar))
        }
        Value::Array(all) => {
            let period_ms = all.iter().map(|s| s.period_ms).max().unwrap_or(0);
            let mut by_time: BTreeMap<i64, Vec<f64>> = BTreeMap::new();
            for series in all {
                for (at, value) in series.points {
                    by_time.entry(at).or_default().push(value);
                }
            }
            let points = by_time
                .into_iter()
                .filter_map(|(at, values)| Some((at, fold(&values).filter(|v| v.is_finite())?)))
                .collect();
            Ok(Value::Series(Series { label: String::new(), period_ms, points }))
        }
        _ => Err("it takes a time series or an array of them".to_owned()),
    }
}

fn each(value: Value, change: impl Fn(&Series) -> BTreeMap<i64, f64>) -> Result<Value, String> {
    let one = |series: Series| {
        let points = change(&series).into_iter().filter(|(_, v)| v.is_finite()).collect();
        Series { points, ..series }
    };
    match value {
        Value::Series(series) => Ok(Value::Series(one(series))),
        Value::Array(all) => Ok(Value::Array(all.into_iter().map(one).collect())),
        _ => Err("it takes a time series or an array of them".to_owned()),
    }
}

fn pairs(value: Value, of: impl Fn((i64, f64), (i64, f64)) -> f64) -> Result<Value, String> {
    each(value, |series| {
        let points: Vec<(i64, f64)> = series.points.iter().map(|(at, v)| (*at, *v)).collect();
        points.windows(2).map(|pair| (pair[1].0, of(pair[0], pair[1]))).collect()
    })
}

fn of_time(value: Value, of: impl Fn(Timestamp) -> f64) -> Result<Value, String> {
    each(value, |series| series.points.keys().map(|at| (*at, of(Timestamp(*at)))).collect())
}

fn calendar(at: Timestamp, format: &str) -> f64 {
    at.strftime(format).parse().unwrap_or(f64::NAN)
}

fn constant(like: &Series, value: f64, env: &Env<'_>) -> Series {
    Series {
        label: like.label.clone(),
        period_ms: env.period_ms,
        points: env.grid.iter().map(|at| (*at, value)).collect(),
    }
}

fn end(value: Value, take: impl Fn(Vec<Series>) -> Option<Series>) -> Result<Value, String> {
    match value {
        Value::Array(all) => Ok(Value::Series(take(all).unwrap_or_default())),
        _ => Err("it takes an array of time series".to_owned()),
    }
}

/// Every time of the grid gets a value: a scalar, what another series has there, the value before, or what lies
/// on the line between those around.
fn fill(value: Value, filling: Value, env: &Env<'_>) -> Result<Value, String> {
    let missing = |series: &Series, at: i64| -> Option<f64> {
        let before = || series.points.range(..at).next_back().map(|(t, v)| (*t, *v));
        match &filling {
            Value::Scalar(value) => Some(*value),
            Value::Series(other) => other.points.get(&at).copied(),
            Value::Text(word) if word == "REPEAT" => before().map(|(_, v)| v),
            Value::Text(_) => {
                let (t0, v0) = before()?;
                let (t1, v1) = series.points.range(at..).next().map(|(t, v)| (*t, *v))?;
                Some(v0 + (v1 - v0) * ((at - t0) as f64 / (t1 - t0) as f64))
            }
            Value::Array(_) => None,
        }
    };
    match &filling {
        Value::Array(_) => {
            return Err("it is filled with a scalar, a time series, REPEAT or LINEAR".to_owned());
        }
        Value::Text(word) if word != "REPEAT" && word != "LINEAR" => {
            return Err(format!("'{word}' is neither REPEAT nor LINEAR"));
        }
        _ => {}
    }
    each(value, |series| {
        let mut points = series.points.clone();
        for at in env.grid {
            if !points.contains_key(at)
                && let Some(value) = missing(series, *at)
            {
                points.insert(*at, value);
            }
        }
        points
    })
}

fn condition(test: Value, then: Value, other: Option<Value>, env: &Env<'_>) -> Result<Value, String> {
    let at = |value: &Value, time: i64| match value {
        Value::Scalar(v) => Ok(Some(*v)),
        Value::Series(series) => Ok(series.points.get(&time).copied()),
        _ => Err("its values are scalars or time series".to_owned()),
    };
    match test {
        Value::Scalar(test) => {
            if test != 0.0 {
                Ok(then)
            } else {
                other.ok_or_else(|| "the condition is false and there is no other value".to_owned())
            }
        }
        Value::Series(test) => {
            let mut points = BTreeMap::new();
            for (time, truth) in &test.points {
                let value = match (*truth != 0.0, &other) {
                    (true, _) => at(&then, *time)?,
                    (false, Some(other)) => at(other, *time)?,
                    (false, None) => None,
                };
                if let Some(value) = value {
                    points.insert(*time, value);
                }
            }
            Ok(Value::Series(Series { label: test.label, period_ms: env.period_ms, points }))
        }
        _ => Err("its condition is a scalar or a time series".to_owned()),
    }
}

fn whole(value: &Value) -> Result<usize, String> {
    match value {
        Value::Scalar(v) if v.fract() == 0.0 && (0.0..1e6).contains(v) => Ok(*v as usize),
        _ => Err("a place in an array is a whole number".to_owned()),
    }
}

fn slice(value: Value, from: Value, to: Option<Value>) -> Result<Value, String> {
    let Value::Array(all) = value else { return Err("it takes an array of time series".to_owned()) };
    let from = whole(&from)?;
    match to {
        Some(to) => {
            let count = whole(&to)?.saturating_sub(from);
            Ok(Value::Array(all.into_iter().skip(from).take(count).collect()))
        }
        None => all.into_iter().nth(from).map(Value::Series).ok_or_else(|| "the array is shorter".to_owned()),
    }
}

/// `SORT(array, AVG | MIN | MAX | SUM, ASC | DESC, n)`
fn sort(value: Value, by: Value, order: Option<Value>, most: Option<Value>) -> Result<Value, String> {
    let Value::Array(all) = value else { return Err("it takes an array of time series".to_owned()) };
    let Value::Text(by) = by else { return Err("it sorts by AVG, MIN, MAX or SUM".to_owned()) };
    let key = |series: &Series| -> Result<f64, String> {
        let values: Vec<f64> = series.points.values().copied().collect();
        let sum: f64 = values.iter().sum();
        Ok(match by.as_str() {
            "AVG" if values.is_empty() => f64::NEG_INFINITY,
            "AVG" => sum / values.len() as f64,
            "SUM" => sum,
            "MIN" => values.into_iter().fold(f64::INFINITY, f64::min),
            "MAX" => values.into_iter().fold(f64::NEG_INFINITY, f64::max),
            other => return Err(format!("it sorts by AVG, MIN, MAX or SUM, not by {other}")),
        })
    };
    let mut keyed = all.into_iter().map(|s| Ok((key(&s)?, s))).collect::<Result<Vec<_>, String>>()?;
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    match order {
        Some(Value::Text(order)) if order == "ASC" => {}
        Some(Value::Text(order)) if order == "DESC" => keyed.reverse(),
        _ => return Err("its order is ASC or DESC".to_owned()),
    }
    let most = most.as_ref().map(whole).transpose()?.unwrap_or(usize::MAX);
    Ok(Value::Array(keyed.into_iter().take(most).map(|(_, series)| series).collect()))
}
