//! The store itself: opening, committing, reading, closing.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, mpsc as std_mpsc};
use std::thread::{self, JoinHandle};

use tokio::sync::{mpsc, oneshot};

use crate::blobs::sweep::{self, Janitor};
use crate::open::{self, CleanMark, Lock};
use crate::readers::Readers;
use crate::shared::{Shared, lock};
use crate::writer::{self, Job, Message, Verdict};
use crate::{Blobs, Clock, Outbox, Reader, Stop, StoreError, SystemClock, Txn, schema};

/// Commits that may wait for the writer; the next one waits for room.
const QUEUE: usize = 1024;

/// All durable data of one platform. Clones are handles to the same store.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) shared: Arc<Shared>,
    readers: Readers,
    /// None only while dropping.
    queue: Option<mpsc::Sender<Message>>,
    writer: Option<JoinHandle<()>>,
    janitor: Option<JoinHandle<bool>>,
    clean: CleanMark,
    /// Held until everything else is closed.
    _lock: Lock,
}

impl Store {
    /// Opens the data directory `dir`, creating it (mode 0700) if it is missing, with the clock of the machine.
    ///
    /// Errors: [`StoreError::Locked`] while another process has it, [`StoreError::NotWritable`],
    /// [`StoreError::Format`] if it is not ours or of a later version, and what the disk says.
    pub fn open(dir: &Path) -> Result<Store, StoreError> {
        Store::open_with_clock(dir, Arc::new(SystemClock))
    }

    /// Like [`Store::open`], with the clock that stamps messages.
    pub fn open_with_clock(dir: &Path, clock: Arc<dyn Clock>) -> Result<Store, StoreError> {
        Store::open_with(dir, clock, None)
    }

    /// Like [`Store::open_with_clock`], for tests of crashes: nothing is committed after `stop`.
    pub fn open_stopping(dir: &Path, clock: Arc<dyn Clock>, stop: Stop) -> Result<Store, StoreError> {
        Store::open_with(dir, clock, Some(stop))
    }

    fn open_with(dir: &Path, clock: Arc<dyn Clock>, stop: Option<Stop>) -> Result<Store, StoreError> {
        let directory = open::directory(dir)?;
        let fresh = !directory.database.exists();
        let conn = schema::open_writer(&directory.database)?;
        if fresh {
            open::sync_dir(dir)?;
        }
        let (janitor, chores) = std_mpsc::channel();
        let shared = Arc::new(Shared::new(directory.database.clone(), directory.blobs, clock, janitor));
        let (queue, messages) = mpsc::channel(QUEUE);
        let for_writer = shared.clone();
        let writer = spawn(dir, "store-writer", move || writer::run(conn, for_writer, messages, stop))?;
        // The janitor borrows no `Shared` for longer than its sweep, or its own channel would never close.
        let for_janitor = directory.sweep.then(|| shared.clone());
        let janitor = spawn(dir, "store-janitor", move || sweep::run(for_janitor, &chores))?;
        Ok(Store {
            inner: Arc::new(Inner {
                readers: Readers::new(directory.database),
                shared,
                queue: Some(queue),
                writer: Some(writer),
                janitor: Some(janitor),
                clean: directory.clean,
                _lock: directory.lock,
            }),
        })
    }

    /// Runs `f` and makes its changes durable; resolves after the sync.
    ///
    /// `f` runs on the writer thread: it must not block, wait for another commit, or take long.
    /// Concurrent commits share one sync, in the order in which they were asked.
    /// If `f` fails or panics, its own changes are rolled back and the other commits are not touched.
    /// If the sync itself fails ([`StoreError::DiskFull`], [`StoreError::Sqlite`]), all commits that shared it get
    /// the error, nothing of them is kept, and the store stays usable.
    /// Dropping the future after its first poll does not take the commit back.
    pub async fn commit<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: FnOnce(&mut Txn<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (answer, result) = oneshot::channel();
        let queue = self.inner.queue.as_ref().expect("only dropping takes the queue");
        if queue.send(Message::Run(Box::new(Commit { f, answer }))).await.is_err() {
            return Err(StoreError::Closed.into());
        }
        result.await.unwrap_or_else(|_| Err(StoreError::Closed.into()))
    }

    /// Runs `f` on one consistent snapshot that has everything committed before this call.
    ///
    /// Synchronous: a few point reads take microseconds. Long scans belong on a blocking thread.
    pub fn read<T, E>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        self.inner.readers.with(&self.inner.shared, f)
    }

    /// The consumer side of a topic.
    pub fn outbox(&self, topic: &'static str) -> Outbox {
        Outbox::new(self.clone(), topic)
    }

    /// Byte strings of any size.
    pub fn blobs(&self) -> Blobs {
        Blobs::new(self.clone())
    }

    /// Closes the store: finishes the commits that were asked, and folds the log into the database.
    ///
    /// Other handles then answer [`StoreError::Closed`]; the directory is free once the last of them is dropped.
    /// Dropping the last handle does the same, but blocks for it.
    pub async fn close(self) {
        self.inner.readers.close();
        let (done, closed) = oneshot::channel();
        let queue = self.inner.queue.as_ref().expect("only dropping takes the queue");
        if queue.send(Message::Close(done)).await.is_ok() {
            // An error means that the writer has ended, which is what we wait for.
            let _ = closed.await;
        }
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.readers.close();
        self.queue.take();
        if let Some(writer) = self.writer.take()
            // The last handle may have been in a closure that ran on the writer thread.
            && writer.thread().id() != thread::current().id()
            && writer.join().is_err()
        {
            tracing::error!("the writer thread panicked");
        }
        let stopped = self.shared.janitor.send(Janitor::Stop).is_ok();
        let swept = self.janitor.take().is_some_and(|janitor| janitor.join().unwrap_or(false));
        if stopped && swept && lock(&self.shared.pending_blobs).is_empty() {
            self.clean.set();
        }
    }
}

fn spawn<T: Send + 'static>(
    dir: &Path,
    name: &str,
    body: impl FnOnce() -> T + Send + 'static,
) -> Result<JoinHandle<T>, StoreError> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(body)
        .map_err(|error| StoreError::io("start a thread for", dir, error))
}

/// The closure of one `commit` and the way to its caller.
struct Commit<T, E, F> {
    f: F,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Job for Commit<T, E, F>
where
    F: FnOnce(&mut Txn<'_>) -> Result<T, E> + Send,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    fn run(self: Box<Self>, txn: &mut Txn<'_>) -> Verdict {
        let Commit { f, answer } = *self;
        // A panic leaves the transaction as an error does: rolled back to the savepoint.
        let result = catch_unwind(AssertUnwindSafe(|| f(txn)))
            .unwrap_or_else(|panic| Err(StoreError::Panicked(panic_message(&*panic)).into()));
        let keep = result.is_ok();
        let answer = Box::new(move |outcome: Result<(), StoreError>| {
            // The caller may have gone; its commit counts all the same.
            let _ = answer.send(outcome.map_err(E::from).and(result));
        });
        Verdict { keep, answer }
    }

    fn refuse(self: Box<Self>, error: StoreError) {
        let _ = self.answer.send(Err(error.into()));
    }

    fn leave(self: Box<Self>) -> Box<dyn Any + Send> {
        Box::new(self.answer)
    }
}

pub(crate) fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    match (panic.downcast_ref::<&str>(), panic.downcast_ref::<String>()) {
        (Some(text), _) => (*text).to_owned(),
        (_, Some(text)) => text.clone(),
        _ => "no message".to_owned(),
    }
}
