//! The root file system of a container, built in its own mount namespace.
//!
//! Everything of the host that the container will see is taken hold of first, by descriptor. Then the root is
//! entered, and only then are paths of the container touched: a symbolic link in an image, wherever it points,
//! can only lead to places inside.

use std::ffi::CString;
use std::fs;
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt, symlink};
use std::path::Path;

use rustix::fs::{CWD, Mode, OFlags};
use rustix::mount::{
    FsMountFlags, FsOpenFlags, MountAttrFlags, MountFlags, MountPropagationFlags, MoveMountFlags,
    OpenTreeFlags, UnmountFlags,
};

use super::devices;
use crate::error::{AtStep, SetupFailure, SetupStep};
use crate::network;
use crate::sys;
use crate::wire::InitSpec;

/// The devices that every program may expect.
const DEVICES: [&str; 6] = ["null", "zero", "full", "random", "urandom", "tty"];

/// What `/dev` has for convenience: link and target.
const DEVICE_LINKS: [(&str, &str); 5] = [
    ("/dev/fd", "/proc/self/fd"),
    ("/dev/stdin", "/proc/self/fd/0"),
    ("/dev/stdout", "/proc/self/fd/1"),
    ("/dev/stderr", "/proc/self/fd/2"),
    ("/dev/ptmx", "pts/ptmx"),
];

/// Paths that tell about the host or change it, as every OCI runtime hides them.
const MASKED: [&str; 12] = [
    "/proc/acpi",
    "/proc/asound",
    "/proc/interrupts",
    "/proc/kcore",
    "/proc/keys",
    "/proc/latency_stats",
    "/proc/sched_debug",
    "/proc/scsi",
    "/proc/timer_list",
    "/proc/timer_stats",
    "/sys/devices/virtual/powercap",
    "/sys/firmware",
];

/// Paths that may be read but not written.
const READ_ONLY: [&str; 5] = ["/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"];

const CONFINED: MountFlags = MountFlags::NOSUID.union(MountFlags::NODEV).union(MountFlags::NOEXEC);

/// `MOUNT_ATTR_*` of the kernel's interface.
pub(super) const ATTRIBUTE_READ_ONLY: u64 = 0x1;
pub(super) const ATTRIBUTE_NO_SUID: u64 = 0x2;
pub(super) const ATTRIBUTE_NO_DEVICES: u64 = 0x4;
pub(super) const ATTRIBUTE_NO_EXEC: u64 = 0x8;

/// Builds the file system and enters it.
pub(super) fn build(spec: &InitSpec) -> Result<(), SetupFailure> {
    // What is made here is the container's, whatever lirio's own files are.
    rustix::process::umask(Mode::from_raw_mode(0o022));
    rustix::mount::mount_change("/", MountPropagationFlags::PRIVATE | MountPropagationFlags::REC)
        .at(SetupStep::PrivateMounts, "/")?;
    let own: Vec<OwnedFd> =
        DEVICES.iter().map(|name| take_device(&Path::new("/dev").join(name))).collect::<Result<_, _>>()?;
    let given = devices::take_hold_of(&spec.devices)?;
    let mut sources = Vec::new();
    for mount in &spec.mounts {
        let source = take_hold(&mount.source)?;
        let read_only = if mount.read_only { ATTRIBUTE_READ_ONLY } else { 0 };
        sys::set_mount_attributes(source.as_fd(), ATTRIBUTE_NO_SUID | ATTRIBUTE_NO_DEVICES | read_only)
            .at(SetupStep::BindSource, mount.source.display())?;
        sources.push(source);
    }
    // Also before: in a user namespace the kernel makes a new /proc only where a whole one can be seen.
    let proc = kernel_mount("proc", MountAttrFlags::empty()).at(SetupStep::Proc, "")?;
    // A container with no /sys works, so one that the kernel refuses (inside another container) is left out.
    let sysfs = match kernel_mount("sysfs", MountAttrFlags::MOUNT_ATTR_RDONLY) {
        Err(rustix::io::Errno::PERM) => None,
        other => Some(other.at(SetupStep::Sysfs, "")?),
    };
    let root = mount_overlay(spec)?;
    enter(&root).at(SetupStep::PivotRoot, "")?;

    make_etc(spec).at(SetupStep::EtcFiles, "")?;
    make_tmp().at(SetupStep::EtcFiles, "/tmp")?;
    // Before /proc is there, through which a link of the image could lead out of it, and before folders of the job's.
    devices::place_files(&spec.devices, &given)?;
    for (mount, source) in spec.mounts.iter().zip(sources) {
        attach(&source, &mount.target).at(SetupStep::BindTarget, mount.target.display())?;
    }
    attach_to_real_directory(&proc, "/proc").at(SetupStep::Proc, "")?;
    make_dev(spec, &own).at(SetupStep::Dev, "")?;
    devices::place_nodes(&spec.devices, &given)?;
    if let Some(sysfs) = sysfs {
        attach_to_real_directory(&sysfs, "/sys").at(SetupStep::Sysfs, "")?;
    }
    for path in MASKED {
        mask(Path::new(path)).at(SetupStep::MaskPath, path)?;
    }
    for path in READ_ONLY {
        make_read_only(Path::new(path)).at(SetupStep::ReadOnlyPath, path)?;
    }
    Ok(())
}

