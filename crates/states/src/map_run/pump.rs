//! What a map run does next: starts its executions, stops them, and reports how it ended.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use futures_util::future::join_all;
use lirio_api::AwsError;
use lirio_asl::map_run::{ChildInput, Feeder, Next, Progress};
use lirio_asl::{Data, Execution, Failure, Input, StartMapRun, Started, decide};
use lirio_store::{Key, KeyRange, Order};

use super::crowd::{Crowd, Done};
use super::rows::{
    BY_STATUS, CHILDREN, ChildOf, ChildRow, MapRunRow, PROGRESS, change, child_key, child_status_key, close,
    count_end, end_of, index_status, name_in, uid_key,
};
use super::work::{Logged, Work, encoded};
use crate::engine::{FeedError, Loaded, Revision, random};
use crate::tables::{EXECUTIONS, ExecutionRow, execution_key};
use crate::{States, logs};

/// The most executions that start in one commit.
const BATCH: usize = 512;

/// The most bytes of inputs that start in one commit.
pub(super) const BATCH_BYTES: usize = 4 << 20;

/// Executions that are stopped at once: their commits share a sync.
const STOPS: usize = 64;

/// A run that is driven.
pub(super) struct Pump {
    pub(super) states: Arc<States>,
    pub(super) row: MapRunRow,
    /// Its EXPRESS executions.
    pub(super) crowd: Arc<Crowd>,
    /// Nothing for a run that was cancelled before a restart: only its end is left to do.
    pub(super) start: Option<Box<StartMapRun>>,
    pub(super) revision: Arc<Revision>,
    /// Items that came with the state's input.
    inline: Option<Inline>,
    /// Inputs that a reader stored, with their numbers.
    page: VecDeque<(u64, ChildInput)>,
}

/// Items at hand, and those that were taken.
struct Inline {
    items: Data,
    next: usize,
    feeder: Feeder,
    finished: bool,
}

/// What to do next.
pub(super) enum Advance {
    Again,
    Wait,
    /// The run had ended and goes on, because it was redriven.
    Reopened,
    Over,
}

/// What comes next of the source.
enum Taken {
    Input(ChildInput),
    /// Nothing more, now or ever.
    Nothing,
    Failed(Failure),
}

/// An execution that is about to be started.
struct Child {
    of: ChildOf,
    row: ExecutionRow,
    work: Work,
}

impl Pump {
    /// A run as it is stored; nothing if it is over.
    pub(super) async fn open(
        states: &Arc<States>,
        run: &str,
        start: Option<Box<StartMapRun>>,
        crowd: &Arc<Crowd>,
    ) -> Result<Option<Pump>, AwsError> {
        let found = states.platform.store.read(|reader| {
            let progress = PROGRESS.get(reader, &uid_key(run))?;
            Ok::<_, AwsError>(MapRunRow::find(reader, run)?.zip(progress))
        })?;
        let Some((row, progress)) = found.filter(|(row, _)| row.stop.is_none()) else { return Ok(None) };
        let revision = states.revision(&row.machine_uid, row.revision)?;
        let crowd = crowd.clone();
        let pump =
            Pump { states: states.clone(), row, start, revision, crowd, inline: None, page: VecDeque::new() };
        let goes_on = progress.failure.is_none()
            && pump.start.as_ref().is_some_and(|start| start.redrives == progress.redrive.count);
        if pump.row.express {
            if goes_on {
                pump.begin_again().await?;
            }
        } else {
            pump.resume_children().await?;
        }
        if let (Some(start), true, false) = (&pump.start, goes_on, progress.complete)
            && start.spec.reader.is_some()
        {
            states.spawn_reader(start.clone(), pump.revision.machine.clone(), pump.row.role_arn.clone());
        }
        Ok(Some(pump))
    }

    async fn resume_children(&self) -> Result<(), AwsError> {
        let states = &self.states;
        // Executions that ran when the last process ended; those of this one are left alone.
        let running = uid_key(&self.row.arn).str("RUNNING");
        let mut after: Option<Key> = None;
        loop {
            let page = states
                .platform
                .store
                .read(|reader| BY_STATUS.scan_prefix(reader, &running, after.as_ref(), BATCH))?;
            let Some((last, _)) = page.last() else { return Ok(()) };
            after = Some(last.clone());
            for (_, child) in &page {
                states.resume(child).await?;
            }
        }
    }

    /// What was taken and not committed is taken again.
    pub(super) fn forget_source(&mut self) {
        self.inline = None;
        self.page.clear();
    }

