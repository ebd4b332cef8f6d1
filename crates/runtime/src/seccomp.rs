//! The system calls a container may make.
//!
//! Everything is refused with EPERM except a list, which is Docker's default profile made narrower: no
//! tracing or reading of other processes, no `io_uring`, no keyrings, no address families beyond Unix, IP and
//! netlink, no new namespaces. Two kinds of call answer ENOSYS instead, so that the C library falls back:
//! `clone3`, whose flags a filter cannot see, and numbers newer than this list.

use std::collections::BTreeMap;

use crate::bpf::{Action, Rule, compile};
use crate::sys::Instruction;

/// Flags of `clone` that make a namespace: NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET; NEWTIME
/// shares its bit with the exit signal and exists for `clone3` only.
const NAMESPACE_FLAGS: u32 = 0x7e02_0000;

/// Address families: Unix, IPv4, IPv6, netlink (with which programs list their interfaces).
const FAMILIES: [u32; 4] =
    [libc::AF_UNIX as u32, libc::AF_INET as u32, libc::AF_INET6 as u32, libc::AF_NETLINK as u32];

/// The personalities that programs ask for: the plain one, 2.6 version numbers, and the question.
const PERSONALITIES: [u32; 5] = [0x0, 0x0008, 0x2_0000, 0x2_0008, 0xffff_ffff];

/// Pushing input into a terminal has led out of sandboxes before.
const TERMINAL_INPUT: [u32; 2] = [libc::TIOCSTI as u32, libc::TIOCLINUX as u32];

/// `AUDIT_ARCH_*` of the kernel's interface: the machine, 64 bits, little-endian.
const AUDIT_ARCH_X86_64: u32 = 0xc000_003e;
const AUDIT_ARCH_AARCH64: u32 = 0xc000_00b7;
const AUDIT_ARCH_RISCV64: u32 = 0xc000_00f3;

/// The newest call number that the list knows; the numbers are the same on every architecture from 424 up.
const NEWEST_KNOWN: libc::c_long = 469;
/// How many later numbers answer ENOSYS.
const UNKNOWN_NUMBERS: libc::c_long = 64;

macro_rules! calls {
    ($($name:ident)*) => { &[$(libc::$name),*] };
}

