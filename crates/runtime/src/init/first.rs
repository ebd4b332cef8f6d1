//! The container's first process: it builds the root file system, starts the program, collects orphans and
//! passes signals on. As PID 1 it also shields the program from that number's odd rules for signals.

use std::fs;
use std::io;
use std::os::fd::{AsFd, OwnedFd};

use rustix::event::{PollFd, PollFlags};
use rustix::fs::{Mode, OFlags};
use rustix::process::{DumpableBehavior, Pid, Signal, WaitOptions};
use rustix::thread::UnshareFlags;

use super::{privileges, rootfs};
use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::sys::{self, Fork, Instruction};
use crate::wire::InitSpec;

/// The life of the first process.
pub(super) fn run(
    spec: &InitSpec,
    filter: &[Instruction],
    groups: &[OwnedFd],
    failures: OwnedFd,
    status: OwnedFd,
) -> ! {
    match start(spec, filter, groups, &failures, &status) {
        Ok(program) => {
            drop(failures);
            sys::exit_now(if watch(program, &status).is_ok() { 0 } else { 1 })
        }
        Err(failure) => report(&failures, &failure),
    }
}

/// Tells the supervisor which step failed, and ends.
fn report(failures: &OwnedFd, failure: &SetupFailure) -> ! {
    let mut failure = failure.clone();
    // One write of less than a page arrives whole.
    failure.detail = failure.detail.chars().take(512).collect();
    if let Ok(text) = serde_json::to_vec(&failure) {
        let _ = rustix::io::write(failures, &text);
    }
    sys::exit_now(1)
}

fn start(
    spec: &InitSpec,
    filter: &[Instruction],
    groups: &[OwnedFd],
    failures: &OwnedFd,
    status: &OwnedFd,
) -> Result<Pid, SetupFailure> {
    rustix::process::set_parent_process_death_signal(Some(Signal::KILL)).at(SetupStep::Supervisor, "")?;
    // The supervisor may have ended before that call; then nobody reads the pipe any more.
    let mut polled = [PollFd::new(status, PollFlags::OUT)];
    rustix::event::poll(&mut polled, Some(&rustix::event::Timespec { tv_sec: 0, tv_nsec: 0 }))
        .at(SetupStep::Supervisor, "poll")?;
    if polled[0].revents().contains(PollFlags::ERR) {
        sys::exit_now(1);
    }
    for group in groups {
        rustix::io::write(group, b"0").at(SetupStep::JoinCgroup, "")?;
    }
    // When the whole machine runs out of memory, a container goes before lirio does.
    let _ = fs::write("/proc/self/oom_score_adj", "300");
    let namespaces =
        UnshareFlags::NEWNS | UnshareFlags::NEWIPC | UnshareFlags::NEWUTS | UnshareFlags::NEWCGROUP;
    sys::unshare(namespaces).at(SetupStep::MountNamespace, "")?;
    rustix::system::sethostname(spec.hostname.as_bytes()).at(SetupStep::Hostname, &spec.hostname)?;
    rootfs::build(spec)?;

    // /proc/1 shows this process to the container, and this process is lirio's own program: nobody without
    // CAP_SYS_PTRACE outside may look into it. The program's exec makes the program itself readable again.
    rustix::process::set_dumpable_behavior(DumpableBehavior::NotDumpable).at(SetupStep::Capabilities, "")?;
    sys::set_blocked_signals(None).at(SetupStep::Fork, "")?;
    let program = match sys::fork().at(SetupStep::Fork, "")? {
        Fork::Parent(program) => program,
        Fork::Child => {
            let failure = privileges::become_program(spec, filter);
            report(failures, &failure)
        }
    };
    close_standard_streams().at(SetupStep::Dev, "/dev/null")?;
    privileges::keep_only_kill()?;
    Ok(program)
}

/// Waits for the program's end, writes its wait status, and ends, which ends every other process in here.
fn watch(program: Pid, status: &OwnedFd) -> io::Result<()> {
    loop {
        match sys::wait_for_signal()? {
            libc::SIGCHLD => {
                while let Ok(Some((pid, ended))) = rustix::process::wait(WaitOptions::NOHANG) {
                    if pid == program {
                        rustix::io::write(status, &ended.as_raw().to_ne_bytes())?;
                        return Ok(());
                    }
                }
            }
            // It may have ended just now; then SIGCHLD is next.
            signal => {
                let _ = sys::send_signal(program, signal);
            }
        }
    }
}

/// Replaces standard input, output and error by `/dev/null`.
pub(super) fn close_standard_streams() -> io::Result<()> {
    let null = rustix::fs::open("/dev/null", OFlags::RDWR | OFlags::CLOEXEC, Mode::empty())?;
    rustix::stdio::dup2_stdin(null.as_fd())?;
    rustix::stdio::dup2_stdout(null.as_fd())?;
    rustix::stdio::dup2_stderr(null.as_fd())?;
    Ok(())
}
