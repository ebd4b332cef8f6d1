//! Mini-batches: as many records as one request may hold.

use std::io::BufRead;

use bytes::Bytes;

use super::split::{Records, Split, SplitError};

/// What one request carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Batch {
    pub(crate) payload: Bytes,
    /// The number of its first record in the object, from 1.
    pub(crate) first: u64,
    pub(crate) records: u64,
}

/// How an object is cut.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    pub(crate) split: Split,
    /// One record in each request.
    pub(crate) single: bool,
    /// The most bytes of a payload.
    pub(crate) limit: usize,
}

/// Why an object cannot be cut, and at which record.
#[derive(Debug)]
pub(crate) struct CutError {
    pub(crate) record: u64,
    pub(crate) source: SplitError,
}

/// The mini-batches of an object.
#[derive(Debug)]
pub(crate) struct Batches<R> {
    records: Records<R>,
    cut: Cut,
    /// A record that did not fit into the batch before.
    kept: Option<Vec<u8>>,
    /// Records that were read.
    read: u64,
    ended: bool,
}

impl<R: BufRead> Batches<R> {
    pub(crate) fn new(reader: R, cut: Cut) -> Self {
        // Padding goes where single records are sent, and stays where many are.
        let records = Records::new(reader, cut.split, cut.single, cut.limit);
        Self { records, cut, kept: None, read: 0, ended: false }
    }

    /// The next mini-batch; nothing behind the last one.
    pub(crate) fn next(&mut self) -> Result<Option<Batch>, CutError> {
        let Some(mut payload) = self.record()? else { return Ok(None) };
        let first = self.read;
        let mut records = 1;
        if self.cut.split == Split::None {
            self.ended = true;
        } else if !self.cut.single {
            while let Some(record) = self.record()? {
                if payload.len() + record.len() > self.cut.limit {
                    self.kept = Some(record);
                    self.read -= 1;
                    break;
                }
                payload.extend_from_slice(&record);
                records += 1;
            }
        }
        Ok(Some(Batch { payload: payload.into(), first, records }))
    }

