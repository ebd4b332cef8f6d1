//! `{...}`: objects, and items grouped by the keys that they give.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::environment::Env;
use super::path::tuple_env;
use super::{Machine, R};
use crate::error::{Fault, fault, quoted};
use crate::functions::text::json_text;
use crate::syntax::ast::{Node, NodeId};
use crate::value::{Bound, Key, Members, Tuple, V};

/// The items that gave one key.
struct Group<'e> {
    key: Key<'e>,
    pair: usize,
    items: Vec<Tuple<'e>>,
}

#[derive(Default)]
struct Groups<'e> {
    groups: Vec<Group<'e>>,
    index: BTreeMap<Key<'e>, usize>,
}

impl<'e> Machine<'e> {
    #[inline(never)]
    pub(super) fn make_object(
        &mut self,
        node: &'e Node,
        pairs: &'e [(NodeId, NodeId)],
        input: &V<'e>,
        env: &Env<'e>,
    ) -> R<'e> {
        if input.is_array() {
            return self.group(pairs, input.clone(), env, node.at as usize);
        }
        // One item: every key has its own value, so nothing is to be gathered.
        let mut members = Members::default();
        let mut keys = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            if let Some(key) = self.key(*key, input, env, node.at as usize)? {
                keys.push((key, *value));
            }
        }
        if let Some(twice) = repeated(&keys) {
            return Err(fault("D1009", node.at as usize, &[&quoted(twice)]));
        }
        for (key, value) in keys {
            let value = self.eval(value, input, env)?;
            if !value.is_undef() {
                members.set(key, value);
            }
        }
        self.shallow(V::object(members))
    }

    fn key(
        &mut self,
        key: NodeId,
        input: &V<'e>,
        env: &Env<'e>,
        at: usize,
    ) -> Result<Option<Key<'e>>, Fault> {
        let key = self.eval(key, input, env)?;
        if key.is_undef() {
            return Ok(None);
        }
        match key.as_key() {
            Some(key) => Ok(Some(key)),
            None => Err(fault("T1003", at, &[&json_text(&key)])),
        }
    }

    #[inline(never)]
    pub(super) fn group(
        &mut self,
        pairs: &'e [(NodeId, NodeId)],
        subject: V<'e>,
        env: &Env<'e>,
        at: usize,
    ) -> R<'e> {
        let bound = matches!(subject, V::Tuples(_));
        let mut items = match subject {
            V::Tuples(tuples) => Rc::try_unwrap(tuples).unwrap_or_else(|shared| (*shared).clone()),
            other => {
                let plain = |value| Tuple { value, bound: Bound::new() };
                other.to_items().into_iter().map(plain).collect()
            }
        };
        if items.is_empty() {
            items.push(Tuple { value: V::Undef, bound: Bound::new() });
        }
        let mut found = Groups::default();
        for item in items {
            let inner = if bound { tuple_env(env, &item.bound) } else { env.clone() };
            for (pair, (key, _)) in pairs.iter().enumerate() {
                let Some(key) = self.key(*key, &item.value, &inner, at)? else { continue };
                self.spend(12)?;
                match found.index.get(&*key) {
                    Some(place) if found.groups[*place].pair != pair => {
                        return Err(fault("D1009", at, &[&quoted(&key)]));
                    }
                    Some(place) => found.groups[*place].items.push(item.clone()),
                    None => {
                        found.index.insert(key.clone(), found.groups.len());
                        found.groups.push(Group { key, pair, items: vec![item.clone()] });
                    }
                }
            }
        }
        let mut members = Members::default();
        for group in found.groups {
            let (context, bindings) = self.gather(group.items)?;
            let inner = if bound { tuple_env(env, &bindings) } else { env.clone() };
            let value = self.eval(pairs[group.pair].1, &context, &inner)?;
            if !value.is_undef() {
                members.set(group.key, value);
            }
        }
        self.shallow(V::object(members))
    }

    /// All items of a group as one context, and all their bindings.
    fn gather(&mut self, items: Vec<Tuple<'e>>) -> Result<(V<'e>, Bound<'e>), Fault> {
        let mut items = items.into_iter();
        let Some(first) = items.next() else { return Ok((V::Undef, Bound::new())) };
        if items.len() == 0 {
            return Ok((first.value, first.bound));
        }
        let mut values = Vec::new();
        let mut bindings: Vec<(u32, Vec<V<'e>>)> = Vec::new();
        for item in std::iter::once(first).chain(items) {
            let before = values.len();
            item.value.flatten_into(&mut values);
            self.grown(before, values.len())?;
            for (symbol, value) in item.bound {
                let place = match bindings.iter().position(|(known, _)| *known == symbol) {
                    Some(place) => place,
                    None => {
                        bindings.push((symbol, Vec::new()));
                        bindings.len() - 1
                    }
                };
                value.flatten_into(&mut bindings[place].1);
            }
        }
        let bound = bindings.into_iter().map(|(symbol, values)| (symbol, V::seq(values))).collect();
        Ok((V::seq(values), bound))
    }
}

/// A key that there is twice.
fn repeated<'k>(keys: &'k [(Key<'_>, NodeId)]) -> Option<&'k str> {
    if keys.len() <= 8 {
        let mut places = keys.iter().enumerate();
        let twice = places.find(|(place, (key, _))| keys[..*place].iter().any(|(known, _)| known == key));
        return twice.map(|(_, (key, _))| &**key);
    }
    let mut seen = BTreeSet::new();
    keys.iter().map(|(key, _)| &**key).find(|key| !seen.insert(*key))
}
