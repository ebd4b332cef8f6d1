//! The supervisor of one container: a process of its own, which lirio starts by executing itself.
//!
//! It makes the namespaces, starts the container's first process in them, and then serves lirio from inside
//! the network namespace but outside the pid namespace, where the container cannot see it. It never starts a
//! thread. When lirio ends, however it ends, the supervisor hears of it twice (the socket closes, and the
//! kernel sends the parent-death signal), kills the container and removes what it has made.

mod connects;
mod devices;
mod doorkeeper;
mod first;
mod privileges;
mod rootfs;
mod supervise;
mod watchdog;

use std::fs;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::os::fd::{AsFd, OwnedFd};

use rustix::event::{PollFd, PollFlags};
use rustix::fs::{Mode, OFlags};
use rustix::net::SendFlags;
use rustix::pipe::PipeFlags;
use rustix::process::{Pid, Signal, WaitOptions};
use rustix::thread::UnshareFlags;

pub(crate) use doorkeeper::{DOOR_ARGUMENT, DOOR_SOCKET, HAND_OVER};

use crate::cgroup::CgroupSet;
use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::network;
use crate::sys::{self, Fork, Instruction};
use crate::wire::{self, Event, InitSpec};

/// The first argument by which the embedding program knows that it is a supervisor.
pub(crate) const INIT_ARGUMENT: &str = "__lirio_init";

/// Becomes a container's supervisor or doorkeeper if this process was started as one; otherwise returns at once.
///
/// A program that uses [`crate::SandboxRuntime`] or [`crate::EngineRuntime`] calls this first thing in `main`, before it starts any
/// thread (and so before tokio).
pub fn init_if_requested() {
    let mut arguments = std::env::args_os().skip(1);
    let first = arguments.next();
    if first.as_ref().is_some_and(|first| first == INIT_ARGUMENT) {
        // A person who types it gets an end, not a hang: standard input is no socket then.
        sys::exit_now(if run().is_ok() { 0 } else { 1 })
    }
    if first.is_some_and(|first| first == DOOR_ARGUMENT) {
        let arguments: Vec<String> = arguments.filter_map(|argument| argument.into_string().ok()).collect();
        let ports: Vec<u16> = arguments.iter().filter_map(|port| port.parse().ok()).collect();
        let address = arguments.iter().find_map(|address| address.parse().ok());
        sys::exit_now(match doorkeeper::run(&ports, address) {
            Ok(()) => 0,
            Err(error) => {
                // Shown by the engine, and by lirio when the door does not open.
                eprintln!("{error}");
                1
            }
        })
    }
}

/// The life of a supervisor.
fn run() -> io::Result<()> {
    // Before anything that takes time: if lirio is killed while we work, so are we.
    rustix::process::set_parent_process_death_signal(Some(Signal::TERM))?;
    rustix::thread::set_name(c"lirio-init")?;
    // The socket arrives as standard input; it moves to a number that is closed on exec.
    let control = rustix::io::fcntl_dupfd_cloexec(rustix::stdio::stdin(), 3)?;
    let null = rustix::fs::open("/dev/null", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?;
    rustix::stdio::dup2_stdin(&null)?;
    let (spec, filter) = wire::receive_specification(&control)?;
    let cgroups = CgroupSet::named(&spec.cgroups, spec.owner, &spec.id);

    let outcome = match start(&spec, &filter, &cgroups, &control) {
        Ok(running) => supervise::supervise(&spec, &cgroups, &running),
        Err(failure) => wire::send(&control, &Event::Failed(failure), &[], SendFlags::empty()),
    };
    // lirio sweeps at its next start whatever cannot be removed now.
    let _ = cgroups.remove();
    let _ = crate::remove::remove_scratch(&spec.scratch, spec.owner);
    outcome
}

/// A container that has been started.
struct Running<'a> {
    control: &'a OwnedFd,
    signals: OwnedFd,
    first: Pid,
    /// Where the first process writes how the program ended.
    status: OwnedFd,
}