    fn record(&mut self) -> Result<Option<Vec<u8>>, CutError> {
        let record = match self.kept.take() {
            Some(kept) => Some(kept),
            None if self.ended => None,
            None => {
                let record = self.read + 1;
                self.records.next().map_err(|source| CutError { record, source })?
            }
        };
        self.read += u64::from(record.is_some());
        Ok(record)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::object::ending;
    use super::super::split::written;
    use super::*;

    fn batches(bytes: &[u8], cut: Cut) -> Result<Vec<Batch>, CutError> {
        let mut batches = Batches::new(bytes, cut);
        let mut all = Vec::new();
        while let Some(batch) = batches.next()? {
            all.push(batch);
        }
        Ok(all)
    }

    #[test]
    fn as_many_records_as_fit() {
        let check = |single: bool, limit: usize, expected: &[(&str, u64, u64)]| {
            let cut = Cut { split: Split::Line, single, limit };
            let found = batches(b"1\n2\n3\n44\n5", cut).unwrap();
            let shown: Vec<_> = found
                .iter()
                .map(|b| (std::str::from_utf8(&b.payload).unwrap(), b.first, b.records))
                .collect();
            assert_eq!(shown, expected);
        };
        check(false, 100, &[("1\n2\n3\n44\n5", 1, 5)]);
        check(false, 5, &[("1\n2\n", 1, 2), ("3\n44\n", 3, 2), ("5", 5, 1)]);
        check(false, 4, &[("1\n2\n", 1, 2), ("3\n", 3, 1), ("44\n5", 4, 2)]);
        check(true, 2, &[("1", 1, 1), ("2", 2, 1), ("3", 3, 1), ("44", 4, 1), ("5", 5, 1)]);
    }

    #[test]
    fn the_record_that_is_too_large_is_named() {
        let cut = Cut { split: Split::Line, single: false, limit: 3 };
        let error = batches(b"1\n2\n333\n", cut).unwrap_err();
        assert_eq!(
            (error.record, error.source.to_string().as_str()),
            (3, "Too much data for max payload size")
        );
    }

    fn kinds() -> impl Strategy<Value = (Split, bool, bool)> {
        let split =
            prop_oneof![Just(Split::None), Just(Split::Line), Just(Split::RecordIo), Just(Split::TfRecord)];
        (split, any::<bool>(), any::<bool>())
    }

    fn records() -> impl Strategy<Value = Vec<Vec<u8>>> {
        let byte = prop_oneof![4 => any::<u8>(), 1 => Just(b'\n'), 1 => Just(0xce), 1 => Just(b'\r')];
        prop::collection::vec(prop::collection::vec(byte, 0..40), 0..20)
    }

    proptest! {
        /// A container that answers what it is asked gives the input back, whatever the split and the strategy.
        #[test]
        fn what_is_split_and_assembled_is_the_input(
            (split, single, line) in kinds(), records in records(), limit in 60_usize..400, ends in any::<bool>(),
        ) {
            let lines: Vec<Vec<u8>> =
                records.iter().map(|r| r.iter().copied().filter(|b| *b != b'\n').collect()).collect();
            let input = match split {
                Split::None => records.concat(),
                Split::Line => {
                    let mut text = lines.join(&b'\n');
                    if ends && !lines.is_empty() { text.push(b'\n'); }
                    text
                }
                Split::RecordIo => records.iter().flat_map(|r| written::record_io(r)).collect(),
                Split::TfRecord => records.iter().flat_map(|r| written::tf_record(r)).collect(),
            };
            let limit = if split == Split::None { limit.max(input.len()) } else { limit };
            let found = batches(&input, Cut { split, single, limit }).unwrap();
            // Numbers and limits.
            let mut next = 1;
            for batch in &found {
                prop_assert_eq!(batch.first, next);
                prop_assert!(batch.payload.len() <= limit && batch.records >= 1);
                prop_assert!(!single || batch.records == 1);
                next += batch.records;
            }
            // Each request carries what fits into it, and no record would have fitted besides.
            if !single && split != Split::None {
                let mut whole = Records::new(&input[..], split, false, limit);
                let sizes: Vec<usize> =
                    std::iter::from_fn(|| whole.next().unwrap()).map(|record| record.len()).collect();
                for batch in &found {
                    let (first, after) = (batch.first as usize - 1, (batch.first + batch.records) as usize - 1);
                    prop_assert_eq!(batch.payload.len(), sizes[first..after].iter().sum::<usize>());
                    prop_assert!(sizes.get(after).is_none_or(|next| batch.payload.len() + next > limit));
                }
            }
            let payloads: Vec<_> = found.iter().map(|batch| batch.payload.clone()).collect();
            let output: Vec<u8> = payloads.iter().flat_map(|answer| [&answer[..], ending(answer, line)].concat()).collect();
            match (split, single, line) {
                // Answers follow each other as they are.
                (_, false, false) => prop_assert_eq!(output, input),
                // A newline ends what had none.
                (Split::Line, _, true) => {
                    let mut expected = input.clone();
                    if !expected.is_empty() && !expected.ends_with(b"\n") { expected.push(b'\n'); }
                    prop_assert_eq!(output, expected);
                }
                // Single records lose what wrapped them.
                (Split::Line, true, false) => prop_assert_eq!(output, lines.concat()),
                (_, true, false) => prop_assert_eq!(output, records.concat()),
                // Each answer is ended by one newline.
                (_, _, true) => {
                    let expected: Vec<u8> = payloads
                        .iter()
                        .flat_map(|p| {
                            let mut p = p.to_vec();
                            if p.last() != Some(&b'\n') { p.push(b'\n'); }
                            p
                        })
                        .collect();
                    prop_assert_eq!(output, expected);
                }
            }
        }
    }
}
