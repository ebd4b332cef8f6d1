//! The last steps before the program runs: every privilege that it does not need is given up.

use std::ffi::CString;
use std::fs;
use std::os::fd::AsFd;
use std::path::Path;

use rustix::fs::{Mode, OFlags};
use rustix::process::{Gid, Resource, Rlimit, Uid};
use rustix::thread::{CapabilitySet, CapabilitySets};

use super::watchdog;
use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::sys::{self, Instruction};
use crate::wire::InitSpec;

/// What root in a container keeps: Docker's defaults without CAP_NET_RAW, CAP_MKNOD, CAP_AUDIT_WRITE,
/// CAP_SETFCAP and CAP_SYS_CHROOT.
const KEPT_BY_ROOT: CapabilitySet = CapabilitySet::CHOWN
    .union(CapabilitySet::DAC_OVERRIDE)
    .union(CapabilitySet::FOWNER)
    .union(CapabilitySet::FSETID)
    .union(CapabilitySet::KILL)
    .union(CapabilitySet::SETGID)
    .union(CapabilitySet::SETUID)
    .union(CapabilitySet::SETPCAP)
    .union(CapabilitySet::NET_BIND_SERVICE);

/// In a user namespace with a single user, only these mean anything; they reach no file of another user.
const KEPT_IN_USER_NAMESPACE: CapabilitySet =
    CapabilitySet::DAC_OVERRIDE.union(CapabilitySet::FOWNER).union(CapabilitySet::NET_BIND_SERVICE);

/// The highest capability number that the kernel could know; past its last one the drop answers EINVAL.
const HIGHEST_CAPABILITY: u32 = 62;

/// Becomes the container's program; returns only the step that failed.
pub(super) fn become_program(spec: &InitSpec, filter: &[Instruction]) -> SetupFailure {
    match prepare(spec, filter) {
        Ok(()) => execute(spec),
        Err(failure) => failure,
    }
}

fn prepare(spec: &InitSpec, filter: &[Instruction]) -> Result<(), SetupFailure> {
    sys::reset_signal_actions();
    sys::set_blocked_signals(Some(&[])).at(SetupStep::Fork, "")?;
    rustix::process::setsid().at(SetupStep::Fork, "setsid")?;
    rustix::process::umask(Mode::from_raw_mode(0o022));
    let null = rustix::fs::open("/dev/null", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())
        .at(SetupStep::Dev, "/dev/null")?;
    rustix::stdio::dup2_stdin(null.as_fd()).at(SetupStep::Dev, "/dev/null")?;
    fs::create_dir_all(&spec.working_dir)
        .and_then(|()| std::env::set_current_dir(&spec.working_dir))
        .at(SetupStep::WorkingDirectory, spec.working_dir.display())?;
    limit_resources(spec)?;

    let kept = if spec.outer_ids.is_some() { KEPT_IN_USER_NAMESPACE } else { KEPT_BY_ROOT };
    for number in 0..=HIGHEST_CAPABILITY {
        let capability = CapabilitySet::from_bits_retain(1 << number);
        if !kept.contains(capability)
            && let Err(error) = rustix::thread::remove_capability_from_bounding_set(capability)
            && error != rustix::io::Errno::INVAL
        {
            return Err(error).at(SetupStep::Capabilities, format_args!("number {number}"));
        }
    }
    // In a user namespace the only user there is has been ours from the start, and groups cannot be set.
    if spec.outer_ids.is_none() {
        let groups: Vec<Gid> = spec.user.groups.iter().map(|gid| Gid::from_raw(*gid)).collect();
        rustix::thread::set_thread_groups(&groups).at(SetupStep::UserIds, "setgroups")?;
        let gid = Gid::from_raw(spec.user.gid);
        rustix::thread::set_thread_res_gid(gid, gid, gid)
            .at(SetupStep::UserIds, format_args!("gid {}", spec.user.gid))?;
        let uid = Uid::from_raw(spec.user.uid);
        rustix::thread::set_thread_res_uid(uid, uid, uid)
            .at(SetupStep::UserIds, format_args!("uid {}", spec.user.uid))?;
    }
    set_capabilities(if spec.user.uid == 0 { kept } else { CapabilitySet::empty() })?;
    rustix::thread::set_no_new_privs(true).at(SetupStep::NoNewPrivileges, "")?;
    // Everything but the three standard streams stays with lirio.
    sys::close_on_exec_from(3).at(SetupStep::Exec, "close_range")?;
    sys::install_filter(filter).at(SetupStep::Seccomp, "")
}

