//! Data capture: a sample of requests and answers as JSON lines in S3.
//!
//! An invocation only hands its bytes over, which are shared and not copied.  A task of the deployment encodes
//! them and writes them in batches, as the variant's role.  What waits is bounded: beyond that, or when the bucket
//! refuses, lines are dropped, counted and warned of.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use lirio_api::sagemaker::DataCaptureConfig;
use lirio_api::{AwsError, Body, Timestamp, s3};
use serde_json::{Value as Json, json};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::SageMaker;
use crate::changes::lock;
use crate::endpoints::share::choose;
use crate::s3::Location;

/// A file is written when it is so old or so long.
const AGE: Duration = Duration::from_secs(10);
const LENGTH: usize = 4 * 1024 * 1024;
/// What may wait of one deployment, in bytes of requests and answers.
const WAITING: usize = 64 * 1024 * 1024;
/// What a line costs beside its data.
const LINE: usize = 512;
/// Attempts to write a file, and the pause before the second; doubled each time.
const ATTEMPTS: u32 = 4;
const PAUSE: Duration = Duration::from_millis(250);

/// The capture of one deployment.
pub(crate) struct Capture {
    sampled: AtomicU64,
    sampled_shadows: AtomicU64,
    percentage: f64,
    waiting: Arc<AtomicUsize>,
    dropped: Arc<AtomicU64>,
    records: mpsc::UnboundedSender<Message>,
}

/// One invocation.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) variant: Arc<str>,
    pub(crate) input: Bytes,
    pub(crate) input_type: Option<String>,
    pub(crate) output: Bytes,
    pub(crate) output_type: Option<String>,
    pub(crate) inference_id: Option<String>,
    pub(crate) at: Timestamp,
}

enum Message {
    Record(Box<Record>),
    /// Write what there is, and end.
    Close,
}

/// Where and how.
struct Writer {
    service: Arc<SageMaker>,
    endpoint: String,
    to: Location,
    /// Roles by variant.
    roles: BTreeMap<String, String>,
    rules: Rules,
    waiting: Arc<AtomicUsize>,
    dropped: Arc<AtomicU64>,
}

/// What is captured, and as what.
#[derive(Clone, Debug, Default)]
struct Rules {
    input: bool,
    output: bool,
    csv: Vec<String>,
    json: Vec<String>,
}

/// The writers that run.
#[derive(Default)]
pub(crate) struct Writers(std::sync::Mutex<Vec<(mpsc::UnboundedSender<Message>, JoinHandle<()>)>>);

impl Writers {
    /// Writes what waits, everywhere.
    pub(crate) async fn finish(&self) {
        let all = std::mem::take(&mut *lock(&self.0));
        for (records, _) in &all {
            drop(records.send(Message::Close));
        }
        for (_, task) in all {
            drop(task.await);
        }
    }
}

impl Capture {
    /// The capture that a configuration asks for; `roles` are the variants' names and roles.
    pub(crate) fn start(
        service: &Arc<SageMaker>,
        endpoint: &str,
        config: &DataCaptureConfig,
        roles: BTreeMap<String, String>,
    ) -> Option<Self> {
        let to = Location::parse(&config.destination_s3_uri)?;
        if config.enable_capture == Some(false) || config.initial_sampling_percentage <= 0 {
            return None;
        }
        let (waiting, dropped) = (Arc::<AtomicUsize>::default(), Arc::<AtomicU64>::default());
        let writer = Writer {
            service: service.clone(),
            endpoint: endpoint.to_owned(),
            to,
            roles,
            rules: Rules::new(config),
            waiting: waiting.clone(),
            dropped: dropped.clone(),
        };
        let (records, queue) = mpsc::unbounded_channel();
        let task = tokio::spawn(writer.run(queue));
        let mut writers = lock(&service.captures.0);
        writers.retain(|(_, task)| !task.is_finished());
        writers.push((records.clone(), task));
        drop(writers);
        let percentage = (config.initial_sampling_percentage as f64).min(100.0);
        Some(Self {
            sampled: AtomicU64::new(0),
            sampled_shadows: AtomicU64::new(0),
            percentage,
            waiting,
            dropped,
            records,
        })
    }

    /// Whether this invocation belongs to the sample: exact over any hundred.
    pub(crate) fn wants(&self) -> bool {
        self.draw(&self.sampled)
    }

    /// The same for the copies that shadow variants get.
    pub(crate) fn wants_shadow(&self) -> bool {
        self.draw(&self.sampled_shadows)
    }

    fn draw(&self, draws: &AtomicU64) -> bool {
        let draw = draws.fetch_add(1, Ordering::Relaxed);
        choose([self.percentage, 100.0 - self.percentage].into_iter(), draw) == Some(0)
    }

