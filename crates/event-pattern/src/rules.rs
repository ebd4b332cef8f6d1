//! Many patterns, and which of them match an event.

use std::collections::{BTreeSet, HashMap};
use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use serde_json::Value;

use crate::fields::Fields;
use crate::parse::Pattern;
use crate::paths::{PathId, Paths};
use crate::solve;
use crate::values::{Leaf, Literal};

/// The number of one alternative of a rule; alternatives of older rules have smaller numbers.
type Entry = u64;

/// What one alternative of a rule asks for, and where it is filed.
struct Alternative {
    rule: u64,
    constraints: Vec<(PathId, Arc<Leaf>)>,
    /// Filed under these exact values of this field, or nowhere and then always looked at.
    filed: Option<(PathId, Vec<Literal>)>,
}

/// A set of patterns with keys.
///
/// Each rule is filed under the exact values of one of its fields, the one whose values are shared with the fewest
/// other rules at the time. An event finds its candidates by its own values; all other rules cost nothing.
/// Adding or removing a rule touches only what is its own.
pub struct RuleSet<K> {
    rules: HashMap<K, (u64, Vec<Entry>)>,
    keys: HashMap<u64, K>,
    alternatives: HashMap<Entry, Alternative>,
    paths: Paths,
    by_value: HashMap<PathId, HashMap<Literal, BTreeSet<Entry>>>,
    unfiled: BTreeSet<Entry>,
    next: u64,
}

impl<K> Default for RuleSet<K> {
    fn default() -> Self {
        Self {
            rules: HashMap::new(),
            keys: HashMap::new(),
            alternatives: HashMap::new(),
            paths: Paths::default(),
            by_value: HashMap::new(),
            unfiled: BTreeSet::new(),
            next: 0,
        }
    }
}

impl<K> fmt::Debug for RuleSet<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleSet").field("rules", &self.rules.len()).finish_non_exhaustive()
    }
}

