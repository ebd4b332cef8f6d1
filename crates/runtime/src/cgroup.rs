//! Control groups, of both versions, where the machine lets us write them.
//!
//! A plan is made once, at the start of the runtime: for each controller, the directory under which
//! containers get a group of their own. A controller that cannot be written is absent from the plan, and the
//! runtime falls back to what [`crate::Confinement`] then reports.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::process::ProcessKey;
use crate::spec::Limits;

/// The directory of ours below the group that lirio itself is in.
const SUBTREE: &str = "lirio";
/// Version 2 allows no processes beside child groups: lirio moves itself here.
const OWN_LEAF: &str = "lirio-platform";
/// The period of a processor quota, in microseconds; the kernel's default.
const CPU_PERIOD: u64 = 100_000;

/// Which interface a controller has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CgroupVersion {
    /// One hierarchy for each controller.
    V1,
    /// The unified hierarchy.
    V2,
}

/// Where a controller's groups are made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Controller {
    pub(crate) version: CgroupVersion,
    /// The directory of ours, under which each container has one.
    pub(crate) parent: PathBuf,
}

/// The controllers that can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CgroupPlan {
    pub(crate) memory: Option<Controller>,
    pub(crate) pids: Option<Controller>,
    pub(crate) cpu: Option<Controller>,
    /// Processor time; version 2 has it in every group.
    pub(crate) cpu_time: Option<Controller>,
}

/// What a container has used so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Memory in use now, in bytes, where it can be known.
    pub memory_bytes: Option<u64>,
    /// The most memory that was in use, in bytes. With no cgroup, only of the largest process and only at
    /// the end.
    pub memory_peak_bytes: Option<u64>,
    /// Processor time of all processes.
    pub cpu_time: Option<Duration>,
}

impl CgroupPlan {
    /// Finds what can be written; makes the `lirio` directories.
    pub(crate) fn detect() -> CgroupPlan {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let hierarchies = parse_hierarchies(&read("/proc/self/mountinfo"), &read("/proc/self/cgroup"));
        let mut plan = CgroupPlan::default();
        for hierarchy in &hierarchies {
            match hierarchy.version {
                CgroupVersion::V1 => plan.take_v1(hierarchy),
                CgroupVersion::V2 => plan.take_v2(hierarchy),
            }
        }
        plan
    }

    fn take_v1(&mut self, hierarchy: &Hierarchy) {
        let wanted = ["memory", "pids", "cpu", "cpuacct"];
        if !hierarchy.controllers.iter().any(|name| wanted.contains(&name.as_str())) {
            return;
        }
        let Some(parent) = writable_subtree(&hierarchy.own) else { return };
        for name in &hierarchy.controllers {
            let controller = Some(Controller { version: CgroupVersion::V1, parent: parent.clone() });
            match name.as_str() {
                "memory" => self.memory = controller,
                "pids" => self.pids = controller,
                "cpu" => self.cpu = controller,
                "cpuacct" => self.cpu_time = controller,
                _ => {}
            }
        }
    }

    fn take_v2(&mut self, hierarchy: &Hierarchy) {
        // Our own group first, so that limits set on lirio itself keep holding; then the top, which only root
        // can write, for a root whose own group is not its to divide (a login session).
        for base in [&hierarchy.own, &hierarchy.top] {
            let available = words(&base.join("cgroup.controllers"));
            let useful: Vec<&str> =
                ["memory", "pids", "cpu"].into_iter().filter(|name| available.contains(*name)).collect();
            if useful.is_empty() || !enable_controllers(base, &useful) {
                continue;
            }
            let Some(parent) = writable_subtree(base) else { continue };
            if !write_controllers(&parent, &useful) {
                continue;
            }
            let controller = |name: &str| {
                useful
                    .contains(&name)
                    .then(|| Controller { version: CgroupVersion::V2, parent: parent.clone() })
            };
            self.memory = controller("memory").or(self.memory.take());
            self.pids = controller("pids").or(self.pids.take());
            self.cpu = controller("cpu").or(self.cpu.take());
            self.cpu_time = Some(Controller { version: CgroupVersion::V2, parent: parent.clone() });
            return;
        }
    }

