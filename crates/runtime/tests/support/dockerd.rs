//! A Docker engine of the tests' own: its files, its socket and its containers are in a temporary folder, and it
//! ends with the test.  Shared by the test binaries that need one.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long an engine may take to answer.
const START: Duration = Duration::from_secs(60);
/// How long it may take to end by itself.
const STOP: Duration = Duration::from_secs(30);

/// A running engine.
pub(crate) struct Dockerd {
    process: Child,
    folder: PathBuf,
}

impl Dockerd {
    /// Starts one; or says why this machine cannot.
    pub(crate) fn start() -> Result<Dockerd, String> {
        if !is_root() {
            return Err("a Docker engine of the tests' own needs root".to_owned());
        }
        let program = ["/usr/bin/dockerd", "/usr/sbin/dockerd", "/usr/local/bin/dockerd"]
            .into_iter()
            .find(|path| Path::new(path).exists())
            .ok_or("dockerd is not installed (Debian: apt-get install docker.io)")?;
        let folder = std::env::temp_dir().join(format!("lirio-dockerd-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let log = File::create(folder.join("log")).map_err(|error| error.to_string())?;
        let mut command = Command::new("setpriv");
        // When the test is killed, its engine goes too.
        command.args(["--pdeathsig", "TERM", program]);
        command.arg("--data-root").arg(folder.join("root"));
        command.arg("--exec-root").arg(folder.join("exec"));
        command.arg("--pidfile").arg(folder.join("pid"));
        command.arg("--host").arg(format!("unix://{}", folder.join("socket").display()));
        // Nothing on this machine's network is touched: the containers have none.
        command.args(["--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false"]);
        command.stdin(Stdio::null()).stdout(log.try_clone().map_err(|error| error.to_string())?).stderr(log);
        let process = command.spawn().map_err(|error| format!("setpriv {program}: {error}"))?;
        let mut dockerd = Dockerd { process, folder };
        let begin = Instant::now();
        while !dockerd.answers() {
            let ended = dockerd.process.try_wait().is_ok_and(|ended| ended.is_some());
            if ended || begin.elapsed() > START {
                let log = std::fs::read_to_string(dockerd.folder.join("log")).unwrap_or_default();
                let last: Vec<&str> = log.lines().rev().take(3).collect();
                return Err(format!("dockerd does not come up: {}", last.join(" | ")));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(dockerd)
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

impl Drop for Dockerd {
    fn drop(&mut self) {
        // setpriv has become dockerd, so this is its number.
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
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            println!("{} is left behind: {error}", self.folder.display());
        }
    }
}

fn is_root() -> bool {
    std::fs::read_to_string("/proc/self/status")
        .is_ok_and(|status| status.lines().any(|line| line.starts_with("Uid:\t0\t0")))
}