    pub(super) async fn advance(&mut self) -> Result<Advance, AwsError> {
        let run = &self.row.arn;
        let found = self.states.platform.store.read(|reader| {
            let progress = PROGRESS.get(reader, &uid_key(run))?;
            Ok::<_, AwsError>(MapRunRow::find(reader, run)?.zip(progress))
        })?;
        let Some((row, progress)) = found else { return Ok(Advance::Over) };
        let asked = self.start.as_ref().is_some_and(|start| start.redrives == progress.redrive.count);
        if !asked && !row.cancelled {
            // The execution tells in a moment what it wants.
            return Ok(Advance::Wait);
        }
        let done = self.crowd.done();
        let mut local = progress;
        for ended in &done {
            if let (Some(child), Some(how)) = (&ended.row.map_run, end_of(&ended.row.status)) {
                count_end(&mut local, child, how);
            }
        }
        match local.next() {
            Next::Start(_) => self.start_children(local, done).await,
            _ if !done.is_empty() => self.commit(local.next_child, false, Vec::new(), done).await,
            Next::Redrive(room) => self.redrive_children(local, room).await,
            Next::Wait => Ok(Advance::Wait),
            Next::Stop if self.row.express => self.stop_crowd(),
            Next::Stop => self.stop_children().await,
            Next::Finish(failure) => self.finish(&local, failure).await,
        }
    }

    pub(super) async fn change(
        &self,
        what: impl FnOnce(&mut Progress) + Send + 'static,
    ) -> Result<(), AwsError> {
        let run = self.row.arn.clone();
        self.states.platform.store.commit(move |txn| change(txn, &run, what).map(drop)).await?;
        Ok(())
    }

    /// Starts as many executions as may run, in one commit.  Those that end at once make room for
    /// others of the same batch.
    async fn start_children(
        &mut self,
        progress: Progress,
        done: Vec<Arc<Done>>,
    ) -> Result<Advance, AwsError> {
        let (mut local, mut batch, mut bytes) = (progress, Vec::new(), 0);
        let first = local.next_child;
        let counts = self.counts_executions();
        let mut failed = None;
        let mut exhausted = false;
        while batch.len() < BATCH && bytes < BATCH_BYTES && matches!(local.next(), Next::Start(_)) {
            match self.take(&local)? {
                Taken::Input(input) => {
                    if counts {
                        local.found(1, 0);
                    }
                    bytes += input.input.text().len();
                    let items = input.items;
                    let index = local.start(items);
                    let child = self.prepare_child(index, input)?;
                    if let Some(how) = end_of(&child.row.status) {
                        count_end(&mut local, &child.of, how);
                    }
                    batch.push(child);
                }
                Taken::Nothing => {
                    exhausted = true;
                    break;
                }
                Taken::Failed(failure) => {
                    failed = Some(failure);
                    break;
                }
            }
        }
        if batch.is_empty() && !done.is_empty() {
            // What else is to be said is found again.
            self.forget_source();
            return self.commit(first, counts, batch, done).await;
        }
        if batch.is_empty() {
            return match (failed, counts && exhausted) {
                (Some(failure), _) => {
                    self.change(|progress| progress.fail(failure)).await?;
                    Ok(Advance::Again)
                }
                (None, true) => {
                    self.change(Progress::all_found).await?;
                    Ok(Advance::Again)
                }
                // The reader wakes the run when it has found more.
                (None, false) => Ok(Advance::Wait),
            };
        }
        if failed.is_some() {
            // It is found again when these have started.
            self.forget_source();
        }
        self.commit(first, counts, batch, done).await
    }

    /// Writes what has ended, and starts what is to be started.
    async fn commit(
        &mut self,
        first: u64,
        counts: bool,
        batch: Vec<Child>,
        done: Vec<Arc<Done>>,
    ) -> Result<Advance, AwsError> {
        let (run, number) = (self.row.arn.clone(), done.len());
        let (mut after, mut rows, mut ends) = (Vec::new(), Vec::new(), Vec::new());
        for Child { of, row, work } in batch {
            let (written, then) = work.split(&row);
            after.push(then);
            rows.push((of, encoded(&row)?, row, written));
        }
        for ended in done {
            ends.push((encoded(&ended.row)?, ended));
        }
        let committed = self.states.platform.store.commit(move |txn| -> Result<bool, AwsError> {
            let Some(mut progress) = PROGRESS.get(txn, &uid_key(&run))? else { return Ok(false) };
            for (bytes, ended) in ends {
                let Done { row, logs } = &*ended;
                let (Some(child), Some(how)) = (&row.map_run, end_of(&row.status)) else { continue };
                if !BY_STATUS.delete(txn, &child_status_key(&run, "RUNNING", child.index))? {
                    // Its end is written already.
                    continue;
                }
                EXECUTIONS.put_encoded(txn, &execution_key(&row.arn), &bytes)?;
                index_status(txn, row, child)?;
                logs::enqueue(txn, logs)?;
                count_end(&mut progress, child, how);
            }
            let begins = progress.failure.is_none() && progress.next_child == first;
            if begins {
                for (of, bytes, row, written) in rows {
                    if counts {
                        progress.found(1, 0);
                    }
                    progress.start(of.items);
                    written.write(txn)?;
                    EXECUTIONS.put_encoded(txn, &execution_key(&row.arn), &bytes)?;
                    let name = name_in(&row.arn).to_owned();
                    CHILDREN.put(txn, &child_key(&run, of.index), &ChildRow::Started { name })?;
                    index_status(txn, &row, &of)?;
                    if let Some(how) = end_of(&row.status) {
                        count_end(&mut progress, &of, how);
                    }
                }
            }
            PROGRESS.put(txn, &uid_key(&run), &progress)?;
            Ok(begins)
        });
        let began = committed.await?;
        self.crowd.written(number);
        if began {
            self.go_on(after);
        } else {
            // The run has failed or was cancelled meanwhile: nothing of this began.
            self.forget_source();
        }
        Ok(Advance::Again)
    }

