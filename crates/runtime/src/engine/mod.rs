//! Containers run by an engine on this machine, through its interface: Docker, or Podman, which speaks the same.
//!
//! # Two containers for one
//!
//! An engine can start a program, but it has no call to connect into a container without a network, none to
//! listen in one, and it does not end containers when its client is killed.  So each container has a companion, the
//! *doorkeeper*: lirio's own program, mounted read-only into a container of nothing else, without capabilities
//! (but the one to send signals), without a network but `lo`.  The program's container joins the doorkeeper's
//! network and its process tree.  For a container that is to reach others ([`crate::SharedNetwork`]) the doorkeeper
//! may set up its network, makes an interface there and passes its other end to lirio; the program may not.  Then
//!
//! - a socket in a directory that only the two of them see carries connections: the doorkeeper connects or
//!   listens at the container's 127.0.0.1 and passes the descriptor itself, so that no byte is forwarded;
//! - the doorkeeper is the first process of the tree.  When lirio ends, however it ends, the socket closes, the
//!   doorkeeper ends, and the kernel ends every other process.  What the engine keeps of stopped containers is
//!   removed at the end, or by [`EngineRuntime::sweep`] at the next start, by the label of this instance;
//! - the program is not process 1, so signals mean what they mean elsewhere, and orphans are collected.
//!
//! # Images
//!
//! The engine need not reach lirio's registry, nor be told credentials: an image that it does not have is
//! loaded from the stored blobs, under `localhost/lirio:<digest of its configuration>`, and one that it has is
//! used only if its layers are the ones that it should have.  Images stay in the engine's store; `docker image rm`
//! removes them.
//!
//! # Confinement
//!
//! The capabilities of the sandbox (a subset of the engine's default), no new privileges, the engine's own system
//! call filter (Podman's made narrower) and AppArmor profile, where it has one, limits by the engine.  An engine that would do with less
//! is refused by [`EngineRuntime::connect`].  Limits that an engine cannot set (rootless, on cgroup v1) are told by
//! [`EngineRuntime::describe`].
//!
//! # Devices
//!
//! A container is given what lirio has read of a device, not the device's name for the engine: so it needs no setting
//! of the engine's, and no hook runs.  Links that come with a device are put into the container before it starts.
//!
//! # What cannot be
//!
//! The engine must be on this machine and see its files: mounts and the socket are files.  So an engine in a
//! virtual machine (Docker Desktop) or behind `tcp://` or `ssh://` is refused, as are engines that map users
//! (userns-remap) or label files (SELinux).  Where root in a container is another user outside than lirio, the
//! doorkeeper gives what the container has written to lirio's user at the end, so that it can be read and removed.
//! An engine has one number for exit codes and signals, so a program that ends itself with 129 to 192 counts as
//! ended by a signal.  What a container has used is told while it runs; its end tells what was asked for last.

mod client;
mod control;
mod door;
mod facts;
mod filter;
mod images;
mod oom;
mod output;
mod places;
mod remains;
mod request;

use std::collections::HashMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use http::Method;
use lirio_image::ImageSource;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{OnceCell, mpsc, watch};

pub use client::EngineError;
pub use places::EngineKind;

use crate::cgroup::Usage;
use crate::container::{Container, Meter, Parts, Phase};
use crate::control::Pending;
use crate::error::{RuntimeError, SetupFailure, SetupStep};
use crate::network::{self, Attachment};
use crate::process::ProcessKey;
use crate::registration::Registration;
use crate::spec::ContainerSpec;
use crate::{BoxFuture, Roots, Runtime, sys};
use client::{Client, quoted};
use control::Control;
use door::{Door, Opened};
use facts::Facts;
use images::Images;
use oom::OomWatch;
use remains::Remains;
use request::{GivenFiles, OwnFiles};

/// Whose container it is: the data directory's name for itself.
const INSTANCE_LABEL: &str = "lirio.instance";
/// Which process started it.
const OWNER_LABEL: &str = "lirio.owner";
/// Ends the name of a doorkeeper.
const DOOR_SUFFIX: &str = "-door";
/// Containers that the engine is asked to remove at a time.
const REMOVED_AT_ONCE: usize = 8;
/// How long a doorkeeper may take to start.
const DOOR_LIMIT: Duration = Duration::from_secs(60);

/// Containers run by Docker or Podman on this machine, each with a companion that connects and listens in its network
/// and whose end is its end.
#[derive(Debug)]
pub struct EngineRuntime(Arc<Engine>);

