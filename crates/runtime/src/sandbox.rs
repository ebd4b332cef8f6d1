//! The runtime with no daemon: this program, the kernel, and nothing else.

use std::collections::HashMap;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::process::Child;

use rustix::net::{AddressFamily, SendFlags, SocketFlags, SocketType};
use rustix::pipe::PipeFlags;
use rustix::thread::CapabilitySet;
use tokio::io::unix::AsyncFd;
use tokio::net::TcpListener;

use crate::cgroup::{CgroupPlan, CgroupSet};
use crate::confinement::Confinement;
use crate::container::Container;
use crate::control::{self, Started};
use crate::error::RuntimeError;
use crate::process::ProcessKey;
use crate::registration::Registration;
use crate::spawn::{self, OwnProgram};
use crate::spec::ContainerSpec;
use crate::wire::{self, Event, InitSpec};
use crate::{BoxFuture, Roots, Runtime, logs, user};

/// What root needs to do without a user namespace.
const NEEDED_BY_ROOT: CapabilitySet = CapabilitySet::SYS_ADMIN
    .union(CapabilitySet::SETUID)
    .union(CapabilitySet::SETGID)
    .union(CapabilitySet::DAC_OVERRIDE)
    .union(CapabilitySet::CHOWN)
    .union(CapabilitySet::NET_ADMIN)
    .union(CapabilitySet::KILL)
    .union(CapabilitySet::SETPCAP);

/// The path that programs are looked up in when an image sets none.
const DEFAULT_PATH: &str = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// Containers by namespaces, cgroups and seccomp, with no daemon, as root or as any user.
#[derive(Debug)]
pub struct SandboxRuntime {
    program: OwnProgram,
    filter: Vec<crate::sys::Instruction>,
    cgroups: CgroupPlan,
    owner: ProcessKey,
    /// The caller's ids, when containers need a user namespace.
    outer_ids: Option<(u32, u32)>,
}

impl SandboxRuntime {
    /// Prepares the runtime: finds the cgroups that can be written, compiles the filter.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Prepare`], for instance on an architecture whose system calls it does not know.
    pub fn new() -> Result<SandboxRuntime, RuntimeError> {
        let failed = |action| move |source| RuntimeError::Prepare { action, source };
        spawn::start_spawner().map_err(failed("start a thread"))?;
        let program = OwnProgram::open().map_err(failed("open its own program"))?;
        let owner = ProcessKey::current().map_err(failed("find itself in /proc"))?;
        let filter = crate::seccomp::filter().ok_or_else(|| {
            let source =
                io::Error::new(io::ErrorKind::Unsupported, "this architecture's calls are not known here");
            failed("compile the system call filter")(source)
        })?;
        let privileged = rustix::thread::capabilities(None)
            .is_ok_and(|own| own.effective.contains(NEEDED_BY_ROOT) && rustix::process::geteuid().is_root());
        let ids = (rustix::process::geteuid().as_raw(), rustix::process::getegid().as_raw());
        let runtime = SandboxRuntime {
            program,
            filter,
            cgroups: CgroupPlan::detect(),
            owner,
            outer_ids: (!privileged).then_some(ids),
        };
        tracing::debug!(confinement = %runtime.confinement(), "sandbox runtime");
        Ok(runtime)
    }

    /// What is in force for every container.
    pub fn confinement(&self) -> Confinement {
        Confinement::new(&self.cgroups, self.outer_ids.is_some())
    }

    /// Removes what a lirio that was killed has left: its cgroups, and its scratch directories directly below
    /// `scratch_parent`. What belongs to a running lirio stays. Returns how many things were removed.
    ///
    /// # Errors
    ///
    /// [`RuntimeError::Sweep`] names what could not be removed.
    pub fn sweep(&self, scratch_parent: &Path) -> Result<usize, RuntimeError> {
        let groups = self
            .cgroups
            .sweep()
            .map_err(|source| RuntimeError::Sweep { path: PathBuf::from("a cgroup"), source })?;
        Ok(groups + crate::remove::sweep_scratch(scratch_parent)?)
    }