    /// Whether executions are counted only when they start: items at hand that go in batches.
    fn counts_executions(&self) -> bool {
        let spec = self.start.as_ref().map(|start| &start.spec);
        spec.is_some_and(|spec| spec.reader.is_none() && spec.batcher.is_some())
    }

    /// The input of the next execution.
    fn take(&mut self, progress: &Progress) -> Result<Taken, AwsError> {
        let Some(start) = &self.start else { return Ok(Taken::Nothing) };
        if start.spec.reader.is_some() {
            return self.take_stored(progress.next_child);
        }
        let now = self.states.platform.now().0;
        let inline = self.inline.get_or_insert_with(|| Inline {
            items: start.spec.items.clone().unwrap_or_else(Data::empty_object),
            next: usize::try_from(progress.items_taken).unwrap_or(usize::MAX),
            feeder: Feeder::new(start.spec.batcher.clone(), progress.items_taken),
            finished: false,
        });
        loop {
            let item = inline.items.value().as_array().and_then(|items| items.get(inline.next)).cloned();
            let made = match item {
                Some(item) => {
                    inline.next += 1;
                    inline.feeder.item(&self.revision.machine, start, item, now, &mut random)
                }
                None if inline.finished => return Ok(Taken::Nothing),
                None => {
                    inline.finished = true;
                    inline.feeder.finish(start)
                }
            };
            match made {
                Ok(Some(input)) => return Ok(Taken::Input(input)),
                Ok(None) => {}
                Err(failure) => return Ok(Taken::Failed(failure)),
            }
        }
    }

    fn take_stored(&mut self, next: u64) -> Result<Taken, AwsError> {
        if self.page.front().is_none_or(|(index, _)| *index != next) {
            let range = KeyRange::prefix(&uid_key(&self.row.arn)).from(&child_key(&self.row.arn, next));
            let rows =
                self.states.platform.store.read(|r| CHILDREN.scan(r, range, Order::Ascending, BATCH))?;
            let mut page = VecDeque::new();
            for (index, (_, row)) in (next..).zip(rows) {
                if let ChildRow::Pending { items, input } = row {
                    let input = Data::parse(&input).map_err(AwsError::internal)?;
                    page.push_back((index, ChildInput { items, input }));
                }
            }
            self.page = page;
        }
        Ok(self.page.pop_front().map_or(Taken::Nothing, |(_, input)| Taken::Input(input)))
    }

    /// Decides on the begin of an execution.
    fn prepare_child(&self, index: u64, input: ChildInput) -> Result<Child, AwsError> {
        let (run, states) = (&self.row, &self.states);
        let now = states.platform.now();
        let name = lirio_service::uuid_v4();
        let arn = match run.express {
            true => run.child_arn(&format!("{name}:{}", lirio_service::uuid_v4())),
            false => run.child_arn(&name),
        };
        let (express, lost) = (run.express, false);
        let of = ChildOf { run: run.arn.clone(), index, items: input.items, express, lost };
        let row = ExecutionRow {
            arn: arn.clone(),
            name: name.clone(),
            machine_arn: run.machine_arn.clone(),
            machine_uid: run.machine_uid.clone(),
            revision: run.revision,
            status: "RUNNING".to_owned(),
            start: now,
            stop: None,
            input: input.input.text().to_owned(),
            output: None,
            error: None,
            cause: None,
            trace_header: None,
            version: None,
            alias: None,
            events: 0,
            redrives: crate::redrive::Redrives::default(),
            map_run: Some(of.clone()),
        };
        if express {
            let (row, work) = self.begin_in_memory(row, input.input);
            return Ok(Child { of, row, work });
        }
        let started = Started {
            execution_arn: arn.clone(),
            execution_name: name,
            machine_arn: run.machine_arn.clone(),
            machine_name: run.machine_name.clone(),
            role_arn: run.role_arn.clone(),
            input: input.input,
            start_ms: now.0,
            scope: self.start.as_ref().map_or(0, |start| start.scope),
        };
        let mut loaded = Loaded {
            row,
            machine: self.revision.machine.clone(),
            revision: self.revision.clone(),
            execution: Execution::new(),
            role_arn: run.role_arn.clone(),
            log_bytes: 0,
            next_batch: 0,
            tasks: BTreeMap::new(),
        };
        states.tell_missing_activities(&mut loaded)?;
        let begin = Input::Start(Box::new(started));
        let step = decide(&self.revision.machine, &mut loaded.execution, begin, now.0, &mut random)
            .map_err(AwsError::internal)?;
        let (mut persist, commands) = states.prepare(&mut loaded, step);
        // Its row is written with those of the others.
        persist.take_row();
        let row = loaded.row.clone();
        let of = row.map_run.clone().ok_or_else(|| AwsError::internal("an execution of no map run"))?;
        let live = if loaded.execution.outcome().is_none() {
            // Nobody knows the execution yet, so its place is free until the commit.
            let place = states.live.cell(&arn).try_lock_owned().map_err(AwsError::internal)?;
            Some((place, Some(loaded)))
        } else {
            None
        };
        let work = Work::Logged(Box::new(Logged { persist, commands, live }));
        Ok(Child { of, row, work })
    }

