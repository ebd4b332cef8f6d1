//! What can go wrong, one variant per step, with what to try next.

use std::fmt;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::engine::EngineError;

/// An error of a container or of the runtime itself.
#[derive(Debug, thiserror::Error)]
pub enum RuntimeError {
    /// The specification cannot be run; nothing was started.
    #[error("container {id}: {problem}")]
    InvalidSpec {
        /// The container.
        id: String,
        /// Which member, and what is wrong with it.
        problem: String,
    },
    /// The runtime could not prepare itself.
    #[error("the runtime could not {action}")]
    Prepare {
        /// What it was doing.
        action: &'static str,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
    /// The supervisor process could not be started.
    #[error("container {id}: the supervisor process could not be started")]
    Spawn {
        /// The container.
        id: String,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
    /// A step of the setup was refused. The container was not started: it never runs with less confinement.
    #[error("container {id}: {failure}{}{advice}", if advice.is_empty() { "" } else { ". " })]
    Setup {
        /// The container.
        id: String,
        /// Which step failed, and how.
        failure: SetupFailure,
        /// What to look at, and what else to do; empty when the failure speaks for itself.
        advice: String,
    },
    /// There is no engine, or it cannot be used.
    #[error("the container engine cannot be used: {0}")]
    NoEngine(String),
    /// The engine did not do what it was asked.
    #[error("container {id} was not {action} by the engine")]
    Engine {
        /// The container.
        id: String,
        /// What it should have been: made, started, removed.
        action: &'static str,
        /// Why it was not.
        #[source]
        source: EngineError,
    },
    /// The companion of a container that an engine runs did not come up.
    #[error(
        "container {id}: its doorkeeper, which {engine} started, does not reach lirio ({what}). The engine must run \
         on this machine and see its files: one in a virtual machine or on another machine cannot be used"
    )]
    ClosedDoor {
        /// The container.
        id: String,
        /// The engine.
        engine: String,
        /// What happened, with the doorkeeper's own words.
        what: String,
    },
    /// The supervisor ended without an answer, for instance because it was killed.
    #[error("container {id}: the supervisor process ended before the container was started")]
    SupervisorLost {
        /// The container.
        id: String,
    },
    /// A connection into the container was not made.
    #[error("container {id}: cannot connect to port {port}")]
    Connect {
        /// The container.
        id: String,
        /// The port.
        port: u16,
        /// Refused, timed out, or not connected because the container has ended.
        #[source]
        source: io::Error,
    },
    /// The container has ended.
    #[error("container {id} has ended")]
    Ended {
        /// The container.
        id: String,
    },
    /// Remains of an earlier run could not be removed.
    #[error("could not remove {}", path.display())]
    Sweep {
        /// What remains.
        path: PathBuf,
        /// Why it failed.
        #[source]
        source: io::Error,
    },
}

