//! Engines of the tests' own: files, socket and containers are in a temporary folder, and they end with the test.
//! Shared by the test binaries that need one.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long an engine may take to answer.
const START: Duration = Duration::from_secs(60);
/// How long it may take to end by itself.
const STOP: Duration = Duration::from_secs(30);

/// The engines that are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Docker,
    Podman,
}

impl Kind {
    pub(crate) const ALL: [Kind; 2] = [Kind::Docker, Kind::Podman];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Kind::Docker => "docker",
            Kind::Podman => "podman",
        }
    }

    /// Its program, and the Debian package that has it.
    fn program(self) -> (&'static str, &'static str) {
        match self {
            Kind::Docker => ("dockerd", "docker.io"),
            Kind::Podman => ("podman", "podman"),
        }
    }
}

/// A running engine.
pub(crate) struct Engine {
    process: Child,
    folder: PathBuf,
}

impl Engine {
    /// Starts one; or says why this machine cannot.
    pub(crate) fn start(kind: Kind) -> Result<Engine, String> {
        if !is_root() {
            return Err(format!("a {} of the tests' own needs root", kind.name()));
        }
        let (program, package) = kind.program();
        let program = ["/usr/bin", "/usr/sbin", "/usr/local/bin"]
            .into_iter()
            .map(|folder| Path::new(folder).join(program))
            .find(|path| path.exists())
            .ok_or_else(|| format!("{program} is not installed (Debian: apt-get install {package})"))?;
        let folder = std::env::temp_dir().join(format!("lirio-{}-{}", kind.name(), std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let log = File::create(folder.join("log")).map_err(|error| error.to_string())?;
        let mut command = Command::new("setpriv");
        // When the test is killed, its engine goes too.
        command.args(["--pdeathsig", "TERM"]).arg(&program);
        // Nothing on this machine's network is touched: the containers have none.
        match kind {
            Kind::Docker => docker(&mut command, &folder),
            Kind::Podman => podman(&mut command, &folder),
        }
        command.stdin(Stdio::null()).stdout(log.try_clone().map_err(|error| error.to_string())?).stderr(log);
        let process = command.spawn().map_err(|error| format!("setpriv {}: {error}", program.display()))?;
        let mut engine = Engine { process, folder };
        let begin = Instant::now();
        while !engine.answers() {
            let ended = engine.process.try_wait().is_ok_and(|ended| ended.is_some());
            if ended || begin.elapsed() > START {
                let log = std::fs::read_to_string(engine.folder.join("log")).unwrap_or_default();
                let last: Vec<&str> = log.lines().rev().take(3).collect();
                return Err(format!("{} does not come up: {}", program.display(), last.join(" | ")));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(engine)
    }

    /// Its socket.
    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.join("socket")
    }

    fn answers(&self) -> bool {
        use std::io::{Read, Write};
        let Ok(mut stream) = std::os::unix::net::UnixStream::connect(self.socket()) else { return false };
        let mut answer = String::new();
        stream.write_all(b"GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n").is_ok()
            && stream.read_to_string(&mut answer).is_ok()
            && answer.contains(" 200 ")
    }
}

fn docker(command: &mut Command, folder: &Path) {
    command.arg("--data-root").arg(folder.join("root"));
    command.arg("--exec-root").arg(folder.join("exec"));
    command.arg("--pidfile").arg(folder.join("pid"));
    command.arg("--host").arg(format!("unix://{}", folder.join("socket").display()));
    command.args(["--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false"]);
}

fn podman(command: &mut Command, folder: &Path) {
    command.arg("--root").arg(folder.join("root"));
    command.arg("--runroot").arg(folder.join("run"));
    command.arg("--tmpdir").arg(folder.join("tmp"));
    command.arg("--network-config-dir").arg(folder.join("networks"));
    // Without systemd, which not every machine has.
    command.args(["--cgroup-manager", "cgroupfs", "--events-backend", "file"]);
    command.args(["system", "service", "--time", "0"]);
    command.arg(format!("unix://{}", folder.join("socket").display()));
    // Its monitor writes files where it is.
    command.env("TMPDIR", folder).current_dir(folder);
}

impl Drop for Engine {
    fn drop(&mut self) {
        // setpriv has become the engine, so this is its number.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        let begin = Instant::now();
        while !self.process.try_wait().is_ok_and(|ended| ended.is_some()) {
            if begin.elapsed() > STOP {
                let _ = self.process.kill();
                let _ = self.process.wait();
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        // Podman leaves its store mounted on itself, and the monitors of its containers, which remove what has ended
        // and may wait for ever for what is gone.
        let begin = Instant::now();
        while let Err(error) = self.end_monitors().and_then(|()| self.remove()) {
            if begin.elapsed() > STOP {
                println!("{} is left behind: {error}", self.folder.display());
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Engine {
    /// Ends the processes that the engine has started and left: those whose arguments name its folder.
    fn end_monitors(&self) -> std::io::Result<()> {
        let mut left = 0;
        for entry in std::fs::read_dir("/proc")?.filter_map(Result::ok) {
            let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok()) else {
                continue;
            };
            // A process may end while it is looked at.
            let arguments = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            let own = arguments.split(|byte| *byte == 0).any(|argument| names(argument, &self.folder));
            if own && pid != std::process::id() {
                let _ = Command::new("kill").args(["-KILL", &pid.to_string()]).stderr(Stdio::null()).status();
                left += 1;
            }
        }
        // What a monitor was about to start may be there now.
        if left > 0 { Err(std::io::Error::other(format!("{left} processes name it"))) } else { Ok(()) }
    }

    /// Removes its folder with all that is mounted in there.
    fn remove(&self) -> std::io::Result<()> {
        let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
        let own = mounts.lines().filter_map(|line| line.split(' ').nth(1));
        let own = own.filter(|path| Path::new(path).starts_with(&self.folder));
        for mount in own.collect::<Vec<_>>().into_iter().rev() {
            // A monitor may have been faster.
            let _ = Command::new("umount").arg(mount).stderr(Stdio::null()).status();
        }
        match std::fs::remove_dir_all(&self.folder) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Whether an argument has the folder itself or something in there, with a flag and `=` before it or not.
fn names(argument: &[u8], folder: &Path) -> bool {
    let folder = folder.as_os_str().as_encoded_bytes();
    let after =
        argument.windows(folder.len()).position(|window| window == folder).map(|at| at + folder.len());
    after.is_some_and(|after| argument.get(after).is_none_or(|next| *next == b'/'))
}

fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status")
        .is_ok_and(|status| status.lines().any(|line| line.starts_with("Uid:\t0\t0")))
}
