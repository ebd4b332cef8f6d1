//! Event patterns: the recorded verdicts of EventBridge and of its published engine.
//!
//! Each case is asked twice: the pattern alone, and in a rule set. What fails is listed in
//! `crates/event-pattern/tests/failing.txt`, which may only shrink.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use lirio_event_pattern::{EventError, Pattern, PatternError, RuleSet, check_event};
use serde_json::{Value, json};

/// What came of a corpus.
#[derive(Debug, Default)]
pub struct Report {
    /// Of each case, by id, its features, and the first difference if there is one.
    pub cases: BTreeMap<String, Outcome>,
}

/// What came of a case.
#[derive(Debug)]
pub struct Outcome {
    /// What of the language it is about, in the corpus' words.
    pub features: Vec<String>,
    /// The first difference; none if it passed.
    pub difference: Option<String>,
}

impl Report {
    /// How many cases passed.
    pub fn passed(&self) -> usize {
        self.cases.len() - self.failing().count()
    }

    /// The cases that did not pass, with the first difference.
    pub fn failing(&self) -> impl Iterator<Item = (&str, &str)> {
        self.cases.iter().filter_map(|(id, outcome)| Some((id.as_str(), outcome.difference.as_deref()?)))
    }

    /// What is wrong about the list of failing cases, one line each: it may only shrink, and must be complete.
    pub fn against(&self, listed: &BTreeSet<String>) -> Vec<String> {
        let unlisted = self
            .failing()
            .filter(|(id, _)| !listed.contains(*id))
            .map(|(id, _)| format!("{id}: fails, and is not listed"));
        let stale = listed.iter().filter_map(|id| match self.cases.get(id) {
            None => Some(format!("{id}: is listed, and there is no such case")),
            Some(Outcome { difference: None, .. }) => {
                Some(format!("{id}: is listed, and passes; take it off"))
            }
            Some(_) => None,
        });
        unlisted.chain(stale).collect()
    }

    /// Prints the counts by feature and what fails; `as_json` adds a last line for programs.
    fn print(&self, as_json: bool) {
        let mut by_feature: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for outcome in self.cases.values() {
            for feature in &outcome.features {
                let (passed, total) = by_feature.entry(feature).or_default();
                *passed += usize::from(outcome.difference.is_none());
                *total += 1;
            }
        }
        for (feature, (passed, total)) in by_feature {
            println!("  {feature:<24} {passed:>5} of {total:>5}");
        }
        for (id, difference) in self.failing() {
            println!("FAILED {id}: {difference}");
        }
        let (passed, total) = (self.passed(), self.cases.len());
        println!("events: {passed} of {total} cases passed");
        if as_json {
            let failing: Vec<&str> = self.failing().map(|(id, _)| id).collect();
            let summary =
                json!({"passed": passed, "failed": total - passed, "total": total, "failing": failing});
            println!("{summary}");
        }
    }
}

