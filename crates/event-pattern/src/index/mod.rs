//! From the scalars of one field to what waits for them: one structure for each operator.
//!
//! Each finds what a scalar satisfies without looking at what it does not satisfy.

mod affixes;
mod cidrs;
mod ranges;
mod wildcards;

use std::collections::HashMap;
use std::sync::Arc;

use crate::fields::Field;
use crate::number::Number;
use crate::tree::NodeId;
use crate::values::{Literal, Scalar, Test, address, folded};

use affixes::Affixes;
use cidrs::Cidrs;
use ranges::Ranges;
use wildcards::Wildcards;

/// What nodes wait for on one field.
#[derive(Debug, Default)]
pub(crate) struct FieldIndex {
    /// Most rules ask for exact texts, so these have their place here and all else is put aside.
    strings: HashMap<Arc<str>, NodeId>,
    rest: Option<Box<Rest>>,
}

#[derive(Debug, Default)]
struct Rest {
    numbers: HashMap<Number, NodeId>,
    /// `null`, `false`, `true`, and anything at all.
    null: Option<NodeId>,
    bools: [Option<NodeId>; 2],
    anything: Option<NodeId>,
    prefixes: Affixes<NodeId>,
    /// The texts turned round.
    suffixes: Affixes<NodeId>,
    folded: HashMap<Arc<str>, NodeId>,
    folded_prefixes: Affixes<NodeId>,
    folded_suffixes: Affixes<NodeId>,
    wildcards: Wildcards,
    ranges: Ranges,
    cidrs: Cidrs,
    /// Every scalar satisfies these but those that pass the test, so they are tried one by one; all that hold are
    /// candidates anyway.
    others: HashMap<Test, NodeId>,
    len: usize,
}

impl FieldIndex {
    /// The node that waits for a scalar that passes.
    pub(crate) fn get(&self, test: &Test) -> Option<NodeId> {
        if let Test::Exactly(Literal::String(text)) = test {
            return self.strings.get(text).copied();
        }
        let rest = self.rest.as_deref()?;
        match test {
            Test::Exactly(Literal::String(text)) => self.strings.get(text).copied(),
            Test::Exactly(Literal::Number(number)) => rest.numbers.get(number).copied(),
            Test::Exactly(Literal::Bool(value)) => rest.bools[usize::from(*value)],
            Test::Exactly(Literal::Null) => rest.null,
            Test::Exists => rest.anything,
            Test::Prefix(text) => rest.prefixes.get(text.as_bytes()).copied(),
            Test::Suffix(text) => rest.suffixes.get(&reversed(text)).copied(),
            Test::EqualsIgnoreCase(text) => rest.folded.get(text).copied(),
            Test::PrefixIgnoreCase(text) => rest.folded_prefixes.get(text.as_bytes()).copied(),
            Test::SuffixIgnoreCase(text) => rest.folded_suffixes.get(&reversed(text)).copied(),
            Test::Wildcard(wildcard) => rest.wildcards.get(wildcard),
            Test::Numeric(range) => rest.ranges.get(*range),
            Test::Cidr(block) => rest.cidrs.get(*block),
            Test::AnythingBut(_) => None,
        }
    }

    /// Lets a node wait for a scalar that passes. There must be no other one for the same test.
    /// What `anything-but` excludes is added with [`FieldIndex::insert_not`].
    pub(crate) fn insert(&mut self, test: &Test, node: NodeId) {
        if let Test::Exactly(Literal::String(text)) = test {
            self.strings.insert(text.clone(), node);
            return;
        }
        let rest = self.rest.get_or_insert_default();
        rest.len += 1;
        match test {
            Test::Exactly(Literal::String(_)) | Test::AnythingBut(_) => {}
            Test::Exactly(Literal::Number(number)) => drop(rest.numbers.insert(*number, node)),
            Test::Exactly(Literal::Bool(value)) => rest.bools[usize::from(*value)] = Some(node),
            Test::Exactly(Literal::Null) => rest.null = Some(node),
            Test::Exists => rest.anything = Some(node),
            Test::Prefix(text) => rest.prefixes.insert(text.as_bytes(), node),
            Test::Suffix(text) => rest.suffixes.insert(&reversed(text), node),
            Test::EqualsIgnoreCase(text) => drop(rest.folded.insert(text.clone(), node)),
            Test::PrefixIgnoreCase(text) => rest.folded_prefixes.insert(text.as_bytes(), node),
            Test::SuffixIgnoreCase(text) => rest.folded_suffixes.insert(&reversed(text), node),
            Test::Wildcard(wildcard) => rest.wildcards.insert(wildcard, node),
            Test::Numeric(range) => rest.ranges.insert(*range, node),
            Test::Cidr(block) => rest.cidrs.insert(*block, node),
        }
    }

    /// Forgets what [`FieldIndex::insert`] added.
    pub(crate) fn remove(&mut self, test: &Test) {
        if let Test::Exactly(Literal::String(text)) = test {
            self.strings.remove(text);
            return;
        }
        let Some(rest) = self.rest.as_deref_mut() else { return };
        match test {
            Test::Exactly(Literal::String(_)) | Test::AnythingBut(_) => {}
            Test::Exactly(Literal::Number(number)) => drop(rest.numbers.remove(number)),
            Test::Exactly(Literal::Bool(value)) => rest.bools[usize::from(*value)] = None,
            Test::Exactly(Literal::Null) => rest.null = None,
            Test::Exists => rest.anything = None,
            Test::Prefix(text) => rest.prefixes.remove(text.as_bytes()),
            Test::Suffix(text) => rest.suffixes.remove(&reversed(text)),
            Test::EqualsIgnoreCase(text) => drop(rest.folded.remove(text)),
            Test::PrefixIgnoreCase(text) => rest.folded_prefixes.remove(text.as_bytes()),
            Test::SuffixIgnoreCase(text) => rest.folded_suffixes.remove(&reversed(text)),
            Test::Wildcard(wildcard) => rest.wildcards.remove(wildcard),
            Test::Numeric(range) => rest.ranges.remove(*range),
            Test::Cidr(block) => rest.cidrs.remove(*block),
        }
        self.shrink();
    }

