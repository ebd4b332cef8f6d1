//! Order: `^(...)`, and the stable merge sort that `$sort` uses too.

use std::cmp::Ordering;
use std::rc::Rc;

use super::environment::Env;
use super::path::tuple_env;
use super::{Machine, R};
use crate::error::{Fault, fault};
use crate::functions::text::json_text;
use crate::syntax::ast::NodeId;
use crate::value::{Tuple, V, compare_text};

impl<'e> Machine<'e> {
    /// Sorts by terms. A term is computed once for each item, and only when it decides.
    #[inline(never)]
    pub(super) fn sort(
        &mut self,
        terms: &'e [(NodeId, bool)],
        subject: V<'e>,
        env: &Env<'e>,
        at: usize,
    ) -> R<'e> {
        let bound = match &subject {
            V::Tuples(tuples) => Some(Rc::clone(tuples)),
            _ => None,
        };
        let tuples: Vec<Tuple<'e>> = match &bound {
            Some(tuples) => (**tuples).clone(),
            None => subject.to_items().into_iter().map(|value| Tuple { value, bound: Vec::new() }).collect(),
        };
        self.reserve_items(tuples.len() * (2 + terms.len()))?;
        if tuples.len() < 2 {
            return Ok(subject);
        }
        let mut keys: Vec<Vec<Option<V<'e>>>> = vec![vec![None; terms.len()]; tuples.len()];
        let order = self.merge_sort(tuples.len(), |machine, left, right| {
            for (place, (term, descending)) in terms.iter().enumerate() {
                for item in [left, right] {
                    if keys[item][place].is_none() {
                        let inner = tuple_env(env, &tuples[item].bound);
                        keys[item][place] = Some(machine.eval(*term, &tuples[item].value, &inner)?);
                    }
                }
                let (Some(first), Some(second)) = (&keys[left][place], &keys[right][place]) else { continue };
                let order = order_of(first, second, at)?;
                if order != Ordering::Equal {
                    // What has no value comes last either way.
                    let missing = first.is_undef() || second.is_undef();
                    return Ok(
                        if *descending && !missing { order.reverse() } else { order } == Ordering::Greater
                    );
                }
            }
            Ok(false)
        })?;
        Ok(match bound {
            Some(tuples) => V::Tuples(Rc::new(order.into_iter().map(|item| tuples[item].clone()).collect())),
            None => V::array(order.into_iter().map(|item| tuples[item].value.clone()).collect()),
        })
    }

    /// A stable order of so many items; `after` tells whether the first comes after the second.
    pub(crate) fn merge_sort(
        &mut self,
        count: usize,
        mut after: impl FnMut(&mut Self, usize, usize) -> Result<bool, Fault>,
    ) -> Result<Vec<usize>, Fault> {
        let mut order: Vec<usize> = (0..count).collect();
        let mut merged = Vec::with_capacity(count);
        let mut width = 1;
        while width < count {
            merged.clear();
            for start in (0..count).step_by(width * 2) {
                let middle = (start + width).min(count);
                let end = (start + width * 2).min(count);
                let (mut left, mut right) = (start, middle);
                while left < middle && right < end {
                    self.tick()?;
                    if after(self, order[left], order[right])? {
                        merged.push(order[right]);
                        right += 1;
                    } else {
                        merged.push(order[left]);
                        left += 1;
                    }
                }
                merged.extend_from_slice(&order[left..middle]);
                merged.extend_from_slice(&order[right..end]);
            }
            std::mem::swap(&mut order, &mut merged);
            width *= 2;
        }
        Ok(order)
    }
}

fn order_of(left: &V<'_>, right: &V<'_>, at: usize) -> Result<Ordering, Fault> {
    match (left.is_undef(), right.is_undef()) {
        (true, true) => return Ok(Ordering::Equal),
        (true, false) => return Ok(Ordering::Greater),
        (false, true) => return Ok(Ordering::Less),
        (false, false) => {}
    }
    let sortable = |value: &V<'_>| matches!(value, V::Num(_)) || value.as_str().is_some();
    if !sortable(left) || !sortable(right) {
        return Err(fault("T2008", at, &[]));
    }
    if let (V::Num(left), V::Num(right)) = (left, right) {
        return Ok(left.partial_cmp(right).unwrap_or(Ordering::Equal));
    }
    match (left.as_str(), right.as_str()) {
        (Some(left), Some(right)) => Ok(compare_text(left, right)),
        _ => Err(fault("T2007", at, &[&json_text(left), &json_text(right)])),
    }
}