macro_rules! steps {
    ($($(#[doc = $doc:literal])* $name:ident: $text:literal,)*) => {
        /// A step of setting up a container, in about the order in which they are taken.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum SetupStep {
            $($(#[doc = $doc])* $name,)*
        }

        impl fmt::Display for SetupStep {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(match self { $(SetupStep::$name => $text,)* })
            }
        }
    };
}

steps! {
    /// Reading the specification from the platform.
    ReadSpec: "reading the specification from the control socket",
    /// Preparing the supervisor's own descriptors and signals.
    Supervisor: "preparing the supervisor process",
    /// Making the container's cgroups.
    CreateCgroup: "creating the cgroup (mkdir)",
    /// Writing the limits.
    LimitCgroup: "setting a cgroup limit (write)",
    /// `unshare(CLONE_NEWUSER)`.
    UserNamespace: "creating a user namespace (unshare CLONE_NEWUSER)",
    /// Writing `uid_map` and `gid_map`.
    MapIds: "mapping the user into the user namespace (write uid_map)",
    /// `unshare(CLONE_NEWNET)`.
    NetworkNamespace: "creating a network namespace (unshare CLONE_NEWNET)",
    /// Bringing up `lo`.
    Loopback: "bringing the loopback interface up (ioctl SIOCSIFFLAGS)",
    /// Making the interface of a shared network.
    NetworkInterface: "making the network interface (open, ioctl TUNSETIFF)",
    /// Listening inside the container.
    Listener: "listening on a port inside the container (bind)",
    /// `unshare(CLONE_NEWPID)`.
    PidNamespace: "creating a pid namespace (unshare CLONE_NEWPID)",
    /// Starting a process.
    Fork: "starting a process (fork)",
    /// Moving into the cgroups.
    JoinCgroup: "joining the cgroup (write cgroup.procs)",
    /// `unshare` of the mount, IPC, UTS and cgroup namespaces.
    MountNamespace: "creating mount, ipc, uts and cgroup namespaces (unshare)",
    /// Cutting mounts off from the host's.
    PrivateMounts: "making mounts private (mount MS_PRIVATE)",
    /// Opening a layer of the image.
    OpenLayer: "opening a layer of the image (open)",
    /// Mounting the root file system.
    Overlay: "mounting the root file system (mount overlay)",
    /// Taking hold of the source of a bind mount.
    BindSource: "opening the source of a mount (open_tree)",
    /// Entering the root file system.
    PivotRoot: "entering the root file system (pivot_root)",
    /// Attaching a bind mount.
    BindTarget: "attaching a mount (move_mount)",
    /// Making a device of the machine's visible.
    Device: "making a device visible (open_tree, move_mount)",
    /// Making a link that comes with a device.
    DeviceLink: "making a link that comes with a device (symlink)",
    /// Mounting `/proc`.
    Proc: "mounting /proc (mount proc)",
    /// Making `/dev`.
    Dev: "making /dev (mount tmpfs)",
    /// Making `/sys`.
    Sysfs: "mounting /sys (mount sysfs)",
    /// Writing `/etc/hosts` and the like.
    EtcFiles: "writing /etc/hosts, /etc/hostname and /etc/resolv.conf",
    /// Hiding a path.
    MaskPath: "hiding a path of /proc or /sys (mount)",
    /// Making a path read-only.
    ReadOnlyPath: "making a path of /proc read-only (mount)",
    /// Naming the container.
    Hostname: "setting the host name (sethostname)",
    /// Making and entering the working directory.
    WorkingDirectory: "entering the working directory (chdir)",
    /// Limits of the process.
    ResourceLimit: "setting a resource limit (setrlimit)",
    /// Dropping capabilities.
    Capabilities: "dropping capabilities (capset)",
    /// Forbidding new privileges.
    NoNewPrivileges: "forbidding new privileges (prctl PR_SET_NO_NEW_PRIVS)",
    /// Changing to the container's user.
    UserIds: "changing to the container's user (setresuid)",
    /// Installing the system call filter.
    Seccomp: "installing the system call filter (seccomp)",
    /// Starting the program.
    Exec: "starting the program (execve)",
}

/// A step that failed, as the supervisor reports it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetupFailure {
    /// The step.
    pub step: SetupStep,
    /// On what: a path, a port, a program. May be empty.
    pub detail: String,
    /// The error number of the system call.
    pub errno: i32,
}

impl fmt::Display for SetupFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.step)?;
        if !self.detail.is_empty() {
            write!(formatter, " {}", self.detail)?;
        }
        let text = io::Error::from_raw_os_error(self.errno).to_string();
        let text = text.split(" (os error").next().unwrap_or_default();
        write!(formatter, " failed: {} ({text})", errno_name(self.errno))
    }
}

/// Turns an error of a system call into a failure of a step.
pub(crate) trait AtStep<T> {
    fn at(self, step: SetupStep, detail: impl fmt::Display) -> Result<T, SetupFailure>;
}

impl<T, E: Into<io::Error>> AtStep<T> for Result<T, E> {
    fn at(self, step: SetupStep, detail: impl fmt::Display) -> Result<T, SetupFailure> {
        self.map_err(|error| {
            let errno = error.into().raw_os_error().unwrap_or(libc::EIO);
            SetupFailure { step, detail: detail.to_string(), errno }
        })
    }
}