#[derive(Debug)]
struct Engine {
    client: Client,
    facts: Facts,
    instance: String,
    owner: ProcessKey,
    own: OwnFiles,
    /// Made with the first container.
    door_image: OnceCell<ImageSource>,
    images: Images,
    /// To whom files are handed over at the end.
    hand_over: Option<(u32, u32)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Created {
    id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Listed {
    id: String,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    labels: Option<HashMap<String, String>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Inspected {
    state: State,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct State {
    #[serde(default)]
    pid: u32,
}

impl EngineRuntime {
    /// Finds the engine ([`EngineKind`] says where) and asks it what it can do.  `instance` is a name that only this
    /// data directory has: by it containers are found again after a crash.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::NoEngine`] when there is none or it cannot be used, with what to do.
    pub async fn connect(kind: EngineKind, instance: &str) -> Result<EngineRuntime, RuntimeError> {
        let variable = |name: &str| std::env::var(name).ok();
        let socket = kind.socket(variable, Path::exists).map_err(RuntimeError::NoEngine)?;
        let engine = EngineRuntime::connect_to(&socket, instance).await?;
        if kind == EngineKind::Podman && !engine.0.facts.is_podman {
            return Err(RuntimeError::NoEngine(format!(
                "{} answers at {}, not Podman",
                engine.0.facts.name,
                socket.display()
            )));
        }
        Ok(engine)
    }

    /// The same for a socket that is known.
    ///
    /// # Errors
    ///
    /// Those of [`EngineRuntime::connect`].
    pub async fn connect_to(socket: &Path, instance: &str) -> Result<EngineRuntime, RuntimeError> {
        let failed = |action| move |source| RuntimeError::Prepare { action, source };
        let (client, facts) =
            facts::ask(socket).await.map_err(|error| RuntimeError::NoEngine(error.to_string()))?;
        let owner = ProcessKey::current().map_err(failed("find itself in /proc"))?;
        let program = std::env::current_exe().map_err(failed("find its own program"))?;
        let (uid, gid) = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
        let runtime = EngineRuntime(Arc::new(Engine {
            instance: instance.to_owned(),
            owner,
            own: OwnFiles { program, libraries: sys::loaded_libraries() },
            door_image: OnceCell::new(),
            images: Images::default(),
            // Root of a rootless engine of ours is us.
            hand_over: (uid != 0).then_some(if facts.rootless { (0, 0) } else { (uid, gid) }),
            client,
            facts,
        }));
        tracing::debug!(engine = %runtime.describe(), "engine runtime");
        Ok(runtime)
    }

    /// The engine, and where its limits are weaker.
    pub fn describe(&self) -> String {
        let Facts { name, rootless, unlimited, .. } = &self.0.facts;
        let kind = if *rootless { " (rootless)" } else { "" };
        match unlimited.as_slice() {
            [] => format!("{name}{kind}"),
            weak => format!("{name}{kind}, which cannot limit {}", weak.join(", ")),
        }
    }

    /// Removes what a lirio of this instance has left that was killed: its containers, and its scratch
    /// directories directly below `scratch_parent`.  What belongs to a running lirio stays.  Returns how many
    /// things were removed.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Sweep`] or [`RuntimeError::Engine`] names what could not be removed.
    pub async fn sweep(&self, scratch_parent: &Path) -> Result<usize, RuntimeError> {
        let of_the_dead = |labels: &HashMap<String, String>| {
            let owner = labels.get(OWNER_LABEL).and_then(|owner| owner.parse::<ProcessKey>().ok());
            !owner.is_some_and(ProcessKey::is_alive)
        };
        Ok(self.remove(of_the_dead).await? + crate::remove::sweep_scratch(scratch_parent)?)
    }

    /// Removes every container of this instance, running or not, for the end of the platform: each would end
    /// with it, but the engine would keep a record until the next sweep.  Returns how many there were.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Engine`] when one could not be removed.
    pub async fn remove_all(&self) -> Result<usize, RuntimeError> {
        self.remove(|_| true).await
    }

    async fn remove(&self, wanted: impl Fn(&HashMap<String, String>) -> bool) -> Result<usize, RuntimeError> {
        let Engine { client, instance, .. } = &*self.0;
        let failed =
            |action| move |source| RuntimeError::Engine { id: format!("of {instance}"), action, source };
        let filters = json!({ "label": [format!("{INSTANCE_LABEL}={instance}")] }).to_string();
        let path = format!("/containers/json?all=1&filters={}", quoted(&filters));
        let listed: Vec<Listed> = client.json(Method::GET, &path, None).await.map_err(failed("listed"))?;
        let is_wanted = |one: &&Listed| wanted(one.labels.as_ref().unwrap_or(&HashMap::new()));
        let wanted: Vec<&Listed> = listed.iter().filter(is_wanted).collect();
        let is_door = |one: &&&Listed| one.names.iter().any(|name| name.ends_with(DOOR_SUFFIX));
        // Doorkeepers last: programs are in their namespaces, and Podman insists.
        for doors in [false, true] {
            let some = wanted.iter().filter(|one| is_door(one) == doors);
            let removals = some.map(|one| remains::remove_container(client, &one.id));
            // An engine takes a while for each, and the start or the end of the platform waits for all.
            stream::iter(removals.collect::<Vec<_>>())
                .buffer_unordered(REMOVED_AT_ONCE)
                .try_collect::<()>()
                .await
                .map_err(failed("removed"))?;
        }
        Ok(wanted.len())
    }
}

impl Engine {
    async fn start_container(&self, spec: ContainerSpec) -> Result<Container, RuntimeError> {
        spec.validate(Roots::Image)?;
        let id = spec.id.clone();
        let invalid = |problem| RuntimeError::InvalidSpec { id: id.clone(), problem };
        let registration = Registration::new(&spec).map_err(invalid)?;
        let mut remains = Remains::new(&self.client, spec.scratch.clone());
        match self.start_both(&spec, &mut remains).await {
            Ok(started) => Ok(self.attend(spec, started, remains, registration)),
            Err(error) => {
                // The caller may use the name and the directory again as soon as it knows of the failure.
                remains.remove().await;
                Err(error)
            }
        }
    }

    async fn start_both(&self, spec: &ContainerSpec, remains: &mut Remains) -> Result<Started, RuntimeError> {
        let id = &spec.id;
        let failed = |action: &'static str| {
            move |source: EngineError| RuntimeError::Engine { id: id.clone(), action, source }
        };
        let spawn = |source| RuntimeError::Spawn { id: id.clone(), source };
        let source = spec.image.as_ref().expect("the specification was validated");
        let image = self.images.ensure(&self.client, source).await.map_err(failed("given its image"))?;
        let owner = self.owner.to_string();
        crate::remove::make_scratch(&spec.scratch, self.owner).map_err(spawn)?;
        // In the directory that is swept, should we be killed meanwhile.
        let built = async || images::of_doorkeepers(&spec.scratch.join("door-image"));
        let door_image = self.door_image.get_or_try_init(built).await.map_err(spawn)?;
        let door_image = self.images.ensure(&self.client, door_image).await;
        let door_image = door_image.map_err(failed("given the doorkeepers' image"))?;
        let door = Door::open(&spec.scratch).map_err(spawn)?;
        let mut labels = json!({});
        labels[INSTANCE_LABEL] = json!(self.instance);
        labels[OWNER_LABEL] = json!(owner);

        if spec.network.is_some() && !Path::new(network::DEVICE).exists() {
            // The engine's own words for it name no remedy.
            let failure = SetupFailure {
                step: SetupStep::NetworkInterface,
                detail: network::DEVICE.to_owned(),
                errno: libc::ENOENT,
            };
            return Err(setup(id, failure));
        }
        let hand_over = self.hand_over.is_some();
        let asked = request::doorkeeper(spec, &door_image, &self.own, door.folder(), &labels, hand_over);
        let doorkeeper = self.create(&format!("{id}{DOOR_SUFFIX}"), &asked, remains).await;
        let doorkeeper = doorkeeper.map_err(failed("given a doorkeeper"))?;
        let (socket, mut descriptors) = self.open_door(id, &doorkeeper, &door).await?;
        let mut listeners = HashMap::new();
        for port in &spec.listeners {
            let lost = || std::io::Error::other("the doorkeeper has fewer listeners than were asked for");
            let listener =
                std::net::TcpListener::from(descriptors.pop_front().ok_or_else(lost).map_err(spawn)?);
            listener.set_nonblocking(true).map_err(spawn)?;
            listeners.insert(*port, TcpListener::from_std(listener).map_err(spawn)?);
        }
        let attachment = match &spec.network {
            Some(member) => {
                let lost = || std::io::Error::other("the doorkeeper has made no interface");
                let interface = descriptors.pop_front().ok_or_else(lost).map_err(spawn)?;
                Some(member.attach(interface).map_err(spawn)?)
            }
            None => None,
        };

        let filter = self.filter_file(&spec.scratch).map_err(spawn)?;
        let hosts = self.hosts_file(spec).map_err(spawn)?;
        let files = GivenFiles { filter, hosts };
        let asked = request::program(spec, &image, &doorkeeper, &labels, &self.facts, &files);
        let engine_id = self.create(id, &asked, remains).await.map_err(failed("made"))?;
        if let Some(links) = request::links(spec).map_err(spawn)? {
            let path = format!("/containers/{engine_id}/archive?path=/");
            self.client.put_archive(&path, links).await.map_err(failed("given the links of its devices"))?;
        }
        let attach = format!("/containers/{engine_id}/attach?stream=1&stdout=1&stderr=1");
        let stream = self.client.upgrade(&attach).await.map_err(failed("listened to"))?;
        let logs = output::follow(stream);
        self.start(&engine_id).await.map_err(failed("started"))?;
        let path = format!("/containers/{engine_id}/json");
        let inspected: Inspected =
            self.client.json(Method::GET, &path, None).await.map_err(failed("looked at"))?;
        Ok(Started { engine_id, pid: inspected.state.pid, socket, listeners, attachment, logs })
    }

    /// The file of the filter that a container is given, if it is not the engine's own.
    fn filter_file(&self, scratch: &Path) -> std::io::Result<Option<PathBuf>> {
        let Some(filter) = &self.facts.filter else { return Ok(None) };
        let file = scratch.join("seccomp.json");
        fs::write(&file, filter)?;
        Ok(Some(file))
    }

    /// The names of a network's members, where they do not come with the doorkeeper's network.
    fn hosts_file(&self, spec: &ContainerSpec) -> std::io::Result<Option<PathBuf>> {
        let Some(member) = spec.network.as_ref().filter(|_| self.facts.is_podman) else { return Ok(None) };
        let file = spec.scratch.join("hosts");
        fs::write(&file, member.spec().hosts())?;
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644))?;
        Ok(Some(file))
    }

    async fn create(&self, name: &str, asked: &Value, remains: &mut Remains) -> Result<String, EngineError> {
        // The name is for people, and tells two instances apart.
        let name = format!("lirio-{}-{name}", self.instance);
        let path = format!("/containers/create?name={}", quoted(&name));
        let created: Created = self.client.json(Method::POST, &path, Some(asked)).await?;
        remains.add(&created.id);
        Ok(created.id)
    }

    async fn start(&self, container: &str) -> Result<(), EngineError> {
        self.client.call(Method::POST, &format!("/containers/{container}/start"), None).await.map(drop)
    }

    /// Starts the doorkeeper and waits for its call.
    async fn open_door(
        &self,
        id: &str,
        doorkeeper: &str,
        door: &Door,
    ) -> Result<
        (tokio::io::unix::AsyncFd<std::os::fd::OwnedFd>, std::collections::VecDeque<std::os::fd::OwnedFd>),
        RuntimeError,
    > {
        let failed =
            |source| RuntimeError::Engine { id: id.to_owned(), action: "given a doorkeeper", source };
        self.start(doorkeeper).await.map_err(failed)?;
        let wait = format!("/containers/{doorkeeper}/wait");
        let opened = tokio::select! {
            opened = door.accept() => opened.map_err(|source| RuntimeError::Spawn { id: id.to_owned(), source })?,
            ended = self.client.wait_for(Method::POST, &wait, None) => {
                ended.map_err(failed)?;
                return Err(self.closed_door(id, doorkeeper, "it ended").await);
            }
            () = tokio::time::sleep(DOOR_LIMIT) => {
                return Err(self.closed_door(id, doorkeeper, "it does not call").await);
            }
        };
        match opened {
            Opened::Ready(socket, descriptors) => Ok((socket, descriptors)),
            Opened::Failed(failure) => Err(setup(id, failure)),
        }
    }

    /// Why a doorkeeper did not call, with its own words.
    async fn closed_door(&self, id: &str, doorkeeper: &str, what: &str) -> RuntimeError {
        let path = format!("/containers/{doorkeeper}/logs?stdout=1&stderr=1&tail=5");
        let words = self.client.call(Method::GET, &path, None).await.unwrap_or_default();
        // Frames have a few bytes that are no text.
        let words: String =
            String::from_utf8_lossy(&words).chars().filter(|one| !one.is_control()).take(500).collect();
        RuntimeError::ClosedDoor {
            id: id.to_owned(),
            engine: self.facts.name.clone(),
            what: format!("{what}: {words}"),
        }
    }

    fn attend(
        &self,
        spec: ContainerSpec,
        started: Started,
        remains: Remains,
        registration: Registration,
    ) -> Container {
        let (commands, requests) = mpsc::channel(16);
        let (phase_out, phase) = watch::channel(Phase::Running);
        let last = Arc::new(Mutex::new(Usage::default()));
        let (client, engine_id) = (self.client.clone(), started.engine_id.clone());
        let meter = EngineMeter { client, engine_id, last: Arc::clone(&last) };
        let directories: Vec<PathBuf> = crate::spec::writable(&spec.mounts).collect();
        let control = Control {
            client: self.client.clone(),
            engine_id: started.engine_id,
            door: started.socket,
            attachment: started.attachment,
            hand_over: self.hand_over,
            remains,
            registration,
            phase: phase_out,
            pending: Pending::default(),
            disk: spec.limits.disk_bytes.map(|limit| (limit, directories.clone())),
            disk_exceeded: false,
            last_usage: last,
            memory_is_limited: spec.limits.memory_bytes.is_some(),
            killed: false,
            // Not told by the engine in time, or not at all.
            oom: OomWatch::open(started.pid).map(|watch| tokio::spawn(watch.ended())),
        };
        tokio::spawn(control.run(requests));
        Container::new(Parts {
            id: spec.id,
            pid: started.pid,
            stop_grace: spec.stop_grace,
            meter: Meter::Engine(meter),
            commands,
            phase,
            logs: started.logs,
            listeners: started.listeners,
            directories,
        })
    }
}

/// What runs, before somebody attends to it.
struct Started {
    engine_id: String,
    pid: u32,
    socket: tokio::io::unix::AsyncFd<std::os::fd::OwnedFd>,
    listeners: HashMap<u16, TcpListener>,
    attachment: Option<Attachment>,
    logs: crate::logs::LogStream,
}

/// A step that has failed, with what can be done about it.
fn setup(id: &str, failure: SetupFailure) -> RuntimeError {
    let advice = failure.advice(sys::setting);
    RuntimeError::Setup { id: id.to_owned(), failure, advice }
}

impl Runtime for EngineRuntime {
    fn start(&self, spec: ContainerSpec) -> BoxFuture<'_, Result<Container, RuntimeError>> {
        let engine = Arc::clone(&self.0);
        Box::pin(async move {
            let id = spec.id.clone();
            // A task of its own: a caller that gives up half way must not leave the engine making something that
            // nobody knows of. What has become of it then is dropped, and so removed.
            let started = tokio::spawn(async move { engine.start_container(spec).await }).await;
            started
                .unwrap_or_else(|error| Err(RuntimeError::Spawn { id, source: std::io::Error::other(error) }))
        })
    }

