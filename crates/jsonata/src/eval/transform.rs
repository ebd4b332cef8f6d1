//! `|pattern|update, delete|`: a copy in which the objects that a pattern finds are changed.
//!
//! The copy is made of new objects, so that an object is known by its address; what is to be changed is
//! gathered by address and put in place when the copy is read.

use std::collections::HashMap;
use std::rc::Rc;

use super::environment::Env;
use super::{Machine, R};
use crate::error::{Fault, fault};
use crate::functions::text::json_text;
use crate::syntax::ast::{Kind, NodeId};
use crate::value::{Members, V};

/// Changed members by the address of the object.
type Changes<'e> = HashMap<usize, Members<'e>>;

impl<'e> Machine<'e> {
    #[inline(never)]
    pub(super) fn transform(&mut self, definition: NodeId, subject: &V<'e>, env: &Env<'e>) -> R<'e> {
        let Kind::Transform { pattern, update, delete } = self.ast.node(definition).kind else {
            return Ok(V::Undef);
        };
        if subject.is_undef() {
            return Ok(V::Undef);
        }
        let copy = self.copy(subject)?;
        let mut changes = Changes::new();
        let found = self.eval(pattern, &copy, env)?;
        let matches = if found.is_undef() { Vec::new() } else { found.to_items() };
        for object in matches {
            self.tick()?;
            let current = if changes.is_empty() { object.clone() } else { self.changed(&object, &changes)? };
            let update_at = self.ast.node(update).at as usize;
            // What is stored keeps the objects inside of it, which may be changed too, by their addresses.
            let address = address_of(&object);
            let known = address.and_then(|address| changes.get(&address));
            let mut members = known.cloned().unwrap_or_else(|| object.members());
            let updated = self.eval(update, &current, env)?;
            if updated.is_object() {
                self.spend(members.len() / 4)?;
                updated.each_member(|key, value| {
                    members.set(key, value);
                    Ok::<(), Fault>(())
                })?;
            } else if !updated.is_undef() {
                return Err(fault("T2011", update_at, &[&json_text(&updated)]));
            }
            if let Some(delete) = delete {
                let current = match address {
                    Some(_) => V::object(members.clone()),
                    None => current,
                };
                let names = self.eval(delete, &current, env)?;
                for name in if names.is_undef() { Vec::new() } else { names.to_items() } {
                    let Some(name) = name.as_str() else {
                        let at = self.ast.node(delete).at as usize;
                        return Err(fault("T2012", at, &[&json_text(&names)]));
                    };
                    self.spend(members.len() / 4)?;
                    members.remove(name);
                }
            }
            if let Some(address) = address {
                changes.insert(address, members);
            }
        }
        self.changed(&copy, &changes)
    }

    /// A copy in which every object is one of its own.
    fn copy(&mut self, value: &V<'e>) -> R<'e> {
        self.tick()?;
        if value.is_array() {
            let mut items = Vec::with_capacity(value.len());
            for item in value.items() {
                items.push(self.copy(&item)?);
            }
            return Ok(V::array(items));
        }
        if !value.is_object() {
            return Ok(value.clone());
        }
        let mut members = Members::default();
        value.each_member(|key, member| {
            members.set(key, self.copy(&member)?);
            Ok::<(), Fault>(())
        })?;
        Ok(V::object(members))
    }

    /// The value with the changes to its objects.
    fn changed(&mut self, value: &V<'e>, changes: &Changes<'e>) -> R<'e> {
        self.tick()?;
        if value.is_array() {
            let mut items = Vec::with_capacity(value.len());
            for item in value.items() {
                items.push(self.changed(&item, changes)?);
            }
            return self.shallow(V::array(items));
        }
        let V::Obj(object) = value else { return Ok(value.clone()) };
        let known = address_of(value).and_then(|address| changes.get(&address));
        let mut members = known.cloned().unwrap_or_else(|| object.members.clone());
        for at in 0..members.len() {
            let member = members.entry(at).1.clone();
            if member.is_array() || member.is_object() {
                *members.entry_mut(at) = self.changed(&member, changes)?;
            }
        }
        self.shallow(V::object(members))
    }
}

fn address_of(value: &V<'_>) -> Option<usize> {
    match value {
        V::Obj(object) => Some(Rc::as_ptr(object) as usize),
        _ => None,
    }
}