/// `[--corpus DIR] [--json]`: runs the cases of a folder, or those beside the repository.
///
/// Of the latter, an unlisted case that fails or a listed one that passes is a failure.
///
/// # Errors
/// Arguments that are not understood, and a corpus that cannot be read.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let (mut folder, mut as_json) = (None, false);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--corpus" => folder = Some(PathBuf::from(arguments.next().context("--corpus needs a folder")?)),
            "--json" => as_json = true,
            other => bail!("unknown argument '{other}'; known are --corpus DIR and --json"),
        }
    }
    if let Some(folder) = folder {
        run_corpus(&folder)?.print(as_json);
        return Ok(ExitCode::SUCCESS);
    }
    let Some(folder) = corpus() else {
        eprintln!("\n*** NOT RUN: ../shared/conformance/events is absent, so nothing was compared ***\n");
        if as_json {
            Report::default().print(true);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let report = run_corpus(&folder)?;
    let wrong = report.against(&listed()?);
    for line in &wrong {
        println!("{line} (crates/event-pattern/tests/failing.txt)");
    }
    report.print(as_json);
    Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the crate lies in crates/")
}

/// The corpus beside the repository, or beside a folder around it, as for a worktree.
pub fn corpus() -> Option<PathBuf> {
    repository()
        .ancestors()
        .skip(1)
        .map(|around| around.join("shared/conformance/events"))
        .find(|folder| folder.is_dir())
}

/// The ids of the cases that are known to fail.
///
/// # Errors
/// The list cannot be read.
pub fn listed() -> Result<BTreeSet<String>> {
    let path = repository().join("crates/event-pattern/tests/failing.txt");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

/// Runs the cases of a folder, or of its folder `events`; cases of other kinds are left out.
///
/// # Errors
/// A file that cannot be read or is not JSON, and a folder without cases.
pub fn run_corpus(folder: &Path) -> Result<Report> {
    let inside = folder.join("events");
    let folder = if inside.is_dir() { &inside } else { folder };
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut report = Report::default();
    let mut sets = Sets::default();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot read {}", folder.display()))?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let case: Value =
            serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))?;
        if !matches!(case["kind"].as_str(), Some("event-pattern" | "event-pattern-engine")) {
            continue;
        }
        let id = match case["id"].as_str() {
            Some(id) => id.to_owned(),
            None => path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
        };
        let features = case["features"].as_array().into_iter().flatten();
        let features = features.filter_map(Value::as_str).map(str::to_owned).collect();
        sets.add(&id, &case);
        report.cases.insert(id, Outcome { features, difference: judge(&case).err() });
    }
    if report.cases.is_empty() {
        bail!("{} has no cases", folder.display());
    }
    for (id, difference) in sets.differences() {
        if let Some(outcome) = report.cases.get_mut(&id) {
            outcome.difference.get_or_insert(difference);
        }
    }
    Ok(report)
}

/// All patterns in one set, which must say of every event what each of them says alone.
#[derive(Default)]
struct Sets {
    rules: RuleSet<String>,
    alone: BTreeMap<String, (Pattern, Option<Value>)>,
}

impl Sets {
    fn add(&mut self, id: &str, case: &Value) {
        if let Ok(pattern) = Pattern::parse(&text_of(case, "pattern")) {
            self.rules.add(id.to_owned(), &pattern);
            let event = serde_json::from_str(&text_of(case, "event")).ok();
            self.alone.insert(id.to_owned(), (pattern, event));
        }
    }

    fn differences(&self) -> Vec<(String, String)> {
        let mut differences = Vec::new();
        for (id, (_, event)) in &self.alone {
            let Some(event) = event else { continue };
            let together: BTreeSet<String> = self.rules.matching(event).into_iter().collect();
            let alone = self.alone.iter().filter(|(_, (pattern, _))| pattern.matches(event));
            let alone: BTreeSet<String> = alone.map(|(id, _)| id.clone()).collect();
            if let Some(other) = together.symmetric_difference(&alone).next() {
                let difference = format!("its event and the pattern of {other}: the set says otherwise");
                differences.push((id.clone(), difference));
            }
        }
        differences
    }
}

/// The text of a member of a case: as it is given, or as the recording client wrote the value.
fn text_of(case: &Value, member: &str) -> String {
    match case.get(format!("{member}_text")).and_then(Value::as_str) {
        Some(text) => text.to_owned(),
        None => spaced(&case[member]),
    }
}

/// JSON with a blank after each comma and colon, so that positions in messages agree.
fn spaced(value: &Value) -> String {
    fn list(items: impl Iterator<Item = String>, open: char, close: char) -> String {
        format!("{open}{}{close}", items.collect::<Vec<_>>().join(", "))
    }
    match value {
        Value::Object(members) => list(
            members.iter().map(|(name, value)| format!("{}: {}", Value::from(name.as_str()), spaced(value))),
            '{',
            '}',
        ),
        Value::Array(values) => list(values.iter().map(spaced), '[', ']'),
        scalar => scalar.to_string(),
    }
}

/// Recordings name the partition and region by placeholders.
fn unmasked(message: &str) -> String {
    message.replace("<partition>", "aws").replace("<region>", "us-east-1")
}