    /// Takes an invocation, unless too much waits already.
    pub(crate) fn offer(&self, record: Record) {
        let size = size(&record);
        if self.waiting.fetch_add(size, Ordering::Relaxed) + size > WAITING
            || self.records.send(Message::Record(Box::new(record))).is_err()
        {
            self.waiting.fetch_sub(size, Ordering::Relaxed);
            self.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }
}

impl Drop for Capture {
    fn drop(&mut self) {
        drop(self.records.send(Message::Close));
    }
}

fn size(record: &Record) -> usize {
    record.input.len() + record.output.len() + LINE
}

/// Lines of one variant in one hour.
#[derive(Default)]
struct File {
    lines: String,
    count: u64,
    /// Bytes that count as waiting.
    held: usize,
    first: Timestamp,
    opened: Option<Instant>,
}

/// Files by variant and hour.
type Files = BTreeMap<(Arc<str>, String), File>;

impl File {
    fn due(&self) -> Option<Instant> {
        self.opened.map(|opened| opened + AGE)
    }
}

async fn due_at(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}

impl Writer {
    async fn run(self, mut queue: mpsc::UnboundedReceiver<Message>) {
        let mut files = Files::new();
        let shutdown = self.service.platform.shutdown.clone();
        let mut stopping = pin!(shutdown.requested());
        loop {
            self.write_due(&mut files, Instant::now()).await;
            let due = files.values().filter_map(File::due).min();
            let message = tokio::select! {
                message = queue.recv() => message,
                () = due_at(due) => continue,
                () = &mut stopping => None,
            };
            let Some(Message::Record(record)) = message else { break };
            self.keep(&mut files, &record);
        }
        // What was handed over before the end is still in the queue.
        queue.close();
        while let Ok(message) = queue.try_recv() {
            if let Message::Record(record) = message {
                self.keep(&mut files, &record);
            }
        }
        for (place, file) in files {
            self.write(&place, file).await;
        }
        self.tell_dropped("more was captured than could be written");
    }

    fn keep(&self, files: &mut Files, record: &Record) {
        let file = files.entry((record.variant.clone(), hour(record.at))).or_default();
        if file.count == 0 {
            file.first = record.at;
            file.opened = Some(Instant::now());
        }
        file.count += 1;
        file.held += size(record);
        file.lines.push_str(&line(record, &self.rules, &lirio_service::uuid_v4()).to_string());
        file.lines.push('\n');
    }

    async fn write_due(&self, files: &mut Files, now: Instant) {
        let due = |file: &File| file.lines.len() >= LENGTH || file.due().is_some_and(|due| due <= now);
        let places: Vec<_> =
            files.iter().filter(|(_, file)| due(file)).map(|(place, _)| place.clone()).collect();
        for place in places {
            if let Some(file) = files.remove(&place) {
                self.write(&place, file).await;
            }
        }
        self.tell_dropped("more was captured than could be written");
    }

    async fn write(&self, (variant, hour): &(Arc<str>, String), file: File) {
        let body = Bytes::from(file.lines);
        let name = format!("{}-{}.jsonl", within_hour(file.first), lirio_service::uuid_v4());
        let at = self.to.below(&self.endpoint).below(variant).below(hour).below(&name);
        let mut pause = PAUSE;
        for attempt in 1..=ATTEMPTS {
            match self.put(&at, variant, body.clone()).await {
                Ok(()) => break,
                Err(error) if attempt < ATTEMPTS && error.status >= 500 => {
                    tokio::time::sleep(pause).await;
                    pause *= 2;
                }
                Err(error) => {
                    self.dropped.fetch_add(file.count, Ordering::Relaxed);
                    self.tell_dropped(&format!(
                        "{at} could not be written: {} ({})",
                        error.message, error.code
                    ));
                    break;
                }
            }
        }
        self.waiting.fetch_sub(file.held, Ordering::Relaxed);
    }

    async fn put(&self, at: &Location, variant: &str, body: Bytes) -> Result<(), AwsError> {
        let role = self.roles.get(variant).map(String::as_str).unwrap_or_default();
        let caller = self.service.assume(role).map_err(AwsError::access_denied)?;
        let input = s3::PutObjectRequest {
            bucket: at.bucket.clone(),
            key: at.key.clone(),
            body: Body::from_bytes(body),
            ..s3::PutObjectRequest::default()
        };
        self.service.platform.door.call(&caller, s3::ops::PutObject, input).await.map(drop)
    }

