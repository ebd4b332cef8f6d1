//! Pipe mode: a channel's objects through named pipes, `<channel>_0`, `<channel>_1`, …
//!
//! A pipe is filled once somebody opens it.  When all is written, or its reader has closed it, it is taken
//! away and the next one stands ready, from the first object on.  No more of an object is in memory than a
//! few pieces: a reader that is slow slows the download.
//!
//! The next pipe is there a moment before the former is closed, so that a program that opens it as soon as it
//! reads the end finds it.
//!
//! Opening a pipe blocks until its reader comes, so each channel has a thread; the pipe is opened by the
//! descriptor that was taken when it was made, wherever the container may have put something else.

use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsRawFd as _, OwnedFd};
use std::path::Path;
use std::sync::{Arc, Mutex};

use lirio_api::sagemaker::Channel;
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags};
use tokio::runtime::Handle;
use tokio::sync::watch;

use super::channels::{is_gzip, is_wrapped};
use super::inputs::told;
use super::recordio;
use super::source::{Attribute, Part, Source, attributes};
use crate::changes::lock;
use crate::s3::{self, Location, Objects};

/// The bytes that are copied at a time.
const PIECE: usize = 256 * 1024;

/// The pipes of one host's channels.  Dropping them ends their threads.
#[derive(Debug)]
pub(crate) struct Pipes {
    gates: Vec<Arc<Gate>>,
    failed: watch::Receiver<Option<String>>,
    failures: watch::Sender<Option<String>>,
}

/// A channel to be fed, and which share of it is the host's.
#[derive(Clone, Debug)]
pub(crate) struct Feed {
    /// What it is called in a failure: `channel train`.
    pub(crate) what: String,
    pub(crate) channel: Channel,
    pub(crate) source: Arc<Source>,
    pub(crate) host: usize,
    pub(crate) hosts: usize,
}

impl Pipes {
    /// No pipes yet.
    pub(crate) fn new() -> Self {
        let (failures, failed) = watch::channel(None);
        Self { gates: Vec::new(), failed, failures }
    }

    /// Makes a channel's first pipe in the folder and serves it.  Called before the container starts.
    pub(crate) fn serve(
        &mut self,
        folder: &Path,
        scratch: &Path,
        feed: Feed,
        objects: &Objects,
    ) -> io::Result<()> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let folder = rustix::fs::open(folder, flags, Mode::empty())?;
        let gate = Arc::new(Gate::default());
        let (name, what) = (feed.channel.channel_name.clone(), feed.what.clone());
        let mut feeder = Feeder {
            scratch: scratch.join(format!("{name}.part")),
            folder,
            feed,
            objects: objects.clone(),
            runtime: Handle::current(),
            gate: gate.clone(),
        };
        let first = feeder.make(0)?;
        let failures = self.failures.clone();
        std::thread::Builder::new().name("lirio-pipe".to_owned()).spawn(move || {
            if let Err(error) = feeder.run(first) {
                let why = format!("ClientError: Data download failed for {what}: {error}");
                failures.send_if_modified(|failed| failed.is_none() && failed.replace(why).is_none());
            }
        })?;
        self.gates.push(gate);
        Ok(())
    }

    /// Resolves when a channel can be read no further, with the reason.
    pub(crate) async fn failed(&self) -> String {
        let mut failed = self.failed.clone();
        // The sender lives in `self`, so that the channel cannot close while this waits.
        failed
            .wait_for(Option::is_some)
            .await
            .map_or_else(|_| String::new(), |reason| reason.clone().unwrap_or_default())
    }

    /// The reason, if one has failed.
    pub(crate) fn failure(&self) -> Option<String> {
        self.failed.borrow().clone()
    }
}

impl Drop for Pipes {
    fn drop(&mut self) {
        self.gates.iter().for_each(|gate| gate.close());
    }
}

/// Ends a thread that waits for a reader.
#[derive(Debug, Default)]
struct Gate(Mutex<GateState>);

#[derive(Debug, Default)]
struct GateState {
    closed: bool,
    /// The pipe whose reader the thread waits for.
    awaited: Option<Arc<OwnedFd>>,
    /// A reader that only lets the thread go on.
    reader: Option<File>,
}

impl Gate {
    fn close(&self) {
        let mut state = lock(&self.0);
        state.closed = true;
        if let Some(pipe) = &state.awaited {
            state.reader = reopen(pipe, OFlags::RDONLY | OFlags::NONBLOCK).ok();
        }
    }

    fn is_closed(&self) -> bool {
        lock(&self.0).closed
    }

    /// Opens a pipe for writing, when somebody reads it; `None` when the gate was closed.
    fn open(&self, pipe: &Arc<OwnedFd>) -> io::Result<Option<File>> {
        {
            let mut state = lock(&self.0);
            if state.closed {
                return Ok(None);
            }
            state.awaited = Some(pipe.clone());
        }
        let opened = reopen(pipe, OFlags::WRONLY);
        let mut state = lock(&self.0);
        (state.awaited, state.reader) = (None, None);
        if state.closed { Ok(None) } else { opened.map(Some) }
    }
}

