//! What became of the cases of a file.

use serde_json::{Value, json};

use crate::check::plural;
use crate::coverage::Reached;
use crate::run::CaseReport;
use crate::snippet::printable;

/// The report of a file of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Each case.
    pub cases: Vec<CaseReport>,
    /// The states of the machine over all cases.
    pub states: Reached,
    /// Its transitions.
    pub transitions: Reached,
}

impl Report {
    /// Whether every case passed.
    pub fn passed(&self) -> bool {
        self.cases.iter().all(|case| case.differences.is_empty())
    }

    /// What a person reads.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for case in &self.cases {
            let verdict = if case.differences.is_empty() { "ok  " } else { "FAIL" };
            let (name, time) = (printable(&case.name), duration(case.duration_ms));
            let states = plural(case.path.len(), "state");
            text.push_str(&format!("{verdict} {name} ({states}, {time} of virtual time)\n"));
            for difference in &case.differences {
                text.push_str(&format!("       {}\n", printable(difference)));
            }
            for note in &case.notes {
                text.push_str(&format!("       note: {}\n", printable(note)));
            }
        }
        for (what, reached) in [("state", &self.states), ("transition", &self.transitions)] {
            if !reached.never.is_empty() {
                text.push_str(&format!("{} never reached:\n", plural(reached.never.len(), what)));
                for name in &reached.never {
                    text.push_str(&format!("       {}\n", printable(name)));
                }
            }
        }
        let passed = self.cases.iter().filter(|case| case.differences.is_empty()).count();
        let share = |reached: &Reached, what: &str| {
            format!("{} of {} reached", reached.total - reached.never.len(), plural(reached.total, what))
        };
        text + &format!(
            "{passed} of {} passed; {}, {}\n",
            plural(self.cases.len(), "case"),
            share(&self.states, "state"),
            share(&self.transitions, "transition")
        )
    }

    /// What a program reads.
    pub fn json(&self) -> Value {
        let passed = self.cases.iter().filter(|case| case.differences.is_empty()).count();
        let case = |case: &CaseReport| {
            json!({
                "name": case.name,
                "passed": case.differences.is_empty(),
                "status": case.status,
                "durationSeconds": case.duration_ms as f64 / 1000.0,
                "path": case.path,
                "differences": case.differences,
                "notes": case.notes,
            })
        };
        let reached = |reached: &Reached| {
            let count = reached.total - reached.never.len();
            json!({"total": reached.total, "reached": count, "neverReached": reached.never})
        };
        json!({
            "passed": passed,
            "failed": self.cases.len() - passed,
            "total": self.cases.len(),
            "cases": self.cases.iter().map(case).collect::<Vec<_>>(),
            "states": reached(&self.states),
            "transitions": reached(&self.transitions),
        })
    }
}

/// A time as a person says it, in its two largest units.
fn duration(ms: i64) -> String {
    let seconds = ms / 1000;
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    if days > 0 {
        format!("{days} d {hours} h")
    } else if hours > 0 {
        format!("{hours} h {minutes} min")
    } else if minutes > 0 {
        format!("{minutes} min {} s", seconds % 60)
    } else {
        format!("{} s", ms as f64 / 1000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        let check = |ms: i64, expected: &str| assert_eq!(duration(ms), expected);
        check(0, "0 s");
        check(1_250, "1.25 s");
        check(61_999, "1 min 1 s");
        check(7_260_000, "2 h 1 min");
        check(365 * 86_400_000, "365 d 0 h");
    }
}