impl<K: Clone + Eq + Hash> RuleSet<K> {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many rules there are.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Adds a rule. A rule with the same key is replaced.
    pub fn add(&mut self, key: K, pattern: &Pattern) {
        self.remove(&key);
        let rule = self.number();
        let mut entries = Vec::new();
        for conjunction in pattern.conjunctions() {
            let constraints: Vec<_> = conjunction
                .iter()
                .map(|constraint| (self.paths.add(&constraint.path), constraint.leaf.clone()))
                .collect();
            let entry = self.number();
            let filed = self.best_file(&constraints);
            match &filed {
                Some((path, literals)) => {
                    let values = self.by_value.entry(*path).or_default();
                    for literal in literals {
                        values.entry(literal.clone()).or_default().insert(entry);
                    }
                }
                None => {
                    self.unfiled.insert(entry);
                }
            }
            self.alternatives.insert(entry, Alternative { rule, constraints, filed });
            entries.push(entry);
        }
        self.keys.insert(rule, key.clone());
        self.rules.insert(key, (rule, entries));
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// The field whose exact values are shared with the fewest alternatives; then the one with the fewest values.
    fn best_file(&self, constraints: &[(PathId, Arc<Leaf>)]) -> Option<(PathId, Vec<Literal>)> {
        let (path, literals, _) = constraints
            .iter()
            .filter_map(|(path, leaf)| {
                let literals = leaf.literals()?;
                let values = self.by_value.get(path);
                let shared: usize =
                    literals.iter().filter_map(|literal| values?.get(*literal)).map(BTreeSet::len).sum();
                let cost = (shared, literals.len());
                Some((*path, literals, cost))
            })
            .min_by_key(|(_, _, cost)| *cost)?;
        Some((path, literals.into_iter().cloned().collect()))
    }

    /// Removes a rule; says whether there was one.
    pub fn remove(&mut self, key: &K) -> bool {
        let Some((rule, entries)) = self.rules.remove(key) else { return false };
        self.keys.remove(&rule);
        for entry in entries {
            let Some(alternative) = self.alternatives.remove(&entry) else { continue };
            match alternative.filed {
                None => {
                    self.unfiled.remove(&entry);
                }
                Some((path, literals)) => self.unfile(entry, path, &literals),
            }
            for (path, _) in alternative.constraints {
                self.paths.remove(path);
            }
        }
        true
    }

    fn unfile(&mut self, entry: Entry, path: PathId, literals: &[Literal]) {
        let Some(values) = self.by_value.get_mut(&path) else { return };
        for literal in literals {
            if let Some(entries) = values.get_mut(literal) {
                entries.remove(&entry);
                if entries.is_empty() {
                    values.remove(literal);
                }
            }
        }
        if values.is_empty() {
            self.by_value.remove(&path);
        }
    }

    /// The keys of the rules that match, in the order in which the rules were added.
    pub fn matching(&self, event: &Value) -> Vec<K> {
        let fields = Fields::of(event, &self.paths);
        let mut candidates: BTreeSet<Entry> = self.unfiled.clone();
        for (path, fields) in fields.iter() {
            let Some(values) = self.by_value.get(&path) else { continue };
            for field in fields {
                let entries = Literal::of(field.value).and_then(|literal| values.get(&literal));
                candidates.extend(entries.into_iter().flatten());
            }
        }
        let mut matching: Vec<u64> = Vec::new();
        for entry in candidates {
            let Some(alternative) = self.alternatives.get(&entry) else { continue };
            // The alternatives of one rule follow one another, so one look back finds a repetition.
            if matching.last() == Some(&alternative.rule) {
                continue;
            }
            if solve::holds(alternative.constraints.iter().map(|(path, leaf)| (*path, &**leaf)), &fields) {
                matching.push(alternative.rule);
            }
        }
        matching.iter().filter_map(|rule| self.keys.get(rule).cloned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(patterns: &[(&'static str, &str)]) -> RuleSet<&'static str> {
        let mut rules = RuleSet::new();
        for (key, pattern) in patterns {
            rules.add(*key, &Pattern::parse(pattern).expect(pattern));
        }
        rules
    }

    #[test]
    fn rules_come_in_the_order_they_were_added() {
        let mut rules = set(&[
            ("any", r#"{"source": [{"prefix": ""}]}"#),
            ("s3", r#"{"source": ["aws.s3"], "detail": {"n": [1, 2.0]}}"#),
            ("or", r#"{"$or": [{"source": ["aws.s3"]}, {"detail": {"n": [2]}}]}"#),
            ("not", r#"{"source": ["aws.ec2"]}"#),
            ("absent", r#"{"nothing": [{"exists": false}]}"#),
        ]);
        let event = json!({"source": "aws.s3", "detail": {"n": 2}});
        assert_eq!(rules.matching(&event), ["any", "s3", "or", "absent"]);
        assert!(rules.remove(&"s3"));
        assert!(!rules.remove(&"s3"));
        assert_eq!(rules.matching(&event), ["any", "or", "absent"]);
        rules.add("any", &Pattern::parse(r#"{"source": ["aws.ec2"]}"#).expect("valid"));
        assert_eq!(rules.matching(&event), ["or", "absent"]);
        assert_eq!(rules.len(), 4);
    }

    #[test]
    fn an_empty_set_holds_on_to_nothing() {
        let mut rules = set(&[
            ("a", r#"{"a": {"b": ["x", "y"]}, "c": [{"prefix": "p"}]}"#),
            ("b", r#"{"$or": [{"a": {"b": ["x"]}}, {"d": [1]}]}"#),
        ]);
        rules.remove(&"a");
        rules.remove(&"b");
        assert!(rules.is_empty() && rules.by_value.is_empty() && rules.unfiled.is_empty());
        assert!(rules.alternatives.is_empty() && rules.keys.is_empty());
        assert!(!rules.paths.goes_on(Paths::ROOT));
    }

    #[test]
    fn rules_are_filed_where_they_differ() {
        let mut rules = RuleSet::new();
        for i in 0..100 {
            let text = format!(r#"{{"source": ["aws.s3"], "bucket": ["bucket-{i}"]}}"#);
            rules.add(i, &Pattern::parse(&text).expect("valid"));
        }
        let busiest = rules.by_value.values().flat_map(HashMap::values).map(BTreeSet::len).max();
        assert_eq!(busiest, Some(1));
        assert_eq!(rules.matching(&json!({"source": "aws.s3", "bucket": "bucket-7"})), [7]);
    }
}
