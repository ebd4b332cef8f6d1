//! The variables that an expression reads without binding them.
//!
//! The parser reports names in the order of the text, which is the order of evaluation.

use std::collections::HashMap;

use super::ast::{Ast, Kind, NodeId, Symbol};
use crate::Reference;

#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// For each scope the symbols it binds; what is bound outside of all scopes stays bound.
    bound: Vec<Vec<Symbol>>,
    /// How many scopes bind a symbol.
    counts: HashMap<Symbol, u32>,
    /// Nodes that read, with the symbol (none is `$`) and the offset.
    reads: Vec<(NodeId, Option<Symbol>, usize)>,
    /// How many constructs around give `$` a value.
    contexts: u32,
}

impl Scopes {
    pub(super) fn enter(&mut self) {
        self.bound.push(Vec::new());
    }

    pub(super) fn leave(&mut self) {
        for symbol in self.bound.pop().unwrap_or_default() {
            if let Some(count) = self.counts.get_mut(&symbol) {
                *count -= 1;
            }
        }
    }

    /// Leaves a scope that turned out to be none: its bindings belong to the one around it.
    pub(super) fn leave_keeping(&mut self) {
        let inner = self.bound.pop().unwrap_or_default();
        if let Some(around) = self.bound.last_mut() {
            around.extend(inner);
        }
    }

    pub(super) fn enter_context(&mut self) {
        self.contexts += 1;
    }

    pub(super) fn leave_context(&mut self) {
        self.contexts -= 1;
    }

    pub(super) fn bind(&mut self, symbol: Symbol) {
        *self.counts.entry(symbol).or_default() += 1;
        if let Some(scope) = self.bound.last_mut() {
            scope.push(symbol);
        }
    }

    pub(super) fn read(&mut self, node: NodeId, symbol: Symbol, at: usize) {
        if self.counts.get(&symbol).is_none_or(|count| *count == 0) {
            self.reads.push((node, Some(symbol), at));
        }
    }

    pub(super) fn context(&mut self, node: NodeId, at: usize) {
        if self.contexts == 0 {
            self.reads.push((node, None, at));
        }
    }

    /// The node is bound, not read.
    pub(super) fn unread(&mut self, node: NodeId) {
        if let Some(place) = self.reads.iter().rposition(|(read, ..)| *read == node) {
            self.reads.remove(place);
        }
    }

    /// The free variables, without built-in functions, with the names that follow.
    pub(super) fn finish(&self, ast: &Ast) -> Vec<Reference> {
        let mut fields: HashMap<NodeId, Vec<String>> = HashMap::new();
        for node in &ast.nodes {
            let Kind::Path { steps, .. } = &node.kind else { continue };
            let Some((first, rest)) = steps.split_first() else { continue };
            if !ends_here(ast, *first) {
                let mut names = Vec::new();
                for step in rest {
                    let Kind::Name(name) = &ast.node(*step).kind else { break };
                    names.push(name.to_string());
                    if ends_here(ast, *step) {
                        break;
                    }
                }
                fields.insert(*first, names);
            }
        }
        let shown = self.reads.iter().filter_map(|(node, symbol, at)| {
            let variable = match symbol {
                Some(symbol) if ast.symbols[*symbol as usize].1.is_some() => return None,
                Some(symbol) => ast.name(*symbol).to_owned(),
                None => String::new(),
            };
            Some(Reference { variable, fields: fields.remove(node).unwrap_or_default(), at: *at })
        });
        shown.collect()
    }
}

/// Whether names after this step are no longer fields of one constant path.
fn ends_here(ast: &Ast, step: NodeId) -> bool {
    let extra = ast.node(step).extra();
    !extra.stages.is_empty() || !extra.predicates.is_empty() || extra.focus.is_some() || extra.index.is_some()
}
