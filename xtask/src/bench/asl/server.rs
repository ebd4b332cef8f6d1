//! `lirio serve` as a process of its own.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// The account that the platform is, unless told otherwise.
pub(super) const ACCOUNT: &str = "000000000000";

/// A server that does not answer by then never will.
const LIMIT: Duration = Duration::from_secs(60);

/// A running server; killed when it is dropped without having been stopped.
pub(super) struct Server {
    child: Child,
    pub(super) address: String,
}

impl Server {
    pub(super) fn start(lirio: &Path, data: &Path) -> Result<Self> {
        let child = Command::new(lirio)
            .args(["serve", "--dev-credentials", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("lirio cannot be started")?;
        let mut server = Self { child, address: String::new() };
        let line = crate::bench::first_line(&mut server.child)?;
        server.address = line.rsplit("//").next().unwrap_or_default().to_owned();
        let begun = Instant::now();
        while !crate::bench::answers(&server.address, "/health") {
            if let Some(status) = server.child.try_wait()? {
                bail!("lirio serve ended with {status}");
            }
            if begun.elapsed() > LIMIT {
                bail!("lirio serve does not answer");
            }
        }
        Ok(server)
    }

    /// Ends it as an operator would.
    pub(super) fn stop(mut self) -> Result<()> {
        crate::bench::end(&mut self.child)
    }

    /// Ends it as a power cut would.
    pub(super) fn kill(mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Resident memory in megabytes.
    pub(super) fn resident(&self) -> Result<f64> {
        crate::bench::resident(self.child.id())
    }

    pub(super) fn threads(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("Threads:"))
            .context("/proc tells no Threads")?;
        Ok(line.trim().parse()?)
    }

    /// Seconds of processor time so far.
    pub(super) fn cpu(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name in parentheses may hold anything; user and system time are the 12th and 13th field after it.
        let fields = stat.rsplit(')').next().unwrap_or_default();
        let ticks =
            fields.split_whitespace().skip(11).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>()?;
        // The kernel shows times in hundredths of a second on every architecture.
        Ok(ticks / 100.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nothing to do where it has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The bytes of all files below a folder.
pub(super) fn bytes(folder: &Path) -> Result<u64> {
    let mut sum = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let data = entry.metadata()?;
        sum += if data.is_dir() { bytes(&entry.path())? } else { data.len() };
    }
    Ok(sum)
}
