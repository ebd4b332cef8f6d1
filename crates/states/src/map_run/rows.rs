//! Rows and keys of map runs.

use lirio_api::Timestamp;
use lirio_asl::map_run::{ChildEnd, Progress};
use lirio_asl::{Failure, FailureClass, MapRunId, StartMapRun};
use lirio_store::{Key, KeyRange, Order, Read, StoreError, Table, Txn};
use serde::{Deserialize, Serialize};

use crate::engine::Loaded;
use crate::tables::{EXECUTIONS, ExecutionRow, KEPT_MS, TIMERS, Timer, execution_key};

/// Map runs by their ARN ([`execution_key`]).
pub(super) const MAP_RUNS: Table<MapRunRow> = Table::new("states.map_runs");

/// How far they are, by [`uid_key`].
pub(super) const PROGRESS: Table<Progress> = Table::new("states.map_run_progress");

/// ARNs of the runs of an execution, oldest first, by [`run_of_key`].
pub(super) const RUNS_OF: Table<String> = Table::new("states.map_runs_of");

/// Runs that are not over, by their ARN.
pub(super) const ACTIVE: Table<()> = Table::new("states.map_runs_active");

/// The executions of a run in the order of their items, by [`child_key`].
pub(super) const CHILDREN: Table<ChildRow> = Table::new("states.map_run_children");

/// ARNs of executions of runs that did not succeed, or not yet, by [`child_status_key`].
pub(super) const BY_STATUS: Table<String> = Table::new("states.map_run_by_status");

/// A map run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MapRunRow {
    /// Its ARN.
    pub(super) arn: String,
    /// The execution whose Map state it is.
    pub(super) execution: String,
    /// Its number in that execution.
    pub(super) run: MapRunId,
    /// `…:stateMachine:MACHINE/LABEL`, of which its executions are.
    pub(super) machine_arn: String,
    /// The state machine's name.
    pub(super) machine_name: String,
    /// `MachineRow::uid`
    pub(super) machine_uid: String,
    /// The revision that it runs on.
    pub(super) revision: u64,
    /// The role that it acts as.
    pub(super) role_arn: String,
    /// `RUNNING`, `SUCCEEDED`, `FAILED` or `ABORTED`.
    pub(super) status: String,
    /// When it began.
    pub(super) start: Timestamp,
    /// When it ended.
    pub(super) stop: Option<Timestamp>,
    /// Whether the execution has no use for its result any more.
    pub(super) cancelled: bool,
    /// Whether its executions are EXPRESS ones.
    #[serde(default)]
    pub(super) express: bool,
    /// Whether its items come from a reader; known of runs that were redriven.
    #[serde(default)]
    pub(super) reads: bool,
    /// How often it was redriven.
    #[serde(default)]
    pub(super) redrives: u64,
    /// When last.
    #[serde(default)]
    pub(super) redriven: Option<Timestamp>,
    /// Whether it was redriven before it had ended: it goes on when it has.
    #[serde(default)]
    pub(super) reopens: bool,
}

/// What makes an execution one of a map run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct ChildOf {
    /// The ARN of the run.
    pub(crate) run: String,
    /// Its number in the run.
    pub(crate) index: u64,
    /// How many items it has.
    pub(crate) items: u64,
    /// Whether it runs in memory.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) express: bool,
    /// Whether it ended without success and is counted as one that cannot be redriven.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(crate) lost: bool,
}

/// An execution of a run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) enum ChildRow {
    /// It waits to be started.
    Pending {
        /// How many items it has.
        items: u64,
        /// Its input.
        input: String,
    },
    /// It was started: it has a row of its own.
    Started {
        /// What its ARN ends with: its name, and the number of an EXPRESS one.
        name: String,
    },
}

/// The UUID in a run's ARN, which is its own.
pub(super) fn uid(run: &str) -> &str {
    run.rsplit(':').next().unwrap_or(run)
}

/// See [`PROGRESS`].
pub(super) fn uid_key(run: &str) -> Key {
    Key::new().str(uid(run))
}

/// What the ARN of an execution ends with, after its machine: [`ChildRow::Started`].
pub(super) fn name_in(arn: &str) -> &str {
    arn.splitn(8, ':').last().unwrap_or(arn)
}

/// See [`RUNS_OF`].
pub(super) fn run_of_key(execution: &str, run: MapRunId) -> Key {
    Key::new().str(execution).u64(u64::from(run))
}

/// See [`CHILDREN`].
pub(super) fn child_key(run: &str, index: u64) -> Key {
    uid_key(run).u64(index)
}

