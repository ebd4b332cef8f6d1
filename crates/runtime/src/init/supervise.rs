//! The supervisor's loop: connections into the container, signals, the watchdog, and the end.

use std::io;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use rustix::net::{RecvFlags, SendFlags};
use rustix::process::{Signal, WaitOptions, WaitStatus};

use super::Running;
use super::connects::{self, Asked, PendingConnect};
use super::watchdog::{Verdict, Watchdog};
use crate::cgroup::CgroupSet;
use crate::process;
use crate::sys;
use crate::wire::{self, Event, InitSpec, Request};

/// Serves until the container ends, and reports how.
pub(super) fn supervise(spec: &InitSpec, cgroups: &CgroupSet, running: &Running<'_>) -> io::Result<()> {
    let first = running.first.as_raw_nonzero().get().unsigned_abs();
    let mut watchdog = Watchdog::new(spec, first);
    let mut next_look = Instant::now();
    let mut starved = false;
    let mut disk_exceeded = false;
    let mut used_before_kill = Duration::ZERO;
    let mut pending: Vec<PendingConnect> = Vec::new();
    loop {
        if let Some(dog) = &mut watchdog
            && Instant::now() >= next_look
        {
            match dog.look() {
                Verdict::Wait(time) => next_look = Instant::now() + time,
                verdict => {
                    starved = verdict == Verdict::OutOfMemory;
                    disk_exceeded = verdict == Verdict::DiskExceeded;
                    used_before_kill = kill(running, cgroups);
                    watchdog = None;
                }
            }
        }
        let wake = pending.iter().map(|one| one.deadline).chain(watchdog.as_ref().map(|_| next_look)).min();
        let ready = wait(running, &pending, wake)?;
        if ready.signals {
            while let Some(signal) = sys::next_signal(&running.signals) {
                if signal == libc::SIGTERM {
                    // lirio is dead, or somebody asks us to end: the container goes first.
                    used_before_kill = kill(running, cgroups);
                }
            }
            if let Some(ended) = collect(running, false)? {
                let watched = Watched { starved, disk_exceeded, used_before_kill };
                return finish(cgroups, running, ended, watched);
            }
        }
        connects::settle(running.control, &mut pending, &ready.connects)?;
        if ready.control {
            match wire::receive::<Request>(running.control, RecvFlags::DONTWAIT) {
                Ok(Some((Request::Connect { id, port, spares }, _))) => {
                    connects::begin(running.control, &mut pending, Asked { id, port, spares })?;
                }
                // A doorkeeper's; lirio does not ask it of a supervisor.
                Ok(Some((Request::Finish { .. }, _))) => {}
                Ok(Some((Request::Signal(signal), _))) => {
                    let _ = sys::send_signal(running.first, signal);
                }
                Ok(Some((Request::Kill, _))) => used_before_kill = kill(running, cgroups),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                // lirio has gone, or talks nonsense: there is nobody to report to.
                Ok(None) | Err(_) => {
                    kill(running, cgroups);
                    collect(running, true)?;
                    return Ok(());
                }
            }
        }
    }
}

struct Ready {
    signals: bool,
    control: bool,
    connects: Vec<bool>,
}

/// Waits until something happens, or until `wake`.
fn wait(running: &Running<'_>, pending: &[PendingConnect], wake: Option<Instant>) -> io::Result<Ready> {
    let mut polled =
        vec![PollFd::new(&running.signals, PollFlags::IN), PollFd::new(running.control, PollFlags::IN)];
    polled.extend(pending.iter().map(|one| PollFd::new(&one.socket, PollFlags::OUT)));
    let timeout = wake.map(|wake| {
        let left = wake.saturating_duration_since(Instant::now());
        Timespec { tv_sec: left.as_secs() as i64, tv_nsec: left.subsec_nanos().into() }
    });
    match rustix::event::poll(&mut polled, timeout.as_ref()) {
        Ok(_) | Err(Errno::INTR) => {}
        Err(error) => return Err(error.into()),
    }
    let ready: Vec<bool> = polled.iter().map(|one| !one.revents().is_empty()).collect();
    Ok(Ready { signals: ready[0], control: ready[1], connects: ready[2..].to_vec() })
}

/// Kills the first process, and with it, by the kernel's rule for pid namespaces, every other one. Returns the
/// processor time used until then, if no cgroup counts it: nobody waits for processes that die in this way, so
/// their usage is added to nobody's.
fn kill(running: &Running<'_>, cgroups: &CgroupSet) -> Duration {
    let used = if cgroups.usage().cpu_time.is_none() {
        let first = running.first.as_raw_nonzero().get().unsigned_abs();
        process::cpu_time(&process::tree(first))
    } else {
        Duration::ZERO
    };
    let _ = rustix::process::kill_process(running.first, Signal::KILL);
    used
}

/// What the loop has seen of a container that has ended.
struct Watched {
    starved: bool,
    disk_exceeded: bool,
    used_before_kill: Duration,
}

/// Whether the container has ended.
fn collect(running: &Running<'_>, wait: bool) -> io::Result<Option<WaitStatus>> {
    let options = if wait { WaitOptions::empty() } else { WaitOptions::NOHANG };
    let ended = rustix::io::retry_on_intr(|| rustix::process::waitpid(Some(running.first), options))?;
    Ok(ended.map(|(_, status)| status))
}

/// Reports how the container ended.
fn finish(cgroups: &CgroupSet, running: &Running<'_>, first: WaitStatus, watched: Watched) -> io::Result<()> {
    // What the first process wrote before it ended is about the program. Killed, it wrote nothing, and the
    // program went with it.
    let mut text = [0; 4];
    let status = match rustix::io::read(&running.status, &mut text) {
        Ok(4) => i32::from_ne_bytes(text),
        _ => first.as_raw(),
    };
    let mut usage = cgroups.usage();
    let (cpu_time, largest) = sys::children_usage();
    usage.memory_bytes = Some(0);
    usage.cpu_time = usage.cpu_time.or(Some(cpu_time.max(watched.used_before_kill)));
    usage.memory_peak_bytes = usage.memory_peak_bytes.or(Some(largest));
    let event = Event::Exited {
        code: libc::WIFEXITED(status).then(|| libc::WEXITSTATUS(status)),
        signal: libc::WIFSIGNALED(status).then(|| libc::WTERMSIG(status)),
        oom_killed: watched.starved || cgroups.oom_kills() > 0,
        disk_exceeded: watched.disk_exceeded,
        usage,
    };
    wire::send(running.control, &event, &[], SendFlags::empty())
}
