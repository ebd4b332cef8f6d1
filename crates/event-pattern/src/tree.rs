//! Where alternatives of rules are filed, so that an event finds few that do not match it.
//!
//! A node stands for conditions that an event meets: the root for none, every other for those of the node above it
//! and one more, which is one test of one field. An alternative is filed at nodes of which an event that it matches
//! meets at least one. An event walks from the root to every node whose conditions it meets; what is filed there are
//! its candidates.
//!
//! An alternative goes down the tree until it finds a node with room, each time by the one of its fields that the
//! fewest events are likely to pass, given what is asked for by the others ([`Mentions::likelihood`]). If the field has
//! several values, it goes down by each of them. So rules with a value that few others have are filed under this
//! value; and rules that share a value with many, under a node of that value and there under another field. Where
//! one is filed never changes because of another.
//!
//! Of fields that are about as good, all go by the same one: an event then finds one way on, and not one for each
//! order in which fields can be taken.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::mem;
use std::sync::Arc;

use crate::conditions::{Key, Mentions};
use crate::fields::{Field, Fields};
use crate::index::FieldIndex;
use crate::marks::{Mark, PathHashing, mark};
use crate::paths::PathId;
use crate::values::{Leaf, Test};

/// The number of a node.
pub(crate) type NodeId = u32;
/// The number of an alternative.
pub(crate) type EntryId = u32;

/// So many alternatives stay at a node before more are sent further down. Each costs every event that comes by.
const ROOM: usize = 4;
/// An alternative goes by so many of its fields at most.
const DEEPEST: usize = 8;
/// The alternatives of one rule are filed at about so many nodes together, at most ...
const MOST_OF_RULE: usize = 4096;
/// ... so many each are granted in any case ...
const LEAST_GRANTED: usize = 8;
/// ... and each goes by a second field only if it is filed at so many nodes at most.
const MOST_BELOW_FIRST: usize = 64;
/// An alternative has this many fields looked at to find the best; all of them may have.
const CONSIDERED: usize = 64;
/// A field that is this many times as likely to be passed as the best one is about as good: what the one does not
/// tell apart, the other does at the next step ...
const ABOUT: f64 = 16.0;
/// ... unless even the best one tells little apart.
const LITTLE: f64 = 0.1;

/// Where an alternative is filed: the node, and the place in its list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filed {
    node: NodeId,
    place: u32,
}

/// An alternative that is filed at a node.
#[derive(Debug, Clone, Copy)]
struct Resident {
    entry: EntryId,
    /// Which of its files this is.
    file: u32,
    /// The mark of an exact value that an event must have as well, if there is one.
    /// Most candidates fail by it, and it is here, while the alternative itself lies far away in memory.
    mark: Option<Mark>,
}

#[derive(Debug, Default)]
struct Node {
    above: NodeId,
    /// None for the root.
    condition: Option<(PathId, Key)>,
    /// How many times something is filed here or below.
    count: u32,
    entries: Vec<Resident>,
    below: Option<Box<Below>>,
}

#[derive(Debug, Default)]
struct Below {
    fields: HashMap<PathId, FieldIndex, PathHashing>,
    absent: HashMap<PathId, NodeId, PathHashing>,
}

/// The nodes.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    free: Vec<NodeId>,
    mentions: Mentions,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], free: Vec::new(), mentions: Mentions::default() }
    }
}

const ROOT: NodeId = 0;

/// What is asked of fields.
pub(crate) type Constraints = [(PathId, Arc<Leaf>)];

impl Tree {
    /// Files an alternative, one of so many of its rule. The answer is needed to remove it.
    pub(crate) fn insert(
        &mut self,
        entry: EntryId,
        constraints: &Constraints,
        alternatives: usize,
    ) -> Vec<Filed> {
        let granted = granted(alternatives);
        self.mentions.add(mentioned(constraints, granted));
        let mut filed = Vec::new();
        let mut todo: Vec<(NodeId, Vec<usize>)> = vec![(ROOT, Vec::new())];
        let mut branches = 1;
        while let Some((at, used)) = todo.pop() {
            let most = if used.is_empty() { granted } else { granted.min(MOST_BELOW_FIRST) };
            let next = if self.node(at).entries.len() < ROOM || used.len() >= DEEPEST {
                None
            } else {
                self.best(at, constraints, &used, (most + 1).saturating_sub(branches))
            };
            match next {
                Some((number, ways)) => {
                    branches += ways.len() - 1;
                    for key in ways {
                        let child = self.child(at, constraints[number].0, key);
                        todo.push((child, [&used[..], &[number]].concat()));
                    }
                }
                None => {
                    let resident = Resident {
                        entry,
                        file: filed.len() as u32,
                        mark: self.rarest_mark(constraints, &used),
                    };
                    let entries = &mut self.node_mut(at).entries;
                    filed.push(Filed { node: at, place: entries.len() as u32 });
                    entries.push(resident);
                    self.count_one(at);
                }
            }
        }
        filed.shrink_to_fit();
        filed
    }

