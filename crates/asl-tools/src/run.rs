//! Runs the cases of a file.

use std::collections::BTreeSet;

use lirio_asl::machine::Machine;
use lirio_asl::{Change, Data, Input, Outcome, Record, Started};
use lirio_asl_sim::{End, Settings, Simulation};
use lirio_stack::nearest;

use crate::compare::{Mode, differences};
use crate::coverage::Coverage;
use crate::mocks::Mocks;
use crate::report::Report;
use crate::test_file::{Case, Expect, TestFile};

/// When executions start that say nothing else: 2026-01-01T00:00:00Z.
const START_MS: i64 = 1_767_225_600_000;

/// What became of a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseReport {
    /// Its name.
    pub name: String,
    /// What is not as expected; empty if it passed.
    pub differences: Vec<String>,
    /// What somebody may want to know.
    pub notes: Vec<String>,
    /// How the execution ended; nothing if it did not.
    pub status: Option<&'static str>,
    /// How long it ran, in milliseconds of virtual time.
    pub duration_ms: i64,
    /// The states that the machine itself entered.
    pub path: Vec<String>,
}

/// Runs every case of `file`, which is called `file_name`, on a machine called `machine_name`.
/// Answers the names in the file that the machine does not know, if there are any.
pub fn test(
    machine: &Machine,
    machine_name: &str,
    file: &TestFile,
    file_name: &str,
) -> Result<Report, Vec<String>> {
    let unknown = unknown_names(machine, file);
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let mut coverage = Coverage::new(machine);
    let mut cases = Vec::new();
    for case in &file.cases {
        let mut mocks = Mocks::new(file_name, file, case);
        let mut report = CaseReport {
            name: case.name.clone(),
            differences: Vec::new(),
            notes: Vec::new(),
            status: None,
            duration_ms: 0,
            path: Vec::new(),
        };
        match started(machine_name, file, case) {
            Ok(started) => run(machine, started, case, &mut mocks, &mut report, &mut coverage),
            Err(why) => report.differences.push(why),
        }
        cases.push(report);
    }
    Ok(Report { cases, states: coverage.states(), transitions: coverage.transitions() })
}

fn run(
    machine: &Machine,
    started: Started,
    case: &Case,
    mocks: &mut Mocks<'_>,
    report: &mut CaseReport,
    coverage: &mut Coverage<'_>,
) {
    let start_ms = started.start_ms;
    let settings = Settings { seed: case.seed, ..Settings::default() };
    let mut simulation = Simulation::new(machine, started, settings);
    if let Some(seconds) = case.stop_after {
        let at_ms = start_ms.saturating_add((seconds * 1000.0).round() as i64);
        simulation.plan(at_ms, Input::Stop { error: None, cause: None });
    }
    let end = simulation.run(mocks);
    coverage.observe(simulation.records());
    let logs = simulation.child_logs();
    logs.iter().for_each(|log| coverage.observe(log));
    report.duration_ms = simulation.elapsed_ms();
    report.path = path(simulation.records());
    match end {
        Ok(End::Finished(outcome)) => {
            report.status = Some(outcome.status());
            report.differences = check(&case.expect, &outcome, &visited(&simulation), report, mocks);
            report.notes = mocks.unused();
        }
        Ok(End::Waiting) => {
            report.differences.push("the execution waits for something that never comes".to_owned());
        }
        Err(error) => report.differences.push(error.to_string()),
    }
}

fn started(machine_name: &str, file: &TestFile, case: &Case) -> Result<Started, String> {
    let start_ms = match case.start.as_ref().or(file.start.as_ref()) {
        None => START_MS,
        Some(text) => {
            let time: jiff::Timestamp =
                text.parse().map_err(|e| format!("start '{text}' is no time: {e}"))?;
            time.as_millisecond()
        }
    };
    let execution_name = case.execution_name.clone().unwrap_or_else(|| "test".to_owned());
    let arn = |what: &str| format!("arn:aws:states:eu-west-1:000000000000:{what}:{machine_name}");
    Ok(Started {
        execution_arn: format!("{}:{execution_name}", arn("execution")),
        machine_arn: arn("stateMachine"),
        machine_name: machine_name.to_owned(),
        execution_name,
        role_arn: "arn:aws:iam::000000000000:role/test".to_owned(),
        input: Data::from_value(case.input.clone()).map_err(|e| format!("the input is no payload: {e}"))?,
        start_ms,
        scope: 0,
    })
}