    fn name(&self) -> &'static str {
        if self.0.facts.is_podman { "podman" } else { "docker" }
    }

    fn roots(&self) -> Roots {
        Roots::Image
    }
}

/// Asks the engine what a container uses.
#[derive(Debug)]
pub(crate) struct EngineMeter {
    client: Client,
    engine_id: String,
    /// What it said last: after the end it says nothing.
    last: Arc<Mutex<Usage>>,
}

impl EngineMeter {
    /// The bytes of the container's own layer, as far as the engine says; it counts them for us, which is work for it.
    pub(crate) async fn layer_bytes(&self) -> Option<u64> {
        control::layer_bytes(&self.client, &self.engine_id).await
    }

    /// What it uses now, as far as the engine says.
    pub(crate) async fn usage(&self) -> Usage {
        let path = format!("/containers/{}/stats?stream=false&one-shot=true", self.engine_id);
        match self.client.json::<Value>(Method::GET, &path, None).await {
            Ok(stats) => {
                let usage = read_usage(&stats);
                *self.last.lock().unwrap_or_else(PoisonError::into_inner) = usage;
                usage
            }
            Err(error) => {
                tracing::debug!(%error, engine_id = self.engine_id, "the engine does not tell what is used");
                Usage::default()
            }
        }
    }
}

fn read_usage(stats: &Value) -> Usage {
    let number = |path: &str| stats.pointer(path).and_then(Value::as_u64);
    Usage {
        memory_bytes: number("/memory_stats/usage"),
        memory_peak_bytes: number("/memory_stats/max_usage").filter(|peak| *peak > 0),
        cpu_time: number("/cpu_stats/cpu_usage/total_usage").map(Duration::from_nanos),
    }
}
