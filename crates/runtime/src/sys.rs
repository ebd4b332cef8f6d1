//! The system calls that rustix does not wrap, each behind a function with a safe signature.
//!
//! This is the only module of the workspace with `unsafe` code.

use std::ffi::{CStr, CString, OsStr};
use std::io;
use std::mem::{MaybeUninit, size_of};
use std::net::Ipv4Addr;
use std::os::fd::{AsRawFd, BorrowedFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;
use std::time::Duration;

use rustix::process::Pid;
use rustix::thread::UnshareFlags;
use tokio::io::unix::AsyncFd;

/// One instruction of a classic BPF program, in the kernel's layout.
pub(crate) type Instruction = libc::sock_filter;

/// Registers a descriptor with tokio.
pub(crate) fn register(descriptor: OwnedFd) -> io::Result<AsyncFd<OwnedFd>> {
    // SAFETY: an `OwnedFd` is open and stays the same descriptor until it is dropped, by the `AsyncFd`.
    unsafe { AsyncFd::register(descriptor) }.map_err(|error| error.into_parts().1)
}

/// Which side of a [`fork`] the caller is on.
pub(crate) enum Fork {
    Parent(Pid),
    Child,
}

fn check(result: libc::c_long) -> io::Result<libc::c_long> {
    if result < 0 { Err(io::Error::last_os_error()) } else { Ok(result) }
}

/// Forks the calling process, which must have a single thread: the supervisor and the container's first process.
pub(crate) fn fork() -> io::Result<Fork> {
    // SAFETY: only the supervisor and its child call this, and neither ever starts a thread, so the child
    // owns a consistent copy of every lock and allocator.
    let pid = check(unsafe { libc::fork() }.into())?;
    Ok(match Pid::from_raw(pid as i32) {
        Some(child) => Fork::Parent(child),
        None => Fork::Child,
    })
}

/// Ends the process at once, with no destructor and no flush: what a forked child must do.
pub(crate) fn exit_now(code: i32) -> ! {
    // SAFETY: `_exit` takes no pointers and does not return.
    unsafe { libc::_exit(code) }
}

/// Moves the calling process into new namespaces.
pub(crate) fn unshare(flags: UnshareFlags) -> io::Result<()> {
    // SAFETY: the unsafety of `unshare` is `CLONE_FILES`, which would change what descriptors mean to
    // their owners; no caller passes it.
    assert!(!flags.contains(UnshareFlags::FILES), "descriptors stay shared");
    Ok(unsafe { rustix::thread::unshare_unsafe(flags) }?)
}

/// Replaces the process; returns only when the kernel refuses.
pub(crate) fn execve(path: &CStr, argv: &[CString], environment: &[CString]) -> io::Error {
    let pointers = |strings: &[CString]| -> Vec<*const libc::c_char> {
        strings.iter().map(|string| string.as_ptr()).chain([std::ptr::null()]).collect()
    };
    let (argv, environment) = (pointers(argv), pointers(environment));
    // SAFETY: both arrays end in a null pointer and point to strings that outlive the call.
    unsafe { libc::execve(path.as_ptr(), argv.as_ptr(), environment.as_ptr()) };
    io::Error::last_os_error()
}

fn signal_set(signals: Option<&[i32]>) -> libc::sigset_t {
    let mut set = MaybeUninit::uninit();
    // SAFETY: `sigfillset` and `sigemptyset` initialise the whole set, `sigaddset` checks the number.
    unsafe {
        match signals {
            None => {
                libc::sigfillset(set.as_mut_ptr());
            }
            Some(signals) => {
                libc::sigemptyset(set.as_mut_ptr());
                for signal in signals {
                    libc::sigaddset(set.as_mut_ptr(), *signal);
                }
            }
        }
        set.assume_init()
    }
}

/// Blocks exactly these signals, or every one for `None`.
pub(crate) fn set_blocked_signals(signals: Option<&[i32]>) -> io::Result<()> {
    let set = signal_set(signals);
    // SAFETY: the set is initialised and the old mask is not asked for.
    check(unsafe { libc::sigprocmask(libc::SIG_SETMASK, &set, std::ptr::null_mut()) }.into())?;
    Ok(())
}

/// Gives every signal its default action back; Rust's start-up ignores SIGPIPE, and that would be inherited.
pub(crate) fn reset_signal_actions() {
    for signal in 1..=64 {
        // SAFETY: `SIG_DFL` installs no handler; the few signals that cannot be changed give an error.
        unsafe { libc::signal(signal, libc::SIG_DFL) };
    }
}

/// A descriptor that is readable while one of these blocked signals is pending.
pub(crate) fn signal_descriptor(signals: &[i32]) -> io::Result<OwnedFd> {
    let set = signal_set(Some(signals));
    // SAFETY: the set is initialised; -1 asks for a new descriptor, which nobody else owns.
    unsafe {
        let descriptor = check(libc::signalfd(-1, &set, libc::SFD_CLOEXEC | libc::SFD_NONBLOCK).into())?;
        Ok(OwnedFd::from_raw_fd(descriptor as RawFd))
    }
}

/// The next signal read from [`signal_descriptor`], or `None` when none is pending.
pub(crate) fn next_signal(descriptor: &OwnedFd) -> Option<i32> {
    let mut record = [0_u8; size_of::<libc::signalfd_siginfo>()];
    match rustix::io::read(descriptor, &mut record) {
        // `ssi_signo` is the first field, 32 bits wide.
        Ok(length) if length == record.len() => {
            Some(i32::from_ne_bytes([record[0], record[1], record[2], record[3]]))
        }
        _ => None,
    }
}

/// Waits for any blocked signal and takes it.
pub(crate) fn wait_for_signal() -> io::Result<i32> {
    let set = signal_set(None);
    // SAFETY: the set is initialised, and the details of the signal are not asked for.
    Ok(check(unsafe { libc::sigwaitinfo(&set, std::ptr::null_mut()) }.into())? as i32)
}

/// Sends a signal by number; rustix only takes the named ones.
pub(crate) fn send_signal(pid: Pid, signal: i32) -> io::Result<()> {
    // SAFETY: `kill` takes no pointers.
    check(unsafe { libc::kill(pid.as_raw_nonzero().get(), signal) }.into())?;
    Ok(())
}

/// Adds a seccomp filter to the calling process. It needs no_new_privs.
pub(crate) fn install_filter(program: &[Instruction]) -> io::Result<()> {
    let program = libc::sock_fprog {
        len: u16::try_from(program.len()).map_err(|_| io::Error::from_raw_os_error(libc::EINVAL))?,
        filter: program.as_ptr().cast_mut(),
    };
    // SAFETY: the kernel reads `len` instructions from `filter` during the call and keeps its own copy.
    check(unsafe { libc::syscall(libc::SYS_seccomp, libc::SECCOMP_SET_MODE_FILTER, 0, &program) })?;
    Ok(())
}

/// Marks every descriptor from `first` up to be closed by the next exec.
pub(crate) fn close_on_exec_from(first: u32) -> io::Result<()> {
    // SAFETY: no descriptor is closed here, so no owner is left with a dead one.
    check(unsafe { libc::syscall(libc::SYS_close_range, first, u32::MAX, libc::CLOSE_RANGE_CLOEXEC) })?;
    Ok(())
}

/// Sets mount attributes (`MOUNT_ATTR_*`) on a detached mount, and on those below it.
pub(crate) fn set_mount_attributes(mount: BorrowedFd<'_>, attributes: u64) -> io::Result<()> {
    let attributes = libc::mount_attr { attr_set: attributes, attr_clr: 0, propagation: 0, userns_fd: 0 };
    // SAFETY: the structure is initialised and its size is passed with it; the path is empty and static.
    check(unsafe {
        libc::syscall(
            libc::SYS_mount_setattr,
            mount.as_raw_fd(),
            c"".as_ptr(),
            libc::AT_EMPTY_PATH | libc::AT_RECURSIVE,
            &attributes,
            size_of::<libc::mount_attr>(),
        )
    })?;
    Ok(())
}

/// Brings the loopback interface of the current network namespace up.
pub(crate) fn loopback_up() -> io::Result<()> {
    let socket = configuration_socket()?;
    let mut request = interface_request("lo");
    request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
    configure(&socket, libc::SIOCSIFFLAGS, &request)
}

/// A setting of the kernel, by its name for `sysctl`.
pub(crate) fn setting(name: &str) -> Option<String> {
    let path = format!("/proc/sys/{}", name.replace('.', "/"));
    Some(std::fs::read_to_string(path).ok()?.trim().to_owned())
}

/// Makes the interface `eth0` in the current network namespace and brings it up; its packets are read from and
/// written to the descriptor, one each time.
pub(crate) fn network_interface(address: Ipv4Addr, netmask: Ipv4Addr, mtu: i32) -> io::Result<OwnedFd> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDWR | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let interface = rustix::fs::open(crate::network::DEVICE, flags, Mode::empty())?;
    let mut request = interface_request("eth0");
    request.ifr_ifru.ifru_flags = (libc::IFF_TUN | libc::IFF_NO_PI) as libc::c_short;
    // `_IOW('T', 202, int)`, the same on the architectures that the sandbox knows.
    configure(&interface, 0x4004_54ca, &request)?;
    let socket = configuration_socket()?;
    for (operation, address) in [(libc::SIOCSIFADDR, address), (libc::SIOCSIFNETMASK, netmask)] {
        let address = libc::sockaddr_in {
            sin_family: libc::AF_INET as libc::sa_family_t,
            sin_port: 0,
            sin_addr: libc::in_addr { s_addr: u32::from(address).to_be() },
            sin_zero: [0; 8],
        };
        // SAFETY: both are plain data of the same size, and the kernel reads the one as the other.
        request.ifr_ifru.ifru_addr =
            unsafe { std::mem::transmute::<libc::sockaddr_in, libc::sockaddr>(address) };
        configure(&socket, operation, &request)?;
    }
    request.ifr_ifru.ifru_mtu = mtu;
    configure(&socket, libc::SIOCSIFMTU, &request)?;
    request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
    configure(&socket, libc::SIOCSIFFLAGS, &request)?;
    Ok(interface)
}

