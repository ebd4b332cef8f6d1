//! Many patterns, and which of them match an event.

use std::collections::HashMap;
use std::fmt;
use std::hash::Hash;

use serde_json::Value;

use crate::fields::Fields;
use crate::parse::Pattern;
use crate::paths::Paths;
use crate::solve;
use crate::tree::{Constraints, EntryId, Filed, Tree};

/// One alternative of a rule: what it asks for, and where it is filed.
struct Entry {
    rule: u32,
    constraints: Box<Constraints>,
    filed: Vec<Filed>,
}

struct Rule<K> {
    key: K,
    /// Rules that were added later have larger numbers.
    number: u64,
    entries: Box<[EntryId]>,
}

/// A set of patterns with keys.
///
/// An event looks at the rules that it is likely to match and not at the others; how is said in `tree`.
/// Adding or removing a rule takes time and memory by its own size, however many others there are: that of its fields
/// for each of its alternatives (one without `$or`, 1000 at most) and of the places where it is filed. Those are as
/// many as the values of one of its fields, at most 4096 for a rule without `$or` and 8 more for each alternative of
/// one with it. A rule with an identifier and two fields that others share takes about a kilobyte;
/// `cargo xtask bench events` prints what rules of many kinds take.
pub struct RuleSet<K> {
    numbers: HashMap<K, u32>,
    rules: Slots<Rule<K>>,
    entries: Slots<Entry>,
    paths: Paths,
    tree: Tree,
    next: u64,
}

impl<K> Default for RuleSet<K> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            rules: Slots::default(),
            entries: Slots::default(),
            paths: Paths::default(),
            tree: Tree::default(),
            next: 0,
        }
    }
}

impl<K> fmt::Debug for RuleSet<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleSet").field("rules", &self.numbers.len()).finish_non_exhaustive()
    }
}

impl<K: Clone + Eq + Hash> RuleSet<K> {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many rules there are.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Adds a rule. A rule with the same key is replaced.
    pub fn add(&mut self, key: K, pattern: &Pattern) {
        self.remove(&key);
        self.next += 1;
        let rule = self.rules.insert(Rule { key: key.clone(), number: self.next, entries: Box::default() });
        let alternatives = pattern.conjunctions().len();
        let mut entries = Vec::with_capacity(alternatives);
        for conjunction in pattern.conjunctions() {
            let constraints: Box<Constraints> = conjunction
                .iter()
                .map(|constraint| (self.paths.add(&constraint.path), constraint.leaf.clone()))
                .collect();
            let entry = self.entries.insert(Entry { rule, constraints, filed: Vec::new() });
            if let Some(stored) = self.entries.get_mut(entry) {
                stored.filed = self.tree.insert(entry, &stored.constraints, alternatives);
            }
            entries.push(entry);
        }
        if let Some(rule) = self.rules.get_mut(rule) {
            rule.entries = entries.into();
        }
        self.numbers.insert(key, rule);
    }

    /// Removes a rule; says whether there was one.
    pub fn remove(&mut self, key: &K) -> bool {
        let Some(rule) = self.numbers.remove(key).and_then(|number| self.rules.remove(number)) else {
            return false;
        };
        let alternatives = rule.entries.len();
        for entry in rule.entries {
            let Some(Entry { constraints, filed, .. }) = self.entries.remove(entry) else { continue };
            let entries = &mut self.entries;
            self.tree.remove(entry, &constraints, alternatives, filed, |other, file, place| {
                if let Some(filed) = entries.get_mut(other).and_then(|it| it.filed.get_mut(file as usize)) {
                    filed.place_at(place);
                }
            });
            for (path, _) in constraints {
                self.paths.remove(path);
            }
        }
        true
    }

    /// The keys of the rules that match, in the order in which the rules were added.
    pub fn matching(&self, event: &Value) -> Vec<K> {
        let fields = Fields::of(event, &self.paths);
        let mut candidates = self.tree.candidates(&fields);
        candidates.sort_unstable();
        candidates.dedup();
        let mut matching: Vec<(u64, &K)> = Vec::new();
        for entry in candidates {
            let Some(entry) = self.entries.get(entry) else { continue };
            if solve::holds(entry.constraints.iter().map(|(path, leaf)| (*path, &**leaf)), &fields)
                && let Some(rule) = self.rules.get(entry.rule)
            {
                matching.push((rule.number, &rule.key));
            }
        }
        matching.sort_unstable_by_key(|(number, _)| *number);
        // Several alternatives of one rule may hold.
        matching.dedup_by_key(|(number, _)| *number);
        matching.into_iter().map(|(_, key)| key.clone()).collect()
    }
}

/// Values with small numbers; numbers of removed values are used again.
struct Slots<T> {
    all: Vec<Option<T>>,
    free: Vec<u32>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { all: Vec::new(), free: Vec::new() }
    }
}

impl<T> Slots<T> {
    fn insert(&mut self, value: T) -> u32 {
        match self.free.pop() {
            Some(number) => {
                self.all[number as usize] = Some(value);
                number
            }
            None => {
                self.all.push(Some(value));
                u32::try_from(self.all.len() - 1).expect("memory ends before 2^32 values")
            }
        }
    }

    fn get(&self, number: u32) -> Option<&T> {
        self.all.get(number as usize)?.as_ref()
    }

    fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        self.all.get_mut(number as usize)?.as_mut()
    }

    fn remove(&mut self, number: u32) -> Option<T> {
        let value = self.all.get_mut(number as usize)?.take();
        if value.is_some() {
            self.free.push(number);
        }
        value
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
        assert!(rules.is_empty() && rules.tree.is_empty());
        assert!(rules.rules.all.iter().all(Option::is_none) && rules.entries.all.iter().all(Option::is_none));
        assert!(!rules.paths.goes_on(Paths::ROOT));
    }

    #[test]
    fn rules_are_filed_where_they_differ() {
        let mut rules = RuleSet::new();
        for i in 0..100 {
            let text = format!(r#"{{"source": ["aws.s3"], "bucket": ["bucket-{i}"]}}"#);
            rules.add(i, &Pattern::parse(&text).expect("valid"));
        }
        assert_eq!(rules.tree.fullest(), 4);
        assert_eq!(rules.matching(&json!({"source": "aws.s3", "bucket": "bucket-7"})), [7]);
    }

    #[test]
    fn what_a_rule_takes_is_bounded() {
        let values: Vec<usize> = (0..2_000).collect();
        let pair = |i: usize| json!([{format!("x{i}"): [1]}, {format!("y{i}"): [1]}]);
        let ors: serde_json::Map<_, _> = (0..9).map(|i| (format!("o{i}"), json!({"$or": pair(i)}))).collect();
        let mut pattern = json!({"a": values, "b": values[..500], "c": values[..100]});
        let check = |pattern: &Value, most: usize| {
            let pattern = Pattern::parse(&pattern.to_string()).expect("valid");
            let mut rules = RuleSet::new();
            for key in 0..6 {
                rules.add(key, &pattern);
            }
            let filed: usize = rules.entries.all.iter().flatten().map(|entry| entry.filed.len()).sum();
            assert!(filed <= 6 * most, "{filed}");
            for key in 0..6 {
                rules.remove(&key);
            }
            assert!(rules.tree.is_empty());
        };
        check(&pattern, 4096);
        pattern.as_object_mut().expect("an object").extend(ors);
        check(&pattern, 4096 + 8 * 512);
    }
}