/// Calls that exist on every architecture.
const ALLOWED: &[libc::c_long] = calls! {
    SYS_accept SYS_accept4 SYS_bind SYS_brk SYS_capget SYS_capset SYS_chdir SYS_clock_getres SYS_clock_gettime
    SYS_clock_nanosleep SYS_clone3 SYS_close SYS_close_range SYS_connect SYS_copy_file_range SYS_dup SYS_dup3
    SYS_epoll_create1 SYS_epoll_ctl SYS_epoll_pwait SYS_epoll_pwait2 SYS_eventfd2 SYS_execve SYS_execveat
    SYS_exit SYS_exit_group SYS_faccessat SYS_faccessat2 SYS_fadvise64 SYS_fallocate SYS_fchdir SYS_fchmod
    SYS_fchmodat SYS_fchmodat2 SYS_fchown SYS_fchownat SYS_fcntl SYS_fdatasync SYS_fgetxattr SYS_flistxattr
    SYS_flock SYS_fremovexattr SYS_fsetxattr SYS_fstat SYS_fstatfs SYS_fsync SYS_ftruncate SYS_futex
    SYS_futex_waitv SYS_get_robust_list SYS_getcpu SYS_getcwd SYS_getdents64 SYS_getegid SYS_geteuid SYS_getgid
    SYS_getgroups SYS_getitimer SYS_getpeername SYS_getpgid SYS_getpid SYS_getppid SYS_getpriority
    SYS_getrandom SYS_getresgid SYS_getresuid SYS_getrusage SYS_getsid SYS_getsockname SYS_getsockopt SYS_gettid
    SYS_gettimeofday SYS_getuid SYS_getxattr SYS_inotify_add_watch SYS_inotify_init1 SYS_inotify_rm_watch
    SYS_io_cancel SYS_io_destroy SYS_io_getevents SYS_io_setup SYS_io_submit SYS_ioprio_get SYS_ioprio_set
    SYS_kill SYS_landlock_add_rule SYS_landlock_create_ruleset SYS_landlock_restrict_self SYS_lgetxattr
    SYS_linkat SYS_listen SYS_listxattr SYS_llistxattr SYS_lremovexattr SYS_lseek SYS_lsetxattr SYS_madvise
    SYS_membarrier SYS_memfd_create SYS_mincore SYS_mkdirat SYS_mknodat SYS_mlock SYS_mlock2 SYS_mlockall
    SYS_mmap SYS_mprotect SYS_mq_getsetattr SYS_mq_notify SYS_mq_open SYS_mq_timedreceive SYS_mq_timedsend
    SYS_mq_unlink SYS_mremap SYS_mseal SYS_msgctl SYS_msgget SYS_msgrcv SYS_msgsnd SYS_msync SYS_munlock
    SYS_munlockall SYS_munmap SYS_name_to_handle_at SYS_nanosleep SYS_newfstatat SYS_openat SYS_openat2
    SYS_pidfd_open SYS_pidfd_send_signal SYS_pipe2 SYS_pkey_alloc SYS_pkey_free SYS_pkey_mprotect SYS_ppoll
    SYS_prctl SYS_pread64 SYS_preadv SYS_preadv2 SYS_prlimit64 SYS_process_mrelease SYS_pselect6 SYS_pwrite64
    SYS_pwritev SYS_pwritev2 SYS_read SYS_readahead SYS_readlinkat SYS_readv SYS_recvfrom SYS_recvmmsg
    SYS_recvmsg SYS_remap_file_pages SYS_removexattr SYS_renameat2 SYS_restart_syscall SYS_rseq
    SYS_rt_sigaction SYS_rt_sigpending SYS_rt_sigprocmask SYS_rt_sigqueueinfo SYS_rt_sigreturn
    SYS_rt_sigsuspend SYS_rt_sigtimedwait SYS_rt_tgsigqueueinfo SYS_sched_get_priority_max
    SYS_sched_get_priority_min SYS_sched_getaffinity SYS_sched_getattr SYS_sched_getparam
    SYS_sched_getscheduler SYS_sched_rr_get_interval SYS_sched_setaffinity SYS_sched_setattr
    SYS_sched_setparam SYS_sched_setscheduler SYS_sched_yield SYS_seccomp SYS_semctl SYS_semget SYS_semop
    SYS_semtimedop SYS_sendfile SYS_sendmmsg SYS_sendmsg SYS_sendto SYS_set_robust_list SYS_set_tid_address
    SYS_setfsgid SYS_setfsuid SYS_setgid SYS_setgroups SYS_setitimer SYS_setpgid SYS_setpriority SYS_setregid
    SYS_setresgid SYS_setresuid SYS_setreuid SYS_setrlimit SYS_setsid SYS_setsockopt SYS_setuid SYS_setxattr
    SYS_getrlimit SYS_shmat SYS_shmctl SYS_shmdt SYS_shmget SYS_shutdown SYS_sigaltstack SYS_signalfd4
    SYS_socketpair SYS_splice SYS_statfs SYS_statx SYS_symlinkat SYS_sync SYS_sync_file_range SYS_syncfs
    SYS_sysinfo SYS_tee SYS_tgkill SYS_timer_create SYS_timer_delete SYS_timer_getoverrun SYS_timer_gettime
    SYS_timer_settime SYS_timerfd_create SYS_timerfd_gettime SYS_timerfd_settime SYS_times SYS_tkill
    SYS_truncate SYS_umask SYS_uname SYS_unlinkat SYS_utimensat SYS_vmsplice SYS_wait4 SYS_waitid SYS_write
    SYS_writev
};

/// Newer calls, by the number that all architectures share: cachestat, map_shadow_stack, the futex family, the
/// `*xattrat` family.
const ALLOWED_NUMBERS: &[libc::c_long] = &[451, 453, 454, 455, 456, 463, 464, 465, 466];

