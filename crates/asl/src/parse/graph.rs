//! Transitions: that each leads somewhere, that each state can be reached, and that there is an end.

use super::{Parser, ScopeNames};
use crate::diagnostic::{Code, Diagnostic, nearest};
use crate::json::{Member, Node};
use crate::machine::StateId;

impl Parser<'_> {
    /// The service says `Next` here whatever the field is called.
    pub(super) fn missing_target(&mut self, name: &str, location: &str, node: &Node, names: &ScopeNames) {
        let message = format!("Missing 'Next' target: {name}");
        let report = self.report(Code::MissingTransitionTarget, message, location, node.start, node.end);
        if let Some(report) = report {
            report.suggestion = nearest(name, names.ids.keys().map(String::as_str));
        }
    }

    /// Follows a transition from `state` to the state named `target`.
    pub(super) fn transition(
        &mut self,
        state: StateId,
        target: &str,
        location: &str,
        node: &Node,
        names: &mut ScopeNames,
    ) -> Option<StateId> {
        let Some(id) = names.ids.get(target).copied() else {
            self.missing_target(target, location, node, names);
            return None;
        };
        names.edges.push((state, id));
        Some(id)
    }

    pub(super) fn check_graph(
        &mut self,
        members: &[Member],
        states_location: &str,
        first: StateId,
        start: Option<StateId>,
        names: &ScopeNames,
        location: &str,
    ) {
        // Once a field is wrong, transitions may be missing for that reason alone.
        if self.diagnostics.iter().any(|d| d.code != Code::MissingTransitionTarget) {
            return;
        }
        if names.terminal.is_empty() {
            self.diagnostics.push(Diagnostic {
                code: Code::MissingEndState,
                message: "Workflow has no terminal state".to_owned(),
                location: (!location.is_empty()).then(|| location.to_owned()),
                span: None,
                suggestion: None,
            });
            return;
        }
        let mut targets: Vec<Vec<StateId>> = vec![Vec::new(); members.len()];
        for (from, to) in &names.edges {
            targets[from - first].push(*to);
        }
        let mut reached = vec![false; members.len()];
        let mut open: Vec<StateId> = start.into_iter().collect();
        while let Some(state) = open.pop() {
            if !std::mem::replace(&mut reached[state - first], true) {
                open.append(&mut targets[state - first]);
            }
        }
        for (member, reached) in members.iter().zip(reached) {
            if !reached {
                let message = format!("State \"{}\" is not reachable.", member.key);
                let place = format!("{states_location}/{}", member.key);
                self.report(Code::MissingTransitionTarget, message, &place, member.key_start, member.key_end);
            }
        }
    }
}
