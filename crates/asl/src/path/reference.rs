//! Reference paths: paths that name exactly one place, so that `ResultPath` can write there.

use serde_json::{Map, Value};

use super::{Path, PathSyntaxError, Root, Step};

/// A path of plain names and indices.
#[derive(Debug, Clone)]
pub struct ReferencePath(Path);

/// The document has something else where the path needs an object or array.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Unable to apply step \"{step}\" to input {input}")]
pub struct ReferenceError {
    /// The step that does not fit.
    pub step: String,
    /// What it met, as JSON.
    pub input: String,
}

impl ReferencePath {
    /// Parses a path and refuses anything but names and non-negative indices.
    pub fn parse(text: &str) -> Result<ReferencePath, PathSyntaxError> {
        let path = Path::parse(text)?;
        let plain =
            path.steps.iter().all(|s| matches!(s, Step::Child(_)) || matches!(s, Step::Index(i) if *i >= 0));
        if path.root != Root::Input || path.function.is_some() || !plain {
            let message = "A reference path may have only '$', names and indices".to_owned();
            return Err(PathSyntaxError { message, at: 0 });
        }
        Ok(ReferencePath(path))
    }

    /// The path as it was written.
    pub fn text(&self) -> &str {
        self.0.text()
    }

    /// `document` with `value` in the place that the path names; missing objects are made.
    pub fn write(&self, mut document: Value, value: Value) -> Result<Value, ReferenceError> {
        let mut place = &mut document;
        for step in &self.0.steps {
            place = match step {
                Step::Child(name) => {
                    if !place.is_object() {
                        return Err(ReferenceError { step: name.clone(), input: shown(place) });
                    }
                    let members = place.as_object_mut().expect("checked to be an object above");
                    members.entry(name.clone()).or_insert_with(|| Value::Object(Map::new()))
                }
                Step::Index(index) => {
                    let fits = place.as_array().is_some_and(|items| (*index as u64) < items.len() as u64);
                    if !fits {
                        return Err(ReferenceError { step: index.to_string(), input: shown(place) });
                    }
                    &mut place.as_array_mut().expect("checked to be an array above")[*index as usize]
                }
                _ => unreachable!("parse refuses other steps"),
            };
        }
        *place = value;
        Ok(document)
    }
}

/// The JSON of `value`, cut so that a message stays a message.
fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.len() <= 1000 { text } else { text.chars().take(1000).chain("...".chars()).collect() }
}