fn configuration_socket() -> io::Result<OwnedFd> {
    Ok(rustix::net::socket_with(
        rustix::net::AddressFamily::INET,
        rustix::net::SocketType::DGRAM,
        rustix::net::SocketFlags::CLOEXEC,
        None,
    )?)
}

fn interface_request(name: &str) -> libc::ifreq {
    // SAFETY: `ifreq` is plain data for which all zeros is a valid value.
    let mut request: libc::ifreq = unsafe { MaybeUninit::zeroed().assume_init() };
    // The last byte stays zero and ends the name.
    for (to, from) in request.ifr_name[..libc::IFNAMSIZ - 1].iter_mut().zip(name.bytes()) {
        *to = from as libc::c_char;
    }
    request
}

fn configure(descriptor: &OwnedFd, operation: libc::c_ulong, request: &libc::ifreq) -> io::Result<()> {
    // SAFETY: these operations read an `ifreq` with a terminated name, which this is; the one that may write
    // to it (TUNSETIFF, the name it chose) is given a name to keep and writes the same bytes again.
    let mut request = *request;
    check(unsafe { libc::ioctl(descriptor.as_raw_fd(), operation as _, &raw mut request) }.into())?;
    Ok(())
}

/// Kills every process that this one can see and may kill, except itself and the first of its pid namespace.
///
/// # Errors
///
/// `ESRCH` when there is none.
pub(crate) fn kill_all_others() -> io::Result<()> {
    // The first process of a pid namespace, which alone calls this, would take a machine with it elsewhere.
    if std::process::id() != 1 {
        return Err(io::Error::from_raw_os_error(libc::ESRCH));
    }
    // SAFETY: the call takes numbers only.
    check(unsafe { libc::kill(-1, libc::SIGKILL) }.into())?;
    Ok(())
}