/// The answer to a case as `TestEventPattern` gives it, or the engine: a verdict, or an error's code and message.
fn answer(case: &Value) -> Result<bool, (&'static str, String)> {
    let event: Option<Value> = serde_json::from_str(&text_of(case, "event")).ok();
    let checked = match (&event, case["kind"] == "event-pattern") {
        (None, _) => Err(EventError),
        (Some(event), true) => check_event(event),
        (Some(_), false) => Ok(()),
    };
    checked.map_err(|error| (EventError::CODE, error.to_string()))?;
    let pattern =
        Pattern::parse(&text_of(case, "pattern")).map_err(|error| (PatternError::CODE, error.to_string()))?;
    let event = event.unwrap_or_default();
    Ok(pattern.matches(&event))
}

/// Compares the answer with what was recorded.
fn judge(case: &Value) -> Result<(), String> {
    let shown = |answer: &Result<bool, (&str, String)>| match answer {
        Ok(matches) => format!("{matches}"),
        Err((code, message)) => format!("{code}: {message}"),
    };
    let expected_error = case.get("expected_error").filter(|expected| !expected.is_null());
    let answer = answer(case);
    let Some(expected) = expected_error else {
        let wanted = case["matches"].as_bool().ok_or("the case has no verdict")?;
        return match answer {
            Ok(matches) if matches == wanted => Ok(()),
            other => Err(format!("wanted {wanted}, got {}", shown(&other))),
        };
    };
    // What is null may be anything.
    let code = expected["code"].as_str();
    let message = expected["message_full"].as_str().or(expected["message"].as_str()).map(unmasked);
    match &answer {
        Err((our_code, our_message))
            if code.is_none_or(|code| code == *our_code)
                && message.as_ref().is_none_or(|message| message == our_message) =>
        {
            Ok(())
        }
        other => {
            let wanted = format!("{}: {}", code.unwrap_or("an error"), message.unwrap_or_default());
            Err(format!("wanted {wanted}\n  got {}", shown(other)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(pattern: Value, rest: Value) -> Value {
        let mut case = json!({"kind": "event-pattern-engine", "event": {"a": 1}, "pattern": pattern});
        if let (Value::Object(case), Value::Object(rest)) = (&mut case, rest) {
            case.extend(rest);
        }
        case
    }

    #[test]
    fn cases_are_judged() {
        let check = |pattern: Value, rest: Value, passes: bool| {
            let case = case(pattern, rest);
            assert_eq!(judge(&case).is_ok(), passes, "{case}: {:?}", judge(&case));
        };
        let message = "Event pattern is not valid. Reason: Empty arrays are not allowed";
        let error =
            |code: Value, message: Value| json!({"expected_error": {"code": code, "message": message}});
        check(json!({"a": [1]}), json!({"matches": true}), true);
        check(json!({"a": [1]}), json!({"matches": false}), false);
        check(json!({"a": [2]}), json!({"matches": false}), true);
        check(json!({"a": []}), json!({"matches": false}), false);
        check(json!({"a": []}), error(json!(PatternError::CODE), Value::Null), true);
        check(json!({"a": []}), error(Value::Null, Value::Null), true);
        check(json!({"a": []}), error(json!("Other"), Value::Null), false);
        check(json!({"a": []}), error(json!(PatternError::CODE), json!(message)), false);
        check(json!({"a": [1]}), error(json!(PatternError::CODE), Value::Null), false);
        check(json!({"a": [1]}), json!({}), false);
    }

    #[test]
    fn the_list_of_failing_cases_may_only_shrink() {
        let outcome = |difference: Option<&str>| Outcome {
            features: Vec::new(),
            difference: difference.map(str::to_owned),
        };
        let report = Report {
            cases: BTreeMap::from([
                ("good".to_owned(), outcome(None)),
                ("bad".to_owned(), outcome(Some("other"))),
            ]),
        };
        let check = |listed: &[&str], wrong: usize| {
            let listed = listed.iter().map(|id| (*id).to_owned()).collect();
            assert_eq!(report.against(&listed).len(), wrong, "{listed:?}");
        };
        check(&["bad"], 0);
        check(&[], 1);
        check(&["bad", "good"], 1);
        check(&["bad", "gone"], 1);
        assert_eq!(report.passed(), 1);
    }
}
