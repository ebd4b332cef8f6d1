//! Wildcards, found by a piece of text that each of them needs.
//!
//! A wildcard is filed under one thing that any text it matches must have: how the text begins, how it ends, or a run
//! of 1, 2, 4, 8 or 16 bytes somewhere in it. Of several such things it is the one that the fewest others are filed
//! under. A text finds its candidates by its own beginnings, endings and runs, and only they are matched.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::affixes::Affixes;
use super::reversed;
use crate::tree::NodeId;
use crate::wildcard::Wildcard;

/// Lengths of runs. The longer, the fewer texts have one by chance.
const LENGTHS: [usize; 5] = [16, 8, 4, 2, 1];
/// Of a long piece, so many runs are considered.
const CONSIDERED: usize = 16;
/// Beginnings and endings are cheaper to find than runs: they are good enough if so few share one.
const FEW: usize = 4;

/// What a wildcard is filed under.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Filed {
    Begin(Box<[u8]>),
    /// Turned round.
    End(Box<[u8]>),
    Run(usize, u128),
    /// A star alone needs nothing.
    Nothing,
}

type Bucket = BTreeMap<NodeId, Arc<Wildcard>>;

/// Wildcards with nodes.
#[derive(Debug, Default)]
pub(crate) struct Wildcards {
    nodes: HashMap<Arc<Wildcard>, (NodeId, Filed)>,
    begins: Affixes<Bucket>,
    ends: Affixes<Bucket>,
    /// By run, for each of the lengths.
    runs: [HashMap<u128, Bucket>; LENGTHS.len()],
    nothing: Bucket,
}

fn run(bytes: &[u8]) -> u128 {
    bytes.iter().fold(0, |run, byte| run << 8 | u128::from(*byte))
}

impl Wildcards {
    pub(crate) fn get(&self, wildcard: &Arc<Wildcard>) -> Option<NodeId> {
        self.nodes.get(wildcard).map(|(node, _)| *node)
    }

    pub(crate) fn insert(&mut self, wildcard: &Arc<Wildcard>, node: NodeId) {
        let filed = self.best_file(wildcard);
        let bucket = match &filed {
            Filed::Begin(text) => bucket(&mut self.begins, text),
            Filed::End(text) => bucket(&mut self.ends, text),
            Filed::Run(length, run) => self.runs[*length].entry(*run).or_default(),
            Filed::Nothing => &mut self.nothing,
        };
        bucket.insert(node, wildcard.clone());
        self.nodes.insert(wildcard.clone(), (node, filed));
    }

    fn best_file(&self, wildcard: &Wildcard) -> Filed {
        let pieces = wildcard.pieces();
        let mut best = (usize::MAX, Filed::Nothing);
        let mut consider = |count: usize, make: &dyn Fn() -> Filed| {
            if count < best.0 {
                best = (count, make());
            }
        };
        if let Some(first) = pieces.first().filter(|piece| !piece.is_empty()) {
            let text = first.as_bytes();
            consider(self.begins.get(text).map_or(0, Bucket::len), &|| Filed::Begin(text.into()));
        }
        if let Some(last) = pieces.last().filter(|piece| !piece.is_empty()) {
            let text = reversed(last);
            consider(self.ends.get(&text).map_or(0, Bucket::len), &|| Filed::End(text.as_slice().into()));
        }
        if best.0 < FEW {
            return best.1;
        }
        let mut consider = |count: usize, make: &dyn Fn() -> Filed| {
            if count < best.0 {
                best = (count, make());
            }
        };
        for piece in pieces {
            let Some(length) = LENGTHS.iter().position(|length| *length <= piece.len()) else { continue };
            let last = piece.len() - LENGTHS[length];
            let step = (last / CONSIDERED).max(1);
            for start in (0..=last).step_by(step) {
                let run = run(&piece.as_bytes()[start..start + LENGTHS[length]]);
                consider(self.runs[length].get(&run).map_or(0, Bucket::len), &|| Filed::Run(length, run));
            }
        }
        best.1
    }