fn set_capabilities(kept: CapabilitySet) -> Result<(), SetupFailure> {
    let sets = CapabilitySets { effective: kept, permitted: kept, inheritable: CapabilitySet::empty() };
    rustix::thread::clear_ambient_capability_set().at(SetupStep::Capabilities, "ambient")?;
    rustix::thread::set_capabilities(None, sets).at(SetupStep::Capabilities, "")
}

/// The first process only passes signals on; that takes CAP_KILL when the program is another user's.
pub(super) fn keep_only_kill() -> Result<(), SetupFailure> {
    set_capabilities(CapabilitySet::KILL)?;
    rustix::thread::set_no_new_privs(true).at(SetupStep::NoNewPrivileges, "")
}

fn limit_resources(spec: &InitSpec) -> Result<(), SetupFailure> {
    let limits = &spec.limits;
    // Core dumps would go to the host's core pattern.
    set_limit(Resource::Core, Some(0))?;
    set_limit(Resource::Nofile, limits.open_files)?;
    set_limit(Resource::Fsize, limits.largest_file())?;
    if spec.cgroups.pids.is_none() {
        // Counted for each user and user namespace (and not at all for root: the watchdog is there for that);
        // the supervisor and the first process are in the count.
        set_limit(Resource::Nproc, limits.pids.map(|pids| pids + 2))?;
    }
    if spec.cgroups.memory.is_none() {
        // Only against a process that outruns the watchdog: runtimes reserve much more than they use.
        set_limit(Resource::Data, limits.memory_bytes.map(watchdog::data_limit))?;
    }
    Ok(())
}

/// Sets both the soft and the hard limit, but never above the hard limit in force.
fn set_limit(resource: Resource, value: Option<u64>) -> Result<(), SetupFailure> {
    let Some(value) = value else { return Ok(()) };
    let value = rustix::process::getrlimit(resource).maximum.map_or(value, |maximum| value.min(maximum));
    let limit = Rlimit { current: Some(value), maximum: Some(value) };
    rustix::process::setrlimit(resource, limit).at(SetupStep::ResourceLimit, format_args!("{resource:?}"))
}

/// Executes the program, looking a plain name up in the container's `PATH`.
fn execute(spec: &InitSpec) -> SetupFailure {
    let failed = |errno: i32| SetupFailure { step: SetupStep::Exec, detail: spec.argv[0].clone(), errno };
    let strings = |strings: Vec<String>| strings.into_iter().map(CString::new).collect::<Result<Vec<_>, _>>();
    let environment = spec.env.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let (Ok(argv), Ok(environment)) = (strings(spec.argv.clone()), strings(environment)) else {
        return failed(libc::EINVAL);
    };
    let program = &spec.argv[0];
    let candidates: Vec<String> = if program.contains('/') {
        vec![program.clone()]
    } else {
        let path = spec.env.iter().find(|(name, _)| name == "PATH").map_or("", |(_, path)| path);
        let directories = path.split(':').map(|one| if one.is_empty() { "." } else { one });
        directories
            .filter_map(|directory| Some(Path::new(directory).join(program).to_str()?.to_owned()))
            .collect()
    };
    let mut errno = libc::ENOENT;
    for candidate in candidates {
        let Ok(candidate) = CString::new(candidate) else { continue };
        let error = sys::execve(&candidate, &argv, &environment).raw_os_error().unwrap_or(libc::EIO);
        match error {
            libc::ENOENT | libc::ENOTDIR => {}
            libc::EACCES => errno = error,
            _ => return failed(error),
        }
    }
    failed(errno)
}
