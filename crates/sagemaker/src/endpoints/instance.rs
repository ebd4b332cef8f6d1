//! One place in a fleet of containers that serve.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Notify, watch};
use tokio::time::Instant;

use crate::SageMaker;
use crate::changes::lock;
use crate::containers::volume;
use crate::instance_types::machine_memory;
use crate::server::{LogPlace, NotServing, Server, ServerSpec};

/// Failures of `/ping` in a row, while nothing else is asked of a container, after which it is replaced.
const UNHEALTHY: u32 = 3;

/// What all instances of a variant have in common.
pub(crate) struct VariantSpec {
    pub(crate) endpoint: String,
    pub(crate) variant: String,
    pub(crate) server: ServerSpec,
}

/// A place in a fleet: the same instance over all restarts of its container.
pub(crate) struct Instance {
    pub(crate) id: String,
    pub(crate) spec: Arc<VariantSpec>,
    live: Mutex<Option<Arc<Server>>>,
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
    /// Of its volume: the model and what it has written.
    pub(crate) disk_percent: Option<f64>,
}

/// A name as AWS shows them: seventeen hexadecimal digits.
pub(crate) fn new_id() -> String {
    format!("i-{}", &lirio_service::hex_id::<9>()[..17])
}

impl Instance {
    pub(crate) fn new(spec: Arc<VariantSpec>) -> Self {
        Self {
            id: new_id(),
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
        let limit = self.spec.server.size.memory_bytes.or_else(machine_memory);
        let memory_percent =
            usage.memory_bytes.zip(limit).map(|(used, limit)| used as f64 / limit.max(1) as f64 * 100.0);
        let volume = volume(self.spec.server.volume_gib) as f64 * f64::from(1 << 30);
        let disk_percent = usage.disk_bytes.map(|used| (used as f64 / volume * 100.0).min(100.0));
        Some(Load { cpu_percent, memory_percent, disk_percent })
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
    pub(crate) fn live(&self) -> Option<Arc<Server>> {
        lock(&self.live).clone()
    }

    pub(crate) fn set_live(&self, live: Option<Arc<Server>>) {
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
        let deadline = Instant::now() + self.spec.server.limits.drain();
        while self.outstanding.load(Ordering::SeqCst) > 0 {
            if tokio::time::timeout_at(deadline, self.idle.notified()).await.is_err() {
                tracing::warn!(instance = self.id, "requests to an instance did not end; it is stopped");
                break;
            }
        }
        if let Some(live) = self.live() {
            live.stop().await;
        }
        self.set_live(None);
    }

    /// Starts the container and waits until it answers `/ping`; if not, says why.
    pub(crate) async fn start(&self, service: &SageMaker) -> Result<Arc<Server>, String> {
        let VariantSpec { endpoint, variant, server } = &*self.spec;
        let id = format!("endpoint-{}-{}", self.id, lirio_service::hex_id::<4>());
        let log = LogPlace {
            group: format!("/aws/sagemaker/Endpoints/{endpoint}"),
            stream: format!("{variant}/{}", self.id),
        };
        Server::start(service, server, id, log).await.map_err(|why| match why {
            NotServing::NotStarted(reason) => reason,
            NotServing::NotHealthy(what, lines) => format!(
                "The primary container for production variant {variant} did not pass the ping health check. Please check CloudWatch logs for this endpoint. ({what}){lines}"
            ),
        })
    }

    /// Asks a container that serves for its health, again and again; resolves when it has none, and says why.
    ///
    /// A container that works on a request and answers nothing meanwhile is taken to be busy: the request has a limit
    /// of its own.
    pub(crate) async fn unhealthy(&self, live: &Server) -> String {
        let mut failures = 0;
        loop {
            tokio::time::sleep(self.spec.server.limits.ping_period).await;
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
    pub(crate) fn occupy(self: &Arc<Self>) -> Option<(Occupied, Arc<Server>)> {
        // Counted before it is looked at: who closes it after this waits for the count.
        self.outstanding.fetch_add(1, Ordering::SeqCst);
        let place = Occupied(self.clone());
        if self.is_closed.load(Ordering::SeqCst) {
            return None;
        }
        Some((place, self.live()?))
    }
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
