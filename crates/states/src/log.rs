//! The log of executions: batches of records by [`batch_key`](crate::tables::batch_key), in the form of [`lirio_asl::log`].

use lirio_asl::{Record, log};
use lirio_store::{Key, KeyRange, Order, Read, StoreError, Txn};

use crate::tables::execution_key;

/// The table.
const LOG: &str = "states.log";

/// A batch as it is stored.
pub(crate) fn encode(records: &[Record]) -> Result<Vec<u8>, StoreError> {
    log::encode(records)
        .map_err(|error| StoreError::Encode { place: LOG.to_owned(), reason: error.to_string() })
}

/// Writes a batch; false, and nothing changed, if there is one of that key.
pub(crate) fn insert(txn: &mut Txn<'_>, key: &Key, batch: &[u8]) -> Result<bool, StoreError> {
    txn.insert(LOG, key, batch)
}

/// The batches of a range of keys, at most `limit`.
pub(crate) fn scan(
    read: &(impl Read + ?Sized),
    range: KeyRange,
    order: Order,
    limit: usize,
) -> Result<Vec<(Key, Vec<Record>)>, StoreError> {
    let batches = read.scan(LOG, range, order, limit)?;
    batches.into_iter().map(|(key, batch)| Ok((Key::from_bytes(key), decode(&batch)?))).collect()
}

/// All batches of an execution, in order, and how many bytes they have.
pub(crate) fn of(read: &(impl Read + ?Sized), arn: &str) -> Result<(Vec<Vec<Record>>, usize), StoreError> {
    let batches = read.scan(LOG, KeyRange::prefix(&execution_key(arn)), Order::Ascending, usize::MAX)?;
    let bytes = batches.iter().map(|(_, batch)| batch.len()).sum();
    Ok((batches.iter().map(|(_, batch)| decode(batch)).collect::<Result<_, _>>()?, bytes))
}

/// Removes the log of an execution.
pub(crate) fn remove(txn: &mut Txn<'_>, arn: &str) -> Result<(), StoreError> {
    txn.delete_range(LOG, KeyRange::prefix(&execution_key(arn))).map(drop)
}

fn decode(batch: &[u8]) -> Result<Vec<Record>, StoreError> {
    log::decode(batch)
        .map_err(|error| StoreError::Corrupt { place: format!("table {LOG}"), reason: error.to_string() })
}
