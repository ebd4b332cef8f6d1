//! `%`: which step of which path remembers the value that is meant.
//!
//! A `%` asks for what the step one to the left was applied to; each further `%` goes one step more. The
//! search runs while the tree is built: a node carries the slots that nothing in it has answered yet.

use super::ast::{Kind, NodeId, Slot};
use super::parser::Parser;
use crate::error::{Fault, fault};

/// How many steps may be asked for the values of all `%`.
const ASKED: u32 = 100_000;

impl Parser<'_> {
    /// A new `%`.
    pub(super) fn parent(&mut self, at: usize) -> NodeId {
        let slot = self.ast.slots.len();
        let label = self.hidden_symbol("%");
        self.ast.slots.push(Slot { label, level: 1 });
        self.add(Kind::Parent(slot), at)
    }

    /// What is asked inside of `part` is asked by `whole`.
    pub(super) fn seek_in(&mut self, whole: NodeId, part: NodeId) {
        let mut slots = match &mut self.ast.nodes[part as usize].extra {
            Some(extra) => std::mem::take(&mut extra.seeking),
            None => Vec::new(),
        };
        if let Kind::Parent(slot) = self.ast.node(part).kind {
            slots.push(slot);
        }
        if slots.is_empty() {
            return;
        }
        let known = &mut self.ast.nodes[whole as usize].extra_mut().seeking;
        // The first part of a chain is the long one; it moves as a whole.
        if known.is_empty() {
            *known = slots;
        } else {
            known.append(&mut slots);
        }
    }

    fn asked(&self, id: NodeId) -> Vec<usize> {
        let node = self.ast.node(id);
        let mut slots = node.extra().seeking.clone();
        if let Kind::Parent(slot) = node.kind {
            slots.push(slot);
        }
        slots
    }

    /// Answers what the last step of a path asks by the steps before it.
    pub(super) fn resolve_last_step(&mut self, path: NodeId) -> Result<(), Fault> {
        let steps = self.steps(path).len();
        let Some(last) = self.steps(path).last().copied() else { return Ok(()) };
        for slot in self.asked(last) {
            let mut before = steps - 1;
            while self.ast.slots[slot].level > 0 {
                if before == 0 {
                    self.ast.nodes[path as usize].extra_mut().seeking.push(slot);
                    break;
                }
                before -= 1;
                // Steps that bind their focus go on from the same value: only the first one counts.
                while before > 0 && self.has_focus(path, before) && self.has_focus(path, before - 1) {
                    before -= 1;
                }
                let step = self.steps(path)[before];
                self.seek(step, slot)?;
            }
        }
        Ok(())
    }

    fn has_focus(&self, path: NodeId, step: usize) -> bool {
        self.ast.node(self.steps(path)[step]).extra().focus.is_some()
    }

    /// One step to the left: `step` answers, or passes the question on.
    pub(super) fn seek(&mut self, step: NodeId, slot: usize) -> Result<(), Fault> {
        self.asked += 1;
        if self.asked > ASKED {
            return Err(fault("D1012", self.ast.node(step).at as usize, &[&ASKED.to_string()]));
        }
        let mut next = Some(step);
        // A block asks its last expression, which may be a block: a loop, not recursion.
        while let Some(id) = next.take() {
            match &self.ast.node(id).kind {
                Kind::Name(_) | Kind::Wildcard => {
                    self.ast.slots[slot].level -= 1;
                    if self.ast.slots[slot].level == 0 {
                        let extra = self.ast.nodes[id as usize].extra_mut();
                        extra.tuple = true;
                        match extra.ancestor {
                            Some(known) => self.ast.slots[slot].label = self.ast.slots[known].label,
                            None => extra.ancestor = Some(slot),
                        }
                    }
                }
                Kind::Parent(_) => self.ast.slots[slot].level += 1,
                Kind::Block(parts) => {
                    if let Some(last) = parts.last().copied() {
                        self.ast.nodes[id as usize].extra_mut().tuple = true;
                        next = Some(last);
                    }
                }
                Kind::Path { steps, .. } => {
                    let steps = steps.clone();
                    self.ast.nodes[id as usize].extra_mut().tuple = true;
                    for (place, step) in steps.iter().rev().enumerate() {
                        if place > 0 && self.ast.slots[slot].level <= 0 {
                            break;
                        }
                        if matches!(self.ast.node(*step).kind, Kind::Block(_)) && place + 1 == steps.len() {
                            next = Some(*step);
                            break;
                        }
                        self.seek(*step, slot)?;
                    }
                }
                _ => return Err(fault("S0217", self.ast.node(id).at as usize, &[])),
            }
        }
        Ok(())
    }
}