    /// Removes an alternative, one of so many of its rule, from where it is filed. `moved` is told of each other one that comes to lie elsewhere
    /// in the list of its node: which of its files, and the new place.
    pub(crate) fn remove(
        &mut self,
        entry: EntryId,
        constraints: &Constraints,
        alternatives: usize,
        mut filed: Vec<Filed>,
        mut moved: impl FnMut(EntryId, u32, u32),
    ) {
        self.mentions.remove(mentioned(constraints, granted(alternatives)));
        for number in 0..filed.len() {
            let Filed { node, place } = filed[number];
            let entries = &mut self.node_mut(node).entries;
            entries.swap_remove(place as usize);
            if let Some(other) = entries.get(place as usize).copied() {
                if other.entry == entry {
                    filed[other.file as usize].place = place;
                } else {
                    moved(other.entry, other.file, place);
                }
            }
            if entries.is_empty() {
                entries.shrink_to_fit();
            }
            self.uncount(node);
        }
    }

    /// Counts one more from a node to the root.
    fn count_one(&mut self, from: NodeId) {
        let mut at = from;
        loop {
            let node = self.node_mut(at);
            node.count += 1;
            if at == ROOT {
                return;
            }
            at = node.above;
        }
    }

    /// Counts one less from a node to the root, and lets go of nodes with nothing at or below them.
    fn uncount(&mut self, from: NodeId) {
        let mut at = from;
        loop {
            let node = self.node_mut(at);
            node.count -= 1;
            if at == ROOT {
                return;
            }
            let above = node.above;
            if node.count == 0 {
                if let Some((path, key)) = mem::take(node).condition {
                    self.cut(above, path, &key);
                }
                self.free.push(at);
            }
            at = above;
        }
    }

