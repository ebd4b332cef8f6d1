//! Functions at the end of a path, such as `$.items.length()`.

use serde_json::{Number, Value};

use super::QueryError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Length,
    Min,
    Max,
    Average,
    StandardDeviation,
    Sum,
    Keys,
    First,
    Last,
}

impl Function {
    pub(super) fn named(name: &str) -> Option<Function> {
        Some(match name {
            "length" | "size" => Function::Length,
            "min" => Function::Min,
            "max" => Function::Max,
            "avg" => Function::Average,
            "stddev" => Function::StandardDeviation,
            "sum" => Function::Sum,
            "keys" => Function::Keys,
            "first" => Function::First,
            "last" => Function::Last,
            _ => return None,
        })
    }

    pub(super) fn apply(self, value: &Value) -> Result<Value, QueryError> {
        let refuse = |what: &str| Err(QueryError::Function(what.to_owned()));
        match (self, value) {
            (Function::Length, Value::Array(items)) => Ok(items.len().into()),
            (Function::Length, Value::Object(members)) => Ok(members.len().into()),
            (Function::Length, _) => Ok(Value::Null),
            (Function::Keys, Value::Object(members)) => {
                Ok(members.keys().map(|key| Value::String(key.clone())).collect())
            }
            (Function::Keys, _) => Ok(Value::Null),
            (Function::First, Value::Array(items)) if !items.is_empty() => Ok(items[0].clone()),
            (Function::Last, Value::Array(items)) if !items.is_empty() => Ok(items[items.len() - 1].clone()),
            (Function::First | Function::Last, _) => refuse("first() and last() need a filled array"),
            (_, Value::Array(items)) => {
                let numbers: Vec<f64> = items.iter().filter_map(Value::as_f64).collect();
                if numbers.is_empty() {
                    return refuse("Aggregation function attempted to calculate value using empty array");
                }
                let count = numbers.len() as f64;
                let sum: f64 = numbers.iter().sum();
                let result = match self {
                    Function::Min => numbers.iter().copied().fold(f64::INFINITY, f64::min),
                    Function::Max => numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                    Function::Sum => sum,
                    Function::Average => sum / count,
                    _ => {
                        let mean = sum / count;
                        (numbers.iter().map(|n| (n - mean).powi(2)).sum::<f64>() / count).sqrt()
                    }
                };
                Ok(Number::from_f64(result).map_or(Value::Null, Value::Number))
            }
            _ => refuse("Aggregation function attempted to calculate value using empty array"),
        }
    }
}
