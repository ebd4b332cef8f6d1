//! `cargo xtask bench`: numbers, printed and never asserted.

mod alone;
mod asl;
mod client;
mod events;
mod invoke;
mod platform;
mod run_loop;
mod sagemaker;
mod serve;
mod table;
mod updates;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::{paths, sh};

/// Repetitions, unless `--runs` says otherwise.
const RUNS: usize = 20;

/// `bench NAME ...`, as the help lists them.
pub(crate) fn bench(args: &[&str]) -> Result<()> {
    if let ["asl", rest @ ..] = args {
        let folder = Folder::make()?;
        return asl::bench(&lirio()?, &folder.0, rest);
    }
    if let ["events", rest @ ..] = args {
        return events::measure(rest);
    }
    match args {
        ["invoke", rest @ ..] => return invoke::bench(rest),
        ["sagemaker", rest @ ..] => return sagemaker::bench(rest),
        ["updates", rest @ ..] => return updates::bench(rest),
        _ => {}
    }
    let runs = match args {
        ["loop"] => RUNS,
        ["loop", "--runs", runs] => runs
            .parse()
            .ok()
            .filter(|runs| *runs > 0)
            .with_context(|| format!("--runs {runs}: a number of repetitions is needed"))?,
        _ => bail!(
            "usage: cargo xtask bench loop [--runs N] | asl [PART...] [--finished N] | events [SCENARIO] [--rules N] [--peer] | invoke | sagemaker | updates"
        ),
    };
    let lirio = lirio()?;
    let folder = Folder::make()?;
    run_loop::measure(&lirio, &folder.0, runs)?;
    alone::measure(&folder.0, runs)?;
    serve::measure(&lirio, &folder.0.join("data"), runs)
}

/// The binary that is measured.
fn lirio() -> Result<PathBuf> {
    match std::env::var_os("LIRIO") {
        // Another build, to be compared.
        Some(binary) => Ok(PathBuf::from(binary)),
        None => {
            sh::run(sh::cargo().args(["build", "--release", "--quiet", "--bin", "lirio"]))?;
            Ok(paths::root().join("target/release/lirio"))
        }
    }
}

/// A folder that goes when the bench ends.
struct Folder(PathBuf);

impl Folder {
    fn make() -> Result<Self> {
        let path = paths::cache().join(format!("bench-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            eprintln!("{} stays: {error}", self.0.display());
        }
    }
}

/// The project that is measured.
fn project() -> PathBuf {
    paths::root().join("examples/iris")
}

/// The example's compiled model; `lirio run` has built it.
fn model() -> PathBuf {
    let target = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    project().join("model/target").join(target).join("release/model")
}

/// The first line that a program writes to its standard output.
fn first_line(child: &mut std::process::Child) -> Result<String> {
    use std::io::BufRead as _;
    let stdout = child.stdout.as_mut().context("the output is a pipe")?;
    let mut line = String::new();
    std::io::BufReader::new(stdout).read_line(&mut line)?;
    Ok(line.trim_end().to_owned())
}

/// Whether `GET path` is answered with 200.
fn answers(address: &str, path: &str) -> bool {
    use std::io::{Read as _, Write as _};
    let ask = || -> std::io::Result<bool> {
        let mut stream = std::net::TcpStream::connect(address)?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status.ends_with(b"200"))
    };
    ask().unwrap_or(false)
}

/// Ends a process as an operator would, and waits for it.
fn end(child: &mut std::process::Child) -> Result<()> {
    // The standard library sends no other signal than KILL.
    sh::run(std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]))?;
    child.wait()?;
    Ok(())
}

/// Resident memory of a process in megabytes.
fn resident(pid: u32) -> Result<f64> {
    let path = Path::new("/proc").join(pid.to_string()).join("status");
    let status = std::fs::read_to_string(path)?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("/proc tells no VmRSS")?;
    let kibibytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kibibytes * 1024.0 / 1e6)
}
