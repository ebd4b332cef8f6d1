//! The fields that patterns ask about, as a tree of names.
//!
//! Walking an event together with this tree visits only what some pattern asks about, and costs no text of joined
//! names, however deep an event is.

use std::collections::HashMap;

/// A node of the tree; stands for the names that lead to it.
pub(crate) type PathId = u32;

#[derive(Debug, Clone, Default)]
struct Node {
    parent: PathId,
    name: Box<str>,
    children: HashMap<Box<str>, PathId>,
    /// How many constraints ask about exactly this field.
    uses: usize,
}

#[derive(Debug, Clone)]
pub(crate) struct Paths {
    nodes: Vec<Node>,
    free: Vec<PathId>,
}

impl Default for Paths {
    fn default() -> Self {
        Self { nodes: vec![Node::default()], free: Vec::new() }
    }
}

impl Paths {
    pub(crate) const ROOT: PathId = 0;

    /// Counts one more use of a field, named by names joined with dots.
    pub(crate) fn add(&mut self, path: &str) -> PathId {
        let mut at = Self::ROOT;
        for name in path.split('.') {
            at = match self.node(at).children.get(name) {
                Some(child) => *child,
                None => self.grow(at, name),
            };
        }
        self.nodes[at as usize].uses += 1;
        at
    }

    fn grow(&mut self, parent: PathId, name: &str) -> PathId {
        let node = Node { parent, name: name.into(), ..Node::default() };
        let id = match self.free.pop() {
            Some(id) => {
                self.nodes[id as usize] = node;
                id
            }
            None => {
                self.nodes.push(node);
                PathId::try_from(self.nodes.len() - 1).expect("patterns are far smaller than 2^32 names")
            }
        };
        self.nodes[parent as usize].children.insert(name.into(), id);
        id
    }

    /// Takes back one use; names that nobody asks about any more are forgotten.
    pub(crate) fn remove(&mut self, path: PathId) {
        let mut at = path;
        self.nodes[at as usize].uses -= 1;
        while at != Self::ROOT && self.node(at).uses == 0 && self.node(at).children.is_empty() {
            let Node { parent, name, .. } = std::mem::take(&mut self.nodes[at as usize]);
            self.nodes[parent as usize].children.remove(&name);
            self.free.push(at);
            at = parent;
        }
    }

    fn node(&self, id: PathId) -> &Node {
        &self.nodes[id as usize]
    }

    /// The node below `from` for a member's name. A name with dots in it is as good as nested members.
    pub(crate) fn descend(&self, from: PathId, name: &str) -> Option<PathId> {
        name.split('.').try_fold(from, |at, name| self.node(at).children.get(name).copied())
    }

    /// Whether a pattern asks about exactly this field.
    pub(crate) fn is_used(&self, id: PathId) -> bool {
        self.node(id).uses > 0
    }

    /// Whether a pattern asks about a field below this one.
    pub(crate) fn goes_on(&self, id: PathId) -> bool {
        !self.node(id).children.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_uses_is_forgotten() {
        let mut paths = Paths::default();
        let deep = paths.add("a.b.c");
        let twice = paths.add("a.b.c");
        let short = paths.add("a");
        assert_eq!(deep, twice);
        assert_eq!(paths.descend(Paths::ROOT, "a.b").and_then(|ab| paths.descend(ab, "c")), Some(deep));
        paths.remove(deep);
        assert!(paths.is_used(deep));
        paths.remove(deep);
        assert!(!paths.goes_on(short));
        paths.remove(short);
        assert_eq!(paths.descend(Paths::ROOT, "a"), None);
        assert_eq!(paths.free.len(), 3);
    }
}
