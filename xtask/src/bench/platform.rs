//! A platform that `lirio run` starts for a project, and the containers that serve for it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context as _, Result, bail};
use serde_json::Value as Json;

use super::client::{Client, Keys};
use crate::sh;

/// What a run reports.
pub(super) struct Report {
    /// Milliseconds of each step.
    pub(super) timings: BTreeMap<String, f64>,
    pub(super) accuracy: Json,
}

/// A platform in the background, stopped at the end.
pub(super) struct Background<'a> {
    lirio: &'a Path,
    project: PathBuf,
    more: Vec<String>,
    pub(super) data: PathBuf,
}

impl<'a> Background<'a> {
    /// A platform for the Rust example.
    pub(super) fn of_example(lirio: &'a Path, data: PathBuf) -> Self {
        Self { lirio, project: super::project(), more: Vec::new(), data }
    }

    /// A platform for the project that the arguments name: `[--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]`.
    pub(super) fn of_arguments(lirio: &'a Path, data: PathBuf, args: &[&str]) -> Result<Self> {
        let mut platform = Self::of_example(lirio, data);
        match args {
            [] => {}
            ["--project", project, rest @ ..] => {
                platform.project = std::path::absolute(project)?;
                match rest {
                    [] => {}
                    ["--", more @ ..] => {
                        platform.more = more.iter().map(|argument| (*argument).to_owned()).collect();
                    }
                    [other, ..] => bail!("'{other}': arguments for `lirio run` follow `--`"),
                }
            }
            [other, ..] => bail!("'{other}' is not known: [--project FOLDER [-- ARGUMENTS OF LIRIO RUN]]"),
        }
        Ok(platform)
    }

