//! What containers print, on its way to CloudWatch Logs.

use lirio_api::AwsError;
use lirio_api::logs::{
    CreateLogGroupRequest, CreateLogStreamRequest, InputLogEvent, PutLogEventsRequest, ops,
};
use lirio_service::{Caller, Door};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::OutputLine;
use crate::names::{SERVICE, cut};

/// Lines that wait; a container that prints faster than they are stored waits in turn.
const QUEUED: usize = 4096;
/// Limits of one PutLogEvents call: events, and bytes with 26 more per event.
const BATCH_EVENTS: usize = 10_000;
const BATCH_BYTES: usize = 1_000_000;
/// The longest event.
const LONGEST: usize = 256 * 1024 - 26;

/// Sends lines to one log stream, in batches that form by themselves while the call before is under way.
/// What cannot be stored is dropped with a warning: a log never fails what it tells of.
pub(crate) struct LogShipper {
    lines: mpsc::Sender<OutputLine>,
    task: JoinHandle<()>,
}

impl LogShipper {
    /// A shipper; group and stream are made with the first line.
    pub(crate) fn new(door: Door, group: String, stream: String) -> Self {
        let (lines, queue) = mpsc::channel(QUEUED);
        let to = Destination { door, caller: Caller::service(SERVICE), group, stream };
        Self { lines, task: tokio::spawn(ship(to, queue)) }
    }

    /// Takes a line.
    pub(crate) async fn send(&self, line: OutputLine) {
        // The task ends only after this sender.
        let _ = self.lines.send(line).await;
    }

    /// Resolves when all lines are stored, or could not be.
    pub(crate) async fn flushed(self) {
        drop(self.lines);
        if let Err(error) = self.task.await {
            tracing::warn!(%error, "a log stream ended early");
        }
    }
}

struct Destination {
    door: Door,
    caller: Caller,
    group: String,
    stream: String,
}

async fn ship(to: Destination, mut queue: mpsc::Receiver<OutputLine>) {
    let mut made = false;
    let mut lines = Vec::new();
    while queue.recv_many(&mut lines, BATCH_EVENTS).await > 0 {
        // Two streams of one container meet here: only almost in order.
        lines.sort_by_key(|line| line.timestamp_ms);
        let mut batch = Vec::new();
        let mut bytes = 0;
        for line in lines.drain(..) {
            let text = String::from_utf8_lossy(&line.bytes);
            let text = cut(text.trim_end_matches('\r'), LONGEST);
            if text.is_empty() {
                continue;
            }
            if bytes + text.len() + 26 > BATCH_BYTES {
                put(&to, std::mem::take(&mut batch), &mut made).await;
                bytes = 0;
            }
            bytes += text.len() + 26;
            batch.push(InputLogEvent { timestamp: line.timestamp_ms, message: text.to_owned() });
        }
        put(&to, batch, &mut made).await;
    }
}

async fn put(to: &Destination, batch: Vec<InputLogEvent>, made: &mut bool) {
    if batch.is_empty() {
        return;
    }
    if let Err(error) = try_put(to, batch, made).await {
        tracing::warn!(group = to.group, stream = to.stream, %error, "lines of a container were not stored");
    }
}

async fn try_put(to: &Destination, batch: Vec<InputLogEvent>, made: &mut bool) -> Result<(), AwsError> {
    if !*made {
        let group =
            CreateLogGroupRequest { log_group_name: to.group.clone(), ..CreateLogGroupRequest::default() };
        let stream =
            CreateLogStreamRequest { log_group_name: to.group.clone(), log_stream_name: to.stream.clone() };
        // The group is there in all but the first case, so the stream is tried first.
        if to.door.call(&to.caller, ops::CreateLogStream, stream.clone()).await.is_err() {
            ignore_existing(to.door.call(&to.caller, ops::CreateLogGroup, group).await)?;
            ignore_existing(to.door.call(&to.caller, ops::CreateLogStream, stream).await)?;
        }
        *made = true;
    }
    let input = PutLogEventsRequest {
        log_group_name: to.group.clone(),
        log_stream_name: to.stream.clone(),
        log_events: batch,
        ..PutLogEventsRequest::default()
    };
    to.door.call(&to.caller, ops::PutLogEvents, input).await.map(drop)
}

fn ignore_existing<T>(result: Result<T, AwsError>) -> Result<(), AwsError> {
    match result {
        Err(error) if error.code != "ResourceAlreadyExistsException" => Err(error),
        _ => Ok(()),
    }
}
