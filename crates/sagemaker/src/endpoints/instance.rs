//! One container that serves.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::changes::lock;
use crate::containers::{ContainerExit, PreparedImage, RunMount, RunSpec};
use crate::credentials;
use crate::endpoints::live::Live;
use crate::instance_types::{Size, machine_memory};
use crate::logs::LogShipper;
use crate::{ContainerError, Limits, SageMaker};

/// Failures of `/ping` in a row, while nothing else is asked of a container, after which it is replaced.
const UNHEALTHY: u32 = 3;
/// Lines of a container that did not start, shown with the reason, and how long they may be.
const LAST_LINES: usize = 8;
const LINE: usize = 160;
/// How long a container that has ended may take to hand over its last lines.
const LAST_WORDS: Duration = Duration::from_secs(1);

/// What all instances of a variant have in common.
pub(crate) struct VariantSpec {
    pub(crate) endpoint: String,
    pub(crate) variant: String,
    pub(crate) region: String,
    pub(crate) role: String,
    pub(crate) image: PreparedImage,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) hostname: String,
    /// Seen as `/opt/ml/model` by all instances of the variant; without one, what the image has there is seen.
    pub(crate) model: Option<PathBuf>,
    pub(crate) size: Size,
    pub(crate) isolated: bool,
    pub(crate) startup: Duration,
    pub(crate) limits: Limits,
}

/// A place in a fleet: the same instance over all restarts of its container.
pub(crate) struct Instance {
    pub(crate) id: String,
    pub(crate) spec: Arc<VariantSpec>,
    live: Mutex<Option<Arc<Live>>>,
    /// Whether there is one, for a quick look.
    is_live: AtomicBool,
    outstanding: AtomicUsize,
    /// Rung when the last request leaves a closed instance.
    idle: Notify,
    closed: watch::Sender<bool>,
    is_closed: AtomicBool,
    /// Processor time when it was last asked for, and when that was.
    used: Mutex<Option<(Instant, Duration)>>,
}

/// What an instance's container uses.
pub(crate) struct Load {
    /// Of one processor, since it was last asked: more than a hundred with more than one.
    pub(crate) cpu_percent: Option<f64>,
    /// Of what it may use.
    pub(crate) memory_percent: Option<f64>,
}

impl Instance {
    pub(crate) fn new(spec: Arc<VariantSpec>) -> Self {
        // As AWS shows them: seventeen hexadecimal digits.
        let id = format!("i-{}", &lirio_service::hex_id::<9>()[..17]);
        Self {
            id,
            spec,
            live: Mutex::default(),
            is_live: AtomicBool::new(false),
            outstanding: AtomicUsize::new(0),
            idle: Notify::new(),
            closed: watch::Sender::new(false),
            is_closed: AtomicBool::new(false),
            used: Mutex::default(),
        }
    }

    /// What its container uses.
    pub(crate) async fn load(&self) -> Option<Load> {
        let usage = self.live()?.container.usage().await;
        let now = Instant::now();
        let before = usage.cpu_time.and_then(|time| lock(&self.used).replace((now, time)));
        let cpu_percent = usage.cpu_time.zip(before).and_then(|(time, (then, before))| {
            let passed = (now - then).as_secs_f64();
            // A container that was started again has used less.
            Some(time.checked_sub(before)?.as_secs_f64() / passed * 100.0).filter(|_| passed > 0.0)
        });
        let limit = self.spec.size.memory_bytes.or_else(machine_memory);
        let memory_percent =
            usage.memory_bytes.zip(limit).map(|(used, limit)| used as f64 / limit.max(1) as f64 * 100.0);
        Some(Load { cpu_percent, memory_percent })
    }

    /// Requests that are inside.
    pub(crate) fn outstanding(&self) -> usize {
        self.outstanding.load(Ordering::Acquire)
    }

    /// Whether its container answers.
    pub(crate) fn is_live(&self) -> bool {
        self.is_live.load(Ordering::Acquire) && !self.is_closed.load(Ordering::Acquire)
    }

    /// Its container, if it answers.
    pub(crate) fn live(&self) -> Option<Arc<Live>> {
        lock(&self.live).clone()
    }

    pub(crate) fn set_live(&self, live: Option<Arc<Live>>) {
        let mut place = lock(&self.live);
        // One that is closed gets no new container.
        let live = live.filter(|_| !self.is_closed.load(Ordering::SeqCst));
        self.is_live.store(live.is_some(), Ordering::Release);
        *place = live;
    }

    /// Resolves when the instance is no longer wanted.
    pub(crate) async fn closed(&self) {
        // The sender lives in `self`.
        let _ = self.closed.subscribe().wait_for(|closed| *closed).await;
    }

    fn close(&self) {
        self.is_closed.store(true, Ordering::SeqCst);
        self.closed.send_replace(true);
    }

    /// Ends it at once.
    pub(crate) fn abandon(&self) {
        self.close();
        self.set_live(None);
    }

    /// Ends it when its requests have ended.
    pub(crate) async fn stop(&self) {
        self.close();
        let deadline = Instant::now() + self.spec.limits.drain();
        while self.outstanding.load(Ordering::SeqCst) > 0 {
            if tokio::time::timeout_at(deadline, self.idle.notified()).await.is_err() {
                tracing::warn!(instance = self.id, "requests to an instance did not end; it is stopped");
                break;
            }
        }
        if let Some(live) = self.live() {
            live.end(self.spec.limits.serving_grace).await;
        }
        self.set_live(None);
    }