/// Takes every step from nothing to a running program.
fn start<'a>(
    spec: &InitSpec,
    filter: &[Instruction],
    cgroups: &CgroupSet,
    control: &'a OwnedFd,
) -> Result<Running<'a>, SetupFailure> {
    let handled = [libc::SIGCHLD, libc::SIGTERM];
    sys::set_blocked_signals(Some(&handled)).at(SetupStep::Supervisor, "sigprocmask")?;
    let signals = sys::signal_descriptor(&handled).at(SetupStep::Supervisor, "")?;

    crate::remove::make_scratch(&spec.scratch, spec.owner)
        .at(SetupStep::Supervisor, spec.scratch.display())?;
    cgroups.create(&spec.limits)?;
    let groups = cgroups.open_for_joining()?;
    if let Some(outer) = spec.outer_ids {
        enter_user_namespace(spec, outer)?;
    }
    let listeners = enter_network_namespace(&spec.listeners)?;
    let interface = match &spec.network {
        Some(member) => {
            let made = sys::network_interface(member.address, network::NETMASK, network::MTU);
            Some(made.at(SetupStep::NetworkInterface, network::DEVICE)?)
        }
        None => None,
    };
    limit_processors(&spec.affinity);

    sys::unshare(UnshareFlags::NEWPID).at(SetupStep::PidNamespace, "")?;
    let (failures, failures_in) =
        rustix::pipe::pipe_with(PipeFlags::CLOEXEC).at(SetupStep::Supervisor, "")?;
    let (status, status_in) = rustix::pipe::pipe_with(PipeFlags::CLOEXEC).at(SetupStep::Supervisor, "")?;
    let first = match sys::fork().at(SetupStep::Fork, "")? {
        Fork::Parent(first) => first,
        Fork::Child => first::run(spec, filter, &groups, failures_in, status_in),
    };
    drop((failures_in, status_in, groups));
    // Changes of credentials cleared it; lirio may have died in between, and then the socket says so.
    rustix::process::set_parent_process_death_signal(Some(Signal::TERM)).at(SetupStep::Supervisor, "")?;
    // The container's output must end when the container does.
    first::close_standard_streams().at(SetupStep::Supervisor, "/dev/null")?;

    if let Err(failure) = wait_for_exec(control, &failures) {
        // The first process ends by itself after a failure, but not when lirio has gone.
        let _ = rustix::process::kill_process(first, Signal::KILL);
        let _ = rustix::process::waitpid(Some(first), WaitOptions::empty());
        return Err(failure);
    }
    let event = Event::Started { pid: first.as_raw_nonzero().get().unsigned_abs() };
    let descriptors: Vec<_> =
        listeners.iter().map(AsFd::as_fd).chain(interface.iter().map(AsFd::as_fd)).collect();
    wire::send(control, &event, &descriptors, SendFlags::empty()).at(SetupStep::Supervisor, "")?;
    Ok(Running { control, signals, first, status })
}

/// Waits until the program has been executed, which closes the pipe, or a step has failed.
fn wait_for_exec(control: &OwnedFd, failures: &OwnedFd) -> Result<(), SetupFailure> {
    loop {
        let mut polled = [
            PollFd::new(failures, PollFlags::IN),
            // Nothing is sent before the start is answered, so anything here is the end of lirio.
            PollFd::new(control, PollFlags::RDHUP),
        ];
        match rustix::event::poll(&mut polled, None) {
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => continue,
            Err(error) => return Err(error).at(SetupStep::Supervisor, "poll"),
        }
        if polled[0].revents().is_empty() {
            return Err(rustix::io::Errno::PIPE).at(SetupStep::Supervisor, "lirio has ended");
        }
        let mut text = [0; 4096];
        return match rustix::io::read(failures, &mut text) {
            Ok(0) => Ok(()),
            Ok(length) => Err(serde_json::from_slice(&text[..length]).unwrap_or(SetupFailure {
                step: SetupStep::Exec,
                detail: String::new(),
                errno: libc::EIO,
            })),
            Err(error) => Err(error).at(SetupStep::Supervisor, "read"),
        };
    }
}

/// Becomes the one user of a new user namespace: the user that the container asks for.
fn enter_user_namespace(spec: &InitSpec, (uid, gid): (u32, u32)) -> Result<(), SetupFailure> {
    sys::unshare(UnshareFlags::NEWUSER).at(SetupStep::UserNamespace, "")?;
    // Without this an unprivileged process may not map a group: it could leave one that denies it something.
    fs::write("/proc/self/setgroups", "deny").at(SetupStep::MapIds, "/proc/self/setgroups")?;
    fs::write("/proc/self/uid_map", format!("{} {uid} 1", spec.user.uid)).at(SetupStep::MapIds, "")?;
    fs::write("/proc/self/gid_map", format!("{} {gid} 1", spec.user.gid)).at(SetupStep::MapIds, "")
}

/// Makes a network with only `lo`, and listens in it.
fn enter_network_namespace(ports: &[u16]) -> Result<Vec<TcpListener>, SetupFailure> {
    sys::unshare(UnshareFlags::NEWNET).at(SetupStep::NetworkNamespace, "")?;
    sys::loopback_up().at(SetupStep::Loopback, "")?;
    // There is nobody else on this network, so any user may serve on port 80. Old kernels lack the setting.
    let _ = fs::write("/proc/sys/net/ipv4/ip_unprivileged_port_start", "0");
    ports
        .iter()
        .map(|port| {
            TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).at(SetupStep::Listener, format_args!("{port}"))
        })
        .collect()
}

/// Keeps the container to some processors, where no group can share them out more finely.
fn limit_processors(processors: &[usize]) {
    if processors.is_empty() {
        return;
    }
    let mut set = rustix::thread::CpuSet::new();
    for processor in processors {
        set.set(*processor);
    }
    // A processor may have gone offline since; the limit is advisory in this mode anyway.
    let _ = rustix::thread::sched_setaffinity(None, &set);
}
