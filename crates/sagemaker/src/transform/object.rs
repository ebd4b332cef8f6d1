//! One object: from its bytes to the output object.
//!
//! Answers go into a file of the job's folder in the order of their records.  The file becomes the output object
//! when all of them are there, so that no part of an output is ever stored.

use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use futures_util::stream::FuturesOrdered;
use futures_util::{FutureExt as _, StreamExt as _};
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::Frame;
use lirio_api::{Body, BodyError};
use tokio::sync::{Semaphore, SemaphorePermit, mpsc};

use super::batches::{Batch, Batches, Cut, CutError};
use super::client::{Client, Refused};
use super::data_log::DataLog;
use super::failure::Failure;
use super::inputs::Input;
use super::parameters::Parameters;
use super::settings::Settings;
use super::split::{Split, SplitError};
use super::spool::{Spool, unwritable};
use crate::changes::lock;
use crate::names::cut;
use crate::s3::{self, Objects};

/// Pieces in which payloads of any size are sent.
const PIECE: usize = 64 * 1024;
/// As much of a container's message as a failure reason shows.
const SHOWN: usize = 300;

/// What the objects of one instance are transformed with.
pub(crate) struct Worker<'a> {
    pub(crate) settings: &'a Settings,
    pub(crate) parameters: Parameters,
    pub(crate) client: Client,
    pub(crate) objects: &'a Objects,
    pub(crate) log: &'a DataLog,
    /// One for each request that may be under way.
    pub(crate) requests: Semaphore,
    /// One for each object that may be cut at a time: each takes a thread.
    pub(crate) readers: &'a Semaphore,
    pub(crate) folder: &'a Path,
    pub(crate) share: Vec<&'a Input>,
}

/// A result and the place of its request, which is held until it is written: so much waits and no more.
type Answered<'a> = Result<(Bytes, SemaphorePermit<'a>), Failure>;