fn reopen(pipe: &OwnedFd, flags: OFlags) -> io::Result<File> {
    let path = format!("/proc/self/fd/{}", pipe.as_raw_fd());
    let open = || rustix::fs::openat(CWD, &path, flags | OFlags::CLOEXEC, Mode::empty());
    Ok(rustix::io::retry_on_intr(open)?.into())
}

/// The thread of one channel.
struct Feeder {
    folder: OwnedFd,
    /// Where an object is unpacked whose length has to be known.
    scratch: std::path::PathBuf,
    feed: Feed,
    objects: Objects,
    runtime: Handle,
    gate: Arc<Gate>,
}

impl Feeder {
    fn name(&self, epoch: u64) -> String {
        format!("{}_{epoch}", self.feed.channel.channel_name)
    }

    /// Makes the pipe of an epoch.
    fn make(&mut self, epoch: u64) -> io::Result<Arc<OwnedFd>> {
        let name = self.name(epoch);
        let mode = Mode::from_raw_mode(0o644);
        rustix::fs::mknodat(&self.folder, &name, FileType::Fifo, mode, 0)?;
        let flags = OFlags::PATH | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let pipe = rustix::fs::openat(&self.folder, &name, flags, Mode::empty())?;
        let stat = rustix::fs::fstat(&pipe)?;
        if FileType::from_raw_mode(stat.st_mode) != FileType::Fifo {
            return Err(io::Error::other(format!("the container has put something in the place of {name}")));
        }
        Ok(Arc::new(pipe))
    }

    fn run(&mut self, first: Arc<OwnedFd>) -> io::Result<()> {
        let mut pipe = first;
        for epoch in 0.. {
            let Some(mut out) = self.gate.open(&pipe)? else { return Ok(()) };
            match self.write_epoch(epoch, &mut out) {
                // Who has read enough closes.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
                other => other?,
            }
            if self.gate.is_closed() {
                return Ok(());
            }
            pipe = self.make(epoch + 1)?;
            drop(out);
            let _ = rustix::fs::unlinkat(&self.folder, self.name(epoch), AtFlags::empty());
        }
        Ok(())
    }

    fn write_epoch(&self, epoch: u64, out: &mut File) -> io::Result<()> {
        let Feed { channel, source, host, hosts, .. } = &self.feed;
        let source_of = channel.data_source.s3_data_source.as_ref();
        let names = source_of.and_then(|source| source.attribute_names.as_deref()).unwrap_or_default();
        for part in source.epoch(epoch, *host, *hosts) {
            match part {
                Part::Object(at, _) => self.write_object(at, is_gzip(channel), out)?,
                Part::Line { number, json } => {
                    for attribute in attributes(*number, json, names).map_err(io::Error::other)? {
                        match attribute {
                            Attribute::Object(at) => self.write_object(&at, false, out)?,
                            Attribute::Text(text) => {
                                self.write_record(text.len() as u64, &mut text.as_bytes(), out)?;
                            }
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn write_object(&self, at: &Location, gzip: bool, out: &mut File) -> io::Result<()> {
        let object = self.runtime.block_on(self.objects.object(&at.bucket, &at.key));
        let object = object.map_err(|error| io::Error::other(format!("{at}: {}", told(&error))))?;
        let length = object.body.length().or(object.content_length.and_then(|length| length.try_into().ok()));
        let _context = self.runtime.enter();
        let mut body = s3::reader(object.body);
        let about = |error: io::Error| match error.kind() {
            io::ErrorKind::BrokenPipe => error,
            _ => io::Error::other(format!("{at}: {error}")),
        };
        if gzip {
            let mut plain = flate2::read::MultiGzDecoder::new(body);
            if !is_wrapped(&self.feed.channel) {
                return self.copy(&mut plain, out).map(drop).map_err(about);
            }
            let mut file = File::create(&self.scratch)?;
            let length = self.copy(&mut plain, &mut file).map_err(about)?;
            return self.write_record(length, &mut File::open(&self.scratch)?, out).map_err(about);
        }
        match length {
            Some(length) => self.write_record(length, &mut body, out).map_err(about),
            None if !is_wrapped(&self.feed.channel) => self.copy(&mut body, out).map(drop).map_err(about),
            None => Err(io::Error::other(format!("{at}: its length is not known"))),
        }
    }

    /// Writes bytes, as a record where the channel asks for records.
    fn write_record(&self, length: u64, from: &mut dyn Read, out: &mut File) -> io::Result<()> {
        if !is_wrapped(&self.feed.channel) {
            return self.copy(from, out).map(drop);
        }
        out.write_all(&recordio::header(length)?)?;
        let copied = self.copy(from, out)?;
        if copied != length {
            return Err(io::Error::other(format!("{copied} bytes came instead of {length}")));
        }
        out.write_all(recordio::padding(length))
    }

    fn copy(&self, from: &mut dyn Read, out: &mut File) -> io::Result<u64> {
        let mut piece = vec![0; PIECE];
        let mut copied = 0;
        loop {
            let count = match from.read(&mut piece) {
                Ok(0) => return Ok(copied),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                // Not to be mistaken for a reader that has closed the pipe.
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                    return Err(io::Error::other(error));
                }
                Err(error) => return Err(error),
            };
            if self.gate.is_closed() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            out.write_all(&piece[..count])?;
            copied += count as u64;
        }
    }
}
