//! Whether the kernel has ended a process of a container for want of memory.
//!
//! Engines tell it late (Docker, whose word comes beside the end), or not at all (Podman 4 with some versions of its
//! monitor), so the kernel's own count is read: as soon as the program has ended, before the engine removes its groups.

use std::fs::File;
use std::os::fd::OwnedFd;

use rustix::process::{Pid, PidfdFlags, pidfd_open};
use tokio::io::unix::AsyncFd;

use crate::{cgroup, sys};

/// A running program, and the kernel's count of what it has killed in its group.
#[derive(Debug)]
pub(super) struct OomWatch {
    program: AsyncFd<OwnedFd>,
    count: File,
}

impl OomWatch {
    /// Nothing if it has ended already, or its group cannot be seen from here.
    pub(super) fn open(pid: u32) -> Option<OomWatch> {
        let pid = Pid::from_raw(i32::try_from(pid).ok()?)?;
        let program = pidfd_open(pid, PidfdFlags::NONBLOCK).ok()?;
        let count = cgroup::oom_count_of(pid.as_raw_nonzero().get())?;
        Some(OomWatch { program: sys::register(program).ok()?, count })
    }

    /// Waits for the end of the program; how many processes were killed, if that can still be read.
    pub(super) async fn ended(self) -> Option<u64> {
        // It becomes readable when the program has ended.
        drop(self.program.readable().await.ok()?);
        cgroup::read_oom_count(&self.count)
    }
}