impl Worker<'_> {
    /// Transforms an object of the share and stores the output.  What fails is told to the data log.
    pub(crate) async fn transform_nth(&self, number: usize) -> Result<(), Failure> {
        let Some(input) = self.share.get(number) else { return Ok(()) };
        let path = self.folder.join(format!("{}.out", lirio_service::hex_id::<8>()));
        let done = self.transform_by(input, path.clone()).await;
        match tokio::fs::remove_file(&path).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(path = %path.display(), %error, "an output is left until its job ends");
            }
            _ => {}
        }
        done
    }

    async fn transform_by(&self, input: &Input, path: PathBuf) -> Result<(), Failure> {
        let mut spool = Spool::create(path.clone()).await?;
        let Settings { split, gzip, .. } = self.settings;
        if self.parameters.is_chunked() {
            let _reader = self.readers.acquire().await;
            self.send_chunks(input, &mut spool).await?;
        } else if (*split, *gzip) == (Split::None, false) {
            self.send_whole(input, &mut spool).await?;
        } else {
            let _reader = self.readers.acquire().await;
            self.send_batches(input, &mut spool).await?;
        }
        spool.finish().await?;
        let file = std::fs::File::open(&path).map_err(|error| unwritable(&path, &error))?;
        if let Err(error) = self.objects.upload(file, &input.output, None, None).await {
            let failure = Failure::of(&error, format_args!("{} cannot be stored", input.output));
            self.log.tell_of(&input.at, &failure.what).await;
            return Err(failure);
        }
        Ok(())
    }

    async fn open(&self, input: &Input) -> Result<Body, Failure> {
        let body = self.objects.get(&input.at.bucket, &input.at.key).await;
        match body {
            Ok(body) => Ok(body),
            Err(error) => {
                let failure = Failure::of(&error, format_args!("{} cannot be read", input.at));
                self.log.tell_of(&input.at, &failure.what).await;
                Err(failure)
            }
        }
    }

    /// Cuts the object and sends its mini-batches, as many at a time as may be.
    async fn send_batches(&self, input: &Input, spool: &mut Spool) -> Result<(), Failure> {
        let reader = s3::reader(self.open(input).await?);
        let Parameters { single, .. } = self.parameters;
        let (split, gzip) = (self.settings.split, self.settings.gzip);
        let how = Cut { split, single, limit: self.parameters.limit() };
        let (sender, mut batches) = mpsc::channel(1);
        in_thread(move || cut_up(plain(reader, gzip), how, &sender))?;
        let mut answers = FuturesOrdered::new();
        let mut more = true;
        loop {
            tokio::select! {
                Some(answer) = answers.next(), if !answers.is_empty() => {
                    self.keep(spool, answer?).await?;
                }
                next = next(&self.requests, &mut batches), if more => match next {
                    Some((Ok(batch), place)) => answers.push_back(self.answer(input, batch, place).boxed()),
                    Some((Err(error), _)) => return Err(self.not_cut(input, &error).await),
                    None => more = false,
                },
                else => return Ok(()),
            }
        }
    }

    /// Sends the object as the only record.
    async fn send_whole(&self, input: &Input, spool: &mut Spool) -> Result<(), Failure> {
        // It is never closed.
        let Ok(place) = self.requests.acquire().await else { return Ok(()) };
        let payload = match self.open(input).await?.collect(self.parameters.limit() as u64).await {
            Ok(payload) => payload,
            Err(BodyError::TooLong(_)) => {
                let error = CutError { record: 1, source: SplitError::TooLarge };
                return Err(self.not_cut(input, &error).await);
            }
            Err(error) => {
                let error = CutError { record: 1, source: SplitError::Read(io::Error::other(error)) };
                return Err(self.not_cut(input, &error).await);
            }
        };
        let answer = self.answer(input, Batch { payload, first: 1, records: 1 }, place).await?;
        self.keep(spool, answer).await
    }

    async fn keep(
        &self,
        spool: &mut Spool,
        (answer, place): (Bytes, SemaphorePermit<'_>),
    ) -> Result<(), Failure> {
        spool.write(&answer).await?;
        spool.write(ending(&answer, self.settings.assemble_lines)).await?;
        drop(place);
        Ok(())
    }

    /// What is stored for a mini-batch.
    async fn answer<'b>(
        &'b self,
        input: &'b Input,
        batch: Batch,
        place: SemaphorePermit<'b>,
    ) -> Answered<'b> {
        let processing = self.settings.processing.as_ref();
        let request = processing.map_or_else(|| Ok(batch.payload.clone()), |p| p.request(&batch.payload));
        let request = match request {
            Ok(request) => request,
            Err(why) => return Err(self.not_processed(input, &batch, &why).await),
        };
        let answer = match self.client.invoke(&request).await {
            Ok(answer) => answer,
            Err(refused) => return Err(self.refused(input, &self.which(&batch), &refused).await),
        };
        match processing.map_or_else(|| Ok(answer.clone()), |p| p.output(&batch.payload, &answer)) {
            Ok(output) => Ok((output, place)),
            Err(why) => Err(self.not_processed(input, &batch, &why).await),
        }
    }

    async fn not_processed(&self, input: &Input, batch: &Batch, why: &str) -> Failure {
        self.log.tell_of(&input.at, why).await;
        Failure::client(format!("{}{}: {why}", input.at, self.which(batch)))
    }

    /// `, records 3 to 7`, where there are records.
    fn which(&self, batch: &Batch) -> String {
        match (self.settings.split, batch.records) {
            (Split::None, _) => String::new(),
            (_, 1) => format!(", record {}", batch.first),
            (_, count) => format!(", records {} to {}", batch.first, batch.first + count - 1),
        }
    }

    async fn not_cut(&self, input: &Input, CutError { record, source }: &CutError) -> Failure {
        let at = &input.at;
        self.log.tell_of(at, &source.to_string()).await;
        let detail = match source {
            SplitError::TooLarge => {
                let which = match self.settings.split {
                    Split::None => "the object".to_owned(),
                    _ => format!("record {record}"),
                };
                let detail =
                    format!("{which} is longer than MaxPayloadInMB, {} MB", self.parameters.payload_mb);
                self.log.tell_of(at, &detail).await;
                format!("{source}: {detail}")
            }
            _ => format!("record {record}: {source}"),
        };
        match source {
            // What is no gzip has a kind of its own.
            SplitError::Read(error) if error.kind() == io::ErrorKind::Other => {
                Failure::platform(format!("{at}: {detail}"))
            }
            _ => Failure::client(format!("{at}: {detail}")),
        }
    }

    async fn refused(&self, input: &Input, which: &str, refused: &Refused) -> Failure {
        let at = &input.at;
        if !which.is_empty() {
            self.log.tell_of(at, &format!("Failed{which}")).await;
        }
        match refused {
            Refused::Status(status, message) => {
                let shown = cut(message.trim(), SHOWN);
                let what = format!("{at}{which}: the container answered {status}: {shown}");
                if (400..500).contains(status) {
                    self.log.tell_answer(at, &format!("ClientError: {status}"), message).await;
                    Failure::client(what)
                } else {
                    let words = format!("Bad HTTP status received from algorithm: {status}");
                    self.log.tell_answer(at, &words, message).await;
                    Failure::algorithm(what)
                }
            }
            Refused::Silent(why) => {
                self.log.tell_of(at, "Unable to get response from algorithm").await;
                self.log.tell_of(at, why).await;
                Failure::algorithm(format!("{at}{which}: Unable to get response from algorithm: {why}"))
            }
            Refused::TooLong(limit) => {
                let why = format!("the answer is longer than {limit} bytes");
                self.log.tell_of(at, &why).await;
                Failure::algorithm(format!("{at}{which}: {why}"))
            }
            Refused::Unsent(why) => {
                self.log.tell_of(at, why).await;
                Failure::client(format!("{at}{which}: {why}"))
            }
        }
    }

    /// Sends the object as it is, in chunks, and writes the answer as it comes.
    async fn send_chunks(&self, input: &Input, spool: &mut Spool) -> Result<(), Failure> {
        let _place = self.requests.acquire().await;
        let mut attempts = self.client.attempts();
        let refused = loop {
            spool.clear().await?;
            let reader = s3::reader(self.open(input).await?);
            // What went wrong here, which is not the container's fault.
            let mut unwritten = None;
            let sent = self.client.timed(self.send_pieces(reader, spool, &mut unwritten)).await;
            match (sent, unwritten) {
                (_, Some(failure)) => return Err(failure),
                (Ok(()), None) => {
                    let line = ending(spool.last.as_slice(), self.settings.assemble_lines);
                    return spool.write(line).await;
                }
                (Err(refused), None) => {
                    if let Err(refused) = attempts.after(refused).await {
                        break refused;
                    }
                }
            }
        };
        Err(self.refused(input, "", &refused).await)
    }

    async fn send_pieces(
        &self,
        reader: Box<dyn Read + Send>,
        spool: &mut Spool,
        unwritten: &mut Option<Failure>,
    ) -> Result<(), Refused> {
        let (sender, pieces) = mpsc::channel(4);
        let gzip = self.settings.gzip;
        if let Err(failure) = in_thread(move || cut_in_pieces(plain(reader, gzip), &sender)) {
            *unwritten = Some(failure);
            return Ok(());
        }
        let unread: Arc<Mutex<Option<String>>> = Arc::default();
        let note = unread.clone();
        let pieces = futures_util::stream::unfold(pieces, move |mut pieces| {
            let note = note.clone();
            async move {
                let piece: io::Result<Bytes> = pieces.recv().await?;
                if let Err(error) = &piece {
                    *lock(&note) = Some(error.to_string());
                }
                Some((piece.map(Frame::data), pieces))
            }
        });
        let sent = self.client.stream(StreamBody::new(Box::pin(pieces))).await;
        if let Some(why) = lock(&unread).take() {
            return Err(Refused::Unsent(why));
        }
        let mut body = sent?;
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| Refused::Silent(error.to_string()))?;
            if let Some(data) = frame.data_ref()
                && let Err(failure) = spool.write(data).await
            {
                *unwritten = Some(failure);
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Reads in a thread of its own: it stands still while nobody takes what it reads, and must hold up nobody else.
fn in_thread(read: impl FnOnce() + Send + 'static) -> Result<(), Failure> {
    let thread = std::thread::Builder::new().name("transform".to_owned()).spawn(read);
    thread.map(drop).map_err(|error| Failure::platform(format!("cannot start a thread: {error}")))
}

/// The next mini-batch, once a request may be made.
async fn next<'a>(
    requests: &'a Semaphore,
    batches: &mut mpsc::Receiver<Result<Batch, CutError>>,
) -> Option<(Result<Batch, CutError>, SemaphorePermit<'a>)> {
    // It is never closed.
    let place = requests.acquire().await.ok()?;
    Some((batches.recv().await?, place))
}