/// See [`BY_STATUS`].
pub(super) fn child_status_key(run: &str, status: &str, index: u64) -> Key {
    uid_key(run).str(status).u64(index)
}

/// How an execution with this status ended; nothing while it runs.
pub(super) fn end_of(status: &str) -> Option<ChildEnd> {
    match status {
        "SUCCEEDED" => Some(ChildEnd::Succeeded),
        "FAILED" => Some(ChildEnd::Failed),
        "TIMED_OUT" => Some(ChildEnd::TimedOut),
        "ABORTED" => Some(ChildEnd::Aborted),
        _ => None,
    }
}

impl MapRunRow {
    /// A run's row.
    pub(super) fn find(read: &(impl Read + ?Sized), arn: &str) -> Result<Option<MapRunRow>, StoreError> {
        MAP_RUNS.get(read, &execution_key(arn))
    }

    /// The ARN of an execution of the run.
    pub(super) fn child_arn(&self, name: &str) -> String {
        if self.express {
            return crate::arn::of_express_child(&self.machine_arn, name);
        }
        crate::arn::of_execution(&self.machine_arn, name)
    }
}

/// What the start of a run writes.
pub(crate) struct Begun {
    row: MapRunRow,
    progress: Progress,
}

impl Begun {
    /// A run that an execution starts, or goes on with because it was redriven.
    pub(crate) fn of(loaded: &Loaded, start: &StartMapRun, now: Timestamp) -> Self {
        let mut progress = Progress::new(&start.spec);
        if start.spec.reader.is_none() {
            let items = start.spec.items.as_ref().and_then(|items| items.value().as_array());
            let items = items.map_or(0, Vec::len) as u64;
            // How many executions there are is known where each has one item.
            if start.spec.batcher.is_none() {
                progress.found(items, items);
                progress.all_found();
            } else {
                progress.found(0, items);
                progress.all_counted();
            }
        }
        let row = MapRunRow {
            arn: start.arn.clone(),
            execution: loaded.row.arn.clone(),
            run: start.run,
            machine_arn: start.machine_arn(),
            machine_name: loaded.execution.info().map(|info| info.machine_name.clone()).unwrap_or_default(),
            machine_uid: loaded.row.machine_uid.clone(),
            revision: loaded.row.revision,
            role_arn: loaded.role_arn.clone(),
            status: "RUNNING".to_owned(),
            start: now,
            stop: None,
            cancelled: false,
            express: start.distributed(&loaded.machine).is_some_and(|distributed| distributed.express),
            reads: start.spec.reader.is_some(),
            redrives: start.redrives,
            redriven: (start.redrives > 0).then_some(now),
            reopens: false,
        };
        Self { row, progress }
    }

    /// Writes it.
    pub(crate) fn write(&self, txn: &mut Txn<'_>) -> Result<(), StoreError> {
        let row = &self.row;
        if row.redrives > 0
            && let Some(there) = MapRunRow::find(txn, &row.arn)?
        {
            return redrive(
                txn,
                MapRunRow { reads: row.reads, redrives: row.redrives, redriven: row.redriven, ..there },
            );
        }
        MAP_RUNS.put(txn, &execution_key(&row.arn), row)?;
        PROGRESS.put(txn, &uid_key(&row.arn), &self.progress)?;
        RUNS_OF.put(txn, &run_of_key(&row.execution, row.run), &row.arn)?;
        ACTIVE.put(txn, &execution_key(&row.arn), &())
    }
}

/// Notes that an execution has no use for a run any more: nothing of it starts after this commit.
pub(crate) fn cancel(txn: &mut Txn<'_>, execution: &str, run: MapRunId) -> Result<(), StoreError> {
    let Some(arn) = RUNS_OF.get(txn, &run_of_key(execution, run))? else { return Ok(()) };
    let Some(mut row) = MapRunRow::find(txn, &arn)? else { return Ok(()) };
    row.cancelled = true;
    row.reopens = false;
    MAP_RUNS.put(txn, &execution_key(&arn), &row)?;
    let nothing = Failure { error: None, cause: None, class: FailureClass::Plain };
    change(txn, &arn, |progress| progress.fail(nothing)).map(drop)
}

/// Changes a run's progress; answers what it is then.
pub(super) fn change(
    txn: &mut Txn<'_>,
    run: &str,
    change: impl FnOnce(&mut Progress),
) -> Result<Option<Progress>, StoreError> {
    let key = uid_key(run);
    let Some(mut progress) = PROGRESS.get(txn, &key)? else { return Ok(None) };
    change(&mut progress);
    PROGRESS.put(txn, &key, &progress)?;
    Ok(Some(progress))
}