    /// Starts the container and waits until it answers `/ping`; if not, says why.
    pub(crate) async fn start(&self, service: &SageMaker) -> Result<Arc<Live>, String> {
        let spec = &self.spec;
        let run = RunSpec {
            id: format!("endpoint-{}-{}", self.id, lirio_service::hex_id::<4>()),
            image: spec.image.clone(),
            hostname: spec.hostname.clone(),
            ..run_spec(spec.model.as_deref(), &spec.env, &spec.region, spec.size, spec.isolated)
        };
        let container =
            service.containers.run(run).await.map_err(|error: ContainerError| error.to_string())?;
        let doors = credentials::serve(&service.platform, &*container, &spec.role)
            .map_err(|error| error.to_string())?;
        let tail: Arc<Mutex<VecDeque<String>>> = Arc::default();
        let printed = container.take_output().map(|mut output| {
            let group = format!("/aws/sagemaker/Endpoints/{}", spec.endpoint);
            let stream = format!("{}/{}", spec.variant, self.id);
            let logs = LogShipper::new(service.platform.door.clone(), group, stream);
            let tail = tail.clone();
            tokio::spawn(async move {
                while let Some(line) = output.recv().await {
                    keep_tail(&tail, &line.bytes);
                    logs.send(line).await;
                }
            })
        });
        let live = Arc::new(Live::new(container, spec.limits, doors));
        let (what, ended) = tokio::select! {
            biased;
            answered = live.until_healthy(spec.startup) => match answered {
                Ok(()) => return Ok(live),
                Err(what) => (what, false),
            },
            exit = live.container.wait() => (told(exit), true),
        };
        if let (true, Some(printed)) = (ended, printed) {
            // What it printed last often says why.
            drop(tokio::time::timeout(LAST_WORDS, printed).await);
        }
        let lines: Vec<String> = lock(&tail).drain(..).collect();
        let lines =
            if lines.is_empty() { String::new() } else { format!(" Its last lines: {}", lines.join(" | ")) };
        Err(format!(
            "The primary container for production variant {} did not pass the ping health check. Please check CloudWatch logs for this endpoint. ({what}){lines}",
            spec.variant
        ))
    }

    /// Asks a container that serves for its health, again and again; resolves when it has none, and says why.
    ///
    /// A container that works on a request and answers nothing meanwhile is taken to be busy: the request has a limit
    /// of its own.
    pub(crate) async fn unhealthy(&self, live: &Live) -> String {
        let mut failures = 0;
        loop {
            tokio::time::sleep(self.spec.limits.ping_period).await;
            let Some(why) = live.ailing().await else {
                failures = 0;
                continue;
            };
            if self.outstanding() > 0 {
                continue;
            }
            failures += 1;
            if failures >= UNHEALTHY {
                return why;
            }
        }
    }

    /// Counts a request in until the guard is dropped; nothing if it is closed or has no container.
    pub(crate) fn occupy(self: &Arc<Self>) -> Option<(Occupied, Arc<Live>)> {
        // Counted before it is looked at: who closes it after this waits for the count.
        self.outstanding.fetch_add(1, Ordering::SeqCst);
        let place = Occupied(self.clone());
        if self.is_closed.load(Ordering::SeqCst) {
            return None;
        }
        Some((place, self.live()?))
    }
}

/// What a serving container is given, but for its names and its image.
pub(crate) fn run_spec(
    model: Option<&Path>,
    environment: &[(String, String)],
    region: &str,
    size: Size,
    isolated: bool,
) -> RunSpec {
    let mut env = credentials::environment(region, isolated);
    env.extend(environment.iter().cloned());
    RunSpec {
        arguments: vec!["serve".to_owned()],
        env,
        mounts: model
            .map(|model| RunMount {
                source: model.to_owned(),
                target: "/opt/ml/model".into(),
                read_only: false,
            })
            .into_iter()
            .collect(),
        memory_bytes: size.memory_bytes,
        cpus: size.cpus,
        listeners: credentials::ports(isolated),
        ..RunSpec::default()
    }
}

/// How a container ended that should go on.
fn told(exit: ContainerExit) -> String {
    let why = match exit.code {
        126 => ": its program cannot be run",
        127 => ": it has no program for `serve`",
        _ if exit.out_of_memory => ", out of memory",
        _ => "",
    };
    format!("the container ended with exit code {}{why} before it answered /ping", exit.code)
}

fn keep_tail(tail: &Mutex<VecDeque<String>>, line: &[u8]) {
    let text = String::from_utf8_lossy(line.get(..LINE).unwrap_or(line));
    let text = text.trim_end();
    if text.is_empty() {
        return;
    }
    let mut tail = lock(tail);
    if tail.len() >= LAST_LINES {
        tail.pop_front();
    }
    tail.push_back(text.to_owned());
}

/// A request that an instance works on.
pub(crate) struct Occupied(pub(crate) Arc<Instance>);

impl Drop for Occupied {
    fn drop(&mut self) {
        if self.0.outstanding.fetch_sub(1, Ordering::SeqCst) == 1 && self.0.is_closed.load(Ordering::SeqCst) {
            self.0.idle.notify_one();
        }
    }
}