    /// One turn of the loop.
    pub(super) fn run(&self) -> Result<Report> {
        let output = sh::command(self.lirio)
            .arg("run")
            .arg(&self.project)
            .args(["--json", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(&self.data)
            .args(&self.more)
            .stderr(Stdio::piped())
            .stdout(Stdio::piped())
            .output()
            .context("lirio cannot be run")?;
        if !output.status.success() {
            bail!("lirio run ended with {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
        }
        let report: Json = serde_json::from_slice(&output.stdout).context("the report is JSON")?;
        let timings = report["timings_ms"].as_object().context("the report has timings")?;
        Ok(Report {
            timings: timings.iter().filter_map(|(step, ms)| Some((step.clone(), ms.as_f64()?))).collect(),
            accuracy: report["validation"]["accuracy"].clone(),
        })
    }

    /// Pushes an archive to the repository of another project.
    pub(super) fn push(&self, project: &Path, archive: &Path) -> Result<String> {
        let output = sh::command(self.lirio)
            .arg("push")
            .args([project, archive])
            .args(["--json", "--data-dir"])
            .arg(&self.data)
            .output()?;
        if !output.status.success() {
            bail!("lirio push ended with {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
        }
        let report: Json = serde_json::from_slice(&output.stdout).context("the report is JSON")?;
        Ok(report["uri"].as_str().context("the report of a push has a uri")?.to_owned())
    }

    /// The name of the project's endpoint.
    pub(super) fn endpoint(&self) -> Result<String> {
        let path = self.project.join("lirio.toml");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let settings: toml::Table = text.parse()?;
        let name = settings.get("endpoint").and_then(|endpoint| endpoint.get("name")?.as_str());
        Ok(name.with_context(|| format!("{}: no [endpoint] name", path.display()))?.to_owned())
    }

    /// Where the platform listens (host and port), and the root's keys.
    pub(super) fn access(&self) -> Result<(String, Keys)> {
        let output = sh::command(self.lirio).args(["env", "--data-dir"]).arg(&self.data).output()?;
        let text = String::from_utf8(output.stdout)?;
        let pair = |line: &str| {
            let (name, value) = line.trim().strip_prefix("export ")?.split_once('=')?;
            Some((name.to_owned(), value.trim_matches(['"', '\'', ';']).to_owned()))
        };
        let found: BTreeMap<String, String> = text.lines().filter_map(pair).collect();
        let of = |name: &str| found.get(name).cloned().with_context(|| format!("`lirio env` has no {name}"));
        let endpoint = of("AWS_ENDPOINT_URL")?;
        let address = endpoint.rsplit("//").next().unwrap_or_default().to_owned();
        let region = of("AWS_REGION").or_else(|_| of("AWS_DEFAULT_REGION"))?;
        Ok((address, Keys { id: of("AWS_ACCESS_KEY_ID")?, secret: of("AWS_SECRET_ACCESS_KEY")?, region }))
    }

    /// A client with the root's keys.
    pub(super) fn client(&self) -> Result<Client> {
        let (address, keys) = self.access()?;
        Ok(Client::with_keys(&address, keys))
    }

    /// The first processes of the containers that serve for this platform.
    pub(super) fn serving(&self) -> Result<Vec<u32>> {
        let ours = std::fs::read_link("/proc/self/ns/net")?;
        let serves = |pid: u32| {
            arguments(pid).last().is_some_and(|last| last == "serve")
                && std::fs::read_link(format!("/proc/{pid}/ns/net")).is_ok_and(|theirs| theirs != ours)
                && descends(pid, &self.data)
        };
        let mut found: Vec<u32> = processes()?.into_iter().filter(|pid| serves(*pid)).collect();
        // Workers are children of the first one.
        let all = found.clone();
        found.retain(|pid| parent(*pid).is_none_or(|parent| !all.contains(&parent)));
        Ok(found)
    }

    /// The first of them; another user's are not to be seen.
    pub(super) fn container(&self) -> Result<u32> {
        self.serving()?.first().copied().context("no container that serves was found; run this as root")
    }
}

impl Drop for Background<'_> {
    fn drop(&mut self) {
        if let Err(error) = sh::run(
            sh::command(self.lirio).args(["down", "--data-dir"]).arg(&self.data).stdout(Stdio::null()),
        ) {
            eprintln!("the platform was not stopped: {error:#}");
        }
    }
}

/// Seconds of processor time that the living processes of a container's network have had.
pub(super) fn cpu(container: u32) -> Result<f64> {
    /// `USER_HZ`, the same on every Linux.
    const TICKS: f64 = 100.0;
    let network = std::fs::read_link(format!("/proc/{container}/ns/net"))?;
    let mut ticks = 0.0;
    for pid in processes()? {
        if std::fs::read_link(format!("/proc/{pid}/ns/net")).is_ok_and(|other| other == network) {
            let fields = stat(pid);
            // utime and stime, the 14th and 15th of all, two of which are in front.
            ticks +=
                fields.iter().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>();
        }
    }
    Ok(ticks / TICKS)
}

/// The arguments of a process.
pub(super) fn arguments(pid: u32) -> Vec<String> {
    let bytes = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
    let parts = bytes.split(|byte| *byte == 0).filter(|part| !part.is_empty());
    parts.map(|part| String::from_utf8_lossy(part).into_owned()).collect()
}

fn processes() -> Result<Vec<u32>> {
    let entries = std::fs::read_dir("/proc")?.flatten();
    Ok(entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect())
}

/// The fields of `/proc/PID/stat` behind the name in parentheses: the state, then the parent.
fn stat(pid: u32) -> Vec<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit(')').next().unwrap_or_default().split_whitespace().map(str::to_owned).collect()
}

fn parent(pid: u32) -> Option<u32> {
    stat(pid).get(1)?.parse().ok()
}

/// Whether a process, or one above it, was started with this path among its arguments.
fn descends(mut pid: u32, from: &Path) -> bool {
    while pid > 1 {
        if arguments(pid).iter().any(|argument| Path::new(argument) == from) {
            return true;
        }
        pid = parent(pid).unwrap_or(0);
    }
    false
}
