//! Arrays.

use std::collections::HashMap;

use super::argument;
use crate::error::{Fault, UNPLACED, fault};
use crate::eval::{Machine, R};
use crate::value::{V, compare_text};

pub(super) fn count<'e>(_: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    Ok(V::Num(arguments[0].len() as f64))
}

pub(super) fn append<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let first = argument(&mut arguments, 0);
    let second = argument(&mut arguments, 1);
    if first.is_undef() {
        return Ok(second);
    }
    if second.is_undef() {
        return Ok(first);
    }
    machine.reserve_items(first.len() + second.len() + 2)?;
    let mut items = first.to_items();
    second.flatten_into(&mut items);
    machine.shallow(V::array(items))
}

pub(super) fn reverse<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    if array.is_undef() || array.len() < 2 {
        return Ok(array);
    }
    machine.reserve_items(array.len())?;
    let mut items = array.to_items();
    items.reverse();
    Ok(V::array(items))
}

pub(super) fn zip<'e>(machine: &mut Machine<'e>, arguments: Vec<V<'e>>) -> R<'e> {
    let length = arguments.iter().map(V::len).min().unwrap_or(0);
    machine.reserve_items(length.saturating_mul(arguments.len() + 4))?;
    let rows = (0..length).map(|row| V::array(arguments.iter().map(|array| array.item(row)).collect()));
    let rows = rows.collect();
    machine.shallow(V::array(rows))
}

pub(super) fn shuffle<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    if array.is_undef() || array.len() < 2 {
        return Ok(array);
    }
    machine.reserve_items(array.len() * 2)?;
    let mut items = array.to_items();
    for last in (1..items.len()).rev() {
        let chosen = machine.random() % (last as u64 + 1);
        items.swap(last, usize::try_from(chosen).unwrap_or(last));
    }
    Ok(V::array(items))
}

/// A hash that is equal for equal values, so that only few are compared in depth.
fn rough_hash(value: &V<'_>, depth: u32) -> u64 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    match value {
        V::Num(number) => mix(1, if *number == 0.0 { 0 } else { number.to_bits() }),
        V::Bool(value) => mix(2, u64::from(*value)),
        V::Null => 3,
        V::Undef | V::Func(_) | V::Tuples(_) => 4,
        V::Str(_) | V::Text(_) => value
            .as_str()
            .unwrap_or_default()
            .bytes()
            .take(256)
            .fold(5, |hash, byte| mix(hash, u64::from(byte))),
        _ if depth == 0 => 6,
        V::List(_) | V::Arr(_) => {
            let begin = mix(7, value.len() as u64);
            value.items().take(8).fold(begin, |hash, item| mix(hash, rough_hash(&item, depth - 1)))
        }
        V::Map(_) | V::Obj(_) => {
            if value.member_count() > 16 {
                return mix(8, value.member_count() as u64);
            }
            let mut hash = 8_u64;
            let _ = value.each_member(|key, member| {
                // Members may come in any order.
                let key = key.bytes().fold(9, |hash, byte| mix(hash, u64::from(byte)));
                hash = hash.wrapping_add(mix(key, rough_hash(&member, depth - 1)));
                Ok::<(), ()>(())
            });
            hash
        }
    }
}

pub(super) fn distinct<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    if !array.is_array() || array.len() < 2 {
        return Ok(array);
    }
    let mut kept: Vec<V<'e>> = Vec::new();
    let mut known: HashMap<u64, Vec<usize>> = HashMap::new();
    for item in array.items() {
        machine.spend(10)?;
        let same = known.entry(rough_hash(&item, 3)).or_default();
        let mut new = true;
        for at in same.iter() {
            if machine.equal(&kept[*at], &item)? {
                new = false;
                break;
            }
        }
        if new {
            same.push(kept.len());
            kept.push(item);
        }
    }
    machine.reserve_items(kept.len())?;
    Ok(if array.is_seq() { V::seq(kept) } else { V::array(kept) })
}

pub(super) fn sort<'e>(machine: &mut Machine<'e>, mut arguments: Vec<V<'e>>) -> R<'e> {
    let array = argument(&mut arguments, 0);
    if array.is_undef() || array.len() < 2 {
        return Ok(array);
    }
    machine.reserve_items(array.len() * 2)?;
    let items = array.to_items();
    let comparator = argument(&mut arguments, 1);
    let order = if comparator.is_undef() {
        let numbers = items.iter().all(|item| matches!(item, V::Num(_)));
        if !numbers && !items.iter().all(|item| item.as_str().is_some()) {
            return Err(fault("D3070", UNPLACED, &[]));
        }
        machine.merge_sort(items.len(), |_, left, right| {
            Ok::<bool, Fault>(match (&items[left], &items[right]) {
                (V::Num(left), V::Num(right)) => left > right,
                (left, right) => {
                    let (left, right) =
                        (left.as_str().unwrap_or_default(), right.as_str().unwrap_or_default());
                    compare_text(left, right).is_gt()
                }
            })
        })?
    } else {
        machine.merge_sort(items.len(), |machine, left, right| {
            let answer = machine.call_back(&comparator, vec![items[left].clone(), items[right].clone()])?;
            Ok(answer.truth_of_script())
        })?
    };
    Ok(V::array(order.into_iter().map(|at| items[at].clone()).collect()))
}

impl V<'_> {
    /// Whether JavaScript takes the value for true: arrays and objects always are.
    pub(crate) fn truth_of_script(&self) -> bool {
        match self {
            V::List(_) | V::Arr(_) | V::Map(_) | V::Obj(_) | V::Func(_) => true,
            other => other.truth(),
        }
    }
}
