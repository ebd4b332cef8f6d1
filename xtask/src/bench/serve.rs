//! `lirio serve` on a data directory that is there: to the first answer, and what it holds in memory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::table::{self, Samples};

/// A platform that has been left alone for so long is idle.
const IDLE: Duration = Duration::from_secs(2);

/// Starts and stops the platform `runs` times.
pub(super) fn measure(lirio: &Path, data: &Path, runs: usize) -> Result<()> {
    let (mut health, mut memory) = (Samples::default(), Samples::default());
    for run in 0..runs {
        let start = Instant::now();
        let mut child = Command::new(lirio)
            .args(["serve", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(data)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("lirio cannot be started")?;
        let line = super::first_line(&mut child)?;
        let address = line.rsplit("//").next().unwrap_or_default();
        while !super::answers(address, "/health") {
            if let Some(status) = child.try_wait()? {
                anyhow::bail!("lirio serve ended with {status}");
            }
        }
        health.add(start.elapsed().as_secs_f64() * 1000.0);
        // Memory hardly varies: waiting for it once in five runs is enough.
        if run % 5 == 0 {
            std::thread::sleep(IDLE);
            memory.add(super::resident(child.id())?);
        }
        super::end(&mut child)?;
    }
    table::head("lirio serve on the data directory of these runs");
    table::line("start to /health", &health);
    println!(
        "  {:<30} {:>9.1} MB, {} s after the start",
        "resident memory, idle",
        memory.median(),
        IDLE.as_secs()
    );
    Ok(())
}
