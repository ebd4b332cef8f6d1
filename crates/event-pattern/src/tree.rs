//! Where alternatives of rules are filed, so that an event finds few that do not match it.
//!
//! A node stands for conditions that an event meets: the root for none, every other for those of the node above it
//! and one more, which is one test of one field. An alternative is filed at nodes of which an event that it matches
//! meets at least one. An event walks from the root to every node whose conditions it meets; what is filed there are
//! its candidates.
//!
//! An alternative goes down the tree until it finds a node with room, each time by the one of its fields that the
//! fewest events are likely to pass, given what is asked for by the others ([`Tree::likelihood`]). If the field has
//! several values, it goes down by each of them. So rules with a value that few others have are filed under this
//! value; and rules that share a value with many, under a node of that value and there under another field. Where
//! one is filed never changes because of another.
//!
//! Of fields that are about as good, all go by the same one: an event then finds one way on, and not one for each
//! order in which fields can be taken.

use std::cmp::Reverse;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::mem;
use std::num::NonZeroU32;
use std::sync::Arc;

use crate::fields::{Field, Fields};
use crate::index::FieldIndex;
use crate::paths::PathId;
use crate::values::{Leaf, Range, Scalar, Test};

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
/// Of what `anything-but` excludes, so much is considered.
const EXCLUSIONS: usize = 256;

/// A field that is this many times as likely to be passed as the best one is about as good: what the one does not
/// tell apart, the other does at the next step ...
const ABOUT: f64 = 16.0;
/// ... unless even the best one tells little apart.
const LITTLE: f64 = 0.1;

/// The condition of a node.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    /// A scalar of the field passes.
    Is(Test),
    /// A scalar of the field does not pass.
    Not(Test),
    /// The field may be absent.
    Absent,
}

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

/// Paths are numbered by us, one after another, and marks are hashes: spreading their bits is hashing enough.
type PathHashing = BuildHasherDefault<PathHasher>;

#[derive(Debug, Default)]
struct PathHasher(u64);

impl Hasher for PathHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for word in bytes.chunks(4) {
            self.write_u32(word.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.write_u32(number as u32);
        self.write_u32((number >> 32) as u32);
    }

    fn write_u32(&mut self, number: u32) {
        // The odd number nearest to 2^64 divided by the golden ratio.
        self.0 = (self.0.rotate_left(32) ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        // Tables look at the lowest bits, which the product leaves as they were.
        self.0 ^= self.0 >> 32;
    }
}

/// The nodes.
#[derive(Debug)]
pub(crate) struct Tree {
    nodes: Vec<Node>,
    free: Vec<NodeId>,
    /// How many alternatives there are.
    alternatives: u32,
    /// How many of them have each condition on each field.
    mentions: HashMap<PathId, HashMap<Key, u32>, PathHashing>,
}

impl Default for Tree {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], free: Vec::new(), alternatives: 0, mentions: HashMap::default() }
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
        self.alternatives += 1;
        let granted = granted(alternatives);
        for (path, leaf) in constraints.iter().filter(|(_, leaf)| leaf.len() <= granted) {
            let mentions = self.mentions.entry(*path).or_default();
            all_keys(leaf, |key| *mentions.entry(key).or_default() += 1);
        }
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
        self.alternatives -= 1;
        let granted = granted(alternatives);
        for (path, leaf) in constraints.iter().filter(|(_, leaf)| leaf.len() <= granted) {
            let Some(mentions) = self.mentions.get_mut(path) else { continue };
            all_keys(leaf, |key| {
                if let Entry::Occupied(mut count) = mentions.entry(key) {
                    *count.get_mut() -= 1;
                    if *count.get() == 0 {
                        count.remove();
                    }
                }
            });
            if mentions.is_empty() {
                self.mentions.remove(path);
            }
        }
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

    /// The conditions of which a field that satisfies the leaf meets at least one.
    fn ways(&self, path: PathId, leaf: &Leaf) -> Vec<Key> {
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
        exclusions(leaf).max_by_key(|key| self.mentioned(path, key)).unwrap_or(Key::Is(Test::Exists))
    }

    fn mentioned(&self, path: PathId, key: &Key) -> u32 {
        self.mentions.get(&path).and_then(|mentions| mentions.get(key)).copied().unwrap_or(0)
    }

    /// The mark of the only value of a field, of all such fields that were not gone by the one with the rarest value.
    fn rarest_mark(&self, constraints: &Constraints, used: &[usize]) -> Option<Mark> {
        (0..constraints.len().min(CONSIDERED))
            .filter(|number| !used.contains(number))
            .filter_map(|number| {
                let (path, leaf) = &constraints[number];
                let literal = leaf.only()?;
                let count = self.mentioned(*path, &Key::Is(Test::Exactly(literal.clone())));
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
            let ways = self.ways(*path, leaf);
            let likelihood = ways.iter().map(|key| self.likelihood(at, *path, key)).sum();
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

    /// A guess how likely an event meets a condition.
    /// Events are taken to be distributed as rules are: a value that many rules ask for, many events have. Yet rules
    /// that all ask for one source do not mean that there is no other, so even then the source is a good condition.
    fn likelihood(&self, at: NodeId, path: PathId, key: &Key) -> f64 {
        let share_of_all = f64::from(self.mentioned(path, key)) / f64::from(self.alternatives.max(1));
        let count_here = self.find_child(at, path, key).map_or(0, |child| self.node(child).count);
        let share_here = f64::from(count_here) / f64::from(self.node(at).count.max(1));
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
            && self.alternatives == 0
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

/// A number that is the same for the same value of the same field, and seldom for others.
type Mark = NonZeroU32;

fn mark(path: PathId, scalar: Scalar<'_>) -> Mark {
    // Of long texts, the ends tell enough apart.
    const END: usize = 32;
    let mut hasher = PathHasher::default();
    hasher.write_u32(path);
    match scalar {
        Scalar::Null => hasher.write_u8(0),
        Scalar::Beyond => hasher.write_u8(1),
        Scalar::Bool(value) => hasher.write_u8(2 + u8::from(value)),
        Scalar::Number(number) => hasher.write_u64(number.order()),
        Scalar::String(text) => {
            let bytes = text.as_bytes();
            hasher.write_u32(bytes.len() as u32);
            hasher.write(&bytes[..bytes.len().min(END)]);
            hasher.write(&bytes[bytes.len().saturating_sub(END)..]);
        }
    }
    NonZeroU32::new(hasher.finish() as u32).unwrap_or(NonZeroU32::MIN)
}

/// At how many nodes an alternative may be filed, of so many of its rule.
fn granted(alternatives: usize) -> usize {
    (MOST_OF_RULE / alternatives.max(1)).max(LEAST_GRANTED)
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
