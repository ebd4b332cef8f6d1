//! Limits that the kernel does not set: memory and processes where no cgroup can be written, and the disk. The
//! container is looked at again and again, and killed when it has too much.

use std::time::{Duration, Instant};

use crate::disk::DiskWatch;
use crate::process;
use crate::wire::InitSpec;

/// How often a container that is far from its limit is looked at.
const CALM: Duration = Duration::from_millis(50);
/// How often one that is near it is.
const NEAR: Duration = Duration::from_millis(5);

/// Longer than any other pause.
const IDLE: Duration = Duration::from_secs(1);

/// A backstop for one process: `RLIMIT_DATA` counts what is reserved, which is more than what is used.
pub(super) fn data_limit(memory_bytes: u64) -> u64 {
    memory_bytes.saturating_mul(4).max(memory_bytes.saturating_add(1 << 30))
}

/// What a look at the container found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// All is well; look again after this time.
    Wait(Duration),
    /// Too much memory.
    OutOfMemory,
    /// Too many processes.
    TooManyProcesses,
    /// Too much on the disk.
    DiskExceeded,
}

/// The limits that nobody else enforces.
pub(super) struct Watchdog {
    first: u32,
    memory_bytes: Option<u64>,
    processes: Option<u64>,
    disk: Option<(DiskWatch, Instant)>,
}

impl Watchdog {
    /// `None` when the kernel enforces all limits.
    pub(super) fn new(spec: &InitSpec, first: u32) -> Option<Watchdog> {
        let memory_bytes = spec.limits.memory_bytes.filter(|_| spec.cgroups.memory.is_none());
        // In a user namespace the kernel counts processes for us (RLIMIT_NPROC).
        let uncounted = spec.cgroups.pids.is_none() && spec.outer_ids.is_none();
        let processes = spec.limits.pids.filter(|_| uncounted);
        let disk = spec.limits.disk_bytes.map(|limit| {
            (DiskWatch::new(limit, crate::spec::written(&spec.scratch, &spec.mounts)), Instant::now())
        });
        let needed = memory_bytes.is_some() || processes.is_some() || disk.is_some();
        needed.then_some(Watchdog { first, memory_bytes, processes, disk })
    }

    /// Looks at the container once.
    pub(super) fn look(&mut self) -> Verdict {
        let mut pause = IDLE;
        if let Some((watch, next)) = &mut self.disk {
            if Instant::now() >= *next {
                match watch.look(self.first) {
                    Some(wait) => *next = Instant::now() + wait,
                    None => return Verdict::DiskExceeded,
                }
            }
            pause = next.saturating_duration_since(Instant::now());
        }
        if self.memory_bytes.is_none() && self.processes.is_none() {
            return Verdict::Wait(pause);
        }
        let tree = process::tree(self.first);
        // The first process is the sandbox's own.
        if self.processes.is_some_and(|most| tree.len() as u64 > most + 1) {
            return Verdict::TooManyProcesses;
        }
        let Some(limit) = self.memory_bytes else { return Verdict::Wait(CALM.min(pause)) };
        let used: u64 = tree.iter().map(|pid| process::anonymous_memory(*pid)).sum();
        if used > limit {
            // Pages shared after fork were counted more than once; look closely before killing.
            let exact = |pid: &u32| {
                process::proportional_memory(*pid).unwrap_or_else(|| process::anonymous_memory(*pid))
            };
            if tree.iter().map(exact).sum::<u64>() > limit {
                return Verdict::OutOfMemory;
            }
        }
        Verdict::Wait(pause.min(if used > limit / 4 { NEAR } else { CALM }))
    }
}
