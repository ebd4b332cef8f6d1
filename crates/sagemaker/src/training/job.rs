//! The life of one training job.
//!
//! The stored row says how far it is.  A job whose container died with the platform is run again from a clean
//! tree; a job whose row says `outcome` was trained to the end, and then the object store says whether the
//! model was uploaded, by the mark in its metadata: uploaded, the job is completed; not, it is run again.  The
//! model is the last thing uploaded, and an upload is all or nothing, so that each job leaves one model.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use lirio_api::sagemaker::{MetricData, SecondaryStatusTransition};
use lirio_api::{AwsError, Timestamp};
use lirio_service::Caller;
use lirio_store::Key;
use tokio::sync::{mpsc, watch};

use crate::artifacts;
use crate::changes::lock;
use crate::containers::{ContainerExit, OutputLine, RunMount, RunSpec, RunningContainer};
use crate::credentials;
use crate::events;
use crate::instance_types;
use crate::logs::LogShipper;
use crate::names::{SERVICE, cut};
use crate::rows::{JOBS, JobRow, JobStatus, Outcome, Secondary};
use crate::s3::{Location, Objects};
use crate::service::remove_tree;
use crate::training::handlers::max_runtime;
use crate::training::inputs::{self, told};
use crate::training::metrics::MetricScanner;
use crate::training::tree::{HOST, JobTree};
use crate::{ContainerError, SageMaker};

/// Between SIGTERM and SIGKILL, as on AWS.
const STOP_GRACE_MS: i64 = 120_000;
/// The longest `FailureReason`.
const REASON: usize = 1024;
/// The last lines of output, kept for a failure without a failure file.
const TAIL_LINES: usize = 20;
/// How long the last lines may take to come through after the container has ended.
const LAST_LINES: Duration = Duration::from_secs(5);

/// The jobs that this process works on.
#[derive(Default)]
pub(crate) struct LiveJobs(Mutex<HashMap<Key, Arc<LiveJob>>>);

/// A job that this process works on.
#[derive(Default)]
pub(crate) struct LiveJob {
    stop: watch::Sender<bool>,
    pub(crate) metrics: Mutex<Vec<MetricData>>,
}

impl LiveJobs {
    pub(crate) fn get(&self, key: &Key) -> Option<Arc<LiveJob>> {
        lock(&self.0).get(key).cloned()
    }

    /// Asks a job to stop; one that has ended meanwhile is fine.
    pub(crate) fn stop(&self, key: &Key) {
        if let Some(live) = self.get(key) {
            live.stop.send_replace(true);
        }
    }

    /// A new entry, unless there is one.
    fn begin(&self, key: &Key) -> Option<Arc<LiveJob>> {
        let mut live = lock(&self.0);
        if live.contains_key(key) {
            return None;
        }
        let job = Arc::new(LiveJob::default());
        live.insert(key.clone(), job.clone());
        Some(job)
    }

    fn end(&self, key: &Key) {
        lock(&self.0).remove(key);
    }
}

/// What became of one run of the container.
enum End {
    /// It is over, and this is what is left of it.
    Over(Outcome),
    /// It failed, for this reason.
    Failed(String),
}

/// Why a container ends.
#[derive(Clone, Copy, PartialEq)]
enum Cause {
    Itself,
    Stopped,
    MaxRuntime,
}

/// Enters a secondary status, and with it ends the one before.
pub(crate) fn transition(row: &mut JobRow, now: Timestamp, secondary: Secondary, message: &str) {
    if let Some(last) = row.transitions.last_mut()
        && last.end_time.is_none()
    {
        last.end_time = Some(now);
    }
    row.secondary = secondary;
    row.modified = now;
    row.transitions.push(SecondaryStatusTransition {
        status: secondary.as_str().to_owned(),
        start_time: now,
        end_time: row.status.is_terminal().then_some(now),
        status_message: Some(message.to_owned()),
    });
}

impl SageMaker {
    /// Works on a job until it has ended, in the background.  `again`: an earlier process may have begun it.
    pub(crate) fn take_up_job(self: &Arc<Self>, key: Key, again: bool) {
        let Some(live) = self.jobs.begin(&key) else { return };
        let service = self.clone();
        tokio::spawn(async move {
            tokio::select! {
                () = service.run_job(&key, &live, again) => {}
                // The container ends with its handle; the next process takes the job up.
                () = service.platform.shutdown.requested() => {}
            }
            service.jobs.end(&key);
        });
    }