    /// Stops what runs of a run that has failed or was cancelled.
    async fn stop_children(&self) -> Result<Advance, AwsError> {
        let running = uid_key(&self.row.arn).str("RUNNING");
        let page = self.states.platform.store.read(|r| BY_STATUS.scan_prefix(r, &running, None, STOPS))?;
        if page.is_empty() {
            return Ok(Advance::Wait);
        }
        let stop = || Input::Stop { error: None, cause: None };
        let stops = page.iter().map(|(_, child)| self.states.feed(child, stop(), None, None));
        for stopped in join_all(stops).await {
            match stopped {
                Ok(()) | Err(FeedError::Refused(_) | FeedError::NoExecution) => {}
                Err(FeedError::Platform(error)) => return Err(error),
            }
        }
        Ok(Advance::Again)
    }

    /// Exports the results, and tells the execution that waits.
    async fn finish(&mut self, progress: &Progress, failure: Option<Failure>) -> Result<Advance, AwsError> {
        let Some(start) = self.start.clone() else { return self.close("ABORTED").await };
        let pending = self.inline_inputs(progress);
        let result = self.states.map_run_result(&self.row, &start, &self.revision, pending, failure).await?;
        let row = self.states.platform.store.read(|reader| MapRunRow::find(reader, &self.row.arn))?;
        if row.is_none_or(|row| row.cancelled) {
            return self.close("ABORTED").await;
        }
        let (status, input) = match result {
            Ok(output) => ("SUCCEEDED", Input::MapRunSucceeded { run: self.row.run, output }),
            Err(failure) => {
                let (error, cause) = (failure.error, failure.cause);
                ("FAILED", Input::MapRunFailed { run: self.row.run, error, cause })
            }
        };
        let (run, now) = (self.row.arn.clone(), self.states.platform.now());
        let extra = Box::new(move |txn: &mut lirio_store::Txn<'_>| close(txn, &run, status, now).map(drop));
        match self.states.feed(&self.row.execution, input, None, Some(extra)).await {
            Ok(()) => Ok(Advance::Over),
            Err(FeedError::Refused(_) | FeedError::NoExecution) => self.close("ABORTED").await,
            Err(FeedError::Platform(error)) => Err(error),
        }
    }

    async fn close(&self, status: &'static str) -> Result<Advance, AwsError> {
        let (run, now) = (self.row.arn.clone(), self.states.platform.now());
        let reopened = self.states.platform.store.commit(move |txn| close(txn, &run, status, now)).await?;
        Ok(if reopened { Advance::Reopened } else { Advance::Over })
    }

    /// The inputs of executions that were never started, of items at hand.
    fn inline_inputs(&mut self, progress: &Progress) -> Vec<ChildInput> {
        let reads = self.start.as_ref().is_some_and(|start| start.spec.reader.is_some());
        if reads || progress.items.pending == 0 {
            return Vec::new();
        }
        self.forget_source();
        let (mut inputs, mut bytes) = (Vec::new(), 0);
        // Selectors may make much of few items: what is shown of them is bounded.
        while bytes < super::export::MAX_FILE
            && let Ok(Taken::Input(input)) = self.take(progress)
        {
            bytes += input.input.text().len();
            inputs.push(input);
        }
        inputs
    }
}

/// The executions of a run by a status other than `SUCCEEDED`, in the order of their items.
pub(super) fn status_prefix(run: &str, status: &str) -> KeyRange {
    let first = child_status_key(run, status, 0);
    KeyRange::prefix(&uid_key(run).str(status)).from(&first)
}
