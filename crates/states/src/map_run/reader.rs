//! Reading the items of a run: objects of S3 to inputs in the store.

use std::io::{self, Read};
use std::ops::ControlFlow;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::StreamExt as _;
use lirio_api::s3::{self, GetObjectRequest, ListObjectsV2Request};
use lirio_api::{AwsError, BodyError, BodyStream};
use lirio_asl::machine::Machine;
use lirio_asl::map_run::{ChildInput, Feeder, ListedObject, Listing, Objects, Progress, read_items};
use lirio_asl::{Failure, FailureClass, StartMapRun};
use lirio_service::Caller;
use serde_json::Value;
use tokio::runtime::Handle;

use super::rows::{CHILDREN, ChildRow, PROGRESS, child_key, uid_key};
use crate::States;
use crate::engine::random;

/// Inputs that are stored in one commit.
const PAGE: usize = 512;

/// Bytes of inputs that are stored in one commit.
const PAGE_BYTES: usize = 4 << 20;

/// Objects in a page of a listing.
const LISTED: i64 = 1000;

impl States {
    /// Reads what is left to be read of the items of a run.
    pub(super) fn spawn_reader(
        self: &Arc<Self>,
        start: Box<StartMapRun>,
        machine: Arc<Machine>,
        role_arn: String,
    ) {
        let (states, handle) = (self.clone(), Handle::current());
        tokio::task::spawn_blocking(move || {
            let run = start.arn.clone();
            let (page, redrives) = (Vec::new(), start.redrives);
            let mut reading =
                Reading { states: &states, handle: &handle, run: &run, redrives, page, bytes: 0 };
            let result = reading.all(&start, &machine, &role_arn);
            let end = match result {
                Ok(true) => reading.store(Progress::all_found),
                // The platform stops, or the run needs no more.
                Ok(false) => return,
                Err(Trouble::Run(failure)) => reading.store(move |progress| progress.fail(failure)),
                Err(Trouble::Platform(error)) => Err(error),
            };
            if let Err(error) = end {
                // The store is in trouble, which it says itself: a restart reads on.
                tracing::error!(run, %error, detail = error.detail, "items cannot be stored");
            }
            states.map_runs.wake(&run);
        });
    }
}

/// Why the items cannot be read.
enum Trouble {
    Run(Failure),
    Platform(AwsError),
}

/// Items on their way to the store.
struct Reading<'a> {
    states: &'a Arc<States>,
    handle: &'a Handle,
    run: &'a str,
    /// A reader of the time before a redrive stores nothing after it.
    redrives: u64,
    page: Vec<ChildInput>,
    bytes: usize,
}

