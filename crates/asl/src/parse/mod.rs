//! From the text of a definition to a [`Machine`], or to everything that is wrong with it.

mod alone;
mod choices;
mod errors;
mod fields;
mod graph;
mod map;
mod states;

use std::collections::{HashMap, HashSet};

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::json::{self, Kind, Node};
use crate::machine::{Machine, QueryLanguage, Scope, ScopeId, State, StateId};
use fields::Fields;

/// The most problems that are reported of one definition; the service's API stops at the same number.
const MAX_DIAGNOSTICS: usize = 100;

/// The longest name of a state, in characters.
const MAX_NAME: usize = 80;

/// The two kinds of workflow, which allow different integrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkflowType {
    /// Durable, with a history.
    Standard,
    /// Short: no activities, callbacks or job runs.
    Express,
}

/// Parses a definition of a standard workflow.
pub fn parse(text: &str) -> Result<Machine, Vec<Diagnostic>> {
    parse_as(text, WorkflowType::Standard)
}

/// Parses a definition of a workflow of the given type.
pub fn parse_as(text: &str, workflow: WorkflowType) -> Result<Machine, Vec<Diagnostic>> {
    let node = object(text)?;
    machine_of(text, &node, workflow)
}

/// Parses the definition of one state by itself as a machine that has only this state, under `name`.
///
/// Its transitions may lead anywhere: every target stands in the machine as a Succeed state.
pub(crate) fn parse_state(text: &str, name: &str) -> Result<Machine, Vec<Diagnostic>> {
    let state = object(text)?;
    machine_of(text, &alone::machine(state, name), WorkflowType::Standard)
}

/// Reads the JSON object that a definition is.
fn object(text: &str) -> Result<Node, Vec<Diagnostic>> {
    let whole = |code, message: String, location: Option<String>, at: Option<usize>| {
        let span = at.map(|at| span(text, at, at + 1));
        vec![Diagnostic { code, message, location, span, suggestion: None }]
    };
    if text.trim().is_empty() {
        let message = "Definition must be a valid JSON object".to_owned();
        return Err(whole(Code::SchemaValidationFailed, message, None, None));
    }
    let node = match json::read(text) {
        Ok(node) => node,
        Err(error) => {
            let code = if error.too_deep { Code::TooDeeplyNested } else { Code::InvalidJsonDescription };
            let (line, column) = json::line_and_column(text, error.at);
            // The service prints the place as its JSON library does, with the text cut at 500 characters.
            let shown: String = text.chars().take(500).collect();
            let place = format!("[Source: (String)\"{shown}\"; line: {line}, column: {column}]");
            let message = format!("{}\n at {place}", error.message);
            return Err(whole(code, message, Some(place), Some(error.at)));
        }
    };
    if !matches!(node.kind, Kind::Object(_)) {
        let message = "Definition must be a valid JSON object".to_owned();
        return Err(whole(Code::SchemaValidationFailed, message, None, Some(node.start)));
    }
    Ok(node)
}

fn machine_of(text: &str, node: &Node, workflow: WorkflowType) -> Result<Machine, Vec<Diagnostic>> {
    let mut parser = Parser {
        text,
        workflow,
        diagnostics: Vec::new(),
        scopes: Vec::new(),
        states: Vec::new(),
        names: HashMap::new(),
        language: QueryLanguage::JsonPath,
        labels: HashSet::new(),
    };
    let machine = parser.machine(node);
    match machine {
        Some(machine) if parser.diagnostics.is_empty() => Ok(machine),
        _ => Err(parser.diagnostics),
    }
}

fn span(text: &str, start: usize, end: usize) -> Span {
    let (line, column) = json::line_and_column(text, start);
    Span { start, end: end.min(text.len()).max(start), line, column }
}

struct Parser<'a> {
    text: &'a str,
    workflow: WorkflowType,
    diagnostics: Vec<Diagnostic>,
    /// A scope's place is taken before its states are read, so it may still be empty.
    scopes: Vec<Option<Scope>>,
    states: Vec<Option<State>>,
    /// Names of all states; they must be unique in the whole machine.
    names: HashMap<String, String>,
    /// The language of the machine.
    language: QueryLanguage,
    /// Labels of distributed Map states, which must be unique too.
    labels: HashSet<String>,
}