    async fn run_job(self: &Arc<Self>, key: &Key, live: &LiveJob, again: bool) {
        let read = || std::future::ready(self.platform.store.read(|read| JOBS.get(read, key)));
        let Some(mut row) = self.insist("read a training job", read).await else { return };
        if row.status.is_terminal() {
            return;
        }
        if again && let Some(outcome) = row.outcome {
            let artifact = self.uploaded(&row).await;
            if artifact.is_some() || outcome != Outcome::Completed {
                return self.finish(key, outcome, artifact).await;
            }
        }
        if row.status == JobStatus::Stopping {
            return self.finish(key, Outcome::Stopped, None).await;
        }
        if row.secondary != Secondary::Starting {
            let restarted = self
                .record(key, |row, now| {
                    row.outcome = None;
                    row.started = None;
                    row.metrics.clear();
                    transition(
                        row,
                        now,
                        Secondary::Starting,
                        "The platform was interrupted; the training starts again",
                    );
                })
                .await;
            let Some(restarted) = restarted else { return };
            row = restarted;
        }
        let id = lirio_service::hex_id::<8>();
        let root = self.folder("jobs").join(format!("{}.{id}", row.request.training_job_name));
        let tree = JobTree::create(root.clone(), &row.request);
        match tree {
            Ok(tree) => self.run_in_tree(key, live, &row, &tree, &id).await,
            Err(error) => {
                let reason =
                    format!("InternalServerError: cannot make the folder {}: {error}", root.display());
                self.fail(key, live, reason).await;
            }
        }
        tokio::task::spawn_blocking(move || remove_tree(&root));
    }

    async fn run_in_tree(
        self: &Arc<Self>,
        key: &Key,
        live: &LiveJob,
        row: &JobRow,
        tree: &JobTree,
        id: &str,
    ) {
        let caller = match self.assume(&row.request.role_arn) {
            Ok(caller) => caller,
            Err(reason) => return self.fail(key, live, reason).await,
        };
        let objects = Objects { door: self.platform.door.clone(), caller: caller.clone() };
        let mut shipper = None;
        let end = self.attempt(key, live, row, tree, &objects, id, &mut shipper).await;
        match end {
            End::Failed(reason) => {
                if let Some(shipper) = shipper {
                    self.flush(shipper).await;
                }
                self.fail(key, live, reason).await;
            }
            End::Over(outcome) => {
                // The last lines are stored while the model is, so that who sees the end sees them too.
                let flush = async {
                    if let Some(shipper) = shipper {
                        self.flush(shipper).await;
                    }
                };
                let (uploaded, ()) = tokio::join!(self.keep(key, live, row, tree, &objects, outcome), flush);
                match uploaded {
                    Ok(artifact) => self.finish(key, outcome, artifact).await,
                    Err(reason) => self.fail(key, live, reason).await,
                }
            }
        }
    }