/// Writes the row of an execution of a run that has ended, and counts it.
pub(crate) fn child_ended(txn: &mut Txn<'_>, row: &ExecutionRow) -> Result<(), StoreError> {
    EXECUTIONS.put(txn, &execution_key(&row.arn), row)?;
    let (Some(child), Some(how)) = (&row.map_run, end_of(&row.status)) else { return Ok(()) };
    BY_STATUS.delete(txn, &child_status_key(&child.run, "RUNNING", child.index))?;
    index_status(txn, row, child)?;
    change(txn, &child.run, |progress| count_end(progress, child, how)).map(drop)
}

/// Counts the end of an execution.
pub(super) fn count_end(progress: &mut Progress, child: &ChildOf, how: ChildEnd) {
    progress.end(child.items, how);
    if child.lost {
        progress.lose(child.items, how);
    }
}

/// Files an execution of a run by its status, unless it succeeded: most do.
pub(super) fn index_status(txn: &mut Txn<'_>, row: &ExecutionRow, child: &ChildOf) -> Result<(), StoreError> {
    if row.status == "SUCCEEDED" {
        return Ok(());
    }
    BY_STATUS.put(txn, &child_status_key(&child.run, &row.status, child.index), &row.arn)
}

/// Writes that a run is over; whether it goes on at once, because it was redriven meanwhile.
pub(super) fn close(txn: &mut Txn<'_>, run: &str, status: &str, now: Timestamp) -> Result<bool, StoreError> {
    let Some(mut row) = MapRunRow::find(txn, run)? else { return Ok(false) };
    change(txn, run, Progress::over)?;
    if row.reopens {
        return reopen(txn, row).map(|()| true);
    }
    row.status = status.to_owned();
    row.stop = Some(now);
    MAP_RUNS.put(txn, &execution_key(run), &row)?;
    ACTIVE.delete(txn, &execution_key(run))?;
    let due = now.0.saturating_add(KEPT_MS);
    txn.set_timer(&forget_timer(run), due, TIMERS, &Timer::ForgetMapRun { run: run.to_owned() })?;
    Ok(false)
}

fn forget_timer(run: &str) -> String {
    format!("states/{run}/forget")
}

/// A run is redriven: at once if it is over, else when it is.
fn redrive(txn: &mut Txn<'_>, mut row: MapRunRow) -> Result<(), StoreError> {
    if row.stop.is_some() {
        return reopen(txn, row);
    }
    row.reopens = true;
    MAP_RUNS.put(txn, &execution_key(&row.arn), &row)
}

/// Has a run that is over go on.  Items of a run that started nothing are read again.
fn reopen(txn: &mut Txn<'_>, mut row: MapRunRow) -> Result<(), StoreError> {
    row.status = "RUNNING".to_owned();
    (row.stop, row.cancelled, row.reopens) = (None, false, false);
    let key = execution_key(&row.arn);
    MAP_RUNS.put(txn, &key, &row)?;
    ACTIVE.put(txn, &key, &())?;
    txn.cancel_timer(&forget_timer(&row.arn))?;
    let begun = PROGRESS.get(txn, &uid_key(&row.arn))?.is_some_and(|progress| progress.next_child > 0);
    if begun || !row.reads {
        change(txn, &row.arn, |progress| progress.redrive(row.redrives))?;
    } else {
        CHILDREN.delete_prefix(txn, &uid_key(&row.arn))?;
        change(txn, &row.arn, |progress| progress.redrive_from_start(row.redrives))?;
    }
    Ok(())
}

/// Removes a page of what is kept of a run; whether there is more.  `execution` removes what is
/// kept of one of its executions.
pub(crate) fn forget(
    txn: &mut Txn<'_>,
    run: &str,
    page: usize,
    mut execution: impl FnMut(&mut Txn<'_>, &str) -> Result<(), StoreError>,
) -> Result<bool, StoreError> {
    let Some(row) = MapRunRow::find(txn, run)? else { return Ok(false) };
    let children = CHILDREN.scan(txn, KeyRange::prefix(&uid_key(run)), Order::Ascending, page)?;
    for (key, child) in &children {
        if let ChildRow::Started { name } = child {
            execution(txn, &row.child_arn(name))?;
        }
        CHILDREN.delete(txn, key)?;
    }
    if children.len() == page {
        return Ok(true);
    }
    BY_STATUS.delete_prefix(txn, &uid_key(run))?;
    PROGRESS.delete(txn, &uid_key(run))?;
    RUNS_OF.delete(txn, &run_of_key(&row.execution, row.run))?;
    MAP_RUNS.delete(txn, &execution_key(run))?;
    Ok(false)
}
