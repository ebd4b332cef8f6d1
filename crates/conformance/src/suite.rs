//! The suites, and who judges a case of which kind.

use crate::corpus::Case;
use crate::{events, executions, scripts, test_state, validation};

/// A part of the corpus with a name of its own.
pub struct Suite {
    /// What the command line calls it; also its folder in the corpus.
    pub name: &'static str,
    /// The folders of its cases within its own; none where the cases lie in it directly.
    pub folders: &'static [&'static str],
    /// The text of the list of cases that are known to fail.
    pub failing: &'static str,
    /// Runs a case; an error is the first difference.
    pub judge: fn(&Case) -> Result<(), String>,
}

/// All suites.
pub const SUITES: &[Suite] = &[
    Suite {
        name: "asl",
        folders: &["cases", "validation", "api"],
        failing: include_str!("../failing.txt"),
        judge: asl,
    },
    Suite {
        name: "events",
        folders: &[],
        failing: include_str!("../failing-events.txt"),
        judge: events::judge,
    },
];

fn asl(case: &Case) -> Result<(), String> {
    match case.kind() {
        "execution" => executions::judge(case),
        "execution-table" => executions::judge_table(case),
        "test-state" => test_state::judge(case),
        "validation" => validation::judge(case),
        "lint" => validation::judge_lint(case),
        "script" => scripts::judge(case),
        other => Err(format!("cases of the kind '{other}' cannot be run yet")),
    }
}