    fn tell_dropped(&self, why: &str) {
        let dropped = self.dropped.swap(0, Ordering::Relaxed);
        if dropped > 0 {
            tracing::warn!(endpoint = self.endpoint, dropped, why, "captured invocations were dropped");
        }
    }
}

impl Rules {
    fn new(config: &DataCaptureConfig) -> Self {
        let has = |one: &str| {
            config
                .capture_options
                .iter()
                .any(|option| option.capture_mode == one || option.capture_mode == "InputAndOutput")
        };
        let header = config.capture_content_type_header.as_ref();
        let types = |list: Option<&Vec<String>>| list.cloned().unwrap_or_default();
        Self {
            input: has("Input"),
            output: has("Output"),
            csv: types(header.and_then(|header| header.csv_content_types.as_ref())),
            json: types(header.and_then(|header| header.json_content_types.as_ref())),
        }
    }

    /// The data as a line has it: text of the types that are named, base64 of all others.
    fn side(&self, mode: &str, content_type: Option<&str>, data: &Bytes) -> Json {
        let plain = content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        let among = |list: &[String]| list.iter().any(|one| one.eq_ignore_ascii_case(plain));
        let text = std::str::from_utf8(data).ok();
        let (data, encoding) = match text {
            Some(text) if among(&self.csv) => (text.to_owned(), "CSV"),
            Some(text) if among(&self.json) => (text.to_owned(), "JSON"),
            _ => (STANDARD.encode(data), "BASE64"),
        };
        let mut side = json!({ "mode": mode, "data": data, "encoding": encoding });
        if let Some(content_type) = content_type {
            side["observedContentType"] = json!(content_type);
        }
        side
    }
}

fn line(record: &Record, rules: &Rules, event_id: &str) -> Json {
    let mut data = json!({});
    if rules.input {
        data["endpointInput"] = rules.side("INPUT", record.input_type.as_deref(), &record.input);
    }
    if rules.output {
        data["endpointOutput"] = rules.side("OUTPUT", record.output_type.as_deref(), &record.output);
    }
    let mut metadata = json!({ "eventId": event_id, "inferenceTime": record.at.iso8601_seconds() });
    if let Some(id) = &record.inference_id {
        metadata["inferenceId"] = json!(id);
    }
    json!({ "captureData": data, "eventMetadata": metadata, "eventVersion": "0" })
}

/// `yyyy/mm/dd/hh`
fn hour(at: Timestamp) -> String {
    let text = at.iso8601_seconds();
    text.get(..13).unwrap_or_default().replace(['-', 'T'], "/")
}

/// `mm-ss-mmm`
fn within_hour(at: Timestamp) -> String {
    let text = at.iso8601_seconds();
    let minutes = text.get(14..19).unwrap_or_default().replace(':', "-");
    format!("{minutes}-{:03}", at.0.rem_euclid(1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_what_their_types_say() {
        let rules = Rules {
            input: true,
            output: true,
            csv: vec!["text/csv".to_owned()],
            json: vec!["application/json".to_owned()],
        };
        let check = |content_type: Option<&str>, data: &[u8], expected: (&str, &str)| {
            let side = rules.side("INPUT", content_type, &Bytes::copy_from_slice(data));
            assert_eq!((side["data"].as_str().unwrap(), side["encoding"].as_str().unwrap()), expected);
            assert_eq!(side["observedContentType"].as_str(), content_type);
        };
        check(Some("text/csv"), b"1,2", ("1,2", "CSV"));
        check(Some("text/csv; charset=utf-8"), b"1,2", ("1,2", "CSV"));
        check(Some("application/json"), b"{}", ("{}", "JSON"));
        check(Some("application/x-npy"), b"1,2", ("MSwy", "BASE64"));
        check(None, b"1,2", ("MSwy", "BASE64"));
        check(Some("text/csv"), b"\xff", ("/w==", "BASE64"));
    }

    #[test]
    fn a_line_is_what_model_monitor_reads() {
        let record = Record {
            variant: "v".into(),
            input: Bytes::from_static(b"1"),
            input_type: Some("text/csv".to_owned()),
            output: Bytes::from_static(b"2"),
            output_type: Some("text/csv".to_owned()),
            inference_id: Some("mine".to_owned()),
            at: Timestamp(1_573_826_517_843),
        };
        let both = Rules { input: true, output: true, csv: vec!["text/csv".to_owned()], json: Vec::new() };
        let expected = json!({
            "captureData": {
                "endpointInput": { "observedContentType": "text/csv", "mode": "INPUT", "data": "1", "encoding": "CSV" },
                "endpointOutput": { "observedContentType": "text/csv", "mode": "OUTPUT", "data": "2", "encoding": "CSV" },
            },
            "eventMetadata": { "eventId": "id", "inferenceId": "mine", "inferenceTime": "2019-11-15T14:01:57Z" },
            "eventVersion": "0",
        });
        assert_eq!(line(&record, &both, "id"), expected);
        let input = line(&record, &Rules { output: false, ..both }, "id");
        assert!(input["captureData"].get("endpointOutput").is_none());
        assert_eq!(hour(record.at), "2019/11/15/14");
        assert_eq!(within_hour(record.at), "01-57-843");
    }
}