    async fn start_container(&self, spec: ContainerSpec) -> Result<Container, RuntimeError> {
        spec.validate(Roots::Directories)?;
        let id = spec.id.clone();
        let invalid = |problem| RuntimeError::InvalidSpec { id: id.clone(), problem };
        let failed = |source| RuntimeError::Spawn { id: id.clone(), source };
        let registration = Registration::new(&spec).map_err(invalid)?;
        let (stop_grace, ports) = (spec.stop_grace, spec.listeners.clone());
        let network = spec.network.clone();
        let directories = crate::spec::written(&spec.scratch, &spec.mounts);
        let packets = wire::specification_packets(&self.init_spec(spec).map_err(invalid)?, &self.filter)
            .map_err(failed)?;

        let flags = SocketFlags::CLOEXEC;
        let (ours, theirs) = rustix::net::socketpair(AddressFamily::UNIX, SocketType::SEQPACKET, flags, None)
            .map_err(|error| failed(error.into()))?;
        let (stdout, stdout_in) = pipe().map_err(failed)?;
        let (stderr, stderr_in) = pipe().map_err(failed)?;
        let supervisor =
            spawn::spawn_supervisor(&self.program, theirs, stdout_in, stderr_in).await.map_err(failed)?;
        // From here on an early return closes the socket, and the supervisor takes that as the order to end.
        let cgroups = CgroupSet::named(&self.cgroups, self.owner, &id);
        let mut supervisor = Reaped(Some(Unborn { supervisor, cgroups, registration }));
        let control = crate::sys::register(ours).map_err(failed)?;
        for packet in &packets {
            send_packet(&control, packet).await.map_err(failed)?;
        }
        let (pid, mut descriptors) = match control::receive(&control).await.map_err(failed)? {
            Some((Event::Started { pid }, descriptors)) => (pid, descriptors),
            Some((Event::Failed(failure), _)) => {
                let advice = failure.advice(crate::sys::setting);
                // The caller may use the name and the directory again as soon as it knows of the failure.
                while control::receive(&control).await.is_ok_and(|event| event.is_some()) {}
                supervisor.removed().await;
                return Err(RuntimeError::Setup { id, failure, advice });
            }
            _ => {
                drop(control);
                supervisor.removed().await;
                return Err(RuntimeError::SupervisorLost { id });
            }
        };
        let mut listeners = HashMap::new();
        for port in ports {
            let Some(descriptor) = descriptors.pop_front() else { break };
            let listener = std::net::TcpListener::from(descriptor);
            listener.set_nonblocking(true).map_err(failed)?;
            listeners.insert(port, TcpListener::from_std(listener).map_err(failed)?);
        }
        let attachment = match (network, descriptors.pop_front()) {
            (Some(member), Some(interface)) => Some(member.attach(interface).map_err(failed)?),
            _ => None,
        };
        let logs = logs::follow(stdout, stderr).map_err(failed)?;
        let Unborn { supervisor, cgroups, registration } = supervisor.into_inner();
        Ok(control::attend(Started {
            id,
            pid,
            stop_grace,
            cgroups,
            control,
            supervisor,
            logs,
            listeners,
            directories,
            attachment,
            registration,
        }))
    }

    fn init_spec(&self, spec: ContainerSpec) -> Result<InitSpec, String> {
        let mut user = user::resolve(spec.user.as_deref(), &spec.lower_dirs)?;
        user.groups.extend(&spec.devices.groups);
        let mut env = spec.env;
        spec.devices.apply_environment(&mut env);
        for (name, value) in [("PATH", DEFAULT_PATH), ("HOME", &user.home), ("HOSTNAME", &spec.hostname)] {
            if !env.iter().any(|(known, _)| known == name) {
                env.push((name.to_owned(), value.to_owned()));
            }
        }
        let affinity = match (spec.limits.cpus, &self.cgroups.cpu) {
            (Some(cpus), None) => some_processors(cpus),
            _ => Vec::new(),
        };
        Ok(InitSpec {
            id: spec.id,
            owner: self.owner,
            lower_dirs: spec.lower_dirs,
            scratch: spec.scratch,
            argv: spec.argv,
            env,
            working_dir: spec.working_dir,
            user,
            hostname: spec.hostname,
            mounts: spec.mounts,
            devices: spec.devices,
            listeners: spec.listeners,
            network: spec.network.as_ref().map(crate::NetworkMember::spec),
            limits: spec.limits,
            outer_ids: self.outer_ids,
            cgroups: self.cgroups.clone(),
            affinity,
        })
    }
}

