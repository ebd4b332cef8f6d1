//! What is known about a request besides who, what and on what.

use std::collections::HashMap;

/// Condition keys and their values. Keys are compared without case, as AWS does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    values: HashMap<String, Vec<String>>,
}

impl Context {
    /// No keys.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a key such as `aws:SourceIp` to its values.
    pub fn insert<V: Into<String>>(&mut self, key: &str, values: impl IntoIterator<Item = V>) {
        self.values.insert(key.to_ascii_lowercase(), values.into_iter().map(Into::into).collect());
    }

    /// The same with one more key.
    #[must_use]
    pub fn with<V: Into<String>>(mut self, key: &str, values: impl IntoIterator<Item = V>) -> Self {
        self.insert(key, values);
        self
    }

    /// The values of a key, if the request has it.
    pub fn get(&self, key: &str) -> Option<&[String]> {
        self.values.get(&key.to_ascii_lowercase()).map(Vec::as_slice)
    }

    /// Sets a key that the caller did not set.
    pub(crate) fn supply(&mut self, key: &str, value: impl FnOnce() -> Option<String>) {
        let key = key.to_ascii_lowercase();
        if !self.values.contains_key(&key)
            && let Some(value) = value()
        {
            self.values.insert(key, vec![value]);
        }
    }
}