    pub(crate) fn remove(&mut self, wildcard: &Arc<Wildcard>) {
        let Some((node, filed)) = self.nodes.remove(wildcard) else { return };
        match filed {
            Filed::Begin(text) => forget(&mut self.begins, &text, node),
            Filed::End(text) => forget(&mut self.ends, &text, node),
            Filed::Run(length, run) => {
                if let Some(bucket) = self.runs[length].get_mut(&run) {
                    bucket.remove(&node);
                    if bucket.is_empty() {
                        self.runs[length].remove(&run);
                    }
                }
            }
            Filed::Nothing => drop(self.nothing.remove(&node)),
        }
    }

    pub(crate) fn find(&self, text: &str, found: &mut Vec<NodeId>) {
        if self.nodes.is_empty() {
            return;
        }
        let mut try_all = |bucket: &Bucket| {
            found.extend(bucket.iter().filter(|(_, wildcard)| wildcard.matches(text)).map(|(node, _)| *node));
        };
        try_all(&self.nothing);
        self.begins.find(text.as_bytes(), &mut try_all);
        if !self.ends.is_empty() {
            self.ends.find(&reversed(text), &mut try_all);
        }
        for (length, runs) in LENGTHS.iter().zip(&self.runs) {
            if runs.is_empty() || text.len() < *length {
                continue;
            }
            // A run that the text has many times is looked at once.
            let mut tried = HashSet::new();
            let kept = u128::MAX >> (128 - 8 * length);
            let mut run = run(&text.as_bytes()[..length - 1]);
            for byte in &text.as_bytes()[length - 1..] {
                run = (run << 8 | u128::from(*byte)) & kept;
                if let Some(bucket) = runs.get(&run)
                    && tried.insert(run)
                {
                    try_all(bucket);
                }
            }
        }
    }
}

fn bucket<'a>(affixes: &'a mut Affixes<Bucket>, text: &[u8]) -> &'a mut Bucket {
    if affixes.get(text).is_none() {
        affixes.insert(text, Bucket::new());
    }
    affixes.get_mut(text).expect("it was just inserted")
}

fn forget(affixes: &mut Affixes<Bucket>, text: &[u8], node: NodeId) {
    if let Some(bucket) = affixes.get_mut(text) {
        bucket.remove(&node);
        if bucket.is_empty() {
            affixes.remove(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_wildcards_are_filed_under() {
        let mut index = Wildcards::default();
        for i in 0..100 {
            let texts = [
                format!("common/*/{i}.txt"),
                format!("{i}/*.txt"),
                format!("common/*/x{i:02}y/*.txt"),
                format!("common/*/a-rather-long-piece-{i:02}-and-more/*.txt"),
            ];
            for (kind, text) in texts.iter().enumerate() {
                index.insert(&Arc::new(Wildcard::parse(text).unwrap()), 4 * i + kind as NodeId);
            }
        }
        let fullest = index.runs.iter().flat_map(HashMap::values).map(Bucket::len).max().unwrap_or(0);
        assert!(fullest <= FEW, "{fullest}");
        let mut found = Vec::new();
        index.find("common/a/x07y/b.txt", &mut found);
        assert_eq!(found, [4 * 7 + 2]);
    }

    proptest! {
        #[test]
        fn trying_each_finds_the_same(
            texts in prop::collection::btree_set("[ab]{0,3}(\\*[abé]{1,20}){0,3}\\*?", 0..12),
            gone in 0usize..6,
            text in "[abé]{0,30}",
        ) {
            let all: Vec<_> = texts.iter().filter_map(|text| Wildcard::parse(text).ok()).map(Arc::new).collect();
            let mut index = Wildcards::default();
            for (node, wildcard) in all.iter().enumerate() {
                index.insert(wildcard, node as NodeId);
            }
            all.iter().take(gone).for_each(|wildcard| index.remove(wildcard));
            let mut found = Vec::new();
            index.find(&text, &mut found);
            found.sort_unstable();
            let expected: Vec<NodeId> = (0..all.len())
                .filter(|node| *node >= gone && all[*node].matches(&text))
                .map(|node| node as NodeId)
                .collect();
            prop_assert_eq!(found, expected);
            all.iter().for_each(|wildcard| index.remove(wildcard));
            prop_assert!(index.nodes.is_empty() && index.begins.is_empty() && index.ends.is_empty());
            prop_assert!(index.runs.iter().all(HashMap::is_empty) && index.nothing.is_empty());
        }
    }
}