    fn controllers(&self) -> impl Iterator<Item = &Controller> {
        [&self.memory, &self.pids, &self.cpu, &self.cpu_time].into_iter().flatten()
    }

    /// Removes the groups of containers whose lirio has ended; returns how many.
    pub(crate) fn sweep(&self) -> io::Result<usize> {
        let parents: BTreeSet<&Path> =
            self.controllers().map(|controller| controller.parent.as_path()).collect();
        let mut removed = 0;
        for parent in parents {
            for entry in fs::read_dir(parent).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let abandoned = name.to_str().and_then(owner_of_leaf).is_some_and(|owner| !owner.is_alive());
                if abandoned && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    kill_all(&entry.path());
                    remove_group(&entry.path())?;
                    removed += 1;
                }
            }
        }
        Ok(removed)
    }

    /// Removes the `lirio` directories if they are empty.
    pub(crate) fn remove_empty_parents(&self) {
        for controller in self.controllers() {
            // Another lirio may be using it, or it is gone already; both are fine.
            let _ = fs::remove_dir(&controller.parent);
        }
    }
}

/// The groups of one container.
#[derive(Debug)]
pub(crate) struct CgroupSet {
    plan: CgroupPlan,
    leaf: String,
}

impl CgroupSet {
    /// The groups of a container, whether they exist or not.
    pub(crate) fn named(plan: &CgroupPlan, owner: ProcessKey, id: &str) -> CgroupSet {
        CgroupSet { plan: plan.clone(), leaf: format!("{owner}.{id}") }
    }

    fn directory(&self, controller: &Controller) -> PathBuf {
        controller.parent.join(&self.leaf)
    }

    fn directories(&self) -> BTreeSet<PathBuf> {
        self.plan.controllers().map(|controller| self.directory(controller)).collect()
    }

    /// Makes the groups and sets their limits.
    pub(crate) fn create(&self, limits: &Limits) -> Result<(), SetupFailure> {
        for directory in self.directories() {
            make_group(&directory, &self.plan).at(SetupStep::CreateCgroup, directory.display())?;
        }
        let set = |controller: &Controller, file: &str, value: String| {
            let path = self.directory(controller).join(file);
            fs::write(&path, value).at(SetupStep::LimitCgroup, path.display())
        };
        // Some files are absent when swap accounting is off or on older kernels.
        let set_if_present = |controller: &Controller, file: &str, value: String| {
            if self.directory(controller).join(file).exists() { set(controller, file, value) } else { Ok(()) }
        };
        if let (Some(controller), Some(bytes)) = (&self.plan.memory, limits.memory_bytes) {
            match controller.version {
                CgroupVersion::V1 => {
                    set(controller, "memory.limit_in_bytes", bytes.to_string())?;
                    set_if_present(controller, "memory.memsw.limit_in_bytes", bytes.to_string())?;
                }
                CgroupVersion::V2 => {
                    set(controller, "memory.max", bytes.to_string())?;
                    set_if_present(controller, "memory.swap.max", "0".into())?;
                    set_if_present(controller, "memory.oom.group", "1".into())?;
                }
            }
        }
        if let (Some(controller), Some(pids)) = (&self.plan.pids, limits.pids) {
            // One more for the sandbox's own first process.
            set(controller, "pids.max", (pids + 1).to_string())?;
        }
        if let (Some(controller), Some(cpus)) = (&self.plan.cpu, limits.cpus) {
            let quota = ((cpus * CPU_PERIOD as f64) as u64).max(1000);
            match controller.version {
                CgroupVersion::V1 => {
                    set(controller, "cpu.cfs_period_us", CPU_PERIOD.to_string())?;
                    set(controller, "cpu.cfs_quota_us", quota.to_string())?;
                }
                CgroupVersion::V2 => set(controller, "cpu.max", format!("{quota} {CPU_PERIOD}"))?,
            }
        }
        Ok(())
    }

