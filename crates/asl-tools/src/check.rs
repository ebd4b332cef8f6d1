//! Finds what is wrong with a definition and where it was written.

use std::ops::Range;

use lirio_asl::machine::Machine;
use lirio_asl::{Code, Diagnostic, WorkflowType, locate_key, locate_value, parse_as};
use serde_json::{Value, json};

use crate::snippet;
use crate::source::Source;

/// The most problems that the parser reports of one definition.
const MAX_PROBLEMS: usize = 100;

/// What a check found.
#[derive(Debug)]
pub struct Checked {
    /// The machine, if nothing is wrong and nothing is open.
    pub machine: Option<Machine>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What is right but does not run on this platform.
    pub notes: Vec<Problem>,
    /// How many problems lie in a text with an unknown variable, and so may be none.
    pub open: usize,
}

/// One problem and its place in the text as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What the parser found; its span counts in the text with the values of variables.
    pub diagnostic: Diagnostic,
    /// The bytes of the written text.
    pub place: Option<Range<usize>>,
}

/// Checks a definition.
pub fn check(source: &Source, workflow: WorkflowType) -> Checked {
    let found = match parse_as(source.definition(), workflow) {
        Ok(machine) => {
            return Checked { machine: Some(machine), problems: Vec::new(), notes: Vec::new(), open: 0 };
        }
        Err(found) => found,
    };
    let mut checked = Checked { machine: None, problems: Vec::new(), notes: Vec::new(), open: 0 };
    for diagnostic in found {
        let place = diagnostic.span.map(|span| source.place(span.start..span.end));
        if place.as_ref().is_some_and(|place| source.is_open(place)) {
            checked.open += 1;
        } else {
            checked.problems.push(Problem { diagnostic, place });
        }
    }
    checked
}

impl Checked {
    /// Adds what somebody else found, who knows only its location, or the location of the `member`
    /// whose name is wrong. What is not served here is a note: the definition may be for AWS.
    pub fn add(&mut self, source: &Source, diagnostic: Diagnostic, member: Option<&str>) {
        if self.problems.len() + self.notes.len() >= MAX_PROBLEMS {
            return;
        }
        let text = source.definition();
        let span = match member {
            Some(member) => locate_key(text, member),
            None => diagnostic.location.as_deref().and_then(|location| locate_value(text, location)),
        };
        let place = span.map(|span| source.place(span));
        if place.as_ref().is_some_and(|place| source.is_open(place)) {
            return;
        }
        let served = diagnostic.code != Code::NotSupportedYet;
        let list = if served { &mut self.problems } else { &mut self.notes };
        list.push(Problem { diagnostic, place });
    }

    /// What a person reads: every problem in the text, notes, and a summary.
    pub fn text(&self, source: &Source) -> String {
        let mut text = String::new();
        for problem in &self.problems {
            text.push_str(&snippet::show(source, problem));
            text.push('\n');
        }
        for note in &self.notes {
            let (line, column) =
                note.place.as_ref().map_or((1, 1), |at| snippet::line_and_column(source.written(), at.start));
            text.push_str(&format!(
                "note: {}:{line}:{column}: {}\n",
                snippet::printable(source.name()),
                snippet::printable(&note.diagnostic.message)
            ));
        }
        for name in source.unknown_variables() {
            text.push_str(&format!(
                "note: ${{{}}} is not known and was left as it is\n",
                snippet::printable(name)
            ));
        }
        let name = snippet::printable(source.name());
        text + &match (&self.machine, self.problems.len()) {
            (Some(machine), 0) => {
                format!("{name}: no problems in {}\n", plural(machine.states.len(), "state"))
            }
            (None, 0) => {
                format!("{name}: no problems, but {} with unknown variables\n", plural(self.open, "place"))
            }
            (_, MAX_PROBLEMS..) => format!("{name}: {MAX_PROBLEMS} problems or more\n"),
            (_, problems) => format!("{name}: {}\n", plural(problems, "problem")),
        }
    }

    /// What a program reads: the answer of `ValidateStateMachineDefinition`, with places in the text.
    pub fn json(&self, source: &Source) -> Value {
        let problems = self.problems.iter().map(|problem| problem.json(source, "ERROR"));
        let notes = self.notes.iter().map(|note| note.json(source, "WARNING"));
        let diagnostics: Vec<Value> = problems.chain(notes).collect();
        json!({
            "result": if self.problems.is_empty() { "OK" } else { "FAIL" },
            "diagnostics": diagnostics,
            "truncated": self.problems.len() + self.open >= MAX_PROBLEMS,
            "unknownVariables": source.unknown_variables(),
        })
    }
}

impl Problem {
    fn json(&self, source: &Source, severity: &str) -> Value {
        let diagnostic = &self.diagnostic;
        let mut shown =
            json!({"severity": severity, "code": diagnostic.code.as_str(), "message": diagnostic.message});
        if let Some(location) = &diagnostic.location {
            shown["location"] = location.clone().into();
        }
        if let Some(place) = &self.place {
            let (line, column) = snippet::line_and_column(source.written(), place.start);
            shown["span"] = json!({"start": place.start, "end": place.end, "line": line, "column": column});
        }
        if let Some(suggestion) = &diagnostic.suggestion {
            shown["suggestion"] = suggestion.clone().into();
        }
        shown
    }
}

pub(crate) fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