    /// Prepares and runs the container.
    #[allow(clippy::too_many_arguments, reason = "one step of one function that would be too long")]
    async fn attempt(
        &self,
        key: &Key,
        live: &LiveJob,
        row: &JobRow,
        tree: &JobTree,
        objects: &Objects,
        id: &str,
        shipper: &mut Option<LogShipper>,
    ) -> End {
        let request = &row.request;
        let algorithm = request.algorithm_specification.clone().unwrap_or_default();
        let uri = algorithm.training_image.unwrap_or_default();
        let scanner = match MetricScanner::new(algorithm.metric_definitions.as_deref().unwrap_or_default()) {
            Ok(scanner) => scanner,
            Err(error) => return End::Failed(format!("ClientError: {}", error.message)),
        };
        let mut stop = live.stop.subscribe();
        let data = tree.ml.join("input/data");
        let prepare = async {
            // The status is told while the work goes on: it changes nothing about the work.
            let noted = self.record(key, |row, now| {
                transition(row, now, Secondary::Downloading, "Downloading input data");
            });
            let image = async {
                self.containers.image(&uri, &objects.caller).await.map_err(|error| error.to_string())
            };
            let (_, image, inputs) = tokio::join!(noted, image, inputs::download(objects, request, &data));
            inputs.and(image)
        };
        let image = tokio::select! {
            image = prepare => image,
            _ = stop.wait_for(|stop| *stop) => return End::Over(Outcome::Stopped),
        };
        let image = match image {
            Ok(image) => image,
            Err(reason) => return End::Failed(reason),
        };
        let isolated = request.enable_network_isolation == Some(true);
        let instance_type = request
            .resource_config
            .as_ref()
            .and_then(|config| config.instance_type.as_deref())
            .unwrap_or_default();
        let size = instance_types::size(instance_type);
        let mut env = credentials::environment(&row.scope.region, isolated);
        env.extend(request.environment.clone().into_iter().flatten());
        env.push(("TRAINING_JOB_NAME".to_owned(), request.training_job_name.clone()));
        env.push(("TRAINING_JOB_ARN".to_owned(), row.arn.clone()));
        let spec = RunSpec {
            id: format!("job-{id}"),
            image,
            entrypoint: algorithm.container_entrypoint,
            arguments: algorithm.container_arguments.unwrap_or_else(|| vec!["train".to_owned()]),
            env,
            hostname: HOST.to_owned(),
            mounts: vec![RunMount { source: tree.mounted().to_owned(), target: "/opt/ml".into() }],
            memory_bytes: size.memory_bytes,
            cpus: size.cpus,
            listeners: credentials::ports(isolated),
        };
        let started = self.platform.now();
        let noted = self.record(key, |row, now| {
            row.started = Some(now);
            transition(
                row,
                now,
                Secondary::Training,
                "Training image download completed. Training in progress.",
            );
        });
        // Telling and starting go on at the same time; what a container does is the same either way.
        let run = async {
            let container = self.containers.run(spec).await?;
            let doors = credentials::serve(&self.platform, &*container, &request.role_arn)
                .map_err(|error| ContainerError::Platform(error.to_string()))?;
            let stream = format!("{}/{HOST}-{}", request.training_job_name, started.0.div_euclid(1000));
            let logs =
                LogShipper::new(self.platform.door.clone(), "/aws/sagemaker/TrainingJobs".to_owned(), stream);
            let logs = shipper.insert(logs);
            let mut tail = VecDeque::new();
            // Before anybody waits for the end: from then on output that nobody has taken is thrown away.
            let output = container.take_output();
            let (exit, cause) = {
                let lines = follow(output, &scanner, &live.metrics, logs, &mut tail);
                let mut lines = std::pin::pin!(lines);
                let ended =
                    self.supervise(&*container, stop, started.0 + max_runtime(row).saturating_mul(1000));
                let mut ended = std::pin::pin!(ended);
                let mut all_lines = false;
                let ended = loop {
                    tokio::select! {
                        ended = &mut ended => break ended,
                        () = &mut lines, if !all_lines => all_lines = true,
                    }
                };
                if !all_lines {
                    let _ = tokio::time::timeout(LAST_LINES, &mut lines).await;
                }
                ended
            };
            drop(doors);
            Ok::<_, ContainerError>((exit, cause, tail))
        };
        let (_, run) = tokio::join!(noted, run);
        let (exit, cause, tail) = match run {
            Ok(run) => run,
            Err(error) => return End::Failed(error.to_string()),
        };
        match cause {
            Cause::Stopped => End::Over(Outcome::Stopped),
            Cause::MaxRuntime => End::Over(Outcome::MaxRuntimeExceeded),
            Cause::Itself if exit.code == 0 => End::Over(Outcome::Completed),
            Cause::Itself => End::Failed(failure(tree, exit, &tail, instance_type)),
        }
    }

    /// Waits for the end of a container, and brings it about when it has to be.
    async fn supervise(
        &self,
        container: &dyn RunningContainer,
        mut stop: watch::Receiver<bool>,
        deadline_ms: i64,
    ) -> (ContainerExit, Cause) {
        let cause = tokio::select! {
            exit = container.wait() => return (exit, Cause::Itself),
            _ = stop.wait_for(|stop| *stop) => Cause::Stopped,
            () = self.until(deadline_ms) => Cause::MaxRuntime,
        };
        container.terminate().await;
        let exit = tokio::select! {
            exit = container.wait() => exit,
            () = self.until(self.platform.now().0 + STOP_GRACE_MS) => {
                container.kill().await;
                container.wait().await
            }
        };
        (exit, cause)
    }

    /// Resolves when the platform's clock has come so far.
    async fn until(&self, due_ms: i64) {
        while self.platform.clock.now_ms() < due_ms {
            self.platform.clock.sleep_until(due_ms).await;
        }
    }