    /// Opens the files through which a process with one thread joins the groups: the right to do so is that of
    /// the opener.
    pub(crate) fn open_for_joining(&self) -> Result<Vec<OwnedFd>, SetupFailure> {
        let files: BTreeSet<PathBuf> = self
            .plan
            .controllers()
            .map(|controller| {
                self.directory(controller).join(match controller.version {
                    // A thread that moves only itself does not stop all forks of the machine, which takes the
                    // kernel milliseconds.
                    CgroupVersion::V1 => "tasks",
                    CgroupVersion::V2 => "cgroup.procs",
                })
            })
            .collect();
        files
            .into_iter()
            .map(|path| {
                let file = fs::OpenOptions::new().write(true).open(&path);
                Ok(file.at(SetupStep::JoinCgroup, path.display())?.into())
            })
            .collect()
    }

    /// How many processes the kernel has killed for want of memory.
    pub(crate) fn oom_kills(&self) -> u64 {
        let Some(controller) = &self.plan.memory else { return 0 };
        let file = match controller.version {
            CgroupVersion::V1 => "memory.oom_control",
            CgroupVersion::V2 => "memory.events",
        };
        let text = fs::read_to_string(self.directory(controller).join(file)).unwrap_or_default();
        keyed_number(&text, "oom_kill").unwrap_or(0)
    }

    /// What the container has used, as far as its groups tell.
    pub(crate) fn usage(&self) -> Usage {
        let read = |controller: &Controller, file: &str| {
            fs::read_to_string(self.directory(controller).join(file)).ok()
        };
        let number = |controller: &Controller, file| read(controller, file)?.trim().parse().ok();
        let mut usage = Usage::default();
        if let Some(controller) = &self.plan.memory {
            let (now, peak) = match controller.version {
                CgroupVersion::V1 => ("memory.usage_in_bytes", "memory.max_usage_in_bytes"),
                CgroupVersion::V2 => ("memory.current", "memory.peak"),
            };
            usage.memory_bytes = number(controller, now);
            usage.memory_peak_bytes = number(controller, peak);
        }
        if let Some(controller) = &self.plan.cpu_time {
            usage.cpu_time = match controller.version {
                CgroupVersion::V1 => number(controller, "cpuacct.usage").map(Duration::from_nanos),
                CgroupVersion::V2 => read(controller, "cpu.stat")
                    .and_then(|text| keyed_number(&text, "usage_usec"))
                    .map(Duration::from_micros),
            };
        }
        usage
    }

    /// Kills whatever is left in the groups and removes them.
    pub(crate) fn remove(&self) -> io::Result<()> {
        self.directories().iter().filter(|directory| directory.exists()).try_for_each(|directory| {
            kill_all(directory);
            remove_group(directory)
        })
    }
}

/// The lirio that a group belongs to, from the name that [`CgroupSet::named`] gives.
fn owner_of_leaf(name: &str) -> Option<ProcessKey> {
    let (owner, _) = name.split_once('.')?;
    owner.parse().ok()
}

/// Makes a container's group, and the `lirio` directory above it where another lirio, ending just now, takes the
/// empty one away.
fn make_group(directory: &Path, plan: &CgroupPlan) -> io::Result<()> {
    let mut attempts = 0;
    loop {
        match fs::create_dir(directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && attempts < 10 => attempts += 1,
            other => return other,
        }
        let Some(parent) = directory.parent() else { continue };
        fs::create_dir_all(parent)?;
        let names = [("memory", &plan.memory), ("pids", &plan.pids), ("cpu", &plan.cpu)];
        let unified =
            |controller: &Controller| controller.version == CgroupVersion::V2 && controller.parent == parent;
        let names: Vec<&str> = names
            .into_iter()
            .filter(|(_, controller)| controller.as_ref().is_some_and(unified))
            .map(|(name, _)| name)
            .collect();
        if !names.is_empty() {
            write_controllers(parent, &names);
        }
    }
}

fn kill_all(group: &Path) {
    // Version 2 does it in one step, with no race against a fork.
    if fs::write(group.join("cgroup.kill"), "1").is_ok() {
        return;
    }
    let processes = fs::read_to_string(group.join("cgroup.procs")).unwrap_or_default();
    for pid in processes.lines().filter_map(|line| rustix::process::Pid::from_raw(line.trim().parse().ok()?))
    {
        let _ = rustix::process::kill_process(pid, rustix::process::Signal::KILL);
    }
}

