//! Typed tables over the byte tables: values are JSON behind a leading format byte.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::key::show;
use crate::{Key, KeyRange, Order, Read, StoreError, Txn};

/// The only row format so far: JSON in UTF-8.
const FORMAT_JSON: u8 = 1;

/// A table whose values are `V`; declared once as a constant.
///
/// ```
/// use lirio_store::Table;
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct ObjectRow { size: u64 }
/// const OBJECTS: Table<ObjectRow> = Table::new("s3.objects");
/// ```
#[derive(Debug)]
pub struct Table<V> {
    name: &'static str,
    value: PhantomData<fn() -> V>,
}

impl<V> Clone for Table<V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<V> Copy for Table<V> {}

impl<V> Table<V> {
    /// A table of this name. Names are `service.things` and never change meaning.
    pub const fn new(name: &'static str) -> Table<V> {
        Table { name, value: PhantomData }
    }

    /// The name.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether the key has a row.
    pub fn exists(&self, read: &(impl Read + ?Sized), key: &Key) -> Result<bool, StoreError> {
        Ok(read.get(self.name, key)?.is_some())
    }

    /// How many rows begin with `prefix`.
    pub fn count(&self, read: &(impl Read + ?Sized), prefix: &Key) -> Result<u64, StoreError> {
        read.count(self.name, KeyRange::prefix(prefix))
    }

    /// Removes a row; whether there was one.
    pub fn delete(&self, txn: &mut Txn<'_>, key: &Key) -> Result<bool, StoreError> {
        txn.delete(self.name, key)
    }

    /// Removes all rows that begin with `prefix`; how many there were.
    pub fn delete_prefix(&self, txn: &mut Txn<'_>, prefix: &Key) -> Result<u64, StoreError> {
        txn.delete_range(self.name, KeyRange::prefix(prefix))
    }
}

impl<V: Serialize> Table<V> {
    /// Writes a row, new or not.
    pub fn put(&self, txn: &mut Txn<'_>, key: &Key, value: &V) -> Result<(), StoreError> {
        let value = self.encode(value)?;
        txn.put(self.name, key, &value)
    }

    /// Writes a new row; false, and nothing changed, if the key has one already.
    pub fn insert(&self, txn: &mut Txn<'_>, key: &Key, value: &V) -> Result<bool, StoreError> {
        let value = self.encode(value)?;
        txn.insert(self.name, key, &value)
    }

    /// Writes a row, new or not, that [`Table::encode`] made: what is encoded outside of a commit does not hold up
    /// the others.
    pub fn put_encoded(&self, txn: &mut Txn<'_>, key: &Key, value: &[u8]) -> Result<(), StoreError> {
        txn.put(self.name, key, value)
    }

    /// A value as a row of this table holds it.
    pub fn encode(&self, value: &V) -> Result<Vec<u8>, StoreError> {
        let mut bytes = vec![FORMAT_JSON];
        serde_json::to_writer(&mut bytes, value)
            .map_err(|error| StoreError::Encode { place: self.name.to_owned(), reason: error.to_string() })?;
        Ok(bytes)
    }
}

impl<V: DeserializeOwned> Table<V> {
    /// The row of a key.
    pub fn get(&self, read: &(impl Read + ?Sized), key: &Key) -> Result<Option<V>, StoreError> {
        read.get(self.name, key)?.map(|value| self.decode(key, &value)).transpose()
    }

    /// The rows that begin with `prefix`, in key order, those after `after` if given, at most `limit`.
    pub fn scan_prefix(
        &self,
        read: &(impl Read + ?Sized),
        prefix: &Key,
        after: Option<&Key>,
        limit: usize,
    ) -> Result<Vec<(Key, V)>, StoreError> {
        let range = KeyRange::prefix(prefix);
        let range = match after {
            Some(key) => range.after(key),
            None => range,
        };
        self.scan(read, range, Order::Ascending, limit)
    }

    /// The rows of a range, at most `limit`.
    pub fn scan(
        &self,
        read: &(impl Read + ?Sized),
        range: KeyRange,
        order: Order,
        limit: usize,
    ) -> Result<Vec<(Key, V)>, StoreError> {
        read.scan(self.name, range, order, limit)?
            .into_iter()
            .map(|(key, value)| self.decode(&key, &value).map(|value| (Key::from_bytes(key), value)))
            .collect()
    }

    fn decode(&self, key: &[u8], value: &[u8]) -> Result<V, StoreError> {
        let reason = match value.split_first() {
            Some((&FORMAT_JSON, json)) => match serde_json::from_slice(json) {
                Ok(value) => return Ok(value),
                Err(error) => error.to_string(),
            },
            Some((format, _)) => format!("unknown row format {format}"),
            None => "an empty row".to_owned(),
        };
        Err(StoreError::Corrupt { place: format!("table {}, key {}", self.name, show(key)), reason })
    }
}