/// A file system of the kernel's, mounted but not attached anywhere yet.
fn kernel_mount(kind: &str, attributes: MountAttrFlags) -> rustix::io::Result<OwnedFd> {
    let context = rustix::mount::fsopen(kind, FsOpenFlags::FSOPEN_CLOEXEC)?;
    rustix::mount::fsconfig_create(&context)?;
    let confined = MountAttrFlags::MOUNT_ATTR_NOSUID
        | MountAttrFlags::MOUNT_ATTR_NODEV
        | MountAttrFlags::MOUNT_ATTR_NOEXEC;
    rustix::mount::fsmount(&context, FsMountFlags::FSMOUNT_CLOEXEC, attributes | confined)
}

/// A detached copy of a mount of the host.
pub(super) fn take_hold(path: &Path) -> Result<OwnedFd, SetupFailure> {
    let flags =
        OpenTreeFlags::OPEN_TREE_CLONE | OpenTreeFlags::OPEN_TREE_CLOEXEC | OpenTreeFlags::AT_RECURSIVE;
    rustix::mount::open_tree(CWD, path, flags).at(SetupStep::BindSource, path.display())
}

/// A device, which nobody can give another owner or mode through this mount: it is the machine's own.  Reading and
/// writing are not the mount's to refuse.
pub(super) fn take_device(path: &Path) -> Result<OwnedFd, SetupFailure> {
    let device = take_hold(path)?;
    sys::set_mount_attributes(device.as_fd(), ATTRIBUTE_READ_ONLY | ATTRIBUTE_NO_SUID)
        .at(SetupStep::BindSource, path.display())?;
    Ok(device)
}

/// Mounts the layers with a writable one on top; returns the mounted root.
fn mount_overlay(spec: &InitSpec) -> Result<OwnedFd, SetupFailure> {
    let open = |path: &Path, step| {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        rustix::fs::open(path, flags, Mode::empty()).at(step, path.display())
    };
    let layers: Vec<OwnedFd> = spec
        .lower_dirs
        .iter()
        .rev()
        .map(|layer| open(layer, SetupStep::OpenLayer))
        .collect::<Result<_, _>>()?;
    let mut directories = Vec::new();
    for name in ["upper", "work", "root"] {
        let path = spec.scratch.join(name);
        // The mode of the upper directory is the mode of the container's `/`.
        // Not the directories above: when they are gone, this container is being removed.
        match fs::DirBuilder::new().mode(0o755).create(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made.at(SetupStep::Overlay, path.display())?,
        }
        directories.push(open(&path, SetupStep::Overlay)?);
    }
    // Descriptors instead of paths: many layers fit the one page that options may take, and no character of a
    // path has to be escaped.
    let by_descriptor = |descriptor: &OwnedFd| format!("/proc/self/fd/{}", descriptor.as_raw_fd());
    let lower: Vec<String> = layers.iter().map(by_descriptor).collect();
    // `volatile`: what is written here vanishes with the container, so nothing need reach the disk.
    let mut options = format!(
        "lowerdir={},upperdir={},workdir={},volatile",
        lower.join(":"),
        by_descriptor(&directories[0]),
        by_descriptor(&directories[1])
    );
    if spec.outer_ids.is_some() {
        // Only real root may write the `trusted.` attributes that overlays use otherwise.
        options.push_str(",userxattr");
    }
    let scratch = spec.scratch.display();
    let options = CString::new(options).at(SetupStep::Overlay, "")?;
    let target = spec.scratch.join("root");
    rustix::mount::mount(
        "overlay",
        &target,
        "overlay",
        MountFlags::NODEV | MountFlags::NOSUID,
        options.as_c_str(),
    )
    .at(SetupStep::Overlay, format_args!("in {scratch}"))?;
    open(&target, SetupStep::Overlay)
}