/// What the states of one scope share.
struct ScopeNames {
    ids: HashMap<String, StateId>,
    /// Transitions seen: from, to.
    edges: Vec<(StateId, StateId)>,
    /// States that end the scope.
    terminal: Vec<StateId>,
}

impl Parser<'_> {
    /// Adds a diagnostic unless there are enough; answers it, so that a suggestion can be added.
    fn report(
        &mut self,
        code: Code,
        message: impl Into<String>,
        location: &str,
        start: usize,
        end: usize,
    ) -> Option<&mut Diagnostic> {
        if self.diagnostics.len() >= MAX_DIAGNOSTICS {
            return None;
        }
        let span = Some(span(self.text, start, end));
        let location = Some(location.to_owned());
        self.diagnostics.push(Diagnostic { code, message: message.into(), location, span, suggestion: None });
        self.diagnostics.last_mut()
    }

    fn schema(&mut self, message: impl Into<String>, location: &str, node: &Node) {
        self.report(Code::SchemaValidationFailed, message, location, node.start, node.end);
    }

    fn machine(&mut self, node: &Node) -> Option<Machine> {
        let mut fields = Fields::new(self, node, "")?;
        let comment = fields.text(self, "Comment");
        let version = fields.choice(self, "Version", &["1.0"]);
        let timeout_seconds = fields.integer(self, "TimeoutSeconds", 1, 99_999_999);
        let language = fields.choice(self, "QueryLanguage", &["JSONPath", "JSONata"]);
        if language == Some("JSONata") {
            self.language = QueryLanguage::Jsonata;
        }
        self.scope(&mut fields, "")?;
        fields.finish(self);
        let scopes = std::mem::take(&mut self.scopes).into_iter().collect::<Option<Vec<_>>>()?;
        let states = std::mem::take(&mut self.states).into_iter().collect::<Option<Vec<_>>>()?;
        Some(Machine {
            comment,
            version: version.map(str::to_owned),
            timeout_seconds,
            query_language: self.language,
            scopes,
            states,
        })
    }

    /// Reads `StartAt` and `States`, which machine, branches and item processors have in common.
    fn scope(&mut self, fields: &mut Fields<'_>, location: &str) -> Option<ScopeId> {
        let id = self.scopes.len();
        self.scopes.push(None);
        fields.require(self, &["StartAt", "States"]);
        let start = fields.text_node(self, "StartAt");
        let states = fields.get("States")?;
        let states_location = format!("{location}/States");
        let Kind::Object(members) = &states.kind else {
            self.schema(expected("Object", states), &states_location, states);
            return None;
        };
        if members.is_empty() {
            self.schema("Value cannot be empty", &states_location, states);
        }
        let mut names = ScopeNames { ids: HashMap::new(), edges: Vec::new(), terminal: Vec::new() };
        let first = self.states.len();
        for (i, member) in members.iter().enumerate() {
            self.states.push(None);
            let place = format!("{states_location}/{}", member.key);
            let length = member.key.chars().count();
            if length == 0 || length > MAX_NAME {
                let message = format!("A state's name must have 1 to {MAX_NAME} characters");
                self.report(Code::InvalidStateName, message, &place, member.key_start, member.key_end);
            }
            if self.names.insert(member.key.clone(), place.clone()).is_some() {
                let message = format!("Duplicate state name: {}", member.key);
                self.report(Code::DuplicateStateName, message, &place, member.key_start, member.key_end);
            }
            names.ids.insert(member.key.clone(), first + i);
        }
        for (i, member) in members.iter().enumerate() {
            let place = format!("{states_location}/{}", member.key);
            let state = self.state(&member.key, &member.value, &place, first + i, &mut names);
            self.states[first + i] = state;
        }
        let start_at = match start {
            None => None,
            Some((name, node)) => match names.ids.get(name) {
                Some(start) => Some(*start),
                None => {
                    self.missing_target(name, &format!("{location}/StartAt"), node, &names);
                    None
                }
            },
        };
        self.check_graph(members, &states_location, first, start_at, &names, location);
        let states = (first..first + members.len()).collect();
        self.scopes[id] =
            start_at.map(|start_at| Scope { start_at, states, names: names.ids, timeout_seconds: None });
        Some(id)
    }
}

/// The message for a value of the wrong type.
fn expected(type_name: &str, found: &Node) -> String {
    format!("Expected value of type {type_name}, but found {}", found.type_name())
}

#[cfg(test)]
mod tests;
