//! Starting a supervisor: this program executes itself.

use std::fs::{self, File};
use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{OnceLock, mpsc};

use rustix::fs::{CWD, MemfdFlags, SealFlags};
use rustix::mount::OpenTreeFlags;
use tokio::sync::oneshot;

use crate::init::INIT_ARGUMENT;
use crate::sys;

/// `MOUNT_ATTR_RDONLY` of the kernel's interface.
const ATTRIBUTE_READ_ONLY: u64 = 0x1;

/// This program, in a form that nobody can write to.
///
/// `/proc/self/exe` of a process that is about to become a container's program leads back to the file it was
/// started from; a container has used that to overwrite its runtime on the host (CVE-2019-5736). So the
/// supervisor is started from a read-only mount of the file, or, without the privilege to make one, from a
/// sealed copy in memory.
#[derive(Debug)]
pub(crate) struct OwnProgram {
    file: OwnedFd,
}

impl OwnProgram {
    pub(crate) fn open() -> io::Result<OwnProgram> {
        let file = read_only_mount().or_else(|_| sealed_copy())?;
        Ok(OwnProgram { file })
    }

    fn path(&self) -> String {
        format!("/proc/self/fd/{}", self.file.as_raw_fd())
    }
}

fn read_only_mount() -> io::Result<OwnedFd> {
    let flags = OpenTreeFlags::OPEN_TREE_CLONE | OpenTreeFlags::OPEN_TREE_CLOEXEC;
    let mount = rustix::mount::open_tree(CWD, "/proc/self/exe", flags)?;
    sys::set_mount_attributes(mount.as_fd(), ATTRIBUTE_READ_ONLY)?;
    Ok(mount)
}

fn sealed_copy() -> io::Result<OwnedFd> {
    let mut program = File::open("/proc/self/exe")?;
    let flags = MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING;
    // EXEC says that execution is meant; kernels before 6.3 do not know it.
    let memory = rustix::fs::memfd_create("lirio-init", flags | MemfdFlags::EXEC)
        .or_else(|_| rustix::fs::memfd_create("lirio-init", flags))?;
    let mut memory = File::from(memory);
    io::copy(&mut program, &mut memory)?;
    rustix::fs::fcntl_add_seals(
        &memory,
        SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL,
    )?;
    // Open for writing it could not be executed.
    let path = format!("/proc/self/fd/{}", memory.as_raw_fd());
    Ok(fs::File::open(path)?.into())
}

struct SpawnRequest {
    command: Command,
    reply: oneshot::Sender<io::Result<Child>>,
}

/// The thread that starts every supervisor. The kernel's parent-death signal is sent when the *thread* that
/// made the child ends, so it must be one that lives as long as the process.
static SPAWNER: OnceLock<mpsc::Sender<SpawnRequest>> = OnceLock::new();

/// Starts the supervisor thread, once for the process.
pub(crate) fn start_spawner() -> io::Result<()> {
    if SPAWNER.get().is_some() {
        return Ok(());
    }
    let (sender, requests) = mpsc::channel::<SpawnRequest>();
    std::thread::Builder::new().name("lirio-spawner".into()).spawn(move || {
        for SpawnRequest { mut command, reply } in requests {
            // A start that was given up has no receiver: the socket it held is closed, and the child ends.
            let _ = reply.send(command.spawn());
        }
    })?;
    // Should two callers race, the second thread ends at once with its sender.
    let _ = SPAWNER.set(sender);
    Ok(())
}

/// Starts a supervisor with its socket and the container's output.
pub(crate) async fn spawn_supervisor(
    program: &OwnProgram,
    socket: OwnedFd,
    stdout: OwnedFd,
    stderr: OwnedFd,
) -> io::Result<Child> {
    // Nothing here needs more than what the C library's `posix_spawn` offers, so the memory map of a large
    // lirio is not copied.
    let mut command = Command::new(program.path());
    command.arg0("lirio").arg(INIT_ARGUMENT).env_clear();
    command.stdin(Stdio::from(socket)).stdout(Stdio::from(stdout)).stderr(Stdio::from(stderr));
    let (reply, answer) = oneshot::channel();
    let lost = || io::Error::other("the thread that starts supervisors has ended");
    SPAWNER.get().ok_or_else(lost)?.send(SpawnRequest { command, reply }).map_err(|_| lost())?;
    answer.await.map_err(|_| lost())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn path_of(file: &OwnedFd) -> String {
        format!("/proc/self/fd/{}", file.as_raw_fd())
    }

    #[test]
    fn the_read_only_mount_cannot_be_changed() {
        match read_only_mount() {
            Ok(file) => {
                // Opening it for writing would only show that it is being executed.
                let permissions = fs::metadata(path_of(&file)).unwrap().permissions();
                let error = fs::set_permissions(path_of(&file), permissions).unwrap_err();
                assert_eq!(error.raw_os_error(), Some(libc::EROFS));
            }
            Err(error) => assert_eq!(error.raw_os_error(), Some(libc::EPERM), "only root may make a mount"),
        }
    }

    #[test]
    fn the_sealed_copy_cannot_be_changed() {
        let file = sealed_copy().unwrap();
        let written =
            fs::OpenOptions::new().write(true).open(path_of(&file)).and_then(|mut file| file.write_all(b"x"));
        assert!(written.is_err());
        assert_eq!(fs::read(path_of(&file)).unwrap(), fs::read("/proc/self/exe").unwrap());
    }
}
