//! Metrics: namespace, name, dimensions.

use lirio_api::cloudwatch::{Dimension, Metric};
use lirio_service::Scope;
use lirio_store::{Key, Segment, StoreError};
use serde::{Deserialize, Serialize};

/// The units, each by its place; `None` is what data have that name none.
pub(crate) const UNITS: [&str; 27] = [
    "None",
    "Seconds",
    "Microseconds",
    "Milliseconds",
    "Bytes",
    "Kilobytes",
    "Megabytes",
    "Gigabytes",
    "Terabytes",
    "Bits",
    "Kilobits",
    "Megabits",
    "Gigabits",
    "Terabits",
    "Percent",
    "Count",
    "Bytes/Second",
    "Kilobytes/Second",
    "Megabytes/Second",
    "Gigabytes/Second",
    "Terabytes/Second",
    "Bits/Second",
    "Kilobits/Second",
    "Megabits/Second",
    "Gigabits/Second",
    "Terabits/Second",
    "Count/Second",
];

/// A unit's place; the model has checked the name.
pub(crate) fn unit_code(name: Option<&str>) -> u8 {
    let at = name.and_then(|name| UNITS.iter().position(|unit| *unit == name)).unwrap_or(0);
    u8::try_from(at).unwrap_or(0)
}

/// The unit at a place.
pub(crate) fn unit_name(code: u8) -> &'static str {
    UNITS.get(usize::from(code)).copied().unwrap_or("None")
}

/// What makes two metrics the same: dimensions in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct MetricId {
    pub(crate) region: String,
    pub(crate) account: String,
    pub(crate) namespace: String,
    pub(crate) name: String,
    pub(crate) dimensions: Vec<(String, String)>,
}

impl MetricId {
    pub(crate) fn new(scope: &Scope, namespace: &str, name: &str, dimensions: Option<&[Dimension]>) -> Self {
        let mut dimensions: Vec<(String, String)> =
            dimensions.unwrap_or_default().iter().map(|d| (d.name.clone(), d.value.clone())).collect();
        dimensions.sort();
        Self {
            region: scope.region.to_string(),
            account: scope.account.to_string(),
            namespace: namespace.to_owned(),
            name: name.to_owned(),
            dimensions,
        }
    }

    /// Its key: region, account, namespace, name, and each dimension's name and value.
    pub(crate) fn key(&self) -> Key {
        let key = Key::new().str(&self.region).str(&self.account).str(&self.namespace).str(&self.name);
        self.dimensions.iter().fold(key, |key, (name, value)| key.str(name).str(value))
    }

    pub(crate) fn of_key(key: &Key) -> Result<Self, StoreError> {
        let corrupt = || StoreError::Corrupt {
            place: "a key of a metric".to_owned(),
            reason: "it is not made of names".to_owned(),
        };
        let texts = key
            .segments()?
            .into_iter()
            .map(|segment| match segment {
                Segment::Str(text) => Ok(text),
                _ => Err(corrupt()),
            })
            .collect::<Result<Vec<_>, _>>()?;
        match texts.as_slice() {
            [region, account, namespace, name, dimensions @ ..] => Ok(Self {
                region: region.clone(),
                account: account.clone(),
                namespace: namespace.clone(),
                name: name.clone(),
                dimensions: dimensions
                    .chunks_exact(2)
                    .map(|pair| (pair[0].clone(), pair[1].clone()))
                    .collect(),
            }),
            _ => Err(corrupt()),
        }
    }

    /// As answers show it.
    pub(crate) fn shown(&self) -> Metric {
        let dimensions = self
            .dimensions
            .iter()
            .map(|(name, value)| Dimension { name: name.clone(), value: value.clone() })
            .collect();
        Metric {
            namespace: Some(self.namespace.clone()),
            metric_name: Some(self.name.clone()),
            dimensions: Some(dimensions),
        }
    }
}
