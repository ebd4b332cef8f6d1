//! Listing versions: current objects and all other versions, merged in order.

use std::cmp::Reverse;
use std::collections::VecDeque;

use lirio_store::{KeyRange, Order, Read, StoreError, Table};

use crate::list::{Entry, Query, key_of};
use crate::rows::{OBJECTS, VERSIONS, Version, object_key, version_key};

/// A row of a listing of versions.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    pub(crate) version: Version,
    pub(crate) latest: bool,
}

/// Reads a table forwards, some rows at a time.
struct Cursor<'r, R: ?Sized> {
    read: &'r R,
    table: Table<Version>,
    range: KeyRange,
    buffer: VecDeque<(String, Version)>,
    batch: usize,
    ended: bool,
}

impl<'r, R: Read + ?Sized> Cursor<'r, R> {
    fn new(read: &'r R, table: Table<Version>, range: KeyRange) -> Self {
        Self { read, table, range, buffer: VecDeque::new(), batch: 8, ended: false }
    }

    /// The order of the next row.
    fn peek(&mut self) -> Result<Option<(&str, Reverse<u64>)>, StoreError> {
        if self.buffer.is_empty() && !self.ended {
            let rows = self.table.scan(self.read, self.range.clone(), Order::Ascending, self.batch)?;
            self.ended = rows.len() < self.batch;
            if let Some((last, _)) = rows.last() {
                self.range = self.range.clone().after(last);
            }
            for (row, version) in rows {
                self.buffer.push_back((key_of(&row)?, version));
            }
            self.batch = (self.batch * 2).min(256);
        }
        Ok(self.buffer.front().map(|(key, version)| (key.as_str(), Reverse(version.sequence))))
    }

    fn pop(&mut self) -> Option<(String, Version)> {
        self.buffer.pop_front()
    }

    fn seek(&mut self, range: KeyRange) {
        *self = Self::new(self.read, self.table, range);
    }
}

/// One page of versions in AWS's order (by key, newest first), and whether there is more.
///
/// `inside`: begin within the versions of a key, past the one of this number.
pub(crate) fn page(
    read: &(impl Read + ?Sized),
    query: &Query,
    inside: Option<(&str, u64)>,
) -> Result<(Vec<Entry<Listed>>, bool), StoreError> {
    let mut entries = Vec::new();
    if query.most == 0 {
        return Ok((entries, false));
    }
    let mut object_range = query.range();
    let mut version_range = object_range.clone();
    let mut previous = None;
    if let Some((key, sequence)) = inside {
        object_range = object_range.from(&object_key(&query.bucket, key));
        version_range = version_range.after(&version_key(&query.bucket, key, sequence));
        previous = Some(key.to_owned());
    }
    let mut objects = Cursor::new(read, OBJECTS, object_range);
    let mut others = Cursor::new(read, VERSIONS, version_range);
    while entries.len() <= query.most {
        let from_objects = match (objects.peek()?, others.peek()?) {
            (None, None) => break,
            (Some(object), Some(other)) => object < other,
            (object, _) => object.is_some(),
        };
        let next = if from_objects { objects.pop() } else { others.pop() };
        let Some((key, version)) = next else { break };
        if inside.is_some_and(|(marker, sequence)| key == marker && version.sequence >= sequence) {
            continue;
        }
        if let Some(prefix) = query.rolled_up(&key) {
            let past = KeyRange::prefix(&query.below(&query.prefix)).after_prefix(&query.below(prefix));
            objects.seek(past.clone());
            others.seek(past);
            entries.push(Entry::Prefix(prefix.to_owned()));
            continue;
        }
        let latest = previous.as_deref() != Some(key.as_str());
        let row = version_key(&query.bucket, &key, version.sequence);
        previous = Some(key.clone());
        entries.push(Entry::Row { key, row, value: Listed { version, latest } });
    }
    let more = entries.len() > query.most;
    entries.truncate(query.most);
    Ok((entries, more))
}
