//! What confines a container on this machine.

use std::fmt;

use crate::cgroup::{CgroupPlan, CgroupVersion};

/// How a limit is enforced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enforcement {
    /// By the kernel, through a cgroup of this version.
    Cgroup(CgroupVersion),
    /// By looking again and again and killing what exceeds the limit; a burst can pass it for some
    /// milliseconds. A resource limit of each process is the backstop.
    Watchdog,
    /// By a resource limit, which the kernel counts for the container's user namespace.
    ResourceLimit,
    /// By whole processors, and a program could move itself to others.
    Affinity,
}

impl fmt::Display for Enforcement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Enforcement::Cgroup(CgroupVersion::V1) => "cgroup v1",
            Enforcement::Cgroup(CgroupVersion::V2) => "cgroup v2",
            Enforcement::Watchdog => "watchdog (no writable cgroup)",
            Enforcement::ResourceLimit => "resource limit (no writable cgroup)",
            Enforcement::Affinity => "whole processors, advisory (no writable cgroup)",
        })
    }
}

/// What is in force for every container of a runtime. Namespaces, the system call filter, dropped capabilities
/// and no_new_privs are not listed: without them no container starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confinement {
    /// Whether containers are in a user namespace with a single user, who outside is the caller. Without one,
    /// root inside is root outside, with few capabilities.
    pub user_namespace: bool,
    /// How memory is limited.
    pub memory: Enforcement,
    /// How the number of processes is limited.
    pub pids: Enforcement,
    /// How processors are limited.
    pub cpus: Enforcement,
}

impl Confinement {
    pub(crate) fn new(plan: &CgroupPlan, user_namespace: bool) -> Confinement {
        let enforcement = |controller: &Option<crate::cgroup::Controller>, otherwise| match controller {
            Some(controller) => Enforcement::Cgroup(controller.version),
            None => otherwise,
        };
        let counted = if user_namespace { Enforcement::ResourceLimit } else { Enforcement::Watchdog };
        Confinement {
            user_namespace,
            memory: enforcement(&plan.memory, Enforcement::Watchdog),
            pids: enforcement(&plan.pids, counted),
            cpus: enforcement(&plan.cpu, Enforcement::Affinity),
        }
    }
}

impl fmt::Display for Confinement {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.user_namespace { "rootless (user namespace)" } else { "root (no user namespace)" };
        write!(
            formatter,
            "{kind}; mount, pid, ipc, uts, net and cgroup namespaces; seccomp; no new privileges; \
             memory by {}; processes by {}; processors by {}",
            self.memory, self.pids, self.cpus
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_says_where_a_limit_is_weaker() {
        let text = Confinement::new(&CgroupPlan::default(), true).to_string();
        for part in ["rootless", "watchdog", "resource limit", "advisory"] {
            assert!(text.contains(part), "{text}");
        }
    }
}
