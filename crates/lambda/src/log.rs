//! What functions print, on its way to CloudWatch Logs, off the path of invocations.

use std::collections::VecDeque;
use std::time::Duration;

use lirio_api::AwsError;
use lirio_api::logs::{
    CreateLogGroupRequest, CreateLogStreamRequest, InputLogEvent, PutLogEventsRequest, ops,
};
use lirio_runtime::LogStream;
use lirio_service::{Caller, Platform};
use tokio::sync::{mpsc, oneshot};

use crate::names::SERVICE;

/// Events that wait; more are dropped with a warning.
const QUEUED: usize = 10_000;
/// Limits of one `PutLogEvents`: events, and bytes with 26 more for each.
const BATCH_EVENTS: usize = 5_000;
const BATCH_BYTES: usize = 1_000_000;
/// The longest event.
const LONGEST: usize = 256 * 1024 - 26;
/// What `LogResult` shows.
const TAIL: usize = 4096;
/// How long an environment is silent before its invocation counts as having printed everything.
const QUIET: Duration = Duration::from_millis(2);

/// A place of an invocation in the log.
pub(crate) enum Mark {
    /// Its first line.
    Start(String),
    /// Its last lines, after what the program printed; the receiver gets the invocation's last 4 KiB.
    End(Vec<String>, oneshot::Sender<Vec<u8>>),
}

/// Writes the log of one environment: its output, and the marks in between.
pub(crate) fn follow(
    platform: Platform,
    group: String,
    stream: String,
    mut output: LogStream,
) -> mpsc::UnboundedSender<Mark> {
    let (marks, mut marked) = mpsc::unbounded_channel();
    let (events, queue) = mpsc::channel(QUEUED);
    tokio::spawn(ship(platform.clone(), group, stream, queue));
    tokio::spawn(async move {
        let mut log = Log { events, tail: VecDeque::new(), dropped: 0, platform };
        let mut open = true;
        loop {
            tokio::select! {
                biased;
                line = output.recv(), if open => match line {
                    Some(line) => log.add(&String::from_utf8_lossy(&line.bytes)),
                    None => open = false,
                },
                mark = marked.recv() => match mark {
                    Some(Mark::Start(line)) => {
                        log.tail.clear();
                        log.add(&line);
                    }
                    Some(Mark::End(lines, tail)) => {
                        while let Ok(Some(line)) = tokio::time::timeout(QUIET, output.recv()).await {
                            log.add(&String::from_utf8_lossy(&line.bytes));
                        }
                        lines.iter().for_each(|line| log.add(line));
                        // Mostly nobody asked for it.
                        let _ = tail.send(log.tail.iter().copied().collect());
                    }
                    // The environment is gone; what it printed last may still come.
                    None if open => while let Some(line) = output.recv().await {
                        log.add(&String::from_utf8_lossy(&line.bytes));
                    },
                    None => return,
                },
            }
        }
    });
    marks
}

struct Log {
    events: mpsc::Sender<InputLogEvent>,
    tail: VecDeque<u8>,
    dropped: u64,
    platform: Platform,
}

impl Log {
    fn add(&mut self, line: &str) {
        self.tail.extend(line.bytes().chain([b'\n']));
        let over = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..over);
        let mut end = line.len().min(LONGEST);
        while !line.is_char_boundary(end) {
            end -= 1;
        }
        if end == 0 {
            return;
        }
        let event =
            InputLogEvent { timestamp: self.platform.now().0, message: format!("{}\n", &line[..end]) };
        if self.events.try_send(event).is_err() {
            self.dropped += 1;
            if self.dropped.is_power_of_two() {
                tracing::warn!(dropped = self.dropped, "a function prints faster than its log is kept");
            }
        }
    }
}

async fn ship(platform: Platform, group: String, stream: String, mut queue: mpsc::Receiver<InputLogEvent>) {
    let mut made = false;
    let mut events = Vec::new();
    while queue.recv_many(&mut events, BATCH_EVENTS).await > 0 {
        let mut rest = std::mem::take(&mut events).into_iter().peekable();
        while rest.peek().is_some() {
            let mut bytes = 0;
            let batch: Vec<InputLogEvent> = std::iter::from_fn(|| {
                rest.next_if(|event| {
                    bytes += event.message.len() + 26;
                    bytes <= BATCH_BYTES
                })
            })
            .collect();
            if let Err(error) = put(&platform, &group, &stream, batch, &mut made).await {
                tracing::warn!(group, stream, %error, "lines of a function were not kept");
            }
        }
    }
}

async fn put(
    platform: &Platform,
    group: &str,
    stream: &str,
    log_events: Vec<InputLogEvent>,
    made: &mut bool,
) -> Result<(), AwsError> {
    let caller = Caller::service(SERVICE);
    let door = &platform.door;
    if !*made {
        let log_stream =
            CreateLogStreamRequest { log_group_name: group.to_owned(), log_stream_name: stream.to_owned() };
        // The group is there in all but the first case, so the stream is tried first.
        if door.call(&caller, ops::CreateLogStream, log_stream.clone()).await.is_err() {
            let log_group = CreateLogGroupRequest {
                log_group_name: group.to_owned(),
                ..CreateLogGroupRequest::default()
            };
            ignore_existing(door.call(&caller, ops::CreateLogGroup, log_group).await)?;
            ignore_existing(door.call(&caller, ops::CreateLogStream, log_stream).await)?;
        }
        *made = true;
    }
    let input = PutLogEventsRequest {
        log_group_name: group.to_owned(),
        log_stream_name: stream.to_owned(),
        log_events,
        ..PutLogEventsRequest::default()
    };
    door.call(&caller, ops::PutLogEvents, input).await.map(drop)
}

fn ignore_existing<T>(result: Result<T, AwsError>) -> Result<(), AwsError> {
    match result {
        Err(error) if error.code != "ResourceAlreadyExistsException" => Err(error),
        _ => Ok(()),
    }
}
