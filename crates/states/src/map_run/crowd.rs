//! The EXPRESS executions of a run: in memory, and one change of a row when they end.
//!
//! Their rows say that they run before anything is called for them.  Those that end wait here for
//! the run's next commit, which takes all that have ended by then.  After a crash, those that ran
//! begin again, at least once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lirio_api::AwsError;
use lirio_asl::{Data, Outcome, Started};
use lirio_store::Order;
use tokio::sync::Notify;

use super::pump::{Advance, Pump};
use super::rows::{BY_STATUS, uid_key};
use super::work::Work;
use crate::engine::Revision;
use crate::express::Begun;
use crate::tables::{EXECUTIONS, ExecutionRow, execution_key};
use crate::{States, logs};

/// Executions that are looked at in one read.
const PAGE: usize = 512;

/// An execution that has ended, as it is to be written.
pub(super) struct Done {
    pub(super) row: ExecutionRow,
    pub(super) logs: Vec<logs::Batch>,
}

/// Those that run, and those that have ended and are not written yet.
pub(super) struct Crowd {
    wake: Arc<Notify>,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    /// By their numbers: what stops them.
    running: HashMap<u64, Arc<Notify>>,
    /// In the order of their ends.
    done: Vec<Arc<Done>>,
}

impl Crowd {
    /// Nobody yet; `wake` is told when one has ended.
    pub(super) fn new(wake: Arc<Notify>) -> Arc<Self> {
        Arc::new(Self { wake, inner: Mutex::default() })
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Goes on with an execution whose row says that it runs.
    pub(super) fn spawn(
        self: &Arc<Self>,
        states: &Arc<States>,
        revision: &Arc<Revision>,
        mut row: ExecutionRow,
        begun: Begun,
    ) {
        let Some(index) = row.map_run.as_ref().map(|child| child.index) else { return };
        let stop = self.lock().running.entry(index).or_default().clone();
        let (crowd, states, revision) = (self.clone(), states.clone(), revision.clone());
        tokio::spawn(async move {
            let Some(ended) = states.go_on_in_memory(revision, begun, stop).await else { return };
            row.end(&ended.outcome, ended.stop);
            let mut inner = crowd.lock();
            inner.running.remove(&index);
            inner.done.push(Arc::new(Done { row, logs: ended.logs }));
            drop(inner);
            crowd.wake.notify_one();
        });
    }

    /// Those that have ended and are not written yet.
    pub(super) fn done(&self) -> Vec<Arc<Done>> {
        self.lock().done.clone()
    }

    /// Notes that the first so many of these are written.
    pub(super) fn written(&self, number: usize) {
        self.lock().done.drain(..number);
    }

    /// Notes one that ended without having run here.
    fn ended(&self, row: ExecutionRow, logs: Vec<logs::Batch>) {
        self.lock().done.push(Arc::new(Done { row, logs }));
    }

    /// Tells all to stop; whether there are any, or any whose end is not written yet.
    fn stop(&self) -> bool {
        let inner = self.lock();
        inner.running.values().for_each(|stop| stop.notify_one());
        !inner.running.is_empty() || !inner.done.is_empty()
    }

    /// Whether an execution runs in this process, or its end is not written yet.
    fn knows(&self, index: u64) -> bool {
        let inner = self.lock();
        let done = |done: &Arc<Done>| done.row.map_run.as_ref().is_some_and(|child| child.index == index);
        inner.running.contains_key(&index) || inner.done.iter().any(done)
    }
}

impl Pump {
    /// Begins an execution whose row says that it runs now; the row after its first step.
    pub(super) fn begin_in_memory(&self, mut row: ExecutionRow, input: Data) -> (ExecutionRow, Work) {
        let run = &self.row;
        let started = Started {
            execution_arn: row.arn.clone(),
            execution_name: row.name.clone(),
            machine_arn: run.machine_arn.clone(),
            machine_name: run.machine_name.clone(),
            role_arn: run.role_arn.clone(),
            input,
            start_ms: row.start.0,
            scope: self.start.as_ref().map_or(0, |start| start.scope),
        };
        let begun = self.states.begin_in_memory(&self.revision, started, row.redrives.count);
        if let Some(outcome) = begun.outcome() {
            row.end(outcome, self.states.platform.now());
        }
        (row, Work::InMemory(Box::new(begun)))
    }

    /// Begins again those that ran when the last process ended.
    pub(super) async fn begin_again(&self) -> Result<(), AwsError> {
        let running = uid_key(&self.row.arn).str("RUNNING");
        let mut after = None;
        loop {
            let page: Vec<_> = self.states.platform.store.read(|reader| {
                let page = BY_STATUS.scan_prefix(reader, &running, after.as_ref(), PAGE)?;
                let row = |(key, arn): (_, String)| {
                    Ok::<_, AwsError>((key, EXECUTIONS.get(reader, &execution_key(&arn))?))
                };
                page.into_iter().map(row).collect::<Result<_, _>>()
            })?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = Some(last.clone());
            for row in page.into_iter().filter_map(|(_, row)| row) {
                if row.map_run.as_ref().is_none_or(|child| self.crowd.knows(child.index)) {
                    continue;
                }
                let input = Data::parse(&row.input).map_err(AwsError::internal)?;
                let (row, work) = self.begin_in_memory(row, input);
                let Work::InMemory(mut begun) = work else { continue };
                if begun.outcome().is_some() {
                    let logs = std::mem::take(&mut begun.logs);
                    self.crowd.ended(row, logs);
                } else {
                    self.crowd.spawn(&self.states, &self.revision, row, *begun);
                }
            }
            tokio::task::yield_now().await;
        }
    }

    /// Stops what runs of a run that has failed or was cancelled.
    pub(super) fn stop_crowd(&self) -> Result<Advance, AwsError> {
        if self.crowd.stop() {
            return Ok(Advance::Wait);
        }
        // Those of the last process need not begin again to be stopped.
        let running = uid_key(&self.row.arn).str("RUNNING");
        let rows: Vec<ExecutionRow> = self.states.platform.store.read(|reader| {
            let page =
                BY_STATUS.scan(reader, lirio_store::KeyRange::prefix(&running), Order::Ascending, PAGE)?;
            let row = |(_, arn): (_, String)| EXECUTIONS.get(reader, &execution_key(&arn)).transpose();
            page.into_iter().filter_map(row).collect::<Result<_, _>>()
        })?;
        if rows.is_empty() {
            return Ok(Advance::Wait);
        }
        let (now, aborted) = (self.states.platform.now(), Outcome::Aborted { error: None, cause: None });
        for mut row in rows {
            row.end(&aborted, now);
            self.crowd.ended(row, Vec::new());
        }
        Ok(Advance::Again)
    }
}
