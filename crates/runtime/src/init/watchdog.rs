//! Memory and process limits where no cgroup can be written: the processes are looked at again and again, and
//! all are killed when together they have too much.

use std::time::Duration;

use crate::process;
use crate::wire::InitSpec;

/// How often a container that is far from its limit is looked at.
const CALM: Duration = Duration::from_millis(50);
/// How often one that is near it is.
const NEAR: Duration = Duration::from_millis(5);

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
}

/// The limits that nobody else enforces.
pub(super) struct Watchdog {
    first: u32,
    memory_bytes: Option<u64>,
    processes: Option<u64>,
}

impl Watchdog {
    /// `None` when the kernel enforces all limits.
    pub(super) fn new(spec: &InitSpec, first: u32) -> Option<Watchdog> {
        let memory_bytes = spec.limits.memory_bytes.filter(|_| spec.cgroups.memory.is_none());
        // In a user namespace the kernel counts processes for us (RLIMIT_NPROC).
        let uncounted = spec.cgroups.pids.is_none() && spec.outer_ids.is_none();
        let processes = spec.limits.pids.filter(|_| uncounted);
        (memory_bytes.is_some() || processes.is_some()).then_some(Watchdog { first, memory_bytes, processes })
    }

    /// Looks at the container once.
    pub(super) fn look(&self) -> Verdict {
        let tree = process::tree(self.first);
        // The first process is the sandbox's own.
        if self.processes.is_some_and(|most| tree.len() as u64 > most + 1) {
            return Verdict::TooManyProcesses;
        }
        let Some(limit) = self.memory_bytes else { return Verdict::Wait(CALM) };
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
        Verdict::Wait(if used > limit / 4 { NEAR } else { CALM })
    }
}
