//! How the values of a metric lie on disk: some buckets of a chunk of time in one row.
//!
//! A row is a format byte and entries: a unit (one byte), the bucket's number in the chunk (varint), a kind
//! (one byte) and what the kind says.  Numbers of occurrences are varints of twice the number, or 1 and eight
//! bytes where the number is not whole.

use lirio_store::StoreError;

use crate::summary::{Summary, bin_of, value_of};

const FORMAT: u8 = 1;
const ONE: u8 = 0;
const EXACT: u8 = 1;
const BINS: u8 = 2;
const OPAQUE: u8 = 3;

/// Values of one unit in one bucket.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Bucket {
    /// The unit by its place in [`crate::metric::UNITS`].
    pub(crate) unit: u8,
    /// Its number in the chunk.
    pub(crate) at: u32,
    pub(crate) summary: Summary,
}

/// Writes buckets; their summaries must be settled.
pub(crate) fn encode(buckets: &[Bucket]) -> Vec<u8> {
    let mut out = vec![FORMAT];
    for Bucket { unit, at, summary } in buckets {
        out.push(*unit);
        varint(&mut out, u64::from(*at));
        match summary.values.as_slice() {
            _ if summary.opaque => {
                out.push(OPAQUE);
                for number in [summary.count, summary.sum, summary.min, summary.max] {
                    out.extend_from_slice(&number.to_be_bytes());
                }
            }
            [(value, 1.0)] if !summary.binned => {
                out.push(ONE);
                out.extend_from_slice(&value.to_be_bytes());
            }
            values if !summary.binned => {
                out.push(EXACT);
                varint(&mut out, values.len() as u64);
                for (value, count) in values {
                    out.extend_from_slice(&value.to_be_bytes());
                    occurrences(&mut out, *count);
                }
            }
            values => {
                out.push(BINS);
                for number in [summary.sum, summary.min, summary.max] {
                    out.extend_from_slice(&number.to_be_bytes());
                }
                let mut bins: Vec<(u64, f64)> = values.iter().map(|(v, n)| (bin_of(*v), *n)).collect();
                bins.sort_unstable_by_key(|(bin, _)| *bin);
                varint(&mut out, bins.len() as u64);
                let mut last = 0;
                for (bin, count) in bins {
                    varint(&mut out, bin - last);
                    last = bin;
                    occurrences(&mut out, count);
                }
            }
        }
    }
    out
}

/// Reads a row.
pub(crate) fn decode(row: &[u8]) -> Result<Vec<Bucket>, StoreError> {
    let mut input = Input { rest: row };
    let corrupt = || StoreError::Corrupt {
        place: "the data of a metric".to_owned(),
        reason: "a row of buckets cannot be read".to_owned(),
    };
    if input.byte() != Some(FORMAT) {
        return Err(corrupt());
    }
    let mut buckets = Vec::new();
    while !input.rest.is_empty() {
        buckets.push(input.bucket().ok_or_else(corrupt)?);
    }
    Ok(buckets)
}

fn varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn occurrences(out: &mut Vec<u8>, count: f64) {
    if count.fract() == 0.0 && (0.0..9e15).contains(&count) {
        varint(out, count as u64 * 2);
    } else {
        varint(out, 1);
        out.extend_from_slice(&count.to_be_bytes());
    }
}

struct Input<'a> {
    rest: &'a [u8],
}

impl Input<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn float(&mut self) -> Option<f64> {
        let (bytes, rest) = self.rest.split_first_chunk::<8>()?;
        self.rest = rest;
        Some(f64::from_be_bytes(*bytes))
    }

    fn occurrences(&mut self) -> Option<f64> {
        match self.varint()? {
            1 => self.float(),
            twice => Some((twice / 2) as f64),
        }
    }

    fn bucket(&mut self) -> Option<Bucket> {
        let unit = self.byte()?;
        let at = u32::try_from(self.varint()?).ok()?;
        let mut summary = Summary::default();
        match self.byte()? {
            ONE => summary.add(self.float()?, 1.0),
            EXACT => {
                for _ in 0..self.varint()? {
                    summary.add(self.float()?, self.occurrences()?);
                }
            }
            BINS => {
                let (sum, min, max) = (self.float()?, self.float()?, self.float()?);
                let mut bin = 0u64;
                for _ in 0..self.varint()? {
                    bin = bin.checked_add(self.varint()?)?;
                    summary.add(value_of(bin), self.occurrences()?);
                }
                (summary.sum, summary.min, summary.max) = (sum, min, max);
                summary.binned = true;
            }
            OPAQUE => {
                let (count, sum) = (self.float()?, self.float()?);
                summary.add_set(count, sum, self.float()?, self.float()?);
            }
            _ => return None,
        }
        summary.settle();
        Some(Bucket { unit, at, summary })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn summary() -> impl Strategy<Value = Summary> {
        let values = prop::collection::vec((-1e9..1e9f64, prop_oneof![1..1000u32, Just(1)]), 1..40);
        (values, any::<bool>(), prop::option::of((2.0..9.0f64, 0.0..9.0f64))).prop_map(
            |(values, bins, set)| {
                let mut summary = Summary::default();
                values.into_iter().for_each(|(value, count)| summary.add(value, f64::from(count)));
                if bins {
                    summary.coarsen(3);
                }
                if let Some((count, spread)) = set {
                    summary.add_set(count, count * 5.0, 5.0 - spread - 0.1, 5.0 + spread);
                }
                summary.settle();
                summary
            },
        )
    }

    proptest! {
        #[test]
        fn buckets_come_back(summaries in prop::collection::vec(summary(), 0..8)) {
            let buckets: Vec<Bucket> = summaries
                .into_iter()
                .zip(0u32..)
                .map(|(summary, at)| Bucket { unit: at as u8, at: at * 1000, summary })
                .collect();
            let back = decode(&encode(&buckets)).unwrap();
            prop_assert_eq!(back.len(), buckets.len());
            for (back, there) in back.iter().zip(&buckets) {
                prop_assert_eq!((back.unit, back.at), (there.unit, there.at));
                let (back, there) = (&back.summary, &there.summary);
                prop_assert!((back.sum - there.sum).abs() <= 1e-9 * (1.0 + there.sum.abs()));
                prop_assert_eq!((back.count, back.min, back.max), (there.count, there.min, there.max));
                prop_assert_eq!(&back.values, &there.values);
                prop_assert_eq!((back.opaque, back.binned || there.opaque), (there.opaque, there.binned || there.opaque));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = decode(&bytes);
            let mut framed = vec![FORMAT];
            framed.extend(bytes);
            let _ = decode(&framed);
        }
    }
}
