//! The conditions by which alternatives are filed, and how likely events are thought to meet them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::marks::PathHashing;
use crate::paths::PathId;
use crate::values::{Leaf, Range, Test};

/// Of what `anything-but` excludes, so much is considered.
const EXCLUSIONS: usize = 256;

/// A condition on one field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    /// A scalar of the field passes.
    Is(Test),
    /// A scalar of the field does not pass.
    Not(Test),
    /// The field may be absent.
    Absent,
}

/// How many alternatives there are, and how many of them have each condition on each field.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    alternatives: u32,
    counts: HashMap<PathId, HashMap<Key, u32>, PathHashing>,
}

impl Mentions {
    /// Counts one more alternative with these fields.
    pub(crate) fn add<'a>(&mut self, fields: impl Iterator<Item = (PathId, &'a Leaf)>) {
        self.alternatives += 1;
        for (path, leaf) in fields {
            let counts = self.counts.entry(path).or_default();
            all_keys(leaf, |key| *counts.entry(key).or_default() += 1);
        }
    }

    /// Counts one less; the fields are those that it was counted with.
    pub(crate) fn remove<'a>(&mut self, fields: impl Iterator<Item = (PathId, &'a Leaf)>) {
        self.alternatives -= 1;
        for (path, leaf) in fields {
            let Some(counts) = self.counts.get_mut(&path) else { continue };
            all_keys(leaf, |key| {
                if let Entry::Occupied(mut count) = counts.entry(key) {
                    *count.get_mut() -= 1;
                    if *count.get() == 0 {
                        count.remove();
                    }
                }
            });
            if counts.is_empty() {
                self.counts.remove(&path);
            }
        }
    }

    /// Whether nothing is counted.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        self.alternatives == 0 && self.counts.is_empty()
    }

    /// How many alternatives have this condition.
    pub(crate) fn count(&self, path: PathId, key: &Key) -> u32 {
        self.counts.get(&path).and_then(|counts| counts.get(key)).copied().unwrap_or(0)
    }

    /// The conditions of which a field that satisfies the leaf meets at least one.
    pub(crate) fn ways(&self, path: PathId, leaf: &Leaf) -> Vec<Key> {
        let exact = leaf.exact().iter().map(|literal| Key::Is(Test::Exactly(literal.clone())));
        let tests = leaf.tests().iter().map(|test| match test {
            Test::AnythingBut(leaf) => self.exclusion(path, leaf),
            test => Key::Is(test.clone()),
        });
        exact.chain(tests).chain(leaf.or_absent.then_some(Key::Absent)).collect()
    }

    /// The condition for `anything-but`: that a scalar is not the one of the excluded that most others exclude too.
    /// So where all exclude one value, one look settles all for an event with this value.
    fn exclusion(&self, path: PathId, leaf: &Leaf) -> Key {
        exclusions(leaf).max_by_key(|key| self.count(path, key)).unwrap_or(Key::Is(Test::Exists))
    }

    /// A guess how likely an event meets a condition.
    /// Events are taken to be distributed as rules are: a value that many rules ask for, many events have. Yet rules
    /// that all ask for one source do not mean that there is no other, so even then the source is a good condition.
    /// `share_here` is the share of the rules around that are filed by it.
    pub(crate) fn likelihood(&self, path: PathId, key: &Key, share_here: f64) -> f64 {
        let share_of_all = f64::from(self.count(path, key)) / f64::from(self.alternatives.max(1));
        let share = share_of_all.max(share_here);
        let half_for_each = |length: usize| 0.5f64.powi(length.min(64) as i32);
        match key {
            Key::Is(Test::Exactly(_)) => 0.3 * share,
            Key::Is(Test::EqualsIgnoreCase(_)) => 0.3 * share + 1e-6,
            Key::Is(Test::Cidr(block)) => 0.3 * share + 0.5 * half_for_each(block.bits.into()),
            Key::Is(
                Test::Prefix(text)
                | Test::Suffix(text)
                | Test::PrefixIgnoreCase(text)
                | Test::SuffixIgnoreCase(text),
            ) => 0.3 * share + 1e-6 + 0.7 * half_for_each(text.len()),
            Key::Is(Test::Wildcard(wildcard)) => {
                let needed = wildcard.pieces().iter().map(String::len).sum();
                0.3 * share + 1e-5 + 0.7 * half_for_each(needed)
            }
            Key::Is(Test::Numeric(range)) if range.low == range.high => 0.3 * share,
            Key::Is(Test::Numeric(Range { low: 0, .. } | Range { high: u64::MAX, .. })) => 0.5,
            Key::Is(Test::Numeric(_)) => 0.3 * share + 0.02,
            Key::Is(Test::Exists | Test::AnythingBut(_)) => 0.8,
            Key::Not(_) | Key::Absent => 0.9 - 0.05 * share,
        }
    }
}

/// What `anything-but` excludes, as conditions that are necessary for it.
fn exclusions(leaf: &Leaf) -> impl Iterator<Item = Key> + '_ {
    let exact = leaf.exact().iter().map(|literal| Test::Exactly(literal.clone()));
    exact.chain(leaf.tests().iter().cloned()).take(EXCLUSIONS).map(Key::Not)
}

/// All conditions that a leaf mentions.
fn all_keys(leaf: &Leaf, mut each: impl FnMut(Key)) {
    for literal in leaf.exact() {
        each(Key::Is(Test::Exactly(literal.clone())));
    }
    for test in leaf.tests() {
        match test {
            Test::AnythingBut(leaf) => exclusions(leaf).for_each(&mut each),
            test => each(Key::Is(test.clone())),
        }
    }
    if leaf.or_absent {
        each(Key::Absent);
    }
}
