//! The one thread that writes: group commit.

use std::any::Any;
use std::sync::Arc;

use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use crate::shared::Shared;
use crate::txn::{Effects, Txn};
use crate::{Stop, StopAt, StoreError};

/// Closures that share one sync at most; bounds how long the first of them waits for the last.
const BATCH: usize = 1024;

/// Moves the log into the database and empties its file.
const TRUNCATE: &str = "PRAGMA wal_checkpoint(TRUNCATE)";

/// A closure of a caller.
pub(crate) trait Job: Send {
    /// Changes the transaction and says whether to keep its changes.
    fn run(self: Box<Self>, txn: &mut Txn<'_>) -> Verdict;

    /// Answers the caller without having run.
    fn refuse(self: Box<Self>, error: StoreError);

    /// Lets go of what it would do; while the answer is held, the caller waits.
    fn leave(self: Box<Self>) -> Box<dyn Any + Send>;
}

/// What a job asks for, and how to answer its caller once the batch is durable (or has failed).
pub(crate) struct Verdict {
    pub(crate) keep: bool,
    pub(crate) answer: Box<dyn FnOnce(Result<(), StoreError>) + Send>,
}

pub(crate) enum Message {
    Run(Box<dyn Job>),
    Close(oneshot::Sender<()>),
}

/// A [`Stop`] on its way.
struct Stopping {
    stop: Stop,
    /// Commits so far.
    done: u64,
    /// What came too late. It is kept, because a process that has ended answers nobody, not even with an error.
    late: Vec<Box<dyn Any + Send>>,
    unanswered: Vec<Answer>,
}

impl Stopping {
    fn is_over(&self) -> bool {
        self.done >= self.stop.after
    }

    /// Whether the commit that was made just now is the last one, and nobody may learn of it.
    fn counts(&mut self) -> bool {
        self.done += 1;
        self.done == self.stop.after && self.stop.at == StopAt::Commit
    }
}

/// The body of the writer thread; ends when all senders are gone or a close is asked.
pub(crate) fn run(
    conn: Connection,
    shared: Arc<Shared>,
    mut queue: mpsc::Receiver<Message>,
    stop: Option<Stop>,
) {
    let mut closing = None;
    let mut stopping = stop.map(|stop| Stopping { stop, done: 0, late: Vec::new(), unanswered: Vec::new() });
    while closing.is_none() {
        match queue.blocking_recv() {
            Some(Message::Run(job)) => match stopping.as_mut().filter(|stopping| stopping.is_over()) {
                Some(stopping) => {
                    stopping.late.push(job.leave());
                    stopping.stop.notify();
                }
                None => closing = batch(&conn, &shared, job, &mut queue, stopping.as_mut()),
            },
            Some(Message::Close(done)) => closing = Some(done),
            None => break,
        }
    }
    // Callers from here on learn that the store is closed.
    drop(queue);
    // The log becomes part of the database, so that the next start has nothing to recover.
    if let Err(error) = conn.query_row(TRUNCATE, [], |_| Ok(())) {
        tracing::warn!(%error, "the closing checkpoint failed; the next start recovers from the log");
    }
    drop(conn);
    if let Some(done) = closing {
        // Whoever asked may have gone.
        let _ = done.send(());
    }
}

/// Runs `first` and everything queued behind it as one transaction. Returns a close request met on the way.
fn batch(
    conn: &Connection,
    shared: &Shared,
    first: Box<dyn Job>,
    queue: &mut mpsc::Receiver<Message>,
    stopping: Option<&mut Stopping>,
) -> Option<oneshot::Sender<()>> {
    let most = if stopping.is_some() { 1 } else { BATCH };
    let mut closing = None;
    let mut answers = Vec::new();
    let mut effects = Vec::new();
    let mut outcome = Ok(());
    if let Err(error) = step(conn, shared, "BEGIN IMMEDIATE") {
        first.refuse(error);
        return None;
    }
    let mut next = Some(first);
    while let Some(job) = next.take() {
        match savepoint(conn, shared, job) {
            (answer, Ok(kept)) => {
                answers.push(answer);
                effects.extend(kept);
            }
            (answer, Err(error)) => {
                answers.push(answer);
                outcome = Err(error);
                break;
            }
        }
        if answers.len() < most {
            match queue.try_recv() {
                Ok(Message::Run(job)) => next = Some(job),
                Ok(Message::Close(done)) => closing = Some(done),
                Err(_) => {}
            }
        }
    }
    let outcome = outcome.and_then(|()| step(conn, shared, "COMMIT"));
    match outcome {
        Ok(()) => {
            if let Some(stopping) = stopping
                && stopping.counts()
            {
                stopping.unanswered.append(&mut answers);
                stopping.stop.notify();
                return closing;
            }
            for effect in effects {
                effect.apply(shared);
            }
            for answer in answers {
                answer(Ok(()));
            }
        }
        Err(error) => {
            tracing::error!(%error, commits = answers.len(), "a group commit failed and was rolled back");
            if !conn.is_autocommit()
                && let Err(error) = step(conn, shared, "ROLLBACK")
            {
                tracing::error!(%error, "the rollback failed as well");
            }
            // The log may have grown to fill the disk with what is rolled back now: give the space back.
            // If a reader or the disk forbids it, a later checkpoint does.
            let _ = conn.query_row(TRUNCATE, [], |_| Ok(()));
            drop(effects);
            for answer in answers {
                answer(Err(error.clone()));
            }
        }
    }
    closing
}

type Answer = Box<dyn FnOnce(Result<(), StoreError>) + Send>;

/// Runs one job so that it can be undone alone. An error means that the whole batch is lost.
fn savepoint(
    conn: &Connection,
    shared: &Shared,
    job: Box<dyn Job>,
) -> (Answer, Result<Option<Effects>, StoreError>) {
    let begun = step(conn, shared, "SAVEPOINT job");
    let mut txn = Txn::new(conn, shared);
    let Verdict { keep, answer } = job.run(&mut txn);
    let ended = begun.and_then(|()| {
        if conn.is_autocommit() {
            // SQLite gives up the whole transaction on some errors (disk full, input/output, memory).
            return Err(txn.lost());
        }
        if !keep {
            step(conn, shared, "ROLLBACK TO job")?;
        }
        step(conn, shared, "RELEASE job")
    });
    (answer, ended.map(|()| keep.then_some(txn.effects)))
}

pub(crate) fn step(conn: &Connection, shared: &Shared, sql: &str) -> Result<(), StoreError> {
    shared.sql(conn.prepare_cached(sql).and_then(|mut statement| statement.execute([]).map(drop)))
}