impl Runtime for SandboxRuntime {
    fn start(&self, spec: ContainerSpec) -> BoxFuture<'_, Result<Container, RuntimeError>> {
        Box::pin(self.start_container(spec))
    }

    fn name(&self) -> &'static str {
        "sandbox"
    }

    fn roots(&self) -> Roots {
        Roots::Directories
    }
}

impl Drop for SandboxRuntime {
    fn drop(&mut self) {
        self.cgroups.remove_empty_parents();
    }
}

/// A pipe whose reading end is for tokio and whose writing end is a container's.
fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    Ok(rustix::pipe::pipe_with(PipeFlags::CLOEXEC)?)
}

async fn send_packet(socket: &AsyncFd<OwnedFd>, packet: &[u8]) -> io::Result<()> {
    loop {
        let mut ready = socket.writable().await?;
        let flags = SendFlags::DONTWAIT | SendFlags::NOSIGNAL;
        match ready.try_io(|socket| Ok(rustix::net::send(socket.get_ref(), packet, flags)?)) {
            Ok(outcome) => return outcome.map(|_| ()),
            Err(_not_ready) => {}
        }
    }
}

/// As many of the processors that we may use as the limit is worth, rounded up; different ones for different
/// containers, so that two small ones do not share.
fn some_processors(cpus: f64) -> Vec<usize> {
    let Ok(ours) = rustix::thread::sched_getaffinity(None) else { return Vec::new() };
    let mut processors: Vec<usize> =
        (0..rustix::thread::CpuSet::MAX_CPU).filter(|processor| ours.is_set(*processor)).collect();
    let wanted = (cpus.ceil() as usize).clamp(1, processors.len().max(1));
    static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let turn = NEXT.fetch_add(wanted, std::sync::atomic::Ordering::Relaxed);
    let length = processors.len().max(1);
    processors.rotate_left(turn % length);
    processors.truncate(wanted);
    processors
}

/// What there is of a container that has not started yet.
struct Unborn {
    supervisor: Child,
    cgroups: CgroupSet,
    registration: Registration,
}

impl Unborn {
    /// Waits for the supervisor's end and removes what it has left, having been killed, say.  Blocks.
    fn remove(mut self) {
        let _ = self.supervisor.wait();
        // The groups first: with them go processes that still write.
        let groups = self.cgroups.remove();
        let scratch = self.registration.remove_scratch();
        if let Err(error) = groups.and(scratch) {
            tracing::warn!(%error, "remains of a container that did not start are left to the next sweep");
        }
    }
}

/// A container that is removed, in the background, if it never comes to be.
struct Reaped(Option<Unborn>);

impl Reaped {
    fn into_inner(mut self) -> Unborn {
        self.0.take().expect("it is taken only at the end, which a failure does not reach")
    }

    /// Removes it now.
    async fn removed(&mut self) {
        if let Some(unborn) = self.0.take() {
            let _ = tokio::task::spawn_blocking(move || unborn.remove()).await;
        }
    }
}

impl Drop for Reaped {
    fn drop(&mut self) {
        if let Some(unborn) = self.0.take() {
            // It ends by itself as soon as the socket is closed; without a runtime nobody can wait, and the
            // process table entry lasts as long as lirio does.
            if let Ok(runtime) = tokio::runtime::Handle::try_current() {
                runtime.spawn_blocking(move || unborn.remove());
            }
        }
    }
}
