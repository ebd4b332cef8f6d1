//! The data of metrics on disk: tiers of finer and coarser buckets.
//!
//! A datum is in exactly one tier at any time.  It comes in as a row of its own (nothing is read to write it);
//! when the chunk of time that it falls into is over, the rows of the chunk become one; when the tier keeps it
//! no longer, the chunk moves into the next tier, coarser.  What is to be done when is a queue of keys
//! ([`crate::keep`]).
//!
//! Retention is AWS's ("CloudWatch concepts", metrics retention): below a minute 3 hours, a minute 15 days,
//! 5 minutes 63 days, an hour 455 days.

use std::collections::BTreeMap;

use lirio_store::{Key, KeyRange, Order, Read, StoreError, Table, Txn};
use serde::{Deserialize, Serialize};

use crate::chunk::{self, Bucket};
use crate::summary::Summary;

/// Metrics by [`crate::metric::MetricId::key`].
pub(crate) const METRICS: Table<MetricRow> = Table::new("cloudwatch.metrics");
/// The keys of metrics by number.
const METRIC_KEYS: &str = "cloudwatch.metric_keys";
/// Rows of buckets by metric, tier, chunk and number of the call.
pub(crate) const POINTS: &str = "cloudwatch.points";
/// Chunks that something is to be done with, by when.
pub(crate) const DUE: &str = "cloudwatch.due";

/// A metric.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct MetricRow {
    /// Its number, given once.
    pub(crate) id: u64,
    /// When data last came, within [`SEEN_STEP_MS`].
    pub(crate) seen_ms: i64,
}

/// How far the time when data last came may lag, so that not every datum writes its metric's row.
pub(crate) const SEEN_STEP_MS: i64 = 10 * 60_000;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How finely data are kept, and how long.
#[derive(Debug)]
pub(crate) struct Tier {
    /// The length of a bucket.
    pub(crate) bucket_ms: i64,
    /// The length of a chunk.
    pub(crate) chunk_ms: i64,
    /// How long after its end a chunk stays.
    pub(crate) keep_ms: i64,
    /// How long after its end a chunk's rows become one.
    fold_ms: i64,
    /// Distinct values of a bucket that it takes over exactly from the tier before; more become bins.
    exact: usize,
}

/// From fine to coarse.
pub(crate) static TIERS: [Tier; 4] = [
    Tier { bucket_ms: 1000, chunk_ms: 60_000, keep_ms: 3 * HOUR_MS, fold_ms: 60_000, exact: 1024 },
    Tier { bucket_ms: 60_000, chunk_ms: HOUR_MS, keep_ms: 15 * DAY_MS, fold_ms: 10 * 60_000, exact: 16 },
    Tier { bucket_ms: 300_000, chunk_ms: 6 * HOUR_MS, keep_ms: 63 * DAY_MS, fold_ms: HOUR_MS, exact: 16 },
    Tier { bucket_ms: HOUR_MS, chunk_ms: 5 * DAY_MS, keep_ms: 455 * DAY_MS, fold_ms: DAY_MS, exact: 16 },
];

/// A chunk of a metric's data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Chunk {
    pub(crate) metric: u64,
    pub(crate) tier: u8,
    pub(crate) number: u32,
}

impl Chunk {
    /// The chunk of a tier that an instant falls into, and the bucket in it.
    pub(crate) fn at(metric: u64, tier: u8, at_ms: i64) -> (Self, u32) {
        let Tier { bucket_ms, chunk_ms, .. } = TIERS[usize::from(tier)];
        let number = u32::try_from(at_ms.div_euclid(chunk_ms)).unwrap_or(0);
        let bucket = u32::try_from(at_ms.rem_euclid(chunk_ms) / bucket_ms).unwrap_or(0);
        (Self { metric, tier, number }, bucket)
    }