    /// The node that waits for a scalar that does not pass.
    pub(crate) fn get_not(&self, test: &Test) -> Option<NodeId> {
        self.rest.as_deref()?.others.get(test).copied()
    }

    /// Lets a node wait for a scalar that does not pass.
    pub(crate) fn insert_not(&mut self, test: &Test, node: NodeId) {
        let rest = self.rest.get_or_insert_default();
        rest.len += 1;
        rest.others.insert(test.clone(), node);
    }

    /// Forgets what [`FieldIndex::insert_not`] added.
    pub(crate) fn remove_not(&mut self, test: &Test) {
        if let Some(rest) = self.rest.as_deref_mut() {
            rest.others.remove(test);
        }
        self.shrink();
    }

    fn shrink(&mut self) {
        if let Some(rest) = self.rest.as_deref_mut() {
            rest.len -= 1;
            if rest.len == 0 {
                self.rest = None;
            }
        }
    }

    /// How many nodes wait here.
    pub(crate) fn len(&self) -> usize {
        self.strings.len() + self.rest.as_deref().map_or(0, |rest| rest.len)
    }

    /// Whether nothing waits here.
    pub(crate) fn is_empty(&self) -> bool {
        self.strings.is_empty() && self.rest.is_none()
    }

    /// Finds the nodes that wait for one of these scalars of one path. One node may be found several times.
    pub(crate) fn find(&self, fields: &[Field<'_>], found: &mut Vec<NodeId>) {
        if !self.strings.is_empty() {
            for field in fields {
                if let Scalar::String(text) = field.scalar {
                    found.extend(self.strings.get(text));
                }
            }
        }
        let Some(rest) = self.rest.as_deref() else { return };
        if !fields.is_empty() {
            found.extend(rest.anything);
        }
        for field in fields {
            match field.scalar {
                Scalar::String(text) => rest.find_text(text, found),
                Scalar::Number(number) => {
                    if !rest.numbers.is_empty() {
                        found.extend(rest.numbers.get(&number));
                    }
                    rest.ranges.find(number.order(), found);
                }
                Scalar::Bool(value) => found.extend(rest.bools[usize::from(value)]),
                Scalar::Null => found.extend(rest.null),
                Scalar::Beyond => {}
            }
        }
        for (test, node) in &rest.others {
            if fields.iter().any(|field| !test.passes(field.scalar)) {
                found.push(*node);
            }
        }
    }
}

impl Rest {
    fn find_text(&self, text: &str, found: &mut Vec<NodeId>) {
        self.prefixes.find(text.as_bytes(), |node| found.push(*node));
        if !self.suffixes.is_empty() {
            self.suffixes.find(&reversed(text), |node| found.push(*node));
        }
        if !(self.folded.is_empty() && self.folded_prefixes.is_empty() && self.folded_suffixes.is_empty()) {
            let folded = folded(text);
            found.extend(self.folded.get(folded.as_str()));
            self.folded_prefixes.find(folded.as_bytes(), |node| found.push(*node));
            if !self.folded_suffixes.is_empty() {
                self.folded_suffixes.find(&reversed(&folded), |node| found.push(*node));
            }
        }
        self.wildcards.find(text, found);
        if !self.cidrs.is_empty()
            && let Some(address) = address(text)
        {
            self.cidrs.find(address, found);
        }
    }
}

/// The bytes of a text, the last first.
fn reversed(text: &str) -> Vec<u8> {
    text.bytes().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::Range;

    #[test]
    fn what_was_removed_is_not_found() {
        let text = |text: &str| Arc::<str>::from(text);
        let tests = [
            Test::Exactly(Literal::String(text("a"))),
            Test::Exactly(Literal::Number(Number::Whole(1))),
            Test::Exactly(Literal::Bool(true)),
            Test::Exactly(Literal::Null),
            Test::Exists,
            Test::Prefix(text("a")),
            Test::Suffix(text("a")),
            Test::EqualsIgnoreCase(text("a")),
            Test::PrefixIgnoreCase(text("a")),
            Test::SuffixIgnoreCase(text("a")),
            Test::Wildcard(Arc::new(crate::wildcard::Wildcard::parse("a*").unwrap())),
            Test::Numeric(Range { low: 1, high: u64::MAX - 1 }),
            Test::Cidr(crate::values::Cidr::around("10.0.0.0".parse().unwrap(), 8).unwrap()),
        ];
        let mut index = FieldIndex::default();
        for (number, test) in tests.iter().enumerate() {
            assert_eq!(index.get(test), None, "{test:?}");
            index.insert(test, number as NodeId);
            index.insert_not(test, 100 + number as NodeId);
        }
        for (number, test) in tests.iter().enumerate() {
            assert_eq!(index.get(test), Some(number as NodeId), "{test:?}");
            assert_eq!(index.get_not(test), Some(100 + number as NodeId), "{test:?}");
            index.remove(test);
            assert_eq!(index.get(test), None, "{test:?}");
            index.remove_not(test);
        }
        assert!(index.is_empty());
    }
}
