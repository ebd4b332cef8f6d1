//! Items out of JSON: the elements of an array, or lines.

use std::cell::Cell;
use std::fmt;
use std::io::{BufRead, Read as _};
use std::ops::ControlFlow;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::limited::{Budget, Limited, unreadable};
use super::{Each, MAX_ITEM};

/// What the service says when the items are no array.
const NOT_AN_ARRAY: &str = "Attempting to map over non-iterable node.";

/// Reads the elements of the array at `pointer`, a JSON Pointer; the rest is skipped.
pub(super) fn array_items(
    content: impl BufRead,
    pointer: &str,
    each: &mut Each<'_>,
) -> Result<ControlFlow<()>, String> {
    let segments: Vec<String> =
        pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect();
    let budget = Budget::default();
    budget.set(MAX_ITEM);
    let outcome = Cell::new(Outcome::Nothing);
    let mut deserializer = serde_json::Deserializer::from_reader(Limited::new(content, budget.clone()));
    let at = At { segments: &segments, each, budget: &budget, outcome: &outcome };
    let result = at.deserialize(&mut deserializer).and_then(|()| deserializer.end());
    match (outcome.get(), result) {
        (Outcome::Enough, _) => Ok(ControlFlow::Break(())),
        (_, Err(error)) if !error.is_data() => Err(unreadable(&error)),
        (Outcome::Read, Ok(())) => Ok(ControlFlow::Continue(())),
        (Outcome::Read, Err(error)) => Err(unreadable(&error)),
        (Outcome::Nothing, _) => Err(NOT_AN_ARRAY.to_owned()),
    }
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// No array where one should be.
    Nothing,
    /// The array.
    Read,
    /// The array, of which no more is wanted.
    Enough,
}

/// The way to the array that is left.
struct At<'a, 'e> {
    segments: &'a [String],
    each: &'a mut Each<'e>,
    budget: &'a Budget,
    outcome: &'a Cell<Outcome>,
}

impl<'de> DeserializeSeed<'de> for At<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.segments.is_empty() { "an array" } else { "an object or array" })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.segments.split_first() else {
            self.outcome.set(Outcome::Read);
            loop {
                self.budget.set(MAX_ITEM);
                let Some(item) = seq.next_element::<Value>()? else { return Ok(()) };
                if (self.each)(item).is_break() {
                    self.outcome.set(Outcome::Enough);
                    return Err(A::Error::custom("no more is wanted"));
                }
            }
        };
        let At { each, budget, outcome, .. } = self;
        let wanted = first.parse::<u64>().ok();
        let mut index = 0;
        loop {
            if Some(index) == wanted {
                let at = At { segments: rest, each: &mut *each, budget, outcome };
                if seq.next_element_seed(at)?.is_none() {
                    return Ok(());
                }
            } else {
                budget.lift();
                if seq.next_element::<IgnoredAny>()?.is_none() {
                    return Ok(());
                }
            }
            index += 1;
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((first, rest)) = self.segments.split_first() else {
            return Err(A::Error::custom(NOT_AN_ARRAY));
        };
        let At { each, budget, outcome, .. } = self;
        loop {
            budget.set(MAX_ITEM);
            let Some(name) = map.next_key::<String>()? else { return Ok(()) };
            if name == *first && outcome.get() == Outcome::Nothing {
                map.next_value_seed(At { segments: rest, each: &mut *each, budget, outcome })?;
            } else {
                budget.lift();
                map.next_value::<IgnoredAny>()?;
            }
        }
    }
}

/// Reads a JSON value from each line; empty lines have none.
pub(super) fn lines(mut content: impl BufRead, each: &mut Each<'_>) -> Result<ControlFlow<()>, String> {
    let mut line = Vec::new();
    let mut number = 0_u64;
    loop {
        line.clear();
        number += 1;
        let most = MAX_ITEM as u64 + 1;
        let read = (&mut content).take(most).read_until(b'\n', &mut line).map_err(|e| unreadable(&e))?;
        if read == 0 {
            return Ok(ControlFlow::Continue(()));
        }
        if line.len() > MAX_ITEM {
            return Err(format!("Line {number} is larger than {MAX_ITEM} bytes"));
        }
        let text = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line) } else { &line };
        if text.trim_ascii().is_empty() {
            continue;
        }
        let item: Value =
            serde_json::from_slice(text).map_err(|e| format!("Line {number} is not valid JSON: {e}"))?;
        if each(item).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
}
