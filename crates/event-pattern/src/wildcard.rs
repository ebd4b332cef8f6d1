//! `*` patterns of event rules: parsed with AWS's rules, matched in linear time.

use std::collections::{HashMap, HashSet};

/// A parsed wildcard: literal pieces with "anything" between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Wildcard {
    /// The text between stars. One piece means there was no star.
    pieces: Vec<String>,
}

/// Why a wildcard is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WildcardError {
    /// Two stars in a row; the position counts from 1 and is that of the first.
    Consecutive(usize),
    /// A backslash before something else than a star or a backslash.
    Escape(usize),
    /// Matching could need too many partial matches at once.
    TooComplex,
}

/// How many beginnings of a wildcard one text may match at once.
/// AWS publishes no number; the texts it is known to accept stay below this, those it refuses lie above.
const MOST_PARTIAL_MATCHES: usize = 9;

/// How many states the complexity check looks at before it gives up and refuses.
const MOST_STATES: usize = 20_000;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    Star,
    Char(char),
}

impl Wildcard {
    pub(crate) fn parse(text: &str) -> Result<Self, WildcardError> {
        let mut items = Vec::new();
        let mut pieces = vec![String::new()];
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let literal = match c {
                '*' => {
                    if chars.peek().is_some_and(|(_, next)| *next == '*') {
                        return Err(WildcardError::Consecutive(at + 1));
                    }
                    items.push(Item::Star);
                    pieces.push(String::new());
                    continue;
                }
                '\\' => match chars.next() {
                    Some((_, escaped @ ('*' | '\\'))) => escaped,
                    _ => return Err(WildcardError::Escape(at + 1)),
                },
                other => other,
            };
            items.push(Item::Char(literal));
            pieces.last_mut().expect("there is always a piece").push(literal);
        }
        if too_complex(&items) { Err(WildcardError::TooComplex) } else { Ok(Self { pieces }) }
    }

    /// The text between stars, never none; one means that there is no star.
    pub(crate) fn pieces(&self) -> &[String] {
        &self.pieces
    }

    /// Whether the whole of `text` matches. Linear: the leftmost place of each piece is always a right choice.
    pub(crate) fn matches(&self, text: &str) -> bool {
        let [first, middle @ .., last] = self.pieces.as_slice() else {
            return self.pieces.iter().any(|only| only == text);
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        for piece in middle {
            match rest.find(piece.as_str()) {
                Some(at) => rest = &rest[at + piece.len()..],
                None => return false,
            }
        }
        rest.ends_with(last.as_str())
    }
}

/// Whether some text could match more than [`MOST_PARTIAL_MATCHES`] beginnings of the pattern at once.
///
/// It walks the automaton of all texts: a state is the set of beginnings that the text so far matches.
/// Sets are small (larger ones end the walk) and their number is bounded, so the walk is too.
fn too_complex(items: &[Item]) -> bool {
    if items.iter().filter(|item| **item == Item::Star).count() < 1 {
        return false;
    }
    let mut start = vec![0usize];
    close(items, &mut start);
    let mut seen = HashSet::from([start.clone()]);
    let mut todo = vec![start];
    while let Some(state) = todo.pop() {
        if state.len() > MOST_PARTIAL_MATCHES || seen.len() > MOST_STATES {
            return true;
        }
        // Only characters that the pattern waits for here lead anywhere new; `None` stands for all others.
        let mut steps: HashMap<Option<char>, ()> = HashMap::from([(None, ())]);
        for at in &state {
            if let Some(Item::Char(c)) = items.get(*at) {
                steps.insert(Some(*c), ());
            }
        }
        for step in steps.into_keys() {
            let mut next = Vec::new();
            for at in &state {
                if *at > 0 && items[*at - 1] == Item::Star {
                    next.push(*at);
                }
                if let (Some(Item::Char(c)), Some(read)) = (items.get(*at), step)
                    && *c == read
                {
                    next.push(*at + 1);
                }
            }
            close(items, &mut next);
            if !next.is_empty() && seen.insert(next.clone()) {
                todo.push(next);
            }
        }
    }
    false
}

/// Adds the beginnings that end with a star and so match without reading more; sorts.
fn close(items: &[Item], state: &mut Vec<usize>) {
    let mut i = 0;
    while i < state.len() {
        if items.get(state[i]) == Some(&Item::Star) {
            state.push(state[i] + 1);
        }
        i += 1;
    }
    state.sort_unstable();
    state.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_are_matched_whole() {
        for (pattern, text, expected) in [
            ("", "", true),
            ("", "a", false),
            ("*", "", true),
            ("a*", "a", true),
            ("*bc", "abc", true),
            ("d*ff", "dexeff", true),
            ("12*4*", "12345", true),
            ("xy*", "abcxyz", false),
            ("ab*ba", "aba", false),
            (r"\*", "*", true),
            (r"\*", "a", false),
            (r"a\\*", r"a\b", true),
            ("*é*", "caféine", true),
        ] {
            let parsed = Wildcard::parse(pattern).expect(pattern);
            assert_eq!(parsed.matches(text), expected, "{pattern} on {text}");
        }
    }

    #[test]
    fn bad_ones_are_refused() {
        for (pattern, expected) in [
            ("arn:aws:events:us-east-1:**:event-bus/*", Some(WildcardError::Consecutive(26))),
            (r"a\b", Some(WildcardError::Escape(2))),
            (r"a\", Some(WildcardError::Escape(2))),
            ("*:*:*:*:*:event-bus/*", Some(WildcardError::TooComplex)),
            ("/Users/*/dir/dir/dir/dir/dir/doc.txt", None),
            ("arn:aws:events:us-east-1:*:event-bus/*", None),
        ] {
            assert_eq!(Wildcard::parse(pattern).err(), expected, "{pattern}");
        }
    }

    #[test]
    fn the_complexity_check_ends() {
        let _ = Wildcard::parse(&"*ab".repeat(2000));
        let _ = Wildcard::parse(&("*".to_owned() + &"a".repeat(4000)));
    }

    fn naive(pattern: &[char], text: &[char]) -> bool {
        match (pattern, text) {
            ([], []) => true,
            (['*', rest @ ..], _) => {
                naive(rest, text) || matches!(text, [_, less @ ..] if naive(pattern, less))
            }
            ([p, rest @ ..], [t, less @ ..]) => p == t && naive(rest, less),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_naive_matcher(pattern in "[ab*]{0,8}", text in "[ab]{0,8}") {
            if let Ok(parsed) = Wildcard::parse(&pattern) {
                let (p, t): (Vec<_>, Vec<_>) = (pattern.chars().collect(), text.chars().collect());
                prop_assert_eq!(parsed.matches(&text), naive(&p, &t));
            }
        }
    }
}
