//! Walking the keys of a bucket in order, with common prefixes rolled up.
//!
//! A common prefix costs one seek past everything under it, however many keys that is.

use lirio_store::{Key, KeyRange, Order, Read, StoreError, Table};
use serde::de::DeserializeOwned;

use crate::rows::object_key;

/// What to list.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) bucket: String,
    pub(crate) prefix: String,
    /// None where keys are not rolled up.
    pub(crate) delimiter: Option<String>,
    pub(crate) start: Start,
    pub(crate) most: usize,
}

/// Where a listing begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// At the first key.
    Beginning,
    /// Past a key (and, in tables with several rows of a key, past all of them).
    After(String),
    /// Past a row.
    AfterRow(Key),
    /// Past all keys with this beginning.
    AfterPrefix(String),
}

impl Start {
    /// From a marker that a client gives, which may be a common prefix of an earlier page.
    pub(crate) fn from_marker(marker: Option<&str>, delimiter: Option<&str>) -> Self {
        match (marker, delimiter) {
            (None | Some(""), _) => Start::Beginning,
            (Some(marker), Some(delimiter)) if marker.ends_with(delimiter) => {
                Start::AfterPrefix(marker.to_owned())
            }
            (Some(marker), _) => Start::After(marker.to_owned()),
        }
    }
}

/// One entry of a listing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Entry<V> {
    /// A row.
    Row {
        /// The object's key.
        key: String,
        /// The row's key.
        row: Key,
        /// The row.
        value: V,
    },
    /// A common prefix, delimiter included.
    Prefix(String),
}

impl<V> Entry<V> {
    /// What the entry sorts by.
    pub(crate) fn name(&self) -> &str {
        match self {
            Entry::Row { key, .. } => key,
            Entry::Prefix(prefix) => prefix,
        }
    }
}

impl Query {
    /// All rows of the listing.
    pub(crate) fn range(&self) -> KeyRange {
        let whole = KeyRange::prefix(&self.below(&self.prefix));
        match &self.start {
            Start::Beginning => whole,
            Start::After(key) => whole.after_prefix(&object_key(&self.bucket, key)),
            Start::AfterRow(row) => whole.after(row),
            Start::AfterPrefix(prefix) => whole.after_prefix(&self.below(prefix)),
        }
    }

    /// The beginning of the rows whose key begins so.
    pub(crate) fn below(&self, beginning: &str) -> Key {
        Key::new().str(&self.bucket).str_prefix(beginning)
    }

    /// The common prefix that stands for a key.
    pub(crate) fn rolled_up<'k>(&self, key: &'k str) -> Option<&'k str> {
        let delimiter = self.delimiter.as_deref()?;
        let rest = key.get(self.prefix.len()..)?;
        let at = rest.find(delimiter)?;
        key.get(..self.prefix.len() + at + delimiter.len())
    }

    /// One page, and whether there is more.
    pub(crate) fn page<V: DeserializeOwned>(
        &self,
        read: &(impl Read + ?Sized),
        table: Table<V>,
    ) -> Result<(Vec<Entry<V>>, bool), StoreError> {
        let mut entries: Vec<Entry<V>> = Vec::new();
        if self.most == 0 {
            return Ok((entries, false));
        }
        // One more than asked for tells whether there is more.
        let wanted = self.most + 1;
        let few = if self.delimiter.is_some() { 8 } else { wanted };
        let mut batch = few;
        let mut range = self.range();
        'seek: while entries.len() < wanted {
            let limit = batch.min(wanted - entries.len());
            let rows = table.scan(read, range.clone(), Order::Ascending, limit)?;
            let ended = rows.len() < limit;
            for (row, value) in rows {
                let key = key_of(&row)?;
                if let Some(prefix) = self.rolled_up(&key) {
                    range = range.after_prefix(&self.below(prefix));
                    entries.push(Entry::Prefix(prefix.to_owned()));
                    batch = few;
                    continue 'seek;
                }
                range = range.after(&row);
                entries.push(Entry::Row { key, row, value });
            }
            if ended {
                break;
            }
            batch = (batch * 2).min(wanted);
        }
        let more = entries.len() > self.most;
        entries.truncate(self.most);
        Ok((entries, more))
    }
}

/// The object's key in a row's key.
pub(crate) fn key_of(row: &Key) -> Result<String, StoreError> {
    let mut parts = row.parts();
    parts.str()?;
    parts.str()
}