fn check(
    expect: &Expect,
    outcome: &Outcome,
    visited: &BTreeSet<String>,
    report: &CaseReport,
    mocks: &Mocks<'_>,
) -> Vec<String> {
    let mut found = Vec::new();
    let (output, error, cause) = match outcome {
        Outcome::Succeeded { output } => (Some(output.value()), None, None),
        Outcome::Failed { error, cause } | Outcome::Aborted { error, cause } => {
            (None, error.as_deref(), cause.as_deref())
        }
        Outcome::TimedOut => (None, Some("States.Timeout"), None),
    };
    let wanted = expect.status().as_str();
    if wanted != outcome.status() {
        let why = [error, cause].into_iter().flatten().collect::<Vec<_>>().join(": ");
        let why = if why.is_empty() { why } else { format!(" ({why})") };
        found.push(format!("status: expected {wanted} but is {}{why}", outcome.status()));
    }
    for (wanted, mode) in [(&expect.output, Mode::Exact), (&expect.output_contains, Mode::Contains)] {
        match (wanted, output) {
            (Some(wanted), Some(output)) => found.extend(differences(wanted, output, mode, "output")),
            (Some(_), None) => found.push("output: expected one but there is none".to_owned()),
            (None, _) => {}
        }
    }
    if let Some(wanted) = &expect.error
        && error != Some(wanted)
    {
        found.push(format!("error: expected '{wanted}' but is {}", quoted(error)));
    }
    if let Some(part) = &expect.cause_contains
        && !cause.is_some_and(|cause| cause.contains(part.as_str()))
    {
        found.push(format!("cause: expected a text with '{part}' but is {}", quoted(cause)));
    }
    if let Some(wanted) = &expect.path {
        found.extend(path_difference(wanted, &report.path));
    }
    let missed = expect.visits.iter().filter(|name| !visited.contains(*name));
    found.extend(missed.map(|name| format!("visits: '{name}' is not entered")));
    let hit = expect.avoids.iter().filter(|name| visited.contains(*name));
    found.extend(hit.map(|name| format!("avoids: '{name}' is entered")));
    found.extend(duration_differences(expect, report.duration_ms));
    for (state, wanted) in &expect.attempts {
        let calls = mocks.calls(state);
        if calls != *wanted {
            found.push(format!("attempts: expected {wanted} of '{state}' but there are {calls}"));
        }
    }
    found
}

fn quoted(text: Option<&str>) -> String {
    text.map_or_else(|| "missing".to_owned(), |text| format!("'{text}'"))
}

fn path_difference(wanted: &[String], path: &[String]) -> Option<String> {
    let at = wanted.iter().zip(path).take_while(|(a, b)| a == b).count();
    if at == wanted.len() && at == path.len() {
        return None;
    }
    let step =
        |list: &[String]| list.get(at).map_or_else(|| "the end".to_owned(), |name| format!("'{name}'"));
    Some(format!(
        "path: expected {} as step {} but is {}; the whole path is [{}]",
        step(wanted),
        at + 1,
        step(path),
        path.join(", ")
    ))
}

fn duration_differences(expect: &Expect, duration_ms: i64) -> Vec<String> {
    let seconds = duration_ms as f64 / 1000.0;
    // Both have whole milliseconds; what is between them is rounding.
    let (least, most) = (seconds - 0.0005, seconds + 0.0005);
    let mut found = Vec::new();
    if let Some(wanted) = expect.duration.filter(|wanted| !(least..most).contains(wanted)) {
        found.push(format!("duration: expected {wanted} s but is {seconds} s"));
    }
    if let Some(wanted) = expect.duration_at_least.filter(|wanted| *wanted > most) {
        found.push(format!("duration: expected at least {wanted} s but is {seconds} s"));
    }
    if let Some(wanted) = expect.duration_at_most.filter(|wanted| *wanted < least) {
        found.push(format!("duration: expected at most {wanted} s but is {seconds} s"));
    }
    found
}

fn entered(record: &Record) -> Option<(u32, &str)> {
    match &record.change {
        Change::StateEntered { frame, name, .. } => Some((*frame, name)),
        _ => None,
    }
}

/// The states that were entered, also those of branches, items and executions of map runs.
fn visited(simulation: &Simulation<'_>) -> BTreeSet<String> {
    let logs = simulation.child_logs().into_iter().chain([simulation.records()]);
    logs.flatten().filter_map(entered).map(|(_, name)| name.to_owned()).collect()
}

/// The states that the first frame entered: those of the machine itself.
fn path(records: &[Record]) -> Vec<String> {
    let mut own = records.iter().filter_map(entered);
    let Some((root, first)) = own.next() else { return Vec::new() };
    let rest = own.filter(|(frame, _)| *frame == root).map(|(_, name)| name.to_owned());
    std::iter::once(first.to_owned()).chain(rest).collect()
}

/// The names of states that a file has and the machine has not, or not of that type.
fn unknown_names(machine: &Machine, file: &TestFile) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |place: &str, name: &str, type_name: Option<&str>| {
        let Some(state) = machine.states.iter().find(|state| state.name == name) else {
            let near = nearest(name, machine.states.iter().map(|state| state.name.as_str()));
            let hint = near.map_or_else(String::new, |near| format!("; did you mean '{near}'?"));
            return found.push(format!("{place}: there is no state '{name}'{hint}"));
        };
        let actual = state.kind.type_name();
        if type_name.is_some_and(|wanted| wanted != actual) {
            let kind = type_name.unwrap_or_default();
            found.push(format!("{place}: state '{name}' is a {actual} state, not a {kind} state"));
        }
    };
    file.mocks.keys().for_each(|name| check("mocks", name, Some("Task")));
    file.items.keys().for_each(|name| check("items", name, Some("Map")));
    for case in &file.cases {
        let place = |what: &str| format!("case '{}', {what}", case.name);
        case.mocks.keys().for_each(|name| check(&place("mocks"), name, Some("Task")));
        case.items.keys().for_each(|name| check(&place("items"), name, Some("Map")));
        case.expect.attempts.keys().for_each(|name| check(&place("attempts"), name, Some("Task")));
        case.expect.path.iter().flatten().for_each(|name| check(&place("path"), name, None));
        case.expect.visits.iter().for_each(|name| check(&place("visits"), name, None));
        case.expect.avoids.iter().for_each(|name| check(&place("avoids"), name, None));
    }
    found
}