/// The files of the libraries that this program has loaded, by the names under which they were looked for, the
/// loader among them; none for a static program.
pub(crate) fn loaded_libraries() -> Vec<PathBuf> {
    unsafe extern "C" fn note(
        information: *mut libc::dl_phdr_info,
        _size: libc::size_t,
        found: *mut libc::c_void,
    ) -> libc::c_int {
        // SAFETY: `found` is the vector below, which nothing else uses during the iteration, and the C library
        // passes a valid structure whose name is a string or null.
        let (found, name) = unsafe {
            let name = (*information).dlpi_name;
            if name.is_null() {
                return 0;
            }
            (&mut *found.cast::<Vec<PathBuf>>(), CStr::from_ptr(name))
        };
        // The program itself has no name, and the kernel's own object no file.
        if name.to_bytes().starts_with(b"/") {
            found.push(PathBuf::from(OsStr::from_bytes(name.to_bytes())));
        }
        0
    }
    let mut found = Vec::new();
    // SAFETY: the callback has the type that the C library expects, and is done with the vector on return.
    unsafe { libc::dl_iterate_phdr(Some(note), (&raw mut found).cast()) };
    found
}

/// What the children that were waited for have used: processor time, and the largest resident set of one.
pub(crate) fn children_usage() -> (Duration, u64) {
    let mut usage = MaybeUninit::zeroed();
    // SAFETY: zeros are a valid `rusage`, and the kernel fills it.
    let usage: libc::rusage = unsafe {
        libc::getrusage(libc::RUSAGE_CHILDREN, usage.as_mut_ptr());
        usage.assume_init()
    };
    let time = |value: libc::timeval| {
        Duration::from_secs(value.tv_sec.unsigned_abs())
            + Duration::from_micros(u64::try_from(value.tv_usec).unwrap_or_default())
    };
    (time(usage.ru_utime) + time(usage.ru_stime), usage.ru_maxrss.unsigned_abs() * 1024)
}
