//! Finding the platform, or starting one in the background.

use std::net::{Ipv4Addr, SocketAddr};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};

use crate::cli::RuntimeName;
use crate::client::Client;
use crate::home::{Home, Running};

/// A platform to talk to.
pub(crate) struct Platform {
    pub(crate) running: Running,
    pub(crate) client: Client,
    /// The process, if this command started it.
    pub(crate) child: Option<Child>,
}

/// The platform that runs on this data directory, if one does.
pub(crate) async fn find(home: &Home) -> Result<Option<Platform>> {
    let Some(running) = home.last_running() else { return Ok(None) };
    let client = Client::new(&running.endpoint, &home.credentials()?, &running.region)?;
    let request = http::Request::get("/health").body(Bytes::new())?;
    let answer = tokio::time::timeout(Duration::from_secs(2), client.send(request)).await;
    match answer {
        Ok(Ok(response)) if response.status().is_success() => {
            Ok(Some(Platform { running, client, child: None }))
        }
        _ => Ok(None),
    }
}

/// The platform that runs on this data directory; an error that says how to start one if none does.
pub(crate) async fn existing(home: &Home) -> Result<Platform> {
    match find(home).await? {
        Some(platform) => Ok(platform),
        None => bail!(
            "no platform runs on {}\nStart one with `lirio serve`, or run a project: `lirio run FOLDER`.",
            home.path().display()
        ),
    }
}

/// Where a platform listens that a command starts to stay.
pub(crate) fn default_address() -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, 4566))
}

/// The platform that runs on this data directory, or a new one on `listen` whose containers `runtime` runs.
pub(crate) async fn find_or_start(
    home: &Home,
    listen: SocketAddr,
    runtime: Option<RuntimeName>,
    detached: bool,
) -> Result<Platform> {
    if let Some(platform) = find(home).await? {
        return Ok(platform);
    }
    home.create()?;
    let log = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(home.log())
        .with_context(|| format!("cannot write {}", home.log().display()))?;
    let mut command = Command::new(std::env::current_exe().context("where this program lies is unknown")?);
    command
        .arg("serve")
        .args(["--listen", &listen.to_string()])
        .args(runtime.iter().flat_map(|runtime| ["--runtime", runtime.as_str()]))
        .arg("--data-dir")
        .arg(home.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(log)
        // A Ctrl-C for this command is not one for the platform.
        .process_group(0)
        .kill_on_drop(!detached);
    let mut child = command.spawn().context("the platform cannot be started")?;
    let stdout = child.stdout.take().context("the platform's output is a pipe")?;
    let mut lines = BufReader::new(stdout).lines();
    // The platform says one line when it answers, or ends.
    let line = lines.next_line().await.context("the platform's output")?;
    if line.is_none() {
        let status = child.wait().await?;
        let log = std::fs::read_to_string(home.log()).unwrap_or_default();
        let last: Vec<&str> = log.lines().rev().take_while(|l| !l.is_empty()).take(6).collect();
        let reason: Vec<&str> = last.into_iter().rev().collect();
        bail!("the platform did not start ({status})\n{}", reason.join("\n"));
    }
    let running = home.last_running().context("the platform left no note of itself")?;
    let client = Client::new(&running.endpoint, &home.credentials()?, &running.region)?;
    Ok(Platform { running, client, child: Some(child) })
}

/// Stops a platform and waits until it is gone.
pub(crate) async fn stop(mut platform: Platform) -> Result<()> {
    let pid = Pid::from_raw(i32::try_from(platform.running.pid)?).context("the platform's process id")?;
    kill_process(pid, Signal::TERM).context("the platform cannot be told to stop")?;
    let gone = async {
        match &mut platform.child {
            Some(child) => child.wait().await.map(|_| ()),
            None => {
                while test_kill_process(pid).is_ok() {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                }
                Ok(())
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(60), gone).await.context("the platform does not stop")??;
    Ok(())
}
