//! Checks that a log is enough: that it folds to the state, and that a step goes on from any cut.

use lirio_asl::machine::Machine;
use lirio_asl::{Command, Execution, Input, Record, decide};

use crate::random::Random;

/// How many records a log has whose fold is compared after every step.
const FOLDED_AT_EVERY_STEP: usize = 500;

/// The log as a reader finds it, kept beside the one in memory.
#[derive(Debug, Default)]
pub(crate) struct Replay {
    read: Vec<Record>,
    steps: usize,
}

/// A step that was just decided.
pub(crate) struct Decided<'a> {
    /// The state that it led to.
    pub(crate) execution: &'a Execution,
    /// Its records.
    pub(crate) records: &'a [Record],
    /// The random numbers as they were before it.
    pub(crate) random: Random,
    /// How many of them it used.
    pub(crate) drawn: u64,
}

impl Replay {
    /// Checks that the step's records survive being written, that the whole log folds to the
    /// state, and that the step goes on as it did from each of its records.
    pub(crate) fn check(&mut self, machine: &Machine, step: &Decided<'_>) -> Result<(), String> {
        let before = self.read.len();
        for record in step.records {
            let text = serde_json::to_string(record).map_err(|e| format!("cannot write a record: {e}"))?;
            let read: Record = serde_json::from_str(&text).map_err(|e| format!("cannot read {text}: {e}"))?;
            if read != *record {
                return Err(format!("a record is not what was written: {text}"));
            }
            self.read.push(read);
        }
        self.steps += 1;
        // Folding a long log after each of its steps takes the square of its length: of a long log
        // a share of the steps is checked, and always the last.
        let share = self.read.len() / FOLDED_AT_EVERY_STEP + 1;
        if !self.steps.is_multiple_of(share) && step.execution.outcome().is_none() {
            return Ok(());
        }
        let fold =
            |records: &[Record]| Execution::replay(machine, records).map_err(|e| format!("replay: {e}"));
        if fold(&self.read)? != *step.execution {
            return Err(format!("the log of {} records does not fold to the state", self.read.len()));
        }
        let mut used = 0;
        // A step may have thousands of records, each a place to be cut at.
        let stride = (self.read.len() - before) / FOLDED_AT_EVERY_STEP + 1;
        for cut in (before + 1..self.read.len()).step_by(stride) {
            let resumed = fold(&self.read[..cut])?;
            if !resumed.outstanding(machine).contains(&Command::Continue) {
                return Err(format!("a step cut after record {cut} does not ask to go on"));
            }
            used = self.resume(machine, step, &resumed, cut, used)?;
        }
        Ok(())
    }

    /// Goes on from `cut`. How many random numbers the records before it used is not written, so
    /// each count from `used` on is tried; answers the one with which the same records follow.
    fn resume(
        &self,
        machine: &Machine,
        step: &Decided<'_>,
        resumed: &Execution,
        cut: usize,
        used: u64,
    ) -> Result<u64, String> {
        let mut other = String::new();
        for skipped in used..=step.drawn {
            let mut random = step.random;
            for _ in 0..skipped {
                random.number();
            }
            let mut state = resumed.clone();
            let next =
                decide(machine, &mut state, Input::Continue, self.read[cut].at_ms, &mut || random.number())
                    .map_err(|e| format!("a step cut after record {cut} is refused: {e}"))?;
            if next.records == self.read[cut..] && state == *step.execution {
                return Ok(skipped);
            }
            other = difference(&self.read[cut..], &next.records);
        }
        Err(format!("a step cut after record {cut} goes on otherwise than before: {other}"))
    }
}

/// Where two logs differ first.
fn difference(before: &[Record], after: &[Record]) -> String {
    let at = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let shown =
        |log: &[Record]| log.get(at).map_or_else(|| "nothing".to_owned(), |record| format!("{record:?}"));
    format!("{at} records later it was {} and is {}", shown(before), shown(after))
}
