//! Ranges of numbers, and which of them a number lies in.
//!
//! Numbers are 64-bit integers here (`Number::order`). Think of the tree that halves all integers 64 times.
//! A range lies at the one place of it where its ends go different ways; so at each place the ranges go up to its
//! middle and beyond. On the way down to a number, 64 places are passed at most. At each, the number lies in one half,
//! and a range of this place holds it exactly if the range's end in this half lies beyond it. Sorted by their ends,
//! those ranges come first, and nothing else is looked at.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::tree::NodeId;
use crate::values::Range;

/// A place of the tree: the number of the bit that is decided there, and the bits before it.
type Place = (u8, u64);

#[derive(Debug, Default)]
struct Here {
    by_low: BTreeSet<(u64, NodeId)>,
    by_high: BTreeSet<(u64, NodeId)>,
}

/// Ranges with nodes.
#[derive(Debug, Default)]
pub(crate) struct Ranges {
    nodes: HashMap<Range, NodeId>,
    places: HashMap<Place, Here>,
    /// How many places there are for each bit.
    levels: BTreeMap<u8, usize>,
}

/// Where a range lies; none if it is empty. One number lies at the last bit.
fn place_of(range: Range) -> Option<Place> {
    if range.low > range.high {
        return None;
    }
    let bit = (range.low ^ range.high).checked_ilog2().unwrap_or(0) as u8;
    Some(place_at(bit, range.low))
}

fn place_at(bit: u8, number: u64) -> Place {
    (bit, number.checked_shr(u32::from(bit) + 1).unwrap_or(0))
}

impl Ranges {
    pub(crate) fn get(&self, range: Range) -> Option<NodeId> {
        self.nodes.get(&range).copied()
    }

    pub(crate) fn insert(&mut self, range: Range, node: NodeId) {
        self.nodes.insert(range, node);
        let Some(place) = place_of(range) else { return };
        let levels = &mut self.levels;
        let here = self.places.entry(place).or_insert_with(|| {
            *levels.entry(place.0).or_default() += 1;
            Here::default()
        });
        here.by_low.insert((range.low, node));
        here.by_high.insert((range.high, node));
    }

    pub(crate) fn remove(&mut self, range: Range) {
        let (Some(node), Some(place)) = (self.nodes.remove(&range), place_of(range)) else { return };
        let Some(here) = self.places.get_mut(&place) else { return };
        here.by_low.remove(&(range.low, node));
        here.by_high.remove(&(range.high, node));
        if here.by_low.is_empty() {
            self.places.remove(&place);
            if let Some(count) = self.levels.get_mut(&place.0) {
                *count -= 1;
                if *count == 0 {
                    self.levels.remove(&place.0);
                }
            }
        }
    }

    pub(crate) fn find(&self, number: u64, found: &mut Vec<NodeId>) {
        for bit in self.levels.keys() {
            let Some(here) = self.places.get(&place_at(*bit, number)) else { continue };
            if (number >> bit) & 1 == 0 {
                found.extend(here.by_low.range(..=(number, NodeId::MAX)).map(|(_, node)| *node));
            } else {
                found.extend(here.by_high.range((number, 0)..).map(|(_, node)| *node));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number() -> impl Strategy<Value = u64> {
        prop_oneof![0u64..8, (u64::MAX - 7)..=u64::MAX, (1u64 << 63) - 4..(1u64 << 63) + 4, any::<u64>()]
    }

    proptest! {
        #[test]
        fn trying_each_finds_the_same(
            ranges in prop::collection::hash_set((number(), number()), 0..20),
            gone in 0usize..10,
            number in number(),
        ) {
            let ranges: Vec<Range> = ranges.into_iter().map(|(low, high)| Range { low, high }).collect();
            let mut index = Ranges::default();
            for (node, range) in ranges.iter().enumerate() {
                index.insert(*range, node as NodeId);
            }
            ranges.iter().take(gone).for_each(|range| index.remove(*range));
            let mut found = Vec::new();
            index.find(number, &mut found);
            found.sort_unstable();
            let expected: Vec<NodeId> = (0..ranges.len())
                .filter(|node| *node >= gone && ranges[*node].contains(number))
                .map(|node| node as NodeId)
                .collect();
            prop_assert_eq!(found, expected);
            ranges.iter().for_each(|range| index.remove(*range));
            prop_assert!(index.nodes.is_empty() && index.places.is_empty() && index.levels.is_empty());
        }
    }
}