    /// Uploads what a container has left; the model's URI, if there is a model.
    async fn keep(
        &self,
        key: &Key,
        live: &LiveJob,
        row: &JobRow,
        tree: &JobTree,
        objects: &Objects,
        outcome: Outcome,
    ) -> Result<Option<String>, String> {
        let model = tree.model();
        // A completed job always has a model, be it an empty one; a stopped job what it has written by then.
        let keeps_model = outcome == Outcome::Completed || artifacts::has_files(&model);
        let data = tree.output("data").filter(|data| artifacts::has_files(data));
        let metrics = lock(&live.metrics).clone();
        let noted = self.record(key, move |row, now| {
            row.outcome = Some(outcome);
            row.metrics = metrics;
            transition(row, now, Secondary::Uploading, "Uploading generated training model");
        });
        let (packed_model, packed_data) = (tree.beside("model.tar.gz"), tree.beside("output.tar.gz"));
        let has_data = data.is_some();
        let packing = {
            let (packed_model, packed_data) = (packed_model.clone(), packed_data.clone());
            tokio::task::spawn_blocking(move || {
                if keeps_model {
                    artifacts::pack(&model, &packed_model)?;
                }
                data.map_or(Ok(()), |data| artifacts::pack(&data, &packed_data))
            })
        };
        let (noted, packed) = tokio::join!(noted, packing);
        if noted.is_none() {
            return Ok(None);
        }
        packed
            .map_err(|error| format!("InternalServerError: packing the artifacts failed: {error}"))?
            .map_err(|error| format!("ClientError: the artifacts cannot be packed: {error}"))?;
        let place = output_folder(row)?;
        let failed = |at: &Location, error: AwsError| {
            let blame = if error.status >= 500 { "InternalServerError" } else { "ClientError" };
            format!(
                "{blame}: Artifact upload failed: {at} as the role {}: {}",
                row.request.role_arn,
                told(&error)
            )
        };
        if has_data {
            let at = place.below("output.tar.gz");
            objects.upload(&packed_data, &at, &row.mark).await.map_err(|error| failed(&at, error))?;
        }
        if !keeps_model {
            return Ok(None);
        }
        let at = place.below("model.tar.gz");
        objects.upload(&packed_model, &at, &row.mark).await.map_err(|error| failed(&at, error))?;
        Ok(Some(at.to_string()))
    }

    /// The model's URI, if an earlier process has uploaded it.
    async fn uploaded(&self, row: &JobRow) -> Option<String> {
        // Not as the role, which may be allowed to write there and not to read: the platform looks at its own
        // upload, and only at the mark.
        let objects = Objects { door: self.platform.door.clone(), caller: Caller::service(SERVICE) };
        let at = output_folder(row).ok()?.below("model.tar.gz");
        let there = self.insist("look for a model", || async {
            match objects.has(&at, &row.mark).await {
                Err(error) if error.status >= 500 => Err(error),
                found => Ok(found.unwrap_or(false)),
            }
        });
        there.await.then(|| at.to_string())
    }

    async fn flush(&self, shipper: LogShipper) {
        if tokio::time::timeout(LAST_LINES, shipper.flushed()).await.is_err() {
            tracing::warn!("the last lines of a training job take long to be stored; it ends without them");
        }
    }

    async fn finish(&self, key: &Key, outcome: Outcome, artifact: Option<String>) {
        let (status, secondary, message) = match outcome {
            Outcome::Completed => (JobStatus::Completed, Secondary::Completed, "Training job completed"),
            Outcome::Stopped => (JobStatus::Stopped, Secondary::Stopped, "Training job stopped"),
            Outcome::MaxRuntimeExceeded => (
                JobStatus::Stopped,
                Secondary::MaxRuntimeExceeded,
                "Training job runtime exceeded MaxRuntimeInSeconds provided",
            ),
        };
        self.record(key, move |row, now| {
            row.status = status;
            row.ended = Some(now);
            row.artifact = artifact;
            transition(row, now, secondary, message);
        })
        .await;
    }

    async fn fail(&self, key: &Key, live: &LiveJob, reason: String) {
        let metrics = lock(&live.metrics).clone();
        self.record(key, move |row, now| {
            row.status = JobStatus::Failed;
            row.ended = Some(now);
            row.failure = Some(cut(&reason, REASON).to_owned());
            row.metrics = metrics;
            transition(row, now, Secondary::Failed, "Training job failed");
        })
        .await;
    }