    pub(crate) fn tier(&self) -> &'static Tier {
        &TIERS[usize::from(self.tier)]
    }

    pub(crate) fn start_ms(&self) -> i64 {
        i64::from(self.number) * self.tier().chunk_ms
    }

    pub(crate) fn end_ms(&self) -> i64 {
        self.start_ms() + self.tier().chunk_ms
    }

    fn prefix(&self) -> Vec<u8> {
        let mut key = Vec::with_capacity(21);
        key.extend_from_slice(&self.metric.to_be_bytes());
        key.push(self.tier);
        key.extend_from_slice(&self.number.to_be_bytes());
        key
    }

    fn row(&self, call: u64) -> Vec<u8> {
        let mut key = self.prefix();
        key.extend_from_slice(&call.to_be_bytes());
        key
    }

    fn rows(&self) -> KeyRange {
        KeyRange::prefix(&Key::from_bytes(self.prefix()))
    }

    /// Its key in the queue.
    fn due_key(&self, due_ms: i64) -> Vec<u8> {
        let mut key = Vec::with_capacity(21);
        key.extend_from_slice(&due_ms.unsigned_abs().to_be_bytes());
        key.extend_from_slice(&self.prefix());
        key
    }

    /// From a key of the queue: when, and which.
    pub(crate) fn of_due_key(key: &[u8]) -> Option<(i64, Self)> {
        let (due, rest) = key.split_first_chunk::<8>()?;
        let (metric, rest) = rest.split_first_chunk::<8>()?;
        let (tier, rest) = rest.split_first()?;
        let number = <[u8; 4]>::try_from(rest).ok()?;
        let chunk =
            Self { metric: u64::from_be_bytes(*metric), tier: *tier, number: u32::from_be_bytes(number) };
        (usize::from(*tier) < TIERS.len()).then_some((i64::try_from(u64::from_be_bytes(*due)).ok()?, chunk))
    }

    /// When its rows are to become one, if some were added now.  Rounded up, so that the rows of some time
    /// share one entry of the queue.
    fn fold_due(&self, now_ms: i64) -> i64 {
        let step = self.tier().fold_ms;
        (self.end_ms().max(now_ms) + step).div_euclid(step) * step + step
    }

    /// When it leaves its tier.
    pub(crate) fn leave_due(&self) -> i64 {
        self.end_ms() + self.tier().keep_ms
    }
}

/// Writes buckets of a chunk as a row of their own; when something is to be done with the chunk.
pub(crate) fn append(
    txn: &mut Txn<'_>,
    chunk: Chunk,
    call: u64,
    buckets: &[Bucket],
    now_ms: i64,
) -> Result<i64, StoreError> {
    txn.put(POINTS, &chunk.row(call), &chunk::encode(buckets))?;
    let due = chunk.fold_due(now_ms);
    txn.insert(DUE, &chunk.due_key(due), &[])?;
    Ok(due)
}

/// The rows of a chunk become one, or move into the next tier where its own keeps it no longer.
pub(crate) fn settle(txn: &mut Txn<'_>, chunk: Chunk, now_ms: i64) -> Result<(), StoreError> {
    let rows = txn.scan(POINTS, chunk.rows(), Order::Ascending, usize::MAX)?;
    if rows.is_empty() {
        return Ok(());
    }
    let leaves = chunk.leave_due() <= now_ms;
    if !leaves && rows.len() == 1 {
        txn.insert(DUE, &chunk.due_key(chunk.leave_due()), &[])?;
        return Ok(());
    }
    let mut merged: BTreeMap<(u32, u8), Summary> = BTreeMap::new();
    for (_, row) in &rows {
        for bucket in chunk::decode(row)? {
            merged.entry((bucket.at, bucket.unit)).or_default().merge(&bucket.summary);
        }
    }
    txn.delete_range(POINTS, chunk.rows())?;
    if !leaves {
        let buckets = packed(merged, chunk.tier().exact);
        txn.put(POINTS, &chunk.row(0), &chunk::encode(&buckets))?;
        txn.insert(DUE, &chunk.due_key(chunk.leave_due()), &[])?;
        return Ok(());
    }
    let next = chunk.tier + 1;
    if usize::from(next) < TIERS.len() {
        let call = txn.next_sequence("cloudwatch.calls")?;
        let mut chunks: BTreeMap<Chunk, BTreeMap<(u32, u8), Summary>> = BTreeMap::new();
        for ((at, unit), summary) in merged {
            let at_ms = chunk.start_ms() + i64::from(at) * chunk.tier().bucket_ms;
            let (above, bucket) = Chunk::at(chunk.metric, next, at_ms);
            chunks.entry(above).or_default().entry((bucket, unit)).or_default().merge(&summary);
        }
        for (above, merged) in chunks {
            let buckets = packed(merged, above.tier().exact);
            append(txn, above, call, &buckets, now_ms)?;
        }
    }
    Ok(())
}