/// What is put behind an answer: `AssembleWith` `Line` ends each with one newline.
pub(crate) fn ending(answer: &[u8], lines: bool) -> &'static [u8] {
    if lines && !answer.ends_with(b"\n") { b"\n" } else { b"" }
}

fn plain(reader: Box<dyn Read + Send>, gzip: bool) -> Box<dyn Read + Send> {
    if gzip { Box::new(Unpacked(MultiGzDecoder::new(BufReader::new(reader)))) } else { reader }
}

/// A reader of gzip that tells what is none from what cannot be read.
struct Unpacked(MultiGzDecoder<BufReader<Box<dyn Read + Send>>>);

impl Read for Unpacked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            io::ErrorKind::Other => error,
            _ => io::Error::new(io::ErrorKind::InvalidData, format!("it is no gzip stream: {error}")),
        })
    }
}

/// Sends the mini-batches of a reader until one cannot be made or nobody takes them.
fn cut_up(reader: Box<dyn Read + Send>, how: Cut, sender: &mpsc::Sender<Result<Batch, CutError>>) {
    let mut batches = Batches::new(BufReader::with_capacity(PIECE, reader), how);
    while let Some(batch) = batches.next().transpose() {
        let failed = batch.is_err();
        if sender.blocking_send(batch).is_err() || failed {
            return;
        }
    }
}

/// Sends the bytes of a reader in pieces.
fn cut_in_pieces(mut reader: Box<dyn Read + Send>, sender: &mpsc::Sender<io::Result<Bytes>>) {
    loop {
        let mut piece = Vec::with_capacity(PIECE);
        let read = (&mut reader).take(PIECE as u64).read_to_end(&mut piece);
        let (piece, is_last) = match read {
            Ok(0) => return,
            Ok(_) => (Ok(piece.into()), false),
            Err(error) => (Err(error), true),
        };
        if sender.blocking_send(piece).is_err() || is_last {
            return;
        }
    }
}