/// Makes a directory the root and lets go of everything outside.
fn enter(root: &OwnedFd) -> io::Result<()> {
    rustix::process::fchdir(root)?;
    // With both arguments the same, the old root is mounted over the new one, and is then taken away.
    rustix::process::pivot_root(".", ".")?;
    rustix::mount::unmount(".", UnmountFlags::DETACH)?;
    std::env::set_current_dir("/")
}

/// Mounts a file system on a directory that must not be a link of the image's making.
fn mount_at(kind: &str, target: &str, flags: MountFlags, options: &str) -> io::Result<()> {
    real_directory(target)?;
    let options = CString::new(options)?;
    Ok(rustix::mount::mount(kind, target, kind, flags, options.as_c_str())?)
}

/// The same for one that is mounted already.
fn attach_to_real_directory(mount: &OwnedFd, target: &str) -> io::Result<()> {
    real_directory(target)?;
    Ok(rustix::mount::move_mount(mount, c"", CWD, target, MoveMountFlags::MOVE_MOUNT_F_EMPTY_PATH)?)
}

fn real_directory(path: &str) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => Ok(()),
        Ok(metadata) if metadata.is_symlink() => Err(io::Error::from_raw_os_error(libc::ELOOP)),
        Ok(_) => Err(io::Error::from_raw_os_error(libc::ENOTDIR)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => fs::create_dir_all(path),
        Err(error) => Err(error),
    }
}

/// Attaches a detached mount, making the place for it.
pub(super) fn attach(source: &OwnedFd, target: &Path) -> io::Result<()> {
    let is_directory = rustix::fs::fstat(source).map(|stat| stat.st_mode & libc::S_IFMT == libc::S_IFDIR)?;
    if is_directory {
        fs::create_dir_all(target)?;
    } else if !target.exists() {
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::File::create(target)?;
    }
    Ok(rustix::mount::move_mount(source, c"", CWD, target, MoveMountFlags::MOVE_MOUNT_F_EMPTY_PATH)?)
}

fn make_etc(spec: &InitSpec) -> io::Result<()> {
    fs::create_dir_all("/etc")?;
    let hostname = &spec.hostname;
    let hosts = match &spec.network {
        Some(member) => member.hosts(),
        None => network::LOCAL_HOSTS.replacen("localhost", &format!("localhost {hostname}"), 1),
    };
    let files = [
        ("/etc/hosts", hosts),
        ("/etc/hostname", format!("{hostname}\n")),
        (
            "/etc/resolv.conf",
            "# No names but those of /etc/hosts can be resolved in this container.\n".to_owned(),
        ),
    ];
    for (path, text) in files {
        // The image may have a link there, or a file that its user cannot write.
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => fs::write(path, text)?,
        }
    }
    Ok(())
}

/// Images made from nothing have no `/tmp`, and most programs need one.
fn make_tmp() -> io::Result<()> {
    if fs::symlink_metadata("/tmp").is_ok() {
        return Ok(());
    }
    fs::create_dir("/tmp")?;
    fs::set_permissions("/tmp", fs::Permissions::from_mode(0o1777))
}

fn make_dev(spec: &InitSpec, devices: &[OwnedFd]) -> io::Result<()> {
    let flags = MountFlags::NOSUID | MountFlags::NODEV;
    mount_at("tmpfs", "/dev", flags | MountFlags::NOEXEC, "mode=755,size=1m")?;
    for (name, device) in DEVICES.iter().zip(devices) {
        attach(device, &Path::new("/dev").join(name))?;
    }
    let terminals = MountFlags::NOSUID | MountFlags::NOEXEC;
    mount_at("devpts", "/dev/pts", terminals, "newinstance,ptmxmode=0666,mode=0620")?;
    for (link, target) in DEVICE_LINKS {
        symlink(target, link)?;
    }
    let size = crate::spec::shared_memory(spec.limits.memory_bytes);
    mount_at("tmpfs", "/dev/shm", flags | MountFlags::NOEXEC, &format!("mode=1777,size={size}"))
}

/// Hides a path, if it exists: a file behind `/dev/null`, a directory behind an empty one.
fn mask(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => {
            let flags = CONFINED | MountFlags::RDONLY;
            Ok(rustix::mount::mount("tmpfs", path, "tmpfs", flags, c"size=0,nr_inodes=2")?)
        }
        Ok(_) => Ok(rustix::mount::mount_bind("/dev/null", path)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn make_read_only(path: &Path) -> io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    rustix::mount::mount_bind_recursive(path, path)?;
    let flags = MountFlags::BIND | MountFlags::RDONLY | CONFINED;
    Ok(rustix::mount::mount_remount(path, flags, c"")?)
}