fn packed(merged: BTreeMap<(u32, u8), Summary>, exact: usize) -> Vec<Bucket> {
    merged
        .into_iter()
        .map(|((at, unit), mut summary)| {
            summary.coarsen(exact);
            Bucket { unit, at, summary }
        })
        .collect()
}

/// Whether any data of a metric are left.
pub(crate) fn has_data(read: &(impl Read + ?Sized), metric: u64) -> Result<bool, StoreError> {
    let all = KeyRange::prefix(&Key::from_bytes(metric.to_be_bytes().to_vec()));
    Ok(!read.scan(POINTS, all, Order::Ascending, 1)?.is_empty())
}

/// Writes a metric's row and the way back from its number.
pub(crate) fn create_metric(txn: &mut Txn<'_>, key: &Key, seen_ms: i64) -> Result<MetricRow, StoreError> {
    let row = MetricRow { id: txn.next_sequence("cloudwatch.metrics")?, seen_ms };
    METRICS.put(txn, key, &row)?;
    txn.put(METRIC_KEYS, &row.id.to_be_bytes(), key)?;
    Ok(row)
}

/// Removes a metric that has no data any more.
pub(crate) fn delete_metric(txn: &mut Txn<'_>, metric: u64) -> Result<(), StoreError> {
    if let Some(key) = txn.get(METRIC_KEYS, &metric.to_be_bytes())? {
        METRICS.delete(txn, &Key::from_bytes(key))?;
        txn.delete(METRIC_KEYS, &metric.to_be_bytes())?;
    }
    Ok(())
}

/// Which data, in which periods.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// Where the first period begins.
    pub(crate) start_ms: i64,
    /// Where the last one has ended.
    pub(crate) end_ms: i64,
    pub(crate) period_ms: i64,
    /// Data of this unit alone.
    pub(crate) unit: Option<u8>,
}

/// The data of a metric by the beginning of the period and the unit.  A period has what the tiers still tell of
/// it: tiers with buckets longer than the period (and than a minute) are left out.
pub(crate) fn series(
    read: &(impl Read + ?Sized),
    metric: u64,
    window: Window,
) -> Result<BTreeMap<(i64, u8), Summary>, StoreError> {
    let mut periods: BTreeMap<(i64, u8), Summary> = BTreeMap::new();
    for (tier, of) in (0u8..).zip(&TIERS) {
        if of.bucket_ms > window.period_ms.max(60_000) || window.end_ms <= window.start_ms {
            break;
        }
        let first = Chunk::at(metric, tier, window.start_ms.max(0)).0;
        let last = Chunk::at(metric, tier, (window.end_ms - 1).max(0)).0;
        let end = Chunk { number: last.number.saturating_add(1), ..last };
        let range = KeyRange::between(&Key::from_bytes(first.prefix()), &Key::from_bytes(end.prefix()));
        for (key, row) in read.scan(POINTS, range, Order::Ascending, usize::MAX)? {
            let number =
                key.get(9..13).and_then(|n| <[u8; 4]>::try_from(n).ok()).map_or(0, u32::from_be_bytes);
            let start = Chunk { number, ..first }.start_ms();
            for bucket in chunk::decode(&row)? {
                let at_ms = start + i64::from(bucket.at) * of.bucket_ms;
                if at_ms < window.start_ms
                    || at_ms >= window.end_ms
                    || window.unit.is_some_and(|unit| unit != bucket.unit)
                {
                    continue;
                }
                let since = (at_ms - window.start_ms).div_euclid(window.period_ms) * window.period_ms;
                periods.entry((window.start_ms + since, bucket.unit)).or_default().merge(&bucket.summary);
            }
        }
    }
    periods.values_mut().for_each(Summary::settle);
    Ok(periods)
}

/// [`series`] whatever the unit.
pub(crate) fn series_of_all_units(
    read: &(impl Read + ?Sized),
    metric: u64,
    window: Window,
) -> Result<BTreeMap<i64, Summary>, StoreError> {
    let mut periods: BTreeMap<i64, Summary> = BTreeMap::new();
    for ((at, _), summary) in series(read, metric, window)? {
        match periods.entry(at) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(summary);
            }
            std::collections::btree_map::Entry::Occupied(mut entry) => entry.get_mut().merge(&summary),
        }
    }
    periods.values_mut().for_each(Summary::settle);
    Ok(periods)
}
