//! What became of the cases.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

/// The verdicts of a suite.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    verdicts: BTreeMap<String, Result<(), String>>,
    /// How many passed of how many, by feature and by kind.
    features: BTreeMap<String, (u32, u32)>,
}

impl Tally {
    /// Adds the verdict of a case.
    pub(crate) fn add(&mut self, id: &str, kind: &str, features: &[&str], verdict: Result<(), String>) {
        let kind = format!("kind:{kind}");
        for feature in features.iter().copied().chain([kind.as_str()]) {
            let count = self.features.entry(feature.to_owned()).or_default();
            count.0 += u32::from(verdict.is_ok());
            count.1 += 1;
        }
        self.verdicts.insert(id.to_owned(), verdict);
    }

    /// The cases that failed, with the first difference of each.
    pub(crate) fn failed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.verdicts.iter().filter_map(|(id, verdict)| Some((id.as_str(), verdict.as_ref().err()?.as_str())))
    }

    /// Whether there is a case of that id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.verdicts.contains_key(id)
    }

    /// What a person reads.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (feature, (passed, total)) in &self.features {
            let _ = writeln!(text, "{passed:4} of {total:4}  {feature}");
        }
        for (id, why) in self.failed() {
            let _ = writeln!(text, "FAILED {id}: {why}");
        }
        text + &self.summary()
    }

    /// The counts alone.
    pub(crate) fn summary(&self) -> String {
        let (failed, total) = (self.failed().count(), self.verdicts.len());
        format!("{} of {total} cases pass, {failed} fail\n", total - failed)
    }

    /// What a program reads.
    pub(crate) fn json(&self) -> Value {
        let failing: Vec<&str> = self.failed().map(|(id, _)| id).collect();
        json!({
            "passed": self.verdicts.len() - failing.len(),
            "failed": failing.len(),
            "total": self.verdicts.len(),
            "failing": failing,
        })
    }
}