    fn cut(&mut self, at: NodeId, path: PathId, key: &Key) {
        let node = self.node_mut(at);
        let Some(below) = &mut node.below else { return };
        match (key, below.fields.get_mut(&path)) {
            (Key::Absent, _) => drop(below.absent.remove(&path)),
            (Key::Is(test), Some(index)) => index.remove(test),
            (Key::Not(test), Some(index)) => index.remove_not(test),
            (_, None) => {}
        }
        if below.fields.get(&path).is_some_and(FieldIndex::is_empty) {
            below.fields.remove(&path);
        }
        if below.fields.is_empty() && below.absent.is_empty() {
            node.below = None;
        }
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id as usize]
    }

    fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id as usize]
    }

    fn find_child(&self, at: NodeId, path: PathId, key: &Key) -> Option<NodeId> {
        let below = self.node(at).below.as_deref()?;
        match key {
            Key::Absent => below.absent.get(&path).copied(),
            Key::Is(test) => below.fields.get(&path)?.get(test),
            Key::Not(test) => below.fields.get(&path)?.get_not(test),
        }
    }

    /// The node below one for one more condition.
    fn child(&mut self, at: NodeId, path: PathId, key: Key) -> NodeId {
        if let Some(child) = self.find_child(at, path, &key) {
            return child;
        }
        let node = Node { above: at, condition: Some((path, key.clone())), ..Node::default() };
        let child = match self.free.pop() {
            Some(id) => {
                *self.node_mut(id) = node;
                id
            }
            None => {
                self.nodes.push(node);
                NodeId::try_from(self.nodes.len() - 1).expect("memory ends before 2^32 nodes")
            }
        };
        let below = self.node_mut(at).below.get_or_insert_default();
        match key {
            Key::Absent => drop(below.absent.insert(path, child)),
            Key::Is(test) => below.fields.entry(path).or_default().insert(&test, child),
            Key::Not(test) => below.fields.entry(path).or_default().insert_not(&test, child),
        }
        child
    }

    /// The mark of the only value of a field, of all such fields that were not gone by the one with the rarest value.
    fn rarest_mark(&self, constraints: &Constraints, used: &[usize]) -> Option<Mark> {
        (0..constraints.len().min(CONSIDERED))
            .filter(|number| !used.contains(number))
            .filter_map(|number| {
                let (path, leaf) = &constraints[number];
                let literal = leaf.only()?;
                let count = self.mentions.count(*path, &Key::Is(Test::Exactly(literal.clone())));
                Some((count, mark(*path, literal.as_scalar())))
            })
            .min_by_key(|(count, _)| *count)
            .map(|(_, mark)| mark)
    }

    /// The field to go by from a node, and its ways: of those that the fewest events are likely to pass, the one that
    /// the most ways from here go by. Fields with more than `most` ways are left out.
    fn best(
        &self,
        at: NodeId,
        constraints: &Constraints,
        used: &[usize],
        most: usize,
    ) -> Option<(usize, Vec<Key>)> {
        let mut fields: Vec<(usize, f64, Vec<Key>)> = Vec::new();
        for (number, (path, leaf)) in constraints.iter().enumerate().take(CONSIDERED) {
            if used.contains(&number) || leaf.len() > most {
                continue;
            }
            let ways = self.mentions.ways(*path, leaf);
            let likelihood = ways.iter().map(|key| {
                let count = self.find_child(at, *path, key).map_or(0, |child| self.node(child).count);
                let share = f64::from(count) / f64::from(self.node(at).count.max(1));
                self.mentions.likelihood(*path, key, share)
            });
            let likelihood = likelihood.sum();
            fields.push((number, likelihood, ways));
        }
        let least = fields.iter().map(|(_, likelihood, _)| *likelihood).min_by(f64::total_cmp)?;
        let enough = if least < LITTLE { (ABOUT * least).min(LITTLE) } else { least };
        let below = self.node(at).below.as_deref();
        fields
            .into_iter()
            .filter(|(_, likelihood, _)| *likelihood <= enough)
            .max_by_key(|(number, ..)| {
                let index = below.and_then(|below| below.fields.get(&constraints[*number].0));
                (index.map_or(0, FieldIndex::len), Reverse(*number))
            })
            .map(|(number, _, ways)| (number, ways))
    }

    /// All that is filed where the event meets the conditions; some of it several times.
    pub(crate) fn candidates(&self, fields: &Fields<'_>) -> Vec<EntryId> {
        let marks: HashSet<Mark, PathHashing> = fields
            .iter()
            .flat_map(|(path, here)| here.iter().map(move |field| mark(path, field.scalar)))
            .collect();
        let mut candidates = Vec::new();
        let mut todo = vec![ROOT];
        let mut found = Vec::new();
        while let Some(at) = todo.pop() {
            let node = self.node(at);
            let likely = node.entries.iter().filter(|it| it.mark.is_none_or(|mark| marks.contains(&mark)));
            candidates.extend(likely.map(|resident| resident.entry));
            let Some(below) = node.below.as_deref() else { continue };
            if below.fields.len() <= fields.len() {
                for (path, index) in &below.fields {
                    find(index, fields.at(*path), &mut found, &mut todo);
                }
            } else {
                for (path, here) in fields.iter() {
                    if let Some(index) = below.fields.get(&path) {
                        find(index, here, &mut found, &mut todo);
                    }
                }
            }
            for (path, child) in &below.absent {
                // Within an array of objects, a field may be absent beside some fields and present beside others.
                if !fields.at(*path).iter().any(|field| field.is_outside_arrays()) {
                    todo.push(*child);
                }
            }
        }
        candidates
    }

    /// Whether there is nothing but an empty root.
    #[cfg(test)]
    pub(crate) fn is_empty(&self) -> bool {
        let root = self.node(ROOT);
        root.count == 0
            && root.entries.is_empty()
            && root.below.is_none()
            && self.free.len() + 1 == self.nodes.len()
            && self.mentions.is_empty()
    }

    /// How many are filed at the fullest node.
    #[cfg(test)]
    pub(crate) fn fullest(&self) -> usize {
        self.nodes.iter().map(|node| node.entries.len()).max().unwrap_or(0)
    }
}

impl Filed {
    /// Follows a move within the node.
    pub(crate) fn place_at(&mut self, place: u32) {
        self.place = place;
    }
}

/// At how many nodes an alternative may be filed, of so many of its rule.
fn granted(alternatives: usize) -> usize {
    (MOST_OF_RULE / alternatives.max(1)).max(LEAST_GRANTED)
}

/// The fields of an alternative by which it may be filed at first; only their conditions are counted.
fn mentioned(constraints: &Constraints, granted: usize) -> impl Iterator<Item = (PathId, &Leaf)> {
    let fields = constraints.iter().map(|(path, leaf)| (*path, &**leaf));
    fields.filter(move |(_, leaf)| leaf.len() <= granted)
}

/// Adds the nodes that wait for these scalars to `todo`, each once.
fn find(index: &FieldIndex, here: &[Field<'_>], found: &mut Vec<NodeId>, todo: &mut Vec<NodeId>) {
    if here.is_empty() {
        return;
    }
    index.find(here, found);
    if here.len() > 1 {
        found.sort_unstable();
        found.dedup();
    }
    todo.append(found);
}