/// The older forms that only this architecture has.
#[cfg(target_arch = "x86_64")]
const ALLOWED_HERE: &[libc::c_long] = calls! {
    SYS_access SYS_alarm SYS_arch_prctl SYS_chmod SYS_chown SYS_creat SYS_dup2 SYS_epoll_create SYS_epoll_wait
    SYS_eventfd SYS_fork SYS_futimesat SYS_getdents SYS_getpgrp SYS_get_thread_area SYS_inotify_init SYS_lchown
    SYS_link SYS_lstat SYS_mkdir SYS_mknod SYS_open SYS_pause SYS_pipe SYS_poll SYS_readlink SYS_rename
    SYS_renameat SYS_rmdir SYS_select SYS_set_thread_area SYS_signalfd SYS_stat SYS_symlink SYS_time SYS_unlink
    SYS_utime SYS_utimes SYS_vfork
};
/// The older forms that only this architecture has.
#[cfg(target_arch = "aarch64")]
const ALLOWED_HERE: &[libc::c_long] = calls! { SYS_renameat };
/// The older forms that only this architecture has.
#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
const ALLOWED_HERE: &[libc::c_long] = &[];

/// The filter as data: what to do for each call number; the rest is refused.
fn policy() -> BTreeMap<u32, Rule> {
    let mut policy = BTreeMap::new();
    // Call numbers are small and positive.
    let mut set = |number: libc::c_long, rule: Rule| policy.insert(number as u32, rule);
    for number in ALLOWED.iter().chain(ALLOWED_HERE).chain(ALLOWED_NUMBERS) {
        set(*number, Rule::Always(Action::Allow));
    }
    for number in (NEWEST_KNOWN + 1..=NEWEST_KNOWN + UNKNOWN_NUMBERS).chain([libc::SYS_clone3]) {
        set(number, Rule::Always(Action::Missing));
    }
    set(libc::SYS_clone, Rule::AllowWithoutBits { argument: 0, bits: NAMESPACE_FLAGS });
    set(libc::SYS_socket, Rule::AllowOnly { argument: 0, values: &FAMILIES });
    set(libc::SYS_personality, Rule::AllowOnly { argument: 0, values: &PERSONALITIES });
    set(libc::SYS_ioctl, Rule::AllowExcept { argument: 1, values: &TERMINAL_INPUT });
    policy
}

/// Compiles the filter for this architecture; `None` where its number is not known here.
pub(crate) fn filter() -> Option<Vec<Instruction>> {
    let architecture = match std::env::consts::ARCH {
        "x86_64" => AUDIT_ARCH_X86_64,
        "aarch64" => AUDIT_ARCH_AARCH64,
        "riscv64" => AUDIT_ARCH_RISCV64,
        _ => return None,
    };
    Some(compile(architecture, &policy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_dangerous_is_on_the_list() {
        let refused = [
            libc::SYS_mount,
            libc::SYS_umount2,
            libc::SYS_unshare,
            libc::SYS_setns,
            libc::SYS_pivot_root,
            libc::SYS_chroot,
            libc::SYS_ptrace,
            libc::SYS_process_vm_readv,
            libc::SYS_process_vm_writev,
            libc::SYS_bpf,
            libc::SYS_perf_event_open,
            libc::SYS_userfaultfd,
            libc::SYS_keyctl,
            libc::SYS_add_key,
            libc::SYS_request_key,
            libc::SYS_kexec_load,
            libc::SYS_init_module,
            libc::SYS_finit_module,
            libc::SYS_open_by_handle_at,
            libc::SYS_io_uring_setup,
            libc::SYS_reboot,
            libc::SYS_pidfd_getfd,
            libc::SYS_syslog,
            libc::SYS_mount_setattr,
            libc::SYS_fsopen,
            libc::SYS_sethostname,
            libc::SYS_settimeofday,
            libc::SYS_swapon,
            libc::SYS_quotactl,
        ];
        for number in ALLOWED.iter().chain(ALLOWED_HERE).chain(ALLOWED_NUMBERS) {
            assert!(!refused.contains(number), "call {number} is refused everywhere");
        }
    }

    #[test]
    fn every_architecture_that_is_built_has_a_filter() {
        let length = filter().expect("this architecture is known").len();
        assert!(length < 1024, "{length} instructions are loaded at every start");
    }
}
