//! Executions in memory: their states while they move, their tasks while they run.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lirio_api::AwsError;
use lirio_asl::machine::Machine;
use lirio_asl::{Command, Execution, ScheduleTask, TaskId};
use tokio::sync::{Notify, oneshot};

use super::Revision;
use crate::tables::{EXECUTIONS, ExecutionRow, execution_key};
use crate::{States, log};

/// Bytes of executions held in memory while nobody works on them; above, they are folded from the log again.
const HELD_BYTES: usize = 12 << 20;

/// What the smallest execution takes in memory.
const LEAST_BYTES: usize = 6 << 10;

/// How much larger documents are in memory than in the log, which has each of them once and as text.
const GROWTH: usize = 4;

/// An execution in memory.
pub(crate) struct Loaded {
    /// Its row as it is stored.
    pub(crate) row: ExecutionRow,
    /// What it runs.
    pub(crate) machine: Arc<Machine>,
    /// The revision that it runs on.
    pub(crate) revision: Arc<Revision>,
    /// Its state.
    pub(crate) execution: Execution,
    /// The role it acts as.
    pub(crate) role_arn: String,
    /// The number of the next batch.
    pub(crate) next_batch: u64,
    /// Tasks that have not ended, so that their jobs can be stopped.
    pub(crate) tasks: BTreeMap<TaskId, ScheduleTask>,
    /// Bytes of its log.
    pub(crate) log_bytes: usize,
}

impl Loaded {
    /// About how many bytes it takes in memory.
    pub(crate) fn weight(&self) -> usize {
        LEAST_BYTES + GROWTH * self.log_bytes
    }
}

/// The places of executions, and what those weigh that are in them.
#[derive(Default)]
struct Cells {
    places: HashMap<String, (Cell, usize)>,
    bytes: usize,
}

type Cell = Arc<tokio::sync::Mutex<Option<Loaded>>>;

/// What is in memory.
#[derive(Default)]
pub(crate) struct Live {
    cells: Mutex<Cells>,
    running: Mutex<HashMap<(String, TaskId), Arc<Notify>>>,
    waiters: Mutex<HashMap<String, Vec<oneshot::Sender<()>>>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// The place of an execution; whoever locks it moves the execution.
    pub(crate) fn cell(&self, arn: &str) -> Cell {
        let mut cells = lock(&self.cells);
        if let Some((cell, _)) = cells.places.get(arn) {
            return cell.clone();
        }
        if cells.bytes >= HELD_BYTES {
            // Those that nobody holds can be folded again.
            cells.places.retain(|_, (cell, _)| Arc::strong_count(cell) > 1);
            cells.bytes = cells.places.values().map(|(_, bytes)| bytes).sum();
        }
        cells.bytes += LEAST_BYTES;
        cells.places.entry(arn.to_owned()).or_insert_with(|| (Cell::default(), LEAST_BYTES)).0.clone()
    }

    /// Notes what an execution weighs that stays in its place.
    pub(crate) fn weigh(&self, arn: &str, bytes: usize) {
        let cells = &mut *lock(&self.cells);
        if let Some((_, before)) = cells.places.get_mut(arn) {
            cells.bytes = cells.bytes.saturating_sub(*before) + bytes;
            *before = bytes;
        }
    }

    /// Notes that a task runs in this process, and how it is told to stop; none if it runs already.
    pub(crate) fn task_runs(&self, arn: &str, task: TaskId) -> Option<Arc<Notify>> {
        match lock(&self.running).entry((arn.to_owned(), task)) {
            std::collections::hash_map::Entry::Occupied(_) => None,
            std::collections::hash_map::Entry::Vacant(entry) => Some(entry.insert(Arc::default()).clone()),
        }
    }

    /// Whether the task runs in this process.
    pub(crate) fn is_running(&self, arn: &str, task: TaskId) -> bool {
        lock(&self.running).contains_key(&(arn.to_owned(), task))
    }

    /// Notes that a task has ended.
    pub(crate) fn task_ended(&self, arn: &str, task: TaskId) {
        lock(&self.running).remove(&(arn.to_owned(), task));
    }

    /// Tells a running task that nobody waits for it any more.
    pub(crate) fn cancel(&self, arn: &str, task: TaskId) {
        if let Some(cancelled) = lock(&self.running).get(&(arn.to_owned(), task)) {
            cancelled.notify_one();
        }
    }

    /// Resolves when the execution ends; subscribe first, then look whether it has.
    pub(crate) fn on_finish(&self, arn: &str) -> oneshot::Receiver<()> {
        let (sender, receiver) = oneshot::channel();
        let mut waiters = lock(&self.waiters);
        let waiting = waiters.entry(arn.to_owned()).or_default();
        waiting.retain(|sender| !sender.is_closed());
        waiting.push(sender);
        receiver
    }

    /// Wakes those who wait for the end of an execution, and forgets its state.
    pub(crate) fn finished(&self, arn: &str) {
        for sender in lock(&self.waiters).remove(arn).unwrap_or_default() {
            // Who stopped waiting needs no answer.
            let _ = sender.send(());
        }
        let cells = &mut *lock(&self.cells);
        if cells.places.get(arn).is_some_and(|(cell, _)| Arc::strong_count(cell) == 1)
            && let Some((_, bytes)) = cells.places.remove(arn)
        {
            cells.bytes = cells.bytes.saturating_sub(bytes);
        }
    }
}

impl States {
    /// An execution folded from its log; none if it does not exist.
    pub(crate) fn load(&self, arn: &str) -> Result<Option<Loaded>, AwsError> {
        let found = self.platform.store.read(|reader| {
            let Some(row) = EXECUTIONS.get(reader, &execution_key(arn))? else { return Ok(None) };
            Ok::<_, AwsError>(Some((row, log::of(reader, arn)?)))
        })?;
        let Some((row, (log, log_bytes))) = found else { return Ok(None) };
        let revision = self.revision(&row.machine_uid, row.revision)?;
        let machine = revision.machine.clone();
        let execution = Execution::replay(&machine, log.iter().flatten()).map_err(AwsError::internal)?;
        let tasks = execution
            .outstanding(&machine)
            .into_iter()
            .filter_map(|command| match command {
                Command::ScheduleTask(task) => Some((task.task, *task)),
                _ => None,
            })
            .collect();
        let role_arn = execution.info().map(|info| info.role_arn.clone()).unwrap_or_default();
        let next_batch = log.len() as u64;
        Ok(Some(Loaded { row, machine, revision, execution, role_arn, next_batch, tasks, log_bytes }))
    }
}