impl SetupFailure {
    /// What a person can do about it: the setting to look at, and the other runtime.
    pub(crate) fn advice(&self, read_setting: impl Fn(&str) -> Option<String>) -> String {
        let now = |setting: &str| match read_setting(setting) {
            Some(value) => format!("sysctl {setting} (now {value})"),
            None => format!("sysctl {setting} (not present here)"),
        };
        let hint = match (self.step, self.errno) {
            (SetupStep::Exec, libc::ENOENT) => {
                return "The program, or the interpreter or loader it names, is not in the image".into();
            }
            (SetupStep::Exec, libc::EACCES) => {
                return "The file is not executable for the container's user".into();
            }
            (SetupStep::Exec, libc::ENOEXEC) => {
                return "The file is not a program for this machine's architecture".into();
            }
            (SetupStep::UserNamespace, libc::ENOSPC) => {
                format!("Raise {}", now("user.max_user_namespaces"))
            }
            (SetupStep::UserNamespace, libc::EINVAL) => {
                "The kernel was built without CONFIG_USER_NS".to_owned()
            }
            (SetupStep::UserNamespace | SetupStep::MapIds, _) => format!(
                "An unprivileged user may not create user namespaces here: look at {} and {}, and, inside \
                 another container, at its seccomp profile; or run as root",
                now("kernel.unprivileged_userns_clone"),
                now("kernel.apparmor_restrict_unprivileged_userns")
            ),
            (SetupStep::NetworkInterface, libc::EACCES | libc::ENOENT | libc::EPERM | libc::ENODEV) => {
                return "Several hosts need TUN devices: /dev/net/tun must be there (modprobe tun) and open to \
                        this user (chmod 666, as on most distributions)"
                    .into();
            }
            (SetupStep::NetworkNamespace, libc::ENOSPC) => {
                format!("Raise {}", now("user.max_net_namespaces"))
            }
            (SetupStep::PidNamespace, libc::ENOSPC) => format!("Raise {}", now("user.max_pid_namespaces")),
            (SetupStep::MountNamespace, libc::ENOSPC) => format!("Raise {}", now("user.max_mnt_namespaces")),
            (SetupStep::NetworkNamespace | SetupStep::PidNamespace | SetupStep::MountNamespace, libc::EPERM) => {
                format!(
                    "The kernel refuses namespaces to this process: look at {}, and, inside another container, \
                     at its seccomp profile and capabilities (CAP_SYS_ADMIN)",
                    now("kernel.apparmor_restrict_unprivileged_userns")
                )
            }
            (SetupStep::NetworkNamespace | SetupStep::PidNamespace | SetupStep::MountNamespace, libc::EINVAL) => {
                "The kernel was built without this kind of namespace".to_owned()
            }
            (SetupStep::Overlay, libc::ENODEV) => "Load the module: modprobe overlay".to_owned(),
            (SetupStep::Overlay, libc::EINVAL) => "The scratch directory is on a file system that cannot hold an \
                overlay's upper directory (another overlay, NFS): put the data directory on ext4, xfs, btrfs or \
                tmpfs"
                .to_owned(),
            (SetupStep::Overlay, libc::EPERM) => {
                "An unprivileged overlay needs Linux 5.11 or later, or a security module refuses it".to_owned()
            }
            (SetupStep::Proc, libc::EPERM) => "Inside another container whose /proc is masked, a new /proc is \
                refused: run that container with its /proc unmasked"
                .to_owned(),
            (SetupStep::BindSource | SetupStep::BindTarget, libc::ENOSYS) => {
                "Linux 5.12 or later is needed (open_tree, mount_setattr)".to_owned()
            }
            (SetupStep::Seccomp, libc::EINVAL | libc::ENOSYS) => {
                "The kernel was built without CONFIG_SECCOMP_FILTER".to_owned()
            }
            (SetupStep::Listener, libc::EADDRINUSE) => return "Two listeners ask for the same port".into(),
            (_, libc::ENOSPC) => return "The disk of the scratch directory is full".into(),
            (_, libc::EPERM | libc::EACCES | libc::ENOSYS) => String::new(),
            _ => return String::new(),
        };
        let separator = if hint.is_empty() { "" } else { ". " };
        format!(
            "{hint}{separator}lirio does not run a container unconfined: change that setting, run lirio as root, or \
             let Docker or Podman run containers (lirio serve --runtime docker)"
        )
    }
}

/// The symbolic name of the error numbers that the setup meets, or the number.
fn errno_name(errno: i32) -> String {
    let name = match errno {
        libc::EPERM => "EPERM",
        libc::ENOENT => "ENOENT",
        libc::EIO => "EIO",
        libc::ENOEXEC => "ENOEXEC",
        libc::EAGAIN => "EAGAIN",
        libc::ENOMEM => "ENOMEM",
        libc::EACCES => "EACCES",
        libc::EBUSY => "EBUSY",
        libc::EEXIST => "EEXIST",
        libc::ENODEV => "ENODEV",
        libc::ENOTDIR => "ENOTDIR",
        libc::EISDIR => "EISDIR",
        libc::EINVAL => "EINVAL",
        libc::EMFILE => "EMFILE",
        libc::ENOSPC => "ENOSPC",
        libc::EROFS => "EROFS",
        libc::ENOSYS => "ENOSYS",
        libc::ELOOP => "ELOOP",
        libc::EADDRINUSE => "EADDRINUSE",
        libc::EOPNOTSUPP => "EOPNOTSUPP",
        libc::EUSERS => "EUSERS",
        _ => return format!("errno {errno}"),
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(step: SetupStep, errno: i32, expected: &[&str]) {
        let failure = SetupFailure { step, detail: String::new(), errno };
        let text =
            format!("{failure}. {}", failure.advice(|name| name.starts_with("user.").then(|| "0".into())));
        for part in expected {
            assert!(text.contains(part), "{text:?} does not say {part:?}");
        }
    }

    #[test]
    fn a_refusal_names_the_call_the_error_the_setting_and_the_way_out() {
        check(
            SetupStep::UserNamespace,
            libc::ENOSPC,
            &["CLONE_NEWUSER", "ENOSPC", "user.max_user_namespaces (now 0)", "--runtime docker"],
        );
        check(
            SetupStep::UserNamespace,
            libc::EPERM,
            &["EPERM", "kernel.unprivileged_userns_clone (not present here)", "apparmor", "--runtime docker"],
        );
        check(SetupStep::Seccomp, libc::EINVAL, &["seccomp", "CONFIG_SECCOMP_FILTER", "--runtime docker"]);
        check(SetupStep::Overlay, libc::ENODEV, &["modprobe overlay"]);
    }

    #[test]
    fn a_missing_program_is_not_blamed_on_the_kernel() {
        let failure = SetupFailure { step: SetupStep::Exec, detail: "train".into(), errno: libc::ENOENT };
        assert_eq!(
            failure.to_string(),
            "starting the program (execve) train failed: ENOENT (No such file or directory)"
        );
        assert!(!failure.advice(|_| None).contains("--runtime docker"));
    }
}
