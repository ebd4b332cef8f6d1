//! Beginnings of texts; endings are beginnings of texts turned round.

use std::collections::BTreeMap;
use std::ops::Bound;

/// Texts with values, of which all that a longer text begins with are found.
#[derive(Debug)]
pub(crate) struct Affixes<V>(BTreeMap<Box<[u8]>, V>);

impl<V> Default for Affixes<V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<V> Affixes<V> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn get(&self, text: &[u8]) -> Option<&V> {
        self.0.get(text)
    }

    pub(crate) fn get_mut(&mut self, text: &[u8]) -> Option<&mut V> {
        self.0.get_mut(text)
    }

    pub(crate) fn insert(&mut self, text: &[u8], value: V) {
        self.0.insert(text.into(), value);
    }

    pub(crate) fn remove(&mut self, text: &[u8]) {
        self.0.remove(text);
    }

    /// The values of all texts that `text` begins with, the longest first.
    ///
    /// A step finds the last of the texts that are not after what is left of `text`. Either `text` begins with it,
    /// or no text that is longer than what the two have in common can be found any more. So each step shortens what
    /// is left, and few steps do.
    pub(crate) fn find<'a>(&'a self, text: &[u8], mut found: impl FnMut(&'a V)) {
        let mut rest = text;
        while let Some((begin, value)) =
            self.0.range::<[u8], _>((Bound::Unbounded, Bound::Included(rest))).next_back()
        {
            let common = begin.iter().zip(rest).take_while(|(one, other)| one == other).count();
            if common < begin.len() {
                rest = &rest[..common];
                continue;
            }
            found(value);
            match common.checked_sub(1) {
                Some(shorter) => rest = &rest[..shorter],
                None => break,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_beginnings_of_a_text() {
        let mut affixes = Affixes::default();
        for text in ["", "a", "ab", "abc", "ac", "b", "zz", "abd"] {
            affixes.insert(text.as_bytes(), text);
        }
        let check = |text: &str, expected: &[&str]| {
            let mut found = Vec::new();
            affixes.find(text.as_bytes(), |begin| found.push(*begin));
            assert_eq!(found, expected, "{text}");
        };
        check("", &[""]);
        check("abcd", &["abc", "ab", "a", ""]);
        check("ae", &["a", ""]);
        check("c", &[""]);
        check("zzz", &["zz", ""]);
        check("abe", &["ab", "a", ""]);
    }

    proptest! {
        #[test]
        fn trying_each_finds_the_same(texts in prop::collection::btree_set("[abc]{0,4}", 0..12), text in "[abc]{0,6}") {
            let mut affixes = Affixes::default();
            texts.iter().for_each(|text| affixes.insert(text.as_bytes(), text.clone()));
            let mut found = Vec::new();
            affixes.find(text.as_bytes(), |begin| found.push(begin.clone()));
            found.sort();
            let expected: Vec<String> = texts.into_iter().filter(|begin| text.starts_with(begin.as_str())).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
