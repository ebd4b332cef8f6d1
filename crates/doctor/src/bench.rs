//! Where containers are tried: a runtime, an image, a folder of our own.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lirio_runtime::{Container, Runtime};
use lirio_sagemaker::{ContainerError, PreparedImage, RunSpec, TRAINING_FOLDERS, start_container};
use tokio::task::JoinHandle;
use tokio::time::Instant;

use crate::files::Files;
use crate::{DoctorError, Image};

/// Lines that are kept of a container's output, and their length in characters.
const LINES: usize = 8;
const LINE: usize = 200;
/// How long the last lines may take to come through after the end.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// Where containers are tried.
pub struct Bench {
    /// What runs them.
    pub runtime: Arc<dyn Runtime>,
    /// What they run.
    pub image: PreparedImage,
    /// A folder of this bench alone; whoever made it removes it.
    pub folder: PathBuf,
    /// Whether the image has nothing in `/opt/ml` but what a job hides: all of it can be looked at then.
    pub(crate) whole: bool,
}

/// A container that was started.
pub(crate) struct Running {
    pub(crate) container: Container,
    pub(crate) since: Instant,
    tail: Arc<Mutex<VecDeque<String>>>,
    printed: Option<JoinHandle<()>>,
}

/// How a container ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Ended {
    /// The exit code; 128 and the signal's number when a signal ended it.
    pub(crate) code: i32,
    pub(crate) out_of_memory: bool,
    pub(crate) after: Duration,
    /// The most memory that it used, in bytes.
    pub(crate) memory: Option<u64>,
    pub(crate) lines: Vec<String>,
}

impl Bench {
    /// A bench in a folder that is there; `image` is what `prepared` was made of.
    pub fn new(runtime: Arc<dyn Runtime>, image: &Image, prepared: PreparedImage, folder: PathBuf) -> Self {
        let files = Files::new(&image.layers);
        let whole = files
            .names(Path::new("/opt/ml"))
            .iter()
            .all(|name| TRAINING_FOLDERS.iter().any(|own| name == own));
        Self { runtime, image: prepared, folder, whole }
    }

    /// A name for a container, a job, a folder; no other bench of this process has it.
    pub(crate) fn name(&self, what: &str) -> String {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// Starts a container. The image's own fault is a text.
    pub(crate) async fn start(&self, spec: RunSpec) -> Result<Result<Running, String>, DoctorError> {
        let scratch = self.folder.join("containers").join(&spec.id);
        let since = Instant::now();
        let container = match start_container(&*self.runtime, spec, scratch).await {
            Ok(container) => container,
            Err(ContainerError::Client(why)) => return Ok(Err(why)),
            Err(ContainerError::Platform(why)) => return Err(DoctorError::Machine(why)),
        };
        let tail: Arc<Mutex<VecDeque<String>>> = Arc::default();
        let printed = container.take_logs().map(|mut logs| {
            let tail = tail.clone();
            tokio::spawn(async move {
                while let Some(line) = logs.recv().await {
                    keep(&tail, &line.bytes);
                }
            })
        });
        Ok(Ok(Running { container, since, tail, printed }))
    }
}

impl Running {
    /// Waits for its end, if that comes in time.
    pub(crate) async fn end(&mut self, limit: Duration) -> Option<Ended> {
        let exit = tokio::time::timeout(limit, self.container.ended()).await.ok()?;
        let after = self.since.elapsed();
        if let Some(printed) = self.printed.take() {
            // Output that hangs on a process which outlives the program is not waited for.
            drop(tokio::time::timeout(LAST_WORDS, printed).await);
        }
        Some(Ended {
            code: exit.code.unwrap_or_else(|| 128 + exit.signal.unwrap_or_default()),
            out_of_memory: exit.oom_killed,
            after,
            memory: exit.usage.memory_peak_bytes,
            lines: self.lines(),
        })
    }

    /// The last lines that it has printed.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.tail.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// Ends it, and waits until nothing of it is left.
    pub(crate) async fn remove(self) {
        // One that has ended needs no end.
        let _ = self.container.kill().await;
        self.container.removed().await;
    }
}

fn keep(tail: &Mutex<VecDeque<String>>, line: &[u8]) {
    let text = String::from_utf8_lossy(line.get(..4 * LINE).unwrap_or(line));
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LINE).collect();
    let text = text.trim_end();
    if text.is_empty() {
        return;
    }
    let mut tail = tail.lock().unwrap_or_else(PoisonError::into_inner);
    if tail.len() == LINES {
        tail.pop_front();
    }
    tail.push_back(text.to_owned());
}

/// How it ended, in words.
pub(crate) fn told(ended: &Ended) -> String {
    if ended.out_of_memory {
        return format!("it ran out of memory (exit code {})", ended.code);
    }
    match ended.code {
        137 => "it was killed (exit code 137)".to_owned(),
        139 => "it crashed (exit code 139)".to_owned(),
        code => format!("it ended with exit code {code}"),
    }
}

/// `7 ms`, `1.25 s`; a part of a millisecond counts as one.
pub(crate) fn human(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{} ms", time.as_micros().div_ceil(1000))
    } else {
        format!("{:.2} s", time.as_secs_f64())
    }
}
