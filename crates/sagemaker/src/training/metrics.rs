//! Metrics that a container prints.

use lirio_api::sagemaker::{MetricData, MetricDefinition};
use lirio_api::{AwsError, Timestamp};
use regex::{Regex, RegexBuilder};

use crate::names::cut;

/// A longer line is looked at only so far: metrics are not there.
const LONGEST_LINE: usize = 64 * 1024;
/// What one expression may take when compiled.
const LARGEST: usize = 1 << 20;

/// Finds the metrics of a job in its output.
#[derive(Debug)]
pub(crate) struct MetricScanner(Vec<(String, Regex)>);

impl MetricScanner {
    /// Compiles the definitions; one that is no regular expression is refused by name.
    pub(crate) fn new(definitions: &[MetricDefinition]) -> Result<Self, AwsError> {
        let compile = |definition: &MetricDefinition| match RegexBuilder::new(&definition.regex)
            .size_limit(LARGEST)
            .build()
        {
            Ok(regex) if regex.captures_len() > 1 => Ok((definition.name.clone(), regex)),
            Ok(_) => Err(AwsError::validation(format!(
                "The regular expression of metric {:?} has no group: put the value in parentheses.",
                definition.name
            ))),
            Err(error) => Err(AwsError::validation(format!(
                "The regular expression of metric {:?} cannot be used (look-around and back-references are not served): {error}",
                definition.name
            ))),
        };
        definitions.iter().map(compile).collect::<Result<_, _>>().map(Self)
    }

    /// Whether there is anything to find.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The metrics of a line: of each the last value.
    pub(crate) fn scan(&self, line: &[u8]) -> Vec<(String, f64)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let text = String::from_utf8_lossy(&line[..line.len().min(LONGEST_LINE)]);
        let value = |(name, regex): &(String, Regex)| {
            let value = regex
                .captures_iter(cut(&text, LONGEST_LINE))
                .filter_map(|found| found.get(1)?.as_str().trim().parse::<f64>().ok())
                .filter(|value| value.is_finite())
                .last();
            value.map(|value| (name.clone(), value))
        };
        self.0.iter().filter_map(value).collect()
    }
}

/// Takes a value into the list: one entry for each metric, the last value.
pub(crate) fn note(into: &mut Vec<MetricData>, name: &str, value: f64, now: Timestamp) {
    match into.iter_mut().find(|metric| metric.metric_name.as_deref() == Some(name)) {
        Some(metric) => {
            metric.value = Some(value);
            metric.timestamp = Some(now);
        }
        None => into.push(MetricData {
            metric_name: Some(name.to_owned()),
            value: Some(value),
            timestamp: Some(now),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(regex: &str) -> MetricDefinition {
        MetricDefinition { name: "m".to_owned(), regex: regex.to_owned() }
    }

    #[test]
    fn the_last_value_counts() {
        let check = |regex: &str, lines: &[&str], expected: Option<f64>| {
            let scanner = MetricScanner::new(&[definition(regex)]).unwrap();
            let mut found = Vec::new();
            for (name, value) in lines.iter().flat_map(|line| scanner.scan(line.as_bytes())) {
                note(&mut found, &name, value, Timestamp(1));
            }
            assert_eq!(found.first().and_then(|metric| metric.value), expected, "{regex}");
        };
        check("loss=([0-9.]+)", &["loss=0.5", "x", "loss=0.25"], Some(0.25));
        check("loss=([0-9.]+)", &["loss=0.5 loss=0.125"], Some(0.125));
        check("loss=([0-9.e-]+)", &["loss=1e-3"], Some(0.001));
        check("loss=(.*)", &["loss=nan", "loss=inf", "loss=?"], None);
        check("loss=(.*)", &[], None);
    }

    #[test]
    fn expressions_that_cannot_be_used_are_refused() {
        let check = |regex: &str, expected: &str| {
            let error = MetricScanner::new(&[definition(regex)]).unwrap_err().message;
            assert!(error.contains(expected), "{error}");
        };
        check("loss=[0-9]+", "no group");
        check("(?<=a)(b)", "look-around");
        check("(", "cannot be used");
    }
}