/// Removes a group. A process that has just been killed may still be leaving it, so EBUSY is tried again.
fn remove_group(group: &Path) -> io::Result<()> {
    let mut attempts = 0;
    loop {
        match fs::remove_dir(group) {
            Err(error) if error.kind() == io::ErrorKind::ResourceBusy && attempts < 500 => {
                attempts += 1;
                std::thread::sleep(Duration::from_millis(2));
                kill_all(group);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            other => return other,
        }
    }
}

/// Our directory below `base`, if groups can be made in it.
fn writable_subtree(base: &Path) -> Option<PathBuf> {
    let parent = base.join(SUBTREE);
    fs::create_dir_all(&parent).ok()?;
    let probe = parent.join(format!("probe-{}", std::process::id()));
    let writable = fs::create_dir(&probe).and_then(|()| fs::remove_dir(&probe)).is_ok();
    writable.then_some(parent)
}

fn words(path: &Path) -> BTreeSet<String> {
    fs::read_to_string(path).unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

fn write_controllers(group: &Path, names: &[&str]) -> bool {
    let request: Vec<String> = names.iter().map(|name| format!("+{name}")).collect();
    fs::write(group.join("cgroup.subtree_control"), request.join(" ")).is_ok()
}

/// Enables controllers for the children of a version 2 group, moving this process to a leaf if it is alone.
fn enable_controllers(base: &Path, names: &[&str]) -> bool {
    let enabled = words(&base.join("cgroup.subtree_control"));
    if names.iter().all(|name| enabled.contains(*name)) || write_controllers(base, names) {
        return true;
    }
    let own = std::process::id().to_string();
    if words(&base.join("cgroup.procs")).iter().ne([&own]) {
        return false;
    }
    let leaf = base.join(OWN_LEAF);
    let moved = fs::create_dir_all(&leaf).and_then(|()| fs::write(leaf.join("cgroup.procs"), &own)).is_ok();
    if moved && write_controllers(base, names) {
        return true;
    }
    let _ = fs::write(base.join("cgroup.procs"), &own);
    let _ = fs::remove_dir(&leaf);
    false
}

/// The file in which the kernel counts what it has killed for want of memory in the group of any process.
pub(crate) fn oom_count_of(pid: i32) -> Option<fs::File> {
    let groups = fs::read_to_string(format!("/proc/{pid}/cgroup")).ok()?;
    let mountinfo = fs::read_to_string("/proc/self/mountinfo").ok()?;
    parse_hierarchies(&mountinfo, &groups).into_iter().find_map(|hierarchy| {
        let file = match hierarchy.version {
            CgroupVersion::V1 if hierarchy.controllers.iter().any(|name| name == "memory") => {
                "memory.oom_control"
            }
            CgroupVersion::V1 => return None,
            CgroupVersion::V2 => "memory.events",
        };
        fs::File::open(hierarchy.own.join(file)).ok()
    })
}

/// Reads such a file; nothing once the group was removed.
pub(crate) fn read_oom_count(file: &fs::File) -> Option<u64> {
    let mut buffer = [0; 512];
    let length = std::os::unix::fs::FileExt::read_at(file, &mut buffer, 0).ok()?;
    keyed_number(&String::from_utf8_lossy(&buffer[..length]), "oom_kill")
}

fn keyed_number(text: &str, key: &str) -> Option<u64> {
    text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(' ')?.trim().parse().ok())
}

#[derive(Debug, PartialEq, Eq)]
struct Hierarchy {
    version: CgroupVersion,
    controllers: Vec<String>,
    /// The mount point.
    top: PathBuf,
    /// The directory of the group that this process is in.
    own: PathBuf,
}

/// Joins the mounted hierarchies with the groups that this process is in.
fn parse_hierarchies(mountinfo: &str, own_groups: &str) -> Vec<Hierarchy> {
    let mut hierarchies = Vec::new();
    for line in mountinfo.lines() {
        let Some((mount, file_system)) = line.split_once(" - ") else { continue };
        let mount: Vec<&str> = mount.split(' ').collect();
        let file_system: Vec<&str> = file_system.split(' ').collect();
        let ([_, _, _, root, point, ..], [kind, _, options, ..]) = (&mount[..], &file_system[..]) else {
            continue;
        };
        let version = match *kind {
            "cgroup" => CgroupVersion::V1,
            "cgroup2" => CgroupVersion::V2,
            _ => continue,
        };
        let group = own_groups.lines().find_map(|line| {
            let mut parts = line.splitn(3, ':');
            let (_, controllers, path) = (parts.next()?, parts.next()?, parts.next()?);
            match version {
                CgroupVersion::V2 => controllers.is_empty().then_some(("", path)),
                CgroupVersion::V1 => {
                    let named = !controllers.is_empty()
                        && controllers.split(',').all(|name| options.split(',').any(|option| option == name));
                    named.then_some((controllers, path))
                }
            }
        });
        let Some((controllers, path)) = group else { continue };
        let top = PathBuf::from(point);
        // A path outside the mounted part of the hierarchy is another namespace's view: the mount is ours.
        let below = Path::new(path).strip_prefix(root).unwrap_or(Path::new(""));
        // A lirio that has moved itself to a leaf, or a child of one, divides the group above the leaf.
        let below = if below.file_name().is_some_and(|name| name == OWN_LEAF) {
            below.parent().unwrap_or(below)
        } else {
            below
        };
        hierarchies.push(Hierarchy {
            version,
            controllers: controllers.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            own: top.join(below),
            top,
        });
    }
    hierarchies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(mountinfo: &str, groups: &str, expected: &[(CgroupVersion, &str, &str)]) {
        let found = parse_hierarchies(mountinfo, groups);
        let found: Vec<_> = found
            .iter()
            .map(|hierarchy| {
                (hierarchy.version, hierarchy.controllers.join(","), hierarchy.own.display().to_string())
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(version, controllers, own)| (*version, (*controllers).to_owned(), (*own).to_owned()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn hierarchies_are_found_in_every_layout() {
        // Pure version 2, as systemd sets it up.
        check(
            "30 24 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate",
            "0::/user.slice/user-1000.slice/app.scope",
            &[(CgroupVersion::V2, "", "/sys/fs/cgroup/user.slice/user-1000.slice/app.scope")],
        );
        // A lirio that has moved itself to its leaf.
        check(
            "30 24 0:26 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw",
            "0::/app.scope/lirio-platform",
            &[(CgroupVersion::V2, "", "/sys/fs/cgroup/app.scope")],
        );
        // Hybrid, with two controllers mounted together.
        check(
            "31 24 0:27 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n\
             32 24 0:28 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n\
             33 24 0:29 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n",
            "5:cpu,cpuacct:/\n4:memory:/session/7\n0::/",
            &[
                (CgroupVersion::V1, "memory", "/sys/fs/cgroup/memory/session/7"),
                (CgroupVersion::V1, "cpu,cpuacct", "/sys/fs/cgroup/cpu,cpuacct/"),
                (CgroupVersion::V2, "", "/sys/fs/cgroup/unified/"),
            ],
        );
        // Inside a container without a cgroup namespace: only a part of the hierarchy is mounted.
        check(
            "31 24 0:27 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup rw,memory",
            "4:memory:/docker/abc/x",
            &[(CgroupVersion::V1, "memory", "/sys/fs/cgroup/memory/x")],
        );
        check("nonsense\n1 2 3 - cgroup", "x\n0::/", &[]);
    }

    #[test]
    fn counters_are_read_by_whole_key() {
        let text = "low 0\noom 3\noom_kill 2\noom_group_kill 1\n";
        assert_eq!(keyed_number(text, "oom_kill"), Some(2));
        assert_eq!(keyed_number(text, "oom"), Some(3));
        assert_eq!(keyed_number(text, "kill"), None);
    }

    #[test]
    fn a_group_names_its_owner() {
        let owner = ProcessKey::current().expect("this process is in /proc");
        let set = CgroupSet::named(&CgroupPlan::default(), owner, "job.1");
        assert_eq!(owner_of_leaf(&set.leaf), Some(owner));
        assert_eq!(owner_of_leaf("probe-12"), None);
    }
}