impl Reading<'_> {
    /// Reads to the end; whether it came there.
    fn all(&mut self, start: &StartMapRun, machine: &Machine, role_arn: &str) -> Result<bool, Trouble> {
        let reader = start.distributed(machine).and_then(|distributed| distributed.reader.as_ref());
        let (Some(reader), Some(spec)) = (reader, &start.spec.reader) else { return Ok(true) };
        let stored = self.states.platform.store.read(|reader| PROGRESS.get(reader, &uid_key(self.run)));
        let Some(progress) = stored.map_err(|error| Trouble::Platform(error.into()))? else {
            return Ok(false);
        };
        let caller = self
            .states
            .caller(role_arn, start.context["Execution"]["Name"].as_str().unwrap_or_default())
            .map_err(|error| Trouble::Run(failed(&error.message)))?;
        // What the last process has stored is read again and left out: batches end where they did.
        let mut skip = progress.items.total();
        let mut feeder = Feeder::new(start.spec.batcher.clone(), skip);
        let states = self.states.clone();
        let mut objects = S3 { states: &states, handle: self.handle, caller: &caller };
        let mut trouble = None;
        let mut stopped = false;
        let read = read_items(reader, spec, &mut objects, &mut |item| {
            if skip > 0 {
                skip -= 1;
                return ControlFlow::Continue(());
            }
            let now = states.platform.now().0;
            let made = feeder.item(machine, start, item, now, &mut random).map_err(Trouble::Run);
            match made.and_then(|input| self.push(input)) {
                Ok(true) => ControlFlow::Continue(()),
                Ok(false) => {
                    stopped = true;
                    ControlFlow::Break(())
                }
                Err(error) => {
                    trouble = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        if let Some(trouble) = trouble {
            return Err(trouble);
        }
        if stopped {
            return Ok(false);
        }
        if states.platform.shutdown.is_requested() {
            // A failure may be that of a platform that stops; a restart reads again.
            return Ok(false);
        }
        read.map_err(Trouble::Run)?;
        let last = feeder.finish(start).map_err(Trouble::Run)?;
        self.push(last)
    }

    /// Keeps an input, and stores a page of them when there are enough; false to stop.
    fn push(&mut self, input: Option<ChildInput>) -> Result<bool, Trouble> {
        let Some(input) = input else { return Ok(true) };
        self.bytes += input.input.text().len();
        self.page.push(input);
        if self.page.len() < PAGE && self.bytes < PAGE_BYTES {
            return Ok(true);
        }
        if self.states.platform.shutdown.is_requested() {
            return Ok(false);
        }
        self.store(|_| {}).map_err(Trouble::Platform)?;
        let key = uid_key(self.run);
        let progress = self.states.platform.store.read(|reader| PROGRESS.get(reader, &key));
        let progress = progress.map_err(|error| Trouble::Platform(error.into()))?;
        let wanted =
            |progress: Progress| progress.failure.is_none() && progress.redrive.count == self.redrives;
        Ok(progress.is_some_and(wanted))
    }

    /// Stores the inputs at hand with what becomes of the run, and lets it go on.
    fn store(&mut self, what: impl FnOnce(&mut Progress) + Send + 'static) -> Result<(), AwsError> {
        let (page, run, redrives) = (std::mem::take(&mut self.page), self.run.to_owned(), self.redrives);
        self.bytes = 0;
        self.handle.block_on(self.states.platform.store.commit(move |txn| -> Result<(), AwsError> {
            let progress = PROGRESS.get(txn, &uid_key(&run))?;
            let Some(mut progress) = progress.filter(|progress| progress.redrive.count == redrives) else {
                return Ok(());
            };
            for ChildInput { items, input } in page {
                let row = ChildRow::Pending { items, input: input.text().to_owned() };
                CHILDREN.put(txn, &child_key(&run, progress.executions.total()), &row)?;
                progress.found(1, items);
            }
            what(&mut progress);
            PROGRESS.put(txn, &uid_key(&run), &progress)?;
            Ok(())
        }))?;
        self.states.map_runs.wake(self.run);
        Ok(())
    }
}

fn failed(cause: &str) -> Failure {
    Failure {
        error: Some("States.ItemReaderFailed".to_owned()),
        cause: Some(cause.to_owned()),
        class: FailureClass::Plain,
    }
}

/// S3, called as the execution's role.
struct S3<'a> {
    states: &'a Arc<States>,
    handle: &'a Handle,
    caller: &'a Caller,
}

impl S3<'_> {
    /// Waits for a call, unless the platform stops: a thread that waits would keep it from ending.
    fn wait<T>(&self, call: impl Future<Output = Result<T, AwsError>>) -> Result<T, String> {
        let stopped = self.states.platform.shutdown.requested();
        self.handle.block_on(async {
            tokio::select! {
                answer = call => answer.map_err(|error| s3_cause(&error)),
                () = stopped => Err(STOPS.to_owned()),
            }
        })
    }
}

/// Why nothing is read any more when the platform stops; nobody sees it.
const STOPS: &str = "the platform stops";

/// What S3 answered, as AWS's SDK words it.
pub(super) fn s3_cause(error: &AwsError) -> String {
    format!(
        "{} (Service: Amazon S3; Status Code: {}; Error Code: {})",
        error.message, error.status, error.code
    )
}

impl Objects for S3<'_> {
    fn open<'o>(
        &'o mut self,
        bucket: &str,
        key: &str,
        version: Option<&str>,
    ) -> Result<Box<dyn Read + 'o>, String> {
        let input = GetObjectRequest {
            bucket: bucket.to_owned(),
            key: key.to_owned(),
            version_id: version.map(str::to_owned),
            ..GetObjectRequest::default()
        };
        let door = &self.states.platform.door;
        let object = self.wait(door.call(self.caller, s3::ops::GetObject, input))?;
        let (states, handle) = (self.states, self.handle);
        Ok(Box::new(Pieces { states, stream: object.body.into_stream(), handle, piece: Bytes::new() }))
    }

    fn list(&mut self, parameters: &Value, token: Option<&str>) -> Result<Listing, String> {
        let text = |name: &str| parameters[name].as_str().map(str::to_owned);
        let input = ListObjectsV2Request {
            bucket: text("Bucket").unwrap_or_default(),
            prefix: text("Prefix"),
            start_after: text("StartAfter"),
            max_keys: Some(LISTED),
            continuation_token: token.map(str::to_owned),
            ..ListObjectsV2Request::default()
        };
        let door = &self.states.platform.door;
        let page = self.wait(door.call(self.caller, s3::ops::ListObjectsV2, input))?;
        let objects = page.contents.unwrap_or_default().into_iter().map(|object| ListedObject {
            etag: object.e_tag.unwrap_or_default(),
            key: object.key.unwrap_or_default(),
            last_modified_ms: object.last_modified.map_or(0, |time| time.0),
            size: object.size.unwrap_or_default().max(0).unsigned_abs(),
            storage_class: object.storage_class.unwrap_or_else(|| "STANDARD".to_owned()),
        });
        Ok(Listing { objects: objects.collect(), next: page.next_continuation_token })
    }
}

/// The pieces of a body, for who reads without waiting.
struct Pieces<'a> {
    states: &'a Arc<States>,
    stream: BodyStream,
    handle: &'a Handle,
    piece: Bytes,
}

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() {
            let (stopped, next) = (self.states.platform.shutdown.requested(), self.stream.next());
            let next = self.handle.block_on(async {
                tokio::select! {
                    piece = next => piece,
                    () = stopped => Some(Err(BodyError::Incomplete(STOPS.to_owned()))),
                }
            });
            match next {
                Some(piece) => self.piece = piece.map_err(io::Error::other)?,
                None => return Ok(0),
            }
        }
        let length = self.piece.len().min(buffer.len());
        buffer[..length].copy_from_slice(&self.piece.split_to(length));
        Ok(length)
    }
}
