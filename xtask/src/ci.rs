//! `cargo xtask ci` and `cargo xtask test`.

use std::fs::File;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::{codegen, conformance, engines, licences, paths, python, sh};

/// Workspaces beside the main one: what users have.
const EXAMPLES: &[&str] = &["examples/iris/model", "examples/iris/validate"];

/// All that CI does: [`checks`] in a process beside the tests, because compiling often waits for one crate and tests
/// for containers, so that two cores are idle by turns.
pub(crate) fn ci() -> Result<()> {
    sh::step("format", || sh::run(sh::cargo().args(["fmt", "--all", "--check"])))?;
    sh::step("generated code", || codegen::run(true))?;
    // Tests have time limits, these have none.
    let mut checks = sh::command("nice");
    // Cargo locks a target folder while it builds in it.
    checks
        .arg(std::env::current_exe()?)
        .arg("checks")
        .env("CARGO_TARGET_DIR", paths::root().join("target/checks"));
    let beside = Beside::start("checks", checks)?;
    test()?;
    sh::step("conformance", conformance::all)?;
    beside.join()?;
    println!("\nall checks passed");
    Ok(())
}

/// What judges the sources without running them.
pub(crate) fn checks() -> Result<()> {
    sh::step("clippy", || {
        let arguments = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
        sh::run(sh::cargo().args(arguments))
    })?;
    sh::step("documentation", || {
        let arguments = ["doc", "--workspace", "--no-deps", "--quiet"];
        sh::run(sh::cargo().args(arguments).env("RUSTDOCFLAGS", "-D warnings"))
    })?;
    sh::step("licences", licences::check)?;
    sh::step("advisories", licences::advisories)
}

/// A process beside the other steps; what it says is kept until it has ended.
struct Beside {
    name: &'static str,
    child: Child,
    said: PathBuf,
    start: Instant,
}

impl Beside {
    fn start(name: &'static str, mut command: Command) -> Result<Self> {
        std::fs::create_dir_all(paths::cache())?;
        let said = paths::cache().join(format!("{}.log", name.replace([' ', ':'], "-")));
        let log = File::create(&said).with_context(|| format!("cannot write {}", said.display()))?;
        let child = command
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot run {}", command.get_program().display()))?;
        println!("\n== {name}: begun beside what follows");
        Ok(Self { name, child, said, start: Instant::now() })
    }

    fn join(mut self) -> Result<()> {
        let status = self.child.wait()?;
        println!("\n== {}, which ran beside the steps before:", self.name);
        print!("{}", std::fs::read_to_string(&self.said)?);
        if !status.success() {
            bail!("'{}' failed: see above", self.name);
        }
        println!("== {}: ok, {:.1} s after its beginning", self.name, self.start.elapsed().as_secs_f64());
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            // Another step has failed.  What cargo runs is in the group; tests clean up behind themselves.
            let group = format!("-{}", self.child.id());
            let _ = sh::run(sh::command("kill").args(["-INT", "--", &group]));
            let _ = self.child.wait();
        }
    }
}

/// Every test, with whatever set-up it needs.
pub(crate) fn test() -> Result<()> {
    let python = python::environment()?;
    engines::install();
    sh::step("tests: workspace", || sh::run(sh::cargo().args(["test", "--workspace", "--quiet"])))?;
    for example in EXAMPLES {
        let folder = paths::root().join(example);
        if !folder.join("Cargo.toml").exists() {
            continue;
        }
        sh::step(&format!("tests: {example}"), || {
            sh::run(sh::cargo().args(["test", "--release", "--quiet"]).current_dir(&folder))
        })?;
    }
    sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
    // Two lanes: tests wait for states most of their time. What starts engines is in one of them.
    let api = Beside::start("tests: clients, boto3", pytest_command(&python, &["tests/boto3"]))?;
    sh::step("tests: clients, all others", || {
        pytest(&python, &["tests", "--ignore=tests/sdk", "--ignore=tests/boto3"])
    })?;
    sdk(&["v2"])?;
    api.join()
}

/// `sdk [NAME...]`: the tests with SageMaker's SDKs and MLflow, all unless some are named.
pub(crate) fn sdk(versions: &[&str]) -> Result<()> {
    let known = python::SDKS.map(|(version, _)| version);
    if let Some(other) = versions.iter().find(|version| !known.contains(version)) {
        bail!("'{other}' is none of the SDKs that are tested: {}", known.join(", "));
    }
    for (version, packages) in python::SDKS {
        if !versions.is_empty() && !versions.contains(&version) {
            continue;
        }
        let python = python::with_packages(&format!("sdk-{version}"), packages)?;
        sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
        let tests = format!("tests/sdk/test_{version}.py");
        sh::step(&format!("tests: SDK {version}"), || pytest(&python, &[&tests]))?;
    }
    Ok(())
}

/// `week [--rounds N] [--seed N] [--disk tmpfs|ext4] [--engine]`: the week in fast forward, longer than `test` has it.
pub(crate) fn week(args: &[&str]) -> Result<()> {
    let mut settings = vec![("LIRIO_WEEK", "240".to_owned())];
    let mut which = "test_a_week_leaves_nothing";
    let mut args = args.iter();
    while let Some(name) = args.next() {
        let variable = match *name {
            "--rounds" => "LIRIO_WEEK",
            "--seed" => "LIRIO_SEED",
            "--disk" => "LIRIO_DISK",
            "--engine" => {
                which = "test_a_week_with_an_engine_leaves_nothing";
                continue;
            }
            other => bail!("'{other}' is no option of week; see cargo xtask help"),
        };
        let value = args.next().with_context(|| format!("{name} wants a value"))?;
        settings.push((variable, (*value).to_owned()));
    }
    let python = python::environment()?;
    sh::step("build: lirio", || sh::run(sh::cargo().args(["build", "--quiet", "--bin", "lirio"])))?;
    let test = format!("tests/crash/test_week.py::{which}");
    sh::step("week", || sh::run(pytest_command(&python, &["-s", &test]).envs(settings)))
}

pub(crate) fn pytest(python: &Path, arguments: &[&str]) -> Result<()> {
    sh::run(&mut pytest_command(python, arguments))
}

fn pytest_command(python: &Path, arguments: &[&str]) -> Command {
    let mut command = sh::command(python);
    command
        .args(["-m", "pytest", "-q", "-p", "no:cacheprovider"])
        .args(arguments)
        .current_dir(paths::root())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("LIRIO", paths::root().join("target/debug/lirio"));
    command
}