    /// Commits a change of a job that has not ended, with its event; `None` if it has.
    async fn record(
        &self,
        key: &Key,
        change: impl FnOnce(&mut JobRow, Timestamp) + Clone + Send + 'static,
    ) -> Option<JobRow> {
        let commit = || {
            let (key, change) = (key.clone(), change.clone());
            let (now, changes) = (self.platform.now(), self.job_changes.clone());
            self.platform.store.commit(move |txn| {
                let Some(mut row) = JOBS.get(txn, &key)?.filter(|row| !row.status.is_terminal()) else {
                    return Ok(None);
                };
                change(&mut row, now);
                JOBS.put(txn, &key, &row)?;
                events::training_job(txn, &row)?;
                txn.after_commit(move || changes.ring(&key));
                Ok::<_, AwsError>(Some(row))
            })
        };
        self.insist("record a training job", commit).await
    }

    /// Does something until it succeeds: a full disk, say, is waited out.  Ends with the platform, whose
    /// shutdown drops whoever waits here.
    pub(crate) async fn insist<T, E: std::fmt::Debug, F: Future<Output = Result<T, E>>>(
        &self,
        what: &str,
        act: impl Fn() -> F,
    ) -> T {
        let mut delay = Duration::from_millis(50);
        loop {
            match act().await {
                Ok(done) => return done,
                Err(error) => tracing::error!(?error, "cannot {what}; trying again"),
            }
            tokio::time::sleep(delay).await;
            delay = (delay * 2).min(Duration::from_secs(10));
        }
    }

    /// The caller for a role, or why not, as a failure reason.
    pub(crate) fn assume(&self, role: &str) -> Result<Caller, String> {
        self.platform
            .identity()
            .and_then(|identity| identity.assume_for_service(role, SERVICE, "SageMaker"))
            .map_err(|error| format!("ClientError: the role {role} cannot be assumed: {}", told(&error)))
    }
}

/// `<S3OutputPath>/<job>/output`
fn output_folder(row: &JobRow) -> Result<Location, String> {
    let path = &row.request.output_data_config.s3_output_path;
    Location::parse(path)
        .map(|at| at.below(&row.request.training_job_name).below("output"))
        .ok_or_else(|| format!("ClientError: OutputDataConfig.S3OutputPath {path:?} is no S3 URI"))
}

/// Takes the container's lines: metrics as they appear, the last ones kept, all of them to the log.
async fn follow(
    output: Option<mpsc::Receiver<OutputLine>>,
    scanner: &MetricScanner,
    metrics: &Mutex<Vec<MetricData>>,
    logs: &LogShipper,
    tail: &mut VecDeque<String>,
) {
    let Some(mut output) = output else { return };
    while let Some(line) = output.recv().await {
        let OutputLine { timestamp_ms, bytes } = &line;
        scanner.scan(bytes, Timestamp(*timestamp_ms), &mut lock(metrics));
        if tail.len() == TAIL_LINES {
            tail.pop_front();
        }
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(REASON)]);
        tail.push_back(shown.into_owned());
        logs.send(line).await;
    }
}

/// `AlgorithmError: <what the container says>, exit code: N`
fn failure(tree: &JobTree, exit: ContainerExit, tail: &VecDeque<String>, instance_type: &str) -> String {
    let written = tree.output("failure").and_then(|file| artifacts::read_text(&file, REASON as u64));
    let end = format!(", exit code: {}", exit.code);
    let text = match written {
        Some(text) => text,
        None if exit.out_of_memory => {
            format!("The container ran out of the memory that {instance_type} has on this machine")
        }
        None => last_lines(tail, REASON - 64),
    };
    let room = REASON - end.len() - "AlgorithmError: ".len();
    format!("AlgorithmError: {}{end}", cut(&text, room))
}

/// As many of the last lines as there is room for.
fn last_lines(tail: &VecDeque<String>, limit: usize) -> String {
    let mut lines = Vec::new();
    let mut length = 0;
    for line in tail.iter().rev() {
        length += line.len() + 1;
        if length > limit && !lines.is_empty() {
            break;
        }
        lines.push(line.as_str());
    }
    lines.reverse();
    let text = lines.join("\n").trim().to_owned();
    if text.is_empty() { "The container ended without a message".to_owned() } else { text }
}
