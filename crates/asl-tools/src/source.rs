//! A definition as it was written, with the variables of its project.

use std::collections::BTreeMap;
use std::ops::Range;

use lirio_stack::{Rendered, render_known};
use serde_json::Value;

/// A definition: its file's name, its text, and the text with the values of variables.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    written: String,
    rendered: Rendered,
}

impl Source {
    /// Replaces the known `${variables}`; others stay as they are.
    pub fn new(
        name: impl Into<String>,
        written: impl Into<String>,
        variables: &BTreeMap<String, Value>,
    ) -> Source {
        let written = written.into();
        let rendered = render_known(&written, variables);
        Source { name: name.into(), written, rendered }
    }

    /// The file's name, for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as it was written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The text of the definition.
    pub fn definition(&self) -> &str {
        &self.rendered.text
    }

    /// The names that look like variables and have no value, each once, in order.
    pub fn unknown_variables(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for name in self.rendered.unknown.iter().filter_map(|unknown| unknown.name.as_deref()) {
            if is_variable(name) && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The place in the written text of a part of the definition.
    pub(crate) fn place(&self, part: Range<usize>) -> Range<usize> {
        let place = self.rendered.written(part);
        let end = self.boundary(place.end);
        self.boundary(place.start).min(end)..end
    }

    fn boundary(&self, at: usize) -> usize {
        let mut at = at.min(self.written.len());
        while !self.written.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// Whether a place is one JSON string with an unknown variable in it: nobody can say what it
    /// will be, a number, a resource or a state's name.
    pub(crate) fn is_open(&self, place: &Range<usize>) -> bool {
        let text = &self.written[place.clone()];
        let is_string =
            text.len() > 1 && text.starts_with('"') && text.ends_with('"') && !text.contains('\n');
        is_string
            && self.rendered.unknown.iter().any(|unknown| {
                unknown.name.as_deref().is_some_and(is_variable)
                    && place.start < unknown.at.start
                    && unknown.at.end < place.end
            })
    }
}

/// JSONata has `${` too, but with a key and a value between the braces.
fn is_variable(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.".contains(c))
}
