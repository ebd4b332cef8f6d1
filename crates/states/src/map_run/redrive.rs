//! Redriving a run: its executions that did not succeed go on from where they failed.

use lirio_api::AwsError;
use lirio_asl::map_run::{ChildEnd, Progress};
use lirio_asl::{Data, Input, decide};
use lirio_store::{KeyRange, Order};

use super::pump::{Advance, BATCH_BYTES, Pump};
use super::rows::{BY_STATUS, ChildOf, PROGRESS, child_status_key, count_end, end_of, index_status, uid_key};
use super::work::{Logged, Work};
use crate::engine::random;
use crate::tables::{EXECUTIONS, ExecutionRow, execution_key};

/// The most executions that are redriven in one commit.
const BATCH: usize = 64;

/// How executions end that are redriven.
const UNSUCCESSFUL: [&str; 3] = ["FAILED", "TIMED_OUT", "ABORTED"];

/// An execution of the time before the redrive.
struct Former {
    of: ChildOf,
    /// How it had ended, as a status and as it is counted.
    was: String,
    how: ChildEnd,
    /// Its row from now on.
    row: ExecutionRow,
    fate: Fate,
}

/// What becomes of it.
enum Fate {
    /// It was counted as one that cannot be redriven before.
    Lost,
    /// It cannot be redriven.
    LostNow,
    /// It goes on, or begins again.
    Redriven(Work),
}

impl Pump {
    /// Redrives as many executions as may run, in one commit.
    pub(super) async fn redrive_children(
        &mut self,
        progress: Progress,
        room: u64,
    ) -> Result<Advance, AwsError> {
        let next = progress.redrive.next;
        let limit = usize::try_from(room).unwrap_or(BATCH).min(BATCH);
        let waiting = self.waiting(next, limit)?;
        if waiting.is_empty() {
            self.change(Progress::none_waits).await?;
            return Ok(Advance::Again);
        }
        let (mut batch, mut bytes) = (Vec::new(), 0);
        for row in waiting {
            if bytes >= BATCH_BYTES {
                break;
            }
            let former = self.prepare_former(row).await?;
            if let Fate::Redriven(work) = &former.fate {
                bytes += work.bytes() + former.row.input.len();
            }
            batch.push(former);
        }
        self.commit_former(next, batch).await
    }

    /// Executions that ended without success, from number `next` on, in the order of their items.
    fn waiting(&self, next: u64, limit: usize) -> Result<Vec<ExecutionRow>, AwsError> {
        let run = &self.row.arn;
        self.states.platform.store.read(|reader| {
            let mut found = Vec::new();
            for status in UNSUCCESSFUL {
                let range = KeyRange::prefix(&uid_key(run).str(status));
                let range = range.from(&child_status_key(run, status, next));
                for (key, child) in BY_STATUS.scan(reader, range, Order::Ascending, limit)? {
                    let mut parts = key.parts();
                    parts.str()?;
                    parts.str()?;
                    found.push((parts.u64()?, child));
                }
            }
            found.sort_unstable();
            let mut rows = Vec::new();
            for (_, child) in found.into_iter().take(limit) {
                rows.extend(EXECUTIONS.get(reader, &execution_key(&child))?);
            }
            Ok(rows)
        })
    }

    async fn prepare_former(&self, row: ExecutionRow) -> Result<Former, AwsError> {
        let (states, now) = (&self.states, self.states.platform.now());
        let (was, of) = (row.status.clone(), row.map_run.clone());
        let (Some(of), Some(how)) = (of, end_of(&was)) else {
            return Err(AwsError::internal(format_args!("{} is filed as what it is not", row.arn)));
        };
        let former = |row, of, fate| Former { of, was: was.clone(), how, row, fate };
        if of.lost {
            return Ok(former(row, of, Fate::Lost));
        }
        if of.express {
            let mut row = row;
            row.run_again();
            row.start = now;
            row.redrives.note_without_date();
            let input = Data::parse(&row.input).map_err(AwsError::internal)?;
            let (row, work) = self.begin_in_memory(row, input);
            return Ok(former(row, of, Fate::Redriven(work)));
        }
        let reason = states.platform.store.read(|reader| row.not_redrivable(reader, now))?;
        let lost = |mut row: ExecutionRow, of: ChildOf| {
            row.map_run = Some(ChildOf { lost: true, ..of.clone() });
            former(row, of, Fate::LostNow)
        };
        if reason.is_some() {
            return Ok(lost(row, of));
        }
        let mut place = states.live.cell(&row.arn).lock_owned().await;
        let loaded = match place.take() {
            Some(loaded) => Some(loaded),
            None => states.load(&row.arn)?,
        };
        let Some(mut loaded) = loaded else { return Ok(lost(row, of)) };
        states.tell_missing_activities(&mut loaded)?;
        let machine = loaded.machine.clone();
        let Ok(step) = decide(&machine, &mut loaded.execution, Input::Redrive, now.0, &mut random) else {
            // Its history has no room.
            return Ok(lost(row, of));
        };
        let (mut persist, commands) = states.prepare(&mut loaded, step);
        // Its row is written with those of the others.
        persist.take_row();
        let row = loaded.row.clone();
        let of = row.map_run.clone().unwrap_or(of);
        let live = loaded.execution.outcome().is_none().then_some(loaded);
        let work = Work::Logged(Box::new(Logged { persist, commands, live: Some((place, live)) }));
        Ok(former(row, of, Fate::Redriven(work)))
    }

    async fn commit_former(&mut self, next: u64, batch: Vec<Former>) -> Result<Advance, AwsError> {
        let run = self.row.arn.clone();
        let (mut after, mut rows) = (Vec::new(), Vec::new());
        for Former { of, was, how, row, fate } in batch {
            let fate = match fate {
                Fate::Lost => None,
                Fate::LostNow => Some(None),
                Fate::Redriven(work) => {
                    let (written, then) = work.split(&row);
                    after.push(then);
                    Some(Some(written))
                }
            };
            rows.push((of, was, how, row, fate));
        }
        let done = self
            .states
            .platform
            .store
            .commit(move |txn| -> Result<bool, AwsError> {
                let Some(mut progress) = PROGRESS.get(txn, &uid_key(&run))? else { return Ok(false) };
                if progress.failure.is_some() || progress.redrive.next != next {
                    return Ok(false);
                }
                for (of, was, how, row, fate) in rows {
                    match fate {
                        None => progress.redrive.next = of.index + 1,
                        Some(None) => {
                            EXECUTIONS.put(txn, &execution_key(&row.arn), &row)?;
                            progress.leave_as_failed(of.index, of.items, how);
                        }
                        Some(Some(written)) => {
                            written.write(txn)?;
                            EXECUTIONS.put(txn, &execution_key(&row.arn), &row)?;
                            BY_STATUS.delete(txn, &child_status_key(&run, &was, of.index))?;
                            index_status(txn, &row, &of)?;
                            progress.start_again(of.index, of.items, how);
                            if let Some(how) = end_of(&row.status) {
                                count_end(&mut progress, &of, how);
                            }
                        }
                    }
                }
                PROGRESS.put(txn, &uid_key(&run), &progress)?;
                Ok(true)
            })
            .await?;
        if done {
            self.go_on(after);
        }
        Ok(Advance::Again)
    }
}
